// Which of two objects a lock belongs to a condition says that is known by the time it is released, or is asked on the way.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

typedef struct _CHANNEL {
  KSPIN_LOCK Lock;
  ULONG Users, Kind;
} CHANNEL;

static VOID Leave(CHANNEL *Channel)
{
  KIRQL irql;
  KeAcquireSpinLock(&Channel->Lock, &irql);
  Channel->Users--;
  KeReleaseSpinLock(&Channel->Lock, irql);
}

VOID leave_chosen_ok(CHANNEL *Channel, CHANNEL *Group)
{
  CHANNEL *used = Channel->Kind == 3 ? Group : Channel;
  Leave(used);
}

NTSTATUS chosen_kept_bad(CHANNEL *Channel, CHANNEL *Group)
{
  KIRQL irql;
  CHANNEL *used = Channel->Kind == 3 ? Group : Channel;
  KeAcquireSpinLock(&used->Lock, &irql);
  used->Users--;
  NTSTATUS status = ProbeHardware();
  if (!NT_SUCCESS(status))
    return status; // EXPECT: dxgk-leak
  KeReleaseSpinLock(&used->Lock, irql);
  return status;
}

NTSTATUS chosen_kept_ok(CHANNEL *Channel, CHANNEL *Group)
{
  KIRQL irql;
  CHANNEL *used = Channel->Kind == 3 ? Group : Channel;
  KeAcquireSpinLock(&used->Lock, &irql);
  used->Users--;
  NTSTATUS status = ProbeHardware();
  KeReleaseSpinLock(&used->Lock, irql);
  return status;
}
