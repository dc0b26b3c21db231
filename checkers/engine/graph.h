// What exploration needs to know of a function's blocks and registers; computed once per function.
// Invariants: sequence numbers order the blocks so that a loop's blocks stand together, its header first, and every
// edge but those back to a header goes forward.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DXL_ENGINE_GRAPH_H
#define DXL_ENGINE_GRAPH_H

#include "ir/ir.h"

#define DXL_NO_LOOP UINT32_MAX
#define DXL_NOT_REACHED UINT32_MAX

/// A local that a loop stores to as a whole.
typedef struct dxl_loop_local {
  uint32_t local;
  bool is_flag; ///< only to constants
  int64_t step; ///< only by adding this to it, 0 = otherwise
} dxl_loop_local;

typedef struct dxl_loop {
  uint32_t header, parent; ///< parent: index of the loop around, DXL_NO_LOOP
  uint32_t depth;          ///< 0 = outermost
  uint32_t sequence;       ///< of its header
  bool has_condition;      ///< a for, while or do condition leaves it
  bool is_idle;            ///< nothing that it does can begin or end a resource that is reported
  DXL_ARRAY(dxl_loop_local) stored; ///< in no particular order
  DXL_ARRAY(uint32_t) filled;       ///< locals of which it writes elements, or gives them to calls
} dxl_loop;

typedef struct dxl_graph_block {
  uint32_t sequence; ///< DXL_NOT_REACHED for dead blocks
  uint32_t loop;     ///< innermost loop
  uint32_t first_death, death_count; ///< in `deaths`: locals that are read no more from here on
  bool leads_on; ///< of a function with handlers: from here it may return, other than by an exception that goes on
} dxl_graph_block;

typedef struct dxl_graph_register {
  uint32_t block, instruction; ///< definition
  uint32_t last_use;           ///< index of the last instruction of the block that uses it (count = terminator)
  uint32_t slot;               ///< among the registers of its block
  bool is_shared;              ///< used in other blocks: kept in the state
} dxl_graph_register;

/// A constant that a local is compared with.
typedef struct dxl_landmark {
  uint32_t local;
  int64_t value;
} dxl_landmark;

typedef struct dxl_graph {
  const dxl_ir_function *function;
  dxl_graph_block *blocks;
  dxl_graph_register *registers;
  uint32_t *slots; ///< per block: registers that it defines
  DXL_ARRAY(dxl_loop) loops;
  DXL_ARRAY(dxl_landmark) landmarks; ///< of functions with loops
  DXL_ARRAY(uint32_t) deaths;
  uint32_t instructions;
} dxl_graph;

dxl_graph *dxl_graph_new(const dxl_ir_function *function);
void dxl_graph_free(dxl_graph *graph);
/// Fills in which locals die where (liveness.c).
void dxl_find_deaths(dxl_graph *graph);

/// Calls `visit` for every operand that an instruction reads.
typedef void (*dxl_operand_visitor)(void *user, const dxl_ir_operand *operand);
void dxl_visit_operands(const dxl_ir_instruction *instruction, dxl_operand_visitor visit, void *user);
/// The instruction that defines a register, NULL for other operands.
const dxl_ir_instruction *dxl_definition(const dxl_graph *graph, dxl_ir_operand operand);
/// n-th successor of a block, handler last; DXL_IR_NO_BLOCK behind the last.
uint32_t dxl_successor(const dxl_ir_block *block, uint32_t n);
/// Whether a raise in a block may end in its function: somebody catches it, more than a __finally.
bool dxl_is_caught(const dxl_graph *graph, uint32_t block);

#endif
