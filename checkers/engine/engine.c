// One analysis of one driver, from the linked module to its findings.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/engine.h"

#include "engine/internal.h"

void dxl_engine_run(const dxl_ir_module *module, const dxl_rules *rules, const dxl_engine_options *options,
                    dxl_findings *findings, dxl_engine_summary *summary) {
  dxl_engine engine;
  memset(&engine, 0, sizeof engine);
  engine.module = module;
  engine.rules = rules;
  engine.options = options;
  engine.findings = findings;
  engine.summary = summary;
  engine.sites = dxl_map_new();
  engine.field_targets = dxl_map_new();
  engine.places = dxl_map_new();
  engine.claims = dxl_map_new();
  engine.dead_locals = dxl_map_new();
  engine.texts = dxl_strings_new();
  dxl_terms_init(&engine.terms);
  dxl_survey(&engine);
  // Without a resource that somebody asks for there is nothing to follow from one entry point to another.
  bool has_resources = summary->acquire_sites || summary->release_sites || summary->use_sites;
  if (options->whole_driver && has_resources)
    dxl_run_model(&engine);
  dxl_run_roots(&engine);
  for (uint32_t i = 0; i < module->functions.count; i++)
    summary->functions_explored += engine.functions[i].is_explored;
  dxl_survey_free(&engine);
  dxl_array_free(&engine.marks);
  dxl_array_free(&engine.verdicts);
  dxl_terms_free(&engine.terms);
  dxl_map_free(engine.sites);
  dxl_map_free(engine.field_targets);
  dxl_map_free(engine.places);
  dxl_map_free(engine.claims);
  dxl_map_free(engine.dead_locals);
  dxl_strings_free(engine.texts);
}

// ---- Selection of checks -----------------------------------------------------------------------------------------------

static bool matches(const char *glob, size_t length, const char *text) {
  const char *retry = NULL;
  size_t at = 0, star_at = 0;
  while (*text) {
    if (at < length && glob[at] == '*') {
      star_at = at++;
      retry = text;
    } else if (at < length && (glob[at] == *text || glob[at] == '?')) {
      at++;
      text++;
    } else if (retry) {
      at = star_at + 1;
      text = ++retry;
    } else {
      return false;
    }
  }
  while (at < length && glob[at] == '*')
    at++;
  return at == length;
}

bool dxl_check_selected(const char *globs, const char *check) {
  if (!globs || !*globs)
    return true;
  // As in clang-tidy: the last glob that matches decides; a list that begins with an exclusion takes away from all.
  bool is_selected = false, is_first = true;
  while (*globs) {
    while (*globs == ',' || *globs == ' ' || *globs == '\n' || *globs == '\t')
      globs++;
    const char *end = strchr(globs, ',');
    size_t length = end ? (size_t)(end - globs) : strlen(globs);
    const char *next = globs + length;
    while (length && (globs[length - 1] == ' ' || globs[length - 1] == '\n' || globs[length - 1] == '\t'))
      length--;
    bool is_exclusion = length && *globs == '-';
    if (is_exclusion && is_first)
      is_selected = true;
    if (length && matches(globs + is_exclusion, length - is_exclusion, check))
      is_selected = !is_exclusion;
    if (length)
      is_first = false;
    globs = next;
  }
  return is_selected;
}
