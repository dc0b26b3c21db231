// Memory of a state: scalars written to objects, ranges that were filled or copied, and what was there before.
// Invariants: cells of one object and index never overlap; reading makes no cells.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/state.h"

/// Elements of an array behind its start that an unknown index may select, and how many scalars a choice is made of.
enum { NEIGHBOUR_LIMIT = 64, SCALARS_CHOSEN = 8 };
/// Bits of a copy or fill of unknown length.
#define ALL_BITS ((int64_t)1 << 40)

static int64_t bits_of(uint64_t bytes) { return bytes >= (uint64_t)(ALL_BITS >> 3) ? ALL_BITS : (int64_t)bytes * 8; }

dxl_address dxl_resolve_address(dxl_terms *terms, const dxl_state *state, dxl_term term) {
  dxl_term_node node = *dxl_term_get(terms, term);
  if (node.kind == DXL_TERM_SYMBOL || node.kind == DXL_TERM_CHOICE) {
    dxl_term other = dxl_resolve(terms, state, term);
    if (other != term)
      return dxl_resolve_address(terms, state, other);
  } else if (node.kind == DXL_TERM_ADD) {
    dxl_address address = dxl_resolve_address(terms, state, node.a);
    address.offset += node.value;
    return address;
  } else if (node.kind == DXL_TERM_ELEMENT) {
    dxl_address address = dxl_resolve_address(terms, state, node.a);
    dxl_range range = dxl_range_of(terms, state, node.b);
    if (range.low == range.high) {
      address.offset += range.low * node.value;
    } else {
      dxl_term element = dxl_resolve(terms, state, node.b);
      // The symbolic part as an address of its own; a constant summand goes into the offset.
      dxl_term_node inner = *dxl_term_get(terms, element);
      if (inner.kind == DXL_TERM_ADD) {
        address.offset += inner.value * node.value;
        element = inner.a;
      }
      dxl_term zero = dxl_term_integer(terms, 0);
      address.index = dxl_term_element(terms, address.index ? address.index : zero, element, node.value);
    }
    return address;
  }
  return (dxl_address){term, 0, 0};
}

// ---- What was there before ---------------------------------------------------------------------------------------------

static void set_range(dxl_symbol *symbol, const dxl_scalar *scalar) {
  if (scalar->is_pointer) {
    symbol->low = 0;
  } else if (scalar->width && scalar->width < 64) {
    symbol->low = scalar->is_signed ? -((int64_t)1 << (scalar->width - 1)) : 0;
    symbol->high = scalar->is_signed ? ((int64_t)1 << (scalar->width - 1)) - 1 : ((int64_t)1 << scalar->width) - 1;
  }
}

static dxl_term initial_symbol(dxl_terms *terms, dxl_symbol_kind kind, dxl_term base, dxl_term index, int64_t bit,
                               uint64_t serial, dxl_scalar scalar) {
  struct {
    dxl_term base, index;
    int64_t bit;
    uint64_t serial;
    uint64_t width;
  } key = {base, index, bit, serial, scalar.width};
  bool is_new;
  dxl_term term = dxl_term_symbol_keyed(terms, kind, &key, sizeof key, &is_new);
  dxl_symbol *symbol = dxl_term_symbol(terms, term), *parent = dxl_term_symbol(terms, base);
  if (parent)
    parent->is_dereferenced = true;
  if (is_new) {
    set_range(symbol, &scalar);
    symbol->base = base;
    symbol->index = index;
    symbol->bit = bit;
  }
  if (!symbol->member && scalar.member) {
    symbol->record = scalar.record;
    symbol->member = scalar.member;
  }
  return term;
}

dxl_term dxl_record_around(dxl_terms *terms, dxl_term base, dxl_term index, int64_t bits) {
  if (index) {
    const dxl_term_node node = *dxl_term_get(terms, index);
    if (node.kind != DXL_TERM_ELEMENT || dxl_term_get(terms, node.a)->kind != DXL_TERM_INTEGER)
      return 0; // an array of arrays
    base = dxl_term_element(terms, base, node.b, node.value);
  }
  return dxl_term_add(terms, base, bits / 8);
}

/// The record that a pointer was read from, when the place that is read next is the member that leads back there; else 0.
static dxl_term way_back(dxl_terms *terms, const dxl_symbol *pointer, int64_t bit, const dxl_opposite *opposite) {
  if (bit != opposite->bit)
    return 0;
  if (pointer->kind == DXL_SYMBOL_MERGED)
    return pointer->forth && strcmp(pointer->forth->member, opposite->other) == 0 &&
                   strcmp(pointer->forth->record, opposite->record) == 0
               ? pointer->back
               : 0;
  if (!pointer->member || (pointer->kind != DXL_SYMBOL_INITIAL && pointer->kind != DXL_SYMBOL_WRITTEN) ||
      strcmp(pointer->member, opposite->other) != 0 || strcmp(pointer->record, opposite->record) != 0)
    return 0;
  return dxl_record_around(terms, pointer->base, pointer->index, pointer->bit - opposite->other_bit);
}

/// A character of a literal, or its end. The text is UTF-8 whatever the literal was: of wide ones only plain ASCII is sure.
/// 0 when nothing is known.
static dxl_term literal_character(dxl_terms *terms, const char *text, int64_t bit, dxl_scalar scalar) {
  size_t length = strlen(text);
  if ((scalar.width != 8 && scalar.width != 16) || bit < 0 || bit % scalar.width != 0 ||
      (uint64_t)bit / scalar.width > length)
    return 0;
  for (size_t i = 0; scalar.width != 8 && i < length; i++)
    if ((unsigned char)text[i] >= 0x80)
      return 0;
  return dxl_term_integer(terms, dxl_cut((unsigned char)text[bit / scalar.width], scalar.width, scalar.is_signed));
}

static dxl_term default_value(dxl_terms *terms, dxl_term base, dxl_term index, int64_t bit, dxl_scalar scalar) {
  const dxl_region *region = dxl_term_region(terms, base);
  if (region && region->kind == DXL_REGION_LOCAL) {
    // What a list makes of its own head lies beside the variable: nobody has looked there.
    bool is_outside = bit < 0 || (region->type && region->type->size && bit >= (int64_t)region->type->size * 8);
    if (!is_outside || index)
      return dxl_term_undefined(terms);
  }
  if (region && region->kind == DXL_REGION_GLOBAL && !index && terms->read_global) {
    dxl_term value = terms->read_global(terms->user, region, bit, &scalar);
    if (value)
      return value;
  }
  if (region && region->kind == DXL_REGION_STRING && !index && region->name) {
    dxl_term value = literal_character(terms, region->name, bit, scalar);
    if (value)
      return value;
  }
  const dxl_symbol *symbol = dxl_term_symbol(terms, base);
  if (symbol && symbol->is_fresh && !symbol->is_filled)
    return symbol->is_zeroed ? dxl_term_integer(terms, 0) : dxl_term_undefined(terms);
  if (symbol && scalar.opposite && !index) {
    dxl_term back = way_back(terms, symbol, bit, scalar.opposite);
    if (back)
      return back;
  }
  return initial_symbol(terms, DXL_SYMBOL_INITIAL, base, index, bit, 0, scalar);
}

static bool layer_has_index(const dxl_layer *layer, dxl_term index) {
  return layer->index == index || (layer->index == 0 && index != 0);
}

#define CHOSEN ((uint64_t)1 << 40)         // serials of values that are too deep for a choice
#define ELEMENT_SERIAL ((uint64_t)1 << 41) // serial of what stands in an element that nobody knows

static dxl_term background_below(dxl_terms *terms, const dxl_layer *layers, uint32_t count, dxl_term base, dxl_term index,
                                 int64_t bit, dxl_scalar scalar);

/// What the layers say of a range; 0 where they say nothing.
static dxl_term layered(dxl_terms *terms, const dxl_layer *layers, uint32_t count, dxl_term base, dxl_term index,
                        int64_t bit, dxl_scalar scalar) {
  for (uint32_t i = count; i-- > 0;) {
    const dxl_layer *layer = &layers[i];
    if (!layer_has_index(layer, index) || bit + (int64_t)scalar.width <= layer->from || bit >= layer->to)
      continue;
    bool is_covered = bit >= layer->from && bit + (int64_t)scalar.width <= layer->to;
    dxl_term source_index = index == layer->index ? layer->source_index : index;
    if (layer->kind == DXL_LAYER_CHOICE) {
      dxl_term a = layered(terms, layer->first->items, layer->first->count, base, source_index, bit + layer->delta, scalar);
      dxl_term b = layered(terms, layer->second->items, layer->second->count, base, source_index, bit + layer->delta, scalar);
      if (!a && !b)
        continue;
      dxl_term below = a && b ? 0 : background_below(terms, layers, i, base, index, bit, scalar);
      a = a ? a : below;
      b = b ? b : below;
      if (a == b)
        return a;
      if (dxl_term_get(terms, a)->depth < DXL_TERM_DEPTH_LIMIT / 3 && dxl_term_get(terms, b)->depth < DXL_TERM_DEPTH_LIMIT / 3)
        return dxl_term_choice(terms, layer->base, a, b);
      return initial_symbol(terms, DXL_SYMBOL_WRITTEN, base, index, bit, CHOSEN + layer->base, scalar);
    }
    if (is_covered && layer->kind == DXL_LAYER_BYTE) {
      int64_t value = 0;
      for (uint32_t shift = 0; shift < 64; shift += 8)
        value |= (int64_t)(layer->serial << shift);
      return dxl_term_integer(terms, dxl_cut(value, scalar.width, scalar.is_signed));
    }
    if (is_covered && layer->kind == DXL_LAYER_DEFAULT)
      return default_value(terms, layer->base, source_index, bit + layer->delta, scalar);
    if (is_covered && layer->base)
      return initial_symbol(terms, DXL_SYMBOL_WRITTEN, layer->base, source_index, bit + layer->delta, layer->serial + 1,
                            scalar);
    return initial_symbol(terms, DXL_SYMBOL_WRITTEN, base, index, bit, layer->serial + 1, scalar);
  }
  return 0;
}

static dxl_term background_below(dxl_terms *terms, const dxl_layer *layers, uint32_t count, dxl_term base, dxl_term index,
                                 int64_t bit, dxl_scalar scalar) {
  dxl_term value = layered(terms, layers, count, base, index, bit, scalar);
  return value ? value : default_value(terms, base, index, bit, scalar);
}

/// What a cell-free range holds.
static dxl_term background(dxl_terms *terms, const dxl_object *object, dxl_term base, dxl_term index, int64_t bit,
                           dxl_scalar scalar) {
  return object ? background_below(terms, object->layers.items, object->layers.count, base, index, bit, scalar)
                : default_value(terms, base, index, bit, scalar);
}

// ---- Cells -----------------------------------------------------------------------------------------------------------

/// First cell at or behind a place.
static uint32_t cell_place(const dxl_object *object, dxl_term index, int64_t bit) {
  uint32_t low = 0, high = object->cells.count;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    const dxl_cell *cell = &object->cells.items[middle];
    if (cell->index < index || (cell->index == index && cell->bit < bit))
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/// First cell that overlaps a range; `*end` gets the one behind the last.
static uint32_t overlapping(const dxl_object *object, dxl_term index, int64_t bit, int64_t width, uint32_t *end) {
  uint32_t first = cell_place(object, index, bit);
  if (first > 0) {
    const dxl_cell *before = &object->cells.items[first - 1];
    if (before->index == index && before->bit + (int64_t)before->width > bit)
      first--;
  }
  uint32_t last = first;
  while (last < object->cells.count && object->cells.items[last].index == index &&
         object->cells.items[last].bit < bit + width)
    last++;
  *end = last;
  return first;
}

dxl_term dxl_memory_cell(const dxl_object *object, const dxl_cell *cell) {
  if (!object)
    return 0;
  uint32_t place = cell_place(object, cell->index, cell->bit);
  const dxl_cell *own = place < object->cells.count ? &object->cells.items[place] : NULL;
  return own && own->index == cell->index && own->bit == cell->bit && own->width == cell->width ? own->value : 0;
}

static void insert_cell(dxl_object *object, dxl_cell cell) {
  uint32_t place = cell_place(object, cell.index, cell.bit);
  dxl_array_push(&object->cells, cell);
  memmove(&object->cells.items[place + 1], &object->cells.items[place],
          (object->cells.count - 1 - place) * sizeof cell);
  object->cells.items[place] = cell;
}

static void remove_cells(dxl_object *object, uint32_t first, uint32_t end) {
  memmove(&object->cells.items[first], &object->cells.items[end],
          (object->cells.count - end) * sizeof *object->cells.items);
  object->cells.count -= end - first;
}

/// Takes a range out of the cells; what sticks out on either side stays as a part.
static void cut_out(dxl_terms *terms, dxl_object *object, dxl_term index, int64_t bit, int64_t width) {
  uint32_t end, first = overlapping(object, index, bit, width, &end);
  if (first == end)
    return;
  dxl_cell left = object->cells.items[first], right = object->cells.items[end - 1];
  remove_cells(object, first, end);
  if (left.bit < bit) {
    uint32_t rest = (uint32_t)(bit - left.bit);
    insert_cell(object, (dxl_cell){index, left.bit, rest, dxl_term_extract(terms, left.value, 0, rest)});
  }
  int64_t stop = bit + width;
  if (right.bit + (int64_t)right.width > stop) {
    uint32_t shift = (uint32_t)(stop - right.bit), rest = right.width - shift;
    insert_cell(object, (dxl_cell){index, stop, rest, dxl_term_extract(terms, right.value, shift, rest)});
  }
}

// ---- Elements ------------------------------------------------------------------------------------------------------------

/// An element of one level: index part 0 + n * stride.
static bool element_of(const dxl_terms *terms, dxl_term index, dxl_term *n, int64_t *stride) {
  const dxl_term_node *node = dxl_term_get(terms, index);
  if (node->kind != DXL_TERM_ELEMENT || dxl_term_get(terms, node->a)->kind != DXL_TERM_INTEGER)
    return false;
  *n = node->b;
  *stride = node->value * 8;
  return *stride > 0;
}

/// Whether a cell and another place may be the same: the condition, 0 when they cannot. Places of one array whose
/// indices are not both constants.
static dxl_term same_place(dxl_terms *terms, const dxl_state *state, const dxl_cell *cell, dxl_term index, int64_t bit,
                           uint32_t width) {
  dxl_term n = 0, m = 0, condition;
  int64_t stride = 1, other_stride = 1;
  if (cell->index == index || cell->width != width)
    return 0;
  bool cell_is_symbolic = element_of(terms, cell->index, &n, &stride);
  bool place_is_symbolic = element_of(terms, index, &m, &other_stride);
  if (cell_is_symbolic && place_is_symbolic) {
    if (stride != other_stride || cell->bit != bit)
      return 0;
    condition = dxl_term_equal(terms, n, m);
  } else if (cell_is_symbolic && index == 0) {
    if (bit < cell->bit || (bit - cell->bit) % stride != 0 || (bit - cell->bit) / stride >= NEIGHBOUR_LIMIT)
      return 0;
    condition = dxl_term_equal(terms, n, dxl_term_integer(terms, (bit - cell->bit) / stride));
  } else if (place_is_symbolic && cell->index == 0) {
    if (cell->bit < bit || (cell->bit - bit) % other_stride != 0 || (cell->bit - bit) / other_stride >= NEIGHBOUR_LIMIT)
      return 0;
    condition = dxl_term_equal(terms, m, dxl_term_integer(terms, (cell->bit - bit) / other_stride));
  } else {
    return 0;
  }
  condition = dxl_term_truth(terms, condition);
  return dxl_evaluate(terms, state, condition) == 0 ? 0 : condition;
}

/// First cell that may be the same place as one with that index part: of those with constant places, none is another.
static uint32_t first_candidate(const dxl_object *object, dxl_term index) {
  return index ? 0 : cell_place(object, 1, INT64_MIN);
}

/// An index that somebody unknown has chosen: which element it selects nobody can say. A comparison of what he has said is 0 or 1.
static bool is_chosen_elsewhere(const dxl_terms *terms, dxl_term index, unsigned depth) {
  const dxl_term_node *node = dxl_term_get(terms, index);
  if (node->kind == DXL_TERM_SYMBOL) {
    const dxl_symbol *symbol = &terms->symbols.items[node->a];
    return (symbol->kind == DXL_SYMBOL_RESULT && !symbol->is_widened) || symbol->kind == DXL_SYMBOL_WRITTEN;
  }
  if (node->kind < DXL_TERM_ADD || depth > DXL_TERM_DEPTH_LIMIT || (node->is_boolean && node->kind != DXL_TERM_CHOICE))
    return false;
  return (node->a && is_chosen_elsewhere(terms, node->a, depth + 1)) ||
         (node->b && is_chosen_elsewhere(terms, node->b, depth + 1));
}

static dxl_term as_scalar(dxl_terms *terms, dxl_term value, dxl_scalar scalar) {
  if (dxl_term_is_integer(terms, value))
    return dxl_term_integer(terms, dxl_cut(dxl_term_get(terms, value)->value, scalar.width, scalar.is_signed));
  return value;
}

/// An index that stands for any round of a loop: what was written there, other rounds have written elsewhere.
static bool is_any_round(const dxl_terms *terms, dxl_term index, unsigned depth) {
  const dxl_term_node *node = dxl_term_get(terms, index);
  if (node->kind == DXL_TERM_SYMBOL)
    return terms->symbols.items[node->a].is_widened;
  if (node->kind < DXL_TERM_ADD || depth > DXL_TERM_DEPTH_LIMIT)
    return false;
  return (node->a && is_any_round(terms, node->a, depth + 1)) || (node->b && is_any_round(terms, node->b, depth + 1));
}

static bool has_any_round(const dxl_terms *terms, const dxl_object *object) {
  for (uint32_t i = first_candidate(object, 0); i < object->cells.count; i++)
    if (is_any_round(terms, object->cells.items[i].index, 0))
      return true;
  return false;
}

enum { ALIKE_LIMIT = 64 };

/// Values of the elements from `low` on as one value of the element with that number: the address of the element itself, or of
/// what stands at the same distance from it (the heads of lists, as they are at first), what all have, and such values where another
/// number is not this one, else something else. 0 = they are not alike.
static dxl_term alike(dxl_terms *terms, const dxl_term *values, uint32_t count, dxl_term number, int64_t low, int64_t stride) {
  bool is_same = true;
  for (uint32_t i = 1; i < count && is_same; i++)
    is_same = values[i] == values[0];
  if (is_same)
    return values[0];
  const dxl_term_node first = *dxl_term_get(terms, values[0]);
  if (first.kind == DXL_TERM_CHOICE) {
    dxl_term sides[2][ALIKE_LIMIT], other = 0;
    for (uint32_t i = 0; i < count; i++) {
      const dxl_term_node node = *dxl_term_get(terms, values[i]), condition = *dxl_term_get(terms, node.c);
      if (node.kind != DXL_TERM_CHOICE || condition.kind != DXL_TERM_EQUAL || (other && condition.a != other) ||
          condition.b != dxl_term_integer(terms, low + i))
        return 0;
      other = condition.a;
      sides[0][i] = node.a;
      sides[1][i] = node.b;
    }
    const dxl_term a = alike(terms, sides[0], count, number, low, stride), b = a ? alike(terms, sides[1], count, number, low, stride) : 0;
    return b ? dxl_term_choice(terms, dxl_term_truth(terms, dxl_term_equal(terms, other, number)), a, b) : 0;
  }
  const dxl_address from = dxl_term_address(terms, values[0]);
  for (uint32_t i = 0; i < count; i++) {
    const dxl_address address = dxl_term_address(terms, values[i]);
    if (dxl_term_get(terms, address.base)->kind < DXL_TERM_SYMBOL || address.index || address.base != from.base ||
        address.offset != from.offset + i * stride)
      return 0;
  }
  return dxl_term_add(terms, dxl_term_element(terms, from.base, number, stride), from.offset - low * stride);
}

/// What all elements of which it may be one have in common; 0 = nothing.
static dxl_term common_value(dxl_terms *terms, const dxl_state *state, const dxl_object *object, dxl_term index, int64_t bit,
                             uint32_t width) {
  const dxl_term_node node = *dxl_term_get(terms, index);
  if (node.kind != DXL_TERM_ELEMENT || node.value <= 0 || (node.a && !dxl_term_is_integer(terms, node.a)))
    return 0;
  const dxl_range range = dxl_range_of(terms, state, node.b);
  if (range.low < 0 || range.high <= range.low || range.high - range.low >= ALIKE_LIMIT)
    return 0;
  dxl_term values[ALIKE_LIMIT];
  uint32_t count = 0;
  for (int64_t i = range.low; i <= range.high; i++) {
    uint32_t end, at = overlapping(object, 0, bit + i * node.value * 8, width, &end);
    if (end != at + 1 || object->cells.items[at].bit != bit + i * node.value * 8 || object->cells.items[at].width != width)
      return 0;
    values[count++] = object->cells.items[at].value;
  }
  return alike(terms, values, count, node.b, range.low, node.value);
}

/// The value of a place where another cell may be the same element. That it is none of those is no knowledge where a loop
/// has written to elements that nobody counted; what nobody has written to at all is none either. Where too many cells
/// without a resource may be it, the value is unknown.
static dxl_term with_elements(dxl_terms *terms, dxl_state *state, const dxl_object *object, dxl_term base, dxl_term index,
                              int64_t bit, dxl_scalar scalar, dxl_term value) {
  bool is_open = index && is_chosen_elsewhere(terms, index, 0), is_element = false;
  dxl_term unknown = 0;
  uint32_t scalars = 0;
  const dxl_term common = index ? common_value(terms, state, object, index, bit, scalar.width) : 0;
  if (common)
    value = as_scalar(terms, common, scalar);
  if (is_open && dxl_term_get(terms, value)->kind == DXL_TERM_UNDEFINED)
    value = initial_symbol(terms, DXL_SYMBOL_WRITTEN, base, index, bit, ELEMENT_SERIAL, scalar);
  for (uint32_t i = first_candidate(object, index); i < object->cells.count; i++) {
    const dxl_cell *cell = &object->cells.items[i];
    bool has_resource = dxl_term_get(terms, cell->value)->has_resource;
    if ((unknown && !has_resource) || (common && !cell->index))
      continue;
    dxl_term same = same_place(terms, state, cell, index, bit, scalar.width);
    if (!same)
      continue;
    // Cells say what is there now: where it is the same place for sure, no other one counts.
    if (dxl_evaluate(terms, state, same) == 1)
      return as_scalar(terms, cell->value, scalar);
    dxl_term held = as_scalar(terms, cell->value, scalar);
    if (held == value && !has_resource)
      continue;
    bool is_deep = dxl_term_get(terms, value)->depth >= DXL_TERM_DEPTH_LIMIT / 2;
    if (!has_resource && (is_open || is_deep || ++scalars > SCALARS_CHOSEN)) {
      value = unknown = initial_symbol(terms, DXL_SYMBOL_WRITTEN, base, index, bit, ELEMENT_SERIAL, scalar);
      i = first_candidate(object, index) - 1; // once more: resources only
      continue;
    }
    bool is_undefined = dxl_term_get(terms, value)->kind == DXL_TERM_UNDEFINED;
    bool is_blank = is_undefined || dxl_term_is_integer(terms, value);
    if (!is_element && is_blank && (index ? is_undefined || has_any_round(terms, object) : is_any_round(terms, cell->index, 0)))
      value = initial_symbol(terms, DXL_SYMBOL_WRITTEN, base, index, bit, ELEMENT_SERIAL, scalar);
    is_element = true;
    for (uint32_t k = 0; is_open && has_resource && k < state->holdings.count; k++)
      if (dxl_term_holds(terms, cell->value, state->holdings.items[k].value))
        state->holdings.items[k].is_escaped = true;
    if (!is_open && dxl_term_get(terms, value)->depth < DXL_TERM_DEPTH_LIMIT / 2)
      value = dxl_term_choice(terms, same, held, value);
  }
  return value;
}

/// A write to a place may have hit another cell. One at an index that somebody unknown has chosen (a bit that was free) has hit
/// no element that holds a resource, unless it is that one for sure.
static void write_elements(dxl_terms *terms, const dxl_state *state, dxl_object *object, dxl_term index, int64_t bit,
                           uint32_t width, dxl_term value) {
  for (uint32_t i = first_candidate(object, index); i < object->cells.count; i++) {
    dxl_cell *cell = &object->cells.items[i];
    dxl_term same = same_place(terms, state, cell, index, bit, width);
    if (same && dxl_evaluate(terms, state, same) == 1)
      cell->value = value;
    else if (same && dxl_term_get(terms, cell->value)->has_resource && index && cell->index &&
             is_chosen_elsewhere(terms, index, 0) && is_chosen_elsewhere(terms, cell->index, 0))
      continue;
    else if (same && dxl_term_get(terms, cell->value)->depth < DXL_TERM_DEPTH_LIMIT / 2)
      cell->value = dxl_term_choice(terms, same, value, cell->value);
    else if (same && !dxl_term_get(terms, cell->value)->has_resource)
      cell->value = initial_symbol(terms, DXL_SYMBOL_WRITTEN, object->base, cell->index, cell->bit,
                                   ELEMENT_SERIAL + cell->value, (dxl_scalar){.width = width});
  }
}

/// Puts the parts of a range together.
static dxl_term compose(dxl_terms *terms, const dxl_object *object, dxl_address address, int64_t bit, dxl_scalar scalar,
                        uint32_t first, uint32_t end) {
  dxl_term whole = dxl_term_integer(terms, 0);
  int64_t at = bit, stop = bit + (int64_t)scalar.width;
  for (uint32_t i = first; at < stop;) {
    dxl_term part;
    int64_t part_end;
    if (i < end && object->cells.items[i].bit <= at) {
      const dxl_cell *cell = &object->cells.items[i++];
      part_end = cell->bit + (int64_t)cell->width < stop ? cell->bit + (int64_t)cell->width : stop;
      if (dxl_term_get(terms, cell->value)->kind == DXL_TERM_UNDEFINED)
        return cell->value;
      part = cell->bit == at && part_end == cell->bit + (int64_t)cell->width &&
                     !dxl_term_is_integer(terms, cell->value)
                 ? cell->value
                 : dxl_term_extract(terms, cell->value, (uint32_t)(at - cell->bit), (uint32_t)(part_end - at));
    } else {
      part_end = i < end && object->cells.items[i].bit < stop ? object->cells.items[i].bit : stop;
      dxl_scalar piece = {.width = (uint32_t)(part_end - at)};
      part = background(terms, object, address.base, address.index, at, piece);
      if (dxl_term_get(terms, part)->kind == DXL_TERM_UNDEFINED)
        return part;
    }
    if (at > bit)
      part = dxl_term_binary(terms, DXL_IR_SHIFT_LEFT, part, dxl_term_integer(terms, at - bit));
    whole = dxl_term_binary(terms, DXL_IR_OR, whole, part);
    at = part_end;
  }
  return as_scalar(terms, whole, scalar);
}

dxl_term dxl_memory_read(dxl_terms *terms, dxl_state *state, dxl_address address, int64_t bit, dxl_scalar scalar) {
  bit += address.offset * 8;
  if (scalar.width == 0)
    return dxl_term_undefined(terms);
  const dxl_object *object = dxl_state_object(state, address.base);
  if (object) {
    uint32_t end, first = overlapping(object, address.index, bit, scalar.width, &end);
    if (first < end) {
      const dxl_cell *cell = &object->cells.items[first];
      if (cell->bit == bit && cell->width == scalar.width)
        return as_scalar(terms, cell->value, scalar); // a later write to an element has changed it where it was the same
      if (cell->bit <= bit && cell->bit + (int64_t)cell->width >= bit + (int64_t)scalar.width)
        return as_scalar(terms, dxl_term_extract(terms, cell->value, (uint32_t)(bit - cell->bit), scalar.width), scalar);
      return compose(terms, object, address, bit, scalar, first, end);
    }
  }
  dxl_term value = background(terms, object, address.base, address.index, bit, scalar);
  return object ? with_elements(terms, state, object, address.base, address.index, bit, scalar, value)
                                       : value;
}

void dxl_memory_write(dxl_terms *terms, dxl_state *state, dxl_address address, int64_t bit, uint32_t width,
                      dxl_term value) {
  bit += address.offset * 8;
  if (width == 0)
    return;
  dxl_object *object = dxl_state_object_writable(state, address.base);
  if (object->cells.count)
    write_elements(terms, state, object, address.index, bit, width, value);
  cut_out(terms, object, address.index, bit, width);
  insert_cell(object, (dxl_cell){address.index, bit, width, value});
}

const dxl_cell *dxl_memory_twin(dxl_terms *terms, const dxl_state *state, dxl_address address, int64_t bit, uint32_t width,
                                uint32_t *at, dxl_term *same) {
  const dxl_object *object = dxl_state_object(state, address.base);
  bit += address.offset * 8;
  if (!object || (address.index && is_chosen_elsewhere(terms, address.index, 0)))
    return NULL;
  for (uint32_t first = first_candidate(object, address.index), i = *at > first ? *at : first; i < object->cells.count; i++) {
    const dxl_cell *cell = &object->cells.items[i];
    if (!dxl_term_get(terms, cell->value)->has_resource || (cell->index && is_chosen_elsewhere(terms, cell->index, 0)))
      continue;
    *same = same_place(terms, state, cell, address.index, bit, width);
    *at = i + 1;
    if (*same)
      return cell;
  }
  return NULL;
}

void dxl_memory_put(dxl_terms *terms, dxl_object *object, dxl_cell cell) {
  cut_out(terms, object, cell.index, cell.bit, cell.width);
  insert_cell(object, cell);
}

// ---- Ranges ----------------------------------------------------------------------------------------------------------

/// Puts a layer on top; the cells and layers that it hides go.
static void add_layer(dxl_terms *terms, dxl_object *object, dxl_layer layer) {
  cut_out(terms, object, layer.index, layer.from, layer.to - layer.from);
  if (layer.index == 0) {
    // Elements of arrays within the range.
    uint32_t kept = 0;
    for (uint32_t i = 0; i < object->cells.count; i++) {
      const dxl_cell *cell = &object->cells.items[i];
      if (cell->index == 0 || cell->bit < layer.from || cell->bit >= layer.to)
        object->cells.items[kept++] = *cell;
    }
    object->cells.count = kept;
  }
  uint32_t kept = 0;
  for (uint32_t i = 0; i < object->layers.count; i++) {
    const dxl_layer *old = &object->layers.items[i];
    if (!(layer_has_index(&layer, old->index) && old->from >= layer.from && old->to <= layer.to))
      object->layers.items[kept++] = *old;
  }
  object->layers.count = kept;
  dxl_array_push(&object->layers, layer);
}

void dxl_memory_fill(dxl_terms *terms, dxl_state *state, dxl_address to, uint8_t byte, uint64_t bytes) {
  int64_t from = to.offset * 8;
  dxl_layer layer = {.kind = DXL_LAYER_BYTE, .index = to.index, .from = from, .to = from + bits_of(bytes), .serial = byte};
  if (bytes)
    add_layer(terms, dxl_state_object_writable(state, to.base), layer);
}

void dxl_memory_copy(dxl_terms *terms, dxl_state *state, dxl_address to, dxl_address from, uint64_t bytes) {
  if (!bytes)
    return;
  int64_t length = bits_of(bytes), start = from.offset * 8, target = to.offset * 8, delta = target - start;
  DXL_ARRAY(dxl_cell) cells = {0};
  DXL_ARRAY(dxl_layer) layers = {0};
  dxl_layer whole = {.kind = DXL_LAYER_DEFAULT, .index = to.index, .from = target, .to = target + length,
                     .base = from.base, .source_index = from.index, .delta = -delta};
  dxl_array_push(&layers, whole);
  const dxl_object *source = dxl_state_object(state, from.base);
  for (uint32_t i = 0; source && i < source->cells.count; i++) {
    dxl_cell cell = source->cells.items[i];
    bool is_element = cell.index != from.index && from.index == 0 && to.index == 0;
    if ((cell.index != from.index && !is_element) || cell.bit < start || cell.bit + (int64_t)cell.width > start + length)
      continue;
    cell.bit += delta;
    if (!is_element)
      cell.index = to.index;
    dxl_array_push(&cells, cell);
  }
  for (uint32_t i = 0; source && i < source->layers.count; i++) {
    dxl_layer layer = source->layers.items[i];
    if (!layer_has_index(&layer, from.index) || layer.to <= start || layer.from >= start + length)
      continue;
    int64_t low = layer.from > start ? layer.from : start;
    int64_t high = layer.to < start + length ? layer.to : start + length;
    if (layer.kind == DXL_LAYER_WRITTEN && !layer.base)
      layer.base = from.base;
    layer.source_index = layer.kind == DXL_LAYER_DEFAULT ? layer.source_index : from.index;
    layer.from = low + delta;
    layer.to = high + delta;
    layer.delta -= delta;
    layer.index = to.index;
    dxl_array_push(&layers, layer);
  }
  dxl_object *object = dxl_state_object_writable(state, to.base);
  for (uint32_t i = 0; i < layers.count; i++)
    add_layer(terms, object, layers.items[i]);
  for (uint32_t i = 0; i < cells.count; i++)
    dxl_memory_put(terms, object, cells.items[i]);
  dxl_array_free(&cells);
  dxl_array_free(&layers);
}

/// A pointer to an object that points back: the entry of a list. Who takes it out changes both.
static bool is_linked(dxl_terms *terms, const dxl_state *state, dxl_term base, const dxl_cell *cell) {
  if (cell->width != 64 || dxl_term_get(terms, cell->value)->kind < DXL_TERM_SYMBOL)
    return false;
  const dxl_term neighbour = dxl_resolve_address(terms, state, cell->value).base;
  const dxl_object *object = neighbour == base ? NULL : dxl_state_object(state, neighbour);
  for (uint32_t i = 0; object && !object->is_dead && i < object->cells.count; i++) {
    const dxl_cell *back = &object->cells.items[i];
    if (back->width == 64 && dxl_term_get(terms, back->value)->kind >= DXL_TERM_SYMBOL &&
        dxl_resolve_address(terms, state, back->value).base == base)
      return true;
  }
  return false;
}

bool dxl_memory_heads_list(dxl_terms *terms, const dxl_state *state, dxl_term base) {
  const dxl_object *object = dxl_state_object(state, base);
  for (uint32_t i = 0; object && i < object->cells.count; i++) {
    const dxl_cell *cell = &object->cells.items[i];
    if (cell->width != 64 || dxl_term_get(terms, cell->value)->kind < DXL_TERM_SYMBOL)
      continue;
    const dxl_address to = dxl_resolve_address(terms, state, cell->value);
    bool is_empty = to.base == base && (to.offset * 8 == cell->bit || to.offset * 8 == cell->bit - 64);
    if (is_empty || is_linked(terms, state, base, cell))
      return true;
  }
  return false;
}

/// A pointer to another part of the same block: whoever writes to the block as a whole may have put something else there.
static bool is_part_of_itself(dxl_terms *terms, const dxl_state *state, dxl_term base, const dxl_cell *cell) {
  const dxl_address address = dxl_resolve_address(terms, state, cell->value);
  return cell->width == 64 && address.base == base && address.offset && !address.index && address.offset * 8 != cell->bit &&
         address.offset * 8 != cell->bit - 64;
}

void dxl_memory_scramble(dxl_terms *terms, dxl_state *state, dxl_address to, uint64_t bytes) {
  int64_t from = bytes ? to.offset * 8 : -ALL_BITS;
  int64_t end = bytes ? from + bits_of(bytes) : ALL_BITS;
  dxl_object *object = dxl_state_object_writable(state, to.base);
  DXL_ARRAY(dxl_cell) kept = {0};
  for (uint32_t i = 0; i < object->cells.count; i++) {
    const dxl_cell *cell = &object->cells.items[i];
    if (dxl_term_get(terms, cell->value)->has_resource ? !is_part_of_itself(terms, state, to.base, cell)
                                                       : is_linked(terms, state, to.base, cell))
      dxl_array_push(&kept, *cell);
  }
  dxl_layer layer = {.kind = DXL_LAYER_WRITTEN, .index = bytes ? to.index : 0, .from = from, .to = end,
                     .serial = ++state->written};
  add_layer(terms, object, layer);
  for (uint32_t i = 0; i < kept.count; i++)
    dxl_memory_put(terms, object, kept.items[i]);
  dxl_array_free(&kept);
}

void dxl_memory_forget_part(dxl_terms *terms, dxl_state *state, dxl_address to, uint64_t bytes) {
  const int64_t from = to.offset * 8, end = from + bits_of(bytes);
  dxl_object *object = dxl_state_object_writable(state, to.base);
  for (uint32_t i = 0; i < object->cells.count; i++) {
    const dxl_cell *cell = &object->cells.items[i];
    for (uint32_t k = 0; cell->bit >= from && cell->bit < end && k < state->holdings.count; k++)
      if (dxl_term_holds(terms, cell->value, state->holdings.items[k].value))
        state->holdings.items[k].is_escaped = true;
  }
  add_layer(terms, object, (dxl_layer){.kind = DXL_LAYER_WRITTEN, .from = from, .to = end, .serial = ++state->written});
}

void dxl_memory_blur(dxl_state *state, dxl_term base) {
  dxl_object *object = dxl_state_object_writable(state, base);
  dxl_layer layer = {.kind = DXL_LAYER_WRITTEN, .from = -ALL_BITS, .to = ALL_BITS, .serial = ++state->written};
  object->layers.count = 0;
  dxl_array_push(&object->layers, layer);
}

void dxl_memory_forget(dxl_terms *terms, dxl_state *state, dxl_term base) {
  dxl_object *object = dxl_state_object_writable(state, base);
  object->cells.count = 0;
  dxl_layer layer = {.kind = DXL_LAYER_WRITTEN, .from = -ALL_BITS, .to = ALL_BITS, .serial = ++state->written};
  add_layer(terms, object, layer);
}
