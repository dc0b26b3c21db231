// Holders that are moved with what the library offers, and passed by value: the function that gets one works on the object
// that its caller made, and what it leaves there is what is ended.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <utility>

#include "../driver.h"

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
  Context->Adapter->Dxgk.DxgkCbDestroyContextAllocation(Context->Adapter->Dxgk.DeviceHandle, Allocation); // EXPECT: dxgk-double-destroy
  // EXPECTED-IN: move_bad
}

// Gives its handle away when it is moved.
class Area
{
public:
  explicit Area(GPU_CONTEXT *context) : m_Context(context), m_Handle(Create(context)) {}
  Area(Area &&other) : m_Context(other.m_Context), m_Handle(other.m_Handle) { other.m_Handle = nullptr; }
  Area &operator=(Area other)
  {
    std::swap(m_Context, other.m_Context);
    std::swap(m_Handle, other.m_Handle);
    return *this;
  }
  ~Area()
  {
    if (m_Handle)
      Destroy(m_Context, m_Handle);
  }
  HANDLE Leave()
  {
    HANDLE handle = m_Handle;
    m_Handle = nullptr;
    return handle;
  }

private:
  GPU_CONTEXT *m_Context;
  HANDLE m_Handle;
};

// Keeps what it gave away.
class Sharing
{
public:
  explicit Sharing(GPU_CONTEXT *context) : m_Context(context), m_Handle(Create(context)) {}
  Sharing(Sharing &&other) : m_Context(other.m_Context), m_Handle(other.m_Handle) {}
  ~Sharing()
  {
    if (m_Handle)
      Destroy(m_Context, m_Handle);
  }

private:
  GPU_CONTEXT *m_Context;
  HANDLE m_Handle;
};

VOID move_bad(GPU_CONTEXT *Context)
{
  Sharing first(Context);
  Sharing second(std::move(first));
}

VOID move_ok(GPU_CONTEXT *Context)
{
  Area first(Context);
  Area second(std::move(first));
}

static VOID Take(Area *Kept, Area Given)
{
  *Kept = std::move(Given);
}

VOID pass_ok(GPU_CONTEXT *Context)
{
  Area kept(Context);
  Area given(Context);
  Take(&kept, std::move(given));
}

static VOID Forget(Area Given)
{
  (VOID)Given.Leave();
} // EXPECT: dxgk-leak
  // EXPECTED-IN: forget_bad

VOID forget_bad(GPU_CONTEXT *Context)
{
  Area given(Context);
  Forget(std::move(given));
}

static VOID Store(GPU_CONTEXT *Context, Area Given)
{
  Context->SaveArea = Given.Leave();
}

VOID store_ok(GPU_CONTEXT *Context)
{
  Area given(Context);
  Store(Context, std::move(given));
}
