// dxgk-create-contract
//
//      arguments ---- a documented rule is known to be broken at the call ----> REPORTED
//
// A rule says "where this holds, that must", or "this must have been written". What is not known breaks no rule.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/checks.h"

/// Alternatives that are looked into where a value is one of two.
enum { SPLIT_LIMIT = 6 };

static bool is_broken_now(dxl_call *call, const dxl_rule_contract *rule, dxl_term *open) {
  dxl_terms *terms = &call->engine->terms;
  if (rule->when) {
    dxl_term when = dxl_condition_term(call, rule->when);
    int truth = when ? dxl_evaluate(terms, call->state, dxl_term_truth(terms, when)) : 0;
    if (truth < 0)
      *open = when;
    if (truth != 1)
      return false;
  }
  if (rule->has_initialised) {
    dxl_target target;
    if (!dxl_place_target(call, &rule->initialised, &target) || !target.is_memory)
      return false;
    dxl_term value = dxl_memory_read(terms, call->state, target.address, target.bit, target.scalar);
    value = dxl_resolve(terms, call->state, value);
    const dxl_term_node *node = dxl_term_get(terms, value);
    if (node->kind == DXL_TERM_CHOICE && node->has_undefined)
      *open = value;
    return node->kind == DXL_TERM_UNDEFINED;
  }
  if (!rule->require)
    return false;
  dxl_term require = dxl_condition_term(call, rule->require);
  int truth = require ? dxl_evaluate(terms, call->state, dxl_term_truth(terms, require)) : -1;
  if (require && truth < 0)
    *open = require;
  return truth == 0;
}

/// The condition of a choice within a term that the state does not decide; 0 when there is none.
static dxl_term open_choice(dxl_terms *terms, const dxl_state *state, dxl_term term, unsigned depth) {
  dxl_term_node node = *dxl_term_get(terms, term);
  if (node.kind < DXL_TERM_ADD || depth > DXL_TERM_DEPTH_LIMIT)
    return 0;
  if (node.kind == DXL_TERM_CHOICE && dxl_evaluate(terms, state, node.c) < 0) {
    dxl_term inner = open_choice(terms, state, node.c, depth + 1);
    return inner ? inner : node.c;
  }
  const dxl_term parts[3] = {node.a, node.b, node.c};
  for (unsigned i = 0; i < 3; i++) {
    dxl_term found = parts[i] ? open_choice(terms, state, parts[i], depth + 1) : 0;
    if (found)
      return found;
  }
  return 0;
}

/// Whether the rule is broken on this path, or on one of those that were joined to it. The call's state becomes that of
/// the path that breaks it.
static bool is_broken(dxl_call *call, const dxl_rule_contract *rule, unsigned depth) {
  dxl_terms *terms = &call->engine->terms;
  dxl_term open = 0;
  if (is_broken_now(call, rule, &open))
    return true;
  dxl_term condition = open && depth < SPLIT_LIMIT ? open_choice(terms, call->state, open, 0) : 0;
  if (!condition)
    return false;
  for (int truth = 0; truth < 2; truth++) {
    dxl_call other = *call;
    dxl_state *copy = other.state = dxl_state_copy(call->state);
    bool found = dxl_assume(terms, other.state, condition, truth != 0) && is_broken(&other, rule, depth + 1);
    if (found) {
      if (other.state != copy)
        dxl_state_free(copy);
      call->state = other.state;
      return true;
    }
    dxl_state_free(other.state);
  }
  return false;
}

void dxl_check_contract(dxl_call *call) {
  dxl_engine *engine = call->engine;
  for (uint32_t i = 0; i < call->rule->contracts.count; i++) {
    const dxl_rule_contract *rule = &call->rule->contracts.items[i];
    dxl_call broken = *call;
    if (!is_broken(&broken, rule, 0))
      continue;
    const dxl_claim claim = {.check = "dxgk-create-contract", .is_general = true, .level = DXL_LEVEL_WARNING,
                             .message = dxl_text(engine, "'%s': %s", call->rule->name,
                                                 rule->message ? rule->message : "a rule for its arguments is broken"),
                             .end = "called here", .cause = call->rule->name, .location = call->location};
    dxl_claim_finding(engine, call->frame, broken.state, &claim);
    if (broken.state != call->state)
      dxl_state_free(broken.state);
    return; // the first broken rule is the cause of what follows
  }
}
