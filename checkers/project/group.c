// Units that no project file assigns to a driver. A driver has one entry function: where several files define it there
// are several drivers, and each other file belongs to the one whose entry file is nearest in the tree.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <string.h>

#include "project/internal.h"

/// How many leading directories two paths share, and how far `a` lies below that.
static uint32_t shared_directories(const char *a, const char *b) {
  uint32_t shared = 0;
  for (; *a && *a == *b; ++a, ++b)
    shared += *a == '/';
  return shared;
}

static uint32_t depth_of(const char *path) {
  uint32_t depth = 0;
  for (; *path; ++path)
    depth += *path == '/';
  return depth;
}

void dxl_group_units(dxl_project *project, const dxl_units *units, const char *name, const char *origin) {
  dxl_units entries = {0};
  for (uint32_t i = 0; i < units->count; ++i)
    if (dxl_scan_file(project, units->items[i]->file)->defines_entry)
      dxl_array_push(&entries, units->items[i]);
  if (units->count == 0) {
    dxl_array_free(&entries);
    return;
  }
  if (entries.count <= 1) {
    dxl_driver *driver = dxl_project_new_driver(project, name, origin);
    for (uint32_t i = 0; i < units->count; ++i)
      dxl_array_push(&driver->units, units->items[i]);
    dxl_array_free(&entries);
    return;
  }
  dxl_project_say(project, DXL_MESSAGE_NOTE, origin, 0, 0,
                  "%u files define a driver's entry function; analysed as %u drivers", entries.count, entries.count);
  for (uint32_t e = 0; e < entries.count; ++e) {
    const dxl_unit *entry = entries.items[e];
    dxl_driver *driver = dxl_project_new_driver(project, dxl_path_stem(project->arena, entry->file), origin);
    for (uint32_t i = 0; i < units->count; ++i) {
      dxl_unit *unit = units->items[i];
      bool belongs = unit == entry;
      if (!belongs && !dxl_scan_file(project, unit->file)->defines_entry) {
        // Nearest: most directories shared, then the fewest beyond those. Entry files that are equally near share it.
        const uint32_t shared = shared_directories(unit->file, entry->file);
        const uint32_t beyond = depth_of(entry->file) - shared;
        belongs = true;
        for (uint32_t o = 0; o < entries.count && belongs; ++o) {
          const uint32_t other = shared_directories(unit->file, entries.items[o]->file);
          const uint32_t other_beyond = depth_of(entries.items[o]->file) - other;
          belongs = other < shared || (other == shared && other_beyond >= beyond);
        }
      }
      if (belongs)
        dxl_array_push(&driver->units, unit);
    }
  }
  dxl_array_free(&entries);
}
