// A Visual C++ project as a target: what it makes, its sources with the compiler arguments of each, what it links.
// Invariant: settings that mean nothing for reading source are left out; a file that is not there is a message.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "project/build.h"
#include "project/msbuild.h"

/// Missing sources that are named one by one.
enum { MISSING_LIMIT = 20 };

/// What is known of the project while its items are read.
typedef struct reader {
  dxl_build *build;
  dxl_target *target;
  dxl_msbuild *state;
  const char *root;      ///< where files of another machine are looked for: the solution's directory
  const char *pch;       ///< the item that makes the precompiled header, or NULL
  dxl_texts directories; ///< include directories of the item at hand
  uint32_t missing;      ///< sources that are not there
} reader;

static const char *keep(const reader *read, const char *text) {
  return dxl_arena_string(read->build->project->arena, text, strlen(text));
}

static const char *shown(const reader *read, const char *path) {
  return dxl_project_path(read->build->project, dxl_path_join(read->state->arena, read->state->directory, path));
}

static dxl_msbuild_place place_of(const dxl_item *item) {
  return (dxl_msbuild_place){.frame = item->frame, .line = item->line, .column = item->column, .item = item};
}

// ---- Configuration --------------------------------------------------------------------------------------------------

static const dxl_solution_entry *solution_entry(const dxl_build *build, const char *path) {
  for (uint32_t i = 0; build->solution && i < build->solution->entries.count; ++i)
    if (strcmp(build->solution->entries.items[i].path, path) == 0)
      return &build->solution->entries.items[i];
  return NULL;
}

/// Evaluates the project for one configuration, with the properties that a solution sets.
static dxl_msbuild *evaluate(dxl_build *build, const char *path, const char *configuration, const char *platform,
                             bool is_quiet) {
  dxl_project *project = build->project;
  dxl_arena *arena = project->arena;
  const char *solution = build->solution ? build->solution->path : dxl_solution_find(project, path);
  const char *directory = dxl_path_directory(arena, solution ? solution : path);
  const char *const globals[] = {"Configuration",
                                 configuration,
                                 "Platform",
                                 platform,
                                 "SolutionDir",
                                 dxl_arena_format(arena, "%s%s", directory, solution ? "/" : "/./"),
                                 "SolutionPath",
                                 solution ? solution : "",
                                 "SolutionName",
                                 solution ? dxl_path_stem(arena, solution) : "",
                                 "SolutionFileName",
                                 solution ? dxl_path_name(solution) : "",
                                 "SolutionExt",
                                 solution ? dxl_path_extension(solution) : "",
                                 NULL};
  return dxl_msbuild_evaluate(project, path, globals, is_quiet);
}

static void split_configuration(dxl_arena *arena, const char *text, const char **configuration, const char **platform) {
  const char *bar = strchr(text, '|');
  *configuration = dxl_arena_string(arena, text, bar ? (size_t)(bar - text) : strlen(text));
  *platform = bar ? bar + 1 : "x64";
}

static const char *list_of(dxl_arena *arena, const dxl_texts *names) {
  const char *list = "";
  for (uint32_t i = 0; i < names->count; ++i)
    list = dxl_arena_format(arena, "%s%s'%s'", list, i ? ", " : "", names->items[i]);
  return list;
}

/// The configuration to read: the solution's, the user's, or the first release-like one. False after a message.
static bool choose_configuration(dxl_build *build, dxl_target *target, const char **configuration,
                                 const char **platform) {
  dxl_project *project = build->project;
  const dxl_solution_entry *entry = solution_entry(build, target->path);
  if (entry && entry->configuration) {
    *configuration = entry->configuration;
    *platform = entry->platform;
    return true;
  }
  // Which there are may depend on imports, so the project is read once without a word.
  dxl_msbuild *state = evaluate(build, target->path, "Release", "x64", true);
  dxl_texts names = {0};
  for (uint32_t i = 0; state && i < state->items.count; ++i) {
    const dxl_item *item = state->items.items[i];
    if (item->is_removed || !dxl_same_text(item->type, "ProjectConfiguration"))
      continue;
    const char *const name = dxl_arena_string(project->arena, item->include, strlen(item->include));
    dxl_array_push(&names, name);
  }
  dxl_msbuild_free(state);
  const char *wanted = project->options.configuration;
  bool fine = true;
  if (names.count == 0) {
    *configuration = wanted ? wanted : "Release";
    *platform = project->options.platform ? project->options.platform : "x64";
  } else {
    const int chosen = dxl_choose_configuration(&names, wanted, project->options.platform);
    fine = chosen >= 0;
    if (fine)
      split_configuration(project->arena, names.items[chosen], configuration, platform);
    else
      dxl_project_say(project, DXL_MESSAGE_ERROR, dxl_project_path(project, target->path), 0, 0,
                      "has no configuration '%s|%s'; it has %s", wanted ? wanted : "(any)",
                      project->options.platform ? project->options.platform : "(any)", list_of(project->arena, &names));
  }
  dxl_array_free(&names);
  return fine;
}

// ---- Directories and headers ----------------------------------------------------------------------------------------

/// What the build itself makes is not there, and that is no news.
static bool is_made(const reader *read, const char *path) {
  const char *const made[] = {dxl_msbuild_get(read->state, "IntDir"), dxl_msbuild_get(read->state, "OutDir")};
  const char *full = dxl_path_join(read->state->arena, read->state->directory, path);
  for (size_t i = 0; i < 2; ++i) {
    const char *directory = dxl_path_join(read->state->arena, read->state->directory, made[i]);
    const size_t length = strlen(directory);
    if (*made[i] && strcmp(directory, read->state->directory) != 0 && strncasecmp(full, directory, length) == 0 &&
        (full[length] == '/' || !full[length]))
      return true;
  }
  return dxl_toolset_is_place(path) || strstr(path, "$(");
}

static const char *find(const reader *read, const char *path) {
  const char *found = dxl_msbuild_find(read->state, read->state->directory, path);
  if (!found && dxl_path_is_windows_absolute(path)) {
    const char *located = dxl_arguments_locate(read->build->project, read->state->directory, path, read->root);
    found = dxl_path_find(read->state->arena, located);
  }
  return found;
}

static void add_directories(reader *read, const dxl_msbuild_place *place, const char *list) {
  dxl_texts names = {0};
  dxl_msbuild_split(read->state->arena, list, &names);
  for (uint32_t i = 0; i < names.count; ++i) {
    const char *const found = dxl_toolset_is_place(names.items[i]) ? NULL : find(read, names.items[i]);
    if (found && dxl_path_is_directory(found)) {
      bool is_known = false;
      for (uint32_t n = 0; n < read->directories.count && !is_known; ++n)
        is_known = strcmp(read->directories.items[n], found) == 0;
      if (!is_known)
        dxl_array_push(&read->directories, found);
    } else if (!is_made(read, names.items[i])) {
      const dxl_msbuild_place whole = {.frame = place->frame};
      read->target->lacks_directories = true;
      dxl_msbuild_say_once(read->state, DXL_MESSAGE_NOTE, &whole, "include directory %s is not there",
                           shown(read, names.items[i]));
    }
  }
  dxl_array_free(&names);
}

/// A header beside `directory` (NULL: the project's) or along the include directories; NULL when it is in none.
static const char *find_header(const reader *read, const char *directory, const char *name) {
  const char *found = dxl_msbuild_find(read->state, directory ? directory : read->state->directory, name);
  for (uint32_t i = 0; !found && i < read->directories.count; ++i)
    found = dxl_msbuild_find(read->state, read->directories.items[i], name);
  return found && dxl_path_is_file(found) ? found : NULL;
}

/// Whether a source looks for a header on the include path alone.
static bool is_bracketed(const reader *read, const char *source, const char *header) {
  const dxl_scan *scan = dxl_scan_file(read->build->project, source);
  for (uint32_t i = 0; i < scan->bracketed.count; ++i)
    if (dxl_same_text(scan->bracketed.items[i], header))
      return true;
  return false;
}

/// The compiler takes a precompiled header by its name, wherever it is; here it must be on the include path.
static void add_precompiled(reader *read, const dxl_item *item, const char *source) {
  dxl_msbuild *state = read->state;
  const char *header = dxl_msbuild_trim(state->arena, dxl_msbuild_metadata(state, item, "PrecompiledHeaderFile"));
  const bool is_used =
      dxl_same_text(dxl_msbuild_trim(state->arena, dxl_msbuild_metadata(state, item, "PrecompiledHeader")), "Use");
  if (!is_used)
    return;
  if (!*header)
    header = "stdafx.h";
  if (!is_bracketed(read, source, header) && find_header(read, dxl_path_directory(state->arena, source), header))
    return;
  const char *directory = read->pch ? dxl_path_directory(state->arena, read->pch) : state->directory;
  const char *found = find_header(read, directory, header);
  if (!found)
    found = find_header(read, NULL, header);
  if (!found)
    return;
  // The name may have directories of its own: the include directory is above them.
  const char *base = dxl_path_directory(state->arena, found);
  for (const char *at = strpbrk(header, "/\\"); at; at = strpbrk(at + 1, "/\\"))
    base = dxl_path_directory(state->arena, base);
  const char *const kept = base;
  dxl_array_push(&read->directories, kept);
}

// ---- Arguments of one item ------------------------------------------------------------------------------------------

static void add(const reader *read, dxl_texts *options, const char *option, const char *value) {
  const char *const text = dxl_arena_format(read->build->project->arena, "%s%s", option, value);
  dxl_array_push(options, text);
}

static const char *datum(const reader *read, const dxl_item *item, const char *name) {
  return dxl_msbuild_trim(read->state->arena, dxl_msbuild_metadata(read->state, item, name));
}

static bool defines(const dxl_texts *macros, const char *macro) {
  const size_t length = strcspn(macro, "=");
  for (uint32_t i = 0; i < macros->count; ++i)
    if (strncmp(macros->items[i], macro, length) == 0 && strchr("=", macros->items[i][length]))
      return true;
  return false;
}

/// Whether one of the first `count` texts is the same as the next.
static bool contains(const dxl_texts *texts, uint32_t count) {
  for (uint32_t i = 0; i < count; ++i)
    if (strcmp(texts->items[i], texts->items[count]) == 0)
      return true;
  return false;
}

/// NAME="x" and NAME=\"x\" both mean a value in quotation marks; marks around the whole, as some generators write them,
/// are none of it.
static const char *unquoted(dxl_arena *arena, const char *text) {
  size_t length = strlen(text);
  const bool is_wrapped = length >= 2 && text[0] == '"' && text[length - 1] == '"';
  char *result = dxl_arena_alloc(arena, length + 1);
  size_t used = 0;
  for (size_t i = is_wrapped; i < length - is_wrapped; ++i)
    if (text[i] != '\\' || text[i + 1] != '"')
      result[used++] = text[i];
  return result;
}

/// The macros of the toolset come first, also where a project forgets to inherit them.
static void add_macros(const reader *read, const dxl_item *item, dxl_texts *options) {
  dxl_arena *arena = read->state->arena;
  dxl_texts macros = {0};
  dxl_texts base = {0};
  dxl_msbuild_split(arena, datum(read, item, "PreprocessorDefinitions"), &macros);
  dxl_msbuild_split(arena, datum(read, item, "DxlToolsetDefinitions"), &base);
  for (uint32_t i = 0; i < base.count; ++i)
    if (!defines(&macros, base.items[i]))
      add(read, options, "/D", base.items[i]);
  const char *characters = dxl_msbuild_get(read->state, "CharacterSet");
  if (dxl_same_text(characters, "Unicode")) {
    add(read, options, "/D", "_UNICODE");
    add(read, options, "/D", "UNICODE");
  } else if (dxl_same_text(characters, "MultiByte")) {
    add(read, options, "/D", "_MBCS");
  }
  for (uint32_t i = 0; i < macros.count; ++i)
    if (!dxl_toolset_is_place(macros.items[i]) && !contains(&macros, i))
      add(read, options, "/D", unquoted(arena, macros.items[i]));
  dxl_array_clear(&macros);
  dxl_msbuild_split(arena, datum(read, item, "UndefinePreprocessorDefinitions"), &macros);
  for (uint32_t i = 0; i < macros.count; ++i)
    add(read, options, "/U", macros.items[i]);
  dxl_array_free(&macros);
  dxl_array_free(&base);
}

static void add_forced(const reader *read, const dxl_item *item, dxl_texts *options) {
  dxl_texts names = {0};
  dxl_msbuild_split(read->state->arena, datum(read, item, "ForcedIncludeFiles"), &names);
  const dxl_msbuild_place place = place_of(item);
  for (uint32_t i = 0; i < names.count; ++i) {
    const char *found = dxl_toolset_is_place(names.items[i]) ? NULL : find_header(read, NULL, names.items[i]);
    if (found)
      add(read, options, "/FI", found);
    else if (!is_made(read, names.items[i]))
      dxl_msbuild_say_once(read->state, DXL_MESSAGE_WARNING, &place, "forced include %s is not there; left out",
                           names.items[i]);
  }
  dxl_array_free(&names);
}

/// Values that are options of their own.
static void add_switches(const reader *read, const dxl_item *item, dxl_texts *options) {
  static const struct {
    const char *name, *value, *option;
  } switches[] = {{"CompileAs", "CompileAsC", "/TC"},
                  {"CompileAs", "CompileAsCpp", "/TP"},
                  {"LanguageStandard", "stdcpp14", "/std:c++14"},
                  {"LanguageStandard", "stdcpp17", "/std:c++17"},
                  {"LanguageStandard", "stdcpp20", "/std:c++20"},
                  {"LanguageStandard", "stdcpp23", "/std:c++23preview"},
                  {"LanguageStandard", "stdcpp23preview", "/std:c++23preview"},
                  {"LanguageStandard", "stdcpplatest", "/std:c++latest"},
                  {"LanguageStandard_C", "stdc11", "/std:c11"},
                  {"LanguageStandard_C", "stdc17", "/std:c17"},
                  {"LanguageStandard_C", "stdclatest", "/std:clatest"},
                  {"ExceptionHandling", "Sync", "/EHsc"},
                  {"ExceptionHandling", "SyncCThrow", "/EHsc"},
                  {"ExceptionHandling", "Async", "/EHa"},
                  {"StructMemberAlignment", "1Byte", "/Zp1"},
                  {"StructMemberAlignment", "2Bytes", "/Zp2"},
                  {"StructMemberAlignment", "4Bytes", "/Zp4"},
                  {"DefaultCharIsUnsigned", "true", "/J"},
                  {"UndefineAllPreprocessorDefinitions", "true", "/u"}};
  for (size_t i = 0; i < sizeof switches / sizeof *switches; ++i)
    if (dxl_same_text(datum(read, item, switches[i].name), switches[i].value))
      add(read, options, switches[i].option, "");
}

static void add_target(const reader *read, bool is_kernel, dxl_texts *options) {
  const char *machine = dxl_toolset_machine(read->state);
  if (strcmp(machine, "ARM64") == 0)
    add(read, options, "--target=aarch64-pc-windows-msvc", "");
  else if (strcmp(machine, "ARM") == 0)
    add(read, options, "--target=thumbv7-pc-windows-msvc", "");
  else if (strcmp(machine, "Win32") == 0)
    add(read, options, "--target=i686-pc-windows-msvc", "");
  if (is_kernel)
    add(read, options, "/kernel", "");
}

static void add_unit(reader *read, const dxl_item *item, const char *source, bool is_kernel) {
  dxl_project *project = read->build->project;
  const dxl_msbuild_place place = place_of(item);
  dxl_texts options = {0};
  dxl_array_clear(&read->directories);
  add_directories(read, &place, datum(read, item, "AdditionalIncludeDirectories"));
  add_directories(read, &place, dxl_msbuild_get(read->state, "IncludePath"));
  add_directories(read, &place, dxl_msbuild_get(read->state, "ExternalIncludePath"));
  add_precompiled(read, item, source);
  add_target(read, is_kernel, &options);
  add_macros(read, item, &options);
  for (uint32_t i = 0; i < read->directories.count; ++i)
    add(read, &options, "/I", read->directories.items[i]);
  add_forced(read, item, &options);
  add_switches(read, item, &options);
  dxl_arguments_split(project->arena,
                      dxl_msbuild_unescape(project->arena, keep(read, datum(read, item, "AdditionalOptions"))),
                      DXL_QUOTING_WINDOWS, &options);
  dxl_unit *unit = dxl_project_new_unit(project, source, dxl_project_path(project, read->target->path));
  dxl_arguments_import_cl(project, unit, &options, read->state->directory, read->root);
  dxl_array_push(&read->target->units, unit);
  dxl_array_free(&options);
}

// ---- Items ----------------------------------------------------------------------------------------------------------

static bool is_compiled(const dxl_item *item) { return !item->is_removed && dxl_same_text(item->type, "ClCompile"); }

static bool is_excluded(const reader *read, const dxl_item *item) {
  return dxl_msbuild_is_true(datum(read, item, "ExcludedFromBuild"));
}

static void find_precompiled(reader *read) {
  for (uint32_t i = 0; i < read->state->items.count; ++i) {
    const dxl_item *item = read->state->items.items[i];
    if (is_compiled(item) && dxl_same_text(datum(read, item, "PrecompiledHeader"), "Create")) {
      read->pch = find(read, item->include);
      return;
    }
  }
}

/// What a user-mode library lacks is no loss unless a driver links it.
static dxl_message_level missing_level(const reader *read) {
  return read->target->kind == DXL_TARGET_USER_LIBRARY ? DXL_MESSAGE_WARNING : DXL_MESSAGE_ERROR;
}

/// A source that is not there: an error, unless the build makes it.
static void say_missing(reader *read, const dxl_item *item) {
  const dxl_msbuild_place place = place_of(item);
  if (is_made(read, item->include))
    dxl_msbuild_say_once(read->state, DXL_MESSAGE_NOTE, &place, "%s is made by the build; not analysed",
                         shown(read, item->include));
  else if (++read->missing <= MISSING_LIMIT)
    dxl_msbuild_say_once(read->state, missing_level(read), &place, "source %s is not there",
                         shown(read, item->include));
}

static void read_sources(reader *read, bool is_kernel, bool is_unit) {
  dxl_map *seen = dxl_map_new();
  find_precompiled(read);
  for (uint32_t i = 0; i < read->state->items.count; ++i) {
    const dxl_item *item = read->state->items.items[i];
    if (!is_compiled(item) || is_excluded(read, item))
      continue;
    const bool is_known =
        dxl_is_source(item->include) || strncasecmp(datum(read, item, "CompileAs"), "CompileAsC", 10) == 0;
    const char *found = find(read, item->include);
    if (!found || !dxl_path_is_file(found)) {
      if (is_unit)
        say_missing(read, item);
      continue;
    }
    bool is_new = false;
    dxl_map_put_text(seen, found, &is_new);
    const char *const source = keep(read, dxl_project_path(read->build->project, found));
    if (!is_new)
      continue;
    if (!is_known && is_unit) {
      const dxl_msbuild_place place = place_of(item);
      dxl_msbuild_say_once(read->state, DXL_MESSAGE_NOTE, &place, "%s is neither C nor C++; not analysed", source);
    } else if (is_unit) {
      add_unit(read, item, found, is_kernel);
    } else {
      dxl_array_push(&read->target->sources, source);
    }
  }
  dxl_map_free(seen);
  if (read->missing > MISSING_LIMIT)
    dxl_msbuild_say(read->state, missing_level(read), NULL, "%u further sources are not there",
                    read->missing - MISSING_LIMIT);
}

static void read_references(reader *read) {
  dxl_msbuild *state = read->state;
  for (uint32_t i = 0; i < state->items.count; ++i) {
    const dxl_item *item = state->items.items[i];
    if (item->is_removed || !dxl_same_text(item->type, "ProjectReference") ||
        dxl_msbuild_is_false(datum(read, item, "LinkLibraryDependencies")))
      continue;
    const dxl_msbuild_place place = place_of(item);
    const char *found = find(read, item->include);
    if (!found || !dxl_path_is_file(found)) {
      dxl_msbuild_say_once(state, missing_level(read), &place, "referenced project %s is not there",
                           shown(read, item->include));
    } else if (dxl_same_text(dxl_path_extension(found), ".vcxproj")) {
      const dxl_target_reference reference = {
          keep(read, found), keep(read, item->frame ? item->frame->shown : state->shown), item->line, item->column};
      dxl_array_push(&read->target->references, reference);
    }
  }
}

static void read_libraries(reader *read, const char *tool) {
  dxl_texts names = {0};
  dxl_msbuild_split(read->state->arena, dxl_msbuild_definition(read->state, tool, "AdditionalDependencies"), &names);
  for (uint32_t i = 0; i < names.count; ++i) {
    if (dxl_toolset_is_place(names.items[i]))
      continue; // those of the kit are not here
    const char *path = strpbrk(names.items[i], "/\\")
                           ? dxl_path_join(read->state->arena, read->state->directory, names.items[i])
                           : names.items[i];
    const char *const name = keep(read, path);
    dxl_array_push(&read->target->libraries, name);
  }
  dxl_array_free(&names);
}

// ---- What it makes --------------------------------------------------------------------------------------------------

/// A driver may be linked with the plain tools: /DRIVER or the native subsystem tell.
static bool links_driver(const reader *read) {
  const char *driver = dxl_msbuild_definition(read->state, "Link", "Driver");
  const char *subsystem = dxl_msbuild_definition(read->state, "Link", "SubSystem");
  return (*driver && !dxl_same_text(driver, "NotSet")) || dxl_same_text(subsystem, "Native");
}

static dxl_target_kind classify(reader *read, bool *is_kernel) {
  const char *type = dxl_msbuild_get(read->state, "ConfigurationType");
  read->target->is_user = dxl_toolset_is_user_driver(read->state);
  *is_kernel = !read->target->is_user && (dxl_toolset_is_kernel(read->state) || links_driver(read));
  if (read->target->is_user)
    return DXL_TARGET_DRIVER;
  if (dxl_same_text(type, "StaticLibrary"))
    return *is_kernel ? DXL_TARGET_LIBRARY : DXL_TARGET_USER_LIBRARY;
  const char *subsystem = dxl_msbuild_definition(read->state, "Link", "SubSystem");
  const bool is_program = dxl_same_text(type, "Application") || dxl_same_text(type, "DynamicLibrary");
  const bool is_user = dxl_same_text(subsystem, "Console") || dxl_same_text(subsystem, "Windows");
  if (dxl_same_text(type, "Driver") || (is_program && *is_kernel && !is_user))
    return DXL_TARGET_DRIVER;
  read->target->why = dxl_same_text(type, "Application")      ? "application"
                      : dxl_same_text(type, "DynamicLibrary") ? "user-mode library"
                                                              : keep(read, type);
  return DXL_TARGET_SKIPPED;
}

static void read_target(reader *read) {
  dxl_target *target = read->target;
  bool is_kernel = false;
  target->kind = classify(read, &is_kernel);
  const char *name = dxl_msbuild_get(read->state, "TargetName");
  const bool has_name = *name && !dxl_toolset_is_place(name);
  target->name = has_name ? keep(read, dxl_path_name(name)) : dxl_path_stem(read->build->project->arena, target->path);
  target->product =
      dxl_arena_format(read->build->project->arena, "%s%s", target->name, dxl_msbuild_get(read->state, "TargetExt"));
  const bool is_unit = target->kind != DXL_TARGET_SKIPPED;
  read_sources(read, is_kernel, is_unit);
  if (!is_unit)
    return;
  read_references(read);
  read_libraries(read, "Link");
  read_libraries(read, "Lib");
  if (target->units.count == 0 && target->kind == DXL_TARGET_DRIVER) {
    target->kind = DXL_TARGET_SKIPPED;
    target->why = "no C or C++ source";
  }
}

void dxl_vcxproj_read(dxl_build *build, dxl_target *target) {
  const char *configuration = NULL;
  const char *platform = NULL;
  dxl_project *project = build->project;
  target->kind = DXL_TARGET_BROKEN;
  target->name = dxl_path_stem(project->arena, target->path);
  target->product = target->name;
  if (!choose_configuration(build, target, &configuration, &platform))
    return;
  target->configuration = dxl_arena_format(project->arena, "%s|%s", configuration, platform);
  dxl_msbuild *state = evaluate(build, target->path, configuration, platform, false);
  if (!state || state->is_broken) {
    if (state)
      dxl_msbuild_say_missing(state, DXL_MESSAGE_ERROR);
    dxl_msbuild_free(state);
    return;
  }
  const char *root = dxl_msbuild_get(state, "SolutionDir");
  reader read = {.build = build, .target = target, .state = state, .root = dxl_path_normalise(project->arena, root)};
  read_target(&read);
  const bool is_ours = target->kind == DXL_TARGET_DRIVER || target->kind == DXL_TARGET_LIBRARY;
  const bool is_wide = dxl_same_text(platform, "x64") || strncasecmp(platform, "ARM64", 5) == 0;
  if (is_ours && !is_wide && project->options.default_headers)
    dxl_msbuild_say(state, DXL_MESSAGE_NOTE, NULL,
                    "configuration '%s' is read for x64: the built-in headers know no other than x64 and ARM64",
                    target->configuration);
  target->lacks_directories |= state->missing.count != 0;
  dxl_msbuild_say_missing(state, is_ours ? DXL_MESSAGE_ERROR : DXL_MESSAGE_WARNING);
  dxl_array_free(&read.directories);
  dxl_msbuild_free(state);
}

bool dxl_vcxproj_add(dxl_project *project, const char *path) {
  dxl_build *build = dxl_build_new(project);
  const char *solution = dxl_solution_find(project, dxl_path_join(project->arena, project->current, path));
  dxl_target *target = dxl_build_target(build, path);
  const bool fine = target->kind != DXL_TARGET_BROKEN;
  // A library that is only named by its file may be a project of the same solution.
  if (fine && solution && target->libraries.count)
    dxl_build_add_libraries(build, solution);
  dxl_build_finish(build, path);
  return fine;
}
