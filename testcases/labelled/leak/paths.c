// Leaks within one function: a path returns, overwrites the handle or reuses the out-struct while it is live.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

NTSTATUS early_return_bad(ADAPTER *Adapter, HANDLE hDevice, HANDLE hContext)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args = {0};
  args.hAdapter = Adapter->Dxgk.DeviceHandle;
  args.hDevice = hDevice;
  args.hContext = hContext;
  args.Size = SAVE_AREA_SIZE;
  NTSTATUS status = Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status))
    return status;
  status = ProbeHardware();
  if (!NT_SUCCESS(status))
    return status; // EXPECT: dxgk-leak
  return Adapter->Dxgk.DxgkCbDestroyContextAllocation(Adapter->Dxgk.DeviceHandle, args.hAllocation);
}

NTSTATUS early_return_ok(ADAPTER *Adapter, HANDLE hDevice, HANDLE hContext)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args = {0};
  args.hAdapter = Adapter->Dxgk.DeviceHandle;
  args.hDevice = hDevice;
  args.hContext = hContext;
  args.Size = SAVE_AREA_SIZE;
  NTSTATUS status = Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status))
    return status;
  status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    Adapter->Dxgk.DxgkCbDestroyContextAllocation(Adapter->Dxgk.DeviceHandle, args.hAllocation);
    return status;
  }
  return Adapter->Dxgk.DxgkCbDestroyContextAllocation(Adapter->Dxgk.DeviceHandle, args.hAllocation);
}

NTSTATUS never_destroyed_bad(ADAPTER *Adapter, HANDLE hDevice, HANDLE hContext)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  RtlZeroMemory(&args, sizeof(args));
  args.hAdapter = Adapter->Dxgk.DeviceHandle;
  args.hDevice = hDevice;
  args.hContext = hContext;
  args.Size = SAVE_AREA_SIZE;
  status = Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  return status; // EXPECT: dxgk-leak
}

NTSTATUS given_to_caller_ok(ADAPTER *Adapter, HANDLE hDevice, HANDLE hContext, HANDLE *Allocation)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  RtlZeroMemory(&args, sizeof(args));
  args.hAdapter = Adapter->Dxgk.DeviceHandle;
  args.hDevice = hDevice;
  args.hContext = hContext;
  args.Size = SAVE_AREA_SIZE;
  status = Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (NT_SUCCESS(status))
    *Allocation = args.hAllocation;
  return status;
}

VOID void_function_bad(ADAPTER *Adapter, HANDLE hDevice, HANDLE hContext)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args = {0};
  args.hAdapter = Adapter->Dxgk.DeviceHandle;
  args.hDevice = hDevice;
  args.hContext = hContext;
  args.Size = SAVE_AREA_SIZE;
  if (!NT_SUCCESS(Adapter->Dxgk.DxgkCbCreateContextAllocation(&args)))
    return;
  if (HardwareIsReady())
    Adapter->Dxgk.DxgkCbDestroyContextAllocation(Adapter->Dxgk.DeviceHandle, args.hAllocation);
} // EXPECT: dxgk-leak

VOID void_function_ok(ADAPTER *Adapter, HANDLE hDevice, HANDLE hContext)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args = {0};
  args.hAdapter = Adapter->Dxgk.DeviceHandle;
  args.hDevice = hDevice;
  args.hContext = hContext;
  args.Size = SAVE_AREA_SIZE;
  if (!NT_SUCCESS(Adapter->Dxgk.DxgkCbCreateContextAllocation(&args)))
    return;
  if (HardwareIsReady())
    Adapter->Flags |= 1;
  Adapter->Dxgk.DxgkCbDestroyContextAllocation(Adapter->Dxgk.DeviceHandle, args.hAllocation);
}

// The struct is used for a second create; the first handle was kept nowhere.
NTSTATUS struct_reused_bad(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  DXGKARGCB_CREATECONTEXTALLOCATION args = {0};
  NTSTATUS status;
  args.hAdapter = dxgk->DeviceHandle;
  args.hDevice = Context->Device->hDxgDevice;
  args.hContext = Context->hDxgContext;
  args.Size = SAVE_AREA_SIZE;
  status = dxgk->DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status))
    return status;
  args.Size = PAGE_SIZE;
  status = dxgk->DxgkCbCreateContextAllocation(&args); // EXPECT: dxgk-leak
  if (!NT_SUCCESS(status))
    return status;
  Context->Ring = args.hAllocation;
  return STATUS_SUCCESS;
}

NTSTATUS struct_reused_ok(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  DXGKARGCB_CREATECONTEXTALLOCATION args = {0};
  NTSTATUS status;
  args.hAdapter = dxgk->DeviceHandle;
  args.hDevice = Context->Device->hDxgDevice;
  args.hContext = Context->hDxgContext;
  args.Size = SAVE_AREA_SIZE;
  status = dxgk->DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status))
    return status;
  Context->SaveArea = args.hAllocation;
  args.Size = PAGE_SIZE;
  status = dxgk->DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status)) {
    dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, Context->SaveArea);
    Context->SaveArea = NULL;
    return status;
  }
  Context->Ring = args.hAllocation;
  return STATUS_SUCCESS;
}

// The only copy is overwritten with NULL before anybody has destroyed it.
NTSTATUS overwritten_bad(ADAPTER *Adapter, HANDLE hDevice, HANDLE hContext)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args = {0};
  args.hAdapter = Adapter->Dxgk.DeviceHandle;
  args.hDevice = hDevice;
  args.hContext = hContext;
  args.Size = SAVE_AREA_SIZE;
  NTSTATUS status = Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status))
    return status;
  args.hAllocation = NULL; // EXPECT: dxgk-leak
  return STATUS_SUCCESS;
}

NTSTATUS overwritten_ok(ADAPTER *Adapter, HANDLE hDevice, HANDLE hContext)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args = {0};
  args.hAdapter = Adapter->Dxgk.DeviceHandle;
  args.hDevice = hDevice;
  args.hContext = hContext;
  args.Size = SAVE_AREA_SIZE;
  NTSTATUS status = Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status))
    return status;
  Adapter->Dxgk.DxgkCbDestroyContextAllocation(Adapter->Dxgk.DeviceHandle, args.hAllocation);
  args.hAllocation = NULL;
  return STATUS_SUCCESS;
}

// The field that holds the first handle gets the second one.
NTSTATUS field_overwritten_bad(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  DXGKARGCB_CREATECONTEXTALLOCATION save = {0};
  DXGKARGCB_CREATECONTEXTALLOCATION ring = {0};
  NTSTATUS status;
  save.hAdapter = ring.hAdapter = dxgk->DeviceHandle;
  save.hDevice = ring.hDevice = Context->Device->hDxgDevice;
  save.hContext = ring.hContext = Context->hDxgContext;
  save.Size = SAVE_AREA_SIZE;
  ring.Size = PAGE_SIZE;
  status = dxgk->DxgkCbCreateContextAllocation(&save);
  if (!NT_SUCCESS(status))
    return status;
  Context->SaveArea = save.hAllocation;
  save.hAllocation = NULL;
  status = dxgk->DxgkCbCreateContextAllocation(&ring);
  if (!NT_SUCCESS(status)) {
    dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, Context->SaveArea);
    Context->SaveArea = NULL;
    return status;
  }
  Context->SaveArea = ring.hAllocation; // EXPECT: dxgk-leak
  return STATUS_SUCCESS;
}

NTSTATUS field_overwritten_ok(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  DXGKARGCB_CREATECONTEXTALLOCATION save = {0};
  DXGKARGCB_CREATECONTEXTALLOCATION ring = {0};
  NTSTATUS status;
  save.hAdapter = ring.hAdapter = dxgk->DeviceHandle;
  save.hDevice = ring.hDevice = Context->Device->hDxgDevice;
  save.hContext = ring.hContext = Context->hDxgContext;
  save.Size = SAVE_AREA_SIZE;
  ring.Size = PAGE_SIZE;
  status = dxgk->DxgkCbCreateContextAllocation(&save);
  if (!NT_SUCCESS(status))
    return status;
  Context->SaveArea = save.hAllocation;
  save.hAllocation = NULL;
  status = dxgk->DxgkCbCreateContextAllocation(&ring);
  if (!NT_SUCCESS(status)) {
    dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, Context->SaveArea);
    Context->SaveArea = NULL;
    return status;
  }
  Context->Ring = ring.hAllocation;
  return STATUS_SUCCESS;
}

// The second create fails and the first allocation is forgotten.
NTSTATUS second_create_fails_bad(ADAPTER *Adapter, HANDLE hDevice, HANDLE hContext, HANDLE *Save, HANDLE *Ring)
{
  DXGKARGCB_CREATECONTEXTALLOCATION save = {0};
  DXGKARGCB_CREATECONTEXTALLOCATION ring = {0};
  NTSTATUS status;
  save.hAdapter = Adapter->Dxgk.DeviceHandle;
  save.hDevice = hDevice;
  save.hContext = hContext;
  save.Size = SAVE_AREA_SIZE;
  ring = save;
  status = Adapter->Dxgk.DxgkCbCreateContextAllocation(&save);
  if (!NT_SUCCESS(status))
    return status;
  status = Adapter->Dxgk.DxgkCbCreateContextAllocation(&ring);
  if (!NT_SUCCESS(status))
    return status; // EXPECT: dxgk-leak
  *Save = save.hAllocation;
  *Ring = ring.hAllocation;
  return STATUS_SUCCESS;
}

NTSTATUS second_create_fails_ok(ADAPTER *Adapter, HANDLE hDevice, HANDLE hContext, HANDLE *Save, HANDLE *Ring)
{
  DXGKARGCB_CREATECONTEXTALLOCATION save = {0};
  DXGKARGCB_CREATECONTEXTALLOCATION ring = {0};
  NTSTATUS status;
  save.hAdapter = Adapter->Dxgk.DeviceHandle;
  save.hDevice = hDevice;
  save.hContext = hContext;
  save.Size = SAVE_AREA_SIZE;
  ring = save;
  status = Adapter->Dxgk.DxgkCbCreateContextAllocation(&save);
  if (!NT_SUCCESS(status))
    return status;
  status = Adapter->Dxgk.DxgkCbCreateContextAllocation(&ring);
  if (!NT_SUCCESS(status)) {
    Adapter->Dxgk.DxgkCbDestroyContextAllocation(Adapter->Dxgk.DeviceHandle, save.hAllocation);
    return status;
  }
  *Save = save.hAllocation;
  *Ring = ring.hAllocation;
  return STATUS_SUCCESS;
}

// The object that holds the handle is freed before the handle is destroyed.
NTSTATUS holder_freed_bad(ADAPTER *Adapter, HANDLE hDevice, HANDLE hContext)
{
  GPU_CONTEXT *context = (GPU_CONTEXT *)ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(GPU_CONTEXT), POOL_TAG);
  DXGKARGCB_CREATECONTEXTALLOCATION args = {0};
  NTSTATUS status;
  if (!context)
    return STATUS_NO_MEMORY;
  args.hAdapter = Adapter->Dxgk.DeviceHandle;
  args.hDevice = hDevice;
  args.hContext = hContext;
  args.Size = SAVE_AREA_SIZE;
  status = Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status)) {
    ExFreePoolWithTag(context, POOL_TAG);
    return status;
  }
  context->SaveArea = args.hAllocation;
  args.hAllocation = NULL;
  ExFreePoolWithTag(context, POOL_TAG); // EXPECT: dxgk-leak
  return STATUS_SUCCESS;
}

NTSTATUS holder_freed_ok(ADAPTER *Adapter, HANDLE hDevice, HANDLE hContext)
{
  GPU_CONTEXT *context = (GPU_CONTEXT *)ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(GPU_CONTEXT), POOL_TAG);
  DXGKARGCB_CREATECONTEXTALLOCATION args = {0};
  NTSTATUS status;
  if (!context)
    return STATUS_NO_MEMORY;
  args.hAdapter = Adapter->Dxgk.DeviceHandle;
  args.hDevice = hDevice;
  args.hContext = hContext;
  args.Size = SAVE_AREA_SIZE;
  status = Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status)) {
    ExFreePoolWithTag(context, POOL_TAG);
    return status;
  }
  context->SaveArea = args.hAllocation;
  args.hAllocation = NULL;
  Adapter->Dxgk.DxgkCbDestroyContextAllocation(Adapter->Dxgk.DeviceHandle, context->SaveArea);
  ExFreePoolWithTag(context, POOL_TAG);
  return STATUS_SUCCESS;
}

// Destroyed in one branch of the switch only.
NTSTATUS switch_branch_bad(ADAPTER *Adapter, HANDLE hDevice, HANDLE hContext, ULONG Node)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args = {0};
  NTSTATUS status;
  args.hAdapter = Adapter->Dxgk.DeviceHandle;
  args.hDevice = hDevice;
  args.hContext = hContext;
  args.Size = SAVE_AREA_SIZE;
  status = Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status))
    return status;
  switch (Node) {
  case 0:
    Adapter->Dxgk.DxgkCbDestroyContextAllocation(Adapter->Dxgk.DeviceHandle, args.hAllocation);
    break;
  default:
    break;
  }
  return STATUS_SUCCESS; // EXPECT: dxgk-leak
}

NTSTATUS switch_branch_ok(ADAPTER *Adapter, HANDLE hDevice, HANDLE hContext, ULONG Node)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args = {0};
  NTSTATUS status;
  args.hAdapter = Adapter->Dxgk.DeviceHandle;
  args.hDevice = hDevice;
  args.hContext = hContext;
  args.Size = SAVE_AREA_SIZE;
  status = Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status))
    return status;
  switch (Node) {
  case 0:
    Adapter->Flags = 0;
    /* fall through */
  default:
    Adapter->Dxgk.DxgkCbDestroyContextAllocation(Adapter->Dxgk.DeviceHandle, args.hAllocation);
    break;
  }
  return STATUS_SUCCESS;
}
