/* winddi.h: the display driver interface of GDI, as far as a WDDM miniport can name it: objects are opaque. */
/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
#ifndef DXL_WINDDI_H
#define DXL_WINDDI_H
#define _WINDDI_
#include <ntdef.h>
#include <windef.h>
#include <wingdi.h>
typedef struct _SURFOBJ SURFOBJ, *PSURFOBJ;
typedef struct _CLIPOBJ CLIPOBJ;
typedef struct _XLATEOBJ XLATEOBJ;
typedef struct _BRUSHOBJ BRUSHOBJ;
typedef struct _PALOBJ PALOBJ;
typedef struct _FONTOBJ FONTOBJ;
typedef struct _STROBJ STROBJ;
typedef struct _PATHOBJ PATHOBJ;
typedef struct _WNDOBJ WNDOBJ;
typedef struct _DRIVEROBJ DRIVEROBJ;
DECLARE_HANDLE(HSURF);
DECLARE_HANDLE(DHSURF);
DECLARE_HANDLE(DHPDEV);
DECLARE_HANDLE(HDEV);
typedef LONG FIX;
typedef ULONG ROP4;
typedef ULONG MIX;
typedef struct _POINTFIX { FIX x; FIX y; } POINTFIX, *PPOINTFIX;
typedef struct _RECTFX { FIX xLeft; FIX yTop; FIX xRight; FIX yBottom; } RECTFX, *PRECTFX;
#define SPS_ERROR 0
#define SPS_DECLINE 1
#define SPS_ACCEPT_NOEXCLUDE 2
#define SPS_ACCEPT_EXCLUDE 3
#define SPS_CHANGE 1
#define SPS_ASYNCCHANGE 2
#define SPS_ANIMATESTART 4
#define SPS_ANIMATEUPDATE 8
#define SPS_ALPHA 16
#define BMF_1BPP 1
#define BMF_4BPP 2
#define BMF_8BPP 3
#define BMF_16BPP 4
#define BMF_24BPP 5
#define BMF_32BPP 6
#endif
