// The last context of a device drops its count and not the page table.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#define OWN_CONTEXT
#include "skeleton.h"

static NTSTATUS APIENTRY create_context(CONST HANDLE hDevice, DXGKARG_CREATECONTEXT *pCreateContext)
{
  DEVICE *device = (DEVICE *)hDevice;
  GPU_CONTEXT *context = NewContext(hDevice, pCreateContext);
  if (!context)
    return STATUS_NO_MEMORY;
  if (device->Flags == 0) {
    NTSTATUS status = CreateShared(device->Adapter, device->hDxgDevice, PAGE_SIZE, &device->PageTable);
    if (!NT_SUCCESS(status)) {
      Free(context);
      return status;
    }
  }
  device->Flags++;
  pCreateContext->hContext = context;
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY destroy_context_bad(CONST HANDLE hContext)
{
  GPU_CONTEXT *context = (GPU_CONTEXT *)hContext;
  DEVICE *device = context->Device;
  device->Flags--;
  if (device->Flags == 0) {
    device->PageTable = NULL; // EXPECT: dxgk-leak
  }
  Free(context);
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
  DRIVER_INITIALIZATION_DATA data;
  FillTable(&data);
  data.DxgkDdiCreateContext = create_context;
  data.DxgkDdiDestroyContext = destroy_context_bad;
  return DxgkInitialize(DriverObject, RegistryPath, &data);
}
