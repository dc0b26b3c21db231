// Projects that were read, before they become drivers: which file makes what, and which library goes into which driver.
// Internal to project/. Invariant: a project file is read once per run, whoever names it.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DXL_PROJECT_BUILD_H
#define DXL_PROJECT_BUILD_H

#include "project/internal.h"

typedef enum dxl_target_kind {
  DXL_TARGET_DRIVER,
  DXL_TARGET_LIBRARY,      ///< of kernel code
  DXL_TARGET_USER_LIBRARY, ///< analysed only as a part of a driver
  DXL_TARGET_SKIPPED,      ///< no driver; `why` says what it is
  DXL_TARGET_BROKEN        ///< a message was made
} dxl_target_kind;

typedef struct dxl_target_reference {
  const char *path; ///< absolute
  const char *file; ///< where it is named
  uint32_t line, column;
} dxl_target_reference;

/// What one project file makes.
typedef struct dxl_target {
  dxl_target_kind kind;
  const char *path;          ///< absolute, of the project file
  const char *name;          ///< "viogpudo"
  const char *product;       ///< "viogpudo.sys", "virtiolib.lib"
  const char *configuration; ///< "Release|x64"
  const char *why;
  dxl_units units;
  dxl_texts sources; ///< files of a skipped target, as units would name them
  DXL_ARRAY(dxl_target_reference) references;
  dxl_texts libraries;    ///< files that it links, absolute where a directory is named
  bool is_user;           ///< a driver of user mode
  bool lacks_directories; ///< include directories, or what might name them, are not there
  bool is_referenced;
  bool is_hidden; ///< read only in case that another links it
} dxl_target;

/// How a solution builds one of its projects.
typedef struct dxl_solution_entry {
  const char *path; ///< absolute
  const char *configuration, *platform;
  bool is_built;
  uint32_t line, column;
} dxl_solution_entry;

typedef struct dxl_solution {
  const char *path; ///< absolute
  DXL_ARRAY(dxl_solution_entry) entries;
} dxl_solution;

typedef struct dxl_build {
  dxl_project *project;
  DXL_ARRAY(dxl_target *) targets; ///< in the order in which they were met
  dxl_map *by_path;
  dxl_map *directories;         ///< `dirs` files that were read
  const dxl_solution *solution; ///< whose configurations count, or NULL
} dxl_build;

dxl_build *dxl_build_new(dxl_project *project);
/// Makes drivers of the targets, then frees it. `origin` is what the user named.
void dxl_build_finish(dxl_build *build, const char *origin);
/// The target of a project file, read when it is new; never NULL.
dxl_target *dxl_build_target(dxl_build *build, const char *path);
/// A new target; NULL when there is one of that path.
dxl_target *dxl_build_new_target(dxl_build *build, const char *path);

/// Targets from that index on were not asked for: only the libraries among them may become part of a driver.
void dxl_build_hide(dxl_build *build, uint32_t first);
/// Adds the libraries among the projects of a solution, for targets that name them by their files.
void dxl_build_add_libraries(dxl_build *build, const char *solution_path);

// vcxproj.c
void dxl_vcxproj_read(dxl_build *build, dxl_target *target);
// sources.c
void dxl_kit_sources_read(dxl_build *build, dxl_target *target);
/// A `dirs` file: the targets of the directories that it names.
void dxl_kit_dirs_read(dxl_build *build, const char *path, uint32_t depth);
// solution.c
/// NULL after a message. Owned by the project's arena, its entries freed by dxl_solution_free.
dxl_solution *dxl_solution_read(dxl_project *project, const char *path);
void dxl_solution_free(dxl_solution *solution);
/// The solution that lists a project, looked for upward from its directory; NULL when there is none.
const char *dxl_solution_find(dxl_project *project, const char *path);
/// Which of the configurations ("Release|x64") is meant, as an index; -1 when there is none. `wanted_...` may be NULL.
int dxl_choose_configuration(const dxl_texts *configurations, const char *wanted_configuration,
                             const char *wanted_platform);

#endif
