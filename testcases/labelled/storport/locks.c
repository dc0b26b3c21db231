// Locks of a storage miniport: kept where a queue is full; a block of the extension stays the driver's while its address is asked for.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <ntddk.h>

typedef struct _LOCK_HANDLE { ULONG Lock; PVOID Context; ULONG64 Old[4]; } LOCK_HANDLE;
VOID StorPortAcquireSpinLock(PVOID Extension, ULONG Which, PVOID Context, LOCK_HANDLE *Handle);
VOID StorPortReleaseSpinLock(PVOID Extension, LOCK_HANDLE *Handle);
ULONG StorPortAllocatePool(PVOID Extension, ULONG Bytes, ULONG Tag, PVOID *Block);
ULONG StorPortFreePool(PVOID Extension, PVOID Block);
PHYSICAL_ADDRESS StorPortGetPhysicalAddress(PVOID Extension, PVOID Srb, PVOID Address, ULONG *Length);
BOOLEAN AddToQueue(ULONG Which);

BOOLEAN queue_full_bad(PVOID Extension)
{
  LOCK_HANDLE handle = {0};
  StorPortAcquireSpinLock(Extension, 3, NULL, &handle);
  if (!AddToQueue(1))
    return FALSE; // EXPECT: dxgk-leak
  StorPortReleaseSpinLock(Extension, &handle);
  return TRUE;
}

BOOLEAN queue_full_ok(PVOID Extension)
{
  LOCK_HANDLE handle = {0};
  BOOLEAN added;
  StorPortAcquireSpinLock(Extension, 3, NULL, &handle);
  added = AddToQueue(1);
  StorPortReleaseSpinLock(Extension, &handle);
  return added;
}

BOOLEAN address_bad(PVOID Extension, PVOID *Table)
{
  PVOID block;
  ULONG length = 0;
  if (StorPortAllocatePool(Extension, 256, 'eueQ', &block) != 0)
    return FALSE;
  PHYSICAL_ADDRESS where = StorPortGetPhysicalAddress(Extension, NULL, block, &length);
  if (where.QuadPart & 15)
    return FALSE; // EXPECT: dxgk-leak
  *Table = block;
  return TRUE;
}

BOOLEAN address_ok(PVOID Extension, PVOID *Table)
{
  PVOID block;
  ULONG length = 0;
  if (StorPortAllocatePool(Extension, 256, 'eueQ', &block) != 0)
    return FALSE;
  PHYSICAL_ADDRESS where = StorPortGetPhysicalAddress(Extension, NULL, block, &length);
  if (where.QuadPart & 15) {
    StorPortFreePool(Extension, block);
    return FALSE;
  }
  *Table = block;
  return TRUE;
}
