// Levels: lock wrappers, deferral, DPCs by pointer tables, what is asked and what is stated.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

#define Drop(adapter, allocation) \
  (adapter)->Dxgk.DxgkCbDestroyContextAllocation((adapter)->Dxgk.DeviceHandle, (allocation))

static VOID Lock(ADAPTER *Adapter, KIRQL *Old)
{
  KeAcquireSpinLock(&Adapter->Lock, Old);
}

static VOID Unlock(ADAPTER *Adapter, KIRQL Old)
{
  KeReleaseSpinLock(&Adapter->Lock, Old);
}

VOID wrapped_bad(ADAPTER *Adapter)
{
  KIRQL old;
  Lock(Adapter, &old);
  if (Adapter->Scratch) {
    Drop(Adapter, Adapter->Scratch); // EXPECT: dxgk-irql
    Adapter->Scratch = NULL;
  }
  Unlock(Adapter, old);
}

VOID wrapped_ok(ADAPTER *Adapter)
{
  HANDLE scratch;
  KIRQL old;
  Lock(Adapter, &old);
  scratch = Adapter->Scratch;
  Adapter->Scratch = NULL;
  Unlock(Adapter, old);
  if (scratch)
    Drop(Adapter, scratch);
}

// The lock is left on one way only.
VOID one_way_bad(ADAPTER *Adapter)
{
  HANDLE scratch;
  KIRQL old;
  KeAcquireSpinLock(&Adapter->Lock, &old);
  scratch = Adapter->Scratch;
  Adapter->Scratch = NULL;
  if (Adapter->Flags & 1)
    KeReleaseSpinLock(&Adapter->Lock, old);
  if (scratch)
    Drop(Adapter, scratch); // EXPECT: dxgk-irql
  if (!(Adapter->Flags & 1))
    KeReleaseSpinLock(&Adapter->Lock, old);
}

VOID one_way_ok(ADAPTER *Adapter)
{
  HANDLE scratch;
  BOOLEAN locked = FALSE;
  KIRQL old = PASSIVE_LEVEL;
  if (Adapter->Flags & 1) {
    KeAcquireSpinLock(&Adapter->Lock, &old);
    locked = TRUE;
  }
  scratch = Adapter->Scratch;
  Adapter->Scratch = NULL;
  if (locked)
    KeReleaseSpinLock(&Adapter->Lock, old);
  if (scratch)
    Drop(Adapter, scratch);
}

// Registered through a structure of the driver's own.
typedef struct _GPU_EVENT {
  KDPC Dpc;
  KTIMER Timer;
  PKDEFERRED_ROUTINE Routine;
  ADAPTER *Adapter;
} GPU_EVENT;

static VOID NTAPI dpc_bad(PKDPC Dpc, PVOID DeferredContext, PVOID Argument1, PVOID Argument2)
{
  GPU_EVENT *event = (GPU_EVENT *)DeferredContext;
  UNREFERENCED_PARAMETER(Dpc);
  UNREFERENCED_PARAMETER(Argument1);
  UNREFERENCED_PARAMETER(Argument2);
  Drop(event->Adapter, event->Adapter->Scratch); // EXPECT: dxgk-irql
}

static VOID NTAPI WorkItem(PDEVICE_OBJECT DeviceObject, PVOID Context)
{
  ADAPTER *adapter = (ADAPTER *)Context;
  UNREFERENCED_PARAMETER(DeviceObject);
  Drop(adapter, adapter->Scratch);
}

static VOID NTAPI dpc_ok(PKDPC Dpc, PVOID DeferredContext, PVOID Argument1, PVOID Argument2)
{
  GPU_EVENT *event = (GPU_EVENT *)DeferredContext;
  UNREFERENCED_PARAMETER(Dpc);
  UNREFERENCED_PARAMETER(Argument2);
  IoQueueWorkItem((PIO_WORKITEM)Argument1, WorkItem, DelayedWorkQueue, event->Adapter);
}

VOID StartEvents(GPU_EVENT *Bad, GPU_EVENT *Good)
{
  Bad->Routine = dpc_bad;
  KeInitializeDpc(&Bad->Dpc, Bad->Routine, Bad);
  KeInitializeDpc(&Good->Dpc, dpc_ok, Good);
}

// A timer's DPC, given where the timer is set.
static KDEFERRED_ROUTINE timer_bad;
static VOID NTAPI timer_bad(PKDPC Dpc, PVOID DeferredContext, PVOID Argument1, PVOID Argument2)
{
  ADAPTER *adapter = (ADAPTER *)DeferredContext;
  UNREFERENCED_PARAMETER(Dpc);
  UNREFERENCED_PARAMETER(Argument1);
  UNREFERENCED_PARAMETER(Argument2);
  if (KeGetCurrentIrql() <= DISPATCH_LEVEL)
    Drop(adapter, adapter->Scratch); // EXPECT: dxgk-irql
}

static KDEFERRED_ROUTINE timer_ok;
static VOID NTAPI timer_ok(PKDPC Dpc, PVOID DeferredContext, PVOID Argument1, PVOID Argument2)
{
  ADAPTER *adapter = (ADAPTER *)DeferredContext;
  UNREFERENCED_PARAMETER(Dpc);
  UNREFERENCED_PARAMETER(Argument1);
  UNREFERENCED_PARAMETER(Argument2);
  if (KeGetCurrentIrql() < APC_LEVEL)
    Drop(adapter, adapter->Scratch);
}

// The level is raised to the saved one.
VOID saved_level_bad(ADAPTER *Adapter)
{
  KIRQL old = KeRaiseIrqlToDpcLevel();
  if (Adapter->Scratch)
    Drop(Adapter, Adapter->Scratch); // EXPECT: dxgk-irql
  Adapter->Scratch = NULL;
  KeLowerIrql(old);
}

VOID saved_level_ok(ADAPTER *Adapter)
{
  KIRQL old = KeRaiseIrqlToDpcLevel();
  HANDLE scratch = Adapter->Scratch;
  Adapter->Scratch = NULL;
  KeLowerIrql(old);
  if (scratch)
    Drop(Adapter, scratch);
}

// Called by the system at the level of the interrupt.
static BOOLEAN NTAPI synchronized_bad(PVOID SynchronizeContext)
{
  ADAPTER *adapter = (ADAPTER *)SynchronizeContext;
  Drop(adapter, adapter->Scratch); // EXPECT: dxgk-irql
  adapter->Scratch = NULL;
  return TRUE;
}

static BOOLEAN NTAPI synchronized_ok(PVOID SynchronizeContext)
{
  ADAPTER *adapter = (ADAPTER *)SynchronizeContext;
  adapter->Flags |= 2;
  return TRUE;
}

VOID Synchronize(ADAPTER *Adapter)
{
  BOOLEAN result;
  Adapter->Dxgk.DxgkCbSynchronizeExecution(Adapter->Dxgk.DeviceHandle, synchronized_bad, Adapter, 0, &result);
  Adapter->Dxgk.DxgkCbSynchronizeExecution(Adapter->Dxgk.DeviceHandle, synchronized_ok, Adapter, 0, &result);
}

// Two locks, the inner one queued.
VOID nested_bad(ADAPTER *Adapter, PKSPIN_LOCK Other)
{
  KLOCK_QUEUE_HANDLE outer;
  KeAcquireInStackQueuedSpinLock(&Adapter->Lock, &outer);
  KeAcquireSpinLockAtDpcLevel(Other);
  Adapter->Flags |= 1;
  KeReleaseSpinLockFromDpcLevel(Other);
  if (Adapter->Scratch)
    Drop(Adapter, Adapter->Scratch); // EXPECT: dxgk-irql
  Adapter->Scratch = NULL;
  KeReleaseInStackQueuedSpinLock(&outer);
}

VOID nested_ok(ADAPTER *Adapter, PKSPIN_LOCK Other)
{
  KLOCK_QUEUE_HANDLE outer;
  HANDLE scratch;
  KeAcquireInStackQueuedSpinLock(&Adapter->Lock, &outer);
  KeAcquireSpinLockAtDpcLevel(Other);
  Adapter->Flags |= 1;
  KeReleaseSpinLockFromDpcLevel(Other);
  scratch = Adapter->Scratch;
  Adapter->Scratch = NULL;
  KeReleaseInStackQueuedSpinLock(&outer);
  if (scratch)
    Drop(Adapter, scratch);
}

// A fast mutex is APC_LEVEL; a kernel mutex or a resource is not.
VOID fast_mutex_bad(ADAPTER *Adapter)
{
  ExAcquireFastMutex(&Adapter->Mutex);
  Drop(Adapter, Adapter->Scratch); // EXPECT: dxgk-irql
  Adapter->Scratch = NULL;
  ExReleaseFastMutex(&Adapter->Mutex);
}

VOID fast_mutex_ok(ADAPTER *Adapter, PKMUTEX Mutex)
{
  KeWaitForSingleObject(Mutex, Executive, KernelMode, FALSE, NULL);
  Drop(Adapter, Adapter->Scratch);
  Adapter->Scratch = NULL;
  KeReleaseMutex(Mutex, FALSE);
}

VOID push_lock_ok(ADAPTER *Adapter, PERESOURCE Resource)
{
  KeEnterCriticalRegion();
  ExAcquireResourceExclusiveLite(Resource, TRUE);
  Drop(Adapter, Adapter->Scratch);
  Adapter->Scratch = NULL;
  ExReleaseResourceLite(Resource);
  KeLeaveCriticalRegion();
}

// The driver's table of handlers; one slot is called from the DPC.
typedef VOID (*HANDLER)(ADAPTER *Adapter);

static VOID callback_table_bad(ADAPTER *Adapter)
{
  if (!Adapter->Scratch)
    return;
  Drop(Adapter, Adapter->Scratch); // EXPECT: dxgk-irql
  Adapter->Scratch = NULL;
}

static VOID callback_table_ok(ADAPTER *Adapter)
{
  Adapter->Flags |= 8;
}

static const HANDLER g_AtDispatch[] = {callback_table_ok, callback_table_bad};

static DXGKDDI_DPC_ROUTINE GpuDpc;
static VOID NTAPI GpuDpc(CONST PVOID MiniportDeviceContext)
{
  ADAPTER *adapter = (ADAPTER *)MiniportDeviceContext;
  ULONG i;
  for (i = 0; i < RTL_NUMBER_OF(g_AtDispatch); i++)
    g_AtDispatch[i](adapter);
}

// Released and taken again around the call.
VOID drop_lock_ok(ADAPTER *Adapter)
{
  KIRQL old;
  KeAcquireSpinLock(&Adapter->Lock, &old);
  while (Adapter->Scratch) {
    HANDLE scratch = Adapter->Scratch;
    Adapter->Scratch = NULL;
    KeReleaseSpinLock(&Adapter->Lock, old);
    Drop(Adapter, scratch);
    KeAcquireSpinLock(&Adapter->Lock, &old);
  }
  KeReleaseSpinLock(&Adapter->Lock, old);
}

// A spin lock taken by a try.
VOID try_lock_ok(ADAPTER *Adapter)
{
  KIRQL old;
  HANDLE scratch = NULL;
  KeRaiseIrql(DISPATCH_LEVEL, &old);
  if (KeTryToAcquireSpinLockAtDpcLevel(&Adapter->Lock)) {
    scratch = Adapter->Scratch;
    Adapter->Scratch = NULL;
    KeReleaseSpinLockFromDpcLevel(&Adapter->Lock);
  }
  KeLowerIrql(old);
  if (scratch)
    Drop(Adapter, scratch);
}

// "May be called at any level": puts off unless it runs at PASSIVE_LEVEL.
static VOID DropOrPutOff(ADAPTER *Adapter, HANDLE Allocation)
{
  if (KeGetCurrentIrql() == PASSIVE_LEVEL)
    Drop(Adapter, Allocation);
  else
    InterlockedExchangePointer(&Adapter->PageTable, Allocation);
}

static DXGKDDI_PREEMPTCOMMAND Preempt;
static NTSTATUS NTAPI Preempt(CONST HANDLE hAdapter, CONST DXGKARG_PREEMPTCOMMAND *pPreempt)
{
  ADAPTER *adapter = (ADAPTER *)hAdapter;
  UNREFERENCED_PARAMETER(pPreempt);
  DropOrPutOff(adapter, adapter->Scratch);
  return STATUS_SUCCESS;
}
