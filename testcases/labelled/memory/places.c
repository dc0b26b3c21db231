// Where handles live: fields reached by different chains, copied structs, unions, pointers to pointers, swaps, globals.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

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

// One field by two names: through the parameter and through a pointer to a member of it.
VOID two_names_bad(GPU_CONTEXT *Context)
{
  HANDLE *slot = &Context->SaveArea;
  Context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(Context->Adapter->Dxgk.DeviceHandle, Context->SaveArea);
  Context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(Context->Adapter->Dxgk.DeviceHandle, *slot); // EXPECT: dxgk-double-destroy
  *slot = NULL;
}

VOID two_names_ok(GPU_CONTEXT *Context)
{
  HANDLE *slot = &Context->SaveArea;
  Context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(Context->Adapter->Dxgk.DeviceHandle, Context->SaveArea);
  *slot = NULL;
  if (Context->SaveArea)
    Context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(Context->Adapter->Dxgk.DeviceHandle, *slot);
}

// Down the chain and back: the device's context list leads to the same object by its own address only.
NTSTATUS chain_and_back_bad(GPU_CONTEXT *Context)
{
  DEVICE *device = Context->Device;
  NTSTATUS status = Create(Context, SAVE_AREA_SIZE, &device->PageTable);
  if (!NT_SUCCESS(status))
    return status;
  Context->Device->PageTable = NULL; // EXPECT: dxgk-leak
  return STATUS_SUCCESS;
}

NTSTATUS chain_and_back_ok(GPU_CONTEXT *Context)
{
  DEVICE *device = Context->Device;
  NTSTATUS status = Create(Context, SAVE_AREA_SIZE, &device->PageTable);
  if (!NT_SUCCESS(status))
    return status;
  Destroy(Context, Context->Device->PageTable);
  device->PageTable = NULL;
  return STATUS_SUCCESS;
}

// Struct assignment makes a second name of the handle.
VOID struct_copy_bad(GPU_CONTEXT *Context)
{
  GPU_CONTEXT copy = *Context;
  Destroy(&copy, copy.SaveArea);
  Context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(Context->Adapter->Dxgk.DeviceHandle, Context->SaveArea); // EXPECT: dxgk-double-destroy
  Context->SaveArea = NULL;
}

VOID struct_copy_ok(GPU_CONTEXT *Context)
{
  GPU_CONTEXT copy = *Context;
  Destroy(&copy, copy.SaveArea);
  copy.SaveArea = NULL;
  *Context = copy;
  if (Context->SaveArea)
    Destroy(Context, Context->SaveArea);
}

// memcpy of a whole struct, and of the part with the handles.
VOID memory_copy_bad(GPU_CONTEXT *Context)
{
  GPU_CONTEXT copy;
  RtlCopyMemory(&copy, Context, sizeof(copy));
  Destroy(Context, Context->Engine[1]);
  Context->Engine[1] = NULL;
  Context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(Context->Adapter->Dxgk.DeviceHandle, copy.Engine[1]); // EXPECT: dxgk-double-destroy
}

VOID memory_copy_ok(GPU_CONTEXT *Context)
{
  GPU_CONTEXT copy;
  RtlCopyMemory(&copy, Context, sizeof(copy));
  Destroy(Context, Context->Engine[1]);
  Context->Engine[1] = NULL;
  Destroy(Context, copy.Engine[2]);
  Context->Engine[2] = NULL;
}

NTSTATUS array_copy_bad(GPU_CONTEXT *Context)
{
  HANDLE engines[ENGINE_COUNT];
  NTSTATUS status = Create(Context, PAGE_SIZE, &engines[0]);
  if (!NT_SUCCESS(status))
    return status;
  engines[1] = engines[2] = engines[3] = NULL;
  memcpy(&Context->Engine[1], &engines[1], 3 * sizeof(HANDLE));
  return STATUS_SUCCESS; // EXPECT: dxgk-leak
}

NTSTATUS array_copy_ok(GPU_CONTEXT *Context)
{
  HANDLE engines[ENGINE_COUNT];
  NTSTATUS status = Create(Context, PAGE_SIZE, &engines[0]);
  if (!NT_SUCCESS(status))
    return status;
  engines[1] = engines[2] = engines[3] = NULL;
  memcpy(Context->Engine, engines, sizeof(engines));
  return STATUS_SUCCESS;
}

// The out-struct is used again: what matters is whether the first handle was kept.
NTSTATUS out_struct_bad(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status))
    return status;
  RtlZeroMemory(&args, sizeof(args)); // EXPECT: dxgk-leak
  args.hAdapter = Context->Adapter->Dxgk.DeviceHandle;
  args.hDevice = Context->Device->hDxgDevice;
  args.hContext = Context->hDxgContext;
  args.Size = PAGE_SIZE;
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (NT_SUCCESS(status))
    Context->Ring = args.hAllocation;
  return status;
}

NTSTATUS out_struct_ok(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status))
    return status;
  Context->SaveArea = args.hAllocation;
  RtlZeroMemory(&args, sizeof(args));
  args.hAdapter = Context->Adapter->Dxgk.DeviceHandle;
  args.hDevice = Context->Device->hDxgDevice;
  args.hContext = Context->hDxgContext;
  args.Size = PAGE_SIZE;
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (NT_SUCCESS(status))
    Context->Ring = args.hAllocation;
  return status;
}

// The whole argument struct is kept in an object.
typedef struct _RECORD {
  DXGKARGCB_CREATECONTEXTALLOCATION Arguments;
  ULONG Uses;
} RECORD;

NTSTATUS kept_struct_ok(GPU_CONTEXT *Context, RECORD *Record)
{
  NTSTATUS status;
  FillArguments(&Record->Arguments, Context, SAVE_AREA_SIZE);
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&Record->Arguments);
  if (NT_SUCCESS(status))
    Record->Uses = 1;
  return status;
}

NTSTATUS kept_struct_bad(GPU_CONTEXT *Context)
{
  RECORD record;
  NTSTATUS status;
  FillArguments(&record.Arguments, Context, SAVE_AREA_SIZE);
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&record.Arguments);
  if (NT_SUCCESS(status))
    record.Uses = 1;
  return status; // EXPECT: dxgk-leak
}

// A union gives one handle two names.
typedef union _SLOT {
  HANDLE Allocation;
  ULONG_PTR Value;
} SLOT;

NTSTATUS union_bad(GPU_CONTEXT *Context)
{
  SLOT slot;
  NTSTATUS status = Create(Context, SAVE_AREA_SIZE, &slot.Allocation);
  if (!NT_SUCCESS(status))
    return status;
  slot.Value = 0; // EXPECT: dxgk-leak
  return STATUS_SUCCESS;
}

NTSTATUS union_ok(GPU_CONTEXT *Context)
{
  SLOT slot;
  NTSTATUS status = Create(Context, SAVE_AREA_SIZE, &slot.Allocation);
  if (!NT_SUCCESS(status))
    return status;
  Destroy(Context, (HANDLE)slot.Value);
  slot.Value = 0;
  return STATUS_SUCCESS;
}

// A pointer to a pointer: the slot is chosen before it is filled.
NTSTATUS chosen_slot_ok(GPU_CONTEXT *Context, BOOLEAN First)
{
  HANDLE *slot = First ? &Context->SaveArea : &Context->Ring;
  return Create(Context, SAVE_AREA_SIZE, slot);
}

NTSTATUS chosen_slot_bad(GPU_CONTEXT *Context, BOOLEAN First)
{
  HANDLE local = NULL;
  HANDLE *slot = First ? &Context->SaveArea : &local;
  NTSTATUS status = Create(Context, SAVE_AREA_SIZE, slot);
  return status; // EXPECT: dxgk-leak
}

NTSTATUS object_of_caller_ok(GPU_CONTEXT *Context, GPU_CONTEXT **Result)
{
  GPU_CONTEXT *made = (GPU_CONTEXT *)ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(*made), POOL_TAG);
  NTSTATUS status;
  if (!made)
    return STATUS_NO_MEMORY;
  RtlZeroMemory(made, sizeof(*made));
  status = Create(Context, SAVE_AREA_SIZE, &made->SaveArea);
  if (!NT_SUCCESS(status)) {
    ExFreePoolWithTag(made, POOL_TAG);
    return status;
  }
  *Result = made;
  return STATUS_SUCCESS;
}

NTSTATUS object_freed_bad(GPU_CONTEXT *Context, GPU_CONTEXT **Result)
{
  GPU_CONTEXT *made = (GPU_CONTEXT *)ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(*made), POOL_TAG);
  NTSTATUS status;
  if (!made)
    return STATUS_NO_MEMORY;
  RtlZeroMemory(made, sizeof(*made));
  status = Create(Context, SAVE_AREA_SIZE, &made->SaveArea);
  if (NT_SUCCESS(status))
    status = Create(Context, PAGE_SIZE, &made->Ring);
  if (!NT_SUCCESS(status)) {
    ExFreePoolWithTag(made, POOL_TAG); // EXPECT: dxgk-leak
    return status;
  }
  *Result = made;
  return STATUS_SUCCESS;
}

// An object within an object that is freed.
typedef struct _OUTER {
  RECORD *Inner;
  HANDLE Own;
} OUTER;

NTSTATUS inner_object_bad(GPU_CONTEXT *Context)
{
  OUTER outer = {0};
  NTSTATUS status;
  outer.Inner = (RECORD *)ExAllocatePoolWithTag(PagedPool, sizeof(RECORD), POOL_TAG);
  if (!outer.Inner)
    return STATUS_NO_MEMORY;
  FillArguments(&outer.Inner->Arguments, Context, SAVE_AREA_SIZE);
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&outer.Inner->Arguments);
  ExFreePoolWithTag(outer.Inner, POOL_TAG); // EXPECT: dxgk-leak
  return status;
}

NTSTATUS inner_object_ok(GPU_CONTEXT *Context)
{
  OUTER outer = {0};
  NTSTATUS status;
  outer.Inner = (RECORD *)ExAllocatePoolWithTag(PagedPool, sizeof(RECORD), POOL_TAG);
  if (!outer.Inner)
    return STATUS_NO_MEMORY;
  FillArguments(&outer.Inner->Arguments, Context, SAVE_AREA_SIZE);
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&outer.Inner->Arguments);
  if (NT_SUCCESS(status))
    Destroy(Context, outer.Inner->Arguments.hAllocation);
  ExFreePoolWithTag(outer.Inner, POOL_TAG);
  return status;
}

// Two handles change places: one of them would be destroyed twice, and the other never, if the swap went wrong.
VOID swap_ok(GPU_CONTEXT *Context)
{
  HANDLE middle = Context->SaveArea;
  Context->SaveArea = Context->Ring;
  Context->Ring = middle;
  Destroy(Context, Context->SaveArea);
  Destroy(Context, Context->Ring);
  Context->SaveArea = Context->Ring = NULL;
}

VOID swap_bad(GPU_CONTEXT *Context)
{
  Context->SaveArea = Context->Ring;
  Context->Ring = Context->SaveArea;
  Destroy(Context, Context->SaveArea);
  Context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(Context->Adapter->Dxgk.DeviceHandle, Context->Ring); // EXPECT: dxgk-double-destroy
  Context->SaveArea = Context->Ring = NULL;
}

static VOID Swap(HANDLE *Left, HANDLE *Right)
{
  HANDLE middle = *Left;
  *Left = *Right;
  *Right = middle;
}

NTSTATUS swap_helper_ok(GPU_CONTEXT *Context)
{
  HANDLE first = NULL, second = NULL;
  NTSTATUS status = Create(Context, PAGE_SIZE, &first);
  if (!NT_SUCCESS(status))
    return status;
  Swap(&first, &second);
  Destroy(Context, second);
  return STATUS_SUCCESS;
}

NTSTATUS swap_helper_bad(GPU_CONTEXT *Context)
{
  HANDLE first = NULL, second = NULL;
  NTSTATUS status = Create(Context, PAGE_SIZE, &first);
  if (!NT_SUCCESS(status))
    return status;
  Swap(&first, &second);
  if (first)
    Destroy(Context, first);
  return STATUS_SUCCESS; // EXPECT: dxgk-leak
}

// Replaced when it must grow.
NTSTATUS replace_bad(GPU_CONTEXT *Context, SIZE_T Size)
{
  HANDLE first, bigger;
  NTSTATUS status = Create(Context, SAVE_AREA_SIZE, &first);
  if (!NT_SUCCESS(status))
    return status;
  Context->SaveArea = first;
  first = NULL;
  if (Size > SAVE_AREA_SIZE) {
    status = Create(Context, Size, &bigger);
    if (NT_SUCCESS(status))
      Context->SaveArea = bigger; // EXPECT: dxgk-leak
  }
  return status;
}

NTSTATUS replace_ok(GPU_CONTEXT *Context, SIZE_T Size)
{
  HANDLE first, bigger;
  NTSTATUS status = Create(Context, SAVE_AREA_SIZE, &first);
  if (!NT_SUCCESS(status))
    return status;
  Context->SaveArea = first;
  first = NULL;
  if (Size > SAVE_AREA_SIZE) {
    status = Create(Context, Size, &bigger);
    if (NT_SUCCESS(status)) {
      Destroy(Context, Context->SaveArea);
      Context->SaveArea = bigger;
    }
  }
  return status;
}

// Globals.
static HANDLE g_Area;
static HANDLE g_Other;
static HANDLE g_Table[ENGINE_COUNT];

NTSTATUS global_ok(GPU_CONTEXT *Context)
{
  if (g_Area)
    return STATUS_SUCCESS;
  return Create(Context, SAVE_AREA_SIZE, &g_Area);
}

NTSTATUS global_bad(GPU_CONTEXT *Context)
{
  NTSTATUS status;
  if (g_Other)
    return STATUS_SUCCESS;
  status = Create(Context, SAVE_AREA_SIZE, &g_Other);
  if (!NT_SUCCESS(status))
    return status;
  status = ProbeHardware();
  if (!NT_SUCCESS(status))
    g_Other = NULL; // EXPECT: dxgk-leak
  return status;
}

NTSTATUS global_array_bad(GPU_CONTEXT *Context, ULONG Index)
{
  NTSTATUS status;
  if (Index >= ENGINE_COUNT)
    return STATUS_INVALID_PARAMETER;
  status = Create(Context, PAGE_SIZE, &g_Table[Index]);
  if (!NT_SUCCESS(status))
    return status;
  g_Table[Index] = NULL; // EXPECT: dxgk-leak
  return STATUS_SUCCESS;
}

NTSTATUS global_array_ok(GPU_CONTEXT *Context, ULONG Index)
{
  NTSTATUS status;
  if (Index >= ENGINE_COUNT)
    return STATUS_INVALID_PARAMETER;
  status = Create(Context, PAGE_SIZE, &g_Table[Index]);
  if (!NT_SUCCESS(status))
    return status;
  Destroy(Context, g_Table[Index]);
  g_Table[Index] = NULL;
  return STATUS_SUCCESS;
}

// Handles as integers, and pointers to the middle of an object.
VOID as_integer_bad(GPU_CONTEXT *Context)
{
  ULONG_PTR value = (ULONG_PTR)Context->SaveArea;
  Destroy(Context, Context->SaveArea);
  Context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(Context->Adapter->Dxgk.DeviceHandle, (HANDLE)value); // EXPECT: dxgk-double-destroy
  Context->SaveArea = NULL;
}

VOID as_integer_ok(GPU_CONTEXT *Context)
{
  ULONG_PTR value = (ULONG_PTR)Context->Ring;
  Destroy(Context, Context->SaveArea);
  Destroy(Context, (HANDLE)value);
  Context->SaveArea = Context->Ring = NULL;
}

VOID containing_record_bad(PLIST_ENTRY Entry)
{
  GPU_CONTEXT *context = CONTAINING_RECORD(Entry, GPU_CONTEXT, Entry);
  GPU_CONTEXT *again = (GPU_CONTEXT *)((PUCHAR)Entry - FIELD_OFFSET(GPU_CONTEXT, Entry));
  Destroy(context, context->SaveArea);
  again->Adapter->Dxgk.DxgkCbDestroyContextAllocation(again->Adapter->Dxgk.DeviceHandle, again->SaveArea); // EXPECT: dxgk-double-destroy
  again->SaveArea = NULL;
}

VOID containing_record_ok(PLIST_ENTRY Entry)
{
  GPU_CONTEXT *context = CONTAINING_RECORD(Entry, GPU_CONTEXT, Entry);
  GPU_CONTEXT *again = (GPU_CONTEXT *)((PUCHAR)Entry - FIELD_OFFSET(GPU_CONTEXT, Entry));
  Destroy(context, context->SaveArea);
  context->SaveArea = NULL;
  if (again->SaveArea)
    Destroy(again, again->SaveArea);
}

// Two parameters are two objects.
VOID two_objects_ok(GPU_CONTEXT *First, GPU_CONTEXT *Second)
{
  Destroy(First, First->SaveArea);
  Destroy(Second, Second->SaveArea);
  First->SaveArea = Second->SaveArea = NULL;
}

VOID one_object_bad(GPU_CONTEXT *First)
{
  GPU_CONTEXT *second = First;
  Destroy(First, First->SaveArea);
  second->Adapter->Dxgk.DxgkCbDestroyContextAllocation(second->Adapter->Dxgk.DeviceHandle, second->SaveArea); // EXPECT: dxgk-double-destroy
  First->SaveArea = NULL;
}

// An array of one element that is not the last member ends behind it: no index reaches the member that follows.
typedef struct _SCREENS {
  struct {
    PVOID Buffer;
    ULONG Pitch;
  } Modes[1];
  HANDLE Overlay;
} SCREENS;

NTSTATUS member_behind_array_bad(GPU_CONTEXT *Context, SCREENS *Screens, ULONG Source, PVOID Buffer)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  SCREENS screens;
  NTSTATUS status;
  RtlZeroMemory(&screens, sizeof(screens));
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status))
    return status;
  screens.Overlay = args.hAllocation;
  screens.Modes[Source].Buffer = Buffer;
  screens.Overlay = Screens->Overlay; // EXPECT: dxgk-leak
  return STATUS_SUCCESS;
}

NTSTATUS member_behind_array_ok(GPU_CONTEXT *Context, SCREENS *Screens, ULONG Source, PVOID Buffer)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  SCREENS screens;
  NTSTATUS status;
  RtlZeroMemory(&screens, sizeof(screens));
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status))
    return status;
  screens.Overlay = args.hAllocation;
  screens.Modes[Source].Buffer = Buffer;
  Context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(Context->Adapter->Dxgk.DeviceHandle, screens.Overlay);
  screens.Overlay = Screens->Overlay;
  return STATUS_SUCCESS;
}

// A number that the hardware gave counts elements: however many there are, what stands behind the array is not one of them.
typedef struct _OUTPUTS {
  ULONG Size[1];
  ULONG Count;
  HANDLE Surface;
} OUTPUTS;

static VOID NoteSizes(OUTPUTS *Outputs)
{
  ULONG i;
  for (i = 0; i < Outputs->Count; i++) {
    ULONG *size = &Outputs->Size[i];
    RtlFillMemory(size, sizeof(ULONG), 1);
  }
}

NTSTATUS outputs_noted_bad(GPU_CONTEXT *Context, OUTPUTS *Outputs)
{
  NTSTATUS status = Create(Context, SAVE_AREA_SIZE, &Outputs->Surface);
  if (!NT_SUCCESS(status))
    return status;
  NoteSizes(Outputs);
  Destroy(Context, Outputs->Surface);
  Context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(Context->Adapter->Dxgk.DeviceHandle, Outputs->Surface); // EXPECT: dxgk-double-destroy
  Outputs->Surface = NULL;
  return STATUS_SUCCESS;
}

NTSTATUS outputs_noted_ok(GPU_CONTEXT *Context, OUTPUTS *Outputs)
{
  NTSTATUS status = Create(Context, SAVE_AREA_SIZE, &Outputs->Surface);
  if (!NT_SUCCESS(status))
    return status;
  NoteSizes(Outputs);
  Destroy(Context, Outputs->Surface);
  Outputs->Surface = NULL;
  return STATUS_SUCCESS;
}
