// Holders: destructors that destroy, copies that destroy twice, moves, templates, scope-exit objects.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

template <typename T> struct RemoveReference { using Type = T; };
template <typename T> struct RemoveReference<T &> { using Type = T; };

template <typename T> typename RemoveReference<T>::Type &&Move(T &&value)
{
  return static_cast<typename RemoveReference<T>::Type &&>(value);
}

static NTSTATUS Create(GPU_CONTEXT *Context, HANDLE *Allocation)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  NTSTATUS status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  *Allocation = NT_SUCCESS(status) ? args.hAllocation : nullptr;
  return status;
}

// ---- A holder as it should be ----

class Holder
{
public:
  explicit Holder(GPU_CONTEXT *context) : m_Dxgk(context->Adapter->Dxgk), m_Handle(nullptr) {}
  ~Holder() { Reset(); }
  Holder(const Holder &) = delete;
  Holder &operator=(const Holder &) = delete;
  NTSTATUS Create(GPU_CONTEXT *context) { return ::Create(context, &m_Handle); }
  void Reset()
  {
    if (m_Handle) {
      m_Dxgk.DxgkCbDestroyContextAllocation(m_Dxgk.DeviceHandle, m_Handle);
      m_Handle = nullptr;
    }
  }
  HANDLE Get() const { return m_Handle; }
  HANDLE Release()
  {
    HANDLE handle = m_Handle;
    m_Handle = nullptr;
    return handle;
  }

private:
  DXGKRNL_INTERFACE &m_Dxgk;
  HANDLE m_Handle;
};

NTSTATUS scope_ok(GPU_CONTEXT *Context)
{
  Holder holder(Context);
  NTSTATUS status = holder.Create(Context);
  if (!NT_SUCCESS(status))
    return status;
  if (!HardwareIsReady())
    return STATUS_DEVICE_NOT_READY;
  return ProbeHardware();
}

NTSTATUS released_ok(GPU_CONTEXT *Context)
{
  Holder holder(Context);
  NTSTATUS status = holder.Create(Context);
  if (!NT_SUCCESS(status))
    return status;
  Context->SaveArea = holder.Release();
  return STATUS_SUCCESS;
}

// Released from the holder and kept nowhere.
NTSTATUS released_bad(GPU_CONTEXT *Context)
{
  Holder holder(Context);
  NTSTATUS status = holder.Create(Context);
  if (!NT_SUCCESS(status))
    return status;
  HANDLE area = holder.Release();
  return area ? STATUS_SUCCESS : STATUS_NO_MEMORY; // EXPECT: dxgk-leak
}

// Stored without being released: the destructor destroys it.
NTSTATUS stored_and_held_bad(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE &dxgk = Context->Adapter->Dxgk;
  HANDLE area;
  {
    Holder holder(Context);
    NTSTATUS status = holder.Create(Context);
    if (!NT_SUCCESS(status))
      return status;
    area = holder.Get();
  }
  dxgk.DxgkCbDestroyContextAllocation(dxgk.DeviceHandle, area); // EXPECT: dxgk-double-destroy
  return STATUS_SUCCESS;
}

NTSTATUS used_in_scope_ok(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE &dxgk = Context->Adapter->Dxgk;
  DXGKARGCB_UPDATECONTEXTALLOCATION update = {};
  Holder holder(Context);
  NTSTATUS status = holder.Create(Context);
  if (!NT_SUCCESS(status))
    return status;
  update.hAllocation = holder.Get();
  return dxgk.DxgkCbUpdateContextAllocation(dxgk.DeviceHandle, &update);
}

NTSTATUS used_after_scope_bad(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE &dxgk = Context->Adapter->Dxgk;
  DXGKARGCB_UPDATECONTEXTALLOCATION update = {};
  {
    Holder holder(Context);
    NTSTATUS status = holder.Create(Context);
    if (!NT_SUCCESS(status))
      return status;
    update.hAllocation = holder.Get();
  }
  return dxgk.DxgkCbUpdateContextAllocation(dxgk.DeviceHandle, &update); // EXPECT: dxgk-use-after-destroy
}

// Two holders die in the reverse order of their birth, and break and continue end the scope of the body.
NTSTATUS loop_of_holders_ok(GPU_CONTEXT *Context)
{
  for (ULONG i = 0; i < ENGINE_COUNT; i++) {
    Holder first(Context), second(Context);
    if (!NT_SUCCESS(first.Create(Context)))
      continue;
    if (!NT_SUCCESS(second.Create(Context)))
      break;
    if (HardwareRevision() == i)
      return STATUS_NOT_SUPPORTED;
  }
  return STATUS_SUCCESS;
}

// ---- A holder that forgets its destructor ----

class Forgetful
{
public:
  NTSTATUS Create(GPU_CONTEXT *context) { return ::Create(context, &m_Handle); }
  HANDLE Get() const { return m_Handle; }

private:
  HANDLE m_Handle = nullptr;
};

NTSTATUS no_destructor_bad(GPU_CONTEXT *Context)
{
  Forgetful holder;
  NTSTATUS status = holder.Create(Context);
  return status; // EXPECT: dxgk-leak
}

NTSTATUS no_destructor_ok(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE &dxgk = Context->Adapter->Dxgk;
  Forgetful holder;
  NTSTATUS status = holder.Create(Context);
  if (NT_SUCCESS(status))
    dxgk.DxgkCbDestroyContextAllocation(dxgk.DeviceHandle, holder.Get());
  return status;
}

// ---- A holder that the compiler may copy ----

class Copyable
{
public:
  Copyable(DXGKRNL_INTERFACE *dxgk, HANDLE handle) : m_Dxgk(dxgk), m_Handle(handle) {}
  ~Copyable()
  {
    if (m_Handle)
      m_Dxgk->DxgkCbDestroyContextAllocation(m_Dxgk->DeviceHandle, m_Handle); // EXPECT: dxgk-double-destroy
    // EXPECTED-IN: copied_bad
    // EXPECTED-IN: passed_by_value_bad
    // EXPECTED-IN: assigned_bad
  }

private:
  DXGKRNL_INTERFACE *m_Dxgk;
  HANDLE m_Handle;
};

NTSTATUS copied_bad(GPU_CONTEXT *Context)
{
  HANDLE area;
  NTSTATUS status = Create(Context, &area);
  if (!NT_SUCCESS(status))
    return status;
  Copyable holder(&Context->Adapter->Dxgk, area);
  Copyable copy = holder;
  return STATUS_SUCCESS;
}

NTSTATUS not_copied_ok(GPU_CONTEXT *Context)
{
  HANDLE area;
  NTSTATUS status = Create(Context, &area);
  if (!NT_SUCCESS(status))
    return status;
  Copyable holder(&Context->Adapter->Dxgk, area);
  Copyable &reference = holder;
  UNREFERENCED_PARAMETER(reference);
  return STATUS_SUCCESS;
}

static void TakeByValue(Copyable holder)
{
  UNREFERENCED_PARAMETER(holder);
}

static void TakeByReference(const Copyable &holder)
{
  UNREFERENCED_PARAMETER(holder);
}

NTSTATUS passed_by_value_bad(GPU_CONTEXT *Context)
{
  HANDLE area;
  NTSTATUS status = Create(Context, &area);
  if (!NT_SUCCESS(status))
    return status;
  Copyable holder(&Context->Adapter->Dxgk, area);
  TakeByValue(holder);
  return STATUS_SUCCESS;
}

NTSTATUS passed_by_reference_ok(GPU_CONTEXT *Context)
{
  HANDLE area;
  NTSTATUS status = Create(Context, &area);
  if (!NT_SUCCESS(status))
    return status;
  Copyable holder(&Context->Adapter->Dxgk, area);
  TakeByReference(holder);
  return STATUS_SUCCESS;
}

NTSTATUS assigned_bad(GPU_CONTEXT *Context)
{
  HANDLE area;
  NTSTATUS status = Create(Context, &area);
  if (!NT_SUCCESS(status))
    return status;
  Copyable holder(&Context->Adapter->Dxgk, area);
  Copyable other(&Context->Adapter->Dxgk, nullptr);
  other = holder;
  return STATUS_SUCCESS;
}

// ---- A holder that moves ----

class Movable
{
public:
  Movable() : m_Dxgk(nullptr), m_Handle(nullptr) {}
  Movable(DXGKRNL_INTERFACE *dxgk, HANDLE handle) : m_Dxgk(dxgk), m_Handle(handle) {}
  Movable(Movable &&other) : m_Dxgk(other.m_Dxgk), m_Handle(other.m_Handle) { other.m_Handle = nullptr; }
  Movable &operator=(Movable &&other)
  {
    if (this != &other) {
      Reset();
      m_Dxgk = other.m_Dxgk;
      m_Handle = other.m_Handle;
      other.m_Handle = nullptr;
    }
    return *this;
  }
  ~Movable() { Reset(); }
  void Reset()
  {
    if (m_Handle)
      m_Dxgk->DxgkCbDestroyContextAllocation(m_Dxgk->DeviceHandle, m_Handle);
    m_Handle = nullptr;
  }

private:
  DXGKRNL_INTERFACE *m_Dxgk;
  HANDLE m_Handle;
};

static Movable MakeMovable(GPU_CONTEXT *Context)
{
  HANDLE area;
  if (!NT_SUCCESS(Create(Context, &area)))
    return Movable();
  return Movable(&Context->Adapter->Dxgk, area);
}

NTSTATUS moved_ok(GPU_CONTEXT *Context)
{
  Movable first = MakeMovable(Context);
  Movable second = Move(first);
  Movable third;
  third = Move(second);
  return STATUS_SUCCESS;
}

NTSTATUS replaced_by_move_ok(GPU_CONTEXT *Context)
{
  Movable holder = MakeMovable(Context);
  holder = MakeMovable(Context);
  return STATUS_SUCCESS;
}

// Moves like a copy: the source keeps its handle.
class BadlyMovable
{
public:
  BadlyMovable(DXGKRNL_INTERFACE *dxgk, HANDLE handle) : m_Dxgk(dxgk), m_Handle(handle) {}
  BadlyMovable(BadlyMovable &&other) : m_Dxgk(other.m_Dxgk), m_Handle(other.m_Handle) {}
  ~BadlyMovable()
  {
    if (m_Handle)
      m_Dxgk->DxgkCbDestroyContextAllocation(m_Dxgk->DeviceHandle, m_Handle); // EXPECT: dxgk-double-destroy
    // EXPECTED-IN: badly_moved_bad
  }

private:
  DXGKRNL_INTERFACE *m_Dxgk;
  HANDLE m_Handle;
};

NTSTATUS badly_moved_bad(GPU_CONTEXT *Context)
{
  HANDLE area;
  NTSTATUS status = Create(Context, &area);
  if (!NT_SUCCESS(status))
    return status;
  BadlyMovable first(&Context->Adapter->Dxgk, area);
  BadlyMovable second = Move(first);
  return STATUS_SUCCESS;
}

// Its assignment forgets what the target held.
class Overwriting
{
public:
  Overwriting(DXGKRNL_INTERFACE *dxgk, HANDLE handle) : m_Dxgk(dxgk), m_Handle(handle) {}
  Overwriting &operator=(Overwriting &&other)
  {
    m_Handle = other.m_Handle; // EXPECT: dxgk-leak
    // EXPECTED-IN: overwritten_by_move_bad
    other.m_Handle = nullptr;
    return *this;
  }
  Overwriting(const Overwriting &) = delete;
  ~Overwriting()
  {
    if (m_Handle)
      m_Dxgk->DxgkCbDestroyContextAllocation(m_Dxgk->DeviceHandle, m_Handle);
  }

private:
  DXGKRNL_INTERFACE *m_Dxgk;
  HANDLE m_Handle;
};

NTSTATUS overwritten_by_move_bad(GPU_CONTEXT *Context)
{
  HANDLE area;
  NTSTATUS status = Create(Context, &area);
  if (!NT_SUCCESS(status))
    return status;
  Overwriting first(&Context->Adapter->Dxgk, area);
  Overwriting second(&Context->Adapter->Dxgk, nullptr);
  first = Move(second);
  return STATUS_SUCCESS;
}

NTSTATUS overwritten_when_empty_ok(GPU_CONTEXT *Context)
{
  HANDLE area;
  NTSTATUS status = Create(Context, &area);
  if (!NT_SUCCESS(status))
    return status;
  Overwriting first(&Context->Adapter->Dxgk, area);
  Overwriting second(&Context->Adapter->Dxgk, nullptr);
  second = Move(first);
  return STATUS_SUCCESS;
}

// ---- A template over how to destroy ----

struct AllocationTraits {
  static void Close(DXGKRNL_INTERFACE *dxgk, HANDLE handle)
  {
    dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, handle);
  }
};

struct NothingTraits {
  static void Close(DXGKRNL_INTERFACE *, HANDLE) {}
};

template <typename Traits> class UniqueHandle
{
public:
  explicit UniqueHandle(DXGKRNL_INTERFACE *dxgk, HANDLE handle = nullptr) : m_Dxgk(dxgk), m_Handle(handle) {}
  ~UniqueHandle()
  {
    if (m_Handle)
      Traits::Close(m_Dxgk, m_Handle);
  }
  UniqueHandle(const UniqueHandle &) = delete;
  UniqueHandle &operator=(const UniqueHandle &) = delete;
  HANDLE *operator&() { return &m_Handle; }
  explicit operator bool() const { return m_Handle != nullptr; }

private:
  DXGKRNL_INTERFACE *m_Dxgk;
  HANDLE m_Handle;
};

NTSTATUS unique_handle_ok(GPU_CONTEXT *Context)
{
  UniqueHandle<AllocationTraits> area(&Context->Adapter->Dxgk);
  NTSTATUS status = Create(Context, &area);
  if (!area)
    return status;
  return ProbeHardware();
}

NTSTATUS unique_handle_bad(GPU_CONTEXT *Context)
{
  UniqueHandle<NothingTraits> area(&Context->Adapter->Dxgk);
  NTSTATUS status = Create(Context, &area);
  if (!area)
    return status;
  return ProbeHardware(); // EXPECT: dxgk-leak
}

// ---- Lambdas at the end of the scope ----

template <typename F> class ScopeExit
{
public:
  explicit ScopeExit(F f) : m_F(f), m_Armed(true) {}
  ~ScopeExit()
  {
    if (m_Armed)
      m_F();
  }
  ScopeExit(const ScopeExit &) = delete;
  void Dismiss() { m_Armed = false; }

private:
  F m_F;
  bool m_Armed;
};

NTSTATUS scope_exit_ok(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  HANDLE area;
  NTSTATUS status = Create(Context, &area);
  if (!NT_SUCCESS(status))
    return status;
  auto destroy = [dxgk, area] { dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, area); };
  ScopeExit<decltype(destroy)> guard(destroy);
  status = ProbeHardware();
  if (!NT_SUCCESS(status))
    return status;
  guard.Dismiss();
  Context->SaveArea = area;
  return STATUS_SUCCESS;
}

NTSTATUS scope_exit_bad(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  HANDLE area;
  NTSTATUS status = Create(Context, &area);
  if (!NT_SUCCESS(status))
    return status;
  auto destroy = [dxgk, area] { dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, area); };
  ScopeExit<decltype(destroy)> guard(destroy);
  guard.Dismiss();
  status = ProbeHardware();
  if (!NT_SUCCESS(status))
    return status; // EXPECT: dxgk-leak
  Context->SaveArea = area;
  return STATUS_SUCCESS;
}

// A lambda that captures by reference sees what the variable holds at the end.
NTSTATUS captured_by_reference_ok(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  HANDLE area = nullptr;
  auto destroy = [&] {
    if (area)
      dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, area);
  };
  ScopeExit<decltype(destroy)> guard(destroy);
  NTSTATUS status = Create(Context, &area);
  if (!NT_SUCCESS(status))
    return status;
  return ProbeHardware();
}

NTSTATUS captured_by_value_bad(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE *dxgk = &Context->Adapter->Dxgk;
  HANDLE area = nullptr;
  auto destroy = [=] {
    if (area)
      dxgk->DxgkCbDestroyContextAllocation(dxgk->DeviceHandle, area);
  };
  ScopeExit<decltype(destroy)> guard(destroy);
  NTSTATUS status = Create(Context, &area);
  if (!NT_SUCCESS(status))
    return status;
  return ProbeHardware(); // EXPECT: dxgk-leak
}

// Temporaries die at the end of the full expression.
static HANDLE HandleOf(const Copyable &, HANDLE handle)
{
  return handle;
}

NTSTATUS temporary_bad(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE &dxgk = Context->Adapter->Dxgk;
  DXGKARGCB_UPDATECONTEXTALLOCATION update = {};
  HANDLE area;
  NTSTATUS status = Create(Context, &area);
  if (!NT_SUCCESS(status))
    return status;
  update.hAllocation = HandleOf(Copyable(&dxgk, area), area);
  return dxgk.DxgkCbUpdateContextAllocation(dxgk.DeviceHandle, &update); // EXPECT: dxgk-use-after-destroy
}

NTSTATUS extended_temporary_ok(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE &dxgk = Context->Adapter->Dxgk;
  DXGKARGCB_UPDATECONTEXTALLOCATION update = {};
  HANDLE area;
  NTSTATUS status = Create(Context, &area);
  if (!NT_SUCCESS(status))
    return status;
  const Copyable &holder = Copyable(&dxgk, area);
  update.hAllocation = HandleOf(holder, area);
  return dxgk.DxgkCbUpdateContextAllocation(dxgk.DeviceHandle, &update);
}
