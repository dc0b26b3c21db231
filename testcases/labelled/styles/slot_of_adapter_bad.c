// The context takes the adapter of the first slot for its own.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#define OWN_START
#define OWN_STOP
#define OWN_CONTEXT
#include "../driver/skeleton.h"

static ADAPTER *g_Adapters[4];

static NTSTATUS NTAPI start_device(CONST PVOID MiniportDeviceContext, PDXGK_START_INFO DxgkStartInfo,
                                   PDXGKRNL_INTERFACE DxgkInterface, PULONG NumberOfVideoPresentSources,
                                   PULONG NumberOfChildren)
{
  ADAPTER *adapter = (ADAPTER *)MiniportDeviceContext;
  ULONG i;
  UNREFERENCED_PARAMETER(DxgkStartInfo);
  adapter->Dxgk = *DxgkInterface;
  *NumberOfVideoPresentSources = 0;
  *NumberOfChildren = 0;
  for (i = 0; i < RTL_NUMBER_OF(g_Adapters); i++) {
    if (!g_Adapters[i]) {
      g_Adapters[i] = adapter;
      adapter->Flags = i;
      return STATUS_SUCCESS;
    }
  }
  return STATUS_TOO_MANY_NODES;
}

static NTSTATUS NTAPI stop_device(CONST PVOID MiniportDeviceContext)
{
  ADAPTER *adapter = (ADAPTER *)MiniportDeviceContext;
  g_Adapters[adapter->Flags] = NULL;
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY create_context(CONST HANDLE hDevice, DXGKARG_CREATECONTEXT *pCreateContext)
{
  GPU_CONTEXT *context = NewContext(hDevice, pCreateContext);
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  ADAPTER *adapter;
  NTSTATUS status;
  if (!context)
    return STATUS_NO_MEMORY;
  context->Node = context->Adapter->Flags;
  adapter = context->Adapter;
  FillArguments(&args, context, SAVE_AREA_SIZE);
  args.hAdapter = adapter->Dxgk.DeviceHandle;
  status = adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status)) {
    Free(context);
    return status;
  }
  context->SaveArea = args.hAllocation;
  pCreateContext->hContext = context;
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY destroy_context_bad(CONST HANDLE hContext)
{
  GPU_CONTEXT *context = (GPU_CONTEXT *)hContext;
  ADAPTER *adapter = g_Adapters[0];
  adapter->Dxgk.DxgkCbDestroyContextAllocation(adapter->Dxgk.DeviceHandle, context->SaveArea); // EXPECT: dxgk-wrong-adapter
  Free(context);
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
  DRIVER_INITIALIZATION_DATA data;
  FillTable(&data);
  data.DxgkDdiStartDevice = start_device;
  data.DxgkDdiStopDevice = stop_device;
  data.DxgkDdiCreateContext = create_context;
  data.DxgkDdiDestroyContext = destroy_context_bad;
  return DxgkInitialize(DriverObject, RegistryPath, &data);
}
