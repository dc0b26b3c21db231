// Blocks of memory, MDLs and mappings: lost where a later step fails, and freed twice.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

NTSTATUS pool_with_tag_leaked_bad(SIZE_T Size)
{
  PVOID p;
  NTSTATUS status;
  p = ExAllocatePoolWithTag(NonPagedPoolNx, Size, POOL_TAG);
  if (!p)
    return STATUS_INSUFFICIENT_RESOURCES;
  status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    return status; // EXPECT: dxgk-leak
  }
  ExFreePoolWithTag(p, POOL_TAG);
  return status;
}

NTSTATUS pool_with_tag_leaked_ok(SIZE_T Size)
{
  PVOID p;
  NTSTATUS status;
  p = ExAllocatePoolWithTag(NonPagedPoolNx, Size, POOL_TAG);
  if (!p)
    return STATUS_INSUFFICIENT_RESOURCES;
  status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    ExFreePoolWithTag(p, POOL_TAG);
    return status;
  }
  ExFreePoolWithTag(p, POOL_TAG);
  return status;
}

NTSTATUS pool_with_tag_twice_bad(SIZE_T Size)
{
  PVOID p;
  NTSTATUS status;
  p = ExAllocatePoolWithTag(NonPagedPoolNx, Size, POOL_TAG);
  if (!p)
    return STATUS_INSUFFICIENT_RESOURCES;
  status = ProbeHardware();
  if (!NT_SUCCESS(status))
    ExFreePoolWithTag(p, POOL_TAG);
  ExFreePoolWithTag(p, POOL_TAG); // EXPECT: dxgk-double-destroy
  return status;
}

NTSTATUS pool_with_tag_twice_ok(SIZE_T Size)
{
  PVOID p;
  NTSTATUS status;
  p = ExAllocatePoolWithTag(NonPagedPoolNx, Size, POOL_TAG);
  if (!p)
    return STATUS_INSUFFICIENT_RESOURCES;
  status = ProbeHardware();
  if (!NT_SUCCESS(status))
    DbgPrint("failed");
  ExFreePoolWithTag(p, POOL_TAG);
  return status;
}

NTSTATUS pool2_leaked_bad(SIZE_T Size)
{
  PVOID p;
  NTSTATUS status;
  p = ExAllocatePool2(POOL_FLAG_NON_PAGED, Size, POOL_TAG);
  if (!p)
    return STATUS_INSUFFICIENT_RESOURCES;
  status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    return status; // EXPECT: dxgk-leak
  }
  ExFreePool(p);
  return status;
}

NTSTATUS pool2_leaked_ok(SIZE_T Size)
{
  PVOID p;
  NTSTATUS status;
  p = ExAllocatePool2(POOL_FLAG_NON_PAGED, Size, POOL_TAG);
  if (!p)
    return STATUS_INSUFFICIENT_RESOURCES;
  status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    ExFreePool(p);
    return status;
  }
  ExFreePool(p);
  return status;
}

NTSTATUS pool2_twice_bad(SIZE_T Size)
{
  PVOID p;
  NTSTATUS status;
  p = ExAllocatePool2(POOL_FLAG_NON_PAGED, Size, POOL_TAG);
  if (!p)
    return STATUS_INSUFFICIENT_RESOURCES;
  status = ProbeHardware();
  if (!NT_SUCCESS(status))
    ExFreePool(p);
  ExFreePool(p); // EXPECT: dxgk-double-destroy
  return status;
}

NTSTATUS pool2_twice_ok(SIZE_T Size)
{
  PVOID p;
  NTSTATUS status;
  p = ExAllocatePool2(POOL_FLAG_NON_PAGED, Size, POOL_TAG);
  if (!p)
    return STATUS_INSUFFICIENT_RESOURCES;
  status = ProbeHardware();
  if (!NT_SUCCESS(status))
    DbgPrint("failed");
  ExFreePool(p);
  return status;
}

NTSTATUS pool_zero_leaked_bad(SIZE_T Size)
{
  PVOID p;
  NTSTATUS status;
  p = ExAllocatePoolZero(NonPagedPoolNx, Size, POOL_TAG);
  if (!p)
    return STATUS_INSUFFICIENT_RESOURCES;
  status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    return status; // EXPECT: dxgk-leak
  }
  ExFreePoolWithTag(p, POOL_TAG);
  return status;
}

NTSTATUS pool_zero_leaked_ok(SIZE_T Size)
{
  PVOID p;
  NTSTATUS status;
  p = ExAllocatePoolZero(NonPagedPoolNx, Size, POOL_TAG);
  if (!p)
    return STATUS_INSUFFICIENT_RESOURCES;
  status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    ExFreePoolWithTag(p, POOL_TAG);
    return status;
  }
  ExFreePoolWithTag(p, POOL_TAG);
  return status;
}

NTSTATUS pool_zero_twice_bad(SIZE_T Size)
{
  PVOID p;
  NTSTATUS status;
  p = ExAllocatePoolZero(NonPagedPoolNx, Size, POOL_TAG);
  if (!p)
    return STATUS_INSUFFICIENT_RESOURCES;
  status = ProbeHardware();
  if (!NT_SUCCESS(status))
    ExFreePoolWithTag(p, POOL_TAG);
  ExFreePoolWithTag(p, POOL_TAG); // EXPECT: dxgk-double-destroy
  return status;
}

NTSTATUS pool_zero_twice_ok(SIZE_T Size)
{
  PVOID p;
  NTSTATUS status;
  p = ExAllocatePoolZero(NonPagedPoolNx, Size, POOL_TAG);
  if (!p)
    return STATUS_INSUFFICIENT_RESOURCES;
  status = ProbeHardware();
  if (!NT_SUCCESS(status))
    DbgPrint("failed");
  ExFreePoolWithTag(p, POOL_TAG);
  return status;
}

NTSTATUS lookaside_leaked_bad(PNPAGED_LOOKASIDE_LIST List)
{
  PVOID p;
  NTSTATUS status;
  p = ExAllocateFromNPagedLookasideList(List);
  if (!p)
    return STATUS_INSUFFICIENT_RESOURCES;
  status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    return status; // EXPECT: dxgk-leak
  }
  ExFreeToNPagedLookasideList(List, p);
  return status;
}

NTSTATUS lookaside_leaked_ok(PNPAGED_LOOKASIDE_LIST List)
{
  PVOID p;
  NTSTATUS status;
  p = ExAllocateFromNPagedLookasideList(List);
  if (!p)
    return STATUS_INSUFFICIENT_RESOURCES;
  status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    ExFreeToNPagedLookasideList(List, p);
    return status;
  }
  ExFreeToNPagedLookasideList(List, p);
  return status;
}

NTSTATUS lookaside_twice_bad(PNPAGED_LOOKASIDE_LIST List)
{
  PVOID p;
  NTSTATUS status;
  p = ExAllocateFromNPagedLookasideList(List);
  if (!p)
    return STATUS_INSUFFICIENT_RESOURCES;
  status = ProbeHardware();
  if (!NT_SUCCESS(status))
    ExFreeToNPagedLookasideList(List, p);
  ExFreeToNPagedLookasideList(List, p); // EXPECT: dxgk-double-destroy
  return status;
}

NTSTATUS lookaside_twice_ok(PNPAGED_LOOKASIDE_LIST List)
{
  PVOID p;
  NTSTATUS status;
  p = ExAllocateFromNPagedLookasideList(List);
  if (!p)
    return STATUS_INSUFFICIENT_RESOURCES;
  status = ProbeHardware();
  if (!NT_SUCCESS(status))
    DbgPrint("failed");
  ExFreeToNPagedLookasideList(List, p);
  return status;
}

NTSTATUS contiguous_leaked_bad(SIZE_T Size, PHYSICAL_ADDRESS Highest)
{
  PVOID p;
  NTSTATUS status;
  p = MmAllocateContiguousMemory(Size, Highest);
  if (!p)
    return STATUS_INSUFFICIENT_RESOURCES;
  status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    return status; // EXPECT: dxgk-leak
  }
  MmFreeContiguousMemory(p);
  return status;
}

NTSTATUS contiguous_leaked_ok(SIZE_T Size, PHYSICAL_ADDRESS Highest)
{
  PVOID p;
  NTSTATUS status;
  p = MmAllocateContiguousMemory(Size, Highest);
  if (!p)
    return STATUS_INSUFFICIENT_RESOURCES;
  status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    MmFreeContiguousMemory(p);
    return status;
  }
  MmFreeContiguousMemory(p);
  return status;
}

NTSTATUS contiguous_twice_bad(SIZE_T Size, PHYSICAL_ADDRESS Highest)
{
  PVOID p;
  NTSTATUS status;
  p = MmAllocateContiguousMemory(Size, Highest);
  if (!p)
    return STATUS_INSUFFICIENT_RESOURCES;
  status = ProbeHardware();
  if (!NT_SUCCESS(status))
    MmFreeContiguousMemory(p);
  MmFreeContiguousMemory(p); // EXPECT: dxgk-double-destroy
  return status;
}

NTSTATUS contiguous_twice_ok(SIZE_T Size, PHYSICAL_ADDRESS Highest)
{
  PVOID p;
  NTSTATUS status;
  p = MmAllocateContiguousMemory(Size, Highest);
  if (!p)
    return STATUS_INSUFFICIENT_RESOURCES;
  status = ProbeHardware();
  if (!NT_SUCCESS(status))
    DbgPrint("failed");
  MmFreeContiguousMemory(p);
  return status;
}

NTSTATUS mdl_leaked_bad(PVOID Buffer, ULONG Size)
{
  PMDL p;
  NTSTATUS status;
  p = IoAllocateMdl(Buffer, Size, FALSE, FALSE, NULL);
  if (!p)
    return STATUS_INSUFFICIENT_RESOURCES;
  status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    return status; // EXPECT: dxgk-leak
  }
  IoFreeMdl(p);
  return status;
}

NTSTATUS mdl_leaked_ok(PVOID Buffer, ULONG Size)
{
  PMDL p;
  NTSTATUS status;
  p = IoAllocateMdl(Buffer, Size, FALSE, FALSE, NULL);
  if (!p)
    return STATUS_INSUFFICIENT_RESOURCES;
  status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    IoFreeMdl(p);
    return status;
  }
  IoFreeMdl(p);
  return status;
}

NTSTATUS mdl_twice_bad(PVOID Buffer, ULONG Size)
{
  PMDL p;
  NTSTATUS status;
  p = IoAllocateMdl(Buffer, Size, FALSE, FALSE, NULL);
  if (!p)
    return STATUS_INSUFFICIENT_RESOURCES;
  status = ProbeHardware();
  if (!NT_SUCCESS(status))
    IoFreeMdl(p);
  IoFreeMdl(p); // EXPECT: dxgk-double-destroy
  return status;
}

NTSTATUS mdl_twice_ok(PVOID Buffer, ULONG Size)
{
  PMDL p;
  NTSTATUS status;
  p = IoAllocateMdl(Buffer, Size, FALSE, FALSE, NULL);
  if (!p)
    return STATUS_INSUFFICIENT_RESOURCES;
  status = ProbeHardware();
  if (!NT_SUCCESS(status))
    DbgPrint("failed");
  IoFreeMdl(p);
  return status;
}

NTSTATUS io_space_leaked_bad(PHYSICAL_ADDRESS Address, SIZE_T Size)
{
  PVOID p;
  NTSTATUS status;
  p = MmMapIoSpaceEx(Address, Size, PAGE_READWRITE);
  if (!p)
    return STATUS_INSUFFICIENT_RESOURCES;
  status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    return status; // EXPECT: dxgk-leak
  }
  MmUnmapIoSpace(p, Size);
  return status;
}

NTSTATUS io_space_leaked_ok(PHYSICAL_ADDRESS Address, SIZE_T Size)
{
  PVOID p;
  NTSTATUS status;
  p = MmMapIoSpaceEx(Address, Size, PAGE_READWRITE);
  if (!p)
    return STATUS_INSUFFICIENT_RESOURCES;
  status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    MmUnmapIoSpace(p, Size);
    return status;
  }
  MmUnmapIoSpace(p, Size);
  return status;
}

NTSTATUS io_space_twice_bad(PHYSICAL_ADDRESS Address, SIZE_T Size)
{
  PVOID p;
  NTSTATUS status;
  p = MmMapIoSpaceEx(Address, Size, PAGE_READWRITE);
  if (!p)
    return STATUS_INSUFFICIENT_RESOURCES;
  status = ProbeHardware();
  if (!NT_SUCCESS(status))
    MmUnmapIoSpace(p, Size);
  MmUnmapIoSpace(p, Size); // EXPECT: dxgk-double-destroy
  return status;
}

NTSTATUS io_space_twice_ok(PHYSICAL_ADDRESS Address, SIZE_T Size)
{
  PVOID p;
  NTSTATUS status;
  p = MmMapIoSpaceEx(Address, Size, PAGE_READWRITE);
  if (!p)
    return STATUS_INSUFFICIENT_RESOURCES;
  status = ProbeHardware();
  if (!NT_SUCCESS(status))
    DbgPrint("failed");
  MmUnmapIoSpace(p, Size);
  return status;
}

NTSTATUS mdl_mapping_leaked_bad(PMDL Mdl)
{
  PVOID p;
  NTSTATUS status;
  p = MmMapLockedPagesSpecifyCache(Mdl, KernelMode, MmCached, NULL, FALSE, NormalPagePriority);
  if (!p)
    return STATUS_INSUFFICIENT_RESOURCES;
  status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    return status; // EXPECT: dxgk-leak
  }
  MmUnmapLockedPages(p, Mdl);
  return status;
}

NTSTATUS mdl_mapping_leaked_ok(PMDL Mdl)
{
  PVOID p;
  NTSTATUS status;
  p = MmMapLockedPagesSpecifyCache(Mdl, KernelMode, MmCached, NULL, FALSE, NormalPagePriority);
  if (!p)
    return STATUS_INSUFFICIENT_RESOURCES;
  status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    MmUnmapLockedPages(p, Mdl);
    return status;
  }
  MmUnmapLockedPages(p, Mdl);
  return status;
}

NTSTATUS mdl_mapping_twice_bad(PMDL Mdl)
{
  PVOID p;
  NTSTATUS status;
  p = MmMapLockedPagesSpecifyCache(Mdl, KernelMode, MmCached, NULL, FALSE, NormalPagePriority);
  if (!p)
    return STATUS_INSUFFICIENT_RESOURCES;
  status = ProbeHardware();
  if (!NT_SUCCESS(status))
    MmUnmapLockedPages(p, Mdl);
  MmUnmapLockedPages(p, Mdl); // EXPECT: dxgk-double-destroy
  return status;
}

NTSTATUS mdl_mapping_twice_ok(PMDL Mdl)
{
  PVOID p;
  NTSTATUS status;
  p = MmMapLockedPagesSpecifyCache(Mdl, KernelMode, MmCached, NULL, FALSE, NormalPagePriority);
  if (!p)
    return STATUS_INSUFFICIENT_RESOURCES;
  status = ProbeHardware();
  if (!NT_SUCCESS(status))
    DbgPrint("failed");
  MmUnmapLockedPages(p, Mdl);
  return status;
}

NTSTATUS mapping_address_leaked_bad(SIZE_T Size)
{
  PVOID p;
  NTSTATUS status;
  p = MmAllocateMappingAddress(Size, POOL_TAG);
  if (!p)
    return STATUS_INSUFFICIENT_RESOURCES;
  status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    return status; // EXPECT: dxgk-leak
  }
  MmFreeMappingAddress(p, POOL_TAG);
  return status;
}

NTSTATUS mapping_address_leaked_ok(SIZE_T Size)
{
  PVOID p;
  NTSTATUS status;
  p = MmAllocateMappingAddress(Size, POOL_TAG);
  if (!p)
    return STATUS_INSUFFICIENT_RESOURCES;
  status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    MmFreeMappingAddress(p, POOL_TAG);
    return status;
  }
  MmFreeMappingAddress(p, POOL_TAG);
  return status;
}

NTSTATUS mapping_address_twice_bad(SIZE_T Size)
{
  PVOID p;
  NTSTATUS status;
  p = MmAllocateMappingAddress(Size, POOL_TAG);
  if (!p)
    return STATUS_INSUFFICIENT_RESOURCES;
  status = ProbeHardware();
  if (!NT_SUCCESS(status))
    MmFreeMappingAddress(p, POOL_TAG);
  MmFreeMappingAddress(p, POOL_TAG); // EXPECT: dxgk-double-destroy
  return status;
}

NTSTATUS mapping_address_twice_ok(SIZE_T Size)
{
  PVOID p;
  NTSTATUS status;
  p = MmAllocateMappingAddress(Size, POOL_TAG);
  if (!p)
    return STATUS_INSUFFICIENT_RESOURCES;
  status = ProbeHardware();
  if (!NT_SUCCESS(status))
    DbgPrint("failed");
  MmFreeMappingAddress(p, POOL_TAG);
  return status;
}

VOID pages_twice_bad(PMDL Mdl)
{
  MmProbeAndLockPages(Mdl, KernelMode, IoReadAccess);
  if (!HardwareIsReady())
    MmUnlockPages(Mdl);
  MmUnlockPages(Mdl); // EXPECT: dxgk-double-destroy
}

VOID pages_twice_ok(PMDL Mdl)
{
  MmProbeAndLockPages(Mdl, KernelMode, IoReadAccess);
  if (!HardwareIsReady())
    DbgPrint("not ready");
  MmUnlockPages(Mdl);
}

NTSTATUS string_bad(const GUID *Guid)
{
  UNICODE_STRING name;
  NTSTATUS status = RtlStringFromGUID(Guid, &name);
  if (!NT_SUCCESS(status))
    return status;
  status = ProbeHardware();
  return status; // EXPECT: dxgk-leak
}

NTSTATUS string_ok(const GUID *Guid)
{
  UNICODE_STRING name;
  NTSTATUS status = RtlStringFromGUID(Guid, &name);
  if (!NT_SUCCESS(status))
    return status;
  status = ProbeHardware();
  RtlFreeUnicodeString(&name);
  return status;
}

NTSTATUS holder_bad(SIZE_T Size)
{
  PVOID *holder = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(PVOID), POOL_TAG);
  if (!holder)
    return STATUS_INSUFFICIENT_RESOURCES;
  *holder = ExAllocatePool2(POOL_FLAG_NON_PAGED, Size, POOL_TAG);
  ExFreePool(holder); // EXPECT: dxgk-leak
  return STATUS_SUCCESS;
}

NTSTATUS holder_ok(SIZE_T Size)
{
  PVOID *holder = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(PVOID), POOL_TAG);
  if (!holder)
    return STATUS_INSUFFICIENT_RESOURCES;
  *holder = ExAllocatePool2(POOL_FLAG_NON_PAGED, Size, POOL_TAG);
  if (*holder)
    ExFreePool(*holder);
  ExFreePool(holder);
  return STATUS_SUCCESS;
}

NTSTATUS view_bad(HANDLE Section)
{
  PVOID base = NULL;
  SIZE_T size = 0;
  NTSTATUS status = ZwMapViewOfSection(Section, ZwCurrentProcess(), &base, 0, 0, NULL, &size, ViewUnmap, 0, PAGE_READWRITE);
  if (!NT_SUCCESS(status))
    return status;
  status = ProbeHardware();
  return status; // EXPECT: dxgk-leak
}

NTSTATUS view_ok(HANDLE Section)
{
  PVOID base = NULL;
  SIZE_T size = 0;
  NTSTATUS status = ZwMapViewOfSection(Section, ZwCurrentProcess(), &base, 0, 0, NULL, &size, ViewUnmap, 0, PAGE_READWRITE);
  if (!NT_SUCCESS(status))
    return status;
  status = ProbeHardware();
  ZwUnmapViewOfSection(ZwCurrentProcess(), base);
  return status;
}
