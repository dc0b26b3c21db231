// Shapes of what a rule file says about calls.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <string.h>

#include "rulepack/place.h"
#include "rulepack/reader.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])
#define FIELD(record, member) offsetof(record, member), DXL_NO_FLAG
#define FLAGGED(record, member) offsetof(record, member), offsetof(record, has_##member)

// ---- Patterns
// --------------------------------------------------------------------------------------------------------

static bool read_pattern_member(dxl_reader *reader, const dxl_node *node, void *record) {
  dxl_rule_pattern *pattern = record;
  return dxl_reader_member(reader, node, &pattern->record, &pattern->member);
}

static bool check_pattern(dxl_reader *reader, const dxl_node *node, void *record, uint64_t given) {
  const dxl_rule_pattern *pattern = record;
  const int count = (pattern->function != NULL) + (pattern->member != NULL) + (pattern->type_name != NULL);
  (void)given;
  if (count == 1)
    return true;
  dxl_reader_error(reader, node, "a pattern has exactly one of 'function', 'member' and 'type'");
  return false;
}

static const dxl_field pattern_fields[] = {
    {"function", DXL_FIELD_WORD, false, FIELD(dxl_rule_pattern, function), NULL, NULL, NULL, 0},
    {"member", DXL_FIELD_CUSTOM, false, 0, DXL_NO_FLAG, NULL, NULL, read_pattern_member, 0},
    {"type", DXL_FIELD_WORD, false, FIELD(dxl_rule_pattern, type_name), NULL, NULL, NULL, 0},
};
const dxl_shape dxl_shape_pattern = {
    "a pattern", sizeof(dxl_rule_pattern), pattern_fields, COUNT(pattern_fields), NULL, check_pattern};

// ---- Resources of a call
// ---------------------------------------------------------------------------------------------

static bool check_acquire(dxl_reader *reader, const dxl_node *node, void *record, uint64_t given) {
  const dxl_rule_acquire *acquire = record;
  (void)given;
  if (acquire->has_failed_value && !acquire->success) {
    dxl_reader_error(reader, node, "'failed_value' needs 'success': without it the call cannot fail");
    return false;
  }
  return true;
}

static const dxl_field acquire_fields[] = {
    {"resource", DXL_FIELD_RESOURCE, true, FIELD(dxl_rule_acquire, resource), NULL, NULL, NULL, 0},
    {"value", DXL_FIELD_PLACE, true, FIELD(dxl_rule_acquire, value), NULL, NULL, NULL, 0},
    {"when", DXL_FIELD_CONDITION, false, FIELD(dxl_rule_acquire, when), NULL, NULL, NULL, 0},
    {"success", DXL_FIELD_CONDITION, false, FIELD(dxl_rule_acquire, success), NULL, NULL, NULL, 0},
    {"failed_value", DXL_FIELD_INTEGER, false, FLAGGED(dxl_rule_acquire, failed_value), NULL, NULL, NULL, 0},
    {"status_zero_or_negative", DXL_FIELD_BOOL, false, FIELD(dxl_rule_acquire, status_zero_or_negative), NULL, NULL,
     NULL, 0},
    {"failed_keeps_value", DXL_FIELD_BOOL, false, FIELD(dxl_rule_acquire, failed_keeps_value), NULL, NULL, NULL, 0},
    {"ignored_is_success", DXL_FIELD_BOOL, false, FIELD(dxl_rule_acquire, ignored_is_success), NULL, NULL, NULL, 0},
    {"may_be_null_on_success", DXL_FIELD_BOOL, false, FIELD(dxl_rule_acquire, may_be_null_on_success), NULL, NULL, NULL,
     0},
    {"zeroes_memory", DXL_FIELD_BOOL, false, FIELD(dxl_rule_acquire, zeroes_memory), NULL, NULL, NULL, 0},
    {"is_key", DXL_FIELD_BOOL, false, FIELD(dxl_rule_acquire, is_key), NULL, NULL, NULL, 0},
    {"owner", DXL_FIELD_PLACE, false, FLAGGED(dxl_rule_acquire, owner), NULL, NULL, NULL, 0},
    {"held_for", DXL_FIELD_PLACE, false, FLAGGED(dxl_rule_acquire, held_for), NULL, NULL, NULL, 0},
    {"size", DXL_FIELD_PLACE, false, FLAGGED(dxl_rule_acquire, size), NULL, NULL, NULL, 0},
    {"form", DXL_FIELD_WORD, false, FIELD(dxl_rule_acquire, form), NULL, NULL, NULL, 0},
    {"contents", DXL_FIELD_PLACE, false, FLAGGED(dxl_rule_acquire, contents), NULL, NULL, NULL, 0},
};
const dxl_shape dxl_shape_acquire = {
    "an acquire", sizeof(dxl_rule_acquire), acquire_fields, COUNT(acquire_fields), NULL, check_acquire};

static const dxl_field release_fields[] = {
    {"resource", DXL_FIELD_RESOURCE, true, FIELD(dxl_rule_release, resource), NULL, NULL, NULL, 0},
    {"value", DXL_FIELD_PLACE, true, FIELD(dxl_rule_release, value), NULL, NULL, NULL, 0},
    {"when", DXL_FIELD_CONDITION, false, FIELD(dxl_rule_release, when), NULL, NULL, NULL, 0},
    {"owner", DXL_FIELD_PLACE, false, FLAGGED(dxl_rule_release, owner), NULL, NULL, NULL, 0},
    {"form", DXL_FIELD_WORD, false, FIELD(dxl_rule_release, form), NULL, NULL, NULL, 0},
    {"keeps_object", DXL_FIELD_BOOL, false, FIELD(dxl_rule_release, keeps_object), NULL, NULL, NULL, 0},
    {"moves_contents", DXL_FIELD_BOOL, false, FIELD(dxl_rule_release, moves_contents), NULL, NULL, NULL, 0},
    {"others_release", DXL_FIELD_WORDS, false, FIELD(dxl_rule_release, others_release), NULL, NULL, NULL, 0},
};
const dxl_shape dxl_shape_release = {"a release", sizeof(dxl_rule_release), release_fields, COUNT(release_fields), NULL,
                                     NULL};

static const dxl_field use_fields[] = {
    {"resource", DXL_FIELD_RESOURCE, true, FIELD(dxl_rule_use, resource), NULL, NULL, NULL, 0},
    {"value", DXL_FIELD_PLACE, true, FIELD(dxl_rule_use, value), NULL, NULL, NULL, 0},
    {"owner", DXL_FIELD_PLACE, false, FLAGGED(dxl_rule_use, owner), NULL, NULL, NULL, 0},
};
const dxl_shape dxl_shape_use = {"a use", sizeof(dxl_rule_use), use_fields, COUNT(use_fields), NULL, NULL};

static const dxl_field transfer_fields[] = {
    {"resource", DXL_FIELD_RESOURCE, true, FIELD(dxl_rule_transfer, resource), NULL, NULL, NULL, 0},
    {"value", DXL_FIELD_PLACE, true, FIELD(dxl_rule_transfer, value), NULL, NULL, NULL, 0},
    {"when", DXL_FIELD_CONDITION, false, FIELD(dxl_rule_transfer, when), NULL, NULL, NULL, 0},
};
const dxl_shape dxl_shape_transfer = {
    "a transfer", sizeof(dxl_rule_transfer), transfer_fields, COUNT(transfer_fields), NULL, NULL};

// ---- Contracts
// -------------------------------------------------------------------------------------------------------

static bool check_contract(dxl_reader *reader, const dxl_node *node, void *record, uint64_t given) {
  const dxl_rule_contract *contract = record;
  (void)given;
  if ((contract->require != NULL) != contract->has_initialised)
    return true;
  dxl_reader_error(reader, node, "a contract has exactly one of 'require' and 'initialised'");
  return false;
}

static const dxl_field contract_fields[] = {
    {"when", DXL_FIELD_CONDITION, false, FIELD(dxl_rule_contract, when), NULL, NULL, NULL, 0},
    {"require", DXL_FIELD_CONDITION, false, FIELD(dxl_rule_contract, require), NULL, NULL, NULL, 0},
    {"initialised", DXL_FIELD_PLACE, false, FLAGGED(dxl_rule_contract, initialised), NULL, NULL, NULL, 0},
    {"message", DXL_FIELD_TEXT, true, FIELD(dxl_rule_contract, message), NULL, NULL, NULL, 0},
    {"doc", DXL_FIELD_PAGE, false, FIELD(dxl_rule_contract, doc), NULL, NULL, NULL, 0},
};
const dxl_shape dxl_shape_contract = {
    "a contract", sizeof(dxl_rule_contract), contract_fields, COUNT(contract_fields), NULL, check_contract};

/// "reads": places that the call reads, each a contract that it must have been initialised.
static bool read_reads(dxl_reader *reader, const dxl_node *node, void *record) {
  static const dxl_field place_field = {"reads", DXL_FIELD_PLACE, true, 0, DXL_NO_FLAG, NULL, NULL, NULL, 0};
  dxl_rule_call *call = record;
  if (node->kind != DXL_NODE_LIST) {
    dxl_reader_error(reader, node, "'reads' is a list of places");
    return false;
  }
  dxl_arena *arena = reader->rules->arena;
  const uint32_t before = call->contracts.count;
  dxl_rule_contract *all = dxl_arena_alloc(arena, (before + node->items.count) * sizeof *all);
  if (before)
    memcpy(all, call->contracts.items, before * sizeof *all);
  uint32_t count = before;
  for (uint32_t i = 0; i < node->items.count; ++i) {
    dxl_rule_contract contract = {.has_initialised = true};
    if (!dxl_field_read(reader, node->items.items[i], &place_field, &contract.initialised))
      continue;
    const dxl_place *place = &contract.initialised;
    const char *name = place->text;
    if (place->steps.count && place->steps.items[place->steps.count - 1].field)
      name = place->steps.items[place->steps.count - 1].field;
    contract.message = dxl_arena_format(arena, "'%s' is read by the call and was never written", name);
    all[count++] = contract;
  }
  call->contracts.items = all;
  call->contracts.count = call->contracts.capacity = count;
  return true;
}

// ---- Memory, level, callbacks
// ------------------------------------------------------------------------------------------

static const dxl_choice memory_choices[] = {
    {"copy", DXL_MEMORY_COPY},         {"fill", DXL_MEMORY_FILL},
    {"writes", DXL_MEMORY_WRITES},     {"returns_argument", DXL_MEMORY_RETURNS_ARGUMENT},
    {"exchange", DXL_MEMORY_EXCHANGE}, {"compare_exchange", DXL_MEMORY_COMPARE_EXCHANGE},
    {"add", DXL_MEMORY_ADD},           {"reads_by_format", DXL_MEMORY_READS_BY_FORMAT},
    {"reads", DXL_MEMORY_READS},       {"stores", DXL_MEMORY_STORES},
    {"and", DXL_MEMORY_AND},           {"or", DXL_MEMORY_OR},
    {"xor", DXL_MEMORY_XOR},
    {NULL, 0},
};

static bool check_memory(dxl_reader *reader, const dxl_node *node, void *record, uint64_t given) {
  const dxl_memory_effect *effect = record;
  const dxl_memory_effect_kind kind = effect->kind;
  (void)given;
  const char *missing = NULL;
  const bool only_source =
      kind == DXL_MEMORY_RETURNS_ARGUMENT || kind == DXL_MEMORY_READS || kind == DXL_MEMORY_READS_BY_FORMAT;
  const bool needs_source = only_source || kind == DXL_MEMORY_COPY || kind == DXL_MEMORY_EXCHANGE ||
                            kind == DXL_MEMORY_COMPARE_EXCHANGE || kind == DXL_MEMORY_STORES;
  if (!only_source && !effect->has_destination)
    missing = "destination";
  else if (needs_source && !effect->has_source)
    missing = "source";
  else if ((kind == DXL_MEMORY_COPY || kind == DXL_MEMORY_FILL) && !effect->has_size)
    missing = "size";
  else if (kind == DXL_MEMORY_COMPARE_EXCHANGE && !effect->has_comparand)
    missing = "comparand";
  if (missing)
    dxl_reader_error(reader, node, "this memory effect needs '%s'", missing);
  return !missing;
}

static const dxl_field memory_fields[] = {
    {"effect", DXL_FIELD_CHOICE, true, FIELD(dxl_memory_effect, kind), memory_choices, NULL, NULL, 0},
    {"destination", DXL_FIELD_PLACE, false, FLAGGED(dxl_memory_effect, destination), NULL, NULL, NULL, 0},
    {"source", DXL_FIELD_PLACE, false, FLAGGED(dxl_memory_effect, source), NULL, NULL, NULL, 0},
    {"size", DXL_FIELD_PLACE, false, FLAGGED(dxl_memory_effect, size), NULL, NULL, NULL, 0},
    {"comparand", DXL_FIELD_PLACE, false, FLAGGED(dxl_memory_effect, comparand), NULL, NULL, NULL, 0},
    {"amount", DXL_FIELD_INTEGER, false, FIELD(dxl_memory_effect, amount), NULL, NULL, NULL, 0},
    {"returns_old", DXL_FIELD_BOOL, false, FIELD(dxl_memory_effect, returns_old), NULL, NULL, NULL, 0},
};
const dxl_shape dxl_shape_memory = {
    "a memory effect", sizeof(dxl_memory_effect), memory_fields, COUNT(memory_fields), NULL, check_memory};

static const dxl_choice irql_choices[] = {
    {"raise", DXL_IRQL_RAISE},
    {"raise_to", DXL_IRQL_RAISE_TO},
    {"restore", DXL_IRQL_RESTORE},
    {"lower", DXL_IRQL_LOWER},
    {"restore_lock", DXL_IRQL_RESTORE_LOCK},
    {"query", DXL_IRQL_QUERY},
    {NULL, 0},
};

static void prepare_irql(dxl_reader *reader, const dxl_node *node, void *record) {
  (void)reader;
  (void)node;
  ((dxl_irql_effect *)record)->level = DXL_IRQL_UNKNOWN;
}

static bool check_irql(dxl_reader *reader, const dxl_node *node, void *record, uint64_t given) {
  const dxl_irql_effect *effect = record;
  (void)given;
  const bool needs_level = effect->kind == DXL_IRQL_RAISE || effect->kind == DXL_IRQL_LOWER;
  const bool needs_value =
      effect->kind == DXL_IRQL_RAISE_TO || effect->kind == DXL_IRQL_RESTORE || effect->kind == DXL_IRQL_RESTORE_LOCK;
  const char *missing = needs_level && effect->level == DXL_IRQL_UNKNOWN ? "level"
                        : needs_value && !effect->has_value              ? "value"
                                                                         : NULL;
  if (missing)
    dxl_reader_error(reader, node, "this effect on the IRQL needs '%s'", missing);
  return !missing;
}

static const dxl_field irql_fields[] = {
    {"effect", DXL_FIELD_CHOICE, true, FIELD(dxl_irql_effect, kind), irql_choices, NULL, NULL, 0},
    {"level", DXL_FIELD_LEVEL, false, FIELD(dxl_irql_effect, level), NULL, NULL, NULL, 0},
    {"value", DXL_FIELD_PLACE, false, FLAGGED(dxl_irql_effect, value), NULL, NULL, NULL, 0},
    {"saved", DXL_FIELD_PLACE, false, FLAGGED(dxl_irql_effect, saved), NULL, NULL, NULL, 0},
    {"only_on_success", DXL_FIELD_BOOL, false, FIELD(dxl_irql_effect, only_on_success), NULL, NULL, NULL, 0},
};
const dxl_shape dxl_shape_irql = {
    "an effect on the IRQL", sizeof(dxl_irql_effect), irql_fields, COUNT(irql_fields), prepare_irql, check_irql};

static void prepare_callback(dxl_reader *reader, const dxl_node *node, void *record) {
  (void)reader;
  (void)node;
  ((dxl_rule_callback *)record)->irql = DXL_IRQL_UNKNOWN;
}

static const dxl_field callback_fields[] = {
    {"function", DXL_FIELD_PLACE, true, FIELD(dxl_rule_callback, function), NULL, NULL, NULL, 0},
    {"context", DXL_FIELD_PLACE, false, FLAGGED(dxl_rule_callback, context), NULL, NULL, NULL, 0},
    {"context_argument", DXL_FIELD_UNSIGNED, false, FIELD(dxl_rule_callback, context_argument), NULL, NULL, NULL, 0},
    {"irql", DXL_FIELD_LEVEL, false, FIELD(dxl_rule_callback, irql), NULL, NULL, NULL, 0},
    {"is_synchronous", DXL_FIELD_BOOL, false, FIELD(dxl_rule_callback, is_synchronous), NULL, NULL, NULL, 0},
    {"is_once", DXL_FIELD_BOOL, false, FIELD(dxl_rule_callback, is_once), NULL, NULL, NULL, 0},
    {"result", DXL_FIELD_PLACE, false, FLAGGED(dxl_rule_callback, result), NULL, NULL, NULL, 0},
    {"when", DXL_FIELD_CONDITION, false, FIELD(dxl_rule_callback, when), NULL, NULL, NULL, 0},
};
const dxl_shape dxl_shape_callback = {"a callback",           sizeof(dxl_rule_callback), callback_fields,
                                      COUNT(callback_fields), prepare_callback,          NULL};

// ---- Calls
// -----------------------------------------------------------------------------------------------------------

/// A call and what belongs to it while it is read.
typedef struct read_call {
  dxl_rule_call call;
  DXL_ARRAY(const char *) names;
  dxl_change_keys change;
  dxl_reference version;
} read_call;

static bool read_version(dxl_reader *reader, const dxl_node *node, void *record) {
  read_call *read = record;
  if (node->kind == DXL_NODE_TEXT && node->text[0] >= '0' && node->text[0] <= '9') {
    static const dxl_field number = {"version", DXL_FIELD_UNSIGNED, false, 0, DXL_NO_FLAG, NULL, NULL, NULL, 0};
    return dxl_field_read(reader, node, &number, &read->call.version);
  }
  read->version.at = dxl_reader_position(reader, node);
  read->version.name = dxl_reader_text(reader, node, "a version");
  return read->version.name != NULL;
}

static void prepare_call(dxl_reader *reader, const dxl_node *node, void *record) {
  read_call *read = record;
  (void)node;
  read->call.pack = reader->pack;
  read->call.irql_max = DXL_IRQL_UNKNOWN;
  read->call.irql_min = DXL_IRQL_UNKNOWN;
}

static bool check_call(dxl_reader *reader, const dxl_node *node, void *record, uint64_t given) {
  const read_call *read = record;
  const dxl_rule_call *call = &read->call;
  const char *mistake = NULL;
  (void)given;
  if ((call->name != NULL) == (read->names.count != 0))
    mistake = "a call has a 'name', or 'names' of several that are alike";
  else if (read->names.count && call->patterns.count)
    mistake = "'names' are functions; 'match' goes with 'name'";
  else if (read->change.extends && read->change.replaces)
    mistake = "a rule either extends or replaces";
  else if (call->irql.only_on_success && !call->acquires.count)
    mistake = "'only_on_success' needs an acquire in the same call";
  if (mistake)
    dxl_reader_error(reader, node, "%s", mistake);
  return !mistake;
}

static const dxl_field call_fields[] = {
    {"name", DXL_FIELD_WORD, false, FIELD(read_call, call.name), NULL, NULL, NULL, 0},
    {"names", DXL_FIELD_WORDS, false, FIELD(read_call, names), NULL, NULL, NULL, 0},
    {"extends", DXL_FIELD_BOOL, false, FIELD(read_call, change.extends), NULL, NULL, NULL, 0},
    {"replaces", DXL_FIELD_BOOL, false, FIELD(read_call, change.replaces), NULL, NULL, NULL, 0},
    {"match", DXL_FIELD_RECORDS, false, FIELD(read_call, call.patterns), NULL, &dxl_shape_pattern, NULL, 0},
    {"doc", DXL_FIELD_PAGE, false, FIELD(read_call, call.doc), NULL, NULL, NULL, 0},
    {"irql_max", DXL_FIELD_LEVEL, false, FIELD(read_call, call.irql_max), NULL, NULL, NULL, 0},
    {"irql_min", DXL_FIELD_LEVEL, false, FIELD(read_call, call.irql_min), NULL, NULL, NULL, 0},
    {"irql", DXL_FIELD_RECORD, false, FIELD(read_call, call.irql), NULL, &dxl_shape_irql, NULL, 0},
    {"version", DXL_FIELD_CUSTOM, false, 0, DXL_NO_FLAG, NULL, NULL, read_version, 0},
    {"version_title", DXL_FIELD_TEXT, false, FIELD(read_call, call.version_title), NULL, NULL, NULL, 0},
    {"is_noreturn", DXL_FIELD_BOOL, false, FIELD(read_call, call.is_noreturn), NULL, NULL, NULL, 0},
    {"returns_nonnegative_or_negative", DXL_FIELD_BOOL, false, FIELD(read_call, call.returns_nonnegative_or_negative),
     NULL, NULL, NULL, 0},
    {"has_no_effect", DXL_FIELD_BOOL, false, FIELD(read_call, call.has_no_effect), NULL, NULL, NULL, 0},
    {"may_raise", DXL_FIELD_BOOL, false, FIELD(read_call, call.may_raise), NULL, NULL, NULL, 0},
    {"acquires", DXL_FIELD_RECORDS, false, FIELD(read_call, call.acquires), NULL, &dxl_shape_acquire, NULL, 0},
    {"releases", DXL_FIELD_RECORDS, false, FIELD(read_call, call.releases), NULL, &dxl_shape_release, NULL, 0},
    {"uses", DXL_FIELD_RECORDS, false, FIELD(read_call, call.uses), NULL, &dxl_shape_use, NULL, 0},
    {"transfers", DXL_FIELD_RECORDS, false, FIELD(read_call, call.transfers), NULL, &dxl_shape_transfer, NULL, 0},
    {"contracts", DXL_FIELD_RECORDS, false, FIELD(read_call, call.contracts), NULL, &dxl_shape_contract, NULL, 0},
    {"reads", DXL_FIELD_CUSTOM, false, 0, DXL_NO_FLAG, NULL, NULL, read_reads, 0},
    {"memory", DXL_FIELD_RECORDS, false, FIELD(read_call, call.memory), NULL, &dxl_shape_memory, NULL, 0},
    {"callbacks", DXL_FIELD_RECORDS, false, FIELD(read_call, call.callbacks), NULL, &dxl_shape_callback, NULL, 0},
    {"escapes", DXL_FIELD_PLACES, false, FIELD(read_call, call.escapes), NULL, NULL, NULL, 0},
    {"handles", DXL_FIELD_RECORDS, false, FIELD(read_call, call.handles), NULL, &dxl_shape_link, NULL, 0},
};
// read_reads and dxl_shape_extend take the call for the record.
_Static_assert(offsetof(read_call, call) == 0, "a call stands first in what is read of it");
const dxl_shape dxl_shape_call = {"a call",           sizeof(read_call), call_fields,
                                  COUNT(call_fields), prepare_call,      check_call};

static void add_call(dxl_reader *reader, const dxl_rule_call *call, const dxl_origin *origin) {
  dxl_array_push(&reader->rules->calls, *call);
  dxl_array_push(&reader->rules->loading->calls, *origin);
}

/// Calls of one list of names get arrays of their own, since names of resources are resolved in place.
static void own_arrays(dxl_arena *arena, dxl_rule_call *call) {
  call->acquires.items =
      dxl_arena_copy(arena, call->acquires.items, call->acquires.count * sizeof *call->acquires.items);
  call->releases.items =
      dxl_arena_copy(arena, call->releases.items, call->releases.count * sizeof *call->releases.items);
  call->uses.items = dxl_arena_copy(arena, call->uses.items, call->uses.count * sizeof *call->uses.items);
  call->transfers.items =
      dxl_arena_copy(arena, call->transfers.items, call->transfers.count * sizeof *call->transfers.items);
}

static void set_function(dxl_reader *reader, dxl_rule_call *call, const char *name) {
  dxl_rule_pattern *pattern = dxl_arena_alloc(reader->rules->arena, sizeof *pattern);
  pattern->function = name;
  call->name = name;
  call->patterns.items = pattern;
  call->patterns.count = call->patterns.capacity = 1;
}

void dxl_read_call(dxl_reader *reader, const dxl_node *node) {
  read_call read = {0};
  dxl_origin origin = {.at = dxl_reader_position(reader, node)};
  if (!dxl_shape_read(reader, node, &dxl_shape_call, &read, &origin.given))
    return;
  const uint64_t reads = dxl_shape_bit(&dxl_shape_call, "reads");
  if (origin.given & reads)
    origin.given |= dxl_shape_bit(&dxl_shape_call, "contracts");
  // What names the call is no change of it.
  origin.given &= ~(reads | dxl_shape_bit(&dxl_shape_call, "name") | dxl_shape_bit(&dxl_shape_call, "names") |
                    dxl_shape_bit(&dxl_shape_call, "match") | dxl_shape_bit(&dxl_shape_call, "extends") |
                    dxl_shape_bit(&dxl_shape_call, "replaces") | dxl_shape_bit(&dxl_shape_call, "version"));
  origin.change = read.change.extends    ? DXL_CHANGE_EXTENDS
                  : read.change.replaces ? DXL_CHANGE_REPLACES
                                         : DXL_CHANGE_NONE;
  origin.version = read.version;
  if (read.call.name) {
    if (!read.call.patterns.count)
      set_function(reader, &read.call, read.call.name);
    add_call(reader, &read.call, &origin);
  }
  for (uint32_t i = 0; i < read.names.count; ++i) {
    set_function(reader, &read.call, read.names.items[i]);
    own_arrays(reader->rules->arena, &read.call);
    add_call(reader, &read.call, &origin);
  }
}
