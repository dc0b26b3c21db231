// A display-only driver; StopDevice forgets what StartDevice has created.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#define OWN_START
#define OWN_STOP
#define OWN_DEVICE
#define OWN_CONTEXT
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

static NTSTATUS NTAPI stop_device_bad(CONST PVOID MiniportDeviceContext)
{
  ADAPTER *adapter = (ADAPTER *)MiniportDeviceContext;
  adapter->Scratch = NULL; // EXPECT: dxgk-leak
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
  KMDDOD_INITIALIZATION_DATA data = {0};
  data.Version = DXGKDDI_INTERFACE_VERSION_WIN8;
  data.DxgkDdiAddDevice = AddDevice;
  data.DxgkDdiStartDevice = start_device;
  data.DxgkDdiStopDevice = stop_device_bad;
  data.DxgkDdiRemoveDevice = RemoveDevice;
  return DxgkInitializeDisplayOnlyDriver(DriverObject, RegistryPath, &data);
}
