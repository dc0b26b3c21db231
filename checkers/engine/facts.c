// What a path knows of values: ranges of terms, other names of symbols, truth of conditions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/state.h"

enum { BINDING_LIMIT = 64 }; // bindings followed in a row

dxl_term dxl_resolve(dxl_terms *terms, const dxl_state *state, dxl_term term) {
  for (unsigned step = 0; step < BINDING_LIMIT; step++) {
    const dxl_term_node *node = dxl_term_get(terms, term);
    if (node->kind == DXL_TERM_SYMBOL) {
      const dxl_fact *fact = dxl_state_fact(state, term);
      if (!fact)
        return term;
      if (fact->bound)
        term = fact->bound;
      else if (fact->low == fact->high)
        return dxl_term_integer(terms, fact->low);
      else
        return term;
    } else if (node->kind == DXL_TERM_ADD) {
      dxl_term inner = dxl_resolve(terms, state, node->a);
      return inner == dxl_term_get(terms, term)->a ? term
                                                   : dxl_term_add(terms, inner, dxl_term_get(terms, term)->value);
    } else if (node->kind == DXL_TERM_CHOICE) {
      int truth = dxl_evaluate(terms, state, node->c);
      if (truth < 0)
        return term;
      node = dxl_term_get(terms, term);
      term = truth ? node->a : node->b;
    } else {
      return term;
    }
  }
  return term;
}

// ---- Answers that were given before --------------------------------------------------------------------------------------

enum { ANSWER_BITS = 10 }; // few answers outlive the next join; more would not fit into the cache

/// The place of the answer to a question about a term under the facts of a state; empty when it was not asked lately.
static dxl_answer *answer_to(dxl_terms *terms, const dxl_state *state, dxl_term term) {
  if (!terms->answers) {
    terms->answers = dxl_allocate((1u << ANSWER_BITS) * sizeof *terms->answers);
    memset(terms->answers, 0, (1u << ANSWER_BITS) * sizeof *terms->answers);
  }
  uint64_t version = state->facts ? state->facts->version : 0;
  dxl_answer *answer = &terms->answers[((version * 0x9e3779b97f4a7c15u) ^ (term * 0xff51afd7ed558ccdu)) >> (64 - ANSWER_BITS)];
  if (answer->term != term || answer->version != version || answer->symbols_version != terms->symbols_version)
    *answer = (dxl_answer){.term = term, .version = version, .symbols_version = terms->symbols_version};
  return answer;
}

// ---- Ranges and truth -----------------------------------------------------------------------------------------------------

static dxl_range meet(dxl_range a, dxl_range b) {
  return (dxl_range){a.low > b.low ? a.low : b.low, a.high < b.high ? a.high : b.high};
}

static dxl_range type_range(uint32_t bits, bool is_signed) {
  if (bits >= 64 || bits == 0)
    return (dxl_range){INT64_MIN, INT64_MAX};
  if (is_signed)
    return (dxl_range){-((int64_t)1 << (bits - 1)), ((int64_t)1 << (bits - 1)) - 1};
  return (dxl_range){0, (int64_t)(((uint64_t)1 << bits) - 1)};
}

static dxl_range binary_range(dxl_terms *terms, const dxl_state *state, const dxl_term_node *node) {
  dxl_range all = {INT64_MIN, INT64_MAX};
  dxl_range a = dxl_range_of(terms, state, node->a);
  dxl_range b = dxl_range_of(terms, state, node->b);
  switch ((dxl_ir_operation)node->value) {
  case DXL_IR_AND:
    if (b.low == b.high) {
      dxl_bits bits = dxl_bits_of(terms, state, node->a);
      if ((bits.known & (uint64_t)b.low) == (uint64_t)b.low)
        return (dxl_range){(int64_t)(bits.ones & (uint64_t)b.low), (int64_t)(bits.ones & (uint64_t)b.low)};
    }
    if (b.low == b.high && b.low >= 0)
      return (dxl_range){0, a.low >= 0 && a.high < b.low ? a.high : b.low};
    return a.low >= 0 && b.low >= 0 ? (dxl_range){0, a.high < b.high ? a.high : b.high} : all;
  case DXL_IR_OR:
    // At least what either side has for sure.
    return a.low >= 0 && b.low >= 0 ? (dxl_range){a.low > b.low ? a.low : b.low, INT64_MAX} : all;
  case DXL_IR_REMAINDER:
    return b.low == b.high && b.low > 0 && a.low >= 0 ? (dxl_range){0, b.low - 1} : all;
  case DXL_IR_DIVIDE:
    return b.low == b.high && b.low > 0 ? (dxl_range){a.low / b.low, a.high / b.low} : all;
  case DXL_IR_SHIFT_RIGHT:
    return b.low == b.high && b.low >= 0 && b.low < 64 && a.low >= 0 ? (dxl_range){a.low >> b.low, a.high >> b.low} : all;
  case DXL_IR_ADD: {
    dxl_range r;
    if (__builtin_add_overflow(a.low, b.low, &r.low) || __builtin_add_overflow(a.high, b.high, &r.high))
      return all;
    return r;
  }
  case DXL_IR_SUBTRACT: {
    dxl_range r;
    if (__builtin_sub_overflow(a.low, b.high, &r.low) || __builtin_sub_overflow(a.high, b.low, &r.high))
      return all;
    return r;
  }
  case DXL_IR_MULTIPLY:
  case DXL_IR_XOR:
  case DXL_IR_SHIFT_LEFT:
  case DXL_IR_NEGATE:
  case DXL_IR_NOT:
  case DXL_IR_IS_ZERO:
    break;
  }
  return all;
}

static int known(const dxl_state *state, dxl_term condition);

static dxl_range either(dxl_range a, dxl_range b) {
  if (a.low > a.high || b.low > b.high) // one of them cannot be
    return a.low > a.high ? b : a;
  return (dxl_range){a.low < b.low ? a.low : b.low, a.high > b.high ? a.high : b.high};
}

/// What the conditions around a choice say, the innermost first.
typedef struct given {
  dxl_fact said;
  const struct given *around;
} given;

enum { CHOICES_SEEN = 4 };

static dxl_range side_range(dxl_terms *terms, const dxl_state *state, const dxl_term_node *choice, bool truth, const given *around,
                            unsigned depth);

/// What a term, or a choice of terms, can be where the conditions around it hold.
static dxl_range range_given(dxl_terms *terms, const dxl_state *state, dxl_term term, const given *around, unsigned depth) {
  dxl_range range = dxl_range_of(terms, state, term);
  uint64_t leaves = 0;
  for (const given *one = around; one; one = one->around) {
    leaves |= dxl_term_get(terms, one->said.term)->leaves;
    if (one->said.term == term)
      range = meet(range, (dxl_range){one->said.low, one->said.high});
  }
  dxl_term_node node = *dxl_term_get(terms, term);
  if (node.kind != DXL_TERM_CHOICE || !(node.leaves & leaves) || depth == CHOICES_SEEN)
    return range;
  return meet(range, either(side_range(terms, state, &node, true, around, depth + 1),
                            side_range(terms, state, &node, false, around, depth + 1)));
}

/// One side of a choice: its condition says something of the value that is chosen where it compares that (`s < 0 ? s : t`).
static dxl_range side_range(dxl_terms *terms, const dxl_state *state, const dxl_term_node *choice, bool truth, const given *around,
                            unsigned depth) {
  given inner = {.around = around};
  bool is_told = dxl_condition_range(terms, choice->c, truth, &inner.said);
  return range_given(terms, state, truth ? choice->a : choice->b, is_told ? &inner : around, depth);
}

static dxl_range range_of(dxl_terms *terms, const dxl_state *state, dxl_term term) {
  dxl_range range = {INT64_MIN, INT64_MAX};
  const dxl_term_node *node = dxl_term_get(terms, term);
  dxl_term_node copy = *node;
  switch ((dxl_term_kind)copy.kind) {
  case DXL_TERM_INTEGER:
    return (dxl_range){copy.value, copy.value};
  case DXL_TERM_SYMBOL: {
    const dxl_symbol *symbol = &terms->symbols.items[copy.a];
    range = (dxl_range){symbol->low, symbol->high};
    const dxl_fact *fact = dxl_state_fact(state, term);
    if (fact && fact->bound)
      return meet(range, dxl_range_of(terms, state, fact->bound));
    break;
  }
  case DXL_TERM_REGION:
  case DXL_TERM_FUNCTION:
    return (dxl_range){1, INT64_MAX};
  case DXL_TERM_ADD: {
    dxl_range inner = dxl_range_of(terms, state, copy.a);
    if (!__builtin_add_overflow(inner.low, copy.value, &range.low) &&
        !__builtin_add_overflow(inner.high, copy.value, &range.high))
      break;
    range = (dxl_range){INT64_MIN, INT64_MAX};
    if (inner.low > 0) // an address and a little more
      range.low = copy.value > 0 ? inner.low : 1;
    break;
  }
  case DXL_TERM_ELEMENT: {
    dxl_range inner = dxl_range_of(terms, state, copy.a);
    if (inner.low > 0)
      range.low = 1;
    break;
  }
  case DXL_TERM_EQUAL:
  case DXL_TERM_LESS:
  case DXL_TERM_NOT: {
    int truth = dxl_evaluate(terms, state, term);
    return truth < 0 ? (dxl_range){0, 1} : (dxl_range){truth, truth};
  }
  case DXL_TERM_BINARY:
    if (copy.a && copy.b)
      range = binary_range(terms, state, &copy);
    break;
  case DXL_TERM_CAST: {
    dxl_range type = type_range((uint32_t)(copy.value >> 1), copy.value & 1);
    dxl_range inner = dxl_range_of(terms, state, copy.a);
    range = inner.low >= type.low && inner.high <= type.high ? inner : type;
    // A stretch that is not broken by the cut stays one: negative numbers as unsigned ones.
    uint32_t bits = (uint32_t)(copy.value >> 1);
    int64_t length, low = dxl_cut(inner.low, bits, copy.value & 1), high = dxl_cut(inner.high, bits, copy.value & 1);
    if (bits < 63 && !__builtin_sub_overflow(inner.high, inner.low, &length) && length < (int64_t)1 << bits && low <= high)
      range = (dxl_range){low, high};
    else if (inner.low == inner.high)
      range = (dxl_range){low, low};
    break;
  }
  case DXL_TERM_EXTRACT: {
    uint32_t width = (uint32_t)(copy.value & 255);
    dxl_range inner = dxl_range_of(terms, state, copy.a);
    range = type_range(width, false);
    if (inner.low == inner.high && (copy.value >> 8) < 64) {
      int64_t cut = dxl_cut((int64_t)((uint64_t)inner.low >> (copy.value >> 8)), width, false);
      range = (dxl_range){cut, cut};
    }
    break;
  }
  case DXL_TERM_CHOICE: {
    int truth = dxl_evaluate(terms, state, copy.c);
    if (truth >= 0)
      return dxl_range_of(terms, state, truth ? copy.a : copy.b);
    range = either(side_range(terms, state, &copy, true, NULL, 0), side_range(terms, state, &copy, false, NULL, 0));
    if (range.low < 0 && range.high >= 0) {
      // A comparison with zero is kept for the choice as a whole.
      dxl_term negative = dxl_term_less(terms, term, dxl_term_integer(terms, 0), false);
      int sign = known(state, negative);
      if (sign == 1)
        range.high = -1;
      else if (sign == 0)
        range.low = 0;
    }
    break;
  }
  case DXL_TERM_NONE:
  case DXL_TERM_UNDEFINED:
    return range;
  }
  const dxl_fact *fact = dxl_state_fact(state, term);
  return fact ? meet(range, (dxl_range){fact->low, fact->high}) : range;
}

dxl_range dxl_range_of(dxl_terms *terms, const dxl_state *state, dxl_term term) {
  dxl_term_kind kind = (dxl_term_kind)dxl_term_get(terms, term)->kind;
  if (kind <= DXL_TERM_ADD)
    return range_of(terms, state, term);
  dxl_answer *answer = answer_to(terms, state, term);
  if (answer->has_range)
    return answer->range;
  dxl_range range = range_of(terms, state, term);
  answer = answer_to(terms, state, term);
  answer->has_range = true;
  answer->range = range;
  return range;
}

static int known(const dxl_state *state, dxl_term condition) {
  const dxl_fact *fact = dxl_state_fact(state, condition);
  return fact && fact->low == fact->high ? fact->low != 0 : -1;
}

static int evaluate_less(dxl_terms *terms, const dxl_state *state, dxl_term a, dxl_term b, bool is_unsigned) {
  dxl_range left = dxl_range_of(terms, state, a), right = dxl_range_of(terms, state, b);
  if (is_unsigned && (left.low < 0 || right.low < 0)) {
    if (left.low == left.high && right.low == right.high)
      return (uint64_t)left.low < (uint64_t)right.low;
    return -1;
  }
  if (left.high < right.low)
    return 1;
  if (left.low >= right.high)
    return 0;
  return -1;
}

static int evaluate(dxl_terms *terms, const dxl_state *state, dxl_term condition) {
  dxl_term_node node = *dxl_term_get(terms, condition);
  int truth;
  switch ((dxl_term_kind)node.kind) {
  case DXL_TERM_INTEGER:
    return node.value != 0;
  case DXL_TERM_NOT:
    truth = dxl_evaluate(terms, state, node.a);
    return truth < 0 ? -1 : !truth;
  case DXL_TERM_EQUAL: {
    truth = known(state, condition);
    if (truth >= 0)
      return truth;
    dxl_term a = dxl_resolve(terms, state, node.a), b = dxl_resolve(terms, state, node.b);
    if (a != node.a || b != node.b) {
      dxl_term better = dxl_term_equal(terms, a, b);
      const dxl_term_node *improved = dxl_term_get(terms, better);
      if (improved->kind == DXL_TERM_INTEGER)
        return improved->value != 0;
      if (better != condition) {
        if (improved->kind != DXL_TERM_EQUAL)
          return dxl_evaluate(terms, state, better);
        truth = known(state, better);
        if (truth >= 0)
          return truth;
        a = improved->a;
        b = improved->b;
      }
    }
    dxl_range left = dxl_range_of(terms, state, a), right = dxl_range_of(terms, state, b);
    if (left.low > left.high || right.low > right.high)
      return -1;
    if (left.high < right.low || right.high < left.low)
      return 0;
    if (left.low == left.high && right.low == right.high && left.low == right.low)
      return 1;
    return -1;
  }
  case DXL_TERM_LESS: {
    truth = known(state, condition);
    if (truth >= 0)
      return truth;
    dxl_term a = dxl_resolve(terms, state, node.a), b = dxl_resolve(terms, state, node.b);
    if (a != node.a || b != node.b) {
      dxl_term better = dxl_term_less(terms, a, b, node.value == DXL_TERM_UNSIGNED);
      const dxl_term_node *improved = dxl_term_get(terms, better);
      if (improved->kind == DXL_TERM_INTEGER)
        return improved->value != 0;
      truth = improved->kind == DXL_TERM_LESS ? known(state, better) : -1;
      if (truth >= 0)
        return truth;
    }
    return evaluate_less(terms, state, a, b, node.value == DXL_TERM_UNSIGNED);
  }
  case DXL_TERM_CHOICE:
    truth = known(state, condition);
    if (truth >= 0)
      return truth;
    truth = dxl_evaluate(terms, state, node.c);
    if (truth >= 0)
      return dxl_evaluate(terms, state, truth ? node.a : node.b);
    {
      int a = dxl_evaluate(terms, state, node.a), b = dxl_evaluate(terms, state, node.b);
      return a == b ? a : -1;
    }
  case DXL_TERM_NONE:
  case DXL_TERM_UNDEFINED:
    return -1;
  case DXL_TERM_SYMBOL:
  case DXL_TERM_REGION:
  case DXL_TERM_FUNCTION:
  case DXL_TERM_ADD:
  case DXL_TERM_ELEMENT:
  case DXL_TERM_BINARY:
  case DXL_TERM_CAST:
  case DXL_TERM_EXTRACT:
    break;
  }
  dxl_range range = dxl_range_of(terms, state, condition);
  return range.low == 0 && range.high == 0 ? 0 : range.low > 0 || range.high < 0 ? 1 : -1;
}

int dxl_evaluate(dxl_terms *terms, const dxl_state *state, dxl_term condition) {
  if (dxl_term_get(terms, condition)->kind < DXL_TERM_ADD)
    return evaluate(terms, state, condition);
  dxl_answer *answer = answer_to(terms, state, condition);
  if (answer->has_truth)
    return answer->truth;
  int truth = evaluate(terms, state, condition);
  answer = answer_to(terms, state, condition);
  answer->has_truth = true;
  answer->truth = (int8_t)truth;
  return truth;
}

// ---- Assuming --------------------------------------------------------------------------------------------------------

/// The fact to be written to. What depends on the term is looked at when conclusions are drawn.
static dxl_fact *fact_to_learn(const dxl_terms *terms, dxl_state *state, dxl_term term) {
  state->news |= dxl_term_get(terms, term)->leaves;
  return dxl_state_fact_writable(state, term);
}

static bool restrict_range(dxl_terms *terms, dxl_state *state, dxl_term term, int64_t low, int64_t high);

static bool is_excluded(dxl_terms *terms, const dxl_state *state, dxl_term term, int64_t value) {
  dxl_term equal = dxl_term_equal(terms, term, dxl_term_integer(terms, value));
  return dxl_term_get(terms, equal)->kind == DXL_TERM_EQUAL && known(state, equal) == 0;
}

/// The symbol that a symbol is another name of.
static dxl_term name_of(const dxl_state *state, dxl_term term) {
  for (unsigned step = 0; step < BINDING_LIMIT; step++) {
    const dxl_fact *fact = dxl_state_fact(state, term);
    if (!fact || !fact->bound)
      break;
    term = fact->bound;
  }
  return term;
}

/// A term has got one value: what it is known to differ from does not have that value, what it is known to equal does.
static bool spread_value(dxl_terms *terms, dxl_state *state, dxl_term term, int64_t value) {
  for (uint32_t i = 0; i < state->facts->count; i++) {
    dxl_fact fact = state->facts->items[i];
    const dxl_term_node *node = dxl_term_get(terms, fact.term);
    if (node->kind != DXL_TERM_EQUAL || fact.low != fact.high)
      continue;
    bool is_first = node->a == term || name_of(state, node->a) == term;
    if (!is_first && node->b != term && name_of(state, node->b) != term)
      continue;
    dxl_term other = is_first ? node->b : node->a;
    if (dxl_term_is_integer(terms, other))
      continue;
    dxl_term equal = dxl_term_equal(terms, other, dxl_term_integer(terms, value));
    if (!dxl_assume(terms, state, equal, fact.low != 0))
      return false;
  }
  return true;
}

/// Records a range of a term and hands it down to what the term is made of.
static bool restrict_range(dxl_terms *terms, dxl_state *state, dxl_term term, int64_t low, int64_t high) {
  for (;;) {
    dxl_range range = meet(dxl_range_of(terms, state, term), (dxl_range){low, high});
    if (range.low > range.high)
      return false;
    dxl_term_node node = *dxl_term_get(terms, term);
    if (node.kind == DXL_TERM_INTEGER)
      return true;
    if (node.is_boolean) {
      if (range.low == range.high)
        return dxl_assume(terms, state, term, range.low != 0);
      return true;
    }
    if (node.kind == DXL_TERM_SYMBOL) {
      const dxl_fact *fact = dxl_state_fact(state, term);
      if (fact && fact->bound) {
        term = fact->bound;
        continue;
      }
    }
    // Values that are known to be excluded do not end a range.
    if (node.kind != DXL_TERM_INTEGER && (low != INT64_MIN || high != INT64_MAX)) {
      while (range.low <= range.high && range.low != INT64_MIN && is_excluded(terms, state, term, range.low))
        range.low++;
      while (range.low <= range.high && range.high != INT64_MAX && is_excluded(terms, state, term, range.high))
        range.high--;
      if (range.low > range.high)
        return false;
    }
    const int64_t mask = dxl_term_mask(terms, term);
    if (mask && (range.low > mask || range.high < 0))
      return false;
    if (mask && range.low > 0)
      range.low = range.high = mask;
    else if (mask && range.high < mask)
      range.low = range.high = 0;
    dxl_fact *fact = fact_to_learn(terms, state, term);
    bool is_settled = range.low == range.high && fact->low != fact->high;
    fact->low = range.low;
    fact->high = range.high;
    if (is_settled && !spread_value(terms, state, term, range.low))
      return false;
    if (node.kind == DXL_TERM_ADD) {
      int64_t inner_low, inner_high;
      if (__builtin_sub_overflow(range.low, node.value, &inner_low) || range.low == INT64_MIN)
        inner_low = INT64_MIN;
      if (__builtin_sub_overflow(range.high, node.value, &inner_high) || range.high == INT64_MAX)
        inner_high = INT64_MAX;
      term = node.a, low = inner_low, high = inner_high;
      continue;
    }
    if (node.kind == DXL_TERM_CAST) {
      // The cut value is the value itself when the operand's range says that nothing is lost.
      dxl_range inner = dxl_range_of(terms, state, node.a);
      dxl_range type = type_range((uint32_t)(node.value >> 1), node.value & 1);
      if (inner.low >= type.low && inner.high <= type.high) {
        term = node.a, low = range.low, high = range.high;
        continue;
      }
    }
    if (node.kind == DXL_TERM_CHOICE) {
      // Rule out an alternative that lies outside.
      dxl_range a = dxl_range_of(terms, state, node.a), b = dxl_range_of(terms, state, node.b);
      bool can_a = a.low <= range.high && a.high >= range.low, can_b = b.low <= range.high && b.high >= range.low;
      if (!can_a && !can_b)
        return false;
      if (can_a && can_b)
        return true;
      if (!dxl_assume(terms, state, node.c, can_a))
        return false;
      term = can_a ? node.a : node.b, low = range.low, high = range.high;
      continue;
    }
    return true;
  }
}

static bool record_truth(dxl_terms *terms, dxl_state *state, dxl_term condition, bool truth) {
  (void)terms;
  dxl_fact *fact = fact_to_learn(terms, state, condition);
  fact->low = fact->high = truth;
  return true;
}

static bool may_bind(const dxl_terms *terms, dxl_term term) {
  const dxl_symbol *symbol = dxl_term_symbol(terms, term);
  return symbol && symbol->kind != DXL_SYMBOL_RESOURCE && !symbol->is_fresh && symbol->kind != DXL_SYMBOL_IRQL;
}

/// A name may stand for a symbol, an address or a sum; a choice would be asked about the very symbol it is to replace.
static bool may_be_named(const dxl_terms *terms, dxl_term term) {
  const dxl_term_node *node = dxl_term_get(terms, term);
  if (node->kind == DXL_TERM_ADD)
    node = dxl_term_get(terms, node->a);
  return node->kind == DXL_TERM_SYMBOL || node->kind == DXL_TERM_REGION || node->kind == DXL_TERM_FUNCTION ||
         node->kind == DXL_TERM_INTEGER;
}

static bool assume_equal(dxl_terms *terms, dxl_state *state, dxl_term condition, dxl_term a, dxl_term b, bool truth) {
  dxl_term_node right = *dxl_term_get(terms, b);
  if (right.kind == DXL_TERM_INTEGER) {
    if (truth)
      return restrict_range(terms, state, a, right.value, right.value);
    dxl_range range = dxl_range_of(terms, state, a);
    if (range.low == range.high && range.low == right.value)
      return false;
    if (range.low == right.value)
      return restrict_range(terms, state, a, right.value + 1, INT64_MAX);
    if (range.high == right.value)
      return restrict_range(terms, state, a, INT64_MIN, right.value - 1);
    dxl_term_node left = *dxl_term_get(terms, a);
    if (left.kind == DXL_TERM_CHOICE) {
      int first = dxl_evaluate(terms, state, dxl_term_equal(terms, left.a, b));
      int second = dxl_evaluate(terms, state, dxl_term_equal(terms, left.b, b));
      if (first == 1 && !dxl_assume(terms, state, left.c, false))
        return false;
      if (second == 1 && !dxl_assume(terms, state, left.c, true))
        return false;
    }
    return record_truth(terms, state, condition, false);
  }
  if (!truth)
    return record_truth(terms, state, condition, false);
  // Two names for one value.
  dxl_range left_range = dxl_range_of(terms, state, a), right_range = dxl_range_of(terms, state, b);
  dxl_range both = meet(left_range, right_range);
  if (both.low > both.high)
    return false;
  dxl_term first = dxl_resolve(terms, state, a), second = dxl_resolve(terms, state, b);
  // The older of two symbols is the name: objects and resources are known by it.
  if (first < second && may_bind(terms, first) && may_bind(terms, second)) {
    dxl_term older = first;
    first = second;
    second = older;
  }
  if (first != second && !dxl_term_contains(terms, second, first) && may_bind(terms, first) &&
      may_be_named(terms, second)) {
    dxl_range range = dxl_range_of(terms, state, first);
    dxl_fact *fact = fact_to_learn(terms, state, first);
    fact->bound = second;
    return restrict_range(terms, state, second, range.low, range.high);
  }
  if (first != second && !dxl_term_contains(terms, first, second) && may_bind(terms, second) &&
      may_be_named(terms, first)) {
    dxl_range range = dxl_range_of(terms, state, second);
    dxl_fact *fact = fact_to_learn(terms, state, second);
    fact->bound = first;
    return restrict_range(terms, state, first, range.low, range.high);
  }
  if (!restrict_range(terms, state, a, both.low, both.high) || !restrict_range(terms, state, b, both.low, both.high))
    return false;
  return record_truth(terms, state, condition, true);
}

static bool assume_less(dxl_terms *terms, dxl_state *state, dxl_term condition, dxl_term_node node, bool truth) {
  dxl_range left = dxl_range_of(terms, state, node.a), right = dxl_range_of(terms, state, node.b);
  bool is_plain = node.value != DXL_TERM_UNSIGNED || (left.low >= 0 && right.low >= 0);
  if (is_plain) {
    bool fine = true;
    if (truth) { // a < b
      if (right.high != INT64_MIN)
        fine = restrict_range(terms, state, node.a, INT64_MIN, right.high == INT64_MAX ? INT64_MAX : right.high - 1);
      if (fine && left.low != INT64_MAX)
        fine = restrict_range(terms, state, node.b, left.low == INT64_MIN ? INT64_MIN : left.low + 1, INT64_MAX);
    } else { // a >= b
      fine = restrict_range(terms, state, node.a, right.low, INT64_MAX) &&
             restrict_range(terms, state, node.b, INT64_MIN, left.high);
    }
    if (!fine)
      return false;
    if (dxl_term_is_integer(terms, node.b) || dxl_term_is_integer(terms, node.a))
      return true;
  } else if (dxl_term_is_integer(terms, node.b)) {
    int64_t bound = dxl_term_get(terms, node.b)->value;
    if (bound > 0 && truth)
      return restrict_range(terms, state, node.a, 0, bound - 1);
  }
  return record_truth(terms, state, condition, truth);
}

bool dxl_assume(dxl_terms *terms, dxl_state *state, dxl_term condition, bool truth) {
  int already = dxl_evaluate(terms, state, condition);
  if (already >= 0)
    return (already != 0) == truth;
  dxl_term_node node = *dxl_term_get(terms, condition);
  switch ((dxl_term_kind)node.kind) {
  case DXL_TERM_NOT:
    return dxl_assume(terms, state, node.a, !truth);
  case DXL_TERM_EQUAL:
    return assume_equal(terms, state, condition, node.a, node.b, truth);
  case DXL_TERM_LESS:
    return assume_less(terms, state, condition, node, truth);
  case DXL_TERM_CHOICE:
    if (!node.is_boolean)
      break;
    {
      int a = dxl_evaluate(terms, state, node.a), b = dxl_evaluate(terms, state, node.b);
      if (a >= 0 && (a != 0) != truth)
        return dxl_assume(terms, state, node.c, false) && dxl_assume(terms, state, node.b, truth);
      if (b >= 0 && (b != 0) != truth)
        return dxl_assume(terms, state, node.c, true) && dxl_assume(terms, state, node.a, truth);
      return record_truth(terms, state, condition, truth);
    }
  case DXL_TERM_NONE:
  case DXL_TERM_UNDEFINED:
    return true;
  case DXL_TERM_INTEGER:
  case DXL_TERM_SYMBOL:
  case DXL_TERM_REGION:
  case DXL_TERM_FUNCTION:
  case DXL_TERM_ADD:
  case DXL_TERM_ELEMENT:
  case DXL_TERM_BINARY:
  case DXL_TERM_CAST:
  case DXL_TERM_EXTRACT:
    break;
  }
  return assume_equal(terms, state, dxl_term_equal(terms, condition, dxl_term_integer(terms, 0)), condition,
                      dxl_term_integer(terms, 0), !truth);
}

/// The leaves that something new is known of, those that are other names of such ones among them.
static uint64_t affected_by(const dxl_terms *terms, const dxl_state *state, uint64_t news) {
  for (uint64_t before = 0; state->facts && news != before && news != UINT64_MAX;) {
    before = news;
    for (uint32_t i = 0; i < state->facts->count; i++) {
      const dxl_fact *fact = &state->facts->items[i];
      if (fact->bound && dxl_term_get(terms, fact->bound)->leaves & news)
        news |= dxl_term_get(terms, fact->term)->leaves;
    }
  }
  return news;
}

/// What follows from a choice that is settled; false when it cannot be.
static bool conclude_choice(dxl_terms *terms, dxl_state *state, dxl_term_node node, bool wanted) {
  int c = dxl_evaluate(terms, state, node.c), a = dxl_evaluate(terms, state, node.a),
      b = dxl_evaluate(terms, state, node.b);
  bool no_a = a == !wanted, no_b = b == !wanted;
  if (no_a && no_b)
    return false;
  if (c < 0 && (no_a || no_b)) {
    if (!dxl_assume(terms, state, node.c, no_b))
      return false;
    c = no_b;
  }
  if (c < 0)
    return true;
  int inner = c ? a : b;
  return inner != !wanted && (inner >= 0 || dxl_assume(terms, state, c ? node.a : node.b, wanted));
}

/// Whether two terms can not be what is wanted of them at once.
static bool are_at_odds(const dxl_terms *terms, dxl_term a, bool a_wanted, dxl_term b, bool b_wanted) {
  const dxl_term_node *first = dxl_term_get(terms, a), *second = dxl_term_get(terms, b);
  if (first->kind == DXL_TERM_NOT)
    a = first->a, a_wanted = !a_wanted;
  if (second->kind == DXL_TERM_NOT)
    b = second->a, b_wanted = !b_wanted;
  return a == b && a_wanted != b_wanted;
}

/// Facts among which those are looked for that settle a choice together.
enum { TOGETHER_LIMIT = 48 };

/// What follows from two settled choices by the same condition, which want the opposite of the same on one side: the other
/// side is taken. False when neither can be.
static bool conclude_together(dxl_terms *terms, dxl_state *state, dxl_term_node node, bool wanted) {
  bool no_a = false, no_b = false;
  for (uint32_t i = 0; state->facts->count <= TOGETHER_LIMIT && i < state->facts->count; i++) {
    const dxl_fact *fact = &state->facts->items[i];
    const dxl_term_node *other = dxl_term_get(terms, fact->term);
    if (other->kind != DXL_TERM_CHOICE || other->c != node.c || !other->is_boolean || fact->low != fact->high)
      continue;
    no_a |= are_at_odds(terms, node.a, wanted, other->a, fact->low != 0);
    no_b |= are_at_odds(terms, node.b, wanted, other->b, fact->low != 0);
  }
  return !(no_a && no_b) && (no_a == no_b || dxl_assume(terms, state, node.c, no_b));
}

bool dxl_conclude(dxl_terms *terms, dxl_state *state) {
  // A few rounds are enough for what drivers do; what one settles is news for the next.
  for (unsigned round = 0; round < 3 && state->news; round++) {
    const uint64_t affected = affected_by(terms, state, state->news);
    state->news = 0;
    for (uint32_t i = 0; state->facts && i < state->facts->count; i++) {
      dxl_fact fact = state->facts->items[i];
      const dxl_term_node *node = dxl_term_get(terms, fact.term);
      if (fact.low == fact.high && node->kind == DXL_TERM_CHOICE && node->is_boolean && node->leaves & (affected | state->news) &&
          !(conclude_choice(terms, state, *node, fact.low != 0) &&
            conclude_together(terms, state, *dxl_term_get(terms, fact.term), fact.low != 0)))
        return false;
    }
  }
  return true;
}
