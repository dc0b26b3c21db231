// Each allocation of the driver holds one of a context, which DestroyAllocation forgets where nobody has used it.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver/skeleton.h"

typedef struct { HANDLE a; ADAPTER *ad; UINT used; } AL;

static NTSTATUS APIENTRY create_allocation(CONST HANDLE h, DXGKARG_CREATEALLOCATION *p)
{
  ADAPTER *a = (ADAPTER *)h;
  UINT i;
  NTSTATUS st = STATUS_SUCCESS;
  for (i = 0; i < p->NumAllocations; i++) {
    AL *al = (AL *)Allocate(sizeof(*al));
    if (!al) {
      st = STATUS_NO_MEMORY;
      break;
    }
    al->ad = a;
    al->used = p->pAllocationInfo[i].Size != 0;
    st = CreateShared(a, NULL, PAGE_SIZE, &al->a);
    if (!NT_SUCCESS(st)) {
      Free(al);
      break;
    }
    p->pAllocationInfo[i].hAllocation = al;
  }
  if (!NT_SUCCESS(st))
    while (i--) {
      AL *al = (AL *)p->pAllocationInfo[i].hAllocation;
      DestroyFor(a, al->a);
      Free(al);
    }
  return st;
}

static NTSTATUS APIENTRY destroy_allocation_bad(CONST HANDLE h, CONST DXGKARG_DESTROYALLOCATION *p)
{
  UINT i;
  UNREFERENCED_PARAMETER(h);
  for (i = 0; i < p->NumAllocations; i++) {
    AL *al = (AL *)p->pAllocationList[i];
    if (al->used)
      DestroyFor(al->ad, al->a);
    ExFreePoolWithTag(al, POOL_TAG); // EXPECT: dxgk-leak
  }
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
  DRIVER_INITIALIZATION_DATA data;
  FillTable(&data);
  data.DxgkDdiCreateAllocation = create_allocation;
  data.DxgkDdiDestroyAllocation = destroy_allocation_bad;
  return DxgkInitialize(DriverObject, RegistryPath, &data);
}
