// A warning that the user made an error damages no body.
// RUN: %check-tidy --check=%s -- -checks=-*,dxgk* %s -- %driver -I%S/Inputs -Wunused-variable -Werror
#include "create.h"

VOID warned(ADAPTER *Adapter)
{
  int unused;
  HANDLE allocation;
  (VOID)CreateScratch(Adapter, &allocation);
}

// CHECK-NOT: not analysed
// CHECK: werror.c:10:1: warning: {{.*}} [dxgk-leak]
