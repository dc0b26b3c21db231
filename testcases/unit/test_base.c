// Tests of checkers/base: arena, arrays, map, interner.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef _GNU_SOURCE
#define _GNU_SOURCE // fork, setrlimit
#endif
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/array.h"
#include "base/map.h"

#if defined(__SANITIZE_ADDRESS__)
#define WITH_ADDRESS_SANITIZER 1
#elif defined(__has_feature)
#define WITH_ADDRESS_SANITIZER __has_feature(address_sanitizer)
#else
#define WITH_ADDRESS_SANITIZER 0
#endif

static bool is_zero(const unsigned char *bytes, size_t length) {
  for (size_t i = 0; i < length; i++)
    if (bytes[i])
      return false;
  return true;
}

static void arena_memory_is_aligned_zeroed_and_stays(void **state) {
  (void)state;
  enum { COUNT = 3000 };
  dxl_arena *arena = dxl_arena_new();
  static unsigned char *blocks[COUNT];
  size_t sum = 0;
  for (size_t i = 0; i < COUNT; i++) {
    size_t size = i % 7 == 0 ? i * 37 : i % 40;
    blocks[i] = dxl_arena_alloc(arena, size);
    assert_non_null(blocks[i]);
    assert_int_equal((uintptr_t)blocks[i] % 16, 0);
    assert_true(is_zero(blocks[i], size));
    memset(blocks[i], (int)(i % 251) + 1, size);
    sum += size;
  }
  for (size_t i = 0; i < COUNT; i++) {
    size_t size = i % 7 == 0 ? i * 37 : i % 40;
    for (size_t n = 0; n < size; n++)
      assert_int_equal(blocks[i][n], i % 251 + 1);
  }
  assert_true(dxl_arena_used(arena) >= sum);
  dxl_arena_free(arena);
  dxl_arena_free(NULL);
}

static void arena_copies_and_formats(void **state) {
  (void)state;
  dxl_arena *arena = dxl_arena_new();
  assert_string_equal(dxl_arena_string(arena, "abcdef", 3), "abc");
  assert_string_equal(dxl_arena_string(arena, "", 0), "");
  assert_memory_equal(dxl_arena_copy(arena, "a\0b", 3), "a\0b", 3);
  assert_string_equal(dxl_arena_format(arena, "%s:%d", "file.c", 12), "file.c:12");
  char *large = dxl_arena_format(arena, "%0*d", 100000, 7);
  assert_int_equal(strlen(large), 100000);
  assert_int_equal(large[99999], '7');
  dxl_arena_free(arena);
}

/// Runs an action in a child whose memory is limited; true when the child was ended by abort().
static bool aborts(void (*action)(void)) {
  fflush(NULL);
  pid_t child = fork();
  assert_true(child >= 0);
  if (child == 0) {
    struct rlimit none = {0, 0};
    setrlimit(RLIMIT_CORE, &none);
    signal(SIGABRT, SIG_DFL); // cmocka's handler would take it for a failed test
    action();
    _exit(0);
  }
  int status = 0;
  assert_int_equal(waitpid(child, &status, 0), child);
  return WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT;
}

static void limit_memory(void) {
#if !WITH_ADDRESS_SANITIZER
  struct rlimit limit = {256u << 20, 256u << 20};
  setrlimit(RLIMIT_AS, &limit);
#else
  _exit(2);
#endif
}

static void many_small_blocks(void) {
  limit_memory();
  dxl_arena *arena = dxl_arena_new();
  for (;;)
    dxl_arena_alloc(arena, 1000);
}

static void endless_array(void) {
  limit_memory();
  DXL_ARRAY(uint64_t) array = {0};
  for (;;)
    dxl_array_push(&array, 1);
}

static void block_that_overflows(void) { dxl_arena_alloc(dxl_arena_new(), SIZE_MAX - 3); }

static void string_that_overflows(void) { dxl_arena_string(dxl_arena_new(), "", SIZE_MAX); }

static void array_that_overflows(void) {
  typedef struct {
    char bytes[1 << 30];
  } huge;
  DXL_ARRAY(huge) array = {0};
  dxl_array_reserve(&array, UINT32_MAX);
}

static void out_of_memory_aborts(void **state) {
  (void)state;
  assert_true(aborts(block_that_overflows));
  assert_true(aborts(string_that_overflows));
#if !WITH_ADDRESS_SANITIZER // its shadow memory needs the address space, and it ends the process in its own way
  assert_true(aborts(array_that_overflows));
  assert_true(aborts(many_small_blocks));
  assert_true(aborts(endless_array));
#else
  (void)array_that_overflows;
  (void)many_small_blocks;
  (void)endless_array;
#endif
}

static void array_grows_and_pops(void **state) {
  (void)state;
  DXL_ARRAY(uint32_t) array = {0};
  for (uint32_t i = 0; i < 100000; i++)
    dxl_array_push(&array, i * 3);
  assert_int_equal(array.count, 100000);
  for (uint32_t i = 0; i < 100000; i++)
    assert_int_equal(array.items[i], i * 3);
  assert_int_equal(dxl_array_last(&array), 99999 * 3);
  assert_int_equal(dxl_array_pop(&array), 99999 * 3);
  assert_int_equal(array.count, 99999);
  uint32_t *items = array.items;
  dxl_array_reserve(&array, 5);
  assert_ptr_equal(array.items, items);
  dxl_array_clear(&array);
  assert_int_equal(array.count, 0);
  dxl_array_free(&array);
  assert_null(array.items);
  assert_int_equal(array.capacity, 0);
}

static void map_keeps_values_and_order(void **state) {
  (void)state;
  enum { COUNT = 50000 };
  dxl_map *map = dxl_map_new();
  char key[32];
  assert_null(dxl_map_get_text(map, "absent"));
  for (uint32_t i = 0; i < COUNT; i++) {
    snprintf(key, sizeof key, "key %u", i * 7919u);
    bool is_new = false;
    uint64_t *slot = dxl_map_put_text(map, key, &is_new);
    assert_true(is_new);
    assert_int_equal(*slot, 0);
    *slot = i + 1;
  }
  assert_int_equal(dxl_map_count(map), COUNT);
  for (uint32_t i = 0; i < COUNT; i++) {
    snprintf(key, sizeof key, "key %u", i * 7919u);
    const uint64_t *found = dxl_map_get_text(map, key);
    assert_non_null(found);
    assert_int_equal(*found, i + 1);
    size_t length = 0;
    assert_string_equal((const char *)dxl_map_key_at(map, i, &length), key);
    assert_int_equal(length, strlen(key));
    assert_int_equal(*dxl_map_value_at(map, i), i + 1);
    bool is_new = true;
    assert_int_equal(*dxl_map_put_text(map, key, &is_new), i + 1);
    assert_false(is_new);
  }
  assert_int_equal(dxl_map_count(map), COUNT);
  assert_null(dxl_map_get_text(map, "key"));
  dxl_map_free(map);
  dxl_map_free(NULL);
}

static void map_takes_any_bytes(void **state) {
  (void)state;
  dxl_map *map = dxl_map_new();
  *dxl_map_put(map, "a\0b", 3, NULL) = 1;
  *dxl_map_put(map, "a\0c", 3, NULL) = 2;
  *dxl_map_put(map, "a", 1, NULL) = 3;
  *dxl_map_put(map, "", 0, NULL) = 4;
  assert_int_equal(*dxl_map_get(map, "a\0b", 3), 1);
  assert_int_equal(*dxl_map_get(map, "a\0c", 3), 2);
  assert_int_equal(*dxl_map_get(map, "a", 1), 3);
  assert_int_equal(*dxl_map_get(map, "", 0), 4);
  assert_null(dxl_map_get(map, "a\0", 2));
  *dxl_map_put_u64(map, 0, NULL) = 5;
  *dxl_map_put_u64(map, UINT64_MAX, NULL) = 6;
  assert_int_equal(*dxl_map_get_u64(map, 0), 5);
  assert_int_equal(*dxl_map_get_u64(map, UINT64_MAX), 6);
  assert_null(dxl_map_get_u64(map, 1));
  dxl_map_free(map);
}

static void interner_gives_one_pointer_per_string(void **state) {
  (void)state;
  dxl_strings *strings = dxl_strings_new();
  const char *first = dxl_strings_intern(strings, "first");
  char copy[] = "first and more";
  for (int i = 0; i < 10000; i++) {
    char other[32];
    snprintf(other, sizeof other, "other %d", i);
    assert_string_equal(dxl_strings_intern(strings, other), other);
  }
  assert_ptr_equal(dxl_strings_intern(strings, "first"), first);
  assert_ptr_equal(dxl_strings_intern_n(strings, copy, 5), first);
  assert_string_equal(first, "first");
  assert_ptr_equal(dxl_strings_intern(strings, ""), dxl_strings_intern_n(strings, copy, 0));
  dxl_strings_free(strings);
  dxl_strings_free(NULL);
}

static void hash_is_stable(void **state) {
  (void)state;
  // XXH3 of the empty input with seed 0, as published with the algorithm: caches outlive a run.
  assert_true(dxl_hash("", 0, 0) == UINT64_C(0x2D06800538D394C2));
  assert_true(dxl_hash("abc", 3, 0) != dxl_hash("abc", 3, 1));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(arena_memory_is_aligned_zeroed_and_stays),
      cmocka_unit_test(arena_copies_and_formats),
      cmocka_unit_test(out_of_memory_aborts),
      cmocka_unit_test(array_grows_and_pops),
      cmocka_unit_test(map_keeps_values_and_order),
      cmocka_unit_test(map_takes_any_bytes),
      cmocka_unit_test(interner_gives_one_pointer_per_string),
      cmocka_unit_test(hash_is_stable),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
