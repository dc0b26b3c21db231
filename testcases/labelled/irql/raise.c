// IRQL raised, lowered and asked for by hand.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

VOID raised_bad(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  KIRQL old;
  KeRaiseIrql(DISPATCH_LEVEL, &old);
  dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, Context->SaveArea); // EXPECT: dxgk-irql
  Context->SaveArea = NULL;
  KeLowerIrql(old);
}

VOID lowered_ok(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  KIRQL old;
  KeRaiseIrql(DISPATCH_LEVEL, &old);
  Context->EngineUsed = 0;
  KeLowerIrql(old);
  dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, Context->SaveArea);
  Context->SaveArea = NULL;
}

VOID raised_to_apc_bad(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  KIRQL old;
  KeRaiseIrql(APC_LEVEL, &old);
  dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, Context->SaveArea); // EXPECT: dxgk-irql
  Context->SaveArea = NULL;
  KeLowerIrql(old);
}

// Back to what was saved first, not to what was saved last.
VOID lowered_half_way_bad(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  KIRQL first, second;
  KeRaiseIrql(APC_LEVEL, &first);
  KeRaiseIrql(DISPATCH_LEVEL, &second);
  KeLowerIrql(second);
  dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, Context->SaveArea); // EXPECT: dxgk-irql
  Context->SaveArea = NULL;
  KeLowerIrql(first);
}

VOID lowered_all_the_way_ok(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  KIRQL first, second;
  KeRaiseIrql(APC_LEVEL, &first);
  KeRaiseIrql(DISPATCH_LEVEL, &second);
  KeLowerIrql(second);
  KeLowerIrql(first);
  dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, Context->SaveArea);
  Context->SaveArea = NULL;
}

// In a DPC: the guard tells the truth, whatever the guess of the caller.
KDEFERRED_ROUTINE guarded_dpc_ok;
VOID NTAPI guarded_dpc_ok(PKDPC Dpc, PVOID DeferredContext, PVOID Argument1, PVOID Argument2)
{
  GPU_CONTEXT *context = (GPU_CONTEXT *)DeferredContext;
  DXGKRNL_INTERFACE *dxgk = &context->Adapter->Dxgk;
  UNREFERENCED_PARAMETER(Dpc);
  UNREFERENCED_PARAMETER(Argument1);
  UNREFERENCED_PARAMETER(Argument2);
  if (KeGetCurrentIrql() == PASSIVE_LEVEL) {
    dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, context->SaveArea);
    context->SaveArea = NULL;
  }
}

KDEFERRED_ROUTINE wrong_guard_dpc_bad;
VOID NTAPI wrong_guard_dpc_bad(PKDPC Dpc, PVOID DeferredContext, PVOID Argument1, PVOID Argument2)
{
  GPU_CONTEXT *context = (GPU_CONTEXT *)DeferredContext;
  DXGKRNL_INTERFACE *dxgk = &context->Adapter->Dxgk;
  UNREFERENCED_PARAMETER(Dpc);
  UNREFERENCED_PARAMETER(Argument1);
  UNREFERENCED_PARAMETER(Argument2);
  if (KeGetCurrentIrql() <= DISPATCH_LEVEL) {
    dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, context->SaveArea); // EXPECT: dxgk-irql
    context->SaveArea = NULL;
  }
}

// A helper for all levels, which asks; the ISR may call it.
static VOID DestroyIfAllowed(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  if (KeGetCurrentIrql() > PASSIVE_LEVEL) {
    Context->EngineUsed |= 0x80000000;
    return;
  }
  dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, Context->Ring);
  Context->Ring = NULL;
}

VOID asks_under_lock_ok(GPU_CONTEXT *Context)
{
  KIRQL old;
  KeAcquireSpinLock(&Context->Adapter->Lock, &old);
  DestroyIfAllowed(Context);
  KeReleaseSpinLock(&Context->Adapter->Lock, old);
}

static VOID DestroyIfDispatch(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  KIRQL now = KeGetCurrentIrql();
  if (now > DISPATCH_LEVEL)
    return;
  dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, Context->Ring); // EXPECT: dxgk-irql
  // EXPECTED-IN: asks_wrongly_under_lock_bad
  Context->Ring = NULL;
}

VOID asks_wrongly_under_lock_bad(GPU_CONTEXT *Context)
{
  KIRQL old;
  KeAcquireSpinLock(&Context->Adapter->Lock, &old);
  DestroyIfDispatch(Context);
  KeReleaseSpinLock(&Context->Adapter->Lock, old);
}

// Where the level of a function is not known, nothing is reported.
VOID level_unknown_ok(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, Context->SaveArea);
  Context->SaveArea = NULL;
}
