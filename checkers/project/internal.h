// What the readers of the project module share. Internal to project/.
// Invariant: a reader only appends to the project; it never removes what another one found.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DXL_PROJECT_INTERNAL_H
#define DXL_PROJECT_INTERNAL_H

#include "project/path.h"
#include "project/project.h"

/// How deep folders, response files, imports and references of projects may nest.
#define DXL_PROJECT_DEPTH_LIMIT 32
/// Files that a folder may hold, in all, before the walk stops with a message.
#define DXL_PROJECT_FILE_LIMIT 200000

void dxl_project_say(dxl_project *project, dxl_message_level level, const char *file, uint32_t line, uint32_t column,
                     const char *format, ...) __attribute__((format(printf, 6, 7)));
dxl_driver *dxl_project_new_driver(dxl_project *project, const char *name, const char *origin);
dxl_unit *dxl_project_new_unit(dxl_project *project, const char *file, const char *origin);
/// ".c", ".cpp", ".cc", ".cxx", ".c++" in any case; the second: C++ by its name; ".h", ".hpp", ...
bool dxl_is_source(const char *path);
bool dxl_is_header(const char *path);

/// A path as reports show it: relative to the working directory when below it.
const char *dxl_project_path(dxl_project *project, const char *path);

// arguments.c
typedef enum dxl_quoting { DXL_QUOTING_UNIX, DXL_QUOTING_WINDOWS } dxl_quoting;
/// Splits a command line by the rules of a POSIX shell or of the Microsoft C runtime.
bool dxl_arguments_split(dxl_arena *arena, const char *text, dxl_quoting quoting, dxl_texts *result);
/// The arguments of a compiler call (arguments[0] is the program) as the unit's own: response files are read, options of
/// cl become those of clang, relative paths are taken from `directory`, outputs are dropped. `file` is the source, which
/// is left out. Sets is_windows.
void dxl_arguments_import(dxl_project *project, dxl_unit *unit, const char *const *arguments, uint32_t count,
                          const char *directory, const char *file, const char *root);
/// Fills project->extra from what the user gave for the compiler: options of cl become those of clang, the rest stays.
void dxl_arguments_of_user(dxl_project *project);
/// One cl option without program name, appended in clang's syntax. Used for project files, too.
void dxl_arguments_import_cl(dxl_project *project, dxl_unit *unit, const dxl_texts *options, const char *directory,
                             const char *root);
/// A path of the build, possibly one of another machine, as one of this: tried below `root` by its last components.
const char *dxl_arguments_locate(dxl_project *project, const char *directory, const char *path, const char *root);

// response.c
/// `arguments` with the content of response files in their places.
void dxl_arguments_expand(dxl_project *project, const dxl_unit *unit, const char *const *arguments, uint32_t count,
                          const char *directory, const char *root, dxl_quoting quoting, dxl_texts *result);

// compile_commands.c
/// The units of a compilation database. False when it cannot be read.
bool dxl_compile_commands_read(dxl_project *project, const char *path, dxl_units *units);

// tree.c
/// Sources below a directory, guessed include directories added to each.
void dxl_tree_read(dxl_project *project, const char *directory, dxl_units *units);
/// A directory that the user named: what describes a build in it, else its sources.
void dxl_tree_add(dxl_project *project, const char *directory);

// nearby.c
/// Adds to units that nothing else describes the include directories near them that their #include lines ask for, and
/// tells how many. `known` (or NULL) are those that the units have already.
uint32_t dxl_nearby_includes(dxl_project *project, const dxl_units *units, const dxl_map *known);

// group.c
/// Makes drivers of units that nothing assigns to one: one driver, or one for each definition of the entry function.
void dxl_group_units(dxl_project *project, const dxl_units *units, const char *name, const char *origin);

// scan.c
/// What a look at the text of a file shows, without preprocessing it.
typedef struct dxl_scan {
  bool is_readable;
  bool defines_entry;     ///< has a body for the driver's entry function
  bool defines_trace_flags; ///< uses the macros of a trace configuration
  dxl_texts includes;     ///< names as written, with '/' for backslashes
  dxl_texts bracketed;    ///< those of them that are not looked for beside the file
  dxl_texts trace_macros; ///< lines of its trace configuration comments
} dxl_scan;
/// Of each file only the first call reads it.
const dxl_scan *dxl_scan_file(dxl_project *project, const char *path);

// trace.c
/// Where the made-up headers stand, in memory.
#define DXL_TRACE_DIRECTORY "/dxgklint/trace"
/// The headers that the trace preprocessor would write (*.tmh), made up for a driver.
void dxl_trace_add(dxl_project *project, dxl_driver *driver);

// vcxproj.c, solution.c, sources.c: what the user named, as drivers. False when it could not be read.
bool dxl_vcxproj_add(dxl_project *project, const char *path);
bool dxl_solution_add(dxl_project *project, const char *path);
/// A `sources` or a `dirs` file.
bool dxl_kit_sources_add(dxl_project *project, const char *path);

#endif
