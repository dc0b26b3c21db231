// Checks that the definition of each register reaches every use of it.
// Invariant: a block is two nodes, its entry and its end, and a raise leaves from the entry: what a block defines is
// not there in its handler, as the raise may come before any of its instructions.
// Dominators as in Georgiadis, "Linear-Time Algorithms for Dominators and Related Problems" (2005), section 2.3,
// SEMI-NCA: the iterative algorithms take quadratic time on what drivers are full of, long chains of steps that all
// jump to one cleanup label. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <string.h>

#include "ir/verify.h"

#define NO_NODE UINT32_MAX

typedef struct graph {
  const dxl_ir_function *function;
  uint32_t node_count;
  uint32_t *order; // reachable nodes as a depth-first walk comes to them
  uint32_t order_count;
  uint32_t *position;                         // node -> place in the order, NO_NODE when unreachable
  uint32_t *parent;                           // place -> place of the node that the walk came from
  uint32_t *dominator;                        // place -> place of the immediate dominator
  uint32_t *first_predecessor, *predecessors; // places; those of place n: [first[n], first[n + 1])
  uint32_t *enter, *leave;                    // place -> its span in a walk of the dominator tree
} graph;

static uint32_t entry_of(uint32_t block) { return block * 2; }
static uint32_t end_of(uint32_t block) { return block * 2 + 1; }

/// The n-th successor of a node, NO_NODE behind the last.
static uint32_t successor(const graph *g, uint32_t node, uint32_t n) {
  const dxl_ir_block *block = &g->function->blocks.items[node / 2];
  if (node == entry_of(node / 2)) {
    if (n == 0)
      return end_of(node / 2);
    return n == 1 && block->handler != DXL_IR_NO_BLOCK ? entry_of(block->handler) : NO_NODE;
  }
  const dxl_ir_terminator *terminator = &block->terminator;
  switch (terminator->kind) {
  case DXL_IR_JUMP:
    return n == 0 ? entry_of(terminator->target) : NO_NODE;
  case DXL_IR_BRANCH:
    return n == 0 ? entry_of(terminator->target) : n == 1 ? entry_of(terminator->target_else) : NO_NODE;
  case DXL_IR_SWITCH:
    if (n == 0)
      return entry_of(terminator->target_else);
    return n - 1 < terminator->cases.count ? entry_of(terminator->cases.items[n - 1].target) : NO_NODE;
  case DXL_IR_RETURN:
  case DXL_IR_RESUME:
  case DXL_IR_UNREACHABLE:
    break;
  }
  return NO_NODE;
}

static uint32_t *new_nodes(uint32_t count, uint32_t value) {
  uint32_t *nodes = dxl_allocate(((size_t)count + 1) * sizeof *nodes);
  for (uint32_t i = 0; i <= count; i++)
    nodes[i] = value;
  return nodes;
}

static void find_order(graph *g) {
  uint32_t *next = new_nodes(g->node_count, 0); // successor of a node to look at next
  uint32_t *stack = new_nodes(g->node_count, 0);
  uint32_t depth = 0;
  stack[depth++] = 0;
  g->position[0] = 0;
  g->order[g->order_count++] = 0;
  while (depth) {
    uint32_t node = stack[depth - 1];
    uint32_t to = successor(g, node, next[node]++);
    if (to == NO_NODE) {
      depth--;
    } else if (g->position[to] == NO_NODE) {
      g->position[to] = g->order_count;
      g->parent[g->order_count] = g->position[node];
      g->order[g->order_count++] = to;
      stack[depth++] = to;
    }
  }
  dxl_release(next);
  dxl_release(stack);
}

static void find_predecessors(graph *g) {
  uint32_t count = g->order_count, to;
  uint32_t *first = g->first_predecessor = new_nodes(count, 0);
  for (uint32_t i = 0; i < count; i++)
    for (uint32_t n = 0; (to = successor(g, g->order[i], n)) != NO_NODE; n++)
      first[g->position[to] + 1]++;
  for (uint32_t i = 0; i < count; i++)
    first[i + 1] += first[i];
  g->predecessors = new_nodes(first[count], 0);
  uint32_t *filled = new_nodes(count, 0);
  for (uint32_t i = 0; i < count; i++)
    for (uint32_t n = 0; (to = successor(g, g->order[i], n)) != NO_NODE; n++) {
      uint32_t place = g->position[to];
      g->predecessors[first[place] + filled[place]++] = i;
    }
  dxl_release(filled);
}

/// The forest of the nodes from `linked` on, which are those whose semidominator is known, by paths that get shorter as
/// they are asked for.
typedef struct forest {
  uint32_t *ancestor;
  uint32_t *label; // the node with the lowest semidominator between this one and its ancestor
  uint32_t *semi;
  uint32_t *stack;
} forest;

static uint32_t lowest_label(const forest *f, uint32_t node, uint32_t linked) {
  if (node < linked || f->ancestor[node] < linked)
    return f->label[node];
  uint32_t depth = 0;
  for (; f->ancestor[node] >= linked; node = f->ancestor[node])
    f->stack[depth++] = node;
  while (depth) {
    uint32_t below = f->stack[--depth];
    f->ancestor[below] = f->ancestor[node];
    if (f->semi[f->label[node]] < f->semi[f->label[below]])
      f->label[below] = f->label[node];
    node = below;
  }
  return f->label[node];
}

static void find_dominators(graph *g) {
  uint32_t count = g->order_count;
  forest f = {new_nodes(count, 0), new_nodes(count, 0), new_nodes(count, 0), new_nodes(count, 0)};
  for (uint32_t i = 0; i < count; i++) {
    f.ancestor[i] = g->parent[i];
    f.label[i] = f.semi[i] = i;
  }
  for (uint32_t i = count; i-- > 1;) {
    f.semi[i] = g->parent[i];
    for (uint32_t n = g->first_predecessor[i]; n < g->first_predecessor[i + 1]; n++) {
      uint32_t semi = f.semi[lowest_label(&f, g->predecessors[n], i + 1)];
      if (semi < f.semi[i])
        f.semi[i] = semi;
    }
  }
  for (uint32_t i = 1; i < count; i++) {
    uint32_t dominator = g->parent[i];
    while (dominator > f.semi[i])
      dominator = g->dominator[dominator];
    g->dominator[i] = dominator;
  }
  dxl_release(f.ancestor);
  dxl_release(f.label);
  dxl_release(f.semi);
  dxl_release(f.stack);
}

/// Spans of the dominator tree. A dominator stands before what it dominates in the order, so sizes add up backwards
/// and places are given out forwards.
static void find_spans(graph *g) {
  uint32_t *size = new_nodes(g->order_count, 1);
  uint32_t *given = new_nodes(g->order_count, 1);
  for (uint32_t i = g->order_count; i-- > 1;)
    size[g->dominator[i]] += size[i];
  for (uint32_t i = 0; i < g->order_count; i++) {
    uint32_t parent = g->dominator[i];
    if (i > 0) {
      g->enter[i] = g->enter[parent] + given[parent];
      given[parent] += size[i];
    }
    g->leave[i] = g->enter[i] + size[i];
  }
  dxl_release(size);
  dxl_release(given);
}

/// The second node must be reachable.
static bool dominates(const graph *g, uint32_t a, uint32_t b) {
  a = g->position[a];
  b = g->position[b];
  return a != NO_NODE && g->enter[a] <= g->enter[b] && g->enter[b] < g->leave[a];
}

// ---- Registers -----------------------------------------------------------------------------------------------------

/// Where a register is defined.
typedef struct definition {
  uint32_t block, instruction; // block is DXL_IR_NO_BLOCK when there is none
} definition;

typedef struct check {
  graph *g;
  definition *definitions;
  uint32_t block, instruction; // the use being looked at
  char *message;
} check;

static void check_use(check *c, dxl_ir_operand operand) {
  if (operand.kind != DXL_IR_REGISTER || c->message)
    return;
  const definition *from = &c->definitions[operand.index];
  if (from->block == DXL_IR_NO_BLOCK) {
    c->message = dxl_ir_message("block b%u: register %%%u is used but never defined", c->block, operand.index);
    return;
  }
  if (c->g->position[entry_of(c->block)] == NO_NODE)
    return; // nothing reaches this block
  bool reaches = from->block == c->block ? from->instruction < c->instruction
                                         : dominates(c->g, end_of(from->block), entry_of(c->block));
  if (!reaches)
    c->message = dxl_ir_message("block b%u: register %%%u is used where its definition in b%u does not always reach",
                                c->block, operand.index, from->block);
}

static void check_uses(check *c) {
  const dxl_ir_function *function = c->g->function;
  for (uint32_t b = 0; b < function->blocks.count; b++) {
    const dxl_ir_block *block = &function->blocks.items[b];
    c->block = b;
    for (uint32_t i = 0; i < block->instructions.count; i++) {
      const dxl_ir_instruction *instruction = &block->instructions.items[i];
      c->instruction = i;
      check_use(c, instruction->a);
      check_use(c, instruction->b);
      if (!instruction->call)
        continue;
      check_use(c, instruction->call->callee);
      for (uint32_t n = 0; n < instruction->call->arguments.count; n++)
        check_use(c, instruction->call->arguments.items[n]);
    }
    c->instruction = block->instructions.count;
    check_use(c, block->terminator.condition);
  }
}

static char *find_definitions(const dxl_ir_function *function, definition *definitions) {
  for (uint32_t r = 0; r < function->register_count; r++)
    definitions[r].block = DXL_IR_NO_BLOCK;
  for (uint32_t b = 0; b < function->blocks.count; b++)
    for (uint32_t i = 0; i < function->blocks.items[b].instructions.count; i++) {
      uint32_t result = function->blocks.items[b].instructions.items[i].result;
      if (result == DXL_IR_NO_RESULT)
        continue;
      if (definitions[result].block != DXL_IR_NO_BLOCK)
        return dxl_ir_message("block b%u: register %%%u is defined in b%u already", b, result,
                              definitions[result].block);
      definitions[result].block = b;
      definitions[result].instruction = i;
    }
  return NULL;
}

char *dxl_ir_check_registers(const dxl_ir_function *function) {
  if (!function->blocks.count)
    return NULL;
  uint32_t nodes = function->blocks.count * 2;
  graph g;
  memset(&g, 0, sizeof g);
  g.function = function;
  g.node_count = nodes;
  g.order = new_nodes(nodes, 0);
  g.position = new_nodes(nodes, NO_NODE);
  g.parent = new_nodes(nodes, 0);
  g.dominator = new_nodes(nodes, 0);
  g.enter = new_nodes(nodes, 0);
  g.leave = new_nodes(nodes, 0);
  find_order(&g);
  find_predecessors(&g);
  find_dominators(&g);
  find_spans(&g);
  definition *definitions = dxl_allocate(((size_t)function->register_count + 1) * sizeof *definitions);
  check c = {&g, definitions, 0, 0, find_definitions(function, definitions)};
  if (!c.message)
    check_uses(&c);
  dxl_release(definitions);
  dxl_release(g.order);
  dxl_release(g.position);
  dxl_release(g.parent);
  dxl_release(g.dominator);
  dxl_release(g.first_predecessor);
  dxl_release(g.predecessors);
  dxl_release(g.enter);
  dxl_release(g.leave);
  return c.message;
}
