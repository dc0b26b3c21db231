// An analysis in parts finds and counts what the whole one does, in whatever order the parts are done.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// clang-format off: cmocka.h needs these before it
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <string.h>

#include "base/array.h"
#include "engine/engine.h"

static const char rules_text[] = "pack: first\n"
                                 "resources:\n"
                                 "  - {id: thing, title: thing, kind: handle}\n"
                                 "calls:\n"
                                 "  - {name: TakeThing, acquires: [{resource: thing, value: return, success: return != NULL, failed_value: 0}]}\n"
                                 "  - {name: DropThing, releases: [{resource: thing, value: arg0}]}\n"
                                 "  - {name: Passive, irql_max: PASSIVE_LEVEL}\n";
static const char more_text[] = "pack: second\n"
                                "resources:\n"
                                "  - {id: other, title: widget, kind: handle}\n"
                                "calls:\n"
                                "  - {name: TakeOther, acquires: [{resource: other, value: return, success: return != NULL, failed_value: 0}]}\n"
                                "  - {name: DropOther, releases: [{resource: other, value: arg0}]}\n";

static const char driver_text[] = "dxlir 1\n"
                                  "module \"driver\"\n"
                                  "file 0 \"driver.c\"\n"
                                  "declare @TakeThing() ptr\n"
                                  "declare @TakeOther() ptr\n"
                                  "declare @DropOther(ptr) void\n"
                                  "func @loses_thing() void at 0:1:1 {\n"
                                  "  %0 = call ptr @TakeThing() !2:3\n"
                                  "  return !3:1\n"
                                  "}\n"
                                  "func @loses_other() void at 0:5:1 {\n"
                                  "  %0 = call ptr @TakeOther() !6:3\n"
                                  "  return !7:1\n"
                                  "}\n"
                                  "func @drops_twice() void at 0:9:1 {\n"
                                  "  %0 = call ptr @TakeOther() !10:3\n"
                                  "  call void @DropOther(%0) !11:3\n"
                                  "  call void @DropOther(%0) !12:3\n"
                                  "  return !13:1\n"
                                  "}\n";

static dxl_rules *read_rules(bool with_second) {
  dxl_rules *rules = dxl_rules_new();
  dxl_rule_errors errors = {0};
  dxl_rules_add_text(rules, "first.yaml", rules_text, strlen(rules_text), &errors);
  if (with_second)
    dxl_rules_add_text(rules, "second.yaml", more_text, strlen(more_text), &errors);
  if (!dxl_rules_finish(rules, &errors) || errors.count)
    fail_msg("%s", errors.count ? errors.items[0].message : "rules");
  return rules;
}

static dxl_ir_module *read_driver(const char *text) {
  char *error = NULL;
  dxl_ir_module *module = dxl_ir_parse("driver.ir", text, strlen(text), &error);
  if (!module)
    fail_msg("%s", error);
  return module;
}

/// The whole where `parts` is 0; else its parts, the last one first.
static dxl_findings *analyse(const dxl_ir_module *module, const dxl_rules *rules, uint32_t parts, dxl_engine_summary *summary) {
  const dxl_engine_options options = {.whole_driver = true, .level = DXL_LEVEL_WARNING};
  dxl_findings *all = dxl_findings_new();
  if (!parts)
    dxl_engine_run(module, rules, &options, all, summary);
  for (uint32_t i = parts; i-- > 0;) {
    dxl_findings *some = dxl_findings_new();
    dxl_engine_run_part(module, rules, &options, i, some, summary);
    dxl_findings_merge(all, some);
    dxl_findings_free(some);
  }
  dxl_findings_sort(all);
  return all;
}

static void compare(const char *driver, bool with_second, uint32_t expected) {
  dxl_rules *rules = read_rules(with_second);
  dxl_ir_module *module = read_driver(driver);
  dxl_engine_summary summary = {0}, of_parts = {0};
  const uint32_t parts = dxl_engine_parts(rules);
  assert_int_equal(parts, with_second ? 3 : 2);
  dxl_findings *whole = analyse(module, rules, 0, &summary), *pieces = analyse(module, rules, parts, &of_parts);
  size_t length[2];
  uint8_t *bytes[2] = {dxl_findings_write(whole, &length[0]), dxl_findings_write(pieces, &length[1])};
  assert_int_equal(whole->items.count, expected);
  assert_int_equal(length[0], length[1]);
  assert_memory_equal(bytes[0], bytes[1], length[0]);
  assert_int_equal(summary.functions, of_parts.functions);
  assert_int_equal(summary.functions_explored, of_parts.functions_explored);
  assert_int_equal(summary.acquire_sites, of_parts.acquire_sites);
  assert_int_equal(summary.release_sites, of_parts.release_sites);
  assert_int_equal(summary.roots, of_parts.roots);
  for (int i = 0; i < 2; i++)
    dxl_release(bytes[i]);
  dxl_array_free(&summary.incomplete);
  dxl_array_free(&of_parts.incomplete);
  dxl_findings_free(whole);
  dxl_findings_free(pieces);
  dxl_ir_module_free(module);
  dxl_rules_free(rules);
}

static void parts_find_what_the_whole_finds(void **state) {
  (void)state;
  compare(driver_text, true, 5);
  compare(driver_text, false, 1);
}

static void a_driver_without_resources_is_explored_once(void **state) {
  (void)state;
  compare("dxlir 1\n"
          "module \"driver\"\n"
          "file 0 \"driver.c\"\n"
          "declare @Passive() void\n"
          "func @at_dispatch() void at 0:1:1 annotate \"_IRQL_requires_\" \"DISPATCH_LEVEL\" {\n"
          "  call void @Passive() !2:3\n"
          "  return !3:1\n"
          "}\n",
          true, 1);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(parts_find_what_the_whole_finds),
      cmocka_unit_test(a_driver_without_resources_is_explored_once),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
