/* miniport.h: mingw-w64's, over the kernel's types, which it would declare a second time. */
/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
#ifndef DXL_MINIPORT_H
#define DXL_MINIPORT_H
#include <dxl_prelude.h>
#ifdef DXL_REAL_WDK
#include_next <miniport.h>
#else
#include <ntddk.h>
#ifndef DXL_WDDM_DISPMPRT_H
#define __BROKEN__
#include_next <miniport.h>
#undef __BROKEN__
#endif
#endif
#endif
