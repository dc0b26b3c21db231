// The arguments of a compiler call as those of a unit, in clang's syntax. Invariants: paths no longer depend on the
// directory of the call; nothing that writes a file is left.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <string.h>

#include "project/internal.h"

/// What is known while the arguments of one unit are read.
typedef struct import {
  dxl_project *project;
  dxl_unit *unit;
  const char *directory; ///< of the call
  const char *root;      ///< where files of another machine are looked for
  const char *file;      ///< the source as the call names it, NULL when it is not among the arguments
} import;

static void add(import *state, const char *argument) { dxl_array_push(&state->unit->arguments, argument); }

static void add_joined(import *state, const char *option, const char *value) {
  add(state, dxl_arena_format(state->project->arena, "%s%s", option, value));
}

const char *dxl_arguments_locate(dxl_project *project, const char *directory, const char *path, const char *root) {
  const char *joined = dxl_path_join(project->arena, directory, path);
  const char *found = dxl_path_find(project->arena, joined);
  if (!found && root && dxl_path_is_windows_absolute(joined)) {
    // A build of another machine: the longest tail of the path that exists in the tree at hand.
    for (const char *at = strchr(joined, '/'); at && !found; at = strchr(at + 1, '/'))
      if (at[1])
        found = dxl_path_find(project->arena, dxl_path_join(project->arena, root, at + 1));
  }
  return dxl_project_path(project, found ? found : joined);
}

static const char *located(import *state, const char *path) {
  return dxl_arguments_locate(state->project, state->directory, path, state->root);
}

/// A forced include is looked for along the include path when it is not in the directory of the call.
static const char *located_header(import *state, const char *path) {
  const char *here = located(state, path);
  return dxl_path_is_file(here) ? here : path;
}

static void say_unknown(import *state, const char *option) {
  const char *key = dxl_arena_format(state->project->arena, "\noption %s", option);
  bool is_new = false;
  uint64_t *slot = dxl_map_put_text(state->project->said, key, &is_new);
  *slot = 1;
  if (is_new)
    dxl_project_say(state->project, DXL_MESSAGE_NOTE, state->unit->origin, state->unit->origin_line,
                    state->unit->origin_column, "compiler option '%s' is not known and has no effect here", option);
}

// ---- Targets --------------------------------------------------------------------------------------------------------

/// A unit for another system than Windows keeps its target and gets none of the default headers.
static void take_target(import *state, const char *target) {
  const bool is_windows =
      strstr(target, "windows") || strstr(target, "win32") || strstr(target, "mingw") || strstr(target, "cygwin");
  if (!is_windows) {
    state->unit->is_windows = false;
    add_joined(state, "--target=", target);
    return;
  }
  // The headers are for the Microsoft ABI, whatever the environment was.
  const char *end = strchr(target, '-');
  const char *machine = dxl_arena_string(state->project->arena, target, end ? (size_t)(end - target) : strlen(target));
  add(state, dxl_arena_format(state->project->arena, "--target=%s-pc-windows-msvc", machine));
}

// ---- cl -------------------------------------------------------------------------------------------------------------

typedef enum cl_action {
  CL_IGNORE, ///< no effect on the meaning of the source
  CL_FIXED,  ///< becomes `clang`, which may be several arguments
  CL_PATH,   ///< `clang` + path
  CL_HEADER, ///< `clang`, then a header
  CL_TEXT,   ///< `clang` + value
  CL_DEFINE, ///< -D, with '#' for '='
  CL_STANDARD,
  CL_SOURCE ///< `clang` = language; the value is a source
} cl_action;

/// How the value is attached: none, in the same argument or the next, in the same argument only (a prefix).
typedef enum cl_value { CL_ALONE, CL_SEPARATE, CL_PREFIX } cl_value;

typedef struct cl_option {
  const char *name;
  cl_value value;
  cl_action action;
  const char *clang;
} cl_option;

/// Longer names stand before their prefixes.
static const cl_option cl_options[] = {
    {"external:I", CL_SEPARATE, CL_PATH, "-isystem"},
    {"external:", CL_PREFIX, CL_IGNORE, NULL},
    {"imsvc", CL_SEPARATE, CL_PATH, "-isystem"},
    {"ifcOutput", CL_SEPARATE, CL_IGNORE, NULL},
    {"FI", CL_SEPARATE, CL_HEADER, "-include"},
    {"Fo", CL_PREFIX, CL_IGNORE, NULL},
    {"F", CL_PREFIX, CL_IGNORE, NULL},
    {"I", CL_SEPARATE, CL_PATH, "-I"},
    {"D", CL_SEPARATE, CL_DEFINE, "-D"},
    {"U", CL_SEPARATE, CL_TEXT, "-U"},
    {"u", CL_ALONE, CL_IGNORE, NULL}, // the headers need what it would take away
    {"TP", CL_ALONE, CL_FIXED, "-xc++"},
    {"TC", CL_ALONE, CL_FIXED, "-xc"},
    {"Tp", CL_SEPARATE, CL_SOURCE, "-xc++"},
    {"Tc", CL_SEPARATE, CL_SOURCE, "-xc"},
    {"std:", CL_PREFIX, CL_STANDARD, NULL},
    {"kernel", CL_ALONE, CL_FIXED, "-D_KERNEL_MODE=1 -fno-rtti"},
    {"GR-", CL_ALONE, CL_FIXED, "-fno-rtti"},
    {"J", CL_ALONE, CL_FIXED, "-funsigned-char"},
    {"EHsc", CL_ALONE, CL_FIXED, "-fcxx-exceptions -fexceptions"},
    {"EHa", CL_ALONE, CL_FIXED, "-fcxx-exceptions -fexceptions"},
    {"Zp", CL_PREFIX, CL_TEXT, "-fpack-struct="},
    {"MDd", CL_ALONE, CL_FIXED, "-D_MT -D_DLL -D_DEBUG"},
    {"MTd", CL_ALONE, CL_FIXED, "-D_MT -D_DEBUG"},
    {"MD", CL_ALONE, CL_FIXED, "-D_MT -D_DLL"},
    {"MT", CL_ALONE, CL_FIXED, "-D_MT"},
    {"LDd", CL_ALONE, CL_FIXED, "-D_DEBUG"},
    {"Yu", CL_PREFIX, CL_IGNORE, NULL},
    {"Yc", CL_PREFIX, CL_IGNORE, NULL},
    {"Y-", CL_ALONE, CL_IGNORE, NULL},
    {"clang:", CL_PREFIX, CL_TEXT, ""},
    {"Z", CL_PREFIX, CL_IGNORE, NULL},
    {"O", CL_PREFIX, CL_IGNORE, NULL},
    {"G", CL_PREFIX, CL_IGNORE, NULL},
    {"Q", CL_PREFIX, CL_IGNORE, NULL},
    {"W", CL_PREFIX, CL_IGNORE, NULL},
    {"w", CL_PREFIX, CL_IGNORE, NULL},
    {"EH", CL_PREFIX, CL_IGNORE, NULL},
    {"MP", CL_PREFIX, CL_IGNORE, NULL},
    {"LD", CL_ALONE, CL_IGNORE, NULL},
    {"RTC", CL_PREFIX, CL_IGNORE, NULL},
    {"arch:", CL_PREFIX, CL_IGNORE, NULL},
    {"favor:", CL_PREFIX, CL_IGNORE, NULL},
    {"fp:", CL_PREFIX, CL_IGNORE, NULL},
    {"analyze", CL_PREFIX, CL_IGNORE, NULL},
    {"sdl", CL_PREFIX, CL_IGNORE, NULL},
    {"guard:", CL_PREFIX, CL_IGNORE, NULL},
    {"volatile:", CL_PREFIX, CL_IGNORE, NULL},
    {"permissive", CL_PREFIX, CL_IGNORE, NULL},
    {"diagnostics:", CL_PREFIX, CL_IGNORE, NULL},
    {"errorReport:", CL_PREFIX, CL_IGNORE, NULL},
    {"source-charset:", CL_PREFIX, CL_IGNORE, NULL},
    {"execution-charset:", CL_PREFIX, CL_IGNORE, NULL},
    {"validate-charset", CL_PREFIX, CL_IGNORE, NULL},
    {"sourceDependencies", CL_SEPARATE, CL_IGNORE, NULL},
    {"doc", CL_PREFIX, CL_IGNORE, NULL},
    {"openmp", CL_PREFIX, CL_IGNORE, NULL},
    {"await", CL_PREFIX, CL_IGNORE, NULL},
    {"vd", CL_PREFIX, CL_IGNORE, NULL},
    {"vm", CL_PREFIX, CL_IGNORE, NULL},
    {"d1", CL_PREFIX, CL_IGNORE, NULL},
    {"d2", CL_PREFIX, CL_IGNORE, NULL},
    {"cgthreads", CL_PREFIX, CL_IGNORE, NULL},
    {"utf-8", CL_ALONE, CL_IGNORE, NULL},
    {"nologo", CL_ALONE, CL_IGNORE, NULL},
    {"showIncludes", CL_PREFIX, CL_IGNORE, NULL},
    {"bigobj", CL_ALONE, CL_IGNORE, NULL},
    {"hotpatch", CL_ALONE, CL_IGNORE, NULL},
    {"homeparams", CL_ALONE, CL_IGNORE, NULL},
    {"Brepro", CL_ALONE, CL_IGNORE, NULL},
    {"FC", CL_ALONE, CL_IGNORE, NULL},
    {"FS", CL_ALONE, CL_IGNORE, NULL},
    {"c", CL_ALONE, CL_IGNORE, NULL},
    {"C", CL_ALONE, CL_IGNORE, NULL},
    {"E", CL_ALONE, CL_IGNORE, NULL},
    {"EP", CL_ALONE, CL_IGNORE, NULL},
    {"P", CL_ALONE, CL_IGNORE, NULL},
    {"X", CL_ALONE, CL_IGNORE, NULL},
};

static const cl_option *find_cl_option(const char *name) {
  for (size_t i = 0; i < sizeof cl_options / sizeof *cl_options; ++i) {
    const cl_option *option = &cl_options[i];
    if (option->value == CL_ALONE ? strcmp(name, option->name) == 0 : dxl_starts_with(name, option->name))
      return option;
  }
  return NULL;
}

static void add_words(import *state, const char *words) {
  dxl_arguments_split(state->project->arena, words, DXL_QUOTING_UNIX, &state->unit->arguments);
}

static void add_standard(import *state, const char *value) {
  const char *standard = strcmp(value, "c++latest") == 0      ? "c++2b"
                         : strcmp(value, "clatest") == 0      ? "c2x"
                         : strcmp(value, "c++23preview") == 0 ? "c++2b"
                                                              : value;
  add_joined(state, "-std=", standard);
}

static void apply_cl_option(import *state, const cl_option *option, const char *value) {
  switch (option->action) {
  case CL_IGNORE:
    break;
  case CL_FIXED:
    add_words(state, option->clang);
    break;
  case CL_PATH:
    if (strcmp(option->clang, "-I") != 0) {
      add(state, option->clang);
      add(state, located(state, value));
    } else {
      add_joined(state, option->clang, located(state, value));
    }
    break;
  case CL_HEADER:
    add(state, option->clang);
    add(state, located_header(state, value));
    break;
  case CL_TEXT:
    if (*value)
      add_joined(state, option->clang, value);
    break;
  case CL_DEFINE: {
    char *copy = dxl_arena_string(state->project->arena, value, strlen(value));
    char *mark = copy + strcspn(copy, "=#");
    if (*mark == '#')
      *mark = '=';
    add_joined(state, option->clang, copy);
    break;
  }
  case CL_STANDARD:
    add_standard(state, value);
    break;
  case CL_SOURCE:
    add(state, option->clang);
    break;
  }
}

// ---- Options that both syntaxes share -------------------------------------------------------------------------------

/// Options of clang with a path.
static const char *const path_options[] = {"-isystem",  "-iquote", "-idirafter", "-imsvc", "-cxx-isystem",
                                           "-isysroot", "-F",      "-I",         NULL};
static const char *const header_options[] = {"-include", "-imacros", NULL};
/// Options of clang with a value in the next argument, both without effect here.
static const char *const dropped_pairs[] = {"-o",
                                            "-MF",
                                            "-MT",
                                            "-MQ",
                                            "-MJ",
                                            "-L",
                                            "-l",
                                            "-u",
                                            "-z",
                                            "-T",
                                            "-Xlinker",
                                            "-Xassembler",
                                            "-include-pch",
                                            "-resource-dir",
                                            "--serialize-diagnostics",
                                            "-dependency-file",
                                            "-main-file-name",
                                            NULL};
static const char *const kept_pairs[] = {"-D", "-U", "-x", "-Xclang", "-Xpreprocessor", "-arch", "-mllvm", NULL};
static const char *const dropped[] = {"-c",  "-S",  "-E",    "-M", "-MM",           "-MD",        "-MMD", "-MP",
                                      "-MG", "-MV", "-pipe", "-v", "-fsyntax-only", "-emit-llvm", "--",   NULL};

static bool is_one_of(const char *text, const char *const *list) {
  for (; *list; ++list)
    if (strcmp(text, *list) == 0)
      return true;
  return false;
}

/// The option of the list that `text` begins with and that has its value attached.
static const char *begins_with_one_of(const char *text, const char *const *list) {
  for (; *list; ++list)
    if (dxl_starts_with(text, *list) && text[strlen(*list)])
      return *list;
  return NULL;
}

/// One argument in clang's syntax; returns how many further arguments it took.
static uint32_t import_clang_option(import *state, const char *argument, const char *next) {
  if (is_one_of(argument, dropped))
    return 0;
  if (is_one_of(argument, dropped_pairs))
    return next != NULL;
  if (strcmp(argument, "-target") == 0 || strcmp(argument, "--target") == 0) {
    if (next)
      take_target(state, next);
    return next != NULL;
  }
  if (dxl_starts_with(argument, "--target=")) {
    take_target(state, argument + strlen("--target="));
    return 0;
  }
  if (is_one_of(argument, path_options)) {
    if (!next)
      return 0;
    const char *option = strcmp(argument, "-imsvc") == 0 ? "-isystem" : argument;
    add(state, option);
    add(state, located(state, next));
    return 1;
  }
  if (is_one_of(argument, header_options)) {
    if (!next)
      return 0;
    add(state, argument);
    add(state, located_header(state, next));
    return 1;
  }
  if (is_one_of(argument, kept_pairs)) {
    if (!next)
      return 0;
    add(state, argument);
    add(state, next);
    return 1;
  }
  if (dxl_starts_with(argument, "--sysroot=")) {
    add_joined(state, "--sysroot=", located(state, argument + strlen("--sysroot=")));
    return 0;
  }
  if (dxl_starts_with(argument, "-Werror") || dxl_starts_with(argument, "-o") || dxl_starts_with(argument, "-M") ||
      dxl_starts_with(argument, "-l") || dxl_starts_with(argument, "-L") || dxl_starts_with(argument, "-Wl,") ||
      dxl_starts_with(argument, "-save-temps") || dxl_starts_with(argument, "-fmodule"))
    return 0;
  const char *option = dxl_starts_with(argument, "-include") ? NULL : begins_with_one_of(argument, path_options);
  if (option) {
    add_joined(state, option, located(state, argument + strlen(option)));
    return 0;
  }
  add(state, argument);
  return 0;
}

// ---- A whole call ---------------------------------------------------------------------------------------------------

/// Whether an argument of cl is an option of clang's own that clang-cl takes as well.
static bool is_clang_option_in_cl(const char *argument) {
  static const char *const starts[] = {"--", "-Xclang", "-imsvc", "-isystem", "-f", "-m", "-iquote", NULL};
  if (dxl_starts_with(argument, "-fp:") || strcmp(argument, "-favor") == 0)
    return false;
  return is_one_of(argument, starts) || begins_with_one_of(argument, starts);
}

static bool is_source_argument(import *state, const char *argument) {
  if (state->file && strcmp(argument, state->file) == 0)
    return true;
  return dxl_is_source(argument) && (argument[0] != '/' || dxl_path_is_file(argument));
}

static void import_arguments(import *state, const char *const *arguments, uint32_t count, bool is_cl) {
  for (uint32_t i = 0; i < count; ++i) {
    const char *argument = arguments[i];
    const char *next = i + 1 < count ? arguments[i + 1] : NULL;
    if (!*argument || is_source_argument(state, argument))
      continue;
    const bool is_option = argument[0] == '-' || (is_cl && argument[0] == '/');
    if (!is_option)
      continue; // another source, an object or a library of the same call
    if (dxl_starts_with(argument, "--driver-mode="))
      continue;
    if (!is_cl || is_clang_option_in_cl(argument)) {
      i += import_clang_option(state, argument, next);
      continue;
    }
    if (strcmp(argument + 1, "link") == 0)
      break;
    const cl_option *option = find_cl_option(argument + 1);
    if (!option) {
      if (dxl_starts_with(argument + 1, "Wno-") || argument[1] == '?')
        continue;
      say_unknown(state, argument);
      continue;
    }
    const char *value = argument + 1 + strlen(option->name);
    if (option->value == CL_SEPARATE && !*value) {
      if (!next)
        break;
      value = next;
      ++i;
    }
    apply_cl_option(state, option, value);
  }
}

// ---- What clang would refuse ----------------------------------------------------------------------------------------

/// The language of the unit: the last -x, else by its name.
static bool is_cplusplus(const import *state) {
  const dxl_texts *arguments = &state->unit->arguments;
  bool result = !dxl_same_text(dxl_path_extension(state->unit->file), ".c");
  for (uint32_t i = 0; i < arguments->count; ++i) {
    const char *argument = arguments->items[i];
    const char *language = NULL;
    if (dxl_starts_with(argument, "-x"))
      language = argument[2] ? argument + 2 : i + 1 < arguments->count ? arguments->items[i + 1] : "";
    if (language)
      result = strstr(language, "++") != NULL;
  }
  return result;
}

/// A standard for the other language, which cl ignores and clang refuses.
static bool is_other_standard(const char *argument, bool is_cplusplus_unit) {
  if (!dxl_starts_with(argument, "-std="))
    return false;
  return (strstr(argument, "++") != NULL) != is_cplusplus_unit;
}

/// A header that is forced by a path and not there would end the unit; one without a directory may be built in.
static bool is_lost_header(const import *state, const char *header) {
  const dxl_texts *arguments = &state->unit->arguments;
  if (dxl_path_is_file(header))
    return false;
  for (uint32_t i = 0; i < arguments->count; ++i) {
    const char *argument = arguments->items[i];
    if (dxl_starts_with(argument, "-I") && argument[2] &&
        dxl_path_find(state->project->arena, dxl_path_join(state->project->arena, argument + 2, header)))
      return false;
  }
  return strpbrk(header, "/\\") || dxl_same_text(header, "warning.h"); // the latter is the kit's, without declarations
}

static void say_lost_header(const import *state, const char *header) {
  bool is_new = false;
  dxl_map_put_text(state->project->said,
                   dxl_arena_format(state->project->arena, "\nheader %s of %s", header, state->unit->origin), &is_new);
  if (is_new && !dxl_same_text(dxl_path_name(header), "warning.h"))
    dxl_project_say(state->project, DXL_MESSAGE_WARNING, state->unit->origin, state->unit->origin_line,
                    state->unit->origin_column, "forced include %s is not there; left out", header);
}

/// Takes off what would make clang refuse the whole unit though the build accepts it.
static void tidy(import *state) {
  dxl_texts *arguments = &state->unit->arguments;
  const bool is_cplusplus_unit = is_cplusplus(state);
  uint32_t kept = 0;
  for (uint32_t i = 0; i < arguments->count; ++i) {
    const char *argument = arguments->items[i];
    const char *next = i + 1 < arguments->count ? arguments->items[i + 1] : NULL;
    if (next && strcmp(argument, "-include") == 0 && is_lost_header(state, next)) {
      say_lost_header(state, next);
      ++i;
    } else if (!is_other_standard(argument, is_cplusplus_unit)) {
      arguments->items[kept++] = argument;
    }
  }
  arguments->count = kept;
}

static bool is_cl_program(dxl_project *project, const char *program) {
  const char *stem = dxl_path_stem(project->arena, program);
  return dxl_same_text(stem, "cl") || dxl_same_text(stem, "clang-cl") || dxl_starts_with(stem, "clang-cl-");
}

/// "aarch64-linux-gnu-gcc-12" names its target.
static void take_program_target(import *state, const char *program) {
  const char *name = dxl_path_name(program);
  static const char *const compilers[] = {"-gcc", "-g++", "-clang", "-clang++", "-cc", "-c++", NULL};
  for (const char *const *compiler = compilers; *compiler; ++compiler) {
    const char *found = strstr(name, *compiler);
    if (found && memchr(name, '-', (size_t)(found - name))) {
      take_target(state, dxl_arena_string(state->project->arena, name, (size_t)(found - name)));
      return;
    }
  }
}

void dxl_arguments_import(dxl_project *project, dxl_unit *unit, const char *const *arguments, uint32_t count,
                          const char *directory, const char *file, const char *root) {
import state = {project, unit, directory, root, file };
  if (count == 0)
    return;
  // A compiler behind a launcher: "ccache clang ...".
  uint32_t first = 0;
  while (first + 1 < count && arguments[first + 1][0] != '-' && arguments[first + 1][0] != '/' &&
         arguments[first + 1][0] != '@' && !dxl_is_source(arguments[first + 1]) &&
         strchr(arguments[first + 1], '=') == NULL && !strchr(arguments[first + 1], '.'))
    ++first;
  const char *program = arguments[first];
  bool is_cl = is_cl_program(project, program);
  for (uint32_t i = first + 1; i < count; ++i)
    if (dxl_starts_with(arguments[i], "--driver-mode="))
      is_cl = strcmp(arguments[i], "--driver-mode=cl") == 0;
  const bool is_windows = is_cl || dxl_same_text(dxl_path_extension(program), ".exe");
  dxl_texts expanded = {0};
  dxl_arguments_expand(project, unit, arguments + first + 1, count - first - 1, directory, root,
                       is_windows ? DXL_QUOTING_WINDOWS : DXL_QUOTING_UNIX, &expanded);
  take_program_target(&state, program);
  import_arguments(&state, expanded.items, expanded.count, is_cl);
  tidy(&state);
  dxl_array_free(&expanded);
}

void dxl_arguments_import_cl(dxl_project *project, dxl_unit *unit, const dxl_texts *options, const char *directory,
                             const char *root) {
import state = {project, unit, directory, root, NULL };
  dxl_texts expanded = {0};
  dxl_arguments_expand(project, unit, options->items, options->count, directory, root, DXL_QUOTING_WINDOWS, &expanded);
  import_arguments(&state, expanded.items, expanded.count, true);
  tidy(&state);
  dxl_array_free(&expanded);
}

/// Whether what begins with '/' is an option of cl and no file.
static bool is_cl_argument(const char *argument) {
  return argument[0] == '/' && find_cl_option(argument + 1) && !dxl_path_is_file(argument) &&
         !dxl_path_is_directory(argument);
}

static bool takes_next(const char *argument) {
  static const char *const targets[] = {"-target", "--target", "--config", NULL};
  return is_one_of(argument, path_options) || is_one_of(argument, header_options) || is_one_of(argument, kept_pairs) ||
         is_one_of(argument, dropped_pairs) || is_one_of(argument, targets);
}

void dxl_arguments_of_user(dxl_project *project) {
  const char *const *given = project->options.extra;
  const uint32_t count = project->options.extra_count;
  for (uint32_t i = 0; i < count; ++i) {
    if (!is_cl_argument(given[i])) {
      dxl_array_push(&project->extra, given[i]);
      if (takes_next(given[i]) && i + 1 < count)
        dxl_array_push(&project->extra, given[++i]);
      continue;
    }
    const cl_option *option = find_cl_option(given[i] + 1);
    const bool is_pair = option->value == CL_SEPARATE && !given[i][1 + strlen(option->name)] && i + 1 < count;
    dxl_unit unit = {.origin = "--", .file = ""};
import state = {project, & unit, project->current, NULL, NULL };
    import_arguments(&state, given + i, is_pair ? 2 : 1, true);
    for (uint32_t n = 0; n < unit.arguments.count; ++n)
      dxl_array_push(&project->extra, unit.arguments.items[n]);
    dxl_array_free(&unit.arguments);
    i += is_pair;
  }
}
