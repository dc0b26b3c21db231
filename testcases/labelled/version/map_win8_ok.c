// A driver that registers as WDDM2_0 and maps a context allocation.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

DXGKDDI_ESCAPE escape_ok;
NTSTATUS APIENTRY escape_ok(CONST HANDLE hAdapter, CONST DXGKARG_ESCAPE *pEscape)
{
  ADAPTER *adapter = (ADAPTER *)hAdapter;
  DXGKARGCB_MAPCONTEXTALLOCATION map = {0};
  UNREFERENCED_PARAMETER(pEscape);
  map.hAllocation = adapter->PageTable;
  if (!adapter->Dxgk.DxgkCbMapContextAllocation(adapter->Dxgk.DeviceHandle, &map))
    return STATUS_NO_MEMORY;
  return STATUS_SUCCESS;
}

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
  DRIVER_INITIALIZATION_DATA data = {0};
  data.Version = DXGKDDI_INTERFACE_VERSION_WDDM2_0;
  data.DxgkDdiEscape = escape_ok;
  return DxgkInitialize(DriverObject, RegistryPath, &data);
}
