/* wrl.h: mingw-w64's, and the owners of handles. */
/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
#ifndef DXL_WRL_H
#define DXL_WRL_H
#include <dxl_prelude.h>
#ifdef DXL_REAL_WDK
#include_next <wrl.h>
#elif defined(__cplusplus)
#include <wudfwdm.h>
#include_next <wrl.h>
namespace Microsoft {
namespace WRL {
namespace Wrappers {
namespace HandleTraits {
struct HANDLETraits {
  typedef HANDLE Type;
  static bool Close(Type Handle) { return CloseHandle(Handle) != 0; }
  static Type GetInvalidValue() { return (HANDLE)(LONG_PTR)-1; }
};
struct HANDLENullTraits {
  typedef HANDLE Type;
  static bool Close(Type Handle) { return CloseHandle(Handle) != 0; }
  static Type GetInvalidValue() { return nullptr; }
};
struct EventTraits : HANDLENullTraits {};
}
template <class T> class HandleT {
public:
  explicit HandleT(typename T::Type Handle = T::GetInvalidValue()) : held(Handle) {}
  HandleT(HandleT &&Other) : held(Other.Detach()) {}
  HandleT(const HandleT &) = delete;
  ~HandleT() { Close(); }
  HandleT &operator=(HandleT &&Other) {
    Attach(Other.Detach());
    return *this;
  }
  void Attach(typename T::Type Handle) {
    Close();
    held = Handle;
  }
  typename T::Type Detach() {
    typename T::Type handle = held;
    held = T::GetInvalidValue();
    return handle;
  }
  typename T::Type Get() const { return held; }
  bool IsValid() const { return held != T::GetInvalidValue(); }
  void Close() {
    if (IsValid()) {
      T::Close(held);
      held = T::GetInvalidValue();
    }
  }

protected:
  typename T::Type held;
};
class Event : public HandleT<HandleTraits::EventTraits> {
public:
  explicit Event(HANDLE Handle = nullptr) : HandleT<HandleTraits::EventTraits>(Handle) {}
};
typedef HandleT<HandleTraits::HANDLETraits> FileHandle;
}
}
}
#endif
#endif
