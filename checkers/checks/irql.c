// dxgk-irql
//
//      level <= documented maximum ---- the call ----> fine
//      level  > documented maximum ---- the call ----> REPORTED
//
//      pageable code: the same with APC_LEVEL, where it is entered and where the level is raised
//
// The level is a range. A call is too high when all of the range is, or when its upper end is known to occur (an entry
// point that the system calls up to that level). An unknown level reports nothing.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/checks.h"

/// The level that is above the highest allowed one; -1 when none is for sure.
static int64_t level_above(dxl_engine *engine, dxl_state *state, int32_t highest) {
  dxl_term level = dxl_resolve(&engine->terms, state, state->level);
  dxl_range range = dxl_range_of(&engine->terms, state, level);
  if (range.low > highest)
    return range.low;
  // Who asks whether the level is below DISPATCH_LEVEL asks whether it can wait: nobody says that APC_LEVEL occurs.
  const dxl_state untested = {0};
  if (range.high == DXL_IRQL_APC && dxl_range_of(&engine->terms, &untested, level).high > range.high)
    return -1;
  return range.high > highest && dxl_is_attained(engine, level) ? range.high : -1;
}

static const char *raised_where(dxl_engine *engine, const dxl_state *state) {
  const dxl_path *raised = state->raised;
  if (!raised || !raised->location.line)
    return "";
  return dxl_text(engine, ", raised in '%s'", engine->module->functions.items[raised->function]->display);
}

void dxl_check_irql(dxl_call *call) {
  dxl_engine *engine = call->engine;
  int32_t highest = call->rule->irql_max;
  if (highest == DXL_IRQL_UNKNOWN)
    return;
  int64_t found = level_above(engine, call->state, highest);
  if (found < 0)
    return;
  const char *function = dxl_frame_function(engine, call->frame)->display;
  const char *where = raised_where(engine, call->state), *cause = call->rule->name;
  const dxl_path *raised = call->state->raised;
  if (raised && raised->location.line) {
    // Each place that raises the level, and each entry point that has it, is a defect of its own.
    const dxl_ir_function *raiser = engine->module->functions.items[raised->function];
    cause = dxl_text(engine, "%s@%s+%d", cause, raiser->display, (int)(raised->location.line - raiser->location.line));
  }
  const dxl_claim claim = {
      .check = "dxgk-irql", .is_general = true, .level = DXL_LEVEL_WARNING,
      .message = dxl_text(engine, "'%s' must be called at %s%s, but '%s' can call it at %s%s", call->rule->name,
                          dxl_irql_name(highest), highest == DXL_IRQL_PASSIVE ? "" : " or below", function,
                          dxl_irql_name(found), where),
      .end = dxl_text(engine, "called at %s here", dxl_irql_name(found)),
      .cause = cause, .location = call->location};
  dxl_claim_finding(engine, call->frame, call->state, &claim);
}

/// The activation whose pageable code runs; NULL when it is not pageable. An inlined function is part of the code that calls it.
static dxl_frame *pageable_frame(const dxl_engine *engine, dxl_frame *frame) {
  for (; frame; frame = frame->parent) {
    const dxl_ir_function *function = dxl_frame_function(engine, frame);
    if (dxl_is_pageable(function))
      return frame;
    if (function->segment || !function->is_inlined)
      return NULL;
  }
  return NULL;
}

void dxl_check_pageable(dxl_engine *engine, dxl_frame *frame, dxl_state *state, dxl_term level_before,
                        dxl_ir_location location) {
  if (state->level == level_before)
    return;
  dxl_frame *there = pageable_frame(engine, frame);
  if (!there)
    return;
  const dxl_ir_function *function = dxl_frame_function(engine, there);
  if (there != frame && there->point) // the pageable code is that of the function, wherever the helper stands
    location = dxl_frame_location(engine, there);
  int64_t found = level_above(engine, state, DXL_IRQL_APC);
  dxl_state before = {.facts = state->facts, .level = level_before};
  if (found < 0 || (level_before && level_above(engine, &before, DXL_IRQL_APC) >= 0))
    return;
  const dxl_claim claim = {
      .check = "dxgk-irql", .is_general = true, .level = DXL_LEVEL_WARNING,
      .message = dxl_text(engine, "'%s' is pageable code (section '%s') and must run at APC_LEVEL or below, but it can run at %s%s",
                          function->display, function->segment, dxl_irql_name(found), raised_where(engine, state)),
      .end = dxl_text(engine, "pageable code runs at %s from here", dxl_irql_name(found)),
      .cause = dxl_text(engine, "pageable %s", function->display), .location = location};
  dxl_claim_finding(engine, there, state, &claim);
}
