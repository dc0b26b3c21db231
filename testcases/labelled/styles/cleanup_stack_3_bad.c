// DestroyContext frees the block without running the stack when the context was suspended.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#define OWN_CONTEXT
#include "../driver/skeleton.h"

struct _UCONTEXT;
typedef VOID (*UNDO)(struct _UCONTEXT *Context, PVOID Argument);

typedef struct _UNDO_ENTRY {
  UNDO Function;
  PVOID Argument;
} UNDO_ENTRY;

typedef struct _UCONTEXT {
  GPU_CONTEXT Base;
  ULONG Suspended : 1;
  ULONG HasRing : 1;
  ULONG UndoCount;
  UNDO_ENTRY Undo[16];
  ULONG NodeCount;
  HANDLE Nodes[ANYSIZE_ARRAY];
} UCONTEXT;

static VOID UndoAllocation(UCONTEXT *Context, PVOID Argument)
{
  DestroyFor(Context->Base.Adapter, (HANDLE)Argument);
}

static VOID UndoPool(UCONTEXT *Context, PVOID Argument)
{
  UNREFERENCED_PARAMETER(Context);
  Free(Argument);
}

static VOID PushUndo(UCONTEXT *Context, UNDO Function, PVOID Argument)
{
  NT_ASSERT(Context->UndoCount < RTL_NUMBER_OF(Context->Undo));
  Context->Undo[Context->UndoCount].Function = Function;
  Context->Undo[Context->UndoCount].Argument = Argument;
  Context->UndoCount++;
}

static NTSTATUS APIENTRY destroy_context_bad(CONST HANDLE hContext)
{
  UCONTEXT *context = (UCONTEXT *)hContext;
  if (context->Suspended) {
    ExFreePoolWithTag(context, POOL_TAG); // EXPECT: dxgk-leak
    return STATUS_SUCCESS;
  }
  while (context->UndoCount > 0) {
    UNDO_ENTRY *entry = &context->Undo[--context->UndoCount];
    entry->Function(context, entry->Argument);
  }
  ExFreePoolWithTag(context, POOL_TAG);
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY create_context(CONST HANDLE hDevice, DXGKARG_CREATECONTEXT *pCreateContext)
{
  ULONG nodes = pCreateContext->NodeOrdinal == 0 ? 3 : 1, i;
  UCONTEXT *context = (UCONTEXT *)Allocate(FIELD_OFFSET(UCONTEXT, Nodes[nodes]));
  NTSTATUS status;
  PVOID shadow = NULL;
  HANDLE ring = NULL;
  if (!context)
    return STATUS_NO_MEMORY;
  context->Base.Device = (DEVICE *)hDevice;
  context->Base.Adapter = context->Base.Device->Adapter;
  context->Base.hDxgContext = pCreateContext->hContext;
  status = CreateFor(&context->Base, PAGE_SIZE, &ring);
  if (!NT_SUCCESS(status)) {
    (VOID)destroy_context_bad(context);
    return status;
  }
  PushUndo(context, UndoAllocation, ring);
  context->HasRing = 1;
  shadow = Allocate(128);
  if (!shadow) {
    (VOID)destroy_context_bad(context);
    return STATUS_NO_MEMORY;
  }
  PushUndo(context, UndoPool, shadow);
  for (i = 0; i < nodes; i++) {
    status = CreateFor(&context->Base, 2 * PAGE_SIZE, &context->Nodes[i]);
    if (!NT_SUCCESS(status)) {
      (VOID)destroy_context_bad(context);
      return status;
    }
    PushUndo(context, UndoAllocation, context->Nodes[i]);
    context->NodeCount++;
  }
  pCreateContext->hContext = context;
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY escape(CONST HANDLE hAdapter, CONST DXGKARG_ESCAPE *pEscape)
{
  UCONTEXT *context = (UCONTEXT *)pEscape->hContext;
  UNREFERENCED_PARAMETER(hAdapter);
  if (context)
    context->Suspended = !context->Suspended;
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
  DRIVER_INITIALIZATION_DATA data;
  FillTable(&data);
  data.DxgkDdiCreateContext = create_context;
  data.DxgkDdiDestroyContext = destroy_context_bad;
  data.DxgkDdiEscape = escape;
  return DxgkInitialize(DriverObject, RegistryPath, &data);
}
