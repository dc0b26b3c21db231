// Ownership that moves through calls: out-parameters, results, shared objects with counts, tables of functions, macros.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

// ---- Handles as results ----

static HANDLE CreateOrNull(GPU_CONTEXT *Context, SIZE_T Size)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  FillArguments(&args, Context, Size);
  if (!NT_SUCCESS(Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args)))
    return NULL;
  return args.hAllocation;
}

static VOID Destroy(GPU_CONTEXT *Context, HANDLE Allocation)
{
  Context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(Context->Adapter->Dxgk.DeviceHandle, Allocation);
}

NTSTATUS returned_handle_bad(GPU_CONTEXT *Context)
{
  HANDLE area = CreateOrNull(Context, SAVE_AREA_SIZE);
  if (!area)
    return STATUS_NO_MEMORY;
  if (!HardwareIsReady())
    return STATUS_DEVICE_NOT_READY; // EXPECT: dxgk-leak
  Context->SaveArea = area;
  return STATUS_SUCCESS;
}

NTSTATUS returned_handle_ok(GPU_CONTEXT *Context)
{
  HANDLE area = CreateOrNull(Context, SAVE_AREA_SIZE);
  if (!area)
    return STATUS_NO_MEMORY;
  if (!HardwareIsReady()) {
    Destroy(Context, area);
    return STATUS_DEVICE_NOT_READY;
  }
  Context->SaveArea = area;
  return STATUS_SUCCESS;
}

// The result is thrown away.
VOID result_ignored_bad(GPU_CONTEXT *Context)
{
  CreateOrNull(Context, SAVE_AREA_SIZE); // EXPECT-FN: dxgk-leak
}

VOID result_kept_ok(GPU_CONTEXT *Context)
{
  Context->SaveArea = CreateOrNull(Context, SAVE_AREA_SIZE);
}

HANDLE passed_on_ok(GPU_CONTEXT *Context)
{
  return CreateOrNull(Context, SAVE_AREA_SIZE);
}

// ---- Out-parameters, three calls deep ----

static NTSTATUS CreateDeep(GPU_CONTEXT *Context, SIZE_T Size, HANDLE *Allocation)
{
  HANDLE made = CreateOrNull(Context, Size);
  if (!made)
    return STATUS_NO_MEMORY;
  *Allocation = made;
  return STATUS_SUCCESS;
}

static NTSTATUS CreateDeeper(GPU_CONTEXT *Context, HANDLE *Allocation)
{
  return CreateDeep(Context, SAVE_AREA_SIZE, Allocation);
}

static BOOLEAN CreateDeepest(GPU_CONTEXT *Context, HANDLE *Allocation)
{
  return NT_SUCCESS(CreateDeeper(Context, Allocation));
}

NTSTATUS deep_bad(GPU_CONTEXT *Context)
{
  HANDLE area;
  if (!CreateDeepest(Context, &area))
    return STATUS_NO_MEMORY;
  if (Context->Node > 2)
    return STATUS_INVALID_PARAMETER; // EXPECT: dxgk-leak
  Destroy(Context, area);
  return STATUS_SUCCESS;
}

NTSTATUS deep_ok(GPU_CONTEXT *Context)
{
  HANDLE area;
  if (Context->Node > 2)
    return STATUS_INVALID_PARAMETER;
  if (!CreateDeepest(Context, &area))
    return STATUS_NO_MEMORY;
  Destroy(Context, area);
  return STATUS_SUCCESS;
}

// ---- An object that is shared and counted ----

typedef struct _SHARED {
  LONG References;
  ADAPTER *Adapter;
  HANDLE Allocation;
} SHARED;

static SHARED *CreateShared(GPU_CONTEXT *Context)
{
  SHARED *shared = (SHARED *)ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(*shared), POOL_TAG);
  if (!shared)
    return NULL;
  shared->References = 1;
  shared->Adapter = Context->Adapter;
  shared->Allocation = CreateOrNull(Context, SAVE_AREA_SIZE);
  if (!shared->Allocation) {
    ExFreePoolWithTag(shared, POOL_TAG);
    return NULL;
  }
  return shared;
}

static VOID ReferenceShared(SHARED *Shared)
{
  InterlockedIncrement(&Shared->References);
}

static VOID ReleaseShared(SHARED *Shared)
{
  if (InterlockedDecrement(&Shared->References) == 0) {
    Shared->Adapter->Dxgk.DxgkCbDestroyContextAllocation(Shared->Adapter->Dxgk.DeviceHandle, Shared->Allocation);
    ExFreePoolWithTag(Shared, POOL_TAG);
  }
}

NTSTATUS counted_ok(GPU_CONTEXT *Context)
{
  SHARED *shared = CreateShared(Context);
  if (!shared)
    return STATUS_NO_MEMORY;
  ReferenceShared(shared);
  Context->EngineUsed = 1;
  ReleaseShared(shared);
  ReleaseShared(shared);
  return STATUS_SUCCESS;
}

// One reference too many, so that the last release is none.
NTSTATUS counted_bad(GPU_CONTEXT *Context)
{
  SHARED *shared = CreateShared(Context);
  if (!shared)
    return STATUS_NO_MEMORY;
  ReferenceShared(shared);
  Context->EngineUsed = 1;
  ReleaseShared(shared);
  return STATUS_SUCCESS; // EXPECT: dxgk-leak
}

// Released by a function that frees the object and forgets what is in it.
static VOID FreeShared(SHARED *Shared)
{
  if (InterlockedDecrement(&Shared->References) == 0)
    ExFreePoolWithTag(Shared, POOL_TAG); // EXPECT: dxgk-leak
  // EXPECTED-IN: freed_only_bad
}

NTSTATUS freed_only_bad(GPU_CONTEXT *Context)
{
  SHARED *shared = CreateShared(Context);
  if (!shared)
    return STATUS_NO_MEMORY;
  FreeShared(shared);
  return STATUS_SUCCESS;
}

NTSTATUS released_ok(GPU_CONTEXT *Context)
{
  SHARED *shared = CreateShared(Context);
  if (!shared)
    return STATUS_NO_MEMORY;
  ReleaseShared(shared);
  return STATUS_SUCCESS;
}

// ---- Macros ----

#define CREATE_OR_RETURN(Context, Size, Variable)                                                                      \
  do {                                                                                                                 \
    NTSTATUS status_ = CreateDeep((Context), (Size), &(Variable));                                                     \
    if (!NT_SUCCESS(status_))                                                                                          \
      return status_;                                                                                                  \
  } while (0)

#define CREATE_OR_GOTO(Context, Size, Variable, Label)                                                                 \
  if (!NT_SUCCESS(status = CreateDeep((Context), (Size), &(Variable))))                                                \
  goto Label

NTSTATUS returning_macro_bad(GPU_CONTEXT *Context)
{
  HANDLE area, ring;
  CREATE_OR_RETURN(Context, SAVE_AREA_SIZE, area);
  CREATE_OR_RETURN(Context, PAGE_SIZE, ring); // EXPECT: dxgk-leak
  Context->SaveArea = area;
  Context->Ring = ring;
  return STATUS_SUCCESS;
}

NTSTATUS jumping_macro_ok(GPU_CONTEXT *Context)
{
  HANDLE area, ring;
  NTSTATUS status;
  CREATE_OR_GOTO(Context, SAVE_AREA_SIZE, area, Exit);
  CREATE_OR_GOTO(Context, PAGE_SIZE, ring, Undo);
  Context->SaveArea = area;
  Context->Ring = ring;
  return STATUS_SUCCESS;
Undo:
  Destroy(Context, area);
Exit:
  return status;
}

// ---- A table of functions, as between the parts of a driver ----

typedef struct _HAL {
  NTSTATUS (*Create)(GPU_CONTEXT *Context, SIZE_T Size, HANDLE *Allocation);
  VOID (*Destroy)(GPU_CONTEXT *Context, HANDLE Allocation);
} HAL;

static const HAL TheHal = {CreateDeep, Destroy};

NTSTATUS table_bad(GPU_CONTEXT *Context)
{
  HANDLE area;
  NTSTATUS status = TheHal.Create(Context, SAVE_AREA_SIZE, &area);
  if (!NT_SUCCESS(status))
    return status;
  status = ProbeHardware();
  if (!NT_SUCCESS(status))
    return status; // EXPECT: dxgk-leak
  TheHal.Destroy(Context, area);
  return status;
}

NTSTATUS table_ok(GPU_CONTEXT *Context)
{
  HANDLE area;
  NTSTATUS status = TheHal.Create(Context, SAVE_AREA_SIZE, &area);
  if (!NT_SUCCESS(status))
    return status;
  status = ProbeHardware();
  TheHal.Destroy(Context, area);
  return status;
}

// The table of an object, chosen by a field that the driver fills in one place.
typedef struct _UNIT {
  const HAL *Hal;
  GPU_CONTEXT *Context;
  HANDLE Area;
} UNIT;

static VOID InitializeUnit(UNIT *Unit, GPU_CONTEXT *Context)
{
  Unit->Hal = &TheHal;
  Unit->Context = Context;
  Unit->Area = NULL;
}

NTSTATUS table_in_object_bad(GPU_CONTEXT *Context)
{
  UNIT unit;
  NTSTATUS status;
  InitializeUnit(&unit, Context);
  status = unit.Hal->Create(Context, SAVE_AREA_SIZE, &unit.Area);
  if (NT_SUCCESS(status) && HardwareIsReady())
    unit.Hal->Destroy(Context, unit.Area);
  return status; // EXPECT: dxgk-leak
}

NTSTATUS table_in_object_ok(GPU_CONTEXT *Context)
{
  UNIT unit;
  NTSTATUS status;
  InitializeUnit(&unit, Context);
  status = unit.Hal->Create(Context, SAVE_AREA_SIZE, &unit.Area);
  if (NT_SUCCESS(status))
    unit.Hal->Destroy(Context, unit.Area);
  return status;
}

// A function given as an argument.
static NTSTATUS WithAllocation(GPU_CONTEXT *Context, NTSTATUS (*Work)(GPU_CONTEXT *, HANDLE))
{
  HANDLE area;
  NTSTATUS status = CreateDeep(Context, SAVE_AREA_SIZE, &area);
  if (!NT_SUCCESS(status))
    return status;
  return Work(Context, area);
}

static NTSTATUS KeepIt(GPU_CONTEXT *Context, HANDLE Allocation)
{
  Context->SaveArea = Allocation;
  return STATUS_SUCCESS;
}

NTSTATUS function_argument_ok(GPU_CONTEXT *Context)
{
  return WithAllocation(Context, KeepIt);
}

static NTSTATUS WithAllocationToo(GPU_CONTEXT *Context, NTSTATUS (*Work)(GPU_CONTEXT *, HANDLE))
{
  HANDLE area;
  NTSTATUS status = CreateDeep(Context, SAVE_AREA_SIZE, &area);
  if (!NT_SUCCESS(status))
    return status;
  return Work(Context, area); // EXPECT: dxgk-leak
  // EXPECTED-IN: function_argument_bad
}

static NTSTATUS LookAtIt(GPU_CONTEXT *Context, HANDLE Allocation)
{
  Context->HasSaveArea = Allocation != NULL;
  return STATUS_SUCCESS;
}

NTSTATUS function_argument_bad(GPU_CONTEXT *Context)
{
  return WithAllocationToo(Context, LookAtIt);
}

// ---- Callbacks cached in an object ----

typedef struct _CALLBACKS {
  DXGKCB_CREATECONTEXTALLOCATION Create;
  DXGKCB_DESTROYCONTEXTALLOCATION Destroy;
  HANDLE Adapter;
} CALLBACKS;

static VOID Cache(CALLBACKS *Callbacks, const DXGKRNL_INTERFACE *Dxgk)
{
  Callbacks->Create = Dxgk->DxgkCbCreateContextAllocation;
  Callbacks->Destroy = Dxgk->DxgkCbDestroyContextAllocation;
  Callbacks->Adapter = Dxgk->DeviceHandle;
}

NTSTATUS cached_bad(GPU_CONTEXT *Context)
{
  CALLBACKS callbacks;
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  Cache(&callbacks, &Context->Adapter->Dxgk);
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  status = callbacks.Create(&args);
  if (!NT_SUCCESS(status))
    return status;
  if (!HardwareIsReady())
    return STATUS_DEVICE_NOT_READY; // EXPECT: dxgk-leak
  return callbacks.Destroy(callbacks.Adapter, args.hAllocation);
}

NTSTATUS cached_ok(GPU_CONTEXT *Context)
{
  CALLBACKS callbacks;
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  Cache(&callbacks, &Context->Adapter->Dxgk);
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  status = callbacks.Create(&args);
  if (!NT_SUCCESS(status))
    return status;
  return callbacks.Destroy(callbacks.Adapter, args.hAllocation);
}

// ---- A callee that takes ownership on success only ----

static NTSTATUS Adopt(GPU_CONTEXT *Context, HANDLE Allocation)
{
  if (Context->SaveArea)
    return STATUS_ALREADY_REGISTERED;
  Context->SaveArea = Allocation;
  return STATUS_SUCCESS;
}

NTSTATUS adopted_bad(GPU_CONTEXT *Context)
{
  HANDLE area = CreateOrNull(Context, SAVE_AREA_SIZE);
  if (!area)
    return STATUS_NO_MEMORY;
  return Adopt(Context, area); // EXPECT: dxgk-leak
}

NTSTATUS adopted_ok(GPU_CONTEXT *Context)
{
  HANDLE area = CreateOrNull(Context, SAVE_AREA_SIZE);
  NTSTATUS status;
  if (!area)
    return STATUS_NO_MEMORY;
  status = Adopt(Context, area);
  if (!NT_SUCCESS(status))
    Destroy(Context, area);
  return status;
}

// The handle goes to something that nobody here can see: it may have been kept.
VOID RegisterElsewhere(HANDLE Allocation);

NTSTATUS given_away_ok(GPU_CONTEXT *Context)
{
  HANDLE area = CreateOrNull(Context, SAVE_AREA_SIZE);
  if (!area)
    return STATUS_NO_MEMORY;
  RegisterElsewhere(area);
  return STATUS_SUCCESS;
}

// Given to the kernel's printer it was not.
NTSTATUS printed_bad(GPU_CONTEXT *Context)
{
  HANDLE area = CreateOrNull(Context, SAVE_AREA_SIZE);
  if (!area)
    return STATUS_NO_MEMORY;
  DbgPrint("area %p\n", area);
  return STATUS_SUCCESS; // EXPECT: dxgk-leak
}

// Struct by value, struct as result.
typedef struct _PAIR {
  HANDLE First, Second;
} PAIR;

static PAIR CreatePair(GPU_CONTEXT *Context)
{
  PAIR pair;
  pair.First = CreateOrNull(Context, PAGE_SIZE);
  pair.Second = CreateOrNull(Context, PAGE_SIZE);
  return pair;
}

static VOID DestroyPair(GPU_CONTEXT *Context, PAIR Pair)
{
  if (Pair.First)
    Destroy(Context, Pair.First);
  if (Pair.Second)
    Destroy(Context, Pair.Second);
}

NTSTATUS pair_ok(GPU_CONTEXT *Context)
{
  PAIR pair = CreatePair(Context);
  DestroyPair(Context, pair);
  return STATUS_SUCCESS;
}

NTSTATUS pair_bad(GPU_CONTEXT *Context)
{
  PAIR pair = CreatePair(Context);
  if (!pair.First || !pair.Second)
    return STATUS_NO_MEMORY; // EXPECT: dxgk-leak
  DestroyPair(Context, pair);
  return STATUS_SUCCESS;
}

// Interlocked exchange takes the handle out of the field.
VOID exchanged_ok(GPU_CONTEXT *Context)
{
  HANDLE area = InterlockedExchangePointer(&Context->SaveArea, NULL);
  if (area)
    Destroy(Context, area);
  if (Context->SaveArea)
    Destroy(Context, Context->SaveArea);
}

VOID exchanged_bad(GPU_CONTEXT *Context)
{
  HANDLE area = Context->SaveArea;
  HANDLE again = InterlockedExchangePointer(&Context->SaveArea, NULL);
  if (area)
    Destroy(Context, area);
  if (again)
    Context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(Context->Adapter->Dxgk.DeviceHandle, again); // EXPECT: dxgk-double-destroy
}
