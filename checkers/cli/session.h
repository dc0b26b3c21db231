// One run of the command: what was asked, what was found out, where it is said. Passed first to every call of cli/.
// Invariant: only the parent process prints; children hand over bytes (worker.h).
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DXL_CLI_SESSION_H
#define DXL_CLI_SESSION_H

#include "cli/options.h"
#include "cli/wire.h"
#include "frontend/frontend.h"
#include "project/project.h"
#include "report/report.h"
#include "rulepack/rulepack.h"

/// A function that has no sound body.
typedef struct dxl_lost_function {
  const char *name;
  dxl_remark remark; ///< position of the function; the text is the reason
} dxl_lost_function;

/// What became of one unit.
typedef struct dxl_unit_result {
  const dxl_unit *unit;
  const dxl_driver *driver; ///< the first that has it
  const char *trouble;      ///< NULL, or why it has no module
  bool has_error;           ///< the frontend met an error; what it could read is analysed
  uint32_t functions;       ///< bodies, sound or lost
  uint32_t opaque;          ///< constructs that were not lowered
  dxl_remarks remarks;
  DXL_ARRAY(dxl_lost_function) lost;
  const char *diagnostics;
  dxl_bytes module; ///< binary IR
} dxl_unit_result;

typedef struct dxl_session {
  dxl_options options;
  dxl_arena *arena;
  dxl_project *project;
  dxl_rules *rules;
  dxl_findings *findings;
  dxl_engine_summary summary;          ///< of all drivers together
  DXL_ARRAY(dxl_unit_result) units;    ///< each file once, in the order of the drivers
  dxl_map *unit_index;                 ///< unit address -> index into units
  dxl_map *said;                       ///< remarks that were made
  dxl_report_notes notes;              ///< errors and warnings among them, for SARIF
  DXL_ARRAY(dxl_overlay_file) headers; ///< carried in the binary
  dxl_texts default_flags;
  dxl_texts header_paths; ///< of `headers`
  uint32_t jobs;
  dxl_sources *sources;
  dxl_baseline *baseline;  ///< NULL = none
  uint32_t stale_baseline; ///< entries of the baseline that nothing has any more
  uint32_t failed_units, failed_drivers, lost_functions, project_errors;
  uint32_t faulty_units; ///< were analysed, but have errors
  dxl_map *missing_headers; ///< their names, each once
  DXL_ARRAY(dxl_driver *) large_drivers; ///< their parts are analysed apart
  uint32_t first_incomplete;             ///< in the summary: where the names of the driver begin that results come from
  const dxl_driver *last_failed;         ///< driver of which a part failed last, NULL = none yet
  uint32_t crashes;      ///< units and drivers lost by a fault of this program
  bool color_out, color_error, progress;
  bool progress_shown; ///< a progress line stands on the terminal
} dxl_session;

/// Runs the command; returns its exit code.
int dxl_cli_run(int count, char *const *arguments);

// console.c: standard error, in the style of compilers
/// Says something once. Under --quiet only errors are printed; SARIF gets warnings as well.
void dxl_say(dxl_session *session, dxl_ir_note_level level, const char *file, uint32_t line, uint32_t column,
             const char *format, ...) __attribute__((format(printf, 6, 7)));
void dxl_say_error(dxl_session *session, const char *format, ...) __attribute__((format(printf, 2, 3)));
void dxl_progress(dxl_session *session, const char *what, uint32_t done, uint32_t total);
void dxl_progress_clear(dxl_session *session);

// builtin.c: what the binary carries
void dxl_builtin_load(dxl_session *session);

// catalogue.c: --list-checks, --list-packs, --explain
bool dxl_rules_load(dxl_session *session);
/// False, with an error, when --checks names a check that nobody knows, or selects none.
bool dxl_checks_are_known(dxl_session *session);
int dxl_list_checks(dxl_session *session);
int dxl_list_packs(dxl_session *session);
int dxl_explain(dxl_session *session);

// lower.c: source to IR, one process per unit
void dxl_lower_all(dxl_session *session);
/// Index of the result of a unit.
uint32_t dxl_unit_number(const dxl_session *session, const dxl_unit *unit);

// analyse.c: linking and the engine, one process per driver
void dxl_analyse_all(dxl_session *session);
/// Prints the IR of the linked drivers.
void dxl_emit_linked(dxl_session *session);
void dxl_emit_units(dxl_session *session);

// session.c
/// Something that was named was not analysed in full.
bool dxl_is_incomplete(const dxl_session *session);

// output.c: results and the summary
/// Before the analysis: reads the baseline and tries the files that are going to be written, so that a mistake there
/// does not cost a run. False, with an error, when something is wrong.
bool dxl_prepare_files(dxl_session *session);
/// Fingerprints, and what the baseline knows.
void dxl_prepare_results(dxl_session *session);
/// Findings that nothing suppresses.
uint32_t dxl_finding_count(const dxl_session *session);
bool dxl_write_results(dxl_session *session, int exit_code);
void dxl_write_summary(dxl_session *session);

#endif
