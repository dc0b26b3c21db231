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

// A machine whose waiting state gives up.
NTSTATUS gives_up_ok(GPU_CONTEXT *Context)
{
  enum { Start, Allocating, Waiting, Done, Failed } state = Start;
  HANDLE area = NULL;
  NTSTATUS status = STATUS_SUCCESS;
  ULONG tries = 0;
  while (state != Done && state != Failed) {
    switch (state) {
    case Start:
      state = Allocating;
      break;
    case Allocating:
      status = Make(Context, &area);
      state = NT_SUCCESS(status) ? Waiting : Failed;
      break;
    case Waiting:
      if (HardwareIsReady()) {
        state = Done;
      } else if (++tries > 100) {
        status = STATUS_IO_TIMEOUT;
        Drop(Context, area);
        state = Failed;
      }
      break;
    default:
      break;
    }
  }
  if (state == Done)
    Context->Ring = area;
  return status;
}

// Made at some time in the loop, a flag tells.
NTSTATUS sometime_ok(GPU_CONTEXT *Context)
{
  HANDLE area = NULL;
  ULONG n = 0, made = 0;
  while (n < 20) {
    n++;
    if (!made && HardwareRevision() == 5) {
      if (!NT_SUCCESS(Make(Context, &area)))
        return STATUS_NO_MEMORY;
      made = 1;
    }
  }
  if (made)
    Drop(Context, area);
  return STATUS_SUCCESS;
}

// Dropped as soon as the hardware lets go of it, at the latest in the end.
VOID at_the_latest_ok(GPU_CONTEXT *Context)
{
  HANDLE area;
  BOOLEAN live = FALSE;
  ULONG tries;
  if (NT_SUCCESS(Make(Context, &area)))
    live = TRUE;
  for (tries = 0; live && tries < 100; tries++) {
    if (HardwareIsReady()) {
      Drop(Context, area);
      live = FALSE;
    }
  }
  if (live)
    Drop(Context, area);
}

VOID at_the_latest_bad(GPU_CONTEXT *Context)
{
  HANDLE area;
  BOOLEAN live = FALSE;
  ULONG tries;
  if (NT_SUCCESS(Make(Context, &area)))
    live = TRUE;
  for (tries = 0; live && tries < 100; tries++) {
    if (HardwareIsReady()) {
      Drop(Context, area);
      live = FALSE;
    }
  }
} // EXPECT: dxgk-leak

// In the middle of a loop with constant bounds.
VOID middle_ok(GPU_CONTEXT *Context)
{
  HANDLE area = NULL;
  ULONG n;
  for (n = 0; n < 100; n++) {
    if (n == 50 && !NT_SUCCESS(Make(Context, &area)))
      return;
    if (n == 60)
      Drop(Context, area);
  }
}

// The end comes one round too early for it.
VOID middle_bad(GPU_CONTEXT *Context)
{
  HANDLE area = NULL;
  ULONG n;
  for (n = 0; n < 100; n++) {
    if (n == 50 && !NT_SUCCESS(Make(Context, &area)))
      return;
    if (n == 100)
      Drop(Context, area);
  }
} // EXPECT: dxgk-leak

VOID middle_of_many_ok(GPU_CONTEXT *Context, ULONG Count)
{
  HANDLE area = NULL;
  ULONG n, left = 3000;
  if (!NT_SUCCESS(Make(Context, &area)))
    return;
  for (n = 0; n < Count; n++, left--)
    if (left == 1500)
      Drop(Context, area);
  if (n <= 1500)
    Drop(Context, area);
}

VOID phases_bad(GPU_CONTEXT *Context, ULONG Count)
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
    if (phase == 2)
      break;
    Drop(Context, areas[phase - 1]);
    phase++;
  }
} // EXPECT: dxgk-leak

// The waiting state gives up, and forgets.
NTSTATUS gives_up_bad(GPU_CONTEXT *Context)
{
  enum { Start, Allocating, Waiting, Done, Failed } state = Start;
  HANDLE area = NULL;
  NTSTATUS status = STATUS_SUCCESS;
  ULONG tries = 0;
  while (state != Done && state != Failed) {
    switch (state) {
    case Start:
      state = Allocating;
      break;
    case Allocating:
      status = Make(Context, &area);
      state = NT_SUCCESS(status) ? Waiting : Failed;
      break;
    case Waiting:
      if (HardwareIsReady()) {
        state = Done;
      } else if (++tries > 100) {
        status = STATUS_IO_TIMEOUT;
        state = Failed;
      }
      break;
    default:
      break;
    }
  }
  if (state == Done)
    Context->Ring = area;
  return status; // EXPECT: dxgk-leak
}
