// Other compilers take "&(LONG)x" for the address of x: what is counted there is x.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %dxl-emit-ir --quiet %s -- --target=x86_64-pc-windows-msvc -fms-extensions | %FileCheck %s
typedef long LONG;
typedef unsigned long ULONG;
struct copy {
  ULONG references;
};
LONG Decrement(LONG volatile *target);
int take(int flag, LONG *value);

// CHECK-LABEL: func @address_of_cast(
// CHECK: [[C:%[0-9]+]] = load ptr(%copy) $c
// CHECK: [[P:%[0-9]+]] = field [[C]] %copy.references +0
// CHECK-NOT: opaque
// CHECK: call i32 @Decrement(
LONG address_of_cast(struct copy *c)
{
  return Decrement(&(LONG)c->references);
}

// The operator with two of them is another one.
// CHECK-LABEL: func @both(
// CHECK: call i32 @take(
int both(int flag, LONG value)
{
  return take(flag &&(LONG)value, &value);
}
