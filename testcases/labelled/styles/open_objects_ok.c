// Each opened allocation holds one of a context: made in OpenAllocation, destroyed in CloseAllocation.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver/skeleton.h"

static NTSTATUS APIENTRY open_allocation(CONST HANDLE h, CONST DXGKARG_OPENALLOCATION *p)
{
  DEVICE *d = (DEVICE *)h;
  UINT i;
  NTSTATUS st = STATUS_SUCCESS;
  for (i = 0; i < p->NumAllocations; i++) {
    HANDLE *x = (HANDLE *)Allocate(sizeof(*x));
    if (!x) {
      st = STATUS_NO_MEMORY;
      break;
    }
    st = CreateShared(d->Adapter, d->hDxgDevice, PAGE_SIZE, x);
    if (!NT_SUCCESS(st)) {
      Free(x);
      break;
    }
    p->pOpenAllocation[i].hDeviceSpecificAllocation = x;
  }
  if (!NT_SUCCESS(st))
    while (i--) {
      HANDLE *x = (HANDLE *)p->pOpenAllocation[i].hDeviceSpecificAllocation;
      DestroyFor(d->Adapter, *x);
      Free(x);
    }
  return st;
}

static NTSTATUS APIENTRY close_allocation(CONST HANDLE h, CONST DXGKARG_CLOSEALLOCATION *p)
{
  DEVICE *d = (DEVICE *)h;
  UINT i;
  for (i = 0; i < p->NumAllocations; i++) {
    HANDLE *x = (HANDLE *)p->pOpenHandleList[i];
    DestroyFor(d->Adapter, *x);
    Free(x);
  }
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
  DRIVER_INITIALIZATION_DATA data;
  FillTable(&data);
  data.DxgkDdiOpenAllocation = open_allocation;
  data.DxgkDdiCloseAllocation = close_allocation;
  return DxgkInitialize(DriverObject, RegistryPath, &data);
}
