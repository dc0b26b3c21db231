// DestroyContext destroys the page table of the device and clears the field that DestroyDevice looks at.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#define OWN_DEVICE
#define OWN_CONTEXT
#include "skeleton.h"

static NTSTATUS APIENTRY create_device(CONST HANDLE hAdapter, DXGKARG_CREATEDEVICE *pCreateDevice)
{
  DEVICE *device = (DEVICE *)Allocate(sizeof(*device));
  NTSTATUS status;
  if (!device)
    return STATUS_NO_MEMORY;
  device->Adapter = (ADAPTER *)hAdapter;
  device->hDxgDevice = pCreateDevice->hDevice;
  status = CreateShared(device->Adapter, device->hDxgDevice, PAGE_SIZE, &device->PageTable);
  if (!NT_SUCCESS(status)) {
    Free(device);
    return status;
  }
  pCreateDevice->hDevice = device;
  return STATUS_SUCCESS;
}

// A device has one context in its life.
static NTSTATUS APIENTRY create_context(CONST HANDLE hDevice, DXGKARG_CREATECONTEXT *pCreateContext)
{
  DEVICE *device = (DEVICE *)hDevice;
  GPU_CONTEXT *context;
  if (device->Flags)
    return STATUS_NOT_SUPPORTED;
  context = NewContext(hDevice, pCreateContext);
  if (!context)
    return STATUS_NO_MEMORY;
  device->Flags = 1;
  pCreateContext->hContext = context;
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY destroy_context_ok(CONST HANDLE hContext)
{
  GPU_CONTEXT *context = (GPU_CONTEXT *)hContext;
  DEVICE *device = context->Device;
  DestroyFor(device->Adapter, device->PageTable);
  device->PageTable = NULL;
  Free(context);
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY destroy_device(CONST HANDLE hDevice)
{
  DEVICE *device = (DEVICE *)hDevice;
  if (device->PageTable)
    device->Adapter->Dxgk.DxgkCbDestroyContextAllocation(device->Adapter->Dxgk.DeviceHandle, device->PageTable);
  Free(device);
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
  DRIVER_INITIALIZATION_DATA data;
  FillTable(&data);
  data.DxgkDdiCreateDevice = create_device;
  data.DxgkDdiDestroyDevice = destroy_device;
  data.DxgkDdiCreateContext = create_context;
  data.DxgkDdiDestroyContext = destroy_context_ok;
  return DxgkInitialize(DriverObject, RegistryPath, &data);
}
