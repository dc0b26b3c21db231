// User mode makes and drops buffers of a device, each in a slot that it names; a bit of the slot says whether it holds one.
// A slot that holds one is filled again.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#define OWN_DEVICE
#include "../driver/skeleton.h"

#define SLOTS 6

typedef struct _SLOT {
  HANDLE Allocation;
  ULONG Size;
  ULONG InUse : 1;
} SLOT;

typedef struct _SLOT_DEVICE {
  ADAPTER *Adapter;
  HANDLE hDxgDevice;
  SLOT Slots[SLOTS];
} SLOT_DEVICE;

typedef struct _COMMAND {
  ULONG Operation, Slot, Size;
} COMMAND;

static VOID ReleaseSlot(SLOT_DEVICE *Device, SLOT *Slot)
{
  DestroyFor(Device->Adapter, Slot->Allocation);
  Slot->Allocation = NULL;
  Slot->InUse = 0;
}

static VOID ReleaseAll(SLOT_DEVICE *Device)
{
  ULONG i;
  for (i = 0; i < SLOTS; i++)
    if (Device->Slots[i].InUse)
      ReleaseSlot(Device, &Device->Slots[i]);
}

static NTSTATUS MakeSlot_bad(SLOT_DEVICE *Device, const COMMAND *Command)
{
  SLOT *slot;
  HANDLE allocation;
  NTSTATUS status;
  if (Command->Slot >= SLOTS)
    return STATUS_INVALID_PARAMETER;
  slot = &Device->Slots[Command->Slot];
  status = CreateShared(Device->Adapter, Device->hDxgDevice, Command->Size, &allocation);
  if (!NT_SUCCESS(status))
    return status;
  slot->Allocation = allocation; // EXPECT: dxgk-leak
  slot->InUse = 1;
  return status;
}

static NTSTATUS APIENTRY Escape(CONST HANDLE hAdapter, CONST DXGKARG_ESCAPE *pEscape)
{
  SLOT_DEVICE *device = (SLOT_DEVICE *)pEscape->hDevice;
  COMMAND *command = (COMMAND *)pEscape->pPrivateDriverData;
  UNREFERENCED_PARAMETER(hAdapter);
  if (!device || pEscape->PrivateDriverDataSize < sizeof(*command))
    return STATUS_INVALID_PARAMETER;
  switch (command->Operation) {
  case 0:
    return MakeSlot_bad(device, command);
  case 1:
    if (command->Slot >= SLOTS || !device->Slots[command->Slot].InUse)
      return STATUS_INVALID_PARAMETER;
    ReleaseSlot(device, &device->Slots[command->Slot]);
    return STATUS_SUCCESS;
  case 2:
    ReleaseAll(device);
    return STATUS_SUCCESS;
  }
  return STATUS_NOT_SUPPORTED;
}

static NTSTATUS APIENTRY CreateDevice(CONST HANDLE hAdapter, DXGKARG_CREATEDEVICE *pCreateDevice)
{
  SLOT_DEVICE *device = (SLOT_DEVICE *)Allocate(sizeof(*device));
  if (!device)
    return STATUS_NO_MEMORY;
  device->Adapter = (ADAPTER *)hAdapter;
  device->hDxgDevice = pCreateDevice->hDevice;
  pCreateDevice->hDevice = device;
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY DestroyDevice(CONST HANDLE hDevice)
{
  SLOT_DEVICE *device = (SLOT_DEVICE *)hDevice;
  ReleaseAll(device);
  Free(device);
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
  DRIVER_INITIALIZATION_DATA data;
  FillTable(&data);
  data.DxgkDdiCreateDevice = CreateDevice;
  data.DxgkDdiDestroyDevice = DestroyDevice;
  data.DxgkDdiEscape = Escape;
  return DxgkInitialize(DriverObject, RegistryPath, &data);
}
