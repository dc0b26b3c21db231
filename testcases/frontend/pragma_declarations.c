// What older compilers of Windows pass over costs nothing: a keyword among the names of __declspec, and a pragma before a
// declaration, which is the name of no function.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %dxl-emit-ir %s -- --target=x86_64-pc-windows-msvc -fms-extensions | %FileCheck %s
typedef int house_callback(int);
house_callback prepared;

static __declspec(inline) int twice(int value) { return value * 2; }

__pragma(warning(disable : 4127))

typedef struct registers {
  int mode;
} registers;

// CHECK-NOT: lost
// CHECK: func @use(
int use(registers *all) { return twice(all->mode); }

// An error of the unit makes the rest of it be looked for in the tokens.
int broken = undeclared_of_house(1;
// CHECK-NOT: __pragma
