// Two declarations of one function that do not agree: the body is lowered with its own parameters.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %dxl-emit-ir --quiet %s -- --target=x86_64-pc-windows-msvc | %FileCheck %s
struct S {
  int x[4];
};
int twice(int a);
int twice(int a, int b, int c) { return a + b + c; }
// CHECK: func @twice(i32 $a {{.*}}, i32 $b {{.*}}, i32 $c
// CHECK: load i32 $c
int result(void);
struct S result(int a) {
  struct S s = {{a}};
  return s;
}
// CHECK: func @result(i32 $a {{.*}}, ptr(%S) $"(return)" {{.*}}) %S returns_record
