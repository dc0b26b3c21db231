// What a rule says of a call, applied to a state: releases, uses, transfers, acquires, callbacks, level. Where
// the outcome is open the state is split, so that each result knows what happened on it.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/checks.h"
#include "engine/internal.h"

typedef DXL_ARRAY(dxl_call) call_list;

static void drop(dxl_call *call) { dxl_running_free(&call->running); }

static dxl_call copy_of(const dxl_call *call) {
  dxl_call other = *call;
  other.running = dxl_running_copy(call->engine, call->frame, &call->running);
  other.state = other.running.state;
  return other;
}

/// Splits on a condition of the rule: `*yes`/`*no` say which of the two exist; the call itself becomes the first.
static void split(dxl_call *call, const dxl_condition *condition, bool *yes, bool *no, dxl_call *other) {
  dxl_terms *terms = &call->engine->terms;
  *yes = true;
  *no = false;
  if (!condition)
    return;
  dxl_term term = dxl_condition_term(call, condition);
  if (!term) {
    *yes = false; // cannot be said: nothing happens that a finding could rest on
    *no = true;
    *other = *call;
    return;
  }
  term = dxl_term_truth(terms, term);
  int truth = dxl_evaluate(terms, call->state, term);
  if (truth == 1)
    return;
  if (truth == 0) {
    *yes = false;
    *no = true;
    *other = *call;
    return;
  }
  *other = copy_of(call);
  *no = dxl_assume(terms, other->state, term, false);
  if (!*no)
    drop(other);
  *yes = dxl_assume(terms, call->state, term, true);
  if (!*yes)
    drop(call);
}

static const dxl_resource *resource_of(const dxl_call *call, uint32_t resource) {
  return &call->engine->rules->resources.items[resource];
}

/// The holding of a value, a live one where there are several. What the path has found out since a resource was acquired may have given
/// its value another name: which of two a lock is, that two symbols are equal.
static dxl_holding *holding_of(const dxl_call *call, dxl_term value, uint32_t resource) {
  dxl_holding *found = dxl_state_holding(call->state, value, resource);
  for (uint32_t i = 0; i < call->state->holdings.count && (!found || found->state != DXL_HOLDING_LIVE); i++) {
    dxl_holding *holding = &call->state->holdings.items[i];
    bool is_better = !found || holding->state == DXL_HOLDING_LIVE;
    if (is_better && (resource == UINT32_MAX || holding->resource == resource) &&
        dxl_resolve(&call->engine->terms, call->state, holding->value) == value)
      found = holding;
  }
  return found;
}

// ---- Release and use -------------------------------------------------------------------------------------------------------

static bool is_zero(dxl_call *call, dxl_term value) {
  dxl_range range = dxl_range_of(&call->engine->terms, call->state, value);
  return range.low == 0 && range.high == 0;
}

/// What was there before the analysis and is NULL only because somebody asked whether it is: not known to be.
static bool is_supposed_null(dxl_call *call, dxl_term raw) {
  const dxl_symbol *symbol = dxl_term_symbol(&call->engine->terms, raw);
  return symbol && symbol->kind != DXL_SYMBOL_RESOURCE && is_zero(call, raw);
}

/// Whoever still looks there sees anything.
static void bury_memory(dxl_call *call, dxl_term base) {
  dxl_state_drop_object(call->state, base);
  dxl_memory_scramble(&call->engine->terms, call->state, (dxl_address){base, 0, 0}, 0);
  dxl_state_object_writable(call->state, base)->is_dead = true;
}

/// The memory is gone: what was only there is lost, unless it was moved elsewhere.
static void kill_memory(dxl_call *call, dxl_term value, const dxl_rule_release *rule) {
  dxl_address address = dxl_resolve_address(&call->engine->terms, call->state, value);
  if (!dxl_state_object(call->state, address.base)) {
    if (resource_of(call, rule->resource)->double_is_reported) // accesses are looked at
      bury_memory(call, address.base);
    return;
  }
  dxl_state_object_writable(call->state, address.base)->is_dead = true;
  if (rule->moves_contents) // the acquire of the same call copies it, and then buries it
    return;
  dxl_terms_list lost = {0};
  dxl_collect_values(call->engine, call->state, address.base, INT64_MIN, INT64_MAX, &lost);
  dxl_check_reachable(call->engine, call->frame, call->state, 0, &lost, call->location, "free");
  dxl_array_free(&lost);
  bury_memory(call, address.base);
}

/// A value that was computed from a handle (a mark taken off, bits moved) may be that handle again: nobody can say. True
/// when it is such a value; the resource may be released by the call then.
static bool is_computed_from_handle(dxl_call *call, dxl_term value, uint32_t resource) {
  dxl_terms *terms = &call->engine->terms;
  const dxl_term_kind kind = dxl_term_get(terms, value)->kind;
  const bool is_moved =
      (kind == DXL_TERM_ADD || kind == DXL_TERM_ELEMENT) && dxl_resolve_address(terms, call->state, value).index;
  if (!is_moved && kind != DXL_TERM_BINARY && kind != DXL_TERM_CAST && kind != DXL_TERM_EXTRACT)
    return false;
  bool found = false;
  for (uint32_t i = 0; i < call->state->holdings.count; i++) {
    dxl_holding *holding = &call->state->holdings.items[i];
    if (holding->resource != resource || !dxl_term_contains(terms, value, holding->value))
      continue;
    holding->is_escaped = holding->is_status_read = found = true;
  }
  return found;
}

/// A block that has been given back in another way before: it is gone, whatever it would have needed.
static bool is_released_otherwise(dxl_call *call, dxl_term value, const dxl_resource *resource) {
  dxl_holding *holding = resource->kind == DXL_RESOURCE_MEMORY && resource->double_is_reported
                             ? dxl_state_holding(call->state, value, UINT32_MAX)
                             : NULL;
  return holding && holding->state == DXL_HOLDING_RELEASED &&
         resource_of(call, holding->resource)->kind == DXL_RESOURCE_MEMORY && dxl_check_double(call, holding);
}

/// What came from outside is held by somebody: a reference that the path took and dropped again was not the last one. The
/// member that counts them has the value again that it had at first, which cannot be none.
static bool is_referenced_by_others(dxl_call *call, dxl_term value) {
  dxl_terms *terms = &call->engine->terms;
  const dxl_address address = dxl_resolve_address(terms, call->state, value);
  const dxl_object *object = dxl_state_object(call->state, address.base);
  for (uint32_t i = 0; object && i < object->cells.count; i++) {
    const dxl_cell *cell = &object->cells.items[i];
    const dxl_symbol *symbol = dxl_term_symbol(terms, cell->value);
    if (symbol && symbol->kind == DXL_SYMBOL_INITIAL && symbol->base == address.base && symbol->bit == cell->bit &&
        !symbol->index && dxl_range_of(terms, call->state, cell->value).high <= 0)
      return true;
  }
  return false;
}

static void release(dxl_call *call, const dxl_rule_release *rule) {
  dxl_engine *engine = call->engine;
  const dxl_resource *resource = resource_of(call, rule->resource);
  dxl_term value = dxl_place_value(call, &rule->value);
  if (!value || is_supposed_null(call, value) || dxl_check_others_release(call, rule))
    return;
  value = dxl_resolve(&engine->terms, call->state, value);
  dxl_note_taken(engine, call->state, value);
  dxl_entries_note_release(call, resource, value);
  bool is_keyed = resource->kind == DXL_RESOURCE_LOCK || resource->kind == DXL_RESOURCE_STATE;
  dxl_holding *holding = holding_of(call, value, rule->resource);
  bool has_problem = false, is_other_owner = false;
  if (!holding && (is_computed_from_handle(call, value, rule->resource) || is_released_otherwise(call, value, resource)))
    return;
  if (!holding && rule->has_owner && dxl_check_swapped(call, rule->resource, &rule->value, value))
    return;
  if (!holding && rule->has_owner && dxl_check_owner(call, rule->resource, &rule->owner, NULL, true)) {
    // Arguments in the wrong order: what the call should have released is named as the owner.
    dxl_term given = dxl_resolve(&engine->terms, call->state, dxl_place_value(call, &rule->owner));
    dxl_holding *meant = holding_of(call, given, rule->resource);
    if (meant) {
      meant->is_reported = true;
      return;
    }
    is_other_owner = true;
  }
  if (holding && holding->state == DXL_HOLDING_RELEASED) {
    has_problem = dxl_check_double(call, holding);
  } else if (!holding || holding->state == DXL_HOLDING_FAILED) {
    if (!holding && is_zero(call, value) && resource->null_is_releasable)
      return;
    if (!is_keyed && !is_other_owner)
      has_problem = dxl_check_invalid(call, rule->resource, &rule->value, value, holding, true);
  }
  if (!has_problem && holding && holding->state == DXL_HOLDING_LIVE && dxl_check_status_at_use(call, holding))
    has_problem = true;
  if (holding && rule->has_owner && !has_problem)
    is_other_owner = dxl_check_owner(call, rule->resource, &rule->owner, holding, true);
  const char *text = dxl_text(engine, "%s %s here", resource->title, resource->release_verb);
  if ((!holding || holding->state == DXL_HOLDING_LIVE) && dxl_check_form(call, value, rule) && !holding)
    return;
  if (holding && holding->state == DXL_HOLDING_LIVE) {
    if (resource->is_counted && holding->count > 1) {
      holding->count--;
      if (holding->earlier) {
        holding->acquired = holding->earlier->acquired;
        holding->earlier = holding->earlier->earlier;
      }
      dxl_trace(engine, call->frame, call->state, DXL_STEP_EVENT, call->location, text);
      return;
    }
    holding->state = DXL_HOLDING_RELEASED;
    holding->is_reported |= is_other_owner;
    holding->released = dxl_trace(engine, call->frame, call->state, DXL_STEP_EVENT, call->location, text);
    // Its own status from now on: one that failed may have released nothing.
    const dxl_ir_type *type = call->instruction ? call->instruction->type : NULL;
    if (!rule->has_owner && type && type->kind == DXL_IR_TYPE_INTEGER && type->bits == 32 && type->is_signed) {
      holding->status = call->result;
      holding->is_status_read = true;
    }
    if (resource->kind == DXL_RESOURCE_MEMORY)
      kill_memory(call, value, rule);
    return;
  }
  if (holding && holding->state == DXL_HOLDING_RELEASED && !has_problem && !holding->is_reported) {
    holding->released = dxl_trace(engine, call->frame, call->state, DXL_STEP_EVENT, call->location, text);
    return;
  }
  if (holding || has_problem)
    return;
  // Somebody else acquired it; from here on it is released.
  dxl_term_node node = *dxl_term_get(&engine->terms, value);
  if (node.kind == DXL_TERM_UNDEFINED || node.kind == DXL_TERM_INTEGER)
    return;
  if (!is_keyed && node.kind != DXL_TERM_SYMBOL) {
    if (node.kind == DXL_TERM_ADD && resource->kind == DXL_RESOURCE_MEMORY && dxl_entries_are_adopted(engine))
      kill_memory(call, value, rule); // the record around the links of a list
    return;
  }
  if (!is_keyed && !resource->null_is_releasable)
    (void)dxl_assume(&engine->terms, call->state, dxl_term_equal(&engine->terms, value, dxl_term_integer(&engine->terms, 0)),
                     false);
  const dxl_path *step = dxl_trace(engine, call->frame, call->state, DXL_STEP_EVENT, call->location, text);
  holding = dxl_state_add_holding(call->state, value, rule->resource);
  holding->state = DXL_HOLDING_RELEASED;
  holding->is_foreign = true;
  holding->is_reported = is_other_owner || is_referenced_by_others(call, value);
  holding->is_status_read = true;
  holding->released = step;
  holding->call = call->rule;
  if (resource->kind == DXL_RESOURCE_MEMORY)
    kill_memory(call, value, rule);
}

static void use(dxl_call *call, const dxl_rule_use *rule) {
  dxl_term value = dxl_place_value(call, &rule->value);
  if (!value || is_supposed_null(call, value))
    return;
  value = dxl_resolve(&call->engine->terms, call->state, value);
  dxl_holding *holding = holding_of(call, value, rule->resource);
  bool has_problem = false;
  if (!holding && is_computed_from_handle(call, value, rule->resource))
    return;
  if (holding && holding->state == DXL_HOLDING_RELEASED)
    has_problem = dxl_check_use_after(call, holding);
  else if (!holding || holding->state == DXL_HOLDING_FAILED)
    has_problem = dxl_check_invalid(call, rule->resource, &rule->value, value, holding, false);
  else
    has_problem = dxl_check_status_at_use(call, holding);
  if (rule->has_owner && !has_problem)
    dxl_check_owner(call, rule->resource, &rule->owner, holding, false);
  // What is used is taken for valid: a test for NULL further on has one answer.
  if (!holding && !has_problem && dxl_term_get(&call->engine->terms, value)->kind == DXL_TERM_SYMBOL)
    (void)dxl_assume(&call->engine->terms, call->state,
                     dxl_term_equal(&call->engine->terms, value, dxl_term_integer(&call->engine->terms, 0)), false);
}

static bool is_released_by(const dxl_rule_call *rule, uint32_t resource) {
  for (uint32_t i = 0; i < rule->releases.count; i++)
    if (rule->releases.items[i].resource == resource)
      return true;
  return false;
}

static void transfer(dxl_call *call, const dxl_rule_transfer *rule) {
  dxl_term value = dxl_place_value(call, &rule->value);
  if (!value)
    return;
  dxl_escape(call->engine, call->state, value, 0, false);
  dxl_holding *holding = holding_of(call, dxl_resolve(&call->engine->terms, call->state, value), rule->resource);
  if (holding && holding->state == DXL_HOLDING_RELEASED && !is_released_by(call->rule, rule->resource))
    (void)dxl_check_use_after(call, holding);
  if (holding)
    holding->is_escaped = true;
}

// ---- Acquire -----------------------------------------------------------------------------------------------------------------

static dxl_term fresh_value(dxl_call *call, const dxl_rule_acquire *rule, uint32_t tag) {
  bool is_new;
  dxl_term value = dxl_site_symbol(call->engine, DXL_SYMBOL_RESOURCE, call->site, tag, &is_new);
  if (is_new) {
    dxl_symbol *symbol = dxl_term_symbol(&call->engine->terms, value);
    symbol->low = rule->may_be_null_on_success ? 0 : 1;
    symbol->resource = rule->resource;
    symbol->is_fresh = resource_of(call, rule->resource)->kind == DXL_RESOURCE_MEMORY;
    symbol->is_zeroed = rule->zeroes_memory;
    symbol->is_filled = resource_of(call, rule->resource)->is_filled;
  }
  return value;
}

static dxl_holding *hold(dxl_call *call, const dxl_rule_acquire *rule, dxl_term value, dxl_term owner) {
  dxl_holding *holding = holding_of(call, value, rule->resource);
  if (!holding)
    holding = dxl_state_add_holding(call->state, value, rule->resource);
  uint32_t count = holding->count;
  dxl_earlier *earlier = NULL;
  bool is_again = holding->state == DXL_HOLDING_LIVE && holding->call;
  // A lock that the caller holds, and that was released here and is taken again, is the caller's own again.
  bool is_callers = holding->state == DXL_HOLDING_RELEASED && holding->acquired && holding->released &&
                    holding->acquired->function != holding->released->function &&
                    holding->released->function == call->frame->function;
  bool is_foreign = rule->is_key && (holding->is_foreign || is_callers);
  if (rule->has_held_for)
    is_again = false; // what it was acquired for before has a release of its own
  if (is_again && holding->acquired && resource_of(call, rule->resource)->is_counted) {
    earlier = dxl_arena_alloc(call->engine->path_arena, sizeof *earlier);
    *earlier = (dxl_earlier){holding->acquired, holding->earlier};
  }
  *holding = (dxl_holding){.value = value, .resource = rule->resource, .state = DXL_HOLDING_LIVE};
  holding->earlier = earlier;
  holding->is_foreign = is_foreign;
  holding->count = is_again ? count + 1 : 1;
  holding->has_owner = owner != 0;
  holding->owner = owner;
  if (rule->has_held_for) {
    dxl_term held_for = dxl_place_value(call, &rule->held_for);
    bool is_nothing = !held_for || dxl_term_is_integer(&call->engine->terms, held_for);
    holding->held_for = is_nothing ? 0 : dxl_resolve(&call->engine->terms, call->state, held_for);
  }
  holding->level = call->state->level;
  holding->form = rule->form;
  holding->call = call->rule;
  holding->object = call->engine->current_object;
  return holding;
}

/// The place of an acquire is written to, whether it succeeds or not: what stood there may be lost.
static void check_reuse(dxl_call *call, dxl_term old) {
  if (!old || !dxl_term_get(&call->engine->terms, old)->has_resource)
    return;
  dxl_terms_list values = {0};
  dxl_array_push(&values, old);
  dxl_check_reachable(call->engine, call->frame, call->state, call->result, &values, call->location, "overwrite");
  dxl_array_free(&values);
}

/// A new block begins with what another held, which is gone where the call released it.
static void move_contents(dxl_call *call, const dxl_rule_acquire *rule, dxl_term value) {
  dxl_address from;
  if (!dxl_place_address(call, &rule->contents, &from))
    return;
  const dxl_object *object = dxl_state_object(call->state, from.base);
  if (!object)
    return;
  bool is_dead = object->is_dead;
  dxl_memory_copy(&call->engine->terms, call->state, (dxl_address){value, 0, 0}, from, UINT64_MAX);
  if (is_dead)
    bury_memory(call, from.base);
}

static void succeed(dxl_call *call, const dxl_rule_acquire *rule, dxl_term owner, dxl_term status, uint32_t tag) {
  const dxl_resource *resource = resource_of(call, rule->resource);
  dxl_term value = rule->is_key ? dxl_place_value(call, &rule->value) : fresh_value(call, rule, tag);
  if (!value)
    return;
  if (rule->is_key)
    value = dxl_resolve(&call->engine->terms, call->state, value);
  if (rule->is_key && dxl_term_get(&call->engine->terms, value)->kind == DXL_TERM_UNDEFINED)
    return; // a lock where nobody wrote a pointer: not the same as another such
  dxl_term old = 0;
  if (!rule->is_key) {
    old = rule->value.is_return ? 0 : dxl_place_value(call, &rule->value);
    if (resource->kind == DXL_RESOURCE_MEMORY)
      dxl_state_drop_object(call->state, value);
    if (!dxl_place_store(call, &rule->value, value))
      return; // nobody can say where it went
  }
  if (rule->has_contents)
    move_contents(call, rule, value);
  dxl_holding *holding = hold(call, rule, value, owner);
  bool is_status = rule->success && rule->success->is_status;
  holding->status = is_status ? status : 0;
  holding->is_status_read = !is_status || rule->has_failed_value; // else the value says it as well as the status
  if (resource->leak_is_reported || resource->double_is_reported)
    holding->acquired = dxl_trace(call->engine, call->frame, call->state, DXL_STEP_EVENT, call->location,
                                  dxl_text(call->engine, "%s %s here", resource->title, resource->acquire_verb));
  check_reuse(call, old);
}

static void fail(dxl_call *call, const dxl_rule_acquire *rule, dxl_term status, uint32_t tag) {
  if (rule->is_key || rule->failed_keeps_value)
    return;
  dxl_terms *terms = &call->engine->terms;
  if (rule->has_failed_value || (rule->value.is_return && rule->value.steps.count == 0)) {
    dxl_place_store(call, &rule->value, dxl_term_integer(terms, rule->has_failed_value ? rule->failed_value : 0));
    return;
  }
  dxl_term value = fresh_value(call, rule, tag + 1), old = dxl_place_value(call, &rule->value);
  if (!dxl_place_store(call, &rule->value, value))
    return;
  check_reuse(call, old);
  dxl_holding *holding = hold(call, rule, value, 0);
  holding->state = DXL_HOLDING_FAILED;
  bool is_status = rule->success && rule->success->is_status;
  holding->status = is_status ? status : 0;
  holding->is_status_read = !is_status;
  const dxl_resource *resource = resource_of(call, rule->resource);
  holding->acquired = dxl_trace(call->engine, call->frame, call->state, DXL_STEP_EVENT, call->location,
                                dxl_text(call->engine, "assuming that '%s' fails: no %s is %s", call->rule->name,
                                         resource->title, resource->acquire_verb));
}

/// A call that fails says so by an error (severity 3), not by a warning, which NT_ERROR lets pass.
static void expect_error(dxl_call *call, dxl_term status) {
  dxl_terms *terms = &call->engine->terms;
  dxl_range range = dxl_range_of(terms, call->state, status);
  if (range.high < 0 && range.low == INT32_MIN)
    (void)dxl_assume(terms, call->state,
                     dxl_term_truth(terms, dxl_term_less(terms, status, dxl_term_integer(terms, -0x40000000), false)), false);
}

static bool is_result_ignored(const dxl_call *call) {
  uint32_t result = call->instruction ? call->instruction->result : DXL_IR_NO_RESULT;
  const dxl_graph_register *reg = result == DXL_IR_NO_RESULT ? NULL : &call->frame->graph->registers[result];
  return !reg || (!reg->is_shared && reg->last_use == reg->instruction);
}

/// Takes out the call at `*i`, whose path ends; those behind `*end` are done already, one of them may stand there now.
static void remove_call(call_list *calls, uint32_t *i, uint32_t *end) {
  calls->items[*i] = calls->items[--calls->count];
  if (*end > calls->count) {
    *end = calls->count;
    --*i;
  }
}

/// The lock is held for something else already: whoever has that releases it.
static void leave_to_others(const dxl_call *call, const dxl_rule_acquire *rule, dxl_term key) {
  dxl_holding *holding = holding_of(call, key, rule->resource);
  if (holding && holding->state == DXL_HOLDING_LIVE && holding->held_for)
    holding->is_escaped = true;
}

static void acquire(call_list *calls, uint32_t number) {
  uint32_t end = calls->count;
  for (uint32_t i = 0; i < end; i++) {
    const dxl_rule_acquire *rule = &calls->items[i].rule->acquires.items[number];
    if (rule->when) {
      bool is_one, is_none;
      dxl_call without;
      split(&calls->items[i], rule->when, &is_one, &is_none, &without);
      if (!is_one) {
        calls->items[i] = without;
        continue;
      }
      if (is_none)
        dxl_array_push(calls, without);
    }
    dxl_call *call = &calls->items[i];
    dxl_term owner = rule->has_owner ? dxl_place_value(call, &rule->owner) : 0;
    if (owner)
      owner = dxl_resolve(&call->engine->terms, call->state, owner);
    if (owner && dxl_check_owner_at_acquire(call, rule->resource, &rule->owner, owner))
      owner = 0;
    dxl_term status = call->result;
    uint32_t tag = 16 + 4 * number;
    dxl_term key = rule->is_key ? dxl_place_value(call, &rule->value) : 0;
    if (key && rule->has_held_for)
      leave_to_others(call, rule, dxl_resolve(&call->engine->terms, call->state, key));
    if (key && !dxl_suppose_accessed(call->engine, call->state, key)) { // no path gets past a lock at NULL
      drop(call);
      remove_call(calls, &i, &end);
      continue;
    }
    bool is_result = rule->value.is_return && rule->value.steps.count == 0;
    bool yes = true, no = false;
    dxl_call other;
    if (is_result && rule->success) {
      // The value is what is tested: it is made, or it is not. A release of the same call may have settled that.
      other = copy_of(call);
      // The plain result says which of the two it was, also where states are joined.
      dxl_term none = dxl_term_truth(&call->engine->terms,
                                     dxl_term_equal(&call->engine->terms, status, dxl_term_integer(&call->engine->terms, 0)));
      yes = dxl_assume(&call->engine->terms, call->state, none, false);
      no = dxl_assume(&call->engine->terms, other.state, none, true);
      if (!no)
        drop(&other);
      if (!yes)
        drop(call);
    } else {
      split(call, rule->success, &yes, &no, &other);
      if (yes && no && rule->ignored_is_success && is_result_ignored(call)) {
        drop(&other);
        no = false;
      }
    }
    if (yes)
      succeed(call, rule, owner, status, tag);
    if (no) {
      if (rule->success && rule->success->is_status)
        expect_error(&other, status);
      fail(&other, rule, status, tag);
      if (yes)
        dxl_array_push(calls, other);
      else
        calls->items[i] = other;
    }
    if (!yes && !no) // neither can be
      remove_call(calls, &i, &end);
  }
}

// ---- Callbacks and level ---------------------------------------------------------------------------------------------------

static void call_back(call_list *calls, const dxl_rule_callback *rule) {
  uint32_t end = calls->count;
  for (uint32_t i = 0; i < end; i++) {
    bool yes, no;
    dxl_call without; // where the routine is not called
    split(&calls->items[i], rule->when, &yes, &no, &without);
    if (no && yes)
      dxl_array_push(calls, without);
    else if (no)
      calls->items[i] = without;
    if (!yes)
      continue;
    dxl_call *call = &calls->items[i];
    dxl_engine *engine = call->engine;
    dxl_term function = dxl_place_value(call, &rule->function);
    dxl_term context = rule->has_context ? dxl_place_value(call, &rule->context) : 0;
    function = function ? dxl_resolve(&engine->terms, call->state, function) : 0;
    const dxl_term_node *node = function ? dxl_term_get(&engine->terms, function) : NULL;
    bool is_known = node && node->kind == DXL_TERM_FUNCTION &&
                    engine->module->functions.items[node->a]->body == DXL_IR_LOWERED &&
                    engine->functions[node->a].active < DXL_LIMIT_RECURSION && call->frame->depth < DXL_LIMIT_DEPTH;
    if (!rule->is_synchronous || !is_known) {
      if (context && is_known && rule->is_once)
        dxl_run_later(call, node->a, rule, context);
      if (context)
        dxl_escape(engine, call->state, context, 0, rule->is_synchronous);
      continue;
    }
    uint32_t target = node->a;
    dxl_term arguments[DXL_ROUTINE_ARGUMENTS];
    for (uint32_t k = 0; k < DXL_ROUTINE_ARGUMENTS; k++)
      arguments[k] = k == rule->context_argument && context ? context
                                                            : dxl_unknown_result(engine, NULL, call->site, 200 + k);
    dxl_term level = call->state->level;
    const dxl_path *raised = call->state->raised;
    if (rule->irql != DXL_IRQL_UNKNOWN) {
      call->state->level = dxl_term_integer(&engine->terms, rule->irql);
      // The same place as where the routine is explored by itself: one cause.
      dxl_frame routine = {.function = target, .depth = call->frame->depth};
      call->state->raised =
          dxl_trace(engine, &routine, call->state, DXL_STEP_EVENT, engine->module->functions.items[target]->location,
                    dxl_text(engine, "'%s' calls its routine at %s", call->rule->name, dxl_irql_name(rule->irql)));
    }
    dxl_exits exits = {0};
    dxl_running here = call->running;
    call->frame->running = &here;
    dxl_enter(engine, call->frame, target, arguments, DXL_ROUTINE_ARGUMENTS, call->state, call->location, call->site, &exits);
    call->frame->running = NULL;
    dxl_call before = *call;
    uint32_t slots = call->frame->graph->slots[call->frame->point->block];
    for (uint32_t k = 0; k < exits.count; k++) {
      dxl_call next = before;
      next.state = next.running.state = exits.items[k].state;
      next.running.registers = dxl_allocate((slots + 1) * sizeof(dxl_term));
      memcpy(next.running.registers, here.registers, (slots + 1) * sizeof(dxl_term));
      next.state->level = level;
      next.state->raised = raised;
      if (exits.items[k].value && rule->has_result)
        dxl_place_store(&next, &rule->result, exits.items[k].value);
      if (k == 0)
        calls->items[i] = next;
      else
        dxl_array_push(calls, next);
    }
    dxl_release(here.registers);
    if (!exits.count) {
      calls->items[i] = calls->items[--calls->count];
      if (end > calls->count)
        end = calls->count, i--;
    }
    dxl_array_free(&exits);
  }
}

static dxl_term unknown_level(dxl_call *call) {
  bool is_new;
  dxl_term term = dxl_site_symbol(call->engine, DXL_SYMBOL_IRQL, call->site, 0, &is_new);
  if (is_new) {
    dxl_symbol *symbol = dxl_term_symbol(&call->engine->terms, term);
    symbol->low = DXL_IRQL_PASSIVE;
    symbol->high = DXL_IRQL_HIGH;
  }
  return term;
}

static bool acquired_here(const dxl_call *call) {
  for (uint32_t i = 0; i < call->state->holdings.count; i++) {
    const dxl_holding *holding = &call->state->holdings.items[i];
    if (holding->call == call->rule && holding->state == DXL_HOLDING_LIVE && holding->acquired &&
        holding->acquired == call->state->path)
      return true;
  }
  return false;
}

/// Whether a try-acquire got the lock on this state.
static bool has_succeeded(dxl_call *call) {
  if (call->rule->acquires.count == 0 || !call->rule->acquires.items[0].success)
    return true;
  dxl_term term = dxl_condition_term(call, call->rule->acquires.items[0].success);
  return term ? dxl_evaluate(&call->engine->terms, call->state, dxl_term_truth(&call->engine->terms, term)) == 1
              : acquired_here(call);
}

static void set_level(dxl_call *call, dxl_term level) {
  dxl_engine *engine = call->engine;
  dxl_range before = dxl_range_of(&engine->terms, call->state, call->state->level);
  dxl_range after = dxl_range_of(&engine->terms, call->state, level);
  call->state->level = level;
  if (after.low > before.low)
    call->state->raised =
        dxl_trace(engine, call->frame, call->state, DXL_STEP_EVENT, call->location,
                  dxl_text(engine, "'%s' raises the level to %s", call->rule->name, dxl_irql_name(after.low)));
}

/// Who raises the level to one was not above it before. Returns false where only a test on the way supposed that it was, of a level
/// that nobody knows: such a path is none.
static bool suppose_raised(dxl_call *call) {
  const dxl_irql_effect *effect = &call->rule->irql;
  if (effect->kind != DXL_IRQL_RAISE)
    return true;
  dxl_terms *terms = &call->engine->terms;
  dxl_term old = dxl_resolve(terms, call->state, call->state->level);
  if (dxl_range_of(terms, call->state, old).low > effect->level) {
    const dxl_state untested = {0};
    return dxl_range_of(terms, &untested, old).low > effect->level;
  }
  dxl_term is_above = dxl_term_less(terms, dxl_term_integer(terms, effect->level), old, false);
  return dxl_assume(terms, call->state, dxl_term_truth(terms, is_above), false);
}

static void apply_level(dxl_call *call) {
  const dxl_irql_effect *effect = &call->rule->irql;
  dxl_engine *engine = call->engine;
  dxl_term old = call->state->level;
  if (effect->kind == DXL_IRQL_NO_EFFECT || (effect->only_on_success && !has_succeeded(call)))
    return;
  switch (effect->kind) {
  case DXL_IRQL_NO_EFFECT:
    return;
  case DXL_IRQL_RAISE:
  case DXL_IRQL_RAISE_TO: {
    dxl_term level = effect->kind == DXL_IRQL_RAISE ? dxl_term_integer(&engine->terms, effect->level)
                     : effect->has_value            ? dxl_place_value(call, &effect->value)
                                                    : 0;
    if (level && effect->kind == DXL_IRQL_RAISE && dxl_range_of(&engine->terms, call->state, old).low > effect->level)
      level = old; // already higher
    if (effect->has_saved)
      dxl_place_store(call, &effect->saved, old);
    set_level(call, level ? dxl_resolve(&engine->terms, call->state, level) : unknown_level(call));
    return;
  }
  case DXL_IRQL_LOWER:
    call->state->level = dxl_term_integer(&engine->terms, effect->level);
    return;
  case DXL_IRQL_RESTORE: {
    dxl_term level = effect->has_value ? dxl_place_value(call, &effect->value) : 0;
    if (!level || dxl_term_get(&engine->terms, level)->kind == DXL_TERM_UNDEFINED)
      level = unknown_level(call);
    call->state->level = dxl_resolve(&engine->terms, call->state, level);
    return;
  }
  case DXL_IRQL_RESTORE_LOCK: {
    dxl_term key = effect->has_value ? dxl_place_value(call, &effect->value) : 0;
    key = key ? dxl_resolve(&engine->terms, call->state, key) : 0;
    const dxl_holding *holding = key ? holding_of(call, key, UINT32_MAX) : NULL;
    call->state->level = holding && holding->level ? holding->level : unknown_level(call);
    return;
  }
  case DXL_IRQL_QUERY:
    call->result = old;
    return;
  }
}

static void apply_escapes(dxl_call *call) {
  for (uint32_t i = 0; i < call->rule->escapes.count; i++) {
    dxl_term value = dxl_place_value(call, &call->rule->escapes.items[i]);
    if (value)
      dxl_escape(call->engine, call->state, value, 0, false);
  }
}

/// A rule that only says when the call may be made: what it does with its arguments is not known.
static void apply_unknown(dxl_call *call) {
  const dxl_rule_call *rule = call->rule;
  if (!rule->callbacks.count)
    apply_escapes(call);
  if (rule->has_no_effect || rule->acquires.count || rule->releases.count || rule->uses.count || rule->transfers.count ||
      rule->memory.count || rule->callbacks.count || rule->irql.kind != DXL_IRQL_NO_EFFECT)
    return;
  for (uint32_t i = 0; i < call->count; i++)
    dxl_pass_to_unknown(call->engine, call->frame, call->instruction, call->state, call->arguments[i], i);
}

// ---- All of it ---------------------------------------------------------------------------------------------------------------

static void apply_releases(call_list *calls) {
  const dxl_rule_call *rule = calls->items[0].rule;
  for (uint32_t n = 0; n < rule->releases.count; n++) {
    uint32_t end = calls->count;
    for (uint32_t i = 0; i < end; i++) {
      bool yes, no;
      dxl_call other;
      split(&calls->items[i], rule->releases.items[n].when, &yes, &no, &other);
      if (yes)
        release(&calls->items[i], &rule->releases.items[n]);
      if (no && yes)
        dxl_array_push(calls, other);
      else if (no)
        calls->items[i] = other;
    }
  }
}

static void apply_transfers(call_list *calls) {
  const dxl_rule_call *rule = calls->items[0].rule;
  for (uint32_t n = 0; n < rule->transfers.count; n++) {
    uint32_t end = calls->count;
    for (uint32_t i = 0; i < end; i++) {
      bool yes, no;
      dxl_call other;
      split(&calls->items[i], rule->transfers.items[n].when, &yes, &no, &other);
      if (yes)
        transfer(&calls->items[i], &rule->transfers.items[n]);
      if (no && yes)
        dxl_array_push(calls, other);
      else if (no)
        calls->items[i] = other;
    }
  }
}

static dxl_term make_result(dxl_engine *engine, const dxl_ir_instruction *instruction, const dxl_rule_call *rule,
                            uint32_t site) {
  const dxl_ir_type *type = instruction ? instruction->type : NULL;
  dxl_term result = dxl_unknown_result(engine, type, site, 0);
  bool is_status = rule->returns_nonnegative_or_negative;
  for (uint32_t i = 0; i < rule->acquires.count; i++)
    is_status |= rule->acquires.items[i].status_zero_or_negative;
  dxl_symbol *symbol = dxl_term_symbol(&engine->terms, result);
  if (is_status) {
    symbol->low = INT32_MIN;
    symbol->high = 0;
  }
  return result;
}

void dxl_apply_rule(dxl_engine *engine, dxl_frame *frame, const dxl_ir_instruction *instruction,
                    const dxl_rule_call *rule, const dxl_term *arguments, uint32_t count, dxl_running running,
                    uint32_t site, dxl_runnings *out) {
  dxl_call first = {.engine = engine, .frame = frame, .instruction = instruction, .rule = rule, .state = running.state,
                    .running = running, .arguments = arguments, .count = count, .location = instruction->location,
                    .site = site};
  if (instruction->call->callee.kind == DXL_IR_FUNCTION)
    first.callee = engine->module->functions.items[instruction->call->callee.index];
  frame->running = &first.running;
  for (uint32_t i = 0; i < count; i++)
    dxl_entries_note_argument(engine, first.state, arguments[i]);
  if (rule->may_raise)
    dxl_raise(engine, frame, first.state);
  if (rule->is_noreturn || instruction->call->is_noreturn) {
    dxl_running_free(&first.running);
    return;
  }
  dxl_check_irql(&first);
  dxl_check_version(&first);
  dxl_check_contract(&first);
  if (!suppose_raised(&first)) {
    dxl_running_free(&first.running);
    return;
  }
  first.result = make_result(engine, instruction, rule, site);
  apply_unknown(&first);
  call_list calls = {0};
  dxl_array_push(&calls, first);
  for (uint32_t i = 0; i < rule->uses.count; i++)
    use(&calls.items[0], &rule->uses.items[i]);
  apply_releases(&calls);
  for (uint32_t i = 0; i < calls.count; i++)
    for (uint32_t n = 0; n < rule->memory.count; n++)
      dxl_apply_memory(&calls.items[i], &rule->memory.items[n]);
  for (uint32_t n = 0; n < rule->acquires.count && calls.count; n++)
    acquire(&calls, n);
  if (calls.count) // what the call itself acquired among them
    apply_transfers(&calls);
  for (uint32_t n = 0; n < rule->callbacks.count && calls.count; n++)
    call_back(&calls, &rule->callbacks.items[n]);
  for (uint32_t i = 0; i < calls.count; i++) {
    dxl_call *call = &calls.items[i];
    if (rule->callbacks.count) // not before: what a routine gets is the routine's as long as nobody else has it
      apply_escapes(call);
    apply_level(call);
    dxl_set_result(engine, frame, &call->running, instruction, call->result);
    dxl_array_push(out, call->running);
  }
  frame->running = NULL;
  dxl_array_free(&calls);
}
