// A call tree with more paths than can be followed as a whole: its functions are looked at one by one.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

typedef struct _NODE {
  ADAPTER *Adapter;
  HANDLE Scratch;
  ULONG Seen[20];
} NODE;

static VOID Visit0(NODE *Node, ULONG Key)
{
  if (Node->Scratch && Key == 7) {
    Node->Adapter->Dxgk.DxgkCbDestroyContextAllocation(Node->Adapter->Dxgk.DeviceHandle, Node->Scratch);
    Node->Scratch = NULL;
  }
}

#define VISIT(LEVEL, BELOW)                                                                                            \
  static VOID Visit##LEVEL(NODE *Node, ULONG Key)                                                                      \
  {                                                                                                                    \
    if (Node->Seen[LEVEL] != Key)                                                                                      \
      Visit##BELOW(Node, Key * 3 + LEVEL);                                                                             \
    Node->Seen[LEVEL]++;                                                                                               \
    if (Node->Seen[LEVEL] & Key)                                                                                       \
      Visit##BELOW(Node, Key + Node->Seen[LEVEL]);                                                                     \
  }
VISIT(1, 0)
VISIT(2, 1)
VISIT(3, 2)
VISIT(4, 3)
VISIT(5, 4)
VISIT(6, 5)
VISIT(7, 6)
VISIT(8, 7)
VISIT(9, 8)
VISIT(10, 9)
VISIT(11, 10)
VISIT(12, 11)
VISIT(13, 12)
VISIT(14, 13)

NTSTATUS around_heavy_bad(GPU_CONTEXT *Context, NODE *Node)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  FillArguments(&args, Context, PAGE_SIZE);
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status))
    return status;
  Visit14(Node, 1);
  status = ProbeHardware();
  if (!NT_SUCCESS(status))
    return status; // EXPECT: dxgk-leak
  Context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(Context->Adapter->Dxgk.DeviceHandle, args.hAllocation);
  return status;
}

NTSTATUS around_heavy_ok(GPU_CONTEXT *Context, NODE *Node)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  FillArguments(&args, Context, PAGE_SIZE);
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status))
    return status;
  Visit14(Node, 1);
  status = ProbeHardware();
  Context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(Context->Adapter->Dxgk.DeviceHandle, args.hAllocation);
  return status;
}

// The handle is kept where the heavy function can find it: whether it destroys it nobody knows.
NTSTATUS known_to_heavy_ok(GPU_CONTEXT *Context, NODE *Node)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  FillArguments(&args, Context, PAGE_SIZE);
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status))
    return status;
  Node->Adapter = Context->Adapter;
  Node->Scratch = args.hAllocation;
  Visit14(Node, 1);
  if (Node->Scratch)
    Context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(Context->Adapter->Dxgk.DeviceHandle, Node->Scratch);
  Node->Scratch = NULL;
  return STATUS_SUCCESS;
}

// A helper with a heavy function below it is not entered with all that it calls. That it leaves the handle as it is where it fails
// is seen all the same.
static NTSTATUS MakeAround(GPU_CONTEXT *Context, NODE *Node, HANDLE *Handle)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;
  FillArguments(&args, Context, PAGE_SIZE);
  status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status))
    return status;
  Visit6(Node, 2);
  Visit6(Node, 3);
  Visit6(Node, 4);
  *Handle = args.hAllocation;
  return STATUS_SUCCESS;
}

NTSTATUS left_by_helper_bad(GPU_CONTEXT *Context, NODE *Node)
{
  HANDLE handle = NULL;
  ULONG i;
  Visit14(Node, 1);
  for (i = 0; i < 2; i++) {
    MakeAround(Context, Node, &handle);
    if (handle)
      Context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(Context->Adapter->Dxgk.DeviceHandle, handle); // EXPECT: dxgk-double-destroy
  }
  return STATUS_SUCCESS;
}

NTSTATUS left_by_helper_ok(GPU_CONTEXT *Context, NODE *Node)
{
  HANDLE handle = NULL;
  ULONG i;
  Visit14(Node, 1);
  for (i = 0; i < 2; i++) {
    handle = NULL;
    MakeAround(Context, Node, &handle);
    if (handle)
      Context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(Context->Adapter->Dxgk.DeviceHandle, handle);
  }
  return STATUS_SUCCESS;
}
