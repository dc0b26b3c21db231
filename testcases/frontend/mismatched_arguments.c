// A record where the declaration wants the place of a pointer: it may be filled as a whole.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %dxgklint --keep-going --quiet --emit-ir %s 2>/dev/null | %FileCheck %s
struct table {
  void (*close)(int);
  void (*open)(int);
};
int query(int which, const struct table **out);

int fill(int which) {
  struct table mine = {0};
  return query(which, &mine);
}
// CHECK-LABEL: func @fill(
// CHECK: call i32 @query({{%[0-9]+}}, $mine)
// CHECK-NEXT: opaque u64 "an argument of another type" ($mine)

// One that does not compile as a whole as well.
int fill_anyhow(int which) {
  struct table mine = {0};
  return query(which->none, &mine);
}
// CHECK-LABEL: func @fill_anyhow
// CHECK: call i32 @query({{%[0-9]+}}, [[B:%[0-9]+]])
// CHECK-NEXT: opaque u64 "an argument of another type" ([[B]])

const struct table *right(int which) {
  const struct table *its = 0;
  (void)query(which, &its);
  return its;
}
// CHECK-LABEL: func @right
// CHECK-NOT: another type
