// Builds the tree of document.h from libyaml's events.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "rulepack/document.h"

#include <yaml.h>

/// A list or mapping that is not closed yet.
typedef struct open_node {
  dxl_node *node;
  dxl_node *key; ///< of a mapping: the key whose value comes next
} open_node;

typedef struct builder {
  dxl_arena *arena;
  dxl_node *root;
  open_node open[DXL_DOCUMENT_DEPTH];
  uint32_t depth;
  dxl_document_error *error;
} builder;

static bool fail(builder *state, yaml_mark_t mark, const char *message) {
  if (!state->error->message)
    *state->error = (dxl_document_error){(uint32_t)mark.line + 1, (uint32_t)mark.column + 1, message};
  return false;
}

// ---- Encoding
// --------------------------------------------------------------------------------------------------------

/// Bytes of the character at the start of the text, 0 when it is not UTF-8.
static size_t character_length(const unsigned char *text, size_t left) {
  if (text[0] < 0x80)
    return 1;
  const size_t length = text[0] >= 0xF0 ? 4 : text[0] >= 0xE0 ? 3 : 2;
  if (text[0] < 0xC2 || text[0] > 0xF4 || left < length)
    return 0;
  for (size_t i = 1; i < length; ++i)
    if ((text[i] & 0xC0) != 0x80)
      return 0;
  const bool is_overlong = (text[0] == 0xE0 && text[1] < 0xA0) || (text[0] == 0xF0 && text[1] < 0x90);
  const bool is_outside = (text[0] == 0xED && text[1] > 0x9F) || (text[0] == 0xF4 && text[1] > 0x8F);
  return is_overlong || is_outside ? 0 : length;
}

/// False at the first byte that is not UTF-8 and at the first control character, which YAML does not allow.
static bool check_encoding(builder *state, const char *text, size_t length) {
  yaml_mark_t mark = {0, 0, 0};
  for (size_t at = 0; at < length;) {
    const unsigned char first = (unsigned char)text[at];
    const size_t size = character_length((const unsigned char *)text + at, length - at);
    if (!size)
      return fail(state, mark, "the file is not UTF-8 here");
    if ((first < 0x20 && first != '\n' && first != '\r' && first != '\t') || first == 0x7F)
      return fail(state, mark, first ? "a control character stands here" : "a NUL byte stands here");
    ++mark.column;
    if (first == '\n') {
      ++mark.line;
      mark.column = 0;
    }
    at += size;
  }
  return true;
}

// ---- Nodes
// -----------------------------------------------------------------------------------------------------------

static dxl_node *new_node(builder *state, dxl_node_kind kind, yaml_mark_t mark) {
  dxl_node *node = dxl_arena_alloc(state->arena, sizeof *node);
  node->kind = kind;
  node->line = (uint32_t)mark.line + 1;
  node->column = (uint32_t)mark.column + 1;
  return node;
}

/// Growing arrays end up in the arena, so that a tree is freed with it.
static void seal(builder *state, dxl_node *node) {
  dxl_node **keys = dxl_arena_copy(state->arena, node->keys.items, node->keys.count * sizeof *keys);
  dxl_node **items = dxl_arena_copy(state->arena, node->items.items, node->items.count * sizeof *items);
  dxl_release(node->keys.items);
  dxl_release(node->items.items);
  node->keys.items = keys;
  node->items.items = items;
  node->keys.capacity = node->keys.count;
  node->items.capacity = node->items.count;
}

static void attach(builder *state, dxl_node *node) {
  if (!state->depth) {
    state->root = node;
    return;
  }
  open_node *parent = &state->open[state->depth - 1];
  if (parent->node->kind == DXL_NODE_LIST) {
    dxl_array_push(&parent->node->items, node);
  } else {
    dxl_array_push(&parent->node->keys, parent->key);
    dxl_array_push(&parent->node->items, node);
    parent->key = NULL;
  }
}

static bool is_key_next(const builder *state) {
  return state->depth && state->open[state->depth - 1].node->kind == DXL_NODE_MAPPING &&
         !state->open[state->depth - 1].key;
}

static bool add_text(builder *state, const yaml_event_t *event) {
  if (event->data.scalar.anchor || event->data.scalar.tag)
    return fail(state, event->start_mark,
                event->data.scalar.tag ? "tags are not supported (a condition that begins with '!' needs quotes)"
                                       : "anchors are not supported");
  const char *value = (const char *)event->data.scalar.value;
  if (strlen(value) != event->data.scalar.length)
    return fail(state, event->start_mark, "a text must not hold a NUL");
  dxl_node *node = new_node(state, DXL_NODE_TEXT, event->start_mark);
  node->text = dxl_arena_string(state->arena, value, event->data.scalar.length);
  node->is_plain = event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
  node->quote = event->data.scalar.style == YAML_SINGLE_QUOTED_SCALAR_STYLE ||
                event->data.scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE;
  if (is_key_next(state))
    state->open[state->depth - 1].key = node;
  else
    attach(state, node);
  return true;
}

static bool open(builder *state, const yaml_event_t *event, dxl_node_kind kind, bool is_marked) {
  if (is_marked)
    return fail(state, event->start_mark, "tags and anchors are not supported");
  if (is_key_next(state))
    return fail(state, event->start_mark, "a key must be a word");
  if (state->depth == DXL_DOCUMENT_DEPTH)
    return fail(state, event->start_mark, "nested too deeply");
  state->open[state->depth++] = (open_node){new_node(state, kind, event->start_mark), NULL};
  return true;
}

static void close(builder *state) {
  dxl_node *node = state->open[--state->depth].node;
  seal(state, node);
  attach(state, node);
}

static bool add_event(builder *state, const yaml_event_t *event) {
  switch (event->type) {
  case YAML_DOCUMENT_START_EVENT:
    return state->root ? fail(state, event->start_mark, "a rule file is one document; a second one begins here") : true;
  case YAML_SCALAR_EVENT:
    return add_text(state, event);
  case YAML_SEQUENCE_START_EVENT:
    return open(state, event, DXL_NODE_LIST, event->data.sequence_start.anchor || event->data.sequence_start.tag);
  case YAML_MAPPING_START_EVENT:
    return open(state, event, DXL_NODE_MAPPING, event->data.mapping_start.anchor || event->data.mapping_start.tag);
  case YAML_SEQUENCE_END_EVENT:
  case YAML_MAPPING_END_EVENT:
    close(state);
    return true;
  case YAML_ALIAS_EVENT:
    return fail(state, event->start_mark, "aliases are not supported (a place that begins with '*' needs quotes)");
  case YAML_NO_EVENT:
  case YAML_STREAM_START_EVENT:
  case YAML_STREAM_END_EVENT:
  case YAML_DOCUMENT_END_EVENT:
    break;
  }
  return true;
}

/// What was open at a mistake: lists of the top level stay with their complete entries, the rest is given up.
static void close_broken(builder *state) {
  while (state->depth > DXL_DOCUMENT_KEEP_DEPTH) {
    dxl_node *node = state->open[--state->depth].node;
    dxl_release(node->keys.items);
    dxl_release(node->items.items);
  }
  while (state->depth)
    if (state->depth == 1 || state->open[state->depth - 1].node->kind == DXL_NODE_LIST) {
      close(state);
    } else { // a mapping below the top level: half of it would mean something else
      dxl_node *node = state->open[--state->depth].node;
      dxl_release(node->keys.items);
      dxl_release(node->items.items);
    }
}

static void take_parser_error(builder *state, const yaml_parser_t *parser) {
  const char *problem = parser->problem ? parser->problem : "not YAML";
  const char *message = parser->context ? dxl_arena_format(state->arena, "%s, %s", parser->context, problem)
                                        : dxl_arena_format(state->arena, "%s", problem);
  // A key without a colon is noticed at the next line; where it stands is the context.
  const bool is_key = parser->context && strstr(parser->context, "simple key");
  fail(state, is_key ? parser->context_mark : parser->problem_mark, message);
}

dxl_node *dxl_document_read(dxl_arena *arena, const char *text, size_t length, dxl_document_error *error) {
  builder state = {.arena = arena, .error = error};
  *error = (dxl_document_error){0, 0, NULL};
  if (length >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0) { // an editor on Windows may have put it there
    text += 3;
    length -= 3;
  }
  if (length > DXL_DOCUMENT_SIZE) {
    fail(&state, (yaml_mark_t){0, 0, 0}, "the file is too large for a rule file");
    return NULL;
  }
  if (!check_encoding(&state, text, length))
    return NULL;
  yaml_parser_t parser;
  if (!yaml_parser_initialize(&parser))
    abort();
  yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
  yaml_parser_set_input_string(&parser, (const unsigned char *)text, length);
  for (bool goes_on = true; goes_on;) {
    yaml_event_t event;
    if (!yaml_parser_parse(&parser, &event)) {
      take_parser_error(&state, &parser);
      break;
    }
    goes_on = add_event(&state, &event) && event.type != YAML_STREAM_END_EVENT;
    yaml_event_delete(&event);
  }
  close_broken(&state);
  yaml_parser_delete(&parser);
  return state.root;
}
