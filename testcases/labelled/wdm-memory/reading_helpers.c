// A helper that reads the record which it frees: called twice it reads what is gone, and frees it again. The address that
// the hardware gets of a block does not keep the block.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

typedef struct REQUEST {
  PVOID Data;
  ULONG Size;
} REQUEST;

static void FreeRequest(REQUEST *Request)
{
  if (!Request)
    return;
  if (Request->Data) // EXPECT: dxgk-use-after-destroy
    ExFreePoolWithTag(Request->Data, POOL_TAG);
  ExFreePoolWithTag(Request, POOL_TAG); // EXPECT: dxgk-double-destroy
  // EXPECTED-IN: request_freed_twice_bad
}

static REQUEST *MakeRequest(void)
{
  REQUEST *request = (REQUEST *)ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(REQUEST), POOL_TAG);
  if (request) {
    request->Data = NULL;
    request->Size = 0;
  }
  return request;
}

NTSTATUS request_freed_twice_bad(void)
{
  NTSTATUS status;
  REQUEST *request = MakeRequest();
  if (!request)
    return STATUS_INSUFFICIENT_RESOURCES;
  status = ProbeHardware();
  FreeRequest(request);
  FreeRequest(request);
  return status;
}

NTSTATUS request_freed_once_ok(void)
{
  NTSTATUS status;
  REQUEST *request = MakeRequest();
  if (!request)
    return STATUS_INSUFFICIENT_RESOURCES;
  status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    FreeRequest(request);
    return status;
  }
  FreeRequest(request);
  return status;
}

// The same where a helper of the helper is the one that reads.
typedef struct ENTRY {
  LIST_ENTRY Link;
  ULONG Size;
} ENTRY;

static void TakeOut(LIST_ENTRY *Link)
{
  LIST_ENTRY *next = Link->Flink; // EXPECT: dxgk-use-after-destroy
  LIST_ENTRY *before = Link->Blink;
  next->Blink = before;
  before->Flink = next;
}

static void FreeEntry(ADAPTER *Adapter, ENTRY *Entry)
{
  TakeOut(&Entry->Link);
  Adapter->Flags--;
  ExFreePoolWithTag(Entry, POOL_TAG); // EXPECT: dxgk-double-destroy
  // EXPECTED-IN: entry_freed_twice_bad
}

static BOOLEAN MakeEntry(ADAPTER *Adapter, ENTRY **Made)
{
  ENTRY *entry;
  if (!HardwareIsReady())
    return FALSE;
  entry = (ENTRY *)ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(ENTRY), POOL_TAG);
  if (!entry)
    return FALSE;
  entry->Size = 0;
  Adapter->Flags++;
  InsertTailList(&Adapter->Contexts, &entry->Link);
  *Made = entry;
  return TRUE;
}

// One that could not be made leaves the last one in the variable.
NTSTATUS entry_freed_twice_bad(ADAPTER *Adapter)
{
  ENTRY *entry = NULL;
  ULONG i;
  for (i = 0; i < 2; i++) {
    MakeEntry(Adapter, &entry);
    if (entry)
      FreeEntry(Adapter, entry);
  }
  return STATUS_SUCCESS;
}

NTSTATUS entry_freed_once_ok(ADAPTER *Adapter)
{
  ENTRY *entry = NULL;
  ULONG i;
  for (i = 0; i < 2; i++) {
    entry = NULL;
    MakeEntry(Adapter, &entry);
    if (entry)
      FreeEntry(Adapter, entry);
  }
  return STATUS_SUCCESS;
}

static PVOID MakeRing(SIZE_T Size, PHYSICAL_ADDRESS *Where)
{
  PHYSICAL_ADDRESS highest;
  PVOID ring;
  highest.QuadPart = -1;
  ring = MmAllocateContiguousMemory(Size, highest);
  if (ring)
    *Where = MmGetPhysicalAddress(ring);
  return ring;
}

NTSTATUS ring_kept_bad(volatile ULONG64 *Register)
{
  PHYSICAL_ADDRESS where;
  PVOID ring = MakeRing(PAGE_SIZE, &where);
  if (!ring)
    return STATUS_INSUFFICIENT_RESOURCES;
  *Register = (ULONG64)where.QuadPart;
  if (!NT_SUCCESS(ProbeHardware()))
    return STATUS_TIMEOUT; // EXPECT: dxgk-leak
  MmFreeContiguousMemory(ring);
  return STATUS_SUCCESS;
}

NTSTATUS ring_kept_ok(volatile ULONG64 *Register)
{
  PHYSICAL_ADDRESS where;
  PVOID ring = MakeRing(PAGE_SIZE, &where);
  if (!ring)
    return STATUS_INSUFFICIENT_RESOURCES;
  *Register = (ULONG64)where.QuadPart;
  if (!NT_SUCCESS(ProbeHardware())) {
    MmFreeContiguousMemory(ring);
    return STATUS_TIMEOUT;
  }
  MmFreeContiguousMemory(ring);
  return STATUS_SUCCESS;
}
