// A driver that registers as WIN7 and creates a context allocation.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

DXGKDDI_ESCAPE escape_bad;
NTSTATUS APIENTRY escape_bad(CONST HANDLE hAdapter, CONST DXGKARG_ESCAPE *pEscape)
{
  ADAPTER *adapter = (ADAPTER *)hAdapter;
  DXGKARGCB_CREATECONTEXTALLOCATION args = {0};
  NTSTATUS status;
  UNREFERENCED_PARAMETER(pEscape);
  if (adapter->Scratch)
    return STATUS_SUCCESS;
  args.ContextAllocationFlags.SharedAcrossContexts = 1;
  args.hAdapter = adapter->Dxgk.DeviceHandle;
  args.Size = PAGE_SIZE;
  status = adapter->Dxgk.DxgkCbCreateContextAllocation(&args); // EXPECT: dxgk-version
  if (NT_SUCCESS(status))
    adapter->Scratch = args.hAllocation;
  return status;
}

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
  DRIVER_INITIALIZATION_DATA data = {0};
  data.Version = DXGKDDI_INTERFACE_VERSION_WIN7;
  data.DxgkDdiEscape = escape_bad;
  return DxgkInitialize(DriverObject, RegistryPath, &data);
}
