// dxgk-wrong-adapter
//
//      Live (owner A) -- release or use with owner B, known to differ --> REPORTED
//      any ------------- release or use with what is no owner at all ---> REPORTED
//
// Owners that are not known to differ are taken for the same.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/checks.h"

/// "hDevice": the owner argument was read from a field of the acquire's structure that is not the owner's.
static const char *other_field(const dxl_call *call, uint32_t resource, const dxl_place *place) {
  if (!call->instruction || place->is_return || place->steps.count ||
      place->argument >= call->instruction->call->arguments.count)
    return NULL;
  const dxl_ir_record *record;
  const char *member;
  if (!dxl_loaded_field(call->frame->graph, call->instruction->call->arguments.items[place->argument], &record, &member))
    return NULL;
  for (uint32_t i = 0; i < call->engine->argument_fields.count; i++) {
    const dxl_argument_field *field = &call->engine->argument_fields.items[i];
    if (field->resource == resource && field->record == record && field->owner_field &&
        strcmp(field->owner_field, member) != 0)
      return member;
  }
  return NULL;
}

/// Alternatives that are looked into where an owner is one of several.
enum { SPLIT_LIMIT = 4 };

/// The condition of a choice that a value is, 0 when it is none that the state leaves open.
static dxl_term open_condition(dxl_terms *terms, dxl_state *state, dxl_term value) {
  const dxl_term_node node = *dxl_term_get(terms, dxl_resolve(terms, state, value));
  return node.kind == DXL_TERM_CHOICE && !node.is_boolean && dxl_evaluate(terms, state, node.c) < 0 ? node.c : 0;
}

/// Compares owners on each of the paths that were joined. `*found` becomes a state of its own where the verdict holds on some
/// of them only.
static dxl_owner_verdict compare(dxl_engine *engine, dxl_state *state, dxl_term acquired, dxl_term given, unsigned depth,
                                 const char **why, dxl_state **found) {
  dxl_terms *terms = &engine->terms;
  dxl_term condition = depth < SPLIT_LIMIT ? open_condition(terms, state, acquired) : 0;
  if (!condition && depth < SPLIT_LIMIT)
    condition = open_condition(terms, state, given);
  if (!condition)
    return dxl_owner_compare(engine, state, acquired, given, why);
  bool is_same = true;
  for (int truth = 0; truth < 2; truth++) {
    dxl_state *copy = dxl_state_copy(state);
    if (dxl_assume(terms, copy, condition, truth != 0) && dxl_conclude(terms, copy)) {
      dxl_owner_verdict verdict = compare(engine, copy, acquired, given, depth + 1, why, found);
      if (verdict == DXL_OWNER_OTHER || verdict == DXL_OWNER_NONE) {
        if (!*found)
          *found = copy;
        else
          dxl_state_free(copy);
        return verdict;
      }
      is_same &= verdict == DXL_OWNER_SAME;
    }
    dxl_state_free(copy);
  }
  return is_same ? DXL_OWNER_SAME : DXL_OWNER_UNKNOWN;
}

/// What the driver takes the value for elsewhere, where that is no owner and the resource was acquired for a proper one.
static const char *other_use(const dxl_call *call, const dxl_holding *holding, dxl_term given) {
  dxl_engine *engine = call->engine;
  const dxl_symbol *symbol = dxl_term_symbol(&engine->terms, dxl_resolve(&engine->terms, call->state, given));
  const dxl_symbol *owner = holding && holding->has_owner ? dxl_term_symbol(&engine->terms, holding->owner) : NULL;
  if (!symbol || !owner || symbol == owner || symbol->kind != DXL_SYMBOL_INITIAL || !dxl_is_owner_source(engine, owner))
    return NULL;
  const dxl_flow_place *place = dxl_flow_field(engine->flow, symbol->record, symbol->member);
  if (!place || !place->used_as || place->is_crowded || dxl_flow_has(place, DXL_FLOW_OWNER, UINT32_MAX))
    return NULL;
  for (uint32_t i = 0; i < engine->rules->objects.count && i < 32; i++)
    if (place->used_as & (uint32_t)1 << i)
      return dxl_text(engine, "the handle of a %s", engine->rules->objects.items[i].name);
  return NULL;
}

/// The place of the call that gets the same value as something else than the owner.
static const char *second_role(dxl_call *call, dxl_term owner) {
  dxl_terms *terms = &call->engine->terms;
  owner = dxl_resolve(terms, call->state, owner);
  for (uint32_t i = 0; dxl_term_symbol(terms, owner) && i < call->rule->handles.count; i++) {
    dxl_term value = dxl_place_value(call, &call->rule->handles.items[i].place);
    if (value && dxl_resolve(terms, call->state, value) == owner &&
        !dxl_is_owner_field(call->engine, dxl_term_symbol(terms, owner)))
      return dxl_text(call->engine, "the handle of the %s", call->rule->handles.items[i].object);
  }
  return NULL;
}

bool dxl_check_owner(dxl_call *call, uint32_t resource, const dxl_place *place, dxl_holding *holding, bool is_release) {
  dxl_engine *engine = call->engine;
  const dxl_resource *kind = &engine->rules->resources.items[resource];
  (void)is_release;
  if (!kind->leak_is_reported && !kind->double_is_reported)
    return false;
  if (holding && holding->is_reported)
    return false;
  dxl_term given = dxl_place_value(call, place);
  if (!given)
    return false;
  const char *why = NULL;
  const char *owner = kind->owner_title ? kind->owner_title : "owner";
  dxl_state *found = NULL;
  dxl_owner_verdict verdict = holding && holding->has_owner
                                  ? compare(engine, call->state, holding->owner, given, 0, &why, &found)
                                  : dxl_owner_inspect(engine, call->state, given, &why);
  if (verdict == DXL_OWNER_UNKNOWN) {
    const char *field = other_field(call, resource, place);
    why = field ? dxl_text(engine, "'%s'", field) : holding ? other_use(call, holding, given) : second_role(call, given);
    if (!why)
      return false;
    verdict = DXL_OWNER_NONE;
  }
  if (verdict == DXL_OWNER_SAME)
    return false;
  const char *message =
      verdict == DXL_OWNER_OTHER
          ? dxl_text(engine, "'%s' names another %s than the one that the %s was %s for", call->rule->name, owner,
                     kind->title, kind->acquire_verb)
          : dxl_text(engine, "'%s' gets %s as handle of the %s", call->rule->name, why ? why : "a wrong value", owner);
  const dxl_claim claim = {.check = "dxgk-wrong-adapter", .level = DXL_LEVEL_WARNING, .message = message,
                           .said = dxl_text(engine, "'%s' gets a wrong %s", call->rule->name, owner),
                           .end = verdict == DXL_OWNER_OTHER ? dxl_text(engine, "the other %s is named here", owner)
                                                             : message,
                           .cause = dxl_text(engine, "%s:%s", kind->id, call->rule->name),
                           .given_in = dxl_given_in(call, place), .location = call->location, .holding = holding};
  dxl_claim_finding(engine, call->frame, found ? found : call->state, &claim);
  if (found)
    dxl_state_free(found);
  return true;
}

bool dxl_check_owner_at_acquire(dxl_call *call, uint32_t resource, const dxl_place *place, dxl_term owner) {
  // A missing owner is a matter of the contract.
  dxl_range range = dxl_range_of(&call->engine->terms, call->state, owner);
  if ((range.low == 0 && range.high == 0) || dxl_term_get(&call->engine->terms, owner)->kind == DXL_TERM_UNDEFINED)
    return false;
  return dxl_check_owner(call, resource, place, NULL, false);
}

bool dxl_check_swapped(dxl_call *call, uint32_t resource, const dxl_place *place, dxl_term value) {
  dxl_engine *engine = call->engine;
  const dxl_resource *kind = &engine->rules->resources.items[resource];
  const dxl_symbol *symbol = dxl_term_symbol(&engine->terms, value);
  if (!symbol || !dxl_is_owner_source(engine, symbol) || (!kind->leak_is_reported && !kind->double_is_reported))
    return false;
  const char *owner = kind->owner_title ? kind->owner_title : "owner";
  const char *message = dxl_text(engine, "'%s' gets the handle of the %s in place of the %s: the arguments are swapped",
                                 call->rule->name, owner, kind->title);
  const dxl_claim claim = {.check = "dxgk-wrong-adapter", .level = DXL_LEVEL_WARNING, .message = message, .end = message,
                           .cause = dxl_text(engine, "%s:%s", kind->id, call->rule->name),
                           .given_in = dxl_given_in(call, place), .location = call->location};
  dxl_claim_finding(engine, call->frame, call->state, &claim);
  for (uint32_t i = 0; i < call->count; i++) {
    dxl_holding *meant = dxl_state_holding(call->state, dxl_resolve(&engine->terms, call->state, call->arguments[i]), resource);
    if (meant)
      meant->is_reported = true;
  }
  return true;
}
