// A kind says what a pointer is, and the two are looked at much later, together: only where both sides meet again and again
// must it still be known that one follows from the other.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

typedef struct _WINDOW {
  SINGLE_LIST_ENTRY Link;
  BOOLEAN IsPort;
  PVOID Mapped;
  ULONG Length;
} WINDOW;

typedef struct _WINDOWS {
  SINGLE_LIST_ENTRY All;
} WINDOWS;

static VOID CloseAll(WINDOWS *Windows)
{
  PSINGLE_LIST_ENTRY entry;
  while ((entry = PopEntryList(&Windows->All)) != NULL) {
    WINDOW *window = CONTAINING_RECORD(entry, WINDOW, Link);
    if (window->Mapped != NULL && !window->IsPort)
      MmUnmapIoSpace(window->Mapped, window->Length);
    ExFreePoolWithTag(window, POOL_TAG);
  }
}

NTSTATUS open_windows_ok(WINDOWS *Windows, const CM_PARTIAL_RESOURCE_DESCRIPTOR *Resources, ULONG Count)
{
  ULONG i;
  for (i = 0; i < Count; i++) {
    WINDOW *window = ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(WINDOW), POOL_TAG);
    if (!window) {
      CloseAll(Windows);
      return STATUS_INSUFFICIENT_RESOURCES;
    }
    window->IsPort = (Resources[i].Flags & CM_RESOURCE_PORT_IO) != 0;
    window->Length = Resources[i].u.Memory.Length;
    if (window->IsPort)
      window->Mapped = (PVOID)(ULONG_PTR)Resources[i].u.Memory.Start.QuadPart;
    else
      window->Mapped = NULL;
    PushEntryList(&Windows->All, &window->Link);
  }
  return STATUS_SUCCESS;
}

NTSTATUS open_window_bad(const CM_PARTIAL_RESOURCE_DESCRIPTOR *Resource)
{
  WINDOW *window = ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(WINDOW), POOL_TAG);
  if (!window)
    return STATUS_INSUFFICIENT_RESOURCES;
  window->IsPort = (Resource->Flags & CM_RESOURCE_PORT_IO) != 0;
  if (window->IsPort)
    window->Mapped = (PVOID)(ULONG_PTR)Resource->u.Memory.Start.QuadPart;
  else
    window->Mapped = NULL;
  if (!window->IsPort)
    MmUnmapIoSpace(window->Mapped, PAGE_SIZE); // EXPECT: dxgk-invalid-handle
  ExFreePoolWithTag(window, POOL_TAG);
  return STATUS_SUCCESS;
}

// A bit map and a string keep the memory that they are made over.
typedef struct _IDS {
  RTL_BITMAP Map;
  UNICODE_STRING Name;
} IDS;

NTSTATUS make_ids_ok(IDS *Ids)
{
  PULONG bits = ExAllocatePoolWithTag(NonPagedPoolNx, PAGE_SIZE, POOL_TAG);
  PWCH name;
  if (!bits)
    return STATUS_INSUFFICIENT_RESOURCES;
  name = ExAllocatePoolWithTag(NonPagedPoolNx, 128, POOL_TAG);
  if (!name) {
    ExFreePoolWithTag(bits, POOL_TAG);
    return STATUS_INSUFFICIENT_RESOURCES;
  }
  RtlInitializeBitMap(&Ids->Map, bits, PAGE_SIZE * 8);
  RtlInitEmptyUnicodeString(&Ids->Name, name, 128);
  return STATUS_SUCCESS;
}

NTSTATUS count_ids_ok(VOID)
{
  RTL_BITMAP map;
  PULONG bits = ExAllocatePoolWithTag(NonPagedPoolNx, PAGE_SIZE, POOL_TAG);
  if (!bits)
    return STATUS_INSUFFICIENT_RESOURCES;
  RtlInitializeBitMap(&map, bits, PAGE_SIZE * 8);
  ExFreePoolWithTag(map.Buffer, POOL_TAG);
  return STATUS_SUCCESS;
}

NTSTATUS count_ids_bad(VOID)
{
  RTL_BITMAP map;
  PULONG bits = ExAllocatePoolWithTag(NonPagedPoolNx, PAGE_SIZE, POOL_TAG);
  if (!bits)
    return STATUS_INSUFFICIENT_RESOURCES;
  RtlInitializeBitMap(&map, bits, PAGE_SIZE * 8);
  return STATUS_SUCCESS; // EXPECT: dxgk-leak
}
