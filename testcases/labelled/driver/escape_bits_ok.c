// A bit for each engine, at a place that the caller names; the end looks at all of them.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#define OWN_CONTEXT
#include "skeleton.h"

static NTSTATUS APIENTRY create_context(CONST HANDLE hDevice, DXGKARG_CREATECONTEXT *pCreateContext)
{
  GPU_CONTEXT *context = NewContext(hDevice, pCreateContext);
  if (!context)
    return STATUS_NO_MEMORY;
  pCreateContext->hContext = context;
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY escape(CONST HANDLE hAdapter, CONST DXGKARG_ESCAPE *pEscape)
{
  GPU_CONTEXT *context = (GPU_CONTEXT *)pEscape->hContext;
  ULONG engine = pEscape->PrivateDriverDataSize;
  NTSTATUS status;
  UNREFERENCED_PARAMETER(hAdapter);
  if (!context || engine >= ENGINE_COUNT)
    return STATUS_INVALID_PARAMETER;
  if (context->EngineUsed & (1u << engine))
    return STATUS_SUCCESS;
  context->Engine[engine] = NULL;
  status = CreateFor(context, PAGE_SIZE, &context->Engine[engine]);
  if (NT_SUCCESS(status))
    context->EngineUsed |= 1u << engine;
  return status;
}

static NTSTATUS APIENTRY destroy_context_ok(CONST HANDLE hContext)
{
  GPU_CONTEXT *context = (GPU_CONTEXT *)hContext;
  ULONG engine;
  for (engine = 0; engine < ENGINE_COUNT; engine++)
    if (context->EngineUsed & (1u << engine))
      DestroyFor(context->Adapter, context->Engine[engine]);
  ExFreePoolWithTag(context, POOL_TAG);
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
  DRIVER_INITIALIZATION_DATA data;
  FillTable(&data);
  data.DxgkDdiCreateContext = create_context;
  data.DxgkDdiDestroyContext = destroy_context_ok;
  data.DxgkDdiEscape = escape;
  return DxgkInitialize(DriverObject, RegistryPath, &data);
}
