// Expressions of C: order, conversions, pointers, bit-fields, conditional values, assignments of all kinds.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %dxl-emit-ir %s -- --target=x86_64-pc-windows-msvc -fms-extensions -std=gnu11 | %FileCheck %s
int f(int);
struct Bits {
  unsigned a : 3, b : 5;
  int c : 9;
};

int conversions(int a, short s, unsigned char u, long long l, float x, _Bool b) {
  a += s;
  s *= u;
  l -= a;
  x /= l;
  b = x;
  a = s = u;
  u = -u;
  return (a, b) ? a : l;
}
// CHECK-LABEL: func @conversions(
// CHECK-NEXT:   temp $:6 i64
// CHECK-NEXT: b0:
// CHECK-NEXT:   %{{[0-9]+}} = load i16 $s
// CHECK-NEXT:   %{{[0-9]+}} = cast i32 %{{[0-9]+}} from i16
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $a
// CHECK-NEXT:   %{{[0-9]+}} = add i32 %{{[0-9]+}}, %{{[0-9]+}}
// CHECK-NEXT:   store i32 %{{[0-9]+}}, $a
// CHECK-NEXT:   %{{[0-9]+}} = load u8 $u
// CHECK-NEXT:   %{{[0-9]+}} = cast i32 %{{[0-9]+}} from u8
// CHECK-NEXT:   %{{[0-9]+}} = load i16 $s
// CHECK-NEXT:   %{{[0-9]+}} = cast i32 %{{[0-9]+}} from i16
// CHECK-NEXT:   %{{[0-9]+}} = multiply i32 %{{[0-9]+}}, %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = cast i16 %{{[0-9]+}} from i32
// CHECK-NEXT:   store i16 %{{[0-9]+}}, $s
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $a
// CHECK-NEXT:   %{{[0-9]+}} = cast i64 %{{[0-9]+}} from i32
// CHECK-NEXT:   %{{[0-9]+}} = load i64 $l
// CHECK-NEXT:   %{{[0-9]+}} = subtract i64 %{{[0-9]+}}, %{{[0-9]+}}
// CHECK-NEXT:   store i64 %{{[0-9]+}}, $l
// CHECK-NEXT:   %{{[0-9]+}} = load i64 $l
// CHECK-NEXT:   %{{[0-9]+}} = cast f32 %{{[0-9]+}} from i64
// CHECK-NEXT:   %{{[0-9]+}} = load f32 $x
// CHECK-NEXT:   %{{[0-9]+}} = divide f32 %{{[0-9]+}}, %{{[0-9]+}}
// CHECK-NEXT:   store f32 %{{[0-9]+}}, $x
// CHECK-NEXT:   %{{[0-9]+}} = load f32 $x
// CHECK-NEXT:   %{{[0-9]+}} = compare ne f32 %{{[0-9]+}}, 0.0
// CHECK-NEXT:   store u8 %{{[0-9]+}}, $b
// CHECK-NEXT:   %{{[0-9]+}} = load u8 $u
// CHECK-NEXT:   %{{[0-9]+}} = cast i16 %{{[0-9]+}} from u8
// CHECK-NEXT:   store i16 %{{[0-9]+}}, $s
// CHECK-NEXT:   %{{[0-9]+}} = cast i32 %{{[0-9]+}} from i16
// CHECK-NEXT:   store i32 %{{[0-9]+}}, $a
// CHECK-NEXT:   %{{[0-9]+}} = load u8 $u
// CHECK-NEXT:   %{{[0-9]+}} = cast i32 %{{[0-9]+}} from u8
// CHECK-NEXT:   %{{[0-9]+}} = negate i32 %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = cast u8 %{{[0-9]+}} from i32
// CHECK-NEXT:   store u8 %{{[0-9]+}}, $u
// CHECK-NEXT:   lifetime_start $:6
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $a
// CHECK-NEXT:   %{{[0-9]+}} = load u8 $b
// CHECK-NEXT:   branch %{{[0-9]+}} b1 b2 "?:"
// CHECK-NEXT: b1:
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $a
// CHECK-NEXT:   %{{[0-9]+}} = cast i64 %{{[0-9]+}} from i32
// CHECK-NEXT:   store i64 %{{[0-9]+}}, $:6
// CHECK-NEXT:   jump b3
// CHECK-NEXT: b2:
// CHECK-NEXT:   %{{[0-9]+}} = load i64 $l
// CHECK-NEXT:   store i64 %{{[0-9]+}}, $:6
// CHECK-NEXT:   jump b3
// CHECK-NEXT: b3:
// CHECK-NEXT:   %{{[0-9]+}} = load i64 $:6
// CHECK-NEXT:   lifetime_end $:6
// CHECK-NEXT:   %{{[0-9]+}} = cast i32 %{{[0-9]+}} from i64
// CHECK-NEXT:   return %{{[0-9]+}}
// CHECK-NEXT: }

int bits(struct Bits *p) {
  p->a = 9;
  p->c--;
  return p->a++ + ++p->b + !p->a;
}
// CHECK-LABEL: func @bits(
// CHECK-NEXT: b0:
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(%Bits) $p
// CHECK-NEXT:   %{{[0-9]+}} = field %{{[0-9]+}} %Bits.a +0 as ptr(u32)
// CHECK-NEXT:   store u32 9, %{{[0-9]+}} bits 0:3
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(%Bits) $p
// CHECK-NEXT:   %{{[0-9]+}} = field %{{[0-9]+}} %Bits.c +0 as ptr(i32)
// CHECK-NEXT:   %{{[0-9]+}} = load i32 %{{[0-9]+}} bits 8:9
// CHECK-NEXT:   %{{[0-9]+}} = subtract i32 %{{[0-9]+}}, 1
// CHECK-NEXT:   store i32 %{{[0-9]+}}, %{{[0-9]+}} bits 8:9
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(%Bits) $p
// CHECK-NEXT:   %{{[0-9]+}} = field %{{[0-9]+}} %Bits.a +0 as ptr(u32)
// CHECK-NEXT:   %{{[0-9]+}} = load u32 %{{[0-9]+}} bits 0:3
// CHECK-NEXT:   %{{[0-9]+}} = add u32 %{{[0-9]+}}, 1
// CHECK-NEXT:   store u32 %{{[0-9]+}}, %{{[0-9]+}} bits 0:3
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(%Bits) $p
// CHECK-NEXT:   %{{[0-9]+}} = field %{{[0-9]+}} %Bits.b +0 as ptr(u32)
// CHECK-NEXT:   %{{[0-9]+}} = load u32 %{{[0-9]+}} bits 3:5
// CHECK-NEXT:   %{{[0-9]+}} = add u32 %{{[0-9]+}}, 1
// CHECK-NEXT:   store u32 %{{[0-9]+}}, %{{[0-9]+}} bits 3:5
// CHECK-NEXT:   %{{[0-9]+}} = load u32 %{{[0-9]+}} bits 3:5
// CHECK-NEXT:   %{{[0-9]+}} = add u32 %{{[0-9]+}}, %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(%Bits) $p
// CHECK-NEXT:   %{{[0-9]+}} = field %{{[0-9]+}} %Bits.a +0 as ptr(u32)
// CHECK-NEXT:   %{{[0-9]+}} = load u32 %{{[0-9]+}} bits 0:3
// CHECK-NEXT:   %{{[0-9]+}} = compare eq u32 %{{[0-9]+}}, 0
// CHECK-NEXT:   %{{[0-9]+}} = cast u32 %{{[0-9]+}} from i32
// CHECK-NEXT:   %{{[0-9]+}} = add u32 %{{[0-9]+}}, %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = cast i32 %{{[0-9]+}} from u32
// CHECK-NEXT:   return %{{[0-9]+}}
// CHECK-NEXT: }

int pointers(int *p, int *q, char *c, void *v) {
  p += 3;
  q = p - 2;
  q[p - q] = *(p + 1) + 1 [p] + *--q;
  c[(unsigned char)*c]++;
  v = v + 4;
  return q < p && !v && (long long)v;
}
// CHECK-LABEL: func @pointers(
// CHECK-NEXT:   temp $:4 i32
// CHECK-NEXT: b0:
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(i32) $p
// CHECK-NEXT:   %{{[0-9]+}} = index %{{[0-9]+}}, 3 as ptr(i32) size 4
// CHECK-NEXT:   store ptr(i32) %{{[0-9]+}}, $p
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(i32) $p
// CHECK-NEXT:   %{{[0-9]+}} = index %{{[0-9]+}}, -2 as ptr(i32) size 4
// CHECK-NEXT:   store ptr(i32) %{{[0-9]+}}, $q
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(i32) $p
// CHECK-NEXT:   %{{[0-9]+}} = index %{{[0-9]+}}, 1 as ptr(i32) size 4
// CHECK-NEXT:   %{{[0-9]+}} = load i32 %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(i32) $p
// CHECK-NEXT:   %{{[0-9]+}} = index %{{[0-9]+}}, 1 as ptr(i32) size 4
// CHECK-NEXT:   %{{[0-9]+}} = load i32 %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = add i32 %{{[0-9]+}}, %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(i32) $q
// CHECK-NEXT:   %{{[0-9]+}} = index %{{[0-9]+}}, -1 as ptr(i32) size 4
// CHECK-NEXT:   store ptr(i32) %{{[0-9]+}}, $q
// CHECK-NEXT:   %{{[0-9]+}} = load i32 %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = add i32 %{{[0-9]+}}, %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(i32) $q
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(i32) $p
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(i32) $q
// CHECK-NEXT:   %{{[0-9]+}} = distance %{{[0-9]+}}, %{{[0-9]+}} as i64 size 4
// CHECK-NEXT:   %{{[0-9]+}} = index %{{[0-9]+}}, %{{[0-9]+}} as ptr(i32) size 4
// CHECK-NEXT:   store i32 %{{[0-9]+}}, %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(i8) $c
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(i8) $c
// CHECK-NEXT:   %{{[0-9]+}} = load i8 %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = cast u8 %{{[0-9]+}} from i8
// CHECK-NEXT:   %{{[0-9]+}} = index %{{[0-9]+}}, %{{[0-9]+}} as ptr(i8) size 1
// CHECK-NEXT:   %{{[0-9]+}} = load i8 %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = add i8 %{{[0-9]+}}, 1
// CHECK-NEXT:   store i8 %{{[0-9]+}}, %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = load ptr $v
// CHECK-NEXT:   %{{[0-9]+}} = index %{{[0-9]+}}, 4 as ptr size 1
// CHECK-NEXT:   store ptr %{{[0-9]+}}, $v
// CHECK-NEXT:   lifetime_start $:4
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(i32) $q
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(i32) $p
// CHECK-NEXT:   %{{[0-9]+}} = compare lt ptr(i32) %{{[0-9]+}}, %{{[0-9]+}}
// CHECK-NEXT:   branch %{{[0-9]+}} b1 b4 "&&"
// CHECK-NEXT: b1:
// CHECK-NEXT:   %{{[0-9]+}} = load ptr $v
// CHECK-NEXT:   branch %{{[0-9]+}} b4 b2 "!&&"
// CHECK-NEXT: b2:
// CHECK-NEXT:   %{{[0-9]+}} = load ptr $v
// CHECK-NEXT:   %{{[0-9]+}} = cast i64 %{{[0-9]+}} from ptr
// CHECK-NEXT:   branch %{{[0-9]+}} b3 b4 "&&"
// CHECK-NEXT: b3:
// CHECK-NEXT:   store i32 1, $:4
// CHECK-NEXT:   jump b5
// CHECK-NEXT: b4:
// CHECK-NEXT:   store i32 0, $:4
// CHECK-NEXT:   jump b5
// CHECK-NEXT: b5:
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $:4
// CHECK-NEXT:   lifetime_end $:4
// CHECK-NEXT:   return %{{[0-9]+}}
// CHECK-NEXT: }

int choose(int *p, int a, int b) {
  return (p ? *p : a) ?: a && (b || f(a)) ? 1 : (f(b), 2);
}
// CHECK-LABEL: func @choose(
// CHECK-NEXT:   temp $:3 i32
// CHECK-NEXT:   temp $:4 i32
// CHECK-NEXT:   temp $:5 i32
// CHECK-NEXT: b0:
// CHECK-NEXT:   lifetime_start $:3
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(i32) $p
// CHECK-NEXT:   branch %{{[0-9]+}} b1 b2 "?:"
// CHECK-NEXT: b1:
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(i32) $p
// CHECK-NEXT:   %{{[0-9]+}} = load i32 %{{[0-9]+}}
// CHECK-NEXT:   store i32 %{{[0-9]+}}, $:3
// CHECK-NEXT:   jump b3
// CHECK-NEXT: b2:
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $a
// CHECK-NEXT:   store i32 %{{[0-9]+}}, $:3
// CHECK-NEXT:   jump b3
// CHECK-NEXT: b3:
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $:3
// CHECK-NEXT:   lifetime_end $:3
// CHECK-NEXT:   lifetime_start $:4
// CHECK-NEXT:   branch %{{[0-9]+}} b4 b5 "?:"
// CHECK-NEXT: b4:
// CHECK-NEXT:   store i32 %{{[0-9]+}}, $:4
// CHECK-NEXT:   jump b11
// CHECK-NEXT: b5:
// CHECK-NEXT:   lifetime_start $:5
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $a
// CHECK-NEXT:   branch %{{[0-9]+}} b6 b9 "&&"
// CHECK-NEXT: b6:
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $b
// CHECK-NEXT:   branch %{{[0-9]+}} b8 b7 "||"
// CHECK-NEXT: b7:
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $a
// CHECK-NEXT:   %{{[0-9]+}} = call i32 @f(%{{[0-9]+}})
// CHECK-NEXT:   branch %{{[0-9]+}} b8 b9 "?:"
// CHECK-NEXT: b8:
// CHECK-NEXT:   store i32 1, $:5
// CHECK-NEXT:   jump b10
// CHECK-NEXT: b9:
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $b
// CHECK-NEXT:   %{{[0-9]+}} = call i32 @f(%{{[0-9]+}})
// CHECK-NEXT:   store i32 2, $:5
// CHECK-NEXT:   jump b10
// CHECK-NEXT: b10:
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $:5
// CHECK-NEXT:   lifetime_end $:5
// CHECK-NEXT:   store i32 %{{[0-9]+}}, $:4
// CHECK-NEXT:   jump b11
// CHECK-NEXT: b11:
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $:4
// CHECK-NEXT:   lifetime_end $:4
// CHECK-NEXT:   return %{{[0-9]+}}
// CHECK-NEXT: }

struct Outer {
  int x;
  struct {
    int y;
    union {
      int u;
      float v;
    };
  };
  int list[4];
  int (*call)(int);
};

struct Outer *container(int *u) { return (struct Outer *)((char *)u - __builtin_offsetof(struct Outer, u)); }
// CHECK-LABEL: func @container(
// CHECK-NEXT: b0:
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(i32) $u
// CHECK-NEXT:   %{{[0-9]+}} = index %{{[0-9]+}}, -8 as ptr(i8) size 1
// CHECK-NEXT:   %{{[0-9]+}} = cast ptr(%Outer) %{{[0-9]+}} from ptr(i8)
// CHECK-NEXT:   return %{{[0-9]+}}
// CHECK-NEXT: }

int members(struct Outer *o) {
  o->v = 1.5f;
  return o->u + o->list[o->y] + o->call(o->x) + (*o->call)(1);
}
// CHECK-LABEL: func @members(
// CHECK-NEXT: b0:
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(%Outer) $o
// CHECK-NEXT:   %{{[0-9]+}} = field %{{[0-9]+}} %Outer."" +4 as ptr(%"Outer::(anon 0)")
// CHECK-NEXT:   %{{[0-9]+}} = field %{{[0-9]+}} %"Outer::(anon 0)"."" +4 as ptr(%"Outer::(anon 0)::(anon 0)")
// CHECK-NEXT:   %{{[0-9]+}} = field %{{[0-9]+}} %"Outer::(anon 0)::(anon 0)".v +0 as ptr(f32)
// CHECK-NEXT:   store f32 1.5, %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(%Outer) $o
// CHECK-NEXT:   %{{[0-9]+}} = field %{{[0-9]+}} %Outer."" +4 as ptr(%"Outer::(anon 0)")
// CHECK-NEXT:   %{{[0-9]+}} = field %{{[0-9]+}} %"Outer::(anon 0)"."" +4 as ptr(%"Outer::(anon 0)::(anon 0)")
// CHECK-NEXT:   %{{[0-9]+}} = field %{{[0-9]+}} %"Outer::(anon 0)::(anon 0)".u +0 as ptr(i32)
// CHECK-NEXT:   %{{[0-9]+}} = load i32 %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(%Outer) $o
// CHECK-NEXT:   %{{[0-9]+}} = field %{{[0-9]+}} %Outer.list +12 as ptr([4 x i32])
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(%Outer) $o
// CHECK-NEXT:   %{{[0-9]+}} = field %{{[0-9]+}} %Outer."" +4 as ptr(%"Outer::(anon 0)")
// CHECK-NEXT:   %{{[0-9]+}} = field %{{[0-9]+}} %"Outer::(anon 0)".y +0 as ptr(i32)
// CHECK-NEXT:   %{{[0-9]+}} = load i32 %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = index %{{[0-9]+}}, %{{[0-9]+}} as ptr(i32) size 4
// CHECK-NEXT:   %{{[0-9]+}} = load i32 %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = add i32 %{{[0-9]+}}, %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(%Outer) $o
// CHECK-NEXT:   %{{[0-9]+}} = field %{{[0-9]+}} %Outer.call +32 as ptr(ptr(fn))
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(fn) %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(%Outer) $o
// CHECK-NEXT:   %{{[0-9]+}} = field %{{[0-9]+}} %Outer.x +0 as ptr(i32)
// CHECK-NEXT:   %{{[0-9]+}} = load i32 %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = call i32 %{{[0-9]+}}(%{{[0-9]+}})
// CHECK-NEXT:   %{{[0-9]+}} = add i32 %{{[0-9]+}}, %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(%Outer) $o
// CHECK-NEXT:   %{{[0-9]+}} = field %{{[0-9]+}} %Outer.call +32 as ptr(ptr(fn))
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(fn) %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = call i32 %{{[0-9]+}}(1)
// CHECK-NEXT:   %{{[0-9]+}} = add i32 %{{[0-9]+}}, %{{[0-9]+}}
// CHECK-NEXT:   return %{{[0-9]+}}
// CHECK-NEXT: }

struct Outer by_value(struct Outer o, int n) {
  struct Outer r = o;
  r.list[n]++;
  return n ? r : (struct Outer){.y = 2, .list = {[1] = 4}};
}
// CHECK-LABEL: func @by_value(
// CHECK-NEXT:   local $r %Outer
// CHECK-NEXT:   temp $:4 %Outer
// CHECK-NEXT: b0:
// CHECK-NEXT:   lifetime_start $r
// CHECK-NEXT:   copy $r, $o as %Outer size 40
// CHECK-NEXT:   %{{[0-9]+}} = field $r %Outer.list +12 as ptr([4 x i32])
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $n
// CHECK-NEXT:   %{{[0-9]+}} = index %{{[0-9]+}}, %{{[0-9]+}} as ptr(i32) size 4
// CHECK-NEXT:   %{{[0-9]+}} = load i32 %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = add i32 %{{[0-9]+}}, 1
// CHECK-NEXT:   store i32 %{{[0-9]+}}, %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(%Outer) $"(return)"
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $n
// CHECK-NEXT:   branch %{{[0-9]+}} b1 b2 "?:"
// CHECK-NEXT: b1:
// CHECK-NEXT:   copy %{{[0-9]+}}, $r as %Outer size 40
// CHECK-NEXT:   jump b3
// CHECK-NEXT: b2:
// CHECK-NEXT:   lifetime_start $:4
// CHECK-NEXT:   fill $:4, 0 as %Outer size 40
// CHECK-NEXT:   %{{[0-9]+}} = field $:4 %Outer."" +4 as ptr(%"Outer::(anon 0)")
// CHECK-NEXT:   %{{[0-9]+}} = field %{{[0-9]+}} %"Outer::(anon 0)".y +0 as ptr(i32)
// CHECK-NEXT:   store i32 2, %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = field $:4 %Outer.list +12 as ptr([4 x i32])
// CHECK-NEXT:   %{{[0-9]+}} = index %{{[0-9]+}}, 1 as ptr(i32) size 4
// CHECK-NEXT:   store i32 4, %{{[0-9]+}}
// CHECK-NEXT:   copy %{{[0-9]+}}, $:4 as %Outer size 40
// CHECK-NEXT:   jump b3
// CHECK-NEXT: b3:
// CHECK-NEXT:   return
// CHECK-NEXT: }

int uses_value(struct Outer *o) { return by_value(*o, 1).list[2]; }
// CHECK-LABEL: func @uses_value(
// CHECK-NEXT:   temp $:1 %Outer
// CHECK-NEXT: b0:
// CHECK-NEXT:   lifetime_start $:1
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(%Outer) $o
// CHECK-NEXT:   call void @by_value(%{{[0-9]+}}, 1, $:1)
// CHECK-NEXT:   %{{[0-9]+}} = field $:1 %Outer.list +12 as ptr([4 x i32])
// CHECK-NEXT:   %{{[0-9]+}} = index %{{[0-9]+}}, 2 as ptr(i32) size 4
// CHECK-NEXT:   %{{[0-9]+}} = load i32 %{{[0-9]+}}
// CHECK-NEXT:   lifetime_end $:1
// CHECK-NEXT:   return %{{[0-9]+}}
// CHECK-NEXT: }

int constants(void) {
  return sizeof(struct Outer) + _Alignof(double) + __builtin_offsetof(struct Outer, list[2]) +
         _Generic(1.0f, float: 1, default: f(2)) + __builtin_types_compatible_p(int, int) + 'a' + 0x10;
}
// CHECK-LABEL: func @constants(
// CHECK-NEXT: b0:
// CHECK-NEXT:   return 183
// CHECK-NEXT: }

int strings(void) {
  char s[] = "hi", t[4] = "a";
  const char *p = "lit" + 1;
  const unsigned short w[] = L"w";
  return s[0] + t[3] + *p + w[0] + __func__[0];
}
// CHECK-LABEL: func @strings(
// CHECK-NEXT:   local $s [3 x i8]
// CHECK-NEXT:   local $t [4 x i8]
// CHECK-NEXT:   local $p ptr(i8)
// CHECK-NEXT:   local $w [2 x u16]
// CHECK-NEXT: b0:
// CHECK-NEXT:   lifetime_start $s
// CHECK-NEXT:   fill $s, 0 as [3 x i8] size 3
// CHECK-NEXT:   copy $s, "hi" as [3 x i8] size 3
// CHECK-NEXT:   lifetime_start $t
// CHECK-NEXT:   fill $t, 0 as [4 x i8] size 4
// CHECK-NEXT:   copy $t, "a" as [4 x i8] size 2
// CHECK-NEXT:   lifetime_start $p
// CHECK-NEXT:   %{{[0-9]+}} = index "lit", 1 as ptr(i8) size 1
// CHECK-NEXT:   store ptr(i8) %{{[0-9]+}}, $p
// CHECK-NEXT:   lifetime_start $w
// CHECK-NEXT:   fill $w, 0 as [2 x u16] size 4
// CHECK-NEXT:   store u16 119, $w
// CHECK-NEXT:   %{{[0-9]+}} = load i8 $s
// CHECK-NEXT:   %{{[0-9]+}} = cast i32 %{{[0-9]+}} from i8
// CHECK-NEXT:   %{{[0-9]+}} = index $t, 3 as ptr(i8) size 1
// CHECK-NEXT:   %{{[0-9]+}} = load i8 %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = cast i32 %{{[0-9]+}} from i8
// CHECK-NEXT:   %{{[0-9]+}} = add i32 %{{[0-9]+}}, %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(i8) $p
// CHECK-NEXT:   %{{[0-9]+}} = load i8 %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = cast i32 %{{[0-9]+}} from i8
// CHECK-NEXT:   %{{[0-9]+}} = add i32 %{{[0-9]+}}, %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = load u16 $w
// CHECK-NEXT:   %{{[0-9]+}} = cast i32 %{{[0-9]+}} from u16
// CHECK-NEXT:   %{{[0-9]+}} = add i32 %{{[0-9]+}}, %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = load i8 "strings"
// CHECK-NEXT:   %{{[0-9]+}} = cast i32 %{{[0-9]+}} from i8
// CHECK-NEXT:   %{{[0-9]+}} = add i32 %{{[0-9]+}}, %{{[0-9]+}}
// CHECK-NEXT:   return %{{[0-9]+}}
// CHECK-NEXT: }

int variable_length(int n, int m, int (*p)[n][m]) {
  int a[n + 1][m];
  typedef int T[n++];
  T t;
  return a[1][2] + (*p)[1][2] + sizeof(a) + sizeof(T) + sizeof(t);
}
// CHECK-LABEL: func @variable_length(
// CHECK-NEXT:   local $a [0 x [0 x i32]]
// CHECK-NEXT:   local $t [0 x i32]
// CHECK-NEXT: b0:
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $n
// CHECK-NEXT:   %{{[0-9]+}} = cast u64 %{{[0-9]+}} from i32
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $m
// CHECK-NEXT:   %{{[0-9]+}} = cast u64 %{{[0-9]+}} from i32
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $n
// CHECK-NEXT:   %{{[0-9]+}} = add i32 %{{[0-9]+}}, 1
// CHECK-NEXT:   %{{[0-9]+}} = cast u64 %{{[0-9]+}} from i32
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $m
// CHECK-NEXT:   %{{[0-9]+}} = cast u64 %{{[0-9]+}} from i32
// CHECK-NEXT:   lifetime_start $a
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $n
// CHECK-NEXT:   %{{[0-9]+}} = add i32 %{{[0-9]+}}, 1
// CHECK-NEXT:   store i32 %{{[0-9]+}}, $n
// CHECK-NEXT:   %{{[0-9]+}} = cast u64 %{{[0-9]+}} from i32
// CHECK-NEXT:   lifetime_start $t
// CHECK-NEXT:   %{{[0-9]+}} = multiply u64 %{{[0-9]+}}, 4
// CHECK-NEXT:   %{{[0-9]+}} = multiply u64 1, %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = index $a, %{{[0-9]+}} as ptr([0 x i32]) size 1
// CHECK-NEXT:   %{{[0-9]+}} = index %{{[0-9]+}}, 2 as ptr(i32) size 4
// CHECK-NEXT:   %{{[0-9]+}} = load i32 %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = load ptr([0 x [0 x i32]]) $p
// CHECK-NEXT:   %{{[0-9]+}} = multiply u64 %{{[0-9]+}}, 4
// CHECK-NEXT:   %{{[0-9]+}} = multiply u64 1, %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = index %{{[0-9]+}}, %{{[0-9]+}} as ptr([0 x i32]) size 1
// CHECK-NEXT:   %{{[0-9]+}} = index %{{[0-9]+}}, 2 as ptr(i32) size 4
// CHECK-NEXT:   %{{[0-9]+}} = load i32 %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = add i32 %{{[0-9]+}}, %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = cast u64 %{{[0-9]+}} from i32
// CHECK-NEXT:   %{{[0-9]+}} = multiply u64 %{{[0-9]+}}, 4
// CHECK-NEXT:   %{{[0-9]+}} = multiply u64 %{{[0-9]+}}, %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = add u64 %{{[0-9]+}}, %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = multiply u64 %{{[0-9]+}}, 4
// CHECK-NEXT:   %{{[0-9]+}} = add u64 %{{[0-9]+}}, %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = multiply u64 %{{[0-9]+}}, 4
// CHECK-NEXT:   %{{[0-9]+}} = add u64 %{{[0-9]+}}, %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = cast i32 %{{[0-9]+}} from u64
// CHECK-NEXT:   return %{{[0-9]+}}
// CHECK-NEXT: }

int atomics(_Atomic int *p, int *q) {
  (*p)++;
  int e = 0;
  __c11_atomic_compare_exchange_strong(p, &e, 2, 5, 5);
  return __sync_fetch_and_add(q, 2) + __atomic_load_n(q, 0);
}
// CHECK-LABEL: func @atomics(
// CHECK-NEXT:   local $e i32
// CHECK-NEXT: b0:
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(i32) $p
// CHECK-NEXT:   %{{[0-9]+}} = load i32 %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = add i32 %{{[0-9]+}}, 1
// CHECK-NEXT:   store i32 %{{[0-9]+}}, %{{[0-9]+}}
// CHECK-NEXT:   lifetime_start $e
// CHECK-NEXT:   store i32 0, $e
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(i32) $p
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $e
// CHECK-NEXT:   %{{[0-9]+}} = load i32 %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = compare eq i32 %{{[0-9]+}}, %{{[0-9]+}}
// CHECK-NEXT:   branch %{{[0-9]+}} b1 b2
// CHECK-NEXT: b1:
// CHECK-NEXT:   store i32 2, %{{[0-9]+}}
// CHECK-NEXT:   jump b3
// CHECK-NEXT: b2:
// CHECK-NEXT:   store i32 %{{[0-9]+}}, $e
// CHECK-NEXT:   jump b3
// CHECK-NEXT: b3:
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(i32) $q
// CHECK-NEXT:   %{{[0-9]+}} = load i32 %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = add i32 %{{[0-9]+}}, 2
// CHECK-NEXT:   store i32 %{{[0-9]+}}, %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(i32) $q
// CHECK-NEXT:   %{{[0-9]+}} = load i32 %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = add i32 %{{[0-9]+}}, %{{[0-9]+}}
// CHECK-NEXT:   return %{{[0-9]+}}
// CHECK-NEXT: }

// 128 bits are not folded in 64.
int wide(void) {
  unsigned __int128 x = (unsigned __int128)1 << 100;
  return (int)(x >> 90);
}
// CHECK-LABEL: func @wide(
// CHECK-NEXT:   local $x u128
// CHECK-NEXT: b0:
// CHECK-NEXT:   lifetime_start $x
// CHECK-NEXT:   %{{[0-9]+}} = shift_left u128 1, 100
// CHECK-NEXT:   store u128 %{{[0-9]+}}, $x
// CHECK-NEXT:   %{{[0-9]+}} = load u128 $x
// CHECK-NEXT:   %{{[0-9]+}} = shift_right u128 %{{[0-9]+}}, 90
// CHECK-NEXT:   %{{[0-9]+}} = cast i32 %{{[0-9]+}} from u128
// CHECK-NEXT:   return %{{[0-9]+}}
// CHECK-NEXT: }
