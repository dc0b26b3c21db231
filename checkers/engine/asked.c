// What the driver remembers of having asked an interface for its version: a field, a variable or the result of a helper
// whose value depends on a member of the interface that is no callback (its version, its size).
// Invariant: the order of what happens and the object that a field belongs to do not count; only that the question was asked.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/internal.h"

enum {
  DEFINITIONS_DEEP = 16, ///< instructions that one value is followed through
  BRANCHES_LIMIT = 64,   ///< ways out of branches of one function that depend on an answer
  TERMS_DEEP = 8,        ///< parts within parts of what a path knows
  ROUNDS_LIMIT = 8       ///< times that the driver is looked through for what depends on what was found
};

typedef enum place_kind { PLACE_NONE, PLACE_LOCAL, PLACE_GLOBAL, PLACE_FIELD, PLACE_RESULT } place_kind;

typedef struct place_key {
  uint64_t kind, a, b;
} place_key;

/// One round over one function.
typedef struct search {
  dxl_engine *engine;
  const dxl_graph *graph;
  bool is_changed;
} search;

static place_key field_key(const char *record, const char *member) {
  return (place_key){PLACE_FIELD, dxl_hash(record, strlen(record), 0), dxl_hash(member, strlen(member), 1)};
}

/// What depends on an answer: ANY_VERSION where which version was asked for is open, VERSION_ITSELF for what the interface
/// says, not compared with anything yet.
#define ANY_VERSION UINT64_MAX
#define VERSION_ITSELF (UINT64_MAX - 1)

/// The version that was asked for there; 0 where nothing was.
static uint64_t asked_at(const dxl_engine *engine, place_key key) {
  const uint64_t *slot = engine->asked ? dxl_map_get(engine->asked, &key, sizeof key) : NULL;
  return slot ? *slot : 0;
}

static void note(search *s, place_key key, uint64_t version) {
  if (key.kind == PLACE_NONE || !version)
    return;
  uint64_t *slot = dxl_map_put(s->engine->asked, &key, sizeof key, NULL);
  s->is_changed |= *slot < version;
  *slot = *slot < version ? version : *slot;
}

/// True for a record that has callbacks which are newer than what the driver registers with.
static bool is_versioned(const dxl_engine *engine, const dxl_ir_record *record) {
  for (uint32_t i = 0; i < record->fields.count; i++) {
    const char *name = record->fields.items[i].name;
    const dxl_rule_call *rule = name && *name ? dxl_rule_of_member(engine->rules, record, name) : NULL;
    if (rule && rule->version > engine->version)
      return true;
  }
  return false;
}

static place_key place_at(const dxl_graph *graph, dxl_ir_operand address) {
  for (unsigned step = 0; step < DEFINITIONS_DEEP; step++) {
    if (address.kind == DXL_IR_LOCAL)
      return (place_key){PLACE_LOCAL, graph->function->index, address.index};
    if (address.kind == DXL_IR_GLOBAL)
      return (place_key){PLACE_GLOBAL, address.index, 0};
    const dxl_ir_instruction *from = dxl_definition(graph, address);
    if (!from)
      break;
    if (from->opcode == DXL_IR_FIELD && from->record && from->field && *from->field)
      return field_key(from->record->name, from->field);
    if (from->opcode != DXL_IR_CAST && from->opcode != DXL_IR_INDEX && from->opcode != DXL_IR_FIELD)
      break;
    address = from->a;
  }
  return (place_key){PLACE_NONE, 0, 0};
}

/// What an interface says of itself is read there.
static bool is_question(const search *s, const dxl_ir_instruction *load) {
  const dxl_ir_instruction *field = dxl_definition(s->graph, load->a);
  return field && field->opcode == DXL_IR_FIELD && field->record && load->type && load->type->kind == DXL_IR_TYPE_INTEGER &&
         s->engine->is_versioned[field->record->index];
}

static uint64_t asked_by(const search *s, dxl_ir_operand operand, unsigned depth) {
  const dxl_ir_instruction *from = depth < DEFINITIONS_DEEP ? dxl_definition(s->graph, operand) : NULL;
  if (!from)
    return 0;
  switch (from->opcode) {
  case DXL_IR_LOAD:
    return is_question(s, from) ? VERSION_ITSELF : asked_at(s->engine, place_at(s->graph, from->a));
  case DXL_IR_CALL: {
    const place_key key = {PLACE_RESULT, from->call->callee.index, 0};
    return from->call->callee.kind == DXL_IR_FUNCTION ? asked_at(s->engine, key) : 0;
  }
  case DXL_IR_CAST:
  case DXL_IR_UNARY:
    return asked_by(s, from->a, depth + 1);
  case DXL_IR_BINARY:
  case DXL_IR_COMPARE: {
    uint64_t a = asked_by(s, from->a, depth + 1), b = asked_by(s, from->b, depth + 1), version = a > b ? a : b;
    // Behind `>` and in front of `<=` stands one that is not enough: which would be is open.
    bool is_bound = from->opcode == DXL_IR_COMPARE && from->b.kind == DXL_IR_INTEGER && from->b.integer > 0 &&
                    from->comparison != DXL_IR_GREATER && from->comparison != DXL_IR_LESS_EQUAL;
    return version == VERSION_ITSELF && from->opcode == DXL_IR_COMPARE ? is_bound ? (uint64_t)from->b.integer : ANY_VERSION
                                                                       : version;
  }
  default:
    return 0;
  }
}

static bool is_constant(const dxl_graph *graph, dxl_ir_operand operand) {
  const dxl_ir_instruction *from = dxl_definition(graph, operand);
  for (unsigned step = 0; from && from->opcode == DXL_IR_CAST && step < DEFINITIONS_DEEP; step++) {
    operand = from->a;
    from = dxl_definition(graph, operand);
  }
  return operand.kind == DXL_IR_INTEGER;
}

/// Marks the blocks that are reached without that way out of a block.
static void reach_without(const search *s, uint32_t block, uint32_t way, bool *is_reached, uint32_t *queue) {
  const dxl_ir_function *function = s->graph->function;
  memset(is_reached, 0, function->blocks.count * sizeof *is_reached);
  uint32_t count = 1;
  queue[0] = 0;
  is_reached[0] = true;
  while (count) {
    const uint32_t at = queue[--count];
    for (uint32_t n = 0, next; (next = dxl_successor(&function->blocks.items[at], n)) != DXL_IR_NO_BLOCK; n++) {
      if (is_reached[next] || (at == block && n == way))
        continue;
      is_reached[next] = true;
      queue[count++] = next;
    }
  }
}

/// What is left out may be a question: no version is judged in this driver.
static void leave_open(dxl_engine *engine, const dxl_ir_function *function) {
  if (engine->is_version_open)
    return;
  engine->is_version_open = true;
  engine->root = function->index;
  dxl_limit_hit(engine, &engine->summary->memo_limit_hits, "question");
}

/// Fills in, per block, what was asked on every way to it.
static void find_before(const search *s, uint64_t *before) {
  const uint32_t count = s->graph->function->blocks.count;
  memset(before, 0, count * sizeof *before);
  bool *is_reached = NULL;
  uint32_t *queue = NULL, followed = 0;
  for (uint32_t b = 0; b < count && followed < BRANCHES_LIMIT; b++) {
    const dxl_ir_block *block = &s->graph->function->blocks.items[b];
    const dxl_ir_terminator *end = &block->terminator;
    uint64_t asked = end->kind == DXL_IR_BRANCH || end->kind == DXL_IR_SWITCH ? asked_by(s, end->condition, 0) : 0;
    if (!asked)
      continue;
    asked = asked == VERSION_ITSELF ? ANY_VERSION : asked;
    if (!queue) {
      is_reached = dxl_allocate(count * sizeof *is_reached);
      queue = dxl_allocate(count * sizeof *queue);
    }
    for (uint32_t n = 0; dxl_successor(block, n) != DXL_IR_NO_BLOCK && followed < BRANCHES_LIMIT; n++, followed++) {
      reach_without(s, b, n, is_reached, queue);
      for (uint32_t k = 0; k < count; k++)
        if (!is_reached[k] && before[k] < asked)
          before[k] = asked;
    }
  }
  if (followed >= BRANCHES_LIMIT)
    leave_open(s->engine, s->graph->function);
  dxl_release(is_reached);
  dxl_release(queue);
}

static void pass_arguments(search *s, const dxl_ir_call *call) {
  if (call->callee.kind != DXL_IR_FUNCTION || !s->engine->functions[call->callee.index].graph)
    return;
  const dxl_ir_function *callee = s->engine->module->functions.items[call->callee.index];
  for (uint32_t i = 0; i < call->arguments.count && i < callee->parameter_count; i++)
    note(s, (place_key){PLACE_LOCAL, callee->index, i}, asked_by(s, call->arguments.items[i], 0));
}

static void search_function(search *s) {
  const dxl_ir_function *function = s->graph->function;
  uint64_t *asked_before = dxl_allocate(function->blocks.count * sizeof *asked_before);
  find_before(s, asked_before);
  for (uint32_t b = 0; b < function->blocks.count; b++) {
    const dxl_ir_block *block = &function->blocks.items[b];
    const uint64_t before = asked_before[b];
    for (uint32_t i = 0; i < block->instructions.count; i++) {
      const dxl_ir_instruction *instruction = &block->instructions.items[i];
      if (instruction->opcode == DXL_IR_CALL)
        pass_arguments(s, instruction->call);
      if (instruction->opcode != DXL_IR_STORE || !instruction->type || instruction->type->kind != DXL_IR_TYPE_INTEGER)
        continue;
      uint64_t version = asked_by(s, instruction->b, 0);
      note(s, place_at(s->graph, instruction->a), version ? version : before);
    }
    if (block->terminator.kind != DXL_IR_RETURN)
      continue;
    uint64_t version = asked_by(s, block->terminator.condition, 0);
    note(s, (place_key){PLACE_RESULT, function->index, 0},
         version ? version : is_constant(s->graph, block->terminator.condition) ? before : 0);
  }
  dxl_release(asked_before);
}

void dxl_find_questions(dxl_engine *engine) {
  const dxl_ir_module *module = engine->module;
  bool *versioned = dxl_allocate((module->records.count + 1) * sizeof *versioned), is_changed = false;
  engine->asked = dxl_map_new();
  engine->is_versioned = versioned;
  for (uint32_t i = 0; i < module->records.count; i++) {
    versioned[i] = engine->version && is_versioned(engine, module->records.items[i]);
    is_changed |= versioned[i];
  }
  const dxl_ir_function *last = NULL; // in which something was found
  for (unsigned round = 0; is_changed && round < ROUNDS_LIMIT; round++) {
    is_changed = false;
    for (uint32_t f = 0; f < module->functions.count; f++) {
      search s = {.engine = engine, .graph = engine->functions[f].graph};
      if (!s.graph || !s.graph->function->blocks.count)
        continue;
      search_function(&s);
      is_changed |= s.is_changed;
      last = s.is_changed ? s.graph->function : last;
    }
  }
  if (is_changed && last)
    leave_open(engine, last);
}

void dxl_forget_questions(dxl_engine *engine) {
  if (engine->asked)
    dxl_map_free(engine->asked);
  dxl_release(engine->is_versioned);
}

/// What was asked for the value of a symbol that was there before.
static uint64_t asked_for_symbol(const dxl_engine *engine, const dxl_symbol *symbol) {
  if (symbol->record && symbol->member)
    return asked_at(engine, field_key(symbol->record, symbol->member));
  const dxl_region *region = symbol->base ? dxl_term_region(&engine->terms, symbol->base) : NULL;
  return region && region->kind == DXL_REGION_GLOBAL ? asked_at(engine, (place_key){PLACE_GLOBAL, region->index, 0}) : 0;
}

static uint64_t asked_in(dxl_engine *engine, const dxl_state *state, dxl_term term, unsigned depth) {
  const dxl_term_node node = *dxl_term_get(&engine->terms, term);
  if (node.kind == DXL_TERM_SYMBOL) {
    uint64_t asked = asked_for_symbol(engine, &engine->terms.symbols.items[node.a]);
    int64_t low = asked == VERSION_ITSELF ? dxl_range_of(&engine->terms, state, term).low : 0;
    return asked == VERSION_ITSELF ? (low > 0 ? (uint64_t)low : 0) : asked;
  }
  if (node.kind < DXL_TERM_ADD || depth >= TERMS_DEEP)
    return 0;
  uint64_t version = 0;
  const dxl_term parts[3] = {node.a, node.b, node.c};
  for (unsigned i = 0; i < 3; i++) {
    uint64_t asked = parts[i] ? asked_in(engine, state, parts[i], depth + 1) : 0;
    version = asked > version ? asked : version;
  }
  return version;
}

/// The place where a function is, or calls the next, is reached by an answer only.
static uint64_t asked_in_frame(dxl_engine *engine, const dxl_frame *frame) {
  search s = {.engine = engine, .graph = frame->graph};
  uint64_t *before = dxl_allocate(frame->graph->function->blocks.count * sizeof *before);
  find_before(&s, before);
  const uint64_t asked = before[frame->point->block];
  dxl_release(before);
  return asked;
}

bool dxl_has_asked(dxl_engine *engine, const dxl_frame *frame, const dxl_state *state, uint32_t version) {
  if (!engine->asked || !dxl_map_count(engine->asked))
    return false;
  for (uint32_t i = 0; state->facts && i < state->facts->count; i++)
    if (asked_in(engine, state, state->facts->items[i].term, 0) >= version)
      return true;
  for (const dxl_frame *at = frame; at; at = at->parent)
    if (at->point && asked_in_frame(engine, at) >= version)
      return true;
  return false;
}
