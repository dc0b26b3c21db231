// Destructors run on every way out of a scope, in the reverse order of construction.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %dxl-emit-ir %s -- --target=x86_64-pc-windows-msvc -fms-extensions -std=c++17 -fcxx-exceptions -fexceptions | %FileCheck %s
typedef void *HANDLE;
extern "C" HANDLE Acquire(HANDLE);
extern "C" void Release(HANDLE);
extern "C" void Log(const char *, ...);

struct Guard {
  HANDLE h;
  explicit Guard(HANDLE a) : h(Acquire(a)) {}
  Guard(Guard &&o) noexcept;
  ~Guard() {
    if (h)
      Release(h);
  }
  HANDLE get() const;
  explicit operator bool() const;
};
// CHECK-LABEL: func @"??0Guard@@QEAA@PEAX@Z"(
// CHECK-NEXT: b0:
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(%Guard) $this
// CHECK-NEXT:   %{{[0-9]+}} = field %{{[0-9]+}} %Guard.h +0 as ptr(ptr)
// CHECK-NEXT:   %{{[0-9]+}} = load ptr $a
// CHECK-NEXT:   %{{[0-9]+}} = call ptr @Acquire(%{{[0-9]+}})
// CHECK-NEXT:   store ptr %{{[0-9]+}}, %{{[0-9]+}}
// CHECK-NEXT:   return
// CHECK-NEXT: }

// CHECK-LABEL: func @"??1Guard@@QEAA@XZ"(
// CHECK-NEXT: b0:
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(%Guard) $this
// CHECK-NEXT:   %{{[0-9]+}} = field %{{[0-9]+}} %Guard.h +0 as ptr(ptr)
// CHECK-NEXT:   %{{[0-9]+}} = load ptr %{{[0-9]+}}
// CHECK-NEXT:   branch %{{[0-9]+}} b1 b2 if
// CHECK-NEXT: b1:
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(%Guard) $this
// CHECK-NEXT:   %{{[0-9]+}} = field %{{[0-9]+}} %Guard.h +0 as ptr(ptr)
// CHECK-NEXT:   %{{[0-9]+}} = load ptr %{{[0-9]+}}
// CHECK-NEXT:   call void @Release(%{{[0-9]+}})
// CHECK-NEXT:   jump b2
// CHECK-NEXT: b2:
// CHECK-NEXT:   return
// CHECK-NEXT: }

long ways(HANDLE a, int n) {
  Guard g(a);
  if (!g)
    return -1;
  for (int i = 0; i < n; ++i) {
    Guard inner(g.get());
    if (i == 3)
      break;
    if (i == 2)
      continue;
    if (i == 5)
      goto out;
    if (i == 7)
      return 2;
  }
out : {
  Guard last{a};
  Log("x", last.get());
}
  return 0;
}
// CHECK-LABEL: func @"?ways@@YAJPEAXH@Z"(
// CHECK-NEXT:   local $g %Guard
// CHECK-NEXT:   local $i i32
// CHECK-NEXT:   local $inner %Guard
// CHECK-NEXT:   local $last %Guard
// CHECK-NEXT: b0:
// CHECK-NEXT:   lifetime_start $g
// CHECK-NEXT:   %{{[0-9]+}} = load ptr $a
// CHECK-NEXT:   call void @"??0Guard@@QEAA@PEAX@Z"($g, %{{[0-9]+}})
// CHECK-NEXT:   %{{[0-9]+}} = call u8 @"??BGuard@@QEBA_NXZ"($g)
// CHECK-NEXT:   branch %{{[0-9]+}} b1 b15 "!if"
// CHECK-NEXT: b1:
// CHECK-NEXT:   lifetime_start $i
// CHECK-NEXT:   store i32 0, $i
// CHECK-NEXT:   jump b2
// CHECK-NEXT: b2:
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $i
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $n
// CHECK-NEXT:   %{{[0-9]+}} = compare lt i32 %{{[0-9]+}}, %{{[0-9]+}}
// CHECK-NEXT:   branch %{{[0-9]+}} b3 b13 for
// CHECK-NEXT: b3:
// CHECK-NEXT:   lifetime_start $inner
// CHECK-NEXT:   %{{[0-9]+}} = call ptr @"?get@Guard@@QEBAPEAXXZ"($g)
// CHECK-NEXT:   call void @"??0Guard@@QEAA@PEAX@Z"($inner, %{{[0-9]+}})
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $i
// CHECK-NEXT:   %{{[0-9]+}} = compare eq i32 %{{[0-9]+}}, 3
// CHECK-NEXT:   branch %{{[0-9]+}} b4 b5 if
// CHECK-NEXT: b4:
// CHECK-NEXT:   call void @"??1Guard@@QEAA@XZ"($inner)
// CHECK-NEXT:   lifetime_end $inner
// CHECK-NEXT:   lifetime_end $i
// CHECK-NEXT:   jump b14
// CHECK-NEXT: b5:
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $i
// CHECK-NEXT:   %{{[0-9]+}} = compare eq i32 %{{[0-9]+}}, 2
// CHECK-NEXT:   branch %{{[0-9]+}} b6 b7 if
// CHECK-NEXT: b6:
// CHECK-NEXT:   call void @"??1Guard@@QEAA@XZ"($inner)
// CHECK-NEXT:   lifetime_end $inner
// CHECK-NEXT:   jump b12
// CHECK-NEXT: b7:
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $i
// CHECK-NEXT:   %{{[0-9]+}} = compare eq i32 %{{[0-9]+}}, 5
// CHECK-NEXT:   branch %{{[0-9]+}} b8 b9 if
// CHECK-NEXT: b8:
// CHECK-NEXT:   call void @"??1Guard@@QEAA@XZ"($inner)
// CHECK-NEXT:   lifetime_end $inner
// CHECK-NEXT:   lifetime_end $i
// CHECK-NEXT:   jump b14
// CHECK-NEXT: b9:
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $i
// CHECK-NEXT:   %{{[0-9]+}} = compare eq i32 %{{[0-9]+}}, 7
// CHECK-NEXT:   branch %{{[0-9]+}} b10 b11 if
// CHECK-NEXT: b10:
// CHECK-NEXT:   call void @"??1Guard@@QEAA@XZ"($inner)
// CHECK-NEXT:   call void @"??1Guard@@QEAA@XZ"($g)
// CHECK-NEXT:   return 2
// CHECK-NEXT: b11:
// CHECK-NEXT:   call void @"??1Guard@@QEAA@XZ"($inner)
// CHECK-NEXT:   lifetime_end $inner
// CHECK-NEXT:   jump b12
// CHECK-NEXT: b12:
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $i
// CHECK-NEXT:   %{{[0-9]+}} = add i32 %{{[0-9]+}}, 1
// CHECK-NEXT:   store i32 %{{[0-9]+}}, $i
// CHECK-NEXT:   jump b2
// CHECK-NEXT: b13:
// CHECK-NEXT:   lifetime_end $i
// CHECK-NEXT:   jump b14
// CHECK-NEXT: b14:
// CHECK-NEXT:   lifetime_start $last
// CHECK-NEXT:   %{{[0-9]+}} = load ptr $a
// CHECK-NEXT:   call void @"??0Guard@@QEAA@PEAX@Z"($last, %{{[0-9]+}})
// CHECK-NEXT:   %{{[0-9]+}} = call ptr @"?get@Guard@@QEBAPEAXXZ"($last)
// CHECK-NEXT:   call void @Log("x", %{{[0-9]+}})
// CHECK-NEXT:   call void @"??1Guard@@QEAA@XZ"($last)
// CHECK-NEXT:   lifetime_end $last
// CHECK-NEXT:   call void @"??1Guard@@QEAA@XZ"($g)
// CHECK-NEXT:   return 0
// CHECK-NEXT: b15:
// CHECK-NEXT:   call void @"??1Guard@@QEAA@XZ"($g)
// CHECK-NEXT:   return -1
// CHECK-NEXT: }

int in_switch(HANDLE h, int k) {
  switch (int z = k + 1; z) {
  case 1: {
    Guard g(h);
    return 1;
  }
  case 2: {
    Guard g2(h);
    break;
  }
  default:
    if (Guard g3{h}; g3)
      return 3;
    else
      return 4;
  }
  return 5;
}
// CHECK-LABEL: func @"?in_switch@@YAHPEAXH@Z"(
// CHECK-NEXT:   local $z i32
// CHECK-NEXT:   local $g %Guard
// CHECK-NEXT:   local $g2 %Guard
// CHECK-NEXT:   local $g3 %Guard
// CHECK-NEXT: b0:
// CHECK-NEXT:   lifetime_start $z
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $k
// CHECK-NEXT:   %{{[0-9]+}} = add i32 %{{[0-9]+}}, 1
// CHECK-NEXT:   store i32 %{{[0-9]+}}, $z
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $z
// CHECK-NEXT:   switch %{{[0-9]+}} b3 [1 b1, 2 b2] switch
// CHECK-NEXT: b1:
// CHECK-NEXT:   lifetime_start $g
// CHECK-NEXT:   %{{[0-9]+}} = load ptr $h
// CHECK-NEXT:   call void @"??0Guard@@QEAA@PEAX@Z"($g, %{{[0-9]+}})
// CHECK-NEXT:   call void @"??1Guard@@QEAA@XZ"($g)
// CHECK-NEXT:   return 1
// CHECK-NEXT: b2:
// CHECK-NEXT:   lifetime_start $g2
// CHECK-NEXT:   %{{[0-9]+}} = load ptr $h
// CHECK-NEXT:   call void @"??0Guard@@QEAA@PEAX@Z"($g2, %{{[0-9]+}})
// CHECK-NEXT:   call void @"??1Guard@@QEAA@XZ"($g2)
// CHECK-NEXT:   lifetime_end $g2
// CHECK-NEXT:   lifetime_end $z
// CHECK-NEXT:   return 5
// CHECK-NEXT: b3:
// CHECK-NEXT:   lifetime_start $g3
// CHECK-NEXT:   %{{[0-9]+}} = load ptr $h
// CHECK-NEXT:   call void @"??0Guard@@QEAA@PEAX@Z"($g3, %{{[0-9]+}})
// CHECK-NEXT:   %{{[0-9]+}} = call u8 @"??BGuard@@QEBA_NXZ"($g3)
// CHECK-NEXT:   branch %{{[0-9]+}} b4 b5 if
// CHECK-NEXT: b4:
// CHECK-NEXT:   call void @"??1Guard@@QEAA@XZ"($g3)
// CHECK-NEXT:   return 3
// CHECK-NEXT: b5:
// CHECK-NEXT:   call void @"??1Guard@@QEAA@XZ"($g3)
// CHECK-NEXT:   return 4
// CHECK-NEXT: }

int in_conditions(HANDLE h) {
  while (Guard g = Guard(h)) {
    if (g.get() == h)
      continue;
    break;
  }
  for (Guard a(h); Guard b = Guard(a.get());)
    Log("b", b.get());
  return 0;
}
// CHECK-LABEL: func @"?in_conditions@@YAHPEAX@Z"(
// CHECK-NEXT:   local $g %Guard
// CHECK-NEXT:   local $a %Guard
// CHECK-NEXT:   local $b %Guard
// CHECK-NEXT: b0:
// CHECK-NEXT:   jump b1
// CHECK-NEXT: b1:
// CHECK-NEXT:   lifetime_start $g
// CHECK-NEXT:   %{{[0-9]+}} = load ptr $h
// CHECK-NEXT:   call void @"??0Guard@@QEAA@PEAX@Z"($g, %{{[0-9]+}})
// CHECK-NEXT:   %{{[0-9]+}} = call u8 @"??BGuard@@QEBA_NXZ"($g)
// CHECK-NEXT:   branch %{{[0-9]+}} b2 b5 while
// CHECK-NEXT: b2:
// CHECK-NEXT:   %{{[0-9]+}} = call ptr @"?get@Guard@@QEBAPEAXXZ"($g)
// CHECK-NEXT:   %{{[0-9]+}} = load ptr $h
// CHECK-NEXT:   %{{[0-9]+}} = compare eq ptr %{{[0-9]+}}, %{{[0-9]+}}
// CHECK-NEXT:   branch %{{[0-9]+}} b3 b4 if
// CHECK-NEXT: b3:
// CHECK-NEXT:   call void @"??1Guard@@QEAA@XZ"($g)
// CHECK-NEXT:   lifetime_end $g
// CHECK-NEXT:   jump b1
// CHECK-NEXT: b4:
// CHECK-NEXT:   call void @"??1Guard@@QEAA@XZ"($g)
// CHECK-NEXT:   lifetime_end $g
// CHECK-NEXT:   jump b6
// CHECK-NEXT: b5:
// CHECK-NEXT:   call void @"??1Guard@@QEAA@XZ"($g)
// CHECK-NEXT:   lifetime_end $g
// CHECK-NEXT:   jump b6
// CHECK-NEXT: b6:
// CHECK-NEXT:   lifetime_start $a
// CHECK-NEXT:   %{{[0-9]+}} = load ptr $h
// CHECK-NEXT:   call void @"??0Guard@@QEAA@PEAX@Z"($a, %{{[0-9]+}})
// CHECK-NEXT:   jump b7
// CHECK-NEXT: b7:
// CHECK-NEXT:   lifetime_start $b
// CHECK-NEXT:   %{{[0-9]+}} = call ptr @"?get@Guard@@QEBAPEAXXZ"($a)
// CHECK-NEXT:   call void @"??0Guard@@QEAA@PEAX@Z"($b, %{{[0-9]+}})
// CHECK-NEXT:   %{{[0-9]+}} = call u8 @"??BGuard@@QEBA_NXZ"($b)
// CHECK-NEXT:   branch %{{[0-9]+}} b8 b9 for
// CHECK-NEXT: b8:
// CHECK-NEXT:   %{{[0-9]+}} = call ptr @"?get@Guard@@QEBAPEAXXZ"($b)
// CHECK-NEXT:   call void @Log("b", %{{[0-9]+}})
// CHECK-NEXT:   call void @"??1Guard@@QEAA@XZ"($b)
// CHECK-NEXT:   lifetime_end $b
// CHECK-NEXT:   jump b7
// CHECK-NEXT: b9:
// CHECK-NEXT:   call void @"??1Guard@@QEAA@XZ"($b)
// CHECK-NEXT:   lifetime_end $b
// CHECK-NEXT:   call void @"??1Guard@@QEAA@XZ"($a)
// CHECK-NEXT:   lifetime_end $a
// CHECK-NEXT:   return 0
// CHECK-NEXT: }

// The named object becomes the returned one: it is moved, never destroyed.
Guard named(HANDLE h, bool b) {
  if (b)
    return Guard(nullptr);
  Guard g(h);
  return g;
}
// CHECK-LABEL: func @"?named@@YA?AUGuard@@PEAX_N@Z"(
// CHECK-NEXT:   local $g %Guard
// CHECK-NEXT: b0:
// CHECK-NEXT:   %{{[0-9]+}} = load u8 $b
// CHECK-NEXT:   branch %{{[0-9]+}} b1 b2 if
// CHECK-NEXT: b1:
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(%Guard) $"(return)"
// CHECK-NEXT:   call void @"??0Guard@@QEAA@PEAX@Z"(%{{[0-9]+}}, 0)
// CHECK-NEXT:   return
// CHECK-NEXT: b2:
// CHECK-NEXT:   lifetime_start $g
// CHECK-NEXT:   %{{[0-9]+}} = load ptr $h
// CHECK-NEXT:   call void @"??0Guard@@QEAA@PEAX@Z"($g, %{{[0-9]+}})
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(%Guard) $"(return)"
// CHECK-NEXT:   copy %{{[0-9]+}}, $g as %Guard size 8
// CHECK-NEXT:   return
// CHECK-NEXT: }

// goto back over a declaration ends the object, goto forward out of the block as well.
void back(HANDLE h, int n) {
again:
  Guard g(h);
  if (n-- > 0)
    goto again;
  Log("done");
}
// CHECK-LABEL: func @"?back@@YAXPEAXH@Z"(
// CHECK-NEXT:   local $g %Guard
// CHECK-NEXT: b0:
// CHECK-NEXT:   jump b1
// CHECK-NEXT: b1:
// CHECK-NEXT:   lifetime_start $g
// CHECK-NEXT:   %{{[0-9]+}} = load ptr $h
// CHECK-NEXT:   call void @"??0Guard@@QEAA@PEAX@Z"($g, %{{[0-9]+}})
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $n
// CHECK-NEXT:   %{{[0-9]+}} = subtract i32 %{{[0-9]+}}, 1
// CHECK-NEXT:   store i32 %{{[0-9]+}}, $n
// CHECK-NEXT:   %{{[0-9]+}} = compare gt i32 %{{[0-9]+}}, 0
// CHECK-NEXT:   branch %{{[0-9]+}} b2 b3 if
// CHECK-NEXT: b2:
// CHECK-NEXT:   call void @"??1Guard@@QEAA@XZ"($g)
// CHECK-NEXT:   lifetime_end $g
// CHECK-NEXT:   jump b1
// CHECK-NEXT: b3:
// CHECK-NEXT:   call void @Log("done")
// CHECK-NEXT:   call void @"??1Guard@@QEAA@XZ"($g)
// CHECK-NEXT:   lifetime_end $g
// CHECK-NEXT:   return
// CHECK-NEXT: }

void array(HANDLE h) {
  Guard all[2] = {Guard(h), Guard(h)};
  Log("a", all[1].get());
}
// CHECK-LABEL: func @"?array@@YAXPEAX@Z"(
// CHECK-NEXT:   local $all [2 x %Guard]
// CHECK-NEXT:   temp $:2 u64
// CHECK-NEXT: b0:
// CHECK-NEXT:   lifetime_start $all
// CHECK-NEXT:   %{{[0-9]+}} = load ptr $h
// CHECK-NEXT:   call void @"??0Guard@@QEAA@PEAX@Z"($all, %{{[0-9]+}})
// CHECK-NEXT:   %{{[0-9]+}} = index $all, 1 as ptr(%Guard) size 8
// CHECK-NEXT:   %{{[0-9]+}} = load ptr $h
// CHECK-NEXT:   call void @"??0Guard@@QEAA@PEAX@Z"(%{{[0-9]+}}, %{{[0-9]+}})
// CHECK-NEXT:   %{{[0-9]+}} = index $all, 1 as ptr(%Guard) size 8
// CHECK-NEXT:   %{{[0-9]+}} = call ptr @"?get@Guard@@QEBAPEAXXZ"(%{{[0-9]+}})
// CHECK-NEXT:   call void @Log("a", %{{[0-9]+}})
// CHECK-NEXT:   lifetime_start $:2
// CHECK-NEXT:   store u64 0, $:2
// CHECK-NEXT:   jump b1
// CHECK-NEXT: b1:
// CHECK-NEXT:   %{{[0-9]+}} = load u64 $:2
// CHECK-NEXT:   %{{[0-9]+}} = compare lt u64 %{{[0-9]+}}, 2
// CHECK-NEXT:   branch %{{[0-9]+}} b2 b3
// CHECK-NEXT: b2:
// CHECK-NEXT:   %{{[0-9]+}} = subtract u64 1, %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = index $all, %{{[0-9]+}} as ptr(%Guard) size 8
// CHECK-NEXT:   call void @"??1Guard@@QEAA@XZ"(%{{[0-9]+}})
// CHECK-NEXT:   %{{[0-9]+}} = add u64 %{{[0-9]+}}, 1
// CHECK-NEXT:   store u64 %{{[0-9]+}}, $:2
// CHECK-NEXT:   jump b1
// CHECK-NEXT: b3:
// CHECK-NEXT:   lifetime_end $:2
// CHECK-NEXT:   lifetime_end $all
// CHECK-NEXT:   return
// CHECK-NEXT: }

void thrown(HANDLE h) {
  Guard g(h);
  try {
    Guard in(h);
    if (!in)
      throw 3;
    Log("x");
  } catch (int e) {
    Log("e", e);
    throw;
  } catch (...) {
    return;
  }
}
// CHECK-LABEL: func @"?thrown@@YAXPEAX@Z"(
// CHECK-NEXT:   local $g %Guard
// CHECK-NEXT:   local $in %Guard
// CHECK-NEXT:   local $e i32
// CHECK-NEXT: b0:
// CHECK-NEXT:   lifetime_start $g
// CHECK-NEXT:   %{{[0-9]+}} = load ptr $h
// CHECK-NEXT:   call void @"??0Guard@@QEAA@PEAX@Z"($g, %{{[0-9]+}})
// CHECK-NEXT:   jump b1
// CHECK-NEXT: b1: handler b7
// CHECK-NEXT:   lifetime_start $in
// CHECK-NEXT:   %{{[0-9]+}} = load ptr $h
// CHECK-NEXT:   call void @"??0Guard@@QEAA@PEAX@Z"($in, %{{[0-9]+}})
// CHECK-NEXT:   jump b2
// CHECK-NEXT: b2: handler b6
// CHECK-NEXT:   %{{[0-9]+}} = call u8 @"??BGuard@@QEBA_NXZ"($in)
// CHECK-NEXT:   branch %{{[0-9]+}} b3 b6 "!if"
// CHECK-NEXT: b3: handler b6
// CHECK-NEXT:   call void @Log("x")
// CHECK-NEXT:   jump b4
// CHECK-NEXT: b4: handler b7
// CHECK-NEXT:   call void @"??1Guard@@QEAA@XZ"($in)
// CHECK-NEXT:   lifetime_end $in
// CHECK-NEXT:   jump b5
// CHECK-NEXT: b5:
// CHECK-NEXT:   call void @"??1Guard@@QEAA@XZ"($g)
// CHECK-NEXT:   lifetime_end $g
// CHECK-NEXT:   return
// CHECK-NEXT: b6: handler b7
// CHECK-NEXT:   call void @"??1Guard@@QEAA@XZ"($in)
// CHECK-NEXT:   jump b7
// CHECK-NEXT: b7:
// CHECK-NEXT:   %{{[0-9]+}} = opaque u8 "type of an exception"
// CHECK-NEXT:   branch %{{[0-9]+}} b8 b9 catch
// CHECK-NEXT: b8:
// CHECK-NEXT:   lifetime_start $e
// CHECK-NEXT:   opaque ? "the exception that was thrown" ($e)
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $e
// CHECK-NEXT:   call void @Log("e", %{{[0-9]+}})
// CHECK-NEXT:   call void @"??1Guard@@QEAA@XZ"($g)
// CHECK-NEXT:   resume
// CHECK-NEXT: b9:
// CHECK-NEXT:   call void @"??1Guard@@QEAA@XZ"($g)
// CHECK-NEXT:   return
// CHECK-NEXT: }
