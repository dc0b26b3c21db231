// A status that somebody else judges: a function of a library, whose source is not here.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

BOOLEAN LibraryHasFailed(NTSTATUS Status, PCSTR Where);

NTSTATUS judged_ok(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  FillArguments(&args, Context, PAGE_SIZE);
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (LibraryHasFailed(status, "judged"))
    return status;
  Context->Ring = args.hAllocation;
  return status;
}

// Nobody listens to what it says.
NTSTATUS unheard_bad(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  FillArguments(&args, Context, PAGE_SIZE);
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  LibraryHasFailed(status, "unheard");
  if (!NT_SUCCESS(status) || !HardwareIsReady())
    return status; // EXPECT: dxgk-leak
  Context->Ring = args.hAllocation;
  return status;
}

// It may have been a success.
NTSTATUS used_ok(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  FillArguments(&args, Context, PAGE_SIZE);
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (!LibraryHasFailed(status, "used"))
    Context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(Context->Adapter->Dxgk.DeviceHandle, args.hAllocation);
  return status;
}
