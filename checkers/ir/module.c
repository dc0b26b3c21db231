// Construction and lookup: modules, types, records, symbols and function bodies.
// Invariants: equal types are one pointer; index fields equal positions in their arrays; an element type has a lower
// index than the type made of it, so that a walk in index order sees parts before wholes.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <string.h>

#include "ir/ir.h"

enum {
  /// Nested members that a field lookup descends through; no real record comes near.
  FIELD_DEPTH_LIMIT = 64,
  /// Fields that one lookup by name visits, against records that hold themselves many times over.
  FIELD_VISIT_LIMIT = 100000,
};

dxl_ir_module *dxl_ir_module_new(const char *name) {
  dxl_arena *arena = dxl_arena_new();
  dxl_ir_module *module = dxl_arena_alloc(arena, sizeof *module);
  module->arena = arena;
  module->strings = dxl_strings_new();
  module->name = dxl_ir_text(module, name);
  module->pointer_size = 8;
  module->type_index = dxl_map_new();
  module->record_index = dxl_map_new();
  module->global_index = dxl_map_new();
  module->function_index = dxl_map_new();
  module->file_index = dxl_map_new();
  return module;
}

static void function_free(dxl_ir_function *function) {
  for (uint32_t b = 0; b < function->blocks.count; b++) {
    dxl_array_free(&function->blocks.items[b].instructions);
    dxl_array_free(&function->blocks.items[b].terminator.cases);
  }
  dxl_array_free(&function->blocks);
  dxl_array_free(&function->locals);
  dxl_array_free(&function->roles);
  dxl_array_free(&function->annotations);
}

void dxl_ir_module_free(dxl_ir_module *module) {
  if (!module)
    return;
  for (uint32_t i = 0; i < module->records.count; i++)
    dxl_array_free(&module->records.items[i]->fields);
  for (uint32_t i = 0; i < module->globals.count; i++)
    dxl_array_free(&module->globals.items[i]->initialisers);
  for (uint32_t i = 0; i < module->functions.count; i++)
    function_free(module->functions.items[i]);
  for (uint32_t i = 0; i < module->calls.count; i++)
    dxl_array_free(&module->calls.items[i]->arguments);
  dxl_array_free(&module->files);
  dxl_array_free(&module->types);
  dxl_array_free(&module->records);
  dxl_array_free(&module->globals);
  dxl_array_free(&module->functions);
  dxl_array_free(&module->overrides);
  dxl_array_free(&module->suppressions);
  dxl_array_free(&module->notes);
  dxl_array_free(&module->calls);
  dxl_map_free(module->type_index);
  dxl_map_free(module->record_index);
  dxl_map_free(module->global_index);
  dxl_map_free(module->function_index);
  dxl_map_free(module->file_index);
  dxl_strings_free(module->strings);
  dxl_arena_free(module->arena); // holds the module itself
}

const char *dxl_ir_text(dxl_ir_module *module, const char *text) {
  return text ? dxl_strings_intern(module->strings, text) : NULL;
}

uint32_t dxl_ir_file(dxl_ir_module *module, const char *path) {
  bool is_new;
  uint64_t *slot = dxl_map_put_text(module->file_index, path, &is_new);
  if (is_new) {
    *slot = module->files.count;
    dxl_array_push(&module->files, dxl_ir_text(module, path));
  }
  return (uint32_t)*slot;
}

// ---- Types ---------------------------------------------------------------------------------------------------------

static uint64_t type_size(const dxl_ir_module *module, const dxl_ir_type *type) {
  switch (type->kind) {
  case DXL_IR_TYPE_VOID:
  case DXL_IR_TYPE_FUNCTION:
    return 0;
  case DXL_IR_TYPE_INTEGER:
    return (type->bits + 7) / 8;
  case DXL_IR_TYPE_FLOAT:
    return type->bits == 80 ? 16 : (type->bits + 7) / 8; // x87 extended precision is stored padded
  case DXL_IR_TYPE_POINTER:
    return module->pointer_size;
  case DXL_IR_TYPE_RECORD:
    return type->record->size;
  case DXL_IR_TYPE_ARRAY:
    if (type->element->size && type->count > UINT64_MAX / type->element->size)
      return UINT64_MAX;
    return type->count * type->element->size;
  }
  return 0;
}

/// What makes two types equal. Elements and records are named by index, strings by their interned address.
typedef struct type_key {
  uint64_t count;
  uint64_t name;
  uint32_t kind;
  uint32_t bits;
  uint32_t is_signed;
  uint32_t part; // index of the element or record
} type_key;

static const dxl_ir_type *type_get(dxl_ir_module *module, dxl_ir_type wanted) {
  type_key key;
  memset(&key, 0, sizeof key);
  key.count = wanted.count;
  key.name = (uint64_t)(uintptr_t)wanted.name;
  key.kind = (uint32_t)wanted.kind;
  key.bits = wanted.bits;
  key.is_signed = wanted.is_signed;
  key.part = wanted.element ? wanted.element->index : wanted.record ? wanted.record->index : 0;
  bool is_new;
  uint64_t *slot = dxl_map_put(module->type_index, &key, sizeof key, &is_new);
  if (is_new) {
    *slot = module->types.count;
    wanted.index = module->types.count;
    dxl_array_push(&module->types, (dxl_ir_type *)dxl_arena_copy(module->arena, &wanted, sizeof wanted));
  }
  dxl_ir_type *type = module->types.items[*slot];
  type->size = type_size(module, type);
  return type;
}

const dxl_ir_type *dxl_ir_type_void(dxl_ir_module *module) {
  dxl_ir_type type = {.kind = DXL_IR_TYPE_VOID};
  return type_get(module, type);
}

const dxl_ir_type *dxl_ir_type_integer(dxl_ir_module *module, uint32_t bits, bool is_signed) {
  dxl_ir_type type = {.kind = DXL_IR_TYPE_INTEGER, .bits = bits, .is_signed = is_signed};
  return type_get(module, type);
}

const dxl_ir_type *dxl_ir_type_float(dxl_ir_module *module, uint32_t bits) {
  dxl_ir_type type = {.kind = DXL_IR_TYPE_FLOAT, .bits = bits};
  return type_get(module, type);
}

const dxl_ir_type *dxl_ir_type_pointer(dxl_ir_module *module, const dxl_ir_type *element) {
  dxl_ir_type type = {.kind = DXL_IR_TYPE_POINTER, .element = element ? element : dxl_ir_type_void(module)};
  return type_get(module, type);
}

const dxl_ir_type *dxl_ir_type_record(dxl_ir_module *module, const dxl_ir_record *record) {
  dxl_ir_type type = {.kind = DXL_IR_TYPE_RECORD, .record = record};
  return type_get(module, type);
}

const dxl_ir_type *dxl_ir_type_array(dxl_ir_module *module, const dxl_ir_type *element, uint64_t count) {
  dxl_ir_type type = {.kind = DXL_IR_TYPE_ARRAY, .element = element, .count = count};
  return type_get(module, type);
}

const dxl_ir_type *dxl_ir_type_function(dxl_ir_module *module, const char *name) {
  dxl_ir_type type = {.kind = DXL_IR_TYPE_FUNCTION, .name = dxl_ir_text(module, name)};
  return type_get(module, type);
}

void dxl_ir_refresh_sizes(dxl_ir_module *module) {
  for (uint32_t i = 0; i < module->types.count; i++)
    module->types.items[i]->size = type_size(module, module->types.items[i]);
}

// ---- Records -------------------------------------------------------------------------------------------------------

dxl_ir_record *dxl_ir_record_get(dxl_ir_module *module, const char *name) {
  bool is_new;
  uint64_t *slot = dxl_map_put_text(module->record_index, name, &is_new);
  if (is_new) {
    dxl_ir_record *record = dxl_arena_alloc(module->arena, sizeof *record);
    record->name = dxl_ir_text(module, name);
    record->index = module->records.count;
    *slot = record->index;
    dxl_array_push(&module->records, record);
  }
  return module->records.items[*slot];
}

/// Strips arrays off a type and reduces the offset to one within the element.
static const dxl_ir_type *innermost_element(const dxl_ir_type *type, uint64_t *offset) {
  while (type->kind == DXL_IR_TYPE_ARRAY) {
    type = type->element;
    if (type->size)
      *offset %= type->size;
  }
  return type;
}

/// A flexible array at the end of a record covers everything behind it.
static bool field_covers(const dxl_ir_field *field, uint64_t offset) {
  if (offset < field->offset)
    return false;
  const dxl_ir_type *type = field->type;
  if (type->kind == DXL_IR_TYPE_ARRAY && type->count == 0)
    return true;
  if (type->kind == DXL_IR_TYPE_RECORD)
    return offset - field->offset < type->record->size && type->record->fields.count > 0;
  return offset - field->offset < type->size;
}

const dxl_ir_field *dxl_ir_field_at(const dxl_ir_record *record, uint64_t offset, const dxl_ir_record **owner) {
  const dxl_ir_field *found = NULL;
  for (uint32_t depth = 0; record && depth < FIELD_DEPTH_LIMIT; depth++) {
    const dxl_ir_field *covering = NULL;
    for (uint32_t i = 0; i < record->fields.count && !covering; i++)
      if (field_covers(&record->fields.items[i], offset))
        covering = &record->fields.items[i];
    if (!covering)
      break; // padding of a nested record: the member that holds it is the answer
    found = covering;
    if (owner)
      *owner = record;
    offset -= covering->offset;
    const dxl_ir_type *type = innermost_element(covering->type, &offset);
    record = type->kind == DXL_IR_TYPE_RECORD ? type->record : NULL;
  }
  return found;
}

static const dxl_ir_field *field_named(const dxl_ir_record *record, const char *name, uint64_t *offset, uint32_t depth,
                                       uint32_t *visits) {
  for (uint32_t i = 0; i < record->fields.count && *visits < FIELD_VISIT_LIMIT; i++) {
    const dxl_ir_field *field = &record->fields.items[i];
    ++*visits;
    if (field->name == name || (field->name[0] == name[0] && strcmp(field->name, name) == 0)) {
      if (offset)
        *offset = field->offset;
      return field;
    }
  }
  if (depth >= FIELD_DEPTH_LIMIT)
    return NULL;
  for (uint32_t i = 0; i < record->fields.count && *visits < FIELD_VISIT_LIMIT; i++) {
    const dxl_ir_field *field = &record->fields.items[i];
    if (field->name[0] || field->type->kind != DXL_IR_TYPE_RECORD)
      continue;
    const dxl_ir_field *inner = field_named(field->type->record, name, offset, depth + 1, visits);
    if (inner) {
      if (offset)
        *offset += field->offset;
      return inner;
    }
  }
  return NULL;
}

const dxl_ir_field *dxl_ir_field_named(const dxl_ir_record *record, const char *name, uint64_t *offset) {
  uint32_t visits = 0;
  return field_named(record, name, offset, 0, &visits);
}

// ---- Symbols -------------------------------------------------------------------------------------------------------

dxl_ir_function *dxl_ir_function_get(dxl_ir_module *module, const char *name) {
  bool is_new;
  uint64_t *slot = dxl_map_put_text(module->function_index, name, &is_new);
  if (is_new) {
    dxl_ir_function *function = dxl_arena_alloc(module->arena, sizeof *function);
    function->name = function->display = dxl_ir_text(module, name);
    function->index = module->functions.count;
    function->location = dxl_ir_no_location();
    function->return_type = dxl_ir_type_void(module);
    *slot = function->index;
    dxl_array_push(&module->functions, function);
  }
  return module->functions.items[*slot];
}

dxl_ir_global *dxl_ir_global_get(dxl_ir_module *module, const char *name) {
  bool is_new;
  uint64_t *slot = dxl_map_put_text(module->global_index, name, &is_new);
  if (is_new) {
    dxl_ir_global *global = dxl_arena_alloc(module->arena, sizeof *global);
    global->name = global->display = dxl_ir_text(module, name);
    global->index = module->globals.count;
    global->location = dxl_ir_no_location();
    global->type = dxl_ir_type_void(module);
    *slot = global->index;
    dxl_array_push(&module->globals, global);
  }
  return module->globals.items[*slot];
}

dxl_ir_function *dxl_ir_function_find(const dxl_ir_module *module, const char *name) {
  const uint64_t *slot = dxl_map_get_text(module->function_index, name);
  return slot ? module->functions.items[*slot] : NULL;
}

dxl_ir_global *dxl_ir_global_find(const dxl_ir_module *module, const char *name) {
  const uint64_t *slot = dxl_map_get_text(module->global_index, name);
  return slot ? module->globals.items[*slot] : NULL;
}

// ---- Bodies --------------------------------------------------------------------------------------------------------

uint32_t dxl_ir_add_local(dxl_ir_function *function, const char *name, const dxl_ir_type *type,
                          dxl_ir_location location, bool is_temporary) {
  dxl_ir_local local = {name ? name : "", type, location, is_temporary};
  dxl_array_push(&function->locals, local);
  return function->locals.count - 1;
}

uint32_t dxl_ir_add_block(dxl_ir_function *function) {
  dxl_ir_block block;
  memset(&block, 0, sizeof block);
  block.handler = DXL_IR_NO_BLOCK;
  block.terminator.kind = DXL_IR_UNREACHABLE;
  block.terminator.location = dxl_ir_no_location();
  dxl_array_push(&function->blocks, block);
  return function->blocks.count - 1;
}

dxl_ir_instruction *dxl_ir_add_instruction(dxl_ir_function *function, uint32_t block, dxl_ir_opcode opcode,
                                           dxl_ir_location location, bool has_result) {
  dxl_ir_instruction instruction;
  memset(&instruction, 0, sizeof instruction);
  instruction.opcode = opcode;
  instruction.location = location;
  instruction.result = has_result ? function->register_count++ : DXL_IR_NO_RESULT;
  dxl_ir_block *to = &function->blocks.items[block];
  dxl_array_push(&to->instructions, instruction);
  return &dxl_array_last(&to->instructions);
}

dxl_ir_call *dxl_ir_new_call(dxl_ir_module *module) {
  dxl_ir_call *call = dxl_arena_alloc(module->arena, sizeof *call);
  dxl_array_push(&module->calls, call);
  return call;
}
