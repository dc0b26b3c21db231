// The published JSON Schema and the reader of rule files agree: same keys, same required ones, same words.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <jansson.h>

#include "rulepack/reader.h"
#include "rulepack_support.h"

static json_t *load_schema(void) {
  json_error_t error;
  json_t *schema = json_load_file(DXL_SOURCE_DIR "/rules/schema.json", JSON_REJECT_DUPLICATES, &error);
  if (!schema)
    fail_msg("schema.json:%d: %s", error.line, error.text);
  return schema;
}

static bool has_text(const json_t *list, const char *text) {
  for (size_t i = 0; i < json_array_size(list); i++)
    if (strcmp(json_string_value(json_array_get(list, i)), text) == 0)
      return true;
  return false;
}

/// The definition that a property refers to, itself, through "allOf" or for its items; NULL when it is none.
static const char *definition_of(const json_t *property) {
  const json_t *items = json_object_get(property, "items");
  if (items)
    property = items;
  const json_t *all = json_object_get(property, "allOf");
  if (all)
    property = json_array_get(all, 0);
  const char *reference = json_string_value(json_object_get(property, "$ref"));
  return reference ? strrchr(reference, '/') + 1 : NULL;
}

static void compare_field(const dxl_field *field, const json_t *property, const char *where) {
  static const char *const definitions[] = {
      [DXL_FIELD_PAGE] = "page",    [DXL_FIELD_LEVEL] = "level",         [DXL_FIELD_PLACE] = "place",
      [DXL_FIELD_PLACES] = "place", [DXL_FIELD_CONDITION] = "condition", [DXL_FIELD_CUSTOM] = NULL};
  const char *wanted = definitions[field->kind], *type = json_string_value(json_object_get(property, "type"));
  if (wanted && (!definition_of(property) || strcmp(definition_of(property), wanted) != 0))
    fail_msg("%s.%s is no %s in the schema", where, field->key, wanted);
  const bool is_list =
      field->kind == DXL_FIELD_RECORDS || field->kind == DXL_FIELD_WORDS || field->kind == DXL_FIELD_PLACES;
  if (field->kind != DXL_FIELD_CUSTOM && is_list != (type && strcmp(type, "array") == 0))
    fail_msg("%s.%s: a list on one side only", where, field->key);
  if ((field->kind == DXL_FIELD_BOOL) != (type && strcmp(type, "boolean") == 0))
    fail_msg("%s.%s: true or false on one side only", where, field->key);
  const json_t *words = json_object_get(property, "enum");
  if (field->kind != DXL_FIELD_CHOICE)
    return;
  size_t count = 0;
  for (; field->choices[count].name; count++)
    if (!has_text(words, field->choices[count].name))
      fail_msg("%s.%s: the schema lacks '%s'", where, field->key, field->choices[count].name);
  assert_int_equal(count, json_array_size(words));
}

static void shapes_and_definitions_have_the_same_keys(void **state) {
  (void)state;
  static const struct {
    const char *name;
    const dxl_shape *shape;
  } all[] = {
      {"version", &dxl_shape_version},   {"resource", &dxl_shape_resource},
      {"pattern", &dxl_shape_pattern},   {"acquire", &dxl_shape_acquire},
      {"release", &dxl_shape_release},   {"use", &dxl_shape_use},
      {"transfer", &dxl_shape_transfer}, {"contract", &dxl_shape_contract},
      {"memory", &dxl_shape_memory},     {"irql", &dxl_shape_irql},
      {"callback", &dxl_shape_callback}, {"call", &dxl_shape_call},
      {"link", &dxl_shape_link},         {"entry", &dxl_shape_entry},
      {"object", &dxl_shape_object},     {"registration", &dxl_shape_registration},
      {"marker", &dxl_shape_marker},     {"owner_source", &dxl_shape_owner_source},
      {"check", &dxl_shape_check},       {"opposite", &dxl_shape_opposite},
  };
  json_t *schema = load_schema();
  const json_t *definitions = json_object_get(schema, "definitions");
  for (size_t i = 0; i < sizeof all / sizeof all[0]; i++) {
    const dxl_shape *shape = all[i].shape;
    const json_t *definition = json_object_get(definitions, all[i].name);
    assert_non_null(definition);
    const json_t *properties = json_object_get(definition, "properties");
    const json_t *required = json_object_get(definition, "required");
    assert_true(json_is_false(json_object_get(definition, "additionalProperties")));
    assert_int_equal(json_object_size(properties), shape->field_count);
    for (uint32_t n = 0; n < shape->field_count; n++) {
      const dxl_field *field = &shape->fields[n];
      const json_t *property = json_object_get(properties, field->key);
      if (!property)
        fail_msg("the schema lacks %s.%s", all[i].name, field->key);
      assert_int_equal(field->is_required, has_text(required, field->key));
      compare_field(field, property, all[i].name);
    }
  }
  json_decref(schema);
}

static void every_section_of_the_schema_is_read(void **state) {
  (void)state;
  json_t *schema = load_schema();
  json_t *property;
  const char *key;
  json_object_foreach(json_object_get(schema, "properties"), key, property) {
    char text[128], expected[128];
    snprintf(text, sizeof text, "pack: p\n%s: {}\n", key);
    snprintf(expected, sizeof expected, "unknown key '%s'", key);
    rule_test test = rule_test_begin();
    assert_false(rule_test_add(&test, "t.yaml", text)); // nothing of these is a mapping
    assert_int_not_equal(strncmp(test.errors.items[0].message, expected, strlen(expected)), 0);
    // Each is in the file of the tests that uses all.
    snprintf(text, sizeof text, "\n%s:", key);
    assert_true(strstr(everything_yaml, text) || strncmp(everything_yaml, text + 1, strlen(text + 1)) == 0);
    rule_test_end(&test);
  }
  json_decref(schema);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(shapes_and_definitions_have_the_same_keys),
      cmocka_unit_test(every_section_of_the_schema_is_read),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
