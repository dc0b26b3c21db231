// As hash_heads_ok.c, but what the context held before is forgotten.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#define OWN_ADD
#define OWN_CONTEXT
#include "skeleton.h"

enum { BUCKETS = 8 };

typedef struct _HASH_ADAPTER {
  ADAPTER Base;
  LIST_ENTRY Buckets[BUCKETS];
} HASH_ADAPTER;

typedef struct _HASH_CONTEXT {
  GPU_CONTEXT Gpu;
  ULONG Key;
} HASH_CONTEXT;

static NTSTATUS NTAPI AddDevice(CONST PDEVICE_OBJECT PhysicalDeviceObject, PVOID *MiniportDeviceContext)
{
  HASH_ADAPTER *adapter = (HASH_ADAPTER *)Allocate(sizeof(*adapter));
  ULONG i;
  *MiniportDeviceContext = adapter;
  if (!adapter)
    return STATUS_NO_MEMORY;
  adapter->Base.PhysicalDevice = PhysicalDeviceObject;
  for (i = 0; i < BUCKETS; i++)
    InitializeListHead(&adapter->Buckets[i]);
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY create_context(CONST HANDLE hDevice, DXGKARG_CREATECONTEXT *pCreateContext)
{
  HASH_CONTEXT *context = (HASH_CONTEXT *)Allocate(sizeof(*context));
  NTSTATUS status;
  if (!context)
    return STATUS_NO_MEMORY;
  context->Gpu.Device = (DEVICE *)hDevice;
  context->Gpu.Adapter = context->Gpu.Device->Adapter;
  context->Gpu.hDxgContext = pCreateContext->hContext;
  context->Key = HardwareRevision();
  status = CreateFor(&context->Gpu, PAGE_SIZE, &context->Gpu.SaveArea);
  if (!NT_SUCCESS(status)) {
    Free(context);
    return status;
  }
  InsertTailList(&((HASH_ADAPTER *)context->Gpu.Adapter)->Buckets[context->Key % BUCKETS], &context->Gpu.Entry);
  pCreateContext->hContext = context;
  return STATUS_SUCCESS;
}

static HASH_CONTEXT *FindContext(HASH_ADAPTER *Adapter, ULONG Key)
{
  LIST_ENTRY *head = &Adapter->Buckets[Key % BUCKETS], *entry;
  for (entry = head->Flink; entry != head; entry = entry->Flink) {
    HASH_CONTEXT *context = CONTAINING_RECORD(entry, HASH_CONTEXT, Gpu.Entry);
    if (context->Key == Key)
      return context;
  }
  return NULL;
}

static NTSTATUS APIENTRY escape_bad(CONST HANDLE hAdapter, CONST DXGKARG_ESCAPE *pEscape)
{
  HASH_CONTEXT *context = FindContext((HASH_ADAPTER *)hAdapter, HardwareRevision());
  HANDLE area;
  NTSTATUS status;
  UNREFERENCED_PARAMETER(pEscape);
  if (!context)
    return STATUS_NOT_FOUND;
  status = CreateFor(&context->Gpu, PAGE_SIZE, &area);
  if (!NT_SUCCESS(status))
    return status;
  context->Gpu.SaveArea = area; // EXPECT: dxgk-leak
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY DestroyContext(CONST HANDLE hContext)
{
  HASH_CONTEXT *context = (HASH_CONTEXT *)hContext;
  RemoveEntryList(&context->Gpu.Entry);
  DestroyFor(context->Gpu.Adapter, context->Gpu.SaveArea);
  Free(context);
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
  DRIVER_INITIALIZATION_DATA data;
  FillTable(&data);
  data.DxgkDdiAddDevice = AddDevice;
  data.DxgkDdiCreateContext = create_context;
  data.DxgkDdiDestroyContext = DestroyContext;
  data.DxgkDdiEscape = escape_bad;
  return DxgkInitialize(DriverObject, RegistryPath, &data);
}
