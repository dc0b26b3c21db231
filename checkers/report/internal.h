// What the writers share: names and URIs of files, plain printing, the JSON writer.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DXL_REPORT_INTERNAL_H
#define DXL_REPORT_INTERNAL_H

#include "report/report.h"

/// Whether a writer tells this finding at all (its level is enough).
bool dxl_report_tells(const dxl_report_options *options, const dxl_finding *finding);
/// "note", "warning", "error".
const char *dxl_level_name(dxl_level level);

// ---- Names of files (location.c) -----------------------------------------------------------------------------------

typedef struct dxl_file_name {
  char *text;       ///< owned by the caller (dxl_release)
  bool is_relative; ///< to the root, or to a directory that is not known
} dxl_file_name;

/// The name relative to options->root where the file lies below it; else as it was given.
dxl_file_name dxl_file_name_make(const dxl_report_options *options, const char *file);
/// A URI reference for such a name, or for a directory: percent-encoded; "file:" when it is absolute. Owned by the
/// caller (dxl_release).
char *dxl_file_uri(const char *path, bool is_directory);
/// The part behind the last separator; points into path.
const char *dxl_file_base(const char *path);

// ---- Plain printing (print.c) --------------------------------------------------------------------------------------

/// Prints a text that must stay on its line: control characters become spaces, bytes that are no UTF-8 '?'.
void dxl_print_plain(FILE *out, const char *text);

void dxl_write_text(const dxl_findings *findings, const dxl_report_options *options, FILE *out);
void dxl_write_msvc(const dxl_findings *findings, const dxl_report_options *options, FILE *out);
void dxl_write_github(const dxl_findings *findings, const dxl_report_options *options, FILE *out);
void dxl_write_sarif(const dxl_findings *findings, const dxl_report_options *options, FILE *out);

// ---- JSON (json.c) -------------------------------------------------------------------------------------------------

enum { DXL_JSON_DEPTH_LIMIT = 24 };

/// Writes JSON as it goes. Keys are NULL inside arrays.
typedef struct dxl_json {
  FILE *out;
  uint32_t depth;
  bool has_items[DXL_JSON_DEPTH_LIMIT]; ///< of each open object or array
  char closing[DXL_JSON_DEPTH_LIMIT];
} dxl_json;

void dxl_json_object(dxl_json *json, const char *key);
void dxl_json_array(dxl_json *json, const char *key);
/// Ends the innermost object or array.
void dxl_json_end(dxl_json *json);
/// Bytes that are no UTF-8 become U+FFFD. A NULL value writes nothing at all.
void dxl_json_text(dxl_json *json, const char *key, const char *value);
void dxl_json_number(dxl_json *json, const char *key, int64_t value);
void dxl_json_truth(dxl_json *json, const char *key, bool value);

#endif
