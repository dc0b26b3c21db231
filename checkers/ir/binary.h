// The binary form (docs/ir.md, section 5), shared by its writer and its reader. Internal to ir/.
// Layout: magic, version and checksum (fixed width, little endian), then numbers of variable length: strings, records,
// types, files, globals, functions, overrides, suppressions, notes. A string or an optional index is 0 for none, else
// its index + 1.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DXL_IR_BINARY_H
#define DXL_IR_BINARY_H

#define DXL_IR_BINARY_MAGIC "DXLIR\r\n\x1a" ///< 8 bytes; line ends show a transfer as text
#define DXL_IR_BINARY_MAGIC_LENGTH 8
/// To be raised with every change of the format or of an enumeration in ir.h.
#define DXL_IR_BINARY_VERSION 3
#define DXL_IR_BINARY_HEADER_LENGTH (DXL_IR_BINARY_MAGIC_LENGTH + 4 + 8) ///< the checksum is of all that follows it

/// Which optional parts of an instruction follow its opcode.
enum {
  DXL_IR_HAS_RESULT = 1 << 0,
  DXL_IR_HAS_A = 1 << 1,
  DXL_IR_HAS_B = 1 << 2,
  DXL_IR_HAS_TYPE = 1 << 3,
  DXL_IR_HAS_FROM = 1 << 4,
  DXL_IR_HAS_RECORD = 1 << 5,
  DXL_IR_HAS_FIELD = 1 << 6,
  DXL_IR_HAS_TEXT = 1 << 7,
  DXL_IR_HAS_OFFSET = 1 << 8,
  DXL_IR_HAS_SIZE = 1 << 9,
  DXL_IR_HAS_BITS = 1 << 10,
  DXL_IR_IS_VOLATILE = 1 << 11,
  DXL_IR_HAS_CALL = 1 << 12,
  DXL_IR_HAS_OPERATION = 1 << 13,
  DXL_IR_HAS_COMPARISON = 1 << 14,
  DXL_IR_PARTS_END = 1 << 15
};

/// Flags of a function.
enum {
  DXL_IR_FUNCTION_VARIADIC = 1 << 0,
  DXL_IR_FUNCTION_NORETURN = 1 << 1,
  DXL_IR_FUNCTION_METHOD = 1 << 2,
  DXL_IR_FUNCTION_CONSTRUCTOR = 1 << 3,
  DXL_IR_FUNCTION_DESTRUCTOR = 1 << 4,
  DXL_IR_FUNCTION_RETURNS_RECORD = 1 << 5,
  DXL_IR_FUNCTION_INLINED = 1 << 6,
  DXL_IR_FUNCTION_FLAGS_END = 1 << 7
};

#endif
