// Classes of timers: one whose routine runs in the DPC, and one derived from it that leaves the work to a thread. A method of a
// class that nobody makes objects of, except as the base of others, is not called.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

static void Drop(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE &dxgk = Context->Adapter->Dxgk;
  dxgk.DxgkCbDestroyContextAllocation(dxgk.DeviceHandle, Context->SaveArea); // EXPECT: dxgk-irql
  // EXPECTED-IN: plain_bad
  Context->SaveArea = nullptr;
}

static void DropLater(GPU_CONTEXT *Context)
{
  DXGKRNL_INTERFACE &dxgk = Context->Adapter->Dxgk;
  dxgk.DxgkCbDestroyContextAllocation(dxgk.DeviceHandle, Context->SaveArea);
  Context->SaveArea = nullptr;
}

class Timer
{
public:
  explicit Timer(GPU_CONTEXT *context) : m_Context(context) {}
  virtual void Elapsed() { Drop(m_Context); }

protected:
  GPU_CONTEXT *m_Context;
};

class PlainTimer : public Timer
{
public:
  explicit PlainTimer(GPU_CONTEXT *context) : Timer(context), m_Count(0) {}
  ULONG m_Count;
};

class BaseOfLater
{
public:
  explicit BaseOfLater(GPU_CONTEXT *context) : m_Context(context) {}
  virtual void Elapsed() { DropLater(m_Context); }

protected:
  GPU_CONTEXT *m_Context;
};

class LaterTimer : public BaseOfLater
{
public:
  explicit LaterTimer(GPU_CONTEXT *context) : BaseOfLater(context) {}
  void Elapsed() override { KeInsertQueueDpc(&m_Next, nullptr, nullptr); }
  KDPC m_Next;
};

struct TIMERS {
  TIMERS(GPU_CONTEXT *context) : Plain(context), Later(context) {}
  PlainTimer Plain;
  LaterTimer Later;
};

static void UseTimers(TIMERS *Timers) { Timers->Plain.m_Count++; }

void make_timers_ok(GPU_CONTEXT *Context)
{
  TIMERS timers(Context);
  UseTimers(&timers);
}

extern "C" KDEFERRED_ROUTINE plain_bad;
extern "C" KDEFERRED_ROUTINE later_ok;

extern "C" void plain_bad(KDPC *, PVOID Context, PVOID, PVOID) { static_cast<Timer *>(Context)->Elapsed(); }
extern "C" void later_ok(KDPC *, PVOID Context, PVOID, PVOID) { static_cast<BaseOfLater *>(Context)->Elapsed(); }
