// A driver that registers as WIN7 and destroys a context allocation.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

DXGKDDI_ESCAPE escape_bad;
NTSTATUS APIENTRY escape_bad(CONST HANDLE hAdapter, CONST DXGKARG_ESCAPE *pEscape)
{
  ADAPTER *adapter = (ADAPTER *)hAdapter;
  HANDLE scratch = adapter->Scratch;
  UNREFERENCED_PARAMETER(pEscape);
  adapter->Scratch = NULL;
  if (scratch)
    adapter->Dxgk.DxgkCbDestroyContextAllocation(adapter->Dxgk.DeviceHandle, scratch); // EXPECT: dxgk-version
  return STATUS_SUCCESS;
}

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
  DRIVER_INITIALIZATION_DATA data = {0};
  data.Version = DXGKDDI_INTERFACE_VERSION_WIN7;
  data.DxgkDdiEscape = escape_bad;
  return DxgkInitialize(DriverObject, RegistryPath, &data);
}
