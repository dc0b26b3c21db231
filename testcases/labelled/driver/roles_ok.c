// Entry points are known by their role declarations; the registration is in another part of the driver.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#define OWN_CONTEXT
#include "skeleton.h"

DXGKDDI_CREATECONTEXT create_context;
DXGKDDI_DESTROYCONTEXT destroy_context_ok;

NTSTATUS APIENTRY create_context(CONST HANDLE hDevice, DXGKARG_CREATECONTEXT *pCreateContext)
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
  pCreateContext->hContext = context;
  return STATUS_SUCCESS;
}

NTSTATUS APIENTRY destroy_context_ok(CONST HANDLE hContext)
{
  GPU_CONTEXT *context = (GPU_CONTEXT *)hContext;
  DestroyFor(context->Adapter, context->SaveArea);
  ExFreePoolWithTag(context, POOL_TAG);
  return STATUS_SUCCESS;
}
