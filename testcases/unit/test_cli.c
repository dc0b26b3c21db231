// Tests of checkers/cli: the command line, child processes and what they hand back.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "cli/options.h"
#include "cli/wire.h"
#include "cli/worker.h"

// ---- Options
// ---------------------------------------------------------------------------------------------------------

#define PARSE(options, ...)                                                                                            \
  do {                                                                                                                 \
    char *words[] = {"dxgklint", __VA_ARGS__};                                                                         \
    dxl_options_parse(options, (int)(sizeof words / sizeof *words), words);                                            \
  } while (0)

static void every_spelling_of_an_option(void **state) {
  (void)state;
  dxl_options options;
  PARSE(&options, "-j4", "--sarif", "a.sarif", "--checks=x", "-k", "-p=db", "a.c", "-", "b.c", "--", "-DX", "--sarif");
  assert_null(options.mistake);
  assert_int_equal(options.jobs, 4);
  assert_string_equal(options.sarif, "a.sarif");
  assert_string_equal(options.checks, "x");
  assert_true(options.keep_going);
  assert_string_equal(options.database, "db");
  assert_int_equal(options.paths.count, 3);
  assert_int_equal(options.arguments.count, 2);
  assert_string_equal(options.arguments.items[1], "--sarif");
  dxl_options_free(&options);
  PARSE(&options, "--emit-ir=linked", "-j", "2", "-j=3", "a.c");
  assert_null(options.mistake);
  assert_int_equal(options.action, DXL_ACTION_EMIT_IR);
  assert_true(options.linked_ir);
  assert_int_equal(options.jobs, 3);
  dxl_options_free(&options);
}

static void assert_mistake(const dxl_options *options, const char *what) {
  assert_non_null(options->mistake);
  if (!strstr(options->mistake, what))
    fail_msg("'%s' is not in '%s'", what, options->mistake);
}

static void mistakes_are_told_with_what_was_meant(void **state) {
  (void)state;
  dxl_options options;
  PARSE(&options, "--confguration=x", "a.c");
  assert_mistake(&options, "did you mean '--configuration'?");
  dxl_options_free(&options);
  PARSE(&options, "--conf=x", "a.c");
  assert_mistake(&options, "did you mean '--configuration'?");
  dxl_options_free(&options);
  PARSE(&options, "--xyzzyxyzzy", "a.c");
  assert_mistake(&options, "--help lists all");
  dxl_options_free(&options);
  PARSE(&options, "-j", "99999999999999999999", "a.c");
  assert_mistake(&options, "is no number from 1 to 256");
  dxl_options_free(&options);
  PARSE(&options, "-j", "0x4", "a.c");
  assert_mistake(&options, "'0x4' is no number");
  dxl_options_free(&options);
  PARSE(&options, "--sarif", "--", "a.c");
  assert_mistake(&options, "--sarif needs a value");
  dxl_options_free(&options);
  PARSE(&options, "--color=blue", "a.c");
  assert_mistake(&options, "--color: unknown value 'blue'");
  dxl_options_free(&options);
  PARSE(&options, "--quiet");
  assert_mistake(&options, "no path given");
  dxl_options_free(&options);
}

static void very_long_names_are_cut(void **state) {
  (void)state;
  char *name = malloc(100002);
  memset(name, '-', 100001);
  name[100001] = 0;
  dxl_options options;
  PARSE(&options, name, "a.c");
  assert_non_null(options.mistake);
  dxl_options_free(&options);
  free(name);
}

// ---- Workers
// ---------------------------------------------------------------------------------------------------------

enum { TASKS = 9 };

typedef struct outcome {
  dxl_task_end ends[TASKS];
  uint32_t order[TASKS], sizes[TASKS], count;
} outcome;

static void run_task(void *user, uint32_t task, dxl_bytes *out) {
  (void)user;
  static const char text[] = "some";
  switch (task) {
  case 1:
    usleep(200000);
    break;
  case 2:
    signal(SIGSEGV, SIG_DFL);
    raise(SIGSEGV);
    break;
  case 3:
    _exit(5);
  case 4:
    for (;;)
      pause();
  case 5: {
    char *large = calloc(1, 3000000); // more than a pipe holds
    dxl_bytes_add(out, large, 3000000);
    free(large);
    return;
  }
  case 6:
    abort();
  case 7:
    _exit(0); // without its result
  default:
    break;
  }
  dxl_bytes_add(out, text, sizeof text);
}

static void task_done(void *user, uint32_t task, dxl_task_result *result) {
  outcome *all = user;
  all->order[all->count++] = task;
  all->ends[task] = result->end;
  all->sizes[task] = result->bytes.count;
  const dxl_worker limits = {.timeout = 1, .memory = 100};
  char *text = dxl_task_describe(result, &limits);
  assert_non_null(text);
  free(text);
}

static void what_happens_to_a_task_stays_there(void **state) {
  (void)state;
  for (uint32_t jobs = 1; jobs <= 4; jobs += 3) {
    outcome all = {.count = 0};
    const dxl_worker worker = {.jobs = jobs, .timeout = 1, .user = &all, .run = run_task, .done = task_done};
    dxl_worker_run(&worker, TASKS);
    assert_int_equal(all.count, TASKS);
    for (uint32_t n = 0; n < TASKS; n++)
      assert_int_equal(all.order[n], n);
    static const dxl_task_end expected[TASKS] = {DXL_TASK_DONE,   DXL_TASK_DONE,    DXL_TASK_SIGNAL,
                                                 DXL_TASK_FAILED, DXL_TASK_TIMEOUT, DXL_TASK_DONE,
                                                 DXL_TASK_SIGNAL, DXL_TASK_FAILED,  DXL_TASK_DONE};
    for (uint32_t n = 0; n < TASKS; n++)
      assert_int_equal(all.ends[n], expected[n]);
    assert_int_equal(all.sizes[0], 5);
    assert_int_equal(all.sizes[5], 3000000);
  }
}

static void no_task_is_no_trouble(void **state) {
  (void)state;
  const dxl_worker worker = {.jobs = 3};
  dxl_worker_run(&worker, 0);
}

// ---- Wire
// ------------------------------------------------------------------------------------------------------------

static void what_is_cut_off_is_known(void **state) {
  (void)state;
  dxl_bytes bytes = {0};
  dxl_wire_u32(&bytes, 7);
  dxl_wire_text(&bytes, "text");
  dxl_wire_text(&bytes, NULL);
  const dxl_remark remark = {DXL_IR_NOTE_ERROR, "a.c", 1, 2, "wrong"};
  dxl_wire_remark(&bytes, &remark);
  for (uint32_t length = 0; length <= bytes.count; length++) {
    dxl_arena *arena = dxl_arena_new();
    dxl_reader reader = {bytes.items, bytes.items + length, false, arena};
    const uint32_t number = dxl_read_u32(&reader);
    const char *text = dxl_read_text(&reader);
    const char *none = dxl_read_text(&reader);
    const dxl_remark copy = dxl_read_remark(&reader);
    assert_null(none);
    assert_int_equal(reader.is_broken, length < bytes.count);
    if (length == bytes.count) {
      assert_int_equal(number, 7);
      assert_string_equal(text, "text");
      assert_int_equal(copy.level, DXL_IR_NOTE_ERROR);
      assert_string_equal(copy.file, "a.c");
      assert_string_equal(copy.text, "wrong");
    }
    dxl_arena_free(arena);
  }
  dxl_array_free(&bytes);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_spelling_of_an_option), cmocka_unit_test(mistakes_are_told_with_what_was_meant),
      cmocka_unit_test(very_long_names_are_cut),     cmocka_unit_test(what_happens_to_a_task_stays_there),
      cmocka_unit_test(no_task_is_no_trouble),       cmocka_unit_test(what_is_cut_off_is_known),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
