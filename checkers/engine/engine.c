// One analysis of one driver, from the linked module to its findings.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/engine.h"

#include "engine/internal.h"

typedef DXL_ARRAY(const char *) pack_list;

/// What all rounds of an analysis share.
typedef struct analysis {
  const dxl_ir_module *module;
  const dxl_rules *rules;
  const dxl_engine_options *options;
  dxl_findings *findings;
  dxl_map *claims;
  dxl_strings *texts;
  bool is_begun; ///< a round has explored the driver
} analysis;

/// One round: only the resources of `pack` are reported (NULL: none), so that states differ in these alone. The first
/// round that explores also looks for what is about no resource. Without a resource that somebody asks for there is
/// nothing to follow from one entry point to another; without `is_needed` nothing at all.
static void run_round(analysis *all, const char *pack, bool is_needed, dxl_engine_summary *summary) {
  dxl_rules rules = *all->rules;
  rules.resources.items = dxl_allocate((rules.resources.count + 1) * sizeof(dxl_resource));
  rules.resources.capacity = rules.resources.count + 1;
  for (uint32_t i = 0; i < rules.resources.count; i++) {
    dxl_resource *resource = &rules.resources.items[i];
    *resource = all->rules->resources.items[i];
    if (!pack || strcmp(resource->pack, pack) != 0)
      resource->leak_is_reported = resource->double_is_reported = false;
  }
  dxl_engine engine;
  memset(&engine, 0, sizeof engine);
  engine.module = all->module;
  engine.rules = &rules;
  engine.options = all->options;
  engine.findings = all->findings;
  engine.summary = summary;
  engine.claims = all->claims;
  engine.texts = all->texts;
  engine.is_later = all->is_begun;
  engine.sites = dxl_map_new();
  engine.field_targets = dxl_map_new();
  engine.places = dxl_map_new();
  engine.dead_locals = dxl_map_new();
  engine.answers = dxl_map_new();
  dxl_terms_init(&engine.terms);
  dxl_survey(&engine);
  bool has_resources = summary->acquire_sites || summary->release_sites || summary->use_sites;
  if (has_resources || is_needed) {
    all->is_begun = true;
    // Locks are not kept from one entry point to the next.
    if (all->options->whole_driver && has_resources && (engine.follows_values || !engine.is_later))
      dxl_run_model(&engine);
    dxl_run_roots(&engine);
  }
  for (uint32_t i = 0; i < all->module->functions.count; i++)
    summary->functions_explored += engine.functions[i].is_explored;
  dxl_survey_free(&engine);
  dxl_array_free(&engine.marks);
  dxl_array_free(&engine.verdicts);
  dxl_terms_free(&engine.terms);
  dxl_map_free(engine.sites);
  dxl_map_free(engine.field_targets);
  dxl_map_free(engine.places);
  dxl_map_free(engine.dead_locals);
  dxl_map_free(engine.answers);
  dxl_solver_free(&engine);
  dxl_release(rules.resources.items);
}

/// Adds what a round has seen. What all rounds see alike is counted once.
static void add_summary(dxl_engine_summary *into, const dxl_engine_summary *round, bool is_first) {
  if (is_first) {
    into->functions += round->functions;
    into->functions_in_cone += round->functions_in_cone;
    into->functions_explored += round->functions_explored;
    into->entries += round->entries;
  }
  into->roots += round->roots;
  into->acquire_sites += round->acquire_sites;
  into->release_sites += round->release_sites;
  into->use_sites += round->use_sites;
  into->loop_limit_hits += round->loop_limit_hits;
  into->state_limit_hits += round->state_limit_hits;
  into->depth_limit_hits += round->depth_limit_hits;
  into->memo_limit_hits += round->memo_limit_hits;
  into->step_limit_hits += round->step_limit_hits;
  into->solver_calls += round->solver_calls;
  into->solver_dropped += round->solver_dropped;
  for (uint32_t i = 0; i < round->incomplete.count; i++) {
    bool is_known = false;
    for (uint32_t k = 0; k < into->incomplete.count && !is_known; k++)
      is_known = into->incomplete.items[k] == round->incomplete.items[i];
    if (!is_known)
      dxl_array_push(&into->incomplete, round->incomplete.items[i]);
  }
}

static void add_pack(pack_list *packs, const dxl_resource *resource) {
  if (!resource->leak_is_reported && !resource->double_is_reported)
    return;
  for (uint32_t i = 0; i < packs->count; i++)
    if (strcmp(packs->items[i], resource->pack) == 0)
      return;
  dxl_array_push(packs, resource->pack);
}

void dxl_engine_run(const dxl_ir_module *module, const dxl_rules *rules, const dxl_engine_options *options,
                    dxl_findings *findings, dxl_engine_summary *summary) {
  analysis all = {.module = module, .rules = rules, .options = options, .findings = findings,
                  .claims = dxl_map_new(), .texts = dxl_strings_new()};
  pack_list packs = {0};
  for (uint32_t i = 0; i < rules->resources.count; i++)
    add_pack(&packs, &rules->resources.items[i]);
  for (uint32_t i = 0; i <= packs.count && (i < packs.count || !all.is_begun); i++) {
    dxl_engine_summary round = {0};
    bool is_first = !all.is_begun, is_last = i == packs.count;
    run_round(&all, is_last ? NULL : packs.items[i], is_last, &round);
    add_summary(summary, &round, is_first && all.is_begun);
    dxl_array_free(&round.incomplete);
  }
  dxl_array_free(&packs);
  dxl_map_free(all.claims);
  dxl_strings_free(all.texts);
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
