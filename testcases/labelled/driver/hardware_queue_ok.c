// DestroyHwQueue destroys the ring of the queue.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "skeleton.h"

typedef struct _QUEUE {
  ADAPTER *Adapter;
  HANDLE Ring;
} QUEUE;

static ADAPTER *g_Adapter;

static NTSTATUS APIENTRY create_queue(CONST HANDLE hHwContext, DXGKARG_CREATEHWQUEUE *pCreateHwQueue)
{
  QUEUE *queue = (QUEUE *)Allocate(sizeof(*queue));
  NTSTATUS status;
  UNREFERENCED_PARAMETER(hHwContext);
  if (!queue)
    return STATUS_NO_MEMORY;
  queue->Adapter = g_Adapter;
  status = CreateShared(queue->Adapter, NULL, PAGE_SIZE, &queue->Ring);
  if (!NT_SUCCESS(status)) {
    Free(queue);
    return status;
  }
  pCreateHwQueue->hHwQueue = queue;
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY destroy_queue_ok(CONST HANDLE hHwQueue)
{
  QUEUE *queue = (QUEUE *)hHwQueue;
  DestroyFor(queue->Adapter, queue->Ring);
  ExFreePoolWithTag(queue, POOL_TAG);
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY query(CONST HANDLE hAdapter, CONST DXGKARG_QUERYADAPTERINFO *pQueryAdapterInfo)
{
  UNREFERENCED_PARAMETER(pQueryAdapterInfo);
  g_Adapter = (ADAPTER *)hAdapter;
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
  DRIVER_INITIALIZATION_DATA data;
  FillTable(&data);
  data.DxgkDdiCreateHwQueue = create_queue;
  data.DxgkDdiDestroyHwQueue = destroy_queue_ok;
  data.DxgkDdiQueryAdapterInfo = query;
  return DxgkInitialize(DriverObject, RegistryPath, &data);
}
