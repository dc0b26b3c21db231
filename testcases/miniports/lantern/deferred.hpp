// Buffers that are to be destroyed later, at PASSIVE_LEVEL, by a work item.
// Invariant: a queued item belongs to the queue; Drain and the destructor of the queue leave none behind.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "buffer.hpp"

namespace lantern {

struct DeferredItem {
  LIST_ENTRY Entry;
  Buffer Contents;
};

class DeferredQueue : NonCopyable
{
public:
  DeferredQueue();
  ~DeferredQueue();
  NTSTATUS Initialize(PDEVICE_OBJECT device);
  // Up to DISPATCH_LEVEL.
  void Push(DeferredItem *item);
  void Kick();
  // PASSIVE_LEVEL.
  void Drain();
  void WaitIdle();

private:
  static IO_WORKITEM_ROUTINE Worker;
  DeferredItem *Pop();

  PIO_WORKITEM m_Item;
  LIST_ENTRY m_List;
  KSPIN_LOCK m_Lock;
  KEVENT m_Idle;
  LONG m_Queued;
};

} // namespace lantern
