// Checks everything that the rest of the tool takes for granted about a module.
// Invariant: nothing is indexed or followed before it has been checked, so that any module can be given, even one that
// a damaged file made.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "ir/verify.h"

#include <stdarg.h>
#include <string.h>

#include "ir/text.h"

enum {
  BIT_LIMIT = 1024,          ///< bits of a scalar
  RECORD_DEPTH_LIMIT = 1000, ///< records by value in one another; walks over fields recurse this deep at most
};
#define SIZE_LIMIT ((uint64_t)1 << 62) ///< bytes of one object: sums of two offsets do not overflow

/// The module and the first fault found in it.
typedef struct verifier {
  const dxl_ir_module *module;
  const dxl_ir_function *function;
  dxl_ir_fault fault;
} verifier;

char *dxl_ir_message(const char *format, ...) {
  va_list arguments, again;
  va_start(arguments, format);
  va_copy(again, arguments);
  int length = vsnprintf(NULL, 0, format, arguments);
  va_end(arguments);
  char *text = dxl_allocate((size_t)length + 1);
  vsnprintf(text, (size_t)length + 1, format, again);
  va_end(again);
  return text;
}

/// Keeps the first fault. Always false, for use in a return.
static bool fault(verifier *v, dxl_ir_fault_kind kind, uint32_t index, char *message) {
  if (v->fault.message) {
    dxl_release(message);
    return false;
  }
  v->fault.kind = kind;
  v->fault.index = index;
  v->fault.message = message;
  return false;
}

// ---- Parts ---------------------------------------------------------------------------------------------------------

static bool is_record(const verifier *v, const dxl_ir_record *record) {
  return record && record->index < v->module->records.count && v->module->records.items[record->index] == record;
}

static bool is_type(const verifier *v, const dxl_ir_type *type) {
  return type && type->index < v->module->types.count && v->module->types.items[type->index] == type;
}

static bool is_location(const verifier *v, dxl_ir_location location) {
  return location.file == DXL_IR_NO_FILE || location.file < v->module->files.count;
}

/// An operand names something that exists. Registers and locals only exist within a function.
static bool is_operand(const verifier *v, dxl_ir_operand operand) {
  const dxl_ir_function *function = v->function;
  switch (operand.kind) {
  case DXL_IR_NONE:
  case DXL_IR_INTEGER:
  case DXL_IR_FLOAT:
    return true;
  case DXL_IR_STRING:
    return operand.text != NULL;
  case DXL_IR_REGISTER:
    return function && operand.index < function->register_count;
  case DXL_IR_LOCAL:
    return function && operand.index < function->locals.count;
  case DXL_IR_GLOBAL:
    return operand.index < v->module->globals.count;
  case DXL_IR_FUNCTION:
    return operand.index < v->module->functions.count;
  }
  return false;
}

// ---- Types and records ---------------------------------------------------------------------------------------------

/// Elements have lower indices, so that no type contains itself.
static bool check_type(verifier *v, uint32_t index) {
  const dxl_ir_type *type = v->module->types.items[index];
  const char *what = NULL;
  if (!type || type->index != index) {
    what = "has a wrong index";
  } else {
    switch (type->kind) {
    case DXL_IR_TYPE_VOID:
    case DXL_IR_TYPE_FUNCTION:
      break;
    case DXL_IR_TYPE_INTEGER:
    case DXL_IR_TYPE_FLOAT:
      if (type->bits == 0 || type->bits > BIT_LIMIT)
        what = "has an impossible number of bits";
      break;
    case DXL_IR_TYPE_POINTER:
    case DXL_IR_TYPE_ARRAY:
      if (!is_type(v, type->element) || type->element->index >= index)
        what = "has no proper element type";
      break;
    case DXL_IR_TYPE_RECORD:
      if (!is_record(v, type->record))
        what = "names a record that is not of the module";
      break;
    default:
      what = "is of an unknown kind";
      break;
    }
    if (!what && type->size >= SIZE_LIMIT)
      what = "is larger than memory";
  }
  return !what || fault(v, DXL_IR_FAULT_MODULE, 0, dxl_ir_message("type %u %s", index, what));
}

static bool check_record(verifier *v, uint32_t index) {
  const dxl_ir_record *record = v->module->records.items[index];
  if (!record || record->index != index || !record->name)
    return fault(v, DXL_IR_FAULT_RECORD, index, dxl_ir_message("record %u has no name or a wrong index", index));
  const char *name = record->name;
  const uint64_t *slot = dxl_map_get_text(v->module->record_index, name);
  if (!slot || *slot != index)
    return fault(v, DXL_IR_FAULT_RECORD, index, dxl_ir_message("record '%s' is not found by its name", name));
  if (!record->is_complete && (record->fields.count || record->size))
    return fault(v, DXL_IR_FAULT_RECORD, index,
                 dxl_ir_message("record '%s' is incomplete but has fields or a size", name));
  if (record->size >= SIZE_LIMIT)
    return fault(v, DXL_IR_FAULT_RECORD, index, dxl_ir_message("record '%s' is larger than memory", name));
  for (uint32_t i = 0; i < record->fields.count; i++) {
    const dxl_ir_field *field = &record->fields.items[i];
    const char *what = NULL;
    if (!field->name)
      what = "has no name";
    else if (!is_type(v, field->type))
      what = "has no type of the module";
    else if (field->offset >= SIZE_LIMIT)
      what = "is behind the end of memory";
    else if (field->bit_width > BIT_LIMIT || field->bit_offset > BIT_LIMIT || (field->bit_offset && !field->bit_width))
      what = "has impossible bits";
    if (what)
      return fault(v, DXL_IR_FAULT_RECORD, index, dxl_ir_message("field %u of record '%s' %s", i, name, what));
  }
  return true;
}

/// The record that a field holds by value, NULL when it holds none.
static const dxl_ir_record *held_record(const dxl_ir_field *field) {
  const dxl_ir_type *type = field->type;
  while (type->kind == DXL_IR_TYPE_ARRAY)
    type = type->element;
  return type->kind == DXL_IR_TYPE_RECORD ? type->record : NULL;
}

/// A record in the walk of check_nesting.
typedef struct nesting {
  const dxl_ir_record *record;
  uint32_t field; // next to look at
} nesting;

/// No record holds itself by value, and the chains are not too deep: depth-first, with the height of finished records.
static bool check_nesting(verifier *v) {
  enum { UNSEEN = 0, OPEN = UINT16_MAX }; // else height + 1
  uint32_t count = v->module->records.count;
  uint16_t *heights = dxl_allocate((count + 1) * sizeof *heights);
  memset(heights, 0, (count + 1) * sizeof *heights);
  DXL_ARRAY(nesting) stack = {0};
  bool ok = true;
  for (uint32_t root = 0; root < count && ok; root++) {
    if (heights[root] != UNSEEN)
      continue;
    nesting start = {v->module->records.items[root], 0};
    heights[root] = OPEN;
    dxl_array_push(&stack, start);
    while (stack.count && ok) {
      nesting *top = &dxl_array_last(&stack);
      if (top->field == top->record->fields.count) {
        uint16_t height = 1;
        for (uint32_t i = 0; i < top->record->fields.count; i++) {
          const dxl_ir_record *held = held_record(&top->record->fields.items[i]);
          if (held && heights[held->index] >= height)
            height = (uint16_t)(heights[held->index] + 1);
        }
        heights[top->record->index] = height;
        stack.count--;
        ok = height <= RECORD_DEPTH_LIMIT;
        if (!ok)
          fault(v, DXL_IR_FAULT_RECORD, top->record->index,
                dxl_ir_message("record '%s' nests too deep", top->record->name));
        continue;
      }
      const dxl_ir_record *held = held_record(&top->record->fields.items[top->field++]);
      if (!held)
        continue;
      if (heights[held->index] == OPEN) {
        ok = fault(v, DXL_IR_FAULT_RECORD, held->index, dxl_ir_message("record '%s' holds itself", held->name));
      } else if (heights[held->index] == UNSEEN) {
        nesting next = {held, 0};
        heights[held->index] = OPEN;
        dxl_array_push(&stack, next);
      }
    }
  }
  dxl_array_free(&stack);
  dxl_release(heights);
  return ok;
}

// ---- Globals -------------------------------------------------------------------------------------------------------

static bool check_global(verifier *v, uint32_t index) {
  const dxl_ir_global *global = v->module->globals.items[index];
  const char *what = NULL;
  if (!global || global->index != index || !global->name)
    return fault(v, DXL_IR_FAULT_GLOBAL, index, dxl_ir_message("global %u has no name or a wrong index", index));
  if (dxl_ir_global_find(v->module, global->name) != global)
    what = "is not found by its name";
  else if ((int)global->linkage < 0 || global->linkage > DXL_IR_INLINE)
    what = "has an unknown linkage";
  else if (!is_type(v, global->type))
    what = "has no type of the module";
  else if (!is_location(v, global->location))
    what = "is in an unknown file";
  else if (global->initialisers.count && !global->is_initialised)
    what = "has initialisers but is not initialised";
  for (uint32_t i = 0; i < global->initialisers.count && !what; i++) {
    const dxl_ir_initialiser *one = &global->initialisers.items[i];
    if (one->value.kind == DXL_IR_NONE || !is_operand(v, one->value))
      what = "has an initialiser that is no number, string or symbol";
    else if (one->size == 0 || one->size >= SIZE_LIMIT || one->offset >= SIZE_LIMIT)
      what = "has an initialiser that lies outside memory";
  }
  return !what || fault(v, DXL_IR_FAULT_GLOBAL, index, dxl_ir_message("global '%s' %s", global->name, what));
}

// ---- Functions -----------------------------------------------------------------------------------------------------

/// What is wrong with an instruction beyond its operands' ranges, or NULL.
static const char *instruction_form(const verifier *v, const dxl_ir_instruction *instruction) {
  if ((int)instruction->opcode < 0 || instruction->opcode >= DXL_IR_OPCODE_COUNT)
    return "has an unknown opcode";
  const dxl_ir_opcode_form *form = &dxl_ir_opcode_forms[instruction->opcode];
  bool has_result = instruction->result != DXL_IR_NO_RESULT;
  if (has_result && instruction->result >= v->function->register_count)
    return "has a result that is no register of the function";
  if (has_result ? form->result == DXL_IR_RESULT_NEVER : form->result == DXL_IR_RESULT_ALWAYS)
    return has_result ? "has a result but should have none" : "has no result";
  if ((instruction->a.kind != DXL_IR_NONE) != (form->operands >= 1) ||
      (instruction->b.kind != DXL_IR_NONE) != (form->operands == 2))
    return "has the wrong number of operands";
  if (form->has_type && !instruction->type)
    return "has no type";
  if ((instruction->type && !is_type(v, instruction->type)) || (instruction->from && !is_type(v, instruction->from)))
    return "has a type that is not of the module";
  if (instruction->record && !is_record(v, instruction->record))
    return "has a record that is not of the module";
  if (instruction->bit_width > BIT_LIMIT || instruction->bit_offset > BIT_LIMIT ||
      (instruction->bit_offset && !instruction->bit_width))
    return "has impossible bits";
  if (!is_location(v, instruction->location))
    return "is in an unknown file";
  return NULL;
}

/// What is wrong with the parts that only some opcodes have, or NULL.
static const char *instruction_parts(const dxl_ir_instruction *instruction) {
  switch (instruction->opcode) {
  case DXL_IR_BINARY:
    return (int)instruction->operation < 0 || instruction->operation >= DXL_IR_NEGATE ? "has no binary operation"
                                                                                      : NULL;
  case DXL_IR_UNARY:
    return (int)instruction->operation < DXL_IR_NEGATE || instruction->operation > DXL_IR_IS_ZERO
               ? "has no unary operation"
               : NULL;
  case DXL_IR_COMPARE:
    return (int)instruction->comparison < 0 || instruction->comparison > DXL_IR_GREATER_EQUAL ? "has no comparison"
                                                                                              : NULL;
  case DXL_IR_CALL:
    if (!instruction->call)
      return "has no call";
    return instruction->call->callee.kind == DXL_IR_NONE ? "has no callee" : NULL;
  case DXL_IR_LIFETIME_START:
  case DXL_IR_LIFETIME_END:
    return instruction->a.kind != DXL_IR_LOCAL ? "is not about a local" : NULL;
  case DXL_IR_SET_CLASS:
    return !instruction->record ? "has no record" : NULL;
  case DXL_IR_MARK:
    return !instruction->text ? "has no text" : NULL;
  default:
    return instruction->call && instruction->opcode != DXL_IR_OPAQUE ? "has a call but is none" : NULL;
  }
}

static const char *instruction_operands(const verifier *v, const dxl_ir_instruction *instruction) {
  bool ok = is_operand(v, instruction->a) && is_operand(v, instruction->b);
  if (instruction->call) {
    ok = ok && is_operand(v, instruction->call->callee);
    for (uint32_t i = 0; i < instruction->call->arguments.count && ok; i++)
      ok = instruction->call->arguments.items[i].kind != DXL_IR_NONE &&
           is_operand(v, instruction->call->arguments.items[i]);
  }
  return ok ? NULL : "has an operand that does not exist";
}

static const char *terminator_form(const verifier *v, const dxl_ir_terminator *terminator) {
  uint32_t blocks = v->function->blocks.count;
  if ((int)terminator->kind < 0 || terminator->kind > DXL_IR_UNREACHABLE)
    return "is of an unknown kind";
  bool conditional = terminator->kind == DXL_IR_BRANCH || terminator->kind == DXL_IR_SWITCH;
  bool has_condition = terminator->condition.kind != DXL_IR_NONE;
  if (conditional && !has_condition)
    return "has no condition";
  if (has_condition && !conditional && terminator->kind != DXL_IR_RETURN)
    return "has a condition but should have none";
  if (!is_operand(v, terminator->condition))
    return "has an operand that does not exist";
  if ((terminator->kind == DXL_IR_JUMP || terminator->kind == DXL_IR_BRANCH) && terminator->target >= blocks)
    return "goes to a block that does not exist";
  if (conditional && terminator->target_else >= blocks)
    return "goes to a block that does not exist";
  if (terminator->kind != DXL_IR_SWITCH && terminator->cases.count)
    return "has cases but is no switch";
  for (uint32_t i = 0; i < terminator->cases.count; i++) {
    if (terminator->cases.items[i].target >= blocks)
      return "goes to a block that does not exist";
    if (terminator->cases.items[i].high < terminator->cases.items[i].low)
      return "has an empty case";
  }
  return is_location(v, terminator->location) ? NULL : "is in an unknown file";
}

static bool check_blocks(verifier *v) {
  const dxl_ir_function *function = v->function;
  for (uint32_t b = 0; b < function->blocks.count; b++) {
    const dxl_ir_block *block = &function->blocks.items[b];
    for (uint32_t i = 0; i < block->instructions.count; i++) {
      const dxl_ir_instruction *instruction = &block->instructions.items[i];
      const char *what = instruction_form(v, instruction);
      if (!what)
        what = instruction_parts(instruction);
      if (!what)
        what = instruction_operands(v, instruction);
      if (what)
        return fault(v, DXL_IR_FAULT_FUNCTION, function->index,
                     dxl_ir_message("function '%s': instruction %u of block b%u %s", function->name, i, b, what));
    }
    const char *what = terminator_form(v, &block->terminator);
    if (!what && block->handler != DXL_IR_NO_BLOCK && block->handler >= function->blocks.count)
      what = "has a handler that does not exist";
    if (what)
      return fault(v, DXL_IR_FAULT_FUNCTION, function->index,
                   dxl_ir_message("function '%s': the end of block b%u %s", function->name, b, what));
  }
  return true;
}

/// What is wrong with a function outside its blocks, or NULL.
static const char *function_form(const verifier *v) {
  const dxl_ir_function *function = v->function;
  if (dxl_ir_function_find(v->module, function->name) != function)
    return "is not found by its name";
  if ((int)function->linkage < 0 || function->linkage > DXL_IR_INLINE)
    return "has an unknown linkage";
  if ((int)function->body < 0 || function->body > DXL_IR_LOST)
    return "has an unknown kind of body";
  if ((function->body == DXL_IR_LOWERED) != (function->blocks.count > 0))
    return function->blocks.count ? "has blocks but no body" : "has a body without blocks";
  if (function->blocks.count > UINT32_MAX / 4)
    return "has too many blocks";
  if (!is_type(v, function->return_type))
    return "has no return type of the module";
  if (function->parameter_count > function->locals.count)
    return "has more parameters than locals";
  if (function->body != DXL_IR_LOWERED && function->locals.count > function->parameter_count)
    return "has locals but no body";
  if (function->class_record && !is_record(v, function->class_record))
    return "is of a class that is not of the module";
  if (!is_location(v, function->location))
    return "is in an unknown file";
  for (uint32_t i = 0; i < function->locals.count; i++)
    if (!function->locals.items[i].name || !is_type(v, function->locals.items[i].type) ||
        !is_location(v, function->locals.items[i].location))
      return "has a local without name, type or proper position";
  for (uint32_t i = 0; i < function->roles.count; i++)
    if (!function->roles.items[i])
      return "has a role without name";
  for (uint32_t i = 0; i < function->annotations.count; i++) {
    const dxl_ir_annotation *annotation = &function->annotations.items[i];
    if (!annotation->name || annotation->parameter < -2 || annotation->parameter >= (int64_t)function->parameter_count)
      return "has an annotation without name or for a parameter that does not exist";
  }
  return NULL;
}

static bool check_function(verifier *v, uint32_t index) {
  const dxl_ir_function *function = v->module->functions.items[index];
  if (!function || function->index != index || !function->name)
    return fault(v, DXL_IR_FAULT_FUNCTION, index, dxl_ir_message("function %u has no name or a wrong index", index));
  v->function = function;
  const char *what = function_form(v);
  bool ok = true;
  if (what) {
    ok = fault(v, DXL_IR_FAULT_FUNCTION, index, dxl_ir_message("function '%s' %s", function->name, what));
  } else if (check_blocks(v)) {
    char *registers = dxl_ir_check_registers(function);
    if (registers)
      ok = fault(v, DXL_IR_FAULT_FUNCTION, index, dxl_ir_message("function '%s': %s", function->name, registers));
    dxl_release(registers);
  } else {
    ok = false;
  }
  v->function = NULL;
  return ok;
}

// ---- Module --------------------------------------------------------------------------------------------------------

static bool check_rest(verifier *v) {
  const dxl_ir_module *module = v->module;
  for (uint32_t i = 0; i < module->overrides.count; i++)
    if (!is_record(v, module->overrides.items[i].record) || !module->overrides.items[i].method)
      return fault(v, DXL_IR_FAULT_MODULE, 0,
                   dxl_ir_message("override %u has no record of the module or no method", i));
  for (uint32_t i = 0; i < module->suppressions.count; i++) {
    const dxl_ir_suppression *suppression = &module->suppressions.items[i];
    if (suppression->file >= module->files.count || (int)suppression->kind < 0 || suppression->kind > DXL_IR_NOLINT_END)
      return fault(v, DXL_IR_FAULT_MODULE, 0, dxl_ir_message("suppression %u has an unknown file or kind", i));
  }
  for (uint32_t i = 0; i < module->notes.count; i++) {
    const dxl_ir_note *note = &module->notes.items[i];
    if (!note->text || (int)note->level < 0 || note->level > DXL_IR_NOTE_ERROR || !is_location(v, note->location))
      return fault(v, DXL_IR_FAULT_MODULE, 0, dxl_ir_message("note %u has no text, level or proper position", i));
  }
  return true;
}

static bool check_module(verifier *v) {
  const dxl_ir_module *module = v->module;
  if (!module->name || (module->pointer_size != 4 && module->pointer_size != 8))
    return fault(v, DXL_IR_FAULT_MODULE, 0, dxl_ir_message("the module has no name or an impossible pointer size"));
  for (uint32_t i = 0; i < module->files.count; i++)
    if (!module->files.items[i])
      return fault(v, DXL_IR_FAULT_MODULE, 0, dxl_ir_message("file %u has no path", i));
  bool ok = true;
  for (uint32_t i = 0; i < module->types.count && ok; i++)
    ok = check_type(v, i);
  for (uint32_t i = 0; i < module->records.count && ok; i++)
    ok = check_record(v, i);
  ok = ok && check_nesting(v);
  for (uint32_t i = 0; i < module->globals.count && ok; i++)
    ok = check_global(v, i);
  for (uint32_t i = 0; i < module->functions.count && ok; i++)
    ok = check_function(v, i);
  return ok && check_rest(v);
}

bool dxl_ir_find_fault(const dxl_ir_module *module, dxl_ir_fault *found) {
  verifier v;
  memset(&v, 0, sizeof v);
  v.module = module;
  if (check_module(&v))
    return false;
  *found = v.fault;
  return true;
}

char *dxl_ir_verify(const dxl_ir_module *module) {
  dxl_ir_fault found;
  return dxl_ir_find_fault(module, &found) ? found.message : NULL;
}

char *dxl_ir_verify_function(const dxl_ir_module *module, const dxl_ir_function *function) {
  verifier v;
  memset(&v, 0, sizeof v);
  v.module = module;
  if (function->index >= module->functions.count || module->functions.items[function->index] != function)
    return dxl_ir_message("the function is not of the module");
  return check_function(&v, function->index) ? NULL : v.fault.message;
}
