// What the rules say of a member of a record. Records are known by their name or tag; where nothing declares one, its
// members are known by their own names, as far as these mean the same in all records of the rules.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "engine/internal.h"

const dxl_rule_call *dxl_rule_of_member(const dxl_rules *rules, const dxl_ir_record *record, const char *member) {
  const dxl_rule_call *rule = dxl_rules_find_member(rules, record->name, member);
  if (!rule && record->tag)
    rule = dxl_rules_find_member(rules, record->tag, member);
  return rule || !record->is_assumed ? rule : dxl_rules_find_member(rules, "", member);
}

const dxl_rule_entry *dxl_entry_of_member(const dxl_rules *rules, const dxl_ir_record *record, const char *member) {
  const dxl_rule_entry *entry = dxl_rules_find_entry_member(rules, record->name, member);
  if (!entry && record->tag)
    entry = dxl_rules_find_entry_member(rules, record->tag, member);
  return entry || !record->is_assumed ? entry : dxl_rules_find_entry_member(rules, "", member);
}
