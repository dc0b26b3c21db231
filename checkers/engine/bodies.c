// What functions of the system do, where no rule can say it: the rules carry a body of the program IR in bodies/NAME.ir, and
// a driver that only declares NAME gets it.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <string.h>

#include "engine/engine.h"
#include "rulepack/builtin.h"

/// The file that holds the body of a function; NULL when there is none.
static const dxl_builtin_file *body_of(const char *function) {
  size_t count;
  const dxl_builtin_file *files = dxl_builtin_files(&count);
  const size_t length = strlen(function);
  for (size_t i = 0; i < count; i++) {
    const char *folder = strstr(files[i].path, "/bodies/");
    if (!folder)
      continue;
    const char *name = folder + strlen("/bodies/");
    if (strncmp(name, function, length) == 0 && strcmp(name + length, ".ir") == 0)
      return &files[i];
  }
  return NULL;
}

dxl_ir_module *dxl_engine_link(const char *name, dxl_ir_module *const *units, uint32_t count) {
  DXL_ARRAY(dxl_ir_module *) all = {0};
  for (uint32_t i = 0; i < count; i++)
    dxl_array_push(&all, units[i]);
  dxl_map *seen = dxl_map_new(); // and what has a body in the driver
  for (uint32_t i = 0; i < count; i++)
    for (uint32_t k = 0; k < units[i]->functions.count; k++)
      if (units[i]->functions.items[k]->body != DXL_IR_DECLARED)
        dxl_map_put_text(seen, units[i]->functions.items[k]->name, NULL);
  for (uint32_t i = 0; i < count; i++)
    for (uint32_t k = 0; k < units[i]->functions.count; k++) {
      const dxl_ir_function *function = units[i]->functions.items[k];
      bool is_new;
      dxl_map_put_text(seen, function->name, &is_new);
      const dxl_builtin_file *file = is_new ? body_of(function->name) : NULL;
      char *error = NULL;
      dxl_ir_module *body = file ? dxl_ir_parse(file->path, file->text, file->length, &error) : NULL;
      if (body)
        dxl_array_push(&all, body);
      dxl_release(error);
    }
  dxl_map_free(seen);
  dxl_ir_module *linked = dxl_ir_link(name, all.items, all.count);
  for (uint32_t i = count; i < all.count; i++)
    dxl_ir_module_free(all.items[i]);
  dxl_array_free(&all);
  return linked;
}
