// The project itself: messages, drivers, what the user names, and the arguments of a unit.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "project/project.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "project/internal.h"

dxl_project *dxl_project_new(const dxl_project_options *options) {
  dxl_arena *arena = dxl_arena_new();
  dxl_project *project = dxl_arena_alloc(arena, sizeof *project);
  project->arena = arena;
  project->options = *options;
  project->texts = dxl_map_new();
  project->said = dxl_map_new();
  char *current = getcwd(NULL, 0);
  project->current = dxl_arena_string(arena, current ? current : "", current ? strlen(current) : 0);
  free(current);
  dxl_arguments_of_user(project);
  return project;
}

static void free_texts(dxl_texts *texts) { dxl_array_free(texts); }

void dxl_project_free(dxl_project *project) {
  if (!project)
    return;
  for (uint32_t i = 0; i < project->drivers.count; ++i) {
    dxl_driver *driver = project->drivers.items[i];
    dxl_array_free(&driver->units);
    dxl_array_free(&driver->files);
  }
  for (uint32_t i = 0; i < project->units.count; ++i)
    free_texts(&project->units.items[i]->arguments);
  for (uint32_t i = 0; i < dxl_map_count(project->texts); ++i) {
    dxl_scan *scan = (dxl_scan *)(uintptr_t)*dxl_map_value_at(project->texts, i);
    free_texts(&scan->includes);
    free_texts(&scan->bracketed);
    free_texts(&scan->trace_macros);
  }
  dxl_map_free(project->texts);
  dxl_map_free(project->said);
  free_texts(&project->extra);
  dxl_array_free(&project->units);
  dxl_array_free(&project->drivers);
  dxl_array_free(&project->messages);
  dxl_arena_free(project->arena);
}

void dxl_project_say(dxl_project *project, dxl_message_level level, const char *file, uint32_t line, uint32_t column,
                     const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  char *text = NULL;
  if (vasprintf(&text, format, arguments) < 0)
    abort();
  va_end(arguments);
  dxl_message message = {level, file ? dxl_arena_string(project->arena, file, strlen(file)) : NULL, line, column,
                         dxl_arena_string(project->arena, text, strlen(text))};
  free(text);
  dxl_array_push(&project->messages, message);
}

const char *dxl_project_path(dxl_project *project, const char *path) {
  return dxl_path_shorten(project->arena, project->current, dxl_path_normalise(project->arena, path));
}

dxl_driver *dxl_project_new_driver(dxl_project *project, const char *name, const char *origin) {
  dxl_driver *driver = dxl_arena_alloc(project->arena, sizeof *driver);
  driver->name = dxl_arena_string(project->arena, name, strlen(name));
  driver->origin = origin ? dxl_arena_string(project->arena, origin, strlen(origin)) : NULL;
  dxl_array_push(&project->drivers, driver);
  return driver;
}

dxl_unit *dxl_project_new_unit(dxl_project *project, const char *file, const char *origin) {
  dxl_unit *unit = dxl_arena_alloc(project->arena, sizeof *unit);
  unit->file = dxl_project_path(project, file);
  unit->origin = origin ? dxl_arena_string(project->arena, origin, strlen(origin)) : NULL;
  unit->is_windows = true;
  dxl_array_push(&project->units, unit);
  return unit;
}

static bool has_extension(const char *path, const char *const *extensions) {
  const char *extension = dxl_path_extension(path);
  for (; *extensions; ++extensions)
    if (dxl_same_text(extension, *extensions))
      return true;
  return false;
}

bool dxl_is_source(const char *path) {
  static const char *const extensions[] = {".c", ".cpp", ".cc", ".cxx", ".c++", NULL};
  return has_extension(path, extensions);
}

bool dxl_is_header(const char *path) {
  static const char *const extensions[] = {".h", ".hpp", ".hh", ".hxx", ".h++", ".inc", ".inl", ".ipp", NULL};
  return has_extension(path, extensions);
}

// ---- What the user names --------------------------------------------------------------------------------------------

/// Units that the user names by their files: the database's entry where there is one.
static void add_named_source(dxl_project *project, const char *path, const dxl_units *database, dxl_units *units,
                             dxl_units *alone) {
  const char *wanted = dxl_path_join(project->arena, project->current, path);
  for (uint32_t i = 0; i < units->count; ++i)
    if (strcmp(dxl_path_join(project->arena, project->current, units->items[i]->file), wanted) == 0)
      return; // named twice
  uint32_t found = 0;
  for (uint32_t i = 0; i < database->count; ++i) {
    const char *file = dxl_path_join(project->arena, project->current, database->items[i]->file);
    if (strcmp(file, wanted) == 0 && found++ == 0)
      dxl_array_push(units, database->items[i]);
  }
  if (found)
    return;
  if (project->options.database)
    dxl_project_say(project, DXL_MESSAGE_WARNING, path, 0, 0,
                    "not in the compilation database; analysed with the default flags");
  dxl_unit *unit = dxl_project_new_unit(project, path, NULL);
  unit->is_ir = dxl_same_text(dxl_path_extension(path), ".dxlir");
  dxl_array_push(units, unit);
  if (!unit->is_ir)
    dxl_array_push(alone, unit);
}

/// The database behind -p: the file itself, or DIR/compile_commands.json.
static bool read_database(dxl_project *project, dxl_units *units) {
  const char *path = project->options.database;
  if (dxl_path_is_directory(path))
    path = dxl_path_join(project->arena, path, "compile_commands.json");
  return dxl_compile_commands_read(project, path, units);
}

bool dxl_project_add(dxl_project *project, const char *const *paths, uint32_t count) {
  dxl_units named = {0}, alone = {0};
  dxl_units database = {0};
  bool fine = true;
  if (project->options.database)
    fine = read_database(project, &database);
  if (fine && count == 0 && project->options.database)
    dxl_group_units(project, &database, dxl_path_stem(project->arena, project->options.database),
                    project->options.database);
  for (uint32_t i = 0; i < count; ++i) {
    const char *path = paths[i];
    struct stat status;
    if (stat(path, &status) != 0) {
      dxl_project_say(project, DXL_MESSAGE_ERROR, path, 0, 0, "%s", strerror(errno));
      fine = false;
      continue;
    }
    if (!S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode)) {
      dxl_project_say(project, DXL_MESSAGE_ERROR, path, 0, 0, "neither a file nor a directory");
      fine = false;
      continue;
    }
    const char *extension = dxl_path_extension(path);
    if (S_ISDIR(status.st_mode)) {
      dxl_tree_add(project, path);
    } else if (dxl_same_text(extension, ".json")) {
      dxl_units units = {0};
      if (dxl_compile_commands_read(project, path, &units))
        dxl_group_units(
            project, &units,
            dxl_path_name(dxl_path_directory(project->arena, dxl_path_join(project->arena, project->current, path))),
            path);
      dxl_array_free(&units);
    } else if (dxl_same_text(extension, ".vcxproj")) {
      dxl_vcxproj_add(project, path);
    } else if (dxl_same_text(extension, ".sln") || dxl_same_text(extension, ".slnx")) {
      dxl_solution_add(project, path);
    } else if (dxl_same_text(dxl_path_name(path), "sources") || dxl_same_text(dxl_path_name(path), "dirs")) {
      dxl_kit_sources_add(project, path);
    } else if (dxl_is_source(path) || dxl_same_text(extension, ".dxlir")) {
      add_named_source(project, path, &database, &named, &alone);
    } else {
      dxl_project_say(project, DXL_MESSAGE_ERROR, path, 0, 0,
                      "neither a C or C++ source nor a directory, compilation database, solution or project");
      fine = false;
    }
  }
  if (named.count) {
    dxl_driver *driver = dxl_project_new_driver(project, dxl_path_stem(project->arena, named.items[0]->file), NULL);
    for (uint32_t i = 0; i < named.count; ++i)
      dxl_array_push(&driver->units, named.items[i]);
  }
  // A user who gives compiler arguments says where the headers are.
  const uint32_t guessed =
      alone.count && project->options.extra_count == 0 ? dxl_nearby_includes(project, &alone, NULL) : 0;
  if (guessed)
    dxl_project_say(project, DXL_MESSAGE_NOTE, alone.items[0]->file, 0, 0,
                    "no project file: %u include director%s guessed from the #include lines; --dump-build shows the "
                    "result",
                    guessed, guessed == 1 ? "y is" : "ies are");
  dxl_array_free(&alone);
  dxl_array_free(&named);
  dxl_array_free(&database);
  for (uint32_t i = 0; i < project->drivers.count; ++i)
    dxl_trace_add(project, project->drivers.items[i]);
  return fine;
}

// ---- Arguments ------------------------------------------------------------------------------------------------------

void dxl_project_arguments(const dxl_project *project, const dxl_unit *unit, dxl_texts *result) {
  const dxl_project_options *options = &project->options;
  if (unit->is_windows && options->default_headers)
    for (uint32_t i = 0; i < options->default_flag_count; ++i)
      dxl_array_push(result, options->default_flags[i]);
  for (uint32_t i = 0; i < unit->arguments.count; ++i)
    dxl_array_push(result, unit->arguments.items[i]);
  if (unit->is_windows && options->default_headers) {
    const char *const option = "-isystem";
    const char *const directory = DXL_TRACE_DIRECTORY;
    dxl_array_push(result, option);
    dxl_array_push(result, directory);
  }
  for (uint32_t i = 0; i < project->extra.count; ++i)
    dxl_array_push(result, project->extra.items[i]);
}
