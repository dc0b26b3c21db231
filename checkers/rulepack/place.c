// Places: "arg0->hAllocation", "return", "*arg6", "(*arg1)->Flags.Value", "arg1->pAllocationInfo[].hAllocation".
// Precedence is that of C: a star applies to what stands right of it with all its steps.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "rulepack/place.h"

#include <string.h>

static bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
static bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool dxl_cursor_fail(dxl_cursor *cursor, const char *message) {
  if (!cursor->message)
    cursor->message = message;
  return false;
}

void dxl_cursor_skip_blanks(dxl_cursor *cursor) {
  while (cursor->text[cursor->at] == ' ' || cursor->text[cursor->at] == '\t' || cursor->text[cursor->at] == '\n')
    ++cursor->at;
}

size_t dxl_cursor_word(const dxl_cursor *cursor) {
  const char *word = cursor->text + cursor->at;
  size_t length = 0;
  while (is_letter(word[length]) || is_digit(word[length]))
    ++length;
  return length;
}

static bool take(dxl_cursor *cursor, const char *token) {
  const size_t length = strlen(token);
  if (strncmp(cursor->text + cursor->at, token, length) != 0)
    return false;
  cursor->at += length;
  return true;
}

static bool add_step(dxl_cursor *cursor, dxl_place *place, dxl_place_step_kind kind, const char *field) {
  if (place->steps.count == DXL_PLACE_STEPS)
    return dxl_cursor_fail(cursor, "too many steps in a place");
  const dxl_place_step step = {kind, field};
  dxl_array_push(&place->steps, step);
  return true;
}

/// "argN", "this" or "return".
static bool parse_root(dxl_cursor *cursor, dxl_place *place) {
  const char *word = cursor->text + cursor->at;
  const size_t length = dxl_cursor_word(cursor);
  if (length == 6 && memcmp(word, "return", 6) == 0) {
    place->is_return = true;
  } else if (length == 4 && memcmp(word, "this", 4) == 0) {
    place->argument = 0;
  } else if (length > 3 && length < 6 && memcmp(word, "arg", 3) == 0 && is_digit(word[3]) &&
             (length == 4 || (is_digit(word[4]) && word[3] != '0'))) {
    place->argument = (uint32_t)(word[3] - '0');
    if (length == 5)
      place->argument = place->argument * 10 + (uint32_t)(word[4] - '0');
    if (place->argument >= DXL_PLACE_ARGUMENTS)
      return dxl_cursor_fail(cursor, "arguments go from arg0 to arg63");
  } else {
    return dxl_cursor_fail(cursor, "a place begins with 'arg0', 'arg1', ... or 'return'");
  }
  cursor->at += length;
  return true;
}

static bool parse_field(dxl_cursor *cursor, dxl_place *place, dxl_place_step_kind kind) {
  dxl_cursor_skip_blanks(cursor);
  const size_t length = dxl_cursor_word(cursor);
  if (!length || is_digit(cursor->text[cursor->at]))
    return dxl_cursor_fail(cursor, "a member name is missing here");
  const char *field = dxl_arena_string(cursor->arena, cursor->text + cursor->at, length);
  cursor->at += length;
  return add_step(cursor, place, kind, field);
}

static bool parse_steps(dxl_cursor *cursor, dxl_place *place) {
  for (;;) {
    const size_t before = cursor->at;
    dxl_cursor_skip_blanks(cursor);
    bool fine;
    if (take(cursor, "->"))
      fine = parse_field(cursor, place, DXL_PLACE_ARROW);
    else if (take(cursor, "."))
      fine = parse_field(cursor, place, DXL_PLACE_DOT);
    else if (take(cursor, "[]"))
      fine = add_step(cursor, place, DXL_PLACE_EACH, NULL);
    else if (cursor->text[cursor->at] == '[')
      return dxl_cursor_fail(cursor, "only '[]', every element, can stand here");
    else {
      cursor->at = before; // blanks belong to what follows
      return true;
    }
    if (!fine)
      return false;
  }
}

static bool parse_starred(dxl_cursor *cursor, dxl_place *place) {
  if (cursor->depth == DXL_EXPRESSION_DEPTH)
    return dxl_cursor_fail(cursor, "nested too deeply");
  ++cursor->depth;
  uint32_t stars = 0;
  dxl_cursor_skip_blanks(cursor);
  while (take(cursor, "*")) {
    ++stars;
    dxl_cursor_skip_blanks(cursor);
  }
  bool fine;
  if (take(cursor, "(")) {
    fine = parse_starred(cursor, place);
    dxl_cursor_skip_blanks(cursor);
    if (fine && !take(cursor, ")"))
      fine = dxl_cursor_fail(cursor, "')' is missing here");
  } else {
    fine = parse_root(cursor, place);
  }
  fine = fine && parse_steps(cursor, place);
  for (; fine && stars; --stars)
    fine = add_step(cursor, place, DXL_PLACE_DEREFERENCE, NULL);
  --cursor->depth;
  return fine;
}

bool dxl_place_parse_part(dxl_cursor *cursor, dxl_place *place) {
  *place = (dxl_place){0};
  dxl_cursor_skip_blanks(cursor);
  const size_t start = cursor->at;
  const bool fine = parse_starred(cursor, place);
  dxl_place_step *steps = dxl_arena_copy(cursor->arena, place->steps.items, place->steps.count * sizeof *steps);
  dxl_release(place->steps.items);
  place->steps.items = steps;
  place->steps.capacity = place->steps.count;
  place->text = dxl_arena_string(cursor->arena, cursor->text + start, cursor->at - start);
  return fine;
}

bool dxl_place_parse(dxl_cursor *cursor, dxl_place *place) {
  if (strlen(cursor->text) > DXL_EXPRESSION_LENGTH)
    return dxl_cursor_fail(cursor, "too long for a place");
  if (!dxl_place_parse_part(cursor, place))
    return false;
  dxl_cursor_skip_blanks(cursor);
  return cursor->text[cursor->at] ? dxl_cursor_fail(cursor, "the place should end here") : true;
}
