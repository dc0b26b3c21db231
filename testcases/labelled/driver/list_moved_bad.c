// DestroyContext forgets the allocations of the nodes that Present has moved to the adapter's list.
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
  status = CreateFor(context, PAGE_SIZE, &node->Allocation);
  if (!NT_SUCCESS(status)) {
    Free(node);
    return status;
  }
  InsertTailList(&context->Entry, &node->Entry);
  return STATUS_SUCCESS;
}

// Touches no allocation, only the lists.
static NTSTATUS APIENTRY present(CONST HANDLE hContext, DXGKARG_PRESENT *pPresent)
{
  GPU_CONTEXT *context = (GPU_CONTEXT *)hContext;
  UNREFERENCED_PARAMETER(pPresent);
  while (!IsListEmpty(&context->Entry))
    InsertTailList(&context->Adapter->Contexts, RemoveHeadList(&context->Entry));
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY destroy_context_bad(CONST HANDLE hContext)
{
  GPU_CONTEXT *context = (GPU_CONTEXT *)hContext;
  while (!IsListEmpty(&context->Entry)) {
    NODE *node = CONTAINING_RECORD(RemoveHeadList(&context->Entry), NODE, Entry);
    DestroyFor(context->Adapter, node->Allocation);
    Free(node);
  }
  while (!IsListEmpty(&context->Adapter->Contexts)) {
    NODE *node = CONTAINING_RECORD(RemoveHeadList(&context->Adapter->Contexts), NODE, Entry);
    ExFreePoolWithTag(node, POOL_TAG); // EXPECT: dxgk-leak
  }
  Free(context);
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
  DRIVER_INITIALIZATION_DATA data;
  FillTable(&data);
  data.DxgkDdiCreateContext = create_context;
  data.DxgkDdiDestroyContext = destroy_context_bad;
  data.DxgkDdiRender = render;
  data.DxgkDdiPresent = present;
  return DxgkInitialize(DriverObject, RegistryPath, &data);
}
