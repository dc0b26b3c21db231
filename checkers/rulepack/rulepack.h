// What the rule packs say, as tables that the engine reads. The YAML form is described in docs/rules.md.
// Invariant: a loaded rule set is immutable; every string and array is owned by it; every call pattern is unique.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DXL_RULEPACK_RULEPACK_H
#define DXL_RULEPACK_RULEPACK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/array.h"

#ifdef __cplusplus
extern "C" {
#endif

// ---- Places: where in a call a value stands -------------------------------------------------------------------------

typedef enum dxl_place_step_kind {
  DXL_PLACE_DEREFERENCE, ///< *x
  DXL_PLACE_ARROW,       ///< x->field
  DXL_PLACE_DOT,         ///< x.field (of a record passed or returned by value, or after an arrow)
  DXL_PLACE_EACH         ///< x[]: every element
} dxl_place_step_kind;

typedef struct dxl_place_step {
  dxl_place_step_kind kind;
  const char *field; ///< for ARROW and DOT
} dxl_place_step;

/// "arg0->hAllocation", "return", "*arg6", "arg1", "arg0->Flags.Value". `this` of a method is arg0.
typedef struct dxl_place {
  bool is_return;
  uint32_t argument;
  DXL_ARRAY(dxl_place_step) steps;
  const char *text; ///< as written
} dxl_place;

// ---- Conditions over places -----------------------------------------------------------------------------------------

typedef enum dxl_condition_kind {
  DXL_CONDITION_TRUE,
  DXL_CONDITION_COMPARE, ///< place <comparison> constant, signed 64-bit; NT_SUCCESS(p) is p >= 0, p != NULL is p != 0
  DXL_CONDITION_AND,
  DXL_CONDITION_OR,
  DXL_CONDITION_NOT
} dxl_condition_kind;

typedef enum dxl_rule_comparison {
  DXL_RULE_EQUAL, DXL_RULE_NOT_EQUAL, DXL_RULE_LESS, DXL_RULE_LESS_EQUAL, DXL_RULE_GREATER, DXL_RULE_GREATER_EQUAL
} dxl_rule_comparison;

typedef struct dxl_condition {
  dxl_condition_kind kind;
  dxl_rule_comparison comparison;
  bool is_status; ///< written as NT_SUCCESS(place) or compared with a STATUS_ name: the value is 32 bits wide
  dxl_place place;
  int64_t constant;
  struct dxl_condition *left, *right; ///< operands of AND, OR, NOT (left)
  const char *text;
} dxl_condition;

// ---- IRQL ---------------------------------------------------------------------------------------------------------

enum { DXL_IRQL_UNKNOWN = -1, DXL_IRQL_PASSIVE = 0, DXL_IRQL_APC = 1, DXL_IRQL_DISPATCH = 2, DXL_IRQL_DIRQL = 3, DXL_IRQL_HIGH = 15 };

typedef enum dxl_irql_effect_kind {
  DXL_IRQL_NO_EFFECT,
  DXL_IRQL_RAISE,        ///< to `level`; the old level goes to `saved` when given
  DXL_IRQL_RAISE_TO,     ///< to the level that is the value at `value`; old level to `saved`
  DXL_IRQL_RESTORE,      ///< back to the level held by the value at `value` (as saved by a raise)
  DXL_IRQL_LOWER,        ///< to `level`, whatever it was (e.g. releasing a mutex: back to the level saved in the lock)
  DXL_IRQL_RESTORE_LOCK, ///< back to the level at which the object at `value` (a lock) was acquired
  DXL_IRQL_QUERY         ///< returns the current level
} dxl_irql_effect_kind;

typedef struct dxl_irql_effect {
  dxl_irql_effect_kind kind;
  int32_t level;
  dxl_place value; ///< valid when has_value
  dxl_place saved; ///< valid when has_saved
  bool has_value, has_saved;
  bool only_on_success; ///< for try-acquires: only where the acquire of the same call succeeds
} dxl_irql_effect;

// ---- Resources and what calls do to them ------------------------------------------------------------------------------

typedef enum dxl_resource_kind {
  DXL_RESOURCE_HANDLE, ///< an opaque value: context allocation, registry key
  DXL_RESOURCE_MEMORY, ///< a block of memory: the value is its address; release kills the region
  DXL_RESOURCE_OBJECT, ///< a referenced object: the value is its address; other references may exist
  DXL_RESOURCE_LOCK,   ///< keyed by the address of the lock object, not by a value that is made
  DXL_RESOURCE_STATE   ///< keyed like a lock, without one (a mapping of an object, an acquired interface)
} dxl_resource_kind;

typedef struct dxl_resource {
  const char *id;    ///< "context-allocation"
  const char *title; ///< "context allocation": as messages name it
  const char *pack;  ///< "wddm-context-allocation"
  const char *reported_by; ///< the pack that extends it and has its leaks or double releases reported; NULL = its own
  const char *acquire_verb; ///< past participle for messages: "created", "allocated", "mapped", "acquired"
  const char *release_verb; ///< "destroyed", "freed", "unmapped", "released"
  const char *owner_title;  ///< what owns it ("adapter"), or NULL
  const char *kind_of;      ///< id of a resource whose values may be such as well, or NULL
  dxl_resource_kind kind;
  bool leak_is_reported;    ///< false: unmatched acquire is legal
  bool double_is_reported;  ///< false: releasing twice or without acquire is legal
  bool is_counted;          ///< each acquire needs a release of its own on the same value
  bool goes_along;          ///< a reference: it may be held by what a function queues, as long as no result says that it failed
  bool null_is_releasable;  ///< releasing NULL is legal (free)
  bool is_filled;           ///< memory that the system has filled in: nothing in it is unset
  bool escapes_when_passed; ///< handing the value to an unknown function may transfer ownership
  const char *doc;
} dxl_resource;

typedef struct dxl_rule_acquire {
  uint32_t resource; ///< index into dxl_rules::resources
  dxl_place value;
  dxl_condition *when;         ///< NULL: the call is always one that acquires
  dxl_condition *success;      ///< NULL: always succeeds
  int64_t failed_value;        ///< what the place holds after failure, when has_failed_value
  bool has_failed_value;       ///< else the place is indeterminate after failure
  bool status_zero_or_negative; ///< documented results are STATUS_SUCCESS or an error: nothing between
  bool failed_keeps_value; ///< a failed call does not write to the place
  bool ignored_is_success; ///< who does not look at the result knows that the call succeeds
  bool may_be_null_on_success;
  bool zeroes_memory;          ///< for memory: the block is zero-filled
  bool is_key;                 ///< the place is a key that exists before the call (lock, state), not made by it
  bool has_owner;
  dxl_place owner;
  bool has_held_for;
  dxl_place held_for; ///< of a key: what it is acquired for; whoever gets that may release it
  bool has_size;
  dxl_place size; ///< bytes of a memory resource
  const char *form; ///< releases with another form do not match (e.g. "array" for new[]); NULL = any
  bool has_contents;
  dxl_place contents; ///< block whose contents a memory resource begins with (realloc)
} dxl_rule_acquire;

typedef struct dxl_rule_release {
  uint32_t resource;
  dxl_place value;
  dxl_condition *when; ///< NULL: always releases
  bool has_owner;
  dxl_place owner;
  const char *form;
  bool keeps_object; ///< drops a reference: the object may live on
  bool moves_contents; ///< what the block holds goes to the one that the same call acquires
  DXL_ARRAY(const char *) others_release; ///< records: what a handle of that type stands for is released by others
} dxl_rule_release;

typedef struct dxl_rule_use {
  uint32_t resource;
  dxl_place value;
  bool has_owner;
  dxl_place owner;
} dxl_rule_use;

/// The call takes ownership of the value where `when` holds (NULL: always).
typedef struct dxl_rule_transfer {
  uint32_t resource;
  dxl_place value;
  dxl_condition *when;
} dxl_rule_transfer;

/// A documented argument rule: where `when` holds `require` must; or `initialised` must have been written.
typedef struct dxl_rule_contract {
  dxl_condition *when;    ///< NULL: always
  dxl_condition *require; ///< NULL when the rule is about initialisation
  bool has_initialised;
  dxl_place initialised;
  const char *message;
  const char *doc;
} dxl_rule_contract;

typedef enum dxl_memory_effect_kind {
  DXL_MEMORY_COPY, ///< destination, source, size: memcpy, memmove
  DXL_MEMORY_FILL, ///< destination, source = the byte (absent: zero), size: memset
  DXL_MEMORY_WRITES, ///< the call writes unknown values through `destination`: `size` or `amount` bytes; neither:
                     ///< as many as what the argument's type points to
  DXL_MEMORY_STORES, ///< source becomes the value in the place `destination`: *arg0, arg0->Buffer
  DXL_MEMORY_RETURNS_ARGUMENT, ///< the result is `source`
  DXL_MEMORY_EXCHANGE, ///< *destination = source, returns the old value (interlocked exchange)
  DXL_MEMORY_COMPARE_EXCHANGE, ///< if (*destination == comparand) *destination = source; returns the old value
  DXL_MEMORY_ADD, ///< *destination += constant `amount` or the value at source; returns new (returns_old: old) value
  DXL_MEMORY_AND, ///< the same with the bits of both
  DXL_MEMORY_OR,  ///< ... of either
  DXL_MEMORY_XOR, ///< ... of one of them
  DXL_MEMORY_READS, ///< the call reads what `source` points to
  DXL_MEMORY_READS_BY_FORMAT ///< `source` is a format, as of printf: strings among the arguments behind it are read
} dxl_memory_effect_kind;

typedef struct dxl_memory_effect {
  dxl_memory_effect_kind kind;
  bool has_destination, has_source, has_size, has_comparand;
  dxl_place destination, source, size, comparand;
  int64_t amount;
  bool returns_old;
} dxl_memory_effect;

/// The call stores a function pointer that the system calls later: a work item routine, a DPC, a timer, a synchronize
/// routine.
typedef struct dxl_rule_callback {
  dxl_place function;
  bool has_context;
  dxl_place context;         ///< value that the routine gets
  uint32_t context_argument; ///< ... as this argument
  int32_t irql;              ///< level at which the routine runs, DXL_IRQL_UNKNOWN when not known
  bool is_synchronous;       ///< called before the call returns
  bool is_once;              ///< called once, later
  bool has_result;
  dxl_place result; ///< of a synchronous one: where the routine's result goes ("return", "*arg4"); none: it is dropped
  dxl_condition *when; ///< of a synchronous one: where it is called; NULL: always
} dxl_rule_callback;

// ---- Calls ----------------------------------------------------------------------------------------------------------

/// How a call is recognised: any of the given that match. A call through a pointer is known by the member it was loaded
/// from, by the function typedef of the pointer, or by the function it points to.
typedef struct dxl_rule_pattern {
  const char *function; ///< function name ("ExFreePoolWithTag", "operator delete"), compared with linkage or display name
  const char *record;   ///< record of the member ("DXGKRNL_INTERFACE")
  const char *member;   ///< "DxgkCbDestroyContextAllocation"
  const char *type_name; ///< "DXGKCB_DESTROYCONTEXTALLOCATION"
} dxl_rule_pattern;

/// A place that carries an object of the driver model: an argument of an entry point the driver's handle, one of a call the
/// system's.
typedef struct dxl_rule_link {
  dxl_place place;
  const char *object;
} dxl_rule_link;

typedef struct dxl_rule_call {
  const char *name; ///< for messages: "DxgkCbDestroyContextAllocation"
  const char *pack;
  const char *doc; ///< documentation page
  DXL_ARRAY(dxl_rule_pattern) patterns;
  int32_t irql_max; ///< DXL_IRQL_UNKNOWN when not documented
  int32_t irql_min;
  dxl_irql_effect irql;
  uint32_t version; ///< interface version from which it exists (DXGKDDI_INTERFACE_VERSION value), 0 = always
  const char *version_title; ///< "Windows 8 (WDDM 1.2)"
  bool is_noreturn;
  bool returns_nonnegative_or_negative; ///< see status_zero_or_negative
  bool has_no_effect; ///< beyond what the lists below say, arguments neither escape nor are written
  bool may_raise;     ///< may raise a structured exception
  DXL_ARRAY(dxl_rule_acquire) acquires;
  DXL_ARRAY(dxl_rule_release) releases;
  DXL_ARRAY(dxl_rule_use) uses;
  DXL_ARRAY(dxl_rule_transfer) transfers;
  DXL_ARRAY(dxl_rule_contract) contracts;
  DXL_ARRAY(dxl_memory_effect) memory;
  DXL_ARRAY(dxl_rule_callback) callbacks;
  DXL_ARRAY(dxl_place) escapes; ///< values that the call keeps although it has_no_effect otherwise
  DXL_ARRAY(dxl_rule_link) handles; ///< where it gets the system's handles of objects
} dxl_rule_call;

// ---- Owners and driver model -------------------------------------------------------------------------------------------

/// A field that holds owner values, as the system gave them: DXGKRNL_INTERFACE.DeviceHandle.
typedef struct dxl_rule_owner_source {
  const char *record, *member;
  const char *owner; ///< "adapter"
} dxl_rule_owner_source;

/// An entry point that the system calls.
typedef struct dxl_rule_entry {
  const char *type_name; ///< role typedef: "DXGKDDI_CREATECONTEXT"
  const char *name;      ///< "DxgkDdiCreateContext"
  const char *function;  ///< linkage name by which the system finds it ("DriverEntry"), NULL for none
  DXL_ARRAY(dxl_rule_pattern) tables; ///< record + member assignments that make a function this entry
  int32_t irql_max, irql_min; ///< level at which the system calls it; DXL_IRQL_UNKNOWN: report nothing
  const char *doc;
  /// Arguments that carry objects of the driver model (see dxl_rule_object), e.g. arg0 = adapter.
  DXL_ARRAY(dxl_rule_link) links;
} dxl_rule_entry;

/// An object whose life the system drives: adapter, started adapter, device, context.
typedef struct dxl_rule_object {
  const char *name;
  const char *parent;         ///< NULL for the driver
  const char *create;         ///< entry type_name
  dxl_place created;          ///< where the create entry leaves the driver's handle ("arg1->hContext", "*arg1")
  bool has_created;
  dxl_condition *success;     ///< of the create entry
  DXL_ARRAY(const char *) destroy; ///< entries, in preference order; exactly one is called
  dxl_place destroyed;        ///< where the destroy entry gets it
  dxl_place created_count, destroyed_count; ///< how many the entries make and end in one call, where these are arrays
  bool has_created_count, has_destroyed_count;
  bool ends_all; ///< the driver itself: nothing of it is called when it is gone
  /// Field in which the create entry gets the system's own handle of the object; NULL when there is none. Never NULL there,
  /// unless the flag `absent` (a field too, may be NULL) is set.
  struct dxl_rule_member {
    const char *record, *member;
  } given, absent;
  const char *given_title;    ///< what that is: "the system's handle of the context"
} dxl_rule_object;

/// A structure that registers the driver's entry points and its interface version.
typedef struct dxl_rule_registration {
  const char *record;         ///< "DRIVER_INITIALIZATION_DATA"
  const char *version_member; ///< "Version"
} dxl_rule_registration;

/// A marker macro or annotation with an IRQL meaning: PAGED_CODE() says the level is at most APC_LEVEL.
typedef struct dxl_rule_marker {
  const char *name;
  int32_t irql_max;
} dxl_rule_marker;

/// Two members of a record that lead there and back: p->Flink->Blink is p.
typedef struct dxl_rule_opposite {
  const char *record;      ///< "LIST_ENTRY"
  const char *forth, *back; ///< "Flink", "Blink"
} dxl_rule_opposite;

typedef struct dxl_rule_check {
  const char *id;      ///< "dxgk-leak"
  const char *summary; ///< one line
  const char *help;    ///< Markdown page
  const char *pack;
} dxl_rule_check;

typedef struct dxl_rules {
  dxl_arena *arena;
  DXL_ARRAY(const char *) packs;
  DXL_ARRAY(dxl_resource) resources;
  DXL_ARRAY(dxl_rule_call) calls;
  DXL_ARRAY(dxl_rule_owner_source) owner_sources;
  DXL_ARRAY(dxl_rule_entry) entries;
  DXL_ARRAY(dxl_rule_object) objects;
  DXL_ARRAY(dxl_rule_registration) registrations;
  DXL_ARRAY(dxl_rule_marker) markers;
  DXL_ARRAY(dxl_rule_opposite) opposites;
  DXL_ARRAY(dxl_rule_check) checks;
  struct dxl_map *by_function, *by_member, *by_type; ///< index of calls; see dxl_rules_find_*
  struct dxl_map *by_entry, *by_entry_member, *by_entry_function; ///< index of entries
  struct dxl_rules_loading *loading;                 ///< what only loading needs, see reader.h
} dxl_rules;

/// A mistake in a rule file.
typedef struct dxl_rule_error {
  const char *file;
  uint32_t line, column;
  const char *message; ///< "unknown key 'relase' (did you mean 'release'?)"
} dxl_rule_error;
typedef DXL_ARRAY(dxl_rule_error) dxl_rule_errors;

dxl_rules *dxl_rules_new(void);
void dxl_rules_free(dxl_rules *rules);
/// Adds the packs built into the binary; names = NULL for the default set, or a NULL-terminated list of pack names.
/// False when a name is unknown (an error is added).
bool dxl_rules_add_builtin(dxl_rules *rules, const char *const *names, dxl_rule_errors *errors);
/// Names of all built-in packs, NULL-terminated; *is_default (parallel array) may be NULL.
const char *const *dxl_rules_builtin_names(const bool **is_default);
/// Adds a rule file from memory / a file or a folder of them. Errors are appended (strings owned by the rule set);
/// everything that was right is kept. False when there were errors.
bool dxl_rules_add_text(dxl_rules *rules, const char *file, const char *text, size_t length, dxl_rule_errors *errors);
bool dxl_rules_add_path(dxl_rules *rules, const char *path, dxl_rule_errors *errors);
/// Resolves names between packs and builds the indices; must be called once after all adds.
bool dxl_rules_finish(dxl_rules *rules, dxl_rule_errors *errors);

/// The rule of a call, NULL when there is none. Any argument may be NULL. The record "" stands for any that has the
/// member: found is what it means in all of them.
const dxl_rule_call *dxl_rules_find_function(const dxl_rules *rules, const char *linkage_name, const char *display_name);
const dxl_rule_call *dxl_rules_find_member(const dxl_rules *rules, const char *record, const char *member);
const dxl_rule_call *dxl_rules_find_type(const dxl_rules *rules, const char *type_name);
const dxl_rule_entry *dxl_rules_find_entry(const dxl_rules *rules, const char *type_name);
/// The entry point that a function is by its name; NULL when it is none.
const dxl_rule_entry *dxl_rules_find_entry_function(const dxl_rules *rules, const char *function);
const dxl_rule_entry *dxl_rules_find_entry_member(const dxl_rules *rules, const char *record, const char *member);
const dxl_resource *dxl_rules_find_resource(const dxl_rules *rules, const char *id);

#ifdef __cplusplus
}
#endif
#endif
