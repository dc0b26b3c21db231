// Suppression comments are clang-tidy's own business: on the line, on the line before, by block, for one check.
// RUN: %check-tidy --check=%s --exit=0 -- -checks=-*,dxgk-* %s -- %driver -I%S/Inputs
#include "create.h"

VOID plain(ADAPTER *Adapter)
{
  HANDLE allocation;
  (VOID)CreateScratch(Adapter, &allocation);
} // reported

VOID same_line(ADAPTER *Adapter)
{
  HANDLE allocation;
  (VOID)CreateScratch(Adapter, &allocation);
} // NOLINT

VOID line_before(ADAPTER *Adapter)
{
  HANDLE allocation;
  (VOID)CreateScratch(Adapter, &allocation);
  // NOLINTNEXTLINE(dxgk-leak)
}

// NOLINTBEGIN(dxgk-*)
VOID block(ADAPTER *Adapter)
{
  HANDLE allocation;
  (VOID)CreateScratch(Adapter, &allocation);
}
// NOLINTEND(dxgk-*)

VOID other_check(ADAPTER *Adapter)
{
  HANDLE allocation;
  (VOID)CreateScratch(Adapter, &allocation);
} // NOLINT(dxgk-irql)

// CHECK: nolint.c:9:1: warning: {{.*}} [dxgk-leak]
// CHECK-NOT: warning:
// CHECK: nolint.c:36:1: warning: {{.*}} [dxgk-leak]
// CHECK-NOT: warning:
// CHECK: Suppressed {{[1-9][0-9]*}} warnings
