// A part of a driver without its registration: nothing is known about the version.
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
