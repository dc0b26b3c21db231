// DestroyContext stops at the first adapter that is gone... and destroys none of the others.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <ntddk.h>
#include <dispmprt.h>
#include <d3dkmddi.h>

#define LDA_TAG 'adlT'
#define MAX_LINK 2

typedef struct _LDA_ADAPTER {
  DXGKRNL_INTERFACE Dxgk;
  ULONG LinkIndex;
  BOOLEAN Started;
} LDA_ADAPTER;

typedef struct _LDA_DEVICE {
  LDA_ADAPTER *Adapter;
  HANDLE hDevice;
} LDA_DEVICE;

typedef struct _LDA_CONTEXT {
  LDA_DEVICE *Device;
  HANDLE hContext;
  LDA_ADAPTER *Link[MAX_LINK];
  HANDLE Mirror[MAX_LINK];
} LDA_CONTEXT;

static LDA_ADAPTER *g_Link[MAX_LINK];

static NTSTATUS MirrorOn(LDA_CONTEXT *Context, ULONG Index)
{
  LDA_ADAPTER *adapter = Context->Link[Index];
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;

  RtlZeroMemory(&args, sizeof(args));
  args.hAdapter = adapter->Dxgk.DeviceHandle;
  args.hDevice = Context->Device->hDevice;
  args.hContext = Context->hContext;
  args.Size = PAGE_SIZE;
  args.PhysicalAdapterIndex = Index;
  status = adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (NT_SUCCESS(status))
    Context->Mirror[Index] = args.hAllocation;
  return status;
}

static VOID UnmirrorOn(LDA_CONTEXT *Context, ULONG Index)
{
  LDA_ADAPTER *adapter = Context->Link[Index];

  if (Context->Mirror[Index] == NULL)
    return;
  adapter->Dxgk.DxgkCbDestroyContextAllocation(adapter->Dxgk.DeviceHandle, Context->Mirror[Index]);
  Context->Mirror[Index] = NULL;
}

NTSTATUS MirrorAll(LDA_CONTEXT *Context)
{
  NTSTATUS status;
  ULONG i;

  Context->Mirror[0] = Context->Mirror[1] = NULL;
  for (i = 0; i < MAX_LINK; i++) {
    status = MirrorOn(Context, i);
    if (!NT_SUCCESS(status)) {
      while (i-- != 0)
        UnmirrorOn(Context, i);
      return status;
    }
  }
  return STATUS_SUCCESS;
}

NTSTATUS APIENTRY LdaCreateContext(CONST HANDLE hDevice, DXGKARG_CREATECONTEXT *Args)
{
  LDA_CONTEXT *context = (LDA_CONTEXT *)ExAllocatePoolWithTag(PagedPool, sizeof(*context), LDA_TAG);
  NTSTATUS status;
  ULONG i;

  if (!context)
    return STATUS_NO_MEMORY;
  context->Device = (LDA_DEVICE *)hDevice;
  context->hContext = Args->hContext;
  for (i = 0; i < MAX_LINK; i++)
    context->Link[i] = g_Link[i];
  if (context->Link[0] == NULL || context->Link[1] == NULL) {
    ExFreePoolWithTag(context, LDA_TAG);
    return STATUS_DEVICE_NOT_READY;
  }
  status = MirrorAll(context);
  if (!NT_SUCCESS(status)) {
    ExFreePoolWithTag(context, LDA_TAG);
    return status;
  }
  Args->hContext = context;
  return STATUS_SUCCESS;
}

NTSTATUS APIENTRY LdaDestroyContext_bad(CONST HANDLE hContext)
{
  LDA_CONTEXT *context = (LDA_CONTEXT *)hContext;
  ULONG i;

  for (i = 0; i < MAX_LINK; i++) {
    if (!context->Link[i]->Started)
      break;
    UnmirrorOn(context, i);
  }
  ExFreePoolWithTag(context, LDA_TAG); // EXPECT: dxgk-leak
  return STATUS_SUCCESS;
}

NTSTATUS APIENTRY LdaCreateDevice(CONST HANDLE hAdapter, DXGKARG_CREATEDEVICE *Args)
{
  LDA_DEVICE *device = (LDA_DEVICE *)ExAllocatePoolWithTag(PagedPool, sizeof(*device), LDA_TAG);

  if (!device)
    return STATUS_NO_MEMORY;
  device->Adapter = (LDA_ADAPTER *)hAdapter;
  device->hDevice = Args->hDevice;
  Args->hDevice = device;
  return STATUS_SUCCESS;
}

NTSTATUS APIENTRY LdaDestroyDevice(CONST HANDLE hDevice)
{
  ExFreePoolWithTag(hDevice, LDA_TAG);
  return STATUS_SUCCESS;
}

NTSTATUS LdaAddDevice(CONST PDEVICE_OBJECT Pdo, PVOID *Context)
{
  LDA_ADAPTER *adapter = (LDA_ADAPTER *)ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(*adapter), LDA_TAG);

  UNREFERENCED_PARAMETER(Pdo);
  if (!adapter)
    return STATUS_NO_MEMORY;
  RtlZeroMemory(adapter, sizeof(*adapter));
  *Context = adapter;
  return STATUS_SUCCESS;
}

NTSTATUS LdaStartDevice(CONST PVOID Context, PDXGK_START_INFO Info, PDXGKRNL_INTERFACE Dxgk, PULONG Sources, PULONG Children)
{
  LDA_ADAPTER *adapter = (LDA_ADAPTER *)Context;
  ULONG i;

  UNREFERENCED_PARAMETER(Info);
  adapter->Dxgk = *Dxgk;
  for (i = 0; i < MAX_LINK; i++) {
    if (g_Link[i] == NULL) {
      g_Link[i] = adapter;
      adapter->LinkIndex = i;
      adapter->Started = TRUE;
      *Sources = *Children = 0;
      return STATUS_SUCCESS;
    }
  }
  return STATUS_TOO_MANY_NODES;
}

NTSTATUS LdaStopDevice(CONST PVOID Context)
{
  LDA_ADAPTER *adapter = (LDA_ADAPTER *)Context;

  if (adapter->Started) {
    g_Link[adapter->LinkIndex] = NULL;
    adapter->Started = FALSE;
  }
  return STATUS_SUCCESS;
}

NTSTATUS LdaRemoveDevice(CONST PVOID Context)
{
  ExFreePoolWithTag(Context, LDA_TAG);
  return STATUS_SUCCESS;
}

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
  DRIVER_INITIALIZATION_DATA data;

  RtlZeroMemory(&data, sizeof(data));
  data.Version = DXGKDDI_INTERFACE_VERSION_WDDM2_0;
  data.DxgkDdiAddDevice = LdaAddDevice;
  data.DxgkDdiStartDevice = LdaStartDevice;
  data.DxgkDdiStopDevice = LdaStopDevice;
  data.DxgkDdiRemoveDevice = LdaRemoveDevice;
  data.DxgkDdiCreateDevice = LdaCreateDevice;
  data.DxgkDdiDestroyDevice = LdaDestroyDevice;
  data.DxgkDdiCreateContext = LdaCreateContext;
  data.DxgkDdiDestroyContext = LdaDestroyContext_bad;
  return DxgkInitialize(DriverObject, RegistryPath, &data);
}
