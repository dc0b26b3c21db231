/* vhf.h: virtual HID framework: with the minidrivers. */
/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
#ifndef DXL_VHF_WRAPPER_H
#define DXL_VHF_WRAPPER_H
#include <dxl_prelude.h>
#ifdef DXL_REAL_WDK
#include_next <vhf.h>
#else
#include <hidport.h>
#endif
#endif
