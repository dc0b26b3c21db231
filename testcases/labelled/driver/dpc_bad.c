// The DPC routine updates an allocation at DISPATCH_LEVEL.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "skeleton.h"

static VOID dpc_bad(CONST PVOID MiniportDeviceContext)
{
  ADAPTER *adapter = (ADAPTER *)MiniportDeviceContext;
  DXGKARGCB_UPDATECONTEXTALLOCATION update = {0};
  adapter->Dxgk.DxgkCbNotifyDpc(adapter->Dxgk.DeviceHandle);
  update.hAllocation = adapter->PageTable;
  adapter->Dxgk.DxgkCbUpdateContextAllocation(adapter->Dxgk.DeviceHandle, &update); // EXPECT: dxgk-irql
}

NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
  DRIVER_INITIALIZATION_DATA data;
  FillTable(&data);
  data.DxgkDdiDpcRoutine = dpc_bad;
  return DxgkInitialize(DriverObject, RegistryPath, &data);
}
