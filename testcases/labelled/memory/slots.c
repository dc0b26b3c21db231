// Which elements are in use stands in a bit mask; one of them was given up before all are asked for.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

enum { PAGES = 4, AREAS = 8 };

static NTSTATUS Make(GPU_CONTEXT *Context, HANDLE *Out)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  FillArguments(&args, Context, PAGE_SIZE);
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (NT_SUCCESS(status))
    *Out = args.hAllocation;
  return status;
}

#define Drop(context, allocation) \
  (context)->Adapter->Dxgk.DxgkCbDestroyContextAllocation((context)->Adapter->Dxgk.DeviceHandle, (allocation))

// ---- the bit is cleared on one path ----

VOID given_up_ok(GPU_CONTEXT *Context, ULONG Page)
{
  HANDLE pages[PAGES];
  ULONG resident = 0, n;
  if (Page >= PAGES || !NT_SUCCESS(Make(Context, &pages[Page])))
    return;
  resident |= 1u << Page;
  if (!HardwareIsReady()) {
    Drop(Context, pages[Page]);
    resident &= ~(1u << Page);
  }
  for (n = 0; n < PAGES; n++)
    if (resident & (1u << n))
      Drop(Context, pages[n]);
}

VOID given_up_bad(GPU_CONTEXT *Context, ULONG Page)
{
  HANDLE pages[PAGES];
  ULONG resident = 0, n;
  if (Page >= PAGES || !NT_SUCCESS(Make(Context, &pages[Page])))
    return;
  resident |= 1u << Page;
  if (!HardwareIsReady())
    Drop(Context, pages[Page]);
  for (n = 0; n < PAGES; n++)
    if (resident & (1u << n))
      Drop(Context, pages[n]); // EXPECT: dxgk-double-destroy
}

VOID wide_given_up_ok(GPU_CONTEXT *Context, ULONG Page)
{
  HANDLE pages[2 * PAGES];
  ULONG resident = 0, n;
  if (Page >= 2 * PAGES || !NT_SUCCESS(Make(Context, &pages[Page])))
    return;
  resident |= 1u << Page;
  if (!HardwareIsReady()) {
    Drop(Context, pages[Page]);
    resident &= ~(1u << Page);
  }
  for (n = 0; n < 2 * PAGES; n++)
    if (resident & (1u << n))
      Drop(Context, pages[n]);
}

VOID wide_given_up_bad(GPU_CONTEXT *Context, ULONG Page)
{
  HANDLE pages[2 * PAGES];
  ULONG resident = 0, n;
  if (Page >= 2 * PAGES || !NT_SUCCESS(Make(Context, &pages[Page])))
    return;
  resident |= 1u << Page;
  if (!HardwareIsReady())
    resident &= ~(1u << Page);
  for (n = 0; n < 2 * PAGES; n++)
    if (resident & (1u << n))
      Drop(Context, pages[n]);
} // EXPECT: dxgk-leak

// ---- a map of bytes, asked by shifting ----

static VOID Mark(UCHAR *Map, ULONG Number)
{
  Map[Number / 8] |= (UCHAR)(1 << (Number & 7));
}

static VOID Unmark(UCHAR *Map, ULONG Number)
{
  Map[Number / 8] &= (UCHAR)~(1 << (Number & 7));
}

static BOOLEAN IsMarked(const UCHAR *Map, ULONG Number)
{
  return (Map[Number / 8] >> (Number & 7)) & 1;
}

VOID byte_map_ok(GPU_CONTEXT *Context, ULONG Number)
{
  HANDLE areas[AREAS];
  UCHAR map[1] = {0};
  ULONG n, area = Number & (AREAS - 1);
  if (!NT_SUCCESS(Make(Context, &areas[area])))
    return;
  Mark(map, area);
  if (!HardwareIsReady()) {
    Drop(Context, areas[area]);
    Unmark(map, area);
  }
  for (n = 0; n < AREAS; n++)
    if (IsMarked(map, n))
      Drop(Context, areas[n]);
}

VOID byte_map_bad(GPU_CONTEXT *Context, ULONG Number)
{
  HANDLE areas[AREAS];
  UCHAR map[1] = {0};
  ULONG n, area = Number & (AREAS - 1);
  if (!NT_SUCCESS(Make(Context, &areas[area])))
    return;
  Mark(map, area);
  if (!HardwareIsReady()) {
    Drop(Context, areas[area]);
    Mark(map, area);
  }
  for (n = 0; n < AREAS; n++)
    if (IsMarked(map, n))
      Drop(Context, areas[n]); // EXPECT: dxgk-double-destroy
}
