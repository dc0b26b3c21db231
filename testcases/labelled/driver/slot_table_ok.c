// Contexts stand in a table of the driver with eight slots; hContext is the number of the slot, in the lowest eight bits.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#define OWN_DEVICE
#define OWN_CONTEXT
#define OWN_ADD
#include "skeleton.h"

#define SLOTS 8
#define INDEX_OF(h) ((ULONG)((ULONG_PTR)(h) & 0xFF) - 1)
#define HANDLE_OF(i) ((HANDLE)(ULONG_PTR)((i) + 1))

typedef struct _SLOT {
  BOOLEAN Used;
  DEVICE *Device;
  HANDLE Dxgk;
  HANDLE SaveArea;
  HANDLE Preempt;
} SLOT;

static SLOT g_Slots[SLOTS];
static FAST_MUTEX g_Mutex;

static NTSTATUS NTAPI add(CONST PDEVICE_OBJECT PhysicalDeviceObject, PVOID *MiniportDeviceContext)
{
  ADAPTER *adapter = (ADAPTER *)Allocate(sizeof(*adapter));
  if (!adapter)
    return STATUS_NO_MEMORY;
  adapter->PhysicalDevice = PhysicalDeviceObject;
  ExInitializeFastMutex(&g_Mutex);
  *MiniportDeviceContext = adapter;
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY create_device(CONST HANDLE hAdapter, DXGKARG_CREATEDEVICE *pCreateDevice)
{
  DEVICE *device = (DEVICE *)Allocate(sizeof(*device));
  if (!device)
    return STATUS_NO_MEMORY;
  device->Adapter = (ADAPTER *)hAdapter;
  device->hDxgDevice = pCreateDevice->hDevice;
  pCreateDevice->hDevice = device;
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY destroy_device(CONST HANDLE hDevice)
{
  Free(hDevice);
  return STATUS_SUCCESS;
}

static NTSTATUS Create(SLOT *Slot, SIZE_T Size, HANDLE *Allocation)
{
  DXGKRNL_INTERFACE *dxgk = &Slot->Device->Adapter->Dxgk;
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  RtlZeroMemory(&args, sizeof(args));
  args.hAdapter = dxgk->DeviceHandle;
  args.hDevice = Slot->Device->hDxgDevice;
  args.hContext = Slot->Dxgk;
  args.Size = Size;
  status = dxgk->DxgkCbCreateContextAllocation(&args);
  if (NT_SUCCESS(status))
    *Allocation = args.hAllocation;
  return status;
}

static ULONG TakeSlot(DEVICE *Device, HANDLE Dxgk)
{
  ULONG i;
  ExAcquireFastMutex(&g_Mutex);
  for (i = 0; i < SLOTS; i++)
    if (!g_Slots[i].Used)
      break;
  if (i < SLOTS) {
    g_Slots[i].Used = TRUE;
    g_Slots[i].Device = Device;
    g_Slots[i].Dxgk = Dxgk;
    g_Slots[i].SaveArea = NULL;
    g_Slots[i].Preempt = NULL;
  }
  ExReleaseFastMutex(&g_Mutex);
  return i;
}

static VOID GiveSlot(ULONG Index)
{
  ExAcquireFastMutex(&g_Mutex);
  g_Slots[Index].Used = FALSE;
  ExReleaseFastMutex(&g_Mutex);
}

static NTSTATUS APIENTRY create_context(CONST HANDLE hDevice, DXGKARG_CREATECONTEXT *pCreateContext)
{
  ULONG index = TakeSlot((DEVICE *)hDevice, pCreateContext->hContext);
  SLOT *slot;
  NTSTATUS status;
  if (index == SLOTS)
    return STATUS_TOO_MANY_CONTEXT_IDS;
  slot = &g_Slots[index];
  status = Create(slot, SAVE_AREA_SIZE, &slot->SaveArea);
  if (NT_SUCCESS(status) && pCreateContext->NodeOrdinal == 1) {
    status = Create(slot, PAGE_SIZE, &slot->Preempt);
    if (!NT_SUCCESS(status))
      DestroyFor(slot->Device->Adapter, slot->SaveArea);
  }
  if (!NT_SUCCESS(status)) {
    GiveSlot(index);
    return status;
  }
  pCreateContext->hContext = HANDLE_OF(index);
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY destroy_context_ok(CONST HANDLE hContext)
{
  ULONG index = INDEX_OF(hContext);
  DXGKRNL_INTERFACE *dxgk;
  SLOT *slot;
  if (index >= SLOTS || !g_Slots[index].Used)
    return STATUS_INVALID_HANDLE;
  slot = &g_Slots[index];
  dxgk = &slot->Device->Adapter->Dxgk;
  if (slot->Preempt)
    dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, slot->Preempt);
  DestroyFor(slot->Device->Adapter, slot->SaveArea);
  GiveSlot(index);
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
  DRIVER_INITIALIZATION_DATA data;
  FillTable(&data);
  data.DxgkDdiAddDevice = add;
  data.DxgkDdiCreateDevice = create_device;
  data.DxgkDdiDestroyDevice = destroy_device;
  data.DxgkDdiCreateContext = create_context;
  data.DxgkDdiDestroyContext = destroy_context_ok;
  return DxgkInitialize(DriverObject, RegistryPath, &data);
}
