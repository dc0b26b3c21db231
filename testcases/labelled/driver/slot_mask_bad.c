// As slot_mask_ok.c, but the bit of a buffer that is gone stays set.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#define OWN_CONTEXT
#include "skeleton.h"

#define MAX_BUFFERS 16

typedef struct _MASKED {
  ADAPTER *Adapter;
  GPU_CONTEXT Base;
  ULONG Mask;
  HANDLE Buffers[MAX_BUFFERS];
} MASKED;

static NTSTATUS APIENTRY create_context(CONST HANDLE hDevice, DXGKARG_CREATECONTEXT *pCreateContext)
{
  DEVICE *device = (DEVICE *)hDevice;
  MASKED *context = (MASKED *)Allocate(sizeof(*context));
  if (!context)
    return STATUS_NO_MEMORY;
  context->Base.Device = device;
  context->Adapter = context->Base.Adapter = device->Adapter;
  context->Base.hDxgContext = pCreateContext->hContext;
  pCreateContext->hContext = context;
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY render(CONST HANDLE hContext, DXGKARG_RENDER *pRender)
{
  MASKED *context = (MASKED *)hContext;
  ULONG index = pRender->CommandLength & (MAX_BUFFERS - 1);
  NTSTATUS status;
  if (HardwareIsReady()) {
    if (!(context->Mask & (1u << index)))
      return STATUS_NOT_FOUND;
    context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(context->Adapter->Dxgk.DeviceHandle, context->Buffers[index]); // EXPECT: dxgk-invalid-handle
    // EXPECTED-IN: destroy_context_bad
    context->Buffers[index] = NULL;
    return STATUS_SUCCESS;
  }
  if (context->Mask & (1u << index))
    return STATUS_DEVICE_BUSY;
  status = CreateFor(&context->Base, PAGE_SIZE, &context->Buffers[index]);
  if (!NT_SUCCESS(status))
    return status;
  context->Mask |= 1u << index;
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY destroy_context_bad(CONST HANDLE hContext)
{
  MASKED *context = (MASKED *)hContext;
  ULONG i;
  for (i = 0; i < MAX_BUFFERS; i++) {
    if (context->Mask & (1u << i))
      context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(context->Adapter->Dxgk.DeviceHandle, context->Buffers[i]); // EXPECT: dxgk-invalid-handle
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
  data.DxgkDdiRender = render;
  return DxgkInitialize(DriverObject, RegistryPath, &data);
}
