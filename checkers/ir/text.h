// What the printer and the parser of the text form share: the words of the grammar (docs/ir.md). Internal to ir/.
// Invariant: every word stands in exactly one table, so that what is printed can be parsed.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DXL_IR_TEXT_H
#define DXL_IR_TEXT_H

#include "ir/ir.h"

#define DXL_IR_OPCODE_COUNT (DXL_IR_MARK + 1)
#define DXL_IR_OPERATION_COUNT (DXL_IR_IS_ZERO + 1)
#define DXL_IR_COMPARISON_COUNT (DXL_IR_GREATER_EQUAL + 1)
#define DXL_IR_TERMINATOR_COUNT (DXL_IR_UNREACHABLE + 1)
#define DXL_IR_LINKAGE_COUNT (DXL_IR_INLINE + 1)
#define DXL_IR_SUPPRESSION_COUNT (DXL_IR_NOLINT_END + 1)
#define DXL_IR_NOTE_LEVEL_COUNT (DXL_IR_NOTE_ERROR + 1)

/// Whether an instruction of an opcode has a result.
typedef enum dxl_ir_has_result { DXL_IR_RESULT_NEVER, DXL_IR_RESULT_ALWAYS, DXL_IR_RESULT_MAYBE } dxl_ir_has_result;

/// What an opcode looks like. BINARY and UNARY are written as their operation and have no word.
typedef struct dxl_ir_opcode_form {
  const char *word;
  dxl_ir_has_result result;
  uint8_t operands; ///< how many of a, b it uses
  bool has_type;    ///< `type` must be set
} dxl_ir_opcode_form;

/// Indexed by the enumerations; each in text.c.
extern const dxl_ir_opcode_form dxl_ir_opcode_forms[DXL_IR_OPCODE_COUNT];
extern const char *const dxl_ir_operation_words[DXL_IR_OPERATION_COUNT];
extern const char *const dxl_ir_comparison_words[DXL_IR_COMPARISON_COUNT];
extern const char *const dxl_ir_terminator_words[DXL_IR_TERMINATOR_COUNT];
extern const char *const dxl_ir_linkage_words[DXL_IR_LINKAGE_COUNT]; ///< "" for external
extern const char *const dxl_ir_suppression_words[DXL_IR_SUPPRESSION_COUNT];
extern const char *const dxl_ir_note_level_words[DXL_IR_NOTE_LEVEL_COUNT];

/// A letter or underscore, then letters, digits and underscores: needs no quotes.
bool dxl_ir_is_plain_name(const char *name);
bool dxl_ir_starts_name(char c);
bool dxl_ir_continues_name(char c);

/// The register numbers of a body are 0..n-1, each the result of one instruction.
bool dxl_ir_registers_are_dense(const dxl_ir_function *function);

#endif
