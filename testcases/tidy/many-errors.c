// More errors than the compiler shows: those that it keeps to itself still say which bodies are damaged.
// RUN: %check-tidy --check=%s --exit=1 -- -checks=-*,dxgk* %s -- %driver -I%S/Inputs -ferror-limit=3
#include "create.h"

VOID a(VOID) { one.Field = 1; }
VOID b(VOID) { two.Field = 1; }
VOID c(VOID) { three.Field = 1; }
VOID d(VOID) { four.Field = 1; }

VOID sound(ADAPTER *Adapter)
{
  HANDLE allocation;
  (VOID)CreateScratch(Adapter, &allocation);
}

VOID damaged(ADAPTER *Adapter)
{
  HANDLE allocation;
  (VOID)CreateScratch(Adapter, &allocation);
  five.Field = 1;
}

// CHECK: note: not analysed because of errors in them: 5, that is a, b, c, d, damaged
// CHECK: many-errors.c:14:1: warning: {{.*}} [dxgk-leak]
// CHECK-NOT: warning:
