// Joins of memory: cells that one side has written and the other has not, and what lies below them.
// Invariant: where both sides read the same, so does the joined object; where nobody can say which side it is, a cell that
// only one of them knows is a choice or a symbol, never the value of one side.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/merge.h"

static bool same_layer(const dxl_layer *x, const dxl_layer *y) {
  return x->kind == y->kind && x->index == y->index && x->from == y->from && x->to == y->to && x->base == y->base &&
         x->source_index == y->source_index && x->delta == y->delta && x->serial == y->serial && x->first == y->first &&
         x->second == y->second;
}

/// How many layers, from the lowest one, are the same in both.
static uint32_t common_layers(const dxl_object *a, const dxl_object *b) {
  uint32_t left = a ? a->layers.count : 0, right = b ? b->layers.count : 0, common = 0;
  while (common < left && common < right && same_layer(&a->layers.items[common], &b->layers.items[common]))
    common++;
  return common;
}

enum { CHOICES_WITHIN = 4, LAYERS_CHOSEN = 12 };

/// Copies the layers from `first` on to where nothing changes them; NULL when a choice cannot hold them.
static const dxl_layers *frozen_layers(dxl_terms *terms, const dxl_object *object, uint32_t first, uint64_t *within,
                                       int64_t *from, int64_t *to) {
  uint32_t count = object && object->layers.count > first ? object->layers.count - first : 0;
  if (count > LAYERS_CHOSEN)
    return NULL;
  for (uint32_t i = 0; i < count; i++) {
    const dxl_layer *layer = &object->layers.items[first + i];
    if (layer->index || (layer->kind == DXL_LAYER_CHOICE && layer->serial >= CHOICES_WITHIN))
      return NULL;
    if (layer->kind == DXL_LAYER_CHOICE && layer->serial > *within)
      *within = layer->serial;
    *from = layer->from < *from ? layer->from : *from;
    *to = layer->to > *to ? layer->to : *to;
  }
  dxl_layers *frozen = dxl_arena_alloc(terms->arena, sizeof *frozen + count * sizeof(dxl_layer));
  frozen->count = count;
  if (count)
    memcpy(frozen->items, object->layers.items + first, count * sizeof(dxl_layer));
  return frozen;
}

typedef DXL_ARRAY(dxl_layer) layer_list;

/// Adds that nobody knows what stands where the layer is. Ranges that meet become one.
static void add_unknown(layer_list *merged, const dxl_layer *layer, uint64_t serial) {
  dxl_layer unknown = {.kind = DXL_LAYER_WRITTEN, .index = layer->index, .from = layer->from, .to = layer->to,
                       .serial = serial};
  uint32_t kept = 0;
  for (uint32_t i = 0; i < merged->count; i++) {
    const dxl_layer *old = &merged->items[i];
    bool is_near = old->index == unknown.index && old->from <= unknown.to && unknown.from <= old->to;
    if (!is_near && merged->count < LAYERS_CHOSEN) {
      merged->items[kept++] = *old;
      continue;
    }
    unknown.index = is_near ? unknown.index : 0;
    unknown.from = old->from < unknown.from ? old->from : unknown.from;
    unknown.to = old->to > unknown.to ? old->to : unknown.to;
  }
  merged->count = kept;
  dxl_array_push(merged, unknown);
}

/// What replaces the layers of two objects that are not the same in both: a choice where something tells the sides apart,
/// else nobody knows what stands there.
static void merge_layers(dxl_joint *j, const dxl_object *mine, const dxl_object *other, layer_list *merged) {
  uint32_t common = common_layers(mine, other);
  if (common == (mine ? mine->layers.count : 0) && common == (other ? other->layers.count : 0))
    return;
  uint64_t within = 0;
  dxl_layer choice = {.kind = DXL_LAYER_CHOICE, .from = INT64_MAX, .to = INT64_MIN, .base = j->condition};
  if (j->condition) {
    choice.first = frozen_layers(&j->engine->terms, mine, common, &within, &choice.from, &choice.to);
    choice.second = frozen_layers(&j->engine->terms, other, common, &within, &choice.from, &choice.to);
  }
  if (choice.first && choice.second) {
    choice.serial = within + 1;
    dxl_array_push(merged, choice);
    return;
  }
  const uint64_t serial = ++j->into->written;
  const dxl_object *sides[2] = {mine, other};
  for (int side = 0; side < 2; side++)
    for (uint32_t i = common; sides[side] && i < sides[side]->layers.count; i++)
      add_unknown(merged, &sides[side]->layers.items[i], serial);
}

/// The member that a value was read from, where another one leads back.
static const dxl_opposite *forth_of(const dxl_joint *j, dxl_term value) {
  const dxl_symbol *symbol = dxl_term_symbol(&j->engine->terms, value);
  if (symbol && symbol->kind == DXL_SYMBOL_MERGED)
    return symbol->forth;
  return symbol && symbol->member ? dxl_opposite_of(j->engine, symbol->record, symbol->member) : NULL;
}

/// What stands in one side's memory where only the other has written.
static dxl_term read_cell(const dxl_joint *j, dxl_state *state, dxl_term base, const dxl_cell *cell) {
  dxl_address address = {base, 0, cell->index};
  dxl_scalar scalar = {.width = cell->width, .is_pointer = cell->width == 64};
  const dxl_opposite *forth = cell->index ? NULL : forth_of(j, base);
  if (forth && forth->other_bit == cell->bit) {
    scalar.opposite = dxl_opposite_of(j->engine, forth->record, forth->other);
    scalar.record = forth->record;
    scalar.member = forth->other;
  }
  return dxl_memory_read(&j->engine->terms, state, address, cell->bit, scalar);
}

static int64_t bits_of_integer(const dxl_terms *terms, dxl_term value, uint32_t width) {
  return dxl_cut(dxl_term_get(terms, value)->value, width, false);
}

/// Reading loses the sign of a constant: where both sides are the same bits they are the same value.
static bool same_bits(const dxl_terms *terms, dxl_term a, dxl_term b, uint32_t width) {
  return a == b || (dxl_term_is_integer(terms, a) && dxl_term_is_integer(terms, b) &&
                    bits_of_integer(terms, a, width) == bits_of_integer(terms, b, width));
}

static void share_object(dxl_state *state, const dxl_object *object) {
  dxl_object *copy = dxl_state_object_writable(state, object->base);
  copy->is_dead = object->is_dead;
  for (uint32_t i = 0; i < object->cells.count; i++)
    dxl_array_push(&copy->cells, object->cells.items[i]);
  for (uint32_t i = 0; i < object->layers.count; i++)
    dxl_array_push(&copy->layers, object->layers.items[i]);
}

/// What leads forth on either side leads back when nobody knows any more which of the two it is.
static void note_way_back(dxl_joint *j, dxl_term base, const dxl_cell *cell, dxl_term a, dxl_term b) {
  dxl_terms *terms = &j->engine->terms;
  const dxl_symbol *merged = dxl_term_symbol(terms, cell->value);
  if (!merged || merged->kind != DXL_SYMBOL_MERGED || merged->forth)
    return;
  const dxl_opposite *forth = forth_of(j, a);
  forth = forth ? forth : forth_of(j, b);
  dxl_term back = forth ? dxl_record_around(terms, base, cell->index, cell->bit - forth->bit) : 0;
  if (!back)
    return;
  dxl_symbol *symbol = dxl_term_symbol(terms, cell->value);
  symbol->forth = forth;
  symbol->back = back;
}

/// What stands in a variable of the function is still known by it, or is lost with it.
static void note_lost(dxl_joint *j, dxl_term base, dxl_term a, dxl_term b, dxl_term merged) {
  const dxl_terms *terms = &j->engine->terms;
  const dxl_region *region = dxl_term_region(terms, base);
  if (dxl_term_get(terms, merged)->has_resource || (region && region->kind == DXL_REGION_LOCAL))
    return;
  if (dxl_term_get(terms, a)->has_resource)
    dxl_array_push(&j->lost[0], a);
  if (dxl_term_get(terms, b)->has_resource)
    dxl_array_push(&j->lost[1], b);
}

void dxl_merge_object(dxl_joint *j, dxl_term base) {
  dxl_terms *terms = &j->engine->terms;
  const dxl_object *mine = dxl_state_object(j->into, base), *other = dxl_state_object(j->from, base);
  if (mine == other)
    return;
  // Memory that only one side has made is what it is there: the other side has no way to it.
  const dxl_symbol *symbol = dxl_term_symbol(terms, base);
  if (symbol && symbol->is_fresh && (!mine || !other)) {
    if (!mine)
      share_object(j->into, other);
    return;
  }
  // What one side has given back nobody looks at there any more: it is what it is on the other.
  if (mine && other && mine->is_dead != other->is_dead) {
    if (mine->is_dead) {
      dxl_state_drop_object(j->into, base);
      share_object(j->into, other);
    }
    return;
  }
  struct {
    DXL_ARRAY(dxl_cell) items;
  } result = {0};
  const dxl_object *sides[2] = {mine, other};
  for (int side = 0; side < 2; side++)
    for (uint32_t i = 0; sides[side] && i < sides[side]->cells.count; i++) {
      dxl_cell cell = sides[side]->cells.items[i];
      if (side == 1 && dxl_memory_cell(mine, &cell))
        continue;
      dxl_term a = dxl_memory_cell(mine, &cell), b = dxl_memory_cell(other, &cell);
      if (!a)
        a = read_cell(j, j->into, base, &cell);
      if (!b)
        b = read_cell(j, (dxl_state *)(uintptr_t)j->from, base, &cell);
      cell.value = same_bits(terms, a, b, cell.width) ? cell.value : dxl_merge_values(j, a, b);
      note_lost(j, base, a, b, cell.value);
      note_way_back(j, base, &cell, a, b);
      dxl_array_push(&result.items, cell);
    }
  bool is_dead = (mine && mine->is_dead) || (other && other->is_dead);
  layer_list layers = {0};
  uint32_t common = common_layers(mine, other);
  merge_layers(j, mine, other, &layers);
  dxl_object *object = dxl_state_object_writable(j->into, base);
  object->is_dead = is_dead;
  object->cells.count = 0;
  object->layers.count = common < object->layers.count ? common : object->layers.count;
  for (uint32_t i = 0; i < layers.count; i++)
    dxl_array_push(&object->layers, layers.items[i]);
  dxl_array_free(&layers);
  // Cells of the two sides may overlap in part; the later one wins over a part of the earlier.
  for (uint32_t i = 0; i < result.items.count; i++)
    dxl_memory_put(terms, object, result.items.items[i]);
  dxl_array_free(&result.items);
}
