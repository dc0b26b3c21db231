// dxgk-leak, for locks and what else is known by an address that exists before (locked pages, lists)
//
//      Live -- the activation that acquired it returns --> REPORTED, if it is meant to release it:
//      on another way it has released it last, and its result is an error or none
//
// A function that returns with the lock it took is a way to take it; one that sometimes releases it and says by its result whether it
// did is another. Only an error, or nothing, as the result says that nobody will come for it.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/checks.h"
#include <string.h>

static bool is_keyed(const dxl_resource *resource) {
  return (resource->kind == DXL_RESOURCE_LOCK || resource->kind == DXL_RESOURCE_STATE) && resource->leak_is_reported;
}

/// What a function has done last to such a thing when it returns, on one way or another.
enum { NOTHING = 1, TAKEN = 2, GIVEN = 4 };

/// What has been done last behind an instruction, where `before` was in front of it.
static uint32_t step(const dxl_engine *engine, const dxl_graph *graph, const dxl_ir_instruction *instruction, uint32_t resource,
                     uint32_t before) {
  const dxl_rule_call *rule = instruction->opcode == DXL_IR_CALL ? dxl_static_rule(engine, graph, instruction) : NULL;
  for (uint32_t i = 0; rule && i < rule->acquires.count; i++)
    if (rule->acquires.items[i].resource == resource)
      return TAKEN;
  for (uint32_t i = 0; rule && i < rule->releases.count; i++)
    if (rule->releases.items[i].resource == resource)
      return GIVEN;
  return before;
}

/// The function's own body has released such a thing last on some way to its end. One that takes it again after each release, to
/// wait in between, is a way to take it as well.
static bool releases(dxl_engine *engine, const dxl_frame *frame, uint32_t resource) {
  const uint32_t key[2] = {frame->function, resource};
  const uint64_t *known = dxl_map_get(engine->releasers, key, sizeof key);
  if (known)
    return *known == 2;
  const dxl_ir_function *body = engine->module->functions.items[frame->function];
  uint8_t *at = dxl_allocate(body->blocks.count + 1); // what the ways to a block have done last
  memset(at, 0, body->blocks.count + 1);
  at[0] = NOTHING;
  uint32_t result = 0;
  for (bool changed = true; changed;) {
    changed = false;
    for (uint32_t b = 0; b < body->blocks.count; b++) {
      const dxl_ir_block *block = &body->blocks.items[b];
      uint32_t steps = at[b];
      for (uint32_t i = 0; steps && i < block->instructions.count; i++)
        steps = step(engine, frame->graph, &block->instructions.items[i], resource, steps);
      if (block->terminator.kind == DXL_IR_RETURN)
        result |= steps;
      for (uint32_t n = 0, next; (next = dxl_successor(block, n)) != DXL_IR_NO_BLOCK; n++) {
        changed |= (at[next] | steps) != at[next];
        at[next] |= (uint8_t)steps;
      }
    }
  }
  dxl_release(at);
  *dxl_map_put(engine->releasers, key, sizeof key, NULL) = result & GIVEN ? 2 : 1;
  return result & GIVEN;
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
