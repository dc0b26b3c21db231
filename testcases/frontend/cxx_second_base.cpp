// A virtual call goes through the base whose table has the method: where that lies behind the start of an object the address
// moves there, and the engine moves it back to the class that implements the method.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %dxl-emit-ir %s -- --target=x86_64-pc-windows-msvc -fms-extensions -std=c++17 | %FileCheck %s
struct First {
  virtual int One() = 0;
};
struct Second {
  virtual int Two() = 0;
};
struct Middle : First, Second {
  int Two() override;
};
struct Both : Middle {
  int One() override { return 1; }
  int Two() override { return 2; }
};
struct Last final : Middle {
  int One() override { return 3; }
};

// CHECK-LABEL: func @"?through_second
// CHECK: [[S:%[0-9]+]] = load ptr(%Second) $s
// CHECK-NEXT: call i32 @"?Two@Second@@UEAAHXZ"([[S]]) virtual "?Two@Second@@UEAAHXZ"
int through_second(Second *s) { return s->Two(); }

// CHECK-LABEL: func @"?through_middle
// CHECK: [[M:%[0-9]+]] = load ptr(%Middle) $m
// CHECK-NEXT: [[B:%[0-9]+]] = field [[M]] %Middle.Second +8
// CHECK-NEXT: call i32 @"?Two@Middle@@UEAAHXZ"([[B]]) virtual "?Two@Second@@UEAAHXZ"
int through_middle(Middle *m) { return m->Two(); }

// CHECK-LABEL: func @"?through_last
// CHECK: [[L:%[0-9]+]] = load ptr(%Last) $l
// CHECK-NEXT: [[P:%[0-9]+]] = field [[L]] %Last.Middle +0
// CHECK-NEXT: call i32 @"?Two@Middle@@UEAAHXZ"([[P]])
// CHECK-NOT: virtual
// CHECK: }
int through_last(Last *l) { return l->Two(); }

// CHECK-LABEL: func @"?make
int make(Both *b) { return through_second(b); }
