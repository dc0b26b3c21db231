// What becomes of a pointer: who gets its address, what is added to it, by which pointer a function of the library is called.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "libc.h"

void take_address(char **block); // nobody knows what it does

// ---- Its address goes to somebody unknown ---------------------------------------------------------------------------------

void given_itself_bad(void)
{
  char *block = malloc(10);
  keep(block);
  free(block);
  keep(&block + 1);
  free(block); // EXPECT: dxgk-double-destroy
}

void given_its_address_ok(void)
{
  char *block = malloc(10);
  keep(block);
  free(block);
  take_address(&block);
  free(block);
}

typedef struct PAIR {
  char *First;
  char **Second;
} PAIR;

void keep_pairs(PAIR *pairs);

void element_bad(void)
{
  char *one = malloc(10), *two = malloc(20);
  PAIR pairs[2];
  pairs[1].First = one;
  pairs[1].Second = &two;
} // EXPECT: dxgk-leak

void element_ok(void)
{
  char *one = malloc(10), *two = malloc(20);
  PAIR pairs[2];
  pairs[1].First = one;
  pairs[1].Second = &two;
  keep_pairs(pairs);
}

// ---- Moved, nobody knows how far ------------------------------------------------------------------------------------------

void moved_bad(int count)
{
  char *block = malloc(10);
  if (!block)
    return;
  block[count] = 1;
  free(block + 2); // EXPECT: dxgk-invalid-handle
}

void moved_ok(int count)
{
  char *block = malloc(10);
  if (!block)
    return;
  block += count;
  free(block);
}

void appended_bad(const char *more)
{
  char *text = malloc(100);
  if (!text)
    return;
  text[0] = 0;
  strncat(text + strlen(text), more, 99);
  while (*text)
    text++;
  free(text); // EXPECT: dxgk-invalid-handle
}

void appended_ok(const char *more)
{
  char *text = malloc(100);
  char *at = text;
  if (!text)
    return;
  text[0] = 0;
  strncat(text + strlen(text), more, 99);
  while (*at)
    at++;
  free(text);
}

// ---- Marked in bits that no address has -----------------------------------------------------------------------------------

void marked_bad(void)
{
  long *block = malloc(8);
  if (!block)
    return;
  size_t marked = (size_t)block | 1;
  block = (long *)(marked & ~(size_t)1);
  *block = 1;
} // EXPECT: dxgk-leak

void marked_ok(void)
{
  long *block = malloc(8);
  long **at = (long **)((size_t)&block | 1);
  at = (long **)((size_t)at & ~(size_t)1);
  free(*at);
}

// ---- Handed on when it is gone --------------------------------------------------------------------------------------------

typedef struct ITEM {
  int Count;
} ITEM;

void show_item(const ITEM *item);

void shown_bad(ITEM *item)
{
  free(item);
  show_item(item); // EXPECT: dxgk-use-after-destroy
}

void shown_ok(ITEM *item)
{
  free(item);
  keep(item); // a name for what is gone
}

ITEM *returned_bad(ITEM *item)
{
  free(item);
  return item; // EXPECT: dxgk-use-after-destroy
}

ITEM *returned_ok(ITEM *item)
{
  free(item);
  return 0;
}

static ITEM *gone(ITEM *item)
{
  free(item);
  return item;
}

void returned_to_caller_bad(ITEM *item)
{
  item = gone(item);
  free(item); // EXPECT: dxgk-double-destroy
}

void returned_to_caller_ok(ITEM *item)
{
  gone(item);
}

// ---- Counted --------------------------------------------------------------------------------------------------------------

static void drop_item(ITEM *item)
{
  if (--item->Count == 0)
    free(item);
}

int last_reference_bad(ITEM *item)
{
  drop_item(item);
  return item->Count; // EXPECT: dxgk-use-after-destroy
}

int held_by_others_ok(ITEM *item)
{
  item->Count++;
  drop_item(item);
  return item->Count;
}

// ---- A pointer to a function of the library -------------------------------------------------------------------------------

typedef void RELEASE(void *block);

void by_pointer_bad(void *block)
{
  RELEASE *release = free;
  release(block);
  release(block); // EXPECT: dxgk-double-destroy
}

void by_pointer_ok(void *block, void *other)
{
  RELEASE *release = free;
  release(block);
  release(other);
}

static RELEASE *get_release(void)
{
  return free;
}

void by_result_bad(void *block)
{
  RELEASE *release = get_release();
  release(block);
  release(block); // EXPECT: dxgk-double-destroy
}

void by_result_ok(void *block)
{
  RELEASE *release = get_release();
  release(block);
}

static void release_with(void *block, RELEASE *release)
{
  release(block); // EXPECT: dxgk-double-destroy // EXPECTED-IN: handed_down_bad
}

void handed_down_bad(void *block)
{
  free(block);
  release_with(block, free);
}

void handed_down_ok(void *block)
{
  release_with(block, free);
}

// ---- No address at all ----------------------------------------------------------------------------------------------------

void constant_bad(void)
{
  free((void *)1000); // EXPECT: dxgk-invalid-handle
}

void constant_ok(void)
{
  free((void *)0);
}

// ---- No function of the library -------------------------------------------------------------------------------------------

char valloc(int size); // another one of that name
void *memalign(size_t alignment, size_t size);

void another_function_bad(void)
{
  memalign(16, 10);
} // EXPECT: dxgk-leak

void another_function_ok(void)
{
  valloc(10);
}

// ---- Called on the way out ------------------------------------------------------------------------------------------------

static void free_it(char **block)
{
  free(*block); // EXPECT: dxgk-double-destroy // EXPECTED-IN: scope_twice_bad
}

static void look_at_it(char **block)
{
  if (*block)
    printf("%s", *block);
}

void scope_bad(void)
{
  __attribute__((cleanup(look_at_it))) char *block = strdup("text");
} // EXPECT: dxgk-leak

int scope_ok(int count)
{
  __attribute__((cleanup(free_it))) char *block = strdup("text");
  if (!block)
    return 1;
  for (int i = 0; i < count; i++) {
    __attribute__((cleanup(free_it))) char *inner = strdup("more");
    if (i == 3)
      continue;
    if (!inner)
      break;
  }
  return 0;
}

void scope_twice_bad(void)
{
  __attribute__((cleanup(free_it))) char *block = strdup("text");
  free(block);
}

void scope_twice_ok(void)
{
  __attribute__((cleanup(free_it))) char *block = strdup("text");
  free(block);
  block = 0;
}

// ---- Kept by the call, or given back by it --------------------------------------------------------------------------------

void buffer_bad(FILE *stream)
{
  char *block = malloc(100);
  fprintf(stream, "%p", block);
} // EXPECT: dxgk-leak

void buffer_ok(FILE *stream)
{
  char *block = malloc(100);
  setvbuf(stream, block, 0, 100);
}

void size_of_zero_bad(void)
{
  char *block = malloc(10);
  char *other = realloc(block, 0);
  if (!other)
    free(block); // EXPECT: dxgk-double-destroy
}

void size_of_zero_ok(void)
{
  char *block = malloc(10);
  realloc(block, 0);
}

// ---- A block of its own, where the caller gives none ----------------------------------------------------------------------

char *getcwd(char *block, size_t size);

void directory_bad(void)
{
  char *name = getcwd(0, 0);
  if (name)
    printf("%s", name);
} // EXPECT: dxgk-leak

void directory_ok(void)
{
  char block[100];
  char *name = getcwd(block, sizeof block);
  if (name)
    printf("%s", name);
}

// ---- Handed over when it is gone ------------------------------------------------------------------------------------------

FILE *handed_over_bad(int descriptor)
{
  close(descriptor);
  return fdopen(descriptor, "r"); // EXPECT: dxgk-use-after-destroy
}

FILE *handed_over_ok(int descriptor)
{
  FILE *stream = fdopen(descriptor, "r");
  if (!stream)
    close(descriptor);
  return stream;
}
