// The command line: one table of options gives the parser, the help and the "did you mean".
// Invariant: parsing prints nothing; a mistake is a text in the result.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DXL_CLI_OPTIONS_H
#define DXL_CLI_OPTIONS_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "project/project.h"
#include "report/report.h"

/// Exit codes (docs/usage.md).
typedef enum dxl_exit {
  DXL_EXIT_CLEAN = 0,
  DXL_EXIT_FINDINGS = 1,
  DXL_EXIT_USAGE = 2,
  DXL_EXIT_INCOMPLETE = 3,
  DXL_EXIT_NOTHING = 4,
  DXL_EXIT_INTERNAL = 70
} dxl_exit;

/// Seconds that one unit, and the analysis of one driver, may take unless --timeout says otherwise.
#define DXL_DEFAULT_TIMEOUT 600
/// MiB of address space of each child process unless --memory says otherwise.
#define DXL_DEFAULT_MEMORY 8192
/// Most parallel processes.
#define DXL_JOBS_LIMIT 256

typedef enum dxl_color { DXL_COLOR_AUTO, DXL_COLOR_ALWAYS, DXL_COLOR_NEVER } dxl_color;
typedef enum dxl_action {
  DXL_ACTION_ANALYSE,
  DXL_ACTION_HELP,
  DXL_ACTION_VERSION,
  DXL_ACTION_LIST_CHECKS,
  DXL_ACTION_LIST_PACKS,
  DXL_ACTION_EXPLAIN,
  DXL_ACTION_EMIT_IR,
  DXL_ACTION_DUMP_BUILD
} dxl_action;

typedef struct dxl_options {
  dxl_action action;
  dxl_texts paths;
  dxl_texts arguments; ///< behind "--"
  dxl_texts rules;     ///< --rules
  const char *packs;   ///< --packs, comma-separated; NULL = the default set
  const char *checks;
  const char *explain;
  const char *sarif;
  const char *baseline, *write_baseline;
  const char *database;
  const char *configuration, *platform;
  const char *mingw;
  dxl_report_format format;
  dxl_color color;
  dxl_level level;
  uint32_t jobs; ///< 0 = one per processor
  uint32_t timeout;
  uint32_t memory;
  bool quiet, keep_going, verbose;
  bool default_headers, whole_driver, solver, suppressions, linked_ir;
  char *mistake; ///< NULL, or what is wrong with the command line
} dxl_options;

/// Reads argv[1..]; the texts stay those of argv.
void dxl_options_parse(dxl_options *options, int count, char *const *arguments);
void dxl_options_free(dxl_options *options);
void dxl_options_help(FILE *out);

/// The candidate nearest to a mistyped name, NULL when none is near.
const char *dxl_nearest(const char *name, const char *const *candidates, uint32_t count);

#endif
