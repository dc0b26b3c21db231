// A name whose address is given where that of a GUID is wanted is a GUID; constants that are joined by "|" stay apart.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %dxgklint --quiet --emit-ir %s 2>/dev/null | %FileCheck %s
#include <guiddef.h>
struct row {
  const GUID *set;
  int count;
};
extern "C" int take(const row *rows);

// CHECK: global @HOUSE_SET %GUID extern constant
// CHECK-LABEL: func @use(
// CHECK-NOT: lost
// CHECK: store ptr(%GUID) @HOUSE_SET,
// CHECK: call i32 @take(
extern "C" int use(int kind)
{
  row rows[] = {{&HOUSE_SET, 1}, {&OTHER_SET, 2}};
  switch (kind) {
  case HOUSE_KIND_A:
  case HOUSE_KIND_B:
  case HOUSE_KIND_C:
  case HOUSE_KIND_D:
  case HOUSE_KIND_A | HOUSE_KIND_B:
  case HOUSE_KIND_B | HOUSE_KIND_C:
    return take(rows);
  }
  return 0;
}
