// What Render replaces stands in a ring until its fence has passed; head and tail run freely, the remainder selects.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#define OWN_CONTEXT
#include "skeleton.h"

enum { RING = 4 };

typedef struct _RETIRED {
  HANDLE Area;
  ULONG Fence;
} RETIRED;

typedef struct _RING_CONTEXT {
  GPU_CONTEXT Gpu;
  HANDLE Current;
  RETIRED Retired[RING];
  ULONG Head, Tail;
} RING_CONTEXT;

static VOID Reap(RING_CONTEXT *Context, ULONG Passed)
{
  while (Context->Head != Context->Tail) {
    RETIRED *retired = &Context->Retired[Context->Head % RING];
    if (retired->Fence > Passed)
      break;
    DestroyFor(Context->Gpu.Adapter, retired->Area);
    Context->Head++;
  }
}

static VOID Retire(RING_CONTEXT *Context, HANDLE Area, ULONG Fence)
{
  if (Context->Tail - Context->Head == RING)
    Reap(Context, Context->Retired[Context->Head % RING].Fence);
  Context->Retired[Context->Tail % RING].Area = Area;
  Context->Retired[Context->Tail % RING].Fence = Fence;
  Context->Tail++;
}

static NTSTATUS APIENTRY create_context(CONST HANDLE hDevice, DXGKARG_CREATECONTEXT *pCreateContext)
{
  RING_CONTEXT *context = (RING_CONTEXT *)Allocate(sizeof(*context));
  NTSTATUS status;
  if (!context)
    return STATUS_NO_MEMORY;
  context->Gpu.Device = (DEVICE *)hDevice;
  context->Gpu.Adapter = context->Gpu.Device->Adapter;
  context->Gpu.hDxgContext = pCreateContext->hContext;
  status = CreateFor(&context->Gpu, PAGE_SIZE, &context->Current);
  if (!NT_SUCCESS(status)) {
    Free(context);
    return status;
  }
  pCreateContext->hContext = context;
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY render_ok(CONST HANDLE hContext, DXGKARG_RENDER *pRender)
{
  RING_CONTEXT *context = (RING_CONTEXT *)hContext;
  const ULONG fence = HardwareRevision();
  HANDLE fresh;
  NTSTATUS status = CreateFor(&context->Gpu, PAGE_SIZE, &fresh);
  if (!NT_SUCCESS(status))
    return status;
  Retire(context, context->Current, fence);
  context->Current = fresh;
  Reap(context, pRender->CommandLength);
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY DestroyContext(CONST HANDLE hContext)
{
  RING_CONTEXT *context = (RING_CONTEXT *)hContext;
  Reap(context, MAXULONG);
  DestroyFor(context->Gpu.Adapter, context->Current);
  Free(context);
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
  DRIVER_INITIALIZATION_DATA data;
  FillTable(&data);
  data.DxgkDdiCreateContext = create_context;
  data.DxgkDdiDestroyContext = DestroyContext;
  data.DxgkDdiRender = render_ok;
  return DxgkInitialize(DriverObject, RegistryPath, &data);
}
