// Facts as conditions and conditions as ranges: what one state can say of another's terms.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/state.h"

dxl_term dxl_fact_condition(dxl_terms *terms, const dxl_fact *fact) {
  const dxl_term_node node = *dxl_term_get(terms, fact->term);
  if (fact->bound || node.has_undefined || node.depth >= DXL_TERM_DEPTH_LIMIT / 2)
    return 0;
  if (node.is_boolean)
    return fact->low != fact->high ? 0 : fact->low ? fact->term : dxl_term_not(terms, fact->term);
  if (fact->low == fact->high)
    return dxl_term_truth(terms, dxl_term_equal(terms, fact->term, dxl_term_integer(terms, fact->low)));
  const dxl_symbol *symbol = dxl_term_symbol(terms, fact->term);
  // One way to say it: conditions that are the same term settle one another.
  if (symbol && symbol->kind != DXL_SYMBOL_MERGED && symbol->low == 0 && fact->low == 1 && fact->high >= symbol->high)
    return dxl_term_truth(terms, fact->term);
  bool has_low = fact->low != INT64_MIN && !(symbol && symbol->low >= fact->low);
  bool has_high = fact->high != INT64_MAX && !(symbol && symbol->high <= fact->high);
  dxl_term low = has_low ? dxl_term_not(terms, dxl_term_less(terms, fact->term, dxl_term_integer(terms, fact->low), false))
                         : 0;
  dxl_term high = has_high ? dxl_term_less(terms, fact->term, dxl_term_integer(terms, fact->high + 1), false) : 0;
  if (low && high)
    return dxl_term_choice(terms, low, high, dxl_term_integer(terms, 0));
  return low ? low : high;
}

bool dxl_condition_range(dxl_terms *terms, dxl_term condition, bool truth, dxl_fact *range) {
  const dxl_term_node node = *dxl_term_get(terms, condition);
  switch ((dxl_term_kind)node.kind) {
  case DXL_TERM_NOT:
    return dxl_condition_range(terms, node.a, !truth, range);
  case DXL_TERM_EQUAL: {
    bool is_first = dxl_term_is_integer(terms, node.a);
    if (!truth || !(is_first || dxl_term_is_integer(terms, node.b)))
      return false;
    int64_t value = dxl_term_get(terms, is_first ? node.a : node.b)->value;
    *range = (dxl_fact){is_first ? node.b : node.a, 0, value, value};
    return true;
  }
  case DXL_TERM_LESS: {
    bool is_first = dxl_term_is_integer(terms, node.a);
    if (node.value == DXL_TERM_UNSIGNED || !(is_first || dxl_term_is_integer(terms, node.b)))
      return false;
    int64_t value = dxl_term_get(terms, is_first ? node.a : node.b)->value;
    if (truth && value == (is_first ? INT64_MAX : INT64_MIN))
      return false; // nothing lies there
    *range = (dxl_fact){is_first ? node.b : node.a, 0, INT64_MIN, INT64_MAX};
    // value < term, !(value < term), term < value, !(term < value)
    if (is_first && truth)
      range->low = value + 1;
    else if (is_first)
      range->high = value;
    else if (truth)
      range->high = value - 1;
    else
      range->low = value;
    return true;
  }
  case DXL_TERM_CHOICE: { // two conditions that both hold, or both do not
    bool is_second = dxl_term_is_integer(terms, node.a); // c ? 0 : b says that c is false
    dxl_term end = is_second ? node.a : node.b, rest = is_second ? node.b : node.a;
    dxl_fact first, second;
    if (!node.is_boolean || !dxl_term_is_integer(terms, end) || (dxl_term_get(terms, end)->value != 0) == truth ||
        !dxl_condition_range(terms, node.c, !is_second, &first) || !dxl_condition_range(terms, rest, truth, &second) ||
        first.term != second.term)
      return false;
    *range = (dxl_fact){first.term, 0, first.low > second.low ? first.low : second.low,
                        first.high < second.high ? first.high : second.high};
    return true;
  }
  case DXL_TERM_NONE:
  case DXL_TERM_INTEGER:
  case DXL_TERM_UNDEFINED:
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
  return false;
}

bool dxl_range_where(dxl_terms *terms, const dxl_state *state, dxl_term condition, bool wanted, dxl_term term,
                     dxl_range *range) {
  int truth = dxl_evaluate(terms, state, condition);
  if (truth >= 0 && (truth != 0) != wanted)
    return false;
  *range = dxl_range_of(terms, state, term);
  for (uint32_t i = 0; truth < 0 && state->facts && i < state->facts->count; i++) {
    const dxl_fact *fact = &state->facts->items[i];
    const dxl_term_node *node = dxl_term_get(terms, fact->term);
    dxl_fact said;
    if (node->kind != DXL_TERM_CHOICE || node->c != condition || fact->low != 1 || fact->high != 1 ||
        !dxl_condition_range(terms, wanted ? node->a : node->b, true, &said) || said.term != term)
      continue;
    range->low = said.low > range->low ? said.low : range->low;
    range->high = said.high < range->high ? said.high : range->high;
  }
  return true;
}
