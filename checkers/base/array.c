// Growth of DXL_ARRAY: doubles, so that n pushes cost O(n).
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "base/array.h"

#include <stdlib.h>

enum { ARRAY_FIRST_CAPACITY = 4 };

void dxl_array_grow_(void **items, uint32_t *capacity, uint32_t wanted, size_t item_size) {
  uint32_t grown = *capacity ? *capacity : ARRAY_FIRST_CAPACITY;
  while (grown < wanted)
    grown = grown > UINT32_MAX / 2 ? UINT32_MAX : grown * 2;
  // wanted 0 with a full array means that a count of 2^32 was asked for and wrapped around.
  if (wanted <= *capacity || item_size > SIZE_MAX / grown)
    abort();
  *items = dxl_reallocate(*items, (size_t)grown * item_size);
  *capacity = grown;
}
