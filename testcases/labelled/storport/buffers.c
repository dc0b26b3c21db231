// Buffers of a storage miniport: kept where a later step fails, and freed in another way.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <ntddk.h>

#define QUEUE_TAG 'eueQ'

PUCHAR StorPortAllocateRegistryBuffer(PVOID Extension, PULONG Length);
VOID StorPortFreeRegistryBuffer(PVOID Extension, PUCHAR Buffer);
BOOLEAN StorPortRegistryRead(PVOID Extension, PUCHAR Name, ULONG Global, ULONG Type, PUCHAR Buffer, PULONG Length);
ULONG StorPortAllocatePool(PVOID Extension, ULONG Bytes, ULONG Tag, PVOID *Block);
ULONG StorPortFreePool(PVOID Extension, PVOID Block);
BOOLEAN Ready(void);

BOOLEAN depth_read_bad(PVOID Extension, PULONG Depth)
{
  ULONG length = sizeof(ULONG);
  PUCHAR buffer = StorPortAllocateRegistryBuffer(Extension, &length);
  if (!buffer)
    return FALSE;
  if (!StorPortRegistryRead(Extension, (PUCHAR) "Depth", 1, 4, buffer, &length))
    return FALSE; // EXPECT: dxgk-leak
  *Depth = *(PULONG)buffer;
  StorPortFreeRegistryBuffer(Extension, buffer);
  return TRUE;
}

BOOLEAN depth_read_ok(PVOID Extension, PULONG Depth)
{
  ULONG length = sizeof(ULONG);
  BOOLEAN found;
  PUCHAR buffer = StorPortAllocateRegistryBuffer(Extension, &length);
  if (!buffer)
    return FALSE;
  found = StorPortRegistryRead(Extension, (PUCHAR) "Depth", 1, 4, buffer, &length);
  if (found)
    *Depth = *(PULONG)buffer;
  StorPortFreeRegistryBuffer(Extension, buffer);
  return found;
}

BOOLEAN table_made_bad(PVOID Extension, PVOID *Table)
{
  PVOID block;
  if (StorPortAllocatePool(Extension, 256, QUEUE_TAG, &block) != 0)
    return FALSE;
  RtlZeroMemory(block, 256);
  if (!Ready())
    return FALSE; // EXPECT: dxgk-leak
  *Table = block;
  return TRUE;
}

BOOLEAN table_made_ok(PVOID Extension, PVOID *Table)
{
  PVOID block;
  if (StorPortAllocatePool(Extension, 256, QUEUE_TAG, &block) != 0)
    return FALSE;
  RtlZeroMemory(block, 256);
  if (!Ready()) {
    StorPortFreePool(Extension, block);
    return FALSE;
  }
  *Table = block;
  return TRUE;
}
