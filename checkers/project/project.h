// What to analyse: drivers, each a list of units (a file with its compiler arguments), found from what the user names.
// Invariants: everything is owned by the project's arena; units are in the order in which they are linked; a mistake in
// one project file is a message and the rest goes on.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DXL_PROJECT_PROJECT_H
#define DXL_PROJECT_PROJECT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/array.h"
#include "base/map.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef DXL_ARRAY(const char *) dxl_texts;

typedef struct dxl_unit {
  const char *file;    ///< relative to the working directory of the process, or absolute
  dxl_texts arguments; ///< clang syntax without compiler and file, all paths absolute or relative as `file`
  bool is_windows;     ///< gets the default flags and headers
  bool is_ir;          ///< the text form of the program IR instead of source
  const char *origin;  ///< project file, database or directory that names it, NULL when the user does
  uint32_t origin_line, origin_column; ///< of the entry of a database, 0 elsewhere
} dxl_unit;

typedef DXL_ARRAY(dxl_unit *) dxl_units;

/// A file that exists in memory only.
typedef struct dxl_project_file {
  const char *path, *text;
  size_t length;
} dxl_project_file;

typedef struct dxl_driver {
  const char *name;
  const char *origin; ///< where it was found
  const char *configuration; ///< "Release|x64" of a project file, else NULL
  dxl_units units;
  DXL_ARRAY(dxl_project_file) files; ///< for every unit of the driver: what the trace preprocessor would write
} dxl_driver;

typedef enum dxl_message_level { DXL_MESSAGE_NOTE, DXL_MESSAGE_WARNING, DXL_MESSAGE_ERROR } dxl_message_level;

/// Something to tell the user. An error means that a unit or a project will not be analysed.
typedef struct dxl_message {
  dxl_message_level level;
  const char *file; ///< NULL when there is none
  uint32_t line, column; ///< 0 = unknown
  const char *text;
} dxl_message;

typedef struct dxl_project_options {
  const char *database;              ///< -p: directory or file of a compilation database, or NULL
  const char *configuration;         ///< of project files, NULL = the first release-like one
  const char *platform;              ///< NULL = x64
  const char *const *extra;          ///< compiler arguments of the user, added behind those of each unit
  uint32_t extra_count;
  bool default_headers;              ///< put the default flags before the arguments of Windows units
  const char *const *default_flags;  ///< one argument each, placeholders replaced
  uint32_t default_flag_count;
  const char *const *memory_headers; ///< paths of the default headers that no disk has
  uint32_t memory_header_count;
} dxl_project_options;

typedef struct dxl_project {
  dxl_arena *arena;
  dxl_project_options options;
  dxl_texts extra;     ///< the user's arguments, in clang's syntax
  const char *current; ///< working directory
  dxl_units units; ///< all that were made
  DXL_ARRAY(dxl_driver *) drivers;
  DXL_ARRAY(dxl_message) messages;
  dxl_map *texts; ///< files that were looked at, see dxl_scan_file
  dxl_map *said;  ///< what is said only once
} dxl_project;

dxl_project *dxl_project_new(const dxl_project_options *options);
void dxl_project_free(dxl_project *project);

/// Adds what the user named: sources that are named together are one driver; a directory, a compilation database or a
/// project file gives one or several. False when a path does not exist (a message says so).
bool dxl_project_add(dxl_project *project, const char *const *paths, uint32_t count);

/// All arguments of a unit as the frontend gets them: default flags, the unit's own, the user's.
void dxl_project_arguments(const dxl_project *project, const dxl_unit *unit, dxl_texts *result);

/// Writes what was understood, one driver after the other. Text, owned by the caller (dxl_release).
char *dxl_project_dump(const dxl_project *project);

#ifdef __cplusplus
}
#endif
#endif
