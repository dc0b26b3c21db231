/* wsk.h: Winsock kernel. */
/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
#ifndef DXL_WSK_WRAPPER_H
#define DXL_WSK_WRAPPER_H
#include <dxl_prelude.h>
#ifdef DXL_REAL_WDK
#include_next <wsk.h>
#else
#include <ntddk.h>
#include <dxl_wsk.h>
#endif
#endif
