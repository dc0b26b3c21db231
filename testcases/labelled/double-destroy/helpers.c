// One handle destroyed twice with the help of other functions of the file.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

#define SAFE_DESTROY(Dxgk, Handle)                                                                                     \
  do {                                                                                                                 \
    if (Handle) {                                                                                                      \
      (Dxgk)->DxgkCbDestroyContextAllocation((Dxgk)->DeviceHandle, Handle);                                            \
      Handle = NULL;                                                                                                   \
    }                                                                                                                  \
  } while (0)
#define UNSAFE_DESTROY(Dxgk, Handle)                                                                                   \
  do {                                                                                                                 \
    if (Handle)                                                                                                        \
      (Dxgk)->DxgkCbDestroyContextAllocation((Dxgk)->DeviceHandle, Handle);                                            \
  } while (0)

static NTSTATUS CreateAllocation(GPU_CONTEXT *Context, HANDLE *Allocation)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (NT_SUCCESS(status))
    *Allocation = args.hAllocation;
  return status;
}

// Takes the handle by value: the caller's copy stays.
static VOID DestroyByValue(DXGKRNL_INTERFACE *Dxgk, HANDLE Allocation)
{
  if (Allocation)
    Dxgk->DxgkCbDestroyContextAllocation(Dxgk->DeviceHandle, Allocation); // EXPECT: dxgk-double-destroy
  // EXPECTED-IN: helper_twice_bad
  // EXPECTED-IN: helper_then_object_bad
}

NTSTATUS helper_twice_bad(GPU_CONTEXT *Context)
{
  HANDLE allocation = NULL;
  NTSTATUS status = CreateAllocation(Context, &allocation);
  if (!NT_SUCCESS(status))
    return status;
  DestroyByValue(&Context->Adapter->Dxgk, allocation);
  DestroyByValue(&Context->Adapter->Dxgk, allocation);
  return status;
}

static VOID DestroyOnce(DXGKRNL_INTERFACE *Dxgk, HANDLE Allocation)
{
  if (Allocation)
    Dxgk->DxgkCbDestroyContextAllocation(Dxgk->DeviceHandle, Allocation);
}

NTSTATUS helper_once_ok(GPU_CONTEXT *Context)
{
  HANDLE allocation = NULL;
  NTSTATUS status = CreateAllocation(Context, &allocation);
  if (!NT_SUCCESS(status))
    return status;
  DestroyOnce(&Context->Adapter->Dxgk, allocation);
  allocation = NULL;
  DestroyOnce(&Context->Adapter->Dxgk, allocation);
  return status;
}

static VOID DestroyAndClear(DXGKRNL_INTERFACE *Dxgk, HANDLE *Allocation)
{
  if (*Allocation) {
    Dxgk->DxgkCbDestroyContextAllocation(Dxgk->DeviceHandle, *Allocation);
    *Allocation = NULL;
  }
}

// The helper clears the variable that it is given, not the one the value was copied from.
NTSTATUS clears_the_copy_bad(GPU_CONTEXT *Context)
{
  HANDLE allocation = NULL, copy;
  NTSTATUS status = CreateAllocation(Context, &allocation);
  if (!NT_SUCCESS(status))
    return status;
  copy = allocation;
  DestroyAndClear(&Context->Adapter->Dxgk, &copy);
  UNSAFE_DESTROY(&Context->Adapter->Dxgk, allocation); // EXPECT: dxgk-double-destroy
  return status;
}

NTSTATUS clears_the_variable_ok(GPU_CONTEXT *Context)
{
  HANDLE allocation = NULL;
  NTSTATUS status = CreateAllocation(Context, &allocation);
  if (!NT_SUCCESS(status))
    return status;
  DestroyAndClear(&Context->Adapter->Dxgk, &allocation);
  DestroyAndClear(&Context->Adapter->Dxgk, &allocation);
  return status;
}

NTSTATUS macro_without_clear_bad(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  HANDLE allocation = NULL;
  NTSTATUS status = CreateAllocation(Context, &allocation);
  if (!NT_SUCCESS(status))
    return status;
  UNSAFE_DESTROY(dxgk, allocation);
  UNSAFE_DESTROY(dxgk, allocation); // EXPECT: dxgk-double-destroy
  return status;
}

NTSTATUS macro_with_clear_ok(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  HANDLE allocation = NULL;
  NTSTATUS status = CreateAllocation(Context, &allocation);
  if (!NT_SUCCESS(status))
    return status;
  SAFE_DESTROY(dxgk, allocation);
  SAFE_DESTROY(dxgk, allocation);
  return status;
}

static VOID DestroyContextAllocations(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  if (Context->SaveArea)
    dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, Context->SaveArea);
  Context->SaveArea = NULL;
  if (Context->Ring)
    dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, Context->Ring);
  Context->Ring = NULL;
}

VOID helper_then_object_bad(GPU_CONTEXT *Context)
{
  HANDLE ring = Context->Ring;
  DestroyContextAllocations(Context);
  DestroyByValue(&Context->Adapter->Dxgk, ring);
}

VOID helper_then_object_ok(GPU_CONTEXT *Context)
{
  DestroyContextAllocations(Context);
  DestroyOnce(&Context->Adapter->Dxgk, Context->Ring);
}

// One field holds what the other one holds.
VOID two_fields_bad(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  Context->Engine[1] = Context->Engine[0];
  dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, Context->Engine[0]);
  dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, Context->Engine[1]); // EXPECT: dxgk-double-destroy
}

VOID two_fields_ok(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, Context->Engine[0]);
  dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, Context->Engine[1]);
}

// The callee destroys on failure, and the caller does so again.
static NTSTATUS StartAllocation(GPU_CONTEXT *Context, HANDLE Allocation)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  NTSTATUS status = ProbeHardware();
  if (!NT_SUCCESS(status))
    dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, Allocation);
  return status;
}

NTSTATUS callee_unwinds_bad(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  HANDLE allocation = NULL;
  NTSTATUS status = CreateAllocation(Context, &allocation);
  if (!NT_SUCCESS(status))
    return status;
  status = StartAllocation(Context, allocation);
  if (!NT_SUCCESS(status)) {
    dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, allocation); // EXPECT: dxgk-double-destroy
    return status;
  }
  Context->SaveArea = allocation;
  return STATUS_SUCCESS;
}

NTSTATUS callee_unwinds_ok(GPU_CONTEXT *Context)
{
  HANDLE allocation = NULL;
  NTSTATUS status = CreateAllocation(Context, &allocation);
  if (!NT_SUCCESS(status))
    return status;
  status = StartAllocation(Context, allocation);
  if (!NT_SUCCESS(status))
    return status;
  Context->SaveArea = allocation;
  return STATUS_SUCCESS;
}
