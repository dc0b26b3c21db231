// Here Drop destroys.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../../driver.h"

static VOID Drop(GPU_CONTEXT *Context, HANDLE Allocation)
{
  Context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(Context->Adapter->Dxgk.DeviceHandle, Allocation);
}

NTSTATUS first_file_ok(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (NT_SUCCESS(status))
    Drop(Context, args.hAllocation);
  return status;
}
