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
#ifdef _M_ARM64
#define _M_ARM 7
#endif
#endif
#include_next <ntddk.h>
#if defined(_M_ARM64) && !defined(DXL_REAL_WDK)
#undef _M_ARM
#endif
#ifndef DXL_REAL_WDK
#include <dxl_ntddk.h>
#endif
#endif
