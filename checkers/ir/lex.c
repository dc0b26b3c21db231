// Tokens of the text form.
// Invariant: no byte outside [at, end) is read; the text need not end in NUL.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "ir/lex.h"

#include <string.h>

#include "base/array.h"
#include "ir/text.h"

void dxl_ir_lex_start(dxl_ir_lexer *lexer, const char *text, size_t length) {
  memset(lexer, 0, sizeof *lexer);
  lexer->at = lexer->line_start = text;
  lexer->end = text + length;
  lexer->line = 1;
}

static bool at_end(const dxl_ir_lexer *lexer) { return lexer->at >= lexer->end; }

/// The byte `ahead` of the current one, 0 behind the end.
static char look(const dxl_ir_lexer *lexer, size_t ahead) {
  return ahead < (size_t)(lexer->end - lexer->at) ? lexer->at[ahead] : '\0';
}

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

static int hex_digit(char c) {
  if (is_digit(c))
    return c - '0';
  if (c >= 'a' && c <= 'f')
    return c - 'a' + 10;
  if (c >= 'A' && c <= 'F')
    return c - 'A' + 10;
  return -1;
}

static uint32_t column_of(const dxl_ir_lexer *lexer, const char *place) {
  size_t column = (size_t)(place - lexer->line_start) + 1;
  return column > UINT32_MAX ? UINT32_MAX : (uint32_t)column;
}

static void fail(dxl_ir_lexer *lexer, const char *what) {
  if (lexer->error)
    return;
  lexer->error = what;
  lexer->error_line = lexer->line;
  lexer->error_column = column_of(lexer, lexer->at);
  lexer->at = lexer->end;
}

static void skip_blanks(dxl_ir_lexer *lexer) {
  while (!at_end(lexer)) {
    char c = *lexer->at;
    if (c == '\n') {
      lexer->at++;
      lexer->line_start = lexer->at;
      if (lexer->line < UINT32_MAX)
        lexer->line++;
      lexer->line_has_token = false;
    } else if (c == ' ' || c == '\t' || c == '\r') {
      lexer->at++;
    } else if (c == ';' || c == '#') {
      while (!at_end(lexer) && *lexer->at != '\n')
        lexer->at++;
    } else {
      return;
    }
  }
}

/// `at` stands on the opening quote. A string does not span lines and holds no NUL: names and texts are C strings.
static void lex_string(dxl_ir_lexer *lexer) {
  const char *opening = lexer->at++;
  while (!at_end(lexer) && *lexer->at != '"') {
    char c = *lexer->at;
    if (c == '\n')
      break;
    if (c == '\0') {
      fail(lexer, "NUL byte in a string");
      return;
    }
    if (c == '\\') {
      char escape = look(lexer, 1);
      if (escape == 'x') {
        int high = hex_digit(look(lexer, 2)), low = hex_digit(look(lexer, 3));
        if (high < 0 || low < 0 || (high == 0 && low == 0)) {
          fail(lexer, "expected two hexadecimal digits other than 00 after '\\x'");
          return;
        }
        lexer->at += 2;
      } else if (escape != '"' && escape != '\\' && escape != 'n' && escape != 't' && escape != 'r') {
        fail(lexer, "unknown escape; known ones are \\\" \\\\ \\n \\t \\r \\xHH");
        return;
      }
      lexer->at++;
    }
    lexer->at++;
  }
  if (at_end(lexer) || *lexer->at != '"') {
    lexer->at = opening;
    fail(lexer, "string is not closed on its line");
    return;
  }
  lexer->at++;
}

static void lex_word(dxl_ir_lexer *lexer) {
  while (dxl_ir_continues_name(look(lexer, 0)))
    lexer->at++;
}

/// What follows a sigil: a plain name, a quoted one, or with `digits` a number.
static void lex_name(dxl_ir_lexer *lexer, bool digits) {
  char c = look(lexer, 0);
  if (c == '"')
    lex_string(lexer);
  else if (dxl_ir_starts_name(c) || (digits && is_digit(c)))
    lex_word(lexer);
  else
    fail(lexer, "expected a name");
}

static void lex_digits(dxl_ir_lexer *lexer) {
  while (is_digit(look(lexer, 0)))
    lexer->at++;
}

static dxl_ir_token_kind lex_number(dxl_ir_lexer *lexer) {
  dxl_ir_token_kind kind = DXL_IR_TOKEN_INTEGER;
  if (look(lexer, 0) == '-' || look(lexer, 0) == '+')
    lexer->at++;
  if (look(lexer, 0) == '0' && look(lexer, 1) == 'x') {
    lexer->at += 2;
    if (hex_digit(look(lexer, 0)) < 0)
      fail(lexer, "expected a hexadecimal digit");
    while (hex_digit(look(lexer, 0)) >= 0)
      lexer->at++;
  } else {
    lex_digits(lexer);
    if (look(lexer, 0) == '.' && is_digit(look(lexer, 1))) {
      kind = DXL_IR_TOKEN_REAL;
      lexer->at++;
      lex_digits(lexer);
    }
    char sign = look(lexer, 1);
    bool signed_exponent = (sign == '-' || sign == '+') && is_digit(look(lexer, 2));
    if (look(lexer, 0) == 'e' && (is_digit(sign) || signed_exponent)) {
      kind = DXL_IR_TOKEN_REAL;
      lexer->at += 2;
      lex_digits(lexer);
    }
  }
  if (dxl_ir_continues_name(look(lexer, 0)))
    fail(lexer, "unexpected character in a number");
  return kind;
}

static dxl_ir_token_kind lex_dots(dxl_ir_lexer *lexer) {
  if (look(lexer, 1) != '.') {
    lexer->at++;
    return DXL_IR_TOKEN_MARK;
  }
  bool three = look(lexer, 2) == '.';
  lexer->at += three ? 3 : 2;
  return three ? DXL_IR_TOKEN_ELLIPSIS : DXL_IR_TOKEN_RANGE;
}

static dxl_ir_token_kind lex_sigil(dxl_ir_lexer *lexer, char sigil) {
  lexer->at++;
  if (sigil == '@') {
    lex_name(lexer, false);
    return DXL_IR_TOKEN_SYMBOL;
  }
  if (sigil == '%') {
    lex_name(lexer, true);
    return DXL_IR_TOKEN_PERCENT;
  }
  if (look(lexer, 0) != ':')
    lex_name(lexer, false);
  if (look(lexer, 0) == ':' && is_digit(look(lexer, 1))) {
    lexer->at++;
    lex_digits(lexer);
  } else if (look(lexer, 0) == ':' && lexer->at[-1] == '$') {
    fail(lexer, "expected a name or ':' and a number after '$'");
  }
  return DXL_IR_TOKEN_LOCAL;
}

static dxl_ir_token_kind lex_one(dxl_ir_lexer *lexer) {
  char c = *lexer->at;
  if (dxl_ir_starts_name(c)) {
    lex_word(lexer);
    return DXL_IR_TOKEN_WORD;
  }
  if (c == '"') {
    lex_string(lexer);
    return DXL_IR_TOKEN_STRING;
  }
  if (c == '%' || c == '@' || c == '$')
    return lex_sigil(lexer, c);
  if (is_digit(c) || ((c == '-' || c == '+') && is_digit(look(lexer, 1))))
    return lex_number(lexer);
  if (c == '-' && (size_t)(lexer->end - lexer->at) >= 4 && memcmp(lexer->at, "-inf", 4) == 0) {
    lexer->at += 4;
    return DXL_IR_TOKEN_REAL;
  }
  if (c == '.')
    return lex_dots(lexer);
  if (c != '\0' && strchr("(){}[],:=!?-", c)) {
    lexer->at++;
    return DXL_IR_TOKEN_MARK;
  }
  fail(lexer, c == '\0' ? "NUL byte in the text" : "unexpected character");
  return DXL_IR_TOKEN_END;
}

dxl_ir_token dxl_ir_lex(dxl_ir_lexer *lexer) {
  skip_blanks(lexer);
  dxl_ir_token token = {
      DXL_IR_TOKEN_END, !lexer->line_has_token, 0, lexer->line, column_of(lexer, lexer->at), lexer->at, 0};
  if (lexer->error || at_end(lexer))
    return token;
  lexer->line_has_token = true;
  token.kind = lex_one(lexer);
  if (lexer->error) {
    token.kind = DXL_IR_TOKEN_END;
    return token;
  }
  token.length = (size_t)(lexer->at - token.start);
  token.mark = token.kind == DXL_IR_TOKEN_MARK ? *token.start : '\0';
  return token;
}

bool dxl_ir_token_is(const dxl_ir_token *token, const char *word) {
  return token->kind == DXL_IR_TOKEN_WORD && strlen(word) == token->length &&
         memcmp(token->start, word, token->length) == 0;
}

const char *dxl_ir_token_name(const dxl_ir_token *token, dxl_strings *strings) {
  const char *at = token->start, *end = token->start + token->length;
  if (token->kind == DXL_IR_TOKEN_PERCENT || token->kind == DXL_IR_TOKEN_SYMBOL || token->kind == DXL_IR_TOKEN_LOCAL)
    at++;
  if (at == end || *at != '"') {
    const char *stop = at;
    while (stop < end && *stop != ':')
      stop++;
    return dxl_strings_intern_n(strings, at, (size_t)(stop - at));
  }
  DXL_ARRAY(char) decoded = {0};
  for (at++; *at != '"'; at++) { // the lexer has checked the escapes and the closing quote
    char c = *at;
    if (c == '\\') {
      c = *++at;
      if (c == 'n') {
        c = '\n';
      } else if (c == 't') {
        c = '\t';
      } else if (c == 'r') {
        c = '\r';
      } else if (c == 'x') {
        c = (char)(hex_digit(at[1]) * 16 + hex_digit(at[2]));
        at += 2;
      }
    }
    dxl_array_push(&decoded, c);
  }
  const char *name = dxl_strings_intern_n(strings, decoded.count ? decoded.items : "", decoded.count);
  dxl_array_free(&decoded);
  return name;
}

bool dxl_ir_token_has_sign(const dxl_ir_token *token) {
  return token->kind == DXL_IR_TOKEN_INTEGER && !is_digit(*token->start);
}

/// Magnitude of an INTEGER, whatever its sign.
static bool magnitude(const dxl_ir_token *token, uint64_t *value, bool *is_hex) {
  const char *at = token->start, *end = token->start + token->length;
  if (!is_digit(*at))
    at++;
  *is_hex = end - at > 2 && at[1] == 'x';
  uint64_t base = *is_hex ? 16 : 10;
  *value = 0;
  for (at += *is_hex ? 2 : 0; at < end; at++) {
    uint64_t digit = (uint64_t)hex_digit(*at);
    if (*value > (UINT64_MAX - digit) / base)
      return false;
    *value = *value * base + digit;
  }
  return true;
}

bool dxl_ir_token_u64(const dxl_ir_token *token, uint64_t *value) {
  bool is_hex;
  return token->kind == DXL_IR_TOKEN_INTEGER && *token->start != '-' && magnitude(token, value, &is_hex);
}

bool dxl_ir_token_i64(const dxl_ir_token *token, int64_t *value) {
  uint64_t number;
  bool is_hex;
  if (token->kind != DXL_IR_TOKEN_INTEGER || !magnitude(token, &number, &is_hex))
    return false;
  bool negative = *token->start == '-';
  if (!is_hex && number > (uint64_t)INT64_MAX + negative)
    return false;
  *value = (int64_t)(negative ? 0 - number : number);
  return true;
}
