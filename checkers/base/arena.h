// Arena allocation: memory is taken in chunks and given back all at once.
// Invariant: a pointer from an arena stays valid and in place until dxl_arena_free.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DXL_BASE_ARENA_H
#define DXL_BASE_ARENA_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct dxl_arena dxl_arena;

/// New, empty arena. Owned by the caller, who gives it to dxl_arena_free.
/// When memory runs out every function of this file calls abort(): units run in processes of their own, so that the
/// loss is contained and reported by the parent.
dxl_arena *dxl_arena_new(void);
void dxl_arena_free(dxl_arena *arena);

/// `size` bytes, zeroed, aligned to 16. Never NULL.
void *dxl_arena_alloc(dxl_arena *arena, size_t size);
/// Copies of bytes / of a NUL-terminated string, owned by the arena. The string copy is NUL-terminated.
void *dxl_arena_copy(dxl_arena *arena, const void *bytes, size_t size);
char *dxl_arena_string(dxl_arena *arena, const char *text, size_t length);
/// printf into the arena.
char *dxl_arena_format(dxl_arena *arena, const char *format, ...)
#if defined(__GNUC__)
    __attribute__((format(printf, 2, 3)))
#endif
    ;
/// Bytes handed out so far.
size_t dxl_arena_used(const dxl_arena *arena);

/// malloc/realloc that never return NULL (abort instead); for memory that grows.
void *dxl_allocate(size_t size);
void *dxl_reallocate(void *block, size_t size);
void dxl_release(void *block);

#ifdef __cplusplus
}
#endif
#endif
