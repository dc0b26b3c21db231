// The C interface of the frontend: source in, program IR out. The only part of the tool that includes Clang is behind it.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DXL_FRONTEND_FRONTEND_H
#define DXL_FRONTEND_FRONTEND_H

#include "ir/ir.h"

#ifdef __cplusplus
extern "C" {
#endif

/// One file of an in-memory overlay (headers that the tool carries).
typedef struct dxl_overlay_file {
  const char *path;
  const char *text;
  size_t length;
} dxl_overlay_file;

typedef struct dxl_frontend_job {
  const char *file;             ///< main file
  const char *directory;        ///< working directory of the compilation, NULL = current
  const char *const *arguments; ///< compiler arguments without the compiler and the file; clang or cl syntax
  uint32_t argument_count;
  const dxl_overlay_file *overlay;
  uint32_t overlay_count;
  bool case_insensitive_includes; ///< find headers whatever the case of their names, and with backslashes
} dxl_frontend_job;

/// Parses and lowers one unit. Never NULL: when nothing could be parsed the module has an error note and no function.
/// Compiler errors become notes; a body that has one inside is DXL_IR_LOST, all the others are lowered.
/// *diagnostics (may be NULL) gets the compiler's text, owned by the caller (dxl_release).
dxl_ir_module *dxl_frontend_lower(const dxl_frontend_job *job, char **diagnostics);

/// What the note on a header that is not there begins with; its name follows.
#define DXL_HEADER_NOT_FOUND "header not found: "

/// "19.1.7": the version of Clang behind this frontend.
const char *dxl_frontend_version(void);

#ifdef __cplusplus
}
#endif
#endif
