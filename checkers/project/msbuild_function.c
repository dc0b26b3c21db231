// Property functions: $(Name.Method(...)), $([Type]::Method(...)), $(Registry:...). Those that project files use; one
// that is not known gives nothing and a note. Invariant: values are text; true and false are "True" and "False".
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "project/msbuild.h"

/// Arguments that a call may have.
enum { ARGUMENT_LIMIT = 16 };

typedef struct call {
  dxl_msbuild *state;
  const dxl_msbuild_place *place;
  uint32_t depth;
  const char *arguments[ARGUMENT_LIMIT];
  uint32_t count;
} call;

static const char *truth(bool value) { return value ? "True" : "False"; }
static const char *argument(const call *made, uint32_t n) { return n < made->count ? made->arguments[n] : ""; }
static const char *as_number(const call *made, long long value) {
  return dxl_arena_format(made->state->arena, "%lld", value);
}
static bool is(const char *a, const char *b) { return dxl_same_text(a, b); }

/// A number in the range of a text's length.
static size_t position(const char *text, size_t most) {
  const long value = strtol(text, NULL, 0);
  return value < 0 ? 0 : (size_t)value > most ? most : (size_t)value;
}

// ---- Arguments ------------------------------------------------------------------------------------------------------

static const char *read_argument(call *made, const char *text, size_t length) {
  while (length && isspace((unsigned char)*text))
    ++text, --length;
  while (length && isspace((unsigned char)text[length - 1]))
    --length;
  if (length >= 2 && strchr("'\"`", *text) && text[length - 1] == *text) {
    ++text;
    length -= 2;
  } else if (length == 4 && strncmp(text, "null", 4) == 0) {
    return "";
  }
  return dxl_msbuild_expand_nested(made->state, made->place, text, length, made->depth + 1);
}

/// The arguments between '(' and ')'; `end` is the ')'.
static void read_arguments(call *made, const char *text, const char *end) {
  made->count = 0;
  const char *start = text;
  bool is_empty = true;
  for (const char *at = text;; ++at) {
    if (at >= end || *at == ',') {
      if (made->count < ARGUMENT_LIMIT && (at < end || !is_empty || made->count))
        made->arguments[made->count++] = read_argument(made, start, (size_t)(at - start));
      if (at >= end)
        return;
      start = at + 1;
      continue;
    }
    is_empty &= isspace((unsigned char)*at) != 0;
    if (*at == '(') {
      const char *close = dxl_msbuild_close(at + 1, end);
      at = close ? close : at;
    } else if (strchr("'\"`", *at)) {
      const char *close = memchr(at + 1, *at, (size_t)(end - at - 1));
      at = close ? close : at;
    }
  }
}

// ---- Text -----------------------------------------------------------------------------------------------------------

static const char *change_case(const call *made, const char *text, bool is_upper) {
  char *copy = dxl_arena_string(made->state->arena, text, strlen(text));
  for (char *c = copy; *c; ++c)
    *c = (char)(is_upper ? toupper((unsigned char)*c) : tolower((unsigned char)*c));
  return copy;
}

static const char *replace(const call *made, const char *text, const char *old, const char *new) {
  if (!*old)
    return text;
  dxl_chars out = {0};
  const size_t length = strlen(old);
  for (const char *found; (found = strstr(text, old)) && out.count < DXL_MSBUILD_VALUE_LIMIT; text = found + length) {
    dxl_chars_add(&out, text, (size_t)(found - text));
    dxl_chars_add(&out, new, strlen(new));
  }
  dxl_chars_add(&out, text, strlen(text));
  const char *result = dxl_arena_string(made->state->arena, out.items ? out.items : "", out.count);
  dxl_array_free(&out);
  return result;
}

/// What of `set` (blanks when it is empty) stands at the start or the end taken off.
static const char *trim(const call *made, const char *text, bool at_start, bool at_end) {
  const char *set = *argument(made, 0) ? argument(made, 0) : " \t\r\n";
  while (at_start && *text && strchr(set, *text))
    ++text;
  size_t length = strlen(text);
  while (at_end && length && strchr(set, text[length - 1]))
    --length;
  return dxl_arena_string(made->state->arena, text, length);
}

static const char *index_of(const call *made, const char *text, bool is_last) {
  const char *wanted = argument(made, 0);
  long long found = -1;
  for (const char *at = text; (at = strstr(at, wanted)) && *wanted; ++at) {
    found = at - text;
    if (!is_last)
      break;
  }
  return as_number(made, found);
}

static const char *pad(const call *made, const char *text, bool at_left) {
  const size_t length = strlen(text);
  const size_t wanted = position(argument(made, 0), 1024);
  const char fill = *argument(made, 1) ? *argument(made, 1) : ' ';
  if (wanted <= length)
    return text;
  char *filled = dxl_arena_alloc(made->state->arena, wanted - length + 1);
  memset(filled, fill, wanted - length);
  return dxl_arena_format(made->state->arena, "%s%s", at_left ? filled : text, at_left ? text : filled);
}

/// One part of "10.0.19041.0", "0" when it is missing.
static const char *version_part(const call *made, const char *text, uint32_t part) {
  while (*text && !isdigit((unsigned char)*text))
    ++text;
  for (; part && *text; --part) {
    text += strcspn(text, ".");
    text += *text == '.';
  }
  const size_t length = strspn(text, "0123456789");
  return length ? dxl_arena_string(made->state->arena, text, length) : "0";
}

/// A method or a property of a text; NULL when it is not known.
static const char *call_text(const call *made, const char *text, const char *member) {
  const char *first = argument(made, 0);
  const size_t length = strlen(text);
  dxl_arena *arena = made->state->arena;
  if (is(member, "Replace"))
    return replace(made, text, first, argument(made, 1));
  if (is(member, "EndsWith"))
    return truth(dxl_ends_with(text, first));
  if (is(member, "StartsWith"))
    return truth(dxl_starts_with(text, first));
  if (is(member, "Contains"))
    return truth(strstr(text, first) != NULL);
  if (is(member, "Equals"))
    return truth(strcmp(text, first) == 0 || (*argument(made, 1) && dxl_same_text(text, first)));
  if (is(member, "CompareTo"))
    return as_number(made, strcmp(text, first));
  if (is(member, "ToLower") || is(member, "ToLowerInvariant"))
    return change_case(made, text, false);
  if (is(member, "ToUpper") || is(member, "ToUpperInvariant"))
    return change_case(made, text, true);
  if (is(member, "Trim") || is(member, "TrimStart") || is(member, "TrimEnd"))
    return trim(made, text, !is(member, "TrimEnd"), !is(member, "TrimStart"));
  if (is(member, "Length"))
    return as_number(made, (long long)length);
  if (is(member, "IndexOf") || is(member, "LastIndexOf"))
    return index_of(made, text, is(member, "LastIndexOf"));
  if (is(member, "PadLeft") || is(member, "PadRight"))
    return pad(made, text, is(member, "PadLeft"));
  if (is(member, "ToString") || is(member, "Clone"))
    return text;
  if (is(member, "Substring")) {
    const size_t start = position(first, length);
    const size_t size = made->count > 1 ? position(argument(made, 1), length - start) : length - start;
    return dxl_arena_string(arena, text + start, size);
  }
  if (is(member, "Remove")) {
    const size_t start = position(first, length);
    const size_t size = made->count > 1 ? position(argument(made, 1), length - start) : length - start;
    return dxl_arena_format(arena, "%.*s%s", (int)start, text, text + start + size);
  }
  if (is(member, "Insert")) {
    const size_t start = position(first, length);
    return dxl_arena_format(arena, "%.*s%s%s", (int)start, text, argument(made, 1), text + start);
  }
  static const char *const parts[] = {"Major", "Minor", "Build", "Revision"};
  for (uint32_t i = 0; i < 4; ++i)
    if (is(member, parts[i]))
      return version_part(made, text, i);
  return NULL;
}

// ---- Functions of types ---------------------------------------------------------------------------------------------

static const char *join_paths(const call *made) {
  const char *result = "";
  for (uint32_t i = 0; i < made->count; ++i) {
    const char *part = made->arguments[i];
    const bool ends = *result && strchr("/\\", result[strlen(result) - 1]);
    result = !*result || dxl_path_is_absolute(part)
                 ? part
                 : dxl_arena_format(made->state->arena, "%s%s%s", result, ends ? "" : "/", part);
  }
  return result;
}

static const char *call_path(const call *made, const char *member) {
  dxl_arena *arena = made->state->arena;
  const char *first = argument(made, 0);
  if (is(member, "Combine"))
    return join_paths(made);
  if (is(member, "GetFullPath"))
    return dxl_path_join(arena, made->state->directory, first);
  if (is(member, "GetDirectoryName"))
    return dxl_path_name(first) == first ? "" : dxl_path_directory(arena, first);
  if (is(member, "GetFileName"))
    return *first && strchr("/\\", first[strlen(first) - 1]) ? "" : dxl_path_name(first);
  if (is(member, "GetFileNameWithoutExtension"))
    return dxl_path_stem(arena, first);
  if (is(member, "GetExtension"))
    return dxl_path_extension(first);
  if (is(member, "HasExtension"))
    return truth(*dxl_path_extension(first));
  if (is(member, "IsPathRooted"))
    return truth(dxl_path_is_absolute(first));
  if (is(member, "ChangeExtension")) {
    const char *dot = *argument(made, 1) == '.' ? "" : ".";
    const size_t length = strlen(first) - strlen(dxl_path_extension(first));
    return dxl_arena_format(arena, "%.*s%s%s", (int)length, first, dot, argument(made, 1));
  }
  if (is(member, "DirectorySeparatorChar"))
    return "\\";
  return NULL;
}

/// The first directory from `start` upward that holds a file, NULL when none does.
static const char *directory_above(const call *made, const char *start, const char *file) {
  dxl_arena *arena = made->state->arena;
  const char *directory = dxl_path_join(arena, made->state->directory, start);
  for (uint32_t up = 0; up < 64; ++up) {
    if (dxl_path_find(arena, dxl_path_join(arena, directory, file)))
      return directory;
    const char *parent = dxl_path_directory(arena, directory);
    if (strcmp(parent, directory) == 0 || strcmp(parent, ".") == 0)
      return NULL;
    directory = parent;
  }
  return NULL;
}

static const char *with_slash(const call *made, const char *text) {
  const size_t length = strlen(text);
  return length && !strchr("/\\", text[length - 1]) ? dxl_arena_format(made->state->arena, "%s/", text) : text;
}

static const char *call_arithmetic(const call *made, const char *member) {
  const long long a = strtoll(argument(made, 0), NULL, 0);
  const long long b = strtoll(argument(made, 1), NULL, 0);
  long long result = 0;
  if (is(member, "Add") && !__builtin_add_overflow(a, b, &result))
    return as_number(made, result);
  if (is(member, "Subtract") && !__builtin_sub_overflow(a, b, &result))
    return as_number(made, result);
  if (is(member, "Multiply") && !__builtin_mul_overflow(a, b, &result))
    return as_number(made, result);
  if (is(member, "Divide") && b > 0)
    return as_number(made, a / b);
  if (is(member, "Modulo") && b > 0)
    return as_number(made, a % b);
  if (is(member, "BitwiseOr"))
    return as_number(made, a | b);
  if (is(member, "BitwiseAnd"))
    return as_number(made, a & b);
  return NULL;
}

static const char *call_version(const call *made, const char *member) {
  int order = 0;
  dxl_msbuild_compare(argument(made, 0), argument(made, 1), &order);
  if (is(member, "VersionGreaterThan"))
    return truth(order > 0);
  if (is(member, "VersionGreaterThanOrEquals"))
    return truth(order >= 0);
  if (is(member, "VersionLessThan"))
    return truth(order < 0);
  if (is(member, "VersionLessThanOrEquals"))
    return truth(order <= 0);
  if (is(member, "VersionEquals"))
    return truth(order == 0);
  return is(member, "VersionNotEquals") ? truth(order != 0) : NULL;
}

static const char *call_msbuild(const call *made, const char *member) {
  dxl_arena *arena = made->state->arena;
  const char *first = argument(made, 0);
  if (is(member, "GetDirectoryNameOfFileAbove")) {
    const char *found = directory_above(made, first, argument(made, 1));
    return found ? found : "";
  }
  if (is(member, "GetPathOfFileAbove")) {
    const char *start = made->count > 1 ? argument(made, 1) : dxl_path_directory(arena, made->place->frame->path);
    const char *found = directory_above(made, start, first);
    return found ? dxl_path_join(arena, found, first) : "";
  }
  if (is(member, "EnsureTrailingSlash"))
    return with_slash(made, first);
  if (is(member, "NormalizePath"))
    return dxl_path_join(arena, made->state->directory, join_paths(made));
  if (is(member, "NormalizeDirectory"))
    return with_slash(made, dxl_path_join(arena, made->state->directory, join_paths(made)));
  if (is(member, "MakeRelative"))
    return dxl_path_shorten(arena, dxl_path_normalise(arena, first), dxl_path_normalise(arena, argument(made, 1)));
  if (is(member, "ValueOrDefault"))
    return *first ? first : argument(made, 1);
  if (is(member, "Escape"))
    return replace(made, first, ";", "%3B");
  if (is(member, "Unescape"))
    return dxl_msbuild_unescape(arena, first);
  if (is(member, "IsOSPlatform"))
    return truth(is(first, "Windows"));
  if (is(member, "IsOsUnixLike"))
    return truth(false);
  if (is(member, "GetRegistryValue") || is(member, "GetRegistryValueFromView"))
    return "<Registry>";
  const char *result = call_arithmetic(made, member);
  return result ? result : call_version(made, member);
}

static const char *call_string(const call *made, const char *member) {
  const char *first = argument(made, 0);
  if (is(member, "IsNullOrEmpty"))
    return truth(!*first);
  if (is(member, "IsNullOrWhiteSpace"))
    return truth(first[strspn(first, " \t\r\n")] == '\0');
  if (is(member, "Copy") || is(member, "new"))
    return first;
  if (is(member, "Equals"))
    return truth(strcmp(first, argument(made, 1)) == 0 || (made->count > 2 && dxl_same_text(first, argument(made, 1))));
  if (is(member, "Compare")) {
    const int order = made->count > 2 ? strcasecmp(first, argument(made, 1)) : strcmp(first, argument(made, 1));
    return as_number(made, order);
  }
  if (is(member, "Concat") || is(member, "Join")) {
    const bool is_join = is(member, "Join");
    const char *result = is_join ? argument(made, 1) : first;
    for (uint32_t i = is_join ? 2 : 1; i < made->count; ++i)
      result = dxl_arena_format(made->state->arena, "%s%s%s", result, is_join ? first : "", argument(made, i));
    return result;
  }
  if (is(member, "Format")) {
    const char *result = first;
    for (uint32_t i = 1; i < made->count; ++i)
      result = replace(made, result, dxl_arena_format(made->state->arena, "{%u}", i - 1), argument(made, i));
    return result;
  }
  return NULL;
}

static const char *read_file(const call *made, const char *name) {
  size_t length = 0;
  const char *path = dxl_msbuild_find(made->state, made->state->directory, name);
  const char *text = path ? dxl_path_read_text(made->state->arena, path, &length) : NULL;
  return text && length < DXL_MSBUILD_VALUE_LIMIT ? text : "";
}

/// NULL when the function is not known.
static const char *call_static(const call *made, const char *type, const char *member) {
  dxl_msbuild *state = made->state;
  const char *first = argument(made, 0);
  if (is(type, "MSBuild"))
    return call_msbuild(made, member);
  if (is(type, "System.IO.Path"))
    return call_path(made, member);
  if (is(type, "System.String"))
    return call_string(made, member);
  if (is(type, "System.IO.File") && is(member, "Exists")) {
    const char *found = dxl_msbuild_find(state, state->directory, first);
    return truth(found && dxl_path_is_file(found));
  }
  if (is(type, "System.IO.File") && is(member, "ReadAllText"))
    return read_file(made, first);
  if (is(type, "System.IO.Directory") && is(member, "Exists")) {
    const char *found = dxl_msbuild_find(state, state->directory, first);
    return truth(found && dxl_path_is_directory(found));
  }
  if (is(type, "System.IO.Directory") && is(member, "GetParent"))
    return dxl_path_directory(state->arena, dxl_path_join(state->arena, state->directory, first));
  if (is(type, "System.Environment")) {
    if (is(member, "GetEnvironmentVariable"))
      return dxl_msbuild_get(state, first);
    return is(member, "NewLine") ? "\n" : dxl_arena_format(state->arena, "<%s>", member);
  }
  if (is(type, "System.Version") && (is(member, "Parse") || is(member, "new")))
    return first;
  if (is(type, "System.Convert") && dxl_starts_with(member, "To"))
    return first;
  if (is(type, "System.Int32") && is(member, "Parse"))
    return first;
  if (is(type, "System.Runtime.InteropServices.RuntimeInformation"))
    return is(member, "IsOSPlatform") ? truth(is(first, "Windows")) : "X64";
  return NULL;
}

// ---- Calls and chains of them ---------------------------------------------------------------------------------------

static size_t name_length(const char *text) {
  size_t length = 0;
  while (isalnum((unsigned char)text[length]) || text[length] == '_' || text[length] == '-')
    ++length;
  return length;
}

/// A member's name and, when a '(' follows, its arguments. Returns what stands behind, NULL when it has no end.
static const char *read_member(call *made, const char *at, const char **member) {
  const size_t length = name_length(at);
  *member = dxl_arena_string(made->state->arena, at, length);
  at += length;
  made->count = 0;
  while (isspace((unsigned char)*at))
    ++at;
  if (*at != '(')
    return length ? at : NULL;
  const char *close = dxl_msbuild_close(at + 1, at + strlen(at));
  if (!close)
    return NULL;
  read_arguments(made, at + 1, close);
  return close + 1;
}

/// The n-th part of a text between any of the separators, or the n-th character when there is no separator.
static const char *pick(const call *made, const char *text, const char *separators, const char *index) {
  size_t n = position(index, strlen(text) + 1);
  if (!separators)
    return n < strlen(text) ? dxl_arena_string(made->state->arena, text + n, 1) : "";
  for (; n && *text; --n) {
    text += strcspn(text, separators);
    text += *text != '\0';
  }
  return dxl_arena_string(made->state->arena, text, strcspn(text, separators));
}

static const char *unknown(const call *made, const char *text) {
  dxl_msbuild_say_once(made->state, DXL_MESSAGE_NOTE, made->place,
                       "property function $(%s) is not known here; taken as empty", text);
  return "";
}

const char *dxl_msbuild_call(dxl_msbuild *state, const dxl_msbuild_place *place, const char *text, uint32_t depth) {
  call made = {.state = state, .place = place, .depth = depth};
  if (strncasecmp(text, "Registry:", strlen("Registry:")) == 0)
    return "<Registry>";
  const char *value = NULL;
  const char *at = text;
  if (*text == '[') {
    const char *close = strchr(text, ']');
    if (!close || close[1] != ':' || close[2] != ':')
      return unknown(&made, text);
    const char *type =
        dxl_msbuild_trim(state->arena, dxl_arena_string(state->arena, text + 1, (size_t)(close - text - 1)));
    const char *member = "";
    if (is(type, "System.DateTime") || is(type, "System.Guid"))
      return "0"; // the time of the build changes nothing of the source that matters here
    at = read_member(&made, close + 3, &member);
    value = at ? call_static(&made, type, member) : NULL;
  } else {
    const size_t length = name_length(text);
    value = length ? dxl_msbuild_get(state, dxl_arena_string(state->arena, text, length)) : NULL;
    at = text + length;
  }
  const char *separators = NULL; // of a Split that waits for its index
  while (value && at && *at && !state->is_broken) {
    dxl_msbuild_check_budget(state, place);
    if (isspace((unsigned char)*at)) {
      ++at;
    } else if (*at == '[') {
      const char *close = strchr(at, ']');
      if (!close)
        return unknown(&made, text);
      value = pick(&made, value, separators, dxl_arena_string(state->arena, at + 1, (size_t)(close - at - 1)));
      separators = NULL;
      at = close + 1;
    } else if (*at == '.') {
      const char *member = "";
      at = read_member(&made, at + 1, &member);
      if (at && is(member, "Split"))
        separators = *argument(&made, 0) ? argument(&made, 0) : " ";
      else
        value = at ? call_text(&made, value, member) : NULL;
    } else {
      value = NULL;
    }
  }
  if (!value || !at)
    return unknown(&made, text);
  return separators ? replace(&made, value, separators, ";") : value;
}
