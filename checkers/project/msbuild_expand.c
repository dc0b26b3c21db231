// Expressions in the values of a project: $(property), %(metadata), @(items), %XX.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <ctype.h>
#include <string.h>

#include "project/msbuild.h"

void dxl_chars_add(dxl_chars *chars, const char *text, size_t length) {
  if (length == 0)
    return;
  if (chars->capacity - chars->count < length)
    dxl_array_reserve(chars, chars->count * 2u + (uint32_t)length);
  memcpy(chars->items + chars->count, text, length);
  chars->count += (uint32_t)length;
}

static void add_text(dxl_chars *chars, const char *text) { dxl_chars_add(chars, text, strlen(text)); }

const char *dxl_msbuild_trim(dxl_arena *arena, const char *text) {
  while (isspace((unsigned char)*text))
    ++text;
  size_t length = strlen(text);
  while (length && isspace((unsigned char)text[length - 1]))
    --length;
  return text[length] ? dxl_arena_string(arena, text, length) : text;
}

// ---- Escapes and lists ----------------------------------------------------------------------------------------------

static int hex_digit(char c) {
  return isdigit((unsigned char)c) ? c - '0' : isxdigit((unsigned char)c) ? tolower((unsigned char)c) - 'a' + 10 : -1;
}

static const char *unescape(dxl_arena *arena, const char *text, size_t length) {
  char *result = dxl_arena_alloc(arena, length + 1);
  size_t used = 0;
  for (size_t i = 0; i < length; ++i) {
    const bool is_escape =
        text[i] == '%' && i + 2 < length && hex_digit(text[i + 1]) >= 0 && hex_digit(text[i + 2]) >= 0;
    if (!is_escape) {
      result[used++] = text[i];
      continue;
    }
    const int c = hex_digit(text[i + 1]) * 16 + hex_digit(text[i + 2]);
    if (c != 0)
      result[used++] = (char)c;
    i += 2;
  }
  return result;
}

const char *dxl_msbuild_unescape(dxl_arena *arena, const char *text) {
  return strchr(text, '%') ? unescape(arena, text, strlen(text)) : text;
}

void dxl_msbuild_split(dxl_arena *arena, const char *text, dxl_texts *parts) {
  for (;;) {
    const size_t length = strcspn(text, ";");
    size_t first = 0;
    size_t last = length;
    while (first < last && isspace((unsigned char)text[first]))
      ++first;
    while (last > first && isspace((unsigned char)text[last - 1]))
      --last;
    if (last > first) {
      const char *const part = unescape(arena, text + first, last - first);
      dxl_array_push(parts, part);
    }
    if (!text[length])
      return;
    text += length + 1;
  }
}

// ---- Metadata -------------------------------------------------------------------------------------------------------

const char *dxl_msbuild_definition(const dxl_msbuild *state, const char *type, const char *name) {
  for (uint32_t i = 0; i < state->definitions.count; ++i) {
    const dxl_item_definition *definition = &state->definitions.items[i];
    if (!dxl_same_text(definition->type, type))
      continue;
    for (uint32_t m = definition->metadata.count; m-- > 0;)
      if (dxl_same_text(definition->metadata.items[m].name, name))
        return definition->metadata.items[m].value;
  }
  return "";
}

/// What every item has by its path.
static const char *well_known(dxl_msbuild *state, const dxl_item *item, const char *name) {
  dxl_arena *arena = state->arena;
  if (dxl_same_text(name, "Identity"))
    return item->include;
  if (dxl_same_text(name, "Filename"))
    return dxl_path_stem(arena, item->include);
  if (dxl_same_text(name, "Extension"))
    return dxl_path_extension(item->include);
  if (dxl_same_text(name, "FullPath"))
    return dxl_path_join(arena, state->directory, item->include);
  if (dxl_same_text(name, "RelativeDir")) {
    const size_t length = (size_t)(dxl_path_name(item->include) - item->include);
    return dxl_arena_string(arena, item->include, length);
  }
  if (dxl_same_text(name, "RecursiveDir"))
    return item->recursive ? item->recursive : "";
  if (dxl_same_text(name, "RootDir"))
    return "/";
  if (dxl_same_text(name, "Directory")) {
    const char *full = dxl_path_join(arena, state->directory, item->include);
    return dxl_arena_format(arena, "%s/", dxl_path_directory(arena, full) + (*full == '/'));
  }
  return NULL;
}

const char *dxl_msbuild_metadata(dxl_msbuild *state, const dxl_item *item, const char *name) {
  for (uint32_t m = item->metadata.count; m-- > 0;)
    if (dxl_same_text(item->metadata.items[m].name, name))
      return item->metadata.items[m].value;
  const char *known = well_known(state, item, name);
  return known ? known : dxl_msbuild_definition(state, item->type, name);
}

// ---- Expressions ----------------------------------------------------------------------------------------------------

const char *dxl_msbuild_close(const char *text, const char *end) {
  uint32_t depth = 1;
  for (; text < end; ++text) {
    if (*text == '(') {
      ++depth;
    } else if (*text == ')') {
      if (--depth == 0)
        return text;
    } else if (*text == '\'' || *text == '"' || *text == '`') {
      // An apostrophe that nothing closes is a character like another.
      const char *quote = memchr(text + 1, *text, (size_t)(end - text - 1));
      if (quote)
        text = quote;
    }
  }
  return NULL;
}

static bool is_name(const char *text, size_t length) {
  if (length == 0 || !(isalpha((unsigned char)text[0]) || text[0] == '_'))
    return false;
  for (size_t i = 1; i < length; ++i)
    if (!isalnum((unsigned char)text[i]) && text[i] != '_' && text[i] != '-')
      return false;
  return true;
}

static void expand_into(dxl_msbuild *state, const dxl_msbuild_place *place, const char *text, size_t length,
                        uint32_t depth, dxl_chars *out);

static void expand_property(dxl_msbuild *state, const dxl_msbuild_place *place, const char *body, size_t length,
                            uint32_t depth, dxl_chars *out) {
  while (length && isspace((unsigned char)*body))
    ++body, --length;
  while (length && isspace((unsigned char)body[length - 1]))
    --length;
  const char *inner = dxl_arena_string(state->arena, body, length);
  if (length == 0)
    return;
  add_text(out, is_name(inner, length) ? dxl_msbuild_get(state, inner) : dxl_msbuild_call(state, place, inner, depth));
}

/// "Name" and "Type.Name"; what is in no item stays as it is written.
static void expand_metadata(dxl_msbuild *state, const dxl_msbuild_place *place, const char *whole, size_t whole_length,
                            dxl_chars *out) {
  char *name = dxl_arena_string(state->arena, whole + 2, whole_length - 3);
  const char *dot = strrchr(name, '.');
  const char *wanted = dxl_msbuild_trim(state->arena, dot ? dot + 1 : name);
  if (place->item)
    add_text(out, dxl_msbuild_metadata(state, place->item, wanted));
  else if (place->definition)
    add_text(out, dxl_msbuild_definition(state, place->definition, wanted));
  else
    dxl_chars_add(out, whole, whole_length);
}

/// "Type", "Type, 'separator'", "Type->'transform'", "Type->'transform', 'separator'".
static void expand_items(dxl_msbuild *state, const dxl_msbuild_place *place, const char *body, size_t length,
                         uint32_t depth, dxl_chars *out) {
  size_t at = strcspn(body, "->, \t)");
  const char *type = dxl_arena_string(state->arena, body, at < length ? at : length);
  const char *transform = NULL;
  const char *separator = ";";
  const char *end = body + length;
  for (const char *rest = body + at; rest < end; ++rest) {
    if (*rest != '\'')
      continue;
    const char *close = memchr(rest + 1, '\'', (size_t)(end - rest - 1));
    if (!close)
      break;
    const char *value = dxl_arena_string(state->arena, rest + 1, (size_t)(close - rest - 1));
    if (rest >= body + 2 && rest[-1] == '>')
      transform = value;
    else if (memchr(body, ',', (size_t)(rest - body)))
      separator = value;
    rest = close;
  }
  bool is_first = true;
  for (uint32_t i = 0; i < state->items.count && !state->is_broken; ++i) {
    const dxl_item *item = state->items.items[i];
    if (item->is_removed || !dxl_same_text(item->type, type))
      continue;
    if (!is_first)
      add_text(out, separator);
    is_first = false;
    if (transform) {
      dxl_msbuild_place inner = *place;
      inner.item = item;
      expand_into(state, &inner, transform, strlen(transform), depth + 1, out);
    } else {
      add_text(out, item->include);
    }
    if (out->count > DXL_MSBUILD_VALUE_LIMIT)
      return;
  }
}

static void expand_into(dxl_msbuild *state, const dxl_msbuild_place *place, const char *text, size_t length,
                        uint32_t depth, dxl_chars *out) {
  if (depth > DXL_MSBUILD_NESTING_LIMIT) {
    dxl_msbuild_say_once(state, DXL_MESSAGE_ERROR, place, "expressions nest deeper than %d", DXL_MSBUILD_NESTING_LIMIT);
    state->is_broken = true;
    return;
  }
  const char *end = text + length;
  const char *kept = text; // what is not copied yet
  for (const char *at = text; at < end && !state->is_broken; ++at) {
    const bool is_start =
        (*at == '$' || *at == '%' || (*at == '@' && state->is_items_pass)) && at + 1 < end && at[1] == '(';
    if (!is_start)
      continue;
    const char *close = dxl_msbuild_close(at + 2, end);
    if (!close)
      break; // MSBuild leaves what has no end as text, too
    dxl_chars_add(out, kept, (size_t)(at - kept));
    const size_t size = (size_t)(close - at - 2);
    if (*at == '$')
      expand_property(state, place, at + 2, size, depth + 1, out);
    else if (*at == '%')
      expand_metadata(state, place, at, (size_t)(close - at) + 1, out);
    else
      expand_items(state, place, at + 2, size, depth, out);
    at = close;
    kept = close + 1;
    if (out->count > DXL_MSBUILD_VALUE_LIMIT) {
      dxl_msbuild_say_once(state, DXL_MESSAGE_ERROR, place, "a value grows beyond %u bytes; the rest is not read",
                           DXL_MSBUILD_VALUE_LIMIT);
      state->is_broken = true;
      return;
    }
  }
  dxl_chars_add(out, kept, (size_t)(end - kept));
}

void dxl_msbuild_check_budget(dxl_msbuild *state, const dxl_msbuild_place *place) {
  if (state->is_broken || dxl_arena_used(state->arena) <= DXL_MSBUILD_BUDGET)
    return;
  dxl_msbuild_say_once(state, DXL_MESSAGE_ERROR, place,
                       "reading the project takes more than %u MiB; the rest is not read",
                       DXL_MSBUILD_BUDGET / (1024 * 1024));
  state->is_broken = true;
}

static const char *expand(dxl_msbuild *state, const dxl_msbuild_place *place, const char *text, size_t length,
                          uint32_t depth) {
  dxl_chars out = {0};
  expand_into(state, place, text, length, depth, &out);
  dxl_msbuild_check_budget(state, place);
  const char *result = state->is_broken ? "" : dxl_arena_string(state->arena, out.items ? out.items : "", out.count);
  dxl_array_free(&out);
  return result;
}

const char *dxl_msbuild_expand(dxl_msbuild *state, const dxl_msbuild_place *place, const char *text) {
  return strpbrk(text, "$%@") ? expand(state, place, text, strlen(text), 0) : text;
}

const char *dxl_msbuild_expand_nested(dxl_msbuild *state, const dxl_msbuild_place *place, const char *text,
                                      size_t length, uint32_t depth) {
  return expand(state, place, text, length, depth);
}
