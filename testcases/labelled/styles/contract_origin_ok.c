// The allocation of a context names its context and its device by the handles that the system gave.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#define OWN_CONTEXT
#include "../driver/skeleton.h"

static NTSTATUS APIENTRY create_context_ok(CONST HANDLE hDevice, DXGKARG_CREATECONTEXT *pCreateContext)
{
  GPU_CONTEXT *context = NewContext(hDevice, pCreateContext);
  DXGKARGCB_CREATECONTEXTALLOCATION args = {0};
  NTSTATUS status;
  if (!context)
    return STATUS_NO_MEMORY;
  args.hAdapter = context->Adapter->Dxgk.DeviceHandle;
  args.hDevice = context->Device->hDxgDevice;
  args.hContext = context->hDxgContext;
  args.Size = SAVE_AREA_SIZE;
  status = context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status)) {
    Free(context);
    return status;
  }
  context->SaveArea = args.hAllocation;
  pCreateContext->hContext = context;
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY destroy_context(CONST HANDLE hContext)
{
  GPU_CONTEXT *context = (GPU_CONTEXT *)hContext;
  DestroyFor(context->Adapter, context->SaveArea);
  Free(context);
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
  DRIVER_INITIALIZATION_DATA data;
  FillTable(&data);
  data.DxgkDdiCreateContext = create_context_ok;
  data.DxgkDdiDestroyContext = destroy_context;
  return DxgkInitialize(DriverObject, RegistryPath, &data);
}
