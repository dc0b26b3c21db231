// Contexts and devices.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "gpu.h"

static VOID CtxFree(GPU_CTX *ctx)
{
    for (UINT node = 0; node < GPU_NODES; node++)
        GpuAllocDestroy(&ctx->save[node]);
    ExFreePoolWithTag(ctx, GPU_TAG);
}

NTSTATUS GpuCreateContext(IN_CONST_HANDLE hDevice, INOUT_PDXGKARG_CREATECONTEXT create)
{
    GPU_DEVICE *device = (GPU_DEVICE *)hDevice;
    GPU_CTX *ctx = (GPU_CTX *)ExAllocatePoolZero(NonPagedPoolNx, sizeof(*ctx), GPU_TAG);
    NTSTATUS status = STATUS_SUCCESS;

    if (ctx == NULL)
        return STATUS_NO_MEMORY;
    ctx->device = device;
    ctx->os_handle = create->hContext;
    ctx->node_mask = create->EngineAffinity ? create->EngineAffinity : 1;
    for (UINT node = 0; node < GPU_NODES && NT_SUCCESS(status); node++) {
        if ((ctx->node_mask >> node & 1) == 0)
            continue;
        status = GpuAllocCreate(device, ctx->os_handle, 4 * PAGE_SIZE, &ctx->save[node]);
        if (NT_SUCCESS(status))
            status = GpuAllocMap(&ctx->save[node]);
    }
    if (!NT_SUCCESS(status)) {
        CtxFree(ctx);
        return status;
    }
    KeWaitForMutexObject(&device->adapter->lock, Executive, KernelMode, FALSE, NULL);
    InsertTailList(&device->contexts, &ctx->link);
    KeReleaseMutex(&device->adapter->lock, FALSE);
    create->hContext = ctx;
    return STATUS_SUCCESS;
}

NTSTATUS GpuDestroyContext(IN_CONST_HANDLE hContext)
{
    GPU_CTX *ctx = (GPU_CTX *)hContext;
    GPU_ADAPTER *adapter = ctx->device->adapter;

    KeWaitForMutexObject(&adapter->lock, Executive, KernelMode, FALSE, NULL);
    RemoveEntryList(&ctx->link);
    KeReleaseMutex(&adapter->lock, FALSE);
    CtxFree(ctx);
    return STATUS_SUCCESS;
}

NTSTATUS GpuCreateDevice(IN_CONST_HANDLE hAdapter, INOUT_PDXGKARG_CREATEDEVICE create)
{
    GPU_ADAPTER *adapter = (GPU_ADAPTER *)hAdapter;
    GPU_DEVICE *device = (GPU_DEVICE *)ExAllocatePoolZero(NonPagedPoolNx, sizeof(*device), GPU_TAG);

    if (device == NULL)
        return STATUS_NO_MEMORY;
    device->adapter = adapter;
    device->os_handle = create->hDevice;
    InitializeListHead(&device->contexts);
    InsertTailList(&adapter->devices, &device->link);
    create->hDevice = device;
    return STATUS_SUCCESS;
}

NTSTATUS GpuDestroyDevice(IN_CONST_HANDLE hDevice)
{
    GPU_DEVICE *device = (GPU_DEVICE *)hDevice;

    NT_ASSERT(IsListEmpty(&device->contexts));
    RemoveEntryList(&device->link);
    ExFreePoolWithTag(device, GPU_TAG);
    return STATUS_SUCCESS;
}
