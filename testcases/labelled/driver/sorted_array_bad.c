// As sorted_array_ok.c, but what was taken out is not destroyed.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#define OWN_CONTEXT
#include "skeleton.h"

enum { RANGES = 4 };

typedef struct _RANGE {
  ULONG Key;
  HANDLE Area;
} RANGE;

typedef struct _SORTED_CONTEXT {
  GPU_CONTEXT Gpu;
  RANGE Ranges[RANGES];
  ULONG Count;
} SORTED_CONTEXT;

static ULONG FindRange(const SORTED_CONTEXT *Context, ULONG Key)
{
  ULONG i = 0;
  while (i < Context->Count && Context->Ranges[i].Key < Key)
    i++;
  return i;
}

static NTSTATUS Insert(SORTED_CONTEXT *Context, ULONG Key)
{
  HANDLE area;
  NTSTATUS status;
  ULONG i = FindRange(Context, Key);
  if (Context->Count == RANGES || (i < Context->Count && Context->Ranges[i].Key == Key))
    return STATUS_INVALID_PARAMETER;
  status = CreateFor(&Context->Gpu, PAGE_SIZE, &area);
  if (!NT_SUCCESS(status))
    return status;
  RtlMoveMemory(&Context->Ranges[i + 1], &Context->Ranges[i], (Context->Count - i) * sizeof(RANGE));
  Context->Ranges[i].Key = Key;
  Context->Ranges[i].Area = area;
  Context->Count++;
  return STATUS_SUCCESS;
}

static NTSTATUS remove_bad(SORTED_CONTEXT *Context, ULONG Key)
{
  ULONG i = FindRange(Context, Key);
  if (i == Context->Count || Context->Ranges[i].Key != Key)
    return STATUS_NOT_FOUND;
  RtlMoveMemory(&Context->Ranges[i], &Context->Ranges[i + 1], (Context->Count - i - 1) * sizeof(RANGE)); // EXPECT: dxgk-leak
  Context->Count--;
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY create_context(CONST HANDLE hDevice, DXGKARG_CREATECONTEXT *pCreateContext)
{
  SORTED_CONTEXT *context = (SORTED_CONTEXT *)Allocate(sizeof(*context));
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
  SORTED_CONTEXT *context = (SORTED_CONTEXT *)hContext;
  const ULONG key = HardwareRevision();
  UNREFERENCED_PARAMETER(pRender);
  return HardwareIsReady() ? Insert(context, key) : remove_bad(context, key);
}

static NTSTATUS APIENTRY destroy_bad(CONST HANDLE hContext)
{
  SORTED_CONTEXT *context = (SORTED_CONTEXT *)hContext;
  ULONG i;
  for (i = 0; i < context->Count; i++)
    DestroyFor(context->Gpu.Adapter, context->Ranges[i].Area);
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
