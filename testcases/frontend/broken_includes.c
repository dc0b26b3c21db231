// A header that is not there would have brought the kernel's: they are read in its place.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %dxgklint --emit-ir %s 2>%t.err | %FileCheck %s
// RUN: %FileCheck --check-prefix=SAID --allow-empty %s < %t.err
#include "not/there.h"

NTSTATUS start(PDRIVER_OBJECT driver, DXGKARG_CREATECONTEXT *args) {
  NTSTATUS status = STATUS_SUCCESS;
  if (!NT_SUCCESS(status) || driver->DeviceObject)
    return status;
  args->hContext = 0;
  return status;
}
// CHECK: func @start(ptr(%{{DRIVER_OBJECT|_DRIVER_OBJECT}}) $driver {{.*}}, ptr(%{{_?}}DXGKARG_CREATECONTEXT) $args
// CHECK: %{{_?}}DXGKARG_CREATECONTEXT.hContext +0
// SAID-NOT: is not declared
// SAID-NOT: error
