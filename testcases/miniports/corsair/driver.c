// Registration of Corsair.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "corsair.h"

VOID CorUnload(VOID)
{
  PAGED_CODE();
}

NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
  DRIVER_INITIALIZATION_DATA data;

  RtlZeroMemory(&data, sizeof(data));
  data.Version = DXGKDDI_INTERFACE_VERSION_WDDM2_0;

  data.DxgkDdiAddDevice = CorAddDevice;
  data.DxgkDdiStartDevice = CorStartDevice;
  data.DxgkDdiStopDevice = CorStopDevice;
  data.DxgkDdiRemoveDevice = CorRemoveDevice;
  data.DxgkDdiUnload = CorUnload;

  data.DxgkDdiInterruptRoutine = CorInterrupt;
  data.DxgkDdiDpcRoutine = CorDpc;
  data.DxgkDdiControlInterrupt = CorControlInterrupt;

  data.DxgkDdiQueryChildRelations = CorQueryChildRelations;
  data.DxgkDdiQueryChildStatus = CorQueryChildStatus;
  data.DxgkDdiQueryDeviceDescriptor = CorQueryDeviceDescriptor;
  data.DxgkDdiSetPowerState = CorSetPowerState;
  data.DxgkDdiQueryAdapterInfo = CorQueryAdapterInfo;

  data.DxgkDdiCreateDevice = CorCreateDevice;
  data.DxgkDdiDestroyDevice = CorDestroyDevice;
  data.DxgkDdiCreateContext = CorCreateContext;
  data.DxgkDdiDestroyContext = CorDestroyContext;
  data.DxgkDdiCreateAllocation = CorCreateAllocation;
  data.DxgkDdiDestroyAllocation = CorDestroyAllocation;
  data.DxgkDdiDescribeAllocation = CorDescribeAllocation;
  data.DxgkDdiOpenAllocation = CorOpenAllocation;
  data.DxgkDdiCloseAllocation = CorCloseAllocation;

  data.DxgkDdiRender = CorRender;
  data.DxgkDdiPresent = CorPresent;
  data.DxgkDdiPatch = CorPatch;
  data.DxgkDdiSubmitCommand = CorSubmitCommand;
  data.DxgkDdiPreemptCommand = CorPreemptCommand;
  data.DxgkDdiBuildPagingBuffer = CorBuildPagingBuffer;
  data.DxgkDdiQueryCurrentFence = CorQueryCurrentFence;
  data.DxgkDdiResetFromTimeout = CorResetFromTimeout;
  data.DxgkDdiRestartFromTimeout = CorRestartFromTimeout;
  data.DxgkDdiEscape = CorEscape;

  data.DxgkDdiIsSupportedVidPn = CorIsSupportedVidPn;
  data.DxgkDdiEnumVidPnCofuncModality = CorEnumVidPnCofuncModality;
  data.DxgkDdiCommitVidPn = CorCommitVidPn;
  data.DxgkDdiSetVidPnSourceVisibility = CorSetVidPnSourceVisibility;
  data.DxgkDdiSetVidPnSourceAddress = CorSetVidPnSourceAddress;
  data.DxgkDdiUpdateActiveVidPnPresentPath = CorUpdateActiveVidPnPresentPath;
  data.DxgkDdiRecommendMonitorModes = CorRecommendMonitorModes;
  data.DxgkDdiGetScanLine = CorGetScanLine;

  return DxgkInitialize(DriverObject, RegistryPath, &data);
}
