// A record that has no layout, for one of its fields does not compile: the others are still told apart.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %dxl-emit-ir --quiet %s -- --target=x86_64-pc-windows-msvc -fms-extensions -isystem %S/Inputs | %FileCheck %s
#include "no_such_header.h"
typedef void *HANDLE;
struct PORT {
  int Rules[Unknown];
  HANDLE Key;
  char Name[20];
  HANDLE Other;
};

HANDLE Key(struct PORT *port) { return port->Key; }
// CHECK-LABEL: func @Key(
// CHECK: field %0 %PORT.Key +[[KEY:[0-9]+]] as

HANDLE Other(struct PORT *port) { return port->Other; }
// CHECK-LABEL: func @Other(
// CHECK-NOT: %PORT.Other +[[KEY]] as
// CHECK: field %0 %PORT.Other +{{[0-9]+}} as
