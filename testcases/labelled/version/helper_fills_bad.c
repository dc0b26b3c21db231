// A helper fills in the registration; its version comes as an argument.
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

static VOID FillTable(DRIVER_INITIALIZATION_DATA *Data, ULONG Version)
{
  RtlZeroMemory(Data, sizeof(*Data));
  Data->Version = Version;
  Data->DxgkDdiEscape = escape_bad;
}

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
  DRIVER_INITIALIZATION_DATA data;
  FillTable(&data, DXGKDDI_INTERFACE_VERSION_WIN7);
  return DxgkInitialize(DriverObject, RegistryPath, &data);
}
