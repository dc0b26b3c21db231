// Parser of function bodies.
// Invariants: block and register names are known before the first statement is read (a scan finds them), so that they
// can be used before they are defined; a name is whatever stands in the text, its number is given here.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <stdio.h>
#include <string.h>

#include "ir/parse.h"
#include "ir/text.h"

/// The body that is being read.
typedef struct body {
  dxl_ir_parser *p;
  dxl_map *blocks;    // label -> index
  dxl_map *registers; // what stands behind the '%' -> index
  uint32_t block;     // current one, DXL_IR_NO_BLOCK before the first
  bool is_terminated;
} body;

// ---- Names ---------------------------------------------------------------------------------------------------------

void dxl_ir_parser_local_label(dxl_ir_parser *p, const dxl_ir_token *token, uint32_t index) {
  bool is_new;
  uint64_t *slot = dxl_map_put(p->locals, token->start + 1, token->length - 1, &is_new);
  *slot = index;
  if (!is_new)
    dxl_ir_parser_fail(p, token, "there is a local of this name already; tell them apart as $name:NUMBER");
}

void dxl_ir_parser_unnamed_label(dxl_ir_parser *p, uint32_t index) {
  char label[16];
  snprintf(label, sizeof label, ":%u", index);
  *dxl_map_put_text(p->locals, label, NULL) = index;
}

/// The number that a register is written as, or DXL_IR_NO_RESULT when it has a name.
static uint32_t written_number(const char *text, size_t length) {
  uint32_t number = 0;
  for (size_t i = 0; i < length; i++) {
    if (text[i] < '0' || text[i] > '9' || length > 9)
      return DXL_IR_NO_RESULT;
    number = number * 10 + (uint32_t)(text[i] - '0');
  }
  return number;
}

/// Registers keep the numbers that they are written with when these are 0..n-1, and are numbered as they come
/// otherwise.
static void number_registers(body *b) {
  uint32_t count = dxl_map_count(b->registers);
  bool as_written = true;
  for (uint32_t i = 0; i < count && as_written; i++) {
    size_t length;
    const char *text = dxl_map_key_at(b->registers, i, &length);
    uint32_t number = written_number(text, length);
    // Names are distinct, but 1 and 01 are the same number.
    as_written = number < count && (text[0] != '0' || length == 1);
  }
  for (uint32_t i = 0; i < count; i++) {
    size_t length;
    const char *text = dxl_map_key_at(b->registers, i, &length);
    *dxl_map_value_at(b->registers, i) = as_written ? written_number(text, length) : i;
  }
  b->p->function->register_count = count;
}

/// A label is a word with a ':' behind it; nothing else in a body looks like that.
static bool at_label(const dxl_ir_parser *p) {
  return p->token.kind == DXL_IR_TOKEN_WORD && dxl_ir_parser_next_character(p) == ':';
}

static bool at_local_declaration(const dxl_ir_parser *p) {
  return dxl_ir_token_is(&p->token, "local") || dxl_ir_token_is(&p->token, "temp");
}

/// Passes over the declarations of locals at the head of a body.
static void skip_local_declarations(dxl_ir_parser *p) {
  while (at_local_declaration(p) && !at_label(p)) {
    do
      dxl_ir_parser_advance(p);
    while (p->token.kind != DXL_IR_TOKEN_END && !p->token.first_on_line);
  }
}

/// Finds the labels and the registers that are defined between here and the closing brace.
static void scan_body(body *b) {
  dxl_ir_parser *p = b->p;
  dxl_ir_lexer start = p->lexer;
  dxl_ir_token first = p->token;
  skip_local_declarations(p);
  bool has_label = at_label(p);
  if (!has_label && p->token.kind != DXL_IR_TOKEN_END && !dxl_ir_parser_is_mark(p, '}')) {
    dxl_ir_add_block(p->function); // the entry block needs no label
    b->block = 0;
  }
  while (p->token.kind != DXL_IR_TOKEN_END && !dxl_ir_parser_is_mark(p, '}')) {
    dxl_ir_token token = p->token;
    bool is_new = true;
    if (at_label(p)) {
      *dxl_map_put(b->blocks, token.start, token.length, &is_new) = dxl_ir_add_block(p->function);
      if (!is_new)
        dxl_ir_parser_fail(p, &token, "there is a block of this name already");
    }
    dxl_ir_parser_advance(p);
    if (token.kind == DXL_IR_TOKEN_PERCENT && dxl_ir_parser_is_mark(p, '=')) {
      dxl_map_put(b->registers, token.start + 1, token.length - 1, &is_new);
      if (!is_new)
        dxl_ir_parser_fail(p, &token, "the register is defined already");
    }
  }
  if (p->function->blocks.count == 0)
    dxl_ir_parser_expected(p, "a block");
  number_registers(b);
  if (p->error)
    return;
  p->lexer = start;
  p->token = first;
}

static uint32_t block_name(body *b) {
  dxl_ir_parser *p = b->p;
  if (p->token.kind != DXL_IR_TOKEN_WORD) {
    dxl_ir_parser_expected(p, "a block");
    return 0;
  }
  const uint64_t *slot = dxl_map_get(b->blocks, p->token.start, p->token.length);
  if (!slot) {
    dxl_ir_parser_fail(p, &p->token, "there is no block of this name");
    return 0;
  }
  dxl_ir_parser_advance(p);
  return (uint32_t)*slot;
}

// ---- Operands ------------------------------------------------------------------------------------------------------

static dxl_ir_operand operand(body *b) {
  dxl_ir_parser *p = b->p;
  bool is_other;
  dxl_ir_operand constant = dxl_ir_parser_constant(p, &is_other);
  if (!is_other)
    return constant;
  bool is_local = p->token.kind == DXL_IR_TOKEN_LOCAL;
  const uint64_t *slot = dxl_map_get(is_local ? p->locals : b->registers, p->token.start + 1, p->token.length - 1);
  if (!slot) {
    dxl_ir_parser_fail(p, &p->token, is_local ? "there is no local of this name" : "this register is never defined");
    return constant;
  }
  uint32_t index = (uint32_t)*slot;
  dxl_ir_parser_advance(p);
  return is_local ? dxl_ir_local_address(index) : dxl_ir_register(index);
}

static dxl_ir_operand some_operand(body *b) {
  dxl_ir_token token = b->p->token;
  dxl_ir_operand value = operand(b);
  if (value.kind == DXL_IR_NONE)
    dxl_ir_parser_fail(b->p, &token, "expected an operand");
  return value;
}

/// "(a, b)"
static void arguments(body *b, dxl_ir_call *call) {
  dxl_ir_parser_need_mark(b->p, '(');
  while (!dxl_ir_parser_is_mark(b->p, ')') && b->p->token.kind != DXL_IR_TOKEN_END) {
    dxl_ir_operand value = some_operand(b);
    dxl_array_push(&call->arguments, value);
    if (!dxl_ir_parser_take_mark(b->p, ','))
      break;
  }
  dxl_ir_parser_need_mark(b->p, ')');
}

/// "!position" on the same line.
static void place(body *b, dxl_ir_location *location) {
  dxl_ir_parser *p = b->p;
  if (dxl_ir_parser_is_mark(p, '!') && !p->token.first_on_line) {
    dxl_ir_parser_advance(p);
    *location = dxl_ir_parser_location(p, p->function->location.file);
  }
}

// ---- Instructions --------------------------------------------------------------------------------------------------

/// Finds what a word means. BINARY and UNARY go by the operation's word.
static bool find_opcode(const dxl_ir_token *token, dxl_ir_instruction *instruction) {
  for (int opcode = 0; opcode < DXL_IR_OPCODE_COUNT; opcode++)
    if (dxl_ir_token_is(token, dxl_ir_opcode_forms[opcode].word)) {
      instruction->opcode = (dxl_ir_opcode)opcode;
      return true;
    }
  for (int operation = 0; operation < DXL_IR_OPERATION_COUNT; operation++)
    if (dxl_ir_token_is(token, dxl_ir_operation_words[operation])) {
      instruction->operation = (dxl_ir_operation)operation;
      instruction->opcode = operation >= DXL_IR_NEGATE ? DXL_IR_UNARY : DXL_IR_BINARY;
      return true;
    }
  return false;
}

static void comparison(body *b, dxl_ir_instruction *instruction) {
  for (int kind = 0; kind < DXL_IR_COMPARISON_COUNT; kind++)
    if (dxl_ir_parser_take_word(b->p, dxl_ir_comparison_words[kind])) {
      instruction->comparison = (dxl_ir_comparison)kind;
      return;
    }
  dxl_ir_parser_expected(b->p, "'eq', 'ne', 'lt', 'le', 'gt' or 'ge'");
}

/// "[%Record][.field] [+offset]": without an offset it is that of the record's field.
static void field_part(body *b, dxl_ir_instruction *instruction) {
  dxl_ir_parser *p = b->p;
  dxl_ir_token token = p->token;
  if (p->token.kind == DXL_IR_TOKEN_PERCENT && !p->token.first_on_line)
    instruction->record = dxl_ir_parser_record(p);
  if (dxl_ir_parser_take_mark(p, '.'))
    instruction->field = dxl_ir_parser_name(p, "the name of a field");
  if (p->token.kind == DXL_IR_TOKEN_INTEGER && !p->token.first_on_line) {
    instruction->offset = (uint64_t)dxl_ir_parser_i64(p, "the offset");
    return;
  }
  if (p->error)
    return;
  if (!instruction->record || !instruction->field)
    dxl_ir_parser_expected(p, "an offset, or a record and its field (%Record.field)");
  else if (!dxl_ir_field_named(instruction->record, instruction->field, &instruction->offset))
    dxl_ir_parser_fail(p, &token, "the record has no such field; give its offset (+N)");
}

static void call_part(body *b, dxl_ir_instruction *instruction) {
  dxl_ir_parser *p = b->p;
  uint32_t known = p->module->functions.count;
  dxl_ir_call *call = instruction->call = dxl_ir_new_call(p->module);
  call->callee = some_operand(b);
  if (call->callee.kind == DXL_IR_FUNCTION && call->callee.index == known && instruction->type) // declared by this call
    p->module->functions.items[known]->return_type = instruction->type;
  arguments(b, call);
}

/// The part between the word and the attributes.
static void instruction_operands(body *b, dxl_ir_instruction *instruction) {
  dxl_ir_parser *p = b->p;
  dxl_ir_opcode opcode = instruction->opcode;
  const dxl_ir_opcode_form *form = &dxl_ir_opcode_forms[opcode];
  if (opcode == DXL_IR_COMPARE)
    comparison(b, instruction);
  if (form->has_type || opcode == DXL_IR_OPAQUE)
    instruction->type = dxl_ir_parser_type(p);
  bool value_first = opcode == DXL_IR_STORE;
  if (form->operands)
    *(value_first ? &instruction->b : &instruction->a) = some_operand(b);
  if (form->operands == 2) {
    dxl_ir_parser_need_mark(p, ',');
    *(value_first ? &instruction->a : &instruction->b) = some_operand(b);
  }
  if (opcode == DXL_IR_FIELD)
    field_part(b, instruction);
  else if (opcode == DXL_IR_CALL)
    call_part(b, instruction);
  else if (opcode == DXL_IR_MARK)
    instruction->text = dxl_ir_parser_name(p, "the name of a marker");
  else if (opcode == DXL_IR_OPAQUE && p->token.kind == DXL_IR_TOKEN_STRING)
    instruction->text = dxl_ir_parser_string(p, "the reason");
  if (opcode == DXL_IR_OPAQUE && dxl_ir_parser_is_mark(p, '(')) {
    instruction->call = dxl_ir_new_call(p->module);
    arguments(b, instruction->call);
  }
}

static bool take_call_attribute(body *b, dxl_ir_call *call) {
  dxl_ir_parser *p = b->p;
  if (dxl_ir_parser_take_word(p, "type"))
    call->type_name = dxl_ir_parser_name(p, "the name of a function type");
  else if (dxl_ir_parser_take_word(p, "virtual"))
    call->virtual_method = dxl_ir_parser_name(p, "the linkage name of a method");
  else if (dxl_ir_parser_take_word(p, "noreturn"))
    call->is_noreturn = true;
  else
    return false;
  return true;
}

static void instruction_attributes(body *b, dxl_ir_instruction *instruction, const dxl_ir_token *word) {
  dxl_ir_parser *p = b->p;
  bool has_size = false;
  while (p->token.kind == DXL_IR_TOKEN_WORD && !p->token.first_on_line) {
    if (instruction->opcode == DXL_IR_CALL && take_call_attribute(b, instruction->call))
      continue;
    if (dxl_ir_parser_take_word(p, "as")) {
      instruction->type = dxl_ir_parser_type(p);
    } else if (dxl_ir_parser_take_word(p, "from")) {
      instruction->from = dxl_ir_parser_type(p);
    } else if (dxl_ir_parser_take_word(p, "record")) {
      instruction->record = dxl_ir_parser_record(p);
    } else if (dxl_ir_parser_take_word(p, "field")) {
      instruction->field = dxl_ir_parser_name(p, "the name of a field");
    } else if (dxl_ir_parser_take_word(p, "text")) {
      instruction->text = dxl_ir_parser_name(p, "a text");
    } else if (dxl_ir_parser_take_word(p, "offset")) {
      instruction->offset = dxl_ir_parser_u64(p, "an offset");
    } else if (dxl_ir_parser_take_word(p, "size")) {
      instruction->size = dxl_ir_parser_u64(p, "a size");
      has_size = true;
    } else if (dxl_ir_parser_take_word(p, "bits")) {
      dxl_ir_parser_bits(p, &instruction->bit_offset, &instruction->bit_width);
    } else if (dxl_ir_parser_take_word(p, "volatile")) {
      instruction->is_volatile = true;
    } else {
      dxl_ir_parser_expected(p, "an attribute of the instruction, '!' or the end of the line");
    }
  }
  dxl_ir_opcode opcode = instruction->opcode;
  bool needs_size =
      opcode == DXL_IR_INDEX || opcode == DXL_IR_COPY || opcode == DXL_IR_FILL || opcode == DXL_IR_DISTANCE;
  if (!needs_size || has_size || p->error)
    return;
  if (!instruction->type || !instruction->type->size)
    dxl_ir_parser_fail(p, word, "the size is missing (size N, or as TYPE)");
  else
    instruction->size = instruction->type->size;
}

static void instruction_line(body *b) {
  dxl_ir_parser *p = b->p;
  dxl_ir_instruction instruction;
  memset(&instruction, 0, sizeof instruction);
  instruction.result = DXL_IR_NO_RESULT;
  instruction.location = dxl_ir_no_location();
  if (p->token.kind == DXL_IR_TOKEN_PERCENT) {
    const uint64_t *slot = dxl_map_get(b->registers, p->token.start + 1, p->token.length - 1);
    instruction.result = slot ? (uint32_t)*slot : DXL_IR_NO_RESULT;
    dxl_ir_parser_advance(p);
    dxl_ir_parser_need_mark(p, '=');
  }
  dxl_ir_token word = p->token;
  if (p->error)
    return;
  if (!find_opcode(&word, &instruction)) {
    dxl_ir_parser_expected(p, "an instruction, a block or '}'");
    return;
  }
  dxl_ir_parser_advance(p);
  dxl_ir_has_result result = dxl_ir_opcode_forms[instruction.opcode].result;
  if (result == DXL_IR_RESULT_ALWAYS && instruction.result == DXL_IR_NO_RESULT)
    dxl_ir_parser_fail(p, &word, "this instruction has a result: '%%N = ' must stand before it");
  if (result == DXL_IR_RESULT_NEVER && instruction.result != DXL_IR_NO_RESULT)
    dxl_ir_parser_fail(p, &word, "this instruction has no result");
  instruction_operands(b, &instruction);
  instruction_attributes(b, &instruction, &word);
  place(b, &instruction.location);
  if (p->error)
    return;
  dxl_ir_block *block = &p->function->blocks.items[b->block];
  dxl_array_push(&block->instructions, instruction);
}

// ---- Terminators and blocks ----------------------------------------------------------------------------------------

/// "[0 b1, 3..5 b2]"
static void cases(body *b, dxl_ir_terminator *terminator) {
  dxl_ir_parser *p = b->p;
  dxl_ir_parser_need_mark(p, '[');
  while (!dxl_ir_parser_is_mark(p, ']') && p->token.kind != DXL_IR_TOKEN_END) {
    dxl_ir_case one;
    dxl_ir_token token = p->token;
    one.low = one.high = dxl_ir_parser_i64(p, "the value of a case");
    if (p->token.kind == DXL_IR_TOKEN_RANGE) {
      dxl_ir_parser_advance(p);
      one.high = dxl_ir_parser_i64(p, "the last value of a case");
    }
    if (one.high < one.low)
      dxl_ir_parser_fail(p, &token, "the range is empty");
    one.target = block_name(b);
    dxl_array_push(&terminator->cases, one);
    if (!dxl_ir_parser_take_mark(p, ','))
      break;
  }
  dxl_ir_parser_need_mark(p, ']');
}

static bool terminator_line(body *b) {
  dxl_ir_parser *p = b->p;
  uint32_t kind = 0;
  while (kind < DXL_IR_TERMINATOR_COUNT && !dxl_ir_token_is(&p->token, dxl_ir_terminator_words[kind]))
    kind++;
  if (kind == DXL_IR_TERMINATOR_COUNT)
    return false;
  dxl_ir_parser_advance(p);
  dxl_ir_terminator *terminator = &p->function->blocks.items[b->block].terminator;
  terminator->kind = (dxl_ir_terminator_kind)kind;
  switch (terminator->kind) {
  case DXL_IR_JUMP:
    terminator->target = block_name(b);
    break;
  case DXL_IR_BRANCH:
    terminator->condition = some_operand(b);
    terminator->target = block_name(b);
    terminator->target_else = block_name(b);
    break;
  case DXL_IR_SWITCH:
    terminator->condition = some_operand(b);
    terminator->target_else = block_name(b);
    cases(b, terminator);
    break;
  case DXL_IR_RETURN: {
    bool has_value = p->token.kind != DXL_IR_TOKEN_END && !p->token.first_on_line && !dxl_ir_parser_is_mark(p, '!') &&
                     !dxl_ir_parser_is_mark(p, '}') && !dxl_ir_token_is(&p->token, "word");
    if (has_value)
      terminator->condition = some_operand(b);
    break;
  }
  case DXL_IR_RESUME:
  case DXL_IR_UNREACHABLE:
    break;
  }
  bool bare = terminator->kind == DXL_IR_JUMP || terminator->kind == DXL_IR_BRANCH || terminator->kind == DXL_IR_SWITCH;
  bool is_name = p->token.kind == DXL_IR_TOKEN_WORD || p->token.kind == DXL_IR_TOKEN_STRING;
  if (is_name && !p->token.first_on_line && (bare || dxl_ir_parser_take_word(p, "word")))
    terminator->word = dxl_ir_parser_name(p, "the word of the source");
  place(b, &terminator->location);
  b->is_terminated = true;
  return true;
}

static void local_line(body *b) {
  dxl_ir_parser *p = b->p;
  bool is_temporary = dxl_ir_token_is(&p->token, "temp");
  dxl_ir_parser_advance(p);
  if (p->token.kind != DXL_IR_TOKEN_LOCAL) {
    dxl_ir_parser_expected(p, "a local ($name)");
    return;
  }
  const char *name = dxl_ir_token_name(&p->token, p->module->strings);
  dxl_ir_parser_local_label(p, &p->token, p->function->locals.count);
  dxl_ir_parser_advance(p);
  dxl_ir_token token = p->token;
  const dxl_ir_type *type = dxl_ir_parser_type(p);
  if (!type)
    dxl_ir_parser_fail(p, &token, "a local has a type");
  dxl_ir_location location = dxl_ir_no_location();
  place(b, &location);
  if (!p->error)
    dxl_ir_add_local(p->function, name, type, location, is_temporary);
}

static void label_line(body *b) {
  dxl_ir_parser *p = b->p;
  if (b->block != DXL_IR_NO_BLOCK && !b->is_terminated)
    dxl_ir_parser_expected(p, "the end of the block before (jump, branch, switch, return, resume, unreachable)");
  b->block = block_name(b);
  b->is_terminated = false;
  dxl_ir_parser_need_mark(p, ':');
  if (dxl_ir_token_is(&p->token, "handler") && !p->token.first_on_line) {
    dxl_ir_parser_advance(p);
    p->function->blocks.items[b->block].handler = block_name(b);
  }
}

static void statements(body *b) {
  dxl_ir_parser *p = b->p;
  while (at_local_declaration(p) && !at_label(p))
    local_line(b);
  while (!dxl_ir_parser_is_mark(p, '}') && p->token.kind != DXL_IR_TOKEN_END) {
    if (at_label(p))
      label_line(b);
    else if (b->block == DXL_IR_NO_BLOCK)
      dxl_ir_parser_expected(p, "a block");
    else if (b->is_terminated)
      dxl_ir_parser_expected(p, "a block or '}': the block has ended");
    else if (!terminator_line(b))
      instruction_line(b);
  }
  if (!b->is_terminated)
    dxl_ir_parser_expected(p, "the end of the block (jump, branch, switch, return, resume, unreachable)");
}

void dxl_ir_parser_body(dxl_ir_parser *p) {
  dxl_ir_parser_need_mark(p, '{');
  if (p->error)
    return;
  body b = {p, dxl_map_new(), dxl_map_new(), DXL_IR_NO_BLOCK, false};
  scan_body(&b);
  if (!p->error)
    statements(&b);
  dxl_ir_parser_need_mark(p, '}');
  dxl_map_free(b.blocks);
  dxl_map_free(b.registers);
}
