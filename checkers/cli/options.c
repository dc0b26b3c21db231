// See options.h.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "cli/options.h"

#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

typedef enum value_kind { VALUE_NONE, VALUE_NEEDED, VALUE_OPTIONAL } value_kind;

typedef enum option_id {
  OPTION_DATABASE,
  OPTION_CONFIGURATION,
  OPTION_PLATFORM,
  OPTION_NO_DEFAULT_HEADERS,
  OPTION_MINGW,
  OPTION_CHECKS,
  OPTION_RULES,
  OPTION_PACKS,
  OPTION_LEVEL,
  OPTION_NO_DRIVER_MODEL,
  OPTION_NO_SOLVER,
  OPTION_FORMAT,
  OPTION_SARIF,
  OPTION_BASELINE,
  OPTION_WRITE_BASELINE,
  OPTION_NO_SUPPRESSIONS,
  OPTION_COLOR,
  OPTION_QUIET,
  OPTION_VERBOSE,
  OPTION_JOBS,
  OPTION_TIMEOUT,
  OPTION_MEMORY,
  OPTION_KEEP_GOING,
  OPTION_EXPLAIN,
  OPTION_LIST_CHECKS,
  OPTION_LIST_PACKS,
  OPTION_DUMP_BUILD,
  OPTION_EMIT_IR,
  OPTION_VERSION,
  OPTION_HELP
} option_id;

typedef struct option_form {
  option_id id;
  const char *name;   ///< "--checks"
  const char *letter; ///< "-j", or NULL
  value_kind value;
  const char *value_name;
  const char *help;
  const char *heading; ///< of the group that begins here
} option_form;

static const option_form forms[] = {
    {OPTION_DATABASE, "-p", NULL, VALUE_NEEDED, "DIR", "compile_commands.json, or the directory that holds it",
     "What to analyse"},
    {OPTION_CONFIGURATION, "--configuration", NULL, VALUE_NEEDED, "NAME",
     "configuration of project files (default: Release)", NULL},
    {OPTION_PLATFORM, "--platform", NULL, VALUE_NEEDED, "NAME", "platform of project files (default: x64)", NULL},
    {OPTION_NO_DEFAULT_HEADERS, "--no-default-headers", NULL, VALUE_NONE, NULL,
     "neither the built-in headers nor their flags", NULL},
    {OPTION_MINGW, "--mingw", NULL, VALUE_NEEDED, "DIR", "mingw-w64's headers, below the built-in ones", NULL},
    {OPTION_CHECKS, "--checks", NULL, VALUE_NEEDED, "GLOBS", "checks to run: 'dxgk-*,-dxgk-version' (default: all)",
     "What to look for"},
    {OPTION_RULES, "--rules", NULL, VALUE_NEEDED, "PATH", "rule file, or directory of them, beside the built-in packs",
     NULL},
    {OPTION_PACKS, "--packs", NULL, VALUE_NEEDED, "NAMES",
     "built-in packs to use, comma-separated, instead of the default set", NULL},
    {OPTION_LEVEL, "--level", NULL, VALUE_NEEDED, "LEVEL", "least level reported: note, warning (default) or error",
     NULL},
    {OPTION_NO_DRIVER_MODEL, "--no-driver-model", NULL, VALUE_NONE, NULL,
     "functions and their helpers only, no life of the driver", NULL},
    {OPTION_NO_SOLVER, "--no-solver", NULL, VALUE_NONE, NULL, "do not ask the solver whether a path is possible", NULL},
    {OPTION_FORMAT, "--format", NULL, VALUE_NEEDED, "FORMAT", "on standard output: text (default), msvc or github",
     "Results"},
    {OPTION_SARIF, "--sarif", NULL, VALUE_NEEDED, "FILE", "write SARIF 2.1.0, '-' for standard output", NULL},
    {OPTION_BASELINE, "--baseline", NULL, VALUE_NEEDED, "FILE", "do not report the findings that this file lists",
     NULL},
    {OPTION_WRITE_BASELINE, "--write-baseline", NULL, VALUE_NEEDED, "FILE",
     "write that list instead of failing on findings", NULL},
    {OPTION_NO_SUPPRESSIONS, "--no-suppressions", NULL, VALUE_NONE, NULL, "report what NOLINT comments suppress", NULL},
    {OPTION_COLOR, "--color", NULL, VALUE_NEEDED, "WHEN", "auto (default), always or never", NULL},
    {OPTION_QUIET, "--quiet", "-q", VALUE_NONE, NULL, "of what is no finding only errors, no progress", NULL},
    {OPTION_VERBOSE, "--verbose", "-v", VALUE_NONE, NULL, "also what the compiler says about each unit", NULL},
    {OPTION_JOBS, "--jobs", "-j", VALUE_NEEDED, "N", "processes at a time (default: one per processor)", "Running"},
    {OPTION_TIMEOUT, "--timeout", NULL, VALUE_NEEDED, "SECONDS",
     "for each unit and each driver (default: 600, 0 = none)", NULL},
    {OPTION_MEMORY, "--memory", NULL, VALUE_NEEDED, "MIB", "for each process (default: 8192, 0 = none)", NULL},
    {OPTION_KEEP_GOING, "--keep-going", "-k", VALUE_NONE, NULL, "what cannot be analysed does not change the exit code",
     NULL},
    {OPTION_EXPLAIN, "--explain", NULL, VALUE_NEEDED, "CHECK", "print the page of a check", "Instead of an analysis"},
    {OPTION_LIST_CHECKS, "--list-checks", NULL, VALUE_NONE, NULL, "print the checks", NULL},
    {OPTION_LIST_PACKS, "--list-packs", NULL, VALUE_NONE, NULL, "print the built-in rule packs", NULL},
    {OPTION_DUMP_BUILD, "--dump-build", NULL, VALUE_NONE, NULL,
     "print the drivers, files and arguments that were understood", NULL},
    {OPTION_EMIT_IR, "--emit-ir", NULL, VALUE_OPTIONAL, "linked",
     "print the program IR of each unit, or of each linked driver", NULL},
    {OPTION_VERSION, "--version", NULL, VALUE_NONE, NULL, "print the versions of the tool and of Clang", NULL},
    {OPTION_HELP, "--help", "-h", VALUE_NONE, NULL, "print this", NULL},
};
enum { FORM_COUNT = sizeof forms / sizeof *forms };

void dxl_options_help(FILE *out) {
  fputs("usage: dxgklint [options] PATH... [-- compiler arguments]\n\n"
        "PATH is a C or C++ source (several are one driver), a directory, compile_commands.json, a .sln, .slnx or\n"
        ".vcxproj file, or a WDK 7 `sources` file.\n",
        out);
  for (size_t i = 0; i < FORM_COUNT; ++i) {
    const option_form *form = &forms[i];
    if (form->heading)
      fprintf(out, "\n%s:\n", form->heading);
    char left[64];
    const char *letter = form->letter ? form->letter : "";
    const char *comma = form->letter ? ", " : "";
    if (form->value == VALUE_NONE)
      snprintf(left, sizeof left, "%s%s%s", letter, comma, form->name);
    else if (form->value == VALUE_OPTIONAL)
      snprintf(left, sizeof left, "%s[=%s]", form->name, form->value_name);
    else
      snprintf(left, sizeof left, "%s%s%s%s%s", letter, comma, form->name, form->name[1] == '-' ? "=" : " ",
               form->value_name);
    fprintf(out, "  %-24s %s\n", left, form->help);
  }
  fputs("\nExit code: 0 clean, 1 findings, 2 usage or configuration, 3 something could not be analysed, 4 nothing to\n"
        "analyse, 70 internal error.\n",
        out);
}

// ---- Nearest name
// ----------------------------------------------------------------------------------------------------

/// Letters to insert, delete, replace or swap to get from a to b; long names are cut.
static uint32_t distance(const char *a, const char *b) {
  enum { MOST = 48 };
  uint32_t rows[3][MOST + 1];
  const size_t n = strnlen(a, MOST);
  const size_t m = strnlen(b, MOST);
  for (size_t j = 0; j <= m; ++j)
    rows[0][j] = (uint32_t)j;
  for (size_t i = 1; i <= n; ++i) {
    uint32_t *now = rows[i % 3];
    const uint32_t *before = rows[(i - 1) % 3];
    const uint32_t *earlier = rows[(i + 1) % 3];
    now[0] = (uint32_t)i;
    for (size_t j = 1; j <= m; ++j) {
      uint32_t best = before[j - 1] + (a[i - 1] != b[j - 1]);
      if (before[j] + 1 < best)
        best = before[j] + 1;
      if (now[j - 1] + 1 < best)
        best = now[j - 1] + 1;
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] && earlier[j - 2] + 1 < best)
        best = earlier[j - 2] + 1;
      now[j] = best;
    }
  }
  return rows[n % 3][m];
}

const char *dxl_nearest(const char *name, const char *const *candidates, uint32_t count) {
  const char *nearest = NULL;
  uint32_t best = (uint32_t)strlen(name) / 3 + 1;
  for (uint32_t i = 0; i < count; ++i) {
    const size_t length = strlen(name);
    uint32_t d = distance(name, candidates[i]);
    // A beginning of the name counts as near: "--conf".
    if (length > 3 && strncmp(name, candidates[i], length) == 0)
      d = 1;
    if (d <= best && (!nearest || d < best)) {
      best = d;
      nearest = candidates[i];
    }
  }
  return nearest;
}

// ---- Parsing
// ---------------------------------------------------------------------------------------------------------

static void mistake(dxl_options *options, const char *format, ...) __attribute__((format(printf, 2, 3)));
static void mistake(dxl_options *options, const char *format, ...) {
  if (options->mistake)
    return;
  va_list arguments;
  va_start(arguments, format);
  if (vasprintf(&options->mistake, format, arguments) < 0)
    abort();
  va_end(arguments);
}

static void unknown(dxl_options *options, const char *argument) {
  const char *names[FORM_COUNT];
  for (size_t i = 0; i < FORM_COUNT; ++i)
    names[i] = forms[i].name;
  char name[64];
  snprintf(name, sizeof name, "%s", argument);
  char *equal = strchr(name, '=');
  if (equal)
    *equal = '\0';
  // Every letter is as near to every other.
  const char *nearest = name[1] == '-' ? dxl_nearest(name, names, FORM_COUNT) : NULL;
  if (nearest)
    mistake(options, "unknown option '%s'; did you mean '%s'?", argument, nearest);
  else
    mistake(options, "unknown option '%s'; --help lists all", argument);
}

/// Index of the value in a list of words; a mistake names the nearest.
static uint32_t choose(dxl_options *options, const char *option, const char *value, const char *const *words,
                       uint32_t count) {
  for (uint32_t i = 0; i < count; ++i)
    if (strcmp(value, words[i]) == 0)
      return i;
  const char *nearest = dxl_nearest(value, words, count);
  if (nearest) {
    mistake(options, "%s: unknown value '%s'; did you mean '%s'?", option, value, nearest);
    return 0;
  }
  char list[128] = "";
  for (uint32_t i = 0; i < count; ++i) {
    const size_t used = strlen(list);
    snprintf(list + used, sizeof list - used, "%s%s", i == 0 ? "" : i + 1 < count ? ", " : " or ", words[i]);
  }
  mistake(options, "%s: unknown value '%s'; it is %s", option, value, list);
  return 0;
}

static uint32_t number(dxl_options *options, const char *option, const char *value, uint32_t least, uint32_t most) {
  char *end = NULL;
  errno = 0;
  const unsigned long result = strtoul(value, &end, 10);
  if (*value < '0' || *value > '9' || *end || errno || result < least || result > most) {
    mistake(options, "%s: '%s' is no number from %u to %u", option, value, least, most);
    return least;
  }
  return (uint32_t)result;
}

static void take(dxl_options *options, const option_form *form, const char *value) {
  static const char *const formats[] = {"text", "msvc", "github"};
  static const char *const colors[] = {"auto", "always", "never"};
  static const char *const levels[] = {"note", "warning", "error"};
  switch (form->id) {
  case OPTION_DATABASE:
    options->database = value;
    break;
  case OPTION_CONFIGURATION:
    options->configuration = value;
    break;
  case OPTION_PLATFORM:
    options->platform = value;
    break;
  case OPTION_NO_DEFAULT_HEADERS:
    options->default_headers = false;
    break;
  case OPTION_MINGW:
    options->mingw = value;
    break;
  case OPTION_CHECKS:
    options->checks = value;
    break;
  case OPTION_RULES:
    dxl_array_push(&options->rules, value);
    break;
  case OPTION_PACKS:
    options->packs = value;
    break;
  case OPTION_LEVEL:
    options->level = (dxl_level)choose(options, form->name, value, levels, 3);
    break;
  case OPTION_NO_DRIVER_MODEL:
    options->whole_driver = false;
    break;
  case OPTION_NO_SOLVER:
    options->solver = false;
    break;
  case OPTION_FORMAT:
    options->format = (dxl_report_format)choose(options, form->name, value, formats, 3);
    break;
  case OPTION_SARIF:
    options->sarif = value;
    break;
  case OPTION_BASELINE:
    options->baseline = value;
    break;
  case OPTION_WRITE_BASELINE:
    options->write_baseline = value;
    break;
  case OPTION_NO_SUPPRESSIONS:
    options->suppressions = false;
    break;
  case OPTION_COLOR:
    options->color = (dxl_color)choose(options, form->name, value, colors, 3);
    break;
  case OPTION_QUIET:
    options->quiet = true;
    break;
  case OPTION_VERBOSE:
    options->verbose = true;
    break;
  case OPTION_JOBS:
    options->jobs = number(options, form->name, value, 1, DXL_JOBS_LIMIT);
    break;
  case OPTION_TIMEOUT:
    options->timeout = number(options, form->name, value, 0, 1000000);
    break;
  case OPTION_MEMORY:
    options->memory = number(options, form->name, value, 0, 16 * 1024 * 1024);
    break;
  case OPTION_KEEP_GOING:
    options->keep_going = true;
    break;
  case OPTION_EXPLAIN:
    options->action = DXL_ACTION_EXPLAIN;
    options->explain = value;
    break;
  case OPTION_LIST_CHECKS:
    options->action = DXL_ACTION_LIST_CHECKS;
    break;
  case OPTION_LIST_PACKS:
    options->action = DXL_ACTION_LIST_PACKS;
    break;
  case OPTION_DUMP_BUILD:
    options->action = DXL_ACTION_DUMP_BUILD;
    break;
  case OPTION_EMIT_IR:
    options->action = DXL_ACTION_EMIT_IR;
    if (value && strcmp(value, "linked") != 0)
      mistake(options, "--emit-ir: unknown value '%s'; did you mean 'linked'?", value);
    options->linked_ir = value != NULL;
    break;
  case OPTION_VERSION:
    options->action = DXL_ACTION_VERSION;
    break;
  case OPTION_HELP:
    options->action = DXL_ACTION_HELP;
    break;
  }
}

/// The option that an argument is; *value gets what is attached to it.
static const option_form *find_form(const char *argument, const char **value) {
  *value = NULL;
  for (size_t i = 0; i < FORM_COUNT; ++i) {
    const char *spellings[] = {forms[i].name, forms[i].letter};
    for (size_t s = 0; s < 2; ++s) {
      if (!spellings[s])
        continue;
      const size_t length = strlen(spellings[s]);
      if (strncmp(argument, spellings[s], length) != 0)
        continue;
      const char *rest = argument + length;
      if (!*rest)
        return &forms[i];
      const bool is_letter = length == 2;
      if (*rest == '=' && !(is_letter && forms[i].value == VALUE_NONE)) {
        *value = rest + 1;
        return &forms[i];
      }
      if (is_letter && forms[i].value == VALUE_NEEDED) {
        *value = rest; // -j4
        return &forms[i];
      }
    }
  }
  return NULL;
}

void dxl_options_parse(dxl_options *options, int count, char *const *arguments) {
  *options = (dxl_options){.level = DXL_LEVEL_WARNING,
                           .timeout = DXL_DEFAULT_TIMEOUT,
                           .memory = DXL_DEFAULT_MEMORY,
                           .default_headers = true,
                           .whole_driver = true,
                           .solver = true,
                           .suppressions = true};
  int i = 1;
  for (; i < count; ++i) {
    const char *argument = arguments[i];
    if (strcmp(argument, "--") == 0)
      break;
    if (argument[0] != '-' || !argument[1]) {
      dxl_array_push(&options->paths, argument);
      continue;
    }
    const char *value = NULL;
    const option_form *form = find_form(argument, &value);
    if (!form) {
      unknown(options, argument);
      continue;
    }
    if (form->value == VALUE_NONE && value) {
      mistake(options, "%s takes no value", form->name);
      continue;
    }
    if (form->value == VALUE_NEEDED && !value) {
      if (i + 1 >= count || strcmp(arguments[i + 1], "--") == 0) {
        mistake(options, "%s needs a value: %s", argument, form->value_name);
        continue;
      }
      value = arguments[++i];
    }
    if (form->value == VALUE_NEEDED && !*value) {
      mistake(options, "%s needs a value: %s", form->name, form->value_name);
      continue;
    }
    take(options, form, value);
  }
  for (++i; i < count; ++i) {
    const char *const argument = arguments[i];
    dxl_array_push(&options->arguments, argument);
  }
  const bool needs_path = options->action == DXL_ACTION_ANALYSE || options->action == DXL_ACTION_EMIT_IR ||
                          options->action == DXL_ACTION_DUMP_BUILD;
  if (needs_path && options->paths.count == 0 && !options->database)
    mistake(options, "no path given; usage: dxgklint [options] PATH... [-- compiler arguments]");
}

void dxl_options_free(dxl_options *options) {
  dxl_array_free(&options->paths);
  dxl_array_free(&options->arguments);
  dxl_array_free(&options->rules);
  free(options->mistake);
  options->mistake = NULL;
}
