// An object whose class nobody knows is of one class all the time.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

class Hardware {
public:
  virtual NTSTATUS Make(GPU_CONTEXT *Context, HANDLE *Out) = 0;
  virtual void Drop(GPU_CONTEXT *Context, HANDLE Allocation) = 0;
};

// Has no allocations.
class Simple : public Hardware {
public:
  NTSTATUS Make(GPU_CONTEXT *, HANDLE *Out) override
  {
    *Out = nullptr;
    return STATUS_SUCCESS;
  }
  void Drop(GPU_CONTEXT *, HANDLE) override {}
};

class Full : public Hardware {
public:
  NTSTATUS Make(GPU_CONTEXT *Context, HANDLE *Out) override
  {
    DXGKARGCB_CREATECONTEXTALLOCATION args;
    FillArguments(&args, Context, SAVE_AREA_SIZE);
    NTSTATUS status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
    if (NT_SUCCESS(status))
      *Out = args.hAllocation;
    return status;
  }
  void Drop(GPU_CONTEXT *Context, HANDLE Allocation) override
  {
    Context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(Context->Adapter->Dxgk.DeviceHandle, Allocation);
  }
};

NTSTATUS same_ok(Hardware *First, Hardware *Second, GPU_CONTEXT *Context)
{
  HANDLE allocation = nullptr;
  UNREFERENCED_PARAMETER(Second);
  NTSTATUS status = First->Make(Context, &allocation);
  if (!NT_SUCCESS(status))
    return status;
  status = ProbeHardware();
  First->Drop(Context, allocation);
  return status;
}

NTSTATUS other_bad(Hardware *First, Hardware *Second, GPU_CONTEXT *Context)
{
  HANDLE allocation = nullptr;
  NTSTATUS status = First->Make(Context, &allocation);
  if (!NT_SUCCESS(status))
    return status;
  status = ProbeHardware();
  Second->Drop(Context, allocation);
  return status; // EXPECT: dxgk-leak
}
