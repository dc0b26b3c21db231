// The status of a create is ignored and its handle stored or used as if it were valid. The finding stands at the create.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

NTSTATUS stored_bad(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args); // EXPECT: dxgk-unchecked-status
  Context->SaveArea = args.hAllocation;
  return STATUS_SUCCESS;
}

// Stored before the test: whoever called learns from the status that the field is worth nothing.
NTSTATUS stored_before_test_ok(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  Context->SaveArea = args.hAllocation;
  return status;
}

NTSTATUS cast_to_void_bad(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  (void)Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args); // EXPECT: dxgk-unchecked-status
  Context->Ring = args.hAllocation;
  return STATUS_SUCCESS;
}

NTSTATUS tested_in_place_ok(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  if (!NT_SUCCESS(Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args)))
    return STATUS_NO_MEMORY;
  Context->Ring = args.hAllocation;
  return STATUS_SUCCESS;
}

// The next call overwrites the status.
NTSTATUS overwritten_bad(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args); // EXPECT: dxgk-unchecked-status
  status = ProbeHardware();
  Context->SaveArea = args.hAllocation;
  return status;
}

NTSTATUS two_statuses_ok(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status, probe;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  probe = HardwareIsReady() ? STATUS_SUCCESS : STATUS_DEVICE_NOT_READY;
  if (!NT_SUCCESS(status))
    return status;
  Context->SaveArea = args.hAllocation;
  return probe;
}

NTSTATUS mapped_bad(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  DXGKARGCB_MAPCONTEXTALLOCATION map = {0};
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  dxgk->DxgkCbCreateContextAllocation(&args); // EXPECT: dxgk-unchecked-status
  map.hAllocation = args.hAllocation;
  dxgk->DxgkCbMapContextAllocation(dxgk->DeviceHandle, &map);
  dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, args.hAllocation);
  return STATUS_SUCCESS;
}

NTSTATUS mapped_ok(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  DXGKARGCB_MAPCONTEXTALLOCATION map = {0};
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  if (dxgk->DxgkCbCreateContextAllocation(&args) < 0)
    return STATUS_NO_MEMORY;
  map.hAllocation = args.hAllocation;
  dxgk->DxgkCbMapContextAllocation(dxgk->DeviceHandle, &map);
  dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, args.hAllocation);
  return STATUS_SUCCESS;
}

NTSTATUS destroyed_bad(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  status = dxgk->DxgkCbCreateContextAllocation(&args); // EXPECT: dxgk-unchecked-status
  status = ProbeHardware();
  dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, args.hAllocation);
  return status;
}

NTSTATUS destroyed_ok(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS created, status;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  created = dxgk->DxgkCbCreateContextAllocation(&args);
  status = ProbeHardware();
  if (NT_SUCCESS(created))
    dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, args.hAllocation);
  return status;
}

// Only the status of the last round is looked at.
NTSTATUS last_of_loop_bad(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status = STATUS_SUCCESS;
  ULONG i;
  for (i = 0; i < ENGINE_COUNT; i++) {
    FillArguments(&args, Context, PAGE_SIZE);
    status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args); // EXPECT: dxgk-unchecked-status
    Context->Engine[i] = args.hAllocation;
  }
  return status;
}

NTSTATUS each_of_loop_ok(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status = STATUS_SUCCESS;
  ULONG i;
  for (i = 0; i < ENGINE_COUNT && NT_SUCCESS(status); i++) {
    FillArguments(&args, Context, PAGE_SIZE);
    status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
    Context->Engine[i] = NT_SUCCESS(status) ? args.hAllocation : NULL;
  }
  return status;
}

// A helper that keeps the status to itself.
static VOID CreateSilently(GPU_CONTEXT *Context, HANDLE *Allocation)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args); // EXPECT: dxgk-unchecked-status
  // EXPECTED-IN: silent_helper_bad
  *Allocation = args.hAllocation;
}

NTSTATUS silent_helper_bad(GPU_CONTEXT *Context)
{
  CreateSilently(Context, &Context->SaveArea);
  return Context->SaveArea ? STATUS_SUCCESS : STATUS_NO_MEMORY;
}

static BOOLEAN CreateOrSayNo(GPU_CONTEXT *Context, HANDLE *Allocation)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  *Allocation = args.hAllocation;
  return NT_SUCCESS(status);
}

NTSTATUS speaking_helper_ok(GPU_CONTEXT *Context)
{
  if (!CreateOrSayNo(Context, &Context->SaveArea)) {
    Context->SaveArea = NULL;
    return STATUS_NO_MEMORY;
  }
  return STATUS_SUCCESS;
}

// The helper tells, its caller does not listen.
static NTSTATUS CreateAndTell(GPU_CONTEXT *Context, DXGKARGCB_CREATECONTEXTALLOCATION *Args)
{
  FillArguments(Args, Context, SAVE_AREA_SIZE);
  return Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(Args); // EXPECT: dxgk-unchecked-status
  // EXPECTED-IN: deaf_caller_bad
}

NTSTATUS deaf_caller_bad(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  CreateAndTell(Context, &args);
  Context->Ring = args.hAllocation;
  return STATUS_SUCCESS;
}

static NTSTATUS CreateForListener(GPU_CONTEXT *Context, DXGKARGCB_CREATECONTEXTALLOCATION *Args)
{
  FillArguments(Args, Context, SAVE_AREA_SIZE);
  return Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(Args);
}

NTSTATUS listening_caller_ok(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status = CreateForListener(Context, &args);
  if (status == STATUS_SUCCESS)
    Context->Ring = args.hAllocation;
  return status;
}

// A result that is not about success.
NTSTATUS pending_only_bad(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args); // EXPECT: dxgk-unchecked-status
  if (status == STATUS_PENDING)
    return status;
  Context->SaveArea = args.hAllocation;
  return STATUS_SUCCESS;
}

NTSTATUS pending_and_success_ok(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (status == STATUS_PENDING || !NT_SUCCESS(status))
    return STATUS_NO_MEMORY;
  Context->SaveArea = args.hAllocation;
  return STATUS_SUCCESS;
}

// The handle is the result.
HANDLE returned_bad(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args); // EXPECT: dxgk-unchecked-status
  return args.hAllocation;
}

HANDLE returned_ok(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  return NT_SUCCESS(status) ? args.hAllocation : NULL;
}

// Printed and forgotten.
NTSTATUS printed_bad(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args); // EXPECT: dxgk-unchecked-status
  DbgPrint("create: %08x\n", status);
  Context->SaveArea = args.hAllocation;
  return STATUS_SUCCESS;
}

NTSTATUS printed_and_returned_ok(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  DbgPrint("create: %08x\n", status);
  Context->SaveArea = args.hAllocation;
  return status;
}

// Kept in a global, from which others get it.
static HANDLE g_Shared;
NTSTATUS g_SharedStatus;

HANDLE SharedAllocation(VOID)
{
  return g_Shared;
}

VOID global_handle_bad(DEVICE *Device)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  FillSharedArguments(&args, Device, PAGE_SIZE);
  Device->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args); // EXPECT: dxgk-unchecked-status
  g_Shared = args.hAllocation;
}

// The status is kept beside the handle, for others to look at.
VOID global_handle_ok(DEVICE *Device)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  FillSharedArguments(&args, Device, PAGE_SIZE);
  g_SharedStatus = Device->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  g_Shared = args.hAllocation;
}

// Both of two, or one of two.
NTSTATUS first_of_two_bad(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION save, ring;
  NTSTATUS status;
  FillArguments(&save, Context, SAVE_AREA_SIZE);
  FillArguments(&ring, Context, PAGE_SIZE);
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&save); // EXPECT: dxgk-unchecked-status
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&ring);
  Context->SaveArea = save.hAllocation;
  Context->Ring = ring.hAllocation;
  return status;
}

NTSTATUS both_of_two_ok(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION save, ring;
  NTSTATUS first, second;
  FillArguments(&save, Context, SAVE_AREA_SIZE);
  FillArguments(&ring, Context, PAGE_SIZE);
  first = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&save);
  second = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&ring);
  Context->SaveArea = NT_SUCCESS(first) ? save.hAllocation : NULL;
  Context->Ring = NT_SUCCESS(second) ? ring.hAllocation : NULL;
  return NT_SUCCESS(first) ? second : first;
}

static ULONG Revision(GPU_CONTEXT *Context)
{
  return Context->Adapter->PageTable ? 2u : 1u;
}

// The status is overwritten, but nobody keeps the handle: a helper that returns meanwhile changes nothing.
NTSTATUS helper_between_ok(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION save;
  NTSTATUS status;
  BOOLEAN made;
  FillArguments(&save, Context, SAVE_AREA_SIZE);
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&save);
  made = NT_SUCCESS(status);
  status = STATUS_UNSUCCESSFUL;
  if (Revision(Context) == 2)
    status = STATUS_SUCCESS;
  if (made)
    Context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(Context->Adapter->Dxgk.DeviceHandle, save.hAllocation);
  return status;
}

NTSTATUS helper_between_bad(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION save;
  NTSTATUS status;
  FillArguments(&save, Context, SAVE_AREA_SIZE);
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&save); // EXPECT: dxgk-unchecked-status
  status = STATUS_UNSUCCESSFUL;
  if (Revision(Context) == 2)
    status = STATUS_SUCCESS;
  Context->SaveArea = save.hAllocation;
  return status;
}
