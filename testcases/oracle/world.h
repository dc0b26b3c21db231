// What the random programs work on: adapters, a device, a context, a box of handles, and the hardware that answers as it likes.
// Invariant: the same text is analysed with the headers of the rule packs and executed with those in mock/.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <ntddk.h>
#include <dispmprt.h>
#include <d3dkmddi.h>

#define ORACLE_TAG 'lcrO'
#define LIST_LENGTH 6 // one more than any program fills, so that a loop that goes one too far reads NULL

typedef struct _ADAPTER ADAPTER;

struct _ADAPTER {
  DXGKRNL_INTERFACE Dxgk; // the copy made in StartDevice
  ADAPTER *Peer;
  HANDLE Table;
  HANDLE Scratch;
  HANDLE List[LIST_LENGTH];
  ULONG Count;
  ULONG Flags;
  BOOLEAN HasTable;
  KSPIN_LOCK Lock;
  FAST_MUTEX Mutex;
};

typedef struct _DEVICE {
  ADAPTER *Adapter;
  HANDLE hDxgDevice; // what CreateDevice got
  HANDLE Table;
  BOOLEAN HasTable;
  ULONG Flags;
} DEVICE;

typedef struct _GPU_CONTEXT {
  ADAPTER *Adapter;
  DEVICE *Device;
  HANDLE hDxgContext; // what CreateContext got
  HANDLE SaveArea;
  HANDLE Ring;
  HANDLE List[LIST_LENGTH];
  ULONG Count;
  ULONG Flags;
  BOOLEAN HasRing;
} GPU_CONTEXT;

typedef struct _BOX {
  HANDLE Handle;
  BOOLEAN IsValid;
  ULONG Mode;
  HANDLE List[LIST_LENGTH];
  ULONG Count;
} BOX;

NTSTATUS ProbeHardware(VOID);
BOOLEAN HardwareIsReady(VOID);
ULONG HardwareRevision(VOID);
