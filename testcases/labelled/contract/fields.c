// Argument rules over fields that other functions set, aggregates, memset, designated initialisers, conditional fields.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

typedef DXGKARGCB_CREATECONTEXTALLOCATION ARGUMENTS;

static NTSTATUS Run(ADAPTER *Adapter, ARGUMENTS *Args, HANDLE *Allocation)
{
  NTSTATUS status = Adapter->Dxgk.DxgkCbCreateContextAllocation(Args);
  *Allocation = NT_SUCCESS(status) ? Args->hAllocation : NULL;
  return status;
}

// ---- Fields set by other functions ----

static VOID SetHandles(ARGUMENTS *Args, GPU_CONTEXT *Context)
{
  Args->hAdapter = Context->Adapter->Dxgk.DeviceHandle;
  Args->hDevice = Context->Device->hDxgDevice;
  Args->hContext = Context->hDxgContext;
}

static VOID SetHandlesButAdapter(ARGUMENTS *Args, GPU_CONTEXT *Context)
{
  Args->hDevice = Context->Device->hDxgDevice;
  Args->hContext = Context->hDxgContext;
}

static VOID SetSize(ARGUMENTS *Args, SIZE_T Size)
{
  Args->Size = Size;
  Args->Alignment = PAGE_SIZE;
}

NTSTATUS other_functions_ok(GPU_CONTEXT *Context)
{
  ARGUMENTS args = {0};
  SetHandles(&args, Context);
  SetSize(&args, SAVE_AREA_SIZE);
  return Run(Context->Adapter, &args, &Context->SaveArea);
}

NTSTATUS other_functions_bad(GPU_CONTEXT *Context)
{
  ARGUMENTS args = {0};
  NTSTATUS status;
  SetHandlesButAdapter(&args, Context);
  SetSize(&args, SAVE_AREA_SIZE);
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args); // EXPECT: dxgk-create-contract
  Context->SaveArea = NT_SUCCESS(status) ? args.hAllocation : NULL;
  return status;
}

// A helper that sets the handles on one of its paths.
static BOOLEAN SetHandlesIfReady(ARGUMENTS *Args, GPU_CONTEXT *Context)
{
  if (!HardwareIsReady())
    return FALSE;
  SetHandles(Args, Context);
  return TRUE;
}

NTSTATUS helper_result_ok(GPU_CONTEXT *Context)
{
  ARGUMENTS args = {0};
  SetSize(&args, SAVE_AREA_SIZE);
  if (!SetHandlesIfReady(&args, Context))
    return STATUS_DEVICE_NOT_READY;
  return Run(Context->Adapter, &args, &Context->SaveArea);
}

NTSTATUS helper_result_bad(GPU_CONTEXT *Context)
{
  ARGUMENTS args = {0};
  NTSTATUS status;
  SetSize(&args, SAVE_AREA_SIZE);
  SetHandlesIfReady(&args, Context);
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args); // EXPECT: dxgk-create-contract
  Context->SaveArea = NT_SUCCESS(status) ? args.hAllocation : NULL;
  return status;
}

// The struct is part of an object that is cleared as a whole.
typedef struct _REQUEST {
  ULONG Id;
  ARGUMENTS Args;
} REQUEST;

static VOID InitializeRequest(REQUEST *Request, ULONG Id)
{
  memset(Request, 0, sizeof(*Request));
  Request->Id = Id;
}

NTSTATUS part_of_object_ok(GPU_CONTEXT *Context)
{
  REQUEST request;
  InitializeRequest(&request, 1);
  SetHandles(&request.Args, Context);
  SetSize(&request.Args, PAGE_SIZE);
  return Run(Context->Adapter, &request.Args, &Context->Ring);
}

NTSTATUS part_of_object_bad(GPU_CONTEXT *Context)
{
  REQUEST request;
  NTSTATUS status;
  SetHandles(&request.Args, Context);
  SetSize(&request.Args, PAGE_SIZE);
  InitializeRequest(&request, 1);
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&request.Args); // EXPECT: dxgk-create-contract
  Context->Ring = NT_SUCCESS(status) ? request.Args.hAllocation : NULL;
  return status;
}

// ---- memset and its sizes ----

NTSTATUS memset_whole_ok(GPU_CONTEXT *Context)
{
  ARGUMENTS args;
  memset(&args, 0, sizeof(ARGUMENTS));
  SetHandles(&args, Context);
  SetSize(&args, PAGE_SIZE);
  return Run(Context->Adapter, &args, &Context->Ring);
}

NTSTATUS memset_half_bad(GPU_CONTEXT *Context)
{
  ARGUMENTS args;
  NTSTATUS status;
  memset(&args, 0, FIELD_OFFSET(ARGUMENTS, SupportedSegmentSet));
  SetHandles(&args, Context);
  SetSize(&args, PAGE_SIZE);
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args); // EXPECT: dxgk-create-contract
  Context->Ring = NT_SUCCESS(status) ? args.hAllocation : NULL;
  return status;
}

// The out field alone need not be initialised.
NTSTATUS memset_up_to_result_ok(GPU_CONTEXT *Context)
{
  ARGUMENTS args;
  memset(&args, 0, FIELD_OFFSET(ARGUMENTS, hAllocation));
  args.PhysicalAdapterIndex = 0;
  SetHandles(&args, Context);
  SetSize(&args, PAGE_SIZE);
  return Run(Context->Adapter, &args, &Context->Ring);
}

// ---- Aggregates ----

NTSTATUS empty_braces_ok(GPU_CONTEXT *Context)
{
  ARGUMENTS args = {{{{0}}}};
  SetHandles(&args, Context);
  SetSize(&args, PAGE_SIZE);
  return Run(Context->Adapter, &args, &Context->Ring);
}

NTSTATUS positional_bad(GPU_CONTEXT *Context)
{
  ARGUMENTS args = {{{{0}}}, NULL, Context->Device->hDxgDevice, Context->hDxgContext};
  NTSTATUS status;
  SetSize(&args, PAGE_SIZE);
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args); // EXPECT: dxgk-create-contract
  Context->Ring = NT_SUCCESS(status) ? args.hAllocation : NULL;
  return status;
}

NTSTATUS positional_ok(GPU_CONTEXT *Context)
{
  ARGUMENTS args = {{{{0}}}, Context->Adapter->Dxgk.DeviceHandle, Context->Device->hDxgDevice, Context->hDxgContext};
  SetSize(&args, PAGE_SIZE);
  return Run(Context->Adapter, &args, &Context->Ring);
}

NTSTATUS compound_literal_ok(GPU_CONTEXT *Context)
{
  ARGUMENTS args;
  args = (ARGUMENTS){.hAdapter = Context->Adapter->Dxgk.DeviceHandle,
                     .hDevice = Context->Device->hDxgDevice,
                     .hContext = Context->hDxgContext,
                     .Size = PAGE_SIZE};
  return Run(Context->Adapter, &args, &Context->Ring);
}

NTSTATUS compound_literal_bad(GPU_CONTEXT *Context)
{
  ARGUMENTS args;
  NTSTATUS status;
  args.hAdapter = Context->Adapter->Dxgk.DeviceHandle;
  args = (ARGUMENTS){.hDevice = Context->Device->hDxgDevice, .hContext = Context->hDxgContext, .Size = PAGE_SIZE};
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args); // EXPECT: dxgk-create-contract
  Context->Ring = NT_SUCCESS(status) ? args.hAllocation : NULL;
  return status;
}

// ---- SharedAcrossContexts and hContext ----

NTSTATUS designated_flag_bad(GPU_CONTEXT *Context)
{
  NTSTATUS status;
  HANDLE context = Context->hDxgContext;
  ARGUMENTS args = {.ContextAllocationFlags.SharedAcrossContexts = 1,
                    .hAdapter = Context->Adapter->Dxgk.DeviceHandle,
                    .hDevice = Context->Device->hDxgDevice,
                    .hContext = context,
                    .Size = PAGE_SIZE};
  if (!context)
    return STATUS_INVALID_PARAMETER;
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args); // EXPECT: dxgk-create-contract
  Context->Ring = NT_SUCCESS(status) ? args.hAllocation : NULL;
  return status;
}

NTSTATUS designated_flag_ok(GPU_CONTEXT *Context)
{
  NTSTATUS status;
  HANDLE context = Context->hDxgContext;
  ARGUMENTS args = {.ContextAllocationFlags.SharedAcrossContexts = 0,
                    .hAdapter = Context->Adapter->Dxgk.DeviceHandle,
                    .hDevice = Context->Device->hDxgDevice,
                    .hContext = context,
                    .Size = PAGE_SIZE};
  if (!context)
    return STATUS_INVALID_PARAMETER;
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  Context->Ring = NT_SUCCESS(status) ? args.hAllocation : NULL;
  return status;
}

// The flag depends on a parameter, and hContext depends on it too, or does not.
static VOID FillEither(ARGUMENTS *Args, GPU_CONTEXT *Context, BOOLEAN Shared)
{
  RtlZeroMemory(Args, sizeof(*Args));
  Args->hAdapter = Context->Adapter->Dxgk.DeviceHandle;
  Args->hDevice = Context->Device->hDxgDevice;
  if (Shared)
    Args->ContextAllocationFlags.SharedAcrossContexts = 1;
  else
    Args->hContext = Context->hDxgContext;
  Args->Size = PAGE_SIZE;
}

NTSTATUS conditional_flag_ok(GPU_CONTEXT *Context, BOOLEAN Shared)
{
  ARGUMENTS args;
  if (!Context->hDxgContext)
    return STATUS_INVALID_PARAMETER;
  FillEither(&args, Context, Shared);
  return Run(Context->Adapter, &args, &Context->Ring);
}

NTSTATUS conditional_flag_bad(GPU_CONTEXT *Context, BOOLEAN Shared)
{
  ARGUMENTS args;
  NTSTATUS status;
  if (!Context->hDxgContext)
    return STATUS_INVALID_PARAMETER;
  FillEither(&args, Context, Shared);
  args.ContextAllocationFlags.SharedAcrossContexts = TRUE;
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args); // EXPECT: dxgk-create-contract
  Context->Ring = NT_SUCCESS(status) ? args.hAllocation : NULL;
  return status;
}

// Two creates with one struct: the second is shared and still has the context of the first.
NTSTATUS second_create_bad(GPU_CONTEXT *Context)
{
  ARGUMENTS args;
  NTSTATUS status;
  if (!Context->hDxgContext)
    return STATUS_INVALID_PARAMETER;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status))
    return status;
  Context->SaveArea = args.hAllocation;
  args.ContextAllocationFlags.SharedAcrossContexts = 1;
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args); // EXPECT: dxgk-create-contract
  Context->Ring = NT_SUCCESS(status) ? args.hAllocation : NULL;
  return status;
}

NTSTATUS second_create_ok(GPU_CONTEXT *Context)
{
  ARGUMENTS args;
  NTSTATUS status;
  if (!Context->hDxgContext)
    return STATUS_INVALID_PARAMETER;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status))
    return status;
  Context->SaveArea = args.hAllocation;
  args.ContextAllocationFlags.SharedAcrossContexts = 1;
  args.hContext = NULL;
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  Context->Ring = NT_SUCCESS(status) ? args.hAllocation : NULL;
  return status;
}

// The bits of a value.
NTSTATUS flag_bits_bad(GPU_CONTEXT *Context)
{
  ARGUMENTS args;
  NTSTATUS status;
  if (!Context->hDxgContext)
    return STATUS_INVALID_PARAMETER;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  args.ContextAllocationFlags.Value |= 3;
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args); // EXPECT: dxgk-create-contract
  Context->SaveArea = NT_SUCCESS(status) ? args.hAllocation : NULL;
  return status;
}

NTSTATUS flag_bits_ok(GPU_CONTEXT *Context)
{
  ARGUMENTS args;
  NTSTATUS status;
  if (!Context->hDxgContext)
    return STATUS_INVALID_PARAMETER;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  args.ContextAllocationFlags.Value |= 3;
  args.ContextAllocationFlags.Value &= ~1u;
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  Context->SaveArea = NT_SUCCESS(status) ? args.hAllocation : NULL;
  return status;
}

// Filled by memcpy from a template that has everything, or everything but the adapter.
NTSTATUS copied_template_ok(GPU_CONTEXT *Context, const ARGUMENTS *Template)
{
  ARGUMENTS args;
  RtlCopyMemory(&args, Template, sizeof(args));
  return Run(Context->Adapter, &args, &Context->Ring);
}

NTSTATUS copied_template_bad(GPU_CONTEXT *Context)
{
  ARGUMENTS template = {0};
  ARGUMENTS args;
  NTSTATUS status;
  SetHandlesButAdapter(&template, Context);
  SetSize(&template, PAGE_SIZE);
  RtlCopyMemory(&args, &template, sizeof(args));
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args); // EXPECT: dxgk-create-contract
  Context->Ring = NT_SUCCESS(status) ? args.hAllocation : NULL;
  return status;
}

// A struct of the caller: who knows what is in it.
NTSTATUS callers_struct_ok(ADAPTER *Adapter, ARGUMENTS *Args)
{
  HANDLE allocation;
  NTSTATUS status = Run(Adapter, Args, &allocation);
  if (NT_SUCCESS(status))
    Adapter->Dxgk.DxgkCbDestroyContextAllocation(Args->hAdapter, allocation);
  return status;
}

// Every field by hand, the handles by a helper.
NTSTATUS every_field_ok(GPU_CONTEXT *Context)
{
  ARGUMENTS args;
  args.ContextAllocationFlags.Value = 0;
  SetHandles(&args, Context);
  SetSize(&args, PAGE_SIZE);
  args.hDriverAllocation = NULL;
  args.SupportedSegmentSet = 1;
  args.EvictionSegmentSet = 0;
  args.PreferredSegment.Value = 0;
  args.HintedBank.Value = 0;
  args.Flags.Value = 0;
  args.PhysicalAdapterIndex = 0;
  return Run(Context->Adapter, &args, &Context->Ring);
}
