// Requests of the framework: completed once, not used afterwards; blocks that a request is copied from stay the driver's.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <ntddk.h>
#include <wdf.h>

#define ECHO_TAG 'ohcE'

NTSTATUS Ready(void);

void completed_twice_bad(WDFREQUEST Request)
{
  NTSTATUS status = Ready();
  if (!NT_SUCCESS(status))
    WdfRequestComplete(Request, status);
  WdfRequestCompleteWithInformation(Request, STATUS_SUCCESS, 0); // EXPECT: dxgk-double-destroy
}

void completed_twice_ok(WDFREQUEST Request)
{
  NTSTATUS status = Ready();
  if (!NT_SUCCESS(status)) {
    WdfRequestComplete(Request, status);
    return;
  }
  WdfRequestCompleteWithInformation(Request, STATUS_SUCCESS, 0);
}

void looked_into_later_bad(WDFREQUEST Request)
{
  WdfRequestComplete(Request, STATUS_SUCCESS);
  if (WdfRequestGetInformation(Request)) // EXPECT: dxgk-use-after-destroy
    DbgPrint("long");
}

void looked_into_later_ok(WDFREQUEST Request)
{
  if (WdfRequestGetInformation(Request))
    DbgPrint("long");
  WdfRequestComplete(Request, STATUS_SUCCESS);
}

NTSTATUS copy_kept_bad(WDFREQUEST Request, size_t Length)
{
  void *input, *copy = ExAllocatePoolWithTag(NonPagedPoolNx, Length, ECHO_TAG);
  NTSTATUS status;
  if (!copy)
    return STATUS_INSUFFICIENT_RESOURCES;
  status = WdfRequestRetrieveInputBuffer(Request, Length, &input, NULL);
  if (!NT_SUCCESS(status))
    return status; // EXPECT: dxgk-leak
  RtlCopyMemory(copy, input, Length);
  ExFreePoolWithTag(copy, ECHO_TAG);
  return status;
}

NTSTATUS copy_kept_ok(WDFREQUEST Request, size_t Length)
{
  void *input, *copy = ExAllocatePoolWithTag(NonPagedPoolNx, Length, ECHO_TAG);
  NTSTATUS status;
  if (!copy)
    return STATUS_INSUFFICIENT_RESOURCES;
  status = WdfRequestRetrieveInputBuffer(Request, Length, &input, NULL);
  if (!NT_SUCCESS(status)) {
    ExFreePoolWithTag(copy, ECHO_TAG);
    return status;
  }
  RtlCopyMemory(copy, input, Length);
  ExFreePoolWithTag(copy, ECHO_TAG);
  return status;
}

void flushed_under_lock_bad(WDFWORKITEM Item, WDFSPINLOCK Lock)
{
  WdfSpinLockAcquire(Lock);
  WdfWorkItemFlush(Item); // EXPECT: dxgk-irql
  WdfSpinLockRelease(Lock);
}

void flushed_under_lock_ok(WDFWORKITEM Item, WDFSPINLOCK Lock)
{
  WdfSpinLockAcquire(Lock);
  WdfWorkItemEnqueue(Item);
  WdfSpinLockRelease(Lock);
  WdfWorkItemFlush(Item);
}

typedef struct LINES {
  WDFINTERRUPT Interrupts[4];
  WDFTIMER Timer;
  ULONG Count;
} LINES;

void interrupts_deleted_bad(LINES *Lines)
{
  ULONG i;
  for (i = 0; i < Lines->Count; i++)
    WdfObjectDelete(Lines->Interrupts[i]); // EXPECT: dxgk-double-destroy
  Lines->Count = 0;
}

void timer_deleted_ok(LINES *Lines)
{
  if (Lines->Timer)
    WdfObjectDelete(Lines->Timer);
  Lines->Timer = NULL;
  Lines->Count = 0;
}

NTSTATUS Send(WDFREQUEST Request);

NTSTATUS created_bad(WDF_OBJECT_ATTRIBUTES *Attributes, WDFIOTARGET Target)
{
  WDFREQUEST request;
  NTSTATUS status = WdfRequestCreate(Attributes, Target, &request);
  if (NT_SUCCESS(status)) {
    status = Send(request);
    return status;
  }
  return WdfRequestGetStatus(request); // EXPECT: dxgk-invalid-handle
}

NTSTATUS created_ok(WDF_OBJECT_ATTRIBUTES *Attributes, WDFIOTARGET Target)
{
  WDFREQUEST request;
  NTSTATUS status = WdfRequestCreate(Attributes, Target, &request);
  if (!NT_SUCCESS(status))
    return status;
  status = Send(request);
  if (NT_SUCCESS(status))
    status = WdfRequestGetStatus(request);
  WdfObjectDelete(request);
  return status;
}

// A key of the registry is closed once.
ULONG key_closed_twice_bad(WDFDEVICE Device, PCUNICODE_STRING Name)
{
  WDFKEY key;
  ULONG value = 0;
  if (!NT_SUCCESS(WdfDeviceOpenRegistryKey(Device, PLUGPLAY_REGKEY_DEVICE, KEY_READ, WDF_NO_OBJECT_ATTRIBUTES, &key)))
    return 0;
  if (!NT_SUCCESS(WdfRegistryQueryULong(key, Name, &value)))
    WdfRegistryClose(key);
  WdfRegistryClose(key); // EXPECT: dxgk-double-destroy
  return value;
}

ULONG key_closed_ok(WDFDEVICE Device, PCUNICODE_STRING Name)
{
  WDFKEY key;
  ULONG value = 0;
  if (!NT_SUCCESS(WdfDeviceOpenRegistryKey(Device, PLUGPLAY_REGKEY_DEVICE, KEY_READ, WDF_NO_OBJECT_ATTRIBUTES, &key)))
    return 0;
  if (!NT_SUCCESS(WdfRegistryQueryULong(key, Name, &value)))
    value = 0;
  WdfRegistryClose(key);
  return value;
}
