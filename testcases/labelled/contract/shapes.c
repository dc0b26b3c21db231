// Arguments of creates in other shapes: helpers that fill, flags by value, copies of templates, arrays of arguments, callbacks cached in locals.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

#define INTERFACE(adapter) (&(adapter)->Dxgk)

static NTSTATUS Keep(NTSTATUS status, const DXGKARGCB_CREATECONTEXTALLOCATION *args, HANDLE *out)
{
  if (NT_SUCCESS(status))
    *out = args->hAllocation;
  return status;
}

// The flags are written as a value.
NTSTATUS shared_by_value_bad(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args = {0};
  args.ContextAllocationFlags.Value = 1;
  args.hAdapter = Context->Adapter->Dxgk.DeviceHandle;
  args.hDevice = Context->Device->hDxgDevice;
  args.hContext = Context->hDxgContext;
  if (args.hContext == NULL)
    return STATUS_INVALID_PARAMETER;
  return Keep(Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args), &args, &Context->Ring); // EXPECT: dxgk-create-contract
}

NTSTATUS shared_by_value_ok(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args = {0};
  args.ContextAllocationFlags.Value = 1;
  args.hAdapter = Context->Adapter->Dxgk.DeviceHandle;
  args.hDevice = Context->Device->hDxgDevice;
  return Keep(Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args), &args, &Context->Ring);
}

// A template is copied, and one member of it is for the shared kind only.
static const DXGKARGCB_CREATECONTEXTALLOCATION g_SharedTemplate = {
  .ContextAllocationFlags = {.SharedAcrossContexts = 1},
  .Size = PAGE_SIZE,
  .SupportedSegmentSet = 1,
};

NTSTATUS template_bad(GPU_CONTEXT *Context, BOOLEAN Private)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args = g_SharedTemplate;
  args.hAdapter = Context->Adapter->Dxgk.DeviceHandle;
  args.hDevice = Context->Device->hDxgDevice;
  if (Private)
    args.ContextAllocationFlags.SharedAcrossContexts = 0;
  return Keep(Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args), &args, &Context->Ring); // EXPECT: dxgk-create-contract
}

NTSTATUS template_ok(GPU_CONTEXT *Context, BOOLEAN Private)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args = g_SharedTemplate;
  args.hAdapter = Context->Adapter->Dxgk.DeviceHandle;
  args.hDevice = Context->Device->hDxgDevice;
  if (Private) {
    args.ContextAllocationFlags.SharedAcrossContexts = 0;
    args.hContext = Context->hDxgContext;
  }
  return Keep(Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args), &args, &Context->Ring);
}

// A wrong size of memset.
NTSTATUS memset_size_bad(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args, *p = &args;
  memset(p, 0, sizeof(p));
  p->hAdapter = Context->Adapter->Dxgk.DeviceHandle;
  p->hDevice = Context->Device->hDxgDevice;
  p->hContext = Context->hDxgContext;
  p->Size = PAGE_SIZE;
  return Keep(Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(p), p, &Context->Ring); // EXPECT: dxgk-create-contract
}

NTSTATUS memset_size_ok(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args, *p = &args;
  memset(p, 0, sizeof(*p));
  p->hAdapter = Context->Adapter->Dxgk.DeviceHandle;
  p->hDevice = Context->Device->hDxgDevice;
  p->hContext = Context->hDxgContext;
  p->Size = PAGE_SIZE;
  return Keep(Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(p), p, &Context->Ring);
}

// The struct is on the pool, which is not zeroed.
NTSTATUS pool_bad(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION *args =
      (DXGKARGCB_CREATECONTEXTALLOCATION *)ExAllocatePoolWithTag(PagedPool, sizeof(*args), POOL_TAG);
  NTSTATUS status;
  if (!args)
    return STATUS_NO_MEMORY;
  args->hAdapter = Context->Adapter->Dxgk.DeviceHandle;
  args->hDevice = Context->Device->hDxgDevice;
  args->hContext = Context->hDxgContext;
  args->Size = PAGE_SIZE;
  status = Keep(Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(args), args, &Context->Ring); // EXPECT: dxgk-create-contract
  ExFreePoolWithTag(args, POOL_TAG);
  return status;
}

NTSTATUS pool_ok(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION *args =
      (DXGKARGCB_CREATECONTEXTALLOCATION *)ExAllocatePool2(POOL_FLAG_PAGED, sizeof(*args), POOL_TAG);
  NTSTATUS status;
  if (!args)
    return STATUS_NO_MEMORY;
  args->hAdapter = Context->Adapter->Dxgk.DeviceHandle;
  args->hDevice = Context->Device->hDxgDevice;
  args->hContext = Context->hDxgContext;
  args->Size = PAGE_SIZE;
  status = Keep(Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(args), args, &Context->Ring);
  ExFreePoolWithTag(args, POOL_TAG);
  return status;
}

// An array of arguments, of which the loop leaves one without adapter.
NTSTATUS array_bad(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args[2];
  NTSTATUS status;
  ULONG i;
  RtlZeroMemory(args, sizeof(args));
  for (i = 1; i < RTL_NUMBER_OF(args); i++)
    args[i].hAdapter = Context->Adapter->Dxgk.DeviceHandle;
  for (i = 0; i < RTL_NUMBER_OF(args); i++)
    args[i].ContextAllocationFlags.SharedAcrossContexts = 1;
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args[0]); // EXPECT: dxgk-create-contract
  if (NT_SUCCESS(status))
    Context->Ring = args[0].hAllocation;
  return status;
}

NTSTATUS array_ok(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args[2];
  NTSTATUS status;
  ULONG i;
  RtlZeroMemory(args, sizeof(args));
  for (i = 0; i < RTL_NUMBER_OF(args); i++)
    args[i].hAdapter = Context->Adapter->Dxgk.DeviceHandle;
  for (i = 0; i < RTL_NUMBER_OF(args); i++)
    args[i].ContextAllocationFlags.SharedAcrossContexts = 1;
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args[0]);
  if (NT_SUCCESS(status))
    Context->Ring = args[0].hAllocation;
  return status;
}

// Callback in a local, adapter's handle in a local.
NTSTATUS cached_bad(GPU_CONTEXT *Context)
{
  DXGKCB_CREATECONTEXTALLOCATION create = INTERFACE(Context->Adapter)->DxgkCbCreateContextAllocation;
  DXGKCB_DESTROYCONTEXTALLOCATION destroy = INTERFACE(Context->Adapter)->DxgkCbDestroyContextAllocation;
  HANDLE adapter = Context->hDxgContext;
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  FillArguments(&args, Context, PAGE_SIZE);
  if (!NT_SUCCESS(create(&args)))
    return STATUS_NO_MEMORY;
  destroy(adapter, args.hAllocation); // EXPECT: dxgk-wrong-adapter
  return STATUS_SUCCESS;
}

NTSTATUS cached_ok(GPU_CONTEXT *Context)
{
  DXGKCB_CREATECONTEXTALLOCATION create = INTERFACE(Context->Adapter)->DxgkCbCreateContextAllocation;
  DXGKCB_DESTROYCONTEXTALLOCATION destroy = INTERFACE(Context->Adapter)->DxgkCbDestroyContextAllocation;
  HANDLE adapter = INTERFACE(Context->Adapter)->DeviceHandle;
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  FillArguments(&args, Context, PAGE_SIZE);
  if (!NT_SUCCESS(create(&args)))
    return STATUS_NO_MEMORY;
  destroy(adapter, args.hAllocation);
  return STATUS_SUCCESS;
}

// hDriverAllocation is the driver's name for it.
NTSTATUS own_name_bad(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  FillArguments(&args, Context, PAGE_SIZE);
  args.hDriverAllocation = Context;
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status))
    return status;
  Context->SaveArea = args.hAllocation;
  status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    Context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(args.hAdapter, args.hDriverAllocation); // EXPECT: dxgk-invalid-handle
    Context->SaveArea = NULL; // EXPECT: dxgk-leak
  }
  return status;
}

NTSTATUS own_name_ok(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  FillArguments(&args, Context, PAGE_SIZE);
  args.hDriverAllocation = Context;
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status))
    return status;
  Context->SaveArea = args.hAllocation;
  status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    Context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(args.hAdapter, args.hAllocation);
    Context->SaveArea = NULL;
  }
  return status;
}

// The status goes through a pointer and a structure.
typedef struct _RESULT {
  NTSTATUS Status;
  HANDLE Allocation;
  ULONG Reserved;
} RESULT;

static RESULT MakeResult(GPU_CONTEXT *Context, SIZE_T Size)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  RESULT result = {STATUS_UNSUCCESSFUL};
  FillArguments(&args, Context, Size);
  result.Status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  result.Allocation = args.hAllocation;
  return result;
}

NTSTATUS result_bad(GPU_CONTEXT *Context)
{
  RESULT first = MakeResult(Context, PAGE_SIZE), second;
  if (first.Status < 0)
    return first.Status;
  second = MakeResult(Context, PAGE_SIZE);
  if (second.Status < 0) {
    Context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(Context->Adapter->Dxgk.DeviceHandle, second.Allocation); // EXPECT: dxgk-invalid-handle
    return second.Status; // EXPECT: dxgk-leak
  }
  Context->Ring = first.Allocation;
  Context->SaveArea = second.Allocation;
  return STATUS_SUCCESS;
}

NTSTATUS result_ok(GPU_CONTEXT *Context)
{
  RESULT first = MakeResult(Context, PAGE_SIZE), second;
  if (first.Status < 0)
    return first.Status;
  second = MakeResult(Context, PAGE_SIZE);
  if (second.Status < 0) {
    Context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(Context->Adapter->Dxgk.DeviceHandle, first.Allocation);
    return second.Status;
  }
  Context->Ring = first.Allocation;
  Context->SaveArea = second.Allocation;
  return STATUS_SUCCESS;
}

// Use before the status is looked at.
NTSTATUS map_first_bad(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  DXGKARGCB_MAPCONTEXTALLOCATION map = {0};
  NTSTATUS status, mapped;
  FillArguments(&args, Context, PAGE_SIZE);
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args); // EXPECT: dxgk-unchecked-status
  map.hAllocation = args.hAllocation;
  map.SizeInPages = 1;
  mapped = (NTSTATUS)Context->Adapter->Dxgk.DxgkCbMapContextAllocation(Context->Adapter->Dxgk.DeviceHandle, &map);
  if (!NT_SUCCESS(status))
    return status;
  Context->Ring = args.hAllocation;
  return mapped;
}

NTSTATUS map_first_ok(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  DXGKARGCB_MAPCONTEXTALLOCATION map = {0};
  NTSTATUS status, mapped;
  FillArguments(&args, Context, PAGE_SIZE);
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status))
    return status;
  map.hAllocation = args.hAllocation;
  map.SizeInPages = 1;
  mapped = (NTSTATUS)Context->Adapter->Dxgk.DxgkCbMapContextAllocation(Context->Adapter->Dxgk.DeviceHandle, &map);
  Context->Ring = args.hAllocation;
  return mapped;
}

// The status is asserted only.
NTSTATUS asserted_bad(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  FillArguments(&args, Context, PAGE_SIZE);
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args); // EXPECT: dxgk-unchecked-status
  DbgPrint("create: %x\n", status);
  Context->Ring = args.hAllocation;
  return STATUS_SUCCESS;
}

NTSTATUS asserted_ok(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  FillArguments(&args, Context, PAGE_SIZE);
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  DbgPrint("create: %x\n", status);
  Context->Ring = status == STATUS_SUCCESS ? args.hAllocation : NULL;
  return STATUS_SUCCESS;
}

// Freed, then its handle read from the freed copy: the same handle under two names.
VOID two_names_bad(GPU_CONTEXT *Context)
{
  HANDLE *slot = &Context->Engine[1];
  HANDLE same = Context->Engine[1];
  if (!same)
    return;
  Context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(Context->Adapter->Dxgk.DeviceHandle, *slot);
  if (Context->EngineUsed == 0)
    Context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(Context->Adapter->Dxgk.DeviceHandle, same); // EXPECT: dxgk-double-destroy
  *slot = NULL;
}

VOID two_names_ok(GPU_CONTEXT *Context)
{
  HANDLE *slot = &Context->Engine[1];
  HANDLE same = Context->Engine[1];
  if (!same)
    return;
  if (Context->EngineUsed != 0)
    Context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(Context->Adapter->Dxgk.DeviceHandle, *slot);
  if (Context->EngineUsed == 0)
    Context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(Context->Adapter->Dxgk.DeviceHandle, same);
  *slot = NULL;
}
