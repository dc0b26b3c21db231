// A socket that DriverEntry has closed is closed once more when the driver goes.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <ntddk.h>
#include <wsk.h>

static PWSK_SOCKET Socket;
static WSK_REGISTRATION Registration;
static WSK_PROVIDER_NPI Provider;

PWSK_SOCKET MakeSocket(VOID);
NTSTATUS BindSocket(PWSK_SOCKET Socket);

static VOID close_socket_bad(PWSK_SOCKET Closed)
{
  PIRP irp = IoAllocateIrp(1, FALSE);
  if (!irp)
    return;
  ((const WSK_PROVIDER_BASIC_DISPATCH *)Closed->Dispatch)->WskCloseSocket(Closed, irp); // EXPECT: dxgk-double-destroy
  IoFreeIrp(irp);
}

// Without sockets the driver does the rest of its work.
DRIVER_UNLOAD Unload;
DRIVER_INITIALIZE DriverEntry;

VOID Unload(PDRIVER_OBJECT DriverObject)
{
  UNREFERENCED_PARAMETER(DriverObject);
  if (Socket) {
    close_socket_bad(Socket);
    Socket = NULL;
  }
}

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
  UNREFERENCED_PARAMETER(RegistryPath);
  DriverObject->DriverUnload = Unload;
  Socket = MakeSocket();
  if (Socket && !NT_SUCCESS(BindSocket(Socket))) {
    close_socket_bad(Socket);
  }
  return STATUS_SUCCESS;
}
