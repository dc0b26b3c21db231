// Expressions of !if: numbers, "texts", defined(), exist(), || && == != < > <= >= + - ! ( ).
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "project/nmake.h"

/// How deep parentheses and negations may nest.
enum { NESTING_LIMIT = 64 };

typedef struct value {
  const char *text; ///< NULL for a number
  long long number;
} value;

typedef struct parser {
  dxl_nmake *make;
  const char *at;
  const char *mistake;
  uint32_t depth;
} parser;

static value number(long long n) { return (value){.number = n}; }
static bool is_true(value v) { return v.text ? *v.text != '\0' : v.number != 0; }

static void fail(parser *parse, const char *why) {
  if (!parse->mistake)
    parse->mistake = why;
}

static void skip_blank(parser *parse) {
  while (isspace((unsigned char)*parse->at))
    ++parse->at;
}

static bool take(parser *parse, const char *text) {
  skip_blank(parse);
  if (!dxl_starts_with(parse->at, text))
    return false;
  parse->at += strlen(text);
  return true;
}

static value parse_or(parser *parse);

/// defined(NAME) and exist(FILE); the name is what stands between the parentheses.
static value parse_function(parser *parse, const char *name) {
  const char *close = take(parse, "(") ? strchr(parse->at, ')') : NULL;
  if (!close) {
    fail(parse, dxl_arena_format(parse->make->arena, "'%s' is not expected", name));
    return number(0);
  }
  char *argument = dxl_arena_string(parse->make->arena, parse->at, (size_t)(close - parse->at));
  parse->at = close + 1;
  while (*argument && strchr(" \t\"", *argument))
    ++argument;
  argument[strcspn(argument, " \t\"")] = '\0';
  if (dxl_same_text(name, "defined"))
    return number(dxl_nmake_find(parse->make, argument) != NULL);
  if (dxl_same_text(name, "exist"))
    return number(
        dxl_path_find(parse->make->arena, dxl_path_join(parse->make->arena, parse->make->directory, argument)) != NULL);
  fail(parse, dxl_arena_format(parse->make->arena, "the function '%s' is not known", name));
  return number(0);
}

static value parse_word(parser *parse) {
  const char *start = parse->at;
  while (isalnum((unsigned char)*parse->at) || *parse->at == '_')
    ++parse->at;
  const char *word = dxl_arena_string(parse->make->arena, start, (size_t)(parse->at - start));
  if (parse->at > start && isdigit((unsigned char)*start))
    return number(strtoll(word, NULL, 0));
  if (parse->at > start)
    return parse_function(parse, word);
  fail(parse, *start ? dxl_arena_format(parse->make->arena, "'%s' is not expected", start) : "a value is missing");
  return number(0);
}

static value parse_unary(parser *parse) {
  value result = number(0);
  skip_blank(parse);
  if (++parse->depth > NESTING_LIMIT) {
    fail(parse, "it nests too deep");
  } else if (*parse->at == '!' && parse->at[1] != '=') {
    ++parse->at;
    result = number(!is_true(parse_unary(parse)));
  } else if (*parse->at == '-') {
    ++parse->at;
    result = number(-parse_unary(parse).number);
  } else if (*parse->at == '(') {
    ++parse->at;
    result = parse_or(parse);
    if (!take(parse, ")"))
      fail(parse, "')' is missing");
  } else if (*parse->at == '"') {
    const char *close = strchr(parse->at + 1, '"');
    if (close) {
      result.text = dxl_arena_string(parse->make->arena, parse->at + 1, (size_t)(close - parse->at) - 1);
      parse->at = close + 1;
    } else {
      fail(parse, "a quotation mark is not closed");
    }
  } else {
    result = parse_word(parse);
  }
  --parse->depth;
  return result;
}

static value parse_relation(parser *parse) {
  static const char *const operators[] = {"==", "!=", "<=", ">=", "<", ">"};
  value left = parse_unary(parse);
  for (size_t i = 0; !parse->mistake && i < sizeof operators / sizeof *operators;) {
    if (!take(parse, operators[i])) {
      ++i;
      continue;
    }
    const value right = parse_unary(parse);
    const int order = left.text || right.text ? strcmp(left.text ? left.text : "", right.text ? right.text : "")
                                              : (left.number > right.number) - (left.number < right.number);
    const bool results[] = {order == 0, order != 0, order <= 0, order >= 0, order<0, order> 0};
    left = number(results[i]);
    i = 0;
  }
  return left;
}

static value parse_and(parser *parse) {
  value left = parse_relation(parse);
  while (!parse->mistake && take(parse, "&&")) {
    const value right = parse_relation(parse);
    left = number(is_true(left) && is_true(right));
  }
  return left;
}

static value parse_or(parser *parse) {
  value left = parse_and(parse);
  while (!parse->mistake && take(parse, "||")) {
    const value right = parse_and(parse);
    left = number(is_true(left) || is_true(right));
  }
  return left;
}

bool dxl_nmake_condition(dxl_nmake *make, const char *text, const char **mistake) {
  parser parse = {.make = make, .at = text};
  const value result = parse_or(&parse);
  skip_blank(&parse);
  if (!parse.mistake && *parse.at)
    parse.mistake = dxl_arena_format(make->arena, "'%s' is not expected", parse.at);
  *mistake = parse.mistake;
  return is_true(result);
}
