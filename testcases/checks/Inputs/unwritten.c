// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <ntddk.h>

typedef struct _GUARD {
  FAST_MUTEX *Mutex;
} GUARD;

static VOID Nested(GUARD *Outer, GUARD *Inner)
{
  ExAcquireFastMutex(Outer->Mutex);
  ExAcquireFastMutex(Inner->Mutex);
  ExReleaseFastMutex(Inner->Mutex);
  ExReleaseFastMutex(Outer->Mutex);
}

VOID Unwritten(VOID)
{
  GUARD outer, inner;
  Nested(&outer, &inner);
}

VOID Twice(GUARD *Outer, GUARD *Inner)
{
  Nested(Outer, Inner);
  ExReleaseFastMutex(Inner->Mutex);
}
