// The helpers.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "allocation.h"

NTSTATUS AllocationCreate(GPU_CONTEXT *Context, SIZE_T Size, HANDLE *Allocation)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  FillArguments(&args, Context, Size);
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  *Allocation = NT_SUCCESS(status) ? args.hAllocation : NULL;
  return status;
}

VOID AllocationDestroy(GPU_CONTEXT *Context, HANDLE *Allocation)
{
  if (*Allocation) {
    Context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(Context->Adapter->Dxgk.DeviceHandle, *Allocation);
    *Allocation = NULL;
  }
}

// Clears the variable and nothing else.
VOID AllocationForget(HANDLE *Allocation)
{
  *Allocation = NULL; // EXPECT: dxgk-leak
  // EXPECTED-IN: forgotten_bad
}

HANDLE AllocationCreateOrNull(GPU_CONTEXT *Context)
{
  HANDLE allocation;
  AllocationCreate(Context, SAVE_AREA_SIZE, &allocation);
  return allocation;
}

VOID AllocationDestroyValue(ADAPTER *Adapter, HANDLE Allocation)
{
  Adapter->Dxgk.DxgkCbDestroyContextAllocation(Adapter->Dxgk.DeviceHandle, Allocation);
}

VOID AllocationDestroyLate(ADAPTER *Adapter, HANDLE Allocation)
{
  Adapter->Dxgk.DxgkCbDestroyContextAllocation(Adapter->Dxgk.DeviceHandle, Allocation); // EXPECT: dxgk-double-destroy, dxgk-irql
}
