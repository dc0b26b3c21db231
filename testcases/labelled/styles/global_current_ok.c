// The adapter that is running is known to the whole program.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#define OWN_STOP
#define OWN_START
#include "../driver/skeleton.h"

static ADAPTER *g_Current;

static NTSTATUS NTAPI StartDevice(CONST PVOID MiniportDeviceContext, PDXGK_START_INFO DxgkStartInfo,
                                  PDXGKRNL_INTERFACE DxgkInterface, PULONG NumberOfVideoPresentSources,
                                  PULONG NumberOfChildren)
{
  ADAPTER *adapter = (ADAPTER *)MiniportDeviceContext;
  UNREFERENCED_PARAMETER(DxgkStartInfo);
  adapter->Dxgk = *DxgkInterface;
  *NumberOfVideoPresentSources = 0;
  *NumberOfChildren = 0;
  g_Current = adapter;
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY render(CONST HANDLE hContext, DXGKARG_RENDER *pRender)
{
  ADAPTER *adapter = ((GPU_CONTEXT *)hContext)->Adapter;
  UNREFERENCED_PARAMETER(pRender);
  UNREFERENCED_PARAMETER(adapter);
  if (g_Current && g_Current->Scratch == NULL)
    return CreateShared(g_Current, NULL, PAGE_SIZE, &g_Current->Scratch);
  return STATUS_SUCCESS;
}

static NTSTATUS NTAPI stop_device_ok(CONST PVOID MiniportDeviceContext)
{
  ADAPTER *adapter = (ADAPTER *)MiniportDeviceContext;
  if (g_Current == adapter) {
    if (g_Current->Scratch)
      DestroyFor(g_Current, g_Current->Scratch);
    g_Current->Scratch = NULL;
    g_Current = NULL;
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
