// An allocation made on the other adapter of the link is destroyed on this one.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#define OWN_CONTEXT
#include "skeleton.h"

static NTSTATUS APIENTRY create_context(CONST HANDLE hDevice, DXGKARG_CREATECONTEXT *pCreateContext)
{
  GPU_CONTEXT *context = NewContext(hDevice, pCreateContext);
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  if (!context)
    return STATUS_NO_MEMORY;
  if (!context->Adapter->Peer) {
    Free(context);
    return STATUS_NOT_SUPPORTED;
  }
  FillArguments(&args, context, SAVE_AREA_SIZE);
  args.hAdapter = context->Adapter->Peer->Dxgk.DeviceHandle;
  status = context->Adapter->Peer->Dxgk.DxgkCbCreateContextAllocation(&args);
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
  ADAPTER *adapter = context->Adapter;
  adapter->Dxgk.DxgkCbDestroyContextAllocation(adapter->Dxgk.DeviceHandle, context->SaveArea); // EXPECT: dxgk-wrong-adapter
  Free(context);
  return STATUS_SUCCESS;
}

static ADAPTER *g_Lead;

static NTSTATUS NTAPI link_device(CONST PDEVICE_OBJECT PhysicalDeviceObject, CONST PVOID MiniportDeviceContext,
                                  PLINKED_DEVICE LinkedDevice)
{
  ADAPTER *adapter = (ADAPTER *)MiniportDeviceContext;
  UNREFERENCED_PARAMETER(PhysicalDeviceObject);
  if (LinkedDevice->LeadLink) {
    g_Lead = adapter;
  } else if (g_Lead && g_Lead != adapter) {
    adapter->Peer = g_Lead;
    g_Lead->Peer = adapter;
  }
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
  DRIVER_INITIALIZATION_DATA data;
  FillTable(&data);
  data.DxgkDdiCreateContext = create_context;
  data.DxgkDdiDestroyContext = destroy_context_bad;
  data.DxgkDdiLinkDevice = link_device;
  return DxgkInitialize(DriverObject, RegistryPath, &data);
}
