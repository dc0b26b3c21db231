/* fwpmk.h: filtering platform: management from the kernel. */
/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
#ifndef DXL_FWPMK_WRAPPER_H
#define DXL_FWPMK_WRAPPER_H
#include <dxl_prelude.h>
#ifdef DXL_REAL_WDK
#include_next <fwpmk.h>
#else
#include <fwpsk.h>
#endif
#endif
