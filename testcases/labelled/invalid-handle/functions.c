// Handles destroyed or used that never were valid: a failed create, nothing at all, a handle of another kind.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

NTSTATUS failed_create_bad(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  status = dxgk->DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status)) {
    dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, args.hAllocation); // EXPECT: dxgk-invalid-handle
    return status;
  }
  Context->SaveArea = args.hAllocation;
  return STATUS_SUCCESS;
}

NTSTATUS failed_create_ok(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  status = dxgk->DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status)) {
    Context->SaveArea = NULL;
    return status;
  }
  Context->SaveArea = args.hAllocation;
  return STATUS_SUCCESS;
}

// The common exit is also reached by the failed create.
NTSTATUS common_exit_bad(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  status = dxgk->DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status))
    goto Exit;
  status = ProbeHardware();
Exit:
  dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, args.hAllocation); // EXPECT: dxgk-invalid-handle
  return status;
}

NTSTATUS common_exit_ok(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  status = dxgk->DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status))
    return status;
  status = ProbeHardware();
  dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, args.hAllocation);
  return status;
}

NTSTATUS uninitialised_bad(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  HANDLE allocation;
  NTSTATUS status = ProbeHardware();
  if (!NT_SUCCESS(status))
    goto Exit;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  status = dxgk->DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status))
    return status;
  allocation = args.hAllocation;
Exit:
  dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, allocation); // EXPECT: dxgk-invalid-handle
  return status;
}

NTSTATUS initialised_ok(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  HANDLE allocation = NULL;
  NTSTATUS status = ProbeHardware();
  if (!NT_SUCCESS(status))
    goto Exit;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  status = dxgk->DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status))
    return status;
  allocation = args.hAllocation;
Exit:
  if (allocation)
    dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, allocation);
  return status;
}

// NULL is no handle either.
NTSTATUS null_handle_bad(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  HANDLE allocation = NULL;
  NTSTATUS status = STATUS_SUCCESS;
  if (HardwareIsReady()) {
    FillArguments(&args, Context, SAVE_AREA_SIZE);
    status = dxgk->DxgkCbCreateContextAllocation(&args);
    if (!NT_SUCCESS(status))
      return status;
    allocation = args.hAllocation;
  }
  dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, allocation); // EXPECT: dxgk-invalid-handle
  return status;
}

NTSTATUS null_handle_ok(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  HANDLE allocation = NULL;
  NTSTATUS status = STATUS_SUCCESS;
  if (HardwareIsReady()) {
    FillArguments(&args, Context, SAVE_AREA_SIZE);
    status = dxgk->DxgkCbCreateContextAllocation(&args);
    if (!NT_SUCCESS(status))
      return status;
    allocation = args.hAllocation;
  }
  if (allocation != NULL)
    dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, allocation);
  return status;
}

// The driver's own handle for the allocation is not the system's.
NTSTATUS driver_allocation_bad(GPU_CONTEXT *Context, HANDLE hDriverAllocation)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  args.hDriverAllocation = hDriverAllocation;
  status = dxgk->DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status))
    return status;
  Context->SaveArea = args.hAllocation;
  if (HardwareIsReady())
    return STATUS_SUCCESS;
  dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, args.hDriverAllocation); // EXPECT: dxgk-invalid-handle
  return STATUS_DEVICE_NOT_READY;
}

NTSTATUS driver_allocation_ok(GPU_CONTEXT *Context, HANDLE hDriverAllocation)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  args.hDriverAllocation = hDriverAllocation;
  status = dxgk->DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status))
    return status;
  Context->SaveArea = args.hAllocation;
  if (HardwareIsReady())
    return STATUS_SUCCESS;
  dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, args.hAllocation);
  Context->SaveArea = NULL;
  return STATUS_DEVICE_NOT_READY;
}

NTSTATUS context_handle_bad(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  status = dxgk->DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status))
    return status;
  Context->SaveArea = args.hAllocation;
  status = ProbeHardware();
  if (!NT_SUCCESS(status))
    dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, args.hContext); // EXPECT: dxgk-invalid-handle
  return status;
}

NTSTATUS context_handle_ok(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  status = dxgk->DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status))
    return status;
  Context->SaveArea = args.hAllocation;
  status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, args.hAllocation);
    Context->SaveArea = NULL;
  }
  return status;
}

// Mapped on the way out, also where the create failed.
NTSTATUS map_failed_bad(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  DXGKARGCB_MAPCONTEXTALLOCATION map = {0};
  NTSTATUS status;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  status = dxgk->DxgkCbCreateContextAllocation(&args);
  if (NT_SUCCESS(status))
    Context->SaveArea = args.hAllocation;
  map.hAllocation = args.hAllocation;
  dxgk->DxgkCbMapContextAllocation(dxgk->DeviceHandle, &map); // EXPECT: dxgk-invalid-handle
  return status;
}

NTSTATUS map_created_ok(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  DXGKARGCB_MAPCONTEXTALLOCATION map = {0};
  NTSTATUS status;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  status = dxgk->DxgkCbCreateContextAllocation(&args);
  map.hAllocation = args.hAllocation;
  if (NT_SUCCESS(status)) {
    dxgk->DxgkCbMapContextAllocation(dxgk->DeviceHandle, &map);
    Context->SaveArea = args.hAllocation;
  }
  return status;
}

// Never created at all: the struct is zero.
VOID zero_struct_bad(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  DXGKARGCB_UPDATECONTEXTALLOCATION update = {0};
  dxgk->DxgkCbUpdateContextAllocation(dxgk->DeviceHandle, &update); // EXPECT: dxgk-invalid-handle
}

VOID filled_struct_ok(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  DXGKARGCB_UPDATECONTEXTALLOCATION update = {0};
  update.hAllocation = Context->SaveArea;
  dxgk->DxgkCbUpdateContextAllocation(dxgk->DeviceHandle, &update);
}

// An array of which the failed element is destroyed too.
NTSTATUS unwind_too_far_bad(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  DXGKARGCB_CREATECONTEXTALLOCATION args[2];
  NTSTATUS status;
  FillArguments(&args[0], Context, SAVE_AREA_SIZE);
  FillArguments(&args[1], Context, PAGE_SIZE);
  status = dxgk->DxgkCbCreateContextAllocation(&args[0]);
  if (!NT_SUCCESS(status))
    return status;
  status = dxgk->DxgkCbCreateContextAllocation(&args[1]);
  if (!NT_SUCCESS(status)) {
    dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, args[1].hAllocation); // EXPECT: dxgk-invalid-handle
    dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, args[0].hAllocation);
    return status;
  }
  Context->SaveArea = args[0].hAllocation;
  Context->Ring = args[1].hAllocation;
  return STATUS_SUCCESS;
}

NTSTATUS unwind_ok(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  DXGKARGCB_CREATECONTEXTALLOCATION args[2];
  NTSTATUS status;
  FillArguments(&args[0], Context, SAVE_AREA_SIZE);
  FillArguments(&args[1], Context, PAGE_SIZE);
  status = dxgk->DxgkCbCreateContextAllocation(&args[0]);
  if (!NT_SUCCESS(status))
    return status;
  status = dxgk->DxgkCbCreateContextAllocation(&args[1]);
  if (!NT_SUCCESS(status)) {
    dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, args[0].hAllocation);
    return status;
  }
  Context->SaveArea = args[0].hAllocation;
  Context->Ring = args[1].hAllocation;
  return STATUS_SUCCESS;
}

// A helper that destroys what it finds.
static VOID DestroyStruct(DXGKRNL_INTERFACE *Dxgk, DXGKARGCB_CREATECONTEXTALLOCATION *Args)
{
  Dxgk->DxgkCbDestroyContextAllocation(Dxgk->DeviceHandle, Args->hAllocation); // EXPECT: dxgk-invalid-handle
  // EXPECTED-IN: helper_after_failure_bad
}

NTSTATUS helper_after_failure_bad(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status)) {
    DestroyStruct(&Context->Adapter->Dxgk, &args);
    return status;
  }
  Context->SaveArea = args.hAllocation;
  return STATUS_SUCCESS;
}

static VOID DestroyCreated(DXGKRNL_INTERFACE *Dxgk, DXGKARGCB_CREATECONTEXTALLOCATION *Args)
{
  Dxgk->DxgkCbDestroyContextAllocation(Dxgk->DeviceHandle, Args->hAllocation);
}

NTSTATUS helper_after_success_ok(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (NT_SUCCESS(status) && !HardwareIsReady()) {
    DestroyCreated(&Context->Adapter->Dxgk, &args);
    return STATUS_DEVICE_NOT_READY;
  }
  if (NT_SUCCESS(status))
    Context->SaveArea = args.hAllocation;
  return status;
}

// The test is the wrong way round, so that the good handle stays with the caller and the bad one is destroyed.
NTSTATUS inverted_test_bad(GPU_CONTEXT *Context, HANDLE *Allocation)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  status = dxgk->DxgkCbCreateContextAllocation(&args);
  *Allocation = NULL;
  if (status != STATUS_SUCCESS)
    dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, args.hAllocation); // EXPECT: dxgk-invalid-handle
  else
    *Allocation = args.hAllocation;
  return status;
}

NTSTATUS right_test_ok(GPU_CONTEXT *Context, HANDLE *Allocation)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  status = dxgk->DxgkCbCreateContextAllocation(&args);
  *Allocation = NULL;
  if (status == STATUS_SUCCESS && !HardwareIsReady())
    dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, args.hAllocation);
  else if (status == STATUS_SUCCESS)
    *Allocation = args.hAllocation;
  return status;
}

// The pointer to the driver's object instead of the handle in it.
NTSTATUS object_address_bad(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  return dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, &Context->SaveArea); // EXPECT: dxgk-invalid-handle
}

NTSTATUS object_field_ok(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  return dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, Context->SaveArea);
}
