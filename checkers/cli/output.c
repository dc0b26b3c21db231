// Results on standard output and in files, and the summary, which is always written: silence is never success.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "cli/session.h"

static dxl_report_options report_options(dxl_session *session, dxl_report_format format, int exit_code) {
  return (dxl_report_options){.format = format,
                              .color = session->color_out && format == DXL_REPORT_TEXT,
                              .level = session->options.level,
                              .directory = session->project->current,
                              .sources = session->sources,
                              .version = DXL_VERSION,
                              .checks = session->rules->checks.items,
                              .check_count = session->rules->checks.count,
                              .is_incomplete = dxl_is_incomplete(session) || exit_code == DXL_EXIT_NOTHING,
                              .exit_code = exit_code};
}

uint32_t dxl_finding_count(const dxl_session *session) {
  const dxl_report_options options = {.level = session->options.level};
  return dxl_report_count(session->findings, &options);
}

static bool is_writable(dxl_session *session, const char *path) {
  if (!path || strcmp(path, "-") == 0)
    return true;
  const bool was_there = access(path, F_OK) == 0;
  FILE *out = fopen(path, "ab"); // neither cuts nor changes what is there
  if (!out) {
    dxl_say(session, DXL_IR_NOTE_ERROR, path, 0, 0, "cannot be written: %s", strerror(errno));
    return false;
  }
  fclose(out);
  if (!was_there)
    unlink(path);
  return true;
}

bool dxl_prepare_files(dxl_session *session) {
  const dxl_options *options = &session->options;
  if (options->baseline) {
    char *error = NULL;
    session->baseline = dxl_baseline_read(options->baseline, &error);
    if (!session->baseline) {
      dxl_say_error(session, "%s", error ? error : options->baseline);
      dxl_release(error);
      return false;
    }
  }
  return is_writable(session, options->sarif) && is_writable(session, options->write_baseline);
}

void dxl_prepare_results(dxl_session *session) {
  dxl_report_fingerprints(session->findings, session->sources);
  if (session->baseline)
    dxl_baseline_apply(session->baseline, session->findings, &session->stale_baseline);
}

// ---- Results
// -----------------------------------------------------------------------------------------------------------

typedef bool result_writer(dxl_session *session, int exit_code, FILE *out);

static bool write_sarif(dxl_session *session, int exit_code, FILE *out) {
  dxl_report_options options = report_options(session, DXL_REPORT_SARIF, exit_code);
  options.root = session->project->current;
  dxl_texts files = {0};
  for (uint32_t i = 0; i < session->units.count; ++i)
    dxl_array_push(&files, session->units.items[i].unit->file);
  options.notes = session->notes.items;
  options.note_count = session->notes.count;
  options.files = files.items;
  options.file_count = files.count;
  const bool fine = dxl_report_write(session->findings, &options, out);
  dxl_array_free(&files);
  return fine;
}

static bool write_baseline(dxl_session *session, int exit_code, FILE *out) {
  const dxl_report_options options = report_options(session, DXL_REPORT_TEXT, exit_code);
  return dxl_baseline_write(session->findings, &options, out);
}

static bool write_file(dxl_session *session, const char *path, result_writer *writer, int exit_code) {
  if (strcmp(path, "-") == 0)
    return writer(session, exit_code, stdout);
  FILE *out = fopen(path, "wb");
  bool fine = out && writer(session, exit_code, out);
  int error = errno;
  if (out && fclose(out) != 0) {
    error = errno;
    fine = false;
  }
  if (!fine)
    dxl_say(session, DXL_IR_NOTE_ERROR, path, 0, 0, "cannot be written: %s", strerror(error));
  return fine;
}

bool dxl_write_results(dxl_session *session, int exit_code) {
  const dxl_options *options = &session->options;
  bool fine = true;
  if (!options->sarif || strcmp(options->sarif, "-") != 0) {
    const dxl_report_options text = report_options(session, options->format, exit_code);
    fine &= dxl_report_write(session->findings, &text, stdout);
  }
  if (options->sarif)
    fine &= write_file(session, options->sarif, write_sarif, exit_code);
  if (options->write_baseline)
    fine &= write_file(session, options->write_baseline, write_baseline, exit_code);
  return fine;
}

// ---- Summary
// -----------------------------------------------------------------------------------------------------------

static const char *plural(uint32_t count) { return count == 1 ? "" : "s"; }

static void write_limits(const dxl_session *session) {
  const dxl_engine_summary *summary = &session->summary;
  const struct {
    const char *name;
    uint32_t hits;
  } limits[] = {{"loop", summary->loop_limit_hits},
                {"state", summary->state_limit_hits},
                {"depth", summary->depth_limit_hits},
                {"memory", summary->memo_limit_hits},
                {"step", summary->step_limit_hits}};
  const char *separator = "";
  for (size_t i = 0; i < sizeof limits / sizeof *limits; ++i)
    if (limits[i].hits) {
      if (!*separator)
        fprintf(stderr, "dxgklint: limits reached: ");
      fprintf(stderr, "%s%s %u", separator, limits[i].name, limits[i].hits);
      separator = ", ";
    }
  if (*separator)
    fputc('\n', stderr);
  if (summary->incomplete.count) {
    fprintf(stderr, "dxgklint: %u function%s not explored in full", summary->incomplete.count,
            plural(summary->incomplete.count));
    if (session->options.verbose)
      for (uint32_t i = 0; i < summary->incomplete.count; ++i)
        fprintf(stderr, "%s %s", i ? "," : ":", summary->incomplete.items[i]);
    fputc('\n', stderr);
  }
}

void dxl_write_summary(dxl_session *session) {
  dxl_progress_clear(session);
  fflush(stdout);
  const dxl_engine_summary *summary = &session->summary;
  uint32_t functions = 0;
  uint32_t opaque = 0;
  for (uint32_t i = 0; i < session->units.count; ++i) {
    functions += session->units.items[i].functions;
    opaque += session->units.items[i].opaque;
  }
  const uint32_t findings = dxl_finding_count(session);
  uint32_t suppressed = 0, below = 0;
  for (uint32_t i = 0; i < session->findings->items.count; ++i) {
    const dxl_finding *finding = session->findings->items.items[i];
    suppressed += finding->is_suppressed;
    below += !finding->is_suppressed && finding->level < session->options.level;
  }
  const uint32_t drivers = session->project ? session->project->drivers.count : 0;
  fprintf(stderr, "dxgklint: %u driver%s, %u file%s, %u function%s", drivers, plural(drivers), session->units.count,
          plural(session->units.count), functions, plural(functions));
  if (session->lost_functions)
    fprintf(stderr, "; %u function%s skipped: compile errors", session->lost_functions,
            plural(session->lost_functions));
  if (session->faulty_units)
    fprintf(stderr, "; %u file%s with errors", session->faulty_units, plural(session->faulty_units));
  const uint32_t missing = dxl_map_count(session->missing_headers);
  if (missing)
    fprintf(stderr, "; %u header%s not found", missing, plural(missing));
  if (session->failed_units)
    fprintf(stderr, "; %u file%s not analysed", session->failed_units, plural(session->failed_units));
  if (session->failed_drivers)
    fprintf(stderr, "; %u driver%s not analysed", session->failed_drivers, plural(session->failed_drivers));
  if (opaque)
    fprintf(stderr, "; %u construct%s treated as unknown", opaque, plural(opaque));
  fputc('\n', stderr);
  fprintf(stderr, "dxgklint: %u acquire site%s, %u release site%s, %u use site%s, %u entry point%s\n",
          summary->acquire_sites, plural(summary->acquire_sites), summary->release_sites,
          plural(summary->release_sites), summary->use_sites, plural(summary->use_sites), summary->entries,
          plural(summary->entries));
  write_limits(session);
  fprintf(stderr, "dxgklint: %u finding%s", findings, plural(findings));
  if (suppressed)
    fprintf(stderr, ", %u suppressed", suppressed);
  if (below)
    fprintf(stderr, ", %u below --level", below);
  if (session->stale_baseline)
    fprintf(stderr, ", %u entr%s of the baseline no longer found", session->stale_baseline,
            session->stale_baseline == 1 ? "y" : "ies");
  fputc('\n', stderr);
}
