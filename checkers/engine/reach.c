// Which resources the driver can still reach, through locals, globals, objects that outlive the analysis, and memory
// that those point to.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/checks.h"
#include "engine/internal.h"

typedef struct reach {
  const dxl_engine *engine;
  const dxl_state *state;
  DXL_ARRAY(dxl_term) values; ///< reached values that hold resources or fresh memory
  DXL_ARRAY(const dxl_object *) waiting; ///< fresh memory not reached yet
} reach;

static bool is_fresh_memory(const dxl_engine *engine, dxl_term base) {
  const dxl_symbol *symbol = dxl_term_symbol(&engine->terms, base);
  return symbol && symbol->is_fresh;
}

static void reach_value(reach *r, dxl_term value) {
  if (value && dxl_term_get(&r->engine->terms, value)->has_resource)
    dxl_array_push(&r->values, value);
}

static void reach_object(reach *r, const dxl_object *object) {
  for (uint32_t i = 0; i < object->cells.count; i++)
    reach_value(r, object->cells.items[i].value);
}

static void reach_registers(reach *r) {
  bool is_innermost = true;
  for (const dxl_frame *frame = r->engine->frame; frame; frame = frame->parent) {
    const dxl_running *running = frame->running;
    if (running && running->registers && frame->point) {
      const dxl_ir_block *block = &dxl_frame_function(r->engine, frame)->blocks.items[frame->point->block];
      for (uint32_t i = 0; i < frame->instruction && i < block->instructions.count; i++) {
        uint32_t result = block->instructions.items[i].result;
        if (result == DXL_IR_NO_RESULT)
          continue;
        const dxl_graph_register *reg = &frame->graph->registers[result];
        // What the instruction under way reads is in use as well.
        if (reg->last_use > frame->instruction || (!is_innermost && reg->last_use >= frame->instruction))
          reach_value(r, running->registers[reg->slot]);
      }
    }
    is_innermost = false;
  }
}

static void reach_all(reach *r, dxl_term extra) {
  for (uint32_t i = 0; i < r->state->objects.count; i++) {
    const dxl_object *object = r->state->objects.items[i];
    if (object->is_dead)
      continue;
    if (is_fresh_memory(r->engine, object->base))
      dxl_array_push(&r->waiting, object);
    else
      reach_object(r, object);
  }
  reach_value(r, extra);
  reach_registers(r);
  for (bool again = true; again;) {
    again = false;
    for (uint32_t i = 0; i < r->waiting.count; i++) {
      const dxl_object *object = r->waiting.items[i];
      bool is_reached = false;
      for (uint32_t k = 0; k < r->values.count && object && !is_reached; k++)
        is_reached = dxl_term_contains(&r->engine->terms, r->values.items[k], object->base);
      if (!is_reached)
        continue;
      reach_object(r, object);
      r->waiting.items[i] = NULL;
      again = true;
    }
  }
}

static bool is_reached(const reach *r, dxl_term value) {
  for (uint32_t i = 0; i < r->values.count; i++)
    if (dxl_term_contains(&r->engine->terms, r->values.items[i], value))
      return true;
  return false;
}

bool dxl_is_kept(dxl_engine *engine, dxl_state *state, dxl_term value, dxl_term extra) {
  const dxl_term_node *node = dxl_term_get(&engine->terms, value);
  if (!node->has_resource) { // a status: any cell
    if (extra && dxl_term_contains(&engine->terms, extra, value))
      return true;
    for (uint32_t i = 0; i < state->objects.count; i++)
      for (uint32_t k = 0; k < state->objects.items[i]->cells.count; k++)
        if (dxl_term_contains(&engine->terms, state->objects.items[i]->cells.items[k].value, value))
          return true;
    return false;
  }
  reach r = {.engine = engine, .state = state};
  reach_all(&r, extra);
  bool found = is_reached(&r, value);
  dxl_array_free(&r.values);
  dxl_array_free(&r.waiting);
  return found;
}

void dxl_check_reachable(dxl_engine *engine, dxl_frame *frame, dxl_state *state, dxl_term extra,
                         dxl_ir_location location, const char *how) {
  bool is_needed = false;
  for (uint32_t i = 0; i < state->holdings.count && !is_needed; i++) {
    const dxl_holding *holding = &state->holdings.items[i];
    is_needed = holding->state == DXL_HOLDING_LIVE && !holding->is_escaped && !holding->is_foreign &&
                engine->rules->resources.items[holding->resource].leak_is_reported;
  }
  if (!is_needed)
    return;
  reach r = {.engine = engine, .state = state};
  reach_all(&r, extra);
  uint32_t kept = 0;
  for (uint32_t i = 0; i < state->holdings.count; i++) {
    dxl_holding *holding = &state->holdings.items[i];
    const dxl_resource *resource = &engine->rules->resources.items[holding->resource];
    bool is_by_value = resource->kind == DXL_RESOURCE_HANDLE || resource->kind == DXL_RESOURCE_MEMORY ||
                       resource->kind == DXL_RESOURCE_OBJECT;
    if (holding->state == DXL_HOLDING_LIVE && !holding->is_escaped && !holding->is_foreign && is_by_value &&
        resource->leak_is_reported && !is_reached(&r, holding->value)) {
      if (!holding->is_reported)
        dxl_check_leak(engine, frame, state, holding, location, how);
      continue;
    }
    state->holdings.items[kept++] = *holding;
  }
  state->holdings.count = kept;
  dxl_array_free(&r.values);
  dxl_array_free(&r.waiting);
}

void dxl_drop_locals(dxl_engine *engine, const dxl_frame *frame, dxl_state *state) {
  DXL_ARRAY(dxl_term) gone = {0};
  for (uint32_t i = 0; i < state->objects.count; i++) {
    const dxl_region *region = dxl_term_region(&engine->terms, state->objects.items[i]->base);
    if (region && region->kind == DXL_REGION_LOCAL && region->frame == frame->site)
      dxl_array_push(&gone, state->objects.items[i]->base);
  }
  for (uint32_t i = 0; i < gone.count; i++)
    dxl_state_drop_object(state, gone.items[i]);
  dxl_array_free(&gone);
}
