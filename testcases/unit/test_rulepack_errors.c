// Tests of mistakes in rule files: each has its line, column and, for a misspelt word, the nearest one; nothing that a
// file holds ends the program. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "rulepack/builtin.h"
#include "rulepack_support.h"

/// A file and all mistakes in it.
static void expect(const char *text, const char *errors) {
  rule_test test = rule_test_begin();
  bool fine = rule_test_add(&test, "t.yaml", text);
  fine = dxl_rules_finish(test.rules, &test.errors) && fine;
  rule_test_expect(&test, errors);
  assert_int_equal(fine, !*errors);
  rule_test_end(&test);
}

static void unknown_keys_are_named_with_the_nearest(void **state) {
  (void)state;
  expect("pack: p\ncals:\n  - name: F\n", "t.yaml:2:1: unknown key 'cals' (did you mean 'calls'?)\n");
  expect("pack: p\ncalls:\n  - name: F\n    relases: []\n",
         "t.yaml:4:5: unknown key 'relases' (did you mean 'releases'?)\n");
  expect("pack: p\ncalls:\n  - {name: F, IRQL_MAX: DISPATCH_LEVEL}\n",
         "t.yaml:3:15: unknown key 'IRQL_MAX' (did you mean 'irql_max'?)\n");
  expect("pack: p\ncalls:\n  - name: F\n    colour: red\n", "t.yaml:4:5: unknown key 'colour' in a call\n");
  expect("pack: p\nwhatever: 1\n", "t.yaml:2:1: unknown key 'whatever' in a rule file\n");
}

static void wrong_kinds_of_values_are_told(void **state) {
  (void)state;
  expect("pack: [p]\n", "t.yaml:1:7: the name of the pack is wanted here, not a list\n");
  expect("pack:\n", "t.yaml:1:6: the name of the pack is missing here\n");
  expect("- pack: p\n", "t.yaml:1:1: a rule file is a mapping (lines 'key: value')\n");
  expect("pack: p\ncalls:\n  name: F\n", "t.yaml:3:3: 'calls' is a list; each item begins with '- '\n");
  expect("pack: p\ncalls:\n  - F\n", "t.yaml:3:5: a call is wanted here (lines 'key: value'), not a text\n");
  expect("pack: p\ncalls:\n  - {name: F, may_raise: yes}\n",
         "t.yaml:3:26: 'true' or 'false' is wanted here, not 'yes'\n");
  expect("pack: p\ncalls:\n  - {name: F, may_raise: [true]}\n",
         "t.yaml:3:26: 'true' or 'false' is wanted here, not a list\n");
  expect("pack: p\ncalls:\n  - {name: F, irql_max: DISPATCH}\n",
         "t.yaml:3:25: unknown IRQL 'DISPATCH'; there are PASSIVE_LEVEL, APC_LEVEL, DISPATCH_LEVEL, DIRQL and "
         "HIGH_LEVEL\n");
  expect("pack: p\ncalls:\n  - {name: F, irql_max: DISPATCH_LEVLE}\n",
         "t.yaml:3:25: unknown IRQL 'DISPATCH_LEVLE' (did you mean 'DISPATCH_LEVEL'?)\n");
  expect("pack: p\nresources:\n  - {id: r, kind: handel}\n",
         "t.yaml:3:19: unknown word 'handel' (did you mean 'handle'?)\n");
  expect("pack: p\nresources:\n  - {id: r, kind: xyz}\n",
         "t.yaml:3:19: unknown word 'xyz'; there are handle, memory, object, lock, state\n");
  expect("pack: p\ncalls:\n  - {name: F, match: [{member: NoDot}]}\n",
         "t.yaml:3:32: RECORD.MEMBER is wanted here, not 'NoDot'\n");
  expect("pack: p\ncalls:\n  - {name: F, version: 99999999999}\n",
         "t.yaml:3:24: a number from 0 to 4294967295 is wanted here\n");
  expect("pack: p\nversions:\n  - {name: V, value: twelve, title: x}\n",
         "t.yaml:3:22: a number is wanted here, not 'twelve'\n");
  expect("pack: p\ncalls:\n  - {name: F, callbacks: [{function: arg0, context_argument: -1}]}\n",
         "t.yaml:3:62: a number from 0 to 4294967295 is wanted here\n");
}

static void places_and_conditions_are_marked_inside(void **state) {
  (void)state;
  expect("pack: p\nresources: [{id: r, kind: handle}]\ncalls:\n  - name: F\n    uses:\n"
         "      - {resource: r, value: arg0->}\n",
         "t.yaml:6:36: not a place: a member name is missing here\n");
  expect("pack: p\nresources: [{id: r, kind: handle}]\ncalls:\n  - name: F\n    uses:\n"
         "      - {resource: r, value: \"arg0[1]\"}\n",
         "t.yaml:6:35: not a place: only '[]', every element, can stand here\n");
  expect("pack: p\nresources: [{id: r, kind: handle}]\ncalls:\n  - name: F\n    acquires:\n"
         "      - resource: r\n        value: return\n        success: return == STATUS_SUCESS\n",
         "t.yaml:8:28: not a condition: unknown constant 'STATUS_SUCESS' (did you mean 'STATUS_SUCCESS'?)\n");
  expect("pack: p\ncalls:\n  - name: F\n    escapes: [arg0, arg, arg1]\n",
         "t.yaml:4:21: not a place: a place begins with 'arg0', 'arg1', ... or 'return'\n");
}

static void what_yaml_does_with_stars_and_exclamation_marks_is_explained(void **state) {
  (void)state;
  expect("pack: p\ncalls:\n  - name: F\n    escapes: [*arg6]\n",
         "t.yaml:4:15: aliases are not supported (a place that begins with '*' needs quotes)\n");
  expect("pack: p\ncalls:\n  - name: F\n    contracts:\n      - {require: !arg1, message: m}\n",
         "t.yaml:5:19: tags are not supported (a condition that begins with '!' needs quotes)\n");
  expect("pack: &p p\n", "t.yaml:1:7: anchors are not supported\n");
  expect("pack: p\ncalls: &c\n  - {name: F}\n", "t.yaml:2:8: tags and anchors are not supported\n");
  expect("pack: p\ncalls: !!seq\n  - {name: F}\n", "t.yaml:2:8: tags and anchors are not supported\n");
}

static void incomplete_and_contradictory_rules_are_refused(void **state) {
  (void)state;
  expect("calls: []\n", "t.yaml:1:1: a rule file needs 'pack', the name of the pack that it belongs to\n");
  expect("pack: p\ncalls:\n  - {has_no_effect: true}\n",
         "t.yaml:3:5: a call has a 'name', or 'names' of several that are alike\n");
  expect("pack: p\ncalls:\n  - {name: F, names: [G], has_no_effect: true}\n",
         "t.yaml:3:5: a call has a 'name', or 'names' of several that are alike\n");
  expect("pack: p\ncalls:\n  - {names: [G], match: [{type: T}]}\n",
         "t.yaml:3:5: 'names' are functions; 'match' goes with 'name'\n");
  expect("pack: p\ncalls:\n  - {name: F, extends: true, replaces: true}\n",
         "t.yaml:3:5: a rule either extends or replaces\n");
  expect("pack: p\ncalls:\n  - {name: F, match: [{function: F, type: T}]}\n",
         "t.yaml:3:23: a pattern has exactly one of 'function', 'member' and 'type'\n");
  expect("pack: p\nresources: [{id: r, kind: handle}]\ncalls:\n  - {name: F, uses: [{resource: r}]}\n",
         "t.yaml:4:22: a use needs 'value'\n");
  expect("pack: p\ncalls:\n  - {name: F, contracts: [{message: m}]}\n",
         "t.yaml:3:27: a contract has exactly one of 'require' and 'initialised'\n");
  expect("pack: p\ncalls:\n  - {name: F, memory: [{effect: copy, destination: arg0, source: arg1}]}\n",
         "t.yaml:3:24: this memory effect needs 'size'\n");
  expect("pack: p\ncalls:\n  - {name: F, irql: {effect: raise}}\n",
         "t.yaml:3:21: this effect on the IRQL needs 'level'\n");
  expect("pack: p\ncalls:\n  - {name: F, irql: {effect: raise, level: DIRQL, only_on_success: true}}\n",
         "t.yaml:3:5: 'only_on_success' needs an acquire in the same call\n");
  expect("pack: p\nresources:\n  - {id: r}\n", "t.yaml:3:5: a resource needs 'kind'\n");
  expect("pack: p\nobjects:\n  - {name: o}\n", "t.yaml:3:5: an object needs 'create', 'destroy' and 'destroyed'\n");
  expect("pack: p\npack: q\n", "t.yaml:2:1: 'pack' is given twice\n");
  expect("pack: p\ncalls:\n  - name: F\n    name: G\n", "t.yaml:4:5: 'name' is given twice\n");
  expect("pack: p\nopposites:\n  - {forth: L.Next, back: Next}\n",
         "t.yaml:3:5: 'Next' cannot be its own opposite\n");
  expect("pack: p\nmarkers:\n  - {name: M, irql_max: DIRQL}\n  - {name: M, irql_max: DIRQL}\n",
         "t.yaml:4:5: the marker 'M' is already there\n");
  expect("pack: p\nchecks:\n  - {id: c, summary: s, help: absent.md}\n",
         "t.yaml:3:31: the page 'absent.md' cannot be read\n");
  expect("pack: p\nrequires: [wdm-bsae]\n", "t.yaml:2:12: unknown rule pack 'wdm-bsae' (did you mean 'wdm-base'?)\n");
}

static void names_that_nothing_has_are_told(void **state) {
  (void)state;
  expect("pack: p\nresources: [{id: thing, kind: handle}]\ncalls:\n  - name: F\n"
         "    uses: [{resource: thign, value: arg0}, {resource: thing, value: arg1}]\n",
         "t.yaml:5:23: unknown resource 'thign' (did you mean 'thing'?)\n");
  expect("pack: p\ncalls:\n  - name: F\n    releases: [{resource: r, value: arg0}]\n",
         "t.yaml:4:27: unknown resource 'r'\n");
  expect("pack: p\ncalls:\n  - {name: F, version: WIN9}\n", "t.yaml:3:24: unknown version 'WIN9'\n");
  expect("pack: p\nobjects:\n  - {name: o, parent: q, create: A, destroy: [B], destroyed: arg0}\n"
         "entries:\n  - {type: A, links: [{place: arg0, object: w}]}\n",
         "t.yaml:3:5: unknown entry point 'B'\nt.yaml:3:5: unknown object 'q'\nt.yaml:5:5: unknown object 'w'\n");
}

static void broken_yaml_has_a_position(void **state) {
  (void)state;
  expect("", "t.yaml:1:1: the file has no rules\n");
  expect("# only a comment\n", "t.yaml:1:1: the file has no rules\n");
  expect("pack: p\ncalls:\n  - name: F\n  bad\n",
         "t.yaml:4:3: while scanning a simple key, could not find expected ':'\n");
  expect("pack: p\n\tcalls: []\n",
         "t.yaml:2:1: while scanning a plain scalar, found a tab character that violates indentation\n");
  expect("pack: p\n---\npack: q\n", "t.yaml:2:1: a rule file is one document; a second one begins here\n");
  expect("pack: p\n? [a]\n: b\n", "t.yaml:2:3: a key must be a word\n");
  expect("pack: \"p\\0q\"\n", "t.yaml:1:7: a text must not hold a NUL\n");
  expect("pack: \xC0\xAF\n", "t.yaml:1:7: the file is not UTF-8 here\n");
  expect("pack: \xC3\xA4\xFF\n", "t.yaml:1:8: the file is not UTF-8 here\n");
  expect("pack: p\ntitle: \x01\n", "t.yaml:2:8: a control character stands here\n");
  expect("\xEF\xBB\xBFpack: p\ncals: []\n", "t.yaml:2:1: unknown key 'cals' (did you mean 'calls'?)\n");
  expect("pack: p\r\ncals: []\r\n", "t.yaml:2:1: unknown key 'cals' (did you mean 'calls'?)\n");
  expect("title: \"\xC3\xA4\xC3\xB6\"\npack: p\n\xC3\xA4: 1\n", "t.yaml:3:1: unknown key '\xC3\xA4' in a rule file\n");

  rule_test test = rule_test_begin();
  assert_false(dxl_rules_add_text(test.rules, "t.yaml", "pack: p\0q\n", 10, &test.errors));
  rule_test_expect(&test, "t.yaml:1:8: a NUL byte stands here\n");
  rule_test_end(&test);
}

static void what_is_complete_before_a_break_is_kept(void **state) {
  (void)state;
  rule_test test = rule_test_begin();
  assert_false(rule_test_add(&test, "t.yaml",
                             "pack: p\ncalls:\n  - {name: First, has_no_effect: true}\n"
                             "  - name: Second\n    has_no_effect: true\n    escapes: [arg0\n"));
  assert_int_equal(test.errors.count, 1);
  dxl_rules_finish(test.rules, &test.errors);
  assert_int_equal(test.errors.count, 1);
  assert_non_null(dxl_rules_find_function(test.rules, "First", NULL));
  assert_null(dxl_rules_find_function(test.rules, "Second", NULL));
  rule_test_end(&test);

  // A rule with a value that cannot be read is left out; its neighbours are not.
  test = rule_test_begin();
  assert_false(rule_test_add(&test, "t.yaml",
                             "pack: p\nresources: [{id: r, kind: handle}]\ncalls:\n"
                             "  - name: Whole\n    uses:\n      - {resource: r, value: argh}\n"
                             "      - {resource: r, value: arg1}\n"
                             "  - {name: Half, irql_max: NONE}\n"));
  dxl_rules_finish(test.rules, &test.errors);
  assert_int_equal(test.errors.count, 2);
  assert_int_equal(dxl_rules_find_function(test.rules, "Whole", NULL)->uses.count, 1);
  assert_null(dxl_rules_find_function(test.rules, "Half", NULL));
  rule_test_end(&test);
}

static void depth_is_limited(void **state) {
  (void)state;
  enum { DEEP = 200000 };
  char *text = malloc(DEEP + 100);
  for (const char *open = "[{"; *open; open++) {
    size_t used = (size_t)sprintf(text, "pack: p\ncalls: ");
    memset(text + used, *open, DEEP);
    text[used + DEEP] = '\0';
    rule_test test = rule_test_begin();
    assert_false(rule_test_add(&test, "t.yaml", text));
    assert_int_equal(test.errors.count, 1);
    assert_string_equal(test.errors.items[0].message, *open == '[' ? "nested too deeply" : "a key must be a word");
    rule_test_end(&test);
  }
  size_t used = (size_t)sprintf(text, "pack: p\ncalls:\n");
  for (int i = 0; i < 60; i++)
    used += (size_t)sprintf(text + used, "%*s- \n", 2 * i, "");
  rule_test test = rule_test_begin();
  assert_false(rule_test_add(&test, "t.yaml", text));
  assert_string_equal(test.errors.items[0].message, "nested too deeply");
  rule_test_end(&test);
  free(text);
}

/// Position of the n-th key of the file that uses every key; false when there are no more.
static bool find_key(const char *text, uint32_t n, const char **key, size_t *length, uint32_t *line, uint32_t *column) {
  *line = *column = 1;
  for (const char *at = text; *at; at++) {
    const size_t size = strspn(at, "abcdefghijklmnopqrstuvwxyz_");
    if (size && at[size] == ':' && strchr(" \n", at[size + 1]) && (at == text || strchr("\n {", at[-1]))) {
      if (n-- == 0) {
        *key = at;
        *length = size;
        return true;
      }
      at += size;
      *column += (uint32_t)size;
    }
    ++*column;
    if (*at == '\n') {
      ++*line;
      *column = 1;
    }
  }
  return false;
}

/// One letter of a key wrong, for each key of the form: found where it stands, with the right one beside it.
static void each_key_misspelt_is_found(void **state) {
  (void)state;
  const char *key;
  size_t length;
  uint32_t line, column, n = 0;
  for (; find_key(everything_yaml, n, &key, &length, &line, &column); n++) {
    char text[sizeof everything_yaml + 1], expected[128];
    const size_t before = (size_t)(key - everything_yaml);
    // "when" becomes "wwhen": nothing else is called like that.
    memcpy(text, everything_yaml, before + 1);
    memcpy(text + before + 1, key, sizeof everything_yaml - before);
    snprintf(expected, sizeof expected, "unknown key '%c%.*s' (did you mean '%.*s'?)", *key, (int)length, key,
             (int)length, key);
    rule_test test = rule_test_begin();
    assert_false(rule_test_add(&test, "t.yaml", text));
    bool found = false;
    for (uint32_t i = 0; i < test.errors.count; i++) {
      const dxl_rule_error *error = &test.errors.items[i];
      found |= error->line == line && error->column == column && strcmp(error->message, expected) == 0;
    }
    if (!found)
      fail_msg("%u:%u: not found: %s", line, column, expected);
    dxl_rules_finish(test.rules, &test.errors);
    rule_test_end(&test);
  }
  assert_true(n > 100);
}

/// Reads a text whatever it holds; every mistake has a message and a position in the text.
static void read_anything(const char *text, size_t length) {
  rule_test test = rule_test_begin();
  const bool fine = dxl_rules_add_text(test.rules, "t.yaml", text, length, &test.errors);
  assert_int_equal(fine, test.errors.count == 0);
  uint32_t lines = 1;
  for (size_t i = 0; i < length; i++)
    lines += text[i] == '\n' || text[i] == '\r';
  for (uint32_t i = 0; i < test.errors.count; i++) {
    const dxl_rule_error *error = &test.errors.items[i];
    assert_true(error->message && *error->message && error->column >= 1);
    assert_true(error->line >= 1 && error->line <= lines + 1);
  }
  dxl_rules_finish(test.rules, &test.errors);
  rule_test_end(&test);
}

static void a_file_may_break_off_anywhere(void **state) {
  (void)state;
  for (size_t length = 0; length < sizeof everything_yaml; length++)
    read_anything(everything_yaml, length);
  size_t count = 0;
  const dxl_builtin_file *files = dxl_builtin_files(&count);
  for (size_t i = 0; i < count; i++) {
    const char *dot = strrchr(files[i].path, '.');
    if (!dot || strcmp(dot, ".yaml") != 0)
      continue;
    const size_t step = 1 + files[i].length / 400;
    for (size_t length = 0; length < files[i].length; length += step)
      read_anything(files[i].text, length);
  }
}

static uint32_t next_random(uint64_t *seed) {
  *seed = *seed * 6364136223846793005u + 1442695040888963407u;
  return (uint32_t)(*seed >> 33);
}

static void bytes_may_be_changed_at_random(void **state) {
  (void)state;
  static const char bytes[] = "\n\t :-[]{}\"'*&!#|>%@`,?=().0argNT_\x80\xFF\xC3";
  const size_t length = sizeof everything_yaml - 1;
  uint64_t seed = 1;
  char *text = malloc(length);
  for (int round = 0; round < 4000; round++) {
    memcpy(text, everything_yaml, length);
    for (uint32_t changes = 1 + next_random(&seed) % 4; changes; changes--)
      text[next_random(&seed) % length] = bytes[next_random(&seed) % (sizeof bytes - 1)];
    read_anything(text, length);
  }
  free(text);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(unknown_keys_are_named_with_the_nearest),
      cmocka_unit_test(wrong_kinds_of_values_are_told),
      cmocka_unit_test(places_and_conditions_are_marked_inside),
      cmocka_unit_test(what_yaml_does_with_stars_and_exclamation_marks_is_explained),
      cmocka_unit_test(incomplete_and_contradictory_rules_are_refused),
      cmocka_unit_test(names_that_nothing_has_are_told),
      cmocka_unit_test(broken_yaml_has_a_position),
      cmocka_unit_test(what_is_complete_before_a_break_is_kept),
      cmocka_unit_test(depth_is_limited),
      cmocka_unit_test(each_key_misspelt_is_found),
      cmocka_unit_test(a_file_may_break_off_anywhere),
      cmocka_unit_test(bytes_may_be_changed_at_random),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
