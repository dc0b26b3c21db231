// StopDevice leaves the handle of the heap that it has destroyed, and StartDevice takes it for a living one.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#define OWN_START
#define OWN_STOP
#include "skeleton.h"

static NTSTATUS NTAPI start_device(CONST PVOID MiniportDeviceContext, PDXGK_START_INFO DxgkStartInfo,
                                   PDXGKRNL_INTERFACE DxgkInterface, PULONG NumberOfVideoPresentSources,
                                   PULONG NumberOfChildren)
{
  ADAPTER *adapter = (ADAPTER *)MiniportDeviceContext;
  NTSTATUS status = STATUS_SUCCESS;
  UNREFERENCED_PARAMETER(DxgkStartInfo);
  adapter->Dxgk = *DxgkInterface;
  *NumberOfVideoPresentSources = *NumberOfChildren = 0;
  if (adapter->PageTable == NULL) {
    status = CreateShared(adapter, NULL, PAGE_SIZE, &adapter->PageTable);
    if (NT_SUCCESS(status))
      adapter->Flags |= 1;
  }
  return status;
}

static NTSTATUS NTAPI stop_device(CONST PVOID MiniportDeviceContext)
{
  ADAPTER *adapter = (ADAPTER *)MiniportDeviceContext;
  if (adapter->Flags & 1) {
    DestroyFor(adapter, adapter->PageTable);
    adapter->Flags &= ~1u;
  }
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY escape_bad(CONST HANDLE hAdapter, CONST DXGKARG_ESCAPE *pEscape)
{
  ADAPTER *adapter = (ADAPTER *)hAdapter;
  DXGKARGCB_UPDATECONTEXTALLOCATION args = {0};
  UNREFERENCED_PARAMETER(pEscape);
  args.hAllocation = adapter->PageTable;
  return adapter->Dxgk.DxgkCbUpdateContextAllocation(adapter->Dxgk.DeviceHandle, &args); // EXPECT: dxgk-use-after-destroy
}

NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
  DRIVER_INITIALIZATION_DATA data;
  FillTable(&data);
  data.DxgkDdiStartDevice = start_device;
  data.DxgkDdiStopDevice = stop_device;
  data.DxgkDdiEscape = escape_bad;
  return DxgkInitialize(DriverObject, RegistryPath, &data);
}
