// The first pass over a project: properties, imports and Choose in the order of the files; what later passes read is
// put aside. And the life of an evaluation.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <ctype.h>
#include <dirent.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "project/msbuild.h"

extern char **environ;

// ---- Properties -----------------------------------------------------------------------------------------------------

static const char *lower(dxl_arena *arena, const char *name) {
  char *copy = dxl_arena_string(arena, name, strlen(name));
  for (char *c = copy; *c; ++c)
    *c = (char)tolower((unsigned char)*c);
  return copy;
}

/// Variables of the environment are properties, the weakest ones.
static const char *environment(const char *name) {
  const size_t length = strlen(name);
  for (char **variable = environ; variable && *variable; ++variable)
    if (strncasecmp(*variable, name, length) == 0 && (*variable)[length] == '=')
      return *variable + length + 1;
  return NULL;
}

const char *dxl_msbuild_get(const dxl_msbuild *state, const char *name) {
  const uint64_t *slot = dxl_map_get_text(state->properties, lower(state->arena, name));
  if (slot)
    return (const char *)(uintptr_t)*slot;
  const char *variable = environment(name);
  if (variable)
    return dxl_arena_string(state->arena, variable, strlen(variable));
  const char *place = dxl_toolset_place(state->arena, name);
  return place ? place : "";
}

void dxl_msbuild_set(dxl_msbuild *state, const char *name, const char *value) {
  const char *key = lower(state->arena, name);
  if (!dxl_map_get_text(state->fixed, key))
    *dxl_map_put_text(state->properties, key, NULL) = (uint64_t)(uintptr_t)value;
}

void dxl_msbuild_set_default(dxl_msbuild *state, const char *name, const char *value) {
  const uint64_t *slot = dxl_map_get_text(state->properties, lower(state->arena, name));
  if (!slot || !*(const char *)(uintptr_t)*slot)
    dxl_msbuild_set(state, name, value);
}

// ---- Messages -------------------------------------------------------------------------------------------------------

static void say(dxl_msbuild *state, dxl_message_level level, const dxl_msbuild_place *place, bool is_once,
                const char *text) {
  if (state->is_quiet)
    return;
  const char *file = place && place->frame ? place->frame->shown : state->shown;
  const uint32_t line = place ? place->line : 0;
  const uint32_t column = place ? place->column : 0;
  if (is_once) {
    bool is_new = false;
    dxl_map_put_text(state->project->said,
                     dxl_arena_format(state->arena, "%s:%u:%u:%d\n%s", file, line, column, (int)level, text), &is_new);
    if (!is_new)
      return;
  }
  dxl_project_say(state->project, level, file, line, column, "%s", text);
}

void dxl_msbuild_say(dxl_msbuild *state, dxl_message_level level, const dxl_msbuild_place *place, const char *format,
                     ...) {
  char *text = NULL;
  va_list arguments;
  va_start(arguments, format);
  if (vasprintf(&text, format, arguments) < 0)
    abort();
  va_end(arguments);
  say(state, level, place, false, text);
  free(text);
}

void dxl_msbuild_say_once(dxl_msbuild *state, dxl_message_level level, const dxl_msbuild_place *place,
                          const char *format, ...) {
  char *text = NULL;
  va_list arguments;
  va_start(arguments, format);
  if (vasprintf(&text, format, arguments) < 0)
    abort();
  va_end(arguments);
  say(state, level, place, true, text);
  free(text);
}

// ---- Imports --------------------------------------------------------------------------------------------------------

/// A project without its solution cannot tell $(SolutionDir): the directories above it are tried. What was made with
/// that property shows by the "/./" that its guess ends in.
static const char *find_below_solution(dxl_msbuild *state, const char *path) {
  const char *guess = dxl_msbuild_get(state, "SolutionDir");
  if (!dxl_ends_with(guess, "/./") || !dxl_starts_with(path, guess))
    return NULL;
  const char *directory = dxl_path_normalise(state->arena, guess);
  for (int up = 0; up < 4; ++up) {
    directory = dxl_path_directory(state->arena, directory);
    const char *found = dxl_path_find(state->arena, dxl_path_join(state->arena, directory, path + strlen(guess)));
    if (found || strcmp(directory, "/") == 0)
      return found;
  }
  return NULL;
}

const char *dxl_msbuild_find(dxl_msbuild *state, const char *directory, const char *path) {
  path = dxl_msbuild_unescape(state->arena, path);
  const char *found = dxl_path_find(state->arena, dxl_path_join(state->arena, directory, path));
  return found ? found : find_below_solution(state, path);
}

static void read_elements(dxl_msbuild *state, const dxl_msbuild_frame *frame, const dxl_xml *parent);

/// The properties that name the file they stand in; set anew whenever a file begins or goes on.
static void set_this_file(dxl_msbuild *state, const dxl_msbuild_frame *frame) {
  dxl_arena *arena = state->arena;
  const char *directory = dxl_path_directory(arena, frame->path);
  dxl_msbuild_set(state, "MSBuildThisFile", dxl_path_name(frame->path));
  dxl_msbuild_set(state, "MSBuildThisFileFullPath", frame->path);
  dxl_msbuild_set(state, "MSBuildThisFileName", dxl_path_stem(arena, frame->path));
  dxl_msbuild_set(state, "MSBuildThisFileExtension", dxl_path_extension(frame->path));
  dxl_msbuild_set(state, "MSBuildThisFileDirectory", dxl_arena_format(arena, "%s/", directory));
  dxl_msbuild_set(state, "MSBuildThisFileDirectoryNoRoot", dxl_arena_format(arena, "%s/", directory + 1));
}

static bool is_open(const dxl_msbuild_frame *frame, const char *path) {
  for (; frame; frame = frame->importer)
    if (strcmp(frame->path, path) == 0)
      return true;
  return false;
}

/// Reads a file of the tree. `place` is the import.
static void import_file(dxl_msbuild *state, const dxl_msbuild_place *place, const char *path) {
  const char *absolute = dxl_path_join(state->arena, state->project->current, path);
  if (is_open(place->frame, absolute)) {
    dxl_msbuild_say_once(state, DXL_MESSAGE_ERROR, place, "import cycle: %s is being read already",
                         dxl_project_path(state->project, absolute));
    return;
  }
  bool is_new = false;
  dxl_map_put_text(state->imported, absolute, &is_new);
  if (!is_new)
    return; // MSBuild, too, reads it once
  if (place->frame->depth >= DXL_PROJECT_DEPTH_LIMIT) {
    dxl_msbuild_say_once(state, DXL_MESSAGE_ERROR, place, "imports nest deeper than %d", DXL_PROJECT_DEPTH_LIMIT);
    return;
  }
  const uint32_t messages = state->project->messages.count;
  const dxl_xml *root = dxl_xml_read(state->project, state->arena, absolute);
  if (state->is_quiet)
    state->project->messages.count = messages;
  if (!root)
    return;
  dxl_msbuild_frame *frame = dxl_arena_alloc(state->arena, sizeof *frame);
  *frame =
      (dxl_msbuild_frame){absolute, dxl_project_path(state->project, absolute), place->frame, place->frame->depth + 1};
  set_this_file(state, frame);
  if (dxl_same_text(root->name, "Project")) {
    read_elements(state, frame, root);
  } else {
    const dxl_msbuild_place wrong = {.frame = frame, .line = root->line, .column = root->column};
    dxl_msbuild_say_once(state, DXL_MESSAGE_ERROR, &wrong, "the root element is '%s' instead of 'Project'", root->name);
  }
  set_this_file(state, place->frame);
}

/// Directory.Build.props and .targets: the nearest one above the project.
static void import_above(dxl_msbuild *state, const dxl_msbuild_place *place, const char *name) {
  const char *directory = state->directory;
  for (uint32_t up = 0; up < 64; ++up) {
    const char *found = dxl_path_find(state->arena, dxl_path_join(state->arena, directory, name));
    if (found && dxl_path_is_file(found)) {
      import_file(state, place, found);
      return;
    }
    const char *parent = dxl_path_directory(state->arena, directory);
    if (strcmp(parent, directory) == 0)
      return;
    directory = parent;
  }
}

/// The project that the kit's conversion tool made keeps its lists in a file beside it.
static void import_conversion(dxl_msbuild *state, const dxl_msbuild_place *place) {
  state->is_converted = true;
  const char *found = dxl_msbuild_find(state, state->directory, "sources.props");
  if (found)
    import_file(state, place, found);
  dxl_msbuild_set_default(state, "TargetName", dxl_msbuild_get(state, "TARGETNAME"));
}

static void import_toolset(dxl_msbuild *state, const dxl_msbuild_place *place, dxl_toolset_import kind) {
  switch (kind) {
  case DXL_TOOLSET_DEFAULT:
    if (state->has_defaults)
      break;
    state->has_defaults = true;
    dxl_toolset_defaults(state);
    import_above(state, place, "Directory.Build.props");
    break;
  case DXL_TOOLSET_PROPS:
    dxl_toolset_properties(state);
    break;
  case DXL_TOOLSET_TARGETS:
    import_above(state, place, "Directory.Build.targets");
    break;
  case DXL_TOOLSET_CONVERSION:
    import_conversion(state, place);
    break;
  case DXL_TOOLSET_NONE:
  case DXL_TOOLSET_OTHER:
    break;
  }
}

static void import_wildcard(dxl_msbuild *state, const dxl_msbuild_place *place, const char *directory,
                            const char *pattern) {
  dxl_wildcard_hits hits = {0};
  dxl_wildcard_find(state->arena, directory, pattern, &hits);
  for (uint32_t i = 0; i < hits.count; ++i)
    import_file(state, place, dxl_path_join(state->arena, directory, hits.items[i].path));
  dxl_array_free(&hits);
}

static void read_import(dxl_msbuild *state, const dxl_msbuild_frame *frame, const dxl_xml *element) {
  const dxl_msbuild_place place = {.frame = frame, .line = element->line, .column = element->column, .is_import = true};
  if (!dxl_msbuild_condition(state, &place, dxl_xml_attribute(element, "Condition")))
    return;
  const char *written = dxl_xml_attribute(element, "Project");
  if (!written || !*written) {
    dxl_msbuild_say_once(state, DXL_MESSAGE_ERROR, &place, "an import without a Project");
    return;
  }
  if (dxl_xml_attribute(element, "Sdk"))
    return;
  const char *directory = dxl_path_directory(state->arena, frame->path);
  dxl_texts paths = {0};
  dxl_msbuild_split(state->arena, dxl_msbuild_expand(state, &place, written), &paths);
  if (!paths.count)
    dxl_msbuild_say_once(state, DXL_MESSAGE_WARNING, &place, "import of '%s', which is empty, is left out", written);
  for (uint32_t i = 0; i < paths.count && !state->is_broken; ++i) {
    const char *path = paths.items[i];
    const dxl_toolset_import kind = dxl_toolset_classify(path);
    const char *found =
        kind == DXL_TOOLSET_NONE && !dxl_wildcard_is(path) ? dxl_msbuild_find(state, directory, path) : NULL;
    if (kind != DXL_TOOLSET_NONE)
      import_toolset(state, &place, kind);
    else if (dxl_wildcard_is(path))
      import_wildcard(state, &place, directory, path);
    else if (found && dxl_path_is_file(found))
      import_file(state, &place, found);
    else {
      const dxl_msbuild_missing missing = {
          place, dxl_project_path(state->project, dxl_path_join(state->arena, directory, path))};
      dxl_array_push(&state->missing, missing);
    }
  }
  dxl_array_free(&paths);
}

// ---- Elements -------------------------------------------------------------------------------------------------------

static void read_properties(dxl_msbuild *state, const dxl_msbuild_frame *frame, const dxl_xml *group) {
  for (const dxl_xml *property = group->first; property && !state->is_broken; property = property->next) {
    const dxl_msbuild_place place = {.frame = frame, .line = property->line, .column = property->column};
    if (dxl_msbuild_condition(state, &place, dxl_xml_attribute(property, "Condition")))
      dxl_msbuild_set(state, property->name, dxl_msbuild_expand(state, &place, property->text));
  }
}

static bool holds(dxl_msbuild *state, const dxl_msbuild_frame *frame, const dxl_xml *element, bool is_import) {
  const dxl_msbuild_place place = {
      .frame = frame, .line = element->line, .column = element->column, .is_import = is_import};
  return dxl_msbuild_condition(state, &place, dxl_xml_attribute(element, "Condition"));
}

static void read_choose(dxl_msbuild *state, const dxl_msbuild_frame *frame, const dxl_xml *choose) {
  for (const dxl_xml *branch = choose->first; branch; branch = branch->next) {
    const bool is_otherwise = dxl_same_text(branch->name, "Otherwise");
    if (!is_otherwise && !(dxl_same_text(branch->name, "When") && holds(state, frame, branch, false)))
      continue;
    read_elements(state, frame, branch);
    return;
  }
}

static void read_elements(dxl_msbuild *state, const dxl_msbuild_frame *frame, const dxl_xml *parent) {
  const bool has_sdk = dxl_same_text(parent->name, "Project") && dxl_xml_attribute(parent, "Sdk");
  const dxl_msbuild_place start = {.frame = frame, .line = parent->line, .column = parent->column};
  if (has_sdk) {
    import_toolset(state, &start, DXL_TOOLSET_DEFAULT);
    import_toolset(state, &start, DXL_TOOLSET_PROPS);
  }
  for (const dxl_xml *element = parent->first; element && !state->is_broken; element = element->next) {
    const dxl_msbuild_pending pending = {element, frame};
    if (dxl_same_text(element->name, "PropertyGroup")) {
      if (holds(state, frame, element, false))
        read_properties(state, frame, element);
    } else if (dxl_same_text(element->name, "Import")) {
      read_import(state, frame, element);
    } else if (dxl_same_text(element->name, "ImportGroup")) {
      if (holds(state, frame, element, true))
        for (const dxl_xml *import = element->first; import && !state->is_broken; import = import->next)
          if (dxl_same_text(import->name, "Import"))
            read_import(state, frame, import);
    } else if (dxl_same_text(element->name, "Choose")) {
      read_choose(state, frame, element);
    } else if (dxl_same_text(element->name, "ItemDefinitionGroup")) {
      dxl_array_push(&state->definition_groups, pending);
    } else if (dxl_same_text(element->name, "ItemGroup")) {
      dxl_array_push(&state->item_groups, pending);
    } else if (dxl_same_text(element->name, "Target")) {
      dxl_array_push(&state->targets, pending);
    }
  }
  if (has_sdk)
    import_toolset(state, &start, DXL_TOOLSET_TARGETS);
}

void dxl_msbuild_say_missing(dxl_msbuild *state, dxl_message_level level) {
  for (uint32_t i = 0; i < state->missing.count; ++i)
    dxl_msbuild_say_once(state, level, &state->missing.items[i].place,
                         "import %s is not there; what it sets is not known", state->missing.items[i].path);
}

// ---- Targets --------------------------------------------------------------------------------------------------------

/// Whether it surely holds: what only a run of the targets sets (items, outputs) is not known.
static bool surely_holds(dxl_msbuild *state, const dxl_msbuild_frame *frame, const dxl_xml *element) {
  const char *condition = dxl_xml_attribute(element, "Condition");
  return !condition || (!strstr(condition, "@(") && !strstr(condition, "%(") && holds(state, frame, element, false));
}

/// Targets are not run; one that joins the build and begins with a failed check is worth a word, since the build stops.
static void say_stops(dxl_msbuild *state) {
  for (uint32_t i = 0; i < state->targets.count; ++i) {
    const dxl_msbuild_pending *target = &state->targets.items[i];
    const char *name = dxl_xml_attribute(target->element, "Name");
    const bool joins =
        dxl_xml_attribute(target->element, "BeforeTargets") || dxl_xml_attribute(target->element, "AfterTargets");
    if (!joins || !surely_holds(state, target->frame, target->element))
      continue;
    for (const dxl_xml *task = target->element->first; task; task = task->next) {
      if (!dxl_same_text(task->name, "Error") || !surely_holds(state, target->frame, task))
        continue;
      const dxl_msbuild_place place = {.frame = target->frame, .line = task->line, .column = task->column};
      const char *condition = dxl_xml_attribute(task, "Condition");
      const char *text = dxl_xml_attribute(task, "Text");
      dxl_msbuild_say_once(state, DXL_MESSAGE_WARNING, &place, "target '%s' stops the build here: %s", name ? name : "",
                           condition ? condition
                           : text    ? text
                                     : "an error without a text");
    }
  }
}

// ---- The whole ------------------------------------------------------------------------------------------------------

static void set_reserved(dxl_msbuild *state) {
  dxl_arena *arena = state->arena;
  const char *slash = dxl_arena_format(arena, "%s/", state->directory);
  const struct {
    const char *name, *value;
  } reserved[] = {{"MSBuildProjectDirectory", state->directory},
                  {"MSBuildProjectDirectoryNoRoot", state->directory + 1},
                  {"MSBuildProjectFile", dxl_path_name(state->path)},
                  {"MSBuildProjectFullPath", state->path},
                  {"MSBuildProjectName", dxl_path_stem(arena, state->path)},
                  {"MSBuildProjectExtension", dxl_path_extension(state->path)},
                  {"MSBuildStartupDirectory", state->project->current},
                  {"ProjectDir", slash},
                  {"ProjectPath", state->path},
                  {"ProjectFileName", dxl_path_name(state->path)},
                  {"ProjectExt", dxl_path_extension(state->path)},
                  {NULL, NULL}};
  for (size_t i = 0; reserved[i].name; ++i)
    dxl_msbuild_set(state, reserved[i].name, reserved[i].value);
}

dxl_msbuild *dxl_msbuild_evaluate(dxl_project *project, const char *path, const char *const *globals, bool is_quiet) {
  dxl_arena *arena = dxl_arena_new();
  dxl_msbuild *state = dxl_arena_alloc(arena, sizeof *state);
  state->project = project;
  state->arena = arena;
  state->path = dxl_path_join(arena, project->current, path);
  state->shown = dxl_project_path(project, state->path);
  state->directory = dxl_path_directory(arena, state->path);
  state->properties = dxl_map_new();
  state->fixed = dxl_map_new();
  state->imported = dxl_map_new();
  state->is_quiet = is_quiet;
  const uint32_t messages = project->messages.count;
  const dxl_xml *root = dxl_xml_read(project, arena, state->path);
  const dxl_msbuild_frame frame = {state->path, state->shown, NULL, 0};
  const dxl_msbuild_place place = {.frame = &frame, .line = root ? root->line : 0, .column = root ? root->column : 0};
  if (root && !dxl_same_text(root->name, "Project")) {
    dxl_msbuild_say(state, DXL_MESSAGE_ERROR, &place, "the root element is '%s' instead of 'Project'", root->name);
    root = NULL;
  }
  if (!root) {
    if (is_quiet)
      project->messages.count = messages;
    dxl_msbuild_free(state);
    return NULL;
  }
  dxl_toolset_begin(state);
  set_reserved(state);
  for (; globals && *globals; globals += 2) {
    dxl_msbuild_set(state, globals[0], globals[1]);
    dxl_map_put_text(state->fixed, lower(arena, globals[0]), NULL);
  }
  dxl_msbuild_frame *first = dxl_arena_alloc(arena, sizeof *first);
  *first = frame;
  set_this_file(state, first);
  read_elements(state, first, root);
  if (!state->has_defaults)
    dxl_toolset_defaults(state);
  dxl_toolset_properties(state);
  dxl_toolset_definitions(state);
  dxl_msbuild_read_definitions(state);
  dxl_msbuild_read_items(state);
  say_stops(state);
  return state;
}

void dxl_msbuild_free(dxl_msbuild *state) {
  if (!state)
    return;
  for (uint32_t i = 0; i < state->definitions.count; ++i)
    dxl_array_free(&state->definitions.items[i].metadata);
  for (uint32_t i = 0; i < state->items.count; ++i)
    dxl_array_free(&state->items.items[i]->metadata);
  dxl_array_free(&state->definitions);
  dxl_array_free(&state->items);
  dxl_array_free(&state->definition_groups);
  dxl_array_free(&state->item_groups);
  dxl_array_free(&state->targets);
  dxl_array_free(&state->missing);
  dxl_map_free(state->properties);
  dxl_map_free(state->fixed);
  dxl_map_free(state->imported);
  dxl_arena_free(state->arena);
}
