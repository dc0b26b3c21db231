// Contexts share the page table of their device; each of them destroys it.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#define OWN_CONTEXT
#include "skeleton.h"

static NTSTATUS APIENTRY create_context(CONST HANDLE hDevice, DXGKARG_CREATECONTEXT *pCreateContext)
{
  GPU_CONTEXT *context = NewContext(hDevice, pCreateContext);
  DEVICE *device = (DEVICE *)hDevice;
  NTSTATUS status = STATUS_SUCCESS;
  if (!context)
    return STATUS_NO_MEMORY;
  if (!device->PageTable)
    status = CreateShared(device->Adapter, device->hDxgDevice, PAGE_SIZE, &device->PageTable);
  if (!NT_SUCCESS(status)) {
    Free(context);
    return status;
  }
  context->Ring = device->PageTable;
  pCreateContext->hContext = context;
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY destroy_context_bad(CONST HANDLE hContext)
{
  GPU_CONTEXT *context = (GPU_CONTEXT *)hContext;
  context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(context->Adapter->Dxgk.DeviceHandle, context->Ring); // EXPECT: dxgk-double-destroy
  context->Device->PageTable = NULL;
  Free(context);
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
  DRIVER_INITIALIZATION_DATA data;
  FillTable(&data);
  data.DxgkDdiCreateContext = create_context;
  data.DxgkDdiDestroyContext = destroy_context_bad;
  return DxgkInitialize(DriverObject, RegistryPath, &data);
}
