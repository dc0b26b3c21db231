// Allocations of the user-mode driver and what devices open of them.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "corsair.h"

static UINT BytesPerPixel(D3DDDIFORMAT Format)
{
  switch (Format) {
  case D3DDDIFMT_A8R8G8B8:
  case D3DDDIFMT_X8R8G8B8:
    return 4;
  case D3DDDIFMT_R5G6B5:
    return 2;
  default:
    return 0;
  }
}

static NTSTATUS CreateOne(DXGK_ALLOCATIONINFO *Info)
{
  const COR_CREATE_DATA *data = (const COR_CREATE_DATA *)Info->pPrivateDriverData;
  COR_ALLOCATION *allocation;

  if (!data || Info->PrivateDriverDataSize < sizeof(*data))
    return STATUS_INVALID_PARAMETER;
  allocation = (COR_ALLOCATION *)CorAllocate(sizeof(*allocation));
  if (!allocation)
    return STATUS_NO_MEMORY;
  allocation->Width = data->Width;
  allocation->Height = data->Height;
  allocation->Format = data->Format;
  allocation->Pitch = data->Width * BytesPerPixel(data->Format);
  allocation->Size = data->Size ? data->Size : (SIZE_T)allocation->Pitch * data->Height;
  if (allocation->Size == 0) {
    CorFree(allocation);
    return STATUS_INVALID_PARAMETER;
  }
  Info->hAllocation = allocation;
  Info->Size = ROUND_TO_PAGES(allocation->Size);
  Info->Alignment = PAGE_SIZE;
  Info->PitchAlignedSize = 0;
  Info->HintedBank.Value = 0;
  Info->PreferredSegment.Value = 0;
  Info->PreferredSegment.SegmentId0 = COR_SEGMENT_LOCAL;
  Info->SupportedReadSegmentSet = 1 << (COR_SEGMENT_LOCAL - 1) | 1 << (COR_SEGMENT_APERTURE - 1);
  Info->SupportedWriteSegmentSet = Info->SupportedReadSegmentSet;
  Info->EvictionSegmentSet = 1 << (COR_SEGMENT_APERTURE - 1);
  Info->AllocationPriority = D3DDDI_ALLOCATIONPRIORITY_NORMAL;
  Info->Flags.Value = 0;
  Info->Flags.CpuVisible = 1;
  return STATUS_SUCCESS;
}

NTSTATUS APIENTRY CorCreateAllocation(CONST HANDLE hAdapter, DXGKARG_CREATEALLOCATION *pCreateAllocation)
{
  NTSTATUS status = STATUS_SUCCESS;
  UINT i;

  PAGED_CODE();
  UNREFERENCED_PARAMETER(hAdapter);
  for (i = 0; i < pCreateAllocation->NumAllocations; i++) {
    status = CreateOne(&pCreateAllocation->pAllocationInfo[i]);
    if (!NT_SUCCESS(status))
      break;
  }
  if (!NT_SUCCESS(status)) {
    while (i > 0) {
      i--;
      CorFree(pCreateAllocation->pAllocationInfo[i].hAllocation);
      pCreateAllocation->pAllocationInfo[i].hAllocation = NULL;
    }
  }
  return status;
}

NTSTATUS APIENTRY CorDestroyAllocation(CONST HANDLE hAdapter, CONST DXGKARG_DESTROYALLOCATION *pDestroyAllocation)
{
  UINT i;

  PAGED_CODE();
  UNREFERENCED_PARAMETER(hAdapter);
  for (i = 0; i < pDestroyAllocation->NumAllocations; i++)
    CorFree(pDestroyAllocation->pAllocationList[i]);
  return STATUS_SUCCESS;
}

NTSTATUS APIENTRY CorDescribeAllocation(CONST HANDLE hAdapter, DXGKARG_DESCRIBEALLOCATION *pDescribeAllocation)
{
  const COR_ALLOCATION *allocation = (const COR_ALLOCATION *)pDescribeAllocation->hAllocation;

  PAGED_CODE();
  UNREFERENCED_PARAMETER(hAdapter);
  pDescribeAllocation->Width = allocation->Width;
  pDescribeAllocation->Height = allocation->Height;
  pDescribeAllocation->Format = allocation->Format;
  pDescribeAllocation->MultisampleMethod.NumSamples = 1;
  pDescribeAllocation->MultisampleMethod.NumQualityLevels = 0;
  pDescribeAllocation->RefreshRate.Numerator = 60;
  pDescribeAllocation->RefreshRate.Denominator = 1;
  pDescribeAllocation->PrivateDriverFormatAttribute = 0;
  return STATUS_SUCCESS;
}

static COR_ALLOCATION *AllocationOf(COR_ADAPTER *Adapter, D3DKMT_HANDLE hAllocation)
{
  DXGKARGCB_GETHANDLEDATA data;
  RtlZeroMemory(&data, sizeof(data));
  data.hObject = hAllocation;
  data.Type = DXGK_HANDLE_ALLOCATION;
  return (COR_ALLOCATION *)Adapter->Dxgk.DxgkCbGetHandleData(&data);
}

NTSTATUS APIENTRY CorOpenAllocation(CONST HANDLE hDevice, CONST DXGKARG_OPENALLOCATION *pOpenAllocation)
{
  COR_DEVICE *device = (COR_DEVICE *)hDevice;
  NTSTATUS status = STATUS_SUCCESS;
  UINT i;

  PAGED_CODE();
  for (i = 0; i < pOpenAllocation->NumAllocations; i++) {
    DXGK_OPENALLOCATIONINFO *info = &pOpenAllocation->pOpenAllocation[i];
    COR_OPEN_ALLOCATION *open = (COR_OPEN_ALLOCATION *)CorAllocate(sizeof(*open));
    if (!open) {
      status = STATUS_NO_MEMORY;
      break;
    }
    open->Device = device;
    open->Allocation = AllocationOf(device->Adapter, info->hAllocation);
    info->hDeviceSpecificAllocation = open;
  }
  if (!NT_SUCCESS(status)) {
    while (i-- > 0) {
      CorFree(pOpenAllocation->pOpenAllocation[i].hDeviceSpecificAllocation);
      pOpenAllocation->pOpenAllocation[i].hDeviceSpecificAllocation = NULL;
    }
  }
  return status;
}

NTSTATUS APIENTRY CorCloseAllocation(CONST HANDLE hDevice, CONST DXGKARG_CLOSEALLOCATION *pCloseAllocation)
{
  UINT i;

  PAGED_CODE();
  UNREFERENCED_PARAMETER(hDevice);
  for (i = 0; i < pCloseAllocation->NumAllocations; i++)
    CorFree(pCloseAllocation->pOpenHandleList[i]);
  return STATUS_SUCCESS;
}
