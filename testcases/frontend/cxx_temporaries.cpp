// Temporaries: until the end of the full expression, of the condition, or as long as the reference that extends them.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %dxl-emit-ir %s -- --target=x86_64-pc-windows-msvc -fms-extensions -std=c++17 | %FileCheck %s
typedef unsigned long long size_t;
typedef void *HANDLE;
extern "C" HANDLE Acquire(HANDLE);
extern "C" void Release(HANDLE);
extern "C" void Log(const char *, ...);
extern "C" void *ExAlloc(size_t, unsigned);
extern "C" void ExFree(void *);

struct Guard {
  explicit Guard(HANDLE);
  Guard(Guard &&) noexcept;
  Guard &operator=(Guard &&);
  ~Guard();
  HANDLE get() const;
  explicit operator bool() const;
};
Guard make(HANDLE h);

HANDLE full_expression(HANDLE h) {
  HANDLE x = make(h).get();
  Log("a", make(x).get(), x);
  return x;
}
// CHECK-LABEL: func @"?full_expression@@YAPEAXPEAX@Z"(
// CHECK-NEXT:   local $x ptr
// CHECK-NEXT:   temp $:2 %Guard
// CHECK-NEXT:   temp $:3 %Guard
// CHECK-NEXT: b0:
// CHECK-NEXT:   lifetime_start $x
// CHECK-NEXT:   lifetime_start $:2
// CHECK-NEXT:   %{{[0-9]+}} = load ptr $h
// CHECK-NEXT:   call void @"?make@@YA?AUGuard@@PEAX@Z"(%{{[0-9]+}}, $:2)
// CHECK-NEXT:   %{{[0-9]+}} = call ptr @"?get@Guard@@QEBAPEAXXZ"($:2)
// CHECK-NEXT:   call void @"??1Guard@@QEAA@XZ"($:2)
// CHECK-NEXT:   lifetime_end $:2
// CHECK-NEXT:   store ptr %{{[0-9]+}}, $x
// CHECK-NEXT:   lifetime_start $:3
// CHECK-NEXT:   %{{[0-9]+}} = load ptr $x
// CHECK-NEXT:   call void @"?make@@YA?AUGuard@@PEAX@Z"(%{{[0-9]+}}, $:3)
// CHECK-NEXT:   %{{[0-9]+}} = call ptr @"?get@Guard@@QEBAPEAXXZ"($:3)
// CHECK-NEXT:   %{{[0-9]+}} = load ptr $x
// CHECK-NEXT:   call void @Log("a", %{{[0-9]+}}, %{{[0-9]+}})
// CHECK-NEXT:   call void @"??1Guard@@QEAA@XZ"($:3)
// CHECK-NEXT:   lifetime_end $:3
// CHECK-NEXT:   %{{[0-9]+}} = load ptr $x
// CHECK-NEXT:   return %{{[0-9]+}}
// CHECK-NEXT: }

int extended(HANDLE h) {
  const Guard &e = make(h);
  Guard &&r = make(nullptr);
  Log("b", e.get(), r.get());
  return 1;
}
// CHECK-LABEL: func @"?extended@@YAHPEAX@Z"(
// CHECK-NEXT:   local $e ptr(%Guard)
// CHECK-NEXT:   temp $:2 %Guard
// CHECK-NEXT:   local $r ptr(%Guard)
// CHECK-NEXT:   temp $:4 %Guard
// CHECK-NEXT: b0:
// CHECK-NEXT:   lifetime_start $e
// CHECK-NEXT:   lifetime_start $:2
// CHECK-NEXT:   %{{[0-9]+}} = load ptr $h
// CHECK-NEXT:   call void @"?make@@YA?AUGuard@@PEAX@Z"(%{{[0-9]+}}, $:2)
// CHECK-NEXT:   store ptr(%Guard) $:2, $e
// CHECK-NEXT:   lifetime_start $r
// CHECK-NEXT:   lifetime_start $:4
// CHECK-NEXT:   call void @"?make@@YA?AUGuard@@PEAX@Z"(0, $:4)
// CHECK-NEXT:   store ptr(%Guard) $:4, $r
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(%Guard) $e
// CHECK-NEXT:   %{{[0-9]+}} = call ptr @"?get@Guard@@QEBAPEAXXZ"(%{{[0-9]+}})
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(%Guard) $r
// CHECK-NEXT:   %{{[0-9]+}} = call ptr @"?get@Guard@@QEBAPEAXXZ"(%{{[0-9]+}})
// CHECK-NEXT:   call void @Log("b", %{{[0-9]+}}, %{{[0-9]+}})
// CHECK-NEXT:   call void @"??1Guard@@QEAA@XZ"($:4)
// CHECK-NEXT:   call void @"??1Guard@@QEAA@XZ"($:2)
// CHECK-NEXT:   return 1
// CHECK-NEXT: }

bool conditional(HANDLE h, bool b) {
  bool r = b ? make(h).get() != nullptr : false;
  return r && make(h) || b;
}
// CHECK-LABEL: func @"?conditional@@YA_NPEAX_N@Z"(
// CHECK-NEXT:   local $r u8
// CHECK-NEXT:   temp $:3 u8
// CHECK-NEXT:   temp $:4 %Guard
// CHECK-NEXT:   temp $:5 u8
// CHECK-NEXT:   temp $:6 u8
// CHECK-NEXT:   temp $:7 %Guard
// CHECK-NEXT: b0:
// CHECK-NEXT:   lifetime_start $r
// CHECK-NEXT:   lifetime_start $:3
// CHECK-NEXT:   %{{[0-9]+}} = load u8 $b
// CHECK-NEXT:   store u8 0, $:5
// CHECK-NEXT:   branch %{{[0-9]+}} b1 b2 "?:"
// CHECK-NEXT: b1:
// CHECK-NEXT:   lifetime_start $:4
// CHECK-NEXT:   %{{[0-9]+}} = load ptr $h
// CHECK-NEXT:   call void @"?make@@YA?AUGuard@@PEAX@Z"(%{{[0-9]+}}, $:4)
// CHECK-NEXT:   store u8 1, $:5
// CHECK-NEXT:   %{{[0-9]+}} = call ptr @"?get@Guard@@QEBAPEAXXZ"($:4)
// CHECK-NEXT:   %{{[0-9]+}} = compare ne ptr %{{[0-9]+}}, 0
// CHECK-NEXT:   store u8 %{{[0-9]+}}, $:3
// CHECK-NEXT:   jump b3
// CHECK-NEXT: b2:
// CHECK-NEXT:   store u8 0, $:3
// CHECK-NEXT:   jump b3
// CHECK-NEXT: b3:
// CHECK-NEXT:   %{{[0-9]+}} = load u8 $:3
// CHECK-NEXT:   lifetime_end $:3
// CHECK-NEXT:   %{{[0-9]+}} = load u8 $:5
// CHECK-NEXT:   branch %{{[0-9]+}} b4 b5
// CHECK-NEXT: b4:
// CHECK-NEXT:   call void @"??1Guard@@QEAA@XZ"($:4)
// CHECK-NEXT:   jump b5
// CHECK-NEXT: b5:
// CHECK-NEXT:   store u8 %{{[0-9]+}}, $r
// CHECK-NEXT:   lifetime_start $:6
// CHECK-NEXT:   %{{[0-9]+}} = load u8 $r
// CHECK-NEXT:   branch %{{[0-9]+}} b6 b7 "&&"
// CHECK-NEXT: b6:
// CHECK-NEXT:   lifetime_start $:7
// CHECK-NEXT:   %{{[0-9]+}} = load ptr $h
// CHECK-NEXT:   call void @"?make@@YA?AUGuard@@PEAX@Z"(%{{[0-9]+}}, $:7)
// CHECK-NEXT:   %{{[0-9]+}} = call u8 @"??BGuard@@QEBA_NXZ"($:7)
// CHECK-NEXT:   call void @"??1Guard@@QEAA@XZ"($:7)
// CHECK-NEXT:   lifetime_end $:7
// CHECK-NEXT:   branch %{{[0-9]+}} b8 b7 "||"
// CHECK-NEXT: b7:
// CHECK-NEXT:   %{{[0-9]+}} = load u8 $b
// CHECK-NEXT:   branch %{{[0-9]+}} b8 b9 "||"
// CHECK-NEXT: b8:
// CHECK-NEXT:   store u8 1, $:6
// CHECK-NEXT:   jump b10
// CHECK-NEXT: b9:
// CHECK-NEXT:   store u8 0, $:6
// CHECK-NEXT:   jump b10
// CHECK-NEXT: b10:
// CHECK-NEXT:   %{{[0-9]+}} = load u8 $:6
// CHECK-NEXT:   lifetime_end $:6
// CHECK-NEXT:   return %{{[0-9]+}}
// CHECK-NEXT: }

void assigned(HANDLE h) {
  Guard m = make(h);
  m = make(nullptr);
  Guard t = static_cast<Guard &&>(m);
}
// CHECK-LABEL: func @"?assigned@@YAXPEAX@Z"(
// CHECK-NEXT:   local $m %Guard
// CHECK-NEXT:   temp $:2 %Guard
// CHECK-NEXT:   local $t %Guard
// CHECK-NEXT: b0:
// CHECK-NEXT:   lifetime_start $m
// CHECK-NEXT:   %{{[0-9]+}} = load ptr $h
// CHECK-NEXT:   call void @"?make@@YA?AUGuard@@PEAX@Z"(%{{[0-9]+}}, $m)
// CHECK-NEXT:   lifetime_start $:2
// CHECK-NEXT:   call void @"?make@@YA?AUGuard@@PEAX@Z"(0, $:2)
// CHECK-NEXT:   %{{[0-9]+}} = call ptr(%Guard) @"??4Guard@@QEAAAEAU0@$$QEAU0@@Z"($m, $:2)
// CHECK-NEXT:   call void @"??1Guard@@QEAA@XZ"($:2)
// CHECK-NEXT:   lifetime_end $:2
// CHECK-NEXT:   lifetime_start $t
// CHECK-NEXT:   call void @"??0Guard@@QEAA@$$QEAU0@@Z"($t, $m)
// CHECK-NEXT:   call void @"??1Guard@@QEAA@XZ"($t)
// CHECK-NEXT:   lifetime_end $t
// CHECK-NEXT:   call void @"??1Guard@@QEAA@XZ"($m)
// CHECK-NEXT:   lifetime_end $m
// CHECK-NEXT:   return
// CHECK-NEXT: }

void by_value(Guard g);
void passed(HANDLE h) { by_value(make(h)); }
// CHECK-LABEL: func @"?passed@@YAXPEAX@Z"(
// CHECK-NEXT:   temp $:1 %Guard
// CHECK-NEXT: b0:
// CHECK-NEXT:   lifetime_start $:1
// CHECK-NEXT:   %{{[0-9]+}} = load ptr $h
// CHECK-NEXT:   call void @"?make@@YA?AUGuard@@PEAX@Z"(%{{[0-9]+}}, $:1)
// CHECK-NEXT:   call void @"?by_value@@YAXUGuard@@@Z"($:1)
// CHECK-NEXT:   call void @"??1Guard@@QEAA@XZ"($:1)
// CHECK-NEXT:   lifetime_end $:1
// CHECK-NEXT:   return
// CHECK-NEXT: }
