/* srb.h: mingw-w64's, and the extended requests of Windows 8 and later. storport.h brings it in its own way. */
/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
#ifndef DXL_SRB_H
#define DXL_SRB_H
#include <dxl_prelude.h>
#ifdef DXL_REAL_WDK
#include_next <srb.h>
#else
#include <ntddk.h>
#include_next <srb.h>
#include <dxl_srb.h>
#endif
#endif
