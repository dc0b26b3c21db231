/* fwpsk.h: filtering platform: callouts of the kernel. */
/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
#ifndef DXL_FWPSK_WRAPPER_H
#define DXL_FWPSK_WRAPPER_H
#include <dxl_prelude.h>
#ifdef DXL_REAL_WDK
#include_next <fwpsk.h>
#else
#include <fwptypes.h>
#include <dxl_fwpk.h>
#include <fwpvi.h>
#endif
#endif
