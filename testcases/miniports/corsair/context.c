// Contexts of Corsair: a save area, a ring per engine of the node, and scratch buffers. System contexts have none of it.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "corsair.h"

typedef struct _COR_SAVE_AREA_HEADER {
  ULONG Signature;
  ULONG Node;
  ULONG RingCount;
} COR_SAVE_AREA_HEADER;

static VOID DestroyRings(COR_CONTEXT *Context)
{
  while (Context->RingCount > 0) {
    Context->RingCount--;
    CorDestroyBuffer(Context->Adapter, &Context->hRings[Context->RingCount]);
  }
}

// All rings or none.
static NTSTATUS CreateRings(COR_CONTEXT *Context, ULONG EngineAffinity)
{
  COR_ADAPTER *adapter = Context->Adapter;
  NTSTATUS status = STATUS_SUCCESS;
  ULONG engine;

  for (engine = 0; engine < adapter->EngineCount; engine++) {
    HANDLE ring;
    if (EngineAffinity && !(EngineAffinity & (1u << engine)))
      continue;
    status = CorCreateBuffer(adapter, Context->Device->hDxgDevice, Context->hDxgContext, adapter->RingSizeSetting,
                             &ring);
    if (!NT_SUCCESS(status)) {
      DestroyRings(Context);
      break;
    }
    Context->hRings[Context->RingCount++] = ring;
  }
  return status;
}

static NTSTATUS WriteSaveAreaHeader(COR_CONTEXT *Context)
{
  COR_SAVE_AREA_HEADER header;
  header.Signature = COR_TAG;
  header.Node = Context->Node;
  header.RingCount = Context->RingCount;
  return CorUpdateBuffer(Context->Adapter, Context->hSaveArea, &header, sizeof(header));
}

static VOID SetContextInfo(DXGK_CONTEXTINFO *Info)
{
  Info->DmaBufferSize = 64 * 1024;
  Info->DmaBufferSegmentSet = 0;
  Info->DmaBufferPrivateDataSize = sizeof(ULONG64);
  Info->AllocationListSize = 256;
  Info->PatchLocationListSize = 256;
}

NTSTATUS APIENTRY CorCreateContext(CONST HANDLE hDevice, DXGKARG_CREATECONTEXT *pCreateContext)
{
  COR_DEVICE *device = (COR_DEVICE *)hDevice;
  COR_ADAPTER *adapter = device->Adapter;
  COR_CONTEXT *context;
  NTSTATUS status;

  PAGED_CODE();
  if (pCreateContext->NodeOrdinal >= adapter->EngineCount)
    return STATUS_INVALID_PARAMETER;
  context = (COR_CONTEXT *)CorAllocate(sizeof(*context));
  if (!context)
    return STATUS_NO_MEMORY;
  context->Device = device;
  context->Adapter = adapter;
  context->hDxgContext = pCreateContext->hContext;
  context->Node = pCreateContext->NodeOrdinal;
  context->IsSystem = pCreateContext->Flags.SystemContext != 0;
  KeInitializeMutex(&context->ScratchMutex, 0);
  InitializeListHead(&context->Scratch);

  if (!context->IsSystem) {
    if (!context->hDxgContext) {
      status = STATUS_INVALID_PARAMETER;
      goto FreeContext;
    }
    status = CorCreateBuffer(adapter, device->hDxgDevice, context->hDxgContext, COR_SAVE_AREA_SIZE,
                             &context->hSaveArea);
    if (!NT_SUCCESS(status))
      goto FreeContext;
    status = CreateRings(context, pCreateContext->EngineAffinity);
    if (!NT_SUCCESS(status))
      goto DestroySaveArea;
    status = WriteSaveAreaHeader(context);
    if (!NT_SUCCESS(status))
      goto DestroyRingBuffers;
  }

  SetContextInfo(&pCreateContext->ContextInfo);
  pCreateContext->hContext = context;
  return STATUS_SUCCESS;

DestroyRingBuffers:
  DestroyRings(context);
DestroySaveArea:
  CorDestroyBuffer(adapter, &context->hSaveArea);
FreeContext:
  CorFree(context);
  return status;
}

NTSTATUS APIENTRY CorDestroyContext(CONST HANDLE hContext)
{
  COR_CONTEXT *context = (COR_CONTEXT *)hContext;

  PAGED_CODE();
  // Buffers that were trimmed must not outlive the context that they were made for.
  CorDrainReclaim(context->Adapter);
  CorDestroyScratchList(context);
  DestroyRings(context);
  CorDestroyBuffer(context->Adapter, &context->hSaveArea);
  CorFree(context);
  return STATUS_SUCCESS;
}

// The new area is made before the old one goes, so that failure changes nothing.
static NTSTATUS ResizeSaveArea(COR_CONTEXT *Context, SIZE_T Size)
{
  HANDLE bigger;
  NTSTATUS status;

  if (Context->IsSystem)
    return STATUS_NOT_SUPPORTED;
  status = CorCreateBuffer(Context->Adapter, Context->Device->hDxgDevice, Context->hDxgContext, Size, &bigger);
  if (!NT_SUCCESS(status))
    return status;
  CorDestroyBuffer(Context->Adapter, &Context->hSaveArea);
  Context->hSaveArea = bigger;
  return WriteSaveAreaHeader(Context);
}

NTSTATUS APIENTRY CorEscape(CONST HANDLE hAdapter, CONST DXGKARG_ESCAPE *pEscape)
{
  COR_CONTEXT *context = (COR_CONTEXT *)pEscape->hContext;
  COR_ESCAPE *escape = (COR_ESCAPE *)pEscape->pPrivateDriverData;
  NTSTATUS status;

  PAGED_CODE();
  UNREFERENCED_PARAMETER(hAdapter);
  if (!context || !escape || pEscape->PrivateDriverDataSize < sizeof(*escape))
    return STATUS_INVALID_PARAMETER;

  switch (escape->Code) {
  case CorEscapeGrow:
    status = CorAddScratch(context, escape->Size, &escape->Id);
    break;
  case CorEscapeRelease:
    status = CorRemoveScratch(context, escape->Id);
    break;
  case CorEscapeTrim:
    CorTrimScratch(context);
    status = STATUS_SUCCESS;
    break;
  case CorEscapeResizeSaveArea:
    status = ResizeSaveArea(context, escape->Size);
    break;
  default:
    status = STATUS_NOT_SUPPORTED;
    break;
  }
  return status;
}
