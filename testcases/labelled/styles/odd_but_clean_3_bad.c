// The cached spare is destroyed twice: it is popped and also still in the context.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#define OWN_CONTEXT
#define OWN_ADD
#define OWN_REMOVE
#define OWN_STOP
#define OWN_START
#include "../driver/skeleton.h"

#define DestroyFor(adapter, allocation) \
  (adapter)->Dxgk.DxgkCbDestroyContextAllocation((adapter)->Dxgk.DeviceHandle, (allocation))

typedef struct _CACHED {
  SLIST_ENTRY Link;
  UINT64 Allocation;
} CACHED;

typedef struct _ODD_CONTEXT {
  GPU_CONTEXT Base;
  UINT64 Ring;
  PVOID volatile Lazy;
  CACHED *Spare;
} ODD_CONTEXT;

static SLIST_HEADER g_Cache;

static NTSTATUS APIENTRY create_context(CONST HANDLE hDevice, DXGKARG_CREATECONTEXT *pCreateContext)
{
  ODD_CONTEXT *context = (ODD_CONTEXT *)Allocate(sizeof(*context));
  HANDLE ring;
  NTSTATUS status;
  if (!context)
    return STATUS_NO_MEMORY;
  context->Base.Device = (DEVICE *)hDevice;
  context->Base.Adapter = context->Base.Device->Adapter;
  context->Base.hDxgContext = pCreateContext->hContext;
  status = CreateFor(&context->Base, PAGE_SIZE, &ring);
  if (!NT_SUCCESS(status)) {
    Free(context);
    return status;
  }
  context->Ring = (UINT64)(ULONG_PTR)ring;
  pCreateContext->hContext = context;
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY render(CONST HANDLE hContext, DXGKARG_RENDER *pRender)
{
  ODD_CONTEXT *context = (ODD_CONTEXT *)hContext;
  UNREFERENCED_PARAMETER(pRender);
  if (context->Lazy == NULL) {
    HANDLE fresh;
    NTSTATUS status = CreateFor(&context->Base, 2 * PAGE_SIZE, &fresh);
    if (!NT_SUCCESS(status))
      return status;
    if (InterlockedCompareExchangePointer((PVOID volatile *)&context->Lazy, fresh, NULL) != NULL)
      DestroyFor(context->Base.Adapter, fresh);
  }
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY escape(CONST HANDLE hAdapter, CONST DXGKARG_ESCAPE *pEscape)
{
  ODD_CONTEXT *context = (ODD_CONTEXT *)pEscape->hContext;
  HANDLE lazy;
  UNREFERENCED_PARAMETER(hAdapter);
  if (context == NULL)
    return STATUS_INVALID_PARAMETER;
  lazy = InterlockedExchangePointer((PVOID volatile *)&context->Lazy, NULL);
  if (lazy) {
    CACHED *cached = (CACHED *)Allocate(sizeof(*cached));
    if (!cached) {
      DestroyFor(context->Base.Adapter, lazy);
      return STATUS_NO_MEMORY;
    }
    cached->Allocation = (UINT64)(ULONG_PTR)lazy;
    InterlockedPushEntrySList(&g_Cache, &cached->Link);
    context->Lazy = lazy;
  }
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY destroy_context(CONST HANDLE hContext)
{
  ODD_CONTEXT *context = (ODD_CONTEXT *)hContext;
  ADAPTER *adapter = context->Base.Adapter;
  adapter->Dxgk.DxgkCbDestroyContextAllocation(adapter->Dxgk.DeviceHandle, (HANDLE)(ULONG_PTR)context->Ring);
  if (context->Lazy)
    adapter->Dxgk.DxgkCbDestroyContextAllocation(adapter->Dxgk.DeviceHandle, context->Lazy);
  Free(context);
  return STATUS_SUCCESS;
}

static NTSTATUS NTAPI AddDevice(CONST PDEVICE_OBJECT PhysicalDeviceObject, PVOID *MiniportDeviceContext)
{
  ADAPTER *adapter = (ADAPTER *)Allocate(sizeof(*adapter));
  UNREFERENCED_PARAMETER(PhysicalDeviceObject);
  InitializeSListHead(&g_Cache);
  return (*MiniportDeviceContext = adapter) != NULL ? STATUS_SUCCESS : STATUS_NO_MEMORY;
}

static NTSTATUS NTAPI StartDevice(CONST PVOID MiniportDeviceContext, PDXGK_START_INFO DxgkStartInfo,
                                  PDXGKRNL_INTERFACE DxgkInterface, PULONG NumberOfVideoPresentSources,
                                  PULONG NumberOfChildren)
{
  UNREFERENCED_PARAMETER(DxgkStartInfo);
  ((ADAPTER *)MiniportDeviceContext)->Dxgk = *DxgkInterface;
  *NumberOfVideoPresentSources = *NumberOfChildren = 0;
  return STATUS_SUCCESS;
}

static NTSTATUS NTAPI StopDevice_bad(CONST PVOID MiniportDeviceContext)
{
  ADAPTER *adapter = (ADAPTER *)MiniportDeviceContext;
  PSLIST_ENTRY entry;
  while ((entry = InterlockedPopEntrySList(&g_Cache)) != NULL) {
    CACHED *cached = CONTAINING_RECORD(entry, CACHED, Link);
    DestroyFor(adapter, (HANDLE)(ULONG_PTR)cached->Allocation); // EXPECT: dxgk-double-destroy
    ExFreePoolWithTag(cached, POOL_TAG);
  }
  return STATUS_SUCCESS;
}

static NTSTATUS NTAPI RemoveDevice(CONST PVOID MiniportDeviceContext)
{
  Free(MiniportDeviceContext);
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
  DRIVER_INITIALIZATION_DATA data;
  FillTable(&data);
  data.DxgkDdiAddDevice = AddDevice;
  data.DxgkDdiRemoveDevice = RemoveDevice;
  data.DxgkDdiStartDevice = StartDevice;
  data.DxgkDdiStopDevice = StopDevice_bad;
  data.DxgkDdiCreateContext = create_context;
  data.DxgkDdiDestroyContext = destroy_context;
  data.DxgkDdiRender = render;
  data.DxgkDdiEscape = escape;
  return DxgkInitialize(DriverObject, RegistryPath, &data);
}
