// What the examples of the help pages leave out: the driver's objects and two helpers.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once
#include <ntddk.h>
#include <dispmprt.h>
#include <d3dkmddi.h>

typedef struct _ADAPTER {
  DXGKRNL_INTERFACE Dxgk; // as DxgkDdiStartDevice got it
  KSPIN_LOCK Lock;
  HANDLE Scratch;
  ULONG Flags;
} ADAPTER;

typedef struct _GPU_CONTEXT {
  ADAPTER *Adapter;
  HANDLE hDxgDevice;
  HANDLE hDxgContext;
  HANDLE SaveArea;
  HANDLE Ring;
} GPU_CONTEXT;

NTSTATUS InitializeEngine(const ADAPTER *Adapter);

static __inline VOID FillArguments(DXGKARGCB_CREATECONTEXTALLOCATION *Args, GPU_CONTEXT *Context)
{
  RtlZeroMemory(Args, sizeof(*Args));
  Args->hAdapter = Context->Adapter->Dxgk.DeviceHandle;
  Args->hDevice = Context->hDxgDevice;
  Args->hContext = Context->hDxgContext;
  Args->Size = PAGE_SIZE;
}
