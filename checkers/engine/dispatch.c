// Classes of objects: what stands in the place of the pointers to tables of virtual methods, and who implements a method.
// Invariant: each base class with virtual methods, wherever it lies in an object, has a word at its start that says of which
// class the whole object is and how far in front of the base it begins. Methods get the address of the part of their class.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/internal.h"

/// A class stands in such a word as this, its number and the place of the base in it.
#define CLASS_TAG ((int64_t)1 << 52)
enum { TAG_NUMBER_BITS = 24, TAG_NUMBER_LIMIT = 1 << TAG_NUMBER_BITS };
#define TAG_OFFSET_LIMIT ((uint64_t)1 << 26)

/// Base classes of one class that are looked at.
enum { BASES_LIMIT = 256 };

static dxl_term tag_of(dxl_terms *terms, const dxl_ir_record *record, uint64_t offset) {
  return dxl_term_integer(terms, CLASS_TAG + (int64_t)(offset << TAG_NUMBER_BITS) + (int64_t)record->index);
}

/// The class that such a word names, NULL where it is none; `offset` of the base in it.
static const dxl_ir_record *class_of(const dxl_engine *engine, dxl_term tag, uint64_t *offset) {
  if (!dxl_term_is_integer(&engine->terms, tag))
    return NULL;
  const int64_t value = dxl_term_get(&engine->terms, tag)->value - CLASS_TAG;
  if (value < 0 || value >= CLASS_TAG)
    return NULL;
  const uint64_t number = (uint64_t)value & (TAG_NUMBER_LIMIT - 1);
  *offset = (uint64_t)value >> TAG_NUMBER_BITS;
  return number < engine->module->records.count ? engine->module->records.items[number] : NULL;
}

/// The n-th base class of a class as its field.
static const dxl_ir_field *base_field(const dxl_ir_record *record, uint32_t n) {
  for (uint32_t i = 0; i < record->fields.count; i++)
    if (record->fields.items[i].is_base && record->fields.items[i].type->record && n-- == 0)
      return &record->fields.items[i];
  return NULL;
}

void dxl_set_class(dxl_engine *engine, dxl_state *state, dxl_term object, const dxl_ir_record *record) {
  dxl_terms *terms = &engine->terms;
  if (record->index >= TAG_NUMBER_LIMIT)
    return;
  const dxl_address at = dxl_resolve_address(terms, state, object);
  struct {
    const dxl_ir_record *record;
    uint64_t offset;
  } parts[BASES_LIMIT] = {{record, 0}};
  uint32_t count = 1;
  for (uint32_t i = 0; i < count; i++) {
    const uint64_t offset = parts[i].offset;
    // A first base shares the word with what is derived from it.
    if (i == 0 || offset != 0)
      dxl_memory_write(terms, state, at, (int64_t)offset * 8, 64, tag_of(terms, record, offset));
    const dxl_ir_field *base;
    for (uint32_t k = 0; (base = base_field(parts[i].record, k)) != NULL && count < BASES_LIMIT; k++) {
      const dxl_ir_record *inner = base->type->record;
      if (!inner->is_polymorphic || base->offset >= TAG_OFFSET_LIMIT - offset)
        continue;
      parts[count].record = inner;
      parts[count++].offset = offset + base->offset;
    }
  }
}

typedef struct search {
  const dxl_ir_record *base;
  uint64_t near; ///< of several, that which this offset lies in
  uint32_t steps;
  bool is_found;
  uint64_t offset;
} search;

static void search_base(search *s, const dxl_ir_record *record, uint64_t start) {
  if (++s->steps > BASES_LIMIT)
    return;
  if (record == s->base) {
    const bool is_near = s->near >= start && s->near - start < record->size;
    if (!s->is_found || is_near)
      s->offset = start;
    s->is_found = true;
    return;
  }
  const dxl_ir_field *base;
  for (uint32_t i = 0; (base = base_field(record, i)) != NULL; i++)
    search_base(s, base->type->record, start + base->offset);
}

/// Where a base lies in an object of a class. Of several of that class it is the one at or around `near`.
static bool find_base(const dxl_ir_record *record, const dxl_ir_record *base, uint64_t near, uint64_t *offset) {
  search s = {.base = base, .near = near};
  if (base)
    search_base(&s, record, 0);
  *offset = s.offset;
  return s.is_found;
}

static const char *implementation_in(const dxl_engine *engine, const dxl_ir_record *record, const char *method) {
  for (uint32_t i = 0; i < engine->module->overrides.count; i++) {
    const dxl_ir_override *entry = &engine->module->overrides.items[i];
    if (entry->record == record && strcmp(entry->method, method) == 0)
      return entry->implementation;
  }
  const dxl_ir_field *base;
  for (uint32_t i = 0; (base = base_field(record, i)) != NULL; i++) {
    const char *found = implementation_in(engine, base->type->record, method);
    if (found)
      return found;
  }
  return NULL;
}

/// The class that a method was first declared in: the one of those that have it without a base that has it.
static const dxl_ir_record *introduced_in(const dxl_engine *engine, const char *method) {
  for (uint32_t i = 0; i < engine->module->overrides.count; i++) {
    const dxl_ir_override *entry = &engine->module->overrides.items[i];
    if (strcmp(entry->method, method) != 0)
      continue;
    bool is_first = true;
    const dxl_ir_field *base;
    for (uint32_t k = 0; is_first && (base = base_field(entry->record, k)) != NULL; k++)
      for (uint32_t j = 0; is_first && j < engine->module->overrides.count; j++)
        is_first = engine->module->overrides.items[j].record != base->type->record ||
                   strcmp(engine->module->overrides.items[j].method, method) != 0;
    if (is_first)
      return entry->record;
  }
  return NULL;
}

static void add_method(dxl_engine *engine, dxl_methods *list, const char *name, dxl_term object, uint64_t from,
                       uint64_t to) {
  const dxl_ir_function *function = name ? dxl_ir_function_find(engine->module, name) : NULL;
  if (!function)
    return;
  for (uint32_t i = 0; i < list->count; i++)
    if (list->items[i].function == function->index)
      return;
  dxl_method method = {.function = function->index,
                       .object = dxl_term_add(&engine->terms, object, (int64_t)(to - from))};
  dxl_array_push(list, method);
}

/// The one class whose objects have that implementation of a method; NULL where several have.
static const dxl_ir_record *find_class(const dxl_engine *engine, const char *method, uint32_t implementation) {
  const char *name = engine->module->functions.items[implementation]->name;
  const dxl_ir_record *only = NULL;
  for (uint32_t i = 0; i < engine->module->records.count; i++) {
    const char *found = implementation_in(engine, engine->module->records.items[i], method);
    if (!found || strcmp(found, name) != 0)
      continue;
    if (only)
      return NULL;
    only = engine->module->records.items[i];
  }
  return only;
}

/// As find_class, which looks at all classes, and is asked the same again and again.
static const dxl_ir_record *class_with(dxl_engine *engine, const char *method, uint32_t implementation) {
  const uint64_t key[2] = {(uint64_t)(uintptr_t)method, implementation};
  bool is_new;
  uint64_t *slot = dxl_map_put(engine->classes, key, sizeof key, &is_new);
  if (is_new) {
    const dxl_ir_record *record = find_class(engine, method, implementation);
    *slot = record ? record->index + 1 : 0;
  }
  return *slot ? engine->module->records.items[*slot - 1] : NULL;
}

static dxl_term tag_at(dxl_engine *engine, const dxl_state *state, dxl_address address) {
  const dxl_scalar scalar = DXL_POINTER_SCALAR;
  const dxl_term tag = dxl_memory_read(&engine->terms, (dxl_state *)(uintptr_t)state, address, 0, scalar);
  return dxl_resolve(&engine->terms, state, tag);
}

dxl_term dxl_whole_object(dxl_engine *engine, const dxl_state *state, dxl_term object) {
  const dxl_term tag = tag_at(engine, state, dxl_resolve_address(&engine->terms, state, object));
  uint64_t offset = 0;
  return class_of(engine, tag, &offset) ? dxl_term_add(&engine->terms, object, -(int64_t)offset) : object;
}

// ---- Classes of which there are objects --------------------------------------------------------------------------------------

/// Whether an argument is the part of a base class in the object that a constructor makes, or that object itself.
static bool is_part_of_this(const dxl_ir_function *function, const dxl_ir_block *block, uint32_t before, dxl_ir_operand argument) {
  for (uint32_t i = before; argument.kind == DXL_IR_REGISTER && i-- > 0;) {
    const dxl_ir_instruction *instruction = &block->instructions.items[i];
    if (instruction->result != argument.index)
      continue;
    if (instruction->opcode == DXL_IR_LOAD)
      return instruction->a.kind == DXL_IR_LOCAL && instruction->a.index == 0; // this
    if (instruction->opcode != DXL_IR_FIELD || instruction->record != function->class_record)
      return false;
    const dxl_ir_field *base;
    bool is_base = !instruction->field;
    for (uint32_t n = 0; !is_base && (base = base_field(instruction->record, n)) != NULL; n++)
      is_base = base->offset == instruction->offset && strcmp(base->name, instruction->field) == 0;
    if (!is_base)
      return false;
    argument = instruction->a;
  }
  return false;
}

/// A class is made where its constructor is called for something else than a part of what another constructor makes.
static void find_made_classes(dxl_engine *engine) {
  const dxl_ir_module *module = engine->module;
  engine->made_classes = dxl_allocate((module->records.count + 1) * sizeof(bool));
  memset(engine->made_classes, 0, (module->records.count + 1) * sizeof(bool));
  for (uint32_t n = 0; n < module->functions.count; n++) {
    const dxl_ir_function *function = module->functions.items[n];
    for (uint32_t b = 0; b < function->blocks.count; b++)
      for (uint32_t i = 0; i < function->blocks.items[b].instructions.count; i++) {
        const dxl_ir_instruction *instruction = &function->blocks.items[b].instructions.items[i];
        if (instruction->opcode == DXL_IR_SET_CLASS && !function->is_constructor && !function->is_destructor)
          engine->made_classes[instruction->record->index] = true;
        if (instruction->opcode != DXL_IR_CALL || instruction->call->callee.kind != DXL_IR_FUNCTION ||
            !instruction->call->arguments.count)
          continue;
        const dxl_ir_function *callee = module->functions.items[instruction->call->callee.index];
        if (callee->is_constructor && callee->class_record &&
            !(function->is_constructor &&
              is_part_of_this(function, &function->blocks.items[b], i, instruction->call->arguments.items[0])))
          engine->made_classes[callee->class_record->index] = true;
      }
  }
}

/// Whether objects of a class that has the method are made anywhere; where none are, others may make them.
static bool has_made_class(dxl_engine *engine, const char *method) {
  if (!engine->made_classes)
    find_made_classes(engine);
  for (uint32_t i = 0; i < engine->module->overrides.count; i++) {
    const dxl_ir_override *entry = &engine->module->overrides.items[i];
    if (engine->made_classes[entry->record->index] && strcmp(entry->method, method) == 0)
      return true;
  }
  return false;
}

void dxl_find_virtual(dxl_engine *engine, const dxl_state *state, const dxl_ir_call *call, dxl_term object,
                      dxl_methods *list) {
  dxl_terms *terms = &engine->terms;
  const dxl_ir_module *module = engine->module;
  const char *method = call->virtual_method;
  const dxl_address address = dxl_resolve_address(terms, state, object);
  const dxl_term tag = tag_at(engine, state, address);
  uint64_t from = 0, to = 0;
  const dxl_ir_record *record = class_of(engine, tag, &from);
  const char *name = record ? implementation_in(engine, record, method) : NULL;
  const dxl_ir_function *function = name ? dxl_ir_function_find(module, name) : NULL;
  if (function) {
    if (!find_base(record, function->class_record, from, &to))
      to = from;
    add_method(engine, list, name, object, from, to);
    return;
  }
  // An object of our own whose class was lost at a join is not one of every class: anybody may be called.
  const dxl_symbol *made = dxl_term_symbol(terms, address.base);
  if (made && made->is_fresh)
    return;
  const dxl_ir_record *first = introduced_in(engine, method);
  const bool is_made = has_made_class(engine, method);
  for (uint32_t i = 0; i < module->overrides.count; i++) {
    const dxl_ir_override *entry = &module->overrides.items[i];
    if (strcmp(entry->method, method) != 0 || (is_made && !engine->made_classes[entry->record->index]))
      continue;
    function = entry->implementation ? dxl_ir_function_find(module, entry->implementation) : NULL;
    // The call is through the class that declared the method first.
    if (!function || !function->class_record || !find_base(function->class_record, first, 0, &from))
      from = 0;
    add_method(engine, list, entry->implementation, object, from, 0);
  }
  if (!is_made)
    add_method(engine, list, method, object, 0, 0);
  if (list->count < 2 || list->count > DXL_LIMIT_TARGETS || !dxl_term_symbol(terms, tag))
    return;
  list->has_conditions = true;
  for (uint32_t i = 0; i < list->count; i++) {
    record = class_with(engine, method, list->items[i].function);
    if (!record || record->index >= TAG_NUMBER_LIMIT || !find_base(record, first, 0, &from) || from >= TAG_OFFSET_LIMIT)
      continue;
    list->items[i].condition = dxl_term_truth(terms, dxl_term_equal(terms, tag, tag_of(terms, record, from)));
  }
}
