// See reader.h: one function for each kind of value, and the loop over the keys of a mapping.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "rulepack/reader.h"

#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rulepack/place.h"

enum { MESSAGE_SIZE = 512, FIELD_LIMIT = 64 };

// ---- Mistakes
// --------------------------------------------------------------------------------------------------------

static void add_error(dxl_rules *rules, dxl_rule_errors *errors, dxl_position at, const char *format,
                      va_list arguments) {
  char message[MESSAGE_SIZE];
  vsnprintf(message, sizeof message, format, arguments);
  const dxl_rule_error error = {at.file, at.line, at.column, dxl_arena_string(rules->arena, message, strlen(message))};
  dxl_array_push(errors, error);
}

void dxl_rules_add_error(dxl_rules *rules, dxl_rule_errors *errors, dxl_position at, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  add_error(rules, errors, at, format, arguments);
  va_end(arguments);
}

dxl_position dxl_reader_position(const dxl_reader *reader, const dxl_node *node) {
  return (dxl_position){reader->file, node->line, node->column};
}

void dxl_reader_error(dxl_reader *reader, const dxl_node *node, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  add_error(reader->rules, reader->errors, dxl_reader_position(reader, node), format, arguments);
  va_end(arguments);
  reader->has_errors = true;
}

/// A mistake inside a text, `offset` bytes behind its beginning.
static void error_inside(dxl_reader *reader, const dxl_node *node, size_t offset, const char *message) {
  dxl_position at = dxl_reader_position(reader, node);
  at.column += node->quote;
  for (size_t i = 0; i < offset && node->text[i]; ++i)
    at.column += ((unsigned char)node->text[i] & 0xC0) != 0x80;
  dxl_rules_add_error(reader->rules, reader->errors, at, "%s", message);
  reader->has_errors = true;
}

// ---- Values
// ----------------------------------------------------------------------------------------------------------

static const char *kind_name(const dxl_node *node) {
  return node->kind == DXL_NODE_LIST ? "a list" : node->kind == DXL_NODE_MAPPING ? "a mapping" : "a text";
}

static bool is_text(dxl_reader *reader, const dxl_node *node, const char *wanted) {
  if (node->kind != DXL_NODE_TEXT)
    dxl_reader_error(reader, node, "%s is wanted here, not %s", wanted, kind_name(node));
  else if (!*node->text)
    dxl_reader_error(reader, node, "%s is missing here", wanted);
  else
    return true;
  return false;
}

const char *dxl_reader_text(dxl_reader *reader, const dxl_node *node, const char *what) {
  return is_text(reader, node, what) ? dxl_arena_string(reader->rules->arena, node->text, strlen(node->text)) : NULL;
}

static bool read_word(dxl_reader *reader, const dxl_node *node, const char **word) {
  if (!is_text(reader, node, "a name"))
    return false;
  if (strchr(node->text, '\n')) {
    dxl_reader_error(reader, node, "a name stands on one line");
    return false;
  }
  *word = dxl_arena_string(reader->rules->arena, node->text, strlen(node->text));
  return true;
}

static bool read_page(dxl_reader *reader, const dxl_node *node, const char **page) {
  if (!is_text(reader, node, "a documentation page"))
    return false;
  const bool is_relative = reader->doc_base && !strstr(node->text, "://");
  *page = dxl_arena_format(reader->rules->arena, "%s%s", is_relative ? reader->doc_base : "", node->text);
  return true;
}

static bool read_bool(dxl_reader *reader, const dxl_node *node, bool *value) {
  if (!is_text(reader, node, "'true' or 'false'"))
    return false;
  *value = strcmp(node->text, "true") == 0;
  if (*value || strcmp(node->text, "false") == 0)
    return true;
  dxl_reader_error(reader, node, "'true' or 'false' is wanted here, not '%.60s'", node->text);
  return false;
}

static bool read_integer(dxl_reader *reader, const dxl_node *node, int64_t *value) {
  bool is_status;
  if (!is_text(reader, node, "a number"))
    return false;
  if (dxl_constant_parse(node->text, strlen(node->text), value, &is_status))
    return true;
  dxl_reader_error(reader, node, "a number is wanted here, not '%.60s'", node->text);
  return false;
}

static bool read_unsigned(dxl_reader *reader, const dxl_node *node, uint32_t *value) {
  int64_t number;
  if (!read_integer(reader, node, &number))
    return false;
  if (number < 0 || number > UINT32_MAX) {
    dxl_reader_error(reader, node, "a number from 0 to 4294967295 is wanted here");
    return false;
  }
  *value = (uint32_t)number;
  return true;
}

static bool read_level(dxl_reader *reader, const dxl_node *node, int32_t *level) {
  if (!is_text(reader, node, "an IRQL"))
    return false;
  if (dxl_level_parse(node->text, level))
    return true;
  uint32_t count = 0;
  while (dxl_level_names[count])
    ++count;
  const char *nearest = dxl_rules_nearest(node->text, dxl_level_names, count);
  if (nearest)
    dxl_reader_error(reader, node, "unknown IRQL '%.60s' (did you mean '%s'?)", node->text, nearest);
  else
    dxl_reader_error(reader, node,
                     "unknown IRQL '%.60s'; there are PASSIVE_LEVEL, APC_LEVEL, DISPATCH_LEVEL, DIRQL "
                     "and HIGH_LEVEL",
                     node->text);
  return false;
}

static bool read_choice(dxl_reader *reader, const dxl_node *node, const dxl_choice *choices, int *value) {
  const char *names[FIELD_LIMIT];
  uint32_t count = 0;
  if (!is_text(reader, node, "a word"))
    return false;
  for (; choices[count].name; ++count) {
    names[count] = choices[count].name;
    if (strcmp(choices[count].name, node->text) == 0) {
      *value = choices[count].value;
      return true;
    }
  }
  const char *nearest = dxl_rules_nearest(node->text, names, count);
  if (nearest) {
    dxl_reader_error(reader, node, "unknown word '%.60s' (did you mean '%s'?)", node->text, nearest);
    return false;
  }
  char list[MESSAGE_SIZE] = "";
  for (uint32_t i = 0; i < count; ++i) {
    const size_t used = strlen(list);
    snprintf(list + used, sizeof list - used, "%s%s", i ? ", " : "", names[i]);
  }
  dxl_reader_error(reader, node, "unknown word '%.60s'; there are %s", node->text, list);
  return false;
}

static bool read_place(dxl_reader *reader, const dxl_node *node, dxl_place *place) {
  if (!is_text(reader, node, "a place"))
    return false;
  dxl_cursor cursor = {.arena = reader->rules->arena, .text = node->text};
  if (dxl_place_parse(&cursor, place))
    return true;
  error_inside(reader, node, cursor.at, dxl_arena_format(reader->rules->arena, "not a place: %s", cursor.message));
  return false;
}

static bool read_condition(dxl_reader *reader, const dxl_node *node, dxl_condition **condition) {
  if (!is_text(reader, node, "a condition"))
    return false;
  dxl_cursor cursor = {.arena = reader->rules->arena, .text = node->text};
  *condition = dxl_condition_parse(&cursor);
  if (*condition)
    return true;
  error_inside(reader, node, cursor.at, dxl_arena_format(reader->rules->arena, "not a condition: %s", cursor.message));
  return false;
}

static bool read_resource(dxl_reader *reader, const dxl_node *node, uint32_t *index) {
  dxl_reference reference = {NULL, dxl_reader_position(reader, node)};
  if (!read_word(reader, node, &reference.name))
    return false;
  *index = reader->rules->loading->references.count;
  dxl_array_push(&reader->rules->loading->references, reference);
  return true;
}

// ---- Lists
// -----------------------------------------------------------------------------------------------------------

/// What a DXL_ARRAY of any type looks like; copied in and out, since each is a type of its own.
typedef struct untyped_array {
  void *items;
  uint32_t count, capacity;
} untyped_array;

/// Puts copies of items behind those of the array at `array`; the result is owned by the arena.
static void append(dxl_arena *arena, void *array, const void *items, uint32_t count, size_t size) {
  untyped_array all;
  if (!count)
    return;
  memcpy(&all, array, sizeof all);
  char *grown = dxl_arena_alloc(arena, ((size_t)all.count + count) * size);
  if (all.count)
    memcpy(grown, all.items, all.count * size);
  memcpy(grown + all.count * size, items, count * size);
  all.items = grown;
  all.count += count;
  all.capacity = all.count;
  memcpy(array, &all, sizeof all);
}

static bool is_list(dxl_reader *reader, const dxl_node *node, const char *key) {
  if (node->kind == DXL_NODE_LIST)
    return true;
  dxl_reader_error(reader, node, "'%s' is a list; each item begins with '- '", key);
  return false;
}

/// Items that cannot be read are left out; the others are kept.
static bool read_records(dxl_reader *reader, const dxl_node *node, const dxl_field *field, void *array) {
  if (!is_list(reader, node, field->key))
    return false;
  const size_t size = field->shape->size;
  char *items = dxl_arena_alloc(reader->rules->arena, node->items.count * size);
  uint32_t count = 0;
  for (uint32_t i = 0; i < node->items.count; ++i) {
    uint64_t given;
    memset(items + count * size, 0, size);
    count += dxl_shape_read(reader, node->items.items[i], field->shape, items + count * size, &given);
  }
  append(reader->rules->arena, array, items, count, size);
  return true;
}

static bool read_words(dxl_reader *reader, const dxl_node *node, const dxl_field *field, void *array) {
  if (!is_list(reader, node, field->key))
    return false;
  const char **words = dxl_arena_alloc(reader->rules->arena, node->items.count * sizeof *words);
  uint32_t count = 0;
  for (uint32_t i = 0; i < node->items.count; ++i)
    count += read_word(reader, node->items.items[i], &words[count]);
  append(reader->rules->arena, array, words, count, sizeof *words);
  return true;
}

static bool read_places(dxl_reader *reader, const dxl_node *node, const dxl_field *field, void *array) {
  if (!is_list(reader, node, field->key))
    return false;
  dxl_place *places = dxl_arena_alloc(reader->rules->arena, node->items.count * sizeof *places);
  uint32_t count = 0;
  for (uint32_t i = 0; i < node->items.count; ++i)
    count += read_place(reader, node->items.items[i], &places[count]);
  append(reader->rules->arena, array, places, count, sizeof *places);
  return true;
}

bool dxl_field_read(dxl_reader *reader, const dxl_node *node, const dxl_field *field, void *record) {
  void *target = (char *)record + field->offset;
  uint64_t given;
  switch (field->kind) {
  case DXL_FIELD_TEXT: {
    const char *text = dxl_reader_text(reader, node, "a text");
    *(const char **)target = text;
    return text != NULL;
  }
  case DXL_FIELD_WORD:
    return read_word(reader, node, target);
  case DXL_FIELD_PAGE:
    return read_page(reader, node, target);
  case DXL_FIELD_BOOL:
    return read_bool(reader, node, target);
  case DXL_FIELD_UNSIGNED:
    return read_unsigned(reader, node, target);
  case DXL_FIELD_INTEGER:
    return read_integer(reader, node, target);
  case DXL_FIELD_LEVEL:
    return read_level(reader, node, target);
  case DXL_FIELD_CHOICE:
    return read_choice(reader, node, field->choices, target);
  case DXL_FIELD_PLACE:
    return read_place(reader, node, target);
  case DXL_FIELD_CONDITION:
    return read_condition(reader, node, target);
  case DXL_FIELD_RESOURCE:
    return read_resource(reader, node, target);
  case DXL_FIELD_RECORD:
    return dxl_shape_read(reader, node, field->shape, target, &given);
  case DXL_FIELD_RECORDS:
    return read_records(reader, node, field, target);
  case DXL_FIELD_WORDS:
    return read_words(reader, node, field, target);
  case DXL_FIELD_PLACES:
    return read_places(reader, node, field, target);
  case DXL_FIELD_CUSTOM:
    return field->read(reader, node, record);
  }
  return false;
}

// ---- Mappings
// --------------------------------------------------------------------------------------------------------

static void error_unknown_key(dxl_reader *reader, const dxl_node *key, const dxl_shape *shape) {
  const char *names[FIELD_LIMIT];
  for (uint32_t i = 0; i < shape->field_count; ++i)
    names[i] = shape->fields[i].key;
  const char *nearest = dxl_rules_nearest(key->text, names, shape->field_count);
  if (nearest)
    dxl_reader_error(reader, key, "unknown key '%.60s' (did you mean '%s'?)", key->text, nearest);
  else
    dxl_reader_error(reader, key, "unknown key '%.60s' in %s", key->text, shape->what);
}

bool dxl_shape_read(dxl_reader *reader, const dxl_node *node, const dxl_shape *shape, void *record, uint64_t *given) {
  bool keep = true;
  *given = 0;
  if (node->kind != DXL_NODE_MAPPING) {
    dxl_reader_error(reader, node, "%s is wanted here (lines 'key: value'), not %s", shape->what, kind_name(node));
    return false;
  }
  if (shape->prepare)
    shape->prepare(reader, node, record);
  for (uint32_t i = 0; i < node->keys.count; ++i) {
    const dxl_node *key = node->keys.items[i];
    uint32_t n = 0;
    while (n < shape->field_count && strcmp(shape->fields[n].key, key->text) != 0)
      ++n;
    if (n == shape->field_count) {
      error_unknown_key(reader, key, shape);
      continue;
    }
    const dxl_field *field = &shape->fields[n];
    if (*given & (uint64_t)1 << n) {
      dxl_reader_error(reader, key, "'%s' is given twice", field->key);
      continue;
    }
    *given |= (uint64_t)1 << n;
    if (!dxl_field_read(reader, node->items.items[i], field, record))
      keep = false;
    else if (field->flag != DXL_NO_FLAG)
      *(bool *)((char *)record + field->flag) = true;
  }
  for (uint32_t n = 0; n < shape->field_count; ++n)
    if (shape->fields[n].is_required && !(*given & (uint64_t)1 << n)) {
      dxl_reader_error(reader, node, "%s needs '%s'", shape->what, shape->fields[n].key);
      keep = false;
    }
  return keep && (!shape->check || shape->check(reader, node, record, *given));
}

uint64_t dxl_shape_bit(const dxl_shape *shape, const char *key) {
  for (uint32_t n = 0; n < shape->field_count; ++n)
    if (strcmp(shape->fields[n].key, key) == 0)
      return (uint64_t)1 << n;
  return 0;
}

bool dxl_reader_member(dxl_reader *reader, const dxl_node *node, const char **record, const char **member) {
  if (!is_text(reader, node, "RECORD.MEMBER"))
    return false;
  const char *dot = strrchr(node->text, '.');
  if (!dot || dot == node->text || !dot[1]) {
    dxl_reader_error(reader, node, "RECORD.MEMBER is wanted here, not '%.60s'", node->text);
    return false;
  }
  *record = dxl_arena_string(reader->rules->arena, node->text, (size_t)(dot - node->text));
  *member = dxl_arena_string(reader->rules->arena, dot + 1, strlen(dot + 1));
  return true;
}

// ---- Extension
// -------------------------------------------------------------------------------------------------------

static size_t scalar_size(const dxl_field *field) {
  switch (field->kind) {
  case DXL_FIELD_TEXT:
  case DXL_FIELD_WORD:
  case DXL_FIELD_PAGE:
    return sizeof(const char *);
  case DXL_FIELD_BOOL:
    return sizeof(bool);
  case DXL_FIELD_UNSIGNED:
  case DXL_FIELD_RESOURCE:
    return sizeof(uint32_t);
  case DXL_FIELD_INTEGER:
    return sizeof(int64_t);
  case DXL_FIELD_LEVEL:
    return sizeof(int32_t);
  case DXL_FIELD_CHOICE:
    return sizeof(int);
  case DXL_FIELD_PLACE:
    return sizeof(dxl_place);
  case DXL_FIELD_CONDITION:
    return sizeof(dxl_condition *);
  case DXL_FIELD_RECORD:
    return field->shape->size;
  case DXL_FIELD_CUSTOM:
    return field->size;
  case DXL_FIELD_RECORDS:
  case DXL_FIELD_WORDS:
  case DXL_FIELD_PLACES:
    break;
  }
  return 0;
}

/// Bytes of an item of a list, 0 for fields that are none.
static size_t item_size(const dxl_field *field) {
  return field->kind == DXL_FIELD_RECORDS  ? field->shape->size
         : field->kind == DXL_FIELD_WORDS  ? sizeof(const char *)
         : field->kind == DXL_FIELD_PLACES ? sizeof(dxl_place)
                                           : 0;
}

void dxl_shape_extend(dxl_arena *arena, const dxl_shape *shape, void *to, const void *from, uint64_t given) {
  for (uint32_t n = 0; n < shape->field_count; ++n) {
    const dxl_field *field = &shape->fields[n];
    if (!(given & (uint64_t)1 << n))
      continue;
    void *target = (char *)to + field->offset;
    const void *source = (const char *)from + field->offset;
    if (item_size(field)) {
      untyped_array more;
      memcpy(&more, source, sizeof more);
      append(arena, target, more.items, more.count, item_size(field));
    } else {
      memcpy(target, source, scalar_size(field));
    }
    if (field->flag != DXL_NO_FLAG)
      *(bool *)((char *)to + field->flag) = true;
  }
}
