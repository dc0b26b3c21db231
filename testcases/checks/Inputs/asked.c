// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <ntddk.h>

KSPIN_LOCK QueueLock;
KEVENT QueueEvent;
LONG Requests;

static BOOLEAN EnterRing(KIRQL *Old)
{
  if (KeGetCurrentIrql() > DISPATCH_LEVEL)
    return FALSE;
  KeRaiseIrql(DISPATCH_LEVEL, Old);
  return TRUE;
}

VOID Submit(VOID)
{
  KIRQL old;
  BOOLEAN entered = EnterRing(&old);
  Requests++;
  if (entered)
    KeLowerIrql(old);
  KeAcquireSpinLock(&QueueLock, &old);
  KeSetEvent(&QueueEvent, 0, FALSE);
  KeReleaseSpinLock(&QueueLock, old);
}

VOID Signal(VOID)
{
  KIRQL old;
  BOOLEAN entered = EnterRing(&old);
  Requests++;
  if (entered)
    KeLowerIrql(old);
  KeSetEvent(&QueueEvent, 0, FALSE);
}
