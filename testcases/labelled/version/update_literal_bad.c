// A driver that registers as 0x4002 and updates a context allocation.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

DXGKDDI_ESCAPE escape_bad;
NTSTATUS APIENTRY escape_bad(CONST HANDLE hAdapter, CONST DXGKARG_ESCAPE *pEscape)
{
  ADAPTER *adapter = (ADAPTER *)hAdapter;
  DXGKARGCB_UPDATECONTEXTALLOCATION update = {0};
  UNREFERENCED_PARAMETER(pEscape);
  update.hAllocation = adapter->PageTable;
  return adapter->Dxgk.DxgkCbUpdateContextAllocation(adapter->Dxgk.DeviceHandle, &update); // EXPECT: dxgk-version
}

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
  DRIVER_INITIALIZATION_DATA data = {0};
  data.Version = 0x4002;
  data.DxgkDdiEscape = escape_bad;
  return DxgkInitialize(DriverObject, RegistryPath, &data);
}
