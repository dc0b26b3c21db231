// PnP life, registers, power and engines of a Lantern adapter.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "adapter.hpp"

namespace lantern {

Adapter::Adapter(PDEVICE_OBJECT physicalDevice)
    : m_PhysicalDevice(physicalDevice), m_Registers(nullptr), m_EngineCount(0), m_InterruptMask(0), m_Pending(0),
      m_Timeout(0), m_Power(PowerDeviceD0)
{
  m_ScanAddress.QuadPart = 0;
  KeInitializeSpinLock(&m_ProgressLock);
}

Adapter::~Adapter()
{
  ASSERT(m_Registers == nullptr);
}

NTSTATUS Adapter::MapRegisters()
{
  PCM_RESOURCE_LIST list = m_DeviceInfo.TranslatedResourceList;
  if (!list || list->Count == 0)
    return STATUS_DEVICE_CONFIGURATION_ERROR;
  const CM_PARTIAL_RESOURCE_LIST &partial = list->List[0].PartialResourceList;
  for (ULONG i = 0; i < partial.Count; i++) {
    const CM_PARTIAL_RESOURCE_DESCRIPTOR &descriptor = partial.PartialDescriptors[i];
    if (descriptor.Type != CmResourceTypeMemory)
      continue;
    PVOID mapping = nullptr;
    NTSTATUS status = m_Dxgk.DxgkCbMapMemory(m_Dxgk.DeviceHandle, descriptor.u.Memory.Start,
                                             descriptor.u.Memory.Length, FALSE, FALSE, MmNonCached, &mapping);
    if (NT_SUCCESS(status))
      m_Registers = static_cast<PUCHAR>(mapping);
    return status;
  }
  return STATUS_DEVICE_CONFIGURATION_ERROR;
}

void Adapter::UnmapRegisters()
{
  if (m_Registers) {
    m_Dxgk.DxgkCbUnmapMemory(m_Dxgk.DeviceHandle, m_Registers);
    m_Registers = nullptr;
  }
}

NTSTATUS Adapter::ReadSettings()
{
  HANDLE key;
  NTSTATUS status = IoOpenDeviceRegistryKey(m_PhysicalDevice, PLUGPLAY_REGKEY_DRIVER, KEY_READ, &key);
  if (!NT_SUCCESS(status))
    return status;
  auto close = [key] { ZwClose(key); };
  ScopeExit<decltype(close)> closer(close);

  UCHAR buffer[sizeof(KEY_VALUE_PARTIAL_INFORMATION) + sizeof(ULONG)];
  PKEY_VALUE_PARTIAL_INFORMATION value = reinterpret_cast<PKEY_VALUE_PARTIAL_INFORMATION>(buffer);
  UNICODE_STRING name;
  ULONG length = 0;
  RtlInitUnicodeString(&name, L"Timeout");
  status = ZwQueryValueKey(key, &name, KeyValuePartialInformation, value, sizeof(buffer), &length);
  if (status == STATUS_OBJECT_NAME_NOT_FOUND)
    return STATUS_SUCCESS;
  if (!NT_SUCCESS(status))
    return status;
  if (value->Type != REG_DWORD || value->DataLength != sizeof(ULONG))
    return STATUS_OBJECT_TYPE_MISMATCH;
  m_Timeout = *reinterpret_cast<ULONG *>(value->Data);
  return STATUS_SUCCESS;
}

NTSTATUS Adapter::Start(const DXGK_START_INFO &info, const DXGKRNL_INTERFACE &dxgk)
{
  PAGED_CODE();
  m_StartInfo = info;
  m_Dxgk = dxgk;
  NTSTATUS status = m_Dxgk.DxgkCbGetDeviceInformation(m_Dxgk.DeviceHandle, &m_DeviceInfo);
  if (!NT_SUCCESS(status))
    return status;
  status = ReadSettings();
  if (!NT_SUCCESS(status))
    return status;
  status = MapRegisters();
  if (!NT_SUCCESS(status))
    return status;
  auto unmap = [this] { UnmapRegisters(); };
  ScopeExit<decltype(unmap)> unmapper(unmap);

  if (Read(Register::Identity) != Identity)
    return STATUS_DEVICE_CONFIGURATION_ERROR;
  ULONG kinds = Read(Register::EngineKinds);
  m_EngineCount = kinds & 0xff;
  if (m_EngineCount == 0 || m_EngineCount > MaxEngines)
    return STATUS_DEVICE_CONFIGURATION_ERROR;
  for (UINT engine = 0; engine < m_EngineCount; engine++)
    m_Kinds[engine] = static_cast<EngineKind>((kinds >> (8 + 4 * engine)) & 0xf);

  ResetEngines();
  SetInterruptMask(InterruptFence | InterruptPreempted);
  unmapper.Dismiss();
  return STATUS_SUCCESS;
}

void Adapter::Stop()
{
  PAGED_CODE();
  SetInterruptMask(0);
  m_Deferred.WaitIdle();
  m_Deferred.Drain();
  UnmapRegisters();
}

NTSTATUS Adapter::SetPower(DEVICE_POWER_STATE state)
{
  PAGED_CODE();
  if (state == m_Power)
    return STATUS_SUCCESS;
  if (state == PowerDeviceD0) {
    ResetEngines();
    SetInterruptMask(InterruptFence | InterruptPreempted);
  } else {
    SetInterruptMask(0);
    m_Deferred.WaitIdle();
    m_Deferred.Drain();
  }
  m_Power = state;
  return STATUS_SUCCESS;
}

void Adapter::ResetEngines()
{
  Write(Register::Reset, 1);
  SpinLockGuard guard(m_ProgressLock);
  for (UINT engine = 0; engine < m_EngineCount; engine++) {
    m_Progress[engine].Submitted = 0;
    m_Progress[engine].Completed = 0;
    m_Progress[engine].Preempting = false;
  }
}

BOOLEAN NTAPI Adapter::WriteMask(PVOID context)
{
  Adapter *adapter = static_cast<Adapter *>(context);
  if (!adapter->m_Registers)
    return FALSE;
  adapter->Write(Register::InterruptMask, adapter->m_InterruptMask);
  return TRUE;
}

void Adapter::SetInterruptMask(ULONG mask)
{
  BOOLEAN written = FALSE;
  m_InterruptMask = mask;
  m_Dxgk.DxgkCbSynchronizeExecution(m_Dxgk.DeviceHandle, WriteMask, this, 0, &written);
}

NTSTATUS Adapter::ControlInterrupt(DXGK_INTERRUPT_TYPE type, bool enable)
{
  PAGED_CODE();
  if (type != DXGK_INTERRUPT_CRTC_VSYNC)
    return STATUS_NOT_SUPPORTED;
  SetInterruptMask(enable ? m_InterruptMask | InterruptVsync : m_InterruptMask & ~InterruptVsync);
  return STATUS_SUCCESS;
}

void Adapter::NotifyFences()
{
  for (UINT engine = 0; engine < m_EngineCount; engine++) {
    ULONG fence = *EngineAddress(engine, FenceRegister);
    if (fence == m_Progress[engine].Completed)
      continue;
    m_Progress[engine].Completed = fence;
    DXGKARGCB_NOTIFY_INTERRUPT_DATA notify = {};
    notify.InterruptType = DXGK_INTERRUPT_DMA_COMPLETED;
    notify.DmaCompleted.SubmissionFenceId = fence;
    notify.DmaCompleted.NodeOrdinal = engine;
    m_Dxgk.DxgkCbNotifyInterrupt(m_Dxgk.DeviceHandle, &notify);
  }
}

void Adapter::NotifyPreemptions()
{
  for (UINT engine = 0; engine < m_EngineCount; engine++) {
    if (!m_Progress[engine].Preempting)
      continue;
    m_Progress[engine].Preempting = false;
    DXGKARGCB_NOTIFY_INTERRUPT_DATA notify = {};
    notify.InterruptType = DXGK_INTERRUPT_DMA_PREEMPTED;
    notify.DmaPreempted.PreemptionFenceId = m_Progress[engine].PreemptFence;
    notify.DmaPreempted.LastCompletedFenceId = m_Progress[engine].Completed;
    notify.DmaPreempted.NodeOrdinal = engine;
    m_Dxgk.DxgkCbNotifyInterrupt(m_Dxgk.DeviceHandle, &notify);
  }
}

// At the level of the interrupt.
bool Adapter::OnInterrupt()
{
  if (!m_Registers)
    return false;
  ULONG pending = Read(Register::InterruptStatus);
  if (!pending)
    return false;
  Write(Register::InterruptStatus, pending);
  if (pending & InterruptFence)
    NotifyFences();
  if (pending & InterruptPreempted)
    NotifyPreemptions();
  if (pending & InterruptVsync) {
    DXGKARGCB_NOTIFY_INTERRUPT_DATA notify = {};
    notify.InterruptType = DXGK_INTERRUPT_CRTC_VSYNC;
    notify.CrtcVsync.PhysicalAddress = m_ScanAddress;
    m_Dxgk.DxgkCbNotifyInterrupt(m_Dxgk.DeviceHandle, &notify);
  }
  m_Pending |= pending;
  m_Dxgk.DxgkCbQueueDpc(m_Dxgk.DeviceHandle);
  return true;
}

// At DISPATCH_LEVEL.
void Adapter::OnDpc()
{
  m_Dxgk.DxgkCbNotifyDpc(m_Dxgk.DeviceHandle);
  if (m_Pending & InterruptFence) {
    m_Pending &= ~InterruptFence;
    m_Deferred.Kick();
  }
}

NTSTATUS Adapter::Submit(const DXGKARG_SUBMITCOMMAND &submit)
{
  UINT engine = submit.NodeOrdinal;
  if (engine >= m_EngineCount)
    return STATUS_INVALID_PARAMETER;
  DispatchLockGuard guard(m_ProgressLock);
  m_Progress[engine].Submitted = submit.SubmissionFenceId;
  *EngineAddress(engine, AddressRegister) =
      submit.DmaBufferPhysicalAddress.LowPart + submit.DmaBufferSubmissionStartOffset;
  *EngineAddress(engine, SizeRegister) = submit.DmaBufferSubmissionEndOffset - submit.DmaBufferSubmissionStartOffset;
  return STATUS_SUCCESS;
}

NTSTATUS Adapter::Preempt(const DXGKARG_PREEMPTCOMMAND &preempt)
{
  UINT engine = preempt.NodeOrdinal;
  if (engine >= m_EngineCount)
    return STATUS_INVALID_PARAMETER;
  DispatchLockGuard guard(m_ProgressLock);
  m_Progress[engine].PreemptFence = preempt.PreemptionFenceId;
  m_Progress[engine].Preempting = true;
  *EngineAddress(engine, PreemptRegister) = preempt.PreemptionFenceId;
  return STATUS_SUCCESS;
}

NTSTATUS Adapter::QueryFence(DXGKARG_QUERYCURRENTFENCE &query)
{
  PAGED_CODE();
  if (query.NodeOrdinal >= m_EngineCount)
    return STATUS_INVALID_PARAMETER;
  query.CurrentFence = *EngineAddress(query.NodeOrdinal, FenceRegister);
  return STATUS_SUCCESS;
}

NTSTATUS Adapter::Query(const DXGKARG_QUERYADAPTERINFO &query)
{
  PAGED_CODE();
  switch (query.Type) {
  case DXGKQAITYPE_DRIVERCAPS: {
    if (query.OutputDataSize < sizeof(DXGK_DRIVERCAPS))
      return STATUS_BUFFER_TOO_SMALL;
    DXGK_DRIVERCAPS *caps = static_cast<DXGK_DRIVERCAPS *>(query.pOutputData);
    RtlZeroMemory(caps, sizeof(*caps));
    caps->HighestAcceptableAddress.QuadPart = ~0ll;
    caps->SchedulingCaps.MultiEngineAware = 1;
    caps->GpuEngineTopology.NbAsymetricProcessingNodes = m_EngineCount;
    caps->WDDMVersion = DXGKDDI_WDDMv2;
    return STATUS_SUCCESS;
  }
  default:
    return STATUS_NOT_SUPPORTED;
  }
}

} // namespace lantern
