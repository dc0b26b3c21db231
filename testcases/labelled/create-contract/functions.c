// Documented rules for the arguments of a create: hAdapter set, hContext and SharedAcrossContexts in agreement, no junk.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

NTSTATUS no_adapter_bad(ADAPTER *Adapter, HANDLE hDevice, HANDLE hContext, HANDLE *Allocation)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args = {0};
  NTSTATUS status;
  args.hDevice = hDevice;
  args.hContext = hContext;
  args.Size = SAVE_AREA_SIZE;
  status = Adapter->Dxgk.DxgkCbCreateContextAllocation(&args); // EXPECT: dxgk-create-contract
  *Allocation = NT_SUCCESS(status) ? args.hAllocation : NULL;
  return status;
}

NTSTATUS adapter_ok(ADAPTER *Adapter, HANDLE hDevice, HANDLE hContext, HANDLE *Allocation)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args = {0};
  NTSTATUS status;
  args.hAdapter = Adapter->Dxgk.DeviceHandle;
  args.hDevice = hDevice;
  args.hContext = hContext;
  args.Size = SAVE_AREA_SIZE;
  status = Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  *Allocation = NT_SUCCESS(status) ? args.hAllocation : NULL;
  return status;
}

// Cleared after it was filled.
NTSTATUS cleared_late_bad(ADAPTER *Adapter, HANDLE hDevice, HANDLE hContext, HANDLE *Allocation)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  args.hAdapter = Adapter->Dxgk.DeviceHandle;
  RtlZeroMemory(&args, sizeof(args));
  args.hDevice = hDevice;
  args.hContext = hContext;
  args.Size = SAVE_AREA_SIZE;
  status = Adapter->Dxgk.DxgkCbCreateContextAllocation(&args); // EXPECT: dxgk-create-contract
  *Allocation = NT_SUCCESS(status) ? args.hAllocation : NULL;
  return status;
}

NTSTATUS cleared_first_ok(ADAPTER *Adapter, HANDLE hDevice, HANDLE hContext, HANDLE *Allocation)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  RtlZeroMemory(&args, sizeof(args));
  args.hAdapter = Adapter->Dxgk.DeviceHandle;
  args.hDevice = hDevice;
  args.hContext = hContext;
  args.Size = SAVE_AREA_SIZE;
  status = Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  *Allocation = NT_SUCCESS(status) ? args.hAllocation : NULL;
  return status;
}

// What is not assigned is what was on the stack.
NTSTATUS not_initialised_bad(ADAPTER *Adapter, HANDLE hDevice, HANDLE hContext, HANDLE *Allocation)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  args.hAdapter = Adapter->Dxgk.DeviceHandle;
  args.hDevice = hDevice;
  args.hContext = hContext;
  args.Size = SAVE_AREA_SIZE;
  status = Adapter->Dxgk.DxgkCbCreateContextAllocation(&args); // EXPECT: dxgk-create-contract
  *Allocation = NT_SUCCESS(status) ? args.hAllocation : NULL;
  return status;
}

NTSTATUS each_field_ok(ADAPTER *Adapter, HANDLE hDevice, HANDLE hContext, HANDLE *Allocation)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  args.ContextAllocationFlags.Value = 0;
  args.hAdapter = Adapter->Dxgk.DeviceHandle;
  args.hDevice = hDevice;
  args.hContext = hContext;
  args.hDriverAllocation = NULL;
  args.Size = SAVE_AREA_SIZE;
  args.Alignment = PAGE_SIZE;
  args.SupportedSegmentSet = 1;
  args.EvictionSegmentSet = 0;
  args.PreferredSegment.Value = 0;
  args.HintedBank.Value = 0;
  args.Flags.Value = 0;
  args.PhysicalAdapterIndex = 0;
  status = Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  *Allocation = NT_SUCCESS(status) ? args.hAllocation : NULL;
  return status;
}

// The size is that of a pointer.
NTSTATUS wrong_size_bad(GPU_CONTEXT *Context, DXGKARGCB_CREATECONTEXTALLOCATION *Result)
{
  DXGKARGCB_CREATECONTEXTALLOCATION storage;
  DXGKARGCB_CREATECONTEXTALLOCATION *args = &storage;
  NTSTATUS status;
  RtlZeroMemory(args, sizeof(args));
  args->hAdapter = Context->Adapter->Dxgk.DeviceHandle;
  args->hDevice = Context->Device->hDxgDevice;
  args->hContext = Context->hDxgContext;
  args->Size = SAVE_AREA_SIZE;
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(args); // EXPECT: dxgk-create-contract
  if (NT_SUCCESS(status))
    *Result = *args;
  return status;
}

NTSTATUS right_size_ok(GPU_CONTEXT *Context, DXGKARGCB_CREATECONTEXTALLOCATION *Result)
{
  DXGKARGCB_CREATECONTEXTALLOCATION storage;
  DXGKARGCB_CREATECONTEXTALLOCATION *args = &storage;
  NTSTATUS status;
  RtlZeroMemory(args, sizeof(*args));
  args->hAdapter = Context->Adapter->Dxgk.DeviceHandle;
  args->hDevice = Context->Device->hDxgDevice;
  args->hContext = Context->hDxgContext;
  args->Size = SAVE_AREA_SIZE;
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(args);
  if (NT_SUCCESS(status))
    *Result = *args;
  return status;
}

// Shared by all contexts, and yet for one.
NTSTATUS shared_with_context_bad(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args = {0};
  NTSTATUS status;
  if (!Context->hDxgContext)
    return STATUS_INVALID_PARAMETER;
  args.ContextAllocationFlags.SharedAcrossContexts = 1;
  args.hAdapter = Context->Adapter->Dxgk.DeviceHandle;
  args.hDevice = Context->Device->hDxgDevice;
  args.hContext = Context->hDxgContext;
  args.Size = SAVE_AREA_SIZE;
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args); // EXPECT: dxgk-create-contract
  Context->SaveArea = NT_SUCCESS(status) ? args.hAllocation : NULL;
  return status;
}

NTSTATUS shared_without_context_ok(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args = {0};
  NTSTATUS status;
  if (!Context->hDxgContext)
    return STATUS_INVALID_PARAMETER;
  args.ContextAllocationFlags.SharedAcrossContexts = 1;
  args.hAdapter = Context->Adapter->Dxgk.DeviceHandle;
  args.hDevice = Context->Device->hDxgDevice;
  args.hContext = NULL;
  args.Size = SAVE_AREA_SIZE;
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  Context->SaveArea = NT_SUCCESS(status) ? args.hAllocation : NULL;
  return status;
}

// The same flag by its value.
NTSTATUS shared_by_value_bad(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  if (Context->hDxgContext == NULL)
    return STATUS_INVALID_PARAMETER;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  args.ContextAllocationFlags.Value = 1;
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args); // EXPECT: dxgk-create-contract
  Context->SaveArea = NT_SUCCESS(status) ? args.hAllocation : NULL;
  return status;
}

NTSTATUS other_flag_by_value_ok(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  if (Context->hDxgContext == NULL)
    return STATUS_INVALID_PARAMETER;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  args.ContextAllocationFlags.Value = 2;
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  Context->SaveArea = NT_SUCCESS(status) ? args.hAllocation : NULL;
  return status;
}

// For one context, which is not named; the system's own contexts are none of this function's business.
NTSTATUS no_context_bad(DEVICE *Device, const DXGKARG_CREATECONTEXT *Create, HANDLE *Allocation)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args = {0};
  NTSTATUS status;
  if (Create->Flags.SystemContext || !Device->hDxgDevice)
    return STATUS_NOT_SUPPORTED;
  args.hAdapter = Device->Adapter->Dxgk.DeviceHandle;
  args.hDevice = Device->hDxgDevice;
  args.Size = SAVE_AREA_SIZE;
  status = Device->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args); // EXPECT: dxgk-create-contract
  *Allocation = NT_SUCCESS(status) ? args.hAllocation : NULL;
  return status;
}

NTSTATUS context_ok(DEVICE *Device, const DXGKARG_CREATECONTEXT *Create, HANDLE *Allocation)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args = {0};
  NTSTATUS status;
  if (Create->Flags.SystemContext || !Device->hDxgDevice)
    return STATUS_NOT_SUPPORTED;
  args.hAdapter = Device->Adapter->Dxgk.DeviceHandle;
  args.hDevice = Device->hDxgDevice;
  args.hContext = Create->hContext;
  args.Size = SAVE_AREA_SIZE;
  status = Device->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  *Allocation = NT_SUCCESS(status) ? args.hAllocation : NULL;
  return status;
}

// The system device and its context have no handles.
NTSTATUS system_context_ok(ADAPTER *Adapter, HANDLE *Allocation)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args = {0};
  NTSTATUS status;
  args.hAdapter = Adapter->Dxgk.DeviceHandle;
  args.hDevice = NULL;
  args.hContext = NULL;
  args.Size = SAVE_AREA_SIZE;
  status = Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  *Allocation = NT_SUCCESS(status) ? args.hAllocation : NULL;
  return status;
}

// Set on one of two ways.
NTSTATUS one_way_bad(ADAPTER *Adapter, HANDLE hDevice, HANDLE hContext, HANDLE *Allocation)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args = {0};
  NTSTATUS status;
  if (HardwareRevision() < 4)
    args.hAdapter = Adapter->Dxgk.DeviceHandle;
  args.hDevice = hDevice;
  args.hContext = hContext;
  args.Size = SAVE_AREA_SIZE;
  status = Adapter->Dxgk.DxgkCbCreateContextAllocation(&args); // EXPECT: dxgk-create-contract
  *Allocation = NT_SUCCESS(status) ? args.hAllocation : NULL;
  return status;
}

NTSTATUS both_ways_ok(ADAPTER *Adapter, HANDLE hDevice, HANDLE hContext, HANDLE *Allocation)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args = {0};
  NTSTATUS status;
  if (HardwareRevision() < 4)
    args.hAdapter = Adapter->Dxgk.DeviceHandle;
  else
    args.hAdapter = Adapter->Peer->Dxgk.DeviceHandle;
  args.hDevice = hDevice;
  args.hContext = hContext;
  args.Size = SAVE_AREA_SIZE;
  status = Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  *Allocation = NT_SUCCESS(status) ? args.hAllocation : NULL;
  return status;
}

// Designated initialisers clear the rest, and leave out the adapter here.
NTSTATUS designated_bad(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args = {
      .hDevice = Context->Device->hDxgDevice, .hContext = Context->hDxgContext, .Size = SAVE_AREA_SIZE};
  NTSTATUS status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args); // EXPECT: dxgk-create-contract
  Context->SaveArea = NT_SUCCESS(status) ? args.hAllocation : NULL;
  return status;
}

NTSTATUS designated_ok(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args = {.hAdapter = Context->Adapter->Dxgk.DeviceHandle,
                                            .hDevice = Context->Device->hDxgDevice,
                                            .hContext = Context->hDxgContext,
                                            .Size = SAVE_AREA_SIZE};
  NTSTATUS status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  Context->SaveArea = NT_SUCCESS(status) ? args.hAllocation : NULL;
  return status;
}

// Pool memory is not cleared by its allocator.
NTSTATUS pool_struct_bad(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION *args =
      (DXGKARGCB_CREATECONTEXTALLOCATION *)ExAllocatePoolWithTag(PagedPool, sizeof(*args), POOL_TAG);
  NTSTATUS status;
  if (!args)
    return STATUS_NO_MEMORY;
  args->hAdapter = Context->Adapter->Dxgk.DeviceHandle;
  args->hDevice = Context->Device->hDxgDevice;
  args->hContext = Context->hDxgContext;
  args->Size = SAVE_AREA_SIZE;
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(args); // EXPECT: dxgk-create-contract
  Context->SaveArea = NT_SUCCESS(status) ? args->hAllocation : NULL;
  ExFreePoolWithTag(args, POOL_TAG);
  return status;
}

NTSTATUS pool_struct_ok(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION *args =
      (DXGKARGCB_CREATECONTEXTALLOCATION *)ExAllocatePoolWithTag(PagedPool, sizeof(*args), POOL_TAG);
  NTSTATUS status;
  if (!args)
    return STATUS_NO_MEMORY;
  RtlZeroMemory(args, sizeof(*args));
  args->hAdapter = Context->Adapter->Dxgk.DeviceHandle;
  args->hDevice = Context->Device->hDxgDevice;
  args->hContext = Context->hDxgContext;
  args->Size = SAVE_AREA_SIZE;
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(args);
  Context->SaveArea = NT_SUCCESS(status) ? args->hAllocation : NULL;
  ExFreePoolWithTag(args, POOL_TAG);
  return status;
}

// The flag comes later, from elsewhere.
static VOID MarkShared(DXGKARGCB_CREATECONTEXTALLOCATION *Args)
{
  Args->ContextAllocationFlags.SharedAcrossContexts = TRUE;
}

NTSTATUS flag_from_helper_bad(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  if (!Context->hDxgContext)
    return STATUS_INVALID_PARAMETER;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  MarkShared(&args);
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args); // EXPECT: dxgk-create-contract
  Context->SaveArea = NT_SUCCESS(status) ? args.hAllocation : NULL;
  return status;
}

NTSTATUS flag_from_helper_ok(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  if (!Context->hDxgContext)
    return STATUS_INVALID_PARAMETER;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  MarkShared(&args);
  args.hContext = NULL;
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  Context->SaveArea = NT_SUCCESS(status) ? args.hAllocation : NULL;
  return status;
}

// A copy of a template that has no adapter.
static const DXGKARGCB_CREATECONTEXTALLOCATION SaveAreaTemplate = {.Size = SAVE_AREA_SIZE, .Alignment = PAGE_SIZE};

NTSTATUS template_bad(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args = SaveAreaTemplate;
  NTSTATUS status;
  args.hDevice = Context->Device->hDxgDevice;
  args.hContext = Context->hDxgContext;
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args); // EXPECT: dxgk-create-contract
  Context->SaveArea = NT_SUCCESS(status) ? args.hAllocation : NULL;
  return status;
}

NTSTATUS template_ok(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args = SaveAreaTemplate;
  NTSTATUS status;
  args.hAdapter = Context->Adapter->Dxgk.DeviceHandle;
  args.hDevice = Context->Device->hDxgDevice;
  args.hContext = Context->hDxgContext;
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  Context->SaveArea = NT_SUCCESS(status) ? args.hAllocation : NULL;
  return status;
}

// The flags are written as a whole on one of the ways only.
NTSTATUS shared_by_value_sometimes_bad(GPU_CONTEXT *Context, ULONG Kind)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  if (!Context->hDxgContext)
    return STATUS_INVALID_PARAMETER;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  if (Kind == 2)
    args.ContextAllocationFlags.Value = 1;
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args); // EXPECT: dxgk-create-contract
  if (NT_SUCCESS(status))
    Context->SaveArea = args.hAllocation;
  return status;
}

NTSTATUS shared_by_value_sometimes_ok(GPU_CONTEXT *Context, ULONG Kind)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  if (!Context->hDxgContext)
    return STATUS_INVALID_PARAMETER;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  if (Kind == 2)
    args.ContextAllocationFlags.Value = 1;
  if (args.ContextAllocationFlags.SharedAcrossContexts)
    args.hContext = NULL;
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (NT_SUCCESS(status))
    Context->SaveArea = args.hAllocation;
  return status;
}
