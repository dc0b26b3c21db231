// A rule set: its life, and the files that are read into it.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "rulepack/place.h"
#include "rulepack/reader.h"

enum { FOLDER_DEPTH = 8, HELP_SIZE = 1 << 20 };

dxl_rules *dxl_rules_new(void) {
  dxl_rules *rules = dxl_allocate(sizeof *rules);
  memset(rules, 0, sizeof *rules);
  rules->arena = dxl_arena_new();
  rules->by_function = dxl_map_new();
  rules->by_member = dxl_map_new();
  rules->by_type = dxl_map_new();
  rules->by_entry = dxl_map_new();
  rules->by_entry_member = dxl_map_new();
  rules->by_entry_function = dxl_map_new();
  rules->loading = dxl_allocate(sizeof *rules->loading);
  memset(rules->loading, 0, sizeof *rules->loading);
  rules->loading->builtin = dxl_map_new();
  return rules;
}

void dxl_rules_free(dxl_rules *rules) {
  if (!rules)
    return;
  struct dxl_rules_loading *loading = rules->loading;
  dxl_array_free(&loading->references);
  dxl_array_free(&loading->versions);
  dxl_array_free(&loading->resources);
  dxl_array_free(&loading->calls);
  dxl_array_free(&loading->entries);
  dxl_array_free(&loading->objects);
  dxl_map_free(loading->builtin);
  dxl_release(loading);
  dxl_array_free(&rules->packs);
  dxl_array_free(&rules->resources);
  dxl_array_free(&rules->calls);
  dxl_array_free(&rules->owner_sources);
  dxl_array_free(&rules->entries);
  dxl_array_free(&rules->objects);
  dxl_array_free(&rules->registrations);
  dxl_array_free(&rules->markers);
  dxl_array_free(&rules->opposites);
  dxl_array_free(&rules->checks);
  dxl_map_free(rules->by_function);
  dxl_map_free(rules->by_member);
  dxl_map_free(rules->by_type);
  dxl_map_free(rules->by_entry);
  dxl_map_free(rules->by_entry_member);
  dxl_map_free(rules->by_entry_function);
  dxl_arena_free(rules->arena);
  dxl_release(rules);
}

// ---- The sections of a file
// --------------------------------------------------------------------------------------------

static void read_pack(dxl_reader *reader, const dxl_node *node) {
  reader->pack = dxl_reader_text(reader, node, "the name of the pack");
}

static void read_doc_base(dxl_reader *reader, const dxl_node *node) {
  reader->doc_base = dxl_reader_text(reader, node, "an address");
}

static void read_requires(dxl_reader *reader, const dxl_node *node) {
  const char *name = dxl_reader_text(reader, node, "the name of a pack");
  if (!name)
    return;
  if (dxl_rules_is_pack(name)) {
    reader->has_errors |= !dxl_rules_add_pack(reader->rules, name, reader->errors);
    return;
  }
  const char *nearest = dxl_rules_nearest_pack(name);
  if (nearest)
    dxl_reader_error(reader, node, "unknown rule pack '%.60s' (did you mean '%s'?)", name, nearest);
  else
    dxl_reader_error(reader, node, "unknown rule pack '%.60s'", name);
}

static void read_title(dxl_reader *reader, const dxl_node *node) { dxl_reader_text(reader, node, "a text"); }

static void read_default(dxl_reader *reader, const dxl_node *node) {
  if (node->kind != DXL_NODE_TEXT || (strcmp(node->text, "true") != 0 && strcmp(node->text, "false") != 0))
    dxl_reader_error(reader, node, "'true' or 'false' is wanted here");
}

typedef struct section {
  const char *key;
  bool is_list, is_early; ///< early: others depend on it
  void (*read)(dxl_reader *reader, const dxl_node *node);
} section;

static const section sections[] = {
    {"pack", false, true, read_pack},
    {"doc_base", false, true, read_doc_base},
    {"requires", true, true, read_requires},
    {"title", false, false, read_title},
    {"default", false, false, read_default},
    {"versions", true, false, dxl_read_version},
    {"resources", true, false, dxl_read_resource},
    {"calls", true, false, dxl_read_call},
    {"owner_sources", true, false, dxl_read_owner_source},
    {"entries", true, false, dxl_read_entry},
    {"objects", true, false, dxl_read_object},
    {"registrations", true, false, dxl_read_registration},
    {"markers", true, false, dxl_read_marker},
    {"opposites", true, false, dxl_read_opposite},
    {"checks", true, false, dxl_read_check},
};
enum { SECTION_COUNT = sizeof sections / sizeof sections[0] };

static uint32_t section_of(const dxl_node *key) {
  uint32_t n = 0;
  while (n < SECTION_COUNT && strcmp(sections[n].key, key->text) != 0)
    ++n;
  return n;
}

static void read_section(dxl_reader *reader, const section *what, const dxl_node *node) {
  if (!what->is_list) {
    what->read(reader, node);
    return;
  }
  if (node->kind == DXL_NODE_TEXT && !*node->text && node->is_plain)
    return; // nothing below the key
  if (node->kind != DXL_NODE_LIST) {
    dxl_reader_error(reader, node, "'%s' is a list; each item begins with '- '", what->key);
    return;
  }
  for (uint32_t i = 0; i < node->items.count; ++i)
    what->read(reader, node->items.items[i]);
}

static void error_unknown_section(dxl_reader *reader, const dxl_node *key) {
  const char *names[SECTION_COUNT];
  for (uint32_t n = 0; n < SECTION_COUNT; ++n)
    names[n] = sections[n].key;
  const char *nearest = dxl_rules_nearest(key->text, names, SECTION_COUNT);
  if (nearest)
    dxl_reader_error(reader, key, "unknown key '%.60s' (did you mean '%s'?)", key->text, nearest);
  else
    dxl_reader_error(reader, key, "unknown key '%.60s' in a rule file", key->text);
}

/// `is_broken`: the file ends early, so that what is missing says nothing.
static void read_sections(dxl_reader *reader, const dxl_node *root, bool is_broken) {
  uint32_t given = 0;
  for (uint32_t i = 0; i < root->keys.count; ++i) {
    const uint32_t n = section_of(root->keys.items[i]);
    if (n == SECTION_COUNT) {
      error_unknown_section(reader, root->keys.items[i]);
      continue;
    }
    if (given & 1u << n)
      dxl_reader_error(reader, root->keys.items[i], "'%s' is given twice", sections[n].key);
    given |= 1u << n;
    if (sections[n].is_early)
      read_section(reader, &sections[n], root->items.items[i]);
  }
  if (!reader->pack) {
    if (!(given & 1u) && !is_broken)
      dxl_reader_error(reader, root, "a rule file needs 'pack', the name of the pack that it belongs to");
    reader->pack = "";
  }
  for (uint32_t i = 0; i < root->keys.count; ++i) {
    const uint32_t n = section_of(root->keys.items[i]);
    if (n != SECTION_COUNT && !sections[n].is_early)
      read_section(reader, &sections[n], root->items.items[i]);
  }
}

static void note_pack(dxl_rules *rules, const char *pack) {
  for (uint32_t i = 0; i < rules->packs.count; ++i)
    if (strcmp(rules->packs.items[i], pack) == 0)
      return;
  if (*pack)
    dxl_array_push(&rules->packs, pack);
}

void dxl_read_file(dxl_reader *reader, const char *text, size_t length) {
  dxl_arena *arena = dxl_arena_new();
  dxl_document_error mistake;
  const dxl_node *root = dxl_document_read(arena, text, length, &mistake);
  if (mistake.message) {
    const dxl_position at = {reader->file, mistake.line, mistake.column};
    dxl_rules_add_error(reader->rules, reader->errors, at, "%s", mistake.message);
    reader->has_errors = true;
  }
  if (root && root->kind != DXL_NODE_MAPPING)
    dxl_reader_error(reader, root, "a rule file is a mapping (lines 'key: value')");
  else if (root)
    read_sections(reader, root, mistake.message != NULL);
  else if (!mistake.message) {
    const dxl_position at = {reader->file, 1, 1};
    dxl_rules_add_error(reader->rules, reader->errors, at, "the file has no rules");
    reader->has_errors = true;
  }
  if (reader->pack)
    note_pack(reader->rules, reader->pack);
  dxl_arena_free(arena);
}

// ---- Files
// -----------------------------------------------------------------------------------------------------------

static char *read_disk(dxl_arena *arena, const char *path, size_t limit, size_t *length) {
  FILE *file = fopen(path, "rb");
  if (!file)
    return NULL;
  DXL_ARRAY(char) bytes = {0};
  for (size_t got = 1; got && bytes.count <= limit;) {
    dxl_array_reserve(&bytes, bytes.count + 65536u);
    got = fread(bytes.items + bytes.count, 1, 65536, file);
    bytes.count += (uint32_t)got;
  }
  const bool failed = ferror(file) != 0;
  fclose(file);
  char *text = failed ? NULL : dxl_arena_string(arena, bytes.items, bytes.count);
  *length = bytes.count;
  dxl_array_free(&bytes);
  if (failed)
    errno = EIO;
  return text;
}

static const char *help_on_disk(dxl_reader *reader, const char *name) {
  const char *slash = strrchr(reader->file, '/');
  const int folder = slash ? (int)(slash - reader->file) + 1 : 0;
  size_t length;
  return read_disk(reader->rules->arena, dxl_arena_format(reader->rules->arena, "%.*s%s", folder, reader->file, name),
                   HELP_SIZE, &length);
}

bool dxl_rules_add_text(dxl_rules *rules, const char *file, const char *text, size_t length, dxl_rule_errors *errors) {
  dxl_reader reader = {.rules = rules,
                       .errors = errors,
                       .file = dxl_arena_string(rules->arena, file, strlen(file)),
                       .help = help_on_disk};
  dxl_read_file(&reader, text, length);
  return !reader.has_errors;
}

static bool fail(dxl_rules *rules, dxl_rule_errors *errors, const char *path, const char *what) {
  const dxl_position at = {dxl_arena_string(rules->arena, path, strlen(path)), 0, 0};
  dxl_rules_add_error(rules, errors, at, "%s", what);
  return false;
}

static bool is_rule_file(const char *name) {
  const char *dot = strrchr(name, '.');
  return dot && dot != name && (strcmp(dot, ".yaml") == 0 || strcmp(dot, ".yml") == 0);
}

static int by_text(const void *a, const void *b) { return strcmp(*(const char *const *)a, *(const char *const *)b); }

static bool add_path(dxl_rules *rules, const char *path, uint32_t depth, uint32_t *found, dxl_rule_errors *errors);

/// Rule files of a folder and of those below, in the order of their names.
static bool add_folder(dxl_rules *rules, const char *path, uint32_t depth, uint32_t *found, dxl_rule_errors *errors) {
  DIR *folder = opendir(path);
  if (!folder)
    return fail(rules, errors, path, strerror(errno));
  DXL_ARRAY(const char *) entries = {0};
  for (const struct dirent *entry; (entry = readdir(folder));)
    if (entry->d_name[0] != '.') {
      const char *name = dxl_arena_format(rules->arena, "%s/%s", path, entry->d_name);
      dxl_array_push(&entries, name);
    }
  closedir(folder);
  if (entries.count)
    qsort(entries.items, entries.count, sizeof *entries.items, by_text);
  bool fine = true;
  for (uint32_t i = 0; i < entries.count; ++i) {
    struct stat status;
    const bool is_folder = stat(entries.items[i], &status) == 0 && S_ISDIR(status.st_mode);
    if (is_folder ? depth < FOLDER_DEPTH : is_rule_file(entries.items[i]))
      fine &= add_path(rules, entries.items[i], depth + 1, found, errors);
  }
  dxl_array_free(&entries);
  return fine;
}

static bool add_path(dxl_rules *rules, const char *path, uint32_t depth, uint32_t *found, dxl_rule_errors *errors) {
  struct stat status;
  if (stat(path, &status) != 0)
    return fail(rules, errors, path, strerror(errno));
  if (S_ISDIR(status.st_mode))
    return add_folder(rules, path, depth, found, errors);
  if (!S_ISREG(status.st_mode))
    return fail(rules, errors, path, "not a file");
  size_t length = 0;
  const char *text = read_disk(rules->arena, path, DXL_DOCUMENT_SIZE, &length);
  ++*found;
  return text ? dxl_rules_add_text(rules, path, text, length, errors) : fail(rules, errors, path, strerror(errno));
}

bool dxl_rules_add_path(dxl_rules *rules, const char *path, dxl_rule_errors *errors) {
  uint32_t found = 0;
  const size_t length = strlen(path);
  if (length > 1 && path[length - 1] == '/')
    path = dxl_arena_string(rules->arena, path, length - 1);
  const bool fine = add_path(rules, path, 0, &found, errors);
  return found || !fine ? fine : fail(rules, errors, path, "no rule files (*.yaml) in this folder");
}
