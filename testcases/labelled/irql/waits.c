// Waiting for what other processors do: below DISPATCH_LEVEL only. A driver that asks for that first has asked enough.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

void flushed_under_lock_bad(ADAPTER *Adapter)
{
  KIRQL old;
  KeAcquireSpinLock(&Adapter->Lock, &old);
  KeFlushQueuedDpcs(); // EXPECT: dxgk-irql
  KeReleaseSpinLock(&Adapter->Lock, old);
}

void flushed_after_lock_ok(ADAPTER *Adapter)
{
  KIRQL old;
  KeAcquireSpinLock(&Adapter->Lock, &old);
  Adapter->Flags = 0;
  KeReleaseSpinLock(&Adapter->Lock, old);
  KeFlushQueuedDpcs();
}

static void Quiesce(ADAPTER *Adapter)
{
  Adapter->Flags = 0;
  if (KeGetCurrentIrql() < DISPATCH_LEVEL)
    KeFlushQueuedDpcs();
}

static void QuiesceAnyway(ADAPTER *Adapter)
{
  Adapter->Flags = 0;
  KeFlushQueuedDpcs(); // EXPECT: dxgk-irql
  // EXPECTED-IN: write_and_wait_bad
}

// Called at any level, after a bug check too.
DXGKDDI_SYSTEM_DISPLAY_WRITE write_and_wait_ok;
DXGKDDI_SYSTEM_DISPLAY_WRITE write_and_wait_bad;

VOID write_and_wait_ok(PVOID Context, PVOID Source, UINT Width, UINT Height, UINT Stride, UINT X, UINT Y)
{
  UNREFERENCED_PARAMETER(Source);
  UNREFERENCED_PARAMETER(Width);
  UNREFERENCED_PARAMETER(Height);
  UNREFERENCED_PARAMETER(Stride);
  UNREFERENCED_PARAMETER(X);
  UNREFERENCED_PARAMETER(Y);
  Quiesce((ADAPTER *)Context);
}

VOID write_and_wait_bad(PVOID Context, PVOID Source, UINT Width, UINT Height, UINT Stride, UINT X, UINT Y)
{
  UNREFERENCED_PARAMETER(Source);
  UNREFERENCED_PARAMETER(Width);
  UNREFERENCED_PARAMETER(Height);
  UNREFERENCED_PARAMETER(Stride);
  UNREFERENCED_PARAMETER(X);
  UNREFERENCED_PARAMETER(Y);
  QuiesceAnyway((ADAPTER *)Context);
}

VOID delayed_in_routine_bad(PVOID Context)
{
  KIRQL old;
  LARGE_INTEGER time;
  time.QuadPart = -10000;
  KeRaiseIrql(DISPATCH_LEVEL, &old);
  KeDelayExecutionThread(KernelMode, FALSE, &time); // EXPECT: dxgk-irql
  KeLowerIrql(old);
  UNREFERENCED_PARAMETER(Context);
}

VOID delayed_in_routine_ok(PVOID Context)
{
  LARGE_INTEGER time;
  time.QuadPart = -10000;
  KeDelayExecutionThread(KernelMode, FALSE, &time);
  UNREFERENCED_PARAMETER(Context);
}

// A resource is waited for, so that it is not taken under a spin lock.
void resource_under_lock_bad(ADAPTER *Adapter, PERESOURCE Resource)
{
  KIRQL old;
  KeAcquireSpinLock(&Adapter->Lock, &old);
  ExAcquireResourceExclusiveLite(Resource, TRUE); // EXPECT: dxgk-irql
  Adapter->Flags = 0;
  ExReleaseResourceLite(Resource);
  KeReleaseSpinLock(&Adapter->Lock, old);
}

void resource_around_lock_ok(ADAPTER *Adapter, PERESOURCE Resource)
{
  KIRQL old;
  ExAcquireResourceExclusiveLite(Resource, TRUE);
  KeAcquireSpinLock(&Adapter->Lock, &old);
  Adapter->Flags = 0;
  KeReleaseSpinLock(&Adapter->Lock, old);
  ExReleaseResourceLite(Resource);
}
