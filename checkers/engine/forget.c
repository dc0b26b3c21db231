// Forgetting what no longer matters: past resources that no memory knows, and facts about what nothing can name.
// Invariant: what is forgotten could not be read again, so that no later step would have asked for it.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/internal.h"

static void collect_held(const dxl_engine *engine, const dxl_state *state, const dxl_running *running, dxl_terms_list *held) {
  for (uint32_t i = 0; i < state->objects.count; i++) {
    const dxl_object *object = state->objects.items[i];
    for (uint32_t k = 0; k < object->cells.count; k++)
      if (dxl_term_get(&engine->terms, object->cells.items[k].value)->has_resource)
        dxl_array_push(held, object->cells.items[k].value);
  }
  for (const dxl_frame *frame = engine->frame; frame; frame = frame->parent) {
    const dxl_running *now = frame == engine->frame ? running : frame->running;
    if (!now || !now->registers || !frame->point)
      continue;
    for (uint32_t k = 0; k < frame->graph->slots[frame->point->block]; k++)
      if (now->registers[k] && dxl_term_get(&engine->terms, now->registers[k])->has_resource)
        dxl_array_push(held, now->registers[k]);
  }
}

static bool is_held(const dxl_engine *engine, const dxl_terms_list *held, dxl_term value) {
  for (uint32_t i = 0; i < held->count; i++)
    if (dxl_term_holds(&engine->terms, held->items[i], value))
      return true;
  return false;
}

/// A value that was there before the analysis: still in its place?
static bool is_in_place(dxl_engine *engine, dxl_state *state, dxl_term value) {
  // What is known by its address (a lock in an object) is there as long as the object is.
  if (dxl_term_get(&engine->terms, value)->kind == DXL_TERM_ADD)
    value = dxl_term_address(&engine->terms, value).base;
  const dxl_symbol *symbol = dxl_term_symbol(&engine->terms, value);
  if (!symbol || symbol->kind != DXL_SYMBOL_INITIAL)
    return symbol && (symbol->kind == DXL_SYMBOL_PARAMETER || symbol->kind == DXL_SYMBOL_ENTRY);
  dxl_address address = {symbol->base, 0, symbol->index};
  dxl_scalar scalar = DXL_POINTER_SCALAR;
  return dxl_memory_read(&engine->terms, state, address, symbol->bit, scalar) == value;
}

bool dxl_stands_in_cells(const dxl_engine *engine, const dxl_state *state, dxl_term value) {
  for (uint32_t i = 0; i < state->objects.count; i++) {
    const dxl_object *object = state->objects.items[i];
    for (uint32_t k = 0; k < object->cells.count; k++)
      if (dxl_term_contains(&engine->terms, object->cells.items[k].value, value))
        return true;
  }
  return false;
}

void dxl_forget_past(dxl_engine *engine, dxl_state *state, const dxl_running *running) {
  bool has_past = false;
  for (uint32_t i = 0; i < state->holdings.count; i++)
    has_past |= state->holdings.items[i].state != DXL_HOLDING_LIVE;
  if (!has_past)
    return;
  dxl_terms_list held = {0};
  collect_held(engine, state, running, &held);
  uint32_t kept = 0;
  for (uint32_t i = 0; i < state->holdings.count; i++) {
    dxl_holding *holding = &state->holdings.items[i];
    bool is_resource = dxl_term_get(&engine->terms, holding->value)->has_resource;
    bool stays = holding->state == DXL_HOLDING_LIVE;
    if (!stays && is_resource)
      stays = is_held(engine, &held, holding->value);
    else if (!stays)
      stays = is_in_place(engine, state, holding->value) || dxl_stands_in_cells(engine, state, holding->value);
    if (stays) {
      state->holdings.items[kept++] = *holding;
      continue;
    }
    dxl_term value = holding->value;
    dxl_state_drop_object(state, value);
    if (is_resource)
      dxl_state_forget(state, value);
  }
  state->holdings.count = kept;
  dxl_array_free(&held);
}

/// Room for a mark and a verdict on each term there is.
static void reserve_marks(dxl_engine *engine) {
  const uint32_t count = engine->terms.nodes.count;
  if (engine->marks.count >= count)
    return;
  dxl_array_reserve(&engine->marks, count);
  dxl_array_reserve(&engine->verdicts, count);
  memset(engine->marks.items + engine->marks.count, 0, (count - engine->marks.count) * sizeof(uint32_t));
  memset(engine->verdicts.items + engine->verdicts.count, 0, (count - engine->verdicts.count) * sizeof(uint32_t));
  engine->marks.count = engine->verdicts.count = count;
}

/// Marks every symbol of a term.
static void mark_symbols(dxl_engine *engine, dxl_term term) {
  if (!term)
    return;
  if (engine->marks.items[term] == engine->mark)
    return;
  engine->marks.items[term] = engine->mark;
  dxl_term_node node = *dxl_term_get(&engine->terms, term);
  if (node.kind == DXL_TERM_SYMBOL)
    mark_symbols(engine, engine->terms.symbols.items[node.a].base);
  if (node.kind < DXL_TERM_ADD)
    return;
  mark_symbols(engine, node.a);
  mark_symbols(engine, node.b);
  mark_symbols(engine, node.c);
}

static void mark_layers(dxl_engine *engine, const dxl_layer *layers, uint32_t count) {
  for (uint32_t i = 0; i < count; i++) {
    mark_symbols(engine, layers[i].base);
    if (layers[i].kind == DXL_LAYER_CHOICE) {
      mark_layers(engine, layers[i].first->items, layers[i].first->count);
      mark_layers(engine, layers[i].second->items, layers[i].second->count);
    }
  }
}

/// Every symbol of the term is marked, or can be read again from memory that is. What was found out is kept until
/// `verdict_round` changes: terms share their parts.
static bool is_marked(dxl_engine *engine, dxl_term term) {
  if (!term || engine->marks.items[term] == engine->mark)
    return true;
  dxl_term_node node = *dxl_term_get(&engine->terms, term);
  if (node.kind == DXL_TERM_SYMBOL) {
    const dxl_symbol *symbol = &engine->terms.symbols.items[node.a];
    if (symbol->kind == DXL_SYMBOL_PARAMETER || symbol->kind == DXL_SYMBOL_IRQL)
      return true;
    if (symbol->kind == DXL_SYMBOL_INITIAL || symbol->kind == DXL_SYMBOL_WRITTEN) {
      const dxl_region *region = dxl_term_region(&engine->terms, symbol->base);
      return region ? region->kind != DXL_REGION_LOCAL : is_marked(engine, symbol->base);
    }
    return false;
  }
  if (node.kind < DXL_TERM_ADD)
    return true;
  uint32_t *verdict = &engine->verdicts.items[term];
  if (*verdict / 2 != engine->verdict_round) {
    bool result = is_marked(engine, node.a) && is_marked(engine, node.b) && is_marked(engine, node.c);
    *verdict = engine->verdict_round * 2 + result;
  }
  return *verdict & 1;
}

void dxl_forget_facts(dxl_engine *engine, dxl_state *state, dxl_term extra) {
  if (!state->facts || state->facts->count < 24)
    return;
  reserve_marks(engine);
  engine->mark++;
  engine->verdict_round++;
  for (uint32_t i = 0; i < state->objects.count; i++) {
    const dxl_object *object = state->objects.items[i];
    mark_symbols(engine, object->base);
    for (uint32_t k = 0; k < object->cells.count; k++) {
      mark_symbols(engine, object->cells.items[k].value);
      mark_symbols(engine, object->cells.items[k].index);
    }
    mark_layers(engine, object->layers.items, object->layers.count);
  }
  for (uint32_t i = 0; i < state->holdings.count; i++) {
    mark_symbols(engine, state->holdings.items[i].value);
    mark_symbols(engine, state->holdings.items[i].owner);
    mark_symbols(engine, state->holdings.items[i].status);
    mark_symbols(engine, state->holdings.items[i].judgement);
    mark_symbols(engine, state->holdings.items[i].level);
  }
  mark_symbols(engine, state->level);
  mark_symbols(engine, extra);
  for (const dxl_frame *frame = engine->frame; frame; frame = frame->parent)
    for (uint32_t k = 0; frame->running && frame->running->registers && frame->point &&
                         k < frame->graph->slots[frame->point->block]; k++)
      mark_symbols(engine, frame->running->registers[k]);
  // What a kept fact binds a symbol to is of use as well.
  for (uint32_t i = 0; i < state->facts->count; i++)
    if (state->facts->items[i].bound && is_marked(engine, state->facts->items[i].term)) {
      mark_symbols(engine, state->facts->items[i].bound);
      engine->verdict_round++;
    }
  DXL_ARRAY(dxl_fact) kept = {0};
  for (uint32_t i = 0; i < state->facts->count; i++)
    if (is_marked(engine, state->facts->items[i].term))
      dxl_array_push(&kept, state->facts->items[i]);
  if (kept.count < state->facts->count) {
    if (--state->facts->references == 0)
      dxl_release(state->facts);
    state->facts = NULL;
    for (uint32_t i = 0; i < kept.count; i++)
      *dxl_state_fact_writable(state, kept.items[i].term) = kept.items[i];
  }
  dxl_array_free(&kept);
}
