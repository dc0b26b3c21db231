// Options of the module: rules of the user's own, packs, level; named by the module, by any check, or by "dxgk-*".
// RUN: cd %S && %check-tidy --check=%s --exit=0 -- -checks=-*,dxgk-* "-config={CheckOptions: [{key: dxgk.Rules, value: Inputs/rules/hal.yaml}]}" %s -- %driver -I%S/Inputs
// RUN: cd %S && %check-tidy --check=%s --exit=0 -- -checks=-*,dxgk-leak "-config={CheckOptions: [{key: dxgk-leak.Rules, value: '%S/Inputs/rules; '}]}" %s -- %driver -I%S/Inputs
// RUN: %check-tidy --check=%s --exit=0 --prefix=PLAIN -- -checks=-*,dxgk-* %s -- %driver -I%S/Inputs
// RUN: %check-tidy --check=%s --exit=0 --prefix=NOTHING -- -checks=-*,dxgk-* "-config={CheckOptions: [{key: dxgk-*.Level, value: error}]}" %s -- %driver -I%S/Inputs
// RUN: %check-tidy --check=%s --exit=0 --prefix=NOTHING -- -checks=-*,dxgk-* "-config={CheckOptions: [{key: dxgk-leak.Level, value: error}]}" %s -- %driver -I%S/Inputs
// RUN: %check-tidy --check=%s --exit=0 --prefix=PLAIN -- -checks=-*,dxgk-* "-config={CheckOptions: [{key: dxgk.Level, value: error}, {key: dxgk-leak.Level, value: warning}]}" %s -- %driver -I%S/Inputs
// RUN: %check-tidy --check=%s --exit=0 --prefix=NOTHING -- -checks=-*,dxgk-* "-config={CheckOptions: [{key: dxgk.Packs, value: 'wdm-base; '}]}" %s -- %driver -I%S/Inputs
#include "create.h"

HANDLE HalOpenRing(ULONG Index);
VOID HalCloseRing(HANDLE Ring);

VOID rings(BOOLEAN Early)
{
  HANDLE ring = HalOpenRing(1);
  if (ring == NULL || Early)
    return; // only with the rules of this HAL
  HalCloseRing(ring);
}

VOID plain(ADAPTER *Adapter)
{
  HANDLE allocation;
  (VOID)CreateScratch(Adapter, &allocation);
}

// CHECK: options.c:18:5: warning: ring is leaked: {{.*}} [dxgk-leak]
// CHECK: options.c:26:1: warning: context allocation is leaked: {{.*}} [dxgk-leak]
// PLAIN-NOT: warning:
// PLAIN: options.c:26:1: warning: context allocation is leaked: {{.*}} [dxgk-leak]
// PLAIN-NOT: warning:
// NOTHING-NOT: warning:
