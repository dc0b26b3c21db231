// Buffers in a list of the whole program, drained when the adapter stops.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#define OWN_STOP
#define OWN_START
#include "../driver/skeleton.h"

typedef struct _BUFFER {
  LIST_ENTRY Entry;
  HANDLE Allocation;
} BUFFER;

static LIST_ENTRY g_Buffers;

static NTSTATUS NTAPI StartDevice(CONST PVOID MiniportDeviceContext, PDXGK_START_INFO DxgkStartInfo,
                                  PDXGKRNL_INTERFACE DxgkInterface, PULONG NumberOfVideoPresentSources,
                                  PULONG NumberOfChildren)
{
  ADAPTER *adapter = (ADAPTER *)MiniportDeviceContext;
  UNREFERENCED_PARAMETER(DxgkStartInfo);
  adapter->Dxgk = *DxgkInterface;
  *NumberOfVideoPresentSources = 0;
  *NumberOfChildren = 0;
  InitializeListHead(&g_Buffers);
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY render(CONST HANDLE hContext, DXGKARG_RENDER *pRender)
{
  ADAPTER *adapter = ((GPU_CONTEXT *)hContext)->Adapter;
  BUFFER *buffer = (BUFFER *)Allocate(sizeof(*buffer));
  NTSTATUS status;
  UNREFERENCED_PARAMETER(pRender);
  if (!buffer)
    return STATUS_NO_MEMORY;
  status = CreateShared(adapter, NULL, PAGE_SIZE, &buffer->Allocation);
  if (!NT_SUCCESS(status)) {
    Free(buffer);
    return status;
  }
  InsertTailList(&g_Buffers, &buffer->Entry);
  return STATUS_SUCCESS;
}

static NTSTATUS NTAPI stop_device_ok(CONST PVOID MiniportDeviceContext)
{
  ADAPTER *adapter = (ADAPTER *)MiniportDeviceContext;
  while (!IsListEmpty(&g_Buffers)) {
    BUFFER *buffer = CONTAINING_RECORD(RemoveHeadList(&g_Buffers), BUFFER, Entry);
    DestroyFor(adapter, buffer->Allocation);
    Free(buffer);
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
