// The store of findings: copies what it is given, keeps one finding per cause, brings them into a fixed order.
// Invariants: `seen` maps to the finding itself, not to its index, so that sorting keeps it valid; which of two
// findings of one cause stays depends on their content only, never on the order in which they came.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "report/finding.h"

#include <stdarg.h>
#include <stdlib.h>

/// NULL before every text.
static int compare_text(const char *a, const char *b) {
  if (!a || !b)
    return (a != NULL) - (b != NULL);
  return strcmp(a, b);
}

static int compare_number(uint32_t a, uint32_t b) { return (a > b) - (a < b); }

static int compare_position(const dxl_position *a, const dxl_position *b) {
  int order = compare_text(a->file, b->file);
  if (!order)
    order = compare_number(a->line, b->line);
  if (!order)
    order = compare_number(a->column, b->column);
  return order;
}

static int compare_step(const dxl_step *a, const dxl_step *b) {
  int order = compare_position(&a->position, &b->position);
  if (!order)
    order = compare_number(a->kind, b->kind);
  if (!order)
    order = compare_number(a->depth, b->depth);
  if (!order)
    order = compare_text(a->text, b->text);
  if (!order)
    order = compare_text(a->position.macro, b->position.macro);
  return order;
}

/// Which of two findings of one cause is better told: the shorter path, then whatever comes first by content.
static int compare_telling(const dxl_finding *a, const dxl_finding *b) {
  int order = compare_number(a->steps.count, b->steps.count);
  for (uint32_t n = 0; !order && n < a->steps.count; n++)
    order = compare_step(&a->steps.items[n], &b->steps.items[n]);
  if (!order)
    order = compare_text(a->message, b->message);
  if (!order)
    order = compare_text(a->root, b->root);
  if (!order)
    order = compare_text(a->function, b->function);
  if (!order)
    order = compare_position(&a->acquired, &b->acquired);
  if (!order)
    order = compare_text(a->resource, b->resource);
  if (!order)
    order = compare_number(b->level, a->level);
  return order;
}

static int compare_finding(const void *left, const void *right) {
  const dxl_finding *a = *(dxl_finding *const *)left, *b = *(dxl_finding *const *)right;
  int order = compare_position(&a->position, &b->position);
  if (!order)
    order = compare_text(a->check, b->check);
  if (!order)
    order = compare_text(a->message, b->message);
  if (!order)
    order = compare_text(a->cause, b->cause);
  return order ? order : compare_telling(a, b);
}

dxl_findings *dxl_findings_new(void) {
  dxl_findings *findings = dxl_allocate(sizeof *findings);
  memset(findings, 0, sizeof *findings);
  findings->arena = dxl_arena_new();
  findings->strings = dxl_strings_new();
  findings->seen = dxl_map_new();
  return findings;
}

void dxl_findings_free(dxl_findings *findings) {
  if (!findings)
    return;
  for (uint32_t n = 0; n < findings->made.count; n++)
    dxl_array_free(&findings->made.items[n]->steps);
  dxl_array_free(&findings->made);
  dxl_array_free(&findings->items);
  dxl_map_free(findings->seen);
  dxl_strings_free(findings->strings);
  dxl_arena_free(findings->arena);
  dxl_release(findings);
}

dxl_finding *dxl_finding_new(dxl_findings *findings) {
  dxl_finding *finding = dxl_arena_alloc(findings->arena, sizeof *finding);
  dxl_array_push(&findings->made, finding);
  return finding;
}

const char *dxl_findings_text(dxl_findings *findings, const char *text) {
  return text ? dxl_strings_intern(findings->strings, text) : NULL;
}

const char *dxl_findings_format(dxl_findings *findings, const char *format, ...) {
  va_list arguments, again;
  va_start(arguments, format);
  va_copy(again, arguments);
  int length = vsnprintf(NULL, 0, format, arguments);
  va_end(arguments);
  size_t size = length < 0 ? 1 : (size_t)length + 1;
  char *buffer = dxl_allocate(size);
  buffer[0] = 0;
  vsnprintf(buffer, size, format, again);
  va_end(again);
  const char *text = dxl_strings_intern(findings->strings, buffer);
  dxl_release(buffer);
  return text;
}

static dxl_position copy_position(dxl_findings *findings, dxl_position position) {
  position.file = dxl_findings_text(findings, position.file);
  position.macro = dxl_findings_text(findings, position.macro);
  return position;
}

void dxl_finding_add_step(dxl_findings *findings, dxl_finding *finding, dxl_step step) {
  step.position = copy_position(findings, step.position);
  step.text = dxl_findings_text(findings, step.text ? step.text : "");
  dxl_array_push(&finding->steps, step);
}

/// Makes every text of a finding one of the store. The check and the message are never NULL afterwards.
static void own_texts(dxl_findings *findings, dxl_finding *finding) {
  finding->check = dxl_findings_text(findings, finding->check ? finding->check : "");
  finding->message = dxl_findings_text(findings, finding->message ? finding->message : "");
  finding->position = copy_position(findings, finding->position);
  finding->function = dxl_findings_text(findings, finding->function);
  finding->root = dxl_findings_text(findings, finding->root);
  finding->resource = dxl_findings_text(findings, finding->resource);
  finding->resource_title = dxl_findings_text(findings, finding->resource_title);
  finding->pack = dxl_findings_text(findings, finding->pack);
  finding->acquired = copy_position(findings, finding->acquired);
  finding->cause = dxl_findings_text(findings, finding->cause);
  finding->suppression = dxl_findings_text(findings, finding->suppression);
  finding->fingerprint = dxl_findings_text(findings, finding->fingerprint);
}

/// The map's slot for what makes two findings one. A finding without a cause is known by its message.
static uint64_t *cause_slot(dxl_findings *findings, const dxl_finding *finding, bool *is_new) {
  const char *file = finding->position.file ? finding->position.file : "";
  const char *cause = finding->cause ? finding->cause : finding->message;
  size_t check_size = strlen(finding->check) + 1, file_size = strlen(file) + 1, cause_size = strlen(cause) + 1;
  uint32_t place[2] = {finding->position.line, finding->position.column};
  size_t size = check_size + file_size + cause_size + sizeof place;
  char *key = dxl_allocate(size), *at = key;
  memcpy(at, finding->check, check_size);
  memcpy(at += check_size, file, file_size);
  memcpy(at += file_size, cause, cause_size);
  memcpy(at += cause_size, place, sizeof place);
  uint64_t *slot = dxl_map_put(findings->seen, key, size, is_new);
  dxl_release(key);
  return slot;
}

bool dxl_findings_add(dxl_findings *findings, dxl_finding *finding) {
  own_texts(findings, finding);
  bool is_new;
  uint64_t *slot = cause_slot(findings, finding, &is_new);
  if (is_new) {
    *slot = (uint64_t)(uintptr_t)finding;
    dxl_array_push(&findings->items, finding);
    return true;
  }
  dxl_finding *known = (dxl_finding *)(uintptr_t)*slot;
  if (known != finding && compare_telling(finding, known) < 0) {
    dxl_finding worse = *known; // swapped, so that each path is still freed once
    *known = *finding;
    *finding = worse;
  }
  return false;
}

void dxl_findings_merge(dxl_findings *into, const dxl_findings *from) {
  for (uint32_t n = 0; n < from->items.count; n++) {
    const dxl_finding *source = from->items.items[n];
    dxl_finding *copy = dxl_finding_new(into);
    *copy = *source;
    memset(&copy->steps, 0, sizeof copy->steps);
    for (uint32_t step = 0; step < source->steps.count; step++)
      dxl_finding_add_step(into, copy, source->steps.items[step]);
    dxl_findings_add(into, copy);
  }
}

void dxl_findings_sort(dxl_findings *findings) {
  if (findings->items.count > 1)
    qsort(findings->items.items, findings->items.count, sizeof *findings->items.items, compare_finding);
}
