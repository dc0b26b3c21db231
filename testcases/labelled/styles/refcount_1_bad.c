// The release that is not the last destroys, the last one does not.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <ntddk.h>
#include <dispmprt.h>
#include <d3dkmddi.h>

typedef struct _RC_ADAPTER {
	DXGKRNL_INTERFACE dxgk;
	NPAGED_LOOKASIDE_LIST contexts;
} RC_ADAPTER;

typedef struct _RC_DEVICE {
	RC_ADAPTER *adapter;
	HANDLE rt;
	HANDLE shared;
	LONG users;
} RC_DEVICE;

typedef struct _RC_CONTEXT {
	RC_DEVICE *device;
	HANDLE rt;
	HANDLE ring;
} RC_CONTEXT;

static NTSTATUS rc_shared_get_bad(RC_DEVICE *dev)
{
	DXGKARGCB_CREATECONTEXTALLOCATION a = { 0 };
	NTSTATUS st;

	if (InterlockedIncrement(&dev->users) > 1)
		return STATUS_SUCCESS;
	a.ContextAllocationFlags.SharedAcrossContexts = 1;
	a.hAdapter = dev->adapter->dxgk.DeviceHandle;
	a.hDevice = dev->rt;
	a.Size = 0x4000;
	st = dev->adapter->dxgk.DxgkCbCreateContextAllocation(&a);
	if (!NT_SUCCESS(st)) {
		InterlockedDecrement(&dev->users);
		return st;
	}
	dev->shared = a.hAllocation; // EXPECT: dxgk-leak
	return st;
}

static VOID rc_shared_put(RC_DEVICE *dev)
{
	if (InterlockedDecrement(&dev->users) == 1) {
		dev->adapter->dxgk.DxgkCbDestroyContextAllocation(dev->adapter->dxgk.DeviceHandle, dev->shared);
		dev->shared = NULL;
	}
}

static NTSTATUS APIENTRY rc_create_context(CONST HANDLE hDevice, DXGKARG_CREATECONTEXT *create)
{
	RC_DEVICE *dev = hDevice;
	DXGKARGCB_CREATECONTEXTALLOCATION a = { 0 };
	RC_CONTEXT *ctx;
	NTSTATUS st;

	ctx = ExAllocateFromNPagedLookasideList(&dev->adapter->contexts);
	if (!ctx)
		return STATUS_NO_MEMORY;
	RtlZeroMemory(ctx, sizeof(*ctx));
	ctx->device = dev;
	ctx->rt = create->hContext;

	st = rc_shared_get_bad(dev);
	if (!NT_SUCCESS(st))
		goto free;

	a.hAdapter = dev->adapter->dxgk.DeviceHandle;
	a.hDevice = dev->rt;
	a.hContext = ctx->rt;
	a.Size = 0x1000;
	st = dev->adapter->dxgk.DxgkCbCreateContextAllocation(&a);
	if (!NT_SUCCESS(st))
		goto put;
	ctx->ring = a.hAllocation;
	create->hContext = ctx;
	return STATUS_SUCCESS;

put:
	rc_shared_put(dev);
free:
	ExFreeToNPagedLookasideList(&dev->adapter->contexts, ctx);
	return st;
}

static NTSTATUS APIENTRY rc_destroy_context(CONST HANDLE hContext)
{
	RC_CONTEXT *ctx = hContext;
	RC_DEVICE *dev = ctx->device;

	dev->adapter->dxgk.DxgkCbDestroyContextAllocation(dev->adapter->dxgk.DeviceHandle, ctx->ring);
	rc_shared_put(dev);
	ExFreeToNPagedLookasideList(&dev->adapter->contexts, ctx);
	return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY rc_create_device(CONST HANDLE hAdapter, DXGKARG_CREATEDEVICE *create)
{
	RC_DEVICE *dev = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*dev), 'CRxx');

	if (!dev)
		return STATUS_NO_MEMORY;
	dev->adapter = hAdapter;
	dev->rt = create->hDevice;
	create->hDevice = dev;
	return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY rc_destroy_device_bad(CONST HANDLE hDevice)
{
	RC_DEVICE *dev = hDevice;

	ExFreePool(dev); // EXPECT: dxgk-leak
	return STATUS_SUCCESS;
}

static NTSTATUS rc_add(CONST PDEVICE_OBJECT pdo, PVOID *ctx)
{
	RC_ADAPTER *ad = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*ad), 'CRxx');

	UNREFERENCED_PARAMETER(pdo);
	if (!ad)
		return STATUS_NO_MEMORY;
	ExInitializeNPagedLookasideList(&ad->contexts, NULL, NULL, 0, sizeof(RC_CONTEXT), 'CRxx', 0);
	*ctx = ad;
	return STATUS_SUCCESS;
}

static NTSTATUS rc_start(CONST PVOID ctx, PDXGK_START_INFO info, PDXGKRNL_INTERFACE dxgk, PULONG sources, PULONG children)
{
	RC_ADAPTER *ad = ctx;

	UNREFERENCED_PARAMETER(info);
	RtlCopyMemory(&ad->dxgk, dxgk, min(dxgk->Size, sizeof(ad->dxgk)));
	*sources = *children = 0;
	return STATUS_SUCCESS;
}

static NTSTATUS rc_stop(CONST PVOID ctx)
{
	UNREFERENCED_PARAMETER(ctx);
	return STATUS_SUCCESS;
}

static NTSTATUS rc_remove(CONST PVOID ctx)
{
	RC_ADAPTER *ad = ctx;

	ExDeleteNPagedLookasideList(&ad->contexts);
	ExFreePool(ad);
	return STATUS_SUCCESS;
}

NTSTATUS DriverEntry(PDRIVER_OBJECT driver, PUNICODE_STRING path)
{
	DRIVER_INITIALIZATION_DATA d = { 0 };

	d.Version = DXGKDDI_INTERFACE_VERSION_WDDM1_3;
	d.DxgkDdiAddDevice = rc_add;
	d.DxgkDdiStartDevice = rc_start;
	d.DxgkDdiStopDevice = rc_stop;
	d.DxgkDdiRemoveDevice = rc_remove;
	d.DxgkDdiCreateDevice = rc_create_device;
	d.DxgkDdiDestroyDevice = rc_destroy_device_bad;
	d.DxgkDdiCreateContext = rc_create_context;
	d.DxgkDdiDestroyContext = rc_destroy_context;
	return DxgkInitialize(driver, path, &d);
}
