// A part of a driver: another file stores the interface in g_Dxgk. Nobody can store anything in g_Never.
#include <ntddk.h>
#include <dispmprt.h>

DXGKRNL_INTERFACE *g_Dxgk;
static DXGKRNL_INTERFACE *g_Never;

NTSTATUS SetElsewhere(void)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args = {0};
  args.hAdapter = g_Dxgk->DeviceHandle;
  args.ContextAllocationFlags.SharedAcrossContexts = 1;
  args.Size = 4096;
  if (!NT_SUCCESS(g_Dxgk->DxgkCbCreateContextAllocation(&args)))
    return STATUS_NO_MEMORY;
  return STATUS_SUCCESS;
}

NTSTATUS NeverSet(void)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args = {0};
  args.hAdapter = g_Never->DeviceHandle;
  args.ContextAllocationFlags.SharedAcrossContexts = 1;
  args.Size = 4096;
  if (!NT_SUCCESS(g_Never->DxgkCbCreateContextAllocation(&args)))
    return STATUS_NO_MEMORY;
  return STATUS_SUCCESS;
}

#ifdef WHOLE
NTSTATUS DriverEntry(DRIVER_OBJECT *Driver, UNICODE_STRING *Path)
{
  return SetElsewhere();
}
#endif
