// Baselines: a file that lists the findings a team knows about, so that only new ones are reported.
// Invariant: only the fingerprint decides; the rest of a line is for people who read the file.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <errno.h>
#include <stdlib.h>

#include "report/internal.h"

#define BASELINE_HEADER "dxgklint-baseline 1"
/// A baseline larger than this is some other file.
#define BASELINE_SIZE_LIMIT ((size_t)256 << 20)
enum { FINGERPRINT_DIGITS = 16 };

struct dxl_baseline {
  dxl_map *fingerprints;
};

void dxl_baseline_free(dxl_baseline *baseline) {
  if (!baseline)
    return;
  dxl_map_free(baseline->fingerprints);
  dxl_release(baseline);
}

static void set_error(char **error, const char *path, uint32_t line, const char *what) {
  if (!error)
    return;
  size_t size = strlen(path) + strlen(what) + 32;
  *error = dxl_allocate(size);
  if (line)
    snprintf(*error, size, "%s:%u: %s", path, line, what);
  else
    snprintf(*error, size, "%s: %s", path, what);
}

/// Length of "0123456789abcdef:12" at the start of a line, 0 when something else stands there.
static size_t fingerprint_length(const char *line, size_t length) {
  size_t at = 0;
  while (at < length && ((line[at] >= '0' && line[at] <= '9') || (line[at] >= 'a' && line[at] <= 'f')))
    at++;
  if (at != FINGERPRINT_DIGITS || at == length || line[at] != ':')
    return 0;
  size_t number = ++at;
  while (at < length && line[at] >= '0' && line[at] <= '9')
    at++;
  return at > number && (at == length || line[at] == ' ') ? at : 0;
}

dxl_baseline *dxl_baseline_parse(const char *path, const char *text, size_t length, char **error) {
  dxl_baseline *baseline = dxl_allocate(sizeof *baseline);
  baseline->fingerprints = dxl_map_new();
  if (error)
    *error = NULL;
  if (length >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0) { // an editor on Windows may have put it there
    text += 3;
    length -= 3;
  }
  uint32_t number = 0;
  const char *mistake = "not a baseline: the first line must be \"" BASELINE_HEADER "\"";
  for (size_t at = 0; at < length;) {
    const char *line = text + at, *end = memchr(line, '\n', length - at);
    size_t size = end ? (size_t)(end - line) : length - at;
    at += size + 1;
    number++;
    while (size > 0 && (line[size - 1] == '\r' || line[size - 1] == ' '))
      size--;
    if (number == 1) {
      if (size != sizeof BASELINE_HEADER - 1 || memcmp(line, BASELINE_HEADER, size) != 0)
        break;
      mistake = NULL;
      continue;
    }
    if (size == 0 || line[0] == '#')
      continue;
    size_t print = fingerprint_length(line, size);
    if (!print) {
      mistake = "expected a fingerprint (16 hexadecimal digits, ':' and a number)";
      break;
    }
    dxl_map_put(baseline->fingerprints, line, print, NULL);
  }
  if (!mistake)
    return baseline;
  set_error(error, path, number ? number : 1, mistake);
  dxl_baseline_free(baseline);
  return NULL;
}

dxl_baseline *dxl_baseline_read(const char *path, char **error) {
  FILE *in = fopen(path, "rb");
  if (!in) {
    set_error(error, path, 0, strerror(errno));
    return NULL;
  }
  DXL_ARRAY(char) bytes = {0};
  char block[1 << 14];
  size_t got;
  while (bytes.count <= BASELINE_SIZE_LIMIT && (got = fread(block, 1, sizeof block, in)) > 0) {
    dxl_array_reserve(&bytes, bytes.count + (uint32_t)got);
    memcpy(bytes.items + bytes.count, block, got);
    bytes.count += (uint32_t)got;
  }
  dxl_baseline *baseline = NULL;
  if (ferror(in))
    set_error(error, path, 0, strerror(errno));
  else if (bytes.count > BASELINE_SIZE_LIMIT)
    set_error(error, path, 0, "too large for a baseline");
  else
    baseline = dxl_baseline_parse(path, bytes.items, bytes.count, error);
  fclose(in);
  dxl_array_free(&bytes);
  return baseline;
}

uint32_t dxl_baseline_apply(const dxl_baseline *baseline, dxl_findings *findings, uint32_t *stale) {
  uint32_t count = 0;
  dxl_map *met = dxl_map_new();
  for (uint32_t n = 0; n < findings->items.count; n++) {
    dxl_finding *finding = findings->items.items[n];
    if (!finding->fingerprint || !dxl_map_get_text(baseline->fingerprints, finding->fingerprint))
      continue;
    dxl_map_put_text(met, finding->fingerprint, NULL);
    if (finding->is_suppressed)
      continue;
    finding->is_suppressed = true;
    finding->suppression = dxl_findings_text(findings, "baseline");
    count++;
  }
  if (stale)
    *stale = dxl_map_count(baseline->fingerprints) - dxl_map_count(met);
  dxl_map_free(met);
  return count;
}

bool dxl_baseline_write(const dxl_findings *findings, const dxl_report_options *options, FILE *out) {
  fputs(BASELINE_HEADER "\n", out);
  for (uint32_t n = 0; n < findings->items.count; n++) {
    const dxl_finding *finding = findings->items.items[n];
    if (!finding->fingerprint || !dxl_report_tells(options, finding) ||
        (finding->suppression && strncmp(finding->suppression, "NOLINT", 6) == 0))
      continue;
    fprintf(out, "%s %s ", finding->fingerprint, finding->check);
    if (finding->position.file) {
      dxl_file_name name = dxl_file_name_make(options, finding->position.file);
      dxl_print_plain(out, name.text);
      dxl_release(name.text);
      fprintf(out, ":%u ", finding->position.line);
    }
    dxl_print_plain(out, finding->message);
    fputc('\n', out);
  }
  return fflush(out) == 0 && !ferror(out);
}
