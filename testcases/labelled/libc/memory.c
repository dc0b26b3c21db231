// Blocks of memory: lost, freed twice, accessed after they were freed, freed though they are none.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "libc.h"

typedef struct node {
  struct node *next;
  char *name;
} node;

// ---- Lost ---------------------------------------------------------------------------------------------------------

int early_return_bad(int count)
{
  char *block = malloc(10);
  if (!block)
    return 1;
  if (count > 3)
    return 2; // EXPECT-FN: dxgk-leak
  free(block);
  return 0;
}

int early_return_ok(int count)
{
  char *block = malloc(10);
  if (!block)
    return 1;
  if (count > 3) {
    free(block);
    return 2;
  }
  free(block);
  return 0;
}

void exit_ok(int count)
{
  char *block = malloc(10);
  if (!block || count > 3)
    exit(1);
  free(block);
}

void copy_of_string_bad(const wchar_t *text)
{
  wchar_t *copy = wcsdup(text);
  if (copy)
    copy[0] = 0;
} // EXPECT-FN: dxgk-leak

void copy_of_string_ok(const wchar_t *text)
{
  wchar_t *copy = wcsdup(text);
  if (copy)
    copy[0] = 0;
  free(copy);
}

void library_calls_bad(const char *text)
{
  char *copy = malloc(strlen(text) + 1);
  if (!copy)
    return;
  strcpy(copy, text);
  printf("%s\n", copy);
} // EXPECT-FN: dxgk-leak

void unknown_call_ok(const char *text)
{
  char *copy = strdup(text);
  keep(copy);
}

void second_level_bad(void)
{
  node *one = malloc(sizeof(node));
  if (!one)
    return;
  one->name = strdup("one");
  free(one); // EXPECT: dxgk-leak
}

void second_level_ok(void)
{
  node *one = malloc(sizeof(node));
  if (!one)
    return;
  one->name = strdup("one");
  free(one->name);
  free(one);
}

int aligned_bad(void)
{
  void *block;
  if (posix_memalign(&block, 64, 256))
    return 1;
  return 0;
} // EXPECT-FN: dxgk-leak

int aligned_ok(void)
{
  void *block;
  if (posix_memalign(&block, 64, 256))
    return 1;
  free(block);
  return 0;
}

// ---- Made larger ----------------------------------------------------------------------------------------------------

int realloc_overwrites_bad(void)
{
  char *block = malloc(10);
  if (!block)
    return 1;
  block = realloc(block, 20); // EXPECT: dxgk-leak
  if (!block)
    return 1;
  free(block);
  return 0;
}

int realloc_ok(void)
{
  char *block = malloc(10), *larger;
  if (!block)
    return 1;
  larger = realloc(block, 20);
  if (!larger) {
    free(block);
    return 1;
  }
  larger[15] = 1;
  free(larger);
  return 0;
}

int realloc_of_nothing_ok(void)
{
  char *block = realloc(0, 20);
  free(block);
  return 0;
}

void realloc_old_block_bad(void)
{
  char *block = malloc(10), *larger;
  if (!block)
    return;
  larger = realloc(block, 20);
  if (larger) {
    block[0] = 1; // EXPECT: dxgk-use-after-destroy
    free(larger);
  } else {
    free(block);
  }
}

void realloc_contents_bad(void)
{
  char **list = malloc(sizeof(char *)), **larger;
  if (!list)
    return;
  list[0] = strdup("one");
  larger = realloc(list, 2 * sizeof(char *));
  if (!larger) {
    free(list[0]);
    free(list);
    return;
  }
  free(larger); // EXPECT: dxgk-leak
}

void realloc_contents_ok(void)
{
  char **list = malloc(sizeof(char *)), **larger;
  if (!list)
    return;
  list[0] = strdup("one");
  larger = realloc(list, 2 * sizeof(char *));
  if (!larger) {
    free(list[0]);
    free(list);
    return;
  }
  free(larger[0]);
  free(larger);
}

// ---- Freed twice ------------------------------------------------------------------------------------------------------

void twice_bad(char *block)
{
  free(block);
  if (rand())
    free(block); // EXPECT: dxgk-double-destroy
}

void twice_ok(char *block)
{
  free(block);
  block = 0;
  free(block);
}

static void release(char *block)
{
  free(block);
}

void twice_by_helper_bad(void)
{
  char *block = malloc(10);
  release(block);
  if (block)
    free(block); // EXPECT: dxgk-double-destroy
}

// What one way out knows of a value says nothing of the ways on which that value was never asked for.
static void sometimes_bad(void)
{
  char *block = malloc(10);
  if (rand() % 2 == 0)
    free(block);
  if (rand() % 3 == 0)
    free(block); // EXPECT: dxgk-double-destroy
} // EXPECT-FN: dxgk-leak

static void always_bad(void)
{
  char *block = malloc(10);
  if (!block)
    return;
  free(block);
  free(block); // EXPECT: dxgk-double-destroy
}

void dispatch(int what)
{
  if (what == 4)
    sometimes_bad();
  if (what == 5)
    always_bad();
}

// ---- Accessed afterwards ------------------------------------------------------------------------------------------------

int read_bad(void)
{
  int *block = malloc(sizeof(int)), value;
  if (!block)
    return 0;
  *block = 3;
  free(block);
  value = *block; // EXPECT: dxgk-use-after-destroy
  return value;
}

int read_ok(void)
{
  int *block = malloc(sizeof(int)), value;
  if (!block)
    return 0;
  *block = 3;
  value = *block;
  free(block);
  return value;
}

void write_of_argument_bad(node *one)
{
  free(one);
  one->name = 0; // EXPECT: dxgk-use-after-destroy
}

void list_bad(node *first)
{
  while (first) {
    free(first);
    first = first->next; // EXPECT: dxgk-use-after-destroy
  }
}

void list_ok(node *first)
{
  while (first) {
    node *next = first->next;
    free(first);
    first = next;
  }
}

void copied_bad(char *to)
{
  char *block = malloc(10);
  if (!block)
    return;
  free(block);
  memcpy(to, block, 10); // EXPECT: dxgk-use-after-destroy
}

void printed_bad(void)
{
  char *block = strdup("x");
  if (!block)
    return;
  free(block);
  printf("%d %*d %s\n", 1, 2, 3, block); // EXPECT: dxgk-use-after-destroy
}

void address_printed_ok(void)
{
  char *block = strdup("x");
  if (!block)
    return;
  free(block);
  printf("%s %p\n", "x", (void *)block);
}

// ---- Not to be freed ------------------------------------------------------------------------------------------------------

void variable_bad(void)
{
  char block[10];
  char *at = block;
  at[0] = 1;
  free(at); // EXPECT: dxgk-invalid-handle
}

static void release_by_pointer(char *block)
{
  free(block); // EXPECT: dxgk-invalid-handle // EXPECTED-IN: variable_by_pointer_bad
}

void variable_by_pointer_bad(void)
{
  void (*release_it)(char *block) = release_by_pointer;
  char block[10];
  block[0] = 1;
  release_it(block);
}

void literal_bad(int count)
{
  char *text = count ? strdup("one") : "none";
  free(text); // EXPECT: dxgk-invalid-handle
}

void literal_ok(int count)
{
  char *text = count ? strdup("one") : "none";
  if (count)
    free(text);
}

void stack_bad(void)
{
  char *block = alloca(10);
  block[0] = 1;
  free(block); // EXPECT: dxgk-invalid-handle
}

void inside_bad(void)
{
  char *block = malloc(10);
  if (!block)
    return;
  block[0] = 1;
  free(block + 1); // EXPECT: dxgk-invalid-handle
}

void inside_ok(void)
{
  char *block = malloc(10);
  if (!block)
    return;
  block++;
  free(block - 1);
}
