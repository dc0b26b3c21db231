/* dxl_flt.h: what the public documentation has in flt.h.
 * Made by rules/headers/generate/generate.py: change facts/flt.json, not this file. */
/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
#if !defined(DXL_FLT_MORE_H) && !defined(DXL_NO_GENERATED)
#define DXL_FLT_MORE_H
typedef struct _FLT_FILTER *PFLT_FILTER;
typedef struct _FLT_INSTANCE *PFLT_INSTANCE;
typedef struct _FLT_VOLUME *PFLT_VOLUME;
typedef struct _FLT_PORT *PFLT_PORT;
typedef PVOID PFLT_CONTEXT;
typedef struct _FLT_GENERIC_WORKITEM *PFLT_GENERIC_WORKITEM;
typedef struct _FLT_DEFERRED_IO_WORKITEM *PFLT_DEFERRED_IO_WORKITEM;
/* https://learn.microsoft.com/windows-hardware/drivers/ddi/fltkernel/ns-fltkernel-_flt_related_objects */
typedef struct _FLT_RELATED_OBJECTS {
  USHORT Size;
  USHORT TransactionContext;
  PFLT_FILTER Filter;
  PFLT_VOLUME Volume;
  PFLT_INSTANCE Instance;
  PFILE_OBJECT FileObject;
  struct _KTRANSACTION *Transaction;
} FLT_RELATED_OBJECTS, *PFLT_RELATED_OBJECTS;
typedef const FLT_RELATED_OBJECTS *PCFLT_RELATED_OBJECTS;
typedef struct _COPY_INFORMATION *PCOPY_INFORMATION;
typedef struct _OPEN_REPARSE_LIST_ENTRY *POPEN_REPARSE_LIST_ENTRY;
typedef USHORT FLT_CONTEXT_TYPE, FLT_CONTEXT_REGISTRATION_FLAGS;
typedef ULONG FLT_CALLBACK_DATA_FLAGS, FLT_IO_OPERATION_FLAGS, FLT_FILE_NAME_OPTIONS, FLT_POST_OPERATION_FLAGS;
typedef ULONG FLT_NORMALIZE_NAME_FLAGS, FLT_REGISTRATION_FLAGS, FLT_OPERATION_REGISTRATION_FLAGS, FLT_INSTANCE_TEARDOWN_FLAGS;
typedef ULONG FLT_INSTANCE_SETUP_FLAGS, FLT_INSTANCE_QUERY_TEARDOWN_FLAGS, FLT_FILTER_UNLOAD_FLAGS, FLT_FILE_NAME_PARSED_FLAGS;
typedef ULONG FLT_CREATEFILE_TARGET_FLAGS, FLT_CALLBACK_DATA_QUEUE_FLAGS, FLT_ALLOCATE_CALLBACK_DATA_FLAGS;
#define FLT_VOLUME_CONTEXT 0x0001
#define FLT_INSTANCE_CONTEXT 0x0002
#define FLT_FILE_CONTEXT 0x0004
#define FLT_STREAM_CONTEXT 0x0008
#define FLT_STREAMHANDLE_CONTEXT 0x0010
#define FLT_TRANSACTION_CONTEXT 0x0020
#define FLT_SECTION_CONTEXT 0x0040
#define FLT_CONTEXT_END 0xffff
#define FLT_ALL_CONTEXTS \
  (FLT_VOLUME_CONTEXT | FLT_INSTANCE_CONTEXT | FLT_FILE_CONTEXT | FLT_STREAM_CONTEXT | FLT_STREAMHANDLE_CONTEXT | \
   FLT_TRANSACTION_CONTEXT | FLT_SECTION_CONTEXT)
#define FLTFL_REGISTRATION_DO_NOT_SUPPORT_SERVICE_STOP 0x00000001
#define FLTFL_REGISTRATION_SUPPORT_NPFS_MSFS 0x00000002
#define FLTFL_OPERATION_REGISTRATION_SKIP_PAGING_IO 0x00000001
#define FLTFL_OPERATION_REGISTRATION_SKIP_CACHED_IO 0x00000002
#define FLTFL_OPERATION_REGISTRATION_SKIP_NON_DASD_IO 0x00000004
#define FLTFL_POST_OPERATION_DRAINING 0x00000001
#define FLTFL_FILTER_UNLOAD_MANDATORY 0x00000001
#define FLTFL_INSTANCE_SETUP_AUTOMATIC_ATTACHMENT 0x00000001
#define FLTFL_INSTANCE_SETUP_MANUAL_ATTACHMENT 0x00000002
#define FLTFL_INSTANCE_SETUP_NEWLY_MOUNTED_VOLUME 0x00000004
#define FLTFL_CALLBACK_DATA_IRP_OPERATION 0x00000001
#define FLTFL_CALLBACK_DATA_FAST_IO_OPERATION 0x00000002
#define FLTFL_CALLBACK_DATA_FS_FILTER_OPERATION 0x00000004
#define FLTFL_CALLBACK_DATA_SYSTEM_BUFFER 0x00000008
#define FLTFL_CALLBACK_DATA_GENERATED_IO 0x00010000
#define FLTFL_CALLBACK_DATA_REISSUED_IO 0x00020000
#define FLTFL_CALLBACK_DATA_DRAINING_IO 0x00040000
#define FLTFL_CALLBACK_DATA_POST_OPERATION 0x00080000
#define FLTFL_CALLBACK_DATA_NEW_SYSTEM_BUFFER 0x00100000
#define FLTFL_CALLBACK_DATA_DIRTY 0x80000000
#define FLT_FILE_NAME_NORMALIZED 0x01
#define FLT_FILE_NAME_OPENED 0x02
#define FLT_FILE_NAME_SHORT 0x03
#define FLT_FILE_NAME_QUERY_DEFAULT 0x0100
#define FLT_FILE_NAME_QUERY_CACHE_ONLY 0x0200
#define FLT_FILE_NAME_QUERY_FILESYSTEM_ONLY 0x0300
#define FLT_FILE_NAME_QUERY_ALWAYS_ALLOW_CACHE_LOOKUP 0x0400
#define FLTFL_IO_OPERATION_NON_CACHED 0x00000001
#define FLTFL_IO_OPERATION_PAGING 0x00000002
#define FLTFL_IO_OPERATION_DO_NOT_UPDATE_BYTE_OFFSET 0x00000004
#define FLTFL_IO_OPERATION_SYNCHRONOUS_PAGING 0x00000008
#define FLT_REGISTRATION_VERSION_0200 0x0200
#define FLT_REGISTRATION_VERSION_0203 0x0203
#define FLT_REGISTRATION_VERSION FLT_REGISTRATION_VERSION_0203
#define IRP_MJ_OPERATION_END ((UCHAR)0x80)
#define FLT_IS_IRP_OPERATION(Data) (((Data)->Flags & FLTFL_CALLBACK_DATA_IRP_OPERATION) != 0)
#define FLT_IS_FASTIO_OPERATION(Data) (((Data)->Flags & FLTFL_CALLBACK_DATA_FAST_IO_OPERATION) != 0)
#define FLT_IS_FS_FILTER_OPERATION(Data) (((Data)->Flags & FLTFL_CALLBACK_DATA_FS_FILTER_OPERATION) != 0)
#define FLT_IS_REISSUED_IO(Data) (((Data)->Flags & FLTFL_CALLBACK_DATA_REISSUED_IO) != 0)
#define FLT_IS_SYSTEM_BUFFER(Data) (((Data)->Flags & FLTFL_CALLBACK_DATA_SYSTEM_BUFFER) != 0)
#define FLT_PORT_CONNECT 0x0001
#define FLT_PORT_ALL_ACCESS (FLT_PORT_CONNECT | STANDARD_RIGHTS_ALL)
typedef enum _FLT_PREOP_CALLBACK_STATUS {
  FLT_PREOP_SUCCESS_WITH_CALLBACK,
  FLT_PREOP_SUCCESS_NO_CALLBACK,
  FLT_PREOP_PENDING,
  FLT_PREOP_DISALLOW_FASTIO,
  FLT_PREOP_COMPLETE,
  FLT_PREOP_SYNCHRONIZE,
  FLT_PREOP_DISALLOW_FSFILTER_IO
} FLT_PREOP_CALLBACK_STATUS, *PFLT_PREOP_CALLBACK_STATUS;
typedef enum _FLT_POSTOP_CALLBACK_STATUS {
  FLT_POSTOP_FINISHED_PROCESSING,
  FLT_POSTOP_MORE_PROCESSING_REQUIRED,
  FLT_POSTOP_DISALLOW_FSFILTER_IO
} FLT_POSTOP_CALLBACK_STATUS, *PFLT_POSTOP_CALLBACK_STATUS;
typedef enum _FLT_SET_CONTEXT_OPERATION {
  FLT_SET_CONTEXT_REPLACE_IF_EXISTS,
  FLT_SET_CONTEXT_KEEP_IF_EXISTS
} FLT_SET_CONTEXT_OPERATION, *PFLT_SET_CONTEXT_OPERATION;
typedef enum _INSTANCE_INFORMATION_CLASS {
  InstanceBasicInformation,
  InstancePartialInformation,
  InstanceFullInformation,
  InstanceAggregateStandardInformation
} INSTANCE_INFORMATION_CLASS, *PINSTANCE_INFORMATION_CLASS;
typedef enum _FILTER_INFORMATION_CLASS {
  FilterFullInformation,
  FilterAggregateBasicInformation,
  FilterAggregateStandardInformation
} FILTER_INFORMATION_CLASS, *PFILTER_INFORMATION_CLASS;
typedef enum _FILTER_VOLUME_INFORMATION_CLASS {
  FilterVolumeBasicInformation,
  FilterVolumeStandardInformation
} FILTER_VOLUME_INFORMATION_CLASS, *PFILTER_VOLUME_INFORMATION_CLASS;
typedef struct _FLT_CALLBACK_DATA FLT_CALLBACK_DATA, *PFLT_CALLBACK_DATA;
typedef struct _FLT_CALLBACK_DATA_QUEUE FLT_CALLBACK_DATA_QUEUE, *PFLT_CALLBACK_DATA_QUEUE;
typedef struct _FLT_CALLBACK_DATA_QUEUE_IO_CONTEXT *PFLT_CALLBACK_DATA_QUEUE_IO_CONTEXT;
typedef VOID (FASTCALL *PFLT_COMPLETE_CANCELED_CALLBACK)(PFLT_CALLBACK_DATA CallbackData);
typedef VOID (NTAPI *PFLT_GENERIC_WORKITEM_ROUTINE)(PFLT_GENERIC_WORKITEM FltWorkItem, PVOID FltObject, PVOID Context);
typedef VOID (NTAPI *PFLT_DEFERRED_IO_WORKITEM_ROUTINE)(PFLT_DEFERRED_IO_WORKITEM FltWorkItem, PFLT_CALLBACK_DATA CallbackData, PVOID Context);
typedef VOID (NTAPI *PFLTOPLOCK_WAIT_COMPLETE_ROUTINE)(PFLT_CALLBACK_DATA CallbackData, PVOID Context);
typedef VOID (NTAPI *PFLTOPLOCK_PREPOST_CALLBACKDATA_ROUTINE)(PFLT_CALLBACK_DATA CallbackData, PVOID Context);
typedef NTSTATUS (NTAPI *PFLT_CALLBACK_DATA_QUEUE_INSERT_IO)(PFLT_CALLBACK_DATA_QUEUE Cbdq, PFLT_CALLBACK_DATA Cbd, PVOID InsertContext);
typedef VOID (NTAPI *PFLT_CALLBACK_DATA_QUEUE_REMOVE_IO)(PFLT_CALLBACK_DATA_QUEUE Cbdq, PFLT_CALLBACK_DATA Cbd);
typedef PFLT_CALLBACK_DATA (NTAPI *PFLT_CALLBACK_DATA_QUEUE_PEEK_NEXT_IO)(PFLT_CALLBACK_DATA_QUEUE Cbdq, PFLT_CALLBACK_DATA Cbd, PVOID PeekContext);
typedef VOID (NTAPI *PFLT_CALLBACK_DATA_QUEUE_ACQUIRE)(PFLT_CALLBACK_DATA_QUEUE Cbdq, PKIRQL Irql);
typedef VOID (NTAPI *PFLT_CALLBACK_DATA_QUEUE_RELEASE)(PFLT_CALLBACK_DATA_QUEUE Cbdq, KIRQL Irql);
typedef VOID (NTAPI *PFLT_CALLBACK_DATA_QUEUE_COMPLETE_CANCELED_IO)(PFLT_CALLBACK_DATA_QUEUE Cbdq, PFLT_CALLBACK_DATA Cbd);
struct _FLT_CALLBACK_DATA_QUEUE {
  ULONG Csq[8];
  PFLT_INSTANCE Instance;
  PFLT_CALLBACK_DATA_QUEUE_INSERT_IO InsertIo;
  PFLT_CALLBACK_DATA_QUEUE_REMOVE_IO RemoveIo;
  PFLT_CALLBACK_DATA_QUEUE_PEEK_NEXT_IO PeekNextIo;
  PFLT_CALLBACK_DATA_QUEUE_ACQUIRE Acquire;
  PFLT_CALLBACK_DATA_QUEUE_RELEASE Release;
  PFLT_CALLBACK_DATA_QUEUE_COMPLETE_CANCELED_IO CompleteCanceledIo;
};
/* The parameters of the operations that filters look at most; as those of an IRP's stack location, laid out for 64 bits. */
typedef union _FLT_PARAMETERS {
  struct {
    PIO_SECURITY_CONTEXT SecurityContext;
    ULONG Options;
    USHORT FileAttributes;
    USHORT ShareAccess;
    ULONG EaLength;
    PVOID EaBuffer;
    LARGE_INTEGER AllocationSize;
  } Create;
  struct {
    ULONG Length;
    ULONG Key;
    LARGE_INTEGER ByteOffset;
    PVOID ReadBuffer;
    PMDL MdlAddress;
  } Read;
  struct {
    ULONG Length;
    ULONG Key;
    LARGE_INTEGER ByteOffset;
    PVOID WriteBuffer;
    PMDL MdlAddress;
  } Write;
  struct {
    ULONG Length;
    FILE_INFORMATION_CLASS FileInformationClass;
    PVOID InfoBuffer;
  } QueryFileInformation;
  struct {
    ULONG Length;
    FILE_INFORMATION_CLASS FileInformationClass;
    PFILE_OBJECT ParentOfTarget;
    union {
      struct {
        BOOLEAN ReplaceIfExists;
        BOOLEAN AdvanceOnly;
      };
      ULONG ClusterCount;
      HANDLE DeleteHandle;
    };
    PVOID InfoBuffer;
  } SetFileInformation;
  struct {
    ULONG Length;
    PVOID EaList;
    ULONG EaListLength;
    ULONG EaIndex;
    PVOID EaBuffer;
    PMDL MdlAddress;
  } QueryEa;
  struct {
    ULONG Length;
    PVOID EaBuffer;
    PMDL MdlAddress;
  } SetEa;
  struct {
    ULONG Length;
    FS_INFORMATION_CLASS FsInformationClass;
    PVOID VolumeBuffer;
  } QueryVolumeInformation;
  struct {
    ULONG Length;
    FS_INFORMATION_CLASS FsInformationClass;
    PVOID VolumeBuffer;
  } SetVolumeInformation;
  union {
    struct {
      ULONG Length;
      PUNICODE_STRING FileName;
      FILE_INFORMATION_CLASS FileInformationClass;
      ULONG FileIndex;
      PVOID DirectoryBuffer;
      PMDL MdlAddress;
    } QueryDirectory;
    struct {
      ULONG Length;
      ULONG CompletionFilter;
      ULONG Spare1;
      ULONG Spare2;
      PVOID DirectoryBuffer;
      PMDL MdlAddress;
    } NotifyDirectory;
  } DirectoryControl;
  union {
    struct {
      PVPB Vpb;
      PDEVICE_OBJECT DeviceObject;
    } VerifyVolume;
    struct {
      ULONG OutputBufferLength;
      ULONG InputBufferLength;
      ULONG FsControlCode;
    } Common;
    struct {
      ULONG OutputBufferLength;
      ULONG InputBufferLength;
      ULONG FsControlCode;
      PVOID InputBuffer;
      PVOID OutputBuffer;
      PMDL OutputMdlAddress;
    } Neither;
    struct {
      ULONG OutputBufferLength;
      ULONG InputBufferLength;
      ULONG FsControlCode;
      PVOID SystemBuffer;
    } Buffered;
    struct {
      ULONG OutputBufferLength;
      ULONG InputBufferLength;
      ULONG FsControlCode;
      PVOID InputSystemBuffer;
      PVOID OutputBuffer;
      PMDL OutputMdlAddress;
    } Direct;
  } FileSystemControl;
  union {
    struct {
      ULONG OutputBufferLength;
      ULONG InputBufferLength;
      ULONG IoControlCode;
    } Common;
    struct {
      ULONG OutputBufferLength;
      ULONG InputBufferLength;
      ULONG IoControlCode;
      PVOID InputBuffer;
      PVOID OutputBuffer;
      PMDL OutputMdlAddress;
    } Neither;
    struct {
      ULONG OutputBufferLength;
      ULONG InputBufferLength;
      ULONG IoControlCode;
      PVOID SystemBuffer;
    } Buffered;
    struct {
      ULONG OutputBufferLength;
      ULONG InputBufferLength;
      ULONG IoControlCode;
      PVOID InputSystemBuffer;
      PVOID OutputBuffer;
      PMDL OutputMdlAddress;
    } Direct;
    struct {
      ULONG OutputBufferLength;
      ULONG InputBufferLength;
      ULONG IoControlCode;
      PVOID InputBuffer;
      PVOID OutputBuffer;
    } FastIo;
  } DeviceIoControl;
  struct {
    PLARGE_INTEGER Length;
    ULONG Key;
    LARGE_INTEGER ByteOffset;
    PEPROCESS ProcessId;
    BOOLEAN FailImmediately;
    BOOLEAN ExclusiveLock;
  } LockControl;
  struct {
    SECURITY_INFORMATION SecurityInformation;
    ULONG Length;
    PVOID SecurityBuffer;
    PMDL MdlAddress;
  } QuerySecurity;
  struct {
    SECURITY_INFORMATION SecurityInformation;
    PSECURITY_DESCRIPTOR SecurityDescriptor;
  } SetSecurity;
  struct {
    FS_FILTER_SECTION_SYNC_TYPE SyncType;
    ULONG PageProtection;
  } AcquireForSectionSynchronization;
  struct {
    PLARGE_INTEGER EndingOffset;
    PERESOURCE *ResourceToRelease;
  } AcquireForModifiedPageWriter;
  struct {
    PVPB Vpb;
    PDEVICE_OBJECT DeviceObject;
  } MountVolume;
  struct {
    PVOID Argument1;
    PVOID Argument2;
    PVOID Argument3;
    PVOID Argument4;
    PVOID Argument5;
    LARGE_INTEGER Argument6;
  } Others;
} FLT_PARAMETERS, *PFLT_PARAMETERS;
#ifdef __cplusplus
extern "C" {
#endif
typedef enum _FLT_FILESYSTEM_TYPE {
  FLT_FSTYPE_UNKNOWN,
  FLT_FSTYPE_RAW,
  FLT_FSTYPE_NTFS,
  FLT_FSTYPE_FAT,
  FLT_FSTYPE_CDFS,
  FLT_FSTYPE_UDFS,
  FLT_FSTYPE_LANMAN,
  FLT_FSTYPE_WEBDAV,
  FLT_FSTYPE_RDPDR,
  FLT_FSTYPE_NFS,
  FLT_FSTYPE_MS_NETWARE,
  FLT_FSTYPE_NETWARE,
  FLT_FSTYPE_BSUDF,
  FLT_FSTYPE_MUP,
  FLT_FSTYPE_RSFX,
  FLT_FSTYPE_ROXIO_UDF1,
  FLT_FSTYPE_ROXIO_UDF2,
  FLT_FSTYPE_ROXIO_UDF3,
  FLT_FSTYPE_TACIT,
  FLT_FSTYPE_FS_REC,
  FLT_FSTYPE_INCD,
  FLT_FSTYPE_INCD_FAT,
  FLT_FSTYPE_EXFAT,
  FLT_FSTYPE_PSFS,
  FLT_FSTYPE_GPFS,
  FLT_FSTYPE_NPFS,
  FLT_FSTYPE_MSFS,
  FLT_FSTYPE_CSVFS,
  FLT_FSTYPE_REFS,
  FLT_FSTYPE_OPENAFS,
  FLT_FSTYPE_CIMFS,
} FLT_FILESYSTEM_TYPE, *PFLT_FILESYSTEM_TYPE;
typedef struct _FLT_CALLBACK_DATA FLT_CALLBACK_DATA, *PFLT_CALLBACK_DATA;
typedef struct _FLT_CONTEXT_REGISTRATION FLT_CONTEXT_REGISTRATION, *PFLT_CONTEXT_REGISTRATION;
typedef struct _FLT_CREATEFILE_TARGET_ECP_CONTEXT FLT_CREATEFILE_TARGET_ECP_CONTEXT, *PFLT_CREATEFILE_TARGET_ECP_CONTEXT;
typedef struct _FLT_FILE_NAME_INFORMATION FLT_FILE_NAME_INFORMATION, *PFLT_FILE_NAME_INFORMATION;
typedef struct _FLT_IO_PARAMETER_BLOCK FLT_IO_PARAMETER_BLOCK, *PFLT_IO_PARAMETER_BLOCK;
typedef struct _FLT_NAME_CONTROL FLT_NAME_CONTROL, *PFLT_NAME_CONTROL;
typedef struct _FLT_OPERATION_REGISTRATION FLT_OPERATION_REGISTRATION, *PFLT_OPERATION_REGISTRATION;
typedef struct _FLT_REGISTRATION FLT_REGISTRATION, *PFLT_REGISTRATION;
typedef struct _FLT_RELATED_CONTEXTS FLT_RELATED_CONTEXTS, *PFLT_RELATED_CONTEXTS;
typedef struct _FLT_RELATED_CONTEXTS_EX FLT_RELATED_CONTEXTS_EX, *PFLT_RELATED_CONTEXTS_EX;
typedef struct _FLT_TAG_DATA_BUFFER FLT_TAG_DATA_BUFFER, *PFLT_TAG_DATA_BUFFER;
typedef struct _FLT_VOLUME_PROPERTIES FLT_VOLUME_PROPERTIES, *PFLT_VOLUME_PROPERTIES;
typedef struct _FILTER_AGGREGATE_BASIC_INFORMATION FILTER_AGGREGATE_BASIC_INFORMATION, *PFILTER_AGGREGATE_BASIC_INFORMATION;
typedef struct _FILTER_AGGREGATE_STANDARD_INFORMATION FILTER_AGGREGATE_STANDARD_INFORMATION, *PFILTER_AGGREGATE_STANDARD_INFORMATION;
typedef struct _FILTER_FULL_INFORMATION FILTER_FULL_INFORMATION, *PFILTER_FULL_INFORMATION;
typedef struct _FILTER_MESSAGE_HEADER FILTER_MESSAGE_HEADER, *PFILTER_MESSAGE_HEADER;
typedef struct _FILTER_REPLY_HEADER FILTER_REPLY_HEADER, *PFILTER_REPLY_HEADER;
typedef struct _FILTER_VOLUME_BASIC_INFORMATION FILTER_VOLUME_BASIC_INFORMATION, *PFILTER_VOLUME_BASIC_INFORMATION;
typedef struct _FILTER_VOLUME_STANDARD_INFORMATION FILTER_VOLUME_STANDARD_INFORMATION, *PFILTER_VOLUME_STANDARD_INFORMATION;
typedef struct _INSTANCE_AGGREGATE_STANDARD_INFORMATION INSTANCE_AGGREGATE_STANDARD_INFORMATION, *PINSTANCE_AGGREGATE_STANDARD_INFORMATION;
typedef struct _INSTANCE_BASIC_INFORMATION INSTANCE_BASIC_INFORMATION, *PINSTANCE_BASIC_INFORMATION;
typedef struct _INSTANCE_FULL_INFORMATION INSTANCE_FULL_INFORMATION, *PINSTANCE_FULL_INFORMATION;
typedef struct _INSTANCE_PARTIAL_INFORMATION INSTANCE_PARTIAL_INFORMATION, *PINSTANCE_PARTIAL_INFORMATION;
typedef _Function_class_DXGK_(PFLT_COMPLETE_LOCK_CALLBACK_DATA_ROUTINE)
_IRQL_requires_max_(APC_LEVEL)
NTSTATUS (NTAPI *PFLT_COMPLETE_LOCK_CALLBACK_DATA_ROUTINE)(_In_opt_ PVOID Context, _In_ PFLT_CALLBACK_DATA CallbackData);
typedef _Function_class_DXGK_(PFLT_COMPLETED_ASYNC_IO_CALLBACK)
VOID (NTAPI *PFLT_COMPLETED_ASYNC_IO_CALLBACK)(_In_ PFLT_CALLBACK_DATA CallbackData, _In_ PFLT_CONTEXT Context);
typedef _Function_class_DXGK_(PFLT_CONNECT_NOTIFY)
_IRQL_requires_(PASSIVE_LEVEL)
NTSTATUS (NTAPI *PFLT_CONNECT_NOTIFY)(PFLT_PORT ClientPort, PVOID ServerPortCookie, PVOID ConnectionContext, ULONG SizeOfContext, PVOID *ConnectionPortCookie);
typedef _Function_class_DXGK_(PFLT_CONTEXT_ALLOCATE_CALLBACK)
_IRQL_requires_max_(APC_LEVEL)
PVOID (NTAPI *PFLT_CONTEXT_ALLOCATE_CALLBACK)(_In_ POOL_TYPE PoolType, _In_ SIZE_T Size, _In_ FLT_CONTEXT_TYPE ContextType);
typedef _Function_class_DXGK_(PFLT_CONTEXT_CLEANUP_CALLBACK)
_IRQL_requires_max_(APC_LEVEL)
VOID (NTAPI *PFLT_CONTEXT_CLEANUP_CALLBACK)(_In_ PFLT_CONTEXT Context, _In_ FLT_CONTEXT_TYPE ContextType);
typedef _Function_class_DXGK_(PFLT_CONTEXT_FREE_CALLBACK)
_IRQL_requires_max_(APC_LEVEL)
VOID (NTAPI *PFLT_CONTEXT_FREE_CALLBACK)(_In_ PVOID Pool, _In_ FLT_CONTEXT_TYPE ContextType);
typedef _Function_class_DXGK_(PFLT_DISCONNECT_NOTIFY)
_IRQL_requires_(PASSIVE_LEVEL)
VOID (NTAPI *PFLT_DISCONNECT_NOTIFY)(PVOID ConnectionCookie);
typedef _Function_class_DXGK_(PFLT_FILTER_UNLOAD_CALLBACK)
_IRQL_requires_(PASSIVE_LEVEL)
NTSTATUS (NTAPI *PFLT_FILTER_UNLOAD_CALLBACK)(FLT_FILTER_UNLOAD_FLAGS Flags);
typedef _Function_class_DXGK_(PFLT_GENERATE_FILE_NAME)
_IRQL_requires_(PASSIVE_LEVEL)
NTSTATUS (NTAPI *PFLT_GENERATE_FILE_NAME)(_In_ PFLT_INSTANCE Instance, _In_ PFILE_OBJECT FileObject, _In_opt_ PFLT_CALLBACK_DATA CallbackData, _In_ FLT_FILE_NAME_OPTIONS NameOptions, _Out_ PBOOLEAN CacheFileNameInformation, _Out_ PFLT_NAME_CONTROL FileName);
typedef _Function_class_DXGK_(PFLT_GET_OPERATION_STATUS_CALLBACK)
_IRQL_requires_max_(APC_LEVEL)
VOID (NTAPI *PFLT_GET_OPERATION_STATUS_CALLBACK)(_In_ PCFLT_RELATED_OBJECTS FltObjects, _In_ PFLT_IO_PARAMETER_BLOCK IopbSnapshot, _In_ NTSTATUS OperationStatus, _In_opt_ PVOID RequesterContext);
typedef _Function_class_DXGK_(PFLT_INSTANCE_QUERY_TEARDOWN_CALLBACK)
_IRQL_requires_(PASSIVE_LEVEL)
NTSTATUS (NTAPI *PFLT_INSTANCE_QUERY_TEARDOWN_CALLBACK)(_In_ PCFLT_RELATED_OBJECTS FltObjects, _In_ FLT_INSTANCE_QUERY_TEARDOWN_FLAGS Flags);
typedef _Function_class_DXGK_(PFLT_INSTANCE_SETUP_CALLBACK)
_IRQL_requires_(PASSIVE_LEVEL)
NTSTATUS (NTAPI *PFLT_INSTANCE_SETUP_CALLBACK)(_In_ PCFLT_RELATED_OBJECTS FltObjects, _In_ FLT_INSTANCE_SETUP_FLAGS Flags, _In_ DEVICE_TYPE VolumeDeviceType, _In_ FLT_FILESYSTEM_TYPE VolumeFilesystemType);
typedef _Function_class_DXGK_(PFLT_INSTANCE_TEARDOWN_CALLBACK)
VOID (NTAPI *PFLT_INSTANCE_TEARDOWN_CALLBACK)(_In_ PCFLT_RELATED_OBJECTS FltObjects, _In_ FLT_INSTANCE_TEARDOWN_FLAGS Reason);
typedef _Function_class_DXGK_(PFLT_MESSAGE_NOTIFY)
_IRQL_requires_(PASSIVE_LEVEL)
NTSTATUS (NTAPI *PFLT_MESSAGE_NOTIFY)(PVOID PortCookie, PVOID InputBuffer, ULONG InputBufferLength, PVOID OutputBuffer, ULONG OutputBufferLength, PULONG ReturnOutputBufferLength);
typedef _Function_class_DXGK_(PFLT_NORMALIZE_CONTEXT_CLEANUP)
_IRQL_requires_(PASSIVE_LEVEL)
VOID (NTAPI *PFLT_NORMALIZE_CONTEXT_CLEANUP)(_In_opt_ PVOID *NormalizationContext);
typedef _Function_class_DXGK_(PFLT_NORMALIZE_NAME_COMPONENT)
_IRQL_requires_(PASSIVE_LEVEL)
NTSTATUS (NTAPI *PFLT_NORMALIZE_NAME_COMPONENT)(_In_ PFLT_INSTANCE Instance, _In_ PCUNICODE_STRING ParentDirectory, _In_ USHORT VolumeNameLength, _In_ PCUNICODE_STRING Component, _Out_ PFILE_NAMES_INFORMATION ExpandComponentName, _In_ ULONG ExpandComponentNameLength, _In_ FLT_NORMALIZE_NAME_FLAGS Flags, _Inout_ PVOID *NormalizationContext);
typedef _Function_class_DXGK_(PFLT_NORMALIZE_NAME_COMPONENT_EX)
_IRQL_requires_(PASSIVE_LEVEL)
NTSTATUS (NTAPI *PFLT_NORMALIZE_NAME_COMPONENT_EX)(_In_ PFLT_INSTANCE Instance, _In_ PFILE_OBJECT FileObject, _In_ PCUNICODE_STRING ParentDirectory, _In_ USHORT VolumeNameLength, _In_ PCUNICODE_STRING Component, _Out_ PFILE_NAMES_INFORMATION ExpandComponentName, _In_ ULONG ExpandComponentNameLength, _In_ FLT_NORMALIZE_NAME_FLAGS Flags, _Inout_ PVOID *NormalizationContext);
typedef _Function_class_DXGK_(PFLT_POST_OPERATION_CALLBACK)
FLT_POSTOP_CALLBACK_STATUS (NTAPI *PFLT_POST_OPERATION_CALLBACK)(_Inout_ PFLT_CALLBACK_DATA Data, _In_ PCFLT_RELATED_OBJECTS FltObjects, _In_opt_ PVOID CompletionContext, _In_ FLT_POST_OPERATION_FLAGS Flags);
typedef _Function_class_DXGK_(PFLT_PRE_OPERATION_CALLBACK)
FLT_PREOP_CALLBACK_STATUS (NTAPI *PFLT_PRE_OPERATION_CALLBACK)(_Inout_ PFLT_CALLBACK_DATA Data, _In_ PCFLT_RELATED_OBJECTS FltObjects, _Out_ PVOID *CompletionContext);
typedef _Function_class_DXGK_(PFLT_SECTION_CONFLICT_NOTIFICATION_CALLBACK)
_IRQL_requires_(PASSIVE_LEVEL)
NTSTATUS (NTAPI *PFLT_SECTION_CONFLICT_NOTIFICATION_CALLBACK)(_In_ PFLT_INSTANCE Instance, _In_ PFLT_CONTEXT SectionContext, _In_ PFLT_CALLBACK_DATA Data);
typedef _Function_class_DXGK_(PFLT_TRANSACTION_NOTIFICATION_CALLBACK)
_IRQL_requires_(PASSIVE_LEVEL)
NTSTATUS (NTAPI *PFLT_TRANSACTION_NOTIFICATION_CALLBACK)(_In_ PCFLT_RELATED_OBJECTS FltObjects, _In_ PFLT_CONTEXT TransactionContext, _In_ ULONG NotificationMask);
struct _FLT_CALLBACK_DATA {
  FLT_CALLBACK_DATA_FLAGS Flags;
  PETHREAD Thread;
  PFLT_IO_PARAMETER_BLOCK Iopb;
  IO_STATUS_BLOCK IoStatus;
  struct _FLT_TAG_DATA_BUFFER *TagData;
  union {
    struct {
      LIST_ENTRY QueueLinks;
      PVOID QueueContext[2];
    };
    PVOID FilterContext[4];
  };
  KPROCESSOR_MODE RequestorMode;
};
struct _FLT_CONTEXT_REGISTRATION {
  FLT_CONTEXT_TYPE ContextType;
  FLT_CONTEXT_REGISTRATION_FLAGS Flags;
  PFLT_CONTEXT_CLEANUP_CALLBACK ContextCleanupCallback;
  SIZE_T Size;
  ULONG PoolTag;
  PFLT_CONTEXT_ALLOCATE_CALLBACK ContextAllocateCallback;
  PFLT_CONTEXT_FREE_CALLBACK ContextFreeCallback;
  PVOID Reserved1;
};
struct _FLT_CREATEFILE_TARGET_ECP_CONTEXT {
  PFLT_INSTANCE Instance;
  PFLT_VOLUME Volume;
  PFLT_FILE_NAME_INFORMATION FileNameInformation;
  FLT_CREATEFILE_TARGET_FLAGS Flags;
};
struct _FLT_FILE_NAME_INFORMATION {
  USHORT Size;
  FLT_FILE_NAME_PARSED_FLAGS NamesParsed;
  FLT_FILE_NAME_OPTIONS Format;
  UNICODE_STRING Name;
  UNICODE_STRING Volume;
  UNICODE_STRING Share;
  UNICODE_STRING Extension;
  UNICODE_STRING Stream;
  UNICODE_STRING FinalComponent;
  UNICODE_STRING ParentDir;
};
struct _FLT_IO_PARAMETER_BLOCK {
  ULONG IrpFlags;
  UCHAR MajorFunction;
  UCHAR MinorFunction;
  UCHAR OperationFlags;
  UCHAR Reserved;
  PFILE_OBJECT TargetFileObject;
  PFLT_INSTANCE TargetInstance;
  FLT_PARAMETERS Parameters;
};
struct _FLT_NAME_CONTROL {
  UNICODE_STRING Name;
};
struct _FLT_OPERATION_REGISTRATION {
  UCHAR MajorFunction;
  FLT_OPERATION_REGISTRATION_FLAGS Flags;
  PFLT_PRE_OPERATION_CALLBACK PreOperation;
  PFLT_POST_OPERATION_CALLBACK PostOperation;
  PVOID Reserved1;
};
struct _FLT_REGISTRATION {
  USHORT Size;
  USHORT Version;
  FLT_REGISTRATION_FLAGS Flags;
  const FLT_CONTEXT_REGISTRATION *ContextRegistration;
  const FLT_OPERATION_REGISTRATION *OperationRegistration;
  PFLT_FILTER_UNLOAD_CALLBACK FilterUnloadCallback;
  PFLT_INSTANCE_SETUP_CALLBACK InstanceSetupCallback;
  PFLT_INSTANCE_QUERY_TEARDOWN_CALLBACK InstanceQueryTeardownCallback;
  PFLT_INSTANCE_TEARDOWN_CALLBACK InstanceTeardownStartCallback;
  PFLT_INSTANCE_TEARDOWN_CALLBACK InstanceTeardownCompleteCallback;
  PFLT_GENERATE_FILE_NAME GenerateFileNameCallback;
  PFLT_NORMALIZE_NAME_COMPONENT NormalizeNameComponentCallback;
  PFLT_NORMALIZE_CONTEXT_CLEANUP NormalizeContextCleanupCallback;
  PFLT_TRANSACTION_NOTIFICATION_CALLBACK TransactionNotificationCallback;
  PFLT_NORMALIZE_NAME_COMPONENT_EX NormalizeNameComponentExCallback;
  PFLT_SECTION_CONFLICT_NOTIFICATION_CALLBACK SectionNotificationCallback;
};
struct _FLT_RELATED_CONTEXTS {
  PFLT_CONTEXT VolumeContext;
  PFLT_CONTEXT InstanceContext;
  PFLT_CONTEXT FileContext;
  PFLT_CONTEXT StreamContext;
  PFLT_CONTEXT StreamHandleContext;
  PFLT_CONTEXT TransactionContext;
};
struct _FLT_RELATED_CONTEXTS_EX {
  PFLT_CONTEXT VolumeContext;
  PFLT_CONTEXT InstanceContext;
  PFLT_CONTEXT FileContext;
  PFLT_CONTEXT StreamContext;
  PFLT_CONTEXT StreamHandleContext;
  PFLT_CONTEXT TransactionContext;
  PFLT_CONTEXT SectionContext;
};
struct _FLT_TAG_DATA_BUFFER {
  ULONG FileTag;
  USHORT TagDataLength;
  USHORT UnparsedNameLength;
  union {
    struct {
      USHORT SubstituteNameOffset;
      USHORT SubstituteNameLength;
      USHORT PrintNameOffset;
      USHORT PrintNameLength;
      ULONG Flags;
      WCHAR PathBuffer[1];
    } SymbolicLinkReparseBuffer;
    struct {
      USHORT SubstituteNameOffset;
      USHORT SubstituteNameLength;
      USHORT PrintNameOffset;
      USHORT PrintNameLength;
      WCHAR PathBuffer[1];
    } MountPointReparseBuffer;
    struct {
      UCHAR DataBuffer[1];
    } GenericReparseBuffer;
    struct {
      GUID TagGuid;
      UCHAR DataBuffer[1];
    } GenericGUIDReparseBuffer;
  };
};
struct _FLT_VOLUME_PROPERTIES {
  DEVICE_TYPE DeviceType;
  ULONG DeviceCharacteristics;
  ULONG DeviceObjectFlags;
  ULONG AlignmentRequirement;
  USHORT SectorSize;
  USHORT Flags;
  UNICODE_STRING FileSystemDriverName;
  UNICODE_STRING FileSystemDeviceName;
  UNICODE_STRING RealDeviceName;
};
struct _FILTER_AGGREGATE_BASIC_INFORMATION {
  ULONG NextEntryOffset;
  ULONG Flags;
  union {
    struct {
      ULONG FrameID;
      ULONG NumberOfInstances;
      USHORT FilterNameLength;
      USHORT FilterNameBufferOffset;
      USHORT FilterAltitudeLength;
      USHORT FilterAltitudeBufferOffset;
    } MiniFilter;
    struct {
      USHORT FilterNameLength;
      USHORT FilterNameBufferOffset;
    } LegacyFilter;
  } Type;
};
struct _FILTER_AGGREGATE_STANDARD_INFORMATION {
  ULONG NextEntryOffset;
  ULONG Flags;
  union {
    struct {
      ULONG Flags;
      ULONG FrameID;
      ULONG NumberOfInstances;
      USHORT FilterNameLength;
      USHORT FilterNameBufferOffset;
      USHORT FilterAltitudeLength;
      USHORT FilterAltitudeBufferOffset;
    } MiniFilter;
    struct {
      ULONG Flags;
      USHORT FilterNameLength;
      USHORT FilterNameBufferOffset;
      USHORT FilterAltitudeLength;
      USHORT FilterAltitudeBufferOffset;
    } LegacyFilter;
  } Type;
};
struct _FILTER_FULL_INFORMATION {
  ULONG NextEntryOffset;
  ULONG FrameID;
  ULONG NumberOfInstances;
  USHORT FilterNameLength;
  WCHAR FilterNameBuffer[1];
};
struct _FILTER_MESSAGE_HEADER {
  ULONG ReplyLength;
  ULONGLONG MessageId;
};
struct _FILTER_REPLY_HEADER {
  NTSTATUS Status;
  ULONGLONG MessageId;
};
struct _FILTER_VOLUME_BASIC_INFORMATION {
  USHORT FilterVolumeNameLength;
  WCHAR FilterVolumeName[1];
};
struct _FILTER_VOLUME_STANDARD_INFORMATION {
  ULONG NextEntryOffset;
  ULONG Flags;
  ULONG FrameID;
  FLT_FILESYSTEM_TYPE FileSystemType;
  USHORT FilterVolumeNameLength;
  WCHAR FilterVolumeName[1];
};
struct _INSTANCE_AGGREGATE_STANDARD_INFORMATION {
  ULONG NextEntryOffset;
  ULONG Flags;
  union {
    struct {
      ULONG Flags;
      ULONG FrameID;
      FLT_FILESYSTEM_TYPE VolumeFileSystemType;
      USHORT InstanceNameLength;
      USHORT InstanceNameBufferOffset;
      USHORT AltitudeLength;
      USHORT AltitudeBufferOffset;
      USHORT VolumeNameLength;
      USHORT VolumeNameBufferOffset;
      USHORT FilterNameLength;
      USHORT FilterNameBufferOffset;
      ULONG SupportedFeatures;
    } MiniFilter;
    struct {
      ULONG Flags;
      USHORT AltitudeLength;
      USHORT AltitudeBufferOffset;
      USHORT VolumeNameLength;
      USHORT VolumeNameBufferOffset;
      USHORT FilterNameLength;
      USHORT FilterNameBufferOffset;
      ULONG SupportedFeatures;
    } LegacyFilter;
  } Type;
};
struct _INSTANCE_BASIC_INFORMATION {
  ULONG NextEntryOffset;
  USHORT InstanceNameLength;
  USHORT InstanceNameBufferOffset;
};
struct _INSTANCE_FULL_INFORMATION {
  ULONG NextEntryOffset;
  USHORT InstanceNameLength;
  USHORT InstanceNameBufferOffset;
  USHORT AltitudeLength;
  USHORT AltitudeBufferOffset;
  USHORT VolumeNameLength;
  USHORT VolumeNameBufferOffset;
  USHORT FilterNameLength;
  USHORT FilterNameBufferOffset;
};
struct _INSTANCE_PARTIAL_INFORMATION {
  ULONG NextEntryOffset;
  USHORT InstanceNameLength;
  USHORT InstanceNameBufferOffset;
  USHORT AltitudeLength;
  USHORT AltitudeBufferOffset;
};
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI VOID NTAPI FltAcknowledgeEcp(PFLT_FILTER Filter, PVOID EcpContext);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI VOID NTAPI FltAcquirePushLockExclusive(PEX_PUSH_LOCK PushLock);
NTKERNELAPI VOID NTAPI FltAcquirePushLockExclusiveEx(PEX_PUSH_LOCK PushLock, ULONG Flags);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI VOID NTAPI FltAcquirePushLockShared(PEX_PUSH_LOCK PushLock);
NTKERNELAPI VOID NTAPI FltAcquirePushLockSharedEx(PEX_PUSH_LOCK PushLock, ULONG Flags);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI VOID NTAPI FltAcquireResourceExclusive(PERESOURCE Resource);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI VOID NTAPI FltAcquireResourceShared(PERESOURCE Resource);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltAddOpenReparseEntry(PFLT_FILTER Filter, PFLT_CALLBACK_DATA Data, POPEN_REPARSE_LIST_ENTRY OpenReparseEntry);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltAdjustDeviceStackSizeForIoRedirection(PFLT_INSTANCE SourceInstance, PFLT_INSTANCE TargetInstance, PBOOLEAN SourceDeviceStackSizeModified);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltAllocateCallbackData(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject, PFLT_CALLBACK_DATA *RetNewCallbackData);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltAllocateCallbackDataEx(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject, FLT_ALLOCATE_CALLBACK_DATA_FLAGS Flags, PFLT_CALLBACK_DATA *RetNewCallbackData);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltAllocateContext(PFLT_FILTER Filter, FLT_CONTEXT_TYPE ContextType, SIZE_T ContextSize, POOL_TYPE PoolType, PFLT_CONTEXT *ReturnedContext);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI PFLT_DEFERRED_IO_WORKITEM NTAPI FltAllocateDeferredIoWorkItem(VOID);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltAllocateExtraCreateParameter(PFLT_FILTER Filter, LPCGUID EcpType, ULONG SizeOfContext, FSRTL_ALLOCATE_ECP_FLAGS Flags, PFSRTL_EXTRA_CREATE_PARAMETER_CLEANUP_CALLBACK CleanupCallback, ULONG PoolTag, PVOID *EcpContext);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltAllocateExtraCreateParameterFromLookasideList(PFLT_FILTER Filter, LPCGUID EcpType, ULONG SizeOfContext, FSRTL_ALLOCATE_ECP_FLAGS Flags, PFSRTL_EXTRA_CREATE_PARAMETER_CLEANUP_CALLBACK CleanupCallback, PVOID LookasideList, PVOID *EcpContext);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltAllocateExtraCreateParameterList(PFLT_FILTER Filter, FSRTL_ALLOCATE_ECPLIST_FLAGS Flags, PECP_LIST *EcpList);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI PFILE_LOCK NTAPI FltAllocateFileLock(PFLT_COMPLETE_LOCK_CALLBACK_DATA_ROUTINE CompleteLockCallbackDataRoutine, PUNLOCK_ROUTINE UnlockRoutine);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI PFLT_GENERIC_WORKITEM NTAPI FltAllocateGenericWorkItem(VOID);
NTKERNELAPI PVOID NTAPI FltAllocatePoolAlignedWithTag(PFLT_INSTANCE Instance, POOL_TYPE PoolType, SIZE_T NumberOfBytes, ULONG Tag);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltApplyPriorityInfoThread(PIO_PRIORITY_INFO InputPriorityInfo, PIO_PRIORITY_INFO OutputPriorityInfo, PETHREAD Thread);
_IRQL_requires_(PASSIVE_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltAttachVolume(PFLT_FILTER Filter, PFLT_VOLUME Volume, PCUNICODE_STRING InstanceName, PFLT_INSTANCE *RetInstance);
_IRQL_requires_(PASSIVE_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltAttachVolumeAtAltitude(PFLT_FILTER Filter, PFLT_VOLUME Volume, PCUNICODE_STRING Altitude, PCUNICODE_STRING InstanceName, PFLT_INSTANCE *RetInstance);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltBuildDefaultSecurityDescriptor(PSECURITY_DESCRIPTOR *SecurityDescriptor, ACCESS_MASK DesiredAccess);
NTKERNELAPI VOID NTAPI FltCancelFileOpen(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI BOOLEAN NTAPI FltCancelIo(PFLT_CALLBACK_DATA CallbackData);
NTKERNELAPI NTSTATUS NTAPI FltCancellableWaitForSingleObject(PVOID Object, PLARGE_INTEGER Timeout, PFLT_CALLBACK_DATA CallbackData);
NTKERNELAPI VOID NTAPI FltCbdqDisable(PFLT_CALLBACK_DATA_QUEUE Cbdq);
NTKERNELAPI VOID NTAPI FltCbdqEnable(PFLT_CALLBACK_DATA_QUEUE Cbdq);
_IRQL_requires_max_(HIGH_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltCbdqInitialize(PFLT_INSTANCE Instance, PFLT_CALLBACK_DATA_QUEUE Cbdq, PFLT_CALLBACK_DATA_QUEUE_INSERT_IO CbdqInsertIo, PFLT_CALLBACK_DATA_QUEUE_REMOVE_IO CbdqRemoveIo, PFLT_CALLBACK_DATA_QUEUE_PEEK_NEXT_IO CbdqPeekNextIo, PFLT_CALLBACK_DATA_QUEUE_ACQUIRE CbdqAcquire, PFLT_CALLBACK_DATA_QUEUE_RELEASE CbdqRelease, PFLT_CALLBACK_DATA_QUEUE_COMPLETE_CANCELED_IO CbdqCompleteCanceledIo);
NTKERNELAPI NTSTATUS NTAPI FltCbdqInsertIo(PFLT_CALLBACK_DATA_QUEUE Cbdq, PFLT_CALLBACK_DATA Cbd, PFLT_CALLBACK_DATA_QUEUE_IO_CONTEXT Context, PVOID InsertContext);
NTKERNELAPI PFLT_CALLBACK_DATA NTAPI FltCbdqRemoveIo(PFLT_CALLBACK_DATA_QUEUE Cbdq, PFLT_CALLBACK_DATA_QUEUE_IO_CONTEXT Context);
NTKERNELAPI PFLT_CALLBACK_DATA NTAPI FltCbdqRemoveNextIo(PFLT_CALLBACK_DATA_QUEUE Cbdq, PVOID PeekContext);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltCheckAndGrowNameControl(PFLT_NAME_CONTROL NameCtrl, USHORT NewSize);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI BOOLEAN NTAPI FltCheckLockForReadAccess(PFILE_LOCK FileLock, PFLT_CALLBACK_DATA CallbackData);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI BOOLEAN NTAPI FltCheckLockForWriteAccess(PFILE_LOCK FileLock, PFLT_CALLBACK_DATA CallbackData);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI FLT_PREOP_CALLBACK_STATUS NTAPI FltCheckOplock(POPLOCK Oplock, PFLT_CALLBACK_DATA CallbackData, PVOID Context, PFLTOPLOCK_WAIT_COMPLETE_ROUTINE WaitCompletionRoutine, PFLTOPLOCK_PREPOST_CALLBACKDATA_ROUTINE PrePostCallbackDataRoutine);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI FLT_PREOP_CALLBACK_STATUS NTAPI FltCheckOplockEx(POPLOCK Oplock, PFLT_CALLBACK_DATA CallbackData, ULONG Flags, PVOID Context, PFLTOPLOCK_WAIT_COMPLETE_ROUTINE WaitCompletionRoutine, PFLTOPLOCK_PREPOST_CALLBACKDATA_ROUTINE PrePostCallbackDataRoutine);
NTKERNELAPI VOID NTAPI FltClearCallbackDataDirty(PFLT_CALLBACK_DATA Data);
_IRQL_requires_max_(HIGH_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltClearCancelCompletion(PFLT_CALLBACK_DATA CallbackData);
_IRQL_requires_(PASSIVE_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltClose(HANDLE FileHandle);
_IRQL_requires_(PASSIVE_LEVEL) NTKERNELAPI VOID NTAPI FltCloseClientPort(PFLT_FILTER Filter, PFLT_PORT *ClientPort);
_IRQL_requires_(PASSIVE_LEVEL) NTKERNELAPI VOID NTAPI FltCloseCommunicationPort(PFLT_PORT ServerPort);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltCloseSectionForDataScan(PFLT_CONTEXT SectionContext);
_IRQL_requires_(PASSIVE_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltCommitComplete(PFLT_INSTANCE Instance, PKTRANSACTION Transaction, PFLT_CONTEXT TransactionContext);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltCommitFinalizeComplete(PFLT_INSTANCE Instance, PKTRANSACTION Transaction, PFLT_CONTEXT TransactionContext);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI LONG NTAPI FltCompareInstanceAltitudes(PFLT_INSTANCE Instance1, PFLT_INSTANCE Instance2);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI VOID NTAPI FltCompletePendedPostOperation(PFLT_CALLBACK_DATA CallbackData);
NTKERNELAPI VOID NTAPI FltCompletePendedPreOperation(PFLT_CALLBACK_DATA CallbackData, FLT_PREOP_CALLBACK_STATUS CallbackStatus, PVOID Context);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltCopyOpenReparseList(PFLT_FILTER Filter, PFLT_CALLBACK_DATA Data, PECP_LIST EcpList);
_IRQL_requires_(PASSIVE_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltCreateCommunicationPort(PFLT_FILTER Filter, PFLT_PORT *ServerPort, POBJECT_ATTRIBUTES ObjectAttributes, PVOID ServerPortCookie, PFLT_CONNECT_NOTIFY ConnectNotifyCallback, PFLT_DISCONNECT_NOTIFY DisconnectNotifyCallback, PFLT_MESSAGE_NOTIFY MessageNotifyCallback, LONG MaxConnections);
_IRQL_requires_(PASSIVE_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltCreateFile(PFLT_FILTER Filter, PFLT_INSTANCE Instance, PHANDLE FileHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes, PIO_STATUS_BLOCK IoStatusBlock, PLARGE_INTEGER AllocationSize, ULONG FileAttributes, ULONG ShareAccess, ULONG CreateDisposition, ULONG CreateOptions, PVOID EaBuffer, ULONG EaLength, ULONG Flags);
_IRQL_requires_(PASSIVE_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltCreateFileEx(PFLT_FILTER Filter, PFLT_INSTANCE Instance, PHANDLE FileHandle, PFILE_OBJECT *FileObject, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes, PIO_STATUS_BLOCK IoStatusBlock, PLARGE_INTEGER AllocationSize, ULONG FileAttributes, ULONG ShareAccess, ULONG CreateDisposition, ULONG CreateOptions, PVOID EaBuffer, ULONG EaLength, ULONG Flags);
_IRQL_requires_(PASSIVE_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltCreateFileEx2(PFLT_FILTER Filter, PFLT_INSTANCE Instance, PHANDLE FileHandle, PFILE_OBJECT *FileObject, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes, PIO_STATUS_BLOCK IoStatusBlock, PLARGE_INTEGER AllocationSize, ULONG FileAttributes, ULONG ShareAccess, ULONG CreateDisposition, ULONG CreateOptions, PVOID EaBuffer, ULONG EaLength, ULONG Flags, PIO_DRIVER_CREATE_CONTEXT DriverContext);
_IRQL_requires_(PASSIVE_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltCreateMailslotFile(PFLT_FILTER Filter, PFLT_INSTANCE Instance, PHANDLE FileHandle, PFILE_OBJECT *FileObject, ULONG DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes, PIO_STATUS_BLOCK IoStatusBlock, ULONG CreateOptions, ULONG MailslotQuota, ULONG MaximumMessageSize, PLARGE_INTEGER ReadTimeout, PIO_DRIVER_CREATE_CONTEXT DriverContext);
_IRQL_requires_(PASSIVE_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltCreateNamedPipeFile(PFLT_FILTER Filter, PFLT_INSTANCE Instance, PHANDLE FileHandle, PFILE_OBJECT *FileObject, ULONG DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes, PIO_STATUS_BLOCK IoStatusBlock, ULONG ShareAccess, ULONG CreateDisposition, ULONG CreateOptions, ULONG NamedPipeType, ULONG ReadMode, ULONG CompletionMode, ULONG MaximumInstances, ULONG InboundQuota, ULONG OutboundQuota, PLARGE_INTEGER DefaultTimeout, PIO_DRIVER_CREATE_CONTEXT DriverContext);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltCreateSectionForDataScan(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject, PFLT_CONTEXT SectionContext, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes, PLARGE_INTEGER MaximumSize, ULONG SectionPageProtection, ULONG AllocationAttributes, ULONG Flags, PHANDLE SectionHandle, PVOID *SectionObject, PLARGE_INTEGER SectionFileSize);
NTKERNELAPI NTSTATUS NTAPI FltCreateSystemVolumeInformationFolder(PFLT_INSTANCE Instance);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI BOOLEAN NTAPI FltCurrentBatchOplock(POPLOCK Oplock);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI BOOLEAN NTAPI FltCurrentOplock(POPLOCK Oplock);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI BOOLEAN NTAPI FltCurrentOplockH(POPLOCK Oplock);
_IRQL_requires_max_(HIGH_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltDecodeParameters(PFLT_CALLBACK_DATA CallbackData, PMDL **MdlAddressPointer, PVOID **Buffer, PULONG *Length, LOCK_OPERATION *DesiredAccess);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI VOID NTAPI FltDeleteContext(PFLT_CONTEXT Context);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI VOID NTAPI FltDeleteExtraCreateParameterLookasideList(PFLT_FILTER Filter, PVOID Lookaside, FSRTL_ECP_LOOKASIDE_FLAGS Flags);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltDeleteFileContext(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject, PFLT_CONTEXT *OldContext);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltDeleteInstanceContext(PFLT_INSTANCE Instance, PFLT_CONTEXT *OldContext);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI VOID NTAPI FltDeletePushLock(PEX_PUSH_LOCK PushLock);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltDeleteStreamContext(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject, PFLT_CONTEXT *OldContext);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltDeleteStreamHandleContext(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject, PFLT_CONTEXT *OldContext);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltDeleteTransactionContext(PFLT_INSTANCE Instance, PKTRANSACTION Transaction, PFLT_CONTEXT *OldContext);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltDeleteVolumeContext(PFLT_FILTER Filter, PFLT_VOLUME Volume, PFLT_CONTEXT *OldContext);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltDetachVolume(PFLT_FILTER Filter, PFLT_VOLUME Volume, PCUNICODE_STRING InstanceName);
_IRQL_requires_(PASSIVE_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltDeviceIoControlFile(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject, ULONG IoControlCode, PVOID InputBuffer, ULONG InputBufferLength, PVOID OutputBuffer, ULONG OutputBufferLength, PULONG LengthReturned);
_IRQL_requires_max_(HIGH_LEVEL) NTKERNELAPI BOOLEAN NTAPI FltDoCompletionProcessingWhenSafe(PFLT_CALLBACK_DATA Data, PCFLT_RELATED_OBJECTS FltObjects, PVOID CompletionContext, FLT_POST_OPERATION_FLAGS Flags, PFLT_POST_OPERATION_CALLBACK SafePostCallback, PFLT_POSTOP_CALLBACK_STATUS RetPostOperationStatus);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltEnlistInTransaction(PFLT_INSTANCE Instance, PKTRANSACTION Transaction, PFLT_CONTEXT TransactionContext, NOTIFICATION_MASK NotificationMask);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltEnumerateFilterInformation(ULONG Index, FILTER_INFORMATION_CLASS InformationClass, PVOID Buffer, ULONG BufferSize, PULONG BytesReturned);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltEnumerateFilters(PFLT_FILTER *FilterList, ULONG FilterListSize, PULONG NumberFiltersReturned);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltEnumerateInstanceInformationByDeviceObject(PDEVICE_OBJECT DeviceObject, ULONG Index, INSTANCE_INFORMATION_CLASS InformationClass, PVOID Buffer, ULONG BufferSize, PULONG BytesReturned);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltEnumerateInstanceInformationByFilter(PFLT_FILTER Filter, ULONG Index, INSTANCE_INFORMATION_CLASS InformationClass, PVOID Buffer, ULONG BufferSize, PULONG BytesReturned);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltEnumerateInstanceInformationByVolume(PFLT_VOLUME Volume, ULONG Index, INSTANCE_INFORMATION_CLASS InformationClass, PVOID Buffer, ULONG BufferSize, PULONG BytesReturned);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltEnumerateInstanceInformationByVolumeName(PUNICODE_STRING VolumeName, ULONG Index, INSTANCE_INFORMATION_CLASS InformationClass, PVOID Buffer, ULONG BufferSize, PULONG BytesReturned);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltEnumerateInstances(PFLT_VOLUME Volume, PFLT_FILTER Filter, PFLT_INSTANCE *InstanceList, ULONG InstanceListSize, PULONG NumberInstancesReturned);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltEnumerateVolumeInformation(PFLT_FILTER Filter, ULONG Index, FILTER_VOLUME_INFORMATION_CLASS InformationClass, PVOID Buffer, ULONG BufferSize, PULONG BytesReturned);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltEnumerateVolumes(PFLT_FILTER Filter, PFLT_VOLUME *VolumeList, ULONG VolumeListSize, PULONG NumberVolumesReturned);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI BOOLEAN NTAPI FltFastIoMdlRead(PFLT_INSTANCE InitiatingInstance, PFILE_OBJECT FileObject, PLARGE_INTEGER FileOffset, ULONG Length, ULONG LockKey, PMDL *MdlChain, PIO_STATUS_BLOCK IoStatus);
_IRQL_requires_(PASSIVE_LEVEL) NTKERNELAPI BOOLEAN NTAPI FltFastIoMdlReadComplete(PFLT_INSTANCE InitiatingInstance, PFILE_OBJECT FileObject, PMDL MdlChain);
_IRQL_requires_(PASSIVE_LEVEL) NTKERNELAPI BOOLEAN NTAPI FltFastIoMdlWriteComplete(PFLT_INSTANCE InitiatingInstance, PFILE_OBJECT FileObject, PLARGE_INTEGER FileOffset, PMDL MdlChain);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI BOOLEAN NTAPI FltFastIoPrepareMdlWrite(PFLT_INSTANCE InitiatingInstance, PFILE_OBJECT FileObject, PLARGE_INTEGER FileOffset, ULONG Length, ULONG LockKey, PMDL *MdlChain, PIO_STATUS_BLOCK IoStatus);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltFindExtraCreateParameter(PFLT_FILTER Filter, PECP_LIST EcpList, LPCGUID EcpType, PVOID *EcpContext, ULONG *EcpContextSize);
_IRQL_requires_(PASSIVE_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltFlushBuffers(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject);
NTKERNELAPI NTSTATUS NTAPI FltFlushBuffers2(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject, ULONG FlushType, PFLT_CALLBACK_DATA CallbackData);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI VOID NTAPI FltFreeCallbackData(PFLT_CALLBACK_DATA CallbackData);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI VOID NTAPI FltFreeDeferredIoWorkItem(PFLT_DEFERRED_IO_WORKITEM FltWorkItem);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI VOID NTAPI FltFreeExtraCreateParameter(PFLT_FILTER Filter, PVOID EcpContext);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI VOID NTAPI FltFreeExtraCreateParameterList(PFLT_FILTER Filter, PECP_LIST EcpList);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI VOID NTAPI FltFreeFileLock(PFILE_LOCK FileLock);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI VOID NTAPI FltFreeGenericWorkItem(PFLT_GENERIC_WORKITEM FltWorkItem);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI VOID NTAPI FltFreeOpenReparseList(PFLT_FILTER Filter, PECP_LIST EcpList);
NTKERNELAPI VOID NTAPI FltFreePoolAlignedWithTag(PFLT_INSTANCE Instance, PVOID Buffer, ULONG Tag);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI VOID NTAPI FltFreeSecurityDescriptor(PSECURITY_DESCRIPTOR SecurityDescriptor);
_IRQL_requires_(PASSIVE_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltFsControlFile(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject, ULONG FsControlCode, PVOID InputBuffer, ULONG InputBufferLength, PVOID OutputBuffer, ULONG OutputBufferLength, PULONG LengthReturned);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltGetActivityIdCallbackData(PFLT_CALLBACK_DATA CallbackData, LPGUID Guid);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltGetBottomInstance(PFLT_VOLUME Volume, PFLT_INSTANCE *Instance);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI VOID NTAPI FltGetContexts(PCFLT_RELATED_OBJECTS FltObjects, FLT_CONTEXT_TYPE DesiredContexts, PFLT_RELATED_CONTEXTS Contexts);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltGetContextsEx(PCFLT_RELATED_OBJECTS FltObjects, FLT_CONTEXT_TYPE DesiredContexts, SIZE_T ContextsSize, PFLT_RELATED_CONTEXTS_EX Contexts);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltGetCopyInformationFromCallbackData(PFLT_CALLBACK_DATA Data, PCOPY_INFORMATION CopyInformation);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltGetDestinationFileNameInformation(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject, HANDLE RootDirectory, PWSTR FileName, ULONG FileNameLength, FLT_FILE_NAME_OPTIONS NameOptions, PFLT_FILE_NAME_INFORMATION *RetFileNameInformation);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltGetDeviceObject(PFLT_VOLUME Volume, PDEVICE_OBJECT *DeviceObject);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltGetDiskDeviceObject(PFLT_VOLUME Volume, PDEVICE_OBJECT *DiskDeviceObject);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltGetEcpListFromCallbackData(PFLT_FILTER Filter, PFLT_CALLBACK_DATA CallbackData, PECP_LIST *EcpList);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltGetFileContext(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject, PFLT_CONTEXT *Context);
NTKERNELAPI NTSTATUS NTAPI FltGetFileNameInformation(PFLT_CALLBACK_DATA CallbackData, FLT_FILE_NAME_OPTIONS NameOptions, PFLT_FILE_NAME_INFORMATION *FileNameInformation);
NTKERNELAPI NTSTATUS NTAPI FltGetFileNameInformationUnsafe(PFILE_OBJECT FileObject, PFLT_INSTANCE Instance, FLT_FILE_NAME_OPTIONS NameOptions, PFLT_FILE_NAME_INFORMATION *FileNameInformation);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltGetFileSystemType(PVOID FltObject, PFLT_FILESYSTEM_TYPE FileSystemType);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltGetFilterFromInstance(PFLT_INSTANCE Instance, PFLT_FILTER *RetFilter);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltGetFilterFromName(PCUNICODE_STRING FilterName, PFLT_FILTER *RetFilter);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltGetFilterInformation(PFLT_FILTER Filter, FILTER_INFORMATION_CLASS InformationClass, PVOID Buffer, ULONG BufferSize, PULONG BytesReturned);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltGetInstanceContext(PFLT_INSTANCE Instance, PFLT_CONTEXT *Context);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltGetInstanceInformation(PFLT_INSTANCE Instance, INSTANCE_INFORMATION_CLASS InformationClass, PVOID Buffer, ULONG BufferSize, PULONG BytesReturned);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI IO_PRIORITY_HINT NTAPI FltGetIoPriorityHint(PFLT_CALLBACK_DATA Data);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI IO_PRIORITY_HINT NTAPI FltGetIoPriorityHintFromCallbackData(PFLT_CALLBACK_DATA Data);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI IO_PRIORITY_HINT NTAPI FltGetIoPriorityHintFromFileObject(PFILE_OBJECT FileObject);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI IO_PRIORITY_HINT NTAPI FltGetIoPriorityHintFromThread(PETHREAD Thread);
_IRQL_requires_max_(HIGH_LEVEL) NTKERNELAPI PCHAR NTAPI FltGetIrpName(UCHAR IrpMajorCode);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltGetLowerInstance(PFLT_INSTANCE CurrentInstance, PFLT_INSTANCE *LowerInstance);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI PVOID NTAPI FltGetNewSystemBufferAddress(PFLT_CALLBACK_DATA CallbackData);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltGetNextExtraCreateParameter(PFLT_FILTER Filter, PECP_LIST EcpList, PVOID CurrentEcpContext, LPGUID NextEcpType, PVOID *NextEcpContext, ULONG *NextEcpContextSize);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI PEPROCESS NTAPI FltGetRequestorProcess(PFLT_CALLBACK_DATA CallbackData);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI ULONG NTAPI FltGetRequestorProcessId(PFLT_CALLBACK_DATA CallbackData);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI HANDLE NTAPI FltGetRequestorProcessIdEx(PFLT_CALLBACK_DATA CallbackData);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltGetRequestorSessionId(PFLT_CALLBACK_DATA CallbackData, PULONG SessionId);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI PVOID NTAPI FltGetRoutineAddress(PCSTR FltMgrRoutineName);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltGetSectionContext(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject, PFLT_CONTEXT *Context);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltGetStreamContext(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject, PFLT_CONTEXT *Context);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltGetStreamHandleContext(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject, PFLT_CONTEXT *Context);
_IRQL_requires_max_(HIGH_LEVEL) NTKERNELAPI PMDL NTAPI FltGetSwappedBufferMdlAddress(PFLT_CALLBACK_DATA CallbackData);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltGetTopInstance(PFLT_VOLUME Volume, PFLT_INSTANCE *Instance);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltGetTransactionContext(PFLT_INSTANCE Instance, PKTRANSACTION Transaction, PFLT_CONTEXT *Context);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltGetTunneledName(PFLT_CALLBACK_DATA CallbackData, PFLT_FILE_NAME_INFORMATION FileNameInformation, PFLT_FILE_NAME_INFORMATION *RetTunneledFileNameInformation);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltGetUpperInstance(PFLT_INSTANCE CurrentInstance, PFLT_INSTANCE *UpperInstance);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltGetVolumeContext(PFLT_FILTER Filter, PFLT_VOLUME Volume, PFLT_CONTEXT *Context);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltGetVolumeFromDeviceObject(PFLT_FILTER Filter, PDEVICE_OBJECT DeviceObject, PFLT_VOLUME *RetVolume);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltGetVolumeFromFileObject(PFLT_FILTER Filter, PFILE_OBJECT FileObject, PFLT_VOLUME *RetVolume);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltGetVolumeFromInstance(PFLT_INSTANCE Instance, PFLT_VOLUME *RetVolume);
_IRQL_requires_(PASSIVE_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltGetVolumeFromName(PFLT_FILTER Filter, PCUNICODE_STRING VolumeName, PFLT_VOLUME *RetVolume);
_IRQL_requires_(PASSIVE_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltGetVolumeGuidName(PFLT_VOLUME Volume, PUNICODE_STRING VolumeGuidName, PULONG BufferSizeNeeded);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltGetVolumeInformation(PFLT_VOLUME Volume, FILTER_VOLUME_INFORMATION_CLASS InformationClass, PVOID Buffer, ULONG BufferSize, PULONG BytesReturned);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltGetVolumeInstanceFromName(PFLT_FILTER Filter, PFLT_VOLUME Volume, PCUNICODE_STRING InstanceName, PFLT_INSTANCE *RetInstance);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltGetVolumeName(PFLT_VOLUME Volume, PUNICODE_STRING VolumeName, PULONG BufferSizeNeeded);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltGetVolumeProperties(PFLT_VOLUME Volume, PFLT_VOLUME_PROPERTIES VolumeProperties, ULONG VolumePropertiesLength, PULONG LengthReturned);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI VOID NTAPI FltInitExtraCreateParameterLookasideList(PFLT_FILTER Filter, PVOID Lookaside, FSRTL_ECP_LOOKASIDE_FLAGS Flags, SIZE_T Size, ULONG Tag);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI VOID NTAPI FltInitializeFileLock(PFILE_LOCK FileLock);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI VOID NTAPI FltInitializeOplock(POPLOCK Oplock);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI VOID NTAPI FltInitializePushLock(PEX_PUSH_LOCK PushLock);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltInsertExtraCreateParameter(PFLT_FILTER Filter, PECP_LIST EcpList, PVOID EcpContext);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI BOOLEAN NTAPI FltIs32bitProcess(PFLT_CALLBACK_DATA CallbackData);
NTKERNELAPI BOOLEAN NTAPI FltIsCallbackDataDirty(PFLT_CALLBACK_DATA Data);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltIsDirectory(PFILE_OBJECT FileObject, PFLT_INSTANCE Instance, PBOOLEAN IsDirectory);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI BOOLEAN NTAPI FltIsEcpAcknowledged(PFLT_FILTER Filter, PVOID EcpContext);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI BOOLEAN NTAPI FltIsEcpFromUserMode(PFLT_FILTER Filter, PVOID EcpContext);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI BOOLEAN NTAPI FltIsFltMgrVolumeDeviceObject(PDEVICE_OBJECT DeviceObject);
_IRQL_requires_max_(HIGH_LEVEL) NTKERNELAPI BOOLEAN NTAPI FltIsIoCanceled(PFLT_CALLBACK_DATA CallbackData);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltIsIoRedirectionAllowed(PFLT_INSTANCE SourceInstance, PFLT_INSTANCE TargetInstance, PBOOLEAN RedirectionAllowed);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltIsIoRedirectionAllowedForOperation(PFLT_CALLBACK_DATA Data, PFLT_INSTANCE TargetInstance, PBOOLEAN RedirectionAllowedThisIo, PBOOLEAN RedirectionAllowedAllIo);
_IRQL_requires_max_(HIGH_LEVEL) NTKERNELAPI BOOLEAN NTAPI FltIsOperationSynchronous(PFLT_CALLBACK_DATA CallbackData);
_IRQL_requires_(PASSIVE_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltIsVolumeSnapshot(PVOID FltObject, PBOOLEAN IsSnapshotVolume);
_IRQL_requires_(PASSIVE_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltIsVolumeWritable(PVOID FltObject, PBOOLEAN IsWritable);
_IRQL_requires_(PASSIVE_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltLoadFilter(PCUNICODE_STRING FilterName);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltLockUserBuffer(PFLT_CALLBACK_DATA CallbackData);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltMupGetProviderInfoFromFileObject(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject, ULONG Level, PVOID Buffer, PULONG BufferSize);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI VOID NTAPI FltNotifyFilterChangeDirectory(PNOTIFY_SYNC NotifySync, PLIST_ENTRY NotifyList, PVOID FsContext, PSTRING FullDirectoryName, BOOLEAN WatchTree, BOOLEAN IgnoreBuffer, ULONG CompletionFilter, PFLT_CALLBACK_DATA NotifyCallbackData, PCHECK_FOR_TRAVERSE_ACCESS TraverseCallback, PSECURITY_SUBJECT_CONTEXT SubjectContext, PFILTER_REPORT_CHANGE FilterCallback);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI VOID NTAPI FltObjectDereference(PVOID FltObject);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltObjectReference(PVOID FltObject);
_IRQL_requires_(PASSIVE_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltOpenVolume(PFLT_INSTANCE Instance, PHANDLE VolumeHandle, PFILE_OBJECT *VolumeFileObject);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI FLT_PREOP_CALLBACK_STATUS NTAPI FltOplockBreakH(POPLOCK Oplock, PFLT_CALLBACK_DATA CallbackData, ULONG Flags, PVOID Context, PFLTOPLOCK_WAIT_COMPLETE_ROUTINE WaitCompletionRoutine, PFLTOPLOCK_PREPOST_CALLBACKDATA_ROUTINE PrePostCallbackDataRoutine);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI FLT_PREOP_CALLBACK_STATUS NTAPI FltOplockBreakToNone(POPLOCK Oplock, PFLT_CALLBACK_DATA CallbackData, PVOID Context, PFLTOPLOCK_WAIT_COMPLETE_ROUTINE WaitCompletionRoutine, PFLTOPLOCK_PREPOST_CALLBACKDATA_ROUTINE PrePostCallbackDataRoutine);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI FLT_PREOP_CALLBACK_STATUS NTAPI FltOplockBreakToNoneEx(POPLOCK Oplock, PFLT_CALLBACK_DATA CallbackData, ULONG Flags, PVOID Context, PFLTOPLOCK_WAIT_COMPLETE_ROUTINE WaitCompletionRoutine, PFLTOPLOCK_PREPOST_CALLBACKDATA_ROUTINE PrePostCallbackDataRoutine);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI FLT_PREOP_CALLBACK_STATUS NTAPI FltOplockFsctrl(POPLOCK Oplock, PFLT_CALLBACK_DATA CallbackData, ULONG OpenCount);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI FLT_PREOP_CALLBACK_STATUS NTAPI FltOplockFsctrlEx(POPLOCK Oplock, PFLT_CALLBACK_DATA CallbackData, ULONG OpenCount, ULONG Flags);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI BOOLEAN NTAPI FltOplockIsFastIoPossible(POPLOCK Oplock);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI BOOLEAN NTAPI FltOplockIsSharedRequest(PFLT_CALLBACK_DATA CallbackData);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI BOOLEAN NTAPI FltOplockKeysEqual(PFILE_OBJECT Fo1, PFILE_OBJECT Fo2);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltParseFileName(PCUNICODE_STRING FileName, PUNICODE_STRING Extension, PUNICODE_STRING Stream, PUNICODE_STRING FinalComponent);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltParseFileNameInformation(PFLT_FILE_NAME_INFORMATION FileNameInformation);
NTKERNELAPI NTSTATUS NTAPI FltPerformAsynchronousIo(PFLT_CALLBACK_DATA CallbackData, PFLT_COMPLETED_ASYNC_IO_CALLBACK CallbackRoutine, PVOID CallbackContext);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI VOID NTAPI FltPerformSynchronousIo(PFLT_CALLBACK_DATA CallbackData);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltPrepareComplete(PFLT_INSTANCE Instance, PKTRANSACTION Transaction, PFLT_CONTEXT TransactionContext);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI VOID NTAPI FltPrepareToReuseEcp(PFLT_FILTER Filter, PVOID EcpContext);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltPrePrepareComplete(PFLT_INSTANCE Instance, PKTRANSACTION Transaction, PFLT_CONTEXT TransactionContext);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI FLT_PREOP_CALLBACK_STATUS NTAPI FltProcessFileLock(PFILE_LOCK FileLock, PFLT_CALLBACK_DATA CallbackData, PVOID Context);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltPropagateActivityIdToThread(PFLT_CALLBACK_DATA CallbackData, LPGUID PropagateId, LPCGUID *OriginalId);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltPropagateIrpExtension(PFLT_CALLBACK_DATA SourceData, PFLT_CALLBACK_DATA TargetData, ULONG Flags);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltPurgeFileNameInformationCache(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject);
NTKERNELAPI NTSTATUS NTAPI FltQueryDirectoryFile(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject, PVOID FileInformation, ULONG Length, FILE_INFORMATION_CLASS FileInformationClass, BOOLEAN ReturnSingleEntry, PUNICODE_STRING FileName, BOOLEAN RestartScan, PULONG LengthReturned);
NTKERNELAPI NTSTATUS NTAPI FltQueryDirectoryFileEx(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject, PVOID FileInformation, ULONG Length, FILE_INFORMATION_CLASS FileInformationClass, ULONG QueryFlags, PUNICODE_STRING FileName, PULONG LengthReturned);
_IRQL_requires_(PASSIVE_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltQueryEaFile(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject, PVOID ReturnedEaData, ULONG Length, BOOLEAN ReturnSingleEntry, PVOID EaList, ULONG EaListLength, PULONG EaIndex, BOOLEAN RestartScan, PULONG LengthReturned);
NTKERNELAPI NTSTATUS NTAPI FltQueryInformationByName(PFLT_FILTER Filter, PFLT_INSTANCE Instance, POBJECT_ATTRIBUTES ObjectAttributes, PIO_STATUS_BLOCK IoStatusBlock, PVOID FileInformation, ULONG Length, FILE_INFORMATION_CLASS FileInformationClass, PIO_DRIVER_CREATE_CONTEXT DriverContext);
NTKERNELAPI NTSTATUS NTAPI FltQueryInformationFile(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject, PVOID FileInformation, ULONG Length, FILE_INFORMATION_CLASS FileInformationClass, PULONG LengthReturned);
_IRQL_requires_(PASSIVE_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltQueryQuotaInformationFile(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject, PIO_STATUS_BLOCK IoStatusBlock, PVOID Buffer, ULONG Length, BOOLEAN ReturnSingleEntry, PVOID SidList, ULONG SidListLength, PULONG StartSid, BOOLEAN RestartScan, PULONG LengthReturned);
_IRQL_requires_(PASSIVE_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltQuerySecurityObject(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject, SECURITY_INFORMATION SecurityInformation, PSECURITY_DESCRIPTOR SecurityDescriptor, ULONG Length, PULONG LengthNeeded);
_IRQL_requires_(PASSIVE_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltQueryVolumeInformation(PFLT_INSTANCE Instance, PIO_STATUS_BLOCK Iosb, PVOID FsInformation, ULONG Length, FS_INFORMATION_CLASS FsInformationClass);
_IRQL_requires_(PASSIVE_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltQueryVolumeInformationFile(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject, PVOID FsInformation, ULONG Length, FS_INFORMATION_CLASS FsInformationClass, PULONG LengthReturned);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltQueueDeferredIoWorkItem(PFLT_DEFERRED_IO_WORKITEM FltWorkItem, PFLT_CALLBACK_DATA Data, PFLT_DEFERRED_IO_WORKITEM_ROUTINE WorkerRoutine, WORK_QUEUE_TYPE QueueType, PVOID Context);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltQueueGenericWorkItem(PFLT_GENERIC_WORKITEM FltWorkItem, PVOID FltObject, PFLT_GENERIC_WORKITEM_ROUTINE WorkerRoutine, WORK_QUEUE_TYPE QueueType, PVOID Context);
_IRQL_requires_(PASSIVE_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltReadFile(PFLT_INSTANCE InitiatingInstance, PFILE_OBJECT FileObject, PLARGE_INTEGER ByteOffset, ULONG Length, PVOID Buffer, FLT_IO_OPERATION_FLAGS Flags, PULONG BytesRead, PFLT_COMPLETED_ASYNC_IO_CALLBACK CallbackRoutine, PVOID CallbackContext);
_IRQL_requires_(PASSIVE_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltReadFileEx(PFLT_INSTANCE InitiatingInstance, PFILE_OBJECT FileObject, PLARGE_INTEGER ByteOffset, ULONG Length, PVOID Buffer, FLT_IO_OPERATION_FLAGS Flags, PULONG BytesRead, PFLT_COMPLETED_ASYNC_IO_CALLBACK CallbackRoutine, PVOID CallbackContext, PULONG Key, PMDL Mdl);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI VOID NTAPI FltReferenceContext(PFLT_CONTEXT Context);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI VOID NTAPI FltReferenceFileNameInformation(PFLT_FILE_NAME_INFORMATION FileNameInformation);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltRegisterFilter(PDRIVER_OBJECT Driver, const FLT_REGISTRATION *Registration, PFLT_FILTER *RetFilter);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltRegisterForDataScan(PFLT_INSTANCE Instance);
NTKERNELAPI VOID NTAPI FltReissueSynchronousIo(PFLT_INSTANCE InitiatingInstance, PFLT_CALLBACK_DATA CallbackData);
NTKERNELAPI VOID NTAPI FltReleaseContext(PFLT_CONTEXT Context);
NTKERNELAPI VOID NTAPI FltReleaseContexts(PFLT_RELATED_CONTEXTS Contexts);
NTKERNELAPI VOID NTAPI FltReleaseContextsEx(SIZE_T ContextsSize, PFLT_RELATED_CONTEXTS_EX Contexts);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI VOID NTAPI FltReleaseFileNameInformation(PFLT_FILE_NAME_INFORMATION FileNameInformation);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI VOID NTAPI FltReleasePushLock(PEX_PUSH_LOCK PushLock);
NTKERNELAPI VOID NTAPI FltReleasePushLockEx(PEX_PUSH_LOCK PushLock, ULONG Flags);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI VOID NTAPI FltReleaseResource(PERESOURCE Resource);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltRemoveExtraCreateParameter(PFLT_FILTER Filter, PECP_LIST EcpList, LPCGUID EcpType, PVOID *EcpContext, ULONG *EcpContextSize);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI VOID NTAPI FltRemoveOpenReparseEntry(PFLT_FILTER Filter, PFLT_CALLBACK_DATA Data, POPEN_REPARSE_LIST_ENTRY OpenReparseEntry);
NTKERNELAPI NTSTATUS NTAPI FltRequestFileInfoOnCreateCompletion(PFLT_FILTER Filter, PFLT_CALLBACK_DATA Data, ULONG InfoClassFlags);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltRequestOperationStatusCallback(PFLT_CALLBACK_DATA Data, PFLT_GET_OPERATION_STATUS_CALLBACK CallbackRoutine, PVOID RequesterContext);
NTKERNELAPI NTSTATUS NTAPI FltRequestSecurityInfoOnCreateCompletion(PFLT_FILTER Filter, PFLT_CALLBACK_DATA Data, SECURITY_INFORMATION SecurityInformation);
_IRQL_requires_max_(HIGH_LEVEL) NTKERNELAPI VOID NTAPI FltRetainSwappedBufferMdlAddress(PFLT_CALLBACK_DATA CallbackData);
NTKERNELAPI PVOID NTAPI FltRetrieveFileInfoOnCreateCompletion(PFLT_FILTER Filter, PFLT_CALLBACK_DATA Data, ULONG InfoClass, PULONG Size);
NTKERNELAPI NTSTATUS NTAPI FltRetrieveFileInfoOnCreateCompletionEx(PFLT_FILTER Filter, PFLT_CALLBACK_DATA Data, ULONG InfoClass, PULONG RetInfoSize, PVOID *RetInfoBuffer);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltRetrieveIoPriorityInfo(PFLT_CALLBACK_DATA Data, PFILE_OBJECT FileObject, PETHREAD Thread, PIO_PRIORITY_INFO PriorityInfo);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI VOID NTAPI FltReuseCallbackData(PFLT_CALLBACK_DATA CallbackData);
_IRQL_requires_(PASSIVE_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltRollbackComplete(PFLT_INSTANCE Instance, PKTRANSACTION Transaction, PFLT_CONTEXT TransactionContext);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltRollbackEnlistment(PFLT_INSTANCE Instance, PKTRANSACTION Transaction, PFLT_CONTEXT TransactionContext);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltSendMessage(PFLT_FILTER Filter, PFLT_PORT *ClientPort, PVOID SenderBuffer, ULONG SenderBufferLength, PVOID ReplyBuffer, PULONG ReplyLength, PLARGE_INTEGER Timeout);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltSetActivityIdCallbackData(PFLT_CALLBACK_DATA CallbackData, LPCGUID Guid);
_IRQL_requires_max_(HIGH_LEVEL) NTKERNELAPI VOID NTAPI FltSetCallbackDataDirty(PFLT_CALLBACK_DATA Data);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltSetCancelCompletion(PFLT_CALLBACK_DATA CallbackData, PFLT_COMPLETE_CANCELED_CALLBACK CanceledCallback);
_IRQL_requires_(PASSIVE_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltSetEaFile(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject, PVOID EaBuffer, ULONG Length);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltSetEcpListIntoCallbackData(PFLT_FILTER Filter, PFLT_CALLBACK_DATA CallbackData, PECP_LIST EcpList);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltSetFileContext(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject, FLT_SET_CONTEXT_OPERATION Operation, PFLT_CONTEXT NewContext, PFLT_CONTEXT *OldContext);
_IRQL_requires_(PASSIVE_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltSetInformationFile(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject, PVOID FileInformation, ULONG Length, FILE_INFORMATION_CLASS FileInformationClass);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltSetInstanceContext(PFLT_INSTANCE Instance, FLT_SET_CONTEXT_OPERATION Operation, PFLT_CONTEXT NewContext, PFLT_CONTEXT *OldContext);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltSetIoPriorityHintIntoCallbackData(PFLT_CALLBACK_DATA Data, IO_PRIORITY_HINT PriorityHint);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltSetIoPriorityHintIntoFileObject(PFILE_OBJECT FileObject, IO_PRIORITY_HINT PriorityHint);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltSetIoPriorityHintIntoThread(PETHREAD Thread, IO_PRIORITY_HINT PriorityHint);
_IRQL_requires_(PASSIVE_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltSetQuotaInformationFile(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject, PVOID Buffer, ULONG Length);
_IRQL_requires_(PASSIVE_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltSetSecurityObject(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject, SECURITY_INFORMATION SecurityInformation, PSECURITY_DESCRIPTOR SecurityDescriptor);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltSetStreamContext(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject, FLT_SET_CONTEXT_OPERATION Operation, PFLT_CONTEXT NewContext, PFLT_CONTEXT *OldContext);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltSetStreamHandleContext(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject, FLT_SET_CONTEXT_OPERATION Operation, PFLT_CONTEXT NewContext, PFLT_CONTEXT *OldContext);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltSetTransactionContext(PFLT_INSTANCE Instance, PKTRANSACTION Transaction, FLT_SET_CONTEXT_OPERATION Operation, PFLT_CONTEXT NewContext, PFLT_CONTEXT *OldContext);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltSetVolumeContext(PFLT_VOLUME Volume, FLT_SET_CONTEXT_OPERATION Operation, PFLT_CONTEXT NewContext, PFLT_CONTEXT *OldContext);
_IRQL_requires_(PASSIVE_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltSetVolumeInformation(PFLT_INSTANCE Instance, PIO_STATUS_BLOCK Iosb, PVOID FsInformation, ULONG Length, FS_INFORMATION_CLASS FsInformationClass);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltStartFiltering(PFLT_FILTER Filter);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI BOOLEAN NTAPI FltSupportsFileContexts(PFILE_OBJECT FileObject);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI BOOLEAN NTAPI FltSupportsFileContextsEx(PFILE_OBJECT FileObject, PFLT_INSTANCE Instance);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI BOOLEAN NTAPI FltSupportsStreamContexts(PFILE_OBJECT FileObject);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI BOOLEAN NTAPI FltSupportsStreamHandleContexts(PFILE_OBJECT FileObject);
_IRQL_requires_(PASSIVE_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltTagFile(PFLT_INSTANCE InitiatingInstance, PFILE_OBJECT FileObject, ULONG FileTag, GUID *Guid, PVOID DataBuffer, USHORT DataBufferLength);
NTKERNELAPI NTSTATUS NTAPI FltTagFileEx(PFLT_INSTANCE InitiatingInstance, PFILE_OBJECT FileObject, ULONG FileTag, GUID *Guid, PVOID DataBuffer, USHORT DataBufferLength, ULONG ExistingFileTag, GUID *ExistingGuid, ULONG Flags);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI VOID NTAPI FltUninitializeFileLock(PFILE_LOCK FileLock);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI VOID NTAPI FltUninitializeOplock(POPLOCK Oplock);
_IRQL_requires_(PASSIVE_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltUnloadFilter(PCUNICODE_STRING FilterName);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI VOID NTAPI FltUnregisterFilter(PFLT_FILTER Filter);
_IRQL_requires_(PASSIVE_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltUntagFile(PFLT_INSTANCE InitiatingInstance, PFILE_OBJECT FileObject, ULONG FileTag, GUID *Guid);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltVetoBypassIo(PFLT_CALLBACK_DATA CallbackData, PCFLT_RELATED_OBJECTS FltObjects, NTSTATUS OperationStatus, PCUNICODE_STRING FailureReason);
_IRQL_requires_(PASSIVE_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltWriteFile(PFLT_INSTANCE InitiatingInstance, PFILE_OBJECT FileObject, PLARGE_INTEGER ByteOffset, ULONG Length, PVOID Buffer, FLT_IO_OPERATION_FLAGS Flags, PULONG BytesWritten, PFLT_COMPLETED_ASYNC_IO_CALLBACK CallbackRoutine, PVOID CallbackContext);
_IRQL_requires_(PASSIVE_LEVEL) NTKERNELAPI NTSTATUS NTAPI FltWriteFileEx(PFLT_INSTANCE InitiatingInstance, PFILE_OBJECT FileObject, PLARGE_INTEGER ByteOffset, ULONG Length, PVOID Buffer, FLT_IO_OPERATION_FLAGS Flags, PULONG BytesWritten, PFLT_COMPLETED_ASYNC_IO_CALLBACK CallbackRoutine, PVOID CallbackContext, PULONG Key, PMDL Mdl);
#ifdef __cplusplus
}
#endif
#endif
