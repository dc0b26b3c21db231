// NOLINT comments, with clang-tidy's meaning. What does not match up suppresses nothing and is told.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %exits 1 %dxgklint --format=msvc %s 2>&1 | %FileCheck %s
// RUN: %exits 1 %dxgklint %s 2>&1 | %FileCheck --check-prefix=UNMATCHED %s
// RUN: %exits 1 %dxgklint --format=msvc --no-suppressions %s 2>&1 | %FileCheck --check-prefix=ALL %s
// RUN: %exits 1 %dxgklint --sarif=- %s 2>/dev/null | %FileCheck --check-prefix=SARIF %s
#include <ntddk.h>
#include <dispmprt.h>

typedef struct _DEV {
  DXGKRNL_INTERFACE Dxgk;
  HANDLE A, B, C, D, E, F, G, H;
} DEV;

#define DESTROY(handle) dev->Dxgk.DxgkCbDestroyContextAllocation(dev->Dxgk.DeviceHandle, handle)

void OnTheLine(DEV *dev)
{
  DESTROY(dev->A);
  DESTROY(dev->A); // NOLINT
  DESTROY(dev->B);
  DESTROY(dev->B); // NOLINT(dxgk-double-destroy)
  DESTROY(dev->C);
  DESTROY(dev->C); // NOLINT(dxgk-leak)
  // CHECK-DAG: nolint.c([[#@LINE-1]],3): warning dxgk-double-destroy
  DESTROY(dev->D);
  DESTROY(dev->D); // NOLINT(dxgk-*,-dxgk-leak)
  DESTROY(dev->E);
  DESTROY(dev->E); // NOLINTED
  // CHECK-DAG: nolint.c([[#@LINE-1]],3): warning dxgk-double-destroy
}

void NextLine(DEV *dev)
{
  DESTROY(dev->A);
  // NOLINTNEXTLINE(dxgk-double-destroy)
  DESTROY(dev->A);
  // NOLINTNEXTLINE
  DESTROY(dev->B);
  DESTROY(dev->B);
  // CHECK-DAG: nolint.c([[#@LINE-1]],3): warning dxgk-double-destroy
}

void Block(DEV *dev)
{
  DESTROY(dev->A);
  // NOLINTBEGIN
  DESTROY(dev->A);
  // NOLINTBEGIN(dxgk-double-destroy)
  DESTROY(dev->A);
  // NOLINTEND(dxgk-double-destroy)
  DESTROY(dev->A);
  // NOLINTEND
  DESTROY(dev->B);
  DESTROY(dev->B);
  // CHECK-DAG: nolint.c([[#@LINE-1]],3): warning dxgk-double-destroy
}

void Stray(DEV *dev)
{
  DESTROY(dev->A);
  // NOLINTEND
  DESTROY(dev->A);
  // CHECK-DAG: nolint.c([[#@LINE-1]],3): warning dxgk-double-destroy
}

void Open(DEV *dev)
{
  // NOLINTBEGIN(dxgk-double-destroy)
  DESTROY(dev->A);
  DESTROY(dev->A);
  // CHECK-DAG: nolint.c([[#@LINE-1]],3): warning dxgk-double-destroy
}
// CHECK: dxgklint: 6 findings, [[#SUPPRESSED:]] suppressed
// ALL: dxgklint: {{[0-9]+}} findings{{$}}
// UNMATCHED-DAG: nolint.c:62: warning: unmatched 'NO{{LINT}}END' comment without a previous 'NO{{LINT}}BEGIN' comment
// UNMATCHED-DAG: nolint.c:69: warning: unmatched 'NO{{LINT}}BEGIN' comment without a subsequent 'NO{{LINT}}END' comment of the same checks
// SARIF: "suppressions"
// SARIF-NEXT: {
// SARIF-NEXT: "kind": "inSource"
// SARIF-NEXT: "justification": "NOLINT"
