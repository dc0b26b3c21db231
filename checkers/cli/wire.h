// What child processes send to the parent, as bytes: numbers, texts, remarks, summaries.
// Invariant: a reader never goes past the end; after a mistake everything it gives is zero and is_broken is set.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DXL_CLI_WIRE_H
#define DXL_CLI_WIRE_H

#include "cli/worker.h"
#include "engine/engine.h"
#include "ir/ir.h"

void dxl_wire_u32(dxl_bytes *out, uint32_t value);
void dxl_wire_text(dxl_bytes *out, const char *text); ///< NULL stays NULL
void dxl_wire_bytes(dxl_bytes *out, const void *bytes, size_t length);

typedef struct dxl_reader {
  const uint8_t *at, *end;
  bool is_broken;
  dxl_arena *arena; ///< owner of the texts read
} dxl_reader;

uint32_t dxl_read_u32(dxl_reader *reader);
const char *dxl_read_text(dxl_reader *reader);
/// The bytes behind a length; NULL when there are too few.
const uint8_t *dxl_read_bytes(dxl_reader *reader, uint32_t *length);

/// Something that the frontend or the linker has to say, with its position.
typedef struct dxl_remark {
  dxl_ir_note_level level;
  const char *file; ///< NULL when unknown
  uint32_t line, column;
  const char *text;
} dxl_remark;
typedef DXL_ARRAY(dxl_remark) dxl_remarks;

void dxl_wire_remark(dxl_bytes *out, const dxl_remark *remark);
dxl_remark dxl_read_remark(dxl_reader *reader);
/// The notes of a module as remarks.
void dxl_wire_module_notes(dxl_bytes *out, const dxl_ir_module *module);

void dxl_wire_summary(dxl_bytes *out, const dxl_engine_summary *summary);
void dxl_read_summary(dxl_reader *reader, dxl_engine_summary *summary);

#endif
