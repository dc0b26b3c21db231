// What goes to standard error: remarks in the style of compilers, errors of the command itself, progress.
// Invariant: a remark is printed once, however many units it comes from.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "cli/session.h"
#include "report/source.h"

static const char *level_word(dxl_ir_note_level level) {
  return level == DXL_IR_NOTE_ERROR ? "error" : level == DXL_IR_NOTE_WARNING ? "warning" : "note";
}

static const char *level_color(dxl_ir_note_level level) {
  return level == DXL_IR_NOTE_ERROR ? "\033[1;31m" : level == DXL_IR_NOTE_WARNING ? "\033[1;35m" : "\033[1;36m";
}

/// Text from files of others must not steer the terminal, and what is no UTF-8 must not reach it.
static void put_clean(FILE *out, const char *text) {
  size_t left = strlen(text);
  while (left) {
    uint32_t character = 0;
    size_t size = dxl_utf8_decode(text, left, &character);
    const bool is_plain = size && character != 0x7F && !(character >= 0x80 && character < 0xA0) &&
                          (character >= 0x20 || character == '\t' || character == '\n');
    if (is_plain)
      fwrite(text, 1, size, out);
    else if (!size)
      fputc('?', out);
    else
      fprintf(out, "\\x%02x", (unsigned)character);
    size = size ? size : 1;
    text += size;
    left -= size;
  }
}

/// Keeps a remark for the SARIF file.
static void keep(dxl_session *session, dxl_ir_note_level level, const char *file, uint32_t line, uint32_t column,
                 const char *text) {
  const dxl_report_note note = {
      level == DXL_IR_NOTE_ERROR ? DXL_LEVEL_ERROR : DXL_LEVEL_WARNING,
      dxl_arena_format(session->arena, "%s", text),
      {file ? dxl_arena_format(session->arena, "%s", file) : NULL, line, file ? column : 0, NULL}};
  dxl_array_push(&session->notes, note);
}

void dxl_say(dxl_session *session, dxl_ir_note_level level, const char *file, uint32_t line, uint32_t column,
             const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  char *text = NULL;
  if (vasprintf(&text, format, arguments) < 0)
    abort();
  va_end(arguments);
  char *whole = NULL;
  const char *where = file ? file : "dxgklint";
  int n;
  if (file && line && column)
    n = asprintf(&whole, "%s:%u:%u: ", where, line, column);
  else if (file && line)
    n = asprintf(&whole, "%s:%u: ", where, line);
  else
    n = asprintf(&whole, "%s: ", where);
  if (n < 0)
    abort();
  char *key = NULL;
  if (asprintf(&key, "%s%u%s", whole, (unsigned)level, text) < 0)
    abort();
  bool is_new = false;
  dxl_map_put_text(session->said, key, &is_new);
  if (is_new && level != DXL_IR_NOTE_INFO)
    keep(session, level, file, line, column, text);
  if (is_new && (level == DXL_IR_NOTE_ERROR || !session->options.quiet)) {
    dxl_progress_clear(session);
    if (session->color_error)
      fputs("\033[1m", stderr);
    put_clean(stderr, whole);
    if (session->color_error)
      fprintf(stderr, "%s%s:\033[0m ", level_color(level), level_word(level));
    else
      fprintf(stderr, "%s: ", level_word(level));
    put_clean(stderr, text);
    fputc('\n', stderr);
  }
  free(key);
  free(whole);
  free(text);
}

void dxl_say_error(dxl_session *session, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  char *text = NULL;
  if (vasprintf(&text, format, arguments) < 0)
    abort();
  va_end(arguments);
  dxl_say(session, DXL_IR_NOTE_ERROR, NULL, 0, 0, "%s", text);
  free(text);
}

void dxl_progress(dxl_session *session, const char *what, uint32_t done, uint32_t total) {
  if (!session->progress)
    return;
  fprintf(stderr, "\r\033[K%s %u/%u", what, done, total);
  fflush(stderr);
  session->progress_shown = true;
}

void dxl_progress_clear(dxl_session *session) {
  if (!session->progress_shown)
    return;
  fputs("\r\033[K", stderr);
  session->progress_shown = false;
}
