// What contexts need on the engines.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine.hpp"

namespace lantern {

namespace {

constexpr SIZE_T SaveAreaSize = 0x20000;
constexpr SIZE_T RingSize = 0x4000;
constexpr SIZE_T SurfaceSize = 0x40000;

struct RingHeader {
  ULONG Signature;
  ULONG Head;
  ULONG Tail;
};

NTSTATUS WriteRingHeader(const Buffer &ring)
{
  RingHeader header = {LanternTag, 0, 0};
  return ring.Update(&header, sizeof(header));
}

} // namespace

NTSTATUS RenderState::Prepare(DXGKRNL_INTERFACE &dxgk, HANDLE device, HANDLE context)
{
  NTSTATUS status = m_SaveArea.Create(dxgk, device, context, SaveAreaSize);
  if (!NT_SUCCESS(status))
    return status;
  status = m_Ring.Create(dxgk, device, context, RingSize);
  if (!NT_SUCCESS(status))
    return status;
  status = m_Ring.Map(m_RingAddress);
  if (!NT_SUCCESS(status))
    return status;
  return WriteRingHeader(m_Ring);
}

NTSTATUS RenderState::Reset()
{
  return WriteRingHeader(m_Ring);
}

NTSTATUS CopyState::Prepare(DXGKRNL_INTERFACE &dxgk, HANDLE device, HANDLE context)
{
  Buffer ring;
  NTSTATUS status = ring.Create(dxgk, device, context, RingSize);
  if (!NT_SUCCESS(status))
    return status;
  status = WriteRingHeader(ring);
  if (!NT_SUCCESS(status))
    return status;
  m_Ring = Move(ring);
  return STATUS_SUCCESS;
}

NTSTATUS CopyState::Reset()
{
  return WriteRingHeader(m_Ring);
}

NTSTATUS VideoState::Prepare(DXGKRNL_INTERFACE &dxgk, HANDLE device, HANDLE context)
{
  for (Buffer &surface : m_Surfaces) {
    NTSTATUS status = surface.Create(dxgk, device, context, SurfaceSize);
    if (!NT_SUCCESS(status))
      return status;
  }
  return STATUS_SUCCESS;
}

NTSTATUS VideoState::Reset()
{
  return STATUS_SUCCESS;
}

NTSTATUS CreateEngineState(EngineKind kind, DXGKRNL_INTERFACE &dxgk, HANDLE device, HANDLE context,
                           EngineState **state)
{
  PAGED_CODE();
  *state = nullptr;
  EngineState *made = nullptr;
  switch (kind) {
  case EngineKind::Render:
    made = new (NonPagedPoolNx) RenderState;
    break;
  case EngineKind::Copy:
    made = new (NonPagedPoolNx) CopyState;
    break;
  case EngineKind::Video:
    made = new (NonPagedPoolNx) VideoState;
    break;
  default:
    return STATUS_INVALID_PARAMETER;
  }
  if (!made)
    return STATUS_NO_MEMORY;
  NTSTATUS status = made->Prepare(dxgk, device, context);
  if (!NT_SUCCESS(status)) {
    delete made;
    return status;
  }
  *state = made;
  return STATUS_SUCCESS;
}

} // namespace lantern
