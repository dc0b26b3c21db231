// A question to the system fills in a block of the driver's and keeps nothing of it.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <ntifs.h>

#define QUERY_TAG 'yreQ'

NTSTATUS token_user_bad(HANDLE Token, PSID Sid, ULONG Bytes)
{
  ULONG length = 0;
  TOKEN_USER *user = ExAllocatePoolWithTag(PagedPool, 256, QUERY_TAG);
  if (!user)
    return STATUS_INSUFFICIENT_RESOURCES;
  NTSTATUS status = ZwQueryInformationToken(Token, TokenUser, user, 256, &length);
  if (!NT_SUCCESS(status))
    return status; // EXPECT: dxgk-leak
  status = RtlCopySid(Bytes, Sid, user->User.Sid);
  ExFreePoolWithTag(user, QUERY_TAG);
  return status;
}

NTSTATUS token_user_ok(HANDLE Token, PSID Sid, ULONG Bytes)
{
  ULONG length = 0;
  TOKEN_USER *user = ExAllocatePoolWithTag(PagedPool, 256, QUERY_TAG);
  if (!user)
    return STATUS_INSUFFICIENT_RESOURCES;
  NTSTATUS status = ZwQueryInformationToken(Token, TokenUser, user, 256, &length);
  if (NT_SUCCESS(status))
    status = RtlCopySid(Bytes, Sid, user->User.Sid);
  ExFreePoolWithTag(user, QUERY_TAG);
  return status;
}

NTSTATUS hardware_id_bad(PDEVICE_OBJECT Device, ULONG *Hash)
{
  ULONG length = 0;
  WCHAR *id = ExAllocatePoolWithTag(PagedPool, 512, QUERY_TAG);
  if (!id)
    return STATUS_INSUFFICIENT_RESOURCES;
  NTSTATUS status = IoGetDeviceProperty(Device, DevicePropertyHardwareID, 512, id, &length);
  if (NT_SUCCESS(status))
    *Hash = id[0];
  return status; // EXPECT: dxgk-leak
}

NTSTATUS hardware_id_ok(PDEVICE_OBJECT Device, ULONG *Hash)
{
  ULONG length = 0;
  WCHAR *id = ExAllocatePoolWithTag(PagedPool, 512, QUERY_TAG);
  if (!id)
    return STATUS_INSUFFICIENT_RESOURCES;
  NTSTATUS status = IoGetDeviceProperty(Device, DevicePropertyHardwareID, 512, id, &length);
  if (NT_SUCCESS(status))
    *Hash = id[0];
  ExFreePoolWithTag(id, QUERY_TAG);
  return status;
}

NTSTATUS Prepare(SECURITY_SUBJECT_CONTEXT *Subject);

NTSTATUS subject_bad(VOID)
{
  SECURITY_SUBJECT_CONTEXT subject;
  SeCaptureSubjectContext(&subject);
  NTSTATUS status = Prepare(&subject);
  if (!NT_SUCCESS(status))
    return status; // EXPECT: dxgk-leak
  SeReleaseSubjectContext(&subject);
  return status;
}

NTSTATUS subject_ok(VOID)
{
  SECURITY_SUBJECT_CONTEXT subject;
  SeCaptureSubjectContext(&subject);
  NTSTATUS status = Prepare(&subject);
  SeReleaseSubjectContext(&subject);
  return status;
}
