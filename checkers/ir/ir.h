// The program IR: a register machine over typed memory that keeps what reports need.
// Invariants: a register is assigned by exactly one instruction and used only in blocks that this one dominates;
// everything a module names (strings, types, records) is owned by the module; block 0 is the entry.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DXL_IR_IR_H
#define DXL_IR_IR_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/array.h"
#include "base/map.h"

#ifdef __cplusplus
extern "C" {
#endif

#define DXL_IR_VERSION 1

// ---- Positions -----------------------------------------------------------------------------------------------------

/// A place in the source. file indexes dxl_ir_module::files; line and column count from 1, 0 = unknown. A position in a
/// macro expansion is that of the outermost expansion; `macro` names the macro (outermost one first spelled by the
/// user, e.g. "NT_SUCCESS"), NULL outside macros.
typedef struct dxl_ir_location {
  uint32_t file;
  uint32_t line;
  uint32_t column;
  const char *macro;
} dxl_ir_location;

#define DXL_IR_NO_FILE UINT32_MAX

// ---- Types ---------------------------------------------------------------------------------------------------------

typedef enum dxl_ir_type_kind {
  DXL_IR_TYPE_VOID,
  DXL_IR_TYPE_INTEGER, ///< bits, is_signed; also enums, bool (bits 8) and characters
  DXL_IR_TYPE_FLOAT,   ///< bits
  DXL_IR_TYPE_POINTER, ///< element: what it points to (void when unknown); also references
  DXL_IR_TYPE_RECORD,  ///< record: struct, union or class
  DXL_IR_TYPE_ARRAY,   ///< element, count (0 = flexible or unknown)
  DXL_IR_TYPE_FUNCTION ///< name: the typedef it was declared with ("DXGKCB_CREATECONTEXTALLOCATION") or NULL
} dxl_ir_type_kind;

typedef struct dxl_ir_record dxl_ir_record;

/// Types are unique within a module: equal types are the same pointer.
typedef struct dxl_ir_type {
  dxl_ir_type_kind kind;
  uint32_t index; ///< in dxl_ir_module::types
  uint32_t bits;
  bool is_signed;
  uint64_t size; ///< bytes; 0 for void, function and incomplete types
  uint64_t count;
  const struct dxl_ir_type *element;
  const dxl_ir_record *record;
  const char *name;
} dxl_ir_type;

/// Member of a record. Anonymous struct/union members are kept as fields with name "" and record type. A base class
/// subobject is a field with is_base set and the base's name.
typedef struct dxl_ir_field {
  const char *name;
  const dxl_ir_type *type;
  uint64_t offset; ///< bytes from the start of the record (for bit-fields: of the storage unit)
  uint32_t bit_offset;
  uint32_t bit_width; ///< 0 = no bit-field
  bool is_base;
} dxl_ir_field;

struct dxl_ir_record {
  const char *name; ///< the typedef name where there is one ("DXGKRNL_INTERFACE"), else the tag; qualified in C++
  const char *tag;  ///< the tag ("_DXGKRNL_INTERFACE"), may be NULL
  uint32_t index;   ///< in dxl_ir_module::records
  uint64_t size;
  bool is_union;
  bool is_complete;
  bool is_polymorphic; ///< has a vtable pointer
  bool is_assumed;     ///< nothing declares it: its members are those that the program uses
  DXL_ARRAY(dxl_ir_field) fields;
};

// ---- Operands ------------------------------------------------------------------------------------------------------

typedef enum dxl_ir_operand_kind {
  DXL_IR_NONE,
  DXL_IR_REGISTER, ///< index: result of an instruction
  DXL_IR_INTEGER,  ///< integer; a null pointer is integer 0 with a pointer-typed use
  DXL_IR_FLOAT,    ///< real
  DXL_IR_STRING,   ///< text: address of a string literal
  DXL_IR_LOCAL,    ///< index: address of the function's local (parameters are its first locals)
  DXL_IR_GLOBAL,   ///< index: address of a global of the module
  DXL_IR_FUNCTION  ///< index: address of a function of the module
} dxl_ir_operand_kind;

typedef struct dxl_ir_operand {
  dxl_ir_operand_kind kind;
  uint32_t index;
  union {
    int64_t integer;
    double real;
    const char *text;
  };
} dxl_ir_operand;

// ---- Instructions --------------------------------------------------------------------------------------------------

typedef enum dxl_ir_opcode {
  DXL_IR_FIELD,   ///< result = address a + offset; record/field name what it selects
  DXL_IR_INDEX,   ///< result = address a + b * size (pointer arithmetic and subscripts; size in bytes)
  DXL_IR_LOAD,    ///< result = value of `type` at address a (bit_offset/bit_width for bit-fields)
  DXL_IR_STORE,   ///< value b of `type` to address a (bit_offset/bit_width for bit-fields)
  DXL_IR_COPY,    ///< copies `size` bytes from address b to address a; type = the record copied
  DXL_IR_FILL,    ///< sets `size` bytes at address a to byte b
  DXL_IR_BINARY,  ///< result = a <operation> b in `type`
  DXL_IR_COMPARE, ///< result (0 or 1) = a <comparison> b; `type` = type of the operands
  DXL_IR_UNARY,   ///< result = <operation> a
  DXL_IR_CAST,    ///< result = a of type `from` as `type` (integer widths, pointer <-> integer, pointer <-> pointer)
  DXL_IR_DISTANCE, ///< result = (address a - address b) / size
  DXL_IR_CALL,     ///< see dxl_ir_call
  DXL_IR_OPAQUE,   ///< result = some value of `type` that could not be lowered; text = why. The operand list of call
                   ///< (if any) holds addresses whose memory it may have changed.
  DXL_IR_LIFETIME_START, ///< local a (DXL_IR_LOCAL) begins to exist with indeterminate contents
  DXL_IR_LIFETIME_END,   ///< local a ceases to exist
  DXL_IR_SET_CLASS,      ///< the object at address a is from here on (constructor/destructor) of class `record`
  DXL_IR_WHOLE, ///< result = address of the whole object that has a base with virtual methods at address a
  DXL_IR_MARK ///< a marker macro stands here: text = its name ("PAGED_CODE"); the engine knows its meaning from rules
} dxl_ir_opcode;

typedef enum dxl_ir_operation {
  DXL_IR_ADD, DXL_IR_SUBTRACT, DXL_IR_MULTIPLY, DXL_IR_DIVIDE, DXL_IR_REMAINDER,
  DXL_IR_AND, DXL_IR_OR, DXL_IR_XOR, DXL_IR_SHIFT_LEFT, DXL_IR_SHIFT_RIGHT,
  DXL_IR_NEGATE, DXL_IR_NOT, ///< unary: arithmetic minus, bitwise complement
  DXL_IR_IS_ZERO             ///< unary: logical not, result 0 or 1
} dxl_ir_operation;

typedef enum dxl_ir_comparison {
  DXL_IR_EQUAL, DXL_IR_NOT_EQUAL, DXL_IR_LESS, DXL_IR_LESS_EQUAL, DXL_IR_GREATER, DXL_IR_GREATER_EQUAL
} dxl_ir_comparison;

/// What a call carries beyond its operands. Records by value are passed as their address (the callee copies into its
/// record-typed parameter, or, where copying or ending such an object is a call, works on what the caller has made for it
/// and has a pointer for parameter); a function that returns a record has one more, last parameter: the address for it.
typedef struct dxl_ir_call {
  dxl_ir_operand callee;      ///< DXL_IR_FUNCTION for a direct call, else the pointer value
  const char *type_name;      ///< function typedef of the callee expression ("DXGKCB_DESTROYCONTEXTALLOCATION") or NULL
  const char *virtual_method; ///< linkage name of the statically named method for a virtual call, else NULL
  bool is_noreturn;
  DXL_ARRAY(dxl_ir_operand) arguments;
} dxl_ir_call;

typedef struct dxl_ir_instruction {
  dxl_ir_opcode opcode;
  dxl_ir_operation operation;
  dxl_ir_comparison comparison;
  uint32_t result; ///< register, or DXL_IR_NO_RESULT
  dxl_ir_operand a, b;
  const dxl_ir_type *type;
  const dxl_ir_type *from;
  const dxl_ir_record *record;
  const char *field; ///< field name for DXL_IR_FIELD (NULL for casts to a base class given as a field of the base's name)
  const char *text;
  uint64_t offset; ///< DXL_IR_FIELD: bytes, may be "negative" (two's complement) for casts to a derived class
  uint64_t size;
  uint32_t bit_offset, bit_width;
  bool is_volatile;
  dxl_ir_call *call; ///< for DXL_IR_CALL (and optionally DXL_IR_OPAQUE)
  dxl_ir_location location;
} dxl_ir_instruction;

#define DXL_IR_NO_RESULT UINT32_MAX
#define DXL_IR_NO_BLOCK UINT32_MAX

// ---- Blocks and functions ------------------------------------------------------------------------------------------

typedef enum dxl_ir_terminator_kind {
  DXL_IR_JUMP,
  DXL_IR_BRANCH, ///< condition != 0 ? target : target_else
  DXL_IR_SWITCH, ///< cases; target_else is the default
  DXL_IR_RETURN, ///< condition: the value, or none
  DXL_IR_RESUME, ///< leaves the function by a raised exception
  DXL_IR_UNREACHABLE
} dxl_ir_terminator_kind;

typedef struct dxl_ir_case {
  int64_t low, high; ///< inclusive
  uint32_t target;
} dxl_ir_case;

typedef struct dxl_ir_terminator {
  dxl_ir_terminator_kind kind;
  dxl_ir_operand condition;
  uint32_t target, target_else;
  const char *word; ///< source construct for path notes: "if", "while", "for", "do", "switch", "?:", "&&", "||", "__except"
  DXL_ARRAY(dxl_ir_case) cases;
  dxl_ir_location location;
} dxl_ir_terminator;

typedef struct dxl_ir_block {
  DXL_ARRAY(dxl_ir_instruction) instructions;
  dxl_ir_terminator terminator;
  uint32_t handler; ///< block that a raise in this block goes to, or DXL_IR_NO_BLOCK
} dxl_ir_block;

typedef struct dxl_ir_local {
  const char *name; ///< "" for temporaries
  const dxl_ir_type *type;
  dxl_ir_location location;
  bool is_temporary;
} dxl_ir_local;

/// An annotation: SAL or IRQL macro with its argument text, e.g. {"_IRQL_requires_max_", "DISPATCH_LEVEL", -1}.
typedef struct dxl_ir_annotation {
  const char *name;
  const char *arguments; ///< "" when it has none
  int32_t parameter;     ///< 0-based, -1 = the function itself, -2 = the return value
} dxl_ir_annotation;

typedef enum dxl_ir_linkage { DXL_IR_EXTERNAL, DXL_IR_STATIC, DXL_IR_INLINE } dxl_ir_linkage;
typedef enum dxl_ir_body { DXL_IR_DECLARED, DXL_IR_LOWERED, DXL_IR_LOST } dxl_ir_body;

typedef struct dxl_ir_function {
  const char *name;    ///< linkage name, unique in the module
  const char *display; ///< as the user writes it: "Adapter::StartDevice"
  uint32_t index;      ///< in dxl_ir_module::functions
  dxl_ir_linkage linkage;
  dxl_ir_body body;
  const char *lost_reason; ///< first error for DXL_IR_LOST
  dxl_ir_location location;
  uint32_t end_line;
  const dxl_ir_type *return_type;
  uint32_t parameter_count; ///< incl. `this` (first) and the record return address (last)
  bool is_variadic, is_noreturn, is_method, is_constructor, is_destructor, returns_record;
  bool is_inlined; ///< meant to be expanded where it is called
  const dxl_ir_record *class_record; ///< for methods
  const char *segment;               ///< code segment ("PAGE", "INIT") or NULL
  DXL_ARRAY(const char *) roles;     ///< function typedefs it was declared with ("DXGKDDI_CREATECONTEXT")
  DXL_ARRAY(dxl_ir_annotation) annotations;
  DXL_ARRAY(dxl_ir_local) locals; ///< parameters first
  DXL_ARRAY(dxl_ir_block) blocks;
  uint32_t register_count;
  uint32_t opaque_count; ///< constructs that could not be lowered
} dxl_ir_function;

// ---- Globals, virtual methods, suppressions, notes -------------------------------------------------------------------

/// One scalar of a static initialiser. Everything not listed is zero when is_initialised, unknown otherwise.
typedef struct dxl_ir_initialiser {
  uint64_t offset;
  uint64_t size;
  dxl_ir_operand value; ///< INTEGER, FLOAT, STRING, GLOBAL or FUNCTION
  int64_t addend;       ///< bytes added to an address
} dxl_ir_initialiser;

typedef struct dxl_ir_global {
  const char *name;
  const char *display;
  uint32_t index;
  dxl_ir_linkage linkage;
  const dxl_ir_type *type;
  bool is_defined, is_initialised, is_constant;
  dxl_ir_location location;
  DXL_ARRAY(dxl_ir_initialiser) initialisers;
} dxl_ir_global;

/// Class `record` implements method `method` (linkage name of the first declaration in the base) with `implementation`
/// (linkage name; a pure one has NULL). Records list their bases as fields.
typedef struct dxl_ir_override {
  const dxl_ir_record *record;
  const char *method;
  const char *implementation;
} dxl_ir_override;

typedef enum dxl_ir_suppression_kind {
  DXL_IR_NOLINT, DXL_IR_NOLINT_NEXT_LINE, DXL_IR_NOLINT_BEGIN, DXL_IR_NOLINT_END
} dxl_ir_suppression_kind;

typedef struct dxl_ir_suppression {
  uint32_t file, line;
  dxl_ir_suppression_kind kind;
  const char *checks; ///< text between the parentheses, NULL when there are none (= all)
} dxl_ir_suppression;

typedef enum dxl_ir_note_level { DXL_IR_NOTE_INFO, DXL_IR_NOTE_WARNING, DXL_IR_NOTE_ERROR } dxl_ir_note_level;

/// Something the frontend has to say: a compiler error, a missing header, a construct that was not lowered.
typedef struct dxl_ir_note {
  dxl_ir_note_level level;
  const char *text;
  dxl_ir_location location;
} dxl_ir_note;

// ---- Module --------------------------------------------------------------------------------------------------------

/// A translation unit, or after linking a whole driver.
typedef struct dxl_ir_module {
  dxl_arena *arena;
  dxl_strings *strings;
  const char *name; ///< main file of the unit, or name of the driver
  const char *target;
  uint32_t pointer_size;
  DXL_ARRAY(const char *) files;
  DXL_ARRAY(dxl_ir_type *) types;
  DXL_ARRAY(dxl_ir_record *) records;
  DXL_ARRAY(dxl_ir_global *) globals;
  DXL_ARRAY(dxl_ir_function *) functions;
  DXL_ARRAY(dxl_ir_override) overrides;
  DXL_ARRAY(dxl_ir_suppression) suppressions;
  DXL_ARRAY(dxl_ir_note) notes;
  dxl_map *type_index, *record_index, *global_index, *function_index, *file_index; ///< by structure / by name
  DXL_ARRAY(dxl_ir_call *) calls; ///< all that dxl_ir_new_call made, so that their argument lists are freed
} dxl_ir_module;

dxl_ir_module *dxl_ir_module_new(const char *name);
void dxl_ir_module_free(dxl_ir_module *module);
/// Interned copy of a string.
const char *dxl_ir_text(dxl_ir_module *module, const char *text);
/// Index of a file, added when new.
uint32_t dxl_ir_file(dxl_ir_module *module, const char *path);

const dxl_ir_type *dxl_ir_type_void(dxl_ir_module *module);
const dxl_ir_type *dxl_ir_type_integer(dxl_ir_module *module, uint32_t bits, bool is_signed);
const dxl_ir_type *dxl_ir_type_float(dxl_ir_module *module, uint32_t bits);
const dxl_ir_type *dxl_ir_type_pointer(dxl_ir_module *module, const dxl_ir_type *element);
const dxl_ir_type *dxl_ir_type_record(dxl_ir_module *module, const dxl_ir_record *record);
const dxl_ir_type *dxl_ir_type_array(dxl_ir_module *module, const dxl_ir_type *element, uint64_t count);
const dxl_ir_type *dxl_ir_type_function(dxl_ir_module *module, const char *name);
/// Computes the size of every type anew. To be called once when records were completed (or pointer_size was set) after
/// types that depend on them had been made. Parsing, linking and reading do it themselves.
void dxl_ir_refresh_sizes(dxl_ir_module *module);

/// The record of that name, made incomplete and empty when new (the caller fills size and fields).
dxl_ir_record *dxl_ir_record_get(dxl_ir_module *module, const char *name);
/// Field at a byte offset, descending into nested records; NULL when there is none. *owner gets the innermost record.
const dxl_ir_field *dxl_ir_field_at(const dxl_ir_record *record, uint64_t offset, const dxl_ir_record **owner);
/// Field by name, descending into anonymous members; *offset gets its byte offset in `record`. NULL when absent.
const dxl_ir_field *dxl_ir_field_named(const dxl_ir_record *record, const char *name, uint64_t *offset);

/// The function/global of that linkage name, made (declared, empty) when new.
dxl_ir_function *dxl_ir_function_get(dxl_ir_module *module, const char *name);
dxl_ir_global *dxl_ir_global_get(dxl_ir_module *module, const char *name);
/// The same without making one: NULL when absent.
dxl_ir_function *dxl_ir_function_find(const dxl_ir_module *module, const char *name);
dxl_ir_global *dxl_ir_global_find(const dxl_ir_module *module, const char *name);

// Building a body. Strings that are stored in a function must be interned by its module (dxl_ir_text) or outlive it.
// A new block ends in DXL_IR_UNREACHABLE and has no handler.
uint32_t dxl_ir_add_local(dxl_ir_function *function, const char *name, const dxl_ir_type *type,
                          dxl_ir_location location, bool is_temporary);
uint32_t dxl_ir_add_block(dxl_ir_function *function);
/// Appends a zeroed instruction with its opcode and position; gives it a result register when has_result. The pointer
/// is valid until the next instruction of this block is added.
dxl_ir_instruction *dxl_ir_add_instruction(dxl_ir_function *function, uint32_t block, dxl_ir_opcode opcode,
                                           dxl_ir_location location, bool has_result);
/// A zeroed dxl_ir_call for an instruction, owned by the module.
dxl_ir_call *dxl_ir_new_call(dxl_ir_module *module);

static inline dxl_ir_operand dxl_ir_register(uint32_t index) {
  dxl_ir_operand operand = {DXL_IR_REGISTER, index, {0}};
  return operand;
}
static inline dxl_ir_operand dxl_ir_integer(int64_t value) {
  dxl_ir_operand operand = {DXL_IR_INTEGER, 0, {0}};
  operand.integer = value;
  return operand;
}
static inline dxl_ir_operand dxl_ir_float(double value) {
  dxl_ir_operand operand = {DXL_IR_FLOAT, 0, {0}};
  operand.real = value;
  return operand;
}
/// The local of a variadic function that its unnamed arguments are in: no user can call one so. Each has DXL_IR_ARGUMENT_SIZE
/// bytes; of a record it is the address.
#define DXL_IR_UNNAMED_ARGUMENTS "..."
enum { DXL_IR_ARGUMENT_SIZE = 8 };

/// Address of a string literal; the text must be interned by the module or outlive it.
static inline dxl_ir_operand dxl_ir_string(const char *text) {
  dxl_ir_operand operand = {DXL_IR_STRING, 0, {0}};
  operand.text = text;
  return operand;
}
static inline dxl_ir_location dxl_ir_no_location(void) {
  dxl_ir_location location = {DXL_IR_NO_FILE, 0, 0, NULL};
  return location;
}
static inline dxl_ir_operand dxl_ir_local_address(uint32_t index) {
  dxl_ir_operand operand = {DXL_IR_LOCAL, index, {0}};
  return operand;
}
static inline dxl_ir_operand dxl_ir_global_address(uint32_t index) {
  dxl_ir_operand operand = {DXL_IR_GLOBAL, index, {0}};
  return operand;
}
static inline dxl_ir_operand dxl_ir_function_address(uint32_t index) {
  dxl_ir_operand operand = {DXL_IR_FUNCTION, index, {0}};
  return operand;
}

// ---- Passes (print.c, parse.c, binary.c, link.c, verify.c) -----------------------------------------------------------

/// Writes the text form. Printing what was parsed gives the same bytes again.
void dxl_ir_print(const dxl_ir_module *module, FILE *out);
void dxl_ir_print_function(const dxl_ir_module *module, const dxl_ir_function *function, FILE *out);

/// Parses the text form. On a mistake returns NULL and puts "file:line:column: what" into *error (owned by the caller,
/// dxl_release).
dxl_ir_module *dxl_ir_parse(const char *file_name, const char *text, size_t length, char **error);

/// Binary form, for passing modules between processes and for the cache. The buffer is owned by the caller
/// (dxl_release). Reading checks every length and index: truncated or foreign bytes give NULL and *error.
uint8_t *dxl_ir_write_binary(const dxl_ir_module *module, size_t *length);
dxl_ir_module *dxl_ir_read_binary(const uint8_t *bytes, size_t length, char **error);

/// Joins units to one driver module, in the order given: statics are kept apart ("name@unit"), inline functions and
/// equal records are merged, declarations are bound to definitions, positions and indices rewritten. Records of one
/// name with different layouts are kept apart ("name@unit"). Two external definitions of one name: the first wins and a
/// warning note says so. The units stay owned by the caller and may be freed afterwards; they must satisfy dxl_ir_verify.
/// The driver's static functions and globals keep their display name, by which rules should know them.
dxl_ir_module *dxl_ir_link(const char *name, dxl_ir_module *const *units, uint32_t count);

/// Checks the invariants at the top of this file; NULL when they hold, else what is wrong (owned by the caller).
char *dxl_ir_verify(const dxl_ir_module *module);
/// The same for one function, for a frontend that would rather lose a body than a unit (types and records are taken for
/// granted).
char *dxl_ir_verify_function(const dxl_ir_module *module, const dxl_ir_function *function);

#ifdef __cplusplus
}
#endif
#endif
