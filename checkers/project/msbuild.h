// One project file evaluated for one configuration and platform, the way MSBuild does: first properties and imports in
// the order of the files, then item definitions, then items. Targets are not run. Internal to project/.
// Invariants: values stay escaped (%3B) until a list is split or a path is used; names are compared without case; a
// file is imported once per project; the memory for it is bounded, so that no project can grow without end.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DXL_PROJECT_MSBUILD_H
#define DXL_PROJECT_MSBUILD_H

#include "project/internal.h"
#include "project/xml.h"

/// Bytes that reading one project may take, and that one value may have.
#define DXL_MSBUILD_BUDGET (512u * 1024 * 1024)
#define DXL_MSBUILD_VALUE_LIMIT (1024u * 1024)
/// Items that one project may have.
#define DXL_MSBUILD_ITEM_LIMIT 100000
/// How deep expressions may nest.
#define DXL_MSBUILD_NESTING_LIMIT 64

typedef DXL_ARRAY(char) dxl_chars;

/// A file while its elements are read.
typedef struct dxl_msbuild_frame {
  const char *path; ///< absolute, as on disk
  const char *shown;
  const struct dxl_msbuild_frame *importer;
  uint32_t depth;
} dxl_msbuild_frame;

typedef struct dxl_metadatum {
  const char *name, *value;
} dxl_metadatum;
typedef DXL_ARRAY(dxl_metadatum) dxl_metadata;

typedef struct dxl_item {
  const char *type;
  const char *include;   ///< unescaped
  const char *recursive; ///< what "**" stood for
  dxl_metadata metadata; ///< its own, later ones win
  const dxl_msbuild_frame *frame;
  uint32_t line, column;
  bool is_removed;
} dxl_item;

typedef struct dxl_item_definition {
  const char *type;
  dxl_metadata metadata;
} dxl_item_definition;

/// An element that waits for its pass.
typedef struct dxl_msbuild_pending {
  const dxl_xml *element;
  const dxl_msbuild_frame *frame;
} dxl_msbuild_pending;

/// Where an expression stands.
typedef struct dxl_msbuild_place {
  const dxl_msbuild_frame *frame;
  uint32_t line, column;
  const dxl_item *item;   ///< whose metadata %(...) reads, or NULL
  const char *definition; ///< item type whose definition %(...) reads when there is no item, or NULL
  bool is_import;         ///< files are looked for from the importing file
} dxl_msbuild_place;

/// An import that is not there.
typedef struct dxl_msbuild_missing {
  dxl_msbuild_place place;
  const char *path; ///< as messages show it
} dxl_msbuild_missing;

typedef struct dxl_msbuild {
  dxl_project *project;
  dxl_arena *arena; ///< of this evaluation
  const char *path, *shown, *directory;
  dxl_map *properties; ///< lower-case name -> const char *
  dxl_map *fixed;      ///< properties that the file cannot change
  dxl_map *imported;   ///< files
  DXL_ARRAY(dxl_item_definition) definitions;
  DXL_ARRAY(dxl_item *) items;
  DXL_ARRAY(dxl_msbuild_pending) definition_groups;
  DXL_ARRAY(dxl_msbuild_pending) item_groups;
  DXL_ARRAY(dxl_msbuild_pending) targets;
  DXL_ARRAY(dxl_msbuild_missing)
  missing;            ///< imports that are not there, to be told once it is known what the project makes
  bool is_quiet;      ///< nothing is said
  bool is_broken;     ///< an error makes what was read useless
  bool is_items_pass; ///< @(...) has a value
  bool has_defaults;  ///< the toolset's first import was met
  bool is_converted;  ///< a project that the kit's tool made of a `sources` file
} dxl_msbuild;

// msbuild_evaluate.c
/// `globals`: name, value, ..., NULL, fixed properties. NULL after a message when the file cannot be read. The result
/// is freed by dxl_msbuild_free.
dxl_msbuild *dxl_msbuild_evaluate(dxl_project *project, const char *path, const char *const *globals, bool is_quiet);
void dxl_msbuild_free(dxl_msbuild *state);
const char *dxl_msbuild_get(const dxl_msbuild *state, const char *name);
void dxl_msbuild_set(dxl_msbuild *state, const char *name, const char *value);
void dxl_msbuild_set_default(dxl_msbuild *state, const char *name, const char *value);
void dxl_msbuild_say(dxl_msbuild *state, dxl_message_level level, const dxl_msbuild_place *place, const char *format,
                     ...) __attribute__((format(printf, 4, 5)));
/// The same, but each text is said once for all projects.
void dxl_msbuild_say_once(dxl_msbuild *state, dxl_message_level level, const dxl_msbuild_place *place,
                          const char *format, ...) __attribute__((format(printf, 4, 5)));
/// Tells the imports that are not there.
void dxl_msbuild_say_missing(dxl_msbuild *state, dxl_message_level level);
/// A path of the project as one on disk, NULL when nothing is there. Relative ones stand below `directory`.
const char *dxl_msbuild_find(dxl_msbuild *state, const char *directory, const char *path);

// msbuild_expand.c
/// $(...), %(...) and @(...) replaced. The result is still escaped.
const char *dxl_msbuild_expand(dxl_msbuild *state, const dxl_msbuild_place *place, const char *text);
/// An error, once the budget is spent.
void dxl_msbuild_check_budget(dxl_msbuild *state, const dxl_msbuild_place *place);
const char *dxl_msbuild_unescape(dxl_arena *arena, const char *text);
/// The parts between ';', trimmed, unescaped, empty ones left out.
void dxl_msbuild_split(dxl_arena *arena, const char *text, dxl_texts *parts);
/// Metadata of an item, its own, its definition's or a well-known one; "" when it has none.
const char *dxl_msbuild_metadata(dxl_msbuild *state, const dxl_item *item, const char *name);
const char *dxl_msbuild_definition(const dxl_msbuild *state, const char *type, const char *name);
/// The ')' that closes what begins behind a '(', NULL when there is none. Quotes count.
const char *dxl_msbuild_close(const char *text, const char *end);
const char *dxl_msbuild_trim(dxl_arena *arena, const char *text);
void dxl_chars_add(dxl_chars *chars, const char *text, size_t length);

// msbuild_function.c
/// What an expression inside $(...) that is more than a name gives. `depth` counts nesting.
const char *dxl_msbuild_call(dxl_msbuild *state, const dxl_msbuild_place *place, const char *text, uint32_t depth);
/// Used by it for its arguments.
const char *dxl_msbuild_expand_nested(dxl_msbuild *state, const dxl_msbuild_place *place, const char *text,
                                      size_t length, uint32_t depth);

// msbuild_condition.c
/// Whether a Condition attribute (NULL: none) holds. One that cannot be read is an error, a warning where only a value
/// is wrong, and does not hold.
bool dxl_msbuild_condition(dxl_msbuild *state, const dxl_msbuild_place *place, const char *text);
bool dxl_msbuild_is_true(const char *text);
bool dxl_msbuild_is_false(const char *text);
/// As <, = and > of numbers or versions; false when one of them is neither.
bool dxl_msbuild_compare(const char *a, const char *b, int *order);

// msbuild_items.c
void dxl_msbuild_read_definitions(dxl_msbuild *state);
void dxl_msbuild_read_items(dxl_msbuild *state);
dxl_item *dxl_msbuild_add_item(dxl_msbuild *state, const dxl_msbuild_place *place, const char *type,
                               const char *include);

// wildcard.c
bool dxl_wildcard_is(const char *text);
/// Whether a path fits a pattern with *, ? and **, both relative to the same directory.
bool dxl_wildcard_matches(const char *pattern, const char *path);
typedef struct dxl_wildcard_hit {
  const char *path;      ///< in the pattern's spelling of the directories before the first wildcard
  const char *recursive; ///< what "**" stood for, with a '/' behind
} dxl_wildcard_hit;
typedef DXL_ARRAY(dxl_wildcard_hit) dxl_wildcard_hits;
/// The files below a directory that fit, sorted. False when there were too many to look at.
bool dxl_wildcard_find(dxl_arena *arena, const char *directory, const char *pattern, dxl_wildcard_hits *hits);

// toolset.c
typedef enum dxl_toolset_import {
  DXL_TOOLSET_NONE,      ///< a file of the tree
  DXL_TOOLSET_OTHER,     ///< one of the tools, not there and without effect here
  DXL_TOOLSET_DEFAULT,   ///< Microsoft.Cpp.Default.props
  DXL_TOOLSET_PROPS,     ///< Microsoft.Cpp.props
  DXL_TOOLSET_TARGETS,   ///< Microsoft.Cpp.targets
  DXL_TOOLSET_CONVERSION ///< PreConfiguration.props of the kit's conversion tool
} dxl_toolset_import;
dxl_toolset_import dxl_toolset_classify(const char *path);
/// "<Name>" for a property that the tools set to a place or list of their own, NULL for any other.
const char *dxl_toolset_place(dxl_arena *arena, const char *name);
bool dxl_toolset_is_place(const char *value);
void dxl_toolset_begin(dxl_msbuild *state);
void dxl_toolset_defaults(dxl_msbuild *state);
void dxl_toolset_properties(dxl_msbuild *state);
void dxl_toolset_definitions(dxl_msbuild *state);
/// A project of the kernel toolset, or one that links a driver with the plain tools.
bool dxl_toolset_is_kernel(const dxl_msbuild *state);
/// A driver of user mode (UMDF), once the items are read.
bool dxl_toolset_is_user_driver(const dxl_msbuild *state);
bool dxl_toolset_is_debug(const dxl_msbuild *state);
/// "x64", "ARM64", "Win32", "ARM": what the headers are read for.
const char *dxl_toolset_machine(const dxl_msbuild *state);

#endif
