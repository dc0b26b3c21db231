/* ntddscsi.h: mingw-w64's, and what storage drivers of Windows 8 and later find there. */
/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
#ifndef DXL_NTDDSCSI_H
#define DXL_NTDDSCSI_H
#include <dxl_prelude.h>
#ifdef DXL_REAL_WDK
#include_next <ntddscsi.h>
#else
#include <ntddk.h>
#include_next <ntddscsi.h>
#include <dxl_ntddscsi.h>
#endif
#endif
