// What dxl_ir_verify finds, with the thing that it is about, for those who can point at it. Internal to ir/.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DXL_IR_VERIFY_H
#define DXL_IR_VERIFY_H

#include "ir/ir.h"

typedef enum dxl_ir_fault_kind {
  DXL_IR_FAULT_MODULE,
  DXL_IR_FAULT_RECORD,
  DXL_IR_FAULT_GLOBAL,
  DXL_IR_FAULT_FUNCTION
} dxl_ir_fault_kind;

typedef struct dxl_ir_fault {
  dxl_ir_fault_kind kind;
  uint32_t index; ///< of the record, global or function
  char *message;  ///< owned by the caller (dxl_release)
} dxl_ir_fault;

/// The first violation of an invariant; false when all hold. Nothing is assumed about the module but that its pointers
/// are valid or NULL.
bool dxl_ir_find_fault(const dxl_ir_module *module, dxl_ir_fault *fault);

/// Registers: each is defined once and its definition reaches every use (dominance.c). A message or NULL. Blocks,
/// handlers and targets must have been checked.
char *dxl_ir_check_registers(const dxl_ir_function *function);

/// printf into memory that the caller releases.
char *dxl_ir_message(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
