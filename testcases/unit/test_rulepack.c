// Tests of checkers/rulepack: places, conditions, the whole YAML form, changes of rules, the packs and files that the
// binary carries. Mistakes in rule files are tested in test_rulepack_errors.c.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "rulepack/builtin.h"
#include "rulepack/place.h"
#include "rulepack_support.h"

// ---- Places
// ----------------------------------------------------------------------------------------------------------

/// The steps of a place in a short form: "0*>f.g[]" is arg0, dereference, ->f, .g, each; "r" is the result.
static void write_place(const dxl_place *place, char *text, size_t size) {
  int used = place->is_return ? snprintf(text, size, "r") : snprintf(text, size, "%u", place->argument);
  for (uint32_t i = 0; i < place->steps.count; i++) {
    const dxl_place_step *step = &place->steps.items[i];
    static const char *const signs[] = {"*", ">", ".", "[]"};
    used += snprintf(text + used, size - (size_t)used, "%s%s", signs[step->kind], step->field ? step->field : "");
  }
}

static void places_are_read_as_in_c(void **state) {
  (void)state;
  static const struct {
    const char *text, *steps;
  } cases[] = {
      {"arg0", "0"},
      {"this", "0"},
      {"arg63", "63"},
      {"return", "r"},
      {"*arg6", "6*"},
      {"**arg1", "1**"},
      {"arg0->hAllocation", "0>hAllocation"},
      {"arg0->Flags.Value", "0>Flags.Value"},
      {"*arg1->p", "1>p*"},
      {"(*arg1)->p", "1*>p"},
      {"(arg1)", "1"},
      {"( * arg1 ) -> p . q", "1*>p.q"},
      {"arg1->pAllocationInfo[].hAllocation", "1>pAllocationInfo[].hAllocation"},
      {"arg0[]", "0[]"},
      {"return->x", "r>x"},
      {"return.x", "r.x"},
      {"  arg2  ", "2"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    dxl_arena *arena = dxl_arena_new();
    dxl_cursor cursor = {.arena = arena, .text = cases[i].text};
    dxl_place place;
    char steps[128];
    assert_true(dxl_place_parse(&cursor, &place));
    write_place(&place, steps, sizeof steps);
    assert_string_equal(steps, cases[i].steps);
    dxl_arena_free(arena);
  }
}

static void what_is_no_place_is_refused_where_it_goes_wrong(void **state) {
  (void)state;
  static const struct {
    const char *text;
    size_t at;
  } cases[] = {
      {"", 0},
      {"arg", 0},
      {"argx", 0},
      {"arg64", 0},
      {"arg100", 0},
      {"arg01", 0},
      {"ret", 0},
      {"arg0->", 6},
      {"arg0->9x", 6},
      {"arg0.", 5},
      {"arg0 x", 5},
      {"arg0[3]", 4},
      {"arg0->a b", 8},
      {"(arg0", 5},
      {"*", 1},
      {"arg0)", 4},
      {"&arg0", 0},
      {"arg0-", 4},
      {"arg0->a->", 9},
      {"((arg0)->a", 10},
      {"arg0->a == 1", 8},
      {"hAllocation", 0},
      {"arg-1", 0},
  };
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    dxl_arena *arena = dxl_arena_new();
    dxl_cursor cursor = {.arena = arena, .text = cases[i].text};
    dxl_place place;
    assert_false(dxl_place_parse(&cursor, &place));
    assert_non_null(cursor.message);
    assert_int_equal(cursor.at, cases[i].at);
    dxl_arena_free(arena);
  }
}

static void places_have_limits(void **state) {
  (void)state;
  dxl_arena *arena = dxl_arena_new();
  char text[DXL_EXPRESSION_LENGTH + 200];
  dxl_place place;
  dxl_cursor cursor = {.arena = arena, .text = text};
  memset(text, '(', 900);
  strcpy(text + 900, "arg0");
  assert_false(dxl_place_parse(&cursor, &place));
  assert_string_equal(cursor.message, "nested too deeply");
  cursor = (dxl_cursor){.arena = arena, .text = text};
  memset(text, '*', 900);
  assert_false(dxl_place_parse(&cursor, &place));
  assert_string_equal(cursor.message, "too many steps in a place");
  cursor = (dxl_cursor){.arena = arena, .text = text};
  memset(text, '*', sizeof text - 1);
  text[sizeof text - 1] = '\0';
  assert_false(dxl_place_parse(&cursor, &place));
  assert_string_equal(cursor.message, "too long for a place");
  dxl_arena_free(arena);
}

// ---- Conditions
// ------------------------------------------------------------------------------------------------------

static size_t write_condition(const dxl_condition *condition, char *text, size_t size) {
  static const char *const signs[] = {"==", "!=", "<", "<=", ">", ">="};
  char place[128];
  size_t used = 0;
  switch (condition->kind) {
  case DXL_CONDITION_TRUE:
    return (size_t)snprintf(text, size, "true");
  case DXL_CONDITION_COMPARE:
    write_place(&condition->place, place, sizeof place);
    return (size_t)snprintf(text, size, "%s%s%lld%s", place, signs[condition->comparison],
                            (long long)condition->constant, condition->is_status ? "s" : "");
  case DXL_CONDITION_AND:
  case DXL_CONDITION_OR:
    used = (size_t)snprintf(text, size, "(");
    used += write_condition(condition->left, text + used, size - used);
    used += (size_t)snprintf(text + used, size - used, condition->kind == DXL_CONDITION_AND ? "&" : "|");
    used += write_condition(condition->right, text + used, size - used);
    return used + (size_t)snprintf(text + used, size - used, ")");
  case DXL_CONDITION_NOT:
    used = (size_t)snprintf(text, size, "!");
    return used + write_condition(condition->left, text + used, size - used);
  }
  return 0;
}

static void conditions_are_read_as_in_c(void **state) {
  (void)state;
  static const struct {
    const char *text, *meaning;
  } cases[] = {
      {"NT_SUCCESS(return)", "r>=0s"},
      {"NT_SUCCESS ( arg0->Status )", "0>Status>=0s"},
      {"return != NULL", "r!=0"},
      {"return == STATUS_SUCCESS", "r==0s"},
      {"return == STATUS_PENDING", "r==259s"},
      {"return == STATUS_INVALID_PARAMETER", "r==-1073741811s"},
      {"arg1 == 0x10", "1==16"},
      {"arg1 >= -3", "1>=-3"},
      {"arg1 <= 3", "1<=3"},
      {"arg1<3", "1<3"},
      {"arg1>0xFFFFFFFFFFFFFFFF", "1>-1"},
      {"arg2", "2!=0"},
      {"!arg2", "!2!=0"},
      {"not arg2", "!2!=0"},
      {"arg2 == TRUE", "2==1"},
      {"arg1 == 1 && arg2 == 2 || arg3 == 3", "((1==1&2==2)|3==3)"},
      {"arg1 == 1 || arg2 == 2 && arg3 == 3", "(1==1|(2==2&3==3))"},
      {"arg1 == 1 and (arg2 == 2 or not arg3 == 3)", "(1==1&(2==2|!3==3))"},
      {"(*arg1)->x == 0", "1*>x==0"},
      {"(*arg1 == NULL)", "1*==0"},
      {"((arg1))", "1!=0"},
      {"(return) == 0", "r==0"},
      {"!(NT_SUCCESS(return) && *arg1 != NULL)", "!(r>=0s&1*!=0)"},
      {"true", "true"},
      {"arg0->Flags.Value == 2 && !!arg1", "(0>Flags.Value==2&!!1!=0)"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    dxl_arena *arena = dxl_arena_new();
    dxl_cursor cursor = {.arena = arena, .text = cases[i].text};
    const dxl_condition *condition = dxl_condition_parse(&cursor);
    char meaning[256];
    assert_non_null(condition);
    write_condition(condition, meaning, sizeof meaning);
    assert_string_equal(meaning, cases[i].meaning);
    dxl_arena_free(arena);
  }
}

static void what_is_no_condition_is_refused_where_it_goes_wrong(void **state) {
  (void)state;
  static const struct {
    const char *text;
    size_t at;
    const char *message;
  } cases[] = {
      {"", 0, "a condition is missing here"},
      {"return = 0", 7, "'=' is no comparison (did you mean '=='?)"},
      {"return == ", 10, "a constant is missing here"},
      {"return == STATUS_SUCESS", 10, "unknown constant 'STATUS_SUCESS' (did you mean 'STATUS_SUCCESS'?)"},
      {"return == frobnicate", 10, "unknown constant 'frobnicate'"},
      {"return == 12x", 10, "unknown constant '12x'"},
      {"return == 99999999999999999999", 10, "unknown constant '99999999999999999999'"},
      {"NT_SUCCESS return", 11, "'(' is missing here"},
      {"NT_SUCCESS(return", 17, "')' is missing here"},
      {"return == 0 &&", 14, "a condition is missing here"},
      {"return == 0 arg1", 12, "the condition should end here"},
      {"(return == 0", 12, "')' is missing here"},
      {"0 == return", 0, "a place begins with 'arg0', 'arg1', ... or 'return'"},
      {"status == 0", 0, "a place begins with 'arg0', 'arg1', ... or 'return'"},
      {"return == 0 & arg1", 12, "the condition should end here"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    dxl_arena *arena = dxl_arena_new();
    dxl_cursor cursor = {.arena = arena, .text = cases[i].text};
    assert_null(dxl_condition_parse(&cursor));
    assert_string_equal(cursor.message, cases[i].message);
    assert_int_equal(cursor.at, cases[i].at);
    dxl_arena_free(arena);
  }
}

static void conditions_nest_only_so_deep(void **state) {
  (void)state;
  char text[1000];
  for (const char *c = "(!"; *c; c++) {
    dxl_arena *arena = dxl_arena_new();
    memset(text, *c, sizeof text - 1);
    text[sizeof text - 1] = '\0';
    dxl_cursor cursor = {.arena = arena, .text = text};
    assert_null(dxl_condition_parse(&cursor));
    assert_non_null(cursor.message);
    dxl_arena_free(arena);
  }
}

// ---- The YAML form
// ----------------------------------------------------------------------------------------------------

static void every_key_reaches_its_member(void **state) {
  (void)state;
  rule_test test = rule_test_begin();
  assert_true(rule_test_add(&test, "everything.yaml", everything_yaml));
  assert_true(dxl_rules_finish(test.rules, &test.errors));
  assert_int_equal(test.errors.count, 0);
  const dxl_rules *rules = test.rules;
  assert_int_equal(rules->packs.count, 1);
  assert_string_equal(rules->packs.items[0], "everything");

  const dxl_resource *thing = dxl_rules_find_resource(rules, "thing");
  assert_string_equal(thing->title, "a thing");
  assert_string_equal(thing->pack, "everything");
  assert_string_equal(thing->acquire_verb, "made");
  assert_string_equal(thing->release_verb, "unmade");
  assert_string_equal(thing->owner_title, "maker");
  assert_int_equal(thing->kind, DXL_RESOURCE_OBJECT);
  assert_false(thing->leak_is_reported);
  assert_false(thing->double_is_reported);
  assert_true(thing->is_counted);
  assert_true(thing->null_is_releasable);
  assert_true(thing->escapes_when_passed);
  assert_string_equal(thing->doc, "https://example.org/docs/things");
  const dxl_resource *plain = dxl_rules_find_resource(rules, "plain");
  assert_string_equal(plain->title, "plain");
  assert_string_equal(plain->acquire_verb, "acquired");
  assert_string_equal(plain->release_verb, "released");
  assert_true(plain->leak_is_reported);
  assert_true(plain->double_is_reported);
  assert_false(plain->is_counted);

  const dxl_rule_call *make = dxl_rules_find_member(rules, "TABLE", "Make");
  assert_ptr_equal(make, dxl_rules_find_type(rules, "MAKE_THING"));
  assert_ptr_equal(make, dxl_rules_find_type(rules, "PMAKE_THING"));
  assert_ptr_equal(make, dxl_rules_find_member(rules, "_TABLE", "Make"));
  assert_ptr_equal(make, dxl_rules_find_function(rules, "MakeThing", NULL));
  assert_ptr_equal(make, dxl_rules_find_function(rules, "?MakeThing@@YAXXZ", "MakeThing"));
  assert_string_equal(make->name, "Make");
  assert_string_equal(make->doc, "http://elsewhere/make");
  assert_int_equal(make->irql_max, DXL_IRQL_DISPATCH);
  assert_int_equal(make->irql_min, DXL_IRQL_APC);
  assert_int_equal(make->version, 0x300E);
  assert_string_equal(make->version_title, "Second edition");
  assert_true(make->returns_nonnegative_or_negative);
  assert_true(make->has_no_effect);
  assert_true(make->may_raise);
  assert_true(make->is_noreturn);
  assert_int_equal(make->acquires.count, 1);
  const dxl_rule_acquire *acquire = &make->acquires.items[0];
  assert_ptr_equal(&rules->resources.items[acquire->resource], thing);
  assert_string_equal(acquire->value.text, "*arg1");
  assert_string_equal(acquire->when->text, "arg2 > 0");
  assert_string_equal(acquire->success->text, "NT_SUCCESS(return)");
  assert_true(acquire->has_failed_value);
  assert_int_equal(acquire->failed_value, -1);
  assert_true(acquire->status_zero_or_negative);
  assert_true(acquire->may_be_null_on_success);
  assert_true(acquire->failed_keeps_value);
  assert_true(acquire->ignored_is_success);
  assert_true(acquire->zeroes_memory);
  assert_true(acquire->is_key);
  assert_true(acquire->has_owner);
  assert_string_equal(acquire->owner.text, "arg0->Maker");
  assert_true(acquire->has_size);
  assert_string_equal(acquire->form, "array");
  assert_true(acquire->has_contents);
  assert_string_equal(acquire->contents.text, "arg3");
  const dxl_rule_release *release = &make->releases.items[0];
  assert_string_equal(rules->resources.items[release->resource].id, "plain");
  assert_string_equal(release->when->text, "arg3 != 0");
  assert_true(release->has_owner && release->keeps_object && release->moves_contents);
  assert_string_equal(release->form, "one");
  assert_int_equal(release->others_release.count, 2);
  assert_string_equal(release->others_release.items[1], "LINE__");
  assert_true(make->uses.items[0].has_owner);
  assert_string_equal(make->transfers.items[0].when->text, "return == 0");
  assert_int_equal(make->contracts.count, 4);
  assert_string_equal(make->contracts.items[0].message, "set it");
  assert_string_equal(make->contracts.items[0].doc, "https://example.org/docs/set");
  assert_non_null(make->contracts.items[0].when);
  assert_non_null(make->contracts.items[0].require);
  assert_true(make->contracts.items[1].has_initialised);
  assert_string_equal(make->contracts.items[2].initialised.text, "arg0->Size");
  assert_string_equal(make->contracts.items[2].message, "'Size' is read by the call and was never written");
  assert_string_equal(make->contracts.items[3].message, "'*arg2' is read by the call and was never written");
  assert_int_equal(make->memory.count, 4);
  assert_int_equal(make->memory.items[0].kind, DXL_MEMORY_COMPARE_EXCHANGE);
  assert_true(make->memory.items[0].has_comparand && make->memory.items[0].returns_old);
  assert_int_equal(make->memory.items[1].amount, -1);
  assert_int_equal(make->memory.items[2].kind, DXL_MEMORY_READS);
  assert_int_equal(make->memory.items[3].kind, DXL_MEMORY_READS_BY_FORMAT);
  assert_int_equal(make->irql.kind, DXL_IRQL_RAISE);
  assert_int_equal(make->irql.level, DXL_IRQL_DIRQL);
  assert_true(make->irql.has_saved && make->irql.has_value && make->irql.only_on_success);
  const dxl_rule_callback *callback = &make->callbacks.items[0];
  assert_true(callback->has_context && callback->is_synchronous && callback->has_result);
  assert_int_equal(callback->context_argument, 2);
  assert_int_equal(callback->irql, DXL_IRQL_HIGH);
  assert_int_equal(make->escapes.count, 2);
  assert_string_equal(make->escapes.items[1].text, "*arg6");

  const dxl_rule_call *first = dxl_rules_find_function(rules, "First", NULL);
  const dxl_rule_call *second = dxl_rules_find_function(rules, "Second", NULL);
  assert_string_equal(first->name, "First");
  assert_string_equal(second->name, "Second");
  assert_int_equal(first->version, 17);
  assert_int_equal(first->irql_max, DXL_IRQL_UNKNOWN);
  assert_ptr_not_equal(first, second);
  assert_int_equal(first->uses.items[0].resource, second->uses.items[0].resource);
  assert_null(dxl_rules_find_function(rules, "Third", "Fourth"));
  assert_null(dxl_rules_find_function(rules, NULL, NULL));
  assert_null(dxl_rules_find_member(rules, NULL, "Make"));
  assert_null(dxl_rules_find_type(rules, NULL));

  const dxl_rule_entry *entry = dxl_rules_find_entry(rules, "MAKE_ENTRY");
  assert_ptr_equal(entry, dxl_rules_find_entry_member(rules, "DRIVER_TABLE", "MakeEntry"));
  assert_string_equal(entry->name, "MakeEntry");
  assert_int_equal(entry->irql_max, DXL_IRQL_PASSIVE);
  assert_int_equal(entry->links.count, 1);
  assert_string_equal(entry->links.items[0].object, "whole");
  assert_string_equal(dxl_rules_find_entry(rules, "END_ENTRY")->name, "END_ENTRY");
  assert_int_equal(rules->objects.count, 2);
  assert_string_equal(rules->objects.items[1].parent, "whole");
  assert_true(rules->objects.items[1].has_created);
  assert_false(rules->objects.items[0].has_created);
  assert_int_equal(rules->objects.items[1].destroy.count, 1);
  assert_string_equal(rules->registrations.items[0].record, "DRIVER_TABLE");
  assert_string_equal(rules->registrations.items[0].version_member, "Version");
  assert_string_equal(rules->owner_sources.items[0].member, "Maker");
  assert_string_equal(rules->markers.items[0].name, "PAGED");
  assert_string_equal(rules->opposites.items[0].record, "LINK");
  assert_string_equal(rules->opposites.items[0].forth, "Next");
  assert_string_equal(rules->opposites.items[0].back, "Before");
  assert_string_equal(rules->checks.items[0].summary, "all is well");
  rule_test_end(&test);
}

// ---- Rules that change others
// ---------------------------------------------------------------------------------------------

static const char base_yaml[] = "pack: base\n"
                                "resources:\n"
                                "  - {id: thing, kind: handle, leak_is_reported: false}\n"
                                "calls:\n"
                                "  - name: Open\n"
                                "    irql_max: DISPATCH_LEVEL\n"
                                "    acquires: [{resource: thing, value: return}]\n"
                                "  - name: Close\n"
                                "    releases: [{resource: thing, value: arg0}]\n"
                                "entries:\n"
                                "  - {type: ENTRY, tables: [TABLE.Entry], irql_max: PASSIVE_LEVEL}\n";

static void a_rule_extends_another(void **state) {
  (void)state;
  rule_test test = rule_test_begin();
  assert_true(rule_test_add(&test, "base.yaml", base_yaml));
  assert_true(rule_test_add(&test, "mine.yaml",
                            "pack: mine\n"
                            "resources:\n"
                            "  - {id: thing, extends: true, leak_is_reported: true, title: my thing}\n"
                            "  - {id: other, kind: state}\n"
                            "calls:\n"
                            "  - name: Open\n"
                            "    extends: true\n"
                            "    irql_max: PASSIVE_LEVEL\n"
                            "    acquires: [{resource: other, value: '*arg1'}]\n"
                            "entries:\n"
                            "  - {type: ENTRY, extends: true, tables: [MY_TABLE.Entry]}\n"));
  assert_true(dxl_rules_finish(test.rules, &test.errors));
  const dxl_rule_call *open = dxl_rules_find_function(test.rules, "Open", NULL);
  assert_int_equal(open->irql_max, DXL_IRQL_PASSIVE);
  assert_int_equal(open->acquires.count, 2);
  assert_string_equal(test.rules->resources.items[open->acquires.items[0].resource].id, "thing");
  assert_string_equal(test.rules->resources.items[open->acquires.items[1].resource].id, "other");
  assert_string_equal(open->pack, "base");
  assert_int_equal(test.rules->calls.count, 2);
  const dxl_resource *thing = dxl_rules_find_resource(test.rules, "thing");
  assert_true(thing->leak_is_reported);
  assert_int_equal(thing->kind, DXL_RESOURCE_HANDLE);
  assert_string_equal(thing->title, "my thing");
  assert_string_equal(thing->pack, "base");
  assert_string_equal(thing->reported_by, "mine");
  const dxl_rule_entry *entry = dxl_rules_find_entry_member(test.rules, "MY_TABLE", "Entry");
  assert_ptr_equal(entry, dxl_rules_find_entry_member(test.rules, "TABLE", "Entry"));
  assert_int_equal(entry->irql_max, DXL_IRQL_PASSIVE);
  rule_test_end(&test);
}

static void a_rule_replaces_another(void **state) {
  (void)state;
  rule_test test = rule_test_begin();
  assert_true(rule_test_add(&test, "base.yaml", base_yaml));
  assert_true(rule_test_add(&test, "mine.yaml",
                            "pack: mine\n"
                            "resources:\n"
                            "  - {id: thing, replaces: true, kind: memory}\n"
                            "calls:\n"
                            "  - {name: Open, replaces: true, has_no_effect: true}\n"
                            "entries:\n"
                            "  - {type: ENTRY, replaces: true, tables: [MY_TABLE.Entry]}\n"));
  assert_true(dxl_rules_finish(test.rules, &test.errors));
  const dxl_rule_call *open = dxl_rules_find_function(test.rules, "Open", NULL);
  assert_string_equal(open->pack, "mine");
  assert_int_equal(open->acquires.count, 0);
  assert_int_equal(open->irql_max, DXL_IRQL_UNKNOWN);
  assert_int_equal(test.rules->calls.count, 2);
  assert_int_equal(dxl_rules_find_resource(test.rules, "thing")->kind, DXL_RESOURCE_MEMORY);
  assert_null(dxl_rules_find_entry_member(test.rules, "TABLE", "Entry"));
  assert_int_equal(test.rules->entries.count, 1);
  rule_test_end(&test);
}

static void a_rule_is_changed_by_its_name(void **state) {
  (void)state;
  rule_test test = rule_test_begin();
  assert_true(rule_test_add(&test, "base.yaml",
                            "pack: base\n"
                            "calls:\n"
                            "  - {name: A, match: [{type: TA}, {member: R.A}], may_raise: true}\n"
                            "  - {name: B, match: [{member: R.B}], may_raise: true}\n"
                            "  - {name: C, match: [{member: R.C}], may_raise: true}\n"
                            "  - {name: C, match: [{member: S.C}], may_raise: true}\n"));
  assert_true(rule_test_add(&test, "mine.yaml",
                            "pack: mine\n"
                            "calls:\n"
                            "  - {name: A, extends: true, irql_max: PASSIVE_LEVEL}\n"
                            "  - {name: B, replaces: true, has_no_effect: true}\n"
                            "  - {name: C, extends: true, irql_max: PASSIVE_LEVEL}\n"));
  assert_false(dxl_rules_finish(test.rules, &test.errors)); // which C is not known
  assert_int_equal(test.errors.count, 1);
  assert_int_equal(test.errors.items[0].line, 5);
  const dxl_rule_call *a = dxl_rules_find_type(test.rules, "TA");
  assert_ptr_equal(a, dxl_rules_find_member(test.rules, "R", "A"));
  assert_int_equal(a->irql_max, DXL_IRQL_PASSIVE);
  assert_true(a->may_raise);
  const dxl_rule_call *b = dxl_rules_find_member(test.rules, "R", "B");
  assert_string_equal(b->pack, "mine");
  assert_false(b->may_raise);
  rule_test_end(&test);
}

static void a_replaced_rule_is_gone_under_all_its_names(void **state) {
  (void)state;
  rule_test test = rule_test_begin();
  assert_true(rule_test_add(&test, "base.yaml",
                            "pack: base\n"
                            "calls:\n"
                            "  - {name: A, match: [{function: A}, {type: TA}, {member: R.A}], may_raise: true}\n"
                            "  - {name: B, may_raise: true}\n"
                            "  - {name: C, may_raise: true}\n"));
  assert_true(rule_test_add(&test, "mine.yaml",
                            "pack: mine\n"
                            "calls:\n"
                            "  - {name: A, match: [{type: TA}], replaces: true, is_noreturn: true}\n"
                            "  - {name: New, match: [{member: R.A}], has_no_effect: true}\n"));
  assert_true(dxl_rules_finish(test.rules, &test.errors));
  assert_int_equal(test.rules->calls.count, 4);
  assert_null(dxl_rules_find_function(test.rules, "A", NULL));
  assert_true(dxl_rules_find_type(test.rules, "TA")->is_noreturn);
  assert_string_equal(dxl_rules_find_member(test.rules, "R", "A")->name, "New");
  assert_string_equal(dxl_rules_find_function(test.rules, "B", NULL)->name, "B");
  assert_string_equal(dxl_rules_find_function(test.rules, "C", NULL)->name, "C");
  rule_test_end(&test);
}

static void changes_need_something_to_change(void **state) {
  (void)state;
  rule_test test = rule_test_begin();
  assert_true(rule_test_add(&test, "base.yaml", base_yaml));
  assert_true(rule_test_add(&test, "mine.yaml",
                            "pack: mine\n"
                            "resources:\n"
                            "  - {id: thing, kind: handle}\n"
                            "  - {id: nothing, extends: true}\n"
                            "calls:\n"
                            "  - {name: Open, has_no_effect: true}\n"
                            "  - {name: Opne, extends: true, has_no_effect: true}\n"
                            "  - {name: Colse, replaces: true, has_no_effect: true}\n"
                            "  - {names: [Twice, Twice], has_no_effect: true}\n"
                            "entries:\n"
                            "  - {type: OTHER, tables: [TABLE.Entry]}\n"));
  assert_false(dxl_rules_finish(test.rules, &test.errors));
  rule_test_expect(
      &test,
      "mine.yaml:3:5: the resource 'thing' is already there (base.yaml:3); 'extends: true' adds to it, 'replaces: "
      "true' "
      "takes its place\n"
      "mine.yaml:4:5: the resource 'nothing' is not there and cannot be changed\n"
      "mine.yaml:6:5: 'Open' already has a rule (base.yaml:5); 'extends: true' adds to it, 'replaces: true' takes its "
      "place\n"
      "mine.yaml:7:5: there is no rule for 'Opne' to be extended\n"
      "mine.yaml:8:5: there is no rule for 'Colse' to be replaced\n"
      "mine.yaml:9:5: 'Twice' already has a rule (mine.yaml:9); 'extends: true' adds to it, 'replaces: true' takes its "
      "place\n"
      "mine.yaml:11:5: 'TABLE.Entry' already belongs to the entry point 'ENTRY'\n");
  // What was right is there.
  assert_int_equal(dxl_rules_find_function(test.rules, "Open", NULL)->acquires.count, 1);
  assert_non_null(dxl_rules_find_function(test.rules, "Twice", NULL));
  rule_test_end(&test);
}

// ---- What the binary carries
// ------------------------------------------------------------------------------------------------

static void the_default_packs_load(void **state) {
  (void)state;
  rule_test test = rule_test_begin();
  assert_true(dxl_rules_add_builtin(test.rules, NULL, &test.errors));
  assert_true(dxl_rules_finish(test.rules, &test.errors));
  rule_test_expect(&test, "");
  const dxl_rules *rules = test.rules;
  const dxl_rule_call *create = dxl_rules_find_member(rules, "DXGKRNL_INTERFACE", "DxgkCbCreateContextAllocation");
  assert_ptr_equal(create, dxl_rules_find_type(rules, "DXGKCB_CREATECONTEXTALLOCATION"));
  assert_int_equal(create->version, 0x300E);
  assert_string_equal(create->version_title, "Windows 8 (WDDM 1.2)");
  assert_int_equal(create->irql_max, DXL_IRQL_PASSIVE);
  assert_string_equal(create->acquires.items[0].value.text, "arg0->hAllocation");
  assert_string_equal(create->acquires.items[0].owner.text, "arg0->hAdapter");
  assert_true(create->acquires.items[0].status_zero_or_negative);
  const dxl_rule_call *destroy = dxl_rules_find_type(rules, "DXGKCB_DESTROYCONTEXTALLOCATION");
  assert_int_equal(destroy->releases.items[0].resource, create->acquires.items[0].resource);
  assert_string_equal(destroy->releases.items[0].value.text, "arg1");
  assert_string_equal(destroy->releases.items[0].owner.text, "arg0");
  assert_int_equal(dxl_rules_find_type(rules, "DXGKCB_MAPCONTEXTALLOCATION")->version, 0x5023);
  assert_int_equal(dxl_rules_find_entry(rules, "DXGKDDI_SUBMITCOMMAND")->irql_max, DXL_IRQL_DISPATCH);
  assert_int_equal(
      dxl_rules_find_entry_member(rules, "DRIVER_INITIALIZATION_DATA", "DxgkDdiInterruptRoutine")->irql_max,
      DXL_IRQL_DIRQL);
  assert_int_equal(dxl_rules_find_function(rules, "KeAcquireSpinLock", NULL)->irql.level, DXL_IRQL_DISPATCH);
  assert_string_equal(rules->owner_sources.items[0].member, "DeviceHandle");
  rule_test_end(&test);
}

static void every_pack_loads_alone_and_with_all_others(void **state) {
  (void)state;
  const bool *is_default = NULL;
  const char *const *names = dxl_rules_builtin_names(&is_default);
  const char *const all[] = {"all", NULL};
  assert_non_null(names[0]);
  for (uint32_t i = 0; names[i]; i++) {
    const char *const one[] = {names[i], NULL};
    rule_test test = rule_test_begin();
    assert_true(dxl_rules_add_builtin(test.rules, one, &test.errors));
    assert_true(dxl_rules_finish(test.rules, &test.errors));
    rule_test_expect(&test, "");
    rule_test_end(&test);
  }
  rule_test test = rule_test_begin();
  assert_true(dxl_rules_add_builtin(test.rules, all, &test.errors));
  assert_true(dxl_rules_add_builtin(test.rules, names, &test.errors)); // nothing is read twice
  assert_true(dxl_rules_finish(test.rules, &test.errors));
  assert_int_equal(test.errors.count, 0);
  rule_test_end(&test);
}

static void every_rule_cites_a_page(void **state) {
  (void)state;
  rule_test test = rule_test_begin();
  assert_true(dxl_rules_add_builtin(test.rules, NULL, &test.errors));
  assert_true(dxl_rules_finish(test.rules, &test.errors));
  for (uint32_t i = 0; i < test.rules->calls.count; i++) {
    const dxl_rule_call *call = &test.rules->calls.items[i];
    if (call->irql_max != DXL_IRQL_UNKNOWN || call->contracts.count)
      assert_true(call->doc && strncmp(call->doc, "https://learn.microsoft.com/", 28) == 0);
  }
  rule_test_end(&test);
}

/// Value of "#define NAME 0x..." in a header.
static uint32_t defined_value(const char *header, const char *name, size_t length) {
  char line[128];
  snprintf(line, sizeof line, "#define DXGKDDI_INTERFACE_VERSION_%.*s 0x", (int)length, name);
  const char *at = strstr(header, line);
  assert_non_null(at);
  return (uint32_t)strtoul(at + strlen(line), NULL, 16);
}

/// Each callback of the interface, as the header that is carried has it, has a rule with the version that it stands
/// under.
static void the_interface_table_is_covered(void **state) {
  (void)state;
  const char *versions = dxl_builtin_find("headers/wddm/d3dukmdt.h")->text;
  const char *at = strstr(dxl_builtin_find("headers/wddm/dispmprt.h")->text, "DXGKCB_EVAL_ACPI_METHOD DxgkCb");
  rule_test test = rule_test_begin();
  assert_true(dxl_rules_add_builtin(test.rules, NULL, &test.errors));
  assert_true(dxl_rules_finish(test.rules, &test.errors));
  uint32_t version = 0, count = 0;
  while (at && *at != '}') {
    static const char condition[] = "#if (DXGKDDI_INTERFACE_VERSION >= DXGKDDI_INTERFACE_VERSION_";
    char type[128], member[128];
    if (strncmp(at, condition, strlen(condition)) == 0) {
      const char *name = at + strlen(condition);
      version = defined_value(versions, name, strcspn(name, ")"));
    } else if (strncmp(at, "#endif", 6) == 0) {
      version = 0;
    } else if (sscanf(at, " %127[A-Z0-9_] %127[A-Za-z0-9];", type, member) == 2) {
      const dxl_rule_call *call = dxl_rules_find_member(test.rules, "DXGKRNL_INTERFACE", member);
      if (!call || call != dxl_rules_find_type(test.rules, type) || call->version != version)
        fail_msg("%s %s: no rule, or not of version %x", type, member, version);
      count++;
    }
    at = strchr(at, '\n');
    at = at ? at + 1 : NULL;
  }
  assert_true(count > 60);
  rule_test_end(&test);
}

/// The rule files that the page about them shows.
static void examples_of_the_page_load(void **state) {
  (void)state;
  FILE *file = fopen(DXL_SOURCE_DIR "/docs/rules.md", "rb");
  assert_non_null(file);
  static char page[1 << 17];
  page[fread(page, 1, sizeof page - 1, file)] = '\0';
  fclose(file);
  uint32_t count = 0;
  for (char *at = strstr(page, "```yaml\n"), *end; at; at = strstr(end + 3, "```yaml\n")) {
    at += strlen("```yaml\n");
    end = strstr(at, "```");
    assert_non_null(end);
    rule_test test = rule_test_begin();
    assert_true(dxl_rules_add_builtin(test.rules, NULL, &test.errors));
    dxl_rules_add_text(test.rules, "rules.md", at, (size_t)(end - at), &test.errors);
    dxl_rules_finish(test.rules, &test.errors);
    rule_test_expect(&test, "");
    rule_test_end(&test);
    count++;
  }
  assert_true(count >= 2);
}

static void an_unknown_pack_is_named_with_its_nearest(void **state) {
  (void)state;
  rule_test test = rule_test_begin();
  const char *const names[] = {"wdm-bsae", "frobnicate", NULL};
  assert_false(dxl_rules_add_builtin(test.rules, names, &test.errors));
  rule_test_expect(&test, "-:0:0: unknown rule pack 'wdm-bsae' (did you mean 'wdm-base'?)\n"
                          "-:0:0: unknown rule pack 'frobnicate'\n");
  rule_test_end(&test);
}

static void the_nine_checks_have_pages(void **state) {
  (void)state;
  static const char *const ids[] = {
      "dxgk-leak",           "dxgk-double-destroy",   "dxgk-use-after-destroy", "dxgk-wrong-adapter", "dxgk-irql",
      "dxgk-invalid-handle", "dxgk-unchecked-status", "dxgk-create-contract",   "dxgk-version"};
  rule_test test = rule_test_begin();
  const char *const none[] = {NULL};
  assert_true(dxl_rules_add_builtin(test.rules, none, &test.errors));
  assert_true(dxl_rules_finish(test.rules, &test.errors));
  assert_int_equal(test.rules->checks.count, sizeof ids / sizeof ids[0]);
  for (uint32_t i = 0; i < test.rules->checks.count; i++) {
    const dxl_rule_check *check = &test.rules->checks.items[i];
    assert_string_equal(check->id, ids[i]);
    assert_non_null(check->summary);
    assert_non_null(check->help);
    assert_int_equal(strncmp(check->help, "# ", 2), 0);
    assert_int_equal(strncmp(check->help + 2, ids[i], strlen(ids[i])), 0);
    assert_non_null(strstr(check->help, "```c"));
  }
  rule_test_end(&test);
}

static void headers_and_flags_are_carried(void **state) {
  (void)state;
  dxl_arena *arena = dxl_arena_new();
  dxl_builtin_array headers = {0};
  dxl_builtin_words flags = {0};
  dxl_builtin_headers(arena, &headers);
  dxl_builtin_flags(arena, "/opt/mingw", &flags);
  bool has_interface = false, has_prelude = false, has_base = false;
  for (uint32_t i = 0; i < headers.count; i++) {
    assert_int_equal(strncmp(headers.items[i].path, DXL_BUILTIN_HEADERS "/", strlen(DXL_BUILTIN_HEADERS) + 1), 0);
    assert_int_equal(strlen(headers.items[i].text), headers.items[i].length);
    has_interface |= strcmp(headers.items[i].path, DXL_BUILTIN_HEADERS "/wddm/dispmprt.h") == 0;
  }
  for (uint32_t i = 0; i < flags.count; i++) {
    assert_true(flags.items[i][0] && !strchr(flags.items[i], '@') && flags.items[i][0] != '#');
    has_prelude |= strcmp(flags.items[i], DXL_BUILTIN_HEADERS "/km/dxl_prelude.h") == 0;
    has_base |= strcmp(flags.items[i], "/opt/mingw/ddk") == 0;
  }
  assert_true(has_interface && has_prelude && has_base);
  size_t count = 0;
  const dxl_builtin_file *files = dxl_builtin_files(&count);
  for (size_t i = 1; i < count; i++)
    assert_true(strcmp(files[i - 1].path, files[i].path) < 0);
  assert_non_null(dxl_builtin_find("headers/flags.txt"));
  assert_null(dxl_builtin_find("headers/absent.h"));
  dxl_array_free(&headers);
  dxl_array_free(&flags);
  dxl_arena_free(arena);
}

// ---- Files on disk
// -----------------------------------------------------------------------------------------------------------

static void write_file(const char *path, const char *text) {
  FILE *file = fopen(path, "wb");
  assert_non_null(file);
  assert_int_equal(fwrite(text, 1, strlen(text), file), strlen(text));
  assert_int_equal(fclose(file), 0);
}

static void folders_are_read_in_order(void **state) {
  (void)state;
  char folder[] = "/tmp/dxl-rules-XXXXXX", path[256], sub[256];
  assert_non_null(mkdtemp(folder));
  snprintf(sub, sizeof sub, "%s/sub", folder);
  assert_int_equal(mkdir(sub, 0700), 0);
  static const struct {
    const char *name, *text;
  } files[] = {
      {"b.yaml", "pack: b\ncalls:\n  - {name: B, extends: true, may_raise: true}\n"},
      {"a.yml", "pack: a\ncalls:\n  - {name: B, has_no_effect: true}\nchecks:\n  - {id: x, summary: y, help: x.md}\n"},
      {"x.md", "# x\n"},
      {"notes.txt", "not: a: rule"},
      {".hidden.yaml", "neither: this"},
      {"sub/c.yaml", "pack: c\ncalls:\n  - {name: C, has_no_effect: true}\n"},
  };
  for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
    snprintf(path, sizeof path, "%s/%s", folder, files[i].name);
    write_file(path, files[i].text);
  }
  snprintf(path, sizeof path, "%s/", folder);
  rule_test test = rule_test_begin();
  assert_true(dxl_rules_add_path(test.rules, path, &test.errors));
  assert_true(dxl_rules_finish(test.rules, &test.errors));
  rule_test_expect(&test, "");
  assert_int_equal(test.rules->packs.count, 3);
  assert_true(dxl_rules_find_function(test.rules, "B", NULL)->may_raise);
  assert_string_equal(test.rules->checks.items[0].help, "# x\n");
  rule_test_end(&test);

  test = rule_test_begin();
  snprintf(path, sizeof path, "%s/absent", folder);
  assert_false(dxl_rules_add_path(test.rules, path, &test.errors));
  assert_int_equal(test.errors.count, 1);
  assert_string_equal(test.errors.items[0].message, "No such file or directory");
  assert_false(dxl_rules_add_path(test.rules, "/dev/null", &test.errors));
  assert_string_equal(test.errors.items[1].message, "not a file");
  rule_test_end(&test);

  for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
    snprintf(path, sizeof path, "%s/%s", folder, files[i].name);
    assert_int_equal(unlink(path), 0);
  }
  test = rule_test_begin();
  assert_false(dxl_rules_add_path(test.rules, folder, &test.errors));
  assert_string_equal(test.errors.items[0].message, "no rule files (*.yaml) in this folder");
  rule_test_end(&test);
  assert_int_equal(rmdir(sub), 0);
  assert_int_equal(rmdir(folder), 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(places_are_read_as_in_c),
      cmocka_unit_test(what_is_no_place_is_refused_where_it_goes_wrong),
      cmocka_unit_test(places_have_limits),
      cmocka_unit_test(conditions_are_read_as_in_c),
      cmocka_unit_test(what_is_no_condition_is_refused_where_it_goes_wrong),
      cmocka_unit_test(conditions_nest_only_so_deep),
      cmocka_unit_test(every_key_reaches_its_member),
      cmocka_unit_test(a_rule_extends_another),
      cmocka_unit_test(a_rule_replaces_another),
      cmocka_unit_test(a_rule_is_changed_by_its_name),
      cmocka_unit_test(a_replaced_rule_is_gone_under_all_its_names),
      cmocka_unit_test(changes_need_something_to_change),
      cmocka_unit_test(the_default_packs_load),
      cmocka_unit_test(every_pack_loads_alone_and_with_all_others),
      cmocka_unit_test(every_rule_cites_a_page),
      cmocka_unit_test(the_interface_table_is_covered),
      cmocka_unit_test(examples_of_the_page_load),
      cmocka_unit_test(an_unknown_pack_is_named_with_its_nearest),
      cmocka_unit_test(the_nine_checks_have_pages),
      cmocka_unit_test(headers_and_flags_are_carried),
      cmocka_unit_test(folders_are_read_in_order),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
