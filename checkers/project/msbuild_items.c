// The second and third pass over a project: item definitions, then items with Include, Exclude, Remove, Update and
// metadata. Invariant: an item keeps the file and position of the element that made it.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <string.h>

#include "project/msbuild.h"

// ---- Definitions ----------------------------------------------------------------------------------------------------

static dxl_item_definition *definition_of(dxl_msbuild *state, const char *type) {
  for (uint32_t i = 0; i < state->definitions.count; ++i)
    if (dxl_same_text(state->definitions.items[i].type, type))
      return &state->definitions.items[i];
  const dxl_item_definition made = {.type = type};
  dxl_array_push(&state->definitions, made);
  return &dxl_array_last(&state->definitions);
}

/// Later values replace earlier ones, so that a long project does not keep them all.
static void set_metadatum(dxl_metadata *metadata, const char *name, const char *value) {
  for (uint32_t i = 0; i < metadata->count; ++i)
    if (dxl_same_text(metadata->items[i].name, name)) {
      metadata->items[i].value = value;
      return;
    }
  const dxl_metadatum made = {name, value};
  dxl_array_push(metadata, made);
}

/// $(MSBuildThisFile...) means the file that the element stands in.
static void enter_frame(dxl_msbuild *state, const dxl_msbuild_frame *frame) {
  dxl_arena *arena = state->arena;
  const char *directory = dxl_path_directory(arena, frame->path);
  dxl_msbuild_set(state, "MSBuildThisFile", dxl_path_name(frame->path));
  dxl_msbuild_set(state, "MSBuildThisFileName", dxl_path_stem(arena, frame->path));
  dxl_msbuild_set(state, "MSBuildThisFileFullPath", frame->path);
  dxl_msbuild_set(state, "MSBuildThisFileDirectory", dxl_arena_format(arena, "%s/", directory));
}

static dxl_msbuild_place place_of(const dxl_msbuild_frame *frame, const dxl_xml *element) {
  return (dxl_msbuild_place){.frame = frame, .line = element->line, .column = element->column};
}

static void read_definition(dxl_msbuild *state, const dxl_msbuild_frame *frame, const dxl_xml *element) {
  dxl_msbuild_place place = place_of(frame, element);
  place.definition = element->name;
  if (!dxl_msbuild_condition(state, &place, dxl_xml_attribute(element, "Condition")))
    return;
  for (const dxl_xml *datum = element->first; datum && !state->is_broken; datum = datum->next) {
    place.line = datum->line;
    place.column = datum->column;
    if (!dxl_msbuild_condition(state, &place, dxl_xml_attribute(datum, "Condition")))
      continue;
    const char *value = dxl_msbuild_expand(state, &place, datum->text);
    set_metadatum(&definition_of(state, element->name)->metadata, datum->name, value);
  }
}

void dxl_msbuild_read_definitions(dxl_msbuild *state) {
  for (uint32_t i = 0; i < state->definition_groups.count && !state->is_broken; ++i) {
    const dxl_msbuild_pending *group = &state->definition_groups.items[i];
    const dxl_msbuild_place place = place_of(group->frame, group->element);
    enter_frame(state, group->frame);
    if (!dxl_msbuild_condition(state, &place, dxl_xml_attribute(group->element, "Condition")))
      continue;
    for (const dxl_xml *element = group->element->first; element && !state->is_broken; element = element->next)
      read_definition(state, group->frame, element);
  }
}

// ---- Items ----------------------------------------------------------------------------------------------------------

dxl_item *dxl_msbuild_add_item(dxl_msbuild *state, const dxl_msbuild_place *place, const char *type,
                               const char *include) {
  if (state->items.count >= DXL_MSBUILD_ITEM_LIMIT) {
    dxl_msbuild_say_once(state, DXL_MESSAGE_ERROR, place, "more than %d items; the rest is not read",
                         DXL_MSBUILD_ITEM_LIMIT);
    state->is_broken = true;
    return NULL;
  }
  dxl_item *item = dxl_arena_alloc(state->arena, sizeof *item);
  item->type = type;
  item->include = include;
  item->frame = place->frame;
  item->line = place->line;
  item->column = place->column;
  dxl_array_push(&state->items, item);
  return item;
}

static bool is_file_name(const char *text) { return *text && !strpbrk(text, "<>|\""); }

/// Whether one of the patterns (relative to the project, normalised) names the path.
static bool is_named(dxl_msbuild *state, const dxl_texts *patterns, const char *path) {
  const char *wanted = patterns->count ? dxl_path_normalise(state->arena, path) : NULL;
  for (uint32_t i = 0; i < patterns->count; ++i) {
    const char *pattern = patterns->items[i];
    if (dxl_wildcard_is(pattern) ? dxl_wildcard_matches(pattern, wanted) : dxl_same_text(pattern, wanted))
      return true;
  }
  return false;
}

static void read_metadata(dxl_msbuild *state, const dxl_msbuild_place *where, const dxl_xml *element, dxl_item *item) {
  static const char *const reserved[] = {"Include",
                                         "Exclude",
                                         "Remove",
                                         "Update",
                                         "Condition",
                                         "Label",
                                         "KeepMetadata",
                                         "RemoveMetadata",
                                         "KeepDuplicates",
                                         "MatchOnMetadata",
                                         "MatchOnMetadataOptions",
                                         NULL};
  dxl_msbuild_place place = *where;
  place.item = item;
  for (const char *const *attribute = element->attributes; *attribute; attribute += 2) {
    const char *const *name = reserved;
    while (*name && !dxl_same_text(*name, attribute[0]))
      ++name;
    if (!*name)
      set_metadatum(&item->metadata, attribute[0], dxl_msbuild_expand(state, &place, attribute[1]));
  }
  for (const dxl_xml *datum = element->first; datum && !state->is_broken; datum = datum->next) {
    place.line = datum->line;
    place.column = datum->column;
    if (dxl_msbuild_condition(state, &place, dxl_xml_attribute(datum, "Condition")))
      set_metadatum(&item->metadata, datum->name, dxl_msbuild_expand(state, &place, datum->text));
  }
}

/// The patterns of an attribute, expanded.
static void read_patterns(dxl_msbuild *state, const dxl_msbuild_place *place, const dxl_xml *element,
                          const char *attribute, dxl_texts *patterns) {
  const char *text = dxl_xml_attribute(element, attribute);
  if (text)
    dxl_msbuild_split(state->arena, dxl_msbuild_expand(state, place, text), patterns);
}

/// The same for is_named.
static void read_named_patterns(dxl_msbuild *state, const dxl_msbuild_place *place, const dxl_xml *element,
                                const char *attribute, dxl_texts *patterns) {
  read_patterns(state, place, element, attribute, patterns);
  for (uint32_t i = 0; i < patterns->count; ++i)
    patterns->items[i] = dxl_path_normalise(state->arena, patterns->items[i]);
}

static void include_pattern(dxl_msbuild *state, const dxl_msbuild_place *place, const dxl_xml *element,
                            const char *pattern, const dxl_texts *excluded) {
  if (!dxl_wildcard_is(pattern) || !is_file_name(pattern)) {
    dxl_item *item =
        is_named(state, excluded, pattern) ? NULL : dxl_msbuild_add_item(state, place, element->name, pattern);
    if (item)
      read_metadata(state, place, element, item);
    return;
  }
  dxl_wildcard_hits hits = {0};
  if (!dxl_wildcard_find(state->arena, state->directory, pattern, &hits))
    dxl_msbuild_say_once(state, DXL_MESSAGE_WARNING, place, "'%s' has too many files to look at; some are left out",
                         pattern);
  for (uint32_t i = 0; i < hits.count && !state->is_broken; ++i) {
    if (is_named(state, excluded, hits.items[i].path))
      continue;
    dxl_item *item = dxl_msbuild_add_item(state, place, element->name, hits.items[i].path);
    if (!item)
      break;
    item->recursive = hits.items[i].recursive;
    read_metadata(state, place, element, item);
  }
  dxl_array_free(&hits);
}

static void read_include(dxl_msbuild *state, const dxl_msbuild_place *place, const dxl_xml *element) {
  dxl_texts patterns = {0};
  dxl_texts excluded = {0};
  read_patterns(state, place, element, "Include", &patterns);
  read_named_patterns(state, place, element, "Exclude", &excluded);
  for (uint32_t i = 0; i < patterns.count && !state->is_broken; ++i)
    include_pattern(state, place, element, patterns.items[i], &excluded);
  dxl_array_free(&patterns);
  dxl_array_free(&excluded);
}

/// Remove and Update: for each item of the type that a pattern names.
static void read_named(dxl_msbuild *state, const dxl_msbuild_place *place, const dxl_xml *element, bool is_removal) {
  dxl_texts patterns = {0};
  read_named_patterns(state, place, element, is_removal ? "Remove" : "Update", &patterns);
  for (uint32_t i = 0; i < state->items.count && patterns.count && !state->is_broken; ++i) {
    dxl_item *item = state->items.items[i];
    if (item->is_removed || !dxl_same_text(item->type, element->name) || !is_named(state, &patterns, item->include))
      continue;
    if (is_removal)
      item->is_removed = true;
    else
      read_metadata(state, place, element, item);
  }
  dxl_array_free(&patterns);
}

static void read_item(dxl_msbuild *state, const dxl_msbuild_frame *frame, const dxl_xml *element) {
  const dxl_msbuild_place place = place_of(frame, element);
  if (!dxl_msbuild_condition(state, &place, dxl_xml_attribute(element, "Condition")))
    return;
  if (dxl_xml_attribute(element, "Include"))
    read_include(state, &place, element);
  else if (dxl_xml_attribute(element, "Remove"))
    read_named(state, &place, element, true);
  else if (dxl_xml_attribute(element, "Update"))
    read_named(state, &place, element, false);
}

/// The lists that the conversion tool's imports would make of SOURCES.
static void add_converted(dxl_msbuild *state) {
  dxl_texts names = {0};
  dxl_arguments_split(state->arena, dxl_msbuild_get(state, "SOURCES"), DXL_QUOTING_WINDOWS, &names);
  const dxl_msbuild_place place = {0};
  for (uint32_t i = 0; i < names.count; ++i)
    if (dxl_is_source(names.items[i]))
      dxl_msbuild_add_item(state, &place, "ClSourceFiles", names.items[i]);
  dxl_array_free(&names);
}

void dxl_msbuild_read_items(dxl_msbuild *state) {
  state->is_items_pass = true;
  if (state->is_converted)
    add_converted(state);
  for (uint32_t i = 0; i < state->item_groups.count && !state->is_broken; ++i) {
    const dxl_msbuild_pending *group = &state->item_groups.items[i];
    const dxl_msbuild_place place = place_of(group->frame, group->element);
    enter_frame(state, group->frame);
    if (!dxl_msbuild_condition(state, &place, dxl_xml_attribute(group->element, "Condition")))
      continue;
    for (const dxl_xml *element = group->element->first; element && !state->is_broken; element = element->next)
      read_item(state, group->frame, element);
  }
}
