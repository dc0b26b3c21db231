// DestroyContext leaves the first of the engines that Escape fills.
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
  UNREFERENCED_PARAMETER(hAdapter);
  if (!context || engine >= ENGINE_COUNT || context->Engine[engine])
    return STATUS_INVALID_PARAMETER;
  return CreateFor(context, PAGE_SIZE, &context->Engine[engine]);
}

static NTSTATUS APIENTRY destroy_context_bad(CONST HANDLE hContext)
{
  GPU_CONTEXT *context = (GPU_CONTEXT *)hContext;
  ULONG i;
  for (i = 1; i < ENGINE_COUNT; i++) {
    if (context->Engine[i])
      DestroyFor(context->Adapter, context->Engine[i]);
  }
  ExFreePoolWithTag(context, POOL_TAG); // EXPECT: dxgk-leak
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
  DRIVER_INITIALIZATION_DATA data;
  FillTable(&data);
  data.DxgkDdiCreateContext = create_context;
  data.DxgkDdiDestroyContext = destroy_context_bad;
  data.DxgkDdiEscape = escape;
  return DxgkInitialize(DriverObject, RegistryPath, &data);
}
