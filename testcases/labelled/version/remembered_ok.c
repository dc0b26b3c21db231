// Registered as WIN8; what came later is called where the driver remembers that the interface has it.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

typedef enum _GENERATION { GENERATION_1, GENERATION_2 } GENERATION;

typedef struct _CARD {
  DXGKRNL_INTERFACE Dxgk;
  HANDLE Scratch;
  BOOLEAN CanUpdate;
  BOOLEAN CanMap;
  ULONG Version;
  GENERATION Generation;
} CARD;

static BOOLEAN CanReserve;

static BOOLEAN HasVirtualAddresses(const DXGKRNL_INTERFACE *Interface)
{
  return Interface->Version >= DXGKDDI_INTERFACE_VERSION_WDDM2_0;
}

NTSTATUS AddDevice(CONST PDEVICE_OBJECT PhysicalDeviceObject, PVOID *MiniportDeviceContext)
{
  CARD *card = (CARD *)ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(CARD), 'draC');
  UNREFERENCED_PARAMETER(PhysicalDeviceObject);
  if (!card)
    return STATUS_NO_MEMORY;
  RtlZeroMemory(card, sizeof(CARD));
  *MiniportDeviceContext = card;
  return STATUS_SUCCESS;
}

NTSTATUS RemoveDevice(CONST PVOID MiniportDeviceContext)
{
  ExFreePoolWithTag(MiniportDeviceContext, 'draC');
  return STATUS_SUCCESS;
}

NTSTATUS StopDevice(CONST PVOID MiniportDeviceContext)
{
  CARD *card = (CARD *)MiniportDeviceContext;
  (VOID)card->Dxgk.DxgkCbDestroyContextAllocation(card->Dxgk.DeviceHandle, card->Scratch);
  return STATUS_SUCCESS;
}

NTSTATUS APIENTRY StartDevice(CONST PVOID MiniportDeviceContext, PDXGK_START_INFO DxgkStartInfo,
                              PDXGKRNL_INTERFACE DxgkInterface, PULONG NumberOfVideoPresentSources, PULONG NumberOfChildren)
{
  CARD *card = (CARD *)MiniportDeviceContext;
  DXGKARGCB_CREATECONTEXTALLOCATION create = {0};
  UNREFERENCED_PARAMETER(DxgkStartInfo);
  card->Dxgk = *DxgkInterface;
  card->CanUpdate = DxgkInterface->Version >= DXGKDDI_INTERFACE_VERSION_WDDM2_0;
  if (HasVirtualAddresses(DxgkInterface))
    card->CanMap = TRUE;
  CanReserve = card->CanMap;
  card->Version = DxgkInterface->Version;
  switch (DxgkInterface->Version) {
  case DXGKDDI_INTERFACE_VERSION_WIN8:
  case DXGKDDI_INTERFACE_VERSION_WDDM1_3:
    card->Generation = GENERATION_1;
    break;
  default:
    card->Generation = GENERATION_2;
    break;
  }
  *NumberOfVideoPresentSources = 1;
  *NumberOfChildren = 1;
  create.hAdapter = card->Dxgk.DeviceHandle;
  create.ContextAllocationFlags.SharedAcrossContexts = 1;
  create.Size = 4096;
  if (!NT_SUCCESS(card->Dxgk.DxgkCbCreateContextAllocation(&create)))
    return STATUS_NO_MEMORY;
  card->Scratch = create.hAllocation;
  return STATUS_SUCCESS;
}

static VOID by_comparison_ok(CARD *Card)
{
  DXGKARGCB_UPDATECONTEXTALLOCATION update = {0};
  update.hAllocation = Card->Scratch;
  if (Card->CanUpdate)
    (VOID)Card->Dxgk.DxgkCbUpdateContextAllocation(Card->Dxgk.DeviceHandle, &update);
}

static VOID by_branch_ok(CARD *Card)
{
  DXGKARGCB_MAPCONTEXTALLOCATION map = {0};
  map.hAllocation = Card->Scratch;
  if (!Card->CanMap)
    return;
  (VOID)Card->Dxgk.DxgkCbMapContextAllocation(Card->Dxgk.DeviceHandle, &map);
}

static VOID by_global_ok(CARD *Card)
{
  DXGKARGCB_MAPCONTEXTALLOCATION map = {0};
  map.hAllocation = Card->Scratch;
  if (CanReserve)
    (VOID)Card->Dxgk.DxgkCbMapContextAllocation(Card->Dxgk.DeviceHandle, &map);
}

static VOID by_version_ok(CARD *Card)
{
  DXGKARGCB_MAPCONTEXTALLOCATION map = {0};
  map.hAllocation = Card->Scratch;
  if (Card->Version >= DXGKDDI_INTERFACE_VERSION_WDDM2_0)
    (VOID)Card->Dxgk.DxgkCbMapContextAllocation(Card->Dxgk.DeviceHandle, &map);
}

static VOID by_kind_ok(CARD *Card)
{
  DXGKARGCB_MAPCONTEXTALLOCATION map = {0};
  map.hAllocation = Card->Scratch;
  if (Card->Generation == GENERATION_2)
    (VOID)Card->Dxgk.DxgkCbMapContextAllocation(Card->Dxgk.DeviceHandle, &map);
}

NTSTATUS APIENTRY Escape(CONST HANDLE hAdapter, CONST DXGKARG_ESCAPE *pEscape)
{
  UNREFERENCED_PARAMETER(pEscape);
  by_comparison_ok((CARD *)hAdapter);
  by_branch_ok((CARD *)hAdapter);
  by_global_ok((CARD *)hAdapter);
  by_version_ok((CARD *)hAdapter);
  by_kind_ok((CARD *)hAdapter);
  return STATUS_SUCCESS;
}

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
  DRIVER_INITIALIZATION_DATA data = {0};
  data.Version = DXGKDDI_INTERFACE_VERSION_WIN8;
  data.DxgkDdiAddDevice = AddDevice;
  data.DxgkDdiRemoveDevice = RemoveDevice;
  data.DxgkDdiStartDevice = StartDevice;
  data.DxgkDdiStopDevice = StopDevice;
  data.DxgkDdiEscape = Escape;
  return DxgkInitialize(DriverObject, RegistryPath, &data);
}
