// Paths as text: joining, normalising, Windows spellings, and finding a file whatever the case of its name.
// Invariant: every path made here is owned by the arena given, uses '/' and has no '.' or inner '..' components.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DXL_PROJECT_PATH_H
#define DXL_PROJECT_PATH_H

#include <stdbool.h>

#include "base/arena.h"

/// "/x" and "C:/x" (and with backslashes) are absolute.
bool dxl_path_is_absolute(const char *path);
/// "C:\x", "C:/x" or "\\server\x": a path of another system.
bool dxl_path_is_windows_absolute(const char *path);
/// Backslashes become '/', "." and "dir/.." vanish. "" gives ".".
const char *dxl_path_normalise(dxl_arena *arena, const char *path);
/// `path` if it is absolute or `directory` is NULL or "" or ".", else directory/path; normalised.
const char *dxl_path_join(dxl_arena *arena, const char *directory, const char *path);
/// The part before the last '/', "." when there is none; the part behind it; ".c" or "" (points into path).
const char *dxl_path_directory(dxl_arena *arena, const char *path);
const char *dxl_path_name(const char *path);
const char *dxl_path_extension(const char *path);
/// Without directory and extension.
const char *dxl_path_stem(dxl_arena *arena, const char *path);
/// Relative to `current` (absolute) when it lies below it, else as it is.
const char *dxl_path_shorten(dxl_arena *arena, const char *current, const char *path);

bool dxl_path_is_directory(const char *path);
bool dxl_path_is_file(const char *path);
/// The path as it is spelled on disk, searched without regard to case where the spelling given does not exist; NULL when
/// nothing is there.
const char *dxl_path_find(dxl_arena *arena, const char *path);

/// Text compared without regard to ASCII case.
bool dxl_same_text(const char *a, const char *b);
bool dxl_ends_with(const char *text, const char *end);
bool dxl_starts_with(const char *text, const char *start);

/// Whole file, NUL-terminated behind *length; NULL when it cannot be read (errno says why). Owned by the arena.
char *dxl_path_read(dxl_arena *arena, const char *path, size_t *length);
/// The same, with a byte order mark taken off and UTF-16 made UTF-8, as tools on Windows write files.
char *dxl_path_read_text(dxl_arena *arena, const char *path, size_t *length);

#endif
