// Blocks that go to a function which is too much to be entered: it keeps them where it succeeds, and only there.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

typedef struct _ARCHIVE {
  ULONG Rows, Columns, Planes, Samples, Passes;
  ULONG Seen[64];
  PVOID Kept;
} ARCHIVE;

#define EACH(INDEX, LIMIT) for (INDEX = 0; INDEX < Archive->LIMIT; INDEX++)
#define WEIGH(OFFSET)                                                                                                  \
  EACH(a, Passes)                                                                                                      \
  EACH(b, Planes)                                                                                                      \
  EACH(c, Rows)                                                                                                        \
  EACH(d, Columns)                                                                                                     \
  EACH(e, Samples)                                                                                                     \
  {                                                                                                                    \
    if (Archive->Seen[(a + b) % 64] > c)                                                                               \
      weight += d * OFFSET;                                                                                            \
    else if (e & OFFSET)                                                                                               \
      Archive->Seen[(c + d) % 64]++;                                                                                   \
  }

static NTSTATUS KeepBlock(ARCHIVE *Archive, PVOID Block, ULONG Limit)
{
  ULONG a, b, c, d, e, weight = 0;
  if (!HardwareIsReady())
    return STATUS_DEVICE_NOT_READY;
  WEIGH(1)
  WEIGH(2)
  WEIGH(4)
  WEIGH(8)
  if (weight > Limit)
    return STATUS_INVALID_PARAMETER;
  if (Archive->Kept)
    ExFreePoolWithTag(Archive->Kept, POOL_TAG);
  Archive->Kept = Block;
  return STATUS_SUCCESS;
}

NTSTATUS kept_on_success_bad(ARCHIVE *Archive)
{
  NTSTATUS status;
  PVOID block = ExAllocatePoolWithTag(NonPagedPoolNx, 64, POOL_TAG);
  if (!block)
    return STATUS_INSUFFICIENT_RESOURCES;
  status = KeepBlock(Archive, block, 4096);
  return status; // EXPECT: dxgk-leak
}

NTSTATUS kept_on_success_ok(ARCHIVE *Archive)
{
  NTSTATUS status;
  PVOID block = ExAllocatePoolWithTag(NonPagedPoolNx, 64, POOL_TAG);
  if (!block)
    return STATUS_INSUFFICIENT_RESOURCES;
  status = KeepBlock(Archive, block, 4096);
  if (!NT_SUCCESS(status))
    ExFreePoolWithTag(block, POOL_TAG);
  return status;
}

// Releases it where it succeeds, and leaves it alone where it fails.
static NTSTATUS DropBlock(ARCHIVE *Archive, PVOID Block, ULONG Limit)
{
  ULONG a, b, c, d, e, weight = 0;
  WEIGH(1)
  WEIGH(2)
  WEIGH(4)
  WEIGH(8)
  if (weight > Limit)
    return STATUS_INVALID_PARAMETER;
  ExFreePoolWithTag(Block, POOL_TAG);
  return STATUS_SUCCESS;
}

NTSTATUS dropped_on_success_bad(ARCHIVE *Archive)
{
  PVOID block = ExAllocatePoolWithTag(NonPagedPoolNx, 64, POOL_TAG);
  if (!block)
    return STATUS_INSUFFICIENT_RESOURCES;
  return DropBlock(Archive, block, 4096); // EXPECT: dxgk-leak
}

NTSTATUS dropped_on_success_ok(ARCHIVE *Archive)
{
  PVOID block = ExAllocatePoolWithTag(NonPagedPoolNx, 64, POOL_TAG);
  if (!block)
    return STATUS_INSUFFICIENT_RESOURCES;
  if (!NT_SUCCESS(DropBlock(Archive, block, 4096)))
    ExFreePoolWithTag(block, POOL_TAG);
  return STATUS_SUCCESS;
}
