// dxgk-leak, for locks and what else is known by an address that exists before (locked pages, lists)
//
//      Live -- the activation that acquired it returns --> REPORTED, if it is meant to release it:
//      it has a release of its own elsewhere, and its result is an error or none
//
// A function that returns with the lock it took is a way to take it; one that sometimes releases it and says by its result whether it
// did is another. Only an error, or nothing, as the result says that nobody will come for it.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/checks.h"

static bool is_keyed(const dxl_resource *resource) {
  return (resource->kind == DXL_RESOURCE_LOCK || resource->kind == DXL_RESOURCE_STATE) && resource->leak_is_reported;
}

/// The function's own body releases such a thing somewhere.
static bool releases(const dxl_engine *engine, const dxl_frame *frame, uint32_t resource) {
  const dxl_ir_function *body = engine->module->functions.items[frame->function];
  for (uint32_t i = 0; i < body->blocks.count; i++)
    for (uint32_t k = 0; k < body->blocks.items[i].instructions.count; k++) {
      const dxl_ir_instruction *instruction = &body->blocks.items[i].instructions.items[k];
      const dxl_rule_call *rule =
          instruction->opcode == DXL_IR_CALL ? dxl_static_rule(engine, frame->graph, instruction) : NULL;
      for (uint32_t n = 0; rule && n < rule->releases.count; n++)
        if (rule->releases.items[n].resource == resource)
          return true;
    }
  return false;
}

/// The result says that the function failed: a negative status, FALSE, NULL; or there is none. A reference may go with
/// what was queued: no result says nothing then.
static bool is_failure(dxl_engine *engine, dxl_state *state, const dxl_frame *frame, dxl_term value, const dxl_holding *holding) {
  const dxl_ir_type *type = engine->module->functions.items[frame->function]->return_type;
  if (!value)
    return !engine->rules->resources.items[holding->resource].goes_along;
  dxl_range range = dxl_range_of(&engine->terms, state, value);
  bool is_status = type && type->kind == DXL_IR_TYPE_INTEGER && type->bits == 32 && type->is_signed;
  return is_status ? range.high < 0 : range.low == 0 && range.high == 0;
}

void dxl_check_held(dxl_engine *engine, dxl_frame *frame, dxl_state *state, dxl_term value, dxl_ir_location location) {
  for (uint32_t i = 0; i < state->holdings.count; i++) {
    dxl_holding *holding = &state->holdings.items[i];
    if (holding->state != DXL_HOLDING_LIVE || holding->is_foreign || holding->is_escaped || holding->is_reported ||
        !holding->acquired || holding->acquired->function != frame->function || holding->acquired->depth != frame->depth ||
        !is_keyed(&engine->rules->resources.items[holding->resource]))
      continue;
    if (releases(engine, frame, holding->resource) && is_failure(engine, state, frame, value, holding))
      dxl_check_leak(engine, frame, state, holding, location, "return");
  }
}
