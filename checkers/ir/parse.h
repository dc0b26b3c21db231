// State that the parts of the parser share (parse.c, parse_symbol.c, parse_body.c). Internal to ir/.
// Invariant: after the first mistake `token` is DXL_IR_TOKEN_END for good, so that every loop and every caller unwinds.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DXL_IR_PARSE_H
#define DXL_IR_PARSE_H

#include "ir/ir.h"
#include "ir/lex.h"

typedef struct dxl_ir_parser {
  const char *file_name;
  dxl_ir_module *module;
  dxl_ir_lexer lexer;
  dxl_ir_token token;        ///< the current one
  char *error;               ///< first mistake, NULL while there is none
  dxl_ir_function *function; ///< whose header or body is being read
  dxl_map *locals;           ///< of that function: what stands behind the '$' to the index
} dxl_ir_parser;

/// Records a mistake at a token and ends the parse.
void dxl_ir_parser_fail(dxl_ir_parser *p, const dxl_ir_token *at, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/// "expected WHAT": at the current token, or behind the line before when the current token starts a new line.
void dxl_ir_parser_expected(dxl_ir_parser *p, const char *what);
void dxl_ir_parser_advance(dxl_ir_parser *p);

bool dxl_ir_parser_is_mark(const dxl_ir_parser *p, char mark);
/// Takes a mark or a word if it is the current token.
bool dxl_ir_parser_take_mark(dxl_ir_parser *p, char mark);
bool dxl_ir_parser_take_word(dxl_ir_parser *p, const char *word);
void dxl_ir_parser_need_mark(dxl_ir_parser *p, char mark);
/// The character behind the current token on its line, blanks skipped; 0 when there is none.
char dxl_ir_parser_next_character(const dxl_ir_parser *p);

uint64_t dxl_ir_parser_u64(dxl_ir_parser *p, const char *what);
uint32_t dxl_ir_parser_u32(dxl_ir_parser *p, const char *what);
int64_t dxl_ir_parser_i64(dxl_ir_parser *p, const char *what);
/// A word or string as a name; "" after a mistake.
const char *dxl_ir_parser_name(dxl_ir_parser *p, const char *what);
const char *dxl_ir_parser_string(dxl_ir_parser *p, const char *what);
/// The current token is %Name (and no register).
bool dxl_ir_parser_at_record(const dxl_ir_parser *p);
const dxl_ir_record *dxl_ir_parser_record(dxl_ir_parser *p);
/// The current token begins a type.
bool dxl_ir_parser_at_type(dxl_ir_parser *p);
/// A type; NULL for "?" and after a mistake.
const dxl_ir_type *dxl_ir_parser_type(dxl_ir_parser *p);
/// Position "file:line:column", "-:line:column" or "line:column" with `usual` as file, then "macro NAME" perhaps.
dxl_ir_location dxl_ir_parser_location(dxl_ir_parser *p, uint32_t usual);
/// "offset:width" of a bit-field.
void dxl_ir_parser_bits(dxl_ir_parser *p, uint32_t *offset, uint32_t *width);
/// A number, text or symbol. Sets *is_other instead when it is a local or register.
dxl_ir_operand dxl_ir_parser_constant(dxl_ir_parser *p, bool *is_other);

// Items; each starts behind its keyword and reads to its end. `alignments` is indexed by record, 0 = not laid out yet.
void dxl_ir_parser_record_item(dxl_ir_parser *p, uint32_t *alignments);
void dxl_ir_parser_global_item(dxl_ir_parser *p);
void dxl_ir_parser_function_item(dxl_ir_parser *p, bool is_declaration);
/// Makes a LOCAL token (or ":index", for a parameter without one) stand for a local of the function.
void dxl_ir_parser_local_label(dxl_ir_parser *p, const dxl_ir_token *token, uint32_t index);
void dxl_ir_parser_unnamed_label(dxl_ir_parser *p, uint32_t index);
/// "{ locals blocks }"
void dxl_ir_parser_body(dxl_ir_parser *p);

#endif
