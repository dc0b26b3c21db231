// SetPowerState destroys on the way down and leaves the handle for StopDevice.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#define OWN_START
#define OWN_STOP
#include "skeleton.h"

static NTSTATUS NTAPI start_device(CONST PVOID MiniportDeviceContext, PDXGK_START_INFO DxgkStartInfo,
                                   PDXGKRNL_INTERFACE DxgkInterface, PULONG NumberOfVideoPresentSources,
                                   PULONG NumberOfChildren)
{
  ADAPTER *adapter = (ADAPTER *)MiniportDeviceContext;
  UNREFERENCED_PARAMETER(DxgkStartInfo);
  adapter->Dxgk = *DxgkInterface;
  *NumberOfVideoPresentSources = 0;
  *NumberOfChildren = 0;
  return CreateShared(adapter, NULL, PAGE_SIZE, &adapter->Scratch);
}

static NTSTATUS NTAPI power_bad(CONST PVOID MiniportDeviceContext, ULONG DeviceUid,
                                 DEVICE_POWER_STATE DevicePowerState, POWER_ACTION ActionType)
{
  ADAPTER *adapter = (ADAPTER *)MiniportDeviceContext;
  UNREFERENCED_PARAMETER(DeviceUid);
  UNREFERENCED_PARAMETER(ActionType);
  if (DevicePowerState != PowerDeviceD3 || adapter->Flags)
    return STATUS_SUCCESS;
  adapter->Flags = 1;
  // EXPECTED-IN: power_bad (the second time is in stop_device)
  DestroyFor(adapter, adapter->Scratch);
  return STATUS_SUCCESS;
}

static NTSTATUS NTAPI stop_device(CONST PVOID MiniportDeviceContext)
{
  ADAPTER *adapter = (ADAPTER *)MiniportDeviceContext;
  if (adapter->Scratch)
    adapter->Dxgk.DxgkCbDestroyContextAllocation(adapter->Dxgk.DeviceHandle, adapter->Scratch); // EXPECT: dxgk-double-destroy
  adapter->Scratch = NULL;
  adapter->Flags = 0;
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
  DRIVER_INITIALIZATION_DATA data;
  FillTable(&data);
  data.DxgkDdiStartDevice = start_device;
  data.DxgkDdiStopDevice = stop_device;
  data.DxgkDdiSetPowerState = power_bad;
  return DxgkInitialize(DriverObject, RegistryPath, &data);
}
