// No finding.
#include <ntddk.h>
#include <dispmprt.h>

typedef struct _DEV {
  DXGKRNL_INTERFACE Dxgk;
} DEV;

NTSTATUS Probe(DEV *dev, ULONG size)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args = {0};
  args.hAdapter = dev->Dxgk.DeviceHandle;
  args.ContextAllocationFlags.SharedAcrossContexts = 1;
  args.Size = size;
  NTSTATUS status = dev->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (NT_SUCCESS(status))
    dev->Dxgk.DxgkCbDestroyContextAllocation(dev->Dxgk.DeviceHandle, args.hAllocation);
  return status;
}
