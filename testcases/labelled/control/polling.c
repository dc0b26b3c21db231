// Loops that end by what they set themselves: polling with a limit, phases, bits of a mask, waiting for the hardware.
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

VOID polled_ok(GPU_CONTEXT *Context)
{
  HANDLE area;
  BOOLEAN dropped = FALSE;
  ULONG spins = 0;
  if (!NT_SUCCESS(Make(Context, &area)))
    return;
  while (!dropped) {
    if (HardwareIsReady() || ++spins > 100) {
      Drop(Context, area);
      dropped = TRUE;
    }
  }
}

VOID polled_bad(GPU_CONTEXT *Context)
{
  HANDLE area;
  BOOLEAN dropped = FALSE;
  ULONG spins = 0;
  if (!NT_SUCCESS(Make(Context, &area)))
    return;
  while (!dropped) {
    if (HardwareIsReady()) {
      Drop(Context, area);
      dropped = TRUE;
    } else if (++spins > 100) {
      dropped = TRUE;
    }
  }
} // EXPECT: dxgk-leak

NTSTATUS wait_ok(GPU_CONTEXT *Context)
{
  HANDLE area;
  NTSTATUS status = STATUS_PENDING;
  ULONG spins = 0;
  if (!NT_SUCCESS(Make(Context, &area)))
    return STATUS_NO_MEMORY;
  while (status == STATUS_PENDING) {
    if (HardwareIsReady()) {
      Context->Ring = area;
      status = STATUS_SUCCESS;
    } else if (++spins == 100) {
      Drop(Context, area);
      status = STATUS_IO_TIMEOUT;
    }
  }
  return status;
}

NTSTATUS wait_bad(GPU_CONTEXT *Context)
{
  HANDLE area;
  NTSTATUS status = STATUS_PENDING;
  ULONG spins = 0;
  if (!NT_SUCCESS(Make(Context, &area)))
    return STATUS_NO_MEMORY;
  while (status == STATUS_PENDING) {
    if (HardwareIsReady()) {
      Context->Ring = area;
      status = STATUS_SUCCESS;
    } else if (++spins == 100) {
      status = STATUS_IO_TIMEOUT;
    }
  }
  return status; // EXPECT: dxgk-leak
}

VOID phases_ok(GPU_CONTEXT *Context, ULONG Count)
{
  HANDLE areas[2] = {NULL, NULL};
  ULONG phase = 0, i = 0;
  if (!NT_SUCCESS(Make(Context, &areas[0])))
    return;
  if (!NT_SUCCESS(Make(Context, &areas[1]))) {
    Drop(Context, areas[0]);
    return;
  }
  for (;;) {
    if (phase == 0) {
      if (++i >= Count)
        phase = 1;
      continue;
    }
    if (phase == 3)
      break;
    Drop(Context, areas[phase - 1]);
    phase++;
  }
}

VOID bits_ok(GPU_CONTEXT *Context, ULONG Mask)
{
  HANDLE areas[4];
  ULONG done = 0, bit;
  for (bit = 0; bit < RTL_NUMBER_OF(areas); bit++) {
    if (!(Mask & (1u << bit)))
      continue;
    if (!NT_SUCCESS(Make(Context, &areas[bit])))
      break;
    done |= 1u << bit;
  }
  for (bit = 0; done; bit++) {
    if (done & (1u << bit)) {
      Drop(Context, areas[bit]);
      done &= ~(1u << bit);
    }
  }
}
