// dxgk-version
//
//      the driver registers with interface version V
//      a callback that exists since version W > V is called ----> REPORTED
//
// Not where the path has asked whether the callback is there, or depends on what the driver remembers of having asked.
// A driver that does not say its version, or takes it from elsewhere, is not judged.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/checks.h"

static const dxl_ir_record *record_named(const dxl_ir_module *module, const char *name) {
  for (uint32_t i = 0; i < module->records.count; i++)
    if (strcmp(module->records.items[i]->name, name) == 0)
      return module->records.items[i];
  return NULL;
}

/// Whether the path has asked, on its way here, if the callback is there: its pointer was tested, or what the same interface
/// says of its version or of its size is known to be enough for it.
static bool is_asked_for(dxl_call *call) {
  dxl_engine *engine = call->engine;
  dxl_terms *terms = &engine->terms;
  dxl_term callee = dxl_resolve(terms, call->state, dxl_operand(engine, call->frame, &call->running, call->instruction->call->callee));
  const dxl_symbol *pointer = dxl_term_symbol(terms, callee);
  if (!pointer || !pointer->base || !pointer->record || !pointer->member)
    return false;
  if (dxl_range_of(terms, call->state, callee).low > pointer->low)
    return true;
  const dxl_ir_record *record = record_named(engine->module, pointer->record);
  uint64_t offset;
  if (!record || !dxl_ir_field_named(record, pointer->member, &offset))
    return false;
  for (uint32_t i = 0; call->state->facts && i < call->state->facts->count; i++) {
    dxl_term term = call->state->facts->items[i].term;
    const dxl_symbol *asked = dxl_term_symbol(terms, term);
    if (!asked || asked->base != pointer->base || asked->index != pointer->index || !asked->record ||
        strcmp(asked->record, pointer->record) != 0 || asked == pointer)
      continue;
    int64_t low = dxl_range_of(terms, call->state, term).low;
    bool is_size = low > 0 && (uint64_t)low <= record->size;
    if (low > asked->low && (is_size ? (uint64_t)low >= offset + engine->module->pointer_size : low >= (int64_t)call->rule->version))
      return true;
  }
  return false;
}

void dxl_check_version(dxl_call *call) {
  dxl_engine *engine = call->engine;
  if (!engine->version || engine->is_version_open || !call->rule->version || call->rule->version <= engine->version ||
      is_asked_for(call) || dxl_has_asked(engine, call->frame, call->state, call->rule->version))
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
