// The adapter and the registration.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "gpu.h"

NTSTATUS GpuAddDevice(IN_CONST_PDEVICE_OBJECT pdo, OUT_PPVOID context)
{
    GPU_ADAPTER *adapter = (GPU_ADAPTER *)ExAllocatePoolZero(NonPagedPoolNx, sizeof(*adapter), GPU_TAG);

    if (adapter == NULL)
        return STATUS_NO_MEMORY;
    adapter->pdo = pdo;
    KeInitializeMutex(&adapter->lock, 0);
    InitializeListHead(&adapter->devices);
    *context = adapter;
    return STATUS_SUCCESS;
}

NTSTATUS GpuStartDevice(IN_CONST_PVOID context, IN_PDXGK_START_INFO info, IN_PDXGKRNL_INTERFACE iface, OUT_PULONG sources,
                        OUT_PULONG children)
{
    GPU_ADAPTER *adapter = (GPU_ADAPTER *)context;

    UNREFERENCED_PARAMETER(info);
    if (iface->Version < DXGKDDI_INTERFACE_VERSION_WDDM2_0)
        return STATUS_REVISION_MISMATCH;
    adapter->iface = *iface;
    *sources = 0;
    *children = 0;
    return STATUS_SUCCESS;
}

NTSTATUS GpuStopDevice(IN_CONST_PVOID context)
{
    UNREFERENCED_PARAMETER(context);
    return STATUS_SUCCESS;
}

NTSTATUS GpuRemoveDevice(IN_CONST_PVOID context)
{
    ExFreePoolWithTag((PVOID)context, GPU_TAG);
    return STATUS_SUCCESS;
}

DRIVER_INITIALIZE DriverEntry;
NTSTATUS DriverEntry(PDRIVER_OBJECT driver, PUNICODE_STRING path)
{
    DRIVER_INITIALIZATION_DATA init = {.Version = DXGKDDI_INTERFACE_VERSION_WDDM2_0};

    init.DxgkDdiAddDevice = GpuAddDevice;
    init.DxgkDdiStartDevice = GpuStartDevice;
    init.DxgkDdiStopDevice = GpuStopDevice;
    init.DxgkDdiRemoveDevice = GpuRemoveDevice;
    init.DxgkDdiCreateDevice = GpuCreateDevice;
    init.DxgkDdiDestroyDevice = GpuDestroyDevice;
    init.DxgkDdiCreateContext = GpuCreateContext;
    init.DxgkDdiDestroyContext = GpuDestroyContext;
    return DxgkInitialize(driver, path, &init);
}
