// The table gets defaults from a helper, then the entry points of the chip: one of them only for some chips.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#define OWN_STOP
#define DestroyFor SkeletonDestroyFor
#include "../driver/skeleton.h"
#undef DestroyFor
#define DestroyFor(adapter, allocation) \
  (adapter)->Dxgk.DxgkCbDestroyContextAllocation((adapter)->Dxgk.DeviceHandle, (allocation))

static NTSTATUS NTAPI nothing_to_stop_bad(CONST PVOID MiniportDeviceContext)
{
  UNREFERENCED_PARAMETER(MiniportDeviceContext);
  return STATUS_SUCCESS; // EXPECT: dxgk-leak
}

static NTSTATUS NTAPI start(CONST PVOID h, PDXGK_START_INFO i, PDXGKRNL_INTERFACE d, PULONG a, PULONG b)
{
  ADAPTER *x = (ADAPTER *)h;
  UNREFERENCED_PARAMETER(i);
  x->Dxgk = *d;
  *a = *b = 0;
  return CreateShared(x, NULL, PAGE_SIZE, &x->Scratch);
}

static NTSTATUS NTAPI stop(CONST PVOID h)
{
  ADAPTER *x = (ADAPTER *)h;
  DestroyFor(x, x->Scratch);
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT o, PUNICODE_STRING r)
{
  DRIVER_INITIALIZATION_DATA data;
  FillTable(&data);
  data.DxgkDdiStopDevice = nothing_to_stop_bad;
  data.DxgkDdiStartDevice = start;
  if (HardwareIsReady())
    data.DxgkDdiStopDevice = stop;
  return DxgkInitialize(o, r, &data);
}
