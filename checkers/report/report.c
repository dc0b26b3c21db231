// Chooses the writer, and what the writers have in common.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "report/report.h"

#include "report/internal.h"

bool dxl_report_tells(const dxl_report_options *options, const dxl_finding *finding) {
  return finding->level >= options->level;
}

const char *dxl_level_name(dxl_level level) {
  return level == DXL_LEVEL_ERROR ? "error" : level == DXL_LEVEL_WARNING ? "warning" : "note";
}

uint32_t dxl_report_count(const dxl_findings *findings, const dxl_report_options *options) {
  uint32_t count = 0;
  for (uint32_t n = 0; n < findings->items.count; n++)
    count += dxl_report_tells(options, findings->items.items[n]) && !findings->items.items[n]->is_suppressed;
  return count;
}

void dxl_print_plain(FILE *out, const char *text) {
  size_t left = strlen(text);
  while (left > 0) {
    uint32_t character;
    size_t size = dxl_utf8_decode(text, left, &character);
    if (size == 0)
      fputc('?', out);
    else if (character < 0x20 || (character >= 0x7F && character < 0xA0))
      fputc(' ', out);
    else
      fwrite(text, 1, size, out);
    size = size ? size : 1;
    text += size;
    left -= size;
  }
}

bool dxl_report_write(const dxl_findings *findings, const dxl_report_options *options, FILE *out) {
  switch (options->format) {
  case DXL_REPORT_TEXT:
    dxl_write_text(findings, options, out);
    break;
  case DXL_REPORT_MSVC:
    dxl_write_msvc(findings, options, out);
    break;
  case DXL_REPORT_GITHUB:
    dxl_write_github(findings, options, out);
    break;
  case DXL_REPORT_SARIF:
    dxl_write_sarif(findings, options, out);
    break;
  }
  return fflush(out) == 0 && !ferror(out);
}
