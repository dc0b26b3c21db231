// Response files: @file stands for the arguments that the file holds, which may name further ones. Invariant: a file
// that is being read is not read again, and the number of arguments is bounded, so that no set of files goes on for
// ever. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <errno.h>
#include <string.h>

#include "project/internal.h"

/// Arguments that one compiler call may have in the end.
enum { ARGUMENT_LIMIT = 100000 };

typedef struct response {
  const char *path;
  const struct response *outer;
  uint32_t depth;
} response;

typedef struct expansion {
  dxl_project *project;
  const dxl_unit *unit;
  const char *directory, *root;
  dxl_quoting quoting;
  dxl_texts *result;
  bool is_full;
} expansion;

static void say(const expansion *state, const char *path, const char *why) {
  dxl_project_say(state->project, DXL_MESSAGE_ERROR, state->unit->origin, state->unit->origin_line,
                  state->unit->origin_column, "%s: response file %s: %s", state->unit->file, path, why);
}

static void expand(expansion *state, const char *const *arguments, uint32_t count, const response *outer);

static void read_response(expansion *state, const char *name, const response *outer) {
  dxl_arena *arena = state->project->arena;
  const char *path = dxl_arguments_locate(state->project, state->directory, name, state->root);
  const response inner = {path, outer, outer ? outer->depth + 1 : 1};
  for (const response *open = outer; open; open = open->outer)
    if (strcmp(open->path, path) == 0) {
      say(state, path, "it names itself");
      return;
    }
  if (inner.depth > DXL_PROJECT_DEPTH_LIMIT) {
    say(state, path, "response files nest too deep");
    return;
  }
  size_t length = 0;
  const char *text = dxl_path_read_text(arena, path, &length);
  if (!text) {
    say(state, path, strerror(errno));
    return;
  }
  dxl_texts words = {0};
  dxl_arguments_split(arena, text, state->quoting, &words);
  expand(state, words.items, words.count, &inner);
  dxl_array_free(&words);
}

static void expand(expansion *state, const char *const *arguments, uint32_t count, const response *outer) {
  for (uint32_t i = 0; i < count && !state->is_full; ++i) {
    if (arguments[i][0] == '@' && arguments[i][1]) {
      read_response(state, arguments[i] + 1, outer);
    } else if (state->result->count < ARGUMENT_LIMIT) {
      dxl_array_push(state->result, arguments[i]);
    } else {
      dxl_project_say(state->project, DXL_MESSAGE_ERROR, state->unit->origin, state->unit->origin_line,
                      state->unit->origin_column, "%s: more than %d arguments; the rest is left out", state->unit->file,
                      ARGUMENT_LIMIT);
      state->is_full = true;
    }
  }
}

void dxl_arguments_expand(dxl_project *project, const dxl_unit *unit, const char *const *arguments, uint32_t count,
                          const char *directory, const char *root, dxl_quoting quoting, dxl_texts *result) {
  expansion state = {project, unit, directory, root, quoting, result, false};
  expand(&state, arguments, count, NULL);
}
