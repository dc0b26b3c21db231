// ResetFromTimeout walks the adapter's list of contexts and drops their save areas; the scratch of the adapter is in a global and made by Render.
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

static VOID DropSaveArea_ok(GPU_CONTEXT *Context)
{
  if (Context->SaveArea)
    Context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(Context->Adapter->Dxgk.DeviceHandle, Context->SaveArea);
  Context->SaveArea = NULL;
}

static NTSTATUS APIENTRY destroy_context(CONST HANDLE hContext)
{
  GPU_CONTEXT *context = (GPU_CONTEXT *)hContext;
  RemoveEntryList(&context->Entry);
  DropSaveArea_ok(context);
  Free(context);
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY reset_from_timeout(CONST HANDLE hAdapter)
{
  ADAPTER *adapter = (ADAPTER *)hAdapter;
  PLIST_ENTRY entry;
  for (entry = adapter->Contexts.Flink; entry != &adapter->Contexts; entry = entry->Flink)
    DropSaveArea_ok(CONTAINING_RECORD(entry, GPU_CONTEXT, Entry));
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY render(CONST HANDLE hContext, DXGKARG_RENDER *pRender)
{
  UNREFERENCED_PARAMETER(pRender);
  if (g_Scratch == NULL)
    return CreateShared(((GPU_CONTEXT *)hContext)->Adapter, NULL, PAGE_SIZE, &g_Scratch);
  return STATUS_SUCCESS;
}

static NTSTATUS NTAPI stop_device_ok(CONST PVOID MiniportDeviceContext)
{
  if (g_Scratch != NULL)
    DestroyFor((ADAPTER *)MiniportDeviceContext, g_Scratch);
  g_Scratch = NULL;
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
  DRIVER_INITIALIZATION_DATA data;
  FillTable(&data);
  data.DxgkDdiStopDevice = stop_device_ok;
  data.DxgkDdiCreateContext = create_context;
  data.DxgkDdiDestroyContext = destroy_context;
  data.DxgkDdiResetFromTimeout = reset_from_timeout;
  data.DxgkDdiRender = render;
  return DxgkInitialize(DriverObject, RegistryPath, &data);
}
