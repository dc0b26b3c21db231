// The other way to stop claims for some targets that it has stopped the device.
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

static NTSTATUS NTAPI stop_device(CONST PVOID MiniportDeviceContext)
{
  ADAPTER *adapter = (ADAPTER *)MiniportDeviceContext;
  DestroyFor(adapter, adapter->Scratch);
  return STATUS_SUCCESS;
}

static NTSTATUS NTAPI stop_or_refuse_bad(PVOID MiniportDeviceContext, D3DDDI_VIDEO_PRESENT_TARGET_ID TargetId,
                                        PDXGK_DISPLAY_INFORMATION DisplayInfo)
{
  ADAPTER *adapter = (ADAPTER *)MiniportDeviceContext;
  UNREFERENCED_PARAMETER(TargetId);
  if (!HardwareIsReady())
    return STATUS_SUCCESS; // EXPECT-FN: dxgk-leak
  RtlZeroMemory(DisplayInfo, sizeof(*DisplayInfo));
  DestroyFor(adapter, adapter->Scratch);
  adapter->Flags = 0;
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
  DRIVER_INITIALIZATION_DATA data;
  FillTable(&data);
  data.DxgkDdiStartDevice = start_device;
  data.DxgkDdiStopDevice = stop_device;
  data.DxgkDdiStopDeviceAndReleasePostDisplayOwnership = stop_or_refuse_bad;
  return DxgkInitialize(DriverObject, RegistryPath, &data);
}
