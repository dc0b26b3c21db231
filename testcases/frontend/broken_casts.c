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

// What is changed through a cast is what stands behind it, as a value of the cast's type.
// CHECK-LABEL: func @changed(
// CHECK: [[A:%[0-9]+]] = cast ptr(ptr(u8)) $at from ptr(ptr)
// CHECK: store ptr(u8) %{{[0-9]+}}, [[A]]
// CHECK: [[B:%[0-9]+]] = index %{{[0-9]+}}, 1 as ptr(u32) size 4
// CHECK: store ptr(u32) [[B]],
// CHECK: [[C:%[0-9]+]] = index %{{[0-9]+}}, %{{[0-9]+}} as ptr(u8) size 1
// CHECK: store ptr(u8) [[C]],
// CHECK: [[D:%[0-9]+]] = index %{{[0-9]+}}, -1 as ptr(u8) size 1
// CHECK: store ptr(u8) [[D]],
// CHECK-NOT: opaque
// CHECK: call i32 @take(
int changed(void *at, unsigned char *from, ULONG step)
{
  (unsigned char *)at = from;
  ((ULONG *)at)++;
  (unsigned char *)at += step;
  --(unsigned char *)at;
  return take(1, at);
}

// What is read there is not known, and the step is made all the same.
// CHECK-LABEL: func @read_behind(
// CHECK: [[E:%[0-9]+]] = index %{{[0-9]+}}, 1 as ptr(u32) size 4
// CHECK: store ptr(u32) [[E]],
ULONG read_behind(void *at)
{
  ULONG value = *((ULONG *)at)++;
  return value;
}
