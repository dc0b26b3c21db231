/* stortrce.h: how storage miniports set up tracing. */
/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
#ifndef DXL_STORTRCE_H
#define DXL_STORTRCE_H
#include <dxl_prelude.h>
#ifdef DXL_REAL_WDK
#include_next <stortrce.h>
#else
#include <ntddk.h>
typedef VOID(NTAPI *PSTORAGE_TRACE_CLEANUP_ROUTINE)(PVOID Argument);
typedef struct _STORAGE_TRACE_INIT_INFO {
  ULONG Size;
  PVOID DriverObject;
  ULONG NumErrorLogRecords;
  PSTORAGE_TRACE_CLEANUP_ROUTINE TraceCleanupRoutine;
  PVOID TraceContext;
} STORAGE_TRACE_INIT_INFO, *PSTORAGE_TRACE_INIT_INFO;
#endif
#endif
