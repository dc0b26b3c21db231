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

static void read_entry(dxl_project *project, const char *path, const json_t *entry, size_t number, const char *home,
                       dxl_map *seen, skipped *counts, dxl_units *units) {
  const char *file = text_of(entry, "file");
  if (!file || !*file) {
    dxl_project_say(project, DXL_MESSAGE_ERROR, path, 0, 0, "entry %zu has no \"file\"", number);
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
    dxl_project_say(project, DXL_MESSAGE_ERROR, path, 0, 0,
                    "entry %zu (%s) needs \"command\" or \"arguments\": text, or an array of texts, not empty", number,
                    file);
  } else {
    dxl_unit *unit = dxl_project_new_unit(project, located, path);
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
  dxl_arena_free(arena);
  if (!root) {
    dxl_project_say(project, DXL_MESSAGE_ERROR, path, error.line > 0 ? (uint32_t)error.line : 0,
                    error.column > 0 ? (uint32_t)error.column : 0, "not a compilation database: %s", error.text);
    return false;
  }
  if (!json_is_array(root)) {
    dxl_project_say(project, DXL_MESSAGE_ERROR, path, 1, 1, "not a compilation database: an array of entries is expected");
    json_decref(root);
    return false;
  }
  const char *home = dxl_path_join(project->arena, project->current, dxl_path_directory(project->arena, path));
  dxl_map *seen = dxl_map_new();
  skipped counts = {0};
  for (size_t i = 0; i < json_array_size(root); ++i) {
    const json_t *entry = json_array_get(root, i);
    if (json_is_object(entry))
      read_entry(project, path, entry, i + 1, home, seen, &counts, units);
    else
      dxl_project_say(project, DXL_MESSAGE_ERROR, path, 0, 0, "entry %zu is no object", i + 1);
  }
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
