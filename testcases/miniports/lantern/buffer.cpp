// The only file of Lantern that calls the context allocation callbacks.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "buffer.hpp"

namespace lantern {

NTSTATUS Buffer::Create(DXGKRNL_INTERFACE &dxgk, HANDLE device, HANDLE context, SIZE_T size)
{
  PAGED_CODE();
  DXGKARGCB_CREATECONTEXTALLOCATION args = {};
  args.hAdapter = dxgk.DeviceHandle;
  args.hDevice = device;
  if (context)
    args.hContext = context;
  else
    args.ContextAllocationFlags.SharedAcrossContexts = 1;
  args.Size = ROUND_TO_PAGES(size);
  args.Alignment = PAGE_SIZE;
  args.SupportedSegmentSet = 1;

  NTSTATUS status = dxgk.DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status))
    return status;
  Destroy();
  m_Dxgk = &dxgk;
  m_Allocation = args.hAllocation;
  m_Size = size;
  return STATUS_SUCCESS;
}

NTSTATUS Buffer::Update(void *data, UINT size) const
{
  PAGED_CODE();
  if (!m_Allocation)
    return STATUS_INVALID_DEVICE_STATE;
  DXGKARGCB_UPDATECONTEXTALLOCATION update = {};
  update.hAllocation = m_Allocation;
  update.pPrivateDriverData = data;
  update.PrivateDriverDataSize = size;
  return m_Dxgk->DxgkCbUpdateContextAllocation(m_Dxgk->DeviceHandle, &update);
}

NTSTATUS Buffer::Map(D3DGPU_VIRTUAL_ADDRESS &address) const
{
  PAGED_CODE();
  address = 0;
  if (!m_Allocation)
    return STATUS_INVALID_DEVICE_STATE;
  DXGKARGCB_MAPCONTEXTALLOCATION map = {};
  map.hAllocation = m_Allocation;
  map.MaximumAddress = ~static_cast<D3DGPU_VIRTUAL_ADDRESS>(0);
  map.SizeInPages = ROUND_TO_PAGES(m_Size) / PAGE_SIZE;
  address = m_Dxgk->DxgkCbMapContextAllocation(m_Dxgk->DeviceHandle, &map);
  return address ? STATUS_SUCCESS : STATUS_NO_MEMORY;
}

void Buffer::Destroy()
{
  if (m_Allocation) {
    m_Dxgk->DxgkCbDestroyContextAllocation(m_Dxgk->DeviceHandle, m_Allocation);
    m_Allocation = nullptr;
    m_Size = 0;
  }
}

} // namespace lantern
