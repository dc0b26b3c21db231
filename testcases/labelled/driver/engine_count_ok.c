// The number of engines in use is kept in the context.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#define OWN_CONTEXT
#include "skeleton.h"

static NTSTATUS APIENTRY create_context(CONST HANDLE hDevice, DXGKARG_CREATECONTEXT *pCreateContext)
{
  GPU_CONTEXT *context = NewContext(hDevice, pCreateContext);
  NTSTATUS status = STATUS_SUCCESS;
  ULONG wanted = pCreateContext->EngineAffinity;
  if (!context)
    return STATUS_NO_MEMORY;
  if (wanted > ENGINE_COUNT)
    wanted = ENGINE_COUNT;
  while (context->EngineUsed < wanted) {
    status = CreateFor(context, PAGE_SIZE, &context->Engine[context->EngineUsed]);
    if (!NT_SUCCESS(status))
      break;
    context->EngineUsed++;
  }
  if (!NT_SUCCESS(status)) {
    while (context->EngineUsed > 0)
      DestroyFor(context->Adapter, context->Engine[--context->EngineUsed]);
    Free(context);
    return status;
  }
  pCreateContext->hContext = context;
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY destroy_context_ok(CONST HANDLE hContext)
{
  GPU_CONTEXT *context = (GPU_CONTEXT *)hContext;
  while (context->EngineUsed > 0)
    DestroyFor(context->Adapter, context->Engine[--context->EngineUsed]);
  ExFreePoolWithTag(context, POOL_TAG);
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
