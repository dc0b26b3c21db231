// The test is for NULL, but "none" is (HANDLE)-1.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#define OWN_CONTEXT
#include "../driver/skeleton.h"

#define NO_HANDLE ((HANDLE)(LONG_PTR)-1)

typedef enum _KIND { KindCompute, KindVideo, KindCopy } KIND;

typedef struct _OCONTEXT {
  GPU_CONTEXT Base;
  KIND Kind;
  const struct _OPS *Ops;
  HANDLE Common;
  union {
    struct {
      HANDLE Heap;
      HANDLE Stack;
    } Compute;
    struct {
      ULONG Width, Height;
      HANDLE Bitstream;
    } Video;
    UINT64 CopyFence;
  } u;
} OCONTEXT;

typedef struct _OPS {
  NTSTATUS (*Init)(OCONTEXT *Context);
  VOID (*Fini)(OCONTEXT *Context);
} OPS;

static VOID Drop_bad(OCONTEXT *Context, HANDLE *Allocation)
{
  if (*Allocation != NULL)
    Context->Base.Adapter->Dxgk.DxgkCbDestroyContextAllocation(Context->Base.Adapter->Dxgk.DeviceHandle, *Allocation); // EXPECT: dxgk-invalid-handle
  *Allocation = NO_HANDLE;
}

static NTSTATUS ComputeInit(OCONTEXT *Context)
{
  NTSTATUS status;
  Context->u.Compute.Heap = Context->u.Compute.Stack = NO_HANDLE;
  status = CreateFor(&Context->Base, PAGE_SIZE, &Context->u.Compute.Heap);
  if (NT_SUCCESS(status))
    status = CreateFor(&Context->Base, PAGE_SIZE, &Context->u.Compute.Stack);
  return status;
}

static VOID ComputeFini(OCONTEXT *Context)
{
  Drop_bad(Context, &Context->u.Compute.Stack);
  Drop_bad(Context, &Context->u.Compute.Heap);
}

static NTSTATUS VideoInit(OCONTEXT *Context)
{
  Context->u.Video.Width = 1920;
  Context->u.Video.Height = 1080;
  Context->u.Video.Bitstream = NO_HANDLE;
  return CreateFor(&Context->Base, PAGE_SIZE, &Context->u.Video.Bitstream);
}

static VOID VideoFini(OCONTEXT *Context)
{
  Context->u.Video.Width = Context->u.Video.Height = 0;
  Drop_bad(Context, &Context->u.Video.Bitstream);
}

static NTSTATUS CopyInit(OCONTEXT *Context)
{
  Context->u.CopyFence = 0;
  return STATUS_SUCCESS;
}

static VOID CopyFini(OCONTEXT *Context)
{
  Context->u.CopyFence = 0;
}

static const OPS g_Compute = {ComputeInit, ComputeFini}, g_Video = {VideoInit, VideoFini}, g_Copy = {CopyInit, CopyFini};

static VOID FreeContext(OCONTEXT *Context)
{
  Context->Ops->Fini(Context);
  Drop_bad(Context, &Context->Common);
  ExFreePoolWithTag(Context, POOL_TAG);
}

static NTSTATUS APIENTRY create_context(CONST HANDLE hDevice, DXGKARG_CREATECONTEXT *pCreateContext)
{
  OCONTEXT *context = (OCONTEXT *)Allocate(sizeof(*context));
  NTSTATUS status;
  if (!context)
    return STATUS_NO_MEMORY;
  context->Base.Device = (DEVICE *)hDevice;
  context->Base.Adapter = context->Base.Device->Adapter;
  context->Base.hDxgContext = pCreateContext->hContext;
  context->Common = NO_HANDLE;
  switch (pCreateContext->NodeOrdinal) {
  case 0:
    context->Kind = KindCompute;
    context->Ops = &g_Compute;
    break;
  case 1:
  case 2:
    context->Kind = KindVideo;
    context->Ops = &g_Video;
    break;
  case 3:
    context->Kind = KindCopy;
    context->Ops = &g_Copy;
    break;
  default:
    Free(context);
    return STATUS_INVALID_PARAMETER;
  }
  status = context->Ops->Init(context);
  if (NT_SUCCESS(status))
    status = CreateFor(&context->Base, 2 * PAGE_SIZE, &context->Common);
  if (!NT_SUCCESS(status)) {
    FreeContext(context);
    return status;
  }
  pCreateContext->hContext = context;
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY destroy_context(CONST HANDLE hContext)
{
  FreeContext((OCONTEXT *)hContext);
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
  DRIVER_INITIALIZATION_DATA data;
  FillTable(&data);
  data.DxgkDdiCreateContext = create_context;
  data.DxgkDdiDestroyContext = destroy_context;
  return DxgkInitialize(DriverObject, RegistryPath, &data);
}
