// A typed growable array: DXL_ARRAY(T) is a struct with items, count and capacity.
// Invariant: a zeroed array is an empty array; items is owned by the array and freed by dxl_array_free.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DXL_BASE_ARRAY_H
#define DXL_BASE_ARRAY_H

#include <stdint.h>
#include <string.h>

#include "base/arena.h"

#define DXL_ARRAY(T)                                                                                                   \
  struct {                                                                                                             \
    T *items;                                                                                                          \
    uint32_t count;                                                                                                    \
    uint32_t capacity;                                                                                                 \
  }

/// Makes room for `n` items in all. The items may move.
#define dxl_array_reserve(array, n)                                                                                    \
  ((void)((array)->capacity >= (n) ||                                                                                  \
          (dxl_array_grow_((void **)&(array)->items, &(array)->capacity, (uint32_t)(n), sizeof *(array)->items), 0)))
/// Appends a value.
#define dxl_array_push(array, value)                                                                                   \
  (dxl_array_reserve((array), (array)->count + 1u), (void)((array)->items[(array)->count++] = (value)))
/// Takes the last value off. The array must not be empty.
#define dxl_array_pop(array) ((array)->items[--(array)->count])
#define dxl_array_last(array) ((array)->items[(array)->count - 1u])
#define dxl_array_clear(array) ((void)((array)->count = 0))
#define dxl_array_free(array)                                                                                          \
  (dxl_release((array)->items), (void)((array)->items = NULL), (void)((array)->count = (array)->capacity = 0))

#ifdef __cplusplus
extern "C" {
#endif
void dxl_array_grow_(void **items, uint32_t *capacity, uint32_t wanted, size_t item_size);
#ifdef __cplusplus
}
#endif
#endif
