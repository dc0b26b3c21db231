// The kernel of the imitation: levels, locks, pool, work that is put off, and the hardware that driver.h asks.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "imitation.h"

#undef KeAcquireSpinLock
#undef KeRaiseIrql

NTSTATUS ProbeHardware(VOID)
{
  static const NTSTATUS answers[] = {STATUS_SUCCESS, STATUS_UNSUCCESSFUL, STATUS_PENDING, STATUS_TIMEOUT};
  return answers[Choose(RTL_NUMBER_OF(answers))];
}

// A library that says the truth.
BOOLEAN LibraryHasFailed(NTSTATUS Status, PCSTR Where)
{
  UNREFERENCED_PARAMETER(Where);
  return !NT_SUCCESS(Status);
}

BOOLEAN HardwareIsReady(VOID)
{
  return (BOOLEAN)Choose(2);
}

ULONG HardwareRevision(VOID)
{
  static const ULONG answers[] = {0, 1, 2, 3, 4, 5, 7, 12};
  return answers[Choose(RTL_NUMBER_OF(answers))];
}

VOID RegisterElsewhere(HANDLE Allocation)
{
  GiveAway(Allocation);
}

// ---- Pool ----

PVOID NTAPI ExAllocatePoolWithTag(POOL_TYPE Type, SIZE_T Size, ULONG Tag)
{
  UNREFERENCED_PARAMETER(Type);
  UNREFERENCED_PARAMETER(Tag);
  RequireLevel(DISPATCH_LEVEL);
  return Choose(2) ? NULL : AllocateBlock(Size);
}

PVOID NTAPI ExAllocatePool2(POOL_FLAGS Flags, SIZE_T Size, ULONG Tag)
{
  PVOID block = ExAllocatePoolWithTag(NonPagedPoolNx, Size, Tag);
  if (block && !(Flags & POOL_FLAG_UNINITIALIZED))
    RtlZeroMemory(block, Size);
  return block;
}

VOID NTAPI ExFreePoolWithTag(PVOID Block, ULONG Tag)
{
  UNREFERENCED_PARAMETER(Tag);
  RequireLevel(DISPATCH_LEVEL);
  FreeBlock(Block);
}

// ---- Levels and locks ----

static KIRQL Raise(ULONG Level)
{
  KIRQL old = (KIRQL)GetLevel();
  if (Level > old)
    SetLevel(Level);
  return old;
}

static KIRQL Lock(ULONG Level)
{
  CountLock(1);
  return Raise(Level);
}

static VOID Unlock(KIRQL Old)
{
  CountLock(-1);
  SetLevel(Old);
}

VOID NTAPI KeAcquireSpinLock(PKSPIN_LOCK SpinLock, PKIRQL Old)
{
  UNREFERENCED_PARAMETER(SpinLock);
  *Old = Lock(DISPATCH_LEVEL);
}

KIRQL NTAPI KeAcquireSpinLockRaiseToDpc(PKSPIN_LOCK SpinLock)
{
  UNREFERENCED_PARAMETER(SpinLock);
  return Lock(DISPATCH_LEVEL);
}

VOID NTAPI KeReleaseSpinLock(PKSPIN_LOCK SpinLock, KIRQL Old)
{
  UNREFERENCED_PARAMETER(SpinLock);
  Unlock(Old);
}

VOID NTAPI KeAcquireSpinLockAtDpcLevel(PKSPIN_LOCK SpinLock)
{
  UNREFERENCED_PARAMETER(SpinLock);
  if (GetLevel() < DISPATCH_LEVEL)
    Violate(VIOLATION_LOCK);
  CountLock(1);
}

BOOLEAN NTAPI KeTryToAcquireSpinLockAtDpcLevel(PKSPIN_LOCK SpinLock)
{
  if (Choose(2))
    return FALSE;
  KeAcquireSpinLockAtDpcLevel(SpinLock);
  return TRUE;
}

VOID NTAPI KeReleaseSpinLockFromDpcLevel(PKSPIN_LOCK SpinLock)
{
  UNREFERENCED_PARAMETER(SpinLock);
  CountLock(-1);
}

VOID NTAPI KeAcquireInStackQueuedSpinLock(PKSPIN_LOCK SpinLock, PKLOCK_QUEUE_HANDLE Queue)
{
  UNREFERENCED_PARAMETER(SpinLock);
  Queue->OldIrql = Lock(DISPATCH_LEVEL);
}

VOID NTAPI KeReleaseInStackQueuedSpinLock(PKLOCK_QUEUE_HANDLE Queue)
{
  Unlock(Queue->OldIrql);
}

KIRQL NTAPI KeAcquireInterruptSpinLock(PKINTERRUPT Interrupt)
{
  UNREFERENCED_PARAMETER(Interrupt);
  return Lock(LEVEL_OF_INTERRUPT);
}

VOID NTAPI KeReleaseInterruptSpinLock(PKINTERRUPT Interrupt, KIRQL Old)
{
  UNREFERENCED_PARAMETER(Interrupt);
  Unlock(Old);
}

KIRQL NTAPI ExAcquireSpinLockShared(PEX_SPIN_LOCK SpinLock)
{
  UNREFERENCED_PARAMETER(SpinLock);
  return Lock(DISPATCH_LEVEL);
}

VOID NTAPI ExReleaseSpinLockShared(PEX_SPIN_LOCK SpinLock, KIRQL Old)
{
  UNREFERENCED_PARAMETER(SpinLock);
  Unlock(Old);
}

KIRQL LockHardware(VOID)
{
  return Lock(DISPATCH_LEVEL);
}

VOID UnlockHardware(KIRQL Old)
{
  Unlock(Old);
}

static KIRQL FastMutexLevel;

VOID NTAPI ExAcquireFastMutex(PFAST_MUTEX Mutex)
{
  UNREFERENCED_PARAMETER(Mutex);
  FastMutexLevel = Lock(APC_LEVEL);
}

BOOLEAN NTAPI ExTryToAcquireFastMutex(PFAST_MUTEX Mutex)
{
  if (Choose(2))
    return FALSE;
  ExAcquireFastMutex(Mutex);
  return TRUE;
}

VOID NTAPI ExReleaseFastMutex(PFAST_MUTEX Mutex)
{
  UNREFERENCED_PARAMETER(Mutex);
  Unlock(FastMutexLevel);
}

VOID NTAPI KeEnterCriticalRegion(VOID)
{
  CountLock(1);
}

VOID NTAPI KeLeaveCriticalRegion(VOID)
{
  CountLock(-1);
}

BOOLEAN NTAPI ExAcquireResourceExclusiveLite(PERESOURCE Resource, BOOLEAN Wait)
{
  UNREFERENCED_PARAMETER(Resource);
  UNREFERENCED_PARAMETER(Wait);
  RequireLevel(APC_LEVEL);
  CountLock(1);
  return TRUE;
}

VOID NTAPI ExReleaseResourceLite(PERESOURCE Resource)
{
  UNREFERENCED_PARAMETER(Resource);
  CountLock(-1);
}

VOID NTAPI KeRaiseIrql(KIRQL Level, PKIRQL Old)
{
  *Old = Raise(Level);
}

KIRQL NTAPI KeRaiseIrqlToDpcLevel(VOID)
{
  return Raise(DISPATCH_LEVEL);
}

VOID NTAPI KeLowerIrql(KIRQL Old)
{
  SetLevel(Old);
}

KIRQL NTAPI KeGetCurrentIrql(VOID)
{
  return (KIRQL)GetLevel();
}

// ---- Work that is put off: done when somebody waits ----

static PKDPC QueuedDpc;
static PWORK_QUEUE_ITEM QueuedItem;

VOID NTAPI KeInitializeDpc(PRKDPC Dpc, PKDEFERRED_ROUTINE Routine, PVOID Context)
{
  Dpc->DeferredRoutine = Routine;
  Dpc->DeferredContext = Context;
}

BOOLEAN NTAPI KeInsertQueueDpc(PRKDPC Dpc, PVOID Argument1, PVOID Argument2)
{
  UNREFERENCED_PARAMETER(Argument1);
  UNREFERENCED_PARAMETER(Argument2);
  QueuedDpc = Dpc;
  return TRUE;
}

VOID NTAPI ExQueueWorkItem(PWORK_QUEUE_ITEM Item, WORK_QUEUE_TYPE Type)
{
  UNREFERENCED_PARAMETER(Type);
  QueuedItem = Item;
}

NTSTATUS NTAPI KeWaitForSingleObject(PVOID Object, KWAIT_REASON Reason, KPROCESSOR_MODE Mode, BOOLEAN Alertable,
                                     PLARGE_INTEGER Timeout)
{
  PKDPC dpc = QueuedDpc;
  PWORK_QUEUE_ITEM item = QueuedItem;
  UNREFERENCED_PARAMETER(Object);
  UNREFERENCED_PARAMETER(Reason);
  UNREFERENCED_PARAMETER(Mode);
  UNREFERENCED_PARAMETER(Alertable);
  UNREFERENCED_PARAMETER(Timeout);
  RequireLevel(APC_LEVEL);
  QueuedDpc = NULL;
  QueuedItem = NULL;
  if (dpc) {
    KIRQL old = Raise(DISPATCH_LEVEL);
    dpc->DeferredRoutine(dpc, dpc->DeferredContext, NULL, NULL);
    SetLevel(old);
  }
  if (item)
    item->WorkerRoutine(item->Parameter);
  return STATUS_SUCCESS;
}

// Routines that are registered here are run on their own.

VOID NTAPI KeInitializeTimer(PKTIMER Timer)
{
  UNREFERENCED_PARAMETER(Timer);
}

BOOLEAN NTAPI KeSetTimer(PKTIMER Timer, LARGE_INTEGER DueTime, PKDPC Dpc)
{
  UNREFERENCED_PARAMETER(Timer);
  UNREFERENCED_PARAMETER(DueTime);
  UNREFERENCED_PARAMETER(Dpc);
  return FALSE;
}

VOID NTAPI IoQueueWorkItem(PIO_WORKITEM Item, PIO_WORKITEM_ROUTINE Routine, WORK_QUEUE_TYPE Type, PVOID Context)
{
  UNREFERENCED_PARAMETER(Item);
  UNREFERENCED_PARAMETER(Routine);
  UNREFERENCED_PARAMETER(Type);
  UNREFERENCED_PARAMETER(Context);
}

BOOLEAN NTAPI KeSynchronizeExecution(PKINTERRUPT Interrupt, PKSYNCHRONIZE_ROUTINE Routine, PVOID Context)
{
  UNREFERENCED_PARAMETER(Interrupt);
  UNREFERENCED_PARAMETER(Routine);
  UNREFERENCED_PARAMETER(Context);
  return TRUE;
}

NTSTATUS NTAPI PsCreateSystemThread(PHANDLE Thread, ULONG Access, POBJECT_ATTRIBUTES Attributes, HANDLE Process,
                                    PCLIENT_ID Client, PKSTART_ROUTINE Routine, PVOID Context)
{
  UNREFERENCED_PARAMETER(Access);
  UNREFERENCED_PARAMETER(Attributes);
  UNREFERENCED_PARAMETER(Process);
  UNREFERENCED_PARAMETER(Client);
  UNREFERENCED_PARAMETER(Routine);
  UNREFERENCED_PARAMETER(Context);
  *Thread = NULL;
  return STATUS_NO_MEMORY;
}

NTSTATUS NTAPI PsTerminateSystemThread(NTSTATUS Status)
{
  return Status;
}

NTSTATUS NTAPI ZwClose(HANDLE Handle)
{
  UNREFERENCED_PARAMETER(Handle);
  return STATUS_SUCCESS;
}

PLIST_ENTRY NTAPI ExInterlockedRemoveHeadList(PLIST_ENTRY List, PKSPIN_LOCK SpinLock)
{
  UNREFERENCED_PARAMETER(SpinLock);
  return IsListEmpty(List) ? NULL : RemoveHeadList(List);
}

LONG NTAPI KeReleaseMutex(PKMUTEX Mutex, BOOLEAN Wait)
{
  UNREFERENCED_PARAMETER(Mutex);
  UNREFERENCED_PARAMETER(Wait);
  return 0;
}

VOID NTAPI KeInitializeEvent(PRKEVENT Event, EVENT_TYPE Type, BOOLEAN State)
{
  UNREFERENCED_PARAMETER(Event);
  UNREFERENCED_PARAMETER(Type);
  UNREFERENCED_PARAMETER(State);
}

VOID NTAPI KeFlushQueuedDpcs(VOID)
{
  RequireLevel(PASSIVE_LEVEL);
}

NTSTATUS NTAPI KeDelayExecutionThread(KPROCESSOR_MODE Mode, BOOLEAN Alertable, PLARGE_INTEGER Interval)
{
  UNREFERENCED_PARAMETER(Mode);
  UNREFERENCED_PARAMETER(Alertable);
  UNREFERENCED_PARAMETER(Interval);
  RequireLevel(APC_LEVEL);
  return STATUS_SUCCESS;
}

LONG NTAPI KeSetEvent(PRKEVENT Event, KPRIORITY Increment, BOOLEAN Wait)
{
  UNREFERENCED_PARAMETER(Event);
  UNREFERENCED_PARAMETER(Increment);
  UNREFERENCED_PARAMETER(Wait);
  return 0;
}

ULONG DbgPrint(PCSTR Format, ...)
{
  UNREFERENCED_PARAMETER(Format);
  return 0;
}

// ---- Bit maps ----

VOID NTAPI RtlInitializeBitMap(PRTL_BITMAP Map, PULONG Buffer, ULONG Bits)
{
  Map->Buffer = Buffer;
  Map->SizeOfBitMap = Bits;
}

VOID NTAPI RtlClearAllBits(PRTL_BITMAP Map)
{
  memset(Map->Buffer, 0, (Map->SizeOfBitMap + 31) / 32 * sizeof(ULONG));
}

VOID NTAPI RtlClearBits(PRTL_BITMAP Map, ULONG Start, ULONG Count)
{
  for (ULONG i = Start; i < Start + Count; i++)
    Map->Buffer[i / 32] &= ~(1u << i % 32);
}

// One bit at a time, from the first on.
ULONG NTAPI RtlFindClearBitsAndSet(PRTL_BITMAP Map, ULONG Count, ULONG Hint)
{
  UNREFERENCED_PARAMETER(Count);
  UNREFERENCED_PARAMETER(Hint);
  for (ULONG i = 0; i < Map->SizeOfBitMap; i++)
    if (!(Map->Buffer[i / 32] >> i % 32 & 1)) {
      Map->Buffer[i / 32] |= 1u << i % 32;
      return i;
    }
  return MAXULONG;
}

// ---- What C++ wants ----

void _purecall(void)
{
  abort();
}

void __std_terminate(void)
{
  abort();
}
