// The neutral store of findings. The engine's checks fill it; text, msvc, github and SARIF only read it.
// Invariants: strings are copied in; after dxl_findings_sort the order and content depend on the analysed source only.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DXL_REPORT_FINDING_H
#define DXL_REPORT_FINDING_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "base/array.h"
#include "base/map.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum dxl_level { DXL_LEVEL_NOTE, DXL_LEVEL_WARNING, DXL_LEVEL_ERROR } dxl_level;

typedef struct dxl_position {
  const char *file; ///< path as the frontend saw it; NULL when unknown
  uint32_t line, column;
  const char *macro; ///< macro that the position stands in, or NULL
} dxl_position;

typedef enum dxl_step_kind {
  DXL_STEP_EVENT,  ///< something happened: "context allocation created here"
  DXL_STEP_BRANCH, ///< "taking true branch"
  DXL_STEP_ENTER,  ///< "entering CreateRing"
  DXL_STEP_RETURN, ///< "returning from CreateRing"
  DXL_STEP_ENTRY,  ///< "the system calls DxgkDdiDestroyContext"
  DXL_STEP_END     ///< the finding itself: "still live here"
} dxl_step_kind;

typedef struct dxl_step {
  dxl_step_kind kind;
  uint32_t depth; ///< call depth, 0 = the function that the path starts in
  dxl_position position;
  const char *text;
} dxl_step;

typedef struct dxl_finding {
  const char *check; ///< "dxgk-leak"
  dxl_level level;
  const char *message;
  dxl_position position;
  const char *function; ///< display name of the function of `position`
  const char *root;     ///< display name of the function that the path starts in
  const char *resource; ///< resource id, or NULL
  const char *resource_title;
  const char *pack;
  dxl_position acquired; ///< where the resource came from; file NULL when there is no such place
  const char *cause;     ///< stable text that names the cause without line numbers, for the fingerprint
  DXL_ARRAY(dxl_step) steps;
  bool is_suppressed;
  const char *suppression; ///< "NOLINT", "baseline", ...
  const char *fingerprint; ///< NULL until dxl_report_fingerprints
} dxl_finding;

typedef struct dxl_findings {
  dxl_arena *arena;
  dxl_strings *strings;
  DXL_ARRAY(dxl_finding *) items;
  dxl_map *seen;                 ///< (check, position, cause) -> finding: the one with the shortest path stays
  DXL_ARRAY(dxl_finding *) made; ///< every finding of this store, part of it or not
} dxl_findings;

dxl_findings *dxl_findings_new(void);
void dxl_findings_free(dxl_findings *findings);
/// A new zeroed finding owned by the store, not yet part of it (fill it, then dxl_findings_add).
dxl_finding *dxl_finding_new(dxl_findings *findings);
/// Printf into the store's memory; interned copy of a text (NULL stays NULL).
const char *dxl_findings_format(dxl_findings *findings, const char *format, ...)
#if defined(__GNUC__)
    __attribute__((format(printf, 2, 3)))
#endif
    ;
const char *dxl_findings_text(dxl_findings *findings, const char *text);
void dxl_finding_add_step(dxl_findings *findings, dxl_finding *finding, dxl_step step);
/// Adds a finding. One with the same check, position and cause is there already: the shorter path stays. Returns true
/// when it was new.
bool dxl_findings_add(dxl_findings *findings, dxl_finding *finding);
/// Moves everything of `from` into `into` (copied) under the same rule.
void dxl_findings_merge(dxl_findings *into, const dxl_findings *from);
/// By file, line, column, check, message.
void dxl_findings_sort(dxl_findings *findings);

/// Binary form, for passing findings between processes. The buffer is owned by the caller (dxl_release).
uint8_t *dxl_findings_write(const dxl_findings *findings, size_t *length);
/// Reads what dxl_findings_write wrote; every length and number is checked. Truncated or foreign bytes give NULL and,
/// when `error` is not NULL, what is wrong (owned by the caller, dxl_release).
dxl_findings *dxl_findings_read(const uint8_t *bytes, size_t length, char **error);

#ifdef __cplusplus
}
#endif
#endif
