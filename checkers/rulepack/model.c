// Shapes of resources, owners and the driver model: entry points, objects, registrations, markers, checks, versions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <string.h>

#include "rulepack/place.h"
#include "rulepack/reader.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])
#define FIELD(record, member) offsetof(record, member), DXL_NO_FLAG
#define FLAGGED(record, member) offsetof(record, member), offsetof(record, has_##member)

static dxl_change change_of(const dxl_change_keys *keys) {
  return keys->extends ? DXL_CHANGE_EXTENDS : keys->replaces ? DXL_CHANGE_REPLACES : DXL_CHANGE_NONE;
}

static bool check_change(dxl_reader *reader, const dxl_node *node, const dxl_change_keys *keys) {
  if (keys->extends && keys->replaces)
    dxl_reader_error(reader, node, "a rule either extends or replaces");
  return !keys->extends || !keys->replaces;
}

// ---- Resources
// -------------------------------------------------------------------------------------------------------

typedef struct read_resource {
  dxl_resource resource;
  dxl_change_keys change;
} read_resource;

static const dxl_choice resource_kinds[] = {
    {"handle", DXL_RESOURCE_HANDLE}, {"memory", DXL_RESOURCE_MEMORY}, {"object", DXL_RESOURCE_OBJECT},
    {"lock", DXL_RESOURCE_LOCK},     {"state", DXL_RESOURCE_STATE},   {NULL, 0},
};

static void prepare_resource(dxl_reader *reader, const dxl_node *node, void *record) {
  dxl_resource *resource = &((read_resource *)record)->resource;
  (void)node;
  resource->pack = reader->pack;
  resource->leak_is_reported = true;
  resource->double_is_reported = true;
  resource->acquire_verb = "acquired";
  resource->release_verb = "released";
}

static bool check_resource(dxl_reader *reader, const dxl_node *node, void *record, uint64_t given) {
  read_resource *read = record;
  (void)given;
  if (!check_change(reader, node, &read->change))
    return false;
  if (!read->resource.title)
    read->resource.title = read->resource.id;
  return true;
}

static const dxl_field resource_fields[] = {
    {"id", DXL_FIELD_WORD, true, FIELD(read_resource, resource.id), NULL, NULL, NULL, 0},
    {"extends", DXL_FIELD_BOOL, false, FIELD(read_resource, change.extends), NULL, NULL, NULL, 0},
    {"replaces", DXL_FIELD_BOOL, false, FIELD(read_resource, change.replaces), NULL, NULL, NULL, 0},
    {"title", DXL_FIELD_WORD, false, FIELD(read_resource, resource.title), NULL, NULL, NULL, 0},
    {"kind", DXL_FIELD_CHOICE, false, FIELD(read_resource, resource.kind), resource_kinds, NULL, NULL, 0},
    {"acquire_verb", DXL_FIELD_WORD, false, FIELD(read_resource, resource.acquire_verb), NULL, NULL, NULL, 0},
    {"release_verb", DXL_FIELD_WORD, false, FIELD(read_resource, resource.release_verb), NULL, NULL, NULL, 0},
    {"owner_title", DXL_FIELD_WORD, false, FIELD(read_resource, resource.owner_title), NULL, NULL, NULL, 0},
    {"kind_of", DXL_FIELD_WORD, false, FIELD(read_resource, resource.kind_of), NULL, NULL, NULL, 0},
    {"leak_is_reported", DXL_FIELD_BOOL, false, FIELD(read_resource, resource.leak_is_reported), NULL, NULL, NULL, 0},
    {"double_is_reported", DXL_FIELD_BOOL, false, FIELD(read_resource, resource.double_is_reported), NULL, NULL, NULL,
     0},
    {"is_counted", DXL_FIELD_BOOL, false, FIELD(read_resource, resource.is_counted), NULL, NULL, NULL, 0},
    {"goes_along", DXL_FIELD_BOOL, false, FIELD(read_resource, resource.goes_along), NULL, NULL, NULL, 0},
    {"null_is_releasable", DXL_FIELD_BOOL, false, FIELD(read_resource, resource.null_is_releasable), NULL, NULL, NULL,
     0},
    {"is_filled", DXL_FIELD_BOOL, false, FIELD(read_resource, resource.is_filled), NULL, NULL, NULL, 0},
    {"escapes_when_passed", DXL_FIELD_BOOL, false, FIELD(read_resource, resource.escapes_when_passed), NULL, NULL, NULL,
     0},
    {"doc", DXL_FIELD_PAGE, false, FIELD(read_resource, resource.doc), NULL, NULL, NULL, 0},
};
_Static_assert(offsetof(read_resource, resource) == 0, "dxl_shape_extend takes the resource for the record");
const dxl_shape dxl_shape_resource = {"a resource",           sizeof(read_resource), resource_fields,
                                      COUNT(resource_fields), prepare_resource,      check_resource};

void dxl_read_resource(dxl_reader *reader, const dxl_node *node) {
  read_resource read = {0};
  dxl_origin origin = {.at = dxl_reader_position(reader, node)};
  if (!dxl_shape_read(reader, node, &dxl_shape_resource, &read, &origin.given))
    return;
  origin.change = change_of(&read.change);
  if (origin.change == DXL_CHANGE_NONE && !(origin.given & dxl_shape_bit(&dxl_shape_resource, "kind"))) {
    dxl_reader_error(reader, node, "a resource needs 'kind'");
    return;
  }
  origin.given &= ~(dxl_shape_bit(&dxl_shape_resource, "id") | dxl_shape_bit(&dxl_shape_resource, "extends") |
                    dxl_shape_bit(&dxl_shape_resource, "replaces"));
  dxl_array_push(&reader->rules->resources, read.resource);
  dxl_array_push(&reader->rules->loading->resources, origin);
}

// ---- Entry points
// ----------------------------------------------------------------------------------------------------

typedef struct read_entry {
  dxl_rule_entry entry;
  dxl_change_keys change;
} read_entry;

static const dxl_field link_fields[] = {
    {"place", DXL_FIELD_PLACE, true, FIELD(dxl_rule_link, place), NULL, NULL, NULL, 0},
    {"object", DXL_FIELD_WORD, true, FIELD(dxl_rule_link, object), NULL, NULL, NULL, 0},
};
const dxl_shape dxl_shape_link = {"a link", sizeof(dxl_rule_link), link_fields, COUNT(link_fields), NULL, NULL};

/// "tables": a list of RECORD.MEMBER.
static bool read_tables(dxl_reader *reader, const dxl_node *node, void *record) {
  dxl_rule_entry *entry = record;
  if (node->kind != DXL_NODE_LIST) {
    dxl_reader_error(reader, node, "'tables' is a list of RECORD.MEMBER");
    return false;
  }
  dxl_rule_pattern *tables = dxl_arena_alloc(reader->rules->arena, node->items.count * sizeof *tables);
  uint32_t count = 0;
  for (uint32_t i = 0; i < node->items.count; ++i) {
    dxl_rule_pattern table = {0};
    if (dxl_reader_member(reader, node->items.items[i], &table.record, &table.member))
      tables[count++] = table;
  }
  entry->tables.items = tables;
  entry->tables.count = entry->tables.capacity = count;
  return true;
}

static void prepare_entry(dxl_reader *reader, const dxl_node *node, void *record) {
  dxl_rule_entry *entry = &((read_entry *)record)->entry;
  (void)reader;
  (void)node;
  entry->irql_max = DXL_IRQL_UNKNOWN;
  entry->irql_min = DXL_IRQL_UNKNOWN;
}

static bool check_entry(dxl_reader *reader, const dxl_node *node, void *record, uint64_t given) {
  read_entry *read = record;
  (void)given;
  if (!check_change(reader, node, &read->change))
    return false;
  if (!read->entry.name)
    read->entry.name = read->entry.type_name;
  return true;
}

static const dxl_field entry_fields[] = {
    {"type", DXL_FIELD_WORD, true, FIELD(read_entry, entry.type_name), NULL, NULL, NULL, 0},
    {"extends", DXL_FIELD_BOOL, false, FIELD(read_entry, change.extends), NULL, NULL, NULL, 0},
    {"replaces", DXL_FIELD_BOOL, false, FIELD(read_entry, change.replaces), NULL, NULL, NULL, 0},
    {"name", DXL_FIELD_WORD, false, FIELD(read_entry, entry.name), NULL, NULL, NULL, 0},
    {"function", DXL_FIELD_WORD, false, FIELD(read_entry, entry.function), NULL, NULL, NULL, 0},
    {"tables", DXL_FIELD_CUSTOM, false, 0, DXL_NO_FLAG, NULL, NULL, read_tables, 0},
    {"irql_max", DXL_FIELD_LEVEL, false, FIELD(read_entry, entry.irql_max), NULL, NULL, NULL, 0},
    {"irql_min", DXL_FIELD_LEVEL, false, FIELD(read_entry, entry.irql_min), NULL, NULL, NULL, 0},
    {"doc", DXL_FIELD_PAGE, false, FIELD(read_entry, entry.doc), NULL, NULL, NULL, 0},
    {"links", DXL_FIELD_RECORDS, false, FIELD(read_entry, entry.links), NULL, &dxl_shape_link, NULL, 0},
};
_Static_assert(offsetof(read_entry, entry) == 0, "dxl_shape_extend and read_tables take the entry for the record");
const dxl_shape dxl_shape_entry = {"an entry point",    sizeof(read_entry), entry_fields,
                                   COUNT(entry_fields), prepare_entry,      check_entry};

void dxl_read_entry(dxl_reader *reader, const dxl_node *node) {
  read_entry read = {0};
  dxl_origin origin = {.at = dxl_reader_position(reader, node)};
  if (!dxl_shape_read(reader, node, &dxl_shape_entry, &read, &origin.given))
    return;
  origin.change = change_of(&read.change);
  origin.given &= ~(dxl_shape_bit(&dxl_shape_entry, "type") | dxl_shape_bit(&dxl_shape_entry, "extends") |
                    dxl_shape_bit(&dxl_shape_entry, "replaces"));
  dxl_array_push(&reader->rules->entries, read.entry);
  dxl_array_push(&reader->rules->loading->entries, origin);
}

// ---- Objects
// ---------------------------------------------------------------------------------------------------------

typedef struct read_object {
  dxl_rule_object object;
  dxl_change_keys change;
} read_object;

static bool check_object(dxl_reader *reader, const dxl_node *node, void *record, uint64_t given) {
  (void)given;
  return check_change(reader, node, &((read_object *)record)->change);
}

static bool read_given(dxl_reader *reader, const dxl_node *node, void *record) {
  dxl_rule_object *object = record;
  return dxl_reader_member(reader, node, &object->given.record, &object->given.member);
}

static bool read_absent(dxl_reader *reader, const dxl_node *node, void *record) {
  dxl_rule_object *object = record;
  return dxl_reader_member(reader, node, &object->absent.record, &object->absent.member);
}

static const dxl_field object_fields[] = {
    {"name", DXL_FIELD_WORD, true, FIELD(read_object, object.name), NULL, NULL, NULL, 0},
    {"extends", DXL_FIELD_BOOL, false, FIELD(read_object, change.extends), NULL, NULL, NULL, 0},
    {"replaces", DXL_FIELD_BOOL, false, FIELD(read_object, change.replaces), NULL, NULL, NULL, 0},
    {"parent", DXL_FIELD_WORD, false, FIELD(read_object, object.parent), NULL, NULL, NULL, 0},
    {"ends_all", DXL_FIELD_BOOL, false, FIELD(read_object, object.ends_all), NULL, NULL, NULL, 0},
    {"create", DXL_FIELD_WORD, false, FIELD(read_object, object.create), NULL, NULL, NULL, 0},
    {"created", DXL_FIELD_PLACE, false, offsetof(read_object, object.created),
     offsetof(read_object, object.has_created), NULL, NULL, NULL, 0},
    {"success", DXL_FIELD_CONDITION, false, FIELD(read_object, object.success), NULL, NULL, NULL, 0},
    {"destroy", DXL_FIELD_WORDS, false, FIELD(read_object, object.destroy), NULL, NULL, NULL, 0},
    {"destroyed", DXL_FIELD_PLACE, false, FIELD(read_object, object.destroyed), NULL, NULL, NULL, 0},
    {"created_count", DXL_FIELD_PLACE, false, offsetof(read_object, object.created_count),
     offsetof(read_object, object.has_created_count), NULL, NULL, NULL, 0},
    {"destroyed_count", DXL_FIELD_PLACE, false, offsetof(read_object, object.destroyed_count),
     offsetof(read_object, object.has_destroyed_count), NULL, NULL, NULL, 0},
    {"given", DXL_FIELD_CUSTOM, false, 0, DXL_NO_FLAG, NULL, NULL, read_given, 0},
    {"given_title", DXL_FIELD_WORD, false, FIELD(read_object, object.given_title), NULL, NULL, NULL, 0},
    {"absent", DXL_FIELD_CUSTOM, false, 0, DXL_NO_FLAG, NULL, NULL, read_absent, 0},
};
_Static_assert(offsetof(read_object, object) == 0, "dxl_shape_extend takes the object for the record");
const dxl_shape dxl_shape_object = {"an object", sizeof(read_object), object_fields, COUNT(object_fields),
                                    NULL,        check_object};

void dxl_read_object(dxl_reader *reader, const dxl_node *node) {
  read_object read = {0};
  dxl_origin origin = {.at = dxl_reader_position(reader, node)};
  if (!dxl_shape_read(reader, node, &dxl_shape_object, &read, &origin.given))
    return;
  origin.change = change_of(&read.change);
  const uint64_t needed = dxl_shape_bit(&dxl_shape_object, "create") | dxl_shape_bit(&dxl_shape_object, "destroy") |
                          dxl_shape_bit(&dxl_shape_object, "destroyed");
  if (origin.change != DXL_CHANGE_EXTENDS && (origin.given & needed) != needed) {
    dxl_reader_error(reader, node, "an object needs 'create', 'destroy' and 'destroyed'");
    return;
  }
  origin.given &= ~(dxl_shape_bit(&dxl_shape_object, "name") | dxl_shape_bit(&dxl_shape_object, "extends") |
                    dxl_shape_bit(&dxl_shape_object, "replaces"));
  dxl_array_push(&reader->rules->objects, read.object);
  dxl_array_push(&reader->rules->loading->objects, origin);
}

// ---- Small ones
// ------------------------------------------------------------------------------------------------------

static bool read_owner_member(dxl_reader *reader, const dxl_node *node, void *record) {
  dxl_rule_owner_source *source = record;
  return dxl_reader_member(reader, node, &source->record, &source->member);
}

static const dxl_field owner_source_fields[] = {
    {"member", DXL_FIELD_CUSTOM, true, 0, DXL_NO_FLAG, NULL, NULL, read_owner_member, 0},
    {"owner", DXL_FIELD_WORD, true, FIELD(dxl_rule_owner_source, owner), NULL, NULL, NULL, 0},
};
const dxl_shape dxl_shape_owner_source = {
    "an owner source", sizeof(dxl_rule_owner_source), owner_source_fields, COUNT(owner_source_fields), NULL, NULL};

void dxl_read_owner_source(dxl_reader *reader, const dxl_node *node) {
  dxl_rule_owner_source source = {0};
  uint64_t given;
  if (dxl_shape_read(reader, node, &dxl_shape_owner_source, &source, &given))
    dxl_array_push(&reader->rules->owner_sources, source);
}

static bool read_registration_member(dxl_reader *reader, const dxl_node *node, void *record) {
  dxl_rule_registration *registration = record;
  return dxl_reader_member(reader, node, &registration->record, &registration->version_member);
}

static const dxl_field registration_fields[] = {
    {"version", DXL_FIELD_CUSTOM, true, 0, DXL_NO_FLAG, NULL, NULL, read_registration_member, 0},
};
const dxl_shape dxl_shape_registration = {
    "a registration", sizeof(dxl_rule_registration), registration_fields, COUNT(registration_fields), NULL, NULL};

void dxl_read_registration(dxl_reader *reader, const dxl_node *node) {
  dxl_rule_registration registration = {0};
  uint64_t given;
  if (dxl_shape_read(reader, node, &dxl_shape_registration, &registration, &given))
    dxl_array_push(&reader->rules->registrations, registration);
}

static const dxl_field marker_fields[] = {
    {"name", DXL_FIELD_WORD, true, FIELD(dxl_rule_marker, name), NULL, NULL, NULL, 0},
    {"irql_max", DXL_FIELD_LEVEL, true, FIELD(dxl_rule_marker, irql_max), NULL, NULL, NULL, 0},
};
const dxl_shape dxl_shape_marker = {"a marker", sizeof(dxl_rule_marker), marker_fields, COUNT(marker_fields), NULL,
                                    NULL};

void dxl_read_marker(dxl_reader *reader, const dxl_node *node) {
  dxl_rule_marker marker = {0};
  uint64_t given;
  if (!dxl_shape_read(reader, node, &dxl_shape_marker, &marker, &given))
    return;
  for (uint32_t i = 0; i < reader->rules->markers.count; ++i)
    if (strcmp(reader->rules->markers.items[i].name, marker.name) == 0) {
      dxl_reader_error(reader, node, "the marker '%s' is already there", marker.name);
      return;
    }
  dxl_array_push(&reader->rules->markers, marker);
}

static bool read_forth(dxl_reader *reader, const dxl_node *node, void *record) {
  dxl_rule_opposite *opposite = record;
  return dxl_reader_member(reader, node, &opposite->record, &opposite->forth);
}

static const dxl_field opposite_fields[] = {
    {"forth", DXL_FIELD_CUSTOM, true, 0, DXL_NO_FLAG, NULL, NULL, read_forth, 0},
    {"back", DXL_FIELD_WORD, true, FIELD(dxl_rule_opposite, back), NULL, NULL, NULL, 0},
};
const dxl_shape dxl_shape_opposite = {"a pair of opposites", sizeof(dxl_rule_opposite), opposite_fields,
                                      COUNT(opposite_fields), NULL, NULL};

void dxl_read_opposite(dxl_reader *reader, const dxl_node *node) {
  dxl_rule_opposite opposite = {0};
  uint64_t given;
  if (!dxl_shape_read(reader, node, &dxl_shape_opposite, &opposite, &given))
    return;
  if (strcmp(opposite.forth, opposite.back) == 0)
    dxl_reader_error(reader, node, "'%s' cannot be its own opposite", opposite.back);
  else
    dxl_array_push(&reader->rules->opposites, opposite);
}

static bool read_help(dxl_reader *reader, const dxl_node *node, void *record) {
  const char *name = dxl_reader_text(reader, node, "the name of a page");
  if (!name)
    return false;
  ((dxl_rule_check *)record)->help = reader->help ? reader->help(reader, name) : NULL;
  if (!((dxl_rule_check *)record)->help)
    dxl_reader_error(reader, node, "the page '%s' cannot be read", name);
  return true;
}

static const dxl_field check_fields[] = {
    {"id", DXL_FIELD_WORD, true, FIELD(dxl_rule_check, id), NULL, NULL, NULL, 0},
    {"summary", DXL_FIELD_WORD, true, FIELD(dxl_rule_check, summary), NULL, NULL, NULL, 0},
    {"help", DXL_FIELD_CUSTOM, false, 0, DXL_NO_FLAG, NULL, NULL, read_help, 0},
};
const dxl_shape dxl_shape_check = {"a check", sizeof(dxl_rule_check), check_fields, COUNT(check_fields), NULL, NULL};

void dxl_read_check(dxl_reader *reader, const dxl_node *node) {
  dxl_rule_check check = {.pack = reader->pack};
  uint64_t given;
  if (!dxl_shape_read(reader, node, &dxl_shape_check, &check, &given))
    return;
  for (uint32_t i = 0; i < reader->rules->checks.count; ++i)
    if (strcmp(reader->rules->checks.items[i].id, check.id) == 0) {
      dxl_reader_error(reader, node, "the check '%s' is already there", check.id);
      return;
    }
  dxl_array_push(&reader->rules->checks, check);
}

static const dxl_field version_fields[] = {
    {"name", DXL_FIELD_WORD, true, FIELD(dxl_version, name), NULL, NULL, NULL, 0},
    {"value", DXL_FIELD_INTEGER, true, FIELD(dxl_version, value), NULL, NULL, NULL, 0},
    {"title", DXL_FIELD_WORD, true, FIELD(dxl_version, title), NULL, NULL, NULL, 0},
};
const dxl_shape dxl_shape_version = {"a version", sizeof(dxl_version), version_fields, COUNT(version_fields), NULL,
                                     NULL};

void dxl_read_version(dxl_reader *reader, const dxl_node *node) {
  dxl_version version = {.at = dxl_reader_position(reader, node)};
  uint64_t given;
  if (!dxl_shape_read(reader, node, &dxl_shape_version, &version, &given))
    return;
  if (version.value <= 0 || version.value > UINT32_MAX) {
    dxl_reader_error(reader, node, "the value of a version is a number from 1 to 4294967295");
    return;
  }
  const struct dxl_rules_loading *loading = reader->rules->loading;
  for (uint32_t i = 0; i < loading->versions.count; ++i)
    if (strcmp(loading->versions.items[i].name, version.name) == 0) {
      dxl_reader_error(reader, node, "the version '%s' is already there", version.name);
      return;
    }
  dxl_array_push(&reader->rules->loading->versions, version);
}
