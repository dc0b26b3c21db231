// Where a virtual base lies, and when it is made and destroyed, only the whole object knows: its classes' objects become unknown
// values, so that one base is not taken for several.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %dxl-emit-ir %s -- --target=x86_64-pc-windows-msvc -fms-extensions -std=c++17 | %FileCheck %s
typedef void *HANDLE;
extern "C" HANDLE Acquire(HANDLE);
extern "C" void Release(HANDLE);

struct Holder {
  HANDLE h;
  explicit Holder(HANDLE a) : h(Acquire(a)) {}
  ~Holder() { Release(h); }
};
struct Left : virtual Holder {
  explicit Left(HANDLE a) : Holder(a) {}
};
struct Right : virtual Holder {
  explicit Right(HANDLE a) : Holder(a) {}
};
struct Both : Left, Right {
  explicit Both(HANDLE a) : Holder(a), Left(a), Right(a) {}
};

// CHECK-LABEL: func @"?use
// CHECK: opaque ? "virtual base classes"
// CHECK-NOT: call
// CHECK: opaque {{.*}}"address of a virtual base"
// CHECK-NOT: call
// CHECK: opaque ? "virtual base classes"
// CHECK: }
HANDLE use(HANDLE a) {
  Both both(a);
  return both.h;
}
