// Look-ups in a finished rule set. Names match as they are written; a record may also be given by its tag
// ("_DXGKRNL_INTERFACE"), a function type by its pointer typedef ("PDXGKDDI_CREATECONTEXT").
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <stdio.h>
#include <string.h>

#include "base/map.h"
#include "rulepack/rulepack.h"

enum { KEY_SIZE = 512 };

/// Position + 1 of a name in an index, 0 when it is not there.
static uint64_t find(const struct dxl_map *index, const char *name) {
  const uint64_t *slot = name ? dxl_map_get_text(index, name) : NULL;
  return slot ? *slot : 0;
}

static uint64_t find_type(const struct dxl_map *index, const char *name) {
  const uint64_t at = find(index, name);
  return at || !name || name[0] != 'P' ? at : find(index, name + 1);
}

static uint64_t find_member(const struct dxl_map *index, const char *record, const char *member) {
  char key[KEY_SIZE];
  if (!record || !member)
    return 0;
  const int length = snprintf(key, sizeof key, "%s.%s", record, member);
  if (length < 0 || (size_t)length >= sizeof key)
    return 0;
  const uint64_t at = find(index, key);
  return at || key[0] != '_' ? at : find(index, key + 1);
}

const dxl_rule_call *dxl_rules_find_function(const dxl_rules *rules, const char *linkage_name,
                                             const char *display_name) {
  uint64_t at = find(rules->by_function, linkage_name);
  if (!at)
    at = find(rules->by_function, display_name);
  return at ? &rules->calls.items[at - 1] : NULL;
}

const dxl_rule_call *dxl_rules_find_member(const dxl_rules *rules, const char *record, const char *member) {
  const uint64_t at = find_member(rules->by_member, record, member);
  return at ? &rules->calls.items[at - 1] : NULL;
}

const dxl_rule_call *dxl_rules_find_type(const dxl_rules *rules, const char *type_name) {
  const uint64_t at = find_type(rules->by_type, type_name);
  return at ? &rules->calls.items[at - 1] : NULL;
}

const dxl_rule_entry *dxl_rules_find_entry(const dxl_rules *rules, const char *type_name) {
  const uint64_t at = find_type(rules->by_entry, type_name);
  return at ? &rules->entries.items[at - 1] : NULL;
}

const dxl_rule_entry *dxl_rules_find_entry_function(const dxl_rules *rules, const char *function) {
  const uint64_t at = find(rules->by_entry_function, function);
  return at ? &rules->entries.items[at - 1] : NULL;
}

const dxl_rule_entry *dxl_rules_find_entry_member(const dxl_rules *rules, const char *record, const char *member) {
  const uint64_t at = find_member(rules->by_entry_member, record, member);
  return at ? &rules->entries.items[at - 1] : NULL;
}

const dxl_resource *dxl_rules_find_resource(const dxl_rules *rules, const char *id) {
  for (uint32_t i = 0; i < rules->resources.count; ++i)
    if (strcmp(rules->resources.items[i].id, id) == 0)
      return &rules->resources.items[i];
  return NULL;
}
