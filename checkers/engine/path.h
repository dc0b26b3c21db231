// The steps of a path, as a list that paths share: each step knows the one before it.
// Where two paths were joined stands a junction, which is no step: it knows both and the condition that tells them apart.
// Invariant: steps live in the arena of the root under analysis and never change.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DXL_ENGINE_PATH_H
#define DXL_ENGINE_PATH_H

#include "ir/ir.h"
#include "report/finding.h"

typedef struct dxl_path {
  const struct dxl_path *before;
  dxl_step_kind kind;
  uint32_t depth;
  uint32_t length;   ///< steps up to this one, by the shorter way at each junction
  uint32_t function; ///< in which it stands
  dxl_ir_location location;
  const char *text;
  const struct dxl_path *other; ///< of a junction: the path that was taken where `condition` is false; else NULL
  uint32_t condition;           ///< of a junction: a term
} dxl_path;

#endif
