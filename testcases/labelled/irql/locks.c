// Callbacks that want PASSIVE_LEVEL called under locks: spin locks of every kind, fast mutexes; mutexes do not raise.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

VOID spin_lock_bad(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  KIRQL old;
  KeAcquireSpinLock(&Context->Adapter->Lock, &old);
  dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, Context->SaveArea); // EXPECT: dxgk-irql
  Context->SaveArea = NULL;
  KeReleaseSpinLock(&Context->Adapter->Lock, old);
}

VOID spin_lock_ok(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  HANDLE area;
  KIRQL old;
  KeAcquireSpinLock(&Context->Adapter->Lock, &old);
  area = Context->SaveArea;
  Context->SaveArea = NULL;
  KeReleaseSpinLock(&Context->Adapter->Lock, old);
  dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, area);
}

NTSTATUS create_under_lock_bad(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  KIRQL old = KeAcquireSpinLockRaiseToDpc(&Context->Adapter->Lock);
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args); // EXPECT: dxgk-irql
  if (NT_SUCCESS(status))
    Context->SaveArea = args.hAllocation;
  KeReleaseSpinLock(&Context->Adapter->Lock, old);
  return status;
}

NTSTATUS create_before_lock_ok(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  KIRQL old;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status))
    return status;
  old = KeAcquireSpinLockRaiseToDpc(&Context->Adapter->Lock);
  Context->SaveArea = args.hAllocation;
  KeReleaseSpinLock(&Context->Adapter->Lock, old);
  return status;
}

NTSTATUS queued_lock_bad(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  DXGKARGCB_UPDATECONTEXTALLOCATION update = {0};
  KLOCK_QUEUE_HANDLE queue;
  NTSTATUS status;
  KeAcquireInStackQueuedSpinLock(&Context->Adapter->Lock, &queue);
  update.hAllocation = Context->SaveArea;
  status = dxgk->DxgkCbUpdateContextAllocation(dxgk->DeviceHandle, &update); // EXPECT: dxgk-irql
  KeReleaseInStackQueuedSpinLock(&queue);
  return status;
}

NTSTATUS queued_lock_ok(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  DXGKARGCB_UPDATECONTEXTALLOCATION update = {0};
  KLOCK_QUEUE_HANDLE queue;
  KeAcquireInStackQueuedSpinLock(&Context->Adapter->Lock, &queue);
  update.hAllocation = Context->SaveArea;
  KeReleaseInStackQueuedSpinLock(&queue);
  return dxgk->DxgkCbUpdateContextAllocation(dxgk->DeviceHandle, &update);
}

// AtDpcLevel does not raise: the caller has, and the level stays when the lock is gone.
VOID at_dpc_level_bad(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  KIRQL old;
  HANDLE area;
  KeRaiseIrql(DISPATCH_LEVEL, &old);
  KeAcquireSpinLockAtDpcLevel(&Context->Adapter->Lock);
  area = Context->SaveArea;
  Context->SaveArea = NULL;
  KeReleaseSpinLockFromDpcLevel(&Context->Adapter->Lock);
  dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, area); // EXPECT: dxgk-irql
  KeLowerIrql(old);
}

VOID at_dpc_level_ok(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  KIRQL old;
  HANDLE area;
  KeRaiseIrql(DISPATCH_LEVEL, &old);
  KeAcquireSpinLockAtDpcLevel(&Context->Adapter->Lock);
  area = Context->SaveArea;
  Context->SaveArea = NULL;
  KeReleaseSpinLockFromDpcLevel(&Context->Adapter->Lock);
  KeLowerIrql(old);
  dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, area);
}

VOID try_acquire_bad(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  KIRQL old = KeRaiseIrqlToDpcLevel();
  if (KeTryToAcquireSpinLockAtDpcLevel(&Context->Adapter->Lock)) {
    dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, Context->SaveArea); // EXPECT: dxgk-irql
    Context->SaveArea = NULL;
    KeReleaseSpinLockFromDpcLevel(&Context->Adapter->Lock);
  }
  KeLowerIrql(old);
}

VOID try_acquire_ok(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  HANDLE area = NULL;
  KIRQL old = KeRaiseIrqlToDpcLevel();
  if (KeTryToAcquireSpinLockAtDpcLevel(&Context->Adapter->Lock)) {
    area = Context->SaveArea;
    Context->SaveArea = NULL;
    KeReleaseSpinLockFromDpcLevel(&Context->Adapter->Lock);
  }
  KeLowerIrql(old);
  if (area)
    dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, area);
}

// A fast mutex raises to APC_LEVEL, which is above PASSIVE_LEVEL.
VOID fast_mutex_bad(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  ExAcquireFastMutex(&Context->Adapter->Mutex);
  dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, Context->SaveArea); // EXPECT: dxgk-irql
  Context->SaveArea = NULL;
  ExReleaseFastMutex(&Context->Adapter->Mutex);
}

VOID fast_mutex_ok(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  HANDLE area;
  ExAcquireFastMutex(&Context->Adapter->Mutex);
  area = Context->SaveArea;
  Context->SaveArea = NULL;
  ExReleaseFastMutex(&Context->Adapter->Mutex);
  dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, area);
}

VOID try_fast_mutex_bad(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  if (!ExTryToAcquireFastMutex(&Context->Adapter->Mutex))
    return;
  dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, Context->Ring); // EXPECT: dxgk-irql
  Context->Ring = NULL;
  ExReleaseFastMutex(&Context->Adapter->Mutex);
}

// Where the mutex was not to be had the level is what it was.
VOID try_fast_mutex_ok(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  if (ExTryToAcquireFastMutex(&Context->Adapter->Mutex)) {
    Context->EngineUsed = 0;
    ExReleaseFastMutex(&Context->Adapter->Mutex);
    return;
  }
  dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, Context->Ring);
  Context->Ring = NULL;
}

// Critical and guarded regions keep APCs away and leave the level alone.
VOID critical_region_ok(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  KeEnterCriticalRegion();
  dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, Context->SaveArea);
  Context->SaveArea = NULL;
  KeLeaveCriticalRegion();
}

VOID critical_region_and_lock_bad(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  KIRQL old;
  KeEnterCriticalRegion();
  KeAcquireSpinLock(&Context->Adapter->Lock, &old);
  dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, Context->SaveArea); // EXPECT: dxgk-irql
  Context->SaveArea = NULL;
  KeReleaseSpinLock(&Context->Adapter->Lock, old);
  KeLeaveCriticalRegion();
}

VOID kernel_mutex_ok(GPU_CONTEXT *Context, PKMUTEX Mutex)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  KeWaitForSingleObject(Mutex, Executive, KernelMode, FALSE, NULL);
  dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, Context->SaveArea);
  Context->SaveArea = NULL;
  KeReleaseMutex(Mutex, FALSE);
}

VOID resource_ok(GPU_CONTEXT *Context, PERESOURCE Resource)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  KeEnterCriticalRegion();
  ExAcquireResourceExclusiveLite(Resource, TRUE);
  dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, Context->SaveArea);
  Context->SaveArea = NULL;
  ExReleaseResourceLite(Resource);
  KeLeaveCriticalRegion();
}

// The inner lock is released, the outer one is not.
VOID nested_locks_bad(GPU_CONTEXT *Context, PKSPIN_LOCK Inner)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  KIRQL outer_irql, inner_irql;
  KeAcquireSpinLock(&Context->Adapter->Lock, &outer_irql);
  KeAcquireSpinLock(Inner, &inner_irql);
  Context->EngineUsed = 0;
  KeReleaseSpinLock(Inner, inner_irql);
  dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, Context->SaveArea); // EXPECT: dxgk-irql
  Context->SaveArea = NULL;
  KeReleaseSpinLock(&Context->Adapter->Lock, outer_irql);
}

VOID nested_locks_ok(GPU_CONTEXT *Context, PKSPIN_LOCK Inner)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  KIRQL outer_irql, inner_irql;
  KeAcquireSpinLock(&Context->Adapter->Lock, &outer_irql);
  KeAcquireSpinLock(Inner, &inner_irql);
  Context->EngineUsed = 0;
  KeReleaseSpinLock(Inner, inner_irql);
  KeReleaseSpinLock(&Context->Adapter->Lock, outer_irql);
  dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, Context->SaveArea);
  Context->SaveArea = NULL;
}

// Dropped for the call and taken again.
VOID dropped_for_the_call_ok(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  KIRQL old;
  ULONG i;
  KeAcquireSpinLock(&Context->Adapter->Lock, &old);
  for (i = 0; i < ENGINE_COUNT; i++) {
    HANDLE engine = Context->Engine[i];
    Context->Engine[i] = NULL;
    KeReleaseSpinLock(&Context->Adapter->Lock, old);
    if (engine)
      dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, engine);
    KeAcquireSpinLock(&Context->Adapter->Lock, &old);
  }
  KeReleaseSpinLock(&Context->Adapter->Lock, old);
}

VOID not_dropped_bad(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  KIRQL old;
  ULONG i;
  KeAcquireSpinLock(&Context->Adapter->Lock, &old);
  for (i = 0; i < ENGINE_COUNT; i++) {
    HANDLE engine = Context->Engine[i];
    Context->Engine[i] = NULL;
    if (engine)
      dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, engine); // EXPECT: dxgk-irql
  }
  KeReleaseSpinLock(&Context->Adapter->Lock, old);
}

// The driver's own names for lock and unlock.
static VOID LockAdapter(ADAPTER *Adapter, KIRQL *Old)
{
  KeAcquireSpinLock(&Adapter->Lock, Old);
}

static VOID UnlockAdapter(ADAPTER *Adapter, KIRQL Old)
{
  KeReleaseSpinLock(&Adapter->Lock, Old);
}

VOID own_lock_functions_bad(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  KIRQL old;
  LockAdapter(Context->Adapter, &old);
  dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, Context->SaveArea); // EXPECT: dxgk-irql
  Context->SaveArea = NULL;
  UnlockAdapter(Context->Adapter, old);
}

VOID own_lock_functions_ok(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  HANDLE area;
  KIRQL old;
  LockAdapter(Context->Adapter, &old);
  area = Context->SaveArea;
  Context->SaveArea = NULL;
  UnlockAdapter(Context->Adapter, old);
  dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, area);
}

// The helper that destroys is called with and without the lock; only one of the two callers is at fault.
static VOID DestroyRing(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, Context->Ring); // EXPECT: dxgk-irql
  // EXPECTED-IN: helper_under_lock_bad
  Context->Ring = NULL;
}

VOID helper_under_lock_bad(GPU_CONTEXT *Context)
{
  KIRQL old;
  KeAcquireSpinLock(&Context->Adapter->Lock, &old);
  DestroyRing(Context);
  KeReleaseSpinLock(&Context->Adapter->Lock, old);
}

VOID helper_without_lock_ok(GPU_CONTEXT *Context)
{
  KIRQL old;
  KeAcquireSpinLock(&Context->Adapter->Lock, &old);
  Context->EngineUsed = 0;
  KeReleaseSpinLock(&Context->Adapter->Lock, old);
  DestroyRing(Context);
}

VOID interrupt_lock_bad(GPU_CONTEXT *Context, PKINTERRUPT Interrupt)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  KIRQL old = KeAcquireInterruptSpinLock(Interrupt);
  dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, Context->SaveArea); // EXPECT: dxgk-irql
  Context->SaveArea = NULL;
  KeReleaseInterruptSpinLock(Interrupt, old);
}

VOID interrupt_lock_ok(GPU_CONTEXT *Context, PKINTERRUPT Interrupt)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  HANDLE area;
  KIRQL old = KeAcquireInterruptSpinLock(Interrupt);
  area = Context->SaveArea;
  Context->SaveArea = NULL;
  KeReleaseInterruptSpinLock(Interrupt, old);
  dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, area);
}

// A reader-writer spin lock, for readers.
VOID shared_spin_lock_bad(GPU_CONTEXT *Context, PEX_SPIN_LOCK Lock)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  DXGKARGCB_UPDATECONTEXTALLOCATION update = {0};
  KIRQL old = ExAcquireSpinLockShared(Lock);
  update.hAllocation = Context->SaveArea;
  dxgk->DxgkCbUpdateContextAllocation(dxgk->DeviceHandle, &update); // EXPECT: dxgk-irql
  ExReleaseSpinLockShared(Lock, old);
}

VOID shared_spin_lock_ok(GPU_CONTEXT *Context, PEX_SPIN_LOCK Lock)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  DXGKARGCB_UPDATECONTEXTALLOCATION update = {0};
  KIRQL old = ExAcquireSpinLockShared(Lock);
  update.hAllocation = Context->SaveArea;
  ExReleaseSpinLockShared(Lock, old);
  dxgk->DxgkCbUpdateContextAllocation(dxgk->DeviceHandle, &update);
}

// The lock is held on one of two paths to the call.
VOID one_path_locked_bad(GPU_CONTEXT *Context, BOOLEAN Locked)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  KIRQL old = PASSIVE_LEVEL;
  if (!Locked)
    KeAcquireSpinLock(&Context->Adapter->Lock, &old);
  dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, Context->SaveArea); // EXPECT: dxgk-irql
  Context->SaveArea = NULL;
  if (!Locked)
    KeReleaseSpinLock(&Context->Adapter->Lock, old);
}

VOID other_path_locked_ok(GPU_CONTEXT *Context, BOOLEAN Locked)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  KIRQL old = PASSIVE_LEVEL;
  if (Locked)
    KeAcquireSpinLock(&Context->Adapter->Lock, &old);
  Context->EngineUsed = 0;
  if (!Locked) {
    dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, Context->SaveArea);
    Context->SaveArea = NULL;
  }
  if (Locked)
    KeReleaseSpinLock(&Context->Adapter->Lock, old);
}
