// A driver for Windows 7 that calls what Windows 7 has.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

DXGKDDI_ESCAPE escape_ok;
NTSTATUS APIENTRY escape_ok(CONST HANDLE hAdapter, CONST DXGKARG_ESCAPE *pEscape)
{
  ADAPTER *adapter = (ADAPTER *)hAdapter;
  UNREFERENCED_PARAMETER(pEscape);
  adapter->Flags |= 4;
  adapter->Dxgk.DxgkCbQueueDpc(adapter->Dxgk.DeviceHandle);
  return STATUS_SUCCESS;
}

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
  DRIVER_INITIALIZATION_DATA data = {0};
  data.Version = DXGKDDI_INTERFACE_VERSION_WIN7;
  data.DxgkDdiEscape = escape_ok;
  return DxgkInitialize(DriverObject, RegistryPath, &data);
}
