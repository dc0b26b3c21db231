// Variables of the whole program: which never change, and which keep what nobody takes out of them again.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "libc.h"

static int s_true = 1;
static int s_false;
static int s_changes;

void unchanged_ok(void)
{
  char *block = 0;
  if (s_true)
    block = malloc(10);
  if (!s_false)
    free(block);
}

void changed_bad(void)
{
  char *block = malloc(10);
  if (!block)
    return;
  if (!s_changes)
    free(block);
} // EXPECT-FN: dxgk-leak

void change(void)
{
  s_changes = 1;
}

static char *s_left;
void left_bad(void)
{
  s_left = malloc(10); // EXPECT: dxgk-leak
}

static char *s_read;
static void look(void)
{
  char *block = s_read;
  printf("%s\n", block);
}

void read_bad(void)
{
  s_read = strdup("x"); // EXPECT: dxgk-leak
  look();
}

static char *s_once;
static int s_is_ready;
void once_ok(void)
{
  if (s_is_ready)
    return;
  s_once = malloc(10);
  s_is_ready = 1;
}

static char *s_asked;
void asked_ok(void)
{
  if (!s_asked)
    s_asked = malloc(10);
}

static char *s_freed;
void start_ok(void)
{
  s_freed = malloc(10);
}

void stop_ok(void)
{
  free(s_freed);
}

static char *s_given;
void give_ok(void)
{
  s_given = malloc(10);
}

char *given(void)
{
  return s_given;
}

char *g_shared; // others may know it
void shared_ok(void)
{
  g_shared = malloc(10);
}

static FILE *s_log, *s_journal;

static void reopen_log(void)
{
  FILE *stream = s_log;
  stream = fopen("log", "w");
  if (stream)
    fclose(stream);
}

void variable_read_bad(void)
{
  s_log = fopen("first", "w"); // EXPECT: dxgk-leak
  reopen_log();
}

static void reopen_journal(void)
{
  FILE *stream = s_journal;
  if (stream)
    fclose(stream);
  stream = fopen("journal", "w");
  if (stream)
    fclose(stream);
}

void variable_read_ok(void)
{
  s_journal = fopen("first", "w");
  reopen_journal();
}
