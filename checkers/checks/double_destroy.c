// dxgk-double-destroy
//
//             release              release
//      Live ----------> Released ----------> REPORTED
//       ^                  |
//       |     acquire      |
//       +------------------+   (a new value; locks are acquired again on the same key)
//
// A value that came from outside is Live until it is released for the first time.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/checks.h"

bool dxl_check_double(dxl_call *call, dxl_holding *holding) {
  dxl_engine *engine = call->engine;
  const dxl_resource *resource = &engine->rules->resources.items[holding->resource];
  if (!resource->double_is_reported || holding->is_reported)
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
