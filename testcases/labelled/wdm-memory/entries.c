// Records that stand in a list hold a block each. Who takes them out and frees them was not there when they were put in.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

typedef struct _PACKET {
  ULONG Length;
  PVOID Data;
  LIST_ENTRY Entry;
} PACKET;

static LIST_ENTRY Sent = {&Sent, &Sent};

static PACKET *MakePacket(ULONG Length)
{
  PACKET *packet = (PACKET *)ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(PACKET), POOL_TAG);
  if (!packet)
    return NULL;
  packet->Data = ExAllocatePoolWithTag(NonPagedPoolNx, Length, POOL_TAG);
  if (!packet->Data) {
    ExFreePoolWithTag(packet, POOL_TAG);
    return NULL;
  }
  packet->Length = Length;
  return packet;
}

NTSTATUS send_ok(ULONG Length)
{
  PACKET *packet = MakePacket(Length);
  if (!packet)
    return STATUS_NO_MEMORY;
  InsertTailList(&Sent, &packet->Entry);
  return STATUS_SUCCESS;
}

VOID complete_ok(VOID)
{
  PACKET *packet;
  if (IsListEmpty(&Sent))
    return;
  packet = CONTAINING_RECORD(RemoveHeadList(&Sent), PACKET, Entry);
  ExFreePoolWithTag(packet->Data, POOL_TAG);
  ExFreePoolWithTag(packet, POOL_TAG);
}

VOID cancel_bad(VOID)
{
  while (!IsListEmpty(&Sent)) {
    PACKET *packet = CONTAINING_RECORD(RemoveHeadList(&Sent), PACKET, Entry);
    ExFreePoolWithTag(packet, POOL_TAG); // EXPECT: dxgk-leak
  }
}

VOID cancel_ok(VOID)
{
  while (!IsListEmpty(&Sent)) {
    PACKET *packet = CONTAINING_RECORD(RemoveHeadList(&Sent), PACKET, Entry);
    ExFreePoolWithTag(packet->Data, POOL_TAG);
    ExFreePoolWithTag(packet, POOL_TAG);
  }
}

// ---- Records that are taken out and forgotten -----------------------------------------------------------------------------

typedef struct _CACHE {
  KSPIN_LOCK Lock;
  ULONG Count, Limit;
  struct _ITEM *Current;
  LIST_ENTRY Items;
  LIST_ENTRY Idle;
} CACHE;

typedef struct _ITEM {
  LIST_ENTRY Entry;
  ULONG Id;
  LONG References;
  KEVENT Done;
} ITEM;

static ITEM *TakeOldest(CACHE *Cache)
{
  PLIST_ENTRY head = &Cache->Items, entry = head->Flink;
  ITEM *item;
  if (head == entry)
    return NULL;
  item = CONTAINING_RECORD(entry, ITEM, Entry);
  RemoveEntryList(&item->Entry);
  Cache->Count--;
  return item;
}

static VOID Dereference(ITEM *Item)
{
  if (InterlockedDecrement(&Item->References) == 0)
    ExFreePoolWithTag(Item, POOL_TAG);
}

static ITEM *MakeItem(ULONG Id)
{
  ITEM *item = (ITEM *)ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(ITEM), POOL_TAG);
  if (item) {
    item->Id = Id;
    item->References = 1;
  }
  return item;
}

NTSTATUS add_item_bad(CACHE *Cache, ULONG Id)
{
  KIRQL irql;
  ITEM *item = MakeItem(Id);
  if (!item)
    return STATUS_NO_MEMORY;
  KeAcquireSpinLock(&Cache->Lock, &irql);
  if (Cache->Count >= Cache->Limit)
    TakeOldest(Cache);
  InsertTailList(&Cache->Items, &item->Entry);
  Cache->Count++;
  KeReleaseSpinLock(&Cache->Lock, irql);
  return STATUS_SUCCESS; // EXPECT: dxgk-leak
}

NTSTATUS add_item_ok(CACHE *Cache, ULONG Id)
{
  KIRQL irql;
  ITEM *oldest = NULL, *item = MakeItem(Id);
  if (!item)
    return STATUS_NO_MEMORY;
  KeAcquireSpinLock(&Cache->Lock, &irql);
  if (Cache->Count >= Cache->Limit)
    oldest = TakeOldest(Cache);
  InsertTailList(&Cache->Items, &item->Entry);
  Cache->Count++;
  KeReleaseSpinLock(&Cache->Lock, irql);
  if (oldest)
    Dereference(oldest);
  return STATUS_SUCCESS;
}

VOID clear_items_ok(CACHE *Cache)
{
  ITEM *item;
  while (NULL != (item = TakeOldest(Cache)))
    Dereference(item);
}

// At the head, before all others.
NTSTATUS add_urgent_ok(CACHE *Cache, ULONG Id)
{
  ITEM *item = MakeItem(Id);
  if (!item)
    return STATUS_NO_MEMORY;
  InsertHeadList(&Cache->Items, &item->Entry);
  return STATUS_SUCCESS;
}

// To another list.
VOID idle_item_ok(CACHE *Cache)
{
  ITEM *item = TakeOldest(Cache);
  if (item)
    InsertTailList(&Cache->Idle, &item->Entry);
}

// To its own end.
VOID turn_items_ok(CACHE *Cache)
{
  ITEM *item = TakeOldest(Cache);
  if (item)
    InsertTailList(&Cache->Items, &item->Entry);
}

// Whoever waits for it frees it.
VOID finish_item_ok(CACHE *Cache)
{
  ITEM *item = TakeOldest(Cache);
  if (item)
    KeSetEvent(&item->Done, 0, FALSE);
}

// It goes on without a list: others know it.
VOID unlist_item_ok(CACHE *Cache)
{
  ITEM *item = TakeOldest(Cache);
  if (item)
    InitializeListHead(&item->Entry);
}

// The first one is the current one.
VOID finish_current_ok(CACHE *Cache)
{
  TakeOldest(Cache);
  Dereference(Cache->Current);
  Cache->Current = NULL;
}

VOID skip_item_bad(CACHE *Cache)
{
  if (!IsListEmpty(&Cache->Items))
    RemoveHeadList(&Cache->Items);
  Cache->Count = 0;
} // EXPECT: dxgk-leak
