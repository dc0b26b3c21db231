// Terms as a path has them: what it knows to be equal or to be one value is put in, part by part, and the term made anew.
// Invariant: where the facts of the state hold, the term that is made has the value of the one that was given.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/state.h"

/// Terms that are known to equal others, and how high a term may be.
enum { EQUALS_LIMIT = 32, SETTLED_DEPTH = DXL_TERM_DEPTH_LIMIT };

typedef struct settling {
  dxl_terms *terms;
  const dxl_state *state;
  dxl_map *done; ///< term -> what became of it
  uint32_t count;
  struct {
    dxl_term term, oldest; ///< of those that are equal
  } equals[EQUALS_LIMIT];
} settling;

static uint32_t place_of(settling *s, dxl_term term) {
  for (uint32_t i = 0; i < s->count; i++)
    if (s->equals[i].term == term)
      return i;
  if (s->count == EQUALS_LIMIT)
    return EQUALS_LIMIT;
  s->equals[s->count].term = s->equals[s->count].oldest = term;
  return s->count++;
}

/// Reads the facts of the form a == b.
static void collect_equals(settling *s) {
  for (uint32_t i = 0; s->state->facts && i < s->state->facts->count; i++) {
    const dxl_fact *fact = &s->state->facts->items[i];
    const dxl_term_node *node = dxl_term_get(s->terms, fact->term);
    if (node->kind != DXL_TERM_EQUAL || fact->low != 1 || dxl_term_is_integer(s->terms, node->b))
      continue;
    const uint32_t first = place_of(s, node->a), second = place_of(s, node->b);
    if (first == EQUALS_LIMIT || second == EQUALS_LIMIT)
      return;
    dxl_term older = s->equals[first].oldest, newer = s->equals[second].oldest;
    if (older > newer) {
      dxl_term swap = older;
      older = newer;
      newer = swap;
    }
    for (uint32_t k = 0; k < s->count; k++)
      if (s->equals[k].oldest == newer)
        s->equals[k].oldest = older;
  }
}

static dxl_term settled(settling *s, dxl_term term);

static dxl_term made_anew(settling *s, dxl_term term) {
  dxl_terms *terms = s->terms;
  const dxl_term_node node = *dxl_term_get(terms, term);
  switch ((dxl_term_kind)node.kind) {
  case DXL_TERM_ADD:
    return dxl_term_add(terms, settled(s, node.a), node.value);
  case DXL_TERM_ELEMENT: {
    const dxl_term base = settled(s, node.a);
    return dxl_term_element(terms, base, settled(s, node.b), node.value);
  }
  case DXL_TERM_EQUAL: {
    const dxl_term left = settled(s, node.a);
    return dxl_term_equal(terms, left, settled(s, node.b));
  }
  case DXL_TERM_LESS: {
    const dxl_term left = settled(s, node.a);
    return dxl_term_less(terms, left, settled(s, node.b), node.value == DXL_TERM_UNSIGNED);
  }
  case DXL_TERM_NOT:
    return dxl_term_not(terms, settled(s, node.a));
  case DXL_TERM_BINARY: {
    if (!node.a || !node.b)
      return term;
    const dxl_term left = settled(s, node.a);
    return dxl_term_binary(terms, (dxl_ir_operation)node.value, left, settled(s, node.b));
  }
  case DXL_TERM_CAST:
    return dxl_term_cast(terms, settled(s, node.a), (uint32_t)(node.value >> 1), node.value & 1);
  case DXL_TERM_EXTRACT:
    return dxl_term_extract(terms, settled(s, node.a), (uint32_t)(node.value >> 8), (uint32_t)(node.value & 255));
  case DXL_TERM_CHOICE: {
    const dxl_term condition = settled(s, node.c), first = settled(s, node.a);
    return dxl_term_choice(terms, condition, first, settled(s, node.b));
  }
  case DXL_TERM_NONE:
  case DXL_TERM_INTEGER:
  case DXL_TERM_UNDEFINED:
  case DXL_TERM_SYMBOL:
  case DXL_TERM_REGION:
  case DXL_TERM_FUNCTION:
    break;
  }
  return term;
}

static dxl_term settled(settling *s, dxl_term term) {
  const uint64_t *done = dxl_map_get_u64(s->done, term);
  if (done)
    return (dxl_term)*done;
  dxl_term result = dxl_resolve(s->terms, s->state, term);
  for (uint32_t i = 0; i < s->count; i++)
    if (s->equals[i].term == result)
      result = s->equals[i].oldest;
  const dxl_range range = dxl_range_of(s->terms, s->state, result);
  result = range.low == range.high ? dxl_term_integer(s->terms, range.low) : made_anew(s, result);
  *dxl_map_put_u64(s->done, term, NULL) = result;
  return result;
}

dxl_term dxl_settled(dxl_terms *terms, const dxl_state *state, dxl_term term) {
  const dxl_term_node *node = dxl_term_get(terms, term);
  if (node->has_undefined || node->depth > SETTLED_DEPTH)
    return term;
  settling s = {.terms = terms, .state = state};
  collect_equals(&s);
  s.done = dxl_map_new();
  const dxl_term result = settled(&s, term);
  dxl_map_free(s.done);
  return result;
}
