// The version that a helper sets is overwritten: the last one is registered.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

static VOID map_ok(ADAPTER *Adapter)
{
  DXGKARGCB_MAPCONTEXTALLOCATION map = {0};
  map.hAllocation = Adapter->PageTable;
  if (Adapter->PageTable)
    (VOID)Adapter->Dxgk.DxgkCbMapContextAllocation(Adapter->Dxgk.DeviceHandle, &map);
}

NTSTATUS APIENTRY Escape(CONST HANDLE hAdapter, CONST DXGKARG_ESCAPE *pEscape)
{
  UNREFERENCED_PARAMETER(pEscape);
  map_ok((ADAPTER *)hAdapter);
  return STATUS_SUCCESS;
}

static VOID FillTable(DRIVER_INITIALIZATION_DATA *Data)
{
  RtlZeroMemory(Data, sizeof(*Data));
  Data->Version = DXGKDDI_INTERFACE_VERSION_WIN8;
  Data->DxgkDdiEscape = Escape;
}

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
  DRIVER_INITIALIZATION_DATA data;
  FillTable(&data);
  data.Version = DXGKDDI_INTERFACE_VERSION_WDDM2_0;
  return DxgkInitialize(DriverObject, RegistryPath, &data);
}
