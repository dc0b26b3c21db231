// Locks that a failing path keeps.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

NTSTATUS spin_lock_kept_bad(KSPIN_LOCK *Lock)
{
  KIRQL irql;
  KeAcquireSpinLock(Lock, &irql);
  NTSTATUS status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    return status; // EXPECT: dxgk-leak
  }
  KeReleaseSpinLock(Lock, irql);
  return status;
}

NTSTATUS spin_lock_kept_ok(KSPIN_LOCK *Lock)
{
  KIRQL irql;
  KeAcquireSpinLock(Lock, &irql);
  NTSTATUS status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    KeReleaseSpinLock(Lock, irql);
    return status;
  }
  KeReleaseSpinLock(Lock, irql);
  return status;
}

NTSTATUS spin_lock_at_dpc_kept_bad(KSPIN_LOCK *Lock)
{
  KeAcquireSpinLockAtDpcLevel(Lock);
  NTSTATUS status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    return status; // EXPECT: dxgk-leak
  }
  KeReleaseSpinLockFromDpcLevel(Lock);
  return status;
}

NTSTATUS spin_lock_at_dpc_kept_ok(KSPIN_LOCK *Lock)
{
  KeAcquireSpinLockAtDpcLevel(Lock);
  NTSTATUS status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    KeReleaseSpinLockFromDpcLevel(Lock);
    return status;
  }
  KeReleaseSpinLockFromDpcLevel(Lock);
  return status;
}

NTSTATUS queued_kept_bad(KSPIN_LOCK *Lock)
{
  KLOCK_QUEUE_HANDLE queue;
  KeAcquireInStackQueuedSpinLock(Lock, &queue);
  NTSTATUS status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    return status; // EXPECT: dxgk-leak
  }
  KeReleaseInStackQueuedSpinLock(&queue);
  return status;
}

NTSTATUS queued_kept_ok(KSPIN_LOCK *Lock)
{
  KLOCK_QUEUE_HANDLE queue;
  KeAcquireInStackQueuedSpinLock(Lock, &queue);
  NTSTATUS status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    KeReleaseInStackQueuedSpinLock(&queue);
    return status;
  }
  KeReleaseInStackQueuedSpinLock(&queue);
  return status;
}

NTSTATUS fast_mutex_kept_bad(FAST_MUTEX *Lock)
{
  ExAcquireFastMutex(Lock);
  NTSTATUS status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    return status; // EXPECT: dxgk-leak
  }
  ExReleaseFastMutex(Lock);
  return status;
}

NTSTATUS fast_mutex_kept_ok(FAST_MUTEX *Lock)
{
  ExAcquireFastMutex(Lock);
  NTSTATUS status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    ExReleaseFastMutex(Lock);
    return status;
  }
  ExReleaseFastMutex(Lock);
  return status;
}

NTSTATUS guarded_mutex_kept_bad(KGUARDED_MUTEX *Lock)
{
  KeAcquireGuardedMutex(Lock);
  NTSTATUS status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    return status; // EXPECT: dxgk-leak
  }
  KeReleaseGuardedMutex(Lock);
  return status;
}

NTSTATUS guarded_mutex_kept_ok(KGUARDED_MUTEX *Lock)
{
  KeAcquireGuardedMutex(Lock);
  NTSTATUS status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    KeReleaseGuardedMutex(Lock);
    return status;
  }
  KeReleaseGuardedMutex(Lock);
  return status;
}

NTSTATUS push_lock_kept_bad(EX_PUSH_LOCK *Lock)
{
  ExAcquirePushLockExclusive(Lock);
  NTSTATUS status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    return status; // EXPECT: dxgk-leak
  }
  ExReleasePushLockExclusive(Lock);
  return status;
}

NTSTATUS push_lock_kept_ok(EX_PUSH_LOCK *Lock)
{
  ExAcquirePushLockExclusive(Lock);
  NTSTATUS status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    ExReleasePushLockExclusive(Lock);
    return status;
  }
  ExReleasePushLockExclusive(Lock);
  return status;
}

NTSTATUS reader_writer_kept_bad(EX_SPIN_LOCK *Lock)
{
  KIRQL irql;
  irql = ExAcquireSpinLockExclusive(Lock);
  NTSTATUS status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    return status; // EXPECT: dxgk-leak
  }
  ExReleaseSpinLockExclusive(Lock, irql);
  return status;
}

NTSTATUS reader_writer_kept_ok(EX_SPIN_LOCK *Lock)
{
  KIRQL irql;
  irql = ExAcquireSpinLockExclusive(Lock);
  NTSTATUS status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    ExReleaseSpinLockExclusive(Lock, irql);
    return status;
  }
  ExReleaseSpinLockExclusive(Lock, irql);
  return status;
}

NTSTATUS resource_kept_bad(PERESOURCE Lock)
{
  if (!ExAcquireResourceExclusiveLite(Lock, TRUE))
    return STATUS_UNSUCCESSFUL;
  NTSTATUS status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    return status; // EXPECT: dxgk-leak
  }
  ExReleaseResourceLite(Lock);
  return status;
}

NTSTATUS resource_kept_ok(PERESOURCE Lock)
{
  if (!ExAcquireResourceExclusiveLite(Lock, TRUE))
    return STATUS_UNSUCCESSFUL;
  NTSTATUS status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    ExReleaseResourceLite(Lock);
    return status;
  }
  ExReleaseResourceLite(Lock);
  return status;
}

NTSTATUS rundown_kept_bad(PEX_RUNDOWN_REF Lock)
{
  if (!ExAcquireRundownProtection(Lock))
    return STATUS_UNSUCCESSFUL;
  NTSTATUS status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    return status; // EXPECT: dxgk-leak
  }
  ExReleaseRundownProtection(Lock);
  return status;
}

NTSTATUS rundown_kept_ok(PEX_RUNDOWN_REF Lock)
{
  if (!ExAcquireRundownProtection(Lock))
    return STATUS_UNSUCCESSFUL;
  NTSTATUS status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    ExReleaseRundownProtection(Lock);
    return status;
  }
  ExReleaseRundownProtection(Lock);
  return status;
}

typedef struct _PACKETS {
  EX_RUNDOWN_REF InUse;
  KSPIN_LOCK Lock;
  LIST_ENTRY Waiting;
} PACKETS;

// What is queued holds the reference: whoever takes it out drops it.
VOID queued_with_reference_ok(PACKETS *Packets, PLIST_ENTRY Packet)
{
  KIRQL irql;
  if (!ExAcquireRundownProtection(&Packets->InUse))
    return;
  if (!NT_SUCCESS(ProbeHardware())) {
    ExReleaseRundownProtection(&Packets->InUse);
    return;
  }
  KeAcquireSpinLock(&Packets->Lock, &irql);
  InsertTailList(&Packets->Waiting, Packet);
  KeReleaseSpinLock(&Packets->Lock, irql);
}

BOOLEAN queued_with_reference_bad(PACKETS *Packets, PLIST_ENTRY Packet)
{
  KIRQL irql;
  if (!ExAcquireRundownProtection(&Packets->InUse))
    return FALSE;
  if (!NT_SUCCESS(ProbeHardware()))
    return FALSE; // EXPECT: dxgk-leak
  if (IsListEmpty(Packet)) {
    ExReleaseRundownProtection(&Packets->InUse);
    return FALSE;
  }
  KeAcquireSpinLock(&Packets->Lock, &irql);
  InsertTailList(&Packets->Waiting, Packet);
  KeReleaseSpinLock(&Packets->Lock, irql);
  return TRUE;
}

NTSTATUS remove_lock_kept_bad(PIO_REMOVE_LOCK Lock)
{
  NTSTATUS status = IoAcquireRemoveLock(Lock, NULL);
  if (!NT_SUCCESS(status))
    return status;
  status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    return status; // EXPECT: dxgk-leak
  }
  IoReleaseRemoveLock(Lock, NULL);
  return status;
}

NTSTATUS remove_lock_kept_ok(PIO_REMOVE_LOCK Lock)
{
  NTSTATUS status = IoAcquireRemoveLock(Lock, NULL);
  if (!NT_SUCCESS(status))
    return status;
  status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    IoReleaseRemoveLock(Lock, NULL);
    return status;
  }
  IoReleaseRemoveLock(Lock, NULL);
  return status;
}

IO_COMPLETION_ROUTINE ForwardDone;
NTSTATUS NTAPI ForwardDone(PDEVICE_OBJECT Device, PIRP Irp, PVOID Context)
{
  UNREFERENCED_PARAMETER(Device);
  IoReleaseRemoveLock((PIO_REMOVE_LOCK)Context, Irp);
  return STATUS_CONTINUE_COMPLETION;
}

// Until the request is over its completion routine has the lock.
VOID forward_ok(PDEVICE_OBJECT Lower, PIO_REMOVE_LOCK Lock, PIRP Irp)
{
  if (!NT_SUCCESS(IoAcquireRemoveLock(Lock, Irp)))
    return;
  if (!NT_SUCCESS(ProbeHardware())) {
    IoReleaseRemoveLock(Lock, Irp);
    return;
  }
  if (!NT_SUCCESS(ProbeHardware())) {
    IoReleaseRemoveLock(Lock, Irp);
    return;
  }
  IoCopyCurrentIrpStackLocationToNext(Irp);
  IoSetCompletionRoutine(Irp, ForwardDone, Lock, TRUE, TRUE, TRUE);
  IoCallDriver(Lower, Irp);
}

VOID forward_bad(PDEVICE_OBJECT Lower, PIO_REMOVE_LOCK Lock, PIRP Irp)
{
  if (!NT_SUCCESS(IoAcquireRemoveLock(Lock, Irp)))
    return;
  if (!NT_SUCCESS(ProbeHardware())) {
    IoReleaseRemoveLock(Lock, Irp);
    return;
  }
  if (!NT_SUCCESS(ProbeHardware())) {
    return; // EXPECT: dxgk-leak
  }
  IoCopyCurrentIrpStackLocationToNext(Irp);
  IoSetCompletionRoutine(Irp, ForwardDone, Lock, TRUE, TRUE, TRUE);
  IoCallDriver(Lower, Irp);
}

VOID void_kept_bad(KSPIN_LOCK *Lock)
{
  KIRQL irql;
  KeAcquireSpinLock(Lock, &irql);
  if (!HardwareIsReady()) {
    return; // EXPECT: dxgk-leak
  }
  KeReleaseSpinLock(Lock, irql);
}

VOID void_kept_ok(KSPIN_LOCK *Lock)
{
  KIRQL irql;
  KeAcquireSpinLock(Lock, &irql);
  if (!HardwareIsReady()) {
    KeReleaseSpinLock(Lock, irql);
    return;
  }
  KeReleaseSpinLock(Lock, irql);
}

// A way to take the lock: it is the caller's when the function says so.
NTSTATUS take_when_ready_ok(FAST_MUTEX *Lock)
{
  ExAcquireFastMutex(Lock);
  if (!HardwareIsReady()) {
    ExReleaseFastMutex(Lock);
    return STATUS_UNSUCCESSFUL;
  }
  return STATUS_SUCCESS;
}

VOID take_ok(FAST_MUTEX *Lock)
{
  ExAcquireFastMutex(Lock);
}
