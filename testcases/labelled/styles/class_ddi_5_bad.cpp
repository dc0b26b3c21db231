// The guard is dismissed before the last step that can fail.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <ntddk.h>
#include <dispmprt.h>
#include <d3dkmddi.h>

#define TAG 'ppcX'

void *__cdecl operator new(size_t cb, POOL_TYPE pool) noexcept { return ExAllocatePoolWithTag(pool, cb, TAG); }
void __cdecl operator delete(void *p) noexcept { if (p) ExFreePoolWithTag(p, TAG); }
void __cdecl operator delete(void *p, size_t) noexcept { if (p) ExFreePoolWithTag(p, TAG); }

namespace gfx {

class Adapter;

class ContextAllocation
{
public:
    ContextAllocation() noexcept : m_pInterface(nullptr), m_handle(nullptr) {}
    ContextAllocation(DXGKRNL_INTERFACE *pInterface, HANDLE handle) noexcept : m_pInterface(pInterface), m_handle(handle) {}
    ~ContextAllocation() { Reset(); }

    ContextAllocation(const ContextAllocation &) = delete;
    ContextAllocation &operator=(const ContextAllocation &) = delete;

    ContextAllocation(ContextAllocation &&other) noexcept : m_pInterface(other.m_pInterface), m_handle(other.m_handle)
    {
        other.m_handle = nullptr;
    }

    ContextAllocation &operator=(ContextAllocation &&other) noexcept
    {
        if (this != &other)
        {
            Reset();
            m_pInterface = other.m_pInterface;
            m_handle = other.m_handle;
            other.m_handle = nullptr;
        }
        return *this;
    }

    void Reset() noexcept
    {
        if (m_handle != nullptr)
        {
            m_pInterface->DxgkCbDestroyContextAllocation(m_pInterface->DeviceHandle, m_handle);
            m_handle = nullptr;
        }
    }

    HANDLE Detach() noexcept
    {
        HANDLE handle = m_handle;
        m_handle = nullptr;
        return handle;
    }

    explicit operator bool() const noexcept { return m_handle != nullptr; }
    HANDLE Get() const noexcept { return m_handle; }

private:
    DXGKRNL_INTERFACE *m_pInterface;
    HANDLE m_handle;
};

template <typename F>
class ScopeExit
{
public:
    explicit ScopeExit(F f) : m_f(f), m_armed(true) {}
    ~ScopeExit() { if (m_armed) m_f(); }
    void Dismiss() { m_armed = false; }
    ScopeExit(const ScopeExit &) = delete;

private:
    F m_f;
    bool m_armed;
};

class Adapter
{
public:
    explicit Adapter(PDEVICE_OBJECT pdo) : m_pdo(pdo) { RtlZeroMemory(&m_interface, sizeof(m_interface)); }

    static NTSTATUS AddDevice(PDEVICE_OBJECT const pdo, PVOID *ppContext);
    static NTSTATUS StartDevice(PVOID const pContext, PDXGK_START_INFO pInfo, PDXGKRNL_INTERFACE pInterface, PULONG pSources,
                                PULONG pChildren);
    static NTSTATUS StopDevice(PVOID const pContext);
    static NTSTATUS RemoveDevice(PVOID const pContext);
    static NTSTATUS APIENTRY Escape(HANDLE const hAdapter, const DXGKARG_ESCAPE *pEscape);

    DXGKRNL_INTERFACE *Interface() { return &m_interface; }

private:
    PDEVICE_OBJECT m_pdo;
    DXGKRNL_INTERFACE m_interface;
};

class Device
{
public:
    Device(Adapter *pAdapter, HANDLE hRuntime) : m_pAdapter(pAdapter), m_hRuntime(hRuntime) {}
    static NTSTATUS APIENTRY Create(HANDLE const hAdapter, DXGKARG_CREATEDEVICE *pArgs);
    static NTSTATUS APIENTRY Destroy(HANDLE const hDevice);
    Adapter *GetAdapter() const { return m_pAdapter; }
    HANDLE Runtime() const { return m_hRuntime; }

private:
    Adapter *m_pAdapter;
    HANDLE m_hRuntime;
};

class Object
{
public:
    Object() = default;
    virtual ~Object() {}
    virtual ULONG Kind() const = 0;
};

class Context final : public Object
{
public:
    Context(Device *pDevice, HANDLE hRuntime) : m_pDevice(pDevice), m_hRuntime(hRuntime) {}
    ULONG Kind() const override { return 2; }

    static NTSTATUS APIENTRY Create(HANDLE const hDevice, DXGKARG_CREATECONTEXT *pArgs);
    static NTSTATUS APIENTRY Destroy(HANDLE const hContext);

    NTSTATUS Allocate(SIZE_T size, ContextAllocation &target);
    NTSTATUS ReplaceScratch(SIZE_T size);

private:
    NTSTATUS Initialize(const DXGKARG_CREATECONTEXT *pArgs);
    NTSTATUS ProgramEngine(UINT node);

    Device *m_pDevice;
    HANDLE m_hRuntime;
    ContextAllocation m_saveArea;
    ContextAllocation m_ring;
    ContextAllocation m_scratch;
};

NTSTATUS Context::Allocate(SIZE_T size, ContextAllocation &target)
{
    DXGKRNL_INTERFACE *pInterface = m_pDevice->GetAdapter()->Interface();
    DXGKARGCB_CREATECONTEXTALLOCATION args{};
    args.hAdapter = pInterface->DeviceHandle;
    args.hDevice = m_pDevice->Runtime();
    args.hContext = m_hRuntime;
    args.Size = size;
    const NTSTATUS status = pInterface->DxgkCbCreateContextAllocation(&args);
    if (!NT_SUCCESS(status))
    {
        return status;
    }
    target = ContextAllocation(pInterface, args.hAllocation);
    return STATUS_SUCCESS;
}

NTSTATUS Context::ProgramEngine(UINT node)
{
    return node < 4 ? STATUS_SUCCESS : STATUS_INVALID_PARAMETER;
}

NTSTATUS Context::Initialize(const DXGKARG_CREATECONTEXT *pArgs)
{
    NTSTATUS status = Allocate(PAGE_SIZE, m_saveArea);
    if (!NT_SUCCESS(status))
    {
        return status;
    }
    status = Allocate(4 * PAGE_SIZE, m_ring);
    if (!NT_SUCCESS(status))
    {
        return status;
    }
    return ProgramEngine(pArgs->NodeOrdinal);
}

NTSTATUS Context::ReplaceScratch(SIZE_T size)
{
    ContextAllocation fresh;
    NTSTATUS status = Allocate(size, fresh);
    if (NT_SUCCESS(status))
    {
        m_scratch = static_cast<ContextAllocation &&>(fresh);
    }
    return status;
}

NTSTATUS APIENTRY Context::Create(HANDLE const hDevice, DXGKARG_CREATECONTEXT *pArgs)
{
    Context *pContext = new (NonPagedPoolNx) Context(static_cast<Device *>(hDevice), pArgs->hContext);
    if (pContext == nullptr)
    {
        return STATUS_NO_MEMORY;
    }
    auto guardBody = [&pContext]() { delete pContext; };
    ScopeExit<decltype(guardBody)> guard(guardBody);

    NTSTATUS status = pContext->Allocate(PAGE_SIZE, pContext->m_saveArea);
    if (!NT_SUCCESS(status))
    {
        return status;
    }
    guard.Dismiss();
    status = pContext->ProgramEngine(pArgs->NodeOrdinal);
    if (!NT_SUCCESS(status))
    {
        return status; // EXPECT: dxgk-leak
    }
    pArgs->hContext = pContext;
    return STATUS_SUCCESS;
}

NTSTATUS APIENTRY Context::Destroy(HANDLE const hContext)
{
    Context *pContext = static_cast<Context *>(hContext);
    delete pContext;
    return STATUS_SUCCESS;
}

NTSTATUS APIENTRY Device::Create(HANDLE const hAdapter, DXGKARG_CREATEDEVICE *pArgs)
{
    Device *pDevice = new (NonPagedPoolNx) Device(static_cast<Adapter *>(hAdapter), pArgs->hDevice);
    if (!pDevice)
    {
        return STATUS_NO_MEMORY;
    }
    pArgs->hDevice = pDevice;
    return STATUS_SUCCESS;
}

NTSTATUS APIENTRY Device::Destroy(HANDLE const hDevice)
{
    delete static_cast<Device *>(hDevice);
    return STATUS_SUCCESS;
}

NTSTATUS Adapter::AddDevice(PDEVICE_OBJECT const pdo, PVOID *ppContext)
{
    *ppContext = new (NonPagedPoolNx) Adapter(pdo);
    return *ppContext ? STATUS_SUCCESS : STATUS_NO_MEMORY;
}

NTSTATUS Adapter::StartDevice(PVOID const pContext, PDXGK_START_INFO, PDXGKRNL_INTERFACE pInterface, PULONG pSources,
                              PULONG pChildren)
{
    static_cast<Adapter *>(pContext)->m_interface = *pInterface;
    *pSources = 1;
    *pChildren = 1;
    return STATUS_SUCCESS;
}

NTSTATUS Adapter::StopDevice(PVOID const)
{
    return STATUS_SUCCESS;
}

NTSTATUS Adapter::RemoveDevice(PVOID const pContext)
{
    delete static_cast<Adapter *>(pContext);
    return STATUS_SUCCESS;
}

NTSTATUS APIENTRY Adapter::Escape(HANDLE const, const DXGKARG_ESCAPE *pEscape)
{
    Context *pContext = static_cast<Context *>(pEscape->hContext);
    if (!pContext || pEscape->PrivateDriverDataSize < sizeof(ULONG))
    {
        return STATUS_INVALID_PARAMETER;
    }
    return pContext->ReplaceScratch(*static_cast<ULONG *>(pEscape->pPrivateDriverData));
}

} // namespace gfx

extern "C" NTSTATUS DriverEntry(PDRIVER_OBJECT pDriver, PUNICODE_STRING pPath)
{
    DRIVER_INITIALIZATION_DATA data{};
    data.Version = DXGKDDI_INTERFACE_VERSION_WDDM2_0;
    data.DxgkDdiAddDevice = gfx::Adapter::AddDevice;
    data.DxgkDdiStartDevice = gfx::Adapter::StartDevice;
    data.DxgkDdiStopDevice = gfx::Adapter::StopDevice;
    data.DxgkDdiRemoveDevice = gfx::Adapter::RemoveDevice;
    data.DxgkDdiCreateDevice = gfx::Device::Create;
    data.DxgkDdiDestroyDevice = gfx::Device::Destroy;
    data.DxgkDdiCreateContext = gfx::Context::Create;
    data.DxgkDdiDestroyContext = gfx::Context::Destroy;
    data.DxgkDdiEscape = gfx::Adapter::Escape;
    return DxgkInitialize(pDriver, pPath, &data);
}
