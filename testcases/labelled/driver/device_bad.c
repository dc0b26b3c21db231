// DestroyDevice forgets the page table.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#define OWN_DEVICE
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

static NTSTATUS APIENTRY destroy_device_bad(CONST HANDLE hDevice)
{
  DEVICE *device = (DEVICE *)hDevice;
  ExFreePoolWithTag(device, POOL_TAG); // EXPECT: dxgk-leak
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
  DRIVER_INITIALIZATION_DATA data;
  FillTable(&data);
  data.DxgkDdiCreateDevice = create_device;
  data.DxgkDdiDestroyDevice = destroy_device_bad;
  return DxgkInitialize(DriverObject, RegistryPath, &data);
}
