// Render puts a node into the list of the context at each call, and only some get an allocation.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#define OWN_CONTEXT
#include "skeleton.h"

typedef struct _NODE {
  LIST_ENTRY Entry;
  HANDLE Allocation;
} NODE;

static NTSTATUS APIENTRY create_context(CONST HANDLE hDevice, DXGKARG_CREATECONTEXT *pCreateContext)
{
  GPU_CONTEXT *context = NewContext(hDevice, pCreateContext);
  if (!context)
    return STATUS_NO_MEMORY;
  InitializeListHead(&context->Entry);
  pCreateContext->hContext = context;
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY render(CONST HANDLE hContext, DXGKARG_RENDER *pRender)
{
  GPU_CONTEXT *context = (GPU_CONTEXT *)hContext;
  NODE *node = (NODE *)Allocate(sizeof(*node));
  NTSTATUS status;
  UNREFERENCED_PARAMETER(pRender);
  if (!node)
    return STATUS_NO_MEMORY;
  if (HardwareIsReady()) {
    status = CreateFor(context, PAGE_SIZE, &node->Allocation);
    if (!NT_SUCCESS(status)) {
      Free(node);
      return status;
    }
  }
  InsertTailList(&context->Entry, &node->Entry);
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY destroy_context_ok(CONST HANDLE hContext)
{
  GPU_CONTEXT *context = (GPU_CONTEXT *)hContext;
  while (!IsListEmpty(&context->Entry)) {
    NODE *node = CONTAINING_RECORD(RemoveHeadList(&context->Entry), NODE, Entry);
    if (node->Allocation)
      DestroyFor(context->Adapter, node->Allocation);
    ExFreePoolWithTag(node, POOL_TAG);
  }
  Free(context);
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
  DRIVER_INITIALIZATION_DATA data;
  FillTable(&data);
  data.DxgkDdiCreateContext = create_context;
  data.DxgkDdiDestroyContext = destroy_context_ok;
  data.DxgkDdiRender = render;
  return DxgkInitialize(DriverObject, RegistryPath, &data);
}
