/* ntddk.h: mingw-w64's over our wdm.h. */
/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
#ifndef DXL_NTDDK_H
#define DXL_NTDDK_H
#include <dxl_prelude.h>
#ifndef DXL_REAL_WDK
#ifndef _NTDDK_
#define _NTDDK_
#endif
#include <wdm.h>
/* mingw-w64 leaves it out where AVL tables stand for the others, and uses it all the same. */
#ifdef RTL_USE_AVL_TABLES
typedef struct _RTL_SPLAY_LINKS {
  struct _RTL_SPLAY_LINKS *Parent;
  struct _RTL_SPLAY_LINKS *LeftChild;
  struct _RTL_SPLAY_LINKS *RightChild;
} RTL_SPLAY_LINKS, *PRTL_SPLAY_LINKS;
#endif
#ifdef _M_ARM64
#define _M_ARM 7
#endif
#endif
#ifndef DXL_REAL_WDK
#include <dxl_version.h>
#endif
#include_next <ntddk.h>
#ifndef DXL_REAL_WDK
#pragma pop_macro("NTDDI_VERSION")
#endif
#if defined(_M_ARM64) && !defined(DXL_REAL_WDK)
#undef _M_ARM
#endif
#ifndef DXL_REAL_WDK
#include <dxl_ntddk.h>
#endif
#endif
