// What the tests of the rule packs share: a rule set with its mistakes, and a file that uses every key once.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DXL_UNIT_RULEPACK_SUPPORT_H
#define DXL_UNIT_RULEPACK_SUPPORT_H

#include "rulepack/rulepack.h"

typedef struct rule_test {
  dxl_rules *rules;
  dxl_rule_errors errors;
} rule_test;

static inline rule_test rule_test_begin(void) {
  rule_test test = {dxl_rules_new(), {0}};
  return test;
}

static inline void rule_test_end(rule_test *test) {
  dxl_array_free(&test->errors);
  dxl_rules_free(test->rules);
}

static inline bool rule_test_add(rule_test *test, const char *file, const char *text) {
  return dxl_rules_add_text(test->rules, file, text, strlen(text), &test->errors);
}

/// Compares all mistakes, one a line: "file:line:column: message".
static inline void rule_test_expect(const rule_test *test, const char *expected) {
  char *text = NULL;
  size_t size = 0;
  FILE *out = open_memstream(&text, &size);
  for (uint32_t i = 0; i < test->errors.count; i++) {
    const dxl_rule_error *error = &test->errors.items[i];
    fprintf(out, "%s:%u:%u: %s\n", error->file ? error->file : "-", error->line, error->column, error->message);
  }
  fclose(out);
  assert_string_equal(text, expected);
  free(text);
}

static const char everything_yaml[] = "pack: everything\n"
                                      "title: Each key once\n"
                                      "default: false\n"
                                      "doc_base: https://example.org/docs/\n"
                                      "requires: []\n"
                                      "versions:\n"
                                      "  - name: SECOND\n"
                                      "    value: 0x300E\n"
                                      "    title: Second edition\n"
                                      "resources:\n"
                                      "  - id: thing\n"
                                      "    title: a thing\n"
                                      "    kind: object\n"
                                      "    acquire_verb: made\n"
                                      "    release_verb: unmade\n"
                                      "    owner_title: maker\n"
                                      "    leak_is_reported: false\n"
                                      "    double_is_reported: false\n"
                                      "    is_counted: true\n"
                                      "    null_is_releasable: true\n"
                                      "    escapes_when_passed: true\n"
                                      "    doc: things\n"
                                      "  - {id: plain, kind: state}\n"
                                      "calls:\n"
                                      "  - name: Make\n"
                                      "    match:\n"
                                      "      - member: TABLE.Make\n"
                                      "      - type: MAKE_THING\n"
                                      "      - function: MakeThing\n"
                                      "    doc: http://elsewhere/make\n"
                                      "    irql_max: DISPATCH_LEVEL\n"
                                      "    irql_min: APC_LEVEL\n"
                                      "    irql:\n"
                                      "      effect: raise\n"
                                      "      level: DIRQL\n"
                                      "      value: arg0\n"
                                      "      saved: \"*arg1\"\n"
                                      "      only_on_success: true\n"
                                      "    version: SECOND\n"
                                      "    is_noreturn: true\n"
                                      "    returns_nonnegative_or_negative: true\n"
                                      "    has_no_effect: true\n"
                                      "    may_raise: true\n"
                                      "    acquires:\n"
                                      "      - resource: thing\n"
                                      "        value: \"*arg1\"\n"
                                      "        when: arg2 > 0\n"
                                      "        success: NT_SUCCESS(return)\n"
                                      "        failed_value: -1\n"
                                      "        status_zero_or_negative: true\n"
                                      "        may_be_null_on_success: true\n"
                                      "        failed_keeps_value: true\n"
                                      "        ignored_is_success: true\n"
                                      "        zeroes_memory: true\n"
                                      "        is_key: true\n"
                                      "        owner: arg0->Maker\n"
                                      "        size: arg2\n"
                                      "        form: array\n"
                                      "        contents: arg3\n"
                                      "    releases:\n"
                                      "      - resource: plain\n"
                                      "        value: arg0\n"
                                      "        when: arg3 != 0\n"
                                      "        owner: arg1\n"
                                      "        form: one\n"
                                      "        keeps_object: true\n"
                                      "        moves_contents: true\n"
                                      "        others_release: [TASK__, LINE__]\n"
                                      "    uses:\n"
                                      "      - resource: thing\n"
                                      "        value: arg0\n"
                                      "        owner: arg1\n"
                                      "    transfers:\n"
                                      "      - resource: thing\n"
                                      "        value: arg0\n"
                                      "        when: return == 0\n"
                                      "    contracts:\n"
                                      "      - when: arg0->Flags.Value == 1\n"
                                      "        require: arg0->Maker != NULL\n"
                                      "        message: set it\n"
                                      "        doc: set\n"
                                      "      - initialised: arg0->Maker\n"
                                      "        message: fill it\n"
                                      "    reads:\n"
                                      "      - arg0->Size\n"
                                      "      - \"*arg2\"\n"
                                      "    memory:\n"
                                      "      - effect: compare_exchange\n"
                                      "        destination: arg0\n"
                                      "        source: arg1\n"
                                      "        size: arg2\n"
                                      "        comparand: arg3\n"
                                      "        returns_old: true\n"
                                      "      - {effect: add, destination: arg0, amount: -1}\n"
                                      "      - {effect: reads, source: arg1}\n"
                                      "      - {effect: reads_by_format, source: arg1}\n"
                                      "    callbacks:\n"
                                      "      - function: arg4\n"
                                      "        context: arg5\n"
                                      "        context_argument: 2\n"
                                      "        irql: HIGH_LEVEL\n"
                                      "        is_synchronous: true\n"
                                      "        result: return\n"
                                      "    escapes:\n"
                                      "      - arg5\n"
                                      "      - \"*arg6\"\n"
                                      "  - names: [First, Second]\n"
                                      "    version: 17\n"
                                      "    version_title: Seventeenth\n"
                                      "    uses: [{resource: thing, value: arg0}]\n"
                                      "owner_sources:\n"
                                      "  - member: TABLE.Maker\n"
                                      "    owner: maker\n"
                                      "entries:\n"
                                      "  - type: MAKE_ENTRY\n"
                                      "    name: MakeEntry\n"
                                      "    tables:\n"
                                      "      - DRIVER_TABLE.MakeEntry\n"
                                      "    irql_max: PASSIVE_LEVEL\n"
                                      "    irql_min: PASSIVE_LEVEL\n"
                                      "    doc: make-entry\n"
                                      "    links:\n"
                                      "      - place: arg0\n"
                                      "        object: whole\n"
                                      "  - {type: END_ENTRY}\n"
                                      "objects:\n"
                                      "  - {name: whole, create: MAKE_ENTRY, destroy: [END_ENTRY], destroyed: arg0}\n"
                                      "  - name: part\n"
                                      "    parent: whole\n"
                                      "    create: MAKE_ENTRY\n"
                                      "    created: arg1->Part\n"
                                      "    success: NT_SUCCESS(return)\n"
                                      "    destroy: [END_ENTRY]\n"
                                      "    destroyed: arg0\n"
                                      "registrations:\n"
                                      "  - version: DRIVER_TABLE.Version\n"
                                      "markers:\n"
                                      "  - name: PAGED\n"
                                      "    irql_max: APC_LEVEL\n"
                                      "opposites:\n"
                                      "  - forth: LINK.Next\n"
                                      "    back: Before\n"
                                      "checks:\n"
                                      "  - id: my-check\n"
                                      "    summary: all is well\n";

#endif
