// The parts of a small driver that a test case does not define itself: each OWN_... macro leaves one pair out.
// Invariant: what is defined here keeps nothing alive: its destroy functions free what its create functions allocate.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "../driver.h"

static __inline PVOID Allocate(SIZE_T Size)
{
  PVOID block = ExAllocatePoolWithTag(NonPagedPoolNx, Size, POOL_TAG);
  if (block)
    RtlZeroMemory(block, Size);
  return block;
}

static __inline VOID Free(PVOID Block)
{
  ExFreePoolWithTag(Block, POOL_TAG);
}

static __inline NTSTATUS CreateFor(GPU_CONTEXT *Context, SIZE_T Size, HANDLE *Allocation)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  FillArguments(&args, Context, Size);
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (NT_SUCCESS(status))
    *Allocation = args.hAllocation;
  return status;
}

static __inline NTSTATUS CreateShared(ADAPTER *Adapter, HANDLE hDevice, SIZE_T Size, HANDLE *Allocation)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  RtlZeroMemory(&args, sizeof(args));
  args.ContextAllocationFlags.SharedAcrossContexts = 1;
  args.hAdapter = Adapter->Dxgk.DeviceHandle;
  args.hDevice = hDevice;
  args.Size = Size;
  status = Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (NT_SUCCESS(status))
    *Allocation = args.hAllocation;
  return status;
}

static __inline VOID DestroyFor(ADAPTER *Adapter, HANDLE Allocation)
{
  Adapter->Dxgk.DxgkCbDestroyContextAllocation(Adapter->Dxgk.DeviceHandle, Allocation);
}

#ifndef OWN_ADD
static NTSTATUS NTAPI AddDevice(CONST PDEVICE_OBJECT PhysicalDeviceObject, PVOID *MiniportDeviceContext)
{
  ADAPTER *adapter = (ADAPTER *)Allocate(sizeof(*adapter));
  *MiniportDeviceContext = adapter;
  if (!adapter)
    return STATUS_NO_MEMORY;
  adapter->PhysicalDevice = PhysicalDeviceObject;
  KeInitializeSpinLock(&adapter->Lock);
  InitializeListHead(&adapter->Contexts);
  return STATUS_SUCCESS;
}
#endif

#ifndef OWN_REMOVE
static NTSTATUS NTAPI RemoveDevice(CONST PVOID MiniportDeviceContext)
{
  Free(MiniportDeviceContext);
  return STATUS_SUCCESS;
}
#endif

#ifndef OWN_START
static NTSTATUS NTAPI StartDevice(CONST PVOID MiniportDeviceContext, PDXGK_START_INFO DxgkStartInfo,
                                  PDXGKRNL_INTERFACE DxgkInterface, PULONG NumberOfVideoPresentSources,
                                  PULONG NumberOfChildren)
{
  ADAPTER *adapter = (ADAPTER *)MiniportDeviceContext;
  UNREFERENCED_PARAMETER(DxgkStartInfo);
  adapter->Dxgk = *DxgkInterface;
  *NumberOfVideoPresentSources = 0;
  *NumberOfChildren = 0;
  return STATUS_SUCCESS;
}
#endif

#ifndef OWN_STOP
static NTSTATUS NTAPI StopDevice(CONST PVOID MiniportDeviceContext)
{
  UNREFERENCED_PARAMETER(MiniportDeviceContext);
  return STATUS_SUCCESS;
}
#endif

#ifndef OWN_DEVICE
static NTSTATUS APIENTRY CreateDevice(CONST HANDLE hAdapter, DXGKARG_CREATEDEVICE *pCreateDevice)
{
  DEVICE *device = (DEVICE *)Allocate(sizeof(*device));
  if (!device)
    return STATUS_NO_MEMORY;
  device->Adapter = (ADAPTER *)hAdapter;
  device->hDxgDevice = pCreateDevice->hDevice;
  pCreateDevice->hDevice = device;
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY DestroyDevice(CONST HANDLE hDevice)
{
  Free(hDevice);
  return STATUS_SUCCESS;
}
#endif

// A context without allocations, or NULL.
static __inline GPU_CONTEXT *NewContext(HANDLE hDevice, const DXGKARG_CREATECONTEXT *Create)
{
  DEVICE *device = (DEVICE *)hDevice;
  GPU_CONTEXT *context = (GPU_CONTEXT *)Allocate(sizeof(*context));
  if (!context)
    return NULL;
  context->Device = device;
  context->Adapter = device->Adapter;
  context->hDxgContext = Create->hContext;
  context->Node = Create->NodeOrdinal;
  return context;
}

#ifndef OWN_CONTEXT
static NTSTATUS APIENTRY CreateContext(CONST HANDLE hDevice, DXGKARG_CREATECONTEXT *pCreateContext)
{
  GPU_CONTEXT *context = NewContext(hDevice, pCreateContext);
  if (!context)
    return STATUS_NO_MEMORY;
  pCreateContext->hContext = context;
  return STATUS_SUCCESS;
}

static NTSTATUS APIENTRY DestroyContext(CONST HANDLE hContext)
{
  Free(hContext);
  return STATUS_SUCCESS;
}
#endif

static __inline VOID FillTable(DRIVER_INITIALIZATION_DATA *Data)
{
  RtlZeroMemory(Data, sizeof(*Data));
  Data->Version = DXGKDDI_INTERFACE_VERSION_WDDM2_0;
#ifndef OWN_ADD
  Data->DxgkDdiAddDevice = AddDevice;
#endif
#ifndef OWN_REMOVE
  Data->DxgkDdiRemoveDevice = RemoveDevice;
#endif
#ifndef OWN_START
  Data->DxgkDdiStartDevice = StartDevice;
#endif
#ifndef OWN_STOP
  Data->DxgkDdiStopDevice = StopDevice;
#endif
#ifndef OWN_DEVICE
  Data->DxgkDdiCreateDevice = CreateDevice;
  Data->DxgkDdiDestroyDevice = DestroyDevice;
#endif
#ifndef OWN_CONTEXT
  Data->DxgkDdiCreateContext = CreateContext;
  Data->DxgkDdiDestroyContext = DestroyContext;
#endif
}
