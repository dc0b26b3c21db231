// Records that stand in a list hold a block each. Who takes them out and frees them was not there when they were put in.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

typedef struct _PACKET {
  ULONG Length;
  PVOID Data;
  LIST_ENTRY Entry;
} PACKET;

static LIST_ENTRY Sent = {&Sent, &Sent};

static PACKET *MakePacket(ULONG Length)
{
  PACKET *packet = (PACKET *)ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(PACKET), POOL_TAG);
  if (!packet)
    return NULL;
  packet->Data = ExAllocatePoolWithTag(NonPagedPoolNx, Length, POOL_TAG);
  if (!packet->Data) {
    ExFreePoolWithTag(packet, POOL_TAG);
    return NULL;
  }
  packet->Length = Length;
  return packet;
}

NTSTATUS send_ok(ULONG Length)
{
  PACKET *packet = MakePacket(Length);
  if (!packet)
    return STATUS_NO_MEMORY;
  InsertTailList(&Sent, &packet->Entry);
  return STATUS_SUCCESS;
}

VOID complete_ok(VOID)
{
  PACKET *packet;
  if (IsListEmpty(&Sent))
    return;
  packet = CONTAINING_RECORD(RemoveHeadList(&Sent), PACKET, Entry);
  ExFreePoolWithTag(packet->Data, POOL_TAG);
  ExFreePoolWithTag(packet, POOL_TAG);
}

VOID cancel_bad(VOID)
{
  while (!IsListEmpty(&Sent)) {
    PACKET *packet = CONTAINING_RECORD(RemoveHeadList(&Sent), PACKET, Entry);
    ExFreePoolWithTag(packet, POOL_TAG); // EXPECT: dxgk-leak
  }
}

VOID cancel_ok(VOID)
{
  while (!IsListEmpty(&Sent)) {
    PACKET *packet = CONTAINING_RECORD(RemoveHeadList(&Sent), PACKET, Entry);
    ExFreePoolWithTag(packet->Data, POOL_TAG);
    ExFreePoolWithTag(packet, POOL_TAG);
  }
}
