// DestroyContext leaves the allocation to a work item and waits for it.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#define OWN_CONTEXT
#include "skeleton.h"

static NTSTATUS APIENTRY create_context(CONST HANDLE hDevice, DXGKARG_CREATECONTEXT *pCreateContext)
{
  GPU_CONTEXT *context = NewContext(hDevice, pCreateContext);
  NTSTATUS status;
  if (!context)
    return STATUS_NO_MEMORY;
  status = CreateFor(context, SAVE_AREA_SIZE, &context->SaveArea);
  if (!NT_SUCCESS(status)) {
    Free(context);
    return status;
  }
  pCreateContext->hContext = context;
  return STATUS_SUCCESS;
}

typedef struct _JOB {
  ADAPTER *Adapter;
  HANDLE Allocation;
  KEVENT Done;
  WORK_QUEUE_ITEM Item;
} JOB;

static VOID NTAPI job_ok(PVOID Context)
{
  JOB *job = (JOB *)Context;
  job->Adapter->Dxgk.DxgkCbDestroyContextAllocation(job->Adapter->Dxgk.DeviceHandle, job->Allocation);
  KeSetEvent(&job->Done, IO_NO_INCREMENT, FALSE);
}

static NTSTATUS APIENTRY destroy_context(CONST HANDLE hContext)
{
  GPU_CONTEXT *context = (GPU_CONTEXT *)hContext;
  JOB job;
  job.Adapter = context->Adapter;
  job.Allocation = context->SaveArea;
  KeInitializeEvent(&job.Done, NotificationEvent, FALSE);
  ExInitializeWorkItem(&job.Item, job_ok, &job);
  ExQueueWorkItem(&job.Item, DelayedWorkQueue);
  KeWaitForSingleObject(&job.Done, Executive, KernelMode, FALSE, NULL);
  Free(context);
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
