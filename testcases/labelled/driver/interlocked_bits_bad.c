// What Render has made stands in a bit of a word that interlocked functions change; a fault overwrites the word.
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

static NTSTATUS APIENTRY render_bad(CONST HANDLE hContext, DXGKARG_RENDER *pRender)
{
  GPU_CONTEXT *context = (GPU_CONTEXT *)hContext;
  if (!(context->EngineUsed & CONTEXT_RING)) {
    NTSTATUS status = CreateFor(context, pRender->DmaSize, &context->Ring); // EXPECT: dxgk-leak
    if (!NT_SUCCESS(status))
      return status;
    InterlockedOr((volatile LONG *)&context->EngineUsed, CONTEXT_RING);
  }
  if (pRender->CommandLength > pRender->DmaSize) {
    InterlockedExchange((volatile LONG *)&context->EngineUsed, CONTEXT_FAULTED);
    return STATUS_GRAPHICS_INSUFFICIENT_DMA_BUFFER;
  }
  InterlockedAnd((volatile LONG *)&context->EngineUsed, ~CONTEXT_FAULTED);
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY destroy_context(CONST HANDLE hContext)
{
  GPU_CONTEXT *context = (GPU_CONTEXT *)hContext;
  if (context->EngineUsed & CONTEXT_RING)
    DestroyFor(context->Adapter, context->Ring);
  ExFreePoolWithTag(context, POOL_TAG); // EXPECT: dxgk-leak
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
  DRIVER_INITIALIZATION_DATA data;
  FillTable(&data);
  data.DxgkDdiCreateContext = create_context;
  data.DxgkDdiDestroyContext = destroy_context;
  data.DxgkDdiRender = render_bad;
  return DxgkInitialize(DriverObject, RegistryPath, &data);
}
