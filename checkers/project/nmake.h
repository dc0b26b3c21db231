// Makefiles of the kind that WDK 7 builds with, read for their macros: assignments, !include, !if. Rules are not run.
// Internal to project/. Invariant: sizes, depth and number of files are bounded.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DXL_PROJECT_NMAKE_H
#define DXL_PROJECT_NMAKE_H

#include "project/internal.h"

/// Bytes that one macro may have, and that all may take.
#define DXL_NMAKE_VALUE_LIMIT (1024u * 1024)
#define DXL_NMAKE_BUDGET (128u * 1024 * 1024)
/// Files that one makefile may include, in all.
#define DXL_NMAKE_FILE_LIMIT 1000

typedef struct dxl_nmake {
  dxl_project *project;
  dxl_arena *arena;
  const char *directory; ///< absolute, of the first file: relative paths of all files stand below it
  dxl_map *macros;       ///< name -> dxl_nmake_macro *
  size_t spent;
  uint32_t files;
  const char *place;   ///< the file of the macro that is being expanded, as messages show it, or NULL
  uint32_t place_line; ///< of its last assignment
  bool lacks_file;     ///< an included one is not there
  bool is_broken;      ///< a limit was met and said
} dxl_nmake;

typedef struct dxl_nmake_macro {
  const char *value; ///< as written, but for what it names itself
  const char *file;  ///< where it was last assigned, as messages show it
  uint32_t line;
} dxl_nmake_macro;

dxl_nmake *dxl_nmake_new(dxl_project *project, const char *path);
void dxl_nmake_free(dxl_nmake *make);
void dxl_nmake_set(dxl_nmake *make, const char *name, const char *value);
/// False after a message when the file cannot be read.
bool dxl_nmake_read(dxl_nmake *make, const char *path);
/// NULL when there is none of that name.
const dxl_nmake_macro *dxl_nmake_find(const dxl_nmake *make, const char *name);
/// Its value in the end; "" when there is none.
const char *dxl_nmake_get(dxl_nmake *make, const char *name);
/// $(NAME), $(NAME:old=new), $$ replaced.
const char *dxl_nmake_expand(dxl_nmake *make, const char *text);

// nmake_condition.c
/// An expression of !if, macros expanded before. NULL in *mistake when it could be read.
bool dxl_nmake_condition(dxl_nmake *make, const char *text, const char **mistake);

#endif
