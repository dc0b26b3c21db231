// The reset destroys the save areas of all contexts in the list of the adapter, and says so in them.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#define OWN_CONTEXT
#include "skeleton.h"

static NTSTATUS APIENTRY create_context(CONST HANDLE hDevice, DXGKARG_CREATECONTEXT *pCreateContext)
{
  GPU_CONTEXT *context = NewContext(hDevice, pCreateContext);
  DEVICE *device = (DEVICE *)hDevice;
  NTSTATUS status = STATUS_SUCCESS;
  if (!context)
    return STATUS_NO_MEMORY;
  status = CreateFor(context, PAGE_SIZE, &context->SaveArea);
  if (!NT_SUCCESS(status)) {
    Free(context);
    return status;
  }
  InsertTailList(&device->Adapter->Contexts, &context->Entry);
  pCreateContext->hContext = context;
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY destroy_context_ok(CONST HANDLE hContext)
{
  GPU_CONTEXT *context = (GPU_CONTEXT *)hContext;
  RemoveEntryList(&context->Entry);
  if (context->SaveArea)
    context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(context->Adapter->Dxgk.DeviceHandle, context->SaveArea);
  Free(context);
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY reset(CONST HANDLE hAdapter)
{
  ADAPTER *adapter = (ADAPTER *)hAdapter;
  PLIST_ENTRY entry;
  for (entry = adapter->Contexts.Flink; entry != &adapter->Contexts; entry = entry->Flink) {
    GPU_CONTEXT *context = CONTAINING_RECORD(entry, GPU_CONTEXT, Entry);
    if (context->SaveArea)
      DestroyFor(adapter, context->SaveArea);
    context->SaveArea = NULL;
  }
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
  DRIVER_INITIALIZATION_DATA data;
  FillTable(&data);
  data.DxgkDdiCreateContext = create_context;
  data.DxgkDdiDestroyContext = destroy_context_ok;
  data.DxgkDdiResetFromTimeout = reset;
  return DxgkInitialize(DriverObject, RegistryPath, &data);
}
