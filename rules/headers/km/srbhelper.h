/* srbhelper.h: the helpers that read and write a request of either kind: calls by name, as all others. */
/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
#ifndef DXL_SRBHELPER_H
#define DXL_SRBHELPER_H
#include <dxl_prelude.h>
#ifdef DXL_REAL_WDK
#include_next <srbhelper.h>
#else
#ifndef DXL_STORPORT_H
#include <srb.h>
#include <scsi.h>
#endif
#ifdef __cplusplus
extern "C" {
#endif
PSRBEX_DATA NTAPI SrbGetSrbExDataByIndex(PSTORAGE_REQUEST_BLOCK Srb, ULONG SrbExDataIndex);
PSRBEX_DATA NTAPI SrbGetSrbExDataByType(PSTORAGE_REQUEST_BLOCK Srb, SRBEXDATATYPE Type);
PSRBEX_DATA NTAPI SrbGetPrimarySrbExData(PSTORAGE_REQUEST_BLOCK Srb);
BOOLEAN NTAPI SrbCopySrb(PVOID DestinationSrb, ULONG DestinationSrbLength, PVOID SourceSrb);
VOID NTAPI SrbZeroSrb(PVOID Srb);
ULONG NTAPI SrbGetSrbLength(PVOID Srb);
VOID NTAPI SrbSetPortContext(PVOID Srb, PVOID PortContext);
PVOID NTAPI SrbGetPortContext(PVOID Srb);
PVOID NTAPI SrbGetMiniportContext(PVOID Srb);
PVOID NTAPI SrbGetClassContext(PVOID Srb);
VOID NTAPI SrbSetClassContext(PVOID Srb, PVOID ClassContext);
PVOID NTAPI SrbGetOriginalRequest(PVOID Srb);
VOID NTAPI SrbSetOriginalRequest(PVOID Srb, PVOID OriginalRequest);
PVOID NTAPI SrbGetNextSrb(PVOID Srb);
VOID NTAPI SrbSetNextSrb(PVOID Srb, PVOID NextSrb);
UCHAR NTAPI SrbGetSrbFunction(PVOID Srb);
UCHAR NTAPI SrbGetSrbStatus(PVOID Srb);
VOID NTAPI SrbSetSrbStatus(PVOID Srb, UCHAR Status);
UCHAR NTAPI SrbGetScsiStatus(PVOID Srb);
VOID NTAPI SrbSetScsiStatus(PVOID Srb, UCHAR ScsiStatus);
ULONG NTAPI SrbGetSystemStatus(PVOID Srb);
VOID NTAPI SrbSetSystemStatus(PVOID Srb, ULONG Status);
ULONG NTAPI SrbGetSrbFlags(PVOID Srb);
VOID NTAPI SrbAssignSrbFlags(PVOID Srb, ULONG Flags);
VOID NTAPI SrbSetSrbFlags(PVOID Srb, ULONG Flags);
VOID NTAPI SrbClearSrbFlags(PVOID Srb, ULONG Flags);
ULONG NTAPI SrbGetSystemIoStatus(PVOID Srb);
PVOID NTAPI SrbGetDataBuffer(PVOID Srb);
VOID NTAPI SrbSetDataBuffer(PVOID Srb, PVOID DataBuffer);
ULONG NTAPI SrbGetDataTransferLength(PVOID Srb);
VOID NTAPI SrbSetDataTransferLength(PVOID Srb, ULONG DataTransferLength);
ULONG NTAPI SrbGetTimeOutValue(PVOID Srb);
VOID NTAPI SrbSetTimeOutValue(PVOID Srb, ULONG TimeOutValue);
ULONG NTAPI SrbGetRequestTag(PVOID Srb);
ULONG NTAPI SrbGetQueueTag(PVOID Srb);
VOID NTAPI SrbSetQueueTag(PVOID Srb, ULONG QueueTag);
UCHAR NTAPI SrbGetRequestAttribute(PVOID Srb);
VOID NTAPI SrbSetRequestAttribute(PVOID Srb, UCHAR RequestAttribute);
VOID NTAPI SrbSetRequestTag(PVOID Srb, ULONG RequestTag);
UCHAR NTAPI SrbGetPathId(PVOID Srb);
UCHAR NTAPI SrbGetTargetId(PVOID Srb);
UCHAR NTAPI SrbGetLun(PVOID Srb);
VOID NTAPI SrbGetAddress(PVOID Srb, PUCHAR PathId, PUCHAR TargetId, PUCHAR Lun);
VOID NTAPI SrbSetAddress(PVOID Srb, UCHAR PathId, UCHAR TargetId, UCHAR Lun);
PCDB NTAPI SrbGetCdb(PVOID Srb);
UCHAR NTAPI SrbGetCdbLength(PVOID Srb);
VOID NTAPI SrbSetCdbLength(PVOID Srb, UCHAR CdbLength);
PVOID NTAPI SrbGetSenseInfoBuffer(PVOID Srb);
VOID NTAPI SrbSetSenseInfoBuffer(PVOID Srb, PVOID SenseInfoBuffer);
UCHAR NTAPI SrbGetSenseInfoBufferLength(PVOID Srb);
VOID NTAPI SrbSetSenseInfoBufferLength(PVOID Srb, UCHAR SenseInfoBufferLength);
PCDB NTAPI SrbGetScsiData(PVOID Srb, PUCHAR CdbLength8, PULONG CdbLength32, PUCHAR ScsiStatus, PVOID *SenseInfoBuffer,
                          PUCHAR SenseInfoBufferLength);
VOID NTAPI SrbSetScsiData(PVOID Srb, PUCHAR CdbLength8, PULONG CdbLength32, PUCHAR ScsiStatus, PVOID *SenseInfoBuffer,
                          PUCHAR SenseInfoBufferLength);
#ifdef __cplusplus
}
#endif
#endif
#endif
