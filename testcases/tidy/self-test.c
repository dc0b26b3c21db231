// The self-test says that the module is there, once per unit, whatever else is found; dxgk-* alone is silent here.
// RUN: %check-tidy --check=%s --exit=0 -- -checks=-*,dxgklint-self-test %s --
// RUN: %check-tidy --check=%s --exit=0 --prefix=ALL -- -checks=-*,dxgk* %s --
// RUN: %check-tidy --check=%s --exit=0 --prefix=SILENT -- -checks=-*,dxgk-* %s --
// RUN: %check-tidy --check=%s --exit=1 --prefix=ERROR -- -checks=-*,dxgk* -warnings-as-errors=dxgklint-self-test %s --
int main(void) { return 0; }

// CHECK: self-test.c:1:1: warning: dxgklint {{[0-9.]+}} is loaded into clang-tidy {{14|19|22}}; rule packs: {{.*}}wddm-context-allocation{{.*}} [dxgklint-self-test]
// CHECK-NOT: warning:
// ALL: self-test.c:1:1: warning: dxgklint {{.*}} [dxgklint-self-test]
// ALL: self-test.c:1:1: note: functions: 1 ({{.*}}); driver entry points: 0; call sites: 0 acquire, 0 release, 0 use
// ALL-NOT: warning:
// SILENT-NOT: warning:
// ERROR: error: dxgklint {{.*}} [dxgklint-self-test
