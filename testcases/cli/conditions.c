// What path notes say of a condition is what the source says of it, with its negations.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %exits 1 %dxgklint %s 2>/dev/null | grep note | %FileCheck %s
#include <ntddk.h>
#include <dispmprt.h>

// CHECK: {{.*}}:13: note: left side of '||' is false
// CHECK-NEXT: {{.*}}:22: note: left side of '||' is false
// CHECK-NEXT: note: taking false branch
// CHECK-NEXT: note: left side of '&&' is false
// CHECK-NEXT: note: left side of '||' is true
// CHECK-NEXT: {{.*}}:15: note: left side of '&&' is true
// CHECK-NEXT: note: '?' condition is true
// CHECK-NEXT: note: taking false branch
// CHECK-NEXT: note: context allocation created here
// CHECK-NEXT: note: taking false branch
// CHECK-NEXT: {{.*}}:18: note: left side of '&&' is true
// CHECK-NEXT: {{.*}}:34: note: left side of '&&' is true
// CHECK-NEXT: {{.*}}:43: note: left side of '&&' is true
// CHECK-NEXT: note: taking true branch
// CHECK-NEXT: note: still live here
NTSTATUS Ring(DXGKRNL_INTERFACE *Dxgk, ULONG *Size, ULONG *Kind, ULONG *Flags, ULONG *Count)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args = {0};
  NTSTATUS status;
  if (!Size || !Kind || *Size == 0)
    return STATUS_INVALID_PARAMETER;
  if (!*Kind && *Size > 4096)
    *Kind = 1;
  if (!(Flags || Count))
    return STATUS_INVALID_PARAMETER;
  if (!(Flags && *Flags) ? !*Kind : *Kind == 2)
    return STATUS_INVALID_PARAMETER;
  args.hAdapter = Dxgk->DeviceHandle;
  args.ContextAllocationFlags.SharedAcrossContexts = 1;
  args.Size = *Size;
  status = Dxgk->DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status))
    return status;
  if (*Kind == 1 && *Size > 4096 && Flags && !*Flags)
    return STATUS_UNSUCCESSFUL; // lost
  Dxgk->DxgkCbDestroyContextAllocation(Dxgk->DeviceHandle, args.hAllocation);
  return STATUS_SUCCESS;
}
