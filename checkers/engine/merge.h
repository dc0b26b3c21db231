// Two states on their way to become one, and what merge.c and merge_memory.c do for each other.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DXL_ENGINE_MERGE_H
#define DXL_ENGINE_MERGE_H

#include "engine/internal.h"

typedef struct dxl_joint {
  dxl_engine *engine;
  dxl_state *into;
  const dxl_state *from;
  const dxl_state *before; ///< `into` as it was
  uint32_t site;
  dxl_term condition; ///< true in `into`, false in `from`; 0 = none found
  const dxl_frame *frame;
  const dxl_running *mine, *others; ///< registers, may be NULL
  dxl_terms_list lost[2];           ///< what stood in memory of either side, and nobody knows any more that it does
  dxl_terms_list positive;          ///< choices of values that are greater than zero on either side
  dxl_terms_list negative;          ///< choices of values that are less than zero on either side
  dxl_terms_list indexes;           ///< values for two small numbers, each with the number that it is on either side
} dxl_joint;

/// The value that stands for `a` in the first state and for `b` in the second: a choice, or a symbol for just this pair.
dxl_term dxl_merge_values(dxl_joint *j, dxl_term a, dxl_term b);
/// Makes one of the two objects at `base`, in `j->into`.
void dxl_merge_object(dxl_joint *j, dxl_term base);

#endif
