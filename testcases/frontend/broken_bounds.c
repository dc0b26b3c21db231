// A name that nothing declares and that bounds an array is a constant: the members behind the array have places of their own.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %dxl-emit-ir --quiet %s -- --target=x86_64-pc-windows-msvc | %FileCheck %s
typedef struct FILTER {
  unsigned char Addresses[UNKNOWN_LIST_LENGTH][6];
  void *First;
  void *Second;
} FILTER;

// CHECK: record %FILTER
// CHECK: First ptr at 192
// CHECK: Second ptr at 200

void *second(FILTER *filter) { return filter->Second; }
// CHECK-LABEL: func @second(
// CHECK: field %{{[0-9]+}} %FILTER.Second +200
