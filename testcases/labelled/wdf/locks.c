// Locks of the framework: kept where a later step fails; a wait for one that may run out.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <ntddk.h>
#include <wdf.h>

typedef struct _QUEUE {
  WDFSPINLOCK Spin;
  WDFWAITLOCK Wait;
  ULONG Depth;
} QUEUE;

BOOLEAN Add(QUEUE *Queue);

void spin_kept_bad(QUEUE *Queue)
{
  WdfSpinLockAcquire(Queue->Spin);
  if (!Add(Queue)) {
    DbgPrint("full");
    return; // EXPECT: dxgk-leak
  }
  Queue->Depth++;
  WdfSpinLockRelease(Queue->Spin);
}

void spin_released_ok(QUEUE *Queue)
{
  WdfSpinLockAcquire(Queue->Spin);
  if (!Add(Queue)) {
    WdfSpinLockRelease(Queue->Spin);
    return;
  }
  Queue->Depth++;
  WdfSpinLockRelease(Queue->Spin);
}

void wait_kept_bad(QUEUE *Queue)
{
  WdfWaitLockAcquire(Queue->Wait, NULL);
  if (!Add(Queue))
    return; // EXPECT: dxgk-leak
  WdfWaitLockRelease(Queue->Wait);
}

void wait_released_ok(QUEUE *Queue)
{
  WdfWaitLockAcquire(Queue->Wait, NULL);
  if (Add(Queue))
    Queue->Depth++;
  WdfWaitLockRelease(Queue->Wait);
}

void wait_runs_out_bad(QUEUE *Queue, LONGLONG Timeout)
{
  if (WdfWaitLockAcquire(Queue->Wait, &Timeout) != STATUS_SUCCESS)
    return;
  if (!Add(Queue))
    return; // EXPECT: dxgk-leak
  WdfWaitLockRelease(Queue->Wait);
}

void wait_runs_out_ok(QUEUE *Queue, LONGLONG Timeout)
{
  if (WdfWaitLockAcquire(Queue->Wait, &Timeout) != STATUS_SUCCESS)
    return;
  Add(Queue);
  WdfWaitLockRelease(Queue->Wait);
}

void object_kept_bad(WDFDEVICE Device, QUEUE *Queue)
{
  WdfObjectAcquireLock(Device);
  if (!Add(Queue))
    return; // EXPECT: dxgk-leak
  WdfObjectReleaseLock(Device);
}

void object_released_ok(WDFDEVICE Device, QUEUE *Queue)
{
  WdfObjectAcquireLock(Device);
  Add(Queue);
  WdfObjectReleaseLock(Device);
}
