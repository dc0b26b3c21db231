/* hbapiwmi.h: WMI classes of host bus adapters. */
/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
#ifndef DXL_HBAPIWMI_H
#define DXL_HBAPIWMI_H
#include <dxl_prelude.h>
#ifdef DXL_REAL_WDK
#include_next <hbapiwmi.h>
#else
#include <ntddk.h>
#include <dxl_hbapiwmi.h>
#endif
#endif
