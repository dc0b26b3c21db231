// Explores the body of a function: blocks in the order of the unrolled loops, states joined where they meet.
// Invariant: a point is executed when nothing pending stands before it, so that all states that can meet there have
// come.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/checks.h"
#include "engine/internal.h"

// ---- Places in the unrolled body -----------------------------------------------------------------------------------------

static uint32_t loop_depth(const dxl_graph *graph, uint32_t block) {
  uint32_t loop = graph->blocks[block].loop;
  return loop == DXL_NO_LOOP ? 0 : graph->loops.items[loop].depth + 1;
}

/// Loops around a block, outermost first; returns how many.
static uint32_t loops_around(const dxl_graph *graph, uint32_t block, uint32_t *chain) {
  uint32_t depth = loop_depth(graph, block);
  uint32_t loop = graph->blocks[block].loop;
  for (uint32_t i = depth; i-- > 0; loop = graph->loops.items[loop].parent)
    if (i < DXL_LOOP_DEPTH)
      chain[i] = loop;
  return depth < DXL_LOOP_DEPTH ? depth : DXL_LOOP_DEPTH;
}

uint32_t dxl_site(dxl_engine *engine, const dxl_frame *frame, uint32_t instruction) {
  struct {
    uint32_t site, function, block, instruction, rounds[DXL_LOOP_DEPTH];
  } key;
  memset(&key, 0, sizeof key);
  key.site = frame->site;
  key.function = frame->function;
  key.block = frame->point->block;
  key.instruction = instruction;
  uint32_t depth = loop_depth(frame->graph, frame->point->block);
  for (uint32_t i = 0; i < depth && i < DXL_LOOP_DEPTH; i++)
    key.rounds[i] = frame->point->rounds[i];
  bool is_new;
  uint64_t *slot = dxl_map_put(engine->sites, &key, sizeof key, &is_new);
  if (is_new)
    *slot = dxl_map_count(engine->sites);
  return (uint32_t)*slot;
}

dxl_term dxl_site_symbol(dxl_engine *engine, dxl_symbol_kind kind, uint32_t site, uint32_t tag, bool *is_new) {
  const uint32_t key[2] = {site, tag};
  dxl_term term = dxl_term_symbol_keyed(&engine->terms, kind, key, sizeof key, is_new);
  dxl_term_symbol(&engine->terms, term)->born = ++engine->births;
  return term;
}

/// Negative when point a comes first.
static int compare_points(const dxl_graph *graph, const dxl_point *a, const dxl_point *b) {
  uint32_t left[DXL_LOOP_DEPTH], right[DXL_LOOP_DEPTH];
  uint32_t left_depth = loops_around(graph, a->block, left), right_depth = loops_around(graph, b->block, right);
  for (uint32_t i = 0;; i++) {
    uint32_t sequence_a = i < left_depth ? graph->loops.items[left[i]].sequence : graph->blocks[a->block].sequence;
    uint32_t sequence_b = i < right_depth ? graph->loops.items[right[i]].sequence : graph->blocks[b->block].sequence;
    bool same_loop = i < left_depth && i < right_depth && left[i] == right[i];
    if (!same_loop)
      return sequence_a < sequence_b ? -1 : sequence_a > sequence_b;
    if (a->rounds[i] != b->rounds[i])
      return a->rounds[i] < b->rounds[i] ? -1 : 1;
  }
}

static void add_state(dxl_frame *frame, uint32_t block, const uint32_t *rounds, dxl_state *state) {
  if (frame->graph->blocks[block].sequence == DXL_NOT_REACHED) {
    dxl_state_free(state);
    return;
  }
  dxl_point wanted = {.block = block};
  memcpy(wanted.rounds, rounds, sizeof wanted.rounds);
  // Sorted with the first point last.
  uint32_t low = 0, high = frame->pending.count;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    int order = compare_points(frame->graph, frame->pending.items[middle], &wanted);
    if (order == 0) {
      dxl_array_push(&frame->pending.items[middle]->states, state);
      return;
    }
    if (order > 0)
      low = middle + 1;
    else
      high = middle;
  }
  dxl_point *point = dxl_allocate(sizeof *point);
  *point = wanted;
  dxl_array_push(&point->states, state);
  dxl_array_push(&frame->pending, point);
  memmove(&frame->pending.items[low + 1], &frame->pending.items[low],
          (frame->pending.count - 1 - low) * sizeof(dxl_point *));
  frame->pending.items[low] = point;
}

#define ROUND_LOCAL 0x90000000u // numbers of locals that no function has
#define RESOURCES_BIT INT64_C(-64) // where the number of the resources stands among their values
#define OLDER_BIT (INT64_C(1) << 40) // where the values of the round before begin

enum {
  RESTLESS_ROUNDS = 3, ///< rounds that are followed in addition because the last one has set a flag
  JUMP_ROUNDS = 2 * DXL_LIMIT_DECIDED_ROUNDS, ///< rounds after which no others are left out on the way to a landmark
  SPLIT_DEPTH = 5,     ///< constants within each other that a flag may have
  SPLIT_STATES = 8     ///< states that one is taken apart into
};

// ---- Loops -------------------------------------------------------------------------------------------------------------

static bool is_within(const dxl_graph *graph, uint32_t block, uint32_t loop) {
  for (uint32_t at = graph->blocks[block].loop; at != DXL_NO_LOOP; at = graph->loops.items[at].parent)
    if (at == loop)
      return true;
  return false;
}

/// Where the values stand that the loop's locals had when the round began.
static dxl_address round_start(dxl_engine *engine, const dxl_frame *frame, uint32_t loop) {
  dxl_term region = dxl_term_region_of(&engine->terms, DXL_REGION_LOCAL, frame->site, ROUND_LOCAL | loop, NULL, NULL);
  return (dxl_address){region, 0, 0};
}

static dxl_term local_value(dxl_engine *engine, const dxl_frame *frame, dxl_state *state, uint32_t local) {
  dxl_scalar scalar = dxl_scalar_of(dxl_frame_function(engine, frame)->locals.items[local].type);
  dxl_address address = {dxl_local_term(engine, frame, local), 0, 0};
  return scalar.width ? dxl_memory_read(&engine->terms, state, address, 0, scalar) : 0;
}

/// A number that changes when a resource comes to life or ends.
static int64_t live_resources(const dxl_state *state) {
  uint64_t sum = 1;
  for (uint32_t i = 0; i < state->holdings.count; i++) {
    const dxl_holding *holding = &state->holdings.items[i];
    const uint32_t key[3] = {holding->value, holding->resource, holding->count};
    if (holding->state == DXL_HOLDING_LIVE && !holding->is_escaped)
      sum += dxl_hash(key, sizeof key, 0);
  }
  return (int64_t)(sum >> 1);
}

static dxl_term at_round_start(const dxl_state *state, dxl_term base, int64_t bit) {
  const dxl_cell place = {.bit = bit, .width = 64};
  return dxl_memory_cell(dxl_state_object(state, base), &place);
}

/// A round begins: what the locals hold that the loop stores to, and held a round before. (Resources are not kept: they
/// would be known there.)
static void note_round(dxl_engine *engine, dxl_frame *frame, dxl_state *state, uint32_t loop) {
  dxl_address start = round_start(engine, frame, loop);
  const dxl_loop *at = &frame->graph->loops.items[loop];
  dxl_terms_list older = {0};
  for (uint32_t i = 0; i < at->stored.count; i++)
    dxl_array_push(&older, at_round_start(state, start.base, (int64_t)at->stored.items[i].local * 64));
  dxl_state_drop_object(state, start.base);
  dxl_memory_write(&engine->terms, state, start, RESOURCES_BIT, 64, dxl_term_integer(&engine->terms, live_resources(state)));
  for (uint32_t i = 0; i < at->stored.count; i++) {
    int64_t bit = (int64_t)at->stored.items[i].local * 64;
    dxl_term value = local_value(engine, frame, state, at->stored.items[i].local);
    if (value && !dxl_term_get(&engine->terms, value)->has_resource)
      dxl_memory_write(&engine->terms, state, start, bit, 64, value);
    if (older.items[i])
      dxl_memory_write(&engine->terms, state, start, OLDER_BIT + bit, 64, older.items[i]);
  }
  dxl_array_free(&older);
}

static dxl_term settled(dxl_terms *terms, const dxl_state *state, dxl_term value) {
  value = dxl_resolve(terms, state, value);
  int truth = dxl_term_get(terms, value)->is_boolean ? dxl_evaluate(terms, state, value) : -1;
  return truth >= 0 ? dxl_term_integer(terms, truth) : value;
}

/// What a local is now and was when the round began, as far as the path says; false when it holds nothing that counts here.
static bool local_change(dxl_engine *engine, dxl_frame *frame, dxl_state *state, uint32_t loop, uint32_t local,
                         dxl_term *before, dxl_term *now) {
  dxl_terms *terms = &engine->terms;
  *now = local_value(engine, frame, state, local);
  if (!*now || dxl_term_get(terms, *now)->has_resource)
    return false;
  *before = at_round_start(state, round_start(engine, frame, loop).base, (int64_t)local * 64);
  *now = settled(terms, state, *now);
  if (*before)
    *before = settled(terms, state, *before);
  return true;
}

static bool is_changed(dxl_engine *engine, const dxl_state *state, dxl_term before, dxl_term now) {
  dxl_terms *terms = &engine->terms;
  return !before || (before != now &&
                     dxl_evaluate(terms, state, dxl_term_truth(terms, dxl_term_equal(terms, before, now))) != 1);
}

/// A local that is set to a constant now and then, and counts no rounds: the loop sets it to nothing else, or the round
/// before this one has left it as it was.
static bool is_flag(dxl_engine *engine, dxl_frame *frame, dxl_state *state, uint32_t loop, const dxl_loop_local *local,
                    dxl_term before, dxl_term now) {
  dxl_terms *terms = &engine->terms;
  if (!dxl_term_is_integer(terms, now))
    return false;
  dxl_term older = at_round_start(state, round_start(engine, frame, loop).base, OLDER_BIT + (int64_t)local->local * 64);
  return local->is_flag || (older && before && dxl_term_is_integer(terms, before) && settled(terms, state, older) == before);
}

/// What a local gains in each round, where the loop changes it in no other way, or the last two rounds say the same; 0 where
/// it is no such counter.
static int64_t step_of(dxl_engine *engine, dxl_frame *frame, dxl_state *state, uint32_t loop, const dxl_loop_local *stored,
                       int64_t *value) {
  dxl_terms *terms = &engine->terms;
  const uint32_t local = stored->local;
  dxl_term before, now, older;
  if (!local_change(engine, frame, state, loop, local, &before, &now) || !before)
    return 0;
  older = at_round_start(state, round_start(engine, frame, loop).base, OLDER_BIT + (int64_t)local * 64);
  older = older ? settled(terms, state, older) : 0;
  if (stored->step && dxl_term_is_integer(terms, before) && dxl_term_is_integer(terms, now)) {
    *value = dxl_term_get(terms, now)->value;
    return stored->step == INT64_MIN ? 0 : stored->step;
  }
  if (!older || !dxl_term_is_integer(terms, older) || !dxl_term_is_integer(terms, before) || !dxl_term_is_integer(terms, now))
    return 0;
  int64_t first, second;
  *value = dxl_term_get(terms, now)->value;
  if (__builtin_sub_overflow(dxl_term_get(terms, before)->value, dxl_term_get(terms, older)->value, &first) ||
      __builtin_sub_overflow(*value, dxl_term_get(terms, before)->value, &second) || first != second || first == INT64_MIN)
    return 0;
  return first;
}

/// Rounds until a counter has the first value that the function compares it with, or stands right before it; INT64_MAX
/// where there is none.
static int64_t rounds_to_landmark(const dxl_graph *graph, uint32_t local, int64_t value, int64_t step) {
  int64_t best = INT64_MAX;
  for (uint32_t i = 0; i < graph->landmarks.count; i++) {
    int64_t way, size = step < 0 ? -step : step;
    if (graph->landmarks.items[i].local != local ||
        __builtin_sub_overflow(graph->landmarks.items[i].value, value, &way) || way == INT64_MIN)
      continue;
    way = step < 0 ? -way : way;
    if (way < 0)
      continue;
    int64_t rounds = way / size + (way % size != 0);
    if (rounds > 0) // a loop may step before it compares
      rounds--;
    best = rounds < best ? rounds : best;
  }
  return best;
}

/// Rounds until something happens that the rounds so far do not show, as far as its counters tell; INT64_MAX = not known.
/// One that this round has not moved says nothing: other rounds like it do not move it either.
static int64_t rounds_ahead(dxl_engine *engine, dxl_frame *frame, dxl_state *state, uint32_t loop) {
  int64_t best = INT64_MAX;
  const dxl_loop *at = &frame->graph->loops.items[loop];
  for (uint32_t i = 0; i < at->stored.count; i++) {
    dxl_term before, now;
    if (!local_change(engine, frame, state, loop, at->stored.items[i].local, &before, &now) || before == now)
      continue;
    int64_t value, step = step_of(engine, frame, state, loop, &at->stored.items[i], &value);
    int64_t rounds = step ? rounds_to_landmark(frame->graph, at->stored.items[i].local, value, step) : INT64_MAX;
    best = rounds < best ? rounds : best;
  }
  return best;
}

/// Scalars of the function that the round has changed become unknown: whatever round it is now. What the round, which
/// changed no resource either, has left as it was, others like it leave too; a flag keeps the constant that it was set to.
/// Counters lie in what the next `rounds` rounds give them, or (`is_jump`) have what those together do.
static void widen(dxl_engine *engine, dxl_frame *frame, dxl_state *state, uint32_t loop, int64_t rounds, bool is_jump) {
  dxl_terms *terms = &engine->terms;
  const dxl_ir_function *function = dxl_frame_function(engine, frame);
  uint32_t site = dxl_site(engine, frame, UINT32_MAX);
  const dxl_loop *at = &frame->graph->loops.items[loop];
  // The other rounds have written to elements too.
  for (uint32_t i = 0; i < at->filled.count; i++)
    dxl_memory_blur(state, dxl_local_term(engine, frame, at->filled.items[i]));
  for (uint32_t i = 0; i < at->stored.count; i++) {
    uint32_t local = at->stored.items[i].local;
    dxl_term before, now;
    if (!local_change(engine, frame, state, loop, local, &before, &now) || !is_changed(engine, state, before, now))
      continue;
    if (is_flag(engine, frame, state, loop, &at->stored.items[i], before, now))
      continue;
    const dxl_ir_type *type = function->locals.items[local].type;
    dxl_address address = {dxl_local_term(engine, frame, local), 0, 0};
    dxl_term unknown = dxl_unknown_result(engine, type, site, 0x10000u + local);
    dxl_term_symbol(terms, unknown)->is_widened = true;
    int64_t value, end, step = step_of(engine, frame, state, loop, &at->stored.items[i], &value);
    bool has_end = step && rounds != INT64_MAX && !__builtin_mul_overflow(step, rounds, &end) &&
                   !__builtin_add_overflow(value, end, &end);
    if (is_jump && has_end) {
      unknown = dxl_term_integer(terms, end);
      dxl_memory_write(terms, state, round_start(engine, frame, loop), (int64_t)local * 64, 64, dxl_term_integer(terms, end - step));
    }
    dxl_memory_write(terms, state, address, 0, dxl_scalar_of(type).width, unknown);
    if (!step && at->stored.items[i].step) { // from a start that nobody knows
      dxl_term is_behind = at->stored.items[i].step > 0 ? dxl_term_less(terms, unknown, now, false)
                                                        : dxl_term_less(terms, now, unknown, false);
      (void)dxl_assume(terms, state, is_behind, false);
      continue;
    }
    if (!step || dxl_term_is_integer(terms, unknown))
      continue;
    // On the way from here to there; without an end it goes on for ever.
    dxl_term first = dxl_term_integer(terms, value), last = has_end ? dxl_term_integer(terms, end) : 0;
    dxl_term is_behind = step > 0 ? dxl_term_less(terms, unknown, first, false) : dxl_term_less(terms, first, unknown, false);
    (void)dxl_assume(terms, state, is_behind, false);
    if (last)
      (void)dxl_assume(terms, state, step > 0 ? dxl_term_less(terms, unknown, last, false) : dxl_term_less(terms, last, unknown, false),
                       true);
  }
}

/// True for a choice between constants, however many.
static bool is_choice_of_constants(const dxl_terms *terms, dxl_term value, unsigned depth) {
  const dxl_term_node *node = dxl_term_get(terms, value);
  if (node->kind == DXL_TERM_INTEGER)
    return depth > 0;
  if (node->is_boolean)
    return true;
  return node->kind == DXL_TERM_CHOICE && depth < SPLIT_DEPTH && is_choice_of_constants(terms, node->a, depth + 1) &&
         is_choice_of_constants(terms, node->b, depth + 1);
}

/// Whether the round that has ended gave a local of the loop a constant that it did not have before, or another value
/// instead of a constant: a flag was set, or something was found. (A result or a counter of which just one value is left
/// is none.)
static bool sets_flag(dxl_engine *engine, dxl_frame *frame, dxl_state *state, uint32_t loop) {
  const dxl_loop *at = &frame->graph->loops.items[loop];
  for (uint32_t i = 0; i < at->stored.count; i++) {
    dxl_term before, now, raw;
    if (!local_change(engine, frame, state, loop, at->stored.items[i].local, &before, &now) || now == before)
      continue;
    if (!dxl_term_is_integer(&engine->terms, now)) {
      if (before && dxl_term_is_integer(&engine->terms, before))
        return true;
      continue;
    }
    raw = local_value(engine, frame, state, at->stored.items[i].local);
    dxl_term start = at_round_start(state, round_start(engine, frame, loop).base, (int64_t)at->stored.items[i].local * 64);
    const dxl_symbol *symbol = start ? dxl_term_symbol(&engine->terms, start) : NULL;
    if (symbol && symbol->is_widened)
      continue;
    if (dxl_term_is_integer(&engine->terms, raw) || is_choice_of_constants(&engine->terms, raw, 0))
      return true;
  }
  return false;
}

/// A condition that settles which constant a local of the loop holds, or held when the round began; 0 when all are settled.
static dxl_term open_choice(dxl_engine *engine, dxl_frame *frame, dxl_state *state, uint32_t loop) {
  const dxl_loop *at = &frame->graph->loops.items[loop];
  for (uint32_t i = 0; i < at->stored.count; i++) {
    dxl_term values[2] = {0, 0};
    if (!local_change(engine, frame, state, loop, at->stored.items[i].local, &values[0], &values[1]))
      continue;
    for (unsigned k = 0; k < 2; k++)
      if (values[k] && is_choice_of_constants(&engine->terms, values[k], 0))
        return dxl_term_get(&engine->terms, values[k])->is_boolean ? values[k] : dxl_term_get(&engine->terms, values[k])->c;
  }
  return 0;
}

/// Takes states apart that were joined although a flag of the loop differs in them: what was set together stays together.
static void split_flags(dxl_engine *engine, dxl_frame *frame, uint32_t loop, dxl_states *states) {
  for (uint32_t i = 0; i < states->count;) {
    dxl_state *state = states->items[i];
    dxl_term condition = states->count < SPLIT_STATES ? open_choice(engine, frame, state, loop) : 0;
    if (!condition || dxl_evaluate(&engine->terms, state, condition) >= 0) {
      i++;
      continue;
    }
    dxl_state *other = dxl_state_copy(state);
    if (dxl_assume(&engine->terms, other, condition, false) && dxl_conclude(&engine->terms, other))
      dxl_array_push(states, other);
    else
      dxl_state_free(other);
    if (!dxl_assume(&engine->terms, state, condition, true) || !dxl_conclude(&engine->terms, state)) {
      dxl_state_free(state);
      states->items[i] = states->items[--states->count];
    }
  }
}

typedef enum round_kind { ROUND_NONE, ROUND_NEXT, ROUND_ANY } round_kind;

/// Rounds of a loop that are followed where its end is not known.
static unsigned undecided_rounds(const dxl_engine *engine, const dxl_frame *frame, uint32_t loop, bool is_idle) {
  if (engine->thrift >= DXL_THRIFT_IDLE_LOOPS && frame->graph->loops.items[loop].is_idle)
    return 1;
  // Where a round begins a resource, the one after it shows what comes of that.
  return engine->thrift >= DXL_THRIFT_ALL ? (is_idle ? 1 : 2) : DXL_LIMIT_UNDECIDED_ROUNDS;
}

/// Rounds of a loop with a known end that are followed although they begin no resource.
static unsigned idle_rounds(const dxl_engine *engine, const dxl_frame *frame, uint32_t loop) {
  bool is_thrifty = engine->thrift >= DXL_THRIFT_ALL ||
                    (engine->thrift >= DXL_THRIFT_IDLE_LOOPS && frame->graph->loops.items[loop].is_idle);
  return is_thrifty ? DXL_LIMIT_THRIFTY_ROUNDS : DXL_LIMIT_IDLE_ROUNDS;
}

/// Rounds that are followed in addition because one has set a flag.
static unsigned restless_rounds(const dxl_engine *engine) {
  return engine->thrift >= DXL_THRIFT_ALL ? 1 : RESTLESS_ROUNDS;
}

/// A round of a loop has ended: whether the path is not followed any further, the next round is followed, or one that
/// stands for all others.
static round_kind kind_of_round(dxl_engine *engine, dxl_frame *frame, dxl_state *state, uint32_t loop, uint32_t depth,
                                uint32_t rounds) {
  if (state->undecided[depth] >= DXL_WIDENED) {
    // What it would do, the round before has done, unless that has set a flag.
    if (!sets_flag(engine, frame, state, loop) || state->undecided[depth] >= DXL_WIDENED + restless_rounds(engine))
      return ROUND_NONE;
    state->undecided[depth]++;
    return ROUND_NEXT;
  }
  bool is_decided = (state->decided >> depth) & 1;
  state->decided = (uint16_t)(state->decided & ~(1u << depth));
  if (!is_decided && state->undecided[depth] + 1 < DXL_WIDENED)
    state->undecided[depth]++;
  bool is_idle = state->holdings_before[depth] == state->holdings.count;
  const unsigned limit = undecided_rounds(engine, frame, loop, is_idle);
  bool is_over = is_decided ? rounds >= DXL_LIMIT_DECIDED_ROUNDS || (is_idle && rounds >= idle_rounds(engine, frame, loop))
                            : state->undecided[depth] >= limit ||
                                  rounds >= DXL_LIMIT_DECIDED_ROUNDS;
  // A round that has ended a resource may have set a flag that says so: one more shows what comes of it.
  dxl_term before = at_round_start(state, round_start(engine, frame, loop).base, RESOURCES_BIT);
  bool is_calm = !before || dxl_term_get(&engine->terms, before)->kind != DXL_TERM_INTEGER ||
                 dxl_term_get(&engine->terms, before)->value == live_resources(state);
  if (is_over && is_idle && !is_calm && rounds < DXL_LIMIT_DECIDED_ROUNDS &&
      state->undecided[depth] < limit + restless_rounds(engine))
    is_over = false;
  if (!is_over)
    return ROUND_NEXT;
  if (!is_idle) {
    dxl_limit_hit(engine, &engine->summary->loop_limit_hits, "loop");
    return ROUND_NONE;
  }
  return ROUND_ANY;
}

/// Begins the next round of a loop with a state that has come back to its header. Takes the state.
static void go_round(dxl_engine *engine, dxl_frame *frame, uint32_t loop, uint32_t depth, const uint32_t *rounds,
                     dxl_state *state) {
  uint32_t target = frame->graph->loops.items[loop].header;
  dxl_states states = {0};
  dxl_array_push(&states, state);
  // The last rounds that are followed stand for all others: there it matters which flag goes with which resource.
  bool is_idle = state->holdings_before[depth] == state->holdings.count;
  if (state->undecided[depth] + 1u >= undecided_rounds(engine, frame, loop, is_idle) ||
      rounds[depth] >= idle_rounds(engine, frame, loop))
    split_flags(engine, frame, loop, &states);
  for (uint32_t i = 0; i < states.count; i++) {
    state = states.items[i];
    round_kind kind = kind_of_round(engine, frame, state, loop, depth, rounds[depth]);
    int64_t ahead = kind == ROUND_ANY ? rounds_ahead(engine, frame, state, loop) : INT64_MAX;
    if (kind == ROUND_NONE) {
      dxl_state_free(state);
      continue;
    }
    if (kind == ROUND_ANY && (ahead > 0 || rounds[depth] >= DXL_LIMIT_DECIDED_ROUNDS)) {
      if (ahead != INT64_MAX && rounds[depth] < JUMP_ROUNDS && engine->thrift < DXL_THRIFT_ALL) {
        // The rounds up to there are all like this one.
        dxl_state *there = dxl_state_copy(state);
        widen(engine, frame, there, loop, ahead, true);
        note_round(engine, frame, there, loop);
        there->births_before[depth] = engine->births;
        add_state(frame, target, rounds, there);
      }
      state->undecided[depth] = DXL_WIDENED;
      widen(engine, frame, state, loop, rounds[depth] < JUMP_ROUNDS ? ahead : INT64_MAX, false);
    }
    note_round(engine, frame, state, loop);
    state->births_before[depth] = engine->births;
    add_state(frame, target, rounds, state);
  }
  dxl_array_free(&states);
}

/// Follows an edge. Takes the state.
static void go_to(dxl_engine *engine, dxl_frame *frame, uint32_t target, dxl_state *state) {
  const dxl_graph *graph = frame->graph;
  const dxl_point *point = frame->point;
  uint32_t from[DXL_LOOP_DEPTH], to[DXL_LOOP_DEPTH], rounds[DXL_LOOP_DEPTH] = {0};
  uint32_t from_depth = loops_around(graph, point->block, from), to_depth = loops_around(graph, target, to);
  for (uint32_t i = 0; i < to_depth; i++) {
    if (i < from_depth && from[i] == to[i]) {
      rounds[i] = point->rounds[i];
      if (graph->loops.items[to[i]].header == target) {
        rounds[i]++;
        go_round(engine, frame, to[i], i, rounds, state);
        return;
      }
    } else {
      state->undecided[i] = 0;
      state->decided = (uint16_t)(state->decided & ~(1u << i));
      state->holdings_before[i] = (uint16_t)state->holdings.count;
      state->births_before[i] = engine->births;
    }
  }
  for (uint32_t i = to_depth; i < from_depth; i++)
    state->undecided[i] = 0;
  add_state(frame, target, rounds, state);
}

// ---- Ways out of a block -------------------------------------------------------------------------------------------------

/// "!if" is an if whose ways are exchanged.
static bool word_is(const char *word, const char *other) {
  return word && strcmp(*word == '!' ? word + 1 : word, other) == 0;
}

/// When the last symbol in a term was made.
static uint32_t youngest_in(const dxl_terms *terms, dxl_term term) {
  const dxl_term_node node = *dxl_term_get(terms, term);
  if (node.kind == DXL_TERM_SYMBOL)
    return terms->symbols.items[node.a].born;
  if (node.kind < DXL_TERM_ADD || !term)
    return 0;
  const uint32_t parts[3] = {node.a ? youngest_in(terms, node.a) : 0, node.b ? youngest_in(terms, node.b) : 0,
                             node.c ? youngest_in(terms, node.c) : 0};
  uint32_t youngest = parts[0] > parts[1] ? parts[0] : parts[1];
  return youngest > parts[2] ? youngest : parts[2];
}

enum { CONDITION_DEPTH = 8 }; // operations within a condition through which its locals are looked for

/// Whether a condition asks what this round of a loop has found out: what a call of the round has answered, or, where
/// only breaks end the loop, a flag. The next round may find something else.
static bool asks_about_round(dxl_engine *engine, dxl_frame *frame, dxl_state *state, dxl_ir_operand operand,
                             uint32_t loop, uint32_t depth, unsigned level) {
  const dxl_ir_instruction *definition = dxl_definition(frame->graph, operand);
  if (!definition || level > CONDITION_DEPTH)
    return false;
  if (definition->opcode == DXL_IR_LOAD && definition->a.kind == DXL_IR_LOCAL) {
    const dxl_loop *at = &frame->graph->loops.items[loop];
    for (uint32_t i = 0; !at->has_condition && i < at->stored.count; i++)
      if (at->stored.items[i].local == definition->a.index && at->stored.items[i].is_flag)
        return true;
    dxl_term value = local_value(engine, frame, state, definition->a.index);
    return value && youngest_in(&engine->terms, value) > state->births_before[depth];
  }
  if (definition->opcode != DXL_IR_COMPARE && definition->opcode != DXL_IR_CAST && definition->opcode != DXL_IR_BINARY)
    return false;
  return asks_about_round(engine, frame, state, definition->a, loop, depth, level + 1) ||
         asks_about_round(engine, frame, state, definition->b, loop, depth, level + 1);
}

/// Whether an earlier round of the loop has asked the same here, and notes that this one does. Its answer does not tell
/// how often the loop runs.
static bool was_asked_before(dxl_engine *engine, dxl_frame *frame, uint32_t depth, dxl_term condition) {
  if (dxl_term_is_integer(&engine->terms, condition))
    return false;
  if (!frame->asked)
    frame->asked = dxl_map_new();
  const uint32_t key[3] = {frame->point->block, depth, condition}, round = frame->point->rounds[depth];
  bool is_new;
  uint64_t *first = dxl_map_put(frame->asked, key, sizeof key, &is_new);
  if (is_new)
    *first = round;
  return *first < round;
}

/// Notes what a way out of loops without a condition of their own asks.
static void note_asked(dxl_engine *engine, dxl_frame *frame, dxl_term condition, const dxl_ir_terminator *end) {
  uint32_t chain[DXL_LOOP_DEPTH];
  const uint32_t depth = loops_around(frame->graph, frame->point->block, chain);
  for (uint32_t i = 0; i < depth; i++)
    if (!frame->graph->loops.items[chain[i]].has_condition &&
        (!is_within(frame->graph, end->target, chain[i]) || !is_within(frame->graph, end->target_else, chain[i])))
      was_asked_before(engine, frame, i, condition);
}

/// Remembers whether the branch decides how often a loop runs.
static void note_decision(dxl_engine *engine, dxl_frame *frame, dxl_state *state, const dxl_ir_terminator *end,
                          dxl_term condition, uint32_t other) {
  uint32_t chain[DXL_LOOP_DEPTH];
  uint32_t depth = loops_around(frame->graph, frame->point->block, chain);
  bool is_condition = word_is(end->word, "for") || word_is(end->word, "while") || word_is(end->word, "do") ||
                      word_is(end->word, "&&") || word_is(end->word, "||");
  for (uint32_t i = 0; i < depth; i++)
    if (!is_within(frame->graph, other, chain[i]) &&
        (frame->graph->loops.items[chain[i]].has_condition ? is_condition : !was_asked_before(engine, frame, i, condition)) &&
        !asks_about_round(engine, frame, state, end->condition, chain[i], i, 0))
      state->decided = (uint16_t)(state->decided | (1u << i));
}

/// Conditions that depend on the status of an acquire count as a test of it.
static void note_tested(dxl_engine *engine, dxl_state *state, dxl_term condition) {
  for (uint32_t i = 0; i < state->holdings.count; i++) {
    dxl_holding *holding = &state->holdings.items[i];
    if (holding->is_status_read || !holding->status || !dxl_term_contains(&engine->terms, condition, holding->status))
      continue;
    const dxl_state nothing = {.level = 0};
    if (dxl_evaluate(&engine->terms, &nothing, condition) < 0)
      holding->is_status_read = true;
  }
}

/// A path that depends on what somebody unknown said of a status: whether the acquire succeeded there nobody can say.
static void note_judged(dxl_engine *engine, dxl_state *state, dxl_term condition) {
  for (uint32_t i = 0; i < state->holdings.count; i++) {
    dxl_holding *holding = &state->holdings.items[i];
    if (!holding->judgement || !dxl_term_contains(&engine->terms, condition, holding->judgement))
      continue;
    if (holding->state == DXL_HOLDING_LIVE)
      holding->is_escaped = true;
    else if (holding->state == DXL_HOLDING_FAILED)
      holding->is_reported = true;
  }
}

static void trace_branch(dxl_engine *engine, dxl_frame *frame, dxl_state *state, const dxl_ir_terminator *end,
                         bool truth) {
  if (end->word && *end->word == '!')
    truth = !truth;
  const char *text = truth ? "taking true branch" : "taking false branch";
  if (word_is(end->word, "for") || word_is(end->word, "while") || word_is(end->word, "do"))
    text = truth ? "entering the loop body" : "leaving the loop";
  else if (word_is(end->word, "?:"))
    text = truth ? "'?' condition is true" : "'?' condition is false";
  else if (word_is(end->word, "&&"))
    text = truth ? "left side of '&&' is true" : "left side of '&&' is false";
  else if (word_is(end->word, "||"))
    text = truth ? "left side of '||' is true" : "left side of '||' is false";
  else if (word_is(end->word, "__except"))
    text = truth ? "the exception is handled" : "the exception is passed on";
  dxl_trace(engine, frame, state, DXL_STEP_BRANCH, end->location, text);
}

static void take_branch(dxl_engine *engine, dxl_frame *frame, dxl_running *running, const dxl_ir_terminator *end) {
  dxl_state *state = running->state;
  dxl_term condition = dxl_term_truth(&engine->terms, dxl_operand(engine, frame, running, end->condition));
  note_tested(engine, state, condition);
  int truth = dxl_evaluate(&engine->terms, state, condition);
  if (truth >= 0) {
    if (end->target != end->target_else)
      note_decision(engine, frame, state, end, condition, truth ? end->target_else : end->target);
    if (!dxl_term_is_integer(&engine->terms, condition))
      trace_branch(engine, frame, state, end, truth != 0);
    go_to(engine, frame, truth ? end->target : end->target_else, state);
    return;
  }
  note_judged(engine, state, condition);
  note_asked(engine, frame, condition, end);
  dxl_state *other = dxl_state_copy(state);
  if (dxl_assume(&engine->terms, state, condition, true) && dxl_conclude(&engine->terms, state)) {
    trace_branch(engine, frame, state, end, true);
    go_to(engine, frame, end->target, state);
  } else {
    dxl_state_free(state);
  }
  if (dxl_assume(&engine->terms, other, condition, false) && dxl_conclude(&engine->terms, other)) {
    trace_branch(engine, frame, other, end, false);
    go_to(engine, frame, end->target_else, other);
  } else {
    dxl_state_free(other);
  }
}

/// Values that a case shares with no other are told by that case alone: its state does not hold what the value differs
/// from, which would make each state as large as the switch.
static void take_switch(dxl_engine *engine, dxl_frame *frame, dxl_running *running, const dxl_ir_terminator *end) {
  dxl_terms *terms = &engine->terms;
  dxl_state *state = running->state;
  dxl_term value = dxl_operand(engine, frame, running, end->condition);
  dxl_state *whole = dxl_state_copy(state);
  bool is_decided = dxl_range_of(terms, state, value).low == dxl_range_of(terms, state, value).high;
  for (uint32_t i = 0; i < end->cases.count; i++) {
    const dxl_ir_case *choice = &end->cases.items[i];
    dxl_term low = dxl_term_integer(terms, choice->low), high = dxl_term_integer(terms, choice->high);
    dxl_term in;
    if (choice->low == choice->high)
      in = dxl_term_equal(terms, value, low);
    else
      in = dxl_term_choice(terms, dxl_term_less(terms, value, low, false), dxl_term_integer(terms, 0),
                           dxl_term_not(terms, dxl_term_less(terms, high, value, false)));
    note_tested(engine, state, in);
    note_tested(engine, whole, in);
    int truth = dxl_evaluate(terms, state, in);
    if (truth == 0)
      continue;
    if (truth == 1) {
      if (!is_decided)
        dxl_trace(engine, frame, state, DXL_STEP_BRANCH, end->location,
                  dxl_text(engine, "taking case %lld", (long long)choice->low));
      go_to(engine, frame, choice->target, state);
      dxl_state_free(whole);
      return;
    }
    dxl_state *taken = dxl_state_copy(whole);
    if (dxl_assume(terms, taken, in, true)) {
      dxl_trace(engine, frame, taken, DXL_STEP_BRANCH, end->location,
                dxl_text(engine, "taking case %lld", (long long)choice->low));
      go_to(engine, frame, choice->target, taken);
    } else {
      dxl_state_free(taken);
    }
    if (!dxl_assume(terms, state, in, false)) {
      dxl_state_free(state);
      dxl_state_free(whole);
      return;
    }
  }
  dxl_state_free(whole);
  if (!is_decided)
    dxl_trace(engine, frame, state, DXL_STEP_BRANCH, end->location, "taking the default case");
  go_to(engine, frame, end->target_else, state);
}

static void leave(dxl_engine *engine, dxl_frame *frame, dxl_running *running, const dxl_ir_terminator *end) {
  dxl_state *state = running->state;
  dxl_term value = end->condition.kind == DXL_IR_NONE ? 0 : dxl_operand(engine, frame, running, end->condition);
  const dxl_ir_type *type = dxl_frame_function(engine, frame)->return_type;
  if (value && !frame->parent && type && type->kind == DXL_IR_TYPE_POINTER) // what callers in sight do with it is seen
    (void)dxl_check_handed_on(engine, frame, state, value, end->location, NULL);
  frame->running = NULL;
  dxl_drop_locals(engine, frame, state);
  dxl_check_status_at_return(engine, frame, state, value, end->location);
  dxl_check_held(engine, frame, state, value, end->location);
  dxl_check_reachable(engine, frame, state, value, NULL, end->location, "return");
  dxl_forget_facts(engine, state, value);
  dxl_exit way = {state, value, end->location};
  dxl_array_push(&frame->exits, way);
}

static void end_block(dxl_engine *engine, dxl_frame *frame, dxl_running *running, const dxl_ir_terminator *end) {
  switch (end->kind) {
  case DXL_IR_JUMP:
    go_to(engine, frame, end->target, running->state);
    break;
  case DXL_IR_BRANCH:
    take_branch(engine, frame, running, end);
    break;
  case DXL_IR_SWITCH:
    take_switch(engine, frame, running, end);
    break;
  case DXL_IR_RETURN:
    leave(engine, frame, running, end);
    break;
  case DXL_IR_RESUME:
    frame->running = NULL;
    dxl_drop_locals(engine, frame, running->state);
    dxl_check_reachable(engine, frame, running->state, 0, NULL, end->location, "raise");
    if (frame->is_guarded)
      dxl_array_push(&frame->raised, running->state);
    else
      dxl_state_free(running->state); // nobody handles it: the system stops
    break;
  case DXL_IR_UNREACHABLE:
    dxl_state_free(running->state);
    break;
  }
  dxl_release(running->registers);
  running->registers = NULL;
}

void dxl_raise(dxl_engine *engine, dxl_frame *frame, const dxl_state *state) {
  const dxl_ir_function *function = dxl_frame_function(engine, frame);
  uint32_t handler = function->blocks.items[frame->point->block].handler;
  if (handler != DXL_IR_NO_BLOCK) {
    dxl_state *raised = dxl_state_copy(state);
    const dxl_ir_block *block = &function->blocks.items[frame->point->block];
    dxl_ir_location location = frame->instruction < block->instructions.count
                                   ? block->instructions.items[frame->instruction].location
                                   : block->terminator.location;
    dxl_trace(engine, frame, raised, DXL_STEP_BRANCH, location, "an exception is raised here");
    go_to(engine, frame, handler, raised);
  } else if (frame->is_guarded) {
    dxl_state *raised = dxl_state_copy(state);
    dxl_drop_locals(engine, frame, raised);
    dxl_array_push(&frame->raised, raised);
  }
}

// ---- Blocks --------------------------------------------------------------------------------------------------------------

void dxl_limit_hit(dxl_engine *engine, uint32_t *counter, const char *what) {
  ++*counter;
  const dxl_ir_function *function = engine->module->functions.items[engine->frame ? engine->frame->function : engine->root];
  const char *text = dxl_findings_text(engine->findings, dxl_text(engine, "%s (%s limit)", function->display, what));
  for (uint32_t i = 0; i < engine->summary->incomplete.count; i++)
    if (engine->summary->incomplete.items[i] == text)
      return;
  dxl_array_push(&engine->summary->incomplete, text);
}

/// Whether something that must not get lost stands in a local.
static bool holds_live(const dxl_engine *engine, const dxl_state *state, const dxl_object *object) {
  for (uint32_t k = 0; k < object->cells.count; k++) {
    if (!dxl_term_get(&engine->terms, object->cells.items[k].value)->has_resource)
      continue;
    for (uint32_t i = 0; i < state->holdings.count; i++)
      if (state->holdings.items[i].state == DXL_HOLDING_LIVE &&
          dxl_term_holds(&engine->terms, object->cells.items[k].value, state->holdings.items[i].value))
        return true;
  }
  return false;
}

/// Drops the locals that nothing reads from here on. Where a live resource is lost with them is told as ever.
static void bury_locals(dxl_engine *engine, const dxl_frame *frame, uint32_t block, dxl_state *state) {
  const dxl_graph_block *at = &frame->graph->blocks[block];
  for (uint32_t i = 0; i < at->death_count; i++) {
    dxl_term base = dxl_local_term(engine, frame, frame->graph->deaths.items[at->first_death + i]);
    const dxl_object *object = dxl_state_object(state, base);
    if (object && !holds_live(engine, state, object))
      dxl_state_drop_object(state, base);
  }
}

enum { VISITS_PER_STEP = 256 }; // terms that a search looks at in the time of an instruction

/// Steps for what was searched since the last instruction: where values have many parts an instruction costs more.
static uint64_t searches_since(dxl_engine *engine) {
  uint64_t steps = (engine->terms.searches->visits - engine->visits_counted) / VISITS_PER_STEP;
  engine->visits_counted += steps * VISITS_PER_STEP;
  return steps;
}

bool dxl_is_out_of_steps(dxl_engine *engine) {
  if (engine->steps <= engine->step_limit)
    return false;
  if (!engine->out_of_steps && !(engine->is_in_parts && !engine->is_last_try))
    dxl_limit_hit(engine, &engine->summary->step_limit_hits, "step");
  engine->out_of_steps = true;
  return true;
}

static void execute_block(dxl_engine *engine, dxl_frame *frame, dxl_point *point) {
  const dxl_ir_block *block = &dxl_frame_function(engine, frame)->blocks.items[point->block];
  uint32_t slots = frame->graph->slots[point->block];
  dxl_runnings now = {0}, next = {0};
  frame->point = point;
  frame->instruction = 0;
  for (uint32_t i = 0; i < point->states.count; i++) {
    dxl_running running = {point->states.items[i], NULL};
    bury_locals(engine, frame, point->block, running.state);
    dxl_array_push(&now, running);
  }
  if (now.count > 1)
    dxl_merge(engine, frame, &now, dxl_site(engine, frame, UINT32_MAX - 1));
  for (uint32_t i = 0; i < now.count; i++) {
    const dxl_facts *facts = now.items[i].state->facts;
    if (engine->thrift != DXL_THRIFT_NONE && facts && facts->count > DXL_LIMIT_THRIFTY_FACTS)
      dxl_forget_facts(engine, now.items[i].state, 0);
    now.items[i].registers = dxl_allocate((slots + 1) * sizeof(dxl_term));
    memset(now.items[i].registers, 0, (slots + 1) * sizeof(dxl_term));
  }
  for (uint32_t i = 0; i < block->instructions.count && now.count; i++) {
    const dxl_ir_instruction *instruction = &block->instructions.items[i];
    frame->instruction = i;
    dxl_array_clear(&next);
    for (uint32_t k = 0; k < now.count; k++) {
      engine->steps += 1 + searches_since(engine);
      if (dxl_is_out_of_steps(engine)) {
        dxl_running_free(&now.items[k]);
        continue;
      }
      frame->running = &now.items[k];
      dxl_term level = now.items[k].state->level;
      uint32_t first = next.count;
      dxl_execute(engine, frame, instruction, now.items[k], &next);
      for (uint32_t n = first; n < next.count && instruction->opcode == DXL_IR_CALL; n++)
        dxl_check_pageable(engine, frame, next.items[n].state, level, instruction->location);
    }
    frame->running = NULL;
    if (next.count > 1 && instruction->opcode == DXL_IR_CALL && next.count > now.count)
      dxl_merge(engine, frame, &next, dxl_site(engine, frame, i));
    dxl_runnings swap = now;
    now = next;
    next = swap;
  }
  frame->instruction = block->instructions.count;
  for (uint32_t i = 0; i < now.count; i++)
    end_block(engine, frame, &now.items[i], &block->terminator);
  dxl_array_free(&now);
  dxl_array_free(&next);
  frame->point = NULL;
}

void dxl_explore(dxl_engine *engine, dxl_frame *frame, dxl_state *state) {
  const uint32_t rounds[DXL_LOOP_DEPTH] = {0};
  dxl_frame *above = engine->frame;
  engine->frame = frame;
  engine->functions[frame->function].active++;
  engine->functions[frame->function].is_explored = true;
  memset(state->undecided, 0, sizeof state->undecided);
  memset(state->holdings_before, 0, sizeof state->holdings_before);
  memset(state->births_before, 0, sizeof state->births_before);
  state->decided = 0;
  add_state(frame, 0, rounds, state);
  while (frame->pending.count) {
    dxl_point *point = dxl_array_pop(&frame->pending);
    execute_block(engine, frame, point);
    dxl_array_free(&point->states);
    dxl_release(point);
  }
  engine->functions[frame->function].active--;
  engine->frame = above;
}

void dxl_frame_free(dxl_engine *engine, dxl_frame *frame) {
  (void)engine;
  dxl_array_free(&frame->pending);
  dxl_map_free(frame->asked);
  dxl_array_free(&frame->exits);
  dxl_array_free(&frame->raised);
}
