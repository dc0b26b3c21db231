// A YAML text as a tree of nodes that know where they stand.
// Invariants: a tree is at most DXL_DOCUMENT_DEPTH deep; a mapping has as many keys as items and its keys are texts;
// no text holds a NUL. Aliases, anchors and tags are refused, so that a tree is never larger than its text.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DXL_RULEPACK_DOCUMENT_H
#define DXL_RULEPACK_DOCUMENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/array.h"

enum {
  DXL_DOCUMENT_DEPTH = 24,      ///< a rule file needs seven levels
  DXL_DOCUMENT_SIZE = 16 << 20, ///< bytes
  DXL_DOCUMENT_KEEP_DEPTH = 2   ///< lists of the top level keep what was complete when the text breaks off
};

typedef enum dxl_node_kind { DXL_NODE_TEXT, DXL_NODE_LIST, DXL_NODE_MAPPING } dxl_node_kind;

typedef struct dxl_node {
  dxl_node_kind kind;
  uint32_t line, column; ///< from 1
  bool is_plain;         ///< a text without quotes
  uint32_t quote;        ///< columns before the first character of a text
  const char *text;      ///< of a text; NUL-terminated
  DXL_ARRAY(struct dxl_node *) keys;
  DXL_ARRAY(struct dxl_node *) items;
} dxl_node;

typedef struct dxl_document_error {
  uint32_t line, column;
  const char *message; ///< NULL: none
} dxl_document_error;

/// The tree of a text, owned by the arena; NULL when it is empty or broken from the start. After a mistake the tree has
/// what was complete before it.
dxl_node *dxl_document_read(dxl_arena *arena, const char *text, size_t length, dxl_document_error *error);

#endif
