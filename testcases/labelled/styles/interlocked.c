// Nodes that lists of the system take by the address of a member, and handles that are stored with a mark.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

typedef struct _NODE {
  LIST_ENTRY Link;
  SLIST_ENTRY Single;
  HANDLE Allocation;
} NODE;

static NODE *NewNode(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NODE *node = (NODE *)ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(*node), POOL_TAG);
  if (!node)
    return NULL;
  FillArguments(&args, Context, PAGE_SIZE);
  if (!NT_SUCCESS(Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args))) {
    ExFreePoolWithTag(node, POOL_TAG);
    return NULL;
  }
  node->Allocation = args.hAllocation;
  return node;
}

VOID tail_ok(GPU_CONTEXT *Context)
{
  NODE *node = NewNode(Context);
  if (node)
    ExInterlockedInsertTailList(&Context->Adapter->Contexts, &node->Link, &Context->Adapter->Lock);
}

VOID tail_bad(GPU_CONTEXT *Context)
{
  NODE *node = NewNode(Context);
  if (node && HardwareIsReady())
    ExInterlockedInsertTailList(&Context->Adapter->Contexts, &node->Link, &Context->Adapter->Lock);
} // EXPECT: dxgk-leak

VOID single_ok(GPU_CONTEXT *Context, PSLIST_HEADER Cache)
{
  NODE *node = NewNode(Context);
  if (node)
    InterlockedPushEntrySList(Cache, &node->Single);
}

VOID marked_ok(GPU_CONTEXT *Context)
{
  NODE *node = NewNode(Context);
  if (!node)
    return;
  Context->Ring = (HANDLE)((ULONG_PTR)node->Allocation | 1);
  ExFreePoolWithTag(node, POOL_TAG);
}

VOID hidden_ok(GPU_CONTEXT *Context)
{
  NODE *node = NewNode(Context);
  ULONG_PTR hidden;
  if (!node)
    return;
  hidden = (ULONG_PTR)node->Allocation ^ 0x5A5A5A5A;
  ExFreePoolWithTag(node, POOL_TAG);
  Context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(Context->Adapter->Dxgk.DeviceHandle, (HANDLE)(hidden ^ 0x5A5A5A5A));
}

VOID hidden_bad(GPU_CONTEXT *Context)
{
  NODE *node = NewNode(Context);
  ULONG_PTR hidden;
  if (!node)
    return;
  hidden = (ULONG_PTR)node->Allocation ^ 0x5A5A5A5A;
  ExFreePoolWithTag(node, POOL_TAG);
  if (HardwareIsReady())
    Context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(Context->Adapter->Dxgk.DeviceHandle, (HANDLE)(hidden ^ 0x5A5A5A5A));
} // EXPECT: dxgk-leak

VOID mark_taken_off_ok(GPU_CONTEXT *Context)
{
  NODE *node = NewNode(Context);
  ULONG_PTR marked;
  if (!node)
    return;
  marked = (ULONG_PTR)node->Allocation | 1;
  ExFreePoolWithTag(node, POOL_TAG);
  Context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(Context->Adapter->Dxgk.DeviceHandle, (HANDLE)(marked & ~(ULONG_PTR)1));
}

// What was put off in an interlocked list is taken off it again.
typedef struct _PUT_OFF {
  LIST_ENTRY Entry;
  HANDLE Allocation;
} PUT_OFF;

static NTSTATUS PutOff(GPU_CONTEXT *Context, LIST_ENTRY *List)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  PUT_OFF *node = (PUT_OFF *)ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(*node), POOL_TAG);
  NTSTATUS status;
  if (!node)
    return STATUS_NO_MEMORY;
  FillArguments(&args, Context, PAGE_SIZE);
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status)) {
    ExFreePoolWithTag(node, POOL_TAG);
    return status;
  }
  node->Allocation = args.hAllocation;
  ExInterlockedInsertTailList(List, &node->Entry, &Context->Adapter->Lock);
  return status;
}

NTSTATUS put_off_ok(GPU_CONTEXT *Context)
{
  ADAPTER *adapter = Context->Adapter;
  LIST_ENTRY list, *entry;
  NTSTATUS status;
  InitializeListHead(&list);
  status = PutOff(Context, &list);
  if (NT_SUCCESS(status))
    status = PutOff(Context, &list);
  while ((entry = ExInterlockedRemoveHeadList(&list, &adapter->Lock)) != NULL) {
    PUT_OFF *node = CONTAINING_RECORD(entry, PUT_OFF, Entry);
    adapter->Dxgk.DxgkCbDestroyContextAllocation(adapter->Dxgk.DeviceHandle, node->Allocation);
    ExFreePoolWithTag(node, POOL_TAG);
  }
  return status;
}

NTSTATUS put_off_bad(GPU_CONTEXT *Context)
{
  ADAPTER *adapter = Context->Adapter;
  LIST_ENTRY list, *entry;
  NTSTATUS status;
  InitializeListHead(&list);
  status = PutOff(Context, &list);
  if (NT_SUCCESS(status))
    status = PutOff(Context, &list);
  while ((entry = ExInterlockedRemoveHeadList(&list, &adapter->Lock)) != NULL) {
    PUT_OFF *node = CONTAINING_RECORD(entry, PUT_OFF, Entry);
    if (NT_SUCCESS(status))
      adapter->Dxgk.DxgkCbDestroyContextAllocation(adapter->Dxgk.DeviceHandle, node->Allocation);
    ExFreePoolWithTag(node, POOL_TAG); // EXPECT: dxgk-leak
  }
  return status;
}

// Who comes second has to destroy his own.
NTSTATUS made_once_ok(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  FillArguments(&args, Context, PAGE_SIZE);
  status = dxgk->DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status))
    return status;
  if (InterlockedCompareExchangePointer(&Context->Ring, args.hAllocation, NULL) != NULL)
    dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, args.hAllocation);
  return STATUS_SUCCESS;
}

NTSTATUS made_once_bad(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  FillArguments(&args, Context, PAGE_SIZE);
  status = dxgk->DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status))
    return status;
  if (InterlockedCompareExchangePointer(&Context->Ring, args.hAllocation, NULL) != NULL)
    return STATUS_ALREADY_REGISTERED; // EXPECT: dxgk-leak
  return STATUS_SUCCESS;
}
