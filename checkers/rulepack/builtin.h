// What the binary carries: rule packs, help pages, headers for drivers and the compiler flags that find them.
// Invariant: the texts are constants of the program; nothing of a file system is needed to read them.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DXL_RULEPACK_BUILTIN_H
#define DXL_RULEPACK_BUILTIN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/array.h"

#ifdef __cplusplus
extern "C" {
#endif

/// Where the headers stand for the compiler, in memory. Nothing on disk has this name.
#define DXL_BUILTIN_HEADERS "/dxgklint/headers"

typedef struct dxl_builtin_file {
  const char *path; ///< below rules/: "headers/wddm/dispmprt.h", "checks/dxgk-leak.md"
  const char *text; ///< NUL-terminated
  size_t length;
} dxl_builtin_file;

/// All files, ordered by path.
const dxl_builtin_file *dxl_builtin_files(size_t *count);
/// The file of that path, NULL when there is none.
const dxl_builtin_file *dxl_builtin_find(const char *path);

typedef DXL_ARRAY(dxl_builtin_file) dxl_builtin_array;
typedef DXL_ARRAY(const char *) dxl_builtin_words;

/// Appends the headers with their paths below DXL_BUILTIN_HEADERS. Paths are owned by the arena.
void dxl_builtin_headers(dxl_arena *arena, dxl_builtin_array *headers);
/// Appends the flags of rules/headers/flags.txt, one argument each. `mingw` is the directory of mingw-w64's headers.
/// Flags are owned by the arena.
void dxl_builtin_flags(dxl_arena *arena, const char *mingw, dxl_builtin_words *flags);

#ifdef __cplusplus
}
#endif
#endif
