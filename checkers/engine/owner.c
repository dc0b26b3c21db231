// Who is who: whether the owner that a call names is the one that a resource was acquired for.
// What is known to differ: different parameters, different objects that the driver made, different elements of an
// array, an object and its neighbour of the same kind. Two chains that meet in a type are not.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/internal.h"

bool dxl_is_owner_source(const dxl_engine *engine, const dxl_symbol *symbol) {
  for (uint32_t i = 0; symbol->record && symbol->member && i < engine->rules->owner_sources.count; i++) {
    const dxl_rule_owner_source *source = &engine->rules->owner_sources.items[i];
    if (strcmp(source->record, symbol->record) == 0 && strcmp(source->member, symbol->member) == 0)
      return true;
  }
  return false;
}

const char *dxl_system_handle(const dxl_engine *engine, const dxl_symbol *symbol) {
  const dxl_symbol *base = symbol && symbol->kind == DXL_SYMBOL_INITIAL ? dxl_term_symbol(&engine->terms, symbol->base) : NULL;
  if (!base || base->kind != DXL_SYMBOL_ENTRY || !symbol->member)
    return NULL;
  for (uint32_t i = 0; i < engine->rules->objects.count; i++) {
    const dxl_rule_object *object = &engine->rules->objects.items[i];
    const dxl_place *created = &object->created;
    const char *field = object->has_created && created->steps.count ? created->steps.items[created->steps.count - 1].field : NULL;
    if (field && strcmp(field, symbol->member) == 0 && base->entry && object->create &&
        strcmp(base->entry, object->create) == 0)
      return object->name;
  }
  return NULL;
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
  const char *system = dxl_system_handle(engine, symbol);
  if (system) {
    *why = dxl_text(engine, "the system's handle of the %s", system);
    return DXL_OWNER_NONE;
  }
  const dxl_object *written = dxl_state_object(state, given);
  if (symbol->is_dereferenced || (written && (written->cells.count || written->layers.count))) {
    *why = "the address of an object of the driver";
    return DXL_OWNER_NONE;
  }
  return DXL_OWNER_UNKNOWN;
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
  if (x->kind != DXL_SYMBOL_INITIAL || y->kind != DXL_SYMBOL_INITIAL || !dxl_is_owner_source(engine, x) || !dxl_is_owner_source(engine, y) ||
      x->bit != y->bit || x->index != y->index) {
    // The same place in different elements of an array of objects.
    if (x->kind == DXL_SYMBOL_INITIAL && y->kind == DXL_SYMBOL_INITIAL && dxl_is_owner_source(engine, x) && dxl_is_owner_source(engine, y) &&
        x->base == y->base && x->index == y->index && x->bit != y->bit)
      return DXL_OWNER_OTHER;
    return DXL_OWNER_UNKNOWN;
  }
  return are_apart(engine, state, x->base, y->base, 0) ? DXL_OWNER_OTHER : DXL_OWNER_UNKNOWN;
}
