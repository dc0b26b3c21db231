// Construction and destruction: member initialisers, bases, new and delete with their overloads, placement, arrays.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %dxl-emit-ir %s -- --target=x86_64-pc-windows-msvc -fms-extensions -std=c++17 | %FileCheck %s
typedef unsigned long long size_t;
typedef void *HANDLE;
extern "C" HANDLE Acquire(HANDLE);
extern "C" void Release(HANDLE);
extern "C" void Log(const char *, ...);
extern "C" void *ExAlloc(size_t, unsigned);
extern "C" void ExFree(void *);

enum Pool { Paged };
void *operator new(size_t n, Pool, unsigned tag) noexcept { return ExAlloc(n, tag); }
void *operator new[](size_t n, Pool) noexcept { return ExAlloc(n, 1); }
void operator delete(void *p) noexcept { ExFree(p); }
void operator delete(void *p, size_t) noexcept { ExFree(p); }
void operator delete[](void *p) noexcept { ExFree(p); }
void operator delete[](void *p, size_t) noexcept { ExFree(p); }
inline void *operator new(size_t, void *p) noexcept { return p; }
// CHECK-LABEL: func @"??2@YAPEAX_KW4Pool@@I@Z"(
// CHECK-NEXT: b0:
// CHECK-NEXT:   %{{[0-9]+}} = load u64 $n
// CHECK-NEXT:   %{{[0-9]+}} = load u32 $tag
// CHECK-NEXT:   %{{[0-9]+}} = call ptr @ExAlloc(%{{[0-9]+}}, %{{[0-9]+}})
// CHECK-NEXT:   return %{{[0-9]+}}
// CHECK-NEXT: }

struct Part {
  HANDLE h;
  explicit Part(HANDLE a = nullptr);
  ~Part();
};
class Base {
public:
  explicit Base(int v) : m_v(v) {}
  virtual ~Base() { Release(m_h); }
  virtual long Run(int) = 0;

protected:
  int m_v;
  HANDLE m_h = Acquire(nullptr);
};
struct Other {
  virtual void F();
  int o;
};
class Derived final : public Base, public Other {
  Part m_part;
  int m_list[3] = {1, 2};
  const int &m_ref;

public:
  Derived(HANDLE a, int &r) : Base(4), m_part(a), m_ref(r) { m_list[2] = r; }
  ~Derived() override {}
  long Run(int x) override { return o + x + m_ref; }
};
// CHECK-LABEL: func @"??0Base@@QEAA@H@Z"(
// CHECK-NEXT: b0:
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(%Base) $this
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(%Base) $this
// CHECK-NEXT:   set_class %{{[0-9]+}} record %Base
// CHECK-NEXT:   %{{[0-9]+}} = field %{{[0-9]+}} %Base.m_v +8 as ptr(i32)
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $v
// CHECK-NEXT:   store i32 %{{[0-9]+}}, %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = field %{{[0-9]+}} %Base.m_h +16 as ptr(ptr)
// CHECK-NEXT:   %{{[0-9]+}} = call ptr @Acquire(0)
// CHECK-NEXT:   store ptr %{{[0-9]+}}, %{{[0-9]+}}
// CHECK-NEXT:   return
// CHECK-NEXT: }

// CHECK-LABEL: func @"??1Base@@UEAA@XZ"(
// CHECK-NEXT: b0:
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(%Base) $this
// CHECK-NEXT:   set_class %{{[0-9]+}} record %Base
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(%Base) $this
// CHECK-NEXT:   %{{[0-9]+}} = field %{{[0-9]+}} %Base.m_h +16 as ptr(ptr)
// CHECK-NEXT:   %{{[0-9]+}} = load ptr %{{[0-9]+}}
// CHECK-NEXT:   call void @Release(%{{[0-9]+}})
// CHECK-NEXT:   return
// CHECK-NEXT: }

// CHECK-LABEL: func @"??0Derived@@QEAA@PEAXAEAH@Z"(
// CHECK-NEXT: b0:
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(%Derived) $this
// CHECK-NEXT:   %{{[0-9]+}} = field %{{[0-9]+}} %Derived.Base +0 as ptr(%Base)
// CHECK-NEXT:   call void @"??0Base@@QEAA@H@Z"(%{{[0-9]+}}, 4)
// CHECK-NEXT:   %{{[0-9]+}} = field %{{[0-9]+}} %Derived.Other +24 as ptr(%Other)
// CHECK-NEXT:   call void @"??0Other@@QEAA@XZ"(%{{[0-9]+}})
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(%Derived) $this
// CHECK-NEXT:   set_class %{{[0-9]+}} record %Derived
// CHECK-NEXT:   %{{[0-9]+}} = field %{{[0-9]+}} %Derived.m_part +40 as ptr(%Part)
// CHECK-NEXT:   %{{[0-9]+}} = load ptr $a
// CHECK-NEXT:   call void @"??0Part@@QEAA@PEAX@Z"(%{{[0-9]+}}, %{{[0-9]+}})
// CHECK-NEXT:   %{{[0-9]+}} = field %{{[0-9]+}} %Derived.m_list +48 as ptr([3 x i32])
// CHECK-NEXT:   fill %{{[0-9]+}}, 0 as [3 x i32] size 12
// CHECK-NEXT:   store i32 1, %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = index %{{[0-9]+}}, 1 as ptr(i32) size 4
// CHECK-NEXT:   store i32 2, %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = field %{{[0-9]+}} %Derived.m_ref +64 as ptr(ptr(i32))
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(i32) $r
// CHECK-NEXT:   store ptr(i32) %{{[0-9]+}}, %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(i32) $r
// CHECK-NEXT:   %{{[0-9]+}} = load i32 %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(%Derived) $this
// CHECK-NEXT:   %{{[0-9]+}} = field %{{[0-9]+}} %Derived.m_list +48 as ptr([3 x i32])
// CHECK-NEXT:   %{{[0-9]+}} = index %{{[0-9]+}}, 2 as ptr(i32) size 4
// CHECK-NEXT:   store i32 %{{[0-9]+}}, %{{[0-9]+}}
// CHECK-NEXT:   return
// CHECK-NEXT: }

// CHECK-LABEL: func @"??1Derived@@UEAA@XZ"(
// CHECK-NEXT: b0:
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(%Derived) $this
// CHECK-NEXT:   set_class %{{[0-9]+}} record %Derived
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(%Derived) $this
// CHECK-NEXT:   %{{[0-9]+}} = field %{{[0-9]+}} %Derived.Base +0 as ptr(%Base)
// CHECK-NEXT:   %{{[0-9]+}} = field %{{[0-9]+}} %Derived.m_part +40 as ptr(%Part)
// CHECK-NEXT:   call void @"??1Part@@QEAA@XZ"(%{{[0-9]+}})
// CHECK-NEXT:   call void @"??1Base@@UEAA@XZ"(%{{[0-9]+}})
// CHECK-NEXT:   return
// CHECK-NEXT: }

Base *make(int v) { return new (Paged, 'tag1') Derived(nullptr, v); }
// CHECK-LABEL: func @"?make@@YAPEAVBase@@H@Z"(
// CHECK-NEXT:   temp $:1 ptr(%Derived)
// CHECK-NEXT: b0:
// CHECK-NEXT:   %{{[0-9]+}} = call ptr @"??2@YAPEAX_KW4Pool@@I@Z"(72, 0, 1952540465)
// CHECK-NEXT:   lifetime_start $:1
// CHECK-NEXT:   store ptr(%Derived) 0, $:1
// CHECK-NEXT:   branch %{{[0-9]+}} b1 b2
// CHECK-NEXT: b1:
// CHECK-NEXT:   call void @"??0Derived@@QEAA@PEAXAEAH@Z"(%{{[0-9]+}}, 0, $v)
// CHECK-NEXT:   store ptr(%Derived) %{{[0-9]+}}, $:1
// CHECK-NEXT:   jump b2
// CHECK-NEXT: b2:
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(%Derived) $:1
// CHECK-NEXT:   lifetime_end $:1
// CHECK-NEXT:   %{{[0-9]+}} = field %{{[0-9]+}} %Derived.Base +0 as ptr(%Base)
// CHECK-NEXT:   return %{{[0-9]+}}
// CHECK-NEXT: }

void unmake(Base *b, Derived *d, Part *list) {
  delete b;
  delete d;
  delete[] list;
}
// CHECK-LABEL: func @"?unmake@@YAXPEAVBase@@PEAVDerived@@PEAUPart@@@Z"(
// CHECK-NEXT:   temp $:3 u64
// CHECK-NEXT: b0:
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(%Base) $b
// CHECK-NEXT:   branch %{{[0-9]+}} b1 b2
// CHECK-NEXT: b1:
// CHECK-NEXT:   [[WHOLE:%[0-9]+]] = whole %{{[0-9]+}}
// CHECK-NEXT:   call void @"??1Base@@UEAA@XZ"(%{{[0-9]+}}) virtual "??1Base@@UEAA@XZ"
// CHECK-NEXT:   call void @"??3@YAXPEAX_K@Z"([[WHOLE]], 24)
// CHECK-NEXT:   jump b2
// CHECK-NEXT: b2:
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(%Derived) $d
// CHECK-NEXT:   branch %{{[0-9]+}} b3 b4
// CHECK-NEXT: b3:
// CHECK-NEXT:   call void @"??1Derived@@UEAA@XZ"(%{{[0-9]+}})
// CHECK-NEXT:   call void @"??3@YAXPEAX_K@Z"(%{{[0-9]+}}, 72)
// CHECK-NEXT:   jump b4
// CHECK-NEXT: b4:
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(%Part) $list
// CHECK-NEXT:   branch %{{[0-9]+}} b5 b9
// CHECK-NEXT: b5:
// CHECK-NEXT:   %{{[0-9]+}} = index %{{[0-9]+}}, -8 as ptr(%Part) size 1
// CHECK-NEXT:   %{{[0-9]+}} = index %{{[0-9]+}}, -8 as ptr(u64) size 1
// CHECK-NEXT:   %{{[0-9]+}} = load u64 %{{[0-9]+}}
// CHECK-NEXT:   lifetime_start $:3
// CHECK-NEXT:   store u64 0, $:3
// CHECK-NEXT:   jump b6
// CHECK-NEXT: b6:
// CHECK-NEXT:   %{{[0-9]+}} = load u64 $:3
// CHECK-NEXT:   %{{[0-9]+}} = compare lt u64 %{{[0-9]+}}, %{{[0-9]+}}
// CHECK-NEXT:   branch %{{[0-9]+}} b7 b8
// CHECK-NEXT: b7:
// CHECK-NEXT:   %{{[0-9]+}} = subtract u64 %{{[0-9]+}}, 1
// CHECK-NEXT:   %{{[0-9]+}} = subtract u64 %{{[0-9]+}}, %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = index %{{[0-9]+}}, %{{[0-9]+}} as ptr(%Part) size 8
// CHECK-NEXT:   call void @"??1Part@@QEAA@XZ"(%{{[0-9]+}})
// CHECK-NEXT:   %{{[0-9]+}} = add u64 %{{[0-9]+}}, 1
// CHECK-NEXT:   store u64 %{{[0-9]+}}, $:3
// CHECK-NEXT:   jump b6
// CHECK-NEXT: b8:
// CHECK-NEXT:   lifetime_end $:3
// CHECK-NEXT:   call void @"??_V@YAXPEAX_K@Z"(%{{[0-9]+}}, 8)
// CHECK-NEXT:   jump b9
// CHECK-NEXT: b9:
// CHECK-NEXT:   return
// CHECK-NEXT: }

void arrays(int n) {
  Part *g = new (Paged) Part[3];
  int *p = new (Paged) int[n]{};
  delete[] p;
  char storage[sizeof(Part)];
  Part *q = new (storage) Part(nullptr);
  q->~Part();
  delete[] g;
}
// CHECK-LABEL: func @"?arrays@@YAXH@Z"(
// CHECK-NEXT:   local $g ptr(%Part)
// CHECK-NEXT:   temp $:2 ptr(%Part)
// CHECK-NEXT:   temp $:3 u64
// CHECK-NEXT:   local $p ptr(i32)
// CHECK-NEXT:   temp $:5 ptr(i32)
// CHECK-NEXT:   temp $:6 u64
// CHECK-NEXT:   local $storage [8 x i8]
// CHECK-NEXT:   local $q ptr(%Part)
// CHECK-NEXT:   temp $:9 u64
// CHECK-NEXT: b0:
// CHECK-NEXT:   lifetime_start $g
// CHECK-NEXT:   %{{[0-9]+}} = call ptr @"??_U@YAPEAX_KW4Pool@@@Z"(32, 0)
// CHECK-NEXT:   lifetime_start $:2
// CHECK-NEXT:   store ptr(%Part) 0, $:2
// CHECK-NEXT:   branch %{{[0-9]+}} b1 b5
// CHECK-NEXT: b1:
// CHECK-NEXT:   store u64 3, %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = index %{{[0-9]+}}, 8 as ptr(%Part) size 1
// CHECK-NEXT:   lifetime_start $:3
// CHECK-NEXT:   store u64 0, $:3
// CHECK-NEXT:   jump b2
// CHECK-NEXT: b2:
// CHECK-NEXT:   %{{[0-9]+}} = load u64 $:3
// CHECK-NEXT:   %{{[0-9]+}} = compare lt u64 %{{[0-9]+}}, 3
// CHECK-NEXT:   branch %{{[0-9]+}} b3 b4
// CHECK-NEXT: b3:
// CHECK-NEXT:   %{{[0-9]+}} = index %{{[0-9]+}}, %{{[0-9]+}} as ptr(%Part) size 8
// CHECK-NEXT:   call void @"??0Part@@QEAA@PEAX@Z"(%{{[0-9]+}}, 0)
// CHECK-NEXT:   %{{[0-9]+}} = add u64 %{{[0-9]+}}, 1
// CHECK-NEXT:   store u64 %{{[0-9]+}}, $:3
// CHECK-NEXT:   jump b2
// CHECK-NEXT: b4:
// CHECK-NEXT:   lifetime_end $:3
// CHECK-NEXT:   store ptr(%Part) %{{[0-9]+}}, $:2
// CHECK-NEXT:   jump b5
// CHECK-NEXT: b5:
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(%Part) $:2
// CHECK-NEXT:   lifetime_end $:2
// CHECK-NEXT:   store ptr(%Part) %{{[0-9]+}}, $g
// CHECK-NEXT:   lifetime_start $p
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $n
// CHECK-NEXT:   %{{[0-9]+}} = cast u64 %{{[0-9]+}} from i32
// CHECK-NEXT:   %{{[0-9]+}} = multiply u64 %{{[0-9]+}}, 4
// CHECK-NEXT:   %{{[0-9]+}} = add u64 %{{[0-9]+}}, 0
// CHECK-NEXT:   %{{[0-9]+}} = call ptr @"??_U@YAPEAX_KW4Pool@@@Z"(%{{[0-9]+}}, 0)
// CHECK-NEXT:   lifetime_start $:5
// CHECK-NEXT:   store ptr(i32) 0, $:5
// CHECK-NEXT:   branch %{{[0-9]+}} b6 b10
// CHECK-NEXT: b6:
// CHECK-NEXT:   %{{[0-9]+}} = subtract u64 %{{[0-9]+}}, 0
// CHECK-NEXT:   lifetime_start $:6
// CHECK-NEXT:   store u64 0, $:6
// CHECK-NEXT:   jump b7
// CHECK-NEXT: b7:
// CHECK-NEXT:   %{{[0-9]+}} = load u64 $:6
// CHECK-NEXT:   %{{[0-9]+}} = compare lt u64 %{{[0-9]+}}, %{{[0-9]+}}
// CHECK-NEXT:   branch %{{[0-9]+}} b8 b9
// CHECK-NEXT: b8:
// CHECK-NEXT:   %{{[0-9]+}} = index %{{[0-9]+}}, %{{[0-9]+}} as ptr(i32) size 4
// CHECK-NEXT:   store i32 0, %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = add u64 %{{[0-9]+}}, 1
// CHECK-NEXT:   store u64 %{{[0-9]+}}, $:6
// CHECK-NEXT:   jump b7
// CHECK-NEXT: b9:
// CHECK-NEXT:   lifetime_end $:6
// CHECK-NEXT:   store ptr(i32) %{{[0-9]+}}, $:5
// CHECK-NEXT:   jump b10
// CHECK-NEXT: b10:
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(i32) $:5
// CHECK-NEXT:   lifetime_end $:5
// CHECK-NEXT:   store ptr(i32) %{{[0-9]+}}, $p
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(i32) $p
// CHECK-NEXT:   branch %{{[0-9]+}} b11 b12
// CHECK-NEXT: b11:
// CHECK-NEXT:   call void @"??_V@YAXPEAX@Z"(%{{[0-9]+}})
// CHECK-NEXT:   jump b12
// CHECK-NEXT: b12:
// CHECK-NEXT:   lifetime_start $storage
// CHECK-NEXT:   lifetime_start $q
// CHECK-NEXT:   call void @"??0Part@@QEAA@PEAX@Z"($storage, 0)
// CHECK-NEXT:   store ptr(%Part) $storage, $q
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(%Part) $q
// CHECK-NEXT:   call void @"??1Part@@QEAA@XZ"(%{{[0-9]+}})
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(%Part) $g
// CHECK-NEXT:   branch %{{[0-9]+}} b13 b17
// CHECK-NEXT: b13:
// CHECK-NEXT:   %{{[0-9]+}} = index %{{[0-9]+}}, -8 as ptr(%Part) size 1
// CHECK-NEXT:   %{{[0-9]+}} = index %{{[0-9]+}}, -8 as ptr(u64) size 1
// CHECK-NEXT:   %{{[0-9]+}} = load u64 %{{[0-9]+}}
// CHECK-NEXT:   lifetime_start $:9
// CHECK-NEXT:   store u64 0, $:9
// CHECK-NEXT:   jump b14
// CHECK-NEXT: b14:
// CHECK-NEXT:   %{{[0-9]+}} = load u64 $:9
// CHECK-NEXT:   %{{[0-9]+}} = compare lt u64 %{{[0-9]+}}, %{{[0-9]+}}
// CHECK-NEXT:   branch %{{[0-9]+}} b15 b16
// CHECK-NEXT: b15:
// CHECK-NEXT:   %{{[0-9]+}} = subtract u64 %{{[0-9]+}}, 1
// CHECK-NEXT:   %{{[0-9]+}} = subtract u64 %{{[0-9]+}}, %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = index %{{[0-9]+}}, %{{[0-9]+}} as ptr(%Part) size 8
// CHECK-NEXT:   call void @"??1Part@@QEAA@XZ"(%{{[0-9]+}})
// CHECK-NEXT:   %{{[0-9]+}} = add u64 %{{[0-9]+}}, 1
// CHECK-NEXT:   store u64 %{{[0-9]+}}, $:9
// CHECK-NEXT:   jump b14
// CHECK-NEXT: b16:
// CHECK-NEXT:   lifetime_end $:9
// CHECK-NEXT:   call void @"??_V@YAXPEAX_K@Z"(%{{[0-9]+}}, 8)
// CHECK-NEXT:   jump b17
// CHECK-NEXT: b17:
// CHECK-NEXT:   lifetime_end $q
// CHECK-NEXT:   lifetime_end $storage
// CHECK-NEXT:   lifetime_end $p
// CHECK-NEXT:   lifetime_end $g
// CHECK-NEXT:   return
// CHECK-NEXT: }

struct Delegating {
  Part a;
  int n{7};
  Delegating(HANDLE h) : a(h) {}
  Delegating() : Delegating(nullptr) { n = 2; }
};
Delegating one;
// CHECK-LABEL: func @"??0Delegating@@QEAA@PEAX@Z"(
// CHECK-NEXT: b0:
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(%Delegating) $this
// CHECK-NEXT:   %{{[0-9]+}} = field %{{[0-9]+}} %Delegating.a +0 as ptr(%Part)
// CHECK-NEXT:   %{{[0-9]+}} = load ptr $h
// CHECK-NEXT:   call void @"??0Part@@QEAA@PEAX@Z"(%{{[0-9]+}}, %{{[0-9]+}})
// CHECK-NEXT:   %{{[0-9]+}} = field %{{[0-9]+}} %Delegating.n +8 as ptr(i32)
// CHECK-NEXT:   store i32 7, %{{[0-9]+}}
// CHECK-NEXT:   return
// CHECK-NEXT: }

// CHECK-LABEL: func @"??0Delegating@@QEAA@XZ"(
// CHECK-NEXT: b0:
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(%Delegating) $this
// CHECK-NEXT:   call void @"??0Delegating@@QEAA@PEAX@Z"(%{{[0-9]+}}, 0)
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(%Delegating) $this
// CHECK-NEXT:   %{{[0-9]+}} = field %{{[0-9]+}} %Delegating.n +8 as ptr(i32)
// CHECK-NEXT:   store i32 2, %{{[0-9]+}}
// CHECK-NEXT:   return
// CHECK-NEXT: }

struct Plain {
  int x[100];
  Part *p = nullptr;
};
void copies(Plain &a, const Plain &b) {
  Plain c = b;
  a = c;
  a = Plain();
  Plain zero{};
  Plain some;
  (void)zero;
}
// CHECK-LABEL: func @"?copies@@YAXAEAUPlain@@AEBU1@@Z"(
// CHECK-NEXT:   local $c %Plain
// CHECK-NEXT:   temp $:3 %Plain
// CHECK-NEXT:   local $zero %Plain
// CHECK-NEXT:   local $some %Plain
// CHECK-NEXT: b0:
// CHECK-NEXT:   lifetime_start $c
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(%Plain) $b
// CHECK-NEXT:   copy $c, %{{[0-9]+}} as %Plain size 408
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(%Plain) $a
// CHECK-NEXT:   copy %{{[0-9]+}}, $c as %Plain size 408
// CHECK-NEXT:   lifetime_start $:3
// CHECK-NEXT:   fill $:3, 0 as %Plain size 408
// CHECK-NEXT:   call void @"??0Plain@@QEAA@XZ"($:3)
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(%Plain) $a
// CHECK-NEXT:   copy %{{[0-9]+}}, $:3 as %Plain size 408
// CHECK-NEXT:   lifetime_end $:3
// CHECK-NEXT:   lifetime_start $zero
// CHECK-NEXT:   fill $zero, 0 as %Plain size 408
// CHECK-NEXT:   %{{[0-9]+}} = field $zero %Plain.p +400 as ptr(ptr(%Part))
// CHECK-NEXT:   lifetime_start $some
// CHECK-NEXT:   call void @"??0Plain@@QEAA@XZ"($some)
// CHECK-NEXT:   lifetime_end $some
// CHECK-NEXT:   lifetime_end $zero
// CHECK-NEXT:   lifetime_end $c
// CHECK-NEXT:   return
// CHECK-NEXT: }

// Once, on the first way through.
HANDLE once() {
  static HANDLE h = Acquire(nullptr);
  static int constant = 4;
  return constant ? h : nullptr;
}
// CHECK-LABEL: func @"?once@@YAPEAXXZ"(
// CHECK-NEXT:   temp $:0 ptr
// CHECK-NEXT: b0:
// CHECK-NEXT:   %{{[0-9]+}} = load u8 @"?once@@YAPEAXXZ::h(initialised)"
// CHECK-NEXT:   branch %{{[0-9]+}} b2 b1
// CHECK-NEXT: b1:
// CHECK-NEXT:   %{{[0-9]+}} = call ptr @Acquire(0)
// CHECK-NEXT:   store ptr %{{[0-9]+}}, @"?once@@YAPEAXXZ::h"
// CHECK-NEXT:   store u8 1, @"?once@@YAPEAXXZ::h(initialised)"
// CHECK-NEXT:   jump b2
// CHECK-NEXT: b2:
// CHECK-NEXT:   lifetime_start $:0
// CHECK-NEXT:   %{{[0-9]+}} = load i32 @"?once@@YAPEAXXZ::constant"
// CHECK-NEXT:   branch %{{[0-9]+}} b3 b4 "?:"
// CHECK-NEXT: b3:
// CHECK-NEXT:   %{{[0-9]+}} = load ptr @"?once@@YAPEAXXZ::h"
// CHECK-NEXT:   store ptr %{{[0-9]+}}, $:0
// CHECK-NEXT:   jump b5
// CHECK-NEXT: b4:
// CHECK-NEXT:   store ptr 0, $:0
// CHECK-NEXT:   jump b5
// CHECK-NEXT: b5:
// CHECK-NEXT:   %{{[0-9]+}} = load ptr $:0
// CHECK-NEXT:   lifetime_end $:0
// CHECK-NEXT:   return %{{[0-9]+}}
// CHECK-NEXT: }

// What runs before DriverEntry, in order.
static Part global_part(nullptr);
HANDLE at_start = Acquire(global_part.h);
const int constant = 3;
// CHECK: func @"(initialisation of {{.*}}cxx_objects.cpp)"() void static
// CHECK: call void @"??0Delegating@@QEAA@XZ"(@"?one@@3UDelegating@@A")
// CHECK: call void @"??0Part@@QEAA@PEAX@Z"(@global_part, 0)
// CHECK: store ptr %{{[0-9]+}}, @"?at_start@@3PEAXEA"
// CHECK: override %Derived "?Run@Base@@UEAAJH@Z" = "?Run@Derived@@UEAAJH@Z"
