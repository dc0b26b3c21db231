// The words of the text form and what counts as a plain name.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "ir/text.h"

#include <string.h>

const dxl_ir_opcode_form dxl_ir_opcode_forms[DXL_IR_OPCODE_COUNT] = {
    [DXL_IR_FIELD] = {"field", DXL_IR_RESULT_ALWAYS, 1, false},
    [DXL_IR_INDEX] = {"index", DXL_IR_RESULT_ALWAYS, 2, false},
    [DXL_IR_LOAD] = {"load", DXL_IR_RESULT_ALWAYS, 1, true},
    [DXL_IR_STORE] = {"store", DXL_IR_RESULT_NEVER, 2, true},
    [DXL_IR_COPY] = {"copy", DXL_IR_RESULT_NEVER, 2, false},
    [DXL_IR_FILL] = {"fill", DXL_IR_RESULT_NEVER, 2, false},
    [DXL_IR_BINARY] = {"", DXL_IR_RESULT_ALWAYS, 2, true},
    [DXL_IR_COMPARE] = {"compare", DXL_IR_RESULT_ALWAYS, 2, true},
    [DXL_IR_UNARY] = {"", DXL_IR_RESULT_ALWAYS, 1, true},
    [DXL_IR_CAST] = {"cast", DXL_IR_RESULT_ALWAYS, 1, true},
    [DXL_IR_DISTANCE] = {"distance", DXL_IR_RESULT_ALWAYS, 2, false},
    [DXL_IR_CALL] = {"call", DXL_IR_RESULT_MAYBE, 0, true},
    [DXL_IR_OPAQUE] = {"opaque", DXL_IR_RESULT_MAYBE, 0, false},
    [DXL_IR_LIFETIME_START] = {"lifetime_start", DXL_IR_RESULT_NEVER, 1, false},
    [DXL_IR_LIFETIME_END] = {"lifetime_end", DXL_IR_RESULT_NEVER, 1, false},
    [DXL_IR_SET_CLASS] = {"set_class", DXL_IR_RESULT_NEVER, 1, false},
    [DXL_IR_WHOLE] = {"whole", DXL_IR_RESULT_ALWAYS, 1, false},
    [DXL_IR_MARK] = {"mark", DXL_IR_RESULT_NEVER, 0, false},
};

const char *const dxl_ir_operation_words[DXL_IR_OPERATION_COUNT] = {
    [DXL_IR_ADD] = "add",
    [DXL_IR_SUBTRACT] = "subtract",
    [DXL_IR_MULTIPLY] = "multiply",
    [DXL_IR_DIVIDE] = "divide",
    [DXL_IR_REMAINDER] = "remainder",
    [DXL_IR_AND] = "and",
    [DXL_IR_OR] = "or",
    [DXL_IR_XOR] = "xor",
    [DXL_IR_SHIFT_LEFT] = "shift_left",
    [DXL_IR_SHIFT_RIGHT] = "shift_right",
    [DXL_IR_NEGATE] = "negate",
    [DXL_IR_NOT] = "not",
    [DXL_IR_IS_ZERO] = "is_zero",
};

const char *const dxl_ir_comparison_words[DXL_IR_COMPARISON_COUNT] = {
    [DXL_IR_EQUAL] = "eq",      [DXL_IR_NOT_EQUAL] = "ne", [DXL_IR_LESS] = "lt",
    [DXL_IR_LESS_EQUAL] = "le", [DXL_IR_GREATER] = "gt",   [DXL_IR_GREATER_EQUAL] = "ge",
};

const char *const dxl_ir_terminator_words[DXL_IR_TERMINATOR_COUNT] = {
    [DXL_IR_JUMP] = "jump",     [DXL_IR_BRANCH] = "branch", [DXL_IR_SWITCH] = "switch",
    [DXL_IR_RETURN] = "return", [DXL_IR_RESUME] = "resume", [DXL_IR_UNREACHABLE] = "unreachable",
};

const char *const dxl_ir_linkage_words[DXL_IR_LINKAGE_COUNT] = {
    [DXL_IR_EXTERNAL] = "", [DXL_IR_STATIC] = "static", [DXL_IR_INLINE] = "inline"};

const char *const dxl_ir_suppression_words[DXL_IR_SUPPRESSION_COUNT] = {
    [DXL_IR_NOLINT] = "nolint",
    [DXL_IR_NOLINT_NEXT_LINE] = "nextline",
    [DXL_IR_NOLINT_BEGIN] = "begin",
    [DXL_IR_NOLINT_END] = "end",
};

const char *const dxl_ir_note_level_words[DXL_IR_NOTE_LEVEL_COUNT] = {
    [DXL_IR_NOTE_INFO] = "info", [DXL_IR_NOTE_WARNING] = "warning", [DXL_IR_NOTE_ERROR] = "error"};

bool dxl_ir_starts_name(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

bool dxl_ir_continues_name(char c) { return dxl_ir_starts_name(c) || (c >= '0' && c <= '9'); }

bool dxl_ir_is_plain_name(const char *name) {
  if (!dxl_ir_starts_name(*name))
    return false;
  while (dxl_ir_continues_name(*name))
    name++;
  return *name == '\0';
}

bool dxl_ir_registers_are_dense(const dxl_ir_function *function) {
  if (function->register_count == 0)
    return true;
  uint32_t defined = 0;
  uint8_t *seen = dxl_allocate(function->register_count);
  memset(seen, 0, function->register_count);
  bool dense = true;
  for (uint32_t b = 0; b < function->blocks.count && dense; b++) {
    const dxl_ir_block *block = &function->blocks.items[b];
    for (uint32_t i = 0; i < block->instructions.count && dense; i++) {
      uint32_t result = block->instructions.items[i].result;
      if (result == DXL_IR_NO_RESULT)
        continue;
      dense = result < function->register_count && !seen[result];
      if (dense)
        seen[result] = 1;
      defined++;
    }
  }
  dxl_release(seen);
  return dense && defined == function->register_count;
}
