// The adapter's reclaim list: buffers put there at any level up to DISPATCH_LEVEL, destroyed by a work item at
// PASSIVE_LEVEL and, what is left, by StopDevice.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "corsair.h"

static IO_WORKITEM_ROUTINE ReclaimWorker;

NTSTATUS CorInitializeReclaim(COR_ADAPTER *Adapter)
{
  PAGED_CODE();
  InitializeListHead(&Adapter->ReclaimList);
  KeInitializeSpinLock(&Adapter->ReclaimLock);
  KeInitializeEvent(&Adapter->ReclaimIdle, NotificationEvent, TRUE);
  Adapter->ReclaimQueued = 0;
  Adapter->ReclaimItem = IoAllocateWorkItem(Adapter->PhysicalDevice);
  return Adapter->ReclaimItem ? STATUS_SUCCESS : STATUS_INSUFFICIENT_RESOURCES;
}

VOID CorCleanupReclaim(COR_ADAPTER *Adapter)
{
  PAGED_CODE();
  if (Adapter->ReclaimItem) {
    KeWaitForSingleObject(&Adapter->ReclaimIdle, Executive, KernelMode, FALSE, NULL);
    IoFreeWorkItem(Adapter->ReclaimItem);
    Adapter->ReclaimItem = NULL;
  }
}

VOID CorReclaimLater(COR_ADAPTER *Adapter, COR_SCRATCH *Scratch)
{
  KIRQL irql;
  KeAcquireSpinLock(&Adapter->ReclaimLock, &irql);
  InsertTailList(&Adapter->ReclaimList, &Scratch->Entry);
  KeReleaseSpinLock(&Adapter->ReclaimLock, irql);
}

VOID CorKickReclaim(COR_ADAPTER *Adapter)
{
  if (InterlockedCompareExchange(&Adapter->ReclaimQueued, 1, 0) == 0) {
    KeClearEvent(&Adapter->ReclaimIdle);
    IoQueueWorkItem(Adapter->ReclaimItem, ReclaimWorker, DelayedWorkQueue, Adapter);
  }
}

// Takes one buffer at a time off the list, so that none is destroyed under the lock.
VOID CorDrainReclaim(COR_ADAPTER *Adapter)
{
  PAGED_CODE();
  for (;;) {
    COR_SCRATCH *scratch = NULL;
    KIRQL irql;

    KeAcquireSpinLock(&Adapter->ReclaimLock, &irql);
    if (!IsListEmpty(&Adapter->ReclaimList))
      scratch = CONTAINING_RECORD(RemoveHeadList(&Adapter->ReclaimList), COR_SCRATCH, Entry);
    KeReleaseSpinLock(&Adapter->ReclaimLock, irql);

    if (!scratch)
      break;
    CorDestroyBuffer(Adapter, &scratch->hAllocation);
    CorFree(scratch);
  }
}

static VOID NTAPI ReclaimWorker(PDEVICE_OBJECT DeviceObject, PVOID Context)
{
  COR_ADAPTER *adapter = (COR_ADAPTER *)Context;
  UNREFERENCED_PARAMETER(DeviceObject);
  InterlockedExchange(&adapter->ReclaimQueued, 0);
  CorDrainReclaim(adapter);
  KeSetEvent(&adapter->ReclaimIdle, IO_NO_INCREMENT, FALSE);
}
