// Handles among the unnamed arguments of a helper.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <stdarg.h>

#include "../driver.h"

typedef struct _PAIR {
  GPU_CONTEXT *Context;
  HANDLE Allocation;
  ULONG Number;
} PAIR;

static NTSTATUS Create(GPU_CONTEXT *Context, HANDLE *Allocation)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (NT_SUCCESS(status))
    *Allocation = args.hAllocation;
  return status;
}

static VOID Destroy(GPU_CONTEXT *Context, HANDLE Allocation)
{
  Context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(Context->Adapter->Dxgk.DeviceHandle, Allocation);
}

static VOID DestroyCounted(GPU_CONTEXT *Context, int Count, ...)
{
  va_list list;
  va_start(list, Count);
  while (Count-- > 0)
    Destroy(Context, va_arg(list, HANDLE));
  va_end(list);
}

static VOID DestroyListed(GPU_CONTEXT *Context, va_list List)
{
  HANDLE allocation;
  while ((allocation = va_arg(List, HANDLE)) != NULL)
    Destroy(Context, allocation);
}

static VOID DestroyAll(GPU_CONTEXT *Context, ...)
{
  va_list list;
  va_start(list, Context);
  DestroyListed(Context, list);
  va_end(list);
}

static VOID DestroyPair(int Unused, ...)
{
  va_list list, again;
  PAIR pair;
  va_start(list, Unused);
  va_copy(again, list);
  pair = va_arg(again, PAIR);
  Destroy(pair.Context, pair.Allocation);
  va_end(again);
  va_end(list);
}

NTSTATUS counted_ok(GPU_CONTEXT *Context)
{
  HANDLE area, ring;
  NTSTATUS status = Create(Context, &area);
  if (!NT_SUCCESS(status))
    return status;
  status = Create(Context, &ring);
  if (!NT_SUCCESS(status)) {
    DestroyCounted(Context, 1, area);
    return status;
  }
  DestroyCounted(Context, 2, area, ring);
  return status;
}

NTSTATUS counted_bad(GPU_CONTEXT *Context)
{
  HANDLE area, ring;
  NTSTATUS status = Create(Context, &area);
  if (!NT_SUCCESS(status))
    return status;
  status = Create(Context, &ring);
  if (!NT_SUCCESS(status)) {
    DestroyCounted(Context, 1, area);
    return status;
  }
  DestroyCounted(Context, 1, area, ring);
  return status; // EXPECT: dxgk-leak
}

NTSTATUS listed_ok(GPU_CONTEXT *Context)
{
  HANDLE area;
  NTSTATUS status = Create(Context, &area);
  if (!NT_SUCCESS(status))
    return status;
  DestroyAll(Context, area, NULL);
  return status;
}

NTSTATUS listed_bad(GPU_CONTEXT *Context)
{
  HANDLE area;
  NTSTATUS status = Create(Context, &area);
  if (!NT_SUCCESS(status))
    return status;
  DestroyAll(Context, NULL, area);
  return status; // EXPECT: dxgk-leak
}

NTSTATUS record_ok(GPU_CONTEXT *Context)
{
  PAIR pair = {Context, NULL, 0};
  NTSTATUS status = Create(Context, &pair.Allocation);
  if (NT_SUCCESS(status))
    DestroyPair(0, pair);
  return status;
}

NTSTATUS record_bad(GPU_CONTEXT *Context)
{
  PAIR pair = {Context, NULL, 0}, other = {Context, Context->Ring, 0};
  NTSTATUS status = Create(Context, &pair.Allocation);
  if (NT_SUCCESS(status))
    DestroyPair(0, other, pair);
  return status; // EXPECT: dxgk-leak
}
