// Devices of a stack and directories of objects: a stack always has a highest device, and a directory that exists is an error
// without OBJ_OPENIF.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <ntddk.h>
#include <wdf.h>

NTSTATUS highest_bad(PDEVICE_OBJECT Device, CCHAR *Size)
{
  PDEVICE_OBJECT highest = IoGetAttachedDeviceReference(Device);
  *Size = highest->StackSize;
  if (*Size > 10)
    return STATUS_INVALID_DEVICE_STATE; // EXPECT: dxgk-leak
  ObDereferenceObject(highest);
  return STATUS_SUCCESS;
}

NTSTATUS highest_ok(PDEVICE_OBJECT Device, CCHAR *Size)
{
  PDEVICE_OBJECT highest = IoGetAttachedDeviceReference(Device);
  ObDereferenceObject(highest);
  *Size = 0;
  return STATUS_SUCCESS;
}

NTSTATUS first_free_bad(POBJECT_ATTRIBUTES Names, ULONG *Number, BOOLEAN IsReady)
{
  HANDLE handle;
  NTSTATUS status;
  do {
    status = ZwCreateDirectoryObject(&handle, DIRECTORY_ALL_ACCESS, &Names[*Number]);
    ++*Number;
  } while (status == STATUS_OBJECT_NAME_COLLISION || status == STATUS_OBJECT_NAME_EXISTS);
  if (!NT_SUCCESS(status))
    return status;
  if (!IsReady)
    return STATUS_DEVICE_NOT_READY; // EXPECT: dxgk-leak
  ZwClose(handle);
  return status;
}

NTSTATUS first_free_ok(POBJECT_ATTRIBUTES Names, ULONG *Number)
{
  HANDLE handle;
  NTSTATUS status;
  do {
    status = ZwCreateDirectoryObject(&handle, DIRECTORY_ALL_ACCESS, &Names[*Number]);
    ++*Number;
  } while (status == STATUS_OBJECT_NAME_COLLISION || status == STATUS_OBJECT_NAME_EXISTS);
  if (!NT_SUCCESS(status))
    return status;
  ZwClose(handle);
  return status;
}
