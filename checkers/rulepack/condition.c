// Conditions: NT_SUCCESS(return), return != NULL, arg1 == 0x2 && !(arg0->Flags.Value < 3), arg2.
// Precedence is that of C; "and", "or", "not" are other spellings. A place alone means that it is not 0.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <string.h>

#include "rulepack/place.h"

static dxl_condition *parse_or(dxl_cursor *cursor);

static dxl_condition *no_condition(dxl_cursor *cursor, const char *message) {
  dxl_cursor_fail(cursor, message);
  return NULL;
}

static bool take_symbol(dxl_cursor *cursor, const char *symbol) {
  dxl_cursor_skip_blanks(cursor);
  const size_t length = strlen(symbol);
  if (strncmp(cursor->text + cursor->at, symbol, length) != 0)
    return false;
  cursor->at += length;
  return true;
}

static bool take_word(dxl_cursor *cursor, const char *word) {
  dxl_cursor_skip_blanks(cursor);
  const size_t length = dxl_cursor_word(cursor);
  if (length != strlen(word) || memcmp(cursor->text + cursor->at, word, length) != 0)
    return false;
  cursor->at += length;
  return true;
}

static dxl_condition *new_condition(dxl_cursor *cursor, dxl_condition_kind kind) {
  dxl_condition *condition = dxl_arena_alloc(cursor->arena, sizeof *condition);
  condition->kind = kind;
  return condition;
}

static dxl_condition *with_text(dxl_cursor *cursor, dxl_condition *condition, size_t start) {
  size_t end = cursor->at;
  while (end > start && cursor->text[end - 1] == ' ')
    --end;
  while (start < end && cursor->text[start] == ' ')
    ++start;
  if (condition)
    condition->text = dxl_arena_string(cursor->arena, cursor->text + start, end - start);
  return condition;
}

static bool take_comparison(dxl_cursor *cursor, dxl_rule_comparison *comparison) {
  static const struct {
    const char *symbol;
    dxl_rule_comparison comparison;
  } all[] = {{"==", DXL_RULE_EQUAL},         {"!=", DXL_RULE_NOT_EQUAL}, {"<=", DXL_RULE_LESS_EQUAL},
             {">=", DXL_RULE_GREATER_EQUAL}, {"<", DXL_RULE_LESS},       {">", DXL_RULE_GREATER}};
  for (size_t i = 0; i < sizeof all / sizeof all[0]; ++i)
    if (take_symbol(cursor, all[i].symbol)) {
      *comparison = all[i].comparison;
      return true;
    }
  return false;
}

static bool parse_constant(dxl_cursor *cursor, dxl_condition *condition) {
  dxl_cursor_skip_blanks(cursor);
  const size_t start = cursor->at;
  if (cursor->text[cursor->at] == '-' || cursor->text[cursor->at] == '+')
    ++cursor->at;
  const size_t length = dxl_cursor_word(cursor) + (cursor->at - start);
  cursor->at = start;
  if (!length)
    return dxl_cursor_fail(cursor, "a constant is missing here");
  if (!dxl_constant_parse(cursor->text + start, length, &condition->constant, &condition->is_status)) {
    const char *word = dxl_arena_string(cursor->arena, cursor->text + start, length);
    const char *nearest = dxl_constant_nearest(word);
    return dxl_cursor_fail(
        cursor, nearest ? dxl_arena_format(cursor->arena, "unknown constant '%s' (did you mean '%s'?)", word, nearest)
                        : dxl_arena_format(cursor->arena, "unknown constant '%s'", word));
  }
  cursor->at += length;
  return true;
}

static dxl_condition *parse_comparison(dxl_cursor *cursor) {
  dxl_condition *condition = new_condition(cursor, DXL_CONDITION_COMPARE);
  if (!dxl_place_parse_part(cursor, &condition->place))
    return NULL;
  if (!take_comparison(cursor, &condition->comparison)) {
    dxl_cursor_skip_blanks(cursor);
    if (cursor->text[cursor->at] == '=')
      return no_condition(cursor, "'=' is no comparison (did you mean '=='?)");
    condition->comparison = DXL_RULE_NOT_EQUAL;
    return condition;
  }
  return parse_constant(cursor, condition) ? condition : NULL;
}

static dxl_condition *parse_success(dxl_cursor *cursor) {
  dxl_condition *condition = new_condition(cursor, DXL_CONDITION_COMPARE);
  condition->comparison = DXL_RULE_GREATER_EQUAL;
  condition->is_status = true;
  if (!take_symbol(cursor, "("))
    return no_condition(cursor, "'(' is missing here");
  if (!dxl_place_parse_part(cursor, &condition->place))
    return NULL;
  return take_symbol(cursor, ")") ? condition : no_condition(cursor, "')' is missing here");
}

/// '(' opens a condition, unless what follows is a place like "(*arg1)->x".
static dxl_condition *parse_parenthesis(dxl_cursor *cursor) {
  dxl_cursor attempt = *cursor;
  dxl_place place;
  if (dxl_place_parse_part(&attempt, &place))
    return parse_comparison(cursor);
  take_symbol(cursor, "(");
  dxl_condition *condition = parse_or(cursor);
  if (condition && !take_symbol(cursor, ")"))
    return no_condition(cursor, "')' is missing here");
  return condition;
}

static dxl_condition *parse_primary(dxl_cursor *cursor) {
  dxl_cursor_skip_blanks(cursor);
  if (cursor->text[cursor->at] == '(')
    return parse_parenthesis(cursor);
  if (take_word(cursor, "NT_SUCCESS"))
    return parse_success(cursor);
  if (take_word(cursor, "true"))
    return new_condition(cursor, DXL_CONDITION_TRUE);
  if (!cursor->text[cursor->at])
    return no_condition(cursor, "a condition is missing here");
  return parse_comparison(cursor);
}

static bool take_not(dxl_cursor *cursor) {
  dxl_cursor_skip_blanks(cursor);
  if (cursor->text[cursor->at] == '!' && cursor->text[cursor->at + 1] != '=') {
    ++cursor->at;
    return true;
  }
  return take_word(cursor, "not");
}

static dxl_condition *parse_not(dxl_cursor *cursor) {
  if (cursor->depth == DXL_EXPRESSION_DEPTH)
    return no_condition(cursor, "nested too deeply");
  ++cursor->depth;
  dxl_cursor_skip_blanks(cursor);
  const size_t start = cursor->at;
  dxl_condition *condition;
  if (take_not(cursor)) {
    dxl_condition *operand = parse_not(cursor);
    condition = operand ? new_condition(cursor, DXL_CONDITION_NOT) : NULL;
    if (condition)
      condition->left = operand;
  } else {
    condition = parse_primary(cursor);
  }
  --cursor->depth;
  return with_text(cursor, condition, start);
}

static dxl_condition *parse_chain(dxl_cursor *cursor, dxl_condition_kind kind, const char *symbol, const char *word,
                                  dxl_condition *(*operand)(dxl_cursor *)) {
  dxl_cursor_skip_blanks(cursor);
  const size_t start = cursor->at;
  dxl_condition *left = operand(cursor);
  while (left && (take_symbol(cursor, symbol) || take_word(cursor, word))) {
    dxl_condition *right = operand(cursor);
    if (!right)
      return NULL;
    dxl_condition *both = new_condition(cursor, kind);
    both->left = left;
    both->right = right;
    left = with_text(cursor, both, start);
  }
  return left;
}

static dxl_condition *parse_and(dxl_cursor *cursor) {
  return parse_chain(cursor, DXL_CONDITION_AND, "&&", "and", parse_not);
}

static dxl_condition *parse_or(dxl_cursor *cursor) {
  return parse_chain(cursor, DXL_CONDITION_OR, "||", "or", parse_and);
}

dxl_condition *dxl_condition_parse(dxl_cursor *cursor) {
  if (strlen(cursor->text) > DXL_EXPRESSION_LENGTH)
    return no_condition(cursor, "too long for a condition");
  dxl_condition *condition = parse_or(cursor);
  dxl_cursor_skip_blanks(cursor);
  if (condition && cursor->text[cursor->at])
    return no_condition(cursor, "the condition should end here");
  return condition;
}
