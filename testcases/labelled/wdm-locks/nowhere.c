// Locks whose memory is allocated, one after the other: where that failed nobody gets past the acquire at NULL.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

#define GUARD_TAG 'draG'

typedef struct _GUARD {
  FAST_MUTEX *Mutex;
  ULONG Count;
} GUARD;

static void make_mutex(FAST_MUTEX **Made)
{
  FAST_MUTEX *mutex = ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(FAST_MUTEX), GUARD_TAG);
  if (!mutex)
    return;
  ExInitializeFastMutex(mutex);
  *Made = mutex;
}

static void end_guard(GUARD *Guard)
{
  if (Guard->Mutex)
    ExFreePoolWithTag(Guard->Mutex, GUARD_TAG);
}

VOID nested_ok(VOID)
{
  GUARD outer = {0}, inner = {0};
  make_mutex(&outer.Mutex);
  make_mutex(&inner.Mutex);
  ExAcquireFastMutex(outer.Mutex);
  ExAcquireFastMutex(inner.Mutex);
  ExReleaseFastMutex(inner.Mutex);
  ExReleaseFastMutex(outer.Mutex);
  end_guard(&inner);
  end_guard(&outer);
}

VOID nested_bad(VOID)
{
  GUARD outer = {0}, inner = {0};
  make_mutex(&outer.Mutex);
  make_mutex(&inner.Mutex);
  ExAcquireFastMutex(outer.Mutex);
  ExAcquireFastMutex(inner.Mutex);
  ExReleaseFastMutex(inner.Mutex);
  ExReleaseFastMutex(outer.Mutex);
  ExReleaseFastMutex(inner.Mutex); // EXPECT: dxgk-double-destroy
  end_guard(&inner);
  end_guard(&outer);
}
