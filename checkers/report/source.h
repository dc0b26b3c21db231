// Lines of source files, for carets and columns. Files are read once; a file that cannot be read has no lines.
// Invariant: bytes are kept as they are in the file; lines are without their ends.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DXL_REPORT_SOURCE_H
#define DXL_REPORT_SOURCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct dxl_sources dxl_sources;

dxl_sources *dxl_sources_new(void);
void dxl_sources_free(dxl_sources *sources);
/// A file that is not on disk, or in another state there. The text is copied.
void dxl_sources_add(dxl_sources *sources, const char *path, const char *text, size_t length);
/// Line `line` (from 1) of a file; false when there is none. The bytes are not NUL-terminated and stay valid as long as
/// the sources.
bool dxl_sources_line(dxl_sources *sources, const char *path, uint32_t line, const char **text, size_t *length);
/// The column of byte `column` (from 1) of a line in UTF-16 code units, as SARIF's default columnKind has it. The byte
/// column itself where the line is not known.
uint32_t dxl_sources_utf16_column(dxl_sources *sources, const char *path, uint32_t line, uint32_t column);

/// A source line made printable, with the display column of a byte of it.
typedef struct dxl_snippet {
  char *text;     ///< valid UTF-8 without control characters; owned by the caller (dxl_release)
  size_t caret;   ///< spaces to put before the caret
  bool has_caret; ///< false when the line has no such column
} dxl_snippet;

/// Tabs become spaces, bytes that are no UTF-8 <XX>, control characters <U+XXXX>; of a very long line a window around
/// the caret is shown, "..." at its cut ends.
dxl_snippet dxl_snippet_make(const char *line, size_t length, uint32_t column);

/// Decodes one character of UTF-8 at the start of `bytes`; returns its length, 0 when these are no valid UTF-8.
size_t dxl_utf8_decode(const char *bytes, size_t length, uint32_t *character);

#ifdef __cplusplus
}
#endif
#endif
