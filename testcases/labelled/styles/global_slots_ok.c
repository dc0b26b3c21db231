// Buffers in a table of the whole program, emptied when the adapter stops.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#define OWN_STOP
#define OWN_START
#include "../driver/skeleton.h"

static struct {
  ULONG Count;
  HANDLE Buffer[4];
} g_Slots;

static NTSTATUS NTAPI StartDevice(CONST PVOID MiniportDeviceContext, PDXGK_START_INFO DxgkStartInfo,
                                  PDXGKRNL_INTERFACE DxgkInterface, PULONG NumberOfVideoPresentSources,
                                  PULONG NumberOfChildren)
{
  ADAPTER *adapter = (ADAPTER *)MiniportDeviceContext;
  UNREFERENCED_PARAMETER(DxgkStartInfo);
  adapter->Dxgk = *DxgkInterface;
  *NumberOfVideoPresentSources = 0;
  *NumberOfChildren = 0;
  g_Slots.Count = 0;
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY render(CONST HANDLE hContext, DXGKARG_RENDER *pRender)
{
  ADAPTER *adapter = ((GPU_CONTEXT *)hContext)->Adapter;
  UNREFERENCED_PARAMETER(pRender);
  if (g_Slots.Count < RTL_NUMBER_OF(g_Slots.Buffer)) {
    NTSTATUS status = CreateShared(adapter, NULL, PAGE_SIZE, &g_Slots.Buffer[g_Slots.Count]);
    if (NT_SUCCESS(status))
      g_Slots.Count++;
    return status;
  }
  return STATUS_SUCCESS;
}

static NTSTATUS NTAPI stop_device_ok(CONST PVOID MiniportDeviceContext)
{
  ADAPTER *adapter = (ADAPTER *)MiniportDeviceContext;
  while (g_Slots.Count > 0) {
    g_Slots.Count--;
    DestroyFor(adapter, g_Slots.Buffer[g_Slots.Count]);
    g_Slots.Buffer[g_Slots.Count] = NULL;
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
