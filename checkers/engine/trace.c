// Steps of paths, and findings made of them.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <stdarg.h>
#include <stdio.h>

#include "engine/internal.h"

const char *dxl_text(dxl_engine *engine, const char *format, ...) {
  char text[1024];
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(text, sizeof text, format, arguments);
  va_end(arguments);
  return dxl_strings_intern(engine->texts, text);
}

const dxl_path *dxl_trace(dxl_engine *engine, const dxl_frame *frame, dxl_state *state, dxl_step_kind kind,
                          dxl_ir_location location, const char *text) {
  dxl_path *step = dxl_arena_alloc(engine->path_arena, sizeof *step);
  step->before = state->path;
  step->kind = kind;
  step->depth = frame ? frame->depth : 0;
  step->length = state->path ? state->path->length + 1 : 1;
  step->function = frame ? frame->function : engine->root;
  step->location = location;
  step->text = text;
  step->other = NULL;
  step->condition = 0;
  state->path = step;
  return step;
}

const dxl_path *dxl_trace_junction(dxl_engine *engine, const dxl_path *a, const dxl_path *b, dxl_term condition) {
  if (!condition || !a || !b || a == b)
    return a;
  dxl_path *junction = dxl_arena_alloc(engine->path_arena, sizeof *junction);
  *junction = *a;
  junction->before = a;
  junction->other = b;
  junction->condition = condition;
  return junction;
}

/// Goes back over junctions by what is known at the end of the path.
static const dxl_path *last_step(dxl_engine *engine, const dxl_state *state, const dxl_path *path) {
  while (path && path->other)
    path = dxl_evaluate(&engine->terms, state, path->condition) == 0 ? path->other : path->before;
  return path;
}

static dxl_position position_of(const dxl_engine *engine, dxl_ir_location location) {
  dxl_position position = {NULL, location.line, location.column, location.macro};
  if (location.file < engine->module->files.count)
    position.file = engine->module->files.items[location.file];
  return position;
}

const char *dxl_irql_name(int64_t level) {
  switch (level) {
  case DXL_IRQL_PASSIVE: return "PASSIVE_LEVEL";
  case DXL_IRQL_APC: return "APC_LEVEL";
  case DXL_IRQL_DISPATCH: return "DISPATCH_LEVEL";
  case DXL_IRQL_HIGH: return "HIGH_LEVEL";
  default: return "DIRQL";
  }
}

/// A call that was entered and left without anything of note is no part of the story.
static bool is_dull(dxl_step_kind kind) { return kind == DXL_STEP_BRANCH; }

static void add_steps(dxl_engine *engine, dxl_finding *finding, const dxl_state *state) {
  const dxl_path *last = last_step(engine, state, state->path);
  uint32_t count = 0;
  for (const dxl_path *path = last; path; path = last_step(engine, state, path->before))
    count++;
  const dxl_path **steps = dxl_allocate((count + 1) * sizeof(const dxl_path *));
  bool *dropped = dxl_allocate(count + 1);
  uint32_t *open = dxl_allocate((count + 1) * sizeof(uint32_t));
  bool *is_worth = dxl_allocate(count + 1);
  const dxl_path *step = last;
  for (uint32_t i = count; i > 0; step = last_step(engine, state, step->before))
    steps[--i] = step;
  uint32_t depth = 0;
  for (uint32_t i = 0; i < count; i++) {
    dropped[i] = false;
    if (steps[i]->kind == DXL_STEP_ENTER) {
      open[depth] = i;
      is_worth[depth++] = false;
    } else if (steps[i]->kind == DXL_STEP_RETURN && depth) {
      depth--;
      if (!is_worth[depth])
        memset(dropped + open[depth], true, i + 1 - open[depth]);
      else if (depth)
        is_worth[depth - 1] = true;
    } else if (!is_dull(steps[i]->kind) && depth) {
      is_worth[depth - 1] = true;
    }
  }
  for (uint32_t i = 0; i < count; i++)
    if (!dropped[i])
      dxl_finding_add_step(engine->findings, finding,
                           (dxl_step){steps[i]->kind, steps[i]->depth, position_of(engine, steps[i]->location),
                                      steps[i]->text});
  dxl_release(steps);
  dxl_release(dropped);
  dxl_release(open);
  dxl_release(is_worth);
}

uint32_t dxl_depth_since(dxl_engine *engine, const dxl_state *state, const dxl_path *earlier) {
  uint32_t depth = earlier ? earlier->depth : 0;
  for (const dxl_path *path = last_step(engine, state, state->path); path && path != earlier && depth;
       path = last_step(engine, state, path->before))
    if (path->depth < depth || path->kind == DXL_STEP_ENTRY)
      depth = path->kind == DXL_STEP_ENTRY ? 0 : path->depth;
  return depth;
}

/// The function that brings about both what happened to the resource before and the finding, where helpers do the work:
/// each that uses the same helpers in the same wrong way is a defect of its own. NULL where they happen in the same
/// activation, or under different calls of the system.
static const char *meeting_of(dxl_engine *engine, const dxl_frame *frame, const dxl_state *state, const dxl_path *earlier) {
  if (!frame || !frame->depth || !earlier)
    return NULL;
  uint32_t depth = frame->depth < earlier->depth ? frame->depth : earlier->depth;
  const dxl_path *path = last_step(engine, state, state->path);
  for (; path && path != earlier; path = last_step(engine, state, path->before)) {
    if (path->kind == DXL_STEP_ENTRY)
      return NULL;
    if (path->depth < depth)
      depth = path->depth;
  }
  if (!path || depth == frame->depth)
    return NULL;
  while (frame->parent && frame->depth > depth)
    frame = frame->parent;
  return dxl_frame_function(engine, frame)->display;
}

/// The parameter that an argument is without further ado; UINT32_MAX when it is none.
static uint32_t parameter_of(const dxl_engine *engine, const dxl_frame *frame, const dxl_ir_instruction *call,
                             uint32_t argument) {
  if (!call || !call->call || argument >= call->call->arguments.count)
    return UINT32_MAX;
  const dxl_ir_instruction *load = dxl_definition(frame->graph, call->call->arguments.items[argument]);
  const bool is_parameter = load && load->opcode == DXL_IR_LOAD && load->a.kind == DXL_IR_LOCAL &&
                            load->a.index < dxl_frame_function(engine, frame)->parameter_count;
  return is_parameter ? load->a.index : UINT32_MAX;
}

const char *dxl_given_in(const dxl_call *call, const dxl_place *place) {
  const dxl_engine *engine = call->engine;
  const dxl_frame *frame = call->frame;
  const dxl_ir_instruction *instruction = call->instruction;
  uint32_t argument = place->is_return ? UINT32_MAX : place->argument;
  while (frame->parent && frame->parent->point && (argument = parameter_of(engine, frame, instruction, argument)) != UINT32_MAX) {
    frame = frame->parent;
    const dxl_ir_block *block = &dxl_frame_function(engine, frame)->blocks.items[frame->point->block];
    instruction = frame->instruction < block->instructions.count ? &block->instructions.items[frame->instruction] : NULL;
  }
  return frame == call->frame ? NULL : dxl_frame_function(engine, frame)->display;
}

/// The function that uses helpers wrongly; NULL where the finding stands in it.
static const char *user_of(dxl_engine *engine, const dxl_frame *frame, const dxl_state *state, const dxl_claim *claim) {
  const dxl_holding *holding = claim->holding;
  if (claim->is_own)
    return NULL;
  const char *meeting =
      holding ? meeting_of(engine, frame, state, holding->released ? holding->released : holding->acquired) : NULL;
  return meeting ? meeting : claim->given_in;
}

/// Names the acquire, and the function that uses helpers wrongly, without absolute lines, so that the finding stays the same
/// when code moves.
static const char *cause_of(dxl_engine *engine, const dxl_claim *claim, const char *user) {
  const dxl_path *acquired = claim->holding ? claim->holding->acquired : NULL;
  const char *cause = claim->cause ? claim->cause : "";
  if (user)
    cause = dxl_text(engine, "%s in %s", cause, user);
  if (!acquired)
    return cause;
  const dxl_ir_function *function = engine->module->functions.items[acquired->function];
  return dxl_text(engine, "%s@%s+%d", cause, function->display, (int)(acquired->location.line - function->location.line));
}

/// What a finding says and where, whatever its cause. All of it is in the key: texts are interned. The same place in a
/// helper says something else for each call of the helper.
typedef struct said_key {
  const char *check, *message;
  uint64_t file, line, column, calls;
} said_key;

/// The calls through which an activation came about.
static uint64_t calls_of(const dxl_engine *engine, const dxl_frame *frame) {
  uint64_t hash = 0;
  for (const dxl_frame *caller = frame ? frame->parent : NULL; caller && caller->point; caller = caller->parent) {
    const dxl_ir_function *body = engine->module->functions.items[caller->function];
    const dxl_ir_location *at = &body->blocks.items[caller->point->block].instructions.items[caller->instruction].location;
    const uint64_t key[] = {hash, caller->function, at->line, at->column};
    hash = dxl_hash(key, sizeof key, 0);
  }
  return hash;
}

static said_key said_of(dxl_engine *engine, const dxl_frame *frame, const dxl_claim *claim) {
  return (said_key){dxl_text(engine, "%s", claim->check), claim->said ? claim->said : claim->message,
                    claim->location.file, claim->location.line, claim->location.column, calls_of(engine, frame)};
}

static bool has_origin(const dxl_claim *claim) { return claim->holding && claim->holding->acquired; }

/// The same has been said of a resource whose acquire is known, or is not known here but was there: an entry point is
/// explored in the life of its object and by itself.
static bool is_said(dxl_engine *engine, const dxl_frame *frame, const dxl_claim *claim) {
  const said_key key = said_of(engine, frame, claim);
  const uint64_t *with_origin = dxl_map_get(engine->claims, &key, sizeof key);
  return with_origin && has_origin(claim) != (*with_origin != 0);
}

static void note_said(dxl_engine *engine, const dxl_frame *frame, const dxl_claim *claim) {
  const said_key key = said_of(engine, frame, claim);
  bool is_new;
  uint64_t *with_origin = dxl_map_put(engine->claims, &key, sizeof key, &is_new);
  if (is_new)
    *with_origin = has_origin(claim);
}

bool dxl_claim_finding(dxl_engine *engine, const dxl_frame *frame, const dxl_state *state, const dxl_claim *claim) {
  if (claim->level < engine->options->level || !dxl_check_selected(engine->options->checks, claim->check))
    return false;
  if (claim->is_general && engine->is_later)
    return false;
  // Another round asks for it.
  const dxl_resource *kind = claim->holding ? &engine->rules->resources.items[claim->holding->resource] : NULL;
  if (kind && !kind->leak_is_reported && !kind->double_is_reported)
    return false;
  if (engine->is_called_again && !(claim->holding && claim->holding->is_left))
    return false;
  if (dxl_entries_refuses(engine, state, claim))
    return false;
  if (is_said(engine, frame, claim))
    return true;
  // The same is found on many paths: only a shorter one is worth a question.
  const char *user = user_of(engine, frame, state, claim), *cause = cause_of(engine, claim, user);
  struct {
    const char *check, *cause;
    uint64_t file, line, column;
  } key = {dxl_text(engine, "%s", claim->check), cause, claim->location.file, claim->location.line, claim->location.column};
  bool is_new;
  uint64_t *best = dxl_map_put(engine->claims, &key, sizeof key, &is_new);
  uint32_t length = state->path ? state->path->length : 0;
  if (!is_new && (uint32_t)*best <= length && *best >> 32 == 0)
    return true;
  if (*best >> 32 >= DXL_LIMIT_DROPPED)
    return false;
  if (engine->options->use_solver) {
    engine->summary->solver_calls++;
    if (!dxl_solver_feasible(engine, state)) {
      engine->summary->solver_dropped++;
      uint64_t *slot = dxl_map_put(engine->claims, &key, sizeof key, NULL);
      if (is_new || *slot >> 32)
        *slot = ((*slot >> 32) + 1) << 32;
      return false;
    }
  }
  *dxl_map_put(engine->claims, &key, sizeof key, NULL) = length;
  note_said(engine, frame, claim);
  dxl_findings *findings = engine->findings;
  dxl_finding *finding = dxl_finding_new(findings);
  const dxl_ir_function *function =
      engine->module->functions.items[frame ? frame->function : engine->root];
  finding->check = dxl_findings_text(findings, claim->check);
  finding->level = claim->level;
  // Findings at one place that say the same are taken for one by those who get them.
  finding->message = dxl_findings_text(
      findings, user ? dxl_text(engine, "%s, on behalf of '%s'", claim->message, user) : claim->message);
  finding->position = position_of(engine, claim->location);
  finding->function = dxl_findings_text(findings, function->display);
  finding->root = dxl_findings_text(findings, engine->module->functions.items[engine->root]->display);
  if (claim->holding) {
    const dxl_resource *resource = &engine->rules->resources.items[claim->holding->resource];
    finding->resource = dxl_findings_text(findings, resource->id);
    finding->resource_title = dxl_findings_text(findings, resource->title);
    finding->pack = dxl_findings_text(findings, resource->reported_by ? resource->reported_by : resource->pack);
    if (claim->holding->acquired)
      finding->acquired = position_of(engine, claim->holding->acquired->location);
  }
  finding->cause = dxl_findings_text(findings, cause);
  add_steps(engine, finding, state);
  dxl_finding_add_step(findings, finding,
                       (dxl_step){DXL_STEP_END, frame ? frame->depth : 0, finding->position,
                                  claim->end ? claim->end : claim->message});
  dxl_findings_add(findings, finding);
  return true;
}
