// The callback reached through a member function and a member pointer of a C++ adapter.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

class Adapter
{
public:
  NTSTATUS Create(DXGKARGCB_CREATECONTEXTALLOCATION &args) { return m_Dxgk.DxgkCbCreateContextAllocation(&args); }
  void Destroy(HANDLE allocation) { m_Dxgk.DxgkCbDestroyContextAllocation(m_Dxgk.DeviceHandle, allocation); }
  HANDLE Handle() const { return m_Dxgk.DeviceHandle; }
  NTSTATUS direct_bad(HANDLE hDevice, HANDLE hContext);
  NTSTATUS direct_ok(HANDLE hDevice, HANDLE hContext);
  NTSTATUS stored_ok(HANDLE hDevice, HANDLE hContext);

private:
  DXGKRNL_INTERFACE m_Dxgk;
  HANDLE m_SaveArea;
};

NTSTATUS Adapter::direct_bad(HANDLE hDevice, HANDLE hContext)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args = {};
  args.hAdapter = m_Dxgk.DeviceHandle;
  args.hDevice = hDevice;
  args.hContext = hContext;
  args.Size = SAVE_AREA_SIZE;
  NTSTATUS status = m_Dxgk.DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status))
    return status;
  if (!HardwareIsReady())
    return STATUS_DEVICE_NOT_READY; // EXPECT: dxgk-leak
  return m_Dxgk.DxgkCbDestroyContextAllocation(m_Dxgk.DeviceHandle, args.hAllocation);
}

NTSTATUS Adapter::direct_ok(HANDLE hDevice, HANDLE hContext)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args = {};
  args.hAdapter = m_Dxgk.DeviceHandle;
  args.hDevice = hDevice;
  args.hContext = hContext;
  args.Size = SAVE_AREA_SIZE;
  NTSTATUS status = m_Dxgk.DxgkCbCreateContextAllocation(&args);
  if (!NT_SUCCESS(status))
    return status;
  if (!HardwareIsReady())
    status = STATUS_DEVICE_NOT_READY;
  m_Dxgk.DxgkCbDestroyContextAllocation(m_Dxgk.DeviceHandle, args.hAllocation);
  return status;
}

NTSTATUS Adapter::stored_ok(HANDLE hDevice, HANDLE hContext)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args = {};
  args.hAdapter = m_Dxgk.DeviceHandle;
  args.hDevice = hDevice;
  args.hContext = hContext;
  args.Size = SAVE_AREA_SIZE;
  NTSTATUS status = m_Dxgk.DxgkCbCreateContextAllocation(&args);
  if (NT_SUCCESS(status))
    m_SaveArea = args.hAllocation;
  return status;
}

NTSTATUS through_methods_bad(Adapter *adapter, HANDLE hDevice, HANDLE hContext)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args = {};
  args.hAdapter = adapter->Handle();
  args.hDevice = hDevice;
  args.hContext = hContext;
  args.Size = SAVE_AREA_SIZE;
  NTSTATUS status = adapter->Create(args);
  if (!NT_SUCCESS(status))
    return status;
  if (!HardwareIsReady())
    return STATUS_DEVICE_NOT_READY; // EXPECT: dxgk-leak
  adapter->Destroy(args.hAllocation);
  return STATUS_SUCCESS;
}

NTSTATUS through_methods_ok(Adapter *adapter, HANDLE hDevice, HANDLE hContext)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args = {};
  args.hAdapter = adapter->Handle();
  args.hDevice = hDevice;
  args.hContext = hContext;
  args.Size = SAVE_AREA_SIZE;
  NTSTATUS status = adapter->Create(args);
  if (!NT_SUCCESS(status))
    return status;
  if (!HardwareIsReady())
    status = STATUS_DEVICE_NOT_READY;
  adapter->Destroy(args.hAllocation);
  return status;
}
