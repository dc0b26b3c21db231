// Compilation databases: JSON with "directory", "file" and "command" or "arguments", as CMake, Ninja and Bear write it.
// Invariant: an entry that is wrong is a message with its position, and the other entries are used.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <errno.h>
#include <jansson.h>
#include <string.h>

#include "project/internal.h"

/// Broken entries after which a file is taken for something else.
enum { MISTAKE_LIMIT = 100 };

static const char *text_of(const json_t *entry, const char *key) {
  return json_string_value(json_object_get(entry, key));
}

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

/// NULL, or what is wrong.
static const char *read_arguments(dxl_project *project, const json_t *entry, dxl_texts *result) {
  static const char missing[] = "needs \"command\" or \"arguments\": text, or an array of texts, not empty";
  const json_t *arguments = json_object_get(entry, "arguments");
  if (json_is_array(arguments)) {
    for (size_t i = 0; i < json_array_size(arguments); ++i) {
      const char *argument = json_string_value(json_array_get(arguments, i));
      if (!argument)
        return missing;
      const char *const kept = dxl_arena_string(project->arena, argument, strlen(argument));
      dxl_array_push(result, kept);
    }
    return result->count ? NULL : missing;
  }
  const char *command = text_of(entry, "command");
  if (!command || !*command)
    return missing;
  if (!dxl_arguments_split(project->arena, command, quoting_of(command), result))
    return "has a quotation mark in \"command\" that is not closed";
  return result->count ? NULL : missing;
}

/// The entries that are not for us are counted, not reported one by one.
typedef struct skipped {
  uint32_t other, again;
} skipped;

/// Where in the text the reader is. Entries are parsed one by one, so that a broken one costs only itself.
typedef struct text_place {
  const char *next, *end;
  uint32_t line, column; ///< of `next`, from 1
} text_place;

static void step(text_place *at) {
  const bool is_new_line = *at->next++ == '\n';
  at->line += is_new_line;
  at->column = is_new_line ? 1 : at->column + 1;
}

static void go_to(text_place *at, const char *place) {
  while (at->next < place)
    step(at);
}

static void skip_blank(text_place *at) {
  while (at->next < at->end && strchr(" \t\r\n", *at->next))
    step(at);
}

/// Behind a broken entry: the next object that begins a line, or that a closed one and a comma stand before.
static void skip_broken(text_place *at) {
  bool is_first = false;
  char before[2] = "";
  for (step(at); at->next < at->end; step(at)) {
    const char c = *at->next;
    if (c == '{' && (is_first || (before[0] == '}' && before[1] == ',')))
      return;
    if (c == '\n')
      is_first = true;
    if (strchr(" \t\r\n", c))
      continue;
    is_first = is_first && c == ',';
    before[0] = before[1];
    before[1] = c;
  }
}

/// An entry and where it stands.
typedef struct placed_entry {
  const json_t *json;
  size_t number;
  uint32_t line, column;
} placed_entry;

static void read_entry(dxl_project *project, const char *path, const placed_entry *placed, const char *home,
                       dxl_map *seen, skipped *counts, dxl_units *units) {
  const json_t *entry = placed->json;
  const char *file = text_of(entry, "file");
  if (!file || !*file) {
    dxl_project_say(project, DXL_MESSAGE_ERROR, path, placed->line, placed->column, "entry %zu has no \"file\"",
                    placed->number);
    return;
  }
  if (!dxl_is_source(file)) {
    ++counts->other;
    return;
  }
  const json_t *stated = json_object_get(entry, "directory");
  const char *given = json_string_value(stated);
  if (stated && !given) {
    dxl_project_say(project, DXL_MESSAGE_ERROR, path, placed->line, placed->column,
                    "entry %zu (%s): \"directory\" is no text", placed->number, file);
    return;
  }
  // The standard wants "directory" absolute; a relative one means the place of the database.
  const char *directory = dxl_arguments_locate(project, home, given ? given : ".", home);
  const char *located = dxl_arguments_locate(project, directory, file, home);
  dxl_texts arguments = {0};
  const char *mistake = read_arguments(project, entry, &arguments);
  bool is_new = false;
  if (!mistake)
    dxl_map_put_text(seen, located, &is_new);
  if (mistake) {
    dxl_project_say(project, DXL_MESSAGE_ERROR, path, placed->line, placed->column, "entry %zu (%s) %s", placed->number,
                    file, mistake);
  } else if (!is_new) {
    ++counts->again;
  } else {
    dxl_unit *unit = dxl_project_new_unit(project, located, path);
    unit->origin_line = placed->line;
    unit->origin_column = placed->column;
    dxl_arguments_import(project, unit, arguments.items, arguments.count, directory, file, home);
    dxl_array_push(units, unit);
  }
  dxl_array_free(&arguments);
}

/// The entries of an array whose '[' is behind `at`.
static void read_entries(dxl_project *project, const char *path, text_place *at, const char *home, dxl_map *seen,
                         skipped *counts, dxl_units *units) {
  uint32_t mistakes = 0;
  bool needs_comma = false;
  for (size_t number = 1; mistakes < MISTAKE_LIMIT; ++number) {
    skip_blank(at);
    if (at->next < at->end && *at->next == ']')
      return;
    if (needs_comma && at->next < at->end && *at->next == ',') {
      step(at);
      skip_blank(at);
    } else if (needs_comma && at->next < at->end) {
      dxl_project_say(project, DXL_MESSAGE_ERROR, path, at->line, at->column, "',' or ']' is expected");
      ++mistakes;
    }
    if (at->next == at->end) {
      dxl_project_say(project, DXL_MESSAGE_ERROR, path, at->line, at->column, "the array of entries is not closed");
      return;
    }
    json_error_t error;
    placed_entry placed = {NULL, number, at->line, at->column};
    json_t *json = json_loadb(at->next, (size_t)(at->end - at->next), JSON_DISABLE_EOF_CHECK | JSON_DECODE_ANY, &error);
    needs_comma = json != NULL;
    if (!json) {
      const uint32_t line = error.line > 1 ? (uint32_t)error.line - 1 : 0;
      const uint32_t column = error.column > 0 ? (uint32_t)error.column : 1;
      dxl_project_say(project, DXL_MESSAGE_ERROR, path, at->line + line, line ? column : at->column + column - 1,
                      "entry %zu is left out: %s", number, error.text);
      ++mistakes;
      skip_broken(at);
      if (at->next == at->end)
        return;
      continue;
    }
    placed.json = json;
    if (json_is_object(json))
      read_entry(project, path, &placed, home, seen, counts, units);
    else
      dxl_project_say(project, DXL_MESSAGE_ERROR, path, placed.line, placed.column, "entry %zu is no object", number);
    json_decref(json);
    go_to(at, at->next + error.position);
  }
  dxl_project_say(project, DXL_MESSAGE_ERROR, path, at->line, at->column, "too many mistakes: the rest is left out");
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
  text_place at = {text, text + length, 1, 1};
  skip_blank(&at);
  if (at.next == at.end || *at.next != '[') {
    dxl_project_say(project, DXL_MESSAGE_ERROR, path, at.line, at.column,
                    "not a compilation database: an array of entries is expected");
    dxl_arena_free(arena);
    return false;
  }
  const char *home = dxl_path_join(project->arena, project->current, dxl_path_directory(project->arena, path));
  dxl_map *seen = dxl_map_new();
  skipped counts = {0};
  step(&at);
  read_entries(project, path, &at, home, seen, &counts, units);
  dxl_arena_free(arena);
  dxl_map_free(seen);
  if (counts.other)
    dxl_project_say(project, DXL_MESSAGE_NOTE, path, 0, 0, "%u entr%s neither C nor C++", counts.other,
                    counts.other == 1 ? "y is" : "ies are");
  if (counts.again)
    dxl_project_say(project, DXL_MESSAGE_NOTE, path, 0, 0,
                    "%u entr%s a file that an earlier one has; the first entry of each file is used", counts.again,
                    counts.again == 1 ? "y names" : "ies name");
  return true;
}
