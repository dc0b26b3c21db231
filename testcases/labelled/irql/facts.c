// What the driver itself says about levels: SAL annotations of functions, PAGED_CODE, paged segments.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

_IRQL_requires_(DISPATCH_LEVEL)
VOID requires_dispatch_bad(_In_ GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, Context->SaveArea); // EXPECT: dxgk-irql
  Context->SaveArea = NULL;
}

_IRQL_requires_(PASSIVE_LEVEL)
VOID requires_passive_ok(_In_ GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, Context->SaveArea);
  Context->SaveArea = NULL;
}

_IRQL_requires_min_(DISPATCH_LEVEL)
VOID requires_min_dispatch_bad(_In_ GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, Context->SaveArea); // EXPECT: dxgk-irql
  Context->SaveArea = NULL;
}

_IRQL_requires_max_(PASSIVE_LEVEL)
VOID requires_max_passive_ok(_In_ GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, Context->SaveArea);
  Context->SaveArea = NULL;
}

// Offered to callers at DISPATCH_LEVEL, of whom there is none here.
_IRQL_requires_max_(DISPATCH_LEVEL)
VOID requires_max_dispatch_bad(_In_ GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  HANDLE area = InterlockedExchangePointer(&Context->SaveArea, NULL);
  if (area)
    dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, area); // EXPECT: dxgk-irql
}

_IRQL_requires_max_(DISPATCH_LEVEL)
VOID requires_max_dispatch_ok(_In_ GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  HANDLE area;
  if (KeGetCurrentIrql() != PASSIVE_LEVEL)
    return;
  area = InterlockedExchangePointer(&Context->SaveArea, NULL);
  if (area)
    dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, area);
}

// Where the only caller is known, what it does counts.
_IRQL_requires_max_(DISPATCH_LEVEL)
static VOID DropArea(_In_ GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, Context->SaveArea);
  Context->SaveArea = NULL;
}

VOID requires_max_called_ok(GPU_CONTEXT *Context)
{
  DropArea(Context);
}

// HIGH_LEVEL is how headers write the level of a device.
_IRQL_requires_(HIGH_LEVEL)
VOID requires_high_bad(_In_ GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, Context->SaveArea); // EXPECT: dxgk-irql
  Context->SaveArea = NULL;
}

_IRQL_requires_(HIGH_LEVEL)
VOID requires_high_ok(_In_ GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  DXGKARGCB_NOTIFY_INTERRUPT_DATA data = {.InterruptType = DXGK_INTERRUPT_CRTC_VSYNC};
  dxgk->DxgkCbNotifyInterrupt(dxgk->DeviceHandle, &data);
}

_IRQL_requires_same_
VOID requires_same_ok(_In_ GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, Context->SaveArea);
  Context->SaveArea = NULL;
}

// Lock functions of a library, known by their annotations only.
_IRQL_requires_max_(DISPATCH_LEVEL)
_IRQL_raises_(DISPATCH_LEVEL)
_IRQL_saves_
KIRQL LockHardware(VOID);

_IRQL_requires_(DISPATCH_LEVEL)
VOID UnlockHardware(_In_ _IRQL_restores_ KIRQL Old);

VOID annotated_lock_bad(_In_ GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  KIRQL old = LockHardware();
  dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, Context->SaveArea); // EXPECT: dxgk-irql
  Context->SaveArea = NULL;
  UnlockHardware(old);
}

VOID annotated_lock_ok(_In_ GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  HANDLE area;
  KIRQL old = LockHardware();
  area = Context->SaveArea;
  Context->SaveArea = NULL;
  UnlockHardware(old);
  dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, area);
}

// PAGED_CODE says that the level is below DISPATCH_LEVEL: no reason for a report.
VOID paged_code_ok(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  PAGED_CODE();
  dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, Context->SaveArea);
  Context->SaveArea = NULL;
}

// ... and does not excuse a lock that is taken afterwards.
VOID paged_code_and_lock_bad(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  KIRQL old;
  PAGED_CODE();
  KeAcquireSpinLock(&Context->Adapter->Lock, &old);
  dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, Context->SaveArea); // EXPECT: dxgk-irql
  Context->SaveArea = NULL;
  KeReleaseSpinLock(&Context->Adapter->Lock, old);
}

#pragma code_seg(push)
#pragma code_seg("PAGE")

VOID paged_segment_ok(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, Context->SaveArea);
  Context->SaveArea = NULL;
}

#pragma code_seg(pop)

// A role spelled as a function class.
_Function_class_(KDEFERRED_ROUTINE)
_IRQL_requires_(DISPATCH_LEVEL)
_IRQL_requires_same_
VOID NTAPI class_of_dpc_bad(PKDPC Dpc, PVOID DeferredContext, PVOID Argument1, PVOID Argument2)
{
  GPU_CONTEXT *context = (GPU_CONTEXT *)DeferredContext;
  DXGKRNL_INTERFACE *dxgk = &context->Adapter->Dxgk;
  UNREFERENCED_PARAMETER(Dpc);
  UNREFERENCED_PARAMETER(Argument1);
  UNREFERENCED_PARAMETER(Argument2);
  dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, context->SaveArea); // EXPECT: dxgk-irql
  context->SaveArea = NULL;
}

IO_WORKITEM_ROUTINE class_of_work_item_ok;
VOID NTAPI class_of_work_item_ok(PDEVICE_OBJECT DeviceObject, PVOID Context)
{
  GPU_CONTEXT *context = (GPU_CONTEXT *)Context;
  DXGKRNL_INTERFACE *dxgk = &context->Adapter->Dxgk;
  UNREFERENCED_PARAMETER(DeviceObject);
  dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, context->SaveArea);
  context->SaveArea = NULL;
}
