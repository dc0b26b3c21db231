// Choices are enumerated depth first: a run replays the sequence of the one before up to its last choice, and takes the next
// answer there. A violation is kept with its line, the line of the create, and whether it is the first of its handle:
// what follows from a defect need not be reported again.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "system.h"

#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>

#define MAX_RECORDS 512
#define MAX_CHOICES 256
#define MAX_NOTES 512
#define MAX_RUNS 30000
#define MAX_TICKS 5000
#define MAX_LINES 8192
#define HANDLE_MARK 0x5A5Aull // upper 16 bits of every handle, so that a scan of memory finds them

typedef enum STATE { LIVE, DESTROYED, NEVER_VALID } STATE;

typedef struct RECORD {
  HANDLE Adapter; // NULL: from before the run
  STATE State;
  unsigned Line;
  BOOLEAN IsTainted; // something is wrong with it already
  BOOLEAN IsUsed;
} RECORD;

typedef struct BLOCK {
  unsigned char *Start;
  SIZE_T Size;
  BOOLEAN IsLive;
} BLOCK;

typedef struct NOTE {
  const char *Check;
  unsigned Line, Created;
  BOOLEAN IsFirst;
} NOTE;

// In memory of its own: the scan for what a program still holds must not find the account.
static struct ACCOUNT {
  RECORD Records[MAX_RECORDS];
  unsigned RecordCount;
  BLOCK Blocks[MAX_RECORDS];
  unsigned BlockCount;
  NOTE Notes[MAX_NOTES];
  unsigned NoteCount;
  ULONG Choices[MAX_CHOICES], Limits[MAX_CHOICES];
  unsigned ChoiceCount, Position;
  unsigned Runs, Ticks, Line;
  BOOLEAN IsReached[MAX_LINES];
  ULONG Level;
  KIRQL MutexLevel;
  const char *Trouble;
  sigjmp_buf Out;
} *A;

ADAPTER TheAdapter, OtherAdapter;
DEVICE TheDevice;
GPU_CONTEXT TheContext, OtherContext;
BOX TheBox;
HANDLE TheSlot;
static HANDLE TheResult;

extern unsigned char __data_start[], _end[];

static void give_up(const char *why)
{
  A->Trouble = why;
  siglongjmp(A->Out, 1);
}

void At(unsigned Line)
{
  A->Line = Line;
  A->IsReached[Line % MAX_LINES] = TRUE;
  if (++A->Ticks > MAX_TICKS)
    give_up("endless");
}

ULONG Choose(ULONG Count)
{
  if (A->Position >= MAX_CHOICES)
    give_up("choices");
  if (A->Position == A->ChoiceCount) {
    A->Choices[A->ChoiceCount] = 0;
    A->Limits[A->ChoiceCount++] = Count;
  }
  return A->Choices[A->Position++];
}

static void violate(const char *Check, unsigned Created, BOOLEAN IsFirst)
{
  unsigned i;
  for (i = 0; i < A->NoteCount; i++) {
    NOTE *note = &A->Notes[i];
    if (note->Check == Check && note->Line == A->Line && note->Created == Created) {
      note->IsFirst |= IsFirst;
      return;
    }
  }
  if (A->NoteCount == MAX_NOTES)
    give_up("notes");
  A->Notes[A->NoteCount++] = (NOTE){Check, A->Line, Created, IsFirst};
}

static void violate_with(const char *Check, RECORD *Record)
{
  violate(Check, Record->Line, !Record->IsTainted);
  Record->IsTainted = TRUE;
}

static void require_passive(void)
{
  if (A->Level > PASSIVE_LEVEL)
    violate("irql", 0, TRUE);
}

static HANDLE new_handle(HANDLE Adapter, STATE State)
{
  if (A->RecordCount == MAX_RECORDS)
    give_up("records");
  A->Records[A->RecordCount++] = (RECORD){Adapter, State, A->Line, FALSE, FALSE};
  return (HANDLE)(HANDLE_MARK << 48 | (ULONG64)A->RecordCount << 4);
}

static RECORD *find(HANDLE Handle)
{
  ULONG64 word = (ULONG64)Handle, index = (word & 0xFFFFFFFFFFFFull) >> 4;
  return word >> 48 == HANDLE_MARK && index >= 1 && index <= A->RecordCount ? &A->Records[index - 1] : NULL;
}

// ---- Callbacks -----------------------------------------------------------------------------------------------------------

static NTSTATUS create(DXGKARGCB_CREATECONTEXTALLOCATION *Args)
{
  require_passive();
  if (Args->hAdapter != ADAPTER_HANDLE && Args->hAdapter != OTHER_ADAPTER_HANDLE)
    give_up("create without an adapter");
  if (Choose(2)) {
    Args->hAllocation = new_handle(NULL, NEVER_VALID);
    return STATUS_NO_MEMORY;
  }
  Args->hAllocation = new_handle(Args->hAdapter, LIVE);
  return STATUS_SUCCESS;
}

static RECORD *take(HANDLE Adapter, HANDLE Handle, const char *WhenDestroyed)
{
  RECORD *record = find(Handle);
  require_passive();
  if (!record) {
    violate("invalid-handle", 0, TRUE);
    return NULL;
  }
  record->IsUsed = TRUE;
  if (record->State == NEVER_VALID)
    violate_with("invalid-handle", record);
  else if (record->State == DESTROYED)
    violate_with(WhenDestroyed, record);
  else if (Adapter != ADAPTER_HANDLE && Adapter != OTHER_ADAPTER_HANDLE)
    violate_with("wrong-adapter", record);
  else if (record->Adapter && record->Adapter != Adapter)
    violate_with("wrong-adapter", record);
  return record;
}

static NTSTATUS destroy(HANDLE Adapter, HANDLE Handle)
{
  RECORD *record = take(Adapter, Handle, "double-destroy");
  if (record && record->State == LIVE)
    record->State = DESTROYED;
  return STATUS_SUCCESS;
}

static UINT64 map(HANDLE Adapter, const DXGKARGCB_MAPCONTEXTALLOCATION *Args)
{
  take(Adapter, Args->hAllocation, "use-after-destroy");
  return 0x100000;
}

static NTSTATUS update(HANDLE Adapter, const DXGKARGCB_UPDATECONTEXTALLOCATION *Args)
{
  take(Adapter, Args->hAllocation, "use-after-destroy");
  return STATUS_SUCCESS;
}

void FillInterface(DXGKRNL_INTERFACE *Dxgk, HANDLE Adapter)
{
  *Dxgk = (DXGKRNL_INTERFACE){sizeof(*Dxgk), 0, Adapter, create, destroy, map, update};
}

// ---- Hardware, pool, level ---------------------------------------------------------------------------------------------------

NTSTATUS ProbeHardware(VOID)
{
  static const NTSTATUS answers[] = {STATUS_SUCCESS, STATUS_UNSUCCESSFUL, STATUS_TIMEOUT};
  return answers[Choose(3)];
}

BOOLEAN HardwareIsReady(VOID)
{
  return (BOOLEAN)Choose(2);
}

ULONG HardwareRevision(VOID)
{
  return Choose(5);
}

PVOID ExAllocatePoolWithTag(POOL_TYPE Type, SIZE_T Size, ULONG Tag)
{
  BLOCK *block = &A->Blocks[A->BlockCount];
  (void)Type, (void)Tag;
  if (A->BlockCount == MAX_RECORDS)
    give_up("blocks");
  if (Choose(2))
    return NULL;
  A->BlockCount++;
  *block = (BLOCK){malloc(Size), Size, TRUE};
  memset(block->Start, 0xAA, Size);
  return block->Start;
}

VOID ExFreePoolWithTag(PVOID Block, ULONG Tag)
{
  unsigned i;
  (void)Tag;
  for (i = 0; i < A->BlockCount; i++) {
    if (A->Blocks[i].IsLive && A->Blocks[i].Start == Block) {
      A->Blocks[i].IsLive = FALSE; // the memory itself stays until the run is over: an address in it is a fault from here on
      memset(Block, 0xDD, A->Blocks[i].Size);
      return;
    }
  }
  give_up("free");
}

VOID KeInitializeSpinLock(PKSPIN_LOCK Lock)
{
  (void)Lock;
}

VOID KeRaiseIrql(KIRQL Level, PKIRQL Old)
{
  *Old = (KIRQL)A->Level;
  A->Level = Level > A->Level ? Level : A->Level;
}

VOID KeLowerIrql(KIRQL Old)
{
  A->Level = Old;
}

VOID KeAcquireSpinLock(PKSPIN_LOCK Lock, PKIRQL Old)
{
  (void)Lock;
  KeRaiseIrql(DISPATCH_LEVEL, Old);
}

VOID KeReleaseSpinLock(PKSPIN_LOCK Lock, KIRQL Old)
{
  (void)Lock;
  KeLowerIrql(Old);
}

VOID ExAcquireFastMutex(PFAST_MUTEX Mutex)
{
  (void)Mutex;
  KeRaiseIrql(APC_LEVEL, &A->MutexLevel);
}

VOID ExReleaseFastMutex(PFAST_MUTEX Mutex)
{
  (void)Mutex;
  KeLowerIrql(A->MutexLevel);
}

// ---- Runs ------------------------------------------------------------------------------------------------------------------

static void fill_adapter(ADAPTER *Adapter, HANDLE Handle, ADAPTER *Peer)
{
  memset(Adapter, 0, sizeof(*Adapter));
  FillInterface(&Adapter->Dxgk, Handle);
  Adapter->Peer = Peer;
  Adapter->Table = new_handle(NULL, LIVE);
  Adapter->Scratch = new_handle(NULL, LIVE);
}

static void fill_context(GPU_CONTEXT *Context)
{
  memset(Context, 0, sizeof(*Context));
  Context->Adapter = &TheAdapter;
  Context->Device = &TheDevice;
  Context->SaveArea = new_handle(NULL, LIVE);
  Context->Ring = new_handle(NULL, LIVE);
}

static void begin_run(void)
{
  unsigned i;
  for (i = 0; i < A->BlockCount; i++)
    free(A->Blocks[i].Start);
  A->BlockCount = A->RecordCount = A->Position = A->Ticks = A->Line = 0;
  A->Level = PASSIVE_LEVEL;
  fill_adapter(&TheAdapter, ADAPTER_HANDLE, &OtherAdapter);
  fill_adapter(&OtherAdapter, OTHER_ADAPTER_HANDLE, &TheAdapter);
  memset(&TheDevice, 0, sizeof(TheDevice));
  TheDevice.Adapter = &TheAdapter;
  TheDevice.Table = new_handle(NULL, LIVE);
  fill_context(&TheContext);
  fill_context(&OtherContext);
  memset(&TheBox, 0, sizeof(TheBox));
  TheBox.Handle = new_handle(NULL, LIVE);
  TheSlot = new_handle(NULL, LIVE);
  TheResult = NULL;
}

static void scan(const unsigned char *Start, SIZE_T Size, BOOLEAN *Held, BOOLEAN *Reached)
{
  SIZE_T offset;
  for (offset = 0; offset + 8 <= Size; offset += 8) {
    ULONG64 word = *(const ULONG64 *)(Start + offset);
    RECORD *record = find((HANDLE)word);
    unsigned i;
    if (record) {
      Held[record - A->Records] = TRUE;
      continue;
    }
    for (i = 0; i < A->BlockCount; i++) {
      const BLOCK *block = &A->Blocks[i];
      if (block->IsLive && !Reached[i] && word >= (ULONG64)block->Start && word < (ULONG64)block->Start + block->Size) {
        Reached[i] = TRUE;
        scan(block->Start, block->Size, Held, Reached);
      }
    }
  }
}

static void end_run(BOOLEAN *Held, BOOLEAN IsFailed)
{
  unsigned i;
  for (i = 0; i < A->RecordCount; i++) {
    RECORD *record = &A->Records[i];
    if (record->State == LIVE && record->Adapter && !Held[i])
      violate_with("leak", record);
    if (record->State == NEVER_VALID && (record->IsUsed || (Held[i] && !IsFailed)))
      violate("unchecked-status", record->Line, FALSE);
  }
}

void EndFunction(HANDLE Result, BOOLEAN IsFailed)
{
  BOOLEAN held[MAX_RECORDS] = {0}, reached[MAX_RECORDS] = {0};
  TheResult = Result;
  scan(__data_start, (SIZE_T)(_end - __data_start) & ~(SIZE_T)7, held, reached);
  end_run(held, IsFailed);
}

void EndDriver(void)
{
  BOOLEAN held[MAX_RECORDS] = {0};
  end_run(held, FALSE);
}

static void on_fault(int Signal)
{
  (void)Signal;
  give_up("fault");
}

static BOOLEAN next_run(void)
{
  A->ChoiceCount = A->Position;
  while (A->ChoiceCount > 0) {
    unsigned last = A->ChoiceCount - 1;
    if (++A->Choices[last] < A->Limits[last])
      return TRUE;
    A->ChoiceCount = last;
  }
  return FALSE;
}

void Explore(const char *Name, void (*Body)(void))
{
  unsigned i;
  if (!A) {
    A = calloc(1, sizeof(*A));
    signal(SIGSEGV, on_fault);
    signal(SIGBUS, on_fault);
  }
  memset(A->IsReached, 0, sizeof(A->IsReached));
  A->Runs = A->ChoiceCount = A->NoteCount = 0;
  A->Trouble = NULL;
  do {
    if (A->Runs++ == MAX_RUNS) {
      A->Trouble = "runs";
      break;
    }
    if (sigsetjmp(A->Out, 1) == 0) {
      begin_run();
      Body();
    }
  } while (!A->Trouble && next_run());
  printf("program %s %u %s\n", Name, A->Runs, A->Trouble ? A->Trouble : "-");
  for (i = 0; i < MAX_LINES; i++)
    if (A->IsReached[i])
      printf("reached %u\n", i);
  for (i = 0; i < A->NoteCount; i++)
    printf("%s %u %u %d\n", A->Notes[i].Check, A->Notes[i].Line, A->Notes[i].Created, A->Notes[i].IsFirst);
}
