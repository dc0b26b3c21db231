// Where exploration starts: entry points and routines that the system calls, each at its level, and functions that
// nothing in the driver calls. Nothing is known of their arguments, but for those that the driver model gives to an entry point.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/internal.h"
#include "engine/sal.h"

static dxl_term level_symbol(dxl_engine *engine, uint32_t function, int32_t low, int32_t high, bool is_attained) {
  if (is_attained && low == high)
    return dxl_term_integer(&engine->terms, low);
  const uint32_t key[4] = {function, (uint32_t)low, (uint32_t)high, is_attained};
  bool is_new;
  dxl_term term = dxl_term_symbol_keyed(&engine->terms, DXL_SYMBOL_IRQL, key, sizeof key, &is_new);
  dxl_symbol *symbol = dxl_term_symbol(&engine->terms, term);
  symbol->low = low;
  symbol->high = high;
  symbol->is_attained = is_attained;
  return term;
}

bool dxl_is_attained(const dxl_engine *engine, dxl_term level) {
  const dxl_symbol *symbol = dxl_term_symbol(&engine->terms, level);
  if (symbol)
    return symbol->is_attained;
  const dxl_term_node *node = dxl_term_get(&engine->terms, level);
  if (node->kind == DXL_TERM_CHOICE)
    return dxl_is_attained(engine, node->a) && dxl_is_attained(engine, node->b);
  if (node->kind == DXL_TERM_CAST || node->kind == DXL_TERM_EXTRACT)
    return dxl_is_attained(engine, node->a);
  return node->kind == DXL_TERM_INTEGER;
}

/// The level at which a function starts, and who says so.
dxl_term dxl_root_level(dxl_engine *engine, uint32_t function, const char **who) {
  const dxl_function_facts *facts = &engine->functions[function];
  const dxl_ir_function *body = engine->module->functions.items[function];
  int32_t low, high;
  bool is_exact;
  *who = NULL;
  if (facts->entry && facts->entry->irql_max != DXL_IRQL_UNKNOWN) {
    *who = facts->entry->name;
    low = facts->entry->irql_min == DXL_IRQL_UNKNOWN ? DXL_IRQL_PASSIVE : facts->entry->irql_min;
    return level_symbol(engine, function, low < facts->entry->irql_max ? low : facts->entry->irql_max,
                        facts->entry->irql_max, true);
  }
  if (facts->routine_level != DXL_IRQL_UNKNOWN) {
    *who = facts->routine_title;
    return level_symbol(engine, function, facts->routine_level, facts->routine_level, true);
  }
  if (dxl_sal_range(body, &low, &high, &is_exact)) {
    // Who may call it at DISPATCH_LEVEL is told so; where a caller is known, it says what happens.
    const bool is_offered = high == DXL_IRQL_DISPATCH && !facts->is_called && !facts->is_address_taken;
    *who = is_exact || is_offered || low > DXL_IRQL_PASSIVE ? "its annotation" : NULL;
    return level_symbol(engine, function, low, high, is_exact || is_offered);
  }
  return level_symbol(engine, function, DXL_IRQL_PASSIVE, dxl_is_pageable(body) ? DXL_IRQL_APC : DXL_IRQL_HIGH, false);
}

dxl_state *dxl_root_state(dxl_engine *engine, uint32_t function) {
  dxl_state *state = dxl_state_new();
  const char *who;
  state->level = dxl_root_level(engine, function, &who);
  dxl_range level = dxl_range_of(&engine->terms, state, state->level);
  const dxl_ir_function *body = engine->module->functions.items[function];
  if (who && level.high > DXL_IRQL_PASSIVE) {
    dxl_frame frame = {.function = function};
    bool is_entry = engine->functions[function].entry != NULL;
    state->raised = dxl_trace(
        engine, &frame, state, is_entry ? DXL_STEP_ENTRY : DXL_STEP_EVENT, body->location,
        is_entry ? dxl_text(engine, "the system calls '%s' (%s) at %s", body->display, who, dxl_irql_name(level.high))
                 : dxl_text(engine, "'%s' runs at %s (%s)", body->display, dxl_irql_name(level.high), who));
  }
  return state;
}

const char *dxl_linked_object(const dxl_rule_entry *entry, uint32_t argument) {
  for (uint32_t i = 0; entry && i < entry->links.count; i++) {
    const dxl_place *place = &entry->links.items[i].place;
    if (!place->is_return && place->steps.count == 0 && place->argument == argument)
      return entry->links.items[i].object;
  }
  return NULL;
}

static dxl_term argument_symbol(dxl_engine *engine, uint32_t function, uint32_t argument, uint32_t round) {
  const dxl_ir_function *body = engine->module->functions.items[function];
  const dxl_rule_entry *entry = engine->functions[function].entry;
  const uint32_t key[3] = {function, argument, round};
  bool is_new;
  dxl_term term = dxl_term_symbol_keyed(&engine->terms, DXL_SYMBOL_PARAMETER, key, sizeof key, &is_new);
  dxl_symbol *symbol = dxl_term_symbol(&engine->terms, term);
  dxl_scalar scalar = dxl_scalar_of(body->locals.items[argument].type);
  if (scalar.is_pointer) {
    symbol->low = 0;
  } else if (scalar.width < 64) {
    symbol->low = scalar.is_signed ? -((int64_t)1 << (scalar.width - 1)) : 0;
    symbol->high = scalar.is_signed ? ((int64_t)1 << (scalar.width - 1)) - 1 : ((int64_t)1 << scalar.width) - 1;
  }
  symbol->name = body->locals.items[argument].name;
  symbol->object = dxl_linked_object(entry, argument);
  symbol->bit = argument;
  if (body->is_method && argument == 0)
    symbol->low = 1;
  return term;
}

dxl_term dxl_root_argument(dxl_engine *engine, uint32_t function, uint32_t argument) {
  return argument_symbol(engine, function, argument, 0);
}

static void call_root(dxl_engine *engine, uint32_t function, uint32_t round, dxl_state *state, dxl_exits *exits) {
  const dxl_ir_function *body = engine->module->functions.items[function];
  dxl_term *arguments = dxl_allocate((body->parameter_count + 1) * sizeof(dxl_term));
  for (uint32_t i = 0; i < body->parameter_count; i++)
    arguments[i] = argument_symbol(engine, function, i, round);
  const uint32_t key[2] = {UINT32_MAX - round, function};
  uint64_t *slot = dxl_map_put(engine->sites, key, sizeof key, NULL);
  if (!*slot)
    *slot = dxl_map_count(engine->sites);
  dxl_enter(engine, NULL, function, arguments, body->parameter_count, state, dxl_ir_no_location(), (uint32_t)*slot,
            exits);
  dxl_release(arguments);
}

/// A function of which only that is known that others call it may be called twice: what the first call left where nobody
/// takes it out again is lost where the second puts something else there. Takes the state.
static void call_root_again(dxl_engine *engine, uint32_t function, dxl_state *state) {
  const dxl_ir_function *body = engine->module->functions.items[function];
  const dxl_function_facts *facts = &engine->functions[function];
  if (facts->entry || facts->is_routine || facts->is_address_taken || strcmp(body->display, "main") == 0 ||
      !dxl_mark_left(engine, state)) {
    dxl_state_free(state);
    return;
  }
  dxl_frame frame = {.function = function};
  dxl_trace(engine, &frame, state, DXL_STEP_EVENT, body->location, dxl_text(engine, "'%s' is called again", body->display));
  dxl_exits exits = {0};
  engine->is_called_again = true;
  call_root(engine, function, 1, state, &exits);
  engine->is_called_again = false;
  for (uint32_t i = 0; i < exits.count; i++)
    dxl_state_free(exits.items[i].state);
  dxl_array_free(&exits);
}

enum { TERMS_KEPT = 1 << 20 };

/// No root knows the terms of another: where they have become many, those of the roots before are given back.
static void give_back_terms(dxl_engine *engine) {
  if (engine->terms.nodes.count <= TERMS_KEPT)
    return;
  const dxl_global_reader read_global = engine->terms.read_global;
  dxl_terms_free(&engine->terms);
  dxl_terms_init(&engine->terms);
  engine->terms.read_global = read_global;
  engine->terms.user = engine;
  engine->visits_counted = 0;
  dxl_map_free(engine->answers);
  engine->answers = dxl_map_new();
  dxl_map_free(engine->sites);
  engine->sites = dxl_map_new();
  if (engine->entries)
    dxl_entries_forget_terms(engine);
}

static void begin_root(dxl_engine *engine, uint32_t function, uint64_t step_limit) {
  dxl_entries_begin_call(engine);
  give_back_terms(engine);
  engine->root = function;
  engine->steps = 0;
  engine->step_limit = step_limit;
  engine->out_of_steps = false;
  engine->path_arena = dxl_arena_new();
}

static void end_root(dxl_engine *engine) {
  dxl_arena_free(engine->path_arena);
  engine->path_arena = NULL;
}

void dxl_run_root(dxl_engine *engine, uint32_t function, uint64_t step_limit) {
  const dxl_ir_function *body = engine->module->functions.items[function];
  begin_root(engine, function, step_limit);
  engine->summary->roots++;
  if (engine->options->progress)
    engine->options->progress(engine->options->user, engine->summary->roots, 0, body->display);
  dxl_exits exits = {0};
  dxl_follow_arguments(engine, function);
  const uint32_t limits = engine->summary->state_limit_hits + engine->summary->depth_limit_hits;
  call_root(engine, function, 0, dxl_root_state(engine, function), &exits);
  dxl_note_outcome(engine, function, &exits,
                   !engine->out_of_steps && limits == engine->summary->state_limit_hits + engine->summary->depth_limit_hits);
  for (uint32_t i = 0; i < exits.count; i++)
    call_root_again(engine, function, exits.items[i].state);
  dxl_array_free(&exits);
  end_root(engine);
}

void dxl_run_root_again(dxl_engine *engine, uint32_t function, uint64_t step_limit) {
  begin_root(engine, function, step_limit);
  dxl_exits exits = {0};
  call_root(engine, function, 0, dxl_root_state(engine, function), &exits);
  for (uint32_t i = 0; i < exits.count; i++) {
    dxl_entries_end_root(engine, exits.items[i].state);
    dxl_state_free(exits.items[i].state);
  }
  dxl_array_free(&exits);
  end_root(engine);
}

uint64_t dxl_explore_entry(dxl_engine *engine, uint32_t function, const dxl_term *arguments, uint32_t site, uint64_t left,
                           dxl_state *state, dxl_exits *exits) {
  static const dxl_thrift attempts[] = {DXL_THRIFT_NONE, DXL_THRIFT_IDLE_LOOPS};
  enum { ATTEMPTS = sizeof attempts / sizeof *attempts };
  const dxl_ir_function *body = engine->module->functions.items[function];
  uint64_t used = 0;
  for (uint32_t i = 0; i < ATTEMPTS; i++) {
    const bool is_last = i + 1 == ATTEMPTS;
    for (uint32_t k = 0; k < exits->count; k++)
      dxl_state_free(exits->items[k].state);
    dxl_array_clear(exits);
    engine->steps = 0;
    engine->step_limit = DXL_LIMIT_STEPS;
    engine->out_of_steps = false;
    engine->thrift = attempts[i];
    dxl_entries_begin_call(engine);
    dxl_enter(engine, NULL, function, arguments, body->parameter_count, is_last ? state : dxl_state_copy(state), body->location, site,
              exits);
    used += engine->steps;
    if (!is_last && (!engine->out_of_steps || used > left)) {
      dxl_state_free(state);
      break;
    }
  }
  engine->thrift = DXL_THRIFT_NONE;
  return used;
}

/// A root that is too much as a whole is explored in parts.
static void run_whole(dxl_engine *engine, uint32_t function, uint32_t *exhausted) {
  if (*exhausted < DXL_LIMIT_ROOTS_EXHAUSTED) {
    dxl_run_root(engine, function, DXL_LIMIT_STEPS);
    if (!engine->out_of_steps)
      return;
    ++*exhausted;
  } else {
    engine->root = function;
    dxl_limit_hit(engine, &engine->summary->step_limit_hits, "root");
  }
  dxl_run_in_parts(engine, function);
}

/// Functions that only each other call are roots too: the first of each group.
void dxl_run_roots(dxl_engine *engine) {
  uint32_t count = engine->module->functions.count, exhausted = 0;
  for (uint32_t i = 0; i < count; i++) {
    const dxl_function_facts *facts = &engine->functions[i];
    bool is_root = facts->entry || facts->is_routine || !facts->is_called;
    if (facts->graph && facts->is_in_cone && is_root && !facts->rule &&
        !(engine->module->functions.items[i]->linkage == DXL_IR_INLINE && !facts->entry && !facts->is_address_taken &&
          !engine->module->functions.items[i]->is_method && facts->is_called))
      run_whole(engine, i, &exhausted);
  }
  for (uint32_t i = 0; i < count; i++) {
    const dxl_function_facts *facts = &engine->functions[i];
    if (facts->graph && facts->is_in_cone && !facts->is_explored && !facts->rule)
      run_whole(engine, i, &exhausted);
  }
}
