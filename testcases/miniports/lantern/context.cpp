// Devices and contexts of Lantern.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "adapter.hpp"

namespace lantern {

namespace {

constexpr SIZE_T PageTableSize = 0x8000;

struct PageTableHeader {
  ULONG Signature;
  ULONG Entries;
};

} // namespace

Device::Device(Adapter &adapter, HANDLE dxgDevice, bool isSystem)
    : m_Adapter(adapter), m_DxgDevice(dxgDevice), m_IsSystem(isSystem), m_PageTableAddress(0)
{
}

// After failure the device is deleted, and with it what was made so far.
NTSTATUS Device::Initialize()
{
  PAGED_CODE();
  if (m_IsSystem)
    return STATUS_SUCCESS;
  NTSTATUS status = m_PageTable.Create(m_Adapter.Dxgk(), m_DxgDevice, nullptr, PageTableSize);
  if (!NT_SUCCESS(status))
    return status;
  status = m_Shadow.Create(m_Adapter.Dxgk(), m_DxgDevice, nullptr, PageTableSize);
  if (!NT_SUCCESS(status))
    return status;
  status = m_PageTable.Map(m_PageTableAddress);
  if (!NT_SUCCESS(status))
    return status;
  PageTableHeader header = {LanternTag, static_cast<ULONG>(PageTableSize / sizeof(ULONG64))};
  return m_PageTable.Update(&header, sizeof(header));
}

Context::Context(Device &device, HANDLE dxgContext, UINT node, bool isSystem)
    : m_Device(device), m_DxgContext(dxgContext), m_Node(node), m_IsSystem(isSystem), m_States{},
      m_AttachmentCount(0), m_NextId(0)
{
  KeInitializeMutex(&m_Mutex, 0);
  InitializeListHead(&m_Attachments);
}

Context::~Context()
{
  // What was detached for later must not outlive the context that it was made for.
  m_Device.Owner().Deferred().WaitIdle();
  m_Device.Owner().Deferred().Drain();
  while (!IsListEmpty(&m_Attachments)) {
    Attachment *attachment = CONTAINING_RECORD(RemoveHeadList(&m_Attachments), Attachment, Entry);
    delete attachment;
  }
  for (UINT engine = 0; engine < MaxEngines; engine++) {
    delete m_States[engine];
    m_States[engine] = nullptr;
  }
}

NTSTATUS Context::Initialize(UINT engineAffinity)
{
  PAGED_CODE();
  if (m_IsSystem)
    return STATUS_SUCCESS;
  if (!m_DxgContext)
    return STATUS_INVALID_PARAMETER;
  Adapter &adapter = m_Device.Owner();
  for (UINT engine = 0; engine < adapter.EngineCount(); engine++) {
    if (engineAffinity && !(engineAffinity & (1u << engine)))
      continue;
    NTSTATUS status = CreateEngineState(adapter.KindOf(engine), adapter.Dxgk(), m_Device.DxgHandle(), m_DxgContext,
                                        &m_States[engine]);
    if (!NT_SUCCESS(status))
      return status;
  }
  return STATUS_SUCCESS;
}

Attachment *Context::Find(ULONG id)
{
  for (PLIST_ENTRY entry = m_Attachments.Flink; entry != &m_Attachments; entry = entry->Flink) {
    Attachment *attachment = CONTAINING_RECORD(entry, Attachment, Entry);
    if (attachment->Id == id)
      return attachment;
  }
  return nullptr;
}

Attachment *Context::Take(ULONG id)
{
  MutexGuard guard(m_Mutex);
  Attachment *attachment = Find(id);
  if (attachment) {
    RemoveEntryList(&attachment->Entry);
    m_AttachmentCount--;
  }
  return attachment;
}

NTSTATUS Context::Attach(SIZE_T size, ULONG &id)
{
  PAGED_CODE();
  if (m_IsSystem || size == 0)
    return STATUS_INVALID_PARAMETER;
  UniquePointer<Attachment> attachment(new (NonPagedPoolNx) Attachment);
  if (!attachment)
    return STATUS_NO_MEMORY;
  NTSTATUS status =
      attachment->Contents.Create(m_Device.Owner().Dxgk(), m_Device.DxgHandle(), m_DxgContext, size);
  if (!NT_SUCCESS(status))
    return status;

  MutexGuard guard(m_Mutex);
  if (m_AttachmentCount >= MaxAttachments)
    return STATUS_QUOTA_EXCEEDED;
  attachment->Id = ++m_NextId;
  id = attachment->Id;
  m_AttachmentCount++;
  InsertTailList(&m_Attachments, &attachment->Entry);
  attachment.Release();
  return STATUS_SUCCESS;
}

NTSTATUS Context::Detach(ULONG id)
{
  PAGED_CODE();
  Attachment *attachment = Take(id);
  if (!attachment)
    return STATUS_NOT_FOUND;
  delete attachment;
  return STATUS_SUCCESS;
}

// The buffer moves into an item of the queue; the attachment itself goes at once.
NTSTATUS Context::DetachLater(ULONG id)
{
  PAGED_CODE();
  UniquePointer<DeferredItem> item(new (NonPagedPoolNx) DeferredItem);
  if (!item)
    return STATUS_NO_MEMORY;
  Attachment *attachment = Take(id);
  if (!attachment)
    return STATUS_NOT_FOUND;
  item->Contents = Move(attachment->Contents);
  delete attachment;
  DeferredQueue &queue = m_Device.Owner().Deferred();
  queue.Push(item.Release());
  queue.Kick();
  return STATUS_SUCCESS;
}

// The bigger buffer is made first, so that failure changes nothing.
NTSTATUS Context::Grow(ULONG id, SIZE_T size)
{
  PAGED_CODE();
  Buffer bigger;
  NTSTATUS status = bigger.Create(m_Device.Owner().Dxgk(), m_Device.DxgHandle(), m_DxgContext, size);
  if (!NT_SUCCESS(status))
    return status;
  MutexGuard guard(m_Mutex);
  Attachment *attachment = Find(id);
  if (!attachment)
    return STATUS_NOT_FOUND;
  if (attachment->Contents.Size() >= size)
    return STATUS_INVALID_PARAMETER;
  Swap(attachment->Contents, bigger);
  return STATUS_SUCCESS;
}

NTSTATUS Context::Reset()
{
  PAGED_CODE();
  NTSTATUS result = STATUS_SUCCESS;
  for (EngineState *state : m_States) {
    if (!state)
      continue;
    NTSTATUS status = state->Reset();
    if (!NT_SUCCESS(status))
      result = status;
  }
  return result;
}

} // namespace lantern
