// ResetFromTimeout destroys what RestartFromTimeout makes again.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#define OWN_START
#define OWN_STOP
#include "skeleton.h"

static NTSTATUS NTAPI start_device(CONST PVOID MiniportDeviceContext, PDXGK_START_INFO DxgkStartInfo,
                                   PDXGKRNL_INTERFACE DxgkInterface, PULONG NumberOfVideoPresentSources,
                                   PULONG NumberOfChildren)
{
  ADAPTER *adapter = (ADAPTER *)MiniportDeviceContext;
  UNREFERENCED_PARAMETER(DxgkStartInfo);
  adapter->Dxgk = *DxgkInterface;
  *NumberOfVideoPresentSources = 0;
  *NumberOfChildren = 0;
  return CreateShared(adapter, NULL, PAGE_SIZE, &adapter->Scratch);
}

static NTSTATUS APIENTRY reset(CONST HANDLE hAdapter)
{
  ADAPTER *adapter = (ADAPTER *)hAdapter;
  if (adapter->Scratch)
    DestroyFor(adapter, adapter->Scratch);
  adapter->Scratch = NULL;
  adapter->Flags = 0;
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY restart_ok(CONST HANDLE hAdapter)
{
  ADAPTER *adapter = (ADAPTER *)hAdapter;
  HANDLE scratch;
  NTSTATUS status;
  if (adapter->Scratch)
    return STATUS_SUCCESS;
  status = CreateShared(adapter, NULL, PAGE_SIZE, &scratch);
  if (NT_SUCCESS(status))
    adapter->Scratch = scratch;
  return status;
}

static NTSTATUS NTAPI stop_device(CONST PVOID MiniportDeviceContext)
{
  ADAPTER *adapter = (ADAPTER *)MiniportDeviceContext;
  if (adapter->Scratch)
    DestroyFor(adapter, adapter->Scratch);
  adapter->Scratch = NULL;
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
  DRIVER_INITIALIZATION_DATA data;
  FillTable(&data);
  data.DxgkDdiStartDevice = start_device;
  data.DxgkDdiStopDevice = stop_device;
  data.DxgkDdiResetFromTimeout = reset;
  data.DxgkDdiRestartFromTimeout = restart_ok;
  return DxgkInitialize(DriverObject, RegistryPath, &data);
}
