// dxgk-version
//
//      the driver registers with interface version V
//      a callback that exists since version W > V is called ----> REPORTED
//
// A driver that does not say its version, or takes it from elsewhere, is not judged.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/checks.h"

void dxl_check_version(dxl_call *call) {
  dxl_engine *engine = call->engine;
  if (!engine->version || engine->is_version_open || !call->rule->version || call->rule->version <= engine->version)
    return;
  const dxl_claim claim = {
      .check = "dxgk-version", .is_general = true, .level = DXL_LEVEL_WARNING,
      .message = dxl_text(engine, "'%s' exists from %s on, but the driver registers with interface version 0x%x",
                          call->rule->name,
                          call->rule->version_title ? call->rule->version_title
                                                    : dxl_text(engine, "interface version 0x%x", call->rule->version),
                          engine->version),
      .end = "called here", .cause = call->rule->name, .location = call->location};
  dxl_claim_finding(engine, call->frame, call->state, &claim);
}
