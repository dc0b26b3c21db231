// Fingerprints: what makes a finding the same finding after the code around it has moved.
// Invariant: no line or column number goes into a hash.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <inttypes.h>

#include "report/internal.h"

/// Length and bytes, so that ("ab", "c") and ("a", "bc") differ.
static uint64_t add_bytes(uint64_t hash, const char *bytes, size_t length) {
  uint64_t head[2] = {hash, length};
  return dxl_hash(bytes, length, dxl_hash(head, sizeof head, 0));
}

static uint64_t add_text(uint64_t hash, const char *text) {
  return text ? add_bytes(hash, text, strlen(text)) : add_bytes(hash ^ 1, "", 0);
}

static uint64_t add_source_line(uint64_t hash, dxl_sources *sources, const dxl_position *position) {
  const char *line;
  size_t length;
  if (!dxl_sources_line(sources, position->file, position->line, &line, &length))
    return add_text(hash, NULL);
  char *squeezed = dxl_allocate(length);
  size_t used = 0;
  for (size_t at = 0; at < length; at++)
    if (line[at] != ' ' && line[at] != '\t')
      squeezed[used++] = line[at];
  hash = add_bytes(hash, squeezed, used);
  dxl_release(squeezed);
  return hash;
}

/// The cause without the line of the acquisition, which the engine puts at its end ("resource@function+12"): the text
/// of that line takes its place.
static size_t cause_length(const char *cause) {
  size_t length = strlen(cause), end = length;
  while (end > 0 && cause[end - 1] >= '0' && cause[end - 1] <= '9')
    end--;
  if (end > 0 && cause[end - 1] == '-')
    end--;
  return end > 0 && end < length && cause[end - 1] == '+' ? end - 1 : length;
}

void dxl_report_fingerprints(dxl_findings *findings, dxl_sources *sources) {
  dxl_map *occurrences = dxl_map_new();
  for (uint32_t n = 0; n < findings->items.count; n++) {
    dxl_finding *finding = findings->items.items[n];
    uint64_t hash = add_text(0, finding->check);
    hash = add_text(hash, finding->position.file ? dxl_file_base(finding->position.file) : NULL);
    hash = add_text(hash, finding->function);
    hash = add_text(hash, finding->resource);
    if (finding->cause)
      hash = add_bytes(hash, finding->cause, cause_length(finding->cause));
    else
      hash = add_text(hash, finding->message);
    if (finding->acquired.file)
      hash = add_source_line(hash, sources, &finding->acquired);
    hash = add_source_line(hash, sources, &finding->position);
    uint64_t occurrence = ++*dxl_map_put_u64(occurrences, hash, NULL);
    finding->fingerprint = dxl_findings_format(findings, "%016" PRIx64 ":%" PRIu64, hash, occurrence);
  }
  dxl_map_free(occurrences);
}
