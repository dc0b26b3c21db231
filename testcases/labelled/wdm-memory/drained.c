// Lists of blocks that are drained in a loop: the first entry is looked at, and taken out by itself.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

typedef struct _FENCE {
  LIST_ENTRY Link;
  ULONG Value;
  PVOID Payload;
} FENCE;

typedef struct _RING {
  LIST_ENTRY Pending;
  LIST_ENTRY PerClass[4];
  KSPIN_LOCK Lock;
  ULONG Completed;
} RING;

VOID RetireOne(RING *Ring, FENCE **Retired)
{
  KIRQL Irql;

  *Retired = NULL;
  KeAcquireSpinLock(&Ring->Lock, &Irql);
  if (!IsListEmpty(&Ring->Pending)) {
    FENCE *First = CONTAINING_RECORD(Ring->Pending.Flink, FENCE, Link);

    if ((LONG)(Ring->Completed - First->Value) >= 0) {
      RemoveEntryList(&First->Link);
      *Retired = First;
    }
  }
  KeReleaseSpinLock(&Ring->Lock, Irql);
}

VOID Retire_ok(RING *Ring)
{
  for (;;) {
    FENCE *Fence;

    RetireOne(Ring, &Fence);
    if (Fence == NULL)
      break;
    if (Fence->Payload != NULL)
      ExFreePoolWithTag(Fence->Payload, POOL_TAG);
    ExFreePoolWithTag(Fence, POOL_TAG);
  }
}

// The entry stays in the list.
VOID Retire_bad(RING *Ring)
{
  while (!IsListEmpty(&Ring->Pending)) {
    FENCE *Fence = CONTAINING_RECORD(Ring->Pending.Flink, FENCE, Link);

    ExFreePoolWithTag(Fence, POOL_TAG); // EXPECT: dxgk-double-destroy
  }
}

VOID RetireClass_ok(RING *Ring, ULONG Class)
{
  while (!IsListEmpty(&Ring->PerClass[Class & 3])) {
    FENCE *Fence = CONTAINING_RECORD(Ring->PerClass[Class & 3].Flink, FENCE, Link);

    RemoveEntryList(&Fence->Link);
    ExFreePoolWithTag(Fence, POOL_TAG);
  }
}

// Backwards; the entry before is taken out, the last one freed.
VOID RetireLast_ok(RING *Ring)
{
  while (!IsListEmpty(&Ring->Pending)) {
    FENCE *Fence = CONTAINING_RECORD(Ring->Pending.Blink, FENCE, Link);

    RemoveEntryList(&Fence->Link);
    ExFreePoolWithTag(Fence, POOL_TAG);
  }
}

VOID RetireLast_bad(RING *Ring)
{
  while (!IsListEmpty(&Ring->Pending)) {
    FENCE *Fence = CONTAINING_RECORD(Ring->Pending.Blink, FENCE, Link);

    RemoveEntryList(&Fence->Link);
    ExFreePoolWithTag(Fence, POOL_TAG);
    if (Fence->Value != 0) // EXPECT: dxgk-use-after-destroy
      Ring->Completed = 0;
  }
}
