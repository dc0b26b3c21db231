// What a function that was explored by itself may do with its arguments, told apart by whether it says that it failed. A
// caller that does not enter it still learns which of its resources the call leaves alone.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/internal.h"

/// Arguments that are followed: pointers among the first DXL_FOLLOWED of a part.
void dxl_follow_arguments(dxl_engine *engine, uint32_t function) {
  const dxl_ir_function *body = engine->module->functions.items[function];
  memset(engine->followed, 0, sizeof engine->followed);
  for (uint32_t i = 0; engine->is_in_parts && i < body->parameter_count && i < DXL_FOLLOWED; i++)
    if (body->locals.items[i].type->kind == DXL_IR_TYPE_POINTER)
      engine->followed[i] = dxl_root_argument(engine, function, i);
}

void dxl_note_taken(const dxl_engine *engine, dxl_state *state, dxl_term value) {
  for (uint32_t i = 0; engine->is_in_parts && value && i < DXL_FOLLOWED; i++)
    if (engine->followed[i] && dxl_term_holds(&engine->terms, value, engine->followed[i]))
      state->taken |= 1u << i;
}

/// Which of the two a result is: a negative status or NULL says that the call failed; no result says nothing.
static void classify(dxl_engine *engine, const dxl_ir_type *type, const dxl_exit *way, bool *is_failure, bool *is_success) {
  *is_failure = *is_success = true;
  if (!way->value || !type || type->kind == DXL_IR_TYPE_VOID)
    return;
  dxl_range range = dxl_range_of(&engine->terms, way->state, way->value);
  bool is_status = type->kind == DXL_IR_TYPE_INTEGER && type->is_signed;
  *is_failure = is_status ? range.low < 0 : range.low <= 0 && range.high >= 0;
  *is_success = is_status ? range.high >= 0 : range.low != 0 || range.high != 0;
}

void dxl_note_outcome(dxl_engine *engine, uint32_t function, const dxl_exits *exits, bool is_complete) {
  const dxl_ir_function *body = engine->module->functions.items[function];
  dxl_outcome *outcome = &engine->functions[function].outcome;
  memset(outcome, 0, sizeof *outcome);
  outcome->is_known = engine->is_in_parts && is_complete && exits->count > 0;
  for (uint32_t i = 0; outcome->is_known && i < exits->count; i++) {
    const dxl_exit *way = &exits->items[i];
    dxl_note_taken(engine, way->state, way->value);
    for (uint32_t k = 0; k < way->state->objects.count; k++) {
      const dxl_object *object = way->state->objects.items[k];
      for (uint32_t c = 0; c < object->cells.count; c++)
        dxl_note_taken(engine, way->state, object->cells.items[c].value);
    }
    bool is[2];
    classify(engine, body->return_type, way, &is[0], &is[1]);
    for (unsigned k = 0; k < 2; k++)
      if (is[k]) {
        outcome->happens[k] = true;
        outcome->taken[k] |= way->state->taken;
      }
  }
}

dxl_term dxl_outcome_condition(dxl_engine *engine, const dxl_ir_type *type, dxl_term result) {
  dxl_terms *terms = &engine->terms;
  if (!type || (type->kind != DXL_IR_TYPE_INTEGER && type->kind != DXL_IR_TYPE_POINTER))
    return 0;
  dxl_term zero = dxl_term_integer(terms, 0);
  return type->kind == DXL_IR_TYPE_INTEGER && type->is_signed ? dxl_term_less(terms, result, zero, false)
                                                              : dxl_term_truth(terms, dxl_term_equal(terms, result, zero));
}
