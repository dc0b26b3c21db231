// Tokens of the text form. Internal to ir/.
// Invariants: a token is a slice of the text; once a lexer has failed it yields only DXL_IR_TOKEN_END, so that every
// loop over tokens ends.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DXL_IR_LEX_H
#define DXL_IR_LEX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/map.h"

typedef enum dxl_ir_token_kind {
  DXL_IR_TOKEN_END,
  DXL_IR_TOKEN_WORD,     ///< plain name
  DXL_IR_TOKEN_STRING,   ///< "..."
  DXL_IR_TOKEN_INTEGER,  ///< 12, -3, +16, 0x1F
  DXL_IR_TOKEN_REAL,     ///< 1.5, -2e10
  DXL_IR_TOKEN_PERCENT,  ///< %0, %Name, %"name"
  DXL_IR_TOKEN_SYMBOL,   ///< @name, @"name"
  DXL_IR_TOKEN_LOCAL,    ///< $name, $"name", $name:3, $:3
  DXL_IR_TOKEN_RANGE,    ///< ..
  DXL_IR_TOKEN_ELLIPSIS, ///< ...
  DXL_IR_TOKEN_MARK      ///< one of ( ) { } [ ] , : = ! ? . -
} dxl_ir_token_kind;

typedef struct dxl_ir_token {
  dxl_ir_token_kind kind;
  bool first_on_line;
  char mark; ///< for DXL_IR_TOKEN_MARK
  uint32_t line, column;
  const char *start; ///< with sigil and quotes
  size_t length;
} dxl_ir_token;

typedef struct dxl_ir_lexer {
  const char *at, *end;
  const char *line_start;
  uint32_t line;
  bool line_has_token;
  const char *error; ///< what is wrong, NULL while nothing is; static text
  uint32_t error_line, error_column;
} dxl_ir_lexer;

void dxl_ir_lex_start(dxl_ir_lexer *lexer, const char *text, size_t length);
dxl_ir_token dxl_ir_lex(dxl_ir_lexer *lexer);

/// The token is this word.
bool dxl_ir_token_is(const dxl_ir_token *token, const char *word);
/// The name in a WORD, STRING, PERCENT, SYMBOL or LOCAL (without a local's ":3"), escapes replaced, interned.
const char *dxl_ir_token_name(const dxl_ir_token *token, dxl_strings *strings);
/// The value of an INTEGER; false when it does not fit. Hexadecimal numbers may use all 64 bits as an int64_t.
bool dxl_ir_token_u64(const dxl_ir_token *token, uint64_t *value);
bool dxl_ir_token_i64(const dxl_ir_token *token, int64_t *value);
bool dxl_ir_token_has_sign(const dxl_ir_token *token);

#endif
