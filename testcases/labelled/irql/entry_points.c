// Entry points that the system calls above PASSIVE_LEVEL, known by their role declarations; the others may call anything.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

DXGKDDI_SUBMITCOMMAND submit_bad;
DXGKDDI_SUBMITCOMMAND submit_ok;
DXGKDDI_PREEMPTCOMMAND preempt_bad;
DXGKDDI_PREEMPTCOMMAND preempt_ok;
DXGKDDI_INTERRUPT_ROUTINE interrupt_bad;
DXGKDDI_INTERRUPT_ROUTINE interrupt_ok;
DXGKDDI_DPC_ROUTINE dpc_bad;
DXGKDDI_DPC_ROUTINE dpc_ok;
DXGKDDI_CALIBRATEGPUCLOCK calibrate_bad;
DXGKDDI_FORMATHISTORYBUFFER history_bad;
DXGKDDISETPOWERCOMPONENTFSTATE component_state_bad;
DXGKDDIPOWERRUNTIMECONTROLREQUEST power_request_bad;
DXGKDDI_RENDER render_ok;
DXGKDDI_ESCAPE escape_ok;
DXGKDDI_SET_POWER_STATE power_state_ok;
DXGKDDI_CANCELCOMMAND cancel_ok;

static VOID DestroyScratch(ADAPTER *Adapter)
{
  HANDLE scratch = Adapter->Scratch;
  if (scratch) {
    Adapter->Scratch = NULL;
    Adapter->Dxgk.DxgkCbDestroyContextAllocation(Adapter->Dxgk.DeviceHandle, scratch);
  }
}

NTSTATUS APIENTRY submit_bad(CONST HANDLE hAdapter, CONST DXGKARG_SUBMITCOMMAND *pSubmitCommand)
{
  ADAPTER *adapter = (ADAPTER *)hAdapter;
  DXGKARGCB_UPDATECONTEXTALLOCATION update = {0};
  UNREFERENCED_PARAMETER(pSubmitCommand);
  update.hAllocation = adapter->PageTable;
  adapter->Dxgk.DxgkCbUpdateContextAllocation(adapter->Dxgk.DeviceHandle, &update); // EXPECT: dxgk-irql
  return STATUS_SUCCESS;
}

NTSTATUS APIENTRY submit_ok(CONST HANDLE hAdapter, CONST DXGKARG_SUBMITCOMMAND *pSubmitCommand)
{
  ADAPTER *adapter = (ADAPTER *)hAdapter;
  adapter->Flags = pSubmitCommand->SubmissionFenceId;
  adapter->Dxgk.DxgkCbQueueDpc(adapter->Dxgk.DeviceHandle);
  return STATUS_SUCCESS;
}

NTSTATUS APIENTRY preempt_bad(CONST HANDLE hAdapter, CONST DXGKARG_PREEMPTCOMMAND *pPreemptCommand)
{
  ADAPTER *adapter = (ADAPTER *)hAdapter;
  HANDLE scratch = adapter->Scratch;
  UNREFERENCED_PARAMETER(pPreemptCommand);
  if (scratch) {
    adapter->Scratch = NULL;
    adapter->Dxgk.DxgkCbDestroyContextAllocation(adapter->Dxgk.DeviceHandle, scratch); // EXPECT: dxgk-irql
  }
  return STATUS_SUCCESS;
}

NTSTATUS APIENTRY preempt_ok(CONST HANDLE hAdapter, CONST DXGKARG_PREEMPTCOMMAND *pPreemptCommand)
{
  ADAPTER *adapter = (ADAPTER *)hAdapter;
  adapter->Flags = pPreemptCommand->PreemptionFenceId;
  return STATUS_SUCCESS;
}

// Through helpers, three calls deep.
static VOID ReleaseNow(ADAPTER *Adapter, HANDLE Allocation)
{
  Adapter->Dxgk.DxgkCbDestroyContextAllocation(Adapter->Dxgk.DeviceHandle, Allocation); // EXPECT: dxgk-irql
  // EXPECTED-IN: interrupt_bad
}

static VOID ReleaseScratch(ADAPTER *Adapter)
{
  HANDLE scratch = Adapter->Scratch;
  Adapter->Scratch = NULL;
  if (scratch)
    ReleaseNow(Adapter, scratch);
}

static VOID HandleFault(ADAPTER *Adapter, ULONG Message)
{
  if (Message == 3)
    ReleaseScratch(Adapter);
}

BOOLEAN interrupt_bad(CONST PVOID MiniportDeviceContext, ULONG MessageNumber)
{
  HandleFault((ADAPTER *)MiniportDeviceContext, MessageNumber);
  return TRUE;
}

BOOLEAN interrupt_ok(CONST PVOID MiniportDeviceContext, ULONG MessageNumber)
{
  ADAPTER *adapter = (ADAPTER *)MiniportDeviceContext;
  DXGKARGCB_NOTIFY_INTERRUPT_DATA notify = {0};
  notify.InterruptType = DXGK_INTERRUPT_DMA_COMPLETED;
  notify.DmaCompleted.SubmissionFenceId = MessageNumber;
  adapter->Dxgk.DxgkCbNotifyInterrupt(adapter->Dxgk.DeviceHandle, &notify);
  return adapter->Dxgk.DxgkCbQueueDpc(adapter->Dxgk.DeviceHandle);
}

VOID dpc_bad(CONST PVOID MiniportDeviceContext)
{
  ADAPTER *adapter = (ADAPTER *)MiniportDeviceContext;
  DXGKARGCB_MAPCONTEXTALLOCATION map = {0};
  map.hAllocation = adapter->PageTable;
  adapter->Dxgk.DxgkCbMapContextAllocation(adapter->Dxgk.DeviceHandle, &map); // EXPECT: dxgk-irql
  adapter->Dxgk.DxgkCbNotifyDpc(adapter->Dxgk.DeviceHandle);
}

VOID dpc_ok(CONST PVOID MiniportDeviceContext)
{
  ADAPTER *adapter = (ADAPTER *)MiniportDeviceContext;
  adapter->Flags = 0;
  adapter->Dxgk.DxgkCbNotifyDpc(adapter->Dxgk.DeviceHandle);
}

NTSTATUS APIENTRY calibrate_bad(CONST HANDLE hAdapter, UINT32 NodeOrdinal, UINT32 EngineOrdinal,
                                OUT_PDXGKARG_CALIBRATEGPUCLOCK pClockCalibration)
{
  ADAPTER *adapter = (ADAPTER *)hAdapter;
  DXGKARGCB_UPDATECONTEXTALLOCATION update = {0};
  UNREFERENCED_PARAMETER(NodeOrdinal);
  UNREFERENCED_PARAMETER(EngineOrdinal);
  UNREFERENCED_PARAMETER(pClockCalibration);
  update.hAllocation = adapter->PageTable;
  return adapter->Dxgk.DxgkCbUpdateContextAllocation(adapter->Dxgk.DeviceHandle, &update); // EXPECT: dxgk-irql
}

NTSTATUS APIENTRY history_bad(CONST HANDLE hContext, DXGKARG_FORMATHISTORYBUFFER *pFormatData)
{
  GPU_CONTEXT *context = (GPU_CONTEXT *)hContext;
  DXGKARGCB_UPDATECONTEXTALLOCATION update = {0};
  UNREFERENCED_PARAMETER(pFormatData);
  update.hAllocation = context->SaveArea;
  return context->Adapter->Dxgk.DxgkCbUpdateContextAllocation(context->Adapter->Dxgk.DeviceHandle, &update); // EXPECT: dxgk-irql
}

// Documented as PASSIVE_LEVEL to DISPATCH_LEVEL: it must work at both.
NTSTATUS component_state_bad(CONST HANDLE DriverContext, UINT ComponentIndex, UINT FState)
{
  ADAPTER *adapter = (ADAPTER *)DriverContext;
  DXGKARGCB_UPDATECONTEXTALLOCATION update = {0};
  UNREFERENCED_PARAMETER(ComponentIndex);
  if (FState)
    return STATUS_SUCCESS;
  update.hAllocation = adapter->PageTable;
  return adapter->Dxgk.DxgkCbUpdateContextAllocation(adapter->Dxgk.DeviceHandle, &update); // EXPECT: dxgk-irql
}

NTSTATUS power_request_bad(CONST HANDLE DriverContext, LPCGUID PowerControlCode, PVOID InBuffer, SIZE_T InBufferSize,
                           PVOID OutBuffer, SIZE_T OutBufferSize, PSIZE_T BytesReturned)
{
  ADAPTER *adapter = (ADAPTER *)DriverContext;
  HANDLE scratch = adapter->Scratch;
  UNREFERENCED_PARAMETER(PowerControlCode);
  UNREFERENCED_PARAMETER(InBuffer);
  UNREFERENCED_PARAMETER(InBufferSize);
  UNREFERENCED_PARAMETER(OutBuffer);
  UNREFERENCED_PARAMETER(OutBufferSize);
  UNREFERENCED_PARAMETER(BytesReturned);
  if (scratch) {
    adapter->Scratch = NULL;
    adapter->Dxgk.DxgkCbDestroyContextAllocation(adapter->Dxgk.DeviceHandle, scratch); // EXPECT: dxgk-irql
  }
  return STATUS_SUCCESS;
}

NTSTATUS APIENTRY render_ok(CONST HANDLE hContext, DXGKARG_RENDER *pRender)
{
  GPU_CONTEXT *context = (GPU_CONTEXT *)hContext;
  UNREFERENCED_PARAMETER(pRender);
  DestroyScratch(context->Adapter);
  return STATUS_SUCCESS;
}

NTSTATUS APIENTRY escape_ok(CONST HANDLE hAdapter, CONST DXGKARG_ESCAPE *pEscape)
{
  UNREFERENCED_PARAMETER(pEscape);
  DestroyScratch((ADAPTER *)hAdapter);
  return STATUS_SUCCESS;
}

NTSTATUS APIENTRY power_state_ok(CONST PVOID MiniportDeviceContext, ULONG DeviceUid,
                                 DEVICE_POWER_STATE DevicePowerState, POWER_ACTION ActionType)
{
  UNREFERENCED_PARAMETER(DeviceUid);
  UNREFERENCED_PARAMETER(ActionType);
  if (DevicePowerState == PowerDeviceD3)
    DestroyScratch((ADAPTER *)MiniportDeviceContext);
  return STATUS_SUCCESS;
}

NTSTATUS APIENTRY cancel_ok(CONST HANDLE hAdapter, CONST DXGKARG_CANCELCOMMAND *pCancelCommand)
{
  UNREFERENCED_PARAMETER(pCancelCommand);
  DestroyScratch((ADAPTER *)hAdapter);
  return STATUS_SUCCESS;
}
