// Calls: who is called, and what that does: a rule, a body that is entered, or somebody unknown.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <stdio.h>
#include <stdlib.h>

#include "checks/checks.h"
#include "engine/internal.h"

#include "engine/sal.h"

typedef DXL_ARRAY(uint32_t) function_list;

/// Elements of a table that are called one by one.
enum { ELEMENT_LIMIT = 16 };

// ---- Who is called -----------------------------------------------------------------------------------------------------

const dxl_rule_call *dxl_static_rule(const dxl_engine *engine, const dxl_graph *graph,
                                     const dxl_ir_instruction *instruction) {
  const dxl_ir_call *call = instruction->call;
  if (call->callee.kind == DXL_IR_FUNCTION)
    return engine->functions[call->callee.index].rule;
  const dxl_ir_record *record;
  const char *member;
  const dxl_rule_call *rule = NULL;
  if (dxl_loaded_field(graph, call->callee, &record, &member))
    rule = dxl_rule_of_member(engine->rules, record, member);
  if (!rule && call->type_name)
    rule = dxl_rules_find_type(engine->rules, call->type_name);
  uint32_t number;
  if (!rule && !call->virtual_method &&
      dxl_flow_is_only(dxl_flow_source(engine->flow, graph, call->callee), DXL_FLOW_CALLBACK, true, &number))
    rule = &engine->rules->calls.items[number];
  return rule;
}

const struct dxl_targets *dxl_field_targets(const dxl_engine *engine, const char *record, const char *field) {
  if (!record || !field)
    return NULL;
  char key[512];
  int length = snprintf(key, sizeof key, "%s.%s", record, field);
  if (length <= 0 || (size_t)length >= sizeof key)
    return NULL;
  const uint64_t *slot = dxl_map_get_text(engine->field_targets, key);
  return slot ? &engine->targets.items[*slot] : NULL;
}

// ---- Somebody unknown --------------------------------------------------------------------------------------------------

dxl_term dxl_unknown_result(dxl_engine *engine, const dxl_ir_type *type, uint32_t site, uint32_t tag) {
  bool is_new;
  dxl_term term = dxl_site_symbol(engine, DXL_SYMBOL_RESULT, site, tag, &is_new);
  if (is_new && type) {
    dxl_symbol *symbol = dxl_term_symbol(&engine->terms, term);
    if (type->kind == DXL_IR_TYPE_POINTER) {
      symbol->low = 0;
    } else if (type->kind == DXL_IR_TYPE_INTEGER && type->bits < 64 && type->bits) {
      symbol->low = type->is_signed ? -((int64_t)1 << (type->bits - 1)) : 0;
      symbol->high = type->is_signed ? ((int64_t)1 << (type->bits - 1)) - 1 : ((int64_t)1 << type->bits) - 1;
    }
  }
  return term;
}

/// An object that was found by what memory held at first, behind a pointer in `whole`.
typedef struct behind {
  dxl_term whole;
  uint32_t object; ///< its number in the state
  int64_t bit;     ///< of the pointer
} behind;

typedef struct escape {
  dxl_engine *engine;
  dxl_state *state;
  bool is_written;
  bool is_stored; ///< the value stands in memory: who finds it there may know it for the link of a whole object
  DXL_ARRAY(dxl_term) done; ///< objects that were looked at as a whole
  uint32_t parts;           ///< parts of objects that were
  // Where there is much memory:
  dxl_map *seen;            ///< `done`, and values in memory that were looked at, by what they are
  DXL_ARRAY(behind) behind; ///< by the base that leads there; in the order of objects
  bool is_behind_known;
} escape;

enum { ESCAPE_LOOKED_UP = 48 }; // objects of a state from which on what was seen, and what is where, is looked up
enum { SEEN_OBJECT, SEEN_VALUE };

static void escape_object(escape *e, dxl_term base, int64_t from, int64_t to);

static bool is_large(const escape *e) { return e->state->objects.count > ESCAPE_LOOKED_UP; }

/// Remembers a term; whether it was known already.
static bool was_seen(escape *e, uint32_t what, dxl_term term) {
  const uint32_t key[2] = {what, term};
  if (!e->seen)
    e->seen = dxl_map_new();
  bool is_new;
  dxl_map_put(e->seen, key, sizeof key, &is_new);
  return !is_new;
}

static void end_escape(escape *e) {
  dxl_array_free(&e->done);
  dxl_array_free(&e->behind);
  if (e->seen)
    dxl_map_free(e->seen);
}

static void escape_value(escape *e, dxl_term value, int64_t bytes) {
  dxl_terms *terms = &e->engine->terms;
  value = dxl_resolve(terms, e->state, value);
  // In memory nothing is written to, so that a second look finds nothing new.
  if (e->is_stored && !e->is_written && bytes == 0 && is_large(e) && was_seen(e, SEEN_VALUE, value))
    return;
  dxl_term_node node = *dxl_term_get(terms, value);
  if (node.kind == DXL_TERM_CHOICE) {
    escape_value(e, node.a, bytes);
    escape_value(e, node.b, bytes);
    return;
  }
  dxl_note_taken(e->engine, e->state, value);
  for (uint32_t i = 0; i < e->state->holdings.count; i++) {
    dxl_holding *holding = &e->state->holdings.items[i];
    holding->is_escaped |= holding->held_for && dxl_term_holds(terms, value, holding->held_for);
    if (!dxl_term_holds(terms, value, holding->value))
      continue;
    if (e->engine->rules->resources.items[holding->resource].escapes_when_passed)
      holding->is_escaped = true;
    holding->is_status_read = true;
  }
  dxl_address address = dxl_resolve_address(terms, e->state, value);
  const dxl_region *region = dxl_term_region(terms, address.base);
  const dxl_symbol *symbol = dxl_term_symbol(terms, address.base);
  if (!region && !symbol)
    return;
  if (region && region->kind == DXL_REGION_STRING)
    return;
  bool is_whole = bytes == 0 && (address.offset == 0 || (region && region->kind == DXL_REGION_LOCAL) ||
                                 (e->is_stored && symbol && symbol->is_fresh));
  int64_t from = is_whole ? INT64_MIN : address.offset * 8;
  int64_t to = is_whole ? INT64_MAX : from + (bytes ? bytes : 8) * 8;
  escape_object(e, address.base, from, to);
  if (e->is_written && (region || dxl_state_object(e->state, address.base) || (symbol && symbol->is_fresh))) {
    e->is_behind_known = false;
    dxl_memory_scramble(terms, e->state, is_whole ? (dxl_address){address.base, 0, 0} : address,
                        is_whole ? 0 : (uint64_t)(bytes ? bytes : 8));
  }
}

/// Whether a base was found by the contents that memory had at first, behind a pointer that stood in the part of `whole`.
static bool is_behind(const dxl_terms *terms, dxl_term base, dxl_term whole, int64_t from, int64_t to) {
  const dxl_symbol *symbol = dxl_term_symbol(terms, base);
  while (symbol && symbol->kind == DXL_SYMBOL_INITIAL) {
    if (symbol->base == whole)
      return symbol->bit >= from && symbol->bit < to;
    symbol = dxl_term_symbol(terms, symbol->base);
  }
  return false;
}

static int compare_behind(const void *left, const void *right) {
  const behind *a = left, *b = right;
  if (a->whole != b->whole)
    return a->whole < b->whole ? -1 : 1;
  return a->object < b->object ? -1 : a->object > b->object;
}

/// What `is_behind` says of all objects, for all that they may be behind.
static void find_behind(escape *e) {
  dxl_array_clear(&e->behind);
  for (uint32_t i = 0; i < e->state->objects.count; i++) {
    const dxl_symbol *symbol = dxl_term_symbol(&e->engine->terms, e->state->objects.items[i]->base);
    while (symbol && symbol->kind == DXL_SYMBOL_INITIAL) {
      behind one = {symbol->base, i, symbol->bit};
      dxl_array_push(&e->behind, one);
      symbol = dxl_term_symbol(&e->engine->terms, symbol->base);
    }
  }
  if (e->behind.count)
    qsort(e->behind.items, e->behind.count, sizeof(behind), compare_behind);
  e->is_behind_known = true;
}

static uint32_t first_behind(const escape *e, dxl_term whole) {
  uint32_t low = 0, high = e->behind.count;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (e->behind.items[middle].whole < whole)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static bool is_done(escape *e, dxl_term base) {
  for (uint32_t i = 0; i < e->done.count && i < ESCAPE_LOOKED_UP; i++)
    if (e->done.items[i] == base)
      return true;
  const uint32_t key[2] = {SEEN_OBJECT, base};
  return e->done.count > ESCAPE_LOOKED_UP && dxl_map_get(e->seen, key, sizeof key) != NULL;
}

static void escape_object(escape *e, dxl_term base, int64_t from, int64_t to) {
  if (is_done(e, base))
    return;
  if (from == INT64_MIN) {
    if (e->done.count >= ESCAPE_LOOKED_UP)
      was_seen(e, SEEN_OBJECT, base);
    dxl_array_push(&e->done, base);
  } else if (++e->parts > DXL_LIMIT_ESCAPE) {
    return;
  }
  DXL_ARRAY(dxl_term) values = {0};
  const dxl_object *object = dxl_state_object(e->state, base);
  for (uint32_t i = 0; object && i < object->cells.count; i++)
    if (object->cells.items[i].bit >= from && object->cells.items[i].bit < to)
      dxl_array_push(&values, object->cells.items[i].value);
  // What it led to when the analysis came was never written to it.
  if (is_large(e)) {
    if (!e->is_behind_known)
      find_behind(e);
    for (uint32_t i = first_behind(e, base); i < e->behind.count && e->behind.items[i].whole == base; i++)
      if (e->behind.items[i].bit >= from && e->behind.items[i].bit < to)
        dxl_array_push(&values, e->state->objects.items[e->behind.items[i].object]->base);
  } else {
    for (uint32_t i = 0; i < e->state->objects.count; i++)
      if (is_behind(&e->engine->terms, e->state->objects.items[i]->base, base, from, to))
        dxl_array_push(&values, e->state->objects.items[i]->base);
  }
  bool is_written = e->is_written, is_stored = e->is_stored;
  e->is_written = false; // what is further away is rarely written to
  e->is_stored = true;
  for (uint32_t i = 0; i < values.count; i++)
    if (dxl_term_get(&e->engine->terms, values.items[i])->kind >= DXL_TERM_SYMBOL)
      escape_value(e, values.items[i], 0);
  e->is_written = is_written;
  e->is_stored = is_stored;
  dxl_array_free(&values);
}

void dxl_escape(dxl_engine *engine, dxl_state *state, dxl_term value, uint64_t bytes, bool is_written) {
  escape e = {.engine = engine, .state = state, .is_written = is_written};
  escape_value(&e, value, (int64_t)bytes);
  end_escape(&e);
}

void dxl_escape_all(dxl_engine *engine, dxl_state *state, const dxl_term *bases, uint32_t count) {
  escape e = {.engine = engine, .state = state};
  for (uint32_t i = 0; i < count; i++) {
    e.parts = 0;
    escape_value(&e, bases[i], 0);
  }
  end_escape(&e);
}

/// What an argument points to as the source has it: a variable, a member, what a pointer is declared to lead to. NULL = unknown.
static const dxl_ir_type *pointed_type(const dxl_engine *engine, const dxl_frame *frame, dxl_ir_operand operand) {
  if (operand.kind == DXL_IR_LOCAL)
    return dxl_frame_function(engine, frame)->locals.items[operand.index].type;
  const dxl_ir_instruction *definition = dxl_definition(frame->graph, operand);
  const dxl_ir_type *type = definition ? definition->type : NULL;
  return type && type->kind == DXL_IR_TYPE_POINTER ? type->element : NULL;
}

/// Bytes that an argument points to as far as the source says; 0 = not known.
static uint64_t pointed_bytes(const dxl_engine *engine, const dxl_frame *frame, const dxl_ir_instruction *instruction,
                              uint32_t argument) {
  dxl_ir_operand operand = instruction->call->arguments.items[argument];
  const dxl_ir_type *type = pointed_type(engine, frame, operand);
  if (type && type->kind == DXL_IR_TYPE_ARRAY) // by the address of its first element
    return type->size;
  const dxl_ir_record *record = dxl_argument_record(engine, frame->graph, instruction, argument);
  if (record)
    return record->size;
  const dxl_ir_instruction *definition = dxl_definition(frame->graph, operand);
  if (definition && definition->opcode == DXL_IR_FIELD && definition->type &&
      definition->type->kind == DXL_IR_TYPE_POINTER && definition->type->element)
    return definition->type->element->size;
  return 0;
}

/// A status that somebody gets to see is not ignored.
static void note_passed(dxl_engine *engine, dxl_state *state, dxl_term value) {
  for (uint32_t i = 0; i < state->holdings.count; i++)
    if (state->holdings.items[i].status && dxl_term_contains(&engine->terms, value, state->holdings.items[i].status))
      state->holdings.items[i].is_status_read = true;
}

/// What somebody unknown answers who gets a status may say whether it is a success.
static void note_judgement(dxl_engine *engine, dxl_state *state, dxl_term value, dxl_term result) {
  for (uint32_t i = 0; i < state->holdings.count; i++)
    if (state->holdings.items[i].status && dxl_term_contains(&engine->terms, value, state->holdings.items[i].status))
      state->holdings.items[i].judgement = result;
}

/// A record with a pointer to its own kind, made to be a member of others (LIST_ENTRY).
static bool is_link(const dxl_ir_record *record) {
  for (uint32_t i = 0; record && i < record->fields.count; i++) {
    const dxl_ir_type *type = record->fields.items[i].type;
    if (type && type->kind == DXL_IR_TYPE_POINTER && type->element && type->element->kind == DXL_IR_TYPE_RECORD &&
        type->element->record == record)
      return true;
  }
  return false;
}

/// Who gets the address of a pointer is there to set it. What is given back already, or may be, it need not lead to any more.
static void forget_pointer(dxl_engine *engine, dxl_state *state, dxl_address address) {
  const dxl_object *object = address.index ? NULL : dxl_state_object(state, address.base);
  uint32_t at = 0;
  while (object && at < object->cells.count &&
         (object->cells.items[at].bit != address.offset * 8 || object->cells.items[at].index))
    at++;
  if (!object || at == object->cells.count)
    return;
  const dxl_term value = dxl_resolve(&engine->terms, state, object->cells.items[at].value);
  bool is_held = false;
  for (uint32_t i = 0; i < state->holdings.count; i++) {
    const dxl_holding *holding = &state->holdings.items[i];
    if (!dxl_term_holds(&engine->terms, value, holding->value))
      continue;
    if (holding->state != DXL_HOLDING_RELEASED && !holding->is_escaped)
      return;
    is_held = true;
  }
  if (!is_held)
    return;
  dxl_object *changed = dxl_state_object_writable(state, address.base);
  dxl_cell *cell = &changed->cells.items[at];
  memmove(cell, cell + 1, (--changed->cells.count - at) * sizeof *cell);
}

void dxl_pass_to_unknown(dxl_engine *engine, dxl_frame *frame, const dxl_ir_instruction *instruction, dxl_state *state,
                         dxl_term value, uint32_t argument) {
  dxl_entries_note_unknown(engine, state, value);
  note_passed(engine, state, value);
  if (is_link(dxl_argument_record(engine, frame->graph, instruction, argument))) {
    // A list takes an object by the address of its link.
    dxl_address address = dxl_resolve_address(&engine->terms, state, value);
    const dxl_symbol *symbol = dxl_term_symbol(&engine->terms, address.base);
    if (symbol && symbol->is_fresh)
      dxl_escape(engine, state, address.base, 0, false);
  }
  dxl_escape(engine, state, value, pointed_bytes(engine, frame, instruction, argument), true);
  const dxl_ir_type *type = pointed_type(engine, frame, instruction->call->arguments.items[argument]);
  if (type && type->kind == DXL_IR_TYPE_POINTER)
    forget_pointer(engine, state, dxl_resolve_address(&engine->terms, state, value));
}

/// Somebody unknown gets an argument of which it is known that he neither keeps nor releases it.
static void pass_without_loss(dxl_engine *engine, dxl_frame *frame, const dxl_ir_instruction *instruction, dxl_state *state,
                              dxl_term value, uint32_t argument) {
  const dxl_term given = dxl_resolve(&engine->terms, state, value);
  DXL_ARRAY(uint32_t) whole = {0};
  for (uint32_t i = 0; i < state->holdings.count; i++)
    if (dxl_term_holds(&engine->terms, given, state->holdings.items[i].value) && !state->holdings.items[i].is_escaped)
      dxl_array_push(&whole, i);
  const uint32_t taken = state->taken;
  dxl_pass_to_unknown(engine, frame, instruction, state, value, argument);
  for (uint32_t i = 0; i < whole.count; i++)
    state->holdings.items[whole.items[i]].is_escaped = false;
  state->taken = taken;
  dxl_array_free(&whole);
}

/// A function of the driver that is not entered may go from a member, such as the base of an object, to the whole block.
static void pass_blocks(dxl_engine *engine, dxl_state *state, const dxl_term *arguments, uint32_t count, uint32_t taken) {
  for (uint32_t i = 0; i < count; i++) {
    if (i < DXL_FOLLOWED && !(taken >> i & 1))
      continue;
    const dxl_address address = dxl_resolve_address(&engine->terms, state, arguments[i]);
    const dxl_symbol *symbol = dxl_term_symbol(&engine->terms, address.base);
    if (symbol && symbol->is_fresh)
      dxl_escape(engine, state, address.base, 0, true);
  }
}

/// `taken`: bit per argument that may be kept or released; `is_failure`: 1 and 0 where the result says so, -1 = it may be any.
static void call_unknown(dxl_engine *engine, dxl_frame *frame, const dxl_ir_instruction *instruction,
                         const dxl_ir_function *callee, const dxl_term *arguments, dxl_running running, uint32_t site,
                         uint32_t taken, int is_failure, dxl_runnings *out) {
  const dxl_ir_call *call = instruction->call;
  if (!callee || (!callee->blocks.count && !dxl_sal_is_system(callee)))
    dxl_raise(engine, frame, running.state);
  if (call->is_noreturn || (callee && callee->is_noreturn)) {
    dxl_running_free(&running);
    return;
  }
  const bool is_declared = callee && callee->body == DXL_IR_DECLARED;
  for (uint32_t i = 0; is_declared && i < callee->parameter_count && i < call->arguments.count; i++) {
    const dxl_ir_type *type = callee->locals.items[i].type;
    if (type && type->kind == DXL_IR_TYPE_POINTER && type->element && type->element->kind != DXL_IR_TYPE_VOID)
      (void)dxl_check_handed_on(engine, frame, running.state, arguments[i], instruction->location, callee->display);
  }
  if (callee && callee->body == DXL_IR_LOWERED && dxl_is_entered(engine, callee->index))
    pass_blocks(engine, running.state, arguments, call->arguments.count, taken);
  for (uint32_t i = 0; i < call->arguments.count; i++)
    if (i < DXL_FOLLOWED && !(taken >> i & 1))
      pass_without_loss(engine, frame, instruction, running.state, arguments[i], i);
    else
      dxl_pass_to_unknown(engine, frame, instruction, running.state, arguments[i], i);
  dxl_term result = dxl_unknown_result(engine, instruction->type, site, 0);
  if (instruction->type && instruction->type->kind == DXL_IR_TYPE_INTEGER)
    for (uint32_t i = 0; i < call->arguments.count; i++)
      note_judgement(engine, running.state, arguments[i], result);
  if (callee)
    result = dxl_sal_call(engine, frame, running.state, callee, arguments, call->arguments.count, result,
                          instruction->location);
  dxl_term failure = is_failure >= 0 ? dxl_outcome_condition(engine, instruction->type, result) : 0;
  if (failure && !(dxl_assume(&engine->terms, running.state, failure, is_failure) && dxl_conclude(&engine->terms, running.state))) {
    dxl_running_free(&running);
    return;
  }
  dxl_set_result(engine, frame, &running, instruction, result);
  dxl_array_push(out, running);
}

/// A function that is not entered, because it would cost too much: what it did when it was explored by itself says what
/// becomes of the arguments.
static void call_closed(dxl_engine *engine, dxl_frame *frame, const dxl_ir_instruction *instruction, uint32_t function,
                        const dxl_term *arguments, dxl_running running, uint32_t site, dxl_runnings *out) {
  const dxl_ir_function *callee = engine->module->functions.items[function];
  const dxl_outcome *outcome = &engine->functions[function].outcome;
  dxl_forget_reachable(engine, running.state);
  if (!outcome->is_known) {
    call_unknown(engine, frame, instruction, callee, arguments, running, site, UINT32_MAX, -1, out);
    return;
  }
  // What becomes of unnamed arguments is not known.
  const uint32_t unnamed =
      callee->is_variadic && callee->parameter_count < DXL_FOLLOWED ? UINT32_MAX << callee->parameter_count : 0;
  if (outcome->taken[0] == outcome->taken[1] || !outcome->happens[0] || !outcome->happens[1]) {
    call_unknown(engine, frame, instruction, callee, arguments, running, site,
                 outcome->taken[0] | outcome->taken[1] | unnamed, -1, out);
    return;
  }
  dxl_running failed = dxl_running_copy(engine, frame, &running);
  call_unknown(engine, frame, instruction, callee, arguments, failed, site, outcome->taken[0] | unnamed, 1, out);
  call_unknown(engine, frame, instruction, callee, arguments, running, site, outcome->taken[1] | unnamed, 0, out);
}

// ---- Bodies ------------------------------------------------------------------------------------------------------------

/// Where a function starts at an unknown level, what its callee found out about it for itself (a branch that some other
/// caller needs) says nothing of the function: unless the callee tells it by a constant result or by a lock that it keeps.
static void unlearn_level(dxl_engine *engine, uint32_t callee, uint32_t site, dxl_exit *way, dxl_term before, dxl_range range) {
  dxl_terms *terms = &engine->terms;
  dxl_state *state = way->state;
  const dxl_symbol *symbol = dxl_term_symbol(terms, before);
  if (state->level != before || !symbol || symbol->kind != DXL_SYMBOL_IRQL || symbol->is_attained ||
      dxl_range_of(terms, state, before).low <= range.low || (way->value && dxl_term_is_integer(terms, way->value)))
    return;
  for (uint32_t i = 0; i < state->holdings.count; i++)
    if (state->holdings.items[i].state == DXL_HOLDING_LIVE &&
        engine->rules->resources.items[state->holdings.items[i].resource].kind == DXL_RESOURCE_LOCK)
      return;
  const uint32_t key[3] = {before, callee, site};
  dxl_term level = dxl_term_symbol_keyed(terms, DXL_SYMBOL_IRQL, key, sizeof key, NULL);
  dxl_symbol *unknown = dxl_term_symbol(terms, level);
  unknown->low = range.low;
  unknown->high = range.high;
  state->level = level;
}

/// Puts the arguments behind the last parameter where the function takes them from. Who takes more than there are gets
/// something unknown.
static void pass_unnamed(dxl_engine *engine, const dxl_frame *frame, dxl_state *state, const dxl_term *arguments, uint32_t count) {
  const dxl_ir_function *callee = dxl_frame_function(engine, frame);
  uint32_t local = callee->parameter_count;
  while (local < callee->locals.count && strcmp(callee->locals.items[local].name, DXL_IR_UNNAMED_ARGUMENTS) != 0)
    local++;
  if (local == callee->locals.count)
    return;
  dxl_address to = {dxl_local_term(engine, frame, local), 0, 0};
  dxl_memory_scramble(&engine->terms, state, to, 0);
  for (uint32_t i = callee->parameter_count; i < count; i++, to.offset += DXL_IR_ARGUMENT_SIZE)
    dxl_memory_write(&engine->terms, state, to, 0, DXL_IR_ARGUMENT_SIZE * 8, arguments[i]);
}

void dxl_enter(dxl_engine *engine, dxl_frame *frame, uint32_t function, const dxl_term *arguments, uint32_t count,
               dxl_state *state, dxl_ir_location location, uint32_t site, dxl_exits *exits) {
  const dxl_ir_function *callee = engine->module->functions.items[function];
  dxl_terms *terms = &engine->terms;
  dxl_frame inner;
  memset(&inner, 0, sizeof inner);
  inner.parent = frame;
  inner.function = function;
  inner.graph = engine->functions[function].graph;
  inner.site = site;
  inner.depth = frame ? frame->depth + 1 : 0;
  if (frame) {
    uint32_t handler = dxl_frame_function(engine, frame)->blocks.items[frame->point->block].handler;
    inner.is_guarded = frame->is_guarded || handler != DXL_IR_NO_BLOCK;
    dxl_trace(engine, frame, state, DXL_STEP_ENTER, location, dxl_text(engine, "entering '%s'", callee->display));
  }
  uint8_t undecided[DXL_LOOP_DEPTH];
  uint16_t before[DXL_LOOP_DEPTH], decided = state->decided;
  uint32_t births[DXL_LOOP_DEPTH];
  memcpy(undecided, state->undecided, sizeof undecided);
  memcpy(before, state->holdings_before, sizeof before);
  const dxl_term level = state->level;
  const dxl_range level_range = dxl_range_of(terms, state, level);
  memcpy(births, state->births_before, sizeof births);
  if (frame)
    dxl_mark_adrift(engine, frame, state, arguments, count);
  for (uint32_t i = 0; i < callee->parameter_count; i++) {
    const dxl_ir_type *type = callee->locals.items[i].type;
    dxl_address to = {dxl_local_term(engine, &inner, i), 0, 0};
    dxl_term value = i < count ? arguments[i] : dxl_term_undefined(terms);
    if (type->kind == DXL_IR_TYPE_RECORD && i < count)
      dxl_memory_copy(terms, state, to, dxl_resolve_address(terms, state, value), type->size);
    else
      dxl_memory_write(terms, state, to, 0, dxl_scalar_of(type).width, value);
  }
  if (callee->is_variadic)
    pass_unnamed(engine, &inner, state, arguments, count);
  if (!frame || !dxl_is_pageable(dxl_frame_function(engine, frame)))
    dxl_check_pageable(engine, &inner, state, 0, frame ? location : callee->location);
  dxl_explore(engine, &inner, state);
  for (uint32_t i = 0; i < inner.exits.count; i++) {
    dxl_exit way = inner.exits.items[i];
    memcpy(way.state->undecided, undecided, sizeof undecided);
    memcpy(way.state->holdings_before, before, sizeof before);
    memcpy(way.state->births_before, births, sizeof births);
    way.state->decided = decided;
    if (frame)
      unlearn_level(engine, function, site, &way, level, level_range);
    if (frame)
      dxl_trace(engine, frame, way.state, DXL_STEP_RETURN, location,
                dxl_text(engine, "returning from '%s'", callee->display));
    dxl_array_push(exits, way);
  }
  for (uint32_t i = 0; i < inner.raised.count; i++) {
    dxl_state *raised = inner.raised.items[i];
    memcpy(raised->undecided, undecided, sizeof undecided);
    memcpy(raised->holdings_before, before, sizeof before);
    memcpy(raised->births_before, births, sizeof births);
    raised->decided = decided;
    if (frame)
      dxl_raise(engine, frame, raised);
    dxl_state_free(raised);
  }
  dxl_frame_free(engine, &inner);
}

static bool can_enter(dxl_engine *engine, const dxl_frame *frame, uint32_t function) {
  const dxl_ir_function *callee = engine->module->functions.items[function];
  if (callee->body != DXL_IR_LOWERED || !dxl_is_entered(engine, function))
    return false;
  if (!dxl_is_open(engine, frame, function)) {
    dxl_limit_hit(engine, &engine->summary->step_limit_hits, "cost");
    engine->misses_near |= frame->depth == 0 && engine->functions[function].is_acting;
    return false;
  }
  if (frame->depth >= DXL_LIMIT_DEPTH) {
    dxl_limit_hit(engine, &engine->summary->depth_limit_hits, "depth");
    return false;
  }
  if (engine->functions[function].active >= DXL_LIMIT_RECURSION) {
    dxl_limit_hit(engine, &engine->summary->depth_limit_hits, "recursion");
    return false;
  }
  return true;
}

static void call_function(dxl_engine *engine, dxl_frame *frame, const dxl_ir_instruction *instruction,
                          uint32_t function, const dxl_term *arguments, dxl_running running, uint32_t site,
                          dxl_runnings *out) {
  const dxl_ir_function *callee = engine->module->functions.items[function];
  const dxl_rule_call *rule = engine->functions[function].rule;
  uint32_t count = instruction->call->arguments.count;
  if (rule) {
    dxl_apply_rule(engine, frame, instruction, rule, arguments, count, running, site, out);
    return;
  }
  if (!can_enter(engine, frame, function)) {
    if (dxl_is_open(engine, frame, function))
      call_unknown(engine, frame, instruction, callee, arguments, running, site, UINT32_MAX, -1, out);
    else
      call_closed(engine, frame, instruction, function, arguments, running, site, out);
    return;
  }
  dxl_exits exits = {0};
  dxl_running here = running;
  frame->running = &here;
  dxl_enter(engine, frame, function, arguments, count, running.state, instruction->location, site, &exits);
  frame->running = NULL;
  uint32_t slots = frame->graph->slots[frame->point->block];
  for (uint32_t i = 0; i < exits.count; i++) {
    dxl_running next = {exits.items[i].state, dxl_allocate((slots + 1) * sizeof(dxl_term))};
    memcpy(next.registers, here.registers, (slots + 1) * sizeof(dxl_term));
    dxl_set_result(engine, frame, &next, instruction, exits.items[i].value);
    dxl_array_push(out, next);
  }
  dxl_release(here.registers);
  dxl_array_free(&exits);
}

/// The functions in a constant table of which an element is called whose number is not known, each with the condition that
/// it is that element. False when it is no such table, or too large a part of one.
static bool find_elements(dxl_engine *engine, const dxl_state *state, const dxl_symbol *symbol, function_list *targets,
                          dxl_terms_list *conditions) {
  dxl_terms *terms = &engine->terms;
  const dxl_region *region = symbol->kind == DXL_SYMBOL_INITIAL ? dxl_term_region(terms, symbol->base) : NULL;
  if (!region || region->kind != DXL_REGION_GLOBAL || !symbol->index || !region->type)
    return false;
  const dxl_term_node element = *dxl_term_get(terms, symbol->index);
  if (element.kind != DXL_TERM_ELEMENT || !dxl_term_is_integer(terms, element.a) || element.value <= 0)
    return false;
  const dxl_scalar scalar = DXL_POINTER_SCALAR;
  const int64_t bits = element.value * 8, size = (int64_t)region->type->size * 8;
  const dxl_region table = *region;
  const int64_t bit = symbol->bit; // below zero where a constant was taken off the number
  const int64_t first = bit < 0 ? (bits - 1 - bit) / bits : -(bit / bits), last = (size - 1 - bit) / bits;
  dxl_range range = dxl_range_of(terms, state, element.b);
  int64_t low = range.low > first ? range.low : first, high = range.high < last ? range.high : last;
  if (bit >= size || high - low >= ELEMENT_LIMIT)
    return false;
  for (int64_t i = low; i <= high; i++) {
    dxl_term value = engine->terms.read_global(engine->terms.user, &table, bit + i * bits, &scalar);
    const dxl_term_node *node = value ? dxl_term_get(terms, value) : NULL;
    if (!node) {
      targets->count = conditions->count = 0;
      return false; // it changes
    }
    if (node->kind != DXL_TERM_FUNCTION)
      continue;
    dxl_array_push(targets, node->a);
    dxl_array_push(conditions, dxl_term_truth(terms, dxl_term_equal(terms, element.b, dxl_term_integer(terms, i))));
  }
  return targets->count > 0;
}

/// The constant tables of functions of one kind in one of which the pointer stands that is called, each with the condition
/// that it is that table: what is called through it later comes from the same one. Empty where others may be meant as well.
static void find_tables(dxl_engine *engine, const dxl_symbol *symbol, const struct dxl_targets *assigned,
                        function_list *targets, dxl_terms_list *conditions) {
  dxl_terms *terms = &engine->terms;
  const dxl_symbol *pointer = symbol->kind == DXL_SYMBOL_INITIAL ? dxl_term_symbol(terms, symbol->base) : NULL;
  if (!pointer || pointer->is_fresh || symbol->index || !symbol->record)
    return;
  const dxl_term base = symbol->base;
  const int64_t bit = symbol->bit;
  const char *record = symbol->record;
  const dxl_scalar scalar = DXL_POINTER_SCALAR;
  for (uint32_t i = 0; i < engine->module->globals.count; i++) {
    const dxl_ir_global *global = engine->module->globals.items[i];
    if (!global->type || global->type->kind != DXL_IR_TYPE_RECORD || strcmp(global->type->record->name, record) != 0)
      continue;
    const dxl_term table = dxl_term_region_of(terms, DXL_REGION_GLOBAL, 0, i, global->type, global->display);
    const dxl_region region = *dxl_term_region(terms, table);
    const dxl_term value = engine->terms.read_global(engine->terms.user, &region, bit, &scalar);
    const dxl_term_node *node = value ? dxl_term_get(terms, value) : NULL;
    if (!node || node->kind != DXL_TERM_FUNCTION || targets->count == DXL_LIMIT_TARGETS) {
      targets->count = conditions->count = 0;
      return;
    }
    dxl_array_push(targets, node->a);
    dxl_array_push(conditions, dxl_term_truth(terms, dxl_term_equal(terms, base, table)));
  }
  for (uint32_t i = 0; i < assigned->functions.count; i++) {
    bool is_in_table = false;
    for (uint32_t k = 0; k < targets->count && !is_in_table; k++)
      is_in_table = targets->items[k] == assigned->functions.items[i];
    if (!is_in_table) {
      targets->count = conditions->count = 0;
      return;
    }
  }
}

/// A value that goes to a call that ends a resource.
static bool is_for_release(const dxl_engine *engine, const dxl_frame *frame, const dxl_ir_instruction *instruction) {
  const dxl_rule_call *rule = dxl_static_rule(engine, frame->graph, instruction);
  return rule && rule->releases.count;
}

enum { CHOICE_WITHIN = 5 };

/// A condition on which a number or an index depends that is computed from a choice, and that is not known; 0 = none.
static dxl_term choice_within(dxl_terms *terms, const dxl_state *state, dxl_term value, unsigned depth) {
  const dxl_term term = dxl_resolve(terms, state, value);
  const dxl_term_node node = *dxl_term_get(terms, term);
  if (node.kind < DXL_TERM_ADD || depth == CHOICE_WITHIN)
    return 0;
  const dxl_term condition = node.is_boolean ? term : node.kind == DXL_TERM_CHOICE ? node.c : 0;
  const int truth = condition ? dxl_evaluate(terms, state, condition) : -1;
  if (condition && (node.is_boolean || truth < 0))
    return truth < 0 ? condition : 0;
  if (condition)
    return choice_within(terms, state, truth ? node.a : node.b, depth + 1);
  const dxl_term first = choice_within(terms, state, node.a, depth + 1);
  return first || (node.kind != DXL_TERM_ELEMENT && node.kind != DXL_TERM_BINARY)
             ? first
             : choice_within(terms, state, node.b, depth + 1);
}

static bool is_move(const dxl_terms *terms, const dxl_engine *engine, dxl_term callee) {
  const dxl_term_node node = *dxl_term_get(terms, callee);
  const dxl_rule_call *rule = node.kind == DXL_TERM_FUNCTION ? engine->functions[node.a].rule : NULL;
  for (uint32_t i = 0; rule && i < rule->memory.count; i++)
    if (rule->memory.items[i].kind == DXL_MEMORY_COPY)
      return true;
  return false;
}

/// What is moved within memory that holds resources (`RtlMoveMemory(&array[n], &array[n + 1], ...)`), from where and how far is
/// settled before: a move whose place or size is not known leaves nothing known. The condition that settles it; 0 = none.
static dxl_term choice_of_move(dxl_engine *engine, dxl_frame *frame, const dxl_ir_instruction *instruction,
                               dxl_running *running) {
  dxl_terms *terms = &engine->terms;
  const dxl_ir_call *call = instruction->call;
  dxl_term condition = 0;
  bool holds = false;
  for (uint32_t i = 0; i < call->arguments.count; i++) {
    const dxl_term value = dxl_operand(engine, frame, running, call->arguments.items[i]);
    const dxl_object *object = dxl_state_object(running->state, dxl_resolve_address(terms, running->state, value).base);
    for (uint32_t k = 0; object && k < object->cells.count && !holds; k++)
      holds = dxl_term_get(terms, object->cells.items[k].value)->has_resource;
    if (!condition)
      condition = choice_within(terms, running->state, value, 0);
  }
  return holds ? condition : 0;
}

void dxl_execute_call(dxl_engine *engine, dxl_frame *frame, const dxl_ir_instruction *instruction, dxl_running running,
                      dxl_runnings *out) {
  const dxl_ir_call *call = instruction->call;
  dxl_terms *terms = &engine->terms;
  uint32_t count = call->arguments.count;
  // A value that is one of two is settled before a rule looks at it.
  dxl_term callee = dxl_operand(engine, frame, &running, call->callee);
  for (uint32_t i = 0; i <= count; i++) {
    dxl_term value = i == count ? callee : dxl_operand(engine, frame, &running, call->arguments.items[i]);
    dxl_term_node node = *dxl_term_get(terms, dxl_resolve(terms, running.state, value));
    if (node.kind != DXL_TERM_CHOICE || node.is_boolean ||
        (i < count && !node.has_resource && !node.has_undefined && !is_for_release(engine, frame, instruction)))
      continue;
    if (dxl_execute_both(engine, frame, instruction, running, node.c, out))
      return;
  }
  const bool is_moved = is_move(terms, engine, dxl_resolve(terms, running.state, callee));
  const dxl_term choice = is_moved ? choice_of_move(engine, frame, instruction, &running) : 0;
  if (choice && dxl_execute_both(engine, frame, instruction, running, choice, out))
    return;
  dxl_term small[16], *arguments = count <= 16 ? small : dxl_allocate(count * sizeof(dxl_term));
  for (uint32_t i = 0; i < count; i++)
    arguments[i] = dxl_operand(engine, frame, &running, call->arguments.items[i]);
  for (uint32_t i = 0; is_moved && i < count; i++)
    arguments[i] = dxl_settled(terms, running.state, arguments[i]);
  uint32_t site = dxl_site(engine, frame, frame->instruction);
  function_list targets = {0};
  dxl_terms_list conditions = {0};
  dxl_methods methods = {0};
  const dxl_rule_call *rule = NULL;
  callee = dxl_resolve(terms, running.state, callee);
  dxl_term_node node = *dxl_term_get(terms, callee);
  dxl_range object = {1, 1};
  if (call->virtual_method && count)
    object = dxl_range_of(terms, running.state, arguments[0]);
  if (object.low == 0 && object.high == 0) { // no method of no object
    dxl_running_free(&running);
    if (arguments != small)
      dxl_release(arguments);
    return;
  }
  if (call->virtual_method && count) {
    dxl_find_virtual(engine, running.state, call, arguments[0], &methods);
    for (uint32_t i = 0; i < methods.count; i++) {
      dxl_array_push(&targets, methods.items[i].function);
      if (methods.has_conditions)
        dxl_array_push(&conditions, methods.items[i].condition);
    }
  } else if (node.kind == DXL_TERM_FUNCTION) {
    dxl_array_push(&targets, node.a);
  } else {
    const dxl_symbol *symbol = dxl_term_symbol(terms, callee);
    if (symbol)
      rule = dxl_rules_find_member(engine->rules, symbol->record, symbol->member);
    if (!rule)
      rule = dxl_static_rule(engine, frame->graph, instruction);
    if (!rule && symbol && find_elements(engine, running.state, symbol, &targets, &conditions)) {
      // Each where its condition holds.
    } else if (!rule) {
      const struct dxl_targets *assigned = symbol ? dxl_field_targets(engine, symbol->record, symbol->member) : NULL;
      const dxl_ir_record *record;
      const char *member;
      if (!assigned && dxl_loaded_field(frame->graph, call->callee, &record, &member))
        assigned = dxl_field_targets(engine, record->name, member);
      if (assigned && symbol && assigned->functions.count > 1)
        find_tables(engine, symbol, assigned, &targets, &conditions);
      for (uint32_t i = 0; assigned && !conditions.count && i < assigned->functions.count; i++)
        dxl_array_push(&targets, assigned->functions.items[i]);
      const dxl_flow_place *from = assigned ? NULL : dxl_flow_source(engine->flow, frame->graph, call->callee);
      for (uint32_t i = 0; from && !from->is_crowded && i < from->items.count; i++)
        if (from->items.items[i].kind == DXL_FLOW_FUNCTION)
          dxl_array_push(&targets, from->items.items[i].number);
      // A pointer that is read twice is the same function both times.
      bool is_choice = symbol && !conditions.count && targets.count > 1 && targets.count <= DXL_LIMIT_TARGETS;
      for (uint32_t i = 0; is_choice && i < targets.count; i++)
        dxl_array_push(&conditions,
                       dxl_term_truth(terms, dxl_term_equal(terms, callee, dxl_term_function(terms, targets.items[i]))));
    }
  }
  if (rule) {
    dxl_apply_rule(engine, frame, instruction, rule, arguments, count, running, site, out);
  } else if (conditions.count) {
    for (uint32_t i = 0; i < targets.count; i++) {
      dxl_running one = dxl_running_copy(engine, frame, &running);
      dxl_term condition = conditions.items[i];
      if (i < methods.count)
        arguments[0] = methods.items[i].object;
      if (!condition || (dxl_assume(terms, one.state, condition, true) && dxl_conclude(terms, one.state)))
        call_function(engine, frame, instruction, targets.items[i], arguments, one, site, out);
      else
        dxl_running_free(&one);
    }
    dxl_running_free(&running);
  } else if (targets.count == 0 || targets.count > DXL_LIMIT_TARGETS) {
    call_unknown(engine, frame, instruction, NULL, arguments, running, site, UINT32_MAX, -1, out);
  } else {
    for (uint32_t i = 0; i < targets.count; i++) {
      bool is_last = i + 1 == targets.count;
      dxl_running one = is_last ? running : dxl_running_copy(engine, frame, &running);
      if (i < methods.count)
        arguments[0] = methods.items[i].object;
      call_function(engine, frame, instruction, targets.items[i], arguments, one, site, out);
    }
  }
  dxl_array_free(&targets);
  dxl_array_free(&methods);
  dxl_array_free(&conditions);
  if (arguments != small)
    dxl_release(arguments);
}
