// What Corsair tells of itself: capabilities, segments, children.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "corsair.h"

static NTSTATUS QueryCapabilities(COR_ADAPTER *Adapter, CONST DXGKARG_QUERYADAPTERINFO *Query)
{
  DXGK_DRIVERCAPS *caps = (DXGK_DRIVERCAPS *)Query->pOutputData;

  if (Query->OutputDataSize < sizeof(*caps))
    return STATUS_BUFFER_TOO_SMALL;
  RtlZeroMemory(caps, sizeof(*caps));
  caps->HighestAcceptableAddress.QuadPart = ~0ll;
  caps->MaxAllocationListSlotId = 16;
  caps->ApertureSegmentCommitLimit = 64 * 1024 * 1024;
  caps->MaxPointerWidth = 64;
  caps->MaxPointerHeight = 64;
  caps->SchedulingCaps.MultiEngineAware = 1;
  caps->GpuEngineTopology.NbAsymetricProcessingNodes = Adapter->EngineCount;
  caps->WDDMVersion = DXGKDDI_WDDMv2;
  return STATUS_SUCCESS;
}

static NTSTATUS QuerySegments(COR_ADAPTER *Adapter, CONST DXGKARG_QUERYADAPTERINFO *Query)
{
  DXGK_QUERYSEGMENTOUT3 *out = (DXGK_QUERYSEGMENTOUT3 *)Query->pOutputData;

  if (Query->OutputDataSize < sizeof(*out))
    return STATUS_BUFFER_TOO_SMALL;
  if (!out->pSegmentDescriptor) {
    out->NbSegment = 2;
    return STATUS_SUCCESS;
  }
  RtlZeroMemory(out->pSegmentDescriptor, 2 * sizeof(out->pSegmentDescriptor[0]));
  out->pSegmentDescriptor[0].BaseAddress.QuadPart = 0;
  out->pSegmentDescriptor[0].Size = Adapter->RangeCount > 1 ? Adapter->Ranges[1].Length : 0;
  out->pSegmentDescriptor[1].Flags.Aperture = 1;
  out->pSegmentDescriptor[1].BaseAddress.QuadPart = 0x100000000ll;
  out->pSegmentDescriptor[1].Size = 256 * 1024 * 1024;
  out->PagingBufferSegmentId = COR_SEGMENT_APERTURE;
  out->PagingBufferSize = 64 * 1024;
  out->PagingBufferPrivateDataSize = 0;
  return STATUS_SUCCESS;
}

NTSTATUS APIENTRY CorQueryAdapterInfo(CONST HANDLE hAdapter, CONST DXGKARG_QUERYADAPTERINFO *pQueryAdapterInfo)
{
  COR_ADAPTER *adapter = (COR_ADAPTER *)hAdapter;

  PAGED_CODE();
  switch (pQueryAdapterInfo->Type) {
  case DXGKQAITYPE_DRIVERCAPS:
    return QueryCapabilities(adapter, pQueryAdapterInfo);
  case DXGKQAITYPE_QUERYSEGMENT3:
    return QuerySegments(adapter, pQueryAdapterInfo);
  default:
    return STATUS_NOT_SUPPORTED;
  }
}

NTSTATUS NTAPI CorQueryChildRelations(CONST PVOID MiniportDeviceContext, PDXGK_CHILD_DESCRIPTOR ChildRelations,
                                      ULONG ChildRelationsSize)
{
  PAGED_CODE();
  UNREFERENCED_PARAMETER(MiniportDeviceContext);
  if (ChildRelationsSize < 2 * sizeof(*ChildRelations))
    return STATUS_BUFFER_TOO_SMALL;
  ChildRelations[0].ChildDeviceType = TypeVideoOutput;
  ChildRelations[0].ChildCapabilities.HpdAwareness = HpdAwarenessInterruptible;
  ChildRelations[0].ChildCapabilities.Type.VideoOutput.InterfaceTechnology = D3DKMDT_VOT_HDMI;
  ChildRelations[0].AcpiUid = 0;
  ChildRelations[0].ChildUid = 0;
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI CorQueryChildStatus(CONST PVOID MiniportDeviceContext, PDXGK_CHILD_STATUS ChildStatus,
                                   BOOLEAN NonDestructiveOnly)
{
  PAGED_CODE();
  UNREFERENCED_PARAMETER(MiniportDeviceContext);
  UNREFERENCED_PARAMETER(NonDestructiveOnly);
  if (ChildStatus->Type != StatusConnection)
    return STATUS_NOT_SUPPORTED;
  ChildStatus->HotPlug.Connected = ChildStatus->ChildUid == 0;
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI CorQueryDeviceDescriptor(CONST PVOID MiniportDeviceContext, ULONG ChildUid,
                                        PDXGK_DEVICE_DESCRIPTOR DeviceDescriptor)
{
  PAGED_CODE();
  UNREFERENCED_PARAMETER(MiniportDeviceContext);
  UNREFERENCED_PARAMETER(DeviceDescriptor);
  return ChildUid == 0 ? STATUS_GRAPHICS_CHILD_DESCRIPTOR_NOT_SUPPORTED : STATUS_INVALID_PARAMETER;
}
