// Routines that the system calls later, or at once at a higher level: DPCs, timers, synchronize routines, work items.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

typedef struct _WORKER {
  ADAPTER *Adapter;
  HANDLE Doomed;
  KDPC Dpc;
  KTIMER Timer;
  WORK_QUEUE_ITEM Item;
  PIO_WORKITEM WorkItem;
  PKINTERRUPT Interrupt;
  LIST_ENTRY Queue;
  KSPIN_LOCK QueueLock;
} WORKER;

typedef struct _DOOMED {
  LIST_ENTRY Entry;
  HANDLE Allocation;
} DOOMED;

static VOID Destroy(WORKER *Worker)
{
  HANDLE doomed = Worker->Doomed;
  if (doomed) {
    Worker->Doomed = NULL;
    Worker->Adapter->Dxgk.DxgkCbDestroyContextAllocation(Worker->Adapter->Dxgk.DeviceHandle, doomed);
  }
}

// A DPC: DISPATCH_LEVEL, however its routine is spelled.
static VOID NTAPI dpc_routine_bad(PKDPC Dpc, PVOID DeferredContext, PVOID Argument1, PVOID Argument2)
{
  WORKER *worker = (WORKER *)DeferredContext;
  HANDLE doomed = worker->Doomed;
  UNREFERENCED_PARAMETER(Dpc);
  UNREFERENCED_PARAMETER(Argument1);
  UNREFERENCED_PARAMETER(Argument2);
  worker->Doomed = NULL;
  if (doomed)
    worker->Adapter->Dxgk.DxgkCbDestroyContextAllocation(worker->Adapter->Dxgk.DeviceHandle, doomed); // EXPECT: dxgk-irql
}

static VOID NTAPI dpc_routine_ok(PKDPC Dpc, PVOID DeferredContext, PVOID Argument1, PVOID Argument2)
{
  WORKER *worker = (WORKER *)DeferredContext;
  UNREFERENCED_PARAMETER(Dpc);
  UNREFERENCED_PARAMETER(Argument1);
  UNREFERENCED_PARAMETER(Argument2);
  ExQueueWorkItem(&worker->Item, DelayedWorkQueue);
}

static VOID NTAPI timer_dpc_bad(PKDPC Dpc, PVOID DeferredContext, PVOID Argument1, PVOID Argument2)
{
  WORKER *worker = (WORKER *)DeferredContext;
  DXGKARGCB_UPDATECONTEXTALLOCATION update = {0};
  UNREFERENCED_PARAMETER(Dpc);
  UNREFERENCED_PARAMETER(Argument1);
  UNREFERENCED_PARAMETER(Argument2);
  update.hAllocation = worker->Adapter->PageTable;
  worker->Adapter->Dxgk.DxgkCbUpdateContextAllocation(worker->Adapter->Dxgk.DeviceHandle, &update); // EXPECT: dxgk-irql
}

// A work item runs in a thread of the system.
static VOID NTAPI work_item_ok(PVOID Parameter)
{
  Destroy((WORKER *)Parameter);
}

static VOID NTAPI io_work_item_ok(PDEVICE_OBJECT DeviceObject, PVOID Context)
{
  UNREFERENCED_PARAMETER(DeviceObject);
  Destroy((WORKER *)Context);
}

static VOID NTAPI io_work_item_bad(PDEVICE_OBJECT DeviceObject, PVOID Context)
{
  WORKER *worker = (WORKER *)Context;
  HANDLE doomed = worker->Doomed;
  KIRQL old;
  UNREFERENCED_PARAMETER(DeviceObject);
  KeAcquireSpinLock(&worker->QueueLock, &old);
  worker->Doomed = NULL;
  if (doomed)
    worker->Adapter->Dxgk.DxgkCbDestroyContextAllocation(worker->Adapter->Dxgk.DeviceHandle, doomed); // EXPECT: dxgk-irql
  KeReleaseSpinLock(&worker->QueueLock, old);
}

static VOID NTAPI thread_ok(PVOID StartContext)
{
  Destroy((WORKER *)StartContext);
  PsTerminateSystemThread(STATUS_SUCCESS);
}

// Called at once, at the level of the interrupt.
static BOOLEAN NTAPI synchronized_bad(PVOID SynchronizeContext)
{
  WORKER *worker = (WORKER *)SynchronizeContext;
  HANDLE doomed = worker->Doomed;
  worker->Doomed = NULL;
  if (doomed)
    worker->Adapter->Dxgk.DxgkCbDestroyContextAllocation(worker->Adapter->Dxgk.DeviceHandle, doomed); // EXPECT: dxgk-irql
  return TRUE;
}

static BOOLEAN NTAPI synchronized_ok(PVOID SynchronizeContext)
{
  WORKER *worker = (WORKER *)SynchronizeContext;
  worker->Adapter->Flags |= 2;
  return TRUE;
}

static BOOLEAN NTAPI dxgk_synchronized_bad(PVOID SynchronizeContext)
{
  WORKER *worker = (WORKER *)SynchronizeContext;
  DXGKARGCB_MAPCONTEXTALLOCATION map = {0};
  map.hAllocation = worker->Adapter->PageTable;
  return 0 != worker->Adapter->Dxgk.DxgkCbMapContextAllocation(worker->Adapter->Dxgk.DeviceHandle, &map); // EXPECT: dxgk-irql
}

static BOOLEAN NTAPI dxgk_synchronized_ok(PVOID SynchronizeContext)
{
  WORKER *worker = (WORKER *)SynchronizeContext;
  worker->Adapter->Flags &= ~2u;
  return TRUE;
}

// Sets everything up, at PASSIVE_LEVEL.
NTSTATUS start_workers_ok(WORKER *Worker)
{
  LARGE_INTEGER due;
  BOOLEAN result = FALSE;
  HANDLE thread;
  NTSTATUS status;
  due.QuadPart = -10000;
  KeInitializeDpc(&Worker->Dpc, dpc_routine_bad, Worker);
  KeInsertQueueDpc(&Worker->Dpc, NULL, NULL);
  KeInitializeDpc(&Worker->Dpc, dpc_routine_ok, Worker);
  KeInitializeDpc(&Worker->Dpc, timer_dpc_bad, Worker);
  KeInitializeTimer(&Worker->Timer);
  KeSetTimer(&Worker->Timer, due, &Worker->Dpc);
  ExInitializeWorkItem(&Worker->Item, work_item_ok, Worker);
  IoQueueWorkItem(Worker->WorkItem, io_work_item_ok, DelayedWorkQueue, Worker);
  IoQueueWorkItem(Worker->WorkItem, io_work_item_bad, DelayedWorkQueue, Worker);
  KeSynchronizeExecution(Worker->Interrupt, synchronized_bad, Worker);
  KeSynchronizeExecution(Worker->Interrupt, synchronized_ok, Worker);
  Worker->Adapter->Dxgk.DxgkCbSynchronizeExecution(Worker->Adapter->Dxgk.DeviceHandle, dxgk_synchronized_bad, Worker, 0,
                                                   &result);
  Worker->Adapter->Dxgk.DxgkCbSynchronizeExecution(Worker->Adapter->Dxgk.DeviceHandle, dxgk_synchronized_ok, Worker, 0,
                                                   &result);
  status = PsCreateSystemThread(&thread, THREAD_ALL_ACCESS, NULL, NULL, NULL, thread_ok, Worker);
  if (!NT_SUCCESS(status))
    return status;
  ZwClose(thread);
  return STATUS_SUCCESS;
}

// A queue of doomed handles: filled anywhere, drained where the callback may be called.
static VOID Defer(WORKER *Worker, DOOMED *Doomed, HANDLE Allocation)
{
  KIRQL old;
  Doomed->Allocation = Allocation;
  KeAcquireSpinLock(&Worker->QueueLock, &old);
  InsertTailList(&Worker->Queue, &Doomed->Entry);
  KeReleaseSpinLock(&Worker->QueueLock, old);
}

KDEFERRED_ROUTINE defer_in_dpc_ok;
VOID NTAPI defer_in_dpc_ok(PKDPC Dpc, PVOID DeferredContext, PVOID Argument1, PVOID Argument2)
{
  WORKER *worker = (WORKER *)DeferredContext;
  DOOMED *doomed = (DOOMED *)Argument1;
  HANDLE allocation = worker->Doomed;
  UNREFERENCED_PARAMETER(Dpc);
  UNREFERENCED_PARAMETER(Argument2);
  worker->Doomed = NULL;
  if (allocation)
    Defer(worker, doomed, allocation);
}

VOID drain_passive_ok(WORKER *Worker)
{
  KIRQL old;
  KeAcquireSpinLock(&Worker->QueueLock, &old);
  while (!IsListEmpty(&Worker->Queue)) {
    DOOMED *doomed = CONTAINING_RECORD(RemoveHeadList(&Worker->Queue), DOOMED, Entry);
    KeReleaseSpinLock(&Worker->QueueLock, old);
    Worker->Adapter->Dxgk.DxgkCbDestroyContextAllocation(Worker->Adapter->Dxgk.DeviceHandle, doomed->Allocation);
    doomed->Allocation = NULL;
    KeAcquireSpinLock(&Worker->QueueLock, &old);
  }
  KeReleaseSpinLock(&Worker->QueueLock, old);
}

VOID drain_locked_bad(WORKER *Worker)
{
  KIRQL old;
  KeAcquireSpinLock(&Worker->QueueLock, &old);
  while (!IsListEmpty(&Worker->Queue)) {
    DOOMED *doomed = CONTAINING_RECORD(RemoveHeadList(&Worker->Queue), DOOMED, Entry);
    Worker->Adapter->Dxgk.DxgkCbDestroyContextAllocation(Worker->Adapter->Dxgk.DeviceHandle, doomed->Allocation); // EXPECT: dxgk-irql
    doomed->Allocation = NULL;
  }
  KeReleaseSpinLock(&Worker->QueueLock, old);
}

KDEFERRED_ROUTINE drain_in_dpc_bad;
VOID NTAPI drain_in_dpc_bad(PKDPC Dpc, PVOID DeferredContext, PVOID Argument1, PVOID Argument2)
{
  WORKER *worker = (WORKER *)DeferredContext;
  PLIST_ENTRY entry = ExInterlockedRemoveHeadList(&worker->Queue, &worker->QueueLock);
  UNREFERENCED_PARAMETER(Dpc);
  UNREFERENCED_PARAMETER(Argument1);
  UNREFERENCED_PARAMETER(Argument2);
  if (entry) {
    DOOMED *doomed = CONTAINING_RECORD(entry, DOOMED, Entry);
    worker->Adapter->Dxgk.DxgkCbDestroyContextAllocation(worker->Adapter->Dxgk.DeviceHandle, doomed->Allocation); // EXPECT: dxgk-irql
    doomed->Allocation = NULL;
  }
}

// A routine of the interrupt, by its role and by its connection.
KSERVICE_ROUTINE service_bad;
BOOLEAN NTAPI service_bad(PKINTERRUPT Interrupt, PVOID ServiceContext)
{
  WORKER *worker = (WORKER *)ServiceContext;
  HANDLE doomed = worker->Doomed;
  UNREFERENCED_PARAMETER(Interrupt);
  worker->Doomed = NULL;
  if (doomed)
    worker->Adapter->Dxgk.DxgkCbDestroyContextAllocation(worker->Adapter->Dxgk.DeviceHandle, doomed); // EXPECT: dxgk-irql
  return TRUE;
}

KSERVICE_ROUTINE service_ok;
BOOLEAN NTAPI service_ok(PKINTERRUPT Interrupt, PVOID ServiceContext)
{
  WORKER *worker = (WORKER *)ServiceContext;
  UNREFERENCED_PARAMETER(Interrupt);
  return KeInsertQueueDpc(&worker->Dpc, NULL, NULL);
}
