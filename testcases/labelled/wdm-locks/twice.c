// Locks that one path releases twice.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

NTSTATUS spin_lock_bad(KSPIN_LOCK *Lock)
{
  KIRQL irql;
  KeAcquireSpinLock(Lock, &irql);
  NTSTATUS status = ProbeHardware();
  if (!NT_SUCCESS(status))
    KeReleaseSpinLock(Lock, irql);
  KeReleaseSpinLock(Lock, irql); // EXPECT: dxgk-double-destroy
  return status;
}

NTSTATUS spin_lock_ok(KSPIN_LOCK *Lock)
{
  KIRQL irql;
  KeAcquireSpinLock(Lock, &irql);
  NTSTATUS status = ProbeHardware();
  if (!NT_SUCCESS(status))
    DbgPrint("failed");
  KeReleaseSpinLock(Lock, irql);
  return status;
}

NTSTATUS spin_lock_at_dpc_bad(KSPIN_LOCK *Lock)
{
  KeAcquireSpinLockAtDpcLevel(Lock);
  NTSTATUS status = ProbeHardware();
  if (!NT_SUCCESS(status))
    KeReleaseSpinLockFromDpcLevel(Lock);
  KeReleaseSpinLockFromDpcLevel(Lock); // EXPECT: dxgk-double-destroy
  return status;
}

NTSTATUS spin_lock_at_dpc_ok(KSPIN_LOCK *Lock)
{
  KeAcquireSpinLockAtDpcLevel(Lock);
  NTSTATUS status = ProbeHardware();
  if (!NT_SUCCESS(status))
    DbgPrint("failed");
  KeReleaseSpinLockFromDpcLevel(Lock);
  return status;
}

NTSTATUS queued_bad(KSPIN_LOCK *Lock)
{
  KLOCK_QUEUE_HANDLE queue;
  KeAcquireInStackQueuedSpinLock(Lock, &queue);
  NTSTATUS status = ProbeHardware();
  if (!NT_SUCCESS(status))
    KeReleaseInStackQueuedSpinLock(&queue);
  KeReleaseInStackQueuedSpinLock(&queue); // EXPECT: dxgk-double-destroy
  return status;
}

NTSTATUS queued_ok(KSPIN_LOCK *Lock)
{
  KLOCK_QUEUE_HANDLE queue;
  KeAcquireInStackQueuedSpinLock(Lock, &queue);
  NTSTATUS status = ProbeHardware();
  if (!NT_SUCCESS(status))
    DbgPrint("failed");
  KeReleaseInStackQueuedSpinLock(&queue);
  return status;
}

NTSTATUS fast_mutex_bad(FAST_MUTEX *Lock)
{
  ExAcquireFastMutex(Lock);
  NTSTATUS status = ProbeHardware();
  if (!NT_SUCCESS(status))
    ExReleaseFastMutex(Lock);
  ExReleaseFastMutex(Lock); // EXPECT: dxgk-double-destroy
  return status;
}

NTSTATUS fast_mutex_ok(FAST_MUTEX *Lock)
{
  ExAcquireFastMutex(Lock);
  NTSTATUS status = ProbeHardware();
  if (!NT_SUCCESS(status))
    DbgPrint("failed");
  ExReleaseFastMutex(Lock);
  return status;
}

NTSTATUS fast_mutex_unsafe_bad(FAST_MUTEX *Lock)
{
  ExAcquireFastMutexUnsafe(Lock);
  NTSTATUS status = ProbeHardware();
  if (!NT_SUCCESS(status))
    ExReleaseFastMutexUnsafe(Lock);
  ExReleaseFastMutexUnsafe(Lock); // EXPECT: dxgk-double-destroy
  return status;
}

NTSTATUS fast_mutex_unsafe_ok(FAST_MUTEX *Lock)
{
  ExAcquireFastMutexUnsafe(Lock);
  NTSTATUS status = ProbeHardware();
  if (!NT_SUCCESS(status))
    DbgPrint("failed");
  ExReleaseFastMutexUnsafe(Lock);
  return status;
}

NTSTATUS guarded_mutex_bad(KGUARDED_MUTEX *Lock)
{
  KeAcquireGuardedMutex(Lock);
  NTSTATUS status = ProbeHardware();
  if (!NT_SUCCESS(status))
    KeReleaseGuardedMutex(Lock);
  KeReleaseGuardedMutex(Lock); // EXPECT: dxgk-double-destroy
  return status;
}

NTSTATUS guarded_mutex_ok(KGUARDED_MUTEX *Lock)
{
  KeAcquireGuardedMutex(Lock);
  NTSTATUS status = ProbeHardware();
  if (!NT_SUCCESS(status))
    DbgPrint("failed");
  KeReleaseGuardedMutex(Lock);
  return status;
}

NTSTATUS push_lock_bad(EX_PUSH_LOCK *Lock)
{
  ExAcquirePushLockExclusive(Lock);
  NTSTATUS status = ProbeHardware();
  if (!NT_SUCCESS(status))
    ExReleasePushLockExclusive(Lock);
  ExReleasePushLockExclusive(Lock); // EXPECT: dxgk-double-destroy
  return status;
}

NTSTATUS push_lock_ok(EX_PUSH_LOCK *Lock)
{
  ExAcquirePushLockExclusive(Lock);
  NTSTATUS status = ProbeHardware();
  if (!NT_SUCCESS(status))
    DbgPrint("failed");
  ExReleasePushLockExclusive(Lock);
  return status;
}

NTSTATUS push_lock_shared_bad(EX_PUSH_LOCK *Lock)
{
  ExAcquirePushLockShared(Lock);
  NTSTATUS status = ProbeHardware();
  if (!NT_SUCCESS(status))
    ExReleasePushLockShared(Lock);
  ExReleasePushLockShared(Lock); // EXPECT: dxgk-double-destroy
  return status;
}

NTSTATUS push_lock_shared_ok(EX_PUSH_LOCK *Lock)
{
  ExAcquirePushLockShared(Lock);
  NTSTATUS status = ProbeHardware();
  if (!NT_SUCCESS(status))
    DbgPrint("failed");
  ExReleasePushLockShared(Lock);
  return status;
}

NTSTATUS reader_writer_bad(EX_SPIN_LOCK *Lock)
{
  KIRQL irql;
  irql = ExAcquireSpinLockExclusive(Lock);
  NTSTATUS status = ProbeHardware();
  if (!NT_SUCCESS(status))
    ExReleaseSpinLockExclusive(Lock, irql);
  ExReleaseSpinLockExclusive(Lock, irql); // EXPECT: dxgk-double-destroy
  return status;
}

NTSTATUS reader_writer_ok(EX_SPIN_LOCK *Lock)
{
  KIRQL irql;
  irql = ExAcquireSpinLockExclusive(Lock);
  NTSTATUS status = ProbeHardware();
  if (!NT_SUCCESS(status))
    DbgPrint("failed");
  ExReleaseSpinLockExclusive(Lock, irql);
  return status;
}

NTSTATUS reader_writer_shared_bad(EX_SPIN_LOCK *Lock)
{
  KIRQL irql;
  irql = ExAcquireSpinLockShared(Lock);
  NTSTATUS status = ProbeHardware();
  if (!NT_SUCCESS(status))
    ExReleaseSpinLockShared(Lock, irql);
  ExReleaseSpinLockShared(Lock, irql); // EXPECT: dxgk-double-destroy
  return status;
}

NTSTATUS reader_writer_shared_ok(EX_SPIN_LOCK *Lock)
{
  KIRQL irql;
  irql = ExAcquireSpinLockShared(Lock);
  NTSTATUS status = ProbeHardware();
  if (!NT_SUCCESS(status))
    DbgPrint("failed");
  ExReleaseSpinLockShared(Lock, irql);
  return status;
}
