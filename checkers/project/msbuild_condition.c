// Conditions: or, and, !, parentheses, == != < > <= >=, Exists, HasTrailingSlash, words that are true or false.
// Invariant: what cannot be read is a message with its position and does not hold.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "project/msbuild.h"

typedef struct parser {
  dxl_msbuild *state;
  const dxl_msbuild_place *place;
  const char *at;
  const char *mistake; ///< the first one
  bool is_of_value;    ///< the mistake may come from a property that is not known here
  uint32_t depth;
  uint32_t skipping; ///< inside an operand that can no longer matter
} parser;

static bool any_word(const char *text, const char *const *words) {
  for (; *words; ++words)
    if (dxl_same_text(text, *words))
      return true;
  return false;
}

bool dxl_msbuild_is_true(const char *text) {
  static const char *const words[] = {"true", "on", "yes", "!false", "!off", "!no", NULL};
  return any_word(text, words);
}

bool dxl_msbuild_is_false(const char *text) {
  static const char *const words[] = {"false", "off", "no", "!true", "!on", "!yes", NULL};
  return any_word(text, words);
}

// ---- Comparison -----------------------------------------------------------------------------------------------------

static bool as_number(const char *text, double *value) {
  char *end = NULL;
  const char *digits = text + (*text == '-' || *text == '+');
  if (!isdigit((unsigned char)*digits) && *digits != '.')
    return false;
  const bool is_hex = digits[0] == '0' && (digits[1] == 'x' || digits[1] == 'X');
  *value = is_hex ? (double)strtoull(text, &end, 16) : strtod(text, &end);
  return *end == '\0';
}

/// "10.0.19041" as up to four numbers.
static bool as_version(const char *text, double parts[4]) {
  for (int i = 0; i < 4; ++i) {
    parts[i] = 0;
    if (!*text && i > 0)
      continue;
    if (!isdigit((unsigned char)*text))
      return false;
    char *end = NULL;
    parts[i] = (double)strtoull(text, &end, 10);
    if (*end && (*end != '.' || !end[1]))
      return false;
    text = end + (*end == '.');
  }
  return *text == '\0';
}

bool dxl_msbuild_compare(const char *a, const char *b, int *order) {
  double x = 0;
  double y = 0;
  if (as_number(a, &x) && as_number(b, &y)) {
    *order = (x > y) - (x < y);
    return true;
  }
  double left[4];
  double right[4];
  *order = 0;
  if (!as_version(a, left) || !as_version(b, right))
    return false;
  for (int i = 0; i < 4 && *order == 0; ++i)
    *order = (left[i] > right[i]) - (left[i] < right[i]);
  return true;
}

static bool are_equal(const char *a, const char *b) {
  double x = 0;
  double y = 0;
  if (as_number(a, &x) && as_number(b, &y))
    return !(x < y) && !(x > y);
  if (dxl_msbuild_is_true(a) || dxl_msbuild_is_false(a))
    if (dxl_msbuild_is_true(b) || dxl_msbuild_is_false(b))
      return dxl_msbuild_is_true(a) == dxl_msbuild_is_true(b);
  return dxl_same_text(a, b);
}

// ---- Tokens ---------------------------------------------------------------------------------------------------------

static void skip_blank(parser *parse) {
  while (isspace((unsigned char)*parse->at))
    ++parse->at;
}

static void fail(parser *parse, const char *why) {
  if (!parse->mistake)
    parse->mistake = why;
}

/// A mistake in a value, which does not count where the value is not asked for.
static void fail_value(parser *parse, const char *why) {
  if (parse->skipping || parse->mistake)
    return;
  parse->is_of_value = true;
  fail(parse, why);
}

static bool take(parser *parse, const char *text) {
  skip_blank(parse);
  if (!dxl_starts_with(parse->at, text))
    return false;
  parse->at += strlen(text);
  return true;
}

/// "and" or "or" as a word.
static bool take_word(parser *parse, const char *word) {
  skip_blank(parse);
  const size_t length = strlen(word);
  const char next = strncasecmp(parse->at, word, length) == 0 ? parse->at[length] : 'x';
  if (isalnum((unsigned char)next) || next == '_')
    return false;
  parse->at += length;
  return true;
}

static const char *expanded(parser *parse, const char *start, size_t length) {
  dxl_arena *arena = parse->state->arena;
  const char *text = dxl_msbuild_expand(parse->state, parse->place, dxl_arena_string(arena, start, length));
  return dxl_msbuild_unescape(arena, text);
}

/// A quoted text; quotes inside $(...) belong to that.
static const char *quoted(parser *parse) {
  const char *start = ++parse->at;
  while (*parse->at && *parse->at != '\'') {
    const bool is_expression = strchr("$%@", *parse->at) && parse->at[1] == '(';
    const char *close = is_expression ? dxl_msbuild_close(parse->at + 2, parse->at + strlen(parse->at)) : NULL;
    parse->at = close ? close + 1 : parse->at + 1;
  }
  if (*parse->at != '\'') {
    fail(parse, "a quotation mark is not closed");
    return "";
  }
  const char *result = expanded(parse, start, (size_t)(parse->at - start));
  ++parse->at;
  return result;
}

/// A quoted text, an expression, a word or a number.
static const char *operand(parser *parse) {
  skip_blank(parse);
  if (*parse->at == '\'')
    return quoted(parse);
  const char *start = parse->at;
  while (*parse->at) {
    if (strchr("$%@", *parse->at) && parse->at[1] == '(') {
      const char *close = dxl_msbuild_close(parse->at + 2, parse->at + strlen(parse->at));
      if (!close) {
        fail(parse, "a parenthesis is not closed");
        return "";
      }
      parse->at = close + 1;
    } else if (isalnum((unsigned char)*parse->at) || strchr("_.-+#\\/:", *parse->at)) {
      ++parse->at;
    } else {
      break;
    }
  }
  if (parse->at == start) {
    fail(parse, *start ? "a value is expected" : "it ends too early");
    return "";
  }
  return expanded(parse, start, (size_t)(parse->at - start));
}

// ---- Expressions ----------------------------------------------------------------------------------------------------

static bool parse_or(parser *parse);

static bool exists(parser *parse, const char *path) {
  dxl_msbuild *state = parse->state;
  const char *directory =
      parse->place->is_import ? dxl_path_directory(state->arena, parse->place->frame->path) : state->directory;
  return *path && !dxl_toolset_is_place(path) && dxl_msbuild_find(state, directory, path);
}

/// Exists('...') and HasTrailingSlash('...').
static bool parse_function(parser *parse, const char *name) {
  const char *value = operand(parse);
  if (!take(parse, ")"))
    fail(parse, "')' is expected");
  if (dxl_same_text(name, "Exists"))
    return !parse->skipping && exists(parse, value);
  if (dxl_same_text(name, "HasTrailingSlash"))
    return *value && strchr("/\\", value[strlen(value) - 1]);
  fail(parse, dxl_arena_format(parse->state->arena, "the function '%s' is not known", name));
  return false;
}

static bool parse_relation(parser *parse) {
  skip_blank(parse);
  const bool is_word = isalpha((unsigned char)*parse->at);
  const char *left = operand(parse);
  if (parse->mistake)
    return false;
  if (is_word && take(parse, "("))
    return parse_function(parse, left);
  if (take(parse, "=="))
    return are_equal(left, operand(parse));
  if (take(parse, "!="))
    return !are_equal(left, operand(parse));
  skip_blank(parse);
  if (*parse->at == '<' || *parse->at == '>') {
    const bool is_less = *parse->at++ == '<';
    const bool or_equal = *parse->at == '=';
    parse->at += or_equal;
    const char *right = operand(parse);
    int order = 0;
    if (!parse->mistake && !dxl_msbuild_compare(left, right, &order))
      fail_value(parse, dxl_arena_format(parse->state->arena, "'%s' and '%s' are not numbers", left, right));
    return (or_equal && order == 0) || (is_less ? order < 0 : order > 0);
  }
  if (dxl_msbuild_is_true(left))
    return true;
  if (!dxl_msbuild_is_false(left))
    fail_value(parse, dxl_arena_format(parse->state->arena, "'%s' is neither true nor false", left));
  return false;
}

static bool parse_unary(parser *parse) {
  skip_blank(parse);
  if (++parse->depth > DXL_MSBUILD_NESTING_LIMIT) {
    fail(parse, "it nests too deep");
    return false;
  }
  bool result = false;
  if (*parse->at == '!' && parse->at[1] != '=') {
    ++parse->at;
    result = !parse_unary(parse);
  } else if (*parse->at == '(') {
    ++parse->at;
    result = parse_or(parse);
    if (!take(parse, ")"))
      fail(parse, "')' is expected");
  } else {
    result = parse_relation(parse);
  }
  --parse->depth;
  return result;
}

static bool parse_and(parser *parse) {
  bool result = parse_unary(parse);
  while (!parse->mistake && take_word(parse, "and")) {
    parse->skipping += !result;
    const bool right = parse_unary(parse);
    parse->skipping -= !result;
    result = result && right;
  }
  return result;
}

static bool parse_or(parser *parse) {
  bool result = parse_and(parse);
  while (!parse->mistake && take_word(parse, "or")) {
    parse->skipping += result;
    const bool right = parse_and(parse);
    parse->skipping -= result;
    result = result || right;
  }
  return result;
}

bool dxl_msbuild_condition(dxl_msbuild *state, const dxl_msbuild_place *place, const char *text) {
  if (!text || !text[strspn(text, " \t\r\n")])
    return true;
  parser parse = {.state = state, .place = place, .at = text};
  const bool result = parse_or(&parse);
  skip_blank(&parse);
  if (!parse.mistake && *parse.at)
    parse.mistake = dxl_arena_format(state->arena, "'%s' is not expected", parse.at);
  if (!parse.mistake)
    return result && !state->is_broken;
  const dxl_message_level level = parse.is_of_value ? DXL_MESSAGE_WARNING : DXL_MESSAGE_ERROR;
  dxl_msbuild_say_once(state, level, place, "condition \"%s\" is taken as false: %s", text, parse.mistake);
  return false;
}
