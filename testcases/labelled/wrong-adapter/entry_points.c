// The adapter and device arguments of an entry point are the driver's own handles, never DXGKRNL_INTERFACE::DeviceHandle.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

DXGKDDI_ESCAPE escape_argument_bad;
DXGKDDI_ESCAPE escape_argument_ok;
DXGKDDI_RENDER render_argument_bad;
DXGKDDI_RENDER render_argument_ok;
DXGKDDI_RESETFROMTIMEOUT reset_argument_bad;
DXGKDDI_RESETFROMTIMEOUT reset_argument_ok;
DXGKDDI_SET_POWER_STATE power_argument_bad;
DXGKDDI_SET_POWER_STATE power_argument_ok;

NTSTATUS APIENTRY escape_argument_bad(CONST HANDLE hAdapter, CONST DXGKARG_ESCAPE *pEscape)
{
  ADAPTER *adapter = (ADAPTER *)hAdapter;
  HANDLE scratch = adapter->Scratch;
  UNREFERENCED_PARAMETER(pEscape);
  if (!scratch)
    return STATUS_SUCCESS;
  adapter->Scratch = NULL;
  return adapter->Dxgk.DxgkCbDestroyContextAllocation(hAdapter, scratch); // EXPECT: dxgk-wrong-adapter
}

NTSTATUS APIENTRY escape_argument_ok(CONST HANDLE hAdapter, CONST DXGKARG_ESCAPE *pEscape)
{
  ADAPTER *adapter = (ADAPTER *)hAdapter;
  HANDLE scratch = adapter->Scratch;
  UNREFERENCED_PARAMETER(pEscape);
  if (!scratch)
    return STATUS_SUCCESS;
  adapter->Scratch = NULL;
  return adapter->Dxgk.DxgkCbDestroyContextAllocation(adapter->Dxgk.DeviceHandle, scratch);
}

NTSTATUS APIENTRY render_argument_bad(CONST HANDLE hContext, DXGKARG_RENDER *pRender)
{
  GPU_CONTEXT *context = (GPU_CONTEXT *)hContext;
  HANDLE ring = context->Ring;
  UNREFERENCED_PARAMETER(pRender);
  if (!ring)
    return STATUS_SUCCESS;
  context->Ring = NULL;
  return context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(hContext, ring); // EXPECT: dxgk-wrong-adapter
}

NTSTATUS APIENTRY render_argument_ok(CONST HANDLE hContext, DXGKARG_RENDER *pRender)
{
  GPU_CONTEXT *context = (GPU_CONTEXT *)hContext;
  HANDLE ring = context->Ring;
  UNREFERENCED_PARAMETER(pRender);
  if (!ring)
    return STATUS_SUCCESS;
  context->Ring = NULL;
  return context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(context->Adapter->Dxgk.DeviceHandle, ring);
}

static VOID DestroyWith(ADAPTER *Adapter, HANDLE hAdapter, HANDLE Allocation)
{
  Adapter->Dxgk.DxgkCbDestroyContextAllocation(hAdapter, Allocation); // EXPECT: dxgk-wrong-adapter
  // EXPECTED-IN: reset_argument_bad
}

NTSTATUS APIENTRY reset_argument_bad(CONST HANDLE hAdapter)
{
  ADAPTER *adapter = (ADAPTER *)hAdapter;
  HANDLE scratch = adapter->Scratch;
  if (scratch) {
    adapter->Scratch = NULL;
    DestroyWith(adapter, hAdapter, scratch);
  }
  return STATUS_SUCCESS;
}

static VOID DestroyWithHandle(ADAPTER *Adapter, HANDLE hAdapter, HANDLE Allocation)
{
  Adapter->Dxgk.DxgkCbDestroyContextAllocation(hAdapter, Allocation);
}

NTSTATUS APIENTRY reset_argument_ok(CONST HANDLE hAdapter)
{
  ADAPTER *adapter = (ADAPTER *)hAdapter;
  HANDLE scratch = adapter->Scratch;
  if (scratch) {
    adapter->Scratch = NULL;
    DestroyWithHandle(adapter, adapter->Dxgk.DeviceHandle, scratch);
  }
  return STATUS_SUCCESS;
}

NTSTATUS APIENTRY power_argument_bad(CONST PVOID MiniportDeviceContext, ULONG DeviceUid,
                                     DEVICE_POWER_STATE DevicePowerState, POWER_ACTION ActionType)
{
  ADAPTER *adapter = (ADAPTER *)MiniportDeviceContext;
  DXGKARGCB_UPDATECONTEXTALLOCATION update = {0};
  UNREFERENCED_PARAMETER(DeviceUid);
  UNREFERENCED_PARAMETER(ActionType);
  if (DevicePowerState != PowerDeviceD0)
    return STATUS_SUCCESS;
  update.hAllocation = adapter->PageTable;
  return adapter->Dxgk.DxgkCbUpdateContextAllocation(MiniportDeviceContext, &update); // EXPECT: dxgk-wrong-adapter
}

NTSTATUS APIENTRY power_argument_ok(CONST PVOID MiniportDeviceContext, ULONG DeviceUid,
                                    DEVICE_POWER_STATE DevicePowerState, POWER_ACTION ActionType)
{
  ADAPTER *adapter = (ADAPTER *)MiniportDeviceContext;
  DXGKARGCB_UPDATECONTEXTALLOCATION update = {0};
  UNREFERENCED_PARAMETER(DeviceUid);
  UNREFERENCED_PARAMETER(ActionType);
  if (DevicePowerState != PowerDeviceD0)
    return STATUS_SUCCESS;
  update.hAllocation = adapter->PageTable;
  return adapter->Dxgk.DxgkCbUpdateContextAllocation(adapter->Dxgk.DeviceHandle, &update);
}
