// A call tree that is too much as a whole is explored in parts: each of its functions by itself, callees first. What a
// callee cost decides whether its callers enter it; one that is not entered may do anything to what it can reach.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/internal.h"

/// Attempts in their order: the less is entered, and the fewer rounds are followed, the less it takes.
static const struct {
  uint32_t open_cost; ///< of callees that are entered
  dxl_thrift thrift;
  uint32_t steps;
} attempts[] = {{DXL_LIMIT_PART_STEPS / 5, DXL_THRIFT_NONE, DXL_LIMIT_PART_STEPS},
                {DXL_LIMIT_PART_STEPS / 40, DXL_THRIFT_IDLE_LOOPS, DXL_LIMIT_PART_STEPS},
                {DXL_LIMIT_PART_STEPS / 100, DXL_THRIFT_ALL, DXL_LIMIT_LAST_STEPS}};
enum { ATTEMPTS = sizeof attempts / sizeof *attempts };
/// Of callees that are entered from a helper, where each helper is entered.
enum { NEAR_COST = DXL_LIMIT_PART_STEPS / 20 };

bool dxl_is_open(const dxl_engine *engine, const dxl_frame *frame, uint32_t function) {
  const dxl_function_facts *facts = &engine->functions[function];
  if (!engine->is_in_parts)
    return true;
  if (!facts->is_part)
    return !facts->is_in_cone;
  return facts->cost && facts->cost <= (frame->depth || !engine->looks_near ? engine->open_cost : UINT32_MAX - 1);
}

static bool is_followed(const dxl_function_facts *facts) { return facts->graph && facts->is_in_cone && !facts->rule; }

/// A helper that does something with what the function holds was not entered, because what lies below it is too much: once more,
/// with all helpers of the function, and less of what these call. What is known of the function's own cost and outcome stays.
static void look_near(dxl_engine *engine, uint32_t function) {
  const dxl_outcome outcome = engine->functions[function].outcome;
  engine->looks_near = true;
  engine->open_cost = NEAR_COST;
  dxl_run_root(engine, function, DXL_LIMIT_PART_STEPS);
  engine->looks_near = false;
  engine->functions[function].outcome = outcome;
}

/// Steps of the function when each of its blocks is passed once: an attempt that has hardly more than that is not made.
static uint64_t least_cost(const dxl_engine *engine, uint32_t function) {
  const dxl_ir_function *body = engine->module->functions.items[function];
  const dxl_graph *graph = engine->functions[function].graph;
  uint64_t cost = 0;
  for (uint32_t b = 0; b < body->blocks.count; b++) {
    const dxl_ir_block *block = &body->blocks.items[b];
    if (graph->blocks[b].sequence == DXL_NOT_REACHED)
      continue;
    cost += block->instructions.count + 1;
    for (uint32_t i = 0; i < block->instructions.count; i++) {
      const dxl_ir_call *call = block->instructions.items[i].call;
      if (!call || call->callee.kind != DXL_IR_FUNCTION)
        continue;
      const dxl_function_facts *callee = &engine->functions[call->callee.index];
      if (callee->is_part && callee->cost && callee->cost <= engine->open_cost)
        cost += callee->cost - 1;
    }
  }
  return cost;
}

/// Explores the function; less and less of what it calls is entered, until the steps are enough.
static void run_part(dxl_engine *engine, uint32_t function) {
  dxl_function_facts *facts = &engine->functions[function];
  engine->is_in_parts = true;
  for (uint32_t i = 0; i < ATTEMPTS; i++) {
    engine->open_cost = attempts[i].open_cost;
    engine->thrift = attempts[i].thrift;
    engine->is_last_try = i + 1 == ATTEMPTS;
    engine->misses_near = false;
    if (!engine->is_last_try && least_cost(engine, function) > attempts[i].steps / 2)
      continue;
    dxl_run_root(engine, function, attempts[i].steps);
    if (!engine->out_of_steps)
      break;
  }
  engine->thrift = DXL_THRIFT_NONE;
  const bool is_done = !engine->out_of_steps;
  const uint64_t steps = engine->steps;
  if (is_done && engine->misses_near)
    look_near(engine, function);
  engine->is_in_parts = false;
  facts->cost = is_done ? (uint32_t)steps + 1 : UINT32_MAX;
}

void dxl_run_again(dxl_engine *engine, uint32_t function) {
  if (!engine->functions[function].graph)
    return;
  engine->is_in_parts = engine->functions[function].is_part;
  for (uint32_t i = 0; i < ATTEMPTS; i++) {
    engine->open_cost = attempts[i].open_cost;
    engine->thrift = engine->is_in_parts ? attempts[i].thrift : DXL_THRIFT_NONE;
    engine->is_last_try = engine->is_in_parts && i + 1 == ATTEMPTS;
    dxl_run_root_again(engine, function, attempts[i].steps);
    if (!engine->out_of_steps || !engine->is_in_parts)
      break;
  }
  engine->thrift = DXL_THRIFT_NONE;
  engine->is_last_try = engine->is_in_parts = false;
}

typedef struct visit {
  uint32_t function, next;
} visit;

void dxl_run_in_parts(dxl_engine *engine, uint32_t function) {
  DXL_ARRAY(visit) stack = {0};
  visit first = {function, 0};
  if (!engine->functions[function].is_part)
    dxl_array_push(&stack, first);
  engine->functions[function].is_part = true;
  while (stack.count) {
    visit *at = &stack.items[stack.count - 1];
    const dxl_function_facts *facts = &engine->functions[at->function];
    if (at->next == facts->callee_count) {
      run_part(engine, at->function);
      stack.count--;
      continue;
    }
    uint32_t callee = engine->callees[facts->first_callee + at->next++];
    if (!is_followed(&engine->functions[callee]) || engine->functions[callee].is_part)
      continue;
    engine->functions[callee].is_part = true;
    visit next = {callee, 0};
    dxl_array_push(&stack, next);
  }
  dxl_array_free(&stack);
}

// ---- What is not entered -------------------------------------------------------------------------------------------------

/// Memory that somebody else can reach without being told: variables, and what was there before the path began.
static bool is_open_memory(const dxl_engine *engine, dxl_term base) {
  const dxl_region *region = dxl_term_region(&engine->terms, base);
  const dxl_symbol *symbol = dxl_term_symbol(&engine->terms, base);
  return (region && region->kind == DXL_REGION_GLOBAL) || (symbol && !symbol->is_fresh);
}

void dxl_forget_reachable(dxl_engine *engine, dxl_state *state) {
  for (uint32_t i = 0; i < state->holdings.count; i++) {
    dxl_holding *holding = &state->holdings.items[i];
    dxl_resource_kind kind = engine->rules->resources.items[holding->resource].kind;
    dxl_address key = dxl_resolve_address(&engine->terms, state, holding->value);
    const dxl_region *region = dxl_term_region(&engine->terms, key.base);
    if ((kind == DXL_RESOURCE_LOCK || kind == DXL_RESOURCE_STATE) && !(region && region->kind == DXL_REGION_LOCAL))
      holding->is_escaped = true;
  }
  DXL_ARRAY(dxl_term) bases = {0};
  for (uint32_t i = 0; i < state->objects.count; i++)
    if (is_open_memory(engine, state->objects.items[i]->base))
      dxl_array_push(&bases, state->objects.items[i]->base);
  dxl_escape_all(engine, state, bases.items, bases.count);
  for (uint32_t i = 0; i < bases.count; i++)
    dxl_memory_forget(&engine->terms, state, bases.items[i]);
  dxl_array_free(&bases);
}
