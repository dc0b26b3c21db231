// What the whole driver does with its global variables: which are never written to, and which keep what nobody ever
// takes out of them again.
// Invariant: a use that is not understood counts as one that does anything.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/internal.h"

enum {
  FOLLOW_LIMIT = 8,    ///< calls that a value is followed into
  HELD_LIMIT = 1 << 22 ///< locals times blocks of a function that it is followed through
};

// ---- Written to at all ---------------------------------------------------------------------------------------------------

typedef struct scan {
  dxl_engine *engine;
  const dxl_ir_instruction *instruction;
  bool is_outside; ///< in a function that nothing calls and that is no entry point, or in what such a function calls
} scan;

static void note_mention(void *user, const dxl_ir_operand *operand) {
  const scan *s = user;
  const dxl_ir_instruction *instruction = s->instruction;
  if (operand->kind != DXL_IR_GLOBAL)
    return;
  if (instruction && instruction->opcode == DXL_IR_LOAD)
    return;
  bool is_target = instruction && instruction->opcode == DXL_IR_STORE && operand == &instruction->a;
  dxl_global_facts *facts = &s->engine->globals[operand->index];
  facts->is_written = true;
  bool is_reset = is_target && instruction->b.kind == DXL_IR_INTEGER && instruction->b.integer == 0;
  facts->is_set_up |= s->is_outside && !is_reset;
  facts->is_address_taken |= !is_target;
}

/// A driver without the function by which the system finds it is a part of one.
static bool is_found_by_system(const dxl_engine *engine, const dxl_ir_function *function) {
  for (uint32_t i = 0; function->body != DXL_IR_DECLARED && i < engine->rules->entries.count; i++) {
    const char *name = engine->rules->entries.items[i].function;
    if (name && (strcmp(name, function->name) == 0 || (function->display && strcmp(name, function->display) == 0)))
      return true;
  }
  return false;
}

typedef DXL_ARRAY(uint32_t) function_list;

static void reach_callees(const dxl_engine *engine, uint32_t function, bool *is_outside, function_list *todo) {
  const dxl_ir_function *body = engine->module->functions.items[function];
  for (uint32_t b = 0; b < body->blocks.count; b++)
    for (uint32_t i = 0; i < body->blocks.items[b].instructions.count; i++) {
      const dxl_ir_instruction *instruction = &body->blocks.items[b].instructions.items[i];
      if (instruction->opcode != DXL_IR_CALL || instruction->call->callee.kind != DXL_IR_FUNCTION)
        continue;
      const uint32_t callee = instruction->call->callee.index;
      if (is_outside[callee] || engine->functions[callee].entry)
        continue;
      is_outside[callee] = true;
      dxl_array_push(todo, callee);
    }
}

/// Functions that run although no entry point is called: those that nothing calls, such as the one that registers the driver,
/// and what they call.
static bool *find_outside(const dxl_engine *engine) {
  const uint32_t count = engine->module->functions.count;
  bool *is_outside = dxl_allocate((count + 1) * sizeof *is_outside);
  function_list todo = {0};
  for (uint32_t f = 0; f < count; f++) {
    const dxl_function_facts *facts = &engine->functions[f];
    is_outside[f] = !facts->entry && !facts->is_called && !facts->is_address_taken && !facts->is_routine;
    if (is_outside[f])
      dxl_array_push(&todo, f);
  }
  while (todo.count)
    reach_callees(engine, todo.items[--todo.count], is_outside, &todo);
  dxl_array_free(&todo);
  return is_outside;
}

void dxl_survey_globals(dxl_engine *engine) {
  const dxl_ir_module *module = engine->module;
  bool *is_outside = find_outside(engine);
  engine->globals = dxl_allocate((module->globals.count + 1) * sizeof *engine->globals);
  memset(engine->globals, 0, (module->globals.count + 1) * sizeof *engine->globals);
  bool is_whole = true, is_part = true;
  for (uint32_t f = 0; f < module->functions.count; f++) {
    const dxl_ir_function *function = module->functions.items[f];
    is_whole &= function->body != DXL_IR_LOST;
    is_part &= !is_found_by_system(engine, function);
    for (uint32_t b = 0; b < function->blocks.count; b++) {
      const dxl_ir_block *block = &function->blocks.items[b];
      for (uint32_t i = 0; i < block->instructions.count; i++) {
        scan s = {engine, &block->instructions.items[i], is_outside[f]};
        dxl_visit_operands(s.instruction, note_mention, &s);
      }
      scan s = {engine, NULL, is_outside[f]};
      note_mention(&s, &block->terminator.condition);
    }
  }
  dxl_release(is_outside);
  for (uint32_t g = 0; g < module->globals.count; g++) {
    const dxl_ir_global *global = module->globals.items[g];
    for (uint32_t i = 0; i < global->initialisers.count; i++) {
      scan s = {engine, NULL, false};
      note_mention(&s, &global->initialisers.items[i].value);
    }
    engine->globals[g].is_written |= !is_whole;
    engine->globals[g].is_address_taken |= !is_whole;
    engine->globals[g].is_set_elsewhere = is_part && global->linkage != DXL_IR_STATIC;
  }
}

bool dxl_starts_as(const dxl_engine *engine, uint32_t global, int64_t bit, bool is_any, int64_t *value) {
  const dxl_ir_global *variable = engine->module->globals.items[global];
  *value = 0;
  if (!variable->is_defined || engine->globals[global].is_set_up)
    return false;
  for (uint32_t i = 0; i < variable->initialisers.count; i++) {
    const dxl_ir_initialiser *initialiser = &variable->initialisers.items[i];
    if (!is_any && (int64_t)initialiser->offset * 8 != bit)
      continue;
    if (is_any || initialiser->value.kind != DXL_IR_INTEGER)
      return false;
    *value = initialiser->value.integer;
  }
  return true;
}

// ---- Taken out again -------------------------------------------------------------------------------------------------------

/// Where a value goes in a function. A local holds it until something else is stored there.
typedef struct flow {
  dxl_engine *engine;
  const dxl_ir_function *function;
  uint32_t global; ///< whose value is followed, UINT32_MAX where it comes through a parameter
  bool *registers;
  bool *locals; ///< that hold it here
  bool *held;   ///< that hold it anywhere
  bool *begins; ///< per block: `locals` as it begins
  bool grows, is_lost;
} flow;

static bool is_given_away_in(dxl_engine *engine, uint32_t function, uint32_t global, uint32_t parameter, unsigned depth);

static bool carries(const flow *f, const dxl_ir_operand *operand) {
  return operand->kind == DXL_IR_REGISTER && f->registers[operand->index];
}

static void carry(flow *f, uint32_t result) {
  if (result == DXL_IR_NO_RESULT || f->registers[result])
    return;
  f->registers[result] = true;
  f->grows = true;
}

static void visit_holder(void *user, const dxl_ir_operand *operand) {
  flow *f = user;
  f->is_lost |= operand->kind == DXL_IR_LOCAL && f->held[operand->index];
}

static void hold_in(flow *f, bool *locals, uint32_t local) {
  f->grows |= !locals[local] || !f->held[local];
  locals[local] = f->held[local] = true;
}

static void follow_call(flow *f, const dxl_ir_instruction *instruction, unsigned depth) {
  const dxl_ir_call *call = instruction->call;
  const dxl_graph *graph = f->engine->functions[f->function->index].graph;
  for (uint32_t i = 0; i < call->arguments.count; i++) {
    if (!carries(f, &call->arguments.items[i]))
      continue;
    const dxl_rule_call *rule = dxl_static_rule(f->engine, graph, instruction);
    if (rule) {
      f->is_lost |= !rule->has_no_effect || rule->releases.count || rule->transfers.count || rule->escapes.count ||
                    rule->callbacks.count;
      carry(f, instruction->result); // the result may be the argument
    } else {
      f->is_lost |= call->callee.kind != DXL_IR_FUNCTION ||
                    is_given_away_in(f->engine, call->callee.index, UINT32_MAX, i, depth + 1);
    }
  }
}

static void follow(flow *f, const dxl_ir_instruction *instruction, unsigned depth) {
  switch (instruction->opcode) {
  case DXL_IR_LOAD:
    if ((instruction->a.kind == DXL_IR_GLOBAL && instruction->a.index == f->global) ||
        (instruction->a.kind == DXL_IR_LOCAL && f->locals[instruction->a.index]))
      carry(f, instruction->result);
    return;
  case DXL_IR_STORE:
    if (instruction->a.kind != DXL_IR_LOCAL) {
      f->is_lost |= carries(f, &instruction->b);
    } else if (carries(f, &instruction->b)) {
      f->grows |= !f->held[instruction->a.index];
      f->locals[instruction->a.index] = f->held[instruction->a.index] = true;
    } else {
      f->locals[instruction->a.index] &= f->function->locals.items[instruction->a.index].type->kind == DXL_IR_TYPE_RECORD;
    }
    return;
  case DXL_IR_LIFETIME_START:
  case DXL_IR_LIFETIME_END:
    return;
  case DXL_IR_CALL:
    f->is_lost |= carries(f, &instruction->call->callee);
    follow_call(f, instruction, depth);
    break;
  case DXL_IR_COPY:
  case DXL_IR_FILL:
    break; // what it points to
  default:
    // Comparing is asking: the driver may know whether there is one already.
    if (carries(f, &instruction->a) || carries(f, &instruction->b)) {
      f->is_lost |= instruction->opcode != DXL_IR_FIELD && instruction->opcode != DXL_IR_INDEX &&
                    instruction->opcode != DXL_IR_CAST;
      carry(f, instruction->result);
    }
    break;
  }
  dxl_visit_operands(instruction, visit_holder, f);
}

static void follow_block(flow *f, const dxl_ir_block *block, const bool *begins, unsigned depth) {
  const uint32_t count = f->function->locals.count;
  memcpy(f->locals, begins, count);
  for (uint32_t i = 0; i < block->instructions.count && !f->is_lost; i++)
    follow(f, &block->instructions.items[i], depth);
  f->is_lost |= carries(f, &block->terminator.condition);
  uint32_t to;
  for (uint32_t n = 0; (to = dxl_successor(block, n)) != DXL_IR_NO_BLOCK; n++)
    for (uint32_t i = 0; i < count; i++)
      if (f->locals[i] || (to == block->handler && f->held[i])) // which may come at any time
        hold_in(f, f->begins + (size_t)to * count, i);
}

/// Whether a function may do anything else with the value than store it in locals, look at what it points to, and hand it
/// to calls that leave it alone.
static bool is_given_away_in(dxl_engine *engine, uint32_t function, uint32_t global, uint32_t parameter, unsigned depth) {
  const dxl_ir_function *body = engine->module->functions.items[function];
  if (body->body != DXL_IR_LOWERED || depth > FOLLOW_LIMIT ||
      (parameter != UINT32_MAX && parameter >= body->parameter_count))
    return true;
  flow f = {.engine = engine, .function = body, .global = global, .grows = true};
  const uint32_t locals = body->locals.count;
  const size_t size = body->register_count + (size_t)locals * (body->blocks.count + 2) + 1;
  if (size > HELD_LIMIT)
    return true;
  f.registers = dxl_allocate(size);
  memset(f.registers, 0, size);
  f.locals = f.registers + body->register_count;
  f.held = f.locals + locals;
  f.begins = f.held + locals;
  if (parameter != UINT32_MAX)
    hold_in(&f, f.begins, parameter);
  while (f.grows && !f.is_lost) {
    f.grows = false;
    for (uint32_t b = 0; b < body->blocks.count && !f.is_lost; b++)
      follow_block(&f, &body->blocks.items[b], f.begins + (size_t)b * locals, depth);
  }
  dxl_release(f.registers);
  return f.is_lost;
}

static bool reads_global(const dxl_ir_function *function, uint32_t global) {
  for (uint32_t b = 0; b < function->blocks.count; b++)
    for (uint32_t i = 0; i < function->blocks.items[b].instructions.count; i++) {
      const dxl_ir_instruction *instruction = &function->blocks.items[b].instructions.items[i];
      if (instruction->opcode == DXL_IR_LOAD && instruction->a.kind == DXL_IR_GLOBAL && instruction->a.index == global)
        return true;
    }
  return false;
}

static bool is_kept_for_good(dxl_engine *engine, uint32_t global) {
  dxl_global_facts *facts = &engine->globals[global];
  if (facts->is_followed)
    return facts->is_kept_for_good;
  const dxl_ir_global *variable = engine->module->globals.items[global];
  bool is_kept = variable->is_defined && !facts->is_address_taken;
  // Who else could see the variable is part of the analysis where one of another file is.
  bool is_known_to_all = variable->linkage == DXL_IR_STATIC;
  for (uint32_t i = 0; i < engine->module->functions.count && is_kept; i++) {
    const dxl_ir_function *function = engine->module->functions.items[i];
    if (!reads_global(function, global))
      continue;
    is_known_to_all |= function->location.file != variable->location.file;
    is_kept = !is_given_away_in(engine, i, global, UINT32_MAX, 0);
  }
  facts->is_followed = true;
  facts->is_kept_for_good = is_kept && is_known_to_all;
  return facts->is_kept_for_good;
}

bool dxl_mark_left(dxl_engine *engine, dxl_state *state) {
  uint32_t left = 0;
  for (uint32_t i = 0; i < state->holdings.count; i++) {
    dxl_holding *holding = &state->holdings.items[i];
    bool is_left = false;
    if (holding->state == DXL_HOLDING_LIVE && !holding->is_escaped && !holding->is_foreign && !holding->is_reported &&
        engine->rules->resources.items[holding->resource].leak_is_reported) {
      for (uint32_t k = 0; k < state->objects.count && !is_left; k++) {
        const dxl_object *object = state->objects.items[k];
        const dxl_region *region = dxl_term_region(&engine->terms, object->base);
        is_left = region && region->kind == DXL_REGION_GLOBAL && object->cells.count == 1 &&
                  object->cells.items[0].value == holding->value && is_kept_for_good(engine, region->index);
      }
    }
    if (!is_left)
      continue;
    state->holdings.items[left] = *holding;
    state->holdings.items[left++].is_left = true;
  }
  state->holdings.count = left;
  return left > 0;
}
