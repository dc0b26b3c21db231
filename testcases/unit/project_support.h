// Small projects written into a directory of their own, read, and looked at. Used by the tests of project/.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef PROJECT_SUPPORT_H
#define PROJECT_SUPPORT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "project/project.h"

/// The working directory of a test: empty, removed at the end.
static char directory[64];

static inline int enter_directory(void **state) {
  (void)state;
  strcpy(directory, "/tmp/dxl-project-XXXXXX");
  return mkdtemp(directory) && chdir(directory) == 0 ? 0 : -1;
}

static inline int leave_directory(void **state) {
  (void)state;
  char command[128];
  snprintf(command, sizeof command, "rm -rf '%s'", directory);
  return chdir("/") == 0 && system(command) == 0 ? 0 : -1;
}

static inline void put_bytes(const char *path, const void *bytes, size_t length) {
  char copy[256];
  snprintf(copy, sizeof copy, "%s", path);
  for (char *slash = strchr(copy, '/'); slash; slash = strchr(slash + 1, '/')) {
    *slash = '\0';
    mkdir(copy, 0777);
    *slash = '/';
  }
  FILE *file = fopen(path, "wb");
  assert_non_null(file);
  assert_int_equal(fwrite(bytes, 1, length, file), length);
  assert_int_equal(fclose(file), 0);
}

static inline void put(const char *path, const char *text) { put_bytes(path, text, strlen(text)); }

/// The text as UTF-16 with a byte order mark, little or big endian.
static inline void put_utf16(const char *path, const char *text, int is_little) {
  const size_t length = strlen(text);
  unsigned char *bytes = malloc(2 * length + 2);
  assert_non_null(bytes);
  for (size_t i = 0; i <= length; ++i) {
    const unsigned c = i == 0 ? 0xFEFFu : (unsigned char)text[i - 1];
    bytes[2 * i + (is_little ? 0 : 1)] = (unsigned char)(c & 0xFF);
    bytes[2 * i + (is_little ? 1 : 0)] = (unsigned char)(c >> 8);
  }
  put_bytes(path, bytes, 2 * length + 2);
  free(bytes);
}

static inline dxl_project *load_options(const dxl_project_options *options, const char *path) {
  dxl_project *project = dxl_project_new(options);
  dxl_project_add(project, &path, 1);
  return project;
}

static inline dxl_project *load(const char *path) {
  const dxl_project_options options = {.default_headers = true};
  return load_options(&options, path);
}

static inline const dxl_driver *find_driver(const dxl_project *project, const char *name) {
  for (uint32_t i = 0; i < project->drivers.count; ++i)
    if (strcmp(project->drivers.items[i]->name, name) == 0)
      return project->drivers.items[i];
  return NULL;
}

static inline const dxl_unit *find_unit(const dxl_driver *driver, const char *file) {
  assert_non_null(driver);
  for (uint32_t i = 0; i < driver->units.count; ++i)
    if (strcmp(driver->units.items[i]->file, file) == 0)
      return driver->units.items[i];
  return NULL;
}

static inline int has_argument(const dxl_unit *unit, const char *argument) {
  assert_non_null(unit);
  for (uint32_t i = 0; i < unit->arguments.count; ++i)
    if (strcmp(unit->arguments.items[i], argument) == 0)
      return 1;
  return 0;
}

/// Whether a message is there: "file:line:column: text", where the text is only its beginning.
static inline int has_message(const dxl_project *project, dxl_message_level level, const char *beginning) {
  for (uint32_t i = 0; i < project->messages.count; ++i) {
    const dxl_message *message = &project->messages.items[i];
    char text[1024];
    snprintf(text, sizeof text, "%s:%u:%u: %s", message->file ? message->file : "", message->line, message->column,
             message->text);
    if (message->level == level && strncmp(text, beginning, strlen(beginning)) == 0)
      return 1;
  }
  return 0;
}

/// Fails with all messages when one is there that should not be.
static inline void assert_no_more_than(const dxl_project *project, dxl_message_level most) {
  for (uint32_t i = 0; i < project->messages.count; ++i) {
    const dxl_message *message = &project->messages.items[i];
    if (message->level > most)
      fail_msg("%s:%u:%u: %s", message->file ? message->file : "", message->line, message->column, message->text);
  }
}

#define PROJECT(text)                                                                                                  \
  "<Project xmlns='http://schemas.microsoft.com/developer/msbuild/2003'>"                                              \
  "<ItemGroup><ProjectConfiguration Include='Debug|x64'/><ProjectConfiguration Include='Release|x64'/></ItemGroup>"    \
  "<Import Project='$(VCTargetsPath)\\Microsoft.Cpp.Default.props'/>" text                                             \
  "<Import Project='$(VCTargetsPath)\\Microsoft.Cpp.targets'/></Project>"
#define DRIVER(text)                                                                                                   \
  PROJECT("<PropertyGroup><ConfigurationType>Driver</ConfigurationType>"                                               \
          "<PlatformToolset>WindowsKernelModeDriver10.0</PlatformToolset></PropertyGroup>"                             \
          "<Import Project='$(VCTargetsPath)\\Microsoft.Cpp.props'/>" text)

#define project_test(name) cmocka_unit_test_setup_teardown(name, enter_directory, leave_directory)

#endif
