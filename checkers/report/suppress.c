// Suppression comments with clang-tidy's meaning
// (https://clang.llvm.org/extra/clang-tidy/#suppressing-undesired-diagnostics). Invariants: blocks nest, an END closes
// the innermost open BEGIN if both list the same checks; what does not match up suppresses nothing and is told.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <stdlib.h>

#include "report/internal.h"

/// A glob has '*' only. Linear: on a mismatch only the last star takes one more character.
static bool glob_matches(const char *glob, size_t glob_length, const char *name) {
  size_t at = 0, star = SIZE_MAX;
  const char *retry = NULL;
  while (*name) {
    if (at < glob_length && glob[at] == '*') {
      star = at++;
      retry = name;
    } else if (at < glob_length && glob[at] == *name) {
      at++;
      name++;
    } else if (star != SIZE_MAX) {
      at = star + 1;
      name = ++retry;
    } else {
      return false;
    }
  }
  while (at < glob_length && glob[at] == '*')
    at++;
  return at == glob_length;
}

static bool is_space(char letter) {
  return letter == ' ' || letter == '\t' || letter == '\n' || letter == '\r' || letter == '\v' || letter == '\f';
}

bool dxl_globs_match(const char *globs, const char *name) {
  bool is_selected = false;
  for (const char *at = globs; *at;) {
    size_t length = strcspn(at, ",\n");
    const char *begin = at, *end = at + length;
    at = *end ? end + 1 : end;
    while (begin < end && is_space(*begin))
      begin++;
    bool is_positive = begin == end || *begin != '-';
    begin += !is_positive;
    while (begin < end && is_space(*begin))
      begin++;
    while (end > begin && is_space(end[-1]))
      end--;
    if (glob_matches(begin, (size_t)(end - begin), name))
      is_selected = is_positive;
  }
  return is_selected;
}

/// A suppression that holds for lines first..last of a file.
typedef struct span {
  const char *file;
  uint32_t first, last;
  const char *checks; ///< NULL = all
  const char *name;
} span;
typedef DXL_ARRAY(span) spans;

static bool same_checks(const char *a, const char *b) { return a && b ? strcmp(a, b) == 0 : a == b; }

static void add_note(dxl_findings *findings, dxl_report_notes *notes, const dxl_ir_module *module,
                     const dxl_ir_suppression *at) {
  if (!notes)
    return;
  bool is_begin = at->kind == DXL_IR_NOLINT_BEGIN;
  dxl_report_note note = {DXL_LEVEL_WARNING, NULL, {NULL, at->line, 0, NULL}};
  note.position.file = dxl_findings_text(findings, module->files.items[at->file]);
  note.text = dxl_findings_format(findings, "unmatched 'NOLINT%s' comment without a %s 'NOLINT%s' comment%s",
                                  is_begin ? "BEGIN" : "END", is_begin ? "subsequent" : "previous",
                                  is_begin ? "END" : "BEGIN", at->checks ? " of the same checks" : "");
  dxl_array_push(notes, note);
}

/// The comments in order of file and line; those of one line stay in the order in which they were read.
static int compare_suppression(const void *left, const void *right) {
  const dxl_ir_suppression *a = *(dxl_ir_suppression *const *)left, *b = *(dxl_ir_suppression *const *)right;
  if (a->file != b->file)
    return a->file < b->file ? -1 : 1;
  if (a->line != b->line)
    return a->line < b->line ? -1 : 1;
  return (a > b) - (a < b);
}

static void add_span(spans *result, const dxl_ir_module *module, const dxl_ir_suppression *at, uint32_t first,
                     uint32_t last) {
  static const char *const names[] = {
      [DXL_IR_NOLINT] = "NOLINT",
      [DXL_IR_NOLINT_NEXT_LINE] = "NOLINTNEXTLINE",
      [DXL_IR_NOLINT_BEGIN] = "NOLINTBEGIN",
      [DXL_IR_NOLINT_END] = "NOLINTEND",
  };
  span added = {module->files.items[at->file], first, last, at->checks, names[at->kind]};
  dxl_array_push(result, added);
}

static void collect(const dxl_ir_module *module, spans *result, dxl_findings *findings, dxl_report_notes *notes) {
  DXL_ARRAY(const dxl_ir_suppression *) sorted = {0}, open_blocks = {0};
  dxl_map *seen = dxl_map_new(); // a header brings its comments once for each unit
  for (uint32_t n = 0; n < module->suppressions.count; n++) {
    const dxl_ir_suppression *at = &module->suppressions.items[n];
    const char *key = dxl_findings_format(findings, "%u:%u:%d:%s", at->file, at->line, (int)at->kind,
                                          at->checks ? at->checks : "*all");
    bool is_new;
    dxl_map_put_text(seen, key, &is_new);
    if (is_new && at->file < module->files.count)
      dxl_array_push(&sorted, at);
  }
  dxl_map_free(seen);
  if (sorted.count > 1)
    qsort(sorted.items, sorted.count, sizeof *sorted.items, compare_suppression);
  for (uint32_t n = 0; n < sorted.count; n++) {
    const dxl_ir_suppression *at = sorted.items[n];
    switch (at->kind) {
    case DXL_IR_NOLINT:
      add_span(result, module, at, at->line, at->line);
      break;
    case DXL_IR_NOLINT_NEXT_LINE:
      add_span(result, module, at, at->line + 1, at->line + 1);
      break;
    case DXL_IR_NOLINT_BEGIN:
      dxl_array_push(&open_blocks, at);
      break;
    case DXL_IR_NOLINT_END:
      // The comments stand behind the code of their lines: a block begins below its BEGIN and takes the line of its
      // END.
      if (open_blocks.count && same_checks(dxl_array_last(&open_blocks)->checks, at->checks)) {
        const dxl_ir_suppression *begin = dxl_array_pop(&open_blocks);
        add_span(result, module, begin, begin->line + 1, at->line);
      } else {
        add_note(findings, notes, module, at);
      }
      break;
    }
    if (n + 1 < sorted.count && sorted.items[n + 1]->file == at->file)
      continue;
    for (uint32_t block = 0; block < open_blocks.count; block++)
      add_note(findings, notes, module, open_blocks.items[block]);
    dxl_array_clear(&open_blocks);
  }
  dxl_array_free(&sorted);
  dxl_array_free(&open_blocks);
}

uint32_t dxl_report_suppress(dxl_findings *findings, const dxl_ir_module *module, dxl_report_notes *notes) {
  spans all = {0};
  collect(module, &all, findings, notes);
  uint32_t count = 0;
  for (uint32_t n = 0; n < findings->items.count && all.count; n++) {
    dxl_finding *finding = findings->items.items[n];
    for (uint32_t at = 0; at < all.count && finding->position.file && !finding->is_suppressed; at++) {
      const span *place = &all.items[at];
      if (finding->position.line < place->first || finding->position.line > place->last ||
          (place->checks && !dxl_globs_match(place->checks, finding->check)) ||
          strcmp(place->file, finding->position.file) != 0)
        continue;
      finding->is_suppressed = true;
      finding->suppression = place->name;
      count++;
    }
  }
  dxl_array_free(&all);
  return count;
}
