// Directories: what describes a build in them, else a plain tree of sources whose include directories are guessed.
// Invariants: names are visited in byte order; symbolic links to directories and hidden directories are not entered.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "project/build.h"

typedef struct walk {
  dxl_project *project;
  dxl_texts sources, headers, projects, solutions, makefiles, databases;
  uint32_t files;
  bool is_full;
} walk;

static int compare_names(const void *a, const void *b) {
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void visit_file(walk *state, const char *path) {
  const char *extension = dxl_path_extension(path);
  if (dxl_is_source(path))
    dxl_array_push(&state->sources, path);
  else if (dxl_is_header(path))
    dxl_array_push(&state->headers, path);
  else if (dxl_same_text(extension, ".vcxproj"))
    dxl_array_push(&state->projects, path);
  else if (dxl_same_text(extension, ".sln") || dxl_same_text(extension, ".slnx"))
    dxl_array_push(&state->solutions, path);
  else if (dxl_same_text(dxl_path_name(path), "sources"))
    dxl_array_push(&state->makefiles, path);
  else if (strcmp(dxl_path_name(path), "compile_commands.json") == 0)
    dxl_array_push(&state->databases, path);
}

static void visit(walk *state, const char *directory, uint32_t depth) {
  dxl_project *project = state->project;
  if (depth > DXL_PROJECT_DEPTH_LIMIT) {
    dxl_project_say(project, DXL_MESSAGE_WARNING, directory, 0, 0, "more than %d directories deep; not entered",
                    DXL_PROJECT_DEPTH_LIMIT);
    return;
  }
  DIR *stream = opendir(directory);
  if (!stream) {
    dxl_project_say(project, DXL_MESSAGE_ERROR, directory, 0, 0, "cannot be read: %s", strerror(errno));
    return;
  }
  dxl_texts names = {0};
  for (struct dirent *entry; (entry = readdir(stream));) {
    if (entry->d_name[0] == '.')
      continue;
    const char *const name = dxl_arena_string(project->arena, entry->d_name, strlen(entry->d_name));
    dxl_array_push(&names, name);
  }
  closedir(stream);
  if (names.count)
    qsort(names.items, names.count, sizeof *names.items, compare_names);
  for (uint32_t i = 0; i < names.count && !state->is_full; ++i) {
    const char *path = dxl_path_join(project->arena, directory, names.items[i]);
    struct stat status;
    if (lstat(path, &status) != 0)
      continue;
    if (S_ISDIR(status.st_mode)) {
      visit(state, path, depth + 1);
      continue;
    }
    if (S_ISLNK(status.st_mode) && dxl_path_is_directory(path))
      continue;
    if (++state->files > DXL_PROJECT_FILE_LIMIT) {
      dxl_project_say(project, DXL_MESSAGE_WARNING, directory, 0, 0, "more than %d files; the rest is not looked at",
                      DXL_PROJECT_FILE_LIMIT);
      state->is_full = true;
      break;
    }
    visit_file(state, path);
  }
  dxl_array_free(&names);
}

// ---- Include directories --------------------------------------------------------------------------------------------

/// The directories from which `name` would be found among the headers of the tree; nothing when the file beside the
/// including one is meant.
static void guess_for(dxl_project *project, const dxl_texts *headers, const char *from, const char *name,
                      dxl_map *directories) {
  if (dxl_path_find(project->arena, dxl_path_join(project->arena, dxl_path_directory(project->arena, from), name)))
    return;
  const char *wanted = dxl_path_normalise(project->arena, name);
  while (dxl_starts_with(wanted, "../"))
    wanted += 3;
  const size_t length = strlen(wanted);
  for (uint32_t i = 0; i < headers->count; ++i) {
    const char *header = headers->items[i];
    const size_t size = strlen(header);
    if (size < length || !dxl_same_text(header + size - length, wanted))
      continue;
    if (size == length)
      dxl_map_put_text(directories, ".", NULL);
    else if (header[size - length - 1] == '/')
      dxl_map_put(directories, header, size - length - 1, NULL);
  }
}

static void guess_include_directories(walk *state, dxl_map *directories) {
  dxl_project *project = state->project;
  const dxl_texts *lists[] = {&state->sources, &state->headers};
  dxl_map *asked = dxl_map_new();
  for (size_t l = 0; l < 2; ++l)
    for (uint32_t i = 0; i < lists[l]->count; ++i) {
      const char *path = lists[l]->items[i];
      const dxl_scan *scan = dxl_scan_file(project, path);
      for (uint32_t n = 0; n < scan->includes.count; ++n) {
        const char *key = dxl_arena_format(project->arena, "%s\n%s", dxl_path_directory(project->arena, path),
                                           scan->includes.items[n]);
        bool is_new = false;
        dxl_map_put_text(asked, key, &is_new);
        if (is_new)
          guess_for(project, &state->headers, path, scan->includes.items[n], directories);
      }
    }
  dxl_map_free(asked);
}

static void plain_tree(walk *state, const char *directory, dxl_units *units) {
  dxl_project *project = state->project;
  dxl_map *directories = dxl_map_new();
  guess_include_directories(state, directories);
  dxl_units own = {0};
  for (uint32_t i = 0; i < state->sources.count; ++i) {
    dxl_unit *unit = dxl_project_new_unit(project, state->sources.items[i], directory);
    for (uint32_t n = 0; n < dxl_map_count(directories); ++n) {
      size_t length = 0;
      const char *key = dxl_map_key_at(directories, n, &length);
      const char *const argument = dxl_arena_format(
          project->arena, "-I%s", dxl_project_path(project, dxl_arena_string(project->arena, key, length)));
      dxl_array_push(&unit->arguments, argument);
    }
    dxl_array_push(&own, unit);
  }
  // A part of a checkout has headers above it.
  const uint32_t count = dxl_map_count(directories) + dxl_nearby_includes(project, &own, directories);
  if (state->sources.count)
    dxl_project_say(project, DXL_MESSAGE_NOTE, directory, 0, 0,
                    "no project file: all sources are taken, %u include director%s guessed from the #include lines; "
                    "--dump-build shows the result",
                    count, count == 1 ? "y is" : "ies are");
  for (uint32_t i = 0; i < own.count; ++i)
    dxl_array_push(units, own.items[i]);
  dxl_array_free(&own);
  dxl_map_free(directories);
}

static void free_walk(walk *state) {
  dxl_array_free(&state->sources);
  dxl_array_free(&state->headers);
  dxl_array_free(&state->projects);
  dxl_array_free(&state->solutions);
  dxl_array_free(&state->makefiles);
  dxl_array_free(&state->databases);
}

void dxl_tree_read(dxl_project *project, const char *directory, dxl_units *units) {
  walk state = {.project = project};
  visit(&state, dxl_path_normalise(project->arena, directory), 0);
  plain_tree(&state, directory, units);
  free_walk(&state);
}

// ---- Projects in a tree ---------------------------------------------------------------------------------------------

static const char *directory_key(dxl_project *project, const char *path) {
  return dxl_path_directory(project->arena, dxl_path_join(project->arena, project->current, path));
}

/// Every project of the tree; a `sources` file only where no project stands beside it.
static void read_projects(walk *state, dxl_build *build) {
  dxl_map *directories = dxl_map_new();
  for (uint32_t i = 0; i < state->projects.count; ++i) {
    dxl_build_target(build, state->projects.items[i]);
    dxl_map_put_text(directories, directory_key(state->project, state->projects.items[i]), NULL);
  }
  for (uint32_t i = 0; i < state->makefiles.count; ++i)
    if (!dxl_map_get_text(directories, directory_key(state->project, state->makefiles.items[i])))
      dxl_build_target(build, state->makefiles.items[i]);
  dxl_map_free(directories);
}

/// Leaves only the sources that no project names. True when one of them is the entry of a driver, so that the tree
/// holds a driver that the projects do not build.
static bool keep_unclaimed(walk *state, const dxl_build *build) {
  dxl_project *project = state->project;
  dxl_map *claimed = dxl_map_new();
  for (uint32_t i = 0; i < build->targets.count; ++i) {
    const dxl_target *target = build->targets.items[i];
    for (uint32_t n = 0; n < target->units.count; ++n)
      dxl_map_put_text(claimed, target->units.items[n]->file, NULL);
    for (uint32_t n = 0; n < target->sources.count; ++n)
      dxl_map_put_text(claimed, target->sources.items[n], NULL);
  }
  bool has_entry = false;
  uint32_t kept = 0;
  for (uint32_t i = 0; i < state->sources.count; ++i) {
    const char *path = state->sources.items[i];
    if (dxl_map_get_text(claimed, dxl_project_path(project, path)))
      continue;
    has_entry |= dxl_scan_file(project, path)->defines_entry;
    state->sources.items[kept++] = path;
  }
  state->sources.count = kept;
  dxl_map_free(claimed);
  return has_entry;
}

static uint32_t readable(const dxl_build *build) {
  uint32_t count = 0;
  for (uint32_t i = 0; i < build->targets.count; ++i)
    count += build->targets.items[i]->kind != DXL_TARGET_BROKEN;
  return count;
}

static void add_plain(walk *state, const char *directory, const char *name) {
  dxl_units units = {0};
  plain_tree(state, directory, &units);
  dxl_group_units(state->project, &units, name, directory);
  dxl_array_free(&units);
}

static void add_database(walk *state, const char *directory, const char *name) {
  dxl_project *project = state->project;
  if (state->databases.count > 1)
    dxl_project_say(project, DXL_MESSAGE_WARNING, directory, 0, 0,
                    "%u compilation databases; the first one is used: %s", state->databases.count,
                    state->databases.items[0]);
  dxl_units units = {0};
  if (dxl_compile_commands_read(project, state->databases.items[0], &units))
    dxl_group_units(project, &units, name, state->databases.items[0]);
  dxl_array_free(&units);
}

void dxl_tree_add(dxl_project *project, const char *directory) {
  walk state = {.project = project};
  visit(&state, dxl_path_normalise(project->arena, directory), 0);
  const char *name = dxl_path_name(dxl_path_join(project->arena, project->current, directory));
  const uint32_t drivers = project->drivers.count;
  bool is_plain = true;
  if (state.databases.count) {
    add_database(&state, directory, name);
  } else if (state.projects.count || state.makefiles.count) {
    dxl_build *build = dxl_build_new(project);
    read_projects(&state, build);
    // Where every project is of user mode there is nothing to guess, unless a driver stands beside them.
    is_plain = readable(build) == 0 || keep_unclaimed(&state, build);
    dxl_build_finish(build, directory);
  }
  if (project->drivers.count == drivers && is_plain && state.sources.count)
    add_plain(&state, directory, name);
  free_walk(&state);
}
