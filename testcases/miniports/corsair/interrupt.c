// Interrupts of Corsair: the service routine notifies Dxgkrnl and leaves the rest to the DPC.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "corsair.h"

typedef struct _COR_ENABLE {
  COR_ADAPTER *Adapter;
  ULONG Mask;
} COR_ENABLE;

static BOOLEAN NTAPI WriteInterruptMask(PVOID Context)
{
  COR_ENABLE *enable = (COR_ENABLE *)Context;
  if (!enable->Adapter->Registers)
    return FALSE;
  CorWrite(enable->Adapter->Registers, COR_REG_INT_ENABLE, enable->Mask);
  return TRUE;
}

static VOID SetInterruptMask(COR_ADAPTER *Adapter, ULONG Mask)
{
  COR_ENABLE enable;
  BOOLEAN written = FALSE;
  enable.Adapter = Adapter;
  enable.Mask = Mask;
  Adapter->Dxgk.DxgkCbSynchronizeExecution(Adapter->Dxgk.DeviceHandle, WriteInterruptMask, &enable, 0, &written);
}

VOID CorEnableInterrupts(COR_ADAPTER *Adapter, ULONG Mask)
{
  SetInterruptMask(Adapter, Mask);
}

VOID CorDisableInterrupts(COR_ADAPTER *Adapter)
{
  SetInterruptMask(Adapter, 0);
}

VOID CorResetEngines(COR_ADAPTER *Adapter)
{
  KIRQL irql;
  ULONG engine;

  CorWrite(Adapter->Registers, COR_REG_RESET, 1);
  KeAcquireSpinLock(&Adapter->EngineLock, &irql);
  for (engine = 0; engine < Adapter->EngineCount; engine++) {
    Adapter->Engines[engine].LastSubmitted = 0;
    Adapter->Engines[engine].LastCompleted = 0;
    Adapter->Engines[engine].Preempting = FALSE;
  }
  KeReleaseSpinLock(&Adapter->EngineLock, irql);
}

static VOID NotifyFence(COR_ADAPTER *Adapter, ULONG Engine)
{
  DXGKARGCB_NOTIFY_INTERRUPT_DATA notify;
  ULONG fence = CorRead(Adapter->Registers, COR_REG_FENCE(Engine));

  if (fence == Adapter->Engines[Engine].LastCompleted)
    return;
  Adapter->Engines[Engine].LastCompleted = fence;
  RtlZeroMemory(&notify, sizeof(notify));
  notify.InterruptType = DXGK_INTERRUPT_DMA_COMPLETED;
  notify.DmaCompleted.SubmissionFenceId = fence;
  notify.DmaCompleted.NodeOrdinal = Engine;
  Adapter->Dxgk.DxgkCbNotifyInterrupt(Adapter->Dxgk.DeviceHandle, &notify);
}

static VOID NotifyPreempted(COR_ADAPTER *Adapter, ULONG Engine)
{
  DXGKARGCB_NOTIFY_INTERRUPT_DATA notify;

  if (!Adapter->Engines[Engine].Preempting)
    return;
  Adapter->Engines[Engine].Preempting = FALSE;
  RtlZeroMemory(&notify, sizeof(notify));
  notify.InterruptType = DXGK_INTERRUPT_DMA_PREEMPTED;
  notify.DmaPreempted.PreemptionFenceId = Adapter->Engines[Engine].PreemptFence;
  notify.DmaPreempted.LastCompletedFenceId = Adapter->Engines[Engine].LastCompleted;
  notify.DmaPreempted.NodeOrdinal = Engine;
  Adapter->Dxgk.DxgkCbNotifyInterrupt(Adapter->Dxgk.DeviceHandle, &notify);
}

BOOLEAN CorInterrupt(CONST PVOID MiniportDeviceContext, ULONG MessageNumber)
{
  COR_ADAPTER *adapter = (COR_ADAPTER *)MiniportDeviceContext;
  ULONG pending;
  ULONG engine;

  UNREFERENCED_PARAMETER(MessageNumber);
  if (!adapter->Registers)
    return FALSE;
  pending = CorRead(adapter->Registers, COR_REG_INT_STATUS);
  if (!pending)
    return FALSE;
  CorWrite(adapter->Registers, COR_REG_INT_STATUS, pending);

  for (engine = 0; engine < adapter->EngineCount; engine++) {
    if (pending & COR_INT_FENCE)
      NotifyFence(adapter, engine);
    if (pending & COR_INT_PREEMPTED)
      NotifyPreempted(adapter, engine);
  }
  if (pending & COR_INT_VSYNC) {
    DXGKARGCB_NOTIFY_INTERRUPT_DATA notify;
    RtlZeroMemory(&notify, sizeof(notify));
    notify.InterruptType = DXGK_INTERRUPT_CRTC_VSYNC;
    notify.CrtcVsync.VidPnTargetId = 0;
    notify.CrtcVsync.PhysicalAddress = adapter->ScanAddress;
    adapter->Dxgk.DxgkCbNotifyInterrupt(adapter->Dxgk.DeviceHandle, &notify);
  }
  adapter->PendingInterrupts |= pending;
  adapter->Dxgk.DxgkCbQueueDpc(adapter->Dxgk.DeviceHandle);
  return TRUE;
}

VOID CorDpc(CONST PVOID MiniportDeviceContext)
{
  COR_ADAPTER *adapter = (COR_ADAPTER *)MiniportDeviceContext;

  adapter->Dxgk.DxgkCbNotifyDpc(adapter->Dxgk.DeviceHandle);
  if (adapter->PendingInterrupts & COR_INT_FAULT) {
    adapter->PendingInterrupts &= ~COR_INT_FAULT;
    CorKickReclaim(adapter);
  }
}

NTSTATUS APIENTRY CorControlInterrupt(CONST HANDLE hAdapter, CONST DXGK_INTERRUPT_TYPE InterruptType,
                                      BOOLEAN EnableInterrupt)
{
  COR_ADAPTER *adapter = (COR_ADAPTER *)hAdapter;
  ULONG mask = COR_INT_FENCE | COR_INT_PREEMPTED | COR_INT_FAULT;

  PAGED_CODE();
  if (InterruptType != DXGK_INTERRUPT_CRTC_VSYNC)
    return STATUS_NOT_SUPPORTED;
  if (EnableInterrupt)
    mask |= COR_INT_VSYNC;
  CorEnableInterrupts(adapter, mask);
  return STATUS_SUCCESS;
}
