// What was understood of a build, as text: the answer of --dump-build and what the tests compare.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "project/project.h"

static void write_argument(FILE *out, const char *text) {
  const bool plain = *text && strspn(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                                           "+-_./=:,@%") == strlen(text);
  if (plain) {
    fprintf(out, " %s", text);
    return;
  }
  fputs(" '", out);
  for (; *text; ++text) {
    if (*text == '\'')
      fputs("'\\''", out);
    else
      fputc(*text, out);
  }
  fputc('\'', out);
}

char *dxl_project_dump(const dxl_project *project) {
  char *text = NULL;
  size_t size = 0;
  FILE *out = open_memstream(&text, &size);
  if (!out)
    abort();
  for (uint32_t i = 0; i < project->drivers.count; ++i) {
    const dxl_driver *driver = project->drivers.items[i];
    fprintf(out, "driver %s", driver->name);
    if (driver->origin)
      fprintf(out, " from %s", driver->origin);
    if (driver->configuration)
      fprintf(out, " (%s)", driver->configuration);
    fprintf(out, "\n");
    for (uint32_t n = 0; n < driver->units.count; ++n) {
      const dxl_unit *unit = driver->units.items[n];
      const bool is_foreign = unit->origin && driver->origin && strcmp(unit->origin, driver->origin) != 0;
      fprintf(out, "  unit %s%s%s%s\n", unit->file, is_foreign ? " from " : "", is_foreign ? unit->origin : "",
              unit->is_windows || unit->is_ir ? "" : " (no default headers)");
      if (unit->arguments.count) {
        fprintf(out, "   ");
        for (uint32_t a = 0; a < unit->arguments.count; ++a)
          write_argument(out, unit->arguments.items[a]);
        fprintf(out, "\n");
      }
    }
    for (uint32_t n = 0; n < driver->files.count; ++n)
      fprintf(out, "  made up %s\n", driver->files.items[n].path);
  }
  fclose(out);
  char *result = dxl_allocate(size + 1);
  memcpy(result, text, size + 1);
  free(text);
  return result;
}
