// DestroyContext always names the first adapter of the table.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#define OWN_START
#define OWN_CONTEXT
#include "skeleton.h"

static ADAPTER *g_Adapters[2];

static NTSTATUS NTAPI start_device(CONST PVOID MiniportDeviceContext, PDXGK_START_INFO DxgkStartInfo,
                                   PDXGKRNL_INTERFACE DxgkInterface, PULONG NumberOfVideoPresentSources,
                                   PULONG NumberOfChildren)
{
  ADAPTER *adapter = (ADAPTER *)MiniportDeviceContext;
  UNREFERENCED_PARAMETER(DxgkStartInfo);
  adapter->Dxgk = *DxgkInterface;
  g_Adapters[g_Adapters[0] ? 1 : 0] = adapter;
  *NumberOfVideoPresentSources = 0;
  *NumberOfChildren = 0;
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY create_context_bad(CONST HANDLE hDevice, DXGKARG_CREATECONTEXT *pCreateContext)
{
  GPU_CONTEXT *context = NewContext(hDevice, pCreateContext);
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  if (!context)
    return STATUS_NO_MEMORY;
  if (!g_Adapters[0] || !g_Adapters[1] || g_Adapters[0] == g_Adapters[1]) {
    Free(context);
    return STATUS_NOT_SUPPORTED;
  }
  FillArguments(&args, context, SAVE_AREA_SIZE);
  args.hAdapter = g_Adapters[1]->Dxgk.DeviceHandle;
  status = g_Adapters[1]->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (NT_SUCCESS(status))
    status = ProbeHardware();
  else
    args.hAllocation = NULL;
  if (!NT_SUCCESS(status)) {
    if (args.hAllocation)
      g_Adapters[0]->Dxgk.DxgkCbDestroyContextAllocation(g_Adapters[0]->Dxgk.DeviceHandle, args.hAllocation); // EXPECT: dxgk-wrong-adapter
    Free(context);
    return status;
  }
  context->SaveArea = args.hAllocation;
  pCreateContext->hContext = context;
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY destroy_context(CONST HANDLE hContext)
{
  GPU_CONTEXT *context = (GPU_CONTEXT *)hContext;
  g_Adapters[1]->Dxgk.DxgkCbDestroyContextAllocation(g_Adapters[1]->Dxgk.DeviceHandle, context->SaveArea);
  Free(context);
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
  DRIVER_INITIALIZATION_DATA data;
  FillTable(&data);
  data.DxgkDdiStartDevice = start_device;
  data.DxgkDdiCreateContext = create_context_bad;
  data.DxgkDdiDestroyContext = destroy_context;
  return DxgkInitialize(DriverObject, RegistryPath, &data);
}
