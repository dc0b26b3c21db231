// Two handles for each of an unknown number of nodes, made by a helper that leaves the first one behind where the second fails.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#define OWN_CONTEXT
#include "skeleton.h"

typedef struct _NODE {
  HANDLE Save, Ring;
} NODE;

typedef struct _NODES {
  GPU_CONTEXT *Context;
  NODE *Items;
  UINT Count;
} NODES;

static NTSTATUS MakeAt(GPU_CONTEXT *Context, HANDLE *Place)
{
  *Place = NULL;
  return CreateFor(Context, PAGE_SIZE, Place);
}

static VOID DestroyAt(ADAPTER *Adapter, HANDLE *Place)
{
  if (*Place)
    Adapter->Dxgk.DxgkCbDestroyContextAllocation(Adapter->Dxgk.DeviceHandle, *Place);
  *Place = NULL;
}

static NTSTATUS InitialiseNode(GPU_CONTEXT *Context, NODE *Node)
{
  NTSTATUS status = MakeAt(Context, &Node->Save);
  if (!NT_SUCCESS(status))
    return status;
  status = MakeAt(Context, &Node->Ring);
  return status;
}

static NTSTATUS APIENTRY create_context(CONST HANDLE hDevice, DXGKARG_CREATECONTEXT *pCreateContext)
{
  NTSTATUS status = STATUS_SUCCESS;
  UINT i;
  NODES *nodes = (NODES *)ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(NODES), POOL_TAG);
  if (!nodes)
    return STATUS_NO_MEMORY;
  nodes->Count = pCreateContext->EngineAffinity;
  nodes->Context = NewContext(hDevice, pCreateContext);
  if (!nodes->Context) {
    ExFreePoolWithTag(nodes, POOL_TAG);
    return STATUS_NO_MEMORY;
  }
  nodes->Items = (NODE *)ExAllocatePoolWithTag(NonPagedPoolNx, nodes->Count * sizeof(NODE), POOL_TAG);
  if (!nodes->Items) {
    Free(nodes->Context);
    ExFreePoolWithTag(nodes, POOL_TAG);
    return STATUS_NO_MEMORY;
  }
  for (i = 0; i < nodes->Count; i++) {
    status = InitialiseNode(nodes->Context, &nodes->Items[i]);
    if (!NT_SUCCESS(status))
      break;
  }
  if (!NT_SUCCESS(status)) {
    while (i-- > 0) {
      DestroyAt(nodes->Context->Adapter, &nodes->Items[i].Save);
      DestroyAt(nodes->Context->Adapter, &nodes->Items[i].Ring);
    }
    ExFreePoolWithTag(nodes->Items, POOL_TAG); // EXPECT: dxgk-leak
    Free(nodes->Context);
    ExFreePoolWithTag(nodes, POOL_TAG);
    return status;
  }
  pCreateContext->hContext = nodes;
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY destroy_context(CONST HANDLE hContext)
{
  NODES *nodes = (NODES *)hContext;
  UINT i;
  for (i = 0; i < nodes->Count; i++) {
    DestroyAt(nodes->Context->Adapter, &nodes->Items[i].Save);
    DestroyAt(nodes->Context->Adapter, &nodes->Items[i].Ring);
  }
  ExFreePoolWithTag(nodes->Items, POOL_TAG);
  Free(nodes->Context);
  ExFreePoolWithTag(nodes, POOL_TAG);
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
  DRIVER_INITIALIZATION_DATA data;
  FillTable(&data);
  data.DxgkDdiCreateContext = create_context;
  data.DxgkDdiDestroyContext = destroy_context;
  return DxgkInitialize(DriverObject, RegistryPath, &data);
}
