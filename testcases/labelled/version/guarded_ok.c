// Registered as WIN8; what came later is called where the interface says that it is there.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

static VOID by_version_ok(ADAPTER *Adapter)
{
  DXGKARGCB_MAPCONTEXTALLOCATION map = {0};
  map.hAllocation = Adapter->PageTable;
  if (Adapter->Dxgk.Version >= DXGKDDI_INTERFACE_VERSION_WDDM2_0)
    (VOID)Adapter->Dxgk.DxgkCbMapContextAllocation(Adapter->Dxgk.DeviceHandle, &map);
}

static VOID by_pointer_ok(ADAPTER *Adapter)
{
  DXGKARGCB_MAPCONTEXTALLOCATION map = {0};
  map.hAllocation = Adapter->PageTable;
  if (Adapter->Dxgk.DxgkCbMapContextAllocation != NULL)
    (VOID)Adapter->Dxgk.DxgkCbMapContextAllocation(Adapter->Dxgk.DeviceHandle, &map);
}

static VOID by_size_ok(ADAPTER *Adapter)
{
  DXGKARGCB_MAPCONTEXTALLOCATION map = {0};
  map.hAllocation = Adapter->PageTable;
  if (Adapter->Dxgk.Size >= RTL_SIZEOF_THROUGH_FIELD(DXGKRNL_INTERFACE, DxgkCbMapContextAllocation))
    (VOID)Adapter->Dxgk.DxgkCbMapContextAllocation(Adapter->Dxgk.DeviceHandle, &map);
}

NTSTATUS APIENTRY Escape(CONST HANDLE hAdapter, CONST DXGKARG_ESCAPE *pEscape)
{
  UNREFERENCED_PARAMETER(pEscape);
  by_version_ok((ADAPTER *)hAdapter);
  by_pointer_ok((ADAPTER *)hAdapter);
  by_size_ok((ADAPTER *)hAdapter);
  return STATUS_SUCCESS;
}

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
  DRIVER_INITIALIZATION_DATA data = {0};
  data.Version = DXGKDDI_INTERFACE_VERSION_WIN8;
  data.DxgkDdiEscape = Escape;
  return DxgkInitialize(DriverObject, RegistryPath, &data);
}
