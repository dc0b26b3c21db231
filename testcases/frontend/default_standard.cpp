// Where nobody says which C++ it is, it is C++17 for Windows too: deduced class arguments, conditions with initialisers.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %dxl-emit-ir --quiet %s -- --target=x86_64-pc-windows-msvc -fms-extensions | %FileCheck %s
// RUN: %dxl-emit-ir --quiet %s -- --target=x86_64-pc-windows-msvc -fms-extensions -std=c++14 2>&1 | %FileCheck --check-prefix=OLD %s
template <typename F> class AtExit {
public:
  explicit AtExit(F f) : call(f) {}
  ~AtExit() { call(); }
private:
  F call;
};
void Leave(int value);
int Read(int *value);
// CHECK: func @"?Guarded@@YAXXZ"(
// CHECK: call i32 @"?Read@@YAHPEAH@Z"
// CHECK-NOT: opaque
// OLD: requires template arguments
void Guarded() {
  int value;
  AtExit leave([&] { Leave(value); });
  if (int status = Read(&value); status < 0)
    return;
}
