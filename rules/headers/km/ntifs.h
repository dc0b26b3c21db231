/* ntifs.h: mingw-w64's over our ntddk.h. */
/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
#ifndef DXL_NTIFS_H
#define DXL_NTIFS_H
#include <dxl_prelude.h>
#ifndef DXL_REAL_WDK
#include <ntddk.h>
#endif
#include_next <ntifs.h>
#ifndef DXL_REAL_WDK
#include <dxl_ntifs.h>
#endif
#endif
