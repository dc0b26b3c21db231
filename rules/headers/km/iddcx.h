/* iddcx.h: indirect display drivers, of user mode. */
/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
#ifndef DXL_IDDCX_H
#define DXL_IDDCX_H
#include <dxl_prelude.h>
#ifdef DXL_REAL_WDK
#include_next <iddcx.h>
#else
#include <windows.h>
#include <wdf.h>
#include <dxl_iddcx.h>
#endif
#endif
