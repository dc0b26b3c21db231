// A table of pointers to contexts; the handle is the number of the entry.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#define OWN_CONTEXT
#include "skeleton.h"

enum { ENTRIES = 3 };

static GPU_CONTEXT *Contexts[ENTRIES];

static NTSTATUS APIENTRY create_context(CONST HANDLE hDevice, DXGKARG_CREATECONTEXT *pCreateContext)
{
  GPU_CONTEXT *context;
  NTSTATUS status;
  ULONG n;
  for (n = 0; n < ENTRIES; n++)
    if (!Contexts[n])
      break;
  if (n == ENTRIES)
    return STATUS_INSUFFICIENT_RESOURCES;
  context = NewContext(hDevice, pCreateContext);
  if (!context)
    return STATUS_NO_MEMORY;
  status = CreateFor(context, PAGE_SIZE, &context->SaveArea);
  if (!NT_SUCCESS(status)) {
    Free(context);
    return status;
  }
  Contexts[n] = context;
  pCreateContext->hContext = (HANDLE)(ULONG_PTR)(n + 1);
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY destroy_ok(CONST HANDLE hContext)
{
  ULONG n = (ULONG)(ULONG_PTR)hContext - 1;
  GPU_CONTEXT *context = Contexts[n];
  Contexts[n] = NULL;
  DestroyFor(context->Adapter, context->SaveArea);
  ExFreePoolWithTag(context, POOL_TAG);
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
  DRIVER_INITIALIZATION_DATA data;
  FillTable(&data);
  data.DxgkDdiCreateContext = create_context;
  data.DxgkDdiDestroyContext = destroy_ok;
  return DxgkInitialize(DriverObject, RegistryPath, &data);
}
