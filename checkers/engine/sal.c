// Level annotations.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/sal.h"

int32_t dxl_sal_level(const char *text) {
  static const struct {
    const char *name;
    int32_t level;
  } levels[] = {{"PASSIVE_LEVEL", DXL_IRQL_PASSIVE},   {"APC_LEVEL", DXL_IRQL_APC},
                {"DISPATCH_LEVEL", DXL_IRQL_DISPATCH}, {"DIRQL", DXL_IRQL_DIRQL},
                {"HIGH_LEVEL", DXL_IRQL_HIGH}};
  while (text && (*text == ' ' || *text == '('))
    text++;
  for (size_t i = 0; text && i < sizeof levels / sizeof *levels; i++)
    if (strncmp(text, levels[i].name, strlen(levels[i].name)) == 0)
      return levels[i].level;
  if (text && *text >= '0' && *text <= '9')
    return *text == '0' ? DXL_IRQL_PASSIVE : *text == '1' ? DXL_IRQL_APC : *text == '2' ? DXL_IRQL_DISPATCH : DXL_IRQL_DIRQL;
  return DXL_IRQL_UNKNOWN;
}

bool dxl_sal_is_system(const dxl_ir_function *function) {
  for (uint32_t i = 0; i < function->annotations.count; i++)
    if (function->annotations.items[i].parameter == -1 && strcmp(function->annotations.items[i].name, "system") == 0)
      return function->body == DXL_IR_DECLARED;
  return false;
}

bool dxl_sal_range(const dxl_ir_function *function, int32_t *low, int32_t *high, bool *is_exact) {
  bool found = false;
  *low = DXL_IRQL_PASSIVE;
  *high = DXL_IRQL_HIGH;
  *is_exact = false;
  for (uint32_t i = 0; i < function->annotations.count; i++) {
    const dxl_ir_annotation *annotation = &function->annotations.items[i];
    if (annotation->parameter != -1)
      continue;
    int32_t level = dxl_sal_level(annotation->arguments);
    if (level == DXL_IRQL_UNKNOWN)
      continue;
    // A device's level has no name in a header: those of the system write HIGH_LEVEL for it.
    int32_t least = level == DXL_IRQL_HIGH ? DXL_IRQL_DIRQL : level;
    if (strcmp(annotation->name, "_IRQL_requires_") == 0) {
      *low = *high = least;
      found = *is_exact = true;
    } else if (strcmp(annotation->name, "_IRQL_requires_min_") == 0) {
      *low = least > *low ? least : *low;
      found = true;
    } else if (strcmp(annotation->name, "_IRQL_requires_max_") == 0) {
      *high = level < *high ? level : *high;
      found = true;
    }
  }
  return found && *low <= *high;
}

dxl_term dxl_sal_call(dxl_engine *engine, const dxl_frame *frame, dxl_state *state, const dxl_ir_function *callee,
                      const dxl_term *arguments, uint32_t count, dxl_term result, dxl_ir_location location) {
  dxl_term old = state->level;
  for (uint32_t i = 0; i < callee->annotations.count; i++) {
    const dxl_ir_annotation *annotation = &callee->annotations.items[i];
    if (strcmp(annotation->name, "_IRQL_raises_") == 0 || strcmp(annotation->name, "_IRQL_sets_") == 0) {
      int32_t level = dxl_sal_level(annotation->arguments);
      if (level == DXL_IRQL_UNKNOWN)
        continue;
      state->level = dxl_term_integer(&engine->terms, level);
      state->raised = dxl_trace(engine, frame, state, DXL_STEP_EVENT, location,
                                dxl_text(engine, "'%s' raises the level to %s", callee->display, dxl_irql_name(level)));
    } else if (strcmp(annotation->name, "_IRQL_saves_") == 0) {
      if (annotation->parameter == -1 || annotation->parameter == -2)
        result = old;
      else if (annotation->parameter >= 0 && (uint32_t)annotation->parameter < count)
        dxl_memory_write(&engine->terms, state,
                         dxl_resolve_address(&engine->terms, state, arguments[annotation->parameter]), 0, 8, old);
    } else if (strcmp(annotation->name, "_IRQL_restores_") == 0 && annotation->parameter >= 0 &&
               (uint32_t)annotation->parameter < count) {
      state->level = arguments[annotation->parameter];
      state->raised = NULL;
    }
  }
  return result;
}
