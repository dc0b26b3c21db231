// The users.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "allocation.h"

NTSTATUS across_files_bad(GPU_CONTEXT *Context)
{
  HANDLE area;
  NTSTATUS status = AllocationCreate(Context, SAVE_AREA_SIZE, &area);
  if (!NT_SUCCESS(status))
    return status;
  status = ProbeHardware();
  if (!NT_SUCCESS(status))
    return status; // EXPECT: dxgk-leak
  AllocationDestroy(Context, &area);
  return status;
}

NTSTATUS across_files_ok(GPU_CONTEXT *Context)
{
  HANDLE area;
  NTSTATUS status = AllocationCreate(Context, SAVE_AREA_SIZE, &area);
  if (!NT_SUCCESS(status))
    return status;
  status = ProbeHardware();
  AllocationDestroy(Context, &area);
  return status;
}

// EXPECTED-IN: forgotten_bad (the store is in the other file)
NTSTATUS forgotten_bad(GPU_CONTEXT *Context)
{
  HANDLE area;
  NTSTATUS status = AllocationCreate(Context, SAVE_AREA_SIZE, &area);
  if (!NT_SUCCESS(status))
    return status;
  AllocationForget(&area);
  return STATUS_SUCCESS;
}

NTSTATUS remembered_ok(GPU_CONTEXT *Context)
{
  HANDLE area = AllocationCreateOrNull(Context);
  if (!area)
    return STATUS_NO_MEMORY;
  Context->SaveArea = area;
  AllocationForget(&area);
  return STATUS_SUCCESS;
}

VOID value_ok(GPU_CONTEXT *Context)
{
  HANDLE area = AllocationCreateOrNull(Context);
  if (area)
    AllocationDestroyValue(Context->Adapter, area);
}

// EXPECTED-IN: value_twice_bad (the call is in the other file)
VOID value_twice_bad(GPU_CONTEXT *Context)
{
  HANDLE area = AllocationCreateOrNull(Context);
  if (!area)
    return;
  AllocationDestroyLate(Context->Adapter, area);
  AllocationDestroyLate(Context->Adapter, area);
}

// EXPECTED-IN: under_lock_bad (the call is in the other file)
VOID under_lock_bad(GPU_CONTEXT *Context)
{
  KIRQL old;
  KeAcquireSpinLock(&Context->Adapter->Lock, &old);
  AllocationDestroyLate(Context->Adapter, Context->Ring);
  Context->Ring = NULL;
  KeReleaseSpinLock(&Context->Adapter->Lock, old);
}
