// Places and conditions of rules, evaluated in a call.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/internal.h"

// ---- What the source says of an operand ---------------------------------------------------------------------------------

static const dxl_ir_record *record_of_pointer(const dxl_ir_type *type) {
  if (!type || type->kind != DXL_IR_TYPE_POINTER || !type->element)
    return NULL;
  const dxl_ir_type *element = type->element;
  while (element->kind == DXL_IR_TYPE_ARRAY && element->element)
    element = element->element;
  return element->kind == DXL_IR_TYPE_RECORD ? element->record : NULL;
}

static const dxl_ir_record *record_of_type(const dxl_ir_type *type) {
  while (type && type->kind == DXL_IR_TYPE_ARRAY)
    type = type->element;
  return type && type->kind == DXL_IR_TYPE_RECORD ? type->record : NULL;
}

const dxl_ir_record *dxl_argument_record(const dxl_engine *engine, const dxl_graph *graph,
                                         const dxl_ir_instruction *instruction, uint32_t argument) {
  if (!instruction || !instruction->call || argument >= instruction->call->arguments.count)
    return NULL;
  dxl_ir_operand operand = instruction->call->arguments.items[argument];
  for (unsigned step = 0; step < 16; step++) {
    if (operand.kind == DXL_IR_LOCAL)
      return record_of_type(graph->function->locals.items[operand.index].type);
    if (operand.kind == DXL_IR_GLOBAL)
      return record_of_type(engine->module->globals.items[operand.index]->type);
    const dxl_ir_instruction *definition = dxl_definition(graph, operand);
    if (!definition)
      return NULL;
    const dxl_ir_record *record = record_of_pointer(definition->type);
    if (record)
      return record;
    if (definition->opcode != DXL_IR_CAST && definition->opcode != DXL_IR_INDEX)
      return NULL;
    operand = definition->a;
  }
  return NULL;
}

bool dxl_loaded_field(const dxl_graph *graph, dxl_ir_operand operand, const dxl_ir_record **record,
                      const char **member) {
  const dxl_ir_instruction *definition = dxl_definition(graph, operand);
  for (unsigned step = 0; definition && definition->opcode == DXL_IR_CAST && step < 16; step++)
    definition = dxl_definition(graph, definition->a);
  if (!definition || definition->opcode != DXL_IR_LOAD)
    return false;
  const dxl_ir_instruction *field = dxl_definition(graph, definition->a);
  for (unsigned step = 0; field && (field->opcode == DXL_IR_INDEX || field->opcode == DXL_IR_CAST) && step < 16; step++)
    field = dxl_definition(graph, field->a);
  if (!field || field->opcode != DXL_IR_FIELD || !field->record || !field->field)
    return false;
  *record = field->record;
  *member = field->field;
  return true;
}

// ---- Places ----------------------------------------------------------------------------------------------------------------

/// Any complete record that has the field, where the call does not say which it is.
static const dxl_ir_record *record_with(dxl_engine *engine, const char *field) {
  uint64_t *slot = dxl_map_put(engine->places, field, strlen(field) + 1, NULL);
  if (*slot == 0) {
    *slot = UINT64_MAX;
    for (uint32_t i = 0; i < engine->module->records.count && *slot == UINT64_MAX; i++) {
      uint64_t offset;
      if (dxl_ir_field_named(engine->module->records.items[i], field, &offset))
        *slot = i + 1;
    }
  }
  return *slot == UINT64_MAX ? NULL : engine->module->records.items[*slot - 1];
}

static const dxl_ir_record *first_record(dxl_call *call, const dxl_place *place) {
  const dxl_ir_record *record = NULL;
  if (place->is_return)
    return call->instruction ? record_of_pointer(call->instruction->type) : NULL;
  if (call->instruction)
    record = dxl_argument_record(call->engine, call->frame->graph, call->instruction, place->argument);
  if (!record && call->callee && place->argument < call->callee->parameter_count)
    record = record_of_pointer(call->callee->locals.items[place->argument].type);
  return record;
}

static const dxl_ir_type *pointed_type(const dxl_ir_type *type) {
  return type && type->kind == DXL_IR_TYPE_POINTER ? type->element : NULL;
}

/// What an argument (or the result) points to, NULL where nobody says.
static const dxl_ir_type *first_type(const dxl_call *call, const dxl_place *place) {
  if (place->is_return)
    return call->instruction ? pointed_type(call->instruction->type) : NULL;
  if (call->callee && place->argument < call->callee->parameter_count) {
    const dxl_ir_type *type = pointed_type(call->callee->locals.items[place->argument].type);
    if (type && type->kind != DXL_IR_TYPE_VOID)
      return type;
  }
  if (!call->instruction || place->argument >= call->instruction->call->arguments.count)
    return NULL;
  dxl_ir_operand operand = call->instruction->call->arguments.items[place->argument];
  if (operand.kind == DXL_IR_LOCAL)
    return dxl_frame_function(call->engine, call->frame)->locals.items[operand.index].type;
  if (operand.kind == DXL_IR_GLOBAL)
    return call->engine->module->globals.items[operand.index]->type;
  const dxl_ir_instruction *definition = dxl_definition(call->frame->graph, operand);
  return definition ? pointed_type(definition->type) : NULL;
}

bool dxl_place_target(dxl_call *call, const dxl_place *place, dxl_target *target) {
  dxl_engine *engine = call->engine;
  dxl_terms *terms = &engine->terms;
  memset(target, 0, sizeof *target);
  target->scalar = DXL_POINTER_SCALAR;
  target->bytes = 8;
  if (!place->is_return && place->argument >= call->count)
    return false;
  dxl_term value = place->is_return ? call->result : call->arguments[place->argument];
  if (!value)
    return false;
  const dxl_ir_record *record = first_record(call, place);
  const dxl_ir_type *type = first_type(call, place);
  for (uint32_t i = 0; i < place->steps.count; i++) {
    const dxl_place_step *step = &place->steps.items[i];
    bool is_access = step->kind != DXL_PLACE_DOT || !target->is_memory;
    if (is_access) { // through the pointer that stands there
      if (target->is_memory)
        value = dxl_memory_read(terms, call->state, target->address, target->bit, target->scalar);
      target->address = dxl_resolve_address(terms, call->state, value);
      if (dxl_term_get(terms, target->address.base)->kind == DXL_TERM_UNDEFINED)
        return false;
      target->is_memory = true;
      target->bit = 0;
      target->scalar = DXL_POINTER_SCALAR;
      target->bytes = record ? record->size : 8;
    }
    if (step->kind == DXL_PLACE_DEREFERENCE || step->kind == DXL_PLACE_EACH) {
      // `record` still says what is pointed to, or an element of it.
      if (type && (type->kind == DXL_IR_TYPE_INTEGER || type->kind == DXL_IR_TYPE_POINTER) && type->bits) {
        target->scalar = dxl_scalar_of(type);
        target->bytes = type->size;
      }
      type = pointed_type(type);
      continue;
    }
    type = NULL;
    uint64_t offset = 0;
    const dxl_ir_field *field = record ? dxl_ir_field_named(record, step->field, &offset) : NULL;
    if (!field) {
      record = record_with(engine, step->field);
      field = record ? dxl_ir_field_named(record, step->field, &offset) : NULL;
    }
    if (!field)
      return false;
    target->address.offset += (int64_t)offset;
    target->scalar = dxl_scalar_of(field->type);
    target->scalar.record = record->name;
    target->scalar.member = field->name;
    target->bit = 0;
    target->bytes = field->type->size;
    if (field->bit_width) {
      target->bit = field->bit_offset;
      target->scalar.width = field->bit_width;
      target->scalar.is_signed = false;
    }
    record = field->type->kind == DXL_IR_TYPE_RECORD ? field->type->record : record_of_pointer(field->type);
  }
  return true;
}

dxl_term dxl_place_value(dxl_call *call, const dxl_place *place) {
  dxl_target target;
  if (!dxl_place_target(call, place, &target))
    return 0;
  if (!target.is_memory)
    return place->is_return ? call->result : call->arguments[place->argument];
  return dxl_memory_read(&call->engine->terms, call->state, target.address, target.bit, target.scalar);
}

bool dxl_place_store(dxl_call *call, const dxl_place *place, dxl_term value) {
  dxl_target target;
  if (place->is_return && place->steps.count == 0) {
    call->result = value;
    return true;
  }
  if (!dxl_place_target(call, place, &target) || !target.is_memory)
    return false;
  dxl_memory_write(&call->engine->terms, call->state, target.address, target.bit, target.scalar.width, value);
  return true;
}

// ---- Conditions --------------------------------------------------------------------------------------------------------------

static dxl_term compare(dxl_terms *terms, dxl_rule_comparison comparison, dxl_term value, dxl_term constant) {
  switch (comparison) {
  case DXL_RULE_EQUAL: return dxl_term_equal(terms, value, constant);
  case DXL_RULE_NOT_EQUAL: return dxl_term_not(terms, dxl_term_equal(terms, value, constant));
  case DXL_RULE_LESS: return dxl_term_less(terms, value, constant, false);
  case DXL_RULE_LESS_EQUAL: return dxl_term_not(terms, dxl_term_less(terms, constant, value, false));
  case DXL_RULE_GREATER: return dxl_term_less(terms, constant, value, false);
  case DXL_RULE_GREATER_EQUAL: return dxl_term_not(terms, dxl_term_less(terms, value, constant, false));
  }
  return 0;
}

dxl_term dxl_condition_term(dxl_call *call, const dxl_condition *condition) {
  dxl_terms *terms = &call->engine->terms;
  if (!condition)
    return dxl_term_integer(terms, 1);
  switch (condition->kind) {
  case DXL_CONDITION_TRUE:
    return dxl_term_integer(terms, 1);
  case DXL_CONDITION_COMPARE: {
    dxl_term value = dxl_place_value(call, &condition->place);
    if (!value || dxl_term_get(terms, value)->kind == DXL_TERM_UNDEFINED)
      return 0;
    int64_t constant = condition->constant;
    if (condition->is_status)
      value = dxl_term_cast(terms, value, 32, true);
    else if (dxl_range_of(terms, call->state, value).low < 0 && constant > INT32_MAX && constant <= UINT32_MAX)
      constant = (int32_t)(uint32_t)constant; // a status that is written without a sign
    return compare(terms, condition->comparison, value, dxl_term_integer(terms, constant));
  }
  case DXL_CONDITION_AND:
  case DXL_CONDITION_OR: {
    dxl_term left = dxl_condition_term(call, condition->left), right = dxl_condition_term(call, condition->right);
    bool is_and = condition->kind == DXL_CONDITION_AND;
    if (!left || !right) // the other side may settle it
      return left && dxl_evaluate(terms, call->state, left) == !is_and    ? left
             : right && dxl_evaluate(terms, call->state, right) == !is_and ? right
                                                                           : 0;
    return is_and ? dxl_term_choice(terms, left, right, dxl_term_integer(terms, 0))
                  : dxl_term_choice(terms, left, dxl_term_integer(terms, 1), right);
  }
  case DXL_CONDITION_NOT: {
    dxl_term inner = dxl_condition_term(call, condition->left);
    return inner ? dxl_term_not(terms, inner) : 0;
  }
  }
  return 0;
}

bool dxl_place_address(dxl_call *call, const dxl_place *place, dxl_address *address) {
  dxl_term value = dxl_place_value(call, place);
  if (!value || dxl_term_get(&call->engine->terms, value)->kind == DXL_TERM_UNDEFINED)
    return false;
  *address = dxl_resolve_address(&call->engine->terms, call->state, value);
  return true;
}
