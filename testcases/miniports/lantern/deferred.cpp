// The deferred queue.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "deferred.hpp"

namespace lantern {

DeferredQueue::DeferredQueue() : m_Item(nullptr), m_Queued(0)
{
  InitializeListHead(&m_List);
  KeInitializeSpinLock(&m_Lock);
  KeInitializeEvent(&m_Idle, NotificationEvent, TRUE);
}

DeferredQueue::~DeferredQueue()
{
  if (m_Item) {
    WaitIdle();
    IoFreeWorkItem(m_Item);
  }
  Drain();
}

NTSTATUS DeferredQueue::Initialize(PDEVICE_OBJECT device)
{
  PAGED_CODE();
  m_Item = IoAllocateWorkItem(device);
  return m_Item ? STATUS_SUCCESS : STATUS_INSUFFICIENT_RESOURCES;
}

void DeferredQueue::Push(DeferredItem *item)
{
  SpinLockGuard guard(m_Lock);
  InsertTailList(&m_List, &item->Entry);
}

DeferredItem *DeferredQueue::Pop()
{
  SpinLockGuard guard(m_Lock);
  if (IsListEmpty(&m_List))
    return nullptr;
  return CONTAINING_RECORD(RemoveHeadList(&m_List), DeferredItem, Entry);
}

void DeferredQueue::Kick()
{
  if (InterlockedCompareExchange(&m_Queued, 1, 0) == 0) {
    KeClearEvent(&m_Idle);
    IoQueueWorkItem(m_Item, Worker, DelayedWorkQueue, this);
  }
}

// The item dies outside the lock: its buffer wants PASSIVE_LEVEL.
void DeferredQueue::Drain()
{
  while (DeferredItem *item = Pop())
    delete item;
}

void DeferredQueue::WaitIdle()
{
  KeWaitForSingleObject(&m_Idle, Executive, KernelMode, FALSE, nullptr);
}

VOID NTAPI DeferredQueue::Worker(PDEVICE_OBJECT device, PVOID context)
{
  UNREFERENCED_PARAMETER(device);
  DeferredQueue *queue = static_cast<DeferredQueue *>(context);
  InterlockedExchange(&queue->m_Queued, 0);
  queue->Drain();
  KeSetEvent(&queue->m_Idle, IO_NO_INCREMENT, FALSE);
}

} // namespace lantern
