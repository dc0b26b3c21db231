// Sources that are named alone: the directories near them from which their #include lines find a header.
// Invariants: only directories above a source, in its checkout, and beside it are looked into, level by level; the nearest
// wins, then byte order.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "project/build.h"

enum {
  LEVEL_LIMIT = 4,           ///< directories above a source that are looked into where no checkout shows its root
  CHECKOUT_LEVEL_LIMIT = 24, ///< those up to the root of a checkout
  SIBLING_LEVEL_LIMIT = 2,   ///< of them, those whose other subdirectories are looked into as well
  FILE_LIMIT = 4096,         ///< sources and headers that are scanned for #include lines
};

typedef struct nearby {
  dxl_project *project;
  dxl_map *directories; ///< that become include directories
  dxl_map *queued;
  dxl_map *levels; ///< of a directory: how far above it
  dxl_map *asked;  ///< directory and name: looked for already
  dxl_texts files;
} nearby;

static void enqueue(nearby *state, const char *path) {
  bool is_new = false;
  const char *normal = dxl_path_normalise(state->project->arena, path);
  if (state->files.count < FILE_LIMIT && dxl_path_is_file(normal))
    dxl_map_put_text(state->queued, normal, &is_new);
  if (is_new)
    dxl_array_push(&state->files, normal);
}

/// Whether `name` is found below `directory`, which becomes an include directory then.
static bool take(nearby *state, const char *directory, const char *name) {
  dxl_arena *arena = state->project->arena;
  const char *found = dxl_path_find(arena, dxl_path_join(arena, directory, name));
  if (!found || !dxl_path_is_file(found))
    return false;
  dxl_map_put_text(state->directories, dxl_path_normalise(arena, directory), NULL);
  enqueue(state, found);
  return true;
}

static int compare_names(const void *a, const void *b) {
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool take_from_subdirectory(nearby *state, const char *directory, const char *name) {
  dxl_arena *arena = state->project->arena;
  DIR *stream = opendir(directory);
  if (!stream)
    return false;
  dxl_texts names = {0};
  for (struct dirent *entry; (entry = readdir(stream));)
    if (entry->d_name[0] != '.') {
      const char *const one = dxl_arena_string(arena, entry->d_name, strlen(entry->d_name));
      dxl_array_push(&names, one);
    }
  closedir(stream);
  if (names.count)
    qsort(names.items, names.count, sizeof *names.items, compare_names);
  bool found = false;
  for (uint32_t i = 0; i < names.count && !found; ++i) {
    const char *below = dxl_path_join(arena, directory, names.items[i]);
    found = dxl_path_is_directory(below) && take(state, below, name);
  }
  dxl_array_free(&names);
  return found;
}

/// Whether the default headers have it: what a tree keeps beside its tests under such a name is not meant.
static bool is_of_the_system(const dxl_project *project, const char *name) {
  const dxl_project_options *options = &project->options;
  if (!options->default_headers)
    return false;
  for (uint32_t i = 0; i + 1 < options->default_flag_count; ++i) {
    if (strcmp(options->default_flags[i], "-isystem") != 0)
      continue;
    const char *path = dxl_path_join(project->arena, options->default_flags[i + 1], name);
    if (dxl_path_find(project->arena, path))
      return true;
    for (uint32_t n = 0; n < options->memory_header_count; ++n)
      if (dxl_same_text(options->memory_headers[n], path))
        return true;
  }
  return false;
}

/// A directory that everybody may write to, as those for temporary files are, holds no source tree.
static bool is_shared(const char *directory) {
  struct stat status;
  return stat(directory, &status) != 0 || (status.st_mode & S_IWOTH) != 0;
}

/// Up to which level the directories above one belong to the same checkout.
static uint32_t levels_above(nearby *state, const char *directory) {
  static const char *const marks[] = {".git", ".hg", ".svn"};
  dxl_arena *arena = state->project->arena;
  bool is_new = false;
  uint64_t *known = dxl_map_put_text(state->levels, directory, &is_new);
  if (!is_new)
    return (uint32_t)*known;
  uint32_t result = LEVEL_LIMIT;
  const char *at = directory;
  for (uint32_t level = 0; level < CHECKOUT_LEVEL_LIMIT && result == LEVEL_LIMIT; ++level) {
    for (size_t i = 0; i < sizeof marks / sizeof *marks; ++i) {
      struct stat status;
      if (stat(dxl_path_join(arena, at, marks[i]), &status) == 0)
        result = level + 1;
    }
    at = dxl_path_directory(arena, at);
  }
  *known = result;
  return result;
}

static void look_for(nearby *state, const char *from, const char *name) {
  dxl_arena *arena = state->project->arena;
  const char *directory = dxl_path_directory(arena, from);
  const char *beside = dxl_path_find(arena, dxl_path_join(arena, directory, name));
  if (beside) {
    enqueue(state, beside);
    return;
  }
  bool is_new = false;
  dxl_map_put_text(state->asked, dxl_arena_format(arena, "%s\n%s", directory, name), &is_new);
  if (!is_new || is_of_the_system(state->project, name))
    return;
  for (uint32_t i = 0; i < dxl_map_count(state->directories); ++i) {
    size_t length = 0;
    const char *key = dxl_map_key_at(state->directories, i, &length);
    if (take(state, dxl_arena_string(arena, key, length), name))
      return;
  }
  const uint32_t levels = levels_above(state, directory);
  for (uint32_t level = 0; level < levels; ++level) {
    static const char *const usual[] = {"inc", "include"};
    if (take(state, directory, name))
      return;
    for (size_t i = 0; i < sizeof usual / sizeof *usual; ++i)
      if (take(state, dxl_path_join(arena, directory, usual[i]), name))
        return;
    if (level > 0 && level <= SIBLING_LEVEL_LIMIT && take_from_subdirectory(state, directory, name))
      return;
    const char *above = dxl_path_directory(arena, directory);
    if (strcmp(above, directory) == 0 || strcmp(above, "/") == 0 || strcmp(above, "") == 0 || is_shared(above))
      return;
    directory = above;
  }
}

uint32_t dxl_nearby_includes(dxl_project *project, const dxl_units *units, const dxl_map *known) {
  nearby state = {.project = project,
                  .directories = dxl_map_new(),
                  .queued = dxl_map_new(),
                  .levels = dxl_map_new(),
                  .asked = dxl_map_new()};
  const uint32_t first = known ? dxl_map_count(known) : 0;
  for (uint32_t i = 0; i < first; ++i) {
    size_t length = 0;
    const char *key = dxl_map_key_at(known, i, &length);
    const char *path = dxl_path_join(project->arena, project->current, dxl_arena_string(project->arena, key, length));
    dxl_map_put_text(state.directories, dxl_path_normalise(project->arena, path), NULL);
  }
  const uint32_t given = dxl_map_count(state.directories);
  for (uint32_t i = 0; i < units->count; ++i)
    enqueue(&state, dxl_path_join(project->arena, project->current, units->items[i]->file));
  for (uint32_t i = 0; i < state.files.count; ++i) {
    const char *path = state.files.items[i];
    const dxl_scan *scan = dxl_scan_file(project, path);
    for (uint32_t n = 0; n < scan->includes.count; ++n)
      look_for(&state, path, scan->includes.items[n]);
  }
  const uint32_t count = dxl_map_count(state.directories);
  for (uint32_t n = given; n < count; ++n) {
    size_t length = 0;
    const char *key = dxl_map_key_at(state.directories, n, &length);
    const char *const argument = dxl_arena_format(
        project->arena, "-I%s", dxl_project_path(project, dxl_arena_string(project->arena, key, length)));
    for (uint32_t i = 0; i < units->count; ++i)
      dxl_array_push(&units->items[i]->arguments, argument);
  }
  dxl_array_free(&state.files);
  dxl_map_free(state.asked);
  dxl_map_free(state.queued);
  dxl_map_free(state.levels);
  dxl_map_free(state.directories);
  return count - given;
}
