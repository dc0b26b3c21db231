// Corsair, a render and display miniport of this project's own: its objects and the functions that its files share.
// Invariants: a context owns its save area, its rings and its scratch buffers; a device owns its page table; what the
// reclaim list holds belongs to the adapter.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <ntddk.h>
#include <dispmprt.h>
#include <d3dkmddi.h>

#include "hardware.h"

#define COR_TAG 'sroC'
#define COR_MAX_ENGINES 8
#define COR_MAX_RANGES 4
#define COR_SAVE_AREA_SIZE 0x10000
#define COR_RING_SIZE 0x4000
#define COR_PAGE_TABLE_SIZE 0x8000
#define COR_MAX_SCRATCH 64
#define COR_SEGMENT_LOCAL 1
#define COR_SEGMENT_APERTURE 2

typedef struct _COR_ADAPTER COR_ADAPTER;
typedef struct _COR_DEVICE COR_DEVICE;
typedef struct _COR_CONTEXT COR_CONTEXT;

typedef struct _COR_RANGE {
  PHYSICAL_ADDRESS Start;
  ULONG Length;
  PVOID Mapping;
} COR_RANGE;

// A scratch buffer: a context allocation made on demand. It is in exactly one list: that of its context or the adapter's
// reclaim list.
typedef struct _COR_SCRATCH {
  LIST_ENTRY Entry;
  HANDLE hAllocation;
  SIZE_T Size;
  ULONG Id;
} COR_SCRATCH;

typedef struct _COR_ENGINE {
  ULONG LastSubmitted;
  ULONG LastCompleted;
  ULONG PreemptFence;
  BOOLEAN Preempting;
} COR_ENGINE;

struct _COR_ADAPTER {
  PDEVICE_OBJECT PhysicalDevice;
  DXGKRNL_INTERFACE Dxgk;
  DXGK_START_INFO StartInfo;
  DXGK_DEVICE_INFO DeviceInfo;
  BOOLEAN Started;
  DEVICE_POWER_STATE PowerState;

  COR_RANGE Ranges[COR_MAX_RANGES];
  ULONG RangeCount;
  volatile UCHAR *Registers;

  COR_ENGINE Engines[COR_MAX_ENGINES];
  ULONG EngineCount;
  ULONG PendingInterrupts;
  KSPIN_LOCK EngineLock;

  KMUTEX DeviceMutex;
  LIST_ENTRY Devices;

  PIO_WORKITEM ReclaimItem;
  LIST_ENTRY ReclaimList;
  KSPIN_LOCK ReclaimLock;
  LONG ReclaimQueued;
  KEVENT ReclaimIdle;

  ULONG RingSizeSetting;
  BOOLEAN SourceVisible;
  PHYSICAL_ADDRESS ScanAddress;
};

struct _COR_DEVICE {
  LIST_ENTRY Entry;
  COR_ADAPTER *Adapter;
  HANDLE hDxgDevice;
  BOOLEAN IsSystem;
  HANDLE hPageTable;
  D3DGPU_VIRTUAL_ADDRESS PageTableAddress;
};

struct _COR_CONTEXT {
  COR_DEVICE *Device;
  COR_ADAPTER *Adapter;
  HANDLE hDxgContext;
  ULONG Node;
  BOOLEAN IsSystem;
  HANDLE hSaveArea;
  HANDLE hRings[COR_MAX_ENGINES];
  ULONG RingCount;
  KMUTEX ScratchMutex;
  LIST_ENTRY Scratch;
  ULONG ScratchCount;
  ULONG NextScratchId;
};

typedef struct _COR_ALLOCATION {
  SIZE_T Size;
  UINT Width, Height, Pitch;
  D3DDDIFORMAT Format;
} COR_ALLOCATION;

typedef struct _COR_OPEN_ALLOCATION {
  COR_ALLOCATION *Allocation;
  COR_DEVICE *Device;
} COR_OPEN_ALLOCATION;

typedef struct _COR_CREATE_DATA {
  SIZE_T Size;
  UINT Width, Height;
  D3DDDIFORMAT Format;
} COR_CREATE_DATA;

typedef enum _COR_ESCAPE_CODE { CorEscapeGrow, CorEscapeRelease, CorEscapeTrim, CorEscapeResizeSaveArea } COR_ESCAPE_CODE;

typedef struct _COR_ESCAPE {
  COR_ESCAPE_CODE Code;
  SIZE_T Size;
  ULONG Id;
} COR_ESCAPE;

// memory.c: context allocations and pool.
NTSTATUS CorCreateBuffer(COR_ADAPTER *Adapter, HANDLE hDevice, HANDLE hContext, SIZE_T Size, HANDLE *Allocation);
VOID CorDestroyBuffer(COR_ADAPTER *Adapter, HANDLE *Allocation);
NTSTATUS CorUpdateBuffer(COR_ADAPTER *Adapter, HANDLE Allocation, PVOID Data, UINT Size);
PVOID CorAllocate(SIZE_T Size);
VOID CorFree(PVOID Block);

// scratch.c
NTSTATUS CorAddScratch(COR_CONTEXT *Context, SIZE_T Size, ULONG *Id);
NTSTATUS CorRemoveScratch(COR_CONTEXT *Context, ULONG Id);
VOID CorTrimScratch(COR_CONTEXT *Context);
VOID CorDestroyScratchList(COR_CONTEXT *Context);

// reclaim.c
NTSTATUS CorInitializeReclaim(COR_ADAPTER *Adapter);
VOID CorCleanupReclaim(COR_ADAPTER *Adapter);
VOID CorReclaimLater(COR_ADAPTER *Adapter, COR_SCRATCH *Scratch);
VOID CorKickReclaim(COR_ADAPTER *Adapter);
VOID CorDrainReclaim(COR_ADAPTER *Adapter);

// interrupt.c
VOID CorEnableInterrupts(COR_ADAPTER *Adapter, ULONG Mask);
VOID CorDisableInterrupts(COR_ADAPTER *Adapter);
VOID CorResetEngines(COR_ADAPTER *Adapter);

// Entry points.
DRIVER_INITIALIZE DriverEntry;
DXGKDDI_ADD_DEVICE CorAddDevice;
DXGKDDI_START_DEVICE CorStartDevice;
DXGKDDI_STOP_DEVICE CorStopDevice;
DXGKDDI_REMOVE_DEVICE CorRemoveDevice;
DXGKDDI_UNLOAD CorUnload;
DXGKDDI_INTERRUPT_ROUTINE CorInterrupt;
DXGKDDI_DPC_ROUTINE CorDpc;
DXGKDDI_CONTROLINTERRUPT CorControlInterrupt;
DXGKDDI_QUERY_CHILD_RELATIONS CorQueryChildRelations;
DXGKDDI_QUERY_CHILD_STATUS CorQueryChildStatus;
DXGKDDI_QUERY_DEVICE_DESCRIPTOR CorQueryDeviceDescriptor;
DXGKDDI_SET_POWER_STATE CorSetPowerState;
DXGKDDI_QUERYADAPTERINFO CorQueryAdapterInfo;
DXGKDDI_CREATEDEVICE CorCreateDevice;
DXGKDDI_DESTROYDEVICE CorDestroyDevice;
DXGKDDI_CREATECONTEXT CorCreateContext;
DXGKDDI_DESTROYCONTEXT CorDestroyContext;
DXGKDDI_CREATEALLOCATION CorCreateAllocation;
DXGKDDI_DESTROYALLOCATION CorDestroyAllocation;
DXGKDDI_DESCRIBEALLOCATION CorDescribeAllocation;
DXGKDDI_OPENALLOCATIONINFO CorOpenAllocation;
DXGKDDI_CLOSEALLOCATION CorCloseAllocation;
DXGKDDI_RENDER CorRender;
DXGKDDI_PRESENT CorPresent;
DXGKDDI_PATCH CorPatch;
DXGKDDI_SUBMITCOMMAND CorSubmitCommand;
DXGKDDI_PREEMPTCOMMAND CorPreemptCommand;
DXGKDDI_BUILDPAGINGBUFFER CorBuildPagingBuffer;
DXGKDDI_QUERYCURRENTFENCE CorQueryCurrentFence;
DXGKDDI_RESETFROMTIMEOUT CorResetFromTimeout;
DXGKDDI_RESTARTFROMTIMEOUT CorRestartFromTimeout;
DXGKDDI_ESCAPE CorEscape;
DXGKDDI_ISSUPPORTEDVIDPN CorIsSupportedVidPn;
DXGKDDI_ENUMVIDPNCOFUNCMODALITY CorEnumVidPnCofuncModality;
DXGKDDI_COMMITVIDPN CorCommitVidPn;
DXGKDDI_SETVIDPNSOURCEVISIBILITY CorSetVidPnSourceVisibility;
DXGKDDI_SETVIDPNSOURCEADDRESS CorSetVidPnSourceAddress;
DXGKDDI_UPDATEACTIVEVIDPNPRESENTPATH CorUpdateActiveVidPnPresentPath;
DXGKDDI_RECOMMENDMONITORMODES CorRecommendMonitorModes;
DXGKDDI_GETSCANLINE CorGetScanLine;
