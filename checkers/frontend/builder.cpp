// Appends blocks and instructions; folds what is constant already, so that conditions on constants leave no branch.
// Invariant: an INTEGER operand is held as its type says, sign- or zero-extended to 64 bits.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/body.h"

using namespace clang;

namespace dxl {

namespace {

int64_t fit(uint64_t value, const dxl_ir_type *type) {
  if (type->kind != DXL_IR_TYPE_INTEGER || type->bits == 0 || type->bits >= 64)
    return static_cast<int64_t>(value);
  uint64_t mask = (UINT64_C(1) << type->bits) - 1;
  value &= mask;
  if (type->is_signed && (value >> (type->bits - 1)))
    value |= ~mask;
  return static_cast<int64_t>(value);
}

bool is_integer(const dxl_ir_operand &operand) { return operand.kind == DXL_IR_INTEGER; }

/// Constants have 64 bits.
bool is_foldable(const dxl_ir_type *type) {
  return type->kind != DXL_IR_TYPE_FLOAT && (type->kind != DXL_IR_TYPE_INTEGER || type->bits <= 64);
}

bool fold_binary(dxl_ir_operation operation, int64_t a, int64_t b, const dxl_ir_type *type, int64_t &result) {
  const uint64_t x = static_cast<uint64_t>(a), y = static_cast<uint64_t>(b);
  const bool is_signed = type->is_signed;
  uint64_t value = 0;
  switch (operation) {
  case DXL_IR_ADD: value = x + y; break;
  case DXL_IR_SUBTRACT: value = x - y; break;
  case DXL_IR_MULTIPLY: value = x * y; break;
  case DXL_IR_DIVIDE:
  case DXL_IR_REMAINDER:
    if (y == 0 || (is_signed && a == INT64_MIN && b == -1))
      return false;
    if (operation == DXL_IR_DIVIDE)
      value = is_signed ? static_cast<uint64_t>(a / b) : x / y;
    else
      value = is_signed ? static_cast<uint64_t>(a % b) : x % y;
    break;
  case DXL_IR_AND: value = x & y; break;
  case DXL_IR_OR: value = x | y; break;
  case DXL_IR_XOR: value = x ^ y; break;
  case DXL_IR_SHIFT_LEFT:
  case DXL_IR_SHIFT_RIGHT:
    if (y >= type->bits)
      return false;
    if (operation == DXL_IR_SHIFT_LEFT)
      value = x << y;
    else
      value = is_signed ? static_cast<uint64_t>(a >> y) : x >> y;
    break;
  default:
    return false;
  }
  result = fit(value, type);
  return true;
}

bool fold_compare(dxl_ir_comparison comparison, int64_t a, int64_t b, bool is_signed) {
  const uint64_t x = static_cast<uint64_t>(a), y = static_cast<uint64_t>(b);
  switch (comparison) {
  case DXL_IR_EQUAL: return a == b;
  case DXL_IR_NOT_EQUAL: return a != b;
  case DXL_IR_LESS: return is_signed ? a < b : x < y;
  case DXL_IR_LESS_EQUAL: return is_signed ? a <= b : x <= y;
  case DXL_IR_GREATER: return is_signed ? a > b : x > y;
  case DXL_IR_GREATER_EQUAL: return is_signed ? a >= b : x >= y;
  }
  return false;
}

} // namespace

void Body::begin(uint32_t block) {
  current = block;
  function->blocks.items[block].handler = scope->handler;
}

void Body::ensure_block() {
  if (current == DXL_IR_NO_BLOCK)
    begin(new_block());
}

dxl_ir_terminator *Body::terminate(dxl_ir_terminator_kind kind, SourceLocation place) {
  ensure_block();
  dxl_ir_terminator *terminator = &function->blocks.items[current].terminator;
  terminator->kind = kind;
  terminator->location = unit.location(here(place));
  current = DXL_IR_NO_BLOCK;
  return terminator;
}

void Body::jump(uint32_t target, SourceLocation place) {
  if (current != DXL_IR_NO_BLOCK)
    terminate(DXL_IR_JUMP, place)->target = target;
}

void Body::branch(dxl_ir_operand value, uint32_t yes, uint32_t no, const char *word, SourceLocation place) {
  if (is_integer(value)) {
    ensure_block();
    jump(value.integer ? yes : no, place);
    return;
  }
  dxl_ir_terminator *terminator = terminate(DXL_IR_BRANCH, place);
  terminator->condition = value;
  terminator->target = yes;
  terminator->target_else = no;
  terminator->word = word;
}

void Body::finish_unreachable(SourceLocation place) { terminate(DXL_IR_UNREACHABLE, place); }

dxl_ir_instruction *Body::emit(dxl_ir_opcode opcode, SourceLocation place, bool has_result) {
  ensure_block();
  return dxl_ir_add_instruction(function, current, opcode, unit.location(here(place)), has_result);
}

dxl_ir_operand Body::field_address(dxl_ir_operand base, const dxl_ir_record *record, const char *name, uint64_t offset,
                                   const dxl_ir_type *type, SourceLocation place) {
  if (is_integer(base))
    return dxl_ir_integer(static_cast<int64_t>(static_cast<uint64_t>(base.integer) + offset));
  dxl_ir_instruction *instruction = emit(DXL_IR_FIELD, place, true);
  instruction->a = base;
  instruction->record = record;
  instruction->field = name;
  instruction->offset = offset;
  instruction->type = type;
  return dxl_ir_register(instruction->result);
}

dxl_ir_operand Body::index_address(dxl_ir_operand base, dxl_ir_operand index, uint64_t size, const dxl_ir_type *type,
                                   SourceLocation place) {
  if (is_integer(index) && index.integer == 0)
    return base;
  if (is_integer(base) && is_integer(index))
    return dxl_ir_integer(static_cast<int64_t>(static_cast<uint64_t>(base.integer) +
                                               static_cast<uint64_t>(index.integer) * size));
  dxl_ir_instruction *instruction = emit(DXL_IR_INDEX, place, true);
  instruction->a = base;
  instruction->b = index;
  instruction->size = size;
  instruction->type = type;
  return dxl_ir_register(instruction->result);
}

dxl_ir_operand Body::load(const Place &from, const dxl_ir_type *type, SourceLocation place) {
  dxl_ir_instruction *instruction = emit(DXL_IR_LOAD, place, true);
  instruction->a = from.address;
  instruction->bit_offset = from.bit_offset;
  instruction->bit_width = from.bit_width;
  instruction->is_volatile = from.is_volatile;
  instruction->type = type;
  return dxl_ir_register(instruction->result);
}

void Body::store(const Place &to, dxl_ir_operand value, const dxl_ir_type *type, SourceLocation place) {
  dxl_ir_instruction *instruction = emit(DXL_IR_STORE, place, false);
  instruction->a = to.address;
  instruction->b = value;
  instruction->bit_offset = to.bit_offset;
  instruction->bit_width = to.bit_width;
  instruction->is_volatile = to.is_volatile;
  instruction->type = type;
}

void Body::copy(dxl_ir_operand to, dxl_ir_operand from, const dxl_ir_type *type, uint64_t size, SourceLocation place,
                bool is_volatile) {
  if (size == 0)
    return;
  dxl_ir_instruction *instruction = emit(DXL_IR_COPY, place, false);
  instruction->a = to;
  instruction->b = from;
  instruction->size = size;
  instruction->type = type;
  instruction->is_volatile = is_volatile;
}

void Body::fill(dxl_ir_operand to, uint64_t size, const dxl_ir_type *type, SourceLocation place) {
  if (size == 0)
    return;
  dxl_ir_instruction *instruction = emit(DXL_IR_FILL, place, false);
  instruction->a = to;
  instruction->b = dxl_ir_integer(0);
  instruction->size = size;
  instruction->type = type;
}

dxl_ir_operand Body::binary(dxl_ir_operation operation, dxl_ir_operand a, dxl_ir_operand b, const dxl_ir_type *type,
                            SourceLocation place) {
  int64_t result = 0;
  if (is_integer(a) && is_integer(b) && is_foldable(type) &&
      fold_binary(operation, a.integer, b.integer, type, result))
    return dxl_ir_integer(result);
  dxl_ir_instruction *instruction = emit(DXL_IR_BINARY, place, true);
  instruction->operation = operation;
  instruction->a = a;
  instruction->b = b;
  instruction->type = type;
  return dxl_ir_register(instruction->result);
}

dxl_ir_operand Body::unary(dxl_ir_operation operation, dxl_ir_operand a, const dxl_ir_type *type,
                           SourceLocation place) {
  if (is_integer(a) && is_foldable(type)) {
    const uint64_t value = static_cast<uint64_t>(a.integer);
    return dxl_ir_integer(fit(operation == DXL_IR_NEGATE ? 0 - value : ~value, type));
  }
  if (a.kind == DXL_IR_FLOAT && operation == DXL_IR_NEGATE)
    return dxl_ir_float(-a.real);
  dxl_ir_instruction *instruction = emit(DXL_IR_UNARY, place, true);
  instruction->operation = operation;
  instruction->a = a;
  instruction->type = type;
  return dxl_ir_register(instruction->result);
}

dxl_ir_operand Body::compare(dxl_ir_comparison comparison, dxl_ir_operand a, dxl_ir_operand b, const dxl_ir_type *type,
                             SourceLocation place) {
  if (is_integer(a) && is_integer(b) && is_foldable(type))
    return dxl_ir_integer(fold_compare(comparison, a.integer, b.integer, type->is_signed) ? 1 : 0);
  dxl_ir_instruction *instruction = emit(DXL_IR_COMPARE, place, true);
  instruction->comparison = comparison;
  instruction->a = a;
  instruction->b = b;
  instruction->type = type;
  return dxl_ir_register(instruction->result);
}

dxl_ir_operand Body::convert(dxl_ir_operand a, const dxl_ir_type *from, const dxl_ir_type *to, SourceLocation place) {
  if (from == to || a.kind == DXL_IR_NONE)
    return a;
  if (is_integer(a)) {
    if (to->kind == DXL_IR_TYPE_INTEGER || to->kind == DXL_IR_TYPE_POINTER)
      return dxl_ir_integer(fit(static_cast<uint64_t>(a.integer), to));
    if (to->kind == DXL_IR_TYPE_FLOAT && from->kind == DXL_IR_TYPE_INTEGER)
      return dxl_ir_float(from->is_signed ? static_cast<double>(a.integer)
                                          : static_cast<double>(static_cast<uint64_t>(a.integer)));
  }
  if (a.kind == DXL_IR_FLOAT && to->kind == DXL_IR_TYPE_FLOAT)
    return a;
  dxl_ir_instruction *instruction = emit(DXL_IR_CAST, place, true);
  instruction->a = a;
  instruction->from = from;
  instruction->type = to;
  return dxl_ir_register(instruction->result);
}

dxl_ir_operand Body::opaque(const dxl_ir_type *type, const char *why, SourceLocation place,
                            ArrayRef<dxl_ir_operand> addresses) {
  const bool has_result = type && type->kind != DXL_IR_TYPE_VOID;
  dxl_ir_call *call = nullptr;
  if (!addresses.empty()) {
    call = dxl_ir_new_call(module);
    for (const dxl_ir_operand &address : addresses)
      dxl_array_push(&call->arguments, address);
  }
  dxl_ir_instruction *instruction = emit(DXL_IR_OPAQUE, place, has_result);
  instruction->type = type;
  instruction->text = why;
  instruction->call = call;
  dxl_ir_operand none = {};
  return has_result ? dxl_ir_register(instruction->result) : none;
}

uint32_t Body::temporary(const dxl_ir_type *type, SourceLocation place) {
  return dxl_ir_add_local(function, "", type, unit.location(here(place)), true);
}

void Body::lifetime(dxl_ir_opcode opcode, uint32_t local, SourceLocation place) {
  emit(opcode, place, false)->a = dxl_ir_local_address(local);
}

} // namespace dxl
