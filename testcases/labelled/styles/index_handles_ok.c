// Contexts live in a table of the adapter, their handle is an index; allocations are kept as ULONG_PTR in a slot array of their own.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <ntddk.h>
#include <dispmprt.h>
#include <d3dkmddi.h>

#define MAX_CONTEXTS 4
#define TAG 'xdnI'

typedef struct _SLOT {
  BOOLEAN fUsed;
  ULONG_PTR hAlloc;
  HANDLE hRtContext;
} SLOT;

typedef struct _IDX_ADAPTER {
  DXGKRNL_INTERFACE Dxgk;
  SLOT Slots[MAX_CONTEXTS];
} IDX_ADAPTER;

typedef struct _IDX_DEVICE {
  IDX_ADAPTER *Adapter;
  HANDLE hRtDevice;
} IDX_DEVICE;

static IDX_ADAPTER *g_Adapter;

static LONG FindFree(IDX_ADAPTER *Adapter)
{
  LONG i;
  for (i = 0; i < MAX_CONTEXTS; i++)
    if (!Adapter->Slots[i].fUsed)
      return i;
  return -1;
}

static NTSTATUS APIENTRY IdxCreateContext(CONST HANDLE hDevice, DXGKARG_CREATECONTEXT *pCreate)
{
  IDX_DEVICE *device = (IDX_DEVICE *)hDevice;
  IDX_ADAPTER *adapter = device->Adapter;
  DXGKARGCB_CREATECONTEXTALLOCATION args = {0};
  LONG slot = FindFree(adapter);
  NTSTATUS status;

  if (slot < 0)
    return STATUS_INSUFFICIENT_RESOURCES;
  args.hAdapter = adapter->Dxgk.DeviceHandle;
  args.hDevice = device->hRtDevice;
  args.hContext = pCreate->hContext;
  args.Size = 2 * PAGE_SIZE;
  status = adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status))
    return status;
  adapter->Slots[slot].fUsed = TRUE;
  adapter->Slots[slot].hAlloc = (ULONG_PTR)args.hAllocation;
  adapter->Slots[slot].hRtContext = pCreate->hContext;
  pCreate->hContext = (HANDLE)(ULONG_PTR)(slot + 1);
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY IdxDestroyContext_ok(CONST HANDLE hContext)
{
  SLOT *slot = &g_Adapter->Slots[(ULONG_PTR)hContext - 1];

  if (slot->hAlloc)
    g_Adapter->Dxgk.DxgkCbDestroyContextAllocation(g_Adapter->Dxgk.DeviceHandle, (HANDLE)slot->hAlloc);
  slot->hAlloc = 0;
  slot->fUsed = FALSE;
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY IdxCreateDevice(CONST HANDLE hAdapter, DXGKARG_CREATEDEVICE *pCreate)
{
  IDX_DEVICE *device = (IDX_DEVICE *)ExAllocatePoolWithTag(PagedPool, sizeof(*device), TAG);
  if (!device)
    return STATUS_NO_MEMORY;
  device->Adapter = (IDX_ADAPTER *)hAdapter;
  device->hRtDevice = pCreate->hDevice;
  pCreate->hDevice = device;
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY IdxDestroyDevice(CONST HANDLE hDevice)
{
  ExFreePoolWithTag(hDevice, TAG);
  return STATUS_SUCCESS;
}

static NTSTATUS IdxAdd(CONST PDEVICE_OBJECT Pdo, PVOID *ppContext)
{
  IDX_ADAPTER *adapter = (IDX_ADAPTER *)ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*adapter), TAG);
  UNREFERENCED_PARAMETER(Pdo);
  if (!adapter)
    return STATUS_NO_MEMORY;
  g_Adapter = adapter;
  *ppContext = adapter;
  return STATUS_SUCCESS;
}

static NTSTATUS IdxStart(CONST PVOID Context, PDXGK_START_INFO Info, PDXGKRNL_INTERFACE Dxgk, PULONG Sources, PULONG Children)
{
  IDX_ADAPTER *adapter = (IDX_ADAPTER *)Context;
  UNREFERENCED_PARAMETER(Info);
  adapter->Dxgk = *Dxgk;
  *Sources = 0;
  *Children = 0;
  return STATUS_SUCCESS;
}

static NTSTATUS IdxStop(CONST PVOID Context)
{
  UNREFERENCED_PARAMETER(Context);
  return STATUS_SUCCESS;
}

static NTSTATUS IdxRemove(CONST PVOID Context)
{
  g_Adapter = NULL;
  ExFreePoolWithTag(Context, TAG);
  return STATUS_SUCCESS;
}

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
  DRIVER_INITIALIZATION_DATA data = {0};
  data.Version = DXGKDDI_INTERFACE_VERSION_WDDM2_0;
  data.DxgkDdiAddDevice = IdxAdd;
  data.DxgkDdiStartDevice = IdxStart;
  data.DxgkDdiStopDevice = IdxStop;
  data.DxgkDdiRemoveDevice = IdxRemove;
  data.DxgkDdiCreateDevice = IdxCreateDevice;
  data.DxgkDdiDestroyDevice = IdxDestroyDevice;
  data.DxgkDdiCreateContext = IdxCreateContext;
  data.DxgkDdiDestroyContext = IdxDestroyContext_ok;
  return DxgkInitialize(DriverObject, RegistryPath, &data);
}
