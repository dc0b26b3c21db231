// dxgk-irql
//
//      level <= documented maximum ---- the call ----> fine
//      level  > documented maximum ---- the call ----> REPORTED
//
// The level is a range. A call is too high when all of the range is, or when its upper end is known to occur (an entry
// point that the system calls up to that level). An unknown level reports nothing.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/checks.h"

void dxl_check_irql(dxl_call *call) {
  dxl_engine *engine = call->engine;
  int32_t highest = call->rule->irql_max;
  if (highest == DXL_IRQL_UNKNOWN)
    return;
  dxl_term level = dxl_resolve(&engine->terms, call->state, call->state->level);
  dxl_range range = dxl_range_of(&engine->terms, call->state, level);
  bool is_too_high = range.low > highest || (range.high > highest && dxl_is_attained(engine, level));
  if (!is_too_high)
    return;
  int64_t found = range.low > highest ? range.low : range.high;
  const dxl_path *raised = call->state->raised;
  const char *function = dxl_frame_function(engine, call->frame)->display;
  const char *where = "";
  if (raised && raised->location.line)
    where = dxl_text(engine, ", raised in '%s'", engine->module->functions.items[raised->function]->display);
  const dxl_claim claim = {
      .check = "dxgk-irql", .is_general = true, .level = DXL_LEVEL_WARNING,
      .message = dxl_text(engine, "'%s' must be called at %s%s, but '%s' can call it at %s%s", call->rule->name,
                          dxl_irql_name(highest), highest == DXL_IRQL_PASSIVE ? "" : " or below", function,
                          dxl_irql_name(found), where),
      .end = dxl_text(engine, "called at %s here", dxl_irql_name(found)),
      .cause = call->rule->name, .location = call->location};
  dxl_claim_finding(engine, call->frame, call->state, &claim);
}
