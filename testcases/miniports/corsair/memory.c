// Context allocations of Corsair, the only file that calls the pair, and the driver's pool.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "corsair.h"

// An allocation of one context, or, without hContext, of all contexts of the device. *Allocation is NULL after failure.
NTSTATUS CorCreateBuffer(COR_ADAPTER *Adapter, HANDLE hDevice, HANDLE hContext, SIZE_T Size, HANDLE *Allocation)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  NTSTATUS status;

  PAGED_CODE();
  *Allocation = NULL;
  if (Size == 0)
    return STATUS_INVALID_PARAMETER;

  RtlZeroMemory(&args, sizeof(args));
  args.hAdapter = Adapter->Dxgk.DeviceHandle;
  args.hDevice = hDevice;
  if (hContext) {
    args.hContext = hContext;
  } else {
    args.ContextAllocationFlags.SharedAcrossContexts = 1;
  }
  args.Size = ROUND_TO_PAGES(Size);
  args.Alignment = PAGE_SIZE;
  args.SupportedSegmentSet = 1 << (COR_SEGMENT_LOCAL - 1);
  args.EvictionSegmentSet = 1 << (COR_SEGMENT_APERTURE - 1);

  status = Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status))
    return status;
  *Allocation = args.hAllocation;
  return STATUS_SUCCESS;
}

VOID CorDestroyBuffer(COR_ADAPTER *Adapter, HANDLE *Allocation)
{
  PAGED_CODE();
  if (*Allocation != NULL) {
    Adapter->Dxgk.DxgkCbDestroyContextAllocation(Adapter->Dxgk.DeviceHandle, *Allocation);
    *Allocation = NULL;
  }
}

NTSTATUS CorUpdateBuffer(COR_ADAPTER *Adapter, HANDLE Allocation, PVOID Data, UINT Size)
{
  DXGKARGCB_UPDATECONTEXTALLOCATION update;

  PAGED_CODE();
  RtlZeroMemory(&update, sizeof(update));
  update.hAllocation = Allocation;
  update.pPrivateDriverData = Data;
  update.PrivateDriverDataSize = Size;
  return Adapter->Dxgk.DxgkCbUpdateContextAllocation(Adapter->Dxgk.DeviceHandle, &update);
}

// Zeroed memory that may be touched at any level.
PVOID CorAllocate(SIZE_T Size)
{
  PVOID block = ExAllocatePoolWithTag(NonPagedPoolNx, Size, COR_TAG);
  if (block)
    RtlZeroMemory(block, Size);
  return block;
}

VOID CorFree(PVOID Block)
{
  if (Block)
    ExFreePoolWithTag(Block, COR_TAG);
}
