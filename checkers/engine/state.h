// The state of one path: memory, what is known of values, resources, level, and the steps that led here.
// Invariants: objects, facts and resources are sorted, so that equal states look equal; objects and facts are shared
// between states and copied when one of them writes.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DXL_ENGINE_STATE_H
#define DXL_ENGINE_STATE_H

#include "engine/path.h"
#include "engine/term.h"
#include "rulepack/rulepack.h"

// ---- Memory --------------------------------------------------------------------------------------------------------

/// A scalar that was written: `width` bits at `bit` behind the symbolic part `index` (0 = none).
typedef struct dxl_cell {
  dxl_term index;
  int64_t bit;
  uint32_t width;
  dxl_term value;
} dxl_cell;

typedef enum dxl_layer_kind {
  DXL_LAYER_BYTE,    ///< every byte is `serial`
  DXL_LAYER_WRITTEN, ///< something unknown wrote here, or to where this was copied from (`base`, `delta` bits further on);
                     ///< serial tells which
  DXL_LAYER_DEFAULT, ///< what is in `base` unless it was written, `delta` bits further on
  DXL_LAYER_CHOICE   ///< where the condition `base` holds the layers `first`, else `second`, `delta` bits further on; where
                     ///< those say nothing, what is below. serial = how many of this kind are within each other
} dxl_layer_kind;

/// What stands in a range of bits where there is no cell. Later layers hide earlier ones.
typedef struct dxl_layer {
  dxl_layer_kind kind;
  dxl_term index;
  int64_t from, to;
  dxl_term base, source_index;
  int64_t delta;
  uint64_t serial;
  const struct dxl_layers *first, *second;
} dxl_layer;

/// Layers that never change; live as long as the terms.
typedef struct dxl_layers {
  uint32_t count;
  dxl_layer items[];
} dxl_layers;

typedef struct dxl_object {
  uint32_t references;
  dxl_term base;
  bool is_dead; ///< its memory was given back
  DXL_ARRAY(dxl_cell) cells;
  DXL_ARRAY(dxl_layer) layers;
} dxl_object;

// ---- Facts -----------------------------------------------------------------------------------------------------------

/// A term lies in a range; a symbol may be another name of `bound`.
typedef struct dxl_fact {
  dxl_term term;
  dxl_term bound;
  int64_t low, high;
} dxl_fact;

typedef struct dxl_facts {
  uint64_t version; ///< differs from that of all other facts there ever were
  uint32_t references;
  uint32_t count, capacity;
  dxl_fact items[];
} dxl_facts;

// ---- Resources -------------------------------------------------------------------------------------------------------

typedef enum dxl_holding_state {
  DXL_HOLDING_LIVE,
  DXL_HOLDING_RELEASED,
  DXL_HOLDING_FAILED ///< the acquire failed: the value never was valid
} dxl_holding_state;

/// Acquires of a counted resource that are still open, behind the one that a holding names.
typedef struct dxl_earlier {
  const dxl_path *acquired;
  const struct dxl_earlier *earlier;
} dxl_earlier;

/// One resource on this path.
typedef struct dxl_holding {
  dxl_term value; ///< the handle, the address of the memory, the key of a lock
  uint32_t resource;
  dxl_holding_state state;
  bool is_foreign;     ///< acquired before the analysis began
  bool is_escaped;     ///< somebody unknown may release it
  bool is_status_read; ///< a condition depended on the status
  bool is_reported;    ///< part of a finding: what follows from it is no second one
  bool is_left;        ///< from an earlier call of the same root, in a variable that nobody takes it out of
  bool is_adopted;     ///< what an entry of a list holds that the driver has put there elsewhere
  bool is_entry;       ///< ... the entry itself
  bool has_owner;
  uint32_t adrift; ///< 1 + depth of the activation that called another when nothing reached it any more, 0 = not known
  uint32_t accessed; ///< 1 + site of the activation that was reported to access it after its release, 0 = none
  uint32_t count; ///< references held, for counted ones
  uint32_t object; ///< 1 + number of the model's object in whose life it was acquired, 0 outside the model
  dxl_term owner;
  dxl_term held_for;          ///< whoever gets this may release it, 0 = nothing
  dxl_term status;            ///< result of the acquire, 0 = none
  dxl_term judgement;         ///< what somebody unknown said who got the status, 0 = nobody was asked
  dxl_term level;             ///< level before, for locks
  const char *form;
  const dxl_path *acquired;   ///< step of the acquire, of counted ones the last that is open
  const dxl_earlier *earlier; ///< ... and those before it
  const dxl_path *released;   ///< step of the release
  const dxl_path *overdue;    ///< end of the entry point that should have released it, NULL when that is not over
  const dxl_path *outlived;   ///< end of the entry point that ended the phase or the object it was acquired in, NULL before
  const dxl_rule_call *call;  ///< that acquired it
} dxl_holding;

// ---- State -----------------------------------------------------------------------------------------------------------

enum {
  DXL_LOOP_DEPTH = 12,
  DXL_WIDENED = 200 ///< from here on the undecided rounds stand for any: the locals that change are unknown
};

typedef struct dxl_state {
  DXL_ARRAY(dxl_object *) objects;
  dxl_facts *facts;
  DXL_ARRAY(dxl_holding) holdings;
  dxl_term level; ///< IRQL
  const dxl_path *raised; ///< step at which the level was raised last, NULL when it was not
  const dxl_path *path;
  uint64_t written; ///< serial of the last unknown write
  uint64_t news;    ///< leaves of the terms about which something was learnt since conclusions were drawn last
  /// Of the loops around the current block of the function that runs: undecided rounds, resources when it was entered.
  uint8_t undecided[DXL_LOOP_DEPTH];
  uint16_t holdings_before[DXL_LOOP_DEPTH];
  uint32_t births_before[DXL_LOOP_DEPTH]; ///< symbols that calls had made when the round began
  uint32_t taken;   ///< bit per argument of the part that is explored: somebody may have kept or released it
  uint16_t decided; ///< bit per loop: in this round a condition that ends it was decided
} dxl_state;

dxl_state *dxl_state_new(void);
dxl_state *dxl_state_copy(const dxl_state *state);
void dxl_state_free(dxl_state *state);

/// The object at a base, NULL when nothing was written there.
const dxl_object *dxl_state_object(const dxl_state *state, dxl_term base);
/// The same to be written to; made when absent.
dxl_object *dxl_state_object_writable(dxl_state *state, dxl_term base);
void dxl_state_drop_object(dxl_state *state, dxl_term base);

const dxl_fact *dxl_state_fact(const dxl_state *state, dxl_term term);
/// The fact to be written to; made unrestricted when absent.
dxl_fact *dxl_state_fact_writable(dxl_state *state, dxl_term term);
void dxl_state_forget(dxl_state *state, dxl_term term);
/// Replaces all facts by these, which are sorted by term.
void dxl_state_set_facts(dxl_state *state, const dxl_fact *items, uint32_t count);

/// The holding with that value (of that resource, or of any when it is UINT32_MAX), NULL when there is none.
dxl_holding *dxl_state_holding(const dxl_state *state, dxl_term value, uint32_t resource);
dxl_holding *dxl_state_add_holding(dxl_state *state, dxl_term value, uint32_t resource);

// ---- Facts (facts.c) --------------------------------------------------------------------------------------------------

/// Follows bindings and known constants.
dxl_term dxl_resolve(dxl_terms *terms, const dxl_state *state, dxl_term term);
dxl_range dxl_range_of(dxl_terms *terms, const dxl_state *state, dxl_term term);
/// 1 true, 0 false, -1 not known, for a boolean term.
int dxl_evaluate(dxl_terms *terms, const dxl_state *state, dxl_term condition);
/// Adds a condition; false when it cannot hold.
bool dxl_assume(dxl_terms *terms, dxl_state *state, dxl_term condition, bool truth);
/// Draws what follows from facts of the form "where c holds a holds, else b"; false when they contradict each other.
bool dxl_conclude(dxl_terms *terms, dxl_state *state);

// ---- Facts as conditions (implied.c) ---------------------------------------------------------------------------------

/// What a fact says, as a boolean term; 0 where it says nothing that is worth a condition.
dxl_term dxl_fact_condition(dxl_terms *terms, const dxl_fact *fact);
/// The term that a condition (or, with `truth` false, its opposite) is about and the range that it says it lies in; false
/// when it says something else.
bool dxl_condition_range(dxl_terms *terms, dxl_term condition, bool truth, dxl_fact *range);
/// What a state says of a term where a condition is what is wanted; false when it cannot be that there.
bool dxl_range_where(dxl_terms *terms, const dxl_state *state, dxl_term condition, bool wanted, dxl_term term,
                     dxl_range *range);

// ---- Terms as a path has them (settled.c) ----------------------------------------------------------------------------

/// The term with all that the state knows of its parts put in. Looks at all facts.
dxl_term dxl_settled(dxl_terms *terms, const dxl_state *state, dxl_term term);

// ---- Bits (bits.c) ----------------------------------------------------------------------------------------------------

/// Bits of a value: those that are known, and of these the ones that are set.
typedef struct dxl_bits {
  uint64_t known, ones;
} dxl_bits;

/// What is known of the bits of a value without looking for facts about them.
dxl_bits dxl_bits_of(dxl_terms *terms, const dxl_state *state, dxl_term term);
/// The same, with what the path has found out by masking a symbol. Looks at all facts.
dxl_bits dxl_bits_on_path(dxl_terms *terms, const dxl_state *state, dxl_term term);
/// The bits that are known, and the same, in both.
dxl_bits dxl_bits_common(dxl_bits a, dxl_bits b);

// ---- Memory (memory.c) -------------------------------------------------------------------------------------------------

/// A member of a record and the one that leads back from where it leads to.
typedef struct dxl_opposite {
  const char *record, *member, *other;
  int64_t bit, other_bit; ///< where they stand in the record
} dxl_opposite;

/// What a scalar is, for symbols that stand for memory nobody has looked at yet.
typedef struct dxl_scalar {
  uint32_t width; ///< bits
  bool is_signed, is_pointer;
  const char *record, *member; ///< field that it is read from, may be NULL
  const dxl_opposite *opposite; ///< of that field, may be NULL
} dxl_scalar;
/// A pointer of which no field is known.
#define DXL_POINTER_SCALAR ((dxl_scalar){.width = 64, .is_pointer = true})

/// The address `bits` behind a base and a symbolic index; 0 where the index is that of an array within an array.
dxl_term dxl_record_around(dxl_terms *terms, dxl_term base, dxl_term index, int64_t bits);
/// Address in parts with everything known about the path applied.
dxl_address dxl_resolve_address(dxl_terms *terms, const dxl_state *state, dxl_term term);
/// The value at `bit` behind the address. May mark resources in neighbouring elements as escaped.
dxl_term dxl_memory_read(dxl_terms *terms, dxl_state *state, dxl_address address, int64_t bit, dxl_scalar scalar);
/// Value of the object's cell of exactly that place and width; 0 where it has none.
dxl_term dxl_memory_cell(const dxl_object *object, const dxl_cell *cell);
void dxl_memory_write(dxl_terms *terms, dxl_state *state, dxl_address address, int64_t bit, uint32_t width,
                      dxl_term value);
/// The next cell from `*at` on that holds a resource and may be the same element as a place under the condition `*same`;
/// NULL when there is none. Indices that somebody unknown has chosen do not count.
const dxl_cell *dxl_memory_twin(dxl_terms *terms, const dxl_state *state, dxl_address address, int64_t bit, uint32_t width,
                                uint32_t *at, dxl_term *same);
/// Sets a cell and leaves those alone that may be the same element.
void dxl_memory_put(dxl_terms *terms, dxl_object *object, dxl_cell cell);
void dxl_memory_copy(dxl_terms *terms, dxl_state *state, dxl_address to, dxl_address from, uint64_t bytes);
void dxl_memory_fill(dxl_terms *terms, dxl_state *state, dxl_address to, uint8_t byte, uint64_t bytes);
/// Whether a list is known to run through the object: a pointer in it leads to itself, as in an empty list, or to something
/// that leads back.
bool dxl_memory_heads_list(dxl_terms *terms, const dxl_state *state, dxl_term base);
/// Something unknown writes to the whole object (bytes = 0) or a part of it. Cells that hold resources stay.
void dxl_memory_scramble(dxl_terms *terms, dxl_state *state, dxl_address to, uint64_t bytes);
/// Nobody knows any more what stands in a range: resources that stood there may stand elsewhere, or have been replaced.
void dxl_memory_forget_part(dxl_terms *terms, dxl_state *state, dxl_address to, uint64_t bytes);
/// Nobody knows what stands in an object where no cell says it.
void dxl_memory_blur(dxl_state *state, dxl_term base);
/// Nothing is known of an object any more.
void dxl_memory_forget(dxl_terms *terms, dxl_state *state, dxl_term base);

#endif
