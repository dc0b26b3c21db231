// One helper destroys and frees for both sides.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#define OWN_CONTEXT
#include "skeleton.h"

static VOID FreeContext(GPU_CONTEXT *Context)
{
  if (Context->SaveArea)
    DestroyFor(Context->Adapter, Context->SaveArea);
  if (Context->Ring)
    DestroyFor(Context->Adapter, Context->Ring);
  ExFreePoolWithTag(Context, POOL_TAG);
  }

static NTSTATUS APIENTRY create_context_ok(CONST HANDLE hDevice, DXGKARG_CREATECONTEXT *pCreateContext)
{
  GPU_CONTEXT *context = NewContext(hDevice, pCreateContext);
  NTSTATUS status;
  if (!context)
    return STATUS_NO_MEMORY;
  status = CreateFor(context, SAVE_AREA_SIZE, &context->SaveArea);
  if (NT_SUCCESS(status))
    status = CreateFor(context, PAGE_SIZE, &context->Ring);
  if (NT_SUCCESS(status))
    status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    FreeContext(context);
    return status;
  }
  context->HasSaveArea = TRUE;
  pCreateContext->hContext = context;
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY destroy_context(CONST HANDLE hContext)
{
  FreeContext((GPU_CONTEXT *)hContext);
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
