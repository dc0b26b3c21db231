// Locals that nothing reads any more: what they hold no longer tells states apart.
// Invariant: only locals of which nobody has the address are looked at; all others live as long as their function.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/graph.h"

typedef struct liveness {
  const dxl_ir_function *function;
  uint32_t words;     ///< of a set of locals
  uint64_t *plain;    ///< locals that are loaded and stored as a whole, and nothing else
  uint64_t *in;       ///< per block: locals that are read before they are written to
  uint64_t *read, *written; ///< per block: read before anything else happens to them; written to
} liveness;

static bool has(const uint64_t *set, uint32_t i) { return set[i / 64] >> (i % 64) & 1; }
static void put(uint64_t *set, uint32_t i) { set[i / 64] |= (uint64_t)1 << (i % 64); }

static void note_address(void *user, const dxl_ir_operand *operand) {
  liveness *l = user;
  if (operand->kind == DXL_IR_LOCAL)
    l->plain[operand->index / 64] &= ~((uint64_t)1 << (operand->index % 64));
}

static void look_at(liveness *l, uint32_t block, const dxl_ir_instruction *instruction) {
  uint64_t *read = l->read + (size_t)block * l->words, *written = l->written + (size_t)block * l->words;
  switch (instruction->opcode) {
  case DXL_IR_LIFETIME_START:
  case DXL_IR_LIFETIME_END:
    return;
  case DXL_IR_LOAD:
    if (instruction->a.kind == DXL_IR_LOCAL) {
      if (!has(written, instruction->a.index))
        put(read, instruction->a.index);
      return;
    }
    break;
  case DXL_IR_STORE:
    if (instruction->a.kind == DXL_IR_LOCAL) {
      note_address(l, &instruction->b);
      put(written, instruction->a.index);
      return;
    }
    break;
  default:
    break;
  }
  dxl_visit_operands(instruction, note_address, l);
}

/// Adds what is live at the end of a block; true when that is news to its beginning.
static bool update(liveness *l, uint32_t block) {
  const dxl_ir_block *body = &l->function->blocks.items[block];
  uint64_t *in = l->in + (size_t)block * l->words;
  const uint64_t *read = l->read + (size_t)block * l->words, *written = l->written + (size_t)block * l->words;
  bool is_news = false;
  for (uint32_t w = 0; w < l->words; w++) {
    uint64_t live = read[w];
    uint32_t to;
    for (uint32_t n = 0; (to = dxl_successor(body, n)) != DXL_IR_NO_BLOCK; n++)
      // The handler may come before anything is written.
      live |= l->in[(size_t)to * l->words + w] & (to == body->handler ? UINT64_MAX : ~written[w]);
    is_news |= (live & ~in[w]) != 0;
    in[w] |= live;
  }
  return is_news;
}

/// Locals that a block may have left a value in, and of which a block that follows reads none.
static void find_deaths(liveness *l, dxl_graph *graph) {
  const uint32_t count = l->function->blocks.count;
  uint64_t *held = dxl_allocate((size_t)(count + 1) * l->words * sizeof(uint64_t)); // at the beginning of each block
  memset(held, 0, (size_t)(count + 1) * l->words * sizeof(uint64_t));
  for (uint32_t i = 0; i < l->function->parameter_count; i++)
    put(held, i);
  for (uint32_t b = 0; b < count; b++) {
    const dxl_ir_block *body = &l->function->blocks.items[b];
    uint32_t to;
    for (uint32_t n = 0; (to = dxl_successor(body, n)) != DXL_IR_NO_BLOCK; n++)
      for (uint32_t w = 0; w < l->words; w++)
        held[(size_t)to * l->words + w] |= l->in[(size_t)b * l->words + w] | l->written[(size_t)b * l->words + w];
  }
  for (uint32_t b = 0; b < count; b++) {
    graph->blocks[b].first_death = graph->deaths.count;
    for (uint32_t i = 0; i < l->function->locals.count; i++)
      if (has(l->plain, i) && has(held + (size_t)b * l->words, i) && !has(l->in + (size_t)b * l->words, i))
        dxl_array_push(&graph->deaths, i);
    graph->blocks[b].death_count = graph->deaths.count - graph->blocks[b].first_death;
  }
  dxl_release(held);
}

void dxl_find_deaths(dxl_graph *graph) {
  const dxl_ir_function *function = graph->function;
  const uint32_t count = function->blocks.count;
  liveness l = {.function = function, .words = function->locals.count / 64 + 1};
  const size_t size = (size_t)(count + 1) * l.words * sizeof(uint64_t);
  l.plain = dxl_allocate(l.words * sizeof(uint64_t));
  l.in = dxl_allocate(size);
  l.read = dxl_allocate(size);
  l.written = dxl_allocate(size);
  memset(l.plain, 0xff, l.words * sizeof(uint64_t));
  memset(l.in, 0, size);
  memset(l.read, 0, size);
  memset(l.written, 0, size);
  for (uint32_t i = 0; i < function->locals.count; i++) // what has parts may be written to in parts
    if (function->locals.items[i].type->kind == DXL_IR_TYPE_RECORD || function->locals.items[i].type->kind == DXL_IR_TYPE_ARRAY)
      l.plain[i / 64] &= ~((uint64_t)1 << (i % 64));
  for (uint32_t b = 0; b < count; b++) {
    const dxl_ir_block *block = &function->blocks.items[b];
    for (uint32_t i = 0; i < block->instructions.count; i++)
      look_at(&l, b, &block->instructions.items[i]);
    note_address(&l, &block->terminator.condition);
  }
  for (bool again = true; again;) {
    again = false;
    for (uint32_t b = count; b-- > 0;)
      again |= update(&l, b);
  }
  find_deaths(&l, graph);
  dxl_release(l.plain);
  dxl_release(l.in);
  dxl_release(l.read);
  dxl_release(l.written);
}
