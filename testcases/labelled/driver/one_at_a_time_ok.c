// A device has one context at a time, which owns the page table.
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
  if (device->Flags) {
    Free(context);
    return STATUS_NOT_SUPPORTED;
  }
  if (!device->PageTable)
    status = CreateShared(device->Adapter, device->hDxgDevice, PAGE_SIZE, &device->PageTable);
  if (!NT_SUCCESS(status)) {
    Free(context);
    return status;
  }
  device->Flags = 1;
  context->Ring = device->PageTable;
  pCreateContext->hContext = context;
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY destroy_context_ok(CONST HANDLE hContext)
{
  GPU_CONTEXT *context = (GPU_CONTEXT *)hContext;
  context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(context->Adapter->Dxgk.DeviceHandle, context->Ring);
  context->Device->PageTable = NULL;
  context->Device->Flags = 0;
  Free(context);
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
  DRIVER_INITIALIZATION_DATA data;
  FillTable(&data);
  data.DxgkDdiCreateContext = create_context;
  data.DxgkDdiDestroyContext = destroy_context_ok;
  return DxgkInitialize(DriverObject, RegistryPath, &data);
}
