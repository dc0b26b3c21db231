// Range for and structured bindings.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %dxl-emit-ir %s -- --target=x86_64-pc-windows-msvc -fms-extensions -std=c++17 | %FileCheck %s
struct Pair {
  int a;
  void *b;
};
Pair make(int);
struct It {
  int v;
  int operator*() const;
  It &operator++();
  bool operator!=(const It &) const;
};
struct Range {
  ~Range();
  It begin() const;
  It end() const;
};
Range numbers();

int ranges(int n) {
  int sum = 0;
  for (int i : numbers()) {
    if (i == 2)
      continue;
    sum += i;
    if (i == n)
      break;
  }
  int list[3] = {1, 2, 3};
  for (int &x : list)
    x++;
  return sum + list[0];
}
// CHECK-LABEL: func @"?ranges@@YAHH@Z"(
// CHECK-NEXT:   local $sum i32
// CHECK-NEXT:   local $__range1 ptr(%Range)
// CHECK-NEXT:   temp $:3 %Range
// CHECK-NEXT:   local $__begin1 %It
// CHECK-NEXT:   local $__end1 %It
// CHECK-NEXT:   local $i i32
// CHECK-NEXT:   local $list [3 x i32]
// CHECK-NEXT:   local $__range1:8 ptr([3 x i32])
// CHECK-NEXT:   local $__begin1:9 ptr(i32)
// CHECK-NEXT:   local $__end1:10 ptr(i32)
// CHECK-NEXT:   local $x ptr(i32)
// CHECK-NEXT: b0:
// CHECK-NEXT:   lifetime_start $sum
// CHECK-NEXT:   store i32 0, $sum
// CHECK-NEXT:   lifetime_start $__range1
// CHECK-NEXT:   lifetime_start $:3
// CHECK-NEXT:   call void @"?numbers@@YA?AURange@@XZ"($:3)
// CHECK-NEXT:   store ptr(%Range) $:3, $__range1
// CHECK-NEXT:   lifetime_start $__begin1
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(%Range) $__range1
// CHECK-NEXT:   call void @"?begin@Range@@QEBA?AUIt@@XZ"(%{{[0-9]+}}, $__begin1)
// CHECK-NEXT:   lifetime_start $__end1
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(%Range) $__range1
// CHECK-NEXT:   call void @"?end@Range@@QEBA?AUIt@@XZ"(%{{[0-9]+}}, $__end1)
// CHECK-NEXT:   jump b1
// CHECK-NEXT: b1:
// CHECK-NEXT:   %{{[0-9]+}} = call u8 @"??9It@@QEBA_NAEBU0@@Z"($__begin1, $__end1)
// CHECK-NEXT:   branch %{{[0-9]+}} b2 b8 for
// CHECK-NEXT: b2:
// CHECK-NEXT:   lifetime_start $i
// CHECK-NEXT:   %{{[0-9]+}} = call i32 @"??DIt@@QEBAHXZ"($__begin1)
// CHECK-NEXT:   store i32 %{{[0-9]+}}, $i
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $i
// CHECK-NEXT:   %{{[0-9]+}} = compare eq i32 %{{[0-9]+}}, 2
// CHECK-NEXT:   branch %{{[0-9]+}} b3 b4 if
// CHECK-NEXT: b3:
// CHECK-NEXT:   lifetime_end $i
// CHECK-NEXT:   jump b7
// CHECK-NEXT: b4:
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $i
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $sum
// CHECK-NEXT:   %{{[0-9]+}} = add i32 %{{[0-9]+}}, %{{[0-9]+}}
// CHECK-NEXT:   store i32 %{{[0-9]+}}, $sum
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $i
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $n
// CHECK-NEXT:   %{{[0-9]+}} = compare eq i32 %{{[0-9]+}}, %{{[0-9]+}}
// CHECK-NEXT:   branch %{{[0-9]+}} b5 b6 if
// CHECK-NEXT: b5:
// CHECK-NEXT:   lifetime_end $i
// CHECK-NEXT:   lifetime_end $__end1
// CHECK-NEXT:   lifetime_end $__begin1
// CHECK-NEXT:   call void @"??1Range@@QEAA@XZ"($:3)
// CHECK-NEXT:   lifetime_end $__range1
// CHECK-NEXT:   jump b9
// CHECK-NEXT: b6:
// CHECK-NEXT:   lifetime_end $i
// CHECK-NEXT:   jump b7
// CHECK-NEXT: b7:
// CHECK-NEXT:   %{{[0-9]+}} = call ptr(%It) @"??EIt@@QEAAAEAU0@XZ"($__begin1)
// CHECK-NEXT:   jump b1
// CHECK-NEXT: b8:
// CHECK-NEXT:   lifetime_end $__end1
// CHECK-NEXT:   lifetime_end $__begin1
// CHECK-NEXT:   call void @"??1Range@@QEAA@XZ"($:3)
// CHECK-NEXT:   lifetime_end $__range1
// CHECK-NEXT:   jump b9
// CHECK-NEXT: b9:
// CHECK-NEXT:   lifetime_start $list
// CHECK-NEXT:   store i32 1, $list
// CHECK-NEXT:   %{{[0-9]+}} = index $list, 1 as ptr(i32) size 4
// CHECK-NEXT:   store i32 2, %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = index $list, 2 as ptr(i32) size 4
// CHECK-NEXT:   store i32 3, %{{[0-9]+}}
// CHECK-NEXT:   lifetime_start $__range1:8
// CHECK-NEXT:   store ptr([3 x i32]) $list, $__range1:8
// CHECK-NEXT:   lifetime_start $__begin1:9
// CHECK-NEXT:   %{{[0-9]+}} = load ptr([3 x i32]) $__range1:8
// CHECK-NEXT:   store ptr(i32) %{{[0-9]+}}, $__begin1:9
// CHECK-NEXT:   lifetime_start $__end1:10
// CHECK-NEXT:   %{{[0-9]+}} = load ptr([3 x i32]) $__range1:8
// CHECK-NEXT:   %{{[0-9]+}} = index %{{[0-9]+}}, 3 as ptr(i32) size 4
// CHECK-NEXT:   store ptr(i32) %{{[0-9]+}}, $__end1:10
// CHECK-NEXT:   jump b10
// CHECK-NEXT: b10:
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(i32) $__begin1:9
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(i32) $__end1:10
// CHECK-NEXT:   %{{[0-9]+}} = compare ne ptr(i32) %{{[0-9]+}}, %{{[0-9]+}}
// CHECK-NEXT:   branch %{{[0-9]+}} b11 b12 for
// CHECK-NEXT: b11:
// CHECK-NEXT:   lifetime_start $x
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(i32) $__begin1:9
// CHECK-NEXT:   store ptr(i32) %{{[0-9]+}}, $x
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(i32) $x
// CHECK-NEXT:   %{{[0-9]+}} = load i32 %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = add i32 %{{[0-9]+}}, 1
// CHECK-NEXT:   store i32 %{{[0-9]+}}, %{{[0-9]+}}
// CHECK-NEXT:   lifetime_end $x
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(i32) $__begin1:9
// CHECK-NEXT:   %{{[0-9]+}} = index %{{[0-9]+}}, 1 as ptr(i32) size 4
// CHECK-NEXT:   store ptr(i32) %{{[0-9]+}}, $__begin1:9
// CHECK-NEXT:   jump b10
// CHECK-NEXT: b12:
// CHECK-NEXT:   lifetime_end $__end1:10
// CHECK-NEXT:   lifetime_end $__begin1:9
// CHECK-NEXT:   lifetime_end $__range1:8
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $sum
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $list
// CHECK-NEXT:   %{{[0-9]+}} = add i32 %{{[0-9]+}}, %{{[0-9]+}}
// CHECK-NEXT:   return %{{[0-9]+}}
// CHECK-NEXT: }

int bindings(int n) {
  auto [x, y] = make(n);
  const auto &[p, q] = make(n);
  int list[2] = {1, 2};
  auto &[u, v] = list;
  u = x;
  return p + v + (y == q);
}
// CHECK-LABEL: func @"?bindings@@YAHH@Z"(
// CHECK-NEXT:   temp $:1 %Pair
// CHECK-NEXT:   temp $:2 ptr(%Pair)
// CHECK-NEXT:   temp $:3 %Pair
// CHECK-NEXT:   local $list [2 x i32]
// CHECK-NEXT:   temp $:5 ptr([2 x i32])
// CHECK-NEXT: b0:
// CHECK-NEXT:   lifetime_start $:1
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $n
// CHECK-NEXT:   call void @"?make@@YA?AUPair@@H@Z"(%{{[0-9]+}}, $:1)
// CHECK-NEXT:   lifetime_start $:2
// CHECK-NEXT:   lifetime_start $:3
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $n
// CHECK-NEXT:   call void @"?make@@YA?AUPair@@H@Z"(%{{[0-9]+}}, $:3)
// CHECK-NEXT:   store ptr(%Pair) $:3, $:2
// CHECK-NEXT:   lifetime_start $list
// CHECK-NEXT:   store i32 1, $list
// CHECK-NEXT:   %{{[0-9]+}} = index $list, 1 as ptr(i32) size 4
// CHECK-NEXT:   store i32 2, %{{[0-9]+}}
// CHECK-NEXT:   lifetime_start $:5
// CHECK-NEXT:   store ptr([2 x i32]) $list, $:5
// CHECK-NEXT:   %{{[0-9]+}} = field $:1 %Pair.a +0 as ptr(i32)
// CHECK-NEXT:   %{{[0-9]+}} = load i32 %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = load ptr([2 x i32]) $:5
// CHECK-NEXT:   store i32 %{{[0-9]+}}, %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(%Pair) $:2
// CHECK-NEXT:   %{{[0-9]+}} = field %{{[0-9]+}} %Pair.a +0 as ptr(i32)
// CHECK-NEXT:   %{{[0-9]+}} = load i32 %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = load ptr([2 x i32]) $:5
// CHECK-NEXT:   %{{[0-9]+}} = index %{{[0-9]+}}, 1 as ptr(i32) size 4
// CHECK-NEXT:   %{{[0-9]+}} = load i32 %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = add i32 %{{[0-9]+}}, %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = field $:1 %Pair.b +8 as ptr(ptr)
// CHECK-NEXT:   %{{[0-9]+}} = load ptr %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(%Pair) $:2
// CHECK-NEXT:   %{{[0-9]+}} = field %{{[0-9]+}} %Pair.b +8 as ptr(ptr)
// CHECK-NEXT:   %{{[0-9]+}} = load ptr %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = compare eq ptr %{{[0-9]+}}, %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = cast i32 %{{[0-9]+}} from u8
// CHECK-NEXT:   %{{[0-9]+}} = add i32 %{{[0-9]+}}, %{{[0-9]+}}
// CHECK-NEXT:   return %{{[0-9]+}}
// CHECK-NEXT: }
