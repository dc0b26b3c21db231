// Blocks that a work item gets: what they hold is for its routine to destroy.
// Not executed: the imitation runs no item that is left in its queue.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

typedef struct _RETIRED
{
  WORK_QUEUE_ITEM Item;
  ADAPTER *Adapter;
  HANDLE Area;
} RETIRED;

static VOID NTAPI Retire_ok(PVOID Parameter)
{
  RETIRED *retired = (RETIRED *)Parameter;
  retired->Adapter->Dxgk.DxgkCbDestroyContextAllocation(retired->Adapter->Dxgk.DeviceHandle, retired->Area);
  ExFreePoolWithTag(retired, POOL_TAG);
}

static VOID NTAPI Retire_bad(PVOID Parameter)
{
  RETIRED *retired = (RETIRED *)Parameter;
  ExFreePoolWithTag(retired, POOL_TAG); // EXPECT: dxgk-leak
  // EXPECTED-IN: queue_bad
}

static RETIRED *NewRetired(GPU_CONTEXT *Context)
{
  RETIRED *retired = (RETIRED *)ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(*retired), POOL_TAG);
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  if (!retired)
    return NULL;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  if (!NT_SUCCESS(Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args))) {
    ExFreePoolWithTag(retired, POOL_TAG);
    return NULL;
  }
  retired->Adapter = Context->Adapter;
  retired->Area = args.hAllocation;
  return retired;
}

NTSTATUS queue_ok(GPU_CONTEXT *Context)
{
  RETIRED *retired = NewRetired(Context);
  if (!retired)
    return STATUS_NO_MEMORY;
  ExInitializeWorkItem(&retired->Item, Retire_ok, retired);
  ExQueueWorkItem(&retired->Item, DelayedWorkQueue);
  return STATUS_SUCCESS;
}

NTSTATUS queue_bad(GPU_CONTEXT *Context)
{
  RETIRED *retired = NewRetired(Context);
  if (!retired)
    return STATUS_NO_MEMORY;
  ExInitializeWorkItem(&retired->Item, Retire_bad, retired);
  ExQueueWorkItem(&retired->Item, DelayedWorkQueue);
  return STATUS_SUCCESS;
}
