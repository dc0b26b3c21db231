// A list at the very start of the object whose lock guards it: an entry that leads to the head has the address of the object.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

typedef struct _PACKET {
  PVOID Header;
  ULONG HeaderLength;
  PVOID Payload;
  ULONG Length;
  PVOID Answer;
  ULONG AnswerLength;
  LIST_ENTRY Link;
} PACKET;

typedef struct _QUEUE {
  LIST_ENTRY Packets, Sent;
  KSPIN_LOCK Lock;
  ULONG Count;
} QUEUE;

VOID empty_queue_ok(QUEUE *Queue)
{
  KIRQL old;
  KeAcquireSpinLock(&Queue->Lock, &old);
  while (!IsListEmpty(&Queue->Packets)) {
    PLIST_ENTRY entry = RemoveHeadList(&Queue->Packets);
    PACKET *packet = CONTAINING_RECORD(entry, PACKET, Link);
    if (packet->Payload && packet->Length) {
      if (packet->Payload)
        ExFreePoolWithTag(packet->Payload, POOL_TAG);
      packet->Length = 0;
    }
    ExFreePoolWithTag(packet, POOL_TAG);
  }
  KeReleaseSpinLock(&Queue->Lock, old);
}

VOID empty_queue_bad(QUEUE *Queue)
{
  KIRQL old;
  KeAcquireSpinLock(&Queue->Lock, &old);
  while (!IsListEmpty(&Queue->Packets)) {
    PLIST_ENTRY entry = RemoveHeadList(&Queue->Packets);
    PACKET *packet = CONTAINING_RECORD(entry, PACKET, Link);
    if (packet->Payload && packet->Length) {
      if (packet->Payload)
        ExFreePoolWithTag(packet->Payload, POOL_TAG);
      packet->Length = 0;
    }
    ExFreePoolWithTag(packet, POOL_TAG);
    if (--Queue->Count == 0)
      return; // EXPECT: dxgk-leak
  }
  KeReleaseSpinLock(&Queue->Lock, old);
}
