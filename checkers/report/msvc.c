// The form that Visual Studio and MSBuild read: file(line,column): category code: text, one line for each.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "report/internal.h"

static void write_line(const dxl_report_options *options, const dxl_position *position, dxl_level level,
                       const char *check, const char *text, FILE *out) {
  if (position->file) {
    dxl_file_name name = dxl_file_name_make(options, position->file);
    dxl_print_plain(out, name.text);
    dxl_release(name.text);
    if (position->line && position->column)
      fprintf(out, "(%u,%u)", position->line, position->column);
    else if (position->line)
      fprintf(out, "(%u)", position->line);
  } else {
    fputs("dxgklint", out); // MSBuild wants an origin on every line
  }
  fprintf(out, ": %s%s%s: ", dxl_level_name(level), check ? " " : "", check ? check : "");
  dxl_print_plain(out, text);
  fputc('\n', out);
}

void dxl_write_msvc(const dxl_findings *findings, const dxl_report_options *options, FILE *out) {
  for (uint32_t n = 0; n < findings->items.count; n++) {
    const dxl_finding *finding = findings->items.items[n];
    if (finding->is_suppressed || !dxl_report_tells(options, finding))
      continue;
    write_line(options, &finding->position, finding->level, finding->check, finding->message, out);
    for (uint32_t at = 0; at < finding->steps.count; at++)
      write_line(options, &finding->steps.items[at].position, DXL_LEVEL_NOTE, NULL, finding->steps.items[at].text, out);
  }
  for (uint32_t n = 0; n < options->note_count; n++)
    write_line(options, &options->notes[n].position, options->notes[n].level, NULL, options->notes[n].text, out);
}
