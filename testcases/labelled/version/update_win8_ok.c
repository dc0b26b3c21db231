// A driver that registers as WDDM2_1 and updates a context allocation.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

DXGKDDI_ESCAPE escape_ok;
NTSTATUS APIENTRY escape_ok(CONST HANDLE hAdapter, CONST DXGKARG_ESCAPE *pEscape)
{
  ADAPTER *adapter = (ADAPTER *)hAdapter;
  DXGKARGCB_UPDATECONTEXTALLOCATION update = {0};
  UNREFERENCED_PARAMETER(pEscape);
  update.hAllocation = adapter->PageTable;
  return adapter->Dxgk.DxgkCbUpdateContextAllocation(adapter->Dxgk.DeviceHandle, &update);
}

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
  DRIVER_INITIALIZATION_DATA data = {0};
  data.Version = DXGKDDI_INTERFACE_VERSION_WDDM2_1;
  data.DxgkDdiEscape = escape_ok;
  return DxgkInitialize(DriverObject, RegistryPath, &data);
}
