// The analysis of one linked driver: the engine explores, the checks (checks/) decide what is reported.
// Invariant: no name of a driver API is known here; all of them come from the rules.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DXL_ENGINE_ENGINE_H
#define DXL_ENGINE_ENGINE_H

#include <stdbool.h>
#include <stdint.h>

#include "ir/ir.h"
#include "report/finding.h"
#include "rulepack/rulepack.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct dxl_engine_options {
  const char *checks;  ///< comma-separated globs, "-glob" takes away; NULL or "" = all
  bool whole_driver;   ///< run the driver model over the entry points (else: within functions and through helpers)
  bool use_solver;     ///< let Z3 drop infeasible paths before a report
  dxl_level level;     ///< least level that is reported
  void (*progress)(void *user, uint32_t done, uint32_t total, const char *function); ///< may be NULL
  void *user;
} dxl_engine_options;

/// What an analysis has seen; printed in the summary, so that silence is never taken for success.
typedef struct dxl_engine_summary {
  uint32_t functions;         ///< bodies in the module
  uint32_t functions_in_cone; ///< that can touch a resource, lock, IRQL or memory that matters
  uint32_t functions_explored;
  uint32_t roots;             ///< functions that exploration started from
  uint32_t acquire_sites, release_sites, use_sites;
  uint32_t entries;           ///< driver entry points recognised
  uint32_t loop_limit_hits, state_limit_hits, depth_limit_hits, memo_limit_hits, step_limit_hits;
  uint32_t solver_calls, solver_dropped;
  DXL_ARRAY(const char *) incomplete; ///< display names of functions not fully explored, with the limit that was hit
} dxl_engine_summary;

/// Joins the units of a driver, and the bodies that the rules carry for functions of the system which it declares.
dxl_ir_module *dxl_engine_link(const char *name, dxl_ir_module *const *units, uint32_t count);

/// Analyses a linked module and adds what it finds. The summary's strings live as long as `findings`.
void dxl_engine_run(const dxl_ir_module *module, const dxl_rules *rules, const dxl_engine_options *options,
                    dxl_findings *findings, dxl_engine_summary *summary);

/// The same in parts, in any order and in any process: one for each pack of the rules, and one for drivers in which none of
/// them has a call. The summaries and findings of all parts are those of the whole.
uint32_t dxl_engine_parts(const dxl_rules *rules);
/// What a part is about: the name of a pack; NULL for the last part, which is about none. Lives as long as the rules.
const char *dxl_engine_part_name(const dxl_rules *rules, uint32_t part);
void dxl_engine_run_part(const dxl_ir_module *module, const dxl_rules *rules, const dxl_engine_options *options,
                         uint32_t part, dxl_findings *findings, dxl_engine_summary *summary);

/// True when a check id is selected by a globs list ("dxgk-*,-dxgk-version"), as in clang-tidy.
bool dxl_check_selected(const char *globs, const char *check);

#ifdef __cplusplus
}
#endif
#endif
