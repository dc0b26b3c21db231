// Registered as WIN8; what the driver remembers of the interface is not that it has what came later.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

typedef struct _CARD {
  DXGKRNL_INTERFACE Dxgk;
  HANDLE Scratch;
  BOOLEAN CanCreate;
  BOOLEAN IsStarted;
  ULONG Version;
} CARD;

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
  card->CanCreate = DxgkInterface->Version >= DXGKDDI_INTERFACE_VERSION_WIN8;
  card->IsStarted = TRUE;
  card->Version = DxgkInterface->Version;
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

static VOID too_early_bad(CARD *Card)
{
  DXGKARGCB_UPDATECONTEXTALLOCATION update = {0};
  update.hAllocation = Card->Scratch;
  if (Card->CanCreate)
    (VOID)Card->Dxgk.DxgkCbUpdateContextAllocation(Card->Dxgk.DeviceHandle, &update); // EXPECT: dxgk-version
}

static VOID something_else_bad(CARD *Card)
{
  DXGKARGCB_MAPCONTEXTALLOCATION map = {0};
  map.hAllocation = Card->Scratch;
  if (Card->IsStarted)
    (VOID)Card->Dxgk.DxgkCbMapContextAllocation(Card->Dxgk.DeviceHandle, &map); // EXPECT: dxgk-version
}

static VOID version_itself_bad(CARD *Card)
{
  DXGKARGCB_MAPCONTEXTALLOCATION map = {0};
  map.hAllocation = Card->Scratch;
  if (Card->Version >= DXGKDDI_INTERFACE_VERSION_WIN8)
    (VOID)Card->Dxgk.DxgkCbMapContextAllocation(Card->Dxgk.DeviceHandle, &map); // EXPECT: dxgk-version
}

NTSTATUS APIENTRY Escape(CONST HANDLE hAdapter, CONST DXGKARG_ESCAPE *pEscape)
{
  UNREFERENCED_PARAMETER(pEscape);
  too_early_bad((CARD *)hAdapter);
  something_else_bad((CARD *)hAdapter);
  version_itself_bad((CARD *)hAdapter);
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
