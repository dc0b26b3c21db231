// See xml.h.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "project/xml.h"

#include <errno.h>
#include <expat.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "project/internal.h"

typedef struct reader {
  dxl_project *project;
  dxl_arena *arena;
  XML_Parser parser;
  const char *path; ///< as messages show it
  dxl_xml *root;
  dxl_xml *open[DXL_XML_DEPTH_LIMIT]; ///< elements that are not closed yet
  dxl_xml *last[DXL_XML_DEPTH_LIMIT]; ///< last child of each
  uint32_t depth, count;
  DXL_ARRAY(char) text;
  bool is_refused; ///< a message was made
} reader;

static uint32_t line_of(const reader *state) { return (uint32_t)XML_GetCurrentLineNumber(state->parser); }
static uint32_t column_of(const reader *state) { return (uint32_t)XML_GetCurrentColumnNumber(state->parser) + 1; }

static void refuse(reader *state, const char *why) {
  if (!state->is_refused)
    dxl_project_say(state->project, DXL_MESSAGE_ERROR, state->path, line_of(state), column_of(state), "%s", why);
  state->is_refused = true;
  XML_StopParser(state->parser, XML_FALSE);
}

static const char *const *copy_attributes(reader *state, const XML_Char **attributes) {
  size_t count = 0;
  while (attributes[count])
    ++count;
  const char **copy = dxl_arena_alloc(state->arena, (count + 1) * sizeof *copy);
  for (size_t i = 0; i < count; ++i)
    copy[i] = dxl_arena_string(state->arena, attributes[i], strlen(attributes[i]));
  return copy;
}

static void on_start(void *user, const XML_Char *name, const XML_Char **attributes) {
  reader *state = user;
  if (state->is_refused)
    return;
  if (state->depth >= DXL_XML_DEPTH_LIMIT) {
    refuse(state, dxl_arena_format(state->arena, "elements nest deeper than %d", DXL_XML_DEPTH_LIMIT));
    return;
  }
  if (++state->count > DXL_XML_ELEMENT_LIMIT) {
    refuse(state, dxl_arena_format(state->arena, "more than %d elements", DXL_XML_ELEMENT_LIMIT));
    return;
  }
  dxl_xml *element = dxl_arena_alloc(state->arena, sizeof *element);
  element->name = dxl_arena_string(state->arena, name, strlen(name));
  element->attributes = copy_attributes(state, attributes);
  element->text = "";
  element->line = line_of(state);
  element->column = column_of(state);
  if (state->depth == 0) {
    state->root = element;
  } else {
    dxl_xml **last = &state->last[state->depth - 1];
    if (*last)
      (*last)->next = element;
    else
      state->open[state->depth - 1]->first = element;
    *last = element;
  }
  state->open[state->depth] = element;
  state->last[state->depth] = NULL;
  ++state->depth;
  dxl_array_clear(&state->text);
}

static void on_end(void *user, const XML_Char *name) {
  reader *state = user;
  (void)name;
  if (state->is_refused)
    return;
  dxl_xml *element = state->open[--state->depth];
  if (!element->first && state->text.count)
    element->text = dxl_arena_string(state->arena, state->text.items, state->text.count);
  dxl_array_clear(&state->text);
}

static void on_text(void *user, const XML_Char *text, int length) {
  reader *state = user;
  if (state->is_refused || length <= 0)
    return;
  const uint32_t size = (uint32_t)length;
  if (state->text.capacity - state->text.count < size)
    dxl_array_reserve(&state->text, state->text.count * 2 + size);
  memcpy(state->text.items + state->text.count, text, size);
  state->text.count += size;
}

static void on_entity(void *user, const XML_Char *name, int is_parameter, const XML_Char *value, int length,
                      const XML_Char *base, const XML_Char *system, const XML_Char *identifier,
                      const XML_Char *notation) {
  (void)is_parameter, (void)value, (void)length, (void)base, (void)system, (void)identifier, (void)notation;
  reader *state = user;
  refuse(state,
         dxl_arena_format(state->arena, "declares the entity '%s'; project files with entities are not read", name));
}

// ---- Encodings ------------------------------------------------------------------------------------------------------

static bool is_utf8(const char *text, size_t length) {
  for (size_t i = 0; i < length;) {
    const unsigned char c = (unsigned char)text[i++];
    uint32_t more = c < 0x80 ? 0 : (c & 0xE0) == 0xC0 ? 1 : (c & 0xF0) == 0xE0 ? 2 : (c & 0xF8) == 0xF0 ? 3 : 9;
    if (more == 9)
      return false;
    for (; more; --more)
      if (i >= length || ((unsigned char)text[i++] & 0xC0) != 0x80)
        return false;
  }
  return true;
}

/// Whether the declaration names an encoding that is neither UTF-8 nor UTF-16.
static bool declares_code_page(const char *text, size_t length) {
  const char *end = memchr(text, '>', length < 256 ? length : 256);
  const char *found = end ? strstr(text, "encoding") : NULL;
  if (!found || found > end)
    return false;
  const char *value = found + strcspn(found, "'\"");
  return *value && strncasecmp(value + 1, "utf", 3) != 0;
}

/// Bytes above 127 of a code page as Latin-1: names of files and macros are ASCII, comments need not be right.
static char *from_code_page(dxl_arena *arena, const char *text, size_t *length) {
  char *result = dxl_arena_alloc(arena, *length * 2 + 1);
  size_t used = 0;
  for (size_t i = 0; i < *length; ++i) {
    const unsigned char c = (unsigned char)text[i];
    if (c >= 0x80)
      result[used++] = (char)(0xC0 | (c >> 6));
    result[used++] = (char)(c < 0x80 ? c : 0x80 | (c & 0x3F));
  }
  *length = used;
  return result;
}

// ---- A file ---------------------------------------------------------------------------------------------------------

static bool is_too_large(const char *path) {
  struct stat status;
  return stat(path, &status) == 0 && S_ISREG(status.st_mode) && status.st_size > (off_t)DXL_XML_SIZE_LIMIT;
}

/// The text of a file and, where it is known, its encoding in `encoding`; NULL after a message.
static const char *read_text(dxl_project *project, dxl_arena *arena, const char *path, const char *shown,
                             size_t *length, const char **encoding) {
  if (is_too_large(path)) {
    dxl_project_say(project, DXL_MESSAGE_ERROR, shown, 1, 1, "larger than %u MiB; such a project file is not read",
                    DXL_XML_SIZE_LIMIT / (1024 * 1024));
    return NULL;
  }
  const char *text = dxl_path_read_text(arena, path, length);
  if (!text) {
    dxl_project_say(project, DXL_MESSAGE_ERROR, shown, 0, 0, "%s", strerror(errno));
    return NULL;
  }
  *encoding = "UTF-8";
  if (*length >= 2 && (text[0] == '\0' || text[1] == '\0'))
    *encoding = NULL; // UTF-16 without a mark; the parser sees it
  else if (!is_utf8(text, *length) && declares_code_page(text, *length))
    text = from_code_page(arena, text, length);
  return text;
}

dxl_xml *dxl_xml_read(dxl_project *project, dxl_arena *arena, const char *path) {
  const char *shown = dxl_project_path(project, path);
  const char *encoding = NULL;
  size_t length = 0;
  const char *text = read_text(project, arena, path, shown, &length, &encoding);
  if (!text)
    return NULL;
  reader state = {.project = project, .arena = arena, .path = shown, .parser = XML_ParserCreate(encoding)};
  if (!state.parser)
    abort();
  XML_SetUserData(state.parser, &state);
  XML_SetElementHandler(state.parser, on_start, on_end);
  XML_SetCharacterDataHandler(state.parser, on_text);
  XML_SetEntityDeclHandler(state.parser, on_entity);
  const bool fine = XML_Parse(state.parser, text, (int)length, XML_TRUE) == XML_STATUS_OK;
  if (!fine && !state.is_refused) {
    const enum XML_Error error = XML_GetErrorCode(state.parser);
    dxl_project_say(project, DXL_MESSAGE_ERROR, shown, line_of(&state), column_of(&state), "not well-formed XML: %s",
                    length == 0 ? "the file is empty" : XML_ErrorString(error));
  }
  XML_ParserFree(state.parser);
  dxl_array_free(&state.text);
  return fine && !state.is_refused ? state.root : NULL;
}

const char *dxl_xml_attribute(const dxl_xml *element, const char *name) {
  for (const char *const *at = element->attributes; *at; at += 2)
    if (dxl_same_text(at[0], name))
      return at[1];
  return NULL;
}
