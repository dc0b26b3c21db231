// See nmake.h.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "project/nmake.h"

#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "project/msbuild.h"

/// How deep !if may nest.
enum { CONDITION_LIMIT = 64 };

typedef struct nmake_frame {
  const char *path; ///< absolute
  const char *shown;
  const struct nmake_frame *includer;
  uint32_t depth;
  uint32_t line; ///< of the line at hand
} nmake_frame;

/// State of one !if: which branches may still be taken.
typedef struct branch {
  bool is_outer; ///< the lines around it count
  bool is_taken; ///< the branch at hand counts
  bool was_taken;
} branch;

static void read_file(dxl_nmake *make, const char *path, nmake_frame *includer, bool *fine);

// ---- Macros ---------------------------------------------------------------------------------------------------------

dxl_nmake *dxl_nmake_new(dxl_project *project, const char *path) {
  dxl_arena *arena = dxl_arena_new();
  dxl_nmake *make = dxl_arena_alloc(arena, sizeof *make);
  make->project = project;
  make->arena = arena;
  make->directory = dxl_path_directory(arena, dxl_path_join(arena, project->current, path));
  make->macros = dxl_map_new();
  return make;
}

void dxl_nmake_free(dxl_nmake *make) {
  dxl_map_free(make->macros);
  dxl_arena_free(make->arena);
}

const dxl_nmake_macro *dxl_nmake_find(const dxl_nmake *make, const char *name) {
  const uint64_t *slot = dxl_map_get_text(make->macros, name);
  return slot ? (const dxl_nmake_macro *)(uintptr_t)*slot : NULL;
}

static const char *expand(dxl_nmake *make, const char *text, uint32_t depth);

/// The value as it is assigned, not expanded.
static const char *raw_value(const dxl_nmake *make, const char *name) {
  const dxl_nmake_macro *macro = dxl_nmake_find(make, name);
  if (macro)
    return macro->value;
  const char *variable = getenv(name);
  const char *place = variable ? NULL : dxl_toolset_place(make->arena, name);
  return variable ? variable : place ? place : "";
}

const char *dxl_nmake_get(dxl_nmake *make, const char *name) { return expand(make, raw_value(make, name), 0); }

static void assign(dxl_nmake *make, const char *name, const char *value, const nmake_frame *frame) {
  dxl_nmake_macro *macro = dxl_arena_alloc(make->arena, sizeof *macro);
  macro->value = value;
  macro->file = frame ? frame->shown : NULL;
  macro->line = frame ? frame->line : 0;
  *dxl_map_put_text(make->macros, name, NULL) = (uint64_t)(uintptr_t)macro;
}

void dxl_nmake_set(dxl_nmake *make, const char *name, const char *value) {
  assign(make, name, dxl_arena_string(make->arena, value, strlen(value)), NULL);
}

/// "NAME" and "NAME:old=new" between the parentheses.
static void expand_macro(dxl_nmake *make, const char *text, size_t length, uint32_t depth, dxl_chars *out) {
  const char *colon = memchr(text, ':', length);
  const char *equal = colon ? memchr(colon, '=', length - (size_t)(colon - text)) : NULL;
  const char *name = dxl_arena_string(make->arena, text, equal ? (size_t)(colon - text) : length);
  const dxl_nmake_macro *macro = dxl_nmake_find(make, name);
  if (macro && macro->file && !make->is_broken) {
    make->place = macro->file;
    make->place_line = macro->line;
  }
  const char *value = expand(make, raw_value(make, name), depth + 1);
  const size_t old_length = equal ? (size_t)(equal - colon) - 1 : 0;
  const char *old = equal ? dxl_arena_string(make->arena, colon + 1, old_length) : "";
  for (const char *found; old_length && (found = strstr(value, old)); value = found + old_length) {
    dxl_chars_add(out, value, (size_t)(found - value));
    dxl_chars_add(out, equal + 1, (size_t)(text + length - equal - 1));
    if (out->count > DXL_NMAKE_VALUE_LIMIT)
      return;
  }
  dxl_chars_add(out, value, strlen(value));
}

static void say_limit(dxl_nmake *make, const char *what) {
  if (!make->is_broken)
    dxl_project_say(make->project, DXL_MESSAGE_ERROR,
                    make->place ? make->place : dxl_project_path(make->project, make->directory), make->place_line,
                    make->place ? 1 : 0, "%s; the rest of this directory's makefile is not read", what);
  make->is_broken = true;
}

/// A macro means what it is in the end: its value is expanded where it is used, and with it those that it names.
static const char *expand(dxl_nmake *make, const char *text, uint32_t depth) {
  if (make->is_broken || !strchr(text, '$'))
    return make->is_broken ? "" : text;
  if (depth > DXL_PROJECT_DEPTH_LIMIT) {
    say_limit(make, "macros name one another in a cycle");
    return "";
  }
  dxl_chars out = {0};
  for (const char *at = text; *at && out.count <= DXL_NMAKE_VALUE_LIMIT && !make->is_broken; ++at) {
    const char *close = at[0] == '$' && at[1] == '(' ? strchr(at, ')') : NULL;
    if (close) {
      expand_macro(make, at + 2, (size_t)(close - at) - 2, depth, &out);
      at = close;
    } else if (at[0] == '$' && at[1] == '$') {
      dxl_chars_add(&out, "$", 1);
      ++at;
    } else {
      dxl_chars_add(&out, at, 1);
    }
  }
  make->spent += out.count + 16;
  if (out.count > DXL_NMAKE_VALUE_LIMIT || make->spent > DXL_NMAKE_BUDGET)
    say_limit(make, "its macros grow too large");
  const char *result = make->is_broken ? "" : dxl_arena_string(make->arena, out.items ? out.items : "", out.count);
  dxl_array_free(&out);
  return result;
}

const char *dxl_nmake_expand(dxl_nmake *make, const char *text) { return expand(make, text, 0); }

/// The value of an assignment: only what it names itself is replaced at once.
static const char *without_itself(dxl_nmake *make, const char *name, const char *value) {
  const char *wanted = dxl_arena_format(make->arena, "$(%s)", name);
  const size_t length = strlen(wanted);
  const char *before = raw_value(make, name);
  dxl_chars out = {0};
  for (const char *found; (found = strstr(value, wanted)); value = found + length) {
    dxl_chars_add(&out, value, (size_t)(found - value));
    dxl_chars_add(&out, before, strlen(before));
    if (out.count > DXL_NMAKE_VALUE_LIMIT)
      break;
  }
  dxl_chars_add(&out, value, strlen(value));
  make->spent += out.count;
  if (out.count > DXL_NMAKE_VALUE_LIMIT || make->spent > DXL_NMAKE_BUDGET)
    say_limit(make, "its macros grow too large");
  const char *result = make->is_broken ? "" : dxl_arena_string(make->arena, out.items ? out.items : "", out.count);
  dxl_array_free(&out);
  return result;
}

// ---- Lines ----------------------------------------------------------------------------------------------------------

static const char *skip_blank(const char *at) {
  while (*at == ' ' || *at == '\t' || *at == '\r')
    ++at;
  return at;
}

/// The next logical line: '\' at the end of a line joins the next, comments are cut. *lines counts what was read.
static const char *next_line(const char *at, dxl_chars *line, uint32_t *lines) {
  dxl_array_clear(line);
  *lines = 0;
  for (bool goes_on = true; goes_on && *at;) {
    const char *end = at + strcspn(at, "\n");
    const char *stop = end;
    ++*lines;
    const bool is_comment = *skip_blank(at) == '#';
    while (stop > at && isspace((unsigned char)stop[-1]))
      --stop;
    goes_on = stop > at && stop[-1] == '\\';
    if (goes_on)
      --stop;
    if (is_comment) {
      goes_on = line->count > 0; // a comment inside a list does not end it
    } else {
      for (const char *mark = at; mark < stop; ++mark)
        if (*mark == '#' && mark > at && isspace((unsigned char)mark[-1]))
          stop = mark;
      dxl_chars_add(line, at, (size_t)(stop - at));
      if (goes_on)
        dxl_chars_add(line, " ", 1);
    }
    at = *end ? end + 1 : end;
  }
  dxl_chars_add(line, "", 1); // the terminator
  return at;
}

static void say(dxl_nmake *make, const nmake_frame *frame, dxl_message_level level, const char *text) {
  dxl_project_say(make->project, level, frame->shown, frame->line, 1, "%s", text);
}

static void include(dxl_nmake *make, nmake_frame *frame, const char *text) {
  const char *name = dxl_msbuild_trim(make->arena, dxl_nmake_expand(make, text));
  const size_t length = strlen(name);
  if (length >= 2 && strchr("\"<", *name))
    name = dxl_arena_string(make->arena, name + 1, length - 2);
  if (!*name || dxl_toolset_is_place(name))
    return; // a file of the kit
  const char *beside = dxl_path_join(make->arena, dxl_path_directory(make->arena, frame->path), name);
  const char *found = dxl_path_find(make->arena, dxl_path_join(make->arena, make->directory, name));
  if (!found)
    found = dxl_path_find(make->arena, beside);
  if (!found) {
    make->lacks_file = true;
    say(make, frame, DXL_MESSAGE_ERROR,
        dxl_arena_format(make->arena, "included file %s is not there; what it sets is not known", name));
    return;
  }
  for (const nmake_frame *open = frame; open; open = open->includer)
    if (strcmp(open->path, found) == 0) {
      say(make, frame, DXL_MESSAGE_ERROR,
          dxl_arena_format(make->arena, "include cycle: %s is being read already",
                           dxl_project_path(make->project, found)));
      return;
    }
  if (frame->depth >= DXL_PROJECT_DEPTH_LIMIT || ++make->files > DXL_NMAKE_FILE_LIMIT) {
    say(make, frame, DXL_MESSAGE_ERROR, "too many included files; the rest is not read");
    make->is_broken = true;
    return;
  }
  bool fine = true;
  read_file(make, found, frame, &fine);
}

static void assign_line(dxl_nmake *make, const nmake_frame *frame, const char *line) {
  const char *equal = strchr(line, '=');
  const char *end = equal;
  if (!equal)
    return;
  while (end > line && isspace((unsigned char)end[-1]))
    --end;
  for (const char *at = line; at < end; ++at)
    if (!isalnum((unsigned char)*at) && *at != '_' && *at != '.')
      return; // a rule or a command
  if (end == line)
    return;
  const char *name = dxl_arena_string(make->arena, line, (size_t)(end - line));
  if (!make->is_broken) {
    make->place = frame->shown;
    make->place_line = frame->line;
  }
  assign(make, name, dxl_msbuild_trim(make->arena, without_itself(make, name, equal + 1)), frame);
}

static bool condition(dxl_nmake *make, const nmake_frame *frame, const char *text) {
  const char *mistake = NULL;
  const bool result = dxl_nmake_condition(make, dxl_nmake_expand(make, text), &mistake);
  if (mistake)
    say(make, frame, DXL_MESSAGE_WARNING, dxl_arena_format(make->arena, "!if%s is taken as false: %s", text, mistake));
  return result && !mistake;
}

/// Takes a word off the front, in any case of letters.
static bool takes(const char **at, const char *word) {
  const size_t length = strlen(word);
  if (strncasecmp(*at, word, length) != 0 || isalnum((unsigned char)(*at)[length]))
    return false;
  *at = skip_blank(*at + length);
  return true;
}

typedef struct conditions {
  branch open[CONDITION_LIMIT];
  uint32_t depth;
} conditions;

static bool is_live(const conditions *state) {
  return state->depth == 0 || (state->open[state->depth - 1].is_outer && state->open[state->depth - 1].is_taken);
}

static bool test(dxl_nmake *make, const nmake_frame *frame, const char *at, bool asks_name, bool wants_defined) {
  if (!asks_name)
    return condition(make, frame, dxl_arena_format(make->arena, " %s", at));
  const char *name = dxl_msbuild_trim(make->arena, at);
  return (dxl_nmake_find(make, name) != NULL) == wants_defined;
}

/// A line that begins with '!'. `at` stands behind that.
static void directive(dxl_nmake *make, nmake_frame *frame, conditions *state, const char *at) {
  const bool is_ifdef = takes(&at, "ifdef");
  const bool is_ifndef = !is_ifdef && takes(&at, "ifndef");
  if (is_ifdef || is_ifndef || takes(&at, "if")) {
    if (state->depth == CONDITION_LIMIT) {
      say(make, frame, DXL_MESSAGE_ERROR, "!if nests too deep; the rest is not read");
      make->is_broken = true;
      return;
    }
    branch opened = {.is_outer = is_live(state)};
    opened.is_taken = opened.is_outer && test(make, frame, at, is_ifdef || is_ifndef, is_ifdef);
    opened.was_taken = opened.is_taken;
    state->open[state->depth++] = opened;
    return;
  }
  const bool is_elseif = takes(&at, "elseif") || takes(&at, "elif");
  if (is_elseif || takes(&at, "else")) {
    if (state->depth == 0) {
      say(make, frame, DXL_MESSAGE_WARNING, "!else without !if");
      return;
    }
    branch *open = &state->open[state->depth - 1];
    const bool asks_defined = !is_elseif && takes(&at, "ifdef");
    const bool asks_undefined = !is_elseif && !asks_defined && takes(&at, "ifndef");
    const bool has_test = is_elseif || asks_defined || asks_undefined || takes(&at, "if");
    open->is_taken = open->is_outer && !open->was_taken &&
                     (!has_test || test(make, frame, at, asks_defined || asks_undefined, asks_defined));
    open->was_taken |= open->is_taken;
    return;
  }
  if (takes(&at, "endif")) {
    if (state->depth == 0)
      say(make, frame, DXL_MESSAGE_WARNING, "!endif without !if");
    else
      --state->depth;
    return;
  }
  if (!is_live(state))
    return;
  if (takes(&at, "include"))
    include(make, frame, at);
  else if (takes(&at, "undef"))
    assign(make, dxl_msbuild_trim(make->arena, at), "", frame);
  else if (takes(&at, "error"))
    say(make, frame, DXL_MESSAGE_WARNING, dxl_arena_format(make->arena, "!error %s", dxl_nmake_expand(make, at)));
}

// ---- Files ----------------------------------------------------------------------------------------------------------

static void read_file(dxl_nmake *make, const char *path, nmake_frame *includer, bool *fine) {
  nmake_frame frame = {.path = dxl_path_join(make->arena, make->project->current, path),
                       .includer = includer,
                       .depth = includer ? includer->depth + 1 : 0};
  frame.shown = dxl_project_path(make->project, frame.path);
  size_t length = 0;
  const char *text = dxl_path_read_text(make->arena, frame.path, &length);
  if (!text || length > DXL_XML_SIZE_LIMIT || strlen(text) != length) {
    const char *why = !text                         ? strerror(errno)
                      : length > DXL_XML_SIZE_LIMIT ? "too large for a makefile"
                                                    : "no text file";
    dxl_project_say(make->project, DXL_MESSAGE_ERROR, frame.shown, 0, 0, "%s", why);
    *fine = false;
    return;
  }
  conditions state = {.depth = 0};
  dxl_chars line = {0};
  uint32_t lines = 0;
  uint32_t next = 1;
  for (const char *at = text; *at && !make->is_broken;) {
    at = next_line(at, &line, &lines);
    frame.line = next;
    next += lines;
    const char *start = skip_blank(line.items);
    const char *rest = start;
    if (*start == '!')
      directive(make, &frame, &state, skip_blank(start + 1));
    else if (is_live(&state) && takes(&rest, "include") && *rest != '=')
      include(make, &frame, rest);
    else if (is_live(&state))
      assign_line(make, &frame, start);
  }
  if (state.depth && !make->is_broken)
    say(make, &frame, DXL_MESSAGE_WARNING, "!if without !endif");
  dxl_array_free(&line);
}

bool dxl_nmake_read(dxl_nmake *make, const char *path) {
  bool fine = true;
  read_file(make, path, NULL, &fine);
  return fine && !make->is_broken;
}
