// dxgk-invalid-handle
//
//      acquire fails
//      ---------------> Failed ----+
//      never written  Undefined ---+-- release or use --> REPORTED
//      NULL, an address,           |
//      another kind of handle -----+
//      Live, of another form ------+
//
// A value that nobody can say anything of is not reported.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/checks.h"

/// The operand that a place of a call reads, where it is an argument itself.
static bool operand_of(const dxl_call *call, const dxl_place *place, dxl_ir_operand *operand) {
  if (!call->instruction || place->is_return || place->steps.count ||
      place->argument >= call->instruction->call->arguments.count)
    return false;
  *operand = call->instruction->call->arguments.items[place->argument];
  return true;
}

/// "hContext": the value was read from another field of the structure in which an acquire gives its value.
static const char *other_field(const dxl_call *call, uint32_t resource, const dxl_place *place) {
  dxl_ir_operand operand;
  const dxl_ir_record *record;
  const char *member;
  if (!operand_of(call, place, &operand) || !dxl_loaded_field(call->frame->graph, operand, &record, &member))
    return NULL;
  for (uint32_t i = 0; i < call->engine->argument_fields.count; i++) {
    const dxl_argument_field *field = &call->engine->argument_fields.items[i];
    if (field->resource == resource && field->record == record && strcmp(field->value_field, member) != 0)
      return member;
  }
  return NULL;
}

/// What an address is, where it certainly is not that of a block: a variable, or a place inside a block.
static const char *what_memory_is(dxl_call *call, dxl_term value) {
  dxl_terms *terms = &call->engine->terms;
  dxl_address address = dxl_resolve_address(terms, call->state, value);
  const dxl_region *region = dxl_term_region(terms, address.base);
  // A walk that ends up at the head of its list ran past the end, which the driver's own counters may rule out.
  if (region && dxl_memory_heads_list(terms, call->state, address.base))
    return NULL;
  if (region)
    return region->kind == DXL_REGION_STRING ? "the address of a string literal" : "the address of a variable";
  if (dxl_term_get(terms, address.base)->kind == DXL_TERM_FUNCTION)
    return "the address of a function";
  dxl_holding *holding = dxl_state_holding(call->state, address.base, UINT32_MAX);
  const dxl_symbol *symbol = dxl_term_symbol(terms, address.base);
  if (!holding || holding->state != DXL_HOLDING_LIVE || !symbol || !symbol->is_fresh || address.index || !address.offset)
    return NULL;
  holding->is_reported = true; // that nothing else releases it is no second defect
  return "an address inside the block";
}

/// What the value is, where that is known and no value of the resource; NULL otherwise.
static const char *what_is(dxl_call *call, uint32_t resource, const dxl_place *place, dxl_term value, bool is_release) {
  dxl_engine *engine = call->engine;
  dxl_terms *terms = &engine->terms;
  dxl_term_node node = *dxl_term_get(terms, value);
  if (node.kind == DXL_TERM_UNDEFINED)
    return "an uninitialised value";
  dxl_range range = dxl_range_of(terms, call->state, value);
  if (range.low == 0 && range.high == 0)
    return "NULL";
  const char *field = other_field(call, resource, place);
  if (field)
    return dxl_text(engine, "'%s'", field);
  const dxl_resource *kind = &engine->rules->resources.items[resource];
  // The driver's own sign for "none". Handles that no owner gives may have names for what is always there.
  if (range.low == range.high && kind->kind == DXL_RESOURCE_HANDLE && (is_release || kind->owner_title))
    return dxl_text(engine, "the constant %lld", (long long)range.low);
  bool is_address = kind->kind == DXL_RESOURCE_MEMORY || kind->kind == DXL_RESOURCE_OBJECT;
  if (is_release && kind->kind == DXL_RESOURCE_MEMORY && kind->double_is_reported && range.low == range.high)
    return dxl_text(engine, "the constant %lld", (long long)range.low);
  if (is_address)
    return kind->kind == DXL_RESOURCE_MEMORY && kind->double_is_reported ? what_memory_is(call, value) : NULL;
  if (node.kind == DXL_TERM_REGION || node.kind == DXL_TERM_FUNCTION)
    return "an address in the driver";
  if (node.kind == DXL_TERM_ADD) {
    dxl_address address = dxl_resolve_address(terms, call->state, value);
    const dxl_symbol *base = dxl_term_symbol(terms, address.base);
    if (dxl_term_region(terms, address.base) || (base && (base->is_fresh || base->is_dereferenced)))
      return "an address in the driver";
    return NULL;
  }
  const dxl_symbol *symbol = dxl_term_symbol(terms, value);
  if (!symbol)
    return NULL;
  if (symbol->kind == DXL_SYMBOL_RESOURCE && symbol->resource != resource) {
    const dxl_resource *other = &engine->rules->resources.items[symbol->resource];
    if (kind->kind_of && strcmp(kind->kind_of, other->id) == 0)
      return NULL;
    return dxl_text(engine, symbol->is_fresh ? "the address of an object" : "a %s", other->title);
  }
  if (symbol->object)
    return dxl_text(engine, "the driver's own handle of its %s", symbol->object);
  const char *system = dxl_system_handle(engine, symbol);
  if (system)
    return system;
  if (dxl_is_owner_source(engine, symbol))
    return dxl_text(engine, "'%s'", symbol->member);
  return NULL;
}

bool dxl_check_invalid(dxl_call *call, uint32_t resource, const dxl_place *place, dxl_term value, dxl_holding *holding,
                       bool is_release) {
  dxl_engine *engine = call->engine;
  const dxl_resource *kind = &engine->rules->resources.items[resource];
  const char *message, *end;
  if (!kind->leak_is_reported && !kind->double_is_reported)
    return false; // followed for what hangs on it only
  if (holding && holding->is_reported)
    return true;
  if (holding && dxl_check_status_at_use(call, holding))
    return true;
  if (holding) {
    message = dxl_text(engine, "'%s' gets a handle that is not valid: no %s was %s", call->rule->name, kind->title,
                       kind->acquire_verb);
    end = "the handle of the failed call is passed on here";
    holding->is_reported = true;
  } else {
    if (!is_release && kind->kind != DXL_RESOURCE_HANDLE)
      return false;
    const char *what = what_is(call, resource, place, value, is_release);
    if (!what)
      return false;
    message = dxl_text(engine, "'%s' gets %s instead of a %s", call->rule->name, what, kind->title);
    end = message;
  }
  const dxl_claim claim = {.check = "dxgk-invalid-handle", .level = DXL_LEVEL_WARNING, .message = message, .end = end,
                           .cause = dxl_text(engine, "%s:%s", kind->id, call->rule->name),
                           .given_in = dxl_given_in(call, place), .location = call->location, .holding = holding};
  dxl_claim_finding(engine, call->frame, call->state, &claim);
  return true;
}

bool dxl_check_form(dxl_call *call, dxl_term value, const dxl_rule_release *rule) {
  dxl_engine *engine = call->engine;
  const dxl_resource *kind = &engine->rules->resources.items[rule->resource];
  if (!kind->double_is_reported)
    return false;
  for (uint32_t i = 0; i < call->state->holdings.count; i++) {
    dxl_holding *holding = &call->state->holdings.items[i];
    const dxl_resource *resource = &engine->rules->resources.items[holding->resource];
    if (holding->value != value || holding->state != DXL_HOLDING_LIVE || holding->is_reported ||
        !resource->double_is_reported || !holding->call)
      continue;
    bool is_other_form = holding->resource == rule->resource && holding->form && rule->form &&
                         strcmp(holding->form, rule->form) != 0;
    bool is_other_memory = holding->resource != rule->resource && kind->kind == DXL_RESOURCE_MEMORY &&
                           resource->kind == DXL_RESOURCE_MEMORY;
    if (!is_other_form && !is_other_memory)
      continue;
    const char *message = dxl_text(engine, "'%s' gets the %s that '%s' %s: the two do not fit together", call->rule->name,
                                   resource->title, holding->call->name, resource->acquire_verb);
    const dxl_claim claim = {.check = "dxgk-invalid-handle", .level = DXL_LEVEL_WARNING, .message = message,
                             .end = dxl_text(engine, "%s in another way here", kind->release_verb),
                             .cause = dxl_text(engine, "%s:%s", resource->id, call->rule->name),
                             .location = call->location, .holding = holding};
    dxl_claim_finding(engine, call->frame, call->state, &claim);
    holding->is_reported = true;
    return true;
  }
  return false;
}
