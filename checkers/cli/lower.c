// Source to IR, each unit in a process of its own. The parent never decodes a module: what it needs to say about one
// comes beside it.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "cli/session.h"
#include "project/path.h"

/// Characters of the compiler's own text that --verbose shows per unit.
enum { DIAGNOSTICS_LIMIT = 1 << 20 };

uint32_t dxl_unit_number(const dxl_session *session, const dxl_unit *unit) {
  const uint64_t *slot = dxl_map_get_u64(session->unit_index, (uint64_t)(uintptr_t)unit);
  return slot ? (uint32_t)*slot : 0;
}

// ---- In the child
// ----------------------------------------------------------------------------------------------------

static dxl_ir_module *module_with_error(const char *file, const char *text) {
  dxl_ir_module *module = dxl_ir_module_new(file);
  dxl_ir_note note = {DXL_IR_NOTE_ERROR, dxl_ir_text(module, text), dxl_ir_no_location()};
  note.location.file = dxl_ir_file(module, file);
  dxl_array_push(&module->notes, note);
  return module;
}

static dxl_ir_module *read_text_form(const char *file) {
  dxl_arena *arena = dxl_arena_new();
  size_t length = 0;
  const char *text = dxl_path_read(arena, file, &length);
  char *error = NULL;
  const char *reason = text ? NULL : dxl_arena_format(arena, "%s", strerror(errno));
  dxl_ir_module *module = text ? dxl_ir_parse(file, text, length, &error) : NULL;
  if (module) {
    error = dxl_ir_verify(module);
    if (error) {
      dxl_ir_module_free(module);
      module = NULL;
    }
  }
  if (!module)
    module = module_with_error(file, error ? error : reason ? reason : "no program IR");
  dxl_release(error);
  dxl_arena_free(arena);
  return module;
}

static dxl_ir_module *lower_source(const dxl_session *session, const dxl_unit_result *work, char **diagnostics) {
  const dxl_unit *unit = work->unit;
  dxl_texts arguments = {0};
  dxl_project_arguments(session->project, unit, &arguments);
  DXL_ARRAY(dxl_overlay_file) overlay = {0};
  const bool has_headers = unit->is_windows && session->options.default_headers;
  for (uint32_t i = 0; has_headers && i < session->headers.count; ++i)
    dxl_array_push(&overlay, session->headers.items[i]);
  for (uint32_t i = 0; has_headers && i < work->driver->files.count; ++i) {
    const dxl_project_file *file = &work->driver->files.items[i];
    const dxl_overlay_file header = {file->path, file->text, file->length};
    dxl_array_push(&overlay, header);
  }
  const dxl_frontend_job job = {.file = unit->file,
                                .directory = NULL,
                                .arguments = arguments.items,
                                .argument_count = arguments.count,
                                .overlay = overlay.items,
                                .overlay_count = overlay.count,
                                .case_insensitive_includes = unit->is_windows};
  dxl_ir_module *module = dxl_frontend_lower(&job, diagnostics);
  dxl_array_free(&overlay);
  dxl_array_free(&arguments);
  return module;
}

static void lower_one(void *user, uint32_t task, dxl_bytes *out) {
  const dxl_session *session = user;
  const dxl_unit_result *work = &session->units.items[task];
  if (work->trouble)
    return;
  char *diagnostics = NULL;
  dxl_ir_module *module =
      work->unit->is_ir ? read_text_form(work->unit->file) : lower_source(session, work, &diagnostics);
  uint32_t bodies = 0;
  uint32_t opaque = 0;
  uint32_t lost = 0;
  for (uint32_t i = 0; i < module->functions.count; ++i) {
    const dxl_ir_function *function = module->functions.items[i];
    bodies += function->body != DXL_IR_DECLARED;
    lost += function->body == DXL_IR_LOST;
    opaque += function->opaque_count;
  }
  dxl_wire_u32(out, bodies);
  dxl_wire_u32(out, opaque);
  dxl_wire_module_notes(out, module);
  dxl_wire_u32(out, lost);
  for (uint32_t i = 0; i < module->functions.count; ++i) {
    const dxl_ir_function *function = module->functions.items[i];
    if (function->body != DXL_IR_LOST)
      continue;
    const bool has_file = function->location.file < module->files.count;
    const dxl_remark remark = {DXL_IR_NOTE_WARNING, has_file ? module->files.items[function->location.file] : NULL,
                               function->location.line, function->location.column,
                               function->lost_reason ? function->lost_reason : "its body has an error"};
    dxl_wire_text(out, function->display ? function->display : function->name);
    dxl_wire_remark(out, &remark);
  }
  if (diagnostics && strlen(diagnostics) > DIAGNOSTICS_LIMIT)
    diagnostics[DIAGNOSTICS_LIMIT] = '\0';
  dxl_wire_text(out, session->options.verbose ? diagnostics : NULL);
  size_t length = 0;
  uint8_t *bytes = dxl_ir_write_binary(module, &length);
  dxl_wire_bytes(out, bytes, length);
  dxl_release(bytes);
  dxl_release(diagnostics);
  dxl_ir_module_free(module);
}

// ---- In the parent
// ---------------------------------------------------------------------------------------------------

static void take_result(dxl_session *session, dxl_unit_result *unit, const dxl_bytes *bytes) {
  dxl_reader reader = {bytes->items, bytes->items + bytes->count, false, session->arena};
  unit->functions = dxl_read_u32(&reader);
  unit->opaque = dxl_read_u32(&reader);
  const uint32_t notes = dxl_read_u32(&reader);
  bool has_error = false;
  for (uint32_t i = 0; i < notes && !reader.is_broken; ++i) {
    const dxl_remark remark = dxl_read_remark(&reader);
    has_error |= remark.level == DXL_IR_NOTE_ERROR;
    dxl_array_push(&unit->remarks, remark);
  }
  const uint32_t lost = dxl_read_u32(&reader);
  for (uint32_t i = 0; i < lost && !reader.is_broken; ++i) {
    const char *name = dxl_read_text(&reader);
    const dxl_lost_function function = {name ? name : "?", dxl_read_remark(&reader)};
    dxl_array_push(&unit->lost, function);
  }
  unit->diagnostics = dxl_read_text(&reader);
  unit->has_error = has_error;
  uint32_t length = 0;
  const uint8_t *module = dxl_read_bytes(&reader, &length);
  if (reader.is_broken) {
    unit->trouble = "the frontend's result cannot be read";
    return;
  }
  dxl_bytes_add(&unit->module, module, length);
  if (has_error && unit->functions == 0)
    unit->trouble = "could not be parsed";
}

static void unit_done(void *user, uint32_t task, dxl_task_result *result) {
  dxl_session *session = user;
  dxl_unit_result *unit = &session->units.items[task];
  if (unit->trouble) {
    // Known before the process began.
  } else if (result->end == DXL_TASK_DONE) {
    take_result(session, unit, &result->bytes);
  } else {
    session->crashes += dxl_task_is_fault(result);
    const dxl_worker limits = {.timeout = session->options.timeout, .memory = session->options.memory};
    char *what = dxl_task_describe(result, &limits);
    unit->trouble = result->end == DXL_TASK_SIGNAL ? dxl_arena_format(session->arena, "frontend crashed in %s (%s",
                                                                      unit->unit->file, strchr(what, '(') + 1)
                                                   : dxl_arena_format(session->arena, "the frontend %s", what);
    free(what);
  }
  for (uint32_t i = 0; i < unit->remarks.count; ++i) {
    const dxl_remark *remark = &unit->remarks.items[i];
    if (remark->text && strncmp(remark->text, DXL_HEADER_NOT_FOUND, strlen(DXL_HEADER_NOT_FOUND)) == 0)
      dxl_map_put_text(session->missing_headers, remark->text, NULL);
    if (remark->level == DXL_IR_NOTE_INFO && !session->options.verbose)
      continue;
    dxl_say(session, remark->level, remark->file, remark->line, remark->column, "%s", remark->text);
  }
  // The frontend has a remark on each function it loses; a file of IR has none.
  for (uint32_t i = 0; unit->unit->is_ir && i < unit->lost.count; ++i) {
    const dxl_lost_function *lost = &unit->lost.items[i];
    dxl_say(session, DXL_IR_NOTE_WARNING, lost->remark.file, lost->remark.line, lost->remark.column,
            "body of %s is not analysed: %s", lost->name, lost->remark.text);
  }
  session->lost_functions += unit->lost.count;
  session->faulty_units += unit->has_error && !unit->trouble;
  if (unit->trouble) {
    ++session->failed_units;
    dxl_say(session, DXL_IR_NOTE_ERROR, unit->unit->file, 0, 0, "%s", unit->trouble);
  }
  if (session->options.verbose && unit->diagnostics && *unit->diagnostics) {
    dxl_progress_clear(session);
    fputs(unit->diagnostics, stderr);
  }
}

static void unit_progress(void *user, uint32_t ended) {
  dxl_session *session = user;
  dxl_progress(session, "reading", ended, session->units.count);
}

/// Readable files only: a missing one is said once, clearly, without a compiler.
static void check_readable(dxl_session *session, dxl_unit_result *unit) {
  struct stat status;
  if (stat(unit->unit->file, &status) == 0 && !S_ISREG(status.st_mode)) {
    unit->trouble = "no regular file"; // reading a pipe could wait for ever
    return;
  }
  FILE *file = fopen(unit->unit->file, "rb");
  if (file)
    fclose(file);
  else
    unit->trouble = dxl_arena_format(session->arena, "%s", strerror(errno));
}

void dxl_lower_all(dxl_session *session) {
  for (uint32_t d = 0; d < session->project->drivers.count; ++d) {
    const dxl_driver *driver = session->project->drivers.items[d];
    for (uint32_t u = 0; u < driver->units.count; ++u) {
      const dxl_unit *unit = driver->units.items[u];
      bool is_new = false;
      uint64_t *slot = dxl_map_put_u64(session->unit_index, (uint64_t)(uintptr_t)unit, &is_new);
      if (!is_new)
        continue;
      *slot = session->units.count;
      dxl_unit_result result = {.unit = unit, .driver = driver};
      check_readable(session, &result);
      dxl_array_push(&session->units, result);
    }
  }
  const dxl_worker worker = {.jobs = session->jobs,
                             .timeout = session->options.timeout,
                             .memory = session->options.memory,
                             .user = session,
                             .run = lower_one,
                             .done = unit_done,
                             .progress = unit_progress};
  dxl_worker_run(&worker, session->units.count);
  dxl_progress_clear(session);
}
