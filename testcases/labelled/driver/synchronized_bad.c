// A swap that is synchronized with the interrupt: where it did not happen the new allocation is forgotten.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#define OWN_CONTEXT
#include "skeleton.h"

typedef struct _SWAP {
  GPU_CONTEXT *Context;
  HANDLE Fresh;
  HANDLE Stale;
} SWAP;

static BOOLEAN Exchange(PVOID SynchronizeContext)
{
  SWAP *swap = (SWAP *)SynchronizeContext;
  swap->Stale = swap->Context->Ring;
  swap->Context->Ring = swap->Fresh;
  return TRUE;
}

static NTSTATUS APIENTRY create_context(CONST HANDLE hDevice, DXGKARG_CREATECONTEXT *pCreateContext)
{
  GPU_CONTEXT *context = NewContext(hDevice, pCreateContext);
  if (!context)
    return STATUS_NO_MEMORY;
  pCreateContext->hContext = context;
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY render_bad(CONST HANDLE hContext, DXGKARG_RENDER *pRender)
{
  GPU_CONTEXT *context = (GPU_CONTEXT *)hContext;
  DXGKRNL_INTERFACE *dxgk = &context->Adapter->Dxgk;
  SWAP swap = {context, NULL, NULL};
  BOOLEAN result = FALSE;
  NTSTATUS status = CreateFor(context, PAGE_SIZE, &swap.Fresh);
  UNREFERENCED_PARAMETER(pRender);
  if (!NT_SUCCESS(status))
    return status;
  status = dxgk->DxgkCbSynchronizeExecution(dxgk->DeviceHandle, Exchange, &swap, 0, &result);
  if (!NT_SUCCESS(status)) {
    return status; // EXPECT: dxgk-leak
  }
  if (swap.Stale)
    DestroyFor(context->Adapter, swap.Stale);
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY destroy_context(CONST HANDLE hContext)
{
  GPU_CONTEXT *context = (GPU_CONTEXT *)hContext;
  if (context->Ring)
    DestroyFor(context->Adapter, context->Ring);
  Free(context);
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
