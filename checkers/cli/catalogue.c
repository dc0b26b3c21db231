// Rule packs: loading them with their mistakes, and the lists and pages that --list-checks, --list-packs and --explain
// print.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/session.h"

static void say_rule_errors(dxl_session *session, const dxl_rule_errors *errors) {
  for (uint32_t i = 0; i < errors->count; ++i) {
    const dxl_rule_error *error = &errors->items[i];
    dxl_say(session, DXL_IR_NOTE_ERROR, error->file, error->line, error->column, "%s", error->message);
  }
}

/// The names of a comma-separated list, NULL-terminated.
static const char *const *split_names(dxl_session *session, const char *list) {
  dxl_texts names = {0};
  for (const char *at = list; *at;) {
    const char *end = strchr(at, ',');
    const size_t length = end ? (size_t)(end - at) : strlen(at);
    if (length) {
      const char *const name = dxl_arena_string(session->arena, at, length);
      dxl_array_push(&names, name);
    }
    at += length + (end != NULL);
  }
  const char *const last = NULL;
  dxl_array_push(&names, last);
  const char *const *result = dxl_arena_copy(session->arena, names.items, names.count * sizeof *names.items);
  dxl_array_free(&names);
  return result;
}

bool dxl_rules_load(dxl_session *session) {
  dxl_rule_errors errors = {0};
  session->rules = dxl_rules_new();
  const char *const *names = session->options.packs ? split_names(session, session->options.packs) : NULL;
  bool fine = dxl_rules_add_builtin(session->rules, names, &errors);
  for (uint32_t i = 0; i < session->options.rules.count; ++i) {
    const char *path = session->options.rules.items[i];
    if (access(path, R_OK) != 0) {
      dxl_say(session, DXL_IR_NOTE_ERROR, path, 0, 0, "%s", strerror(errno));
      fine = false;
    } else if (!dxl_rules_add_path(session->rules, path, &errors)) {
      fine = false;
    }
  }
  if (fine)
    fine = dxl_rules_finish(session->rules, &errors);
  say_rule_errors(session, &errors);
  dxl_array_free(&errors);
  return fine;
}

/// The check that a list of globs names outright but nobody knows; NULL when there is none.
static const char *unknown_check(const dxl_session *session, const char *const *names) {
  for (uint32_t n = 0; names[n]; ++n) {
    const char *name = names[n] + strspn(names[n], " \t\n");
    name += *name == '-';
    const size_t length = strcspn(name, " \t\n");
    bool is_known = length == 0 || strchr(name, '*');
    for (uint32_t i = 0; !is_known && i < session->rules->checks.count; ++i) {
      const char *id = session->rules->checks.items[i].id;
      is_known = strlen(id) == length && memcmp(id, name, length) == 0;
    }
    if (!is_known)
      return dxl_arena_string(session->arena, name, length);
  }
  return NULL;
}

bool dxl_checks_are_known(dxl_session *session) {
  const char *globs = session->options.checks;
  if (!globs)
    return true;
  dxl_texts ids = {0};
  bool selects = false;
  for (uint32_t i = 0; i < session->rules->checks.count; ++i) {
    dxl_array_push(&ids, session->rules->checks.items[i].id);
    selects |= dxl_check_selected(globs, session->rules->checks.items[i].id);
  }
  const char *unknown = unknown_check(session, split_names(session, globs));
  const char *nearest = unknown ? dxl_nearest(unknown, ids.items, ids.count) : NULL;
  dxl_array_free(&ids);
  if (nearest)
    dxl_say_error(session, "--checks: unknown check '%s'; did you mean '%s'?", unknown, nearest);
  else if (unknown)
    dxl_say_error(session, "--checks: unknown check '%s'; --list-checks prints all", unknown);
  else if (!selects)
    dxl_say_error(session, "--checks: '%s' selects no check; --list-checks prints all", globs);
  return !unknown && selects;
}

int dxl_list_checks(dxl_session *session) {
  for (uint32_t i = 0; i < session->rules->checks.count; ++i) {
    const dxl_rule_check *check = &session->rules->checks.items[i];
    if (dxl_check_selected(session->options.checks, check->id))
      printf("%-24s %s\n", check->id, check->summary ? check->summary : "");
  }
  return DXL_EXIT_CLEAN;
}

int dxl_list_packs(dxl_session *session) {
  (void)session;
  const bool *is_default = NULL;
  const char *const *names = dxl_rules_builtin_names(&is_default);
  for (uint32_t i = 0; names[i]; ++i)
    printf("%-32s %s\n", names[i], is_default[i] ? "default" : "only with --packs");
  return DXL_EXIT_CLEAN;
}

int dxl_explain(dxl_session *session) {
  dxl_texts names = {0};
  for (uint32_t i = 0; i < session->rules->checks.count; ++i) {
    const dxl_rule_check *check = &session->rules->checks.items[i];
    if (strcmp(check->id, session->options.explain) == 0) {
      const char *text = check->help ? check->help : check->summary;
      const size_t length = text ? strlen(text) : 0;
      if (length)
        fwrite(text, 1, length, stdout);
      if (!length || text[length - 1] != '\n')
        putchar('\n');
      dxl_array_free(&names);
      return DXL_EXIT_CLEAN;
    }
    dxl_array_push(&names, check->id);
  }
  const char *nearest = dxl_nearest(session->options.explain, names.items, names.count);
  if (nearest)
    dxl_say_error(session, "unknown check '%s'; did you mean '%s'?", session->options.explain, nearest);
  else
    dxl_say_error(session, "unknown check '%s'; --list-checks prints all", session->options.explain);
  dxl_array_free(&names);
  return DXL_EXIT_USAGE;
}
