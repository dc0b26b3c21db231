// The table is a constant with designated initialisers; DestroyContext forgets the allocation.
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

static NTSTATUS APIENTRY destroy_context_bad(CONST HANDLE hContext)
{
  GPU_CONTEXT *context = (GPU_CONTEXT *)hContext;
  ExFreePoolWithTag(context, POOL_TAG); // EXPECT: dxgk-leak
  return STATUS_SUCCESS;
}

static DRIVER_INITIALIZATION_DATA Table = {
    .Version = DXGKDDI_INTERFACE_VERSION_WIN8,
    .DxgkDdiAddDevice = AddDevice,
    .DxgkDdiStartDevice = StartDevice,
    .DxgkDdiStopDevice = StopDevice,
    .DxgkDdiRemoveDevice = RemoveDevice,
    .DxgkDdiCreateDevice = CreateDevice,
    .DxgkDdiDestroyDevice = DestroyDevice,
    .DxgkDdiCreateContext = create_context,
    .DxgkDdiDestroyContext = destroy_context_bad,
};

NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
  return DxgkInitialize(DriverObject, RegistryPath, &Table);
}
