// The steps of a path are notes where they happen: in a helper, in a header, in a macro.
// RUN: %check-tidy --check=%s --exit=0 -- -checks=-*,dxgk-leak %s -- %driver -I%S/Inputs
#include "create.h"

#define GIVE_UP(status) return (status)

NTSTATUS from_header(ADAPTER *Adapter)
{
  HANDLE allocation;
  NTSTATUS status = CreateScratch(Adapter, &allocation);
  if (!NT_SUCCESS(status))
    return status;
  status = ProbeHardware();
  if (!NT_SUCCESS(status))
    GIVE_UP(status);
  Adapter->Dxgk.DxgkCbDestroyContextAllocation(Adapter->Dxgk.DeviceHandle, allocation);
  return STATUS_SUCCESS;
}

// CHECK: notes.c:15:5: warning: {{.*}} [dxgk-leak]
// CHECK: GIVE_UP(status);
// CHECK: notes.c:15:5: note: in the expansion of macro 'GIVE_UP'
// CHECK: notes.c:10:21: note: entering 'CreateScratch'
// CHECK: create.h:15:12: note: context allocation created here
// CHECK: notes.c:11:3: note: taking false branch
// CHECK: notes.c:14:3: note: taking true branch
// CHECK-NOT: warning:
