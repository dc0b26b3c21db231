// Reads files for their lines and makes a line printable under a caret.
// Invariant: whatever the bytes of a file are, a snippet is valid UTF-8 and its caret stands under the column asked
// for. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "report/source.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/array.h"
#include "base/map.h"

enum {
  TAB_STOP = 8,
  SNIPPET_LIMIT = 160,  ///< display columns of a source line that are shown
  SNIPPET_BEFORE = 100, ///< of those at most so many before the caret
};
/// A source file larger than this is not shown.
#define SOURCE_SIZE_LIMIT ((size_t)64 << 20)

typedef struct source {
  char *text;
  size_t length;
  DXL_ARRAY(uint32_t) starts; ///< of each line
} source;

struct dxl_sources {
  dxl_map *index; ///< path -> number in files
  DXL_ARRAY(source) files;
};

dxl_sources *dxl_sources_new(void) {
  dxl_sources *sources = dxl_allocate(sizeof *sources);
  memset(sources, 0, sizeof *sources);
  sources->index = dxl_map_new();
  return sources;
}

void dxl_sources_free(dxl_sources *sources) {
  if (!sources)
    return;
  for (uint32_t n = 0; n < sources->files.count; n++) {
    dxl_release(sources->files.items[n].text);
    dxl_array_free(&sources->files.items[n].starts);
  }
  dxl_array_free(&sources->files);
  dxl_map_free(sources->index);
  dxl_release(sources);
}

/// LF, CR LF and CR alone end a line, as they do for Clang.
static void find_lines(source *file) {
  dxl_array_push(&file->starts, 0u);
  for (size_t at = 0; at < file->length; at++) {
    if (file->text[at] == '\r' && at + 1 < file->length && file->text[at + 1] == '\n')
      at++;
    else if (file->text[at] != '\n' && file->text[at] != '\r')
      continue;
    dxl_array_push(&file->starts, (uint32_t)(at + 1));
  }
}

void dxl_sources_add(dxl_sources *sources, const char *path, const char *text, size_t length) {
  source file = {NULL, 0, {NULL, 0, 0}};
  if (length <= SOURCE_SIZE_LIMIT) {
    file.text = dxl_allocate(length);
    file.length = length;
    if (length)
      memcpy(file.text, text, length);
    find_lines(&file);
  }
  bool is_new;
  uint64_t *slot = dxl_map_put_text(sources->index, path, &is_new);
  if (is_new) {
    *slot = sources->files.count;
    dxl_array_push(&sources->files, file);
    return;
  }
  source *old = &sources->files.items[*slot];
  dxl_release(old->text);
  dxl_array_free(&old->starts);
  *old = file;
}

/// Reads a file; one that is missing, no file or too large is remembered as empty, without lines.
static void load(dxl_sources *sources, const char *path) {
  FILE *in = fopen(path, "rb");
  DXL_ARRAY(char) bytes = {0};
  size_t got = 0;
  char block[1 << 14];
  while (in && bytes.count <= SOURCE_SIZE_LIMIT && (got = fread(block, 1, sizeof block, in)) > 0) {
    dxl_array_reserve(&bytes, bytes.count + (uint32_t)got);
    memcpy(bytes.items + bytes.count, block, got);
    bytes.count += (uint32_t)got;
  }
  bool is_read = in && !ferror(in);
  if (in)
    fclose(in);
  dxl_sources_add(sources, path, bytes.items, is_read ? bytes.count : SOURCE_SIZE_LIMIT + 1);
  dxl_array_free(&bytes);
}

bool dxl_sources_line(dxl_sources *sources, const char *path, uint32_t line, const char **text, size_t *length) {
  if (!sources || !path || line == 0)
    return false;
  uint64_t *slot = dxl_map_get_text(sources->index, path);
  if (!slot) {
    load(sources, path);
    slot = dxl_map_get_text(sources->index, path);
  }
  const source *file = &sources->files.items[*slot];
  if (line > file->starts.count)
    return false;
  size_t begin = file->starts.items[line - 1];
  size_t end = line < file->starts.count ? file->starts.items[line] : file->length;
  while (end > begin && (file->text[end - 1] == '\n' || file->text[end - 1] == '\r'))
    end--;
  *text = file->text + begin;
  *length = end - begin;
  return true;
}

size_t dxl_utf8_decode(const char *bytes, size_t length, uint32_t *character) {
  static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000}; // anything shorter is overlong
  const unsigned char *at = (const unsigned char *)bytes;
  if (length == 0)
    return 0;
  *character = at[0];
  if (at[0] < 0x80)
    return 1;
  size_t size = at[0] >= 0xF0 ? 4 : at[0] >= 0xE0 ? 3 : 2;
  if (at[0] < 0xC2 || at[0] > 0xF4 || size > length)
    return 0;
  uint32_t value = at[0] & (0x7Fu >> size);
  for (size_t n = 1; n < size; n++) {
    if ((at[n] & 0xC0) != 0x80)
      return 0;
    value = value << 6 | (at[n] & 0x3Fu);
  }
  if (value < least[size] || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF))
    return 0;
  *character = value;
  return size;
}

uint32_t dxl_sources_utf16_column(dxl_sources *sources, const char *path, uint32_t line, uint32_t column) {
  const char *text;
  size_t length;
  if (column <= 1 || !dxl_sources_line(sources, path, line, &text, &length))
    return column;
  uint32_t units = 1;
  size_t at = 0;
  if (line == 1 && length >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0)
    at = 3; // editors do not count a byte order mark
  while (at < length && at + 1 < column) {
    uint32_t character = 0;
    size_t size = dxl_utf8_decode(text + at, length - at, &character);
    at += size ? size : 1;
    units += character > 0xFFFF ? 2 : 1;
  }
  return at + 1 < column ? units + (column - (uint32_t)at - 1) : units;
}

// ---- Snippets ------------------------------------------------------------------------------------------------------

/// Display columns of a character: 2 for East Asian wide ones, 0 for what joins to the character before it.
static uint32_t display_width(uint32_t character) {
  static const struct {
    uint32_t first, last, width;
  } ranges[] = {
      {0x0300, 0x036F, 0},   {0x200B, 0x200F, 0},   {0x20D0, 0x20FF, 0}, {0xFE00, 0xFE0F, 0}, {0xFE20, 0xFE2F, 0},
      {0xFEFF, 0xFEFF, 0},   {0x1100, 0x115F, 2},   {0x2E80, 0x303E, 2}, {0x3041, 0xA4CF, 2}, {0xAC00, 0xD7A3, 2},
      {0xF900, 0xFAFF, 2},   {0xFE30, 0xFE6F, 2},   {0xFF00, 0xFF60, 2}, {0xFFE0, 0xFFE6, 2}, {0x1F300, 0x1F64F, 2},
      {0x1F900, 0x1F9FF, 2}, {0x20000, 0x3FFFD, 2},
  };
  for (size_t n = 0; n < sizeof ranges / sizeof *ranges; n++)
    if (character >= ranges[n].first && character <= ranges[n].last)
      return ranges[n].width;
  return 1;
}

/// One character of a line as it is shown.
typedef struct shown {
  char bytes[12];
  size_t size, width;
  size_t taken; ///< bytes of the line
} shown;

static shown show(const char *line, size_t length, size_t display_column) {
  shown result = {{0}, 0, 0, 1};
  uint32_t character;
  size_t size = dxl_utf8_decode(line, length, &character);
  int written = 0;
  if (size == 0) {
    written = snprintf(result.bytes, sizeof result.bytes, "<%02X>", (unsigned)(unsigned char)line[0]);
  } else if (character == '\t') {
    result.size = result.width = TAB_STOP - display_column % TAB_STOP;
    memset(result.bytes, ' ', result.size);
    return result;
  } else if (character < 0x20 || (character >= 0x7F && character < 0xA0) || character == 0x2028 ||
             character == 0x2029 || (character >= 0x202A && character <= 0x202E) ||
             (character >= 0x2066 && character <= 0x2069)) {
    // Also the characters that change the direction of text: a line must not look other than it is.
    written = snprintf(result.bytes, sizeof result.bytes, "<U+%04X>", (unsigned)character);
    result.taken = size;
  } else {
    memcpy(result.bytes, line, size);
    result.size = result.taken = size;
    result.width = display_width(character);
    return result;
  }
  result.size = result.width = (size_t)written;
  return result;
}

dxl_snippet dxl_snippet_make(const char *line, size_t length, uint32_t column) {
  static const char cut[] = "...";
  dxl_snippet snippet = {NULL, 0, column >= 1 && column - 1 <= length};
  size_t width = 0, caret = 0;
  for (size_t at = 0, taken; at < length; at += taken) {
    if (at < column)
      caret = width;
    shown piece = show(line + at, length - at, width);
    taken = piece.taken;
    width += piece.width;
  }
  if (column > length)
    caret = width;
  size_t first = 0, last = width; // display columns that are shown
  if (width > SNIPPET_LIMIT) {
    first = caret > SNIPPET_BEFORE ? caret - SNIPPET_BEFORE : 0;
    if (first + SNIPPET_LIMIT > width)
      first = width - SNIPPET_LIMIT;
    last = first + SNIPPET_LIMIT;
  }
  DXL_ARRAY(char) text = {0};
  size_t begins_at = first;
  bool has_begun = false;
  for (size_t at = 0, shown_width = 0, taken; at < length && shown_width < last; at += taken) {
    shown piece = show(line + at, length - at, shown_width);
    taken = piece.taken;
    if (shown_width >= first) {
      if (!has_begun) {
        begins_at = shown_width;
        has_begun = true;
        for (size_t n = 0; first > 0 && n < sizeof cut - 1; n++)
          dxl_array_push(&text, cut[n]);
      }
      for (size_t n = 0; n < piece.size; n++)
        dxl_array_push(&text, piece.bytes[n]);
    }
    shown_width += piece.width;
  }
  for (size_t n = 0; last < width && n < sizeof cut - 1; n++)
    dxl_array_push(&text, cut[n]);
  while (last == width && text.count > 0 && text.items[text.count - 1] == ' ')
    text.count--;
  dxl_array_push(&text, (char)0);
  snippet.text = text.items;
  snippet.caret = caret - (caret < begins_at ? caret : begins_at) + (first > 0 ? sizeof cut - 1 : 0);
  return snippet;
}
