// Handles, references, IRPs and work items: lost where a later step fails, closed twice, used when closed.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

NTSTATUS device_key_leaked_bad(PDEVICE_OBJECT Device)
{
  HANDLE h;
  NTSTATUS status;
  status = IoOpenDeviceRegistryKey(Device, PLUGPLAY_REGKEY_DRIVER, KEY_READ, &h);
  if (!NT_SUCCESS(status))
    return status;
  status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    return status; // EXPECT: dxgk-leak
  }
  ZwClose(h);
  return status;
}

NTSTATUS device_key_leaked_ok(PDEVICE_OBJECT Device)
{
  HANDLE h;
  NTSTATUS status;
  status = IoOpenDeviceRegistryKey(Device, PLUGPLAY_REGKEY_DRIVER, KEY_READ, &h);
  if (!NT_SUCCESS(status))
    return status;
  status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    ZwClose(h);
    return status;
  }
  ZwClose(h);
  return status;
}

NTSTATUS device_key_twice_bad(PDEVICE_OBJECT Device)
{
  HANDLE h;
  NTSTATUS status;
  status = IoOpenDeviceRegistryKey(Device, PLUGPLAY_REGKEY_DRIVER, KEY_READ, &h);
  if (!NT_SUCCESS(status))
    return status;
  status = ProbeHardware();
  if (!NT_SUCCESS(status))
    ZwClose(h);
  ZwClose(h); // EXPECT: dxgk-double-destroy
  return status;
}

NTSTATUS device_key_twice_ok(PDEVICE_OBJECT Device)
{
  HANDLE h;
  NTSTATUS status;
  status = IoOpenDeviceRegistryKey(Device, PLUGPLAY_REGKEY_DRIVER, KEY_READ, &h);
  if (!NT_SUCCESS(status))
    return status;
  status = ProbeHardware();
  if (!NT_SUCCESS(status))
    DbgPrint("failed");
  ZwClose(h);
  return status;
}

NTSTATUS key_leaked_bad(POBJECT_ATTRIBUTES Attributes)
{
  HANDLE h;
  NTSTATUS status;
  status = ZwOpenKey(&h, KEY_READ, Attributes);
  if (!NT_SUCCESS(status))
    return status;
  status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    return status; // EXPECT: dxgk-leak
  }
  ZwClose(h);
  return status;
}

NTSTATUS key_leaked_ok(POBJECT_ATTRIBUTES Attributes)
{
  HANDLE h;
  NTSTATUS status;
  status = ZwOpenKey(&h, KEY_READ, Attributes);
  if (!NT_SUCCESS(status))
    return status;
  status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    ZwClose(h);
    return status;
  }
  ZwClose(h);
  return status;
}

NTSTATUS key_twice_bad(POBJECT_ATTRIBUTES Attributes)
{
  HANDLE h;
  NTSTATUS status;
  status = ZwOpenKey(&h, KEY_READ, Attributes);
  if (!NT_SUCCESS(status))
    return status;
  status = ProbeHardware();
  if (!NT_SUCCESS(status))
    ZwClose(h);
  ZwClose(h); // EXPECT: dxgk-double-destroy
  return status;
}

NTSTATUS key_twice_ok(POBJECT_ATTRIBUTES Attributes)
{
  HANDLE h;
  NTSTATUS status;
  status = ZwOpenKey(&h, KEY_READ, Attributes);
  if (!NT_SUCCESS(status))
    return status;
  status = ProbeHardware();
  if (!NT_SUCCESS(status))
    DbgPrint("failed");
  ZwClose(h);
  return status;
}

NTSTATUS file_leaked_bad(POBJECT_ATTRIBUTES Attributes)
{
  HANDLE h;
  IO_STATUS_BLOCK io;
  NTSTATUS status;
  status = ZwOpenFile(&h, GENERIC_READ, Attributes, &io, 0, 0);
  if (!NT_SUCCESS(status))
    return status;
  status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    return status; // EXPECT: dxgk-leak
  }
  ZwClose(h);
  return status;
}

NTSTATUS file_leaked_ok(POBJECT_ATTRIBUTES Attributes)
{
  HANDLE h;
  IO_STATUS_BLOCK io;
  NTSTATUS status;
  status = ZwOpenFile(&h, GENERIC_READ, Attributes, &io, 0, 0);
  if (!NT_SUCCESS(status))
    return status;
  status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    ZwClose(h);
    return status;
  }
  ZwClose(h);
  return status;
}

NTSTATUS file_twice_bad(POBJECT_ATTRIBUTES Attributes)
{
  HANDLE h;
  IO_STATUS_BLOCK io;
  NTSTATUS status;
  status = ZwOpenFile(&h, GENERIC_READ, Attributes, &io, 0, 0);
  if (!NT_SUCCESS(status))
    return status;
  status = ProbeHardware();
  if (!NT_SUCCESS(status))
    ZwClose(h);
  ZwClose(h); // EXPECT: dxgk-double-destroy
  return status;
}

NTSTATUS file_twice_ok(POBJECT_ATTRIBUTES Attributes)
{
  HANDLE h;
  IO_STATUS_BLOCK io;
  NTSTATUS status;
  status = ZwOpenFile(&h, GENERIC_READ, Attributes, &io, 0, 0);
  if (!NT_SUCCESS(status))
    return status;
  status = ProbeHardware();
  if (!NT_SUCCESS(status))
    DbgPrint("failed");
  ZwClose(h);
  return status;
}

NTSTATUS thread_leaked_bad(PKSTART_ROUTINE Routine)
{
  HANDLE h;
  NTSTATUS status;
  status = PsCreateSystemThread(&h, THREAD_ALL_ACCESS, NULL, NULL, NULL, Routine, NULL);
  if (!NT_SUCCESS(status))
    return status;
  status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    return status; // EXPECT: dxgk-leak
  }
  ZwClose(h);
  return status;
}

NTSTATUS thread_leaked_ok(PKSTART_ROUTINE Routine)
{
  HANDLE h;
  NTSTATUS status;
  status = PsCreateSystemThread(&h, THREAD_ALL_ACCESS, NULL, NULL, NULL, Routine, NULL);
  if (!NT_SUCCESS(status))
    return status;
  status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    ZwClose(h);
    return status;
  }
  ZwClose(h);
  return status;
}

NTSTATUS thread_twice_bad(PKSTART_ROUTINE Routine)
{
  HANDLE h;
  NTSTATUS status;
  status = PsCreateSystemThread(&h, THREAD_ALL_ACCESS, NULL, NULL, NULL, Routine, NULL);
  if (!NT_SUCCESS(status))
    return status;
  status = ProbeHardware();
  if (!NT_SUCCESS(status))
    ZwClose(h);
  ZwClose(h); // EXPECT: dxgk-double-destroy
  return status;
}

NTSTATUS thread_twice_ok(PKSTART_ROUTINE Routine)
{
  HANDLE h;
  NTSTATUS status;
  status = PsCreateSystemThread(&h, THREAD_ALL_ACCESS, NULL, NULL, NULL, Routine, NULL);
  if (!NT_SUCCESS(status))
    return status;
  status = ProbeHardware();
  if (!NT_SUCCESS(status))
    DbgPrint("failed");
  ZwClose(h);
  return status;
}

NTSTATUS key_value_bad(PDEVICE_OBJECT Device, PUNICODE_STRING Name, ULONG Value)
{
  HANDLE h;
  NTSTATUS status = IoOpenDeviceRegistryKey(Device, PLUGPLAY_REGKEY_DRIVER, KEY_WRITE, &h);
  if (!NT_SUCCESS(status))
    return status;
  status = ZwSetValueKey(h, Name, 0, REG_DWORD, &Value, sizeof(Value));
  return status; // EXPECT: dxgk-leak
}

NTSTATUS key_value_ok(PDEVICE_OBJECT Device, PUNICODE_STRING Name, ULONG Value)
{
  HANDLE h;
  NTSTATUS status = IoOpenDeviceRegistryKey(Device, PLUGPLAY_REGKEY_DRIVER, KEY_WRITE, &h);
  if (!NT_SUCCESS(status))
    return status;
  status = ZwSetValueKey(h, Name, 0, REG_DWORD, &Value, sizeof(Value));
  ZwClose(h);
  return status;
}

NTSTATUS key_closed_bad(PDEVICE_OBJECT Device, PUNICODE_STRING Name)
{
  HANDLE h;
  NTSTATUS status = IoOpenDeviceRegistryKey(Device, PLUGPLAY_REGKEY_DRIVER, KEY_WRITE, &h);
  if (!NT_SUCCESS(status))
    return status;
  ZwClose(h);
  status = ZwDeleteValueKey(h, Name); // EXPECT: dxgk-use-after-destroy
  return status;
}

NTSTATUS key_closed_ok(PDEVICE_OBJECT Device, PUNICODE_STRING Name)
{
  HANDLE h;
  NTSTATUS status = IoOpenDeviceRegistryKey(Device, PLUGPLAY_REGKEY_DRIVER, KEY_WRITE, &h);
  if (!NT_SUCCESS(status))
    return status;
  status = ZwDeleteValueKey(h, Name);
  ZwClose(h);
  return status;
}

NTSTATUS key_failed_bad(PDEVICE_OBJECT Device)
{
  HANDLE h;
  NTSTATUS status = IoOpenDeviceRegistryKey(Device, PLUGPLAY_REGKEY_DRIVER, KEY_READ, &h);
  if (NT_SUCCESS(status))
    status = ProbeHardware();
    ZwClose(h); // EXPECT: dxgk-invalid-handle
  return status;
}

NTSTATUS key_failed_ok(PDEVICE_OBJECT Device)
{
  HANDLE h = NULL;
  NTSTATUS status = IoOpenDeviceRegistryKey(Device, PLUGPLAY_REGKEY_DRIVER, KEY_READ, &h);
  if (NT_SUCCESS(status))
    status = ProbeHardware();
  if (h)
    ZwClose(h);
  return status;
}

NTSTATUS reference_leaked_bad(HANDLE Event)
{
  PVOID object;
  NTSTATUS status;
  status = ObReferenceObjectByHandle(Event, EVENT_MODIFY_STATE, NULL, KernelMode, &object, NULL);
  if (!NT_SUCCESS(status))
    return status;
  status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    return status; // EXPECT: dxgk-leak
  }
  ObDereferenceObject(object);
  return status;
}

NTSTATUS reference_leaked_ok(HANDLE Event)
{
  PVOID object;
  NTSTATUS status;
  status = ObReferenceObjectByHandle(Event, EVENT_MODIFY_STATE, NULL, KernelMode, &object, NULL);
  if (!NT_SUCCESS(status))
    return status;
  status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    ObDereferenceObject(object);
    return status;
  }
  ObDereferenceObject(object);
  return status;
}

NTSTATUS device_pointer_leaked_bad(PUNICODE_STRING Name)
{
  PFILE_OBJECT file;
  PDEVICE_OBJECT device;
  NTSTATUS status;
  status = IoGetDeviceObjectPointer(Name, FILE_READ_DATA, &file, &device);
  if (!NT_SUCCESS(status))
    return status;
  status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    return status; // EXPECT: dxgk-leak
  }
  ObDereferenceObject(file);
  return status;
}

NTSTATUS device_pointer_leaked_ok(PUNICODE_STRING Name)
{
  PFILE_OBJECT file;
  PDEVICE_OBJECT device;
  NTSTATUS status;
  status = IoGetDeviceObjectPointer(Name, FILE_READ_DATA, &file, &device);
  if (!NT_SUCCESS(status))
    return status;
  status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    ObDereferenceObject(file);
    return status;
  }
  ObDereferenceObject(file);
  return status;
}

NTSTATUS irp_leaked_bad(PDEVICE_OBJECT Device)
{
  PIRP p;
  NTSTATUS status;
  p = IoAllocateIrp(Device->StackSize, FALSE);
  if (!p)
    return STATUS_INSUFFICIENT_RESOURCES;
  status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    return status; // EXPECT: dxgk-leak
  }
  IoFreeIrp(p);
  return status;
}

NTSTATUS irp_leaked_ok(PDEVICE_OBJECT Device)
{
  PIRP p;
  NTSTATUS status;
  p = IoAllocateIrp(Device->StackSize, FALSE);
  if (!p)
    return STATUS_INSUFFICIENT_RESOURCES;
  status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    IoFreeIrp(p);
    return status;
  }
  IoFreeIrp(p);
  return status;
}

NTSTATUS irp_twice_bad(PDEVICE_OBJECT Device)
{
  PIRP p;
  NTSTATUS status;
  p = IoAllocateIrp(Device->StackSize, FALSE);
  if (!p)
    return STATUS_INSUFFICIENT_RESOURCES;
  status = ProbeHardware();
  if (!NT_SUCCESS(status))
    IoFreeIrp(p);
  IoFreeIrp(p); // EXPECT: dxgk-double-destroy
  return status;
}

NTSTATUS irp_twice_ok(PDEVICE_OBJECT Device)
{
  PIRP p;
  NTSTATUS status;
  p = IoAllocateIrp(Device->StackSize, FALSE);
  if (!p)
    return STATUS_INSUFFICIENT_RESOURCES;
  status = ProbeHardware();
  if (!NT_SUCCESS(status))
    DbgPrint("failed");
  IoFreeIrp(p);
  return status;
}

NTSTATUS work_item_leaked_bad(PDEVICE_OBJECT Device)
{
  PIO_WORKITEM p;
  NTSTATUS status;
  p = IoAllocateWorkItem(Device);
  if (!p)
    return STATUS_INSUFFICIENT_RESOURCES;
  status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    return status; // EXPECT: dxgk-leak
  }
  IoFreeWorkItem(p);
  return status;
}

NTSTATUS work_item_leaked_ok(PDEVICE_OBJECT Device)
{
  PIO_WORKITEM p;
  NTSTATUS status;
  p = IoAllocateWorkItem(Device);
  if (!p)
    return STATUS_INSUFFICIENT_RESOURCES;
  status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    IoFreeWorkItem(p);
    return status;
  }
  IoFreeWorkItem(p);
  return status;
}

NTSTATUS work_item_twice_bad(PDEVICE_OBJECT Device)
{
  PIO_WORKITEM p;
  NTSTATUS status;
  p = IoAllocateWorkItem(Device);
  if (!p)
    return STATUS_INSUFFICIENT_RESOURCES;
  status = ProbeHardware();
  if (!NT_SUCCESS(status))
    IoFreeWorkItem(p);
  IoFreeWorkItem(p); // EXPECT: dxgk-double-destroy
  return status;
}

NTSTATUS work_item_twice_ok(PDEVICE_OBJECT Device)
{
  PIO_WORKITEM p;
  NTSTATUS status;
  p = IoAllocateWorkItem(Device);
  if (!p)
    return STATUS_INSUFFICIENT_RESOURCES;
  status = ProbeHardware();
  if (!NT_SUCCESS(status))
    DbgPrint("failed");
  IoFreeWorkItem(p);
  return status;
}

// A thread was made or was not: there is no success between the two.
NTSTATUS thread_exactly_made_ok(PKSTART_ROUTINE Routine)
{
  HANDLE h;
  NTSTATUS status = PsCreateSystemThread(&h, THREAD_ALL_ACCESS, NULL, NULL, NULL, Routine, NULL);
  if (status != STATUS_SUCCESS)
    return status;
  ZwClose(h);
  return STATUS_SUCCESS;
}

NTSTATUS thread_exactly_made_bad(PKSTART_ROUTINE Routine)
{
  HANDLE h;
  NTSTATUS status = PsCreateSystemThread(&h, THREAD_ALL_ACCESS, NULL, NULL, NULL, Routine, NULL);
  if (status == STATUS_SUCCESS)
    return status; // EXPECT: dxgk-leak
  return STATUS_UNSUCCESSFUL;
}

// The handle is a new one: nobody asks whether the reference succeeds.
VOID thread_reference_bad(HANDLE Thread)
{
  PVOID object = NULL;
  ObReferenceObjectByHandle(Thread, THREAD_ALL_ACCESS, NULL, KernelMode, &object, NULL);
  if (NT_SUCCESS(ProbeHardware()))
    ObDereferenceObject(object);
} // EXPECT: dxgk-leak

VOID thread_reference_ok(HANDLE Thread)
{
  PVOID object = NULL;
  ObReferenceObjectByHandle(Thread, THREAD_ALL_ACCESS, NULL, KernelMode, &object, NULL);
  if (NT_SUCCESS(ProbeHardware()))
    DbgPrint("ready");
  ObDereferenceObject(object);
}
