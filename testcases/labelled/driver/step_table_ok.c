// StartDevice takes the steps of a table that the hardware wants; those left out are bits of a mask, and StopDevice goes back.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#define OWN_ADD
#define OWN_START
#define OWN_STOP
#include "skeleton.h"

typedef struct _STEP_ADAPTER {
  ADAPTER Base;
  HANDLE Golden, Preempt;
  ULONG Done;
  ULONG Skipped;
  ULONG Caps;
} STEP_ADAPTER;

typedef struct _STEP {
  ULONG Need;
  NTSTATUS (*Up)(STEP_ADAPTER *);
  VOID (*Down)(STEP_ADAPTER *);
} STEP;

static NTSTATUS GoldenUp(STEP_ADAPTER *Adapter) { return CreateShared(&Adapter->Base, NULL, PAGE_SIZE, &Adapter->Golden); }
static VOID GoldenDown(STEP_ADAPTER *Adapter) { DestroyFor(&Adapter->Base, Adapter->Golden); }
static NTSTATUS PreemptUp(STEP_ADAPTER *Adapter) { return CreateShared(&Adapter->Base, NULL, PAGE_SIZE, &Adapter->Preempt); }
static VOID PreemptDown(STEP_ADAPTER *Adapter) { DestroyFor(&Adapter->Base, Adapter->Preempt); }
static NTSTATUS NothingUp(STEP_ADAPTER *Adapter)
{
  UNREFERENCED_PARAMETER(Adapter);
  return STATUS_SUCCESS;
}
static VOID NothingDown(STEP_ADAPTER *Adapter) { UNREFERENCED_PARAMETER(Adapter); }

static const STEP Steps[] = {{0, GoldenUp, GoldenDown}, {2, PreemptUp, PreemptDown}, {4, NothingUp, NothingDown}};

static VOID TakeBack(STEP_ADAPTER *Adapter)
{
  while (Adapter->Done > 0) {
    ULONG step = --Adapter->Done;
    if (!(Adapter->Skipped & (1 << step)))
      Steps[step].Down(Adapter);
  }
  Adapter->Skipped = 0;
}

static NTSTATUS NTAPI AddDevice(CONST PDEVICE_OBJECT PhysicalDeviceObject, PVOID *MiniportDeviceContext)
{
  STEP_ADAPTER *adapter = (STEP_ADAPTER *)Allocate(sizeof(*adapter));
  UNREFERENCED_PARAMETER(PhysicalDeviceObject);
  *MiniportDeviceContext = adapter;
  return adapter ? STATUS_SUCCESS : STATUS_NO_MEMORY;
}

static NTSTATUS NTAPI start_device(CONST PVOID MiniportDeviceContext, PDXGK_START_INFO DxgkStartInfo,
                                        PDXGKRNL_INTERFACE DxgkInterface, PULONG NumberOfVideoPresentSources,
                                        PULONG NumberOfChildren)
{
  STEP_ADAPTER *adapter = (STEP_ADAPTER *)MiniportDeviceContext;
  ULONG i;
  UNREFERENCED_PARAMETER(DxgkStartInfo);
  adapter->Base.Dxgk = *DxgkInterface;
  *NumberOfVideoPresentSources = 0;
  *NumberOfChildren = 0;
  adapter->Caps = HardwareRevision();
  adapter->Done = 0;
  for (i = 0; i < RTL_NUMBER_OF(Steps); i++) {
    NTSTATUS status = STATUS_SUCCESS;
    if ((adapter->Caps & Steps[i].Need) == Steps[i].Need)
      status = Steps[i].Up(adapter);
    else
      adapter->Skipped |= 1 << i;
    if (!NT_SUCCESS(status)) {
      TakeBack(adapter);
      return status;
    }
    adapter->Done = i + 1;
  }
  return STATUS_SUCCESS;
}

static NTSTATUS NTAPI stop_device_ok(CONST PVOID MiniportDeviceContext)
{
  TakeBack((STEP_ADAPTER *)MiniportDeviceContext);
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
  DRIVER_INITIALIZATION_DATA data;
  FillTable(&data);
  data.DxgkDdiAddDevice = AddDevice;
  data.DxgkDdiStartDevice = start_device;
  data.DxgkDdiStopDevice = stop_device_ok;
  return DxgkInitialize(DriverObject, RegistryPath, &data);
}
