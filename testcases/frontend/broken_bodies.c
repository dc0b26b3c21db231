// An error costs the body that it is in, no other one; what the tree shows of it costs nothing but a value.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %dxl-emit-ir --quiet %s -- --target=x86_64-pc-windows-msvc -fms-extensions -isystem %S/Inputs | %FileCheck %s
#include "no_such_header.h"
#include <sys/also_missing.h>
typedef void *HANDLE;
int Take(HANDLE h, HANDLE *out);
void Give(HANDLE h, HANDLE a);
struct S {
  HANDLE h;
  int n;
};

int before(int a) { return a; }
// CHECK: func @before({{.*}} {

int lost(int a) {
  a = ;
  return a;
}
// CHECK: func @lost({{.*}} lost "expected expression"

// The call is there although its argument has no meaning.
int argument(struct S *s) {
  int st = Take(s->h, &s->missing);
  if (st < 0)
    return st;
  Give(s->h, s->gone);
  return 0;
}
// CHECK-LABEL: func @argument({{.*}} opaque 3
// CHECK: opaque u64 "an expression that did not compile (RecoveryExpr)"
// CHECK: [[ST:%[0-9]+]] = call i32 @Take(
// CHECK-NEXT: store i32 [[ST]], $st
// CHECK: call void @Give(

// Too few and too many arguments.
void counts(HANDLE h) {
  Give(h);
  Give(h, h, h);
}
// CHECK-LABEL: func @counts(
// CHECK: [[NONE:%[0-9]+]] = opaque ptr "an argument that is missing"
// CHECK: call void @Give(%{{[0-9]+}}, [[NONE]])
// CHECK: call void @Give(%{{[0-9]+}}, %{{[0-9]+}}, %{{[0-9]+}})

// What is only read does not change.
int reads(struct S *s, int a) {
  if (s->missing && Take(s->h, 0) >= 0 || !a)
    return a ? s->gone : Take(0, 0);
  a = s->gone;
  s->gone = Take(s->h, 0);
  return a;
}
// CHECK-LABEL: func @reads(
// CHECK: [[S:%[0-9]+]] = load ptr(%S) $s
// CHECK-NEXT: [[V:%[0-9]+]] = opaque u64 "an expression that did not compile (RecoveryExpr)" ([[S]])
// CHECK-NEXT: branch [[V]] b1 b{{[0-9]+}} "&&"
// CHECK: call i32 @Take(
// CHECK: store i32 %{{[0-9]+}}, $a
// CHECK: call i32 @Take(

int after(struct S *s) { return s->n; }
// CHECK: func @after({{.*}} {
// CHECK: note info 0:4:11 "header not found: no_such_header.h"
// CHECK: note info 0:5:11 "header not found: sys/also_missing.h"
