// The __finally destroys although the handle was handed over.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <ntddk.h>
#include <dispmprt.h>
#include <d3dkmddi.h>

#define SEH_TAG 'hesX'

typedef struct _ESCAPE_PACKET {
    ULONG Command;
    ULONG Bytes;
    ULONG Flags;
} ESCAPE_PACKET;

typedef struct _MY_ADAPTER {
    DXGKRNL_INTERFACE DxgkInterface;
} MY_ADAPTER;

typedef struct _MY_DEVICE {
    MY_ADAPTER *pAdapter;
    HANDLE hDxgDevice;
} MY_DEVICE;

typedef struct _MY_CONTEXT {
    MY_DEVICE *pDevice;
    HANDLE hDxgContext;
    HANDLE hUser;
} MY_CONTEXT;

static NTSTATUS MyAllocate(MY_CONTEXT *pContext, SIZE_T Bytes, PHANDLE phAllocation)
{
    DXGKRNL_INTERFACE *pDxgk = &pContext->pDevice->pAdapter->DxgkInterface;
    DXGKARGCB_CREATECONTEXTALLOCATION Args;
    NTSTATUS Status;

    RtlZeroMemory(&Args, sizeof(Args));
    Args.hAdapter = pDxgk->DeviceHandle;
    Args.hDevice = pContext->pDevice->hDxgDevice;
    Args.hContext = pContext->hDxgContext;
    Args.Size = Bytes;
    Status = pDxgk->DxgkCbCreateContextAllocation(&Args);
    if (Status == STATUS_SUCCESS)
        *phAllocation = Args.hAllocation;
    return Status;
}

static VOID MyFree_bad(MY_CONTEXT *pContext, HANDLE hAllocation)
{
    DXGKRNL_INTERFACE *pDxgk = &pContext->pDevice->pAdapter->DxgkInterface;

    pDxgk->DxgkCbDestroyContextAllocation(pDxgk->DeviceHandle, hAllocation); // EXPECT: dxgk-double-destroy
}

NTSTATUS APIENTRY MyEscape(CONST HANDLE hAdapter, CONST DXGKARG_ESCAPE *pEscape)
{
    MY_CONTEXT *pContext = (MY_CONTEXT *)pEscape->hContext;
    ESCAPE_PACKET Packet;
    HANDLE hNew = NULL;
    NTSTATUS Status = STATUS_UNSUCCESSFUL;

    UNREFERENCED_PARAMETER(hAdapter);
    if (pContext == NULL || pEscape->PrivateDriverDataSize < sizeof(Packet))
        return STATUS_INVALID_PARAMETER;

    __try {
        RtlCopyMemory(&Packet, pEscape->pPrivateDriverData, sizeof(Packet));
        if (Packet.Command != 7) {
            Status = STATUS_NOT_SUPPORTED;
            __leave;
        }
        Status = MyAllocate(pContext, Packet.Bytes, &hNew);
        if (!NT_SUCCESS(Status))
            __leave;
        ((ESCAPE_PACKET *)pEscape->pPrivateDriverData)->Flags = 1;
        if (Packet.Flags & 2) {
            Status = STATUS_INVALID_PARAMETER;
            __leave;
        }
        if (pContext->hUser)
            MyFree_bad(pContext, pContext->hUser);
        pContext->hUser = hNew;
        Status = STATUS_SUCCESS;
    }
    __except (EXCEPTION_EXECUTE_HANDLER) {
        Status = GetExceptionCode();
    }
    if (hNew)
        MyFree_bad(pContext, hNew);
    return Status;
}

NTSTATUS APIENTRY MyCreateContext(CONST HANDLE hDevice, DXGKARG_CREATECONTEXT *pCreateContext)
{
    MY_CONTEXT *pContext = NULL;
    NTSTATUS Status = STATUS_NO_MEMORY;

    __try {
        pContext = (MY_CONTEXT *)ExAllocatePoolWithTag(PagedPool, sizeof(*pContext), SEH_TAG);
        if (!pContext)
            __leave;
        RtlZeroMemory(pContext, sizeof(*pContext));
        pContext->pDevice = (MY_DEVICE *)hDevice;
        pContext->hDxgContext = pCreateContext->hContext;
        if (pCreateContext->PrivateDriverDataSize == sizeof(ULONG)) {
            Status = MyAllocate(pContext, *(ULONG *)pCreateContext->pPrivateDriverData, &pContext->hUser);
            if (!NT_SUCCESS(Status))
                __leave;
        }
        pCreateContext->hContext = pContext;
        pContext = NULL;
        Status = STATUS_SUCCESS;
    }
    __finally {
        if (pContext) {
            if (pContext->hUser)
                MyFree_bad(pContext, pContext->hUser);
            ExFreePoolWithTag(pContext, SEH_TAG);
        }
    }
    return Status;
}

NTSTATUS APIENTRY MyDestroyContext(CONST HANDLE hContext)
{
    MY_CONTEXT *pContext = (MY_CONTEXT *)hContext;

    __try {
        if (pContext->hUser == NULL)
            __leave;
        MyFree_bad(pContext, pContext->hUser);
    }
    __finally {
        ExFreePoolWithTag(pContext, SEH_TAG);
    }
    return STATUS_SUCCESS;
}

NTSTATUS APIENTRY MyCreateDevice(CONST HANDLE hAdapter, DXGKARG_CREATEDEVICE *pCreateDevice)
{
    MY_DEVICE *pDevice = (MY_DEVICE *)ExAllocatePoolWithTag(PagedPool, sizeof(*pDevice), SEH_TAG);

    if (!pDevice)
        return STATUS_NO_MEMORY;
    pDevice->pAdapter = (MY_ADAPTER *)hAdapter;
    pDevice->hDxgDevice = pCreateDevice->hDevice;
    pCreateDevice->hDevice = pDevice;
    return STATUS_SUCCESS;
}

NTSTATUS APIENTRY MyDestroyDevice(CONST HANDLE hDevice)
{
    ExFreePoolWithTag(hDevice, SEH_TAG);
    return STATUS_SUCCESS;
}

NTSTATUS MyAddDevice(CONST PDEVICE_OBJECT pPdo, PVOID *ppContext)
{
    UNREFERENCED_PARAMETER(pPdo);
    *ppContext = ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(MY_ADAPTER), SEH_TAG);
    return *ppContext ? STATUS_SUCCESS : STATUS_NO_MEMORY;
}

NTSTATUS MyStartDevice(CONST PVOID pContext, PDXGK_START_INFO pInfo, PDXGKRNL_INTERFACE pDxgk, PULONG pSources, PULONG pChildren)
{
    UNREFERENCED_PARAMETER(pInfo);
    ((MY_ADAPTER *)pContext)->DxgkInterface = *pDxgk;
    *pSources = 0;
    *pChildren = 0;
    return STATUS_SUCCESS;
}

NTSTATUS MyStopDevice(CONST PVOID pContext)
{
    UNREFERENCED_PARAMETER(pContext);
    return STATUS_SUCCESS;
}

NTSTATUS MyRemoveDevice(CONST PVOID pContext)
{
    ExFreePoolWithTag(pContext, SEH_TAG);
    return STATUS_SUCCESS;
}

NTSTATUS DriverEntry(PDRIVER_OBJECT pDriver, PUNICODE_STRING pPath)
{
    DRIVER_INITIALIZATION_DATA Init = {0};

    Init.Version = DXGKDDI_INTERFACE_VERSION_WIN8;
    Init.DxgkDdiAddDevice = &MyAddDevice;
    Init.DxgkDdiStartDevice = &MyStartDevice;
    Init.DxgkDdiStopDevice = &MyStopDevice;
    Init.DxgkDdiRemoveDevice = &MyRemoveDevice;
    Init.DxgkDdiCreateDevice = &MyCreateDevice;
    Init.DxgkDdiDestroyDevice = &MyDestroyDevice;
    Init.DxgkDdiCreateContext = &MyCreateContext;
    Init.DxgkDdiDestroyContext = &MyDestroyContext;
    Init.DxgkDdiEscape = &MyEscape;
    return DxgkInitialize(pDriver, pPath, &Init);
}
