// Classes: member destructors, virtual and missing virtual destructors, placement new, the order of members.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

void *__cdecl operator new(size_t size, POOL_TYPE type) noexcept
{
  return ExAllocatePoolWithTag(type, size, POOL_TAG);
}

void *__cdecl operator new(size_t, void *place) noexcept
{
  return place;
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

static HANDLE Create(GPU_CONTEXT *Context)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  if (!NT_SUCCESS(Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args)))
    return nullptr;
  return args.hAllocation;
}

static void Destroy(GPU_CONTEXT *Context, HANDLE Allocation)
{
  Context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(Context->Adapter->Dxgk.DeviceHandle, Allocation);
}

class Area
{
public:
  explicit Area(GPU_CONTEXT *context) : m_Context(context), m_Handle(Create(context)) {}
  ~Area()
  {
    if (m_Handle)
      Destroy(m_Context, m_Handle);
  }
  Area(const Area &) = delete;
  Area &operator=(const Area &) = delete;
  HANDLE Handle() const { return m_Handle; }

private:
  GPU_CONTEXT *m_Context;
  HANDLE m_Handle;
};

// ---- Members ----

class TwoAreas
{
public:
  explicit TwoAreas(GPU_CONTEXT *context) : m_First(context), m_Second(context) {}
  bool IsValid() const { return m_First.Handle() && m_Second.Handle(); }

private:
  Area m_First;
  Area m_Second;
};

NTSTATUS members_ok(GPU_CONTEXT *Context)
{
  TwoAreas areas(Context);
  return areas.IsValid() ? STATUS_SUCCESS : STATUS_NO_MEMORY;
}

// The raw member is nobody's.
class RawMember
{
public:
  explicit RawMember(GPU_CONTEXT *context) : m_Area(context), m_Raw(Create(context)) {}
  bool IsValid() const { return m_Raw != nullptr; }

private:
  Area m_Area;
  HANDLE m_Raw;
};

NTSTATUS raw_member_bad(GPU_CONTEXT *Context)
{
  RawMember areas(Context);
  return areas.IsValid() ? STATUS_SUCCESS : STATUS_NO_MEMORY; // EXPECT-FN: dxgk-leak
}

// ---- new and delete ----

NTSTATUS deleted_ok(GPU_CONTEXT *Context)
{
  TwoAreas *areas = new (NonPagedPoolNx) TwoAreas(Context);
  if (!areas)
    return STATUS_NO_MEMORY;
  delete areas;
  return STATUS_SUCCESS;
}

// The memory goes back and the destructor does not run.
NTSTATUS freed_raw_bad(GPU_CONTEXT *Context)
{
  Area *area = new (NonPagedPoolNx) Area(Context);
  if (!area)
    return STATUS_NO_MEMORY;
  ExFreePoolWithTag(area, POOL_TAG); // EXPECT: dxgk-leak
  return STATUS_SUCCESS;
}

NTSTATUS destroyed_and_freed_ok(GPU_CONTEXT *Context)
{
  Area *area = new (NonPagedPoolNx) Area(Context);
  if (!area)
    return STATUS_NO_MEMORY;
  area->~Area();
  ExFreePoolWithTag(area, POOL_TAG);
  return STATUS_SUCCESS;
}

// An object kept by the caller.
NTSTATUS kept_ok(GPU_CONTEXT *Context, Area **Result)
{
  *Result = new (NonPagedPoolNx) Area(Context);
  return *Result ? STATUS_SUCCESS : STATUS_NO_MEMORY;
}

// ---- Virtual destructors ----

class Engine
{
public:
  virtual ~Engine() {}
  virtual NTSTATUS Start() = 0;
};

class CopyEngine : public Engine
{
public:
  explicit CopyEngine(GPU_CONTEXT *context) : m_Area(context) {}
  NTSTATUS Start() override { return m_Area.Handle() ? STATUS_SUCCESS : STATUS_NO_MEMORY; }

private:
  Area m_Area;
};

NTSTATUS virtual_ok(GPU_CONTEXT *Context)
{
  Engine *engine = new (NonPagedPoolNx) CopyEngine(Context);
  if (!engine)
    return STATUS_NO_MEMORY;
  NTSTATUS status = engine->Start();
  delete engine;
  return status;
}

class PlainEngine
{
public:
  ~PlainEngine() {}
  virtual NTSTATUS Start() = 0;
};

class PlainCopyEngine : public PlainEngine
{
public:
  explicit PlainCopyEngine(GPU_CONTEXT *context) : m_Area(context) {}
  NTSTATUS Start() override { return m_Area.Handle() ? STATUS_SUCCESS : STATUS_NO_MEMORY; }

private:
  Area m_Area;
};

NTSTATUS not_virtual_bad(GPU_CONTEXT *Context)
{
  PlainEngine *engine = new (NonPagedPoolNx) PlainCopyEngine(Context);
  if (!engine)
    return STATUS_NO_MEMORY;
  NTSTATUS status = engine->Start();
  engine->~PlainEngine();
  ExFreePoolWithTag(engine, POOL_TAG); // EXPECT: dxgk-leak
  return status;
}

NTSTATUS not_virtual_ok(GPU_CONTEXT *Context)
{
  PlainCopyEngine *engine = new (NonPagedPoolNx) PlainCopyEngine(Context);
  if (!engine)
    return STATUS_NO_MEMORY;
  NTSTATUS status = engine->Start();
  engine->~PlainCopyEngine();
  ExFreePoolWithTag(engine, POOL_TAG);
  return status;
}

// Virtual calls reach what the object is.
class Keeper
{
public:
  virtual ~Keeper() {}
  virtual void Take(GPU_CONTEXT *context, HANDLE area) = 0;
};

class StoringKeeper : public Keeper
{
public:
  void Take(GPU_CONTEXT *context, HANDLE area) override { context->SaveArea = area; }
};

class DestroyingKeeper : public Keeper
{
public:
  void Take(GPU_CONTEXT *context, HANDLE area) override { Destroy(context, area); }
};

class LosingKeeper : public Keeper
{
public:
  void Take(GPU_CONTEXT *context, HANDLE area) override { context->HasSaveArea = area != nullptr; }
};

static void Give(Keeper &Taker, GPU_CONTEXT *Context, HANDLE Allocation)
{
  Taker.Take(Context, Allocation);
}

NTSTATUS virtual_call_ok(GPU_CONTEXT *Context)
{
  StoringKeeper storing;
  DestroyingKeeper destroying;
  HANDLE first = Create(Context), second = Create(Context);
  if (first)
    Give(storing, Context, first);
  if (second)
    Give(destroying, Context, second);
  return STATUS_SUCCESS;
}

NTSTATUS virtual_call_bad(GPU_CONTEXT *Context)
{
  LosingKeeper losing;
  HANDLE area = Create(Context);
  if (!area)
    return STATUS_NO_MEMORY;
  Give(losing, Context, area);
  return STATUS_SUCCESS; // EXPECT: dxgk-leak
}

// ---- Placement new ----

NTSTATUS placement_ok(GPU_CONTEXT *Context)
{
  alignas(Area) unsigned char storage[sizeof(Area)];
  Area *area = new (static_cast<void *>(storage)) Area(Context);
  NTSTATUS status = area->Handle() ? STATUS_SUCCESS : STATUS_NO_MEMORY;
  area->~Area();
  return status;
}

NTSTATUS placement_bad(GPU_CONTEXT *Context)
{
  alignas(Area) unsigned char storage[sizeof(Area)];
  Area *area = new (static_cast<void *>(storage)) Area(Context);
  return area->Handle() ? STATUS_SUCCESS : STATUS_NO_MEMORY; // EXPECT: dxgk-leak
}

NTSTATUS placement_cleared_bad(GPU_CONTEXT *Context)
{
  alignas(Area) unsigned char storage[sizeof(Area)];
  Area *area = new (static_cast<void *>(storage)) Area(Context);
  if (!area->Handle())
    return STATUS_NO_MEMORY;
  RtlZeroMemory(storage, sizeof(storage)); // EXPECT: dxgk-leak
  return STATUS_SUCCESS;
}

// ---- The order of members ----

// Members are initialised as they are declared: the interface is there before the area needs it.
class Ordered
{
public:
  explicit Ordered(GPU_CONTEXT *context) : m_Context(context), m_Handle(Create(m_Context)) {}
  ~Ordered()
  {
    if (m_Handle)
      Destroy(m_Context, m_Handle);
  }
  Ordered(const Ordered &) = delete;

private:
  GPU_CONTEXT *m_Context;
  HANDLE m_Handle;
};

NTSTATUS ordered_ok(GPU_CONTEXT *Context)
{
  Ordered ordered(Context);
  return STATUS_SUCCESS;
}

// m_Handle is initialised first and cleared by the initialiser of m_State, which is written before it and runs after it.
class Disordered
{
public:
  explicit Disordered(GPU_CONTEXT *context) : m_State(Clear(&m_Handle)), m_Context(context), m_Handle(Create(context)) {}
  ~Disordered()
  {
    if (m_Handle)
      Destroy(m_Context, m_Handle);
  }
  Disordered(const Disordered &) = delete;

private:
  static int Clear(HANDLE *handle)
  {
    *handle = nullptr; // EXPECT: dxgk-leak
    // EXPECTED-IN: disordered_bad
    return 0;
  }
  GPU_CONTEXT *m_Context;
  HANDLE m_Handle;
  int m_State;
};

NTSTATUS disordered_bad(GPU_CONTEXT *Context)
{
  Disordered disordered(Context);
  return STATUS_SUCCESS;
}

// ---- Base classes and arrays ----

class Base
{
public:
  explicit Base(GPU_CONTEXT *context) : m_Context(context), m_Base(Create(context)) {}
  ~Base() { DestroyBase(); }
  Base(const Base &) = delete;

protected:
  void DestroyBase()
  {
    if (m_Base)
      Destroy(m_Context, m_Base);
    m_Base = nullptr;
  }
  GPU_CONTEXT *m_Context;
  HANDLE m_Base;
};

class Derived : public Base
{
public:
  explicit Derived(GPU_CONTEXT *context) : Base(context) {}
  ~Derived() { DestroyBase(); }
};

NTSTATUS base_ok(GPU_CONTEXT *Context)
{
  Derived derived(Context);
  return STATUS_SUCCESS;
}

class Unclean
{
public:
  explicit Unclean(GPU_CONTEXT *context) : m_Context(context), m_Base(Create(context)) {}
  ~Unclean()
  {
    if (m_Base)
      m_Context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(m_Context->Adapter->Dxgk.DeviceHandle, m_Base); // EXPECT: dxgk-double-destroy
    // EXPECTED-IN: base_bad
  }
  Unclean(const Unclean &) = delete;

protected:
  GPU_CONTEXT *m_Context;
  HANDLE m_Base;
};

class UncleanDerived : public Unclean
{
public:
  explicit UncleanDerived(GPU_CONTEXT *context) : Unclean(context) {}
  ~UncleanDerived()
  {
    if (m_Base)
      Destroy(m_Context, m_Base);
  }
};

NTSTATUS base_bad(GPU_CONTEXT *Context)
{
  UncleanDerived derived(Context);
  return STATUS_SUCCESS;
}

NTSTATUS array_ok(GPU_CONTEXT *Context)
{
  Area first(Context), second(Context);
  Area *areas[2] = {&first, &second};
  return areas[0]->Handle() && areas[1]->Handle() ? STATUS_SUCCESS : STATUS_NO_MEMORY;
}

// ---- A reference member and a range-for ----

NTSTATUS range_for_ok(GPU_CONTEXT *Context)
{
  for (HANDLE &engine : Context->Engine) {
    engine = Create(Context);
    if (!engine)
      break;
  }
  return STATUS_SUCCESS;
}

NTSTATUS range_for_bad(GPU_CONTEXT *Context)
{
  HANDLE local[2] = {};
  for (HANDLE &engine : local)
    engine = Create(Context);
  for (HANDLE engine : local) {
    if (engine && HardwareIsReady())
      Destroy(Context, engine);
  }
  return STATUS_SUCCESS; // EXPECT: dxgk-leak
}

// ---- Static entry points that cast the handle to this ----

class Adapter
{
public:
  static NTSTATUS APIENTRY escape_ok(HANDLE const hAdapter, const DXGKARG_ESCAPE *)
  {
    static_cast<Adapter *>(hAdapter)->DropScratch();
    return STATUS_SUCCESS;
  }
  static NTSTATUS APIENTRY submit_bad(HANDLE const hAdapter, const DXGKARG_SUBMITCOMMAND *)
  {
    static_cast<Adapter *>(hAdapter)->DropFence();
    return STATUS_SUCCESS;
  }

private:
  void DropScratch()
  {
    if (m_Scratch)
      m_Dxgk.DxgkCbDestroyContextAllocation(m_Dxgk.DeviceHandle, m_Scratch);
    m_Scratch = nullptr;
  }
  void DropFence()
  {
    if (m_Fence)
      m_Dxgk.DxgkCbDestroyContextAllocation(m_Dxgk.DeviceHandle, m_Fence); // EXPECT: dxgk-irql
    // EXPECTED-IN: submit_bad
    m_Fence = nullptr;
  }
  DXGKRNL_INTERFACE m_Dxgk;
  HANDLE m_Scratch;
  HANDLE m_Fence;
};

extern "C" NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
  DRIVER_INITIALIZATION_DATA data = {};
  data.Version = DXGKDDI_INTERFACE_VERSION_WDDM2_0;
  data.DxgkDdiEscape = Adapter::escape_ok;
  data.DxgkDdiSubmitCommand = Adapter::submit_bad;
  return DxgkInitialize(DriverObject, RegistryPath, &data);
}
