// Targets to drivers: libraries are joined to the drivers that link them, and what is no kernel code is named.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "project/build.h"

#include <string.h>

/// Names of left out projects that one message lists.
enum { LISTED_LIMIT = 12 };

dxl_build *dxl_build_new(dxl_project *project) {
  dxl_build *build = dxl_arena_alloc(project->arena, sizeof *build);
  build->project = project;
  build->by_path = dxl_map_new();
  build->directories = dxl_map_new();
  return build;
}

dxl_target *dxl_build_new_target(dxl_build *build, const char *path) {
  const char *absolute = dxl_path_join(build->project->arena, build->project->current, path);
  bool is_new = false;
  uint64_t *slot = dxl_map_put_text(build->by_path, absolute, &is_new);
  if (!is_new)
    return NULL;
  dxl_target *target = dxl_arena_alloc(build->project->arena, sizeof *target);
  *slot = (uint64_t)(uintptr_t)target;
  target->path = absolute;
  target->kind = DXL_TARGET_BROKEN;
  target->name = target->product = dxl_path_stem(build->project->arena, absolute);
  dxl_array_push(&build->targets, target);
  return target;
}

dxl_target *dxl_build_target(dxl_build *build, const char *path) {
  const char *absolute = dxl_path_join(build->project->arena, build->project->current, path);
  dxl_target *target = dxl_build_new_target(build, absolute);
  if (!target)
    return (dxl_target *)(uintptr_t)*dxl_map_get_text(build->by_path, absolute);
  if (dxl_same_text(dxl_path_name(absolute), "sources"))
    dxl_kit_sources_read(build, target);
  else
    dxl_vcxproj_read(build, target);
  return target;
}

static bool is_library(const dxl_target *target) {
  return target->kind == DXL_TARGET_LIBRARY || target->kind == DXL_TARGET_USER_LIBRARY;
}

static bool is_analysed(const dxl_target *target) {
  return target->kind == DXL_TARGET_DRIVER || target->kind == DXL_TARGET_LIBRARY;
}

static bool is_kernel(const dxl_target *target) { return is_analysed(target) && !target->is_user; }

// ---- Who links whom -------------------------------------------------------------------------------------------------

static uint32_t shared_directories(const char *a, const char *b) {
  uint32_t shared = 0;
  for (; *a && *a == *b; ++a, ++b)
    shared += *a == '/';
  return shared;
}

/// The library that is linked as `file`; of several one of the same kind, then the one nearest to where the file is
/// expected, which is the user's own place when only a name is given.
static dxl_target *library_named(const dxl_build *build, const dxl_target *user, const char *file) {
  enum { SAME_KIND = 1000 };
  const char *name = dxl_path_name(file);
  const char *place = name == file ? user->path : file;
  dxl_target *found = NULL;
  uint32_t best = 0;
  for (uint32_t i = 0; i < build->targets.count; ++i) {
    dxl_target *target = build->targets.items[i];
    if (target == user || !is_library(target) || !dxl_same_text(target->product, name))
      continue;
    const uint32_t score =
        shared_directories(target->path, place) + (is_kernel(target) == is_kernel(user) ? SAME_KIND : 0);
    if (found && score <= best)
      continue;
    found = target;
    best = score;
  }
  return found;
}

static bool refers_to(const dxl_target *target, const char *path) {
  for (uint32_t i = 0; i < target->references.count; ++i)
    if (strcmp(target->references.items[i].path, path) == 0)
      return true;
  return false;
}

static void read_references(dxl_build *build) {
  for (uint32_t i = 0; i < build->targets.count; ++i) {
    const dxl_target *target = build->targets.items[i];
    for (uint32_t r = 0; r < target->references.count; ++r) {
      const uint32_t count = build->targets.count;
      dxl_target *other = dxl_build_target(build, target->references.items[r].path);
      other->is_hidden |= target->is_hidden && build->targets.count > count;
    }
  }
}

/// References that lead back to where they began: each is an error where it closes, and the rest goes on.
static void say_cycles(const dxl_build *build) {
  typedef struct step {
    const dxl_target *target;
    uint32_t next;
  } step;
  enum { OPEN = 1, DONE };
  dxl_map *states = dxl_map_new();
  DXL_ARRAY(step) path = {0};
  for (uint32_t i = 0; i < build->targets.count; ++i) {
    if (dxl_map_get_text(states, build->targets.items[i]->path))
      continue;
    const step first = {build->targets.items[i], 0};
    *dxl_map_put_text(states, first.target->path, NULL) = OPEN;
    dxl_array_push(&path, first);
    while (path.count) {
      step *top = &path.items[path.count - 1];
      if (top->next == top->target->references.count) {
        *dxl_map_put_text(states, top->target->path, NULL) = DONE;
        --path.count;
        continue;
      }
      const dxl_target_reference *reference = &top->target->references.items[top->next++];
      const uint64_t *target = dxl_map_get_text(build->by_path, reference->path);
      bool is_new = false;
      uint64_t *state = dxl_map_put_text(states, reference->path, &is_new);
      if (!is_new && *state == OPEN && reference->file)
        dxl_project_say(build->project, DXL_MESSAGE_ERROR, reference->file, reference->line, reference->column,
                        "reference cycle: %s refers back to this project",
                        dxl_project_path(build->project, reference->path));
      if (!is_new)
        continue;
      *state = OPEN;
      const step next = {target ? (const dxl_target *)(uintptr_t)*target : NULL, 0};
      if (next.target)
        dxl_array_push(&path, next);
      else
        *state = DONE;
    }
  }
  dxl_array_free(&path);
  dxl_map_free(states);
}

/// Reads what is referenced, and turns names of library files into references.
static void resolve(dxl_build *build) {
  read_references(build);
  say_cycles(build);
  for (uint32_t i = 0; i < build->targets.count; ++i) {
    dxl_target *target = build->targets.items[i];
    for (uint32_t n = 0; n < target->libraries.count; ++n) {
      const dxl_target *library = library_named(build, target, target->libraries.items[n]);
      if (!library || refers_to(target, library->path))
        continue;
      const dxl_target_reference reference = {.path = library->path};
      dxl_array_push(&target->references, reference);
    }
  }
  for (uint32_t i = 0; i < build->targets.count; ++i) {
    const dxl_target *target = build->targets.items[i];
    for (uint32_t r = 0; is_analysed(target) && r < target->references.count; ++r) {
      dxl_target *other = dxl_build_target(build, target->references.items[r].path);
      other->is_referenced |= other != target;
    }
  }
}

/// What is found near the sources stands behind what the project names.
static void add_nearby(const dxl_build *build, const dxl_target *target) {
  dxl_project *project = build->project;
  const uint32_t count =
      target->lacks_directories && target->units.count ? dxl_nearby_includes(project, &target->units, NULL) : 0;
  if (count)
    dxl_project_say(project, DXL_MESSAGE_NOTE, dxl_project_path(project, target->path), 0, 0,
                    "since some are not there, %u include director%s guessed from the #include lines", count,
                    count == 1 ? "y is" : "ies are");
}

// ---- Drivers --------------------------------------------------------------------------------------------------------

/// Units of a target and of the libraries behind it, each once; in the order in which they are named.
static void add_driver(dxl_build *build, dxl_target *root, dxl_map *used) {
  dxl_project *project = build->project;
  dxl_driver *driver = dxl_project_new_driver(project, root->name, dxl_project_path(project, root->path));
  driver->configuration = root->configuration;
  dxl_map *seen = dxl_map_new();
  DXL_ARRAY(dxl_target *) open = {0};
  dxl_array_push(&open, root);
  while (open.count) {
    dxl_target *target = dxl_array_pop(&open);
    bool is_new = false;
    dxl_map_put_text(seen, target->path, &is_new);
    if (!is_new)
      continue;
    if (!dxl_map_get_text(used, target->path))
      add_nearby(build, target);
    dxl_map_put_text(used, target->path, NULL);
    for (uint32_t i = 0; i < target->units.count; ++i)
      dxl_array_push(&driver->units, target->units.items[i]);
    for (uint32_t r = target->references.count; r-- > 0;) {
      dxl_target *other = dxl_build_target(build, target->references.items[r].path);
      if (is_library(other))
        dxl_array_push(&open, other);
    }
  }
  dxl_array_free(&open);
  dxl_map_free(seen);
}

/// One message for all that is left out, since a tree may have hundreds.
static void say_left_out(const dxl_build *build, const dxl_map *used, const char *origin) {
  const char *list = "";
  uint32_t count = 0;
  for (uint32_t i = 0; i < build->targets.count; ++i) {
    const dxl_target *target = build->targets.items[i];
    const bool is_user = target->kind == DXL_TARGET_USER_LIBRARY && !dxl_map_get_text(used, target->path);
    if (target->is_hidden || (target->kind != DXL_TARGET_SKIPPED && !is_user))
      continue;
    if (count++ < LISTED_LIMIT)
      list = dxl_arena_format(build->project->arena, "%s%s%s (%s)", list, count > 1 ? ", " : "", target->name,
                              is_user ? "user-mode library" : target->why);
  }
  if (count > LISTED_LIMIT)
    list = dxl_arena_format(build->project->arena, "%s and %u more", list, count - LISTED_LIMIT);
  if (count)
    dxl_project_say(build->project, DXL_MESSAGE_NOTE, origin, 0, 0, "left out, since it is no driver: %s", list);
}

static void free_build(dxl_build *build) {
  for (uint32_t i = 0; i < build->targets.count; ++i) {
    dxl_target *target = build->targets.items[i];
    dxl_array_free(&target->units);
    dxl_array_free(&target->sources);
    dxl_array_free(&target->references);
    dxl_array_free(&target->libraries);
  }
  dxl_array_free(&build->targets);
  dxl_map_free(build->by_path);
  dxl_map_free(build->directories);
}

void dxl_build_finish(dxl_build *build, const char *origin) {
  dxl_map *used = dxl_map_new();
  resolve(build);
  for (uint32_t i = 0; i < build->targets.count; ++i)
    if (build->targets.items[i]->kind == DXL_TARGET_DRIVER)
      add_driver(build, build->targets.items[i], used);
  // Libraries that no driver here links: those that nothing names first, so that each comes with what it links.
  for (int pass = 0; pass < 2; ++pass)
    for (uint32_t i = 0; i < build->targets.count; ++i) {
      dxl_target *target = build->targets.items[i];
      const bool is_root = target->kind == DXL_TARGET_LIBRARY && target->units.count &&
                           (pass == 1 || !target->is_referenced) && !dxl_map_get_text(used, target->path);
      if (is_root && !target->is_hidden)
        add_driver(build, target, used);
    }
  say_left_out(build, used, origin);
  dxl_map_free(used);
  free_build(build);
}

void dxl_build_hide(dxl_build *build, uint32_t first) {
  for (uint32_t i = first; i < build->targets.count; ++i) {
    dxl_target *target = build->targets.items[i];
    target->is_hidden = true;
    if (!is_library(target)) {
      target->kind = DXL_TARGET_BROKEN;
      dxl_array_clear(&target->references);
    }
  }
}

void dxl_build_add_libraries(dxl_build *build, const char *solution_path) {
  dxl_project *project = build->project;
  read_references(build);
  const uint32_t messages = project->messages.count;
  const uint32_t count = build->targets.count;
  dxl_solution *solution = dxl_solution_read(project, solution_path);
  for (uint32_t i = 0; solution && i < solution->entries.count; ++i)
    dxl_build_target(build, solution->entries.items[i].path);
  dxl_build_hide(build, count);
  dxl_solution_free(solution);
  project->messages.count = messages; // nobody asked for that solution
}
