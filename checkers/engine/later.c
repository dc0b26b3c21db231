// Routines that the system calls once, after the call that names them is over (work items). What only their argument knows
// is theirs: what they neither release nor keep is lost when they return.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/internal.h"

/// Drops the locals of all activations: they are over when the routine runs.
static void drop_all_locals(dxl_engine *engine, dxl_state *state) {
  DXL_ARRAY(dxl_term) gone = {0};
  for (uint32_t i = 0; i < state->objects.count; i++) {
    const dxl_region *region = dxl_term_region(&engine->terms, state->objects.items[i]->base);
    if (region && region->kind == DXL_REGION_LOCAL)
      dxl_array_push(&gone, state->objects.items[i]->base);
  }
  for (uint32_t i = 0; i < gone.count; i++)
    dxl_state_drop_object(state, gone.items[i]);
  dxl_array_free(&gone);
}

/// Whether the argument is a block that nobody but the routine can release: something followed, or what holds that.
static bool is_handed_over(dxl_call *call, dxl_term context) {
  dxl_engine *engine = call->engine;
  const dxl_symbol *symbol = dxl_term_symbol(&engine->terms, context);
  if (symbol && symbol->is_fresh && dxl_leads_to_live(engine, call->state, context))
    return !dxl_is_known_on(engine, call->state, context);
  for (uint32_t i = 0; i < call->state->holdings.count; i++) {
    const dxl_holding *holding = &call->state->holdings.items[i];
    if (holding->value == context && holding->state == DXL_HOLDING_LIVE && !holding->is_escaped && !holding->is_foreign &&
        engine->rules->resources.items[holding->resource].leak_is_reported)
      return !dxl_is_known_on(engine, call->state, context);
  }
  return false;
}

void dxl_run_later(dxl_call *call, uint32_t routine, const dxl_rule_callback *rule, dxl_term context) {
  dxl_engine *engine = call->engine;
  context = dxl_resolve(&engine->terms, call->state, context);
  if (engine->runs_later || !dxl_is_open(engine, call->frame, routine) || !is_handed_over(call, context))
    return;
  dxl_state *state = dxl_state_copy(call->state);
  drop_all_locals(engine, state);
  dxl_hand_over(engine, state, context);
  if (rule->irql != DXL_IRQL_UNKNOWN)
    state->level = dxl_term_integer(&engine->terms, rule->irql);
  const dxl_ir_function *body = engine->module->functions.items[routine];
  dxl_frame there = {.function = routine};
  dxl_trace(engine, &there, state, DXL_STEP_EVENT, body->location,
            dxl_text(engine, "'%s' has its routine called later", call->rule->name));
  dxl_term arguments[DXL_ROUTINE_ARGUMENTS];
  for (uint32_t i = 0; i < DXL_ROUTINE_ARGUMENTS; i++)
    arguments[i] = i == rule->context_argument ? context : dxl_unknown_result(engine, NULL, call->site, 300 + i);
  dxl_exits exits = {0};
  engine->runs_later = true;
  dxl_enter(engine, NULL, routine, arguments, DXL_ROUTINE_ARGUMENTS, state, body->location, call->site, &exits);
  engine->runs_later = false;
  for (uint32_t i = 0; i < exits.count; i++)
    dxl_state_free(exits.items[i].state);
  dxl_array_free(&exits);
}
