// The objects that the labelled functions work on: an adapter, its devices and their contexts, as in a real miniport.
// Invariant: nothing here creates or destroys anything, so that every finding belongs to the file that includes this.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#ifdef __cplusplus
extern "C" {
#endif

#include <ntddk.h>
#include <dispmprt.h>
#include <d3dkmddi.h>

#define ENGINE_COUNT 4
#define SAVE_AREA_SIZE 0x10000
#define POOL_TAG 'lbaL'

typedef struct _ADAPTER ADAPTER;
typedef struct _DEVICE DEVICE;
typedef struct _GPU_CONTEXT GPU_CONTEXT;

struct _ADAPTER {
  DXGKRNL_INTERFACE Dxgk; // the copy made in StartDevice
  PDEVICE_OBJECT PhysicalDevice;
  ADAPTER *Peer; // the other adapter of a link
  HANDLE PageTable;
  HANDLE Scratch;
  KSPIN_LOCK Lock;
  FAST_MUTEX Mutex;
  LIST_ENTRY Contexts;
  ULONG Flags;
};

struct _DEVICE {
  ADAPTER *Adapter;
  HANDLE hDxgDevice; // what CreateDevice got
  HANDLE PageTable;
  LIST_ENTRY Contexts;
  ULONG Flags;
};

struct _GPU_CONTEXT {
  ADAPTER *Adapter;
  DEVICE *Device;
  HANDLE hDxgContext; // what CreateContext got
  HANDLE SaveArea;
  HANDLE Ring;
  HANDLE Engine[ENGINE_COUNT];
  ULONG EngineUsed;
  ULONG Node;
  BOOLEAN HasSaveArea;
  LIST_ENTRY Entry;
};

// Parts of a driver that the labelled functions call and that no file defines. They get nothing they could change.
NTSTATUS ProbeHardware(VOID);
BOOLEAN HardwareIsReady(VOID);
ULONG HardwareRevision(VOID);

// Arguments for an allocation of one context.
static __inline VOID FillArguments(DXGKARGCB_CREATECONTEXTALLOCATION *Args, GPU_CONTEXT *Context, SIZE_T Size)
{
  RtlZeroMemory(Args, sizeof(*Args));
  Args->hAdapter = Context->Adapter->Dxgk.DeviceHandle;
  Args->hDevice = Context->Device->hDxgDevice;
  Args->hContext = Context->hDxgContext;
  Args->Size = Size;
}

// Arguments for an allocation that all contexts of a device share.
static __inline VOID FillSharedArguments(DXGKARGCB_CREATECONTEXTALLOCATION *Args, DEVICE *Device, SIZE_T Size)
{
  RtlZeroMemory(Args, sizeof(*Args));
  Args->ContextAllocationFlags.SharedAcrossContexts = 1;
  Args->hAdapter = Device->Adapter->Dxgk.DeviceHandle;
  Args->hDevice = Device->hDxgDevice;
  Args->Size = Size;
}

#ifdef __cplusplus
}
#endif
