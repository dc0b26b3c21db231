// A graph of places with an edge wherever the program moves a value from one to the other, and what reaches what in it.
// Invariants: places and items are in the order of the program, so that results are; what is not followed (pointers to
// places, results of unknown functions) counts as DXL_FLOW_OTHER where it arrives.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/flow.h"

#include "engine/internal.h"

/// Items that one place may have before it counts as crowded.
enum { ITEM_LIMIT = 32 };

typedef enum place_kind { PLACE_LOCAL, PLACE_GLOBAL, PLACE_FIELD, PLACE_RESULT } place_kind;

typedef struct flow_edge {
  uint32_t from, to;
  uint32_t next_out, next_in; ///< 1 + index, 0 = none
} flow_edge;

/// A call through a value.
typedef struct indirect_call {
  uint32_t function;
  const dxl_ir_instruction *instruction;
} indirect_call;

struct dxl_flow {
  dxl_engine *engine;
  dxl_map *index; ///< key of a place -> 1 + number
  DXL_ARRAY(dxl_flow_place) places;
  DXL_ARRAY(flow_edge) edges;
  DXL_ARRAY(uint32_t) queue;
  DXL_ARRAY(indirect_call) indirect;
};

#define NOWHERE UINT32_MAX

// ---- Places ----------------------------------------------------------------------------------------------------------

typedef struct place_key {
  uint64_t kind, a, b;
} place_key;

static place_key field_key(const char *record, const char *member) {
  return (place_key){PLACE_FIELD, dxl_hash(record, strlen(record), 0), dxl_hash(member, strlen(member), 1)};
}

static uint32_t place_number(dxl_flow *flow, place_key key, bool *is_new) {
  uint64_t *slot = dxl_map_put(flow->index, &key, sizeof key, is_new);
  if (*is_new) {
    dxl_flow_place none = {0};
    dxl_array_push(&flow->places, none);
    *slot = flow->places.count;
  }
  return (uint32_t)*slot - 1;
}

static void enqueue(dxl_flow *flow, uint32_t place) {
  if (flow->places.items[place].is_queued)
    return;
  flow->places.items[place].is_queued = true;
  dxl_array_push(&flow->queue, place);
}

static void add_item(dxl_flow *flow, uint32_t place, dxl_flow_kind kind, uint32_t number) {
  dxl_flow_place *to = &flow->places.items[place];
  for (uint32_t i = 0; i < to->items.count; i++)
    if (to->items.items[i].kind == kind && to->items.items[i].number == number)
      return;
  if (to->items.count >= ITEM_LIMIT) {
    to->is_crowded = true;
    return;
  }
  dxl_flow_item item = {(uint8_t)kind, number};
  dxl_array_push(&to->items, item);
  enqueue(flow, place);
}

static bool is_member(const struct dxl_rule_member *member, const dxl_ir_record *record, const char *field) {
  return member->record && strcmp(member->member, field) == 0 &&
         (strcmp(member->record, record->name) == 0 || (record->tag && strcmp(member->record, record->tag) == 0));
}

static uint32_t field_place(dxl_flow *flow, const dxl_ir_record *record, const char *field) {
  const dxl_rules *rules = flow->engine->rules;
  bool is_new;
  uint32_t number = place_number(flow, field_key(record->name, field), &is_new);
  if (!is_new)
    return number;
  uint64_t offset;
  const dxl_ir_field *layout = dxl_ir_field_named(record, field, &offset);
  flow->places.items[number].record = record;
  flow->places.items[number].is_field = true;
  flow->places.items[number].is_table = layout && layout->type && layout->type->kind == DXL_IR_TYPE_ARRAY;
  for (uint32_t i = 0; i < rules->objects.count; i++)
    if (is_member(&rules->objects.items[i].given, record, field)) {
      add_item(flow, number, DXL_FLOW_GIVEN, i);
      flow->places.items[number].is_fixed = true;
    }
  for (uint32_t i = 0; i < rules->owner_sources.count; i++) {
    const struct dxl_rule_member source = {rules->owner_sources.items[i].record, rules->owner_sources.items[i].member};
    if (is_member(&source, record, field)) {
      add_item(flow, number, DXL_FLOW_OWNER, 0);
      flow->places.items[number].is_fixed = true;
    }
  }
  const dxl_rule_call *rule = dxl_rule_of_member(rules, record, field);
  if (rule)
    add_item(flow, number, DXL_FLOW_CALLBACK, (uint32_t)(rule - rules->calls.items));
  flow->places.items[number].is_entry = dxl_entry_of_member(rules, record, field) != NULL;
  return number;
}

static uint32_t plain_place(dxl_flow *flow, place_kind kind, uint32_t a, uint32_t b) {
  const dxl_ir_module *module = flow->engine->module;
  bool is_new;
  uint32_t number = place_number(flow, (place_key){kind, a, b}, &is_new);
  const dxl_ir_type *type = !is_new                  ? NULL
                            : kind == PLACE_LOCAL    ? module->functions.items[a]->locals.items[b].type
                            : kind == PLACE_GLOBAL   ? module->globals.items[a]->type
                                                     : NULL;
  if (type && type->kind == DXL_IR_TYPE_POINTER && type->element && type->element->kind == DXL_IR_TYPE_RECORD)
    flow->places.items[number].record = type->element->record;
  flow->places.items[number].is_table |= kind == PLACE_GLOBAL && type && type->kind == DXL_IR_TYPE_ARRAY;
  return number;
}

/// The place at an address.
static uint32_t place_at(dxl_flow *flow, const dxl_graph *graph, dxl_ir_operand address) {
  for (unsigned step = 0; step < 32; step++) {
    if (address.kind == DXL_IR_LOCAL)
      return plain_place(flow, PLACE_LOCAL, graph->function->index, address.index);
    if (address.kind == DXL_IR_GLOBAL)
      return plain_place(flow, PLACE_GLOBAL, address.index, 0);
    const dxl_ir_instruction *from = dxl_definition(graph, address);
    if (!from)
      return NOWHERE;
    if (from->opcode == DXL_IR_FIELD && from->record && from->field && *from->field)
      return field_place(flow, from->record, from->field);
    if (from->opcode != DXL_IR_CAST && from->opcode != DXL_IR_INDEX && from->opcode != DXL_IR_FIELD)
      return NOWHERE;
    address = from->a;
  }
  return NOWHERE;
}

/// Where a value is from: a place, or an item.
static uint32_t value_of(dxl_flow *flow, const dxl_graph *graph, dxl_ir_operand operand, dxl_flow_item *item) {
  *item = (dxl_flow_item){DXL_FLOW_OTHER, 0};
  for (unsigned step = 0; step < 32; step++) {
    if (operand.kind == DXL_IR_FUNCTION) {
      *item = (dxl_flow_item){DXL_FLOW_FUNCTION, operand.index};
      return NOWHERE;
    }
    if (operand.kind == DXL_IR_INTEGER) {
      item->kind = operand.integer == 0 ? DXL_FLOW_NOTHING : DXL_FLOW_OTHER;
      return NOWHERE;
    }
    const dxl_ir_instruction *from = dxl_definition(graph, operand);
    if (!from)
      return NOWHERE;
    if (from->opcode == DXL_IR_LOAD)
      return place_at(flow, graph, from->a);
    if (from->opcode == DXL_IR_CALL && from->call->callee.kind == DXL_IR_FUNCTION &&
        flow->engine->functions[from->call->callee.index].graph)
      return plain_place(flow, PLACE_RESULT, from->call->callee.index, 0);
    if (from->opcode != DXL_IR_CAST)
      return NOWHERE;
    operand = from->a;
  }
  return NOWHERE;
}

// ---- Edges -----------------------------------------------------------------------------------------------------------

static void connect(dxl_flow *flow, uint32_t to, const dxl_graph *graph, dxl_ir_operand value) {
  dxl_flow_item item;
  uint32_t from = value_of(flow, graph, value, &item);
  dxl_flow_place *place = &flow->places.items[to];
  if (place->is_fixed || from == to)
    return;
  if (from == NOWHERE) {
    // What a table of entry points is set to where it stands is for the survey to tell.
    if (!(place->is_entry && item.kind == DXL_FLOW_FUNCTION))
      add_item(flow, to, (dxl_flow_kind)item.kind, item.number);
    return;
  }
  flow_edge edge = {from, to, flow->places.items[from].first_out, place->first_in};
  dxl_array_push(&flow->edges, edge);
  flow->places.items[from].first_out = flow->edges.count;
  flow->places.items[to].first_in = flow->edges.count;
  if (flow->places.items[from].items.count)
    enqueue(flow, from);
}

static bool is_word(const dxl_ir_type *type) {
  while (type && type->kind == DXL_IR_TYPE_ARRAY)
    type = type->element;
  return type && (type->kind == DXL_IR_TYPE_POINTER || (type->kind == DXL_IR_TYPE_INTEGER && type->bits == 64));
}

static void pass_arguments(dxl_flow *flow, const dxl_graph *graph, const dxl_ir_call *call, uint32_t function) {
  const dxl_ir_function *callee = flow->engine->module->functions.items[function];
  if (!flow->engine->functions[function].graph)
    return;
  for (uint32_t i = 0; i < call->arguments.count && i < callee->parameter_count; i++)
    if (is_word(callee->locals.items[i].type))
      connect(flow, plain_place(flow, PLACE_LOCAL, function, i), graph, call->arguments.items[i]);
}

static void add_call(dxl_flow *flow, const dxl_graph *graph, const dxl_ir_instruction *instruction) {
  const dxl_ir_call *call = instruction->call;
  const dxl_ir_module *module = flow->engine->module;
  if (call->callee.kind == DXL_IR_FUNCTION) {
    pass_arguments(flow, graph, call, call->callee.index);
  } else if (!call->virtual_method) {
    indirect_call indirect = {graph->function->index, instruction};
    dxl_array_push(&flow->indirect, indirect);
  }
  for (uint32_t k = 0; call->virtual_method && k < module->overrides.count; k++) {
    const dxl_ir_override *entry = &module->overrides.items[k];
    const dxl_ir_function *target = entry->implementation && strcmp(entry->method, call->virtual_method) == 0
                                        ? dxl_ir_function_find(module, entry->implementation)
                                        : NULL;
    if (target)
      pass_arguments(flow, graph, call, target->index);
  }
}

static void add_function(dxl_flow *flow, const dxl_graph *graph) {
  const dxl_ir_function *function = graph->function;
  for (uint32_t b = 0; b < function->blocks.count; b++) {
    const dxl_ir_block *block = &function->blocks.items[b];
    for (uint32_t i = 0; i < block->instructions.count; i++) {
      const dxl_ir_instruction *instruction = &block->instructions.items[i];
      uint32_t to = NOWHERE;
      if (instruction->opcode == DXL_IR_STORE && is_word(instruction->type))
        to = place_at(flow, graph, instruction->a);
      if (to != NOWHERE)
        connect(flow, to, graph, instruction->b);
      if (instruction->opcode == DXL_IR_CALL)
        add_call(flow, graph, instruction);
    }
    if (block->terminator.kind == DXL_IR_RETURN && block->terminator.condition.kind != DXL_IR_NONE &&
        is_word(function->return_type))
      connect(flow, plain_place(flow, PLACE_RESULT, function->index, 0), graph, block->terminator.condition);
  }
}

static void add_initialisers(dxl_flow *flow, const dxl_ir_global *global) {
  const dxl_ir_type *element = global->type;
  while (element && element->kind == DXL_IR_TYPE_ARRAY)
    element = element->element;
  for (uint32_t i = 0; element && i < global->initialisers.count; i++) {
    const dxl_ir_initialiser *initialiser = &global->initialisers.items[i];
    if (initialiser->value.kind != DXL_IR_FUNCTION)
      continue;
    uint32_t to = NOWHERE;
    if (element->kind == DXL_IR_TYPE_RECORD && element->record && element->size) {
      const dxl_ir_record *owner = NULL;
      const dxl_ir_field *field = dxl_ir_field_at(element->record, initialiser->offset % element->size, &owner);
      to = field && owner && field->name && *field->name ? field_place(flow, owner, field->name) : NOWHERE;
    } else {
      to = plain_place(flow, PLACE_GLOBAL, global->index, 0);
    }
    if (to != NOWHERE && !flow->places.items[to].is_entry)
      add_item(flow, to, DXL_FLOW_FUNCTION, initialiser->value.index);
  }
}

// ---- What reaches what -----------------------------------------------------------------------------------------------

static void spread(dxl_flow *flow) {
  while (flow->queue.count) {
    uint32_t from = dxl_array_pop(&flow->queue);
    flow->places.items[from].is_queued = false;
    for (uint32_t e = flow->places.items[from].first_out; e; e = flow->edges.items[e - 1].next_out) {
      uint32_t to = flow->edges.items[e - 1].to;
      for (uint32_t i = 0; i < flow->places.items[from].items.count; i++) {
        dxl_flow_item item = flow->places.items[from].items.items[i];
        add_item(flow, to, (dxl_flow_kind)item.kind, item.number);
      }
    }
  }
}

/// Functions that reach a table of entry points by a detour are entry points too.
static void find_entries(dxl_flow *flow) {
  dxl_engine *engine = flow->engine;
  const dxl_rules *rules = engine->rules;
  for (uint32_t n = 0; n < rules->entries.count; n++)
    for (uint32_t k = 0; k < rules->entries.items[n].tables.count; k++) {
      const dxl_rule_pattern *table = &rules->entries.items[n].tables.items[k];
      const dxl_flow_place *place = dxl_flow_field(flow, table->record, table->member);
      for (uint32_t i = 0; place && !place->is_crowded && i < place->items.count; i++) {
        if (place->items.items[i].kind != DXL_FLOW_FUNCTION)
          continue;
        dxl_function_facts *facts = &engine->functions[place->items.items[i].number];
        facts->is_address_taken = true;
        if (!facts->entry)
          facts->entry = &rules->entries.items[n];
      }
    }
}

/// The object that an argument of an entry point carries, UINT32_MAX when it is none.
static uint32_t linked_object(const dxl_rules *rules, const dxl_rule_entry *entry, uint32_t argument) {
  const char *name = dxl_linked_object(entry, argument);
  for (uint32_t i = 0; name && i < rules->objects.count; i++)
    if (strcmp(rules->objects.items[i].name, name) == 0)
      return i;
  return UINT32_MAX;
}

/// What entry points get.
static void add_arguments(dxl_flow *flow) {
  dxl_engine *engine = flow->engine;
  for (uint32_t f = 0; f < engine->module->functions.count; f++) {
    const dxl_ir_function *function = engine->module->functions.items[f];
    const dxl_rule_entry *entry = engine->functions[f].entry;
    for (uint32_t i = 0; entry && engine->functions[f].graph && i < function->parameter_count; i++) {
      if (!is_word(function->locals.items[i].type))
        continue;
      uint32_t object = linked_object(engine->rules, entry, i), place = plain_place(flow, PLACE_LOCAL, f, i);
      add_item(flow, place, object == UINT32_MAX ? DXL_FLOW_ARGUMENT : DXL_FLOW_OWN,
               object == UINT32_MAX ? (uint32_t)(entry - engine->rules->entries.items) : object);
    }
  }
}

/// The parameter that an address stands in or is read from; UINT32_MAX when it is none.
static uint32_t parameter_of(const dxl_graph *graph, dxl_ir_operand address) {
  for (unsigned step = 0; step < 8; step++) {
    const dxl_ir_instruction *from = dxl_definition(graph, address);
    if (!from || (from->opcode != DXL_IR_CAST && from->opcode != DXL_IR_LOAD))
      return UINT32_MAX;
    if (from->opcode == DXL_IR_LOAD)
      return from->a.kind == DXL_IR_LOCAL && from->a.index < graph->function->parameter_count ? from->a.index : UINT32_MAX;
    address = from->a;
  }
  return UINT32_MAX;
}

/// What an entry point that makes an object hands out through a parameter is the driver's own handle of it.
static void add_created(dxl_flow *flow) {
  dxl_engine *engine = flow->engine;
  for (uint32_t f = 0; f < engine->module->functions.count; f++) {
    const dxl_graph *graph = engine->functions[f].graph;
    const dxl_rule_entry *entry = graph ? engine->functions[f].entry : NULL;
    for (uint32_t n = 0; entry && n < engine->rules->objects.count; n++) {
      const dxl_rule_object *object = &engine->rules->objects.items[n];
      if (!object->create || strcmp(object->create, entry->type_name) != 0 || !object->has_created ||
          object->created.is_return || object->created.steps.count != 1 || object->created.steps.items[0].field)
        continue;
      for (uint32_t b = 0; b < graph->function->blocks.count; b++)
        for (uint32_t i = 0; i < graph->function->blocks.items[b].instructions.count; i++) {
          const dxl_ir_instruction *store = &graph->function->blocks.items[b].instructions.items[i];
          if (store->opcode != DXL_IR_STORE || !is_word(store->type) || parameter_of(graph, store->a) != object->created.argument)
            continue;
          dxl_flow_item item;
          uint32_t from = value_of(flow, graph, store->b, &item);
          if (from != NOWHERE && !flow->places.items[from].is_fixed)
            add_item(flow, from, DXL_FLOW_OWN, n);
        }
    }
  }
}

static void follow_indirect(dxl_flow *flow) {
  for (uint32_t n = 0; n < flow->indirect.count; n++) {
    const dxl_graph *graph = flow->engine->functions[flow->indirect.items[n].function].graph;
    const dxl_ir_call *call = flow->indirect.items[n].instruction->call;
    const dxl_flow_place *from = dxl_flow_source(flow, graph, call->callee);
    if (!from || from->is_crowded)
      continue;
    uint32_t place = (uint32_t)(from - flow->places.items), count = from->items.count;
    for (uint32_t i = 0; i < count && count <= DXL_LIMIT_TARGETS; i++) {
      dxl_flow_item item = flow->places.items[place].items.items[i];
      if (item.kind == DXL_FLOW_FUNCTION)
        pass_arguments(flow, graph, call, item.number);
    }
  }
}

// ---- What it is used as ----------------------------------------------------------------------------------------------

static void mark_use(dxl_flow *flow, uint32_t place, uint32_t used_as, bool is_owner) {
  dxl_flow_place *used = &flow->places.items[place];
  if ((used->used_as | used_as) == used->used_as && (used->is_used_as_owner || !is_owner))
    return;
  used->used_as |= used_as;
  used->is_used_as_owner |= is_owner;
  enqueue(flow, place);
}

static void use_place(dxl_flow *flow, const dxl_graph *graph, const dxl_ir_instruction *instruction,
                      const dxl_place *place, uint32_t used_as, bool is_owner) {
  uint32_t number = NOWHERE;
  if (place->is_return || place->argument >= instruction->call->arguments.count)
    return;
  if (place->steps.count == 0) {
    dxl_flow_item item;
    number = value_of(flow, graph, instruction->call->arguments.items[place->argument], &item);
  } else {
    const dxl_ir_record *record = dxl_argument_record(flow->engine, graph, instruction, place->argument);
    const char *field = place->steps.items[place->steps.count - 1].field;
    if (record && field && place->steps.count == 1)
      number = field_place(flow, record, field);
  }
  if (number != NOWHERE)
    mark_use(flow, number, used_as, is_owner);
}

static uint32_t object_bit(const dxl_rules *rules, const char *name) {
  for (uint32_t i = 0; i < rules->objects.count && i < 32; i++)
    if (strcmp(rules->objects.items[i].name, name) == 0)
      return (uint32_t)1 << i;
  return 0;
}

static void find_uses(dxl_flow *flow, const dxl_graph *graph) {
  for (uint32_t b = 0; b < graph->function->blocks.count; b++) {
    const dxl_ir_block *block = &graph->function->blocks.items[b];
    for (uint32_t i = 0; i < block->instructions.count; i++) {
      const dxl_ir_instruction *instruction = &block->instructions.items[i];
      const dxl_rule_call *rule =
          instruction->opcode == DXL_IR_CALL ? dxl_static_rule(flow->engine, graph, instruction) : NULL;
      if (!rule)
        continue;
      for (uint32_t k = 0; k < rule->handles.count; k++)
        use_place(flow, graph, instruction, &rule->handles.items[k].place,
                  object_bit(flow->engine->rules, rule->handles.items[k].object), false);
      for (uint32_t k = 0; k < rule->acquires.count; k++)
        if (rule->acquires.items[k].has_owner)
          use_place(flow, graph, instruction, &rule->acquires.items[k].owner, 0, true);
      for (uint32_t k = 0; k < rule->releases.count; k++)
        if (rule->releases.items[k].has_owner)
          use_place(flow, graph, instruction, &rule->releases.items[k].owner, 0, true);
      for (uint32_t k = 0; k < rule->uses.count; k++)
        if (rule->uses.items[k].has_owner)
          use_place(flow, graph, instruction, &rule->uses.items[k].owner, 0, true);
    }
  }
}

static void spread_uses(dxl_flow *flow) {
  while (flow->queue.count) {
    uint32_t to = dxl_array_pop(&flow->queue);
    flow->places.items[to].is_queued = false;
    for (uint32_t e = flow->places.items[to].first_in; e; e = flow->edges.items[e - 1].next_in)
      mark_use(flow, flow->edges.items[e - 1].from, flow->places.items[to].used_as, flow->places.items[to].is_used_as_owner);
  }
}

// ---- Public ------------------------------------------------------------------------------------------------------------

dxl_flow *dxl_flow_new(dxl_engine *engine) {
  dxl_flow *flow = dxl_allocate(sizeof *flow);
  memset(flow, 0, sizeof *flow);
  flow->engine = engine;
  flow->index = dxl_map_new();
  engine->flow = flow;
  uint32_t count = engine->module->functions.count;
  for (uint32_t i = 0; i < count; i++)
    if (engine->functions[i].graph)
      add_function(flow, engine->functions[i].graph);
  for (uint32_t i = 0; i < engine->module->globals.count; i++)
    add_initialisers(flow, engine->module->globals.items[i]);
  spread(flow);
  find_entries(flow);
  add_arguments(flow);
  add_created(flow);
  spread(flow);
  follow_indirect(flow);
  spread(flow);
  for (uint32_t i = 0; i < count; i++)
    if (engine->functions[i].graph)
      find_uses(flow, engine->functions[i].graph);
  spread_uses(flow);
  return flow;
}

void dxl_flow_free(dxl_flow *flow) {
  if (!flow)
    return;
  for (uint32_t i = 0; i < flow->places.count; i++)
    dxl_array_free(&flow->places.items[i].items);
  dxl_array_free(&flow->places);
  dxl_array_free(&flow->edges);
  dxl_array_free(&flow->queue);
  dxl_array_free(&flow->indirect);
  dxl_map_free(flow->index);
  dxl_release(flow);
}

const dxl_flow_place *dxl_flow_field(const dxl_flow *flow, const char *record, const char *member) {
  if (!flow || !record || !member)
    return NULL;
  place_key key = field_key(record, member);
  const uint64_t *slot = dxl_map_get(flow->index, &key, sizeof key);
  return slot ? &flow->places.items[*slot - 1] : NULL;
}

const dxl_flow_place *dxl_flow_global(const dxl_flow *flow, uint32_t global) {
  const place_key key = {PLACE_GLOBAL, global, 0};
  const uint64_t *slot = flow ? dxl_map_get(flow->index, &key, sizeof key) : NULL;
  return slot ? &flow->places.items[*slot - 1] : NULL;
}

const dxl_flow_place *dxl_flow_parameter(const dxl_flow *flow, uint32_t function, uint32_t parameter) {
  const place_key key = {PLACE_LOCAL, function, parameter};
  const uint64_t *slot = flow ? dxl_map_get(flow->index, &key, sizeof key) : NULL;
  return slot ? &flow->places.items[*slot - 1] : NULL;
}

const dxl_flow_place *dxl_flow_source(const dxl_flow *flow, const dxl_graph *graph, dxl_ir_operand operand) {
  dxl_flow_item item;
  if (!flow)
    return NULL;
  uint32_t place = value_of((dxl_flow *)(uintptr_t)flow, graph, operand, &item);
  return place == NOWHERE ? NULL : &flow->places.items[place];
}

bool dxl_flow_is_only(const dxl_flow_place *place, dxl_flow_kind kind, bool or_nothing, uint32_t *number) {
  bool found = false;
  if (!place || place->is_crowded)
    return false;
  for (uint32_t i = 0; i < place->items.count; i++) {
    const dxl_flow_item *item = &place->items.items[i];
    if (item->kind == DXL_FLOW_NOTHING && or_nothing)
      continue;
    if (item->kind != kind)
      return false;
    if (!found && number)
      *number = item->number;
    found = true;
  }
  return found;
}

bool dxl_flow_is_linked(const dxl_flow *flow, uint32_t object) {
  DXL_ARRAY(const dxl_ir_record *) records = {0}; // what the driver takes such an object for
  bool result = false;
  for (uint32_t i = 0; i < flow->places.count; i++)
    if (!flow->places.items[i].is_field && flow->places.items[i].record &&
        dxl_flow_has(&flow->places.items[i], DXL_FLOW_OWN, object))
      dxl_array_push(&records, flow->places.items[i].record);
  for (uint32_t i = 0; i < flow->places.count && !result; i++) {
    const dxl_flow_place *place = &flow->places.items[i];
    if (!dxl_flow_has(place, DXL_FLOW_OWN, object))
      continue;
    result = place->is_table;
    for (uint32_t k = 0; place->is_field && k < records.count && !result; k++)
      result = place->record == records.items[k];
  }
  dxl_array_free(&records);
  return result;
}

bool dxl_flow_has(const dxl_flow_place *place, dxl_flow_kind kind, uint32_t number) {
  for (uint32_t i = 0; place && i < place->items.count; i++)
    if (place->items.items[i].kind == kind && (number == UINT32_MAX || place->items.items[i].number == number))
      return true;
  return false;
}
