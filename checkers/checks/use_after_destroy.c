// dxgk-use-after-destroy
//
//             release               use
//      Live ----------> Released ---------> REPORTED
//
// A use is a call that takes the value and is no release: the rules list them. For a block of memory it is any access, where
// releasing a block twice is reported too: by a helper, say, that reads what it frees, both are. So is handing on what pointed
// to it, as a result to callers out of sight or to somebody unknown who expects an object there: `void *` may be a name for it.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/checks.h"

bool dxl_check_use_after(dxl_call *call, dxl_holding *holding) {
  dxl_engine *engine = call->engine;
  const dxl_resource *resource = &engine->rules->resources.items[holding->resource];
  if (holding->is_reported)
    return true;
  const dxl_claim claim = {
      .check = "dxgk-use-after-destroy", .level = DXL_LEVEL_WARNING,
      .message = dxl_text(engine, "%s is passed to '%s' after it was %s", resource->title, call->rule->name,
                          resource->release_verb),
      .end = dxl_text(engine, "used by '%s' here", call->rule->name),
      .cause = resource->id, .location = call->location, .holding = holding};
  dxl_claim_finding(engine, call->frame, call->state, &claim);
  holding->is_reported = true;
  return true;
}

/// Whether an activation got the block from its caller, as far as its parameters still say.
static bool is_given(dxl_engine *engine, const dxl_frame *frame, const dxl_state *state, dxl_term base) {
  const uint32_t count = dxl_frame_function(engine, frame)->parameter_count;
  for (uint32_t i = 0; i < count; i++) {
    const dxl_object *parameter = dxl_state_object(state, dxl_local_term(engine, frame, i));
    for (uint32_t k = 0; parameter && k < parameter->cells.count; k++)
      if (dxl_term_holds(&engine->terms, parameter->cells.items[k].value, base))
        return true;
  }
  return false;
}

/// The activation that accesses the block, with what its helpers do: those that it has handed the block to. Not one that has seen
/// the release itself.
static const dxl_frame *accessing(dxl_engine *engine, const dxl_frame *frame, const dxl_state *state, const dxl_holding *holding) {
  const uint32_t depth = dxl_depth_since(engine, state, holding->released);
  while (frame && frame->parent && frame->parent->depth > depth && is_given(engine, frame, state, holding->value) &&
         is_given(engine, frame->parent, state, holding->value))
    frame = frame->parent;
  return frame;
}

/// `done` is what happens to the block: "accessed", "returned", "passed to" the function `by`.
static bool is_touched(dxl_engine *engine, dxl_frame *frame, dxl_state *state, dxl_term base, dxl_ir_location location,
                       const char *done, const char *by) {
  const dxl_object *object = dxl_state_object(state, base);
  if (!object || !object->is_dead)
    return false;
  for (uint32_t i = 0; i < state->holdings.count; i++) {
    dxl_holding *holding = &state->holdings.items[i];
    const dxl_resource *resource = &engine->rules->resources.items[holding->resource];
    if (holding->value != base || holding->state != DXL_HOLDING_RELEASED || holding->is_reported ||
        holding->accessed || resource->kind != DXL_RESOURCE_MEMORY || !resource->double_is_reported)
      continue;
    const dxl_claim claim = {
        .check = "dxgk-use-after-destroy", .level = DXL_LEVEL_WARNING,
        .message = by ? dxl_text(engine, "%s is %s '%s' after it was %s", resource->title, done, by, resource->release_verb)
                      : dxl_text(engine, "%s is %s after it was %s", resource->title, done, resource->release_verb),
        .end = by ? dxl_text(engine, "used by '%s' here", by) : dxl_text(engine, "%s here", done),
        .cause = resource->id, .location = location, .holding = holding};
    dxl_claim_finding(engine, frame, state, &claim);
    const dxl_frame *accessor = accessing(engine, frame, state, holding);
    holding->accessed = 1 + (accessor ? accessor->site : 0);
    return true;
  }
  return false;
}

bool dxl_check_access(dxl_engine *engine, dxl_frame *frame, dxl_state *state, dxl_term base, dxl_ir_location location,
                      const char *by) {
  return is_touched(engine, frame, state, base, location, by ? "passed to" : "accessed", by);
}

bool dxl_check_handed_on(dxl_engine *engine, dxl_frame *frame, dxl_state *state, dxl_term value, dxl_ir_location location,
                         const char *to) {
  const dxl_term base = dxl_resolve_address(&engine->terms, state, value).base;
  return is_touched(engine, frame, state, base, location, to ? "passed to" : "returned", to);
}
