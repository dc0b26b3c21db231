// The adapter of Corsair: PnP life, register mapping, settings from the registry, power.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "corsair.h"

NTSTATUS NTAPI CorAddDevice(CONST PDEVICE_OBJECT PhysicalDeviceObject, PVOID *MiniportDeviceContext)
{
  COR_ADAPTER *adapter;
  NTSTATUS status;

  PAGED_CODE();
  *MiniportDeviceContext = NULL;
  adapter = (COR_ADAPTER *)CorAllocate(sizeof(*adapter));
  if (!adapter)
    return STATUS_NO_MEMORY;

  adapter->PhysicalDevice = PhysicalDeviceObject;
  adapter->PowerState = PowerDeviceD0;
  adapter->RingSizeSetting = COR_RING_SIZE;
  KeInitializeSpinLock(&adapter->EngineLock);
  KeInitializeMutex(&adapter->DeviceMutex, 0);
  InitializeListHead(&adapter->Devices);

  status = CorInitializeReclaim(adapter);
  if (!NT_SUCCESS(status)) {
    CorFree(adapter);
    return status;
  }
  *MiniportDeviceContext = adapter;
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI CorRemoveDevice(CONST PVOID MiniportDeviceContext)
{
  COR_ADAPTER *adapter = (COR_ADAPTER *)MiniportDeviceContext;

  PAGED_CODE();
  CorCleanupReclaim(adapter);
  CorFree(adapter);
  return STATUS_SUCCESS;
}

static VOID UnmapRanges(COR_ADAPTER *Adapter)
{
  while (Adapter->RangeCount > 0) {
    COR_RANGE *range = &Adapter->Ranges[--Adapter->RangeCount];
    if (range->Mapping) {
      Adapter->Dxgk.DxgkCbUnmapMemory(Adapter->Dxgk.DeviceHandle, range->Mapping);
      range->Mapping = NULL;
    }
  }
  Adapter->Registers = NULL;
}

static NTSTATUS MapRanges(COR_ADAPTER *Adapter)
{
  PCM_RESOURCE_LIST list = Adapter->DeviceInfo.TranslatedResourceList;
  PCM_PARTIAL_RESOURCE_LIST partial;
  NTSTATUS status = STATUS_SUCCESS;
  ULONG i;

  Adapter->RangeCount = 0;
  if (!list || list->Count == 0)
    return STATUS_DEVICE_CONFIGURATION_ERROR;
  partial = &list->List[0].PartialResourceList;
  for (i = 0; i < partial->Count && Adapter->RangeCount < COR_MAX_RANGES; i++) {
    PCM_PARTIAL_RESOURCE_DESCRIPTOR descriptor = &partial->PartialDescriptors[i];
    COR_RANGE *range;
    PVOID mapping = NULL;
    if (descriptor->Type != CmResourceTypeMemory)
      continue;
    status = Adapter->Dxgk.DxgkCbMapMemory(Adapter->Dxgk.DeviceHandle, descriptor->u.Memory.Start,
                                           descriptor->u.Memory.Length, FALSE, FALSE, MmNonCached, &mapping);
    if (!NT_SUCCESS(status))
      break;
    range = &Adapter->Ranges[Adapter->RangeCount++];
    range->Start = descriptor->u.Memory.Start;
    range->Length = descriptor->u.Memory.Length;
    range->Mapping = mapping;
  }
  if (NT_SUCCESS(status) && Adapter->RangeCount == 0)
    status = STATUS_DEVICE_CONFIGURATION_ERROR;
  if (!NT_SUCCESS(status)) {
    UnmapRanges(Adapter);
    return status;
  }
  Adapter->Registers = (volatile UCHAR *)Adapter->Ranges[0].Mapping;
  return STATUS_SUCCESS;
}

// A missing value leaves the default.
static NTSTATUS ReadSettings(COR_ADAPTER *Adapter)
{
  UCHAR buffer[sizeof(KEY_VALUE_PARTIAL_INFORMATION) + sizeof(ULONG)];
  PKEY_VALUE_PARTIAL_INFORMATION information = (PKEY_VALUE_PARTIAL_INFORMATION)buffer;
  UNICODE_STRING name;
  HANDLE key;
  ULONG length = 0;
  NTSTATUS status;

  status = IoOpenDeviceRegistryKey(Adapter->PhysicalDevice, PLUGPLAY_REGKEY_DRIVER, KEY_READ, &key);
  if (!NT_SUCCESS(status))
    return status;

  RtlInitUnicodeString(&name, L"RingSize");
  status = ZwQueryValueKey(key, &name, KeyValuePartialInformation, information, sizeof(buffer), &length);
  if (NT_SUCCESS(status) && information->Type == REG_DWORD && information->DataLength == sizeof(ULONG)) {
    ULONG value = *(ULONG *)information->Data;
    if (value >= PAGE_SIZE && value <= COR_SAVE_AREA_SIZE)
      Adapter->RingSizeSetting = value;
  }
  ZwClose(key);
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI CorStartDevice(CONST PVOID MiniportDeviceContext, PDXGK_START_INFO DxgkStartInfo,
                              PDXGKRNL_INTERFACE DxgkInterface, PULONG NumberOfVideoPresentSources,
                              PULONG NumberOfChildren)
{
  COR_ADAPTER *adapter = (COR_ADAPTER *)MiniportDeviceContext;
  NTSTATUS status;

  PAGED_CODE();
  adapter->StartInfo = *DxgkStartInfo;
  RtlCopyMemory(&adapter->Dxgk, DxgkInterface, sizeof(adapter->Dxgk));

  status = adapter->Dxgk.DxgkCbGetDeviceInformation(adapter->Dxgk.DeviceHandle, &adapter->DeviceInfo);
  if (!NT_SUCCESS(status))
    return status;
  status = ReadSettings(adapter);
  if (!NT_SUCCESS(status))
    return status;
  status = MapRanges(adapter);
  if (!NT_SUCCESS(status))
    return status;

  if (CorRead(adapter->Registers, COR_REG_ID) != COR_HARDWARE_ID) {
    status = STATUS_DEVICE_CONFIGURATION_ERROR;
    goto Unmap;
  }
  adapter->EngineCount = CorRead(adapter->Registers, COR_REG_ENGINE_COUNT);
  if (adapter->EngineCount == 0 || adapter->EngineCount > COR_MAX_ENGINES) {
    status = STATUS_DEVICE_CONFIGURATION_ERROR;
    goto Unmap;
  }
  CorResetEngines(adapter);
  CorEnableInterrupts(adapter, COR_INT_FENCE | COR_INT_PREEMPTED | COR_INT_FAULT);
  adapter->Started = TRUE;
  *NumberOfVideoPresentSources = 1;
  *NumberOfChildren = 1;
  return STATUS_SUCCESS;

Unmap:
  UnmapRanges(adapter);
  return status;
}

NTSTATUS NTAPI CorStopDevice(CONST PVOID MiniportDeviceContext)
{
  COR_ADAPTER *adapter = (COR_ADAPTER *)MiniportDeviceContext;

  PAGED_CODE();
  adapter->Started = FALSE;
  CorDisableInterrupts(adapter);
  KeWaitForSingleObject(&adapter->ReclaimIdle, Executive, KernelMode, FALSE, NULL);
  CorDrainReclaim(adapter);
  UnmapRanges(adapter);
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI CorSetPowerState(CONST PVOID MiniportDeviceContext, ULONG DeviceUid,
                                DEVICE_POWER_STATE DevicePowerState, POWER_ACTION ActionType)
{
  COR_ADAPTER *adapter = (COR_ADAPTER *)MiniportDeviceContext;

  PAGED_CODE();
  UNREFERENCED_PARAMETER(ActionType);
  if (DeviceUid != DISPLAY_ADAPTER_HW_ID)
    return STATUS_SUCCESS;
  if (DevicePowerState == adapter->PowerState)
    return STATUS_SUCCESS;

  switch (DevicePowerState) {
  case PowerDeviceD0:
    CorResetEngines(adapter);
    CorEnableInterrupts(adapter, COR_INT_FENCE | COR_INT_PREEMPTED | COR_INT_FAULT);
    break;
  case PowerDeviceD1:
  case PowerDeviceD2:
  case PowerDeviceD3:
    CorDisableInterrupts(adapter);
    KeWaitForSingleObject(&adapter->ReclaimIdle, Executive, KernelMode, FALSE, NULL);
    CorDrainReclaim(adapter);
    break;
  default:
    return STATUS_INVALID_PARAMETER;
  }
  adapter->PowerState = DevicePowerState;
  return STATUS_SUCCESS;
}
