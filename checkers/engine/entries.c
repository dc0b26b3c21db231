// What the entries of a list hold. Where every record that the driver puts into a list holds a live resource in one of its
// members, and that is only ever released together with the record, a record that is found in the list holds one too, also
// where nobody has seen it being put there: a function that takes records out and frees them, and releases what they
// hold on none of its paths, loses it. So does one that takes a record out and forgets it, where others free the records.
//   1. While the driver is explored, notes what is stored to members, what is released, and what records hold as they are
//      put into a list (dxl_entries_...).
//   2. Afterwards the functions that took a record from a list and freed it are explored once more (dxl_run_takers), first
//      to see whether they release what it holds at all, and then for findings.
// Invariant: nothing is adopted from a list of which anything is known that speaks against it.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/internal.h"

/// Activations around a release that are asked whether they take records from lists.
enum { TAKER_DEPTH = 3 };
/// Callers of functions that name a list, above each other.
enum { CALLER_DEPTH = 2 };
/// Pointers behind each other that are followed back to the record that they were read from.
enum { WAYS = 4 };
/// Members of one record that hold something.
enum { HELD_LIMIT = 4 };

/// A member of a record in which resources were seen.
typedef struct member {
  const char *record, *name;
  uint32_t resource;
  bool is_owned;          ///< something that the driver acquired was stored there
  bool is_mixed;          ///< something else was, too
  bool is_released_alone; ///< the record stays when what it holds is released
  bool is_released_along; ///< both were released in one call from outside
  bool is_released_now;   ///< by the function that is explored again
  uint32_t function;      ///< where it was acquired
  dxl_ir_location acquired;
} member;

/// Where a resource was stored last, of each member.
typedef struct held {
  uint32_t member;
  dxl_term base;
  int64_t bit;
  uint32_t next; ///< 1 + number of another member that it was stored in, 0 = none
} held;

/// A release of what a member holds, in the call from outside that is under way.
typedef struct release {
  uint32_t member; ///< UINT32_MAX where its name is not known
  dxl_term value, base;
  int64_t bit;
  bool is_alone; ///< the record was seen in its list afterwards
} release;

/// The head of a list, or the links of an entry: a member of a record, or a variable (no record).
typedef struct list {
  const char *record, *name;
} list;

/// What the records hold that are put into a list: at which bits behind their links.
typedef struct contents {
  uint32_t head, links;
  bool is_block;         ///< each record is a block of its own, live when it is put there
  bool is_dealt_with;    ///< the function that is explored again does something with one
  uint32_t resource;     ///< of the block
  int64_t links_at;      ///< where its links are
  uint32_t function;     ///< where it was acquired
  dxl_ir_location acquired;
  uint32_t count;
  struct {
    uint32_t member;
    int64_t bit;
  } items[HELD_LIMIT];
} contents;

struct dxl_entries {
  dxl_strings *names;
  dxl_map *member_numbers, *list_numbers; ///< (record, name) -> 1 + number
  dxl_map *list_members;                  ///< (record, member) of the module -> 1 no list, 2 + number of the list
  dxl_map *addresses;                     ///< address of such a member -> 1 + number of the list
  dxl_map *stored;                        ///< value of a resource -> 1 + number of what is known of it
  dxl_map *exchanged;                     ///< value that was read without a name -> 1 + number of the member
  dxl_map *freed_heads;                   ///< numbers of lists of which records were freed
  dxl_map *open_heads;                    ///< numbers of lists that somebody unknown works on
  dxl_map *blocks;                        ///< adopted record -> 1 + number of its list's contents
  dxl_map *released;                      ///< what is in `releases`: (member, value, base)
  dxl_map *freed;                         ///< bases of memory that the call from outside has released
  DXL_ARRAY(member) members;
  DXL_ARRAY(list) lists;
  DXL_ARRAY(held) helds;
  DXL_ARRAY(release) releases;
  DXL_ARRAY(contents) contents;
  DXL_ARRAY(int64_t) bits_alone; ///< of members without a name that were released alone
  DXL_ARRAY(uint32_t) takers;    ///< functions
  enum { NOTING, TRYING, ADOPTING } stage;
  bool has_lost; ///< the function that is explored again loses something that was adopted
};

// ---- Names -----------------------------------------------------------------------------------------------------------------

typedef struct name_key {
  const char *record, *name;
} name_key;

static name_key key_of(struct dxl_entries *entries, const char *record, const char *name) {
  return (name_key){record ? dxl_strings_intern(entries->names, record) : NULL, dxl_strings_intern(entries->names, name)};
}

static uint32_t member_number(struct dxl_entries *entries, const char *record, const char *name) {
  const name_key key = key_of(entries, record, name);
  bool is_new;
  uint64_t *slot = dxl_map_put(entries->member_numbers, &key, sizeof key, &is_new);
  if (is_new) {
    const member one = {.record = key.record, .name = key.name};
    dxl_array_push(&entries->members, one);
    *slot = entries->members.count;
  }
  return (uint32_t)*slot - 1;
}

static uint32_t list_number(struct dxl_entries *entries, const char *record, const char *name) {
  const name_key key = key_of(entries, record, name);
  bool is_new;
  uint64_t *slot = dxl_map_put(entries->list_numbers, &key, sizeof key, &is_new);
  if (is_new) {
    const list one = {key.record, key.name};
    dxl_array_push(&entries->lists, one);
    *slot = entries->lists.count;
  }
  return (uint32_t)*slot - 1;
}

/// Whether a member is a record with links of the rules.
static bool has_links(const dxl_engine *engine, const dxl_ir_record *record, const char *name) {
  uint64_t offset;
  const dxl_ir_field *field = dxl_ir_field_named(record, name, &offset);
  const dxl_ir_record *type = field && field->type && field->type->kind == DXL_IR_TYPE_RECORD ? field->type->record : NULL;
  for (uint32_t i = 0; type && i < engine->opposites.count; i++)
    if (strcmp(engine->opposites.items[i].record, type->name) == 0)
      return true;
  return false;
}

void dxl_entries_note_address(dxl_engine *engine, const dxl_state *state, const dxl_ir_record *record, const char *name,
                              dxl_term address) {
  struct dxl_entries *entries = engine->entries;
  if (!entries || !record || !name || !engine->opposites.count)
    return;
  const void *const key[2] = {record, name};
  bool is_new;
  uint64_t *slot = dxl_map_put(entries->list_members, key, sizeof key, &is_new);
  if (is_new)
    *slot = has_links(engine, record, name) ? 2 + (uint64_t)list_number(entries, record->name, name) : 1;
  if (*slot < 2)
    return;
  const uint64_t number = *slot - 1;
  const dxl_address at = dxl_resolve_address(&engine->terms, state, address);
  if (!at.index)
    *dxl_map_put_u64(entries->addresses, dxl_term_add(&engine->terms, at.base, at.offset), NULL) = number;
}

/// Number of the list with that head, or of the links there; UINT32_MAX when it is not known.
static uint32_t list_at(dxl_engine *engine, dxl_term base, int64_t offset) {
  const dxl_region *region = dxl_term_region(&engine->terms, base);
  if (region && region->kind == DXL_REGION_GLOBAL && !offset && region->name)
    return list_number(engine->entries, NULL, region->name);
  const uint64_t *slot = dxl_map_get_u64(engine->entries->addresses, dxl_term_add(&engine->terms, base, offset));
  return slot ? (uint32_t)*slot - 1 : UINT32_MAX;
}

// ---- What is seen ------------------------------------------------------------------------------------------------------------

static bool is_fresh(const dxl_engine *engine, dxl_term base) {
  const dxl_symbol *symbol = dxl_term_symbol(&engine->terms, base);
  return symbol && symbol->is_fresh;
}

/// Whether what a member holds can be adopted.
static bool is_adoptable(const dxl_engine *engine, uint32_t resource) {
  const dxl_resource *kind = &engine->rules->resources.items[resource];
  return kind->leak_is_reported && !kind->is_counted &&
         (kind->kind == DXL_RESOURCE_HANDLE || kind->kind == DXL_RESOURCE_MEMORY || kind->kind == DXL_RESOURCE_OBJECT);
}

/// The first place of a value, NULL when it is in no member.
static const held *held_of(const struct dxl_entries *entries, dxl_term value) {
  const uint64_t *slot = dxl_map_get_u64(entries->stored, value);
  return slot && *slot ? &entries->helds.items[*slot - 1] : NULL;
}

static const held *next_of(const struct dxl_entries *entries, const held *one) {
  return one->next ? &entries->helds.items[one->next - 1] : NULL;
}

static void note_held(struct dxl_entries *entries, dxl_term value, uint32_t number, dxl_term base, int64_t bit) {
  uint64_t *slot = dxl_map_put_u64(entries->stored, value, NULL);
  for (uint64_t at = *slot; at; at = entries->helds.items[at - 1].next)
    if (entries->helds.items[at - 1].member == number) {
      entries->helds.items[at - 1].base = base;
      entries->helds.items[at - 1].bit = bit;
      return;
    }
  const held one = {number, base, bit, (uint32_t)*slot};
  dxl_array_push(&entries->helds, one);
  *slot = entries->helds.count;
}

static void note_member(dxl_engine *engine, dxl_state *state, const dxl_scalar *field, dxl_address to, int64_t bit,
                        dxl_term value) {
  struct dxl_entries *entries = engine->entries;
  const dxl_term_node node = *dxl_term_get(&engine->terms, value);
  if (node.kind == DXL_TERM_INTEGER || node.kind == DXL_TERM_UNDEFINED)
    return;
  const dxl_holding *holding = dxl_state_holding(state, value, UINT32_MAX);
  if (holding && holding->state == DXL_HOLDING_FAILED)
    return;
  const dxl_symbol *symbol = dxl_term_symbol(&engine->terms, value);
  if (!holding && symbol && symbol->kind == DXL_SYMBOL_PARAMETER && engine->functions[engine->root].is_called)
    return; // those who call the function say what it is
  const uint32_t number = member_number(entries, field->record, field->member);
  member *one = &entries->members.items[number];
  const bool is_own = holding && holding->state == DXL_HOLDING_LIVE && !holding->is_foreign && holding->acquired &&
                      is_adoptable(engine, holding->resource);
  if (!is_own || (one->is_owned && one->resource != holding->resource)) {
    one->is_mixed = true;
    return;
  }
  if (!one->is_owned) {
    one->is_owned = true;
    one->resource = holding->resource;
    one->function = holding->acquired->function;
    one->acquired = holding->acquired->location;
  }
  note_held(entries, value, number, to.base, to.offset * 8 + bit);
}

/// What the record holds that is put into a list.
static contents contents_of(dxl_engine *engine, const dxl_state *state, dxl_address links, uint32_t head, uint32_t entry) {
  contents found = {.head = head, .links = entry, .links_at = links.offset};
  const dxl_holding *block = dxl_state_holding(state, links.base, UINT32_MAX);
  if (block && block->state == DXL_HOLDING_LIVE && !block->is_foreign && block->acquired &&
      is_adoptable(engine, block->resource)) {
    found.is_block = true;
    found.resource = block->resource;
    found.function = block->acquired->function;
    found.acquired = block->acquired->location;
  }
  for (uint32_t i = 0; i < state->holdings.count && found.count < HELD_LIMIT; i++) {
    const dxl_holding *holding = &state->holdings.items[i];
    const held *one = holding->state == DXL_HOLDING_LIVE ? held_of(engine->entries, holding->value) : NULL;
    while (one && one->base != links.base)
      one = next_of(engine->entries, one);
    if (!one)
      continue;
    found.items[found.count].member = one->member;
    found.items[found.count++].bit = one->bit - links.offset * 8;
  }
  return found;
}

/// Only what all records hold counts.
static void narrow(contents *known, const contents *one) {
  known->is_block &= one->is_block && one->resource == known->resource && one->links_at == known->links_at;
  uint32_t kept = 0;
  for (uint32_t i = 0; i < known->count; i++) {
    bool is_there = false;
    for (uint32_t k = 0; k < one->count && !is_there; k++)
      is_there = one->items[k].member == known->items[i].member && one->items[k].bit == known->items[i].bit;
    if (is_there)
      known->items[kept++] = known->items[i];
  }
  known->count = kept;
}

static void note_link(dxl_engine *engine, dxl_state *state, const dxl_opposite *opposite, dxl_address to, dxl_term value) {
  struct dxl_entries *entries = engine->entries;
  const dxl_address links = dxl_resolve_address(&engine->terms, state, value);
  if (links.index || to.index || links.base == to.base || !is_fresh(engine, links.base))
    return;
  const uint32_t head = list_at(engine, to.base, to.offset - opposite->bit / 8);
  const uint32_t entry = list_at(engine, links.base, links.offset);
  if (head == UINT32_MAX || head == entry) // behind the links of another entry
    return;
  const contents one = contents_of(engine, state, links, head, entry);
  for (uint32_t i = 0; i < entries->contents.count; i++)
    if (entries->contents.items[i].head == head) {
      contents *known = &entries->contents.items[i];
      if (known->links != entry) {
        known->count = 0;
        known->is_block = false;
      }
      narrow(known, &one);
      return;
    }
  dxl_array_push(&entries->contents, one);
}

/// The function that is explored again does something with a record.
static void note_dealt(struct dxl_entries *entries, dxl_term block) {
  const uint64_t *slot = dxl_map_get_u64(entries->blocks, block);
  if (slot)
    entries->contents.items[*slot - 1].is_dealt_with = true;
}

/// Another record is put before an adopted one, or the list is begun anew: it stands somewhere else now. Taking it out puts
/// its own link there.
static void note_moved(dxl_engine *engine, dxl_state *state, const dxl_scalar *field, dxl_address to, int64_t bit,
                       dxl_term value) {
  if (to.index)
    return;
  if (dxl_resolve_address(&engine->terms, state, value).base == to.base)
    note_dealt(engine->entries, to.base); // links to itself: it goes on without a list
  const dxl_cell place = {.bit = to.offset * 8 + bit, .width = field->width};
  const dxl_object *object = dxl_state_object(state, to.base);
  const dxl_term old = object ? dxl_memory_cell(object, &place) : 0;
  const dxl_term block = old ? dxl_term_address(&engine->terms, old).base : 0;
  const uint64_t *slot = block ? dxl_map_get_u64(engine->entries->blocks, block) : NULL;
  const dxl_symbol *symbol = dxl_term_symbol(&engine->terms, value);
  if (!slot || (symbol && symbol->base == block))
    return;
  for (uint32_t i = 0; i < state->holdings.count; i++)
    if (state->holdings.items[i].value == block && state->holdings.items[i].is_entry)
      state->holdings.items[i].is_foreign = true;
}

void dxl_entries_note_store(dxl_engine *engine, dxl_state *state, const dxl_scalar *field, dxl_address to, int64_t bit,
                            dxl_term value) {
  if (dxl_entries_are_adopted(engine) && field->opposite)
    note_moved(engine, state, field, to, bit, dxl_resolve(&engine->terms, state, value));
  if (!engine->entries || engine->entries->stage != NOTING || !field->member || !field->record || field->width != 64)
    return;
  const dxl_region *region = dxl_term_region(&engine->terms, to.base);
  if (region && region->kind == DXL_REGION_LOCAL)
    return;
  value = dxl_resolve(&engine->terms, state, value);
  if (field->opposite)
    note_link(engine, state, field->opposite, to, value);
  else
    note_member(engine, state, field, to, bit, value);
}

/// Whether a pointer was read from a link of a list.
static bool is_from_list(const dxl_engine *engine, dxl_term base) {
  const dxl_symbol *symbol = dxl_term_symbol(&engine->terms, base);
  return symbol && ((symbol->kind == DXL_SYMBOL_MERGED && symbol->forth) ||
                    (symbol->record && symbol->member && dxl_opposite_of(engine, symbol->record, symbol->member)));
}

/// The list of which a record was the first or the last; UINT32_MAX when that is not known.
static uint32_t head_of(dxl_engine *engine, const dxl_symbol *symbol) {
  const dxl_opposite *opposite =
      symbol->record && symbol->member && symbol->base ? dxl_opposite_of(engine, symbol->record, symbol->member) : NULL;
  return opposite && !symbol->index ? list_at(engine, symbol->base, (symbol->bit - opposite->bit) / 8) : UINT32_MAX;
}

static void add_taker(struct dxl_entries *entries, uint32_t function) {
  for (uint32_t i = 0; i < entries->takers.count; i++)
    if (entries->takers.items[i] == function)
      return;
  dxl_array_push(&entries->takers, function);
}

static void note_freed(dxl_engine *engine, const dxl_frame *frame, dxl_term base) {
  *dxl_map_put_u64(engine->entries->freed, base, NULL) = 1;
  if (is_fresh(engine, base) || !is_from_list(engine, base))
    return;
  const uint32_t head = head_of(engine, dxl_term_symbol(&engine->terms, base));
  if (head != UINT32_MAX)
    *dxl_map_put_u64(engine->entries->freed_heads, head, NULL) = 1;
  for (uint32_t i = 0; frame && i < TAKER_DEPTH; i++, frame = frame->parent)
    add_taker(engine->entries, frame->function);
}

void dxl_entries_note_exchange(const dxl_call *call, const dxl_place *place, dxl_term old) {
  const dxl_ir_call *made = call->instruction ? call->instruction->call : NULL;
  if (!call->engine->entries || place->is_return || place->steps.count || !made || place->argument >= made->arguments.count)
    return;
  const dxl_ir_instruction *field = dxl_definition(call->frame->graph, made->arguments.items[place->argument]);
  for (unsigned step = 0; field && field->opcode == DXL_IR_CAST && step < 8; step++)
    field = dxl_definition(call->frame->graph, field->a);
  if (field && field->opcode == DXL_IR_FIELD && field->record && field->field)
    *dxl_map_put_u64(call->engine->entries->exchanged, old, NULL) =
        1 + (uint64_t)member_number(call->engine->entries, field->record->name, field->field);
}

/// The member that a value was read from; UINT32_MAX when it is not known.
static uint32_t member_of(struct dxl_entries *entries, const dxl_symbol *symbol) {
  if (symbol->record && symbol->member)
    return member_number(entries, symbol->record, symbol->member);
  const uint64_t *slot = dxl_map_get_u64(entries->exchanged, symbol->term);
  return slot ? (uint32_t)*slot - 1 : UINT32_MAX;
}

static void note_released(const dxl_call *call, uint32_t number, dxl_term value, dxl_term base, int64_t bit) {
  struct dxl_entries *entries = call->engine->entries;
  const release done = {number, value, dxl_resolve_address(&call->engine->terms, call->state, base).base, bit, false};
  const uint32_t key[3] = {number, value, done.base};
  bool is_new;
  dxl_map_put(entries->released, key, sizeof key, &is_new);
  if (is_new)
    dxl_array_push(&entries->releases, done);
}

void dxl_entries_note_argument(dxl_engine *engine, const dxl_state *state, dxl_term value) {
  if (!dxl_entries_are_adopted(engine) || !dxl_map_count(engine->entries->blocks))
    return;
  dxl_term base = dxl_resolve_address(&engine->terms, state, value).base;
  const dxl_symbol *whole = dxl_term_symbol(&engine->terms, dxl_resolve(&engine->terms, state, value));
  if (whole && whole->base && !whole->is_fresh) // it may be the record, by another way
    for (uint32_t i = 0; i < engine->entries->contents.count; i++)
      engine->entries->contents.items[i].is_dealt_with = true;
  for (uint32_t i = 0; base && i < WAYS; i++) {
    note_dealt(engine->entries, base);
    const dxl_symbol *symbol = dxl_term_symbol(&engine->terms, base);
    base = symbol ? symbol->base : 0;
  }
}

void dxl_entries_note_unknown(dxl_engine *engine, const dxl_state *state, dxl_term value) {
  struct dxl_entries *entries = engine->entries;
  dxl_entries_note_argument(engine, state, value);
  if (!entries || entries->stage != NOTING)
    return;
  const dxl_address at = dxl_resolve_address(&engine->terms, state, value);
  const uint32_t head = at.index ? UINT32_MAX : list_at(engine, at.base, at.offset);
  if (head != UINT32_MAX)
    *dxl_map_put_u64(entries->open_heads, head, NULL) = 1;
}

void dxl_entries_note_release(dxl_call *call, const dxl_resource *resource, dxl_term value) {
  dxl_engine *engine = call->engine;
  struct dxl_entries *entries = engine->entries;
  if (!entries)
    return;
  const held *one = held_of(entries, value);
  if (entries->stage != NOTING) {
    note_dealt(entries, value);
    if (one)
      entries->members.items[one->member].is_released_now = true;
    return;
  }
  const dxl_symbol *symbol = dxl_term_symbol(&engine->terms, value);
  if (!one && symbol && symbol->base && !symbol->is_fresh)
    note_released(call, member_of(entries, symbol), value, symbol->base, symbol->bit);
  for (; one; one = next_of(entries, one))
    note_released(call, one->member, value, one->base, one->bit);
  if (resource->kind == DXL_RESOURCE_MEMORY)
    note_freed(engine, call->frame, dxl_resolve_address(&engine->terms, call->state, value).base);
}

/// Something in a member whose name is not known was released without its record.
static void note_alone(struct dxl_entries *entries, int64_t bit) {
  for (uint32_t i = 0; i < entries->bits_alone.count; i++)
    if (entries->bits_alone.items[i] == bit)
      return;
  dxl_array_push(&entries->bits_alone, bit);
}

void dxl_entries_begin_call(dxl_engine *engine) {
  struct dxl_entries *entries = engine->entries;
  if (!entries)
    return;
  for (uint32_t i = 0; i < entries->releases.count; i++) {
    const release *done = &entries->releases.items[i];
    const bool is_along = !done->is_alone && dxl_map_get_u64(entries->freed, done->base);
    if (done->member == UINT32_MAX && !is_along)
      note_alone(entries, done->bit);
    if (done->member == UINT32_MAX)
      continue;
    if (is_along)
      entries->members.items[done->member].is_released_along = true;
    else
      entries->members.items[done->member].is_released_alone = true;
  }
  entries->releases.count = 0;
  dxl_map_free(entries->freed);
  dxl_map_free(entries->released);
  entries->freed = dxl_map_new();
  entries->released = dxl_map_new();
}

void dxl_entries_forget_terms(dxl_engine *engine) {
  struct dxl_entries *entries = engine->entries;
  dxl_map **maps[] = {&entries->addresses, &entries->stored, &entries->exchanged, &entries->blocks};
  for (size_t i = 0; i < sizeof maps / sizeof *maps; i++) {
    dxl_map_free(*maps[i]);
    *maps[i] = dxl_map_new();
  }
}

// ---- What is made of it ------------------------------------------------------------------------------------------------------

static bool is_certain(const struct dxl_entries *entries, uint32_t number, int64_t bit) {
  const member *one = &entries->members.items[number];
  for (uint32_t i = 0; i < entries->bits_alone.count; i++)
    if (entries->bits_alone.items[i] == bit)
      return false;
  return one->is_owned && one->is_released_along && !one->is_mixed && !one->is_released_alone;
}

/// Drops the members that nothing certain is known of. False when nothing is left.
static bool conclude(struct dxl_entries *entries) {
  bool found = false;
  for (uint32_t i = 0; i < entries->contents.count; i++) {
    contents *one = &entries->contents.items[i];
    const bool is_open = dxl_map_get_u64(entries->open_heads, one->head) != NULL;
    uint32_t kept = 0;
    for (uint32_t k = 0; k < one->count; k++)
      if (!is_open && is_certain(entries, one->items[k].member, one->items[k].bit))
        one->items[kept++] = one->items[k];
    one->count = kept;
    one->is_block &= !is_open && dxl_map_get_u64(entries->freed_heads, one->head) != NULL;
    found |= kept || one->is_block;
  }
  return found;
}

static void hold(dxl_engine *engine, dxl_state *state, dxl_term value, uint32_t kind, uint32_t function,
                 dxl_ir_location location, bool is_entry) {
  const dxl_resource *resource = &engine->rules->resources.items[kind];
  const dxl_frame there = {.function = function};
  const char *text = dxl_text(engine, "%s each entry of the list: %s %s here", is_entry ? "as" : "in", resource->title,
                              resource->acquire_verb);
  const dxl_path *acquired = dxl_trace(engine, &there, state, DXL_STEP_EVENT, location, text);
  dxl_holding *holding = dxl_state_add_holding(state, value, kind);
  holding->state = DXL_HOLDING_LIVE;
  holding->is_status_read = holding->is_left = holding->is_adopted = true;
  holding->is_entry = is_entry;
  holding->count = 1;
  holding->acquired = acquired;
}

/// A value that stands for what is adopted.
static dxl_term adopted_value(dxl_engine *engine, dxl_term entry, uint32_t number, uint32_t resource, bool *is_new) {
  const uint32_t key[3] = {entry, number, engine->root};
  const dxl_term value = dxl_term_symbol_keyed(&engine->terms, DXL_SYMBOL_RESOURCE, key, sizeof key, is_new);
  if (*is_new) {
    dxl_symbol *symbol = dxl_term_symbol(&engine->terms, value);
    symbol->low = 1;
    symbol->resource = resource;
    symbol->is_fresh = engine->rules->resources.items[resource].kind == DXL_RESOURCE_MEMORY;
    symbol->is_filled = true;
  }
  return value;
}

/// The record that the link leads to is a block of its own from now on. 0 where something is known of it.
static dxl_term adopt_entry(dxl_engine *engine, dxl_state *state, uint32_t number, dxl_term entry) {
  const contents *one = &engine->entries->contents.items[number];
  if (dxl_state_object(state, entry))
    return 0;
  bool is_new;
  const dxl_term value = adopted_value(engine, entry, UINT32_MAX - number, one->resource, &is_new);
  if (dxl_state_holding(state, value, one->resource) || dxl_state_object(state, value))
    return 0;
  *dxl_map_put_u64(engine->entries->blocks, value, NULL) = number + 1;
  hold(engine, state, value, one->resource, one->function, one->acquired, true);
  return value;
}

/// The record that stands in the list holds a resource there from now on.
static void adopt(dxl_engine *engine, dxl_state *state, dxl_term entry, uint32_t number, int64_t bit) {
  struct dxl_entries *entries = engine->entries;
  const member *one = &entries->members.items[number];
  const dxl_object *object = dxl_state_object(state, entry);
  for (uint32_t i = 0; object && i < object->cells.count; i++)
    if (object->cells.items[i].bit < bit + 64 && object->cells.items[i].bit + (int64_t)object->cells.items[i].width > bit)
      return;
  if (object && (object->is_dead || object->layers.count))
    return;
  bool is_new;
  const dxl_term value = adopted_value(engine, entry, number, one->resource, &is_new);
  if (dxl_state_holding(state, value, one->resource))
    return;
  if (is_new)
    note_held(entries, value, number, entry, bit);
  dxl_memory_write(&engine->terms, state, (dxl_address){entry, 0, 0}, bit, 64, value);
  hold(engine, state, value, one->resource, one->function, one->acquired, false);
}

/// A record is found in its list although what it held has been released on this path.
static void note_found(dxl_engine *engine, const dxl_state *state, dxl_term value) {
  struct dxl_entries *entries = engine->entries;
  const dxl_term base = dxl_resolve_address(&engine->terms, state, value).base;
  for (uint32_t i = 0; i < state->holdings.count; i++) {
    const dxl_holding *holding = &state->holdings.items[i];
    for (uint32_t k = 0; holding->state == DXL_HOLDING_RELEASED && k < entries->releases.count; k++)
      if (entries->releases.items[k].value == holding->value && entries->releases.items[k].base == base)
        entries->releases.items[k].is_alone = true;
  }
}

/// What stands in a list from which a record is read for the first time.
static dxl_term adopt_all(dxl_engine *engine, dxl_state *state, const dxl_scalar *field, dxl_address from, uint32_t number,
                          dxl_term value) {
  struct dxl_entries *entries = engine->entries;
  const contents *one = &entries->contents.items[number];
  const bool is_trying = entries->stage == TRYING;
  const bool is_adopted = one->is_block && (is_trying || !one->is_dealt_with);
  const dxl_term block = is_adopted ? adopt_entry(engine, state, number, value) : 0;
  const dxl_term base = block ? block : value;
  const int64_t start = block ? one->links_at * 8 : 0;
  for (uint32_t k = 0; k < one->count; k++)
    if (is_trying || !entries->members.items[one->items[k].member].is_released_now)
      adopt(engine, state, base, one->items[k].member, start + one->items[k].bit);
  if (!block)
    return value;
  value = dxl_term_add(&engine->terms, block, one->links_at);
  dxl_memory_write(&engine->terms, state, from, 0, field->width, value);
  // ... and leads back.
  const dxl_term head = dxl_term_add(&engine->terms, from.base, from.offset - field->opposite->bit / 8);
  dxl_memory_write(&engine->terms, state, (dxl_address){block, 0, 0}, one->links_at * 8 + field->opposite->other_bit,
                   field->width, head);
  return value;
}

dxl_term dxl_entries_note_link(dxl_engine *engine, dxl_state *state, const dxl_scalar *field, dxl_address from,
                               dxl_term value) {
  struct dxl_entries *entries = engine->entries;
  if (!entries || from.index)
    return value;
  if (entries->stage == NOTING && entries->releases.count &&
      list_at(engine, from.base, from.offset - field->opposite->bit / 8) != UINT32_MAX)
    note_found(engine, state, value);
  if (entries->stage == NOTING || is_fresh(engine, from.base))
    return value;
  const dxl_symbol *symbol = dxl_term_symbol(&engine->terms, value);
  if (!symbol || (symbol->kind != DXL_SYMBOL_INITIAL && symbol->kind != DXL_SYMBOL_WRITTEN))
    return value;
  const uint32_t head = list_at(engine, from.base, from.offset - field->opposite->bit / 8);
  for (uint32_t i = 0; i < entries->contents.count; i++)
    if (entries->contents.items[i].head == head)
      return adopt_all(engine, state, field, from, i, value);
  return value;
}

bool dxl_entries_are_adopted(const dxl_engine *engine) { return engine->entries && engine->entries->stage != NOTING; }

/// Somebody unknown has got what is adopted: it may be released there.
static void note_escaped(dxl_engine *engine, const dxl_state *state) {
  struct dxl_entries *entries = engine->entries;
  for (uint32_t i = 0; i < state->holdings.count; i++) {
    const dxl_holding *holding = &state->holdings.items[i];
    const held *one = holding->is_adopted && holding->is_escaped ? held_of(entries, holding->value) : NULL;
    if (one)
      entries->members.items[one->member].is_released_now = true;
    if (holding->is_entry && holding->is_escaped)
      note_dealt(entries, holding->value);
  }
}

void dxl_entries_end_root(dxl_engine *engine, const dxl_state *state) {
  if (engine->entries && engine->entries->stage == TRYING)
    note_escaped(engine, state);
}

// ---- Functions that take entries out -----------------------------------------------------------------------------------------

typedef struct search {
  const dxl_engine *engine;
  bool found;
} search;

static bool is_worth(const struct dxl_entries *entries, uint32_t head) {
  for (uint32_t i = 0; i < entries->contents.count; i++)
    if (entries->contents.items[i].head == head)
      return entries->contents.items[i].count || entries->contents.items[i].is_block;
  return false;
}

static bool is_named_worth(const dxl_engine *engine, const char *record, const char *name) {
  const struct dxl_entries *entries = engine->entries;
  const name_key key = key_of(engine->entries, record, name);
  const uint64_t *slot = dxl_map_get(entries->list_numbers, &key, sizeof key);
  if (slot && is_worth(entries, (uint32_t)*slot - 1))
    return true;
  slot = dxl_map_get(entries->member_numbers, &key, sizeof key);
  for (uint32_t i = 0; slot && i < entries->contents.count; i++)
    for (uint32_t k = 0; k < entries->contents.items[i].count; k++)
      if (entries->contents.items[i].items[k].member == *slot - 1)
        return true;
  return false;
}

static void look_for_variable(void *user, const dxl_ir_operand *operand) {
  search *s = user;
  if (operand->kind == DXL_IR_GLOBAL)
    s->found |= is_named_worth(s->engine, NULL, s->engine->module->globals.items[operand->index]->name);
}

/// Whether a function names such a list, or a member that its records have.
static bool names_any(dxl_engine *engine, const dxl_ir_function *function) {
  search s = {engine, false};
  for (uint32_t b = 0; b < function->blocks.count && !s.found; b++)
    for (uint32_t i = 0; i < function->blocks.items[b].instructions.count && !s.found; i++) {
      const dxl_ir_instruction *instruction = &function->blocks.items[b].instructions.items[i];
      dxl_visit_operands(instruction, look_for_variable, &s);
      if (instruction->opcode != DXL_IR_FIELD || !instruction->record || !instruction->field)
        continue;
      s.found |= is_named_worth(engine, instruction->record->name, instruction->field);
    }
  return s.found;
}

/// Whether anything but the links of a record was written.
static bool is_written(const dxl_engine *engine, const dxl_state *state, dxl_term block) {
  const uint64_t *slot = dxl_map_get_u64(engine->entries->blocks, block);
  const dxl_object *object = dxl_state_object(state, block);
  const int64_t links = slot ? engine->entries->contents.items[*slot - 1].links_at * 8 : 0;
  for (uint32_t i = 0; object && i < object->cells.count; i++) {
    const dxl_cell *cell = &object->cells.items[i];
    bool is_link = false;
    for (uint32_t k = 0; k < engine->opposites.count && !is_link; k++)
      is_link = cell->bit == links + engine->opposites.items[k].bit;
    if (!is_link && !held_of(engine->entries, cell->value))
      return true;
  }
  return object && object->layers.count;
}

bool dxl_entries_refuses(dxl_engine *engine, const dxl_state *state, const dxl_claim *claim) {
  struct dxl_entries *entries = engine->entries;
  const dxl_holding *holding = claim->holding;
  if (!holding || !holding->is_adopted)
    return false;
  if (strcmp(claim->check, "dxgk-leak") != 0 || (holding->is_entry && is_written(engine, state, holding->value)))
    return true;
  entries->has_lost = true;
  return entries->stage == TRYING;
}

/// Those that call helpers which name a list take records out by them.
static void add_callers(dxl_engine *engine) {
  struct dxl_entries *entries = engine->entries;
  for (uint32_t level = 0; level < CALLER_DEPTH; level++) {
    const uint32_t known = entries->takers.count;
    for (uint32_t i = 0; i < engine->module->functions.count; i++) {
      const dxl_function_facts *facts = &engine->functions[i];
      bool is_caller = false;
      for (uint32_t k = 0; k < facts->callee_count && facts->graph && !is_caller; k++)
        for (uint32_t n = 0; n < known && !is_caller; n++)
          is_caller = entries->takers.items[n] == engine->callees[facts->first_callee + k];
      if (is_caller)
        add_taker(entries, i);
    }
  }
}

/// Notes the functions that have to do with the lists. Those that nobody has explored are, for what they do there; where one
/// is too much nothing is certain.
static bool look_around(dxl_engine *engine) {
  const uint32_t count = engine->module->functions.count;
  for (uint32_t i = 0; i < count; i++) {
    if (!engine->functions[i].graph || engine->functions[i].rule || !names_any(engine, engine->module->functions.items[i]))
      continue;
    add_taker(engine->entries, i);
    if (engine->functions[i].is_explored)
      continue;
    dxl_run_again(engine, i);
    if (engine->out_of_steps)
      return false;
  }
  add_callers(engine);
  dxl_entries_begin_call(engine);
  return conclude(engine->entries);
}

/// Explores a function for what it loses, where it releases that on none of its ways.
static void run_taker(dxl_engine *engine, uint32_t function) {
  struct dxl_entries *entries = engine->entries;
  for (uint32_t i = 0; i < entries->members.count; i++)
    entries->members.items[i].is_released_now = false;
  for (uint32_t i = 0; i < entries->contents.count; i++)
    entries->contents.items[i].is_dealt_with = false;
  entries->stage = TRYING;
  entries->has_lost = false;
  dxl_run_again(engine, function);
  if (engine->out_of_steps || !entries->has_lost)
    return;
  entries->stage = ADOPTING;
  dxl_run_again(engine, function);
}

void dxl_run_takers(dxl_engine *engine) {
  struct dxl_entries *entries = engine->entries;
  dxl_entries_begin_call(engine);
  if (!conclude(entries))
    return;
  const uint32_t roots = engine->summary->roots;
  engine->is_called_again = true; // only what is adopted is asked about
  if (look_around(engine))
    for (uint32_t i = 0; i < entries->takers.count; i++)
      run_taker(engine, entries->takers.items[i]);
  engine->is_called_again = false;
  engine->summary->roots = roots;
}

void dxl_entries_new(dxl_engine *engine) {
  struct dxl_entries *entries = dxl_allocate(sizeof *entries);
  memset(entries, 0, sizeof *entries);
  entries->names = dxl_strings_new();
  entries->member_numbers = dxl_map_new();
  entries->list_numbers = dxl_map_new();
  entries->list_members = dxl_map_new();
  entries->addresses = dxl_map_new();
  entries->stored = dxl_map_new();
  entries->exchanged = dxl_map_new();
  entries->freed_heads = dxl_map_new();
  entries->open_heads = dxl_map_new();
  entries->released = dxl_map_new();
  entries->blocks = dxl_map_new();
  entries->freed = dxl_map_new();
  engine->entries = entries;
}

void dxl_entries_free(dxl_engine *engine) {
  struct dxl_entries *entries = engine->entries;
  if (!entries)
    return;
  dxl_strings_free(entries->names);
  dxl_map_free(entries->member_numbers);
  dxl_map_free(entries->list_numbers);
  dxl_map_free(entries->list_members);
  dxl_map_free(entries->addresses);
  dxl_map_free(entries->stored);
  dxl_map_free(entries->exchanged);
  dxl_map_free(entries->freed_heads);
  dxl_map_free(entries->open_heads);
  dxl_map_free(entries->released);
  dxl_map_free(entries->blocks);
  dxl_map_free(entries->freed);
  dxl_array_free(&entries->members);
  dxl_array_free(&entries->lists);
  dxl_array_free(&entries->helds);
  dxl_array_free(&entries->releases);
  dxl_array_free(&entries->contents);
  dxl_array_free(&entries->bits_alone);
  dxl_array_free(&entries->takers);
  dxl_release(entries);
  engine->entries = NULL;
}
