// Each function here uses the same two helpers in a wrong way of its own; the helper is wrong by itself in Twice().
#include <ntddk.h>
#include <dispmprt.h>

typedef struct _DEV {
  DXGKRNL_INTERFACE Dxgk;
  HANDLE Kept;
} DEV;

static NTSTATUS Make(DEV *dev, HANDLE *allocation)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args = {0};
  NTSTATUS status;
  args.hAdapter = dev->Dxgk.DeviceHandle;
  args.ContextAllocationFlags.SharedAcrossContexts = 1;
  args.Size = 4096;
  status = dev->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (NT_SUCCESS(status))
    *allocation = args.hAllocation;
  return status;
}

static void Drop(DEV *dev, HANDLE allocation)
{
  dev->Dxgk.DxgkCbDestroyContextAllocation(dev->Dxgk.DeviceHandle, allocation);
}

void First(DEV *dev)
{
  HANDLE allocation;
  if (!NT_SUCCESS(Make(dev, &allocation)))
    return;
  Drop(dev, allocation);
  Drop(dev, allocation);
}

void Second(DEV *dev)
{
  HANDLE allocation;
  if (!NT_SUCCESS(Make(dev, &allocation)))
    return;
  Drop(dev, allocation);
  Drop(dev, allocation);
}

void Third(DEV *dev, HANDLE allocation)
{
  Drop(dev, allocation);
  Drop(dev, allocation);
}

void Nothing(DEV *dev)
{
  Drop(dev, NULL);
}

static void HandOn(DEV *dev, HANDLE allocation)
{
  Drop(dev, allocation);
}

void NothingEither(DEV *dev)
{
  HandOn(dev, NULL);
}

void Failed(DEV *dev)
{
  HANDLE allocation;
  if (!NT_SUCCESS(Make(dev, &allocation)))
    Drop(dev, allocation);
  else
    dev->Kept = allocation;
}

static void Twice(DEV *dev)
{
  dev->Dxgk.DxgkCbDestroyContextAllocation(dev->Dxgk.DeviceHandle, dev->Kept);
  dev->Dxgk.DxgkCbDestroyContextAllocation(dev->Dxgk.DeviceHandle, dev->Kept);
}

void UsesTwice(DEV *dev) { Twice(dev); }
void UsesTwiceAsWell(DEV *dev) { Twice(dev); }

static NTSTATUS Renew(DEV *dev)
{
  HANDLE old = dev->Kept;
  NTSTATUS status;
  dev->Kept = NULL;
  status = Make(dev, &dev->Kept);
  if (!NT_SUCCESS(status))
    return status;
  if (old)
    Drop(dev, old);
  return status;
}

void RenewsTwice(DEV *dev)
{
  Renew(dev);
  Renew(dev);
}

void RenewsAgain(DEV *dev)
{
  Renew(dev);
  Renew(dev);
}
