// dxgk-create-contract
//
//      arguments ---- a documented rule is known to be broken at the call ----> REPORTED
//
// A rule says "where this holds, that must", or "this must have been written". What is not known breaks no rule.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/checks.h"

static bool is_broken(dxl_call *call, const dxl_rule_contract *rule) {
  dxl_terms *terms = &call->engine->terms;
  if (rule->when) {
    dxl_term when = dxl_condition_term(call, rule->when);
    if (!when || dxl_evaluate(terms, call->state, dxl_term_truth(terms, when)) != 1)
      return false;
  }
  if (rule->has_initialised) {
    dxl_target target;
    return dxl_place_target(call, &rule->initialised, &target) && target.is_memory &&
           dxl_memory_is_undefined(terms, call->state, target.address, target.bit, target.scalar.width);
  }
  if (!rule->require)
    return false;
  dxl_term require = dxl_condition_term(call, rule->require);
  return require && dxl_evaluate(terms, call->state, dxl_term_truth(terms, require)) == 0;
}

void dxl_check_contract(dxl_call *call) {
  dxl_engine *engine = call->engine;
  for (uint32_t i = 0; i < call->rule->contracts.count; i++) {
    const dxl_rule_contract *rule = &call->rule->contracts.items[i];
    if (!is_broken(call, rule))
      continue;
    const dxl_claim claim = {.check = "dxgk-create-contract", .level = DXL_LEVEL_WARNING,
                             .message = dxl_text(engine, "'%s': %s", call->rule->name,
                                                 rule->message ? rule->message : "a rule for its arguments is broken"),
                             .end = "called here", .cause = call->rule->name, .location = call->location};
    dxl_claim_finding(engine, call->frame, call->state, &claim);
    return; // the first broken rule is the cause of what follows
  }
}
