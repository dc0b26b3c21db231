/* fltKernel.h: file system minifilters. */
/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
#ifndef DXL_FLTKERNEL_WRAPPER_H
#define DXL_FLTKERNEL_WRAPPER_H
#include <dxl_prelude.h>
#ifdef DXL_REAL_WDK
#include_next <fltKernel.h>
#else
#include <ntifs.h>
#include <dxl_flt.h>
/* Nothing in a free build. */
#ifndef FLT_ASSERT
#define FLT_ASSERT(expression) ((void)0)
#define FLT_ASSERTMSG(message, expression) ((void)0)
#endif
#endif
#endif
