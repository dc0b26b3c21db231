// One analysis of one driver, from the linked module to its findings.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/engine.h"

#include "engine/internal.h"

typedef DXL_ARRAY(const char *) pack_list;

/// One round over a driver: only the resources of one pack are reported, so that states differ in these alone.
typedef struct round {
  dxl_engine engine;
  dxl_rules rules; ///< those of the analysis, but for what is reported
  dxl_engine_summary summary;
} round;

/// `pack` is NULL for the round that reports no resource.
static void begin_round(round *r, const dxl_ir_module *module, const dxl_rules *rules, const dxl_engine_options *options,
                        const char *pack) {
  memset(r, 0, sizeof *r);
  r->rules = *rules;
  r->rules.resources.items = dxl_allocate((rules->resources.count + 1) * sizeof(dxl_resource));
  r->rules.resources.capacity = rules->resources.count + 1;
  for (uint32_t i = 0; i < rules->resources.count; i++) {
    dxl_resource *resource = &r->rules.resources.items[i];
    *resource = rules->resources.items[i];
    if (!pack || strcmp(resource->pack, pack) != 0)
      resource->leak_is_reported = resource->double_is_reported = false;
  }
  dxl_engine *engine = &r->engine;
  engine->module = module;
  engine->rules = &r->rules;
  engine->options = options;
  engine->summary = &r->summary;
  engine->claims = dxl_map_new();
  engine->texts = dxl_strings_new();
  engine->sites = dxl_map_new();
  engine->classes = dxl_map_new();
  engine->field_targets = dxl_map_new();
  engine->places = dxl_map_new();
  engine->dead_locals = dxl_map_new();
  engine->releasers = dxl_map_new();
  engine->answers = dxl_map_new();
  dxl_terms_init(&engine->terms);
  dxl_entries_new(engine);
}

static void end_round(round *r) {
  dxl_engine *engine = &r->engine;
  dxl_survey_free(engine);
  dxl_entries_free(engine);
  dxl_array_free(&engine->marks);
  dxl_array_free(&engine->verdicts);
  dxl_solver_free(engine);
  dxl_terms_free(&engine->terms);
  dxl_map_free(engine->claims);
  dxl_strings_free(engine->texts);
  dxl_map_free(engine->sites);
  dxl_map_free(engine->classes);
  dxl_release(engine->made_classes);
  dxl_map_free(engine->field_targets);
  dxl_map_free(engine->places);
  dxl_map_free(engine->dead_locals);
  dxl_map_free(engine->releasers);
  dxl_map_free(engine->answers);
  dxl_array_free(&r->summary.incomplete);
  dxl_release(r->rules.resources.items);
}

static bool has_resources(const round *r) {
  return r->summary.acquire_sites || r->summary.release_sites || r->summary.use_sites;
}

/// Whether the driver has a call that is about a resource of the pack.
static bool has_sites(const dxl_ir_module *module, const dxl_rules *rules, const dxl_engine_options *options,
                      const char *pack) {
  round r;
  begin_round(&r, module, rules, options, pack);
  r.engine.findings = dxl_findings_new(); // the survey names what it left out
  dxl_survey(&r.engine);
  bool result = has_resources(&r);
  dxl_findings_free(r.engine.findings);
  end_round(&r);
  return result;
}

/// Adds what a round has seen. What all rounds see alike is counted once.
static void add_summary(dxl_engine_summary *into, const dxl_engine_summary *one, bool is_first) {
  if (is_first) {
    into->functions += one->functions;
    into->functions_in_cone += one->functions_in_cone;
    into->functions_explored += one->functions_explored;
    into->entries += one->entries;
  }
  into->roots += one->roots;
  into->acquire_sites += one->acquire_sites;
  into->release_sites += one->release_sites;
  into->use_sites += one->use_sites;
  into->loop_limit_hits += one->loop_limit_hits;
  into->state_limit_hits += one->state_limit_hits;
  into->depth_limit_hits += one->depth_limit_hits;
  into->memo_limit_hits += one->memo_limit_hits;
  into->step_limit_hits += one->step_limit_hits;
  into->solver_calls += one->solver_calls;
  into->solver_dropped += one->solver_dropped;
  for (uint32_t i = 0; i < one->incomplete.count; i++) {
    bool is_known = false;
    for (uint32_t k = 0; k < into->incomplete.count && !is_known; k++)
      is_known = into->incomplete.items[k] == one->incomplete.items[i];
    if (!is_known)
      dxl_array_push(&into->incomplete, one->incomplete.items[i]);
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

static pack_list packs_of(const dxl_rules *rules) {
  pack_list packs = {0};
  for (uint32_t i = 0; i < rules->resources.count; i++)
    add_pack(&packs, &rules->resources.items[i]);
  return packs;
}

uint32_t dxl_engine_parts(const dxl_rules *rules) {
  pack_list packs = packs_of(rules);
  uint32_t count = packs.count + 1;
  dxl_array_free(&packs);
  return count;
}

const char *dxl_engine_part_name(const dxl_rules *rules, uint32_t part) {
  pack_list packs = packs_of(rules);
  const char *name = part < packs.count ? packs.items[part] : NULL;
  dxl_array_free(&packs);
  return name;
}

/// `is_later`: an earlier round has explored the driver. The first one that does also looks for what is about no
/// resource. Without a resource that somebody asks for there is nothing to follow from one entry point to another;
/// without `is_needed` nothing at all. True when it explored.
static bool run_round(const dxl_ir_module *module, const dxl_rules *rules, const dxl_engine_options *options,
                      const char *pack, bool is_later, bool is_needed, dxl_findings *findings,
                      dxl_engine_summary *summary) {
  round r;
  begin_round(&r, module, rules, options, pack);
  dxl_engine *engine = &r.engine;
  engine->findings = findings;
  engine->is_later = is_later;
  dxl_survey(engine);
  bool is_explored = has_resources(&r) || is_needed;
  if (is_explored) {
    // Locks are not kept from one entry point to the next.
    if (options->whole_driver && has_resources(&r) && (engine->follows_values || !is_later))
      dxl_run_model(engine);
    dxl_run_roots(engine);
    dxl_run_takers(engine);
  }
  for (uint32_t i = 0; i < module->functions.count; i++)
    r.summary.functions_explored += engine->functions[i].is_explored;
  add_summary(summary, &r.summary, is_explored && !is_later);
  end_round(&r);
  return is_explored;
}

void dxl_engine_run_part(const dxl_ir_module *module, const dxl_rules *rules, const dxl_engine_options *options,
                         uint32_t part, dxl_findings *findings, dxl_engine_summary *summary) {
  pack_list packs = packs_of(rules);
  bool is_later = false;
  for (uint32_t i = 0; i < part && i < packs.count && !is_later; i++)
    is_later = has_sites(module, rules, options, packs.items[i]);
  if (part < packs.count)
    run_round(module, rules, options, packs.items[part], is_later, false, findings, summary);
  else if (!is_later)
    run_round(module, rules, options, NULL, false, true, findings, summary);
  dxl_array_free(&packs);
}

void dxl_engine_run(const dxl_ir_module *module, const dxl_rules *rules, const dxl_engine_options *options,
                    dxl_findings *findings, dxl_engine_summary *summary) {
  pack_list packs = packs_of(rules);
  bool is_later = false;
  for (uint32_t i = 0; i < packs.count; i++)
    is_later |= run_round(module, rules, options, packs.items[i], is_later, false, findings, summary);
  if (!is_later)
    run_round(module, rules, options, NULL, false, true, findings, summary);
  dxl_array_free(&packs);
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
