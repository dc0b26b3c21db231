// SubmitCommand retires the staging buffer at once.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <ntddk.h>
#include <dispmprt.h>
#include <d3dkmddi.h>

#define HAL_TAG 'laHx'

struct _GFX_ADAPTER;
struct _GFX_CONTEXT;

typedef NTSTATUS (*PFN_HAL_INIT_CONTEXT)(struct _GFX_CONTEXT *Ctx);
typedef VOID (*PFN_HAL_TERM_CONTEXT)(struct _GFX_CONTEXT *Ctx);

typedef struct _HAL_OPS {
	ULONG ChipId;
	PFN_HAL_INIT_CONTEXT InitContext;
	PFN_HAL_TERM_CONTEXT TermContext;
} HAL_OPS;

typedef struct _RETIRED {
	LIST_ENTRY Link;
	HANDLE Allocation;
} RETIRED;

typedef struct _GFX_ADAPTER {
	DXGKRNL_INTERFACE Dxgk;
	PDEVICE_OBJECT Pdo;
	const HAL_OPS *Hal;
	KSPIN_LOCK RetiredLock;
	LIST_ENTRY Retired;
	ULONG RetiredCount;
	PIO_WORKITEM WorkItem;
} GFX_ADAPTER;

typedef struct _GFX_DEVICE {
	GFX_ADAPTER *Adapter;
	HANDLE Runtime;
} GFX_DEVICE;

typedef struct _GFX_CONTEXT {
	GFX_DEVICE *Device;
	HANDLE Runtime;
	HANDLE Save;
	HANDLE Staging;
} GFX_CONTEXT;

static NTSTATUS GfxAllocate(GFX_CONTEXT *Ctx, SIZE_T Bytes, HANDLE *Out)
{
	GFX_ADAPTER *ad = Ctx->Device->Adapter;
	DXGKARGCB_CREATECONTEXTALLOCATION args;
	NTSTATUS st;

	memset(&args, 0, sizeof args);
	args.hAdapter = ad->Dxgk.DeviceHandle;
	args.hDevice = Ctx->Device->Runtime;
	args.hContext = Ctx->Runtime;
	args.Size = Bytes;
	st = ad->Dxgk.DxgkCbCreateContextAllocation(&args);
	*Out = NT_SUCCESS(st) ? args.hAllocation : NULL;
	return st;
}

static VOID GfxFree_bad(GFX_ADAPTER *Ad, HANDLE Allocation)
{
	if (Allocation != NULL)
		Ad->Dxgk.DxgkCbDestroyContextAllocation(Ad->Dxgk.DeviceHandle, Allocation); // EXPECT: dxgk-irql
}

/* ---- chip A: only a save area ---- */

static NTSTATUS ChipAInit(GFX_CONTEXT *Ctx)
{
	return GfxAllocate(Ctx, PAGE_SIZE, &Ctx->Save);
}

static VOID ChipATerm(GFX_CONTEXT *Ctx)
{
	GfxFree_bad(Ctx->Device->Adapter, Ctx->Save);
	GfxFree_bad(Ctx->Device->Adapter, Ctx->Staging);
}

/* ---- chip B: save area and staging buffer ---- */

static NTSTATUS ChipBInit(GFX_CONTEXT *Ctx)
{
	NTSTATUS st = GfxAllocate(Ctx, 2 * PAGE_SIZE, &Ctx->Save);

	if (!NT_SUCCESS(st))
		return st;
	st = GfxAllocate(Ctx, PAGE_SIZE, &Ctx->Staging);
	if (!NT_SUCCESS(st)) {
		GfxFree_bad(Ctx->Device->Adapter, Ctx->Save);
		Ctx->Save = NULL;
	}
	return st;
}

static VOID ChipBTerm(GFX_CONTEXT *Ctx)
{
	GfxFree_bad(Ctx->Device->Adapter, Ctx->Save);
	GfxFree_bad(Ctx->Device->Adapter, Ctx->Staging);
}

static const HAL_OPS g_Hal[] = {
	{0x0A00, ChipAInit, ChipATerm},
	{0x0B00, ChipBInit, ChipBTerm},
};

/* ---- put off ---- */

static VOID GfxDrain(GFX_ADAPTER *Ad)
{
	KIRQL old;

	for (;;) {
		PLIST_ENTRY link = NULL;
		RETIRED *r;

		KeAcquireSpinLock(&Ad->RetiredLock, &old);
		if (!IsListEmpty(&Ad->Retired)) {
			link = RemoveHeadList(&Ad->Retired);
			Ad->RetiredCount--;
		}
		KeReleaseSpinLock(&Ad->RetiredLock, old);
		if (link == NULL)
			break;
		r = CONTAINING_RECORD(link, RETIRED, Link);
		GfxFree_bad(Ad, r->Allocation);
		ExFreePoolWithTag(r, HAL_TAG);
	}
}

static IO_WORKITEM_ROUTINE GfxWorker;
static VOID GfxWorker(PDEVICE_OBJECT DeviceObject, PVOID Context)
{
	UNREFERENCED_PARAMETER(DeviceObject);
	GfxDrain((GFX_ADAPTER *)Context);
}

static BOOLEAN GfxRetire(GFX_ADAPTER *Ad, HANDLE Allocation)
{
	RETIRED *r = (RETIRED *)ExAllocatePoolWithTag(NonPagedPoolNx, sizeof *r, HAL_TAG);
	KIRQL old;

	if (r == NULL)
		return FALSE;
	r->Allocation = Allocation;
	KeAcquireSpinLock(&Ad->RetiredLock, &old);
	InsertTailList(&Ad->Retired, &r->Link);
	Ad->RetiredCount++;
	KeReleaseSpinLock(&Ad->RetiredLock, old);
	return TRUE;
}

static VOID GfxDpc(CONST PVOID MiniportDeviceContext)
{
	GFX_ADAPTER *ad = (GFX_ADAPTER *)MiniportDeviceContext;

	ad->Dxgk.DxgkCbNotifyDpc(ad->Dxgk.DeviceHandle);
	if (ad->RetiredCount != 0)
		IoQueueWorkItem(ad->WorkItem, GfxWorker, DelayedWorkQueue, ad);
}

/* ---- DDIs ---- */

static NTSTATUS APIENTRY GfxCreateContext(CONST HANDLE hDevice, DXGKARG_CREATECONTEXT *Create)
{
	GFX_CONTEXT *ctx = (GFX_CONTEXT *)ExAllocatePoolWithTag(NonPagedPoolNx, sizeof *ctx, HAL_TAG);
	NTSTATUS st;

	if (ctx == NULL)
		return STATUS_INSUFFICIENT_RESOURCES;
	memset(ctx, 0, sizeof *ctx);
	ctx->Device = (GFX_DEVICE *)(ULONG_PTR)hDevice;
	ctx->Runtime = Create->hContext;
	st = ctx->Device->Adapter->Hal->InitContext(ctx);
	if (NT_SUCCESS(st))
		Create->hContext = (HANDLE)(ULONG_PTR)ctx;
	else
		ExFreePoolWithTag(ctx, HAL_TAG);
	return st;
}

static NTSTATUS APIENTRY GfxDestroyContext(CONST HANDLE hContext)
{
	GFX_CONTEXT *ctx = (GFX_CONTEXT *)(ULONG_PTR)hContext;

	ctx->Device->Adapter->Hal->TermContext(ctx);
	ExFreePoolWithTag(ctx, HAL_TAG);
	return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY GfxSubmit(CONST HANDLE hAdapter, CONST DXGKARG_SUBMITCOMMAND *Submit)
{
	GFX_ADAPTER *ad = (GFX_ADAPTER *)hAdapter;
	GFX_CONTEXT *ctx = (GFX_CONTEXT *)Submit->hContext;

	if (ctx != NULL && ctx->Staging != NULL && Submit->Flags.Paging) {
		GfxFree_bad(ad, ctx->Staging);
		ctx->Staging = NULL;
	}
	return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY GfxCreateDevice(CONST HANDLE hAdapter, DXGKARG_CREATEDEVICE *Create)
{
	GFX_DEVICE *dev = (GFX_DEVICE *)ExAllocatePoolWithTag(NonPagedPoolNx, sizeof *dev, HAL_TAG);

	if (dev == NULL)
		return STATUS_INSUFFICIENT_RESOURCES;
	dev->Adapter = (GFX_ADAPTER *)hAdapter;
	dev->Runtime = Create->hDevice;
	Create->hDevice = dev;
	return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY GfxDestroyDevice(CONST HANDLE hDevice)
{
	ExFreePoolWithTag(hDevice, HAL_TAG);
	return STATUS_SUCCESS;
}

static NTSTATUS GfxAdd(CONST PDEVICE_OBJECT Pdo, PVOID *Context)
{
	GFX_ADAPTER *ad = (GFX_ADAPTER *)ExAllocatePoolWithTag(NonPagedPoolNx, sizeof *ad, HAL_TAG);

	if (ad == NULL)
		return STATUS_INSUFFICIENT_RESOURCES;
	memset(ad, 0, sizeof *ad);
	ad->Pdo = Pdo;
	KeInitializeSpinLock(&ad->RetiredLock);
	InitializeListHead(&ad->Retired);
	*Context = ad;
	return STATUS_SUCCESS;
}

static NTSTATUS GfxStart(CONST PVOID Context, PDXGK_START_INFO Info, PDXGKRNL_INTERFACE Dxgk, PULONG Sources, PULONG Children)
{
	GFX_ADAPTER *ad = (GFX_ADAPTER *)Context;
	DXGK_DEVICE_INFO info;
	NTSTATUS st;

	UNREFERENCED_PARAMETER(Info);
	ad->Dxgk = *Dxgk;
	st = ad->Dxgk.DxgkCbGetDeviceInformation(ad->Dxgk.DeviceHandle, &info);
	if (!NT_SUCCESS(st))
		return st;
	ad->Hal = info.AgpApertureSize ? &g_Hal[0] : &g_Hal[1];
	ad->WorkItem = IoAllocateWorkItem(ad->Pdo);
	if (ad->WorkItem == NULL)
		return STATUS_INSUFFICIENT_RESOURCES;
	*Sources = 0;
	*Children = 0;
	return STATUS_SUCCESS;
}

static NTSTATUS GfxStop(CONST PVOID Context)
{
	GFX_ADAPTER *ad = (GFX_ADAPTER *)Context;

	GfxDrain(ad);
	IoFreeWorkItem(ad->WorkItem);
	ad->WorkItem = NULL;
	return STATUS_SUCCESS;
}

static NTSTATUS GfxRemove(CONST PVOID Context)
{
	ExFreePoolWithTag(Context, HAL_TAG);
	return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY GfxReset(CONST HANDLE hAdapter)
{
	GfxDrain((GFX_ADAPTER *)hAdapter);
	return STATUS_SUCCESS;
}

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
	DRIVER_INITIALIZATION_DATA init = {
		.Version = DXGKDDI_INTERFACE_VERSION_WIN8,
		.DxgkDdiAddDevice = GfxAdd,
		.DxgkDdiStartDevice = GfxStart,
		.DxgkDdiStopDevice = GfxStop,
		.DxgkDdiRemoveDevice = GfxRemove,
		.DxgkDdiDpcRoutine = GfxDpc,
		.DxgkDdiCreateDevice = GfxCreateDevice,
		.DxgkDdiDestroyDevice = GfxDestroyDevice,
		.DxgkDdiCreateContext = GfxCreateContext,
		.DxgkDdiDestroyContext = GfxDestroyContext,
		.DxgkDdiSubmitCommand = GfxSubmit,
		.DxgkDdiResetFromTimeout = GfxReset,
	};

	return DxgkInitialize(DriverObject, RegistryPath, &init);
}
