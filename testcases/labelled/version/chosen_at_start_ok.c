// The version is chosen at run time, and the newer callback is called only where the interface has it.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

DXGKDDI_ESCAPE escape_ok;
NTSTATUS APIENTRY escape_ok(CONST HANDLE hAdapter, CONST DXGKARG_ESCAPE *pEscape)
{
  ADAPTER *adapter = (ADAPTER *)hAdapter;
  DXGKARGCB_UPDATECONTEXTALLOCATION update = {0};
  UNREFERENCED_PARAMETER(pEscape);
  if (adapter->Dxgk.Version < DXGKDDI_INTERFACE_VERSION_WDDM2_0)
    return STATUS_NOT_SUPPORTED;
  update.hAllocation = adapter->PageTable;
  return adapter->Dxgk.DxgkCbUpdateContextAllocation(adapter->Dxgk.DeviceHandle, &update);
}

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
  DRIVER_INITIALIZATION_DATA data = {0};
  data.Version = HardwareRevision() > 2 ? DXGKDDI_INTERFACE_VERSION_WDDM2_0 : DXGKDDI_INTERFACE_VERSION_WIN8;
  data.DxgkDdiEscape = escape_ok;
  return DxgkInitialize(DriverObject, RegistryPath, &data);
}
