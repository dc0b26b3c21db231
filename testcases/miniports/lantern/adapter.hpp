// The objects of Lantern, a render and display miniport in C++: adapter, device, context.
// Invariants: a context owns its engine states and attachments; a device owns its page tables; all of them die before the
// adapter stops.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "deferred.hpp"
#include "engine.hpp"

namespace lantern {

constexpr UINT MaxEngines = 4;
constexpr UINT MaxAttachments = 32;

enum class Register : ULONG {
  Identity = 0x00,
  EngineKinds = 0x04,
  Reset = 0x08,
  InterruptStatus = 0x10,
  InterruptMask = 0x14,
  ScanAddress = 0x20,
  ScanMode = 0x24,
  ScanLine = 0x28,
  Engine = 0x100
};

enum EngineRegister : ULONG { FenceRegister = 0, AddressRegister = 4, SizeRegister = 8, PreemptRegister = 12 };

constexpr ULONG Identity = 0x1A272E21;
constexpr ULONG InterruptFence = 1;
constexpr ULONG InterruptPreempted = 2;
constexpr ULONG InterruptVsync = 4;

class Adapter : NonCopyable
{
public:
  explicit Adapter(PDEVICE_OBJECT physicalDevice);
  ~Adapter();
  NTSTATUS Initialize() { return m_Deferred.Initialize(m_PhysicalDevice); }

  NTSTATUS Start(const DXGK_START_INFO &info, const DXGKRNL_INTERFACE &dxgk);
  void Stop();
  NTSTATUS SetPower(DEVICE_POWER_STATE state);

  bool OnInterrupt();
  void OnDpc();
  NTSTATUS ControlInterrupt(DXGK_INTERRUPT_TYPE type, bool enable);
  NTSTATUS Submit(const DXGKARG_SUBMITCOMMAND &submit);
  NTSTATUS Preempt(const DXGKARG_PREEMPTCOMMAND &preempt);
  NTSTATUS QueryFence(DXGKARG_QUERYCURRENTFENCE &query);
  NTSTATUS Query(const DXGKARG_QUERYADAPTERINFO &query);
  void ResetEngines();

  NTSTATUS EnumCofunctional(const DXGKARG_ENUMVIDPNCOFUNCMODALITY &args);
  NTSTATUS Commit(const DXGKARG_COMMITVIDPN &args);
  NTSTATUS IsSupported(DXGKARG_ISSUPPORTEDVIDPN &args);
  void SetScanAddress(PHYSICAL_ADDRESS address);
  void GetScanLine(DXGKARG_GETSCANLINE &args);

  DXGKRNL_INTERFACE &Dxgk() { return m_Dxgk; }
  DeferredQueue &Deferred() { return m_Deferred; }
  UINT EngineCount() const { return m_EngineCount; }
  EngineKind KindOf(UINT engine) const { return m_Kinds[engine]; }

private:
  ULONG Read(Register offset) const { return *Address(static_cast<ULONG>(offset)); }
  void Write(Register offset, ULONG value) { *Address(static_cast<ULONG>(offset)) = value; }
  volatile ULONG *EngineAddress(UINT engine, EngineRegister offset) const
  {
    return Address(static_cast<ULONG>(Register::Engine) + engine * 0x20 + offset);
  }
  volatile ULONG *Address(ULONG offset) const { return reinterpret_cast<volatile ULONG *>(m_Registers + offset); }
  NTSTATUS MapRegisters();
  void UnmapRegisters();
  NTSTATUS ReadSettings();
  void SetInterruptMask(ULONG mask);
  static BOOLEAN NTAPI WriteMask(PVOID context);
  void NotifyFences();
  void NotifyPreemptions();

  struct EngineProgress {
    ULONG Submitted, Completed, PreemptFence;
    bool Preempting;
  };

  PDEVICE_OBJECT m_PhysicalDevice;
  DXGKRNL_INTERFACE m_Dxgk;
  DXGK_START_INFO m_StartInfo;
  DXGK_DEVICE_INFO m_DeviceInfo;
  PUCHAR m_Registers;
  UINT m_EngineCount;
  EngineKind m_Kinds[MaxEngines];
  EngineProgress m_Progress[MaxEngines];
  KSPIN_LOCK m_ProgressLock;
  ULONG m_InterruptMask;
  ULONG m_Pending;
  ULONG m_Timeout;
  DEVICE_POWER_STATE m_Power;
  PHYSICAL_ADDRESS m_ScanAddress;
  DeferredQueue m_Deferred;
};

class Device : NonCopyable
{
public:
  Device(Adapter &adapter, HANDLE dxgDevice, bool isSystem);
  NTSTATUS Initialize();
  Adapter &Owner() { return m_Adapter; }
  HANDLE DxgHandle() const { return m_DxgDevice; }
  bool IsSystem() const { return m_IsSystem; }

private:
  Adapter &m_Adapter;
  HANDLE m_DxgDevice;
  bool m_IsSystem;
  Buffer m_PageTable;
  Buffer m_Shadow;
  D3DGPU_VIRTUAL_ADDRESS m_PageTableAddress;
};

// A buffer that user mode attaches to a context.
struct Attachment {
  LIST_ENTRY Entry;
  ULONG Id;
  Buffer Contents;
};

class Context : NonCopyable
{
public:
  Context(Device &device, HANDLE dxgContext, UINT node, bool isSystem);
  ~Context();
  NTSTATUS Initialize(UINT engineAffinity);
  NTSTATUS Attach(SIZE_T size, ULONG &id);
  NTSTATUS Detach(ULONG id);
  NTSTATUS DetachLater(ULONG id);
  NTSTATUS Grow(ULONG id, SIZE_T size);
  NTSTATUS Reset();
  UINT Node() const { return m_Node; }

private:
  Attachment *Find(ULONG id);
  Attachment *Take(ULONG id);

  Device &m_Device;
  HANDLE m_DxgContext;
  UINT m_Node;
  bool m_IsSystem;
  EngineState *m_States[MaxEngines];
  KMUTEX m_Mutex;
  LIST_ENTRY m_Attachments;
  UINT m_AttachmentCount;
  ULONG m_NextId;
};

} // namespace lantern
