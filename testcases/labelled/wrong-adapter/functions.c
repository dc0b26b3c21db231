// Allocations destroyed or used with an adapter handle that is not the one they were created with.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

// Two parameters are two adapters.
NTSTATUS other_parameter_bad(ADAPTER *Adapter, ADAPTER *Other, HANDLE hDevice, HANDLE hContext)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args = {0};
  NTSTATUS status;
  args.hAdapter = Adapter->Dxgk.DeviceHandle;
  args.hDevice = hDevice;
  args.hContext = hContext;
  args.Size = SAVE_AREA_SIZE;
  status = Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status))
    return status;
  return Adapter->Dxgk.DxgkCbDestroyContextAllocation(Other->Dxgk.DeviceHandle, args.hAllocation); // EXPECT: dxgk-wrong-adapter
}

NTSTATUS same_parameter_ok(ADAPTER *Adapter, ADAPTER *Other, HANDLE hDevice, HANDLE hContext)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args = {0};
  NTSTATUS status;
  args.hAdapter = Adapter->Dxgk.DeviceHandle;
  args.hDevice = hDevice;
  args.hContext = hContext;
  args.Size = SAVE_AREA_SIZE;
  status = Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status))
    return status;
  Other->Flags = 0;
  return Adapter->Dxgk.DxgkCbDestroyContextAllocation(Adapter->Dxgk.DeviceHandle, args.hAllocation);
}

// An adapter and its neighbour in the link.
NTSTATUS peer_bad(ADAPTER *Adapter, HANDLE hDevice, HANDLE hContext)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args = {0};
  NTSTATUS status;
  args.hAdapter = Adapter->Dxgk.DeviceHandle;
  args.hDevice = hDevice;
  args.hContext = hContext;
  args.Size = SAVE_AREA_SIZE;
  status = Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status))
    return status;
  return Adapter->Dxgk.DxgkCbDestroyContextAllocation(Adapter->Peer->Dxgk.DeviceHandle, args.hAllocation); // EXPECT: dxgk-wrong-adapter
}

NTSTATUS peer_ok(ADAPTER *Adapter, HANDLE hDevice, HANDLE hContext)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args = {0};
  NTSTATUS status;
  args.hAdapter = Adapter->Peer->Dxgk.DeviceHandle;
  args.hDevice = hDevice;
  args.hContext = hContext;
  args.Size = SAVE_AREA_SIZE;
  status = Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status))
    return status;
  return Adapter->Dxgk.DxgkCbDestroyContextAllocation(Adapter->Peer->Dxgk.DeviceHandle, args.hAllocation);
}

// Two elements of an array are two adapters.
NTSTATUS array_bad(ADAPTER *Adapters[2], HANDLE hDevice, HANDLE hContext)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args = {0};
  NTSTATUS status;
  args.hAdapter = Adapters[0]->Dxgk.DeviceHandle;
  args.hDevice = hDevice;
  args.hContext = hContext;
  args.Size = SAVE_AREA_SIZE;
  status = Adapters[0]->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status))
    return status;
  return Adapters[1]->Dxgk.DxgkCbDestroyContextAllocation(Adapters[1]->Dxgk.DeviceHandle, args.hAllocation); // EXPECT: dxgk-wrong-adapter
}

NTSTATUS array_ok(ADAPTER *Adapters[2], ULONG Index, HANDLE hDevice, HANDLE hContext)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args = {0};
  NTSTATUS status;
  args.hAdapter = Adapters[Index]->Dxgk.DeviceHandle;
  args.hDevice = hDevice;
  args.hContext = hContext;
  args.Size = SAVE_AREA_SIZE;
  status = Adapters[0]->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status))
    return status;
  return Adapters[0]->Dxgk.DxgkCbDestroyContextAllocation(Adapters[Index]->Dxgk.DeviceHandle, args.hAllocation);
}

NTSTATUS null_adapter_bad(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status))
    return status;
  return Context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(NULL, args.hAllocation); // EXPECT: dxgk-wrong-adapter
}

NTSTATUS null_checked_ok(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  if (Context->Adapter->Dxgk.DeviceHandle == NULL)
    return STATUS_DEVICE_NOT_READY;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status))
    return status;
  return Context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(Context->Adapter->Dxgk.DeviceHandle, args.hAllocation);
}

NTSTATUS swapped_arguments_bad(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  status = dxgk->DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status))
    return status;
  return dxgk->DxgkCbDestroyContextAllocation(args.hAllocation, dxgk->DeviceHandle); // EXPECT: dxgk-wrong-adapter
}

NTSTATUS handle_of_struct_ok(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  status = dxgk->DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status))
    return status;
  return dxgk->DxgkCbDestroyContextAllocation(args.hAdapter, args.hAllocation);
}

// The struct tells which of its handles names the device.
NTSTATUS device_handle_bad(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  status = dxgk->DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status))
    return status;
  return dxgk->DxgkCbDestroyContextAllocation(args.hDevice, args.hAllocation); // EXPECT: dxgk-wrong-adapter
}

// The pointer to the driver's own adapter object is no handle of the system.
NTSTATUS object_address_bad(ADAPTER *Adapter, HANDLE hDevice, HANDLE hContext)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args = {0};
  NTSTATUS status;
  args.hAdapter = Adapter->Dxgk.DeviceHandle;
  args.hDevice = hDevice;
  args.hContext = hContext;
  args.Size = SAVE_AREA_SIZE;
  status = Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status))
    return status;
  return Adapter->Dxgk.DxgkCbDestroyContextAllocation((HANDLE)Adapter, args.hAllocation); // EXPECT: dxgk-wrong-adapter
}

// Two ways to an adapter that nothing tells apart: no report.
NTSTATUS two_chains_ok(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status))
    return status;
  return Context->Device->Adapter->Dxgk.DxgkCbDestroyContextAllocation(Context->Device->Adapter->Dxgk.DeviceHandle,
                                                                       args.hAllocation);
}

// The function itself has stored another adapter at the end of the second chain.
NTSTATUS two_chains_bad(GPU_CONTEXT *Context, ADAPTER *Adapter)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  Context->Adapter = Adapter;
  Context->Device->Adapter = Adapter->Peer;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status))
    return status;
  return Adapter->Dxgk.DxgkCbDestroyContextAllocation(Context->Device->Adapter->Dxgk.DeviceHandle, args.hAllocation); // EXPECT: dxgk-wrong-adapter
}

NTSTATUS interface_copy_ok(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE copy = Context->Adapter->Dxgk;
  HANDLE adapter = copy.DeviceHandle;
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status))
    return status;
  return copy.DxgkCbDestroyContextAllocation(adapter, args.hAllocation);
}

// Wrong for the use, right for the destroy.
NTSTATUS update_on_other_bad(ADAPTER *Adapter, ADAPTER *Other, HANDLE hDevice, HANDLE hContext)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args = {0};
  DXGKARGCB_UPDATECONTEXTALLOCATION update = {0};
  NTSTATUS status;
  args.hAdapter = Adapter->Dxgk.DeviceHandle;
  args.hDevice = hDevice;
  args.hContext = hContext;
  args.Size = SAVE_AREA_SIZE;
  status = Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status))
    return status;
  update.hAllocation = args.hAllocation;
  status = Other->Dxgk.DxgkCbUpdateContextAllocation(Other->Dxgk.DeviceHandle, &update); // EXPECT: dxgk-wrong-adapter
  Adapter->Dxgk.DxgkCbDestroyContextAllocation(Adapter->Dxgk.DeviceHandle, args.hAllocation);
  return status;
}

NTSTATUS update_on_same_ok(ADAPTER *Adapter, ADAPTER *Other, HANDLE hDevice, HANDLE hContext)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args = {0};
  DXGKARGCB_UPDATECONTEXTALLOCATION update = {0};
  NTSTATUS status;
  args.hAdapter = Adapter->Dxgk.DeviceHandle;
  args.hDevice = hDevice;
  args.hContext = hContext;
  args.Size = SAVE_AREA_SIZE;
  status = Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status))
    return status;
  update.hAllocation = args.hAllocation;
  status = Other->Dxgk.DxgkCbUpdateContextAllocation(Adapter->Dxgk.DeviceHandle, &update);
  Adapter->Dxgk.DxgkCbDestroyContextAllocation(Adapter->Dxgk.DeviceHandle, args.hAllocation);
  return status;
}

// A helper that is told the adapter.
static VOID DestroyOn(ADAPTER *Adapter, HANDLE Allocation)
{
  Adapter->Dxgk.DxgkCbDestroyContextAllocation(Adapter->Dxgk.DeviceHandle, Allocation); // EXPECT: dxgk-wrong-adapter
  // EXPECTED-IN: helper_bad
}

NTSTATUS helper_bad(ADAPTER *Adapter, ADAPTER *Other, HANDLE hDevice, HANDLE hContext)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args = {0};
  NTSTATUS status;
  args.hAdapter = Adapter->Dxgk.DeviceHandle;
  args.hDevice = hDevice;
  args.hContext = hContext;
  args.Size = SAVE_AREA_SIZE;
  status = Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (NT_SUCCESS(status))
    DestroyOn(Other, args.hAllocation);
  return status;
}

static VOID DestroyOnSame(ADAPTER *Adapter, HANDLE Allocation)
{
  Adapter->Dxgk.DxgkCbDestroyContextAllocation(Adapter->Dxgk.DeviceHandle, Allocation);
}

NTSTATUS helper_ok(ADAPTER *Adapter, ADAPTER *Other, HANDLE hDevice, HANDLE hContext)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args = {0};
  NTSTATUS status;
  args.hAdapter = Adapter->Dxgk.DeviceHandle;
  args.hDevice = hDevice;
  args.hContext = hContext;
  args.Size = SAVE_AREA_SIZE;
  status = Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (NT_SUCCESS(status))
    DestroyOnSame(Adapter, args.hAllocation);
  Other->Flags = 0;
  return status;
}

// Who owns a handle that came from elsewhere is not known: no report.
NTSTATUS unknown_origin_ok(ADAPTER *Adapter, GPU_CONTEXT *Context)
{
  Adapter->Dxgk.DxgkCbDestroyContextAllocation(Adapter->Dxgk.DeviceHandle, Context->SaveArea);
  Context->SaveArea = NULL;
  return STATUS_SUCCESS;
}
