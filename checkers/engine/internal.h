// The parts of the engine see each other here: one run over one driver, the function that is being explored, the state
// that an instruction works on.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DXL_ENGINE_INTERNAL_H
#define DXL_ENGINE_INTERNAL_H

#include "engine/engine.h"
#include "engine/flow.h"
#include "engine/graph.h"
#include "engine/state.h"

// ---- Limits ------------------------------------------------------------------------------------------------------------
// Reaching one ends or coarsens a path and is counted; none of them can make a finding.

#ifndef DXL_LIMIT_UNDECIDED_ROUNDS
#define DXL_LIMIT_UNDECIDED_ROUNDS 3 ///< rounds of a loop whose end is not known
#endif
#ifndef DXL_LIMIT_DECIDED_ROUNDS
#define DXL_LIMIT_DECIDED_ROUNDS 128 ///< rounds of a loop whose end is known
#endif
#ifndef DXL_LIMIT_IDLE_ROUNDS
#define DXL_LIMIT_IDLE_ROUNDS 16 ///< of those, rounds that change no resource
#endif
#ifndef DXL_LIMIT_THRIFTY_ROUNDS
#define DXL_LIMIT_THRIFTY_ROUNDS 4 ///< rounds of an idle loop with a known end, where exploration saves
#endif
#ifndef DXL_LIMIT_THRIFTY_FACTS
#define DXL_LIMIT_THRIFTY_FACTS 64 ///< facts before those are looked for that are about nothing any more, where exploration saves
#endif
#ifndef DXL_LIMIT_FINE_STATES
#define DXL_LIMIT_FINE_STATES 24 ///< states at a point before past resources are forgotten
#endif
#ifndef DXL_LIMIT_PAST_STATES
#define DXL_LIMIT_PAST_STATES 40 ///< ... where exploration saves
#endif
#ifndef DXL_LIMIT_STATES
#define DXL_LIMIT_STATES 64 ///< states at a point
#endif
#ifndef DXL_LIMIT_DEPTH
#define DXL_LIMIT_DEPTH 160 ///< calls within calls
#endif
#ifndef DXL_LIMIT_RECURSION
#define DXL_LIMIT_RECURSION 3 ///< activations of one function at a time
#endif
#ifndef DXL_LIMIT_STEPS
#define DXL_LIMIT_STEPS 150000 ///< instructions of one root
#endif
#ifndef DXL_LIMIT_PART_STEPS
#define DXL_LIMIT_PART_STEPS 40000 ///< of a function that is explored by itself, because its callers are too much
#endif
#ifndef DXL_LIMIT_LAST_STEPS
#define DXL_LIMIT_LAST_STEPS 300000 ///< of the last attempt at such a function, which saves what it can
#endif
#ifndef DXL_LIMIT_ROOTS_EXHAUSTED
#define DXL_LIMIT_ROOTS_EXHAUSTED 12 ///< roots that may use up their instructions before the rest is explored in parts at once
#endif
#ifndef DXL_LIMIT_MODEL_STEPS
#define DXL_LIMIT_MODEL_STEPS 1000000 ///< instructions of the driver model
#endif
#ifndef DXL_LIMIT_ESCAPE
#define DXL_LIMIT_ESCAPE 64 ///< parts of objects that an argument is followed through
#endif
#ifndef DXL_LIMIT_DROPPED
#define DXL_LIMIT_DROPPED 64 ///< impossible paths to one finding before it is given up
#endif
#ifndef DXL_LIMIT_TWINS
#define DXL_LIMIT_TWINS 6 ///< states of one property that are kept apart
#endif
#ifndef DXL_LIMIT_MODEL_STATES
#define DXL_LIMIT_MODEL_STATES 24 ///< states between two calls of the system
#endif
#ifndef DXL_LIMIT_TARGETS
#define DXL_LIMIT_TARGETS 8 ///< functions that one pointer may be
#endif
#ifndef DXL_LIMIT_PLAIN_BODY
#define DXL_LIMIT_PLAIN_BODY 400 ///< instructions, with callees, of a function outside the cone that is entered
#endif

// ---- Engine --------------------------------------------------------------------------------------------------------------

/// What a function that was explored by itself may do with its arguments: [0] where it says that it failed, [1] where not.
typedef struct dxl_outcome {
  bool is_known;
  bool happens[2];
  uint32_t taken[2]; ///< bit per argument: kept or released
} dxl_outcome;
enum { DXL_FOLLOWED = 32 };

/// What is known of a function before exploration.
typedef struct dxl_function_facts {
  dxl_graph *graph;
  const dxl_rule_call *rule;   ///< known by name
  const dxl_rule_entry *entry; ///< role in the driver, by typedef or by assignment
  int32_t routine_level;       ///< level at which the system calls it as a routine, DXL_IRQL_UNKNOWN
  const char *routine_title;   ///< what registers it ("KeInitializeDpc")
  uint32_t weight;             ///< instructions
  uint32_t callees_weight;     ///< those of the functions it calls, roughly
  bool is_called, is_address_taken;
  bool is_stored;              ///< in a field that keeps it
  bool is_overwritten;         ///< in a field that gets something else before anybody looks
  bool is_routine;             ///< registered with the system
  bool is_in_cone;             ///< a call of the rules can be reached from it
  bool is_acting;              ///< ... one that begins or ends a resource that is reported
  bool is_influential;         ///< it, or what it calls, writes to what the cone reads
  bool is_explored;
  bool is_part;                ///< explored by itself, or about to be
  uint32_t cost;               ///< steps that this took, with what it calls; 0 = not known
  uint32_t first_callee, callee_count; ///< in `callees`, without doubles
  uint32_t active;             ///< activations on the stack
  dxl_outcome outcome;
} dxl_function_facts;

/// What the driver does with a global variable.
typedef struct dxl_global_facts {
  bool is_written; ///< by anybody, at any time
  bool is_set_up;  ///< written by a function that nothing in the driver calls and that is no entry point, or by what it calls
  bool is_address_taken;
  bool is_set_elsewhere; ///< what is analysed is a part of a driver, and another part may write to it
  bool is_followed, is_kept_for_good; ///< see dxl_is_kept_for_good
} dxl_global_facts;

/// A field that holds a resource's value (or its owner) in the argument of an acquire: R.hAllocation.
typedef struct dxl_argument_field {
  const dxl_ir_record *record;
  const char *value_field, *owner_field;
  uint32_t resource;
} dxl_argument_field;

struct dxl_frame;
struct dxl_model;

/// How much exploration saves where it is too much: rounds of loops, states that are kept apart.
typedef enum dxl_thrift { DXL_THRIFT_NONE, DXL_THRIFT_IDLE_LOOPS, DXL_THRIFT_ALL } dxl_thrift;

/// A version that a helper gets as an argument.
typedef struct open_version {
  uint32_t function, parameter;
  const dxl_ir_record *record;
  const char *field;
  unsigned depth;
} open_version;

/// A function, or a version, that is stored to a field. `target`: the function, UINT32_MAX for none.
typedef struct dxl_field_store {
  const dxl_graph *graph;
  const dxl_ir_record *record;
  const char *field;
  uint32_t block, instruction, target;
} dxl_field_store;
/// A routine that reaches its registration by a detour.
typedef struct found_routine {
  uint32_t function;
  const dxl_rule_callback *callback;
  const char *name;
} found_routine;

typedef struct dxl_engine {
  const dxl_ir_module *module;
  const dxl_rules *rules;
  const dxl_engine_options *options;
  dxl_findings *findings;
  dxl_engine_summary *summary;
  dxl_terms terms;
  dxl_function_facts *functions;
  uint32_t *callees; ///< functions that may be called, see dxl_function_facts
  dxl_global_facts *globals;
  dxl_map *sites;         ///< (site, function, block, instruction, rounds) -> number
  bool *made_classes;     ///< per record: the driver makes objects of just that class (dispatch.c); NULL until it is asked for
  dxl_map *classes;       ///< (name of a method in the module, implementation) -> 1 + the one record that has it, 0 = several or none
  dxl_map *field_targets; ///< (record, field) -> index into `targets`
  DXL_ARRAY(struct dxl_targets {
    DXL_ARRAY(uint32_t) functions;
  }) targets;
  DXL_ARRAY(dxl_argument_field) argument_fields;
  DXL_ARRAY(open_version) open_versions;
  DXL_ARRAY(dxl_field_store) field_stores;
  dxl_flow *flow;         ///< what may stand in which place
  DXL_ARRAY(found_routine) found_routines;
  DXL_ARRAY(dxl_opposite) opposites; ///< of the rules, in the records of this driver
  bool asks_for_absence;  ///< the driver looks at a flag that says that the system has no handle
  dxl_map *claims;        ///< (check, cause, position) -> length of the shortest path, in the upper half how often refused
  struct dxl_solver *solver;
  dxl_map *answers;       ///< facts that share values (hash) -> whether the solver finds them possible
  dxl_map *releasers;     ///< (function, resource) -> 2 where the function gives back such a lock last on some way, else 1 (held.c)
  dxl_map *dead_locals;   ///< (function, block, local) -> 1 + whether it is read further on
  dxl_map *places;        ///< string literals and field names -> number
  dxl_strings *texts;
  uint32_t version;       ///< interface version that the driver registers with, 0 = not known
  bool is_version_open;   ///< a version that nobody can read from the source is registered
  dxl_ir_location version_location;
  dxl_map *asked;         ///< fields, variables and results that depend on the version of an interface, see asked.c
  bool *is_versioned;     ///< per record: it has callbacks that are newer than what the driver registers with
  dxl_arena *path_arena;  ///< as long as a root
  uint64_t steps, step_limit;
  uint64_t visits_counted; ///< searched terms that steps were counted for
  uint32_t births;        ///< symbols that calls have made, again and again
  bool out_of_steps;
  bool is_last_try;       ///< of the attempts at a part
  bool is_in_parts;       ///< callees that cost more than `open_cost` are not entered
  uint32_t open_cost;
  bool looks_near;        ///< those that the part itself calls are entered all the same
  bool misses_near;       ///< the part calls one that acts and was not entered
  dxl_thrift thrift;
  bool runs_later;        ///< a routine is explored that the system calls later
  dxl_term followed[DXL_FOLLOWED]; ///< arguments of the part that is explored, 0 = none
  uint32_t root;          ///< function that the path starts in
  bool is_called_again;   ///< the root is called once more: only what the first call left can be lost
  struct dxl_entries *entries; ///< what the entries of lists hold, see entries.c
  DXL_ARRAY(uint32_t) marks; ///< per term: the round in which it was marked
  DXL_ARRAY(uint32_t) verdicts; ///< per term: round in which it was asked about, twice, and the answer
  uint32_t mark, verdict_round;
  bool follows_values;    ///< a resource that is reported stands in memory as a value
  bool is_later;          ///< a round before has looked for what is about no resource
  struct dxl_frame *frame;
  struct dxl_model *model; ///< while the driver model runs
  uint32_t current_object; ///< 1 + number of the model's object that the current entry point is about, 0 outside
} dxl_engine;

/// A state with the registers of the block that is being executed.
typedef struct dxl_running {
  dxl_state *state;
  dxl_term *registers;
} dxl_running;
typedef DXL_ARRAY(dxl_running) dxl_runnings;
typedef DXL_ARRAY(dxl_state *) dxl_states;
typedef DXL_ARRAY(dxl_term) dxl_terms_list;

/// How a function was left.
typedef struct dxl_exit {
  dxl_state *state;
  dxl_term value; ///< 0 = none
  dxl_ir_location location;
} dxl_exit;
typedef DXL_ARRAY(dxl_exit) dxl_exits;

/// A place in the unrolled body.
typedef struct dxl_point {
  uint32_t block;
  uint32_t rounds[DXL_LOOP_DEPTH];
  dxl_states states;
} dxl_point;

/// An activation of a function.
typedef struct dxl_frame {
  struct dxl_frame *parent;
  uint32_t function;
  const dxl_graph *graph;
  uint32_t site;  ///< distinguishes activations: the call that made it
  uint32_t depth;
  bool is_guarded; ///< a raise would be handled by somebody further up
  dxl_exits exits;
  dxl_states raised;
  DXL_ARRAY(dxl_point *) pending; ///< sorted, nearest last
  dxl_map *asked;                 ///< (block, loop around it, condition) -> first round that asked it; NULL = none
  // What is being executed.
  dxl_point *point;
  uint32_t instruction;
  dxl_running *running;
} dxl_frame;

static inline const dxl_ir_function *dxl_frame_function(const dxl_engine *engine, const dxl_frame *frame) {
  return engine->module->functions.items[frame->function];
}

/// Where an activation is at the moment.
static inline dxl_ir_location dxl_frame_location(const dxl_engine *engine, const dxl_frame *frame) {
  const dxl_ir_block *block = &dxl_frame_function(engine, frame)->blocks.items[frame->point->block];
  return frame->instruction < block->instructions.count ? block->instructions.items[frame->instruction].location
                                                         : block->terminator.location;
}

// ---- explore.c: blocks, loops, joins ---------------------------------------------------------------------------------------

/// Runs the frame's function on a state that it takes over; fills exits and raised.
void dxl_explore(dxl_engine *engine, dxl_frame *frame, dxl_state *state);

/// Whether the root has used up its steps; notes it where it has.
bool dxl_is_out_of_steps(dxl_engine *engine);
void dxl_frame_free(dxl_engine *engine, dxl_frame *frame);
/// Number of a place: this activation, block, instruction and rounds of the loops around it.
uint32_t dxl_site(dxl_engine *engine, const dxl_frame *frame, uint32_t instruction);
/// A fresh symbol for something that this instruction makes.
dxl_term dxl_site_symbol(dxl_engine *engine, dxl_symbol_kind kind, uint32_t site, uint32_t tag, bool *is_new);
/// Notes that a limit was hit in the current function.
void dxl_limit_hit(dxl_engine *engine, uint32_t *counter, const char *what);
/// Leaves the block by its handler, or the function, with a copy of the state, where a raise can be seen.
void dxl_raise(dxl_engine *engine, dxl_frame *frame, const dxl_state *state);
/// From here on what was accessed is no null pointer. Returns false where it is one: such a path goes no further.
bool dxl_suppose_accessed(dxl_engine *engine, dxl_state *state, dxl_term address);
/// Whether reading there may raise, in a guarded body: a structure of the system points there, to what an application passed for instance.
bool dxl_may_raise_read(dxl_engine *engine, dxl_frame *frame, const dxl_state *state, dxl_term address);
/// Whether an access through an operand may: not where it is a member of a record.
bool dxl_may_raise_at(dxl_engine *engine, dxl_frame *frame, const dxl_state *state, dxl_ir_operand operand,
                      dxl_term address, bool is_read);

// ---- merge.c -----------------------------------------------------------------------------------------------------------

/// Merges states with equal property. Registers (may be NULL in all) are merged along; those that are dead behind
/// `frame->instruction` do not count.
void dxl_merge(dxl_engine *engine, dxl_frame *frame, dxl_runnings *runnings, uint32_t site);
/// The same with a limit of its own.
void dxl_merge_coarsely(dxl_engine *engine, dxl_frame *frame, dxl_runnings *runnings, uint32_t site, uint32_t limit);
/// What a state amounts to for the checks.
uint64_t dxl_property(dxl_engine *engine, dxl_state *state);

// ---- forget.c ----------------------------------------------------------------------------------------------------------

/// Drops facts about what nothing can name any more. `extra`: a value that still counts.
void dxl_forget_facts(dxl_engine *engine, dxl_state *state, dxl_term extra);
/// Drops what no memory knows any more and no check needs.
void dxl_forget_past(dxl_engine *engine, dxl_state *state, const dxl_running *running);
/// True when the value occurs in what some cell holds.
bool dxl_stands_in_cells(const dxl_engine *engine, const dxl_state *state, dxl_term value);

// ---- execute.c -----------------------------------------------------------------------------------------------------------

/// Executes one instruction; the results are appended to `out` (none: the path ends).
void dxl_execute(dxl_engine *engine, dxl_frame *frame, const dxl_ir_instruction *instruction, dxl_running running,
                 dxl_runnings *out);
/// Executes the instruction where the condition holds, and where it does not. Takes the state over; not where it returns false:
/// what is known then does not settle the condition, and the state goes on as it is.
bool dxl_execute_both(dxl_engine *engine, dxl_frame *frame, const dxl_ir_instruction *instruction, dxl_running running,
                      dxl_term condition, dxl_runnings *out);
dxl_term dxl_operand(dxl_engine *engine, dxl_frame *frame, dxl_running *running, dxl_ir_operand operand);
void dxl_set_result(dxl_engine *engine, dxl_frame *frame, dxl_running *running, const dxl_ir_instruction *instruction,
                    dxl_term value);
void dxl_running_free(dxl_running *running);
dxl_running dxl_running_copy(const dxl_engine *engine, const dxl_frame *frame, const dxl_running *running);
dxl_scalar dxl_scalar_of(const dxl_ir_type *type);
dxl_term dxl_local_term(dxl_engine *engine, const dxl_frame *frame, uint32_t local);
dxl_term dxl_register_object(dxl_engine *engine, const dxl_frame *frame);

// ---- named.c ---------------------------------------------------------------------------------------------------------------

/// The callback that is called through a member, NULL when the rules know none.
const dxl_rule_call *dxl_rule_of_member(const dxl_rules *rules, const dxl_ir_record *record, const char *member);
/// The entry point that is registered in a member, NULL when the rules know none.
const dxl_rule_entry *dxl_entry_of_member(const dxl_rules *rules, const dxl_ir_record *record, const char *member);

// ---- call.c ----------------------------------------------------------------------------------------------------------------

void dxl_execute_call(dxl_engine *engine, dxl_frame *frame, const dxl_ir_instruction *instruction, dxl_running running,
                      dxl_runnings *out);
/// Enters a function of the driver with these arguments. Takes the state; appends exits.
void dxl_enter(dxl_engine *engine, dxl_frame *frame, uint32_t function, const dxl_term *arguments, uint32_t count,
               dxl_state *state, dxl_ir_location location, uint32_t site, dxl_exits *exits);
/// Somebody unknown gets a value: what it reaches may be released, and is written to.
void dxl_escape(dxl_engine *engine, dxl_state *state, dxl_term value, uint64_t bytes, bool is_written);
/// Somebody unknown can reach these objects as a whole; nothing is written.
void dxl_escape_all(dxl_engine *engine, dxl_state *state, const dxl_term *bases, uint32_t count);
/// Somebody unknown gets an argument of a call.
void dxl_pass_to_unknown(dxl_engine *engine, dxl_frame *frame, const dxl_ir_instruction *instruction, dxl_state *state,
                         dxl_term value, uint32_t argument);
/// The rule of a call instruction as far as it is known without a state; NULL when there is none.
const dxl_rule_call *dxl_static_rule(const dxl_engine *engine, const dxl_graph *graph,
                                     const dxl_ir_instruction *instruction);
/// Functions that a field was ever set to, NULL when none.
const struct dxl_targets *dxl_field_targets(const dxl_engine *engine, const char *record, const char *field);
/// An unknown result of a type.
dxl_term dxl_unknown_result(dxl_engine *engine, const dxl_ir_type *type, uint32_t site, uint32_t tag);

// ---- apply.c: what a rule says of a call ---------------------------------------------------------------------------------------

typedef struct dxl_call {
  dxl_engine *engine;
  dxl_frame *frame;
  const dxl_ir_instruction *instruction; ///< NULL for calls of the driver model
  const dxl_rule_call *rule;
  const dxl_ir_function *callee; ///< where parameter types are known from, may be NULL
  dxl_state *state;
  dxl_running running; ///< registers are NULL for calls of the driver model
  const dxl_term *arguments;
  uint32_t count;
  dxl_term result; ///< 0 before it is known
  dxl_ir_location location;
  uint32_t site;
} dxl_call;

void dxl_apply_rule(dxl_engine *engine, dxl_frame *frame, const dxl_ir_instruction *instruction,
                    const dxl_rule_call *rule, const dxl_term *arguments, uint32_t count, dxl_running running,
                    uint32_t site, dxl_runnings *out);

// ---- effects.c: memory -------------------------------------------------------------------------------------------------------

/// Does to the state of the call what the rule says of memory, and sets the result where the effect gives it.
void dxl_apply_memory(dxl_call *call, const dxl_memory_effect *effect);

// ---- later.c -----------------------------------------------------------------------------------------------------------------

enum { DXL_ROUTINE_ARGUMENTS = 8 };

/// Explores a routine that is called once, later, where its argument is a block that is the routine's alone.
void dxl_run_later(dxl_call *call, uint32_t routine, const dxl_rule_callback *rule, dxl_term context);

// ---- place.c ---------------------------------------------------------------------------------------------------------------

typedef struct dxl_target {
  bool is_memory;      ///< else it is the argument or the result itself
  dxl_address address; ///< of the value
  int64_t bit;
  dxl_scalar scalar;
  uint64_t bytes;      ///< size of what stands there
} dxl_target;

/// Where a place of a call is; false when it cannot be said (a field nobody knows, no such argument).
bool dxl_place_target(dxl_call *call, const dxl_place *place, dxl_target *target);
/// The value at a place; 0 when it cannot be said.
dxl_term dxl_place_value(dxl_call *call, const dxl_place *place);
bool dxl_place_store(dxl_call *call, const dxl_place *place, dxl_term value);
/// The address that stands at a place; false when it cannot be said or was never set.
bool dxl_place_address(dxl_call *call, const dxl_place *place, dxl_address *address);
/// A condition as a boolean term; 0 when it cannot be said.
dxl_term dxl_condition_term(dxl_call *call, const dxl_condition *condition);
/// The record that an argument points to, NULL when not known.
const dxl_ir_record *dxl_argument_record(const dxl_engine *engine, const dxl_graph *graph,
                                         const dxl_ir_instruction *instruction, uint32_t argument);
/// Field of a loaded value: record and member of the address that an operand was loaded from, following casts. False
/// when it was not loaded from a field.
bool dxl_loaded_field(const dxl_graph *graph, dxl_ir_operand operand, const dxl_ir_record **record,
                      const char **member);

// ---- reach.c ---------------------------------------------------------------------------------------------------------------

/// Reports and forgets live resources that nothing reaches any more. `extra` is a value that still counts (0 = none).
/// Only those that occur in one of the `focus` values, where these are given; then locals that nothing reads any more
/// do not count either.
void dxl_check_reachable(dxl_engine *engine, dxl_frame *frame, dxl_state *state, dxl_term extra,
                         const dxl_terms_list *focus, dxl_ir_location location, const char *how);
/// Marks the resources that nothing reaches when a function is called with these arguments: that they are lost is a matter of
/// the caller's.
void dxl_mark_adrift(dxl_engine *engine, const dxl_frame *frame, dxl_state *state, const dxl_term *arguments, uint32_t count);
/// Appends the values with resources that stand in a part of an object (bits [from, to), all indices).
void dxl_collect_values(const dxl_engine *engine, const dxl_state *state, dxl_term base, int64_t from, int64_t to,
                        dxl_terms_list *values);
/// True when the value is in memory that outlives the frame's locals, or in `extra`.
bool dxl_is_kept(dxl_engine *engine, dxl_state *state, dxl_term value, dxl_term extra);
/// True when what reaches a value starts at variables of the whole program: not at memory that was there before, of which
/// nobody knows who looks there.
bool dxl_is_only_in_variables(dxl_engine *engine, const dxl_state *state, dxl_term value);
/// Whether memory, or a local that is still read, leads to the value.
bool dxl_is_known_on(dxl_engine *engine, const dxl_state *state, dxl_term value);
/// Whether the value leads to something live that can be leaked, also through memory that the driver made.
bool dxl_leads_to_live(dxl_engine *engine, const dxl_state *state, dxl_term value);
/// Somebody else may release all resources but those that the value leads to.
void dxl_hand_over(dxl_engine *engine, dxl_state *state, dxl_term value);
/// A join will not know any more where the value stands: that what it leads to is lost nobody can say from then on.
void dxl_give_up(dxl_engine *engine, dxl_state *state, dxl_term value);
/// Drops the locals of a frame.
void dxl_drop_locals(dxl_engine *engine, const dxl_frame *frame, dxl_state *state);

// ---- globals.c -------------------------------------------------------------------------------------------------------------

void dxl_survey_globals(dxl_engine *engine);
/// The number that a variable starts with at a bit, where the driver changes it in what the system calls only; false when
/// that is not known. `is_any`: at all elements.
bool dxl_starts_as(const dxl_engine *engine, uint32_t global, int64_t bit, bool is_any, int64_t *value);
/// Marks resources that are only in variables which nobody asks, or takes them out of. False when there are none; all
/// others are forgotten.
bool dxl_mark_left(dxl_engine *engine, dxl_state *state);

// ---- owner.c: who is who -----------------------------------------------------------------------------------------------------

typedef enum dxl_owner_verdict { DXL_OWNER_SAME, DXL_OWNER_UNKNOWN, DXL_OWNER_OTHER, DXL_OWNER_NONE } dxl_owner_verdict;

/// Read from a field that holds owners as the system gave them.
bool dxl_is_owner_source(const dxl_engine *engine, const dxl_symbol *symbol);
/// Compares the owner that a resource was acquired for with what a call is given. NONE: that is no such owner at all.
dxl_owner_verdict dxl_owner_compare(dxl_engine *engine, dxl_state *state, dxl_term acquired, dxl_term given,
                                    const char **why);
/// Read from a field that the driver uses for owners, as far as anything is known of it.
bool dxl_is_owner_field(const dxl_engine *engine, const dxl_symbol *symbol);
/// "the system's handle of the device" when a value is that of such an object, as the system gave it to the entry point that
/// makes the driver's, also when the driver has kept it in a field; NULL otherwise.
const char *dxl_system_handle(dxl_engine *engine, const dxl_symbol *symbol);
/// Whether the value is a handle that the system gave for an object which has one: never NULL on this path.
typedef enum dxl_given { DXL_GIVEN_NOT, DXL_GIVEN_BY_USE, DXL_GIVEN_BY_ORIGIN } dxl_given;
/// By origin where the driver got it so, by use where it only takes it for that and nobody sees where it is from.
dxl_given dxl_is_given_handle(dxl_engine *engine, dxl_state *state, dxl_term value);
/// Only the second question; UNKNOWN or NONE.
dxl_owner_verdict dxl_owner_inspect(dxl_engine *engine, dxl_state *state, dxl_term given, const char **why);

// ---- trace.c: paths and findings -----------------------------------------------------------------------------------------------

const dxl_path *dxl_trace(dxl_engine *engine, const dxl_frame *frame, dxl_state *state, dxl_step_kind kind,
                          dxl_ir_location location, const char *text);
/// Where the paths of two states meet: `a` was taken where the condition holds. Returns `a` where nothing tells them apart.
const dxl_path *dxl_trace_junction(dxl_engine *engine, const dxl_path *a, const dxl_path *b, dxl_term condition);
/// Depth of the activation that an earlier step of the path and the present have in common.
uint32_t dxl_depth_since(dxl_engine *engine, const dxl_state *state, const dxl_path *earlier);
const char *dxl_text(dxl_engine *engine, const char *format, ...) __attribute__((format(printf, 2, 3)));

typedef struct dxl_claim {
  const char *check;
  dxl_level level;
  const char *message;
  const char *said;  ///< the same for all wordings of one fault; NULL = as the message
  const char *end;   ///< text of the last step
  const char *cause; ///< what makes findings at one place different
  const char *given_in; ///< function from which helpers only hand on what the finding is about, NULL = not known
  dxl_ir_location location;
  const dxl_holding *holding; ///< may be NULL
  bool is_general; ///< about no resource: looked for in one round only
  bool is_own;     ///< the function where the finding stands does it by itself, whoever called it
} dxl_claim;

/// Turns the state's path into a finding, unless the check is off or the path cannot happen. True when it was made.
bool dxl_claim_finding(dxl_engine *engine, const dxl_frame *frame, const dxl_state *state, const dxl_claim *claim);
const char *dxl_irql_name(int64_t level);
/// The function from which helpers only hand on what a call gets there; NULL where it is the function of the call.
const char *dxl_given_in(const dxl_call *call, const dxl_place *place);

// ---- entries.c: what the entries of lists hold ---------------------------------------------------------------------------------

void dxl_entries_new(dxl_engine *engine);
void dxl_entries_free(dxl_engine *engine);
/// A call from outside begins: the one before is over.
void dxl_entries_begin_call(dxl_engine *engine);
/// The terms of the roots before are no more.
void dxl_entries_forget_terms(dxl_engine *engine);
/// The address of a member of a record.
void dxl_entries_note_address(dxl_engine *engine, const dxl_state *state, const dxl_ir_record *record, const char *name,
                              dxl_term address);
/// A store to a place of which the field is known.
void dxl_entries_note_store(dxl_engine *engine, dxl_state *state, const dxl_scalar *field, dxl_address to, int64_t bit,
                            dxl_term value);
/// What a call has taken out of a place, and put something else there.
void dxl_entries_note_exchange(const dxl_call *call, const dxl_place *place, dxl_term old);
void dxl_entries_note_release(dxl_call *call, const dxl_resource *resource, dxl_term value);
/// A link was read: if it leads to an entry of a list of which it is known what all its entries are and hold, this one is and
/// holds that. Returns where it leads.
dxl_term dxl_entries_note_link(dxl_engine *engine, dxl_state *state, const dxl_scalar *field, dxl_address from, dxl_term value);
/// A call that is not entered gets a value.
void dxl_entries_note_argument(dxl_engine *engine, const dxl_state *state, dxl_term value);
/// Somebody unknown gets a value.
void dxl_entries_note_unknown(dxl_engine *engine, const dxl_state *state, dxl_term value);
/// Whether what entries hold is adopted: functions are explored again.
bool dxl_entries_are_adopted(const dxl_engine *engine);
/// A way out of a function that is explored again.
void dxl_entries_end_root(dxl_engine *engine, const dxl_state *state);
/// Whether a finding is none: functions are explored only to see what they release, or another check has no say in it.
bool dxl_entries_refuses(dxl_engine *engine, const dxl_state *state, const dxl_claim *claim);
/// Explores the functions that take entries from such lists once more, for what they lose.
void dxl_run_takers(dxl_engine *engine);

// ---- survey.c -------------------------------------------------------------------------------------------------------

/// Fills engine->functions and what the rules need of the whole module.
void dxl_survey(dxl_engine *engine);
/// What the rules say of a member that another one leads back from; NULL when it is none.
const dxl_opposite *dxl_opposite_of(const dxl_engine *engine, const char *record, const char *member);
/// Whether the call does something to a resource that this round reports.
bool dxl_concerns(const dxl_engine *engine, const dxl_rule_call *rule);
void dxl_survey_free(dxl_engine *engine);
/// The function whose address an operand is, UINT32_MAX when that is not known.
uint32_t dxl_function_of(const dxl_graph *graph, dxl_ir_operand operand);

// ---- asked.c ---------------------------------------------------------------------------------------------------------

/// Finds the fields, variables and results that depend on what an interface says of its version. After dxl_survey has
/// found out with which version the driver registers.
void dxl_find_questions(dxl_engine *engine);
/// True when the path depends on such a thing, and at least this version was asked for there.
bool dxl_has_asked(dxl_engine *engine, const dxl_frame *frame, const dxl_state *state, uint32_t version);
void dxl_forget_questions(dxl_engine *engine);

// ---- overwritten.c -------------------------------------------------------------------------------------------------------

/// Whether what an instruction stores to a field certainly is overwritten before anybody can look.
bool dxl_is_overwritten(dxl_engine *engine, const dxl_graph *graph, uint32_t block, uint32_t instruction);

// ---- cone.c ------------------------------------------------------------------------------------------------------------

/// Finds out which functions matter, and how heavy each is.
void dxl_find_cone(dxl_engine *engine);
/// Whether a call of this function is worth entering.
bool dxl_is_entered(const dxl_engine *engine, uint32_t function);

// ---- parts.c ---------------------------------------------------------------------------------------------------------------

/// Explores a function and all that it calls one by one, callees first.
void dxl_run_in_parts(dxl_engine *engine, uint32_t function);
/// Explores a function once more that was explored by itself, or in parts, with as much of what it calls.
void dxl_run_again(dxl_engine *engine, uint32_t function);
/// False when the function counts as unknown where it is called, because it would cost too much there.
bool dxl_is_open(const dxl_engine *engine, const dxl_frame *frame, uint32_t function);
/// A function of the driver that is not entered may change everything that it can reach.
void dxl_forget_reachable(dxl_engine *engine, dxl_state *state);

// ---- outcome.c -------------------------------------------------------------------------------------------------------------

/// Begins to follow the arguments of a part.
void dxl_follow_arguments(dxl_engine *engine, uint32_t function);
/// Somebody may keep or release the value from here on.
void dxl_note_taken(const dxl_engine *engine, dxl_state *state, dxl_term value);
/// Remembers what the ways out of a part say of its arguments. `is_complete`: none is missing.
void dxl_note_outcome(dxl_engine *engine, uint32_t function, const dxl_exits *exits, bool is_complete);
/// The condition under which a result says that the call failed; 0 = it says nothing.
dxl_term dxl_outcome_condition(dxl_engine *engine, const dxl_ir_type *type, dxl_term result);

// ---- dispatch.c -----------------------------------------------------------------------------------------------------

/// An implementation of a virtual method, and what it gets as its object.
typedef struct dxl_method {
  uint32_t function;
  dxl_term object;
  dxl_term condition; ///< under which it is the one, so that a path stays with what it took first; 0 = not known
} dxl_method;
typedef struct dxl_methods {
  dxl_method *items;
  uint32_t count, capacity;
  bool has_conditions;
} dxl_methods;

/// From here on the object is of that class, and so are its bases a part of such an object.
void dxl_set_class(dxl_engine *engine, dxl_state *state, dxl_term object, const dxl_ir_record *record);
/// The start of the whole object that has a base at that address; the address itself where its class is not known.
dxl_term dxl_whole_object(dxl_engine *engine, const dxl_state *state, dxl_term object);
/// The implementations of a virtual method: that of the object's class where it is known, else those of all classes.
void dxl_find_virtual(dxl_engine *engine, const dxl_state *state, const dxl_ir_call *call, dxl_term object,
                      dxl_methods *list);

// ---- roots.c, model.c, solver.c -------------------------------------------------------------------------------------

/// Whether the highest level of a term's range really occurs.
bool dxl_is_attained(const dxl_engine *engine, dxl_term level);
dxl_state *dxl_root_state(dxl_engine *engine, uint32_t function);
/// The symbol that stands for an argument of a root.
dxl_term dxl_root_argument(dxl_engine *engine, uint32_t function, uint32_t argument);
/// Code in a section that may be paged out.
static inline bool dxl_is_pageable(const dxl_ir_function *function) {
  return function->segment && strncmp(function->segment, "PAGE", 4) == 0;
}
/// The level at which a function starts; *who says so, NULL when nobody does.
dxl_term dxl_root_level(dxl_engine *engine, uint32_t function, const char **who);
/// What an argument of an entry point carries; NULL for nothing, or no entry point.
const char *dxl_linked_object(const dxl_rule_entry *entry, uint32_t argument);
/// Follows the ways of a call from the system through an entry point, from a state that it takes over. Where they are too many
/// for the steps of a call, and no more than `left` were used, once more, with a round less of the loops that do nothing with
/// what is followed. Returns the steps that were used.
uint64_t dxl_explore_entry(dxl_engine *engine, uint32_t function, const dxl_term *arguments, uint32_t site, uint64_t left,
                           dxl_state *state, dxl_exits *exits);
/// Explores one function, about whose arguments nothing is known, with so many steps at the most.
void dxl_run_root(dxl_engine *engine, uint32_t function, uint64_t step_limit);
/// The same for one that was explored before, of which nothing more is to be remembered.
void dxl_run_root_again(dxl_engine *engine, uint32_t function, uint64_t step_limit);
/// Explores every function from which exploration starts.
void dxl_run_roots(dxl_engine *engine);
void dxl_run_model(dxl_engine *engine);
/// False when the state's facts contradict each other.
bool dxl_solver_feasible(dxl_engine *engine, const dxl_state *state);
void dxl_solver_free(dxl_engine *engine);

#endif
