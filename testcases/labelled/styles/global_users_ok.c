// A buffer for all adapters, which the last one to stop destroys.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#define OWN_STOP
#define OWN_START
#include "../driver/skeleton.h"

static HANDLE g_Buffer;
static ADAPTER *g_Maker;
static LONG g_Users;

static NTSTATUS NTAPI StartDevice(CONST PVOID MiniportDeviceContext, PDXGK_START_INFO DxgkStartInfo,
                                  PDXGKRNL_INTERFACE DxgkInterface, PULONG NumberOfVideoPresentSources,
                                  PULONG NumberOfChildren)
{
  ADAPTER *adapter = (ADAPTER *)MiniportDeviceContext;
  UNREFERENCED_PARAMETER(DxgkStartInfo);
  adapter->Dxgk = *DxgkInterface;
  *NumberOfVideoPresentSources = 0;
  *NumberOfChildren = 0;
  g_Users++;
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY render(CONST HANDLE hContext, DXGKARG_RENDER *pRender)
{
  ADAPTER *adapter = ((GPU_CONTEXT *)hContext)->Adapter;
  UNREFERENCED_PARAMETER(pRender);
  if (g_Buffer == NULL) {
    g_Maker = adapter;
    return CreateShared(adapter, NULL, PAGE_SIZE, &g_Buffer);
  }
  return STATUS_SUCCESS;
}

static NTSTATUS NTAPI stop_device_ok(CONST PVOID MiniportDeviceContext)
{
  ADAPTER *adapter = (ADAPTER *)MiniportDeviceContext;
  UNREFERENCED_PARAMETER(adapter);
  if (--g_Users == 0 && g_Buffer != NULL) {
    DestroyFor(g_Maker, g_Buffer);
    g_Buffer = NULL;
  }
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
  DRIVER_INITIALIZATION_DATA data;
  FillTable(&data);
  data.DxgkDdiStartDevice = StartDevice;
  data.DxgkDdiStopDevice = stop_device_ok;
  data.DxgkDdiRender = render;
  return DxgkInitialize(DriverObject, RegistryPath, &data);
}
