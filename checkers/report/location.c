// Names of files in reports: relative to the root directory, and as URIs (RFC 3986, RFC 8089).
// Invariant: names are changed by their letters only; no link is followed and no disk is asked.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "report/internal.h"

/// "C:\x" or "C:/x".
static bool has_drive(const char *path) {
  return ((path[0] >= 'a' && path[0] <= 'z') || (path[0] >= 'A' && path[0] <= 'Z')) && path[1] == ':' &&
         (path[2] == '/' || path[2] == '\\');
}

static bool is_share(const char *path) { return path[0] == '\\' && path[1] == '\\'; }

static bool is_absolute(const char *path) { return path[0] == '/' || has_drive(path) || is_share(path); }

/// Whether '\' separates: in a path that is clearly one of Windows. Elsewhere it is a letter like others.
static bool is_windows(const char *path) { return has_drive(path) || is_share(path); }

/// directory/path (directory may be NULL) with '/' only, without "." and "dir/..".
static char *normalise(const char *directory, const char *path) {
  if (!directory || is_absolute(path))
    directory = "";
  size_t size = strlen(directory) + strlen(path) + 2;
  char *whole = dxl_allocate(size), *clean = dxl_allocate(size);
  snprintf(whole, size, "%s%s%s", directory, *directory ? "/" : "", path);
  if (is_windows(whole))
    for (char *at = whole; *at; at++)
      if (*at == '\\')
        *at = '/';
  size_t used = 0, floor = 0; // nothing below floor is taken away by ".."
  const char *at = whole;
  while (*at == '/' && used < 2)
    clean[used++] = *at++;
  if (used == 2 && !is_share(directory) && !is_share(path))
    used = 1;
  if (has_drive(at)) {
    memcpy(clean + used, at, 3);
    used += 3;
    at += 3;
  }
  bool is_rooted = used > 0;
  floor = used;
  while (*at) {
    size_t length = strcspn(at, "/");
    bool is_up = length == 2 && at[0] == '.' && at[1] == '.';
    if (is_up && used > floor) {
      do
        used--;
      while (used > floor && clean[used - 1] != '/');
    } else if (is_up && !is_rooted) {
      memcpy(clean + used, "../", 3); // only such parts stand before it
      used += 3;
      floor = used;
    } else if (!is_up && length > 0 && !(length == 1 && at[0] == '.')) {
      memcpy(clean + used, at, length);
      used += length;
      clean[used++] = '/';
    }
    at += length;
    while (*at == '/')
      at++;
  }
  if (used > 1 && clean[used - 1] == '/' && !(used == 3 && clean[1] == ':'))
    used--;
  if (used == 0)
    clean[used++] = '.';
  clean[used] = 0;
  dxl_release(whole);
  return clean;
}

static char *copy(const char *text) {
  size_t size = strlen(text) + 1;
  return memcpy(dxl_allocate(size), text, size);
}

dxl_file_name dxl_file_name_make(const dxl_report_options *options, const char *file) {
  dxl_file_name name = {NULL, !is_absolute(file)};
  if (!options->root) {
    name.text = copy(file);
    return name;
  }
  char *path = normalise(options->directory ? options->directory : options->root, file);
  char *root = normalise(NULL, options->root);
  size_t length = strlen(root);
  if (length > 0 && root[length - 1] == '/')
    length--;
  if (strncmp(path, root, length) == 0 && path[length] == '/' && path[length + 1]) {
    name.text = copy(path + length + 1);
    name.is_relative = true;
  } else {
    name.text = copy(file);
    // A relative name that leaves the root is of no use to a reader who has only the root.
    if (name.is_relative && is_absolute(path)) {
      dxl_release(name.text);
      name.text = copy(path);
      name.is_relative = false;
    }
  }
  dxl_release(path);
  dxl_release(root);
  return name;
}

char *dxl_file_uri(const char *path, bool is_directory) {
  static const char plain[] = "-._~/!$&'()*+,;=@";
  static const char digits[] = "0123456789ABCDEF";
  char *clean = normalise(NULL, path);
  const char *prefix = "", *at = clean;
  if (has_drive(clean))
    prefix = "file:///";
  else if (clean[0] == '/' && clean[1] == '/')
    prefix = "file:"; // a share: its first part is the host
  else if (clean[0] == '/')
    prefix = "file://";
  char *uri = dxl_allocate(strlen(prefix) + strlen(clean) * 3 + 2);
  size_t used = strlen(prefix);
  memcpy(uri, prefix, used);
  if (has_drive(clean)) {
    memcpy(uri + used, clean, 2);
    used += 2;
    at += 2;
  }
  for (; *at; at++) {
    unsigned char byte = (unsigned char)*at;
    bool is_plain = (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                    strchr(plain, byte);
    if (is_plain) {
      uri[used++] = *at;
    } else {
      uri[used++] = '%';
      uri[used++] = digits[byte >> 4];
      uri[used++] = digits[byte & 15];
    }
  }
  if (is_directory && (used == 0 || uri[used - 1] != '/'))
    uri[used++] = '/';
  uri[used] = 0;
  dxl_release(clean);
  return uri;
}

const char *dxl_file_base(const char *path) {
  const char *base = path;
  for (const char *at = path; *at; at++)
    if (*at == '/' || (*at == '\\' && is_windows(path)))
      base = at + 1;
  return base;
}
