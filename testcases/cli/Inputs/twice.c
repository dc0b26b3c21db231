// Two findings of two checks.
#include <ntddk.h>
#include <dispmprt.h>

typedef struct _DEV {
  DXGKRNL_INTERFACE Dxgk;
} DEV;

NTSTATUS Twice(DEV *dev, ULONG size)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args = {0};
  args.hAdapter = dev->Dxgk.DeviceHandle;
  args.ContextAllocationFlags.SharedAcrossContexts = 1;
  args.Size = size;
  NTSTATUS status = dev->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status))
    return status;
  if (size == 1)
    return STATUS_UNSUCCESSFUL;
  dev->Dxgk.DxgkCbDestroyContextAllocation(dev->Dxgk.DeviceHandle, args.hAllocation);
  dev->Dxgk.DxgkCbDestroyContextAllocation(dev->Dxgk.DeviceHandle, args.hAllocation);
  return STATUS_SUCCESS;
}
