// The headers of the trace preprocessor (*.tmh) are made in the real build. Here each is made up: the common part that
// the tool's headers carry, and one macro for each trace function that a configuration comment declares. Arguments of
// the message reach the sink; level and flag names, which only the real header defines, do not (docs/headers.md).
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <ctype.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "project/internal.h"

static const char *const TRACE_BASE = "dxl_wpp.h";

typedef struct trace_state {
  dxl_project *project;
  dxl_map *scanned;     ///< directories and files that were looked at
  dxl_map *definitions; ///< text of the macros, in the order found
  dxl_map *headers;     ///< names of *.tmh headers
} trace_state;

static bool is_name(char c) { return isalnum((unsigned char)c) || c == '_'; }

/// What a trace function is told besides its message: "LEVEL_STATUS" and "X, STATUS, ".
typedef struct trace_conditions {
  char names[256], values[256];
  size_t names_used, values_used;
} trace_conditions;

static bool add_condition(trace_conditions *conditions, const char *name, size_t name_size, const char *value, size_t value_size) {
  if (conditions->names_used + name_size + 2 >= sizeof conditions->names ||
      conditions->values_used + value_size + 3 >= sizeof conditions->values)
    return false;
  conditions->names_used +=
      (size_t)snprintf(conditions->names + conditions->names_used, name_size + 2, "_%.*s", (int)name_size, name);
  conditions->values_used +=
      (size_t)snprintf(conditions->values + conditions->values_used, value_size + 3, "%s%.*s", conditions->values_used ? ", " : "",
                       (int)value_size, value);
  return true;
}

/// "{CHK=X,LEVEL=Y}": NULL where it is not that.
static const char *read_settings(trace_conditions *conditions, const char *at) {
  for (++at; *at && *at != '}';) {
    while (isspace((unsigned char)*at) || *at == ',')
      ++at;
    const char *name = at;
    while (is_name(*at))
      ++at;
    const size_t name_size = (size_t)(at - name);
    while (isspace((unsigned char)*at) || *at == '=')
      ++at;
    const char *value = at;
    while (*at && *at != ',' && *at != '}')
      ++at;
    if (name_size && !add_condition(conditions, name, name_size, value, (size_t)(at - value)))
      return NULL;
  }
  return *at ? at + 1 : NULL;
}

/// "FUNC Name{LEVEL=X}(LEVEL, FLAGS, MSG, ...)" and "Name(LEVEL, (MSG, ...))" as a macro; others are left. A function without
/// MSG has its text from elsewhere. What a driver says should stand before and after the message (WPP_LEVEL_FLAGS_PRE,
/// ..._POST: a test, a jump) does so.
static void read_line(trace_state *state, const char *line) {
  dxl_arena *arena = state->project->arena;
  const bool is_function = dxl_starts_with(line, "FUNC");
  const char *at = line;
  if (is_function) {
    at += strlen("FUNC");
    if (!isspace((unsigned char)*at))
      return;
    while (isspace((unsigned char)*at))
      ++at;
  }
  const char *start = at;
  while (is_name(*at))
    ++at;
  if (at == start)
    return;
  const char *name = dxl_arena_string(arena, start, (size_t)(at - start));
  static const char *const directives[] = {"USEPREFIX", "USESUFFIX", "CUSTOM_TYPE", "DEFINE_CPLX_TYPE", "NOPREFIX",
                                           "WPP_FLAGS", NULL};
  for (const char *const *directive = directives; *directive; ++directive)
    if (strcmp(name, *directive) == 0)
      return;
  trace_conditions conditions = {0};
  if (*at == '{' && !(at = read_settings(&conditions, at)))
    return;
  while (isspace((unsigned char)*at))
    ++at;
  if (*at++ != '(')
    return;
  // Parameters before MSG, and whether MSG and the rest stand in parentheses of their own.
  char parameters[256] = "";
  size_t used = 0;
  bool is_inner = false, has_message = true;
  for (;;) {
    while (isspace((unsigned char)*at) || *at == ',')
      ++at;
    if (*at == '(') {
      is_inner = true;
      ++at;
      continue;
    }
    start = at;
    while (is_name(*at))
      ++at;
    const size_t size = (size_t)(at - start);
    if (size == 0 && is_function && !is_inner && (*at == ')' || *at == '.')) {
      has_message = false;
      break;
    }
    if (size == 0)
      return;
    if ((size == 3 && strncmp(start, "MSG", 3) == 0))
      break;
    if (used + size + 3 >= sizeof parameters || !add_condition(&conditions, start, size, start, size))
      return;
    used += (size_t)snprintf(parameters + used, sizeof parameters - used, "%.*s, ", (int)size, start);
  }
  for (int i = 0; i < 2; ++i) {
    const char *around = dxl_arena_format(arena, "WPP%s_%s", conditions.names, i ? "POST" : "PRE");
    dxl_map_put_text(state->definitions, dxl_arena_format(arena, "#ifndef %s\n#define %s(...)\n#endif\n", around, around), NULL);
  }
  const char *rest = !has_message ? "..." : is_inner ? "MSG" : "MSG, ...";
  const char *said = !has_message ? "(\"\", ##__VA_ARGS__)" : is_inner ? " MSG" : "(MSG, ##__VA_ARGS__)";
  const char *text = dxl_arena_format(arena, "#undef %s\n#define %s(%s%s) WPP%s_PRE(%s) DXL_WPP_SINK%s WPP%s_POST(%s)\n", name, name,
                                      parameters, rest, conditions.names, conditions.values, said, conditions.names,
                                      conditions.values);
  dxl_map_put_text(state->definitions, text, NULL);
}

static void read_flags(trace_state *state, const char *path) {
  size_t length = 0;
  dxl_arena *arena = dxl_arena_new();
  const char *text = dxl_path_read(arena, path, &length);
  for (const char *at = text; at && (at = strstr(at, "WPP_DEFINE_BIT"));) {
    at += strlen("WPP_DEFINE_BIT");
    while (isspace((unsigned char)*at))
      ++at;
    if (*at != '(')
      continue;
    for (++at; isspace((unsigned char)*at);)
      ++at;
    const char *start = at;
    while (is_name(*at))
      ++at;
    if (at > start)
      dxl_map_put_text(state->definitions,
                       dxl_arena_format(arena, "#undef %.*s\n#define %.*s 1\n", (int)(at - start), start,
                                        (int)(at - start), start),
                       NULL);
  }
  dxl_arena_free(arena);
}

static void look_at(trace_state *state, const char *path) {
  bool is_new = false;
  dxl_map_put_text(state->scanned, path, &is_new);
  if (!is_new)
    return;
  const dxl_scan *scan = dxl_scan_file(state->project, path);
  bool has_trace = scan->trace_macros.count > 0;
  for (uint32_t i = 0; i < scan->trace_macros.count; ++i)
    read_line(state, scan->trace_macros.items[i]);
  for (uint32_t i = 0; i < scan->includes.count; ++i)
    if (dxl_same_text(dxl_path_extension(scan->includes.items[i]), ".tmh")) {
      dxl_map_put_text(state->headers, scan->includes.items[i], NULL);
      has_trace = true;
    }
  if (has_trace || scan->defines_trace_flags)
    read_flags(state, path);
}

static int compare_names(const void *a, const void *b) { return strcmp(*(const char *const *)a, *(const char *const *)b); }

static void look_into(trace_state *state, const char *directory) {
  dxl_arena *arena = state->project->arena;
  bool is_new = false;
  const char *normal = dxl_path_normalise(arena, directory);
  dxl_map_put_text(state->scanned, dxl_arena_format(arena, "%s/", normal), &is_new);
  if (!is_new)
    return;
  DIR *stream = opendir(normal);
  if (!stream)
    return;
  dxl_texts names = {0};
  for (struct dirent *entry; (entry = readdir(stream));)
    if (dxl_is_source(entry->d_name) || dxl_is_header(entry->d_name)) {
      const char *const name = dxl_arena_string(arena, entry->d_name, strlen(entry->d_name));
      dxl_array_push(&names, name);
    }
  closedir(stream);
  if (names.count)
    qsort(names.items, names.count, sizeof *names.items, compare_names);
  for (uint32_t i = 0; i < names.count; ++i)
    look_at(state, dxl_path_join(arena, normal, names.items[i]));
  dxl_array_free(&names);
}

/// Whether one of the units includes such a header, directly or through what stands beside it.
static bool has_trace_header(trace_state *state, const dxl_driver *driver) {
  for (uint32_t i = 0; i < driver->units.count; ++i) {
    const dxl_unit *unit = driver->units.items[i];
    if (unit->is_ir || !unit->is_windows)
      continue;
    look_into(state, dxl_path_directory(state->project->arena, unit->file));
    for (uint32_t a = 0; a < unit->arguments.count; ++a) {
      const char *argument = unit->arguments.items[a];
      if (dxl_starts_with(argument, "-I") && argument[2])
        look_into(state, argument + 2);
    }
  }
  return dxl_map_count(state->headers) > 0;
}

void dxl_trace_add(dxl_project *project, dxl_driver *driver) {
  trace_state state = {project, dxl_map_new(), dxl_map_new(), dxl_map_new()};
  if (project->options.default_headers && has_trace_header(&state, driver)) {
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    if (!out)
      abort();
    fprintf(out, "#include <%s>\n", TRACE_BASE);
    for (uint32_t i = 0; i < dxl_map_count(state.definitions); ++i) {
      size_t length = 0;
      const char *key = dxl_map_key_at(state.definitions, i, &length);
      fwrite(key, 1, length, out);
    }
    fclose(out);
    const char *content = dxl_arena_string(project->arena, text, size);
    free(text);
    for (uint32_t i = 0; i < dxl_map_count(state.headers); ++i) {
      size_t length = 0;
      const char *key = dxl_map_key_at(state.headers, i, &length);
      const char *name = dxl_path_name(dxl_arena_string(project->arena, key, length));
      dxl_project_file file = {dxl_arena_format(project->arena, "%s/%s", DXL_TRACE_DIRECTORY, name), content, size};
      dxl_array_push(&driver->files, file);
    }
  }
  dxl_map_free(state.scanned);
  dxl_map_free(state.definitions);
  dxl_map_free(state.headers);
}
