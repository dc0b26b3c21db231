// A name that is assumed in a first reading and turns out to be an enumerator of what the second reading includes: the declaration wins.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %dxl-emit-ir --quiet %s -- --target=x86_64-pc-windows-msvc -fms-extensions | %FileCheck %s
#ifdef DXL_WITH_DISPMPRT
enum kind { KindOther, KindConnection };
struct status { enum kind kind; };
#endif

int work(struct status *status) {
  return status->kind == KindConnection;
}
// CHECK: func @work(
// CHECK: compare eq {{.*}}, 1
// CHECK-NOT: error
