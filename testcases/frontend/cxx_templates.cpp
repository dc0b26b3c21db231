// Templates are lowered where they are instantiated; lambdas are objects with a call operator.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %dxl-emit-ir %s -- --target=x86_64-pc-windows-msvc -fms-extensions -std=c++17 | %FileCheck %s
// RUN: %dxl-emit-ir %s -- --target=x86_64-pc-windows-msvc -fms-extensions -std=c++17 | %FileCheck --check-prefix=BODIES %s
typedef unsigned long long size_t;
typedef void *HANDLE;
extern "C" HANDLE Acquire(HANDLE);
extern "C" void Release(HANDLE);
extern "C" void Log(const char *, ...);
extern "C" void *ExAlloc(size_t, unsigned);
extern "C" void ExFree(void *);

template <typename T> struct Ptr {
  T *p;
  explicit Ptr(T *x = nullptr) : p(x) {}
  ~Ptr() { delete p; }
  T *operator->() const { return p; }
  T *Detach() {
    T *r = p;
    p = nullptr;
    return r;
  }
};
struct Item {
  HANDLE h;
  ~Item();
  HANDLE get() const;
};
void operator delete(void *p, size_t) noexcept;

HANDLE pointer(Item *raw) {
  Ptr<Item> p(raw);
  if (!p->get())
    return nullptr;
  return p.Detach()->h;
}
// CHECK-LABEL: func @"?pointer@@YAPEAXPEAUItem@@@Z"(
// CHECK-NEXT:   local $p %"Ptr<Item>"
// CHECK-NEXT: b0:
// CHECK-NEXT:   lifetime_start $p
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(%Item) $raw
// CHECK-NEXT:   call void @"??0?$Ptr@UItem@@@@QEAA@PEAUItem@@@Z"($p, %{{[0-9]+}})
// CHECK-NEXT:   %{{[0-9]+}} = call ptr(%Item) @"??C?$Ptr@UItem@@@@QEBAPEAUItem@@XZ"($p)
// CHECK-NEXT:   %{{[0-9]+}} = call ptr @"?get@Item@@QEBAPEAXXZ"(%{{[0-9]+}})
// CHECK-NEXT:   branch %{{[0-9]+}} b1 b2 "!if"
// CHECK-NEXT: b1:
// CHECK-NEXT:   %{{[0-9]+}} = call ptr(%Item) @"?Detach@?$Ptr@UItem@@@@QEAAPEAUItem@@XZ"($p)
// CHECK-NEXT:   %{{[0-9]+}} = field %{{[0-9]+}} %Item.h +0 as ptr(ptr)
// CHECK-NEXT:   %{{[0-9]+}} = load ptr %{{[0-9]+}}
// CHECK-NEXT:   call void @"??1?$Ptr@UItem@@@@QEAA@XZ"($p)
// CHECK-NEXT:   return %{{[0-9]+}}
// CHECK-NEXT: b2:
// CHECK-NEXT:   call void @"??1?$Ptr@UItem@@@@QEAA@XZ"($p)
// CHECK-NEXT:   return 0
// CHECK-NEXT: }

template <class T, int N> T largest(const T (&a)[N]) {
  T m = a[0];
  for (auto &x : a)
    if (x > m)
      m = x;
  return m;
}
int biggest(const int (&a)[3]) { return largest(a); }
// CHECK-LABEL: func @"?biggest@@YAHAEAY02$$CBH@Z"(
// CHECK-NEXT: b0:
// CHECK-NEXT:   %{{[0-9]+}} = load ptr([3 x i32]) $a
// CHECK-NEXT:   %{{[0-9]+}} = call i32 @"??$largest@H$02@@YAHAEAY02$$CBH@Z"(%{{[0-9]+}})
// CHECK-NEXT:   return %{{[0-9]+}}
// CHECK-NEXT: }

template <class F> int apply(F f, int x) { return f(x); }
int lambdas(HANDLE a) {
  int k = 2;
  auto l = [&k, a, z = 4](int q) mutable {
    k += q;
    z++;
    return a ? k : z;
  };
  int (*plain)(int) = [](int v) { return v * 2; };
  return apply(l, 3) + plain(2);
}
// CHECK-LABEL: func @"?lambdas@@YAHPEAX@Z"(
// CHECK-NEXT:   local $k i32
// CHECK-NEXT:   local $l %"lambdas::(anon at {{[0-9:]+}})"
// CHECK-NEXT:   local $plain ptr(fn)
// CHECK-NEXT:   temp $:4 %"lambdas::(anon at {{[0-9:]+}})"
// CHECK-NEXT:   temp $:5 %"lambdas::(anon at {{[0-9:]+}})"
// CHECK-NEXT: b0:
// CHECK-NEXT:   lifetime_start $k
// CHECK-NEXT:   store i32 2, $k
// CHECK-NEXT:   lifetime_start $l
// CHECK-NEXT:   %{{[0-9]+}} = field $l %"lambdas::(anon at {{[0-9:]+}})".k +0 as ptr(ptr(i32))
// CHECK-NEXT:   store ptr(i32) $k, %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = field $l %"lambdas::(anon at {{[0-9:]+}})".a +8 as ptr(ptr)
// CHECK-NEXT:   %{{[0-9]+}} = load ptr $a
// CHECK-NEXT:   store ptr %{{[0-9]+}}, %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = field $l %"lambdas::(anon at {{[0-9:]+}})".z +16 as ptr(i32)
// CHECK-NEXT:   store i32 4, %{{[0-9]+}}
// CHECK-NEXT:   lifetime_start $plain
// CHECK-NEXT:   lifetime_start $:4
// CHECK-NEXT:   %{{[0-9]+}} = call ptr(fn) @"??B<lambda_1>@?0??lambdas@@YAHPEAX@Z@QEBAP6A?A?<auto>@@H@ZXZ"($:4)
// CHECK-NEXT:   lifetime_end $:4
// CHECK-NEXT:   store ptr(fn) %{{[0-9]+}}, $plain
// CHECK-NEXT:   lifetime_start $:5
// CHECK-NEXT:   copy $:5, $l as %"lambdas::(anon at {{[0-9:]+}})" size 24
// CHECK-NEXT:   %{{[0-9]+}} = call i32 @"??$apply@V<lambda_0>@?0??lambdas@@YAHPEAX@Z@@@YAHV<lambda_0>@?0??lambdas@@YAHPEAX@Z@H@Z"($:5, 3)
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(fn) $plain
// CHECK-NEXT:   %{{[0-9]+}} = call i32 %{{[0-9]+}}(2)
// CHECK-NEXT:   %{{[0-9]+}} = add i32 %{{[0-9]+}}, %{{[0-9]+}}
// CHECK-NEXT:   lifetime_end $:5
// CHECK-NEXT:   return %{{[0-9]+}}
// CHECK-NEXT: }

struct Owner {
  int m;
  int Use() {
    return apply([this](int x) { return m + x; }, 1);
  }
};
int uses(Owner *o) { return o->Use(); }
// CHECK-LABEL: func @"?uses@@YAHPEAUOwner@@@Z"(
// CHECK-NEXT: b0:
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(%Owner) $o
// CHECK-NEXT:   %{{[0-9]+}} = call i32 @"?Use@Owner@@QEAAHXZ"(%{{[0-9]+}})
// CHECK-NEXT:   return %{{[0-9]+}}
// CHECK-NEXT: }

template <typename... A> int sum(A... a) { return (0 + ... + a); }
template <> int sum<int>(int a) { return a; }
int packs() { return sum(1, 2) + sum(3) + sum(); }
// CHECK-LABEL: func @"?packs@@YAHXZ"(
// CHECK-NEXT: b0:
// CHECK-NEXT:   %{{[0-9]+}} = call i32 @"??$sum@HH@@YAHHH@Z"(1, 2)
// CHECK-NEXT:   %{{[0-9]+}} = call i32 @"??$sum@H@@YAHH@Z"(3)
// CHECK-NEXT:   %{{[0-9]+}} = add i32 %{{[0-9]+}}, %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = call i32 @"??$sum@$$V@@YAHXZ"()
// CHECK-NEXT:   %{{[0-9]+}} = add i32 %{{[0-9]+}}, %{{[0-9]+}}
// CHECK-NEXT:   return %{{[0-9]+}}
// CHECK-NEXT: }

constexpr int factorial(int n) { return n < 2 ? 1 : n * factorial(n - 1); }
int chosen() {
  if constexpr (sizeof(int) == 4)
    return factorial(5);
  else
    return Log("never"), 0;
}
// CHECK-LABEL: func @"?chosen@@YAHXZ"(
// CHECK-NEXT: b0:
// CHECK-NEXT:   return 120
// CHECK-NEXT: }

// The bodies that the calls above need.
// BODIES-DAG: func @"??1?$Ptr@UItem@@@@QEAA@XZ"
// BODIES-DAG: func @"??$largest@H$02@@YAHAEAY02$$CBH@Z"
// BODIES-DAG: func @"??$sum@HH@@YAHHH@Z"
// BODIES-DAG: func @"??$sum@$$V@@YAHXZ"
// BODIES-DAG: func @"??R<lambda_0>@?0??lambdas@@YAHPEAX@Z@QEAA
