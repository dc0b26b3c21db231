// Counts, in a loop whose end nobody knows, what has a name, and compares the count with zero.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <ntddk.h>

typedef struct _ITEM {
  FAST_MUTEX Lock;
  ULONG Id, Address;
} ITEM;

NTSTATUS CountItems(ITEM **Items, ULONG Count, ULONG *Named) {
  ULONG named = 0;
  *Named = 0;
  if (!Count)
    return STATUS_SUCCESS;
  for (ULONG i = 0; i < Count; i++) {
    ITEM *item = Items[i];
    if (!item)
      continue;
    ExAcquireFastMutex(&item->Lock);
    item->Address = i;
    ExReleaseFastMutex(&item->Lock);
    if (item->Id != 0)
      named += 1;
  }
  if (named == 0)
    return STATUS_NOT_FOUND;
  *Named = named;
  return STATUS_SUCCESS;
}
