// Arena over chunks that grow geometrically, and the allocation functions that everything else uses.
// Invariants: all memory comes from dxl_allocate, dxl_reallocate or calloc below; running out ends in
// dxl_out_of_memory. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "base/arena.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
  ARENA_ALIGNMENT = 16,
  ARENA_FIRST_CHUNK = 4096,
  ARENA_LAST_CHUNK = 1 << 20,
};

/// Header of a chunk; the bytes handed out follow it.
typedef struct arena_chunk {
  struct arena_chunk *previous;
  size_t reserved; // keeps the bytes that follow aligned to ARENA_ALIGNMENT
} arena_chunk;

_Static_assert(sizeof(arena_chunk) % ARENA_ALIGNMENT == 0, "bytes after a chunk header are aligned");

struct dxl_arena {
  arena_chunk *chunks;
  unsigned char *next; // free space of the newest ordinary chunk
  size_t left;
  size_t chunk_size; // of the next ordinary chunk
  size_t used;
};

/// The only place that gives up for want of memory.
static _Noreturn void dxl_out_of_memory(void) { abort(); }

dxl_arena *dxl_arena_new(void) {
  dxl_arena *arena = dxl_allocate(sizeof *arena);
  memset(arena, 0, sizeof *arena);
  arena->chunk_size = ARENA_FIRST_CHUNK;
  return arena;
}

void dxl_arena_free(dxl_arena *arena) {
  if (!arena)
    return;
  arena_chunk *chunk = arena->chunks;
  while (chunk) {
    arena_chunk *previous = chunk->previous;
    free(chunk);
    chunk = previous;
  }
  free(arena);
}

/// calloc, not malloc: fresh pages are zero already, so that a large chunk costs nothing until it is used.
static unsigned char *arena_add_chunk(dxl_arena *arena, size_t size) {
  if (size > SIZE_MAX - sizeof(arena_chunk))
    dxl_out_of_memory();
  arena_chunk *chunk = calloc(1, sizeof(arena_chunk) + size);
  if (!chunk)
    dxl_out_of_memory();
  chunk->previous = arena->chunks;
  arena->chunks = chunk;
  return (unsigned char *)(chunk + 1);
}

void *dxl_arena_alloc(dxl_arena *arena, size_t size) {
  if (size > SIZE_MAX - ARENA_ALIGNMENT)
    dxl_out_of_memory();
  size = (size + ARENA_ALIGNMENT - 1) & ~(size_t)(ARENA_ALIGNMENT - 1);
  if (size == 0)
    size = ARENA_ALIGNMENT;
  if (size > arena->left) {
    if (size >= arena->chunk_size / 2) { // a chunk of its own; the current one stays in use
      void *block = arena_add_chunk(arena, size);
      arena->used += size;
      return block;
    }
    arena->next = arena_add_chunk(arena, arena->chunk_size);
    arena->left = arena->chunk_size;
    if (arena->chunk_size < ARENA_LAST_CHUNK)
      arena->chunk_size *= 2;
  }
  void *block = arena->next;
  arena->next += size;
  arena->left -= size;
  arena->used += size;
  return block;
}

void *dxl_arena_copy(dxl_arena *arena, const void *bytes, size_t size) {
  void *block = dxl_arena_alloc(arena, size);
  if (size)
    memcpy(block, bytes, size);
  return block;
}

char *dxl_arena_string(dxl_arena *arena, const char *text, size_t length) {
  if (length == SIZE_MAX)
    dxl_out_of_memory();
  char *copy = dxl_arena_alloc(arena, length + 1);
  if (length)
    memcpy(copy, text, length);
  return copy;
}

char *dxl_arena_format(dxl_arena *arena, const char *format, ...) {
  va_list arguments, again;
  va_start(arguments, format);
  va_copy(again, arguments);
  int length = vsnprintf(NULL, 0, format, arguments);
  va_end(arguments);
  if (length < 0) // an encoding error of %ls, which nothing here uses
    abort();
  char *text = dxl_arena_alloc(arena, (size_t)length + 1);
  vsnprintf(text, (size_t)length + 1, format, again);
  va_end(again);
  return text;
}

size_t dxl_arena_used(const dxl_arena *arena) { return arena->used; }

void *dxl_allocate(size_t size) {
  void *block = malloc(size ? size : 1);
  if (!block)
    dxl_out_of_memory();
  return block;
}

void *dxl_reallocate(void *block, size_t size) {
  void *moved = realloc(block, size ? size : 1);
  if (!moved)
    dxl_out_of_memory();
  return moved;
}

void dxl_release(void *block) { free(block); }
