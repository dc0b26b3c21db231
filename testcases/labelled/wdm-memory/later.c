// Blocks that go to a work item: only its routine can free them.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

typedef struct _TASK {
  PIO_WORKITEM Item;
  PVOID Data;
  ULONG Size;
} TASK;

static VOID RunTask_bad(PDEVICE_OBJECT Device, PVOID Context)
{
  TASK *task = Context;
  UNREFERENCED_PARAMETER(Device);
  if (task->Data)
    ExFreePoolWithTag(task->Data, POOL_TAG);
  IoFreeWorkItem(task->Item);
} // EXPECT: dxgk-leak

static VOID RunTask_ok(PDEVICE_OBJECT Device, PVOID Context)
{
  TASK *task = Context;
  UNREFERENCED_PARAMETER(Device);
  if (task->Data)
    ExFreePoolWithTag(task->Data, POOL_TAG);
  IoFreeWorkItem(task->Item);
  ExFreePoolWithTag(task, POOL_TAG);
}

// Whoever queues this one waits for it and frees it.
static VOID RunAwaited_ok(PDEVICE_OBJECT Device, PVOID Context)
{
  TASK *task = Context;
  UNREFERENCED_PARAMETER(Device);
  task->Size++;
}

#define MAKE_TASK(TASK_POINTER, SIZE)                                                                                  \
  TASK_POINTER = ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(TASK), POOL_TAG);                                        \
  if (!TASK_POINTER)                                                                                                   \
    return STATUS_INSUFFICIENT_RESOURCES;                                                                              \
  TASK_POINTER->Size = SIZE;                                                                                           \
  TASK_POINTER->Data = NULL;                                                                                           \
  TASK_POINTER->Item = IoAllocateWorkItem(Device);                                                                     \
  if (!TASK_POINTER->Item) {                                                                                           \
    ExFreePoolWithTag(TASK_POINTER, POOL_TAG);                                                                         \
    return STATUS_INSUFFICIENT_RESOURCES;                                                                              \
  }

NTSTATUS QueueForgotten(PDEVICE_OBJECT Device, ULONG Size)
{
  TASK *task;
  MAKE_TASK(task, Size)
  IoQueueWorkItem(task->Item, RunTask_bad, DelayedWorkQueue, task);
  return STATUS_SUCCESS;
}

NTSTATUS queue_freed_ok(PDEVICE_OBJECT Device, ULONG Size)
{
  TASK *task;
  MAKE_TASK(task, Size)
  IoQueueWorkItem(task->Item, RunTask_ok, DelayedWorkQueue, task);
  return STATUS_SUCCESS;
}

NTSTATUS queue_awaited_ok(PDEVICE_OBJECT Device, ULONG Size)
{
  TASK *task;
  MAKE_TASK(task, Size)
  IoQueueWorkItem(task->Item, RunAwaited_ok, DelayedWorkQueue, task);
  while (!HardwareIsReady())
    ;
  IoFreeWorkItem(task->Item);
  ExFreePoolWithTag(task, POOL_TAG);
  return STATUS_SUCCESS;
}

typedef struct _QUEUE {
  TASK *Last;
} QUEUE;

// The queue still knows it.
NTSTATUS queue_remembered_ok(PDEVICE_OBJECT Device, QUEUE *Queue, ULONG Size)
{
  TASK *task;
  MAKE_TASK(task, Size)
  Queue->Last = task;
  IoQueueWorkItem(task->Item, RunAwaited_ok, DelayedWorkQueue, task);
  return STATUS_SUCCESS;
}
