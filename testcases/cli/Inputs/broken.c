// One function is sound and leaks, one uses a member that is not there, a missing brace hides two.
#include <ntddk.h>
#include <dispmprt.h>

typedef struct _DEV {
  DXGKRNL_INTERFACE Dxgk;
} DEV;

NTSTATUS Sound(DEV *dev)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args = {0};
  args.hAdapter = dev->Dxgk.DeviceHandle;
  args.ContextAllocationFlags.SharedAcrossContexts = 1;
  args.Size = 4096;
  return dev->Dxgk.DxgkCbCreateContextAllocation(&args);
}

NTSTATUS Member(DEV *dev) { return dev->Missing(1); }

NTSTATUS Open(DEV *dev)
{
  if (dev) {
    return STATUS_SUCCESS;
}

NTSTATUS Hidden(DEV *dev) { return STATUS_SUCCESS; }
