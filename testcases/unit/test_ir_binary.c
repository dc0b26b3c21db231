// Tests of the binary form: round trips, and bytes that are damaged with and without a checksum that fits.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "ir/binary.h"
#include "ir_support.h"

static uint8_t *write_sample(size_t *length) {
  size_t text_length;
  char *text = read_sample("everything.ir", &text_length);
  dxl_ir_module *module = parse_text("everything.ir", text);
  uint8_t *bytes = dxl_ir_write_binary(module, length);
  dxl_ir_module_free(module);
  dxl_release(text);
  return bytes;
}

static void everything_comes_back(void **state) {
  (void)state;
  size_t text_length, length, length_again;
  char *text = read_sample("everything.ir", &text_length);
  uint8_t *bytes = write_sample(&length);
  char *error = NULL;
  dxl_ir_module *module = dxl_ir_read_binary(bytes, length, &error);
  assert_null(error);
  assert_non_null(module);
  char *printed = print_module(module);
  assert_string_equal(printed, text);
  uint8_t *again = dxl_ir_write_binary(module, &length_again);
  assert_int_equal(length, length_again);
  assert_memory_equal(bytes, again, length);
  assert_true(length < text_length);
  dxl_release(bytes);
  dxl_release(again);
  dxl_release(printed);
  dxl_release(text);
  dxl_ir_module_free(module);
}

/// What the text form does not carry: the bits of numbers, functions of unknown display name, unusual targets.
static void odd_values_come_back(void **state) {
  (void)state;
  dxl_ir_module *module = dxl_ir_module_new("m");
  dxl_ir_function *function = dxl_ir_function_get(module, "f");
  function->body = DXL_IR_LOWERED;
  function->display = NULL;
  uint32_t block = dxl_ir_add_block(function);
  const uint64_t pattern = UINT64_C(0x7ff8dead0000beef);
  double value;
  memcpy(&value, &pattern, sizeof value);
  static const int64_t integers[] = {0, 1, -1, INT64_MAX, INT64_MIN, 63, 64, -64, -65};
  for (size_t i = 0; i <= sizeof integers / sizeof *integers; i++) {
    bool is_last = i == sizeof integers / sizeof *integers;
    dxl_ir_instruction *store = dxl_ir_add_instruction(function, block, DXL_IR_STORE, dxl_ir_no_location(), false);
    store->type = dxl_ir_type_float(module, 64);
    store->a = dxl_ir_integer(0);
    store->b = is_last ? dxl_ir_float(value) : dxl_ir_integer(integers[i]);
  }
  function->blocks.items[block].terminator.target = DXL_IR_NO_BLOCK;
  function->register_count = 5; // none of them defined
  assert_sound(module);
  size_t length;
  uint8_t *bytes = dxl_ir_write_binary(module, &length);
  dxl_ir_module_free(module);
  char *error = NULL;
  module = dxl_ir_read_binary(bytes, length, &error);
  if (!module)
    fail_msg("%s", error);
  function = dxl_ir_function_find(module, "f");
  assert_null(function->display);
  assert_int_equal(function->register_count, 5);
  assert_true(function->blocks.items[0].terminator.target == DXL_IR_NO_BLOCK);
  const dxl_ir_instruction *instructions = function->blocks.items[0].instructions.items;
  for (size_t i = 0; i < sizeof integers / sizeof *integers; i++)
    assert_true(instructions[i].b.integer == integers[i]);
  assert_memory_equal(&instructions[sizeof integers / sizeof *integers].b.real, &pattern, sizeof pattern);
  dxl_ir_module_free(module);
  dxl_release(bytes);
}

static void set_checksum(uint8_t *bytes, size_t length) {
  uint64_t checksum = dxl_hash(bytes + DXL_IR_BINARY_HEADER_LENGTH, length - DXL_IR_BINARY_HEADER_LENGTH, 0);
  for (size_t i = 0; i < 8; i++)
    bytes[DXL_IR_BINARY_HEADER_LENGTH - 8 + i] = (uint8_t)(checksum >> (8 * i));
}

/// A read that may fail but not otherwise go wrong. What is accepted is sound and can be written and printed.
static bool try_read(const uint8_t *bytes, size_t length) {
  char *error = NULL;
  uint8_t *exact = dxl_allocate(length); // so that a sanitizer sees reads behind the end
  memcpy(exact, bytes, length);
  dxl_ir_module *module = dxl_ir_read_binary(exact, length, &error);
  dxl_release(exact);
  if (!module) {
    assert_non_null(error);
    assert_true(strlen(error) > 0);
    dxl_release(error);
    return false;
  }
  assert_sound(module);
  size_t written;
  dxl_release(dxl_ir_write_binary(module, &written));
  dxl_release(print_module(module));
  dxl_ir_module_free(module);
  return true;
}

static void truncated_data_are_refused(void **state) {
  (void)state;
  size_t length;
  uint8_t *bytes = write_sample(&length);
  for (size_t i = 0; i < length; i++) {
    assert_false(try_read(bytes, i));
    uint8_t *part = dxl_allocate(length);
    memcpy(part, bytes, length);
    if (i >= DXL_IR_BINARY_HEADER_LENGTH) { // with a checksum that fits
      set_checksum(part, i);
      assert_false(try_read(part, i));
    }
    dxl_release(part);
  }
  assert_true(try_read(bytes, length));
  dxl_release(bytes);
}

static void every_changed_byte_is_noticed(void **state) {
  (void)state;
  size_t length;
  uint8_t *bytes = write_sample(&length);
  for (size_t i = 0; i < length; i++) {
    bytes[i] ^= 0x10;
    assert_false(try_read(bytes, length));
    bytes[i] ^= 0x10;
  }
  dxl_release(bytes);
}

static void changed_data_with_a_fitting_checksum_are_refused_or_sound(void **state) {
  (void)state;
  size_t length;
  uint8_t *bytes = write_sample(&length);
  uint8_t *changed = dxl_allocate(length);
  uint64_t random = 7;
  uint32_t accepted = 0, refused = 0;
  for (uint32_t round = 0; round < 20000; round++) {
    memcpy(changed, bytes, length);
    for (uint32_t n = next_random(&random) % 3 + 1; n; n--) {
      size_t at = DXL_IR_BINARY_HEADER_LENGTH + next_random(&random) % (length - DXL_IR_BINARY_HEADER_LENGTH);
      uint32_t how = next_random(&random);
      changed[at] = (uint8_t)(how % 2 ? how >> 8 : changed[at] ^ (1u << (how >> 8) % 8));
    }
    set_checksum(changed, length);
    bool ok = try_read(changed, length);
    accepted += ok;
    refused += !ok;
  }
  assert_true(accepted > 100 && refused > 100); // else this test would show nothing
  dxl_release(changed);
  dxl_release(bytes);
}

static void foreign_data_are_refused_with_a_reason(void **state) {
  (void)state;
  size_t length;
  uint8_t *bytes = write_sample(&length);
  char *error = NULL;
  assert_null(dxl_ir_read_binary((const uint8_t *)"\x7f"
                                                  "ELF",
                                 4, &error));
  assert_string_equal(error, "these are no IR data");
  dxl_release(error);
  bytes[DXL_IR_BINARY_MAGIC_LENGTH]++;
  assert_null(dxl_ir_read_binary(bytes, length, &error));
  assert_string_equal(error, "the IR data are of another version of this tool");
  dxl_release(error);
  bytes[DXL_IR_BINARY_MAGIC_LENGTH]--;
  bytes[length - 1] ^= 1;
  assert_null(dxl_ir_read_binary(bytes, length, &error));
  assert_string_equal(error, "the IR data are damaged");
  dxl_release(error);
  assert_null(dxl_ir_read_binary(bytes, length, NULL));
  dxl_release(bytes);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(everything_comes_back),
      cmocka_unit_test(odd_values_come_back),
      cmocka_unit_test(truncated_data_are_refused),
      cmocka_unit_test(every_changed_byte_is_noticed),
      cmocka_unit_test(changed_data_with_a_fitting_checksum_are_refused_or_sound),
      cmocka_unit_test(foreign_data_are_refused_with_a_reason),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
