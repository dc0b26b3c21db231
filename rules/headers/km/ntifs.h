/* ntifs.h: mingw-w64's over our ntddk.h. */
/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
#ifndef DXL_NTIFS_H
#define DXL_NTIFS_H
#include <dxl_prelude.h>
#ifndef DXL_REAL_WDK
#include <ntddk.h>
#endif
#ifndef DXL_REAL_WDK
#include <dxl_version.h>
/* Members of FSRTL_ADVANCED_FCB_HEADER that newer kits have. */
#define FileContextSupportPointer \
  FileContextSupportPointer;      \
  union {                         \
    PVOID Oplock;                 \
    PVOID ReservedForRemote;      \
  };                              \
  PVOID AePushLock;               \
  PVOID ReservedContextLegacy;    \
  ULONG BypassIoOpenCount;        \
  PVOID ReservedContext
#endif
#include_next <ntifs.h>
#ifndef DXL_REAL_WDK
#undef FileContextSupportPointer
#pragma pop_macro("NTDDI_VERSION")
#endif
#ifndef DXL_REAL_WDK
#include <dxl_ntifs.h>
#endif
#endif
