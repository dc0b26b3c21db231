// Reading of rule files: shapes say which keys a record has and where their values go; one function reads them all.
// Invariants: a record is kept only when every value that it was given could be read; a mistake is reported once, at
// its line and column. Names of resources and versions are references until dxl_rules_finish resolves them.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DXL_RULEPACK_READER_H
#define DXL_RULEPACK_READER_H

#include "base/map.h"
#include "rulepack/document.h"
#include "rulepack/rulepack.h"

typedef struct dxl_position {
  const char *file;
  uint32_t line, column;
} dxl_position;

/// A resource as a rule names it. Until dxl_rules_finish the member `resource` of a rule is an index of these.
typedef struct dxl_reference {
  const char *name;
  dxl_position at;
} dxl_reference;

/// What a record does to one of the same key that stands before it.
typedef enum dxl_change { DXL_CHANGE_NONE, DXL_CHANGE_EXTENDS, DXL_CHANGE_REPLACES } dxl_change;

/// Where a record of the rule set comes from. `given` has a bit for each field of its shape that the file gives.
typedef struct dxl_origin {
  dxl_position at;
  dxl_change change;
  uint64_t given;
  dxl_reference version; ///< of a call: the name of its version, NULL when it is a number or absent
} dxl_origin;
typedef DXL_ARRAY(dxl_origin) dxl_origins;

typedef struct dxl_version {
  const char *name, *title;
  int64_t value;
  dxl_position at;
} dxl_version;

/// What only loading needs; origins are parallel to the arrays of the rule set.
struct dxl_rules_loading {
  DXL_ARRAY(dxl_reference) references;
  DXL_ARRAY(dxl_version) versions;
  dxl_origins resources, calls, entries, objects;
  dxl_map *builtin; ///< names of built-in packs that were added
  bool is_finished;
};

/// The file being read.
typedef struct dxl_reader {
  dxl_rules *rules;
  dxl_rule_errors *errors;
  const char *file;
  const char *pack;
  const char *doc_base; ///< put before relative documentation pages, may be NULL
  bool has_errors;
  /// Text of a help page that a check names, NULL when there is none; the result is owned by the rule set.
  const char *(*help)(struct dxl_reader *reader, const char *name);
} dxl_reader;

// ---- Mistakes
// --------------------------------------------------------------------------------------------------------

void dxl_reader_error(dxl_reader *reader, const dxl_node *node, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
void dxl_rules_add_error(dxl_rules *rules, dxl_rule_errors *errors, dxl_position at, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
dxl_position dxl_reader_position(const dxl_reader *reader, const dxl_node *node);

// ---- Shapes
// ----------------------------------------------------------------------------------------------------------

typedef enum dxl_field_kind {
  DXL_FIELD_TEXT,      ///< const char *
  DXL_FIELD_WORD,      ///< const char *, one line
  DXL_FIELD_PAGE,      ///< const char *, a documentation page; relative ones get the pack's doc_base
  DXL_FIELD_BOOL,      ///< bool
  DXL_FIELD_UNSIGNED,  ///< uint32_t
  DXL_FIELD_INTEGER,   ///< int64_t
  DXL_FIELD_LEVEL,     ///< int32_t, an IRQL
  DXL_FIELD_CHOICE,    ///< int, one of `choices`
  DXL_FIELD_PLACE,     ///< dxl_place
  DXL_FIELD_CONDITION, ///< dxl_condition *
  DXL_FIELD_RESOURCE,  ///< uint32_t, index of a reference
  DXL_FIELD_RECORD,    ///< a record of `shape`
  DXL_FIELD_RECORDS,   ///< DXL_ARRAY of records of `shape`
  DXL_FIELD_WORDS,     ///< DXL_ARRAY(const char *)
  DXL_FIELD_PLACES,    ///< DXL_ARRAY(dxl_place)
  DXL_FIELD_CUSTOM     ///< read by `read`
} dxl_field_kind;

typedef struct dxl_choice {
  const char *name;
  int value;
} dxl_choice;

typedef struct dxl_shape dxl_shape;

#define DXL_NO_FLAG SIZE_MAX

typedef struct dxl_field {
  const char *key;
  dxl_field_kind kind;
  bool is_required;
  size_t offset;
  size_t flag; ///< offset of a bool that becomes true with the field, or DXL_NO_FLAG
  const dxl_choice *choices;
  const dxl_shape *shape;
  bool (*read)(dxl_reader *reader, const dxl_node *node, void *record);
  size_t size; ///< of what a CUSTOM field fills, 0 when dxl_shape_extend must leave it
} dxl_field;

struct dxl_shape {
  const char *what; ///< "an acquire": for messages
  size_t size;
  const dxl_field *fields;
  uint32_t field_count;                                                    ///< at most 64
  void (*prepare)(dxl_reader *reader, const dxl_node *node, void *record); ///< defaults, may be NULL
  /// Looks at the whole record; false when it must not be kept. May be NULL.
  bool (*check)(dxl_reader *reader, const dxl_node *node, void *record, uint64_t given);
};

/// Reads a mapping into a zeroed record. *given gets the bits of the fields that were there. False when the record
/// must not be kept.
bool dxl_shape_read(dxl_reader *reader, const dxl_node *node, const dxl_shape *shape, void *record, uint64_t *given);
/// Reads one value.
bool dxl_field_read(dxl_reader *reader, const dxl_node *node, const dxl_field *field, void *record);
/// Copies the given fields of `from` over those of `to`; lists are put behind those of `to`.
void dxl_shape_extend(dxl_arena *arena, const dxl_shape *shape, void *to, const void *from, uint64_t given);
/// The bit of a key in `given`.
uint64_t dxl_shape_bit(const dxl_shape *shape, const char *key);

/// "RECORD.MEMBER" in two. False and a mistake when it is something else.
bool dxl_reader_member(dxl_reader *reader, const dxl_node *node, const char **record, const char **member);
/// A text that is not empty, copied into the rule set; NULL and a mistake otherwise.
const char *dxl_reader_text(dxl_reader *reader, const dxl_node *node, const char *what);

// ---- The shapes and sections (calls.c, model.c)
// ------------------------------------------------------------------------

extern const dxl_shape dxl_shape_resource, dxl_shape_call, dxl_shape_acquire, dxl_shape_release, dxl_shape_use,
    dxl_shape_transfer, dxl_shape_contract, dxl_shape_memory, dxl_shape_callback, dxl_shape_irql, dxl_shape_pattern,
    dxl_shape_entry, dxl_shape_link, dxl_shape_object, dxl_shape_registration, dxl_shape_marker, dxl_shape_owner_source,
    dxl_shape_check, dxl_shape_version, dxl_shape_opposite;

/// A record before it is added: what the shape fills and what belongs to its origin.
typedef struct dxl_change_keys {
  bool extends, replaces;
} dxl_change_keys;

void dxl_read_call(dxl_reader *reader, const dxl_node *node);
void dxl_read_resource(dxl_reader *reader, const dxl_node *node);
void dxl_read_entry(dxl_reader *reader, const dxl_node *node);
void dxl_read_object(dxl_reader *reader, const dxl_node *node);
void dxl_read_owner_source(dxl_reader *reader, const dxl_node *node);
void dxl_read_registration(dxl_reader *reader, const dxl_node *node);
void dxl_read_marker(dxl_reader *reader, const dxl_node *node);
void dxl_read_opposite(dxl_reader *reader, const dxl_node *node);
void dxl_read_check(dxl_reader *reader, const dxl_node *node);
void dxl_read_version(dxl_reader *reader, const dxl_node *node);

// ---- Packs (builtin.c) and files (rules.c)
// -------------------------------------------------------------------------------

/// Adds a built-in pack unless it is there already.
bool dxl_rules_add_pack(dxl_rules *rules, const char *name, dxl_rule_errors *errors);
bool dxl_rules_is_pack(const char *name);
/// The name of a built-in pack most like a word, NULL when none is near.
const char *dxl_rules_nearest_pack(const char *word);
/// Reads a whole file.
void dxl_read_file(dxl_reader *reader, const char *text, size_t length);

#endif
