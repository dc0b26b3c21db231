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
