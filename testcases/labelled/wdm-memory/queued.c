// A request that stands in a list while somebody else works on it: what he may have written are not the links, since whoever takes it
// out of the list changes its neighbours as well. A pointer from one part of it to another may have been replaced.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

typedef struct JOB {
  LIST_ENTRY Link;
  PVOID Answer;
  ULONG AnswerSize;
  UCHAR Inline[32];
} JOB;

// In a file that is not there: what the hardware makes of a job.
VOID WorkOn(PVOID Job);

static void Append(LIST_ENTRY *Head, LIST_ENTRY *Link)
{
  LIST_ENTRY *last = Head->Blink;
  Link->Flink = Head;
  Link->Blink = last;
  last->Flink = Link; // EXPECT: dxgk-use-after-destroy
  // EXPECTED-IN: job_left_in_list_bad
  Head->Blink = Link;
}

static JOB *MakeJob(ADAPTER *Adapter, ULONG Size)
{
  JOB *job = (JOB *)ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(JOB), POOL_TAG);
  if (!job)
    return NULL;
  job->AnswerSize = Size;
  job->Answer = job->Inline;
  Append(&Adapter->Contexts, &job->Link);
  return job;
}

NTSTATUS job_taken_out_ok(ADAPTER *Adapter)
{
  ULONG i;
  for (i = 0; i < 3; i++) {
    JOB *job = MakeJob(Adapter, 8);
    if (!job)
      return STATUS_INSUFFICIENT_RESOURCES;
    WorkOn(job);
    RemoveEntryList(&job->Link);
    ExFreePoolWithTag(job, POOL_TAG);
  }
  return STATUS_SUCCESS;
}

NTSTATUS job_left_in_list_bad(ADAPTER *Adapter)
{
  ULONG i;
  for (i = 0; i < 3; i++) {
    JOB *job = MakeJob(Adapter, 8);
    if (!job)
      return STATUS_INSUFFICIENT_RESOURCES;
    WorkOn(job);
    ExFreePoolWithTag(job, POOL_TAG);
  }
  return STATUS_SUCCESS;
}

// An answer that was too large for the job stands in a block of its own.
NTSTATUS answer_replaced_ok(ADAPTER *Adapter)
{
  JOB *job = MakeJob(Adapter, 8);
  if (!job)
    return STATUS_INSUFFICIENT_RESOURCES;
  WorkOn(job);
  RemoveEntryList(&job->Link);
  if (job->AnswerSize > sizeof(job->Inline))
    ExFreePoolWithTag(job->Answer, POOL_TAG);
  ExFreePoolWithTag(job, POOL_TAG);
  return STATUS_SUCCESS;
}

NTSTATUS answer_within_bad(ADAPTER *Adapter)
{
  JOB *job = MakeJob(Adapter, 8);
  if (!job)
    return STATUS_INSUFFICIENT_RESOURCES;
  RemoveEntryList(&job->Link);
  if (job->AnswerSize <= sizeof(job->Inline))
    ExFreePoolWithTag(job->Answer, POOL_TAG); // EXPECT: dxgk-invalid-handle
  ExFreePoolWithTag(job, POOL_TAG);
  return STATUS_SUCCESS;
}
