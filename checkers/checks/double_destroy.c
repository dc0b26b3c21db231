// dxgk-double-destroy
//
//             release              release
//      Live ----------> Released ----------> REPORTED
//       ^                  |
//       |     acquire      |
//       +------------------+   (a new value; locks are acquired again on the same key)
//
// A value that came from outside is Live until it is released for the first time. Of some handles their type says that others
// release what they stand for: the first release is the second one then.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/checks.h"

/// Who reads a block that it then frees again, or lets others free, has done two things. A release that only comes about because
/// of what stood in a dead block is no second one.
static bool follows_from_access(const dxl_call *call, const dxl_holding *holding) {
  for (const dxl_frame *frame = call->frame; holding->accessed && frame; frame = frame->parent)
    if (holding->accessed == 1 + frame->site)
      return false;
  return holding->accessed != 0;
}

bool dxl_check_double(dxl_call *call, dxl_holding *holding) {
  dxl_engine *engine = call->engine;
  const dxl_resource *resource = &engine->rules->resources.items[holding->resource];
  if (!resource->double_is_reported || holding->is_reported || follows_from_access(call, holding))
    return false;
  if (holding->released && holding->is_status_read && holding->status &&
      dxl_range_of(&engine->terms, call->state, holding->status).high < 0)
    return false; // the first release failed
  const dxl_claim claim = {
      .check = "dxgk-double-destroy", .level = DXL_LEVEL_WARNING,
      .message = dxl_text(engine, "%s is %s twice", resource->title, resource->release_verb),
      .end = dxl_text(engine, "%s a second time here", resource->release_verb),
      .cause = resource->id, .location = call->location, .holding = holding};
  dxl_claim_finding(engine, call->frame, call->state, &claim);
  holding->is_reported = true;
  return true;
}

bool dxl_check_others_release(dxl_call *call, const dxl_rule_release *rule) {
  dxl_engine *engine = call->engine;
  const dxl_resource *resource = &engine->rules->resources.items[rule->resource];
  if (!rule->others_release.count || rule->value.is_return || rule->value.steps.count || !resource->double_is_reported)
    return false;
  const dxl_ir_record *record =
      dxl_argument_record(engine, call->frame->graph, call->instruction, rule->value.argument);
  for (uint32_t i = 0; record && record->name && i < rule->others_release.count; i++) {
    if (strcmp(rule->others_release.items[i], record->name) != 0)
      continue;
    const dxl_claim claim = {
        .check = "dxgk-double-destroy", .level = DXL_LEVEL_WARNING,
        .message = dxl_text(engine, "'%s' gets a handle to '%s', which others release as well: it is %s twice",
                            call->rule->name, record->name, resource->release_verb),
        .end = dxl_text(engine, "%s by the driver here", resource->release_verb),
        .cause = dxl_text(engine, "%s:%s", resource->id, record->name), .location = call->location};
    dxl_claim_finding(engine, call->frame, call->state, &claim);
    return true;
  }
  return false;
}
