// Resources that a thread takes once more while it has them: each function gives back what it took itself.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

ULONG Entries;

static VOID count(ERESOURCE *Table)
{
  ExEnterCriticalRegionAndAcquireResourceExclusive(Table);
  Entries++;
  ExReleaseResourceAndLeaveCriticalRegion(Table);
}

VOID taken_again_ok(ERESOURCE *Table)
{
  ExEnterCriticalRegionAndAcquireResourceExclusive(Table);
  if (Entries < 10)
    count(Table);
  ExReleaseResourceAndLeaveCriticalRegion(Table);
}

static VOID count_to_ten(ERESOURCE *Table)
{
  ExEnterCriticalRegionAndAcquireResourceExclusive(Table);
  if (++Entries == 10)
    return; // EXPECT: dxgk-leak
    // EXPECTED-IN: taken_again_bad
  ExReleaseResourceAndLeaveCriticalRegion(Table);
}

VOID taken_again_bad(ERESOURCE *Table)
{
  ExEnterCriticalRegionAndAcquireResourceExclusive(Table);
  if (Entries < 10)
    count_to_ten(Table);
  ExReleaseResourceAndLeaveCriticalRegion(Table);
}

// By recursion, such as that of a log which writes to itself.
VOID written_ok(ERESOURCE *Log, ULONG Size)
{
  ExEnterCriticalRegionAndAcquireResourceExclusive(Log);
  Entries++;
  if (Size > 100)
    written_ok(Log, 0);
  ExReleaseResourceAndLeaveCriticalRegion(Log);
}

VOID written_bad(ERESOURCE *Log, ULONG Size)
{
  ExEnterCriticalRegionAndAcquireResourceExclusive(Log);
  Entries++;
  if (Size > 100) {
    written_bad(Log, 0);
    return; // EXPECT: dxgk-leak
  }
  ExReleaseResourceAndLeaveCriticalRegion(Log);
}
