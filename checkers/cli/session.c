// The run from the command line to the exit code.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "cli/session.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "project/path.h"

static void print_version(void) { printf("dxgklint %s (Clang %s)\n", DXL_VERSION, dxl_frontend_version()); }

static bool wants_color(dxl_color color, int file) {
  const char *term = getenv("TERM");
  const char *no_color = getenv("NO_COLOR");
  if (color != DXL_COLOR_AUTO)
    return color == DXL_COLOR_ALWAYS;
  return isatty(file) && term && strcmp(term, "dumb") != 0 && !(no_color && *no_color);
}

static uint32_t processor_count(void) {
  const long count = sysconf(_SC_NPROCESSORS_ONLN);
  return count < 1 ? 1 : count > DXL_JOBS_LIMIT ? DXL_JOBS_LIMIT : (uint32_t)count;
}

static void say_project_messages(dxl_session *session) {
  for (uint32_t i = 0; i < session->project->messages.count; ++i) {
    const dxl_message *message = &session->project->messages.items[i];
    const dxl_ir_note_level level = message->level == DXL_MESSAGE_ERROR     ? DXL_IR_NOTE_ERROR
                                    : message->level == DXL_MESSAGE_WARNING ? DXL_IR_NOTE_WARNING
                                                                            : DXL_IR_NOTE_INFO;
    session->project_errors += message->level == DXL_MESSAGE_ERROR;
    dxl_say(session, level, message->file, message->line, message->column, "%s", message->text);
  }
}

static bool find_project(dxl_session *session) {
  const dxl_options *options = &session->options;
  if (options->default_headers)
    dxl_builtin_load(session);
  const dxl_project_options project = {.database = options->database,
                                       .configuration = options->configuration,
                                       .platform = options->platform,
                                       .extra = options->arguments.items,
                                       .extra_count = options->arguments.count,
                                       .default_headers = options->default_headers,
                                       .default_flags = session->default_flags.items,
                                       .default_flag_count = session->default_flags.count,
                                       .memory_headers = session->header_paths.items,
                                       .memory_header_count = session->header_paths.count};
  session->project = dxl_project_new(&project);
  return dxl_project_add(session->project, options->paths.items, options->paths.count);
}

static uint32_t unit_count(const dxl_session *session) {
  uint32_t count = 0;
  for (uint32_t i = 0; i < session->project->drivers.count; ++i)
    count += session->project->drivers.items[i]->units.count;
  return count;
}

static bool wants_default_headers(const dxl_session *session) {
  for (uint32_t i = 0; i < session->project->units.count; ++i)
    if (session->project->units.items[i]->is_windows && !session->project->units.items[i]->is_ir)
      return session->options.default_headers;
  return false;
}

/// The kernel's base headers come from a package; without them nearly every unit fails, so that is said first.
static void check_base_headers(dxl_session *session) {
  const char *directory = session->options.mingw ? session->options.mingw : DXL_MINGW;
  if (wants_default_headers(session) && !dxl_path_is_directory(directory))
    dxl_say(session, DXL_IR_NOTE_WARNING, directory, 0, 0,
            "mingw-w64's headers are not there (Debian: mingw-w64-common; --mingw=DIR names another place)");
}

bool dxl_is_incomplete(const dxl_session *session) {
  return session->failed_units || session->faulty_units || session->failed_drivers || session->lost_functions ||
         session->project_errors;
}

/// Findings count for more than what was not analysed: both are on the screen, one is in the code.
static int exit_code(const dxl_session *session) {
  if (dxl_finding_count(session) && !session->options.write_baseline)
    return DXL_EXIT_FINDINGS;
  if (session->options.keep_going || !dxl_is_incomplete(session))
    return DXL_EXIT_CLEAN;
  return session->crashes ? DXL_EXIT_INTERNAL : DXL_EXIT_INCOMPLETE;
}

static int emit_ir(dxl_session *session) {
  if (session->options.linked_ir)
    dxl_emit_linked(session);
  else
    dxl_emit_units(session);
  return exit_code(session);
}

static uint32_t function_count(const dxl_session *session) {
  uint32_t count = 0;
  for (uint32_t i = 0; i < session->units.count; ++i)
    count += session->units.items[i].functions;
  return count;
}

/// Results, then the summary; returns the final exit code.
static int finish(dxl_session *session, int code) {
  const bool is_written = dxl_write_results(session, code);
  dxl_write_summary(session);
  return is_written ? code : DXL_EXIT_USAGE;
}

static int analyse(dxl_session *session) {
  if (session->options.action == DXL_ACTION_ANALYSE && (!dxl_checks_are_known(session) || !dxl_prepare_files(session)))
    return DXL_EXIT_USAGE;
  const bool all_there = find_project(session);
  say_project_messages(session);
  if (!all_there)
    return DXL_EXIT_USAGE;
  if (session->options.action == DXL_ACTION_DUMP_BUILD) {
    char *text = dxl_project_dump(session->project);
    fputs(text, stdout);
    dxl_release(text);
    return unit_count(session) == 0                                  ? DXL_EXIT_NOTHING
           : session->project_errors && !session->options.keep_going ? DXL_EXIT_INCOMPLETE
                                                                     : DXL_EXIT_CLEAN;
  }
  if (unit_count(session) == 0) {
    if (!session->project_errors)
      dxl_say_error(session, "nothing to analyse: no C or C++ source found");
    const int code = session->project_errors ? DXL_EXIT_INCOMPLETE : DXL_EXIT_NOTHING;
    return session->options.action == DXL_ACTION_EMIT_IR ? code : finish(session, code);
  }
  check_base_headers(session);
  dxl_lower_all(session);
  if (session->options.action == DXL_ACTION_EMIT_IR)
    return emit_ir(session);
  dxl_analyse_all(session);
  dxl_prepare_results(session);
  int code = exit_code(session);
  if (code == DXL_EXIT_CLEAN && !dxl_is_incomplete(session) && function_count(session) == 0) {
    dxl_say_error(session, "nothing to analyse: no function has a body");
    code = DXL_EXIT_NOTHING;
  }
  return finish(session, code);
}

static int run(dxl_session *session) {
  switch (session->options.action) {
  case DXL_ACTION_HELP:
    dxl_options_help(stdout);
    return DXL_EXIT_CLEAN;
  case DXL_ACTION_VERSION:
    print_version();
    return DXL_EXIT_CLEAN;
  default:
    break;
  }
  if (!dxl_rules_load(session))
    return DXL_EXIT_USAGE;
  switch (session->options.action) {
  case DXL_ACTION_LIST_CHECKS:
    return dxl_checks_are_known(session) ? dxl_list_checks(session) : DXL_EXIT_USAGE;
  case DXL_ACTION_LIST_PACKS:
    return dxl_list_packs(session);
  case DXL_ACTION_EXPLAIN:
    return dxl_explain(session);
  default:
    return analyse(session);
  }
}

static void free_session(dxl_session *session) {
  for (uint32_t i = 0; i < session->units.count; ++i) {
    dxl_unit_result *unit = &session->units.items[i];
    dxl_array_free(&unit->remarks);
    dxl_array_free(&unit->lost);
    dxl_array_free(&unit->module);
  }
  dxl_array_free(&session->units);
  dxl_array_free(&session->notes);
  dxl_array_free(&session->large_drivers);
  dxl_baseline_free(session->baseline);
  dxl_array_free(&session->headers);
  dxl_array_free(&session->default_flags);
  dxl_array_free(&session->header_paths);
  dxl_array_free(&session->summary.incomplete);
  dxl_project_free(session->project);
  if (session->rules)
    dxl_rules_free(session->rules);
  dxl_findings_free(session->findings);
  dxl_sources_free(session->sources);
  dxl_map_free(session->unit_index);
  dxl_map_free(session->said);
  dxl_map_free(session->missing_headers);
  dxl_options_free(&session->options);
  dxl_arena_free(session->arena);
}

int dxl_cli_run(int count, char *const *arguments) {
  dxl_session session = {.arena = dxl_arena_new(),
                         .findings = dxl_findings_new(),
                         .sources = dxl_sources_new(),
                         .unit_index = dxl_map_new(),
                         .said = dxl_map_new(),
                         .missing_headers = dxl_map_new()};
  // A reader that has gone away is a failed write, said like any other: the summary and the files are still due.
  signal(SIGPIPE, SIG_IGN);
  dxl_options_parse(&session.options, count, arguments);
  session.jobs = session.options.jobs ? session.options.jobs : processor_count();
  session.color_out = wants_color(session.options.color, STDOUT_FILENO);
  session.color_error = wants_color(session.options.color, STDERR_FILENO);
  session.progress = isatty(STDERR_FILENO) && !session.options.quiet;
  int code = DXL_EXIT_USAGE;
  if (session.options.mistake)
    dxl_say_error(&session, "%s", session.options.mistake);
  else
    code = run(&session);
  if (fflush(stdout) != 0 || ferror(stdout)) {
    dxl_say_error(&session, "standard output cannot be written");
    if (code == DXL_EXIT_CLEAN || code == DXL_EXIT_FINDINGS)
      code = DXL_EXIT_USAGE;
  }
  free_session(&session);
  return code;
}
