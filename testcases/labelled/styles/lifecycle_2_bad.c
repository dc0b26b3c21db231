// StopDevice clears the scratch's handle without destroying it when the adapter is lost.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#define OWN_START
#define OWN_STOP
#define OWN_DEVICE
#include "../driver/skeleton.h"

typedef struct _HW {
  HANDLE FencePage;
  HANDLE Scratch;
  BOOLEAN Lost;
  BOOLEAN InReset;
  ULONG Generation;
} HW;

static HW g_Hw[4];

static HW *HwOf(ADAPTER *Adapter)
{
  return &g_Hw[Adapter->Flags & 3];
}

static VOID DropScratch(ADAPTER *Adapter)
{
  HW *hw = HwOf(Adapter);
  if (hw->Scratch != NULL) {
    DestroyFor(Adapter, hw->Scratch);
    hw->Scratch = NULL;
  }
}

static NTSTATUS NTAPI start_device(CONST PVOID MiniportDeviceContext, PDXGK_START_INFO DxgkStartInfo,
                                   PDXGKRNL_INTERFACE DxgkInterface, PULONG NumberOfVideoPresentSources, PULONG NumberOfChildren)
{
  ADAPTER *adapter = (ADAPTER *)MiniportDeviceContext;
  HW *hw = HwOf(adapter);
  UNREFERENCED_PARAMETER(DxgkStartInfo);
  adapter->Dxgk = *DxgkInterface;
  *NumberOfVideoPresentSources = 0;
  *NumberOfChildren = 0;
  hw->Generation++;
  hw->Lost = FALSE;
  hw->InReset = FALSE;
  hw->Scratch = NULL;
  return CreateShared(adapter, NULL, PAGE_SIZE, &hw->FencePage);
}

static VOID StopHardware_bad(ADAPTER *Adapter)
{
  HW *hw = HwOf(Adapter);
  if (hw->Lost)
    hw->Scratch = NULL; // EXPECT: dxgk-leak
  DropScratch(Adapter);
  DestroyFor(Adapter, hw->FencePage);
}

static NTSTATUS NTAPI stop_device(CONST PVOID MiniportDeviceContext)
{
  StopHardware_bad((ADAPTER *)MiniportDeviceContext);
  return STATUS_SUCCESS;
}

static NTSTATUS NTAPI stop_and_release(CONST PVOID MiniportDeviceContext, D3DDDI_VIDEO_PRESENT_TARGET_ID TargetId,
                                       DXGK_DISPLAY_INFORMATION *DisplayInfo)
{
  ADAPTER *adapter = (ADAPTER *)MiniportDeviceContext;
  UNREFERENCED_PARAMETER(TargetId);
  RtlZeroMemory(DisplayInfo, sizeof(*DisplayInfo));
  StopHardware_bad(adapter);
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY create_device(CONST HANDLE hAdapter, DXGKARG_CREATEDEVICE *pCreateDevice)
{
  ADAPTER *adapter = (ADAPTER *)hAdapter;
  DEVICE *device = (DEVICE *)Allocate(sizeof(*device));
  NTSTATUS status;
  if (!device)
    return STATUS_NO_MEMORY;
  device->Adapter = adapter;
  device->hDxgDevice = pCreateDevice->hDevice;
  status = CreateShared(adapter, device->hDxgDevice, 2 * PAGE_SIZE, &device->PageTable);
  if (NT_SUCCESS(status)) {
    status = ProbeHardware();
    if (!NT_SUCCESS(status))
      DestroyFor(adapter, device->PageTable);
  }
  if (!NT_SUCCESS(status)) {
    ExFreePoolWithTag(device, POOL_TAG);
    return status;
  }
  pCreateDevice->hDevice = device;
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY destroy_device(CONST HANDLE hDevice)
{
  DEVICE *device = (DEVICE *)hDevice;
  DestroyFor(device->Adapter, device->PageTable);
  ExFreePoolWithTag(device, POOL_TAG);
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY render(CONST HANDLE hContext, DXGKARG_RENDER *pRender)
{
  GPU_CONTEXT *context = (GPU_CONTEXT *)hContext;
  ADAPTER *adapter = context->Adapter;
  HW *hw = HwOf(adapter);
  UNREFERENCED_PARAMETER(pRender);
  if (hw->Scratch == NULL) {
    HANDLE scratch;
    NTSTATUS status = CreateShared(adapter, NULL, SAVE_AREA_SIZE, &scratch);
    if (!NT_SUCCESS(status))
      return status;
    hw->Scratch = scratch;
  }
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY reset_from_timeout(CONST HANDLE hAdapter)
{
  ADAPTER *adapter = (ADAPTER *)hAdapter;
  HwOf(adapter)->InReset = TRUE;
  DropScratch(adapter);
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY restart_from_timeout(CONST HANDLE hAdapter)
{
  HwOf((ADAPTER *)hAdapter)->InReset = FALSE;
  return STATUS_SUCCESS;
}

static VOID NTAPI surprise_removal(CONST PVOID MiniportDeviceContext, DXGK_SURPRISE_REMOVAL_TYPE RemovalType)
{
  UNREFERENCED_PARAMETER(RemovalType);
  HwOf((ADAPTER *)MiniportDeviceContext)->Lost = TRUE;
}

static NTSTATUS APIENTRY query_adapter_info(CONST HANDLE hAdapter, CONST DXGKARG_QUERYADAPTERINFO *pQuery)
{
  ADAPTER *adapter = (ADAPTER *)hAdapter;
  HW *hw = HwOf(adapter);
  if (pQuery->Type != DXGKQAITYPE_UMDRIVERPRIVATE)
    return STATUS_NOT_SUPPORTED;
  *(ULONG *)pQuery->pOutputData = hw->Generation;
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
  DRIVER_INITIALIZATION_DATA data;
  FillTable(&data);
  data.DxgkDdiStartDevice = start_device;
  data.DxgkDdiStopDevice = stop_device;
  data.DxgkDdiStopDeviceAndReleasePostDisplayOwnership = stop_and_release;
  data.DxgkDdiCreateDevice = create_device;
  data.DxgkDdiDestroyDevice = destroy_device;
  data.DxgkDdiRender = render;
  data.DxgkDdiResetFromTimeout = reset_from_timeout;
  data.DxgkDdiRestartFromTimeout = restart_from_timeout;
  data.DxgkDdiNotifySurpriseRemoval = surprise_removal;
  data.DxgkDdiQueryAdapterInfo = query_adapter_info;
  return DxgkInitialize(DriverObject, RegistryPath, &data);
}
