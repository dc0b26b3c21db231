// The registration is a static table with designated initialisers; the driver maps an allocation.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

DXGKDDI_ESCAPE escape_bad;
NTSTATUS APIENTRY escape_bad(CONST HANDLE hAdapter, CONST DXGKARG_ESCAPE *pEscape)
{
  ADAPTER *adapter = (ADAPTER *)hAdapter;
  DXGKARGCB_MAPCONTEXTALLOCATION map = {0};
  UNREFERENCED_PARAMETER(pEscape);
  map.hAllocation = adapter->PageTable;
  if (!adapter->Dxgk.DxgkCbMapContextAllocation(adapter->Dxgk.DeviceHandle, &map)) // EXPECT: dxgk-version
    return STATUS_NO_MEMORY;
  return STATUS_SUCCESS;
}

static DRIVER_INITIALIZATION_DATA InitializationData = {
    .Version = DXGKDDI_INTERFACE_VERSION_WIN8,
    .DxgkDdiEscape = escape_bad,
};

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
  return DxgkInitialize(DriverObject, RegistryPath, &InitializationData);
}
