// Unnamed arguments: a local that the call fills, and lists that walk over it.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %dxl-emit-ir %s -- --target=x86_64-pc-windows-msvc | %FileCheck %s
// RUN: %dxl-emit-ir %s -- --target=x86_64-linux-gnu | %FileCheck --check-prefix=SYSV %s
typedef __builtin_va_list va_list;
struct pair { void *a, *b, *c; };

int sum(int n, ...) {
  va_list list, again;
  __builtin_va_start(list, n);
  __builtin_va_copy(again, list);
  int result = __builtin_va_arg(list, int);
  struct pair p = __builtin_va_arg(again, struct pair);
  __builtin_va_end(list);
  return p.a ? result : 0;
}
// CHECK-LABEL: func @sum(i32 $n {{.*}}, ...) i32 at
// CHECK-NOT: opaque
// CHECK: temp $"..." [0 x ptr]
// CHECK: store ptr $"...", $list
// CHECK: [[LIST:%[0-9]+]] = load ptr $list
// CHECK-NEXT: store ptr [[LIST]], $again
// CHECK: [[AT:%[0-9]+]] = load ptr $list
// CHECK-NEXT: [[NEXT:%[0-9]+]] = index [[AT]], 1 as ptr size 8
// CHECK-NEXT: store ptr [[NEXT]], $list
// CHECK-NEXT: load i32 [[AT]]
// CHECK: [[AT:%[0-9]+]] = load ptr $again
// CHECK: store ptr {{.*}}, $again
// CHECK-NEXT: [[RECORD:%[0-9]+]] = load ptr [[AT]]
// CHECK-NEXT: copy $p, [[RECORD]] as %pair size 24
// SYSV-LABEL: func @sum(
// SYSV-NOT: opaque
// SYSV: return

int given(va_list list) { return __builtin_va_arg(list, int); }
// CHECK-LABEL: func @given(
// CHECK: [[AT:%[0-9]+]] = load ptr $list
// CHECK: store ptr {{.*}}, $list
// CHECK-NEXT: load i32 [[AT]]
// SYSV-LABEL: func @given(
// SYSV: [[LIST:%[0-9]+]] = load ptr{{.*}} $list
// SYSV: [[AT:%[0-9]+]] = load ptr [[LIST]]
// SYSV: store ptr {{.*}}, [[LIST]]
// SYSV-NEXT: load i32 [[AT]]
