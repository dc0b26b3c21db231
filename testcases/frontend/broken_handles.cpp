// A type that nothing declares and that a pointer is cast to is a pointer, whatever it is called.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %dxl-emit-ir --quiet %s -- --target=x86_64-pc-windows-msvc -fms-extensions | %FileCheck %s
typedef void *WDFOBJECT;
void Delete(WDFOBJECT);
WDFOBJECT Find(int);

UNKNOWNHANDLE find(int a) { return static_cast<UNKNOWNHANDLE>(Find(a)); }
// CHECK: func @"?find@@{{.*}}(i32 $a {{.*}}) ptr(

void drop(UNKNOWNHANDLE handle) {
  WDFOBJECT object;
  object = handle;
  Delete(object);
}
// CHECK: func @"?drop@@{{.*}}(ptr(
// CHECK: call void @"?Delete@@
