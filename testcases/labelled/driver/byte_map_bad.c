// As byte_map_ok.c, but the first element is forgotten.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#define OWN_CONTEXT
#include "skeleton.h"

#define DestroyFor(adapter, allocation) \
  (adapter)->Dxgk.DxgkCbDestroyContextAllocation((adapter)->Dxgk.DeviceHandle, (allocation))

enum { AREAS = 8 };

typedef struct _MAPPED_CONTEXT {
  GPU_CONTEXT Gpu;
  HANDLE Areas[AREAS];
  UCHAR Map[1];
} MAPPED_CONTEXT;

static BOOLEAN IsMarked(const UCHAR *Map, ULONG Number)
{
  return (Map[Number / 8] >> (Number & 7)) & 1;
}

static NTSTATUS APIENTRY create_context(CONST HANDLE hDevice, DXGKARG_CREATECONTEXT *pCreateContext)
{
  MAPPED_CONTEXT *context = (MAPPED_CONTEXT *)Allocate(sizeof(*context));
  if (!context)
    return STATUS_NO_MEMORY;
  context->Gpu.Device = (DEVICE *)hDevice;
  context->Gpu.Adapter = context->Gpu.Device->Adapter;
  context->Gpu.hDxgContext = pCreateContext->hContext;
  pCreateContext->hContext = context;
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY render(CONST HANDLE hContext, DXGKARG_RENDER *pRender)
{
  MAPPED_CONTEXT *context = (MAPPED_CONTEXT *)hContext;
  ULONG n = pRender->CommandLength & (AREAS - 1);
  NTSTATUS status;
  if (IsMarked(context->Map, n)) {
    DestroyFor(context->Gpu.Adapter, context->Areas[n]);
    context->Map[n / 8] &= (UCHAR)~(1 << (n & 7));
  }
  status = CreateFor(&context->Gpu, PAGE_SIZE, &context->Areas[n]);
  if (NT_SUCCESS(status))
    context->Map[n / 8] |= (UCHAR)(1 << (n & 7));
  return status;
}

static NTSTATUS APIENTRY destroy_bad(CONST HANDLE hContext)
{
  MAPPED_CONTEXT *context = (MAPPED_CONTEXT *)hContext;
  ULONG n;
  for (n = 1; n < AREAS; n++)
    if (IsMarked(context->Map, n))
      DestroyFor(context->Gpu.Adapter, context->Areas[n]);
  ExFreePoolWithTag(context, POOL_TAG); // EXPECT: dxgk-leak
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
  DRIVER_INITIALIZATION_DATA data;
  FillTable(&data);
  data.DxgkDdiCreateContext = create_context;
  data.DxgkDdiDestroyContext = destroy_bad;
  data.DxgkDdiRender = render;
  return DxgkInitialize(DriverObject, RegistryPath, &data);
}
