/* dxl_show.h: plain declarations of what dxl_hide.h moved aside, so that a call is a call of the documented name.
 * Made by rules/headers/generate/generate.py: change facts/kernel.json, not this file. */
/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
#ifdef __cplusplus
extern "C" {
#endif
#undef BuildMdlFromScatterGatherList
#undef DevicePrivate
#undef DmaPort
#undef MaximumVector
#undef ExAllocateFromLookasideListEx
#undef ExAllocateFromNPagedLookasideList
#undef ExAllocateFromPagedLookasideList
#undef ExFreePool
#undef ExFreeToLookasideListEx
#undef ExFreeToNPagedLookasideList
#undef ExFreeToPagedLookasideList
#undef ExInterlockedFlushSList
#undef ExInterlockedPopEntrySList
#undef ExInterlockedPushEntrySList
#undef ExNotifyCallback
#undef IoAcquireRemoveLock
#undef IoCallDriver
#undef IoInitializeRemoveLock
#undef IoReleaseRemoveLock
#undef IoReleaseRemoveLockAndWait
#undef IoRequestDpc
#undef IoWMIAllocateInstanceIds
#undef IoWMIOpenBlock
#undef KeAcquireSpinLock
#undef KeFlushIoBuffers
#undef KeGetCurrentIrql
#undef KeLowerIrql
#undef KeQueryInterruptTime
#undef KeQuerySystemTime
#undef KeQueryTickCount
#undef KeRaiseIrql
#undef KeRaiseIrqlToDpcLevel
#undef MmGetSystemAddressForMdl
#undef MmGetSystemAddressForMdlSafe
#undef MmLockPagableCodeSection
#undef MmMapLockedPagesSpecifyCache
#undef ObDereferenceObject
#undef ObDereferenceObjectWithTag
#undef ObReferenceObject
#undef ObReferenceObjectWithTag
#undef ProbeForRead
#undef ProbeForWrite
#undef PsGetCurrentThread
#undef READ_REGISTER_BUFFER_UCHAR
#undef READ_REGISTER_BUFFER_ULONG
#undef READ_REGISTER_BUFFER_USHORT
#undef RtlGUIDFromString
#undef WRITE_REGISTER_BUFFER_UCHAR
#undef WRITE_REGISTER_BUFFER_ULONG
#undef WRITE_REGISTER_BUFFER_USHORT
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI PVOID NTAPI ExAllocateFromLookasideListEx(PLOOKASIDE_LIST_EX Lookaside);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI PVOID NTAPI ExAllocateFromNPagedLookasideList(PNPAGED_LOOKASIDE_LIST Lookaside);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI PVOID NTAPI ExAllocateFromPagedLookasideList(PPAGED_LOOKASIDE_LIST Lookaside);
NTKERNELAPI VOID NTAPI ExFreePool(PVOID P);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI VOID NTAPI ExFreeToLookasideListEx(PLOOKASIDE_LIST_EX Lookaside, PVOID Entry);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI VOID NTAPI ExFreeToNPagedLookasideList(PNPAGED_LOOKASIDE_LIST Lookaside, PVOID Entry);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI VOID NTAPI ExFreeToPagedLookasideList(PPAGED_LOOKASIDE_LIST Lookaside, PVOID Entry);
NTKERNELAPI PSLIST_ENTRY NTAPI ExInterlockedFlushSList(PSLIST_HEADER ListHead);
NTKERNELAPI PSLIST_ENTRY NTAPI ExInterlockedPopEntrySList(PSLIST_HEADER ListHead, PKSPIN_LOCK Lock);
NTKERNELAPI PSLIST_ENTRY NTAPI ExInterlockedPushEntrySList(PSLIST_HEADER ListHead, PSLIST_ENTRY ListEntry, PKSPIN_LOCK Lock);
NTKERNELAPI VOID NTAPI ExNotifyCallback(PVOID CallbackObject, PVOID Argument1, PVOID Argument2);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI NTSTATUS NTAPI IoAcquireRemoveLock(PIO_REMOVE_LOCK RemoveLock, PVOID Tag);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI NTSTATUS NTAPI IoCallDriver(PDEVICE_OBJECT DeviceObject, struct _IRP *Irp);
_IRQL_requires_(PASSIVE_LEVEL) NTKERNELAPI VOID NTAPI IoInitializeRemoveLock(PIO_REMOVE_LOCK Lock, ULONG AllocateTag, ULONG MaxLockedMinutes, ULONG HighWatermark);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI VOID NTAPI IoReleaseRemoveLock(PIO_REMOVE_LOCK RemoveLock, PVOID Tag);
_IRQL_requires_(PASSIVE_LEVEL) NTKERNELAPI VOID NTAPI IoReleaseRemoveLockAndWait(PIO_REMOVE_LOCK RemoveLock, PVOID Tag);
_IRQL_requires_(DIRQL) NTKERNELAPI VOID NTAPI IoRequestDpc(PDEVICE_OBJECT DeviceObject, struct _IRP *Irp, PVOID Context);
_IRQL_requires_(PASSIVE_LEVEL) NTKERNELAPI NTSTATUS NTAPI IoWMIAllocateInstanceIds(LPCGUID Guid, ULONG InstanceCount, ULONG *FirstInstanceId);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI NTSTATUS NTAPI IoWMIOpenBlock(LPCGUID Guid, ULONG DesiredAccess, PVOID *DataBlockObject);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI VOID NTAPI KeAcquireSpinLock(PKSPIN_LOCK SpinLock, PKIRQL OldIrql);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI VOID NTAPI KeFlushIoBuffers(PMDL Mdl, BOOLEAN ReadOperation, BOOLEAN DmaOperation);
_IRQL_requires_max_(HIGH_LEVEL) NTKERNELAPI KIRQL NTAPI KeGetCurrentIrql(VOID);
_IRQL_requires_max_(HIGH_LEVEL) NTKERNELAPI VOID NTAPI KeLowerIrql(KIRQL NewIrql);
_IRQL_requires_max_(HIGH_LEVEL) NTKERNELAPI ULONGLONG NTAPI KeQueryInterruptTime(VOID);
_IRQL_requires_max_(HIGH_LEVEL) NTKERNELAPI VOID NTAPI KeQuerySystemTime(PLARGE_INTEGER CurrentTime);
_IRQL_requires_max_(HIGH_LEVEL) NTKERNELAPI VOID NTAPI KeQueryTickCount(PLARGE_INTEGER CurrentCount);
NTKERNELAPI VOID NTAPI KeRaiseIrql(KIRQL NewIrql, PKIRQL OldIrql);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI KIRQL NTAPI KeRaiseIrqlToDpcLevel(VOID);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI PVOID NTAPI MmGetSystemAddressForMdl(PMDL Mdl);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI PVOID NTAPI MmGetSystemAddressForMdlSafe(PMDL Mdl, ULONG Priority);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI PVOID NTAPI MmLockPagableCodeSection(PVOID AddressWithinSection);
NTKERNELAPI PVOID NTAPI MmMapLockedPagesSpecifyCache(PMDL MemoryDescriptorList, KPROCESSOR_MODE AccessMode, MEMORY_CACHING_TYPE CacheType, PVOID RequestedAddress, ULONG BugCheckOnFailure, ULONG Priority);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI LONG_PTR NTAPI ObDereferenceObject(PVOID Object);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI LONG_PTR NTAPI ObDereferenceObjectWithTag(PVOID Object, ULONG Tag);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI LONG_PTR NTAPI ObReferenceObject(PVOID Object);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI LONG_PTR NTAPI ObReferenceObjectWithTag(PVOID Object, ULONG Tag);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI VOID NTAPI ProbeForRead(const volatile VOID *Address, SIZE_T Length, ULONG Alignment);
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI VOID NTAPI ProbeForWrite(volatile VOID *Address, SIZE_T Length, ULONG Alignment);
_IRQL_requires_max_(HIGH_LEVEL) NTKERNELAPI PETHREAD NTAPI PsGetCurrentThread(VOID);
NTKERNELAPI VOID NTAPI READ_REGISTER_BUFFER_UCHAR(volatile UCHAR *Register, PUCHAR Buffer, ULONG Count);
NTKERNELAPI VOID NTAPI READ_REGISTER_BUFFER_ULONG(volatile ULONG *Register, PULONG Buffer, ULONG Count);
NTKERNELAPI VOID NTAPI READ_REGISTER_BUFFER_USHORT(volatile USHORT *Register, PUSHORT Buffer, ULONG Count);
_IRQL_requires_(PASSIVE_LEVEL) NTKERNELAPI NTSTATUS NTAPI RtlGUIDFromString(PCUNICODE_STRING GuidString, GUID *Guid);
NTKERNELAPI VOID NTAPI WRITE_REGISTER_BUFFER_UCHAR(volatile UCHAR *Register, PUCHAR Buffer, ULONG Count);
NTKERNELAPI VOID NTAPI WRITE_REGISTER_BUFFER_ULONG(volatile ULONG *Register, PULONG Buffer, ULONG Count);
NTKERNELAPI VOID NTAPI WRITE_REGISTER_BUFFER_USHORT(volatile USHORT *Register, PUSHORT Buffer, ULONG Count);
#ifdef __cplusplus
}
#endif
