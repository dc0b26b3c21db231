// What the binary carries for the frontend: headers, as files in memory, and the flags that find them.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "rulepack/builtin.h"

#include "cli/session.h"

void dxl_builtin_load(dxl_session *session) {
  dxl_builtin_array files = {0};
  dxl_builtin_headers(session->arena, &files);
  for (uint32_t i = 0; i < files.count; ++i) {
    const dxl_overlay_file header = {files.items[i].path, files.items[i].text, files.items[i].length};
    dxl_array_push(&session->headers, header);
    dxl_array_push(&session->header_paths, files.items[i].path);
  }
  dxl_array_free(&files);
  dxl_builtin_words flags = {0};
  dxl_builtin_flags(session->arena, session->options.mingw ? session->options.mingw : DXL_MINGW, &flags);
  for (uint32_t i = 0; i < flags.count; ++i)
    dxl_array_push(&session->default_flags, flags.items[i]);
  dxl_array_free(&flags);
}
