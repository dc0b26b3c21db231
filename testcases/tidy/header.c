// What is found in a header is shown as clang-tidy's header filter says, at its place.
// RUN: %check-tidy --check=%s --exit=0 -- -checks=-*,dxgk-leak -header-filter=.*leaks.h %s -- %driver -I%S/Inputs
// RUN: %check-tidy --check=%s --exit=0 --prefix=HIDDEN -- -checks=-*,dxgk-leak -header-filter=no/such %s -- %driver -I%S/Inputs
#include "leaks.h"

VOID clean(VOID)
{
}

// CHECK: leaks.h:10:1: warning: {{.*}} [dxgk-leak]
// HIDDEN-NOT: warning: {{.*}} [dxgk-leak]
