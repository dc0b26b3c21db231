/* netioddk.h: network modules: what wsk.h has. */
/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
#ifndef DXL_NETIODDK_WRAPPER_H
#define DXL_NETIODDK_WRAPPER_H
#include <dxl_prelude.h>
#ifdef DXL_REAL_WDK
#include_next <netioddk.h>
#else
#include <wsk.h>
#endif
#endif
