// Joins: states with the same property become one (property simulation, after ESP, PLDI 2002). The property is what
// checks look at: resources with their states and the cells that hold them, and the level.
// Invariant: a merged value is a choice on a condition that tells the two states apart, else a symbol that stands for
// exactly this pair of values, so that what was equal stays equal.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/merge.h"

// ---- Property --------------------------------------------------------------------------------------------------------------

static bool is_reportable(const dxl_engine *engine, const dxl_holding *holding) {
  const dxl_resource *resource = &engine->rules->resources.items[holding->resource];
  return resource->leak_is_reported || resource->double_is_reported;
}

static bool holds_any(const dxl_engine *engine, const dxl_terms_list *values, dxl_term term) {
  for (uint32_t i = 0; i < values->count; i++)
    if (dxl_term_holds(&engine->terms, term, values->items[i]))
      return true;
  return false;
}

/// Values that checks ask for, and the memory that holds them: where these stand is part of the property.
static void collect_watched(const dxl_engine *engine, const dxl_state *state, bool coarse, dxl_terms_list *watched) {
  for (uint32_t i = 0; i < state->holdings.count; i++) {
    const dxl_holding *holding = &state->holdings.items[i];
    if (is_reportable(engine, holding) && (!coarse || holding->state == DXL_HOLDING_LIVE) &&
        dxl_term_get(&engine->terms, holding->value)->has_resource)
      dxl_array_push(watched, holding->value);
  }
  bool again = watched->count > 0;
  while (again) {
    again = false;
    for (uint32_t i = 0; i < state->objects.count; i++) {
      const dxl_object *object = state->objects.items[i];
      const dxl_symbol *symbol = dxl_term_symbol(&engine->terms, object->base);
      if (!symbol || !symbol->is_fresh || holds_any(engine, watched, object->base))
        continue;
      for (uint32_t k = 0; k < object->cells.count; k++)
        if (dxl_term_get(&engine->terms, object->cells.items[k].value)->has_resource &&
            holds_any(engine, watched, object->cells.items[k].value)) {
          dxl_array_push(watched, object->base);
          again = true;
          break;
        }
    }
  }
}

/// What of the property counts at a join: the more states there are, the less.
typedef enum detail {
  DETAIL_ALL,
  DETAIL_NO_PLACES, ///< where resources stand does not
  DETAIL_LIVE       ///< only what is live, and where it stands
} detail;

static uint64_t property_of(dxl_engine *engine, dxl_frame *frame, const dxl_running *running, detail how) {
  const bool coarse = how == DETAIL_LIVE;
  const dxl_state *state = running->state;
  uint64_t hash = 0;
  dxl_range level = dxl_range_of(&engine->terms, state, state->level);
  hash = dxl_hash_mix(dxl_hash_mix(hash, (uint64_t)level.low), (uint64_t)level.high);
  hash = dxl_hash_mix(hash, state->taken);
  for (uint32_t i = 0; i < state->holdings.count; i++) {
    const dxl_holding *holding = &state->holdings.items[i];
    if ((coarse && holding->state != DXL_HOLDING_LIVE) || !is_reportable(engine, holding))
      continue;
    hash = dxl_hash_mix(hash, holding->value);
    hash = dxl_hash_mix(hash, (uint64_t)holding->resource * 16 + (uint64_t)holding->state * 4 + holding->is_status_read * 2u +
                         (holding->is_reported || holding->accessed));
    hash = dxl_hash_mix(hash, holding->count * 2 + (holding->is_escaped && holding->state == DXL_HOLDING_LIVE));
  }
  // A round that stands for all others is not the same as one of them.
  if (frame && frame->point)
    for (uint32_t i = 0; i < DXL_LOOP_DEPTH; i++)
      hash = dxl_hash_mix(hash, state->undecided[i] >= DXL_WIDENED);
  dxl_terms_list watched = {0};
  if (how != DETAIL_NO_PLACES)
    collect_watched(engine, state, coarse, &watched);
  for (uint32_t i = 0; watched.count && i < state->objects.count; i++) {
    const dxl_object *object = state->objects.items[i];
    for (uint32_t k = 0; k < object->cells.count; k++) {
      const dxl_cell *cell = &object->cells.items[k];
      if (!dxl_term_get(&engine->terms, cell->value)->has_resource || !holds_any(engine, &watched, cell->value))
        continue;
      hash = dxl_hash_mix(hash, object->base);
      hash = dxl_hash_mix(hash, cell->index);
      hash = dxl_hash_mix(hash, (uint64_t)cell->bit);
      hash = dxl_hash_mix(hash, cell->value);
    }
  }
  if (running->registers) {
    uint32_t block = frame->point->block;
    const dxl_ir_block *body = &dxl_frame_function(engine, frame)->blocks.items[block];
    for (uint32_t i = 0; i < body->instructions.count && i <= frame->instruction; i++) {
      uint32_t result = body->instructions.items[i].result;
      if (result == DXL_IR_NO_RESULT || frame->graph->registers[result].last_use <= frame->instruction)
        continue;
      dxl_term value = running->registers[frame->graph->registers[result].slot];
      if (value && dxl_term_get(&engine->terms, value)->has_resource && holds_any(engine, &watched, value))
        hash = dxl_hash_mix(dxl_hash_mix(hash, i), value);
    }
  }
  dxl_array_free(&watched);
  return hash;
}

// ---- Values ----------------------------------------------------------------------------------------------------------------

/// The fact about a term further on in the list of another state; facts are sorted alike.
static const dxl_fact *twin_of(const dxl_facts *others, uint32_t *at, dxl_term term) {
  while (others && *at < others->count && others->items[*at].term < term)
    ++*at;
  return others && *at < others->count && others->items[*at].term == term ? &others->items[*at] : NULL;
}

/// Whether a state refutes what a fact of another one says; only then is a condition made of it.
static bool is_refuted(dxl_terms *terms, const dxl_state *state, const dxl_fact *fact) {
  if (fact->bound)
    return false;
  if (!dxl_term_get(terms, fact->term)->is_boolean) {
    dxl_range range = dxl_range_of(terms, state, fact->term);
    return range.high < fact->low || range.low > fact->high;
  }
  int truth = fact->low == fact->high ? dxl_evaluate(terms, state, fact->term) : -1;
  return truth >= 0 && truth != (fact->low != 0);
}

/// A condition that holds in one state and is refuted in the other: what tells their paths apart.
static dxl_term find_telling(dxl_engine *engine, const dxl_state *a, const dxl_state *b, unsigned *depth) {
  dxl_terms *terms = &engine->terms;
  dxl_term best = 0;
  uint32_t at = 0;
  for (uint32_t i = 0; a->facts && i < a->facts->count; i++) {
    const dxl_fact *twin = twin_of(b->facts, &at, a->facts->items[i].term);
    dxl_fact fact = a->facts->items[i];
    if (twin && twin->low == fact.low && twin->high == fact.high)
      continue;
    if (dxl_term_get(terms, fact.term)->depth >= *depth)
      continue;
    dxl_term condition = is_refuted(terms, b, &fact) ? dxl_fact_condition(terms, &fact) : 0;
    if (!condition || dxl_term_get(terms, condition)->kind == DXL_TERM_INTEGER)
      continue;
    best = condition;
    *depth = dxl_term_get(terms, fact.term)->depth;
  }
  return best;
}

/// A condition that is true in a and false in b; 0 = none found.
static dxl_term telling_condition(dxl_engine *engine, const dxl_state *a, const dxl_state *b) {
  if (a->facts == b->facts)
    return 0;
  unsigned depth = DXL_TERM_DEPTH_LIMIT / 2;
  dxl_term best = find_telling(engine, a, b, &depth);
  dxl_term other = find_telling(engine, b, a, &depth);
  return other ? dxl_term_not(&engine->terms, other) : best;
}

enum { HALVES_FOLLOWED = 3 }; // joins in a row that are taken apart again to tell a state from another

/// A condition that is true in a and false in b, where a is itself the join of two states: what tells b from each of them.
static dxl_term telling_by_halves(dxl_engine *engine, const dxl_state *a, const dxl_state *b, unsigned depth) {
  dxl_terms *terms = &engine->terms;
  const dxl_path *junction = a->path;
  dxl_term told[2] = {0, 0};
  if (!depth || !junction || !junction->other || dxl_evaluate(terms, a, junction->condition) >= 0)
    return 0;
  for (int truth = 0; truth < 2 && (truth == 0 || told[0]); truth++) {
    dxl_state *half = dxl_state_copy(a);
    half->path = truth ? junction->before : junction->other;
    if (dxl_assume(terms, half, junction->condition, truth) && dxl_conclude(terms, half)) {
      told[truth] = telling_condition(engine, half, b);
      told[truth] = told[truth] ? told[truth] : telling_by_halves(engine, half, b, depth - 1);
    } else {
      told[truth] = dxl_term_integer(terms, 1); // nothing is there to be told apart
    }
    dxl_state_free(half);
  }
  if (!told[0] || !told[1])
    return 0;
  dxl_term condition = dxl_term_choice(terms, junction->condition, told[1], told[0]);
  return dxl_term_get(terms, condition)->kind != DXL_TERM_INTEGER &&
                 dxl_term_get(terms, condition)->depth < DXL_TERM_DEPTH_LIMIT / 2
             ? condition
             : 0;
}

/// A condition that is true in a and false in b, also where either has to be taken apart for it; 0 = none found.
static dxl_term telling(dxl_engine *engine, const dxl_state *a, const dxl_state *b) {
  dxl_term condition = telling_condition(engine, a, b);
  if (condition || a->facts == b->facts)
    return condition;
  condition = telling_by_halves(engine, a, b, HALVES_FOLLOWED);
  if (condition)
    return condition;
  condition = telling_by_halves(engine, b, a, HALVES_FOLLOWED);
  return condition ? dxl_term_not(&engine->terms, condition) : 0;
}

/// Where nothing tells the sides apart, which of them it was is a condition of its own: the links of a list lead to one
/// another on either side only.
static dxl_term side_condition(const dxl_joint *j, dxl_term a, dxl_term b) {
  dxl_terms *terms = &j->engine->terms;
  const uint32_t key[4] = {j->site, a, b, UINT32_MAX};
  bool is_new;
  dxl_term term = dxl_term_symbol_keyed(terms, DXL_SYMBOL_MERGED, key, sizeof key, &is_new);
  dxl_symbol *symbol = dxl_term_symbol(terms, term);
  symbol->low = 0;
  symbol->high = 1;
  return dxl_term_truth(terms, term);
}

/// Whether a choice is, with what a state knows, the value that stands there.
static bool is_same_there(dxl_terms *terms, const dxl_state *state, dxl_term choice, dxl_term value) {
  const dxl_term_node *node = dxl_term_get(terms, choice);
  return node->kind == DXL_TERM_CHOICE && !node->has_undefined && dxl_resolve(terms, state, choice) == value;
}

enum { INDEX_HIGHEST = 0xFFFF, INDEX_LIMIT = 8 }; // what may be the number of an element; of those in one join

static void note_index(dxl_joint *j, dxl_term merged, dxl_term a, dxl_term b, dxl_range first, dxl_range second) {
  if (first.low < -1 || second.low < -1 || first.high > INDEX_HIGHEST || second.high > INDEX_HIGHEST ||
      j->indexes.count >= 3 * INDEX_LIMIT)
    return;
  dxl_array_push(&j->indexes, merged);
  dxl_array_push(&j->indexes, a);
  dxl_array_push(&j->indexes, b);
}

/// A constant, or bits that were put together.
static bool is_put_together(const dxl_terms *terms, dxl_term value) {
  const dxl_term_node *node = dxl_term_get(terms, value);
  while (node->kind == DXL_TERM_CAST)
    node = dxl_term_get(terms, node->a);
  return node->kind == DXL_TERM_INTEGER ||
         (node->kind == DXL_TERM_BINARY && (node->value == DXL_IR_AND || node->value == DXL_IR_OR || node->value == DXL_IR_XOR));
}

dxl_term dxl_merge_values(dxl_joint *j, dxl_term a, dxl_term b) {
  dxl_terms *terms = &j->engine->terms;
  if (a == b)
    return a;
  // What either path has settled it is on that path.
  dxl_term mine = dxl_resolve(terms, j->before, a), others = dxl_resolve(terms, j->from, b);
  if (mine == others && !dxl_term_get(terms, mine)->has_undefined)
    return mine;
  if (!j->condition && dxl_term_is_made(terms, a) && dxl_term_is_made(terms, b))
    j->condition = side_condition(j, a, b);
  // A mask whose bits are all gone by what its side knows is said so now: what the side knows goes with the join.
  if (is_put_together(terms, mine) && is_put_together(terms, others)) {
    const dxl_term settled = dxl_settled(terms, j->before, mine);
    if (dxl_term_is_integer(terms, settled) && settled == dxl_settled(terms, j->from, others))
      return settled;
  }
  const dxl_term_node *left = dxl_term_get(terms, a), *right = dxl_term_get(terms, b);
  if (j->condition && left->depth < DXL_TERM_DEPTH_LIMIT / 3 && right->depth < DXL_TERM_DEPTH_LIMIT / 3) {
    const dxl_term choice = dxl_term_choice(terms, j->condition, a, b);
    const dxl_range first = dxl_range_of(terms, j->before, a), second = dxl_range_of(terms, j->from, b);
    if (first.low > 0 && second.low > 0)
      dxl_array_push(&j->positive, choice);
    if (first.high < 0 && second.high < 0)
      dxl_array_push(&j->negative, choice);
    note_index(j, choice, a, b, first, second);
    return choice;
  }
  // A choice of an earlier join may still tell: what one side has is what stands on the other, seen with its facts.
  if (is_same_there(terms, j->from, a, others))
    return a;
  if (is_same_there(terms, j->before, b, mine))
    return b;
  if (dxl_term_get(terms, a)->kind == DXL_TERM_UNDEFINED && dxl_term_get(terms, b)->kind == DXL_TERM_UNDEFINED)
    return a;
  // What is put together from the same may be the same on both sides, only differently said.
  if (dxl_term_get(terms, mine)->kind >= DXL_TERM_ADD || dxl_term_get(terms, others)->kind >= DXL_TERM_ADD) {
    const dxl_term settled = dxl_settled(terms, j->before, mine);
    if (settled == dxl_settled(terms, j->from, others) && !dxl_term_get(terms, settled)->has_undefined)
      return settled;
  }
  // What nobody can tell from something else any more may be anywhere.
  dxl_note_taken(j->engine, j->into, a);
  dxl_note_taken(j->engine, j->into, b);
  dxl_range first = dxl_range_of(terms, j->before, a), second = dxl_range_of(terms, j->from, b);
  const uint32_t key[3] = {j->site, a, b};
  bool is_new;
  dxl_term term = dxl_term_symbol_keyed(terms, DXL_SYMBOL_MERGED, key, sizeof key, &is_new);
  int64_t low = first.low < second.low ? first.low : second.low;
  int64_t high = first.high > second.high ? first.high : second.high;
  dxl_bits bits = dxl_bits_common(dxl_bits_on_path(terms, j->before, mine), dxl_bits_on_path(terms, j->from, others));
  dxl_symbol *symbol = dxl_term_symbol(terms, term);
  if (!is_new)
    bits = dxl_bits_common(bits, (dxl_bits){symbol->known_bits, symbol->known_ones});
  if (is_new || low < symbol->low || high > symbol->high || bits.known != symbol->known_bits)
    terms->symbols_version++;
  symbol->known_bits = bits.known;
  symbol->known_ones = bits.ones;
  symbol->low = is_new || low < symbol->low ? low : symbol->low;
  symbol->high = is_new || high > symbol->high ? high : symbol->high;
  note_index(j, term, a, b, first, second);
  return term;
}

// ---- Facts and holdings ----------------------------------------------------------------------------------------------------------------

/// The symbol that a term is about, where it is one that the analysis made on a path; 0 otherwise.
static dxl_term made_symbol(const dxl_terms *terms, dxl_term term) {
  for (unsigned step = 0; step < DXL_TERM_DEPTH_LIMIT; step++) {
    const dxl_term_node *node = dxl_term_get(terms, term);
    if (node->kind == DXL_TERM_SYMBOL) {
      dxl_symbol_kind kind = terms->symbols.items[node->a].kind;
      return kind == DXL_SYMBOL_RESULT || kind == DXL_SYMBOL_RESOURCE || kind == DXL_SYMBOL_MERGED ? term : 0;
    }
    if (node->kind < DXL_TERM_ADD || node->kind == DXL_TERM_CHOICE)
      return 0;
    term = node->a;
  }
  return 0;
}

/// A symbol that was made on the other path only means nothing on this one: what the other knows of it stays true.
static bool is_unknown_to(const dxl_joint *j, const dxl_state *state, const dxl_running *running, const dxl_frame *frame,
                          dxl_term symbol) {
  if (dxl_state_holding(state, symbol, UINT32_MAX))
    return false;
  for (uint32_t i = 0; state->facts && i < state->facts->count; i++)
    if (dxl_term_contains(&j->engine->terms, state->facts->items[i].term, symbol))
      return false;
  for (uint32_t i = 0; i < state->holdings.count; i++)
    if (state->holdings.items[i].status == symbol)
      return false;
  if (dxl_stands_in_cells(j->engine, state, symbol))
    return false;
  if (running && running->registers)
    for (uint32_t i = 0; i < frame->graph->slots[frame->point->block]; i++)
      if (running->registers[i] && dxl_term_contains(&j->engine->terms, running->registers[i], symbol))
        return false;
  return true;
}

enum {
  IMPLIED_LIMIT = 12,
  SAID_LIMIT = 12,
  FAILURE_DEPTH = 4, ///< of what is said of a choice of failures: what is deeper costs later joins more than it tells
  NAMES_FOLLOWED = 16,
  COMPARED_PER_STEP = 1024, ///< facts and objects that are just compared
  DIFFERING_PER_STEP = 32,  ///< facts that are not the same in both
  SEARCHED_PER_STEP = 32    ///< facts and objects that are searched for a symbol
};

/// A fact of one side is kept under the condition that tells the sides apart: with what the other side says of the same
/// term, where it says something.
static void imply(const dxl_joint *j, int side, const dxl_fact *fact, dxl_terms_list *implied) {
  const dxl_state *own = side ? j->from : j->before, *other = side ? j->before : j->from;
  dxl_terms *terms = &j->engine->terms;
  if (!j->condition || implied->count >= IMPLIED_LIMIT)
    return;
  dxl_fact mine = *fact;
  const dxl_fact *twin = dxl_state_fact(other, mine.term);
  if (twin && twin->low == mine.low && twin->high == mine.high)
    return;
  // What the condition says by itself is no news; what the other side says of the same term is.
  dxl_term one = dxl_term_integer(terms, 1), here = dxl_fact_condition(terms, &mine);
  if (!here || dxl_term_get(terms, here)->depth >= DXL_TERM_DEPTH_LIMIT / 3)
    return;
  if (here == j->condition || here == dxl_term_not(terms, j->condition))
    here = one;
  else if (dxl_evaluate(terms, other, here) == 1)
    return;
  dxl_fact theirs = twin ? *twin : mine;
  dxl_term there = twin ? dxl_fact_condition(terms, &theirs) : 0;
  // What holds on both sides is no news of either.
  if (!there || there == j->condition || there == dxl_term_not(terms, j->condition) ||
      dxl_evaluate(terms, own, there) == 1)
    there = one;
  if (here == one && there == one)
    return;
  dxl_term term = side == 0 ? dxl_term_choice(terms, j->condition, here, there)
                            : dxl_term_choice(terms, j->condition, there, here);
  if (dxl_term_get(terms, term)->kind == DXL_TERM_CHOICE)
    dxl_array_push(implied, term);
}

/// What a side knows of a term where an earlier condition holds is kept, as far as the other side agrees: the term lies
/// in the one range or in the other.
static void weaken(const dxl_joint *j, int side, const dxl_fact *fact, dxl_terms_list *implied) {
  const dxl_state *other = side ? j->before : j->from;
  dxl_terms *terms = &j->engine->terms;
  const dxl_term_node node = *dxl_term_get(terms, fact->term);
  if (node.kind != DXL_TERM_CHOICE || fact->low != 1 || fact->high != 1)
    return;
  for (int arm = 0; arm < 2; arm++) {
    dxl_fact said;
    dxl_range there;
    if (implied->count >= IMPLIED_LIMIT || !dxl_condition_range(terms, arm ? node.b : node.a, true, &said))
      continue;
    if (dxl_range_where(terms, other, node.c, !arm, said.term, &there)) {
      said.low = there.low < said.low ? there.low : said.low;
      said.high = there.high > said.high ? there.high : said.high;
    }
    dxl_term one = dxl_term_integer(terms, 1), weaker = dxl_fact_condition(terms, &said);
    if (!weaker || dxl_evaluate(terms, j->before, weaker) == 1)
      continue;
    dxl_term term = dxl_term_choice(terms, node.c, arm ? one : weaker, arm ? weaker : one);
    if (dxl_term_get(terms, term)->kind == DXL_TERM_CHOICE)
      dxl_array_push(implied, term);
  }
}

typedef DXL_ARRAY(dxl_fact) fact_list;

static uint64_t size_of(const dxl_state *state) { return (state->facts ? state->facts->count : 0) + state->objects.count; }

/// Two names of one value, whichever of them a path has bound to the other.
static bool are_same(dxl_terms *terms, const dxl_state *state, dxl_term a, dxl_term b) {
  return dxl_resolve(terms, state, a) == dxl_resolve(terms, state, b);
}

/// What becomes of a fact of one side; false when nothing is left of it.
static bool merge_fact(const dxl_joint *j, int side, const dxl_fact *fact, const dxl_fact *twin, dxl_terms_list *implied,
                       dxl_fact *merged) {
  const dxl_state *own = side ? j->from : j->before, *other = side ? j->before : j->from;
  dxl_terms *terms = &j->engine->terms;
  if (twin && twin->bound == fact->bound && (fact->bound || (twin->low == fact->low && twin->high == fact->high))) {
    *merged = *fact;
    return true;
  }
  if (fact->bound && are_same(terms, other, fact->term, fact->bound)) {
    *merged = *fact;
    return true;
  }
  if (twin && twin->bound && are_same(terms, own, fact->term, twin->bound)) {
    *merged = *twin;
    return true;
  }
  if (!twin) {
    dxl_term symbol = made_symbol(terms, fact->term);
    if (symbol)
      j->engine->steps += size_of(other) / SEARCHED_PER_STEP;
    if (symbol && is_unknown_to(j, other, side ? j->mine : j->others, j->frame, symbol)) {
      *merged = *fact;
      return true;
    }
  }
  dxl_range a = fact->bound ? dxl_range_of(terms, own, fact->term) : (dxl_range){fact->low, fact->high};
  dxl_range b = dxl_range_of(terms, other, fact->term);
  uint32_t before = implied->count;
  imply(j, side, fact, implied);
  // Where one side only repeats what the other says, or says less, the other has the news.
  if (twin && implied->count == before)
    imply(j, 1 - side, twin, implied);
  *merged = (dxl_fact){fact->term, 0, a.low < b.low ? a.low : b.low, a.high > b.high ? a.high : b.high};
  const dxl_term_node *node = dxl_term_get(terms, fact->term);
  if (node->is_boolean && merged->low != merged->high) {
    weaken(j, side, fact, implied);
    return false;
  }
  if (merged->low == INT64_MIN && merged->high == INT64_MAX)
    return false;
  if (node->kind == DXL_TERM_SYMBOL) {
    const dxl_symbol *symbol = &terms->symbols.items[node->a];
    if (merged->low <= symbol->low && merged->high >= symbol->high)
      return false;
  }
  return true;
}

static const dxl_fact *kept_fact(const fact_list *kept, dxl_term term) {
  for (int side = 0; side < 2; side++)
    for (uint32_t i = 0; i < kept[side].count; i++)
      if (kept[side].items[i].term == term)
        return &kept[side].items[i];
  return NULL;
}

/// The names that are kept lead from the bound of a fact back to its term.
static bool is_circle(const fact_list *kept, const dxl_fact *fact) {
  dxl_term at = fact->bound;
  for (unsigned step = 0; at && at != fact->term; step++) {
    const dxl_fact *next = step < NAMES_FOLLOWED ? kept_fact(kept, at) : fact;
    at = next == fact ? fact->term : next ? next->bound : 0;
  }
  return at != 0;
}

static void merge_facts(dxl_joint *j) {
  j->engine->steps += (size_of(j->into) + size_of(j->from)) / COMPARED_PER_STEP;
  if (j->into->facts == j->from->facts)
    return;
  fact_list kept[2] = {{0}, {0}}, all = {0};
  dxl_terms_list implied = {0};
  uint64_t differing = 0;
  for (int side = 0; side < 2; side++) {
    const dxl_facts *own = side ? j->from->facts : j->before->facts, *others = side ? j->before->facts : j->from->facts;
    uint32_t at = 0;
    for (uint32_t i = 0; own && i < own->count; i++) {
      const dxl_fact *twin = twin_of(others, &at, own->items[i].term);
      dxl_fact fact = own->items[i], merged;
      differing += !twin || twin->low != fact.low || twin->high != fact.high;
      if (!(side == 1 && twin) && merge_fact(j, side, &fact, twin, &implied, &merged) &&
          !(merged.bound && is_circle(kept, &merged)))
        dxl_array_push(&kept[side], merged);
    }
  }
  j->engine->steps += differing / DIFFERING_PER_STEP;
  uint32_t next[2] = {0, 0};
  while (next[0] < kept[0].count || next[1] < kept[1].count) {
    int side = next[1] < kept[1].count &&
               (next[0] == kept[0].count || kept[1].items[next[1]].term < kept[0].items[next[0]].term);
    dxl_array_push(&all, kept[side].items[next[side]]);
    next[side]++;
  }
  dxl_state_set_facts(j->into, all.items, all.count);
  j->into->news = UINT64_MAX;
  for (uint32_t i = 0; i < implied.count; i++) {
    dxl_fact *fact = dxl_state_fact_writable(j->into, implied.items[i]);
    fact->low = fact->high = 1;
  }
  dxl_array_free(&kept[0]);
  dxl_array_free(&kept[1]);
  dxl_array_free(&all);
  dxl_array_free(&implied);
}

/// A choice of two values that both have, or both lack, a property has it, or lacks it, also where the facts that said so are gone:
/// pointers that are not NULL, failures.
static void merge_said(dxl_joint *j, dxl_terms_list *choices, bool is_negative) {
  dxl_terms *terms = &j->engine->terms;
  const dxl_term zero = dxl_term_integer(terms, 0);
  for (uint32_t i = 0, noted = 0; i < choices->count && noted < SAID_LIMIT; i++) {
    const dxl_term choice = choices->items[i];
    const dxl_term said = is_negative ? dxl_term_less(terms, choice, zero, false) : dxl_term_equal(terms, choice, zero);
    if (dxl_term_get(terms, said)->kind != DXL_TERM_CHOICE || dxl_evaluate(terms, j->into, said) >= 0)
      continue;
    if (is_negative && dxl_term_get(terms, said)->depth > FAILURE_DEPTH)
      continue;
    dxl_fact *fact = dxl_state_fact_writable(j->into, said);
    fact->low = fact->high = is_negative;
    noted++;
  }
  dxl_array_free(choices);
}

/// The open indexes of elements that are known.
static void collect_indexes(const dxl_joint *j, dxl_terms_list *found) {
  const dxl_terms *terms = &j->engine->terms;
  for (uint32_t i = 0; i < j->into->objects.count; i++) {
    const dxl_object *object = j->into->objects.items[i];
    for (uint32_t k = 0; k < object->cells.count && found->count < INDEX_LIMIT; k++) {
      const dxl_term index = object->cells.items[k].index;
      const dxl_term_node *node = dxl_term_get(terms, index);
      bool is_new = index && node->kind == DXL_TERM_ELEMENT;
      for (uint32_t n = 0; is_new && n < found->count; n++)
        is_new = found->items[n] != node->b;
      if (is_new)
        dxl_array_push(found, node->b);
    }
  }
}

/// What was another element on either side still is, whichever of the two it was: the first free one of an array is not
/// one that was taken before.
static void merge_indexes(dxl_joint *j) {
  dxl_terms *terms = &j->engine->terms;
  dxl_terms_list others = {0};
  if (j->indexes.count)
    collect_indexes(j, &others);
  for (uint32_t i = 0; i + 2 < j->indexes.count; i += 3)
    for (uint32_t k = 0; k < others.count; k++) {
      const dxl_term other = others.items[k], index = j->indexes.items[i];
      if (other == index || dxl_evaluate(terms, j->before, dxl_term_equal(terms, other, j->indexes.items[i + 1])) != 0 ||
          dxl_evaluate(terms, j->from, dxl_term_equal(terms, other, j->indexes.items[i + 2])) != 0)
        continue;
      const dxl_term equal = dxl_term_equal(terms, other, index);
      if (dxl_evaluate(terms, j->into, equal) >= 0)
        continue;
      dxl_fact *fact = dxl_state_fact_writable(j->into, equal);
      fact->low = fact->high = 0;
    }
  dxl_array_free(&others);
  dxl_array_free(&j->indexes);
}

/// That they are lost nobody can say from then on.
static void give_up_lost(dxl_joint *j, dxl_state *mine, dxl_state *other) {
  for (uint32_t i = 0; i < j->lost[0].count; i++)
    dxl_give_up(j->engine, mine, j->lost[0].items[i]);
  for (uint32_t i = 0; i < j->lost[1].count; i++)
    dxl_give_up(j->engine, other, j->lost[1].items[i]);
  for (uint32_t i = 0; j->lost[0].count && i < j->into->holdings.count; i++) {
    dxl_holding *holding = &j->into->holdings.items[i];
    const dxl_holding *was = dxl_state_holding(mine, holding->value, holding->resource);
    holding->is_escaped |= was && was->is_escaped;
  }
  dxl_array_free(&j->lost[0]);
  dxl_array_free(&j->lost[1]);
}

static void merge_holdings(dxl_joint *j) {
  dxl_state *into = j->into;
  uint32_t kept = 0;
  for (uint32_t i = 0; i < into->holdings.count; i++) {
    dxl_holding *mine = &into->holdings.items[i];
    const dxl_holding *other = dxl_state_holding(j->from, mine->value, mine->resource);
    if (!other || other->state != mine->state)
      continue; // only what is past, at a coarse join
    mine->is_escaped |= other->is_escaped || mine->held_for != other->held_for;
    mine->is_reported |= other->is_reported;
    if (other->accessed)
      mine->accessed = other->accessed;
    mine->is_status_read |= other->is_status_read;
    if (mine->has_owner != other->has_owner)
      mine->has_owner = false;
    else if (mine->has_owner)
      mine->owner = dxl_merge_values(j, mine->owner, other->owner);
    if (mine->status != other->status)
      mine->status = 0, mine->is_status_read = true;
    if (!mine->judgement)
      mine->judgement = other->judgement;
    if (mine->level != other->level)
      mine->level = 0;
    if (mine->form != other->form)
      mine->form = NULL;
    into->holdings.items[kept++] = *mine;
  }
  into->holdings.count = kept;
}

/// Merges b into a, which must have the same property. Frees b. `condition` tells them apart, see telling_condition.
static void merge_two(dxl_engine *engine, dxl_frame *frame, dxl_running *a, dxl_running *b, dxl_term condition,
                      uint32_t site) {
  // What each side knew before anything was merged.
  dxl_state *before = dxl_state_copy(a->state);
  dxl_running mine = {before, NULL}, others = {b->state, b->registers};
  uint32_t slots = a->registers ? frame->graph->slots[frame->point->block] : 0;
  if (a->registers) {
    mine.registers = dxl_allocate((slots + 1) * sizeof(dxl_term));
    memcpy(mine.registers, a->registers, slots * sizeof(dxl_term));
  }
  dxl_joint j = {.engine = engine, .into = a->state, .from = b->state, .site = site, .frame = frame, .mine = &mine,
             .others = &others, .before = before, .condition = condition};
  DXL_ARRAY(dxl_term) bases = {0}; // of objects that are not the same in both
  for (uint32_t i = 0, k = 0; i < a->state->objects.count || k < b->state->objects.count;) {
    const dxl_object *left = i < a->state->objects.count ? a->state->objects.items[i] : NULL;
    const dxl_object *right = k < b->state->objects.count ? b->state->objects.items[k] : NULL;
    dxl_term base = !right || (left && left->base < right->base) ? left->base : right->base;
    if (left != right)
      dxl_array_push(&bases, base);
    i += left && left->base == base;
    k += right && right->base == base;
  }
  for (uint32_t i = 0; i < bases.count; i++)
    dxl_merge_object(&j, bases.items[i]);
  dxl_array_free(&bases);
  if (a->registers)
    for (uint32_t i = 0; i < frame->graph->slots[frame->point->block]; i++) {
      dxl_term left = a->registers[i], right = b->registers[i];
      if (left && right)
        a->registers[i] = dxl_merge_values(&j, left, right);
      else
        a->registers[i] = left ? left : right;
    }
  give_up_lost(&j, before, b->state);
  merge_holdings(&j);
  if (a->state->level != b->state->level) {
    bool is_attained = dxl_is_attained(engine, a->state->level) && dxl_is_attained(engine, b->state->level);
    a->state->level = dxl_merge_values(&j, a->state->level, b->state->level);
    dxl_symbol *merged = dxl_term_symbol(&engine->terms, a->state->level);
    if (merged && merged->kind == DXL_SYMBOL_MERGED)
      merged->is_attained = is_attained;
  }
  merge_facts(&j);
  merge_said(&j, &j.positive, false);
  merge_said(&j, &j.negative, true);
  merge_indexes(&j);
  dxl_running_free(&mine);
  if (b->state->written > a->state->written)
    a->state->written = b->state->written;
  for (uint32_t i = 0; i < DXL_LOOP_DEPTH; i++) {
    if (b->state->undecided[i] > a->state->undecided[i])
      a->state->undecided[i] = b->state->undecided[i];
    if (b->state->holdings_before[i] < a->state->holdings_before[i])
      a->state->holdings_before[i] = b->state->holdings_before[i];
    if (b->state->births_before[i] < a->state->births_before[i])
      a->state->births_before[i] = b->state->births_before[i];
  }
  a->state->decided &= b->state->decided;
  a->state->path = dxl_trace_junction(engine, a->state->path, b->state->path, condition);
  dxl_running_free(b);
}

/// Whether a value leads to a resource that is missed when it is lost.
static bool is_worth_a_state(dxl_engine *engine, const dxl_state *state, dxl_term value) {
  for (uint32_t i = 0; i < state->holdings.count; i++) {
    const dxl_holding *holding = &state->holdings.items[i];
    if (holding->state == DXL_HOLDING_LIVE && !holding->is_escaped && is_reportable(engine, holding) &&
        dxl_term_holds(&engine->terms, value, holding->value))
      return true;
  }
  return false;
}

/// What an instruction has made and none has stored yet, see can_merge.
static bool can_merge_registers(dxl_engine *engine, const dxl_frame *frame, const dxl_running *a, const dxl_running *b,
                                dxl_term condition, bool is_urgent) {
  const dxl_running *sides[2] = {a, b};
  for (uint32_t i = 0; a->registers && i < frame->graph->slots[frame->point->block]; i++)
    for (int side = 0; side < 2; side++) {
      const dxl_term value = sides[side]->registers[i], other = sides[1 - side]->registers[i];
      if (!value || !other || value == other || !dxl_term_get(&engine->terms, value)->has_resource ||
          !is_worth_a_state(engine, sides[side]->state, value))
        continue;
      if (condition || !is_urgent)
        return condition != 0;
      dxl_give_up(engine, sides[side]->state, value);
    }
  return true;
}

/// Addresses of memory that the driver made lose their identity where nothing tells which of the two it is: such states
/// stay apart. `is_urgent`: they do not; what would be lost with them is given up.
static bool can_merge(dxl_engine *engine, const dxl_frame *frame, const dxl_running *a, const dxl_running *b,
                      dxl_term condition, bool is_urgent) {
  dxl_state *sides[2] = {a->state, b->state};
  for (int side = 0; side < 2; side++)
    for (uint32_t i = 0, k = 0; i < sides[side]->objects.count; i++) {
      const dxl_object *object = sides[side]->objects.items[i], *other = NULL;
      while (k < sides[1 - side]->objects.count && sides[1 - side]->objects.items[k]->base < object->base)
        k++;
      if (k < sides[1 - side]->objects.count && sides[1 - side]->objects.items[k]->base == object->base)
        other = sides[1 - side]->objects.items[k];
      if (object == other)
        continue;
      const dxl_symbol *symbol = dxl_term_symbol(&engine->terms, object->base);
      if (symbol && symbol->is_fresh && !other)
        continue;
      for (uint32_t c = 0; c < object->cells.count; c++)
        if (dxl_term_get(&engine->terms, object->cells.items[c].value)->has_resource &&
            dxl_memory_cell(other, &object->cells.items[c]) != object->cells.items[c].value) {
          if (condition || !is_urgent)
            return condition != 0;
          dxl_give_up(engine, sides[side], object->cells.items[c].value);
        }
    }
  return can_merge_registers(engine, frame, a, b, condition, is_urgent);
}

/// The shorter history comes first: it stays.
static void put_in_order(dxl_running *a, dxl_running *b) {
  uint32_t length_a = a->state->path ? a->state->path->length : 0, length_b = b->state->path ? b->state->path->length : 0;
  if (length_b >= length_a)
    return;
  dxl_running swap = *a;
  *a = *b;
  *b = swap;
}

static void merge_round(dxl_engine *engine, dxl_frame *frame, dxl_runnings *runnings, uint32_t site, detail how) {
  dxl_map *seen = dxl_map_new();
  uint32_t kept = 0;
  for (uint32_t i = 0; i < runnings->count; i++) {
    // Nobody goes on from here: what is left over is not worth a join.
    if (frame->point && dxl_is_out_of_steps(engine)) {
      dxl_running_free(&runnings->items[i]);
      continue;
    }
    uint64_t property = property_of(engine, frame, &runnings->items[i], how);
    bool is_new = false, is_merged = false;
    for (unsigned attempt = 0; attempt < DXL_LIMIT_TWINS && !is_merged && !is_new; attempt++) {
      uint64_t *slot = dxl_map_put_u64(seen, property + attempt, &is_new);
      if (is_new) {
        *slot = kept;
        runnings->items[kept++] = runnings->items[i];
        continue;
      }
      dxl_running a = runnings->items[*slot], b = runnings->items[i];
      put_in_order(&a, &b);
      dxl_term condition = telling(engine, a.state, b.state);
      const bool is_urgent = how == DETAIL_NO_PLACES || attempt + 1 == DXL_LIMIT_TWINS;
      if (!can_merge(engine, frame, &a, &b, condition, is_urgent))
        continue;
      merge_two(engine, frame, &a, &b, condition, site);
      runnings->items[*slot] = a;
      is_merged = true;
    }
  }
  runnings->count = kept;
  dxl_map_free(seen);
}

void dxl_merge(dxl_engine *engine, dxl_frame *frame, dxl_runnings *runnings, uint32_t site) {
  for (uint32_t i = 0; i < runnings->count; i++)
    dxl_forget_past(engine, runnings->items[i].state, &runnings->items[i]);
  const bool is_thrifty = engine->thrift >= DXL_THRIFT_ALL;
  merge_round(engine, frame, runnings, site, is_thrifty ? DETAIL_NO_PLACES : DETAIL_ALL);
  if (runnings->count > (is_thrifty ? DXL_LIMIT_PAST_STATES : DXL_LIMIT_FINE_STATES))
    merge_round(engine, frame, runnings, site, DETAIL_LIVE);
  if (runnings->count <= DXL_LIMIT_STATES)
    return;
  dxl_limit_hit(engine, &engine->summary->state_limit_hits, "state");
  while (runnings->count > DXL_LIMIT_STATES)
    dxl_running_free(&runnings->items[--runnings->count]);
}

void dxl_merge_coarsely(dxl_engine *engine, dxl_frame *frame, dxl_runnings *runnings, uint32_t site, uint32_t limit) {
  dxl_merge(engine, frame, runnings, site);
  if (runnings->count > limit)
    merge_round(engine, frame, runnings, site, DETAIL_LIVE);
  if (runnings->count <= limit)
    return;
  dxl_limit_hit(engine, &engine->summary->state_limit_hits, "state");
  // Short histories first: they are what is told best, and each is a start for what follows.
  for (uint32_t i = 1; i < runnings->count; i++)
    for (uint32_t k = i; k > 0; k--) {
      dxl_running *a = &runnings->items[k - 1], *b = &runnings->items[k];
      uint32_t first = a->state->path ? a->state->path->length : 0, second = b->state->path ? b->state->path->length : 0;
      if (first <= second)
        break;
      dxl_running swap = *a;
      *a = *b;
      *b = swap;
    }
  while (runnings->count > limit)
    dxl_running_free(&runnings->items[--runnings->count]);
}

uint64_t dxl_property(dxl_engine *engine, dxl_state *state) {
  dxl_running one = {state, NULL};
  return property_of(engine, NULL, &one, DETAIL_ALL);
}
