/* dxl_ntddscsi.h: what the public documentation has in ntddscsi.h.
 * Made by rules/headers/generate/generate.py: change facts/ntddscsi.json, not this file. */
/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
#if !defined(DXL_NTDDSCSI_MORE_H) && !defined(DXL_NO_GENERATED)
#define DXL_NTDDSCSI_MORE_H
#ifndef FILE_DEVICE_SCSI
#define FILE_DEVICE_SCSI 0x0000001b
#endif
#define IOCTL_SCSI_MINIPORT_FIRMWARE ((FILE_DEVICE_SCSI << 16) + 0x0780)
#define IOCTL_MINIPORT_SIGNATURE_FIRMWARE "FIRMWARE"
#define FIRMWARE_FUNCTION_GET_INFO 0x01
#define FIRMWARE_FUNCTION_DOWNLOAD 0x02
#define FIRMWARE_FUNCTION_ACTIVATE 0x03
#define FIRMWARE_STATUS_SUCCESS 0x0
#define FIRMWARE_STATUS_ERROR 0x1
#define FIRMWARE_STATUS_ILLEGAL_REQUEST 0x2
#define FIRMWARE_STATUS_INVALID_PARAMETER 0x3
#define FIRMWARE_STATUS_INPUT_BUFFER_TOO_BIG 0x4
#define FIRMWARE_STATUS_OUTPUT_BUFFER_TOO_SMALL 0x5
#define FIRMWARE_STATUS_INVALID_SLOT 0x6
#define FIRMWARE_STATUS_INVALID_IMAGE 0x7
#define FIRMWARE_STATUS_CONTROLLER_ERROR 0x10
#define FIRMWARE_STATUS_POWER_CYCLE_REQUIRED 0x20
#define FIRMWARE_STATUS_DEVICE_ERROR 0x40
#define FIRMWARE_REQUEST_BLOCK_STRUCTURE_VERSION 0x1
#define FIRMWARE_REQUEST_FLAG_CONTROLLER 0x00000001
#define FIRMWARE_REQUEST_FLAG_LAST_SEGMENT 0x00000002
#define FIRMWARE_REQUEST_FLAG_FIRST_SEGMENT 0x00000004
#define STORAGE_FIRMWARE_INFO_STRUCTURE_VERSION 0x1
#define STORAGE_FIRMWARE_INFO_STRUCTURE_VERSION_V2 0x2
#define STORAGE_FIRMWARE_INFO_INVALID_SLOT 0xff
#define STORAGE_FIRMWARE_DOWNLOAD_STRUCTURE_VERSION 0x1
#define STORAGE_FIRMWARE_DOWNLOAD_STRUCTURE_VERSION_V2 0x2
#define STORAGE_FIRMWARE_ACTIVATE_STRUCTURE_VERSION 0x1
/* Requests of IOCTL_SCSI_MINIPORT_FIRMWARE: no page describes them as types. */
typedef struct _FIRMWARE_REQUEST_BLOCK {
  ULONG Version;
  ULONG Size;
  ULONG Function;
  ULONG Flags;
  ULONG DataBufferOffset;
  ULONG DataBufferLength;
} FIRMWARE_REQUEST_BLOCK, *PFIRMWARE_REQUEST_BLOCK;
typedef struct _STORAGE_FIRMWARE_SLOT_INFO_V2 {
  UCHAR SlotNumber;
  BOOLEAN ReadOnly;
  UCHAR Reserved[6];
  UCHAR Revision[16];
} STORAGE_FIRMWARE_SLOT_INFO_V2, *PSTORAGE_FIRMWARE_SLOT_INFO_V2;
typedef struct _STORAGE_FIRMWARE_INFO_V2 {
  ULONG Version;
  ULONG Size;
  BOOLEAN UpgradeSupport;
  UCHAR SlotCount;
  UCHAR ActiveSlot;
  UCHAR PendingActivateSlot;
  BOOLEAN FirmwareShared;
  UCHAR Reserved[3];
  ULONG ImagePayloadAlignment;
  ULONG ImagePayloadMaxSize;
  STORAGE_FIRMWARE_SLOT_INFO_V2 Slot[ANYSIZE_ARRAY];
} STORAGE_FIRMWARE_INFO_V2, *PSTORAGE_FIRMWARE_INFO_V2;
typedef struct _STORAGE_FIRMWARE_DOWNLOAD {
  ULONG Version;
  ULONG Size;
  ULONGLONG Offset;
  ULONGLONG BufferSize;
  UCHAR ImageBuffer[ANYSIZE_ARRAY];
} STORAGE_FIRMWARE_DOWNLOAD, *PSTORAGE_FIRMWARE_DOWNLOAD;
typedef struct _STORAGE_FIRMWARE_DOWNLOAD_V2 {
  ULONG Version;
  ULONG Size;
  ULONGLONG Offset;
  ULONGLONG BufferSize;
  UCHAR Slot;
  UCHAR Reserved[3];
  ULONG ImageSize;
  UCHAR ImageBuffer[ANYSIZE_ARRAY];
} STORAGE_FIRMWARE_DOWNLOAD_V2, *PSTORAGE_FIRMWARE_DOWNLOAD_V2;
typedef struct _STORAGE_FIRMWARE_ACTIVATE {
  ULONG Version;
  ULONG Size;
  UCHAR SlotToActivate;
  UCHAR Reserved0[3];
} STORAGE_FIRMWARE_ACTIVATE, *PSTORAGE_FIRMWARE_ACTIVATE;
typedef ULONG NVCACHE_STATUS;
typedef ULONG NVCACHE_TYPE;
typedef struct _NVCACHE_PRIORITY_LEVEL_DESCRIPTOR {
  UCHAR PriorityLevel;
  UCHAR Reserved0[3];
  ULONG ConsumedNVMSizeFraction;
  ULONG ConsumedMappingResourcesFraction;
  ULONG ConsumedNVMSizeForDirtyDataFraction;
  ULONG ConsumedMappingResourcesForDirtyDataFraction;
  ULONG Reserved1;
} NVCACHE_PRIORITY_LEVEL_DESCRIPTOR, *PNVCACHE_PRIORITY_LEVEL_DESCRIPTOR;
#ifdef __cplusplus
extern "C" {
#endif
typedef enum _MP_STORAGE_DIAGNOSTIC_LEVEL {
  MpStorageDiagnosticLevelDefault = 0,
  MpStorageDiagnosticLevelMax,
} MP_STORAGE_DIAGNOSTIC_LEVEL, *PMP_STORAGE_DIAGNOSTIC_LEVEL;
typedef enum _MP_STORAGE_DIAGNOSTIC_TARGET_TYPE {
  MpStorageDiagnosticTargetTypeUndefined = 0,
  MpStorageDiagnosticTargetTypeMiniport = 2,
  MpStorageDiagnosticTargetTypeHbaFirmware,
  MpStorageDiagnosticTargetTypeMax,
} MP_STORAGE_DIAGNOSTIC_TARGET_TYPE, *PMP_STORAGE_DIAGNOSTIC_TARGET_TYPE;
typedef struct _HYBRID_INFORMATION HYBRID_INFORMATION, *PHYBRID_INFORMATION;
typedef struct _MPIO_PASS_THROUGH_PATH MPIO_PASS_THROUGH_PATH, *PMPIO_PASS_THROUGH_PATH;
typedef struct _MPIO_PASS_THROUGH_PATH_DIRECT MPIO_PASS_THROUGH_PATH_DIRECT, *PMPIO_PASS_THROUGH_PATH_DIRECT;
typedef struct _MPIO_PASS_THROUGH_PATH_DIRECT_EX MPIO_PASS_THROUGH_PATH_DIRECT_EX, *PMPIO_PASS_THROUGH_PATH_DIRECT_EX;
typedef struct _MPIO_PASS_THROUGH_PATH_EX MPIO_PASS_THROUGH_PATH_EX, *PMPIO_PASS_THROUGH_PATH_EX;
typedef struct _NV_FEATURE_PARAMETER NV_FEATURE_PARAMETER, *PNV_FEATURE_PARAMETER;
typedef struct _NVCACHE_REQUEST_BLOCK NVCACHE_REQUEST_BLOCK, *PNVCACHE_REQUEST_BLOCK;
typedef struct _SCSI_PASS_THROUGH_DIRECT_EX SCSI_PASS_THROUGH_DIRECT_EX, *PSCSI_PASS_THROUGH_DIRECT_EX;
typedef struct _SCSI_PASS_THROUGH_EX SCSI_PASS_THROUGH_EX, *PSCSI_PASS_THROUGH_EX;
typedef struct _STORAGE_DIAGNOSTIC_MP_REQUEST STORAGE_DIAGNOSTIC_MP_REQUEST, *PSTORAGE_DIAGNOSTIC_MP_REQUEST;
typedef struct _NTSCSI_UNICODE_STRING NTSCSI_UNICODE_STRING;
typedef struct _STORAGE_ENDURANCE_INFO STORAGE_ENDURANCE_INFO, *PSTORAGE_ENDURANCE_INFO;
typedef struct _STORAGE_ENDURANCE_DATA_DESCRIPTOR STORAGE_ENDURANCE_DATA_DESCRIPTOR, *PSTORAGE_ENDURANCE_DATA_DESCRIPTOR;
typedef struct _STORAGE_FIRMWARE_SLOT_INFO STORAGE_FIRMWARE_SLOT_INFO, *PSTORAGE_FIRMWARE_SLOT_INFO;
struct _HYBRID_INFORMATION {
  ULONG Version;
  ULONG Size;
  BOOLEAN HybridSupported;
  NVCACHE_STATUS Status;
  NVCACHE_TYPE CacheTypeEffective;
  NVCACHE_TYPE CacheTypeDefault;
  ULONG FractionBase;
  ULONGLONG CacheSize;
  struct {
    ULONG WriteCacheChangeable : 1;
    ULONG WriteThroughIoSupported : 1;
    ULONG FlushCacheSupported : 1;
    ULONG Removable : 1;
    ULONG ReservedBits : 28;
  } Attributes;
  struct {
    UCHAR PriorityLevelCount;
    BOOLEAN MaxPriorityBehavior;
    UCHAR OptimalWriteGranularity;
    UCHAR Reserved;
    ULONG DirtyThresholdLow;
    ULONG DirtyThresholdHigh;
    struct {
      ULONG CacheDisable : 1;
      ULONG SetDirtyThreshold : 1;
      ULONG PriorityDemoteBySize : 1;
      ULONG PriorityChangeByLbaRange : 1;
      ULONG Evict : 1;
      ULONG ReservedBits : 27;
      ULONG MaxEvictCommands;
      ULONG MaxLbaRangeCountForEvict;
      ULONG MaxLbaRangeCountForChangeLba;
    } SupportedCommands;
    NVCACHE_PRIORITY_LEVEL_DESCRIPTOR Priority[0];
  } Priorities;
};
struct _MPIO_PASS_THROUGH_PATH {
  SCSI_PASS_THROUGH PassThrough;
  ULONG Version;
  USHORT Length;
  UCHAR Flags;
  UCHAR PortNumber;
  ULONGLONG MpioPathId;
};
struct _MPIO_PASS_THROUGH_PATH_DIRECT {
  SCSI_PASS_THROUGH_DIRECT PassThrough;
  ULONG Version;
  USHORT Length;
  UCHAR Flags;
  UCHAR PortNumber;
  ULONGLONG MpioPathId;
};
struct _MPIO_PASS_THROUGH_PATH_DIRECT_EX {
  ULONG PassThroughOffset;
  ULONG Version;
  USHORT Length;
  UCHAR Flags;
  UCHAR PortNumber;
  ULONGLONG MpioPathId;
};
struct _MPIO_PASS_THROUGH_PATH_EX {
  ULONG PassThroughOffset;
  ULONG Version;
  USHORT Length;
  UCHAR Flags;
  UCHAR PortNumber;
  ULONGLONG MpioPathId;
};
struct _NV_FEATURE_PARAMETER {
  USHORT NVPowerModeEnabled;
  USHORT NVParameterReserv1;
  USHORT NVCmdEnabled;
  USHORT NVParameterReserv2;
  USHORT NVPowerModeVer;
  USHORT NVCmdVer;
  ULONG NVSize;
  USHORT NVReadSpeed;
  USHORT NVWrtSpeed;
  ULONG DeviceSpinUpTime;
};
struct _NVCACHE_REQUEST_BLOCK {
  ULONG NRBSize;
  USHORT Function;
  ULONG NRBFlags;
  ULONG NRBStatus;
  ULONG Count;
  ULONGLONG LBA;
  ULONG DataBufSize;
  ULONG NVCacheStatus;
  ULONG NVCacheSubStatus;
};
struct _SCSI_PASS_THROUGH_DIRECT_EX {
  ULONG Version;
  ULONG Length;
  ULONG CdbLength;
  ULONG StorAddressLength;
  UCHAR ScsiStatus;
  UCHAR SenseInfoLength;
  UCHAR DataDirection;
  UCHAR Reserved;
  ULONG TimeOutValue;
  ULONG StorAddressOffset;
  ULONG SenseInfoOffset;
  ULONG DataOutTransferLength;
  ULONG DataInTransferLength;
  VOID *DataOutBuffer;
  VOID *DataInBuffer;
  UCHAR Cdb[ANYSIZE_ARRAY];
};
struct _SCSI_PASS_THROUGH_EX {
  ULONG Version;
  ULONG Length;
  ULONG CdbLength;
  ULONG StorAddressLength;
  UCHAR ScsiStatus;
  UCHAR SenseInfoLength;
  UCHAR DataDirection;
  UCHAR Reserved;
  ULONG TimeOutValue;
  ULONG StorAddressOffset;
  ULONG SenseInfoOffset;
  ULONG DataOutTransferLength;
  ULONG DataInTransferLength;
  ULONG_PTR DataOutBufferOffset;
  ULONG_PTR DataInBufferOffset;
  UCHAR Cdb[ANYSIZE_ARRAY];
};
struct _STORAGE_DIAGNOSTIC_MP_REQUEST {
  ULONG Version;
  ULONG Size;
  MP_STORAGE_DIAGNOSTIC_TARGET_TYPE TargetType;
  MP_STORAGE_DIAGNOSTIC_LEVEL Level;
  GUID ProviderId;
  ULONG BufferSize;
  ULONG Reserved;
  UCHAR DataBuffer[ANYSIZE_ARRAY];
};
struct _NTSCSI_UNICODE_STRING {
  USHORT Length;
  USHORT MaximumLength;
  USHORT *Buffer;
};
struct _STORAGE_ENDURANCE_INFO {
  ULONG ValidFields;
  ULONG GroupId;
  struct {
    ULONG Shared : 1;
    ULONG Reserved : 31;
  } Flags;
  ULONG LifePercentage;
  UCHAR BytesReadCount[16];
  UCHAR ByteWriteCount[16];
};
struct _STORAGE_ENDURANCE_DATA_DESCRIPTOR {
  ULONG Version;
  ULONG Size;
  STORAGE_ENDURANCE_INFO EnduranceInfo;
};
struct _STORAGE_FIRMWARE_SLOT_INFO {
  UCHAR SlotNumber;
  BOOLEAN ReadOnly;
  UCHAR Reserved[6];
  union {
    UCHAR Info[8];
    ULONGLONG AsUlonglong;
  } Revision;
};
#ifdef __cplusplus
}
#endif
#endif
