// dxgk-unchecked-status
//
//                     a condition depends on the status, or somebody gets it
//      acquire: Unread ------------------------------------------------------> Read
//                 |
//                 | the value is used or released, or the status is lost while the value is kept
//                 v
//              REPORTED, at the acquire
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/checks.h"

static void report(dxl_engine *engine, dxl_frame *frame, dxl_state *state, dxl_holding *holding, const char *how) {
  const dxl_resource *resource = &engine->rules->resources.items[holding->resource];
  dxl_frame there = {.function = holding->acquired ? holding->acquired->function : frame->function,
                     .depth = holding->acquired ? holding->acquired->depth : frame->depth};
  const dxl_claim claim = {
      .check = "dxgk-unchecked-status", .level = DXL_LEVEL_WARNING,
      .message = dxl_text(engine, "the status of '%s' is ignored, and the handle of the %s is %s as if it were valid",
                          holding->call ? holding->call->name : "the call", resource->title, how),
      .end = "the status of this call is never looked at", .cause = resource->id,
      .location = holding->acquired ? holding->acquired->location : dxl_ir_no_location(), .holding = holding};
  dxl_claim_finding(engine, &there, state, &claim);
  holding->is_status_read = true;
  holding->is_reported = true; // what follows from it is no second defect
}

bool dxl_check_status_at_use(dxl_call *call, dxl_holding *holding) {
  if (holding->is_status_read || !holding->status)
    return false;
  report(call->engine, call->frame, call->state, holding, "used");
  return holding->state == DXL_HOLDING_FAILED;
}

void dxl_check_status_at_return(dxl_engine *engine, dxl_frame *frame, dxl_state *state, dxl_term value,
                                dxl_ir_location location) {
  (void)location;
  for (uint32_t i = 0; i < state->holdings.count; i++) {
    dxl_holding *holding = &state->holdings.items[i];
    if (holding->is_status_read || !holding->status || holding->is_reported)
      continue;
    // A helper that returns says nothing of what its callers have in their locals.
    if (holding->acquired && holding->acquired->depth < frame->depth)
      continue;
    if (dxl_is_kept(engine, state, holding->status, value))
      continue;
    if (dxl_is_kept(engine, state, holding->value, value))
      report(engine, frame, state, holding, "stored");
  }
}
