// How findings are told: text, msvc, GitHub and SARIF writers, suppression comments, baselines, fingerprints.
// Invariant: the writers only read the store and print to the FILE given, nowhere else.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DXL_REPORT_REPORT_H
#define DXL_REPORT_REPORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "ir/ir.h"
#include "report/finding.h"
#include "report/source.h"
#include "rulepack/rulepack.h"

#ifdef __cplusplus
extern "C" {
#endif

// ---- Writers -------------------------------------------------------------------------------------------------------

typedef enum dxl_report_format {
  DXL_REPORT_TEXT,   ///< as Clang prints: position, message, source line, caret, path notes
  DXL_REPORT_MSVC,   ///< as Visual Studio and MSBuild read: file(line,column): warning id: message
  DXL_REPORT_GITHUB, ///< workflow commands of GitHub Actions
  DXL_REPORT_SARIF   ///< SARIF 2.1.0
} dxl_report_format;

/// Something that is no finding: a file that could not be analysed, a function that was skipped, a stray NOLINTEND.
typedef struct dxl_report_note {
  dxl_level level;
  const char *text;
  dxl_position position; ///< file NULL when there is none
} dxl_report_note;

/// Everything is owned by the caller and read only; a zeroed struct is valid.
typedef struct dxl_report_options {
  dxl_report_format format;
  bool color;                   ///< text form only
  dxl_level level;              ///< least level that is reported
  const char *root;             ///< absolute directory that file names below it are made relative to; NULL = names stay
  const char *directory;        ///< absolute directory that relative file names start from; NULL = `root`
  dxl_sources *sources;         ///< for source lines and columns; NULL = none are shown
  const char *version;          ///< of the tool; NULL = "0"
  const dxl_rule_check *checks; ///< what SARIF says about each check
  uint32_t check_count;
  const dxl_report_note *notes; ///< SARIF: notifications; the other forms: printed behind the findings
  uint32_t note_count;
  const char *const *files; ///< SARIF: what was analysed
  uint32_t file_count;
  bool is_incomplete; ///< something could not be analysed
  int exit_code;      ///< SARIF: what the process is going to exit with
} dxl_report_options;

/// Writes the findings in their order. Suppressed ones are left out, but SARIF marks them. False when a write failed.
bool dxl_report_write(const dxl_findings *findings, const dxl_report_options *options, FILE *out);
/// How many findings dxl_report_write tells, suppressed ones not counted.
uint32_t dxl_report_count(const dxl_findings *findings, const dxl_report_options *options);

// ---- Fingerprints --------------------------------------------------------------------------------------------------

/// Key of partialFingerprints.
#define DXL_FINGERPRINT_KEY "dxgklint/cause/v1"

/// Gives every finding its fingerprint: 16 hexadecimal digits over check, name of the file without directories,
/// function, resource, cause and, without their spaces, the source lines of the finding and of the acquisition; then
/// ":n" for the n-th of that hash, so that all are different. Moved lines do not change it. To be called on sorted
/// findings.
void dxl_report_fingerprints(dxl_findings *findings, dxl_sources *sources);

// ---- Suppression ---------------------------------------------------------------------------------------------------

/// Marks what NOLINT comments of the module suppress, as clang-tidy understands them: NOLINT, NOLINTNEXTLINE,
/// NOLINTBEGIN ... NOLINTEND, each with an optional list of globs. Blocks that do not match up suppress nothing and are
/// added to `notes` (may be NULL; the texts are the findings' own). Returns how many findings were marked.
typedef DXL_ARRAY(dxl_report_note) dxl_report_notes;
uint32_t dxl_report_suppress(dxl_findings *findings, const dxl_ir_module *module, dxl_report_notes *notes);

/// True when a name is selected by a comma-separated list of globs ("dxgk-*,-dxgk-version"): the last one that matches
/// decides. An empty list selects nothing.
bool dxl_globs_match(const char *globs, const char *name);

// ---- Baseline ------------------------------------------------------------------------------------------------------

/// Findings that are known. Text, one line for each: fingerprint, check, file:line, message; only the first counts.
typedef struct dxl_baseline dxl_baseline;

/// Reads a baseline file. NULL and *error ("file:line: what", owned by the caller, dxl_release) when it is none.
dxl_baseline *dxl_baseline_read(const char *path, char **error);
dxl_baseline *dxl_baseline_parse(const char *path, const char *text, size_t length, char **error);
void dxl_baseline_free(dxl_baseline *baseline);
/// Suppresses the findings that the baseline lists (they need fingerprints). *stale (may be NULL) gets the number of
/// entries that no finding has any more. Returns how many findings were suppressed.
uint32_t dxl_baseline_apply(const dxl_baseline *baseline, dxl_findings *findings, uint32_t *stale);
/// Writes all findings that no comment suppresses. They need fingerprints.
bool dxl_baseline_write(const dxl_findings *findings, const dxl_report_options *options, FILE *out);

#ifdef __cplusplus
}
#endif
#endif
