// See builtin.h; the packs that are carried are added to rule sets here too.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "rulepack/builtin.h"

#include <string.h>

#include "rulepack/embedded.h"
#include "rulepack/place.h"
#include "rulepack/reader.h"

static const char *const HEADERS = "headers/";
static const char *const FLAGS = "headers/flags.txt";
static const char *const CHECKS = "checks/";

static bool starts_with(const char *text, const char *prefix) { return strncmp(text, prefix, strlen(prefix)) == 0; }

static bool ends_with(const char *text, const char *suffix) {
  const size_t length = strlen(text), wanted = strlen(suffix);
  return length >= wanted && strcmp(text + length - wanted, suffix) == 0;
}

const dxl_builtin_file *dxl_builtin_files(size_t *count) {
  *count = dxl_embedded_count;
  return dxl_embedded_files;
}

const dxl_builtin_file *dxl_builtin_find(const char *path) {
  for (size_t i = 0; i < dxl_embedded_count; ++i)
    if (strcmp(dxl_embedded_files[i].path, path) == 0)
      return &dxl_embedded_files[i];
  return NULL;
}

// ---- For the compiler
// ------------------------------------------------------------------------------------------------

void dxl_builtin_headers(dxl_arena *arena, dxl_builtin_array *headers) {
  for (size_t i = 0; i < dxl_embedded_count; ++i) {
    dxl_builtin_file file = dxl_embedded_files[i];
    if (!starts_with(file.path, HEADERS) || ends_with(file.path, ".txt"))
      continue;
    file.path = dxl_arena_format(arena, "%s/%s", DXL_BUILTIN_HEADERS, file.path + strlen(HEADERS));
    dxl_array_push(headers, file);
  }
}

/// The line with its placeholders replaced.
static const char *expand(dxl_arena *arena, const char *line, size_t length, const char *mingw) {
  const struct { const char *name, *value; } all[] = {{"@headers@", DXL_BUILTIN_HEADERS}, {"@mingw@", mingw}};
  const char *text = dxl_arena_string(arena, line, length);
  for (size_t i = 0; i < sizeof all / sizeof all[0]; ++i) {
    const char *at = strstr(text, all[i].name);
    if (at)
      text = dxl_arena_format(arena, "%.*s%s%s", (int)(at - text), text, all[i].value, at + strlen(all[i].name));
  }
  return text;
}

void dxl_builtin_flags(dxl_arena *arena, const char *mingw, dxl_builtin_words *flags) {
  const dxl_builtin_file *file = dxl_builtin_find(FLAGS);
  for (const char *line = file ? file->text : ""; *line;) {
    const size_t whole = strcspn(line, "\n");
    size_t length = whole;
    while (length && (line[length - 1] == '\r' || line[length - 1] == ' '))
      --length;
    if (length && *line != '#') {
      const char *flag = expand(arena, line, length, mingw);
      dxl_array_push(flags, flag);
    }
    line += whole + (line[whole] == '\n');
  }
}

// ---- Packs
// -----------------------------------------------------------------------------------------------------------

const char *const *dxl_rules_builtin_names(const bool **is_default) {
  if (is_default)
    *is_default = dxl_embedded_pack_is_default;
  return dxl_embedded_packs;
}

static const char *embedded_help(dxl_reader *reader, const char *name) {
  const char *slash = strrchr(reader->file, '/');
  const int folder = slash ? (int)(slash - reader->file) + 1 : 0;
  const char *path = dxl_arena_format(reader->rules->arena, "%.*s%s", folder, reader->file, name);
  const dxl_builtin_file *file = starts_with(path, "rules/") ? dxl_builtin_find(path + strlen("rules/")) : NULL;
  return file ? file->text : NULL;
}

/// Reads the rule files of a folder below rules/.
static bool add_folder(dxl_rules *rules, const char *folder, dxl_rule_errors *errors) {
  bool fine = true;
  for (size_t i = 0; i < dxl_embedded_count; ++i) {
    const dxl_builtin_file *file = &dxl_embedded_files[i];
    if (!starts_with(file->path, folder) || !ends_with(file->path, ".yaml"))
      continue;
    dxl_reader reader = {.rules = rules,
                         .errors = errors,
                         .file = dxl_arena_format(rules->arena, "rules/%s", file->path),
                         .help = embedded_help};
    dxl_read_file(&reader, file->text, file->length);
    fine &= !reader.has_errors;
  }
  return fine;
}

bool dxl_rules_add_pack(dxl_rules *rules, const char *name, dxl_rule_errors *errors) {
  bool is_new;
  dxl_map_put_text(rules->loading->builtin, name, &is_new);
  return is_new ? add_folder(rules, dxl_arena_format(rules->arena, "%s/", name), errors) : true;
}

bool dxl_rules_is_pack(const char *name) {
  for (size_t i = 0; dxl_embedded_packs[i]; ++i)
    if (strcmp(dxl_embedded_packs[i], name) == 0)
      return true;
  return false;
}

const char *dxl_rules_nearest_pack(const char *word) {
  uint32_t count = 0;
  while (dxl_embedded_packs[count])
    ++count;
  return dxl_rules_nearest(word, dxl_embedded_packs, count);
}

/// Adds the packs that are on by default, or all.
static bool add_set(dxl_rules *rules, bool all, dxl_rule_errors *errors) {
  bool fine = true;
  for (size_t i = 0; dxl_embedded_packs[i]; ++i)
    if (all || dxl_embedded_pack_is_default[i])
      fine &= dxl_rules_add_pack(rules, dxl_embedded_packs[i], errors);
  return fine;
}

bool dxl_rules_add_builtin(dxl_rules *rules, const char *const *names, dxl_rule_errors *errors) {
  bool is_new, fine = true;
  dxl_map_put_text(rules->loading->builtin, CHECKS, &is_new);
  if (is_new)
    fine = add_folder(rules, CHECKS, errors);
  if (!names)
    return add_set(rules, false, errors) && fine;
  for (; *names; ++names) {
    if (strcmp(*names, "default") == 0 || strcmp(*names, "all") == 0) {
      fine &= add_set(rules, strcmp(*names, "all") == 0, errors);
    } else if (dxl_rules_is_pack(*names)) {
      fine &= dxl_rules_add_pack(rules, *names, errors);
    } else {
      const char *nearest = dxl_rules_nearest_pack(*names);
      const dxl_position nowhere = {NULL, 0, 0};
      if (nearest)
        dxl_rules_add_error(rules, errors, nowhere, "unknown rule pack '%s' (did you mean '%s'?)", *names, nearest);
      else
        dxl_rules_add_error(rules, errors, nowhere, "unknown rule pack '%s'", *names);
      fine = false;
    }
  }
  return fine;
}
