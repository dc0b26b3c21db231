// CreateContext and DestroyContext agree about the number of engines.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#define OWN_CONTEXT
#include "skeleton.h"

static NTSTATUS APIENTRY create_context(CONST HANDLE hDevice, DXGKARG_CREATECONTEXT *pCreateContext)
{
  GPU_CONTEXT *context = NewContext(hDevice, pCreateContext);
  NTSTATUS status = STATUS_SUCCESS;
  ULONG i;
  if (!context)
    return STATUS_NO_MEMORY;
  for (i = 0; i < ENGINE_COUNT; i++) {
    status = CreateFor(context, PAGE_SIZE, &context->Engine[i]);
    if (!NT_SUCCESS(status))
      goto Unwind;
  }
  pCreateContext->hContext = context;
  return STATUS_SUCCESS;
Unwind:
  while (i-- > 0)
    DestroyFor(context->Adapter, context->Engine[i]);
  Free(context);
  return status;
}

static NTSTATUS APIENTRY destroy_context_ok(CONST HANDLE hContext)
{
  GPU_CONTEXT *context = (GPU_CONTEXT *)hContext;
  ULONG i;
  for (i = 0; i < ENGINE_COUNT; i++)
    DestroyFor(context->Adapter, context->Engine[i]);
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
