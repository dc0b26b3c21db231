// dxgk-leak
//
//             release
//      Live ----------> Released
//       |
//       | nothing reaches it any more: its function returns, its last copy is overwritten,
//       | the object that holds it is freed, the entry point that must release it is over
//       v
//      LOST (reported)
//
// Escaped resources, which somebody unknown may release, are never lost.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/checks.h"

static bool is_deallocator(const dxl_engine *engine, const dxl_frame *frame) {
  const char *name = dxl_frame_function(engine, frame)->display;
  return strncmp(name, "operator delete", 15) == 0;
}

/// A function of the system, or a small one of a header: what it does is done where it is called.
static bool is_part_of_caller(const dxl_engine *engine, const dxl_frame *frame) {
  const dxl_ir_function *function = dxl_frame_function(engine, frame);
  const dxl_ir_function *caller = dxl_frame_function(engine, frame->parent);
  return function->location.file == DXL_IR_NO_FILE ||
         (function->is_inlined && !function->is_method && function->location.file != caller->location.file);
}

void dxl_check_leak(dxl_engine *engine, dxl_frame *frame, dxl_state *state, dxl_holding *holding,
                    dxl_ir_location location, const char *how) {
  // Only that its record goes says that what an entry of a list holds is lost; who empties a list nobody can say.
  if (holding->is_adopted && (strcmp(how, "free") == 0) == holding->is_entry)
    return;
  const dxl_resource *resource = &engine->rules->resources.items[holding->resource];
  const char *function = frame ? dxl_frame_function(engine, frame)->display : "";
  bool is_own = false;
  const char *message, *end;
  // The driver's own operator delete only does what the delete expression asks for.
  for (; strcmp(how, "free") == 0 && frame && frame->parent && frame->parent->point && is_deallocator(engine, frame);
       frame = frame->parent)
    location = dxl_frame_location(engine, frame->parent);
  for (; strcmp(how, "overwrite") == 0 && frame && frame->parent && frame->parent->point && is_part_of_caller(engine, frame);
       frame = frame->parent)
    location = dxl_frame_location(engine, frame->parent);
  if (frame)
    function = dxl_frame_function(engine, frame)->display;
  dxl_frame there = {.function = frame ? frame->function : engine->root};
  dxl_state past = *state;
  if (holding->overdue && (strcmp(how, "free") == 0 || strcmp(how, "overwrite") == 0 || strcmp(how, "entry") == 0)) {
    // Lost now; the entry point that had to release it is long over.
    there.function = holding->overdue->function;
    past.path = holding->overdue->before;
    frame = &there;
    state = &past;
    location = holding->overdue->location;
    function = engine->module->functions.items[there.function]->display;
    how = "entry";
  }
  if (strcmp(how, "overwrite") == 0) {
    message = dxl_text(engine, "%s is leaked: its last handle is overwritten before it is %s", resource->title,
                       resource->release_verb);
    end = "the last handle is overwritten here";
  } else if (strcmp(how, "free") == 0) {
    message = dxl_text(engine, "%s is leaked: the object that holds it is freed before it is %s", resource->title,
                       resource->release_verb);
    end = "the object that holds it is freed here";
  } else if (strcmp(how, "entry") == 0) {
    message = dxl_text(engine, "%s is leaked: '%s' does not leave it %s, and nothing after it can", resource->title,
                       function, resource->release_verb);
    end = "still live here";
  } else if (strcmp(how, "raise") == 0) {
    message = dxl_text(engine, "%s is leaked: it is not %s when an exception leaves '%s'", resource->title,
                       resource->release_verb, function);
    end = "still live when the exception goes on";
  } else {
    is_own = true; // it had the last handle
    message = dxl_text(engine, "%s is leaked: it is not %s when '%s' returns", resource->title, resource->release_verb,
                       function);
    end = "still live here";
  }
  const dxl_claim claim = {.check = "dxgk-leak", .level = DXL_LEVEL_WARNING, .message = message, .end = end,
                           .cause = resource->id, .location = location, .holding = holding, .is_own = is_own};
  dxl_claim_finding(engine, frame, state, &claim);
  holding->is_reported = true;
}
