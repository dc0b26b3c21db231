// Escape destroys the shadow and leaves the handle in the context.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <ntddk.h>
#include <dispmprt.h>
#include <d3dkmddi.h>

#define DRV_TAG 'vrDs'
#define MAX_NODES 3

#define CTXF_NODE(n) (1u << (n))
#define CTXF_RING    0x100u
#define CTXF_SHADOW  0x200u

typedef struct _SAMPLE_ADAPTER {
    PDEVICE_OBJECT   pPDO;
    DXGK_START_INFO  StartInfo;
    DXGKRNL_INTERFACE DxgkInterface;
    HANDLE           hPageTable;
    BOOLEAN          fPoweredDown;
    ULONG            cNodes;
} SAMPLE_ADAPTER, *PSAMPLE_ADAPTER;

typedef struct _SAMPLE_DEVICE {
    PSAMPLE_ADAPTER pAdapter;
    HANDLE          hRtDevice;
} SAMPLE_DEVICE, *PSAMPLE_DEVICE;

typedef struct _SAMPLE_CONTEXT {
    PSAMPLE_DEVICE pDevice;
    HANDLE         hRtContext;
    ULONG          fCreated;
    HANDLE         hNode[MAX_NODES];
    HANDLE         hRing;
    HANDLE         hShadow;
} SAMPLE_CONTEXT, *PSAMPLE_CONTEXT;

DRIVER_INITIALIZE DriverEntry;

static NTSTATUS
SampleCreateAllocation(
    _In_ PSAMPLE_CONTEXT pContext,
    _In_ SIZE_T cbSize,
    _Out_ HANDLE *phAllocation
    )
{
    PSAMPLE_ADAPTER pAdapter = pContext->pDevice->pAdapter;
    DXGKARGCB_CREATECONTEXTALLOCATION CreateArgs;
    NTSTATUS Status;

    *phAllocation = NULL;
    RtlZeroMemory(&CreateArgs, sizeof(CreateArgs));
    CreateArgs.hAdapter = pAdapter->DxgkInterface.DeviceHandle;
    CreateArgs.hDevice = pContext->pDevice->hRtDevice;
    CreateArgs.hContext = pContext->hRtContext;
    CreateArgs.Size = cbSize;
    CreateArgs.SupportedSegmentSet = 1;

    Status = pAdapter->DxgkInterface.DxgkCbCreateContextAllocation(&CreateArgs);
    if (NT_SUCCESS(Status))
    {
        *phAllocation = CreateArgs.hAllocation;
    }
    return Status;
}

static VOID
SampleDestroyAllocation_bad(
    _In_ PSAMPLE_CONTEXT pContext,
    _In_ HANDLE hAllocation
    )
{
    PDXGKRNL_INTERFACE pDxgk = &pContext->pDevice->pAdapter->DxgkInterface;

    pDxgk->DxgkCbDestroyContextAllocation(pDxgk->DeviceHandle, hAllocation); // EXPECT: dxgk-double-destroy
}

static NTSTATUS APIENTRY
SampleCreateContext(
    _In_ CONST HANDLE hDevice,
    _Inout_ DXGKARG_CREATECONTEXT *pCreateContext
    )
{
    PSAMPLE_DEVICE pDevice = (PSAMPLE_DEVICE)hDevice;
    PSAMPLE_CONTEXT pContext;
    NTSTATUS Status = STATUS_SUCCESS;
    ULONG iNode = 0;

    pContext = (PSAMPLE_CONTEXT)ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(*pContext), DRV_TAG);
    if (pContext == NULL)
    {
        return STATUS_NO_MEMORY;
    }
    RtlZeroMemory(pContext, sizeof(*pContext));
    pContext->pDevice = pDevice;
    pContext->hRtContext = pCreateContext->hContext;

    for (iNode = 0; iNode < MAX_NODES; iNode++)
    {
        Status = SampleCreateAllocation(pContext, PAGE_SIZE, &pContext->hNode[iNode]);
        if (!NT_SUCCESS(Status))
        {
            break;
        }
        pContext->fCreated |= CTXF_NODE(iNode);
    }

    if (NT_SUCCESS(Status))
    {
        Status = SampleCreateAllocation(pContext, 4 * PAGE_SIZE, &pContext->hRing);
        if (NT_SUCCESS(Status))
        {
            pContext->fCreated |= CTXF_RING;
        }
    }

    if (NT_SUCCESS(Status) && pCreateContext->Flags.GdiContext)
    {
        Status = SampleCreateAllocation(pContext, PAGE_SIZE, &pContext->hShadow);
        if (NT_SUCCESS(Status))
        {
            pContext->fCreated |= CTXF_SHADOW;
        }
    }

    if (!NT_SUCCESS(Status))
    {
        if (pContext->fCreated & CTXF_SHADOW)
        {
            SampleDestroyAllocation_bad(pContext, pContext->hShadow);
        }
        if (pContext->fCreated & CTXF_RING)
        {
            SampleDestroyAllocation_bad(pContext, pContext->hRing);
        }
        for (iNode = 0; iNode < MAX_NODES; iNode++)
        {
            if (pContext->fCreated & CTXF_NODE(iNode))
            {
                SampleDestroyAllocation_bad(pContext, pContext->hNode[iNode]);
            }
        }
        ExFreePoolWithTag(pContext, DRV_TAG);
        return Status;
    }

    pCreateContext->hContext = pContext;
    return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY
SampleDestroyContext(
    _In_ CONST HANDLE hContext
    )
{
    PSAMPLE_CONTEXT pContext = (PSAMPLE_CONTEXT)hContext;
    ULONG iNode;

    if (pContext->fCreated & CTXF_SHADOW)
    {
        SampleDestroyAllocation_bad(pContext, pContext->hShadow);
    }
    SampleDestroyAllocation_bad(pContext, pContext->hRing);
    for (iNode = 0; iNode < MAX_NODES; iNode++)
    {
        if (pContext->fCreated & CTXF_NODE(iNode))
        {
            SampleDestroyAllocation_bad(pContext, pContext->hNode[iNode]);
        }
    }
    ExFreePoolWithTag(pContext, DRV_TAG);
    return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY
SampleEscape(
    _In_ CONST HANDLE hAdapter,
    _In_ CONST DXGKARG_ESCAPE *pEscape
    )
{
    PSAMPLE_CONTEXT pContext = (PSAMPLE_CONTEXT)pEscape->hContext;

    UNREFERENCED_PARAMETER(hAdapter);
    if (pContext == NULL || pEscape->PrivateDriverDataSize < sizeof(ULONG))
    {
        return STATUS_INVALID_PARAMETER;
    }
    if (pContext->fCreated & CTXF_SHADOW)
    {
        SampleDestroyAllocation_bad(pContext, pContext->hShadow);
    }
    return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY
SampleCreateDevice(
    _In_ CONST HANDLE hAdapter,
    _Inout_ DXGKARG_CREATEDEVICE *pCreateDevice
    )
{
    PSAMPLE_DEVICE pDevice = (PSAMPLE_DEVICE)ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(SAMPLE_DEVICE), DRV_TAG);

    if (pDevice == NULL)
    {
        return STATUS_NO_MEMORY;
    }
    pDevice->pAdapter = (PSAMPLE_ADAPTER)hAdapter;
    pDevice->hRtDevice = pCreateDevice->hDevice;
    pCreateDevice->hDevice = pDevice;
    return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY
SampleDestroyDevice(
    _In_ CONST HANDLE hDevice
    )
{
    ExFreePoolWithTag((PVOID)hDevice, DRV_TAG);
    return STATUS_SUCCESS;
}

static NTSTATUS
SampleAddDevice(
    _In_ CONST PDEVICE_OBJECT pPDO,
    _Outptr_ PVOID *ppContext
    )
{
    PSAMPLE_ADAPTER pAdapter = (PSAMPLE_ADAPTER)ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(SAMPLE_ADAPTER), DRV_TAG);

    if (!pAdapter)
    {
        return STATUS_NO_MEMORY;
    }
    RtlZeroMemory(pAdapter, sizeof(SAMPLE_ADAPTER));
    pAdapter->pPDO = pPDO;
    *ppContext = pAdapter;
    return STATUS_SUCCESS;
}

static NTSTATUS
SampleStartDevice(
    _In_ CONST PVOID pContext,
    _In_ PDXGK_START_INFO pStartInfo,
    _In_ PDXGKRNL_INTERFACE pDxgkInterface,
    _Out_ PULONG pcSources,
    _Out_ PULONG pcChildren
    )
{
    PSAMPLE_ADAPTER pAdapter = (PSAMPLE_ADAPTER)pContext;
    DXGKARGCB_CREATECONTEXTALLOCATION Args = {0};
    NTSTATUS Status;

    RtlCopyMemory(&pAdapter->StartInfo, pStartInfo, sizeof(DXGK_START_INFO));
    RtlCopyMemory(&pAdapter->DxgkInterface, pDxgkInterface, sizeof(DXGKRNL_INTERFACE));
    pAdapter->fPoweredDown = FALSE;
    Args.hAdapter = pAdapter->DxgkInterface.DeviceHandle;
    Args.ContextAllocationFlags.SharedAcrossContexts = 1;
    Args.Size = 16 * PAGE_SIZE;
    Status = pAdapter->DxgkInterface.DxgkCbCreateContextAllocation(&Args);
    if (!NT_SUCCESS(Status))
    {
        return Status;
    }
    pAdapter->hPageTable = Args.hAllocation;
    *pcSources = 0;
    *pcChildren = 0;
    return STATUS_SUCCESS;
}

static NTSTATUS
SampleStopDevice(
    _In_ CONST PVOID pContext
    )
{
    PSAMPLE_ADAPTER pAdapter = (PSAMPLE_ADAPTER)pContext;

    if (pAdapter->hPageTable != NULL)
    {
        pAdapter->DxgkInterface.DxgkCbDestroyContextAllocation(pAdapter->DxgkInterface.DeviceHandle, pAdapter->hPageTable);
        pAdapter->hPageTable = NULL;
    }
    return STATUS_SUCCESS;
}

static NTSTATUS
SampleRemoveDevice(
    _In_ CONST PVOID pContext
    )
{
    ExFreePoolWithTag(pContext, DRV_TAG);
    return STATUS_SUCCESS;
}

static NTSTATUS
SampleSetPowerState(
    _In_ CONST PVOID pContext,
    _In_ ULONG DeviceUid,
    _In_ DEVICE_POWER_STATE DevicePowerState,
    _In_ POWER_ACTION ActionType
    )
{
    PSAMPLE_ADAPTER pAdapter = (PSAMPLE_ADAPTER)pContext;

    UNREFERENCED_PARAMETER(ActionType);
    if (DeviceUid == DISPLAY_ADAPTER_HW_ID)
    {
        pAdapter->fPoweredDown = (DevicePowerState != PowerDeviceD0);
    }
    return STATUS_SUCCESS;
}

NTSTATUS
DriverEntry(
    _In_ PDRIVER_OBJECT pDriverObject,
    _In_ PUNICODE_STRING pRegistryPath
    )
{
    DRIVER_INITIALIZATION_DATA InitData = {0};

    InitData.Version = DXGKDDI_INTERFACE_VERSION;
    InitData.DxgkDdiAddDevice = SampleAddDevice;
    InitData.DxgkDdiStartDevice = SampleStartDevice;
    InitData.DxgkDdiStopDevice = SampleStopDevice;
    InitData.DxgkDdiRemoveDevice = SampleRemoveDevice;
    InitData.DxgkDdiSetPowerState = SampleSetPowerState;
    InitData.DxgkDdiCreateDevice = SampleCreateDevice;
    InitData.DxgkDdiDestroyDevice = SampleDestroyDevice;
    InitData.DxgkDdiCreateContext = SampleCreateContext;
    InitData.DxgkDdiDestroyContext = SampleDestroyContext;
    InitData.DxgkDdiEscape = SampleEscape;
    return DxgkInitialize(pDriverObject, pRegistryPath, &InitData);
}
