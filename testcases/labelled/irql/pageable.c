// Code in a pageable section runs at APC_LEVEL or below: where it is entered, where it raises the level itself, and where
// an inlined helper does so in its place, which is told of at the call. Levels that are saved in variables of one byte are
// restored as they were.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

static KSPIN_LOCK TotalLock;
static ULONG Count;

VOID add_under_lock_bad(ULONG Number);
VOID add_under_lock_ok(ULONG Number);
VOID add_inlined_bad(ULONG Number);
VOID AddCalled(ULONG Number);
ULONG ReadPaged(VOID);
VOID save_level_ok(ULONG Number);
VOID discardable_ok(ULONG Number);
#pragma alloc_text(PAGE, add_under_lock_bad)
#pragma alloc_text(PAGE, add_inlined_bad)
#pragma alloc_text(PAGE, AddCalled)
#pragma alloc_text(PAGE, ReadPaged)
#pragma alloc_text(PAGE, save_level_ok)
#pragma alloc_text(INIT, discardable_ok)

VOID add_under_lock_bad(ULONG Number)
{
  KIRQL old;
  KeAcquireSpinLock(&TotalLock, &old); // EXPECT: dxgk-irql
  Count += Number;
  KeReleaseSpinLock(&TotalLock, old);
}

VOID add_under_lock_ok(ULONG Number)
{
  KIRQL old;
  KeAcquireSpinLock(&TotalLock, &old);
  Count += Number;
  KeReleaseSpinLock(&TotalLock, old);
}

static FORCEINLINE VOID AddInPlace(ULONG Number)
{
  KIRQL old;
  KeAcquireSpinLock(&TotalLock, &old);
  Count += Number;
  KeReleaseSpinLock(&TotalLock, old);
}

VOID add_inlined_bad(ULONG Number)
{
  PAGED_CODE();
  AddInPlace(Number); // EXPECT: dxgk-irql
}

VOID AddCalled(ULONG Number)
{
  PAGED_CODE();
  add_under_lock_ok(Number);
}

ULONG ReadPaged(VOID)
{
  return Count;
}

ULONG read_locked_bad(VOID)
{
  ULONG number;
  KIRQL old;
  KeAcquireSpinLock(&TotalLock, &old);
  number = ReadPaged(); // EXPECT: dxgk-irql
  KeReleaseSpinLock(&TotalLock, old);
  return number;
}

ULONG read_locked_ok(VOID)
{
  ULONG number = ReadPaged();
  KIRQL old;
  KeAcquireSpinLock(&TotalLock, &old);
  number += Count;
  KeReleaseSpinLock(&TotalLock, old);
  return number;
}

// The level is one byte, whatever stands behind it.
static VOID AddAtAnyLevel(ULONG Number)
{
  KIRQL level = KeGetCurrentIrql();
  if (level < DISPATCH_LEVEL)
    (KeAcquireSpinLock)(&TotalLock, &level);
  else if (level == DISPATCH_LEVEL)
    KeAcquireSpinLockAtDpcLevel(&TotalLock);
  if (Number)
    Count += Number;
  else
    Count = 0;
  if (level < DISPATCH_LEVEL)
    KeReleaseSpinLock(&TotalLock, level);
  else if (level == DISPATCH_LEVEL)
    KeReleaseSpinLockFromDpcLevel(&TotalLock);
}

VOID save_level_ok(ULONG Number)
{
  AddAtAnyLevel(Number);
  AddAtAnyLevel(Number + 1);
}

// Discarded after start, not paged out before.
VOID discardable_ok(ULONG Number)
{
  KIRQL old;
  KeAcquireSpinLock(&TotalLock, &old);
  Count = Number;
  KeReleaseSpinLock(&TotalLock, old);
}
