// dxgk-use-after-destroy
//
//             release               use
//      Live ----------> Released ---------> REPORTED
//
// A use is a call that takes the value and is no release: the rules list them.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/checks.h"

bool dxl_check_use_after(dxl_call *call, dxl_holding *holding) {
  dxl_engine *engine = call->engine;
  const dxl_resource *resource = &engine->rules->resources.items[holding->resource];
  if (holding->is_reported)
    return true;
  const dxl_claim claim = {
      .check = "dxgk-use-after-destroy", .level = DXL_LEVEL_WARNING,
      .message = dxl_text(engine, "%s is passed to '%s' after it was %s", resource->title, call->rule->name,
                          resource->release_verb),
      .end = dxl_text(engine, "used by '%s' here", call->rule->name),
      .cause = resource->id, .location = call->location, .holding = holding};
  dxl_claim_finding(engine, call->frame, call->state, &claim);
  holding->is_reported = true;
  return true;
}
