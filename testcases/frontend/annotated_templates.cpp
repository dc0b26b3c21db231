// Annotations before a template, where no attribute may stand, cost neither it nor what follows; positions stay.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %dxgklint --emit-ir %s 2>&1 | %FileCheck %s
// CHECK-NOT: error:
#include <ntddk.h>

template <typename T> void Close(T *object, int);

_IRQL_requires_same_ _When_(sizeof(void *) == 8, _IRQL_requires_max_(DISPATCH_LEVEL)) template <>
inline void Close(_In_ IRP *irp, int) { IoFreeIrp(irp); }
// CHECK: display "Close"
// CHECK: call void @IoFreeIrp

_Must_inspect_result_
__drv_aliasesMem
template <int N> NTSTATUS Argument(_In_ IRP *irp) { return irp->IoStatus.Status + N; }

_IRQL_requires_max_(DISPATCH_LEVEL)
extern "C" NTSTATUS Use(PIRP irp) {
  Close(irp, 0);
  return Argument<3>(irp);
}
// CHECK: func @Use(ptr(%IRP) $irp{{.*}} annotate _IRQL_requires_max_ "DISPATCH_LEVEL"
