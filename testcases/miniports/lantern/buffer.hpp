// The holder of a context allocation: whoever has a Buffer owns the allocation, and its destructor destroys it.
// Invariant: m_Allocation is nullptr or a live allocation of the adapter behind m_Dxgk.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "kernel.hpp"

namespace lantern {

class Buffer
{
public:
  Buffer() : m_Dxgk(nullptr), m_Allocation(nullptr), m_Size(0) {}
  Buffer(Buffer &&other) noexcept : m_Dxgk(other.m_Dxgk), m_Allocation(other.m_Allocation), m_Size(other.m_Size)
  {
    other.m_Allocation = nullptr;
    other.m_Size = 0;
  }
  Buffer &operator=(Buffer &&other) noexcept
  {
    if (this != &other) {
      Destroy();
      m_Dxgk = other.m_Dxgk;
      m_Allocation = other.m_Allocation;
      m_Size = other.m_Size;
      other.m_Allocation = nullptr;
      other.m_Size = 0;
    }
    return *this;
  }
  Buffer(const Buffer &) = delete;
  Buffer &operator=(const Buffer &) = delete;
  ~Buffer() { Destroy(); }

  // For one context, or, where context is nullptr, for all contexts of the device.
  NTSTATUS Create(DXGKRNL_INTERFACE &dxgk, HANDLE device, HANDLE context, SIZE_T size);
  NTSTATUS Update(void *data, UINT size) const;
  NTSTATUS Map(D3DGPU_VIRTUAL_ADDRESS &address) const;
  void Destroy();

  bool IsValid() const { return m_Allocation != nullptr; }
  SIZE_T Size() const { return m_Size; }

private:
  DXGKRNL_INTERFACE *m_Dxgk;
  HANDLE m_Allocation;
  SIZE_T m_Size;
};

} // namespace lantern
