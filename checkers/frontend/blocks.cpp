// What happens to the blocks of a finished body: empty ones are skipped, straight lines joined, unreachable ones dropped,
// the rest put in reverse postorder. Everything here is linear in the size of the body.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "frontend/body.h"

namespace dxl {

namespace {

constexpr uint32_t max_skipped_blocks = 64; ///< empty blocks in a row that one jump skips

class Blocks {
public:
  explicit Blocks(dxl_ir_function *function_) : function(function_) {}

  void run() {
    skip_empty();
    find_reachable();
    join_lines();
    renumber();
  }

private:
  dxl_ir_block &at(uint32_t index) { return function->blocks.items[index]; }

  /// Calls `visit` on each block that control can go to from here, by reference.
  template <typename Visit> void successors(dxl_ir_block &block, Visit visit) {
    dxl_ir_terminator &terminator = block.terminator;
    if (terminator.kind == DXL_IR_JUMP || terminator.kind == DXL_IR_BRANCH)
      visit(terminator.target);
    for (uint32_t i = 0; i < terminator.cases.count; ++i)
      visit(terminator.cases.items[i].target);
    if (terminator.kind == DXL_IR_BRANCH || terminator.kind == DXL_IR_SWITCH)
      visit(terminator.target_else);
    if (block.handler != DXL_IR_NO_BLOCK && block.instructions.count)
      visit(block.handler);
  }

  uint32_t skipped(uint32_t target) {
    for (uint32_t steps = 0; steps < max_skipped_blocks; ++steps) {
      const dxl_ir_block &block = at(target);
      if (block.instructions.count || block.terminator.kind != DXL_IR_JUMP || block.terminator.target == target)
        break;
      target = block.terminator.target;
    }
    return target;
  }

  void skip_empty() {
    for (uint32_t i = 0; i < function->blocks.count; ++i) {
      dxl_ir_block &block = at(i);
      successors(block, [&](uint32_t &target) { target = skipped(target); });
      if (block.terminator.kind == DXL_IR_BRANCH && block.terminator.target == block.terminator.target_else) {
        block.terminator.kind = DXL_IR_JUMP;
        block.terminator.condition = dxl_ir_operand{};
        block.terminator.word = nullptr;
        block.terminator.target_else = 0;
      }
    }
  }

  void find_reachable() {
    predecessors.assign(function->blocks.count, 0);
    std::vector<uint32_t> work{0};
    predecessors[0] = 2; // the entry stays a block of its own
    while (!work.empty()) {
      dxl_ir_block &block = at(work.back());
      work.pop_back();
      successors(block, [&](uint32_t &target) {
        if (predecessors[target]++ == 0)
          work.push_back(target);
        if (&target == &block.handler)
          predecessors[target] += 1; // a handler keeps its place
      });
    }
  }

  void join_lines() {
    for (uint32_t i = 0; i < function->blocks.count; ++i) {
      if (predecessors[i] == 0)
        continue;
      for (;;) {
        const dxl_ir_terminator &terminator = at(i).terminator;
        if (terminator.kind != DXL_IR_JUMP || terminator.target == i || predecessors[terminator.target] != 1)
          break;
        const uint32_t next = terminator.target;
        dxl_ir_block &from = at(next);
        dxl_ir_block &to = at(i);
        if (from.handler != to.handler && from.instructions.count && to.instructions.count)
          break;
        if (from.instructions.count) {
          to.handler = from.handler;
          const uint32_t wanted = to.instructions.count + from.instructions.count;
          if (wanted > to.instructions.capacity)
            dxl_array_reserve(&to.instructions, std::max(wanted, to.instructions.capacity * 2));
          memcpy(to.instructions.items + to.instructions.count, from.instructions.items,
                 from.instructions.count * sizeof *from.instructions.items);
          to.instructions.count = wanted;
        }
        dxl_array_free(&from.instructions);
        to.terminator = from.terminator;
        from.terminator = dxl_ir_terminator{};
        predecessors[next] = 0;
      }
    }
  }

  void renumber() {
    const uint32_t count = function->blocks.count;
    // Depth first with an explicit stack; the last successor is visited first so that the first comes first in order.
    std::vector<uint32_t> postorder;
    std::vector<uint8_t> state(count, 0);
    std::vector<std::pair<uint32_t, bool>> work{{0, false}};
    while (!work.empty()) {
      const auto [index, done] = work.back();
      work.pop_back();
      if (done) {
        postorder.push_back(index);
        continue;
      }
      if (state[index])
        continue;
      state[index] = 1;
      work.push_back({index, true});
      successors(at(index), [&](uint32_t &target) {
        if (!state[target])
          work.push_back({target, false});
      });
    }
    std::vector<uint32_t> number(count, DXL_IR_NO_BLOCK);
    for (size_t i = 0; i < postorder.size(); ++i)
      number[postorder[postorder.size() - 1 - i]] = static_cast<uint32_t>(i);
    std::vector<dxl_ir_block> kept(postorder.size());
    for (uint32_t i = 0; i < count; ++i) {
      dxl_ir_block &block = at(i);
      if (number[i] == DXL_IR_NO_BLOCK) {
        dxl_array_free(&block.instructions);
        dxl_array_free(&block.terminator.cases);
        continue;
      }
      if (!block.instructions.count)
        block.handler = DXL_IR_NO_BLOCK;
      successors(block, [&](uint32_t &target) { target = number[target]; });
      kept[number[i]] = block;
    }
    for (size_t i = 0; i < kept.size(); ++i)
      function->blocks.items[i] = kept[i];
    function->blocks.count = static_cast<uint32_t>(kept.size());
  }

  dxl_ir_function *function;
  std::vector<uint32_t> predecessors;
};

} // namespace

void Body::finish_blocks() {
  Blocks(function).run();
  function->opaque_count = 0;
  for (uint32_t i = 0; i < function->blocks.count; ++i) {
    const dxl_ir_block &block = function->blocks.items[i];
    for (uint32_t n = 0; n < block.instructions.count; ++n)
      function->opaque_count += block.instructions.items[n].opcode == DXL_IR_OPAQUE;
  }
}

} // namespace dxl
