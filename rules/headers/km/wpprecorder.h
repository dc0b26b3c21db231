/* WppRecorder.h: the in-flight recorder of WPP, as far as a driver sets it up. */
/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
#ifndef DXL_WPPRECORDER_H
#define DXL_WPPRECORDER_H
#include <wdm.h>
#include <ntstrsafe.h>
#include <dxl_wpp.h>
#define RECORDER_LOG_IDENTIFIER_MAX_CHARS 16
/* Drivers assign to these. */
#define WPP_RECORDER_LEVEL_FILTER(flags) (*dxl_wpp_filter())
#define WPP_RECORDER_FLAGS_FILTER(flags) (*dxl_wpp_filter())
DECLARE_HANDLE(RECORDER_LOG);
typedef struct _RECORDER_CONFIGURE_PARAMS {
  ULONG Size;
  BOOLEAN CreateDefaultLog;
  BOOLEAN UseTimeStamp;
} RECORDER_CONFIGURE_PARAMS, *PRECORDER_CONFIGURE_PARAMS;
typedef struct _RECORDER_LOG_CREATE_PARAMS {
  ULONG Size;
  ULONG TotalBufferSize;
  ULONG ErrorPartitionSize;
  CHAR LogIdentifier[RECORDER_LOG_IDENTIFIER_MAX_CHARS];
} RECORDER_LOG_CREATE_PARAMS, *PRECORDER_LOG_CREATE_PARAMS;
#define RECORDER_CONFIGURE_PARAMS_INIT(params) ((params)->Size = sizeof(RECORDER_CONFIGURE_PARAMS), (params)->CreateDefaultLog = TRUE)
#define RECORDER_LOG_CREATE_PARAMS_INIT(params, identifier) ((params)->Size = sizeof(RECORDER_LOG_CREATE_PARAMS))
#ifdef __cplusplus
extern "C" {
#endif
BOOLEAN *dxl_wpp_filter(VOID);
VOID WppRecorderConfigure(PRECORDER_CONFIGURE_PARAMS Params);
NTSTATUS WppRecorderLogCreate(PRECORDER_LOG_CREATE_PARAMS Params, RECORDER_LOG *Log);
VOID WppRecorderLogDelete(RECORDER_LOG Log);
RECORDER_LOG WppRecorderLogGetDefault(VOID);
BOOLEAN WppRecorderIsDefaultLogAvailable(VOID);
VOID WppRecorderLogSetIdentifier(RECORDER_LOG Log, PCHAR Identifier);
#ifdef __cplusplus
}
#endif
#endif
