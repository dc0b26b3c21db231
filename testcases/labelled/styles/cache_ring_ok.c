// Freed allocations go to a cache of the adapter for reuse; what does not fit waits in a ring buffer that Render drains; StopDevice empties both.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#define OWN_CONTEXT
#define OWN_STOP
#include "../driver/skeleton.h"

#define DestroyFor(adapter, allocation) \
  (adapter)->Dxgk.DxgkCbDestroyContextAllocation((adapter)->Dxgk.DeviceHandle, (allocation))

#define CACHE_SIZE 2
#define RING_SIZE 4

static struct {
  HANDLE Cache[CACHE_SIZE];
  HANDLE Ring[RING_SIZE];
  ULONG Head, Tail;
} g;

static HANDLE Take(HANDLE *Slot)
{
  HANDLE h = *Slot;
  *Slot = NULL;
  return h;
}

static NTSTATUS Get(GPU_CONTEXT *Context, HANDLE *Out)
{
  ULONG i;
  for (i = 0; i < CACHE_SIZE; i++) {
    if (g.Cache[i]) {
      *Out = Take(&g.Cache[i]);
      return STATUS_SUCCESS;
    }
  }
  return CreateShared(Context->Adapter, NULL, PAGE_SIZE, Out);
}

static VOID Put_ok(ADAPTER *Adapter, HANDLE Allocation)
{
  ULONG i;
  for (i = 0; i < CACHE_SIZE; i++) {
    if (!g.Cache[i]) {
      g.Cache[i] = Allocation;
      return;
    }
  }
  if ((g.Head + 1) % RING_SIZE != g.Tail) {
    g.Ring[g.Head] = Allocation;
    g.Head = (g.Head + 1) % RING_SIZE;
  }
  else {
    DestroyFor(Adapter, Allocation);
  }
}

static VOID DrainRing_ok(ADAPTER *Adapter)
{
  while (g.Tail != g.Head) {
    DestroyFor(Adapter, g.Ring[g.Tail]);
    g.Tail = (g.Tail + 1) % RING_SIZE;
  }
}

static NTSTATUS APIENTRY create_context(CONST HANDLE hDevice, DXGKARG_CREATECONTEXT *pCreateContext)
{
  GPU_CONTEXT *context = NewContext(hDevice, pCreateContext);
  NTSTATUS status;
  if (!context)
    return STATUS_NO_MEMORY;
  status = Get(context, &context->Ring);
  if (!NT_SUCCESS(status)) {
    Free(context);
    return status;
  }
  status = CreateFor(context, SAVE_AREA_SIZE, &context->SaveArea);
  if (!NT_SUCCESS(status)) {
    Put_ok(context->Adapter, context->Ring);
    Free(context);
    return status;
  }
  pCreateContext->hContext = context;
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY destroy_context(CONST HANDLE hContext)
{
  GPU_CONTEXT *context = (GPU_CONTEXT *)hContext;
  DestroyFor(context->Adapter, context->SaveArea);
  Put_ok(context->Adapter, context->Ring);
  Free(context);
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY render(CONST HANDLE hContext, DXGKARG_RENDER *pRender)
{
  UNREFERENCED_PARAMETER(pRender);
  DrainRing_ok(((GPU_CONTEXT *)hContext)->Adapter);
  return STATUS_SUCCESS;
}

static NTSTATUS NTAPI stop_device_ok(CONST PVOID MiniportDeviceContext)
{
  ADAPTER *adapter = (ADAPTER *)MiniportDeviceContext;
  ULONG i;
  DrainRing_ok(adapter);
  for (i = 0; i < CACHE_SIZE; i++) {
    if (g.Cache[i])
      DestroyFor(adapter, Take(&g.Cache[i]));
  }
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
  DRIVER_INITIALIZATION_DATA data;
  FillTable(&data);
  data.DxgkDdiStopDevice = stop_device_ok;
  data.DxgkDdiCreateContext = create_context;
  data.DxgkDdiDestroyContext = destroy_context;
  data.DxgkDdiRender = render;
  return DxgkInitialize(DriverObject, RegistryPath, &data);
}
