// Tests of checkers/report: globs, fingerprints, baselines, suppressions, names and columns in SARIF, transfer of
// findings. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "report/report.h"

// ---- Helpers
// ---------------------------------------------------------------------------------------------------------

static dxl_finding *add(dxl_findings *findings, const char *check, const char *file, uint32_t line, const char *cause) {
  dxl_finding *finding = dxl_finding_new(findings);
  finding->check = check;
  finding->level = DXL_LEVEL_WARNING;
  finding->message = "it is lost";
  finding->position = (dxl_position){file, line, 3, NULL};
  finding->function = "Create";
  finding->cause = cause;
  dxl_finding_add_step(findings, finding, (dxl_step){DXL_STEP_END, 0, {file, line, 3, NULL}, "still live here"});
  dxl_findings_add(findings, finding);
  return finding;
}

/// What a writer prints; owned by the caller.
static char *written(const dxl_findings *findings, const dxl_report_options *options) {
  char *text = NULL;
  size_t size = 0;
  FILE *out = open_memstream(&text, &size);
  assert_non_null(out);
  assert_true(dxl_report_write(findings, options, out));
  fclose(out);
  return text;
}

static void assert_contains(const char *text, const char *part) {
  if (!strstr(text, part))
    fail_msg("'%s' is not in:\n%s", part, text);
}

// ---- Globs
// -----------------------------------------------------------------------------------------------------------

static void globs_are_decided_by_the_last_match(void **state) {
  (void)state;
  assert_true(dxl_globs_match("dxgk-leak", "dxgk-leak"));
  assert_false(dxl_globs_match("dxgk-leak", "dxgk-leaks"));
  assert_true(dxl_globs_match("*", "dxgk-leak"));
  assert_true(dxl_globs_match("dxgk-*", "dxgk-leak"));
  assert_true(dxl_globs_match(" dxgk-irql , dxgk-leak ", "dxgk-leak"));
  assert_false(dxl_globs_match("dxgk-*,-dxgk-leak", "dxgk-leak"));
  assert_true(dxl_globs_match("-*,dxgk-l*k", "dxgk-leak"));
  assert_false(dxl_globs_match("", "dxgk-leak"));
}

static void globs_of_many_stars_end(void **state) {
  (void)state;
  assert_false(dxl_globs_match("*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"));
}

// ---- Fingerprints
// ----------------------------------------------------------------------------------------------------

static const char *fingerprint(const char *text, uint32_t line, uint32_t acquired, const char *cause) {
  static char result[64];
  dxl_findings *findings = dxl_findings_new();
  dxl_sources *sources = dxl_sources_new();
  dxl_sources_add(sources, "a/b.c", text, strlen(text));
  dxl_finding *finding = add(findings, "dxgk-leak", "a/b.c", line, cause);
  if (acquired)
    finding->acquired = (dxl_position){"a/b.c", acquired, 1, NULL};
  dxl_report_fingerprints(findings, sources);
  snprintf(result, sizeof result, "%s", finding->fingerprint);
  dxl_findings_free(findings);
  dxl_sources_free(sources);
  return result;
}

static void fingerprints_outlive_moved_lines(void **state) {
  (void)state;
  char first[64];
  snprintf(first, sizeof first, "%s", fingerprint("create();\nreturn 1;\n", 2, 1, "ring@Create+1"));
  assert_string_equal(first, fingerprint("\n\n  create();\n\n\treturn 1;\n", 5, 3, "ring@Create+3"));
  assert_string_equal(first, fingerprint("create();\r\nreturn  1;\r\n", 2, 1, "ring@Create+1"));
  assert_string_not_equal(first, fingerprint("create();\nreturn 2;\n", 2, 1, "ring@Create+1"));
  assert_string_not_equal(first, fingerprint("make();\nreturn 1;\n", 2, 1, "ring@Create+1"));
  assert_string_not_equal(first, fingerprint("create();\nreturn 1;\n", 2, 1, "ring@Make+1"));
}

static void equal_findings_are_numbered(void **state) {
  (void)state;
  dxl_findings *findings = dxl_findings_new();
  const dxl_finding *first = add(findings, "dxgk-leak", "gone.c", 2, "ring@Create+1");
  const dxl_finding *second = add(findings, "dxgk-leak", "gone.c", 9, "ring@Create+1");
  dxl_report_fingerprints(findings, NULL);
  assert_memory_equal(first->fingerprint, second->fingerprint, 16);
  assert_string_equal(first->fingerprint + 16, ":1");
  assert_string_equal(second->fingerprint + 16, ":2");
  dxl_findings_free(findings);
}

// ---- Baselines
// -------------------------------------------------------------------------------------------------------

static void assert_no_baseline(const char *text, const char *what) {
  char *error = NULL;
  assert_null(dxl_baseline_parse("known.txt", text, strlen(text), &error));
  assert_contains(error, what);
  dxl_release(error);
}

static void wrong_baselines_have_a_line(void **state) {
  (void)state;
  assert_no_baseline("", "known.txt:1: not a baseline");
  assert_no_baseline("dxgklint-baseline 2\n", "known.txt:1: not a baseline");
  assert_no_baseline("dxgklint-baseline 1\n\nnonsense\n", "known.txt:3: expected a fingerprint");
  assert_no_baseline("dxgklint-baseline 1\n0123456789abcdef\n", "known.txt:2: expected a fingerprint");
  assert_no_baseline("dxgklint-baseline 1\n0123456789abcdef:\n", "known.txt:2: expected a fingerprint");
  assert_no_baseline("dxgklint-baseline 1\n0123456789ABCDEF:1 x\n", "known.txt:2: expected a fingerprint");
}

static void baselines_know_what_they_wrote(void **state) {
  (void)state;
  dxl_findings *findings = dxl_findings_new();
  add(findings, "dxgk-leak", "a.c", 2, "one");
  dxl_finding *commented = add(findings, "dxgk-leak", "a.c", 3, "two");
  commented->is_suppressed = true;
  commented->suppression = "NOLINT";
  dxl_report_fingerprints(findings, NULL);
  const dxl_report_options options = {.level = DXL_LEVEL_WARNING};
  char *text = NULL;
  size_t size = 0;
  FILE *out = open_memstream(&text, &size);
  assert_true(dxl_baseline_write(findings, &options, out));
  fputs("# a comment\r\n\r\nffffffffffffffff:1 gone\r\n", out);
  fclose(out);
  dxl_baseline *baseline = dxl_baseline_parse("known.txt", text, size, NULL);
  assert_non_null(baseline);
  uint32_t stale = 0;
  assert_int_equal(dxl_baseline_apply(baseline, findings, &stale), 1);
  assert_int_equal(stale, 1);
  assert_string_equal(findings->items.items[0]->suppression, "baseline");
  assert_string_equal(commented->suppression, "NOLINT");
  assert_int_equal(dxl_report_count(findings, &options), 0);
  dxl_baseline_free(baseline);
  free(text);
  dxl_findings_free(findings);
}

// ---- Suppressions
// ----------------------------------------------------------------------------------------------------

typedef struct comment {
  dxl_ir_suppression_kind kind;
  uint32_t line;
  const char *checks;
} comment;

/// How many of the findings on lines 1 to 9 the comments suppress, as digits of the lines: "23".
static const char *suppressed(const comment *comments, size_t count, uint32_t *unmatched) {
  static char lines[16];
  dxl_ir_module *module = dxl_ir_module_new("m");
  const uint32_t file = dxl_ir_file(module, "a.c");
  for (size_t n = 0; n < count; n++) {
    const dxl_ir_suppression suppression = {.kind = comments[n].kind,
                                            .file = file,
                                            .line = comments[n].line,
                                            .checks =
                                                comments[n].checks ? dxl_ir_text(module, comments[n].checks) : NULL};
    dxl_array_push(&module->suppressions, suppression);
  }
  dxl_findings *findings = dxl_findings_new();
  for (uint32_t line = 1; line <= 9; line++)
    add(findings, "dxgk-leak", "a.c", line, "cause");
  dxl_report_notes notes = {0};
  dxl_report_suppress(findings, module, &notes);
  size_t used = 0;
  for (uint32_t n = 0; n < findings->items.count; n++)
    if (findings->items.items[n]->is_suppressed)
      lines[used++] = (char)('0' + findings->items.items[n]->position.line);
  lines[used] = 0;
  *unmatched = notes.count;
  dxl_array_free(&notes);
  dxl_findings_free(findings);
  dxl_ir_module_free(module);
  return lines;
}

static void comments_suppress_their_lines(void **state) {
  (void)state;
  uint32_t unmatched = 0;
  const comment line[] = {
      {DXL_IR_NOLINT, 2, NULL}, {DXL_IR_NOLINT_NEXT_LINE, 4, "dxgk-*"}, {DXL_IR_NOLINT, 7, "dxgk-irql"}};
  assert_string_equal(suppressed(line, 3, &unmatched), "25");
  assert_int_equal(unmatched, 0);
  const comment nested[] = {{DXL_IR_NOLINT_BEGIN, 1, NULL},
                            {DXL_IR_NOLINT_BEGIN, 2, "dxgk-leak"},
                            {DXL_IR_NOLINT_END, 3, "dxgk-leak"},
                            {DXL_IR_NOLINT_END, 5, NULL}};
  assert_string_equal(suppressed(nested, 4, &unmatched), "2345");
  assert_int_equal(unmatched, 0);
}

static void unbalanced_blocks_suppress_nothing(void **state) {
  (void)state;
  uint32_t unmatched = 0;
  const comment open[] = {{DXL_IR_NOLINT_BEGIN, 2, NULL}};
  assert_string_equal(suppressed(open, 1, &unmatched), "");
  assert_int_equal(unmatched, 1);
  const comment stray[] = {{DXL_IR_NOLINT_END, 2, NULL}};
  assert_string_equal(suppressed(stray, 1, &unmatched), "");
  assert_int_equal(unmatched, 1);
  const comment other[] = {{DXL_IR_NOLINT_BEGIN, 2, "dxgk-leak"}, {DXL_IR_NOLINT_END, 4, "dxgk-irql"}};
  assert_string_equal(suppressed(other, 2, &unmatched), "");
  assert_int_equal(unmatched, 2);
}

// ---- Writers
// ---------------------------------------------------------------------------------------------------------

static void file_names_become_uris(void **state) {
  (void)state;
  static const struct {
    const char *root, *directory, *file, *uri;
  } cases[] = {
      {"/src", NULL, "/src/a.c", "\"uri\": \"a.c\""},
      {"/src", "/src/deep", "../b.c", "\"uri\": \"b.c\""},
      {"/src", NULL, "./x/../a b#%.c", "\"uri\": \"a%20b%23%25.c\""},
      {"/src", NULL, "/srcs/a.c", "\"uri\": \"file:///srcs/a.c\""},
      {"/src", NULL, "../a.c", "\"uri\": \"file:///a.c\""},
      {"/", NULL, "/a.c", "\"uri\": \"a.c\""},
      {"C:\\src", NULL, "C:\\src\\d\\a.c", "\"uri\": \"d/a.c\""},
      {"/src", NULL, "C:\\d\\a.c", "\"uri\": \"file:///C:/d/a.c\""},
      {"/src", NULL, "\\\\host\\share\\a.c", "\"uri\": \"file://host/share/a.c\""},
      {"/src", NULL, "caf\xC3\xA9.c", "\"uri\": \"caf%C3%A9.c\""},
      {"/src", NULL, "caf\xE9.c", "\"uri\": \"caf%E9.c\""},
  };
  for (size_t n = 0; n < sizeof cases / sizeof *cases; n++) {
    dxl_findings *findings = dxl_findings_new();
    add(findings, "dxgk-leak", cases[n].file, 1, "cause");
    const dxl_report_options options = {
        .format = DXL_REPORT_SARIF, .root = cases[n].root, .directory = cases[n].directory};
    char *text = written(findings, &options);
    assert_contains(text, cases[n].uri);
    free(text);
    dxl_findings_free(findings);
  }
}

static void texts_cannot_break_out(void **state) {
  (void)state;
  dxl_findings *findings = dxl_findings_new();
  dxl_finding *finding = add(findings, "dxgk-leak", "a\"\n.c", 1, "cause");
  finding->message = "\x1b[31m {0} [x](y) \"\\\" \xFF";
  dxl_report_options options = {.format = DXL_REPORT_SARIF};
  char *text = written(findings, &options);
  assert_contains(text, "\"text\": \"\\u001b[31m {{0}} [x\\\\](y) \\\"\\\\\\\" \xEF\xBF\xBD\"");
  free(text);
  options.format = DXL_REPORT_TEXT;
  text = written(findings, &options);
  assert_null(strchr(text, 0x1b));
  assert_contains(text, "a\" .c:1:3: warning:  [31m {0}");
  free(text);
  options.format = DXL_REPORT_GITHUB;
  text = written(findings, &options);
  assert_contains(text, "file=a\"%0A.c,line=1");
  free(text);
  dxl_findings_free(findings);
}

static void columns_are_utf16_units(void **state) {
  (void)state;
  dxl_sources *sources = dxl_sources_new();
  static const char text[] = "\xEF\xBB\xBF"
                             "ab\n\xC3\xA9\xF0\x9F\x98\x80x\n\xFFz\n";
  dxl_sources_add(sources, "a.c", text, sizeof text - 1);
  assert_int_equal(dxl_sources_utf16_column(sources, "a.c", 1, 4), 1);
  assert_int_equal(dxl_sources_utf16_column(sources, "a.c", 1, 5), 2);
  assert_int_equal(dxl_sources_utf16_column(sources, "a.c", 2, 3), 2);
  assert_int_equal(dxl_sources_utf16_column(sources, "a.c", 2, 7), 4);
  assert_int_equal(dxl_sources_utf16_column(sources, "a.c", 3, 2), 2);
  assert_int_equal(dxl_sources_utf16_column(sources, "a.c", 9, 7), 7);
  dxl_sources_free(sources);
}

static void snippets_are_printable(void **state) {
  (void)state;
  static const char line[] = "\tx\xFF\x1b\xE2\x80\xAE"
                             "y";
  dxl_snippet snippet = dxl_snippet_make(line, sizeof line - 1, 2);
  assert_string_equal(snippet.text, "        x<FF><U+001B><U+202E>y");
  assert_int_equal(snippet.caret, 8);
  dxl_release(snippet.text);
  char *wide = malloc(5000);
  memset(wide, 'a', 5000);
  snippet = dxl_snippet_make(wide, 5000, 4000);
  assert_true(strlen(snippet.text) < 200);
  assert_true(snippet.has_caret && snippet.caret < strlen(snippet.text));
  dxl_release(snippet.text);
  snippet = dxl_snippet_make(wide, 10, 12);
  assert_false(snippet.has_caret);
  dxl_release(snippet.text);
  free(wide);
}

// ---- Transfer
// --------------------------------------------------------------------------------------------------------

static void findings_survive_the_transfer_and_nothing_else_does(void **state) {
  (void)state;
  dxl_findings *findings = dxl_findings_new();
  add(findings, "dxgk-leak", "a.c", 1, "one");
  add(findings, "dxgk-irql", NULL, 0, NULL);
  size_t length = 0;
  uint8_t *bytes = dxl_findings_write(findings, &length);
  char *error = NULL;
  dxl_findings *copy = dxl_findings_read(bytes, length, &error);
  assert_non_null(copy);
  size_t again_length = 0;
  uint8_t *again = dxl_findings_write(copy, &again_length);
  assert_int_equal(length, again_length);
  assert_memory_equal(bytes, again, length);
  dxl_release(again);
  dxl_findings_free(copy);
  for (size_t cut = 0; cut < length; cut++) {
    copy = dxl_findings_read(bytes, cut, &error);
    assert_null(copy);
    assert_non_null(error);
    dxl_release(error);
  }
  for (size_t at = 0; at < length; at++) { // wrong bytes may give other findings, never a crash
    const uint8_t old = bytes[at];
    bytes[at] = 0xFF;
    copy = dxl_findings_read(bytes, length, NULL);
    if (copy)
      dxl_findings_free(copy);
    bytes[at] = old;
  }
  dxl_release(bytes);
  dxl_findings_free(findings);
}

static void of_two_tellings_the_shorter_stays(void **state) {
  (void)state;
  dxl_findings *findings = dxl_findings_new();
  dxl_finding *longer = dxl_finding_new(findings);
  longer->check = "dxgk-leak";
  longer->message = "it is lost";
  longer->position = (dxl_position){"a.c", 1, 3, NULL};
  longer->cause = "one";
  for (int n = 0; n < 3; n++)
    dxl_finding_add_step(findings, longer, (dxl_step){DXL_STEP_EVENT, 0, {"a.c", 1, 1, NULL}, "here"});
  assert_true(dxl_findings_add(findings, longer));
  add(findings, "dxgk-leak", "a.c", 1, "one");
  assert_int_equal(findings->items.count, 1);
  assert_int_equal(findings->items.items[0]->steps.count, 1);
  dxl_findings_free(findings);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(globs_are_decided_by_the_last_match),
      cmocka_unit_test(globs_of_many_stars_end),
      cmocka_unit_test(fingerprints_outlive_moved_lines),
      cmocka_unit_test(equal_findings_are_numbered),
      cmocka_unit_test(wrong_baselines_have_a_line),
      cmocka_unit_test(baselines_know_what_they_wrote),
      cmocka_unit_test(comments_suppress_their_lines),
      cmocka_unit_test(unbalanced_blocks_suppress_nothing),
      cmocka_unit_test(file_names_become_uris),
      cmocka_unit_test(texts_cannot_break_out),
      cmocka_unit_test(columns_are_utf16_units),
      cmocka_unit_test(snippets_are_printable),
      cmocka_unit_test(findings_survive_the_transfer_and_nothing_else_does),
      cmocka_unit_test(of_two_tellings_the_shorter_stays),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
