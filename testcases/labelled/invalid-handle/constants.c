// Signs for "no handle" of the driver's own.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

#define NO_HANDLE ((HANDLE)(LONG_PTR)-1)
#define PENDING_HANDLE ((HANDLE)(ULONG_PTR)1)

static VOID Drop(ADAPTER *Adapter, HANDLE Allocation)
{
  Adapter->Dxgk.DxgkCbDestroyContextAllocation(Adapter->Dxgk.DeviceHandle, Allocation);
}

// Tested for NULL, although the sign is another.
VOID tested_for_null_bad(GPU_CONTEXT *Context)
{
  HANDLE doomed = NO_HANDLE;
  if (Context->EngineUsed)
    doomed = Context->Ring;
  if (doomed != NULL) {
    Context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(Context->Adapter->Dxgk.DeviceHandle, doomed); // EXPECT: dxgk-invalid-handle
    Context->Ring = NULL;
  }
}

VOID tested_for_sign_ok(GPU_CONTEXT *Context)
{
  HANDLE doomed = NO_HANDLE;
  if (Context->EngineUsed)
    doomed = Context->Ring;
  if (doomed != NO_HANDLE) {
    Context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(Context->Adapter->Dxgk.DeviceHandle, doomed);
    Context->Ring = NULL;
  }
}

VOID tested_by_flag_ok(GPU_CONTEXT *Context)
{
  HANDLE doomed = NO_HANDLE;
  if (Context->EngineUsed)
    doomed = Context->Ring;
  Context->Adapter->Flags |= 2;
  if (Context->EngineUsed) {
    Context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(Context->Adapter->Dxgk.DeviceHandle, doomed);
    Context->Ring = NULL;
  }
}

// Marked as being made, and left so where that fails.
NTSTATUS pending_bad(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  HANDLE made = PENDING_HANDLE;
  NTSTATUS status;
  FillArguments(&args, Context, PAGE_SIZE);
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (NT_SUCCESS(status))
    made = args.hAllocation;
  if (made)
    Context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(Context->Adapter->Dxgk.DeviceHandle, made); // EXPECT: dxgk-invalid-handle
  return status;
}

NTSTATUS pending_ok(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  HANDLE made = PENDING_HANDLE;
  NTSTATUS status;
  FillArguments(&args, Context, PAGE_SIZE);
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (NT_SUCCESS(status))
    made = args.hAllocation;
  if (made != PENDING_HANDLE)
    Drop(Context->Adapter, made);
  return status;
}

// A constant goes to an update as well.
VOID update_bad(GPU_CONTEXT *Context)
{
  DXGKARGCB_UPDATECONTEXTALLOCATION update = {0};
  update.hAllocation = NO_HANDLE;
  Context->Adapter->Dxgk.DxgkCbUpdateContextAllocation(Context->Adapter->Dxgk.DeviceHandle, &update); // EXPECT: dxgk-invalid-handle
}

VOID update_ok(GPU_CONTEXT *Context)
{
  DXGKARGCB_UPDATECONTEXTALLOCATION update = {0};
  update.hAllocation = Context->Ring;
  if (update.hAllocation == NULL)
    return;
  Context->Adapter->Dxgk.DxgkCbUpdateContextAllocation(Context->Adapter->Dxgk.DeviceHandle, &update);
}
