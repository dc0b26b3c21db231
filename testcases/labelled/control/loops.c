// Loops that create, unwind the first i, retry; switches per engine; recursion.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

static NTSTATUS Create(GPU_CONTEXT *Context, SIZE_T Size, HANDLE *Allocation)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  FillArguments(&args, Context, Size);
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (NT_SUCCESS(status))
    *Allocation = args.hAllocation;
  return status;
}

static VOID Destroy(GPU_CONTEXT *Context, HANDLE Allocation)
{
  Context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(Context->Adapter->Dxgk.DeviceHandle, Allocation);
}

// The loop stops at a failure and forgets what it has made.
NTSTATUS no_unwinding_bad(GPU_CONTEXT *Context)
{
  HANDLE engines[ENGINE_COUNT];
  NTSTATUS status;
  ULONG i;
  for (i = 0; i < ENGINE_COUNT; i++) {
    status = Create(Context, PAGE_SIZE, &engines[i]);
    if (!NT_SUCCESS(status))
      return status; // EXPECT: dxgk-leak
  }
  RtlCopyMemory(Context->Engine, engines, sizeof(engines));
  return STATUS_SUCCESS;
}

NTSTATUS unwinding_ok(GPU_CONTEXT *Context)
{
  HANDLE engines[ENGINE_COUNT];
  NTSTATUS status;
  ULONG i;
  for (i = 0; i < ENGINE_COUNT; i++) {
    status = Create(Context, PAGE_SIZE, &engines[i]);
    if (!NT_SUCCESS(status)) {
      while (i > 0) {
        i--;
        Destroy(Context, engines[i]);
      }
      return status;
    }
  }
  RtlCopyMemory(Context->Engine, engines, sizeof(engines));
  return STATUS_SUCCESS;
}

// Unwinds from i, where there is nothing, down to 0.
NTSTATUS off_by_one_up_bad(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  HANDLE engines[ENGINE_COUNT] = {NULL};
  NTSTATUS status;
  LONG i;
  for (i = 0; i < ENGINE_COUNT; i++) {
    status = Create(Context, PAGE_SIZE, &engines[i]);
    if (!NT_SUCCESS(status)) {
      for (; i >= 0; i--)
        dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, engines[i]); // EXPECT: dxgk-invalid-handle
      return status;
    }
  }
  RtlCopyMemory(Context->Engine, engines, sizeof(engines));
  return STATUS_SUCCESS;
}

NTSTATUS off_by_one_up_ok(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  HANDLE engines[ENGINE_COUNT] = {NULL};
  NTSTATUS status;
  LONG i;
  for (i = 0; i < ENGINE_COUNT; i++) {
    status = Create(Context, PAGE_SIZE, &engines[i]);
    if (!NT_SUCCESS(status)) {
      for (i--; i >= 0; i--)
        dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, engines[i]);
      return status;
    }
  }
  RtlCopyMemory(Context->Engine, engines, sizeof(engines));
  return STATUS_SUCCESS;
}

// Unwinds down to 1 and leaves element 0.
NTSTATUS off_by_one_down_bad(GPU_CONTEXT *Context)
{
  HANDLE engines[ENGINE_COUNT];
  NTSTATUS status = STATUS_SUCCESS;
  ULONG i;
  for (i = 0; i < ENGINE_COUNT; i++) {
    status = Create(Context, PAGE_SIZE, &engines[i]);
    if (!NT_SUCCESS(status))
      goto Unwind;
  }
  RtlCopyMemory(Context->Engine, engines, sizeof(engines));
  return STATUS_SUCCESS;
Unwind:
  while (i > 1)
    Destroy(Context, engines[--i]);
  return status; // EXPECT: dxgk-leak
}

NTSTATUS off_by_one_down_ok(GPU_CONTEXT *Context)
{
  HANDLE engines[ENGINE_COUNT];
  NTSTATUS status = STATUS_SUCCESS;
  ULONG i;
  for (i = 0; i < ENGINE_COUNT; i++) {
    status = Create(Context, PAGE_SIZE, &engines[i]);
    if (!NT_SUCCESS(status))
      goto Unwind;
  }
  RtlCopyMemory(Context->Engine, engines, sizeof(engines));
  return STATUS_SUCCESS;
Unwind:
  while (i > 0)
    Destroy(Context, engines[--i]);
  return status;
}

// The number of elements comes from outside.
NTSTATUS symbolic_count_bad(GPU_CONTEXT *Context, ULONG Count)
{
  HANDLE engines[64];
  NTSTATUS status = STATUS_SUCCESS;
  ULONG i, made = 0;
  if (Count > 64)
    return STATUS_INVALID_PARAMETER;
  for (i = 0; i < Count; i++) {
    status = Create(Context, PAGE_SIZE, &engines[i]);
    if (!NT_SUCCESS(status))
      break;
    made++;
  }
  if (NT_SUCCESS(status))
    status = ProbeHardware();
  for (i = 1; i < made; i++)
    Destroy(Context, engines[i]);
  return status; // EXPECT: dxgk-leak
}

NTSTATUS symbolic_count_ok(GPU_CONTEXT *Context, ULONG Count)
{
  HANDLE engines[64];
  NTSTATUS status = STATUS_SUCCESS;
  ULONG i, made = 0;
  if (Count > 64)
    return STATUS_INVALID_PARAMETER;
  for (i = 0; i < Count; i++) {
    status = Create(Context, PAGE_SIZE, &engines[i]);
    if (!NT_SUCCESS(status))
      break;
    made++;
  }
  if (NT_SUCCESS(status))
    status = ProbeHardware();
  for (i = 0; i < made; i++)
    Destroy(Context, engines[i]);
  return status;
}

// Tries again with less, and keeps what the hardware was not ready for.
NTSTATUS retry_bad(GPU_CONTEXT *Context, HANDLE *Allocation)
{
  NTSTATUS status = STATUS_NO_MEMORY;
  SIZE_T size = 8 * SAVE_AREA_SIZE;
  while (size >= PAGE_SIZE) {
    HANDLE area;
    status = Create(Context, size, &area);
    if (NT_SUCCESS(status)) {
      if (HardwareIsReady()) {
        *Allocation = area;
        return STATUS_SUCCESS;
      }
      status = STATUS_DEVICE_NOT_READY;
    }
    size /= 2;
  }
  return status; // EXPECT-FN: dxgk-leak
}

NTSTATUS retry_ok(GPU_CONTEXT *Context, HANDLE *Allocation)
{
  NTSTATUS status = STATUS_NO_MEMORY;
  SIZE_T size = 8 * SAVE_AREA_SIZE;
  while (size >= PAGE_SIZE) {
    HANDLE area;
    status = Create(Context, size, &area);
    if (NT_SUCCESS(status)) {
      if (HardwareIsReady()) {
        *Allocation = area;
        return STATUS_SUCCESS;
      }
      Destroy(Context, area);
      status = STATUS_DEVICE_NOT_READY;
    }
    size /= 2;
  }
  return status;
}

// continue skips the destroy.
VOID continue_bad(GPU_CONTEXT *Context)
{
  ULONG i;
  for (i = 0; i < ENGINE_COUNT; i++) {
    HANDLE area;
    if (!NT_SUCCESS(Create(Context, PAGE_SIZE, &area)))
      continue;
    if (!HardwareIsReady())
      continue;
    Destroy(Context, area);
  }
  // EXPECT-FN: dxgk-leak
}

VOID continue_ok(GPU_CONTEXT *Context)
{
  ULONG i;
  for (i = 0; i < ENGINE_COUNT; i++) {
    HANDLE area;
    if (!NT_SUCCESS(Create(Context, PAGE_SIZE, &area)))
      continue;
    if (!HardwareIsReady()) {
      Destroy(Context, area);
      continue;
    }
    Destroy(Context, area);
  }
}

// break leaves the loop, and the function, with the last one.
NTSTATUS break_bad(GPU_CONTEXT *Context)
{
  NTSTATUS status = STATUS_SUCCESS;
  ULONG i;
  for (i = 0; i < ENGINE_COUNT; i++) {
    HANDLE area;
    status = Create(Context, PAGE_SIZE, &area);
    if (!NT_SUCCESS(status))
      break;
    if (HardwareRevision() == i)
      break;
    Destroy(Context, area);
  }
  return status; // EXPECT-FN: dxgk-leak
}

NTSTATUS break_ok(GPU_CONTEXT *Context)
{
  NTSTATUS status = STATUS_SUCCESS;
  ULONG i;
  for (i = 0; i < ENGINE_COUNT; i++) {
    HANDLE area;
    status = Create(Context, PAGE_SIZE, &area);
    if (!NT_SUCCESS(status))
      break;
    Destroy(Context, area);
    if (HardwareRevision() == i)
      break;
  }
  return status;
}

// A switch per engine: one case does not keep what was made.
NTSTATUS switch_bad(GPU_CONTEXT *Context, ULONG Engine)
{
  HANDLE area;
  NTSTATUS status = Create(Context, PAGE_SIZE, &area);
  if (!NT_SUCCESS(status))
    return status;
  switch (Engine) {
  case 0:
  case 1:
    Context->Engine[0] = area;
    break;
  case 2:
    if (!HardwareIsReady())
      return STATUS_DEVICE_NOT_READY; // EXPECT: dxgk-leak
    Context->Engine[2] = area;
    break;
  default:
    Destroy(Context, area);
    return STATUS_INVALID_PARAMETER;
  }
  return STATUS_SUCCESS;
}

NTSTATUS switch_ok(GPU_CONTEXT *Context, ULONG Engine)
{
  HANDLE area;
  NTSTATUS status = Create(Context, PAGE_SIZE, &area);
  if (!NT_SUCCESS(status))
    return status;
  switch (Engine) {
  case 0:
  case 1:
    Context->Engine[0] = area;
    break;
  case 2:
    if (HardwareIsReady()) {
      Context->Engine[2] = area;
      break;
    }
    /* fall through */
  default:
    Destroy(Context, area);
    return STATUS_INVALID_PARAMETER;
  }
  return STATUS_SUCCESS;
}

// What a switch makes a second switch over the same value destroys, or does not.
NTSTATUS two_switches_bad(GPU_CONTEXT *Context, ULONG Kind)
{
  HANDLE area = NULL, ring = NULL;
  NTSTATUS status;
  switch (Kind) {
  case 0:
    status = Create(Context, SAVE_AREA_SIZE, &area);
    break;
  case 1:
    status = Create(Context, PAGE_SIZE, &ring);
    break;
  default:
    return STATUS_INVALID_PARAMETER;
  }
  if (!NT_SUCCESS(status))
    return status;
  status = ProbeHardware();
  switch (Kind) {
  case 0:
    Destroy(Context, area);
    break;
  case 2:
    Destroy(Context, ring);
    break;
  }
  return status; // EXPECT: dxgk-leak
}

NTSTATUS two_switches_ok(GPU_CONTEXT *Context, ULONG Kind)
{
  HANDLE area = NULL, ring = NULL;
  NTSTATUS status;
  switch (Kind) {
  case 0:
    status = Create(Context, SAVE_AREA_SIZE, &area);
    break;
  case 1:
    status = Create(Context, PAGE_SIZE, &ring);
    break;
  default:
    return STATUS_INVALID_PARAMETER;
  }
  if (!NT_SUCCESS(status))
    return status;
  status = ProbeHardware();
  switch (Kind) {
  case 0:
    Destroy(Context, area);
    break;
  case 1:
    Destroy(Context, ring);
    break;
  }
  return status;
}

// Recursion: each level makes one and gives it back, or does not.
static NTSTATUS RecurseAndForget(GPU_CONTEXT *Context, ULONG Depth)
{
  HANDLE area;
  NTSTATUS status;
  if (Depth == 0)
    return STATUS_SUCCESS;
  status = Create(Context, PAGE_SIZE, &area);
  if (!NT_SUCCESS(status))
    return status;
  status = RecurseAndForget(Context, Depth - 1);
  if (!NT_SUCCESS(status))
    return status; // EXPECT: dxgk-leak
  // EXPECTED-IN: recursion_bad
  Destroy(Context, area);
  return STATUS_SUCCESS;
}

NTSTATUS recursion_bad(GPU_CONTEXT *Context)
{
  return RecurseAndForget(Context, 3);
}

static NTSTATUS RecurseAndDestroy(GPU_CONTEXT *Context, ULONG Depth)
{
  HANDLE area;
  NTSTATUS status;
  if (Depth == 0)
    return STATUS_SUCCESS;
  status = Create(Context, PAGE_SIZE, &area);
  if (!NT_SUCCESS(status))
    return status;
  status = RecurseAndDestroy(Context, Depth - 1);
  Destroy(Context, area);
  return status;
}

NTSTATUS recursion_ok(GPU_CONTEXT *Context)
{
  return RecurseAndDestroy(Context, 3);
}

// for (;;) with the way out in the middle.
NTSTATUS endless_loop_bad(GPU_CONTEXT *Context, HANDLE *Allocation)
{
  ULONG attempt = 0;
  for (;;) {
    HANDLE area;
    NTSTATUS status = Create(Context, PAGE_SIZE, &area);
    if (!NT_SUCCESS(status))
      return status;
    if (HardwareIsReady()) {
      *Allocation = area;
      return STATUS_SUCCESS;
    }
    if (++attempt > 3)
      return STATUS_TIMEOUT; // EXPECT: dxgk-leak
    Destroy(Context, area);
  }
}

NTSTATUS endless_loop_ok(GPU_CONTEXT *Context, HANDLE *Allocation)
{
  ULONG attempt = 0;
  for (;;) {
    HANDLE area;
    NTSTATUS status = Create(Context, PAGE_SIZE, &area);
    if (!NT_SUCCESS(status))
      return status;
    if (HardwareIsReady()) {
      *Allocation = area;
      return STATUS_SUCCESS;
    }
    Destroy(Context, area);
    if (++attempt > 3)
      return STATUS_TIMEOUT;
  }
}

// Two nested loops: pages per engine.
NTSTATUS nested_loops_bad(GPU_CONTEXT *Context)
{
  HANDLE pages[2][2];
  NTSTATUS status = STATUS_SUCCESS;
  ULONG row, column, made = 0;
  for (row = 0; row < 2; row++) {
    for (column = 0; column < 2; column++) {
      status = Create(Context, PAGE_SIZE, &pages[row][column]);
      if (!NT_SUCCESS(status))
        goto Unwind;
      made++;
    }
  }
  Context->Engine[0] = pages[0][0];
  Context->Engine[1] = pages[0][1];
  Context->Engine[2] = pages[1][0];
  return STATUS_SUCCESS; // EXPECT: dxgk-leak
Unwind:
  while (made-- > 0)
    Destroy(Context, pages[made / 2][made % 2]);
  return status;
}

NTSTATUS nested_loops_ok(GPU_CONTEXT *Context)
{
  HANDLE pages[2][2];
  NTSTATUS status = STATUS_SUCCESS;
  ULONG row, column, made = 0;
  for (row = 0; row < 2; row++) {
    for (column = 0; column < 2; column++) {
      status = Create(Context, PAGE_SIZE, &pages[row][column]);
      if (!NT_SUCCESS(status))
        goto Unwind;
      made++;
    }
  }
  Context->Engine[0] = pages[0][0];
  Context->Engine[1] = pages[0][1];
  Context->Engine[2] = pages[1][0];
  Context->Engine[3] = pages[1][1];
  return STATUS_SUCCESS;
Unwind:
  while (made-- > 0)
    Destroy(Context, pages[made / 2][made % 2]);
  return status;
}

// What only the fourth round finds, the loop has found behind its end.
NTSTATUS fourth_round_bad(GPU_CONTEXT *Context)
{
  ULONG revision = HardwareRevision(), i, ready = 0;
  HANDLE *slot = NULL;
  HANDLE allocation;
  NTSTATUS status;
  for (i = 0; i < revision; i++) {
    if (!HardwareIsReady())
      continue;
    if (ready == 3)
      slot = &Context->Ring;
    ready++;
  }
  if (slot == NULL)
    return STATUS_NOT_FOUND;
  status = Create(Context, PAGE_SIZE, &allocation);
  if (!NT_SUCCESS(status))
    return status;
  return *slot == NULL ? STATUS_SUCCESS : STATUS_UNSUCCESSFUL; // EXPECT: dxgk-leak
}

NTSTATUS fourth_round_ok(GPU_CONTEXT *Context)
{
  ULONG revision = HardwareRevision(), i, ready = 0;
  HANDLE *slot = NULL;
  HANDLE allocation;
  NTSTATUS status;
  for (i = 0; i < revision; i++) {
    if (!HardwareIsReady())
      continue;
    if (ready == 3)
      slot = &Context->Ring;
    ready++;
  }
  if (slot == NULL)
    return STATUS_NOT_FOUND;
  status = Create(Context, PAGE_SIZE, &allocation);
  if (!NT_SUCCESS(status))
    return status;
  Destroy(Context, allocation);
  return *slot == NULL ? STATUS_SUCCESS : STATUS_UNSUCCESSFUL;
}
