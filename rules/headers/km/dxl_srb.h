/* dxl_srb.h: what the public documentation has in srb.h.
 * Made by rules/headers/generate/generate.py: change facts/srb.json, not this file. */
/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
#if !defined(DXL_SRB_MORE_H) && !defined(DXL_NO_GENERATED)
#define DXL_SRB_MORE_H
#define SRB_FUNCTION_QUIESCE_DEVICE 0x1a
#define SRB_FUNCTION_FREE_DUMP_POINTERS 0x27
#define SRB_FUNCTION_STORAGE_REQUEST_BLOCK 0x28
#define SRB_FUNCTION_CRYPTO_OPERATION 0x29
#define SRB_FUNCTION_GET_DUMP_INFO 0x2a
#define SRB_FUNCTION_FREE_DUMP_INFO 0x2b
#define SRB_SIGNATURE 0x53524258
#define STORAGE_REQUEST_BLOCK_VERSION_1 0x1
#define SRB_TYPE_SCSI_REQUEST_BLOCK 0
#define SRB_TYPE_STORAGE_REQUEST_BLOCK 1
#define SRB_TYPE_FLAG_SCSI_REQUEST_BLOCK 0x1
#define SRB_TYPE_FLAG_STORAGE_REQUEST_BLOCK 0x2
#define STORAGE_ADDRESS_TYPE_BTL8 0
#define ADDRESS_TYPE_FLAG_BTL8 0x1
#define SP_RETURN_NOT_SUPPORTED 4
#define SRB_STATUS_THROTTLED_REQUEST 0x38
#ifndef POINTER_ALIGN
#ifdef _WIN64
#define POINTER_ALIGN DECLSPEC_ALIGN(8)
#else
#define POINTER_ALIGN
#endif
#endif
typedef enum _SRBEXDATATYPE {
  SrbExDataTypeUnknown = 0,
  SrbExDataTypeBidirectional,
  SrbExDataTypeScsiCdb16 = 0x40,
  SrbExDataTypeScsiCdb32,
  SrbExDataTypeScsiCdbVar,
  SrbExDataTypeWmi = 0x60,
  SrbExDataTypePower,
  SrbExDataTypePnP,
  SrbExDataTypeIoInfo = 0x80,
  SrbExDataTypeNvmeCommand,
  SrbExDataTypeNvmeofOperation,
  SrbExDataTypeMSReservedStart = 0xf0000000,
  SrbExDataTypeReserved = 0xffffffff
} SRBEXDATATYPE, *PSRBEXDATATYPE;
#define SrbExDataTypePnp SrbExDataTypePnP
/* Lengths count from behind the member Length. */
#define SRBEX_DATA_BIDIRECTIONAL_LENGTH (sizeof(SRBEX_DATA_BIDIRECTIONAL) - 8)
#define SRBEX_DATA_SCSI_CDB16_LENGTH (sizeof(SRBEX_DATA_SCSI_CDB16) - 8)
#define SRBEX_DATA_SCSI_CDB32_LENGTH (sizeof(SRBEX_DATA_SCSI_CDB32) - 8)
#define SRBEX_DATA_WMI_LENGTH (sizeof(SRBEX_DATA_WMI) - 8)
#define SRBEX_DATA_POWER_LENGTH (sizeof(SRBEX_DATA_POWER) - 8)
#define SRBEX_DATA_PNP_LENGTH (sizeof(SRBEX_DATA_PNP) - 8)
#define SRBEX_DATA_IO_INFO_LENGTH (sizeof(SRBEX_DATA_IO_INFO) - 8)
#ifdef __cplusplus
extern "C" {
#endif
typedef enum {
  SRBEX_DATA_NVME_COMMAND_FLAG_REQUIRE_DATA_TRANSFER_IN = 1,
  SRBEX_DATA_NVME_COMMAND_FLAG_REQUIRE_DATA_TRANSFER_OUT = 2,
  SRBEX_DATA_NVME_COMMAND_FLAG_PRP_SET_ALREADY = 4,
  SRBEX_DATA_NVME_COMMAND_FLAG_SIGNATURE_ENABLED = 8,
  SRBEX_DATA_NVME_COMMAND_FLAG_NO_POLLING = 16,
} SRBEX_DATA_NVME_COMMAND_FLAG, *PSRBEX_DATA_NVME_COMMAND_FLAG;
typedef enum {
  SRBEX_DATA_NVME_COMMAND_TYPE_NVM,
  SRBEX_DATA_NVME_COMMAND_TYPE_ADMIN,
  SRBEX_DATA_NVME_COMMAND_TYPE_FABRICS,
} SRBEX_DATA_NVME_COMMAND_TYPE, *PSRBEX_DATA_NVME_COMMAND_TYPE;
typedef enum {
  SRBEX_DATA_NVME_RESPONSE_FLAG_SQHD_VALID = 1,
} SRBEX_DATA_NVME_RESPONSE_FLAG, *PSRBEX_DATA_NVME_RESPONSE_FLAG;
typedef struct _SRBEX_DATA SRBEX_DATA, *PSRBEX_DATA;
typedef struct _SRBEX_DATA_BIDIRECTIONAL SRBEX_DATA_BIDIRECTIONAL, *PSRBEX_DATA_BIDIRECTIONAL;
typedef struct _SRBEX_DATA_IO_INFO SRBEX_DATA_IO_INFO, *PSRBEX_DATA_IO_INFO;
typedef struct _SRBEX_DATA_PNP SRBEX_DATA_PNP, *PSRBEX_DATA_PNP;
typedef struct _SRBEX_DATA_POWER SRBEX_DATA_POWER, *PSRBEX_DATA_POWER;
typedef struct _SRBEX_DATA_SCSI_CDB16 SRBEX_DATA_SCSI_CDB16, *PSRBEX_DATA_SCSI_CDB16;
typedef struct _SRBEX_DATA_SCSI_CDB32 SRBEX_DATA_SCSI_CDB32, *PSRBEX_DATA_SCSI_CDB32;
typedef struct _SRBEX_DATA_SCSI_CDB_VAR SRBEX_DATA_SCSI_CDB_VAR, *PSRBEX_DATA_SCSI_CDB_VAR;
typedef struct _SRBEX_DATA_WMI SRBEX_DATA_WMI, *PSRBEX_DATA_WMI;
typedef struct _STOR_DEVICE_CAPABILITIES_EX STOR_DEVICE_CAPABILITIES_EX, *PSTOR_DEVICE_CAPABILITIES_EX;
typedef struct _STORAGE_REQUEST_BLOCK STORAGE_REQUEST_BLOCK, *PSTORAGE_REQUEST_BLOCK;
typedef struct _SRBEX_DATA_NVME_COMMAND SRBEX_DATA_NVME_COMMAND, *PSRBEX_DATA_NVME_COMMAND;
typedef struct _SRBEX_DATA_NVMEOF_OPERATION SRBEX_DATA_NVMEOF_OPERATION, *PSRBEX_DATA_NVMEOF_OPERATION;
struct _SRBEX_DATA {
  SRBEXDATATYPE Type;
  ULONG Length;
  UCHAR Data[ANYSIZE_ARRAY];
};
struct _SRBEX_DATA_BIDIRECTIONAL {
  SRBEXDATATYPE Type;
  ULONG Length;
  ULONG DataInTransferLength;
  ULONG Reserved1;
  PVOID POINTER_ALIGN DataInBuffer;
};
struct _SRBEX_DATA_IO_INFO {
  SRBEXDATATYPE Type;
  ULONG Length;
  ULONG Flags;
  ULONG Key;
  ULONG RWLength;
  BOOLEAN IsWriteRequest;
  UCHAR CachePriority;
  UCHAR IoPriorityLevel;
  UCHAR Reserved;
  ULONG Reserved1[2];
};
struct _SRBEX_DATA_PNP {
  SRBEXDATATYPE Type;
  ULONG Length;
  UCHAR PnPSubFunction;
  UCHAR Reserved[3];
  STOR_PNP_ACTION PnPAction;
  ULONG SrbPnPFlags;
  ULONG Reserved1;
};
struct _SRBEX_DATA_POWER {
  SRBEXDATATYPE Type;
  ULONG Length;
  UCHAR SrbPowerFlags;
  UCHAR Reserved[3];
  STOR_DEVICE_POWER_STATE DevicePowerState;
  STOR_POWER_ACTION PowerAction;
};
struct _SRBEX_DATA_SCSI_CDB16 {
  SRBEXDATATYPE Type;
  ULONG Length;
  UCHAR ScsiStatus;
  UCHAR SenseInfoBufferLength;
  UCHAR CdbLength;
  UCHAR Reserved;
  ULONG Reserved1;
  PVOID POINTER_ALIGN SenseInfoBuffer;
  UCHAR POINTER_ALIGN Cdb[16];
};
struct _SRBEX_DATA_SCSI_CDB32 {
  SRBEXDATATYPE Type;
  ULONG Length;
  UCHAR ScsiStatus;
  UCHAR SenseInfoBufferLength;
  UCHAR CdbLength;
  UCHAR Reserved;
  ULONG Reserved1;
  PVOID POINTER_ALIGN SenseInfoBuffer;
  UCHAR POINTER_ALIGN Cdb[32];
};
struct _SRBEX_DATA_SCSI_CDB_VAR {
  SRBEXDATATYPE Type;
  ULONG Length;
  UCHAR ScsiStatus;
  UCHAR SenseInfoBufferLength;
  UCHAR Reserved[2];
  ULONG CdbLength;
  ULONG Reserved1[2];
  PVOID POINTER_ALIGN SenseInfoBuffer;
  UCHAR POINTER_ALIGN Cdb[ANYSIZE_ARRAY];
};
struct _SRBEX_DATA_WMI {
  SRBEXDATATYPE Type;
  ULONG Length;
  UCHAR WMISubFunction;
  UCHAR WMIFlags;
  UCHAR Reserved[2];
  ULONG Reserved1;
  PVOID POINTER_ALIGN DataPath;
};
struct _STOR_DEVICE_CAPABILITIES_EX {
  USHORT Version;
  USHORT Size;
  ULONG DeviceD1 : 1;
  ULONG DeviceD2 : 1;
  ULONG LockSupported : 1;
  ULONG EjectSupported : 1;
  ULONG Removable : 1;
  ULONG DockDevice : 1;
  ULONG UniqueID : 1;
  ULONG SilentInstall : 1;
  ULONG RawDeviceOK : 1;
  ULONG SurpriseRemovalOK : 1;
  ULONG NoDisplayInUI : 1;
  ULONG DefaultWriteCacheEnabled : 1;
  ULONG Reserved0 : 20;
  ULONG Address;
  ULONG UINumber;
  ULONG Reserved1[2];
};
struct _STORAGE_REQUEST_BLOCK {
  USHORT Length;
  UCHAR Function;
  UCHAR SrbStatus;
  ULONG ReservedUlong1;
  ULONG Signature;
  ULONG Version;
  ULONG SrbLength;
  ULONG SrbFunction;
  ULONG SrbFlags;
  ULONG ReservedUlong2;
  ULONG RequestTag;
  USHORT RequestPriority;
  USHORT RequestAttribute;
  ULONG TimeOutValue;
  union {
    ULONG SystemStatus;
    ULONG RequestTagHigh4Bytes;
  };
  ULONG ZeroGuard1;
  ULONG AddressOffset;
  ULONG NumSrbExData;
  ULONG DataTransferLength;
  PVOID POINTER_ALIGN DataBuffer;
  PVOID POINTER_ALIGN ZeroGuard2;
  PVOID POINTER_ALIGN OriginalRequest;
  PVOID POINTER_ALIGN ClassContext;
  PVOID POINTER_ALIGN PortContext;
  PVOID POINTER_ALIGN MiniportContext;
  struct _STORAGE_REQUEST_BLOCK POINTER_ALIGN *NextSrb;
  ULONG SrbExDataOffset[ANYSIZE_ARRAY];
};
struct _SRBEX_DATA_NVME_COMMAND {
  SRBEXDATATYPE Type;
  ULONG Length;
  union {
    PVOID ControllerHandle;
    ULONGLONG Reserved0;
  };
  union {
    struct {
      ULONG CommandDWORD0;
      ULONG CommandNSID;
      ULONG Reserved1[2];
      ULONGLONG CommandMPTR;
      union {
        struct {
          ULONGLONG CommandPRP1;
          ULONGLONG CommandPRP2;
        };
        ULONGLONG CommandSGL1[2];
      };
      ULONG CommandCDW10;
      ULONG CommandCDW11;
      ULONG CommandCDW12;
      ULONG CommandCDW13;
      ULONG CommandCDW14;
      ULONG CommandCDW15;
    };
    struct {
      UCHAR OPC;
      UCHAR PSDT;
      USHORT CID;
      UCHAR FCTYPE;
      UCHAR Reserved[35];
      UCHAR Specific[24];
    } FabricsCommand;
    struct {
      ULONG OPC : 8;
      ULONG FUSE : 2;
      ULONG Reserved : 4;
      ULONG PSDT : 2;
      ULONG CID : 16;
      UCHAR TypeSpecific[60];
    } Command;
  };
  UCHAR CommandType;
  UCHAR Reserved2;
  USHORT CommandFlags;
  USHORT ResponseFlags;
  union {
    struct {
      USHORT P : 1;
      USHORT SC : 8;
      USHORT SCT : 3;
      USHORT CRD : 2;
      USHORT M : 1;
      USHORT DNR : 1;
    };
    USHORT AsUshort;
  } CommandStatus;
  ULONG QID;
  ULONG CommandTag;
  union {
    struct {
      ULONG CQEntryDW0;
      ULONG CQEntryDW1;
    };
    UCHAR Specific[8];
  };
  USHORT SQHD;
  USHORT SQID;
};
struct _SRBEX_DATA_NVMEOF_OPERATION {
  SRBEXDATATYPE Type;
  ULONG Length;
  USHORT Version;
  USHORT Reserved1;
  ULONG Flags;
  ULONG FunctionType;
};
#ifdef __cplusplus
}
#endif
#endif
