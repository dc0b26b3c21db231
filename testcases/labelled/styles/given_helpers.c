// Helpers for allocations of both kinds, whose callers are elsewhere: they know which handles there are.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

// The caller says which it is, and passes no context for the shared kind.
NTSTATUS shared_or_not_ok(ADAPTER *Adapter, HANDLE hDevice, HANDLE hContext, BOOLEAN Shared, HANDLE *Allocation)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args = {0};
  NTSTATUS status;
  if (Shared)
    args.ContextAllocationFlags.SharedAcrossContexts = 1;
  args.hAdapter = Adapter->Dxgk.DeviceHandle;
  args.hDevice = hDevice;
  args.hContext = hContext;
  args.Size = PAGE_SIZE;
  status = Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (NT_SUCCESS(status))
    *Allocation = args.hAllocation;
  return status;
}

// By a number.
NTSTATUS kinds_ok(GPU_CONTEXT *Context, HANDLE Owner, ULONG Kind)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args = {0};
  NTSTATUS status;
  args.hAdapter = Context->Adapter->Dxgk.DeviceHandle;
  args.hDevice = Context->Device->hDxgDevice;
  args.hContext = Owner;
  args.Size = PAGE_SIZE;
  switch (Kind) {
  case 0:
    break;
  case 1:
    args.ContextAllocationFlags.SharedAcrossContexts = 1;
    break;
  default:
    return STATUS_INVALID_PARAMETER;
  }
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (NT_SUCCESS(status))
    Context->Ring = args.hAllocation;
  return status;
}

// Somebody else fills in the rest.
VOID FillElsewhere(DXGKARGCB_CREATECONTEXTALLOCATION *Args);

NTSTATUS filled_elsewhere_ok(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args = {0};
  NTSTATUS status;
  args.hAdapter = Context->Adapter->Dxgk.DeviceHandle;
  args.hDevice = Context->Device->hDxgDevice;
  args.Size = PAGE_SIZE;
  FillElsewhere(&args);
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (NT_SUCCESS(status))
    Context->Ring = args.hAllocation;
  return status;
}

// The device of the system has no handle.
NTSTATUS without_device_ok(ADAPTER *Adapter, HANDLE hDevice, HANDLE *Allocation)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args = {0};
  NTSTATUS status;
  if (hDevice != NULL)
    return STATUS_INVALID_PARAMETER;
  args.hAdapter = Adapter->Dxgk.DeviceHandle;
  args.hDevice = hDevice;
  args.Size = PAGE_SIZE;
  status = Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (NT_SUCCESS(status))
    *Allocation = args.hAllocation;
  return status;
}

NTSTATUS with_device_bad(ADAPTER *Adapter, HANDLE hDevice, HANDLE *Allocation)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args = {0};
  NTSTATUS status;
  args.hAdapter = Adapter->Dxgk.DeviceHandle;
  args.hDevice = hDevice;
  args.Size = PAGE_SIZE;
  status = Adapter->Dxgk.DxgkCbCreateContextAllocation(&args); // EXPECT: dxgk-create-contract
  if (NT_SUCCESS(status))
    *Allocation = args.hAllocation;
  return status;
}
