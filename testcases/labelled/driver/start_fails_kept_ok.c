// StartDevice destroys what it has put into the adapter before it fails.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#define OWN_START
#define OWN_STOP
#include "skeleton.h"

static NTSTATUS NTAPI start_device_ok(CONST PVOID MiniportDeviceContext, PDXGK_START_INFO DxgkStartInfo,
                                        PDXGKRNL_INTERFACE DxgkInterface, PULONG NumberOfVideoPresentSources,
                                        PULONG NumberOfChildren)
{
  ADAPTER *adapter = (ADAPTER *)MiniportDeviceContext;
  NTSTATUS status;
  UNREFERENCED_PARAMETER(DxgkStartInfo);
  adapter->Dxgk = *DxgkInterface;
  *NumberOfVideoPresentSources = 0;
  *NumberOfChildren = 0;
  status = CreateShared(adapter, NULL, PAGE_SIZE, &adapter->Scratch);
  if (!NT_SUCCESS(status))
    return status;
  status = ProbeHardware();
  if (!NT_SUCCESS(status))
    DestroyFor(adapter, adapter->Scratch);
  return status;
}

static NTSTATUS NTAPI stop_device(CONST PVOID MiniportDeviceContext)
{
  ADAPTER *adapter = (ADAPTER *)MiniportDeviceContext;
  DestroyFor(adapter, adapter->Scratch);
  adapter->Scratch = NULL;
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
  DRIVER_INITIALIZATION_DATA data;
  FillTable(&data);
  data.DxgkDdiStartDevice = start_device_ok;
  data.DxgkDdiStopDevice = stop_device;
  return DxgkInitialize(DriverObject, RegistryPath, &data);
}
