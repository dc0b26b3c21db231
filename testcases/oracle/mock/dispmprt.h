// The interface that Dxgkrnl gives to a driver and the table that a driver gives to Dxgkrnl, for this machine.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <d3dkmddi.h>

#define DXGKDDI_INTERFACE_VERSION_WDDM2_0 0x5023

typedef struct DXGKRNL_INTERFACE {
  ULONG Size;
  ULONG Version;
  HANDLE DeviceHandle;
  NTSTATUS (*DxgkCbCreateContextAllocation)(DXGKARGCB_CREATECONTEXTALLOCATION *Args);
  NTSTATUS (*DxgkCbDestroyContextAllocation)(HANDLE Adapter, HANDLE Allocation);
  UINT64 (*DxgkCbMapContextAllocation)(HANDLE Adapter, const DXGKARGCB_MAPCONTEXTALLOCATION *Args);
  NTSTATUS (*DxgkCbUpdateContextAllocation)(HANDLE Adapter, const DXGKARGCB_UPDATECONTEXTALLOCATION *Args);
} DXGKRNL_INTERFACE, *PDXGKRNL_INTERFACE;

typedef struct DXGK_START_INFO {
  ULONG RequiredDmaQueueEntry;
} DXGK_START_INFO, *PDXGK_START_INFO;

typedef struct DRIVER_INITIALIZATION_DATA {
  ULONG Version;
  NTSTATUS (*DxgkDdiAddDevice)(CONST PDEVICE_OBJECT PhysicalDevice, PVOID *MiniportDeviceContext);
  NTSTATUS (*DxgkDdiStartDevice)(CONST PVOID MiniportDeviceContext, PDXGK_START_INFO StartInfo,
                                 PDXGKRNL_INTERFACE Interface, PULONG Sources, PULONG Children);
  NTSTATUS (*DxgkDdiStopDevice)(CONST PVOID MiniportDeviceContext);
  NTSTATUS (*DxgkDdiRemoveDevice)(CONST PVOID MiniportDeviceContext);
  NTSTATUS (*DxgkDdiCreateDevice)(CONST HANDLE hAdapter, DXGKARG_CREATEDEVICE *Create);
  NTSTATUS (*DxgkDdiDestroyDevice)(CONST HANDLE hDevice);
  NTSTATUS (*DxgkDdiCreateContext)(CONST HANDLE hDevice, DXGKARG_CREATECONTEXT *Create);
  NTSTATUS (*DxgkDdiDestroyContext)(CONST HANDLE hContext);
  NTSTATUS (*DxgkDdiRender)(CONST HANDLE hContext, DXGKARG_RENDER *Render);
  NTSTATUS (*DxgkDdiResetFromTimeout)(CONST HANDLE hAdapter);
} DRIVER_INITIALIZATION_DATA, *PDRIVER_INITIALIZATION_DATA;

NTSTATUS DxgkInitialize(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath, PDRIVER_INITIALIZATION_DATA Data);
