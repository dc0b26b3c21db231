// SubmitCommand, known by its place in the table, destroys at DISPATCH_LEVEL.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "skeleton.h"

static VOID DropScratch(ADAPTER *Adapter)
{
  HANDLE scratch = Adapter->Scratch;
  Adapter->Scratch = NULL;
  if (scratch)
    Adapter->Dxgk.DxgkCbDestroyContextAllocation(Adapter->Dxgk.DeviceHandle, scratch); // EXPECT: dxgk-irql
  // EXPECTED-IN: submit_bad
}

static NTSTATUS APIENTRY submit_bad(CONST HANDLE hAdapter, CONST DXGKARG_SUBMITCOMMAND *pSubmitCommand)
{
  UNREFERENCED_PARAMETER(pSubmitCommand);
  DropScratch((ADAPTER *)hAdapter);
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
  DRIVER_INITIALIZATION_DATA data;
  FillTable(&data);
  data.DxgkDdiSubmitCommand = submit_bad;
  return DxgkInitialize(DriverObject, RegistryPath, &data);
}
