// Drivers of audio, of a peripheral bus, of input and of point of service devices are read without a kit.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %dxgklint --emit-ir %s 2>&1 | %FileCheck %s
// CHECK-NOT: error:
// CHECK-NOT: warning:
#include <ntddk.h>
#include <portcls.h>
#include <kbdmou.h>
#include <spb.h>
#include <poscx.h>
#include <aux_klib.h>
#include <ndis.h>

DECLARE_INTERFACE_(IPanelAudio, IUnknown)
{
  STDMETHOD_(NTSTATUS, Start)(THIS_ _In_ ULONG Mode) PURE;
};

// CHECK-LABEL: func @{{.*}}Latency
// CHECK: %KSRTAUDIO_HWLATENCY.CodecDelay +8
VOID Latency(KSRTAUDIO_HWLATENCY *out) { out->CodecDelay = 3; }

// CHECK-LABEL: func @{{.*}}Geometry
// CHECK: return 30
ULONG Geometry() { return sizeof(KSAUDIO_MIC_ARRAY_GEOMETRY); }

// CHECK-LABEL: func @{{.*}}Exchange
// CHECK: call {{.*}}SPB_TRANSFER_LIST_INIT
// CHECK: call {{.*}}SPB_TRANSFER_LIST_ENTRY_INIT_SIMPLE
ULONG Exchange(PVOID buffer, ULONG size)
{
  SPB_TRANSFER_LIST_AND_ENTRIES(2) list;
  SPB_TRANSFER_LIST_INIT(&list.List, 2);
  list.List.Transfers[0] = SPB_TRANSFER_LIST_ENTRY_INIT_SIMPLE(SpbTransferDirectionToDevice, 0, buffer, size);
  return list.List.Size;
}

// CHECK-LABEL: func @{{.*}}Connect
// CHECK: call i32 {{.*}}PosCxInit
EVT_POS_CX_DEVICE_REMOTE_CLAIM Claimed;
NTSTATUS Connect(WDFDEVICE device, PCONNECT_DATA data)
{
  POS_CX_ATTRIBUTES attributes;
  POS_CX_ATTRIBUTES_INIT(&attributes);
  attributes.EvtDeviceRemoteClaim = Claimed;
  return data ? PosCxInit(device, &attributes) : STATUS_INVALID_PARAMETER;
}

// CHECK-LABEL: func @{{.*}}Crash
ULONG Crash(KBUGCHECK_TRIAGE_DUMP_DATA *dump, POWER_LIMIT_VALUE *limit)
{
  KBUGCHECK_DATA data = {sizeof data};
  AuxKlibGetBugCheckData(&data);
  return data.BugCheckCode + dump->Flags + limit->TargetValue + NdisPowerProfileBattery;
}
