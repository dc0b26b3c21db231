// What a rule says that a call does to memory: it copies, fills, writes, exchanges, reads. The state of the call is changed in place.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/checks.h"
#include "engine/internal.h"
#include <string.h>

static uint64_t size_at(dxl_call *call, bool has_size, const dxl_place *place) {
  dxl_term value = has_size ? dxl_place_value(call, place) : 0;
  if (!value)
    return UINT64_MAX;
  dxl_range range = dxl_range_of(&call->engine->terms, call->state, value);
  return range.low == range.high && range.low >= 0 ? (uint64_t)range.low : UINT64_MAX;
}

static dxl_scalar word_of(const dxl_call *call) {
  dxl_scalar scalar = DXL_POINTER_SCALAR;
  if (call->instruction && call->instruction->type && call->instruction->type->kind != DXL_IR_TYPE_VOID)
    scalar = dxl_scalar_of(call->instruction->type);
  return scalar;
}

/// The call reads or writes what a value points to.
static void access_memory(dxl_call *call, dxl_term value) {
  dxl_engine *engine = call->engine;
  if (value)
    (void)dxl_check_access(engine, call->frame, call->state, dxl_resolve_address(&engine->terms, call->state, value).base,
                           call->location, call->rule->name);
}

/// Strings that a format as of printf takes from the arguments behind it. Numbered arguments are not followed.
static void read_by_format(dxl_call *call, const dxl_place *place) {
  dxl_term value = dxl_place_value(call, place);
  if (!value || place->is_return || place->steps.count)
    return;
  const dxl_region *region = dxl_term_region(&call->engine->terms, dxl_resolve(&call->engine->terms, call->state, value));
  if (!region || region->kind != DXL_REGION_STRING || !region->name)
    return;
  uint32_t argument = place->argument + 1;
  for (const char *at = region->name; *at; at++) {
    if (*at != '%')
      continue;
    for (at++; *at && strchr("-+ #0123456789.*'hlLqjzt", *at); at++)
      argument += *at == '*';
    if (!*at || *at == '$')
      return;
    if (*at == '%' || *at == 'm')
      continue;
    if ((*at == 's' || *at == 'S') && argument < call->count)
      access_memory(call, call->arguments[argument]);
    argument++;
  }
}

/// What stood at an address and what the call gives become one value there.
static void combine(dxl_call *call, const dxl_memory_effect *effect, dxl_address to, dxl_scalar word) {
  dxl_terms *terms = &call->engine->terms;
  const dxl_ir_operation operation = effect->kind == DXL_MEMORY_AND   ? DXL_IR_AND
                                     : effect->kind == DXL_MEMORY_OR  ? DXL_IR_OR
                                     : effect->kind == DXL_MEMORY_XOR ? DXL_IR_XOR
                                                                      : DXL_IR_ADD;
  dxl_term given = effect->has_source ? dxl_place_value(call, &effect->source) : dxl_term_integer(terms, effect->amount);
  dxl_term old = dxl_memory_read(terms, call->state, to, 0, word);
  dxl_term value = dxl_term_binary(terms, operation, dxl_resolve(terms, call->state, old),
                                   given ? given : dxl_term_undefined(terms));
  if (word.width < 64)
    value = dxl_term_cast(terms, value, word.width, word.is_signed);
  dxl_memory_write(terms, call->state, to, 0, word.width, value);
  call->result = effect->returns_old ? old : value;
}

/// Whether a call that copies or fills may raise at one of its places, as an access of the driver would there. What the
/// source says to be a record is the driver's own.
static bool may_raise_at(dxl_call *call, const dxl_place *place, bool is_read) {
  dxl_engine *engine = call->engine;
  const dxl_term address = dxl_place_value(call, place);
  if (!address)
    return false;
  if (is_read && dxl_may_raise_read(engine, call->frame, call->state, address))
    return true;
  if (!call->instruction || place->is_return || place->steps.count ||
      place->argument >= call->instruction->call->arguments.count ||
      dxl_argument_record(engine, call->frame->graph, call->instruction, place->argument))
    return false;
  const dxl_ir_operand operand = call->instruction->call->arguments.items[place->argument];
  return dxl_may_raise_at(engine, call->frame, call->state, operand, address, false);
}

/// The array of which an argument is the address of an element, and its bytes; false when the source does not say so.
static bool array_around(dxl_call *call, const dxl_place *place, dxl_address *start, uint64_t *bytes) {
  if (!call->instruction || !call->running.registers || place->steps.count || place->argument >= call->count)
    return false;
  const dxl_graph *graph = call->frame->graph;
  const dxl_ir_instruction *element = dxl_definition(graph, call->instruction->call->arguments.items[place->argument]);
  while (element && element->opcode == DXL_IR_CAST)
    element = dxl_definition(graph, element->a);
  const dxl_ir_instruction *array = element && element->opcode == DXL_IR_INDEX ? dxl_definition(graph, element->a) : NULL;
  const dxl_ir_type *type = array && array->opcode == DXL_IR_FIELD ? array->type : NULL;
  if (!type || type->kind != DXL_IR_TYPE_POINTER || !type->element || type->element->kind != DXL_IR_TYPE_ARRAY)
    return false;
  *start = dxl_resolve_address(&call->engine->terms, call->state,
                               dxl_operand(call->engine, call->frame, &call->running, element->a));
  *bytes = type->element->size;
  return start->base && !start->index && *bytes;
}

void dxl_apply_memory(dxl_call *call, const dxl_memory_effect *effect) {
  dxl_engine *engine = call->engine;
  dxl_terms *terms = &engine->terms;
  dxl_address to = {0}, from = {0}, array;
  uint64_t size;
  if (effect->kind == DXL_MEMORY_RETURNS_ARGUMENT) {
    dxl_term value = dxl_place_value(call, &effect->source);
    if (value)
      call->result = value;
    return;
  }
  if (effect->kind == DXL_MEMORY_STORES) {
    dxl_term value = dxl_place_value(call, &effect->source);
    (void)dxl_place_store(call, &effect->destination, value ? value : dxl_term_undefined(terms));
    return;
  }
  if (effect->kind == DXL_MEMORY_READS_BY_FORMAT) {
    read_by_format(call, &effect->source);
    return;
  }
  if (effect->kind == DXL_MEMORY_READS || effect->kind == DXL_MEMORY_COPY) {
    if (may_raise_at(call, &effect->source, true))
      dxl_raise(engine, call->frame, call->state);
    access_memory(call, dxl_place_value(call, &effect->source));
  }
  if ((effect->kind == DXL_MEMORY_COPY || effect->kind == DXL_MEMORY_FILL) && effect->has_destination &&
      may_raise_at(call, &effect->destination, false))
    dxl_raise(engine, call->frame, call->state);
  if (!effect->has_destination || !dxl_place_address(call, &effect->destination, &to))
    return;
  access_memory(call, dxl_place_value(call, &effect->destination));
  dxl_scalar word = word_of(call);
  bool is_range = effect->kind == DXL_MEMORY_COPY || effect->kind == DXL_MEMORY_FILL || effect->kind == DXL_MEMORY_WRITES;
  uint64_t bytes = is_range ? size_at(call, effect->has_size, &effect->size) : word.width / 8;
  dxl_terms_list old_values = {0};
  dxl_collect_values(engine, call->state, to.base, to.offset * 8,
                     to.offset * 8 + (bytes < INT32_MAX ? (int64_t)bytes : INT32_MAX) * 8, &old_values);
  switch (effect->kind) {
  case DXL_MEMORY_COPY:
    if (bytes == UINT64_MAX && array_around(call, &effect->destination, &array, &size)) // some of its elements, nobody knows which
      dxl_memory_forget_part(terms, call->state, array, size);
    else if (dxl_place_address(call, &effect->source, &from))
      dxl_memory_copy(terms, call->state, to, from, size_at(call, effect->has_size, &effect->size));
    break;
  case DXL_MEMORY_FILL: {
    dxl_term byte = effect->has_source ? dxl_place_value(call, &effect->source) : dxl_term_integer(terms, 0);
    size = size_at(call, effect->has_size, &effect->size);
    byte = byte ? dxl_resolve(terms, call->state, byte) : 0;
    if (byte && dxl_term_is_integer(terms, byte))
      dxl_memory_fill(terms, call->state, to, (uint8_t)dxl_term_get(terms, byte)->value, size);
    else
      dxl_memory_scramble(terms, call->state, to, size == UINT64_MAX ? 0 : size);
    break;
  }
  case DXL_MEMORY_WRITES: {
    const dxl_ir_record *record =
        effect->destination.steps.count == 0 && call->instruction
            ? dxl_argument_record(engine, call->frame->graph, call->instruction, effect->destination.argument)
            : NULL;
    // A text is written to from a place on that nobody knows, and so far as nobody knows.
    const bool is_text = to.index && !record && dxl_term_get(terms, to.index)->value <= (int64_t)sizeof(int32_t);
    dxl_memory_scramble(terms, call->state, to, effect->has_size || is_text ? 0 : record ? record->size : 8);
    break;
  }
  case DXL_MEMORY_EXCHANGE: {
    dxl_term value = dxl_place_value(call, &effect->source);
    dxl_term old = dxl_memory_read(terms, call->state, to, 0, word);
    dxl_entries_note_exchange(call, &effect->destination, old);
    dxl_memory_write(terms, call->state, to, 0, word.width, value ? value : dxl_term_undefined(terms));
    call->result = old;
    break;
  }
  case DXL_MEMORY_COMPARE_EXCHANGE: {
    dxl_term value = dxl_place_value(call, &effect->source);
    dxl_term comparand = effect->has_comparand ? dxl_place_value(call, &effect->comparand) : 0;
    dxl_term old = dxl_memory_read(terms, call->state, to, 0, word);
    dxl_entries_note_exchange(call, &effect->destination, old);
    if (value && comparand)
      value = dxl_term_choice(terms, dxl_term_truth(terms, dxl_term_equal(terms, old, comparand)), value, old);
    dxl_memory_write(terms, call->state, to, 0, word.width, value ? value : dxl_term_undefined(terms));
    call->result = old;
    break;
  }
  case DXL_MEMORY_ADD:
  case DXL_MEMORY_AND:
  case DXL_MEMORY_OR:
  case DXL_MEMORY_XOR:
    combine(call, effect, to, word);
    break;
  case DXL_MEMORY_RETURNS_ARGUMENT:
  case DXL_MEMORY_STORES:
  case DXL_MEMORY_READS:
  case DXL_MEMORY_READS_BY_FORMAT:
    break;
  }
  dxl_check_reachable(engine, call->frame, call->state, call->result, &old_values, call->location, "overwrite");
  dxl_array_free(&old_values);
}
