// The newer callback is called by a helper, through a copied pointer.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

static D3DGPU_VIRTUAL_ADDRESS MapAllocation(ADAPTER *Adapter, HANDLE Allocation)
{
  DXGKARGCB_MAPCONTEXTALLOCATION map = {0};
  DXGKCB_MAPCONTEXTALLOCATION callback = Adapter->Dxgk.DxgkCbMapContextAllocation;
  map.hAllocation = Allocation;
  return callback(Adapter->Dxgk.DeviceHandle, &map);
}

DXGKDDI_ESCAPE escape_ok;
NTSTATUS APIENTRY escape_ok(CONST HANDLE hAdapter, CONST DXGKARG_ESCAPE *pEscape)
{
  ADAPTER *adapter = (ADAPTER *)hAdapter;
  UNREFERENCED_PARAMETER(pEscape);
  return MapAllocation(adapter, adapter->PageTable) ? STATUS_SUCCESS : STATUS_NO_MEMORY;
}

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
  DRIVER_INITIALIZATION_DATA data = {0};
  data.Version = DXGKDDI_INTERFACE_VERSION_WDDM2_0;
  data.DxgkDdiEscape = escape_ok;
  return DxgkInitialize(DriverObject, RegistryPath, &data);
}
