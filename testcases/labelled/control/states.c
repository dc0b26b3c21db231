// Enumerated states, merged statuses, retry loops, switch with fall-through.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

typedef enum _STAGE {
  StageNone,
  StageSaveArea,
  StageRing,
  StageReady,
} STAGE;

static NTSTATUS Make(GPU_CONTEXT *Context, SIZE_T Size, HANDLE *Out)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  FillArguments(&args, Context, Size);
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (NT_SUCCESS(status))
    *Out = args.hAllocation; // EXPECT: dxgk-leak
  // EXPECTED-IN: smaller_bad (the next round overwrites the area)
  return status;
}

static VOID Drop(GPU_CONTEXT *Context, HANDLE Allocation)
{
  Context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(Context->Adapter->Dxgk.DeviceHandle, Allocation); // EXPECT: dxgk-invalid-handle
  // EXPECTED-IN: walking_bad (the element behind the last)
  // EXPECTED-IN: mask_bad (the engine that failed)
}

// A state machine that runs until it is ready or failed; the unwinding falls through the states.
NTSTATUS machine_bad(GPU_CONTEXT *Context)
{
  STAGE stage = StageNone;
  HANDLE save = NULL, ring = NULL;
  NTSTATUS status = STATUS_SUCCESS;
  while (stage != StageReady && NT_SUCCESS(status)) {
    switch (stage) {
    case StageNone:
      status = Make(Context, SAVE_AREA_SIZE, &save);
      if (NT_SUCCESS(status))
        stage = StageSaveArea;
      break;
    case StageSaveArea:
      status = Make(Context, PAGE_SIZE, &ring);
      if (NT_SUCCESS(status))
        stage = StageRing;
      break;
    case StageRing:
      status = ProbeHardware();
      if (NT_SUCCESS(status))
        stage = StageReady;
      break;
    default:
      break;
    }
  }
  switch (stage) {
  case StageReady:
    Context->SaveArea = save;
    Context->Ring = ring;
    break;
  case StageRing:
    Drop(Context, ring);
    break;
  case StageSaveArea:
    Drop(Context, save);
    break;
  case StageNone:
    break;
  }
  return status; // EXPECT: dxgk-leak
}

NTSTATUS machine_ok(GPU_CONTEXT *Context)
{
  STAGE stage = StageNone;
  HANDLE save = NULL, ring = NULL;
  NTSTATUS status = STATUS_SUCCESS;
  while (stage != StageReady && NT_SUCCESS(status)) {
    switch (stage) {
    case StageNone:
      status = Make(Context, SAVE_AREA_SIZE, &save);
      if (NT_SUCCESS(status))
        stage = StageSaveArea;
      break;
    case StageSaveArea:
      status = Make(Context, PAGE_SIZE, &ring);
      if (NT_SUCCESS(status))
        stage = StageRing;
      break;
    case StageRing:
      status = ProbeHardware();
      if (NT_SUCCESS(status))
        stage = StageReady;
      break;
    default:
      break;
    }
  }
  switch (stage) {
  case StageReady:
    Context->SaveArea = save;
    Context->Ring = ring;
    break;
  case StageRing:
    Drop(Context, ring);
    __fallthrough;
  case StageSaveArea:
    Drop(Context, save);
    break;
  case StageNone:
    break;
  }
  return status;
}

// The first failure is kept, the rest goes on.
NTSTATUS first_failure_bad(GPU_CONTEXT *Context)
{
  HANDLE save = NULL, ring = NULL;
  NTSTATUS status = STATUS_SUCCESS, one;
  one = Make(Context, SAVE_AREA_SIZE, &save);
  if (!NT_SUCCESS(one) && NT_SUCCESS(status))
    status = one;
  one = Make(Context, PAGE_SIZE, &ring);
  if (!NT_SUCCESS(one) && NT_SUCCESS(status))
    status = one;
  if (NT_SUCCESS(one)) {
    Context->SaveArea = save;
    Context->Ring = ring;
    return status;
  }
  return status; // EXPECT: dxgk-leak
}

NTSTATUS first_failure_ok(GPU_CONTEXT *Context)
{
  HANDLE save = NULL, ring = NULL;
  NTSTATUS status = STATUS_SUCCESS, one;
  one = Make(Context, SAVE_AREA_SIZE, &save);
  if (!NT_SUCCESS(one) && NT_SUCCESS(status))
    status = one;
  one = Make(Context, PAGE_SIZE, &ring);
  if (!NT_SUCCESS(one) && NT_SUCCESS(status))
    status = one;
  if (NT_SUCCESS(status)) {
    Context->SaveArea = save;
    Context->Ring = ring;
    return status;
  }
  if (ring)
    Drop(Context, ring);
  if (save)
    Drop(Context, save);
  return status;
}

// Tries a smaller size each time.
NTSTATUS smaller_bad(GPU_CONTEXT *Context)
{
  SIZE_T size = SAVE_AREA_SIZE;
  HANDLE area = NULL;
  NTSTATUS status;
  do {
    status = Make(Context, size, &area);
    if (NT_SUCCESS(status) && !HardwareIsReady())
      status = STATUS_NO_MEMORY;
    if (NT_SUCCESS(status))
      break;
    size >>= 1;
  } while (size >= PAGE_SIZE); // EXPECT-FN: dxgk-leak
  if (NT_SUCCESS(status))
    Context->SaveArea = area;
  return status;
}

NTSTATUS smaller_ok(GPU_CONTEXT *Context)
{
  SIZE_T size = SAVE_AREA_SIZE;
  HANDLE area = NULL;
  NTSTATUS status;
  do {
    status = Make(Context, size, &area);
    if (NT_SUCCESS(status) && !HardwareIsReady()) {
      Drop(Context, area);
      status = STATUS_NO_MEMORY;
    }
    if (NT_SUCCESS(status))
      break;
    size >>= 1;
  } while (size >= PAGE_SIZE);
  if (NT_SUCCESS(status))
    Context->SaveArea = area;
  return status;
}

// Which engines a mask names.
NTSTATUS mask_bad(GPU_CONTEXT *Context, ULONG Mask)
{
  HANDLE engines[ENGINE_COUNT];
  ULONG made = 0, i;
  NTSTATUS status = STATUS_SUCCESS;
  for (i = 0; i < ENGINE_COUNT; ++i) {
    if (!(Mask & (1u << i)))
      continue;
    status = Make(Context, PAGE_SIZE, &engines[i]);
    if (status != STATUS_SUCCESS)
      break;
    made |= 1u << i;
  }
  if (status != STATUS_SUCCESS) {
    for (i = 0; i < ENGINE_COUNT; ++i)
      if (Mask & (1u << i))
        Drop(Context, engines[i]);
    return status;
  }
  for (i = 0; i < ENGINE_COUNT; ++i)
    Context->Engine[i] = made & (1u << i) ? engines[i] : NULL;
  return status;
}

NTSTATUS mask_ok(GPU_CONTEXT *Context, ULONG Mask)
{
  HANDLE engines[ENGINE_COUNT];
  ULONG made = 0, i;
  NTSTATUS status = STATUS_SUCCESS;
  for (i = 0; i < ENGINE_COUNT; ++i) {
    if (!(Mask & (1u << i)))
      continue;
    status = Make(Context, PAGE_SIZE, &engines[i]);
    if (status != STATUS_SUCCESS)
      break;
    made |= 1u << i;
  }
  if (status != STATUS_SUCCESS) {
    for (i = 0; i < ENGINE_COUNT; ++i)
      if (made & (1u << i))
        Drop(Context, engines[i]);
    return status;
  }
  for (i = 0; i < ENGINE_COUNT; ++i)
    Context->Engine[i] = made & (1u << i) ? engines[i] : NULL;
  return status;
}

// ?: chooses what is destroyed.
NTSTATUS choice_bad(GPU_CONTEXT *Context, BOOLEAN Keep)
{
  HANDLE a = NULL, b = NULL;
  NTSTATUS status = Make(Context, PAGE_SIZE, &a);
  if (!NT_SUCCESS(status))
    return status;
  status = Make(Context, 2 * PAGE_SIZE, &b);
  if (!NT_SUCCESS(status))
    return Drop(Context, a), status;
  Drop(Context, Keep ? b : a);
  Context->Ring = Keep ? b : a; // EXPECT-FN: dxgk-leak
  return STATUS_SUCCESS;
}

NTSTATUS choice_ok(GPU_CONTEXT *Context, BOOLEAN Keep)
{
  HANDLE a = NULL, b = NULL;
  NTSTATUS status = Make(Context, PAGE_SIZE, &a);
  if (!NT_SUCCESS(status))
    return status;
  status = Make(Context, 2 * PAGE_SIZE, &b);
  if (!NT_SUCCESS(status))
    return Drop(Context, a), status;
  Drop(Context, Keep ? b : a);
  Context->Ring = Keep ? a : b;
  return STATUS_SUCCESS;
}

// STATUS_PENDING in between.
NTSTATUS pending_bad(GPU_CONTEXT *Context)
{
  NTSTATUS status = STATUS_PENDING;
  HANDLE area = NULL;
  if (HardwareIsReady())
    status = Make(Context, PAGE_SIZE, &area);
  if (status == STATUS_PENDING)
    return STATUS_DEVICE_NOT_READY;
  if (NT_SUCCESS(status)) {
    status = ProbeHardware();
    if (status == STATUS_SUCCESS)
      Context->SaveArea = area;
    else if (!NT_SUCCESS(status))
      Drop(Context, area);
  }
  return status; // EXPECT: dxgk-leak
}

NTSTATUS pending_ok(GPU_CONTEXT *Context)
{
  NTSTATUS status = STATUS_PENDING;
  HANDLE area = NULL;
  if (HardwareIsReady())
    status = Make(Context, PAGE_SIZE, &area);
  if (status == STATUS_PENDING)
    return STATUS_DEVICE_NOT_READY;
  if (NT_SUCCESS(status)) {
    status = ProbeHardware();
    if (NT_SUCCESS(status))
      Context->SaveArea = area;
    else
      Drop(Context, area);
  }
  return status;
}

// A goto maze with labels crossed from both directions.
NTSTATUS maze_bad(GPU_CONTEXT *Context)
{
  HANDLE a = NULL, b = NULL;
  NTSTATUS status = Make(Context, PAGE_SIZE, &a);
  if (!NT_SUCCESS(status))
    goto Out;
  goto Second;
Undo:
  Drop(Context, a);
  goto Out;
Second:
  status = Make(Context, PAGE_SIZE, &b);
  if (!NT_SUCCESS(status))
    goto Undo;
  if (!HardwareIsReady()) {
    status = STATUS_DEVICE_NOT_READY;
    goto Undo;
  }
  Context->SaveArea = a;
  Context->Ring = b;
Out:
  return status; // EXPECT: dxgk-leak
}

NTSTATUS maze_ok(GPU_CONTEXT *Context)
{
  HANDLE a = NULL, b = NULL;
  NTSTATUS status = Make(Context, PAGE_SIZE, &a);
  if (!NT_SUCCESS(status))
    goto Out;
  goto Second;
UndoBoth:
  Drop(Context, b);
Undo:
  Drop(Context, a);
  goto Out;
Second:
  status = Make(Context, PAGE_SIZE, &b);
  if (!NT_SUCCESS(status))
    goto Undo;
  if (!HardwareIsReady()) {
    status = STATUS_DEVICE_NOT_READY;
    goto UndoBoth;
  }
  Context->SaveArea = a;
  Context->Ring = b;
Out:
  return status;
}

#define BAIL_ON_FAILURE(expr)      \
  do {                             \
    status = (expr);               \
    if (!NT_SUCCESS(status))       \
      goto Bail;                   \
  } while (0)

NTSTATUS bail_bad(GPU_CONTEXT *Context)
{
  NTSTATUS status;
  HANDLE handles[3] = {NULL, NULL, NULL};
  ULONG i;
  BAIL_ON_FAILURE(Make(Context, 1 * PAGE_SIZE, &handles[0]));
  BAIL_ON_FAILURE(Make(Context, 2 * PAGE_SIZE, &handles[1]));
  BAIL_ON_FAILURE(Make(Context, 3 * PAGE_SIZE, &handles[2]));
  BAIL_ON_FAILURE(ProbeHardware());
  memcpy(Context->Engine, handles, sizeof(handles));
  RtlZeroMemory(handles, sizeof(handles));
Bail:
  for (i = 1; i < RTL_NUMBER_OF(handles); i++)
    if (handles[i])
      Drop(Context, handles[i]);
  return status; // EXPECT: dxgk-leak
}

NTSTATUS bail_ok(GPU_CONTEXT *Context)
{
  NTSTATUS status;
  HANDLE handles[3] = {NULL, NULL, NULL};
  ULONG i;
  BAIL_ON_FAILURE(Make(Context, 1 * PAGE_SIZE, &handles[0]));
  BAIL_ON_FAILURE(Make(Context, 2 * PAGE_SIZE, &handles[1]));
  BAIL_ON_FAILURE(Make(Context, 3 * PAGE_SIZE, &handles[2]));
  BAIL_ON_FAILURE(ProbeHardware());
  memcpy(Context->Engine, handles, sizeof(handles));
  RtlZeroMemory(handles, sizeof(handles));
Bail:
  for (i = 0; i < RTL_NUMBER_OF(handles); i++)
    if (handles[i])
      Drop(Context, handles[i]);
  return status;
}

// Out-parameter may be NULL.
static BOOLEAN TryMake(GPU_CONTEXT *Context, HANDLE *Out, NTSTATUS *Why)
{
  NTSTATUS status = Make(Context, PAGE_SIZE, Out);
  if (Why)
    *Why = status;
  return (BOOLEAN)(status >= 0);
}

NTSTATUS boolean_bad(GPU_CONTEXT *Context)
{
  HANDLE ring;
  NTSTATUS why;
  if (!TryMake(Context, &ring, &why))
    return why;
  if (!TryMake(Context, &Context->SaveArea, NULL))
    return STATUS_NO_MEMORY; // EXPECT: dxgk-leak
  Context->Ring = ring;
  return why;
}

NTSTATUS boolean_ok(GPU_CONTEXT *Context)
{
  HANDLE ring;
  NTSTATUS why;
  if (!TryMake(Context, &ring, &why))
    return why;
  if (!TryMake(Context, &Context->SaveArea, NULL)) {
    Drop(Context, ring);
    return STATUS_NO_MEMORY;
  }
  Context->Ring = ring;
  return why;
}

// Counts down with a signed index, the last one is forgotten.
VOID countdown_bad(GPU_CONTEXT *Context)
{
  HANDLE local[3];
  INT n = 0;
  while (n < 3 && NT_SUCCESS(Make(Context, PAGE_SIZE, local + n)))
    n++;
  while (--n > 0)
    Drop(Context, local[n]);
} // EXPECT: dxgk-leak

VOID countdown_ok(GPU_CONTEXT *Context)
{
  HANDLE local[3];
  INT n = 0;
  while (n < 3 && NT_SUCCESS(Make(Context, PAGE_SIZE, local + n)))
    n++;
  while (--n >= 0)
    Drop(Context, local[n]);
}

// Pointers walk over the array.
VOID walking_bad(GPU_CONTEXT *Context)
{
  HANDLE local[3], *p = local, *end;
  while (p != local + RTL_NUMBER_OF(local)) {
    if (!NT_SUCCESS(Make(Context, PAGE_SIZE, p)))
      break;
    p++;
  }
  end = p;
  for (p = local; p <= end; p++)
    if (p < local + RTL_NUMBER_OF(local))
      Drop(Context, *p);
}

VOID walking_ok(GPU_CONTEXT *Context)
{
  HANDLE local[3], *p = local, *end;
  while (p != local + RTL_NUMBER_OF(local)) {
    if (!NT_SUCCESS(Make(Context, PAGE_SIZE, p)))
      break;
    p++;
  }
  end = p;
  for (p = local; p < end; p++)
    Drop(Context, *p);
}
