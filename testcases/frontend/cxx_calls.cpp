// Which function a call names: virtual, qualified, operators, conversions, members through pointers, defaults.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %dxl-emit-ir %s -- --target=x86_64-pc-windows-msvc -fms-extensions -std=c++17 | %FileCheck %s
typedef unsigned long long size_t;
typedef void *HANDLE;
extern "C" HANDLE Acquire(HANDLE);
extern "C" void Release(HANDLE);
extern "C" void Log(const char *, ...);
extern "C" void *ExAlloc(size_t, unsigned);
extern "C" void ExFree(void *);

// A static method handed out as a callback, and what it forwards to.
class Adapter {
public:
  static long Ddi(void *context, int x) { return static_cast<Adapter *>(context)->Real(x); }
  long Real(int);
};

long (*callback)(void *, int) = Adapter::Ddi;
// CHECK-LABEL: func @"?Ddi@Adapter@@SAJPEAXH@Z"(
// CHECK-NEXT: b0:
// CHECK-NEXT:   %{{[0-9]+}} = load ptr $context
// CHECK-NEXT:   %{{[0-9]+}} = cast ptr(%Adapter) %{{[0-9]+}} from ptr
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $x
// CHECK-NEXT:   %{{[0-9]+}} = call i32 @"?Real@Adapter@@QEAAJH@Z"(%{{[0-9]+}}, %{{[0-9]+}})
// CHECK-NEXT:   return %{{[0-9]+}}
// CHECK-NEXT: }

struct Base {
  virtual long Run(int);
  long Go() { return Run(1) + this->Base::Run(2); }
  static long Static(int);
  int m;
};
// CHECK-LABEL: func @"?Go@Base@@QEAAJXZ"(
// CHECK-NEXT: b0:
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(%Base) $this
// CHECK-NEXT:   %{{[0-9]+}} = call i32 @"?Run@Base@@UEAAJH@Z"(%{{[0-9]+}}, 1) virtual "?Run@Base@@UEAAJH@Z"
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(%Base) $this
// CHECK-NEXT:   %{{[0-9]+}} = call i32 @"?Run@Base@@UEAAJH@Z"(%{{[0-9]+}}, 2)
// CHECK-NEXT:   %{{[0-9]+}} = add i32 %{{[0-9]+}}, %{{[0-9]+}}
// CHECK-NEXT:   return %{{[0-9]+}}
// CHECK-NEXT: }

struct Mid : Base {
  long Run(int) override;
};
struct Last final : virtual Mid {
  long Run(int) override;
};

long dispatch(Base *b, Base &r, Mid m, Last *l) {
  long sum = b->Run(1) + r.Run(2);
  sum += m.Run(3) + l->Run(4) + b->Static(5);
  sum += l->Mid::Run(6);
  return sum + static_cast<Mid *>(b)->Go();
}
// CHECK-LABEL: func @"?dispatch@@YAJPEAUBase@@AEAU1@UMid@@PEAULast@@@Z"(
// CHECK-NEXT:   local $sum i32
// CHECK-NEXT:   temp $:5 ptr(%Mid)
// CHECK-NEXT: b0:
// CHECK-NEXT:   lifetime_start $sum
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(%Base) $b
// CHECK-NEXT:   %{{[0-9]+}} = call i32 @"?Run@Base@@UEAAJH@Z"(%{{[0-9]+}}, 1) virtual "?Run@Base@@UEAAJH@Z"
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(%Base) $r
// CHECK-NEXT:   %{{[0-9]+}} = call i32 @"?Run@Base@@UEAAJH@Z"(%{{[0-9]+}}, 2) virtual "?Run@Base@@UEAAJH@Z"
// CHECK-NEXT:   %{{[0-9]+}} = add i32 %{{[0-9]+}}, %{{[0-9]+}}
// CHECK-NEXT:   store i32 %{{[0-9]+}}, $sum
// CHECK-NEXT:   [[M:%[0-9]+]] = load ptr(%Mid) $m
// CHECK-NEXT:   %{{[0-9]+}} = call i32 @"?Run@Mid@@UEAAJH@Z"([[M]], 3)
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(%Last) $l
// CHECK-NEXT:   %{{[0-9]+}} = call i32 @"?Run@Last@@UEAAJH@Z"(%{{[0-9]+}}, 4)
// CHECK-NEXT:   %{{[0-9]+}} = add i32 %{{[0-9]+}}, %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(%Base) $b
// CHECK-NEXT:   %{{[0-9]+}} = call i32 @"?Static@Base@@SAJH@Z"(5)
// CHECK-NEXT:   %{{[0-9]+}} = add i32 %{{[0-9]+}}, %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $sum
// CHECK-NEXT:   %{{[0-9]+}} = add i32 %{{[0-9]+}}, %{{[0-9]+}}
// CHECK-NEXT:   store i32 %{{[0-9]+}}, $sum
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(%Last) $l
// CHECK-NEXT:   lifetime_start $:5
// CHECK-NEXT:   branch %{{[0-9]+}} b1 b2
// CHECK-NEXT: b1:
// CHECK-NEXT:   %{{[0-9]+}} = field %{{[0-9]+}} %Last.Mid +8 as ptr(%Mid)
// CHECK-NEXT:   store ptr(%Mid) %{{[0-9]+}}, $:5
// CHECK-NEXT:   jump b3
// CHECK-NEXT: b2:
// CHECK-NEXT:   store ptr(%Mid) 0, $:5
// CHECK-NEXT:   jump b3
// CHECK-NEXT: b3:
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(%Mid) $:5
// CHECK-NEXT:   lifetime_end $:5
// CHECK-NEXT:   %{{[0-9]+}} = call i32 @"?Run@Mid@@UEAAJH@Z"(%{{[0-9]+}}, 6)
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $sum
// CHECK-NEXT:   %{{[0-9]+}} = add i32 %{{[0-9]+}}, %{{[0-9]+}}
// CHECK-NEXT:   store i32 %{{[0-9]+}}, $sum
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $sum
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(%Base) $b
// CHECK-NEXT:   %{{[0-9]+}} = field %{{[0-9]+}} %Base +0 as ptr(%Mid)
// CHECK-NEXT:   %{{[0-9]+}} = field %{{[0-9]+}} %Mid.Base +0 as ptr(%Base)
// CHECK-NEXT:   %{{[0-9]+}} = call i32 @"?Go@Base@@QEAAJXZ"(%{{[0-9]+}})
// CHECK-NEXT:   %{{[0-9]+}} = add i32 %{{[0-9]+}}, %{{[0-9]+}}
// CHECK-NEXT:   return %{{[0-9]+}}
// CHECK-NEXT: }

typedef long (*PFN)(int);
typedef long DDI(HANDLE, int);
struct Table {
  PFN first;
  DDI *second;
};
long pointers(Table *t, HANDLE h, DDI *d, PFN list[2]) { return t->first(1) + t->second(h, 2) + (*d)(h, 3) + list[1](4); }
// CHECK-LABEL: func @"?pointers@@YAJPEAUTable@@PEAXP6AJ1H@ZQEAP6AJH@Z@Z"(
// CHECK-NEXT: b0:
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(%Table) $t
// CHECK-NEXT:   %{{[0-9]+}} = field %{{[0-9]+}} %Table.first +0 as ptr(ptr(fn(PFN)))
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(fn(PFN)) %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = call i32 %{{[0-9]+}}(1) type PFN
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(%Table) $t
// CHECK-NEXT:   %{{[0-9]+}} = field %{{[0-9]+}} %Table.second +8 as ptr(ptr(fn(DDI)))
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(fn(DDI)) %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = load ptr $h
// CHECK-NEXT:   %{{[0-9]+}} = call i32 %{{[0-9]+}}(%{{[0-9]+}}, 2) type DDI
// CHECK-NEXT:   %{{[0-9]+}} = add i32 %{{[0-9]+}}, %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(fn(DDI)) $d
// CHECK-NEXT:   %{{[0-9]+}} = load ptr $h
// CHECK-NEXT:   %{{[0-9]+}} = call i32 %{{[0-9]+}}(%{{[0-9]+}}, 3) type DDI
// CHECK-NEXT:   %{{[0-9]+}} = add i32 %{{[0-9]+}}, %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(ptr(fn(PFN))) $list
// CHECK-NEXT:   %{{[0-9]+}} = index %{{[0-9]+}}, 1 as ptr(ptr(fn(PFN))) size 8
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(fn(PFN)) %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = call i32 %{{[0-9]+}}(4) type PFN
// CHECK-NEXT:   %{{[0-9]+}} = add i32 %{{[0-9]+}}, %{{[0-9]+}}
// CHECK-NEXT:   return %{{[0-9]+}}
// CHECK-NEXT: }

long members(Base *b, long (Base::*pf)(int), int Base::*pm) {
  auto g = &Base::Go;
  return (b->*pf)(3) + (b->*g)() + b->*pm;
}
// CHECK-LABEL: func @"?members@@YAJPEAUBase@@P81@EAAJH@ZPEQ1@H@Z"(
// CHECK-NEXT:   local $g ptr(fn)
// CHECK-NEXT: b0:
// CHECK-NEXT:   lifetime_start $g
// CHECK-NEXT:   store ptr(fn) @"?Go@Base@@QEAAJXZ", $g
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(%Base) $b
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(fn) $pf
// CHECK-NEXT:   %{{[0-9]+}} = call i32 %{{[0-9]+}}(%{{[0-9]+}}, 3)
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(%Base) $b
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(fn) $g
// CHECK-NEXT:   %{{[0-9]+}} = call i32 %{{[0-9]+}}(%{{[0-9]+}})
// CHECK-NEXT:   %{{[0-9]+}} = add i32 %{{[0-9]+}}, %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(%Base) $b
// CHECK-NEXT:   %{{[0-9]+}} = load i64 $pm
// CHECK-NEXT:   %{{[0-9]+}} = index %{{[0-9]+}}, %{{[0-9]+}} as ptr(i32) size 1
// CHECK-NEXT:   %{{[0-9]+}} = load i32 %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = add i32 %{{[0-9]+}}, %{{[0-9]+}}
// CHECK-NEXT:   return %{{[0-9]+}}
// CHECK-NEXT: }

struct Ops {
  int v;
  Ops operator+(const Ops &o) const;
  Ops &operator+=(int i);
  int operator[](int i);
  int operator()(int a, int b = 3);
  operator int() const;
  Ops operator++(int);
  friend Ops operator-(Ops a);
  bool operator==(const Ops &) const;
};
int operators(Ops a, Ops b) {
  Ops c = a + b;
  c += 3;
  c = -c;
  c++;
  return c[2] + c(1) + (a == b) + c;
}
// CHECK-LABEL: func @"?operators@@YAHUOps@@0@Z"(
// CHECK-NEXT:   local $c %Ops
// CHECK-NEXT:   temp $:3 %Ops
// CHECK-NEXT:   temp $:4 %Ops
// CHECK-NEXT:   temp $:5 %Ops
// CHECK-NEXT: b0:
// CHECK-NEXT:   lifetime_start $c
// CHECK-NEXT:   call void @"??HOps@@QEBA?AU0@AEBU0@@Z"($a, $b, $c)
// CHECK-NEXT:   %{{[0-9]+}} = call ptr(%Ops) @"??YOps@@QEAAAEAU0@H@Z"($c, 3)
// CHECK-NEXT:   lifetime_start $:3
// CHECK-NEXT:   lifetime_start $:4
// CHECK-NEXT:   copy $:4, $c as %Ops size 4
// CHECK-NEXT:   call void @"??G@YA?AUOps@@U0@@Z"($:4, $:3)
// CHECK-NEXT:   copy $c, $:3 as %Ops size 4
// CHECK-NEXT:   lifetime_end $:4
// CHECK-NEXT:   lifetime_end $:3
// CHECK-NEXT:   lifetime_start $:5
// CHECK-NEXT:   call void @"??EOps@@QEAA?AU0@H@Z"($c, 0, $:5)
// CHECK-NEXT:   lifetime_end $:5
// CHECK-NEXT:   %{{[0-9]+}} = call i32 @"??AOps@@QEAAHH@Z"($c, 2)
// CHECK-NEXT:   %{{[0-9]+}} = call i32 @"??ROps@@QEAAHHH@Z"($c, 1, 3)
// CHECK-NEXT:   %{{[0-9]+}} = add i32 %{{[0-9]+}}, %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = call u8 @"??8Ops@@QEBA_NAEBU0@@Z"($a, $b)
// CHECK-NEXT:   %{{[0-9]+}} = cast i32 %{{[0-9]+}} from u8
// CHECK-NEXT:   %{{[0-9]+}} = add i32 %{{[0-9]+}}, %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = call i32 @"??BOps@@QEBAHXZ"($c)
// CHECK-NEXT:   %{{[0-9]+}} = add i32 %{{[0-9]+}}, %{{[0-9]+}}
// CHECK-NEXT:   return %{{[0-9]+}}
// CHECK-NEXT: }

int references(int &a, int &&b, int *&p, const int &c) {
  p = &a;
  a = b;
  int &r = c > 3 ? a : *p;
  r++;
  const int &t = c + 1;
  return ++(a += 2) + t;
}
// CHECK-LABEL: func @"?references@@YAHAEAH$$QEAHAEAPEAHAEBH@Z"(
// CHECK-NEXT:   local $r ptr(i32)
// CHECK-NEXT:   temp $:5 ptr(i32)
// CHECK-NEXT:   local $t ptr(i32)
// CHECK-NEXT:   temp $:7 i32
// CHECK-NEXT: b0:
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(i32) $a
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(ptr(i32)) $p
// CHECK-NEXT:   store ptr(i32) %{{[0-9]+}}, %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(i32) $b
// CHECK-NEXT:   %{{[0-9]+}} = load i32 %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(i32) $a
// CHECK-NEXT:   store i32 %{{[0-9]+}}, %{{[0-9]+}}
// CHECK-NEXT:   lifetime_start $r
// CHECK-NEXT:   lifetime_start $:5
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(i32) $c
// CHECK-NEXT:   %{{[0-9]+}} = load i32 %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = compare gt i32 %{{[0-9]+}}, 3
// CHECK-NEXT:   branch %{{[0-9]+}} b1 b2 "?:"
// CHECK-NEXT: b1:
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(i32) $a
// CHECK-NEXT:   store ptr(i32) %{{[0-9]+}}, $:5
// CHECK-NEXT:   jump b3
// CHECK-NEXT: b2:
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(ptr(i32)) $p
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(i32) %{{[0-9]+}}
// CHECK-NEXT:   store ptr(i32) %{{[0-9]+}}, $:5
// CHECK-NEXT:   jump b3
// CHECK-NEXT: b3:
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(i32) $:5
// CHECK-NEXT:   lifetime_end $:5
// CHECK-NEXT:   store ptr(i32) %{{[0-9]+}}, $r
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(i32) $r
// CHECK-NEXT:   %{{[0-9]+}} = load i32 %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = add i32 %{{[0-9]+}}, 1
// CHECK-NEXT:   store i32 %{{[0-9]+}}, %{{[0-9]+}}
// CHECK-NEXT:   lifetime_start $t
// CHECK-NEXT:   lifetime_start $:7
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(i32) $c
// CHECK-NEXT:   %{{[0-9]+}} = load i32 %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = add i32 %{{[0-9]+}}, 1
// CHECK-NEXT:   store i32 %{{[0-9]+}}, $:7
// CHECK-NEXT:   store ptr(i32) $:7, $t
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(i32) $a
// CHECK-NEXT:   %{{[0-9]+}} = load i32 %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = add i32 %{{[0-9]+}}, 2
// CHECK-NEXT:   store i32 %{{[0-9]+}}, %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = load i32 %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = add i32 %{{[0-9]+}}, 1
// CHECK-NEXT:   store i32 %{{[0-9]+}}, %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = load i32 %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(i32) $t
// CHECK-NEXT:   %{{[0-9]+}} = load i32 %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = add i32 %{{[0-9]+}}, %{{[0-9]+}}
// CHECK-NEXT:   return %{{[0-9]+}}
// CHECK-NEXT: }

namespace N {
inline namespace V {
int f(int a, int b = 4);
}
enum class Color : unsigned char { R, G = 4 };
} // namespace N
using N::f;
int named() { return f(1) + N::f(2, static_cast<int>(N::Color::G)) + ::N::V::f(3); }
// CHECK-LABEL: func @"?named@@YAHXZ"(
// CHECK-NEXT: b0:
// CHECK-NEXT:   %{{[0-9]+}} = call i32 @"?f@V@N@@YAHHH@Z"(1, 4)
// CHECK-NEXT:   %{{[0-9]+}} = call i32 @"?f@V@N@@YAHHH@Z"(2, 4)
// CHECK-NEXT:   %{{[0-9]+}} = add i32 %{{[0-9]+}}, %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = call i32 @"?f@V@N@@YAHHH@Z"(3, 4)
// CHECK-NEXT:   %{{[0-9]+}} = add i32 %{{[0-9]+}}, %{{[0-9]+}}
// CHECK-NEXT:   return %{{[0-9]+}}
// CHECK-NEXT: }
