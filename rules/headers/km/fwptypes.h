/* fwptypes.h: filtering platform: types that kernel and user mode share. */
/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
#ifndef DXL_FWPTYPES_WRAPPER_H
#define DXL_FWPTYPES_WRAPPER_H
#include <dxl_prelude.h>
#ifdef DXL_REAL_WDK
#include_next <fwptypes.h>
#else
#include <ntddk.h>
#include <dxl_fwp.h>
#endif
#endif
