// Stores to fields that certainly are overwritten before anybody can look: the last store to an entry of a table counts.
// A store is overwritten when every way on from it stores to the same field of the same record again, before the record
// is given to somebody who might read it. Helpers that only fill the record in are followed, upwards and downwards.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/internal.h"

enum {
  HELPERS_DEEP = 4,  ///< calls that are followed, up or down
  WAYS_LIMIT = 4096  ///< blocks that are walked through for one store
};

/// The record that is filled in, as seen in one function: a local of its type, what a local points to, or a global.
typedef struct place {
  const dxl_ir_record *record;
  const char *field;
  dxl_ir_operand base; ///< LOCAL or GLOBAL
  bool is_pointer;     ///< the local holds its address
} place;

static bool same_base(const place *a, const dxl_ir_operand *base, bool is_pointer) {
  return a->base.kind == base->kind && a->base.index == base->index && a->is_pointer == is_pointer;
}

/// What an address operand is about: a variable, or what a local that is set once points to.
static bool base_of(const dxl_graph *graph, dxl_ir_operand operand, dxl_ir_operand *base, bool *is_pointer) {
  for (unsigned step = 0; step < 8; step++) {
    if (operand.kind == DXL_IR_LOCAL || operand.kind == DXL_IR_GLOBAL) {
      *base = operand;
      *is_pointer = false;
      return true;
    }
    const dxl_ir_instruction *definition = dxl_definition(graph, operand);
    if (definition && definition->opcode == DXL_IR_CAST) {
      operand = definition->a;
      continue;
    }
    if (!definition || definition->opcode != DXL_IR_LOAD || definition->a.kind != DXL_IR_LOCAL)
      return false;
    *base = definition->a;
    *is_pointer = true;
    return true;
  }
  return false;
}

static bool place_of_store(const dxl_graph *graph, const dxl_ir_instruction *store, place *found) {
  const dxl_ir_instruction *field = dxl_definition(graph, store->a);
  if (store->opcode != DXL_IR_STORE || !field || field->opcode != DXL_IR_FIELD || !field->record || !field->field ||
      !base_of(graph, field->a, &found->base, &found->is_pointer))
    return false;
  found->record = field->record;
  found->field = field->field;
  return true;
}

typedef enum effect { EFFECT_NONE, EFFECT_OVERWRITTEN, EFFECT_SEEN } effect;

static bool is_overwritten_from(dxl_engine *engine, const dxl_graph *graph, uint32_t block, uint32_t instruction,
                                const place *at, bool is_left_at_return, unsigned depth);

/// Whether an argument of a call is the record.
static bool is_given(const dxl_graph *graph, dxl_ir_operand operand, const place *at) {
  dxl_ir_operand base;
  bool is_pointer;
  if (base_of(graph, operand, &base, &is_pointer) && same_base(at, &base, is_pointer))
    return true;
  // Some part of it.
  const dxl_ir_instruction *definition = dxl_definition(graph, operand);
  for (unsigned step = 0; definition && step < 8; step++) {
    if (definition->opcode != DXL_IR_FIELD && definition->opcode != DXL_IR_INDEX && definition->opcode != DXL_IR_CAST)
      return false;
    if (base_of(graph, definition->a, &base, &is_pointer) && same_base(at, &base, is_pointer))
      return true;
    definition = dxl_definition(graph, definition->a);
  }
  return false;
}

static effect effect_of_call(dxl_engine *engine, const dxl_graph *graph, const dxl_ir_instruction *call, const place *at,
                             unsigned depth) {
  effect result = at->base.kind == DXL_IR_GLOBAL ? EFFECT_SEEN : EFFECT_NONE;
  for (uint32_t i = 0; i < call->call->arguments.count; i++) {
    if (!is_given(graph, call->call->arguments.items[i], at))
      continue;
    dxl_ir_operand base;
    bool is_pointer;
    const dxl_graph *callee =
        call->call->callee.kind == DXL_IR_FUNCTION ? engine->functions[call->call->callee.index].graph : NULL;
    if (!callee || depth == 0 || i >= callee->function->parameter_count ||
        !base_of(graph, call->call->arguments.items[i], &base, &is_pointer))
      return EFFECT_SEEN;
    place there = *at;
    there.base = (dxl_ir_operand){.kind = DXL_IR_LOCAL, .index = i};
    there.is_pointer = true;
    if (!is_overwritten_from(engine, callee, 0, 0, &there, false, depth - 1))
      return EFFECT_SEEN;
    result = EFFECT_OVERWRITTEN;
  }
  return result;
}

static effect effect_of(dxl_engine *engine, const dxl_graph *graph, const dxl_ir_instruction *instruction, const place *at,
                        unsigned depth) {
  place written = {0};
  switch (instruction->opcode) {
  case DXL_IR_STORE:
    if (place_of_store(graph, instruction, &written) && written.record == at->record &&
        strcmp(written.field, at->field) == 0 && same_base(at, &written.base, written.is_pointer))
      return EFFECT_OVERWRITTEN;
    if (at->is_pointer && instruction->a.kind == DXL_IR_LOCAL && instruction->a.index == at->base.index &&
        instruction->b.kind != DXL_IR_NONE)
      return EFFECT_SEEN; // another record from now on
    return is_given(graph, instruction->b, at) ? EFFECT_SEEN : EFFECT_NONE;
  case DXL_IR_LOAD: {
    const dxl_ir_instruction *field = dxl_definition(graph, instruction->a);
    return field && is_given(graph, instruction->a, at) && field->opcode == DXL_IR_FIELD && field->field &&
                   strcmp(field->field, at->field) == 0
               ? EFFECT_SEEN
               : EFFECT_NONE;
  }
  case DXL_IR_COPY:
    return is_given(graph, instruction->b, at) ? EFFECT_SEEN : EFFECT_NONE;
  case DXL_IR_CALL:
    return effect_of_call(engine, graph, instruction, at, depth);
  default:
    return EFFECT_NONE;
  }
}

static bool is_overwritten_by_callers(dxl_engine *engine, const dxl_graph *graph, const place *at, unsigned depth) {
  uint32_t own = graph->function->index, calls = 0;
  // The parameter must still be what it was.
  if (depth == 0 || engine->functions[own].is_address_taken || engine->functions[own].entry || at->base.kind != DXL_IR_LOCAL || !at->is_pointer ||
      at->base.index >= graph->function->parameter_count)
    return false;
  for (uint32_t f = 0; f < engine->module->functions.count; f++) {
    const dxl_graph *caller = engine->functions[f].graph;
    for (uint32_t b = 0; caller && b < caller->function->blocks.count; b++)
      for (uint32_t i = 0; i < caller->function->blocks.items[b].instructions.count; i++) {
        const dxl_ir_instruction *call = &caller->function->blocks.items[b].instructions.items[i];
        if (call->opcode != DXL_IR_CALL || call->call->callee.kind != DXL_IR_FUNCTION || call->call->callee.index != own)
          continue;
        place there = *at;
        calls++;
        if (at->base.index >= call->call->arguments.count ||
            !base_of(caller, call->call->arguments.items[at->base.index], &there.base, &there.is_pointer) ||
            !is_overwritten_from(engine, caller, b, i + 1, &there, true, depth - 1))
          return false;
      }
  }
  return calls > 0;
}

/// Walks all ways on from an instruction. `is_left_at_return`: whoever called the function is asked where it returns.
static bool is_overwritten_from(dxl_engine *engine, const dxl_graph *graph, uint32_t block, uint32_t instruction,
                                const place *at, bool is_left_at_return, unsigned depth) {
  const dxl_ir_function *function = graph->function;
  bool *seen = dxl_allocate(function->blocks.count + 1);
  memset(seen, 0, function->blocks.count + 1);
  DXL_ARRAY(uint32_t) stack = {0};
  dxl_array_push(&stack, block);
  bool result = true;
  uint32_t walked = 0;
  for (uint32_t first = instruction; stack.count && result; first = 0) {
    const dxl_ir_block *body = &function->blocks.items[dxl_array_pop(&stack)];
    effect what = EFFECT_NONE;
    if (++walked > WAYS_LIMIT) {
      result = false;
      break;
    }
    for (uint32_t i = first; i < body->instructions.count && what == EFFECT_NONE; i++)
      what = effect_of(engine, graph, &body->instructions.items[i], at, depth);
    if (what == EFFECT_SEEN)
      result = false;
    if (what != EFFECT_NONE)
      continue;
    if (body->terminator.kind == DXL_IR_RETURN || body->terminator.kind == DXL_IR_RESUME)
      result = is_left_at_return && is_overwritten_by_callers(engine, graph, at, depth);
    uint32_t to;
    for (uint32_t n = 0; (to = dxl_successor(body, n)) != DXL_IR_NO_BLOCK; n++)
      if (!seen[to]) {
        seen[to] = true;
        dxl_array_push(&stack, to);
      }
  }
  dxl_array_free(&stack);
  dxl_release(seen);
  return result;
}

bool dxl_is_overwritten(dxl_engine *engine, const dxl_graph *graph, uint32_t block, uint32_t instruction) {
  place at = {0};
  const dxl_ir_instruction *store = &graph->function->blocks.items[block].instructions.items[instruction];
  return place_of_store(graph, store, &at) &&
         is_overwritten_from(engine, graph, block, instruction + 1, &at, true, HELPERS_DEEP);
}
