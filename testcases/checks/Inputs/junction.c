// Paths that meet before the finding: what is told must be the way that the finding lies on.
#include <ntddk.h>

typedef struct _ITEM {
  LIST_ENTRY Link;
  ULONG Value;
} ITEM;

VOID Drain(LIST_ENTRY *List, NPAGED_LOOKASIDE_LIST *Pool, ULONG Done) {
  for (;;) {
    ITEM *Taken = NULL;
    if (!IsListEmpty(List)) {
      ITEM *First = CONTAINING_RECORD(List->Flink, ITEM, Link);
      if (First->Value <= Done)
        Taken = First;
    }
    if (!Taken)
      return;
    ExFreeToNPagedLookasideList(Pool, Taken);
  }
}
