// What DXGKRNL_INTERFACE gives and takes back: lost where a later step fails, and given back twice.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

NTSTATUS map_memory_leaked_bad(ADAPTER *Adapter, PHYSICAL_ADDRESS Address)
{
  PVOID base;
  NTSTATUS status;
  status = Adapter->Dxgk.DxgkCbMapMemory(Adapter->Dxgk.DeviceHandle, Address, 4096, FALSE, FALSE, MmNonCached, &base);
  if (!NT_SUCCESS(status))
    return status;
  status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    return status; // EXPECT: dxgk-leak
  }
  Adapter->Dxgk.DxgkCbUnmapMemory(Adapter->Dxgk.DeviceHandle, base);
  return status;
}

NTSTATUS map_memory_leaked_ok(ADAPTER *Adapter, PHYSICAL_ADDRESS Address)
{
  PVOID base;
  NTSTATUS status;
  status = Adapter->Dxgk.DxgkCbMapMemory(Adapter->Dxgk.DeviceHandle, Address, 4096, FALSE, FALSE, MmNonCached, &base);
  if (!NT_SUCCESS(status))
    return status;
  status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    Adapter->Dxgk.DxgkCbUnmapMemory(Adapter->Dxgk.DeviceHandle, base);
    return status;
  }
  Adapter->Dxgk.DxgkCbUnmapMemory(Adapter->Dxgk.DeviceHandle, base);
  return status;
}

NTSTATUS map_memory_twice_bad(ADAPTER *Adapter, PHYSICAL_ADDRESS Address)
{
  PVOID base;
  NTSTATUS status;
  status = Adapter->Dxgk.DxgkCbMapMemory(Adapter->Dxgk.DeviceHandle, Address, 4096, FALSE, FALSE, MmNonCached, &base);
  if (!NT_SUCCESS(status))
    return status;
  status = ProbeHardware();
  if (!NT_SUCCESS(status))
    Adapter->Dxgk.DxgkCbUnmapMemory(Adapter->Dxgk.DeviceHandle, base);
  Adapter->Dxgk.DxgkCbUnmapMemory(Adapter->Dxgk.DeviceHandle, base); // EXPECT: dxgk-double-destroy
  return status;
}

NTSTATUS map_memory_twice_ok(ADAPTER *Adapter, PHYSICAL_ADDRESS Address)
{
  PVOID base;
  NTSTATUS status;
  status = Adapter->Dxgk.DxgkCbMapMemory(Adapter->Dxgk.DeviceHandle, Address, 4096, FALSE, FALSE, MmNonCached, &base);
  if (!NT_SUCCESS(status))
    return status;
  status = ProbeHardware();
  if (!NT_SUCCESS(status))
    DbgPrint("failed");
  Adapter->Dxgk.DxgkCbUnmapMemory(Adapter->Dxgk.DeviceHandle, base);
  return status;
}

NTSTATUS map_memory_address_bad(ADAPTER *Adapter, PHYSICAL_ADDRESS Address)
{
  PVOID base;
  NTSTATUS status = Adapter->Dxgk.DxgkCbMapMemory(Adapter->Dxgk.DeviceHandle, Address, 4096, FALSE, FALSE, MmNonCached, &base);
  if (!NT_SUCCESS(status))
    return status;
  Adapter->Dxgk.DxgkCbUnmapMemory(Adapter->Dxgk.DeviceHandle, &base); // EXPECT: dxgk-invalid-handle
  Adapter->Dxgk.DxgkCbUnmapMemory(Adapter->Dxgk.DeviceHandle, base);
  return status;
}

NTSTATUS map_memory_address_ok(ADAPTER *Adapter, PHYSICAL_ADDRESS Address)
{
  PVOID base;
  NTSTATUS status = Adapter->Dxgk.DxgkCbMapMemory(Adapter->Dxgk.DeviceHandle, Address, 4096, FALSE, FALSE, MmNonCached, &base);
  if (!NT_SUCCESS(status))
    return status;
  Adapter->Dxgk.DxgkCbUnmapMemory(Adapter->Dxgk.DeviceHandle, base);
  return status;
}

NTSTATUS handle_data_leaked_bad(ADAPTER *Adapter, D3DKMT_HANDLE Object)
{
  DXGKARGCB_GETHANDLEDATA get = {0};
  DXGKARGCB_RELEASEHANDLEDATA release = {0};
  NTSTATUS status;
  PVOID p;
  get.hObject = Object;
  p = Adapter->Dxgk.DxgkCbAcquireHandleData(&get, &release.ReleaseHandle);
  if (!p)
    return STATUS_INVALID_PARAMETER;
  status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    return status; // EXPECT: dxgk-leak
  }
  Adapter->Dxgk.DxgkCbReleaseHandleData(release);
  return status;
}

NTSTATUS handle_data_leaked_ok(ADAPTER *Adapter, D3DKMT_HANDLE Object)
{
  DXGKARGCB_GETHANDLEDATA get = {0};
  DXGKARGCB_RELEASEHANDLEDATA release = {0};
  NTSTATUS status;
  PVOID p;
  get.hObject = Object;
  p = Adapter->Dxgk.DxgkCbAcquireHandleData(&get, &release.ReleaseHandle);
  if (!p)
    return STATUS_INVALID_PARAMETER;
  status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    Adapter->Dxgk.DxgkCbReleaseHandleData(release);
    return status;
  }
  Adapter->Dxgk.DxgkCbReleaseHandleData(release);
  return status;
}

NTSTATUS handle_data_twice_bad(ADAPTER *Adapter, D3DKMT_HANDLE Object)
{
  DXGKARGCB_GETHANDLEDATA get = {0};
  DXGKARGCB_RELEASEHANDLEDATA release = {0};
  NTSTATUS status;
  PVOID p;
  get.hObject = Object;
  p = Adapter->Dxgk.DxgkCbAcquireHandleData(&get, &release.ReleaseHandle);
  if (!p)
    return STATUS_INVALID_PARAMETER;
  status = ProbeHardware();
  if (!NT_SUCCESS(status))
    Adapter->Dxgk.DxgkCbReleaseHandleData(release);
  Adapter->Dxgk.DxgkCbReleaseHandleData(release); // EXPECT: dxgk-double-destroy
  return status;
}

NTSTATUS handle_data_twice_ok(ADAPTER *Adapter, D3DKMT_HANDLE Object)
{
  DXGKARGCB_GETHANDLEDATA get = {0};
  DXGKARGCB_RELEASEHANDLEDATA release = {0};
  NTSTATUS status;
  PVOID p;
  get.hObject = Object;
  p = Adapter->Dxgk.DxgkCbAcquireHandleData(&get, &release.ReleaseHandle);
  if (!p)
    return STATUS_INVALID_PARAMETER;
  status = ProbeHardware();
  if (!NT_SUCCESS(status))
    DbgPrint("failed");
  Adapter->Dxgk.DxgkCbReleaseHandleData(release);
  return status;
}

NTSTATUS contiguous_leaked_bad(ADAPTER *Adapter)
{
  DXGKARGCB_ALLOCATECONTIGUOUSMEMORY get = {0};
  DXGKARGCB_FREECONTIGUOUSMEMORY give = {0};
  NTSTATUS status;
  status = Adapter->Dxgk.DxgkCbAllocateContiguousMemory(Adapter->Dxgk.DeviceHandle, &get);
  if (!NT_SUCCESS(status))
    return status;
  give.hMemoryHandle = get.hMemoryHandle;
  status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    return status; // EXPECT: dxgk-leak
  }
  Adapter->Dxgk.DxgkCbFreeContiguousMemory(Adapter->Dxgk.DeviceHandle, &give);
  return status;
}

NTSTATUS contiguous_leaked_ok(ADAPTER *Adapter)
{
  DXGKARGCB_ALLOCATECONTIGUOUSMEMORY get = {0};
  DXGKARGCB_FREECONTIGUOUSMEMORY give = {0};
  NTSTATUS status;
  status = Adapter->Dxgk.DxgkCbAllocateContiguousMemory(Adapter->Dxgk.DeviceHandle, &get);
  if (!NT_SUCCESS(status))
    return status;
  give.hMemoryHandle = get.hMemoryHandle;
  status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    Adapter->Dxgk.DxgkCbFreeContiguousMemory(Adapter->Dxgk.DeviceHandle, &give);
    return status;
  }
  Adapter->Dxgk.DxgkCbFreeContiguousMemory(Adapter->Dxgk.DeviceHandle, &give);
  return status;
}

NTSTATUS contiguous_twice_bad(ADAPTER *Adapter)
{
  DXGKARGCB_ALLOCATECONTIGUOUSMEMORY get = {0};
  DXGKARGCB_FREECONTIGUOUSMEMORY give = {0};
  NTSTATUS status;
  status = Adapter->Dxgk.DxgkCbAllocateContiguousMemory(Adapter->Dxgk.DeviceHandle, &get);
  if (!NT_SUCCESS(status))
    return status;
  give.hMemoryHandle = get.hMemoryHandle;
  status = ProbeHardware();
  if (!NT_SUCCESS(status))
    Adapter->Dxgk.DxgkCbFreeContiguousMemory(Adapter->Dxgk.DeviceHandle, &give);
  Adapter->Dxgk.DxgkCbFreeContiguousMemory(Adapter->Dxgk.DeviceHandle, &give); // EXPECT: dxgk-double-destroy
  return status;
}

NTSTATUS contiguous_twice_ok(ADAPTER *Adapter)
{
  DXGKARGCB_ALLOCATECONTIGUOUSMEMORY get = {0};
  DXGKARGCB_FREECONTIGUOUSMEMORY give = {0};
  NTSTATUS status;
  status = Adapter->Dxgk.DxgkCbAllocateContiguousMemory(Adapter->Dxgk.DeviceHandle, &get);
  if (!NT_SUCCESS(status))
    return status;
  give.hMemoryHandle = get.hMemoryHandle;
  status = ProbeHardware();
  if (!NT_SUCCESS(status))
    DbgPrint("failed");
  Adapter->Dxgk.DxgkCbFreeContiguousMemory(Adapter->Dxgk.DeviceHandle, &give);
  return status;
}

NTSTATUS pages_leaked_bad(ADAPTER *Adapter)
{
  DXGKARGCB_ALLOCATEPAGESFORMDL get = {0};
  DXGKARGCB_FREEPAGESFROMMDL give = {0};
  NTSTATUS status;
  status = Adapter->Dxgk.DxgkCbAllocatePagesForMdl(Adapter->Dxgk.DeviceHandle, &get);
  if (!NT_SUCCESS(status))
    return status;
  give.hMemoryHandle = get.hMemoryHandle;
  status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    return status; // EXPECT: dxgk-leak
  }
  Adapter->Dxgk.DxgkCbFreePagesFromMdl(Adapter->Dxgk.DeviceHandle, &give);
  return status;
}

NTSTATUS pages_leaked_ok(ADAPTER *Adapter)
{
  DXGKARGCB_ALLOCATEPAGESFORMDL get = {0};
  DXGKARGCB_FREEPAGESFROMMDL give = {0};
  NTSTATUS status;
  status = Adapter->Dxgk.DxgkCbAllocatePagesForMdl(Adapter->Dxgk.DeviceHandle, &get);
  if (!NT_SUCCESS(status))
    return status;
  give.hMemoryHandle = get.hMemoryHandle;
  status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    Adapter->Dxgk.DxgkCbFreePagesFromMdl(Adapter->Dxgk.DeviceHandle, &give);
    return status;
  }
  Adapter->Dxgk.DxgkCbFreePagesFromMdl(Adapter->Dxgk.DeviceHandle, &give);
  return status;
}

NTSTATUS pages_twice_bad(ADAPTER *Adapter)
{
  DXGKARGCB_ALLOCATEPAGESFORMDL get = {0};
  DXGKARGCB_FREEPAGESFROMMDL give = {0};
  NTSTATUS status;
  status = Adapter->Dxgk.DxgkCbAllocatePagesForMdl(Adapter->Dxgk.DeviceHandle, &get);
  if (!NT_SUCCESS(status))
    return status;
  give.hMemoryHandle = get.hMemoryHandle;
  status = ProbeHardware();
  if (!NT_SUCCESS(status))
    Adapter->Dxgk.DxgkCbFreePagesFromMdl(Adapter->Dxgk.DeviceHandle, &give);
  Adapter->Dxgk.DxgkCbFreePagesFromMdl(Adapter->Dxgk.DeviceHandle, &give); // EXPECT: dxgk-double-destroy
  return status;
}

NTSTATUS pages_twice_ok(ADAPTER *Adapter)
{
  DXGKARGCB_ALLOCATEPAGESFORMDL get = {0};
  DXGKARGCB_FREEPAGESFROMMDL give = {0};
  NTSTATUS status;
  status = Adapter->Dxgk.DxgkCbAllocatePagesForMdl(Adapter->Dxgk.DeviceHandle, &get);
  if (!NT_SUCCESS(status))
    return status;
  give.hMemoryHandle = get.hMemoryHandle;
  status = ProbeHardware();
  if (!NT_SUCCESS(status))
    DbgPrint("failed");
  Adapter->Dxgk.DxgkCbFreePagesFromMdl(Adapter->Dxgk.DeviceHandle, &give);
  return status;
}

NTSTATUS iommu_leaked_bad(ADAPTER *Adapter)
{
  DXGKARGCB_MAPMDLTOIOMMU get = {0};
  DXGKARGCB_UNMAPMDLFROMIOMMU give = {0};
  NTSTATUS status;
  status = Adapter->Dxgk.DxgkCbMapMdlToIoMmu(Adapter->Dxgk.DeviceHandle, &get);
  if (!NT_SUCCESS(status))
    return status;
  give.hMemoryHandle = get.hMemoryHandle;
  status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    return status; // EXPECT: dxgk-leak
  }
  Adapter->Dxgk.DxgkCbUnmapMdlFromIoMmu(Adapter->Dxgk.DeviceHandle, &give);
  return status;
}

NTSTATUS iommu_leaked_ok(ADAPTER *Adapter)
{
  DXGKARGCB_MAPMDLTOIOMMU get = {0};
  DXGKARGCB_UNMAPMDLFROMIOMMU give = {0};
  NTSTATUS status;
  status = Adapter->Dxgk.DxgkCbMapMdlToIoMmu(Adapter->Dxgk.DeviceHandle, &get);
  if (!NT_SUCCESS(status))
    return status;
  give.hMemoryHandle = get.hMemoryHandle;
  status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    Adapter->Dxgk.DxgkCbUnmapMdlFromIoMmu(Adapter->Dxgk.DeviceHandle, &give);
    return status;
  }
  Adapter->Dxgk.DxgkCbUnmapMdlFromIoMmu(Adapter->Dxgk.DeviceHandle, &give);
  return status;
}

NTSTATUS iommu_twice_bad(ADAPTER *Adapter)
{
  DXGKARGCB_MAPMDLTOIOMMU get = {0};
  DXGKARGCB_UNMAPMDLFROMIOMMU give = {0};
  NTSTATUS status;
  status = Adapter->Dxgk.DxgkCbMapMdlToIoMmu(Adapter->Dxgk.DeviceHandle, &get);
  if (!NT_SUCCESS(status))
    return status;
  give.hMemoryHandle = get.hMemoryHandle;
  status = ProbeHardware();
  if (!NT_SUCCESS(status))
    Adapter->Dxgk.DxgkCbUnmapMdlFromIoMmu(Adapter->Dxgk.DeviceHandle, &give);
  Adapter->Dxgk.DxgkCbUnmapMdlFromIoMmu(Adapter->Dxgk.DeviceHandle, &give); // EXPECT: dxgk-double-destroy
  return status;
}

NTSTATUS iommu_twice_ok(ADAPTER *Adapter)
{
  DXGKARGCB_MAPMDLTOIOMMU get = {0};
  DXGKARGCB_UNMAPMDLFROMIOMMU give = {0};
  NTSTATUS status;
  status = Adapter->Dxgk.DxgkCbMapMdlToIoMmu(Adapter->Dxgk.DeviceHandle, &get);
  if (!NT_SUCCESS(status))
    return status;
  give.hMemoryHandle = get.hMemoryHandle;
  status = ProbeHardware();
  if (!NT_SUCCESS(status))
    DbgPrint("failed");
  Adapter->Dxgk.DxgkCbUnmapMdlFromIoMmu(Adapter->Dxgk.DeviceHandle, &give);
  return status;
}

NTSTATUS frame_buffer_leaked_bad(ADAPTER *Adapter)
{
  DXGKARGCB_MAPFRAMEBUFFERPOINTER get = {0};
  DXGKARGCB_UNMAPFRAMEBUFFERPOINTER give = {0};
  NTSTATUS status;
  status = Adapter->Dxgk.DxgkCbMapFrameBufferPointer(Adapter->Dxgk.DeviceHandle, &get);
  if (!NT_SUCCESS(status))
    return status;
  give.pBaseAddress = get.pBaseAddress;
  status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    return status; // EXPECT: dxgk-leak
  }
  Adapter->Dxgk.DxgkCbUnmapFrameBufferPointer(Adapter->Dxgk.DeviceHandle, &give);
  return status;
}

NTSTATUS frame_buffer_leaked_ok(ADAPTER *Adapter)
{
  DXGKARGCB_MAPFRAMEBUFFERPOINTER get = {0};
  DXGKARGCB_UNMAPFRAMEBUFFERPOINTER give = {0};
  NTSTATUS status;
  status = Adapter->Dxgk.DxgkCbMapFrameBufferPointer(Adapter->Dxgk.DeviceHandle, &get);
  if (!NT_SUCCESS(status))
    return status;
  give.pBaseAddress = get.pBaseAddress;
  status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    Adapter->Dxgk.DxgkCbUnmapFrameBufferPointer(Adapter->Dxgk.DeviceHandle, &give);
    return status;
  }
  Adapter->Dxgk.DxgkCbUnmapFrameBufferPointer(Adapter->Dxgk.DeviceHandle, &give);
  return status;
}

NTSTATUS frame_buffer_twice_bad(ADAPTER *Adapter)
{
  DXGKARGCB_MAPFRAMEBUFFERPOINTER get = {0};
  DXGKARGCB_UNMAPFRAMEBUFFERPOINTER give = {0};
  NTSTATUS status;
  status = Adapter->Dxgk.DxgkCbMapFrameBufferPointer(Adapter->Dxgk.DeviceHandle, &get);
  if (!NT_SUCCESS(status))
    return status;
  give.pBaseAddress = get.pBaseAddress;
  status = ProbeHardware();
  if (!NT_SUCCESS(status))
    Adapter->Dxgk.DxgkCbUnmapFrameBufferPointer(Adapter->Dxgk.DeviceHandle, &give);
  Adapter->Dxgk.DxgkCbUnmapFrameBufferPointer(Adapter->Dxgk.DeviceHandle, &give); // EXPECT: dxgk-double-destroy
  return status;
}

NTSTATUS frame_buffer_twice_ok(ADAPTER *Adapter)
{
  DXGKARGCB_MAPFRAMEBUFFERPOINTER get = {0};
  DXGKARGCB_UNMAPFRAMEBUFFERPOINTER give = {0};
  NTSTATUS status;
  status = Adapter->Dxgk.DxgkCbMapFrameBufferPointer(Adapter->Dxgk.DeviceHandle, &get);
  if (!NT_SUCCESS(status))
    return status;
  give.pBaseAddress = get.pBaseAddress;
  status = ProbeHardware();
  if (!NT_SUCCESS(status))
    DbgPrint("failed");
  Adapter->Dxgk.DxgkCbUnmapFrameBufferPointer(Adapter->Dxgk.DeviceHandle, &give);
  return status;
}

NTSTATUS physical_object_leaked_bad(ADAPTER *Adapter)
{
  DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT get = {0};
  DXGKARGCB_DESTROY_PHYSICAL_MEMORY_OBJECT give = {0};
  NTSTATUS status;
  status = Adapter->Dxgk.DxgkCbCreatePhysicalMemoryObject(&get);
  if (!NT_SUCCESS(status))
    return status;
  give.hPhysicalMemoryObject = get.hPhysicalMemoryObject;
  status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    return status; // EXPECT: dxgk-leak
  }
  Adapter->Dxgk.DxgkCbDestroyPhysicalMemoryObject(&give);
  return status;
}

NTSTATUS physical_object_leaked_ok(ADAPTER *Adapter)
{
  DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT get = {0};
  DXGKARGCB_DESTROY_PHYSICAL_MEMORY_OBJECT give = {0};
  NTSTATUS status;
  status = Adapter->Dxgk.DxgkCbCreatePhysicalMemoryObject(&get);
  if (!NT_SUCCESS(status))
    return status;
  give.hPhysicalMemoryObject = get.hPhysicalMemoryObject;
  status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    Adapter->Dxgk.DxgkCbDestroyPhysicalMemoryObject(&give);
    return status;
  }
  Adapter->Dxgk.DxgkCbDestroyPhysicalMemoryObject(&give);
  return status;
}

NTSTATUS physical_object_twice_bad(ADAPTER *Adapter)
{
  DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT get = {0};
  DXGKARGCB_DESTROY_PHYSICAL_MEMORY_OBJECT give = {0};
  NTSTATUS status;
  status = Adapter->Dxgk.DxgkCbCreatePhysicalMemoryObject(&get);
  if (!NT_SUCCESS(status))
    return status;
  give.hPhysicalMemoryObject = get.hPhysicalMemoryObject;
  status = ProbeHardware();
  if (!NT_SUCCESS(status))
    Adapter->Dxgk.DxgkCbDestroyPhysicalMemoryObject(&give);
  Adapter->Dxgk.DxgkCbDestroyPhysicalMemoryObject(&give); // EXPECT: dxgk-double-destroy
  return status;
}

NTSTATUS physical_object_twice_ok(ADAPTER *Adapter)
{
  DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT get = {0};
  DXGKARGCB_DESTROY_PHYSICAL_MEMORY_OBJECT give = {0};
  NTSTATUS status;
  status = Adapter->Dxgk.DxgkCbCreatePhysicalMemoryObject(&get);
  if (!NT_SUCCESS(status))
    return status;
  give.hPhysicalMemoryObject = get.hPhysicalMemoryObject;
  status = ProbeHardware();
  if (!NT_SUCCESS(status))
    DbgPrint("failed");
  Adapter->Dxgk.DxgkCbDestroyPhysicalMemoryObject(&give);
  return status;
}

NTSTATUS physical_open_leaked_bad(ADAPTER *Adapter, HANDLE Object)
{
  DXGKARGCB_OPEN_PHYSICAL_MEMORY_OBJECT get = {0};
  DXGKARGCB_CLOSE_PHYSICAL_MEMORY_OBJECT give = {0};
  NTSTATUS status;
  get.hPhysicalMemoryObject = Object;
  status = Adapter->Dxgk.DxgkCbOpenPhysicalMemoryObject(&get);
  if (!NT_SUCCESS(status))
    return status;
  give.hAdapterMemoryObject = get.hAdapterMemoryObject;
  status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    return status; // EXPECT: dxgk-leak
  }
  Adapter->Dxgk.DxgkCbClosePhysicalMemoryObject(&give);
  return status;
}

NTSTATUS physical_open_leaked_ok(ADAPTER *Adapter, HANDLE Object)
{
  DXGKARGCB_OPEN_PHYSICAL_MEMORY_OBJECT get = {0};
  DXGKARGCB_CLOSE_PHYSICAL_MEMORY_OBJECT give = {0};
  NTSTATUS status;
  get.hPhysicalMemoryObject = Object;
  status = Adapter->Dxgk.DxgkCbOpenPhysicalMemoryObject(&get);
  if (!NT_SUCCESS(status))
    return status;
  give.hAdapterMemoryObject = get.hAdapterMemoryObject;
  status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    Adapter->Dxgk.DxgkCbClosePhysicalMemoryObject(&give);
    return status;
  }
  Adapter->Dxgk.DxgkCbClosePhysicalMemoryObject(&give);
  return status;
}

NTSTATUS physical_open_twice_bad(ADAPTER *Adapter, HANDLE Object)
{
  DXGKARGCB_OPEN_PHYSICAL_MEMORY_OBJECT get = {0};
  DXGKARGCB_CLOSE_PHYSICAL_MEMORY_OBJECT give = {0};
  NTSTATUS status;
  get.hPhysicalMemoryObject = Object;
  status = Adapter->Dxgk.DxgkCbOpenPhysicalMemoryObject(&get);
  if (!NT_SUCCESS(status))
    return status;
  give.hAdapterMemoryObject = get.hAdapterMemoryObject;
  status = ProbeHardware();
  if (!NT_SUCCESS(status))
    Adapter->Dxgk.DxgkCbClosePhysicalMemoryObject(&give);
  Adapter->Dxgk.DxgkCbClosePhysicalMemoryObject(&give); // EXPECT: dxgk-double-destroy
  return status;
}

NTSTATUS physical_open_twice_ok(ADAPTER *Adapter, HANDLE Object)
{
  DXGKARGCB_OPEN_PHYSICAL_MEMORY_OBJECT get = {0};
  DXGKARGCB_CLOSE_PHYSICAL_MEMORY_OBJECT give = {0};
  NTSTATUS status;
  get.hPhysicalMemoryObject = Object;
  status = Adapter->Dxgk.DxgkCbOpenPhysicalMemoryObject(&get);
  if (!NT_SUCCESS(status))
    return status;
  give.hAdapterMemoryObject = get.hAdapterMemoryObject;
  status = ProbeHardware();
  if (!NT_SUCCESS(status))
    DbgPrint("failed");
  Adapter->Dxgk.DxgkCbClosePhysicalMemoryObject(&give);
  return status;
}

NTSTATUS physical_map_leaked_bad(ADAPTER *Adapter, HANDLE Object)
{
  DXGKARGCB_MAP_PHYSICAL_MEMORY get = {0};
  DXGKARGCB_UNMAP_PHYSICAL_MEMORY give = {0};
  NTSTATUS status;
  get.hPhysicalMemoryObject = Object;
  status = Adapter->Dxgk.DxgkCbMapPhysicalMemory(&get);
  if (!NT_SUCCESS(status))
    return status;
  give.pBaseAddress = get.pMappedAddress;
  status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    return status; // EXPECT: dxgk-leak
  }
  Adapter->Dxgk.DxgkCbUnmapPhysicalMemory(&give);
  return status;
}

NTSTATUS physical_map_leaked_ok(ADAPTER *Adapter, HANDLE Object)
{
  DXGKARGCB_MAP_PHYSICAL_MEMORY get = {0};
  DXGKARGCB_UNMAP_PHYSICAL_MEMORY give = {0};
  NTSTATUS status;
  get.hPhysicalMemoryObject = Object;
  status = Adapter->Dxgk.DxgkCbMapPhysicalMemory(&get);
  if (!NT_SUCCESS(status))
    return status;
  give.pBaseAddress = get.pMappedAddress;
  status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    Adapter->Dxgk.DxgkCbUnmapPhysicalMemory(&give);
    return status;
  }
  Adapter->Dxgk.DxgkCbUnmapPhysicalMemory(&give);
  return status;
}

NTSTATUS physical_map_twice_bad(ADAPTER *Adapter, HANDLE Object)
{
  DXGKARGCB_MAP_PHYSICAL_MEMORY get = {0};
  DXGKARGCB_UNMAP_PHYSICAL_MEMORY give = {0};
  NTSTATUS status;
  get.hPhysicalMemoryObject = Object;
  status = Adapter->Dxgk.DxgkCbMapPhysicalMemory(&get);
  if (!NT_SUCCESS(status))
    return status;
  give.pBaseAddress = get.pMappedAddress;
  status = ProbeHardware();
  if (!NT_SUCCESS(status))
    Adapter->Dxgk.DxgkCbUnmapPhysicalMemory(&give);
  Adapter->Dxgk.DxgkCbUnmapPhysicalMemory(&give); // EXPECT: dxgk-double-destroy
  return status;
}

NTSTATUS physical_map_twice_ok(ADAPTER *Adapter, HANDLE Object)
{
  DXGKARGCB_MAP_PHYSICAL_MEMORY get = {0};
  DXGKARGCB_UNMAP_PHYSICAL_MEMORY give = {0};
  NTSTATUS status;
  get.hPhysicalMemoryObject = Object;
  status = Adapter->Dxgk.DxgkCbMapPhysicalMemory(&get);
  if (!NT_SUCCESS(status))
    return status;
  give.pBaseAddress = get.pMappedAddress;
  status = ProbeHardware();
  if (!NT_SUCCESS(status))
    DbgPrint("failed");
  Adapter->Dxgk.DxgkCbUnmapPhysicalMemory(&give);
  return status;
}

NTSTATUS adl_leaked_bad(ADAPTER *Adapter)
{
  DXGKARGCB_ALLOCATE_ADL get = {0};
  DXGKARGCB_FREE_ADL give = {0};
  NTSTATUS status;
  status = Adapter->Dxgk.DxgkCbAllocateAdl(&get);
  if (!NT_SUCCESS(status))
    return status;
  give.pAdl = get.pAdl;
  status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    return status; // EXPECT: dxgk-leak
  }
  Adapter->Dxgk.DxgkCbFreeAdl(&give);
  return status;
}

NTSTATUS adl_leaked_ok(ADAPTER *Adapter)
{
  DXGKARGCB_ALLOCATE_ADL get = {0};
  DXGKARGCB_FREE_ADL give = {0};
  NTSTATUS status;
  status = Adapter->Dxgk.DxgkCbAllocateAdl(&get);
  if (!NT_SUCCESS(status))
    return status;
  give.pAdl = get.pAdl;
  status = ProbeHardware();
  if (!NT_SUCCESS(status)) {
    Adapter->Dxgk.DxgkCbFreeAdl(&give);
    return status;
  }
  Adapter->Dxgk.DxgkCbFreeAdl(&give);
  return status;
}

NTSTATUS adl_twice_bad(ADAPTER *Adapter)
{
  DXGKARGCB_ALLOCATE_ADL get = {0};
  DXGKARGCB_FREE_ADL give = {0};
  NTSTATUS status;
  status = Adapter->Dxgk.DxgkCbAllocateAdl(&get);
  if (!NT_SUCCESS(status))
    return status;
  give.pAdl = get.pAdl;
  status = ProbeHardware();
  if (!NT_SUCCESS(status))
    Adapter->Dxgk.DxgkCbFreeAdl(&give);
  Adapter->Dxgk.DxgkCbFreeAdl(&give); // EXPECT: dxgk-double-destroy
  return status;
}

NTSTATUS adl_twice_ok(ADAPTER *Adapter)
{
  DXGKARGCB_ALLOCATE_ADL get = {0};
  DXGKARGCB_FREE_ADL give = {0};
  NTSTATUS status;
  status = Adapter->Dxgk.DxgkCbAllocateAdl(&get);
  if (!NT_SUCCESS(status))
    return status;
  give.pAdl = get.pAdl;
  status = ProbeHardware();
  if (!NT_SUCCESS(status))
    DbgPrint("failed");
  Adapter->Dxgk.DxgkCbFreeAdl(&give);
  return status;
}
