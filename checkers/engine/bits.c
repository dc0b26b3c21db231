// Which bits of a value are known: what masks, flags and joins of constants leave certain where the value as a whole is open.
// Invariant: a bit that is said to be known has that value wherever the facts of the state hold.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/state.h"

enum { BITS_DEPTH = 8 };

static dxl_bits all_of(int64_t value) { return (dxl_bits){UINT64_MAX, (uint64_t)value}; }

dxl_bits dxl_bits_common(dxl_bits a, dxl_bits b) {
  uint64_t alike = a.known & b.known & ~(a.ones ^ b.ones);
  return (dxl_bits){alike, a.ones & alike};
}

static dxl_bits bits_of(dxl_terms *terms, const dxl_state *state, dxl_term term, unsigned depth);

static dxl_bits binary_bits(dxl_terms *terms, const dxl_state *state, const dxl_term_node *node, unsigned depth) {
  dxl_bits a = bits_of(terms, state, node->a, depth + 1), b = bits_of(terms, state, node->b, depth + 1);
  switch ((dxl_ir_operation)node->value) {
  case DXL_IR_AND: {
    uint64_t zeros = (a.known & ~a.ones) | (b.known & ~b.ones), ones = a.ones & b.ones;
    return (dxl_bits){zeros | ones, ones};
  }
  case DXL_IR_OR: {
    uint64_t zeros = a.known & ~a.ones & b.known & ~b.ones, ones = a.ones | b.ones;
    return (dxl_bits){zeros | ones, ones};
  }
  case DXL_IR_XOR:
    return (dxl_bits){a.known & b.known, (a.ones ^ b.ones) & a.known & b.known};
  default:
    return (dxl_bits){0, 0};
  }
}

static dxl_bits bits_of(dxl_terms *terms, const dxl_state *state, dxl_term term, unsigned depth) {
  const dxl_bits nothing = {0, 0};
  dxl_term resolved = dxl_resolve(terms, state, term);
  const dxl_term_node node = *dxl_term_get(terms, resolved);
  if (node.kind == DXL_TERM_INTEGER)
    return all_of(node.value);
  if (depth >= BITS_DEPTH || node.has_undefined)
    return nothing;
  switch ((dxl_term_kind)node.kind) {
  case DXL_TERM_SYMBOL: {
    const dxl_symbol *symbol = &terms->symbols.items[node.a];
    return (dxl_bits){symbol->known_bits, symbol->known_ones};
  }
  case DXL_TERM_BINARY:
    return node.a && node.b ? binary_bits(terms, state, &node, depth) : nothing;
  case DXL_TERM_CAST: {
    // Below the sign nothing changes; what is cut off an unsigned value is zero.
    const uint32_t width = (uint32_t)(node.value >> 1);
    const bool is_signed = node.value & 1;
    const uint64_t kept = width >= 64 ? UINT64_MAX : ((uint64_t)1 << (width - is_signed)) - 1;
    dxl_bits inner = bits_of(terms, state, node.a, depth + 1);
    return (dxl_bits){(inner.known & kept) | (is_signed ? 0 : ~kept), inner.ones & kept};
  }
  case DXL_TERM_CHOICE:
    return dxl_bits_common(bits_of(terms, state, node.a, depth + 1), bits_of(terms, state, node.b, depth + 1));
  default:
    return nothing;
  }
}

dxl_bits dxl_bits_of(dxl_terms *terms, const dxl_state *state, dxl_term term) {
  return bits_of(terms, state, term, 0);
}

/// What a fact about `value & mask` says of the bits of the value.
static dxl_bits told_by(const dxl_terms *terms, const dxl_fact *fact, dxl_term value) {
  const dxl_bits nothing = {0, 0};
  if (fact->bound || fact->low != fact->high)
    return nothing;
  const dxl_term_node *node = dxl_term_get(terms, fact->term);
  int64_t told = fact->low;
  bool is_zero_excluded = false;
  if (node->kind == DXL_TERM_EQUAL && dxl_term_is_integer(terms, node->b)) {
    told = dxl_term_get(terms, node->b)->value;
    is_zero_excluded = fact->low == 0 && told == 0;
    if (fact->low == 0 && !is_zero_excluded)
      return nothing;
    node = dxl_term_get(terms, node->a);
  }
  if (node->kind != DXL_TERM_BINARY || node->value != DXL_IR_AND || node->a != value || !dxl_term_is_integer(terms, node->b))
    return nothing;
  const uint64_t mask = (uint64_t)dxl_term_get(terms, node->b)->value;
  if (!is_zero_excluded)
    return (dxl_bits){mask, (uint64_t)told & mask};
  return mask & (mask - 1) ? nothing : (dxl_bits){mask, mask};
}

dxl_bits dxl_bits_on_path(dxl_terms *terms, const dxl_state *state, dxl_term term) {
  dxl_bits bits = dxl_bits_of(terms, state, term);
  const dxl_term value = dxl_resolve(terms, state, term);
  if (dxl_term_get(terms, value)->kind != DXL_TERM_SYMBOL)
    return bits;
  for (uint32_t i = 0; state->facts && i < state->facts->count; i++) {
    dxl_bits told = told_by(terms, &state->facts->items[i], value);
    bits.known |= told.known;
    bits.ones |= told.ones;
  }
  return bits;
}
