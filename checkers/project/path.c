// See path.h.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "project/path.h"

#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

/// A source or project file larger than this is not read.
#define DXL_FILE_SIZE_LIMIT (256L * 1024 * 1024)

static bool is_slash(char c) { return c == '/' || c == '\\'; }

bool dxl_path_is_windows_absolute(const char *path) {
  return (isalpha((unsigned char)path[0]) && path[1] == ':' && is_slash(path[2])) || (path[0] == '\\' && path[1] == '\\');
}

bool dxl_path_is_absolute(const char *path) { return is_slash(path[0]) || dxl_path_is_windows_absolute(path); }

const char *dxl_path_normalise(dxl_arena *arena, const char *path) {
  const size_t length = strlen(path);
  char *result = dxl_arena_alloc(arena, length + 2);
  size_t used = 0;
  size_t root = 0; // what ".." must not remove
  const char *at = path;
  if (dxl_path_is_windows_absolute(path) && path[1] == ':') {
    result[used++] = *at++;
    result[used++] = *at++;
  }
  if (is_slash(*at)) {
    result[used++] = '/';
    while (is_slash(*at))
      ++at;
  }
  root = used;
  while (*at) {
    const char *end = at;
    while (*end && !is_slash(*end))
      ++end;
    const size_t size = (size_t)(end - at);
    if (size == 2 && at[0] == '.' && at[1] == '.') {
      size_t last = used;
      while (last > root && result[last - 1] != '/')
        --last;
      const bool is_parent = used - last == 2 && result[last] == '.' && result[last + 1] == '.';
      if (used == root && root > 0) {
        // Above the root is the root.
      } else if (used == root || is_parent) {
        if (used > root)
          result[used++] = '/';
        result[used++] = '.';
        result[used++] = '.';
      } else {
        used = last > root ? last - 1 : root;
      }
    } else if (size > 0 && !(size == 1 && at[0] == '.')) {
      if (used > root)
        result[used++] = '/';
      memcpy(result + used, at, size);
      used += size;
    }
    at = end;
    while (is_slash(*at))
      ++at;
  }
  if (used == 0)
    result[used++] = '.';
  result[used] = '\0';
  return result;
}

const char *dxl_path_join(dxl_arena *arena, const char *directory, const char *path) {
  if (dxl_path_is_absolute(path) || !directory || !*directory || strcmp(directory, ".") == 0)
    return dxl_path_normalise(arena, path);
  return dxl_path_normalise(arena, dxl_arena_format(arena, "%s/%s", directory, path));
}

const char *dxl_path_name(const char *path) {
  const char *name = path;
  for (const char *at = path; *at; ++at)
    if (is_slash(*at) && at[1])
      name = at + 1;
  return name;
}

const char *dxl_path_directory(dxl_arena *arena, const char *path) {
  const char *name = dxl_path_name(path);
  if (name == path)
    return ".";
  if (name == path + 1)
    return "/";
  return dxl_arena_string(arena, path, (size_t)(name - path) - 1);
}

const char *dxl_path_extension(const char *path) {
  const char *dot = strrchr(dxl_path_name(path), '.');
  return dot ? dot : "";
}

const char *dxl_path_stem(dxl_arena *arena, const char *path) {
  const char *name = dxl_path_name(path);
  const size_t length = strlen(name) - strlen(dxl_path_extension(name));
  return dxl_arena_string(arena, name, length ? length : strlen(name));
}

const char *dxl_path_shorten(dxl_arena *arena, const char *current, const char *path) {
  const size_t length = strlen(current);
  if (length <= 1 || strncmp(current, path, length) != 0)
    return path;
  if (path[length] == '\0')
    return ".";
  if (path[length] != '/')
    return path;
  return dxl_arena_string(arena, path + length + 1, strlen(path + length + 1));
}

bool dxl_path_is_directory(const char *path) {
  struct stat status;
  return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

bool dxl_path_is_file(const char *path) {
  struct stat status;
  return stat(path, &status) == 0 && !S_ISDIR(status.st_mode);
}

/// The entry of a directory that is `name` but for case; of several the smallest, so that disk order does not matter.
static const char *find_entry(dxl_arena *arena, const char *directory, const char *name) {
  DIR *stream = opendir(directory);
  if (!stream)
    return NULL;
  const char *found = NULL;
  for (struct dirent *entry; (entry = readdir(stream));)
    if (strcasecmp(entry->d_name, name) == 0 && (!found || strcmp(entry->d_name, found) < 0))
      found = dxl_arena_string(arena, entry->d_name, strlen(entry->d_name));
  closedir(stream);
  return found;
}

const char *dxl_path_find(dxl_arena *arena, const char *path) {
  const char *normal = dxl_path_normalise(arena, path);
  struct stat status;
  if (stat(normal, &status) == 0)
    return normal;
  const char *done = normal[0] == '/' ? "/" : "";
  const char *at = normal + (normal[0] == '/');
  while (*at) {
    const char *end = strchr(at, '/');
    const size_t size = end ? (size_t)(end - at) : strlen(at);
    const char *name = dxl_arena_string(arena, at, size);
    const bool bare = done[0] == '\0' || strcmp(done, "/") == 0;
    const char *next = dxl_arena_format(arena, "%s%s%s", done, bare ? "" : "/", name);
    if (stat(next, &status) != 0) {
      const char *entry = find_entry(arena, done[0] ? done : ".", name);
      if (!entry)
        return NULL;
      next = dxl_arena_format(arena, "%s%s%s", done, bare ? "" : "/", entry);
    }
    done = next;
    at += size;
    while (*at == '/')
      ++at;
  }
  return stat(done, &status) == 0 ? done : NULL;
}

bool dxl_same_text(const char *a, const char *b) { return strcasecmp(a, b) == 0; }

bool dxl_ends_with(const char *text, const char *end) {
  const size_t a = strlen(text);
  const size_t b = strlen(end);
  return a >= b && strcmp(text + a - b, end) == 0;
}

bool dxl_starts_with(const char *text, const char *start) { return strncmp(text, start, strlen(start)) == 0; }

char *dxl_path_read(dxl_arena *arena, const char *path, size_t *length) {
  struct stat status;
  FILE *file = NULL;
  char *text = NULL;
  *length = 0;
  if (stat(path, &status) != 0)
    return NULL;
  if (S_ISDIR(status.st_mode)) {
    errno = EISDIR;
    return NULL;
  }
  if (!S_ISREG(status.st_mode) || status.st_size > DXL_FILE_SIZE_LIMIT) {
    errno = S_ISREG(status.st_mode) ? EFBIG : EINVAL;
    return NULL;
  }
  file = fopen(path, "rb");
  if (!file)
    return NULL;
  text = dxl_arena_alloc(arena, (size_t)status.st_size + 1);
  *length = fread(text, 1, (size_t)status.st_size, file);
  const bool failed = ferror(file) != 0;
  fclose(file);
  if (failed) {
    errno = EIO;
    return NULL;
  }
  text[*length] = '\0';
  return text;
}

static size_t put_utf8(char *out, uint32_t c) {
  if (c < 0x80) {
    out[0] = (char)c;
    return 1;
  }
  if (c < 0x800) {
    out[0] = (char)(0xC0 | (c >> 6));
    out[1] = (char)(0x80 | (c & 0x3F));
    return 2;
  }
  if (c < 0x10000) {
    out[0] = (char)(0xE0 | (c >> 12));
    out[1] = (char)(0x80 | ((c >> 6) & 0x3F));
    out[2] = (char)(0x80 | (c & 0x3F));
    return 3;
  }
  out[0] = (char)(0xF0 | (c >> 18));
  out[1] = (char)(0x80 | ((c >> 12) & 0x3F));
  out[2] = (char)(0x80 | ((c >> 6) & 0x3F));
  out[3] = (char)(0x80 | (c & 0x3F));
  return 4;
}

char *dxl_path_read_text(dxl_arena *arena, const char *path, size_t *length) {
  char *text = dxl_path_read(arena, path, length);
  if (!text)
    return NULL;
  const unsigned char *bytes = (const unsigned char *)text;
  if (*length >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF) {
    *length -= 3;
    return text + 3;
  }
  const bool is_little = *length >= 2 && bytes[0] == 0xFF && bytes[1] == 0xFE;
  const bool is_big = *length >= 2 && bytes[0] == 0xFE && bytes[1] == 0xFF;
  if (!is_little && !is_big)
    return text;
  char *result = dxl_arena_alloc(arena, *length * 2 + 1); // a 16-bit unit gives at most three bytes
  size_t used = 0;
  for (size_t i = 2; i + 1 < *length; i += 2) {
    uint32_t c = is_little ? (uint32_t)(bytes[i] | (bytes[i + 1] << 8)) : (uint32_t)((bytes[i] << 8) | bytes[i + 1]);
    if (c >= 0xD800 && c < 0xDC00 && i + 3 < *length) {
      const uint32_t low =
          is_little ? (uint32_t)(bytes[i + 2] | (bytes[i + 3] << 8)) : (uint32_t)((bytes[i + 2] << 8) | bytes[i + 3]);
      if (low >= 0xDC00 && low < 0xE000) {
        c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
        i += 2;
      }
    }
    used += put_utf8(result + used, c);
  }
  result[used] = '\0';
  *length = used;
  return result;
}
