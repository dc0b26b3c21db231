// The small languages inside rule files: places, conditions, and the names of constants and levels.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DXL_RULEPACK_PLACE_H
#define DXL_RULEPACK_PLACE_H

#include "rulepack/rulepack.h"

enum {
  DXL_PLACE_ARGUMENTS = 64, ///< arg0 to arg63
  DXL_PLACE_STEPS = 16,
  DXL_EXPRESSION_DEPTH = 24, ///< parentheses and negations
  DXL_EXPRESSION_LENGTH = 1000
};

/// A text being read. On a mistake `message` says what and `at` stands where.
typedef struct dxl_cursor {
  dxl_arena *arena;
  const char *text;
  size_t at;
  const char *message; ///< NULL while all is well
  uint32_t depth;
} dxl_cursor;

/// Reads a whole text as a place / a condition; false and a message when it is none. Strings and operands are owned by
/// the arena.
bool dxl_place_parse(dxl_cursor *cursor, dxl_place *place);
dxl_condition *dxl_condition_parse(dxl_cursor *cursor);

/// The place that begins at the cursor; what follows it is left.
bool dxl_place_parse_part(dxl_cursor *cursor, dxl_place *place);
void dxl_cursor_skip_blanks(dxl_cursor *cursor);
bool dxl_cursor_fail(dxl_cursor *cursor, const char *message);
/// Length of the word (letters, digits, '_') at the cursor.
size_t dxl_cursor_word(const dxl_cursor *cursor);

/// The value of "0x1F", "-12", "NULL", "TRUE", "STATUS_PENDING"; *is_status for NTSTATUS names. False when it is none.
bool dxl_constant_parse(const char *text, size_t length, int64_t *value, bool *is_status);
/// The NTSTATUS name nearest to a word, NULL when none is near.
const char *dxl_constant_nearest(const char *word);
/// "DISPATCH_LEVEL" as DXL_IRQL_DISPATCH. False when it is no level.
bool dxl_level_parse(const char *text, int32_t *level);
extern const char *const dxl_level_names[]; ///< NULL-terminated

/// The candidate most like a word, NULL when none is near.
const char *dxl_rules_nearest(const char *word, const char *const *candidates, uint32_t count);

#endif
