// Executes the instructions of a block on one state. Calls are in call.c.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/internal.h"

#include "checks/checks.h"

/// Number of the pseudo local that holds the registers used across blocks.
#define REGISTER_LOCAL 0x80000000u

// ---- Operands and registers ------------------------------------------------------------------------------------------------

void dxl_running_free(dxl_running *running) {
  dxl_state_free(running->state);
  dxl_release(running->registers);
  running->state = NULL;
  running->registers = NULL;
}

dxl_running dxl_running_copy(const dxl_engine *engine, const dxl_frame *frame, const dxl_running *running) {
  (void)engine;
  uint32_t slots = frame->graph->slots[frame->point->block];
  dxl_running copy = {dxl_state_copy(running->state), dxl_allocate((slots + 1) * sizeof(dxl_term))};
  memcpy(copy.registers, running->registers, (slots + 1) * sizeof(dxl_term));
  return copy;
}

dxl_scalar dxl_scalar_of(const dxl_ir_type *type) {
  dxl_scalar scalar = {.width = 64};
  if (!type)
    return scalar;
  switch (type->kind) {
  case DXL_IR_TYPE_INTEGER:
    scalar.width = type->bits;
    scalar.is_signed = type->is_signed;
    break;
  case DXL_IR_TYPE_FLOAT:
    scalar.width = type->bits;
    break;
  case DXL_IR_TYPE_POINTER:
    scalar.width = type->size ? (uint32_t)type->size * 8 : 64;
    scalar.is_pointer = true;
    break;
  case DXL_IR_TYPE_RECORD:
  case DXL_IR_TYPE_ARRAY:
    scalar.width = type->size && type->size <= 8 ? (uint32_t)type->size * 8 : 64;
    break;
  case DXL_IR_TYPE_VOID:
  case DXL_IR_TYPE_FUNCTION:
    break;
  }
  return scalar;
}

dxl_term dxl_local_term(dxl_engine *engine, const dxl_frame *frame, uint32_t local) {
  const dxl_ir_local *declared = &dxl_frame_function(engine, frame)->locals.items[local];
  return dxl_term_region_of(&engine->terms, DXL_REGION_LOCAL, frame->site, local, declared->type, declared->name);
}

dxl_term dxl_register_object(dxl_engine *engine, const dxl_frame *frame) {
  return dxl_term_region_of(&engine->terms, DXL_REGION_LOCAL, frame->site, REGISTER_LOCAL, NULL, NULL);
}

dxl_term dxl_operand(dxl_engine *engine, dxl_frame *frame, dxl_running *running, dxl_ir_operand operand) {
  dxl_terms *terms = &engine->terms;
  switch (operand.kind) {
  case DXL_IR_NONE:
    return dxl_term_undefined(terms);
  case DXL_IR_REGISTER: {
    const dxl_graph_register *reg = &frame->graph->registers[operand.index];
    if (reg->block == frame->point->block && running->registers && running->registers[reg->slot])
      return running->registers[reg->slot];
    dxl_address address = {dxl_register_object(engine, frame), 0, 0};
    dxl_scalar scalar = {.width = 64, .is_signed = true};
    return dxl_memory_read(terms, running->state, address, (int64_t)operand.index * 64, scalar);
  }
  case DXL_IR_INTEGER:
    return dxl_term_integer(terms, operand.integer);
  case DXL_IR_FLOAT: {
    bool is_new;
    dxl_term term = dxl_term_symbol_keyed(terms, DXL_SYMBOL_RESULT, &operand.real, sizeof operand.real, &is_new);
    if (is_new && operand.real > 0) // a constant is nothing that may be zero
      dxl_term_symbol(terms, term)->low = 1;
    return term;
  }
  case DXL_IR_STRING: {
    uint64_t *slot = dxl_map_put_text(engine->places, operand.text ? operand.text : "", NULL);
    if (!*slot)
      *slot = dxl_map_count(engine->places);
    return dxl_term_region_of(terms, DXL_REGION_STRING, 0, (uint32_t)*slot, NULL, operand.text);
  }
  case DXL_IR_LOCAL:
    return dxl_local_term(engine, frame, operand.index);
  case DXL_IR_GLOBAL: {
    const dxl_ir_global *global = engine->module->globals.items[operand.index];
    return dxl_term_region_of(terms, DXL_REGION_GLOBAL, 0, operand.index, global->type, global->display);
  }
  case DXL_IR_FUNCTION:
    return dxl_term_function(terms, operand.index);
  }
  return dxl_term_undefined(terms);
}

void dxl_set_result(dxl_engine *engine, dxl_frame *frame, dxl_running *running, const dxl_ir_instruction *instruction,
                    dxl_term value) {
  if (instruction->result == DXL_IR_NO_RESULT || !value)
    return;
  const dxl_graph_register *reg = &frame->graph->registers[instruction->result];
  running->registers[reg->slot] = value;
  if (reg->is_shared) {
    dxl_address address = {dxl_register_object(engine, frame), 0, 0};
    dxl_memory_write(&engine->terms, running->state, address, (int64_t)instruction->result * 64, 64, value);
  }
}

// ---- Memory ------------------------------------------------------------------------------------------------------------------

/// Record and member that an address operand selects, for symbols first seen there.
static void name_field(const dxl_engine *engine, const dxl_frame *frame, dxl_ir_operand address, dxl_scalar *scalar) {
  const dxl_ir_instruction *definition = dxl_definition(frame->graph, address);
  for (unsigned step = 0; definition && definition->opcode == DXL_IR_CAST && step < 8; step++)
    definition = dxl_definition(frame->graph, definition->a);
  if (definition && definition->opcode == DXL_IR_FIELD && definition->record) {
    scalar->record = definition->record->name;
    scalar->member = definition->field;
    scalar->opposite = dxl_opposite_of(engine, scalar->record, scalar->member);
  }
}

bool dxl_execute_both(dxl_engine *engine, dxl_frame *frame, const dxl_ir_instruction *instruction, dxl_running running,
                      dxl_term condition, dxl_runnings *out) {
  dxl_terms *terms = &engine->terms;
  dxl_running other = dxl_running_copy(engine, frame, &running);
  bool no = dxl_assume(terms, other.state, condition, false) && dxl_conclude(terms, other.state);
  if (no && dxl_evaluate(terms, other.state, condition) < 0) { // would be asked for ever
    dxl_running_free(&other);
    return false;
  }
  bool yes = dxl_assume(terms, running.state, condition, true) && dxl_conclude(terms, running.state);
  bool is_open = yes && dxl_evaluate(terms, running.state, condition) < 0;
  if (!yes)
    dxl_running_free(&running);
  else if (!is_open)
    dxl_execute(engine, frame, instruction, running, out);
  if (no)
    dxl_execute(engine, frame, instruction, other, out);
  else
    dxl_running_free(&other);
  return !is_open;
}

/// Where an address is one of two that a condition tells apart, the state is split on it. True when it was: both halves
/// are executed anew.
static bool split_on(dxl_engine *engine, dxl_frame *frame, const dxl_ir_instruction *instruction, dxl_running running,
                     dxl_term value, dxl_runnings *out) {
  dxl_term resolved = dxl_resolve(&engine->terms, running.state, value);
  dxl_term_node node = *dxl_term_get(&engine->terms, resolved);
  for (unsigned step = 0; (node.kind == DXL_TERM_ADD || node.kind == DXL_TERM_ELEMENT) && step < 8; step++)
    node = *dxl_term_get(&engine->terms, dxl_resolve(&engine->terms, running.state, node.a));
  if (node.kind != DXL_TERM_CHOICE || dxl_evaluate(&engine->terms, running.state, node.c) >= 0)
    return false;
  return dxl_execute_both(engine, frame, instruction, running, node.c, out);
}

static bool is_live_in(const dxl_engine *engine, const dxl_state *state, dxl_term value) {
  for (uint32_t i = 0; i < state->holdings.count; i++) {
    const dxl_holding *holding = &state->holdings.items[i];
    if (holding->state == DXL_HOLDING_LIVE && !holding->is_escaped && !holding->is_reported &&
        engine->rules->resources.items[holding->resource].leak_is_reported &&
        dxl_term_contains(&engine->terms, value, holding->value))
      return true;
  }
  return false;
}

/// Where a store may hit an element that holds something live, the state is split on whether it does. The values of those
/// that it hits for sure are added to `old`.
static bool split_on_element(dxl_engine *engine, dxl_frame *frame, const dxl_ir_instruction *instruction,
                             dxl_running running, dxl_address place, int64_t bit, uint32_t width, dxl_terms_list *old,
                             dxl_runnings *out) {
  const dxl_cell *twin;
  dxl_term same = 0;
  for (uint32_t at = 0; (twin = dxl_memory_twin(&engine->terms, running.state, place, bit, width, &at, &same)) != NULL;) {
    if (!is_live_in(engine, running.state, twin->value))
      continue;
    if (dxl_evaluate(&engine->terms, running.state, same) < 0) {
      if (dxl_execute_both(engine, frame, instruction, running, same, out))
        return true;
      continue;
    }
    dxl_array_push(old, twin->value);
  }
  return false;
}

/// Addresses that no object has: fields behind NULL.
enum { NULL_AREA = 65536 };

/// The address of NULL and its surroundings is never accessed on a path that goes on.
static bool is_null(dxl_engine *engine, const dxl_state *state, dxl_term address) {
  dxl_address parts = dxl_resolve_address(&engine->terms, state, address);
  dxl_range range = dxl_range_of(&engine->terms, state, parts.base);
  return range.low >= 0 && range.high < NULL_AREA && range.low == range.high;
}

/// What was accessed is no null pointer.
static void note_access(dxl_engine *engine, dxl_state *state, dxl_term base) {
  const dxl_symbol *symbol = dxl_term_symbol(&engine->terms, base);
  if (!symbol || symbol->is_fresh)
    return;
  dxl_range range = dxl_range_of(&engine->terms, state, base);
  if (range.low <= 0 && range.high >= 0 && dxl_evaluate(&engine->terms, state, base) < 0)
    (void)dxl_assume(&engine->terms, state, base, true);
}

bool dxl_suppose_accessed(dxl_engine *engine, dxl_state *state, dxl_term address) {
  if (is_null(engine, state, address))
    return false;
  note_access(engine, state, dxl_resolve_address(&engine->terms, state, address).base);
  return true;
}

/// Whether somebody expects an access here to raise: who catches it stands in this function or in the one that called it. A
/// __finally expects nothing, and what stands far above catches what is raised on purpose.
static bool is_guarded(const dxl_frame *frame) {
  const dxl_frame *caller = frame->parent;
  return dxl_is_caught(frame->graph, frame->point->block) ||
         (caller && caller->point && dxl_is_caught(caller->graph, caller->point->block));
}

bool dxl_may_raise_read(dxl_engine *engine, dxl_frame *frame, const dxl_state *state, dxl_term address) {
  if (!is_guarded(frame))
    return false;
  const dxl_symbol *symbol = dxl_term_symbol(&engine->terms, dxl_resolve_address(&engine->terms, state, address).base);
  const dxl_symbol *holder =
      symbol && symbol->kind == DXL_SYMBOL_INITIAL ? dxl_term_symbol(&engine->terms, symbol->base) : NULL;
  return holder && holder->kind == DXL_SYMBOL_ENTRY;
}

/// An access may raise in a guarded body when it goes through a pointer that the driver did not make: its address came
/// from outside, and the outside memory is not the driver's own object.
static bool may_raise_access(dxl_engine *engine, dxl_frame *frame, const dxl_state *state, dxl_term address) {
  if (!is_guarded(frame))
    return false;
  dxl_address parts = dxl_resolve_address(&engine->terms, state, address);
  const dxl_symbol *symbol = dxl_term_symbol(&engine->terms, parts.base);
  if (!symbol || symbol->is_fresh)
    return false;
  return symbol->kind == DXL_SYMBOL_PARAMETER || symbol->kind == DXL_SYMBOL_ENTRY || symbol->kind == DXL_SYMBOL_WRITTEN;
}

/// What the caller passed for the parameter that `loaded` was read from; false = that is not known.
static bool passed_by_caller(const dxl_engine *engine, const dxl_frame **frame, const dxl_ir_instruction *loaded,
                             dxl_ir_operand *argument) {
  const dxl_frame *caller = (*frame)->parent;
  const dxl_ir_function *function = engine->module->functions.items[(*frame)->function];
  if (loaded->opcode != DXL_IR_LOAD || loaded->a.kind != DXL_IR_LOCAL || loaded->a.index >= function->parameter_count ||
      !caller || !caller->point)
    return false;
  const dxl_ir_block *block = &caller->graph->function->blocks.items[caller->point->block];
  const dxl_ir_instruction *call = caller->instruction < block->instructions.count ? &block->instructions.items[caller->instruction] : NULL;
  if (!call || call->opcode != DXL_IR_CALL || call->call->callee.kind != DXL_IR_FUNCTION ||
      call->call->callee.index != (*frame)->function || loaded->a.index >= call->call->arguments.count)
    return false;
  *argument = call->call->arguments.items[loaded->a.index];
  *frame = caller;
  return true;
}

/// Pointers to records are the driver's objects, also where a helper got the address of a member; a raise is expected from raw buffers.
static bool is_record_access(const dxl_engine *engine, const dxl_frame *frame, dxl_ir_operand address) {
  const dxl_ir_instruction *definition = dxl_definition(frame->graph, address);
  for (unsigned step = 0; definition && step < 16; step++) {
    dxl_ir_operand from = definition->a;
    if (definition->opcode == DXL_IR_FIELD)
      return true;
    if (definition->opcode != DXL_IR_CAST && definition->opcode != DXL_IR_INDEX &&
        !passed_by_caller(engine, &frame, definition, &from))
      return false;
    definition = dxl_definition(frame->graph, from);
  }
  return false;
}

bool dxl_may_raise_at(dxl_engine *engine, dxl_frame *frame, const dxl_state *state, dxl_ir_operand operand,
                      dxl_term address, bool is_read) {
  return !is_record_access(engine, frame, operand) && (may_raise_access(engine, frame, state, address) ||
                                                       (is_read && dxl_may_raise_read(engine, frame, state, address)));
}

static void consider_raise(dxl_engine *engine, dxl_frame *frame, const dxl_state *state, dxl_ir_operand operand,
                           dxl_term address, bool is_read) {
  if (dxl_may_raise_at(engine, frame, state, operand, address, is_read))
    dxl_raise(engine, frame, state);
}

static void execute_load(dxl_engine *engine, dxl_frame *frame, const dxl_ir_instruction *instruction,
                         dxl_running running, dxl_runnings *out) {
  dxl_term address = dxl_operand(engine, frame, &running, instruction->a);
  if (split_on(engine, frame, instruction, running, address, out))
    return;
  if (is_null(engine, running.state, address)) {
    dxl_running_free(&running);
    return;
  }
  consider_raise(engine, frame, running.state, instruction->a, address, true);
  dxl_scalar scalar = dxl_scalar_of(instruction->type);
  int64_t bit = 0;
  if (instruction->bit_width) {
    scalar.width = instruction->bit_width;
    bit = instruction->bit_offset;
  }
  name_field(engine, frame, instruction->a, &scalar);
  dxl_address parts = dxl_resolve_address(&engine->terms, running.state, address);
  (void)dxl_check_access(engine, frame, running.state, parts.base, instruction->location, NULL);
  note_access(engine, running.state, parts.base);
  dxl_term value;
  if (instruction->is_volatile && !dxl_state_object(running.state, parts.base))
    value = dxl_unknown_result(engine, instruction->type, dxl_site(engine, frame, frame->instruction), 7);
  else
    value = dxl_memory_read(&engine->terms, running.state, parts, bit, scalar);
  if (dxl_term_get(&engine->terms, value)->kind == DXL_TERM_CHOICE)
    value = dxl_resolve(&engine->terms, running.state, value);
  if (scalar.opposite)
    value = dxl_entries_note_link(engine, running.state, &scalar, parts, value);
  dxl_set_result(engine, frame, &running, instruction, value);
  dxl_array_push(out, running);
}

/// Looks at what was overwritten, and frees the list.
static void after_overwrite(dxl_engine *engine, dxl_frame *frame, const dxl_ir_instruction *instruction,
                            dxl_running *running, dxl_terms_list *old) {
  if (old->count) {
    frame->running = running;
    dxl_check_reachable(engine, frame, running->state, 0, old, instruction->location, "overwrite");
  }
  dxl_array_free(old);
}

static void execute_store(dxl_engine *engine, dxl_frame *frame, const dxl_ir_instruction *instruction,
                          dxl_running running, dxl_runnings *out) {
  dxl_terms *terms = &engine->terms;
  dxl_term address = dxl_operand(engine, frame, &running, instruction->a);
  if (split_on(engine, frame, instruction, running, address, out))
    return;
  if (is_null(engine, running.state, address)) {
    dxl_running_free(&running);
    return;
  }
  consider_raise(engine, frame, running.state, instruction->a, address, false);
  dxl_term value = dxl_operand(engine, frame, &running, instruction->b);
  dxl_scalar scalar = dxl_scalar_of(instruction->type);
  int64_t bit = 0;
  if (instruction->bit_width) {
    scalar.width = instruction->bit_width;
    scalar.is_signed = false;
    bit = instruction->bit_offset;
    value = dxl_term_cast(terms, value, scalar.width, false);
  }
  dxl_address parts = dxl_resolve_address(terms, running.state, address);
  (void)dxl_check_access(engine, frame, running.state, parts.base, instruction->location, NULL);
  note_access(engine, running.state, parts.base);
  dxl_terms_list old = {0};
  if (split_on_element(engine, frame, instruction, running, parts, bit, scalar.width, &old, out)) {
    dxl_array_free(&old);
    return;
  }
  // An element that holds the value already stays what it is: no cell of its own, which joins could not keep apart from its neighbours.
  if (parts.index && dxl_term_is_integer(terms, value) &&
      dxl_resolve(terms, running.state, dxl_memory_read(terms, running.state, parts, bit, scalar)) == value) {
    dxl_array_free(&old);
    dxl_array_push(out, running);
    return;
  }
  int64_t start = parts.offset * 8 + bit;
  dxl_collect_values(engine, running.state, parts.base, start, start + scalar.width, &old);
  name_field(engine, frame, instruction->a, &scalar);
  dxl_entries_note_store(engine, running.state, &scalar, parts, bit, value);
  dxl_memory_write(terms, running.state, parts, bit, scalar.width, value);
  after_overwrite(engine, frame, instruction, &running, &old);
  dxl_array_push(out, running);
}

static void execute_range(dxl_engine *engine, dxl_frame *frame, const dxl_ir_instruction *instruction,
                          dxl_running running, dxl_runnings *out) {
  dxl_terms *terms = &engine->terms;
  dxl_term to = dxl_operand(engine, frame, &running, instruction->a);
  dxl_term from = dxl_operand(engine, frame, &running, instruction->b);
  if (split_on(engine, frame, instruction, running, to, out))
    return;
  if (instruction->opcode == DXL_IR_COPY && split_on(engine, frame, instruction, running, from, out))
    return;
  if (is_null(engine, running.state, to) ||
      (instruction->opcode == DXL_IR_COPY && is_null(engine, running.state, from))) {
    dxl_running_free(&running);
    return;
  }
  dxl_address target = dxl_resolve_address(terms, running.state, to);
  (void)dxl_check_access(engine, frame, running.state, target.base, instruction->location, NULL);
  dxl_terms_list old = {0};
  dxl_collect_values(engine, running.state, target.base, target.offset * 8,
                     target.offset * 8 + (int64_t)(instruction->size < INT32_MAX ? instruction->size : INT32_MAX) * 8, &old);
  if (instruction->opcode == DXL_IR_COPY) {
    dxl_address source = dxl_resolve_address(terms, running.state, from);
    (void)dxl_check_access(engine, frame, running.state, source.base, instruction->location, NULL);
    dxl_memory_copy(terms, running.state, target, source, instruction->size);
  } else {
    dxl_term byte = dxl_resolve(terms, running.state, from);
    if (dxl_term_is_integer(terms, byte))
      dxl_memory_fill(terms, running.state, target, (uint8_t)dxl_term_get(terms, byte)->value, instruction->size);
    else
      dxl_memory_scramble(terms, running.state, target, instruction->size);
  }
  after_overwrite(engine, frame, instruction, &running, &old);
  dxl_array_push(out, running);
}

static void execute_lifetime(dxl_engine *engine, dxl_frame *frame, const dxl_ir_instruction *instruction,
                             dxl_running running, dxl_runnings *out) {
  dxl_term local = dxl_operand(engine, frame, &running, instruction->a);
  dxl_terms_list old = {0};
  dxl_collect_values(engine, running.state, local, INT64_MIN, INT64_MAX, &old);
  dxl_state_drop_object(running.state, local);
  after_overwrite(engine, frame, instruction, &running, &old);
  dxl_array_push(out, running);
}

// ---- Values --------------------------------------------------------------------------------------------------------------------

static bool is_unsigned_word(const dxl_ir_type *type) {
  return type && (type->kind == DXL_IR_TYPE_POINTER ||
                  (type->kind == DXL_IR_TYPE_INTEGER && !type->is_signed && type->bits >= 64));
}

static dxl_term compare(dxl_terms *terms, const dxl_ir_instruction *instruction, dxl_term a, dxl_term b) {
  bool is_unsigned = is_unsigned_word(instruction->type);
  switch (instruction->comparison) {
  case DXL_IR_EQUAL: return dxl_term_equal(terms, a, b);
  case DXL_IR_NOT_EQUAL: return dxl_term_not(terms, dxl_term_equal(terms, a, b));
  case DXL_IR_LESS: return dxl_term_less(terms, a, b, is_unsigned);
  case DXL_IR_LESS_EQUAL: return dxl_term_not(terms, dxl_term_less(terms, b, a, is_unsigned));
  case DXL_IR_GREATER: return dxl_term_less(terms, b, a, is_unsigned);
  case DXL_IR_GREATER_EQUAL: return dxl_term_not(terms, dxl_term_less(terms, a, b, is_unsigned));
  }
  return dxl_term_undefined(terms);
}

/// Of numbers without a sign, the remainder of a power of two is the low bits and the quotient the others.
static dxl_ir_operation on_bits(dxl_terms *terms, const dxl_ir_instruction *instruction, dxl_term *b) {
  const dxl_ir_type *type = instruction->type;
  const dxl_ir_operation operation = instruction->operation;
  if ((operation != DXL_IR_REMAINDER && operation != DXL_IR_DIVIDE) || !dxl_term_is_integer(terms, *b) || !type ||
      type->kind != DXL_IR_TYPE_INTEGER || type->is_signed)
    return operation;
  const int64_t value = dxl_term_get(terms, *b)->value;
  if (value <= 0 || (value & (value - 1)) || (operation == DXL_IR_DIVIDE && type->bits >= 64))
    return operation;
  int64_t shift = 0;
  while (value >> shift > 1)
    shift++;
  *b = dxl_term_integer(terms, operation == DXL_IR_REMAINDER ? value - 1 : shift);
  return operation == DXL_IR_REMAINDER ? DXL_IR_AND : DXL_IR_SHIFT_RIGHT;
}

/// Cuts a computed value to its type.
static dxl_term fit(dxl_terms *terms, dxl_term value, const dxl_ir_type *type) {
  if (type && type->kind == DXL_IR_TYPE_INTEGER && type->bits < 64 && type->bits)
    return dxl_term_cast(terms, value, type->bits, type->is_signed);
  return value;
}

/// Whether a member begins behind that offset.
static bool has_member_behind(const dxl_ir_record *record, uint64_t offset) {
  for (uint32_t i = 0; i < record->fields.count; i++)
    if (record->fields.items[i].offset > offset)
      return true;
  return false;
}

/// Elements of the array whose address an operand is; 0 where that is not known. One element at the end of a record
/// often stands for as many as there is memory.
static uint64_t array_count(const dxl_engine *engine, const dxl_frame *frame, dxl_ir_operand operand) {
  const dxl_ir_type *type = NULL;
  if (operand.kind == DXL_IR_LOCAL) {
    type = dxl_frame_function(engine, frame)->locals.items[operand.index].type;
  } else if (operand.kind == DXL_IR_GLOBAL) {
    type = engine->module->globals.items[operand.index]->type;
  } else {
    const dxl_ir_instruction *definition = dxl_definition(frame->graph, operand);
    if (definition && definition->opcode == DXL_IR_FIELD && definition->record && definition->field) {
      uint64_t offset;
      const dxl_ir_field *field = dxl_ir_field_named(definition->record, definition->field, &offset);
      type = field ? field->type : NULL;
      if (type && type->kind == DXL_IR_TYPE_ARRAY && type->count == 1 && !has_member_behind(definition->record, offset))
        return 0;
    }
  }
  return type && type->kind == DXL_IR_TYPE_ARRAY ? type->count : 0;
}

/// A computed index that is known to lie outside of its array: the driver counts on limits that are not seen here. What is
/// there is none of its neighbours; the end itself may be meant where it is written down.
static bool is_outside(dxl_engine *engine, const dxl_frame *frame, const dxl_ir_instruction *instruction,
                       const dxl_state *state, dxl_term index) {
  const uint64_t count = array_count(engine, frame, instruction->a);
  if (!count || count > INT32_MAX || instruction->b.kind == DXL_IR_INTEGER)
    return false;
  const dxl_range range = dxl_range_of(&engine->terms, state, index);
  return range.low >= (int64_t)count || range.high < 0;
}

/// An index selects an element of its array: what lies beyond is nobody's.
static void assume_within(dxl_engine *engine, const dxl_frame *frame, const dxl_ir_instruction *instruction,
                          dxl_state *state, dxl_term index) {
  dxl_terms *terms = &engine->terms;
  uint64_t count = array_count(engine, frame, instruction->a);
  if (!count || count > INT32_MAX || dxl_term_is_integer(terms, index))
    return;
  dxl_term below = dxl_term_truth(terms, dxl_term_less(terms, index, dxl_term_integer(terms, (int64_t)count), false));
  dxl_term negative = dxl_term_truth(terms, dxl_term_less(terms, index, dxl_term_integer(terms, 0), false));
  if (dxl_evaluate(terms, state, below) < 0)
    (void)dxl_assume(terms, state, below, true);
  if (dxl_evaluate(terms, state, negative) < 0)
    (void)dxl_assume(terms, state, negative, false);
}

static dxl_term compute(dxl_engine *engine, dxl_frame *frame, const dxl_ir_instruction *instruction,
                        dxl_running *running) {
  dxl_terms *terms = &engine->terms;
  dxl_term a = dxl_operand(engine, frame, running, instruction->a);
  switch (instruction->opcode) {
  case DXL_IR_FIELD:
    {
      const dxl_term address = dxl_term_add(terms, a, (int64_t)instruction->offset);
      dxl_entries_note_address(engine, running->state, instruction->record, instruction->field, address);
      return address;
    }
  case DXL_IR_INDEX:
    {
      dxl_term index = dxl_operand(engine, frame, running, instruction->b);
      if (is_outside(engine, frame, instruction, running->state, index))
        break;
      assume_within(engine, frame, instruction, running->state, index);
      return dxl_term_element(terms, a, index, (int64_t)instruction->size);
    }
  case DXL_IR_BINARY:
    if (instruction->type && instruction->type->kind == DXL_IR_TYPE_FLOAT)
      break;
    {
      dxl_term b = dxl_resolve(terms, running->state, dxl_operand(engine, frame, running, instruction->b));
      a = dxl_resolve(terms, running->state, a);
      const dxl_ir_operation operation = on_bits(terms, instruction, &b);
      return fit(terms, dxl_term_binary(terms, operation, a, b), instruction->type);
    }
  case DXL_IR_COMPARE:
    if (instruction->type && instruction->type->kind == DXL_IR_TYPE_FLOAT)
      break;
    return compare(terms, instruction, a, dxl_operand(engine, frame, running, instruction->b));
  case DXL_IR_UNARY:
    if (instruction->operation == DXL_IR_IS_ZERO)
      return dxl_term_not(terms, dxl_term_truth(terms, a));
    if (instruction->operation == DXL_IR_NEGATE)
      return fit(terms, dxl_term_binary(terms, DXL_IR_SUBTRACT, dxl_term_integer(terms, 0), a), instruction->type);
    return fit(terms, dxl_term_binary(terms, DXL_IR_XOR, a, dxl_term_integer(terms, -1)), instruction->type);
  case DXL_IR_WHOLE:
    return dxl_whole_object(engine, running->state, a);
  case DXL_IR_CAST:
    if (instruction->from && instruction->from->kind == DXL_IR_TYPE_FLOAT)
      break;
    return fit(terms, a, instruction->type);
  case DXL_IR_DISTANCE: {
    dxl_term difference = dxl_term_binary(terms, DXL_IR_SUBTRACT, a, dxl_operand(engine, frame, running, instruction->b));
    return dxl_term_binary(terms, DXL_IR_DIVIDE, difference,
                           dxl_term_integer(terms, instruction->size ? (int64_t)instruction->size : 1));
  }
  default:
    break;
  }
  return dxl_unknown_result(engine, instruction->type, dxl_site(engine, frame, frame->instruction), 1);
}

static void execute_opaque(dxl_engine *engine, dxl_frame *frame, const dxl_ir_instruction *instruction,
                           dxl_running running, dxl_runnings *out) {
  if (instruction->call)
    for (uint32_t i = 0; i < instruction->call->arguments.count; i++)
      dxl_escape(engine, running.state, dxl_operand(engine, frame, &running, instruction->call->arguments.items[i]), 0,
                 true);
  // A method of a class without a layout may do it with its object: what the two have in common did not compile either.
  const dxl_ir_function *function = dxl_frame_function(engine, frame);
  if (function->is_method && function->class_record && !function->class_record->is_complete && function->parameter_count) {
    const dxl_ir_operand object = {.kind = DXL_IR_LOCAL, .index = 0};
    const dxl_address place = dxl_resolve_address(&engine->terms, running.state, dxl_operand(engine, frame, &running, object));
    const dxl_scalar scalar = DXL_POINTER_SCALAR;
    dxl_escape(engine, running.state, dxl_memory_read(&engine->terms, running.state, place, 0, scalar), 0, true);
  }
  dxl_set_result(engine, frame, &running, instruction,
                 dxl_unknown_result(engine, instruction->type, dxl_site(engine, frame, frame->instruction), 2));
  dxl_array_push(out, running);
}

static void execute_mark(dxl_engine *engine, const dxl_ir_instruction *instruction, dxl_running running,
                         dxl_runnings *out) {
  for (uint32_t i = 0; i < engine->rules->markers.count; i++) {
    const dxl_rule_marker *marker = &engine->rules->markers.items[i];
    if (!instruction->text || strcmp(marker->name, instruction->text) != 0 || marker->irql_max < 0)
      continue;
    dxl_term above = dxl_term_less(&engine->terms, dxl_term_integer(&engine->terms, marker->irql_max),
                                   running.state->level, false);
    if (dxl_evaluate(&engine->terms, running.state, above) < 0)
      (void)dxl_assume(&engine->terms, running.state, above, false);
  }
  dxl_array_push(out, running);
}

void dxl_execute(dxl_engine *engine, dxl_frame *frame, const dxl_ir_instruction *instruction, dxl_running running,
                 dxl_runnings *out) {
  switch (instruction->opcode) {
  case DXL_IR_LOAD:
    execute_load(engine, frame, instruction, running, out);
    return;
  case DXL_IR_STORE:
    execute_store(engine, frame, instruction, running, out);
    return;
  case DXL_IR_COPY:
  case DXL_IR_FILL:
    execute_range(engine, frame, instruction, running, out);
    return;
  case DXL_IR_CALL:
    dxl_execute_call(engine, frame, instruction, running, out);
    return;
  case DXL_IR_OPAQUE:
    execute_opaque(engine, frame, instruction, running, out);
    return;
  case DXL_IR_LIFETIME_START:
  case DXL_IR_LIFETIME_END:
    execute_lifetime(engine, frame, instruction, running, out);
    return;
  case DXL_IR_MARK:
    execute_mark(engine, instruction, running, out);
    return;
  case DXL_IR_SET_CLASS: {
    dxl_term address = dxl_operand(engine, frame, &running, instruction->a);
    if (instruction->record)
      dxl_set_class(engine, running.state, address, instruction->record);
    dxl_array_push(out, running);
    return;
  }
  case DXL_IR_FIELD:
  case DXL_IR_INDEX:
  case DXL_IR_BINARY:
  case DXL_IR_COMPARE:
  case DXL_IR_UNARY:
  case DXL_IR_CAST:
  case DXL_IR_WHOLE:
  case DXL_IR_DISTANCE: {
    dxl_term value = compute(engine, frame, instruction, &running);
    dxl_set_result(engine, frame, &running, instruction, value);
    dxl_array_push(out, running);
    return;
  }
  }
}
