// AddDevice puts each adapter into a table; a context is destroyed on the adapter of its device.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#define OWN_ADD
#define OWN_REMOVE
#define OWN_CONTEXT
#include "skeleton.h"

static ADAPTER *g_Adapters[2];
static ULONG g_AdapterCount;

static NTSTATUS NTAPI add_device(CONST PDEVICE_OBJECT PhysicalDeviceObject, PVOID *MiniportDeviceContext)
{
  ADAPTER *adapter;
  if (g_AdapterCount == 2)
    return STATUS_NOT_SUPPORTED;
  adapter = (ADAPTER *)Allocate(sizeof(ADAPTER));
  if (!adapter)
    return STATUS_NO_MEMORY;
  adapter->PhysicalDevice = PhysicalDeviceObject;
  adapter->Flags = g_AdapterCount;
  g_Adapters[g_AdapterCount++] = adapter;
  *MiniportDeviceContext = adapter;
  return STATUS_SUCCESS;
}

static NTSTATUS NTAPI remove_device(CONST PVOID MiniportDeviceContext)
{
  ADAPTER *adapter = (ADAPTER *)MiniportDeviceContext;
  g_Adapters[adapter->Flags] = NULL;
  Free(adapter);
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY create_context(CONST HANDLE hDevice, DXGKARG_CREATECONTEXT *pCreateContext)
{
  GPU_CONTEXT *context = NewContext(hDevice, pCreateContext);
  NTSTATUS status;
  if (!context)
    return STATUS_NO_MEMORY;
  status = CreateFor(context, SAVE_AREA_SIZE, &context->SaveArea);
  if (!NT_SUCCESS(status)) {
    Free(context);
    return status;
  }
  pCreateContext->hContext = context;
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY destroy_context_ok(CONST HANDLE hContext)
{
  GPU_CONTEXT *context = (GPU_CONTEXT *)hContext;
  DXGKRNL_INTERFACE *dxgk = &context->Adapter->Dxgk;
  dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, context->SaveArea);
  Free(context);
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
  DRIVER_INITIALIZATION_DATA data;
  FillTable(&data);
  data.DxgkDdiAddDevice = add_device;
  data.DxgkDdiRemoveDevice = remove_device;
  data.DxgkDdiCreateContext = create_context;
  data.DxgkDdiDestroyContext = destroy_context_ok;
  return DxgkInitialize(DriverObject, RegistryPath, &data);
}
