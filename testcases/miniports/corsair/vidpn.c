// Video present networks of Corsair: one source, one target, three modes.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "corsair.h"

typedef struct _COR_MODE {
  UINT Width, Height;
} COR_MODE;

static const COR_MODE Modes[] = {{1024, 768}, {1280, 1024}, {1920, 1080}};

static NTSTATUS AddSourceModes(D3DKMDT_HVIDPNSOURCEMODESET Set, CONST DXGK_VIDPNSOURCEMODESET_INTERFACE *Interface)
{
  ULONG i;
  for (i = 0; i < RTL_NUMBER_OF(Modes); i++) {
    D3DKMDT_VIDPN_SOURCE_MODE *mode = NULL;
    NTSTATUS status = Interface->pfnCreateNewModeInfo(Set, &mode);
    if (!NT_SUCCESS(status))
      return status;
    mode->Type = D3DKMDT_RMT_GRAPHICS;
    mode->Format.Graphics.PrimSurfSize.cx = Modes[i].Width;
    mode->Format.Graphics.PrimSurfSize.cy = Modes[i].Height;
    mode->Format.Graphics.VisibleRegionSize = mode->Format.Graphics.PrimSurfSize;
    mode->Format.Graphics.Stride = Modes[i].Width * 4;
    mode->Format.Graphics.PixelFormat = D3DDDIFMT_A8R8G8B8;
    mode->Format.Graphics.ColorBasis = D3DKMDT_CB_SRGB;
    mode->Format.Graphics.PixelValueAccessMode = D3DKMDT_PVAM_DIRECT;
    status = Interface->pfnAddMode(Set, mode);
    if (!NT_SUCCESS(status)) {
      Interface->pfnReleaseModeInfo(Set, mode);
      if (status != STATUS_GRAPHICS_MODE_ALREADY_IN_MODESET)
        return status;
    }
  }
  return STATUS_SUCCESS;
}

static VOID FillSignal(D3DKMDT_VIDEO_SIGNAL_INFO *Signal, CONST COR_MODE *Mode)
{
  Signal->VideoStandard = D3DKMDT_VSS_OTHER;
  Signal->TotalSize.cx = Mode->Width;
  Signal->TotalSize.cy = Mode->Height;
  Signal->ActiveSize = Signal->TotalSize;
  Signal->VSyncFreq.Numerator = 60;
  Signal->VSyncFreq.Denominator = 1;
  Signal->HSyncFreq.Numerator = 60 * Mode->Height;
  Signal->HSyncFreq.Denominator = 1;
  Signal->PixelRate = (SIZE_T)60 * Mode->Width * Mode->Height;
  Signal->ScanLineOrdering = D3DDDI_VSSLO_PROGRESSIVE;
}

static NTSTATUS AddTargetModes(D3DKMDT_HVIDPNTARGETMODESET Set, CONST DXGK_VIDPNTARGETMODESET_INTERFACE *Interface)
{
  ULONG i;
  for (i = 0; i < RTL_NUMBER_OF(Modes); i++) {
    D3DKMDT_VIDPN_TARGET_MODE *mode = NULL;
    NTSTATUS status = Interface->pfnCreateNewModeInfo(Set, &mode);
    if (!NT_SUCCESS(status))
      return status;
    FillSignal(&mode->VideoSignalInfo, &Modes[i]);
    mode->Preference = D3DKMDT_MP_NOTPREFERRED;
    status = Interface->pfnAddMode(Set, mode);
    if (!NT_SUCCESS(status)) {
      Interface->pfnReleaseModeInfo(Set, mode);
      if (status != STATUS_GRAPHICS_MODE_ALREADY_IN_MODESET)
        return status;
    }
  }
  return STATUS_SUCCESS;
}

// True in *Pinned when the set of the source has a pinned mode, which must stay.
static NTSTATUS SourceIsPinned(D3DKMDT_HVIDPN hVidPn, CONST DXGK_VIDPN_INTERFACE *Interface,
                               D3DDDI_VIDEO_PRESENT_SOURCE_ID Source, BOOLEAN *Pinned)
{
  D3DKMDT_HVIDPNSOURCEMODESET set = NULL;
  CONST DXGK_VIDPNSOURCEMODESET_INTERFACE *sets = NULL;
  CONST D3DKMDT_VIDPN_SOURCE_MODE *mode = NULL;
  NTSTATUS status;

  *Pinned = FALSE;
  status = Interface->pfnAcquireSourceModeSet(hVidPn, Source, &set, &sets);
  if (!NT_SUCCESS(status))
    return status;
  status = sets->pfnAcquirePinnedModeInfo(set, &mode);
  if (NT_SUCCESS(status) && mode) {
    *Pinned = TRUE;
    sets->pfnReleaseModeInfo(set, mode);
  }
  Interface->pfnReleaseSourceModeSet(hVidPn, set);
  return status;
}

static NTSTATUS TargetIsPinned(D3DKMDT_HVIDPN hVidPn, CONST DXGK_VIDPN_INTERFACE *Interface,
                               D3DDDI_VIDEO_PRESENT_TARGET_ID Target, BOOLEAN *Pinned)
{
  D3DKMDT_HVIDPNTARGETMODESET set = NULL;
  CONST DXGK_VIDPNTARGETMODESET_INTERFACE *sets = NULL;
  CONST D3DKMDT_VIDPN_TARGET_MODE *mode = NULL;
  NTSTATUS status;

  *Pinned = FALSE;
  status = Interface->pfnAcquireTargetModeSet(hVidPn, Target, &set, &sets);
  if (!NT_SUCCESS(status))
    return status;
  status = sets->pfnAcquirePinnedModeInfo(set, &mode);
  if (NT_SUCCESS(status) && mode) {
    *Pinned = TRUE;
    sets->pfnReleaseModeInfo(set, mode);
  }
  Interface->pfnReleaseTargetModeSet(hVidPn, set);
  return status;
}

static NTSTATUS ReplaceSourceModes(D3DKMDT_HVIDPN hVidPn, CONST DXGK_VIDPN_INTERFACE *Interface,
                                   D3DDDI_VIDEO_PRESENT_SOURCE_ID Source)
{
  D3DKMDT_HVIDPNSOURCEMODESET set = NULL;
  CONST DXGK_VIDPNSOURCEMODESET_INTERFACE *sets = NULL;
  NTSTATUS status = Interface->pfnCreateNewSourceModeSet(hVidPn, Source, &set, &sets);
  if (!NT_SUCCESS(status))
    return status;
  status = AddSourceModes(set, sets);
  if (NT_SUCCESS(status))
    status = Interface->pfnAssignSourceModeSet(hVidPn, Source, set);
  if (!NT_SUCCESS(status))
    Interface->pfnReleaseSourceModeSet(hVidPn, set);
  return status;
}

static NTSTATUS ReplaceTargetModes(D3DKMDT_HVIDPN hVidPn, CONST DXGK_VIDPN_INTERFACE *Interface,
                                   D3DDDI_VIDEO_PRESENT_TARGET_ID Target)
{
  D3DKMDT_HVIDPNTARGETMODESET set = NULL;
  CONST DXGK_VIDPNTARGETMODESET_INTERFACE *sets = NULL;
  NTSTATUS status = Interface->pfnCreateNewTargetModeSet(hVidPn, Target, &set, &sets);
  if (!NT_SUCCESS(status))
    return status;
  status = AddTargetModes(set, sets);
  if (NT_SUCCESS(status))
    status = Interface->pfnAssignTargetModeSet(hVidPn, Target, set);
  if (!NT_SUCCESS(status))
    Interface->pfnReleaseTargetModeSet(hVidPn, set);
  return status;
}

static NTSTATUS CofuncPath(CONST DXGKARG_ENUMVIDPNCOFUNCMODALITY *Enum, CONST DXGK_VIDPN_INTERFACE *Interface,
                           CONST D3DKMDT_VIDPN_PRESENT_PATH *Path)
{
  D3DKMDT_HVIDPN vidpn = Enum->hConstrainingVidPn;
  BOOLEAN pinned;
  NTSTATUS status = STATUS_SUCCESS;

  if (Enum->EnumPivotType != D3DKMDT_EPT_VIDPNSOURCE || Enum->EnumPivot.VidPnSourceId != Path->VidPnSourceId) {
    status = SourceIsPinned(vidpn, Interface, Path->VidPnSourceId, &pinned);
    if (NT_SUCCESS(status) && !pinned)
      status = ReplaceSourceModes(vidpn, Interface, Path->VidPnSourceId);
    if (!NT_SUCCESS(status))
      return status;
  }
  if (Enum->EnumPivotType != D3DKMDT_EPT_VIDPNTARGET || Enum->EnumPivot.VidPnTargetId != Path->VidPnTargetId) {
    status = TargetIsPinned(vidpn, Interface, Path->VidPnTargetId, &pinned);
    if (NT_SUCCESS(status) && !pinned)
      status = ReplaceTargetModes(vidpn, Interface, Path->VidPnTargetId);
  }
  return status;
}

NTSTATUS APIENTRY CorEnumVidPnCofuncModality(CONST HANDLE hAdapter,
                                             CONST DXGKARG_ENUMVIDPNCOFUNCMODALITY *CONST pEnumCofuncModality)
{
  COR_ADAPTER *adapter = (COR_ADAPTER *)hAdapter;
  CONST DXGK_VIDPN_INTERFACE *vidpn = NULL;
  CONST DXGK_VIDPNTOPOLOGY_INTERFACE *paths = NULL;
  D3DKMDT_HVIDPNTOPOLOGY topology = NULL;
  CONST D3DKMDT_VIDPN_PRESENT_PATH *path = NULL;
  NTSTATUS status;

  PAGED_CODE();
  status = adapter->Dxgk.DxgkCbQueryVidPnInterface(pEnumCofuncModality->hConstrainingVidPn,
                                                   DXGK_VIDPN_INTERFACE_VERSION_V1, &vidpn);
  if (!NT_SUCCESS(status))
    return status;
  status = vidpn->pfnGetTopology(pEnumCofuncModality->hConstrainingVidPn, &topology, &paths);
  if (!NT_SUCCESS(status))
    return status;

  status = paths->pfnAcquireFirstPathInfo(topology, &path);
  if (status != STATUS_SUCCESS)
    return NT_SUCCESS(status) ? STATUS_SUCCESS : status;
  for (;;) {
    CONST D3DKMDT_VIDPN_PRESENT_PATH *next = NULL;
    NTSTATUS more;
    status = CofuncPath(pEnumCofuncModality, vidpn, path);
    if (!NT_SUCCESS(status)) {
      paths->pfnReleasePathInfo(topology, path);
      return status;
    }
    more = paths->pfnAcquireNextPathInfo(topology, path, &next);
    paths->pfnReleasePathInfo(topology, path);
    if (more != STATUS_SUCCESS)
      return NT_SUCCESS(more) ? STATUS_SUCCESS : more;
    path = next;
  }
}

NTSTATUS APIENTRY CorIsSupportedVidPn(CONST HANDLE hAdapter, DXGKARG_ISSUPPORTEDVIDPN *pIsSupportedVidPn)
{
  COR_ADAPTER *adapter = (COR_ADAPTER *)hAdapter;
  CONST DXGK_VIDPN_INTERFACE *vidpn = NULL;
  CONST DXGK_VIDPNTOPOLOGY_INTERFACE *paths = NULL;
  D3DKMDT_HVIDPNTOPOLOGY topology = NULL;
  SIZE_T count = 0;
  NTSTATUS status;

  PAGED_CODE();
  pIsSupportedVidPn->IsVidPnSupported = FALSE;
  if (!pIsSupportedVidPn->hDesiredVidPn) {
    pIsSupportedVidPn->IsVidPnSupported = TRUE;
    return STATUS_SUCCESS;
  }
  status = adapter->Dxgk.DxgkCbQueryVidPnInterface(pIsSupportedVidPn->hDesiredVidPn, DXGK_VIDPN_INTERFACE_VERSION_V1,
                                                   &vidpn);
  if (!NT_SUCCESS(status))
    return status;
  status = vidpn->pfnGetTopology(pIsSupportedVidPn->hDesiredVidPn, &topology, &paths);
  if (!NT_SUCCESS(status))
    return status;
  status = paths->pfnGetNumPathsFromSource(topology, 0, &count);
  if (!NT_SUCCESS(status))
    return status;
  pIsSupportedVidPn->IsVidPnSupported = count <= 1;
  return STATUS_SUCCESS;
}

NTSTATUS APIENTRY CorCommitVidPn(CONST HANDLE hAdapter, CONST DXGKARG_COMMITVIDPN *CONST pCommitVidPn)
{
  COR_ADAPTER *adapter = (COR_ADAPTER *)hAdapter;
  CONST DXGK_VIDPN_INTERFACE *vidpn = NULL;
  CONST DXGK_VIDPNSOURCEMODESET_INTERFACE *sets = NULL;
  D3DKMDT_HVIDPNSOURCEMODESET set = NULL;
  CONST D3DKMDT_VIDPN_SOURCE_MODE *mode = NULL;
  NTSTATUS status;

  PAGED_CODE();
  if (pCommitVidPn->Flags.PathPowerTransition)
    return STATUS_SUCCESS;
  status = adapter->Dxgk.DxgkCbQueryVidPnInterface(pCommitVidPn->hFunctionalVidPn, DXGK_VIDPN_INTERFACE_VERSION_V1,
                                                   &vidpn);
  if (!NT_SUCCESS(status))
    return status;
  status = vidpn->pfnAcquireSourceModeSet(pCommitVidPn->hFunctionalVidPn, 0, &set, &sets);
  if (!NT_SUCCESS(status))
    return status;
  status = sets->pfnAcquirePinnedModeInfo(set, &mode);
  if (!NT_SUCCESS(status))
    goto ReleaseSet;
  if (!mode) {
    CorWrite(adapter->Registers, COR_REG_SCAN_ENABLE, 0);
    goto ReleaseSet;
  }
  CorWrite(adapter->Registers, COR_REG_SCAN_ENABLE,
           mode->Format.Graphics.PrimSurfSize.cx << 16 | mode->Format.Graphics.PrimSurfSize.cy);
  sets->pfnReleaseModeInfo(set, mode);
ReleaseSet:
  vidpn->pfnReleaseSourceModeSet(pCommitVidPn->hFunctionalVidPn, set);
  return status;
}

NTSTATUS APIENTRY CorSetVidPnSourceVisibility(CONST HANDLE hAdapter,
                                              CONST DXGKARG_SETVIDPNSOURCEVISIBILITY *pSetVidPnSourceVisibility)
{
  COR_ADAPTER *adapter = (COR_ADAPTER *)hAdapter;

  PAGED_CODE();
  if (pSetVidPnSourceVisibility->VidPnSourceId != 0)
    return STATUS_INVALID_PARAMETER;
  adapter->SourceVisible = pSetVidPnSourceVisibility->Visible;
  return STATUS_SUCCESS;
}

NTSTATUS APIENTRY CorSetVidPnSourceAddress(CONST HANDLE hAdapter,
                                           CONST DXGKARG_SETVIDPNSOURCEADDRESS *pSetVidPnSourceAddress)
{
  COR_ADAPTER *adapter = (COR_ADAPTER *)hAdapter;

  adapter->ScanAddress = pSetVidPnSourceAddress->PrimaryAddress;
  if (adapter->Registers)
    CorWrite(adapter->Registers, COR_REG_SCAN_ADDRESS, adapter->ScanAddress.LowPart);
  return STATUS_SUCCESS;
}

NTSTATUS APIENTRY
CorUpdateActiveVidPnPresentPath(CONST HANDLE hAdapter,
                                CONST DXGKARG_UPDATEACTIVEVIDPNPRESENTPATH *CONST pUpdateActiveVidPnPresentPath)
{
  PAGED_CODE();
  UNREFERENCED_PARAMETER(hAdapter);
  if (pUpdateActiveVidPnPresentPath->VidPnPresentPathInfo.ContentTransformation.Rotation != D3DKMDT_VPPR_IDENTITY)
    return STATUS_GRAPHICS_VIDPN_MODALITY_NOT_SUPPORTED;
  return STATUS_SUCCESS;
}

NTSTATUS APIENTRY CorRecommendMonitorModes(CONST HANDLE hAdapter,
                                           CONST DXGKARG_RECOMMENDMONITORMODES *CONST pRecommendMonitorModes)
{
  CONST DXGK_MONITORSOURCEMODESET_INTERFACE *sets = pRecommendMonitorModes->pMonitorSourceModeSetInterface;
  D3DKMDT_MONITOR_SOURCE_MODE *mode = NULL;
  NTSTATUS status;

  UNREFERENCED_PARAMETER(hAdapter);
  status = sets->pfnCreateNewModeInfo(pRecommendMonitorModes->hMonitorSourceModeSet, &mode);
  if (!NT_SUCCESS(status))
    return status;
  FillSignal(&mode->VideoSignalInfo, &Modes[0]);
  mode->ColorBasis = D3DKMDT_CB_SRGB;
  mode->Origin = D3DKMDT_MCO_DRIVER;
  mode->Preference = D3DKMDT_MP_NOTPREFERRED;
  status = sets->pfnAddMode(pRecommendMonitorModes->hMonitorSourceModeSet, mode);
  if (!NT_SUCCESS(status)) {
    sets->pfnReleaseModeInfo(pRecommendMonitorModes->hMonitorSourceModeSet, mode);
    if (status == STATUS_GRAPHICS_MODE_ALREADY_IN_MODESET)
      status = STATUS_SUCCESS;
  }
  return status;
}

NTSTATUS APIENTRY CorGetScanLine(CONST HANDLE hAdapter, DXGKARG_GETSCANLINE *pGetScanLine)
{
  COR_ADAPTER *adapter = (COR_ADAPTER *)hAdapter;

  PAGED_CODE();
  pGetScanLine->ScanLine = CorRead(adapter->Registers, COR_REG_SCAN_LINE);
  pGetScanLine->InVerticalBlank = pGetScanLine->ScanLine == 0;
  return STATUS_SUCCESS;
}
