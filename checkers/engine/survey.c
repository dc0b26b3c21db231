// What the engine knows of a driver before it explores: which functions the rules name, which the system calls and at
// which level, what fields of function pointers were set to, the registered interface version, and the relevant cone:
// the functions from which a resource, a lock or the level can be reached.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <stdio.h>

#include "engine/internal.h"

// ---- Roles -----------------------------------------------------------------------------------------------------------

static void find_roles(dxl_engine *engine, const dxl_ir_function *function) {
  dxl_function_facts *facts = &engine->functions[function->index];
  for (uint32_t i = 0; i < function->roles.count && !facts->entry; i++)
    facts->entry = dxl_rules_find_entry(engine->rules, function->roles.items[i]);
  for (uint32_t i = 0; i < function->annotations.count && !facts->entry; i++)
    if (strcmp(function->annotations.items[i].name, "_Function_class_") == 0)
      facts->entry = dxl_rules_find_entry(engine->rules, function->annotations.items[i].arguments);
  if (!facts->entry && function->name)
    facts->entry = dxl_rules_find_entry_function(engine->rules, function->name);
}

static void set_field_target(dxl_engine *engine, const dxl_ir_record *record, const char *field, uint32_t function) {
  if (!record || !field || !*field)
    return;
  dxl_function_facts *facts = &engine->functions[function];
  facts->is_address_taken = facts->is_stored = true;
  const dxl_rule_entry *entry = dxl_entry_of_member(engine->rules, record, field);
  if (entry) {
    if (!facts->entry)
      facts->entry = entry;
    return; // the system calls it
  }
  char key[512];
  int length = snprintf(key, sizeof key, "%s.%s", record->name, field);
  if (length <= 0 || (size_t)length >= sizeof key)
    return;
  bool is_new;
  uint64_t *slot = dxl_map_put_text(engine->field_targets, key, &is_new);
  if (is_new) {
    *slot = engine->targets.count;
    struct dxl_targets none = {0};
    dxl_array_push(&engine->targets, none);
  }
  struct dxl_targets *targets = &engine->targets.items[*slot];
  for (uint32_t i = 0; i < targets->functions.count; i++)
    if (targets->functions.items[i] == function)
      return;
  dxl_array_push(&targets->functions, function);
}

/// The function that an operand certainly is, following casts; UINT32_MAX when it is none.
uint32_t dxl_function_of(const dxl_graph *graph, dxl_ir_operand operand) {
  for (unsigned step = 0; step < 8; step++) {
    if (operand.kind == DXL_IR_FUNCTION)
      return operand.index;
    const dxl_ir_instruction *definition = dxl_definition(graph, operand);
    if (!definition || definition->opcode != DXL_IR_CAST)
      return UINT32_MAX;
    operand = definition->a;
  }
  return UINT32_MAX;
}

static void set_version(dxl_engine *engine, const dxl_ir_record *record, const char *field, int64_t value,
                        dxl_ir_location location) {
  for (uint32_t i = 0; record && field && i < engine->rules->registrations.count; i++) {
    const dxl_rule_registration *registration = &engine->rules->registrations.items[i];
    bool is_record = strcmp(registration->record, record->name) == 0 ||
                     (record->tag && strcmp(registration->record, record->tag) == 0);
    if (!is_record || strcmp(registration->version_member, field) != 0 || value <= 0)
      continue;
    // A driver that chooses at run time is judged by the newest it may choose.
    if ((uint64_t)value > engine->version) {
      engine->version = (uint32_t)value;
      engine->version_location = location;
    }
  }
}

static void unknown_version(dxl_engine *engine, const dxl_ir_record *record, const char *field) {
  for (uint32_t i = 0; record && field && i < engine->rules->registrations.count; i++)
    if (strcmp(engine->rules->registrations.items[i].record, record->name) == 0 &&
        strcmp(engine->rules->registrations.items[i].version_member, field) == 0)
      engine->is_version_open = true;
}

/// A constant that reaches an operand, also through a local that is only set to constants (all of them are visited).
static void visit_versions(dxl_engine *engine, const dxl_graph *graph, dxl_ir_operand operand,
                           const dxl_ir_record *record, const char *field, dxl_ir_location location, unsigned depth) {
  if (operand.kind == DXL_IR_INTEGER) {
    set_version(engine, record, field, operand.integer, location);
    return;
  }
  const dxl_ir_instruction *definition = dxl_definition(graph, operand);
  if (definition && definition->opcode == DXL_IR_CAST && depth < 8) {
    visit_versions(engine, graph, definition->a, record, field, location, depth + 1);
    return;
  }
  if (definition && definition->opcode == DXL_IR_LOAD && definition->a.kind == DXL_IR_LOCAL && depth < 8) {
    bool found = false;
    for (uint32_t b = 0; b < graph->function->blocks.count; b++)
      for (uint32_t i = 0; i < graph->function->blocks.items[b].instructions.count; i++) {
        const dxl_ir_instruction *store = &graph->function->blocks.items[b].instructions.items[i];
        if (store->opcode != DXL_IR_STORE || store->a.kind != DXL_IR_LOCAL || store->a.index != definition->a.index)
          continue;
        found = true;
        visit_versions(engine, graph, store->b, record, field, location, depth + 1);
      }
    if (!found && definition->a.index < graph->function->parameter_count) {
      // A parameter: what its callers give, when all functions have been seen.
      open_version later = {graph->function->index, definition->a.index, record, field, depth + 1};
      dxl_array_push(&engine->open_versions, later);
      return;
    }
    if (found)
      return;
  }
  unknown_version(engine, record, field);
}

static void visit_open_versions(dxl_engine *engine) {
  for (uint32_t n = 0; n < engine->open_versions.count && n < 64; n++) {
    open_version open = engine->open_versions.items[n];
    bool found = false;
    for (uint32_t f = 0; f < engine->module->functions.count; f++) {
      const dxl_graph *graph = engine->functions[f].graph;
      for (uint32_t b = 0; graph && b < graph->function->blocks.count; b++)
        for (uint32_t i = 0; i < graph->function->blocks.items[b].instructions.count; i++) {
          const dxl_ir_instruction *call = &graph->function->blocks.items[b].instructions.items[i];
          if (call->opcode != DXL_IR_CALL || call->call->callee.kind != DXL_IR_FUNCTION ||
              call->call->callee.index != open.function || open.parameter >= call->call->arguments.count)
            continue;
          found = true;
          visit_versions(engine, graph, call->call->arguments.items[open.parameter], open.record, open.field,
                         call->location, open.depth);
        }
    }
    if (!found)
      unknown_version(engine, open.record, open.field);
  }
}

/// Stores to fields are looked at when all functions have been seen: what is overwritten at once does not count.
static void scan_store(dxl_engine *engine, const dxl_graph *graph, uint32_t block, uint32_t number) {
  const dxl_ir_instruction *instruction = &graph->function->blocks.items[block].instructions.items[number];
  const dxl_ir_instruction *field = dxl_definition(graph, instruction->a);
  while (field && (field->opcode == DXL_IR_CAST || field->opcode == DXL_IR_INDEX))
    field = dxl_definition(graph, field->a);
  if (!field || field->opcode != DXL_IR_FIELD || !field->record || !field->field)
    return;
  uint32_t target = dxl_function_of(graph, instruction->b);
  bool is_version = false;
  for (uint32_t i = 0; i < engine->rules->registrations.count; i++)
    is_version |= strcmp(engine->rules->registrations.items[i].version_member, field->field) == 0;
  if (target == UINT32_MAX && !is_version)
    return;
  dxl_field_store store = {graph, field->record, field->field, block, number, target};
  dxl_array_push(&engine->field_stores, store);
}

/// How often a field is stored to: one store cannot be overwritten by another.
static uint64_t *stores_of(dxl_map *counts, const dxl_field_store *store) {
  uint64_t key = dxl_hash(store->field, strlen(store->field), dxl_hash(store->record->name, strlen(store->record->name), 0));
  return dxl_map_put_u64(counts, key, NULL);
}

static void visit_field_stores(dxl_engine *engine) {
  dxl_map *counts = dxl_map_new();
  for (uint32_t i = 0; i < engine->field_stores.count; i++)
    ++*stores_of(counts, &engine->field_stores.items[i]);
  for (uint32_t i = 0; i < engine->field_stores.count; i++) {
    const dxl_field_store *store = &engine->field_stores.items[i];
    const dxl_ir_instruction *instruction =
        &store->graph->function->blocks.items[store->block].instructions.items[store->instruction];
    if (*stores_of(counts, store) > 1 && dxl_is_overwritten(engine, store->graph, store->block, store->instruction)) {
      if (store->target != UINT32_MAX)
        engine->functions[store->target].is_overwritten = true;
      continue;
    }
    if (store->target != UINT32_MAX)
      set_field_target(engine, store->record, store->field, store->target);
    visit_versions(engine, store->graph, instruction->b, store->record, store->field, instruction->location, 0);
  }
  dxl_map_free(counts);
  // A function that is declared to be an entry point, and never gets to the table, is none.
  for (uint32_t i = 0; i < engine->module->functions.count; i++)
    if (engine->functions[i].is_overwritten && !engine->functions[i].is_stored)
      engine->functions[i].entry = NULL;
}

static void scan_initialisers(dxl_engine *engine, const dxl_ir_global *global) {
  const dxl_ir_type *type = global->type;
  const dxl_ir_type *element = type;
  while (element && element->kind == DXL_IR_TYPE_ARRAY)
    element = element->element;
  for (uint32_t i = 0; i < global->initialisers.count; i++) {
    const dxl_ir_initialiser *initialiser = &global->initialisers.items[i];
    if (initialiser->value.kind == DXL_IR_FUNCTION)
      engine->functions[initialiser->value.index].is_address_taken = true;
    if (!element || element->kind != DXL_IR_TYPE_RECORD || !element->record || !element->size)
      continue;
    const dxl_ir_record *owner = NULL;
    const dxl_ir_field *field = dxl_ir_field_at(element->record, initialiser->offset % element->size, &owner);
    if (!field || !owner)
      continue;
    if (initialiser->value.kind == DXL_IR_FUNCTION)
      set_field_target(engine, owner, field->name, initialiser->value.index);
    else if (initialiser->value.kind == DXL_IR_INTEGER)
      set_version(engine, owner, field->name, initialiser->value.integer, global->location);
  }
}

// ---- Calls -----------------------------------------------------------------------------------------------------------

typedef struct operand_scan {
  dxl_engine *engine;
  const dxl_ir_instruction *instruction;
} operand_scan;

static void note_address(void *user, const dxl_ir_operand *operand) {
  operand_scan *scan = user;
  if (operand->kind != DXL_IR_FUNCTION)
    return;
  if (scan->instruction->call && operand == &scan->instruction->call->callee)
    scan->engine->functions[operand->index].is_called = true;
  else
    scan->engine->functions[operand->index].is_address_taken = true;
}

static void is_routine_of(dxl_engine *engine, uint32_t function, const dxl_rule_callback *callback, const char *name) {
  dxl_function_facts *facts = &engine->functions[function];
  facts->is_routine = true;
  if (callback->irql > facts->routine_level) {
    facts->routine_level = callback->irql;
    facts->routine_title = name;
  }
}

/// Routines that stand in a field of what a call gets (a work item): whatever the field was ever set to.
static void note_field_routines(dxl_engine *engine) {
  for (uint32_t i = 0; i < engine->rules->calls.count; i++) {
    const dxl_rule_call *rule = &engine->rules->calls.items[i];
    for (uint32_t k = 0; k < rule->callbacks.count; k++) {
      const dxl_place *place = &rule->callbacks.items[k].function;
      const char *field = place->steps.count ? place->steps.items[place->steps.count - 1].field : NULL;
      for (uint32_t n = 0; field && n < dxl_map_count(engine->field_targets); n++) {
        size_t length;
        const char *key = dxl_map_key_at(engine->field_targets, n, &length);
        size_t tail = strlen(field);
        if (length <= tail || key[length - tail - 1] != '.' || memcmp(key + length - tail, field, tail) != 0)
          continue;
        const struct dxl_targets *targets = &engine->targets.items[*dxl_map_value_at(engine->field_targets, n)];
        for (uint32_t t = 0; t < targets->functions.count; t++)
          is_routine_of(engine, targets->functions.items[t], &rule->callbacks.items[k], rule->name);
      }
    }
  }
}

/// Routines that reach their registration through variables, fields and parameters. One that seems to be registered in
/// several ways may be somebody else's.
static void note_found_routines(dxl_engine *engine) {
  for (uint32_t i = 0; i < engine->found_routines.count; i++) {
    const found_routine *found = &engine->found_routines.items[i];
    const dxl_function_facts *facts = &engine->functions[found->function];
    bool is_clear = !facts->is_routine || facts->routine_level == found->callback->irql;
    for (uint32_t k = 0; k < engine->found_routines.count && is_clear; k++)
      is_clear = engine->found_routines.items[k].function != found->function ||
                 engine->found_routines.items[k].callback->irql == found->callback->irql;
    if (is_clear)
      is_routine_of(engine, found->function, found->callback, found->name);
  }
}

static void note_routine(dxl_engine *engine, const dxl_graph *graph, const dxl_ir_instruction *instruction,
                         const dxl_rule_call *rule) {
  for (uint32_t i = 0; i < rule->callbacks.count; i++) {
    const dxl_rule_callback *callback = &rule->callbacks.items[i];
    if (callback->function.is_return || callback->function.steps.count ||
        callback->function.argument >= instruction->call->arguments.count)
      continue;
    uint32_t function = dxl_function_of(graph, instruction->call->arguments.items[callback->function.argument]);
    if (function != UINT32_MAX) {
      is_routine_of(engine, function, callback, rule->name);
      continue;
    }
    const dxl_flow_place *from =
        dxl_flow_source(engine->flow, graph, instruction->call->arguments.items[callback->function.argument]);
    for (uint32_t k = 0; from && !from->is_crowded && k < from->items.count; k++) {
      const found_routine found = {from->items.items[k].number, callback, rule->name};
      if (from->items.items[k].kind == DXL_FLOW_FUNCTION)
        dxl_array_push(&engine->found_routines, found);
    }
  }
}

static const char *last_field(const dxl_place *place) {
  return place->steps.count ? place->steps.items[place->steps.count - 1].field : NULL;
}

static void note_argument_fields(dxl_engine *engine, const dxl_graph *graph, const dxl_ir_instruction *instruction,
                                 const dxl_rule_call *rule) {
  for (uint32_t i = 0; i < rule->acquires.count; i++) {
    const dxl_rule_acquire *acquire = &rule->acquires.items[i];
    if (acquire->value.is_return || !last_field(&acquire->value))
      continue;
    const dxl_ir_record *record = dxl_argument_record(engine, graph, instruction, acquire->value.argument);
    bool is_known = false;
    for (uint32_t k = 0; k < engine->argument_fields.count; k++)
      is_known |= engine->argument_fields.items[k].record == record &&
                  engine->argument_fields.items[k].resource == acquire->resource;
    if (!record || is_known)
      continue;
    dxl_argument_field field = {record, last_field(&acquire->value), acquire->has_owner ? last_field(&acquire->owner) : NULL,
                                acquire->resource};
    dxl_array_push(&engine->argument_fields, field);
  }
}

static bool is_asked_for(const dxl_engine *engine, uint32_t resource) {
  const dxl_resource *kind = &engine->rules->resources.items[resource];
  return kind->leak_is_reported || kind->double_is_reported;
}

static void count_sites(dxl_engine *engine, const dxl_rule_call *rule) {
  bool acquires = false, releases = false, uses = false;
  for (uint32_t i = 0; i < rule->acquires.count; i++)
    acquires |= is_asked_for(engine, rule->acquires.items[i].resource);
  for (uint32_t i = 0; i < rule->releases.count; i++)
    releases |= is_asked_for(engine, rule->releases.items[i].resource);
  for (uint32_t i = 0; i < rule->uses.count; i++)
    uses |= is_asked_for(engine, rule->uses.items[i].resource);
  engine->summary->acquire_sites += acquires;
  engine->summary->release_sites += releases;
  engine->summary->use_sites += uses;
}

/// Resources that stand in memory as a value, not somewhere that is their key.
static bool is_value(const dxl_resource *resource) {
  return resource->kind != DXL_RESOURCE_LOCK && resource->kind != DXL_RESOURCE_STATE;
}

static bool is_reported(const dxl_engine *engine, uint32_t resource) {
  if (is_asked_for(engine, resource))
    return true;
  // Memory that goes takes what is in it along.
  return engine->follows_values && engine->rules->resources.items[resource].kind == DXL_RESOURCE_MEMORY;
}

bool dxl_concerns(const dxl_engine *engine, const dxl_rule_call *rule) {
  bool result = false;
  for (uint32_t i = 0; i < rule->acquires.count; i++)
    result |= is_reported(engine, rule->acquires.items[i].resource);
  for (uint32_t i = 0; i < rule->releases.count; i++)
    result |= is_reported(engine, rule->releases.items[i].resource);
  for (uint32_t i = 0; i < rule->uses.count; i++)
    result |= is_reported(engine, rule->uses.items[i].resource);
  for (uint32_t i = 0; i < rule->transfers.count; i++)
    result |= is_reported(engine, rule->transfers.items[i].resource);
  return result;
}

/// Whether the call matters by itself: a resource, the level, memory, a callback. A later round asks for resources only.
static bool matters(const dxl_engine *engine, const dxl_rule_call *rule) {
  if (engine->is_later)
    return dxl_concerns(engine, rule);
  return rule->acquires.count || rule->releases.count || rule->uses.count || rule->transfers.count ||
         rule->contracts.count || rule->callbacks.count || rule->escapes.count || rule->irql.kind != DXL_IRQL_NO_EFFECT ||
         rule->irql_max != DXL_IRQL_UNKNOWN;
}

static void scan_stores(dxl_engine *engine, const dxl_graph *graph) {
  for (uint32_t b = 0; b < graph->function->blocks.count; b++)
    for (uint32_t i = 0; i < graph->function->blocks.items[b].instructions.count; i++)
      if (graph->function->blocks.items[b].instructions.items[i].opcode == DXL_IR_STORE)
        scan_store(engine, graph, b, i);
}

/// Whether a record holds such a flag; found out once for each record.
static bool holds_flag(dxl_map *known, const dxl_ir_record *record, const char *flag) {
  const struct {
    const dxl_ir_record *record;
    const char *flag;
  } key = {record, flag};
  bool is_new;
  uint64_t *slot = dxl_map_put(known, &key, sizeof key, &is_new);
  uint64_t offset;
  if (is_new)
    *slot = dxl_ir_field_named(record, flag, &offset) != NULL;
  return *slot;
}

/// Selects the flag, or the number that holds it with others.
static bool is_flag_of_absence(const dxl_rules *rules, dxl_map *known, const dxl_ir_instruction *instruction) {
  for (uint32_t i = 0; i < rules->objects.count; i++) {
    const char *flag = rules->objects.items[i].absent.member;
    if (!flag || !holds_flag(known, instruction->record, flag))
      continue;
    uint64_t offset;
    const dxl_ir_field *field = dxl_ir_field_named(instruction->record, instruction->field, &offset);
    if (strcmp(instruction->field, flag) == 0 || (field && !field->bit_width))
      return true;
  }
  return false;
}

static void scan_function(dxl_engine *engine, const dxl_ir_function *function, dxl_map *flags) {
  dxl_function_facts *facts = &engine->functions[function->index];
  for (uint32_t b = 0; b < function->blocks.count; b++) {
    const dxl_ir_block *block = &function->blocks.items[b];
    for (uint32_t i = 0; i < block->instructions.count; i++) {
      const dxl_ir_instruction *instruction = &block->instructions.items[i];
      operand_scan scan = {engine, instruction};
      dxl_visit_operands(instruction, note_address, &scan);
      if (instruction->opcode == DXL_IR_FIELD && instruction->record && instruction->field) {
        // A callback that is looked at may be called through a copy.
        const dxl_rule_call *rule = dxl_rule_of_member(engine->rules, instruction->record, instruction->field);
        facts->is_in_cone |= rule && matters(engine, rule);
        engine->asks_for_absence |= is_flag_of_absence(engine->rules, flags, instruction);
      }
      if (instruction->opcode != DXL_IR_CALL)
        continue;
      const dxl_rule_call *rule = dxl_static_rule(engine, facts->graph, instruction);
      if (!rule)
        continue;
      facts->is_in_cone |= matters(engine, rule);
      facts->is_acting |= dxl_concerns(engine, rule);
      count_sites(engine, rule);
      note_routine(engine, facts->graph, instruction, rule);
      note_argument_fields(engine, facts->graph, instruction, rule);
    }
  }
}

// ---- Globals -----------------------------------------------------------------------------------------------------------

static dxl_term initialiser_term(dxl_engine *engine, const dxl_ir_initialiser *initialiser) {
  dxl_terms *terms = &engine->terms;
  dxl_term base;
  switch (initialiser->value.kind) {
  case DXL_IR_INTEGER:
    return dxl_term_integer(terms, initialiser->value.integer);
  case DXL_IR_FUNCTION:
    return dxl_term_function(terms, initialiser->value.index);
  case DXL_IR_GLOBAL: {
    const dxl_ir_global *global = engine->module->globals.items[initialiser->value.index];
    base = dxl_term_region_of(terms, DXL_REGION_GLOBAL, 0, initialiser->value.index, global->type, global->display);
    return dxl_term_add(terms, base, initialiser->addend);
  }
  default:
    return 0;
  }
}

/// A pointer that is NULL in this part of a driver was made to be set by another.
static dxl_term unless_set_elsewhere(const dxl_engine *engine, uint32_t global, const dxl_scalar *scalar, dxl_term value) {
  const dxl_term_node *node = dxl_term_get(&engine->terms, value);
  bool is_null = scalar->is_pointer && node->kind == DXL_TERM_INTEGER && node->value == 0;
  return is_null && engine->globals[global].is_set_elsewhere && !engine->module->globals.items[global]->is_constant ? 0 : value;
}

static dxl_term read_global(void *user, const dxl_region *region, int64_t bit, const dxl_scalar *scalar) {
  dxl_engine *engine = user;
  const dxl_ir_global *global = engine->module->globals.items[region->index];
  // What a variable holds is known from its initialiser only where nothing changes it.
  bool is_unchanged = global->is_constant || !engine->globals[region->index].is_written;
  if (!global->is_defined || !is_unchanged)
    return 0;
  for (uint32_t i = 0; i < global->initialisers.count; i++) {
    const dxl_ir_initialiser *initialiser = &global->initialisers.items[i];
    int64_t from = (int64_t)initialiser->offset * 8, to = from + (int64_t)initialiser->size * 8;
    if (to <= bit || from >= bit + (int64_t)scalar->width)
      continue;
    dxl_term value = initialiser_term(engine, initialiser);
    if (!value)
      return 0;
    if (from == bit && to == bit + (int64_t)scalar->width) {
      if (dxl_term_is_integer(&engine->terms, value))
        value = dxl_term_integer(&engine->terms,
                                 dxl_cut(dxl_term_get(&engine->terms, value)->value, scalar->width, scalar->is_signed));
      return unless_set_elsewhere(engine, region->index, scalar, value);
    }
    return dxl_term_is_integer(&engine->terms, value) && from <= bit && to >= bit + (int64_t)scalar->width
               ? dxl_term_extract(&engine->terms, value, (uint32_t)(bit - from), scalar->width)
               : 0;
  }
  // Without an initialiser a variable starts as zero; "not initialised" with contents unknown is said explicitly.
  if (!global->is_initialised && global->is_constant)
    return 0;
  return unless_set_elsewhere(engine, region->index, scalar, dxl_term_integer(&engine->terms, 0));
}

static void add_opposite(dxl_engine *engine, const dxl_ir_record *record, const char *member, const char *other) {
  dxl_opposite opposite = {.record = record->name, .member = member, .other = other, .bit = -1, .other_bit = -1};
  for (uint32_t i = 0; i < record->fields.count; i++) {
    const dxl_ir_field *field = &record->fields.items[i];
    if (strcmp(field->name, member) == 0)
      opposite.bit = (int64_t)field->offset * 8;
    else if (strcmp(field->name, other) == 0)
      opposite.other_bit = (int64_t)field->offset * 8;
  }
  if (opposite.bit >= 0 && opposite.other_bit >= 0)
    dxl_array_push(&engine->opposites, opposite);
}

static void find_opposites(dxl_engine *engine) {
  for (uint32_t i = 0; i < engine->rules->opposites.count; i++) {
    const dxl_rule_opposite *rule = &engine->rules->opposites.items[i];
    for (uint32_t n = 0; n < engine->module->records.count; n++) {
      const dxl_ir_record *record = engine->module->records.items[n];
      if (strcmp(record->name, rule->record) != 0)
        continue;
      add_opposite(engine, record, rule->forth, rule->back);
      add_opposite(engine, record, rule->back, rule->forth);
    }
  }
}

const dxl_opposite *dxl_opposite_of(const dxl_engine *engine, const char *record, const char *member) {
  for (uint32_t i = 0; i < engine->opposites.count; i++)
    if (strcmp(engine->opposites.items[i].member, member) == 0 && strcmp(engine->opposites.items[i].record, record) == 0)
      return &engine->opposites.items[i];
  return NULL;
}

/// Whether a function can give what the rule of its name says it does: where that is the address of a block, no `void` and no
/// `char` is one. Who has declared it otherwise means another function.
static bool gives_address(const dxl_engine *engine, const dxl_rule_call *rule, const dxl_ir_function *function) {
  const dxl_ir_type *type = function->return_type;
  for (uint32_t i = 0; type && i < rule->acquires.count; i++) {
    const dxl_rule_acquire *acquire = &rule->acquires.items[i];
    const dxl_resource_kind kind = engine->rules->resources.items[acquire->resource].kind;
    if (acquire->value.is_return && !acquire->value.steps.count && kind == DXL_RESOURCE_MEMORY &&
        (type->kind == DXL_IR_TYPE_VOID || (type->kind == DXL_IR_TYPE_INTEGER && type->bits < 32)))
      return false;
  }
  return true;
}

// ---- Public ------------------------------------------------------------------------------------------------------------

void dxl_survey(dxl_engine *engine) {
  for (uint32_t i = 0; i < engine->rules->resources.count; i++)
    engine->follows_values |= is_asked_for(engine, i) && is_value(&engine->rules->resources.items[i]);
  find_opposites(engine);
  const dxl_ir_module *module = engine->module;
  uint32_t count = module->functions.count;
  engine->functions = dxl_allocate((count + 1) * sizeof *engine->functions);
  memset(engine->functions, 0, (count + 1) * sizeof *engine->functions);
  for (uint32_t i = 0; i < count; i++) {
    const dxl_ir_function *function = module->functions.items[i];
    dxl_function_facts *facts = &engine->functions[i];
    facts->routine_level = DXL_IRQL_UNKNOWN;
    // What the driver defines itself for all to see is not the system's routine of that name.
    if (!(function->body == DXL_IR_LOWERED && function->linkage == DXL_IR_EXTERNAL))
      facts->rule = dxl_rules_find_function(engine->rules, function->name, function->display);
    if (facts->rule && !gives_address(engine, facts->rule, function))
      facts->rule = NULL;
    find_roles(engine, function);
    engine->summary->functions += function->body != DXL_IR_DECLARED;
  }
  for (uint32_t i = 0; i < count; i++)
    if (module->functions.items[i]->body == DXL_IR_LOWERED) {
      engine->functions[i].graph = dxl_graph_new(module->functions.items[i]);
      engine->functions[i].weight = engine->functions[i].graph->instructions;
    }
  for (uint32_t i = 0; i < count; i++)
    if (engine->functions[i].graph)
      scan_stores(engine, engine->functions[i].graph);
  for (uint32_t i = 0; i < module->globals.count; i++)
    scan_initialisers(engine, module->globals.items[i]);
  visit_field_stores(engine);
  (void)dxl_flow_new(engine); // the roles of functions are known
  dxl_map *flags = dxl_map_new();
  for (uint32_t i = 0; i < count; i++)
    if (engine->functions[i].graph)
      scan_function(engine, module->functions.items[i], flags);
  dxl_map_free(flags);
  for (uint32_t i = 0; i < count; i++) // for those who call it by its address
    if (engine->functions[i].rule) {
      engine->functions[i].is_in_cone |= matters(engine, engine->functions[i].rule);
      engine->functions[i].is_acting |= dxl_concerns(engine, engine->functions[i].rule);
    }
  dxl_survey_globals(engine);
  visit_open_versions(engine);
  dxl_find_questions(engine);
  note_field_routines(engine);
  note_found_routines(engine);
  dxl_find_cone(engine);
  for (uint32_t i = 0; i < count; i++) {
    engine->summary->functions_in_cone += engine->functions[i].is_in_cone && engine->functions[i].graph;
    engine->summary->entries += engine->functions[i].entry && engine->functions[i].graph;
  }
  engine->terms.read_global = read_global;
  engine->terms.user = engine;
}

void dxl_survey_free(dxl_engine *engine) {
  for (uint32_t i = 0; i < engine->module->functions.count; i++)
    dxl_graph_free(engine->functions[i].graph);
  dxl_release(engine->functions);
  dxl_release(engine->callees);
  dxl_release(engine->globals);
  for (uint32_t i = 0; i < engine->targets.count; i++)
    dxl_array_free(&engine->targets.items[i].functions);
  dxl_array_free(&engine->targets);
  dxl_array_free(&engine->opposites);
  dxl_array_free(&engine->argument_fields);
  dxl_array_free(&engine->open_versions);
  dxl_array_free(&engine->field_stores);
  dxl_array_free(&engine->found_routines);
  dxl_flow_free(engine->flow);
  dxl_forget_questions(engine);
}
