// The account: handles, blocks, level, locks; the callbacks of the interface; the choices.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "imitation.h"

#define MAX_RECORDS 4096
#define MAX_CHOICES 512
#define MAX_RUNS 300000
#define HANDLE_MARK 0x5A5Aull // upper 16 bits of every handle, so that a scan of memory finds them
#define PATTERN 0xAAAAAAAAull // what clang's -ftrivial-auto-var-init=pattern leaves in memory

typedef enum STATE { STATE_LIVE, STATE_DESTROYED, STATE_NEVER_VALID } STATE;

typedef struct RECORD_OF_HANDLE {
  HANDLE Handle;
  HANDLE Adapter;
  STATE State;
  BOOLEAN IsOld; // from before the run
} RECORD_OF_HANDLE;

typedef struct RECORD_OF_BLOCK {
  PUCHAR Start;
  SIZE_T Size;
  BOOLEAN IsLive;
} RECORD_OF_BLOCK;

// In memory of its own: the scan for what a driver still holds must not find the account itself.
typedef struct ACCOUNT {
  RECORD_OF_HANDLE Handles[MAX_RECORDS];
  ULONG HandleCount;
  RECORD_OF_BLOCK Blocks[MAX_RECORDS];
  ULONG BlockCount;
  ULONG Level;
  LONG Locks;
  ULONG Version;
  ULONG Choices[MAX_CHOICES], Limits[MAX_CHOICES];
  ULONG ChoiceCount, Position;
  ULONG Runs;
  BOOLEAN Violated[VIOLATION_COUNT];
} ACCOUNT;

static ACCOUNT *Account;

ADAPTER TheAdapter, OtherAdapter;
ADAPTER *TheAdapters[2];
DEVICE TheDevice;
static DEVICE OtherDevice;
GPU_CONTEXT TheContext, OtherContext;
HANDLE TheSlots[8], TheResult;
char TheZeroes[4096];
static HANDLE Given[16];
static ULONG GivenCount;

// ---- Choices ----

ULONG Choose(ULONG Count)
{
  if (Count <= 1 || Account->Position >= MAX_CHOICES)
    return 0;
  if (Account->Position == Account->ChoiceCount) {
    Account->Choices[Account->ChoiceCount] = 0;
    Account->Limits[Account->ChoiceCount] = Count;
    Account->ChoiceCount++;
  }
  return Account->Choices[Account->Position++];
}

BOOLEAN NextRun(VOID)
{
  Account->ChoiceCount = Account->Position;
  while (Account->ChoiceCount > 0) {
    ULONG last = Account->ChoiceCount - 1;
    if (++Account->Choices[last] < Account->Limits[last])
      break;
    Account->ChoiceCount = last;
  }
  return Account->ChoiceCount > 0 && Account->Runs < MAX_RUNS;
}

// ---- The account ----

VOID Violate(VIOLATION Violation)
{
  Account->Violated[Violation] = TRUE;
}

ULONG GetLevel(VOID)
{
  return Account->Level;
}

VOID SetLevel(ULONG Level)
{
  Account->Level = Level;
}

VOID RequireLevel(ULONG Highest)
{
  if (Account->Level > Highest)
    Violate(VIOLATION_LEVEL);
}

VOID CountLock(LONG Change)
{
  Account->Locks += Change;
}

VOID SetVersion(ULONG Version)
{
  Account->Version = Version;
}

static VOID RequireVersion(ULONG Least)
{
  if (Account->Version && Account->Version < Least)
    Violate(VIOLATION_VERSION);
}

VOID GiveAway(HANDLE Handle)
{
  Given[GivenCount++ % RTL_NUMBER_OF(Given)] = Handle;
}

static HANDLE NewHandle(HANDLE Adapter, STATE State, BOOLEAN IsOld)
{
  RECORD_OF_HANDLE *record = &Account->Handles[Account->HandleCount++];
  if (Account->HandleCount >= MAX_RECORDS)
    abort();
  record->Handle = (HANDLE)(HANDLE_MARK << 48 | (ULONG64)Account->HandleCount << 4);
  record->Adapter = Adapter;
  record->State = State;
  record->IsOld = IsOld;
  return record->Handle;
}

static RECORD_OF_HANDLE *FindHandle(HANDLE Handle)
{
  ULONG i;
  for (i = 0; i < Account->HandleCount; i++)
    if (Account->Handles[i].Handle == Handle)
      return &Account->Handles[i];
  return NULL;
}

PVOID AllocateBlock(SIZE_T Size)
{
  RECORD_OF_BLOCK *record = &Account->Blocks[Account->BlockCount++];
  if (Account->BlockCount >= MAX_RECORDS)
    abort();
  record->Start = (PUCHAR)calloc(1, Size + sizeof(PVOID));
  record->Size = Size;
  record->IsLive = TRUE;
  memset(record->Start, (int)(PATTERN & 0xFF), Size);
  return record->Start;
}

VOID FreeBlock(PVOID Block)
{
  ULONG i;
  for (i = 0; i < Account->BlockCount; i++) {
    if (Account->Blocks[i].Start == Block && Account->Blocks[i].IsLive) {
      Account->Blocks[i].IsLive = FALSE;
      memset(Block, 0xDD, Account->Blocks[i].Size);
      free(Block);
      return;
    }
  }
  Violate(VIOLATION_POOL_USE);
}

// ---- The callbacks ----

static BOOLEAN IsAdapter(HANDLE Handle)
{
  return Handle == ADAPTER_HANDLE || Handle == OTHER_ADAPTER_HANDLE;
}

static BOOLEAN IsUntouched(const DXGKARGCB_CREATECONTEXTALLOCATION *Args)
{
  ULONG64 pattern = PATTERN << 32 | PATTERN;
  return Args->ContextAllocationFlags.Value == PATTERN || (ULONG64)Args->hAdapter == pattern ||
         (ULONG64)Args->hDevice == pattern || (ULONG64)Args->hContext == pattern ||
         (ULONG64)Args->hDriverAllocation == pattern || Args->Size == pattern || Args->Alignment == PATTERN ||
         Args->SupportedSegmentSet == PATTERN || Args->EvictionSegmentSet == PATTERN ||
         Args->PreferredSegment.Value == PATTERN || Args->HintedBank.Value == PATTERN || Args->Flags.Value == PATTERN ||
         Args->PhysicalAdapterIndex == PATTERN;
}

static NTSTATUS APIENTRY Create(DXGKARGCB_CREATECONTEXTALLOCATION *Args)
{
  RequireLevel(PASSIVE_LEVEL);
  RequireVersion(DXGKDDI_INTERFACE_VERSION_WIN8);
  if (!Args->hAdapter || IsUntouched(Args))
    Violate(VIOLATION_CONTRACT);
  else if (!IsAdapter(Args->hAdapter))
    Violate(VIOLATION_ADAPTER);
  else if (Args->ContextAllocationFlags.SharedAcrossContexts ? Args->hContext != NULL
                                                              : !Args->hContext && Args->hDevice)
    Violate(VIOLATION_CONTRACT);
  switch (Choose(3)) {
  case 0:
    Args->hAllocation = NewHandle(Args->hAdapter, STATE_LIVE, FALSE);
    return STATUS_SUCCESS;
  case 1:
    Args->hAllocation = NewHandle(NULL, STATE_NEVER_VALID, FALSE);
    return STATUS_NO_MEMORY;
  default:
    Args->hAllocation = NewHandle(NULL, STATE_NEVER_VALID, FALSE);
    return STATUS_DEVICE_REMOVED;
  }
}

static RECORD_OF_HANDLE *Take(HANDLE Adapter, HANDLE Handle, VIOLATION WhenDestroyed)
{
  RECORD_OF_HANDLE *record = FindHandle(Handle);
  RequireLevel(PASSIVE_LEVEL);
  if (!record) {
    record = FindHandle(Adapter);
    Violate(record ? VIOLATION_ADAPTER : VIOLATION_HANDLE); // swapped arguments, or no handle of ours at all
    return record;
  }
  if (record->State == STATE_NEVER_VALID)
    Violate(VIOLATION_HANDLE);
  else if (record->State == STATE_DESTROYED)
    Violate(WhenDestroyed);
  else if (record->Adapter != Adapter)
    Violate(VIOLATION_ADAPTER);
  return record;
}

static NTSTATUS APIENTRY Destroy(HANDLE CONST Adapter, HANDLE CONST Handle)
{
  RECORD_OF_HANDLE *record = Take(Adapter, Handle, VIOLATION_DOUBLE);
  RequireVersion(DXGKDDI_INTERFACE_VERSION_WIN8);
  if (record && record->State == STATE_LIVE)
    record->State = STATE_DESTROYED;
  return STATUS_SUCCESS;
}

static D3DGPU_VIRTUAL_ADDRESS APIENTRY Map(HANDLE CONST Adapter, CONST DXGKARGCB_MAPCONTEXTALLOCATION *Args)
{
  Take(Adapter, Args->hAllocation, VIOLATION_USE);
  RequireVersion(DXGKDDI_INTERFACE_VERSION_WDDM2_0);
  return Choose(2) ? 0 : 0x100000;
}

static NTSTATUS APIENTRY Update(HANDLE CONST Adapter, CONST DXGKARGCB_UPDATECONTEXTALLOCATION *Args)
{
  Take(Adapter, Args->hAllocation, VIOLATION_USE);
  RequireVersion(DXGKDDI_INTERFACE_VERSION_WDDM2_0);
  return Choose(2) ? STATUS_INVALID_PARAMETER : STATUS_SUCCESS;
}

static BOOLEAN APIENTRY QueueDpc(HANDLE Adapter)
{
  UNREFERENCED_PARAMETER(Adapter);
  return TRUE;
}

static VOID APIENTRY NotifyInterrupt(HANDLE CONST Adapter, CONST DXGKARGCB_NOTIFY_INTERRUPT_DATA *Data)
{
  UNREFERENCED_PARAMETER(Adapter);
  UNREFERENCED_PARAMETER(Data);
  if (Account->Level < LEVEL_OF_INTERRUPT)
    Violate(VIOLATION_LEVEL);
}

static VOID APIENTRY NotifyDpc(HANDLE CONST Adapter)
{
  UNREFERENCED_PARAMETER(Adapter);
  if (Account->Level != DISPATCH_LEVEL)
    Violate(VIOLATION_LEVEL);
}

static NTSTATUS APIENTRY SynchronizeExecution(HANDLE Adapter, PKSYNCHRONIZE_ROUTINE Routine, PVOID Context,
                                              ULONG Message, PBOOLEAN Result)
{
  const ULONG level = Account->Level;
  UNREFERENCED_PARAMETER(Adapter);
  UNREFERENCED_PARAMETER(Message);
  *Result = TRUE;
  if (!Account->Version) // no whole driver: routines have labels of their own
    return STATUS_SUCCESS;
  if (Choose(2))
    return STATUS_UNSUCCESSFUL;
  Account->Level = LEVEL_OF_INTERRUPT;
  *Result = Routine(Context);
  Account->Level = level;
  return STATUS_SUCCESS;
}

static VOID APIENTRY SetPowerComponentActive(HANDLE CONST Adapter, UINT Component)
{
  UNREFERENCED_PARAMETER(Adapter);
  UNREFERENCED_PARAMETER(Component);
  RequireLevel(PASSIVE_LEVEL);
  RequireVersion(DXGKDDI_INTERFACE_VERSION_WIN8);
}

VOID FillInterface(DXGKRNL_INTERFACE *Dxgk, HANDLE Adapter)
{
  memset(Dxgk, 0, sizeof(*Dxgk));
  Dxgk->Size = sizeof(*Dxgk);
  Dxgk->Version = Account->Version ? Account->Version : DXGKDDI_INTERFACE_VERSION;
  Dxgk->DeviceHandle = Adapter;
  Dxgk->DxgkCbCreateContextAllocation = Create;
  Dxgk->DxgkCbDestroyContextAllocation = Destroy;
  Dxgk->DxgkCbMapContextAllocation = Map;
  Dxgk->DxgkCbUpdateContextAllocation = Update;
  Dxgk->DxgkCbQueueDpc = QueueDpc;
  Dxgk->DxgkCbNotifyInterrupt = NotifyInterrupt;
  Dxgk->DxgkCbNotifyDpc = NotifyDpc;
  Dxgk->DxgkCbSynchronizeExecution = SynchronizeExecution;
  Dxgk->DxgkCbSetPowerComponentActive = SetPowerComponentActive;
}

// ---- Runs ----

static VOID FillContext(GPU_CONTEXT *Context, DEVICE *Device, HANDLE Adapter)
{
  ULONG i;
  memset(Context, 0, sizeof(*Context));
  Context->Device = Device;
  Context->Adapter = Device->Adapter;
  Context->hDxgContext = CONTEXT_HANDLE;
  Context->SaveArea = NewHandle(Adapter, STATE_LIVE, TRUE);
  Context->Ring = NewHandle(Adapter, STATE_LIVE, TRUE);
  for (i = 0; i < ENGINE_COUNT; i++)
    Context->Engine[i] = NewHandle(Adapter, STATE_LIVE, TRUE);
  InitializeListHead(&Context->Entry);
}

static VOID FillAdapter(ADAPTER *Adapter, HANDLE Handle, ADAPTER *Peer)
{
  memset(Adapter, 0, sizeof(*Adapter));
  FillInterface(&Adapter->Dxgk, Handle);
  Adapter->Peer = Peer;
  Adapter->PageTable = NewHandle(Handle, STATE_LIVE, TRUE);
  Adapter->Scratch = NewHandle(Handle, STATE_LIVE, TRUE);
  InitializeListHead(&Adapter->Contexts);
}

VOID BeginRun(VOID)
{
  ULONG i;
  if (!Account)
    Account = (ACCOUNT *)calloc(1, sizeof(*Account));
  for (i = 0; i < Account->BlockCount; i++)
    if (Account->Blocks[i].IsLive)
      free(Account->Blocks[i].Start);
  Account->BlockCount = Account->HandleCount = Account->Position = 0;
  Account->Level = PASSIVE_LEVEL;
  Account->Locks = 0;
  GivenCount = 0;
  TheResult = NULL;
  memset(Given, 0, sizeof(Given));
  memset(TheSlots, 0, sizeof(TheSlots));
  memset(TheZeroes, 0, sizeof(TheZeroes));
  FillAdapter(&TheAdapter, ADAPTER_HANDLE, &OtherAdapter);
  FillAdapter(&OtherAdapter, OTHER_ADAPTER_HANDLE, &TheAdapter);
  TheAdapters[0] = &TheAdapter;
  TheAdapters[1] = &OtherAdapter;
  memset(&TheDevice, 0, sizeof(TheDevice));
  TheDevice.Adapter = &TheAdapter;
  TheDevice.hDxgDevice = DEVICE_HANDLE;
  TheDevice.PageTable = NewHandle(ADAPTER_HANDLE, STATE_LIVE, TRUE);
  OtherDevice = TheDevice;
  OtherDevice.Adapter = &OtherAdapter;
  OtherDevice.PageTable = NULL;
  FillContext(&TheContext, &TheDevice, ADAPTER_HANDLE);
  FillContext(&OtherContext, &OtherDevice, OTHER_ADAPTER_HANDLE);
}

// Marks the handles and blocks that a piece of memory leads to.
static VOID Scan(const UCHAR *Start, SIZE_T Size, BOOLEAN *Handles, BOOLEAN *Blocks)
{
  SIZE_T offset;
  for (offset = 0; offset + sizeof(ULONG64) <= Size; offset += sizeof(ULONG64)) {
    ULONG64 word = *(const ULONG64 *)(Start + offset);
    ULONG i;
    if (word >> 48 == HANDLE_MARK) {
      ULONG64 index = (word & 0xFFFFFFFFFFFFull) >> 4;
      if (index >= 1 && index <= Account->HandleCount)
        Handles[index - 1] = TRUE;
      continue;
    }
    for (i = 0; i < Account->BlockCount; i++) {
      const RECORD_OF_BLOCK *block = &Account->Blocks[i];
      if (block->IsLive && !Blocks[i] && word >= (ULONG64)block->Start && word < (ULONG64)block->Start + block->Size) {
        Blocks[i] = TRUE;
        Scan(block->Start, block->Size, Handles, Blocks);
      }
    }
  }
}

// Bounds of the initialised and the zeroed data of the program, from the linker.
extern UCHAR __data_start[], _end[];

static VOID EndRun(BOOLEAN *Handles, BOOLEAN *Blocks, BOOLEAN Failed)
{
  ULONG i;
  Account->Runs++;
  for (i = 0; i < Account->HandleCount; i++) {
    const RECORD_OF_HANDLE *record = &Account->Handles[i];
    if (record->State == STATE_LIVE && !record->IsOld && !Handles[i])
      Violate(VIOLATION_LEAK);
    if (record->State == STATE_NEVER_VALID && Handles[i] && !Failed)
      Violate(VIOLATION_STATUS);
  }
  for (i = 0; i < Account->BlockCount; i++)
    if (Account->Blocks[i].IsLive && !Blocks[i])
      Violate(VIOLATION_POOL_LEAK);
  if (Account->Locks || Account->Level)
    Violate(VIOLATION_LOCK);
  free(Handles);
  free(Blocks);
}

VOID EndFunction(BOOLEAN Failed)
{
  BOOLEAN *handles = (BOOLEAN *)calloc(MAX_RECORDS, 1);
  BOOLEAN *blocks = (BOOLEAN *)calloc(MAX_RECORDS, 1);
  Scan(__data_start, (SIZE_T)(_end - __data_start), handles, blocks);
  EndRun(handles, blocks, Failed);
}

VOID EndDriver(VOID)
{
  EndRun((BOOLEAN *)calloc(MAX_RECORDS, 1), (BOOLEAN *)calloc(MAX_RECORDS, 1), FALSE);
}

VOID Report(const char *Name)
{
  static const char *const names[VIOLATION_COUNT] = {
      "dxgk-leak",       "dxgk-double-destroy",   "dxgk-use-after-destroy", "dxgk-wrong-adapter",
      "dxgk-irql",       "dxgk-invalid-handle",   "dxgk-unchecked-status",  "dxgk-create-contract",
      "dxgk-version",    "pool-leak",             "pool-use",               "lock-left"};
  ULONG i;
  printf("%s %u", Name, Account->Runs);
  for (i = 0; i < VIOLATION_COUNT; i++)
    if (Account->Violated[i])
      printf(" %s", names[i]);
  printf("\n");
  memset(Account->Violated, 0, sizeof(Account->Violated));
  Account->Runs = Account->ChoiceCount = 0;
}
