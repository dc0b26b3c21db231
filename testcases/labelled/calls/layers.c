// Objects that begin with a common base: what releases one gets the address of the base, and goes down from there, deeper than
// calls are followed.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

typedef struct _BASE {
  VOID (*Free)(struct _BASE *Base);
  LONG References;
} BASE;

typedef struct _LAYER {
  BASE Base;
  struct _LAYER *Below;
  ADAPTER *Adapter;
  HANDLE Allocation;
} LAYER;

static VOID Release(BASE *Base)
{
  if (InterlockedDecrement(&Base->References) == 0)
    Base->Free(Base);
}

static VOID FreeLayer(BASE *Base)
{
  LAYER *layer = CONTAINING_RECORD(Base, LAYER, Base);
  layer->Adapter->Dxgk.DxgkCbDestroyContextAllocation(layer->Adapter->Dxgk.DeviceHandle, layer->Allocation);
  if (layer->Below)
    Release(&layer->Below->Base);
  ExFreePoolWithTag(layer, POOL_TAG);
}

static NTSTATUS PutOn(GPU_CONTEXT *Context, LAYER **Top)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  LAYER *layer = (LAYER *)ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(*layer), POOL_TAG);
  if (!layer)
    return STATUS_NO_MEMORY;
  FillArguments(&args, Context, PAGE_SIZE);
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status)) {
    ExFreePoolWithTag(layer, POOL_TAG);
    return status;
  }
  layer->Base.Free = FreeLayer;
  layer->Base.References = 1;
  layer->Below = *Top;
  layer->Adapter = Context->Adapter;
  layer->Allocation = args.hAllocation;
  *Top = layer;
  return STATUS_SUCCESS;
}

NTSTATUS layers_bad(GPU_CONTEXT *Context)
{
  LAYER *top = NULL;
  NTSTATUS status = STATUS_SUCCESS;
  ULONG i;
  for (i = 0; i < 6 && NT_SUCCESS(status); i++)
    status = PutOn(Context, &top);
  if (!NT_SUCCESS(status))
    return status; // EXPECT: dxgk-leak
  if (top)
    Release(&top->Base);
  return status;
}

NTSTATUS layers_ok(GPU_CONTEXT *Context)
{
  LAYER *top = NULL;
  NTSTATUS status = STATUS_SUCCESS;
  ULONG i;
  for (i = 0; i < 6 && NT_SUCCESS(status); i++)
    status = PutOn(Context, &top);
  if (top)
    Release(&top->Base);
  return status;
}
