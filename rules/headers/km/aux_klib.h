/* aux_klib.h: the auxiliary kernel library, as documented. */
/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
#ifndef DXL_AUX_KLIB_H
#define DXL_AUX_KLIB_H
#include <dxl_prelude.h>
#ifdef DXL_REAL_WDK
#include_next <aux_klib.h>
#else
#include <ntddk.h>
#define AUX_KLIB_MODULE_PATH_LEN 256
typedef struct _AUX_MODULE_BASIC_INFO {
  PVOID ImageBase;
} AUX_MODULE_BASIC_INFO, *PAUX_MODULE_BASIC_INFO;
typedef struct _AUX_MODULE_EXTENDED_INFO {
  AUX_MODULE_BASIC_INFO BasicInfo;
  ULONG ImageSize;
  USHORT FileNameOffset;
  UCHAR FullPathName[AUX_KLIB_MODULE_PATH_LEN];
} AUX_MODULE_EXTENDED_INFO, *PAUX_MODULE_EXTENDED_INFO;
/* https://learn.microsoft.com/windows-hardware/drivers/ddi/aux_klib/ns-aux_klib-_kbugcheck_data */
typedef struct _KBUGCHECK_DATA {
  ULONG BugCheckDataSize;
  ULONG BugCheckCode;
  ULONG_PTR Parameter1;
  ULONG_PTR Parameter2;
  ULONG_PTR Parameter3;
  ULONG_PTR Parameter4;
} KBUGCHECK_DATA, *PKBUGCHECK_DATA;
#ifdef __cplusplus
extern "C" {
#endif
_IRQL_requires_(PASSIVE_LEVEL) NTSTATUS NTAPI AuxKlibInitialize(VOID);
_IRQL_requires_(PASSIVE_LEVEL) NTSTATUS NTAPI AuxKlibQueryModuleInformation(PULONG BufferSize, ULONG ElementSize, PVOID QueryInfo);
_IRQL_requires_(PASSIVE_LEVEL) NTSTATUS NTAPI AuxKlibGetBugCheckData(PKBUGCHECK_DATA BugCheckData);
struct _IMAGE_EXPORT_DIRECTORY;
_IRQL_requires_(PASSIVE_LEVEL) struct _IMAGE_EXPORT_DIRECTORY *NTAPI AuxKlibGetImageExportDirectory(PVOID ImageBase);
_IRQL_requires_(PASSIVE_LEVEL) NTSTATUS NTAPI AuxKlibEnumerateSystemFirmwareTables(ULONG FirmwareTableProviderSignature, PVOID FirmwareTableBuffer, ULONG BufferLength, PULONG ReturnLength);
_IRQL_requires_(PASSIVE_LEVEL) NTSTATUS NTAPI AuxKlibGetSystemFirmwareTable(ULONG FirmwareTableProviderSignature, ULONG FirmwareTableID, PVOID FirmwareTableBuffer, ULONG BufferLength, PULONG ReturnLength);
#ifdef __cplusplus
}
#endif
#endif
#endif
