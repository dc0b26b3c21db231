// Statements of C: loops and their exits, switch in all its shapes, goto, computed goto, statement expressions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %dxl-emit-ir %s -- --target=x86_64-pc-windows-msvc -fms-extensions -std=gnu11 | %FileCheck %s
int f(int);
int g(void);

int loops(int n) {
  for (int i = 0; i < n; i++) {
    if (f(i))
      continue;
    if (i == 4)
      break;
  }
  do
    n--;
  while (n > 0 && (f(n) || g()));
  while (1) {
    if (n-- < 0)
      goto out;
  }
out:
  return n;
}
// CHECK-LABEL: func @loops(
// CHECK-NEXT:   local $i i32
// CHECK-NEXT: b0:
// CHECK-NEXT:   lifetime_start $i
// CHECK-NEXT:   store i32 0, $i
// CHECK-NEXT:   jump b1
// CHECK-NEXT: b1:
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $i
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $n
// CHECK-NEXT:   %{{[0-9]+}} = compare lt i32 %{{[0-9]+}}, %{{[0-9]+}}
// CHECK-NEXT:   branch %{{[0-9]+}} b2 b6 for
// CHECK-NEXT: b2:
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $i
// CHECK-NEXT:   %{{[0-9]+}} = call i32 @f(%{{[0-9]+}})
// CHECK-NEXT:   branch %{{[0-9]+}} b5 b3 if
// CHECK-NEXT: b3:
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $i
// CHECK-NEXT:   %{{[0-9]+}} = compare eq i32 %{{[0-9]+}}, 4
// CHECK-NEXT:   branch %{{[0-9]+}} b4 b5 if
// CHECK-NEXT: b4:
// CHECK-NEXT:   lifetime_end $i
// CHECK-NEXT:   jump b7
// CHECK-NEXT: b5:
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $i
// CHECK-NEXT:   %{{[0-9]+}} = add i32 %{{[0-9]+}}, 1
// CHECK-NEXT:   store i32 %{{[0-9]+}}, $i
// CHECK-NEXT:   jump b1
// CHECK-NEXT: b6:
// CHECK-NEXT:   lifetime_end $i
// CHECK-NEXT:   jump b7
// CHECK-NEXT: b7:
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $n
// CHECK-NEXT:   %{{[0-9]+}} = subtract i32 %{{[0-9]+}}, 1
// CHECK-NEXT:   store i32 %{{[0-9]+}}, $n
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $n
// CHECK-NEXT:   %{{[0-9]+}} = compare gt i32 %{{[0-9]+}}, 0
// CHECK-NEXT:   branch %{{[0-9]+}} b8 b10 "&&"
// CHECK-NEXT: b8:
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $n
// CHECK-NEXT:   %{{[0-9]+}} = call i32 @f(%{{[0-9]+}})
// CHECK-NEXT:   branch %{{[0-9]+}} b7 b9 "||"
// CHECK-NEXT: b9:
// CHECK-NEXT:   %{{[0-9]+}} = call i32 @g()
// CHECK-NEXT:   branch %{{[0-9]+}} b7 b10 do
// CHECK-NEXT: b10:
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $n
// CHECK-NEXT:   %{{[0-9]+}} = subtract i32 %{{[0-9]+}}, 1
// CHECK-NEXT:   store i32 %{{[0-9]+}}, $n
// CHECK-NEXT:   %{{[0-9]+}} = compare lt i32 %{{[0-9]+}}, 0
// CHECK-NEXT:   branch %{{[0-9]+}} b11 b10 if
// CHECK-NEXT: b11:
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $n
// CHECK-NEXT:   return %{{[0-9]+}}
// CHECK-NEXT: }

int device(int n, char *to, const char *from) {
  int k = (n + 7) / 8;
  switch (n % 4) {
  case 0: do { *to++ = *from++;
  case 3: *to++ = *from++;
  default: *to++ = *from++;
          } while (--k > 0);
  }
  return k;
}
// CHECK-LABEL: func @device(
// CHECK-NEXT:   local $k i32
// CHECK-NEXT: b0:
// CHECK-NEXT:   lifetime_start $k
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $n
// CHECK-NEXT:   %{{[0-9]+}} = add i32 %{{[0-9]+}}, 7
// CHECK-NEXT:   %{{[0-9]+}} = divide i32 %{{[0-9]+}}, 8
// CHECK-NEXT:   store i32 %{{[0-9]+}}, $k
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $n
// CHECK-NEXT:   %{{[0-9]+}} = remainder i32 %{{[0-9]+}}, 4
// CHECK-NEXT:   switch %{{[0-9]+}} b1 [0 b2, 3 b3] switch
// CHECK-NEXT: b1:
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(i8) $from
// CHECK-NEXT:   %{{[0-9]+}} = index %{{[0-9]+}}, 1 as ptr(i8) size 1
// CHECK-NEXT:   store ptr(i8) %{{[0-9]+}}, $from
// CHECK-NEXT:   %{{[0-9]+}} = load i8 %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(i8) $to
// CHECK-NEXT:   %{{[0-9]+}} = index %{{[0-9]+}}, 1 as ptr(i8) size 1
// CHECK-NEXT:   store ptr(i8) %{{[0-9]+}}, $to
// CHECK-NEXT:   store i8 %{{[0-9]+}}, %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $k
// CHECK-NEXT:   %{{[0-9]+}} = subtract i32 %{{[0-9]+}}, 1
// CHECK-NEXT:   store i32 %{{[0-9]+}}, $k
// CHECK-NEXT:   %{{[0-9]+}} = compare gt i32 %{{[0-9]+}}, 0
// CHECK-NEXT:   branch %{{[0-9]+}} b2 b4 do
// CHECK-NEXT: b2:
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(i8) $from
// CHECK-NEXT:   %{{[0-9]+}} = index %{{[0-9]+}}, 1 as ptr(i8) size 1
// CHECK-NEXT:   store ptr(i8) %{{[0-9]+}}, $from
// CHECK-NEXT:   %{{[0-9]+}} = load i8 %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(i8) $to
// CHECK-NEXT:   %{{[0-9]+}} = index %{{[0-9]+}}, 1 as ptr(i8) size 1
// CHECK-NEXT:   store ptr(i8) %{{[0-9]+}}, $to
// CHECK-NEXT:   store i8 %{{[0-9]+}}, %{{[0-9]+}}
// CHECK-NEXT:   jump b3
// CHECK-NEXT: b3:
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(i8) $from
// CHECK-NEXT:   %{{[0-9]+}} = index %{{[0-9]+}}, 1 as ptr(i8) size 1
// CHECK-NEXT:   store ptr(i8) %{{[0-9]+}}, $from
// CHECK-NEXT:   %{{[0-9]+}} = load i8 %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(i8) $to
// CHECK-NEXT:   %{{[0-9]+}} = index %{{[0-9]+}}, 1 as ptr(i8) size 1
// CHECK-NEXT:   store ptr(i8) %{{[0-9]+}}, $to
// CHECK-NEXT:   store i8 %{{[0-9]+}}, %{{[0-9]+}}
// CHECK-NEXT:   jump b1
// CHECK-NEXT: b4:
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $k
// CHECK-NEXT:   return %{{[0-9]+}}
// CHECK-NEXT: }

int cases(long long v) {
  switch (v) {
  case -1:
    return 1;
  case 5 ... 9:
    return 2;
  case 0x7fffffffffffffffLL:
    return 3;
  }
  switch ((unsigned char)v)
  case 3:
    return 5;
  switch (f(1)) {
  }
  switch (v) {
    int skipped = 4;
  case 1:
    skipped = 3;
    return skipped;
  }
  return 0;
}
// CHECK-LABEL: func @cases(
// CHECK-NEXT:   local $skipped i32
// CHECK-NEXT: b0:
// CHECK-NEXT:   %{{[0-9]+}} = load i64 $v
// CHECK-NEXT:   switch %{{[0-9]+}} b4 [-1 b1, 5..9 b2, 9223372036854775807 b3] switch
// CHECK-NEXT: b1:
// CHECK-NEXT:   return 1
// CHECK-NEXT: b2:
// CHECK-NEXT:   return 2
// CHECK-NEXT: b3:
// CHECK-NEXT:   return 3
// CHECK-NEXT: b4:
// CHECK-NEXT:   %{{[0-9]+}} = load i64 $v
// CHECK-NEXT:   %{{[0-9]+}} = cast u8 %{{[0-9]+}} from i64
// CHECK-NEXT:   %{{[0-9]+}} = cast i32 %{{[0-9]+}} from u8
// CHECK-NEXT:   switch %{{[0-9]+}} b6 [3 b5] switch
// CHECK-NEXT: b5:
// CHECK-NEXT:   return 5
// CHECK-NEXT: b6:
// CHECK-NEXT:   %{{[0-9]+}} = call i32 @f(1)
// CHECK-NEXT:   switch %{{[0-9]+}} b7 [] switch
// CHECK-NEXT: b7:
// CHECK-NEXT:   %{{[0-9]+}} = load i64 $v
// CHECK-NEXT:   switch %{{[0-9]+}} b9 [1 b8] switch
// CHECK-NEXT: b8:
// CHECK-NEXT:   lifetime_start $skipped
// CHECK-NEXT:   store i32 3, $skipped
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $skipped
// CHECK-NEXT:   return %{{[0-9]+}}
// CHECK-NEXT: b9:
// CHECK-NEXT:   return 0
// CHECK-NEXT: }

int computed(int n) {
  static void *where[] = {&&first, &&second};
  goto *where[n];
first:
  n += 1;
second:
  n *= 2;
  if (n > 10)
    return n;
  goto first;
}
// CHECK-LABEL: func @computed(
// CHECK-NEXT: b0:
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $n
// CHECK-NEXT:   %{{[0-9]+}} = index @"computed::where", %{{[0-9]+}} as ptr(ptr) size 8
// CHECK-NEXT:   %{{[0-9]+}} = load ptr %{{[0-9]+}}
// CHECK-NEXT:   switch %{{[0-9]+}} b4 [1 b3, 2 b1] goto
// CHECK-NEXT: b1:
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $n
// CHECK-NEXT:   %{{[0-9]+}} = multiply i32 %{{[0-9]+}}, 2
// CHECK-NEXT:   store i32 %{{[0-9]+}}, $n
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $n
// CHECK-NEXT:   %{{[0-9]+}} = compare gt i32 %{{[0-9]+}}, 10
// CHECK-NEXT:   branch %{{[0-9]+}} b2 b3 if
// CHECK-NEXT: b2:
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $n
// CHECK-NEXT:   return %{{[0-9]+}}
// CHECK-NEXT: b3:
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $n
// CHECK-NEXT:   %{{[0-9]+}} = add i32 %{{[0-9]+}}, 1
// CHECK-NEXT:   store i32 %{{[0-9]+}}, $n
// CHECK-NEXT:   jump b1
// CHECK-NEXT: b4:
// CHECK-NEXT:   unreachable
// CHECK-NEXT: }

int expression_statement(int n) {
  int r = ({
    int k = n;
    if (k < 0)
      goto bad;
    k;
  });
  return r;
bad:
  return -1;
}
// CHECK-LABEL: func @expression_statement(
// CHECK-NEXT:   local $r i32
// CHECK-NEXT:   local $k i32
// CHECK-NEXT: b0:
// CHECK-NEXT:   lifetime_start $r
// CHECK-NEXT:   lifetime_start $k
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $n
// CHECK-NEXT:   store i32 %{{[0-9]+}}, $k
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $k
// CHECK-NEXT:   %{{[0-9]+}} = compare lt i32 %{{[0-9]+}}, 0
// CHECK-NEXT:   branch %{{[0-9]+}} b1 b2 if
// CHECK-NEXT: b1:
// CHECK-NEXT:   lifetime_end $k
// CHECK-NEXT:   return -1
// CHECK-NEXT: b2:
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $k
// CHECK-NEXT:   lifetime_end $k
// CHECK-NEXT:   store i32 %{{[0-9]+}}, $r
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $r
// CHECK-NEXT:   return %{{[0-9]+}}
// CHECK-NEXT: }

_Noreturn void die(void);
int branches(int a) {
  if (a)
    ;
  else if (a > 1)
    die();
  else {
    return 3;
  }
  if (0)
    return 4;
  ;
  {
  }
  return 5;
}
// CHECK-LABEL: func @branches(
// CHECK-NEXT: b0:
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $a
// CHECK-NEXT:   branch %{{[0-9]+}} b1 b2 if
// CHECK-NEXT: b1:
// CHECK-NEXT:   return 5
// CHECK-NEXT: b2:
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $a
// CHECK-NEXT:   %{{[0-9]+}} = compare gt i32 %{{[0-9]+}}, 1
// CHECK-NEXT:   branch %{{[0-9]+}} b3 b4 if
// CHECK-NEXT: b3:
// CHECK-NEXT:   call void @die() noreturn
// CHECK-NEXT:   unreachable
// CHECK-NEXT: b4:
// CHECK-NEXT:   return 3
// CHECK-NEXT: }

// Only what can be reached is kept.
int dead(void) {
  return 1;
  f(2);
}
// CHECK-LABEL: func @dead(
// CHECK-NEXT: b0:
// CHECK-NEXT:   return 1
// CHECK-NEXT: }

// A function without a return gives an unknown value.
int falls_off(int a) {
  if (a)
    return 1;
}
// CHECK-LABEL: func @falls_off(
// CHECK-NEXT: b0:
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $a
// CHECK-NEXT:   branch %{{[0-9]+}} b1 b2 if
// CHECK-NEXT: b1:
// CHECK-NEXT:   return 1
// CHECK-NEXT: b2:
// CHECK-NEXT:   %{{[0-9]+}} = opaque i32 "no value was returned"
// CHECK-NEXT:   return %{{[0-9]+}}
// CHECK-NEXT: }

int old_style(a, b)
int a;
char b;
{ return a + b; }
// CHECK-LABEL: func @old_style(
// CHECK-NEXT: b0:
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $a
// CHECK-NEXT:   %{{[0-9]+}} = load i8 $b
// CHECK-NEXT:   %{{[0-9]+}} = cast i32 %{{[0-9]+}} from i8
// CHECK-NEXT:   %{{[0-9]+}} = add i32 %{{[0-9]+}}, %{{[0-9]+}}
// CHECK-NEXT:   return %{{[0-9]+}}
// CHECK-NEXT: }
