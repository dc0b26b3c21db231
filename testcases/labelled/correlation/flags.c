// Paths told apart by flags, counters, ranges, bits and pointers that say what was created.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

#define MADE_AREA 0x1
#define MADE_RING 0x2

static NTSTATUS Create(GPU_CONTEXT *Context, SIZE_T Size, HANDLE *Allocation)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  FillArguments(&args, Context, Size);
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (NT_SUCCESS(status))
    *Allocation = args.hAllocation;
  return status;
}

static VOID Destroy(GPU_CONTEXT *Context, HANDLE Allocation)
{
  Context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(Context->Adapter->Dxgk.DeviceHandle, Allocation);
}

// A boolean says whether there is something to destroy.
NTSTATUS boolean_bad(GPU_CONTEXT *Context)
{
  HANDLE area;
  BOOLEAN created = FALSE;
  NTSTATUS status = Create(Context, SAVE_AREA_SIZE, &area);
  if (NT_SUCCESS(status))
    status = ProbeHardware();
  if (NT_SUCCESS(status))
    created = TRUE;
  if (created)
    Destroy(Context, area);
  return status; // EXPECT: dxgk-leak
}

NTSTATUS boolean_ok(GPU_CONTEXT *Context)
{
  HANDLE area;
  BOOLEAN created = FALSE;
  NTSTATUS status = Create(Context, SAVE_AREA_SIZE, &area);
  if (NT_SUCCESS(status)) {
    created = TRUE;
    status = ProbeHardware();
  }
  if (created)
    Destroy(Context, area);
  return status;
}

NTSTATUS computed_boolean_ok(GPU_CONTEXT *Context)
{
  HANDLE area;
  NTSTATUS status = Create(Context, SAVE_AREA_SIZE, &area);
  BOOLEAN created = NT_SUCCESS(status);
  if (HardwareIsReady())
    Context->EngineUsed = 0;
  if (created)
    Destroy(Context, area);
  return status;
}

NTSTATUS computed_boolean_bad(GPU_CONTEXT *Context)
{
  HANDLE area;
  NTSTATUS status = Create(Context, SAVE_AREA_SIZE, &area);
  BOOLEAN created = NT_SUCCESS(status) && HardwareIsReady();
  if (created)
    Destroy(Context, area);
  return status; // EXPECT: dxgk-leak
}

// Flags in a mask.
NTSTATUS mask_bad(GPU_CONTEXT *Context)
{
  HANDLE area, ring;
  ULONG made = 0;
  NTSTATUS status = Create(Context, SAVE_AREA_SIZE, &area);
  if (!NT_SUCCESS(status))
    goto Exit;
  made |= MADE_AREA;
  status = Create(Context, PAGE_SIZE, &ring);
  if (!NT_SUCCESS(status))
    goto Exit;
  made = MADE_RING;
  status = ProbeHardware();
Exit:
  if (made & MADE_RING)
    Destroy(Context, ring);
  if (made & MADE_AREA)
    Destroy(Context, area);
  return status; // EXPECT: dxgk-leak
}

NTSTATUS mask_ok(GPU_CONTEXT *Context)
{
  HANDLE area, ring;
  ULONG made = 0;
  NTSTATUS status = Create(Context, SAVE_AREA_SIZE, &area);
  if (!NT_SUCCESS(status))
    goto Exit;
  made |= MADE_AREA;
  status = Create(Context, PAGE_SIZE, &ring);
  if (!NT_SUCCESS(status))
    goto Exit;
  made |= MADE_RING;
  status = ProbeHardware();
Exit:
  if (made & MADE_RING)
    Destroy(Context, ring);
  if (made & MADE_AREA)
    Destroy(Context, area);
  return status;
}

// A counter of steps.
NTSTATUS steps_bad(GPU_CONTEXT *Context)
{
  HANDLE area, ring;
  ULONG step = 0;
  NTSTATUS status = Create(Context, SAVE_AREA_SIZE, &area);
  if (NT_SUCCESS(status)) {
    step = 1;
    status = Create(Context, PAGE_SIZE, &ring);
    if (NT_SUCCESS(status))
      step = 2;
  }
  if (step > 1)
    Destroy(Context, ring);
  if (step > 1)
    Destroy(Context, area);
  return status; // EXPECT: dxgk-leak
}

NTSTATUS steps_ok(GPU_CONTEXT *Context)
{
  HANDLE area, ring;
  ULONG step = 0;
  NTSTATUS status = Create(Context, SAVE_AREA_SIZE, &area);
  if (NT_SUCCESS(status)) {
    step = 1;
    status = Create(Context, PAGE_SIZE, &ring);
    if (NT_SUCCESS(status))
      step = 2;
  }
  if (step > 1)
    Destroy(Context, ring);
  if (step > 0)
    Destroy(Context, area);
  return status;
}

// The unwinding is a switch that falls through from the step reached.
NTSTATUS steps_switch_bad(GPU_CONTEXT *Context)
{
  HANDLE area, ring;
  ULONG step = 0;
  NTSTATUS status = Create(Context, SAVE_AREA_SIZE, &area);
  if (!NT_SUCCESS(status))
    goto Exit;
  step = 1;
  status = Create(Context, PAGE_SIZE, &ring);
  if (!NT_SUCCESS(status))
    goto Exit;
  step = 2;
  status = ProbeHardware();
Exit:
  switch (step) {
  case 2:
    Destroy(Context, ring);
    break;
  case 1:
    Destroy(Context, area);
    break;
  }
  return status; // EXPECT: dxgk-leak
}

NTSTATUS steps_switch_ok(GPU_CONTEXT *Context)
{
  HANDLE area, ring;
  ULONG step = 0;
  NTSTATUS status = Create(Context, SAVE_AREA_SIZE, &area);
  if (!NT_SUCCESS(status))
    goto Exit;
  step = 1;
  status = Create(Context, PAGE_SIZE, &ring);
  if (!NT_SUCCESS(status))
    goto Exit;
  step = 2;
  status = ProbeHardware();
Exit:
  switch (step) {
  case 2:
    Destroy(Context, ring);
    /* fall through */
  case 1:
    Destroy(Context, area);
    break;
  }
  return status;
}

// The same condition twice.
NTSTATUS same_condition_ok(GPU_CONTEXT *Context, ULONG Revision)
{
  HANDLE area = NULL;
  NTSTATUS status = STATUS_SUCCESS;
  if (Revision > 3) {
    status = Create(Context, SAVE_AREA_SIZE, &area);
    if (!NT_SUCCESS(status))
      return status;
  }
  Context->EngineUsed = Revision;
  if (Revision > 3)
    Destroy(Context, area);
  return status;
}

NTSTATUS other_condition_bad(GPU_CONTEXT *Context, ULONG Revision)
{
  HANDLE area = NULL;
  NTSTATUS status = STATUS_SUCCESS;
  if (Revision > 3) {
    status = Create(Context, SAVE_AREA_SIZE, &area);
    if (!NT_SUCCESS(status))
      return status;
  }
  Context->EngineUsed = Revision;
  if (Revision > 4)
    Destroy(Context, area);
  return status; // EXPECT: dxgk-leak
}

// Ranges that follow from one another: what is above 10 is above 3.
NTSTATUS implied_range_ok(GPU_CONTEXT *Context, ULONG Revision)
{
  HANDLE area = NULL;
  NTSTATUS status = STATUS_SUCCESS;
  if (Revision > 10) {
    status = Create(Context, SAVE_AREA_SIZE, &area);
    if (!NT_SUCCESS(status))
      return status;
  }
  if (Revision <= 3)
    return STATUS_NOT_SUPPORTED;
  if (Revision > 10)
    Destroy(Context, area);
  return status;
}

NTSTATUS overlapping_range_bad(GPU_CONTEXT *Context, ULONG Revision)
{
  HANDLE area = NULL;
  NTSTATUS status = STATUS_SUCCESS;
  if (Revision > 10) {
    status = Create(Context, SAVE_AREA_SIZE, &area);
    if (!NT_SUCCESS(status))
      return status;
  }
  if (Revision <= 11)
    return STATUS_NOT_SUPPORTED; // EXPECT: dxgk-leak
  Destroy(Context, area);
  return status;
}

// Not equal to one of three values leaves two.
NTSTATUS three_values_ok(GPU_CONTEXT *Context, ULONG Kind)
{
  HANDLE area = NULL;
  NTSTATUS status;
  if (Kind > 2)
    return STATUS_INVALID_PARAMETER;
  if (Kind != 0) {
    status = Create(Context, SAVE_AREA_SIZE, &area);
    if (!NT_SUCCESS(status))
      return status;
  }
  if (Kind == 1 || Kind == 2)
    Destroy(Context, area);
  return STATUS_SUCCESS;
}

NTSTATUS three_values_bad(GPU_CONTEXT *Context, ULONG Kind)
{
  HANDLE area = NULL;
  NTSTATUS status;
  if (Kind > 3)
    return STATUS_INVALID_PARAMETER;
  if (Kind != 0) {
    status = Create(Context, SAVE_AREA_SIZE, &area);
    if (!NT_SUCCESS(status))
      return status;
  }
  if (Kind == 1 || Kind == 2)
    Destroy(Context, area);
  return STATUS_SUCCESS; // EXPECT: dxgk-leak
}

// Bits of a parameter.
NTSTATUS flag_bits_ok(GPU_CONTEXT *Context, ULONG Flags)
{
  HANDLE area = NULL;
  NTSTATUS status = STATUS_SUCCESS;
  if (Flags & 4) {
    status = Create(Context, SAVE_AREA_SIZE, &area);
    if (!NT_SUCCESS(status))
      return status;
  }
  if (Flags & 1)
    Context->EngineUsed = 1;
  if (Flags & 4)
    Destroy(Context, area);
  return status;
}

NTSTATUS flag_bits_bad(GPU_CONTEXT *Context, ULONG Flags)
{
  HANDLE area = NULL;
  NTSTATUS status = STATUS_SUCCESS;
  if (Flags & 4) {
    status = Create(Context, SAVE_AREA_SIZE, &area);
    if (!NT_SUCCESS(status))
      return status;
  }
  if (Flags & 2)
    Destroy(Context, area ? area : Context->SaveArea);
  return status; // EXPECT: dxgk-leak
}

// Bit-fields of the context's own flags, tested twice.
NTSTATUS bit_field_ok(GPU_CONTEXT *Context, const DXGKARG_CREATECONTEXT *Create_)
{
  HANDLE area = NULL;
  NTSTATUS status = STATUS_SUCCESS;
  if (!Create_->Flags.SystemContext) {
    status = Create(Context, SAVE_AREA_SIZE, &area);
    if (!NT_SUCCESS(status))
      return status;
  }
  if (!Create_->Flags.SystemContext)
    Destroy(Context, area);
  return status;
}

NTSTATUS bit_field_bad(GPU_CONTEXT *Context, const DXGKARG_CREATECONTEXT *Create_)
{
  HANDLE area = NULL;
  NTSTATUS status = STATUS_SUCCESS;
  if (!Create_->Flags.SystemContext) {
    status = Create(Context, SAVE_AREA_SIZE, &area);
    if (!NT_SUCCESS(status))
      return status;
  }
  if (!Create_->Flags.SystemContext && !Create_->Flags.GdiContext)
    Destroy(Context, area);
  return status; // EXPECT: dxgk-leak
}

// A pointer tested for NULL as "was created".
NTSTATUS pointer_ok(GPU_CONTEXT *Context)
{
  HANDLE area = NULL;
  NTSTATUS status = STATUS_SUCCESS;
  if (HardwareRevision() > 2)
    status = Create(Context, SAVE_AREA_SIZE, &area);
  if (area != NULL)
    Destroy(Context, area);
  return status;
}

NTSTATUS pointer_bad(GPU_CONTEXT *Context)
{
  HANDLE area = NULL;
  NTSTATUS status = STATUS_SUCCESS;
  if (HardwareRevision() > 2)
    status = Create(Context, SAVE_AREA_SIZE, &area);
  if (area == NULL)
    return STATUS_SUCCESS;
  if (status != STATUS_SUCCESS)
    Destroy(Context, area);
  return status; // EXPECT: dxgk-leak
}

// A flag in the object, set by one function and tested by another.
static NTSTATUS Prepare(GPU_CONTEXT *Context)
{
  NTSTATUS status = Create(Context, SAVE_AREA_SIZE, &Context->SaveArea);
  Context->HasSaveArea = NT_SUCCESS(status);
  return status;
}

static VOID Cleanup(GPU_CONTEXT *Context)
{
  if (Context->HasSaveArea) {
    Destroy(Context, Context->SaveArea);
    Context->HasSaveArea = FALSE;
  }
}

NTSTATUS object_flag_ok(ADAPTER *Adapter, DEVICE *Device, HANDLE hContext)
{
  GPU_CONTEXT context = {0};
  context.Adapter = Adapter;
  context.Device = Device;
  context.hDxgContext = hContext;
  if (NT_SUCCESS(Prepare(&context)))
    Adapter->Flags |= 1;
  Cleanup(&context);
  return STATUS_SUCCESS;
}

NTSTATUS object_flag_bad(ADAPTER *Adapter, DEVICE *Device, HANDLE hContext)
{
  GPU_CONTEXT context = {0};
  context.Adapter = Adapter;
  context.Device = Device;
  context.hDxgContext = hContext;
  if (NT_SUCCESS(Prepare(&context)) && !HardwareIsReady())
    context.HasSaveArea = FALSE;
  Cleanup(&context);
  return STATUS_SUCCESS; // EXPECT: dxgk-leak
}

// Two booleans that are never both set.
NTSTATUS exclusive_ok(GPU_CONTEXT *Context, ULONG Kind)
{
  BOOLEAN small = Kind == 1, large = Kind == 2;
  HANDLE area = NULL;
  NTSTATUS status = STATUS_SUCCESS;
  if (small)
    status = Create(Context, PAGE_SIZE, &area);
  if (!NT_SUCCESS(status))
    return status;
  if (large)
    status = Create(Context, SAVE_AREA_SIZE, &area);
  if (!NT_SUCCESS(status))
    return status;
  if (area)
    Destroy(Context, area);
  return STATUS_SUCCESS;
}

NTSTATUS not_exclusive_bad(GPU_CONTEXT *Context, ULONG Kind)
{
  BOOLEAN small = Kind >= 1, large = Kind >= 2;
  HANDLE first = NULL, second = NULL;
  NTSTATUS status = STATUS_SUCCESS;
  if (small)
    status = Create(Context, PAGE_SIZE, &first);
  if (!NT_SUCCESS(status))
    return status;
  if (large)
    status = Create(Context, SAVE_AREA_SIZE, &second);
  if (!NT_SUCCESS(status))
    return status; // EXPECT: dxgk-leak
  if (first)
    Destroy(Context, first);
  if (second)
    Destroy(Context, second);
  return STATUS_SUCCESS;
}

// Arithmetic on the counter: two of n were made when n is two more than before.
NTSTATUS counter_ok(GPU_CONTEXT *Context, ULONG Wanted)
{
  HANDLE made[2];
  ULONG count = 0;
  NTSTATUS status = STATUS_SUCCESS;
  if (Wanted > 2)
    Wanted = 2;
  while (count < Wanted) {
    status = Create(Context, PAGE_SIZE, &made[count]);
    if (!NT_SUCCESS(status))
      break;
    count++;
  }
  while (count > 0)
    Destroy(Context, made[--count]);
  return status;
}

NTSTATUS counter_bad(GPU_CONTEXT *Context, ULONG Wanted)
{
  HANDLE made[2];
  ULONG count = 0;
  NTSTATUS status = STATUS_SUCCESS;
  if (Wanted > 2)
    Wanted = 2;
  while (count < Wanted) {
    status = Create(Context, PAGE_SIZE, &made[count]);
    if (!NT_SUCCESS(status))
      break;
    count++;
  }
  if (count == Wanted)
    while (count > 0)
      Destroy(Context, made[--count]);
  return status; // EXPECT: dxgk-leak
}

// Two comparisons of one number, asked twice.
VOID asked_twice_ok(GPU_CONTEXT *Context)
{
  HANDLE area = NULL;
  ULONG revision = HardwareRevision();
  if (revision < 3 && revision != 1) {
    if (!NT_SUCCESS(Create(Context, PAGE_SIZE, &area)))
      return;
  }
  if (revision < 3 && revision != 1)
    Destroy(Context, area);
}

VOID asked_twice_bad(GPU_CONTEXT *Context)
{
  HANDLE area = NULL;
  ULONG revision = HardwareRevision();
  if (revision < 3 && revision != 1) {
    if (!NT_SUCCESS(Create(Context, PAGE_SIZE, &area)))
      return;
  }
  if (revision < 3 && revision > 1)
    Destroy(Context, area);
} // EXPECT: dxgk-leak

// One bit for each engine, at places that only the hardware knows.
static VOID CreateOnce(GPU_CONTEXT *Context, HANDLE *Table, ULONG *Made, ULONG Engine)
{
  if (*Made & (1u << Engine))
    return;
  if (NT_SUCCESS(Create(Context, PAGE_SIZE, &Table[Engine])))
    *Made |= 1u << Engine;
}

VOID bit_per_engine_ok(GPU_CONTEXT *Context)
{
  HANDLE table[ENGINE_COUNT] = {NULL};
  ULONG made = 0, engine, first = HardwareRevision(), second = HardwareRevision();
  if (first >= ENGINE_COUNT || second >= ENGINE_COUNT)
    return;
  CreateOnce(Context, table, &made, first);
  CreateOnce(Context, table, &made, second);
  for (engine = 0; engine < ENGINE_COUNT; engine++)
    if (made & (1u << engine))
      Destroy(Context, table[engine]);
}

VOID bit_per_engine_bad(GPU_CONTEXT *Context)
{
  HANDLE table[ENGINE_COUNT] = {NULL};
  ULONG made = 0, engine, first = HardwareRevision(), second = HardwareRevision();
  if (first >= ENGINE_COUNT || second >= ENGINE_COUNT)
    return;
  CreateOnce(Context, table, &made, first);
  CreateOnce(Context, table, &made, second);
  for (engine = 0; engine < ENGINE_COUNT; engine++)
    if (made == (1u << engine))
      Destroy(Context, table[engine]);
} // EXPECT: dxgk-leak

// A bit that is cleared again says that there is nothing any more.
VOID bit_cleared_ok(GPU_CONTEXT *Context)
{
  HANDLE table[ENGINE_COUNT] = {NULL};
  ULONG made = 0, engine = HardwareRevision();
  if (engine >= ENGINE_COUNT)
    return;
  CreateOnce(Context, table, &made, engine);
  if ((made & (1u << engine)) && HardwareIsReady()) {
    Destroy(Context, table[engine]);
    made &= ~(1u << engine);
  }
  if (made & (1u << engine))
    Context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(Context->Adapter->Dxgk.DeviceHandle, table[engine]);
}

VOID bit_cleared_bad(GPU_CONTEXT *Context)
{
  HANDLE table[ENGINE_COUNT] = {NULL};
  ULONG made = 0, engine = HardwareRevision();
  if (engine >= ENGINE_COUNT)
    return;
  CreateOnce(Context, table, &made, engine);
  if ((made & (1u << engine)) && HardwareIsReady()) {
    Destroy(Context, table[engine]);
    made &= ~(2u << engine);
  }
  if (made & (1u << engine))
    Context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(Context->Adapter->Dxgk.DeviceHandle, table[engine]); // EXPECT: dxgk-double-destroy
}

// The characters of a literal are known, read through a pointer or copied into an array.
NTSTATUS letter_ok(GPU_CONTEXT *Context)
{
  const char *kind = "temporary";
  HANDLE area;
  NTSTATUS status = Create(Context, SAVE_AREA_SIZE, &area);
  if (NT_SUCCESS(status) && kind[0] == 't')
    Destroy(Context, area);
  return status;
}

NTSTATUS letter_bad(GPU_CONTEXT *Context)
{
  const char *kind = "permanent";
  HANDLE area;
  NTSTATUS status = Create(Context, SAVE_AREA_SIZE, &area);
  if (NT_SUCCESS(status) && kind[0] == 't')
    Destroy(Context, area);
  return status; // EXPECT: dxgk-leak
}

NTSTATUS copied_text_ok(GPU_CONTEXT *Context)
{
  char kind[8] = "t1";
  HANDLE area;
  NTSTATUS status = Create(Context, SAVE_AREA_SIZE, &area);
  if (NT_SUCCESS(status) && kind[1] == '1' && !kind[2])
    Destroy(Context, area);
  return status;
}

NTSTATUS copied_text_bad(GPU_CONTEXT *Context)
{
  char kind[8] = "t2";
  HANDLE area;
  NTSTATUS status = Create(Context, SAVE_AREA_SIZE, &area);
  if (NT_SUCCESS(status) && kind[1] == '1' && !kind[2])
    Destroy(Context, area);
  return status; // EXPECT: dxgk-leak
}

NTSTATUS wide_text_ok(GPU_CONTEXT *Context)
{
  const WCHAR *kind = L"t1";
  HANDLE area;
  NTSTATUS status = Create(Context, SAVE_AREA_SIZE, &area);
  if (NT_SUCCESS(status) && kind[1] == L'1' && !kind[2])
    Destroy(Context, area);
  return status;
}

NTSTATUS wide_text_bad(GPU_CONTEXT *Context)
{
  const WCHAR *kind = L"t2";
  HANDLE area;
  NTSTATUS status = Create(Context, SAVE_AREA_SIZE, &area);
  if (NT_SUCCESS(status) && kind[1] == L'1' && !kind[2])
    Destroy(Context, area);
  return status; // EXPECT: dxgk-leak
}

// A pointer that was accessed is not NULL.
NTSTATUS accessed_ok(GPU_CONTEXT *Context)
{
  HANDLE ring;
  ADAPTER *adapter = Context->Adapter, *owner = NULL;
  NTSTATUS status = Create(Context, SAVE_AREA_SIZE, &ring);
  if (NT_SUCCESS(status))
    owner = adapter;
  if (owner)
    owner->Dxgk.DxgkCbDestroyContextAllocation(owner->Dxgk.DeviceHandle, ring);
  return status;
}

NTSTATUS accessed_bad(GPU_CONTEXT *Context)
{
  HANDLE ring;
  ADAPTER *adapter = Context->Adapter, *owner = NULL;
  NTSTATUS status = Create(Context, SAVE_AREA_SIZE, &ring);
  if (NT_SUCCESS(status) && HardwareIsReady())
    owner = adapter;
  if (owner)
    owner->Dxgk.DxgkCbDestroyContextAllocation(owner->Dxgk.DeviceHandle, ring);
  return status; // EXPECT: dxgk-leak
}

// What stood in a member before is not the handle that has been made since.
NTSTATUS stood_there_ok(GPU_CONTEXT *Context)
{
  HANDLE ring;
  NTSTATUS status = Create(Context, SAVE_AREA_SIZE, &ring);
  if (!NT_SUCCESS(status))
    return status;
  if (HardwareIsReady())
    Context->Ring = ring;
  if (Context->Ring != ring)
    Destroy(Context, ring);
  return STATUS_SUCCESS;
}

NTSTATUS stood_there_bad(GPU_CONTEXT *Context)
{
  HANDLE ring;
  NTSTATUS status = Create(Context, SAVE_AREA_SIZE, &ring);
  if (!NT_SUCCESS(status))
    return status;
  if (HardwareIsReady())
    Context->Ring = ring;
  if (Context->Ring == ring)
    Destroy(Context, ring);
  return STATUS_SUCCESS; // EXPECT: dxgk-leak
}
