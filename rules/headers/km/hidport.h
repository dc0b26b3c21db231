/* hidport.h: HID minidrivers. */
/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
#ifndef DXL_HIDPORT_WRAPPER_H
#define DXL_HIDPORT_WRAPPER_H
#include <dxl_prelude.h>
#ifdef DXL_REAL_WDK
#include_next <hidport.h>
#else
#include <ntddk.h>
#include <hidclass.h>
#include <dxl_hid.h>
#endif
#endif
