// Records that stand in a list hold a mapping each. Who takes them out and frees them was not there when they were put in.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

typedef struct _OWNER {
  ADAPTER *Adapter;
  ULONG Count;
  LIST_ENTRY Maps;
  LIST_ENTRY Windows;
  LIST_ENTRY Views;
  LIST_ENTRY Spares;
  LIST_ENTRY Panes;
  LIST_ENTRY Tiles;
  LIST_ENTRY Plates;
} OWNER;

static NTSTATUS Map(OWNER *Owner, PHYSICAL_ADDRESS Where, PVOID *Address)
{
  return Owner->Adapter->Dxgk.DxgkCbMapMemory(Owner->Adapter->Dxgk.DeviceHandle, Where, 4096, FALSE, FALSE, MmNonCached, Address);
}

static VOID Unmap(OWNER *Owner, PVOID Address)
{
  Owner->Adapter->Dxgk.DxgkCbUnmapMemory(Owner->Adapter->Dxgk.DeviceHandle, Address);
}

// ---- Every record in the list holds a mapping, which goes when the record goes ------------------------------------------

typedef struct _MAP {
  LIST_ENTRY Entry;
  PVOID Address;
  ULONG Id;
  ULONG References;
} MAP;

static MAP *FindMap(OWNER *Owner, ULONG Id)
{
  PLIST_ENTRY at;
  for (at = Owner->Maps.Flink; at != &Owner->Maps; at = at->Flink) {
    MAP *map = CONTAINING_RECORD(at, MAP, Entry);
    if (map->Id == Id)
      return map;
  }
  return NULL;
}

NTSTATUS add_map_ok(OWNER *Owner, PHYSICAL_ADDRESS Where, ULONG Id)
{
  PVOID address = NULL;
  MAP *map = FindMap(Owner, Id);
  NTSTATUS status;
  if (map) {
    map->References++;
    return STATUS_SUCCESS;
  }
  status = Map(Owner, Where, &address);
  if (!NT_SUCCESS(status))
    return status;
  map = (MAP *)ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(MAP), POOL_TAG);
  if (!map) {
    Unmap(Owner, address);
    return STATUS_NO_MEMORY;
  }
  map->Id = Id;
  map->Address = address;
  map->References = 1;
  InsertTailList(&Owner->Maps, &map->Entry);
  return STATUS_SUCCESS;
}

VOID remove_map_ok(OWNER *Owner, ULONG Id)
{
  MAP *map = FindMap(Owner, Id);
  if (map && --map->References == 0) {
    PVOID address = map->Address;
    RemoveEntryList(&map->Entry);
    Unmap(Owner, address);
    ExFreePoolWithTag(map, POOL_TAG);
  }
}

VOID drain_bad(OWNER *Owner)
{
  while (!IsListEmpty(&Owner->Maps)) {
    MAP *map = CONTAINING_RECORD(RemoveHeadList(&Owner->Maps), MAP, Entry);
    ExFreePoolWithTag(map, POOL_TAG); // EXPECT: dxgk-leak
  }
}

VOID drain_ok(OWNER *Owner)
{
  while (!IsListEmpty(&Owner->Maps)) {
    MAP *map = CONTAINING_RECORD(RemoveHeadList(&Owner->Maps), MAP, Entry);
    Unmap(Owner, map->Address);
    ExFreePoolWithTag(map, POOL_TAG);
  }
}

// The test always says yes: every record has its address.
VOID drain_tested_ok(OWNER *Owner)
{
  while (!IsListEmpty(&Owner->Maps)) {
    MAP *map = CONTAINING_RECORD(RemoveHeadList(&Owner->Maps), MAP, Entry);
    if (map->Address) {
      Unmap(Owner, map->Address);
      map->Address = NULL;
    }
    ExFreePoolWithTag(map, POOL_TAG);
  }
}

// Whether a record is mapped says its number.
VOID drain_counted_ok(OWNER *Owner)
{
  while (!IsListEmpty(&Owner->Maps)) {
    MAP *map = CONTAINING_RECORD(RemoveHeadList(&Owner->Maps), MAP, Entry);
    if (map->References)
      Unmap(Owner, map->Address);
    ExFreePoolWithTag(map, POOL_TAG);
  }
}

VOID walk_bad(OWNER *Owner)
{
  PLIST_ENTRY at = Owner->Maps.Flink, next;
  for (; at != &Owner->Maps; at = next) {
    next = at->Flink;
    RemoveEntryList(at);
    ExFreePoolWithTag(CONTAINING_RECORD(at, MAP, Entry), POOL_TAG); // EXPECT: dxgk-leak
  }
}

VOID walk_ok(OWNER *Owner)
{
  PLIST_ENTRY at = Owner->Maps.Flink, next;
  for (; at != &Owner->Maps; at = next) {
    next = at->Flink;
    RemoveEntryList(at);
    Unmap(Owner, CONTAINING_RECORD(at, MAP, Entry)->Address);
    ExFreePoolWithTag(CONTAINING_RECORD(at, MAP, Entry), POOL_TAG);
  }
}

// One record only.
VOID first_bad(OWNER *Owner)
{
  if (!IsListEmpty(&Owner->Maps)) {
    MAP *map = CONTAINING_RECORD(RemoveHeadList(&Owner->Maps), MAP, Entry);
    Owner->Count--;
    ExFreePoolWithTag(map, POOL_TAG); // EXPECT: dxgk-leak
  }
}

PVOID first_ok(OWNER *Owner)
{
  PVOID address = NULL;
  if (!IsListEmpty(&Owner->Maps)) {
    MAP *map = CONTAINING_RECORD(RemoveHeadList(&Owner->Maps), MAP, Entry);
    Owner->Count--;
    address = map->Address; // the caller's from now on
    ExFreePoolWithTag(map, POOL_TAG);
  }
  return address;
}

static VOID FreeMap(OWNER *Owner, MAP *Record)
{
  Unmap(Owner, Record->Address);
  ExFreePoolWithTag(Record, POOL_TAG);
}

static VOID ForgetMap(OWNER *Owner, MAP *Record)
{
  Owner->Count--;
  ExFreePoolWithTag(Record, POOL_TAG); // EXPECT: dxgk-leak
  // EXPECTED-IN: helper_bad
}

VOID helper_bad(OWNER *Owner)
{
  while (!IsListEmpty(&Owner->Maps))
    ForgetMap(Owner, CONTAINING_RECORD(RemoveHeadList(&Owner->Maps), MAP, Entry));
}

VOID helper_ok(OWNER *Owner)
{
  while (!IsListEmpty(&Owner->Maps))
    FreeMap(Owner, CONTAINING_RECORD(RemoveHeadList(&Owner->Maps), MAP, Entry));
}

// ---- Records stay in the list when what they hold is given back ------------------------------------------------------------

typedef struct _WINDOW {
  LIST_ENTRY Entry;
  PVOID Address;
} WINDOW;

NTSTATUS add_window_ok(OWNER *Owner, PHYSICAL_ADDRESS Where)
{
  NTSTATUS status;
  WINDOW *window = (WINDOW *)ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(WINDOW), POOL_TAG);
  if (!window)
    return STATUS_NO_MEMORY;
  status = Map(Owner, Where, &window->Address);
  if (!NT_SUCCESS(status)) {
    ExFreePoolWithTag(window, POOL_TAG);
    return status;
  }
  InsertTailList(&Owner->Windows, &window->Entry);
  return STATUS_SUCCESS;
}

VOID stop_windows_ok(OWNER *Owner)
{
  PLIST_ENTRY at;
  for (at = Owner->Windows.Flink; at != &Owner->Windows; at = at->Flink)
    Unmap(Owner, CONTAINING_RECORD(at, WINDOW, Entry)->Address);
}

VOID remove_windows_ok(OWNER *Owner)
{
  while (!IsListEmpty(&Owner->Windows))
    ExFreePoolWithTag(CONTAINING_RECORD(RemoveHeadList(&Owner->Windows), WINDOW, Entry), POOL_TAG);
}

// ---- Some records have none -------------------------------------------------------------------------------------------------

typedef struct _VIEW {
  LIST_ENTRY Entry;
  PVOID Address;
} VIEW;

NTSTATUS add_view_ok(OWNER *Owner, PHYSICAL_ADDRESS Where)
{
  NTSTATUS status;
  VIEW *view = (VIEW *)ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(VIEW), POOL_TAG);
  if (!view)
    return STATUS_NO_MEMORY;
  status = Map(Owner, Where, &view->Address);
  if (!NT_SUCCESS(status)) {
    ExFreePoolWithTag(view, POOL_TAG);
    return status;
  }
  InsertTailList(&Owner->Views, &view->Entry);
  return STATUS_SUCCESS;
}

NTSTATUS add_empty_view_ok(OWNER *Owner)
{
  VIEW *view = (VIEW *)ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(VIEW), POOL_TAG);
  if (!view)
    return STATUS_NO_MEMORY;
  view->Address = NULL;
  InsertTailList(&Owner->Views, &view->Entry);
  return STATUS_SUCCESS;
}

VOID remove_view_ok(OWNER *Owner)
{
  VIEW *view = CONTAINING_RECORD(Owner->Views.Flink, VIEW, Entry);
  if (IsListEmpty(&Owner->Views))
    return;
  RemoveEntryList(&view->Entry);
  if (view->Address)
    Unmap(Owner, view->Address);
  ExFreePoolWithTag(view, POOL_TAG);
}

VOID drop_empty_views_ok(OWNER *Owner)
{
  while (!IsListEmpty(&Owner->Views))
    ExFreePoolWithTag(CONTAINING_RECORD(RemoveHeadList(&Owner->Views), VIEW, Entry), POOL_TAG);
}

// ---- The same kind of record in a list of those that hold nothing -----------------------------------------------------------

NTSTATUS add_spare_ok(OWNER *Owner)
{
  MAP *map = (MAP *)ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(MAP), POOL_TAG);
  if (!map)
    return STATUS_NO_MEMORY;
  map->References = 0;
  InsertTailList(&Owner->Spares, &map->Entry);
  return STATUS_SUCCESS;
}

VOID drain_spares_ok(OWNER *Owner)
{
  while (!IsListEmpty(&Owner->Spares))
    ExFreePoolWithTag(CONTAINING_RECORD(RemoveHeadList(&Owner->Spares), MAP, Entry), POOL_TAG);
}

// ---- Two steps: first what all records hold, then the records ------------------------------------------------------------

typedef struct _PANE {
  LIST_ENTRY Entry;
  PVOID Address;
} PANE;

NTSTATUS add_pane_ok(OWNER *Owner, PHYSICAL_ADDRESS Where)
{
  NTSTATUS status;
  PANE *pane = (PANE *)ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(PANE), POOL_TAG);
  if (!pane)
    return STATUS_NO_MEMORY;
  status = Map(Owner, Where, &pane->Address);
  if (!NT_SUCCESS(status)) {
    ExFreePoolWithTag(pane, POOL_TAG);
    return status;
  }
  InsertTailList(&Owner->Panes, &pane->Entry);
  return STATUS_SUCCESS;
}

VOID remove_pane_ok(OWNER *Owner)
{
  if (!IsListEmpty(&Owner->Panes)) {
    PANE *pane = CONTAINING_RECORD(RemoveHeadList(&Owner->Panes), PANE, Entry);
    Unmap(Owner, pane->Address);
    ExFreePoolWithTag(pane, POOL_TAG);
  }
}

static VOID UnmapPanes(OWNER *Owner)
{
  PLIST_ENTRY at;
  for (at = Owner->Panes.Flink; at != &Owner->Panes; at = at->Flink)
    Unmap(Owner, CONTAINING_RECORD(at, PANE, Entry)->Address);
}

static VOID FreePanes(OWNER *Owner)
{
  while (!IsListEmpty(&Owner->Panes))
    ExFreePoolWithTag(CONTAINING_RECORD(RemoveHeadList(&Owner->Panes), PANE, Entry), POOL_TAG);
}

VOID close_panes_ok(OWNER *Owner)
{
  UnmapPanes(Owner);
  FreePanes(Owner);
}

// ---- Taken out of its member by an exchange ----------------------------------------------------------------------------------

typedef struct _TILE {
  LIST_ENTRY Entry;
  PVOID Address;
} TILE;

NTSTATUS add_tile_ok(OWNER *Owner, PHYSICAL_ADDRESS Where)
{
  NTSTATUS status;
  TILE *tile = (TILE *)ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(TILE), POOL_TAG);
  if (!tile)
    return STATUS_NO_MEMORY;
  status = Map(Owner, Where, &tile->Address);
  if (!NT_SUCCESS(status)) {
    ExFreePoolWithTag(tile, POOL_TAG);
    return status;
  }
  InsertTailList(&Owner->Tiles, &tile->Entry);
  return STATUS_SUCCESS;
}

VOID remove_tile_ok(OWNER *Owner)
{
  if (!IsListEmpty(&Owner->Tiles)) {
    TILE *tile = CONTAINING_RECORD(RemoveHeadList(&Owner->Tiles), TILE, Entry);
    Unmap(Owner, tile->Address);
    ExFreePoolWithTag(tile, POOL_TAG);
  }
}

VOID idle_tiles_ok(OWNER *Owner)
{
  PLIST_ENTRY at;
  for (at = Owner->Tiles.Flink; at != &Owner->Tiles; at = at->Flink) {
    TILE *tile = CONTAINING_RECORD(at, TILE, Entry);
    PVOID address = InterlockedExchangePointer(&tile->Address, NULL);
    if (address)
      Unmap(Owner, address);
  }
}

VOID free_tiles_ok(OWNER *Owner)
{
  while (!IsListEmpty(&Owner->Tiles))
    ExFreePoolWithTag(CONTAINING_RECORD(RemoveHeadList(&Owner->Tiles), TILE, Entry), POOL_TAG);
}

// ---- Somebody else puts records into the list, too -------------------------------------------------------------------------------

typedef struct _PLATE {
  LIST_ENTRY Entry;
  PVOID Address;
} PLATE;

VOID AddOtherPlates(PLIST_ENTRY Head);

NTSTATUS add_plate_ok(OWNER *Owner, PHYSICAL_ADDRESS Where)
{
  NTSTATUS status;
  PLATE *plate = (PLATE *)ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(PLATE), POOL_TAG);
  if (!plate)
    return STATUS_NO_MEMORY;
  status = Map(Owner, Where, &plate->Address);
  if (!NT_SUCCESS(status)) {
    ExFreePoolWithTag(plate, POOL_TAG);
    return status;
  }
  InsertTailList(&Owner->Plates, &plate->Entry);
  return STATUS_SUCCESS;
}

VOID fill_plates_ok(OWNER *Owner)
{
  AddOtherPlates(&Owner->Plates);
}

VOID remove_plate_ok(OWNER *Owner)
{
  if (!IsListEmpty(&Owner->Plates)) {
    PLATE *plate = CONTAINING_RECORD(RemoveHeadList(&Owner->Plates), PLATE, Entry);
    if (plate->Address)
      Unmap(Owner, plate->Address);
    ExFreePoolWithTag(plate, POOL_TAG);
  }
}

VOID drop_plates_ok(OWNER *Owner)
{
  while (!IsListEmpty(&Owner->Plates))
    ExFreePoolWithTag(CONTAINING_RECORD(RemoveHeadList(&Owner->Plates), PLATE, Entry), POOL_TAG);
}
