// The interrupt routine leaves the destroying to Escape.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "skeleton.h"

static BOOLEAN interrupt_ok(CONST PVOID MiniportDeviceContext, ULONG MessageNumber)
{
  ADAPTER *adapter = (ADAPTER *)MiniportDeviceContext;
  adapter->Flags |= 1u << (MessageNumber & 31);
  return adapter->Dxgk.DxgkCbQueueDpc(adapter->Dxgk.DeviceHandle);
}

static NTSTATUS APIENTRY escape_ok(CONST HANDLE hAdapter, CONST DXGKARG_ESCAPE *pEscape)
{
  ADAPTER *adapter = (ADAPTER *)hAdapter;
  HANDLE scratch = adapter->Scratch;
  UNREFERENCED_PARAMETER(pEscape);
  if (adapter->Flags && scratch) {
    adapter->Scratch = NULL;
    adapter->Dxgk.DxgkCbDestroyContextAllocation(adapter->Dxgk.DeviceHandle, scratch);
  }
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
  DRIVER_INITIALIZATION_DATA data;
  FillTable(&data);
  data.DxgkDdiInterruptRoutine = interrupt_ok;
  data.DxgkDdiEscape = escape_ok;
  return DxgkInitialize(DriverObject, RegistryPath, &data);
}
