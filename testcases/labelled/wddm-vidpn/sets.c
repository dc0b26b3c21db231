// Mode sets, modes and paths: what an assign or an add takes over, what an enumeration leaves, pinned modes that are none.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

NTSTATUS source_set_leaked_bad(const DXGK_VIDPN_INTERFACE *VidPn, D3DKMDT_HVIDPN hVidPn)
{
  D3DKMDT_HVIDPNSOURCEMODESET set;
  const DXGK_VIDPNSOURCEMODESET_INTERFACE *table;
  NTSTATUS status;
  status = VidPn->pfnAcquireSourceModeSet(hVidPn, 0, &set, &table);
  if (!NT_SUCCESS(status))
    return status;
  status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    return status; // EXPECT: dxgk-leak
  }
  VidPn->pfnReleaseSourceModeSet(hVidPn, set);
  return status;
}

NTSTATUS source_set_leaked_ok(const DXGK_VIDPN_INTERFACE *VidPn, D3DKMDT_HVIDPN hVidPn)
{
  D3DKMDT_HVIDPNSOURCEMODESET set;
  const DXGK_VIDPNSOURCEMODESET_INTERFACE *table;
  NTSTATUS status;
  status = VidPn->pfnAcquireSourceModeSet(hVidPn, 0, &set, &table);
  if (!NT_SUCCESS(status))
    return status;
  status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    VidPn->pfnReleaseSourceModeSet(hVidPn, set);
    return status;
  }
  VidPn->pfnReleaseSourceModeSet(hVidPn, set);
  return status;
}

NTSTATUS source_set_twice_bad(const DXGK_VIDPN_INTERFACE *VidPn, D3DKMDT_HVIDPN hVidPn)
{
  D3DKMDT_HVIDPNSOURCEMODESET set;
  const DXGK_VIDPNSOURCEMODESET_INTERFACE *table;
  NTSTATUS status;
  status = VidPn->pfnAcquireSourceModeSet(hVidPn, 0, &set, &table);
  if (!NT_SUCCESS(status))
    return status;
  status = ProbeHardware();
  if (!NT_SUCCESS(status))
    VidPn->pfnReleaseSourceModeSet(hVidPn, set);
  VidPn->pfnReleaseSourceModeSet(hVidPn, set); // EXPECT: dxgk-double-destroy
  return status;
}

NTSTATUS source_set_twice_ok(const DXGK_VIDPN_INTERFACE *VidPn, D3DKMDT_HVIDPN hVidPn)
{
  D3DKMDT_HVIDPNSOURCEMODESET set;
  const DXGK_VIDPNSOURCEMODESET_INTERFACE *table;
  NTSTATUS status;
  status = VidPn->pfnAcquireSourceModeSet(hVidPn, 0, &set, &table);
  if (!NT_SUCCESS(status))
    return status;
  status = ProbeHardware();
  if (!NT_SUCCESS(status))
    DbgPrint("failed");
  VidPn->pfnReleaseSourceModeSet(hVidPn, set);
  return status;
}

NTSTATUS source_set_assigned_bad(const DXGK_VIDPN_INTERFACE *VidPn, D3DKMDT_HVIDPN hVidPn)
{
  D3DKMDT_HVIDPNSOURCEMODESET set;
  const DXGK_VIDPNSOURCEMODESET_INTERFACE *table;
  NTSTATUS status;
  status = VidPn->pfnCreateNewSourceModeSet(hVidPn, 0, &set, &table);
  if (!NT_SUCCESS(status))
    return status;
  status = VidPn->pfnAssignSourceModeSet(hVidPn, 0, set);
  if (NT_SUCCESS(status) || status == STATUS_GRAPHICS_INVALID_VIDPN || status == STATUS_GRAPHICS_INVALID_VIDEO_PRESENT_SOURCE
      || status == STATUS_GRAPHICS_INVALID_VIDPN_SOURCEMODESET)
    VidPn->pfnReleaseSourceModeSet(hVidPn, set); // EXPECT: dxgk-double-destroy
  return status;
}

NTSTATUS source_set_assigned_ok(const DXGK_VIDPN_INTERFACE *VidPn, D3DKMDT_HVIDPN hVidPn)
{
  D3DKMDT_HVIDPNSOURCEMODESET set;
  const DXGK_VIDPNSOURCEMODESET_INTERFACE *table;
  NTSTATUS status;
  status = VidPn->pfnCreateNewSourceModeSet(hVidPn, 0, &set, &table);
  if (!NT_SUCCESS(status))
    return status;
  status = VidPn->pfnAssignSourceModeSet(hVidPn, 0, set);
  if (status == STATUS_GRAPHICS_INVALID_VIDPN || status == STATUS_GRAPHICS_INVALID_VIDEO_PRESENT_SOURCE
      || status == STATUS_GRAPHICS_INVALID_VIDPN_SOURCEMODESET)
    VidPn->pfnReleaseSourceModeSet(hVidPn, set);
  return status;
}

NTSTATUS source_set_refused_bad(const DXGK_VIDPN_INTERFACE *VidPn, D3DKMDT_HVIDPN hVidPn)
{
  D3DKMDT_HVIDPNSOURCEMODESET set;
  const DXGK_VIDPNSOURCEMODESET_INTERFACE *table;
  NTSTATUS status;
  status = VidPn->pfnCreateNewSourceModeSet(hVidPn, 0, &set, &table);
  if (!NT_SUCCESS(status))
    return status;
  status = VidPn->pfnAssignSourceModeSet(hVidPn, 0, set);
  return status; // EXPECT: dxgk-leak
}

NTSTATUS source_set_refused_ok(const DXGK_VIDPN_INTERFACE *VidPn, D3DKMDT_HVIDPN hVidPn)
{
  D3DKMDT_HVIDPNSOURCEMODESET set;
  const DXGK_VIDPNSOURCEMODESET_INTERFACE *table;
  NTSTATUS status;
  status = VidPn->pfnCreateNewSourceModeSet(hVidPn, 0, &set, &table);
  if (!NT_SUCCESS(status))
    return status;
  status = VidPn->pfnAssignSourceModeSet(hVidPn, 0, set);
  if (status == STATUS_GRAPHICS_INVALID_VIDPN || status == STATUS_GRAPHICS_INVALID_VIDEO_PRESENT_SOURCE
      || status == STATUS_GRAPHICS_INVALID_VIDPN_SOURCEMODESET)
    VidPn->pfnReleaseSourceModeSet(hVidPn, set);
  return status;
}

NTSTATUS source_pinned_bad(const DXGK_VIDPNSOURCEMODESET_INTERFACE *Set, D3DKMDT_HVIDPNSOURCEMODESET hSet)
{
  const D3DKMDT_VIDPN_SOURCE_MODE *mode = NULL;
  NTSTATUS status = Set->pfnAcquirePinnedModeInfo(hSet, &mode);
  if (!NT_SUCCESS(status))
    return status;
  if (mode != NULL) {
    status = ProbeHardware();
  }
  return status; // EXPECT: dxgk-leak
}

NTSTATUS source_pinned_ok(const DXGK_VIDPNSOURCEMODESET_INTERFACE *Set, D3DKMDT_HVIDPNSOURCEMODESET hSet)
{
  const D3DKMDT_VIDPN_SOURCE_MODE *mode = NULL;
  NTSTATUS status = Set->pfnAcquirePinnedModeInfo(hSet, &mode);
  if (!NT_SUCCESS(status))
    return status;
  if (mode != NULL) {
    status = ProbeHardware();
    Set->pfnReleaseModeInfo(hSet, mode);
  }
  return status;
}

NTSTATUS source_added_bad(const DXGK_VIDPNSOURCEMODESET_INTERFACE *Set, D3DKMDT_HVIDPNSOURCEMODESET hSet)
{
  D3DKMDT_VIDPN_SOURCE_MODE *mode;
  NTSTATUS status = Set->pfnCreateNewModeInfo(hSet, &mode);
  if (!NT_SUCCESS(status))
    return status;
  status = Set->pfnAddMode(hSet, mode);
  return status; // EXPECT: dxgk-leak
}

NTSTATUS source_added_ok(const DXGK_VIDPNSOURCEMODESET_INTERFACE *Set, D3DKMDT_HVIDPNSOURCEMODESET hSet)
{
  D3DKMDT_VIDPN_SOURCE_MODE *mode;
  NTSTATUS status = Set->pfnCreateNewModeInfo(hSet, &mode);
  if (!NT_SUCCESS(status))
    return status;
  status = Set->pfnAddMode(hSet, mode);
  if (!NT_SUCCESS(status))
    Set->pfnReleaseModeInfo(hSet, mode);
  return status;
}

NTSTATUS source_next_bad(const DXGK_VIDPNSOURCEMODESET_INTERFACE *Set, D3DKMDT_HVIDPNSOURCEMODESET hSet)
{
  const D3DKMDT_VIDPN_SOURCE_MODE *mode, *next;
  ULONG count = 0;
  NTSTATUS status = Set->pfnAcquireFirstModeInfo(hSet, &mode);
  while (status == STATUS_SUCCESS) {
    // EXPECT-FN: dxgk-leak
    count++;
    status = Set->pfnAcquireNextModeInfo(hSet, mode, &next);
    mode = next;
  }
  return count ? STATUS_SUCCESS : STATUS_UNSUCCESSFUL;
}

NTSTATUS source_next_ok(const DXGK_VIDPNSOURCEMODESET_INTERFACE *Set, D3DKMDT_HVIDPNSOURCEMODESET hSet)
{
  const D3DKMDT_VIDPN_SOURCE_MODE *mode, *next;
  ULONG count = 0;
  NTSTATUS status = Set->pfnAcquireFirstModeInfo(hSet, &mode);
  while (status == STATUS_SUCCESS) {
    count++;
    status = Set->pfnAcquireNextModeInfo(hSet, mode, &next);
    Set->pfnReleaseModeInfo(hSet, mode);
    mode = next;
  }
  return count ? STATUS_SUCCESS : STATUS_UNSUCCESSFUL;
}

NTSTATUS target_set_leaked_bad(const DXGK_VIDPN_INTERFACE *VidPn, D3DKMDT_HVIDPN hVidPn)
{
  D3DKMDT_HVIDPNTARGETMODESET set;
  const DXGK_VIDPNTARGETMODESET_INTERFACE *table;
  NTSTATUS status;
  status = VidPn->pfnAcquireTargetModeSet(hVidPn, 0, &set, &table);
  if (!NT_SUCCESS(status))
    return status;
  status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    return status; // EXPECT: dxgk-leak
  }
  VidPn->pfnReleaseTargetModeSet(hVidPn, set);
  return status;
}

NTSTATUS target_set_leaked_ok(const DXGK_VIDPN_INTERFACE *VidPn, D3DKMDT_HVIDPN hVidPn)
{
  D3DKMDT_HVIDPNTARGETMODESET set;
  const DXGK_VIDPNTARGETMODESET_INTERFACE *table;
  NTSTATUS status;
  status = VidPn->pfnAcquireTargetModeSet(hVidPn, 0, &set, &table);
  if (!NT_SUCCESS(status))
    return status;
  status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    VidPn->pfnReleaseTargetModeSet(hVidPn, set);
    return status;
  }
  VidPn->pfnReleaseTargetModeSet(hVidPn, set);
  return status;
}

NTSTATUS target_set_twice_bad(const DXGK_VIDPN_INTERFACE *VidPn, D3DKMDT_HVIDPN hVidPn)
{
  D3DKMDT_HVIDPNTARGETMODESET set;
  const DXGK_VIDPNTARGETMODESET_INTERFACE *table;
  NTSTATUS status;
  status = VidPn->pfnAcquireTargetModeSet(hVidPn, 0, &set, &table);
  if (!NT_SUCCESS(status))
    return status;
  status = ProbeHardware();
  if (!NT_SUCCESS(status))
    VidPn->pfnReleaseTargetModeSet(hVidPn, set);
  VidPn->pfnReleaseTargetModeSet(hVidPn, set); // EXPECT: dxgk-double-destroy
  return status;
}

NTSTATUS target_set_twice_ok(const DXGK_VIDPN_INTERFACE *VidPn, D3DKMDT_HVIDPN hVidPn)
{
  D3DKMDT_HVIDPNTARGETMODESET set;
  const DXGK_VIDPNTARGETMODESET_INTERFACE *table;
  NTSTATUS status;
  status = VidPn->pfnAcquireTargetModeSet(hVidPn, 0, &set, &table);
  if (!NT_SUCCESS(status))
    return status;
  status = ProbeHardware();
  if (!NT_SUCCESS(status))
    DbgPrint("failed");
  VidPn->pfnReleaseTargetModeSet(hVidPn, set);
  return status;
}

NTSTATUS target_set_assigned_bad(const DXGK_VIDPN_INTERFACE *VidPn, D3DKMDT_HVIDPN hVidPn)
{
  D3DKMDT_HVIDPNTARGETMODESET set;
  const DXGK_VIDPNTARGETMODESET_INTERFACE *table;
  NTSTATUS status;
  status = VidPn->pfnCreateNewTargetModeSet(hVidPn, 0, &set, &table);
  if (!NT_SUCCESS(status))
    return status;
  status = VidPn->pfnAssignTargetModeSet(hVidPn, 0, set);
  if (NT_SUCCESS(status) || status == STATUS_GRAPHICS_INVALID_VIDPN || status == STATUS_GRAPHICS_INVALID_VIDEO_PRESENT_TARGET
      || status == STATUS_GRAPHICS_INVALID_VIDPN_TARGETMODESET)
    VidPn->pfnReleaseTargetModeSet(hVidPn, set); // EXPECT: dxgk-double-destroy
  return status;
}

NTSTATUS target_set_assigned_ok(const DXGK_VIDPN_INTERFACE *VidPn, D3DKMDT_HVIDPN hVidPn)
{
  D3DKMDT_HVIDPNTARGETMODESET set;
  const DXGK_VIDPNTARGETMODESET_INTERFACE *table;
  NTSTATUS status;
  status = VidPn->pfnCreateNewTargetModeSet(hVidPn, 0, &set, &table);
  if (!NT_SUCCESS(status))
    return status;
  status = VidPn->pfnAssignTargetModeSet(hVidPn, 0, set);
  if (status == STATUS_GRAPHICS_INVALID_VIDPN || status == STATUS_GRAPHICS_INVALID_VIDEO_PRESENT_TARGET
      || status == STATUS_GRAPHICS_INVALID_VIDPN_TARGETMODESET)
    VidPn->pfnReleaseTargetModeSet(hVidPn, set);
  return status;
}

NTSTATUS target_set_refused_bad(const DXGK_VIDPN_INTERFACE *VidPn, D3DKMDT_HVIDPN hVidPn)
{
  D3DKMDT_HVIDPNTARGETMODESET set;
  const DXGK_VIDPNTARGETMODESET_INTERFACE *table;
  NTSTATUS status;
  status = VidPn->pfnCreateNewTargetModeSet(hVidPn, 0, &set, &table);
  if (!NT_SUCCESS(status))
    return status;
  status = VidPn->pfnAssignTargetModeSet(hVidPn, 0, set);
  return status; // EXPECT: dxgk-leak
}

NTSTATUS target_set_refused_ok(const DXGK_VIDPN_INTERFACE *VidPn, D3DKMDT_HVIDPN hVidPn)
{
  D3DKMDT_HVIDPNTARGETMODESET set;
  const DXGK_VIDPNTARGETMODESET_INTERFACE *table;
  NTSTATUS status;
  status = VidPn->pfnCreateNewTargetModeSet(hVidPn, 0, &set, &table);
  if (!NT_SUCCESS(status))
    return status;
  status = VidPn->pfnAssignTargetModeSet(hVidPn, 0, set);
  if (status == STATUS_GRAPHICS_INVALID_VIDPN || status == STATUS_GRAPHICS_INVALID_VIDEO_PRESENT_TARGET
      || status == STATUS_GRAPHICS_INVALID_VIDPN_TARGETMODESET)
    VidPn->pfnReleaseTargetModeSet(hVidPn, set);
  return status;
}

NTSTATUS target_pinned_bad(const DXGK_VIDPNTARGETMODESET_INTERFACE *Set, D3DKMDT_HVIDPNTARGETMODESET hSet)
{
  const D3DKMDT_VIDPN_TARGET_MODE *mode = NULL;
  NTSTATUS status = Set->pfnAcquirePinnedModeInfo(hSet, &mode);
  if (!NT_SUCCESS(status))
    return status;
  if (mode != NULL) {
    status = ProbeHardware();
  }
  return status; // EXPECT: dxgk-leak
}

NTSTATUS target_pinned_ok(const DXGK_VIDPNTARGETMODESET_INTERFACE *Set, D3DKMDT_HVIDPNTARGETMODESET hSet)
{
  const D3DKMDT_VIDPN_TARGET_MODE *mode = NULL;
  NTSTATUS status = Set->pfnAcquirePinnedModeInfo(hSet, &mode);
  if (!NT_SUCCESS(status))
    return status;
  if (mode != NULL) {
    status = ProbeHardware();
    Set->pfnReleaseModeInfo(hSet, mode);
  }
  return status;
}

NTSTATUS target_added_bad(const DXGK_VIDPNTARGETMODESET_INTERFACE *Set, D3DKMDT_HVIDPNTARGETMODESET hSet)
{
  D3DKMDT_VIDPN_TARGET_MODE *mode;
  NTSTATUS status = Set->pfnCreateNewModeInfo(hSet, &mode);
  if (!NT_SUCCESS(status))
    return status;
  status = Set->pfnAddMode(hSet, mode);
  return status; // EXPECT: dxgk-leak
}

NTSTATUS target_added_ok(const DXGK_VIDPNTARGETMODESET_INTERFACE *Set, D3DKMDT_HVIDPNTARGETMODESET hSet)
{
  D3DKMDT_VIDPN_TARGET_MODE *mode;
  NTSTATUS status = Set->pfnCreateNewModeInfo(hSet, &mode);
  if (!NT_SUCCESS(status))
    return status;
  status = Set->pfnAddMode(hSet, mode);
  if (!NT_SUCCESS(status))
    Set->pfnReleaseModeInfo(hSet, mode);
  return status;
}

NTSTATUS target_next_bad(const DXGK_VIDPNTARGETMODESET_INTERFACE *Set, D3DKMDT_HVIDPNTARGETMODESET hSet)
{
  const D3DKMDT_VIDPN_TARGET_MODE *mode, *next;
  ULONG count = 0;
  NTSTATUS status = Set->pfnAcquireFirstModeInfo(hSet, &mode);
  while (status == STATUS_SUCCESS) {
    // EXPECT-FN: dxgk-leak
    count++;
    status = Set->pfnAcquireNextModeInfo(hSet, mode, &next);
    mode = next;
  }
  return count ? STATUS_SUCCESS : STATUS_UNSUCCESSFUL;
}

NTSTATUS target_next_ok(const DXGK_VIDPNTARGETMODESET_INTERFACE *Set, D3DKMDT_HVIDPNTARGETMODESET hSet)
{
  const D3DKMDT_VIDPN_TARGET_MODE *mode, *next;
  ULONG count = 0;
  NTSTATUS status = Set->pfnAcquireFirstModeInfo(hSet, &mode);
  while (status == STATUS_SUCCESS) {
    count++;
    status = Set->pfnAcquireNextModeInfo(hSet, mode, &next);
    Set->pfnReleaseModeInfo(hSet, mode);
    mode = next;
  }
  return count ? STATUS_SUCCESS : STATUS_UNSUCCESSFUL;
}

NTSTATUS path_leaked_bad(const DXGK_VIDPNTOPOLOGY_INTERFACE *Topology, D3DKMDT_HVIDPNTOPOLOGY hTopology)
{
  const D3DKMDT_VIDPN_PRESENT_PATH *path;
  NTSTATUS status;
  status = Topology->pfnAcquireFirstPathInfo(hTopology, &path);
  if (status != STATUS_SUCCESS)
    return STATUS_UNSUCCESSFUL;
  status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    return status; // EXPECT: dxgk-leak
  }
  Topology->pfnReleasePathInfo(hTopology, path);
  return status;
}

NTSTATUS path_leaked_ok(const DXGK_VIDPNTOPOLOGY_INTERFACE *Topology, D3DKMDT_HVIDPNTOPOLOGY hTopology)
{
  const D3DKMDT_VIDPN_PRESENT_PATH *path;
  NTSTATUS status;
  status = Topology->pfnAcquireFirstPathInfo(hTopology, &path);
  if (status != STATUS_SUCCESS)
    return STATUS_UNSUCCESSFUL;
  status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    Topology->pfnReleasePathInfo(hTopology, path);
    return status;
  }
  Topology->pfnReleasePathInfo(hTopology, path);
  return status;
}

NTSTATUS path_twice_bad(const DXGK_VIDPNTOPOLOGY_INTERFACE *Topology, D3DKMDT_HVIDPNTOPOLOGY hTopology)
{
  const D3DKMDT_VIDPN_PRESENT_PATH *path;
  NTSTATUS status;
  status = Topology->pfnAcquireFirstPathInfo(hTopology, &path);
  if (status != STATUS_SUCCESS)
    return STATUS_UNSUCCESSFUL;
  status = ProbeHardware();
  if (!NT_SUCCESS(status))
    Topology->pfnReleasePathInfo(hTopology, path);
  Topology->pfnReleasePathInfo(hTopology, path); // EXPECT: dxgk-double-destroy
  return status;
}

NTSTATUS path_twice_ok(const DXGK_VIDPNTOPOLOGY_INTERFACE *Topology, D3DKMDT_HVIDPNTOPOLOGY hTopology)
{
  const D3DKMDT_VIDPN_PRESENT_PATH *path;
  NTSTATUS status;
  status = Topology->pfnAcquireFirstPathInfo(hTopology, &path);
  if (status != STATUS_SUCCESS)
    return STATUS_UNSUCCESSFUL;
  status = ProbeHardware();
  if (!NT_SUCCESS(status))
    DbgPrint("failed");
  Topology->pfnReleasePathInfo(hTopology, path);
  return status;
}

NTSTATUS path_in_loop_bad(const DXGK_VIDPNTOPOLOGY_INTERFACE *Topology, D3DKMDT_HVIDPNTOPOLOGY hTopology, ULONG Wanted)
{
  const D3DKMDT_VIDPN_PRESENT_PATH *path, *next;
  NTSTATUS status = Topology->pfnAcquireFirstPathInfo(hTopology, &path);
  while (status == STATUS_SUCCESS) {
    if (path->VidPnSourceId == Wanted) {
      return STATUS_SUCCESS; // EXPECT: dxgk-leak
    }
    status = Topology->pfnAcquireNextPathInfo(hTopology, path, &next);
    Topology->pfnReleasePathInfo(hTopology, path);
    path = next;
  }
  return STATUS_NOT_FOUND;
}

NTSTATUS path_in_loop_ok(const DXGK_VIDPNTOPOLOGY_INTERFACE *Topology, D3DKMDT_HVIDPNTOPOLOGY hTopology, ULONG Wanted)
{
  const D3DKMDT_VIDPN_PRESENT_PATH *path, *next;
  NTSTATUS status = Topology->pfnAcquireFirstPathInfo(hTopology, &path);
  while (status == STATUS_SUCCESS) {
    if (path->VidPnSourceId == Wanted) {
      Topology->pfnReleasePathInfo(hTopology, path);
      return STATUS_SUCCESS;
    }
    status = Topology->pfnAcquireNextPathInfo(hTopology, path, &next);
    Topology->pfnReleasePathInfo(hTopology, path);
    path = next;
  }
  return STATUS_NOT_FOUND;
}

NTSTATUS monitor_set_leaked_bad(const DXGK_MONITOR_INTERFACE *Monitor, D3DKMDT_ADAPTER hAdapter)
{
  D3DKMDT_HMONITORSOURCEMODESET set;
  const DXGK_MONITORSOURCEMODESET_INTERFACE *table;
  NTSTATUS status;
  status = Monitor->pfnAcquireMonitorSourceModeSet(hAdapter, 0, &set, &table);
  if (!NT_SUCCESS(status))
    return status;
  status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    return status; // EXPECT: dxgk-leak
  }
  Monitor->pfnReleaseMonitorSourceModeSet(hAdapter, set);
  return status;
}

NTSTATUS monitor_set_leaked_ok(const DXGK_MONITOR_INTERFACE *Monitor, D3DKMDT_ADAPTER hAdapter)
{
  D3DKMDT_HMONITORSOURCEMODESET set;
  const DXGK_MONITORSOURCEMODESET_INTERFACE *table;
  NTSTATUS status;
  status = Monitor->pfnAcquireMonitorSourceModeSet(hAdapter, 0, &set, &table);
  if (!NT_SUCCESS(status))
    return status;
  status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    Monitor->pfnReleaseMonitorSourceModeSet(hAdapter, set);
    return status;
  }
  Monitor->pfnReleaseMonitorSourceModeSet(hAdapter, set);
  return status;
}

NTSTATUS monitor_set_twice_bad(const DXGK_MONITOR_INTERFACE *Monitor, D3DKMDT_ADAPTER hAdapter)
{
  D3DKMDT_HMONITORSOURCEMODESET set;
  const DXGK_MONITORSOURCEMODESET_INTERFACE *table;
  NTSTATUS status;
  status = Monitor->pfnAcquireMonitorSourceModeSet(hAdapter, 0, &set, &table);
  if (!NT_SUCCESS(status))
    return status;
  status = ProbeHardware();
  if (!NT_SUCCESS(status))
    Monitor->pfnReleaseMonitorSourceModeSet(hAdapter, set);
  Monitor->pfnReleaseMonitorSourceModeSet(hAdapter, set); // EXPECT: dxgk-double-destroy
  return status;
}

NTSTATUS monitor_set_twice_ok(const DXGK_MONITOR_INTERFACE *Monitor, D3DKMDT_ADAPTER hAdapter)
{
  D3DKMDT_HMONITORSOURCEMODESET set;
  const DXGK_MONITORSOURCEMODESET_INTERFACE *table;
  NTSTATUS status;
  status = Monitor->pfnAcquireMonitorSourceModeSet(hAdapter, 0, &set, &table);
  if (!NT_SUCCESS(status))
    return status;
  status = ProbeHardware();
  if (!NT_SUCCESS(status))
    DbgPrint("failed");
  Monitor->pfnReleaseMonitorSourceModeSet(hAdapter, set);
  return status;
}
