// Paths told apart by statuses: held in variables, tested late, merged, compared in different ways.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

static VOID Destroy(GPU_CONTEXT *Context, HANDLE Allocation)
{
  Context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(Context->Adapter->Dxgk.DeviceHandle, Allocation);
}

// Tested long after the call, twice.
NTSTATUS tested_late_bad(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS created, probed;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  created = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  probed = ProbeHardware();
  if (NT_SUCCESS(created) && NT_SUCCESS(probed)) {
    Context->SaveArea = args.hAllocation;
    return STATUS_SUCCESS;
  }
  return NT_SUCCESS(created) ? probed : created; // EXPECT: dxgk-leak
}

NTSTATUS tested_late_ok(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS created, probed;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  created = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  probed = ProbeHardware();
  if (NT_SUCCESS(created) && NT_SUCCESS(probed)) {
    Context->SaveArea = args.hAllocation;
    return STATUS_SUCCESS;
  }
  if (NT_SUCCESS(created))
    Destroy(Context, args.hAllocation);
  return NT_SUCCESS(created) ? probed : created;
}

// The first failure wins; both are tested through the merged status only.
static NTSTATUS Merge(NTSTATUS First, NTSTATUS Second)
{
  return NT_SUCCESS(First) ? Second : First;
}

NTSTATUS merged_bad(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS created, status;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  created = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  status = Merge(created, ProbeHardware());
  if (!NT_SUCCESS(status))
    return status; // EXPECT: dxgk-leak
  Context->SaveArea = args.hAllocation;
  return STATUS_SUCCESS;
}

NTSTATUS merged_ok(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS created, status;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  created = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  status = Merge(created, ProbeHardware());
  if (!NT_SUCCESS(status)) {
    if (created == STATUS_SUCCESS)
      Destroy(Context, args.hAllocation);
    return status;
  }
  Context->SaveArea = args.hAllocation;
  return STATUS_SUCCESS;
}

// == STATUS_SUCCESS and NT_SUCCESS say the same of a create, which returns nothing in between.
NTSTATUS equal_against_macro_ok(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (status != STATUS_SUCCESS)
    return status;
  if (!NT_SUCCESS(status))
    return STATUS_UNSUCCESSFUL;
  Destroy(Context, args.hAllocation);
  return STATUS_SUCCESS;
}

NTSTATUS equal_against_macro_bad(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (status != STATUS_SUCCESS)
    return status;
  if (NT_SUCCESS(status))
    return STATUS_UNSUCCESSFUL; // EXPECT: dxgk-leak
  Destroy(Context, args.hAllocation);
  return STATUS_SUCCESS;
}

NTSTATUS macro_then_equal_ok(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status))
    return status;
  if (status == STATUS_SUCCESS)
    Destroy(Context, args.hAllocation);
  return status;
}

// STATUS_PENDING is a success to NT_SUCCESS and is never returned by a create: the branch is dead.
NTSTATUS pending_ok(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status))
    return status;
  if (status == STATUS_PENDING)
    return status;
  Destroy(Context, args.hAllocation);
  return STATUS_SUCCESS;
}

// Another call may well return STATUS_PENDING.
NTSTATUS pending_elsewhere_bad(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status))
    return status;
  status = ProbeHardware();
  if (status == STATUS_PENDING)
    return status; // EXPECT: dxgk-leak
  Destroy(Context, args.hAllocation);
  return status;
}

// A success other than STATUS_SUCCESS from another call slips between the two tests.
NTSTATUS between_the_tests_bad(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status))
    return status;
  status = ProbeHardware();
  if (status == STATUS_SUCCESS)
    Context->SaveArea = args.hAllocation;
  else if (!NT_SUCCESS(status))
    Destroy(Context, args.hAllocation);
  return status; // EXPECT: dxgk-leak
}

NTSTATUS between_the_tests_ok(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status))
    return status;
  status = ProbeHardware();
  if (NT_SUCCESS(status))
    Context->SaveArea = args.hAllocation;
  else if (!NT_SUCCESS(status))
    Destroy(Context, args.hAllocation);
  return status;
}

// The status of another call is what the cleanup looks at.
NTSTATUS wrong_status_bad(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS created, probed;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  created = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(created))
    return created;
  probed = ProbeHardware();
  if (NT_SUCCESS(probed))
    Destroy(Context, args.hAllocation);
  return probed; // EXPECT: dxgk-leak
}

NTSTATUS right_status_ok(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS created, probed;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  created = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  probed = ProbeHardware();
  if (NT_SUCCESS(created))
    Destroy(Context, args.hAllocation);
  return probed;
}

// A status kept in a struct, and translated on the way.
typedef struct _RESULT {
  NTSTATUS Status;
  HANDLE Allocation;
} RESULT;

static RESULT CreateResult(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  RESULT result = {STATUS_UNSUCCESSFUL, NULL};
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  result.Status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (NT_SUCCESS(result.Status))
    result.Allocation = args.hAllocation;
  return result;
}

NTSTATUS struct_result_bad(GPU_CONTEXT *Context)
{
  RESULT result = CreateResult(Context);
  if (result.Status == STATUS_SUCCESS && !HardwareIsReady())
    return STATUS_DEVICE_NOT_READY; // EXPECT: dxgk-leak
  if (result.Allocation)
    Destroy(Context, result.Allocation);
  return result.Status;
}

NTSTATUS struct_result_ok(GPU_CONTEXT *Context)
{
  RESULT result = CreateResult(Context);
  if (result.Status != STATUS_SUCCESS && !HardwareIsReady())
    return STATUS_DEVICE_NOT_READY;
  if (result.Allocation)
    Destroy(Context, result.Allocation);
  return result.Status;
}

// STATUS_NO_MEMORY becomes success, and nothing was created then.
NTSTATUS translated_ok(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (status == STATUS_NO_MEMORY) {
    Context->SaveArea = NULL;
    return STATUS_SUCCESS;
  }
  if (NT_SUCCESS(status))
    Context->SaveArea = args.hAllocation;
  return status;
}

// ... and is destroyed as if it had been.
NTSTATUS translated_bad(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (status == STATUS_NO_MEMORY)
    status = STATUS_SUCCESS;
  if (!NT_SUCCESS(status))
    return status;
  Context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(Context->Adapter->Dxgk.DeviceHandle, args.hAllocation); // EXPECT: dxgk-invalid-handle
  return STATUS_SUCCESS;
}

// The test is in a function of its own.
static BOOLEAN Failed(NTSTATUS Status)
{
  return Status < 0;
}

NTSTATUS own_test_ok(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (Failed(status))
    return status;
  Destroy(Context, args.hAllocation);
  return STATUS_SUCCESS;
}

NTSTATUS own_test_bad(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (!Failed(status))
    return status; // EXPECT: dxgk-leak
  return STATUS_UNSUCCESSFUL;
}

// Tested through a sign bit and through an unsigned view.
NTSTATUS sign_bit_ok(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  ULONG status;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  status = (ULONG)Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (status & 0x80000000)
    return (NTSTATUS)status;
  Destroy(Context, args.hAllocation);
  return STATUS_SUCCESS;
}

NTSTATUS sign_bit_bad(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  ULONG status;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  status = (ULONG)Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (!(status & 0x80000000))
    return (NTSTATUS)status; // EXPECT: dxgk-leak
  return STATUS_NO_MEMORY;
}

// The status survives in another variable while the first is reused.
NTSTATUS saved_status_ok(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status, saved;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  saved = status;
  status = ProbeHardware();
  if (NT_SUCCESS(saved))
    Destroy(Context, args.hAllocation);
  return status;
}

NTSTATUS reused_status_bad(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status, saved;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  saved = status;
  status = ProbeHardware();
  if (NT_SUCCESS(saved) && NT_SUCCESS(status))
    Destroy(Context, args.hAllocation);
  return status; // EXPECT: dxgk-leak
}

// What is no error has succeeded: a create gives STATUS_SUCCESS or an error. The count says what there is.
static NTSTATUS TakeScratch(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  if (Context->EngineUsed > 0) {
    Context->EngineUsed++;
    return STATUS_SUCCESS;
  }
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (NT_ERROR(status))
    return status;
  Context->Ring = args.hAllocation;
  Context->EngineUsed = 1;
  return STATUS_SUCCESS;
}

NTSTATUS severity_ok(GPU_CONTEXT *Context)
{
  NTSTATUS status;
  Context->EngineUsed = 0;
  Context->Ring = NULL;
  status = TakeScratch(Context);
  status = TakeScratch(Context);
  if (NT_SUCCESS(status))
    Destroy(Context, Context->Ring);
  Context->Ring = NULL;
  return status;
}

NTSTATUS severity_bad(GPU_CONTEXT *Context)
{
  NTSTATUS status;
  Context->EngineUsed = 0;
  Context->Ring = NULL;
  status = TakeScratch(Context);
  status = TakeScratch(Context);
  if (NT_ERROR(status))
    Context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(Context->Adapter->Dxgk.DeviceHandle, Context->Ring); // EXPECT: dxgk-invalid-handle
  else
    Destroy(Context, Context->Ring);
  Context->Ring = NULL;
  return status;
}
