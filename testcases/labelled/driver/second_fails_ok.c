// A context that cannot be made leaves the page table of the device to those that use it.
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
  if (!HardwareIsReady()) {
    if (device->Flags == 0) {
      DestroyFor(device->Adapter, device->PageTable);
      device->PageTable = NULL;
    }
    Free(context);
    return STATUS_UNSUCCESSFUL;
  }
  device->Flags++;
  pCreateContext->hContext = context;
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY destroy_context_ok(CONST HANDLE hContext)
{
  GPU_CONTEXT *context = (GPU_CONTEXT *)hContext;
  if (--context->Device->Flags == 0) {
    context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(context->Adapter->Dxgk.DeviceHandle, context->Ring);
    context->Device->PageTable = NULL;
  }
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
