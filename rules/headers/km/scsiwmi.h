/* scsiwmi.h: mingw-w64's over our srb.h, and what it lacks. */
/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
#ifndef DXL_SCSIWMI_H
#define DXL_SCSIWMI_H
#include <dxl_prelude.h>
#ifdef DXL_REAL_WDK
#include_next <scsiwmi.h>
#else
#include <srb.h>
#include_next <scsiwmi.h>
#ifdef __cplusplus
extern "C" {
#endif
PWCHAR NTAPI ScsiPortWmiGetInstanceName(PSCSIWMI_REQUEST_CONTEXT RequestContext);
PVOID NTAPI ScsiPortWmiSetData(PSCSIWMI_REQUEST_CONTEXT RequestContext, ULONG InstanceIndex, ULONG DataLength, PULONG BufferAvail,
                               PULONG SizeNeeded);
BOOLEAN NTAPI ScsiPortWmiSetInstanceCount(PSCSIWMI_REQUEST_CONTEXT RequestContext, ULONG InstanceCount, PULONG BufferAvail,
                                          PULONG SizeNeeded);
PWCHAR NTAPI ScsiPortWmiSetInstanceName(PSCSIWMI_REQUEST_CONTEXT RequestContext, ULONG InstanceIndex, ULONG InstanceNameLength,
                                        PULONG BufferAvail, PULONG SizeNeeded);
#ifdef __cplusplus
}
#endif
#endif
#endif
