// Values: hash-consed terms over constants, symbols and regions. Equal terms have equal ids.
// Invariant: terms are made once and never change; boolean atoms are only EQUAL and LESS, everything else is built on them.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DXL_ENGINE_TERM_H
#define DXL_ENGINE_TERM_H

#include <stdbool.h>
#include <stdint.h>

#include "base/array.h"
#include "base/map.h"
#include "ir/ir.h"

/// A value; 0 is no value.
typedef uint32_t dxl_term;

typedef enum dxl_term_kind {
  DXL_TERM_NONE,
  DXL_TERM_INTEGER,  ///< value
  DXL_TERM_UNDEFINED, ///< contents of memory that nobody wrote
  DXL_TERM_SYMBOL,   ///< a = index into symbols
  DXL_TERM_REGION,   ///< address of region a (locals, globals, strings)
  DXL_TERM_FUNCTION, ///< address of function a
  DXL_TERM_ADD,      ///< a + value (value constant, never 0)
  DXL_TERM_ELEMENT,  ///< address a + b * value bytes, b symbolic
  DXL_TERM_EQUAL,    ///< a == b
  DXL_TERM_LESS,     ///< a < b, signed; with DXL_TERM_UNSIGNED in value when unsigned 64-bit
  DXL_TERM_NOT,      ///< 1 - a for a boolean term a
  DXL_TERM_BINARY,   ///< a <value = dxl_ir_operation> b
  DXL_TERM_CAST,     ///< a cut to value = bits * 2 + is_signed
  DXL_TERM_EXTRACT,  ///< bits of a: value = shift * 256 + width
  DXL_TERM_CHOICE    ///< c ? a : b, c boolean
} dxl_term_kind;

typedef struct dxl_term_node {
  uint8_t kind;
  uint8_t depth;       ///< height of the term, saturating
  bool has_resource;   ///< a resource symbol occurs in it
  bool is_boolean;     ///< 0 or 1
  bool has_undefined;  ///< undefined contents may be it
  dxl_term a, b, c;
  int64_t value;
  uint64_t leaves; ///< a bit for each symbol and region in it (several may share one): what is not set is not there
} dxl_term_node;

typedef enum dxl_symbol_kind {
  DXL_SYMBOL_PARAMETER, ///< argument of a root function
  DXL_SYMBOL_INITIAL,   ///< contents of memory before the analysis looked at it
  DXL_SYMBOL_RESULT,    ///< result of a call or an opaque construct
  DXL_SYMBOL_RESOURCE,  ///< made by an acquire
  DXL_SYMBOL_MERGED,    ///< stands for several values after a join
  DXL_SYMBOL_WRITTEN,   ///< written by something unknown
  DXL_SYMBOL_IRQL,      ///< IRQL at the start of a root
  DXL_SYMBOL_ENTRY      ///< handle or structure that the system passes to an entry point
} dxl_symbol_kind;

typedef struct dxl_symbol {
  dxl_symbol_kind kind;
  dxl_term term;
  int64_t low, high;      ///< range of its type
  uint64_t known_bits, known_ones; ///< MERGED: bits that all the values have alike
  dxl_term base;          ///< INITIAL: region or pointer symbol that it was read from
  dxl_term index;         ///< INITIAL: symbolic part of the address
  int64_t bit;            ///< INITIAL: bit position there; PARAMETER: its number
  const char *record, *member; ///< field that it was first read from, NULL when unknown
  const char *object;     ///< ENTRY/PARAMETER: driver-model object it carries ("adapter"), NULL when unknown
  const char *name;       ///< for messages, may be NULL
  const char *entry;      ///< ENTRY: function type of the entry point that got it, NULL when unknown
  uint32_t resource;      ///< RESOURCE: index of the rule resource
  bool is_fresh;          ///< memory of its own: equal to no older address
  bool is_zeroed;         ///< ... which starts zero-filled
  bool is_filled;         ///< ... which the system has filled in
  bool is_dereferenced;   ///< memory behind it was looked at: an address, no handle
  bool is_widened;        ///< RESULT: what a loop has made of a local, in whichever round
  uint32_t born;          ///< when a call made it last, among all such symbols; 0 = no call did
  bool is_attained;       ///< IRQL: the bounds of the range really occur
  const struct dxl_opposite *forth; ///< MERGED: the member that it was the value of, where another leads back
  dxl_term back;          ///< MERGED: ... from here to this record
  uint32_t instance;      ///< ENTRY: the adapter of the driver model that it belongs to, 0 = not known
} dxl_symbol;

typedef enum dxl_region_kind { DXL_REGION_LOCAL, DXL_REGION_GLOBAL, DXL_REGION_STRING } dxl_region_kind;

typedef struct dxl_region {
  dxl_region_kind kind;
  uint32_t frame; ///< LOCAL
  uint32_t index; ///< local or global
  const dxl_ir_type *type;
  const char *name;
  dxl_term term;
} dxl_region;

struct dxl_scalar;
/// What a static initialiser says of a part of a global variable; 0 = nothing.
typedef dxl_term (*dxl_global_reader)(void *user, const dxl_region *region, int64_t bit,
                                      const struct dxl_scalar *scalar);

typedef struct dxl_range {
  int64_t low, high;
} dxl_range;

/// What was found out about a term under certain facts.
typedef struct dxl_answer {
  uint64_t version; ///< of the facts
  dxl_range range;
  uint32_t symbols_version;
  dxl_term term;
  bool has_range, has_truth;
  int8_t truth;
} dxl_answer;

/// Per term: the number of the last search that passed it.
typedef struct dxl_searches {
  uint32_t *items;
  uint32_t count, capacity;
  uint32_t last;
  uint64_t visits; ///< terms that were looked at, ever
} dxl_searches;

typedef struct dxl_terms {
  DXL_ARRAY(dxl_term_node) nodes;
  DXL_ARRAY(dxl_symbol) symbols;
  DXL_ARRAY(dxl_region) regions;
  dxl_map *index;
  struct dxl_arena *arena;  ///< as long as the terms
  dxl_searches *searches;
  dxl_answer *answers;      ///< a table of a fixed size, newer ones overwrite older ones
  uint32_t symbols_version; ///< changes when the range of a symbol does
  dxl_global_reader read_global;
  void *user;
} dxl_terms;

enum {
  DXL_TERM_UNSIGNED = 1,
  DXL_TERM_DEPTH_LIMIT = 24, ///< of choices that operations are moved into
  DXL_TERM_HEIGHT_LIMIT = 48 ///< of operands of arithmetic
};

void dxl_terms_init(dxl_terms *terms);
void dxl_terms_free(dxl_terms *terms);

static inline const dxl_term_node *dxl_term_get(const dxl_terms *terms, dxl_term term) { return &terms->nodes.items[term]; }
static inline bool dxl_term_is_integer(const dxl_terms *terms, dxl_term term) {
  return terms->nodes.items[term].kind == DXL_TERM_INTEGER;
}
static inline dxl_symbol *dxl_term_symbol(const dxl_terms *terms, dxl_term term) {
  const dxl_term_node *node = &terms->nodes.items[term];
  return node->kind == DXL_TERM_SYMBOL ? &terms->symbols.items[node->a] : NULL;
}
static inline dxl_region *dxl_term_region(const dxl_terms *terms, dxl_term term) {
  const dxl_term_node *node = &terms->nodes.items[term];
  return node->kind == DXL_TERM_REGION ? &terms->regions.items[node->a] : NULL;
}

dxl_term dxl_term_integer(dxl_terms *terms, int64_t value);
dxl_term dxl_term_undefined(dxl_terms *terms);
dxl_term dxl_term_function(dxl_terms *terms, uint32_t function);
/// The symbol of that key (made when new; *is_new may be NULL). Keys are arbitrary bytes.
dxl_term dxl_term_symbol_keyed(dxl_terms *terms, dxl_symbol_kind kind, const void *key, size_t length, bool *is_new);
dxl_term dxl_term_region_of(dxl_terms *terms, dxl_region_kind kind, uint32_t frame, uint32_t index,
                            const dxl_ir_type *type, const char *name);
dxl_term dxl_term_add(dxl_terms *terms, dxl_term base, int64_t bytes);
dxl_term dxl_term_element(dxl_terms *terms, dxl_term base, dxl_term index, int64_t stride);
/// The bit that a value of one bit at most has when it is not zero (`x & 4`); else 0.
int64_t dxl_term_mask(const dxl_terms *terms, dxl_term term);
dxl_term dxl_term_equal(dxl_terms *terms, dxl_term a, dxl_term b);
dxl_term dxl_term_less(dxl_terms *terms, dxl_term a, dxl_term b, bool is_unsigned);
dxl_term dxl_term_not(dxl_terms *terms, dxl_term a);
dxl_term dxl_term_binary(dxl_terms *terms, dxl_ir_operation operation, dxl_term a, dxl_term b);
dxl_term dxl_term_cast(dxl_terms *terms, dxl_term a, uint32_t bits, bool is_signed);
dxl_term dxl_term_extract(dxl_terms *terms, dxl_term a, uint32_t shift, uint32_t width);
dxl_term dxl_term_choice(dxl_terms *terms, dxl_term condition, dxl_term a, dxl_term b);
/// condition as a boolean: itself, or term != 0.
dxl_term dxl_term_truth(dxl_terms *terms, dxl_term a);

/// An address in parts: base (a region or a symbol, or any other term), constant byte offset, symbolic rest (0 = none).
typedef struct dxl_address {
  dxl_term base;
  int64_t offset;
  dxl_term index;
} dxl_address;
dxl_address dxl_term_address(dxl_terms *terms, dxl_term term);

/// Whether it is the address of a variable, or of memory that the driver made, or of a member there.
bool dxl_term_is_made(const dxl_terms *terms, dxl_term term);
/// True when the two can never be equal, whatever the path says.
bool dxl_term_distinct(const dxl_terms *terms, dxl_term a, dxl_term b);
/// True when `needle` occurs in `term`.
bool dxl_term_contains(const dxl_terms *terms, dxl_term term, dxl_term needle);
/// True when the value of `term` may be `needle` or be made from it: occurring in what it depends on is not enough.
bool dxl_term_holds(const dxl_terms *terms, dxl_term term, dxl_term needle);
/// Cuts a constant to a type's range.
int64_t dxl_cut(int64_t value, uint32_t bits, bool is_signed);

#endif
