// See wire.h. Both ends are the same program on the same machine: numbers are in its byte order.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "cli/wire.h"

#include <string.h>

void dxl_wire_u32(dxl_bytes *out, uint32_t value) { dxl_bytes_add(out, &value, sizeof value); }

void dxl_wire_text(dxl_bytes *out, const char *text) {
  if (!text) {
    dxl_wire_u32(out, UINT32_MAX);
    return;
  }
  const size_t length = strlen(text);
  dxl_wire_u32(out, (uint32_t)length);
  dxl_bytes_add(out, text, length);
}

void dxl_wire_bytes(dxl_bytes *out, const void *bytes, size_t length) {
  dxl_wire_u32(out, (uint32_t)length);
  dxl_bytes_add(out, bytes, length);
}

uint32_t dxl_read_u32(dxl_reader *reader) {
  uint32_t value = 0;
  if (reader->is_broken || (size_t)(reader->end - reader->at) < sizeof value) {
    reader->is_broken = true;
    return 0;
  }
  memcpy(&value, reader->at, sizeof value);
  reader->at += sizeof value;
  return value;
}

const uint8_t *dxl_read_bytes(dxl_reader *reader, uint32_t *length) {
  *length = dxl_read_u32(reader);
  if (reader->is_broken || (size_t)(reader->end - reader->at) < *length) {
    reader->is_broken = true;
    *length = 0;
    return NULL;
  }
  const uint8_t *bytes = reader->at;
  reader->at += *length;
  return bytes;
}

const char *dxl_read_text(dxl_reader *reader) {
  const uint32_t length = dxl_read_u32(reader);
  if (reader->is_broken || length == UINT32_MAX)
    return NULL;
  if ((size_t)(reader->end - reader->at) < length) {
    reader->is_broken = true;
    return NULL;
  }
  const char *text = dxl_arena_string(reader->arena, (const char *)reader->at, length);
  reader->at += length;
  return text;
}

// ---- Remarks
// -----------------------------------------------------------------------------------------------------------

void dxl_wire_remark(dxl_bytes *out, const dxl_remark *remark) {
  dxl_wire_u32(out, (uint32_t)remark->level);
  dxl_wire_text(out, remark->file);
  dxl_wire_u32(out, remark->line);
  dxl_wire_u32(out, remark->column);
  dxl_wire_text(out, remark->text);
}

dxl_remark dxl_read_remark(dxl_reader *reader) {
  dxl_remark remark = {.level = DXL_IR_NOTE_INFO};
  const uint32_t level = dxl_read_u32(reader);
  remark.level = level == (uint32_t)DXL_IR_NOTE_ERROR     ? DXL_IR_NOTE_ERROR
                 : level == (uint32_t)DXL_IR_NOTE_WARNING ? DXL_IR_NOTE_WARNING
                                                          : DXL_IR_NOTE_INFO;
  remark.file = dxl_read_text(reader);
  remark.line = dxl_read_u32(reader);
  remark.column = dxl_read_u32(reader);
  remark.text = dxl_read_text(reader);
  if (!remark.text)
    remark.text = "";
  return remark;
}

void dxl_wire_module_notes(dxl_bytes *out, const dxl_ir_module *module) {
  dxl_wire_u32(out, module->notes.count);
  for (uint32_t i = 0; i < module->notes.count; ++i) {
    const dxl_ir_note *note = &module->notes.items[i];
    const bool has_file = note->location.file < module->files.count;
    const dxl_remark remark = {note->level, has_file ? module->files.items[note->location.file] : NULL,
                               note->location.line, note->location.column, note->text};
    dxl_wire_remark(out, &remark);
  }
}

// ---- Summary
// -----------------------------------------------------------------------------------------------------------

/// The numbers of a summary, in one order for both directions.
#define SUMMARY_NUMBERS(DO)                                                                                            \
  DO(functions)                                                                                                        \
  DO(functions_in_cone) DO(functions_explored) DO(roots) DO(acquire_sites) DO(release_sites) DO(use_sites) DO(entries) \
      DO(loop_limit_hits) DO(state_limit_hits) DO(depth_limit_hits) DO(memo_limit_hits) DO(step_limit_hits)            \
          DO(solver_calls) DO(solver_dropped)

void dxl_wire_summary(dxl_bytes *out, const dxl_engine_summary *summary) {
#define WRITE(name) dxl_wire_u32(out, summary->name);
  SUMMARY_NUMBERS(WRITE)
#undef WRITE
  dxl_wire_u32(out, summary->incomplete.count);
  for (uint32_t i = 0; i < summary->incomplete.count; ++i)
    dxl_wire_text(out, summary->incomplete.items[i]);
}

void dxl_read_summary(dxl_reader *reader, dxl_engine_summary *summary) {
#define READ(name) summary->name = dxl_read_u32(reader);
  SUMMARY_NUMBERS(READ)
#undef READ
  const uint32_t count = dxl_read_u32(reader);
  for (uint32_t i = 0; i < count && !reader->is_broken; ++i) {
    const char *const text = dxl_read_text(reader);
    dxl_array_push(&summary->incomplete, text);
  }
}
