// A bit map of the system finds a free element of a table in the adapter; what stands there is destroyed with its context.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#define OWN_ADD
#define OWN_CONTEXT
#include "skeleton.h"

enum { SLOTS = 8 };

typedef struct _SLOT_ADAPTER {
  ADAPTER Base;
  RTL_BITMAP Map;
  ULONG Bits[1];
  HANDLE Slots[SLOTS];
} SLOT_ADAPTER;

static NTSTATUS NTAPI AddDevice(CONST PDEVICE_OBJECT PhysicalDeviceObject, PVOID *MiniportDeviceContext)
{
  SLOT_ADAPTER *adapter = (SLOT_ADAPTER *)Allocate(sizeof(*adapter));
  *MiniportDeviceContext = adapter;
  if (!adapter)
    return STATUS_NO_MEMORY;
  adapter->Base.PhysicalDevice = PhysicalDeviceObject;
  RtlInitializeBitMap(&adapter->Map, adapter->Bits, SLOTS);
  RtlClearAllBits(&adapter->Map);
  return STATUS_SUCCESS;
}

static NTSTATUS TakeSlot(SLOT_ADAPTER *Adapter, ULONG *Slot)
{
  const ULONG n = RtlFindClearBitsAndSet(&Adapter->Map, 1, 0);
  NTSTATUS status;
  if (n == 0xFFFFFFFF)
    return STATUS_INSUFFICIENT_RESOURCES;
  status = CreateShared(&Adapter->Base, NULL, PAGE_SIZE, &Adapter->Slots[n]);
  if (!NT_SUCCESS(status)) {
    RtlClearBits(&Adapter->Map, n, 1);
    return status;
  }
  *Slot = n;
  return status;
}

static VOID give_slot_ok(SLOT_ADAPTER *Adapter, ULONG Slot)
{
  DestroyFor(&Adapter->Base, Adapter->Slots[Slot]);
  Adapter->Slots[Slot] = NULL;
  RtlClearBits(&Adapter->Map, Slot, 1);
}

static NTSTATUS APIENTRY create_context(CONST HANDLE hDevice, DXGKARG_CREATECONTEXT *pCreateContext)
{
  SLOT_ADAPTER *adapter = (SLOT_ADAPTER *)((DEVICE *)hDevice)->Adapter;
  GPU_CONTEXT *context = NewContext(hDevice, pCreateContext);
  ULONG slot;
  NTSTATUS status;
  if (!context)
    return STATUS_NO_MEMORY;
  status = TakeSlot(adapter, &slot);
  if (!NT_SUCCESS(status)) {
    Free(context);
    return status;
  }
  context->Node = slot;
  pCreateContext->hContext = context;
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY destroy_context(CONST HANDLE hContext)
{
  GPU_CONTEXT *context = (GPU_CONTEXT *)hContext;
  give_slot_ok((SLOT_ADAPTER *)context->Adapter, context->Node);
  Free(context);
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
  DRIVER_INITIALIZATION_DATA data;
  FillTable(&data);
  data.DxgkDdiAddDevice = AddDevice;
  data.DxgkDdiCreateContext = create_context;
  data.DxgkDdiDestroyContext = destroy_context;
  return DxgkInitialize(DriverObject, RegistryPath, &data);
}
