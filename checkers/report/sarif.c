// SARIF 2.1.0 (OASIS Standard, https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html), written as a stream.
// Invariants: one run; every result names a rule of the driver by id and index; nothing depends on the time or the
// machine except the root directory in originalUriBaseIds.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "report/internal.h"

#define SARIF_SCHEMA "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
#define ROOT_ID "SRCROOT"

typedef struct sarif {
  dxl_json json;
  const dxl_report_options *options;
  dxl_map *rules; ///< check id -> index in tool.driver.rules
} sarif;

/// A message object. Braces are doubled (3.11.5) and what would read as a link is broken up (3.11.6).
static void write_message(sarif *to, const char *key, const char *text) {
  char *escaped = dxl_allocate(strlen(text) * 2 + 1);
  size_t used = 0;
  for (const char *at = text; *at; at++) {
    if (*at == '{' || *at == '}')
      escaped[used++] = *at;
    else if (at[0] == ']' && at[1] == '(')
      escaped[used++] = '\\';
    escaped[used++] = *at;
  }
  escaped[used] = 0;
  dxl_json_object(&to->json, key);
  dxl_json_text(&to->json, "text", escaped);
  dxl_json_end(&to->json);
  dxl_release(escaped);
}

static void write_artifact_location(sarif *to, const char *key, const char *file) {
  dxl_file_name name = dxl_file_name_make(to->options, file);
  char *uri = dxl_file_uri(name.text, false);
  dxl_json_object(&to->json, key);
  dxl_json_text(&to->json, "uri", uri);
  if (name.is_relative && to->options->root)
    dxl_json_text(&to->json, "uriBaseId", ROOT_ID);
  dxl_json_end(&to->json);
  dxl_release(uri);
  dxl_release(name.text);
}

static void write_physical_location(sarif *to, const dxl_position *position) {
  dxl_json_object(&to->json, "physicalLocation");
  write_artifact_location(to, "artifactLocation", position->file);
  if (position->line) {
    dxl_json_object(&to->json, "region");
    dxl_json_number(&to->json, "startLine", position->line);
    if (position->column)
      dxl_json_number(&to->json, "startColumn",
                      dxl_sources_utf16_column(to->options->sources, position->file, position->line, position->column));
    dxl_json_end(&to->json);
  }
  dxl_json_end(&to->json);
}

/// A location object; `id` and `text` are left out when 0 and NULL.
static void write_location(sarif *to, const char *key, uint32_t id, const dxl_position *position, const char *text,
                           const char *function) {
  dxl_json_object(&to->json, key);
  if (id)
    dxl_json_number(&to->json, "id", id);
  if (position->file)
    write_physical_location(to, position);
  if (function) {
    dxl_json_array(&to->json, "logicalLocations");
    dxl_json_object(&to->json, NULL);
    dxl_json_text(&to->json, "fullyQualifiedName", function);
    dxl_json_text(&to->json, "kind", "function");
    dxl_json_end(&to->json);
    dxl_json_end(&to->json);
  }
  if (text)
    write_message(to, "message", text);
  dxl_json_end(&to->json);
}

// ---- Rules ---------------------------------------------------------------------------------------------------------

static void write_text_object(sarif *to, const char *key, const char *text, const char *markdown) {
  dxl_json_object(&to->json, key);
  dxl_json_text(&to->json, "text", text);
  dxl_json_text(&to->json, "markdown", markdown);
  dxl_json_end(&to->json);
}

/// The page that a check rests on: the first address in its help. Owned by the caller (dxl_release), NULL when none.
static char *first_address(const char *help) {
  const char *begin = strstr(help, "https://");
  if (!begin)
    return NULL;
  size_t length = strcspn(begin, " \t\r\n<>()[]\"'`");
  while (length && strchr(".,;:", begin[length - 1]))
    length--;
  char *address = dxl_allocate(length + 1);
  memcpy(address, begin, length);
  address[length] = 0;
  return address;
}

static void write_rule(sarif *to, const char *id, const dxl_rule_check *check) {
  dxl_json_object(&to->json, NULL);
  dxl_json_text(&to->json, "id", id);
  if (check && check->summary && *check->summary) {
    write_text_object(to, "shortDescription", check->summary, NULL);
    write_text_object(to, "fullDescription", check->summary, NULL);
  }
  if (check && check->help && *check->help) {
    char *address = first_address(check->help);
    dxl_json_text(&to->json, "helpUri", address);
    dxl_release(address);
    write_text_object(to, "help", check->help, check->help);
  }
  dxl_json_object(&to->json, "defaultConfiguration");
  dxl_json_text(&to->json, "level", "warning");
  dxl_json_end(&to->json);
  dxl_json_object(&to->json, "properties");
  dxl_json_array(&to->json, "tags");
  dxl_json_text(&to->json, NULL, "reliability");
  dxl_json_text(&to->json, NULL, "resource-lifetime");
  dxl_json_end(&to->json);
  dxl_json_text(&to->json, "precision", "high");
  dxl_json_text(&to->json, "problem.severity", "warning");
  if (check)
    dxl_json_text(&to->json, "pack", check->pack);
  dxl_json_end(&to->json);
  dxl_json_end(&to->json);
}

/// The rules with metadata, then those that only a finding names.
static void write_rules(sarif *to, const dxl_findings *findings) {
  dxl_json_array(&to->json, "rules");
  for (uint32_t n = 0; n < to->options->check_count; n++) {
    bool is_new;
    uint64_t *slot = dxl_map_put_text(to->rules, to->options->checks[n].id, &is_new);
    if (!is_new)
      continue;
    *slot = dxl_map_count(to->rules) - 1;
    write_rule(to, to->options->checks[n].id, &to->options->checks[n]);
  }
  for (uint32_t n = 0; n < findings->items.count; n++) {
    bool is_new;
    uint64_t *slot = dxl_map_put_text(to->rules, findings->items.items[n]->check, &is_new);
    if (!is_new)
      continue;
    *slot = dxl_map_count(to->rules) - 1;
    write_rule(to, findings->items.items[n]->check, NULL);
  }
  dxl_json_end(&to->json);
}

static void write_tool(sarif *to, const dxl_findings *findings) {
  dxl_json_object(&to->json, "tool");
  dxl_json_object(&to->json, "driver");
  dxl_json_text(&to->json, "name", "dxgklint");
  dxl_json_text(&to->json, "version", to->options->version ? to->options->version : "0");
  dxl_json_text(&to->json, "semanticVersion", to->options->version);
  write_rules(to, findings);
  dxl_json_end(&to->json);
  dxl_json_end(&to->json);
}

// ---- What was run --------------------------------------------------------------------------------------------------

static void write_invocation(sarif *to) {
  dxl_json_array(&to->json, "invocations");
  dxl_json_object(&to->json, NULL);
  dxl_json_truth(&to->json, "executionSuccessful", !to->options->is_incomplete);
  dxl_json_number(&to->json, "exitCode", to->options->exit_code);
  if (to->options->note_count) {
    dxl_json_array(&to->json, "toolExecutionNotifications");
    for (uint32_t n = 0; n < to->options->note_count; n++) {
      const dxl_report_note *note = &to->options->notes[n];
      dxl_json_object(&to->json, NULL);
      dxl_json_text(&to->json, "level", dxl_level_name(note->level));
      write_message(to, "message", note->text);
      if (note->position.file) {
        dxl_json_array(&to->json, "locations");
        write_location(to, NULL, 0, &note->position, NULL, NULL);
        dxl_json_end(&to->json);
      }
      dxl_json_end(&to->json);
    }
    dxl_json_end(&to->json);
  }
  dxl_json_end(&to->json);
  dxl_json_end(&to->json);
}

static void write_root(sarif *to) {
  if (!to->options->root)
    return;
  char *uri = dxl_file_uri(to->options->root, true);
  dxl_json_object(&to->json, "originalUriBaseIds");
  dxl_json_object(&to->json, ROOT_ID);
  dxl_json_text(&to->json, "uri", uri);
  dxl_json_end(&to->json);
  dxl_json_end(&to->json);
  dxl_release(uri);
}

static void write_artifacts(sarif *to) {
  if (!to->options->file_count)
    return;
  dxl_map *seen = dxl_map_new(); // the items of the array must be different
  dxl_json_array(&to->json, "artifacts");
  for (uint32_t n = 0; n < to->options->file_count; n++) {
    dxl_file_name name = dxl_file_name_make(to->options, to->options->files[n]);
    bool is_new;
    dxl_map_put_text(seen, name.text, &is_new);
    dxl_release(name.text);
    if (!is_new)
      continue;
    dxl_json_object(&to->json, NULL);
    write_artifact_location(to, "location", to->options->files[n]);
    dxl_json_array(&to->json, "roles");
    dxl_json_text(&to->json, NULL, "analysisTarget");
    dxl_json_end(&to->json);
    dxl_json_end(&to->json);
  }
  dxl_json_end(&to->json);
  dxl_map_free(seen);
}

// ---- Results -------------------------------------------------------------------------------------------------------

/// The words of 3.38.8 that fit a step.
static void write_step_kinds(sarif *to, dxl_step_kind kind) {
  static const char *const words[][3] = {
      [DXL_STEP_EVENT] = {NULL},
      [DXL_STEP_BRANCH] = {"branch", NULL},
      [DXL_STEP_ENTER] = {"call", "function", NULL},
      [DXL_STEP_RETURN] = {"return", "function", NULL},
      [DXL_STEP_ENTRY] = {"enter", "function", NULL},
      [DXL_STEP_END] = {"danger", NULL},
  };
  if (!words[kind][0])
    return;
  dxl_json_array(&to->json, "kinds");
  for (size_t n = 0; words[kind][n]; n++)
    dxl_json_text(&to->json, NULL, words[kind][n]);
  dxl_json_end(&to->json);
}

static void write_code_flow(sarif *to, const dxl_finding *finding) {
  if (!finding->steps.count)
    return;
  dxl_json_array(&to->json, "codeFlows");
  dxl_json_object(&to->json, NULL);
  dxl_json_array(&to->json, "threadFlows");
  dxl_json_object(&to->json, NULL);
  dxl_json_array(&to->json, "locations");
  for (uint32_t n = 0; n < finding->steps.count; n++) {
    const dxl_step *step = &finding->steps.items[n];
    dxl_json_object(&to->json, NULL);
    write_location(to, "location", 0, &step->position, step->text, NULL);
    write_step_kinds(to, step->kind);
    dxl_json_number(&to->json, "nestingLevel", step->depth);
    dxl_json_number(&to->json, "executionOrder", n + 1);
    bool is_essential = step->kind == DXL_STEP_EVENT || step->kind == DXL_STEP_END;
    dxl_json_text(&to->json, "importance", is_essential ? "essential" : "important");
    dxl_json_end(&to->json);
  }
  for (uint32_t n = 0; n < 5; n++)
    dxl_json_end(&to->json);
}

static void write_related(sarif *to, const dxl_finding *finding) {
  if (!finding->acquired.file)
    return;
  const char *title = finding->resource_title ? finding->resource_title : "resource";
  size_t size = strlen(title) + sizeof "the  comes from here";
  char *text = dxl_allocate(size);
  snprintf(text, size, "the %s comes from here", title);
  dxl_json_array(&to->json, "relatedLocations");
  write_location(to, NULL, 1, &finding->acquired, text, NULL);
  dxl_json_end(&to->json);
  dxl_release(text);
}

static void write_suppression(sarif *to, const dxl_finding *finding) {
  if (!finding->is_suppressed)
    return;
  const char *by = finding->suppression ? finding->suppression : "";
  dxl_json_array(&to->json, "suppressions");
  dxl_json_object(&to->json, NULL);
  dxl_json_text(&to->json, "kind", strncmp(by, "NOLINT", 6) == 0 ? "inSource" : "external");
  dxl_json_text(&to->json, "justification", *by ? by : NULL);
  dxl_json_end(&to->json);
  dxl_json_end(&to->json);
}

static void write_properties(sarif *to, const dxl_finding *finding) {
  if (!finding->resource && !finding->pack && !finding->root)
    return;
  dxl_json_object(&to->json, "properties");
  dxl_json_text(&to->json, "resource", finding->resource);
  dxl_json_text(&to->json, "resourceTitle", finding->resource_title);
  dxl_json_text(&to->json, "pack", finding->pack);
  dxl_json_text(&to->json, "root", finding->root);
  dxl_json_end(&to->json);
}

static void write_result(sarif *to, const dxl_finding *finding) {
  dxl_json_object(&to->json, NULL);
  dxl_json_text(&to->json, "ruleId", finding->check);
  dxl_json_number(&to->json, "ruleIndex", (int64_t)*dxl_map_get_text(to->rules, finding->check));
  dxl_json_text(&to->json, "level", dxl_level_name(finding->level));
  write_message(to, "message", finding->message);
  dxl_json_array(&to->json, "locations");
  if (finding->position.file)
    write_location(to, NULL, 0, &finding->position, NULL, finding->function);
  dxl_json_end(&to->json);
  write_related(to, finding);
  if (finding->fingerprint) {
    dxl_json_object(&to->json, "partialFingerprints");
    dxl_json_text(&to->json, DXL_FINGERPRINT_KEY, finding->fingerprint);
    dxl_json_end(&to->json);
  }
  write_code_flow(to, finding);
  write_suppression(to, finding);
  write_properties(to, finding);
  dxl_json_end(&to->json);
}

void dxl_write_sarif(const dxl_findings *findings, const dxl_report_options *options, FILE *out) {
  sarif to = {{out, 0, {false}, {0}}, options, dxl_map_new()};
  dxl_json_object(&to.json, NULL);
  dxl_json_text(&to.json, "$schema", SARIF_SCHEMA);
  dxl_json_text(&to.json, "version", "2.1.0");
  dxl_json_array(&to.json, "runs");
  dxl_json_object(&to.json, NULL);
  write_tool(&to, findings);
  write_invocation(&to);
  write_root(&to);
  dxl_json_text(&to.json, "columnKind", "utf16CodeUnits");
  write_artifacts(&to);
  dxl_json_array(&to.json, "results");
  for (uint32_t n = 0; n < findings->items.count; n++)
    if (dxl_report_tells(options, findings->items.items[n]))
      write_result(&to, findings->items.items[n]);
  for (uint32_t n = 0; n < 4; n++)
    dxl_json_end(&to.json);
  dxl_map_free(to.rules);
}
