// Leaks that a helper of the file takes part in: it creates for its caller, or fails to destroy what it was given.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

static NTSTATUS CreateAllocation(GPU_CONTEXT *Context, SIZE_T Size, HANDLE *Allocation)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args = {0};
  NTSTATUS status;
  *Allocation = NULL;
  args.hAdapter = Context->Adapter->Dxgk.DeviceHandle;
  args.hDevice = Context->Device->hDxgDevice;
  args.hContext = Context->hDxgContext;
  args.Size = Size;
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (NT_SUCCESS(status))
    *Allocation = args.hAllocation;
  return status;
}

static VOID DestroyAllocation(GPU_CONTEXT *Context, HANDLE *Allocation)
{
  if (*Allocation) {
    Context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(Context->Adapter->Dxgk.DeviceHandle, *Allocation);
    *Allocation = NULL;
  }
}

NTSTATUS out_parameter_bad(GPU_CONTEXT *Context)
{
  HANDLE allocation;
  NTSTATUS status = CreateAllocation(Context, SAVE_AREA_SIZE, &allocation);
  if (!NT_SUCCESS(status))
    return status;
  status = ProbeHardware();
  if (!NT_SUCCESS(status))
    return status; // EXPECT: dxgk-leak
  DestroyAllocation(Context, &allocation);
  return status;
}

NTSTATUS out_parameter_ok(GPU_CONTEXT *Context)
{
  HANDLE allocation;
  NTSTATUS status = CreateAllocation(Context, SAVE_AREA_SIZE, &allocation);
  if (!NT_SUCCESS(status))
    return status;
  status = ProbeHardware();
  DestroyAllocation(Context, &allocation);
  return status;
}

NTSTATUS two_of_them_bad(GPU_CONTEXT *Context)
{
  HANDLE save, ring;
  NTSTATUS status = CreateAllocation(Context, SAVE_AREA_SIZE, &save);
  if (!NT_SUCCESS(status))
    return status;
  status = CreateAllocation(Context, PAGE_SIZE, &ring);
  if (!NT_SUCCESS(status))
    return status; // EXPECT: dxgk-leak
  DestroyAllocation(Context, &ring);
  DestroyAllocation(Context, &save);
  return STATUS_SUCCESS;
}

NTSTATUS two_of_them_ok(GPU_CONTEXT *Context)
{
  HANDLE save, ring;
  NTSTATUS status = CreateAllocation(Context, SAVE_AREA_SIZE, &save);
  if (!NT_SUCCESS(status))
    return status;
  status = CreateAllocation(Context, PAGE_SIZE, &ring);
  if (NT_SUCCESS(status))
    DestroyAllocation(Context, &ring);
  DestroyAllocation(Context, &save);
  return status;
}

// A store into the object of the caller moves ownership; the same into an object of this function does not.
NTSTATUS stored_in_local_object_bad(GPU_CONTEXT *Context)
{
  GPU_CONTEXT temporary;
  NTSTATUS status;
  RtlZeroMemory(&temporary, sizeof(temporary));
  status = CreateAllocation(Context, SAVE_AREA_SIZE, &temporary.SaveArea);
  return status; // EXPECT: dxgk-leak
}

NTSTATUS stored_in_caller_object_ok(GPU_CONTEXT *Context)
{
  NTSTATUS status;
  status = CreateAllocation(Context, SAVE_AREA_SIZE, &Context->SaveArea);
  return status;
}

static NTSTATUS DestroyUnlessBusy(GPU_CONTEXT *Context, HANDLE Allocation)
{
  if (!HardwareIsReady())
    return STATUS_DEVICE_BUSY;
  return Context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(Context->Adapter->Dxgk.DeviceHandle, Allocation);
}

NTSTATUS helper_gives_up_bad(GPU_CONTEXT *Context)
{
  HANDLE allocation;
  NTSTATUS status = CreateAllocation(Context, SAVE_AREA_SIZE, &allocation);
  if (!NT_SUCCESS(status))
    return status;
  return DestroyUnlessBusy(Context, allocation); // EXPECT: dxgk-leak
}

NTSTATUS helper_gives_up_ok(GPU_CONTEXT *Context)
{
  HANDLE allocation;
  NTSTATUS status = CreateAllocation(Context, SAVE_AREA_SIZE, &allocation);
  if (!NT_SUCCESS(status))
    return status;
  if (DestroyUnlessBusy(Context, allocation) == STATUS_DEVICE_BUSY)
    Context->SaveArea = allocation;
  return STATUS_SUCCESS;
}
