// What a kernel driver in C++ brings along itself: pool-backed new and delete, move, and guards for locks.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

extern "C" {
#include <ntddk.h>
#include <dispmprt.h>
#include <d3dkmddi.h>
}

constexpr ULONG LanternTag = 'tnaL';

// Zeroed memory, or nullptr: a new-expression tests it before it constructs.
void *__cdecl operator new(size_t size, POOL_TYPE type) noexcept;
void __cdecl operator delete(void *block) noexcept;
void __cdecl operator delete(void *block, size_t size) noexcept;
void __cdecl operator delete(void *block, POOL_TYPE type) noexcept;

namespace lantern {

template <typename T> struct RemoveReference { using Type = T; };
template <typename T> struct RemoveReference<T &> { using Type = T; };
template <typename T> struct RemoveReference<T &&> { using Type = T; };

template <typename T> constexpr typename RemoveReference<T>::Type &&Move(T &&value) noexcept
{
  return static_cast<typename RemoveReference<T>::Type &&>(value);
}

template <typename T> void Swap(T &left, T &right) noexcept
{
  T middle = Move(left);
  left = Move(right);
  right = Move(middle);
}

class NonCopyable
{
protected:
  NonCopyable() = default;
  ~NonCopyable() = default;

public:
  NonCopyable(const NonCopyable &) = delete;
  NonCopyable &operator=(const NonCopyable &) = delete;
};

// Holds a spin lock; the level is DISPATCH_LEVEL as long as it lives.
class SpinLockGuard : NonCopyable
{
public:
  explicit SpinLockGuard(KSPIN_LOCK &lock) : m_Lock(lock) { KeAcquireSpinLock(&m_Lock, &m_Old); }
  ~SpinLockGuard() { KeReleaseSpinLock(&m_Lock, m_Old); }

private:
  KSPIN_LOCK &m_Lock;
  KIRQL m_Old;
};

// The same for code that runs at DISPATCH_LEVEL anyway.
class DispatchLockGuard : NonCopyable
{
public:
  explicit DispatchLockGuard(KSPIN_LOCK &lock) : m_Lock(lock) { KeAcquireSpinLockAtDpcLevel(&m_Lock); }
  ~DispatchLockGuard() { KeReleaseSpinLockFromDpcLevel(&m_Lock); }

private:
  KSPIN_LOCK &m_Lock;
};

// Holds a kernel mutex, which leaves the level alone.
class MutexGuard : NonCopyable
{
public:
  explicit MutexGuard(KMUTEX &mutex) : m_Mutex(mutex)
  {
    KeWaitForSingleObject(&m_Mutex, Executive, KernelMode, FALSE, nullptr);
  }
  ~MutexGuard() { KeReleaseMutex(&m_Mutex, FALSE); }

private:
  KMUTEX &m_Mutex;
};

// Runs a function object at the end of the scope, unless told otherwise.
template <typename Function> class ScopeExit : NonCopyable
{
public:
  explicit ScopeExit(Function function) : m_Function(function), m_Armed(true) {}
  ~ScopeExit()
  {
    if (m_Armed)
      m_Function();
  }
  void Dismiss() { m_Armed = false; }

private:
  Function m_Function;
  bool m_Armed;
};

// Owns an object made by new.
template <typename T> class UniquePointer : NonCopyable
{
public:
  explicit UniquePointer(T *object = nullptr) : m_Object(object) {}
  ~UniquePointer() { delete m_Object; }
  T *Get() const { return m_Object; }
  T *operator->() const { return m_Object; }
  explicit operator bool() const { return m_Object != nullptr; }
  T *Release()
  {
    T *object = m_Object;
    m_Object = nullptr;
    return object;
  }

private:
  T *m_Object;
};

} // namespace lantern
