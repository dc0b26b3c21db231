// Objects that a list holds by a link inside them: somebody who is given the list may take them out, with what they hold.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

typedef struct _OWNER {
  ULONG Number;
  LIST_ENTRY Children;
} OWNER;

typedef struct _HOLDER {
  ULONG Number;
  OWNER *Owner;
} HOLDER;

typedef struct _CHILD {
  ULONG Number;
  LIST_ENTRY Link;
  PFILE_OBJECT File;
} CHILD;

VOID Drain(HOLDER *Holder);
VOID Count(ULONG Number);

static CHILD *NewChild(PUNICODE_STRING Name)
{
  PFILE_OBJECT file;
  PDEVICE_OBJECT device;
  CHILD *child;
  if (!NT_SUCCESS(IoGetDeviceObjectPointer(Name, FILE_READ_ATTRIBUTES, &file, &device)))
    return NULL;
  child = (CHILD *)ExAllocatePoolWithTag(PagedPool, sizeof(CHILD), 'dlhC');
  if (!child) {
    ObDereferenceObject(file);
    return NULL;
  }
  child->File = file;
  return child;
}

VOID empty_again_ok(OWNER *Owner, PUNICODE_STRING Name)
{
  HOLDER holder = {0, Owner};
  CHILD *child = NewChild(Name);
  if (!child)
    return;
  InitializeListHead(&Owner->Children);
  InsertTailList(&Owner->Children, &child->Link);
  Drain(&holder);
  InitializeListHead(&Owner->Children);
}

VOID empty_again_bad(OWNER *Owner, PUNICODE_STRING Name)
{
  HOLDER holder = {0, Owner};
  CHILD *child = NewChild(Name);
  if (!child)
    return;
  InitializeListHead(&Owner->Children);
  InsertTailList(&Owner->Children, &child->Link);
  Count(holder.Number);
  InitializeListHead(&Owner->Children); // EXPECT: dxgk-leak
}

// The owner was there before: nobody wrote the pointer to it here.

VOID behind_ok(HOLDER *Holder, PUNICODE_STRING Name)
{
  OWNER *owner = Holder->Owner;
  CHILD *child = NewChild(Name);
  if (!child)
    return;
  InitializeListHead(&owner->Children);
  InsertTailList(&owner->Children, &child->Link);
  Drain(Holder);
  InitializeListHead(&owner->Children);
}

VOID behind_bad(HOLDER *Holder, PUNICODE_STRING Name)
{
  OWNER *owner = Holder->Owner;
  CHILD *child = NewChild(Name);
  if (!child)
    return;
  InitializeListHead(&owner->Children);
  InsertTailList(&owner->Children, &child->Link);
  Count(Holder->Number);
  InitializeListHead(&owner->Children); // EXPECT: dxgk-leak
}
