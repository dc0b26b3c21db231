// Parser of the text form: tokens to values, and the order in which the items of a file are read.
// Invariants: symbols and records get their indices in the order in which the text introduces them, whatever refers to
// them before; a module that is returned satisfies dxl_ir_verify.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "ir/parse.h"

#include <math.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "ir/text.h"
#include "ir/verify.h"

enum {
  REAL_LENGTH_LIMIT = 400, ///< characters of a floating-point number; more than any double needs
  TYPE_BITS_LIMIT = 1024,
  EXCERPT_LIMIT = 40, ///< characters of the text that a message quotes
};

// ---- Mistakes ------------------------------------------------------------------------------------------------------

static void record_error(dxl_ir_parser *p, uint32_t line, uint32_t column, const char *what) {
  if (!p->error) {
    const char *format = "%s:%u:%u: %s";
    int length = snprintf(NULL, 0, format, p->file_name, line, column, what);
    p->error = dxl_allocate((size_t)length + 1);
    snprintf(p->error, (size_t)length + 1, format, p->file_name, line, column, what);
  }
  p->lexer.at = p->lexer.end;
  p->token.kind = DXL_IR_TOKEN_END;
}

void dxl_ir_parser_fail(dxl_ir_parser *p, const dxl_ir_token *at, const char *format, ...) {
  if (p->error)
    return;
  char what[512];
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(what, sizeof what, format, arguments);
  va_end(arguments);
  record_error(p, at->line, at->column, what);
}

void dxl_ir_parser_expected(dxl_ir_parser *p, const char *what) {
  const dxl_ir_token *token = &p->token;
  if (token->kind == DXL_IR_TOKEN_END)
    dxl_ir_parser_fail(p, token, "expected %s, but the text ends here", what);
  else
    dxl_ir_parser_fail(p, token, "expected %s, found '%.*s'", what,
                       token->length > EXCERPT_LIMIT ? EXCERPT_LIMIT : (int)token->length, token->start);
}

void dxl_ir_parser_advance(dxl_ir_parser *p) {
  if (p->error)
    return;
  p->token = dxl_ir_lex(&p->lexer);
  if (p->lexer.error)
    record_error(p, p->lexer.error_line, p->lexer.error_column, p->lexer.error);
}

// ---- Tokens to values ----------------------------------------------------------------------------------------------

bool dxl_ir_parser_is_mark(const dxl_ir_parser *p, char mark) {
  return p->token.kind == DXL_IR_TOKEN_MARK && p->token.mark == mark;
}

bool dxl_ir_parser_take_mark(dxl_ir_parser *p, char mark) {
  bool is_it = dxl_ir_parser_is_mark(p, mark);
  if (is_it)
    dxl_ir_parser_advance(p);
  return is_it;
}

bool dxl_ir_parser_take_word(dxl_ir_parser *p, const char *word) {
  bool is_it = dxl_ir_token_is(&p->token, word);
  if (is_it)
    dxl_ir_parser_advance(p);
  return is_it;
}

void dxl_ir_parser_need_mark(dxl_ir_parser *p, char mark) {
  char what[] = {'\'', mark, '\'', '\0'};
  if (!dxl_ir_parser_take_mark(p, mark))
    dxl_ir_parser_expected(p, what);
}

char dxl_ir_parser_next_character(const dxl_ir_parser *p) {
  const char *at = p->token.start + p->token.length;
  while (at < p->lexer.end && (*at == ' ' || *at == '\t'))
    at++;
  return at < p->lexer.end ? *at : '\0';
}

uint64_t dxl_ir_parser_u64(dxl_ir_parser *p, const char *what) {
  uint64_t value = 0;
  if (p->token.kind != DXL_IR_TOKEN_INTEGER)
    dxl_ir_parser_expected(p, what);
  else if (!dxl_ir_token_u64(&p->token, &value))
    dxl_ir_parser_fail(p, &p->token, "%s is out of range", what);
  dxl_ir_parser_advance(p);
  return value;
}

uint32_t dxl_ir_parser_u32(dxl_ir_parser *p, const char *what) {
  dxl_ir_token token = p->token;
  uint64_t value = dxl_ir_parser_u64(p, what);
  if (value >= UINT32_MAX) // the largest value is what "none" is told by
    dxl_ir_parser_fail(p, &token, "%s is out of range", what);
  return (uint32_t)value;
}

int64_t dxl_ir_parser_i64(dxl_ir_parser *p, const char *what) {
  int64_t value = 0;
  if (p->token.kind != DXL_IR_TOKEN_INTEGER)
    dxl_ir_parser_expected(p, what);
  else if (!dxl_ir_token_i64(&p->token, &value))
    dxl_ir_parser_fail(p, &p->token, "%s is out of range", what);
  dxl_ir_parser_advance(p);
  return value;
}

const char *dxl_ir_parser_name(dxl_ir_parser *p, const char *what) {
  if (p->token.kind != DXL_IR_TOKEN_WORD && p->token.kind != DXL_IR_TOKEN_STRING) {
    dxl_ir_parser_expected(p, what);
    return "";
  }
  const char *name = dxl_ir_token_name(&p->token, p->module->strings);
  dxl_ir_parser_advance(p);
  return name;
}

const char *dxl_ir_parser_string(dxl_ir_parser *p, const char *what) {
  if (p->token.kind != DXL_IR_TOKEN_STRING) {
    dxl_ir_parser_expected(p, what);
    return "";
  }
  return dxl_ir_parser_name(p, what);
}

bool dxl_ir_parser_at_record(const dxl_ir_parser *p) {
  return p->token.kind == DXL_IR_TOKEN_PERCENT && !(p->token.start[1] >= '0' && p->token.start[1] <= '9');
}

const dxl_ir_record *dxl_ir_parser_record(dxl_ir_parser *p) {
  if (!dxl_ir_parser_at_record(p)) {
    dxl_ir_parser_expected(p, "a record (%Name)");
    return NULL;
  }
  const dxl_ir_record *record = dxl_ir_record_get(p->module, dxl_ir_token_name(&p->token, p->module->strings));
  dxl_ir_parser_advance(p);
  return record;
}

void dxl_ir_parser_bits(dxl_ir_parser *p, uint32_t *offset, uint32_t *width) {
  *offset = dxl_ir_parser_u32(p, "a bit offset");
  dxl_ir_parser_need_mark(p, ':');
  dxl_ir_token token = p->token;
  *width = dxl_ir_parser_u32(p, "a bit width");
  if (*width == 0)
    dxl_ir_parser_fail(p, &token, "a bit-field has at least one bit");
}

// ---- Types ---------------------------------------------------------------------------------------------------------

/// i32, u8, f64: a letter and a number of bits.
static const dxl_ir_type *number_type(dxl_ir_parser *p) {
  const dxl_ir_token *token = &p->token;
  if (token->kind != DXL_IR_TOKEN_WORD)
    return NULL;
  char letter = *token->start;
  uint32_t bits = 0;
  bool is_number = token->length >= 2 && token->length <= 5 && (letter == 'i' || letter == 'u' || letter == 'f') &&
                   token->start[1] != '0';
  for (size_t i = 1; i < token->length && is_number; i++) {
    char digit = token->start[i];
    is_number = digit >= '0' && digit <= '9';
    bits = bits * 10 + (uint32_t)(digit - '0');
  }
  if (!is_number || bits > TYPE_BITS_LIMIT)
    return NULL;
  return letter == 'f' ? dxl_ir_type_float(p->module, bits) : dxl_ir_type_integer(p->module, bits, letter == 'i');
}

static const dxl_ir_type *innermost_type(dxl_ir_parser *p) {
  if (dxl_ir_parser_at_record(p))
    return dxl_ir_type_record(p->module, dxl_ir_parser_record(p));
  if (dxl_ir_parser_take_word(p, "ptr"))
    return dxl_ir_type_pointer(p->module, NULL);
  if (dxl_ir_parser_take_word(p, "void"))
    return dxl_ir_type_void(p->module);
  if (dxl_ir_parser_take_word(p, "fn")) {
    const char *name = NULL;
    if (dxl_ir_parser_take_mark(p, '(')) {
      name = dxl_ir_parser_name(p, "the name of a function type");
      dxl_ir_parser_need_mark(p, ')');
    }
    return dxl_ir_type_function(p->module, name);
  }
  const dxl_ir_type *type = number_type(p);
  if (type)
    dxl_ir_parser_advance(p);
  else
    dxl_ir_parser_expected(p, "a type");
  return type;
}

bool dxl_ir_parser_at_type(dxl_ir_parser *p) {
  const dxl_ir_token *token = &p->token;
  return dxl_ir_parser_is_mark(p, '[') || dxl_ir_parser_is_mark(p, '?') || token->kind == DXL_IR_TOKEN_PERCENT ||
         dxl_ir_token_is(token, "void") || dxl_ir_token_is(token, "ptr") || dxl_ir_token_is(token, "fn") ||
         number_type(p);
}

const dxl_ir_type *dxl_ir_parser_type(dxl_ir_parser *p) {
  if (dxl_ir_parser_take_mark(p, '?'))
    return NULL;
  // Types nest without bound, hence no recursion: array counts, or POINTER, from the outside in.
  const uint64_t POINTER = UINT64_MAX;
  DXL_ARRAY(uint64_t) wrappers = {0};
  for (;;) {
    if (dxl_ir_token_is(&p->token, "ptr") && dxl_ir_parser_next_character(p) == '(') {
      dxl_ir_parser_advance(p);
      dxl_ir_parser_advance(p);
      dxl_array_push(&wrappers, POINTER);
    } else if (dxl_ir_parser_take_mark(p, '[')) {
      dxl_ir_token token = p->token;
      uint64_t count = dxl_ir_parser_u64(p, "the number of elements");
      if (!dxl_ir_parser_take_word(p, "x"))
        dxl_ir_parser_expected(p, "'x'");
      if (count > INT64_MAX)
        dxl_ir_parser_fail(p, &token, "the array is too large");
      dxl_array_push(&wrappers, count);
    } else {
      break;
    }
  }
  const dxl_ir_type *type = innermost_type(p);
  while (wrappers.count && type && !p->error) {
    uint64_t wrapper = dxl_array_pop(&wrappers);
    dxl_ir_parser_need_mark(p, wrapper == POINTER ? ')' : ']');
    type = wrapper == POINTER ? dxl_ir_type_pointer(p->module, type) : dxl_ir_type_array(p->module, type, wrapper);
  }
  dxl_array_free(&wrappers);
  return p->error ? NULL : type;
}

// ---- Positions -----------------------------------------------------------------------------------------------------

dxl_ir_location dxl_ir_parser_location(dxl_ir_parser *p, uint32_t usual) {
  dxl_ir_location location = dxl_ir_no_location();
  dxl_ir_token first = p->token;
  bool no_file = dxl_ir_parser_take_mark(p, '-');
  uint32_t numbers[3] = {0, 0, 0};
  uint32_t count = 0;
  if (no_file)
    dxl_ir_parser_need_mark(p, ':');
  uint32_t most = no_file ? 2 : 3;
  do
    numbers[count++] = dxl_ir_parser_u32(p, "a position (line:column or file:line:column)");
  while (count < most && dxl_ir_parser_take_mark(p, ':'));
  if (count < 2)
    dxl_ir_parser_expected(p, "':' and a column");
  bool has_file = count == 3;
  if (has_file && numbers[0] >= p->module->files.count)
    dxl_ir_parser_fail(p, &first, "there is no file %u", numbers[0]);
  location.file = has_file ? numbers[0] : no_file ? DXL_IR_NO_FILE : usual;
  location.line = numbers[has_file ? 1 : 0];
  location.column = numbers[has_file ? 2 : 1];
  if (dxl_ir_parser_take_word(p, "macro"))
    location.macro = dxl_ir_parser_name(p, "the name of a macro");
  return location;
}

// ---- Operands ------------------------------------------------------------------------------------------------------

static dxl_ir_operand real_operand(dxl_ir_parser *p) {
  char text[REAL_LENGTH_LIMIT + 1];
  if (p->token.length > REAL_LENGTH_LIMIT) {
    dxl_ir_parser_fail(p, &p->token, "the number is too long");
    return dxl_ir_float(0);
  }
  memcpy(text, p->token.start, p->token.length);
  text[p->token.length] = '\0';
  double value = text[1] == 'i' ? (double)-INFINITY : strtod(text, NULL);
  if (isinf(value) && text[1] != 'i')
    dxl_ir_parser_fail(p, &p->token, "the number is out of range");
  dxl_ir_parser_advance(p);
  return dxl_ir_float(value);
}

static dxl_ir_operand symbol_operand(dxl_ir_parser *p, bool must_be_global) {
  if (p->token.kind != DXL_IR_TOKEN_SYMBOL) {
    dxl_ir_parser_expected(p, "a symbol (@name)");
    return dxl_ir_integer(0);
  }
  const char *name = dxl_ir_token_name(&p->token, p->module->strings);
  dxl_ir_parser_advance(p);
  const dxl_ir_global *global = dxl_ir_global_find(p->module, name);
  if (must_be_global || (global && !dxl_ir_function_find(p->module, name)))
    return dxl_ir_global_address(dxl_ir_global_get(p->module, name)->index);
  return dxl_ir_function_address(dxl_ir_function_get(p->module, name)->index);
}

dxl_ir_operand dxl_ir_parser_constant(dxl_ir_parser *p, bool *is_other) {
  const dxl_ir_operand none = {DXL_IR_NONE, 0, {0}};
  *is_other = false;
  switch (p->token.kind) {
  case DXL_IR_TOKEN_INTEGER:
    return dxl_ir_integer(dxl_ir_parser_i64(p, "the integer"));
  case DXL_IR_TOKEN_REAL:
    return real_operand(p);
  case DXL_IR_TOKEN_STRING:
    return dxl_ir_string(dxl_ir_parser_string(p, "a string"));
  case DXL_IR_TOKEN_SYMBOL:
    return symbol_operand(p, false);
  case DXL_IR_TOKEN_PERCENT:
  case DXL_IR_TOKEN_LOCAL:
    *is_other = true;
    return none;
  default:
    break;
  }
  if (dxl_ir_parser_take_word(p, "null"))
    return dxl_ir_integer(0);
  if (dxl_ir_parser_take_word(p, "global"))
    return symbol_operand(p, true);
  if (dxl_ir_parser_take_word(p, "inf"))
    return dxl_ir_float((double)INFINITY);
  if (dxl_ir_parser_take_word(p, "nan"))
    return dxl_ir_float((double)NAN);
  if (!dxl_ir_parser_take_word(p, "none"))
    dxl_ir_parser_expected(p, "an operand");
  return none;
}

// ---- Items ---------------------------------------------------------------------------------------------------------

typedef enum item_kind {
  ITEM_FILE,
  ITEM_RECORD,
  ITEM_GLOBAL,
  ITEM_DECLARE,
  ITEM_FUNC,
  ITEM_OVERRIDE,
  ITEM_SUPPRESS,
  ITEM_NOTE,
  ITEM_COUNT
} item_kind;

static const char *const item_words[ITEM_COUNT] = {
    [ITEM_FILE] = "file", [ITEM_RECORD] = "record",     [ITEM_GLOBAL] = "global",     [ITEM_DECLARE] = "declare",
    [ITEM_FUNC] = "func", [ITEM_OVERRIDE] = "override", [ITEM_SUPPRESS] = "suppress", [ITEM_NOTE] = "note",
};

/// A top-level item: from behind its keyword to the next item's keyword.
typedef struct item {
  item_kind kind;
  uint32_t index; ///< of the record, global or function
  dxl_ir_lexer start;
  const char *end;
  dxl_ir_token name;
} item;

typedef DXL_ARRAY(item) item_list;

static item_kind item_keyword(const dxl_ir_token *token) {
  if (!token->first_on_line)
    return ITEM_COUNT;
  for (int kind = 0; kind < ITEM_COUNT; kind++)
    if (dxl_ir_token_is(token, item_words[kind]))
      return (item_kind)kind;
  return ITEM_COUNT;
}

/// Makes the record or symbol that an item introduces, so that references before it find it.
static uint32_t introduce(dxl_ir_parser *p, item_kind kind) {
  dxl_ir_module *module = p->module;
  bool is_record = kind == ITEM_RECORD;
  if (is_record ? !dxl_ir_parser_at_record(p) : p->token.kind != DXL_IR_TOKEN_SYMBOL) {
    dxl_ir_parser_expected(p, is_record ? "a record (%Name)" : "a symbol (@name)");
    return 0;
  }
  const char *name = dxl_ir_token_name(&p->token, module->strings);
  const char *what = "function";
  uint32_t before = module->functions.count, index;
  if (kind == ITEM_RECORD) {
    what = "record";
    before = module->records.count;
    index = dxl_ir_record_get(module, name)->index;
  } else if (kind == ITEM_GLOBAL) {
    what = "global";
    before = module->globals.count;
    index = dxl_ir_global_get(module, name)->index;
  } else {
    index = dxl_ir_function_get(module, name)->index;
  }
  if (index != before)
    dxl_ir_parser_fail(p, &p->token, "there is a %s of this name already", what);
  return index;
}

static void file_item(dxl_ir_parser *p) {
  dxl_ir_token number = p->token;
  uint64_t index = dxl_ir_parser_u64(p, "the number of the file");
  dxl_ir_token path = p->token;
  const char *name = dxl_ir_parser_string(p, "the path of the file");
  if (p->error)
    return;
  if (index != p->module->files.count)
    dxl_ir_parser_fail(p, &number, "the next file has the number %u", p->module->files.count);
  else if (dxl_ir_file(p->module, name) != index)
    dxl_ir_parser_fail(p, &path, "there is a file of this path already");
}

/// First pass: where the items are and what they introduce. Files are read here, as positions refer to them.
static void scan_items(dxl_ir_parser *p, item_list *items) {
  uint32_t depth = 0;
  bool has_positions = false;
  dxl_ir_token opening = p->token;
  while (p->token.kind != DXL_IR_TOKEN_END) {
    dxl_ir_token token = p->token;
    item_kind kind = depth == 0 ? item_keyword(&token) : ITEM_COUNT;
    if (kind == ITEM_COUNT && items->count == 0) {
      dxl_ir_parser_expected(p, "an item (file, record, global, declare, func, override, suppress, note)");
      return;
    }
    if (kind != ITEM_COUNT) {
      if (items->count)
        dxl_array_last(items).end = token.start;
      item one;
      memset(&one, 0, sizeof one);
      one.kind = kind;
      one.start = p->lexer;
      one.end = p->lexer.end;
      dxl_ir_parser_advance(p);
      one.name = p->token;
      if (kind == ITEM_FILE)
        file_item(p);
      else if (kind == ITEM_RECORD || kind == ITEM_GLOBAL || kind == ITEM_DECLARE || kind == ITEM_FUNC)
        one.index = introduce(p, kind);
      has_positions |= kind == ITEM_SUPPRESS;
      dxl_array_push(items, one);
      continue;
    }
    if (dxl_ir_parser_take_mark(p, '{')) {
      if (depth++ == 0)
        opening = token;
      if (depth > 1)
        dxl_ir_parser_fail(p, &token, "unexpected '{': the one of line %u is still open", opening.line);
    } else if (dxl_ir_parser_take_mark(p, '}')) {
      if (depth-- == 0)
        dxl_ir_parser_fail(p, &token, "'}' without '{'");
    } else {
      bool introduces = dxl_ir_parser_is_mark(p, '!') ||
                        (depth == 0 && (dxl_ir_token_is(&token, "at") || dxl_array_last(items).kind == ITEM_NOTE));
      dxl_ir_parser_advance(p);
      has_positions |= introduces && p->token.kind == DXL_IR_TOKEN_INTEGER;
    }
  }
  if (depth)
    dxl_ir_parser_fail(p, &opening, "this '{' is not closed");
  if (has_positions && p->module->files.count == 0) // the least ceremony: positions in the unit's main file
    dxl_ir_file(p->module, p->module->name);
}

static void override_item(dxl_ir_parser *p) {
  dxl_ir_override override = {0};
  override.record = dxl_ir_parser_record(p);
  override.method = dxl_ir_parser_string(p, "the linkage name of the method (a string)");
  dxl_ir_parser_need_mark(p, '=');
  if (!dxl_ir_parser_take_word(p, "pure"))
    override.implementation = dxl_ir_parser_string(p, "the linkage name of the implementation (a string) or 'pure'");
  if (!p->error)
    dxl_array_push(&p->module->overrides, override);
}

static void suppress_item(dxl_ir_parser *p) {
  dxl_ir_suppression suppression = {0};
  dxl_ir_token file = p->token;
  suppression.file = dxl_ir_parser_u32(p, "the number of a file");
  if (!p->error && suppression.file >= p->module->files.count)
    dxl_ir_parser_fail(p, &file, "there is no file %u", suppression.file);
  dxl_ir_parser_need_mark(p, ':');
  suppression.line = dxl_ir_parser_u32(p, "a line");
  uint32_t kind = 0;
  while (kind < DXL_IR_SUPPRESSION_COUNT && !dxl_ir_token_is(&p->token, dxl_ir_suppression_words[kind]))
    kind++;
  if (kind == DXL_IR_SUPPRESSION_COUNT)
    dxl_ir_parser_expected(p, "'nolint', 'nextline', 'begin' or 'end'");
  dxl_ir_parser_advance(p);
  suppression.kind = (dxl_ir_suppression_kind)kind;
  if (p->token.kind == DXL_IR_TOKEN_STRING)
    suppression.checks = dxl_ir_parser_string(p, "the checks");
  if (!p->error)
    dxl_array_push(&p->module->suppressions, suppression);
}

static void note_item(dxl_ir_parser *p) {
  dxl_ir_note note = {.location = dxl_ir_no_location()};
  uint32_t level = 0;
  while (level < DXL_IR_NOTE_LEVEL_COUNT && !dxl_ir_token_is(&p->token, dxl_ir_note_level_words[level]))
    level++;
  if (level == DXL_IR_NOTE_LEVEL_COUNT)
    dxl_ir_parser_expected(p, "'info', 'warning' or 'error'");
  dxl_ir_parser_advance(p);
  note.level = (dxl_ir_note_level)level;
  if (p->token.kind != DXL_IR_TOKEN_STRING)
    note.location = dxl_ir_parser_location(p, 0);
  note.text = dxl_ir_parser_string(p, "the text of the note");
  if (!p->error)
    dxl_array_push(&p->module->notes, note);
}

static void parse_item(dxl_ir_parser *p, const item *one, uint32_t *alignments) {
  if (p->error)
    return;
  const char *text_end = p->lexer.end;
  p->lexer = one->start;
  p->lexer.end = one->end;
  dxl_ir_parser_advance(p);
  switch (one->kind) {
  case ITEM_RECORD:
    dxl_ir_parser_record_item(p, alignments);
    break;
  case ITEM_GLOBAL:
    dxl_ir_parser_global_item(p);
    break;
  case ITEM_DECLARE:
  case ITEM_FUNC:
    dxl_ir_parser_function_item(p, one->kind == ITEM_DECLARE);
    break;
  case ITEM_OVERRIDE:
    override_item(p);
    break;
  case ITEM_SUPPRESS:
    suppress_item(p);
    break;
  case ITEM_NOTE:
    note_item(p);
    break;
  case ITEM_FILE:
  case ITEM_COUNT:
    p->token.kind = DXL_IR_TOKEN_END; // read in the first pass
    break;
  }
  if (p->token.kind != DXL_IR_TOKEN_END)
    dxl_ir_parser_expected(p, "the next item on a line of its own");
  p->lexer.end = text_end;
}

static void parse_header(dxl_ir_parser *p) {
  dxl_ir_parser_advance(p);
  if (!dxl_ir_parser_take_word(p, "dxlir"))
    dxl_ir_parser_expected(p, "'dxlir' and a version on the first line");
  dxl_ir_token version = p->token;
  uint64_t number = dxl_ir_parser_u64(p, "the version of the text form");
  if (number != DXL_IR_VERSION)
    dxl_ir_parser_fail(p, &version, "this is version %d of the text form, not %.*s", DXL_IR_VERSION,
                       version.length > EXCERPT_LIMIT ? EXCERPT_LIMIT : (int)version.length, version.start);
  if (!dxl_ir_parser_take_word(p, "module"))
    return;
  p->module->name = dxl_ir_parser_string(p, "the name of the module (a string)");
  while (p->token.kind == DXL_IR_TOKEN_WORD && !p->token.first_on_line) {
    dxl_ir_token token = p->token;
    if (dxl_ir_parser_take_word(p, "target")) {
      p->module->target = dxl_ir_parser_string(p, "the target (a string)");
    } else if (dxl_ir_parser_take_word(p, "pointer")) {
      token = p->token;
      p->module->pointer_size = dxl_ir_parser_u32(p, "the size of a pointer");
      if (p->module->pointer_size != 4 && p->module->pointer_size != 8)
        dxl_ir_parser_fail(p, &token, "pointers have 4 or 8 bytes");
    } else {
      dxl_ir_parser_expected(p, "'target' or 'pointer'");
    }
  }
}

/// What verification found, at the item that it is about.
static void report_fault(dxl_ir_parser *p, const item_list *items, const dxl_ir_fault *fault) {
  uint32_t line = 1, column = 1;
  for (uint32_t i = 0; i < items->count; i++) {
    const item *one = &items->items[i];
    bool is_function = one->kind == ITEM_FUNC || one->kind == ITEM_DECLARE;
    if (one->index == fault->index && ((fault->kind == DXL_IR_FAULT_FUNCTION && is_function) ||
                                       (fault->kind == DXL_IR_FAULT_GLOBAL && one->kind == ITEM_GLOBAL) ||
                                       (fault->kind == DXL_IR_FAULT_RECORD && one->kind == ITEM_RECORD))) {
      line = one->name.line;
      column = one->name.column;
    }
  }
  record_error(p, line, column, fault->message);
}

dxl_ir_module *dxl_ir_parse(const char *file_name, const char *text, size_t length, char **error) {
  dxl_ir_parser state;
  memset(&state, 0, sizeof state);
  dxl_ir_parser *p = &state;
  p->file_name = file_name;
  p->module = dxl_ir_module_new(file_name);
  dxl_ir_lex_start(&p->lexer, text, length);
  item_list items = {0};
  parse_header(p);
  scan_items(p, &items);
  uint32_t *alignments = dxl_allocate(((size_t)p->module->records.count + 1) * sizeof *alignments);
  memset(alignments, 0, ((size_t)p->module->records.count + 1) * sizeof *alignments);
  // Records first: bodies take field offsets and sizes from them.
  for (uint32_t i = 0; i < items.count; i++)
    if (items.items[i].kind == ITEM_RECORD)
      parse_item(p, &items.items[i], alignments);
  dxl_ir_refresh_sizes(p->module);
  for (uint32_t i = 0; i < items.count; i++)
    if (items.items[i].kind != ITEM_RECORD)
      parse_item(p, &items.items[i], alignments);
  dxl_ir_refresh_sizes(p->module);
  dxl_ir_fault fault;
  if (!p->error && dxl_ir_find_fault(p->module, &fault)) {
    report_fault(p, &items, &fault);
    dxl_release(fault.message);
  }
  dxl_release(alignments);
  dxl_array_free(&items);
  if (p->error) {
    dxl_ir_module_free(p->module);
    if (error)
      *error = p->error;
    else
      dxl_release(p->error);
    return NULL;
  }
  if (error)
    *error = NULL;
  return p->module;
}
