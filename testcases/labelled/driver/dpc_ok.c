// The DPC routine notifies, and SetPowerState updates.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "skeleton.h"

static VOID dpc_ok(CONST PVOID MiniportDeviceContext)
{
  ADAPTER *adapter = (ADAPTER *)MiniportDeviceContext;
  adapter->Dxgk.DxgkCbNotifyDpc(adapter->Dxgk.DeviceHandle);
}

static NTSTATUS NTAPI power_ok(CONST PVOID MiniportDeviceContext, ULONG DeviceUid, DEVICE_POWER_STATE DevicePowerState,
                               POWER_ACTION ActionType)
{
  ADAPTER *adapter = (ADAPTER *)MiniportDeviceContext;
  DXGKARGCB_UPDATECONTEXTALLOCATION update = {0};
  UNREFERENCED_PARAMETER(DeviceUid);
  UNREFERENCED_PARAMETER(ActionType);
  if (DevicePowerState != PowerDeviceD0)
    return STATUS_SUCCESS;
  update.hAllocation = adapter->PageTable;
  return adapter->Dxgk.DxgkCbUpdateContextAllocation(adapter->Dxgk.DeviceHandle, &update);
}

NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
  DRIVER_INITIALIZATION_DATA data;
  FillTable(&data);
  data.DxgkDdiDpcRoutine = dpc_ok;
  data.DxgkDdiSetPowerState = power_ok;
  return DxgkInitialize(DriverObject, RegistryPath, &data);
}
