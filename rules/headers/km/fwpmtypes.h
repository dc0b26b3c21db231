/* fwpmtypes.h: filtering platform: see fwptypes.h. */
/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
#ifndef DXL_FWPMTYPES_WRAPPER_H
#define DXL_FWPMTYPES_WRAPPER_H
#include <dxl_prelude.h>
#ifdef DXL_REAL_WDK
#include_next <fwpmtypes.h>
#else
#include <fwptypes.h>
#endif
#endif
