// States, and the sharing of their parts.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/state.h"

// ---- Objects ---------------------------------------------------------------------------------------------------------

static void release_object(dxl_object *object) {
  if (--object->references)
    return;
  dxl_array_free(&object->cells);
  dxl_array_free(&object->layers);
  dxl_release(object);
}

static dxl_object *copy_object(const dxl_object *from) {
  dxl_object *object = dxl_allocate(sizeof *object);
  *object = *from;
  object->references = 1;
  object->cells.items = NULL;
  object->cells.count = object->cells.capacity = 0;
  object->layers.items = NULL;
  object->layers.count = object->layers.capacity = 0;
  if (from->cells.count) {
    dxl_array_reserve(&object->cells, from->cells.count + 1);
    memcpy(object->cells.items, from->cells.items, from->cells.count * sizeof *from->cells.items);
    object->cells.count = from->cells.count;
  }
  if (from->layers.count) {
    dxl_array_reserve(&object->layers, from->layers.count + 1);
    memcpy(object->layers.items, from->layers.items, from->layers.count * sizeof *from->layers.items);
    object->layers.count = from->layers.count;
  }
  return object;
}

/// Place of the base among the objects, or where it would go.
static uint32_t object_place(const dxl_state *state, dxl_term base) {
  uint32_t low = 0, high = state->objects.count;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (state->objects.items[middle]->base < base)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

const dxl_object *dxl_state_object(const dxl_state *state, dxl_term base) {
  uint32_t place = object_place(state, base);
  if (place < state->objects.count && state->objects.items[place]->base == base)
    return state->objects.items[place];
  return NULL;
}

dxl_object *dxl_state_object_writable(dxl_state *state, dxl_term base) {
  uint32_t place = object_place(state, base);
  if (place < state->objects.count && state->objects.items[place]->base == base) {
    dxl_object *object = state->objects.items[place];
    if (object->references > 1) {
      dxl_object *own = copy_object(object);
      object->references--;
      state->objects.items[place] = own;
      return own;
    }
    return object;
  }
  dxl_object *object = dxl_allocate(sizeof *object);
  memset(object, 0, sizeof *object);
  object->references = 1;
  object->base = base;
  dxl_array_push(&state->objects, object);
  memmove(&state->objects.items[place + 1], &state->objects.items[place],
          (state->objects.count - 1 - place) * sizeof(dxl_object *));
  state->objects.items[place] = object;
  return object;
}

void dxl_state_drop_object(dxl_state *state, dxl_term base) {
  uint32_t place = object_place(state, base);
  if (place >= state->objects.count || state->objects.items[place]->base != base)
    return;
  release_object(state->objects.items[place]);
  state->objects.count--;
  memmove(&state->objects.items[place], &state->objects.items[place + 1],
          (state->objects.count - place) * sizeof(dxl_object *));
}

// ---- Facts -----------------------------------------------------------------------------------------------------------

static uint32_t fact_place(const dxl_facts *facts, dxl_term term) {
  uint32_t low = 0, high = facts->count;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (facts->items[middle].term < term)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

const dxl_fact *dxl_state_fact(const dxl_state *state, dxl_term term) {
  if (!state->facts)
    return NULL;
  uint32_t place = fact_place(state->facts, term);
  return place < state->facts->count && state->facts->items[place].term == term ? &state->facts->items[place] : NULL;
}

static uint64_t new_version(void) {
  static _Thread_local uint64_t last;
  return ++last;
}

static dxl_facts *writable_facts(dxl_state *state) {
  dxl_facts *facts = state->facts;
  uint32_t count = facts ? facts->count : 0;
  if (facts && facts->references == 1 && facts->capacity > count) {
    facts->version = new_version();
    return facts;
  }
  uint32_t capacity = count + count / 2 + 8;
  dxl_facts *own = dxl_allocate(sizeof *own + capacity * sizeof(dxl_fact));
  own->version = new_version();
  own->references = 1;
  own->count = count;
  own->capacity = capacity;
  if (facts) {
    memcpy(own->items, facts->items, count * sizeof(dxl_fact));
    if (--facts->references == 0)
      dxl_release(facts);
  }
  state->facts = own;
  return own;
}

dxl_fact *dxl_state_fact_writable(dxl_state *state, dxl_term term) {
  dxl_facts *facts = writable_facts(state);
  uint32_t place = fact_place(facts, term);
  if (place < facts->count && facts->items[place].term == term)
    return &facts->items[place];
  memmove(&facts->items[place + 1], &facts->items[place], (facts->count - place) * sizeof(dxl_fact));
  facts->count++;
  facts->items[place] = (dxl_fact){term, 0, INT64_MIN, INT64_MAX};
  return &facts->items[place];
}

void dxl_state_forget(dxl_state *state, dxl_term term) {
  if (!dxl_state_fact(state, term))
    return;
  dxl_facts *facts = writable_facts(state);
  uint32_t place = fact_place(facts, term);
  facts->count--;
  memmove(&facts->items[place], &facts->items[place + 1], (facts->count - place) * sizeof(dxl_fact));
}

void dxl_state_set_facts(dxl_state *state, const dxl_fact *items, uint32_t count) {
  if (state->facts && --state->facts->references == 0)
    dxl_release(state->facts);
  state->facts = NULL;
  if (!count)
    return;
  dxl_facts *facts = dxl_allocate(sizeof *facts + (count + 8) * sizeof(dxl_fact));
  facts->version = new_version();
  facts->references = 1;
  facts->count = count;
  facts->capacity = count + 8;
  memcpy(facts->items, items, count * sizeof(dxl_fact));
  state->facts = facts;
}

// ---- Holdings --------------------------------------------------------------------------------------------------------

dxl_holding *dxl_state_holding(const dxl_state *state, dxl_term value, uint32_t resource) {
  for (uint32_t i = 0; i < state->holdings.count; i++) {
    dxl_holding *holding = &state->holdings.items[i];
    if (holding->value == value && (resource == UINT32_MAX || holding->resource == resource))
      return holding;
  }
  return NULL;
}

dxl_holding *dxl_state_add_holding(dxl_state *state, dxl_term value, uint32_t resource) {
  uint32_t place = 0;
  while (place < state->holdings.count &&
         (state->holdings.items[place].value < value ||
          (state->holdings.items[place].value == value && state->holdings.items[place].resource <= resource)))
    place++;
  dxl_holding fresh = {.value = value, .resource = resource, .count = 1};
  dxl_array_push(&state->holdings, fresh);
  memmove(&state->holdings.items[place + 1], &state->holdings.items[place],
          (state->holdings.count - 1 - place) * sizeof fresh);
  state->holdings.items[place] = fresh;
  return &state->holdings.items[place];
}

// ---- States ----------------------------------------------------------------------------------------------------------

dxl_state *dxl_state_new(void) {
  dxl_state *state = dxl_allocate(sizeof *state);
  memset(state, 0, sizeof *state);
  return state;
}

dxl_state *dxl_state_copy(const dxl_state *from) {
  dxl_state *state = dxl_allocate(sizeof *state);
  *state = *from;
  state->objects.items = NULL;
  state->objects.count = state->objects.capacity = 0;
  state->holdings.items = NULL;
  state->holdings.count = state->holdings.capacity = 0;
  if (from->objects.count) {
    dxl_array_reserve(&state->objects, from->objects.count + 2);
    memcpy(state->objects.items, from->objects.items, from->objects.count * sizeof(dxl_object *));
    state->objects.count = from->objects.count;
    for (uint32_t i = 0; i < from->objects.count; i++)
      from->objects.items[i]->references++;
  }
  if (from->holdings.count) {
    dxl_array_reserve(&state->holdings, from->holdings.count + 1);
    memcpy(state->holdings.items, from->holdings.items, from->holdings.count * sizeof *from->holdings.items);
    state->holdings.count = from->holdings.count;
  }
  if (state->facts)
    state->facts->references++;
  return state;
}

void dxl_state_free(dxl_state *state) {
  if (!state)
    return;
  for (uint32_t i = 0; i < state->objects.count; i++)
    release_object(state->objects.items[i]);
  dxl_array_free(&state->objects);
  dxl_array_free(&state->holdings);
  if (state->facts && --state->facts->references == 0)
    dxl_release(state->facts);
  dxl_release(state);
}
