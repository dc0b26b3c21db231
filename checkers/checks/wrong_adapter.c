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
  dxl_owner_verdict verdict = holding && holding->has_owner
                                  ? dxl_owner_compare(engine, call->state, holding->owner, given, &why)
                                  : dxl_owner_inspect(engine, call->state, given, &why);
  if (verdict == DXL_OWNER_UNKNOWN) {
    const char *field = other_field(call, resource, place);
    if (!field)
      return false;
    why = dxl_text(engine, "'%s'", field);
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
                           .end = verdict == DXL_OWNER_OTHER ? dxl_text(engine, "the other %s is named here", owner)
                                                             : message,
                           .cause = dxl_text(engine, "%s:%s", kind->id, call->rule->name),
                           .location = call->location, .holding = holding};
  dxl_claim_finding(engine, call->frame, call->state, &claim);
  return true;
}

bool dxl_check_owner_at_acquire(dxl_call *call, uint32_t resource, const dxl_place *place, dxl_term owner) {
  // A missing owner is a matter of the contract.
  dxl_range range = dxl_range_of(&call->engine->terms, call->state, owner);
  if ((range.low == 0 && range.high == 0) || dxl_term_get(&call->engine->terms, owner)->kind == DXL_TERM_UNDEFINED)
    return false;
  return dxl_check_owner(call, resource, place, NULL, false);
}

bool dxl_check_swapped(dxl_call *call, uint32_t resource, dxl_term value) {
  dxl_engine *engine = call->engine;
  const dxl_resource *kind = &engine->rules->resources.items[resource];
  const dxl_symbol *symbol = dxl_term_symbol(&engine->terms, value);
  if (!symbol || !dxl_is_owner_source(engine, symbol) || (!kind->leak_is_reported && !kind->double_is_reported))
    return false;
  const char *owner = kind->owner_title ? kind->owner_title : "owner";
  const char *message = dxl_text(engine, "'%s' gets the handle of the %s in place of the %s: the arguments are swapped",
                                 call->rule->name, owner, kind->title);
  const dxl_claim claim = {.check = "dxgk-wrong-adapter", .level = DXL_LEVEL_WARNING, .message = message, .end = message,
                           .cause = dxl_text(engine, "%s:%s", kind->id, call->rule->name), .location = call->location};
  dxl_claim_finding(engine, call->frame, call->state, &claim);
  for (uint32_t i = 0; i < call->count; i++) {
    dxl_holding *meant = dxl_state_holding(call->state, dxl_resolve(&engine->terms, call->state, call->arguments[i]), resource);
    if (meant)
      meant->is_reported = true;
  }
  return true;
}
