// Reader of the binary form.
// Invariants: no byte behind the end is read; a count is at most the number of bytes that are left, so that damaged
// counts cost no memory; after the first mistake every number reads as 0 and every loop ends; a module that is returned
// satisfies dxl_ir_verify.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <string.h>

#include "ir/binary.h"
#include "ir/text.h"
#include "ir/verify.h"

/// Registers of one function that nothing defines, at most.
#define UNDEFINED_REGISTER_LIMIT 65536u

typedef struct reader {
  const uint8_t *start, *at, *end;
  char *error; ///< the first mistake
  dxl_ir_module *module;
  DXL_ARRAY(const char *) strings;
  DXL_ARRAY(const dxl_ir_type *) types; ///< by the number in the file
} reader;

static void fail(reader *r, const char *what) {
  if (!r->error)
    r->error = dxl_ir_message("IR data, byte %zu: %s", (size_t)(r->at - r->start), what);
  r->at = r->end;
}

static uint64_t get(reader *r) {
  uint64_t number = 0;
  for (uint32_t shift = 0; shift < 64; shift += 7) {
    if (r->at == r->end) {
      fail(r, "the data end too early");
      return 0;
    }
    uint8_t byte = *r->at++;
    if (shift == 63 && byte > 1)
      break;
    number |= (uint64_t)(byte & 0x7f) << shift;
    if (!(byte & 0x80))
      return number;
  }
  fail(r, "a number is too long");
  return 0;
}

static int64_t get_signed(reader *r) {
  uint64_t number = get(r);
  return (int64_t)(number & 1 ? ~(number / 2) : number / 2);
}

/// A number below a limit.
static uint64_t get_below(reader *r, uint64_t limit, const char *what) {
  uint64_t number = get(r);
  if (number < limit)
    return number;
  fail(r, what);
  return 0;
}

static uint32_t get_u32(reader *r) { return (uint32_t)get_below(r, UINT32_MAX, "a number is out of range"); }

static bool get_flag(reader *r) { return get_below(r, 2, "a flag is neither 0 nor 1") == 1; }

/// A number of things that follow; each takes a byte at least.
static uint32_t get_count(reader *r) {
  uint64_t count = get(r);
  if (count <= (uint64_t)(r->end - r->at) && count < UINT32_MAX)
    return (uint32_t)count;
  fail(r, "a count is larger than the data");
  return 0;
}

/// An index + 1, or 0 for none: gives DXL_IR_NO_FILE (DXL_IR_NO_BLOCK) then.
static uint32_t get_optional(reader *r) {
  uint64_t number = get_below(r, UINT32_MAX, "a number is out of range");
  return number ? (uint32_t)(number - 1) : UINT32_MAX;
}

static const char *get_optional_string(reader *r) {
  uint64_t number = get_below(r, r->strings.count + 1ull, "there is no such string");
  return number ? r->strings.items[number - 1] : NULL;
}

/// A string that must be there; "" after a mistake.
static const char *get_string(reader *r) {
  const char *text = get_optional_string(r);
  if (text)
    return text;
  fail(r, "a string is missing");
  return "";
}

static const dxl_ir_type *get_optional_type(reader *r) {
  uint64_t number = get_below(r, r->types.count + 1ull, "there is no such type");
  return number ? r->types.items[number - 1] : NULL;
}

/// A type that must be there; void after a mistake.
static const dxl_ir_type *get_type(reader *r) {
  const dxl_ir_type *type = get_optional_type(r);
  if (type)
    return type;
  fail(r, "a type is missing");
  return dxl_ir_type_void(r->module);
}

static const dxl_ir_record *get_optional_record(reader *r) {
  uint64_t number = get_below(r, r->module->records.count + 1ull, "there is no such record");
  return number ? r->module->records.items[number - 1] : NULL;
}

static dxl_ir_location get_location(reader *r) {
  dxl_ir_location location;
  location.file = get_optional(r);
  location.line = get_u32(r);
  location.column = get_u32(r);
  location.macro = get_optional_string(r);
  return location;
}

static dxl_ir_operand get_operand(reader *r) {
  dxl_ir_operand operand;
  memset(&operand, 0, sizeof operand);
  operand.kind = (dxl_ir_operand_kind)get_below(r, DXL_IR_FUNCTION + 1, "an operand is of an unknown kind");
  switch (operand.kind) {
  case DXL_IR_NONE:
    break;
  case DXL_IR_INTEGER:
    operand.integer = get_signed(r);
    break;
  case DXL_IR_FLOAT: {
    uint64_t pattern = 0;
    if (r->end - r->at < 8) {
      fail(r, "the data end too early");
      break;
    }
    for (uint32_t i = 0; i < 8; i++)
      pattern |= (uint64_t)*r->at++ << (8 * i);
    memcpy(&operand.real, &pattern, sizeof pattern);
    break;
  }
  case DXL_IR_STRING:
    operand.text = get_string(r);
    break;
  case DXL_IR_REGISTER:
  case DXL_IR_LOCAL:
  case DXL_IR_GLOBAL:
  case DXL_IR_FUNCTION:
    operand.index = get_u32(r);
    break;
  }
  return operand;
}

// ---- Records, types, globals ---------------------------------------------------------------------------------------

static void read_strings(reader *r) {
  uint32_t count = get_count(r);
  for (uint32_t i = 0; i < count && !r->error; i++) {
    uint64_t length = get(r);
    if (length > (uint64_t)(r->end - r->at)) {
      fail(r, "a string is longer than the data");
      return;
    }
    if (memchr(r->at, 0, length)) {
      fail(r, "a string holds a NUL byte");
      return;
    }
    dxl_array_push(&r->strings, dxl_strings_intern_n(r->module->strings, (const char *)r->at, length));
    r->at += length;
  }
}

static void read_type(reader *r) {
  dxl_ir_module *module = r->module;
  const dxl_ir_type *type = NULL;
  uint64_t kind = get_below(r, DXL_IR_TYPE_FUNCTION + 1, "a type is of an unknown kind");
  switch ((dxl_ir_type_kind)kind) {
  case DXL_IR_TYPE_VOID:
    type = dxl_ir_type_void(module);
    break;
  case DXL_IR_TYPE_INTEGER: {
    uint32_t bits = get_u32(r);
    type = dxl_ir_type_integer(module, bits / 2, bits % 2);
    break;
  }
  case DXL_IR_TYPE_FLOAT:
    type = dxl_ir_type_float(module, get_u32(r));
    break;
  case DXL_IR_TYPE_POINTER:
  case DXL_IR_TYPE_ARRAY: {
    bool is_array = kind == DXL_IR_TYPE_ARRAY;
    uint64_t element = get_below(r, r->types.count, "an element type comes after the type made of it");
    uint64_t count = is_array ? get(r) : 0;
    if (r->error)
      return;
    type = is_array ? dxl_ir_type_array(module, r->types.items[element], count)
                    : dxl_ir_type_pointer(module, r->types.items[element]);
    break;
  }
  case DXL_IR_TYPE_RECORD: {
    uint64_t record = get_below(r, module->records.count, "there is no such record");
    if (r->error)
      return;
    type = dxl_ir_type_record(module, module->records.items[record]);
    break;
  }
  case DXL_IR_TYPE_FUNCTION:
    type = dxl_ir_type_function(module, get_optional_string(r));
    break;
  }
  if (!r->error)
    dxl_array_push(&r->types, type);
}

static void read_record(reader *r, dxl_ir_record *record) {
  record->tag = get_optional_string(r);
  uint64_t flags = get_below(r, 16, "a record has unknown flags");
  record->is_union = flags & 1;
  record->is_complete = flags & 2;
  record->is_polymorphic = flags & 4;
  record->is_assumed = flags & 8;
  record->size = get(r);
  uint32_t count = get_count(r);
  for (uint32_t i = 0; i < count && !r->error; i++) {
    dxl_ir_field field;
    field.name = get_string(r);
    field.type = get_type(r);
    field.offset = get(r);
    field.bit_offset = get_u32(r);
    field.bit_width = get_u32(r);
    field.is_base = get_flag(r);
    dxl_array_push(&record->fields, field);
  }
}

static void read_global(reader *r, dxl_ir_global *global) {
  global->display = get_optional_string(r);
  global->linkage = (dxl_ir_linkage)get_below(r, DXL_IR_LINKAGE_COUNT, "a global has an unknown linkage");
  global->type = get_type(r);
  uint64_t flags = get_below(r, 8, "a global has unknown flags");
  global->is_defined = flags & 1;
  global->is_initialised = flags & 2;
  global->is_constant = flags & 4;
  global->location = get_location(r);
  uint32_t count = get_count(r);
  for (uint32_t i = 0; i < count && !r->error; i++) {
    dxl_ir_initialiser one;
    one.offset = get(r);
    one.size = get(r);
    one.value = get_operand(r);
    one.addend = get_signed(r);
    dxl_array_push(&global->initialisers, one);
  }
}

// ---- Functions -----------------------------------------------------------------------------------------------------

static dxl_ir_call *read_call(reader *r) {
  dxl_ir_call *call = dxl_ir_new_call(r->module);
  call->callee = get_operand(r);
  call->type_name = get_optional_string(r);
  call->virtual_method = get_optional_string(r);
  call->is_noreturn = get_flag(r);
  uint32_t count = get_count(r);
  for (uint32_t i = 0; i < count && !r->error; i++) {
    dxl_ir_operand argument = get_operand(r);
    dxl_array_push(&call->arguments, argument);
  }
  return call;
}

static dxl_ir_instruction read_instruction(reader *r) {
  dxl_ir_instruction one;
  memset(&one, 0, sizeof one);
  one.opcode = (dxl_ir_opcode)get_below(r, DXL_IR_OPCODE_COUNT, "an instruction has an unknown opcode");
  uint64_t parts = get_below(r, DXL_IR_PARTS_END, "an instruction has unknown parts");
  one.result = parts & DXL_IR_HAS_RESULT ? get_u32(r) : DXL_IR_NO_RESULT;
  if (parts & DXL_IR_HAS_A)
    one.a = get_operand(r);
  if (parts & DXL_IR_HAS_B)
    one.b = get_operand(r);
  if (parts & DXL_IR_HAS_TYPE)
    one.type = get_type(r);
  if (parts & DXL_IR_HAS_FROM)
    one.from = get_type(r);
  if (parts & DXL_IR_HAS_RECORD)
    one.record = get_optional_record(r);
  if (parts & DXL_IR_HAS_FIELD)
    one.field = get_string(r);
  if (parts & DXL_IR_HAS_TEXT)
    one.text = get_string(r);
  if (parts & DXL_IR_HAS_OFFSET)
    one.offset = get(r);
  if (parts & DXL_IR_HAS_SIZE)
    one.size = get(r);
  if (parts & DXL_IR_HAS_BITS) {
    one.bit_offset = get_u32(r);
    one.bit_width = get_u32(r);
  }
  one.is_volatile = parts & DXL_IR_IS_VOLATILE;
  if (parts & DXL_IR_HAS_CALL)
    one.call = read_call(r);
  if (parts & DXL_IR_HAS_OPERATION)
    one.operation = (dxl_ir_operation)get_below(r, DXL_IR_OPERATION_COUNT, "an unknown operation");
  if (parts & DXL_IR_HAS_COMPARISON)
    one.comparison = (dxl_ir_comparison)get_below(r, DXL_IR_COMPARISON_COUNT, "an unknown comparison");
  one.location = get_location(r);
  return one;
}

static void read_block(reader *r, dxl_ir_function *function) {
  uint32_t index = dxl_ir_add_block(function); // moves the blocks
  dxl_ir_block *block = &function->blocks.items[index];
  block->handler = get_optional(r);
  uint32_t count = get_count(r);
  for (uint32_t i = 0; i < count && !r->error; i++) {
    dxl_ir_instruction one = read_instruction(r);
    dxl_array_push(&block->instructions, one);
  }
  dxl_ir_terminator *terminator = &block->terminator;
  terminator->kind = (dxl_ir_terminator_kind)get_below(r, DXL_IR_TERMINATOR_COUNT, "a block ends in an unknown way");
  terminator->condition = get_operand(r);
  terminator->target = get_optional(r);
  terminator->target_else = get_optional(r);
  terminator->word = get_optional_string(r);
  terminator->location = get_location(r);
  uint32_t cases = get_count(r);
  for (uint32_t i = 0; i < cases && !r->error; i++) {
    dxl_ir_case one;
    one.low = get_signed(r);
    one.high = get_signed(r);
    one.target = get_u32(r);
    dxl_array_push(&terminator->cases, one);
  }
}

static void read_function_flags(reader *r, dxl_ir_function *function) {
  uint64_t flags = get_below(r, DXL_IR_FUNCTION_FLAGS_END, "a function has unknown flags");
  function->is_variadic = flags & DXL_IR_FUNCTION_VARIADIC;
  function->is_noreturn = flags & DXL_IR_FUNCTION_NORETURN;
  function->is_method = flags & DXL_IR_FUNCTION_METHOD;
  function->is_constructor = flags & DXL_IR_FUNCTION_CONSTRUCTOR;
  function->is_destructor = flags & DXL_IR_FUNCTION_DESTRUCTOR;
  function->returns_record = flags & DXL_IR_FUNCTION_RETURNS_RECORD;
  function->is_inlined = flags & DXL_IR_FUNCTION_INLINED;
}

static void read_function(reader *r, dxl_ir_function *function) {
  function->display = get_optional_string(r);
  function->linkage = (dxl_ir_linkage)get_below(r, DXL_IR_LINKAGE_COUNT, "a function has an unknown linkage");
  function->body = (dxl_ir_body)get_below(r, DXL_IR_LOST + 1, "a function has an unknown kind of body");
  function->lost_reason = get_optional_string(r);
  function->location = get_location(r);
  function->end_line = get_u32(r);
  function->return_type = get_type(r);
  function->parameter_count = get_u32(r);
  read_function_flags(r, function);
  function->class_record = get_optional_record(r);
  function->segment = get_optional_string(r);
  uint32_t roles = get_count(r);
  for (uint32_t i = 0; i < roles && !r->error; i++) {
    const char *role = get_string(r);
    dxl_array_push(&function->roles, role);
  }
  uint32_t annotations = get_count(r);
  for (uint32_t i = 0; i < annotations && !r->error; i++) {
    dxl_ir_annotation one;
    one.name = get_string(r);
    one.arguments = get_optional_string(r);
    int64_t parameter = get_signed(r);
    if (parameter < -2 || parameter > INT32_MAX)
      fail(r, "an annotation is for an impossible parameter");
    one.parameter = (int32_t)parameter;
    dxl_array_push(&function->annotations, one);
  }
  uint32_t locals = get_count(r);
  for (uint32_t i = 0; i < locals && !r->error; i++) {
    dxl_ir_local local;
    local.name = get_string(r);
    local.type = get_type(r);
    local.location = get_location(r);
    local.is_temporary = get_flag(r);
    dxl_array_push(&function->locals, local);
  }
  // Registers need not all be defined, but so many that memory suffers are a mistake.
  function->register_count = (uint32_t)get_below(r, (uint64_t)(r->end - r->at) + UNDEFINED_REGISTER_LIMIT,
                                                 "a function has more registers than the data can define");
  function->opaque_count = get_u32(r);
  uint32_t blocks = get_count(r);
  for (uint32_t i = 0; i < blocks && !r->error; i++)
    read_block(r, function);
}

// ---- Module --------------------------------------------------------------------------------------------------------

static void read_rest(reader *r) {
  dxl_ir_module *module = r->module;
  uint32_t overrides = get_count(r);
  for (uint32_t i = 0; i < overrides && !r->error; i++) {
    dxl_ir_override one;
    one.record = get_optional_record(r);
    one.method = get_string(r);
    one.implementation = get_optional_string(r);
    dxl_array_push(&module->overrides, one);
  }
  uint32_t suppressions = get_count(r);
  for (uint32_t i = 0; i < suppressions && !r->error; i++) {
    dxl_ir_suppression one;
    one.file = get_u32(r);
    one.line = get_u32(r);
    one.kind = (dxl_ir_suppression_kind)get_below(r, DXL_IR_SUPPRESSION_COUNT, "an unknown kind of suppression");
    one.checks = get_optional_string(r);
    dxl_array_push(&module->suppressions, one);
  }
  uint32_t notes = get_count(r);
  for (uint32_t i = 0; i < notes && !r->error; i++) {
    dxl_ir_note one;
    one.level = (dxl_ir_note_level)get_below(r, DXL_IR_NOTE_LEVEL_COUNT, "a note is of an unknown level");
    one.text = get_string(r);
    one.location = get_location(r);
    dxl_array_push(&module->notes, one);
  }
}

static void read_symbols(reader *r) {
  dxl_ir_module *module = r->module;
  uint32_t globals = get_count(r);
  for (uint32_t i = 0; i < globals && !r->error; i++)
    if (dxl_ir_global_get(module, get_string(r))->index != i)
      fail(r, "two globals have one name");
  uint32_t functions = get_count(r);
  for (uint32_t i = 0; i < functions && !r->error; i++)
    if (dxl_ir_function_get(module, get_string(r))->index != i)
      fail(r, "two functions have one name");
  for (uint32_t i = 0; i < globals && !r->error; i++)
    read_global(r, module->globals.items[i]);
  for (uint32_t i = 0; i < functions && !r->error; i++)
    read_function(r, module->functions.items[i]);
}

static void read_module(reader *r) {
  dxl_ir_module *module = r->module;
  read_strings(r);
  module->name = get_string(r);
  module->target = get_optional_string(r);
  module->pointer_size = get_u32(r);
  uint32_t files = get_count(r);
  for (uint32_t i = 0; i < files && !r->error; i++)
    if (dxl_ir_file(module, get_string(r)) != i)
      fail(r, "two files have one path");
  uint32_t records = get_count(r);
  for (uint32_t i = 0; i < records && !r->error; i++)
    if (dxl_ir_record_get(module, get_string(r))->index != i)
      fail(r, "two records have one name");
  uint32_t types = get_count(r);
  for (uint32_t i = 0; i < types && !r->error; i++)
    read_type(r);
  for (uint32_t i = 0; i < records && !r->error; i++)
    read_record(r, module->records.items[i]);
  read_symbols(r);
  read_rest(r);
  if (!r->error && r->at != r->end)
    fail(r, "there are bytes left over");
  if (r->error)
    return;
  dxl_ir_refresh_sizes(module);
  dxl_ir_fault fault;
  if (dxl_ir_find_fault(module, &fault)) {
    r->error = dxl_ir_message("IR data: %s", fault.message);
    dxl_release(fault.message);
  }
}

static uint64_t little_endian(const uint8_t *bytes, size_t length) {
  uint64_t number = 0;
  for (size_t i = 0; i < length; i++)
    number |= (uint64_t)bytes[i] << (8 * i);
  return number;
}

/// What is wrong before the contents, or NULL.
static const char *check_header(const uint8_t *bytes, size_t length) {
  if (length < DXL_IR_BINARY_HEADER_LENGTH || memcmp(bytes, DXL_IR_BINARY_MAGIC, DXL_IR_BINARY_MAGIC_LENGTH) != 0)
    return "these are no IR data";
  if (little_endian(bytes + DXL_IR_BINARY_MAGIC_LENGTH, 4) != DXL_IR_BINARY_VERSION)
    return "the IR data are of another version of this tool";
  uint64_t checksum = dxl_hash(bytes + DXL_IR_BINARY_HEADER_LENGTH, length - DXL_IR_BINARY_HEADER_LENGTH, 0);
  if (little_endian(bytes + DXL_IR_BINARY_HEADER_LENGTH - 8, 8) != checksum)
    return "the IR data are damaged";
  return NULL;
}

dxl_ir_module *dxl_ir_read_binary(const uint8_t *bytes, size_t length, char **error) {
  reader r;
  memset(&r, 0, sizeof r);
  const char *wrong = check_header(bytes, length);
  if (wrong) {
    r.error = dxl_ir_message("%s", wrong);
  } else {
    r.start = bytes;
    r.at = bytes + DXL_IR_BINARY_HEADER_LENGTH;
    r.end = bytes + length;
    r.module = dxl_ir_module_new("");
    read_module(&r);
  }
  dxl_array_free(&r.strings);
  dxl_array_free(&r.types);
  if (r.error) {
    dxl_ir_module_free(r.module);
    if (error)
      *error = r.error;
    else
      dxl_release(r.error);
    return NULL;
  }
  if (error)
    *error = NULL;
  return r.module;
}
