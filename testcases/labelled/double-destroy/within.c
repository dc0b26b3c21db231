// One handle destroyed twice within one function: on one path, through a copy, in a loop.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

NTSTATUS twice_in_a_row_bad(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  status = dxgk->DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status))
    return status;
  dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, args.hAllocation);
  dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, args.hAllocation); // EXPECT: dxgk-double-destroy
  return status;
}

NTSTATUS twice_in_a_row_ok(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  status = dxgk->DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status))
    return status;
  dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, args.hAllocation);
  status = dxgk->DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status))
    return status;
  dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, args.hAllocation);
  return status;
}

// The handle came in with the object: it is not known where it was created, but it is destroyed twice.
VOID parameter_field_bad(GPU_CONTEXT *Context)
{
  HANDLE adapter = Context->Adapter->Dxgk.DeviceHandle;
  Context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(adapter, Context->SaveArea);
  if (Context->Node == 0)
    Context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(adapter, Context->SaveArea); // EXPECT: dxgk-double-destroy
}

VOID parameter_field_ok(GPU_CONTEXT *Context)
{
  HANDLE adapter = Context->Adapter->Dxgk.DeviceHandle;
  Context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(adapter, Context->SaveArea);
  if (Context->Node == 0)
    Context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(adapter, Context->Ring);
}

// Not cleared after the first destroy, so that the common exit destroys it again.
NTSTATUS not_cleared_bad(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  HANDLE allocation = NULL;
  NTSTATUS status;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  status = dxgk->DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status))
    goto Exit;
  allocation = args.hAllocation;
  if (!HardwareIsReady()) {
    dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, allocation);
    status = STATUS_DEVICE_NOT_READY;
    goto Exit;
  }
Exit:
  if (allocation)
    dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, allocation); // EXPECT: dxgk-double-destroy
  return status;
}

NTSTATUS not_cleared_ok(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  HANDLE allocation = NULL;
  NTSTATUS status;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  status = dxgk->DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status))
    goto Exit;
  allocation = args.hAllocation;
  if (!HardwareIsReady()) {
    dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, allocation);
    allocation = NULL;
    status = STATUS_DEVICE_NOT_READY;
    goto Exit;
  }
Exit:
  if (allocation)
    dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, allocation);
  return status;
}

// Two names of one handle.
NTSTATUS alias_bad(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  HANDLE copy;
  NTSTATUS status;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  status = dxgk->DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status))
    return status;
  copy = args.hAllocation;
  dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, copy);
  dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, args.hAllocation); // EXPECT: dxgk-double-destroy
  return status;
}

NTSTATUS alias_ok(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  HANDLE copy;
  NTSTATUS status;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  status = dxgk->DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status))
    return status;
  copy = args.hAllocation;
  args.hAllocation = NULL;
  dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, copy);
  if (args.hAllocation)
    dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, args.hAllocation);
  return status;
}

// The loop destroys the same element each time round.
VOID loop_same_element_bad(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  ULONG i;
  for (i = 0; i < ENGINE_COUNT; i++)
    dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, Context->Engine[0]); // EXPECT: dxgk-double-destroy
}

VOID loop_each_element_ok(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  ULONG i;
  for (i = 0; i < ENGINE_COUNT; i++)
    dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, Context->Engine[i]);
}

// The failure branch of the second step destroys, and so does the code that follows it.
NTSTATUS both_branches_bad(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  status = dxgk->DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status))
    return status;
  status = ProbeHardware();
  if (!NT_SUCCESS(status))
    dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, args.hAllocation);
  dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, args.hAllocation); // EXPECT: dxgk-double-destroy
  return status;
}

NTSTATUS both_branches_ok(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  status = dxgk->DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status))
    return status;
  status = ProbeHardware();
  if (!NT_SUCCESS(status))
    dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, args.hAllocation);
  else
    dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, args.hAllocation);
  return status;
}

// The field still holds the handle when the object is cleaned up; the twin hands it over by clearing args.
NTSTATUS object_and_struct_bad(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  status = dxgk->DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status))
    return status;
  Context->SaveArea = args.hAllocation;
  if (HardwareIsReady())
    return STATUS_SUCCESS;
  dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, args.hAllocation);
  dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, Context->SaveArea); // EXPECT: dxgk-double-destroy
  Context->SaveArea = NULL;
  return STATUS_DEVICE_NOT_READY;
}

NTSTATUS object_and_struct_ok(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  status = dxgk->DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status))
    return status;
  Context->SaveArea = args.hAllocation;
  if (HardwareIsReady())
    return STATUS_SUCCESS;
  dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, Context->SaveArea);
  Context->SaveArea = NULL;
  return STATUS_DEVICE_NOT_READY;
}

// One of two handles, and again the one that it was.
VOID chosen_handle_bad(GPU_CONTEXT *Context, BOOLEAN UseRing)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, UseRing ? Context->Ring : Context->SaveArea);
  if (UseRing)
    dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, Context->Ring); // EXPECT: dxgk-double-destroy
}

VOID chosen_handle_ok(GPU_CONTEXT *Context, BOOLEAN UseRing)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, UseRing ? Context->Ring : Context->SaveArea);
  if (!UseRing)
    dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, Context->Ring);
}
