// A look at the text of a source file: its #include lines, whether it defines the driver's entry function, and its
// configuration comments for the trace preprocessor. Invariant: comments and literals never count as code.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <ctype.h>
#include <string.h>

#include "project/internal.h"

/// The function that the system calls when it loads a driver: one per driver.
static const char *const ENTRY_FUNCTION = "DriverEntry";

/// A copy with comments and the inside of literals blanked; lengths stay.
static char *without_comments(dxl_arena *arena, const char *text, size_t length) {
  char *code = dxl_arena_copy(arena, text, length + 1);
  size_t i = 0;
  while (i < length) {
    const char c = text[i];
    if (c == '/' && text[i + 1] == '/') {
      while (i < length && text[i] != '\n') {
        if (text[i] == '\\' && text[i + 1] == '\n')
          code[i++] = ' ';
        code[i++] = ' ';
      }
    } else if (c == '/' && text[i + 1] == '*') {
      const char *end = strstr(text + i + 2, "*/");
      const size_t stop = end ? (size_t)(end - text) + 2 : length;
      for (; i < stop; ++i)
        if (text[i] != '\n')
          code[i] = ' ';
    } else if (c == '"' || (c == '\'' && (i == 0 || !isalnum((unsigned char)text[i - 1])))) {
      size_t end = i + 1;
      while (end < length && text[end] != c && text[end] != '\n')
        end += text[end] == '\\' && end + 1 < length ? 2 : 1;
      i = end < length ? end + 1 : length;
    } else {
      ++i;
    }
  }
  return code;
}

static const char *skip_blank(const char *at) {
  while (*at == ' ' || *at == '\t')
    ++at;
  return at;
}

static void find_includes(dxl_arena *arena, const char *text, dxl_scan *scan) {
  for (const char *line = text; line && *line; line = strchr(line, '\n'), line = line ? line + 1 : NULL) {
    const char *at = skip_blank(line);
    if (*at != '#')
      continue;
    at = skip_blank(at + 1);
    if (!dxl_starts_with(at, "include") && !dxl_starts_with(at, "import"))
      continue;
    at = skip_blank(at + (at[1] == 'n' ? 7 : 6));
    const char close = *at == '<' ? '>' : *at == '"' ? '"' : '\0';
    if (!close)
      continue;
    const char *end = ++at;
    while (*end && *end != close && *end != '\n')
      ++end;
    if (*end != close || end == at)
      continue;
    char *name = dxl_arena_string(arena, at, (size_t)(end - at));
    for (char *c = name; *c; ++c)
      if (*c == '\\')
        *c = '/';
    const char *const kept = name;
    dxl_array_push(&scan->includes, kept);
    if (close == '>')
      dxl_array_push(&scan->bracketed, kept);
  }
}

static bool is_word(char c) { return isalnum((unsigned char)c) || c == '_'; }

static bool defines_entry(const char *code) {
  const size_t length = strlen(ENTRY_FUNCTION);
  for (const char *at = code; (at = strstr(at, ENTRY_FUNCTION)); at += length) {
    if ((at > code && is_word(at[-1])) || is_word(at[length]))
      continue;
    const char *next = at + length;
    while (isspace((unsigned char)*next))
      ++next;
    if (*next != '(')
      continue;
    int depth = 0;
    do {
      depth += *next == '(';
      depth -= *next == ')';
    } while (*next && (++next, depth > 0));
    while (isspace((unsigned char)*next))
      ++next;
    if (*next == '{')
      return true;
  }
  return false;
}

/// The lines between "begin_wpp config" and "end_wpp", without what makes them a comment.
static void find_trace_macros(dxl_arena *arena, const char *text, dxl_scan *scan) {
  for (const char *at = text; (at = strstr(at, "begin_wpp"));) {
    const char *end = strstr(at, "end_wpp");
    if (!end)
      return;
    at = strchr(at, '\n');
    while (at && at < end) {
      ++at;
      const char *stop = strchr(at, '\n');
      if (!stop || stop > end)
        break;
      const char *start = skip_blank(at);
      while (*start == '/' || *start == '*')
        ++start;
      start = skip_blank(start);
      const char *last = stop;
      while (last > start && isspace((unsigned char)last[-1]))
        --last;
      if (last > start) {
        const char *const line = dxl_arena_string(arena, start, (size_t)(last - start));
        dxl_array_push(&scan->trace_macros, line);
      }
      at = stop;
    }
    at = end;
  }
}

const dxl_scan *dxl_scan_file(dxl_project *project, const char *path) {
  bool is_new = false;
  uint64_t *slot = dxl_map_put_text(project->texts, path, &is_new);
  if (!is_new)
    return (const dxl_scan *)(uintptr_t)*slot;
  dxl_scan *scan = dxl_arena_alloc(project->arena, sizeof *scan);
  *slot = (uint64_t)(uintptr_t)scan;
  dxl_arena *arena = dxl_arena_new();
  size_t length = 0;
  const char *text = dxl_path_read(arena, path, &length);
  if (text) {
    scan->is_readable = true;
    const char *code = without_comments(arena, text, length);
    find_includes(project->arena, code, scan);
    scan->defines_entry = defines_entry(code);
    find_trace_macros(project->arena, text, scan);
    scan->defines_trace_flags = strstr(code, "WPP_DEFINE_BIT") != NULL;
  }
  dxl_arena_free(arena);
  return scan;
}
