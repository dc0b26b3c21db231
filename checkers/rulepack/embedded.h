// The tables of the file that embed.c generates.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DXL_RULEPACK_EMBEDDED_H
#define DXL_RULEPACK_EMBEDDED_H

#include "rulepack/builtin.h"

extern const dxl_builtin_file dxl_embedded_files[];
extern const size_t dxl_embedded_count;
extern const char *const dxl_embedded_packs[]; ///< NULL-terminated
extern const bool dxl_embedded_pack_is_default[];

#endif
