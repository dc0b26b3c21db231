// Several bases: an object is used and ended through a base that does not lie at its start.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

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

class Counted
{
public:
  virtual ~Counted() {}
  virtual ULONG Count() const { return 1; }
};

class Owner
{
public:
  virtual ~Owner() {}
  virtual NTSTATUS Take(GPU_CONTEXT *context) = 0;
  virtual void Drop() = 0;
};

static NTSTATUS Create(GPU_CONTEXT *Context, HANDLE *Handle)
{
  DXGKARGCB_CREATECONTEXTALLOCATION args;
  FillArguments(&args, Context, SAVE_AREA_SIZE);
  NTSTATUS status = Context->Adapter->Dxgk.DxgkCbCreateContextAllocation(&args);
  *Handle = NT_SUCCESS(status) ? args.hAllocation : nullptr;
  return status;
}

static void Destroy(GPU_CONTEXT *Context, HANDLE Handle)
{
  Context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(Context->Adapter->Dxgk.DeviceHandle, Handle); // EXPECT: dxgk-double-destroy
  // EXPECTED-IN: dropped_twice_bad
}

class SaveArea : public Counted, public Owner
{
public:
  ~SaveArea() override { Drop(); }
  NTSTATUS Take(GPU_CONTEXT *context) override
  {
    m_Context = context;
    return Create(context, &m_Handle);
  }
  void Drop() override
  {
    if (m_Handle)
      Destroy(m_Context, m_Handle);
    m_Handle = nullptr;
  }

private:
  GPU_CONTEXT *m_Context = nullptr;
  HANDLE m_Handle = nullptr;
};

// Its destructor keeps what Drop would have destroyed.
class Forgetful : public Counted, public Owner
{
public:
  NTSTATUS Take(GPU_CONTEXT *context) override
  {
    m_Context = context;
    return Create(context, &m_Handle);
  }
  void Drop() override
  {
    if (m_Handle)
      Destroy(m_Context, m_Handle);
  }

private:
  GPU_CONTEXT *m_Context = nullptr;
  HANDLE m_Handle = nullptr;
};

// ---- Calls ----

static NTSTATUS TakeFirst(Owner *Owner, GPU_CONTEXT *Context)
{
  return Owner->Take(Context);
}

NTSTATUS through_second_base_ok(GPU_CONTEXT *Context)
{
  Forgetful area;
  Owner *owner = &area;
  NTSTATUS status = TakeFirst(owner, Context);
  if (NT_SUCCESS(status))
    owner->Drop();
  return status;
}

NTSTATUS through_second_base_bad(GPU_CONTEXT *Context)
{
  Forgetful area;
  Owner *owner = &area;
  NTSTATUS status = TakeFirst(owner, Context);
  return status; // EXPECT: dxgk-leak
}

NTSTATUS dropped_twice_bad(GPU_CONTEXT *Context)
{
  Forgetful area;
  Owner *owner = &area;
  NTSTATUS status = TakeFirst(owner, Context);
  if (NT_SUCCESS(status))
    owner->Drop();
  area.Drop();
  return status;
}

// ---- delete ----

NTSTATUS deleted_through_second_base_ok(GPU_CONTEXT *Context)
{
  Owner *owner = new (NonPagedPoolNx) SaveArea;
  if (!owner)
    return STATUS_NO_MEMORY;
  NTSTATUS status = owner->Take(Context);
  delete owner;
  return status;
}

// The memory of the whole object goes back, with the handle in it.
NTSTATUS deleted_through_second_base_bad(GPU_CONTEXT *Context)
{
  Owner *owner = new (NonPagedPoolNx) Forgetful;
  if (!owner)
    return STATUS_NO_MEMORY;
  NTSTATUS status = owner->Take(Context);
  delete owner; // EXPECT: dxgk-leak
  return status;
}

// ---- While an object is made and ended ----

// What runs in the constructor and the destructor of a base is the base's own.
class Lender
{
public:
  explicit Lender(GPU_CONTEXT *context) : m_Context(context), m_Handle(nullptr) { Open(); }
  virtual ~Lender() { Close(); }
  virtual void Open() { (void)Create(m_Context, &m_Handle); }
  virtual void Close()
  {
    if (m_Handle)
      Destroy(m_Context, m_Handle);
  }

protected:
  GPU_CONTEXT *m_Context;
  HANDLE m_Handle;
};

class Borrower : public Counted, public Lender
{
public:
  explicit Borrower(GPU_CONTEXT *context) : Lender(context) {}
  void Open() override {}
  void Close() override {}
};

class Keeper : public Counted, public Lender
{
public:
  explicit Keeper(GPU_CONTEXT *context) : Lender(context) {}
  ~Keeper() override { m_Handle = nullptr; } // EXPECT: dxgk-leak
  // EXPECTED-IN: base_runs_its_own_bad
  void Open() override {}
  void Close() override {}
};

ULONG base_runs_its_own_ok(GPU_CONTEXT *Context)
{
  Borrower borrower(Context);
  return borrower.Count();
}

ULONG base_runs_its_own_bad(GPU_CONTEXT *Context)
{
  Keeper keeper(Context);
  return keeper.Count();
}
