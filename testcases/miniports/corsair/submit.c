// From command buffers to the engines: Render and Present at PASSIVE_LEVEL, SubmitCommand and PreemptCommand above it.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "corsair.h"

#define COR_COMMAND_SCRATCH 0x51C40000
#define COR_COMMAND_NOP 0

typedef struct _COR_COMMAND {
  ULONG Code;
  ULONG Size;
} COR_COMMAND;

typedef struct _COR_DMA_PRIVATE {
  ULONG Node;
  ULONG Reserved;
} COR_DMA_PRIVATE;

// A command may ask for a scratch buffer, whose number stands in its place afterwards.
static NTSTATUS TranslateCommand(COR_CONTEXT *Context, const COR_COMMAND *Command, COR_COMMAND *Output)
{
  ULONG id;
  NTSTATUS status;

  *Output = *Command;
  if (Command->Code != COR_COMMAND_SCRATCH)
    return STATUS_SUCCESS;
  status = CorAddScratch(Context, Command->Size, &id);
  if (!NT_SUCCESS(status))
    return status;
  Output->Size = id;
  return STATUS_SUCCESS;
}

NTSTATUS APIENTRY CorRender(CONST HANDLE hContext, DXGKARG_RENDER *pRender)
{
  COR_CONTEXT *context = (COR_CONTEXT *)hContext;
  const COR_COMMAND *input = (const COR_COMMAND *)pRender->pCommand;
  COR_COMMAND *output = (COR_COMMAND *)pRender->pDmaBuffer;
  UINT count = pRender->CommandLength / sizeof(COR_COMMAND);
  UINT i;

  PAGED_CODE();
  if (pRender->CommandLength % sizeof(COR_COMMAND))
    return STATUS_INVALID_PARAMETER;
  if (pRender->DmaSize < pRender->CommandLength)
    return STATUS_GRAPHICS_INSUFFICIENT_DMA_BUFFER;
  if (pRender->DmaBufferPrivateDataSize < sizeof(COR_DMA_PRIVATE))
    return STATUS_GRAPHICS_INSUFFICIENT_DMA_BUFFER;

  for (i = 0; i < count; i++) {
    COR_COMMAND command;
    NTSTATUS status;
    __try {
      command = input[i];
    } __except (EXCEPTION_EXECUTE_HANDLER) {
      return STATUS_INVALID_USER_BUFFER;
    }
    status = TranslateCommand(context, &command, &output[i]);
    if (!NT_SUCCESS(status))
      return status;
  }
  ((COR_DMA_PRIVATE *)pRender->pDmaBufferPrivateData)->Node = context->Node;
  pRender->pDmaBuffer = output + count;
  pRender->pDmaBufferPrivateData = (PUCHAR)pRender->pDmaBufferPrivateData + sizeof(COR_DMA_PRIVATE);
  return STATUS_SUCCESS;
}

NTSTATUS APIENTRY CorPresent(CONST HANDLE hContext, DXGKARG_PRESENT *pPresent)
{
  COR_CONTEXT *context = (COR_CONTEXT *)hContext;
  COR_COMMAND *output = (COR_COMMAND *)pPresent->pDmaBuffer;

  PAGED_CODE();
  if (pPresent->DmaSize < sizeof(COR_COMMAND))
    return STATUS_GRAPHICS_INSUFFICIENT_DMA_BUFFER;
  if (pPresent->DmaBufferPrivateDataSize < sizeof(COR_DMA_PRIVATE))
    return STATUS_GRAPHICS_INSUFFICIENT_DMA_BUFFER;
  output->Code = COR_COMMAND_NOP;
  output->Size = pPresent->SubRectCnt;
  ((COR_DMA_PRIVATE *)pPresent->pDmaBufferPrivateData)->Node = context->Node;
  pPresent->pDmaBuffer = output + 1;
  pPresent->pDmaBufferPrivateData = (PUCHAR)pPresent->pDmaBufferPrivateData + sizeof(COR_DMA_PRIVATE);
  return STATUS_SUCCESS;
}

NTSTATUS APIENTRY CorPatch(CONST HANDLE hAdapter, CONST DXGKARG_PATCH *pPatch)
{
  UINT i;

  PAGED_CODE();
  UNREFERENCED_PARAMETER(hAdapter);
  for (i = 0; i < pPatch->PatchLocationListSubmissionLength; i++) {
    const D3DDDI_PATCHLOCATIONLIST *patch = &pPatch->pPatchLocationList[pPatch->PatchLocationListSubmissionStart + i];
    const DXGK_ALLOCATIONLIST *allocation;
    if (patch->AllocationIndex >= pPatch->AllocationListSize)
      return STATUS_INVALID_PARAMETER;
    if (patch->PatchOffset + sizeof(ULONG64) > pPatch->DmaBufferSize)
      return STATUS_INVALID_PARAMETER;
    allocation = &pPatch->pAllocationList[patch->AllocationIndex];
    *(ULONG64 *)((PUCHAR)pPatch->pDmaBuffer + patch->PatchOffset) =
        (ULONG64)allocation->PhysicalAddress.QuadPart + patch->AllocationOffset;
  }
  return STATUS_SUCCESS;
}

static VOID Ring(COR_ADAPTER *Adapter, ULONG Engine, PHYSICAL_ADDRESS Start, ULONG Size)
{
  CorWrite(Adapter->Registers, COR_REG_QUEUE_LOW(Engine), Start.LowPart);
  CorWrite(Adapter->Registers, COR_REG_QUEUE_HIGH(Engine), (ULONG)Start.HighPart);
  CorWrite(Adapter->Registers, COR_REG_QUEUE_SIZE(Engine), Size);
  CorWrite(Adapter->Registers, COR_REG_DOORBELL(Engine), 1);
}

NTSTATUS APIENTRY CorSubmitCommand(CONST HANDLE hAdapter, CONST DXGKARG_SUBMITCOMMAND *pSubmitCommand)
{
  COR_ADAPTER *adapter = (COR_ADAPTER *)hAdapter;
  PHYSICAL_ADDRESS start = pSubmitCommand->DmaBufferPhysicalAddress;
  ULONG node = pSubmitCommand->NodeOrdinal;

  if (node >= adapter->EngineCount)
    return STATUS_INVALID_PARAMETER;
  start.QuadPart += pSubmitCommand->DmaBufferSubmissionStartOffset;

  KeAcquireSpinLockAtDpcLevel(&adapter->EngineLock);
  adapter->Engines[node].LastSubmitted = pSubmitCommand->SubmissionFenceId;
  Ring(adapter, node, start,
       pSubmitCommand->DmaBufferSubmissionEndOffset - pSubmitCommand->DmaBufferSubmissionStartOffset);
  KeReleaseSpinLockFromDpcLevel(&adapter->EngineLock);
  return STATUS_SUCCESS;
}

NTSTATUS APIENTRY CorPreemptCommand(CONST HANDLE hAdapter, CONST DXGKARG_PREEMPTCOMMAND *pPreemptCommand)
{
  COR_ADAPTER *adapter = (COR_ADAPTER *)hAdapter;
  ULONG node = pPreemptCommand->NodeOrdinal;

  if (node >= adapter->EngineCount)
    return STATUS_INVALID_PARAMETER;
  KeAcquireSpinLockAtDpcLevel(&adapter->EngineLock);
  adapter->Engines[node].PreemptFence = pPreemptCommand->PreemptionFenceId;
  adapter->Engines[node].Preempting = TRUE;
  CorWrite(adapter->Registers, COR_REG_PREEMPT(node), pPreemptCommand->PreemptionFenceId);
  KeReleaseSpinLockFromDpcLevel(&adapter->EngineLock);
  return STATUS_SUCCESS;
}

NTSTATUS APIENTRY CorBuildPagingBuffer(CONST HANDLE hAdapter, DXGKARG_BUILDPAGINGBUFFER *pBuildPagingBuffer)
{
  COR_COMMAND *output = (COR_COMMAND *)pBuildPagingBuffer->pDmaBuffer;

  PAGED_CODE();
  UNREFERENCED_PARAMETER(hAdapter);
  if (pBuildPagingBuffer->DmaSize < sizeof(COR_COMMAND))
    return STATUS_GRAPHICS_INSUFFICIENT_DMA_BUFFER;
  switch (pBuildPagingBuffer->Operation) {
  case DXGK_OPERATION_TRANSFER:
    output->Code = 1;
    output->Size = (ULONG)pBuildPagingBuffer->Transfer.TransferSize;
    break;
  case DXGK_OPERATION_FILL:
    output->Code = 2;
    output->Size = (ULONG)pBuildPagingBuffer->Fill.FillSize;
    break;
  default:
    output->Code = COR_COMMAND_NOP;
    output->Size = 0;
    break;
  }
  pBuildPagingBuffer->pDmaBuffer = output + 1;
  return STATUS_SUCCESS;
}

NTSTATUS APIENTRY CorQueryCurrentFence(CONST HANDLE hAdapter, DXGKARG_QUERYCURRENTFENCE *pCurrentFence)
{
  COR_ADAPTER *adapter = (COR_ADAPTER *)hAdapter;

  PAGED_CODE();
  if (pCurrentFence->NodeOrdinal >= adapter->EngineCount)
    return STATUS_INVALID_PARAMETER;
  pCurrentFence->CurrentFence = CorRead(adapter->Registers, COR_REG_FENCE(pCurrentFence->NodeOrdinal));
  return STATUS_SUCCESS;
}

NTSTATUS APIENTRY CorResetFromTimeout(CONST HANDLE hAdapter)
{
  COR_ADAPTER *adapter = (COR_ADAPTER *)hAdapter;

  PAGED_CODE();
  CorDisableInterrupts(adapter);
  CorResetEngines(adapter);
  return STATUS_SUCCESS;
}

NTSTATUS APIENTRY CorRestartFromTimeout(CONST HANDLE hAdapter)
{
  COR_ADAPTER *adapter = (COR_ADAPTER *)hAdapter;

  PAGED_CODE();
  CorEnableInterrupts(adapter, COR_INT_FENCE | COR_INT_PREEMPTED | COR_INT_FAULT);
  return STATUS_SUCCESS;
}
