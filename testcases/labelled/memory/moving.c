// Collections that move: compaction, growth, splicing, enumeration by callback, doubly owned lists, swaps in loops.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

typedef struct _ITEM {
  LIST_ENTRY Link;
  HANDLE Allocation;
  struct _ITEM *Next;
} ITEM;

typedef struct _VECTOR {
  HANDLE *Items;
  ULONG Count, Capacity;
} VECTOR;

static NTSTATUS Make(GPU_CONTEXT *Context, HANDLE *Out)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  FillArguments(&args, Context, PAGE_SIZE);
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (NT_SUCCESS(status))
    *Out = args.hAllocation;
  return status;
}

#define Drop(context, allocation) \
  (context)->Adapter->Dxgk.DxgkCbDestroyContextAllocation((context)->Adapter->Dxgk.DeviceHandle, (allocation))

// ---- a vector that grows ----

static NTSTATUS Grow(VECTOR *Vector)
{
  ULONG capacity = Vector->Capacity ? 2 * Vector->Capacity : 2;
  HANDLE *items = (HANDLE *)ExAllocatePoolWithTag(PagedPool, capacity * sizeof(HANDLE), POOL_TAG);
  if (!items)
    return STATUS_NO_MEMORY;
  if (Vector->Items) {
    RtlCopyMemory(items, Vector->Items, Vector->Count * sizeof(HANDLE));
    ExFreePoolWithTag(Vector->Items, POOL_TAG);
  }
  Vector->Items = items;
  Vector->Capacity = capacity;
  return STATUS_SUCCESS;
}

NTSTATUS vector_ok(GPU_CONTEXT *Context, ULONG Count)
{
  VECTOR vector = {NULL, 0, 0};
  NTSTATUS status = STATUS_SUCCESS;
  while (vector.Count < Count) {
    if (vector.Count == vector.Capacity) {
      status = Grow(&vector);
      if (!NT_SUCCESS(status))
        break;
    }
    status = Make(Context, &vector.Items[vector.Count]);
    if (!NT_SUCCESS(status))
      break;
    vector.Count++;
  }
  while (vector.Count)
    Drop(Context, vector.Items[--vector.Count]);
  if (vector.Items)
    ExFreePoolWithTag(vector.Items, POOL_TAG);
  return status;
}

NTSTATUS vector_bad(GPU_CONTEXT *Context, ULONG Count)
{
  VECTOR vector = {NULL, 0, 0};
  NTSTATUS status = STATUS_SUCCESS;
  while (vector.Count < Count) {
    if (vector.Count == vector.Capacity) {
      status = Grow(&vector);
      if (!NT_SUCCESS(status))
        break;
    }
    status = Make(Context, &vector.Items[vector.Count]);
    if (!NT_SUCCESS(status))
      break;
    vector.Count++;
  }
  while (vector.Count > 1)
    Drop(Context, vector.Items[--vector.Count]);
  if (vector.Items)
    ExFreePoolWithTag(vector.Items, POOL_TAG); // EXPECT: dxgk-leak
  return status;
}

// ---- compaction ----

VOID compact_ok(GPU_CONTEXT *Context)
{
  HANDLE items[3] = {NULL, NULL, NULL};
  ULONG i, used = 0;
  for (i = 0; i < 3; i++)
    if (NT_SUCCESS(Make(Context, &items[i])) && i == 1) {
      Drop(Context, items[1]);
      items[1] = NULL;
    }
  for (i = 0; i < 3; i++)
    if (items[i])
      items[used++] = items[i];
  for (i = 0; i < used; i++)
    Drop(Context, items[i]);
}

VOID compact_bad(GPU_CONTEXT *Context)
{
  HANDLE items[3] = {NULL, NULL, NULL};
  ULONG i, used = 0;
  for (i = 0; i < 3; i++)
    if (NT_SUCCESS(Make(Context, &items[i])) && i == 1) {
      Drop(Context, items[1]);
      items[1] = NULL;
    }
  for (i = 0; i < 3; i++)
    if (items[i])
      items[used++] = items[i];
  for (i = 0; i < 3; i++)
    if (items[i])
      Drop(Context, items[i]); // EXPECT: dxgk-double-destroy
}

// ---- removal by a pointer to the pointer ----

static ITEM *NewItem(GPU_CONTEXT *Context)
{
  ITEM *item = (ITEM *)ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(*item), POOL_TAG);
  if (item && !NT_SUCCESS(Make(Context, &item->Allocation))) {
    ExFreePoolWithTag(item, POOL_TAG);
    item = NULL;
  }
  return item;
}

VOID unlink_ok(GPU_CONTEXT *Context, ULONG Count)
{
  ITEM *head = NULL, *item, **place;
  while (Count--) {
    item = NewItem(Context);
    if (!item)
      break;
    item->Next = head;
    head = item;
  }
  place = &head;
  while ((item = *place) != NULL) {
    *place = item->Next;
    Drop(Context, item->Allocation);
    ExFreePoolWithTag(item, POOL_TAG);
  }
}

VOID unlink_bad(GPU_CONTEXT *Context, ULONG Count)
{
  ITEM *head = NULL, *item, **place;
  while (Count--) {
    item = NewItem(Context);
    if (!item)
      break;
    item->Next = head;
    head = item;
  }
  place = &head;
  while ((item = *place) != NULL) {
    *place = item->Next;
    if (item->Next)
      Drop(Context, item->Allocation);
    ExFreePoolWithTag(item, POOL_TAG); // EXPECT: dxgk-leak
  }
}

// ---- from one list to another ----

VOID splice_ok(GPU_CONTEXT *Context)
{
  LIST_ENTRY busy, done;
  ULONG i;
  InitializeListHead(&busy);
  InitializeListHead(&done);
  for (i = 0; i < 2; i++) {
    ITEM *item = NewItem(Context);
    if (item)
      InsertTailList(&busy, &item->Link);
  }
  while (!IsListEmpty(&busy))
    InsertHeadList(&done, RemoveTailList(&busy));
  while (!IsListEmpty(&done)) {
    ITEM *item = CONTAINING_RECORD(RemoveHeadList(&done), ITEM, Link);
    Drop(Context, item->Allocation);
    ExFreePoolWithTag(item, POOL_TAG);
  }
}

// ---- by callback ----

typedef BOOLEAN (*VISITOR)(HANDLE *Slot, PVOID Argument);

static VOID ForEach(GPU_CONTEXT *Context, VISITOR Visit, PVOID Argument)
{
  ULONG i;
  for (i = 0; i < ENGINE_COUNT; i++)
    if (!Visit(&Context->Engine[i], Argument))
      return;
}

static BOOLEAN CreateVisitor(HANDLE *Slot, PVOID Argument)
{
  return NT_SUCCESS(Make((GPU_CONTEXT *)Argument, Slot));
}

static BOOLEAN DestroyVisitor(HANDLE *Slot, PVOID Argument)
{
  GPU_CONTEXT *context = (GPU_CONTEXT *)Argument;
  if (*Slot)
    Drop(context, *Slot);
  *Slot = NULL;
  return TRUE;
}

static BOOLEAN DestroyFirstVisitor(HANDLE *Slot, PVOID Argument)
{
  GPU_CONTEXT *context = (GPU_CONTEXT *)Argument;
  if (*Slot)
    Drop(context, *Slot);
  *Slot = NULL;
  return FALSE;
}

NTSTATUS visited_ok(GPU_CONTEXT *Parent)
{
  GPU_CONTEXT *context = (GPU_CONTEXT *)ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(*context), POOL_TAG);
  if (!context)
    return STATUS_NO_MEMORY;
  RtlCopyMemory(context, Parent, sizeof(*context));
  RtlZeroMemory(context->Engine, sizeof(context->Engine));
  ForEach(context, CreateVisitor, context);
  ForEach(context, DestroyVisitor, context);
  ExFreePoolWithTag(context, POOL_TAG);
  return STATUS_SUCCESS;
}

NTSTATUS visited_bad(GPU_CONTEXT *Parent)
{
  GPU_CONTEXT *context = (GPU_CONTEXT *)ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(*context), POOL_TAG);
  if (!context)
    return STATUS_NO_MEMORY;
  RtlCopyMemory(context, Parent, sizeof(*context));
  RtlZeroMemory(context->Engine, sizeof(context->Engine));
  ForEach(context, CreateVisitor, context);
  ForEach(context, DestroyFirstVisitor, context);
  ExFreePoolWithTag(context, POOL_TAG); // EXPECT: dxgk-leak
  return STATUS_SUCCESS;
}

// ---- sorting by swaps ----

VOID sorted_ok(GPU_CONTEXT *Context)
{
  HANDLE items[3] = {NULL, NULL, NULL};
  ULONG i, j;
  for (i = 0; i < 3; i++)
    (VOID)Make(Context, &items[i]);
  for (i = 0; i < 2; i++)
    for (j = 0; j < 2 - i; j++)
      if ((ULONG_PTR)items[j] > (ULONG_PTR)items[j + 1]) {
        HANDLE t = items[j];
        items[j] = items[j + 1];
        items[j + 1] = t;
      }
  for (i = 0; i < 3; i++)
    if (items[i])
      Drop(Context, items[i]);
}

// ---- the old context's handles go to the new one ----

NTSTATUS adopt_ok(GPU_CONTEXT *Old, GPU_CONTEXT **New)
{
  GPU_CONTEXT *fresh = (GPU_CONTEXT *)ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(*fresh), POOL_TAG);
  if (!fresh)
    return STATUS_NO_MEMORY;
  *fresh = *Old;
  RtlZeroMemory(Old->Engine, sizeof(Old->Engine));
  Old->SaveArea = Old->Ring = NULL;
  *New = fresh;
  return STATUS_SUCCESS;
}

NTSTATUS resize_ok(GPU_CONTEXT *Context)
{
  HANDLE fresh;
  NTSTATUS status = Make(Context, &fresh);
  if (!NT_SUCCESS(status))
    return status;
  if (Context->Ring) {
    DXGKARGCB_UPDATECONTEXTALLOCATION update = {0};
    update.hAllocation = Context->Ring;
    Context->Adapter->Dxgk.DxgkCbUpdateContextAllocation(Context->Adapter->Dxgk.DeviceHandle, &update);
    Drop(Context, Context->Ring);
  }
  Context->Ring = fresh;
  return STATUS_SUCCESS;
}

NTSTATUS resize_bad(GPU_CONTEXT *Context)
{
  HANDLE fresh;
  NTSTATUS status = Make(Context, &fresh);
  if (!NT_SUCCESS(status))
    return status;
  if (Context->Ring) {
    DXGKARGCB_UPDATECONTEXTALLOCATION update = {0};
    Drop(Context, Context->Ring);
    update.hAllocation = Context->Ring;
    Context->Adapter->Dxgk.DxgkCbUpdateContextAllocation(Context->Adapter->Dxgk.DeviceHandle, &update); // EXPECT: dxgk-use-after-destroy
  }
  Context->Ring = fresh;
  return STATUS_SUCCESS;
}

// ---- recursion over a list ----

static VOID DropAll(GPU_CONTEXT *Context, ITEM *Item)
{
  if (!Item)
    return;
  DropAll(Context, Item->Next);
  Drop(Context, Item->Allocation);
  ExFreePoolWithTag(Item, POOL_TAG);
}

VOID recursive_ok(GPU_CONTEXT *Context)
{
  ITEM *head = NULL;
  ULONG i;
  for (i = 0; i < 2; i++) {
    ITEM *item = NewItem(Context);
    if (item) {
      item->Next = head;
      head = item;
    }
  }
  DropAll(Context, head);
}

// ---- a matrix of handles ----

NTSTATUS matrix_ok(GPU_CONTEXT *Context)
{
  HANDLE m[2][2];
  NTSTATUS status = STATUS_SUCCESS;
  INT r, c;
  for (r = 0; r < 2; r++)
    for (c = 0; c < 2; c++) {
      status = Make(Context, &m[r][c]);
      if (!NT_SUCCESS(status))
        goto Undo;
    }
Undo:
  for (;;) {
    if (--c < 0) {
      if (--r < 0)
        break;
      c = 2;
      continue;
    }
    if (r < 2)
      Drop(Context, m[r][c]);
  }
  return status;
}

NTSTATUS flat_matrix_ok(GPU_CONTEXT *Context)
{
  HANDLE m[2][2];
  NTSTATUS status = STATUS_SUCCESS;
  ULONG n;
  for (n = 0; n < 4; n++) {
    status = Make(Context, &m[n / 2][n % 2]);
    if (!NT_SUCCESS(status))
      break;
  }
  while (n--)
    Drop(Context, m[n >> 1][n & 1]);
  return status;
}

NTSTATUS flat_matrix_bad(GPU_CONTEXT *Context)
{
  HANDLE m[2][2];
  NTSTATUS status = STATUS_SUCCESS;
  ULONG n;
  for (n = 0; n < 4; n++) {
    status = Make(Context, &m[n / 2][n % 2]);
    if (!NT_SUCCESS(status))
      break;
  }
  while (n--)
    Drop(Context, m[n & 1][n & 1]); // EXPECT: dxgk-double-destroy, dxgk-invalid-handle
  return status; // EXPECT: dxgk-leak
}
