// What the attribute `cleanup` calls on every way out of a scope.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %dxl-emit-ir %s -- --target=x86_64-pc-linux-gnu -std=gnu11 | %FileCheck %s
void put(int *);
int more(void);

int ways(int n) {
  __attribute__((cleanup(put))) int a = 1;
  while (more()) {
    __attribute__((cleanup(put))) int b = 2;
    if (n)
      break;
    if (more())
      return a;
  }
  return 0;
}
// CHECK-LABEL: func @ways(
// CHECK:         store i32 1, $a
// CHECK:         store i32 2, $b
// Out of the loop.
// CHECK:         call void @put($b)
// CHECK-NEXT:    lifetime_end $b
// CHECK-NEXT:    jump
// Out of the function: the value is read before.
// CHECK:         %[[VALUE:[0-9]+]] = load i32 $a
// CHECK-NEXT:    call void @put($b)
// CHECK-NEXT:    call void @put($a)
// CHECK-NEXT:    return %[[VALUE]]
// CHECK:         call void @put($a)
// CHECK-NEXT:    return 0
