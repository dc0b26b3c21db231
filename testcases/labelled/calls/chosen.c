// A function pointer that is read twice leads to the same function both times; a table of functions is the same table.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

typedef NTSTATUS STEP(GPU_CONTEXT *Context, HANDLE *Allocation, BOOLEAN IsBegin);

typedef struct _ENGINE {
  STEP *Step;
} ENGINE;

static NTSTATUS StepWithout(GPU_CONTEXT *Context, HANDLE *Allocation, BOOLEAN IsBegin)
{
  UNREFERENCED_PARAMETER(Context);
  UNREFERENCED_PARAMETER(Allocation);
  UNREFERENCED_PARAMETER(IsBegin);
  return STATUS_SUCCESS;
}

static NTSTATUS StepWith(GPU_CONTEXT *Context, HANDLE *Allocation, BOOLEAN IsBegin)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  if (!IsBegin) {
    if (*Allocation)
      Context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(Context->Adapter->Dxgk.DeviceHandle, *Allocation);
    return STATUS_SUCCESS;
  }
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (NT_SUCCESS(status))
    *Allocation = args.hAllocation;
  return status;
}

VOID SetUp(ENGINE *Engine)
{
  Engine->Step = HardwareRevision() > 2 ? StepWith : StepWithout;
}

NTSTATUS both_steps_ok(ENGINE *First, ENGINE *Second, GPU_CONTEXT *Context)
{
  HANDLE allocation = NULL;
  NTSTATUS status = First->Step(Context, &allocation, TRUE);
  UNREFERENCED_PARAMETER(Second);
  if (!NT_SUCCESS(status))
    return status;
  status = ProbeHardware();
  First->Step(Context, &allocation, FALSE);
  return status;
}

NTSTATUS both_steps_bad(ENGINE *First, ENGINE *Second, GPU_CONTEXT *Context)
{
  HANDLE allocation = NULL;
  NTSTATUS status = First->Step(Context, &allocation, TRUE);
  if (!NT_SUCCESS(status))
    return status;
  status = ProbeHardware();
  Second->Step(Context, &allocation, FALSE);
  return status; // EXPECT: dxgk-leak
}

// ---- tables ----

typedef struct _OPERATIONS {
  NTSTATUS (*Make)(GPU_CONTEXT *Context, HANDLE *Allocation);
  VOID (*Drop)(GPU_CONTEXT *Context, HANDLE Allocation);
} OPERATIONS;

typedef struct _HARDWARE {
  const OPERATIONS *Operations;
} HARDWARE;

static NTSTATUS MakeNone(GPU_CONTEXT *Context, HANDLE *Allocation)
{
  UNREFERENCED_PARAMETER(Context);
  *Allocation = NULL;
  return STATUS_SUCCESS;
}

static VOID DropNone(GPU_CONTEXT *Context, HANDLE Allocation)
{
  UNREFERENCED_PARAMETER(Context);
  UNREFERENCED_PARAMETER(Allocation);
}

static NTSTATUS MakeOne(GPU_CONTEXT *Context, HANDLE *Allocation)
{
  return StepWith(Context, Allocation, TRUE);
}

static VOID DropOne(GPU_CONTEXT *Context, HANDLE Allocation)
{
  StepWith(Context, &Allocation, FALSE);
}

static const OPERATIONS OldOperations = {MakeNone, DropNone};
static const OPERATIONS NewOperations = {.Make = MakeOne, .Drop = DropOne};

VOID ChooseOperations(HARDWARE *Hardware)
{
  Hardware->Operations = HardwareRevision() > 2 ? &NewOperations : &OldOperations;
}

NTSTATUS one_table_ok(HARDWARE *First, HARDWARE *Second, GPU_CONTEXT *Context)
{
  HANDLE allocation = NULL;
  NTSTATUS status = First->Operations->Make(Context, &allocation);
  UNREFERENCED_PARAMETER(Second);
  if (!NT_SUCCESS(status))
    return status;
  status = ProbeHardware();
  First->Operations->Drop(Context, allocation);
  return status;
}

NTSTATUS two_tables_bad(HARDWARE *First, HARDWARE *Second, GPU_CONTEXT *Context)
{
  HANDLE allocation = NULL;
  NTSTATUS status = First->Operations->Make(Context, &allocation);
  if (!NT_SUCCESS(status))
    return status;
  status = ProbeHardware();
  Second->Operations->Drop(Context, allocation);
  return status; // EXPECT: dxgk-leak
}

// Steps of a table are taken back from the last one on; a mask says which were left out.
typedef VOID BACK(GPU_CONTEXT *Context);

static VOID BackSaveArea(GPU_CONTEXT *Context)
{
  Context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(Context->Adapter->Dxgk.DeviceHandle, Context->SaveArea);
}

static VOID BackRing(GPU_CONTEXT *Context)
{
  Context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(Context->Adapter->Dxgk.DeviceHandle, Context->Ring);
}

static VOID BackRingAgain(GPU_CONTEXT *Context)
{
  Context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(Context->Adapter->Dxgk.DeviceHandle, Context->Ring); // EXPECT: dxgk-double-destroy
  // EXPECTED-IN: take_back_bad
}

static const struct {
  ULONG Need;
  BACK *Back;
} BackSteps[] = {{0, BackSaveArea}, {1, BackRing}}, BackStepsTwice[] = {{0, BackRingAgain}, {1, BackRingAgain}};

VOID take_back_ok(GPU_CONTEXT *Context, ULONG Count)
{
  if (Count > RTL_NUMBER_OF(BackSteps))
    return;
  while (Count > 0) {
    ULONG step = --Count;
    if (!(Context->EngineUsed & (1 << step)))
      BackSteps[step].Back(Context);
  }
}

VOID take_back_bad(GPU_CONTEXT *Context, ULONG Count)
{
  if (Count > RTL_NUMBER_OF(BackStepsTwice))
    return;
  while (Count > 0) {
    ULONG step = --Count;
    if (!(Context->EngineUsed & (1 << step)))
      BackStepsTwice[step].Back(Context);
  }
}
