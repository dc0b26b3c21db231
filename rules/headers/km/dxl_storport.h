/* dxl_storport.h: what the public documentation has in storport.h.
 * Made by rules/headers/generate/generate.py: change facts/storport.json, not this file. */
/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
#if !defined(DXL_STORPORT_MORE_H) && !defined(DXL_NO_GENERATED)
#define DXL_STORPORT_MORE_H
#define STORPORT_API DECLSPEC_IMPORT
#define STOR_STATUS_SUCCESS 0x00000000L
#define STOR_STATUS_UNSUCCESSFUL 0xC1000001L
#define STOR_STATUS_NOT_IMPLEMENTED 0xC1000002L
#define STOR_STATUS_INSUFFICIENT_RESOURCES 0xC1000003L
#define STOR_STATUS_BUFFER_TOO_SMALL 0xC1000004L
#define STOR_STATUS_ACCESS_DENIED 0xC1000005L
#define STOR_STATUS_INVALID_PARAMETER 0xC1000006L
#define STOR_STATUS_INVALID_DEVICE_REQUEST 0xC1000007L
#define STOR_STATUS_INVALID_IRQL 0xC1000008L
#define STOR_STATUS_INVALID_DEVICE_STATE 0xC1000009L
#define STOR_STATUS_INVALID_BUFFER_SIZE 0xC100000AL
#define STOR_STATUS_UNSUPPORTED_VERSION 0xC100000BL
#define STOR_STATUS_BUSY 0xC100000CL
#define STOR_PERF_DPC_REDIRECTION 0x00000001
#define STOR_PERF_CONCURRENT_CHANNELS 0x00000002
#define STOR_PERF_INTERRUPT_MESSAGE_RANGES 0x00000004
#define STOR_PERF_ADV_CONFIG_LOCALITY 0x00000008
#define STOR_PERF_OPTIMIZE_FOR_COMPLETION_DURING_STARTIO 0x00000010
#define STOR_PERF_DPC_REDIRECTION_CURRENT_CPU 0x00000020
#define STOR_PERF_NO_SGL 0x00000040
#define STOR_PERF_VERSION_2 2
#define STOR_PERF_VERSION_3 3
#define STOR_PERF_VERSION_4 4
#define STOR_PERF_VERSION_5 5
#define STOR_PERF_VERSION STOR_PERF_VERSION_5
#define STOR_MAP_NO_BUFFERS 0
#define STOR_MAP_ALL_BUFFERS 1
#define STOR_MAP_NON_READ_WRITE_BUFFERS 2
#define STOR_MAP_ALL_BUFFERS_INCLUDING_READ_WRITE 3
#define STOR_ADDRESS_TYPE_UNKNOWN 0x0
#define STOR_ADDRESS_TYPE_BTL8 0x1
#define STOR_ADDRESS_TYPE_MAX 0xffff
#define STOR_ADDR_BTL8_ADDRESS_LENGTH 4
#define STOR_CURRENT_LOG_INTERFACE_REVISION 1
#define MINIPORT_REG_SZ 1
#define MINIPORT_REG_BINARY 3
#define MINIPORT_REG_DWORD 4
#define STATE_CHANGE_LUN 0x1
#define STATE_CHANGE_TARGET 0x2
#define STATE_CHANGE_BUS 0x4
#define STATE_CHANGE_PORT 0x8
#define StorPortCopyMemory(Destination, Source, Length) StorPortMoveMemory(Destination, Source, Length)
#define DebugPrint(x)
typedef PHYSICAL_ADDRESS STOR_PHYSICAL_ADDRESS, *PSTOR_PHYSICAL_ADDRESS;
typedef SLIST_HEADER STOR_SLIST_HEADER, *PSTOR_SLIST_HEADER;
typedef SLIST_ENTRY STOR_SLIST_ENTRY, *PSTOR_SLIST_ENTRY;
typedef enum _STOR_SYNCHRONIZATION_MODEL {
  StorSynchronizeHalfDuplex,
  StorSynchronizeFullDuplex
} STOR_SYNCHRONIZATION_MODEL;
typedef enum _SCSI_UNIT_CONTROL_STATUS {
  ScsiUnitControlSuccess = 0,
  ScsiUnitControlUnsuccessful
} SCSI_UNIT_CONTROL_STATUS, *PSCSI_UNIT_CONTROL_STATUS;
/* EVENT_BUFFER_MAX_LENGTH: https://learn.microsoft.com/windows-hardware/drivers/ddi/storport/ns-storport-_storport_telemetry_event.
 * DUMP_MINIPORT_NAME_LENGTH, EVENT_NAME_MAX_LENGTH, EVENT_MAX_PARAM_NAME_LEN: the public-domain storport.h of the w32api package, in the
 * form that public drivers carry. The other bounds are assumed, long enough for what the pages say stands there: no public source states them. */
#define DUMP_MINIPORT_NAME_LENGTH 15
#define EVENT_NAME_MAX_LENGTH 32
#define EVENT_MAX_PARAM_NAME_LEN 32
#define STOR_VENDOR_ID_LENGTH 8
#define STOR_MODEL_NUMBER_LENGTH 40
#define STOR_FIRMWARE_REVISION_LENGTH 16
#define STOR_FRU_ID_MAX_LENGTH 128
#define STOR_SERIAL_NUMBER_MAX_SIZE 64
#define EVENT_BUFFER_MAX_LENGTH 4096
#define STORPORT_LIVEDUMP_BUCKET_ID_LENGTH 32
typedef enum _STORAGE_CRYPTO_ALGORITHM_ID {
  StorageCryptoAlgorithmUnknown,
  StorageCryptoAlgorithmXTSAES,
  StorageCryptoAlgorithmBitlockerAESCBC,
  StorageCryptoAlgorithmAESECB,
  StorageCryptoAlgorithmESSIVAESCBC,
  StorageCryptoAlgorithmMax
} STORAGE_CRYPTO_ALGORITHM_ID, *PSTORAGE_CRYPTO_ALGORITHM_ID;
typedef enum _STORAGE_CRYPTO_KEY_SIZE {
  StorageCryptoKeySizeUnknown,
  StorageCryptoKeySize128Bits,
  StorageCryptoKeySize192Bits,
  StorageCryptoKeySize256Bits,
  StorageCryptoKeySize512Bits,
  StorageCryptoKeySizeMax
} STORAGE_CRYPTO_KEY_SIZE, *PSTORAGE_CRYPTO_KEY_SIZE;
typedef ULONG STORAGE_SECURITY_COMPLIANCE_BITMASK;
typedef KDPC DPC_BUFFER, *PDPC_BUFFER;
typedef GROUP_AFFINITY STOR_AFFINITY, *PSTOR_AFFINITY;
typedef enum _STOR_IO_PRIORITY_HINT {
  StorIoPriorityVeryLow,
  StorIoPriorityLow,
  StorIoPriorityNormal,
  StorIoPriorityHigh,
  StorIoPriorityCritical
} STOR_IO_PRIORITY_HINT;
typedef DRIVER_PROXY_ENDPOINT_FUNCTION_ID STOR_DRIVER_PROXY_ENDPOINT_FUNCTION_ID;
typedef PDRIVER_PROXY_EXTENSION PSTOR_DRIVER_PROXY_EXTENSION;
typedef struct _STOR_REQUEST_INFO_V1 *PSTOR_REQUEST_INFO;
typedef struct _STOR_LOCK_HANDLE *PSTOR_LOCK_HANDLE;
typedef struct _STOR_SCATTER_GATHER_LIST *DXL_STOR_LIST;
typedef VOID(NTAPI *PPOST_SCATTER_GATHER_EXECUTE)(PVOID *DeviceObject, PVOID *Irp, DXL_STOR_LIST ScatterGather, PVOID Context);
typedef VOID(NTAPI *PHW_TIMER_EX)(PVOID DeviceExtension, PVOID Context);
typedef BOOLEAN(NTAPI *PSTOR_SYNCHRONIZED_ACCESS)(PVOID HwDeviceExtension, PVOID Context);
typedef ULONG(NTAPI *PHW_NVME_ADAPTER_CONTROL)(PVOID DeviceExtension, ULONG ControlType, PVOID Parameters);
typedef PKSPIN_LOCK PSTOR_KSPIN_LOCK;
typedef ULONG sp_DRIVER_INITIALIZE(PVOID DriverObject, PVOID RegistryPath);
#ifdef __cplusplus
extern "C" {
#endif
typedef enum _INTERRUPT_SYNCHRONIZATION_MODE {
  InterruptSupportNone,
  InterruptSynchronizeAll,
  InterruptSynchronizePerMessage,
} INTERRUPT_SYNCHRONIZATION_MODE;
typedef enum _STOR_CRYPTO_OPERATION_TYPE {
  StorCryptoOperationInsertKey,
  StorCryptoOperationMax,
} STOR_CRYPTO_OPERATION_TYPE, *PSTOR_CRYPTO_OPERATION_TYPE;
typedef enum _STOR_EVENT_ASSOCIATION_ENUM {
  StorEventAdapterAssociation,
  StorEventLunAssociation,
  StorEventTargetAssociation,
  StorEventInvalidAssociation,
} STOR_EVENT_ASSOCIATION_ENUM;
typedef enum _STOR_SPINLOCK {
  InvalidLock,
  DpcLock,
  StartIoLock,
  InterruptLock,
  ThreadedDpcLock,
  DpcLevelLock,
} STOR_SPINLOCK;
typedef enum _STOR_TELEMETRY_CATEGORY {
  StorTelemetryCategory,
  StorMeasuresCategory,
} STOR_TELEMETRY_CATEGORY, *PSTOR_TELEMETRY_CATEGORY;
typedef enum _NVME_NAMESPACE_CONTROL_STATUS {
  NvmeNamespaceControlSuccess,
  NvmeNamespaceControlUnsuccessful,
  NvmeNamespaceControlNotSupported,
} NVME_NAMESPACE_CONTROL_STATUS, *PNVME_NAMESPACE_CONTROL_STATUS;
typedef enum _NVME_NAMESPACE_CONTROL_TYPE {
  NvmeQuerySupportedNamespaceControlTypes,
  NvmeNamespaceStart,
  NvmeNamespacePower,
  NvmeNamespacePoFxPowerInfo,
  NvmeNamespacePoFxPowerRequired,
  NvmeNamespacePoFxPowerActive,
  NvmeNamespacePoFxPowerSetFState,
  NvmeNamespacePoFxPowerControl,
  NvmeNamespaceRemove,
  NvmeNamespaceSurpriseRemoval,
  NvmeNamespaceControlMax,
  MakeNamespaceControlTypeSizeOfUlong,
} NVME_NAMESPACE_CONTROL_TYPE, *PNVME_NAMESPACE_CONTROL_TYPE;
typedef enum _RAID_SYSTEM_POWER {
  RaidSystemPowerUnknown,
  RaidSystemPowerLowest,
  RaidSystemPowerLow,
  RaidSystemPowerMedium,
  RaidSystemPowerHigh,
} RAID_SYSTEM_POWER, *PRAID_SYSTEM_POWER;
typedef enum _SCSI_ADAPTER_CONTROL_TYPE {
  ScsiQuerySupportedControlTypes,
  ScsiStopAdapter,
  ScsiRestartAdapter,
  ScsiSetBootConfig,
  ScsiSetRunningConfig,
  ScsiPowerSettingNotification,
  ScsiAdapterPower,
  ScsiAdapterPoFxPowerRequired,
  ScsiAdapterPoFxPowerActive,
  ScsiAdapterPoFxPowerSetFState,
  ScsiAdapterPoFxPowerControl,
  ScsiAdapterPrepareForBusReScan,
  ScsiAdapterSystemPowerHints,
  ScsiAdapterFilterResourceRequirements,
  ScsiAdapterPoFxMaxOperationalPower,
  ScsiAdapterPoFxSetPerfState,
  ScsiAdapterSurpriseRemoval,
  ScsiAdapterSerialNumber,
  ScsiAdapterCryptoOperation,
  ScsiAdapterQueryFruId,
  ScsiAdapterSetEventLogging,
  ScsiAdapterReportInternalData,
  ScsiAdapterResetBusSynchronous,
  ScsiAdapterPostHwInitialize,
  ScsiAdapterPrepareEarlyDumpData,
  ScsiAdapterRestoreEarlyDumpData,
  ScsiAdapterKsrPowerDown,
  ScsiAdapterPreparePLDR,
  ScsiAdapterReserved0,
  ScsiAdapterReserved1,
  ScsiAdapterControlMax,
  MakeAdapterControlTypeSizeOfUlong,
} SCSI_ADAPTER_CONTROL_TYPE, *PSCSI_ADAPTER_CONTROL_TYPE;
typedef enum _SCSI_UC_DEVICE_USAGE_TYPE {
  ScsiDeviceUsageTypeUndefined,
  ScsiDeviceUsageTypePaging,
  ScsiDeviceUsageTypeHibernation,
  ScsiDeviceUsageTypeDumpFile,
  ScsiDeviceUsageTypeBoot,
  ScsiDeviceUsageTypeInlineCryptoEngine,
} SCSI_UC_DEVICE_USAGE_TYPE;
typedef enum _SCSI_UNIT_CONTROL_TYPE {
  ScsiQuerySupportedUnitControlTypes,
  ScsiUnitUsage,
  ScsiUnitStart,
  ScsiUnitPower,
  ScsiUnitPoFxPowerInfo,
  ScsiUnitPoFxPowerRequired,
  ScsiUnitPoFxPowerActive,
  ScsiUnitPoFxPowerSetFState,
  ScsiUnitPoFxPowerControl,
  ScsiUnitRemove,
  ScsiUnitSurpriseRemoval,
  ScsiUnitRichDescription,
  ScsiUnitQueryBusType,
  ScsiUnitQueryFruId,
  ScsiUnitReportInternalData,
  ScsiUnitKsrPowerDown,
  ScsiUnitNvmeIceInformation,
  ScsiUnitControlMax,
  MakeUnitControlTypeSizeOfUlong,
} SCSI_UNIT_CONTROL_TYPE, *PSCSI_UNIT_CONTROL_TYPE;
typedef enum _STOR_DEVICE_RESET_TYPE {
  StorFunctionLevelReset,
  StorPlatformLevelReset,
  StorBusSpecificReset,
} STOR_DEVICE_RESET_TYPE;
typedef enum _STOR_EVENT_TYPE {
  StorNotificationEvent,
  StorSynchronizationEvent,
} STOR_EVENT_TYPE, *PSTOR_EVENT_TYPE;
typedef enum _STOR_THREAD_PRIORITY {
  StorThreadPriorityBackground,
  StorThreadPriorityNormal,
  StorThreadPriorityDelayed,
  StorThreadPriorityCritical,
  StorThreadPrioritySuperCritical,
  StorThreadPriorityHyperCritical,
  StorThreadPriorityRealTime,
} STOR_THREAD_PRIORITY, *PSTOR_THREAD_PRIORITY;
typedef enum _STORMQ_PROPERTY_OFFSET {
  StorMQPropQueueBase,
  StorMQPropSQMetadataContext,
  StorMQPropSQMiniportContextSize,
  StorMQPropSQMiniportContext,
  StorMQPropControllerNumaAffinity,
  StorMQPropPopulatePrpEntries,
  StorMQPropLPSQAffinity,
  StorMQPropSQCQAffinity,
  StorMQPropCQIVAffinity,
  StorMQPropControllerStatus,
} STORMQ_PROPERTY_OFFSET;
typedef enum _STORPORT_CAPTURE_LIVEDUMP_TYPE {
  StorportCaptureLiveDumpTypeUndefined,
  StorportCaptureLiveDumpTypeMini,
  StorportCaptureLiveDumpTypeFull,
} STORPORT_CAPTURE_LIVEDUMP_TYPE, *PSTORPORT_CAPTURE_LIVEDUMP_TYPE;
typedef enum _STORPORT_ETW_EVENT_CHANNEL {
  StorportEtwEventDiagnostic,
  StorportEtwEventOperational,
  StorportEtwEventHealth,
  StorportEtwEventIoPerformance,
} STORPORT_ETW_EVENT_CHANNEL, *PSTORPORT_ETW_EVENT_CHANNEL;
typedef enum _STORPORT_ETW_EVENT_OPCODE {
  StorportEtwEventOpcodeInfo = 0,
  StorportEtwEventOpcodeStart = 1,
  StorportEtwEventOpcodeStop = 2,
  StorportEtwEventOpcodeDC_Start = 3,
  StorportEtwEventOpcodeDC_Stop = 4,
  StorportEtwEventOpcodeExtension = 5,
  StorportEtwEventOpcodeReply = 6,
  StorportEtwEventOpcodeResume = 7,
  StorportEtwEventOpcodeSuspend = 8,
  StorportEtwEventOpcodeSend = 9,
  StorportEtwEventOpcodeReceive = 240,
} STORPORT_ETW_EVENT_OPCODE, *PSTORPORT_ETW_EVENT_OPCODE;
typedef enum _STORPORT_ETW_LEVEL {
  StorportEtwLevelLogAlways = 0,
  StorportEtwLevelCritical = 1,
  StorportEtwLevelError = 2,
  StorportEtwLevelWarning = 3,
  StorportEtwLevelInformational = 4,
  StorportEtwLevelVerbose = 5,
  StorportEtwLevelMax,
} STORPORT_ETW_LEVEL, *PSTORPORT_ETW_LEVEL;
typedef enum _STORPORT_FEATURE_TYPE {
  StorportFeatureBusTypeUnitControl,
  StorportFeatureFruIdUnitControl,
  StorportFeatureFruIdAdapterControl,
  StorportFeatureSetEventLoggingAdapterControl,
  StorportFeatureReportInternalDataUnitControl,
  StorportFeatureReportInternalDataAdapterControl,
  StorportFeatureResetBusSynchronous,
  StorportFeaturePostHwInitialize,
  StorportFeaturePrepareEarlyDumpData,
  StorportFeatureRestoreEarlyDumpData,
  StorportFeatureKsrAdapterPowerDownOptimization,
  StorportFeatureKsrUnitPowerDownOptimization,
  StorportFeaturePreparePLDR,
  StorportFeatureNvmeofAdapterOperation,
  StorportFeatureReserved1,
  StorportFeatureQueryStorMQInterface,
  StorportFeatureMax,
} STORPORT_FEATURE_TYPE;
typedef enum _STORPORT_LIVEDUMP_DATA_TYPE {
  StorportLivedumpDataTypeUndefined,
  StorportLivedumpDataTypeDeviceTelemetryLog,
} STORPORT_LIVEDUMP_DATA_TYPE, *PSTORPORT_LIVEDUMP_DATA_TYPE;
typedef enum _STORPORT_LIVEDUMP_ISSUE_TYPE {
  StorportLivedumpIssueTypeUndefined,
  StorportLivedumpIssueTypeDevicePanic,
} STORPORT_LIVEDUMP_ISSUE_TYPE, *PSTORPORT_LIVEDUMP_ISSUE_TYPE;
typedef enum _STORPORT_QUERY_CONFIGURATION_TYPE {
  StorportQueryConfigurationD3,
  StorportQueryConfigurationNvmeIce,
  StorportQueryConfigurationMax,
} STORPORT_QUERY_CONFIGURATION_TYPE, *PSTORPORT_QUERY_CONFIGURATION_TYPE;
typedef struct _HW_INITIALIZATION_DATA HW_INITIALIZATION_DATA, *PHW_INITIALIZATION_DATA;
typedef struct _MEMORY_REGION MEMORY_REGION, *PMEMORY_REGION;
typedef struct _MESSAGE_INTERRUPT_INFORMATION MESSAGE_INTERRUPT_INFORMATION, *PMESSAGE_INTERRUPT_INFORMATION;
typedef struct _MINIPORT_DUMP_POINTERS MINIPORT_DUMP_POINTERS, *PMINIPORT_DUMP_POINTERS;
typedef struct _PERF_CONFIGURATION_DATA PERF_CONFIGURATION_DATA, *PPERF_CONFIGURATION_DATA;
typedef struct _PORT_CONFIGURATION_INFORMATION PORT_CONFIGURATION_INFORMATION, *PPORT_CONFIGURATION_INFORMATION;
typedef struct _STARTIO_PERFORMANCE_PARAMETERS STARTIO_PERFORMANCE_PARAMETERS, *PSTARTIO_PERFORMANCE_PARAMETERS;
typedef struct _STOR_CRYPTO_CAPABILITY STOR_CRYPTO_CAPABILITY, *PSTOR_CRYPTO_CAPABILITY;
typedef struct _STOR_CRYPTO_CAPABILITIES_DATA STOR_CRYPTO_CAPABILITIES_DATA, *PSTOR_CRYPTO_CAPABILITIES_DATA;
typedef struct _STOR_CRYPTO_KEY_INFO STOR_CRYPTO_KEY_INFO, *PSTOR_CRYPTO_KEY_INFO;
typedef struct _STOR_CRYPTO_OPERATION STOR_CRYPTO_OPERATION, *PSTOR_CRYPTO_OPERATION;
typedef struct _STOR_CRYPTO_OPERATION_INSERT_KEY STOR_CRYPTO_OPERATION_INSERT_KEY, *PSTOR_CRYPTO_OPERATION_INSERT_KEY;
typedef struct _STOR_DPC STOR_DPC, *PSTOR_DPC;
typedef struct _STOR_LIST_ENTRY STOR_LIST_ENTRY, *PSTOR_LIST_ENTRY;
typedef struct _STOR_LOG_EVENT_DETAILS STOR_LOG_EVENT_DETAILS, *PSTOR_LOG_EVENT_DETAILS;
typedef struct _STOR_POFX_COMPONENT_IDLE_STATE STOR_POFX_COMPONENT_IDLE_STATE, *PSTOR_POFX_COMPONENT_IDLE_STATE;
typedef struct _STOR_POFX_COMPONENT STOR_POFX_COMPONENT, *PSTOR_POFX_COMPONENT;
typedef struct _STOR_POFX_COMPONENT_V2 STOR_POFX_COMPONENT_V2, *PSTOR_POFX_COMPONENT_V2;
typedef struct _STOR_POFX_DEVICE STOR_POFX_DEVICE, *PSTOR_POFX_DEVICE;
typedef struct _STOR_POFX_DEVICE_V2 STOR_POFX_DEVICE_V2, *PSTOR_POFX_DEVICE_V2;
typedef struct _STOR_POFX_DEVICE_V3 STOR_POFX_DEVICE_V3, *PSTOR_POFX_DEVICE_V3;
typedef struct _STOR_REQUEST_INFO_V1 STOR_REQUEST_INFO_V1, *PSTOR_REQUEST_INFO_V1;
typedef struct _STOR_RICH_DEVICE_DESCRIPTION STOR_RICH_DEVICE_DESCRIPTION, *PSTOR_RICH_DEVICE_DESCRIPTION;
typedef struct _STOR_SCATTER_GATHER_ELEMENT STOR_SCATTER_GATHER_ELEMENT, *PSTOR_SCATTER_GATHER_ELEMENT;
typedef struct _STOR_SCATTER_GATHER_LIST STOR_SCATTER_GATHER_LIST, *PSTOR_SCATTER_GATHER_LIST;
typedef struct _STOR_UNIT_ATTRIBUTES STOR_UNIT_ATTRIBUTES, *PSTOR_UNIT_ATTRIBUTES;
typedef struct _STORPORT_TELEMETRY_EVENT STORPORT_TELEMETRY_EVENT, *PSTORPORT_TELEMETRY_EVENT;
typedef struct _VIRTUAL_HW_INITIALIZATION_DATA VIRTUAL_HW_INITIALIZATION_DATA, *PVIRTUAL_HW_INITIALIZATION_DATA;
typedef struct _STOR_POWER_CONTROL_HEADER STOR_POWER_CONTROL_HEADER, *PSTOR_POWER_CONTROL_HEADER;
typedef struct _STOR_ADAPTER_CONTROL_POWER STOR_ADAPTER_CONTROL_POWER, *PSTOR_ADAPTER_CONTROL_POWER;
typedef struct _STOR_ADDR_NVME STOR_ADDR_NVME, *PSTOR_ADDR_NVME;
typedef struct _STOR_DISPATCHER_HEADER STOR_DISPATCHER_HEADER, *PSTOR_DISPATCHER_HEADER;
typedef struct _STOR_DPC_WATCHDOG_INFORMATION STOR_DPC_WATCHDOG_INFORMATION, *PSTOR_DPC_WATCHDOG_INFORMATION;
typedef struct _STOR_DRIVER_PROXY_ENDPOINT_INFORMATION STOR_DRIVER_PROXY_ENDPOINT_INFORMATION, *PSTOR_DRIVER_PROXY_ENDPOINT_INFORMATION;
typedef struct _STOR_EVENT STOR_EVENT, *PSTOR_EVENT, *PRSTOR_EVENT;
typedef struct _STOR_FILTER_RESOURCE_REQUIREMENTS STOR_FILTER_RESOURCE_REQUIREMENTS, *PSTOR_FILTER_RESOURCE_REQUIREMENTS;
typedef struct _STOR_FRU_ID_DESCRIPTION STOR_FRU_ID_DESCRIPTION, *PSTOR_FRU_ID_DESCRIPTION;
typedef struct _STOR_GROUP_AFFINITY STOR_GROUP_AFFINITY, *PSTOR_GROUP_AFFINITY;
typedef struct _STOR_MAX_OPERATIONAL_POWER STOR_MAX_OPERATIONAL_POWER, *PSTOR_MAX_OPERATIONAL_POWER;
typedef struct _STOR_POFX_ACTIVE_CONTEXT STOR_POFX_ACTIVE_CONTEXT, *PSTOR_POFX_ACTIVE_CONTEXT;
typedef struct _STOR_POFX_FSTATE_CONTEXT STOR_POFX_FSTATE_CONTEXT, *PSTOR_POFX_FSTATE_CONTEXT;
typedef struct _STOR_POFX_PERF_STATE_CONTEXT STOR_POFX_PERF_STATE_CONTEXT, *PSTOR_POFX_PERF_STATE_CONTEXT;
typedef struct _STOR_POFX_POWER_CONTROL STOR_POFX_POWER_CONTROL, *PSTOR_POFX_POWER_CONTROL;
typedef struct _STOR_POFX_POWER_REQUIRED_CONTEXT STOR_POFX_POWER_REQUIRED_CONTEXT, *PSTOR_POFX_POWER_REQUIRED_CONTEXT;
typedef struct _STOR_POFX_UNIT_POWER_INFO STOR_POFX_UNIT_POWER_INFO, *PSTOR_POFX_UNIT_POWER_INFO;
typedef struct _STOR_POWER_SETTING_INFO STOR_POWER_SETTING_INFO, *PSTOR_POWER_SETTING_INFO;
typedef struct _STOR_RESET_BUS_SYNCHRONOUS_PARAMETER STOR_RESET_BUS_SYNCHRONOUS_PARAMETER, *PSTOR_RESET_BUS_SYNCHRONOUS_PARAMETER;
typedef struct _STOR_SERIAL_NUMBER STOR_SERIAL_NUMBER, *PSTOR_SERIAL_NUMBER;
typedef struct _STOR_SET_EVENT_LOGGING STOR_SET_EVENT_LOGGING, *PSTOR_SET_EVENT_LOGGING;
typedef struct _STOR_SYSTEM_POWER_HINTS STOR_SYSTEM_POWER_HINTS, *PSTOR_SYSTEM_POWER_HINTS;
typedef struct _STOR_UC_DEVICE_USAGE STOR_UC_DEVICE_USAGE, *PSTOR_UC_DEVICE_USAGE;
typedef struct _STOR_UNIT_CONTROL_POWER STOR_UNIT_CONTROL_POWER, *PSTOR_UNIT_CONTROL_POWER;
typedef struct _STOR_UNIT_CONTROL_QUERY_BUS_TYPE STOR_UNIT_CONTROL_QUERY_BUS_TYPE, *PSTOR_UNIT_CONTROL_QUERY_BUS_TYPE;
typedef struct _STORMQ_MINIPORT_INTERFACE STORMQ_MINIPORT_INTERFACE, *PSTORMQ_MINIPORT_INTERFACE;
typedef struct _STORMQ_PROPERTY_AFFINITY_DESCRIPTOR STORMQ_PROPERTY_AFFINITY_DESCRIPTOR, *PSTORMQ_PROPERTY_AFFINITY_DESCRIPTOR;
typedef struct _STORMQ_PROPERTY_QUEUE_DESCRIPTOR STORMQ_PROPERTY_QUEUE_DESCRIPTOR, *PSTORMQ_PROPERTY_QUEUE_DESCRIPTOR;
typedef struct _STORMQ_SUBMISSION_QUEUE_METADATA_CONTEXT STORMQ_SUBMISSION_QUEUE_METADATA_CONTEXT, *PSTORMQ_SUBMISSION_QUEUE_METADATA_CONTEXT;
typedef struct _STORPORT_CAPTURE_LIVEDUMP STORPORT_CAPTURE_LIVEDUMP, *PSTORPORT_CAPTURE_LIVEDUMP;
typedef struct _STORPORT_LIVEDUMP_DEVICE_TELEMETRY_LOG STORPORT_LIVEDUMP_DEVICE_TELEMETRY_LOG, *PSTORPORT_LIVEDUMP_DEVICE_TELEMETRY_LOG;
typedef _Function_class_DXGK_(HW_ADAPTER_CONTROL)
SCSI_ADAPTER_CONTROL_STATUS NTAPI HW_ADAPTER_CONTROL(_In_ PVOID DeviceExtension, _In_ SCSI_ADAPTER_CONTROL_TYPE ControlType, _In_ PVOID Parameters);
typedef HW_ADAPTER_CONTROL *PHW_ADAPTER_CONTROL;
typedef _Function_class_DXGK_(HW_BUILDIO)
_IRQL_requires_(DISPATCH_LEVEL)
BOOLEAN NTAPI HW_BUILDIO(PVOID DeviceExtension, PSCSI_REQUEST_BLOCK Srb);
typedef HW_BUILDIO *PHW_BUILDIO;
typedef _Function_class_DXGK_(HW_CLEANUP_TRACING)
VOID NTAPI HW_CLEANUP_TRACING(PVOID Arg1);
typedef HW_CLEANUP_TRACING *PHW_CLEANUP_TRACING;
typedef _Function_class_DXGK_(HW_COMPLETE_SERVICE_IRP)
VOID NTAPI HW_COMPLETE_SERVICE_IRP(PVOID DeviceExtension);
typedef HW_COMPLETE_SERVICE_IRP *PHW_COMPLETE_SERVICE_IRP;
typedef _Function_class_DXGK_(HW_DPC_ROUTINE)
_IRQL_requires_(DISPATCH_LEVEL)
VOID NTAPI HW_DPC_ROUTINE(PSTOR_DPC Dpc, PVOID HwDeviceExtension, PVOID SystemArgument1, PVOID SystemArgument2);
typedef HW_DPC_ROUTINE *PHW_DPC_ROUTINE;
typedef _Function_class_DXGK_(HW_FIND_ADAPTER)
_IRQL_requires_(PASSIVE_LEVEL)
ULONG NTAPI HW_FIND_ADAPTER(PVOID DeviceExtension, _In_ PVOID HwContext, _In_ PVOID BusInformation, _In_ PCHAR ArgumentString, _Inout_ PPORT_CONFIGURATION_INFORMATION ConfigInfo, _In_ PBOOLEAN Reserved3);
typedef HW_FIND_ADAPTER *PHW_FIND_ADAPTER;
typedef _Function_class_DXGK_(HW_FREE_ADAPTER_RESOURCES)
VOID NTAPI HW_FREE_ADAPTER_RESOURCES(PVOID DeviceExtension);
typedef HW_FREE_ADAPTER_RESOURCES *PHW_FREE_ADAPTER_RESOURCES;
typedef _Function_class_DXGK_(HW_INITIALIZE)
_IRQL_requires_(DIRQL)
BOOLEAN NTAPI HW_INITIALIZE(PVOID DeviceExtension);
typedef HW_INITIALIZE *PHW_INITIALIZE;
typedef _Function_class_DXGK_(HW_INITIALIZE_TRACING)
VOID NTAPI HW_INITIALIZE_TRACING(PVOID Arg1, PVOID Arg2);
typedef HW_INITIALIZE_TRACING *PHW_INITIALIZE_TRACING;
typedef _Function_class_DXGK_(HW_INTERRUPT)
_IRQL_requires_(DIRQL)
BOOLEAN NTAPI HW_INTERRUPT(PVOID DeviceExtension);
typedef HW_INTERRUPT *PHW_INTERRUPT;
typedef _Function_class_DXGK_(HW_MESSAGE_SIGNALED_INTERRUPT_ROUTINE)
_IRQL_requires_(DIRQL)
BOOLEAN NTAPI HW_MESSAGE_SIGNALED_INTERRUPT_ROUTINE(PVOID HwDeviceExtension, ULONG MessageId);
typedef HW_MESSAGE_SIGNALED_INTERRUPT_ROUTINE *PHW_MESSAGE_SIGNALED_INTERRUPT_ROUTINE;
typedef _Function_class_DXGK_(HW_NAMESPACE_CONTROL)
NVME_NAMESPACE_CONTROL_STATUS NTAPI HW_NAMESPACE_CONTROL(PVOID DeviceExtension, NVME_NAMESPACE_CONTROL_TYPE ControlType, PVOID Parameters);
typedef HW_NAMESPACE_CONTROL *PHW_NAMESPACE_CONTROL;
typedef _Function_class_DXGK_(HW_PASSIVE_INITIALIZE_ROUTINE)
_IRQL_requires_(PASSIVE_LEVEL)
BOOLEAN NTAPI HW_PASSIVE_INITIALIZE_ROUTINE(PVOID DeviceExtension);
typedef HW_PASSIVE_INITIALIZE_ROUTINE *PHW_PASSIVE_INITIALIZE_ROUTINE;
typedef _Function_class_DXGK_(HW_PROCESS_SERVICE_REQUEST)
VOID NTAPI HW_PROCESS_SERVICE_REQUEST(PVOID DeviceExtension, PVOID Irp);
typedef HW_PROCESS_SERVICE_REQUEST *PHW_PROCESS_SERVICE_REQUEST;
typedef _Function_class_DXGK_(HW_REGISTRY_NOTIFICATION_ROUTINE)
VOID NTAPI HW_REGISTRY_NOTIFICATION_ROUTINE(PVOID HwDeviceExtension);
typedef HW_REGISTRY_NOTIFICATION_ROUTINE *PHW_REGISTRY_NOTIFICATION_ROUTINE;
typedef _Function_class_DXGK_(HW_RESET_BUS)
_IRQL_requires_(DISPATCH_LEVEL)
BOOLEAN NTAPI HW_RESET_BUS(PVOID DeviceExtension, ULONG PathId);
typedef HW_RESET_BUS *PHW_RESET_BUS;
typedef _Function_class_DXGK_(HW_STARTIO)
_IRQL_requires_(DISPATCH_LEVEL)
BOOLEAN NTAPI HW_STARTIO(PVOID DeviceExtension, PSCSI_REQUEST_BLOCK Srb);
typedef HW_STARTIO *PHW_STARTIO;
typedef _Function_class_DXGK_(HW_STATE_CHANGE)
VOID NTAPI HW_STATE_CHANGE(PVOID HwDeviceExtension, _In_opt_ PVOID Context, _In_ SHORT AddressType, _In_ PVOID Address, _In_ ULONG Status);
typedef HW_STATE_CHANGE *PHW_STATE_CHANGE;
typedef _Function_class_DXGK_(HW_STORMQ_COMPLETION_CALLBACK)
ULONG NTAPI HW_STORMQ_COMPLETION_CALLBACK(PVOID ControllerExtension, USHORT CompletionQueueId);
typedef HW_STORMQ_COMPLETION_CALLBACK *PHW_STORMQ_COMPLETION_CALLBACK;
typedef _Function_class_DXGK_(HW_STORMQ_COMPLETION_NOTIFY_WITH_CALLBACK)
ULONG NTAPI HW_STORMQ_COMPLETION_NOTIFY_WITH_CALLBACK(PVOID ControllerExtension, USHORT CompletionQueueId, USHORT SubmissionQueueId, USHORT CommandId, PHW_STORMQ_COMPLETION_CALLBACK CompletionCallback);
typedef HW_STORMQ_COMPLETION_NOTIFY_WITH_CALLBACK *PHW_STORMQ_COMPLETION_NOTIFY_WITH_CALLBACK;
typedef _Function_class_DXGK_(HW_STORMQ_QUERY_PROPERTY)
ULONG NTAPI HW_STORMQ_QUERY_PROPERTY(PVOID ControllerExtension, ULONG NvmePropertyOffset, ULONG PropertyLength, ULONG Flags, PVOID PropertyBuffer);
typedef HW_STORMQ_QUERY_PROPERTY *PHW_STORMQ_QUERY_PROPERTY;
typedef _Function_class_DXGK_(HW_STORMQ_SET_PROPERTY)
ULONG NTAPI HW_STORMQ_SET_PROPERTY(PVOID ControllerExtension, ULONG NvmePropertyOffset, ULONG PropertyLength, ULONG Flags, PVOID PropertyBuffer);
typedef HW_STORMQ_SET_PROPERTY *PHW_STORMQ_SET_PROPERTY;
typedef _Function_class_DXGK_(HW_STORMQ_START_SRB)
BOOLEAN NTAPI HW_STORMQ_START_SRB(PVOID AdapterExtension, PVOID ControllerExtension, struct _STORAGE_REQUEST_BLOCK *Srb);
typedef HW_STORMQ_START_SRB *PHW_STORMQ_START_SRB;
typedef _Function_class_DXGK_(HW_TIMER)
_IRQL_requires_(DISPATCH_LEVEL)
VOID NTAPI HW_TIMER(PVOID DeviceExtension);
typedef HW_TIMER *PHW_TIMER;
typedef _Function_class_DXGK_(HW_TRACING_ENABLED)
_IRQL_requires_(PASSIVE_LEVEL)
VOID NTAPI HW_TRACING_ENABLED(PVOID HwDeviceExtension, _In_ BOOLEAN Enabled);
typedef HW_TRACING_ENABLED *PHW_TRACING_ENABLED;
typedef _Function_class_DXGK_(HW_UNIT_CONTROL)
SCSI_UNIT_CONTROL_STATUS NTAPI HW_UNIT_CONTROL(_In_ PVOID DeviceExtension, _In_ SCSI_UNIT_CONTROL_TYPE ControlType, _In_ PVOID Parameters);
typedef HW_UNIT_CONTROL *PHW_UNIT_CONTROL;
typedef _Function_class_DXGK_(HW_WORKITEM)
_IRQL_requires_(PASSIVE_LEVEL)
VOID NTAPI HW_WORKITEM(_In_ PVOID HwDeviceExtension, _In_opt_ PVOID Context, _In_ PVOID Worker);
typedef HW_WORKITEM *PHW_WORKITEM;
typedef _Function_class_DXGK_(STOR_THREAD_START_ROUTINE)
VOID NTAPI STOR_THREAD_START_ROUTINE(_In_ PVOID StartContext);
typedef STOR_THREAD_START_ROUTINE *PSTOR_THREAD_START_ROUTINE;
typedef _Function_class_DXGK_(VIRTUAL_HW_FIND_ADAPTER)
ULONG NTAPI VIRTUAL_HW_FIND_ADAPTER(PVOID DeviceExtension, PVOID HwContext, PVOID BusInformation, PVOID LowerDevice, PCHAR ArgumentString, PPORT_CONFIGURATION_INFORMATION ConfigInfo, PBOOLEAN Again);
typedef VIRTUAL_HW_FIND_ADAPTER *PVIRTUAL_HW_FIND_ADAPTER;
struct _HW_INITIALIZATION_DATA {
  ULONG HwInitializationDataSize;
  INTERFACE_TYPE AdapterInterfaceType;
  PHW_INITIALIZE HwInitialize;
  PHW_STARTIO HwStartIo;
  PHW_INTERRUPT HwInterrupt;
  PVOID HwFindAdapter;
  PHW_RESET_BUS HwResetBus;
  PHW_DMA_STARTED HwDmaStarted;
  PHW_ADAPTER_STATE HwAdapterState;
  ULONG DeviceExtensionSize;
  ULONG SpecificLuExtensionSize;
  ULONG SrbExtensionSize;
  ULONG NumberOfAccessRanges;
  PVOID Reserved;
  UCHAR MapBuffers;
  BOOLEAN NeedPhysicalAddresses;
  BOOLEAN TaggedQueuing;
  BOOLEAN AutoRequestSense;
  BOOLEAN MultipleRequestPerLu;
  BOOLEAN ReceiveEvent;
  USHORT VendorIdLength;
  PVOID VendorId;
  union {
    USHORT ReservedUshort;
    USHORT PortVersionFlags;
  };
  USHORT DeviceIdLength;
  PVOID DeviceId;
  union {
    PHW_ADAPTER_CONTROL HwAdapterControl;
    PHW_NVME_ADAPTER_CONTROL HwNvmeAdapterControl;
  };
  PHW_BUILDIO HwBuildIo;
  PHW_FREE_ADAPTER_RESOURCES HwFreeAdapterResources;
  PHW_PROCESS_SERVICE_REQUEST HwProcessServiceRequest;
  PHW_COMPLETE_SERVICE_IRP HwCompleteServiceIrp;
  PHW_INITIALIZE_TRACING HwInitializeTracing;
  PHW_CLEANUP_TRACING HwCleanupTracing;
  PHW_TRACING_ENABLED HwTracingEnabled;
  ULONG FeatureSupport;
  ULONG SrbTypeFlags;
  ULONG AddressTypeFlags;
  ULONG Reserved1;
  union {
    PHW_UNIT_CONTROL HwUnitControl;
    PHW_NAMESPACE_CONTROL HwNamespaceControl;
  };
};
struct _MEMORY_REGION {
  PUCHAR VirtualBase;
  PHYSICAL_ADDRESS PhysicalBase;
  ULONG Length;
};
struct _MESSAGE_INTERRUPT_INFORMATION {
  ULONG MessageId;
  ULONG MessageData;
  STOR_PHYSICAL_ADDRESS MessageAddress;
  ULONG InterruptVector;
  ULONG InterruptLevel;
  KINTERRUPT_MODE InterruptMode;
};
struct _MINIPORT_DUMP_POINTERS {
  USHORT Version;
  USHORT Size;
  WCHAR DriverName[DUMP_MINIPORT_NAME_LENGTH];
  struct _ADAPTER_OBJECT *AdapterObject;
  PVOID MappedRegisterBase;
  ULONG CommonBufferSize;
  PVOID MiniportPrivateDumpData;
  ULONG SystemIoBusNumber;
  INTERFACE_TYPE AdapterInterfaceType;
  ULONG MaximumTransferLength;
  ULONG NumberOfPhysicalBreaks;
  ULONG AlignmentMask;
  ULONG NumberOfAccessRanges;
  ACCESS_RANGE (*AccessRanges)[];
  UCHAR NumberOfBuses;
  BOOLEAN Master;
  BOOLEAN MapBuffers;
  UCHAR MaximumNumberOfTargets;
};
struct _PERF_CONFIGURATION_DATA {
  ULONG Version;
  ULONG Size;
  ULONG Flags;
  ULONG ConcurrentChannels;
  ULONG FirstRedirectionMessageNumber;
  ULONG LastRedirectionMessageNumber;
  ULONG DeviceNode;
  ULONG Reserved;
  PGROUP_AFFINITY MessageTargets;
};
struct _PORT_CONFIGURATION_INFORMATION {
  ULONG Length;
  ULONG SystemIoBusNumber;
  INTERFACE_TYPE AdapterInterfaceType;
  ULONG BusInterruptLevel;
  ULONG BusInterruptVector;
  KINTERRUPT_MODE InterruptMode;
  ULONG MaximumTransferLength;
  ULONG NumberOfPhysicalBreaks;
  ULONG DmaChannel;
  ULONG DmaPort;
  DMA_WIDTH DmaWidth;
  DMA_SPEED DmaSpeed;
  ULONG AlignmentMask;
  ULONG NumberOfAccessRanges;
  ACCESS_RANGE (*AccessRanges)[];
  PVOID MiniportDumpData;
  PVOID Reserved;
  UCHAR NumberOfBuses;
  CCHAR InitiatorBusId[8];
  BOOLEAN ScatterGather;
  BOOLEAN Master;
  BOOLEAN CachesData;
  BOOLEAN AdapterScansDown;
  BOOLEAN AtdiskPrimaryClaimed;
  BOOLEAN AtdiskSecondaryClaimed;
  BOOLEAN Dma32BitAddresses;
  BOOLEAN DemandMode;
  UCHAR MapBuffers;
  BOOLEAN NeedPhysicalAddresses;
  BOOLEAN TaggedQueuing;
  BOOLEAN AutoRequestSense;
  BOOLEAN MultipleRequestPerLu;
  BOOLEAN ReceiveEvent;
  BOOLEAN RealModeInitialized;
  BOOLEAN BufferAccessScsiPortControlled;
  UCHAR MaximumNumberOfTargets;
  UCHAR SrbType;
  UCHAR AddressType;
  UCHAR ReservedUchars[2];
  ULONG SlotNumber;
  ULONG BusInterruptLevel2;
  ULONG BusInterruptVector2;
  KINTERRUPT_MODE InterruptMode2;
  ULONG DmaChannel2;
  ULONG DmaPort2;
  DMA_WIDTH DmaWidth2;
  DMA_SPEED DmaSpeed2;
  ULONG DeviceExtensionSize;
  ULONG SpecificLuExtensionSize;
  ULONG SrbExtensionSize;
  UCHAR Dma64BitAddresses;
  BOOLEAN ResetTargetSupported;
  UCHAR MaximumNumberOfLogicalUnits;
  BOOLEAN WmiDataProvider;
  STOR_SYNCHRONIZATION_MODEL SynchronizationModel;
  PHW_MESSAGE_SIGNALED_INTERRUPT_ROUTINE HwMSInterruptRoutine;
  INTERRUPT_SYNCHRONIZATION_MODE InterruptSynchronizationMode;
  MEMORY_REGION DumpRegion;
  ULONG RequestedDumpBufferSize;
  BOOLEAN VirtualDevice;
  UCHAR DumpMode;
  UCHAR DmaAddressWidth;
  ULONG ExtendedFlags1;
  ULONG MaxNumberOfIO;
  ULONG MaxIOsPerLun;
  ULONG InitialLunQueueDepth;
  ULONG BusResetHoldTime;
  ULONG FeatureSupport;
};
struct _STARTIO_PERFORMANCE_PARAMETERS {
  ULONG Version;
  ULONG Size;
  ULONG MessageNumber;
  ULONG ChannelNumber;
};
struct _STOR_CRYPTO_CAPABILITY {
  ULONG Version;
  ULONG Size;
  USHORT CryptoCapabilityIndex;
  USHORT DataUnitSizeBitmask;
  STORAGE_CRYPTO_ALGORITHM_ID AlgorithmId;
  STORAGE_CRYPTO_KEY_SIZE KeySize;
  USHORT MaxIVBitSize;
  USHORT Reserved;
  STORAGE_SECURITY_COMPLIANCE_BITMASK SecurityComplianceBitmask;
};
struct _STOR_CRYPTO_CAPABILITIES_DATA {
  ULONG Version;
  ULONG Size;
  USHORT NumKeysSupported;
  USHORT NumCryptoCapabilities;
  STOR_CRYPTO_CAPABILITY CryptoCapabilities[ANYSIZE_ARRAY];
};
struct _STOR_CRYPTO_KEY_INFO {
  ULONG Version;
  ULONG Size;
  ULONG KeyIndex;
  ULONGLONG Tweak;
};
struct _STOR_CRYPTO_OPERATION {
  STOR_CRYPTO_OPERATION_TYPE OperationType;
  ULONG OperationBufferLength;
  PVOID OperationBuffer;
};
struct _STOR_CRYPTO_OPERATION_INSERT_KEY {
  USHORT Version;
  USHORT Size;
  ULONG KeyIndex;
  ULONG CryptoCapabilityIndex;
  ULONG DataUnitSizeBitmask;
  ULONG KeySize;
  ULONG Reserved;
  PVOID KeyVirtualAddress;
  PHYSICAL_ADDRESS KeyPhysicalAddress;
};
struct _STOR_DPC {
  DPC_BUFFER Dpc;
  ULONG_PTR Lock;
};
struct _STOR_LIST_ENTRY {
  struct _STOR_LIST_ENTRY *Flink;
  struct _STOR_LIST_ENTRY *Blink;
};
struct _STOR_LOG_EVENT_DETAILS {
  ULONG InterfaceRevision;
  ULONG Size;
  ULONG Flags;
  STOR_EVENT_ASSOCIATION_ENUM EventAssociation;
  ULONG PathId;
  ULONG TargetId;
  ULONG LunId;
  BOOLEAN StorportSpecificErrorCode;
  ULONG ErrorCode;
  ULONG UniqueId;
  ULONG DumpDataSize;
  PVOID DumpData;
  ULONG StringCount;
  PWSTR *StringList;
};
struct _STOR_POFX_COMPONENT_IDLE_STATE {
  ULONG Version;
  ULONG Size;
  ULONGLONG TransitionLatency;
  ULONGLONG ResidencyRequirement;
  ULONG NominalPower;
};
struct _STOR_POFX_COMPONENT {
  ULONG Version;
  ULONG Size;
  ULONG FStateCount;
  ULONG DeepestWakeableFState;
  GUID Id;
  STOR_POFX_COMPONENT_IDLE_STATE FStates[ANYSIZE_ARRAY];
};
struct _STOR_POFX_COMPONENT_V2 {
  ULONG Version;
  ULONG Size;
  ULONG FStateCount;
  ULONG DeepestWakeableFState;
  GUID Id;
  ULONG DeepestAdapterPowerRequiredFState;
  ULONG DeepestCrashDumpReadyFState;
  STOR_POFX_COMPONENT_IDLE_STATE FStates[ANYSIZE_ARRAY];
};
struct _STOR_POFX_DEVICE {
  ULONG Version;
  ULONG Size;
  ULONG ComponentCount;
  ULONG Flags;
  STOR_POFX_COMPONENT Components[ANYSIZE_ARRAY];
};
struct _STOR_POFX_DEVICE_V2 {
  ULONG Version;
  ULONG Size;
  ULONG ComponentCount;
  ULONG Flags;
  union {
    ULONG UnitMinIdleTimeoutInMS;
    ULONG AdapterIdleTimeoutInMS;
  };
  STOR_POFX_COMPONENT Components[ANYSIZE_ARRAY];
};
struct _STOR_POFX_DEVICE_V3 {
  ULONG Version;
  ULONG Size;
  ULONG ComponentCount;
  ULONG Flags;
  union {
    ULONG UnitMinIdleTimeoutInMS;
    ULONG AdapterIdleTimeoutInMS;
  };
  ULONG MinimumPowerCyclePeriodInMS;
  STOR_POFX_COMPONENT Components[ANYSIZE_ARRAY];
};
struct _STOR_REQUEST_INFO_V1 {
  USHORT Version;
  USHORT Size;
  STOR_IO_PRIORITY_HINT PriorityHint;
  ULONG Flags;
  ULONG Key;
  ULONG Length;
  BOOLEAN IsWriteRequest;
  UCHAR Reserved[3];
};
struct _STOR_RICH_DEVICE_DESCRIPTION {
  ULONG Version;
  ULONG Size;
  CHAR VendorId[STOR_VENDOR_ID_LENGTH+1];
  CHAR ModelNumber[STOR_MODEL_NUMBER_LENGTH+1];
  CHAR FirmwareRevision[STOR_FIRMWARE_REVISION_LENGTH+1];
};
struct _STOR_SCATTER_GATHER_ELEMENT {
  STOR_PHYSICAL_ADDRESS PhysicalAddress;
  ULONG Length;
  ULONG_PTR Reserved;
};
struct _STOR_SCATTER_GATHER_LIST {
  ULONG NumberOfElements;
  ULONG_PTR Reserved;
  STOR_SCATTER_GATHER_ELEMENT List[];
};
struct _STOR_UNIT_ATTRIBUTES {
  ULONG DeviceAttentionSupported : 1;
  ULONG AsyncNotificationSupported : 1;
  ULONG D3ColdNotSupported : 1;
  ULONG BypassIOSupported : 1;
  ULONG Reserved : 28;
};
struct _STORPORT_TELEMETRY_EVENT {
  ULONG DriverVersion;
  ULONG EventId;
  UCHAR EventName[EVENT_NAME_MAX_LENGTH];
  ULONG EventVersion;
  ULONG Flags;
  ULONG EventBufferLength;
  PUCHAR EventBuffer;
  UCHAR ParameterName0[EVENT_MAX_PARAM_NAME_LEN];
  ULONGLONG ParameterValue0;
  UCHAR ParameterName1[EVENT_MAX_PARAM_NAME_LEN];
  ULONGLONG ParameterValue1;
  UCHAR ParameterName2[EVENT_MAX_PARAM_NAME_LEN];
  ULONGLONG ParameterValue2;
  UCHAR ParameterName3[EVENT_MAX_PARAM_NAME_LEN];
  ULONGLONG ParameterValue3;
  UCHAR ParameterName4[EVENT_MAX_PARAM_NAME_LEN];
  ULONGLONG ParameterValue4;
  UCHAR ParameterName5[EVENT_MAX_PARAM_NAME_LEN];
  ULONGLONG ParameterValue5;
  UCHAR ParameterName6[EVENT_MAX_PARAM_NAME_LEN];
  ULONGLONG ParameterValue6;
  UCHAR ParameterName7[EVENT_MAX_PARAM_NAME_LEN];
  ULONGLONG ParameterValue7;
};
struct _VIRTUAL_HW_INITIALIZATION_DATA {
  ULONG HwInitializationDataSize;
  INTERFACE_TYPE AdapterInterfaceType;
  PHW_INITIALIZE HwInitialize;
  PHW_STARTIO HwStartIo;
  PHW_INTERRUPT HwInterrupt;
  PVIRTUAL_HW_FIND_ADAPTER HwFindAdapter;
  PHW_RESET_BUS HwResetBus;
  PHW_DMA_STARTED HwDmaStarted;
  PHW_ADAPTER_STATE HwAdapterState;
  ULONG DeviceExtensionSize;
  ULONG SpecificLuExtensionSize;
  ULONG SrbExtensionSize;
  ULONG NumberOfAccessRanges;
  PVOID Reserved;
  UCHAR MapBuffers;
  BOOLEAN NeedPhysicalAddresses;
  BOOLEAN TaggedQueuing;
  BOOLEAN AutoRequestSense;
  BOOLEAN MultipleRequestPerLu;
  BOOLEAN ReceiveEvent;
  USHORT VendorIdLength;
  PVOID VendorId;
  union {
    USHORT ReservedUshort;
    USHORT PortVersionFlags;
  };
  USHORT DeviceIdLength;
  PVOID DeviceId;
  PHW_ADAPTER_CONTROL HwAdapterControl;
  PHW_BUILDIO HwBuildIo;
  PHW_FREE_ADAPTER_RESOURCES HwFreeAdapterResources;
  PHW_PROCESS_SERVICE_REQUEST HwProcessServiceRequest;
  PHW_COMPLETE_SERVICE_IRP HwCompleteServiceIrp;
  PHW_INITIALIZE_TRACING HwInitializeTracing;
  PHW_CLEANUP_TRACING HwCleanupTracing;
};
struct _STOR_POWER_CONTROL_HEADER {
  ULONG Version;
  ULONG Size;
  PSTOR_ADDRESS Address;
};
struct _STOR_ADAPTER_CONTROL_POWER {
  STOR_POWER_CONTROL_HEADER Header;
  STOR_POWER_ACTION PowerAction;
  STOR_DEVICE_POWER_STATE PowerState;
};
struct _STOR_ADDR_NVME {
  USHORT Type;
  USHORT Port;
  ULONG AddressLength;
  PVOID Controller;
  ULONG NamespaceId;
  ULONG Reserved;
};
struct _STOR_DISPATCHER_HEADER {
  union {
    struct {
      UCHAR Type;
      UCHAR Flags;
      UCHAR Size;
      union {
        UCHAR Inserted;
        BOOLEAN DebugActive;
      };
    } Data;
    LONG Lock;
  };
  LONG SignalState;
  STOR_LIST_ENTRY WaitListHead;
};
struct _STOR_DPC_WATCHDOG_INFORMATION {
  ULONG DpcTimeLimit;
  ULONG DpcTimeCount;
  ULONG DpcWatchdogLimit;
  ULONG DpcWatchdogCount;
  ULONG Reserved;
};
struct _STOR_DRIVER_PROXY_ENDPOINT_INFORMATION {
  STOR_DRIVER_PROXY_ENDPOINT_FUNCTION_ID Id;
  PVOID EndpointFunction;
  ULONG ParameterCount;
};
struct _STOR_EVENT {
  STOR_DISPATCHER_HEADER Header;
};
struct _STOR_FILTER_RESOURCE_REQUIREMENTS {
  ULONG Version;
  ULONG Size;
  PIO_RESOURCE_REQUIREMENTS_LIST IoResourceRequirementsList;
};
struct _STOR_FRU_ID_DESCRIPTION {
  ULONG Version;
  ULONG Size;
  PSTOR_ADDRESS Address;
  UCHAR FruId[STOR_FRU_ID_MAX_LENGTH+1];
};
struct _STOR_GROUP_AFFINITY {
  STOR_AFFINITY Mask;
  USHORT Group;
  USHORT Reserved[3];
};
struct _STOR_MAX_OPERATIONAL_POWER {
  ULONG Version;
  ULONG Size;
  ULONGLONG Value;
};
struct _STOR_POFX_ACTIVE_CONTEXT {
  STOR_POWER_CONTROL_HEADER Header;
  ULONG ComponentIndex;
  BOOLEAN Active;
};
struct _STOR_POFX_FSTATE_CONTEXT {
  STOR_POWER_CONTROL_HEADER Header;
  ULONG ComponentIndex;
  ULONG FState;
};
struct _STOR_POFX_PERF_STATE_CONTEXT {
  ULONG Version;
  ULONG Size;
  ULONG ComponentIndex;
  BOOLEAN Succeeded;
  PVOID Context;
};
struct _STOR_POFX_POWER_CONTROL {
  STOR_POWER_CONTROL_HEADER Header;
  LPCGUID PowerControlCode;
  SIZE_T InBufferSize;
  SIZE_T OutBufferSize;
  PVOID InBuffer;
  PVOID OutBuffer;
  PSIZE_T BytesReturned;
};
struct _STOR_POFX_POWER_REQUIRED_CONTEXT {
  STOR_POWER_CONTROL_HEADER Header;
  BOOLEAN PowerRequired;
};
struct _STOR_POFX_UNIT_POWER_INFO {
  STOR_POWER_CONTROL_HEADER Header;
  BOOLEAN IdlePowerEnabled;
};
struct _STOR_POWER_SETTING_INFO {
  GUID PowerSettingGuid;
  PVOID Value;
  ULONG ValueLength;
};
struct _STOR_RESET_BUS_SYNCHRONOUS_PARAMETER {
  ULONG Version;
  ULONG Size;
  ULONG PathId;
  ULONG Reserved;
};
struct _STOR_SERIAL_NUMBER {
  ULONG Version;
  ULONG Size;
  BOOLEAN Unicode;
  UCHAR SerialNumber[STOR_SERIAL_NUMBER_MAX_SIZE];
};
struct _STOR_SET_EVENT_LOGGING {
  STORPORT_ETW_EVENT_CHANNEL Channel;
  BOOLEAN Enabled;
};
struct _STOR_SYSTEM_POWER_HINTS {
  ULONG Version;
  ULONG Size;
  RAID_SYSTEM_POWER SystemPower;
  ULONG ResumeLatencyMSec;
};
struct _STOR_UC_DEVICE_USAGE {
  PSTOR_ADDRESS Address;
  SCSI_UC_DEVICE_USAGE_TYPE UsageType;
  BOOLEAN InUse;
};
struct _STOR_UNIT_CONTROL_POWER {
  PSTOR_ADDRESS Address;
  STOR_POWER_ACTION PowerAction;
  STOR_DEVICE_POWER_STATE PowerState;
};
struct _STOR_UNIT_CONTROL_QUERY_BUS_TYPE {
  PSTOR_ADDRESS Address;
  ULONG BusType;
};
struct _STORMQ_MINIPORT_INTERFACE {
  ULONG Size;
  USHORT StorMQVersion;
  USHORT MiniportVersion;
  struct {
    ULONGLONG ProvideVirtualAddresses : 1;
    ULONGLONG Reserved : 63;
  } Flags;
  PHW_STORMQ_COMPLETION_NOTIFY_WITH_CALLBACK HwStorMQCompletionNotifyWithCallback;
  PHW_STORMQ_QUERY_PROPERTY HwStorMQQueryProperty;
  PHW_STORMQ_SET_PROPERTY HwStorMQSetProperty;
  PHW_STORMQ_START_SRB HwStorMQStartSrb;
};
struct _STORMQ_PROPERTY_AFFINITY_DESCRIPTOR {
  ULONG Version;
  ULONG NumberOfElements;
  ULONG Affinity[ANYSIZE_ARRAY];
};
struct _STORMQ_PROPERTY_QUEUE_DESCRIPTOR {
  ULONG Version;
  ULONG QueueId;
  ULONG NumberOfElements;
  ULONG Reserved;
  struct {
    ULONGLONG IsSubmissionQueue : 1;
    ULONGLONG Reserved : 63;
  } Flags;
  PVOID VirtualAddress;
  STOR_PHYSICAL_ADDRESS PhysicalAddress;
};
struct _STORMQ_SUBMISSION_QUEUE_METADATA_CONTEXT {
  ULONG Version;
  ULONG Reserved1;
  ULONG QueueId;
  ULONG QueueSlot;
  PVOID VirtualAddress;
  PSTOR_SCATTER_GATHER_LIST Sgl;
  PVOID Mdl;
  union {
    struct {
      ULONGLONG ReadWrite : 1;
      ULONGLONG PagingIO : 1;
      ULONGLONG Reserved : 62;
    };
    ULONGLONG AsUlonglong;
  } Flags;
};
struct _STORPORT_CAPTURE_LIVEDUMP {
  ULONG Version;
  ULONG Size;
  STORPORT_CAPTURE_LIVEDUMP_TYPE LiveDumpType;
  STORPORT_LIVEDUMP_ISSUE_TYPE IssueType;
  PWSTR ComponentName;
  STORPORT_LIVEDUMP_DATA_TYPE DataType;
  PVOID Data;
};
struct _STORPORT_LIVEDUMP_DEVICE_TELEMETRY_LOG {
  ULONG Version;
  ULONG Size;
  UCHAR BucketId[STORPORT_LIVEDUMP_BUCKET_ID_LENGTH];
  UCHAR OrganizationID[3];
  UCHAR Reserved;
  ULONG TelemetryLength;
  PVOID DeviceTelemetry;
};
NTKERNELAPI ULONG NTAPI StorPortAcquireMSISpinLock(PVOID HwDeviceExtension, ULONG MessageId, PULONG OldIrql);
NTKERNELAPI VOID NTAPI StorPortAcquireSpinLock(PVOID DeviceExtension, STOR_SPINLOCK SpinLock, PVOID LockContext, PSTOR_LOCK_HANDLE LockHandle);
NTKERNELAPI ULONG NTAPI StorPortAcquireSpinLockEx(PVOID HwDeviceExtension, STOR_SPINLOCK SpinLock, PVOID LockContext, PSTOR_LOCK_HANDLE LockHandle);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI ULONG NTAPI StorPortAllocateContiguousMemorySpecifyCacheNode(PVOID HwDeviceExtension, SIZE_T NumberOfBytes, PHYSICAL_ADDRESS LowestAcceptableAddress, PHYSICAL_ADDRESS HighestAcceptableAddress, PHYSICAL_ADDRESS BoundaryAddressMultiple, MEMORY_CACHING_TYPE CacheType, NODE_REQUIREMENT PreferredNode, PVOID *BufferPointer);
NTKERNELAPI ULONG NTAPI StorPortAllocateDmaMemory(PVOID HwDeviceExtension, SIZE_T NumberOfBytes, PHYSICAL_ADDRESS LowestAcceptableAddress, PHYSICAL_ADDRESS HighestAcceptableAddress, PHYSICAL_ADDRESS BoundaryAddressMultiple, MEMORY_CACHING_TYPE CacheType, NODE_REQUIREMENT PreferredNode, PVOID *BufferPointer, PPHYSICAL_ADDRESS PhysicalAddress);
NTKERNELAPI ULONG NTAPI StorPortAllocateHostMemoryBuffer(PVOID HwDeviceExtension, SIZE_T MinimumBytes, SIZE_T PreferredBytes, ULONGLONG UtilizationBytes, ULONG AlignmentBytes, PHYSICAL_ADDRESS LowestAcceptableAddress, PHYSICAL_ADDRESS HighestAcceptableAddress, PHYSICAL_ADDRESS BoundaryAddressMultiple, PACCESS_RANGE PhysicalAddressRanges, PULONG PhysicalAddressRangeCount);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI ULONG NTAPI StorPortAllocateMdl(PVOID HwDeviceExtension, PVOID BufferPointer, ULONG NumberOfBytes, PVOID *Mdl);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI ULONG NTAPI StorPortAllocatePool(PVOID HwDeviceExtension, ULONG NumberOfBytes, ULONG Tag, PVOID *BufferPointer);
NTKERNELAPI PUCHAR NTAPI StorPortAllocateRegistryBuffer(PVOID HwDeviceExtension, PULONG Length);
NTKERNELAPI ULONG NTAPI StorPortAsyncNotificationDetected(PVOID HwDeviceExtension, PSTOR_ADDRESS Address, ULONGLONG Flags);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI ULONG NTAPI StorPortBuildMdlForNonPagedPool(PVOID HwDeviceExtension, PVOID Mdl);
_IRQL_requires_(DISPATCH_LEVEL) NTKERNELAPI ULONG NTAPI StorPortBuildScatterGatherList(PVOID HwDeviceExtension, PVOID Mdl, PVOID CurrentVa, ULONG Length, PPOST_SCATTER_GATHER_EXECUTE ExecutionRoutine, PVOID Context, BOOLEAN WriteToDevice, PVOID ScatterGatherBuffer, ULONG ScatterGatherBufferLength);
NTKERNELAPI BOOLEAN NTAPI StorPortBusy(PVOID HwDeviceExtension, ULONG RequestsToComplete);
NTKERNELAPI ULONG NTAPI StorPortCancelDpc(PVOID HwDeviceExtension, PSTOR_DPC Dpc, BOOLEAN *ReturnValue);
_IRQL_requires_(PASSIVE_LEVEL) NTKERNELAPI ULONG NTAPI StorPortCaptureLiveDump(PVOID HwDeviceExtension, PSTOR_ADDRESS StorAddress, PSTORPORT_CAPTURE_LIVEDUMP CaptureLivedump);
NTKERNELAPI VOID NTAPI StorPortCompleteRequest(PVOID HwDeviceExtension, UCHAR PathId, UCHAR TargetId, UCHAR Lun, UCHAR SrbStatus);
NTKERNELAPI ULONG NTAPI StorPortCompleteServiceIrp(PVOID HwDeviceExtension, PVOID Irp);
NTKERNELAPI STOR_PHYSICAL_ADDRESS NTAPI StorPortConvertUlongToPhysicalAddress(ULONG_PTR UlongAddress);
NTKERNELAPI ULONG NTAPI StorPortCreateSystemThread(PVOID HwDeviceExtension, PSTOR_THREAD_START_ROUTINE StartRoutine, PVOID StartContext, PSTOR_THREAD_PRIORITY Priority, PVOID *ThreadContext);
NTKERNELAPI VOID NTAPI StorPortDebugPrint(ULONG DebugPrintLevel, PSTR DebugMessage, ...);
NTKERNELAPI ULONG NTAPI StorPortDelayExecution(PVOID HwDeviceExtension, ULONG DelayInMicroseconds);
NTKERNELAPI BOOLEAN NTAPI StorPortDeviceBusy(PVOID HwDeviceExtension, UCHAR PathId, UCHAR TargetId, UCHAR Lun, ULONG RequestsToComplete);
NTKERNELAPI BOOLEAN NTAPI StorPortDeviceReady(PVOID HwDeviceExtension, UCHAR PathId, UCHAR TargetId, UCHAR Lun);
_IRQL_requires_(DIRQL) NTKERNELAPI BOOLEAN NTAPI StorPortEnablePassiveInitialization(PVOID DeviceExtension, PHW_PASSIVE_INITIALIZE_ROUTINE HwPassiveInitializeRoutine);
NTKERNELAPI ULONG NTAPI StorPortEnableRegistryKeyNotification(PVOID HwDeviceExtension, PHW_REGISTRY_NOTIFICATION_ROUTINE NotificationCallback);
NTKERNELAPI ULONG NTAPI StorPortEtwChannelEvent2(PVOID HwDeviceExtension, PSTOR_ADDRESS Address, STORPORT_ETW_EVENT_CHANNEL EventChannel, ULONG EventId, PWSTR EventDescription, ULONGLONG EventKeywords, STORPORT_ETW_LEVEL EventLevel, STORPORT_ETW_EVENT_OPCODE EventOpcode, PSCSI_REQUEST_BLOCK Srb, _In_reads_or_z_opt_(STORPORT_ETW_MAX_PARAM_NAME_LENGTH)PWSTR Parameter1Name, ULONGLONG Parameter1Value, _In_reads_or_z_opt_(STORPORT_ETW_MAX_PARAM_NAME_LENGTH)PWSTR Parameter2Name, ULONGLONG Parameter2Value);
NTKERNELAPI ULONG NTAPI StorPortEtwChannelEvent4(PVOID HwDeviceExtension, PSTOR_ADDRESS Address, STORPORT_ETW_EVENT_CHANNEL EventChannel, ULONG EventId, PWSTR EventDescription, ULONGLONG EventKeywords, STORPORT_ETW_LEVEL EventLevel, STORPORT_ETW_EVENT_OPCODE EventOpcode, PSCSI_REQUEST_BLOCK Srb, _In_reads_or_z_opt_(STORPORT_ETW_MAX_PARAM_NAME_LENGTH)PWSTR Parameter1Name, ULONGLONG Parameter1Value, _In_reads_or_z_opt_(STORPORT_ETW_MAX_PARAM_NAME_LENGTH)PWSTR Parameter2Name, ULONGLONG Parameter2Value, _In_reads_or_z_opt_(STORPORT_ETW_MAX_PARAM_NAME_LENGTH)PWSTR Parameter3Name, ULONGLONG Parameter3Value, _In_reads_or_z_opt_(STORPORT_ETW_MAX_PARAM_NAME_LENGTH)PWSTR Parameter4Name, ULONGLONG Parameter4Value);
NTKERNELAPI ULONG NTAPI StorPortEtwChannelEvent8(PVOID HwDeviceExtension, PSTOR_ADDRESS Address, STORPORT_ETW_EVENT_CHANNEL EventChannel, ULONG EventId, PWSTR EventDescription, ULONGLONG EventKeywords, STORPORT_ETW_LEVEL EventLevel, STORPORT_ETW_EVENT_OPCODE EventOpcode, PSCSI_REQUEST_BLOCK Srb, _In_reads_or_z_opt_(STORPORT_ETW_MAX_PARAM_NAME_LENGTH)PWSTR Parameter1Name, ULONGLONG Parameter1Value, _In_reads_or_z_opt_(STORPORT_ETW_MAX_PARAM_NAME_LENGTH)PWSTR Parameter2Name, ULONGLONG Parameter2Value, _In_reads_or_z_opt_(STORPORT_ETW_MAX_PARAM_NAME_LENGTH)PWSTR Parameter3Name, ULONGLONG Parameter3Value, _In_reads_or_z_opt_(STORPORT_ETW_MAX_PARAM_NAME_LENGTH)PWSTR Parameter4Name, ULONGLONG Parameter4Value, _In_reads_or_z_opt_(STORPORT_ETW_MAX_PARAM_NAME_LENGTH)PWSTR Parameter5Name, ULONGLONG Parameter5Value, _In_reads_or_z_opt_(STORPORT_ETW_MAX_PARAM_NAME_LENGTH)PWSTR Parameter6Name, ULONGLONG Parameter6Value, _In_reads_or_z_opt_(STORPORT_ETW_MAX_PARAM_NAME_LENGTH)PWSTR Parameter7Name, ULONGLONG Parameter7Value, _In_reads_or_z_opt_(STORPORT_ETW_MAX_PARAM_NAME_LENGTH)PWSTR Parameter8Name, ULONGLONG Parameter8Value);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI ULONG NTAPI StorPortEtwEvent2(PVOID HwDeviceExtension, PSTOR_ADDRESS Address, ULONG EventId, PWSTR EventDescription, ULONGLONG EventKeywords, STORPORT_ETW_LEVEL EventLevel, STORPORT_ETW_EVENT_OPCODE EventOpcode, PSCSI_REQUEST_BLOCK Srb, _In_reads_or_z_opt_(STORPORT_ETW_MAX_PARAM_NAME_LENGTH)PWSTR Parameter1Name, ULONGLONG Parameter1Value, _In_reads_or_z_opt_(STORPORT_ETW_MAX_PARAM_NAME_LENGTH)PWSTR Parameter2Name, ULONGLONG Parameter2Value);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI ULONG NTAPI StorPortEtwEvent4(PVOID HwDeviceExtension, PSTOR_ADDRESS Address, ULONG EventId, PWSTR EventDescription, ULONGLONG EventKeywords, STORPORT_ETW_LEVEL EventLevel, STORPORT_ETW_EVENT_OPCODE EventOpcode, PSCSI_REQUEST_BLOCK Srb, _In_reads_or_z_opt_(STORPORT_ETW_MAX_PARAM_NAME_LENGTH)PWSTR Parameter1Name, ULONGLONG Parameter1Value, _In_reads_or_z_opt_(STORPORT_ETW_MAX_PARAM_NAME_LENGTH)PWSTR Parameter2Name, ULONGLONG Parameter2Value, _In_reads_or_z_opt_(STORPORT_ETW_MAX_PARAM_NAME_LENGTH)PWSTR Parameter3Name, ULONGLONG Parameter3Value, _In_reads_or_z_opt_(STORPORT_ETW_MAX_PARAM_NAME_LENGTH)PWSTR Parameter4Name, ULONGLONG Parameter4Value);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI ULONG NTAPI StorPortEtwEvent8(PVOID HwDeviceExtension, PSTOR_ADDRESS Address, ULONG EventId, PWSTR EventDescription, ULONGLONG EventKeywords, STORPORT_ETW_LEVEL EventLevel, STORPORT_ETW_EVENT_OPCODE EventOpcode, PSCSI_REQUEST_BLOCK Srb, _In_reads_or_z_opt_(STORPORT_ETW_MAX_PARAM_NAME_LENGTH)PWSTR Parameter1Name, ULONGLONG Parameter1Value, _In_reads_or_z_opt_(STORPORT_ETW_MAX_PARAM_NAME_LENGTH)PWSTR Parameter2Name, ULONGLONG Parameter2Value, _In_reads_or_z_opt_(STORPORT_ETW_MAX_PARAM_NAME_LENGTH)PWSTR Parameter3Name, ULONGLONG Parameter3Value, _In_reads_or_z_opt_(STORPORT_ETW_MAX_PARAM_NAME_LENGTH)PWSTR Parameter4Name, ULONGLONG Parameter4Value, _In_reads_or_z_opt_(STORPORT_ETW_MAX_PARAM_NAME_LENGTH)PWSTR Parameter5Name, ULONGLONG Parameter5Value, _In_reads_or_z_opt_(STORPORT_ETW_MAX_PARAM_NAME_LENGTH)PWSTR Parameter6Name, ULONGLONG Parameter6Value, _In_reads_or_z_opt_(STORPORT_ETW_MAX_PARAM_NAME_LENGTH)PWSTR Parameter7Name, ULONGLONG Parameter7Value, _In_reads_or_z_opt_(STORPORT_ETW_MAX_PARAM_NAME_LENGTH)PWSTR Parameter8Name, ULONGLONG Parameter8Value);
NTKERNELAPI ULONG NTAPI StorPortEtwLogByteStream(PVOID HwDeviceExtension, PSTOR_ADDRESS Address, STORPORT_ETW_EVENT_CHANNEL EventChannel, ULONG EventId, PWSTR EventDescription, ULONGLONG EventKeywords, STORPORT_ETW_LEVEL EventLevel, STORPORT_ETW_EVENT_OPCODE EventOpcode, USHORT DataLength, PUCHAR Data);
NTKERNELAPI ULONG NTAPI StorPortEtwLogError(PVOID HwDeviceExtension, PSTOR_ADDRESS Address, ULONG Id, PWSTR Description, ULONG DataBufferLength, PVOID DataBuffer);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI ULONG NTAPI StorPortFreeContiguousMemorySpecifyCache(PVOID HwDeviceExtension, PVOID BaseAddress, SIZE_T NumberOfBytes, MEMORY_CACHING_TYPE CacheType);
NTKERNELAPI VOID NTAPI StorPortFreeDeviceBase(PVOID HwDeviceExtension, PVOID MappedAddress);
NTKERNELAPI ULONG NTAPI StorPortFreeDmaMemory(PVOID HwDeviceExtension, PVOID BaseAddress, SIZE_T NumberOfBytes, MEMORY_CACHING_TYPE CacheType, PHYSICAL_ADDRESS PhysicalAddress);
NTKERNELAPI ULONG NTAPI StorPortFreeHostMemoryBuffer(PVOID HwDeviceExtension, PACCESS_RANGE PhysicalAddressRanges, ULONG PhysicalAddressRangeCount);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI ULONG NTAPI StorPortFreeMdl(PVOID HwDeviceExtension, PVOID Mdl);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI ULONG NTAPI StorPortFreePool(PVOID HwDeviceExtension, PVOID BufferPointer);
NTKERNELAPI VOID NTAPI StorPortFreeRegistryBuffer(PVOID HwDeviceExtension, PUCHAR Buffer);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI ULONG NTAPI StorPortFreeTimer(PVOID HwDeviceExtension, PVOID TimerHandle);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI ULONG NTAPI StorPortFreeWorker(PVOID HwDeviceExtension, PVOID Worker);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI ULONG NTAPI StorPortGetActiveGroupCount(PVOID HwDeviceExtension, PUSHORT NumberGroups);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI ULONG NTAPI StorPortGetActiveNodeCount(PVOID HwDeviceExtension, PULONG NumberNodes);
NTKERNELAPI ULONG NTAPI StorPortGetActivityIdSrb(PVOID HwDeviceExtension, PSCSI_REQUEST_BLOCK Srb, LPGUID ActivityId);
NTKERNELAPI ULONG NTAPI StorPortGetBusData(PVOID DeviceExtension, ULONG BusDataType, ULONG SystemIoBusNumber, ULONG SlotNumber, PVOID Buffer, ULONG Length);
NTKERNELAPI ULONG NTAPI StorPortGetCurrentIrql(PVOID HwDeviceExtension, PKIRQL Irql);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI ULONG NTAPI StorPortGetCurrentProcessorNumber(PVOID HwDeviceExtension, PPROCESSOR_NUMBER ProcNumber);
NTKERNELAPI ULONG NTAPI StorPortGetDataInBufferMdl(PVOID HwDeviceExtension, PSCSI_REQUEST_BLOCK Srb, PVOID *Mdl);
NTKERNELAPI ULONG NTAPI StorPortGetDataInBufferScatterGatherList(PVOID HwDeviceExtension, PSCSI_REQUEST_BLOCK Srb, PSTOR_SCATTER_GATHER_LIST *SgList);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI ULONG NTAPI StorPortGetDataInBufferSystemAddress(PVOID HwDeviceExtension, PSCSI_REQUEST_BLOCK Srb, PVOID *SystemAddress);
NTKERNELAPI PVOID NTAPI StorPortGetDeviceBase(PVOID HwDeviceExtension, INTERFACE_TYPE BusType, ULONG SystemIoBusNumber, STOR_PHYSICAL_ADDRESS IoAddress, ULONG NumberOfBytes, BOOLEAN InIoSpace);
NTKERNELAPI ULONG NTAPI StorPortGetDeviceBase2(PVOID HwDeviceExtension, INTERFACE_TYPE BusType, ULONG SystemIoBusNumber, STOR_PHYSICAL_ADDRESS Address, ULONG NumberOfBytes, BOOLEAN InIoSpace, ULONG Flags, PVOID *BaseAddress);
NTKERNELAPI ULONG NTAPI StorPortGetDeviceObjects(PVOID HwDeviceExtension, PVOID *AdapterDeviceObject, PVOID *PhysicalDeviceObject, PVOID *LowerDeviceObject);
NTKERNELAPI ULONG NTAPI StorPortGetDriverProxyEndpointWrapper(PVOID HwDeviceExtension, PSTOR_DRIVER_PROXY_EXTENSION ProxyExtension, STOR_DRIVER_PROXY_ENDPOINT_FUNCTION_ID Id, PVOID *Wrapper);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI ULONG NTAPI StorPortGetGroupAffinity(PVOID HwDeviceExtension, USHORT GroupNumber, PKAFFINITY GroupAffinityMask);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI ULONG NTAPI StorPortGetHighestNodeNumber(PVOID HwDeviceExtension, PULONG HighestNode);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI ULONG NTAPI StorPortGetLogicalProcessorRelationship(PVOID HwDeviceExtension, PPROCESSOR_NUMBER ProcessorNumber, LOGICAL_PROCESSOR_RELATIONSHIP RelationshipType, PSYSTEM_LOGICAL_PROCESSOR_INFORMATION_EX Information, PULONG Length);
NTKERNELAPI PVOID NTAPI StorPortGetLogicalUnit(PVOID HwDeviceExtension, UCHAR PathId, UCHAR TargetId, UCHAR Lun);
NTKERNELAPI ULONG NTAPI StorPortGetMSIInfo(PVOID HwDeviceExtension, ULONG MessageId, PMESSAGE_INTERRUPT_INFORMATION InterruptInfo);
NTKERNELAPI ULONG NTAPI StorPortGetMessageInterruptIDFromProcessorIndex(PVOID HwDeviceExtension, ULONG ProcessorIndex, PULONG MessageInterruptID);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI ULONG NTAPI StorPortGetNodeAffinity(PVOID HwDeviceExtension, ULONG NodeNumber, PGROUP_AFFINITY NodeAffinityMask);
NTKERNELAPI ULONG NTAPI StorPortGetNodeAffinity2(PVOID HwDeviceExtension, ULONG NodeNumber, PGROUP_AFFINITY GroupAffinities, USHORT GroupAffinitiesCount, PUSHORT GroupAffinitiesCountRequired);
NTKERNELAPI ULONG NTAPI StorPortGetOriginalMdl(PVOID HwDeviceExtension, PSCSI_REQUEST_BLOCK Srb, PVOID *Mdl);
NTKERNELAPI ULONG NTAPI StorPortGetPfns(PVOID HwDeviceExtension, PSCSI_REQUEST_BLOCK Srb, PVOID Mdl, PVOID *Pfns, ULONG *PfnCount, ULONG *StartingOffset);
NTKERNELAPI STOR_PHYSICAL_ADDRESS NTAPI StorPortGetPhysicalAddress(PVOID HwDeviceExtension, PSCSI_REQUEST_BLOCK Srb, PVOID VirtualAddress, ULONG *Length);
NTKERNELAPI ULONG NTAPI StorPortGetProcessorCount(PVOID HwDeviceExtension, PULONG ProcessorCount);
NTKERNELAPI ULONG NTAPI StorPortGetRequestCryptoInfo(PVOID HwDeviceExtension, PSCSI_REQUEST_BLOCK Srb, PSTOR_CRYPTO_KEY_INFO CryptoKeyInfo);
NTKERNELAPI ULONG NTAPI StorPortGetRequestInfo(PVOID HwDeviceExtension, PSCSI_REQUEST_BLOCK Srb, PSTOR_REQUEST_INFO RequestInfo);
NTKERNELAPI PSTOR_SCATTER_GATHER_LIST NTAPI StorPortGetScatterGatherList(PVOID HwDeviceExtension, PSCSI_REQUEST_BLOCK Srb);
NTKERNELAPI ULONG NTAPI StorPortGetStartIoPerfParams(PVOID HwDeviceExtension, PSCSI_REQUEST_BLOCK Srb, PSTARTIO_PERFORMANCE_PARAMETERS StartIoPerfParams);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI ULONG NTAPI StorPortGetSystemAddress(PVOID HwDeviceExtension, PSCSI_REQUEST_BLOCK Srb, PVOID *SystemAddress);
NTKERNELAPI ULONG NTAPI StorPortGetSystemPortNumber(PVOID HwDeviceExtension, PSTOR_ADDRESS Address);
NTKERNELAPI PVOID NTAPI StorPortGetUncachedExtension(PVOID HwDeviceExtension, PPORT_CONFIGURATION_INFORMATION ConfigInfo, ULONG NumberOfBytes);
NTKERNELAPI PVOID NTAPI StorPortGetVirtualAddress(PVOID HwDeviceExtension, STOR_PHYSICAL_ADDRESS PhysicalAddress);
NTKERNELAPI ULONG NTAPI StorPortHardwareReset(PVOID HwDeviceExtension, STOR_DEVICE_RESET_TYPE Type);
NTKERNELAPI ULONG NTAPI StorPortInitialize(PVOID Argument1, PVOID Argument2, struct _HW_INITIALIZATION_DATA *HwInitializationData, PVOID HwContext);
NTKERNELAPI ULONG NTAPI StorPortInitializeCryptoEngine(PVOID HwDeviceExtension, PSTOR_CRYPTO_CAPABILITIES_DATA CryptoCapabilitiesData);
NTKERNELAPI VOID NTAPI StorPortInitializeDpc(PVOID DeviceExtension, PSTOR_DPC Dpc, PHW_DPC_ROUTINE HwDpcRoutine);
NTKERNELAPI ULONG NTAPI StorPortInitializeEvent(PVOID HwDeviceExtension, PSTOR_EVENT Event, STOR_EVENT_TYPE Type, BOOLEAN State);
NTKERNELAPI VOID NTAPI StorPortInitializeListHead(PVOID HwDeviceExtension, PSTOR_LIST_ENTRY ListHead);
NTKERNELAPI ULONG NTAPI StorPortInitializePerfOpts(PVOID HwDeviceExtension, BOOLEAN Query, PPERF_CONFIGURATION_DATA PerfConfigData);
NTKERNELAPI ULONG NTAPI StorPortInitializePoFxPower(PVOID HwDeviceExtension, PSTOR_ADDRESS Address, PSTOR_POFX_DEVICE Device, PBOOLEAN D3ColdEnabled);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI ULONG NTAPI StorPortInitializeSListHead(PVOID HwDeviceExtension, PSTOR_SLIST_HEADER SListHead);
NTKERNELAPI ULONG NTAPI StorPortInitializeSpinlock(PVOID HwDeviceExtension, PSTOR_KSPIN_LOCK Lock);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI ULONG NTAPI StorPortInitializeTimer(PVOID HwDeviceExtension, PVOID *TimerHandle);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI ULONG NTAPI StorPortInitializeWorker(PVOID HwDeviceExtension, PVOID *Worker);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI ULONG NTAPI StorPortInterlockedFlushSList(PVOID HwDeviceExtension, PSTOR_SLIST_HEADER SListHead, PSTOR_SLIST_ENTRY *Result);
NTKERNELAPI ULONG NTAPI StorPortInterlockedInsertHeadList(PVOID HwDeviceExtension, PSTOR_LIST_ENTRY ListHead, PSTOR_LIST_ENTRY ListEntry, PSTOR_LIST_ENTRY *Result, PSTOR_KSPIN_LOCK Lock);
NTKERNELAPI ULONG NTAPI StorPortInterlockedInsertTailList(PVOID HwDeviceExtension, PSTOR_LIST_ENTRY ListHead, PSTOR_LIST_ENTRY ListEntry, PSTOR_LIST_ENTRY *Result, PSTOR_KSPIN_LOCK Lock);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI ULONG NTAPI StorPortInterlockedPopEntrySList(PVOID HwDeviceExtension, PSTOR_SLIST_HEADER SListHead, PSTOR_SLIST_ENTRY *Result);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI ULONG NTAPI StorPortInterlockedPushEntrySList(PVOID HwDeviceExtension, PSTOR_SLIST_HEADER SListHead, PSTOR_SLIST_ENTRY SListEntry, PSTOR_SLIST_ENTRY *Result);
NTKERNELAPI ULONG NTAPI StorPortInterlockedRemoveHeadList(PVOID HwDeviceExtension, PSTOR_LIST_ENTRY ListHead, PSTOR_LIST_ENTRY *Result, PSTOR_KSPIN_LOCK Lock);
_IRQL_requires_(PASSIVE_LEVEL) NTKERNELAPI ULONG NTAPI StorPortInvokeAcpiMethod(PVOID HwDeviceExtension, PSTOR_ADDRESS Address, ULONG MethodName, PVOID InputBuffer, ULONG InputBufferLength, PVOID OutputBuffer, ULONG OutputBufferLength, PULONG BytesReturned);
_IRQL_requires_(PASSIVE_LEVEL) NTKERNELAPI ULONG NTAPI StorPortIsCurrentOsInstallationUpgrade(PVOID HwDeviceExtension, BOOLEAN *Upgraded);
_IRQL_requires_(PASSIVE_LEVEL) NTKERNELAPI ULONG NTAPI StorPortIsDeviceOperationAllowed(PVOID HwDeviceExtension, PSTOR_ADDRESS Address, LPCGUID DeviceOperation, ULONG *AllowedFlag);
NTKERNELAPI ULONG NTAPI StorPortIsDriverHotSwapEnabled(PVOID HwDeviceExtension, PVOID DriverObject);
NTKERNELAPI BOOLEAN NTAPI StorPortIssueDpc(PVOID DeviceExtension, PSTOR_DPC Dpc, PVOID SystemArgument1, PVOID SystemArgument2);
NTKERNELAPI VOID NTAPI StorPortLogError(PVOID HwDeviceExtension, PSCSI_REQUEST_BLOCK Srb, UCHAR PathId, UCHAR TargetId, UCHAR Lun, ULONG ErrorCode, ULONG UniqueId);
NTKERNELAPI ULONG NTAPI StorPortLogSystemEvent(PVOID HwDeviceExtension, PSTOR_LOG_EVENT_DETAILS LogDetails, PULONG MaximumSize);
NTKERNELAPI ULONG NTAPI StorPortLogTelemetry(PVOID HwDeviceExtension, PSTOR_ADDRESS StorAddress, PSTORPORT_TELEMETRY_EVENT Event);
NTKERNELAPI ULONG NTAPI StorPortLogTelemetryEx(PVOID HwDeviceExtension, PSTOR_ADDRESS StorAddress, PSTORPORT_TELEMETRY_EVENT Event, STOR_TELEMETRY_CATEGORY Category);
NTKERNELAPI VOID NTAPI StorPortMarkDeviceFailed(PVOID HwDeviceExtension, PSTOR_ADDRESS StorAddress, ULONG Flags, PWSTR FailReason);
NTKERNELAPI ULONG NTAPI StorPortMarkDeviceFailedEx(PVOID HwDeviceExtension, PSTOR_ADDRESS StorAddress, ULONG Flags, USHORT FaultCode, PWSTR FaultDescription, USHORT AdditionalDataSize, PUCHAR AdditionalData, USHORT CriticalDataSize, PUCHAR CriticalData);
NTKERNELAPI ULONG NTAPI StorPortMarkDumpMemory(PVOID HwDeviceExtension, PVOID Address, ULONG_PTR Length, ULONG Flags);
NTKERNELAPI ULONG NTAPI StorPortMaskMsixInterrupt(PVOID HwDeviceExtension, ULONG MessageId, BOOLEAN Mask);
NTKERNELAPI VOID NTAPI StorPortMoveMemory(PVOID WriteBuffer, PVOID ReadBuffer, ULONG Length);
NTKERNELAPI VOID NTAPI StorPortNotification(SCSI_NOTIFICATION_TYPE NotificationType, PVOID HwDeviceExtension, ...);
NTKERNELAPI ULONG NTAPI StorPortNvmeIceIoComplete(PVOID HwDeviceExtension, PSCSI_REQUEST_BLOCK Srb);
NTKERNELAPI ULONG NTAPI StorPortNvmeIceIoStart(PVOID HwDeviceExtension, PSCSI_REQUEST_BLOCK Srb, ULONG LbaCount, ULONG PrpCount, PULONGLONG Prp1, PULONGLONG Prp2, PULONGLONG PrpList);
NTKERNELAPI ULONG NTAPI StorPortNvmeLogTelemetry(PVOID HwDeviceExtension, PVOID ControllerHandle, ULONG NamespaceId, PSTORPORT_TELEMETRY_EVENT Event, STOR_TELEMETRY_CATEGORY Category);
NTKERNELAPI ULONG NTAPI StorPortNvmeMiniportEvent(PVOID HwDeviceExtension, PVOID ControllerHandle, ULONG NamespaceId, STORPORT_ETW_EVENT_CHANNEL EventChannel, ULONG EventId, PWSTR EventDescription, ULONGLONG EventKeywords, STORPORT_ETW_LEVEL EventLevel, STORPORT_ETW_EVENT_OPCODE EventOpcode, _In_reads_or_z_opt_(STORPORT_ETW_MAX_PARAM_NAME_LENGTH)PWSTR Parameter1Name, ULONGLONG Parameter1Value, _In_reads_or_z_opt_(STORPORT_ETW_MAX_PARAM_NAME_LENGTH)PWSTR Parameter2Name, ULONGLONG Parameter2Value, _In_reads_or_z_opt_(STORPORT_ETW_MAX_PARAM_NAME_LENGTH)PWSTR Parameter3Name, ULONGLONG Parameter3Value, _In_reads_or_z_opt_(STORPORT_ETW_MAX_PARAM_NAME_LENGTH)PWSTR Parameter4Name, ULONGLONG Parameter4Value, _In_reads_or_z_opt_(STORPORT_ETW_MAX_PARAM_NAME_LENGTH)PWSTR Parameter5Name, ULONGLONG Parameter5Value, _In_reads_or_z_opt_(STORPORT_ETW_MAX_PARAM_NAME_LENGTH)PWSTR Parameter6Name, ULONGLONG Parameter6Value, _In_reads_or_z_opt_(STORPORT_ETW_MAX_PARAM_NAME_LENGTH)PWSTR Parameter7Name, ULONGLONG Parameter7Value, _In_reads_or_z_opt_(STORPORT_ETW_MAX_PARAM_NAME_LENGTH)PWSTR Parameter8Name, ULONGLONG Parameter8Value);
NTKERNELAPI BOOLEAN NTAPI StorPortPause(PVOID HwDeviceExtension, ULONG Timeout);
NTKERNELAPI BOOLEAN NTAPI StorPortPauseDevice(PVOID HwDeviceExtension, UCHAR PathId, UCHAR TargetId, UCHAR Lun, ULONG Timeout);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI ULONG NTAPI StorPortPoFxActivateComponent(PVOID HwDeviceExtension, PSTOR_ADDRESS Address, PSCSI_REQUEST_BLOCK Srb, ULONG Component, ULONG Flags);
NTKERNELAPI ULONG NTAPI StorPortPoFxIdleComponent(PVOID HwDeviceExtension, PSTOR_ADDRESS Address, PSCSI_REQUEST_BLOCK Srb, ULONG Component, ULONG Flags);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI ULONG NTAPI StorPortPoFxPowerControl(PVOID HwDeviceExtension, PSTOR_ADDRESS Address, LPCGUID PowerControlCode, PVOID InBuffer, SIZE_T InBufferSize, PVOID OutBuffer, SIZE_T OutBufferSize, PSIZE_T BytesReturned);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI ULONG NTAPI StorPortPoFxSetComponentLatency(PVOID HwDeviceExtension, PSTOR_ADDRESS Address, ULONG Component, ULONGLONG Latency);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI ULONG NTAPI StorPortPoFxSetComponentResidency(PVOID HwDeviceExtension, PSTOR_ADDRESS Address, ULONG Component, ULONGLONG Residency);
NTKERNELAPI ULONG NTAPI StorPortPoFxSetIdleTimeout(PVOID HwDeviceExtension, PSTOR_ADDRESS Address, ULONG IdleTimeoutInMS);
NTKERNELAPI ULONG NTAPI StorPortPoFxSetPerfState(PVOID HwDeviceExtension, PSTOR_ADDRESS Address, ULONG Component, ULONG Flags, ULONG SetIndex, ULONG State, PVOID Context);
_IRQL_requires_(DISPATCH_LEVEL) NTKERNELAPI ULONG NTAPI StorPortPutScatterGatherList(PVOID HwDeviceExtension, PSTOR_SCATTER_GATHER_LIST ScatterGatherList, BOOLEAN WriteToDevice);
NTKERNELAPI ULONG NTAPI StorPortQueryConfiguration(PVOID HwDeviceExtension, STORPORT_QUERY_CONFIGURATION_TYPE Type, PBOOLEAN Enabled);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI ULONG NTAPI StorPortQueryDepthSList(PVOID HwDeviceExtension, PSTOR_SLIST_HEADER SListHead, PSHORT Result);
_IRQL_requires_(DISPATCH_LEVEL) NTKERNELAPI ULONG NTAPI StorPortQueryDpcWatchdogInformation(PVOID HwDeviceExtension, PSTOR_DPC_WATCHDOG_INFORMATION DpcWatchdogInformation);
NTKERNELAPI ULONG NTAPI StorPortQueryPerformanceCounter(PVOID HwDeviceExtension, PLARGE_INTEGER PerformanceFrequency, PLARGE_INTEGER PerformanceCounter);
NTKERNELAPI VOID NTAPI StorPortQuerySystemTime(PLARGE_INTEGER CurrentTime);
NTKERNELAPI ULONG NTAPI StorPortQueryTimerMinInterval(PVOID HwDeviceExtension, PULONG TimerMinInterval);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI ULONG NTAPI StorPortQueueWorkItem(PVOID HwDeviceExtension, PHW_WORKITEM WorkItemCallback, PVOID Worker, PVOID Context);
NTKERNELAPI ULONG NTAPI StorPortQueueWorkItemToNode(PVOID HwDeviceExtension, PHW_WORKITEM WorkItemCallback, PVOID Worker, PVOID Context, ULONG Node);
NTKERNELAPI BOOLEAN NTAPI StorPortReadDriverRegistry(PVOID DriverObject, PUCHAR ValueName, PULONG ValueDataLength, PVOID ValueData);
NTKERNELAPI VOID NTAPI StorPortReadPortBufferUchar(PVOID HwDeviceExtension, PUCHAR Port, PUCHAR Buffer, ULONG Count);
NTKERNELAPI VOID NTAPI StorPortReadPortBufferUlong(PVOID HwDeviceExtension, PULONG Port, PULONG Buffer, ULONG Count);
NTKERNELAPI VOID NTAPI StorPortReadPortBufferUshort(PVOID HwDeviceExtension, PUSHORT Port, PUSHORT Buffer, ULONG Count);
NTKERNELAPI UCHAR NTAPI StorPortReadPortUchar(PVOID HwDeviceExtension, PUCHAR Port);
NTKERNELAPI ULONG NTAPI StorPortReadPortUlong(PVOID HwDeviceExtension, PULONG Port);
NTKERNELAPI USHORT NTAPI StorPortReadPortUshort(PVOID HwDeviceExtension, PUSHORT Port);
NTKERNELAPI VOID NTAPI StorPortReadRegisterBufferUchar(PVOID HwDeviceExtension, PUCHAR Register, PUCHAR Buffer, ULONG Count);
NTKERNELAPI VOID NTAPI StorPortReadRegisterBufferUlong(PVOID HwDeviceExtension, PULONG Register, PULONG Buffer, ULONG Count);
NTKERNELAPI VOID NTAPI StorPortReadRegisterBufferUlong64(PVOID HwDeviceExtension, PULONG64 Register, PULONG64 Buffer, ULONG Count);
NTKERNELAPI VOID NTAPI StorPortReadRegisterBufferUshort(PVOID HwDeviceExtension, PUSHORT Register, PUSHORT Buffer, ULONG Count);
NTKERNELAPI UCHAR NTAPI StorPortReadRegisterUchar(PVOID HwDeviceExtension, PUCHAR Register);
NTKERNELAPI ULONG NTAPI StorPortReadRegisterUlong(PVOID HwDeviceExtension, PULONG Register);
NTKERNELAPI ULONG64 NTAPI StorPortReadRegisterUlong64(PVOID HwDeviceExtension, PULONG64 Register);
NTKERNELAPI USHORT NTAPI StorPortReadRegisterUshort(PVOID HwDeviceExtension, PUSHORT Register);
NTKERNELAPI ULONG NTAPI StorPortReadRegistryKey(PVOID HwDeviceExtension, PWSTR AbsolutePath, PWSTR KeyName, ULONG ValueType, PVOID *ValueData, PULONG ValueDataLength);
NTKERNELAPI BOOLEAN NTAPI StorPortReady(PVOID HwDeviceExtension);
NTKERNELAPI ULONG NTAPI StorPortRegisterDriverProxy(PVOID HwDeviceExtension, PVOID DriverObject, PSTOR_DRIVER_PROXY_EXTENSION *ProxyExtension);
NTKERNELAPI ULONG NTAPI StorPortRegisterDriverProxyEndpoints(PVOID HwDeviceExtension, PSTOR_DRIVER_PROXY_EXTENSION ProxyExtension, PSTOR_DRIVER_PROXY_ENDPOINT_INFORMATION EndpointInfo, ULONG Count);
_IRQL_requires_(PASSIVE_LEVEL) NTKERNELAPI BOOLEAN NTAPI StorPortRegistryRead(PVOID HwDeviceExtension, PUCHAR ValueName, ULONG Global, ULONG Type, PUCHAR Buffer, PULONG BufferLength);
_IRQL_requires_(PASSIVE_LEVEL) NTKERNELAPI ULONG NTAPI StorPortRegistryReadAdapterKey(PVOID HwDeviceExtension, PUCHAR SubKeyName, PUCHAR ValueName, ULONG ValueType, PVOID *ValueData, PULONG ValueDataLength);
_IRQL_requires_(PASSIVE_LEVEL) NTKERNELAPI BOOLEAN NTAPI StorPortRegistryWrite(PVOID HwDeviceExtension, PUCHAR ValueName, ULONG Global, ULONG Type, PUCHAR Buffer, ULONG BufferLength);
_IRQL_requires_(PASSIVE_LEVEL) NTKERNELAPI ULONG NTAPI StorPortRegistryWriteAdapterKey(PVOID HwDeviceExtension, PUCHAR SubKeyName, PUCHAR ValueName, ULONG ValueType, PVOID ValueData, ULONG ValueDataLength);
NTKERNELAPI ULONG NTAPI StorPortReleaseMSISpinLock(PVOID HwDeviceExtension, ULONG MessageId, ULONG OldIrql);
NTKERNELAPI VOID NTAPI StorPortReleaseSpinLock(PVOID DeviceExtension, PSTOR_LOCK_HANDLE LockHandle);
NTKERNELAPI ULONG NTAPI StorPortRequestTimer(PVOID HwDeviceExtension, PVOID TimerHandle, PHW_TIMER_EX TimerCallback, PVOID CallbackContext, ULONGLONG TimerValue, ULONGLONG TolerableDelay);
NTKERNELAPI BOOLEAN NTAPI StorPortResume(PVOID HwDeviceExtension);
NTKERNELAPI BOOLEAN NTAPI StorPortResumeDevice(PVOID HwDeviceExtension, UCHAR PathId, UCHAR TargetId, UCHAR Lun);
NTKERNELAPI ULONG NTAPI StorPortRevertToUserGroupAffinityThread(PVOID HwDeviceExtension, PVOID ThreadContext, PSTOR_GROUP_AFFINITY PreviousAffinity);
NTKERNELAPI ULONG NTAPI StorPortSecureCopyMemory(PVOID Dest, SIZE_T DestSizeInBytes, const PVOID Src, SIZE_T Count);
NTKERNELAPI ULONG NTAPI StorPortSetAdapterBusType(PVOID HwDeviceExtension, ULONG BusType);
NTKERNELAPI ULONG NTAPI StorPortSetBusDataByOffset(PVOID DeviceExtension, ULONG BusDataType, ULONG SystemIoBusNumber, ULONG SlotNumber, PVOID Buffer, ULONG Offset, ULONG Length);
NTKERNELAPI BOOLEAN NTAPI StorPortSetDeviceQueueDepth(PVOID HwDeviceExtension, UCHAR PathId, UCHAR TargetId, UCHAR Lun, ULONG Depth);
NTKERNELAPI ULONG NTAPI StorPortSetEvent(PVOID HwDeviceExtension, PSTOR_EVENT Event);
NTKERNELAPI ULONG NTAPI StorPortSetFeatureList(PVOID HwDeviceExtension, ULONG FeatureCount, PBOOLEAN FeatureList);
NTKERNELAPI ULONG NTAPI StorPortSetPowerSettingNotificationGuids(PVOID HwDeviceExtension, ULONG GuidCount, LPGUID Guid);
NTKERNELAPI ULONG NTAPI StorPortSetPriorityThread(PVOID HwDeviceExtension, PVOID ThreadContext, STOR_THREAD_PRIORITY Priority);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI ULONG NTAPI StorPortSetSystemGroupAffinityThread(PVOID HwDeviceExtension, PVOID ThreadContext, PSTOR_GROUP_AFFINITY Affinity, PSTOR_GROUP_AFFINITY PreviousAffinity);
NTKERNELAPI ULONG NTAPI StorPortSetUnitAttributes(PVOID HwDeviceExtension, PSTOR_ADDRESS Address, STOR_UNIT_ATTRIBUTES Attributes);
NTKERNELAPI VOID NTAPI StorPortStallExecution(ULONG Delay);
NTKERNELAPI ULONG NTAPI StorPortStateChangeDetected(PVOID HwDeviceExtension, ULONG ChangedEntity, PSTOR_ADDRESS Address, ULONG Attributes, PHW_STATE_CHANGE HwStateChange, PVOID HwStateChangeContext);
NTKERNELAPI ULONG NTAPI StorPortStorMQAddController(PVOID HwAdapterExtension, ULONG NumberOfBytes, PVOID *ControllerExtension);
NTKERNELAPI ULONG NTAPI StorPortStorMQRemoveController(PVOID HwAdapterExtension, PVOID ControllerExtension);
NTKERNELAPI BOOLEAN NTAPI StorPortSynchronizeAccess(PVOID HwDeviceExtension, PSTOR_SYNCHRONIZED_ACCESS SynchronizedAccessRoutine, PVOID Context);
NTKERNELAPI VOID NTAPI StorPortTerminateSystemThread(PVOID HwDeviceExtension, PVOID ThreadContext);
NTKERNELAPI ULONG NTAPI StorPortUpdateAdapterMaxIO(PVOID HwDeviceExtension, ULONG MaxIoCount);
NTKERNELAPI ULONG NTAPI StorPortUpdatePortConfigMaxIOInfo(PVOID HwDeviceExtension, ULONG MaxIoCount, ULONG MaxIosPerLun);
NTKERNELAPI BOOLEAN NTAPI StorPortValidateRange(PVOID HwDeviceExtension, INTERFACE_TYPE BusType, ULONG SystemIoBusNumber, STOR_PHYSICAL_ADDRESS IoAddress, ULONG NumberOfBytes, BOOLEAN InIoSpace);
NTKERNELAPI ULONG NTAPI StorPortWaitForSingleObject(PVOID HwDeviceExtension, PVOID Object, BOOLEAN Alertable, PLARGE_INTEGER Timeout);
NTKERNELAPI VOID NTAPI StorPortWritePortBufferUchar(PVOID HwDeviceExtension, PUCHAR Port, PUCHAR Buffer, ULONG Count);
NTKERNELAPI VOID NTAPI StorPortWritePortBufferUlong(PVOID HwDeviceExtension, PULONG Port, PULONG Buffer, ULONG Count);
NTKERNELAPI VOID NTAPI StorPortWritePortBufferUshort(PVOID HwDeviceExtension, PUSHORT Port, PUSHORT Buffer, ULONG Count);
NTKERNELAPI VOID NTAPI StorPortWritePortUchar(PVOID HwDeviceExtension, PUCHAR Port, UCHAR Value);
NTKERNELAPI VOID NTAPI StorPortWritePortUlong(PVOID HwDeviceExtension, PULONG Port, ULONG Value);
NTKERNELAPI VOID NTAPI StorPortWritePortUshort(PVOID HwDeviceExtension, PUSHORT Port, USHORT Value);
NTKERNELAPI VOID NTAPI StorPortWriteRegisterBufferUchar(PVOID HwDeviceExtension, PUCHAR Register, PUCHAR Buffer, ULONG Count);
NTKERNELAPI VOID NTAPI StorPortWriteRegisterBufferUlong(PVOID HwDeviceExtension, PULONG Register, PULONG Buffer, ULONG Count);
NTKERNELAPI VOID NTAPI StorPortWriteRegisterBufferUlong64(PVOID HwDeviceExtension, PULONG64 Register, PULONG64 Buffer, ULONG Count);
NTKERNELAPI VOID NTAPI StorPortWriteRegisterBufferUshort(PVOID HwDeviceExtension, PUSHORT Register, PUSHORT Buffer, ULONG Count);
NTKERNELAPI VOID NTAPI StorPortWriteRegisterUchar(PVOID HwDeviceExtension, PUCHAR Register, UCHAR Value);
NTKERNELAPI VOID NTAPI StorPortWriteRegisterUlong(PVOID HwDeviceExtension, PULONG Register, ULONG Value);
NTKERNELAPI VOID NTAPI StorPortWriteRegisterUlong64(PVOID HwDeviceExtension, PULONG64 Register, ULONG64 Value);
NTKERNELAPI VOID NTAPI StorPortWriteRegisterUshort(PVOID HwDeviceExtension, PUSHORT Register, USHORT Value);
typedef struct _STOR_LOCK_HANDLE {
  STOR_SPINLOCK Lock;
  struct {
    struct {
      PVOID Next;
      PVOID Lock;
    } LockQueue;
    KIRQL OldIrql;
  } Context;
} STOR_LOCK_HANDLE;
#ifdef __cplusplus
}
#endif
#endif
