// Locks held by objects: the destructor gives back the level at the end of the scope.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

class SpinLockGuard
{
public:
  explicit SpinLockGuard(KSPIN_LOCK *lock) : m_Lock(lock) { KeAcquireSpinLock(m_Lock, &m_Old); }
  ~SpinLockGuard() { KeReleaseSpinLock(m_Lock, m_Old); }
  SpinLockGuard(const SpinLockGuard &) = delete;
  SpinLockGuard &operator=(const SpinLockGuard &) = delete;

private:
  KSPIN_LOCK *m_Lock;
  KIRQL m_Old;
};

void scope_bad(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE &dxgk = Context->Adapter->Dxgk;
  SpinLockGuard guard(&Context->Adapter->Lock);
  dxgk.DxgkCbDestroyContextAllocation(dxgk.DeviceHandle, Context->SaveArea); // EXPECT: dxgk-irql
  Context->SaveArea = nullptr;
}

void scope_ok(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE &dxgk = Context->Adapter->Dxgk;
  HANDLE area;
  {
    SpinLockGuard guard(&Context->Adapter->Lock);
    area = Context->SaveArea;
    Context->SaveArea = nullptr;
  }
  dxgk.DxgkCbDestroyContextAllocation(dxgk.DeviceHandle, area);
}

// The guard of the loop body is gone when the next round begins, and when the loop is left by break.
void loop_ok(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE &dxgk = Context->Adapter->Dxgk;
  for (ULONG i = 0; i < ENGINE_COUNT; i++) {
    HANDLE engine;
    {
      SpinLockGuard guard(&Context->Adapter->Lock);
      if (Context->EngineUsed == 0)
        break;
      engine = Context->Engine[i];
      Context->Engine[i] = nullptr;
    }
    if (engine)
      dxgk.DxgkCbDestroyContextAllocation(dxgk.DeviceHandle, engine);
  }
  dxgk.DxgkCbDestroyContextAllocation(dxgk.DeviceHandle, Context->Ring);
  Context->Ring = nullptr;
}

void loop_bad(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE &dxgk = Context->Adapter->Dxgk;
  for (ULONG i = 0; i < ENGINE_COUNT; i++) {
    SpinLockGuard guard(&Context->Adapter->Lock);
    HANDLE engine = Context->Engine[i];
    Context->Engine[i] = nullptr;
    if (engine)
      dxgk.DxgkCbDestroyContextAllocation(dxgk.DeviceHandle, engine); // EXPECT: dxgk-irql
  }
}

// A destructor that runs while another guard is still alive: the later object dies first.
class AreaHolder
{
public:
  AreaHolder(DXGKRNL_INTERFACE &dxgk, HANDLE area) : m_Dxgk(dxgk), m_Area(area) {}
  ~AreaHolder() { m_Dxgk.DxgkCbDestroyContextAllocation(m_Dxgk.DeviceHandle, m_Area); } // EXPECT: dxgk-irql
  // EXPECTED-IN: order_bad
  AreaHolder(const AreaHolder &) = delete;
  AreaHolder &operator=(const AreaHolder &) = delete;

private:
  DXGKRNL_INTERFACE &m_Dxgk;
  HANDLE m_Area;
};

void order_bad(GPU_CONTEXT *Context)
{
  HANDLE area = Context->SaveArea;
  Context->SaveArea = nullptr;
  SpinLockGuard guard(&Context->Adapter->Lock);
  AreaHolder holder(Context->Adapter->Dxgk, area);
  Context->EngineUsed = 0;
}

void order_ok(GPU_CONTEXT *Context)
{
  HANDLE area = Context->SaveArea;
  Context->SaveArea = nullptr;
  AreaHolder holder(Context->Adapter->Dxgk, area);
  SpinLockGuard guard(&Context->Adapter->Lock);
  Context->EngineUsed = 0;
}
