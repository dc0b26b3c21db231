// An adapter with its callbacks, and a helper that creates. For the tests of the clang-tidy modules.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once
#include "../../labelled/driver.h"

static NTSTATUS CreateScratch(ADAPTER *Adapter, HANDLE *Allocation)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args = {0};
  NTSTATUS status;
  args.hAdapter = Adapter->Dxgk.DeviceHandle;
  args.ContextAllocationFlags.SharedAcrossContexts = 1;
  args.Size = 4096;
  *Allocation = NULL;
  // The line of the call is in the expectations of notes.c.
  status = Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (NT_SUCCESS(status))
    *Allocation = args.hAllocation;
  return status;
}
