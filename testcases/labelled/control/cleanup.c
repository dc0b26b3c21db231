// goto-cleanup chains, do/while(0), early returns and fall-through labels.
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

// Three steps, three labels; the third failure jumps one label too far.
NTSTATUS chain_bad(GPU_CONTEXT *Context)
{
  HANDLE first, second, third;
  NTSTATUS status = Create(Context, 1 * PAGE_SIZE, &first);
  if (!NT_SUCCESS(status))
    goto Exit;
  status = Create(Context, 2 * PAGE_SIZE, &second);
  if (!NT_SUCCESS(status))
    goto DestroyFirst;
  status = Create(Context, 3 * PAGE_SIZE, &third);
  if (!NT_SUCCESS(status))
    goto DestroyFirst;
  Context->Engine[0] = first;
  Context->Engine[1] = second;
  Context->Engine[2] = third;
  return STATUS_SUCCESS;
DestroyFirst:
  Destroy(Context, first);
Exit:
  return status; // EXPECT: dxgk-leak
}

NTSTATUS chain_ok(GPU_CONTEXT *Context)
{
  HANDLE first, second, third;
  NTSTATUS status = Create(Context, 1 * PAGE_SIZE, &first);
  if (!NT_SUCCESS(status))
    goto Exit;
  status = Create(Context, 2 * PAGE_SIZE, &second);
  if (!NT_SUCCESS(status))
    goto DestroyFirst;
  status = Create(Context, 3 * PAGE_SIZE, &third);
  if (!NT_SUCCESS(status))
    goto DestroySecond;
  Context->Engine[0] = first;
  Context->Engine[1] = second;
  Context->Engine[2] = third;
  return STATUS_SUCCESS;
DestroySecond:
  Destroy(Context, second);
DestroyFirst:
  Destroy(Context, first);
Exit:
  return status;
}

// Labels in the wrong order: the second is destroyed although it was never created.
NTSTATUS label_order_bad(GPU_CONTEXT *Context)
{
  HANDLE first = NULL, second = NULL;
  NTSTATUS status = Create(Context, 1 * PAGE_SIZE, &first);
  if (!NT_SUCCESS(status))
    return status;
  status = Create(Context, 2 * PAGE_SIZE, &second);
  if (!NT_SUCCESS(status))
    goto Unwind;
  Context->Engine[0] = first;
  Context->Engine[1] = second;
  return STATUS_SUCCESS;
Unwind:
  Destroy(Context, first);
  Context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(Context->Adapter->Dxgk.DeviceHandle, second); // EXPECT: dxgk-invalid-handle
  return status;
}

NTSTATUS label_order_ok(GPU_CONTEXT *Context)
{
  HANDLE first = NULL, second = NULL;
  NTSTATUS status = Create(Context, 1 * PAGE_SIZE, &first);
  if (!NT_SUCCESS(status))
    return status;
  status = Create(Context, 2 * PAGE_SIZE, &second);
  if (!NT_SUCCESS(status))
    goto Unwind;
  Context->Engine[0] = first;
  Context->Engine[1] = second;
  return STATUS_SUCCESS;
Unwind:
  Destroy(Context, first);
  if (second)
    Destroy(Context, second);
  return status;
}

// Success falls through the cleanup label.
NTSTATUS success_falls_through_bad(GPU_CONTEXT *Context)
{
  HANDLE area;
  NTSTATUS status = Create(Context, SAVE_AREA_SIZE, &area);
  if (!NT_SUCCESS(status))
    return status;
  Context->SaveArea = area;
  status = ProbeHardware();
  if (!NT_SUCCESS(status))
    goto Fail;
Fail:
  Destroy(Context, area);
  Context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(Context->Adapter->Dxgk.DeviceHandle, Context->SaveArea); // EXPECT: dxgk-double-destroy
  return status;
}

NTSTATUS success_returns_ok(GPU_CONTEXT *Context)
{
  HANDLE area;
  NTSTATUS status = Create(Context, SAVE_AREA_SIZE, &area);
  if (!NT_SUCCESS(status))
    return status;
  Context->SaveArea = area;
  status = ProbeHardware();
  if (!NT_SUCCESS(status))
    goto Fail;
  return STATUS_SUCCESS;
Fail:
  Destroy(Context, Context->SaveArea);
  Context->SaveArea = NULL;
  return status;
}

// do { ... } while (0) with break as the way to the cleanup.
NTSTATUS do_once_bad(GPU_CONTEXT *Context)
{
  HANDLE area = NULL, ring = NULL;
  NTSTATUS status;
  do {
    status = Create(Context, SAVE_AREA_SIZE, &area);
    if (!NT_SUCCESS(status))
      break;
    status = Create(Context, PAGE_SIZE, &ring);
    if (!NT_SUCCESS(status))
      break;
    status = ProbeHardware();
    if (!NT_SUCCESS(status))
      break;
    Context->SaveArea = area;
    Context->Ring = ring;
    return STATUS_SUCCESS;
  } while (0);
  if (area)
    Destroy(Context, area);
  return status; // EXPECT: dxgk-leak
}

NTSTATUS do_once_ok(GPU_CONTEXT *Context)
{
  HANDLE area = NULL, ring = NULL;
  NTSTATUS status;
  do {
    status = Create(Context, SAVE_AREA_SIZE, &area);
    if (!NT_SUCCESS(status))
      break;
    status = Create(Context, PAGE_SIZE, &ring);
    if (!NT_SUCCESS(status))
      break;
    status = ProbeHardware();
    if (!NT_SUCCESS(status))
      break;
    Context->SaveArea = area;
    Context->Ring = ring;
    return STATUS_SUCCESS;
  } while (0);
  if (ring)
    Destroy(Context, ring);
  if (area)
    Destroy(Context, area);
  return status;
}

// One of many early returns forgets.
NTSTATUS many_returns_bad(GPU_CONTEXT *Context, ULONG Revision)
{
  HANDLE area;
  NTSTATUS status = Create(Context, SAVE_AREA_SIZE, &area);
  if (!NT_SUCCESS(status))
    return status;
  if (Revision < 2) {
    Destroy(Context, area);
    return STATUS_NOT_SUPPORTED;
  }
  if (Revision == 7)
    return STATUS_REVISION_MISMATCH; // EXPECT: dxgk-leak
  if (!HardwareIsReady()) {
    Destroy(Context, area);
    return STATUS_DEVICE_NOT_READY;
  }
  Context->SaveArea = area;
  return STATUS_SUCCESS;
}

NTSTATUS many_returns_ok(GPU_CONTEXT *Context, ULONG Revision)
{
  HANDLE area;
  NTSTATUS status;
  if (Revision == 7)
    return STATUS_REVISION_MISMATCH;
  status = Create(Context, SAVE_AREA_SIZE, &area);
  if (!NT_SUCCESS(status))
    return status;
  if (Revision < 2) {
    Destroy(Context, area);
    return STATUS_NOT_SUPPORTED;
  }
  if (!HardwareIsReady()) {
    Destroy(Context, area);
    return STATUS_DEVICE_NOT_READY;
  }
  Context->SaveArea = area;
  return STATUS_SUCCESS;
}

// One exit for success and failure: NULL pointers say what there is to destroy.
NTSTATUS common_exit_bad(GPU_CONTEXT *Context)
{
  HANDLE area = NULL, ring = NULL;
  NTSTATUS status = Create(Context, SAVE_AREA_SIZE, &area);
  if (!NT_SUCCESS(status))
    goto Exit;
  status = Create(Context, PAGE_SIZE, &ring);
  if (!NT_SUCCESS(status))
    goto Exit;
  Context->SaveArea = area;
  area = NULL;
Exit:
  if (area)
    Destroy(Context, area);
  return status; // EXPECT: dxgk-leak
}

NTSTATUS common_exit_ok(GPU_CONTEXT *Context)
{
  HANDLE area = NULL, ring = NULL;
  NTSTATUS status = Create(Context, SAVE_AREA_SIZE, &area);
  if (!NT_SUCCESS(status))
    goto Exit;
  status = Create(Context, PAGE_SIZE, &ring);
  if (!NT_SUCCESS(status))
    goto Exit;
  Context->SaveArea = area;
  area = NULL;
Exit:
  if (area)
    Destroy(Context, area);
  if (ring)
    Destroy(Context, ring);
  return status;
}

// Nested conditions around the label.
NTSTATUS nested_bad(GPU_CONTEXT *Context, BOOLEAN WantRing)
{
  HANDLE area, ring;
  NTSTATUS status = Create(Context, SAVE_AREA_SIZE, &area);
  if (NT_SUCCESS(status)) {
    if (WantRing) {
      status = Create(Context, PAGE_SIZE, &ring);
      if (NT_SUCCESS(status)) {
        status = ProbeHardware();
        if (NT_SUCCESS(status)) {
          Context->SaveArea = area;
          Context->Ring = ring;
          return STATUS_SUCCESS;
        }
      }
    } else {
      Context->SaveArea = area;
      return STATUS_SUCCESS;
    }
    Destroy(Context, area);
  }
  return status; // EXPECT: dxgk-leak
}

NTSTATUS nested_ok(GPU_CONTEXT *Context, BOOLEAN WantRing)
{
  HANDLE area, ring;
  NTSTATUS status = Create(Context, SAVE_AREA_SIZE, &area);
  if (NT_SUCCESS(status)) {
    if (WantRing) {
      status = Create(Context, PAGE_SIZE, &ring);
      if (NT_SUCCESS(status)) {
        status = ProbeHardware();
        if (NT_SUCCESS(status)) {
          Context->SaveArea = area;
          Context->Ring = ring;
          return STATUS_SUCCESS;
        }
        Destroy(Context, ring);
      }
    } else {
      Context->SaveArea = area;
      return STATUS_SUCCESS;
    }
    Destroy(Context, area);
  }
  return status;
}

// A label that is reached by falling through and by two jumps.
NTSTATUS shared_label_bad(GPU_CONTEXT *Context, ULONG Mode)
{
  HANDLE area;
  NTSTATUS status = Create(Context, SAVE_AREA_SIZE, &area);
  if (!NT_SUCCESS(status))
    return status;
  if (Mode == 1)
    goto Keep;
  if (Mode == 2)
    goto Leave;
  status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    Destroy(Context, area);
    return status;
  }
Keep:
  Context->SaveArea = area;
Leave:
  return STATUS_SUCCESS; // EXPECT: dxgk-leak
}

NTSTATUS shared_label_ok(GPU_CONTEXT *Context, ULONG Mode)
{
  HANDLE area;
  NTSTATUS status = Create(Context, SAVE_AREA_SIZE, &area);
  if (!NT_SUCCESS(status))
    return status;
  if (Mode == 1)
    goto Keep;
  if (Mode == 2)
    goto Drop;
  status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
  Drop:
    Destroy(Context, area);
    return status;
  }
Keep:
  Context->SaveArea = area;
  return STATUS_SUCCESS;
}

// ?: and the comma and short-circuit operators as branches.
NTSTATUS conditional_operator_bad(GPU_CONTEXT *Context)
{
  HANDLE area;
  NTSTATUS status = Create(Context, SAVE_AREA_SIZE, &area);
  return !NT_SUCCESS(status) ? status
         : HardwareIsReady() ? (Destroy(Context, area), STATUS_SUCCESS)
                             : STATUS_DEVICE_NOT_READY; // EXPECT-FN: dxgk-leak
}

NTSTATUS conditional_operator_ok(GPU_CONTEXT *Context)
{
  HANDLE area;
  NTSTATUS status = Create(Context, SAVE_AREA_SIZE, &area);
  return !NT_SUCCESS(status) ? status
         : HardwareIsReady() ? (Destroy(Context, area), STATUS_SUCCESS)
                             : (Context->SaveArea = area, STATUS_DEVICE_NOT_READY);
}

NTSTATUS short_circuit_bad(GPU_CONTEXT *Context)
{
  HANDLE area = NULL, ring = NULL;
  if (NT_SUCCESS(Create(Context, SAVE_AREA_SIZE, &area)) && NT_SUCCESS(Create(Context, PAGE_SIZE, &ring))) {
    Context->SaveArea = area;
    Context->Ring = ring;
    return STATUS_SUCCESS;
  }
  return STATUS_NO_MEMORY; // EXPECT: dxgk-leak
}

NTSTATUS short_circuit_ok(GPU_CONTEXT *Context)
{
  HANDLE area = NULL, ring = NULL;
  if (NT_SUCCESS(Create(Context, SAVE_AREA_SIZE, &area)) && NT_SUCCESS(Create(Context, PAGE_SIZE, &ring))) {
    Context->SaveArea = area;
    Context->Ring = ring;
    return STATUS_SUCCESS;
  }
  if (area)
    Destroy(Context, area);
  return STATUS_NO_MEMORY;
}
