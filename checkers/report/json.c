// JSON as a stream: two spaces a level, one member a line, keys in the order they are written.
// Invariant: what is written is valid JSON in UTF-8 once every object and array is ended.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <inttypes.h>
#include <stdlib.h>

#include "report/internal.h"

static void indent(const dxl_json *json) {
  fputc('\n', json->out);
  for (uint32_t n = 0; n < json->depth; n++)
    fputs("  ", json->out);
}

static void string(const dxl_json *json, const char *value) {
  fputc('"', json->out);
  size_t left = strlen(value);
  while (left > 0) {
    uint32_t character;
    size_t size = dxl_utf8_decode(value, left, &character);
    if (size == 0) {
      fputs("\xEF\xBF\xBD", json->out);
      size = 1;
    } else if (character == '"' || character == '\\') {
      fprintf(json->out, "\\%c", (int)character);
    } else if (character == '\n') {
      fputs("\\n", json->out);
    } else if (character < 0x20 || character == 0x7F) {
      fprintf(json->out, "\\u%04x", (unsigned)character);
    } else {
      fwrite(value, 1, size, json->out);
    }
    value += size;
    left -= size;
  }
  fputc('"', json->out);
}

/// Comma, line and key of the next member.
static void begin_member(dxl_json *json, const char *key) {
  if (json->depth == 0)
    return;
  if (json->has_items[json->depth - 1])
    fputc(',', json->out);
  json->has_items[json->depth - 1] = true;
  indent(json);
  if (!key)
    return;
  string(json, key);
  fputs(": ", json->out);
}

static void begin_group(dxl_json *json, const char *key, char opening, char closing) {
  begin_member(json, key);
  if (json->depth == DXL_JSON_DEPTH_LIMIT)
    abort(); // the nesting is that of the writer's own calls
  fputc(opening, json->out);
  json->closing[json->depth] = closing;
  json->has_items[json->depth++] = false;
}

void dxl_json_object(dxl_json *json, const char *key) { begin_group(json, key, '{', '}'); }
void dxl_json_array(dxl_json *json, const char *key) { begin_group(json, key, '[', ']'); }

void dxl_json_end(dxl_json *json) {
  json->depth--;
  if (json->has_items[json->depth])
    indent(json);
  fputc(json->closing[json->depth], json->out);
  if (json->depth == 0)
    fputc('\n', json->out);
}

void dxl_json_text(dxl_json *json, const char *key, const char *value) {
  if (!value)
    return;
  begin_member(json, key);
  string(json, value);
}

void dxl_json_number(dxl_json *json, const char *key, int64_t value) {
  begin_member(json, key);
  fprintf(json->out, "%" PRId64, value);
}

void dxl_json_truth(dxl_json *json, const char *key, bool value) {
  begin_member(json, key);
  fputs(value ? "true" : "false", json->out);
}
