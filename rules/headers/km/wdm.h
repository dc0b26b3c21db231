/* wdm.h: mingw-w64's, and what a current kit has beyond it. A real kit's own wdm.h comes first on its include path. */
/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
#ifndef DXL_WDM_H
#define DXL_WDM_H
#include <dxl_prelude.h>
#if defined(_M_ARM64) && !defined(DXL_REAL_WDK)
#define _M_ARM 7
#endif
#ifndef DXL_REAL_WDK
#include <dxl_hide.h>
#endif
#ifndef DXL_REAL_WDK
#include <dxl_version.h>
#endif
/* A kit has these as pointers, and one type for the process objects of both layers: C++ passes one for the other. */
#ifndef DXL_REAL_WDK
#define KdDebuggerEnabled dxl_hidden_KdDebuggerEnabled
#define KdDebuggerNotPresent dxl_hidden_KdDebuggerNotPresent
#define _EPROCESS _KPROCESS
/* Named by the operations of DMA adapters, which are injected before these are described. */
union _DMA_ADAPTER_INFO;
struct _DMA_TRANSFER_INFO;
struct _DMA_COMMON_BUFFER_VECTOR;
struct _DMA_COMMON_BUFFER_EXTENDED_CONFIGURATION;
#endif
#include_next <wdm.h>
#ifndef DXL_REAL_WDK
#undef KdDebuggerEnabled
#undef KdDebuggerNotPresent
#undef _EPROCESS
#undef KD_DEBUGGER_ENABLED
#undef KD_DEBUGGER_NOT_PRESENT
/* https://learn.microsoft.com/previous-versions/ff548118(v=vs.85), .../ff548125(v=vs.85): variables that code reads as such.
 * Assumed, as public drivers name them: the pointers behind, for which there is no page. */
#define KD_DEBUGGER_ENABLED *KdDebuggerEnabled
#define KD_DEBUGGER_NOT_PRESENT *KdDebuggerNotPresent
#ifdef __cplusplus
extern "C" {
#endif
extern NTKERNELAPI PBOOLEAN KdDebuggerEnabled;
extern NTKERNELAPI PBOOLEAN KdDebuggerNotPresent;
#ifdef __cplusplus
}
#endif
#endif
#ifndef DXL_REAL_WDK
#pragma pop_macro("NTDDI_VERSION")
#endif
#ifndef DXL_REAL_WDK
#ifdef _M_ARM64
#undef _M_ARM
#endif
#include <dxl_show.h>
#include <dxl_kernel.h>
#include <dxl_wdm.h>
/* A kit's own includes bring it. Spelled as in stddef.h. */
#ifndef offsetof
#define offsetof(t, d) __builtin_offsetof(t, d)
#endif
#endif
#endif
