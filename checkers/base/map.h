// Open-addressing hash map from byte strings to 64-bit slots, and a string interner on top of it.
// Invariant: keys are copied; iteration goes in order of insertion, so that output never depends on hash order.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DXL_BASE_MAP_H
#define DXL_BASE_MAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct dxl_map dxl_map;

dxl_map *dxl_map_new(void);
void dxl_map_free(dxl_map *map);
/// Slot of a key, or NULL when the key is absent. The slot is valid until the next put.
uint64_t *dxl_map_get(const dxl_map *map, const void *key, size_t length);
/// Slot of a key, made (zero) when absent; *is_new says which (may be NULL). Valid until the next put.
uint64_t *dxl_map_put(dxl_map *map, const void *key, size_t length, bool *is_new);
/// The same with integer keys and with NUL-terminated strings.
uint64_t *dxl_map_get_u64(const dxl_map *map, uint64_t key);
uint64_t *dxl_map_put_u64(dxl_map *map, uint64_t key, bool *is_new);
uint64_t *dxl_map_get_text(const dxl_map *map, const char *key);
uint64_t *dxl_map_put_text(dxl_map *map, const char *key, bool *is_new);
/// Entries in order of insertion: count, and key/slot of the n-th.
uint32_t dxl_map_count(const dxl_map *map);
const void *dxl_map_key_at(const dxl_map *map, uint32_t n, size_t *length);
uint64_t *dxl_map_value_at(const dxl_map *map, uint32_t n);

/// String interner: equal strings give the same pointer, owned by the interner.
typedef struct dxl_strings dxl_strings;
dxl_strings *dxl_strings_new(void);
void dxl_strings_free(dxl_strings *strings);
const char *dxl_strings_intern(dxl_strings *strings, const char *text);
const char *dxl_strings_intern_n(dxl_strings *strings, const char *text, size_t length);

/// 64-bit hash of bytes (xxHash), the same on every machine and in every run.
uint64_t dxl_hash(const void *bytes, size_t length, uint64_t seed);

/// A hash of what a hash stands for and one number more.
static inline uint64_t dxl_hash_mix(uint64_t hash, uint64_t value) { return dxl_hash(&value, sizeof value, hash); }

#ifdef __cplusplus
}
#endif
#endif
