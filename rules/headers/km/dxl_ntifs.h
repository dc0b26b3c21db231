/* dxl_ntifs.h: what the public documentation has in ntifs.h beyond mingw-w64.
 * Made by rules/headers/generate/generate.py: change facts/kernel.json, not this file. */
/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
#if !defined(DXL_NTIFS_MORE_H) && !defined(DXL_NO_GENERATED)
#define DXL_NTIFS_MORE_H
#ifdef __cplusplus
extern "C" {
#endif
typedef enum _MEMORY_INFORMATION_CLASS {
  MemoryBasicInformation,
} MEMORY_INFORMATION_CLASS;
typedef enum _HEAP_MEMORY_INFO_CLASS {
  HeapMemoryBasicInformation,
} HEAP_MEMORY_INFO_CLASS;
typedef struct _CC_DIRTY_PAGES_INFO CC_DIRTY_PAGES_INFO, *PCC_DIRTY_PAGES_INFO;
typedef struct _IO_CREATE_STREAM_FILE_OPTIONS IO_CREATE_STREAM_FILE_OPTIONS, *PIO_CREATE_STREAM_FILE_OPTIONS;
typedef _Function_class_DXGK_(ALLOCATE_VIRTUAL_MEMORY_EX_CALLBACK)
NTSTATUS NTAPI ALLOCATE_VIRTUAL_MEMORY_EX_CALLBACK(HANDLE CallbackContext, HANDLE ProcessHandle, PVOID *BaseAddress, PSIZE_T RegionSize, ULONG AllocationType, ULONG PageProtection, PMEM_EXTENDED_PARAMETER ExtendedParameters, ULONG ExtendedParameterCount);
typedef ALLOCATE_VIRTUAL_MEMORY_EX_CALLBACK *PALLOCATE_VIRTUAL_MEMORY_EX_CALLBACK;
typedef _Function_class_DXGK_(DRIVER_FS_NOTIFICATION)
VOID NTAPI DRIVER_FS_NOTIFICATION(struct _DEVICE_OBJECT *DeviceObject, BOOLEAN FsActive);
typedef _Function_class_DXGK_(FREE_VIRTUAL_MEMORY_EX_CALLBACK)
NTSTATUS NTAPI FREE_VIRTUAL_MEMORY_EX_CALLBACK(HANDLE CallbackContext, HANDLE ProcessHandle, PVOID *BaseAddress, PSIZE_T RegionSize, ULONG FreeType);
typedef FREE_VIRTUAL_MEMORY_EX_CALLBACK *PFREE_VIRTUAL_MEMORY_EX_CALLBACK;
typedef _Function_class_DXGK_(PEXTERNAL_CACHE_CALLBACK_EX)
VOID (NTAPI *PEXTERNAL_CACHE_CALLBACK_EX)(PVOID ExternalCacheContext, PCC_DIRTY_PAGES_INFO DirtyPagesInfo);
typedef _Function_class_DXGK_(QUERY_VIRTUAL_MEMORY_CALLBACK)
NTSTATUS NTAPI QUERY_VIRTUAL_MEMORY_CALLBACK(HANDLE CallbackContext, HANDLE ProcessHandle, PVOID BaseAddress, HEAP_MEMORY_INFO_CLASS MemoryInformationClass, PVOID MemoryInformation, SIZE_T MemoryInformationLength, PSIZE_T ReturnLength);
typedef QUERY_VIRTUAL_MEMORY_CALLBACK *PQUERY_VIRTUAL_MEMORY_CALLBACK;
typedef _Function_class_DXGK_(RTL_HEAP_COMMIT_ROUTINE)
NTSTATUS NTAPI RTL_HEAP_COMMIT_ROUTINE(PVOID Base, PVOID *CommitAddress, PSIZE_T CommitSize);
struct _CC_DIRTY_PAGES_INFO {
  ULONG Version;
  LONGLONG DirtyPageThreshold;
  LONGLONG DirtyPageTarget;
  LONGLONG CleanLockedCachedPagesThreshold;
  LONGLONG CleanLockedCachedPagesTarget;
  LONGLONG CurrentDirtyPages;
  LONGLONG CurrentCleanLockedCachedPages;
  LONGLONG CurrentPagesQueuedForWriting;
};
struct _IO_CREATE_STREAM_FILE_OPTIONS {
  USHORT Size;
  USHORT Flags;
  PDEVICE_OBJECT TargetDeviceObject;
};
NTKERNELAPI NTSTATUS NTAPI RtlInitStringEx(PSTRING DestinationString, PCSZ SourceString);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI NTSTATUS NTAPI RtlInitUTF8StringEx(PUTF8_STRING DestinationString, PCSZ SourceString);
_IRQL_requires_(PASSIVE_LEVEL) NTKERNELAPI NTSTATUS NTAPI RtlUnicodeStringToUTF8String(PUTF8_STRING DestinationString, PCUNICODE_STRING SourceString, BOOLEAN AllocateDestinationString);
_IRQL_requires_(PASSIVE_LEVEL) NTKERNELAPI NTSTATUS NTAPI RtlUTF8StringToUnicodeString(PUNICODE_STRING DestinationString, PUTF8_STRING SourceString, BOOLEAN AllocateDestinationString);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI BOOLEAN NTAPI FsRtlAreThereWaitingFileLocks(PFILE_LOCK FileLock);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI BOOLEAN NTAPI FsRtlCheckLockForOplockRequest(PFILE_LOCK FileLock, PLARGE_INTEGER AllocationSize);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FsRtlCheckUpperOplock(POPLOCK Oplock, ULONG NewLowerOplockState, PVOID CompletionRoutineContext, POPLOCK_WAIT_COMPLETE_ROUTINE CompletionRoutine, POPLOCK_FS_PREPOST_IRP PrePendRoutine, ULONG Flags);
_IRQL_requires_(PASSIVE_LEVEL) NTKERNELAPI BOOLEAN NTAPI FsRtlIsNameInUnUpcasedExpression(PUNICODE_STRING Expression, PUNICODE_STRING Name, BOOLEAN IgnoreCase, PWCH UpcaseTable);
_IRQL_requires_(PASSIVE_LEVEL) NTKERNELAPI NTSTATUS NTAPI FsRtlMdlReadEx(PFILE_OBJECT FileObject, PLARGE_INTEGER FileOffset, ULONG Length, ULONG LockKey, PMDL *MdlChain, PIO_STATUS_BLOCK IoStatus);
_IRQL_requires_(PASSIVE_LEVEL) NTKERNELAPI NTSTATUS NTAPI FsRtlPrepareMdlWriteEx(PFILE_OBJECT FileObject, PLARGE_INTEGER FileOffset, ULONG Length, ULONG LockKey, PMDL *MdlChain, PIO_STATUS_BLOCK IoStatus);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FsRtlUpperOplockFsctrl(POPLOCK Oplock, PIRP Irp, ULONG OpenCount, ULONG LowerOplockState, ULONG Flags);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI BOOLEAN NTAPI CcCopyReadEx(PFILE_OBJECT FileObject, PLARGE_INTEGER FileOffset, ULONG Length, BOOLEAN Wait, PVOID Buffer, PIO_STATUS_BLOCK IoStatus, PETHREAD IoIssuerThread);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI BOOLEAN NTAPI CcCopyWriteEx(PFILE_OBJECT FileObject, PLARGE_INTEGER FileOffset, ULONG Length, BOOLEAN Wait, PVOID Buffer, PETHREAD IoIssuerThread);
NTKERNELAPI LONGLONG NTAPI CcGetCacheFileSize(const SECTION_OBJECT_POINTERS *SectionObjectPointer);
NTKERNELAPI NTSTATUS NTAPI CcRegisterExternalCacheEx(PFILE_OBJECT FileObject, PEXTERNAL_CACHE_CALLBACK_EX Callback, PVOID *ExternalCacheContext);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI VOID NTAPI CcScheduleReadAheadEx(PFILE_OBJECT FileObject, PLARGE_INTEGER FileOffset, ULONG Length, PETHREAD IoIssuerThread);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI VOID NTAPI CcSetAdditionalCacheAttributesEx(PFILE_OBJECT FileObject, ULONG Flags);
NTKERNELAPI NTSTATUS NTAPI CcSetCacheFileSizes(PSECTION_OBJECT_POINTERS SectionObjectPointer, PCC_FILE_SIZES FileSizes);
NTKERNELAPI VOID NTAPI CcUnregisterExternalCacheEx(PVOID ExternalCacheContext);
NTKERNELAPI NTSTATUS NTAPI CcUpdateExternalCacheInfoEx(PVOID ExternalCacheContext, PCC_DIRTY_PAGES_INFO DirtyPagesInfo);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI PVOID NTAPI FsRtlAllocateAePushLock(POOL_TYPE PoolType, ULONG Tag);
NTKERNELAPI BOOLEAN NTAPI FsRtlCheckFileSystemFilterCallbacksRegistered(struct _DRIVER_OBJECT *FilterDriverObject);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FsRtlCheckOplockForFsFilterCallback(POPLOCK Oplock, PVOID CallbackData, ULONG Flags);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI VOID NTAPI FsRtlFreeAePushLock(PVOID AePushLock);
_IRQL_requires_(PASSIVE_LEVEL) NTKERNELAPI NTSTATUS NTAPI FsRtlGetSectorSizeInformation(PDEVICE_OBJECT DeviceObject, PFILE_FS_SECTOR_SIZE_INFORMATION SectorSizeInfo);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FsRtlGetSupportedFeatures(PDEVICE_OBJECT DeviceObject, PULONG SupportedFeatures);
NTKERNELAPI BOOLEAN NTAPI FsRtlIsDaxVolume(PFILE_OBJECT FileObject);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI FsRtlIssueDeviceIoControl(PDEVICE_OBJECT DeviceObject, ULONG IoCtl, UCHAR Flags, PVOID InputBuffer, ULONG InputBufferLength, PVOID OutputBuffer, ULONG OutputBufferLength, PULONG_PTR IosbInformation);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI LOGICAL NTAPI FsRtlIsSystemPagingFile(PFILE_OBJECT FileObject);
NTKERNELAPI NTSTATUS NTAPI FsRtlKernelFsControlFile(PFILE_OBJECT FileObject, ULONG FsControlCode, PVOID InputBuffer, ULONG InputBufferLength, PVOID OutputBuffer, ULONG OutputBufferLength, PULONG RetOutputBufferSize);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI VOID NTAPI FsRtlPrepareToReuseEcp(PVOID EcpContext);
_IRQL_requires_(PASSIVE_LEVEL) NTKERNELAPI NTSTATUS NTAPI FsRtlQueryCachedVdl(PFILE_OBJECT FileObject, PLONGLONG Vdl);
NTKERNELAPI NTSTATUS NTAPI FsRtlQueryInformationFile(PFILE_OBJECT FileObject, PVOID FileInformation, ULONG Length, FILE_INFORMATION_CLASS FileInformationClass, PULONG RetFileInformationSize);
NTKERNELAPI NTSTATUS NTAPI FsRtlQueryKernelEaFile(PFILE_OBJECT FileObject, PVOID ReturnedEaData, ULONG Length, BOOLEAN ReturnSingleEntry, PVOID EaList, ULONG EaListLength, PULONG EaIndex, BOOLEAN RestartScan, PULONG LengthReturned);
NTKERNELAPI NTSTATUS NTAPI FsRtlSetKernelEaFile(PFILE_OBJECT FileObject, PVOID EaBuffer, ULONG Length);
NTKERNELAPI PEPROCESS NTAPI FsRtlOplockGetAnyBreakOwnerProcess(POPLOCK Oplock);
_IRQL_requires_(PASSIVE_LEVEL) NTKERNELAPI BOOLEAN NTAPI IoCheckFileObjectOpenedAsCopyDestination(PFILE_OBJECT FileObject);
_IRQL_requires_(PASSIVE_LEVEL) NTKERNELAPI BOOLEAN NTAPI IoCheckFileObjectOpenedAsCopySource(PFILE_OBJECT FileObject);
_IRQL_requires_(PASSIVE_LEVEL) NTKERNELAPI NTSTATUS NTAPI IoCreateStreamFileObjectEx2(PIO_CREATE_STREAM_FILE_OPTIONS CreateOptions, PFILE_OBJECT FileObject, PDEVICE_OBJECT DeviceObject, PFILE_OBJECT *StreamFileObject, PHANDLE FileHandle);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI IoRegisterFsRegistrationChangeEx(PDRIVER_OBJECT DriverObject, PDRIVER_FS_NOTIFICATION DriverNotificationRoutine);
NTKERNELAPI BOOLEAN NTAPI MmForceSectionClosedEx(PSECTION_OBJECT_POINTERS SectionObjectPointer, ULONG ForceCloseFlags);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI ULONGLONG NTAPI MmGetMaximumFileSectionSize(VOID);
_IRQL_requires_(PASSIVE_LEVEL) NTKERNELAPI NTSTATUS NTAPI NtCopyFileChunk(HANDLE SourceHandle, HANDLE DestHandle, HANDLE Event, PIO_STATUS_BLOCK IoStatusBlock, ULONG Length, PLARGE_INTEGER SourceOffset, PLARGE_INTEGER DestOffset, PULONG SourceKey, PULONG DestKey, ULONG Flags);
NTKERNELAPI NTSTATUS NTAPI NtCreateSectionEx(PHANDLE SectionHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes, PLARGE_INTEGER MaximumSize, ULONG SectionPageProtection, ULONG AllocationAttributes, HANDLE FileHandle, PMEM_EXTENDED_PARAMETER ExtendedParameters, ULONG ExtendedParameterCount);
NTKERNELAPI NTSTATUS NTAPI NtFlushBuffersFileEx(HANDLE FileHandle, ULONG Flags, PVOID Parameters, ULONG ParametersSize, PIO_STATUS_BLOCK IoStatusBlock);
NTKERNELAPI NTSTATUS NTAPI NtQueryDirectoryFileEx(HANDLE FileHandle, HANDLE Event, PIO_APC_ROUTINE ApcRoutine, PVOID ApcContext, PIO_STATUS_BLOCK IoStatusBlock, PVOID FileInformation, ULONG Length, FILE_INFORMATION_CLASS FileInformationClass, ULONG QueryFlags, PUNICODE_STRING FileName);
NTKERNELAPI NTSTATUS NTAPI NtQueryInformationByName(POBJECT_ATTRIBUTES ObjectAttributes, PIO_STATUS_BLOCK IoStatusBlock, PVOID FileInformation, ULONG Length, FILE_INFORMATION_CLASS FileInformationClass);
NTKERNELAPI NTSTATUS NTAPI NtQueryVirtualMemory(HANDLE ProcessHandle, PVOID BaseAddress, MEMORY_INFORMATION_CLASS MemoryInformationClass, PVOID MemoryInformation, SIZE_T MemoryInformationLength, PSIZE_T ReturnLength);
_IRQL_requires_max_(HIGH_LEVEL) NTKERNELAPI BOOLEAN NTAPI PsIsDiskCountersEnabled(VOID);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI VOID NTAPI PsUpdateDiskCounters(PEPROCESS Process, ULONG64 BytesRead, ULONG64 BytesWritten, ULONG ReadOperationCount, ULONG WriteOperationCount, ULONG FlushOperationCount);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI RtlDecompressBufferEx(USHORT CompressionFormat, PUCHAR UncompressedBuffer, ULONG UncompressedBufferSize, PUCHAR CompressedBuffer, ULONG CompressedBufferSize, PULONG FinalUncompressedSize, PVOID WorkSpace);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI RtlDecompressBufferEx2(USHORT CompressionFormat, PUCHAR UncompressedBuffer, ULONG UncompressedBufferSize, PUCHAR CompressedBuffer, ULONG CompressedBufferSize, ULONG UncompressedChunkSize, PULONG FinalUncompressedSize, PVOID WorkSpace);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI RtlDecompressFragmentEx(USHORT CompressionFormat, PUCHAR UncompressedFragment, ULONG UncompressedFragmentSize, PUCHAR CompressedBuffer, ULONG CompressedBufferSize, ULONG FragmentOffset, ULONG UncompressedChunkSize, PULONG FinalUncompressedSize, PVOID WorkSpace);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI RtlGetAcesBufferSize(PACL Acl, PULONG AcesBufferSize);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI RtlInitializeSidEx(PSID Sid, PSID_IDENTIFIER_AUTHORITY IdentifierAuthority, UCHAR SubAuthorityCount, ...);
NTKERNELAPI BOOLEAN NTAPI RtlIsCloudFilesPlaceholder(ULONG FileAttributes, ULONG ReparseTag);
NTKERNELAPI BOOLEAN NTAPI RtlIsPartialPlaceholder(ULONG FileAttributes, ULONG ReparseTag);
NTKERNELAPI NTSTATUS NTAPI RtlIsPartialPlaceholderFileHandle(HANDLE FileHandle, PBOOLEAN IsPartialPlaceholder);
NTKERNELAPI NTSTATUS NTAPI RtlIsPartialPlaceholderFileInfo(const VOID *InfoBuffer, FILE_INFORMATION_CLASS InfoClass, PBOOLEAN IsPartialPlaceholder);
NTKERNELAPI NTSTATUS NTAPI RtlQueryPackageIdentity(PVOID TokenObject, PWSTR PackageFullName, PSIZE_T PackageSize, PWSTR AppId, PSIZE_T AppIdSize, PBOOLEAN Packaged);
NTKERNELAPI NTSTATUS NTAPI RtlQueryPackageIdentityEx(PVOID TokenObject, PWSTR PackageFullName, PSIZE_T PackageSize, PWSTR AppId, PSIZE_T AppIdSize, LPGUID DynamicId, PULONG64 Flags);
NTKERNELAPI CHAR NTAPI RtlQueryProcessPlaceholderCompatibilityMode(VOID);
NTKERNELAPI CHAR NTAPI RtlQueryThreadPlaceholderCompatibilityMode(VOID);
NTKERNELAPI CHAR NTAPI RtlSetProcessPlaceholderCompatibilityMode(CHAR Mode);
NTKERNELAPI CHAR NTAPI RtlSetThreadPlaceholderCompatibilityMode(CHAR Mode);
NTKERNELAPI BOOLEAN NTAPI SeAccessCheckFromStateEx(PSECURITY_DESCRIPTOR SecurityDescriptor, PACCESS_TOKEN PrimaryToken, PACCESS_TOKEN ClientToken, ACCESS_MASK DesiredAccess, ACCESS_MASK PreviouslyGrantedAccess, PPRIVILEGE_SET *Privileges, PGENERIC_MAPPING GenericMapping, KPROCESSOR_MODE AccessMode, PACCESS_MASK GrantedAccess, PNTSTATUS AccessStatus);
_IRQL_requires_(PASSIVE_LEVEL) NTKERNELAPI VOID NTAPI SeCaptureSubjectContextEx(PETHREAD Thread, PEPROCESS Process, PSECURITY_SUBJECT_CONTEXT SubjectContext);
NTKERNELAPI VOID NTAPI SecFreeCallContext(VOID);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI SecLookupAccountName(PUNICODE_STRING Name, PULONG SidSize, PSID Sid, PSID_NAME_USE NameUse, PULONG DomainSize, PUNICODE_STRING ReferencedDomain);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI SecLookupAccountSid(PSID Sid, PULONG NameSize, PUNICODE_STRING NameBuffer, PULONG DomainSize, PUNICODE_STRING DomainBuffer, PSID_NAME_USE NameUse);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI SecLookupWellKnownSid(WELL_KNOWN_SID_TYPE SidType, PSID Sid, ULONG SidBufferSize, PULONG SidSize);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI SecMakeSPN(PUNICODE_STRING ServiceClass, PUNICODE_STRING ServiceName, PUNICODE_STRING InstanceName, USHORT InstancePort, PUNICODE_STRING Referrer, PUNICODE_STRING Spn, PULONG Length, BOOLEAN Allocate);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI SecMakeSPNEx(PUNICODE_STRING ServiceClass, PUNICODE_STRING ServiceName, PUNICODE_STRING InstanceName, USHORT InstancePort, PUNICODE_STRING Referrer, PUNICODE_STRING TargetInfo, PUNICODE_STRING Spn, PULONG Length, BOOLEAN Allocate);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI SecMakeSPNEx2(PUNICODE_STRING ServiceClass, PUNICODE_STRING ServiceName, PUNICODE_STRING InstanceName, USHORT InstancePort, PUNICODE_STRING Referrer, PUNICODE_STRING InTargetInfo, PUNICODE_STRING Spn, PULONG TotalSize, BOOLEAN Allocate, BOOLEAN IsTargetInfoMarshaled);
NTKERNELAPI VOID NTAPI SeTokenGetNoChildProcessRestricted(PACCESS_TOKEN Token, PBOOLEAN Enforced, PBOOLEAN UnlessSecure, PBOOLEAN AuditOnly);
NTKERNELAPI BOOLEAN NTAPI SeTokenIsNoChildProcessRestrictionEnforced(PACCESS_TOKEN Token, PBOOLEAN UnlessSecure);
NTKERNELAPI VOID NTAPI SeTokenSetNoChildProcessRestricted(PACCESS_TOKEN Token, BOOLEAN UnlessSecure, BOOLEAN AuditOnly);
NTKERNELAPI NTSTATUS NTAPI ZwFlushBuffersFileEx(HANDLE FileHandle, ULONG FLags, PVOID Parameters, ULONG ParametersSize, PIO_STATUS_BLOCK IoStatusBlock);
NTKERNELAPI NTSTATUS NTAPI ZwQueryDirectoryFileEx(HANDLE FileHandle, HANDLE Event, PIO_APC_ROUTINE ApcRoutine, PVOID ApcContext, PIO_STATUS_BLOCK IoStatusBlock, PVOID FileInformation, ULONG Length, FILE_INFORMATION_CLASS FileInformationClass, ULONG QueryFlags, PUNICODE_STRING FileName);
NTKERNELAPI NTSTATUS NTAPI ZwQueryVirtualMemory(HANDLE ProcessHandle, PVOID BaseAddress, MEMORY_INFORMATION_CLASS MemoryInformationClass, PVOID MemoryInformation, SIZE_T MemoryInformationLength, PSIZE_T ReturnLength);
#ifdef __cplusplus
}
#endif
#endif
