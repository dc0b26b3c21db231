// A structure that is named and never defined has the members that it is used with; an initialiser takes what nothing declares as a
// constant; a table that is not known in full is not known at all; any arguments go to a function that nothing declares, in C23 too.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %dxl-emit-ir --quiet %s -- --target=x86_64-pc-windows-msvc -fms-extensions | %FileCheck %s
// RUN: %dxl-emit-ir --quiet %s -- --target=x86_64-pc-windows-msvc -fms-extensions -std=c2x | %FileCheck %s
typedef struct panel Panel;
struct code { unsigned Code; void (*Handler)(int); };
static void handler(int a) { (void)a; }
#define CODE(c, f) { (c), (f) }
struct code codes[] = { CODE(UNKNOWN_ONE, handler), CODE(UNKNOWN_TWO, handler) };
extern int elsewhere;
struct code partly[] = { { 1, handler }, { elsewhere, handler } };
// CHECK: record %Panel tag panel assumed
// CHECK: global @codes [2 x %code] at {{[0-9:]+}} {
// CHECK: 8 = @handler
// CHECK: global @partly [2 x %code] at {{[0-9:]+$}}

int members(Panel *a, struct panel *b) { return a->width + b->width; }
// CHECK-LABEL: func @members(ptr(%Panel) $a {{.*}}, ptr(%Panel) $b
// CHECK: field %{{[0-9]+}} %Panel.width +[[#OFFSET:]] as ptr(u64)
// CHECK: field %{{[0-9]+}} %Panel.width +[[#OFFSET]] as ptr(u64)

int arguments(int a) { return unknown_work(a, 1, "x"); }
// CHECK-LABEL: func @arguments(
// CHECK: call i32 @unknown_work(%{{[0-9]+}}, 1, "x")

#define UNKNOWN_DOMAIN UNKNOWN_PARTNER
int in_a_definition(int *p) { return *p = (unknown_domain_t)UNKNOWN_DOMAIN; }
// CHECK-LABEL: func @in_a_definition(
// CHECK: load i32 @UNKNOWN_PARTNER

int by_an_arrow(void *p) {
  PUnknownPanel panel = (PUnknownPanel)p;
  panel->Height = 2;
  return panel->Width;
}
// CHECK-LABEL: func @by_an_arrow(
// CHECK: local $panel ptr(%dxl_unknown_PUnknownPanel)
// CHECK: field %{{[0-9]+}} %{{.*}}.Height

void unknown_say(const char *);
void beside_a_text(void) {
  const char *name = "a " UNKNOWN_VERSION;
  unknown_say("b " UNKNOWN_PREFIX " c");
  unknown_say(name);
}
// CHECK-LABEL: func @beside_a_text(
// CHECK: store ptr(i8) "a ", $name
// CHECK: call void @unknown_say("b  c")
