// Tests of the linker: what is merged, what is kept apart, what is said about it.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "ir_support.h"

/// Links units given as text, checks the result and frees the units, which the result must not need.
static dxl_ir_module *link_texts(const char *const *texts, uint32_t count) {
  dxl_ir_module *units[8];
  assert_true(count <= 8);
  for (uint32_t i = 0; i < count; i++)
    units[i] = parse_text("unit.ir", texts[i]);
  dxl_ir_module *driver = dxl_ir_link("driver", units, count);
  for (uint32_t i = 0; i < count; i++)
    dxl_ir_module_free(units[i]);
  assert_sound(driver);
  char *printed = print_module(driver);
  dxl_ir_module *again = parse_text("driver.ir", printed);
  char *twice = print_module(again);
  assert_string_equal(printed, twice);
  dxl_ir_module_free(again);
  dxl_release(printed);
  dxl_release(twice);
  return driver;
}

#define LINK(...)                                                                                                      \
  link_texts((const char *const[]){__VA_ARGS__}, sizeof((const char *const[]){__VA_ARGS__}) / sizeof(const char *))

#define UNIT(name) "dxlir 1 module \"" name "\" target \"x86_64-pc-windows-msvc\" pointer 8\n"

static void assert_driver(dxl_ir_module *driver, const char *expected) {
  char *printed = print_module(driver);
  static const char head[] = "dxlir 1\nmodule \"driver\" target \"x86_64-pc-windows-msvc\" pointer 8\n";
  assert_int_equal(strncmp(printed, head, sizeof head - 1), 0);
  assert_string_equal(printed + sizeof head - 1, expected);
  dxl_release(printed);
  dxl_ir_module_free(driver);
}

static void statics_of_one_name_are_kept_apart(void **state) {
  (void)state;
  static const char a[] = UNIT("a.c") "file 0 \"a.c\"\n"
                                      "global @table i32 static at 1:1 { 0 = i32 1 }\n"
                                      "func @helper() i32 static at 2:1 {\n%0 = load i32 @table !3:1\nreturn %0 }\n"
                                      "func @a() i32 at 5:1 {\n%0 = call i32 @helper() !6:1\nreturn %0 }\n";
  static const char b[] = UNIT("b.c") "file 0 \"b.h\"\nfile 1 \"b.c\"\n"
                                      "global @table i32 static at 1:1:1 { 0 = i32 2 }\n"
                                      "func @helper() i32 static at 1:2:1 {\n%0 = load i32 @table !3:1\nreturn %0 }\n"
                                      "func @b() i32 at 1:5:1 {\n%0 = call i32 @helper() !6:1\nreturn %0 }\n";
  assert_driver(LINK(a, b), "file 0 \"a.c\"\nfile 1 \"b.h\"\nfile 2 \"b.c\"\n"
                            "global @\"table@a.c\" i32 static at 0:1:1 display \"table\" {\n  0 = i32 1\n}\n"
                            "global @\"table@b.c\" i32 static at 2:1:1 display \"table\" {\n  0 = i32 2\n}\n"
                            "func @\"helper@a.c\"() i32 static at 0:2:1 display \"helper\" {\nb0:\n"
                            "  %0 = load i32 @\"table@a.c\" !3:1\n  return %0\n}\n"
                            "func @a() i32 at 0:5:1 {\nb0:\n  %0 = call i32 @\"helper@a.c\"() !6:1\n  return %0\n}\n"
                            "func @\"helper@b.c\"() i32 static at 2:2:1 display \"helper\" {\nb0:\n"
                            "  %0 = load i32 @\"table@b.c\" !3:1\n  return %0\n}\n"
                            "func @b() i32 at 2:5:1 {\nb0:\n  %0 = call i32 @\"helper@b.c\"() !6:1\n  return %0\n}\n");
}

static void statics_of_units_of_one_name_are_kept_apart(void **state) {
  (void)state;
  static const char unit[] = UNIT("main.c") "func @helper() static { return }\n";
  dxl_ir_module *driver = LINK(unit, unit, unit);
  assert_int_equal(driver->functions.count, 3);
  assert_string_equal(driver->functions.items[0]->name, "helper@main.c");
  assert_string_equal(driver->functions.items[1]->name, "helper@main.c#2");
  assert_string_equal(driver->functions.items[2]->name, "helper@main.c#3");
  dxl_ir_module_free(driver);
}

static void inline_functions_are_merged(void **state) {
  (void)state;
  static const char lost[] = UNIT("a.cpp") "func @f() i32 inline lost \"no header\"\n";
  static const char first[] = UNIT("b.cpp") "func @f() i32 inline { return 1 }\nfunc @g() i32 { return 1 }\n";
  static const char second[] = UNIT("c.cpp") "func @f() i32 inline { return 2 }\n";
  assert_driver(LINK(lost, first, second), "func @f() i32 inline {\nb0:\n  return 1\n}\n"
                                           "func @g() i32 {\nb0:\n  return 1\n}\n");
}

static void declarations_are_bound_to_definitions(void **state) {
  (void)state;
  static const char user[] =
      UNIT("user.c") "global @count [0 x i32] extern\n"
                     "declare @f(ptr $p) i32 role DXGKDDI_A annotate _In_ on 0 annotate _Must_inspect_result_\n"
                     "declare @g() void noreturn segment PAGE\n"
                     "func @u() { call i32 @f(@count)\ncall void @g()\nreturn }\n";
  static const char definer[] =
      UNIT("definer.c") "global @count [3 x i32] { 4 = i32 7 }\n"
                        "func @g() void { return }\n"
                        "func @f(ptr $q) i32 role DXGKDDI_B role DXGKDDI_A annotate _In_ on 0 "
                        "annotate _IRQL_requires_ \"0\" { return 0 }\n";
  assert_driver(LINK(user, definer), "global @count [3 x i32] {\n  4 = i32 7\n}\n"
                                     "func @f(ptr $q) i32 role DXGKDDI_A role DXGKDDI_B annotate _In_ on 0 annotate "
                                     "_Must_inspect_result_ annotate _IRQL_requires_ \"0\" {\nb0:\n  return 0\n}\n"
                                     "func @g() void noreturn segment PAGE {\nb0:\n  return\n}\n"
                                     "func @u() void {\nb0:\n  call i32 @f(@count)\n  call void @g()\n  return\n}\n");
  assert_driver(LINK(definer, user), "global @count [3 x i32] {\n  4 = i32 7\n}\n"
                                     "func @g() void noreturn segment PAGE {\nb0:\n  return\n}\n"
                                     "func @f(ptr $q) i32 role DXGKDDI_B role DXGKDDI_A annotate _In_ on 0 annotate "
                                     "_IRQL_requires_ \"0\" annotate _Must_inspect_result_ {\nb0:\n  return 0\n}\n"
                                     "func @u() void {\nb0:\n  call i32 @f(@count)\n  call void @g()\n  return\n}\n");
}

static void of_two_definitions_the_first_wins(void **state) {
  (void)state;
  static const char a[] = UNIT("a.c") "file 0 \"a.c\"\n"
                                      "global @tentative i32 at 1:1 {}\nglobal @value i32 at 2:1 { 0 = i32 1 }\n"
                                      "func @f() i32 at 3:6 { return 1 }\n";
  static const char b[] = UNIT("b.c") "file 0 \"b.c\"\n"
                                      "global @tentative i32 at 4:1 { 0 = i32 5 }\n"
                                      "global @value i32 at 5:1 { 0 = i32 2 }\nfunc @f() i32 at 6:7 { return 2 }\n";
  assert_driver(LINK(a, b),
                "file 0 \"a.c\"\nfile 1 \"b.c\"\n"
                "global @tentative i32 at 1:4:1 {\n  0 = i32 5\n}\n"
                "global @value i32 at 0:2:1 {\n  0 = i32 1\n}\n"
                "func @f() i32 at 0:3:6 {\nb0:\n  return 1\n}\n"
                "note warning 1:5:1 \"'value' is defined more than once; the definition in a.c:2 is used\"\n"
                "note warning 1:6:7 \"'f' is defined more than once; the definition in a.c:3 is used\"\n");
}

static void equal_records_are_merged_and_others_kept_apart(void **state) {
  (void)state;
  static const char user[] = UNIT("user.c") "record %R\nglobal @first ptr(%R) extern\n";
  static const char a[] = UNIT("a.c") "record %R tag _R { x i32 next ptr(%R) }\nrecord %Holder { r %R }\n"
                                      "global @a %Holder {}\n";
  static const char b[] = UNIT("b.c") "record %R { x i32 next ptr(%R) more i32 }\nrecord %Holder { r %R }\n"
                                      "func @b(ptr(%R) $r, ptr(%Holder) $h) i32 {\n"
                                      "%r = load ptr(%R) $r\n%x = field %r %R.more\n%v = load i32 %x\nreturn %v }\n";
  static const char c[] = UNIT("c.c") "record %Other\nrecord %R { x i32 next ptr(%Other) more i32 }\n"
                                      "func @c(ptr(%R) $r) {\ncopy $r, $r as %R\nreturn }\n";
  static const char d[] = UNIT("d.c") "record %R\nfunc @d(ptr(%R) $r) { return }\n";
  assert_driver(LINK(user, a, b, c, d), "record %R tag _R size 16 {\n  x i32 at 0\n  next ptr(%R) at 8\n}\n"
                                        "record %Holder size 16 {\n  r %R at 0\n}\n"
                                        "record %\"R@b.c\" size 24 {\n  x i32 at 0\n  next ptr(%\"R@b.c\") at 8\n"
                                        "  more i32 at 16\n}\n"
                                        "record %\"Holder@b.c\" size 24 {\n  r %\"R@b.c\" at 0\n}\n"
                                        "record %Other\n"
                                        "global @first ptr(%R) extern\n"
                                        "global @a %Holder {\n}\n"
                                        "func @b(ptr(%\"R@b.c\") $r, ptr(%\"Holder@b.c\") $h) i32 {\nb0:\n"
                                        "  %0 = load ptr(%\"R@b.c\") $r\n  %1 = field %0 %\"R@b.c\".more +16\n"
                                        "  %2 = load i32 %1\n  return %2\n}\n"
                                        "func @c(ptr(%\"R@b.c\") $r) void {\nb0:\n"
                                        "  copy $r, $r as %\"R@b.c\" size 24\n  return\n}\n"
                                        "func @d(ptr(%R) $r) void {\nb0:\n  return\n}\n");
}

static void sizes_follow_a_record_completed_later(void **state) {
  (void)state;
  static const char a[] = UNIT("a.c") "record %R\nglobal @list [4 x %R] extern\n";
  static const char b[] = UNIT("b.c") "record %R { x u64 }\n";
  dxl_ir_module *driver = LINK(a, b);
  assert_int_equal(dxl_ir_global_find(driver, "list")->type->size, 32);
  dxl_ir_module_free(driver);
}

static void methods_follow_their_functions(void **state) {
  (void)state;
  static const char unit[] = UNIT("a.cpp") "record %B polymorphic {}\n"
                                           "func @m(ptr(%B) $this) static method class %B { return }\n"
                                           "func @f(ptr(%B) $b) {\n%f = load ptr $b\n"
                                           "call void %f() virtual m\nreturn }\n"
                                           "override %B \"m\" = \"m\"\noverride %B \"m\" = pure\n";
  static const char same[] = UNIT("b.cpp") "record %B polymorphic {}\noverride %B \"x\" = \"y\"\n";
  dxl_ir_module *driver = LINK(unit, same, same);
  assert_prints(driver, "  call void %0() virtual \"m@a.cpp\"\n");
  assert_prints(driver,
                "override %B \"m@a.cpp\" = \"m@a.cpp\"\noverride %B \"m@a.cpp\" = pure\noverride %B \"x\" = \"y\"\n");
  assert_int_equal(driver->overrides.count, 3);
  dxl_ir_module_free(driver);
}

static void what_headers_repeat_is_said_once(void **state) {
  (void)state;
  static const char a[] = UNIT("a.c") "file 0 \"a.c\"\nfile 1 \"h.h\"\nsuppress 1:3 nolint \"dxgk-leak\"\n"
                                      "note warning 1:3:4 \"twice\"\nnote warning 0:3:4 \"twice\"\n";
  static const char b[] = UNIT("b.c") "file 0 \"h.h\"\nsuppress 0:3 nolint \"dxgk-leak\"\nsuppress 0:3 nolint\n"
                                      "note warning 0:3:4 \"twice\"\nnote error 0:3:4 \"twice\"\n";
  assert_driver(LINK(a, b), "file 0 \"a.c\"\nfile 1 \"h.h\"\n"
                            "suppress 1:3 nolint \"dxgk-leak\"\nsuppress 1:3 nolint\n"
                            "note warning 1:3:4 \"twice\"\nnote warning 0:3:4 \"twice\"\nnote error 1:3:4 \"twice\"\n");
}

static void other_targets_are_mentioned(void **state) {
  (void)state;
  static const char narrow[] = "dxlir 1 module \"b.c\" target \"i386-pc-windows-msvc\" pointer 4\n";
  dxl_ir_module *driver = LINK(UNIT("a.c"), narrow);
  assert_prints(driver,
                "note warning \"'b.c' is compiled for i386-pc-windows-msvc with 4-byte pointers, the driver for "
                "x86_64-pc-windows-msvc with 8-byte ones\"\n");
  dxl_ir_module_free(driver);
}

/// Linking what was linked keeps everything apart that was apart.
static void linked_drivers_link(void **state) {
  (void)state;
  static const char a[] = UNIT("a.c") "record %R { x i32 }\nfunc @s(ptr(%R) $r) static { return }\n";
  static const char b[] = UNIT("b.c") "record %R { y u64 }\nfunc @s(ptr(%R) $r) static { return }\n";
  dxl_ir_module *units[2] = {LINK(a, b), LINK(b, a)};
  dxl_ir_module *both = dxl_ir_link("both", units, 2);
  dxl_ir_module_free(units[0]);
  dxl_ir_module_free(units[1]);
  assert_sound(both);
  assert_int_equal(both->functions.count, 4);
  assert_int_equal(both->functions.items[0]->blocks.count, 1);
  dxl_ir_module_free(both);
}

static void everything_links(void **state) {
  (void)state;
  size_t length;
  char *text = read_sample("everything.ir", &length);
  dxl_ir_module_free(LINK(text));
  dxl_ir_module *driver = LINK(text, text, text);
  assert_int_equal(driver->records.count, 6);
  dxl_ir_module_free(driver);
  dxl_ir_module *empty = dxl_ir_link("nothing", NULL, 0);
  assert_sound(empty);
  dxl_ir_module_free(empty);
  dxl_release(text);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(statics_of_one_name_are_kept_apart),
      cmocka_unit_test(statics_of_units_of_one_name_are_kept_apart),
      cmocka_unit_test(inline_functions_are_merged),
      cmocka_unit_test(declarations_are_bound_to_definitions),
      cmocka_unit_test(of_two_definitions_the_first_wins),
      cmocka_unit_test(equal_records_are_merged_and_others_kept_apart),
      cmocka_unit_test(sizes_follow_a_record_completed_later),
      cmocka_unit_test(methods_follow_their_functions),
      cmocka_unit_test(what_headers_repeat_is_said_once),
      cmocka_unit_test(other_targets_are_mentioned),
      cmocka_unit_test(linked_drivers_link),
      cmocka_unit_test(everything_links),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
