// MSVC converts what clang refuses, a literal to PVOID for one: the call stays a call.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %dxl-emit-ir --quiet %s -- --target=x86_64-pc-windows-msvc -fms-extensions | %FileCheck %s
extern "C" long WriteMemory(unsigned short segment, void *data, unsigned size);
struct S {
  void *h;
  int Method(int);
  virtual int Virtual(int);
};
long literal(S *s) { return WriteMemory(1, "VBE2", 4); }
// CHECK: func @"?literal@@YAJPEAUS@@@Z"(
// CHECK: call i32 @WriteMemory(1, "VBE2", 4)
int methods(S *s) { return s->Method(1, 2) + s->Virtual(s->gone); }
// CHECK: func @"?methods@@YAHPEAUS@@@Z"(
// CHECK: call i32 @"?Method@S@@QEAAHH@Z"(%{{[0-9]+}}, 1, 2)
// CHECK: call i32 @"?Virtual@S@@UEAAHH@Z"(%{{[0-9]+}}, %{{[0-9]+}}) virtual "?Virtual@S@@UEAAHH@Z"
