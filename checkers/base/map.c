// Hash map with linear probing over a table of entry numbers; the entries themselves stand in order of insertion.
// Invariants: the table has a power of two of cells and is at most half full; a cell holds entry number + 1, 0 = free.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "base/map.h"

#include <string.h>
#include <xxhash.h>

#include "base/arena.h"
#include "base/array.h"

enum { MAP_FIRST_CELLS = 16 };

typedef struct map_entry {
  uint64_t hash;
  const char *key; // NUL-terminated, beyond its length, for the interner
  size_t length;
  uint64_t value;
} map_entry;

struct dxl_map {
  dxl_arena *keys;
  DXL_ARRAY(map_entry) entries;
  uint32_t *cells;
  uint32_t cell_count;
};

struct dxl_strings {
  dxl_map *map;
};

uint64_t dxl_hash(const void *bytes, size_t length, uint64_t seed) { return XXH3_64bits_withSeed(bytes, length, seed); }

dxl_map *dxl_map_new(void) {
  dxl_map *map = dxl_allocate(sizeof *map);
  memset(map, 0, sizeof *map);
  return map;
}

void dxl_map_free(dxl_map *map) {
  if (!map)
    return;
  dxl_arena_free(map->keys);
  dxl_array_free(&map->entries);
  dxl_release(map->cells);
  dxl_release(map);
}

/// Cell that holds the key, or the free cell where it belongs. The table must not be empty.
static uint32_t *map_cell(const dxl_map *map, uint64_t hash, const void *key, size_t length) {
  uint32_t mask = map->cell_count - 1;
  for (uint32_t at = (uint32_t)hash & mask;; at = (at + 1) & mask) {
    uint32_t *cell = &map->cells[at];
    if (!*cell)
      return cell;
    const map_entry *entry = &map->entries.items[*cell - 1];
    if (entry->hash == hash && entry->length == length && (length == 0 || memcmp(entry->key, key, length) == 0))
      return cell;
  }
}

static void map_grow(dxl_map *map) {
  uint32_t cell_count = map->cell_count ? map->cell_count * 2 : MAP_FIRST_CELLS;
  dxl_release(map->cells);
  map->cells = dxl_allocate(cell_count * sizeof *map->cells);
  memset(map->cells, 0, cell_count * sizeof *map->cells);
  map->cell_count = cell_count;
  uint32_t mask = cell_count - 1;
  for (uint32_t n = 0; n < map->entries.count; n++) {
    uint32_t at = (uint32_t)map->entries.items[n].hash & mask;
    while (map->cells[at])
      at = (at + 1) & mask;
    map->cells[at] = n + 1;
  }
}

uint64_t *dxl_map_get(const dxl_map *map, const void *key, size_t length) {
  if (!map->cell_count)
    return NULL;
  uint32_t cell = *map_cell(map, dxl_hash(key, length, 0), key, length);
  return cell ? &map->entries.items[cell - 1].value : NULL;
}

uint64_t *dxl_map_put(dxl_map *map, const void *key, size_t length, bool *is_new) {
  uint64_t hash = dxl_hash(key, length, 0);
  if (map->entries.count >= map->cell_count / 2)
    map_grow(map);
  uint32_t *cell = map_cell(map, hash, key, length);
  if (is_new)
    *is_new = !*cell;
  if (!*cell) {
    if (!map->keys)
      map->keys = dxl_arena_new();
    map_entry entry = {hash, dxl_arena_string(map->keys, key, length), length, 0};
    dxl_array_push(&map->entries, entry);
    *cell = map->entries.count;
  }
  return &map->entries.items[*cell - 1].value;
}

uint64_t *dxl_map_get_u64(const dxl_map *map, uint64_t key) { return dxl_map_get(map, &key, sizeof key); }

uint64_t *dxl_map_put_u64(dxl_map *map, uint64_t key, bool *is_new) {
  return dxl_map_put(map, &key, sizeof key, is_new);
}

uint64_t *dxl_map_get_text(const dxl_map *map, const char *key) { return dxl_map_get(map, key, strlen(key)); }

uint64_t *dxl_map_put_text(dxl_map *map, const char *key, bool *is_new) {
  return dxl_map_put(map, key, strlen(key), is_new);
}

uint32_t dxl_map_count(const dxl_map *map) { return map->entries.count; }

const void *dxl_map_key_at(const dxl_map *map, uint32_t n, size_t *length) {
  if (length)
    *length = map->entries.items[n].length;
  return map->entries.items[n].key;
}

uint64_t *dxl_map_value_at(const dxl_map *map, uint32_t n) { return &map->entries.items[n].value; }

dxl_strings *dxl_strings_new(void) {
  dxl_strings *strings = dxl_allocate(sizeof *strings);
  strings->map = dxl_map_new();
  return strings;
}

void dxl_strings_free(dxl_strings *strings) {
  if (!strings)
    return;
  dxl_map_free(strings->map);
  dxl_release(strings);
}

const char *dxl_strings_intern(dxl_strings *strings, const char *text) {
  return dxl_strings_intern_n(strings, text, strlen(text));
}

const char *dxl_strings_intern_n(dxl_strings *strings, const char *text, size_t length) {
  // The value of an entry is unused; its key is the string, and keys stay in place. The put's slot tells which entry.
  uint64_t *slot = dxl_map_put(strings->map, text, length, NULL);
  const map_entry *entry = (const map_entry *)((const char *)slot - offsetof(map_entry, value));
  return entry->key;
}
