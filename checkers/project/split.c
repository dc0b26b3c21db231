// Command lines to arguments, by the rules of a POSIX shell (without expansions) and of the Microsoft C runtime.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <ctype.h>
#include <string.h>

#include "project/internal.h"

static bool split_unix(dxl_arena *arena, const char *at, dxl_texts *result) {
  char *word = dxl_arena_alloc(arena, strlen(at) + 1);
  char quote = '\0';
  while (*at) {
    while (isspace((unsigned char)*at))
      ++at;
    if (!*at)
      break;
    size_t used = 0;
    for (quote = '\0'; *at && (quote || !isspace((unsigned char)*at)); ++at) {
      if (quote == '\'') {
        if (*at == '\'')
          quote = '\0';
        else
          word[used++] = *at;
      } else if (*at == '\\' && at[1] && (!quote || strchr("\"\\$`\n", at[1]))) {
        if (*++at != '\n')
          word[used++] = *at;
      } else if (quote && *at == quote) {
        quote = '\0';
      } else if (!quote && (*at == '"' || *at == '\'')) {
        quote = *at;
      } else {
        word[used++] = *at;
      }
    }
    const char *const argument = dxl_arena_string(arena, word, used);
    dxl_array_push(result, argument);
  }
  return !quote;
}

/// One argument of a Windows command line from `*at`; blanks end it unless they are in quotes.
static const char *take_windows(dxl_arena *arena, const char **at, char *word, bool *is_open) {
  size_t used = 0;
  bool is_quoted = false;
  const char *text = *at;
  while (*text && (is_quoted || !isspace((unsigned char)*text))) {
    const size_t slashes = strspn(text, "\\");
    text += slashes;
    if (*text == '"') {
      // Backslashes count only before a quotation mark: two are one, an odd last one escapes the mark.
      for (size_t i = 0; i < slashes / 2; ++i)
        word[used++] = '\\';
      if (slashes % 2) {
        word[used++] = '"';
      } else if (is_quoted && text[1] == '"') {
        word[used++] = '"';
        ++text;
      } else {
        is_quoted = !is_quoted;
      }
      ++text;
      continue;
    }
    for (size_t i = 0; i < slashes; ++i)
      word[used++] = '\\';
    if (*text && (is_quoted || !isspace((unsigned char)*text)))
      word[used++] = *text++;
  }
  *at = text;
  *is_open |= is_quoted;
  return dxl_arena_string(arena, word, used);
}

static bool split_windows(dxl_arena *arena, const char *at, dxl_texts *result) {
  char *word = dxl_arena_alloc(arena, strlen(at) + 1);
  bool is_open = false;
  for (;;) {
    while (isspace((unsigned char)*at))
      ++at;
    if (!*at)
      return !is_open;
    const char *const argument = take_windows(arena, &at, word, &is_open);
    dxl_array_push(result, argument);
  }
}

bool dxl_arguments_split(dxl_arena *arena, const char *text, dxl_quoting quoting, dxl_texts *result) {
  if (quoting == DXL_QUOTING_WINDOWS)
    return split_windows(arena, text, result);
  return split_unix(arena, text, result);
}
