// Lives of a driver: an adapter is started once or twice; in each start devices and contexts follow each other, and the entry
// points in between are called or not. A budget bounds how much happens in one life.
// Invariant: a create that fails is not followed by its destroy, and objects end before what they were made on.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "system.h"

#define BUDGET 4 // entry points in one life, besides the first start and those that end an object

static DRIVER_INITIALIZATION_DATA Table;
static ULONG Budget;
static NTSTATUS (*Entry)(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath);

NTSTATUS DxgkInitialize(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath, PDRIVER_INITIALIZATION_DATA Data)
{
  (void)DriverObject, (void)RegistryPath;
  Table = *Data;
  return STATUS_SUCCESS;
}

static BOOLEAN happens(BOOLEAN IsThere)
{
  if (!IsThere || !Budget || !Choose(2))
    return FALSE;
  Budget--;
  return TRUE;
}

static void context_life(HANDLE Device)
{
  DXGKARG_CREATECONTEXT create = {0};
  DXGKARG_RENDER render = {64};
  ULONG round;
  create.hContext = (HANDLE)0x30;
  create.NodeOrdinal = 2;
  if (!NT_SUCCESS(Table.DxgkDdiCreateContext(Device, &create)))
    return;
  for (round = 0; round < 2; round++)
    if (happens(Table.DxgkDdiRender != NULL))
      Table.DxgkDdiRender(create.hContext, &render);
  Table.DxgkDdiDestroyContext(create.hContext);
}

static void device_life(PVOID Adapter)
{
  DXGKARG_CREATEDEVICE create = {(HANDLE)0x40};
  ULONG round;
  if (!NT_SUCCESS(Table.DxgkDdiCreateDevice(Adapter, &create)))
    return;
  for (round = 0; round < 2; round++)
    if (happens(TRUE))
      context_life(create.hDevice);
  Table.DxgkDdiDestroyDevice(create.hDevice);
}

static void started_life(PVOID Adapter)
{
  DXGK_START_INFO info = {0};
  DXGKRNL_INTERFACE dxgk;
  ULONG sources, children, round;
  FillInterface(&dxgk, ADAPTER_HANDLE);
  if (!NT_SUCCESS(Table.DxgkDdiStartDevice(Adapter, &info, &dxgk, &sources, &children)))
    return;
  for (round = 0; round < 2; round++) {
    if (happens(Table.DxgkDdiResetFromTimeout != NULL))
      Table.DxgkDdiResetFromTimeout(Adapter);
    if (happens(TRUE))
      device_life(Adapter);
  }
  Table.DxgkDdiStopDevice(Adapter);
}

static void live(void)
{
  PVOID adapter = NULL;
  memset(&Table, 0, sizeof(Table));
  Budget = BUDGET;
  if (!NT_SUCCESS(Entry(NULL, NULL)))
    return;
  if (NT_SUCCESS(Table.DxgkDdiAddDevice(NULL, &adapter))) {
    started_life(adapter);
    if (happens(TRUE))
      started_life(adapter);
    Table.DxgkDdiRemoveDevice(adapter);
  }
  EndDriver();
}

void LiveAll(const char *Name, NTSTATUS (*DriverEntry)(PDRIVER_OBJECT, PUNICODE_STRING))
{
  Entry = DriverEntry;
  Explore(Name, live);
}
