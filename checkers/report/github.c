// Workflow commands of GitHub Actions: one annotation for each finding, its path as further lines of the message.
// https://docs.github.com/actions/reference/workflow-commands-for-github-actions
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "report/internal.h"

/// Commands end at a line end, and properties at ',' and ':' as well: those characters are percent-encoded.
static void write_escaped(FILE *out, const char *text, bool is_property) {
  for (; *text; text++) {
    unsigned char byte = (unsigned char)*text;
    if (byte == '%' || byte == '\r' || byte == '\n' || (is_property && (byte == ':' || byte == ',')))
      fprintf(out, "%%%02X", byte);
    else
      fputc(byte, out);
  }
}

static void write_place(const dxl_report_options *options, const dxl_position *position, FILE *out) {
  if (!position->file)
    return;
  dxl_file_name name = dxl_file_name_make(options, position->file);
  write_escaped(out, name.text, false);
  dxl_release(name.text);
  fprintf(out, ":%u: ", position->line);
}

static void begin_command(const dxl_report_options *options, const dxl_position *position, dxl_level level,
                          const char *title, FILE *out) {
  fprintf(out, "::%s ", level == DXL_LEVEL_NOTE ? "notice" : dxl_level_name(level));
  if (position->file) {
    dxl_file_name name = dxl_file_name_make(options, position->file);
    fputs("file=", out);
    write_escaped(out, name.text, true);
    dxl_release(name.text);
    if (position->line)
      fprintf(out, ",line=%u", position->line);
    if (position->line && position->column)
      fprintf(out, ",col=%u", position->column);
    fputc(',', out);
  }
  fputs("title=", out);
  write_escaped(out, title, true);
  fputs("::", out);
}

void dxl_write_github(const dxl_findings *findings, const dxl_report_options *options, FILE *out) {
  for (uint32_t n = 0; n < findings->items.count; n++) {
    const dxl_finding *finding = findings->items.items[n];
    if (finding->is_suppressed || !dxl_report_tells(options, finding))
      continue;
    begin_command(options, &finding->position, finding->level, finding->check, out);
    write_escaped(out, finding->message, false);
    for (uint32_t at = 0; at < finding->steps.count; at++) {
      fputs("%0A", out);
      write_place(options, &finding->steps.items[at].position, out);
      write_escaped(out, finding->steps.items[at].text, false);
    }
    fputc('\n', out);
  }
  for (uint32_t n = 0; n < options->note_count; n++) {
    begin_command(options, &options->notes[n].position, options->notes[n].level, "dxgklint", out);
    write_escaped(out, options->notes[n].text, false);
    fputc('\n', out);
  }
}
