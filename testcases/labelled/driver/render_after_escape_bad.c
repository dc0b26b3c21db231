// Escape destroys the save area that Render goes on using.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#define OWN_CONTEXT
#include "skeleton.h"

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
  pCreateContext->hContext = context;
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY escape(CONST HANDLE hAdapter, CONST DXGKARG_ESCAPE *pEscape)
{
  GPU_CONTEXT *context = (GPU_CONTEXT *)pEscape->hContext;
  UNREFERENCED_PARAMETER(hAdapter);
  if (!context || context->EngineUsed)
    return STATUS_INVALID_PARAMETER;
  context->EngineUsed = 1;
  DestroyFor(context->Adapter, context->SaveArea);
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY render_bad(CONST HANDLE hContext, DXGKARG_RENDER *pRender)
{
  GPU_CONTEXT *context = (GPU_CONTEXT *)hContext;
  DXGKRNL_INTERFACE *dxgk = &context->Adapter->Dxgk;
  DXGKARGCB_UPDATECONTEXTALLOCATION update = {0};
  UNREFERENCED_PARAMETER(pRender);
  if (!context->SaveArea)
    return STATUS_SUCCESS;
  update.hAllocation = context->SaveArea;
  return dxgk->DxgkCbUpdateContextAllocation(dxgk->DeviceHandle, &update); // EXPECT: dxgk-use-after-destroy
}

static NTSTATUS APIENTRY destroy_context(CONST HANDLE hContext)
{
  GPU_CONTEXT *context = (GPU_CONTEXT *)hContext;
  if (!context->EngineUsed)
    DestroyFor(context->Adapter, context->SaveArea);
  Free(context);
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
  DRIVER_INITIALIZATION_DATA data;
  FillTable(&data);
  data.DxgkDdiCreateContext = create_context;
  data.DxgkDdiDestroyContext = destroy_context;
  data.DxgkDdiEscape = escape;
  data.DxgkDdiRender = render_bad;
  return DxgkInitialize(DriverObject, RegistryPath, &data);
}
