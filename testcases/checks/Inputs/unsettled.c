// An element of a table at an index that nobody wrote: which one it is nothing settles.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <ntddk.h>

typedef struct _QUEUE {
  KSPIN_LOCK Lock;
  ULONG Count;
} QUEUE;

ULONG CountOfSome(QUEUE *First, QUEUE *Second)
{
  KIRQL irql;
  ULONG index;
  QUEUE *table[8] = {First, Second, First, Second, First, Second, First, Second};
  KeAcquireSpinLock(&table[index]->Lock, &irql);
  ULONG count = table[index]->Count;
  KeReleaseSpinLock(&table[index]->Lock, irql);
  return count;
}
