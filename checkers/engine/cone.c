// Which functions matter: those from which a call of the rules can be reached (the cone), and those that change what the
// functions of the cone read. The rest is not explored by itself.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <stdlib.h>

#include "engine/internal.h"

// ---- Calls -----------------------------------------------------------------------------------------------------------

typedef struct edge {
  uint32_t caller, callee;
} edge;

/// Functions that a value may be which comes from a variable or a field.
static void add_flow_edges(dxl_engine *engine, const dxl_ir_function *function, dxl_ir_operand value, void *list_) {
  DXL_ARRAY(edge) *list = list_;
  const dxl_flow_place *from = dxl_flow_source(engine->flow, engine->functions[function->index].graph, value);
  for (uint32_t i = 0; from && !from->is_crowded && i < from->items.count; i++) {
    edge e = {function->index, from->items.items[i].number};
    if (from->items.items[i].kind == DXL_FLOW_FUNCTION)
      dxl_array_push(list, e);
  }
}

static void add_edges(dxl_engine *engine, const dxl_ir_function *function, void *list_) {
  DXL_ARRAY(edge) *list = list_;
  for (uint32_t b = 0; b < function->blocks.count; b++) {
    const dxl_ir_block *block = &function->blocks.items[b];
    for (uint32_t i = 0; i < block->instructions.count; i++) {
      const dxl_ir_instruction *instruction = &block->instructions.items[i];
      if (instruction->opcode == DXL_IR_STORE && instruction->a.kind == DXL_IR_LOCAL) {
        // A function that a local points to is called through it.
        uint32_t target = dxl_function_of(engine->functions[function->index].graph, instruction->b);
        if (target != UINT32_MAX) {
          edge e = {function->index, target};
          dxl_array_push(list, e);
        }
      }
      if (instruction->opcode != DXL_IR_CALL)
        continue;
      const dxl_ir_call *call = instruction->call;
      if (call->callee.kind == DXL_IR_FUNCTION) {
        edge e = {function->index, call->callee.index};
        dxl_array_push(list, e);
      }
      const dxl_ir_record *record;
      const char *member;
      if (dxl_loaded_field(engine->functions[function->index].graph, call->callee, &record, &member)) {
        const struct dxl_targets *targets = dxl_field_targets(engine, record->name, member);
        for (uint32_t k = 0; targets && k < targets->functions.count; k++) {
          edge e = {function->index, targets->functions.items[k]};
          dxl_array_push(list, e);
        }
      }
      if (call->callee.kind != DXL_IR_FUNCTION && !call->virtual_method)
        add_flow_edges(engine, function, call->callee, list);
      for (uint32_t k = 0; call->virtual_method && k < engine->module->overrides.count; k++) {
        const dxl_ir_override *entry = &engine->module->overrides.items[k];
        const dxl_ir_function *target = entry->implementation && strcmp(entry->method, call->virtual_method) == 0
                                            ? dxl_ir_function_find(engine->module, entry->implementation)
                                            : NULL;
        if (target) {
          edge e = {function->index, target->index};
          dxl_array_push(list, e);
        }
      }
      // A routine that is passed on may be called there.
      for (uint32_t k = 0; k < call->arguments.count; k++) {
        uint32_t target = dxl_function_of(engine->functions[function->index].graph, call->arguments.items[k]);
        if (target != UINT32_MAX) {
          edge e = {function->index, target};
          dxl_array_push(list, e);
        } else if (engine->functions[function->index].is_in_cone) {
          add_flow_edges(engine, function, call->arguments.items[k], list);
        }
      }
    }
  }
}

static int compare_edges(const void *a_, const void *b_) {
  const edge *a = a_, *b = b_;
  if (a->caller != b->caller)
    return a->caller < b->caller ? -1 : 1;
  return a->callee < b->callee ? -1 : a->callee > b->callee;
}

/// Callers of each function: those of f stand at `first[f]` up to `first[f + 1]`.
typedef struct caller_index {
  uint32_t *first, *callers;
} caller_index;

/// True in `members` spreads from callees to callers.
static void spread(bool *members, uint32_t count, const caller_index *index) {
  DXL_ARRAY(uint32_t) joined = {0};
  for (uint32_t i = 0; i < count; i++)
    if (members[i])
      dxl_array_push(&joined, i);
  while (joined.count) {
    uint32_t function = dxl_array_pop(&joined);
    for (uint32_t k = index->first[function]; k < index->first[function + 1]; k++)
      if (!members[index->callers[k]]) {
        members[index->callers[k]] = true;
        dxl_array_push(&joined, index->callers[k]);
      }
  }
  dxl_array_free(&joined);
}

// ---- Influence -------------------------------------------------------------------------------------------------------

/// The variable or the field that an address stands for, as a number that is the same in all functions; 0 = neither.
static uint64_t place_of(const dxl_graph *graph, dxl_ir_operand address) {
  for (unsigned step = 0; step < 16; step++) {
    if (address.kind == DXL_IR_GLOBAL)
      return (uint64_t)address.index + 1;
    const dxl_ir_instruction *from = dxl_definition(graph, address);
    if (!from)
      return 0;
    if (from->opcode == DXL_IR_FIELD && from->record && from->field)
      return dxl_hash(from->field, strlen(from->field), dxl_hash(from->record->name, strlen(from->record->name), 0)) |
             (uint64_t)1 << 63;
    if (from->opcode != DXL_IR_CAST && from->opcode != DXL_IR_INDEX)
      return 0;
    address = from->a;
  }
  return 0;
}

/// The instruction whose address `address` lies within: that of the member of a record that holds it; NULL = none.
static const dxl_ir_instruction *outer_field(const dxl_graph *graph, dxl_ir_operand address) {
  const dxl_ir_instruction *from = dxl_definition(graph, address);
  while (from && (from->opcode == DXL_IR_CAST || from->opcode == DXL_IR_INDEX))
    from = dxl_definition(graph, from->a);
  return from && from->opcode == DXL_IR_FIELD ? from : NULL;
}

/// Notes a place that is read, and the records within records that it stands in: those may be written as a whole.
static void note_place(const dxl_graph *graph, dxl_map *reads, dxl_ir_operand address) {
  for (unsigned step = 0; step < 16; step++) {
    const uint64_t place = place_of(graph, address);
    if (place)
      dxl_map_put_u64(reads, place, NULL);
    const dxl_ir_instruction *field = outer_field(graph, address);
    if (!field)
      return;
    address = field->a;
  }
}

/// Whether a call may read or write what its arguments point to: by its rule; else where it is the driver's own, or only a pointer names it.
static bool uses_addresses(const dxl_engine *engine, const dxl_graph *graph, const dxl_ir_instruction *call) {
  const dxl_ir_operand callee = call->call->callee;
  const dxl_rule_call *rule = dxl_static_rule(engine, graph, call);
  if (rule)
    return rule->memory.count > 0;
  return callee.kind != DXL_IR_FUNCTION || engine->functions[callee.index].graph;
}

static void note_reads(const dxl_engine *engine, const dxl_graph *graph, dxl_map *reads) {
  for (uint32_t b = 0; b < graph->function->blocks.count; b++) {
    const dxl_ir_block *block = &graph->function->blocks.items[b];
    for (uint32_t i = 0; i < block->instructions.count; i++) {
      const dxl_ir_instruction *instruction = &block->instructions.items[i];
      if (instruction->opcode == DXL_IR_LOAD)
        note_place(graph, reads, instruction->a);
      if (instruction->opcode == DXL_IR_STORE) // a pointer to it is kept
        note_place(graph, reads, instruction->b);
      if (instruction->opcode == DXL_IR_CALL && uses_addresses(engine, graph, instruction))
        for (uint32_t k = 0; k < instruction->call->arguments.count; k++)
          note_place(graph, reads, instruction->call->arguments.items[k]);
    }
  }
}

static bool is_read(const dxl_graph *graph, const dxl_map *reads, dxl_ir_operand address) {
  const uint64_t place = place_of(graph, address);
  return place && dxl_map_get_u64(reads, place);
}

/// Whether an instruction may change one of the places, by itself or by giving away its address.
static bool may_write(const dxl_engine *engine, const dxl_graph *graph, const dxl_ir_instruction *instruction,
                      const dxl_map *reads) {
  switch (instruction->opcode) {
  case DXL_IR_STORE: return is_read(graph, reads, instruction->a) || is_read(graph, reads, instruction->b);
  case DXL_IR_COPY:
  case DXL_IR_FILL: return is_read(graph, reads, instruction->a);
  case DXL_IR_CALL:
    for (uint32_t k = 0; k < instruction->call->arguments.count; k++)
      if (is_read(graph, reads, instruction->call->arguments.items[k]) && uses_addresses(engine, graph, instruction))
        return true;
    return false;
  default: return false;
  }
}

static bool writes_any(const dxl_engine *engine, const dxl_graph *graph, const dxl_map *reads) {
  for (uint32_t b = 0; b < graph->function->blocks.count; b++) {
    const dxl_ir_block *block = &graph->function->blocks.items[b];
    for (uint32_t i = 0; i < block->instructions.count; i++)
      if (may_write(engine, graph, &block->instructions.items[i], reads))
        return true;
  }
  return false;
}

// ---- Idle loops ------------------------------------------------------------------------------------------------------

/// Whether an instruction can begin or end a resource that is reported. Whom a pointer calls nobody knows here.
static bool acts(const dxl_engine *engine, const dxl_graph *graph, const dxl_ir_instruction *instruction) {
  if (instruction->opcode != DXL_IR_CALL)
    return false;
  const dxl_rule_call *rule = dxl_static_rule(engine, graph, instruction);
  if (rule)
    return dxl_concerns(engine, rule) || rule->callbacks.count;
  const dxl_ir_operand callee = instruction->call->callee;
  return callee.kind != DXL_IR_FUNCTION || engine->functions[callee.index].is_acting;
}

static void find_idle_loops(const dxl_engine *engine, dxl_graph *graph) {
  for (uint32_t i = 0; i < graph->loops.count; i++)
    graph->loops.items[i].is_idle = true;
  for (uint32_t b = 0; b < graph->function->blocks.count; b++) {
    const dxl_ir_block *block = &graph->function->blocks.items[b];
    bool is_acting = false;
    if (graph->blocks[b].loop == DXL_NO_LOOP)
      continue;
    for (uint32_t i = 0; i < block->instructions.count && !is_acting; i++)
      is_acting = acts(engine, graph, &block->instructions.items[i]);
    for (uint32_t loop = graph->blocks[b].loop; is_acting && loop != DXL_NO_LOOP; loop = graph->loops.items[loop].parent)
      graph->loops.items[loop].is_idle = false;
  }
}

// ---- Public ------------------------------------------------------------------------------------------------------------

void dxl_find_cone(dxl_engine *engine) {
  DXL_ARRAY(edge) edges = {0};
  uint32_t count = engine->module->functions.count;
  for (uint32_t i = 0; i < count; i++)
    if (engine->functions[i].graph)
      add_edges(engine, engine->module->functions.items[i], &edges);
  caller_index index = {dxl_allocate((count + 2) * sizeof(uint32_t)), dxl_allocate((edges.count + 1) * sizeof(uint32_t))};
  memset(index.first, 0, (count + 2) * sizeof(uint32_t));
  for (uint32_t i = 0; i < edges.count; i++)
    index.first[edges.items[i].callee + 2]++;
  for (uint32_t i = 2; i < count + 2; i++)
    index.first[i] += index.first[i - 1];
  for (uint32_t i = 0; i < edges.count; i++)
    index.callers[index.first[edges.items[i].callee + 1]++] = edges.items[i].caller;
  bool *members = dxl_allocate((count + 1) * sizeof(bool));
  for (uint32_t i = 0; i < count; i++)
    members[i] = engine->functions[i].is_in_cone;
  spread(members, count, &index);
  dxl_map *reads = dxl_map_new();
  for (uint32_t i = 0; i < count; i++)
    engine->functions[i].is_in_cone = members[i];
  // What members look at, they may look at through helpers, such as those of lists.
  for (uint32_t i = 0; i < edges.count; i++)
    if (engine->functions[edges.items[i].caller].is_in_cone &&
        engine->functions[edges.items[i].callee].weight <= DXL_LIMIT_PLAIN_BODY)
      members[edges.items[i].callee] = true;
  for (uint32_t i = 0; i < count; i++)
    if (members[i] && engine->functions[i].graph)
      note_reads(engine, engine->functions[i].graph, reads);
  for (uint32_t i = 0; i < count; i++)
    members[i] = engine->functions[i].graph && writes_any(engine, engine->functions[i].graph, reads);
  spread(members, count, &index);
  for (uint32_t i = 0; i < count; i++)
    engine->functions[i].is_influential = members[i];
  dxl_map_free(reads);
  for (uint32_t i = 0; i < count; i++)
    members[i] = engine->functions[i].is_acting;
  spread(members, count, &index);
  for (uint32_t i = 0; i < count; i++)
    engine->functions[i].is_acting = members[i];
  for (uint32_t i = 0; i < count; i++)
    if (engine->functions[i].graph)
      find_idle_loops(engine, engine->functions[i].graph);
  // Weights: a few rounds are enough to tell light from heavy; recursion makes a function heavy.
  for (unsigned round = 0; round < 6; round++)
    for (uint32_t i = 0; i < edges.count; i++) {
      dxl_function_facts *caller = &engine->functions[edges.items[i].caller];
      const dxl_function_facts *callee = &engine->functions[edges.items[i].callee];
      if (round == 0 && callee->graph)
        caller->callees_weight += callee->weight < 1000000 ? callee->weight : 1000000;
      else if (round > 0 && callee->callees_weight > DXL_LIMIT_PLAIN_BODY)
        caller->callees_weight = DXL_LIMIT_PLAIN_BODY + 1;
    }
  // What each function calls, for those who ask.
  if (edges.count)
    qsort(edges.items, edges.count, sizeof *edges.items, compare_edges);
  engine->callees = dxl_allocate((edges.count + 1) * sizeof(uint32_t));
  uint32_t kept = 0;
  for (uint32_t i = 0; i < edges.count; i++) {
    dxl_function_facts *caller = &engine->functions[edges.items[i].caller];
    if (i && compare_edges(&edges.items[i - 1], &edges.items[i]) == 0)
      continue;
    if (!caller->callee_count++)
      caller->first_callee = kept;
    engine->callees[kept++] = edges.items[i].callee;
  }
  dxl_release(members);
  dxl_release(index.first);
  dxl_release(index.callers);
  dxl_array_free(&edges);
}

bool dxl_is_entered(const dxl_engine *engine, uint32_t function) {
  const dxl_function_facts *facts = &engine->functions[function];
  if (!facts->graph)
    return false;
  return facts->is_in_cone || facts->weight + facts->callees_weight <= DXL_LIMIT_PLAIN_BODY;
}
