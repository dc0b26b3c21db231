// The text form, as Clang prints: position, level, message, check, the source line with a caret, the path as notes.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "report/internal.h"

#define COLOR_RESET "\033[0m"
#define COLOR_BOLD "\033[1m"
#define COLOR_ERROR "\033[1;31m"
#define COLOR_WARNING "\033[1;35m"
#define COLOR_NOTE "\033[1;36m"
#define COLOR_CARET "\033[1;32m"

static const char *color(const dxl_report_options *options, const char *code) { return options->color ? code : ""; }

static const char *level_color(dxl_level level) {
  return level == DXL_LEVEL_ERROR ? COLOR_ERROR : level == DXL_LEVEL_WARNING ? COLOR_WARNING : COLOR_NOTE;
}

static void write_line(const dxl_report_options *options, const dxl_position *position, dxl_level level,
                       const char *text, const char *check, FILE *out) {
  fputs(color(options, COLOR_BOLD), out);
  if (position->file) {
    dxl_file_name name = dxl_file_name_make(options, position->file);
    dxl_print_plain(out, name.text);
    dxl_release(name.text);
    if (position->line)
      fprintf(out, ":%u", position->line);
    if (position->line && position->column)
      fprintf(out, ":%u", position->column);
    fputs(": ", out);
  }
  fprintf(out, "%s%s%s: %s", color(options, COLOR_RESET), color(options, level_color(level)), dxl_level_name(level),
          color(options, COLOR_RESET));
  fputs(check ? color(options, COLOR_BOLD) : "", out);
  dxl_print_plain(out, text);
  if (check)
    fprintf(out, " [%s]", check);
  fprintf(out, "%s\n", check ? color(options, COLOR_RESET) : "");
}

static void write_snippet(const dxl_report_options *options, const dxl_position *position, FILE *out) {
  const char *line;
  size_t length;
  if (!position->file || !dxl_sources_line(options->sources, position->file, position->line, &line, &length))
    return;
  dxl_snippet snippet = dxl_snippet_make(line, length, position->column);
  fprintf(out, "%s\n", snippet.text);
  if (snippet.has_caret)
    fprintf(out, "%*s%s^%s\n", (int)snippet.caret, "", color(options, COLOR_CARET), color(options, COLOR_RESET));
  dxl_release(snippet.text);
}

void dxl_write_text(const dxl_findings *findings, const dxl_report_options *options, FILE *out) {
  for (uint32_t n = 0; n < findings->items.count; n++) {
    const dxl_finding *finding = findings->items.items[n];
    if (finding->is_suppressed || !dxl_report_tells(options, finding))
      continue;
    write_line(options, &finding->position, finding->level, finding->message, finding->check, out);
    write_snippet(options, &finding->position, out);
    if (finding->position.macro) {
      fprintf(out, "%s%snote: %s", color(options, COLOR_RESET), color(options, COLOR_NOTE),
              color(options, COLOR_RESET));
      fputs("in the expansion of macro '", out);
      dxl_print_plain(out, finding->position.macro);
      fputs("'\n", out);
    }
    for (uint32_t at = 0; at < finding->steps.count; at++) {
      const dxl_step *step = &finding->steps.items[at];
      write_line(options, &step->position, DXL_LEVEL_NOTE, step->text, NULL, out);
      write_snippet(options, &step->position, out);
    }
  }
  for (uint32_t n = 0; n < options->note_count; n++) {
    const dxl_report_note *note = &options->notes[n];
    write_line(options, &note->position, note->level, note->text, NULL, out);
    write_snippet(options, &note->position, out);
  }
}
