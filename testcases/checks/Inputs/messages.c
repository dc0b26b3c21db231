// One defect for each check; see messages.test.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <ntddk.h>
#include <dispmprt.h>

typedef struct _DEV {
  DXGKRNL_INTERFACE Dxgk;
  HANDLE Held;
  KSPIN_LOCK Lock;
} DEV;

static NTSTATUS Create(DEV *dev, HANDLE *out)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args = {0};
  args.hAdapter = dev->Dxgk.DeviceHandle;
  args.ContextAllocationFlags.SharedAcrossContexts = 1;
  args.Size = 4096;
  NTSTATUS status = dev->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (NT_SUCCESS(status))
    *out = args.hAllocation;
  return status;
}

static void Destroy(DEV *dev, HANDLE handle)
{
  dev->Dxgk.DxgkCbDestroyContextAllocation(dev->Dxgk.DeviceHandle, handle);
}

NTSTATUS Leak(DEV *dev)
{
  HANDLE handle;
  NTSTATUS status = Create(dev, &handle);
  if (!NT_SUCCESS(status))
    return status;
  return STATUS_SUCCESS;
}

void Double(DEV *dev)
{
  Destroy(dev, dev->Held);
  Destroy(dev, dev->Held);
}

void UseAfter(DEV *dev, DXGKARGCB_UPDATECONTEXTALLOCATION *update)
{
  Destroy(dev, dev->Held);
  update->hAllocation = dev->Held;
  dev->Dxgk.DxgkCbUpdateContextAllocation(dev->Dxgk.DeviceHandle, update);
}

void Wrong(DEV *dev)
{
  HANDLE handle;
  if (!NT_SUCCESS(Create(dev, &handle)))
    return;
  dev->Dxgk.DxgkCbDestroyContextAllocation(NULL, handle);
}

void Level(DEV *dev)
{
  KIRQL old;
  KeAcquireSpinLock(&dev->Lock, &old);
  Destroy(dev, dev->Held);
  KeReleaseSpinLock(&dev->Lock, old);
}

void Invalid(DEV *dev)
{
  HANDLE handle;
  Destroy(dev, handle);
}

NTSTATUS Unchecked(DEV *dev)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args = {0};
  args.hAdapter = dev->Dxgk.DeviceHandle;
  args.ContextAllocationFlags.SharedAcrossContexts = 1;
  args.Size = 4096;
  dev->Dxgk.DxgkCbCreateContextAllocation(&args);
  dev->Held = args.hAllocation;
  return STATUS_SUCCESS;
}

NTSTATUS Contract(DEV *dev, HANDLE *out)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args = {0};
  args.hAdapter = dev->Dxgk.DeviceHandle;
  args.ContextAllocationFlags.SharedAcrossContexts = 1;
  args.hContext = dev->Held;
  args.Size = 4096;
  if (!dev->Held)
    return STATUS_UNSUCCESSFUL;
  NTSTATUS status = dev->Dxgk.DxgkCbCreateContextAllocation(&args);
  *out = args.hAllocation;
  return status;
}
