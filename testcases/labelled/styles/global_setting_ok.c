// What the driver entry has set says whether there is a buffer.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#define OWN_STOP
#define OWN_START
#include "../driver/skeleton.h"

static HANDLE g_Buffer;
static BOOLEAN g_UseBuffer;

static NTSTATUS NTAPI StartDevice(CONST PVOID MiniportDeviceContext, PDXGK_START_INFO DxgkStartInfo,
                                  PDXGKRNL_INTERFACE DxgkInterface, PULONG NumberOfVideoPresentSources,
                                  PULONG NumberOfChildren)
{
  ADAPTER *adapter = (ADAPTER *)MiniportDeviceContext;
  UNREFERENCED_PARAMETER(DxgkStartInfo);
  adapter->Dxgk = *DxgkInterface;
  *NumberOfVideoPresentSources = 0;
  *NumberOfChildren = 0;

  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY render(CONST HANDLE hContext, DXGKARG_RENDER *pRender)
{
  ADAPTER *adapter = ((GPU_CONTEXT *)hContext)->Adapter;
  UNREFERENCED_PARAMETER(pRender);
  if (g_UseBuffer && g_Buffer == NULL)
    return CreateShared(adapter, NULL, PAGE_SIZE, &g_Buffer);
  return STATUS_SUCCESS;
}

static NTSTATUS NTAPI stop_device_ok(CONST PVOID MiniportDeviceContext)
{
  ADAPTER *adapter = (ADAPTER *)MiniportDeviceContext;
  if (g_UseBuffer && g_Buffer != NULL) {
    DestroyFor(adapter, g_Buffer);
    g_Buffer = NULL;
  }
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
  DRIVER_INITIALIZATION_DATA data;
  FillTable(&data);
  data.DxgkDdiStartDevice = StartDevice;
  g_UseBuffer = HardwareIsReady();
  data.DxgkDdiStopDevice = stop_device_ok;
  data.DxgkDdiRender = render;
  return DxgkInitialize(DriverObject, RegistryPath, &data);
}
