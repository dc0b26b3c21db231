// DestroyContext destroys; a driver may keep its contexts in a pool of its own.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#define OWN_CONTEXT
#include "skeleton.h"

static GPU_CONTEXT g_Contexts[8];

static NTSTATUS APIENTRY create_context(CONST HANDLE hDevice, DXGKARG_CREATECONTEXT *pCreateContext)
{
  DEVICE *device = (DEVICE *)hDevice;
  ULONG i;
  for (i = 0; i < 8; i++) {
    GPU_CONTEXT *context = &g_Contexts[i];
    NTSTATUS status;
    if (context->EngineUsed)
      continue;
    context->Device = device;
    context->Adapter = device->Adapter;
    context->hDxgContext = pCreateContext->hContext;
    status = CreateFor(context, SAVE_AREA_SIZE, &context->SaveArea);
    if (!NT_SUCCESS(status))
      return status;
    context->EngineUsed = 1;
    pCreateContext->hContext = context;
    return STATUS_SUCCESS;
  }
  return STATUS_NO_MEMORY;
}

static NTSTATUS APIENTRY destroy_context_ok(CONST HANDLE hContext)
{
  GPU_CONTEXT *context = (GPU_CONTEXT *)hContext;
  DestroyFor(context->Adapter, context->SaveArea);
  context->SaveArea = NULL;
  context->EngineUsed = 0;
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
  DRIVER_INITIALIZATION_DATA data;
  FillTable(&data);
  data.DxgkDdiCreateContext = create_context;
  data.DxgkDdiDestroyContext = destroy_context_ok;
  return DxgkInitialize(DriverObject, RegistryPath, &data);
}
