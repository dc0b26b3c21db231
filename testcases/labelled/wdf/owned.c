// A lock that its thread may take again: who has it is remembered, how often is counted, and an annotation says that nobody counts
// for others.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <ntddk.h>
#include <wdf.h>

typedef struct _NODE {
  FAST_MUTEX Mutex;
  PVOID Thread;
  LONG Count;
  ULONG Size;
} NODE;

#define LockNode(N)                                                                                                    \
  {                                                                                                                    \
    PVOID thread_ = PsGetCurrentThread();                                                                              \
    if (thread_ != (N)->Thread) {                                                                                      \
      ExAcquireFastMutex(&(N)->Mutex);                                                                                 \
      _Analysis_assume_((N)->Count == 0);                                                                              \
      (N)->Thread = thread_;                                                                                           \
    }                                                                                                                  \
    (N)->Count += 1;                                                                                                   \
  }

#define UnlockNode(N)                                                                                                  \
  {                                                                                                                    \
    (N)->Count -= 1;                                                                                                   \
    if ((N)->Count == 0) {                                                                                             \
      (N)->Thread = NULL;                                                                                              \
      ExReleaseFastMutex(&(N)->Mutex);                                                                                 \
    }                                                                                                                  \
  }

static void Grow(NODE *Node)
{
  LockNode(Node);
  Node->Size++;
  UnlockNode(Node);
}

NTSTATUS grow_ok(NODE *Node, ULONG Limit)
{
  LockNode(Node);
  if (Node->Size > Limit) {
    UnlockNode(Node);
    return STATUS_QUOTA_EXCEEDED;
  }
  Grow(Node);
  UnlockNode(Node);
  return STATUS_SUCCESS;
}

NTSTATUS grow_bad(NODE *Node, ULONG Limit)
{
  LockNode(Node);
  if (Node->Size > Limit)
    return STATUS_QUOTA_EXCEEDED; // EXPECT: dxgk-leak
  Grow(Node);
  UnlockNode(Node);
  return STATUS_SUCCESS;
}

void twice_ok(NODE *Node)
{
  LockNode(Node);
  Node->Size = 0;
  UnlockNode(Node);
  LockNode(Node);
  Node->Size = 1;
  UnlockNode(Node);
}
