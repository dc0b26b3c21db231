// A function whose loops within loops take more rounds than can be followed: they begin and end no resource, so few do.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

typedef struct _TILES {
  ULONG Rows, Columns, Planes, Samples, Passes;
  ULONG Seen[64];
} TILES;

#define EACH(INDEX, LIMIT) for (INDEX = 0; INDEX < Tiles->LIMIT; INDEX++)
#define WEIGH(OFFSET)                                                                                                  \
  EACH(a, Passes)                                                                                                      \
  EACH(b, Planes)                                                                                                      \
  EACH(c, Rows)                                                                                                        \
  EACH(d, Columns)                                                                                                     \
  EACH(e, Samples)                                                                                                     \
  {                                                                                                                    \
    if (Tiles->Seen[(a + b) % 64] > c)                                                                                 \
      weight += d * OFFSET;                                                                                            \
    else if (e & OFFSET)                                                                                               \
      Tiles->Seen[(c + d) % 64]++;                                                                                     \
  }

NTSTATUS behind_nests_bad(ADAPTER *Adapter, HANDLE Context, TILES *Tiles)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args = {0};
  ULONG a, b, c, d, e, weight = 0;
  NTSTATUS status;
  args.hAdapter = Adapter->Dxgk.DeviceHandle;
  args.hDevice = Adapter->SystemDevice;
  args.hContext = Context;
  args.Size = PAGE_SIZE;
  status = Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status))
    return status;
  WEIGH(1)
  WEIGH(2)
  WEIGH(4)
  if (weight > 4096)
    return STATUS_INVALID_PARAMETER; // EXPECT: dxgk-leak
  Adapter->Dxgk.DxgkCbDestroyContextAllocation(Adapter->Dxgk.DeviceHandle, args.hAllocation);
  return status;
}

NTSTATUS behind_nests_ok(ADAPTER *Adapter, HANDLE Context, TILES *Tiles)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args = {0};
  ULONG a, b, c, d, e, weight = 0;
  NTSTATUS status;
  args.hAdapter = Adapter->Dxgk.DeviceHandle;
  args.hDevice = Adapter->SystemDevice;
  args.hContext = Context;
  args.Size = PAGE_SIZE;
  status = Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status))
    return status;
  WEIGH(1)
  WEIGH(2)
  WEIGH(4)
  if (weight > 4096)
    status = STATUS_INVALID_PARAMETER;
  Adapter->Dxgk.DxgkCbDestroyContextAllocation(Adapter->Dxgk.DeviceHandle, args.hAllocation);
  return status;
}

typedef struct _SLOTS {
  HANDLE Allocation[16];
  USHORT Count;
} SLOTS;

static VOID DestroySlots(ADAPTER *Adapter, SLOTS *Slots)
{
  USHORT i;
  for (i = 0; i < Slots->Count; i++)
    if (Slots->Allocation[i])
      Adapter->Dxgk.DxgkCbDestroyContextAllocation(Adapter->Dxgk.DeviceHandle, Slots->Allocation[i]);
}

// Few rounds are followed; that each of them is about another element holds all the same.
NTSTATUS slots_behind_nests_ok(ADAPTER *Adapter, HANDLE Context, TILES *Tiles)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args = {0};
  SLOTS slots = {0};
  ULONG a, b, c, d, e, weight = 0;
  USHORT i;
  NTSTATUS status = STATUS_SUCCESS;
  slots.Count = (USHORT)(Tiles->Rows & 15);
  WEIGH(1)
  WEIGH(2)
  WEIGH(4)
  for (i = 0; i < slots.Count; i++) {
    args.hAdapter = Adapter->Dxgk.DeviceHandle;
    args.hDevice = Adapter->SystemDevice;
    args.hContext = Context;
    args.Size = weight + 1;
    status = Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
    if (!NT_SUCCESS(status))
      break;
    slots.Allocation[i] = args.hAllocation;
  }
  DestroySlots(Adapter, &slots);
  return status;
}
