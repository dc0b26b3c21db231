// Nobody destroys the scratch.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#define OWN_CONTEXT
#define OWN_STOP
#include "../driver/skeleton.h"

static HANDLE g_Scratch;

static NTSTATUS APIENTRY create_context(CONST HANDLE hDevice, DXGKARG_CREATECONTEXT *pCreateContext)
{
  GPU_CONTEXT *context = NewContext(hDevice, pCreateContext);
  NTSTATUS status;
  if (!context)
    return STATUS_NO_MEMORY;
  status = CreateFor(context, SAVE_AREA_SIZE, &context->SaveArea);
  if (!NT_SUCCESS(status)) {
    Free(context);
    return status;
  }
  InsertTailList(&context->Adapter->Contexts, &context->Entry);
  pCreateContext->hContext = context;
  return STATUS_SUCCESS;
}

static VOID DropSaveArea(GPU_CONTEXT *Context)
{
  if (Context->SaveArea)
    Context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(Context->Adapter->Dxgk.DeviceHandle, Context->SaveArea);
  Context->SaveArea = NULL;
}

static NTSTATUS APIENTRY destroy_context(CONST HANDLE hContext)
{
  GPU_CONTEXT *context = (GPU_CONTEXT *)hContext;
  RemoveEntryList(&context->Entry);
  DropSaveArea(context);
  Free(context);
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY reset_from_timeout(CONST HANDLE hAdapter)
{
  ADAPTER *adapter = (ADAPTER *)hAdapter;
  PLIST_ENTRY entry;
  for (entry = adapter->Contexts.Flink; entry != &adapter->Contexts; entry = entry->Flink)
    DropSaveArea(CONTAINING_RECORD(entry, GPU_CONTEXT, Entry));
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY render(CONST HANDLE hContext, DXGKARG_RENDER *pRender)
{
  UNREFERENCED_PARAMETER(pRender);
  if (g_Scratch == NULL)
    return CreateShared(((GPU_CONTEXT *)hContext)->Adapter, NULL, PAGE_SIZE, &g_Scratch);
  return STATUS_SUCCESS;
}

static NTSTATUS NTAPI stop_device_bad(CONST PVOID MiniportDeviceContext)
{
  UNREFERENCED_PARAMETER(MiniportDeviceContext);
  return STATUS_SUCCESS; // EXPECT: dxgk-leak
}

NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
  DRIVER_INITIALIZATION_DATA data;
  FillTable(&data);
  data.DxgkDdiStopDevice = stop_device_bad;
  data.DxgkDdiCreateContext = create_context;
  data.DxgkDdiDestroyContext = destroy_context;
  data.DxgkDdiResetFromTimeout = reset_from_timeout;
  data.DxgkDdiRender = render;
  return DxgkInitialize(DriverObject, RegistryPath, &data);
}
