// Structured exceptions: __finally on every way out, __leave, __except, nesting, returns from within.
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

// The return from within goes through the __finally.
NTSTATUS return_inside_ok(GPU_CONTEXT *Context)
{
  HANDLE area;
  NTSTATUS status = Create(Context, SAVE_AREA_SIZE, &area);
  if (!NT_SUCCESS(status))
    return status;
  __try {
    if (!HardwareIsReady())
      return STATUS_DEVICE_NOT_READY;
    status = ProbeHardware();
  } __finally {
    Destroy(Context, area);
  }
  return status;
}

// The return from within misses what stands behind the __finally.
NTSTATUS return_inside_bad(GPU_CONTEXT *Context)
{
  HANDLE area;
  NTSTATUS status = Create(Context, SAVE_AREA_SIZE, &area);
  if (!NT_SUCCESS(status))
    return status;
  __try {
    if (!HardwareIsReady())
      return STATUS_DEVICE_NOT_READY;
    status = STATUS_SUCCESS;
  } __finally {
    Context->EngineUsed = 0;
  }
  Destroy(Context, area);
  return status; // EXPECT-FN: dxgk-leak
}

// __leave goes to the __finally.
NTSTATUS leave_ok(GPU_CONTEXT *Context)
{
  HANDLE area = NULL, ring = NULL;
  NTSTATUS status = STATUS_SUCCESS;
  __try {
    status = Create(Context, SAVE_AREA_SIZE, &area);
    if (!NT_SUCCESS(status))
      __leave;
    status = Create(Context, PAGE_SIZE, &ring);
    if (!NT_SUCCESS(status))
      __leave;
    Context->SaveArea = area;
    Context->Ring = ring;
    area = ring = NULL;
  } __finally {
    if (ring)
      Destroy(Context, ring);
    if (area)
      Destroy(Context, area);
  }
  return status;
}

NTSTATUS leave_bad(GPU_CONTEXT *Context)
{
  HANDLE area = NULL, ring = NULL;
  NTSTATUS status = STATUS_SUCCESS;
  __try {
    status = Create(Context, SAVE_AREA_SIZE, &area);
    if (!NT_SUCCESS(status))
      __leave;
    status = Create(Context, PAGE_SIZE, &ring);
    if (!NT_SUCCESS(status))
      __leave;
    Context->SaveArea = area;
    Context->Ring = ring;
    area = ring = NULL;
  } __finally {
    if (ring)
      Destroy(Context, ring);
  }
  return status; // EXPECT-FN: dxgk-leak
}

// The status decides in the __finally, also where an exception kept it from being set.
NTSTATUS status_in_finally_ok(GPU_CONTEXT *Context)
{
  HANDLE area = NULL;
  NTSTATUS status, probed = STATUS_UNSUCCESSFUL;
  __try {
    status = Create(Context, SAVE_AREA_SIZE, &area);
    if (!NT_SUCCESS(status))
      __leave;
    probed = ProbeHardware();
  } __finally {
    if (!NT_SUCCESS(probed) && area) {
      Destroy(Context, area);
      area = NULL;
    }
  }
  if (area)
    Context->SaveArea = area;
  return probed;
}

// An exception of the second call leaves the success of the first in the status.
NTSTATUS status_in_finally_bad(GPU_CONTEXT *Context)
{
  HANDLE area = NULL;
  NTSTATUS status = STATUS_UNSUCCESSFUL;
  __try {
    status = Create(Context, SAVE_AREA_SIZE, &area);
    if (!NT_SUCCESS(status))
      __leave;
    status = ProbeHardware();
  } __finally {
    if (!NT_SUCCESS(status) && area) {
      Destroy(Context, area);
      area = NULL;
    }
  }
  if (area)
    Context->SaveArea = area;
  return status; // EXPECT-FN: dxgk-leak
}

// Destroyed by the body and by the __finally.
NTSTATUS twice_bad(GPU_CONTEXT *Context)
{
  HANDLE area;
  NTSTATUS status = Create(Context, SAVE_AREA_SIZE, &area);
  if (!NT_SUCCESS(status))
    return status;
  __try {
    status = ProbeHardware();
    if (!NT_SUCCESS(status)) {
      Destroy(Context, area);
      __leave;
    }
  } __finally {
    Context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(Context->Adapter->Dxgk.DeviceHandle, area); // EXPECT: dxgk-double-destroy
  }
  return status;
}

NTSTATUS once_ok(GPU_CONTEXT *Context)
{
  HANDLE area;
  NTSTATUS status = Create(Context, SAVE_AREA_SIZE, &area);
  if (!NT_SUCCESS(status))
    return status;
  __try {
    status = ProbeHardware();
    if (!NT_SUCCESS(status)) {
      Context->EngineUsed = 0;
      __leave;
    }
  } __finally {
    Context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(Context->Adapter->Dxgk.DeviceHandle, area);
  }
  return status;
}

// The create failed, and the __finally destroys all the same.
NTSTATUS failed_bad(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  HANDLE area = NULL;
  NTSTATUS status = STATUS_SUCCESS;
  __try {
    status = Create(Context, SAVE_AREA_SIZE, &area);
    if (!NT_SUCCESS(status))
      __leave;
    status = STATUS_NOT_SUPPORTED;
  } __finally {
    dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, area); // EXPECT: dxgk-invalid-handle
  }
  return status;
}

NTSTATUS failed_ok(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  HANDLE area = NULL;
  NTSTATUS status = STATUS_SUCCESS;
  __try {
    status = Create(Context, SAVE_AREA_SIZE, &area);
    if (!NT_SUCCESS(status))
      __leave;
    status = STATUS_NOT_SUPPORTED;
  } __finally {
    if (area)
      dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, area);
  }
  return status;
}

// The handler swallows the exception of the user's buffer and forgets the allocation.
NTSTATUS swallowed_bad(GPU_CONTEXT *Context, const ULONG *User)
{
  HANDLE area;
  ULONG value;
  NTSTATUS status = Create(Context, SAVE_AREA_SIZE, &area);
  if (!NT_SUCCESS(status))
    return status;
  __try {
    ProbeForRead((PVOID)User, sizeof(*User), sizeof(ULONG));
    value = *User;
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    return GetExceptionCode(); // EXPECT: dxgk-leak
  }
  Context->EngineUsed = value;
  Context->SaveArea = area;
  return STATUS_SUCCESS;
}

NTSTATUS swallowed_ok(GPU_CONTEXT *Context, const ULONG *User)
{
  HANDLE area;
  ULONG value;
  NTSTATUS status = Create(Context, SAVE_AREA_SIZE, &area);
  if (!NT_SUCCESS(status))
    return status;
  __try {
    ProbeForRead((PVOID)User, sizeof(*User), sizeof(ULONG));
    value = *User;
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    Destroy(Context, area);
    return GetExceptionCode();
  }
  Context->EngineUsed = value;
  Context->SaveArea = area;
  return STATUS_SUCCESS;
}

// Only the access through the user's pointer raises here, and it stands behind the create.
NTSTATUS access_raises_bad(GPU_CONTEXT *Context, volatile ULONG *User)
{
  HANDLE area = NULL;
  NTSTATUS status = STATUS_SUCCESS;
  __try {
    status = Create(Context, SAVE_AREA_SIZE, &area);
    if (!NT_SUCCESS(status))
      __leave;
    *User = 1;
    Context->SaveArea = area;
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    status = STATUS_INVALID_USER_BUFFER;
  }
  return status; // EXPECT-FN: dxgk-leak
}

NTSTATUS access_raises_ok(GPU_CONTEXT *Context, volatile ULONG *User)
{
  HANDLE area = NULL;
  NTSTATUS status = STATUS_SUCCESS;
  __try {
    *User = 1;
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    return STATUS_INVALID_USER_BUFFER;
  }
  status = Create(Context, SAVE_AREA_SIZE, &area);
  if (NT_SUCCESS(status))
    Context->SaveArea = area;
  return status;
}

// The handler destroys, and so does the code behind it.
NTSTATUS handler_and_exit_bad(GPU_CONTEXT *Context, const ULONG *User)
{
  HANDLE area;
  NTSTATUS status = Create(Context, SAVE_AREA_SIZE, &area);
  if (!NT_SUCCESS(status))
    return status;
  __try {
    Context->EngineUsed = *User;
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    status = STATUS_INVALID_USER_BUFFER;
    Destroy(Context, area);
  }
  Context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(Context->Adapter->Dxgk.DeviceHandle, area); // EXPECT: dxgk-double-destroy
  return status;
}

NTSTATUS handler_or_exit_ok(GPU_CONTEXT *Context, const ULONG *User)
{
  HANDLE area;
  NTSTATUS status = Create(Context, SAVE_AREA_SIZE, &area);
  if (!NT_SUCCESS(status))
    return status;
  __try {
    Context->EngineUsed = *User;
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    status = STATUS_INVALID_USER_BUFFER;
  }
  Destroy(Context, area);
  return status;
}

// Nested: an inner __finally within an outer __except.
NTSTATUS nested_ok(GPU_CONTEXT *Context, const ULONG *User)
{
  NTSTATUS status = STATUS_SUCCESS;
  __try {
    HANDLE area;
    status = Create(Context, SAVE_AREA_SIZE, &area);
    if (!NT_SUCCESS(status))
      return status;
    __try {
      Context->EngineUsed = *User;
    } __finally {
      Destroy(Context, area);
    }
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    status = STATUS_INVALID_USER_BUFFER;
  }
  return status;
}

NTSTATUS nested_bad(GPU_CONTEXT *Context, const ULONG *User)
{
  NTSTATUS status = STATUS_SUCCESS;
  __try {
    HANDLE area;
    status = Create(Context, SAVE_AREA_SIZE, &area);
    if (!NT_SUCCESS(status))
      return status;
    __try {
      Context->EngineUsed = *User;
    } __finally {
      Context->Node = 0;
    }
    Destroy(Context, area);
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    status = STATUS_INVALID_USER_BUFFER;
  }
  return status; // EXPECT-FN: dxgk-leak
}

// A __finally alone expects no exception: the driver's own numbers are read.
NTSTATUS unexpected_ok(GPU_CONTEXT *Context, const ULONG *Number)
{
  HANDLE area;
  NTSTATUS status = Create(Context, SAVE_AREA_SIZE, &area);
  if (!NT_SUCCESS(status))
    return status;
  __try {
    Context->EngineUsed = *Number;
  } __finally {
    Context->Node = 0;
  }
  Destroy(Context, area);
  return status;
}

NTSTATUS unexpected_bad(GPU_CONTEXT *Context, const ULONG *Number)
{
  HANDLE area;
  NTSTATUS status = Create(Context, SAVE_AREA_SIZE, &area);
  if (!NT_SUCCESS(status))
    return status;
  __try {
    Context->EngineUsed = *Number;
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    return STATUS_INVALID_USER_BUFFER; // EXPECT: dxgk-leak
  }
  Destroy(Context, area);
  return status;
}

static ULONG ReadTwice(const ULONG *Number) { return Number[0] + Number[1]; }

static ULONG ReadDeeper(const ULONG *Number) { return ReadTwice(Number); }

// Who catches what the driver raises on purpose, far above, does not expect each access to raise.
NTSTATUS far_above_ok(GPU_CONTEXT *Context, const ULONG *Number)
{
  HANDLE area;
  NTSTATUS status = Create(Context, SAVE_AREA_SIZE, &area);
  if (!NT_SUCCESS(status))
    return status;
  __try {
    Context->EngineUsed = ReadDeeper(Number);
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    return STATUS_INVALID_USER_BUFFER;
  }
  Destroy(Context, area);
  return status;
}

NTSTATUS far_above_bad(GPU_CONTEXT *Context, const ULONG *Number)
{
  HANDLE area;
  NTSTATUS status = Create(Context, SAVE_AREA_SIZE, &area);
  if (!NT_SUCCESS(status))
    return status;
  __try {
    Context->EngineUsed = ReadTwice(Number);
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    return STATUS_INVALID_USER_BUFFER; // EXPECT: dxgk-leak
  }
  Destroy(Context, area);
  return status;
}

// Two __finally blocks, inner before outer.
NTSTATUS two_blocks_ok(GPU_CONTEXT *Context)
{
  HANDLE area, ring;
  NTSTATUS status = Create(Context, SAVE_AREA_SIZE, &area);
  if (!NT_SUCCESS(status))
    return status;
  __try {
    status = Create(Context, PAGE_SIZE, &ring);
    if (!NT_SUCCESS(status))
      return status;
    __try {
      status = ProbeHardware();
      if (status == STATUS_TIMEOUT)
        return status;
    } __finally {
      Destroy(Context, ring);
    }
  } __finally {
    Destroy(Context, area);
  }
  return status;
}

NTSTATUS two_blocks_bad(GPU_CONTEXT *Context)
{
  HANDLE area, ring;
  NTSTATUS status = Create(Context, SAVE_AREA_SIZE, &area);
  if (!NT_SUCCESS(status))
    return status;
  __try {
    status = Create(Context, PAGE_SIZE, &ring);
    if (!NT_SUCCESS(status))
      return status;
    __try {
      status = STATUS_SUCCESS;
      if (Context->Node == 3)
        return STATUS_TIMEOUT;
    } __finally {
      Context->EngineUsed = 0;
    }
    Destroy(Context, ring);
  } __finally {
    Destroy(Context, area);
  }
  return status; // EXPECT-FN: dxgk-leak
}

// AbnormalTermination: true for exceptions and jumps out of the body, false at its end and for __leave.
NTSTATUS abnormal_ok(GPU_CONTEXT *Context)
{
  HANDLE area;
  NTSTATUS status = Create(Context, SAVE_AREA_SIZE, &area);
  if (!NT_SUCCESS(status))
    return status;
  __try {
    Context->SaveArea = area;
    status = ProbeHardware();
  } __finally {
    if (AbnormalTermination()) {
      Destroy(Context, area);
      Context->SaveArea = NULL;
    }
  }
  return status;
}

NTSTATUS abnormal_bad(GPU_CONTEXT *Context)
{
  HANDLE area;
  NTSTATUS status = Create(Context, SAVE_AREA_SIZE, &area);
  if (!NT_SUCCESS(status))
    return status;
  __try {
    status = ProbeHardware();
  } __finally {
    if (AbnormalTermination())
      Destroy(Context, area);
  }
  return status; // EXPECT-FN: dxgk-leak
}

// A loop around: continue and break go through the __finally.
VOID loop_ok(GPU_CONTEXT *Context)
{
  ULONG i;
  for (i = 0; i < ENGINE_COUNT; i++) {
    HANDLE area;
    if (!NT_SUCCESS(Create(Context, PAGE_SIZE, &area)))
      break;
    __try {
      if (HardwareRevision() == i)
        continue;
      if (!HardwareIsReady())
        break;
      Context->EngineUsed = i;
    } __finally {
      Destroy(Context, area);
    }
  }
}

VOID loop_bad(GPU_CONTEXT *Context)
{
  ULONG i;
  for (i = 0; i < ENGINE_COUNT; i++) {
    HANDLE area;
    if (!NT_SUCCESS(Create(Context, PAGE_SIZE, &area)))
      break;
    __try {
      if (Context->Node == i)
        continue;
      Context->Engine[i] = NULL;
    } __finally {
      Context->EngineUsed = i;
    }
    Destroy(Context, area);
  }
  // EXPECT-FN: dxgk-leak
}

// goto out of the body.
NTSTATUS goto_ok(GPU_CONTEXT *Context)
{
  HANDLE area;
  NTSTATUS status = Create(Context, SAVE_AREA_SIZE, &area);
  if (!NT_SUCCESS(status))
    return status;
  __try {
    status = ProbeHardware();
    if (!NT_SUCCESS(status))
      goto Exit;
    Context->EngineUsed = 1;
  } __finally {
    Destroy(Context, area);
  }
Exit:
  return status;
}

NTSTATUS goto_bad(GPU_CONTEXT *Context)
{
  HANDLE area;
  NTSTATUS status = Create(Context, SAVE_AREA_SIZE, &area);
  if (!NT_SUCCESS(status))
    return status;
  __try {
    if (Context->Node > 3) {
      status = STATUS_INVALID_PARAMETER;
      goto Exit;
    }
  } __finally {
    Context->EngineUsed = 1;
  }
  Destroy(Context, area);
Exit:
  return status; // EXPECT-FN: dxgk-leak
}

// A filter that lets some exceptions pass: the handler is not the only way on.
static LONG Filter(ULONG Code, ULONG *Seen)
{
  *Seen = Code;
  return Code == (ULONG)STATUS_ACCESS_VIOLATION ? EXCEPTION_EXECUTE_HANDLER : EXCEPTION_CONTINUE_SEARCH;
}

NTSTATUS filter_ok(GPU_CONTEXT *Context, const ULONG *User)
{
  HANDLE area;
  ULONG code = 0;
  NTSTATUS status = Create(Context, SAVE_AREA_SIZE, &area);
  if (!NT_SUCCESS(status))
    return status;
  __try {
    __try {
      Context->EngineUsed = *User;
    } __except (Filter(GetExceptionCode(), &code)) {
      status = (NTSTATUS)code;
    }
  } __finally {
    Destroy(Context, area);
  }
  return status;
}

NTSTATUS filter_bad(GPU_CONTEXT *Context, const ULONG *User)
{
  HANDLE area;
  ULONG code = 0;
  NTSTATUS status = Create(Context, SAVE_AREA_SIZE, &area);
  if (!NT_SUCCESS(status))
    return status;
  __try {
    Context->EngineUsed = *User;
  } __except (Filter(GetExceptionCode(), &code)) {
    return (NTSTATUS)code; // EXPECT-FN: dxgk-leak
  }
  Destroy(Context, area);
  return status;
}

// A handler that comes before the loss, in a function of its own.
static NTSTATUS CopyUser(ULONG *Value, const ULONG *User)
{
  __try {
    ProbeForRead((PVOID)User, sizeof(*User), sizeof(ULONG));
    *Value = *User;
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    return STATUS_INVALID_USER_BUFFER;
  }
  return STATUS_SUCCESS;
}

NTSTATUS helper_handles_ok(GPU_CONTEXT *Context, const ULONG *User)
{
  HANDLE area;
  ULONG value = 0;
  NTSTATUS status = Create(Context, SAVE_AREA_SIZE, &area);
  if (!NT_SUCCESS(status))
    return status;
  status = CopyUser(&value, User);
  if (!NT_SUCCESS(status)) {
    Destroy(Context, area);
    return status;
  }
  Context->EngineUsed = value;
  Context->SaveArea = area;
  return STATUS_SUCCESS;
}

NTSTATUS helper_handles_bad(GPU_CONTEXT *Context, const ULONG *User)
{
  HANDLE area;
  ULONG value = 0;
  NTSTATUS status = Create(Context, SAVE_AREA_SIZE, &area);
  if (!NT_SUCCESS(status))
    return status;
  status = CopyUser(&value, User);
  if (!NT_SUCCESS(status))
    return status; // EXPECT: dxgk-leak
  Context->EngineUsed = value;
  Context->SaveArea = area;
  return STATUS_SUCCESS;
}

// Raised on purpose.
NTSTATUS raised_bad(GPU_CONTEXT *Context)
{
  HANDLE area;
  NTSTATUS status = Create(Context, SAVE_AREA_SIZE, &area);
  if (!NT_SUCCESS(status))
    return status;
  __try {
    if (Context->Node > 3)
      ExRaiseStatus(STATUS_INVALID_PARAMETER);
    Context->SaveArea = area;
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    return STATUS_INVALID_PARAMETER; // EXPECT: dxgk-leak
  }
  return STATUS_SUCCESS;
}

NTSTATUS raised_ok(GPU_CONTEXT *Context)
{
  HANDLE area;
  NTSTATUS status = Create(Context, SAVE_AREA_SIZE, &area);
  if (!NT_SUCCESS(status))
    return status;
  __try {
    if (Context->Node > 3)
      ExRaiseStatus(STATUS_INVALID_PARAMETER);
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    Destroy(Context, area);
    return STATUS_INVALID_PARAMETER;
  }
  Context->SaveArea = area;
  return STATUS_SUCCESS;
}

// A routine of the system raises only where its page says so; one of another file of the driver may.
NTSTATUS system_call_bad(GPU_CONTEXT *Context)
{
  HANDLE area;
  NTSTATUS status = Create(Context, SAVE_AREA_SIZE, &area);
  if (!NT_SUCCESS(status))
    return status;
  __try {
    status = ProbeHardware();
  } __finally { // EXPECT: dxgk-leak
    Context->Node = (UINT)(ULONG_PTR)PsGetCurrentThreadId();
  }
  Context->SaveArea = area;
  return status;
}

NTSTATUS system_call_ok(GPU_CONTEXT *Context)
{
  HANDLE area;
  NTSTATUS status = Create(Context, SAVE_AREA_SIZE, &area);
  if (!NT_SUCCESS(status))
    return status;
  __try {
    status = IoIs32bitProcess(NULL) ? STATUS_SUCCESS : STATUS_INVALID_PARAMETER;
  } __finally {
    Context->Node = (UINT)(ULONG_PTR)PsGetCurrentThreadId();
  }
  Context->SaveArea = area;
  return status;
}

// A copy out of memory that the caller names may raise, as the access itself would: the handler comes with the area alive.
NTSTATUS copied_in_bad(GPU_CONTEXT *Context, PVOID Commands, ULONG Size)
{
  UCHAR commands[64];
  HANDLE area;
  NTSTATUS status = Create(Context, SAVE_AREA_SIZE, &area);
  if (!NT_SUCCESS(status))
    return status;
  __try {
    RtlCopyMemory(commands, Commands, Size < sizeof(commands) ? Size : sizeof(commands));
    Destroy(Context, area);
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    status = STATUS_ACCESS_VIOLATION;
  }
  return status; // EXPECT: dxgk-leak
}

NTSTATUS copied_in_ok(GPU_CONTEXT *Context, PVOID Commands, ULONG Size)
{
  UCHAR commands[64];
  HANDLE area;
  NTSTATUS status = Create(Context, SAVE_AREA_SIZE, &area);
  if (!NT_SUCCESS(status))
    return status;
  __try {
    RtlCopyMemory(commands, Commands, Size < sizeof(commands) ? Size : sizeof(commands));
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    status = STATUS_ACCESS_VIOLATION;
  }
  Destroy(Context, area);
  return status;
}

// The same in the other direction.
NTSTATUS copied_out_bad(GPU_CONTEXT *Context, PVOID Result)
{
  HANDLE area;
  NTSTATUS status = Create(Context, SAVE_AREA_SIZE, &area);
  if (!NT_SUCCESS(status))
    return status;
  __try {
    memcpy(Result, &Context->EngineUsed, sizeof(Context->EngineUsed));
    Destroy(Context, area);
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    status = STATUS_ACCESS_VIOLATION;
  }
  return status; // EXPECT: dxgk-leak
}

// Objects of the driver do not raise.
NTSTATUS copied_object_ok(GPU_CONTEXT *Context)
{
  GPU_CONTEXT copy;
  HANDLE area;
  NTSTATUS status = Create(Context, SAVE_AREA_SIZE, &area);
  if (!NT_SUCCESS(status))
    return status;
  __try {
    RtlCopyMemory(&copy, Context, sizeof(copy));
    Destroy(Context, area);
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    status = STATUS_ACCESS_VIOLATION;
  }
  return status;
}
