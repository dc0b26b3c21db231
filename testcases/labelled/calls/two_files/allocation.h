// What allocation.c offers.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once
#include "../../driver.h"

NTSTATUS AllocationCreate(GPU_CONTEXT *Context, SIZE_T Size, HANDLE *Allocation);
VOID AllocationDestroy(GPU_CONTEXT *Context, HANDLE *Allocation);
VOID AllocationForget(HANDLE *Allocation);
HANDLE AllocationCreateOrNull(GPU_CONTEXT *Context);
VOID AllocationDestroyValue(ADAPTER *Adapter, HANDLE Allocation);
VOID AllocationDestroyLate(ADAPTER *Adapter, HANDLE Allocation);
