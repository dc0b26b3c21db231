// A staging allocation of the adapter is made when an escape needs it and counted; user buffers are touched under SEH.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <ntddk.h>
#include <dispmprt.h>
#include <d3dkmddi.h>

#define STG 'gtSE'
typedef struct _STAGE { HANDLE H; ULONG Refs; ULONG Size; } STAGE;
typedef struct _ADP2 { DXGKRNL_INTERFACE If; STAGE Stage; FAST_MUTEX M; ULONG Wddm; } ADP2;
typedef struct _CMD { ULONG Op; ULONG Size; PVOID User; } CMD;

static NTSTATUS StageGet_ok(ADP2 *A, ULONG Size)
{
  DXGKARGCB_CREATECONTEXTALLOCATION C = {0};
  NTSTATUS St;
  if (A->Stage.Refs > 0) {
    if (A->Stage.Size < Size)
      return STATUS_BUFFER_TOO_SMALL;
    A->Stage.Refs++;
    return STATUS_SUCCESS;
  }
  C.ContextAllocationFlags.SharedAcrossContexts = 1;
  C.hAdapter = A->If.DeviceHandle;
  C.Size = Size;
  St = A->If.DxgkCbCreateContextAllocation(&C);
  if (NT_ERROR(St))
    return St;
  A->Stage.H = C.hAllocation;
  A->Stage.Size = Size;
  A->Stage.Refs = 1;
  return STATUS_SUCCESS;
}

static VOID StagePut(ADP2 *A)
{
  if (--A->Stage.Refs == 0) {
    A->If.DxgkCbDestroyContextAllocation(A->If.DeviceHandle, A->Stage.H);
    A->Stage.H = NULL;
  }
}

static NTSTATUS APIENTRY E2Escape(CONST HANDLE hAdapter, CONST DXGKARG_ESCAPE *E)
{
  ADP2 *A = (ADP2 *)hAdapter;
  CMD *Cmd = (CMD *)E->pPrivateDriverData;
  NTSTATUS St;
  BOOLEAN Got = FALSE;
  if (E->PrivateDriverDataSize < sizeof(CMD))
    return STATUS_INVALID_PARAMETER;
  __try {
    St = StageGet_ok(A, Cmd->Size);
    if (!NT_SUCCESS(St))
      __leave;
    Got = TRUE;
    ProbeForWrite(Cmd->User, Cmd->Size, 1);
    RtlZeroMemory(Cmd->User, Cmd->Size);
    if (A->Wddm >= 2000) {
      DXGKARGCB_UPDATECONTEXTALLOCATION U = {0};
      U.hAllocation = A->Stage.H;
      St = A->If.DxgkCbUpdateContextAllocation(A->If.DeviceHandle, &U);
    }
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    St = GetExceptionCode();
  }
  if (Got)
    StagePut(A);
  return St;
}

static NTSTATUS E2Add(CONST PDEVICE_OBJECT Pdo, PVOID *Out)
{
  ADP2 *A = (ADP2 *)ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(ADP2), STG);
  UNREFERENCED_PARAMETER(Pdo);
  if (!A)
    return STATUS_NO_MEMORY;
  RtlZeroMemory(A, sizeof(ADP2));
  ExInitializeFastMutex(&A->M);
  *Out = A;
  return STATUS_SUCCESS;
}
static NTSTATUS E2Remove_ok(CONST PVOID P)
{
  ExFreePoolWithTag((PVOID)P, STG);
  return STATUS_SUCCESS;
}
static NTSTATUS E2Start(CONST PVOID P, PDXGK_START_INFO I, PDXGKRNL_INTERFACE If, PULONG S, PULONG C)
{
  ADP2 *A = (ADP2 *)P;
  UNREFERENCED_PARAMETER(I);
  A->If = *If;
  A->Wddm = If->Version >= DXGKDDI_INTERFACE_VERSION_WDDM2_0 ? 2000 : 1200;
  *S = *C = 0;
  return STATUS_SUCCESS;
}
static NTSTATUS E2Stop(CONST PVOID P)
{
  ADP2 *A = (ADP2 *)P;
  NT_ASSERT(A->Stage.Refs == 0);
  return STATUS_SUCCESS;
}
NTSTATUS DriverEntry(PDRIVER_OBJECT D, PUNICODE_STRING R)
{
  DRIVER_INITIALIZATION_DATA I = {0};
  I.Version = DXGKDDI_INTERFACE_VERSION_WDDM2_0;
  I.DxgkDdiAddDevice = E2Add;
  I.DxgkDdiRemoveDevice = E2Remove_ok;
  I.DxgkDdiStartDevice = E2Start;
  I.DxgkDdiStopDevice = E2Stop;
  I.DxgkDdiEscape = E2Escape;
  return DxgkInitialize(D, R, &I);
}
