// What the tests of the IR share: text to module, module to text, files of testcases/ir.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DXL_TESTCASES_IR_SUPPORT_H
#define DXL_TESTCASES_IR_SUPPORT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "ir/ir.h"

#ifndef DXL_SOURCE_DIR
#define DXL_SOURCE_DIR "."
#endif

/// The rest of a stream with a NUL behind it; to be released.
static inline char *read_stream(FILE *stream, size_t *length) {
  assert_int_equal(fseek(stream, 0, SEEK_END), 0);
  long size = ftell(stream);
  assert_true(size >= 0);
  rewind(stream);
  char *text = dxl_allocate((size_t)size + 1);
  *length = fread(text, 1, (size_t)size, stream);
  assert_int_equal(*length, size);
  text[*length] = '\0';
  return text;
}

static inline char *read_sample(const char *name, size_t *length) {
  char path[1024];
  snprintf(path, sizeof path, "%s/testcases/ir/%s", DXL_SOURCE_DIR, name);
  FILE *file = fopen(path, "rb");
  if (!file)
    fail_msg("cannot open %s", path);
  char *text = read_stream(file, length);
  fclose(file);
  return text;
}

static inline char *print_module(const dxl_ir_module *module) {
  FILE *file = tmpfile();
  assert_non_null(file);
  dxl_ir_print(module, file);
  size_t length;
  char *text = read_stream(file, &length);
  fclose(file);
  return text;
}

static inline dxl_ir_module *parse_text(const char *name, const char *text) {
  char *error = NULL;
  dxl_ir_module *module = dxl_ir_parse(name, text, strlen(text), &error);
  if (!module)
    fail_msg("%s", error);
  assert_null(error);
  return module;
}

/// The module's text contains a line (or part of one).
static inline void assert_prints(const dxl_ir_module *module, const char *part) {
  char *text = print_module(module);
  if (!strstr(text, part))
    fail_msg("'%s' is not in\n%s", part, text);
  dxl_release(text);
}

static inline void assert_sound(const dxl_ir_module *module) {
  char *wrong = dxl_ir_verify(module);
  if (wrong)
    fail_msg("%s", wrong);
}

/// Numbers that look random and are the same in every run.
static inline uint32_t next_random(uint64_t *state) {
  *state = *state * 6364136223846793005u + 1442695040888963407u;
  return (uint32_t)(*state >> 33);
}

#endif
