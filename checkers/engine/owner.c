// Who is who: whether the owner that a call names is the one that a resource was acquired for.
// What is known to differ: different parameters, different objects that the driver made, different elements of an
// array, an object and its neighbour of the same kind. Two chains that meet in a type are not.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/internal.h"

static const dxl_flow_place *place_of(const dxl_engine *engine, const dxl_symbol *symbol) {
  if (symbol->kind != DXL_SYMBOL_INITIAL)
    return NULL;
  if (symbol->member)
    return dxl_flow_field(engine->flow, symbol->record, symbol->member);
  const dxl_region *region = dxl_term_region(&engine->terms, symbol->base);
  return region && region->kind == DXL_REGION_GLOBAL ? dxl_flow_global(engine->flow, region->index) : NULL;
}

bool dxl_is_owner_source(const dxl_engine *engine, const dxl_symbol *symbol) {
  for (uint32_t i = 0; symbol->record && symbol->member && i < engine->rules->owner_sources.count; i++) {
    const dxl_rule_owner_source *source = &engine->rules->owner_sources.items[i];
    if (strcmp(source->record, symbol->record) == 0 && strcmp(source->member, symbol->member) == 0)
      return true;
  }
  return dxl_flow_is_only(place_of(engine, symbol), DXL_FLOW_OWNER, true, NULL);
}

bool dxl_is_owner_field(const dxl_engine *engine, const dxl_symbol *symbol) {
  const dxl_flow_place *place = place_of(engine, symbol);
  return dxl_is_owner_source(engine, symbol) ||
         (place && place->is_used_as_owner && !place->used_as && !place->items.count && !place->is_crowded);
}

/// The object whose handle the system gave in the field that a value was read from, NULL when it is no such field.
static const dxl_rule_object *given_in(const dxl_engine *engine, const dxl_symbol *symbol) {
  for (uint32_t i = 0; symbol->kind == DXL_SYMBOL_INITIAL && symbol->record && symbol->member && i < engine->rules->objects.count;
       i++) {
    const dxl_rule_object *object = &engine->rules->objects.items[i];
    if (object->given.record && strcmp(object->given.record, symbol->record) == 0 &&
        strcmp(object->given.member, symbol->member) == 0)
      return object;
  }
  return NULL;
}

static const char *title_of(dxl_engine *engine, const dxl_rule_object *object) {
  return object->given_title ? object->given_title : dxl_text(engine, "the system's handle of the %s", object->name);
}

const char *dxl_system_handle(dxl_engine *engine, const dxl_symbol *symbol) {
  if (!symbol || symbol->kind != DXL_SYMBOL_INITIAL || !symbol->member)
    return NULL;
  const dxl_rule_object *object = given_in(engine, symbol);
  if (object)
    return title_of(engine, object);
  uint32_t number;
  if (dxl_flow_is_only(place_of(engine, symbol), DXL_FLOW_GIVEN, true, &number))
    return title_of(engine, &engine->rules->objects.items[number]);
  const dxl_symbol *base = dxl_term_symbol(&engine->terms, symbol->base);
  if (!base || base->kind != DXL_SYMBOL_ENTRY)
    return NULL;
  for (uint32_t i = 0; i < engine->rules->objects.count; i++) {
    object = &engine->rules->objects.items[i];
    const dxl_place *created = &object->created;
    const char *field = object->has_created && created->steps.count ? created->steps.items[created->steps.count - 1].field : NULL;
    if (field && strcmp(field, symbol->member) == 0 && base->entry && object->create &&
        strcmp(base->entry, object->create) == 0)
      return title_of(engine, object);
  }
  return NULL;
}

/// What the path knows of the flags that say that the system has no handle: 1 it has, 0 it has none, -1 nothing.
static int knows_presence(dxl_engine *engine, const dxl_state *state) {
  int known = -1;
  for (uint32_t i = 0; state->facts && i < state->facts->count; i++) {
    const dxl_symbol *symbol = dxl_term_symbol(&engine->terms, state->facts->items[i].term);
    if (!symbol || !symbol->member)
      continue;
    for (uint32_t k = 0; k < engine->rules->objects.count; k++) {
      const struct dxl_rule_member *absent = &engine->rules->objects.items[k].absent;
      if (!absent->member || strcmp(absent->member, symbol->member) != 0)
        continue;
      dxl_range range = dxl_range_of(&engine->terms, state, state->facts->items[i].term);
      if (range.low > 0 || range.high < 0)
        return 0;
      if (range.low == 0 && range.high == 0)
        known = 1;
    }
  }
  return known;
}

dxl_given dxl_is_given_handle(dxl_engine *engine, dxl_state *state, dxl_term value) {
  const dxl_symbol *symbol = dxl_term_symbol(&engine->terms, dxl_resolve(&engine->terms, state, value));
  if (!symbol || (symbol->kind != DXL_SYMBOL_INITIAL && symbol->kind != DXL_SYMBOL_PARAMETER) ||
      (engine->asks_for_absence && knows_presence(engine, state) != 1))
    return DXL_GIVEN_NOT;
  const dxl_flow_place *place = symbol->kind == DXL_SYMBOL_PARAMETER
                                    ? dxl_flow_parameter(engine->flow, engine->root, (uint32_t)symbol->bit)
                                    : place_of(engine, symbol);
  if (given_in(engine, symbol) || dxl_flow_is_only(place, DXL_FLOW_GIVEN, false, NULL))
    return DXL_GIVEN_BY_ORIGIN;
  bool is_used = place && place->used_as && !place->items.count && !place->is_crowded;
  return is_used ? DXL_GIVEN_BY_USE : DXL_GIVEN_NOT;
}

dxl_owner_verdict dxl_owner_inspect(dxl_engine *engine, dxl_state *state, dxl_term given, const char **why) {
  dxl_terms *terms = &engine->terms;
  given = dxl_resolve(terms, state, given);
  dxl_term_node node = *dxl_term_get(terms, given);
  if (node.kind == DXL_TERM_INTEGER) {
    *why = "NULL";
    return node.value == 0 ? DXL_OWNER_NONE : DXL_OWNER_UNKNOWN;
  }
  if (node.kind == DXL_TERM_UNDEFINED) {
    *why = "a value that was never set";
    return DXL_OWNER_NONE;
  }
  if (node.kind == DXL_TERM_REGION || node.kind == DXL_TERM_FUNCTION) {
    *why = "an address in the driver";
    return DXL_OWNER_NONE;
  }
  if (node.kind == DXL_TERM_ADD) {
    dxl_address address = dxl_resolve_address(terms, state, given);
    const dxl_symbol *base = dxl_term_symbol(terms, address.base);
    if (dxl_term_region(terms, address.base) || (base && (base->is_fresh || base->is_dereferenced))) {
      *why = "an address in the driver";
      return DXL_OWNER_NONE;
    }
    return DXL_OWNER_UNKNOWN;
  }
  const dxl_symbol *symbol = dxl_term_symbol(terms, given);
  if (!symbol)
    return DXL_OWNER_UNKNOWN;
  if (symbol->kind == DXL_SYMBOL_RESOURCE) {
    const dxl_resource *resource = &engine->rules->resources.items[symbol->resource];
    *why = symbol->is_fresh ? "the address of an object of the driver" : dxl_text(engine, "a %s", resource->title);
    return DXL_OWNER_NONE;
  }
  if (symbol->object) {
    *why = dxl_text(engine, "the driver's own handle of its %s", symbol->object);
    return DXL_OWNER_NONE;
  }
  if (dxl_is_owner_source(engine, symbol))
    return DXL_OWNER_UNKNOWN;
  *why = dxl_system_handle(engine, symbol);
  if (*why)
    return DXL_OWNER_NONE;
  uint32_t number;
  if (dxl_flow_is_only(place_of(engine, symbol), DXL_FLOW_OWN, true, &number)) {
    *why = dxl_text(engine, "the driver's own handle of its %s", engine->rules->objects.items[number].name);
    return DXL_OWNER_NONE;
  }
  if (dxl_flow_is_only(place_of(engine, symbol), DXL_FLOW_ARGUMENT, true, &number)) {
    *why = dxl_text(engine, "an argument of %s", engine->rules->entries.items[number].name);
    return DXL_OWNER_NONE;
  }
  // Owners are told in fields; what the system passes itself is something else.
  if (symbol->kind == DXL_SYMBOL_ENTRY && symbol->entry) {
    const dxl_rule_entry *entry = dxl_rules_find_entry(engine->rules, symbol->entry);
    *why = dxl_text(engine, "an argument of %s", entry ? entry->name : symbol->entry);
    return DXL_OWNER_NONE;
  }
  const dxl_object *written = dxl_state_object(state, given);
  if (symbol->is_dereferenced || (written && (written->cells.count || written->layers.count))) {
    *why = "the address of an object of the driver";
    return DXL_OWNER_NONE;
  }
  return DXL_OWNER_UNKNOWN;
}

/// Parameters that point to records of one kind, or to what nobody can say.
static bool are_of_one_kind(const dxl_engine *engine, const dxl_symbol *x, const dxl_symbol *y) {
  const dxl_ir_function *root = engine->module->functions.items[engine->root];
  const dxl_ir_record *records[2] = {NULL, NULL};
  const dxl_symbol *both[2] = {x, y};
  for (unsigned i = 0; i < 2; i++) {
    const dxl_ir_type *type =
        both[i]->bit < (int64_t)root->parameter_count ? root->locals.items[both[i]->bit].type : NULL;
    const dxl_ir_type *to = type && type->kind == DXL_IR_TYPE_POINTER ? type->element : NULL;
    records[i] = to && to->kind == DXL_IR_TYPE_RECORD ? to->record : NULL;
  }
  return !records[0] || !records[1] || records[0] == records[1];
}

/// Two objects that are known not to be the same one.
static bool are_apart(dxl_engine *engine, const dxl_state *state, dxl_term a, dxl_term b, unsigned depth) {
  dxl_terms *terms = &engine->terms;
  dxl_address left = dxl_resolve_address(terms, state, a), right = dxl_resolve_address(terms, state, b);
  if (left.base == right.base)
    return left.index == right.index && left.offset != right.offset;
  const dxl_symbol *x = dxl_term_symbol(terms, left.base), *y = dxl_term_symbol(terms, right.base);
  const dxl_region *region_x = dxl_term_region(terms, left.base), *region_y = dxl_term_region(terms, right.base);
  bool own_x = region_x || (x && x->is_fresh), own_y = region_y || (y && y->is_fresh);
  if (own_x && own_y)
    return true;
  if (!x || !y)
    return false;
  bool given_x = x->kind == DXL_SYMBOL_PARAMETER, given_y = y->kind == DXL_SYMBOL_PARAMETER;
  if (given_x && given_y && !are_of_one_kind(engine, x, y))
    return false; // one may be a part of the other
  if ((given_x && given_y) || (given_x && own_y) || (own_x && given_y))
    return true;
  if (x->kind == DXL_SYMBOL_ENTRY && y->kind == DXL_SYMBOL_ENTRY)
    return x->instance && y->instance && x->instance != y->instance;
  // A neighbour: one of them was read from the other.
  if (x->kind == DXL_SYMBOL_INITIAL && x->base == right.base)
    return true;
  if (y->kind == DXL_SYMBOL_INITIAL && y->base == left.base)
    return true;
  if (x->kind == DXL_SYMBOL_INITIAL && y->kind == DXL_SYMBOL_INITIAL) {
    if (x->base == y->base && !x->member && !y->member) {
      if (x->index == y->index)
        return x->bit != y->bit; // elements of an array of pointers
      return x->index && y->index && x->bit == y->bit &&
             dxl_evaluate(terms, state, dxl_term_equal(terms, x->index, y->index)) == 0;
    }
    // The same member of two objects that are apart: their own neighbours differ only when that is known.
    if (depth < 4 && x->bit == y->bit && x->index == y->index && x->base != y->base)
      return false;
  }
  return false;
}

dxl_owner_verdict dxl_owner_compare(dxl_engine *engine, dxl_state *state, dxl_term acquired, dxl_term given,
                                    const char **why) {
  dxl_terms *terms = &engine->terms;
  acquired = dxl_resolve(terms, state, acquired);
  given = dxl_resolve(terms, state, given);
  if (acquired == given)
    return DXL_OWNER_SAME;
  if (dxl_evaluate(terms, state, dxl_term_truth(terms, dxl_term_equal(terms, acquired, given))) == 1)
    return DXL_OWNER_SAME;
  dxl_owner_verdict verdict = dxl_owner_inspect(engine, state, given, why);
  if (verdict == DXL_OWNER_NONE)
    return verdict;
  const dxl_symbol *x = dxl_term_symbol(terms, acquired), *y = dxl_term_symbol(terms, given);
  if (!x || !y)
    return DXL_OWNER_UNKNOWN;
  bool given_x = x->kind == DXL_SYMBOL_PARAMETER, given_y = y->kind == DXL_SYMBOL_PARAMETER;
  *why = "the handle of another owner";
  if (given_x && given_y)
    return DXL_OWNER_OTHER;
  if (x->kind != DXL_SYMBOL_INITIAL || y->kind != DXL_SYMBOL_INITIAL || !dxl_is_owner_field(engine, x) || !dxl_is_owner_field(engine, y) ||
      x->bit != y->bit || x->index != y->index) {
    // The same place in different elements of an array of objects.
    if (x->kind == DXL_SYMBOL_INITIAL && y->kind == DXL_SYMBOL_INITIAL && dxl_is_owner_field(engine, x) && dxl_is_owner_field(engine, y) &&
        x->base == y->base && x->index == y->index && x->bit != y->bit)
      return DXL_OWNER_OTHER;
    return DXL_OWNER_UNKNOWN;
  }
  return are_apart(engine, state, x->base, y->base, 0) ? DXL_OWNER_OTHER : DXL_OWNER_UNKNOWN;
}
