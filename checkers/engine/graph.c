// Loops, order and registers of a function. Loops are strongly connected parts, found level by level (Tarjan), so that
// jumps into a loop need no special treatment; their header is where the walk first comes in.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/graph.h"

uint32_t dxl_successor(const dxl_ir_block *block, uint32_t n) {
  const dxl_ir_terminator *end = &block->terminator;
  uint32_t own = 0;
  switch (end->kind) {
  case DXL_IR_JUMP:
    own = 1;
    if (n == 0)
      return end->target;
    break;
  case DXL_IR_BRANCH:
    own = 2;
    if (n < 2)
      return n == 0 ? end->target : end->target_else;
    break;
  case DXL_IR_SWITCH:
    own = end->cases.count + 1;
    if (n < own)
      return n < end->cases.count ? end->cases.items[n].target : end->target_else;
    break;
  case DXL_IR_RETURN:
  case DXL_IR_RESUME:
  case DXL_IR_UNREACHABLE:
    break;
  }
  return n == own ? block->handler : DXL_IR_NO_BLOCK;
}

static uint32_t successor_count(const dxl_ir_block *block) {
  switch (block->terminator.kind) {
  case DXL_IR_JUMP: return 1u + (block->handler != DXL_IR_NO_BLOCK);
  case DXL_IR_BRANCH: return 2u + (block->handler != DXL_IR_NO_BLOCK);
  case DXL_IR_SWITCH: return block->terminator.cases.count + 1u + (block->handler != DXL_IR_NO_BLOCK);
  case DXL_IR_RETURN:
  case DXL_IR_RESUME:
  case DXL_IR_UNREACHABLE:
    break;
  }
  return block->handler != DXL_IR_NO_BLOCK;
}

// ---- Loops and order ---------------------------------------------------------------------------------------------------

typedef struct walk {
  dxl_graph *graph;
  uint32_t *number, *lowest, *next; // per block; number 0 = not seen on this level
  bool *on_stack;
  uint32_t counter, sequence;
  DXL_ARRAY(uint32_t) stack, path;
} walk;

typedef DXL_ARRAY(uint32_t) block_list;

static bool is_member(const walk *w, uint32_t block, uint32_t loop, uint32_t header) {
  return w->graph->blocks[block].loop == loop && block != header;
}

/// Parts of the level that are reachable from `root`, each as a list with its first block in front; last part first.
static void find_parts(walk *w, uint32_t root, uint32_t loop, uint32_t header, block_list *order, block_list *ends) {
  if (w->number[root] || !is_member(w, root, loop, header))
    return;
  const dxl_ir_function *function = w->graph->function;
  w->number[root] = w->lowest[root] = ++w->counter;
  w->next[root] = 0;
  w->on_stack[root] = true;
  dxl_array_push(&w->stack, root);
  dxl_array_push(&w->path, root);
  while (w->path.count) {
    uint32_t block = dxl_array_last(&w->path);
    const dxl_ir_block *body = &function->blocks.items[block];
    if (w->next[block] < successor_count(body)) {
      uint32_t to = dxl_successor(body, w->next[block]++);
      if (!is_member(w, to, loop, header))
        continue;
      if (!w->number[to]) {
        w->number[to] = w->lowest[to] = ++w->counter;
        w->next[to] = 0;
        w->on_stack[to] = true;
        dxl_array_push(&w->stack, to);
        dxl_array_push(&w->path, to);
      } else if (w->on_stack[to] && w->number[to] < w->lowest[block]) {
        w->lowest[block] = w->number[to];
      }
      continue;
    }
    w->path.count--;
    if (w->path.count && w->lowest[block] < w->lowest[dxl_array_last(&w->path)])
      w->lowest[dxl_array_last(&w->path)] = w->lowest[block];
    if (w->lowest[block] != w->number[block])
      continue;
    uint32_t first = w->stack.count;
    while (w->stack.items[--first] != block)
      ;
    for (uint32_t i = first; i < w->stack.count; i++) {
      w->on_stack[w->stack.items[i]] = false;
      dxl_array_push(order, w->stack.items[i]);
    }
    w->stack.count = first;
    dxl_array_push(ends, order->count);
  }
}

static bool has_edge_to_itself(const dxl_ir_function *function, uint32_t block) {
  const dxl_ir_block *body = &function->blocks.items[block];
  for (uint32_t n = 0; n < successor_count(body); n++)
    if (dxl_successor(body, n) == block)
      return true;
  return false;
}

/// Orders one level: the whole function, or the inside of a loop.
static void order_level(walk *w, uint32_t loop, uint32_t header) {
  const dxl_ir_function *function = w->graph->function;
  block_list order = {0}, ends = {0};
  if (header == DXL_IR_NO_BLOCK) {
    find_parts(w, 0, loop, header, &order, &ends);
  } else {
    const dxl_ir_block *body = &function->blocks.items[header];
    for (uint32_t n = successor_count(body); n-- > 0;)
      find_parts(w, dxl_successor(body, n), loop, header, &order, &ends);
  }
  for (uint32_t part = ends.count; part-- > 0;) {
    uint32_t first = part ? ends.items[part - 1] : 0, end = ends.items[part];
    uint32_t head = order.items[first];
    if (end - first == 1 && !has_edge_to_itself(function, head)) {
      w->graph->blocks[head].sequence = w->sequence++;
      continue;
    }
    uint32_t inner = w->graph->loops.count;
    uint32_t depth = loop == DXL_NO_LOOP ? 0 : w->graph->loops.items[loop].depth + 1;
    dxl_loop entry = {.header = head, .parent = loop, .depth = depth, .sequence = w->sequence};
    dxl_array_push(&w->graph->loops, entry);
    for (uint32_t i = first; i < end; i++) {
      w->graph->blocks[order.items[i]].loop = inner;
      w->number[order.items[i]] = 0;
    }
    w->graph->blocks[head].sequence = w->sequence++;
    order_level(w, inner, head);
  }
  dxl_array_free(&order);
  dxl_array_free(&ends);
}

// ---- Registers -------------------------------------------------------------------------------------------------------

void dxl_visit_operands(const dxl_ir_instruction *instruction, dxl_operand_visitor visit, void *user) {
  visit(user, &instruction->a);
  visit(user, &instruction->b);
  if (!instruction->call)
    return;
  visit(user, &instruction->call->callee);
  for (uint32_t i = 0; i < instruction->call->arguments.count; i++)
    visit(user, &instruction->call->arguments.items[i]);
}

typedef struct use {
  dxl_graph *graph;
  uint32_t block, instruction;
} use;

static void note_use(void *user, const dxl_ir_operand *operand) {
  use *at = user;
  if (operand->kind != DXL_IR_REGISTER || operand->index >= at->graph->function->register_count)
    return;
  dxl_graph_register *reg = &at->graph->registers[operand->index];
  if (reg->block != at->block)
    reg->is_shared = true;
  else if (at->instruction > reg->last_use)
    reg->last_use = at->instruction;
}

static void find_registers(dxl_graph *graph) {
  const dxl_ir_function *function = graph->function;
  for (uint32_t b = 0; b < function->blocks.count; b++) {
    const dxl_ir_block *block = &function->blocks.items[b];
    graph->instructions += block->instructions.count + 1;
    for (uint32_t i = 0; i < block->instructions.count; i++) {
      uint32_t result = block->instructions.items[i].result;
      if (result != DXL_IR_NO_RESULT)
        graph->registers[result] = (dxl_graph_register){b, i, i, graph->slots[b]++, false};
    }
  }
  for (uint32_t b = 0; b < function->blocks.count; b++) {
    const dxl_ir_block *block = &function->blocks.items[b];
    use at = {graph, b, 0};
    for (uint32_t i = 0; i < block->instructions.count; i++) {
      at.instruction = i;
      dxl_visit_operands(&block->instructions.items[i], note_use, &at);
    }
    at.instruction = block->instructions.count;
    note_use(&at, &block->terminator.condition);
  }
}

const dxl_ir_instruction *dxl_definition(const dxl_graph *graph, dxl_ir_operand operand) {
  if (operand.kind != DXL_IR_REGISTER)
    return NULL;
  const dxl_graph_register *reg = &graph->registers[operand.index];
  return &graph->function->blocks.items[reg->block].instructions.items[reg->instruction];
}

static bool is_inside(const dxl_graph *graph, uint32_t block, uint32_t loop) {
  for (uint32_t at = graph->blocks[block].loop; at != DXL_NO_LOOP; at = graph->loops.items[at].parent)
    if (at == loop)
      return true;
  return false;
}

static void find_conditions(dxl_graph *graph) {
  for (uint32_t b = 0; b < graph->function->blocks.count; b++) {
    const dxl_ir_terminator *end = &graph->function->blocks.items[b].terminator;
    const char *word = end->word && *end->word == '!' ? end->word + 1 : end->word;
    if (end->kind != DXL_IR_BRANCH || !word ||
        (strcmp(word, "for") != 0 && strcmp(word, "while") != 0 && strcmp(word, "do") != 0))
      continue;
    for (uint32_t loop = graph->blocks[b].loop; loop != DXL_NO_LOOP; loop = graph->loops.items[loop].parent)
      if (!is_inside(graph, end->target, loop) || !is_inside(graph, end->target_else, loop))
        graph->loops.items[loop].has_condition = true;
  }
}

/// The local that an operand is, but for a constant that was added.
static bool is_local_plus(const dxl_graph *graph, dxl_ir_operand operand, uint32_t *local, int64_t *more) {
  *more = 0;
  for (unsigned step = 0; step < 8; step++) {
    const dxl_ir_instruction *definition = dxl_definition(graph, operand);
    if (!definition)
      return false;
    if (definition->opcode == DXL_IR_LOAD && definition->a.kind == DXL_IR_LOCAL) {
      *local = definition->a.index;
      return true;
    }
    if (definition->opcode == DXL_IR_BINARY && definition->b.kind == DXL_IR_INTEGER &&
        (definition->operation == DXL_IR_ADD || definition->operation == DXL_IR_SUBTRACT)) {
      int64_t amount = definition->b.integer;
      if (definition->operation == DXL_IR_ADD ? __builtin_add_overflow(*more, amount, more)
                                              : __builtin_sub_overflow(*more, amount, more))
        return false;
    } else if (definition->opcode != DXL_IR_CAST) {
      return false;
    }
    operand = definition->a;
  }
  return false;
}

static void note_stored(dxl_graph *graph, uint32_t block, uint32_t local, bool is_constant, int64_t step) {
  for (uint32_t loop = graph->blocks[block].loop; loop != DXL_NO_LOOP; loop = graph->loops.items[loop].parent) {
    dxl_loop *at = &graph->loops.items[loop];
    uint32_t i = 0;
    while (i < at->stored.count && at->stored.items[i].local != local)
      i++;
    dxl_loop_local stored = {local, true, step};
    if (i == at->stored.count)
      dxl_array_push(&at->stored, stored);
    at->stored.items[i].is_flag &= is_constant;
    if (at->stored.items[i].step != step)
      at->stored.items[i].step = 0;
  }
}

/// A number, or what is loaded from a local that is only set to such (`is_plain`), following casts.
static bool is_constant(const dxl_graph *graph, dxl_ir_operand operand, const bool *is_plain) {
  const dxl_ir_instruction *definition;
  while ((definition = dxl_definition(graph, operand)) != NULL && definition->opcode == DXL_IR_CAST)
    operand = definition->a;
  if (definition && definition->opcode == DXL_IR_LOAD && definition->a.kind == DXL_IR_LOCAL)
    return is_plain[definition->a.index];
  return operand.kind == DXL_IR_INTEGER;
}

enum {
  PLAIN_PASSES = 8,
  LANDMARKS = 64 ///< of a function
};

/// Locals that the function sets to nothing but constants (a `?:` goes through one of its own). Each pass takes out those
/// that get one taken out before; where that has no end, none is left.
static bool *find_plain_locals(const dxl_graph *graph) {
  const dxl_ir_function *function = graph->function;
  bool *is_plain = dxl_allocate(function->locals.count + 1);
  for (uint32_t i = 0; i < function->locals.count; i++)
    is_plain[i] = i >= function->parameter_count;
  bool again = true;
  for (unsigned pass = 0; again; pass++) {
    again = false;
    for (uint32_t b = 0; b < function->blocks.count; b++)
      for (uint32_t i = 0; i < function->blocks.items[b].instructions.count; i++) {
        const dxl_ir_instruction *store = &function->blocks.items[b].instructions.items[i];
        if (store->opcode != DXL_IR_STORE || store->a.kind != DXL_IR_LOCAL || !is_plain[store->a.index] ||
            is_constant(graph, store->b, is_plain))
          continue;
        is_plain[store->a.index] = false;
        again = true;
      }
    if (again && pass >= PLAIN_PASSES) {
      memset(is_plain, false, function->locals.count);
      break;
    }
  }
  return is_plain;
}

/// Notes the local of which an address is an element, for the loops around.
static void note_filled(dxl_graph *graph, uint32_t block, dxl_ir_operand address) {
  bool is_element = false;
  for (unsigned step = 0; address.kind == DXL_IR_REGISTER && step < 8; step++) {
    const dxl_ir_instruction *definition = dxl_definition(graph, address);
    if (!definition || (definition->opcode != DXL_IR_INDEX && definition->opcode != DXL_IR_FIELD &&
                        definition->opcode != DXL_IR_CAST))
      return;
    is_element |= definition->opcode == DXL_IR_INDEX && definition->b.kind != DXL_IR_INTEGER;
    address = definition->a;
  }
  if (!is_element || address.kind != DXL_IR_LOCAL)
    return;
  for (uint32_t loop = graph->blocks[block].loop; loop != DXL_NO_LOOP; loop = graph->loops.items[loop].parent) {
    dxl_loop *at = &graph->loops.items[loop];
    uint32_t i = 0;
    while (i < at->filled.count && at->filled.items[i] != address.index)
      i++;
    if (i == at->filled.count)
      dxl_array_push(&at->filled, address.index);
  }
}

static void find_stored(dxl_graph *graph) {
  if (!graph->loops.count)
    return;
  bool *is_plain = find_plain_locals(graph);
  for (uint32_t b = 0; b < graph->function->blocks.count; b++) {
    const dxl_ir_block *block = &graph->function->blocks.items[b];
    for (uint32_t i = 0; graph->blocks[b].loop != DXL_NO_LOOP && i < block->instructions.count; i++) {
      const dxl_ir_instruction *store = &block->instructions.items[i];
      if (store->opcode == DXL_IR_STORE && store->a.kind == DXL_IR_LOCAL) {
        uint32_t local;
        int64_t step;
        bool is_counted = is_local_plus(graph, store->b, &local, &step) && local == store->a.index;
        note_stored(graph, b, store->a.index, is_constant(graph, store->b, is_plain), is_counted ? step : 0);
      } else if (store->opcode == DXL_IR_STORE || store->opcode == DXL_IR_COPY || store->opcode == DXL_IR_FILL) {
        note_filled(graph, b, store->a);
      }
      for (uint32_t k = 0; store->call && k < store->call->arguments.count; k++)
        note_filled(graph, b, store->call->arguments.items[k]);
    }
  }
  dxl_release(is_plain);
}

static void add_landmark(dxl_graph *graph, dxl_ir_operand operand, int64_t constant) {
  dxl_landmark landmark;
  int64_t more;
  if (!is_local_plus(graph, operand, &landmark.local, &more) || __builtin_sub_overflow(constant, more, &landmark.value))
    return;
  for (uint32_t i = 0; i < graph->landmarks.count; i++)
    if (graph->landmarks.items[i].local == landmark.local && graph->landmarks.items[i].value == landmark.value)
      return;
  if (graph->landmarks.count < LANDMARKS)
    dxl_array_push(&graph->landmarks, landmark);
}

static void find_landmarks(dxl_graph *graph) {
  const dxl_ir_function *function = graph->function;
  for (uint32_t b = 0; graph->loops.count && b < function->blocks.count; b++) {
    const dxl_ir_block *block = &function->blocks.items[b];
    for (uint32_t i = 0; i < block->instructions.count; i++) {
      const dxl_ir_instruction *compare = &block->instructions.items[i];
      if (compare->opcode != DXL_IR_COMPARE)
        continue;
      if (compare->b.kind == DXL_IR_INTEGER)
        add_landmark(graph, compare->a, compare->b.integer);
      else if (compare->a.kind == DXL_IR_INTEGER)
        add_landmark(graph, compare->b, compare->a.integer);
    }
    for (uint32_t i = 0; block->terminator.kind == DXL_IR_SWITCH && i < block->terminator.cases.count; i++)
      add_landmark(graph, block->terminator.condition, block->terminator.cases.items[i].low);
  }
}

// ---- Exceptions ------------------------------------------------------------------------------------------------------

static bool find_leads_on(dxl_graph *graph, uint32_t b) {
  const dxl_ir_block *block = &graph->function->blocks.items[b];
  if (block->terminator.kind == DXL_IR_RETURN)
    return true;
  if (block->terminator.kind == DXL_IR_RESUME)
    return block->handler != DXL_IR_NO_BLOCK && graph->blocks[block->handler].leads_on;
  uint32_t next = dxl_successor(block, 0);
  for (uint32_t n = 1; next != DXL_IR_NO_BLOCK; n++) {
    uint32_t after = dxl_successor(block, n);
    bool is_handler = after == DXL_IR_NO_BLOCK && block->handler != DXL_IR_NO_BLOCK; // the last one
    if (!is_handler && graph->blocks[next].leads_on)
      return true;
    next = after;
  }
  return false;
}

static void find_catchers(dxl_graph *graph) {
  uint32_t count = graph->function->blocks.count;
  bool has_handler = false;
  for (uint32_t b = 0; b < count; b++)
    has_handler |= graph->function->blocks.items[b].handler != DXL_IR_NO_BLOCK;
  for (bool is_new = has_handler; is_new;) {
    is_new = false;
    for (uint32_t b = count; b-- > 0;) {
      if (!graph->blocks[b].leads_on && find_leads_on(graph, b)) {
        graph->blocks[b].leads_on = true;
        is_new = true;
      }
    }
  }
}

bool dxl_is_caught(const dxl_graph *graph, uint32_t block) {
  uint32_t handler = graph->function->blocks.items[block].handler;
  return handler != DXL_IR_NO_BLOCK && graph->blocks[handler].leads_on;
}

// ---- Public ----------------------------------------------------------------------------------------------------------

dxl_graph *dxl_graph_new(const dxl_ir_function *function) {
  uint32_t count = function->blocks.count;
  dxl_graph *graph = dxl_allocate(sizeof *graph);
  memset(graph, 0, sizeof *graph);
  graph->function = function;
  graph->blocks = dxl_allocate((count + 1) * sizeof *graph->blocks);
  graph->slots = dxl_allocate((count + 1) * sizeof *graph->slots);
  graph->registers = dxl_allocate((function->register_count + 1) * sizeof *graph->registers);
  memset(graph->slots, 0, (count + 1) * sizeof *graph->slots);
  memset(graph->registers, 0, (function->register_count + 1) * sizeof *graph->registers);
  walk w = {.graph = graph};
  w.number = dxl_allocate((count + 1) * sizeof(uint32_t));
  w.lowest = dxl_allocate((count + 1) * sizeof(uint32_t));
  w.next = dxl_allocate((count + 1) * sizeof(uint32_t));
  w.on_stack = dxl_allocate((count + 1) * sizeof(bool));
  for (uint32_t b = 0; b < count; b++) {
    graph->blocks[b] = (dxl_graph_block){DXL_NOT_REACHED, DXL_NO_LOOP, 0, 0, false};
    w.number[b] = 0;
    w.on_stack[b] = false;
  }
  if (count)
    order_level(&w, DXL_NO_LOOP, DXL_IR_NO_BLOCK);
  dxl_release(w.number);
  dxl_release(w.lowest);
  dxl_release(w.next);
  dxl_release(w.on_stack);
  dxl_array_free(&w.stack);
  dxl_array_free(&w.path);
  find_registers(graph);
  find_conditions(graph);
  find_stored(graph);
  find_landmarks(graph);
  find_catchers(graph);
  dxl_find_deaths(graph);
  return graph;
}

void dxl_graph_free(dxl_graph *graph) {
  if (!graph)
    return;
  dxl_release(graph->blocks);
  dxl_release(graph->registers);
  dxl_release(graph->slots);
  for (uint32_t i = 0; i < graph->loops.count; i++) {
    dxl_array_free(&graph->loops.items[i].stored);
    dxl_array_free(&graph->loops.items[i].filled);
  }
  dxl_array_free(&graph->loops);
  dxl_array_free(&graph->landmarks);
  dxl_array_free(&graph->deaths);
  dxl_release(graph);
}
