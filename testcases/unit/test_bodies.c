// Bodies that the rules carry for functions of the system: each can be read, is what its name says, and reaches a driver that
// only declares it. The engine leaves out without a word what cannot be read; this is where it would show.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// clang-format off: cmocka.h needs these before it
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <stdio.h>
#include <string.h>

#include "engine/engine.h"
#include "rulepack/builtin.h"

static const dxl_ir_function *function_named(const dxl_ir_module *module, const char *name) {
  for (uint32_t i = 0; i < module->functions.count; i++)
    if (strcmp(module->functions.items[i]->name, name) == 0)
      return module->functions.items[i];
  return NULL;
}

static dxl_ir_module *parse(const char *file, const char *text) {
  char *error = NULL;
  dxl_ir_module *module = dxl_ir_parse(file, text, strlen(text), &error);
  if (!module)
    fail_msg("%s: %s", file, error);
  return module;
}

static void each_body_is_the_function_of_its_name(void **state) {
  (void)state;
  size_t count, bodies = 0;
  const dxl_builtin_file *files = dxl_builtin_files(&count);
  for (size_t i = 0; i < count; i++) {
    const char *folder = strstr(files[i].path, "/bodies/");
    if (!folder)
      continue;
    bodies++;
    char name[128];
    assert_int_equal(sscanf(folder, "/bodies/%127[^.].ir", name), 1);
    char *error = NULL;
    dxl_ir_module *module = dxl_ir_parse(files[i].path, files[i].text, files[i].length, &error);
    if (!module)
      fail_msg("%s: %s", files[i].path, error);
    assert_null(dxl_ir_verify(module));
    const dxl_ir_function *function = function_named(module, name);
    assert_non_null(function);
    assert_int_equal(function->body, DXL_IR_LOWERED);
    // A driver gets all that the file defines.
    for (uint32_t k = 0; k < module->functions.count; k++)
      assert_true(module->functions.items[k] == function || module->functions.items[k]->body == DXL_IR_DECLARED);
    char text[256];
    snprintf(text, sizeof text, "dxlir 1\nmodule \"driver\"\ndeclare @%s() void\n", name);
    dxl_ir_module *unit = parse("driver.ir", text), *driver = dxl_engine_link("driver", &unit, 1);
    assert_non_null(driver);
    assert_int_equal(function_named(driver, name)->body, DXL_IR_LOWERED);
    dxl_ir_module_free(driver);
    dxl_ir_module_free(unit);
    dxl_ir_module_free(module);
  }
  assert_true(bodies > 0);
}

static void a_driver_keeps_its_own_body(void **state) {
  (void)state;
  dxl_ir_module *unit = parse("driver.ir", "dxlir 1\nmodule \"driver\"\n"
                                           "func @ExInterlockedRemoveHeadList(ptr $List) ptr {\n  return $List\n}\n");
  dxl_ir_module *driver = dxl_engine_link("driver", &unit, 1);
  assert_non_null(driver);
  assert_int_equal(driver->functions.count, 1);
  assert_int_equal(driver->functions.items[0]->blocks.count, 1);
  assert_int_equal(driver->functions.items[0]->blocks.items[0].instructions.count, 0);
  dxl_ir_module_free(driver);
  dxl_ir_module_free(unit);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(each_body_is_the_function_of_its_name),
      cmocka_unit_test(a_driver_keeps_its_own_body),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
