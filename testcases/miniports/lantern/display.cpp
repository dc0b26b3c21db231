// Video present networks of Lantern: holders give back what is acquired from Dxgkrnl.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "adapter.hpp"

namespace lantern {

namespace {

struct Mode {
  UINT Width, Height;
};

constexpr Mode Modes[] = {{1280, 720}, {1920, 1080}};

// A source mode set that is acquired, or made and not yet assigned.
class SourceModeSet : NonCopyable
{
public:
  SourceModeSet(D3DKMDT_HVIDPN vidpn, const DXGK_VIDPN_INTERFACE &owner)
      : m_VidPn(vidpn), m_Owner(owner), m_Set(nullptr), m_Interface(nullptr)
  {
  }
  ~SourceModeSet()
  {
    if (m_Set)
      m_Owner.pfnReleaseSourceModeSet(m_VidPn, m_Set);
  }
  NTSTATUS Acquire(D3DDDI_VIDEO_PRESENT_SOURCE_ID source)
  {
    NTSTATUS status = m_Owner.pfnAcquireSourceModeSet(m_VidPn, source, &m_Set, &m_Interface);
    if (!NT_SUCCESS(status))
      m_Set = nullptr;
    return status;
  }
  NTSTATUS CreateNew(D3DDDI_VIDEO_PRESENT_SOURCE_ID source)
  {
    NTSTATUS status = m_Owner.pfnCreateNewSourceModeSet(m_VidPn, source, &m_Set, &m_Interface);
    if (!NT_SUCCESS(status))
      m_Set = nullptr;
    return status;
  }
  NTSTATUS Assign(D3DDDI_VIDEO_PRESENT_SOURCE_ID source)
  {
    NTSTATUS status = m_Owner.pfnAssignSourceModeSet(m_VidPn, source, m_Set);
    if (NT_SUCCESS(status))
      m_Set = nullptr;
    return status;
  }
  NTSTATUS Add(const Mode &mode)
  {
    D3DKMDT_VIDPN_SOURCE_MODE *info = nullptr;
    NTSTATUS status = m_Interface->pfnCreateNewModeInfo(m_Set, &info);
    if (!NT_SUCCESS(status))
      return status;
    info->Type = D3DKMDT_RMT_GRAPHICS;
    info->Format.Graphics.PrimSurfSize.cx = mode.Width;
    info->Format.Graphics.PrimSurfSize.cy = mode.Height;
    info->Format.Graphics.VisibleRegionSize = info->Format.Graphics.PrimSurfSize;
    info->Format.Graphics.Stride = mode.Width * 4;
    info->Format.Graphics.PixelFormat = D3DDDIFMT_A8R8G8B8;
    info->Format.Graphics.ColorBasis = D3DKMDT_CB_SRGB;
    info->Format.Graphics.PixelValueAccessMode = D3DKMDT_PVAM_DIRECT;
    status = m_Interface->pfnAddMode(m_Set, info);
    if (!NT_SUCCESS(status))
      m_Interface->pfnReleaseModeInfo(m_Set, info);
    return status == STATUS_GRAPHICS_MODE_ALREADY_IN_MODESET ? STATUS_SUCCESS : status;
  }
  // The pinned mode in *mode, false when there is none.
  NTSTATUS Pinned(bool &isPinned, Mode *mode)
  {
    const D3DKMDT_VIDPN_SOURCE_MODE *info = nullptr;
    isPinned = false;
    NTSTATUS status = m_Interface->pfnAcquirePinnedModeInfo(m_Set, &info);
    if (!NT_SUCCESS(status))
      return status;
    if (!info)
      return STATUS_SUCCESS;
    isPinned = true;
    if (mode) {
      mode->Width = info->Format.Graphics.PrimSurfSize.cx;
      mode->Height = info->Format.Graphics.PrimSurfSize.cy;
    }
    m_Interface->pfnReleaseModeInfo(m_Set, info);
    return STATUS_SUCCESS;
  }

private:
  D3DKMDT_HVIDPN m_VidPn;
  const DXGK_VIDPN_INTERFACE &m_Owner;
  D3DKMDT_HVIDPNSOURCEMODESET m_Set;
  const DXGK_VIDPNSOURCEMODESET_INTERFACE *m_Interface;
};

NTSTATUS FillSource(D3DKMDT_HVIDPN vidpn, const DXGK_VIDPN_INTERFACE &owner, D3DDDI_VIDEO_PRESENT_SOURCE_ID source)
{
  bool pinned;
  {
    SourceModeSet current(vidpn, owner);
    NTSTATUS status = current.Acquire(source);
    if (!NT_SUCCESS(status))
      return status;
    status = current.Pinned(pinned, nullptr);
    if (!NT_SUCCESS(status) || pinned)
      return status;
  }
  SourceModeSet fresh(vidpn, owner);
  NTSTATUS status = fresh.CreateNew(source);
  if (!NT_SUCCESS(status))
    return status;
  for (const Mode &mode : Modes) {
    status = fresh.Add(mode);
    if (!NT_SUCCESS(status))
      return status;
  }
  return fresh.Assign(source);
}

} // namespace

NTSTATUS Adapter::EnumCofunctional(const DXGKARG_ENUMVIDPNCOFUNCMODALITY &args)
{
  PAGED_CODE();
  const DXGK_VIDPN_INTERFACE *vidpn = nullptr;
  NTSTATUS status =
      m_Dxgk.DxgkCbQueryVidPnInterface(args.hConstrainingVidPn, DXGK_VIDPN_INTERFACE_VERSION_V1, &vidpn);
  if (!NT_SUCCESS(status))
    return status;
  if (args.EnumPivotType == D3DKMDT_EPT_VIDPNSOURCE && args.EnumPivot.VidPnSourceId == 0)
    return STATUS_SUCCESS;
  return FillSource(args.hConstrainingVidPn, *vidpn, 0);
}

NTSTATUS Adapter::Commit(const DXGKARG_COMMITVIDPN &args)
{
  PAGED_CODE();
  const DXGK_VIDPN_INTERFACE *vidpn = nullptr;
  NTSTATUS status = m_Dxgk.DxgkCbQueryVidPnInterface(args.hFunctionalVidPn, DXGK_VIDPN_INTERFACE_VERSION_V1, &vidpn);
  if (!NT_SUCCESS(status))
    return status;
  SourceModeSet set(args.hFunctionalVidPn, *vidpn);
  status = set.Acquire(0);
  if (!NT_SUCCESS(status))
    return status;
  bool pinned;
  Mode mode = {};
  status = set.Pinned(pinned, &mode);
  if (!NT_SUCCESS(status))
    return status;
  Write(Register::ScanMode, pinned ? mode.Width << 16 | mode.Height : 0);
  return STATUS_SUCCESS;
}

NTSTATUS Adapter::IsSupported(DXGKARG_ISSUPPORTEDVIDPN &args)
{
  PAGED_CODE();
  args.IsVidPnSupported = FALSE;
  const DXGK_VIDPN_INTERFACE *vidpn = nullptr;
  NTSTATUS status = m_Dxgk.DxgkCbQueryVidPnInterface(args.hDesiredVidPn, DXGK_VIDPN_INTERFACE_VERSION_V1, &vidpn);
  if (!NT_SUCCESS(status))
    return status;
  D3DKMDT_HVIDPNTOPOLOGY topology = nullptr;
  const DXGK_VIDPNTOPOLOGY_INTERFACE *paths = nullptr;
  status = vidpn->pfnGetTopology(args.hDesiredVidPn, &topology, &paths);
  if (!NT_SUCCESS(status))
    return status;
  SIZE_T count = 0;
  status = paths->pfnGetNumPaths(topology, &count);
  if (NT_SUCCESS(status))
    args.IsVidPnSupported = count <= 1;
  return status;
}

void Adapter::SetScanAddress(PHYSICAL_ADDRESS address)
{
  m_ScanAddress = address;
  if (m_Registers)
    Write(Register::ScanAddress, address.LowPart);
}

void Adapter::GetScanLine(DXGKARG_GETSCANLINE &args)
{
  PAGED_CODE();
  args.ScanLine = Read(Register::ScanLine);
  args.InVerticalBlank = args.ScanLine == 0;
}

} // namespace lantern
