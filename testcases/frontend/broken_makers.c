// A macro that nothing declares and that stands where a type does; what is subscripted is an array; structures that are
// used as a whole before anything defines them.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %dxl-emit-ir --quiet %s -- --target=x86_64-pc-windows-msvc -fms-extensions | %FileCheck %s
// RUN: %dxl-emit-ir --quiet %s -- --target=x86_64-pc-windows-msvc -fms-extensions -x c++ | %FileCheck %s
#ifdef __cplusplus
extern "C" {
#endif
int take(void *what, unsigned size);
void *allocate(unsigned size);

// CHECK-LABEL: func @made(
// CHECK: local $list %dxl_unknown_HOUSE_LIST_OF
// CHECK: call i32 @take($list
int made(int index)
{
  HOUSE_LIST_OF(2) list;
  list.count = 2;
  list.head.entries[index] = 3;
  return take(&list, 2);
}

// A macro that brings its own semicolon is a statement.
// CHECK-LABEL: func @traced(
// CHECK: call i32 @take(
int traced(int *value)
{
  TRACE_ENTRY(value) return take(value, 4);
}

// CHECK-LABEL: func @subscripted(
// CHECK: call i32 @take(
int subscripted(int index)
{
  return take(house_names[index], 1);
}

// Codes that a macro makes of a number are constants, apart from each other.
#define HOUSE_RESET HOUSE_CODE(1)
#define HOUSE_START HOUSE_CODE(2)
// CHECK-LABEL: func @coded(
// CHECK: switch %{{[0-9]+}} b{{[0-9]+}} [{{[0-9]+}} b{{[0-9]+}}, {{[0-9]+}} b{{[0-9]+}}]
int coded(unsigned code)
{
  switch (code) {
  case HOUSE_RESET:
    return take(0, 1);
  case HOUSE_START:
    return take(0, 2);
  }
  return 0;
}

struct limit;
// CHECK-LABEL: func @whole(
// CHECK: call ptr @allocate(
// CHECK: call i32 @take(
int whole(struct limit *out, int count)
{
  struct limit *values = (struct limit *)allocate(count * sizeof(struct limit));
  struct limit one;
  values[1].value = 3;
  one.value = 4;
  out += 1;
  out->value = one.value;
  return take(values, 1);
}
#ifdef __cplusplus
}
#endif
