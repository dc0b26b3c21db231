// Allocations: a handle with its adapter and its address.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "gpu.h"

NTSTATUS GpuAllocCreate(GPU_DEVICE *device, HANDLE os_context, SIZE_T size, GPU_ALLOC *alloc)
{
    DXGKARGCB_CREATECONTEXTALLOCATION args = {
        .ContextAllocationFlags.SharedAcrossContexts = os_context == NULL,
        .hAdapter = device->adapter->iface.DeviceHandle,
        .hDevice = device->os_handle,
        .hContext = os_context,
        .hDriverAllocation = alloc,
        .Size = size,
        .Alignment = PAGE_SIZE,
        .SupportedSegmentSet = 1,
    };
    NTSTATUS status = device->adapter->iface.DxgkCbCreateContextAllocation(&args);

    if (!NT_SUCCESS(status))
        return status;
    *alloc = (GPU_ALLOC){.adapter = device->adapter, .handle = args.hAllocation};
    return STATUS_SUCCESS;
}

NTSTATUS GpuAllocMap(GPU_ALLOC *alloc)
{
    DXGKARGCB_MAPCONTEXTALLOCATION map = {.hAllocation = alloc->handle, .SizeInPages = 1};
    D3DGPU_VIRTUAL_ADDRESS va;

    if (alloc->mapped)
        return STATUS_SUCCESS;
    va = alloc->adapter->iface.DxgkCbMapContextAllocation(alloc->adapter->iface.DeviceHandle, &map);
    if (va == 0)
        return STATUS_NO_MEMORY;
    alloc->va = va;
    alloc->mapped = TRUE;
    return STATUS_SUCCESS;
}

VOID GpuAllocDestroy(GPU_ALLOC *alloc)
{
    if (!GpuAllocIsValid(alloc))
        return;
    alloc->adapter->iface.DxgkCbDestroyContextAllocation(alloc->adapter->iface.DeviceHandle, alloc->handle);
    RtlZeroMemory(alloc, sizeof(*alloc));
}
