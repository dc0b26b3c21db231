// What a function was declared with: roles (typedefs of functions), source annotations, code segments, markers.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %dxl-emit-ir %s -- --target=x86_64-pc-windows-msvc -fms-extensions -isystem %source/rules/headers/km -include sal.h | %FileCheck %s
// RUN: %dxl-emit-ir %s -- --target=x86_64-pc-windows-msvc -fms-extensions -isystem %source/rules/headers/km -include sal.h | %FileCheck --check-prefix=TABLE %s
typedef long NTSTATUS;
typedef void *HANDLE;
typedef int KSPIN_LOCK;
#define PAGED_CODE() ((void)0)
#define UNREFERENCED_PARAMETER(p) ((void)(p))
#define NT_SUCCESS(s) (((NTSTATUS)(s)) >= 0)
typedef _IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS DXGKDDI_CREATECONTEXT(HANDLE hDevice, void *args);
typedef DXGKDDI_CREATECONTEXT *PDXGKDDI_CREATECONTEXT;
typedef DXGKDDI_CREATECONTEXT ALIAS_OF_IT;
NTSTATUS Work(HANDLE);

DXGKDDI_CREATECONTEXT MyCreateContext;
_Use_decl_annotations_ NTSTATUS MyCreateContext(HANDLE hDevice, void *args) {
  PAGED_CODE();
  UNREFERENCED_PARAMETER(args);
  NTSTATUS status = Work(hDevice);
  if (!NT_SUCCESS(status))
    return status;
  return 0;
}
// CHECK-LABEL: func @MyCreateContext({{.*}} role DXGKDDI_CREATECONTEXT
// CHECK-SAME: annotate _IRQL_requires_max_ "PASSIVE_LEVEL"
// CHECK: mark PAGED_CODE !
// CHECK: compare ge i32 {{.*}} macro NT_SUCCESS

ALIAS_OF_IT Aliased;
NTSTATUS Aliased(HANDLE hDevice, void *args) { return 1; }
// CHECK-LABEL: func @Aliased({{.*}} role ALIAS_OF_IT role DXGKDDI_CREATECONTEXT annotate _IRQL_requires_max_ "PASSIVE_LEVEL"

// Annotations of several declarations are joined; those of parameters and the result say which.
_IRQL_requires_max_(DISPATCH_LEVEL) void Take(_Inout_ KSPIN_LOCK *Lock);
_Acquires_lock_(*Lock) _IRQL_requires_max_(DISPATCH_LEVEL) _IRQL_saves_ void Take(_In_ KSPIN_LOCK *Lock);
_When_(return >= 0, _Post_satisfies_(*Lock == 1)) void Take(KSPIN_LOCK *Lock) { Work(0); }
// CHECK-LABEL: func @Take(
// CHECK-SAME: annotate _IRQL_requires_max_ "DISPATCH_LEVEL"
// CHECK-NOT: annotate _IRQL_requires_max_
// CHECK-SAME: annotate _Inout_ on 0
// CHECK-SAME: annotate _Acquires_lock_ "*Lock"
// CHECK-SAME: annotate _IRQL_saves_
// CHECK-SAME: annotate _In_ on 0
// CHECK-SAME: annotate _When_ "return >= 0, _Post_satisfies_(*Lock == 1)"

NTSTATUS Paged(void);
#pragma alloc_text(PAGE, Paged, Paged2)
#pragma alloc_text("INIT", Start)
// TABLE-NOT: note error
NTSTATUS Paged(void) { return Work(0); }
// CHECK-LABEL: func @Paged(
// CHECK-SAME: segment PAGE
NTSTATUS Start(void) { return Work(0); }
// CHECK-LABEL: func @Start(
// CHECK-SAME: segment INIT
#pragma code_seg("PAGE")
NTSTATUS InSegment(void) { return Work(0); }
// CHECK-LABEL: func @InSegment(
// CHECK-SAME: segment PAGE
#pragma code_seg()
__declspec(code_seg("PAGED")) NTSTATUS Declared(void) { return Work(0); }
// CHECK-LABEL: func @Declared(
// CHECK-SAME: segment PAGED
NTSTATUS Resident(void) { return Work(0); }
// CHECK-LABEL: func @Resident(
// CHECK-NOT: segment

// A call through a member, and through a value of a function typedef.
struct Interface {
  NTSTATUS (*DxgkCbCreateContextAllocation)(HANDLE *args);
  PDXGKDDI_CREATECONTEXT Create;
};
NTSTATUS calls(struct Interface *i, PDXGKDDI_CREATECONTEXT p) {
  HANDLE args = 0;
  return i->DxgkCbCreateContextAllocation(&args) + i->Create(args, 0) + p(args, 0);
}
// CHECK-LABEL: func @calls(
// CHECK: field %{{[0-9]+}} %Interface.DxgkCbCreateContextAllocation +0
// CHECK: call i32 %{{[0-9]+}}($args)
// CHECK: field %{{[0-9]+}} %Interface.Create +8
// CHECK: call i32 %{{[0-9]+}}({{.*}}) type DXGKDDI_CREATECONTEXT
// CHECK: call i32 %{{[0-9]+}}({{.*}}) type DXGKDDI_CREATECONTEXT

// Tables of entry points are initialisers.
struct Interface table = {.Create = MyCreateContext};
// TABLE: global @table %Interface
// TABLE: 8 = @MyCreateContext

void suppressed(void) {
  Work(0); // NOLINT(dxgk-leak, dxgk-irql)
  // NOLINTNEXTLINE
  Work(0);
  /* NOLINTBEGIN(dxgk-*) */
  Work(0);
  /* NOLINTEND(dxgk-*) */
}
// CHECK: suppress 0:[[#@LINE-7]] nolint "dxgk-leak, dxgk-irql"
// CHECK: suppress 0:[[#@LINE-7]] nextline
// CHECK: suppress 0:[[#@LINE-6]] begin "dxgk-*"
// CHECK: suppress 0:[[#@LINE-5]] end "dxgk-*"
