// Clean functions whose conditions belong together in uncommon ways: waits, messages, counts, ranges, halves.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

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

#define Drop(context, allocation)                                                                                      \
  (context)->Adapter->Dxgk.DxgkCbDestroyContextAllocation((context)->Adapter->Dxgk.DeviceHandle, (allocation))
ULONG ReadRegister(ULONG Register);
VOID WriteRegister(ULONG Register, ULONG Value);
NTSTATUS Wait(ULONG Milliseconds);
BOOLEAN Busy(VOID);

// Timeouts: for with break
NTSTATUS idle_in_time_ok(GPU_CONTEXT *c)
{
  HANDLE h;
  ULONG i;
  NTSTATUS st = Make(c, &h);
  if (!NT_SUCCESS(st))
    return st;
  for (i = 0; i < 1000; i++) {
    if (!Busy())
      break;
    KeStallExecutionProcessor(1);
  }
  if (i == 1000) {
    Drop(c, h);
    return STATUS_IO_TIMEOUT;
  }
  c->Ring = h;
  return STATUS_SUCCESS;
}

// Loop with goto retry
NTSTATUS goto_retry_ok(GPU_CONTEXT *c)
{
  HANDLE h = NULL;
  NTSTATUS st;
  ULONG tries = 0;
Retry:
  st = Make(c, &h);
  if (st == STATUS_NO_MEMORY && tries++ < 5)
    goto Retry;
  if (!NT_SUCCESS(st))
    return st;
  if (!HardwareIsReady()) {
    Drop(c, h);
    h = NULL;
    if (tries++ < 5)
      goto Retry;
    return STATUS_DEVICE_NOT_READY;
  }
  c->Ring = h;
  return st;
}

// Flag set in loop
NTSTATUS all_ready_ok(GPU_CONTEXT *c, ULONG n)
{
  HANDLE h;
  BOOLEAN ok = TRUE;
  ULONG i;
  NTSTATUS st = Make(c, &h);
  if (st)
    return st;
  for (i = 0; i < n && ok; i++)
    ok = HardwareIsReady();
  if (!ok)
    Drop(c, h);
  else
    c->Ring = h;
  return ok ? STATUS_SUCCESS : STATUS_UNSUCCESSFUL;
}

// Create in loop at first hit
NTSTATUS first_hit_ok(GPU_CONTEXT *c, ULONG n)
{
  HANDLE h = NULL;
  ULONG i;
  for (i = 0; i < n; i++) {
    if (ReadRegister(i) == 7 && h == NULL) {
      NTSTATUS st = Make(c, &h);
      if (!NT_SUCCESS(st))
        return st;
    }
    WriteRegister(i, 1);
  }
  if (h)
    Drop(c, h);
  return STATUS_SUCCESS;
}

// Replaced in loop, unknown count
NTSTATUS replaced_ok(GPU_CONTEXT *c, ULONG n)
{
  HANDLE cur = NULL;
  ULONG i;
  for (i = 0; i < n; i++) {
    HANDLE next;
    NTSTATUS st = Make(c, &next);
    if (!NT_SUCCESS(st)) {
      if (cur)
        Drop(c, cur);
      return st;
    }
    if (cur)
      Drop(c, cur);
    cur = next;
  }
  c->Ring = cur;
  return STATUS_SUCCESS;
}

// Every second
NTSTATUS every_second_ok(GPU_CONTEXT *c, ULONG n)
{
  HANDLE h[8] = {0};
  ULONG i;
  NTSTATUS st = STATUS_SUCCESS;
  if (n > 8)
    n = 8;
  for (i = 0; i < n; i += 2) {
    st = Make(c, &h[i]);
    if (!NT_SUCCESS(st))
      break;
  }
  if (!NT_SUCCESS(st)) {
    while (i >= 2) {
      i -= 2;
      Drop(c, h[i]);
    }
    return st;
  }
  for (i = 0; i < n; i += 2)
    Drop(c, h[i]);
  return st;
}

// Do/while with count from hardware
NTSTATUS count_of_hardware_ok(GPU_CONTEXT *c, ULONG n)
{
  HANDLE *h;
  ULONG i = 0, k;
  NTSTATUS st;
  n = ReadRegister(0) & 0xf;
  if (!n)
    return STATUS_SUCCESS;
  h = (HANDLE *)ExAllocatePoolWithTag(PagedPool, n * sizeof(*h), 'x');
  if (!h)
    return STATUS_NO_MEMORY;
  do {
    st = Make(c, h + i);
  } while (NT_SUCCESS(st) && ++i < n);
  for (k = 0; k < i; k++)
    Drop(c, h[k]);
  ExFreePoolWithTag(h, 'x');
  return st;
}

// Event loop by state and message
NTSTATUS messages_ok(GPU_CONTEXT *c)
{
  HANDLE h = NULL;
  NTSTATUS st = STATUS_SUCCESS;
  ULONG msg;
  while ((msg = ReadRegister(4)) != 0) {
    switch (msg) {
    case 1:
      if (!h)
        st = Make(c, &h);
      if (!NT_SUCCESS(st))
        h = NULL;
      break;
    case 2:
      if (h) {
        Drop(c, h);
        h = NULL;
      }
      break;
    default:
      WriteRegister(4, 0);
      break;
    }
  }
  if (h)
    Drop(c, h);
  return st;
}

// Two counters
NTSTATUS two_counters_ok(GPU_CONTEXT *c, ULONG n)
{
  HANDLE h[4];
  LONG live = 0;
  ULONG i;
  NTSTATUS st = STATUS_SUCCESS;
  for (i = 0; i < n && live < 4; i++) {
    if (ReadRegister(i) & 1) {
      st = Make(c, &h[live]);
      if (!NT_SUCCESS(st))
        break;
      live++;
    }
  }
  while (live > 0)
    Drop(c, h[--live]);
  return st;
}

// Status ranges
NTSTATUS status_switch_ok(GPU_CONTEXT *c)
{
  HANDLE h;
  NTSTATUS st = Make(c, &h);
  switch (st) {
  case STATUS_SUCCESS:
    break;
  case STATUS_NO_MEMORY:
    return st;
  default:
    return STATUS_UNSUCCESSFUL;
  }
  c->Ring = h;
  return st;
}

// Status translated
NTSTATUS translated_ok(GPU_CONTEXT *c)
{
  HANDLE h = NULL;
  NTSTATUS st = Make(c, &h);
  ULONG err = NT_SUCCESS(st) ? 0 : (st == STATUS_NO_MEMORY ? 8 : 31);
  if (err == 0) {
    err = ReadRegister(1);
    if (err)
      Drop(c, h);
    else
      c->Ring = h;
  }
  return err ? STATUS_UNSUCCESSFUL : STATUS_SUCCESS;
}

// Flags word
NTSTATUS flags_word_ok(GPU_CONTEXT *c)
{
  HANDLE a = NULL, b = NULL;
  ULONG f = 0;
  if (NT_SUCCESS(Make(c, &a)))
    f |= 1;
  if ((f & 1) && NT_SUCCESS(Make(c, &b)))
    f |= 2;
  if (f == 3) {
    c->Ring = a;
    c->SaveArea = b;
    return STATUS_SUCCESS;
  }
  if (f & 2)
    Drop(c, b);
  if (f & 1)
    Drop(c, a);
  return STATUS_UNSUCCESSFUL;
}

// Count = popcount
NTSTATUS fall_out_ok(GPU_CONTEXT *c)
{
  HANDLE h[3];
  ULONG n = 0;
  NTSTATUS st = STATUS_SUCCESS;
  while (n != RTL_NUMBER_OF(h) && NT_SUCCESS(st = Make(c, &h[n])))
    ++n;
  if (n == 3) {
    c->Engine[0] = h[0];
    c->Engine[1] = h[1];
    c->Engine[2] = h[2];
    return STATUS_SUCCESS;
  }
  switch (n) {
  case 2:
    Drop(c, h[1]); /* fallthrough */
  case 1:
    Drop(c, h[0]);
  }
  return st;
}

// Same condition twice through volatile-free calls
NTSTATUS revision_ok(GPU_CONTEXT *c, BOOLEAN x)
{
  HANDLE h = NULL;
  const ULONG rev = HardwareRevision();
  if (rev >= 4) {
    NTSTATUS st = Make(c, &h);
    if (!NT_SUCCESS(st))
      return st;
  }
  WriteRegister(0, x);
  if (rev > 3)
    Drop(c, h);
  return STATUS_SUCCESS;
}

// Relation between variables
NTSTATUS less_and_not_ok(GPU_CONTEXT *c, ULONG a, ULONG b)
{
  HANDLE h = NULL;
  if (a < b) {
    NTSTATUS st = Make(c, &h);
    if (!NT_SUCCESS(st))
      return st;
  }
  if (b <= a)
    return STATUS_SUCCESS;
  Drop(c, h);
  return STATUS_SUCCESS;
}

// Truncation, shifts
NTSTATUS upper_bits_ok(GPU_CONTEXT *c, UCHAR a)
{
  HANDLE h = NULL;
  UCHAR mode = (UCHAR)(a >> 6);
  if (mode == 3) {
    NTSTATUS st = Make(c, &h);
    if (!NT_SUCCESS(st))
      return st;
  }
  if ((a & 0xC0) != 0xC0)
    return STATUS_SUCCESS;
  Drop(c, h);
  return STATUS_SUCCESS;
}

// Pointer as flag, early return in macro
NTSTATUS pointer_as_flag_ok(GPU_CONTEXT *c, PUNICODE_STRING s)
{
  HANDLE h, *own = NULL;
  NTSTATUS st = Make(c, &h);
  if (NT_SUCCESS(st))
    own = &h;
  if (s->Length && own) {
    c->Ring = *own;
    own = NULL;
  }
  if (own)
    Drop(c, *own);
  return st;
}

static NTSTATUS g_Last;

// Status in a global, error via other function
NTSTATUS status_in_global_ok(GPU_CONTEXT *c)
{
  HANDLE h;
  g_Last = Make(c, &h);
  if (g_Last < 0)
    return g_Last;
  c->Ring = h;
  return g_Last;
}

// LIFO by nested functions
NTSTATUS labels_ok(GPU_CONTEXT *c)
{
  HANDLE h;
  NTSTATUS st;
  if (!NT_SUCCESS(st = Make(c, &h)))
    goto e0;
  if (!NT_SUCCESS(st = Wait(1)))
    goto e1;
  if (!NT_SUCCESS(st = Wait(2)))
    goto e1;
  c->Ring = h;
  goto e0;
e1:
  Drop(c, h);
e0:
  return st;
}

// Cookie
NTSTATUS cookie_ok(GPU_CONTEXT *c, ULONG64 *cookie)
{
  HANDLE h;
  NTSTATUS st = Make(c, &h);
  if (!NT_SUCCESS(st))
    return st;
  *cookie = (ULONG64)(ULONG_PTR)h;
  return st;
}

NTSTATUS halves_ok(GPU_CONTEXT *c, ULONG *lo, ULONG *hi)
{
  HANDLE h;
  LARGE_INTEGER li;
  NTSTATUS st = Make(c, &h);
  if (!NT_SUCCESS(st))
    return st;
  li.QuadPart = (LONGLONG)(ULONG_PTR)h;
  *lo = li.LowPart;
  *hi = (ULONG)li.HighPart;
  return st;
}

// Wait on event loop w/ timeouts & cancel
VOID waits_ok(GPU_CONTEXT *c)
{
  HANDLE h;
  LARGE_INTEGER t = {0};
  NTSTATUS st;
  KEVENT *e = (KEVENT *)c->hDxgContext;
  if (!NT_SUCCESS(Make(c, &h)))
    return;
  do {
    st = KeWaitForSingleObject(e, Executive, KernelMode, FALSE, &t);
  } while (st == STATUS_TIMEOUT && !Busy());
  Drop(c, h);
}

// Wait for idle with result variable; drop after
NTSTATUS countdown_ok(GPU_CONTEXT *c)
{
  HANDLE h;
  ULONG left = 100;
  BOOLEAN idle = FALSE;
  NTSTATUS st = Make(c, &h);
  if (!NT_SUCCESS(st))
    return st;
  while (left-- && !idle) {
    idle = !Busy();
    if (!idle)
      KeStallExecutionProcessor(1);
  }
  if (!idle) {
    Drop(c, h);
    return STATUS_IO_TIMEOUT;
  }
  c->Ring = h;
  return STATUS_SUCCESS;
}

// Partial then hand over list
NTSTATUS kept_count_ok(GPU_CONTEXT *c, ULONG n)
{
  ULONG i;
  NTSTATUS st = STATUS_SUCCESS;
  for (i = 0; i < n && i < ENGINE_COUNT; i++) {
    c->Engine[i] = NULL;
    st = Make(c, &c->Engine[i]);
    if (st < 0)
      break;
    c->EngineUsed = i + 1;
  }
  if (st < 0) {
    for (i = 0; i < c->EngineUsed; i++) {
      if (c->Engine[i]) {
        Drop(c, c->Engine[i]);
        c->Engine[i] = NULL;
      }
    }
    c->EngineUsed = 0;
  }
  return st;
}
