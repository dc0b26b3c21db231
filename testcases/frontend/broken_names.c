// Names that nothing declares are types, values, functions or modifiers, as the errors and the tokens around them say;
// the unit is read again with that.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %dxl-emit-ir --quiet %s -- --target=x86_64-pc-windows-msvc -fms-extensions | %FileCheck %s
// RUN: %dxl-emit-ir --quiet %s -- --target=x86_64-pc-windows-msvc -fms-extensions -x c++ | %FileCheck %s
#ifdef __cplusplus
extern "C" {
#endif
typedef long NTSTATUS;
NTSTATUS Work(void *);
void Log(const char *, ...);

UNKNOWN_EXPORT NTSTATUS modifier(int a) { return a; }
// CHECK-DAG: func @modifier(i32

NTSTATUS UNKNOWN_CALL between(int a) { return a; }
// CHECK-DAG: func @between(i32 $a{{.*}} {

void UNKNOWN_CALL nothing_between(int *a) { *a = 0; }
// CHECK-DAG: func @nothing_between({{.*}} {

NTSTATUS annotated(_House_Outptr_ void **a, _House_Range_ int b) { *a = 0; return b; }
// CHECK: func @annotated(ptr(ptr) $a{{.*}}, i32 $b{{.*}} {

NTSTATUS value(int a) {
  if (a & UNKNOWN_FLAG)
    return STATUS_UNKNOWN_TO_US;
  switch (a) {
  case UNKNOWN_CASE:
    return 1;
  case UNKNOWN_OTHER:
    return 2;
  }
  return Work(0);
}
// CHECK-LABEL: func @value({{.*}} {
// CHECK: load i32 @UNKNOWN_FLAG
// CHECK: load i32 @STATUS_UNKNOWN_TO_US
// CHECK: switch %{{[0-9]+}} b{{[0-9]+}} [{{[0-9]+}} b{{[0-9]+}}, {{[0-9]+}} b{{[0-9]+}}]

NTSTATUS local_of_type(int *p) {
  UNKNOWN_STATE state = (UNKNOWN_STATE)*p;
  if (state == UnknownStateD0)
    return Work(&state);
  return (NTSTATUS)state;
}
// CHECK-LABEL: func @local_of_type({{.*}} {
// CHECK: local $state i32

NTSTATUS structure(void) {
  UNKNOWN_ARGS args;
  args.Member = 3;
  return Work(&args);
}
// CHECK-LABEL: func @structure({{.*}} {
// CHECK: local $args %UNKNOWN_ARGS
// CHECK: call i32 @Work($args)

NTSTATUS parameter(PUNKNOWN_ARGS args, UNKNOWN_ARGS *other, uint32_t n, UINT_UNKNOWN q) {
  if (args->Member)
    return Work(other);
  return (NTSTATUS)(n + q);
}
// CHECK-LABEL: func @parameter(ptr(%UNKNOWN_ARGS) $args {{.*}}, ptr(%UNKNOWN_ARGS) $other {{.*}}, u32 $n {{.*}}, i32 $q

NTSTATUS function(int a) { return unknown_function(a, "x"); }
// CHECK-LABEL: func @function({{.*}} {
// CHECK: call i32 @unknown_function(%{{[0-9]+}}, "x")

// Declared below: nothing is assumed.
static int later(void) { return declared_later; }
int declared_later;
// CHECK: func @{{later|"[?]later@@YAHXZ"}}(

#ifdef __cplusplus
}
#endif
// CHECK: note error 0:{{[0-9]+}}:3 "'UNKNOWN_ARGS' is not declared: its members are assumed"
