// C++: the destructor releases in one class and not in the other.
// RUN: %check-tidy --check=%s --exit=0 -- -checks=-*,dxgk-* %s -- %driver -I%S/Inputs
#include "create.h"

class Scratch
{
public:
  explicit Scratch(ADAPTER *Adapter) : m_Adapter(Adapter), m_Allocation(nullptr) { CreateScratch(m_Adapter, &m_Allocation); }
  ~Scratch()
  {
    if (m_Allocation)
      m_Adapter->Dxgk.DxgkCbDestroyContextAllocation(m_Adapter->Dxgk.DeviceHandle, m_Allocation);
  }

private:
  ADAPTER *m_Adapter;
  HANDLE m_Allocation;
};

class Forgetful
{
public:
  explicit Forgetful(ADAPTER *Adapter) { CreateScratch(Adapter, &m_Allocation); }

private:
  HANDLE m_Allocation;
};

void clean(ADAPTER *Adapter)
{
  Scratch scratch(Adapter);
}

void leaks(ADAPTER *Adapter)
{
  Forgetful scratch(Adapter);
}

// CHECK-NOT: warning:
// CHECK: object.cpp:37:1: warning: {{.*}} [dxgk-leak]
// CHECK-NOT: warning:
