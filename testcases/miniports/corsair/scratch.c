// Scratch buffers of a context: made by Render and Escape, kept in a list, gone with the context at the latest.
// The list is guarded by a kernel mutex, which leaves the level at PASSIVE_LEVEL.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "corsair.h"

static VOID LockScratch(COR_CONTEXT *Context)
{
  KeWaitForSingleObject(&Context->ScratchMutex, Executive, KernelMode, FALSE, NULL);
}

static VOID UnlockScratch(COR_CONTEXT *Context)
{
  KeReleaseMutex(&Context->ScratchMutex, FALSE);
}

static VOID DestroyScratch(COR_ADAPTER *Adapter, COR_SCRATCH *Scratch)
{
  CorDestroyBuffer(Adapter, &Scratch->hAllocation);
  CorFree(Scratch);
}

NTSTATUS CorAddScratch(COR_CONTEXT *Context, SIZE_T Size, ULONG *Id)
{
  COR_SCRATCH *scratch;
  NTSTATUS status;

  PAGED_CODE();
  if (Context->IsSystem)
    return STATUS_NOT_SUPPORTED;

  scratch = (COR_SCRATCH *)CorAllocate(sizeof(*scratch));
  if (!scratch)
    return STATUS_NO_MEMORY;

  status = CorCreateBuffer(Context->Adapter, Context->Device->hDxgDevice, Context->hDxgContext, Size,
                           &scratch->hAllocation);
  if (!NT_SUCCESS(status))
    goto FreeScratch;
  scratch->Size = Size;

  LockScratch(Context);
  if (Context->ScratchCount >= COR_MAX_SCRATCH) {
    UnlockScratch(Context);
    status = STATUS_QUOTA_EXCEEDED;
    goto DestroyBuffer;
  }
  scratch->Id = ++Context->NextScratchId;
  InsertTailList(&Context->Scratch, &scratch->Entry);
  Context->ScratchCount++;
  *Id = scratch->Id;
  UnlockScratch(Context);
  return STATUS_SUCCESS;

DestroyBuffer:
  CorDestroyBuffer(Context->Adapter, &scratch->hAllocation);
FreeScratch:
  CorFree(scratch);
  return status;
}

NTSTATUS CorRemoveScratch(COR_CONTEXT *Context, ULONG Id)
{
  COR_SCRATCH *found = NULL;
  PLIST_ENTRY entry;

  PAGED_CODE();
  LockScratch(Context);
  for (entry = Context->Scratch.Flink; entry != &Context->Scratch; entry = entry->Flink) {
    COR_SCRATCH *scratch = CONTAINING_RECORD(entry, COR_SCRATCH, Entry);
    if (scratch->Id == Id) {
      RemoveEntryList(&scratch->Entry);
      Context->ScratchCount--;
      found = scratch;
      break;
    }
  }
  UnlockScratch(Context);

  if (!found)
    return STATUS_NOT_FOUND;
  DestroyScratch(Context->Adapter, found);
  return STATUS_SUCCESS;
}

// Hands all buffers over to the adapter, whose worker destroys them.
VOID CorTrimScratch(COR_CONTEXT *Context)
{
  PAGED_CODE();
  LockScratch(Context);
  while (!IsListEmpty(&Context->Scratch)) {
    COR_SCRATCH *scratch = CONTAINING_RECORD(RemoveHeadList(&Context->Scratch), COR_SCRATCH, Entry);
    Context->ScratchCount--;
    CorReclaimLater(Context->Adapter, scratch);
  }
  UnlockScratch(Context);
  CorKickReclaim(Context->Adapter);
}

VOID CorDestroyScratchList(COR_CONTEXT *Context)
{
  PAGED_CODE();
  while (!IsListEmpty(&Context->Scratch)) {
    PLIST_ENTRY entry = RemoveHeadList(&Context->Scratch);
    COR_SCRATCH *scratch = CONTAINING_RECORD(entry, COR_SCRATCH, Entry);
    Context->ScratchCount--;
    DestroyScratch(Context->Adapter, scratch);
  }
}
