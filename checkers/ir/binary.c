// Writer of the binary form.
// Invariant: the bytes depend on the module's contents alone; strings are numbered in the order in which they are met.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "ir/binary.h"

#include <stdlib.h>
#include <string.h>

#include "ir/ir.h"

typedef struct bytes {
  uint8_t *items;
  size_t count, capacity;
} bytes;

typedef struct writer {
  bytes body;
  dxl_map *strings; // text -> its number
} writer;

static void put_bytes(bytes *to, const void *from, size_t length) {
  if (length > to->capacity - to->count) {
    if (length > SIZE_MAX / 4 - to->count)
      abort(); // more than memory can hold
    to->capacity = (to->count + length) * 2;
    to->items = dxl_reallocate(to->items, to->capacity);
  }
  if (length)
    memcpy(to->items + to->count, from, length);
  to->count += length;
}

/// Seven bits at a time, the lowest first; the top bit says that more follow.
static void put_number(bytes *to, uint64_t number) {
  uint8_t encoded[10];
  size_t length = 0;
  do {
    uint8_t low = number & 0x7f;
    number >>= 7;
    encoded[length++] = (uint8_t)(low | (number ? 0x80 : 0));
  } while (number);
  put_bytes(to, encoded, length);
}

static void put_little_endian(bytes *to, uint64_t number, size_t length) {
  for (size_t i = 0; i < length; i++) {
    uint8_t byte = (uint8_t)(number >> (8 * i));
    put_bytes(to, &byte, 1);
  }
}

static void put(writer *w, uint64_t number) { put_number(&w->body, number); }

/// Numbers near 0 of either sign are short.
static void put_signed(writer *w, int64_t number) {
  put(w, number < 0 ? ~(uint64_t)number * 2 + 1 : (uint64_t)number * 2);
}

static void put_string(writer *w, const char *text) {
  if (!text) {
    put(w, 0);
    return;
  }
  bool is_new;
  uint64_t *slot = dxl_map_put_text(w->strings, text, &is_new);
  if (is_new)
    *slot = dxl_map_count(w->strings);
  put(w, *slot);
}

static void put_type(writer *w, const dxl_ir_type *type) { put(w, type ? type->index + 1ull : 0); }

static void put_record(writer *w, const dxl_ir_record *record) { put(w, record ? record->index + 1ull : 0); }

static void put_block(writer *w, uint32_t block) { put(w, block == DXL_IR_NO_BLOCK ? 0 : block + 1ull); }

static void put_location(writer *w, dxl_ir_location location) {
  put(w, location.file == DXL_IR_NO_FILE ? 0 : location.file + 1ull);
  put(w, location.line);
  put(w, location.column);
  put_string(w, location.macro);
}

static void put_operand(writer *w, dxl_ir_operand operand) {
  put(w, (uint64_t)operand.kind);
  switch (operand.kind) {
  case DXL_IR_NONE:
    break;
  case DXL_IR_INTEGER:
    put_signed(w, operand.integer);
    break;
  case DXL_IR_FLOAT: {
    uint64_t pattern;
    memcpy(&pattern, &operand.real, sizeof pattern);
    put_little_endian(&w->body, pattern, sizeof pattern);
    break;
  }
  case DXL_IR_STRING:
    put_string(w, operand.text);
    break;
  case DXL_IR_REGISTER:
  case DXL_IR_LOCAL:
  case DXL_IR_GLOBAL:
  case DXL_IR_FUNCTION:
    put(w, operand.index);
    break;
  }
}

// ---- Records, types, globals ---------------------------------------------------------------------------------------

static void write_record(writer *w, const dxl_ir_record *record) {
  put_string(w, record->tag);
  put(w, (record->is_union ? 1u : 0u) | (record->is_complete ? 2u : 0u) | (record->is_polymorphic ? 4u : 0u) |
             (record->is_assumed ? 8u : 0u));
  put(w, record->size);
  put(w, record->fields.count);
  for (uint32_t i = 0; i < record->fields.count; i++) {
    const dxl_ir_field *field = &record->fields.items[i];
    put_string(w, field->name);
    put_type(w, field->type);
    put(w, field->offset);
    put(w, field->bit_offset);
    put(w, field->bit_width);
    put(w, field->is_base);
  }
}

static void write_type(writer *w, const dxl_ir_type *type) {
  put(w, (uint64_t)type->kind);
  switch (type->kind) {
  case DXL_IR_TYPE_VOID:
    break;
  case DXL_IR_TYPE_INTEGER:
    put(w, type->bits * 2ull + type->is_signed);
    break;
  case DXL_IR_TYPE_FLOAT:
    put(w, type->bits);
    break;
  case DXL_IR_TYPE_POINTER:
    put(w, type->element->index);
    break;
  case DXL_IR_TYPE_RECORD:
    put(w, type->record->index);
    break;
  case DXL_IR_TYPE_ARRAY:
    put(w, type->element->index);
    put(w, type->count);
    break;
  case DXL_IR_TYPE_FUNCTION:
    put_string(w, type->name);
    break;
  }
}

static void write_global(writer *w, const dxl_ir_global *global) {
  put_string(w, global->display);
  put(w, (uint64_t)global->linkage);
  put_type(w, global->type);
  put(w, (global->is_defined ? 1u : 0u) | (global->is_initialised ? 2u : 0u) | (global->is_constant ? 4u : 0u));
  put_location(w, global->location);
  put(w, global->initialisers.count);
  for (uint32_t i = 0; i < global->initialisers.count; i++) {
    const dxl_ir_initialiser *one = &global->initialisers.items[i];
    put(w, one->offset);
    put(w, one->size);
    put_operand(w, one->value);
    put_signed(w, one->addend);
  }
}

// ---- Functions -----------------------------------------------------------------------------------------------------

static void write_call(writer *w, const dxl_ir_call *call) {
  put_operand(w, call->callee);
  put_string(w, call->type_name);
  put_string(w, call->virtual_method);
  put(w, call->is_noreturn);
  put(w, call->arguments.count);
  for (uint32_t i = 0; i < call->arguments.count; i++)
    put_operand(w, call->arguments.items[i]);
}

static uint64_t parts_of(const dxl_ir_instruction *one) {
  uint64_t parts = 0;
  parts |= one->result != DXL_IR_NO_RESULT ? DXL_IR_HAS_RESULT : 0;
  parts |= one->a.kind != DXL_IR_NONE ? DXL_IR_HAS_A : 0;
  parts |= one->b.kind != DXL_IR_NONE ? DXL_IR_HAS_B : 0;
  parts |= one->type ? DXL_IR_HAS_TYPE : 0;
  parts |= one->from ? DXL_IR_HAS_FROM : 0;
  parts |= one->record ? DXL_IR_HAS_RECORD : 0;
  parts |= one->field ? DXL_IR_HAS_FIELD : 0;
  parts |= one->text ? DXL_IR_HAS_TEXT : 0;
  parts |= one->offset ? DXL_IR_HAS_OFFSET : 0;
  parts |= one->size ? DXL_IR_HAS_SIZE : 0;
  parts |= one->bit_width || one->bit_offset ? DXL_IR_HAS_BITS : 0;
  parts |= one->is_volatile ? DXL_IR_IS_VOLATILE : 0;
  parts |= one->call ? DXL_IR_HAS_CALL : 0;
  parts |= one->operation ? DXL_IR_HAS_OPERATION : 0;
  parts |= one->comparison ? DXL_IR_HAS_COMPARISON : 0;
  return parts;
}

static void write_instruction(writer *w, const dxl_ir_instruction *one) {
  uint64_t parts = parts_of(one);
  put(w, (uint64_t)one->opcode);
  put(w, parts);
  if (parts & DXL_IR_HAS_RESULT)
    put(w, one->result);
  if (parts & DXL_IR_HAS_A)
    put_operand(w, one->a);
  if (parts & DXL_IR_HAS_B)
    put_operand(w, one->b);
  if (parts & DXL_IR_HAS_TYPE)
    put_type(w, one->type);
  if (parts & DXL_IR_HAS_FROM)
    put_type(w, one->from);
  if (parts & DXL_IR_HAS_RECORD)
    put_record(w, one->record);
  if (parts & DXL_IR_HAS_FIELD)
    put_string(w, one->field);
  if (parts & DXL_IR_HAS_TEXT)
    put_string(w, one->text);
  if (parts & DXL_IR_HAS_OFFSET)
    put(w, one->offset);
  if (parts & DXL_IR_HAS_SIZE)
    put(w, one->size);
  if (parts & DXL_IR_HAS_BITS) {
    put(w, one->bit_offset);
    put(w, one->bit_width);
  }
  if (parts & DXL_IR_HAS_CALL)
    write_call(w, one->call);
  if (parts & DXL_IR_HAS_OPERATION)
    put(w, (uint64_t)one->operation);
  if (parts & DXL_IR_HAS_COMPARISON)
    put(w, (uint64_t)one->comparison);
  put_location(w, one->location);
}

static void write_block(writer *w, const dxl_ir_block *block) {
  put_block(w, block->handler);
  put(w, block->instructions.count);
  for (uint32_t i = 0; i < block->instructions.count; i++)
    write_instruction(w, &block->instructions.items[i]);
  const dxl_ir_terminator *terminator = &block->terminator;
  put(w, (uint64_t)terminator->kind);
  put_operand(w, terminator->condition);
  put_block(w, terminator->target);
  put_block(w, terminator->target_else);
  put_string(w, terminator->word);
  put_location(w, terminator->location);
  put(w, terminator->cases.count);
  for (uint32_t i = 0; i < terminator->cases.count; i++) {
    put_signed(w, terminator->cases.items[i].low);
    put_signed(w, terminator->cases.items[i].high);
    put(w, terminator->cases.items[i].target);
  }
}

static uint64_t flags_of(const dxl_ir_function *function) {
  uint64_t flags = 0;
  flags |= function->is_variadic ? DXL_IR_FUNCTION_VARIADIC : 0;
  flags |= function->is_noreturn ? DXL_IR_FUNCTION_NORETURN : 0;
  flags |= function->is_method ? DXL_IR_FUNCTION_METHOD : 0;
  flags |= function->is_constructor ? DXL_IR_FUNCTION_CONSTRUCTOR : 0;
  flags |= function->is_destructor ? DXL_IR_FUNCTION_DESTRUCTOR : 0;
  flags |= function->returns_record ? DXL_IR_FUNCTION_RETURNS_RECORD : 0;
  flags |= function->is_inlined ? DXL_IR_FUNCTION_INLINED : 0;
  return flags;
}

static void write_function(writer *w, const dxl_ir_function *function) {
  put_string(w, function->display);
  put(w, (uint64_t)function->linkage);
  put(w, (uint64_t)function->body);
  put_string(w, function->lost_reason);
  put_location(w, function->location);
  put(w, function->end_line);
  put_type(w, function->return_type);
  put(w, function->parameter_count);
  put(w, flags_of(function));
  put_record(w, function->class_record);
  put_string(w, function->segment);
  put(w, function->roles.count);
  for (uint32_t i = 0; i < function->roles.count; i++)
    put_string(w, function->roles.items[i]);
  put(w, function->annotations.count);
  for (uint32_t i = 0; i < function->annotations.count; i++) {
    put_string(w, function->annotations.items[i].name);
    put_string(w, function->annotations.items[i].arguments);
    put_signed(w, function->annotations.items[i].parameter);
  }
  put(w, function->locals.count);
  for (uint32_t i = 0; i < function->locals.count; i++) {
    const dxl_ir_local *local = &function->locals.items[i];
    put_string(w, local->name);
    put_type(w, local->type);
    put_location(w, local->location);
    put(w, local->is_temporary);
  }
  put(w, function->register_count);
  put(w, function->opaque_count);
  put(w, function->blocks.count);
  for (uint32_t i = 0; i < function->blocks.count; i++)
    write_block(w, &function->blocks.items[i]);
}

// ---- Module --------------------------------------------------------------------------------------------------------

static void write_rest(writer *w, const dxl_ir_module *module) {
  put(w, module->overrides.count);
  for (uint32_t i = 0; i < module->overrides.count; i++) {
    put_record(w, module->overrides.items[i].record);
    put_string(w, module->overrides.items[i].method);
    put_string(w, module->overrides.items[i].implementation);
  }
  put(w, module->suppressions.count);
  for (uint32_t i = 0; i < module->suppressions.count; i++) {
    put(w, module->suppressions.items[i].file);
    put(w, module->suppressions.items[i].line);
    put(w, (uint64_t)module->suppressions.items[i].kind);
    put_string(w, module->suppressions.items[i].checks);
  }
  put(w, module->notes.count);
  for (uint32_t i = 0; i < module->notes.count; i++) {
    put(w, (uint64_t)module->notes.items[i].level);
    put_string(w, module->notes.items[i].text);
    put_location(w, module->notes.items[i].location);
  }
}

/// Names of records, globals and functions come before what refers to them by index.
static void write_module(writer *w, const dxl_ir_module *module) {
  put_string(w, module->name);
  put_string(w, module->target);
  put(w, module->pointer_size);
  put(w, module->files.count);
  for (uint32_t i = 0; i < module->files.count; i++)
    put_string(w, module->files.items[i]);
  put(w, module->records.count);
  for (uint32_t i = 0; i < module->records.count; i++)
    put_string(w, module->records.items[i]->name);
  put(w, module->types.count);
  for (uint32_t i = 0; i < module->types.count; i++)
    write_type(w, module->types.items[i]);
  for (uint32_t i = 0; i < module->records.count; i++)
    write_record(w, module->records.items[i]);
  put(w, module->globals.count);
  for (uint32_t i = 0; i < module->globals.count; i++)
    put_string(w, module->globals.items[i]->name);
  put(w, module->functions.count);
  for (uint32_t i = 0; i < module->functions.count; i++)
    put_string(w, module->functions.items[i]->name);
  for (uint32_t i = 0; i < module->globals.count; i++)
    write_global(w, module->globals.items[i]);
  for (uint32_t i = 0; i < module->functions.count; i++)
    write_function(w, module->functions.items[i]);
  write_rest(w, module);
}

uint8_t *dxl_ir_write_binary(const dxl_ir_module *module, size_t *length) {
  writer w = {{NULL, 0, 0}, dxl_map_new()};
  write_module(&w, module);
  bytes out = {NULL, 0, 0};
  put_bytes(&out, DXL_IR_BINARY_MAGIC, DXL_IR_BINARY_MAGIC_LENGTH);
  put_little_endian(&out, DXL_IR_BINARY_VERSION, 4);
  put_little_endian(&out, 0, 8); // the checksum, known at the end
  put_number(&out, dxl_map_count(w.strings));
  for (uint32_t i = 0; i < dxl_map_count(w.strings); i++) {
    size_t text_length;
    const void *text = dxl_map_key_at(w.strings, i, &text_length);
    put_number(&out, text_length);
    put_bytes(&out, text, text_length);
  }
  put_bytes(&out, w.body.items, w.body.count);
  uint64_t checksum = dxl_hash(out.items + DXL_IR_BINARY_HEADER_LENGTH, out.count - DXL_IR_BINARY_HEADER_LENGTH, 0);
  for (size_t i = 0; i < 8; i++)
    out.items[DXL_IR_BINARY_HEADER_LENGTH - 8 + i] = (uint8_t)(checksum >> (8 * i));
  dxl_release(w.body.items);
  dxl_map_free(w.strings);
  *length = out.count;
  return out.items;
}
