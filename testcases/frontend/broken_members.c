// A structure that nothing declares has the members that it is used with; those named like entry points and callbacks
// of the rules are what their names say.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %dxgklint --keep-going --emit-ir %s | %FileCheck %s
// RUN: %not %dxgklint --keep-going --color=never %s 2>&1 | %FileCheck %s --check-prefix=FOUND
#include <dispmprt.h>

// CHECK: record %UNKNOWN_CONTEXT tag {{.*}} assumed size
// CHECK: record %UNKNOWN_TABLE tag {{.*}} assumed size

static NTSTATUS AddDevice(PDEVICE_OBJECT object, PVOID *context) {
  UNKNOWN_CONTEXT *made = ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(UNKNOWN_CONTEXT), 'tseT');
  if (!made)
    return STATUS_NO_MEMORY;
  made->State = 1;
  made->Parent->Count = 2;
  made->Inner.Limit = 4;
  made->Words[2] = 1;
  made->Changed(made);
  *context = made;
  return STATUS_SUCCESS;
}
// CHECK-LABEL: func @AddDevice
// CHECK: field {{.*}} %UNKNOWN_CONTEXT.State +[[STATE:[0-9]+]]
// CHECK: field {{.*}} %UNKNOWN_CONTEXT.Parent +
// CHECK: field {{.*}} %dxl_unknown_UNKNOWN_CONTEXT_Parent.Count +
// CHECK: field {{.*}} %UNKNOWN_CONTEXT.Inner +
// CHECK: field {{.*}} %dxl_unknown_UNKNOWN_CONTEXT_Inner.Limit +
// CHECK: field {{.*}} %UNKNOWN_CONTEXT.Words +

static VOID Dpc(PVOID context) {
  UNKNOWN_CONTEXT *made = context;
  DXGKARGCB_CREATECONTEXTALLOCATION create = {0};
  create.hAdapter = made->Interface.DeviceHandle;
  if (made->State)
    made->Interface.DxgkCbCreateContextAllocation(&create);
}
// CHECK-LABEL: func @Dpc
// CHECK: field {{.*}} %UNKNOWN_CONTEXT.State +[[STATE]]
// FOUND: broken_members.c:[[#@LINE-4]]:{{[0-9]+}}: warning: {{.*}}DISPATCH_LEVEL{{.*}} [dxgk-irql]

NTSTATUS DriverEntry(PDRIVER_OBJECT object, PUNICODE_STRING path) {
  UNKNOWN_TABLE table;
  RtlZeroMemory(&table, sizeof(table));
  table.Version = 5;
  table.DxgkDdiAddDevice = AddDevice;
  table.DxgkDdiDpcRoutine = Dpc;
  return UnknownInitialize(object, path, &table);
}
// FOUND: 1 acquire site, 0 release sites, 0 use sites, 3 entry points
