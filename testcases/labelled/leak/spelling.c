// The same leak however the callback is reached: pointers, copies, macros, wrappers, a global interface.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

#define DXGK_CALL(Adapter, Member, ...) ((Adapter)->Dxgk.Member(__VA_ARGS__))

static DXGKRNL_INTERFACE g_Dxgk;
static PDXGKRNL_INTERFACE g_DxgkPointer;

VOID RememberInterface(PDXGKRNL_INTERFACE Dxgk)
{
  g_Dxgk = *Dxgk;
  g_DxgkPointer = Dxgk;
}

static VOID PrepareArguments(DXGKARGCB_CREATECONTEXTALLOCATION *Args, HANDLE hAdapter, GPU_CONTEXT *Context)
{
  RtlZeroMemory(Args, sizeof(*Args));
  Args->hAdapter = hAdapter;
  Args->hDevice = Context->Device->hDxgDevice;
  Args->hContext = Context->hDxgContext;
  Args->Size = SAVE_AREA_SIZE;
}

NTSTATUS dereferenced_pointer_bad(PDXGKRNL_INTERFACE Dxgk, GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  PrepareArguments(&args, Dxgk->DeviceHandle, Context);
  status = (*Dxgk->DxgkCbCreateContextAllocation)(&args);
  if (!NT_SUCCESS(status))
    return status;
  if (!HardwareIsReady())
    return STATUS_DEVICE_NOT_READY; // EXPECT: dxgk-leak
  return (*Dxgk->DxgkCbDestroyContextAllocation)(Dxgk->DeviceHandle, args.hAllocation);
}

NTSTATUS dereferenced_pointer_ok(PDXGKRNL_INTERFACE Dxgk, GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  PrepareArguments(&args, Dxgk->DeviceHandle, Context);
  status = (*Dxgk->DxgkCbCreateContextAllocation)(&args);
  if (!NT_SUCCESS(status))
    return status;
  if (!HardwareIsReady()) {
    (*Dxgk->DxgkCbDestroyContextAllocation)(Dxgk->DeviceHandle, args.hAllocation);
    return STATUS_DEVICE_NOT_READY;
  }
  return (*Dxgk->DxgkCbDestroyContextAllocation)(Dxgk->DeviceHandle, args.hAllocation);
}

NTSTATUS copied_pointer_bad(GPU_CONTEXT *Context)
{
  DXGKCB_CREATECONTEXTALLOCATION create = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation;
  DXGKCB_DESTROYCONTEXTALLOCATION destroy = Context->Adapter->Dxgk.DxgkCbDestroyContextAllocation;
  HANDLE adapter = Context->Adapter->Dxgk.DeviceHandle;
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  PrepareArguments(&args, adapter, Context);
  status = create(&args);
  if (!NT_SUCCESS(status))
    return status;
  if (!HardwareIsReady())
    return STATUS_DEVICE_NOT_READY; // EXPECT: dxgk-leak
  return destroy(adapter, args.hAllocation);
}

NTSTATUS copied_pointer_ok(GPU_CONTEXT *Context)
{
  DXGKCB_CREATECONTEXTALLOCATION create = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation;
  DXGKCB_DESTROYCONTEXTALLOCATION destroy = Context->Adapter->Dxgk.DxgkCbDestroyContextAllocation;
  HANDLE adapter = Context->Adapter->Dxgk.DeviceHandle;
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  PrepareArguments(&args, adapter, Context);
  status = create(&args);
  if (!NT_SUCCESS(status))
    return status;
  if (!HardwareIsReady())
    status = STATUS_DEVICE_NOT_READY;
  destroy(adapter, args.hAllocation);
  return status;
}

NTSTATUS macro_bad(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  PrepareArguments(&args, Context->Adapter->Dxgk.DeviceHandle, Context);
  status = DXGK_CALL(Context->Adapter, DxgkCbCreateContextAllocation, &args);
  if (NT_SUCCESS(status) && HardwareIsReady())
    DXGK_CALL(Context->Adapter, DxgkCbDestroyContextAllocation, Context->Adapter->Dxgk.DeviceHandle, args.hAllocation);
  return status; // EXPECT: dxgk-leak
}

NTSTATUS macro_ok(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  PrepareArguments(&args, Context->Adapter->Dxgk.DeviceHandle, Context);
  status = DXGK_CALL(Context->Adapter, DxgkCbCreateContextAllocation, &args);
  if (NT_SUCCESS(status))
    DXGK_CALL(Context->Adapter, DxgkCbDestroyContextAllocation, Context->Adapter->Dxgk.DeviceHandle, args.hAllocation);
  return status;
}

static NTSTATUS CreateThrough(PDXGKRNL_INTERFACE Dxgk, DXGKARGCB_CREATECONTEXTALLOCATION *Args)
{
  return Dxgk->DxgkCbCreateContextAllocation(Args);
}

static VOID DestroyThrough(PDXGKRNL_INTERFACE Dxgk, HANDLE Allocation)
{
  if (Allocation)
    Dxgk->DxgkCbDestroyContextAllocation(Dxgk->DeviceHandle, Allocation);
}

NTSTATUS wrapper_bad(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  PrepareArguments(&args, Context->Adapter->Dxgk.DeviceHandle, Context);
  status = CreateThrough(&Context->Adapter->Dxgk, &args);
  if (!NT_SUCCESS(status))
    return status;
  if (!HardwareIsReady())
    return STATUS_DEVICE_NOT_READY; // EXPECT: dxgk-leak
  DestroyThrough(&Context->Adapter->Dxgk, args.hAllocation);
  return STATUS_SUCCESS;
}

NTSTATUS wrapper_ok(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  PrepareArguments(&args, Context->Adapter->Dxgk.DeviceHandle, Context);
  status = CreateThrough(&Context->Adapter->Dxgk, &args);
  if (!NT_SUCCESS(status))
    return status;
  if (!HardwareIsReady())
    status = STATUS_DEVICE_NOT_READY;
  DestroyThrough(&Context->Adapter->Dxgk, args.hAllocation);
  return status;
}

NTSTATUS global_interface_bad(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  PrepareArguments(&args, g_Dxgk.DeviceHandle, Context);
  status = g_Dxgk.DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status))
    return status;
  if (HardwareRevision() > 3)
    return STATUS_NOT_SUPPORTED; // EXPECT: dxgk-leak
  return g_Dxgk.DxgkCbDestroyContextAllocation(g_Dxgk.DeviceHandle, args.hAllocation);
}

NTSTATUS global_interface_ok(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  if (HardwareRevision() > 3)
    return STATUS_NOT_SUPPORTED;
  PrepareArguments(&args, g_Dxgk.DeviceHandle, Context);
  status = g_Dxgk.DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status))
    return status;
  return g_Dxgk.DxgkCbDestroyContextAllocation(g_Dxgk.DeviceHandle, args.hAllocation);
}

NTSTATUS global_pointer_bad(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  PrepareArguments(&args, g_DxgkPointer->DeviceHandle, Context);
  status = (g_DxgkPointer->DxgkCbCreateContextAllocation)(&args);
  return NT_SUCCESS(status) ? STATUS_SUCCESS : status; // EXPECT: dxgk-leak
}

NTSTATUS global_pointer_ok(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  PrepareArguments(&args, g_DxgkPointer->DeviceHandle, Context);
  status = (g_DxgkPointer->DxgkCbCreateContextAllocation)(&args);
  return NT_SUCCESS(status)
             ? g_DxgkPointer->DxgkCbDestroyContextAllocation(g_DxgkPointer->DeviceHandle, args.hAllocation)
             : status;
}

// The interface is copied to a local as a whole.
NTSTATUS local_interface_bad(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE dxgk = Context->Adapter->Dxgk;
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  PrepareArguments(&args, dxgk.DeviceHandle, Context);
  status = dxgk.DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status))
    return status;
  if (HardwareRevision() == 7)
    return STATUS_NOT_SUPPORTED; // EXPECT: dxgk-leak
  return dxgk.DxgkCbDestroyContextAllocation(dxgk.DeviceHandle, args.hAllocation);
}

NTSTATUS local_interface_ok(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE dxgk = Context->Adapter->Dxgk;
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  PrepareArguments(&args, dxgk.DeviceHandle, Context);
  status = dxgk.DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status))
    return status;
  return dxgk.DxgkCbDestroyContextAllocation(dxgk.DeviceHandle, args.hAllocation);
}

// A pointer type of the driver's own, without a documented name.
typedef NTSTATUS (APIENTRY *PCREATE)(DXGKARGCB_CREATECONTEXTALLOCATION *);

NTSTATUS own_pointer_type_bad(GPU_CONTEXT *Context)
{
  PCREATE create = (PCREATE)Context->Adapter->Dxgk.DxgkCbCreateContextAllocation;
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  PrepareArguments(&args, Context->Adapter->Dxgk.DeviceHandle, Context);
  if (!NT_SUCCESS(create(&args)))
    return STATUS_NO_MEMORY;
  return STATUS_SUCCESS; // EXPECT: dxgk-leak
}

NTSTATUS own_pointer_type_ok(GPU_CONTEXT *Context)
{
  PCREATE create = (PCREATE)Context->Adapter->Dxgk.DxgkCbCreateContextAllocation;
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  PrepareArguments(&args, Context->Adapter->Dxgk.DeviceHandle, Context);
  if (!NT_SUCCESS(create(&args)))
    return STATUS_NO_MEMORY;
  Context->SaveArea = args.hAllocation;
  return STATUS_SUCCESS;
}
