// Routines and handlers that reach the place where they are registered or called through variables, fields, parameters and tables.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

static VOID Drop(ADAPTER *Adapter, HANDLE Allocation)
{
  Adapter->Dxgk.DxgkCbDestroyContextAllocation(Adapter->Dxgk.DeviceHandle, Allocation);
}

typedef struct _TASK {
  KDPC Dpc;
  PKDEFERRED_ROUTINE Deferred;
  PIO_WORKITEM_ROUTINE Queued;
  ADAPTER *Adapter;
} TASK;

// A local variable.
static VOID NTAPI by_local_bad(PKDPC Dpc, PVOID DeferredContext, PVOID Argument1, PVOID Argument2)
{
  ADAPTER *adapter = (ADAPTER *)DeferredContext;
  UNREFERENCED_PARAMETER(Dpc);
  UNREFERENCED_PARAMETER(Argument1);
  UNREFERENCED_PARAMETER(Argument2);
  adapter->Dxgk.DxgkCbDestroyContextAllocation(adapter->Dxgk.DeviceHandle, adapter->Scratch); // EXPECT: dxgk-irql
}

VOID StartByLocal(TASK *Task)
{
  PKDEFERRED_ROUTINE routine = by_local_bad;
  KeInitializeDpc(&Task->Dpc, routine, Task->Adapter);
}

// A parameter of a wrapper.
static VOID NTAPI by_wrapper_bad(PKDPC Dpc, PVOID DeferredContext, PVOID Argument1, PVOID Argument2)
{
  ADAPTER *adapter = (ADAPTER *)DeferredContext;
  UNREFERENCED_PARAMETER(Dpc);
  UNREFERENCED_PARAMETER(Argument1);
  UNREFERENCED_PARAMETER(Argument2);
  adapter->Dxgk.DxgkCbDestroyContextAllocation(adapter->Dxgk.DeviceHandle, adapter->PageTable); // EXPECT: dxgk-irql
}

static VOID PrepareDpc(TASK *Task, PKDEFERRED_ROUTINE Routine)
{
  KeInitializeDpc(&Task->Dpc, Routine, Task->Adapter);
}

VOID StartByWrapper(TASK *Task)
{
  PrepareDpc(Task, by_wrapper_bad);
}

// A constant table.
static VOID NTAPI by_table_bad(PKDPC Dpc, PVOID DeferredContext, PVOID Argument1, PVOID Argument2)
{
  ADAPTER *adapter = (ADAPTER *)DeferredContext;
  UNREFERENCED_PARAMETER(Dpc);
  UNREFERENCED_PARAMETER(Argument1);
  UNREFERENCED_PARAMETER(Argument2);
  adapter->Dxgk.DxgkCbDestroyContextAllocation(adapter->Dxgk.DeviceHandle, adapter->Scratch); // EXPECT: dxgk-irql
}

static const struct {
  ULONG Id;
  PKDEFERRED_ROUTINE Routine;
} g_Routines[] = {{7, by_table_bad}};

VOID StartByTable(TASK *Task)
{
  KeInitializeDpc(&Task->Dpc, g_Routines[0].Routine, Task->Adapter);
}

// Fields of one object: one for the DPC, one for the work item that it queues.
static VOID NTAPI queued_ok(PDEVICE_OBJECT DeviceObject, PVOID Context)
{
  TASK *task = (TASK *)Context;
  UNREFERENCED_PARAMETER(DeviceObject);
  Drop(task->Adapter, task->Adapter->Scratch);
}

static VOID NTAPI deferred_ok(PKDPC Dpc, PVOID DeferredContext, PVOID Argument1, PVOID Argument2)
{
  TASK *task = (TASK *)DeferredContext;
  UNREFERENCED_PARAMETER(Dpc);
  UNREFERENCED_PARAMETER(Argument2);
  IoQueueWorkItem((PIO_WORKITEM)Argument1, task->Queued, DelayedWorkQueue, task);
}

VOID StartByFields(TASK *Task)
{
  Task->Deferred = deferred_ok;
  Task->Queued = queued_ok;
  KeInitializeDpc(&Task->Dpc, Task->Deferred, Task);
}

// A table of handlers; the DPC calls those that may run there.
typedef VOID (*HANDLER)(ADAPTER *Adapter);

static VOID count_ok(ADAPTER *Adapter)
{
  Adapter->Flags++;
}

static VOID drop_at_passive_ok(ADAPTER *Adapter)
{
  if (Adapter->Scratch)
    Drop(Adapter, Adapter->Scratch);
  Adapter->Scratch = NULL;
}

static const HANDLER g_Passive[] = {count_ok, drop_at_passive_ok};
static const HANDLER g_Dispatch[] = {count_ok, count_ok};

static VOID NTAPI fixed_element_ok(PKDPC Dpc, PVOID DeferredContext, PVOID Argument1, PVOID Argument2)
{
  ULONG i;
  UNREFERENCED_PARAMETER(Dpc);
  UNREFERENCED_PARAMETER(Argument1);
  UNREFERENCED_PARAMETER(Argument2);
  g_Passive[0]((ADAPTER *)DeferredContext);
  for (i = 0; i < RTL_NUMBER_OF(g_Dispatch); i++)
    g_Dispatch[i]((ADAPTER *)DeferredContext);
}

VOID StartFixed(TASK *Task)
{
  KeInitializeDpc(&Task->Dpc, fixed_element_ok, Task->Adapter);
}

_IRQL_requires_max_(PASSIVE_LEVEL)
VOID all_at_passive_ok(ADAPTER *Adapter)
{
  ULONG i;
  for (i = 0; i < RTL_NUMBER_OF(g_Passive); i++)
    g_Passive[i](Adapter);
}

// The same elements, all of them, under a lock.
static VOID drop_in_table_bad(ADAPTER *Adapter)
{
  if (!Adapter->PageTable)
    return;
  Adapter->Dxgk.DxgkCbDestroyContextAllocation(Adapter->Dxgk.DeviceHandle, Adapter->PageTable); // EXPECT: dxgk-irql
  Adapter->PageTable = NULL;
}

static const HANDLER g_Locked[] = {count_ok, drop_in_table_bad};

VOID RunLocked(ADAPTER *Adapter)
{
  KIRQL old;
  ULONG i;
  KeAcquireSpinLock(&Adapter->Lock, &old);
  for (i = 0; i < RTL_NUMBER_OF(g_Locked); i++)
    g_Locked[i](Adapter);
  KeReleaseSpinLock(&Adapter->Lock, old);
}

// The element that is called depends on a state, and so does the lock.
static VOID drop_in_last_state_ok(ADAPTER *Adapter)
{
  drop_at_passive_ok(Adapter);
}

static const HANDLER g_States[] = {count_ok, count_ok, drop_in_last_state_ok};

VOID step_ok(ADAPTER *Adapter)
{
  KIRQL old;
  if (Adapter->Flags < 2) {
    KeAcquireSpinLock(&Adapter->Lock, &old);
    g_States[Adapter->Flags](Adapter);
    KeReleaseSpinLock(&Adapter->Lock, old);
  } else if (Adapter->Flags == 2) {
    g_States[2](Adapter);
  }
}

static VOID drop_in_middle_state_bad(ADAPTER *Adapter)
{
  if (!Adapter->Scratch)
    return;
  Adapter->Dxgk.DxgkCbDestroyContextAllocation(Adapter->Dxgk.DeviceHandle, Adapter->Scratch); // EXPECT: dxgk-irql
  Adapter->Scratch = NULL;
}

static const HANDLER g_OtherStates[] = {count_ok, drop_in_middle_state_bad, count_ok};

VOID StepUnderLock(ADAPTER *Adapter)
{
  KIRQL old;
  if (Adapter->Flags < 2) {
    KeAcquireSpinLock(&Adapter->Lock, &old);
    g_OtherStates[Adapter->Flags](Adapter);
    KeReleaseSpinLock(&Adapter->Lock, old);
  }
}

// A wrapper for both kinds of routine.
typedef enum _KIND { KIND_DPC, KIND_THREAD } KIND;

static VOID StartRoutine(TASK *Task, KIND Kind, PVOID Routine)
{
  HANDLE thread;
  if (Kind == KIND_DPC)
    KeInitializeDpc(&Task->Dpc, (PKDEFERRED_ROUTINE)Routine, Task->Adapter);
  else if (NT_SUCCESS(PsCreateSystemThread(&thread, THREAD_ALL_ACCESS, NULL, NULL, NULL, (PKSTART_ROUTINE)Routine, Task->Adapter)))
    ZwClose(thread);
}

static VOID NTAPI thread_ok(PVOID StartContext)
{
  drop_at_passive_ok((ADAPTER *)StartContext);
}

VOID StartThread(TASK *Task)
{
  StartRoutine(Task, KIND_THREAD, (PVOID)thread_ok);
}

// One way to drop, called where it may not be, in two places.
static VOID DropRing(GPU_CONTEXT *Context)
{
  Context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(Context->Adapter->Dxgk.DeviceHandle, Context->Ring); // EXPECT: dxgk-irql
  // EXPECTED-IN: under_spin_lock_bad
  // EXPECTED-IN: under_fast_mutex_bad
  Context->Ring = NULL;
}

VOID under_spin_lock_bad(GPU_CONTEXT *Context)
{
  KIRQL old;
  KeAcquireSpinLock(&Context->Adapter->Lock, &old);
  DropRing(Context);
  KeReleaseSpinLock(&Context->Adapter->Lock, old);
}

VOID under_fast_mutex_bad(GPU_CONTEXT *Context)
{
  ExAcquireFastMutex(&Context->Adapter->Mutex);
  DropRing(Context);
  ExReleaseFastMutex(&Context->Adapter->Mutex);
}

VOID behind_lock_ok(GPU_CONTEXT *Context)
{
  KIRQL old;
  KeAcquireSpinLock(&Context->Adapter->Lock, &old);
  Context->Adapter->Flags |= 1;
  KeReleaseSpinLock(&Context->Adapter->Lock, old);
  DropRing(Context);
}
