// Wildcards of project files: * and ? inside one name, ** for any number of directories. Case never counts.
// Invariant: results are sorted; links to directories are not followed; the number of entries looked at is bounded.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <ctype.h>
#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "project/msbuild.h"

bool dxl_wildcard_is(const char *text) { return strpbrk(text, "*?") != NULL; }

/// One name against one component of a pattern; linear in the product of the lengths.
static bool name_matches(const char *pattern, size_t pattern_length, const char *name, size_t length) {
  size_t p = 0;
  size_t n = 0;
  size_t star = pattern_length; // position of the last '*', and the name where it was met
  size_t mark = 0;
  while (n < length) {
    if (p < pattern_length && pattern[p] == '*') {
      star = p++;
      mark = n;
    } else if (p < pattern_length &&
               (pattern[p] == '?' || tolower((unsigned char)pattern[p]) == tolower((unsigned char)name[n]))) {
      ++p;
      ++n;
    } else if (star < pattern_length) {
      p = star + 1;
      n = ++mark;
    } else {
      return false;
    }
  }
  while (p < pattern_length && pattern[p] == '*')
    ++p;
  return p == pattern_length;
}

static size_t component(const char *text) { return strcspn(text, "/\\"); }

static bool is_any_depth(const char *pattern, size_t length) {
  return length == 2 && pattern[0] == '*' && pattern[1] == '*';
}

static const char *behind(const char *text, size_t length) {
  text += length;
  return text + strspn(text, "/\\");
}

/// As name_matches, with components for characters: only the last ** is ever gone back to.
bool dxl_wildcard_matches(const char *pattern, const char *path) {
  const char *star = NULL;
  const char *mark = NULL;
  while (*path) {
    const size_t p = component(pattern);
    const size_t n = component(path);
    if (is_any_depth(pattern, p)) {
      star = behind(pattern, p);
      mark = path;
      pattern = star;
      if (!*pattern)
        return true;
    } else if (*pattern && name_matches(pattern, p, path, n)) {
      pattern = behind(pattern, p);
      path = behind(path, n);
    } else if (star) {
      mark = behind(mark, component(mark));
      path = mark;
      pattern = star;
    } else {
      return false;
    }
  }
  return !*pattern;
}

// ---- On disk --------------------------------------------------------------------------------------------------------

typedef struct search {
  dxl_arena *arena;
  dxl_wildcard_hits *hits;
  const char *pattern;     ///< below the fixed directories
  const char *fixed;       ///< these, with a '/' behind, or ""
  size_t recursive_prefix; ///< directories of the pattern before its "**"
  uint32_t entries;
  bool is_full;
} search;

static int compare_names(const void *a, const void *b) {
  const char *const *x = a;
  const char *const *y = b;
  const int order = strcasecmp(*x, *y);
  return order ? order : strcmp(*x, *y);
}

static void add_hit(search *state, const char *relative) {
  const char *at = relative;
  for (size_t i = 0; i < state->recursive_prefix; ++i)
    at = behind(at, component(at));
  const char *name = dxl_path_name(relative);
  const dxl_wildcard_hit hit = {dxl_arena_format(state->arena, "%s%s", state->fixed, relative),
                                name > at ? dxl_arena_string(state->arena, at, (size_t)(name - at)) : ""};
  dxl_array_push(state->hits, hit);
}

static void visit(search *state, const char *directory, const char *relative, uint32_t depth, bool enters) {
  DIR *stream = depth <= DXL_PROJECT_DEPTH_LIMIT ? opendir(directory) : NULL;
  if (!stream)
    return;
  dxl_texts names = {0};
  for (struct dirent *entry; (entry = readdir(stream));) {
    if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
      continue;
    const char *const name = dxl_arena_string(state->arena, entry->d_name, strlen(entry->d_name));
    dxl_array_push(&names, name);
  }
  closedir(stream);
  if (names.count)
    qsort(names.items, names.count, sizeof *names.items, compare_names);
  for (uint32_t i = 0; i < names.count && !state->is_full; ++i) {
    struct stat status;
    const char *path = dxl_arena_format(state->arena, "%s/%s", directory, names.items[i]);
    const char *inner = dxl_arena_format(state->arena, "%s%s", relative, names.items[i]);
    if (++state->entries > DXL_PROJECT_FILE_LIMIT)
      state->is_full = true;
    else if (lstat(path, &status) != 0)
      continue;
    else if (S_ISDIR(status.st_mode) && enters && names.items[i][0] != '.')
      visit(state, path, dxl_arena_format(state->arena, "%s/", inner), depth + 1, enters);
    else if (!S_ISDIR(status.st_mode) && dxl_wildcard_matches(state->pattern, inner) && !dxl_path_is_directory(path))
      add_hit(state, inner);
  }
  dxl_array_free(&names);
}

bool dxl_wildcard_find(dxl_arena *arena, const char *directory, const char *pattern, dxl_wildcard_hits *hits) {
  // The directories before the first wildcard are named, not searched.
  const char *rest = pattern;
  for (;;) {
    const size_t length = component(rest);
    if (!rest[length] || memchr(rest, '*', length) || memchr(rest, '?', length))
      break;
    rest = behind(rest, length);
  }
  search state = {.arena = arena, .hits = hits, .pattern = rest};
  char *fixed = dxl_arena_string(arena, pattern, (size_t)(rest - pattern));
  for (char *c = fixed; *c; ++c)
    *c = *c == '\\' ? '/' : *c;
  state.fixed = fixed;
  for (const char *at = rest; *at && !is_any_depth(at, component(at)); at = behind(at, component(at)))
    ++state.recursive_prefix;
  const char *start = dxl_path_find(arena, dxl_path_join(arena, directory, *fixed ? fixed : "."));
  if (start)
    visit(&state, start, "", 0, strpbrk(rest, "/\\") != NULL);
  return !state.is_full;
}
