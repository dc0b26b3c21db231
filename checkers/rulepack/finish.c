// What joins the files of a rule set: records that extend or replace others, names, and the indices.
// Invariant afterwards: every call pattern, resource id, entry type and object name is there once.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <stdio.h>
#include <string.h>

#include "rulepack/place.h"
#include "rulepack/reader.h"

typedef struct finisher {
  dxl_rules *rules;
  dxl_rule_errors *errors;
  bool fine;
} finisher;

static void fail(finisher *state, dxl_position at, const char *message) {
  dxl_rules_add_error(state->rules, state->errors, at, "%s", message);
  state->fine = false;
}

static const char *place_of(finisher *state, dxl_position at) {
  return dxl_arena_format(state->rules->arena, "%s:%u", at.file, at.line);
}

// ---- Records with one key: resources, entries, objects
// -----------------------------------------------------------------

/// An array of records that are told apart by a text.
typedef struct keyed {
  void *items; ///< the records, which all have an origin
  uint32_t *count;
  dxl_origins *origins;
  size_t size, key; ///< of a record; offset of its key
  const dxl_shape *shape;
  const char *what;
} keyed;

static char *item_of(const keyed *all, uint32_t n) { return (char *)all->items + n * all->size; }

static const char *key_of(const keyed *all, uint32_t n) {
  const char *key;
  memcpy(&key, item_of(all, n) + all->key, sizeof key);
  return key;
}

/// Members are no plain values of a shape.
static void extend_given(dxl_rule_object *to, const dxl_rule_object *from) {
  if (from->given.member)
    to->given = from->given;
  if (from->absent.member)
    to->absent = from->absent;
}

/// Whose findings they are that only an extension asks for.
static void note_reporter(dxl_resource *to, const dxl_resource *from) {
  if ((from->leak_is_reported && !to->leak_is_reported) || (from->double_is_reported && !to->double_is_reported))
    to->reported_by = from->pack;
}

/// Tables of an entry are put behind those that it has; dxl_shape_extend does the rest.
static void extend_tables(dxl_arena *arena, dxl_rule_entry *to, const dxl_rule_entry *from) {
  if (!from->tables.count)
    return;
  dxl_rule_pattern *all = dxl_arena_alloc(arena, (to->tables.count + from->tables.count) * sizeof *all);
  if (to->tables.count)
    memcpy(all, to->tables.items, to->tables.count * sizeof *all);
  memcpy(all + to->tables.count, from->tables.items, from->tables.count * sizeof *all);
  to->tables.items = all;
  to->tables.count += from->tables.count;
  to->tables.capacity = to->tables.count;
}

/// Applies one record to those before it, `kept` of which stay. True when it is one of its own.
static bool apply(finisher *state, const keyed *all, dxl_map *index, uint32_t kept, uint32_t n) {
  const dxl_origin *origin = &all->origins->items[n];
  bool is_new;
  uint64_t *slot = dxl_map_put_text(index, key_of(all, n), &is_new);
  if (is_new) {
    *slot = kept;
    if (origin->change == DXL_CHANGE_NONE)
      return true;
    fail(
        state, origin->at,
        dxl_arena_format(state->rules->arena, "%s '%s' is not there and cannot be changed", all->what, key_of(all, n)));
    return true;
  }
  char *target = item_of(all, (uint32_t)*slot);
  if (origin->change == DXL_CHANGE_NONE) {
    fail(state, origin->at,
         dxl_arena_format(state->rules->arena,
                          "%s '%s' is already there (%s); 'extends: true' adds to it, 'replaces: true' takes its place",
                          all->what, key_of(all, n), place_of(state, all->origins->items[*slot].at)));
  } else if (origin->change == DXL_CHANGE_REPLACES) {
    memcpy(target, item_of(all, n), all->size);
  } else {
    if (all->shape == &dxl_shape_resource)
      note_reporter((void *)target, (const void *)item_of(all, n));
    dxl_shape_extend(state->rules->arena, all->shape, target, item_of(all, n), origin->given);
    if (all->shape == &dxl_shape_entry)
      extend_tables(state->rules->arena, (void *)target, (const void *)item_of(all, n));
    if (all->shape == &dxl_shape_object)
      extend_given((void *)target, (const void *)item_of(all, n));
  }
  return false;
}

static void join(finisher *state, const keyed *all) {
  dxl_map *index = dxl_map_new();
  uint32_t kept = 0;
  for (uint32_t n = 0; n < all->origins->count; ++n) {
    if (!apply(state, all, index, kept, n))
      continue;
    if (kept != n) {
      memcpy(item_of(all, kept), item_of(all, n), all->size);
      all->origins->items[kept] = all->origins->items[n];
    }
    ++kept;
  }
  *all->count = kept;
  all->origins->count = kept;
  dxl_map_free(index);
}

// ---- Calls
// -------------------------------------------------------------------------------------------------------------

static const char *member_key(char *buffer, size_t size, const char *record, const char *member) {
  snprintf(buffer, size, "%s.%s", record, member);
  return buffer;
}

enum { MEMBER_KEY_SIZE = 512 };

/// The index and the key that a pattern stands under.
static dxl_map *index_of(const dxl_rules *rules, const dxl_rule_pattern *pattern, char *buffer, const char **key) {
  if (pattern->function) {
    *key = pattern->function;
    return rules->by_function;
  }
  if (pattern->type_name) {
    *key = pattern->type_name;
    return rules->by_type;
  }
  *key = member_key(buffer, MEMBER_KEY_SIZE, pattern->record, pattern->member);
  return rules->by_member;
}

static const char *pattern_text(const dxl_rule_pattern *pattern, char *buffer) {
  return pattern->function    ? pattern->function
         : pattern->type_name ? pattern->type_name
                              : member_key(buffer, MEMBER_KEY_SIZE, pattern->record, pattern->member);
}

/// A rule is replaced as a whole: all its patterns are free again.
static void give_up(dxl_rules *rules, dxl_rule_call *call) {
  for (uint32_t i = 0; i < call->patterns.count; ++i) {
    char buffer[MEMBER_KEY_SIZE];
    const char *key;
    dxl_map *index = index_of(rules, &call->patterns.items[i], buffer, &key);
    *dxl_map_put_text(index, key, NULL) = 0;
  }
  call->patterns.count = 0;
}

/// A rule that says nothing but its name means the one rule of that name, whatever that matches: it gets its patterns.
static void take_patterns_of_name(dxl_rules *rules, uint32_t n) {
  dxl_rule_call *call = &rules->calls.items[n];
  if (call->patterns.count != 1 || !call->patterns.items[0].function ||
      strcmp(call->patterns.items[0].function, call->name) != 0)
    return;
  const uint64_t *slot = dxl_map_get_text(rules->by_function, call->name);
  if (slot && *slot)
    return;
  const dxl_rule_call *found = NULL;
  for (uint32_t i = 0; i < n; ++i) {
    const dxl_rule_call *other = &rules->calls.items[i];
    if (!other->patterns.count || strcmp(other->name, call->name) != 0)
      continue;
    if (found)
      return; // of two, neither
    found = other;
  }
  if (!found)
    return;
  const size_t size = found->patterns.count * sizeof *found->patterns.items;
  call->patterns.items = dxl_arena_copy(rules->arena, found->patterns.items, size);
  call->patterns.count = call->patterns.capacity = found->patterns.count;
}

/// Takes the patterns of a call that another one has already, with a message, or away from the other.
static void claim(finisher *state, uint32_t n) {
  dxl_rules *rules = state->rules;
  dxl_rule_call *call = &rules->calls.items[n];
  const dxl_origin *origin = &rules->loading->calls.items[n];
  uint32_t kept = 0, replaced = 0;
  for (uint32_t i = 0; i < call->patterns.count; ++i) {
    char buffer[MEMBER_KEY_SIZE];
    const char *key;
    bool is_new;
    dxl_map *index = index_of(rules, &call->patterns.items[i], buffer, &key);
    uint64_t *slot = dxl_map_put_text(index, key, &is_new);
    const bool is_free = is_new || !*slot;
    if (!is_free && origin->change != DXL_CHANGE_REPLACES) {
      const char *first = place_of(state, rules->loading->calls.items[*slot - 1].at);
      fail(
          state, origin->at,
          dxl_arena_format(rules->arena,
                           "'%s' already has a rule (%s); 'extends: true' adds to it, 'replaces: true' takes its place",
                           pattern_text(&call->patterns.items[i], buffer), first));
      continue;
    }
    if (!is_free && *slot != n + 1) {
      ++replaced;
      give_up(rules, &rules->calls.items[*slot - 1]); // sets slots that exist, so that this one stays in place
    }
    *slot = n + 1;
    call->patterns.items[kept++] = call->patterns.items[i];
  }
  call->patterns.count = kept;
  if (origin->change == DXL_CHANGE_REPLACES && !replaced)
    fail(state, origin->at, dxl_arena_format(rules->arena, "there is no rule for '%s' to be replaced", call->name));
}

/// Adds what a call says to the rules of all its patterns.
static void extend(finisher *state, uint32_t n) {
  dxl_rules *rules = state->rules;
  dxl_rule_call *call = &rules->calls.items[n];
  const dxl_origin *origin = &rules->loading->calls.items[n];
  uint64_t done = 0;
  for (uint32_t i = 0; i < call->patterns.count; ++i) {
    char buffer[MEMBER_KEY_SIZE];
    const char *key;
    const dxl_map *index = index_of(rules, &call->patterns.items[i], buffer, &key);
    const uint64_t *slot = dxl_map_get_text(index, key);
    if (!slot || !*slot) {
      fail(state, origin->at,
           dxl_arena_format(rules->arena, "there is no rule for '%s' to be extended",
                            pattern_text(&call->patterns.items[i], buffer)));
      continue;
    }
    if (*slot == done)
      continue;
    done = *slot;
    dxl_rule_call *target = &rules->calls.items[*slot - 1];
    dxl_shape_extend(rules->arena, &dxl_shape_call, target, call, origin->given);
    if (call->version)
      target->version = call->version;
    if (origin->version.name)
      rules->loading->calls.items[*slot - 1].version = origin->version;
  }
  call->patterns.count = 0;
}

static void join_calls(finisher *state) {
  for (uint32_t n = 0; n < state->rules->calls.count; ++n) {
    const dxl_change change = state->rules->loading->calls.items[n].change;
    if (change != DXL_CHANGE_NONE)
      take_patterns_of_name(state->rules, n);
    if (change == DXL_CHANGE_EXTENDS)
      extend(state, n);
    else
      claim(state, n);
  }
}

static uint32_t keep_calls(dxl_rules *rules) {
  uint32_t kept = 0;
  for (uint32_t n = 0; n < rules->calls.count; ++n)
    if (rules->calls.items[n].patterns.count) {
      rules->calls.items[kept] = rules->calls.items[n];
      rules->loading->calls.items[kept++] = rules->loading->calls.items[n];
    }
  return kept;
}

/// By its name alone a member is known where it means the same in all records that have it.
static void index_bare_member(dxl_map *index, const char *member, uint64_t number) {
  char buffer[MEMBER_KEY_SIZE];
  bool is_new;
  uint64_t *slot = dxl_map_put_text(index, member_key(buffer, sizeof buffer, "", member), &is_new);
  *slot = is_new || *slot == number ? number : 0;
}

static void index_calls(dxl_rules *rules) {
  for (uint32_t n = 0; n < rules->calls.count; ++n)
    for (uint32_t i = 0; i < rules->calls.items[n].patterns.count; ++i) {
      char buffer[MEMBER_KEY_SIZE];
      const char *key;
      dxl_map *index = index_of(rules, &rules->calls.items[n].patterns.items[i], buffer, &key);
      *dxl_map_put_text(index, key, NULL) = n + 1;
      if (index == rules->by_member)
        index_bare_member(index, rules->calls.items[n].patterns.items[i].member, n + 1);
    }
}

// ---- Names
// -------------------------------------------------------------------------------------------------------------

static bool resolve(finisher *state, dxl_map *resources, uint32_t *index) {
  const dxl_reference *reference = &state->rules->loading->references.items[*index];
  const uint64_t *slot = dxl_map_get_text(resources, reference->name);
  if (slot) {
    *index = (uint32_t)*slot;
    return true;
  }
  const uint32_t count = state->rules->resources.count;
  const char **names = dxl_allocate(count * sizeof *names);
  for (uint32_t i = 0; i < count; ++i)
    names[i] = state->rules->resources.items[i].id;
  const char *nearest = dxl_rules_nearest(reference->name, names, count);
  dxl_release(names);
  fail(state, reference->at,
       nearest ? dxl_arena_format(state->rules->arena, "unknown resource '%s' (did you mean '%s'?)", reference->name,
                                  nearest)
               : dxl_arena_format(state->rules->arena, "unknown resource '%s'", reference->name));
  return false;
}

/// Resolves the resources of a list of rules; those that cannot be are left out.
#define RESOLVE_ALL(list)                                                                                              \
  do {                                                                                                                 \
    uint32_t kept = 0;                                                                                                 \
    for (uint32_t i = 0; i < (list).count; ++i)                                                                        \
      if (resolve(state, resources, &(list).items[i].resource))                                                        \
        (list).items[kept++] = (list).items[i];                                                                        \
    (list).count = kept;                                                                                               \
  } while (0)

static void resolve_version(finisher *state, dxl_rule_call *call, const dxl_reference *reference) {
  const struct dxl_rules_loading *loading = state->rules->loading;
  for (uint32_t i = 0; reference->name && i < loading->versions.count; ++i)
    if (strcmp(loading->versions.items[i].name, reference->name) == 0) {
      call->version = (uint32_t)loading->versions.items[i].value;
      if (!call->version_title)
        call->version_title = loading->versions.items[i].title;
      return;
    }
  if (reference->name)
    fail(state, reference->at, dxl_arena_format(state->rules->arena, "unknown version '%s'", reference->name));
}

static void resolve_names(finisher *state) {
  dxl_rules *rules = state->rules;
  dxl_map *resources = dxl_map_new();
  for (uint32_t i = 0; i < rules->resources.count; ++i)
    *dxl_map_put_text(resources, rules->resources.items[i].id, NULL) = i;
  for (uint32_t n = 0; n < rules->calls.count; ++n) {
    dxl_rule_call *call = &rules->calls.items[n];
    resolve_version(state, call, &rules->loading->calls.items[n].version);
    RESOLVE_ALL(call->acquires);
    RESOLVE_ALL(call->releases);
    RESOLVE_ALL(call->uses);
    RESOLVE_ALL(call->transfers);
  }
  dxl_map_free(resources);
}

// ---- Entries and objects
// -------------------------------------------------------------------------------------------------

static void index_entries(finisher *state) {
  dxl_rules *rules = state->rules;
  for (uint32_t n = 0; n < rules->entries.count; ++n) {
    dxl_rule_entry *entry = &rules->entries.items[n];
    *dxl_map_put_text(rules->by_entry, entry->type_name, NULL) = n + 1;
    if (entry->function)
      *dxl_map_put_text(rules->by_entry_function, entry->function, NULL) = n + 1;
    for (uint32_t i = 0; i < entry->tables.count; ++i) {
      char buffer[MEMBER_KEY_SIZE];
      bool is_new;
      index_bare_member(rules->by_entry_member, entry->tables.items[i].member, n + 1);
      uint64_t *slot = dxl_map_put_text(
          rules->by_entry_member,
          member_key(buffer, sizeof buffer, entry->tables.items[i].record, entry->tables.items[i].member), &is_new);
      if (is_new)
        *slot = n + 1;
      else
        fail(state, rules->loading->entries.items[n].at,
             dxl_arena_format(rules->arena, "'%s' already belongs to the entry point '%s'", buffer,
                              rules->entries.items[*slot - 1].type_name));
    }
  }
}

static void check_entry(finisher *state, dxl_position at, const char *type_name) {
  if (type_name && !dxl_map_get_text(state->rules->by_entry, type_name))
    fail(state, at, dxl_arena_format(state->rules->arena, "unknown entry point '%s'", type_name));
}

static bool is_object(const dxl_rules *rules, const char *name) {
  for (uint32_t i = 0; i < rules->objects.count; ++i)
    if (strcmp(rules->objects.items[i].name, name) == 0)
      return true;
  return false;
}

static void check_model(finisher *state) {
  const dxl_rules *rules = state->rules;
  for (uint32_t i = 0; i < rules->resources.count; ++i) {
    const dxl_resource *resource = &rules->resources.items[i];
    if (resource->kind_of && !dxl_rules_find_resource(rules, resource->kind_of))
      fail(state, rules->loading->resources.items[i].at,
           dxl_arena_format(rules->arena, "unknown resource '%s'", resource->kind_of));
  }
  for (uint32_t i = 0; i < rules->objects.count; ++i) {
    const dxl_rule_object *object = &rules->objects.items[i];
    const dxl_position at = rules->loading->objects.items[i].at;
    check_entry(state, at, object->create);
    for (uint32_t k = 0; k < object->destroy.count; ++k)
      check_entry(state, at, object->destroy.items[k]);
    if (object->parent && !is_object(rules, object->parent))
      fail(state, at, dxl_arena_format(rules->arena, "unknown object '%s'", object->parent));
  }
  for (uint32_t i = 0; i < rules->entries.count; ++i)
    for (uint32_t k = 0; k < rules->entries.items[i].links.count; ++k)
      if (!is_object(rules, rules->entries.items[i].links.items[k].object))
        fail(state, rules->loading->entries.items[i].at,
             dxl_arena_format(rules->arena, "unknown object '%s'", rules->entries.items[i].links.items[k].object));
  for (uint32_t i = 0; i < rules->calls.count; ++i)
    for (uint32_t k = 0; k < rules->calls.items[i].handles.count; ++k)
      if (!is_object(rules, rules->calls.items[i].handles.items[k].object))
        fail(state, rules->loading->calls.items[i].at,
             dxl_arena_format(rules->arena, "unknown object '%s'", rules->calls.items[i].handles.items[k].object));
}

bool dxl_rules_finish(dxl_rules *rules, dxl_rule_errors *errors) {
  finisher state = {rules, errors, true};
  struct dxl_rules_loading *loading = rules->loading;
  if (loading->is_finished)
    return true;
  loading->is_finished = true;
  const keyed resources = {.items = rules->resources.items,
                           .count = &rules->resources.count,
                           .origins = &loading->resources,
                           .size = sizeof(dxl_resource),
                           .key = offsetof(dxl_resource, id),
                           .shape = &dxl_shape_resource,
                           .what = "the resource"};
  const keyed entries = {.items = rules->entries.items,
                         .count = &rules->entries.count,
                         .origins = &loading->entries,
                         .size = sizeof(dxl_rule_entry),
                         .key = offsetof(dxl_rule_entry, type_name),
                         .shape = &dxl_shape_entry,
                         .what = "the entry point"};
  const keyed objects = {.items = rules->objects.items,
                         .count = &rules->objects.count,
                         .origins = &loading->objects,
                         .size = sizeof(dxl_rule_object),
                         .key = offsetof(dxl_rule_object, name),
                         .shape = &dxl_shape_object,
                         .what = "the object"};
  join(&state, &resources);
  join(&state, &entries);
  join(&state, &objects);
  join_calls(&state);
  const uint32_t kept = keep_calls(rules);
  rules->calls.count = loading->calls.count = kept;
  index_calls(rules);
  resolve_names(&state);
  index_entries(&state);
  check_model(&state);
  return state.fine;
}
