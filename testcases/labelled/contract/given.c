// Handles that the system gave: as they come from an argument, kept in a field, passed through helpers. They are never NULL unless the
// driver asks, and none of them is an adapter. Only a part of a driver is seen here.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

// From the argument of the create entry.
NTSTATUS argument_bad(DEVICE *Device, const DXGKARG_CREATECONTEXT *Create, HANDLE *Allocation)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args = {0};
  NTSTATUS status;
  args.ContextAllocationFlags.SharedAcrossContexts = TRUE;
  args.hAdapter = Device->Adapter->Dxgk.DeviceHandle;
  args.hDevice = Device->hDxgDevice;
  args.hContext = Create->hContext;
  args.Size = PAGE_SIZE;
  status = Device->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args); // EXPECT: dxgk-create-contract
  *Allocation = NT_SUCCESS(status) ? args.hAllocation : NULL;
  return status;
}

NTSTATUS argument_ok(DEVICE *Device, const DXGKARG_CREATECONTEXT *Create, HANDLE *Allocation)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args = {0};
  NTSTATUS status;
  args.ContextAllocationFlags.SharedAcrossContexts = FALSE;
  args.hAdapter = Device->Adapter->Dxgk.DeviceHandle;
  args.hDevice = Device->hDxgDevice;
  args.hContext = Create->hContext;
  args.Size = PAGE_SIZE;
  status = Device->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  *Allocation = NT_SUCCESS(status) ? args.hAllocation : NULL;
  return status;
}

// From fields that the driver keeps them in.
NTSTATUS field_bad(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args = {0};
  NTSTATUS status;
  args.hAdapter = Context->Adapter->Dxgk.DeviceHandle;
  args.hDevice = Context->Device->hDxgDevice;
  args.Size = PAGE_SIZE;
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args); // EXPECT: dxgk-create-contract
  if (NT_SUCCESS(status))
    Context->Ring = args.hAllocation;
  return status;
}

NTSTATUS field_ok(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args = {0};
  NTSTATUS status;
  args.hAdapter = Context->Adapter->Dxgk.DeviceHandle;
  args.hDevice = Context->Device->hDxgDevice;
  args.hContext = Context->hDxgContext;
  args.Size = PAGE_SIZE;
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (NT_SUCCESS(status))
    Context->Ring = args.hAllocation;
  return status;
}

NTSTATUS field_shared_bad(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  FillArguments(&args, Context, PAGE_SIZE);
  args.ContextAllocationFlags.SharedAcrossContexts = 1;
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args); // EXPECT: dxgk-create-contract
  if (NT_SUCCESS(status))
    Context->Ring = args.hAllocation;
  return status;
}

NTSTATUS field_shared_ok(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  FillArguments(&args, Context, PAGE_SIZE);
  args.ContextAllocationFlags.SharedAcrossContexts = 1;
  args.hContext = NULL;
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (NT_SUCCESS(status))
    Context->Ring = args.hAllocation;
  return status;
}

// From parameters, in a function that nothing here calls.
NTSTATUS parameters_bad(ADAPTER *Adapter, HANDLE hDevice, HANDLE hContext, HANDLE *Allocation)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args = {0};
  NTSTATUS status;
  args.ContextAllocationFlags.SharedAcrossContexts = 1;
  args.hAdapter = Adapter->Dxgk.DeviceHandle;
  args.hDevice = hDevice;
  args.hContext = hContext;
  args.Size = PAGE_SIZE;
  status = Adapter->Dxgk.DxgkCbCreateContextAllocation(&args); // EXPECT: dxgk-create-contract
  if (NT_SUCCESS(status))
    *Allocation = args.hAllocation;
  return status;
}

NTSTATUS parameters_ok(ADAPTER *Adapter, HANDLE hDevice, HANDLE hContext, HANDLE *Allocation)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args = {0};
  NTSTATUS status;
  args.ContextAllocationFlags.SharedAcrossContexts = hContext == NULL;
  args.hAdapter = Adapter->Dxgk.DeviceHandle;
  args.hDevice = hDevice;
  args.hContext = hContext;
  args.Size = PAGE_SIZE;
  status = Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (NT_SUCCESS(status))
    *Allocation = args.hAllocation;
  return status;
}

// Contexts of the system are not named, and their device has no handle either.
static VOID NameContext(DXGKARGCB_CREATECONTEXTALLOCATION *Args, GPU_CONTEXT *Context)
{
  Args->hContext = Context->hDxgContext;
}

NTSTATUS system_ok(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args = {0};
  NTSTATUS status;
  args.hAdapter = Context->Adapter->Dxgk.DeviceHandle;
  args.hDevice = Context->Device->hDxgDevice;
  args.Size = PAGE_SIZE;
  if (!(Context->Device->Flags & 1))
    NameContext(&args, Context);
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (NT_SUCCESS(status))
    Context->Ring = args.hAllocation;
  return status;
}

NTSTATUS never_named_bad(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args = {0};
  NTSTATUS status;
  args.hAdapter = Context->Adapter->Dxgk.DeviceHandle;
  args.hDevice = Context->Device->hDxgDevice;
  args.Size = Context->Device->Flags & 1 ? PAGE_SIZE : 2 * PAGE_SIZE;
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args); // EXPECT: dxgk-create-contract
  if (NT_SUCCESS(status))
    Context->Ring = args.hAllocation;
  return status;
}

// The handle itself says which kind it is.
NTSTATUS compared_ok(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  FillArguments(&args, Context, PAGE_SIZE);
  args.ContextAllocationFlags.SharedAcrossContexts = args.hContext == NULL;
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (NT_SUCCESS(status))
    Context->Ring = args.hAllocation;
  return status;
}

NTSTATUS compared_bad(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  FillArguments(&args, Context, PAGE_SIZE);
  args.ContextAllocationFlags.SharedAcrossContexts = args.hContext != NULL;
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args); // EXPECT: dxgk-create-contract
  if (NT_SUCCESS(status))
    Context->Ring = args.hAllocation;
  return status;
}

// One value is the device and the adapter.
NTSTATUS two_roles_bad(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  FillArguments(&args, Context, PAGE_SIZE);
  args.hAdapter = args.hDevice;
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args); // EXPECT: dxgk-wrong-adapter
  if (NT_SUCCESS(status))
    Context->Ring = args.hAllocation;
  return status;
}

NTSTATUS two_roles_ok(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  FillArguments(&args, Context, PAGE_SIZE);
  args.hDriverAllocation = args.hDevice;
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (NT_SUCCESS(status))
    Context->Ring = args.hAllocation;
  return status;
}

// A parameter says whether it is shared, and nothing else depends on that.
NTSTATUS flag_by_parameter_bad(GPU_CONTEXT *Context, BOOLEAN Shared)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args = {0};
  NTSTATUS status;
  args.hAdapter = Context->Adapter->Dxgk.DeviceHandle;
  args.hDevice = Context->Device->hDxgDevice;
  args.hContext = Context->hDxgContext;
  if (Shared)
    args.ContextAllocationFlags.SharedAcrossContexts = 1;
  args.Size = PAGE_SIZE;
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args); // EXPECT: dxgk-create-contract
  if (NT_SUCCESS(status))
    Context->Ring = args.hAllocation;
  return status;
}

NTSTATUS flag_by_parameter_ok(GPU_CONTEXT *Context, BOOLEAN Shared)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args = {0};
  NTSTATUS status;
  args.hAdapter = Context->Adapter->Dxgk.DeviceHandle;
  args.hDevice = Context->Device->hDxgDevice;
  args.hContext = Shared ? NULL : Context->hDxgContext;
  if (Shared)
    args.ContextAllocationFlags.SharedAcrossContexts = 1;
  args.Size = PAGE_SIZE;
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (NT_SUCCESS(status))
    Context->Ring = args.hAllocation;
  return status;
}
