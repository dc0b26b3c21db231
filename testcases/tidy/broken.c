// A unit with errors: they are shown as ever, sound bodies are analysed, damaged ones are named. A header that is
// missing does not hide what is broken behind it.
// RUN: %check-tidy --check=%s --exit=1 -- -checks=-*,dxgk* %s -- %driver -I%S/Inputs
#include "create.h"
#include "no_such_header.h"

VOID sound(ADAPTER *Adapter)
{
  HANDLE allocation;
  (VOID)CreateScratch(Adapter, &allocation);
}

VOID damaged(ADAPTER *Adapter)
{
  HANDLE allocation;
  (VOID)CreateScratch(Adapter, &allocation);
  NameThatNothingDeclares.Field = 1;
}

VOID sound_too(ADAPTER *Adapter)
{
  HANDLE allocation;
  (VOID)CreateScratch(Adapter, &allocation);
}

// CHECK: broken.c:1:1: warning: dxgklint {{.*}} [dxgklint-self-test]
// CHECK: note: not analysed because of errors in them: 1, that is damaged
// CHECK: broken.c:5:10: error: 'no_such_header.h' file not found [clang-diagnostic-error]
// CHECK: broken.c:11:1: warning: {{.*}} [dxgk-leak]
// CHECK-NOT: warning:
// CHECK-NOT: error:
// CHECK: broken.c:24:1: warning: {{.*}} [dxgk-leak]
// CHECK-NOT: warning:
// CHECK-NOT: error:
