// Static methods cast the handle to this; the destructor destroys the allocation.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#define OWN_CONTEXT
#include "skeleton.h"

void *__cdecl operator new(size_t size, POOL_TYPE type) noexcept
{
  return ExAllocatePoolWithTag(type, size, POOL_TAG);
}

void __cdecl operator delete(void *block) noexcept
{
  if (block)
    ExFreePoolWithTag(block, POOL_TAG);
}

void __cdecl operator delete(void *block, size_t) noexcept
{
  if (block)
    ExFreePoolWithTag(block, POOL_TAG);
}

class Context
{
public:
  static NTSTATUS APIENTRY Create(HANDLE const hDevice, DXGKARG_CREATECONTEXT *pCreateContext);
  static NTSTATUS APIENTRY destroy_ok(HANDLE const hContext);

private:
  explicit Context(DEVICE *device) : m_Adapter(device->Adapter), m_Device(device), m_SaveArea(nullptr) {}
  ~Context()
  {
    if (m_SaveArea)
      DestroyFor(m_Adapter, m_SaveArea);
  }
  NTSTATUS Prepare(HANDLE context)
  {
    DXGKARGCB_CREATECONTEXTALLOCATION args = {};
    args.hAdapter = m_Adapter->Dxgk.DeviceHandle;
    args.hDevice = m_Device->hDxgDevice;
    args.hContext = context;
    args.Size = SAVE_AREA_SIZE;
    NTSTATUS status = m_Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
    if (NT_SUCCESS(status))
      m_SaveArea = args.hAllocation;
    return status;
  }
  ADAPTER *m_Adapter;
  DEVICE *m_Device;
  HANDLE m_SaveArea;
};

NTSTATUS APIENTRY Context::Create(HANDLE const hDevice, DXGKARG_CREATECONTEXT *pCreateContext)
{
  Context *context = new (NonPagedPoolNx) Context(static_cast<DEVICE *>(hDevice));
  if (!context)
    return STATUS_NO_MEMORY;
  NTSTATUS status = context->Prepare(pCreateContext->hContext);
  if (!NT_SUCCESS(status)) {
    delete context;
    return status;
  }
  pCreateContext->hContext = context;
  return STATUS_SUCCESS;
}

NTSTATUS APIENTRY Context::destroy_ok(HANDLE const hContext)
{
  Context *context = static_cast<Context *>(hContext);
  context->~Context();
  ExFreePoolWithTag(context, POOL_TAG);
  return STATUS_SUCCESS;
}

extern "C" NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
  DRIVER_INITIALIZATION_DATA data;
  FillTable(&data);
  data.DxgkDdiCreateContext = Context::Create;
  data.DxgkDdiDestroyContext = Context::destroy_ok;
  return DxgkInitialize(DriverObject, RegistryPath, &data);
}
