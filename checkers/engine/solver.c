// The solver's word on a path before it is reported: the facts of the state go to Z3 as bit vectors of 64 bits; a path
// whose facts contradict each other is dropped. What has no counterpart becomes a free variable, so that only real
// contradictions count. Facts that share no value are asked about apart, and each set once: paths of one function differ
// in few of them. Each query has a limit in solver steps, not in time: the answer is the same on every machine.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <z3.h>

#include "engine/internal.h"

enum { TERM_LIMIT = 2000, STEP_LIMIT = 2000000, QUESTIONS_OF_CONTEXT = 100, SIMPLE_FACTS = 8 };

struct dxl_solver {
  Z3_context context;
  uint64_t asked;
};

typedef struct translation {
  dxl_engine *engine;
  Z3_context context;
  Z3_sort word;
  dxl_map *made; ///< term -> index into nodes
  DXL_ARRAY(Z3_ast) nodes;
} translation;

static void ignore_error(Z3_context context, Z3_error_code code) {
  (void)context;
  (void)code;
}

static Z3_ast number(translation *t, int64_t value) { return Z3_mk_int64(t->context, value, t->word); }

static Z3_ast boolean_word(translation *t, Z3_ast condition) {
  return Z3_mk_ite(t->context, condition, number(t, 1), number(t, 0));
}

static Z3_ast truth(translation *t, Z3_ast word) {
  return Z3_mk_not(t->context, Z3_mk_eq(t->context, word, number(t, 0)));
}

static Z3_ast word_of(translation *t, dxl_term term);

static Z3_ast unknown(translation *t, dxl_term term) {
  return Z3_mk_const(t->context, Z3_mk_int_symbol(t->context, (int)term), t->word);
}

static Z3_ast cut(translation *t, Z3_ast word, unsigned bits, bool is_signed) {
  if (bits >= 64 || bits == 0)
    return word;
  Z3_ast low = Z3_mk_extract(t->context, bits - 1, 0, word);
  return is_signed ? Z3_mk_sign_ext(t->context, 64 - bits, low) : Z3_mk_zero_ext(t->context, 64 - bits, low);
}

static Z3_ast binary(translation *t, dxl_term term, dxl_term_node node) {
  Z3_context c = t->context;
  Z3_ast a = word_of(t, node.a), b = word_of(t, node.b);
  switch ((dxl_ir_operation)node.value) {
  case DXL_IR_ADD: return Z3_mk_bvadd(c, a, b);
  case DXL_IR_SUBTRACT: return Z3_mk_bvsub(c, a, b);
  case DXL_IR_MULTIPLY: return Z3_mk_bvmul(c, a, b);
  case DXL_IR_AND: return Z3_mk_bvand(c, a, b);
  case DXL_IR_OR: return Z3_mk_bvor(c, a, b);
  case DXL_IR_XOR: return Z3_mk_bvxor(c, a, b);
  case DXL_IR_SHIFT_LEFT: return Z3_mk_bvshl(c, a, b);
  case DXL_IR_SHIFT_RIGHT: return Z3_mk_bvashr(c, a, b);
  case DXL_IR_DIVIDE:
  case DXL_IR_REMAINDER:
  case DXL_IR_NEGATE:
  case DXL_IR_NOT:
  case DXL_IR_IS_ZERO:
    break;
  }
  return unknown(t, term);
}

static Z3_ast translate(translation *t, dxl_term term) {
  Z3_context c = t->context;
  dxl_term_node node = *dxl_term_get(&t->engine->terms, term);
  switch ((dxl_term_kind)node.kind) {
  case DXL_TERM_INTEGER: return number(t, node.value);
  case DXL_TERM_ADD: return Z3_mk_bvadd(c, word_of(t, node.a), number(t, node.value));
  case DXL_TERM_ELEMENT:
    return Z3_mk_bvadd(c, word_of(t, node.a), Z3_mk_bvmul(c, word_of(t, node.b), number(t, node.value)));
  case DXL_TERM_EQUAL: return boolean_word(t, Z3_mk_eq(c, word_of(t, node.a), word_of(t, node.b)));
  case DXL_TERM_LESS:
    return boolean_word(t, node.value == DXL_TERM_UNSIGNED ? Z3_mk_bvult(c, word_of(t, node.a), word_of(t, node.b))
                                                           : Z3_mk_bvslt(c, word_of(t, node.a), word_of(t, node.b)));
  case DXL_TERM_NOT: return boolean_word(t, Z3_mk_not(c, truth(t, word_of(t, node.a))));
  case DXL_TERM_BINARY: return binary(t, term, node);
  case DXL_TERM_CAST: return cut(t, word_of(t, node.a), (unsigned)(node.value >> 1), node.value & 1);
  case DXL_TERM_EXTRACT: {
    unsigned shift = (unsigned)(node.value >> 8), width = (unsigned)(node.value & 255);
    if (shift + width > 64 || width == 0)
      break;
    Z3_ast part = Z3_mk_extract(c, shift + width - 1, shift, word_of(t, node.a));
    return width < 64 ? Z3_mk_zero_ext(c, 64 - width, part) : part;
  }
  case DXL_TERM_CHOICE: return Z3_mk_ite(c, truth(t, word_of(t, node.c)), word_of(t, node.a), word_of(t, node.b));
  case DXL_TERM_NONE:
  case DXL_TERM_UNDEFINED:
  case DXL_TERM_SYMBOL:
  case DXL_TERM_REGION:
  case DXL_TERM_FUNCTION:
    break;
  }
  return unknown(t, term);
}

static Z3_ast word_of(translation *t, dxl_term term) {
  const uint64_t *slot = dxl_map_get_u64(t->made, term);
  if (slot)
    return t->nodes.items[*slot];
  Z3_ast ast = t->nodes.count < TERM_LIMIT ? translate(t, term) : unknown(t, term);
  *dxl_map_put_u64(t->made, term, NULL) = t->nodes.count;
  dxl_array_push(&t->nodes, ast);
  return ast;
}

static void bound(translation *t, Z3_solver solver, Z3_ast word, int64_t low, int64_t high) {
  if (low != INT64_MIN)
    Z3_solver_assert(t->context, solver, Z3_mk_bvsge(t->context, word, number(t, low)));
  if (high != INT64_MAX)
    Z3_solver_assert(t->context, solver, Z3_mk_bvsle(t->context, word, number(t, high)));
}

// ---- One question --------------------------------------------------------------------------------------------------------

/// Facts that share no value with the others of the state.
typedef struct component {
  uint32_t first; ///< of its facts; `next` leads to the others, in their order
  uint32_t count; ///< of facts
  uint64_t key;   ///< hash of all that the answer depends on
} component;

static void assert_fact(translation *t, Z3_solver solver, const dxl_fact *fact) {
  Z3_ast word = word_of(t, fact->term);
  bound(t, solver, word, fact->low, fact->high);
  if (fact->bound)
    Z3_solver_assert(t->context, solver, Z3_mk_eq(t->context, word, word_of(t, fact->bound)));
}

/// A context takes longer to make than most questions do to answer. What was asked stays in it, so it is renewed.
static Z3_context context_of(dxl_engine *engine) {
  struct dxl_solver *kept = engine->solver;
  if (!kept) {
    kept = engine->solver = dxl_allocate(sizeof *kept);
    memset(kept, 0, sizeof *kept);
  }
  if (kept->asked++ % QUESTIONS_OF_CONTEXT == 0) {
    if (kept->context)
      Z3_del_context(kept->context);
    Z3_config config = Z3_mk_config();
    kept->context = Z3_mk_context(config);
    Z3_del_config(config);
    Z3_set_error_handler(kept->context, ignore_error);
  }
  return kept->context;
}

void dxl_solver_free(dxl_engine *engine) {
  if (engine->solver && engine->solver->context)
    Z3_del_context(engine->solver->context);
  dxl_release(engine->solver);
  engine->solver = NULL;
}

static bool ask(dxl_engine *engine, const dxl_fact *facts, const uint32_t *next, const component *asked) {
  translation t = {.engine = engine, .context = context_of(engine), .made = dxl_map_new()};
  t.word = Z3_mk_bv_sort(t.context, 64);
  // What simplifies first pays off from some size on.
  Z3_solver solver = asked->count <= SIMPLE_FACTS
                         ? Z3_mk_simple_solver(t.context)
                         : Z3_mk_solver_for_logic(t.context, Z3_mk_string_symbol(t.context, "QF_BV"));
  Z3_solver_inc_ref(t.context, solver);
  Z3_params params = Z3_mk_params(t.context);
  Z3_params_inc_ref(t.context, params);
  Z3_params_set_uint(t.context, params, Z3_mk_string_symbol(t.context, "rlimit"), STEP_LIMIT);
  Z3_solver_set_params(t.context, solver, params);
  for (uint32_t i = asked->first; i != UINT32_MAX; i = next[i])
    assert_fact(&t, solver, &facts[i]);
  // The ranges of the symbols that occur, by their types.
  for (uint32_t i = 0; i < dxl_map_count(t.made); i++) {
    size_t length;
    uint64_t term = 0;
    memcpy(&term, dxl_map_key_at(t.made, i, &length), sizeof term);
    const dxl_symbol *symbol = dxl_term_symbol(&engine->terms, (dxl_term)term);
    if (symbol)
      bound(&t, solver, t.nodes.items[*dxl_map_value_at(t.made, i)], symbol->low, symbol->high);
  }
  bool feasible = Z3_solver_check(t.context, solver) != Z3_L_FALSE;
  Z3_params_dec_ref(t.context, params);
  Z3_solver_dec_ref(t.context, solver);
  dxl_map_free(t.made);
  dxl_array_free(&t.nodes);
  return feasible;
}

// ---- What belongs together -----------------------------------------------------------------------------------------------

typedef struct partition {
  const dxl_terms *terms;
  dxl_map *owner;   ///< term -> fact in which it was met first
  uint32_t *parent; ///< of each fact, itself at the top
} partition;

static uint32_t top_of(const partition *p, uint32_t fact) {
  while (p->parent[fact] != fact)
    fact = p->parent[fact] = p->parent[p->parent[fact]];
  return fact;
}

/// Puts the fact together with those that have a value of the term. The earliest fact is the top.
static void add_term(partition *p, uint32_t fact, dxl_term term) {
  DXL_ARRAY(dxl_term) open = {0};
  dxl_array_push(&open, term);
  while (open.count) {
    term = open.items[--open.count];
    const dxl_term_node *node = dxl_term_get(p->terms, term);
    if (node->kind == DXL_TERM_NONE || node->kind == DXL_TERM_INTEGER)
      continue;
    bool is_new;
    uint64_t *owner = dxl_map_put_u64(p->owner, term, &is_new);
    if (!is_new) {
      uint32_t a = top_of(p, fact), b = top_of(p, (uint32_t)*owner);
      p->parent[a > b ? a : b] = a > b ? b : a;
      continue;
    }
    *owner = fact;
    if (node->kind < DXL_TERM_ADD)
      continue;
    dxl_array_push(&open, node->a);
    if (node->kind == DXL_TERM_ELEMENT || node->kind == DXL_TERM_EQUAL || node->kind == DXL_TERM_LESS ||
        node->kind == DXL_TERM_BINARY || node->kind == DXL_TERM_CHOICE)
      dxl_array_push(&open, node->b);
    if (node->kind == DXL_TERM_CHOICE)
      dxl_array_push(&open, node->c);
  }
  dxl_array_free(&open);
}

/// Splits the facts; `next` and `components` (room for all facts) are filled. The number of components.
static uint32_t split(dxl_engine *engine, const dxl_facts *facts, uint32_t *next, component *components) {
  partition p = {&engine->terms, dxl_map_new(), dxl_allocate(facts->count * sizeof(uint32_t))};
  uint32_t *place = dxl_allocate(2 * facts->count * sizeof *place), *last = place + facts->count, count = 0;
  for (uint32_t i = 0; i < facts->count; i++) {
    p.parent[i] = i;
    add_term(&p, i, facts->items[i].term);
    if (facts->items[i].bound)
      add_term(&p, i, facts->items[i].bound);
  }
  for (uint32_t i = 0; i < facts->count; i++) {
    const dxl_fact *fact = &facts->items[i];
    uint32_t top = top_of(&p, i);
    next[i] = UINT32_MAX;
    if (top == i) {
      place[i] = count;
      components[count++] = (component){i, 0, 0};
    } else {
      next[last[top]] = i;
    }
    last[top] = i;
    components[place[top]].count++;
    uint64_t *key = &components[place[top]].key;
    *key = dxl_hash_mix(dxl_hash_mix(*key, ((uint64_t)fact->term << 32) | fact->bound), (uint64_t)fact->low);
    *key = dxl_hash_mix(*key, (uint64_t)fact->high);
  }
  for (uint32_t i = 0; i < dxl_map_count(p.owner); i++) {
    size_t length;
    uint64_t term = 0;
    memcpy(&term, dxl_map_key_at(p.owner, i, &length), sizeof term);
    const dxl_symbol *symbol = dxl_term_symbol(&engine->terms, (dxl_term)term);
    uint64_t *key = &components[place[top_of(&p, (uint32_t)*dxl_map_value_at(p.owner, i))]].key;
    if (symbol)
      *key = dxl_hash_mix(dxl_hash_mix(dxl_hash_mix(*key, term), (uint64_t)symbol->low), (uint64_t)symbol->high);
  }
  dxl_map_free(p.owner);
  dxl_release(p.parent);
  dxl_release(place);
  return count;
}

bool dxl_solver_feasible(dxl_engine *engine, const dxl_state *state) {
  const dxl_facts *facts = state->facts;
  if (!facts || facts->count == 0)
    return true;
  uint32_t *next = dxl_allocate(facts->count * sizeof *next);
  component *components = dxl_allocate(facts->count * sizeof *components);
  uint32_t count = split(engine, facts, next, components);
  bool feasible = true;
  for (uint32_t i = 0; i < count && feasible; i++) {
    bool is_new;
    uint64_t *answer = dxl_map_put_u64(engine->answers, components[i].key, &is_new);
    if (is_new)
      *answer = ask(engine, facts->items, next, &components[i]);
    feasible = *answer != 0;
  }
  dxl_release(next);
  dxl_release(components);
  return feasible;
}
