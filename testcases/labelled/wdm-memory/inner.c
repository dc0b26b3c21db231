// Blocks within a lost block: whoever frees the outer one properly finds them there, so they are no losses of their own.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

typedef struct _ITEM {
  LIST_ENTRY Entry;
  PVOID Data;
} ITEM;

typedef struct _HOLDER {
  LIST_ENTRY Items;
  PVOID Table;
} HOLDER;

NTSTATUS table_in_holder_bad(VOID)
{
  HOLDER *holder = ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(HOLDER), POOL_TAG);
  if (!holder)
    return STATUS_INSUFFICIENT_RESOURCES;
  holder->Table = ExAllocatePoolWithTag(NonPagedPoolNx, 64, POOL_TAG);
  if (!holder->Table) {
    ExFreePoolWithTag(holder, POOL_TAG);
    return STATUS_INSUFFICIENT_RESOURCES;
  }
  if (!HardwareIsReady())
    return STATUS_DEVICE_NOT_READY; // EXPECT: dxgk-leak
  ExFreePoolWithTag(holder->Table, POOL_TAG);
  ExFreePoolWithTag(holder, POOL_TAG);
  return STATUS_SUCCESS;
}

NTSTATUS table_in_holder_ok(VOID)
{
  HOLDER *holder = ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(HOLDER), POOL_TAG);
  if (!holder)
    return STATUS_INSUFFICIENT_RESOURCES;
  holder->Table = ExAllocatePoolWithTag(NonPagedPoolNx, 64, POOL_TAG);
  if (!holder->Table) {
    ExFreePoolWithTag(holder, POOL_TAG);
    return STATUS_INSUFFICIENT_RESOURCES;
  }
  if (!HardwareIsReady()) {
    ExFreePoolWithTag(holder->Table, POOL_TAG);
    ExFreePoolWithTag(holder, POOL_TAG);
    return STATUS_DEVICE_NOT_READY;
  }
  ExFreePoolWithTag(holder->Table, POOL_TAG);
  ExFreePoolWithTag(holder, POOL_TAG);
  return STATUS_SUCCESS;
}

// The list points back to its head: the older block is the one to tell of.
NTSTATUS item_in_list_bad(VOID)
{
  ITEM *item;
  HOLDER *holder = ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(HOLDER), POOL_TAG);
  if (!holder)
    return STATUS_INSUFFICIENT_RESOURCES;
  InitializeListHead(&holder->Items);
  item = ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(ITEM), POOL_TAG);
  if (!item) {
    ExFreePoolWithTag(holder, POOL_TAG);
    return STATUS_INSUFFICIENT_RESOURCES;
  }
  InsertTailList(&holder->Items, &item->Entry);
  if (!HardwareIsReady())
    return STATUS_DEVICE_NOT_READY; // EXPECT: dxgk-leak
  ExFreePoolWithTag(item, POOL_TAG);
  ExFreePoolWithTag(holder, POOL_TAG);
  return STATUS_SUCCESS;
}

NTSTATUS item_in_list_ok(VOID)
{
  ITEM *item;
  HOLDER *holder = ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(HOLDER), POOL_TAG);
  if (!holder)
    return STATUS_INSUFFICIENT_RESOURCES;
  InitializeListHead(&holder->Items);
  item = ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(ITEM), POOL_TAG);
  if (!item) {
    ExFreePoolWithTag(holder, POOL_TAG);
    return STATUS_INSUFFICIENT_RESOURCES;
  }
  InsertTailList(&holder->Items, &item->Entry);
  ExFreePoolWithTag(item, POOL_TAG);
  ExFreePoolWithTag(holder, POOL_TAG);
  return HardwareIsReady() ? STATUS_SUCCESS : STATUS_DEVICE_NOT_READY;
}

// Freed with the other still in it: that one is lost for itself.
NTSTATUS freed_with_table_bad(VOID)
{
  HOLDER *holder = ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(HOLDER), POOL_TAG);
  if (!holder)
    return STATUS_INSUFFICIENT_RESOURCES;
  holder->Table = ExAllocatePoolWithTag(NonPagedPoolNx, 64, POOL_TAG);
  ExFreePoolWithTag(holder, POOL_TAG); // EXPECT: dxgk-leak
  return STATUS_SUCCESS;
}

NTSTATUS freed_with_table_ok(VOID)
{
  HOLDER *holder = ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(HOLDER), POOL_TAG);
  if (!holder)
    return STATUS_INSUFFICIENT_RESOURCES;
  holder->Table = ExAllocatePoolWithTag(NonPagedPoolNx, 64, POOL_TAG);
  if (holder->Table)
    ExFreePoolWithTag(holder->Table, POOL_TAG);
  ExFreePoolWithTag(holder, POOL_TAG);
  return STATUS_SUCCESS;
}
