/* ndis.h: network drivers. Built for NDIS 4 or 5 it is mingw-w64's, for NDIS 6 and without a word our own. */
/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
#ifndef DXL_NDIS_H
#define DXL_NDIS_H
#include <dxl_prelude.h>
#ifdef DXL_REAL_WDK
#include_next <ndis.h>
#else
#include <ntddk.h>
#if defined(NDIS50_MINIPORT) || defined(NDIS51_MINIPORT) || defined(NDIS40_MINIPORT) || defined(NDIS40) || defined(NDIS50) || defined(NDIS51)
#include <dxl_ndis5.h>
#else
#ifndef _NDIS_
#define _NDIS_
#endif
#include <dxl_ndis.h>
#endif
#endif
#endif
