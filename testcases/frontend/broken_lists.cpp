// Pieces of declarations that do not fit together; found by changing sources at random.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %dxl-emit-ir --quiet %s -- --target=x86_64-pc-windows-msvc -fms-extensions -std=c++17 | %FileCheck %s
struct Guard {
  explicit Guard(void *);
  ~Guard();
};
struct Pair {
  Guard a;
  int b;
};
Pair half() { return {Guard(nullptr), nothing.at }; }
// CHECK-DAG: func @"?half@@YA?AUPair@@XZ"
template <class T> void lists(T t) {
  Guard all[2] = {Guard(t->x), Guard(t, };
}
void uses() { lists(3); }
// CHECK-DAG: func @"?uses@@YAXXZ"
