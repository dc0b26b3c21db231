// Methods of a class that nothing declares are no part of the tree; they are counted.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %dxl-emit-ir --quiet %s -- --target=x86_64-pc-windows-msvc -fms-extensions | %FileCheck %s
#include "adapter.h"
long ADAPTER::Start(int a, char *b) {
  if (a)
    return 1;
  return 0;
}
ADAPTER::ADAPTER(int x) : m_a(x), m_b{x} { go(); }
ADAPTER::~ADAPTER() { stop(); }
int fine(int a) { return a; }
struct Known {
  int a;
  Known() : a{1} { a = 2; }
  int get() const { return a; }
};
template <class T> T unused(T a) { return a; }
int table[] = {1, 2};
enum X { A, B };
auto l = [](int x) { return x; };
// CHECK-DAG: func @"?fine@@YAHH@Z"({{.*}} {
// CHECK-DAG: func @"??0Known@@QEAA@XZ"({{.*}} {
// CHECK-DAG: func @"ADAPTER::Start"() void at 0:5:6 end 9 lost
// CHECK-DAG: func @"ADAPTER::ADAPTER"() void at 0:10:1 end 10 lost
// CHECK-DAG: func @"ADAPTER::~ADAPTER"() void at 0:11:1 end 11 lost
// CHECK-NOT: func @unused
// CHECK-NOT: func @table
