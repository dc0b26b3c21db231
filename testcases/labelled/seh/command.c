// Buffers of applications that the system's structures point to: reading them in a guarded body may raise.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

static NTSTATUS Create(GPU_CONTEXT *Context, HANDLE *Allocation)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  FillArguments(&args, Context, PAGE_SIZE);
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  *Allocation = NT_SUCCESS(status) ? args.hAllocation : NULL;
  return status;
}

static VOID Destroy(GPU_CONTEXT *Context, HANDLE Allocation)
{
  Context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(Context->Adapter->Dxgk.DeviceHandle, Allocation);
}

DXGKDDI_RENDER first_word_bad, first_word_ok;
DXGKDDI_RENDERKM copied_bad, copied_ok;

NTSTATUS APIENTRY first_word_bad(CONST HANDLE hContext, DXGKARG_RENDER *pRender)
{
  GPU_CONTEXT *context = (GPU_CONTEXT *)hContext;
  HANDLE scratch;
  NTSTATUS status = Create(context, &scratch);
  if (!NT_SUCCESS(status))
    return status;
  __try {
    if (*(const ULONG *)pRender->pCommand == 0)
      status = STATUS_ILLEGAL_INSTRUCTION;
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    return STATUS_ACCESS_VIOLATION; // EXPECT: dxgk-leak
  }
  Destroy(context, scratch);
  return status;
}

NTSTATUS APIENTRY first_word_ok(CONST HANDLE hContext, DXGKARG_RENDER *pRender)
{
  GPU_CONTEXT *context = (GPU_CONTEXT *)hContext;
  HANDLE scratch;
  NTSTATUS status = Create(context, &scratch);
  if (!NT_SUCCESS(status))
    return status;
  __try {
    if (*(const ULONG *)pRender->pCommand == 0)
      status = STATUS_ILLEGAL_INSTRUCTION;
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    status = STATUS_ACCESS_VIOLATION;
  }
  Destroy(context, scratch);
  return status;
}

NTSTATUS APIENTRY copied_bad(CONST HANDLE hContext, DXGKARG_RENDER *pRender)
{
  GPU_CONTEXT *context = (GPU_CONTEXT *)hContext;
  ULONG words[2];
  HANDLE scratch;
  NTSTATUS status = Create(context, &scratch);
  if (!NT_SUCCESS(status))
    return status;
  __try {
    RtlCopyMemory(words, pRender->pCommand, sizeof(words));
    Destroy(context, scratch);
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    status = STATUS_ACCESS_VIOLATION;
  }
  return status; // EXPECT: dxgk-leak
}

NTSTATUS APIENTRY copied_ok(CONST HANDLE hContext, DXGKARG_RENDER *pRender)
{
  GPU_CONTEXT *context = (GPU_CONTEXT *)hContext;
  ULONG words[2];
  HANDLE scratch;
  NTSTATUS status = Create(context, &scratch);
  if (!NT_SUCCESS(status))
    return status;
  __try {
    RtlCopyMemory(words, pRender->pCommand, sizeof(words));
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    status = STATUS_ACCESS_VIOLATION;
  }
  Destroy(context, scratch);
  return status;
}

// A helper writes to a member of the driver's own object: nothing is raised there.
static NTSTATUS CreateAt(GPU_CONTEXT *Context, HANDLE *Place)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  FillArguments(&args, Context, PAGE_SIZE);
  *Place = NULL;
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (NT_SUCCESS(status))
    *Place = args.hAllocation;
  return status;
}

NTSTATUS kept_member_ok(GPU_CONTEXT *Context, const ULONG *Words)
{
  NTSTATUS status = STATUS_SUCCESS;
  BOOLEAN made = FALSE;
  ULONG word = 0;
  __try {
    if (!Context->Ring) {
      status = CreateAt(Context, &Context->Ring);
      made = NT_SUCCESS(status);
    }
    word = *Words;
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    if (made) {
      Destroy(Context, Context->Ring);
      Context->Ring = NULL;
    }
    return STATUS_ACCESS_VIOLATION;
  }
  return word ? status : STATUS_UNSUCCESSFUL;
}

NTSTATUS kept_member_bad(GPU_CONTEXT *Context, const ULONG *Words)
{
  NTSTATUS status = STATUS_SUCCESS;
  BOOLEAN made = FALSE;
  ULONG word = 0;
  __try {
    if (!Context->Ring) {
      status = CreateAt(Context, &Context->Ring);
      made = NT_SUCCESS(status);
    }
    word = *Words;
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    if (made)
      Context->Ring = NULL; // EXPECT: dxgk-leak
    return STATUS_ACCESS_VIOLATION;
  }
  return word ? status : STATUS_UNSUCCESSFUL;
}
