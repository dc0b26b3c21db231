// Joins translation units to one driver module (docs/ir.md, section 6).
// Invariants: units are taken in the order given and their parts in index order, so that the result depends on nothing
// else; nothing in the result points into a unit.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <string.h>

#include "ir/ir.h"

/// How the indices of one unit translate to those of the driver.
typedef struct linker {
  dxl_ir_module *to;
  const dxl_ir_module *unit;
  uint32_t *files;
  const dxl_ir_type **types;
  dxl_ir_record **records; // NULL = not decided yet
  uint8_t *record_is_new;  // its fields are to be filled from this unit
  dxl_ir_function **functions;
  dxl_ir_global **globals;
  dxl_map *variants; // record name -> 1 + index in `layouts` of the first one
  DXL_ARRAY(struct layout) layouts;
  dxl_map *seen; // overrides, suppressions and notes that the driver has
} linker;

/// One layout of a record name.
typedef struct layout {
  dxl_ir_record *record;
  uint32_t next; // 1 + index of another layout of the name, 0 = none
} layout;

static const char *text(linker *l, const char *string) { return dxl_ir_text(l->to, string); }

static dxl_ir_location location(linker *l, dxl_ir_location at) {
  if (at.file != DXL_IR_NO_FILE)
    at.file = l->files[at.file];
  at.macro = text(l, at.macro);
  return at;
}

/// "name@unit", with a number behind it when a unit of the same name, or this unit itself, has taken that.
static const char *name_in_unit(linker *l, const dxl_map *taken, const dxl_map *own, const char *name) {
  const char *unique = dxl_arena_format(l->to->arena, "%s@%s", name, l->unit->name);
  for (uint32_t n = 2; dxl_map_get_text(taken, unique) || dxl_map_get_text(own, unique); n++)
    unique = dxl_arena_format(l->to->arena, "%s@%s#%u", name, l->unit->name, n);
  return unique;
}

// ---- Records and types ---------------------------------------------------------------------------------------------

static dxl_ir_record *link_record(linker *l, const dxl_ir_record *record);

/// Equal as far as the layout of a record that has such a field goes: what a pointer points to makes no difference.
static bool same_shape(linker *l, const dxl_ir_type *of_unit, const dxl_ir_type *of_driver) {
  while (of_unit->kind == DXL_IR_TYPE_ARRAY && of_driver->kind == DXL_IR_TYPE_ARRAY) {
    if (of_unit->count != of_driver->count)
      return false;
    of_unit = of_unit->element;
    of_driver = of_driver->element;
  }
  if (of_unit->kind != of_driver->kind)
    return false;
  switch (of_unit->kind) {
  case DXL_IR_TYPE_INTEGER:
  case DXL_IR_TYPE_FLOAT:
    return of_unit->bits == of_driver->bits && of_unit->is_signed == of_driver->is_signed;
  case DXL_IR_TYPE_RECORD:
    return link_record(l, of_unit->record) == of_driver->record;
  default:
    return true;
  }
}

static bool same_layout(linker *l, const dxl_ir_record *of_unit, const dxl_ir_record *of_driver) {
  if (of_unit->size != of_driver->size || of_unit->is_union != of_driver->is_union ||
      of_unit->is_polymorphic != of_driver->is_polymorphic || of_unit->fields.count != of_driver->fields.count)
    return false;
  for (uint32_t i = 0; i < of_unit->fields.count; i++) {
    const dxl_ir_field *a = &of_unit->fields.items[i], *b = &of_driver->fields.items[i];
    if (strcmp(a->name, b->name) != 0 || a->offset != b->offset || a->bit_offset != b->bit_offset ||
        a->bit_width != b->bit_width || a->is_base != b->is_base || !same_shape(l, a->type, b->type))
      return false;
  }
  return true;
}

static const dxl_ir_record *held_record(const dxl_ir_type *type) {
  while (type->kind == DXL_IR_TYPE_ARRAY)
    type = type->element;
  return type->kind == DXL_IR_TYPE_RECORD ? type->record : NULL;
}

/// The driver's layout that a record of the unit has, or a new one. *slot is the head of the name's layouts.
static dxl_ir_record *find_layout(linker *l, const dxl_ir_record *record, uint64_t *slot, bool *is_new) {
  *is_new = false;
  for (uint64_t at = *slot; at; at = l->layouts.items[at - 1].next) {
    dxl_ir_record *known = l->layouts.items[at - 1].record;
    if (!record->is_complete)
      return known;
    *is_new = !known->is_complete; // the first to know the fields fills them in
    if (*is_new || same_layout(l, record, known))
      return known;
  }
  *is_new = true;
  // Without a layout of its own a name can still be taken, by another name's second layout.
  bool is_taken = *slot || dxl_map_get_text(l->to->record_index, record->name);
  const char *name =
      is_taken ? name_in_unit(l, l->to->record_index, l->unit->record_index, record->name) : record->name;
  dxl_ir_record *made = dxl_ir_record_get(l->to, name);
  layout one = {made, 0};
  dxl_array_push(&l->layouts, one);
  if (!*slot) {
    *slot = l->layouts.count;
  } else {
    uint64_t last = *slot;
    while (l->layouts.items[last - 1].next)
      last = l->layouts.items[last - 1].next;
    l->layouts.items[last - 1].next = l->layouts.count;
  }
  return made;
}

/// Decides which record of the driver a record of the unit is. Those that it holds by value are decided before it; the
/// depth of that is bounded as no record holds itself (dxl_ir_verify).
static dxl_ir_record *link_record(linker *l, const dxl_ir_record *record) {
  if (l->records[record->index])
    return l->records[record->index];
  for (uint32_t i = 0; i < record->fields.count; i++) {
    const dxl_ir_record *held = held_record(record->fields.items[i].type);
    if (held && held != record)
      link_record(l, held);
  }
  bool is_new;
  uint64_t *slot = dxl_map_put_text(l->variants, record->name, NULL);
  dxl_ir_record *to = find_layout(l, record, slot, &is_new);
  l->records[record->index] = to;
  if (!to->tag)
    to->tag = text(l, record->tag);
  if (is_new && record->is_complete) {
    l->record_is_new[record->index] = 1;
    to->size = record->size;
    to->is_union = record->is_union;
    to->is_polymorphic = record->is_polymorphic;
    to->is_assumed = record->is_assumed;
    to->is_complete = true;
  }
  return to;
}

static const dxl_ir_type *link_type(linker *l, const dxl_ir_type *type) {
  switch (type->kind) {
  case DXL_IR_TYPE_VOID:
    break;
  case DXL_IR_TYPE_INTEGER:
    return dxl_ir_type_integer(l->to, type->bits, type->is_signed);
  case DXL_IR_TYPE_FLOAT:
    return dxl_ir_type_float(l->to, type->bits);
  case DXL_IR_TYPE_POINTER:
    return dxl_ir_type_pointer(l->to, l->types[type->element->index]);
  case DXL_IR_TYPE_RECORD:
    return dxl_ir_type_record(l->to, l->records[type->record->index]);
  case DXL_IR_TYPE_ARRAY:
    return dxl_ir_type_array(l->to, l->types[type->element->index], type->count);
  case DXL_IR_TYPE_FUNCTION:
    return dxl_ir_type_function(l->to, type->name);
  }
  return dxl_ir_type_void(l->to);
}

static const dxl_ir_type *linked_type(linker *l, const dxl_ir_type *type) {
  return type ? l->types[type->index] : NULL;
}

static const dxl_ir_record *linked_record(linker *l, const dxl_ir_record *record) {
  return record ? l->records[record->index] : NULL;
}

static void link_records_and_types(linker *l) {
  for (uint32_t i = 0; i < l->unit->records.count; i++)
    link_record(l, l->unit->records.items[i]);
  for (uint32_t i = 0; i < l->unit->types.count; i++)
    l->types[i] = link_type(l, l->unit->types.items[i]);
  for (uint32_t i = 0; i < l->unit->records.count; i++) {
    if (!l->record_is_new[i])
      continue;
    dxl_ir_record *to = l->records[i];
    const dxl_ir_record *from = l->unit->records.items[i];
    dxl_array_reserve(&to->fields, from->fields.count);
    for (uint32_t n = 0; n < from->fields.count; n++) {
      dxl_ir_field field = from->fields.items[n];
      field.name = text(l, field.name);
      field.type = linked_type(l, field.type);
      dxl_array_push(&to->fields, field);
    }
  }
}

// ---- Symbols -------------------------------------------------------------------------------------------------------

static void introduce_symbols(linker *l) {
  const dxl_ir_module *unit = l->unit;
  for (uint32_t i = 0; i < unit->globals.count; i++) {
    const char *name = unit->globals.items[i]->name;
    if (unit->globals.items[i]->linkage == DXL_IR_STATIC)
      name = name_in_unit(l, l->to->global_index, unit->global_index, name);
    l->globals[i] = dxl_ir_global_get(l->to, name);
  }
  for (uint32_t i = 0; i < unit->functions.count; i++) {
    const char *name = unit->functions.items[i]->name;
    if (unit->functions.items[i]->linkage == DXL_IR_STATIC)
      name = name_in_unit(l, l->to->function_index, unit->function_index, name);
    l->functions[i] = dxl_ir_function_get(l->to, name);
  }
}

/// A linkage name that the unit gives as text, as it is called in the driver.
static const char *linked_name(linker *l, const char *name) {
  const dxl_ir_function *function = name ? dxl_ir_function_find(l->unit, name) : NULL;
  return function ? l->functions[function->index]->name : text(l, name);
}

static dxl_ir_operand operand(linker *l, dxl_ir_operand value) {
  if (value.kind == DXL_IR_STRING)
    value.text = text(l, value.text);
  else if (value.kind == DXL_IR_GLOBAL)
    value.index = l->globals[value.index]->index;
  else if (value.kind == DXL_IR_FUNCTION)
    value.index = l->functions[value.index]->index;
  return value;
}

static void duplicate_note(linker *l, const char *display, dxl_ir_location used, dxl_ir_location other) {
  const char *file = used.file == DXL_IR_NO_FILE ? "another unit" : l->to->files.items[used.file];
  dxl_ir_note note = {DXL_IR_NOTE_WARNING,
                      dxl_arena_format(l->to->arena, "'%s' is defined more than once; the definition in %s:%u is used",
                                       display, file, used.line),
                      location(l, other)};
  dxl_array_push(&l->to->notes, note);
}

static void take_global(linker *l, dxl_ir_global *to, const dxl_ir_global *from) {
  to->display = text(l, from->display);
  to->linkage = from->linkage;
  to->type = linked_type(l, from->type);
  to->is_defined = from->is_defined;
  to->is_initialised = from->is_initialised;
  to->is_constant = from->is_constant;
  to->location = location(l, from->location);
  dxl_array_clear(&to->initialisers);
  for (uint32_t i = 0; i < from->initialisers.count; i++) {
    dxl_ir_initialiser one = from->initialisers.items[i];
    one.value = operand(l, one.value);
    dxl_array_push(&to->initialisers, one);
  }
}

/// The definition wins over declarations, and one with an initialiser over tentative ones (C17 6.9.2).
static void link_global(linker *l, dxl_ir_global *to, const dxl_ir_global *from, bool is_new) {
  if (is_new || (from->is_defined && !to->is_defined)) {
    take_global(l, to, from);
  } else if (from->is_defined) {
    if (!to->initialisers.count && from->initialisers.count)
      take_global(l, to, from);
    else if (from->initialisers.count && from->linkage == DXL_IR_EXTERNAL && to->linkage == DXL_IR_EXTERNAL)
      duplicate_note(l, to->display ? to->display : to->name, to->location, from->location);
  }
}

// ---- Functions -----------------------------------------------------------------------------------------------------

static void copy_instruction(linker *l, dxl_ir_block *to, const dxl_ir_instruction *from) {
  dxl_ir_instruction copy = *from;
  copy.a = operand(l, copy.a);
  copy.b = operand(l, copy.b);
  copy.type = linked_type(l, copy.type);
  copy.from = linked_type(l, copy.from);
  copy.record = linked_record(l, copy.record);
  copy.field = text(l, copy.field);
  copy.text = text(l, copy.text);
  copy.location = location(l, copy.location);
  if (from->call) {
    copy.call = dxl_ir_new_call(l->to);
    copy.call->callee = operand(l, from->call->callee);
    copy.call->type_name = text(l, from->call->type_name);
    copy.call->virtual_method = linked_name(l, from->call->virtual_method);
    copy.call->is_noreturn = from->call->is_noreturn;
    dxl_array_reserve(&copy.call->arguments, from->call->arguments.count);
    for (uint32_t i = 0; i < from->call->arguments.count; i++) {
      dxl_ir_operand argument = operand(l, from->call->arguments.items[i]);
      dxl_array_push(&copy.call->arguments, argument);
    }
  }
  dxl_array_push(&to->instructions, copy);
}

static void copy_block(linker *l, dxl_ir_function *function, const dxl_ir_block *from) {
  uint32_t index = dxl_ir_add_block(function); // moves the blocks
  dxl_ir_block *to = &function->blocks.items[index];
  to->handler = from->handler;
  dxl_array_reserve(&to->instructions, from->instructions.count);
  for (uint32_t i = 0; i < from->instructions.count; i++)
    copy_instruction(l, to, &from->instructions.items[i]);
  to->terminator.kind = from->terminator.kind;
  to->terminator.condition = operand(l, from->terminator.condition);
  to->terminator.target = from->terminator.target;
  to->terminator.target_else = from->terminator.target_else;
  to->terminator.word = text(l, from->terminator.word);
  to->terminator.location = location(l, from->terminator.location);
  dxl_array_reserve(&to->terminator.cases, from->terminator.cases.count);
  for (uint32_t i = 0; i < from->terminator.cases.count; i++)
    dxl_array_push(&to->terminator.cases, from->terminator.cases.items[i]);
}

/// Everything but roles and annotations, which all declarations add to.
static void take_function(linker *l, dxl_ir_function *to, const dxl_ir_function *from) {
  bool is_noreturn = to->is_noreturn;
  const char *segment = to->segment;
  to->display = text(l, from->display);
  to->linkage = from->linkage;
  to->body = from->body;
  to->lost_reason = text(l, from->lost_reason);
  to->location = location(l, from->location);
  to->end_line = from->end_line;
  to->return_type = linked_type(l, from->return_type);
  to->parameter_count = from->parameter_count;
  to->is_variadic = from->is_variadic;
  to->is_noreturn = is_noreturn || from->is_noreturn;
  to->is_method = from->is_method;
  to->is_constructor = from->is_constructor;
  to->is_destructor = from->is_destructor;
  to->returns_record = from->returns_record;
  to->is_inlined = from->is_inlined;
  to->class_record = linked_record(l, from->class_record);
  to->segment = from->segment ? text(l, from->segment) : segment;
  to->register_count = from->register_count;
  to->opaque_count = from->opaque_count;
  dxl_array_clear(&to->locals); // of a declaration or a lost body, which has no blocks
  dxl_array_reserve(&to->locals, from->locals.count);
  for (uint32_t i = 0; i < from->locals.count; i++) {
    const dxl_ir_local *local = &from->locals.items[i];
    dxl_ir_add_local(to, text(l, local->name), linked_type(l, local->type), location(l, local->location),
                     local->is_temporary);
  }
  dxl_array_reserve(&to->blocks, from->blocks.count);
  for (uint32_t b = 0; b < from->blocks.count; b++)
    copy_block(l, to, &from->blocks.items[b]);
}

/// Strings of the driver are interned: equal ones are one pointer.
static void join_roles_and_annotations(linker *l, dxl_ir_function *to, const dxl_ir_function *from) {
  for (uint32_t i = 0; i < from->roles.count; i++) {
    const char *role = text(l, from->roles.items[i]);
    uint32_t at = 0;
    while (at < to->roles.count && to->roles.items[at] != role)
      at++;
    if (at == to->roles.count)
      dxl_array_push(&to->roles, role);
  }
  for (uint32_t i = 0; i < from->annotations.count; i++) {
    dxl_ir_annotation one = from->annotations.items[i];
    one.name = text(l, one.name);
    one.arguments = text(l, one.arguments ? one.arguments : "");
    uint32_t at = 0;
    while (at < to->annotations.count &&
           (to->annotations.items[at].name != one.name || to->annotations.items[at].arguments != one.arguments ||
            to->annotations.items[at].parameter != one.parameter))
      at++;
    if (at == to->annotations.count)
      dxl_array_push(&to->annotations, one);
  }
}

static void link_function(linker *l, dxl_ir_function *to, const dxl_ir_function *from, bool is_new) {
  bool is_inline = to->linkage == DXL_IR_INLINE || from->linkage == DXL_IR_INLINE;
  bool take;
  if (is_new) {
    take = true;
  } else if (to->body == DXL_IR_DECLARED) {
    // Of two declarations the one that knows the parameters.
    take = from->body != DXL_IR_DECLARED || (!to->parameter_count && from->parameter_count);
  } else if (from->body == DXL_IR_DECLARED) {
    take = false;
  } else {
    take = is_inline && to->body == DXL_IR_LOST && from->body == DXL_IR_LOWERED;
    if (!is_inline)
      duplicate_note(l, to->display ? to->display : to->name, to->location, from->location);
  }
  if (take) {
    take_function(l, to, from);
  } else {
    to->is_noreturn |= from->is_noreturn;
    if (!to->segment)
      to->segment = text(l, from->segment);
  }
  join_roles_and_annotations(l, to, from);
  // An annotation of another declaration may be for a parameter that this one does not have.
  uint32_t kept = 0;
  for (uint32_t i = 0; i < to->annotations.count; i++)
    if (to->annotations.items[i].parameter < (int64_t)to->parameter_count)
      to->annotations.items[kept++] = to->annotations.items[i];
  to->annotations.count = kept;
}

// ---- The rest ------------------------------------------------------------------------------------------------------

/// True the first time that these numbers are seen.
static bool is_first(linker *l, const uint64_t *key, size_t length) {
  bool is_new;
  dxl_map_put(l->seen, key, length, &is_new);
  return is_new;
}

/// Interned strings are known by their address.
static uint64_t identity(const char *string) { return (uint64_t)(uintptr_t)string; }

/// Headers bring the same overrides, suppressions and notes into many units.
static void link_rest(linker *l) {
  for (uint32_t i = 0; i < l->unit->overrides.count; i++) {
    dxl_ir_override one = l->unit->overrides.items[i];
    one.record = linked_record(l, one.record);
    one.method = linked_name(l, one.method);
    one.implementation = linked_name(l, one.implementation);
    uint64_t key[] = {0, one.record->index, identity(one.method), identity(one.implementation)};
    if (is_first(l, key, sizeof key))
      dxl_array_push(&l->to->overrides, one);
  }
  for (uint32_t i = 0; i < l->unit->suppressions.count; i++) {
    dxl_ir_suppression one = l->unit->suppressions.items[i];
    one.file = l->files[one.file];
    one.checks = text(l, one.checks);
    uint64_t key[] = {1, one.file, one.line, (uint64_t)one.kind, identity(one.checks)};
    if (is_first(l, key, sizeof key))
      dxl_array_push(&l->to->suppressions, one);
  }
  for (uint32_t i = 0; i < l->unit->notes.count; i++) {
    dxl_ir_note one = l->unit->notes.items[i];
    one.text = text(l, one.text);
    one.location = location(l, one.location);
    uint64_t key[] = {2,
                      (uint64_t)one.level,
                      identity(one.text),
                      one.location.file,
                      one.location.line,
                      one.location.column,
                      identity(one.location.macro)};
    if (is_first(l, key, sizeof key))
      dxl_array_push(&l->to->notes, one);
  }
}

/// Units of different targets do not make one driver; nobody is served by silence about it.
static void check_target(linker *l) {
  const dxl_ir_module *unit = l->unit;
  bool other_target = unit->target && l->to->target && strcmp(unit->target, l->to->target) != 0;
  if (!other_target && unit->pointer_size == l->to->pointer_size)
    return;
  dxl_ir_note note = {
      DXL_IR_NOTE_WARNING,
      dxl_arena_format(l->to->arena,
                       "'%s' is compiled for %s with %u-byte pointers, the driver for %s with %u-byte ones", unit->name,
                       unit->target ? unit->target : "an unknown target", unit->pointer_size,
                       l->to->target ? l->to->target : "an unknown target", l->to->pointer_size),
      dxl_ir_no_location()};
  dxl_array_push(&l->to->notes, note);
}

static void *new_list(uint32_t count, size_t item_size) {
  void *list = dxl_allocate(((size_t)count + 1) * item_size);
  memset(list, 0, ((size_t)count + 1) * item_size);
  return list;
}

static void link_unit(linker *l) {
  const dxl_ir_module *unit = l->unit;
  l->files = new_list(unit->files.count, sizeof *l->files);
  l->types = new_list(unit->types.count, sizeof *l->types);
  l->records = new_list(unit->records.count, sizeof *l->records);
  l->record_is_new = new_list(unit->records.count, 1);
  l->functions = new_list(unit->functions.count, sizeof *l->functions);
  l->globals = new_list(unit->globals.count, sizeof *l->globals);
  for (uint32_t i = 0; i < unit->files.count; i++)
    l->files[i] = dxl_ir_file(l->to, unit->files.items[i]);
  link_records_and_types(l);
  uint32_t known_globals = l->to->globals.count, known_functions = l->to->functions.count;
  introduce_symbols(l);
  for (uint32_t i = 0; i < unit->globals.count; i++)
    link_global(l, l->globals[i], unit->globals.items[i], l->globals[i]->index >= known_globals);
  for (uint32_t i = 0; i < unit->functions.count; i++)
    link_function(l, l->functions[i], unit->functions.items[i], l->functions[i]->index >= known_functions);
  link_rest(l);
  dxl_release(l->files);
  dxl_release(l->types);
  dxl_release(l->records);
  dxl_release(l->record_is_new);
  dxl_release(l->functions);
  dxl_release(l->globals);
}

dxl_ir_module *dxl_ir_link(const char *name, dxl_ir_module *const *units, uint32_t count) {
  linker l;
  memset(&l, 0, sizeof l);
  l.to = dxl_ir_module_new(name);
  l.variants = dxl_map_new();
  l.seen = dxl_map_new();
  if (count)
    l.to->pointer_size = units[0]->pointer_size;
  for (uint32_t i = 0; i < count; i++) {
    l.unit = units[i];
    if (!l.to->target)
      l.to->target = text(&l, l.unit->target);
    check_target(&l);
    link_unit(&l);
  }
  dxl_ir_refresh_sizes(l.to);
  dxl_array_free(&l.layouts);
  dxl_map_free(l.variants);
  dxl_map_free(l.seen);
  return l.to;
}
