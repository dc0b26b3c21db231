// The private header of a driver in four files.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once
#include <ntddk.h>
#include <dispmprt.h>
#include <d3dkmddi.h>

#define GPU_TAG '4upG'
#define GPU_NODES 2

typedef struct GPU_ADAPTER GPU_ADAPTER;

typedef struct GPU_ALLOC {
    GPU_ADAPTER *adapter;
    HANDLE handle;
    UINT64 va;
    BOOLEAN mapped;
} GPU_ALLOC;

struct GPU_ADAPTER {
    DXGKRNL_INTERFACE iface;
    PDEVICE_OBJECT pdo;
    KMUTEX lock;
    LIST_ENTRY devices;
};

typedef struct GPU_DEVICE {
    GPU_ADAPTER *adapter;
    HANDLE os_handle;
    LIST_ENTRY link;
    LIST_ENTRY contexts;
} GPU_DEVICE;

typedef struct GPU_CTX {
    GPU_DEVICE *device;
    HANDLE os_handle;
    LIST_ENTRY link;
    GPU_ALLOC save[GPU_NODES];
    UINT node_mask;
} GPU_CTX;

NTSTATUS GpuAllocCreate(GPU_DEVICE *device, HANDLE os_context, SIZE_T size, GPU_ALLOC *alloc);
NTSTATUS GpuAllocMap(GPU_ALLOC *alloc);
VOID GpuAllocDestroy(GPU_ALLOC *alloc);

DXGKDDI_CREATECONTEXT GpuCreateContext;
DXGKDDI_DESTROYCONTEXT GpuDestroyContext;
DXGKDDI_CREATEDEVICE GpuCreateDevice;
DXGKDDI_DESTROYDEVICE GpuDestroyDevice;
DXGKDDI_ADD_DEVICE GpuAddDevice;
DXGKDDI_START_DEVICE GpuStartDevice;
DXGKDDI_STOP_DEVICE GpuStopDevice;
DXGKDDI_REMOVE_DEVICE GpuRemoveDevice;

static __forceinline BOOLEAN GpuAllocIsValid(const GPU_ALLOC *alloc)
{
    return alloc->handle != NULL;
}
