// Elements that a bit scan chooses: nobody knows which one it is.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

static NTSTATUS Make(GPU_CONTEXT *Context, HANDLE *Out)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  FillArguments(&args, Context, PAGE_SIZE);
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (NT_SUCCESS(status))
    *Out = args.hAllocation;
  return status;
}

#define Drop(context, allocation) \
  (context)->Adapter->Dxgk.DxgkCbDestroyContextAllocation((context)->Adapter->Dxgk.DeviceHandle, (allocation))

VOID scanned_ok(GPU_CONTEXT *Context, ULONG Mask)
{
  HANDLE areas[32];
  ULONG done = 0, bit;
  for (bit = 0; bit < 32; bit++) {
    if (!(Mask & (1ul << bit)))
      continue;
    if (!NT_SUCCESS(Make(Context, &areas[bit])))
      break;
    done |= 1ul << bit;
  }
  while (_BitScanForward(&bit, done)) {
    Drop(Context, areas[bit]);
    done &= done - 1;
  }
}

// There is a bit in the mask.
VOID any_bit_ok(GPU_CONTEXT *Context, ULONG Mask)
{
  HANDLE area;
  ULONG bit;
  if (!NT_SUCCESS(Make(Context, &area)))
    return;
  if (!_BitScanReverse(&bit, Mask | 1))
    return;
  Drop(Context, area);
}

VOID any_bit_bad(GPU_CONTEXT *Context, ULONG Mask)
{
  HANDLE area;
  ULONG bit;
  if (!NT_SUCCESS(Make(Context, &area)))
    return;
  if (!_BitScanReverse(&bit, Mask))
    return; // EXPECT: dxgk-leak
  Drop(Context, area);
}
