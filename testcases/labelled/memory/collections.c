// Handle arrays per engine and lists of allocations, filled in one function and drained in another.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

static NTSTATUS Create(GPU_CONTEXT *Context, SIZE_T Size, HANDLE *Allocation)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  FillArguments(&args, Context, Size);
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (NT_SUCCESS(status))
    *Allocation = args.hAllocation;
  return status;
}

static VOID Destroy(GPU_CONTEXT *Context, HANDLE Allocation)
{
  Context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(Context->Adapter->Dxgk.DeviceHandle, Allocation);
}

typedef struct _NODE {
  LIST_ENTRY Entry;
  HANDLE Allocation;
} NODE;

typedef struct _ENGINES {
  GPU_CONTEXT *Context;
  ULONG Count;
  HANDLE *Handles;
  LIST_ENTRY Nodes;
} ENGINES;

// Constant count, all in the caller's object.
NTSTATUS constant_array_ok(GPU_CONTEXT *Context)
{
  ULONG i;
  for (i = 0; i < ENGINE_COUNT; i++) {
    NTSTATUS status = Create(Context, PAGE_SIZE, &Context->Engine[i]);
    if (!NT_SUCCESS(status)) {
      while (i-- > 0) {
        Destroy(Context, Context->Engine[i]);
        Context->Engine[i] = NULL;
      }
      return status;
    }
  }
  return STATUS_SUCCESS;
}

// All elements in one variable: the loop keeps the last one only.
NTSTATUS one_slot_bad(GPU_CONTEXT *Context)
{
  HANDLE last = NULL;
  ULONG i;
  for (i = 0; i < 2; i++) {
    DXGKARGCB_CREATECONTEXTALLOCATION args;
    NTSTATUS status;
    FillArguments(&args, Context, PAGE_SIZE);
    status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
    if (!NT_SUCCESS(status))
      break;
    last = args.hAllocation;
  }
  if (last)
    Destroy(Context, last);
  return STATUS_SUCCESS; // EXPECT-FN: dxgk-leak
}

NTSTATUS one_slot_ok(GPU_CONTEXT *Context)
{
  HANDLE last = NULL;
  ULONG i;
  for (i = 0; i < 2; i++) {
    DXGKARGCB_CREATECONTEXTALLOCATION args;
    NTSTATUS status;
    FillArguments(&args, Context, PAGE_SIZE);
    status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
    if (!NT_SUCCESS(status))
      break;
    if (last)
      Destroy(Context, last);
    last = args.hAllocation;
  }
  if (last)
    Destroy(Context, last);
  return STATUS_SUCCESS;
}

// Symbolic count: the array is made with the count, and so are its elements.
static VOID DestroyEngines(ENGINES *Engines)
{
  ULONG i;
  for (i = 0; i < Engines->Count; i++)
    Destroy(Engines->Context, Engines->Handles[i]);
  Engines->Count = 0;
}

static NTSTATUS CreateEngines(ENGINES *Engines, ULONG Count)
{
  NTSTATUS status = STATUS_SUCCESS;
  Engines->Count = 0;
  Engines->Handles = (HANDLE *)ExAllocatePoolWithTag(PagedPool, Count * sizeof(HANDLE), POOL_TAG);
  if (!Engines->Handles)
    return STATUS_NO_MEMORY;
  while (Engines->Count < Count) {
    status = Create(Engines->Context, PAGE_SIZE, &Engines->Handles[Engines->Count]);
    if (!NT_SUCCESS(status))
      break;
    Engines->Count++;
  }
  if (!NT_SUCCESS(status)) {
    DestroyEngines(Engines);
    ExFreePoolWithTag(Engines->Handles, POOL_TAG);
    Engines->Handles = NULL;
  }
  return status;
}

NTSTATUS symbolic_array_ok(GPU_CONTEXT *Context, ULONG Count)
{
  ENGINES engines = {0};
  NTSTATUS status;
  engines.Context = Context;
  status = CreateEngines(&engines, Count);
  if (!NT_SUCCESS(status))
    return status;
  DestroyEngines(&engines);
  ExFreePoolWithTag(engines.Handles, POOL_TAG);
  return STATUS_SUCCESS;
}

NTSTATUS symbolic_array_bad(GPU_CONTEXT *Context, ULONG Count)
{
  ENGINES engines = {0};
  NTSTATUS status;
  engines.Context = Context;
  status = CreateEngines(&engines, Count);
  if (!NT_SUCCESS(status))
    return status;
  if (HardwareIsReady())
    DestroyEngines(&engines);
  ExFreePoolWithTag(engines.Handles, POOL_TAG); // EXPECT: dxgk-leak
  return STATUS_SUCCESS;
}

// Different elements of an array.
VOID different_elements_ok(GPU_CONTEXT *Context)
{
  Destroy(Context, Context->Engine[0]);
  Destroy(Context, Context->Engine[1]);
  Context->Engine[0] = Context->Engine[1] = NULL;
}

VOID same_element_bad(GPU_CONTEXT *Context, ULONG Index)
{
  if (Index >= ENGINE_COUNT)
    return;
  Destroy(Context, Context->Engine[Index]);
  Context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(Context->Adapter->Dxgk.DeviceHandle, Context->Engine[Index]); // EXPECT: dxgk-double-destroy
  Context->Engine[Index] = NULL;
}

// Two indices that are known to differ.
VOID unknown_elements_ok(GPU_CONTEXT *Context, ULONG First, ULONG Second)
{
  if (First >= ENGINE_COUNT || Second >= ENGINE_COUNT || First == Second)
    return;
  Destroy(Context, Context->Engine[First]);
  Destroy(Context, Context->Engine[Second]);
  Context->Engine[First] = Context->Engine[Second] = NULL;
}

VOID cleared_by_loop_ok(GPU_CONTEXT *Context)
{
  ULONG i;
  for (i = 0; i < ENGINE_COUNT; i++) {
    Destroy(Context, Context->Engine[i]);
    Context->Engine[i] = NULL;
  }
  for (i = 0; i < ENGINE_COUNT; i++)
    if (Context->Engine[i])
      Destroy(Context, Context->Engine[i]);
}

VOID not_cleared_by_loop_bad(GPU_CONTEXT *Context)
{
  ULONG i;
  for (i = 0; i < ENGINE_COUNT; i++)
    Destroy(Context, Context->Engine[i]);
  for (i = 0; i < ENGINE_COUNT; i++)
    if (Context->Engine[i])
      Context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(Context->Adapter->Dxgk.DeviceHandle, Context->Engine[i]); // EXPECT: dxgk-double-destroy
}

// A list: filled here, drained there.
static NTSTATUS AddNode(ENGINES *Engines)
{
  NODE *node = (NODE *)ExAllocatePoolWithTag(PagedPool, sizeof(*node), POOL_TAG);
  NTSTATUS status;
  if (!node)
    return STATUS_NO_MEMORY;
  status = Create(Engines->Context, PAGE_SIZE, &node->Allocation);
  if (!NT_SUCCESS(status)) {
    ExFreePoolWithTag(node, POOL_TAG);
    return status;
  }
  InsertTailList(&Engines->Nodes, &node->Entry);
  return STATUS_SUCCESS;
}

static VOID DrainNodes(ENGINES *Engines)
{
  while (!IsListEmpty(&Engines->Nodes)) {
    NODE *node = CONTAINING_RECORD(RemoveHeadList(&Engines->Nodes), NODE, Entry);
    Destroy(Engines->Context, node->Allocation);
    ExFreePoolWithTag(node, POOL_TAG);
  }
}

NTSTATUS list_ok(GPU_CONTEXT *Context)
{
  ENGINES engines = {0};
  NTSTATUS status;
  engines.Context = Context;
  InitializeListHead(&engines.Nodes);
  status = AddNode(&engines);
  if (NT_SUCCESS(status))
    status = AddNode(&engines);
  DrainNodes(&engines);
  return status;
}

// Drains by freeing the nodes.
static VOID FreeNodes(ENGINES *Engines)
{
  while (!IsListEmpty(&Engines->Nodes)) {
    NODE *node = CONTAINING_RECORD(RemoveHeadList(&Engines->Nodes), NODE, Entry);
    ExFreePoolWithTag(node, POOL_TAG); // EXPECT: dxgk-leak
    // EXPECTED-IN: list_freed_bad
  }
}

NTSTATUS list_freed_bad(GPU_CONTEXT *Context)
{
  ENGINES engines = {0};
  NTSTATUS status;
  engines.Context = Context;
  InitializeListHead(&engines.Nodes);
  status = AddNode(&engines);
  FreeNodes(&engines);
  return status;
}

// The list belongs to the caller: nothing is lost.
NTSTATUS list_of_caller_ok(ENGINES *Engines)
{
  NTSTATUS status = AddNode(Engines);
  if (NT_SUCCESS(status))
    status = AddNode(Engines);
  return status;
}

// Drained without being destroyed.
NTSTATUS drained_only_bad(GPU_CONTEXT *Context)
{
  NODE node;
  NTSTATUS status;
  LIST_ENTRY list;
  InitializeListHead(&list);
  status = Create(Context, PAGE_SIZE, &node.Allocation);
  if (!NT_SUCCESS(status))
    return status;
  InsertTailList(&list, &node.Entry);
  while (!IsListEmpty(&list)) {
    NODE *found = CONTAINING_RECORD(RemoveHeadList(&list), NODE, Entry);
    found->Entry.Flink = NULL;
  }
  return STATUS_SUCCESS; // EXPECT: dxgk-leak
}

NTSTATUS drained_and_destroyed_ok(GPU_CONTEXT *Context)
{
  NODE node;
  NTSTATUS status;
  LIST_ENTRY list;
  InitializeListHead(&list);
  status = Create(Context, PAGE_SIZE, &node.Allocation);
  if (!NT_SUCCESS(status))
    return status;
  InsertTailList(&list, &node.Entry);
  while (!IsListEmpty(&list)) {
    NODE *found = CONTAINING_RECORD(RemoveHeadList(&list), NODE, Entry);
    Destroy(Context, found->Allocation);
    found->Entry.Flink = NULL;
  }
  return STATUS_SUCCESS;
}

// Walked without being emptied: nothing is destroyed twice, since the walk comes back to the head.
VOID walk_ok(ENGINES *Engines)
{
  PLIST_ENTRY entry;
  for (entry = Engines->Nodes.Flink; entry != &Engines->Nodes; entry = entry->Flink) {
    NODE *node = CONTAINING_RECORD(entry, NODE, Entry);
    Destroy(Engines->Context, node->Allocation);
    node->Allocation = NULL;
  }
}

// Removed by hand, and destroyed again when the list is drained.
NTSTATUS drained_twice_bad(GPU_CONTEXT *Context)
{
  NODE node;
  NTSTATUS status;
  LIST_ENTRY list;
  InitializeListHead(&list);
  status = Create(Context, PAGE_SIZE, &node.Allocation);
  if (!NT_SUCCESS(status))
    return status;
  InsertTailList(&list, &node.Entry);
  if (!HardwareIsReady())
    Destroy(Context, node.Allocation);
  while (!IsListEmpty(&list)) {
    NODE *found = CONTAINING_RECORD(RemoveHeadList(&list), NODE, Entry);
    Context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(Context->Adapter->Dxgk.DeviceHandle, found->Allocation); // EXPECT: dxgk-double-destroy
  }
  return STATUS_SUCCESS;
}

NTSTATUS drained_once_ok(GPU_CONTEXT *Context)
{
  NODE node;
  NTSTATUS status;
  LIST_ENTRY list;
  InitializeListHead(&list);
  status = Create(Context, PAGE_SIZE, &node.Allocation);
  if (!NT_SUCCESS(status))
    return status;
  InsertTailList(&list, &node.Entry);
  if (!HardwareIsReady()) {
    RemoveEntryList(&node.Entry);
    Destroy(Context, node.Allocation);
  }
  while (!IsListEmpty(&list)) {
    NODE *found = CONTAINING_RECORD(RemoveHeadList(&list), NODE, Entry);
    Destroy(Context, found->Allocation);
  }
  return STATUS_SUCCESS;
}

// Singly linked by hand.
typedef struct _LINK {
  struct _LINK *Next;
  HANDLE Allocation;
} LINK;

NTSTATUS own_list_ok(GPU_CONTEXT *Context)
{
  LINK first = {0}, second = {0};
  LINK *head = NULL;
  NTSTATUS status = Create(Context, PAGE_SIZE, &first.Allocation);
  if (NT_SUCCESS(status)) {
    first.Next = head;
    head = &first;
    status = Create(Context, PAGE_SIZE, &second.Allocation);
    if (NT_SUCCESS(status)) {
      second.Next = head;
      head = &second;
    }
  }
  for (; head; head = head->Next)
    Destroy(Context, head->Allocation);
  return status;
}

NTSTATUS own_list_bad(GPU_CONTEXT *Context)
{
  LINK first = {0}, second = {0};
  LINK *head = NULL;
  NTSTATUS status = Create(Context, PAGE_SIZE, &first.Allocation);
  if (NT_SUCCESS(status)) {
    first.Next = head;
    head = &first;
    status = Create(Context, PAGE_SIZE, &second.Allocation);
    if (NT_SUCCESS(status))
      head = &second;
  }
  for (; head; head = head->Next)
    Destroy(Context, head->Allocation);
  return status; // EXPECT: dxgk-leak
}

// Handles that wait in a table, taken out under a lock: how many there are nobody knows here.
typedef struct _WAITING {
  HANDLE Handles[16];
  ULONG Count;
} WAITING;

VOID taken_out_ok(ADAPTER *Adapter, WAITING *Waiting)
{
  HANDLE taken[16];
  ULONG i, count;
  KIRQL old;
  KeAcquireSpinLock(&Adapter->Lock, &old);
  count = Waiting->Count;
  for (i = 0; i < count; i++)
    taken[i] = Waiting->Handles[i];
  Waiting->Count = 0;
  KeReleaseSpinLock(&Adapter->Lock, old);
  for (i = 1; i < count; i++)
    Adapter->Dxgk.DxgkCbDestroyContextAllocation(Adapter->Dxgk.DeviceHandle, taken[i]);
  if (count)
    Adapter->Dxgk.DxgkCbDestroyContextAllocation(Adapter->Dxgk.DeviceHandle, taken[0]);
}

VOID taken_out_bad(ADAPTER *Adapter, WAITING *Waiting)
{
  HANDLE taken[16];
  ULONG i, count;
  KIRQL old;
  KeAcquireSpinLock(&Adapter->Lock, &old);
  count = Waiting->Count;
  for (i = 0; i < count; i++)
    taken[i] = Waiting->Handles[i];
  Waiting->Count = 0;
  KeReleaseSpinLock(&Adapter->Lock, old);
  for (i = 0; i < count; i++)
    Adapter->Dxgk.DxgkCbDestroyContextAllocation(Adapter->Dxgk.DeviceHandle, taken[i]);
  if (count)
    Adapter->Dxgk.DxgkCbDestroyContextAllocation(Adapter->Dxgk.DeviceHandle, taken[0]); // EXPECT: dxgk-double-destroy
}
