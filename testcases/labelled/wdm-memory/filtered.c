// Lists of a variable of the program: the entries of one owner are taken out, the others stay; a counter says how many there are.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

typedef struct _NOTICE {
  LIST_ENTRY Link;
  PVOID Owner;
} NOTICE;

#define NOTICES_AT_MOST 10

LIST_ENTRY Notices;
ULONG NoticeCount;

static VOID Withdraw(PVOID Owner)
{
  PLIST_ENTRY link = Notices.Flink;

  while (link != &Notices) {
    NOTICE *notice = CONTAINING_RECORD(link, NOTICE, Link);

    link = link->Flink;
    if (notice->Owner == Owner) {
      RemoveEntryList(&notice->Link);
      ExFreePoolWithTag(notice, POOL_TAG);
    }
  }
}

// Twice for the same owner, each time behind others.
NTSTATUS withdrawn_ok(PVOID Owner)
{
  NOTICE *notice = (NOTICE *)ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(NOTICE), POOL_TAG);

  if (!notice)
    return STATUS_INSUFFICIENT_RESOURCES;
  notice->Owner = Owner;
  InsertTailList(&Notices, &notice->Link);
  Withdraw(Owner);
  Withdraw(Owner);
  return STATUS_SUCCESS;
}

static VOID ForgetToUnlink(PVOID Owner)
{
  PLIST_ENTRY link = Notices.Flink;

  while (link != &Notices) {
    NOTICE *notice = CONTAINING_RECORD(link, NOTICE, Link);

    link = link->Flink; // EXPECT: dxgk-use-after-destroy
    // EXPECTED-IN: withdrawn_bad
    if (notice->Owner == Owner)
      ExFreePoolWithTag(notice, POOL_TAG); // EXPECT: dxgk-double-destroy
    // EXPECTED-IN: withdrawn_bad
  }
}

NTSTATUS withdrawn_bad(PVOID Owner)
{
  NOTICE *notice = (NOTICE *)ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(NOTICE), POOL_TAG);

  if (!notice)
    return STATUS_INSUFFICIENT_RESOURCES;
  notice->Owner = Owner;
  InsertTailList(&Notices, &notice->Link);
  ForgetToUnlink(Owner);
  ForgetToUnlink(Owner);
  return STATUS_SUCCESS;
}

static NOTICE *NewNotice(PVOID Owner)
{
  NOTICE *notice = (NOTICE *)ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(NOTICE), POOL_TAG);

  if (notice) {
    notice->Owner = Owner;
    InsertTailList(&Notices, &notice->Link);
    NoticeCount++;
  }
  return notice;
}

// The counter rules out that the list is empty, which only the driver knows.
NTSTATUS replaced_ok(PVOID Owner)
{
  Withdraw(Owner);
  if (NoticeCount >= NOTICES_AT_MOST) {
    PLIST_ENTRY oldest = Notices.Flink;

    RemoveEntryList(oldest);
    ExFreePoolWithTag(CONTAINING_RECORD(oldest, NOTICE, Link), POOL_TAG);
    NoticeCount--;
  }
  return NewNotice(Owner) ? STATUS_SUCCESS : STATUS_INSUFFICIENT_RESOURCES;
}

NTSTATUS replaced_bad(PVOID Owner)
{
  Withdraw(Owner);
  if (NoticeCount >= NOTICES_AT_MOST) {
    PLIST_ENTRY *oldest = &Notices.Flink;

    RemoveEntryList(*oldest);
    ExFreePoolWithTag(CONTAINING_RECORD(&oldest, NOTICE, Link), POOL_TAG); // EXPECT: dxgk-invalid-handle
    NoticeCount--;
  }
  return NewNotice(Owner) ? STATUS_SUCCESS : STATUS_INSUFFICIENT_RESOURCES;
}
