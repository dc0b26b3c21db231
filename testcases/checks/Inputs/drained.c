// Takes records off a list as far as a device has come with them, in a loop without a condition of its own.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <ntddk.h>

typedef struct _SUB {
  LIST_ENTRY Entry;
  ULONG Tail;
  PVOID Va;
} SUB;

typedef struct _ADAPTER {
  KSPIN_LOCK Lock, RingLock;
  LIST_ENTRY Subs;
  ULONG Kind, Tail, HeadSeq, Count;
  volatile ULONG *Ring;
} ADAPTER;

VOID Drain(ADAPTER *Adapter) {
  for (;;) {
    SUB *sub = NULL;
    KIRQL irql;
    ULONG head;
    KeAcquireSpinLock(&Adapter->Lock, &irql);
    if (Adapter->Kind == 1) {
      if (!Adapter->Ring || Adapter->Count == 0) {
        KeReleaseSpinLock(&Adapter->Lock, irql);
        return;
      }
      head = *Adapter->Ring;
    } else {
      ULONG pending = Adapter->Tail - Adapter->HeadSeq;
      if (pending > Adapter->Count) {
        KeReleaseSpinLock(&Adapter->Lock, irql);
        return;
      }
      head = Adapter->HeadSeq;
    }
    if (!IsListEmpty(&Adapter->Subs)) {
      PLIST_ENTRY entry = Adapter->Subs.Flink;
      SUB *candidate = CONTAINING_RECORD(entry, SUB, Entry);
      if ((LONG)(head - candidate->Tail) >= 0) {
        RemoveEntryList(&candidate->Entry);
        sub = candidate;
      }
    }
    KeReleaseSpinLock(&Adapter->Lock, irql);
    if (!sub)
      return;
    if (sub->Va)
      MmFreeContiguousMemorySpecifyCache(sub->Va, 4096, MmNonCached);
    ExFreePool(sub);
  }
}
