// An object with a list of records that hold a mapping each: what its destructor leaves.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "../driver.h"

static void *Get(size_t Size) { return ExAllocatePoolWithTag(NonPagedPoolNx, Size, POOL_TAG); }

struct Record {
  LIST_ENTRY Entry;
  PVOID Address;
  ULONG References;
};

class Buffer {
public:
  explicit Buffer(ADAPTER *Adapter) : m_Adapter(Adapter) { InitializeListHead(&m_Records); }

protected:
  NTSTATUS Open(PHYSICAL_ADDRESS Where, LIST_ENTRY *Into)
  {
    PVOID address = nullptr;
    NTSTATUS status = m_Adapter->Dxgk.DxgkCbMapMemory(m_Adapter->Dxgk.DeviceHandle, Where, 4096, FALSE, TRUE, MmCached, &address);
    if (!NT_SUCCESS(status))
      return status;
    Record *record = static_cast<Record *>(Get(sizeof(Record)));
    if (!record) {
      m_Adapter->Dxgk.DxgkCbUnmapMemory(m_Adapter->Dxgk.DeviceHandle, address);
      return STATUS_NO_MEMORY;
    }
    record->Address = address;
    record->References = 1;
    InsertTailList(Into, &record->Entry);
    return STATUS_SUCCESS;
  }

  void Close(Record *Which)
  {
    RemoveEntryList(&Which->Entry);
    m_Adapter->Dxgk.DxgkCbUnmapMemory(m_Adapter->Dxgk.DeviceHandle, Which->Address);
    ExFreePoolWithTag(Which, POOL_TAG);
  }

  ADAPTER *m_Adapter;
  LIST_ENTRY m_Records;
};

class Leaky : public Buffer {
public:
  explicit Leaky(ADAPTER *Adapter) : Buffer(Adapter) {}
  NTSTATUS Map(PHYSICAL_ADDRESS Where) { return Open(Where, &m_Records); }
  void UnmapFirst()
  {
    if (!IsListEmpty(&m_Records))
      Close(CONTAINING_RECORD(m_Records.Flink, Record, Entry));
  }
  ~Leaky()
  {
    while (!IsListEmpty(&m_Records)) {
      Record *record = CONTAINING_RECORD(RemoveHeadList(&m_Records), Record, Entry);
      ExFreePoolWithTag(record, POOL_TAG); // EXPECT: dxgk-leak
      // EXPECTED-IN: destroy_bad
    }
  }
};

class Tidy : public Buffer {
public:
  explicit Tidy(ADAPTER *Adapter) : Buffer(Adapter) {}
  NTSTATUS Map(PHYSICAL_ADDRESS Where) { return Open(Where, &m_Records); }
  void UnmapFirst()
  {
    if (!IsListEmpty(&m_Records))
      Close(CONTAINING_RECORD(m_Records.Flink, Record, Entry));
  }
  ~Tidy()
  {
    while (!IsListEmpty(&m_Records)) {
      Record *record = CONTAINING_RECORD(RemoveHeadList(&m_Records), Record, Entry);
      m_Adapter->Dxgk.DxgkCbUnmapMemory(m_Adapter->Dxgk.DeviceHandle, record->Address);
      ExFreePoolWithTag(record, POOL_TAG);
    }
  }
};

extern "C" NTSTATUS map_ok(Leaky *First, Tidy *Second, PHYSICAL_ADDRESS Where)
{
  NTSTATUS status = First->Map(Where);
  return NT_SUCCESS(status) ? Second->Map(Where) : status;
}

extern "C" void unmap_ok(Leaky *First, Tidy *Second)
{
  First->UnmapFirst();
  Second->UnmapFirst();
}

extern "C" void destroy_bad(Leaky *Object)
{
  Object->~Leaky();
  ExFreePoolWithTag(Object, POOL_TAG);
}

extern "C" void destroy_ok(Tidy *Object)
{
  Object->~Tidy();
  ExFreePoolWithTag(Object, POOL_TAG);
}
