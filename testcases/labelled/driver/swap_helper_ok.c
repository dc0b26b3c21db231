// A helper that knows neither context nor allocations swaps two handles.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#define OWN_CONTEXT
#include "skeleton.h"

static VOID Swap_ok(HANDLE *First, HANDLE *Second)
{
  HANDLE old = *First;
  *First = *Second;
  *Second = old;
}

static VOID DestroyAt(ADAPTER *Adapter, HANDLE *Place)
{
  if (*Place)
    Adapter->Dxgk.DxgkCbDestroyContextAllocation(Adapter->Dxgk.DeviceHandle, *Place);
  *Place = NULL;
}

static NTSTATUS APIENTRY create_context(CONST HANDLE hDevice, DXGKARG_CREATECONTEXT *pCreateContext)
{
  GPU_CONTEXT *context = NewContext(hDevice, pCreateContext);
  NTSTATUS status;
  if (!context)
    return STATUS_NO_MEMORY;
  status = CreateFor(context, PAGE_SIZE, &context->Ring);
  if (NT_SUCCESS(status))
    status = CreateFor(context, PAGE_SIZE, &context->SaveArea);
  if (!NT_SUCCESS(status)) {
    DestroyAt(context->Adapter, &context->Ring);
    Free(context);
    return status;
  }
  pCreateContext->hContext = context;
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY render(CONST HANDLE hContext, DXGKARG_RENDER *pRender)
{
  GPU_CONTEXT *context = (GPU_CONTEXT *)hContext;
  UNREFERENCED_PARAMETER(pRender);
  Swap_ok(&context->Ring, &context->SaveArea);
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY destroy_context(CONST HANDLE hContext)
{
  GPU_CONTEXT *context = (GPU_CONTEXT *)hContext;
  DestroyAt(context->Adapter, &context->Ring);
  DestroyAt(context->Adapter, &context->SaveArea);
  Free(context);
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
  DRIVER_INITIALIZATION_DATA data;
  FillTable(&data);
  data.DxgkDdiCreateContext = create_context;
  data.DxgkDdiDestroyContext = destroy_context;
  data.DxgkDdiRender = render;
  return DxgkInitialize(DriverObject, RegistryPath, &data);
}
