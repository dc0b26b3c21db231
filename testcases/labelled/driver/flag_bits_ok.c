// What Render has made stands in a bit of a word in which other bits come and go.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#define OWN_CONTEXT
#include "skeleton.h"

#define CONTEXT_OPEN 0x1
#define CONTEXT_RING 0x2
#define CONTEXT_FAULTED 0x4

static NTSTATUS APIENTRY create_context(CONST HANDLE hDevice, DXGKARG_CREATECONTEXT *pCreateContext)
{
  GPU_CONTEXT *context = NewContext(hDevice, pCreateContext);
  if (!context)
    return STATUS_NO_MEMORY;
  context->EngineUsed = CONTEXT_OPEN;
  pCreateContext->hContext = context;
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY render_ok(CONST HANDLE hContext, DXGKARG_RENDER *pRender)
{
  GPU_CONTEXT *context = (GPU_CONTEXT *)hContext;
  if (!(context->EngineUsed & CONTEXT_RING)) {
    NTSTATUS status = CreateFor(context, pRender->DmaSize, &context->Ring);
    if (!NT_SUCCESS(status))
      return status;
    context->EngineUsed |= CONTEXT_RING;
  }
  if (pRender->CommandLength > pRender->DmaSize) {
    context->EngineUsed |= CONTEXT_FAULTED;
    return STATUS_GRAPHICS_INSUFFICIENT_DMA_BUFFER;
  }
  context->EngineUsed &= ~CONTEXT_FAULTED;
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY destroy_context(CONST HANDLE hContext)
{
  GPU_CONTEXT *context = (GPU_CONTEXT *)hContext;
  if (context->EngineUsed & CONTEXT_RING)
    DestroyFor(context->Adapter, context->Ring);
  ExFreePoolWithTag(context, POOL_TAG);
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
  DRIVER_INITIALIZATION_DATA data;
  FillTable(&data);
  data.DxgkDdiCreateContext = create_context;
  data.DxgkDdiDestroyContext = destroy_context;
  data.DxgkDdiRender = render_ok;
  return DxgkInitialize(DriverObject, RegistryPath, &data);
}
