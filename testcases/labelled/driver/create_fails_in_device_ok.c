// CreateContext leaves a page table in the device, where DestroyDevice finds it.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#define OWN_DEVICE
#define OWN_CONTEXT
#include "skeleton.h"

static NTSTATUS APIENTRY create_device(CONST HANDLE hAdapter, DXGKARG_CREATEDEVICE *pCreateDevice)
{
  DEVICE *device = (DEVICE *)Allocate(sizeof(*device));
  if (!device)
    return STATUS_NO_MEMORY;
  device->Adapter = (ADAPTER *)hAdapter;
  device->hDxgDevice = pCreateDevice->hDevice;
  pCreateDevice->hDevice = device;
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY destroy_device_ok(CONST HANDLE hDevice)
{
  DEVICE *device = (DEVICE *)hDevice;
  if (device->PageTable)
    DestroyFor(device->Adapter, device->PageTable);
  ExFreePoolWithTag(device, POOL_TAG);
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY create_context(CONST HANDLE hDevice, DXGKARG_CREATECONTEXT *pCreateContext)
{
  DEVICE *device = (DEVICE *)hDevice;
  GPU_CONTEXT *context;
  if (!device->PageTable) {
    NTSTATUS status = CreateShared(device->Adapter, device->hDxgDevice, PAGE_SIZE, &device->PageTable);
    if (!NT_SUCCESS(status))
      return status;
  }
  context = NewContext(hDevice, pCreateContext);
  if (!context)
    return STATUS_NO_MEMORY;
  pCreateContext->hContext = context;
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY destroy_context(CONST HANDLE hContext)
{
  Free(hContext);
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
  DRIVER_INITIALIZATION_DATA data;
  FillTable(&data);
  data.DxgkDdiCreateDevice = create_device;
  data.DxgkDdiDestroyDevice = destroy_device_ok;
  data.DxgkDdiCreateContext = create_context;
  data.DxgkDdiDestroyContext = destroy_context;
  return DxgkInitialize(DriverObject, RegistryPath, &data);
}
