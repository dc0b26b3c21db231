// The interrupt routine, known by its place in the table, destroys.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "skeleton.h"

static BOOLEAN interrupt_bad(CONST PVOID MiniportDeviceContext, ULONG MessageNumber)
{
  ADAPTER *adapter = (ADAPTER *)MiniportDeviceContext;
  HANDLE scratch = adapter->Scratch;
  if (MessageNumber == 0 || !scratch)
    return FALSE;
  adapter->Scratch = NULL;
  adapter->Dxgk.DxgkCbDestroyContextAllocation(adapter->Dxgk.DeviceHandle, scratch); // EXPECT: dxgk-irql
  return TRUE;
}

NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
  DRIVER_INITIALIZATION_DATA data;
  FillTable(&data);
  data.DxgkDdiInterruptRoutine = interrupt_bad;
  return DxgkInitialize(DriverObject, RegistryPath, &data);
}
