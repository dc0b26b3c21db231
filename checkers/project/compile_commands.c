// Compilation databases: JSON with "directory", "file" and "command" or "arguments", as CMake, Ninja and Bear write it.
// Invariant: an entry that is wrong is a message with its position, and the other entries are used.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <errno.h>
#include <jansson.h>
#include <string.h>

#include "project/internal.h"

static const char *text_of(const json_t *entry, const char *key) { return json_string_value(json_object_get(entry, key)); }

/// How a "command" is quoted shows in its program: one of Windows ends in ".exe" or has a backslash.
static dxl_quoting quoting_of(const char *command) {
  const char quote = *command == '"' ? '"' : ' ';
  const char *end = strchr(command + 1, quote);
  const size_t length = end ? (size_t)(end - command) : strlen(command);
  char program[1024];
  if (length >= sizeof program)
    return DXL_QUOTING_UNIX;
  memcpy(program, command, length);
  program[length] = '\0';
  const char *name = dxl_path_name(program);
  const bool is_windows = strchr(program, '\\') || strcasestr(name, ".exe") || dxl_same_text(name, "cl");
  return is_windows ? DXL_QUOTING_WINDOWS : DXL_QUOTING_UNIX;
}

static bool read_arguments(dxl_project *project, const json_t *entry, dxl_texts *result) {
  const json_t *arguments = json_object_get(entry, "arguments");
  if (json_is_array(arguments)) {
    for (size_t i = 0; i < json_array_size(arguments); ++i) {
      const char *argument = json_string_value(json_array_get(arguments, i));
      if (!argument)
        return false;
      const char *const kept = dxl_arena_string(project->arena, argument, strlen(argument));
      dxl_array_push(result, kept);
    }
    return result->count > 0;
  }
  const char *command = text_of(entry, "command");
  if (!command || !*command)
    return false;
  dxl_arguments_split(project->arena, command, quoting_of(command), result);
  return result->count > 0;
}

/// The entries that are not for us are counted, not reported one by one.
typedef struct skipped {
  uint32_t other, again;
} skipped;

/// Where the entries of the array begin: the parser says of a whole text only where it is wrong.
typedef struct entry_places {
  const char *next, *end;
  uint32_t line, column; ///< of `next`, from 1
} entry_places;

static void step(entry_places *at) {
  const bool is_new_line = *at->next++ == '\n';
  at->line += is_new_line;
  at->column = is_new_line ? 1 : at->column + 1;
}

/// Goes to the next entry of a text that is known to be an array, and over it.
static void next_entry(entry_places *at, uint32_t *line, uint32_t *column) {
  while (at->next < at->end && strchr("[, \t\r\n", *at->next))
    step(at);
  *line = at->line;
  *column = at->column;
  uint32_t depth = 0;
  bool is_text = false;
  for (; at->next < at->end; step(at)) {
    const char c = *at->next;
    if (is_text && c == '\\' && at->next + 1 < at->end)
      step(at);
    else if (c == '"')
      is_text = !is_text;
    else if (!is_text && (c == '{' || c == '['))
      ++depth;
    else if (!is_text && (c == '}' || c == ']') && depth)
      --depth;
    else if (!is_text && !depth && (c == ',' || c == ']'))
      return;
  }
}

/// An entry and where it stands.
typedef struct placed_entry {
  const json_t *json;
  size_t number;
  uint32_t line, column;
} placed_entry;

static void read_entry(dxl_project *project, const char *path, const placed_entry *placed, const char *home, dxl_map *seen,
                       skipped *counts, dxl_units *units) {
  const json_t *entry = placed->json;
  const char *file = text_of(entry, "file");
  if (!file || !*file) {
    dxl_project_say(project, DXL_MESSAGE_ERROR, path, placed->line, placed->column, "entry %zu has no \"file\"", placed->number);
    return;
  }
  if (!dxl_is_source(file)) {
    ++counts->other;
    return;
  }
  const char *given = text_of(entry, "directory");
  // The standard wants "directory" absolute; a relative one means the place of the database.
  const char *directory = dxl_arguments_locate(project, home, given ? given : ".", home);
  const char *located = dxl_arguments_locate(project, directory, file, home);
  bool is_new = false;
  dxl_map_put_text(seen, located, &is_new);
  if (!is_new) {
    ++counts->again;
    return;
  }
  dxl_texts arguments = {0};
  if (!read_arguments(project, entry, &arguments)) {
    dxl_project_say(project, DXL_MESSAGE_ERROR, path, placed->line, placed->column,
                    "entry %zu (%s) needs \"command\" or \"arguments\": text, or an array of texts, not empty", placed->number,
                    file);
  } else {
    dxl_unit *unit = dxl_project_new_unit(project, located, path);
    unit->origin_line = placed->line;
    unit->origin_column = placed->column;
    dxl_arguments_import(project, unit, arguments.items, arguments.count, directory, file, home);
    dxl_array_push(units, unit);
  }
  dxl_array_free(&arguments);
}

bool dxl_compile_commands_read(dxl_project *project, const char *path, dxl_units *units) {
  size_t length = 0;
  dxl_arena *arena = dxl_arena_new();
  const char *text = dxl_path_read_text(arena, path, &length);
  if (!text) {
    dxl_project_say(project, DXL_MESSAGE_ERROR, path, 0, 0, "%s", strerror(errno));
    dxl_arena_free(arena);
    return false;
  }
  json_error_t error;
  json_t *root = json_loadb(text, length, 0, &error);
  if (!root) {
    dxl_arena_free(arena);
    dxl_project_say(project, DXL_MESSAGE_ERROR, path, error.line > 0 ? (uint32_t)error.line : 0,
                    error.column > 0 ? (uint32_t)error.column : 0, "not a compilation database: %s", error.text);
    return false;
  }
  if (!json_is_array(root)) {
    dxl_project_say(project, DXL_MESSAGE_ERROR, path, 1, 1, "not a compilation database: an array of entries is expected");
    dxl_arena_free(arena);
    json_decref(root);
    return false;
  }
  const char *home = dxl_path_join(project->arena, project->current, dxl_path_directory(project->arena, path));
  dxl_map *seen = dxl_map_new();
  skipped counts = {0};
  entry_places places = {text, text + length, 1, 1};
  for (size_t i = 0; i < json_array_size(root); ++i) {
    placed_entry placed = {json_array_get(root, i), i + 1, 0, 0};
    next_entry(&places, &placed.line, &placed.column);
    if (json_is_object(placed.json))
      read_entry(project, path, &placed, home, seen, &counts, units);
    else
      dxl_project_say(project, DXL_MESSAGE_ERROR, path, placed.line, placed.column, "entry %zu is no object", placed.number);
  }
  dxl_arena_free(arena);
  dxl_map_free(seen);
  json_decref(root);
  if (counts.other)
    dxl_project_say(project, DXL_MESSAGE_NOTE, path, 0, 0, "%u entr%s neither C nor C++", counts.other,
                    counts.other == 1 ? "y is" : "ies are");
  if (counts.again)
    dxl_project_say(project, DXL_MESSAGE_NOTE, path, 0, 0,
                    "%u entr%s a file that an earlier one has; the first entry of each file is used", counts.again,
                    counts.again == 1 ? "y names" : "ies name");
  return true;
}
