// A brace too few hides all that follows it from the compiler; it is counted all the same.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %dxl-emit-ir --quiet %s -- --target=x86_64-pc-windows-msvc | %FileCheck %s
int whole(int a) { return a; }
// CHECK: func @whole({{.*}} {
int first(int a) {
  if (a) {
    return 1;
}
// CHECK: func @first({{.*}} lost "function definition is not allowed here"
static int second(int b) { return b; }
// CHECK: func @second({{.*}} lost "function definition is not allowed here"
struct S *third(int *p) {
  while (p) {
    p++;
  }
  return 0;
}
// CHECK: func @third({{.*}} at 0:13:11 end 18 lost
#if 0
int left_out(void) { return 2; }
#endif
// CHECK-NOT: left_out
