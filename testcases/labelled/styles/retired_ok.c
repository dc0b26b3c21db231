// Buffers of nodes that are no longer used wait in a table of the adapter; work items, resets and StopDevice empty it.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <ntddk.h>
#include <dispmprt.h>
#include <d3dkmddi.h>

#define NODES 3
typedef struct _SADAPTER { DXGKRNL_INTERFACE If; KSPIN_LOCK Lock; HANDLE Retired[16]; ULONG RetiredCount; WORK_QUEUE_ITEM Item; KEVENT Done; BOOLEAN Queued; } SADAPTER;
typedef struct _SDEVICE { SADAPTER *A; HANDLE Os; } SDEVICE;
typedef struct _SCONTEXT { SDEVICE *D; HANDLE Os; HANDLE Preempt[NODES]; UINT NodeMask; } SCONTEXT;

static VOID SFlushRetired_ok(SADAPTER *A)
{
  HANDLE Local[16];
  ULONG n, i;
  KIRQL Irql;
  KeAcquireSpinLock(&A->Lock, &Irql);
  n = A->RetiredCount;
  for (i = 0; i < n; i++)
    Local[i] = A->Retired[i];
  A->RetiredCount = 0;
  KeReleaseSpinLock(&A->Lock, Irql);
  for (i = 0; i < n; i++)
    A->If.DxgkCbDestroyContextAllocation(A->If.DeviceHandle, Local[i]);
}

static VOID SWorker(PVOID P)
{
  SADAPTER *A = (SADAPTER *)P;
  A->Queued = FALSE;
  SFlushRetired_ok(A);
  KeSetEvent(&A->Done, 0, FALSE);
}

static BOOLEAN SRetire(SADAPTER *A, HANDLE h)
{
  BOOLEAN Ok = FALSE;
  KIRQL Irql;
  KeAcquireSpinLock(&A->Lock, &Irql);
  if (A->RetiredCount < ARRAYSIZE(A->Retired)) {
    A->Retired[A->RetiredCount++] = h;
    Ok = TRUE;
  }
  KeReleaseSpinLock(&A->Lock, Irql);
  return Ok;
}

static NTSTATUS APIENTRY SCreateContext(CONST HANDLE hDevice, DXGKARG_CREATECONTEXT *Arg)
{
  SDEVICE *D = (SDEVICE *)hDevice;
  SADAPTER *A = D->A;
  SCONTEXT *C = (SCONTEXT *)ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(*C), 'mbuS');
  NTSTATUS St = STATUS_SUCCESS;
  UINT n;
  if (!C)
    return STATUS_NO_MEMORY;
  RtlZeroMemory(C, sizeof(*C));
  C->D = D;
  C->Os = Arg->hContext;
  for (n = 0; n < NODES; n++) {
    DXGKARGCB_CREATECONTEXTALLOCATION Cr = {0};
    if (!(Arg->EngineAffinity & (1u << n)))
      continue;
    Cr.hAdapter = A->If.DeviceHandle;
    Cr.hDevice = D->Os;
    Cr.hContext = C->Os;
    Cr.Size = PAGE_SIZE << n;
    St = A->If.DxgkCbCreateContextAllocation(&Cr);
    if (!NT_SUCCESS(St))
      goto Undo;
    C->Preempt[n] = Cr.hAllocation;
    C->NodeMask |= 1u << n;
  }
  Arg->hContext = C;
  return STATUS_SUCCESS;
Undo:
  for (n = 0; n < NODES; n++)
    if (C->NodeMask & (1u << n))
      A->If.DxgkCbDestroyContextAllocation(A->If.DeviceHandle, C->Preempt[n]);
  ExFreePoolWithTag(C, 'mbuS');
  return St;
}

static NTSTATUS APIENTRY SDestroyContext(CONST HANDLE hContext)
{
  SCONTEXT *C = (SCONTEXT *)hContext;
  SADAPTER *A = C->D->A;
  UINT n;
  for (n = 0; n < NODES; n++) {
    if (!(C->NodeMask & (1u << n)))
      continue;
    if (!SRetire(A, C->Preempt[n]))
      A->If.DxgkCbDestroyContextAllocation(A->If.DeviceHandle, C->Preempt[n]);
  }
  ExFreePoolWithTag(C, 'mbuS');
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY SSubmit(CONST HANDLE hAdapter, CONST DXGKARG_SUBMITCOMMAND *Arg)
{
  SADAPTER *A = (SADAPTER *)hAdapter;
  UNREFERENCED_PARAMETER(Arg);
  if (A->RetiredCount > 8 && !A->Queued) {
    A->Queued = TRUE;
    ExInitializeWorkItem(&A->Item, SWorker, A);
    ExQueueWorkItem(&A->Item, DelayedWorkQueue);
  }
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY SPreempt(CONST HANDLE hAdapter, CONST DXGKARG_PREEMPTCOMMAND *Arg)
{
  UNREFERENCED_PARAMETER(hAdapter);
  UNREFERENCED_PARAMETER(Arg);
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY SCollect(CONST HANDLE hAdapter, CONST DXGKARG_COLLECTDBGINFO *Arg)
{
  UNREFERENCED_PARAMETER(hAdapter);
  UNREFERENCED_PARAMETER(Arg);
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY SReset(CONST HANDLE hAdapter)
{
  SFlushRetired_ok((SADAPTER *)hAdapter);
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY SCreateDevice(CONST HANDLE hAdapter, DXGKARG_CREATEDEVICE *Arg)
{
  SDEVICE *D = (SDEVICE *)ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(*D), 'mbuS');
  if (!D)
    return STATUS_NO_MEMORY;
  D->A = (SADAPTER *)hAdapter;
  D->Os = Arg->hDevice;
  Arg->hDevice = D;
  return STATUS_SUCCESS;
}
static NTSTATUS APIENTRY SDestroyDevice(CONST HANDLE hDevice)
{
  ExFreePoolWithTag((PVOID)hDevice, 'mbuS');
  return STATUS_SUCCESS;
}
static NTSTATUS SAdd(CONST PDEVICE_OBJECT Pdo, PVOID *Out)
{
  SADAPTER *A = (SADAPTER *)ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(*A), 'mbuS');
  UNREFERENCED_PARAMETER(Pdo);
  if (!A)
    return STATUS_NO_MEMORY;
  RtlZeroMemory(A, sizeof(*A));
  KeInitializeSpinLock(&A->Lock);
  KeInitializeEvent(&A->Done, NotificationEvent, TRUE);
  *Out = A;
  return STATUS_SUCCESS;
}
static NTSTATUS SRemove(CONST PVOID P)
{
  ExFreePoolWithTag((PVOID)P, 'mbuS');
  return STATUS_SUCCESS;
}
static NTSTATUS SStart(CONST PVOID P, PDXGK_START_INFO I, PDXGKRNL_INTERFACE If, PULONG S, PULONG C)
{
  SADAPTER *A = (SADAPTER *)P;
  UNREFERENCED_PARAMETER(I);
  A->If = *If;
  A->RetiredCount = 0;
  *S = *C = 0;
  return STATUS_SUCCESS;
}
static NTSTATUS SStop(CONST PVOID P)
{
  SADAPTER *A = (SADAPTER *)P;
  KeWaitForSingleObject(&A->Done, Executive, KernelMode, FALSE, NULL);
  SFlushRetired_ok(A);
  return STATUS_SUCCESS;
}
NTSTATUS DriverEntry(PDRIVER_OBJECT Drv, PUNICODE_STRING Reg)
{
  static DRIVER_INITIALIZATION_DATA Init;
  Init.Version = DXGKDDI_INTERFACE_VERSION_WIN8;
  Init.DxgkDdiAddDevice = SAdd;
  Init.DxgkDdiRemoveDevice = SRemove;
  Init.DxgkDdiStartDevice = SStart;
  Init.DxgkDdiStopDevice = SStop;
  Init.DxgkDdiCreateDevice = SCreateDevice;
  Init.DxgkDdiDestroyDevice = SDestroyDevice;
  Init.DxgkDdiCreateContext = SCreateContext;
  Init.DxgkDdiDestroyContext = SDestroyContext;
  Init.DxgkDdiSubmitCommand = SSubmit;
  Init.DxgkDdiPreemptCommand = SPreempt;
  Init.DxgkDdiResetFromTimeout = SReset;
  Init.DxgkDdiCollectDbgInfo = SCollect;
  return DxgkInitialize(Drv, Reg, &Init);
}
