// An annotation that stands as a statement of its own costs nothing; minifilters have their objects.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %dxgklint --emit-ir %s 2>&1 | %FileCheck %s
// CHECK-NOT: error:
#include <ntddk.h>
#include <fltKernel.h>

NTSTATUS Limited(PIRP irp) {
  _IRQL_limited_to_(PASSIVE_LEVEL);
  return irp->IoStatus.Status;
}
// CHECK: func @Limited(ptr(%IRP) $irp{{.*}} {

PFLT_FILTER Filter(PCFLT_RELATED_OBJECTS objects) { return objects->Filter; }
// CHECK: func @Filter(ptr(%FLT_RELATED_OBJECTS) $objects{{.*}} {
// CHECK: load ptr
