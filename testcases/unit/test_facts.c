// What is known of a value that is a choice: the conditions that choose it count too.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// clang-format off: cmocka.h needs these before it
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include "engine/state.h"

typedef struct {
  dxl_terms terms;
  dxl_state *state;
} world;

static int setup(void **context) {
  static world it;
  dxl_terms_init(&it.terms);
  it.state = dxl_state_new();
  *context = &it;
  return 0;
}

static int teardown(void **context) {
  world *it = *context;
  dxl_state_free(it->state);
  dxl_terms_free(&it->terms);
  return 0;
}

static dxl_term status(world *it, uint32_t number) {
  dxl_term term = dxl_term_symbol_keyed(&it->terms, DXL_SYMBOL_RESULT, &number, sizeof number, NULL);
  dxl_symbol *symbol = dxl_term_symbol(&it->terms, term);
  symbol->low = INT32_MIN;
  symbol->high = INT32_MAX;
  return term;
}

static dxl_term failed(world *it, dxl_term term) { return dxl_term_less(&it->terms, term, dxl_term_integer(&it->terms, 0), false); }

/// The first that failed, or an error: r < 0 ? (q < 0 ? q : r) : error.
static void test_nested_choice(void **context) {
  world *it = *context;
  dxl_term q = status(it, 1), r = status(it, 2);
  dxl_term inner = dxl_term_choice(&it->terms, failed(it, q), q, r);
  dxl_term whole = dxl_term_choice(&it->terms, failed(it, r), inner, dxl_term_integer(&it->terms, -5));
  dxl_range range = dxl_range_of(&it->terms, it->state, whole);
  assert_int_equal(range.low, INT32_MIN);
  assert_int_equal(range.high, -1);
  assert_int_equal(dxl_evaluate(&it->terms, it->state, failed(it, whole)), 1);
}

/// A condition of something else says nothing: r < 0 ? q : error.
static void test_other_condition(void **context) {
  world *it = *context;
  dxl_term q = status(it, 3), r = status(it, 4);
  dxl_term whole = dxl_term_choice(&it->terms, failed(it, r), q, dxl_term_integer(&it->terms, -5));
  assert_int_equal(dxl_range_of(&it->terms, it->state, whole).high, INT32_MAX);
  assert_int_equal(dxl_evaluate(&it->terms, it->state, failed(it, whole)), -1);
}

/// The other side of the condition counts for the other value: r < 0 ? 7 : r.
static void test_other_side(void **context) {
  world *it = *context;
  dxl_term r = status(it, 5);
  dxl_term whole = dxl_term_choice(&it->terms, failed(it, r), dxl_term_integer(&it->terms, 7), r);
  assert_int_equal(dxl_range_of(&it->terms, it->state, whole).low, 0);
}

/// A fact as a condition says as a condition what it said as a fact.
static void test_fact_as_condition(void **context) {
  world *it = *context;
  const dxl_fact fact = {.term = status(it, 6), .low = -0x40000000, .high = -1};
  dxl_term condition = dxl_fact_condition(&it->terms, &fact);
  dxl_fact said;
  assert_true(dxl_condition_range(&it->terms, condition, true, &said));
  assert_int_equal(said.term, fact.term);
  assert_int_equal(said.low, fact.low);
  assert_int_equal(said.high, fact.high);
  assert_false(dxl_condition_range(&it->terms, condition, false, &said)); // below or above
  assert_true(dxl_condition_range(&it->terms, dxl_term_not(&it->terms, condition), false, &said));
  assert_int_equal(said.low, fact.low);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(test_nested_choice, setup, teardown),
      cmocka_unit_test_setup_teardown(test_other_condition, setup, teardown),
      cmocka_unit_test_setup_teardown(test_other_side, setup, teardown),
      cmocka_unit_test_setup_teardown(test_fact_as_condition, setup, teardown),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
