// Locks that are taken again after a wait: the function that returns with one has taken it for its caller, unless it gives it back last on
// another way.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <ntddk.h>

typedef struct _TABLE {
  KSPIN_LOCK Lock;
  KIRQL Old;
  ULONG Count;
} TABLE;

BOOLEAN Busy(void);

// Taken again after each wait.
void wait_until_idle_ok(TABLE *Table)
{
  KeAcquireSpinLock(&Table->Lock, &Table->Old);
  while (Busy()) {
    KeReleaseSpinLock(&Table->Lock, Table->Old);
    Busy();
    KeAcquireSpinLock(&Table->Lock, &Table->Old);
  }
}

void wait_or_give_up_bad(TABLE *Table)
{
  KeAcquireSpinLock(&Table->Lock, &Table->Old);
  while (Busy()) {
    if (!Table->Count)
      return; // EXPECT: dxgk-leak
    KeReleaseSpinLock(&Table->Lock, Table->Old);
    Busy();
    KeAcquireSpinLock(&Table->Lock, &Table->Old);
  }
  KeReleaseSpinLock(&Table->Lock, Table->Old);
}
