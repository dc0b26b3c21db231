// Binary form of a finding store: what an analysing process hands to the one that reports.
// Invariants: numbers are little-endian; nothing read is believed, every length is checked against what is left.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "report/finding.h"

#include <stdlib.h>

static const uint8_t transfer_magic[8] = {'D', 'X', 'L', 'F', 'I', 'N', 'D', '1'};

enum {
  STEP_SIZE_LEAST = 4 * 7, ///< bytes of a step whose texts are all absent
  FINDING_SIZE_LEAST = 4 * 21,
};

// ---- Writing -------------------------------------------------------------------------------------------------------

typedef struct writer {
  DXL_ARRAY(uint8_t) bytes;
} writer;

static void write_bytes(writer *out, const void *bytes, size_t size) {
  if (size > UINT32_MAX - 1 - out->bytes.count)
    abort(); // 4 GiB of findings: as out of memory
  dxl_array_reserve(&out->bytes, out->bytes.count + (uint32_t)size);
  if (size)
    memcpy(out->bytes.items + out->bytes.count, bytes, size);
  out->bytes.count += (uint32_t)size;
}

static void write_number(writer *out, uint32_t value) {
  uint8_t bytes[4] = {(uint8_t)value, (uint8_t)(value >> 8), (uint8_t)(value >> 16), (uint8_t)(value >> 24)};
  write_bytes(out, bytes, sizeof bytes);
}

/// Length + 1 and the bytes; 0 for NULL.
static void write_text(writer *out, const char *text) {
  size_t length = text ? strlen(text) : 0;
  write_number(out, text ? (uint32_t)length + 1 : 0);
  write_bytes(out, text, length);
}

static void write_position(writer *out, const dxl_position *position) {
  write_text(out, position->file);
  write_number(out, position->line);
  write_number(out, position->column);
  write_text(out, position->macro);
}

uint8_t *dxl_findings_write(const dxl_findings *findings, size_t *length) {
  writer out = {{0}};
  write_bytes(&out, transfer_magic, sizeof transfer_magic);
  write_number(&out, findings->items.count);
  for (uint32_t n = 0; n < findings->items.count; n++) {
    const dxl_finding *finding = findings->items.items[n];
    write_text(&out, finding->check);
    write_number(&out, finding->level);
    write_text(&out, finding->message);
    write_position(&out, &finding->position);
    write_text(&out, finding->function);
    write_text(&out, finding->root);
    write_text(&out, finding->resource);
    write_text(&out, finding->resource_title);
    write_text(&out, finding->pack);
    write_position(&out, &finding->acquired);
    write_text(&out, finding->cause);
    write_number(&out, finding->is_suppressed);
    write_text(&out, finding->suppression);
    write_text(&out, finding->fingerprint);
    write_number(&out, finding->steps.count);
    for (uint32_t at = 0; at < finding->steps.count; at++) {
      const dxl_step *step = &finding->steps.items[at];
      write_number(&out, step->kind);
      write_number(&out, step->depth);
      write_position(&out, &step->position);
      write_text(&out, step->text);
    }
  }
  *length = out.bytes.count;
  return out.bytes.items;
}

// ---- Reading -------------------------------------------------------------------------------------------------------

typedef struct reader {
  const uint8_t *bytes;
  size_t at, length;
  dxl_findings *findings;
  const char *mistake; ///< the first one
  size_t mistake_at;
} reader;

static void mistake(reader *in, const char *what) {
  if (in->mistake)
    return;
  in->mistake = what;
  in->mistake_at = in->at;
}

static uint32_t read_number(reader *in) {
  if (in->mistake || in->length - in->at < 4) {
    mistake(in, "the findings end in the middle");
    return 0;
  }
  const uint8_t *bytes = in->bytes + in->at;
  in->at += 4;
  return (uint32_t)bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16 | (uint32_t)bytes[3] << 24;
}

static uint32_t read_limited(reader *in, uint32_t limit, const char *what) {
  uint32_t value = read_number(in);
  if (value <= limit)
    return value;
  mistake(in, what);
  return 0;
}

static const char *read_text(reader *in) {
  uint32_t size = read_number(in);
  if (in->mistake || size == 0)
    return NULL;
  size_t length = size - 1;
  if (length > in->length - in->at) {
    mistake(in, "a text is longer than the findings");
    return NULL;
  }
  const char *text = (const char *)in->bytes + in->at;
  if (memchr(text, 0, length)) {
    mistake(in, "a text has a zero byte");
    return NULL;
  }
  in->at += length;
  return dxl_strings_intern_n(in->findings->strings, text, length);
}

static dxl_position read_position(reader *in) {
  dxl_position position;
  position.file = read_text(in);
  position.line = read_number(in);
  position.column = read_number(in);
  position.macro = read_text(in);
  return position;
}

/// A count of things that take at least `least` bytes each.
static uint32_t read_count(reader *in, size_t least) {
  uint32_t count = read_number(in);
  if (count <= (in->length - in->at) / least)
    return count;
  mistake(in, "a count is larger than the findings");
  return 0;
}

static void read_step(reader *in, dxl_finding *finding) {
  dxl_step step;
  step.kind = (dxl_step_kind)read_limited(in, DXL_STEP_END, "unknown kind of step");
  step.depth = read_number(in);
  step.position = read_position(in);
  step.text = read_text(in);
  if (!in->mistake)
    dxl_finding_add_step(in->findings, finding, step);
}

static void read_finding(reader *in) {
  dxl_finding *finding = dxl_finding_new(in->findings);
  finding->check = read_text(in);
  finding->level = (dxl_level)read_limited(in, DXL_LEVEL_ERROR, "unknown level");
  finding->message = read_text(in);
  finding->position = read_position(in);
  finding->function = read_text(in);
  finding->root = read_text(in);
  finding->resource = read_text(in);
  finding->resource_title = read_text(in);
  finding->pack = read_text(in);
  finding->acquired = read_position(in);
  finding->cause = read_text(in);
  finding->is_suppressed = read_limited(in, 1, "a truth value is neither 0 nor 1") != 0;
  finding->suppression = read_text(in);
  finding->fingerprint = read_text(in);
  uint32_t steps = read_count(in, STEP_SIZE_LEAST);
  for (uint32_t n = 0; n < steps && !in->mistake; n++)
    read_step(in, finding);
  if (!in->mistake && (!finding->check || !finding->message))
    mistake(in, "a finding has no check or no message");
  if (!in->mistake)
    dxl_findings_add(in->findings, finding);
}

dxl_findings *dxl_findings_read(const uint8_t *bytes, size_t length, char **error) {
  reader in = {bytes, 0, length, dxl_findings_new(), NULL, 0};
  if (error)
    *error = NULL;
  if (length < sizeof transfer_magic || memcmp(bytes, transfer_magic, sizeof transfer_magic) != 0) {
    mistake(&in, "these are no findings");
  } else {
    in.at = sizeof transfer_magic;
    uint32_t count = read_count(&in, FINDING_SIZE_LEAST);
    for (uint32_t n = 0; n < count && !in.mistake; n++)
      read_finding(&in);
    if (!in.mistake && in.at != in.length)
      mistake(&in, "something stands behind the findings");
  }
  if (!in.mistake)
    return in.findings;
  if (error) {
    enum { ERROR_SIZE = 128 };
    *error = dxl_allocate(ERROR_SIZE);
    snprintf(*error, ERROR_SIZE, "%s (byte %zu)", in.mistake, in.mistake_at);
  }
  dxl_findings_free(in.findings);
  return NULL;
}
