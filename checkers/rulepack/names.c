// Names in conditions: NTSTATUS values, NULL, TRUE, FALSE, IRQL names, and the search for the nearest name.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "rulepack/place.h"

typedef struct named_value {
  const char *name;
  uint32_t value;
} named_value;

/// Documented NTSTATUS values that drivers compare with; others can be written as numbers.
static const named_value status_values[] = {
    {"STATUS_ABANDONED", 0x00000080},
    {"STATUS_ACCESS_DENIED", 0xC0000022},
    {"STATUS_ACCESS_VIOLATION", 0xC0000005},
    {"STATUS_ALERTED", 0x00000101},
    {"STATUS_ALREADY_COMMITTED", 0xC0000021},
    {"STATUS_ALREADY_REGISTERED", 0xC0000718},
    {"STATUS_BUFFER_OVERFLOW", 0x80000005},
    {"STATUS_BUFFER_TOO_SMALL", 0xC0000023},
    {"STATUS_CANCELLED", 0xC0000120},
    {"STATUS_CONFLICTING_ADDRESSES", 0xC0000018},
    {"STATUS_DATATYPE_MISALIGNMENT", 0x80000002},
    {"STATUS_DELETE_PENDING", 0xC0000056},
    {"STATUS_DEVICE_BUSY", 0x80000011},
    {"STATUS_DEVICE_DOES_NOT_EXIST", 0xC00000C0},
    {"STATUS_DEVICE_NOT_READY", 0xC00000A3},
    {"STATUS_DEVICE_POWERED_OFF", 0x8000000F},
    {"STATUS_DEVICE_REMOVED", 0xC00002B6},
    {"STATUS_END_OF_FILE", 0xC0000011},
    {"STATUS_GRAPHICS_ALLOCATION_BUSY", 0xC01E0102},
    {"STATUS_GRAPHICS_ALLOCATION_INVALID", 0xC01E0106},
    {"STATUS_GRAPHICS_CANT_LOCK_MEMORY", 0xC01E0101},
    {"STATUS_GRAPHICS_DATASET_IS_EMPTY", 0x401E034B},
    {"STATUS_GRAPHICS_DRIVER_MISMATCH", 0x401E0117},
    {"STATUS_GRAPHICS_GPU_EXCEPTION_ON_DEVICE", 0xC01E0200},
    {"STATUS_GRAPHICS_INSUFFICIENT_DMA_BUFFER", 0xC01E0001},
    {"STATUS_GRAPHICS_INVALID_VIDEO_PRESENT_SOURCE", 0xC01E0304},
    {"STATUS_GRAPHICS_INVALID_VIDEO_PRESENT_TARGET", 0xC01E0305},
    {"STATUS_GRAPHICS_INVALID_VIDPN", 0xC01E0303},
    {"STATUS_GRAPHICS_INVALID_VIDPN_SOURCEMODESET", 0xC01E0308},
    {"STATUS_GRAPHICS_INVALID_VIDPN_TARGETMODESET", 0xC01E0309},
    {"STATUS_GRAPHICS_MODE_NOT_PINNED", 0x401E0307},
    {"STATUS_GRAPHICS_NO_MORE_ELEMENTS_IN_DATASET", 0x401E034C},
    {"STATUS_GRAPHICS_NO_VIDEO_MEMORY", 0xC01E0100},
    {"STATUS_GRAPHICS_TRY_AGAIN_LATER", 0xC01E0104},
    {"STATUS_GRAPHICS_TRY_AGAIN_NOW", 0xC01E0105},
    {"STATUS_INFO_LENGTH_MISMATCH", 0xC0000004},
    {"STATUS_INSUFFICIENT_RESOURCES", 0xC000009A},
    {"STATUS_INTEGER_OVERFLOW", 0xC0000095},
    {"STATUS_INTERNAL_ERROR", 0xC00000E5},
    {"STATUS_INVALID_ADDRESS", 0xC0000141},
    {"STATUS_INVALID_BUFFER_SIZE", 0xC0000206},
    {"STATUS_INVALID_DEVICE_REQUEST", 0xC0000010},
    {"STATUS_INVALID_DEVICE_STATE", 0xC0000184},
    {"STATUS_INVALID_HANDLE", 0xC0000008},
    {"STATUS_INVALID_INFO_CLASS", 0xC0000003},
    {"STATUS_INVALID_PARAMETER", 0xC000000D},
    {"STATUS_INVALID_USER_BUFFER", 0xC00000E8},
    {"STATUS_IO_TIMEOUT", 0xC00000B5},
    {"STATUS_MORE_ENTRIES", 0x00000105},
    {"STATUS_NOT_ALL_ASSIGNED", 0x00000106},
    {"STATUS_NOT_FOUND", 0xC0000225},
    {"STATUS_NOT_IMPLEMENTED", 0xC0000002},
    {"STATUS_NOT_SUPPORTED", 0xC00000BB},
    {"STATUS_NO_MATCH", 0xC0000272},
    {"STATUS_NO_MEMORY", 0xC0000017},
    {"STATUS_NO_MORE_ENTRIES", 0x8000001A},
    {"STATUS_NO_MORE_FILES", 0x80000006},
    {"STATUS_NO_SUCH_DEVICE", 0xC000000E},
    {"STATUS_NO_SUCH_FILE", 0xC000000F},
    {"STATUS_OBJECT_NAME_COLLISION", 0xC0000035},
    {"STATUS_OBJECT_NAME_EXISTS", 0x40000000},
    {"STATUS_OBJECT_NAME_INVALID", 0xC0000033},
    {"STATUS_OBJECT_NAME_NOT_FOUND", 0xC0000034},
    {"STATUS_OBJECT_PATH_NOT_FOUND", 0xC000003A},
    {"STATUS_OBJECT_TYPE_MISMATCH", 0xC0000024},
    {"STATUS_PENDING", 0x00000103},
    {"STATUS_PRIVILEGE_NOT_HELD", 0xC0000061},
    {"STATUS_QUOTA_EXCEEDED", 0xC0000044},
    {"STATUS_REPARSE", 0x00000104},
    {"STATUS_RETRY", 0xC000022D},
    {"STATUS_REVISION_MISMATCH", 0xC0000059},
    {"STATUS_SHARING_VIOLATION", 0xC0000043},
    {"STATUS_SUCCESS", 0x00000000},
    {"STATUS_TIMEOUT", 0x00000102},
    {"STATUS_UNKNOWN_REVISION", 0xC0000058},
    {"STATUS_UNSUCCESSFUL", 0xC0000001},
    {"STATUS_USER_APC", 0x000000C0},
    {"STATUS_WAIT_0", 0x00000000},
    {"STATUS_WAIT_1", 0x00000001},
    {"STATUS_WAIT_63", 0x0000003F},
};
enum { STATUS_COUNT = sizeof status_values / sizeof status_values[0] };

static const named_value other_values[] = {{"NULL", 0}, {"TRUE", 1}, {"FALSE", 0}, {"nullptr", 0}};
enum { OTHER_COUNT = sizeof other_values / sizeof other_values[0] };

const char *const dxl_level_names[] = {"PASSIVE_LEVEL", "APC_LEVEL", "DISPATCH_LEVEL", "DIRQL", "HIGH_LEVEL", NULL};
static const int32_t levels[] = {DXL_IRQL_PASSIVE, DXL_IRQL_APC, DXL_IRQL_DISPATCH, DXL_IRQL_DIRQL, DXL_IRQL_HIGH};

static const named_value *find(const named_value *values, size_t count, const char *text, size_t length) {
  for (size_t i = 0; i < count; ++i)
    if (strlen(values[i].name) == length && memcmp(values[i].name, text, length) == 0)
      return &values[i];
  return NULL;
}

bool dxl_constant_parse(const char *text, size_t length, int64_t *value, bool *is_status) {
  *is_status = false;
  const named_value *named = find(status_values, STATUS_COUNT, text, length);
  if (named) {
    *is_status = true;
    *value = (int32_t)named->value;
    return true;
  }
  named = find(other_values, OTHER_COUNT, text, length);
  if (named) {
    *value = named->value;
    return true;
  }
  char digits[32];
  if (!length || length >= sizeof digits)
    return false;
  memcpy(digits, text, length);
  digits[length] = '\0';
  const size_t sign = digits[0] == '-' || digits[0] == '+';
  if (digits[sign] < '0' || digits[sign] > '9')
    return false;
  const bool is_hexadecimal = digits[sign] == '0' && (digits[sign + 1] == 'x' || digits[sign + 1] == 'X');
  char *end = NULL;
  errno = 0;
  // A hexadecimal number is a pattern of up to 64 bits.
  *value = is_hexadecimal && digits[0] != '-' ? (int64_t)strtoull(digits, &end, 16)
                                              : strtoll(digits, &end, is_hexadecimal ? 16 : 10);
  return !errno && !*end;
}

const char *dxl_constant_nearest(const char *word) {
  const char *names[STATUS_COUNT + OTHER_COUNT];
  for (size_t i = 0; i < STATUS_COUNT; ++i)
    names[i] = status_values[i].name;
  for (size_t i = 0; i < OTHER_COUNT; ++i)
    names[STATUS_COUNT + i] = other_values[i].name;
  return dxl_rules_nearest(word, names, STATUS_COUNT + OTHER_COUNT);
}

bool dxl_level_parse(const char *text, int32_t *level) {
  for (size_t i = 0; dxl_level_names[i]; ++i)
    if (strcmp(dxl_level_names[i], text) == 0) {
      *level = levels[i];
      return true;
    }
  return false;
}

// ---- Nearest name
// ----------------------------------------------------------------------------------------------------

enum { NEAREST_LENGTH = 64 };

static char lower(char c) { return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c; }

/// Edits (insert, drop, change, swap neighbours) between two words, whatever their case.
static uint32_t distance(const char *a, size_t n, const char *b, size_t m) {
  uint32_t rows[3][NEAREST_LENGTH + 1];
  for (size_t j = 0; j <= m; ++j)
    rows[0][j] = (uint32_t)j;
  for (size_t i = 1; i <= n; ++i) {
    uint32_t *now = rows[i % 3];
    const uint32_t *before = rows[(i - 1) % 3], *earlier = rows[(i + 1) % 3];
    now[0] = (uint32_t)i;
    for (size_t j = 1; j <= m; ++j) {
      uint32_t best = before[j - 1] + (lower(a[i - 1]) != lower(b[j - 1]));
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

const char *dxl_rules_nearest(const char *word, const char *const *candidates, uint32_t count) {
  const size_t length = strlen(word);
  if (!length || length > NEAREST_LENGTH)
    return NULL;
  const char *nearest = NULL;
  uint32_t best = (uint32_t)length / 3 + 1;
  for (uint32_t i = 0; i < count; ++i) {
    const size_t other = strlen(candidates[i]);
    if (other > NEAREST_LENGTH)
      continue;
    const uint32_t edits = distance(word, length, candidates[i], other);
    if (edits < best || (edits == best && !nearest)) {
      best = edits;
      nearest = candidates[i];
    }
  }
  return nearest;
}
