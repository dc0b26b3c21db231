// Linking and the engine, each driver in a process of its own, a large one in one for each part of the analysis. The
// child inherits the units' modules; it hands back findings, the engine's summary and what the linker had to say.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <stdlib.h>
#include <string.h>

#include "cli/session.h"
#include "report/report.h"

// ---- In the child
// ----------------------------------------------------------------------------------------------------

/// The driver's units that have a module, linked. NULL when one cannot be read; *error is owned by the caller.
static dxl_ir_module *link_driver(const dxl_session *session, const dxl_driver *driver, char **error) {
  DXL_ARRAY(dxl_ir_module *) modules = {0};
  *error = NULL;
  for (uint32_t i = 0; i < driver->units.count && !*error; ++i) {
    const dxl_unit_result *unit = &session->units.items[dxl_unit_number(session, driver->units.items[i])];
    if (unit->module.count == 0)
      continue;
    dxl_ir_module *module = dxl_ir_read_binary(unit->module.items, unit->module.count, error);
    if (module)
      dxl_array_push(&modules, module);
  }
  dxl_ir_module *linked = *error ? NULL : dxl_engine_link(driver->name, modules.items, modules.count);
  for (uint32_t i = 0; i < modules.count; ++i)
    dxl_ir_module_free(modules.items[i]);
  dxl_array_free(&modules);
  if (linked) {
    *error = dxl_ir_verify(linked);
    if (*error) {
      dxl_ir_module_free(linked);
      return NULL;
    }
  }
  return linked;
}

/// Instructions of a driver whose parts are analysed apart: together they could take longer than a process may.
enum { LARGE_DRIVER = 30000 };

static bool is_large(const dxl_ir_module *module) {
  uint64_t count = 0;
  for (uint32_t f = 0; f < module->functions.count; ++f)
    for (uint32_t b = 0; b < module->functions.items[f]->blocks.count; ++b)
      count += module->functions.items[f]->blocks.items[b].instructions.count;
  return count >= LARGE_DRIVER;
}

static dxl_engine_options engine_options(const dxl_session *session) {
  return (dxl_engine_options){.checks = session->options.checks,
                              .whole_driver = session->options.whole_driver,
                              .use_solver = session->options.solver,
                              .level = DXL_LEVEL_NOTE}; // the summary counts what is not reported
}

static void wire_result(const dxl_session *session, const dxl_ir_module *module, dxl_findings *findings,
                        const dxl_engine_summary *summary, dxl_bytes *out) {
  dxl_report_notes notes = {0};
  if (session->options.suppressions)
    dxl_report_suppress(findings, module, &notes);
  dxl_findings_sort(findings);
  dxl_wire_module_notes(out, module);
  dxl_wire_u32(out, notes.count);
  for (uint32_t i = 0; i < notes.count; ++i) {
    const dxl_report_note *note = &notes.items[i];
    const dxl_remark remark = {DXL_IR_NOTE_WARNING, note->position.file, note->position.line, note->position.column,
                               note->text};
    dxl_wire_remark(out, &remark);
  }
  dxl_wire_summary(out, summary);
  size_t length = 0;
  uint8_t *bytes = dxl_findings_write(findings, &length);
  dxl_wire_bytes(out, bytes, length);
}

/// A whole driver; of a large one only what the linker has to say.
static void analyse_driver(void *user, uint32_t task, dxl_bytes *out) {
  const dxl_session *session = user;
  char *error = NULL;
  dxl_ir_module *module = link_driver(session, session->project->drivers.items[task], &error);
  dxl_wire_text(out, error);
  if (!module)
    return;
  const bool is_in_parts = is_large(module);
  const dxl_engine_options options = engine_options(session);
  dxl_findings *findings = dxl_findings_new();
  dxl_engine_summary summary = {0};
  if (!is_in_parts)
    dxl_engine_run(module, session->rules, &options, findings, &summary);
  dxl_wire_u32(out, is_in_parts);
  wire_result(session, module, findings, &summary, out);
}

/// A part of a large driver.
static void analyse_part(void *user, uint32_t task, dxl_bytes *out) {
  const dxl_session *session = user;
  const uint32_t parts = dxl_engine_parts(session->rules);
  char *error = NULL;
  dxl_ir_module *module = link_driver(session, session->large_drivers.items[task / parts], &error);
  dxl_wire_text(out, error);
  if (!module)
    return;
  const dxl_engine_options options = engine_options(session);
  dxl_findings *findings = dxl_findings_new();
  dxl_engine_summary summary = {0};
  dxl_engine_run_part(module, session->rules, &options, task % parts, findings, &summary);
  wire_result(session, module, findings, &summary, out);
}

static void print_linked(void *user, uint32_t task, dxl_bytes *out) {
  const dxl_session *session = user;
  char *error = NULL;
  dxl_ir_module *module = link_driver(session, session->project->drivers.items[task], &error);
  char *text = NULL;
  size_t size = 0;
  FILE *stream = open_memstream(&text, &size);
  if (!stream)
    abort();
  if (module)
    dxl_ir_print(module, stream);
  fclose(stream);
  dxl_wire_text(out, error);
  dxl_bytes_add(out, text, size);
}

static void print_unit(void *user, uint32_t task, dxl_bytes *out) {
  const dxl_session *session = user;
  const dxl_unit_result *unit = &session->units.items[task];
  char *error = NULL;
  char *text = NULL;
  size_t size = 0;
  FILE *stream = open_memstream(&text, &size);
  if (!stream)
    abort();
  dxl_ir_module *module =
      unit->module.count ? dxl_ir_read_binary(unit->module.items, unit->module.count, &error) : NULL;
  if (module)
    dxl_ir_print(module, stream);
  fclose(stream);
  dxl_wire_text(out, error);
  dxl_bytes_add(out, text, size);
}

// ---- In the parent
// ---------------------------------------------------------------------------------------------------

static void add_summary(dxl_session *session, const dxl_engine_summary *one) {
  dxl_engine_summary *all = &session->summary;
  all->functions += one->functions;
  all->functions_in_cone += one->functions_in_cone;
  all->functions_explored += one->functions_explored;
  all->roots += one->roots;
  all->acquire_sites += one->acquire_sites;
  all->release_sites += one->release_sites;
  all->use_sites += one->use_sites;
  all->entries += one->entries;
  all->loop_limit_hits += one->loop_limit_hits;
  all->state_limit_hits += one->state_limit_hits;
  all->depth_limit_hits += one->depth_limit_hits;
  all->memo_limit_hits += one->memo_limit_hits;
  all->step_limit_hits += one->step_limit_hits;
  all->solver_calls += one->solver_calls;
  all->solver_dropped += one->solver_dropped;
  for (uint32_t i = 0; i < one->incomplete.count; ++i) {
    bool is_known = false; // from another part of the driver
    for (uint32_t k = session->first_incomplete; k < all->incomplete.count && !is_known; ++k)
      is_known = strcmp(all->incomplete.items[k], one->incomplete.items[i]) == 0;
    if (!is_known)
      dxl_array_push(&all->incomplete, one->incomplete.items[i]);
  }
}

/// Counts each driver once, however many of its parts fail; each part is named. `pack` is NULL for the whole.
static void driver_failed(dxl_session *session, const dxl_driver *driver, const char *pack, const char *why) {
  session->failed_drivers += session->last_failed != driver;
  session->last_failed = driver;
  if (pack)
    dxl_say(session, DXL_IR_NOTE_ERROR, NULL, 0, 0, "driver '%s' is not analysed with the pack '%s': %s", driver->name, pack,
            why);
  else
    dxl_say(session, DXL_IR_NOTE_ERROR, NULL, 0, 0, "driver '%s' is not analysed: %s", driver->name, why);
}

/// True when the child handed over a result; else the driver counts as failed.
static bool has_result(dxl_session *session, const dxl_driver *driver, const char *pack, const dxl_task_result *result,
                       dxl_reader *reader) {
  if (result->end != DXL_TASK_DONE) {
    session->crashes += dxl_task_is_fault(result);
    const dxl_worker limits = {.timeout = session->options.timeout, .memory = session->options.memory};
    char *what = dxl_task_describe(result, &limits);
    driver_failed(session, driver, pack, dxl_arena_format(session->arena, "the analysis %s", what));
    free(what);
    return false;
  }
  *reader = (dxl_reader){result->bytes.items, result->bytes.items + result->bytes.count, false, session->arena};
  const char *error = dxl_read_text(reader);
  if (error || reader->is_broken) {
    driver_failed(session, driver, pack,
                  dxl_arena_format(session->arena, "its program IR is not valid: %s", error ? error : "empty"));
    return false;
  }
  return true;
}

/// What the parts of a driver repeat is said once.
static void say_remarks(dxl_session *session, dxl_reader *reader) {
  const uint32_t count = dxl_read_u32(reader);
  for (uint32_t i = 0; i < count && !reader->is_broken; ++i) {
    const dxl_remark remark = dxl_read_remark(reader);
    if (session->options.verbose || remark.level != DXL_IR_NOTE_INFO)
      dxl_say(session, remark.level, remark.file, remark.line, remark.column, "%s", remark.text);
  }
}

static void take_result(dxl_session *session, const dxl_driver *driver, const char *pack, dxl_reader *reader) {
  say_remarks(session, reader); // of the linker
  say_remarks(session, reader); // of the suppressions
  dxl_engine_summary summary = {0};
  dxl_read_summary(reader, &summary);
  uint32_t length = 0;
  const uint8_t *bytes = dxl_read_bytes(reader, &length);
  dxl_findings *findings = reader->is_broken ? NULL : dxl_findings_read(bytes, length, NULL);
  if (!findings) {
    driver_failed(session, driver, pack, "the engine's result cannot be read");
  } else {
    add_summary(session, &summary);
    dxl_findings_merge(session->findings, findings);
    dxl_findings_free(findings);
  }
  dxl_array_free(&summary.incomplete);
}

static void driver_done(void *user, uint32_t task, dxl_task_result *result) {
  dxl_session *session = user;
  dxl_driver *driver = session->project->drivers.items[task];
  dxl_reader reader;
  if (!has_result(session, driver, NULL, result, &reader))
    return;
  if (dxl_read_u32(&reader))
    dxl_array_push(&session->large_drivers, driver);
  session->first_incomplete = session->summary.incomplete.count;
  take_result(session, driver, NULL, &reader);
}

static void part_done(void *user, uint32_t task, dxl_task_result *result) {
  dxl_session *session = user;
  const uint32_t parts = dxl_engine_parts(session->rules);
  const dxl_driver *driver = session->large_drivers.items[task / parts];
  if (task % parts == 0)
    session->first_incomplete = session->summary.incomplete.count;
  const char *pack = dxl_engine_part_name(session->rules, task % parts);
  dxl_reader reader;
  if (has_result(session, driver, pack, result, &reader))
    take_result(session, driver, pack, &reader);
}

static void driver_progress(void *user, uint32_t ended) {
  dxl_session *session = user;
  dxl_progress(session, "analysing driver", ended, session->project->drivers.count);
}

static void part_progress(void *user, uint32_t ended) {
  dxl_session *session = user;
  dxl_progress(session, "analysing part", ended, session->large_drivers.count * dxl_engine_parts(session->rules));
}

static dxl_worker worker_of(dxl_session *session) {
  return (dxl_worker){.jobs = session->jobs,
                      .timeout = session->options.timeout,
                      .memory = session->options.memory,
                      .user = session,
                      .progress = driver_progress};
}

void dxl_analyse_all(dxl_session *session) {
  dxl_worker worker = worker_of(session);
  worker.run = analyse_driver;
  worker.done = driver_done;
  dxl_progress(session, "analysing driver", 0, session->project->drivers.count);
  dxl_worker_run(&worker, session->project->drivers.count);
  worker.run = analyse_part;
  worker.done = part_done;
  worker.progress = part_progress;
  dxl_worker_run(&worker, session->large_drivers.count * dxl_engine_parts(session->rules));
  dxl_progress_clear(session);
  dxl_findings_sort(session->findings);
}

static void linked_done(void *user, uint32_t task, dxl_task_result *result) {
  dxl_session *session = user;
  dxl_reader reader;
  if (has_result(session, session->project->drivers.items[task], NULL, result, &reader))
    fwrite(reader.at, 1, (size_t)(reader.end - reader.at), stdout);
}

void dxl_emit_linked(dxl_session *session) {
  dxl_worker worker = worker_of(session);
  worker.run = print_linked;
  worker.done = linked_done;
  dxl_worker_run(&worker, session->project->drivers.count);
  dxl_progress_clear(session);
}

static void unit_printed(void *user, uint32_t task, dxl_task_result *result) {
  dxl_session *session = user;
  dxl_reader reader;
  if (has_result(session, session->units.items[task].driver, NULL, result, &reader))
    fwrite(reader.at, 1, (size_t)(reader.end - reader.at), stdout);
}

void dxl_emit_units(dxl_session *session) {
  dxl_worker worker = worker_of(session);
  worker.run = print_unit;
  worker.done = unit_printed;
  worker.progress = NULL;
  dxl_worker_run(&worker, session->units.count);
}
