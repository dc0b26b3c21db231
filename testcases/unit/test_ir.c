// Tests of the text form of the IR (parser and printer), of lookups and of verification.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "ir_support.h"

// ---- Text ----------------------------------------------------------------------------------------------------------

static void canonical_text_prints_as_it_is(void **state) {
  (void)state;
  size_t length;
  char *text = read_sample("everything.ir", &length);
  dxl_ir_module *module = parse_text("everything.ir", text);
  char *printed = print_module(module);
  assert_string_equal(printed, text);
  assert_sound(module);
  dxl_ir_module_free(module);
  dxl_release(printed);
  dxl_release(text);
}

/// What a text prints as; the result must print as itself.
static char *normalised(const char *name, const char *text) {
  dxl_ir_module *module = parse_text(name, text);
  char *once = print_module(module);
  dxl_ir_module_free(module);
  module = parse_text(name, once);
  char *twice = print_module(module);
  assert_string_equal(once, twice);
  dxl_ir_module_free(module);
  dxl_release(twice);
  return once;
}

static void handwritten_text_is_completed(void **state) {
  (void)state;
  size_t length;
  char *text = read_sample("handwritten.ir", &length);
  char *printed = normalised("handwritten.ir", text);
  static const char *const parts[] = {
      "file 0 \"ctx.c\"\n",
      "record %ADAPTER size 48 {\n",
      "  Flags u32 at 12 bits 0:3\n  More u32 at 12 bits 3:5\n",
      "  Device [2 x %DEVICE_PART] at 16\n",
      "  %1 = field %0 %ADAPTER.Handle +0\n",
      "b2:\n  call void @Release(%2, 0)\n",
      "index %0, 1 as %ADAPTER size 48\n",
      "declare @Acquire() i32\ndeclare @Release() void\n",
  };
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
    if (!strstr(printed, parts[i]))
      fail_msg("'%s' is not in\n%s", parts[i], printed);
  dxl_release(printed);
  dxl_release(text);
}

static void shortest_texts(void **state) {
  (void)state;
  static const struct {
    const char *text, *printed;
  } cases[] = {
      {"dxlir 1", "dxlir 1\nmodule \"t.ir\" pointer 8\n"},
      {"dxlir 1\nfunc @f() { return }", "dxlir 1\nmodule \"t.ir\" pointer 8\nfunc @f() void {\nb0:\n  return\n}\n"},
      {"dxlir 1 module \"m\" pointer 4\nrecord %R { a u8 b ptr c f64 }",
       "dxlir 1\nmodule \"m\" pointer 4\nrecord %R size 16 {\n  a u8 at 0\n  b ptr at 4\n  c f64 at 8\n}\n"},
      {"dxlir 1\nrecord %U union { a u8 b i32 }\nrecord %V { u [3 x %U]\nat u8\nbase i32\nbits i64 }",
       "dxlir 1\nmodule \"t.ir\" pointer 8\nrecord %U union size 4 {\n  a u8 at 0\n  b i32 at 0\n}\n"
       "record %V size 32 {\n  u [3 x %U] at 0\n  at u8 at 12\n  base i32 at 16\n  bits i64 at 24\n}\n"},
      {"dxlir 1\nglobal @g ptr { 0 = null size 8 8 = @g +4 16 = u16 0xFFFF }",
       "dxlir 1\nmodule \"t.ir\" pointer 8\nglobal @g ptr {\n  0 = i64 0\n  8 = @g +4\n  16 = i16 65535\n}\n"},
      {"dxlir 1\nfunc @f(i32, ptr $p) i32 { %b = load i32 $:0 %a = add i32 %b, 0xFFFFFFFFFFFFFFFF\nreturn %a }",
       "dxlir 1\nmodule \"t.ir\" pointer 8\nfunc @f(i32 $:0, ptr $p) i32 {\nb0:\n  %0 = load i32 $:0\n"
       "  %1 = add i32 %0, -1\n  return %1\n}\n"},
      // Numbers as written are kept when they are dense, whatever their order.
      {"dxlir 1\nfunc @f() {\nx: %1 = add i32 1, 2\n%0 = add i32 %1, %1\n jump y loop\ny: unreachable }",
       "dxlir 1\nmodule \"t.ir\" pointer 8\nfunc @f() void {\nb0:\n  %1 = add i32 1, 2\n  %0 = add i32 %1, %1\n"
       "  jump b1 loop\nb1:\n  unreachable\n}\n"},
      {"dxlir 1\nfunc @f() {\nlocal $x i32 !3:4\n%7 = load i32 $x !5:6\nreturn %7\n}",
       "dxlir 1\nmodule \"t.ir\" pointer 8\nfile 0 \"t.ir\"\nfunc @f() void {\n  local $x i32 !3:4\nb0:\n"
       "  %0 = load i32 $x !5:6\n  return %0\n}\n"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    char *printed = normalised("t.ir", cases[i].text);
    assert_string_equal(printed, cases[i].printed);
    dxl_release(printed);
  }
}

static void mistakes_have_a_place(void **state) {
  (void)state;
#define HEAD "dxlir 1\n"
#define BODY(text) HEAD "func @f(ptr $p) {\n" text "\n}\n"
  static const struct {
    const char *text, *message;
  } cases[] = {
      {"", "1:1: expected 'dxlir'"},
      {"dxlir 2", "1:7: this is version 1"},
      {"dxlir 99999999999999999999999", "1:7: the version of the text form is out of range"},
      {HEAD "nonsense", "2:1: expected an item"},
      {HEAD "record R", "2:8: expected a record (%Name), found 'R'"},
      {HEAD "record %R {\n x i32\n", "2:11: this '{' is not closed"},
      {HEAD "record %R {\n x\n}", "4:1: expected a type"},
      {HEAD "record %R {\n x i32 at 99999999999999999999 }", "3:11: the offset of the field is out of range"},
      {HEAD "record %R { x i99999 }", "2:15: expected a type"},
      {HEAD "record %R { x i0 }", "2:15: expected a type"},
      {HEAD "record %R { x %R }", "2:13: the layout of the type is not known yet"},
      {HEAD "record %R { x %S at 0 }\nrecord %S { x u8 }", "2:8: a record that holds one whose layout comes later"},
      {HEAD "record %R size 8 { x %R at 0 }", "2:8: record 'R' holds itself"},
      {HEAD "record %R size 8 { x %S at 0 }\nrecord %S size 8 { x [2 x %R] at 0 }", "2:8: record 'R' holds itself"},
      {HEAD "record %R\nrecord %R", "3:8: there is a record of this name already"},
      {HEAD "record %R { x i32 bits 0:0 }", "2:26: a bit-field has at least one bit"},
      {HEAD "func @f() {\n", "2:11: this '{' is not closed"},
      {HEAD "func @f() }", "2:11: '}' without '{'"},
      {HEAD "func @f() { { return } }", "2:13: unexpected '{'"},
      {HEAD "func @f()", "2:10: expected '{', but the text ends here"},
      {HEAD "func @f()\nfunc @f()", "3:6: there is a function of this name already"},
      {HEAD "func @f(void void) { return }", "2:14: expected ')'"},
      {HEAD "func @f(i32 $x, i32 $x) { return }", "2:21: there is a local of this name already"},
      {HEAD "declare @f() void lost", "2:19: expected an attribute"},
      {HEAD "declare @f() void annotate _In_ on 3", "2:36: the function has 0 parameters"},
      {BODY(""), "4:1: expected a block"},
      {BODY("x:"), "4:1: expected the end of the block"},
      {BODY("x: y: return"), "3:4: expected the end of the block before"},
      {BODY("return\nreturn"), "4:1: expected a block or '}'"},
      {BODY("x: jump x\nx: return"), "4:1: there is a block of this name already"},
      {BODY("jump y"), "3:6: there is no block of this name"},
      {BODY("%0 = load i32 %1\nreturn"), "3:15: this register is never defined"},
      {BODY("%0 = load i32 %0\nreturn"), "2:6: function 'f': block b0: register %0 is used where its definition"},
      {BODY("%0 = load i32 $p\n%0 = load i32 $p\nreturn"), "4:1: the register is defined already"},
      {BODY("%0 = load i32 $q\nreturn"), "3:15: there is no local of this name"},
      {BODY("load i32 $p\nreturn"), "3:1: this instruction has a result"},
      {BODY("%0 = store i32 0, $p\nreturn"), "3:6: this instruction has no result"},
      {BODY("%0 = frobnicate i32 0\nreturn"), "3:6: expected an instruction"},
      {BODY("%0 = load ? $p\nreturn"), "2:6: function 'f': instruction 0 of block b0 has no type"},
      {BODY("%0 = compare lesser i32 1, 2\nreturn"), "3:14: expected 'eq'"},
      {BODY("%0 = field $p %R.x\nreturn"), "3:15: the record has no such field"},
      {BODY("%0 = field $p\nreturn"), "4:1: expected an offset"},
      {BODY("%0 = index $p, 1\nreturn"), "3:6: the size is missing"},
      {BODY("store i32 1 $p\nreturn"), "3:13: expected ','"},
      {BODY("store i32 none, $p\nreturn"), "3:11: expected an operand"},
      {BODY("store i32 9223372036854775808, $p\nreturn"), "3:11: the integer is out of range"},
      {BODY("store i32 -9223372036854775809, $p\nreturn"), "3:11: the integer is out of range"},
      {BODY("store i32 0x10000000000000000, $p\nreturn"), "3:11: the integer is out of range"},
      {BODY("store f64 1e999, $p\nreturn"), "3:11: the number is out of range"},
      {BODY("store i32 12abc, $p\nreturn"), "3:13: unexpected character in a number"},
      {BODY("store i32 1, $p !4294967295:1\nreturn"), "3:18: a position (line:column or file:line:column) is out"},
      {BODY("store i32 1, $p !7:1:1\nreturn"), "3:18: there is no file 7"},
      {BODY("store i32 1, $p nonsense\nreturn"), "3:17: expected an attribute"},
      {BODY("lifetime_start @f\nreturn"), "2:6: function 'f': instruction 0 of block b0 is not about a local"},
      {BODY("switch 1 x [5..3 x]\nx: return"), "3:13: the range is empty"},
      {BODY("mark \"open\nreturn"), "3:6: string is not closed on its line"},
      {BODY("mark \"\\q\"\nreturn"), "3:7: unknown escape"},
      {BODY("mark \"\\x00\"\nreturn"), "3:7: expected two hexadecimal digits other than 00"},
      {BODY("mark `\nreturn"), "3:6: unexpected character"},
      {HEAD "file 1 \"a\"", "2:6: the next file has the number 0"},
      {HEAD "file 0 \"a\"\nfile 1 \"a\"", "3:8: there is a file of this path already"},
      {HEAD "global @g i32 { 0 = 5 }", "2:21: a number needs a type"},
      {HEAD "global @g i32 { 0 = %0 }", "2:21: expected a number, a string or a symbol"},
      {HEAD "global @g ?", "2:11: a global has a type"},
      {HEAD "global @g [9223372036854775808 x i32]", "2:12: the array is too large"},
      {HEAD "global @g [4611686018427387904 x i32]", "1:1: type 2 is larger than memory"},
      {HEAD "global @g i32 {}\nsuppress 3:1 nolint", "3:10: there is no file 3"},
      {HEAD "suppress 0:1 never", "2:14: expected 'nolint'"},
      {HEAD "note fatal \"x\"", "2:6: expected 'info'"},
      {HEAD "override %R f = pure", "2:13: expected the linkage name of the method"},
      {"dxlir 1 module \"m\" pointer 5", "1:28: pointers have 4 or 8 bytes"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    char *error = NULL;
    dxl_ir_module *module = dxl_ir_parse("t.ir", cases[i].text, strlen(cases[i].text), &error);
    if (module)
      fail_msg("no mistake was found in\n%s", cases[i].text);
    char *expected = dxl_allocate(strlen(cases[i].message) + 6);
    sprintf(expected, "t.ir:%s", cases[i].message);
    if (strncmp(error, expected, strlen(expected)) != 0)
      fail_msg("expected '%s', found '%s' in\n%s", expected, error, cases[i].text);
    dxl_release(expected);
    dxl_release(error);
  }
}

static void nul_bytes_are_mistakes(void **state) {
  (void)state;
  static const char in_text[] = "dxlir 1\n\0", in_string[] = "dxlir 1\nmodule \"a\0b\"";
  char *error = NULL;
  assert_null(dxl_ir_parse("t.ir", in_text, sizeof in_text - 1, &error));
  assert_string_equal(error, "t.ir:2:1: NUL byte in the text");
  dxl_release(error);
  assert_null(dxl_ir_parse("t.ir", in_string, sizeof in_string - 1, &error));
  assert_string_equal(error, "t.ir:2:10: NUL byte in a string");
  dxl_release(error);
  assert_null(dxl_ir_parse("t.ir", in_text, sizeof in_text - 1, NULL));
}

/// A parse that may fail but not otherwise go wrong. What is accepted is sound and prints stably.
static bool try_parse(const char *text, size_t length) {
  char *error = NULL;
  char *exact = dxl_allocate(length); // so that a sanitizer sees reads behind the end
  memcpy(exact, text, length);
  dxl_ir_module *module = dxl_ir_parse("t.ir", exact, length, &error);
  dxl_release(exact);
  if (!module) {
    assert_non_null(error);
    assert_int_equal(strncmp(error, "t.ir:", 5), 0);
    dxl_release(error);
    return false;
  }
  assert_sound(module);
  char *printed = print_module(module);
  char *again = normalised("t.ir", printed);
  assert_string_equal(printed, again);
  dxl_release(printed);
  dxl_release(again);
  dxl_ir_module_free(module);
  return true;
}

static void truncated_text_is_refused_or_sound(void **state) {
  (void)state;
  size_t length;
  char *text = read_sample("everything.ir", &length);
  uint32_t accepted = 0;
  for (size_t i = 0; i <= length; i++)
    accepted += try_parse(text, i);
  assert_true(accepted > 0 && accepted < length / 4);
  dxl_release(text);
}

static void changed_text_is_refused_or_sound(void **state) {
  (void)state;
  static const char characters[] = "\0\n\"%@$!{}[]():,.=-+?09azAZ_ \x80\xff\\;";
  size_t length;
  char *text = read_sample("everything.ir", &length);
  char *changed = dxl_allocate(length);
  uint64_t random = 1;
  uint32_t accepted = 0;
  for (uint32_t round = 0; round < 4000; round++) {
    memcpy(changed, text, length);
    for (uint32_t n = next_random(&random) % 3 + 1; n; n--)
      changed[next_random(&random) % length] = characters[next_random(&random) % (sizeof characters - 1)];
    accepted += try_parse(changed, length);
  }
  assert_true(accepted > 0);
  dxl_release(changed);
  dxl_release(text);
}

static void types_nest_without_bound(void **state) {
  (void)state;
  enum { DEPTH = 200000 };
  static const char head[] = "dxlir 1\nglobal @g ";
  char *text = dxl_allocate(sizeof head + DEPTH * 5 + 16);
  char *at = text + sprintf(text, "%s", head);
  for (int i = 0; i < DEPTH; i++, at += 4)
    memcpy(at, "ptr(", 4);
  at += sprintf(at, "i32");
  char *unclosed = at;
  memset(at, ')', DEPTH);
  at[DEPTH] = '\0';
  dxl_ir_module *module = parse_text("t.ir", text);
  assert_int_equal(module->types.count, DEPTH + 2);
  char *printed = print_module(module);
  assert_non_null(strstr(printed, text + sizeof "dxlir 1"));
  dxl_release(printed);
  dxl_ir_module_free(module);
  assert_false(try_parse(text, (size_t)(unclosed - text) + DEPTH / 2));
  dxl_release(text);
}

/// Registers with gaps, as removing an instruction leaves them, are numbered anew.
static void gaps_between_registers_are_closed(void **state) {
  (void)state;
  dxl_ir_module *module =
      parse_text("t.ir", "dxlir 1\nfunc @f(ptr $p) i32 { %a = load i32 $p\n%b = load i32 $p\nreturn %b }");
  dxl_ir_block *block = &dxl_ir_function_find(module, "f")->blocks.items[0];
  block->instructions.items[0] = block->instructions.items[1];
  block->instructions.count = 1;
  assert_sound(module);
  assert_prints(module, "b0:\n  %0 = load i32 $p\n  return %0\n");
  dxl_ir_module_free(module);
}

// ---- Lookups -------------------------------------------------------------------------------------------------------

static void fields_are_found_by_offset_and_name(void **state) {
  (void)state;
  dxl_ir_module *module = parse_text("t.ir", "dxlir 1\n"
                                             "record %Inner { a u32 b u64 }\n"
                                             "record %Anonymous union { c ptr d u32 }\n"
                                             "record %Empty size 1 { }\n"
                                             "record %Outer { \"\" %Anonymous list [3 x %Inner] none %Empty base at 0 "
                                             "tail [0 x u8] at 56 }\n");
  const dxl_ir_record *outer = dxl_ir_record_get(module, "Outer"), *inner = dxl_ir_record_get(module, "Inner");
  const dxl_ir_record *anonymous = dxl_ir_record_get(module, "Anonymous"), *owner = NULL;
  assert_string_equal(dxl_ir_field_at(outer, 0, &owner)->name, "c");
  assert_ptr_equal(owner, anonymous);
  assert_string_equal(dxl_ir_field_at(outer, 8, &owner)->name, "a");
  assert_ptr_equal(owner, inner);
  assert_string_equal(dxl_ir_field_at(outer, 8 + 16 + 8, &owner)->name, "b");
  assert_ptr_equal(owner, inner);
  assert_string_equal(dxl_ir_field_at(outer, 8 + 4, &owner)->name, "list"); // padding of the element
  assert_ptr_equal(owner, outer);
  assert_string_equal(dxl_ir_field_at(outer, 1000, NULL)->name, "tail");
  assert_null(dxl_ir_field_at(inner, 16, NULL));
  uint64_t offset = 99;
  assert_ptr_equal(dxl_ir_field_named(outer, "d", &offset), &anonymous->fields.items[1]);
  assert_int_equal(offset, 0);
  assert_non_null(dxl_ir_field_named(outer, "list", &offset));
  assert_int_equal(offset, 8);
  assert_null(dxl_ir_field_named(outer, "b", &offset)); // not through named members
  dxl_ir_module_free(module);
}

static void equal_types_are_one(void **state) {
  (void)state;
  dxl_ir_module *module = dxl_ir_module_new("m");
  const dxl_ir_type *number = dxl_ir_type_integer(module, 32, true);
  assert_ptr_equal(dxl_ir_type_integer(module, 32, true), number);
  assert_ptr_not_equal(dxl_ir_type_integer(module, 32, false), number);
  assert_ptr_equal(dxl_ir_type_pointer(module, number), dxl_ir_type_pointer(module, number));
  assert_ptr_equal(dxl_ir_type_pointer(module, NULL), dxl_ir_type_pointer(module, dxl_ir_type_void(module)));
  assert_ptr_not_equal(dxl_ir_type_array(module, number, 2), dxl_ir_type_array(module, number, 3));
  assert_ptr_not_equal(dxl_ir_type_function(module, "A"), dxl_ir_type_function(module, NULL));
  dxl_ir_record *record = dxl_ir_record_get(module, "R");
  const dxl_ir_type *list = dxl_ir_type_array(module, dxl_ir_type_record(module, record), 3);
  assert_int_equal(list->size, 0);
  record->is_complete = true;
  record->size = 12;
  dxl_ir_refresh_sizes(module);
  assert_int_equal(list->size, 36);
  dxl_ir_module_free(module);
}

// ---- Verification --------------------------------------------------------------------------------------------------

static const char *const SOUND = "dxlir 1\n"
                                 "record %R { x i32 }\n"
                                 "global @g i32 { 0 = i32 1 }\n"
                                 "func @f(ptr $p) i32 {\n"
                                 "b0: handler b3\n"
                                 "  %0 = load i32 $p\n"
                                 "  branch %0 b1 b2\n"
                                 "b1:\n"
                                 "  %1 = add i32 %0, 1\n"
                                 "  %2 = call i32 @f(%1)\n"
                                 "  jump b2\n"
                                 "b2:\n"
                                 "  switch %0 b3 [1 b1]\n"
                                 "b3:\n"
                                 "  return 0\n"
                                 "b4:\n"
                                 "  return %1\n"
                                 "}\n";

/// Damages a sound module in one place.
typedef void (*damage)(dxl_ir_module *module, dxl_ir_function *f);

#define DAMAGE(name, action)                                                                                           \
  static void name(dxl_ir_module *module, dxl_ir_function *f) {                                                        \
    (void)module;                                                                                                      \
    (void)f;                                                                                                           \
    action;                                                                                                            \
  }
DAMAGE(nothing, (void)0)
DAMAGE(use_without_dominance, f->blocks.items[2].terminator.condition = dxl_ir_register(1))
DAMAGE(use_in_handler, f->blocks.items[3].terminator.condition = dxl_ir_register(0))
DAMAGE(use_before_definition, f->blocks.items[1].instructions.items[0].a = dxl_ir_register(2))
DAMAGE(two_definitions, f->blocks.items[1].instructions.items[1].result = 1)
DAMAGE(no_definition, f->register_count++; f->blocks.items[0].terminator.condition = dxl_ir_register(3))
DAMAGE(register_range, f->blocks.items[0].terminator.condition = dxl_ir_register(3))
DAMAGE(result_range, f->blocks.items[0].instructions.items[0].result = 3)
DAMAGE(local_range, f->blocks.items[0].instructions.items[0].a = dxl_ir_local_address(1))
DAMAGE(global_range, f->blocks.items[0].instructions.items[0].a = dxl_ir_global_address(1))
DAMAGE(function_range, f->blocks.items[1].instructions.items[1].call->callee = dxl_ir_function_address(1))
DAMAGE(argument_range, f->blocks.items[1].instructions.items[1].call->arguments.items[0] = dxl_ir_local_address(9))
DAMAGE(no_operand, f->blocks.items[1].instructions.items[0].b.kind = DXL_IR_NONE)
DAMAGE(odd_operand, f->blocks.items[0].instructions.items[0].b = dxl_ir_integer(1))
DAMAGE(no_type, f->blocks.items[0].instructions.items[0].type = NULL)
DAMAGE(no_call, f->blocks.items[1].instructions.items[1].call = NULL)
DAMAGE(wrong_operation, f->blocks.items[1].instructions.items[0].operation = DXL_IR_NOT)
DAMAGE(unknown_opcode, f->blocks.items[0].instructions.items[0].opcode = (dxl_ir_opcode)99)
DAMAGE(target_range, f->blocks.items[1].terminator.target = 5)
DAMAGE(else_range, f->blocks.items[0].terminator.target_else = 5)
DAMAGE(case_range, f->blocks.items[2].terminator.cases.items[0].target = 5)
DAMAGE(empty_case, f->blocks.items[2].terminator.cases.items[0].high = 0)
DAMAGE(handler_range, f->blocks.items[0].handler = 5)
DAMAGE(no_condition, f->blocks.items[0].terminator.condition.kind = DXL_IR_NONE)
DAMAGE(odd_condition, f->blocks.items[1].terminator.condition = dxl_ir_integer(1))
DAMAGE(file_range, f->blocks.items[0].terminator.location.file = 7)
DAMAGE(declared_with_body, f->body = DXL_IR_DECLARED)
DAMAGE(parameter_range, f->parameter_count = 2)
DAMAGE(function_index, f->index = 1)
DAMAGE(foreign_type, f->return_type = NULL)
DAMAGE(global_without_braces, module->globals.items[0]->is_initialised = false)
DAMAGE(record_size, module->records.items[0]->size = UINT64_MAX)
DAMAGE(field_type, module->records.items[0]->fields.items[0].type = NULL)
DAMAGE(pointer_size, module->pointer_size = 0)

static void verification_finds_every_damage(void **state) {
  (void)state;
  static const struct {
    damage action;
    const char *message;
  } cases[] = {
      {use_without_dominance, "register %1 is used where its definition in b1 does not always reach"},
      {use_in_handler, "register %0 is used where its definition in b0 does not always reach"},
      {use_before_definition, "register %2 is used where"},
      {two_definitions, "register %1 is defined in b1 already"},
      {no_definition, "register %3 is used but never defined"},
      {register_range, "the end of block b0 has an operand that does not exist"},
      {result_range, "has a result that is no register"},
      {local_range, "instruction 0 of block b0 has an operand that does not exist"},
      {global_range, "instruction 0 of block b0 has an operand that does not exist"},
      {function_range, "instruction 1 of block b1 has an operand that does not exist"},
      {argument_range, "instruction 1 of block b1 has an operand that does not exist"},
      {no_operand, "has the wrong number of operands"},
      {odd_operand, "has the wrong number of operands"},
      {no_type, "has no type"},
      {no_call, "has no call"},
      {wrong_operation, "has no binary operation"},
      {unknown_opcode, "has an unknown opcode"},
      {target_range, "the end of block b1 goes to a block that does not exist"},
      {else_range, "the end of block b0 goes to a block that does not exist"},
      {case_range, "the end of block b2 goes to a block that does not exist"},
      {empty_case, "has an empty case"},
      {handler_range, "has a handler that does not exist"},
      {no_condition, "has no condition"},
      {odd_condition, "has a condition but should have none"},
      {file_range, "is in an unknown file"},
      {declared_with_body, "has blocks but no body"},
      {parameter_range, "has more parameters than locals"},
      {function_index, "has no name or a wrong index"},
      {foreign_type, "has no return type of the module"},
      {global_without_braces, "has initialisers but is not initialised"},
      {record_size, "is larger than memory"},
      {field_type, "field 0 of record 'R' has no type of the module"},
      {pointer_size, "an impossible pointer size"},
  };
  dxl_ir_module *sound = parse_text("t.ir", SOUND);
  nothing(sound, NULL);
  assert_sound(sound);
  assert_null(dxl_ir_verify_function(sound, dxl_ir_function_find(sound, "f")));
  dxl_ir_module_free(sound);
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    dxl_ir_module *module = parse_text("t.ir", SOUND);
    cases[i].action(module, dxl_ir_function_find(module, "f"));
    char *message = dxl_ir_verify(module);
    if (!message || !strstr(message, cases[i].message))
      fail_msg("damage %zu: expected '%s', found '%s'", i, cases[i].message, message ? message : "nothing");
    dxl_release(message);
    dxl_ir_module_free(module);
  }
}

static void deep_records_are_refused(void **state) {
  (void)state;
  enum { DEPTH = 20000 };
  char *text = dxl_allocate(DEPTH * 64 + 64);
  char *at = text + sprintf(text, "dxlir 1\nrecord %%R0 { x u8 }\n");
  for (int i = 1; i < DEPTH; i++)
    at += sprintf(at, "record %%R%d { x %%R%d }\n", i, i - 1);
  assert_false(try_parse(text, strlen(text)));
  dxl_release(text);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(canonical_text_prints_as_it_is),
      cmocka_unit_test(handwritten_text_is_completed),
      cmocka_unit_test(shortest_texts),
      cmocka_unit_test(mistakes_have_a_place),
      cmocka_unit_test(nul_bytes_are_mistakes),
      cmocka_unit_test(truncated_text_is_refused_or_sound),
      cmocka_unit_test(changed_text_is_refused_or_sound),
      cmocka_unit_test(types_nest_without_bound),
      cmocka_unit_test(gaps_between_registers_are_closed),
      cmocka_unit_test(fields_are_found_by_offset_and_name),
      cmocka_unit_test(equal_types_are_one),
      cmocka_unit_test(verification_finds_every_damage),
      cmocka_unit_test(deep_records_are_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
