// Code in a pageable section runs at APC_LEVEL or below: where it is entered, where it raises the level itself, and where
// an inlined helper does so in its place. Levels that are saved in variables of one byte are restored as they were.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

static KSPIN_LOCK CountLock;
static ULONG Count;

VOID add_under_lock_bad(ULONG Number);
VOID add_under_lock_ok(ULONG Number);
VOID AddInlined(ULONG Number);
VOID AddCalled(ULONG Number);
VOID ReadPaged(ULONG *Number);
VOID save_level_ok(ULONG Number);
VOID discardable_ok(ULONG Number);
#pragma alloc_text(PAGE, add_under_lock_bad)
#pragma alloc_text(PAGE, AddInlined)
#pragma alloc_text(PAGE, AddCalled)
#pragma alloc_text(PAGE, ReadPaged)
#pragma alloc_text(PAGE, save_level_ok)
#pragma alloc_text(INIT, discardable_ok)

VOID add_under_lock_bad(ULONG Number)
{
  KIRQL old;
  KeAcquireSpinLock(&CountLock, &old); // EXPECT: dxgk-irql
  Count += Number;
  KeReleaseSpinLock(&CountLock, old);
}

VOID add_under_lock_ok(ULONG Number)
{
  KIRQL old;
  KeAcquireSpinLock(&CountLock, &old);
  Count += Number;
  KeReleaseSpinLock(&CountLock, old);
}

static FORCEINLINE VOID add_inline_bad(ULONG Number)
{
  KIRQL old;
  KeAcquireSpinLock(&CountLock, &old); // EXPECT: dxgk-irql
  Count += Number;
  KeReleaseSpinLock(&CountLock, old);
}

VOID AddInlined(ULONG Number)
{
  PAGED_CODE();
  add_inline_bad(Number);
}

VOID AddCalled(ULONG Number)
{
  PAGED_CODE();
  add_under_lock_ok(Number);
}

VOID ReadPaged(ULONG *Number)
{
  *Number = Count;
}

static VOID ReadLocked_bad(ULONG *Number)
{
  KIRQL old;
  KeAcquireSpinLock(&CountLock, &old);
  ReadPaged(Number); // EXPECT: dxgk-irql
  KeReleaseSpinLock(&CountLock, old);
}

static VOID ReadLocked_ok(ULONG *Number)
{
  ULONG copy;
  KIRQL old;
  ReadPaged(&copy);
  KeAcquireSpinLock(&CountLock, &old);
  *Number = copy;
  KeReleaseSpinLock(&CountLock, old);
}

// The level is one byte, whatever stands behind it.
static VOID AddAtAnyLevel(ULONG Number)
{
  KIRQL level = KeGetCurrentIrql();
  if (level < DISPATCH_LEVEL)
    (KeAcquireSpinLock)(&CountLock, &level);
  else if (level == DISPATCH_LEVEL)
    KeAcquireSpinLockAtDpcLevel(&CountLock);
  if (Number)
    Count += Number;
  else
    Count = 0;
  if (level < DISPATCH_LEVEL)
    KeReleaseSpinLock(&CountLock, level);
  else if (level == DISPATCH_LEVEL)
    KeReleaseSpinLockFromDpcLevel(&CountLock);
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
  KeAcquireSpinLock(&CountLock, &old);
  Count = Number;
  KeReleaseSpinLock(&CountLock, old);
}

VOID UseAll(ULONG *Number)
{
  ReadLocked_bad(Number);
  ReadLocked_ok(Number);
}
