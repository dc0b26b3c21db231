// Holders of many kinds: unique handles with traits, shared counts, optionals, arrays of holders, base classes, lambdas by value.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

void *__cdecl operator new(size_t size, POOL_TYPE type) noexcept { return ExAllocatePoolWithTag(type, size, POOL_TAG); }
void *__cdecl operator new(size_t, void *place) noexcept { return place; }
void __cdecl operator delete(void *block) noexcept { if (block) ExFreePoolWithTag(block, POOL_TAG); }
void __cdecl operator delete(void *block, size_t) noexcept { if (block) ExFreePoolWithTag(block, POOL_TAG); }

namespace util {
template <typename T> struct remove_ref { using type = T; };
template <typename T> struct remove_ref<T &> { using type = T; };
template <typename T> struct remove_ref<T &&> { using type = T; };
template <typename T> constexpr typename remove_ref<T>::type &&move(T &&t) noexcept
{
  return static_cast<typename remove_ref<T>::type &&>(t);
}
template <typename T> void swap(T &a, T &b) noexcept
{
  T t = move(a);
  a = move(b);
  b = move(t);
}
}

struct AllocationTraits {
  struct Pair {
    ADAPTER *adapter;
    HANDLE handle;
  };
  static Pair Invalid() noexcept { return {nullptr, nullptr}; }
  static bool IsValid(const Pair &p) noexcept { return p.handle != nullptr; }
  static void Close(const Pair &p) noexcept
  {
    p.adapter->Dxgk.DxgkCbDestroyContextAllocation(p.adapter->Dxgk.DeviceHandle, p.handle); // EXPECT: dxgk-double-destroy
    // EXPECTED-IN: raw_again_bad
    // EXPECTED-IN: released_then_reset_bad
    // EXPECTED-IN: lambda_copy_bad
  }
};

template <typename Traits> class unique_handle
{
public:
  using pointer = typename Traits::Pair;
  unique_handle() noexcept : m_value(Traits::Invalid()) {}
  explicit unique_handle(pointer value) noexcept : m_value(value) {}
  unique_handle(const unique_handle &) = delete;
  unique_handle &operator=(const unique_handle &) = delete;
  unique_handle(unique_handle &&other) noexcept : m_value(other.release()) {}
  unique_handle &operator=(unique_handle &&other) noexcept
  {
    if (this != &other)
      reset(other.release());
    return *this;
  }
  ~unique_handle() noexcept { close(); }
  explicit operator bool() const noexcept { return Traits::IsValid(m_value); }
  const pointer &get() const noexcept { return m_value; }
  pointer release() noexcept
  {
    pointer value = m_value;
    m_value = Traits::Invalid();
    return value;
  }
  void reset(pointer value = Traits::Invalid()) noexcept
  {
    close();
    m_value = value;
  }

private:
  void close() noexcept
  {
    if (*this)
      Traits::Close(m_value);
  }
  pointer m_value;
};

using unique_allocation = unique_handle<AllocationTraits>;

static NTSTATUS Make(GPU_CONTEXT *context, SIZE_T size, unique_allocation *result)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  FillArguments(&args, context, size);
  const NTSTATUS status = context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  if (NT_SUCCESS(status))
    result->reset({context->Adapter, args.hAllocation});
  return status;
}

static unique_allocation MakeOrEmpty(GPU_CONTEXT *context)
{
  unique_allocation result;
  if (!NT_SUCCESS(Make(context, PAGE_SIZE, &result)))
    return unique_allocation();
  return result;
}

// ---- releasing ----

NTSTATUS released_bad(GPU_CONTEXT *context)
{
  unique_allocation area;
  NTSTATUS status = Make(context, PAGE_SIZE, &area);
  if (!NT_SUCCESS(status))
    return status;
  HANDLE handle = area.release().handle;
  status = ProbeHardware();
  if (!NT_SUCCESS(status))
    return status; // EXPECT: dxgk-leak
  context->SaveArea = handle;
  return status;
}

NTSTATUS released_ok(GPU_CONTEXT *context)
{
  unique_allocation area;
  NTSTATUS status = Make(context, PAGE_SIZE, &area);
  if (!NT_SUCCESS(status))
    return status;
  status = ProbeHardware();
  if (!NT_SUCCESS(status))
    return status;
  context->SaveArea = area.release().handle;
  return status;
}

NTSTATUS raw_again_bad(GPU_CONTEXT *context)
{
  unique_allocation area = MakeOrEmpty(context);
  if (!area)
    return STATUS_NO_MEMORY;
  unique_allocation other(area.get());
  return STATUS_SUCCESS;
}

NTSTATUS raw_again_ok(GPU_CONTEXT *context)
{
  unique_allocation area = MakeOrEmpty(context);
  if (!area)
    return STATUS_NO_MEMORY;
  unique_allocation other(area.release());
  return STATUS_SUCCESS;
}

NTSTATUS released_then_reset_bad(GPU_CONTEXT *context)
{
  unique_allocation area = MakeOrEmpty(context);
  if (area) {
    auto pair = area.get();
    area.reset();
    AllocationTraits::Close(pair);
  }
  return STATUS_SUCCESS;
}

NTSTATUS released_then_reset_ok(GPU_CONTEXT *context)
{
  unique_allocation area = MakeOrEmpty(context);
  if (area) {
    auto pair = area.release();
    area.reset();
    AllocationTraits::Close(pair);
  }
  return STATUS_SUCCESS;
}

NTSTATUS swapped_ok(GPU_CONTEXT *context)
{
  unique_allocation a = MakeOrEmpty(context), b = MakeOrEmpty(context);
  util::swap(a, b);
  if (b && a)
    context->SaveArea = b.release().handle;
  return a ? STATUS_SUCCESS : STATUS_NO_MEMORY;
}

// ---- arrays and objects on the pool ----

class Engines
{
public:
  explicit Engines(GPU_CONTEXT *context) noexcept : m_context(context) {}
  NTSTATUS Fill() noexcept
  {
    for (auto &engine : m_engines) {
      NTSTATUS status = Make(m_context, PAGE_SIZE, &engine);
      if (!NT_SUCCESS(status))
        return status;
    }
    return STATUS_SUCCESS;
  }

private:
  GPU_CONTEXT *m_context;
  unique_allocation m_engines[3];
};

NTSTATUS array_ok(GPU_CONTEXT *context)
{
  Engines engines(context);
  return engines.Fill();
}

NTSTATUS on_pool_bad(GPU_CONTEXT *context)
{
  Engines *engines = new (NonPagedPoolNx) Engines(context);
  if (!engines)
    return STATUS_NO_MEMORY;
  NTSTATUS status = engines->Fill();
  ExFreePoolWithTag(engines, POOL_TAG); // EXPECT: dxgk-leak
  return status;
}

NTSTATUS on_pool_ok(GPU_CONTEXT *context)
{
  Engines *engines = new (NonPagedPoolNx) Engines(context);
  if (!engines)
    return STATUS_NO_MEMORY;
  NTSTATUS status = engines->Fill();
  delete engines;
  return status;
}

// ---- placement ----

NTSTATUS placed_bad(GPU_CONTEXT *context)
{
  alignas(Engines) UCHAR place[sizeof(Engines)];
  Engines *engines = new (place) Engines(context);
  return engines->Fill(); // EXPECT: dxgk-leak
}

NTSTATUS placed_ok(GPU_CONTEXT *context)
{
  alignas(Engines) UCHAR place[sizeof(Engines)];
  Engines *engines = new (place) Engines(context);
  NTSTATUS status = engines->Fill();
  engines->~Engines();
  return status;
}

// ---- lambdas ----

template <typename F> class scope_exit
{
public:
  explicit scope_exit(F &&f) noexcept : m_f(static_cast<F &&>(f)) {}
  scope_exit(scope_exit &&other) noexcept : m_f(static_cast<F &&>(other.m_f)), m_active(other.m_active) { other.m_active = false; }
  ~scope_exit() noexcept
  {
    if (m_active)
      m_f();
  }
  void release() noexcept { m_active = false; }

private:
  F m_f;
  bool m_active = true;
};
template <typename F> scope_exit<F> on_exit(F f) noexcept
{
  return scope_exit<F>(static_cast<F &&>(f));
}

NTSTATUS lambda_bad(GPU_CONTEXT *context)
{
  unique_allocation area = MakeOrEmpty(context);
  if (!area)
    return STATUS_NO_MEMORY;
  HANDLE handle = area.release().handle;
  auto undo = on_exit([=] { context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(context->Adapter->Dxgk.DeviceHandle, handle); });
  if (!HardwareIsReady()) {
    undo.release();
    return STATUS_DEVICE_NOT_READY; // EXPECT: dxgk-leak
  }
  context->Ring = handle;
  undo.release();
  return STATUS_SUCCESS;
}

NTSTATUS lambda_ok(GPU_CONTEXT *context)
{
  unique_allocation area = MakeOrEmpty(context);
  if (!area)
    return STATUS_NO_MEMORY;
  HANDLE handle = area.release().handle;
  auto undo = on_exit([=] { context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(context->Adapter->Dxgk.DeviceHandle, handle); });
  if (!HardwareIsReady())
    return STATUS_DEVICE_NOT_READY;
  context->Ring = handle;
  undo.release();
  return STATUS_SUCCESS;
}

NTSTATUS lambda_copy_bad(GPU_CONTEXT *context)
{
  unique_allocation area = MakeOrEmpty(context);
  if (!area)
    return STATUS_NO_MEMORY;
  auto pair = area.get();
  auto undo = on_exit([pair] { AllocationTraits::Close(pair); });
  return ProbeHardware();
}

NTSTATUS lambda_copy_ok(GPU_CONTEXT *context)
{
  unique_allocation area = MakeOrEmpty(context);
  if (!area)
    return STATUS_NO_MEMORY;
  auto pair = area.release();
  auto undo = on_exit([pair] { AllocationTraits::Close(pair); });
  return ProbeHardware();
}

// ---- reference counts ----

class SharedAllocation
{
public:
  static SharedAllocation *Create(GPU_CONTEXT *context) noexcept
  {
    SharedAllocation *shared = new (NonPagedPoolNx) SharedAllocation();
    if (shared && !NT_SUCCESS(Make(context, PAGE_SIZE, &shared->m_area))) {
      delete shared;
      shared = nullptr;
    }
    return shared;
  }
  void AddRef() noexcept { InterlockedIncrement(&m_references); }
  void Release() noexcept
  {
    if (InterlockedDecrement(&m_references) == 0)
      delete this;
  }

private:
  SharedAllocation() = default;
  ~SharedAllocation() = default;
  LONG m_references = 1;
  unique_allocation m_area;
};

template <typename T> class ref_ptr
{
public:
  ref_ptr() noexcept = default;
  explicit ref_ptr(T *p) noexcept : m_p(p) {}
  ref_ptr(const ref_ptr &other) noexcept : m_p(other.m_p)
  {
    if (m_p)
      m_p->AddRef();
  }
  ref_ptr &operator=(ref_ptr other) noexcept
  {
    T *p = m_p;
    m_p = other.m_p;
    other.m_p = p;
    return *this;
  }
  ~ref_ptr()
  {
    if (m_p)
      m_p->Release();
  }
  explicit operator bool() const noexcept { return m_p != nullptr; }
  T *operator->() const noexcept { return m_p; }

private:
  T *m_p = nullptr;
};

NTSTATUS counted_ok(GPU_CONTEXT *context)
{
  ref_ptr<SharedAllocation> first(SharedAllocation::Create(context));
  if (!first)
    return STATUS_NO_MEMORY;
  ref_ptr<SharedAllocation> second = first, third;
  third = second;
  return STATUS_SUCCESS;
}

NTSTATUS counted_bad(GPU_CONTEXT *context)
{
  ref_ptr<SharedAllocation> first(SharedAllocation::Create(context));
  if (!first)
    return STATUS_NO_MEMORY;
  first->AddRef();
  return STATUS_SUCCESS; // EXPECT: dxgk-leak
}

// ---- interfaces ----

struct IBuffer {
  virtual NTSTATUS Commit(GPU_CONTEXT *context) noexcept = 0;
  virtual void Discard() noexcept = 0;
};

class VideoBuffer : public IBuffer
{
public:
  NTSTATUS Commit(GPU_CONTEXT *context) noexcept override { return Make(context, PAGE_SIZE, &m_area); }
  void Discard() noexcept override { m_area.reset(); }
  HANDLE Steal() noexcept { return m_area.release().handle; }

private:
  unique_allocation m_area;
};

NTSTATUS interface_bad(GPU_CONTEXT *context)
{
  VideoBuffer video;
  IBuffer *buffer = &video;
  NTSTATUS status = buffer->Commit(context);
  if (NT_SUCCESS(status) && !video.Steal())
    return STATUS_UNSUCCESSFUL;
  return status; // EXPECT: dxgk-leak
}

NTSTATUS interface_ok(GPU_CONTEXT *context)
{
  VideoBuffer video;
  IBuffer *buffer = &video;
  NTSTATUS status = buffer->Commit(context);
  if (NT_SUCCESS(status))
    buffer->Discard();
  return status;
}
