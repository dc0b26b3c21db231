// CreateDevice keeps the handle of the adapter that the system knows, and DestroyDevice gives it back.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#define OWN_DEVICE
#include "skeleton.h"

typedef struct _STAGED_DEVICE {
  DEVICE Base;
  HANDLE hAdapter;
  HANDLE Staging;
} STAGED_DEVICE;

static NTSTATUS APIENTRY create_device(CONST HANDLE hAdapter, DXGKARG_CREATEDEVICE *pCreateDevice)
{
  STAGED_DEVICE *device = (STAGED_DEVICE *)Allocate(sizeof(*device));
  NTSTATUS status;
  if (!device)
    return STATUS_NO_MEMORY;
  device->Base.Adapter = (ADAPTER *)hAdapter;
  device->Base.hDxgDevice = pCreateDevice->hDevice;
  device->hAdapter = device->Base.Adapter->Dxgk.DeviceHandle;
  status = CreateShared(device->Base.Adapter, pCreateDevice->hDevice, PAGE_SIZE, &device->Staging);
  if (!NT_SUCCESS(status)) {
    Free(device);
    return status;
  }
  pCreateDevice->hDevice = device;
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY destroy_device_ok(CONST HANDLE hDevice)
{
  STAGED_DEVICE *device = (STAGED_DEVICE *)hDevice;
  device->Base.Adapter->Dxgk.DxgkCbDestroyContextAllocation(device->hAdapter, device->Staging);
  Free(device);
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
  DRIVER_INITIALIZATION_DATA data;
  FillTable(&data);
  data.DxgkDdiCreateDevice = create_device;
  data.DxgkDdiDestroyDevice = destroy_device_ok;
  return DxgkInitialize(DriverObject, RegistryPath, &data);
}
