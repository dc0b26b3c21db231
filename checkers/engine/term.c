// Makes and simplifies terms. Simplification here uses no path facts; dxl_evaluate (facts.c) does.
// Making a term may move the tables: nodes that are looked at meanwhile are copies.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/term.h"

#include <stdlib.h>

/// Adds to one of the tables. Under the address sanitizer a young table moves every time, so that a pointer into it that is
/// kept too long is seen.
#if defined(__SANITIZE_ADDRESS__)
enum { MOVED_ENTRIES = 4096 };
#define add_entry(table, entry)                                                                                        \
  do {                                                                                                                 \
    if ((table)->count && (table)->count < MOVED_ENTRIES) {                                                            \
      void *moved = dxl_allocate((table)->count * sizeof *(table)->items);                                             \
      memcpy(moved, (table)->items, (table)->count * sizeof *(table)->items);                                          \
      dxl_release((table)->items);                                                                                     \
      (table)->items = moved;                                                                                          \
      (table)->capacity = (table)->count;                                                                              \
    }                                                                                                                  \
    dxl_array_push((table), (entry));                                                                                  \
  } while (0)
#else
#define add_entry(table, entry) dxl_array_push((table), (entry))
#endif

void dxl_terms_init(dxl_terms *terms) {
  memset(terms, 0, sizeof *terms);
  terms->index = dxl_map_new();
  terms->arena = dxl_arena_new();
  terms->searches = dxl_allocate(sizeof *terms->searches);
  memset(terms->searches, 0, sizeof *terms->searches);
  dxl_term_node none = {0};
  dxl_array_push(&terms->nodes, none);
}

void dxl_terms_free(dxl_terms *terms) {
  dxl_array_free(&terms->nodes);
  dxl_array_free(&terms->symbols);
  dxl_array_free(&terms->regions);
  dxl_map_free(terms->index);
  dxl_arena_free(terms->arena);
  dxl_array_free(terms->searches);
  dxl_release(terms->searches);
  dxl_release(terms->answers);
}

static uint64_t leaf_bit(dxl_term term) { return (uint64_t)1 << ((term * 0x9e3779b1u) >> 26); }

static dxl_term make(dxl_terms *terms, dxl_term_kind kind, dxl_term a, dxl_term b, dxl_term c, int64_t value) {
  struct {
    uint32_t kind, a, b, c;
    int64_t value;
  } key = {kind, a, b, c, value};
  bool is_new;
  uint64_t *slot = dxl_map_put(terms->index, &key, sizeof key, &is_new);
  if (!is_new)
    return (dxl_term)*slot;
  dxl_term_node node = {.kind = (uint8_t)kind, .a = a, .b = b, .c = c, .value = value};
  if (kind >= DXL_TERM_ADD) {
    const dxl_term parts[3] = {a, b, c};
    unsigned depth = 0;
    for (int i = 0; i < 3; i++) {
      const dxl_term_node *part = &terms->nodes.items[parts[i]];
      if (part->depth > depth)
        depth = part->depth;
      node.leaves |= part->leaves;
      node.has_resource |= part->has_resource;
      node.has_undefined |= part->has_undefined;
    }
    node.depth = (uint8_t)(depth < 254 ? depth + 1 : 255);
  }
  node.is_boolean = kind == DXL_TERM_EQUAL || kind == DXL_TERM_LESS || kind == DXL_TERM_NOT ||
                    (kind == DXL_TERM_INTEGER && (value == 0 || value == 1)) ||
                    (kind == DXL_TERM_CHOICE && terms->nodes.items[a].is_boolean && terms->nodes.items[b].is_boolean);
  // What a comparison says of a resource is not the resource; a choice is one of its two values.
  if (kind == DXL_TERM_EQUAL || kind == DXL_TERM_LESS || kind == DXL_TERM_NOT)
    node.has_resource = false;
  else if (kind == DXL_TERM_CHOICE)
    node.has_resource = terms->nodes.items[a].has_resource || terms->nodes.items[b].has_resource;
  node.has_undefined |= kind == DXL_TERM_UNDEFINED;
  dxl_term term = terms->nodes.count;
  *slot = term;
  if (kind == DXL_TERM_FUNCTION)
    node.leaves = leaf_bit(term);
  add_entry(&terms->nodes, node);
  return term;
}

dxl_term dxl_term_integer(dxl_terms *terms, int64_t value) { return make(terms, DXL_TERM_INTEGER, 0, 0, 0, value); }
dxl_term dxl_term_undefined(dxl_terms *terms) { return make(terms, DXL_TERM_UNDEFINED, 0, 0, 0, 0); }
dxl_term dxl_term_function(dxl_terms *terms, uint32_t function) {
  return make(terms, DXL_TERM_FUNCTION, function, 0, 0, 0);
}

dxl_term dxl_term_symbol_keyed(dxl_terms *terms, dxl_symbol_kind kind, const void *key, size_t length, bool *is_new) {
  // The key is prefixed by the kind, and by a word that no node key starts with.
  unsigned char buffer[128];
  uint32_t head[2] = {0x80000000u, kind};
  if (length > sizeof buffer - sizeof head)
    abort();
  memcpy(buffer, head, sizeof head);
  memcpy(buffer + sizeof head, key, length);
  bool made;
  uint64_t *slot = dxl_map_put(terms->index, buffer, sizeof head + length, &made);
  if (is_new)
    *is_new = made;
  if (!made)
    return (dxl_term)*slot;
  dxl_term term = terms->nodes.count;
  *slot = term;
  dxl_symbol symbol = {.kind = kind, .term = term, .low = INT64_MIN, .high = INT64_MAX};
  dxl_term_node node = {.kind = DXL_TERM_SYMBOL, .a = terms->symbols.count, .has_resource = kind == DXL_SYMBOL_RESOURCE,
                        .leaves = leaf_bit(term)};
  add_entry(&terms->symbols, symbol);
  add_entry(&terms->nodes, node);
  return term;
}

dxl_term dxl_term_region_of(dxl_terms *terms, dxl_region_kind kind, uint32_t frame, uint32_t index,
                            const dxl_ir_type *type, const char *name) {
  uint32_t key[5] = {0x80000001u, kind, frame, index, 0};
  bool is_new;
  uint64_t *slot = dxl_map_put(terms->index, key, sizeof key, &is_new);
  if (!is_new)
    return (dxl_term)*slot;
  dxl_term term = terms->nodes.count;
  *slot = term;
  dxl_region region = {kind, frame, index, type, name, term};
  dxl_term_node node = {.kind = DXL_TERM_REGION, .a = terms->regions.count, .leaves = leaf_bit(term)};
  add_entry(&terms->regions, region);
  add_entry(&terms->nodes, node);
  return term;
}

dxl_term dxl_term_add(dxl_terms *terms, dxl_term base, int64_t bytes) {
  const dxl_term_node node = *dxl_term_get(terms, base);
  if (bytes == 0 || base == 0)
    return base;
  if (node.kind == DXL_TERM_INTEGER)
    return dxl_term_integer(terms, (int64_t)((uint64_t)node.value + (uint64_t)bytes));
  if (node.kind == DXL_TERM_ADD)
    return dxl_term_add(terms, node.a, (int64_t)((uint64_t)node.value + (uint64_t)bytes));
  if (node.kind == DXL_TERM_UNDEFINED)
    return base;
  if (node.kind == DXL_TERM_CHOICE && node.depth < DXL_TERM_DEPTH_LIMIT) {
    dxl_term condition = node.c, other = node.b;
    dxl_term left = dxl_term_add(terms, node.a, bytes);
    return dxl_term_choice(terms, condition, left, dxl_term_add(terms, other, bytes));
  }
  return make(terms, DXL_TERM_ADD, base, 0, 0, bytes);
}

dxl_term dxl_term_element(dxl_terms *terms, dxl_term base, dxl_term index, int64_t stride) {
  const dxl_term_node node = *dxl_term_get(terms, index);
  if (node.kind == DXL_TERM_INTEGER)
    return dxl_term_add(terms, base, (int64_t)((uint64_t)node.value * (uint64_t)stride));
  if (node.kind == DXL_TERM_ADD) {
    dxl_term inner = node.a;
    int64_t extra = (int64_t)((uint64_t)node.value * (uint64_t)stride);
    return dxl_term_add(terms, dxl_term_element(terms, base, inner, stride), extra);
  }
  // Constants go outside, so that neighbours share the symbolic part.
  const dxl_term_node base_node = *dxl_term_get(terms, base);
  if (base_node.kind == DXL_TERM_ADD) {
    dxl_term inner = base_node.a;
    int64_t extra = base_node.value;
    return dxl_term_add(terms, make(terms, DXL_TERM_ELEMENT, inner, index, 0, stride), extra);
  }
  return make(terms, DXL_TERM_ELEMENT, base, index, 0, stride);
}

dxl_term dxl_term_not(dxl_terms *terms, dxl_term a) {
  const dxl_term_node node = *dxl_term_get(terms, a);
  if (node.kind == DXL_TERM_INTEGER)
    return dxl_term_integer(terms, node.value == 0);
  if (node.kind == DXL_TERM_NOT)
    return node.a;
  if (!node.is_boolean)
    return dxl_term_equal(terms, a, dxl_term_integer(terms, 0));
  return make(terms, DXL_TERM_NOT, a, 0, 0, 0);
}

dxl_term dxl_term_truth(dxl_terms *terms, dxl_term a) {
  const dxl_term_node node = *dxl_term_get(terms, a);
  if (node.is_boolean)
    return a;
  if (node.kind == DXL_TERM_INTEGER)
    return dxl_term_integer(terms, node.value != 0);
  return dxl_term_not(terms, dxl_term_equal(terms, a, dxl_term_integer(terms, 0)));
}

static bool is_address(const dxl_terms *terms, dxl_term term) {
  const dxl_term_node node = *dxl_term_get(terms, term);
  return node.kind == DXL_TERM_REGION || node.kind == DXL_TERM_FUNCTION ||
         (node.kind == DXL_TERM_ADD && is_address(terms, node.a)) ||
         (node.kind == DXL_TERM_ELEMENT && is_address(terms, node.a));
}

/// Whether a value was there before the analysis began, so that it is equal to nothing that the analysis has made: `made` is
/// what a call returned, NULL where it is a variable or a function, whose address memory may have held before.
static bool is_older(const dxl_terms *terms, const dxl_symbol *symbol, const dxl_symbol *made) {
  while (made && symbol && symbol->kind == DXL_SYMBOL_INITIAL) {
    const dxl_region *region = dxl_term_region(terms, symbol->base);
    if (region)
      return region->kind == DXL_REGION_GLOBAL;
    symbol = dxl_term_symbol(terms, symbol->base);
  }
  return symbol && (symbol->kind == DXL_SYMBOL_PARAMETER || symbol->kind == DXL_SYMBOL_ENTRY);
}

static dxl_term block_of(const dxl_terms *terms, dxl_term address) {
  const dxl_term_node *node = dxl_term_get(terms, address);
  for (; node->kind == DXL_TERM_ADD || node->kind == DXL_TERM_ELEMENT; node = dxl_term_get(terms, address))
    address = node->a;
  return address;
}

bool dxl_term_distinct(const dxl_terms *terms, dxl_term a, dxl_term b) {
  if (a == b)
    return false;
  const dxl_term_node left = *dxl_term_get(terms, a), right = *dxl_term_get(terms, b);
  if (left.kind == DXL_TERM_INTEGER && right.kind == DXL_TERM_INTEGER)
    return left.value != right.value;
  if (is_address(terms, a) && right.kind == DXL_TERM_INTEGER)
    return true;
  if (is_address(terms, b) && left.kind == DXL_TERM_INTEGER)
    return true;
  // Nobody gets a handle that is the driver's own sign for none.
  const dxl_symbol *made = dxl_term_symbol(terms, right.kind == DXL_TERM_INTEGER ? a : b);
  if ((left.kind == DXL_TERM_INTEGER || right.kind == DXL_TERM_INTEGER) && made && made->kind == DXL_SYMBOL_RESOURCE && made->low > 0)
    return true;
  dxl_term base_a = a, base_b = b;
  int64_t offset_a = 0, offset_b = 0;
  if (left.kind == DXL_TERM_ADD)
    base_a = left.a, offset_a = left.value;
  if (right.kind == DXL_TERM_ADD)
    base_b = right.a, offset_b = right.value;
  if (base_a == base_b)
    return offset_a != offset_b;
  // An element is in the block that the array is in, whatever its number is.
  const dxl_term whole_a = base_a, whole_b = base_b;
  base_a = block_of(terms, base_a);
  base_b = block_of(terms, base_b);
  if (base_a == base_b && (base_a != whole_a || base_b != whole_b))
    return false;
  const dxl_symbol *symbol_a = dxl_term_symbol(terms, base_a), *symbol_b = dxl_term_symbol(terms, base_b);
  bool own_a = dxl_term_get(terms, base_a)->kind == DXL_TERM_REGION ||
               dxl_term_get(terms, base_a)->kind == DXL_TERM_FUNCTION || (symbol_a && (symbol_a->is_fresh || symbol_a->kind == DXL_SYMBOL_RESOURCE));
  bool own_b = dxl_term_get(terms, base_b)->kind == DXL_TERM_REGION ||
               dxl_term_get(terms, base_b)->kind == DXL_TERM_FUNCTION || (symbol_b && (symbol_b->is_fresh || symbol_b->kind == DXL_SYMBOL_RESOURCE));
  if (own_a && own_b)
    return true;
  return (own_a && is_older(terms, symbol_b, symbol_a)) || (own_b && is_older(terms, symbol_a, symbol_b));
}

bool dxl_term_is_made(const dxl_terms *terms, dxl_term term) {
  const dxl_term_node *node = dxl_term_get(terms, term = block_of(terms, term));
  const dxl_symbol *symbol = dxl_term_symbol(terms, term);
  return node->kind == DXL_TERM_REGION || (symbol && symbol->is_fresh);
}

enum {
  BIT_TEST_DEPTH = 8, ///< operators, and choices, that a test of one bit is moved into
  ARITHMETIC = 32     ///< bits that arithmetic has at least: a shift by as many has no meaning in C
};

/// A value with one bit set: bit `first + index` (index 0: bit `first`).
typedef struct single_bit {
  uint32_t first;
  dxl_term index;
} single_bit;

/// Casts that leave so many bits alone.
static dxl_term without_casts(const dxl_terms *terms, dxl_term a, uint32_t width) {
  const dxl_term_node *node = dxl_term_get(terms, a);
  while (node->kind == DXL_TERM_CAST && node->value >> 1 >= width) {
    a = node->a;
    node = dxl_term_get(terms, a);
  }
  return a;
}

/// How many bits there are up to that one, ARITHMETIC where that is not known.
static uint32_t width_of(const dxl_terms *terms, single_bit bit) {
  const dxl_term_node *index = dxl_term_get(terms, bit.index);
  if (!bit.index)
    return bit.first < ARITHMETIC ? bit.first + 1 : ARITHMETIC;
  if (index->kind != DXL_TERM_BINARY || index->value != DXL_IR_AND || !dxl_term_is_integer(terms, index->b))
    return ARITHMETIC;
  const int64_t mask = dxl_term_get(terms, index->b)->value;
  return mask >= 0 && mask < ARITHMETIC && bit.first + mask < ARITHMETIC ? bit.first + (uint32_t)mask + 1 : ARITHMETIC;
}

static bool is_single_bit(const dxl_terms *terms, dxl_term a, single_bit *bit) {
  uint32_t kept = ARITHMETIC;
  const dxl_term_node *node = dxl_term_get(terms, a);
  for (; node->kind == DXL_TERM_CAST; node = dxl_term_get(terms, node->a)) {
    const uint32_t width = (uint32_t)(node->value >> 1) - (node->value & 1); // without the sign
    kept = node->value >> 1 < kept ? width : kept;
  }
  *bit = (single_bit){0, 0};
  if (node->kind == DXL_TERM_BINARY && node->value == DXL_IR_SHIFT_LEFT) {
    bit->index = node->b;
    node = dxl_term_get(terms, without_casts(terms, node->a, ARITHMETIC));
  }
  if (node->kind != DXL_TERM_INTEGER || node->value <= 0 || (node->value & (node->value - 1)))
    return false;
  for (uint64_t value = (uint64_t)node->value; value > 1; value >>= 1)
    bit->first++;
  return kept == ARITHMETIC || width_of(terms, *bit) <= kept;
}

static bool has_more_indices(const dxl_terms *terms, dxl_term_node element) {
  return element.a && !dxl_term_is_integer(terms, element.a);
}

/// Addresses of elements of one array are the same where their numbers are; 0 = they are none, or it is not known.
static dxl_term is_same_element(dxl_terms *terms, dxl_term a, dxl_term b) {
  const dxl_term_kind left = (dxl_term_kind)dxl_term_get(terms, a)->kind, right = (dxl_term_kind)dxl_term_get(terms, b)->kind;
  if (left != DXL_TERM_ADD && left != DXL_TERM_ELEMENT && right != DXL_TERM_ADD && right != DXL_TERM_ELEMENT)
    return 0;
  const dxl_address first = dxl_term_address(terms, a), second = dxl_term_address(terms, b);
  const dxl_term index = first.index ? first.index : second.index;
  if (first.base != second.base || !index || first.index == second.index)
    return 0;
  const dxl_term_node element = *dxl_term_get(terms, index);
  if (element.kind != DXL_TERM_ELEMENT || has_more_indices(terms, element) || element.value <= 0)
    return 0;
  const int64_t distance = first.index ? second.offset - first.offset : first.offset - second.offset;
  if (!first.index || !second.index)
    return distance % element.value ? 0 : dxl_term_equal(terms, element.b, dxl_term_integer(terms, distance / element.value));
  const dxl_term_node other = *dxl_term_get(terms, second.index);
  if (other.kind != DXL_TERM_ELEMENT || has_more_indices(terms, other) || other.value != element.value || distance)
    return 0;
  return dxl_term_equal(terms, element.b, other.b);
}

int64_t dxl_term_mask(const dxl_terms *terms, dxl_term term) {
  const dxl_term_node node = *dxl_term_get(terms, term);
  if (node.kind != DXL_TERM_BINARY || node.value != DXL_IR_AND || !dxl_term_is_integer(terms, node.b))
    return 0;
  const int64_t mask = dxl_term_get(terms, node.b)->value;
  return mask > 0 && !(mask & (mask - 1)) ? mask : 0;
}

dxl_term dxl_term_equal(dxl_terms *terms, dxl_term a, dxl_term b) {
  if (a == b && !dxl_term_get(terms, a)->has_undefined)
    return dxl_term_integer(terms, 1);
  if (dxl_term_distinct(terms, a, b))
    return dxl_term_integer(terms, 0);
  // The constant stands on the right; else the older term on the left.
  if (dxl_term_is_integer(terms, a) || (!dxl_term_is_integer(terms, b) && a > b)) {
    dxl_term swap = a;
    a = b;
    b = swap;
  }
  const dxl_term_node left = *dxl_term_get(terms, a), right = *dxl_term_get(terms, b);
  if (right.kind == DXL_TERM_INTEGER) {
    int64_t constant = right.value;
    single_bit bit;
    if (constant == 0 && is_single_bit(terms, a, &bit))
      return dxl_term_integer(terms, 0);
    if (left.is_boolean)
      return constant == 0 ? dxl_term_not(terms, a) : constant == 1 ? a : dxl_term_integer(terms, 0);
    const int64_t mask = constant ? dxl_term_mask(terms, a) : 0;
    if (mask) // of one bit: it is set or not
      return constant == mask ? dxl_term_not(terms, dxl_term_equal(terms, a, dxl_term_integer(terms, 0)))
                              : dxl_term_integer(terms, 0);
    if (left.kind == DXL_TERM_ADD) {
      dxl_term inner = left.a;
      // base + k == 0 is base == 0's question only for addresses of members: those of a valid object are not NULL.
      return dxl_term_equal(terms, inner,
                            dxl_term_integer(terms, (int64_t)((uint64_t)constant - (uint64_t)left.value)));
    }
    if (left.kind == DXL_TERM_CHOICE && left.depth < DXL_TERM_DEPTH_LIMIT) {
      dxl_term condition = left.c, other = left.b;
      dxl_term first = dxl_term_equal(terms, left.a, b);
      return dxl_term_choice(terms, condition, first, dxl_term_equal(terms, other, b));
    }
    if (left.kind == DXL_TERM_CAST) {
      // Same width, other sign: compare the original with the constant as it sees it.
      const dxl_symbol *symbol = dxl_term_symbol(terms, left.a);
      uint32_t bits = (uint32_t)(left.value >> 1);
      if (symbol && bits < 64 && symbol->low >= -((int64_t)1 << (bits - 1)) && symbol->high < ((int64_t)1 << bits))
        return dxl_term_equal(terms, left.a, dxl_term_integer(terms, dxl_cut(constant, bits, symbol->low < 0)));
    }
  }
  const dxl_term same = is_same_element(terms, a, b);
  if (same)
    return same;
  // Which of several addresses it is: the condition that has chosen it.
  const bool is_right = right.kind == DXL_TERM_CHOICE && (is_address(terms, a) || dxl_term_is_made(terms, a));
  if (is_right || (left.kind == DXL_TERM_CHOICE && (is_address(terms, b) || dxl_term_is_made(terms, b)))) {
    const dxl_term_node choice = is_right ? right : left;
    const dxl_term address = is_right ? a : b;
    if (choice.depth < DXL_TERM_DEPTH_LIMIT / 2) {
      const dxl_term first = dxl_term_equal(terms, address, choice.a), second = dxl_term_equal(terms, address, choice.b);
      if (dxl_term_is_integer(terms, first) || dxl_term_is_integer(terms, second))
        return dxl_term_choice(terms, choice.c, first, second);
    }
  }
  return make(terms, DXL_TERM_EQUAL, a, b, 0, 0);
}

dxl_term dxl_term_less(dxl_terms *terms, dxl_term a, dxl_term b, bool is_unsigned) {
  if (a == b)
    return dxl_term_integer(terms, 0);
  const dxl_term_node left = *dxl_term_get(terms, a), right = *dxl_term_get(terms, b);
  if (left.kind == DXL_TERM_INTEGER && right.kind == DXL_TERM_INTEGER)
    return dxl_term_integer(terms, is_unsigned ? (uint64_t)left.value < (uint64_t)right.value
                                               : left.value < right.value);
  // k < x is !(x < k + 1).
  if (left.kind == DXL_TERM_INTEGER && left.value < INT64_MAX && !(is_unsigned && left.value == -1)) {
    dxl_term bound = dxl_term_integer(terms, left.value + 1);
    return dxl_term_not(terms, dxl_term_less(terms, b, bound, is_unsigned));
  }
  if (right.kind == DXL_TERM_INTEGER) {
    int64_t bound = right.value;
    if (is_unsigned && bound == 0)
      return dxl_term_integer(terms, 0);
    if (is_unsigned && bound == 1)
      return dxl_term_equal(terms, a, dxl_term_integer(terms, 0));
    if (left.kind == DXL_TERM_CHOICE && left.depth < DXL_TERM_DEPTH_LIMIT) {
      dxl_term condition = left.c, other = left.b;
      dxl_term first = dxl_term_less(terms, left.a, b, is_unsigned);
      return dxl_term_choice(terms, condition, first, dxl_term_less(terms, other, b, is_unsigned));
    }
    if (left.kind == DXL_TERM_ADD && !is_unsigned) {
      int64_t moved;
      if (!__builtin_sub_overflow(bound, left.value, &moved))
        return dxl_term_less(terms, left.a, dxl_term_integer(terms, moved), false);
    }
  }
  return make(terms, DXL_TERM_LESS, a, b, 0, is_unsigned ? DXL_TERM_UNSIGNED : 0);
}

static bool fold(dxl_ir_operation operation, int64_t a, int64_t b, int64_t *result) {
  switch (operation) {
  case DXL_IR_ADD: *result = (int64_t)((uint64_t)a + (uint64_t)b); return true;
  case DXL_IR_SUBTRACT: *result = (int64_t)((uint64_t)a - (uint64_t)b); return true;
  case DXL_IR_MULTIPLY: *result = (int64_t)((uint64_t)a * (uint64_t)b); return true;
  case DXL_IR_DIVIDE:
    if (b == 0 || (a == INT64_MIN && b == -1))
      return false;
    *result = a / b;
    return true;
  case DXL_IR_REMAINDER:
    if (b == 0 || (a == INT64_MIN && b == -1))
      return false;
    *result = a % b;
    return true;
  case DXL_IR_AND: *result = a & b; return true;
  case DXL_IR_OR: *result = a | b; return true;
  case DXL_IR_XOR: *result = a ^ b; return true;
  case DXL_IR_SHIFT_LEFT:
    if (b < 0 || b > 63)
      return false;
    *result = (int64_t)((uint64_t)a << b);
    return true;
  case DXL_IR_SHIFT_RIGHT:
    if (b < 0 || b > 63)
      return false;
    *result = a >> b;
    return true;
  default: return false;
  }
}

/// Whether two single bits are the same.
static dxl_term is_same_bit(dxl_terms *terms, single_bit a, single_bit b) {
  const dxl_term zero = dxl_term_integer(terms, 0);
  if (!a.index || !b.index) {
    const single_bit open = a.index ? a : b, fixed = a.index ? b : a;
    if (!open.index || fixed.first < open.first)
      return dxl_term_integer(terms, open.index == 0 && a.first == b.first);
    return dxl_term_equal(terms, open.index, dxl_term_integer(terms, (int64_t)fixed.first - open.first));
  }
  dxl_term left = dxl_term_binary(terms, DXL_IR_ADD, a.index, dxl_term_integer(terms, a.first));
  dxl_term right = dxl_term_binary(terms, DXL_IR_ADD, b.index, dxl_term_integer(terms, b.first));
  return left == zero ? dxl_term_not(terms, right) : dxl_term_equal(terms, left, right);
}

/// `value & mask` for a mask of one bit, where `value` was put together from bits at places that are not constant; 0 = it was not.
static dxl_term test_bit(dxl_terms *terms, dxl_term value, dxl_term mask, single_bit wanted, unsigned depth) {
  single_bit bit;
  const dxl_term zero = dxl_term_integer(terms, 0), inner = without_casts(terms, value, width_of(terms, wanted));
  const dxl_term_node node = *dxl_term_get(terms, inner);
  if (depth >= BIT_TEST_DEPTH)
    return 0;
  if (is_single_bit(terms, inner, &bit))
    return bit.index || wanted.index ? dxl_term_choice(terms, is_same_bit(terms, bit, wanted), mask, zero) : 0;
  if (node.kind == DXL_TERM_CHOICE && wanted.index && node.depth < BIT_TEST_DEPTH) {
    dxl_term first = dxl_term_binary(terms, DXL_IR_AND, node.a, mask);
    return dxl_term_choice(terms, node.c, first, dxl_term_binary(terms, DXL_IR_AND, node.b, mask));
  }
  if (node.kind != DXL_TERM_BINARY || (node.value != DXL_IR_OR && node.value != DXL_IR_AND))
    return 0;
  dxl_term other = node.a, part = node.b;
  for (unsigned side = 0; side < 2; side++, other = node.b, part = node.a) {
    dxl_term condition, rest;
    const dxl_term_node inverse = *dxl_term_get(terms, without_casts(terms, part, width_of(terms, wanted)));
    if (node.value == DXL_IR_OR && is_single_bit(terms, part, &bit))
      condition = bit.index || wanted.index ? is_same_bit(terms, bit, wanted) : 0;
    // What is cut off beyond the bit that is asked for is not asked for.
    else if (node.value == DXL_IR_AND && inverse.kind == DXL_TERM_BINARY && inverse.value == DXL_IR_XOR &&
             dxl_term_is_integer(terms, inverse.b) && dxl_term_get(terms, inverse.b)->value == -1 &&
             is_single_bit(terms, inverse.a, &bit))
      condition = is_same_bit(terms, bit, wanted);
    else
      continue;
    if (!condition)
      return 0;
    rest = test_bit(terms, other, mask, wanted, depth + 1);
    if (!rest)
      rest = dxl_term_binary(terms, DXL_IR_AND, other, mask);
    return dxl_term_choice(terms, condition, node.value == DXL_IR_OR ? mask : zero, rest);
  }
  return 0;
}

static bool is_bitwise(dxl_ir_operation operation) {
  return operation == DXL_IR_AND || operation == DXL_IR_OR || operation == DXL_IR_XOR;
}

/// Whether a is b with all bits turned.
static bool is_inverse(const dxl_terms *terms, dxl_term a, dxl_term b) {
  const dxl_term_node *node = dxl_term_get(terms, a);
  return node->kind == DXL_TERM_BINARY && node->value == DXL_IR_XOR && node->a == b && dxl_term_is_integer(terms, node->b) &&
         dxl_term_get(terms, node->b)->value == -1;
}

/// Low bits that an address does not have: that of a variable by its type, that of a block by what allocators give.
static uint64_t zero_bits(const dxl_terms *terms, dxl_term base) {
  const dxl_region *region = dxl_term_region(terms, base);
  const dxl_symbol *symbol = dxl_term_symbol(terms, base);
  if (symbol)
    return symbol->is_fresh ? 7 : 0;
  if (!region || !region->type || (region->type->kind != DXL_IR_TYPE_POINTER && region->type->kind != DXL_IR_TYPE_INTEGER))
    return 0;
  return region->type->size && region->type->size <= 8 ? region->type->size - 1 : 0;
}

/// Whether all values of a term have nothing beyond the bits of a mask, by what its symbols can be at all.
static bool is_within(const dxl_terms *terms, dxl_term term, int64_t mask, unsigned depth) {
  const dxl_term_node *node = dxl_term_get(terms, term);
  const dxl_symbol *symbol = dxl_term_symbol(terms, term);
  int64_t more = 0;
  if (node->kind == DXL_TERM_INTEGER)
    return (node->value & ~mask) == 0;
  if (node->kind == DXL_TERM_CHOICE)
    return depth < BIT_TEST_DEPTH && is_within(terms, node->a, mask, depth + 1) && is_within(terms, node->b, mask, depth + 1);
  if (node->kind == DXL_TERM_ADD) {
    more = node->value;
    symbol = dxl_term_symbol(terms, node->a);
  }
  // Below a mask without holes.
  return symbol && symbol->kind == DXL_SYMBOL_MERGED && (mask & (mask + 1)) == 0 && symbol->low >= -mask && symbol->high <= mask &&
         more >= -mask && more <= mask && symbol->low + more >= 0 && symbol->high + more <= mask;
}

/// The part of a value put together from two of which a mask leaves the other one nothing: `number << 8 | index` and 0xFF.
/// 0 = there is none.
static dxl_term part_below(const dxl_terms *terms, const dxl_term_node *node, int64_t mask) {
  if (node->kind != DXL_TERM_BINARY || mask < 0 || (node->value != DXL_IR_OR && node->value != DXL_IR_ADD))
    return 0;
  const dxl_term parts[2] = {node->a, node->b};
  for (unsigned i = 0; i < 2; i++) {
    const dxl_term_node *part = dxl_term_get(terms, parts[i]);
    while (part->kind == DXL_TERM_CAST)
      part = dxl_term_get(terms, part->a);
    if (part->kind != DXL_TERM_BINARY || part->value != DXL_IR_SHIFT_LEFT || !dxl_term_is_integer(terms, part->b))
      continue;
    const int64_t count = dxl_term_get(terms, part->b)->value;
    if (count > 0 && count < 63 && mask >> count == 0)
      return parts[1 - i];
  }
  return 0;
}

dxl_term dxl_term_binary(dxl_terms *terms, dxl_ir_operation operation, dxl_term a, dxl_term b) {
  dxl_term_node left = *dxl_term_get(terms, a), right = *dxl_term_get(terms, b);
  int64_t result;
  if (left.kind == DXL_TERM_UNDEFINED || right.kind == DXL_TERM_UNDEFINED)
    return dxl_term_undefined(terms);
  if (left.kind == DXL_TERM_INTEGER && right.kind == DXL_TERM_INTEGER && fold(operation, left.value, right.value, &result))
    return dxl_term_integer(terms, result);
  if (left.kind == DXL_TERM_INTEGER && left.value == 0 && (operation == DXL_IR_SHIFT_LEFT || operation == DXL_IR_SHIFT_RIGHT))
    return a;
  if (left.kind == DXL_TERM_INTEGER && (operation == DXL_IR_ADD || operation == DXL_IR_MULTIPLY || operation == DXL_IR_AND ||
                                         operation == DXL_IR_OR || operation == DXL_IR_XOR)) {
    dxl_term swap = a;
    a = b;
    b = swap;
    left = *dxl_term_get(terms, a);
    right = *dxl_term_get(terms, b);
  }
  if (operation == DXL_IR_AND && right.kind == DXL_TERM_INTEGER && right.value == 1) {
    // (value >> n) & 1 asks for bit n.
    const dxl_term_node shifted = *dxl_term_get(terms, without_casts(terms, a, 1));
    if (shifted.kind == DXL_TERM_BINARY && shifted.value == DXL_IR_SHIFT_RIGHT) {
      single_bit bit;
      dxl_term mask = dxl_term_binary(terms, DXL_IR_SHIFT_LEFT, b, shifted.b);
      dxl_term tested = is_single_bit(terms, mask, &bit) ? test_bit(terms, shifted.a, mask, bit, 0) : 0;
      if (tested)
        return dxl_term_truth(terms, tested);
    }
  }
  if (operation == DXL_IR_AND) {
    single_bit bit;
    dxl_term tested = is_single_bit(terms, b, &bit) ? test_bit(terms, a, b, bit, 0) : 0;
    if (!tested && right.kind != DXL_TERM_INTEGER && is_single_bit(terms, a, &bit))
      tested = test_bit(terms, b, a, bit, 0);
    if (tested)
      return tested;
  }
  if (right.kind == DXL_TERM_INTEGER) {
    int64_t constant = right.value;
    if (operation == DXL_IR_ADD)
      return dxl_term_add(terms, a, constant);
    if (operation == DXL_IR_SUBTRACT && constant != INT64_MIN)
      return dxl_term_add(terms, a, -constant);
    if (constant == 0 && (operation == DXL_IR_OR || operation == DXL_IR_XOR || operation == DXL_IR_SHIFT_LEFT ||
                          operation == DXL_IR_SHIFT_RIGHT))
      return a;
    if (constant == 0 && (operation == DXL_IR_AND || operation == DXL_IR_MULTIPLY))
      return b;
    if (constant == 1 && (operation == DXL_IR_MULTIPLY || operation == DXL_IR_DIVIDE))
      return a;
    if (constant == -1 && operation == DXL_IR_AND)
      return a;
    if (constant == 1 && operation == DXL_IR_AND && left.is_boolean)
      return a;
    if (constant == 1 && operation == DXL_IR_XOR && left.is_boolean)
      return dxl_term_not(terms, a);
    if (operation == DXL_IR_XOR && left.kind == DXL_TERM_BINARY && left.value == DXL_IR_XOR &&
        dxl_term_is_integer(terms, left.b)) {
      int64_t mask = dxl_term_get(terms, left.b)->value ^ constant;
      return dxl_term_binary(terms, DXL_IR_XOR, left.a, dxl_term_integer(terms, mask));
    }
    if (operation == DXL_IR_AND) {
      const dxl_term below = part_below(terms, &left, constant);
      if (below)
        return dxl_term_binary(terms, DXL_IR_AND, below, b);
      if (constant > 0 && is_within(terms, a, constant, 0))
        return a;
    }
    // (x | k) & m: the known bits of x | k.
    if (operation == DXL_IR_AND && left.kind == DXL_TERM_BINARY && left.value == DXL_IR_OR &&
        dxl_term_is_integer(terms, left.b)) {
      int64_t set = dxl_term_get(terms, left.b)->value;
      if ((set & constant) == constant)
        return b;
      if ((set & constant) == 0)
        return dxl_term_binary(terms, DXL_IR_AND, left.a, b);
    }
    if (operation == DXL_IR_AND && left.kind == DXL_TERM_BINARY && left.value == DXL_IR_AND &&
        dxl_term_is_integer(terms, left.b)) {
      int64_t mask = dxl_term_get(terms, left.b)->value & constant;
      return dxl_term_binary(terms, DXL_IR_AND, left.a, dxl_term_integer(terms, mask));
    }
    if (operation == DXL_IR_AND) {
      // Marks in the low bits of an address that are taken off again, or asked for.
      const dxl_address address = dxl_term_address(terms, a);
      const uint64_t low = address.index ? 0 : zero_bits(terms, address.base);
      if (low && !(~(uint64_t)constant & ~low))
        return dxl_term_add(terms, address.base, address.offset & constant);
      if (low && !((uint64_t)constant & ~low))
        return dxl_term_integer(terms, address.offset & constant);
    }
    if (left.kind == DXL_TERM_CHOICE && left.depth < DXL_TERM_DEPTH_LIMIT) {
      dxl_term condition = left.c, other = left.b;
      dxl_term first = dxl_term_binary(terms, operation, left.a, b);
      return dxl_term_choice(terms, condition, first, dxl_term_binary(terms, operation, other, b));
    }
  }
  if ((operation == DXL_IR_SUBTRACT || operation == DXL_IR_XOR) && a == b)
    return dxl_term_integer(terms, 0);
  if (operation == DXL_IR_XOR && left.kind == DXL_TERM_BINARY && left.value == DXL_IR_XOR) {
    if (left.b == b) // hidden and shown again with the same key
      return left.a;
    if (left.a == b)
      return left.b;
  }
  if (operation == DXL_IR_SUBTRACT) {
    dxl_address left_parts = dxl_term_address(terms, a), right_parts = dxl_term_address(terms, b);
    if (left_parts.base == right_parts.base && left_parts.index == right_parts.index)
      return dxl_term_integer(terms, left_parts.offset - right_parts.offset);
  }
  if ((operation == DXL_IR_AND || operation == DXL_IR_OR) && a == b)
    return a;
  // x & ~x
  if (operation == DXL_IR_AND && (is_inverse(terms, a, b) || is_inverse(terms, b, a)))
    return dxl_term_integer(terms, 0);
  // What was cut alike is put together before the cut.
  if (is_bitwise(operation) && left.kind == DXL_TERM_CAST && right.kind == DXL_TERM_CAST && left.value == right.value)
    return dxl_term_cast(terms, dxl_term_binary(terms, operation, left.a, right.a), (uint32_t)(left.value >> 1),
                         left.value & 1);
  // Both boolean: & and | are the logical ones.
  if (left.is_boolean && right.is_boolean) {
    if (operation == DXL_IR_AND)
      return dxl_term_choice(terms, a, b, dxl_term_integer(terms, 0));
    if (operation == DXL_IR_OR)
      return dxl_term_choice(terms, a, dxl_term_integer(terms, 1), b);
  }
  // What is too high to look into is a value of its own, the same for the same operands.
  left = *dxl_term_get(terms, a);
  right = *dxl_term_get(terms, b);
  if ((left.depth >= DXL_TERM_HEIGHT_LIMIT || right.depth >= DXL_TERM_HEIGHT_LIMIT) && !left.has_resource &&
      !right.has_resource) {
    const uint32_t key[3] = {(uint32_t)operation, a, b};
    return dxl_term_symbol_keyed(terms, DXL_SYMBOL_WRITTEN, key, sizeof key, NULL);
  }
  return make(terms, DXL_TERM_BINARY, a, b, 0, operation);
}

int64_t dxl_cut(int64_t value, uint32_t bits, bool is_signed) {
  if (bits == 0 || bits >= 64)
    return value;
  uint64_t mask = ((uint64_t)1 << bits) - 1, low = (uint64_t)value & mask;
  if (is_signed && (low >> (bits - 1)))
    low |= ~mask;
  return (int64_t)low;
}

dxl_term dxl_term_cast(dxl_terms *terms, dxl_term a, uint32_t bits, bool is_signed) {
  const dxl_term_node node = *dxl_term_get(terms, a);
  if (node.kind == DXL_TERM_INTEGER)
    return dxl_term_integer(terms, dxl_cut(node.value, bits, is_signed));
  if (node.is_boolean || node.kind == DXL_TERM_UNDEFINED || bits >= 64)
    return a;
  const dxl_symbol *symbol = dxl_term_symbol(terms, a);
  if (symbol) {
    int64_t low = is_signed ? -((int64_t)1 << (bits - 1)) : 0;
    int64_t high = is_signed ? ((int64_t)1 << (bits - 1)) - 1 : ((int64_t)1 << bits) - 1;
    if (symbol->low >= low && symbol->high <= high)
      return a;
  }
  if (node.kind == DXL_TERM_CHOICE && node.depth < DXL_TERM_DEPTH_LIMIT) {
    dxl_term first = dxl_term_cast(terms, node.a, bits, is_signed);
    return dxl_term_choice(terms, node.c, first, dxl_term_cast(terms, node.b, bits, is_signed));
  }
  // Counters: x + k in the same type is taken not to wrap.
  if (node.kind == DXL_TERM_ADD && dxl_term_cast(terms, node.a, bits, is_signed) == node.a)
    return a;
  if (node.kind == DXL_TERM_CAST && (int64_t)bits <= node.value >> 1)
    return dxl_term_cast(terms, node.a, bits, is_signed);
  // What was cut to fewer bits before: nothing is left to cut.
  if (node.kind == DXL_TERM_CAST && (is_signed || !(node.value & 1)))
    return a;
  if (node.kind == DXL_TERM_BINARY && is_bitwise((dxl_ir_operation)node.value)) {
    // The bits that are left depend on the same bits of the operands only.
    dxl_term left = without_casts(terms, node.a, bits), right = without_casts(terms, node.b, bits);
    if (left != node.a || right != node.b)
      return dxl_term_cast(terms, dxl_term_binary(terms, (dxl_ir_operation)node.value, left, right), bits, is_signed);
  }
  if (node.kind == DXL_TERM_BINARY && node.value == DXL_IR_AND && dxl_term_is_integer(terms, node.b)) {
    int64_t mask = dxl_term_get(terms, node.b)->value;
    if (mask >= 0 && dxl_cut(mask, bits, is_signed) == mask)
      return a;
  }
  return make(terms, DXL_TERM_CAST, a, 0, 0, (int64_t)bits * 2 + is_signed);
}

dxl_term dxl_term_extract(dxl_terms *terms, dxl_term a, uint32_t shift, uint32_t width) {
  const dxl_term_node node = *dxl_term_get(terms, a);
  if (node.kind == DXL_TERM_INTEGER)
    return dxl_term_integer(terms, shift > 63 ? 0 : dxl_cut((int64_t)((uint64_t)node.value >> shift), width, false));
  if (node.kind == DXL_TERM_UNDEFINED)
    return a;
  if (node.is_boolean) // 0 or 1
    return shift ? dxl_term_integer(terms, 0) : a;
  if (node.kind == DXL_TERM_CHOICE && node.depth < DXL_TERM_DEPTH_LIMIT) {
    const dxl_term left = dxl_term_extract(terms, node.a, shift, width);
    return dxl_term_choice(terms, node.c, left, dxl_term_extract(terms, node.b, shift, width));
  }
  return make(terms, DXL_TERM_EXTRACT, a, 0, 0, (int64_t)shift * 256 + width);
}

enum { CHOICES_BELOW = 4 };

/// One side of a choice, and what it is chosen from in turn, where it is known whether the condition holds.
static dxl_term side_where(dxl_terms *terms, dxl_term side, dxl_term condition, bool truth, unsigned depth) {
  if (side == condition)
    return dxl_term_integer(terms, truth);
  const dxl_term_node node = *dxl_term_get(terms, side);
  if (node.kind < DXL_TERM_ADD || side < condition || depth == CHOICES_BELOW ||
      (dxl_term_get(terms, condition)->leaves & ~node.leaves))
    return side;
  if (node.kind == DXL_TERM_NOT)
    return node.a == condition ? dxl_term_integer(terms, !truth) : side;
  // What is computed from the condition itself (`1 << n`, where n is 0 or 1) is computed with what it is.
  if (node.kind == DXL_TERM_ADD || node.kind == DXL_TERM_CAST || node.kind == DXL_TERM_BINARY) {
    const dxl_term a = side_where(terms, node.a, condition, truth, depth + 1);
    const dxl_term b = node.kind == DXL_TERM_BINARY ? side_where(terms, node.b, condition, truth, depth + 1) : node.b;
    if (a == node.a && b == node.b)
      return side;
    return node.kind == DXL_TERM_ADD    ? dxl_term_add(terms, a, node.value)
           : node.kind == DXL_TERM_CAST ? dxl_term_cast(terms, a, (uint32_t)(node.value >> 1), node.value & 1)
                                        : dxl_term_binary(terms, (dxl_ir_operation)node.value, a, b);
  }
  if (node.kind != DXL_TERM_CHOICE)
    return side;
  if (node.c == condition)
    return side_where(terms, truth ? node.a : node.b, condition, truth, depth + 1);
  dxl_term a = side_where(terms, node.a, condition, truth, depth + 1), b = side_where(terms, node.b, condition, truth, depth + 1);
  return a == node.a && b == node.b ? side : dxl_term_choice(terms, node.c, a, b);
}

dxl_term dxl_term_choice(dxl_terms *terms, dxl_term condition, dxl_term a, dxl_term b) {
  const dxl_term_node node = *dxl_term_get(terms, condition);
  if (node.kind == DXL_TERM_INTEGER)
    return node.value ? a : b;
  if (a == b)
    return a;
  if (node.kind == DXL_TERM_NOT)
    return dxl_term_choice(terms, node.a, b, a);
  a = side_where(terms, a, condition, true, 0);
  b = side_where(terms, b, condition, false, 0);
  if (a == b)
    return a;
  const dxl_term_node left = *dxl_term_get(terms, a), right = *dxl_term_get(terms, b);
  if (left.kind == DXL_TERM_INTEGER && right.kind == DXL_TERM_INTEGER && left.value == 1 && right.value == 0)
    return condition;
  if (left.kind == DXL_TERM_INTEGER && right.kind == DXL_TERM_INTEGER && left.value == 0 && right.value == 1)
    return dxl_term_not(terms, condition);
  return make(terms, DXL_TERM_CHOICE, a, b, condition, 0);
}

dxl_address dxl_term_address(dxl_terms *terms, dxl_term term) {
  dxl_address address = {term, 0, 0};
  const dxl_term_node node = *dxl_term_get(terms, term);
  if (node.kind == DXL_TERM_ADD) {
    address = dxl_term_address(terms, node.a);
    address.offset += dxl_term_get(terms, term)->value;
  } else if (node.kind == DXL_TERM_ELEMENT) {
    dxl_term index = node.b;
    int64_t stride = node.value;
    address = dxl_term_address(terms, node.a);
    address.index = make(terms, DXL_TERM_ELEMENT, address.index, index, 0, stride);
  }
  return address;
}

static bool may_contain(const dxl_terms *terms, const dxl_term_node *node, dxl_term term, dxl_term needle) {
  // A term is younger than its parts.
  const dxl_term_node wanted = *dxl_term_get(terms, needle);
  return node->kind >= DXL_TERM_ADD && needle < term && !(wanted.leaves & ~node->leaves) &&
         (node->has_resource || !wanted.has_resource);
}

/// Terms share their parts: what was searched in vain carries the number of the search. `is_value`: conditions do not count.
static bool contains(const dxl_terms *terms, dxl_term term, dxl_term needle, bool is_value) {
  if (term == needle)
    return true;
  const dxl_term_node *node = dxl_term_get(terms, term);
  terms->searches->visits++;
  if (!may_contain(terms, node, term, needle) || terms->searches->items[term] == terms->searches->last ||
      (is_value && node->is_boolean && node->kind != DXL_TERM_CHOICE))
    return false;
  if ((node->a && contains(terms, node->a, needle, is_value)) || (node->b && contains(terms, node->b, needle, is_value)) ||
      (node->c && !is_value && contains(terms, node->c, needle, is_value)))
    return true;
  terms->searches->items[term] = terms->searches->last;
  return false;
}

static bool search(const dxl_terms *terms, dxl_term term, dxl_term needle, bool is_value) {
  if (term == needle)
    return true;
  if (!may_contain(terms, dxl_term_get(terms, term), term, needle))
    return false;
  dxl_searches *searches = terms->searches;
  if (searches->count <= term) {
    const uint32_t old = searches->count;
    dxl_array_reserve(searches, terms->nodes.count);
    searches->count = terms->nodes.count;
    memset(searches->items + old, 0, (searches->count - old) * sizeof(uint32_t));
  }
  searches->last++;
  return contains(terms, term, needle, is_value);
}

bool dxl_term_contains(const dxl_terms *terms, dxl_term term, dxl_term needle) {
  return search(terms, term, needle, false);
}

bool dxl_term_holds(const dxl_terms *terms, dxl_term term, dxl_term needle) { return search(terms, term, needle, true); }
