// The driver model: the system creates and destroys the driver's objects in the order that the rules state, and calls
// the other entry points in between. The engine follows one life of each kind of object over memory that the driver
// itself made, so that what one entry point stores another one must release.
// Invariant: the handle of each living object is in a cell of its own in the state; what only the system knew of a call
// is gone when the call is over.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/checks.h"
#include "engine/internal.h"

/// Rounds in which the entry points of an object may follow each other: what one has made another ends and a third looks at.
enum { ROUNDS = 3 };
/// States after the creation of an object from which a second one is followed.
enum { TWIN_LIMIT = 4 };
/// States with one object in which the life of one that is linked with it is followed.
enum { LINKED_LIMIT = 4 };
/// Height of a condition on a result that no join has made.
enum { PLAIN_RESULT = 3 };
/// One part in so many of the instructions that are left is kept back from what happens within.
enum { STEPS_KEPT = 16 };
/// Numbers that no activation has.
#define HANDLE_FRAME 0xfffffff0u
#define TWIN_FRAME 0xfffffff2u
#define MODEL_SITE 0xfffffff1u
/// Steps in which objects come to life that the driver did not make, as far as is known.
#define UNKNOWN_STEP 0x40000000u

typedef struct model_object {
  const dxl_rule_object *rule;
  uint32_t parent; ///< UINT32_MAX for the driver
  uint32_t depth;
  bool is_alive;
  bool is_looked_back; ///< a later life was followed as far as the first one
  bool is_relevant; ///< it, or something below it, has an entry point in the cone
  DXL_ARRAY(uint32_t) create, destroy, between; ///< functions
} model_object;

typedef struct dxl_model {
  dxl_engine *engine;
  DXL_ARRAY(model_object) objects;
  uint32_t step;
  uint32_t instance;
  uint64_t steps;  ///< instructions so far
  uint64_t limit;  ///< ... at which what is under way ends; what is around it has some left for itself
  bool is_limit_told;
  uint32_t living; ///< object in whose life the current entry point is called
  uint32_t ending; ///< object whose destroy entry point is being called, UINT32_MAX for none
  bool is_other_way; ///< ... by an entry point that is not the first choice
} dxl_model;

static uint32_t object_named(const dxl_model *model, const char *name) {
  for (uint32_t i = 0; name && i < model->objects.count; i++)
    if (strcmp(model->objects.items[i].rule->name, name) == 0)
      return i;
  return UINT32_MAX;
}

// ---- Who is called when --------------------------------------------------------------------------------------------------

static void add_functions(const dxl_engine *engine, const char *type_name, void *list_) {
  DXL_ARRAY(uint32_t) *list = list_;
  for (uint32_t i = 0; type_name && i < engine->module->functions.count; i++) {
    const dxl_function_facts *facts = &engine->functions[i];
    if (facts->graph && facts->entry && facts->entry->type_name && strcmp(facts->entry->type_name, type_name) == 0)
      dxl_array_push(list, i);
  }
}

/// An entry point that makes or ends an object.
static bool is_of_life(const dxl_model *model, const dxl_rule_entry *entry) {
  for (uint32_t i = 0; i < model->objects.count; i++) {
    const dxl_rule_object *rule = model->objects.items[i].rule;
    if (rule->create && entry->type_name && strcmp(rule->create, entry->type_name) == 0)
      return true;
    for (uint32_t k = 0; k < rule->destroy.count; k++)
      if (entry->type_name && strcmp(rule->destroy.items[k], entry->type_name) == 0)
        return true;
  }
  return false;
}

/// An entry point that is told that the driver goes.
static bool is_of_end(const dxl_model *model, const dxl_rule_entry *entry) {
  for (uint32_t i = 0; i < model->objects.count; i++) {
    const dxl_rule_object *rule = model->objects.items[i].rule;
    for (uint32_t k = 0; rule->ends_all && entry->type_name && k < rule->destroy.count; k++)
      if (strcmp(rule->destroy.items[k], entry->type_name) == 0)
        return true;
  }
  return false;
}

/// The deepest object that an entry point is linked to; UINT32_MAX when there is none or it makes or ends an object.
static uint32_t object_of_entry(const dxl_model *model, const dxl_rule_entry *entry) {
  uint32_t found = UINT32_MAX;
  if (is_of_life(model, entry))
    return UINT32_MAX;
  for (uint32_t i = 0; i < entry->links.count; i++) {
    uint32_t object = object_named(model, entry->links.items[i].object);
    if (object != UINT32_MAX && (found == UINT32_MAX || model->objects.items[object].depth > model->objects.items[found].depth))
      found = object;
  }
  return found;
}

static bool is_any_in_cone(const dxl_engine *engine, const uint32_t *functions, uint32_t count) {
  for (uint32_t i = 0; i < count; i++)
    if (engine->functions[functions[i]].is_in_cone)
      return true;
  return false;
}

/// An object that is made of its parent's own handle is a phase of the parent (a started adapter).
static bool is_phase(const dxl_model *model, uint32_t object) {
  const dxl_rule_object *rule = model->objects.items[object].rule;
  return model->objects.items[object].parent != UINT32_MAX && rule->has_created && !rule->created.is_return &&
         rule->created.steps.count == 0;
}

/// The object in whose life the entry points of `object` are called: its phase where it has one.
static uint32_t phase_of(const dxl_model *model, uint32_t object) {
  for (uint32_t i = 0; object != UINT32_MAX && i < model->objects.count; i++)
    if (model->objects.items[i].parent == object && model->objects.items[i].create.count && is_phase(model, i))
      return i;
  return object;
}

static void build(dxl_model *model) {
  dxl_engine *engine = model->engine;
  for (uint32_t i = 0; i < engine->rules->objects.count; i++) {
    model_object object = {.rule = &engine->rules->objects.items[i], .parent = UINT32_MAX};
    dxl_array_push(&model->objects, object);
  }
  for (uint32_t i = 0; i < model->objects.count; i++) {
    model_object *object = &model->objects.items[i];
    object->parent = object_named(model, object->rule->parent);
    add_functions(engine, object->rule->create, &object->create);
    for (uint32_t k = 0; k < object->rule->destroy.count; k++)
      add_functions(engine, object->rule->destroy.items[k], &object->destroy);
  }
  for (uint32_t i = 0; i < model->objects.count; i++)
    for (uint32_t at = model->objects.items[i].parent; at != UINT32_MAX && model->objects.items[i].depth < 16;
         at = model->objects.items[at].parent)
      model->objects.items[i].depth++;
  for (uint32_t i = 0; i < engine->module->functions.count; i++) {
    const dxl_function_facts *facts = &engine->functions[i];
    if (!facts->graph || !facts->entry || !(facts->is_in_cone || facts->is_influential))
      continue;
    uint32_t object = phase_of(model, object_of_entry(model, facts->entry));
    if (object != UINT32_MAX)
      dxl_array_push(&model->objects.items[object].between, i);
  }
  for (uint32_t i = 0; i < model->objects.count; i++) {
    const model_object *object = &model->objects.items[i];
    if (!is_any_in_cone(engine, object->create.items, object->create.count) &&
        !is_any_in_cone(engine, object->destroy.items, object->destroy.count) && !object->between.count)
      continue;
    uint32_t at = i;
    for (unsigned k = 0; at != UINT32_MAX && k < 16; k++, at = model->objects.items[at].parent)
      model->objects.items[at].is_relevant = true;
  }
}

// ---- Handles ---------------------------------------------------------------------------------------------------------------

static dxl_address handle_place(dxl_model *model, uint32_t object) {
  dxl_term region = dxl_term_region_of(&model->engine->terms, DXL_REGION_LOCAL, HANDLE_FRAME, object, NULL, NULL);
  return (dxl_address){region, 0, 0};
}

static dxl_term handle_of(dxl_model *model, dxl_state *state, uint32_t object) {
  dxl_scalar scalar = DXL_POINTER_SCALAR;
  dxl_address place = handle_place(model, object);
  if (!dxl_state_object(state, place.base))
    return 0;
  return dxl_memory_read(&model->engine->terms, state, place, 0, scalar);
}

static void set_handle(dxl_model *model, dxl_state *state, uint32_t object, dxl_term value) {
  dxl_memory_write(&model->engine->terms, state, handle_place(model, object), 0, 64, value);
}

/// Where the handle of the first of two objects waits.
static dxl_address twin_place(dxl_model *model, uint32_t object) {
  dxl_term region = dxl_term_region_of(&model->engine->terms, DXL_REGION_LOCAL, TWIN_FRAME, object, NULL, NULL);
  return (dxl_address){region, 0, 0};
}

static void forget_handle(dxl_model *model, dxl_state *state, uint32_t object) {
  dxl_state_drop_object(state, handle_place(model, object).base);
}

/// A value that comes from the system in this call.
static dxl_term system_value(dxl_model *model, uint32_t step, uint32_t argument, const dxl_ir_type *type) {
  const uint32_t key[3] = {step, argument, model->instance};
  bool is_new;
  dxl_term term = dxl_term_symbol_keyed(&model->engine->terms, DXL_SYMBOL_ENTRY, key, sizeof key, &is_new);
  if (is_new) {
    dxl_symbol *symbol = dxl_term_symbol(&model->engine->terms, term);
    dxl_scalar scalar = dxl_scalar_of(type);
    symbol->instance = model->instance;
    if (scalar.is_pointer) {
      symbol->low = type && type->element && type->element->kind != DXL_IR_TYPE_VOID; // structures are always there
    } else if (scalar.width < 64) {
      symbol->low = scalar.is_signed ? -((int64_t)1 << (scalar.width - 1)) : 0;
      symbol->high = scalar.is_signed ? ((int64_t)1 << (scalar.width - 1)) - 1 : ((int64_t)1 << scalar.width) - 1;
    }
  }
  return term;
}

// ---- One call ----------------------------------------------------------------------------------------------------------------

typedef struct entry_call {
  dxl_model *model;
  uint32_t function;
  uint32_t step;
  dxl_call call; ///< for places
  dxl_term *arguments;
  bool *is_system; ///< the argument is the system's own memory or value
} entry_call;

/// Puts a handle where an entry point looks for it.
static void pass_handle(entry_call *e, const dxl_place *place, dxl_term value) {
  if (!value || place->is_return || place->argument >= e->call.count)
    return;
  if (place->steps.count == 0) {
    e->arguments[place->argument] = value;
    e->is_system[place->argument] = false;
  } else {
    dxl_place_store(&e->call, place, value);
  }
}

/// Entry points that make or end several objects at once do so with one at a time here.
static void pass_one(entry_call *e) {
  const char *type = e->model->engine->functions[e->function].entry->type_name;
  dxl_term one = dxl_term_integer(&e->model->engine->terms, 1);
  for (uint32_t i = 0; type && i < e->model->objects.count; i++) {
    const dxl_rule_object *rule = e->model->objects.items[i].rule;
    if (rule->has_created_count && rule->create && strcmp(rule->create, type) == 0)
      dxl_place_store(&e->call, &rule->created_count, one);
    for (uint32_t k = 0; rule->has_destroyed_count && k < rule->destroy.count; k++)
      if (strcmp(rule->destroy.items[k], type) == 0) {
        dxl_place_store(&e->call, &rule->destroyed_count, one);
        pass_handle(e, &rule->destroyed, handle_of(e->model, e->call.state, i));
      }
  }
}

static void prepare(entry_call *e, dxl_model *model, uint32_t function, uint32_t step, dxl_state *state) {
  dxl_engine *engine = model->engine;
  const dxl_ir_function *body = engine->module->functions.items[function];
  e->model = model;
  e->function = function;
  e->step = step;
  e->arguments = dxl_allocate((body->parameter_count + 1) * sizeof(dxl_term));
  e->is_system = dxl_allocate((body->parameter_count + 1) * sizeof(bool));
  for (uint32_t i = 0; i < body->parameter_count; i++) {
    e->arguments[i] = system_value(model, step, i, body->locals.items[i].type);
    dxl_term_symbol(&engine->terms, e->arguments[i])->entry = engine->functions[function].entry->type_name;
    e->is_system[i] = true;
  }
  e->call = (dxl_call){.engine = engine, .callee = body, .state = state, .arguments = e->arguments,
                       .count = body->parameter_count};
  const dxl_rule_entry *entry = engine->functions[function].entry;
  for (uint32_t i = 0; i < entry->links.count; i++) {
    uint32_t object = object_named(model, entry->links.items[i].object);
    pass_handle(e, &entry->links.items[i].place, object == UINT32_MAX ? 0 : handle_of(model, state, object));
  }
  pass_one(e);
}

/// Memory behind what the system passed in a call, however far.
static bool is_behind(const dxl_terms *terms, dxl_term base, const entry_call *e) {
  for (unsigned step = 0; step < 16; step++) {
    for (uint32_t i = 0; i < e->call.count; i++)
      if (e->is_system[i] && e->arguments[i] == base)
        return true;
    const dxl_symbol *symbol = dxl_term_symbol(terms, base);
    if (!symbol || !symbol->base)
      return false;
    base = symbol->base;
  }
  return false;
}

/// What the system passed is its own again.
static void forget_arguments(entry_call *e, dxl_state *state) {
  dxl_terms_list gone = {0};
  for (uint32_t i = 0; i < state->objects.count; i++)
    if (is_behind(&e->model->engine->terms, state->objects.items[i]->base, e))
      dxl_array_push(&gone, state->objects.items[i]->base);
  for (uint32_t i = 0; i < gone.count; i++)
    dxl_state_drop_object(state, gone.items[i]);
  dxl_array_free(&gone);
}

static bool is_exhausted(dxl_model *model) {
  if (model->steps <= model->limit)
    return false;
  if (!model->is_limit_told)
    dxl_limit_hit(model->engine, &model->engine->summary->step_limit_hits, "driver step");
  model->is_limit_told = true;
  return true;
}

/// Leaves what is under way less than there is. Returns the limit as it was, which the caller sets again: so the end
/// of an object is followed whatever its life has cost, and so is what comes after its first child.
static uint64_t keep_some_steps(dxl_model *model) {
  const uint64_t before = model->limit, left = model->steps < before ? before - model->steps : 0;
  model->limit = before - left / STEPS_KEPT;
  return before;
}

static const dxl_path *end_step(dxl_model *model, const dxl_state *state, uint32_t function, dxl_ir_location location) {
  dxl_path *step = dxl_arena_alloc(model->engine->path_arena, sizeof *step);
  *step = (dxl_path){.before = state->path, .kind = DXL_STEP_END, .function = function, .location = location,
                     .length = state->path ? state->path->length + 1 : 1};
  return step;
}

/// What was acquired in a phase of an object should have been released when the phase is over, or was refused. Where it
/// gets lost later, that is the place to tell of; a later entry point may still release it. (Other objects have memory of
/// their own: what is lost with it is lost there.) What other objects leave in variables of the whole program is lost at the
/// end of all.
static void mark_overdue(dxl_model *model, dxl_state *state, uint32_t object, uint32_t function,
                         dxl_ir_location location) {
  const dxl_path *end = NULL;
  bool ends_phase = is_phase(model, object);
  for (uint32_t i = 0; i < state->holdings.count; i++) {
    dxl_holding *holding = &state->holdings.items[i];
    if (holding->state != DXL_HOLDING_LIVE || !holding->object)
      continue;
    end = end ? end : end_step(model, state, function, location);
    if (ends_phase && holding->object == object + 1 && !holding->overdue)
      holding->overdue = end;
    if ((ends_phase || model->objects.items[object].parent == UINT32_MAX) && !holding->outlived)
      holding->outlived = end;
  }
}

/// The state where the condition holds, or does not; NULL, and the state is gone, where that cannot be. What joins have made
/// of a result may say so only to the solver, and no later step could tell.
static dxl_state *where_possible(dxl_engine *engine, dxl_state *state, dxl_term condition, bool truth) {
  if (dxl_assume(&engine->terms, state, condition, truth) && dxl_conclude(&engine->terms, state)) {
    bool is_joined = dxl_term_get(&engine->terms, condition)->depth > PLAIN_RESULT;
    engine->summary->solver_calls += is_joined && engine->options->use_solver;
    if (!is_joined || !engine->options->use_solver || dxl_solver_feasible(engine, state))
      return state;
  }
  dxl_state_free(state);
  return NULL;
}

/// Calls an entry point on a state that it takes over. `made`: the object that it creates, UINT32_MAX for none.
static void call_entry(dxl_model *model, uint32_t function, uint32_t step, dxl_state *state, uint32_t made,
                       dxl_states *succeeded, dxl_states *failed) {
  dxl_engine *engine = model->engine;
  const dxl_ir_function *body = engine->module->functions.items[function];
  const dxl_rule_entry *entry = engine->functions[function].entry;
  if (is_exhausted(model)) {
    // What is not made is not there, and what does not happen changes nothing; but an object that is not ended is there for good.
    if (model->ending != UINT32_MAX)
      dxl_state_free(state);
    else
      dxl_array_push(made != UINT32_MAX ? failed : succeeded, state);
    return;
  }
  entry_call e;
  prepare(&e, model, function, step, state);
  const char *who;
  dxl_frame there = {.function = function};
  state->level = dxl_root_level(engine, function, &who);
  dxl_range level = dxl_range_of(&engine->terms, state, state->level);
  const dxl_path *called = dxl_trace(
      engine, &there, state, DXL_STEP_ENTRY, body->location,
      level.high > DXL_IRQL_PASSIVE && who
          ? dxl_text(engine, "the system calls '%s' (%s) at %s", body->display, entry->name, dxl_irql_name(level.high))
          : dxl_text(engine, "the system calls '%s' (%s)", body->display, entry->name));
  state->raised = level.high > DXL_IRQL_PASSIVE && who ? called : NULL;
  const uint32_t key[3] = {MODEL_SITE, function, step};
  uint64_t *slot = dxl_map_put(engine->sites, key, sizeof key, NULL);
  if (!*slot)
    *slot = dxl_map_count(engine->sites);
  engine->root = function;
  engine->current_object = made != UINT32_MAX ? made + 1 : model->ending != UINT32_MAX ? model->ending + 1 : model->living + 1;
  dxl_exits exits = {0};
  model->steps += dxl_explore_entry(engine, function, e.arguments, (uint32_t)*slot, model->limit - model->steps, state, &exits);
  for (uint32_t i = 0; i < exits.count; i++) {
    dxl_state *after = exits.items[i].state;
    dxl_state *refused = NULL;
    e.call.state = after;
    e.call.result = exits.items[i].value;
    // An entry point that could have ended the object and fails leaves that to the one of first choice, which is followed as well.
    if (model->ending != UINT32_MAX && model->is_other_way && exits.items[i].value) {
      const dxl_rule_object *rule = model->objects.items[model->ending].rule;
      dxl_term success = rule->success ? dxl_term_truth(&engine->terms, dxl_condition_term(&e.call, rule->success)) : 0;
      if (success && !dxl_assume(&engine->terms, after, success, true)) {
        dxl_state_free(after);
        continue;
      }
    }
    if (made != UINT32_MAX) {
      const dxl_rule_object *rule = model->objects.items[made].rule;
      dxl_term success = rule->success ? dxl_condition_term(&e.call, rule->success) : 0;
      int truth = success ? dxl_evaluate(&engine->terms, after, dxl_term_truth(&engine->terms, success)) : 1;
      if (truth < 0) {
        refused = where_possible(engine, dxl_state_copy(after), dxl_term_truth(&engine->terms, success), false);
        after = where_possible(engine, after, dxl_term_truth(&engine->terms, success), true);
      } else if (truth == 0) {
        refused = after;
        after = NULL;
      }
      // Success is STATUS_SUCCESS, unless the driver spells out another one: what others' results may be besides is no error either.
      const dxl_term result = exits.items[i].value;
      if (after && success && rule->success->is_status && result &&
          !dxl_term_is_integer(&engine->terms, dxl_resolve(&engine->terms, after, result))) {
        dxl_term zero = dxl_term_equal(&engine->terms, result, dxl_term_integer(&engine->terms, 0));
        after = where_possible(engine, after, dxl_term_truth(&engine->terms, zero), true);
      }
      if (after && rule->has_created) {
        e.call.state = after;
        dxl_term value = dxl_place_value(&e.call, &rule->created);
        if (value)
          set_handle(model, after, made, value);
      }
    }
    dxl_state *both[2] = {after, refused};
    for (unsigned k = 0; k < 2; k++) {
      if (!both[k])
        continue;
      forget_arguments(&e, both[k]);
      both[k]->level = dxl_term_integer(&engine->terms, DXL_IRQL_PASSIVE);
      if ((k == 1 && made != UINT32_MAX) || model->ending != UINT32_MAX)
        mark_overdue(model, both[k], k == 1 ? made : model->ending, function, exits.items[i].location);
      if (model->ending != UINT32_MAX)
        forget_handle(model, both[k], model->ending);
      dxl_check_reachable(engine, &there, both[k], 0, NULL, exits.items[i].location, "entry");
      both[k]->raised = NULL;
      dxl_array_push(k ? failed : succeeded, both[k]);
    }
  }
  dxl_array_free(&exits);
  dxl_release(e.arguments);
  dxl_release(e.is_system);
}

// ---- Lives -------------------------------------------------------------------------------------------------------------------

static void merge_states(dxl_model *model, dxl_states *states) {
  dxl_runnings list = {0};
  dxl_frame dummy = {.function = model->engine->root};
  const uint32_t key[2] = {MODEL_SITE, ++model->step};
  uint64_t *slot = dxl_map_put(model->engine->sites, key, sizeof key, NULL);
  if (!*slot)
    *slot = dxl_map_count(model->engine->sites);
  for (uint32_t i = 0; i < states->count; i++) {
    dxl_running one = {states->items[i], NULL};
    dxl_forget_facts(model->engine, one.state, 0);
    dxl_array_push(&list, one);
  }
  if (list.count > DXL_LIMIT_MODEL_STATES)
    dxl_merge_coarsely(model->engine, &dummy, &list, (uint32_t)*slot, DXL_LIMIT_MODEL_STATES);
  else if (list.count)
    dxl_merge(model->engine, &dummy, &list, (uint32_t)*slot);
  states->count = 0;
  for (uint32_t i = 0; i < list.count; i++)
    dxl_array_push(states, list.items[i].state);
  dxl_array_free(&list);
}

/// What the states amount to for the checks, in one number.
static uint64_t properties_of(dxl_model *model, const dxl_states *states) {
  uint64_t sum = states->count;
  for (uint32_t i = 0; i < states->count; i++)
    sum += dxl_property(model->engine, states->items[i]);
  return sum;
}

static bool are_links_alive(const dxl_model *model, const dxl_rule_entry *entry) {
  for (uint32_t i = 0; i < entry->links.count; i++) {
    uint32_t object = object_named(model, entry->links.items[i].object);
    if (object != UINT32_MAX && !model->objects.items[object].is_alive && model->objects.items[object].create.count)
      return false;
  }
  return true;
}

static void live(dxl_model *model, uint32_t object, dxl_states *states, bool is_brief);

/// Calls one entry point on each of the states; they become those before and after.
static void call_between(dxl_model *model, uint32_t function, dxl_states *states) {
  uint32_t step = ++model->step, end = states->count;
  dxl_states failed = {0};
  for (uint32_t k = 0; k < end; k++)
    call_entry(model, function, step, dxl_state_copy(states->items[k]), UINT32_MAX, states, &failed);
  dxl_array_free(&failed);
  merge_states(model, states);
}

/// What is in memory of other objects than those that were made in the life of `object`.
typedef bool (*value_test)(const dxl_engine *engine, const dxl_state *state, dxl_term value, uint32_t object, dxl_term base);

static bool is_anywhere_else(dxl_model *model, const dxl_state *state, uint32_t object, dxl_term base, value_test test) {
  const dxl_terms *terms = &model->engine->terms;
  for (uint32_t i = 0; i < state->objects.count; i++) {
    const dxl_object *memory = state->objects.items[i];
    const dxl_region *region = dxl_term_region(terms, memory->base);
    if (memory->is_dead || memory->base == base || (region && region->kind != DXL_REGION_GLOBAL))
      continue;
    const dxl_holding *block = dxl_state_holding(state, memory->base, UINT32_MAX);
    if (block && block->object == object + 1)
      continue;
    for (uint32_t k = 0; k < memory->cells.count; k++)
      if (dxl_term_get(terms, memory->cells.items[k].value)->has_resource &&
          test(model->engine, state, memory->cells.items[k].value, object, base))
        return true;
  }
  return false;
}

static bool is_address_of(const dxl_engine *engine, const dxl_state *state, dxl_term value, uint32_t object, dxl_term base) {
  (void)state;
  (void)object;
  return dxl_term_contains(&engine->terms, value, base);
}

static bool is_resource_of(const dxl_engine *engine, const dxl_state *state, dxl_term value, uint32_t object, dxl_term base) {
  (void)base;
  for (uint32_t i = 0; i < state->holdings.count; i++) {
    const dxl_holding *holding = &state->holdings.items[i];
    if (holding->object == object + 1 && holding->state == DXL_HOLDING_LIVE && !holding->is_foreign &&
        engine->rules->resources.items[holding->resource].leak_is_reported &&
        dxl_term_contains(&engine->terms, value, holding->value))
      return true;
  }
  return false;
}

static bool is_known_elsewhere(dxl_model *model, dxl_state *state, uint32_t object, value_test test) {
  dxl_term handle = handle_of(model, state, object);
  if (!handle)
    return false;
  return is_anywhere_else(model, state, object, dxl_resolve_address(&model->engine->terms, state, handle).base, test);
}

/// Where others know of the object (a list that its adapter keeps), their entry points may be called while it lives.
static void happen_around(dxl_model *model, uint32_t number, dxl_states *states) {
  bool is_known = false;
  for (uint32_t i = 0; i < states->count && !is_known; i++)
    is_known = is_known_elsewhere(model, states->items[i], number, is_address_of);
  for (uint32_t at = model->objects.items[number].parent; is_known && at != UINT32_MAX; at = model->objects.items[at].parent)
    for (uint32_t i = 0; i < model->objects.items[at].between.count; i++) {
      uint32_t function = model->objects.items[at].between.items[i];
      if (!model->engine->functions[function].is_in_cone || !are_links_alive(model, model->engine->functions[function].entry))
        continue;
      model->living = at;
      call_between(model, function, states);
    }
}

/// Everything that may happen while the object lives, in addition to nothing.
static void happen(dxl_model *model, uint32_t number, dxl_states *states) {
  for (uint32_t round = 0; round < ROUNDS; round++) {
    uint64_t before = properties_of(model, states);
    const model_object *object = &model->objects.items[number];
    for (uint32_t i = 0; i < object->between.count; i++) {
      uint32_t function = object->between.items[i];
      if (!are_links_alive(model, model->engine->functions[function].entry))
        continue;
      model->living = number;
      call_between(model, function, states);
    }
    if (round == 0 && !is_phase(model, number))
      happen_around(model, number, states);
    for (uint32_t i = 0; i < model->objects.count; i++) {
      if (model->objects.items[i].parent != number || !model->objects.items[i].is_relevant)
        continue;
      dxl_states with = {0};
      for (uint32_t k = 0; k < states->count; k++) {
        dxl_state *copy = dxl_state_copy(states->items[k]);
        dxl_array_push(&with, copy);
      }
      const uint64_t limit = keep_some_steps(model);
      live(model, i, &with, round > 0);
      model->limit = limit;
      for (uint32_t k = 0; k < with.count; k++)
        dxl_array_push(states, with.items[k]);
      dxl_array_free(&with);
      merge_states(model, states);
    }
    if (properties_of(model, states) == before)
      break; // nothing has changed that another round could find
  }
}

/// Ends the object of that handle on a state that it takes over, in each way that the driver has.
static void end_twin(dxl_model *model, uint32_t number, dxl_state *state, dxl_term handle, dxl_states *ended) {
  const model_object *object = &model->objects.items[number];
  uint32_t step = ++model->step;
  dxl_states none = {0};
  set_handle(model, state, number, handle);
  for (uint32_t k = 0; k < object->destroy.count; k++) {
    bool is_last = k + 1 == object->destroy.count;
    model->ending = number;
    model->is_other_way = k > 0;
    call_entry(model, object->destroy.items[k], step + k * 100000, is_last ? state : dxl_state_copy(state), UINT32_MAX, ended,
               &none);
    model->ending = UINT32_MAX;
  }
  dxl_array_free(&none);
  merge_states(model, ended);
}

/// Two objects of a kind at a time, from a state that it takes over, in which there is one: the second is made, or is not,
/// and they end in either order. What they leave behind is the same as that of one after the other.
static void live_together(dxl_model *model, uint32_t number, dxl_state *state) {
  dxl_terms *terms = &model->engine->terms;
  dxl_states made = {0}, refused = {0};
  dxl_scalar scalar = DXL_POINTER_SCALAR;
  uint32_t step = ++model->step;
  dxl_memory_write(terms, state, twin_place(model, number), 0, 64, handle_of(model, state, number));
  call_entry(model, model->objects.items[number].create.items[0], step, state, number, &made, &refused);
  merge_states(model, &made);
  for (uint32_t i = 0; i < made.count + refused.count; i++) {
    bool is_made = i < made.count;
    dxl_state *both = is_made ? made.items[i] : refused.items[i - made.count];
    for (unsigned order = is_made ? 0 : 1; order < 2; order++) {
      dxl_state *copy = dxl_state_copy(both);
      dxl_term first = dxl_memory_read(terms, copy, twin_place(model, number), 0, scalar);
      dxl_term second = is_made ? handle_of(model, copy, number) : 0;
      dxl_states half = {0}, ended = {0};
      dxl_memory_write(terms, copy, twin_place(model, number), 0, 64, order == 0 || !is_made ? first : second);
      end_twin(model, number, copy, order == 0 ? second : first, &half);
      for (uint32_t k = 0; k < half.count; k++) {
        dxl_term rest = is_made ? dxl_memory_read(terms, half.items[k], twin_place(model, number), 0, scalar) : 0;
        dxl_state_drop_object(half.items[k], twin_place(model, number).base);
        if (rest)
          end_twin(model, number, half.items[k], rest, &ended);
        else
          dxl_array_push(&ended, half.items[k]);
      }
      for (uint32_t k = 0; k < ended.count; k++)
        dxl_state_free(ended.items[k]);
      dxl_array_free(&half);
      dxl_array_free(&ended);
    }
    dxl_state_free(both);
  }
  dxl_array_free(&made);
  dxl_array_free(&refused);
}

/// Whether a resource that is over still stands in memory: who finds it there takes it for what it was.
static bool has_left_over(const dxl_engine *engine, const dxl_state *state) {
  for (uint32_t i = 0; i < state->holdings.count; i++) {
    const dxl_holding *holding = &state->holdings.items[i];
    if (holding->state != DXL_HOLDING_RELEASED || holding->is_foreign || holding->is_reported ||
        !engine->rules->resources.items[holding->resource].leak_is_reported)
      continue;
    for (uint32_t k = 0; k < state->objects.count; k++)
      for (uint32_t n = 0; n < state->objects.items[k]->cells.count && !state->objects.items[k]->is_dead; n++)
        if (dxl_term_holds(&engine->terms, state->objects.items[k]->cells.items[n].value, holding->value))
          return true;
  }
  return false;
}

/// A phase of an object that comes again with something left over from the last one is followed in full, once.
static void look_back(dxl_model *model, uint32_t number, dxl_states *states) {
  dxl_states left = {0};
  if (!is_phase(model, number) || model->objects.items[number].is_looked_back)
    return;
  for (uint32_t i = 0; i < states->count; i++)
    if (has_left_over(model->engine, states->items[i])) {
      dxl_state *copy = dxl_state_copy(states->items[i]);
      dxl_array_push(&left, copy);
    }
  if (!left.count)
    return;
  model->objects.items[number].is_looked_back = true;
  happen(model, number, &left);
  for (uint32_t i = 0; i < left.count; i++)
    dxl_array_push(states, left.items[i]);
  dxl_array_free(&left);
  merge_states(model, states);
}

/// One life of an object from each of the states; the states become what is possible afterwards. A brief life is made
/// and ended, with nothing in between but a look at what the life before has left.
static void live(dxl_model *model, uint32_t number, dxl_states *states, bool is_brief) {
  dxl_states made = {0}, refused = {0};
  uint32_t step = ++model->step;
  if (model->objects.items[number].create.count) {
    for (uint32_t i = 0; i < states->count; i++)
      for (uint32_t k = 0; k < model->objects.items[number].create.count; k++) {
        bool is_last = k + 1 == model->objects.items[number].create.count;
        call_entry(model, model->objects.items[number].create.items[k], step + k * 100000,
                   is_last ? states->items[i] : dxl_state_copy(states->items[i]), number, &made, &refused);
      }
  } else {
    // The driver has no such entry point here: the object is there, and nothing is known of it.
    for (uint32_t i = 0; i < states->count; i++) {
      dxl_term handle = system_value(model, UNKNOWN_STEP + step, number, NULL);
      dxl_symbol *symbol = dxl_term_symbol(&model->engine->terms, handle);
      symbol->low = 1;
      symbol->object = model->objects.items[number].rule->name;
      set_handle(model, states->items[i], number, handle);
      dxl_array_push(&made, states->items[i]);
    }
  }
  merge_states(model, &made);
  // Where an object shares a resource with those that come after it, two of them are looked at.
  for (uint32_t i = 0, twins = 0; i < made.count && !is_brief && twins < TWIN_LIMIT; i++)
    if (model->objects.items[number].create.count && model->objects.items[number].destroy.count &&
        model->objects.items[number].parent != UINT32_MAX && !is_phase(model, number) &&
        is_known_elsewhere(model, made.items[i], number, is_resource_of)) {
      live_together(model, number, dxl_state_copy(made.items[i]));
      twins++;
    }
  model->objects.items[number].is_alive = true;
  if (made.count) {
    const uint64_t limit = keep_some_steps(model);
    if (is_brief)
      look_back(model, number, &made);
    else
      happen(model, number, &made);
    model->limit = limit;
  }
  model->objects.items[number].is_alive = false;
  step = ++model->step;
  dxl_states ended = {0}, none = {0};
  const model_object *object = &model->objects.items[number];
  for (uint32_t i = 0; i < made.count; i++) {
    if (!object->destroy.count) {
      dxl_array_push(&ended, made.items[i]);
      continue;
    }
    for (uint32_t k = 0; k < object->destroy.count; k++) {
      bool is_last = k + 1 == object->destroy.count;
      model->ending = number;
      model->is_other_way = k > 0;
      call_entry(model, object->destroy.items[k], step + k * 100000, is_last ? made.items[i] : dxl_state_copy(made.items[i]),
                 UINT32_MAX, &ended, &none);
      model->ending = UINT32_MAX;
    }
  }
  states->count = 0;
  for (uint32_t i = 0; i < ended.count; i++) {
    forget_handle(model, ended.items[i], number);
    dxl_array_push(states, ended.items[i]);
  }
  for (uint32_t i = 0; i < refused.count; i++)
    dxl_array_push(states, refused.items[i]);
  dxl_array_free(&made);
  dxl_array_free(&refused);
  dxl_array_free(&ended);
  dxl_array_free(&none);
  merge_states(model, states);
}

// ---- The end of all --------------------------------------------------------------------------------------------------------

static bool is_asked_about(const dxl_engine *engine, const dxl_state *state, dxl_term value) {
  for (uint32_t i = 0; state->facts && i < state->facts->count; i++)
    if (dxl_term_contains(&engine->terms, state->facts->items[i].term, value))
      return true;
  return false;
}

/// Whether the path can be that of the first object there is: variables of the whole program that it asked about held
/// what they start with. What else sets them is not followed.
static bool is_first_life(dxl_engine *engine, const dxl_state *state) {
  dxl_state *copy = dxl_state_copy(state);
  bool result = true;
  for (uint32_t i = 0; i < engine->terms.symbols.count && result; i++) {
    const dxl_symbol *symbol = &engine->terms.symbols.items[i];
    const dxl_region *region = symbol->kind == DXL_SYMBOL_INITIAL ? dxl_term_region(&engine->terms, symbol->base) : NULL;
    if (!region || region->kind != DXL_REGION_GLOBAL || !is_asked_about(engine, state, symbol->term))
      continue;
    int64_t value;
    dxl_term term = symbol->term;
    result = dxl_starts_as(engine, region->index, symbol->bit, symbol->index != 0, &value);
    if (result) {
      dxl_term equal = dxl_term_equal(&engine->terms, term, dxl_term_integer(&engine->terms, value));
      result = dxl_assume(&engine->terms, copy, dxl_term_truth(&engine->terms, equal), true);
    }
  }
  result = result && dxl_solver_feasible(engine, copy);
  dxl_state_free(copy);
  return result;
}

/// When the last object is gone, what belongs to it and only a variable of the whole program knows is lost.
static void check_end(dxl_model *model, dxl_state *state) {
  dxl_engine *engine = model->engine;
  for (uint32_t i = 0; i < state->holdings.count; i++) {
    dxl_holding *holding = &state->holdings.items[i];
    if (holding->state != DXL_HOLDING_LIVE || !holding->outlived || !holding->has_owner || holding->is_escaped ||
        holding->is_foreign || holding->is_reported || !engine->rules->resources.items[holding->resource].leak_is_reported ||
        !dxl_is_only_in_variables(engine, state, holding->value))
      continue;
    if (!is_first_life(engine, state))
      return;
    dxl_frame there = {.function = holding->outlived->function};
    dxl_state past = *state;
    past.path = holding->outlived->before;
    dxl_check_leak(engine, &there, &past, holding, holding->outlived->location, "entry");
  }
}

/// Calls the entry points that get no object, such as the one that is told that the driver goes.
static void call_last(dxl_model *model, dxl_states *states) {
  dxl_engine *engine = model->engine;
  for (uint32_t i = 0; i < engine->module->functions.count; i++) {
    const dxl_function_facts *facts = &engine->functions[i];
    if (!facts->graph || !facts->entry || !facts->is_in_cone || facts->entry->links.count ||
        (is_of_life(model, facts->entry) && !is_of_end(model, facts->entry)))
      continue;
    uint32_t step = ++model->step, end = states->count;
    dxl_states failed = {0}, after = {0};
    for (uint32_t k = 0; k < end; k++)
      call_entry(model, i, step, states->items[k], UINT32_MAX, &after, &failed);
    dxl_array_free(&failed);
    dxl_array_free(states);
    *states = after;
    merge_states(model, states);
  }
}

/// Handles of an object and its phase, from one pair of places to the other.
static void swap_handles(dxl_model *model, uint32_t object, dxl_state *state, bool is_back) {
  const uint32_t both[2] = {object, phase_of(model, object)};
  dxl_scalar scalar = DXL_POINTER_SCALAR;
  for (unsigned i = 0; i < 2 && (i == 0 || both[1] != object); i++) {
    dxl_address from = is_back ? twin_place(model, both[i]) : handle_place(model, both[i]);
    dxl_address to = is_back ? handle_place(model, both[i]) : twin_place(model, both[i]);
    if (!dxl_state_object(state, from.base))
      continue;
    dxl_memory_write(&model->engine->terms, state, to, 0, 64, dxl_memory_read(&model->engine->terms, state, from, 0, scalar));
    dxl_state_drop_object(state, from.base);
  }
}

/// Makes an object from each of the states, which become those in which there is one.
static void make(dxl_model *model, uint32_t number, dxl_states *states) {
  dxl_states made = {0}, refused = {0};
  uint32_t step = ++model->step;
  for (uint32_t i = 0; i < states->count; i++)
    call_entry(model, model->objects.items[number].create.items[0], step, states->items[i], number, &made, &refused);
  for (uint32_t i = 0; i < refused.count; i++)
    dxl_state_free(refused.items[i]);
  dxl_array_free(&refused);
  dxl_array_free(states);
  *states = made;
  merge_states(model, states);
}

/// As the driver was just loaded: variables that only entry points, and what they call, change hold zero.
static void start_from_load(dxl_model *model, dxl_state *state) {
  const dxl_ir_module *module = model->engine->module;
  for (uint32_t i = 0; i < module->globals.count; i++) {
    const dxl_ir_global *global = module->globals.items[i];
    const dxl_global_facts *facts = &model->engine->globals[i];
    if (!global->is_defined || global->is_constant || !facts->is_written || facts->is_set_up || facts->is_set_elsewhere ||
        global->initialisers.count || !global->type || !global->type->size)
      continue;
    dxl_address at = {dxl_term_region_of(&model->engine->terms, DXL_REGION_GLOBAL, 0, i, global->type, global->display), 0, 0};
    dxl_memory_fill(&model->engine->terms, state, at, 0, global->type->size);
  }
}

/// A life of an object while there is another of its kind that it may be linked with: that one is made first, and told of
/// what there is, but has no children.
static void live_linked(dxl_model *model, uint32_t number) {
  uint32_t phase = phase_of(model, number), kept = 0;
  dxl_states states = {0}, rest = {0};
  dxl_state *first = dxl_state_new();
  first->level = dxl_term_integer(&model->engine->terms, DXL_IRQL_PASSIVE);
  start_from_load(model, first);
  dxl_array_push(&states, first);
  model->instance = 2;
  model->steps = 0;
  model->limit = DXL_LIMIT_MODEL_STEPS;
  model->is_limit_told = false;
  make(model, number, &states);
  if (phase != number)
    make(model, phase, &states);
  model->objects.items[number].is_alive = model->objects.items[phase].is_alive = true;
  for (uint32_t i = 0; i < model->objects.items[phase].between.count; i++) {
    uint32_t function = model->objects.items[phase].between.items[i];
    model->living = phase;
    if (are_links_alive(model, model->engine->functions[function].entry))
      call_between(model, function, &states);
  }
  model->objects.items[number].is_alive = model->objects.items[phase].is_alive = false;
  // Those in which the driver has put it where the next one finds it.
  for (uint32_t i = 0; i < states.count; i++) {
    if (kept < LINKED_LIMIT && is_known_elsewhere(model, states.items[i], number, is_address_of)) {
      swap_handles(model, number, states.items[i], false);
      states.items[kept++] = states.items[i];
    } else {
      dxl_state_free(states.items[i]);
    }
  }
  states.count = kept;

  model->instance = 1;
  if (kept)
    live(model, number, &states, false);
  model->instance = 2;
  for (uint32_t i = 0; i < states.count; i++) {
    dxl_states ended = {0};
    swap_handles(model, number, states.items[i], true);
    dxl_term handle = handle_of(model, states.items[i], number);
    dxl_term started = phase != number ? handle_of(model, states.items[i], phase) : 0;
    if (started)
      end_twin(model, phase, states.items[i], started, &ended);
    else
      dxl_array_push(&ended, states.items[i]);
    for (uint32_t k = 0; k < ended.count; k++)
      if (handle)
        end_twin(model, number, ended.items[k], handle, &rest);
      else
        dxl_state_free(ended.items[k]);
    dxl_array_free(&ended);
  }
  model->instance = 1;
  for (uint32_t i = 0; i < rest.count; i++)
    dxl_state_free(rest.items[i]);
  dxl_array_free(&rest);
  dxl_array_free(&states);
}

void dxl_run_model(dxl_engine *engine) {
  dxl_model model = {.engine = engine, .instance = 1, .ending = UINT32_MAX};
  build(&model);
  engine->path_arena = dxl_arena_new();
  engine->model = &model;
  for (uint32_t i = 0; i < model.objects.count; i++) {
    if (model.objects.items[i].parent != UINT32_MAX || !model.objects.items[i].is_relevant)
      continue;
    dxl_states states = {0};
    dxl_state *first = dxl_state_new();
    first->level = dxl_term_integer(&engine->terms, DXL_IRQL_PASSIVE);
    if (!dxl_flow_is_linked(engine->flow, i))
      start_from_load(&model, first);
    dxl_array_push(&states, first);
    model.steps = 0;
    model.limit = DXL_LIMIT_MODEL_STEPS;
    model.is_limit_told = false;
    live(&model, i, &states, false);
    if (!model.objects.items[i].rule->ends_all)
      call_last(&model, &states);
    for (uint32_t k = 0; k < states.count && model.objects.items[i].destroy.count; k++)
      check_end(&model, states.items[k]);
    for (uint32_t k = 0; k < states.count; k++)
      dxl_state_free(states.items[k]);
    dxl_array_free(&states);
    const model_object *root = &model.objects.items[i], *phase = &model.objects.items[phase_of(&model, i)];
    if (root->create.count && root->destroy.count && phase->create.count && phase->destroy.count &&
        dxl_flow_is_linked(engine->flow, i))
      live_linked(&model, i);
  }
  engine->model = NULL;
  engine->current_object = 0;
  for (uint32_t i = 0; i < model.objects.count; i++) {
    dxl_array_free(&model.objects.items[i].create);
    dxl_array_free(&model.objects.items[i].destroy);
    dxl_array_free(&model.objects.items[i].between);
  }
  dxl_array_free(&model.objects);
  dxl_arena_free(engine->path_arena);
  engine->path_arena = NULL;
}
