// dxgk-create-contract
//
//      arguments ---- a documented rule is known to be broken at the call ----> REPORTED
//
// A rule says "where this holds, that must", or "this must have been written". What is not known breaks no rule.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/checks.h"

/// Alternatives that are looked into where a value is one of two.
enum { SPLIT_LIMIT = 6 };
/// Calls within calls in which the arguments may be filled.
enum { FILL_DEPTH = 3 };

/// A value that a condition of the rules looks at and that is a condition of the path itself: either may hold. 0 = none.
static dxl_term open_value(dxl_call *call, const dxl_condition *condition) {
  if (!condition)
    return 0;
  if (condition->kind != DXL_CONDITION_COMPARE) {
    dxl_term found = open_value(call, condition->left);
    return found ? found : open_value(call, condition->right);
  }
  dxl_term value = dxl_place_value(call, &condition->place);
  if (!value)
    return 0;
  value = dxl_resolve(&call->engine->terms, call->state, value);
  const dxl_term_node *node = dxl_term_get(&call->engine->terms, value);
  bool is_comparison = node->is_boolean && node->kind >= DXL_TERM_EQUAL && node->kind <= DXL_TERM_NOT;
  return is_comparison && dxl_evaluate(&call->engine->terms, call->state, value) < 0 ? value : 0;
}

static bool is_broken_here(dxl_call *call, const dxl_rule_contract *rule, dxl_term *open, dxl_term *value) {
  dxl_terms *terms = &call->engine->terms;
  if (rule->when) {
    dxl_term when = dxl_condition_term(call, rule->when);
    int truth = when ? dxl_evaluate(terms, call->state, dxl_term_truth(terms, when)) : 0;
    if (truth < 0) {
      *value = open_value(call, rule->when);
      *open = when;
    }
    if (truth != 1)
      return false;
  }
  if (rule->has_initialised) {
    dxl_target target;
    if (!dxl_place_target(call, &rule->initialised, &target) || !target.is_memory)
      return false;
    dxl_term held = dxl_memory_read(terms, call->state, target.address, target.bit, target.scalar);
    held = dxl_resolve(terms, call->state, held);
    const dxl_term_node *node = dxl_term_get(terms, held);
    if (node->kind == DXL_TERM_CHOICE && node->has_undefined)
      *open = held;
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

/// Whether the path took a branch on a flag or number that came from outside, and that may say whether the handle is
/// there: one in memory, or an argument beside a handle that is an argument.
static bool is_conditional(const dxl_engine *engine, const dxl_state *state, dxl_term handle) {
  const dxl_symbol *given = dxl_term_symbol(&engine->terms, handle);
  const bool is_argument = !given || given->kind == DXL_SYMBOL_PARAMETER;
  for (uint32_t i = 0; state->facts && i < state->facts->count; i++) {
    dxl_term_node node = *dxl_term_get(&engine->terms, state->facts->items[i].term);
    const dxl_term parts[3] = {state->facts->items[i].term, node.kind >= DXL_TERM_ADD ? node.a : 0,
                               node.kind >= DXL_TERM_ADD ? node.b : 0};
    for (unsigned k = 0; k < 3; k++) {
      const dxl_symbol *symbol = parts[k] ? dxl_term_symbol(&engine->terms, parts[k]) : NULL;
      if (symbol && symbol->high <= UINT32_MAX &&
          (symbol->kind == DXL_SYMBOL_INITIAL || (symbol->kind == DXL_SYMBOL_PARAMETER && is_argument)))
        return true;
    }
  }
  return false;
}

/// Whether a function, or one that it calls, sets the field to something else than 0.
static bool sets_field(const dxl_engine *engine, uint32_t function, const char *field, unsigned depth) {
  const dxl_graph *graph = engine->functions[function].graph;
  for (uint32_t b = 0; graph && b < graph->function->blocks.count; b++) {
    const dxl_ir_block *block = &graph->function->blocks.items[b];
    for (uint32_t i = 0; i < block->instructions.count; i++) {
      const dxl_ir_instruction *instruction = &block->instructions.items[i];
      const dxl_ir_instruction *to = instruction->opcode == DXL_IR_STORE ? dxl_definition(graph, instruction->a) : NULL;
      if (to && to->opcode == DXL_IR_FIELD && to->field && strcmp(to->field, field) == 0 &&
          !(instruction->b.kind == DXL_IR_INTEGER && instruction->b.integer == 0))
        return true;
      if (instruction->opcode == DXL_IR_CALL && instruction->call->callee.kind == DXL_IR_FUNCTION && depth < FILL_DEPTH &&
          sets_field(engine, instruction->call->callee.index, field, depth + 1))
        return true;
    }
  }
  return false;
}

static bool is_field_set(const dxl_call *call, const char *field) {
  for (const dxl_frame *frame = call->frame; frame; frame = frame->parent)
    if (sets_field(call->engine, frame->function, field, 0))
      return true;
  return false;
}

/// A handle of which only its use tells what it is may be absent in one of the cases that the driver tells apart.
static bool is_believed(dxl_call *call, const dxl_rule_contract *rule, dxl_term handle, dxl_given given) {
  if (given == DXL_GIVEN_BY_ORIGIN)
    return true;
  const dxl_condition *require = rule->require;
  const dxl_place *place = require && require->kind == DXL_CONDITION_COMPARE ? &require->place : NULL;
  const char *field = place && place->steps.count ? place->steps.items[place->steps.count - 1].field : NULL;
  return given == DXL_GIVEN_BY_USE &&
         (!is_conditional(call->engine, call->state, dxl_resolve(&call->engine->terms, call->state, handle)) || (field && !is_field_set(call, field)));
}

/// The same where handles that the system gave are there, as they are unless the path says otherwise.
static bool is_broken_now(dxl_call *call, const dxl_rule_contract *rule, dxl_term *open, dxl_term *value) {
  dxl_terms *terms = &call->engine->terms;
  dxl_call assumed = *call;
  assumed.state = NULL;
  for (uint32_t i = 0; i < call->rule->handles.count; i++) {
    dxl_term handle = dxl_place_value(call, &call->rule->handles.items[i].place);
    if (!handle || !is_believed(call, rule, handle, dxl_is_given_handle(call->engine, call->state, handle)))
      continue;
    dxl_term is_null = dxl_term_truth(terms, dxl_term_equal(terms, handle, dxl_term_integer(terms, 0)));
    dxl_state *state = dxl_state_copy(assumed.state ? assumed.state : call->state);
    if (dxl_assume(terms, state, is_null, false)) {
      if (assumed.state)
        dxl_state_free(assumed.state);
      assumed.state = state;
    } else {
      dxl_state_free(state);
    }
  }
  if (!assumed.state)
    return is_broken_here(call, rule, open, value);
  bool result = is_broken_here(&assumed, rule, open, value);
  dxl_state_free(assumed.state);
  return result;
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
  dxl_term open = 0, value = 0;
  if (is_broken_now(call, rule, &open, &value))
    return true;
  dxl_term condition = !open || depth >= SPLIT_LIMIT ? 0 : value ? value : open_choice(terms, call->state, open, 0);
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
                             .end = "called here",
                             .cause = dxl_text(engine, "%s:%u", call->rule->name, (unsigned)i), .location = call->location};
    dxl_claim_finding(engine, call->frame, broken.state, &claim);
    if (broken.state != call->state)
      dxl_state_free(broken.state);
    return; // the first broken rule is the cause of what follows
  }
}
