// Devices of Corsair: each but the system's has a page table, an allocation that all of its contexts share.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "corsair.h"

static NTSTATUS MapPageTable(COR_DEVICE *Device)
{
  COR_ADAPTER *adapter = Device->Adapter;
  DXGKARGCB_MAPCONTEXTALLOCATION map;

  RtlZeroMemory(&map, sizeof(map));
  map.hAllocation = Device->hPageTable;
  map.MaximumAddress = ~(D3DGPU_VIRTUAL_ADDRESS)0;
  map.SizeInPages = COR_PAGE_TABLE_SIZE / PAGE_SIZE;
  Device->PageTableAddress = adapter->Dxgk.DxgkCbMapContextAllocation(adapter->Dxgk.DeviceHandle, &map);
  return Device->PageTableAddress ? STATUS_SUCCESS : STATUS_NO_MEMORY;
}

NTSTATUS APIENTRY CorCreateDevice(CONST HANDLE hAdapter, DXGKARG_CREATEDEVICE *pCreateDevice)
{
  COR_ADAPTER *adapter = (COR_ADAPTER *)hAdapter;
  COR_DEVICE *device;
  NTSTATUS status;

  PAGED_CODE();
  device = (COR_DEVICE *)CorAllocate(sizeof(*device));
  if (!device)
    return STATUS_NO_MEMORY;
  device->Adapter = adapter;
  device->hDxgDevice = pCreateDevice->hDevice;
  device->IsSystem = pCreateDevice->Flags.SystemDevice != 0;

  if (!device->IsSystem) {
    status = CorCreateBuffer(adapter, device->hDxgDevice, NULL, COR_PAGE_TABLE_SIZE, &device->hPageTable);
    if (!NT_SUCCESS(status))
      goto FreeDevice;
    status = MapPageTable(device);
    if (!NT_SUCCESS(status))
      goto DestroyPageTable;
  }

  KeWaitForSingleObject(&adapter->DeviceMutex, Executive, KernelMode, FALSE, NULL);
  InsertTailList(&adapter->Devices, &device->Entry);
  KeReleaseMutex(&adapter->DeviceMutex, FALSE);

  pCreateDevice->hDevice = device;
  return STATUS_SUCCESS;

DestroyPageTable:
  CorDestroyBuffer(adapter, &device->hPageTable);
FreeDevice:
  CorFree(device);
  return status;
}

NTSTATUS APIENTRY CorDestroyDevice(CONST HANDLE hDevice)
{
  COR_DEVICE *device = (COR_DEVICE *)hDevice;
  COR_ADAPTER *adapter = device->Adapter;

  PAGED_CODE();
  KeWaitForSingleObject(&adapter->DeviceMutex, Executive, KernelMode, FALSE, NULL);
  RemoveEntryList(&device->Entry);
  KeReleaseMutex(&adapter->DeviceMutex, FALSE);

  CorDestroyBuffer(adapter, &device->hPageTable);
  CorFree(device);
  return STATUS_SUCCESS;
}
