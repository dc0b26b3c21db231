// Structured exceptions: every way out of a guarded body runs its __finally; what raises goes to the handler.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %dxl-emit-ir %s -- --target=x86_64-pc-windows-msvc -fms-extensions -fms-compatibility | %FileCheck %s
typedef void *HANDLE;
HANDLE Acquire(void);
void Release(HANDLE);
int Op(int);
void Probe(void *);
int Filter(unsigned long, void *);
unsigned long __cdecl _exception_code(void);
void *__cdecl _exception_info(void);
int __cdecl _abnormal_termination(void);

int ways_out(int n) {
  HANDLE h = Acquire();
  __try {
    if (n == 1)
      return 1;
    if (n == 2)
      __leave;
    if (n == 3)
      goto out;
    for (;;) {
      if (n == 4)
        break;
      __try {
        Op(n);
      } __finally {
        Op(99);
      }
      return 7;
    }
  } __finally {
    if (_abnormal_termination())
      Op(-1);
    Release(h);
  }
  Op(2);
out:
  return 0;
}
// CHECK-LABEL: func @ways_out(
// CHECK-NEXT:   local $h ptr
// CHECK-NEXT: b0:
// CHECK-NEXT:   lifetime_start $h
// CHECK-NEXT:   %{{[0-9]+}} = call ptr @Acquire()
// CHECK-NEXT:   store ptr %{{[0-9]+}}, $h
// CHECK-NEXT:   jump b1
// CHECK-NEXT: b1: handler b13
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $n
// CHECK-NEXT:   %{{[0-9]+}} = compare eq i32 %{{[0-9]+}}, 1
// CHECK-NEXT:   branch %{{[0-9]+}} b2 b3 if
// CHECK-NEXT: b2:
// CHECK-NEXT:   %{{[0-9]+}} = call i32 @Op(-1)
// CHECK-NEXT:   %{{[0-9]+}} = load ptr $h
// CHECK-NEXT:   call void @Release(%{{[0-9]+}})
// CHECK-NEXT:   return 1
// CHECK-NEXT: b3: handler b13
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $n
// CHECK-NEXT:   %{{[0-9]+}} = compare eq i32 %{{[0-9]+}}, 2
// CHECK-NEXT:   branch %{{[0-9]+}} b7 b4 if
// CHECK-NEXT: b4: handler b13
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $n
// CHECK-NEXT:   %{{[0-9]+}} = compare eq i32 %{{[0-9]+}}, 3
// CHECK-NEXT:   branch %{{[0-9]+}} b5 b6 if
// CHECK-NEXT: b5:
// CHECK-NEXT:   %{{[0-9]+}} = call i32 @Op(-1)
// CHECK-NEXT:   %{{[0-9]+}} = load ptr $h
// CHECK-NEXT:   call void @Release(%{{[0-9]+}})
// CHECK-NEXT:   jump b8
// CHECK-NEXT: b6: handler b13
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $n
// CHECK-NEXT:   %{{[0-9]+}} = compare eq i32 %{{[0-9]+}}, 4
// CHECK-NEXT:   branch %{{[0-9]+}} b7 b9 if
// CHECK-NEXT: b7:
// CHECK-NEXT:   %{{[0-9]+}} = load ptr $h
// CHECK-NEXT:   call void @Release(%{{[0-9]+}})
// CHECK-NEXT:   %{{[0-9]+}} = call i32 @Op(2)
// CHECK-NEXT:   jump b8
// CHECK-NEXT: b8:
// CHECK-NEXT:   return 0
// CHECK-NEXT: b9: handler b12
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $n
// CHECK-NEXT:   %{{[0-9]+}} = call i32 @Op(%{{[0-9]+}})
// CHECK-NEXT:   jump b10
// CHECK-NEXT: b10: handler b13
// CHECK-NEXT:   %{{[0-9]+}} = call i32 @Op(99)
// CHECK-NEXT:   jump b11
// CHECK-NEXT: b11:
// CHECK-NEXT:   %{{[0-9]+}} = call i32 @Op(-1)
// CHECK-NEXT:   %{{[0-9]+}} = load ptr $h
// CHECK-NEXT:   call void @Release(%{{[0-9]+}})
// CHECK-NEXT:   return 7
// CHECK-NEXT: b12: handler b13
// CHECK-NEXT:   %{{[0-9]+}} = call i32 @Op(99)
// CHECK-NEXT:   jump b13
// CHECK-NEXT: b13:
// CHECK-NEXT:   %{{[0-9]+}} = call i32 @Op(-1)
// CHECK-NEXT:   %{{[0-9]+}} = load ptr $h
// CHECK-NEXT:   call void @Release(%{{[0-9]+}})
// CHECK-NEXT:   resume
// CHECK-NEXT: }

int filtered(int *user) {
  int r = 0;
  __try {
    r = *user;
    Probe(user);
  } __except (_exception_code() == 0xC0000005 ? 1 : 0) {
    r = -1;
  }
  return r;
}
// CHECK-LABEL: func @filtered(
// CHECK-NEXT:   local $r i32
// CHECK-NEXT:   temp $:2 i32
// CHECK-NEXT: b0:
// CHECK-NEXT:   lifetime_start $r
// CHECK-NEXT:   store i32 0, $r
// CHECK-NEXT:   jump b1
// CHECK-NEXT: b1: handler b2
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(i32) $user
// CHECK-NEXT:   %{{[0-9]+}} = load i32 %{{[0-9]+}}
// CHECK-NEXT:   store i32 %{{[0-9]+}}, $r
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(i32) $user
// CHECK-NEXT:   call void @Probe(%{{[0-9]+}})
// CHECK-NEXT:   jump b7
// CHECK-NEXT: b2:
// CHECK-NEXT:   lifetime_start $:2
// CHECK-NEXT:   %{{[0-9]+}} = opaque u32 "what was raised"
// CHECK-NEXT:   %{{[0-9]+}} = compare eq u32 %{{[0-9]+}}, 3221225477
// CHECK-NEXT:   branch %{{[0-9]+}} b3 b4 "?:"
// CHECK-NEXT: b3:
// CHECK-NEXT:   store i32 1, $:2
// CHECK-NEXT:   jump b5
// CHECK-NEXT: b4:
// CHECK-NEXT:   store i32 0, $:2
// CHECK-NEXT:   jump b5
// CHECK-NEXT: b5:
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $:2
// CHECK-NEXT:   lifetime_end $:2
// CHECK-NEXT:   %{{[0-9]+}} = compare gt i32 %{{[0-9]+}}, 0
// CHECK-NEXT:   branch %{{[0-9]+}} b6 b8 __except
// CHECK-NEXT: b6:
// CHECK-NEXT:   store i32 -1, $r
// CHECK-NEXT:   jump b7
// CHECK-NEXT: b7:
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $r
// CHECK-NEXT:   return %{{[0-9]+}}
// CHECK-NEXT: b8:
// CHECK-NEXT:   %{{[0-9]+}} = compare eq i32 %{{[0-9]+}}, 0
// CHECK-NEXT:   branch %{{[0-9]+}} b9 b10 __except
// CHECK-NEXT: b9:
// CHECK-NEXT:   resume
// CHECK-NEXT: b10:
// CHECK-NEXT:   unreachable
// CHECK-NEXT: }

int both(int *p) {
  HANDLE h = 0;
  __try {
    h = Acquire();
    __try {
      if (*p == 3)
        __leave;
      Op(*p);
    } __except (Filter(_exception_code(), _exception_info())) {
      return -1;
    }
  } __finally {
    if (h)
      Release(h);
  }
  return 0;
}
// CHECK-LABEL: func @both(
// CHECK-NEXT:   local $h ptr
// CHECK-NEXT: b0:
// CHECK-NEXT:   lifetime_start $h
// CHECK-NEXT:   store ptr 0, $h
// CHECK-NEXT:   jump b1
// CHECK-NEXT: b1: handler b13
// CHECK-NEXT:   %{{[0-9]+}} = call ptr @Acquire()
// CHECK-NEXT:   store ptr %{{[0-9]+}}, $h
// CHECK-NEXT:   jump b2
// CHECK-NEXT: b2: handler b7
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(i32) $p
// CHECK-NEXT:   %{{[0-9]+}} = load i32 %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = compare eq i32 %{{[0-9]+}}, 3
// CHECK-NEXT:   branch %{{[0-9]+}} b4 b3 if
// CHECK-NEXT: b3: handler b7
// CHECK-NEXT:   %{{[0-9]+}} = load ptr(i32) $p
// CHECK-NEXT:   %{{[0-9]+}} = load i32 %{{[0-9]+}}
// CHECK-NEXT:   %{{[0-9]+}} = call i32 @Op(%{{[0-9]+}})
// CHECK-NEXT:   jump b4
// CHECK-NEXT: b4:
// CHECK-NEXT:   %{{[0-9]+}} = load ptr $h
// CHECK-NEXT:   branch %{{[0-9]+}} b5 b6 if
// CHECK-NEXT: b5:
// CHECK-NEXT:   %{{[0-9]+}} = load ptr $h
// CHECK-NEXT:   call void @Release(%{{[0-9]+}})
// CHECK-NEXT:   jump b6
// CHECK-NEXT: b6:
// CHECK-NEXT:   return 0
// CHECK-NEXT: b7: handler b13
// CHECK-NEXT:   %{{[0-9]+}} = opaque u32 "what was raised"
// CHECK-NEXT:   %{{[0-9]+}} = opaque ptr "what was raised"
// CHECK-NEXT:   %{{[0-9]+}} = call i32 @Filter(%{{[0-9]+}}, %{{[0-9]+}})
// CHECK-NEXT:   %{{[0-9]+}} = compare gt i32 %{{[0-9]+}}, 0
// CHECK-NEXT:   branch %{{[0-9]+}} b8 b11 __except
// CHECK-NEXT: b8:
// CHECK-NEXT:   %{{[0-9]+}} = load ptr $h
// CHECK-NEXT:   branch %{{[0-9]+}} b9 b10 if
// CHECK-NEXT: b9:
// CHECK-NEXT:   %{{[0-9]+}} = load ptr $h
// CHECK-NEXT:   call void @Release(%{{[0-9]+}})
// CHECK-NEXT:   jump b10
// CHECK-NEXT: b10:
// CHECK-NEXT:   return -1
// CHECK-NEXT: b11: handler b13
// CHECK-NEXT:   %{{[0-9]+}} = compare eq i32 %{{[0-9]+}}, 0
// CHECK-NEXT:   branch %{{[0-9]+}} b13 b12 __except
// CHECK-NEXT: b12:
// CHECK-NEXT:   unreachable
// CHECK-NEXT: b13:
// CHECK-NEXT:   %{{[0-9]+}} = load ptr $h
// CHECK-NEXT:   branch %{{[0-9]+}} b14 b15 if
// CHECK-NEXT: b14:
// CHECK-NEXT:   %{{[0-9]+}} = load ptr $h
// CHECK-NEXT:   call void @Release(%{{[0-9]+}})
// CHECK-NEXT:   jump b15
// CHECK-NEXT: b15:
// CHECK-NEXT:   resume
// CHECK-NEXT: }

// EXCEPTION_EXECUTE_HANDLER, EXCEPTION_CONTINUE_SEARCH and EXCEPTION_CONTINUE_EXECUTION as constants.
int constant_filters(void) {
  __try {
    Op(1);
  } __except (1) {
    Op(2);
  }
  __try {
    Op(3);
  } __except (0) {
    Op(4);
  }
  __try {
    Op(5);
  } __except (-1) {
    Op(6);
  }
  return 0;
}
// CHECK-LABEL: func @constant_filters(
// CHECK-NEXT: b0: handler b1
// CHECK-NEXT:   %{{[0-9]+}} = call i32 @Op(1)
// CHECK-NEXT:   jump b2
// CHECK-NEXT: b1:
// CHECK-NEXT:   %{{[0-9]+}} = call i32 @Op(2)
// CHECK-NEXT:   jump b2
// CHECK-NEXT: b2: handler b5
// CHECK-NEXT:   %{{[0-9]+}} = call i32 @Op(3)
// CHECK-NEXT:   jump b3
// CHECK-NEXT: b3: handler b4
// CHECK-NEXT:   %{{[0-9]+}} = call i32 @Op(5)
// CHECK-NEXT:   return 0
// CHECK-NEXT: b4:
// CHECK-NEXT:   unreachable
// CHECK-NEXT: b5:
// CHECK-NEXT:   resume
// CHECK-NEXT: }

int finally_returns(void) {
  __try {
    return Op(1);
  } __finally {
    return 3;
  }
}
// CHECK-LABEL: func @finally_returns(
// CHECK-NEXT: b0: handler b1
// CHECK-NEXT:   %{{[0-9]+}} = call i32 @Op(1)
// CHECK-NEXT:   return 3
// CHECK-NEXT: b1:
// CHECK-NEXT:   return 3
// CHECK-NEXT: }

int loops(int n) {
  while (n) {
    __try {
      if (n == 3)
        break;
      if (n == 4)
        continue;
      n--;
    } __finally {
      n -= 2;
    }
  }
  return n;
}
// CHECK-LABEL: func @loops(
// CHECK-NEXT: b0:
// CHECK-NEXT:   jump b1
// CHECK-NEXT: b1:
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $n
// CHECK-NEXT:   branch %{{[0-9]+}} b2 b9 while
// CHECK-NEXT: b2: handler b8
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $n
// CHECK-NEXT:   %{{[0-9]+}} = compare eq i32 %{{[0-9]+}}, 3
// CHECK-NEXT:   branch %{{[0-9]+}} b3 b4 if
// CHECK-NEXT: b3:
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $n
// CHECK-NEXT:   %{{[0-9]+}} = subtract i32 %{{[0-9]+}}, 2
// CHECK-NEXT:   store i32 %{{[0-9]+}}, $n
// CHECK-NEXT:   jump b9
// CHECK-NEXT: b4: handler b8
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $n
// CHECK-NEXT:   %{{[0-9]+}} = compare eq i32 %{{[0-9]+}}, 4
// CHECK-NEXT:   branch %{{[0-9]+}} b5 b6 if
// CHECK-NEXT: b5:
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $n
// CHECK-NEXT:   %{{[0-9]+}} = subtract i32 %{{[0-9]+}}, 2
// CHECK-NEXT:   store i32 %{{[0-9]+}}, $n
// CHECK-NEXT:   jump b1
// CHECK-NEXT: b6: handler b8
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $n
// CHECK-NEXT:   %{{[0-9]+}} = subtract i32 %{{[0-9]+}}, 1
// CHECK-NEXT:   store i32 %{{[0-9]+}}, $n
// CHECK-NEXT:   jump b7
// CHECK-NEXT: b7:
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $n
// CHECK-NEXT:   %{{[0-9]+}} = subtract i32 %{{[0-9]+}}, 2
// CHECK-NEXT:   store i32 %{{[0-9]+}}, $n
// CHECK-NEXT:   jump b1
// CHECK-NEXT: b8:
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $n
// CHECK-NEXT:   %{{[0-9]+}} = subtract i32 %{{[0-9]+}}, 2
// CHECK-NEXT:   store i32 %{{[0-9]+}}, $n
// CHECK-NEXT:   resume
// CHECK-NEXT: b9:
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $n
// CHECK-NEXT:   return %{{[0-9]+}}
// CHECK-NEXT: }

void nested(int n) {
  __try {
    __try {
      Op(1);
    } __finally {
      Op(2);
      if (n)
        goto end;
    }
  } __finally {
    Op(3);
  }
end:
  Op(4);
}
// CHECK-LABEL: func @nested(
// CHECK-NEXT: b0: handler b3
// CHECK-NEXT:   %{{[0-9]+}} = call i32 @Op(1)
// CHECK-NEXT:   jump b1
// CHECK-NEXT: b1: handler b6
// CHECK-NEXT:   %{{[0-9]+}} = call i32 @Op(2)
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $n
// CHECK-NEXT:   branch %{{[0-9]+}} b4 b2 if
// CHECK-NEXT: b2:
// CHECK-NEXT:   %{{[0-9]+}} = call i32 @Op(3)
// CHECK-NEXT:   jump b5
// CHECK-NEXT: b3: handler b6
// CHECK-NEXT:   %{{[0-9]+}} = call i32 @Op(2)
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $n
// CHECK-NEXT:   branch %{{[0-9]+}} b4 b6 if
// CHECK-NEXT: b4:
// CHECK-NEXT:   %{{[0-9]+}} = call i32 @Op(3)
// CHECK-NEXT:   jump b5
// CHECK-NEXT: b5:
// CHECK-NEXT:   %{{[0-9]+}} = call i32 @Op(4)
// CHECK-NEXT:   return
// CHECK-NEXT: b6:
// CHECK-NEXT:   %{{[0-9]+}} = call i32 @Op(3)
// CHECK-NEXT:   resume
// CHECK-NEXT: }

int in_switch(int n) {
  switch (n) {
  case 1:
    __try {
      Op(1);
      break;
    } __finally {
      Op(2);
    }
  case 2:
    return 4;
  }
  return n;
}
// CHECK-LABEL: func @in_switch(
// CHECK-NEXT: b0:
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $n
// CHECK-NEXT:   switch %{{[0-9]+}} b5 [1 b1, 2 b4] switch
// CHECK-NEXT: b1: handler b3
// CHECK-NEXT:   %{{[0-9]+}} = call i32 @Op(1)
// CHECK-NEXT:   jump b2
// CHECK-NEXT: b2:
// CHECK-NEXT:   %{{[0-9]+}} = call i32 @Op(2)
// CHECK-NEXT:   jump b5
// CHECK-NEXT: b3:
// CHECK-NEXT:   %{{[0-9]+}} = call i32 @Op(2)
// CHECK-NEXT:   resume
// CHECK-NEXT: b4:
// CHECK-NEXT:   return 4
// CHECK-NEXT: b5:
// CHECK-NEXT:   %{{[0-9]+}} = load i32 $n
// CHECK-NEXT:   return %{{[0-9]+}}
// CHECK-NEXT: }
