// Solutions of Visual Studio: .sln text and .slnx XML. Which projects there are, and how each is built in the chosen
// configuration. Invariant: a project that the solution does not build in it is left out, with a note.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "project/build.h"
#include "project/xml.h"

/// Directories above a project in which its solution is looked for.
enum { SEARCH_LIMIT = 6 };
/// Names of left out projects that one message lists.
enum { LISTED_LIMIT = 12 };

// ---- Choice of a configuration --------------------------------------------------------------------------------------

static bool is_same_part(const char *part, size_t length, const char *wanted) {
  return strlen(wanted) == length && strncasecmp(part, wanted, length) == 0;
}

static bool has_word(const char *text, size_t length, const char *const *words) {
  for (; *words; ++words)
    for (size_t i = 0; i + strlen(*words) <= length; ++i)
      if (strncasecmp(text + i, *words, strlen(*words)) == 0)
        return true;
  return false;
}

/// How well a configuration suits when nothing is asked for: "Release", what is like it, others, what is like debug;
/// and x64 before ARM64 before others.
static int score(const char *text) {
  static const char *const release[] = {"release", "retail", "free", "fre", NULL};
  static const char *const debug[] = {"debug", "checked", "chk", NULL};
  const size_t length = strcspn(text, "|");
  const char *platform = text[length] ? text + length + 1 : "";
  int result = has_word(text, length, debug) ? 0 : has_word(text, length, release) ? 2 : 1;
  if (is_same_part(text, length, "Release"))
    result = 3;
  if (dxl_same_text(platform, "x64") || dxl_same_text(platform, "amd64"))
    result += 20;
  else if (dxl_same_text(platform, "ARM64"))
    result += 10;
  return result;
}

int dxl_choose_configuration(const dxl_texts *configurations, const char *wanted_configuration,
                             const char *wanted_platform) {
  int best = -1;
  int best_score = -1;
  for (uint32_t i = 0; i < configurations->count; ++i) {
    const char *text = configurations->items[i];
    const size_t length = strcspn(text, "|");
    const char *platform = text[length] ? text + length + 1 : "";
    if (wanted_configuration && !is_same_part(text, length, wanted_configuration))
      continue;
    // "x86" of a solution is "Win32" of its projects.
    const bool is_x86 =
        wanted_platform && (dxl_same_text(wanted_platform, "x86") || dxl_same_text(wanted_platform, "Win32"));
    const bool has_x86 = dxl_same_text(platform, "x86") || dxl_same_text(platform, "Win32");
    if (wanted_platform && !dxl_same_text(platform, wanted_platform) && !(is_x86 && has_x86))
      continue;
    if (score(text) > best_score) {
      best = (int)i;
      best_score = score(text);
    }
  }
  return best;
}

/// The chosen configuration of a solution; NULL after a message.
static const char *choose(dxl_project *project, const char *shown, const dxl_texts *configurations) {
  const dxl_project_options *options = &project->options;
  const int chosen = dxl_choose_configuration(configurations, options->configuration, options->platform);
  if (chosen >= 0)
    return configurations->items[chosen];
  if (configurations->count == 0)
    return dxl_arena_format(project->arena, "%s|%s", options->configuration ? options->configuration : "Release",
                            options->platform ? options->platform : "x64");
  const char *list = "";
  for (uint32_t i = 0; i < configurations->count; ++i)
    list = dxl_arena_format(project->arena, "%s%s'%s'", list, i ? ", " : "", configurations->items[i]);
  dxl_project_say(project, DXL_MESSAGE_ERROR, shown, 0, 0, "has no configuration '%s|%s'; it has %s",
                  options->configuration ? options->configuration : "(any)",
                  options->platform ? options->platform : "(any)", list);
  return NULL;
}

// ---- Entries --------------------------------------------------------------------------------------------------------

static void set_configuration(dxl_arena *arena, dxl_solution_entry *entry, const char *text) {
  const size_t length = strcspn(text, "|");
  entry->configuration = dxl_arena_string(arena, text, length);
  const char *platform = text[length] ? text + length + 1 : "x64";
  entry->platform = dxl_same_text(platform, "x86") ? "Win32" : dxl_arena_string(arena, platform, strlen(platform));
}

/// A project of the solution; NULL when it is none of C++, or not there (then after a message).
static dxl_solution_entry *add_entry(dxl_project *project, dxl_solution *solution, const char *path, uint32_t line,
                                     uint32_t column) {
  const char *shown = dxl_project_path(project, solution->path);
  if (dxl_same_text(dxl_path_extension(path), ".vcproj"))
    dxl_project_say(project, DXL_MESSAGE_NOTE, shown, line, column, "%s is of Visual Studio 2008 or before; not read",
                    path);
  if (!dxl_same_text(dxl_path_extension(path), ".vcxproj"))
    return NULL;
  const char *joined = dxl_path_join(project->arena, dxl_path_directory(project->arena, solution->path), path);
  const char *found = dxl_path_find(project->arena, joined);
  if (!found) {
    dxl_project_say(project, DXL_MESSAGE_ERROR, shown, line, column, "project %s is not there",
                    dxl_project_path(project, joined));
    return NULL;
  }
  const dxl_solution_entry entry = {.path = found, .is_built = true, .line = line, .column = column};
  dxl_array_push(&solution->entries, entry);
  return &dxl_array_last(&solution->entries);
}

// ---- .sln -----------------------------------------------------------------------------------------------------------

typedef struct sln_reader {
  dxl_project *project;
  dxl_solution *solution;
  dxl_texts configurations;
  dxl_map *entries; ///< identifier -> index + 1
  dxl_map *mapping; ///< "{id}.Release|x64.ActiveCfg", lower case -> text
} sln_reader;

static const char *lower(dxl_arena *arena, const char *text, size_t length) {
  char *copy = dxl_arena_string(arena, text, length);
  for (char *c = copy; *c; ++c)
    *c = (char)tolower((unsigned char)*c);
  return copy;
}

/// The n-th text in quotation marks of a line, NULL when there are fewer; *column is where it stands.
static const char *quoted(dxl_arena *arena, const char *line, const char *end, uint32_t n, uint32_t *column) {
  for (const char *at = line;;) {
    const char *open = memchr(at, '"', (size_t)(end - at));
    const char *close = open ? memchr(open + 1, '"', (size_t)(end - open - 1)) : NULL;
    if (!close)
      return NULL;
    if (n-- == 0) {
      *column = (uint32_t)(open + 1 - line) + 1;
      return dxl_arena_string(arena, open + 1, (size_t)(close - open - 1));
    }
    at = close + 1;
  }
}

static void read_project(sln_reader *read, const char *line, const char *end, uint32_t number) {
  dxl_arena *arena = read->project->arena;
  uint32_t column = 0;
  uint32_t ignored = 0;
  const char *path = quoted(arena, line, end, 2, &column);
  const char *identifier = quoted(arena, line, end, 3, &ignored);
  if (!path || !identifier) {
    dxl_project_say(read->project, DXL_MESSAGE_ERROR, dxl_project_path(read->project, read->solution->path), number, 1,
                    "a project without a path; expected Project(\"{type}\") = \"name\", \"path\", \"{id}\"");
    return;
  }
  if (add_entry(read->project, read->solution, path, number, column))
    *dxl_map_put_text(read->entries, lower(arena, identifier, strlen(identifier)), NULL) =
        read->solution->entries.count;
}

/// "name = value" of a section.
static void read_setting(sln_reader *read, const char *line, const char *end, bool is_configuration) {
  dxl_arena *arena = read->project->arena;
  const char *equal = memchr(line, '=', (size_t)(end - line));
  if (!equal)
    return;
  const char *stop = equal;
  while (stop > line && isspace((unsigned char)stop[-1]))
    --stop;
  const char *value = equal + 1;
  while (value < end && isspace((unsigned char)*value))
    ++value;
  while (end > value && isspace((unsigned char)end[-1]))
    --end;
  if (is_configuration) {
    const char *const name = dxl_arena_string(arena, line, (size_t)(stop - line));
    dxl_array_push(&read->configurations, name);
  } else {
    const char *text = dxl_arena_string(arena, value, (size_t)(end - value));
    *dxl_map_put_text(read->mapping, lower(arena, line, (size_t)(stop - line)), NULL) = (uint64_t)(uintptr_t)text;
  }
}

static void read_lines(sln_reader *read, const char *text) {
  enum { NOWHERE, CONFIGURATIONS, MAPPING } section = NOWHERE;
  uint32_t number = 1;
  for (const char *line = text; *line; ++number) {
    const char *end = line + strcspn(line, "\n");
    const char *at = line;
    while (at < end && isspace((unsigned char)*at))
      ++at;
    if (dxl_starts_with(at, "Project("))
      read_project(read, line, end, number);
    else if (dxl_starts_with(at, "GlobalSection(SolutionConfigurationPlatforms)"))
      section = CONFIGURATIONS;
    else if (dxl_starts_with(at, "GlobalSection(ProjectConfigurationPlatforms)"))
      section = MAPPING;
    else if (dxl_starts_with(at, "EndGlobalSection"))
      section = NOWHERE;
    else if (section != NOWHERE)
      read_setting(read, at, end, section == CONFIGURATIONS);
    line = *end ? end + 1 : end;
  }
}

static void apply_mapping(sln_reader *read, const char *chosen) {
  dxl_arena *arena = read->project->arena;
  for (uint32_t i = 0; i < dxl_map_count(read->entries); ++i) {
    size_t length = 0;
    const char *identifier = dxl_map_key_at(read->entries, i, &length);
    dxl_solution_entry *entry = &read->solution->entries.items[*dxl_map_value_at(read->entries, i) - 1];
    const char *key = dxl_arena_format(arena, "%.*s.%s", (int)length, identifier, lower(arena, chosen, strlen(chosen)));
    const uint64_t *active = dxl_map_get_text(read->mapping, dxl_arena_format(arena, "%s.activecfg", key));
    entry->is_built = dxl_map_count(read->mapping) == 0 ||
                      dxl_map_get_text(read->mapping, dxl_arena_format(arena, "%s.build.0", key));
    set_configuration(arena, entry, active ? (const char *)(uintptr_t)*active : chosen);
  }
}

static bool read_sln(dxl_project *project, dxl_solution *solution) {
  const char *shown = dxl_project_path(project, solution->path);
  size_t length = 0;
  dxl_arena *arena = dxl_arena_new();
  const char *text = dxl_path_read_text(arena, solution->path, &length);
  bool fine = false;
  if (!text)
    dxl_project_say(project, DXL_MESSAGE_ERROR, shown, 0, 0, "%s", strerror(errno));
  else if (length > DXL_XML_SIZE_LIMIT)
    dxl_project_say(project, DXL_MESSAGE_ERROR, shown, 1, 1, "larger than %u MiB; such a solution is not read",
                    DXL_XML_SIZE_LIMIT / (1024 * 1024));
  else if (!strstr(text, "Microsoft Visual Studio Solution File"))
    dxl_project_say(project, DXL_MESSAGE_ERROR, shown, 1, 1,
                    "no solution: the line 'Microsoft Visual Studio Solution File' is missing");
  else
    fine = true;
  if (fine) {
    sln_reader read = {.project = project, .solution = solution, .entries = dxl_map_new(), .mapping = dxl_map_new()};
    read_lines(&read, text);
    const char *chosen = choose(project, shown, &read.configurations);
    if (chosen)
      apply_mapping(&read, chosen);
    fine = chosen != NULL;
    dxl_array_free(&read.configurations);
    dxl_map_free(read.entries);
    dxl_map_free(read.mapping);
  }
  dxl_arena_free(arena);
  return fine;
}

// ---- .slnx ----------------------------------------------------------------------------------------------------------

/// "Release|x64" against a pattern of a rule: "*|x64", "Release|*", "Release|x64"; no pattern fits all.
static bool fits(const char *pattern, const char *configuration) {
  if (!pattern)
    return true;
  const size_t a = strcspn(pattern, "|");
  const size_t b = strcspn(configuration, "|");
  const bool any_type = a == 1 && *pattern == '*';
  const char *platform = pattern[a] ? pattern + a + 1 : "*";
  const bool same_type = a == b && strncasecmp(pattern, configuration, a) == 0;
  return (any_type || same_type) &&
         (strcmp(platform, "*") == 0 || dxl_same_text(platform, configuration[b] ? configuration + b + 1 : ""));
}

/// What the rules inside a project say for the chosen configuration.
static void apply_rules(dxl_arena *arena, const dxl_xml *element, const char *chosen, dxl_solution_entry *entry) {
  set_configuration(arena, entry, chosen);
  for (const dxl_xml *rule = element->first; rule; rule = rule->next) {
    const char *value = dxl_xml_attribute(rule, "Project");
    if (!value || !fits(dxl_xml_attribute(rule, "Solution"), chosen))
      continue;
    const char *kept = dxl_arena_string(arena, value, strlen(value));
    if (dxl_same_text(rule->name, "BuildType"))
      entry->configuration = kept;
    else if (dxl_same_text(rule->name, "Platform"))
      entry->platform = dxl_same_text(kept, "x86") ? "Win32" : kept;
    else if (dxl_same_text(rule->name, "Build"))
      entry->is_built = !dxl_same_text(kept, "false");
  }
}

static void read_slnx_projects(dxl_project *project, dxl_solution *solution, const dxl_xml *parent,
                               const char *chosen) {
  for (const dxl_xml *element = parent->first; element; element = element->next) {
    if (dxl_same_text(element->name, "Folder")) {
      read_slnx_projects(project, solution, element, chosen);
    } else if (dxl_same_text(element->name, "Project")) {
      const char *path = dxl_xml_attribute(element, "Path");
      dxl_solution_entry *entry = path ? add_entry(project, solution, path, element->line, element->column) : NULL;
      if (!path)
        dxl_project_say(project, DXL_MESSAGE_ERROR, dxl_project_path(project, solution->path), element->line,
                        element->column, "a project without a Path");
      if (entry)
        apply_rules(project->arena, element, chosen, entry);
    }
  }
}

/// Every type with every platform; those of a new solution where it names none.
static void read_slnx_configurations(dxl_arena *arena, const dxl_xml *root, dxl_texts *result) {
  dxl_texts types = {0};
  dxl_texts platforms = {0};
  for (const dxl_xml *list = root->first; list; list = list->next)
    for (const dxl_xml *element = dxl_same_text(list->name, "Configurations") ? list->first : NULL; element;
         element = element->next) {
      const char *const name = dxl_xml_attribute(element, "Name");
      if (name && dxl_same_text(element->name, "BuildType"))
        dxl_array_push(&types, name);
      else if (name && dxl_same_text(element->name, "Platform"))
        dxl_array_push(&platforms, name);
    }
  const char *const usual[] = {"Debug", "Release", "x64"};
  if (!types.count) {
    dxl_array_push(&types, usual[0]);
    dxl_array_push(&types, usual[1]);
  }
  if (!platforms.count)
    dxl_array_push(&platforms, usual[2]);
  for (uint32_t t = 0; t < types.count; ++t)
    for (uint32_t p = 0; p < platforms.count; ++p) {
      const char *const name = dxl_arena_format(arena, "%s|%s", types.items[t], platforms.items[p]);
      dxl_array_push(result, name);
    }
  dxl_array_free(&types);
  dxl_array_free(&platforms);
}

static bool read_slnx(dxl_project *project, dxl_solution *solution) {
  const char *shown = dxl_project_path(project, solution->path);
  dxl_arena *arena = dxl_arena_new();
  const dxl_xml *root = dxl_xml_read(project, arena, solution->path);
  bool fine = root != NULL;
  if (root && !dxl_same_text(root->name, "Solution")) {
    dxl_project_say(project, DXL_MESSAGE_ERROR, shown, root->line, root->column,
                    "the root element is '%s' instead of 'Solution'", root->name);
    fine = false;
  }
  if (fine) {
    dxl_texts configurations = {0};
    read_slnx_configurations(project->arena, root, &configurations);
    const char *chosen = choose(project, shown, &configurations);
    if (chosen)
      read_slnx_projects(project, solution, root, chosen);
    fine = chosen != NULL;
    dxl_array_free(&configurations);
  }
  dxl_arena_free(arena);
  return fine;
}

// ---- The whole ------------------------------------------------------------------------------------------------------

dxl_solution *dxl_solution_read(dxl_project *project, const char *path) {
  dxl_solution *solution = dxl_arena_alloc(project->arena, sizeof *solution);
  solution->path = dxl_path_join(project->arena, project->current, path);
  const bool is_xml = dxl_same_text(dxl_path_extension(path), ".slnx");
  if (is_xml ? read_slnx(project, solution) : read_sln(project, solution))
    return solution;
  dxl_solution_free(solution);
  return NULL;
}

void dxl_solution_free(dxl_solution *solution) {
  if (solution)
    dxl_array_free(&solution->entries);
}

/// Whether the text of a solution names a project file.
static bool mentions(const char *path, const char *name) {
  size_t length = 0;
  dxl_arena *arena = dxl_arena_new();
  const char *text = dxl_path_read_text(arena, path, &length);
  bool found = false;
  for (const char *at = text && length <= DXL_XML_SIZE_LIMIT ? text : NULL; at && (at = strcasestr(at, name)) && !found;
       ++at)
    found = at > text && strchr("\\/\"'", at[-1]) && strchr("\"'", at[strlen(name)]);
  dxl_arena_free(arena);
  return found;
}

static const char *solution_in(dxl_arena *arena, const char *directory, const char *project) {
  DIR *stream = opendir(directory);
  const char *found = NULL;
  if (!stream)
    return NULL;
  for (struct dirent *entry; (entry = readdir(stream));) {
    const char *extension = dxl_path_extension(entry->d_name);
    if (!dxl_same_text(extension, ".sln") && !dxl_same_text(extension, ".slnx"))
      continue;
    if (found && strcmp(dxl_path_name(found), entry->d_name) < 0)
      continue;
    const char *path = dxl_arena_format(arena, "%s/%s", directory, entry->d_name);
    if (mentions(path, dxl_path_name(project)))
      found = path;
  }
  closedir(stream);
  return found;
}

const char *dxl_solution_find(dxl_project *project, const char *path) {
  const char *directory = dxl_path_directory(project->arena, path);
  for (int up = 0; up < SEARCH_LIMIT; ++up) {
    const char *found = solution_in(project->arena, directory, path);
    if (found)
      return found;
    const char *parent = dxl_path_directory(project->arena, directory);
    if (strcmp(parent, directory) == 0)
      break;
    directory = parent;
  }
  return NULL;
}

bool dxl_solution_add(dxl_project *project, const char *path) {
  dxl_solution *solution = dxl_solution_read(project, path);
  if (!solution)
    return false;
  dxl_build *build = dxl_build_new(project);
  const char *list = "";
  uint32_t left_out = 0;
  build->solution = solution;
  for (uint32_t i = 0; i < solution->entries.count; ++i) {
    const dxl_solution_entry *entry = &solution->entries.items[i];
    if (entry->is_built)
      dxl_build_target(build, entry->path);
    else if (left_out++ < LISTED_LIMIT)
      list = dxl_arena_format(project->arena, "%s%s%s", list, left_out > 1 ? ", " : "",
                              dxl_path_stem(project->arena, entry->path));
  }
  if (left_out > LISTED_LIMIT)
    list = dxl_arena_format(project->arena, "%s and %u more", list, left_out - LISTED_LIMIT);
  if (left_out)
    dxl_project_say(project, DXL_MESSAGE_NOTE, path, 0, 0, "not built in the chosen configuration: %s", list);
  dxl_build_finish(build, path);
  dxl_solution_free(solution);
  return true;
}
