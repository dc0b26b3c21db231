// Which resources the driver can still reach, through locals, globals, objects that outlive the analysis, and memory
// that those point to.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/checks.h"
#include "engine/internal.h"

typedef struct reach {
  dxl_engine *engine;
  const dxl_state *state;
  bool live_locals_only; ///< locals that nothing reads any more are no roots
  DXL_ARRAY(dxl_term) values; ///< reached values that hold resources or fresh memory
  DXL_ARRAY(const dxl_object *) waiting; ///< fresh memory not reached yet
} reach;

static bool is_fresh_memory(const dxl_engine *engine, dxl_term base) {
  const dxl_symbol *symbol = dxl_term_symbol(&engine->terms, base);
  return symbol && symbol->is_fresh;
}

// ---- Locals that are still read ------------------------------------------------------------------------------------------

typedef struct mention {
  uint32_t local;
  bool found;
} mention;

static void look_for(void *user, const dxl_ir_operand *operand) {
  mention *m = user;
  m->found |= operand->kind == DXL_IR_LOCAL && operand->index == m->local;
}

static bool reads(const dxl_ir_instruction *instruction, uint32_t local) {
  mention m = {local, false};
  if (instruction->opcode == DXL_IR_LIFETIME_START || instruction->opcode == DXL_IR_LIFETIME_END)
    return false;
  if (instruction->opcode == DXL_IR_STORE) { // being written to is no use
    look_for(&m, &instruction->b);
    return m.found;
  }
  dxl_visit_operands(instruction, look_for, &m);
  return m.found;
}

/// Whether a local is read in a block or in one that can follow it.
static bool is_read_from(dxl_engine *engine, uint32_t function, uint32_t block, uint32_t local) {
  const uint32_t key[3] = {function, block, local};
  bool is_new;
  uint64_t *slot = dxl_map_put(engine->dead_locals, key, sizeof key, &is_new);
  if (!is_new)
    return *slot == 2;
  const dxl_ir_function *body = engine->module->functions.items[function];
  bool *seen = dxl_allocate(body->blocks.count);
  memset(seen, 0, body->blocks.count);
  DXL_ARRAY(uint32_t) stack = {0};
  dxl_array_push(&stack, block);
  seen[block] = true;
  bool found = false;
  while (stack.count && !found) {
    const dxl_ir_block *at = &body->blocks.items[dxl_array_pop(&stack)];
    for (uint32_t i = 0; i < at->instructions.count && !found; i++)
      found = reads(&at->instructions.items[i], local);
    uint32_t to;
    for (uint32_t n = 0; (to = dxl_successor(at, n)) != DXL_IR_NO_BLOCK; n++)
      if (!seen[to]) {
        seen[to] = true;
        dxl_array_push(&stack, to);
      }
  }
  dxl_array_free(&stack);
  dxl_release(seen);
  *dxl_map_put(engine->dead_locals, key, sizeof key, NULL) = found ? 2 : 1;
  return found;
}

/// Whether a local of an activation may still be read behind the current instruction.
static bool is_local_live(const reach *r, const dxl_object *object) {
  const dxl_region *region = dxl_term_region(&r->engine->terms, object->base);
  if (!region || region->kind != DXL_REGION_LOCAL || region->index >= 0x80000000u)
    return true;
  const dxl_frame *frame = r->engine->frame;
  while (frame && frame->site != region->frame)
    frame = frame->parent;
  if (!frame || !frame->point)
    return true;
  const dxl_ir_block *block = &dxl_frame_function(r->engine, frame)->blocks.items[frame->point->block];
  for (uint32_t i = frame->instruction + 1; i < block->instructions.count; i++)
    if (reads(&block->instructions.items[i], region->index))
      return true;
  uint32_t to;
  for (uint32_t n = 0; (to = dxl_successor(block, n)) != DXL_IR_NO_BLOCK; n++)
    if (is_read_from(r->engine, frame->function, to, region->index))
      return true;
  // Somebody may have its address.
  for (uint32_t i = 0; i < r->state->objects.count; i++)
    for (uint32_t k = 0; k < r->state->objects.items[i]->cells.count; k++) {
      dxl_term value = r->state->objects.items[i]->cells.items[k].value;
      if (dxl_term_get(&r->engine->terms, value)->kind >= DXL_TERM_REGION &&
          dxl_term_contains(&r->engine->terms, value, object->base))
        return true;
    }
  return false;
}

// ---- Reaching --------------------------------------------------------------------------------------------------------------

static void reach_value(reach *r, dxl_term value) {
  // Of two values the one that is not there reaches nothing.
  if (value && dxl_term_get(&r->engine->terms, value)->kind == DXL_TERM_CHOICE)
    value = dxl_resolve(&r->engine->terms, r->state, value);
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

/// What the reached values point to is reached too.
static void spread(reach *r) {
  for (bool again = true; again;) {
    again = false;
    for (uint32_t i = 0; i < r->waiting.count; i++) {
      const dxl_object *object = r->waiting.items[i];
      bool is_reached = false;
      for (uint32_t k = 0; k < r->values.count && object && !is_reached; k++)
        is_reached = dxl_term_holds(&r->engine->terms, r->values.items[k], object->base);
      if (!is_reached)
        continue;
      reach_object(r, object);
      r->waiting.items[i] = NULL;
      again = true;
    }
  }
}

/// Memory of the driver of which nobody can say any more who has it: what is in it is not lost.
static bool is_given_up(const reach *r, const dxl_object *object) {
  const dxl_holding *holding = dxl_state_holding(r->state, object->base, UINT32_MAX);
  return holding && holding->is_escaped && holding->state == DXL_HOLDING_LIVE;
}

static void reach_all(reach *r, dxl_term extra) {
  for (uint32_t i = 0; i < r->state->objects.count; i++) {
    const dxl_object *object = r->state->objects.items[i];
    if (object->is_dead)
      continue;
    if (object->cells.count == 0)
      continue;
    if (is_fresh_memory(r->engine, object->base) && !is_given_up(r, object))
      dxl_array_push(&r->waiting, object);
    else if (!r->live_locals_only || is_local_live(r, object))
      reach_object(r, object);
  }
  reach_value(r, extra);
  reach_registers(r);
  spread(r);
}

void dxl_collect_values(const dxl_engine *engine, const dxl_state *state, dxl_term base, int64_t from, int64_t to,
                        dxl_terms_list *values) {
  const dxl_object *object = dxl_state_object(state, base);
  for (uint32_t i = 0; object && i < object->cells.count; i++) {
    const dxl_cell *cell = &object->cells.items[i];
    if (cell->bit < to && cell->bit + (int64_t)cell->width > from && dxl_term_get(&engine->terms, cell->value)->has_resource)
      dxl_array_push(values, cell->value);
  }
}

static bool is_in_focus(const dxl_engine *engine, const dxl_terms_list *focus, dxl_term value) {
  for (uint32_t i = 0; focus && i < focus->count; i++)
    if (dxl_term_holds(&engine->terms, focus->items[i], value))
      return true;
  return !focus;
}

static bool is_reached(const reach *r, dxl_term value) {
  for (uint32_t i = 0; i < r->values.count; i++)
    if (dxl_term_holds(&r->engine->terms, r->values.items[i], value))
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

bool dxl_is_only_in_variables(dxl_engine *engine, const dxl_state *state, dxl_term value) {
  reach r = {.engine = engine, .state = state};
  for (uint32_t i = 0; i < state->objects.count; i++) {
    const dxl_object *object = state->objects.items[i];
    const dxl_region *region = dxl_term_region(&engine->terms, object->base);
    if (object->is_dead || (region && region->kind == DXL_REGION_GLOBAL))
      continue;
    if (is_fresh_memory(engine, object->base))
      dxl_array_push(&r.waiting, object);
    else
      reach_object(&r, object);
  }
  spread(&r);
  bool is_elsewhere = is_reached(&r, value);
  dxl_array_free(&r.values);
  dxl_array_free(&r.waiting);
  return !is_elsewhere;
}

bool dxl_is_known_on(dxl_engine *engine, const dxl_state *state, dxl_term value) {
  reach r = {.engine = engine, .state = state, .live_locals_only = true};
  reach_all(&r, 0);
  bool found = is_reached(&r, value);
  dxl_array_free(&r.values);
  dxl_array_free(&r.waiting);
  return found;
}

/// What a value reaches, also through memory that the driver has made.
static void reach_from(reach *r, dxl_term value) {
  for (uint32_t i = 0; i < r->state->objects.count; i++)
    if (is_fresh_memory(r->engine, r->state->objects.items[i]->base))
      dxl_array_push(&r->waiting, r->state->objects.items[i]);
  reach_value(r, value);
  spread(r);
}

bool dxl_leads_to_live(dxl_engine *engine, const dxl_state *state, dxl_term value) {
  reach r = {.engine = engine, .state = state};
  reach_from(&r, value);
  bool found = false;
  for (uint32_t i = 0; i < state->holdings.count && !found; i++) {
    const dxl_holding *holding = &state->holdings.items[i];
    found = holding->state == DXL_HOLDING_LIVE && !holding->is_escaped && !holding->is_foreign &&
            engine->rules->resources.items[holding->resource].leak_is_reported && is_reached(&r, holding->value);
  }
  dxl_array_free(&r.values);
  dxl_array_free(&r.waiting);
  return found;
}

/// Marks as escaped what is live and the value reaches, or all that it does not reach.
static void mark_escaped(dxl_engine *engine, dxl_state *state, dxl_term value, bool is_what_it_reaches) {
  reach r = {.engine = engine, .state = state};
  reach_from(&r, value);
  for (uint32_t i = 0; i < state->holdings.count; i++) {
    dxl_holding *holding = &state->holdings.items[i];
    if (is_reached(&r, holding->value) == is_what_it_reaches && (!is_what_it_reaches || holding->state == DXL_HOLDING_LIVE))
      holding->is_escaped = true;
  }
  dxl_array_free(&r.values);
  dxl_array_free(&r.waiting);
}

void dxl_hand_over(dxl_engine *engine, dxl_state *state, dxl_term value) { mark_escaped(engine, state, value, false); }

void dxl_give_up(dxl_engine *engine, dxl_state *state, dxl_term value) { mark_escaped(engine, state, value, true); }

/// Whether a loss of the resource is worth a finding.
static bool may_be_lost(const dxl_engine *engine, const dxl_holding *holding) {
  return holding->state == DXL_HOLDING_LIVE && !holding->is_escaped && !holding->is_foreign && !holding->is_reported &&
         engine->rules->resources.items[holding->resource].leak_is_reported;
}

void dxl_mark_adrift(dxl_engine *engine, const dxl_frame *frame, dxl_state *state, const dxl_term *arguments, uint32_t count) {
  bool is_needed = false;
  for (uint32_t i = 0; i < state->holdings.count; i++)
    is_needed |= may_be_lost(engine, &state->holdings.items[i]) && !state->holdings.items[i].adrift;
  if (!is_needed)
    return;
  reach r = {.engine = engine, .state = state};
  for (uint32_t i = 0; i < count; i++)
    reach_value(&r, arguments[i]);
  reach_all(&r, 0);
  for (uint32_t i = 0; i < state->holdings.count; i++)
    if (may_be_lost(engine, &state->holdings.items[i]) && !state->holdings.items[i].adrift &&
        !is_reached(&r, state->holdings.items[i].value))
      state->holdings.items[i].adrift = frame->depth + 1;
  dxl_array_free(&r.values);
  dxl_array_free(&r.waiting);
}

/// What is in memory that the focus names is in focus too.
static void widen_focus(const dxl_engine *engine, const dxl_state *state, const dxl_terms_list *focus,
                        dxl_terms_list *wide) {
  for (uint32_t i = 0; i < focus->count; i++)
    dxl_array_push(wide, focus->items[i]);
  for (uint32_t i = 0; i < wide->count; i++)
    for (uint32_t k = 0; k < state->objects.count; k++) {
      const dxl_object *object = state->objects.items[k];
      if (!is_fresh_memory(engine, object->base) || !dxl_term_holds(&engine->terms, wide->items[i], object->base))
        continue;
      bool is_known = false;
      for (uint32_t n = 0; n < i && !is_known; n++)
        is_known = dxl_term_holds(&engine->terms, wide->items[n], object->base);
      if (!is_known)
        dxl_collect_values(engine, state, object->base, INT64_MIN, INT64_MAX, wide);
    }
}

enum { CAUSES = 16 };

static bool is_older(const dxl_holding *a, const dxl_holding *b) {
  uint32_t first = a->acquired ? a->acquired->length : 0, second = b->acquired ? b->acquired->length : 0;
  return first != second ? first < second : a->value < b->value;
}

/// True when lost memory holds the other: who frees the one properly would find the other there.
static bool leads_to(const reach *all, const dxl_holding *from, const dxl_holding *to) {
  if (all->engine->rules->resources.items[from->resource].kind != DXL_RESOURCE_MEMORY)
    return false;
  reach r = {.engine = all->engine, .state = all->state};
  for (uint32_t i = 0; i < all->waiting.count; i++)
    if (all->waiting.items[i])
      dxl_array_push(&r.waiting, all->waiting.items[i]);
  reach_value(&r, from->value);
  spread(&r);
  bool found = is_reached(&r, to->value);
  dxl_array_free(&r.values);
  dxl_array_free(&r.waiting);
  return found;
}

void dxl_check_reachable(dxl_engine *engine, dxl_frame *frame, dxl_state *state, dxl_term extra,
                         const dxl_terms_list *focus, dxl_ir_location location, const char *how) {
  bool is_needed = false;
  if (focus && !focus->count)
    return;
  dxl_terms_list wide = {0};
  if (focus) {
    widen_focus(engine, state, focus, &wide);
    focus = &wide;
  }
  for (uint32_t i = 0; i < state->holdings.count && !is_needed; i++) {
    const dxl_holding *holding = &state->holdings.items[i];
    is_needed = holding->state == DXL_HOLDING_LIVE && !holding->is_escaped && !holding->is_foreign &&
                engine->rules->resources.items[holding->resource].leak_is_reported &&
                is_in_focus(engine, focus, holding->value);
  }
  if (!is_needed) {
    dxl_array_free(&wide);
    return;
  }
  reach r = {.engine = engine, .state = state, .live_locals_only = focus != NULL};
  reach_all(&r, extra);
  DXL_ARRAY(dxl_holding) lost = {0};
  uint32_t kept = 0;
  for (uint32_t i = 0; i < state->holdings.count; i++) {
    dxl_holding *holding = &state->holdings.items[i];
    const dxl_resource *resource = &engine->rules->resources.items[holding->resource];
    // The call succeeded, and there was nothing.
    dxl_range range = dxl_range_of(&engine->terms, state, holding->value);
    if (range.low == 0 && range.high == 0 && resource->kind == DXL_RESOURCE_HANDLE)
      continue;
    bool is_by_value = resource->kind == DXL_RESOURCE_HANDLE || resource->kind == DXL_RESOURCE_MEMORY ||
                       resource->kind == DXL_RESOURCE_OBJECT;
    if (holding->state == DXL_HOLDING_LIVE && !holding->is_escaped && !holding->is_foreign && is_by_value &&
        resource->leak_is_reported && is_in_focus(engine, focus, holding->value) &&
        !is_reached(&r, holding->value) && !(frame && holding->adrift && holding->adrift <= frame->depth))
      dxl_array_push(&lost, *holding);
    else
      state->holdings.items[kept++] = *holding;
  }
  state->holdings.count = kept;
  for (uint32_t i = 0; i < lost.count; i++) {
    bool follows = false;
    for (uint32_t k = 0; k < lost.count && k < CAUSES && !follows; k++)
      follows = k != i && leads_to(&r, &lost.items[k], &lost.items[i]) &&
                (is_older(&lost.items[k], &lost.items[i]) || !leads_to(&r, &lost.items[i], &lost.items[k]));
    if (!follows && !lost.items[i].is_reported)
      dxl_check_leak(engine, frame, state, &lost.items[i], location, how);
  }
  dxl_array_free(&lost);
  dxl_array_free(&wide);
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
