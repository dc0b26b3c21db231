// Directories of WDK 7: `sources` says what one makes, `dirs` which others there are. Each `sources` becomes a target.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <stdlib.h>
#include <string.h>

#include "project/build.h"
#include "project/msbuild.h"
#include "project/nmake.h"

typedef struct reader {
  dxl_build *build;
  dxl_target *target;
  dxl_nmake *make;
  bool is_checked; ///< the checked, that is debug, build
  bool is_arm;     ///< ARM64 instead of AMD64
} reader;

typedef struct named_value {
  const char *name, *value;
} named_value;

static void set_all(dxl_nmake *make, const named_value *values) {
  for (; values->name; ++values)
    dxl_nmake_set(make, values->name, values->value);
}

/// What the build environment window of the kit sets.
static void set_environment(const reader *read) {
  static const named_value versions[] = {
      {"_NT_TARGET_VERSION_WIN2K", "0x500"},    {"_NT_TARGET_VERSION_WINXP", "0x501"},
      {"_NT_TARGET_VERSION_WS03", "0x502"},     {"_NT_TARGET_VERSION_VISTA", "0x600"},
      {"_NT_TARGET_VERSION_LONGHORN", "0x600"}, {"_NT_TARGET_VERSION_WS08", "0x600"},
      {"_NT_TARGET_VERSION_WIN7", "0x601"},     {"_NT_TARGET_VERSION_WIN8", "0x602"},
      {"_NT_TARGET_VERSION", "0x601"},          {NULL, NULL}};
  const char *machine = read->is_arm ? "arm64" : "amd64";
  const char *alt = read->is_checked ? "chk_win7_amd64" : "fre_win7_amd64";
  const char *object = dxl_arena_format(read->make->arena, "obj%s/%s", alt, machine);
  const named_value values[] = {{"DDKBUILDENV", read->is_checked ? "chk" : "fre"},
                                {"DDK_TARGET_OS", "Win7"},
                                {"BUILD_ALT_DIR", alt},
                                {"_BUILDARCH", read->is_arm ? "ARM64" : "AMD64"},
                                {"TARGET_DIRECTORY", machine},
                                {"FREEBUILD", read->is_checked ? "0" : "1"},
                                {read->is_arm ? "ARM64" : "AMD64", "1"},
                                {"386", "0"},
                                {"O", object},
                                {"OBJ_PATH", read->make->directory},
                                {"MAKEDIR", read->make->directory},
                                {NULL, NULL}};
  set_all(read->make, versions);
  set_all(read->make, values);
}

// ---- Arguments ------------------------------------------------------------------------------------------------------

static void add(const reader *read, dxl_texts *options, const char *option, const char *value) {
  const char *const text = dxl_arena_format(read->build->project->arena, "%s%s", option, value);
  dxl_array_push(options, text);
}

/// The macros that the kit passes to the compiler (docs/projects.md).
static void add_macros(const reader *read, dxl_texts *options) {
  static const char *const amd64[] = {"_WIN64", "_AMD64_", "AMD64", NULL};
  static const char *const arm64[] = {"_WIN64", "_ARM64_", "ARM64", NULL};
  static const char *const common[] = {
      "CONDITION_HANDLING=1",  "NT_UP=0", "NT_INST=0", "WIN32=100", "_NT1X_=100", "WINNT=1",
      "WIN32_LEAN_AND_MEAN=1", "DEVL=1",  NULL};
  for (const char *const *macro = read->is_arm ? arm64 : amd64; *macro; ++macro)
    add(read, options, "/D", *macro);
  for (const char *const *macro = common; *macro; ++macro)
    add(read, options, "/D", *macro);
  const unsigned long given = strtoul(dxl_nmake_get(read->make, "_NT_TARGET_VERSION"), NULL, 0);
  const unsigned target = given >= 0x400 && given <= 0xFFFF ? (unsigned)given : 0x601;
  dxl_arena *arena = read->build->project->arena;
  add(read, options, "/D", dxl_arena_format(arena, "_WIN32_WINNT=0x%04X", target));
  add(read, options, "/D", dxl_arena_format(arena, "WINVER=0x%04X", target));
  add(read, options, "/D", dxl_arena_format(arena, "NTDDI_VERSION=0x%08X", target << 16));
  add(read, options, "/D", read->is_checked ? "DBG=1" : "NDEBUG");
  static const char *const framework[] = {"KMDF_VERSION_MAJOR", "KMDF_VERSION_MINOR", NULL};
  const bool has_framework = dxl_nmake_find(read->make, "KMDF_VERSION") || dxl_nmake_find(read->make, framework[0]);
  for (const char *const *name = framework; has_framework && *name; ++name) {
    const char *value = dxl_nmake_get(read->make, *name);
    const char *usual = name == framework ? "1" : "9";
    add(read, options, "/D", dxl_arena_format(arena, "%s=%s", *name, *value ? value : usual));
  }
}

static const char *find(const reader *read, const char *path) {
  return dxl_path_find(read->make->arena, dxl_path_join(read->make->arena, read->make->directory, path));
}

static void say(const reader *read, dxl_message_level level, const char *macro, const char *text) {
  const dxl_nmake_macro *where = dxl_nmake_find(read->make, macro);
  const char *file = where && where->file ? where->file : dxl_project_path(read->build->project, read->target->path);
  dxl_project_say(read->build->project, level, file, where ? where->line : 0, where && where->line ? 1 : 0, "%s", text);
}

static bool is_made(const reader *read, const char *path) {
  const char *object = dxl_nmake_get(read->make, "O");
  return dxl_toolset_is_place(path) || strncasecmp(path, "obj", 3) == 0 ||
         strncasecmp(path, object, strlen(object)) == 0;
}

static void add_directories(const reader *read, dxl_texts *options) {
  dxl_texts names = {0};
  add(read, options, "/I", read->make->directory);
  dxl_msbuild_split(read->make->arena, dxl_nmake_get(read->make, "INCLUDES"), &names);
  for (uint32_t i = 0; i < names.count; ++i) {
    const char *found = dxl_toolset_is_place(names.items[i]) ? NULL : find(read, names.items[i]);
    if (found && dxl_path_is_directory(found))
      add(read, options, "/I", found);
    else if (!is_made(read, names.items[i])) {
      read->target->lacks_directories = true;
      say(read, DXL_MESSAGE_NOTE, "INCLUDES",
          dxl_arena_format(read->make->arena, "include directory %s is not there", names.items[i]));
    }
  }
  dxl_array_free(&names);
}

/// Macros that hold options of the compiler, the machine's own ones behind.
static void add_flags(const reader *read, dxl_texts *options) {
  static const char *const names[] = {"C_DEFINES", "USER_C_FLAGS", NULL};
  const char *machine = read->is_arm ? "ARM64" : "AMD64";
  dxl_texts words = {0};
  for (const char *const *name = names; *name; ++name) {
    dxl_arguments_split(read->build->project->arena, dxl_nmake_get(read->make, *name), DXL_QUOTING_WINDOWS, &words);
    const char *own = dxl_arena_format(read->make->arena, "%s_%s", machine, *name);
    dxl_arguments_split(read->build->project->arena, dxl_nmake_get(read->make, own), DXL_QUOTING_WINDOWS, &words);
  }
  for (uint32_t i = 0; i < words.count; ++i)
    if (!dxl_toolset_is_place(words.items[i]))
      dxl_array_push(options, words.items[i]);
  dxl_array_free(&words);
}

// ---- Sources --------------------------------------------------------------------------------------------------------

static void add_sources(reader *read, const char *macro, const dxl_texts *options) {
  dxl_texts names = {0};
  dxl_arguments_split(read->make->arena, dxl_nmake_get(read->make, macro), DXL_QUOTING_WINDOWS, &names);
  for (uint32_t i = 0; i < names.count; ++i) {
    if (!dxl_is_source(names.items[i]))
      continue; // resources, assembler, interfaces
    const char *found = find(read, names.items[i]);
    if (!found) {
      say(read, is_made(read, names.items[i]) ? DXL_MESSAGE_NOTE : DXL_MESSAGE_ERROR, macro,
          dxl_arena_format(read->make->arena, "source %s is not there", names.items[i]));
      continue;
    }
    dxl_project *project = read->build->project;
    if (read->target->kind == DXL_TARGET_SKIPPED) {
      const char *const kept = dxl_arena_string(project->arena, found, strlen(found));
      const char *const source = dxl_project_path(project, kept);
      dxl_array_push(&read->target->sources, source);
      continue;
    }
    dxl_unit *unit = dxl_project_new_unit(project, found, dxl_project_path(project, read->target->path));
    dxl_arguments_import_cl(project, unit, options, read->make->directory, read->make->directory);
    dxl_array_push(&read->target->units, unit);
  }
  dxl_array_free(&names);
}

/// TARGETTYPE as a kind, with what the product's name ends in.
static dxl_target_kind classify(reader *read, const char **extension) {
  static const struct {
    const char *type, *extension;
    dxl_target_kind kind;
    const char *why;
  } types[] = {{"DRIVER", ".sys", DXL_TARGET_DRIVER, NULL},
               {"MINIPORT", ".sys", DXL_TARGET_DRIVER, NULL},
               {"EXPORT_DRIVER", ".sys", DXL_TARGET_DRIVER, NULL},
               {"GDI_DRIVER", ".dll", DXL_TARGET_SKIPPED, "GDI driver"},
               {"DRIVER_LIBRARY", ".lib", DXL_TARGET_LIBRARY, NULL},
               {"LIBRARY", ".lib", DXL_TARGET_USER_LIBRARY, NULL},
               {"DYNLINK", ".dll", DXL_TARGET_SKIPPED, "user-mode library"},
               {"PROGRAM", ".exe", DXL_TARGET_SKIPPED, "application"},
               {"PROGLIB", ".exe", DXL_TARGET_SKIPPED, "application"},
               {"UMAPPL", ".exe", DXL_TARGET_SKIPPED, "application"},
               {"NOTARGET", "", DXL_TARGET_SKIPPED, "no target"}};
  const char *type = dxl_nmake_get(read->make, "TARGETTYPE");
  for (size_t i = 0; i < sizeof types / sizeof *types; ++i)
    if (dxl_same_text(type, types[i].type)) {
      *extension = types[i].extension;
      read->target->why = types[i].why;
      return types[i].kind;
    }
  *extension = "";
  read->target->why = *type ? dxl_arena_string(read->build->project->arena, type, strlen(type)) : "no TARGETTYPE";
  return DXL_TARGET_SKIPPED;
}

static void read_libraries(reader *read) {
  dxl_texts names = {0};
  dxl_arena *arena = read->build->project->arena;
  dxl_arguments_split(read->make->arena, dxl_nmake_get(read->make, "TARGETLIBS"), DXL_QUOTING_WINDOWS, &names);
  for (uint32_t i = 0; i < names.count; ++i) {
    const char *name =
        dxl_path_name(names.items[i]); // the directory is that of the build, not of the library's sources
    const char *const kept = dxl_arena_string(arena, name, strlen(name));
    if (!dxl_toolset_is_place(names.items[i]))
      dxl_array_push(&read->target->libraries, kept);
  }
  dxl_array_free(&names);
}

static void read_target(reader *read) {
  dxl_target *target = read->target;
  dxl_arena *arena = read->build->project->arena;
  const char *extension = "";
  const char *name = dxl_nmake_get(read->make, "TARGETNAME");
  target->kind = classify(read, &extension);
  if (*name && !dxl_toolset_is_place(name))
    target->name = dxl_arena_string(arena, name, strlen(name));
  else
    target->name = dxl_path_name(dxl_path_directory(arena, target->path));
  target->product = dxl_arena_format(arena, "%s%s", target->name, extension);
  dxl_texts options = {0};
  if (read->is_arm)
    add(read, &options, "--target=aarch64-pc-windows-msvc", "");
  add(read, &options, "/kernel", "");
  add_macros(read, &options);
  add_directories(read, &options);
  add_flags(read, &options);
  add_sources(read, "SOURCES", &options);
  add_sources(read, read->is_arm ? "ARM64_SOURCES" : "AMD64_SOURCES", &options);
  read_libraries(read);
  dxl_array_free(&options);
  if (target->kind == DXL_TARGET_DRIVER && target->units.count == 0) {
    target->kind = DXL_TARGET_SKIPPED;
    target->why = "no C or C++ source";
  }
}

void dxl_kit_sources_read(dxl_build *build, dxl_target *target) {
  static const char *const checked[] = {"chk", "checked", "debug", NULL};
  const dxl_project_options *options = &build->project->options;
  dxl_nmake *make = dxl_nmake_new(build->project, target->path);
  reader read = {.build = build, .target = target, .make = make};
  for (const char *const *word = checked; options->configuration && *word; ++word)
    read.is_checked |= strcasestr(options->configuration, *word) != NULL;
  read.is_arm = options->platform && dxl_same_text(options->platform, "ARM64");
  target->configuration = dxl_arena_format(build->project->arena, "%s|%s", read.is_checked ? "chk" : "fre",
                                           read.is_arm ? "arm64" : "amd64");
  set_environment(&read);
  if (dxl_nmake_read(make, target->path))
    read_target(&read);
  target->lacks_directories |= make->lacks_file;
  dxl_nmake_free(make);
}

// ---- dirs -----------------------------------------------------------------------------------------------------------

static void read_directory(dxl_build *build, const dxl_nmake *make, const char *name, const char *macro,
                           uint32_t depth) {
  dxl_project *project = build->project;
  const char *joined = dxl_path_join(project->arena, make->directory, name);
  const char *directory = dxl_path_find(project->arena, joined);
  const char *inner =
      directory ? dxl_path_find(project->arena, dxl_path_join(project->arena, directory, "dirs")) : NULL;
  const char *sources =
      directory ? dxl_path_find(project->arena, dxl_path_join(project->arena, directory, "sources")) : NULL;
  if (sources && dxl_path_is_file(sources))
    dxl_build_target(build, sources);
  if (inner && dxl_path_is_file(inner))
    dxl_kit_dirs_read(build, inner, depth + 1);
  if (!directory && strcmp(macro, "DIRS") == 0) {
    const dxl_nmake_macro *where = dxl_nmake_find(make, macro);
    dxl_project_say(project, DXL_MESSAGE_ERROR, where ? where->file : NULL, where ? where->line : 0, 1,
                    "directory %s is not there", dxl_project_path(project, joined));
  }
}

void dxl_kit_dirs_read(dxl_build *build, const char *path, uint32_t depth) {
  static const char *const macros[] = {"DIRS", "OPTIONAL_DIRS", NULL};
  const char *absolute = dxl_path_join(build->project->arena, build->project->current, path);
  bool is_new = false;
  dxl_map_put_text(build->directories, absolute, &is_new);
  if (!is_new || depth > DXL_PROJECT_DEPTH_LIMIT)
    return;
  dxl_nmake *make = dxl_nmake_new(build->project, absolute);
  const bool fine = dxl_nmake_read(make, absolute);
  for (const char *const *macro = macros; fine && *macro; ++macro) {
    dxl_texts names = {0};
    dxl_arguments_split(make->arena, dxl_nmake_get(make, *macro), DXL_QUOTING_WINDOWS, &names);
    for (uint32_t i = 0; i < names.count; ++i) {
      // "name{other}" waits for another directory.
      const char *name = dxl_arena_string(make->arena, names.items[i], strcspn(names.items[i], "{"));
      if (*name)
        read_directory(build, make, name, *macro, depth);
    }
    dxl_array_free(&names);
  }
  dxl_nmake_free(make);
}

static bool names_directory(dxl_project *project, const char *dirs, const char *name) {
  dxl_nmake *make = dxl_nmake_new(project, dirs);
  dxl_texts names = {0};
  if (dxl_nmake_read(make, dirs)) {
    dxl_arguments_split(make->arena, dxl_nmake_get(make, "DIRS"), DXL_QUOTING_WINDOWS, &names);
    dxl_arguments_split(make->arena, dxl_nmake_get(make, "OPTIONAL_DIRS"), DXL_QUOTING_WINDOWS, &names);
  }
  bool found = false;
  for (uint32_t i = 0; i < names.count && !found; ++i)
    found = strncasecmp(names.items[i], name, strlen(name)) == 0 && strchr("{", names.items[i][strlen(name)]);
  dxl_array_free(&names);
  dxl_nmake_free(make);
  return found;
}

/// The `dirs` file farthest up that leads here, NULL when the directory stands alone.
static const char *top_dirs(dxl_project *project, const char *path) {
  const char *top = NULL;
  const char *directory = dxl_path_directory(project->arena, dxl_path_join(project->arena, project->current, path));
  for (int up = 0; up < DXL_PROJECT_DEPTH_LIMIT; ++up) {
    const char *parent = dxl_path_directory(project->arena, directory);
    const char *found = dxl_path_find(project->arena, dxl_path_join(project->arena, parent, "dirs"));
    if (strcmp(parent, directory) == 0 || !found || !dxl_path_is_file(found) ||
        !names_directory(project, found, dxl_path_name(directory)))
      return top;
    top = found;
    directory = parent;
  }
  return top;
}

bool dxl_kit_sources_add(dxl_project *project, const char *path) {
  dxl_build *build = dxl_build_new(project);
  bool fine = true;
  if (dxl_same_text(dxl_path_name(path), "dirs")) {
    const uint32_t messages = project->messages.count;
    dxl_kit_dirs_read(build, path, 0);
    fine = build->targets.count > 0;
    if (!fine && project->messages.count == messages)
      dxl_project_say(project, DXL_MESSAGE_ERROR, path, 0, 0, "names no directory with a `sources` file");
  } else {
    const dxl_target *target = dxl_build_target(build, path);
    fine = target->kind != DXL_TARGET_BROKEN;
    const uint32_t messages = project->messages.count;
    const char *top = top_dirs(project, path);
    if (fine && top && target->libraries.count) {
      const uint32_t count = build->targets.count;
      dxl_kit_dirs_read(build, top, 0);
      dxl_build_hide(build, count);
    }
    project->messages.count = messages; // nobody asked for the other directories
  }
  dxl_build_finish(build, path);
  return fine;
}
