/* dxl_hide.h: moves aside what mingw-w64's wdm.h declares in its own way; dxl_show.h declares it as documented.
 * Made by rules/headers/generate/generate.py: change facts/kernel.json, not this file. */
/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* Members that newer kits have: written behind an older one while the structures are read. */
#define BuildMdlFromScatterGatherList BuildMdlFromScatterGatherList; NTSTATUS (NTAPI *GetDmaAdapterInfo)(struct _DMA_ADAPTER *, union _DMA_ADAPTER_INFO *); NTSTATUS (NTAPI *GetDmaTransferInfo)(struct _DMA_ADAPTER *, PMDL, ULONGLONG, ULONG, BOOLEAN, struct _DMA_TRANSFER_INFO *); NTSTATUS (NTAPI *InitializeDmaTransferContext)(struct _DMA_ADAPTER *, PVOID); PVOID (NTAPI *AllocateCommonBufferEx)(struct _DMA_ADAPTER *, PPHYSICAL_ADDRESS, ULONG, PPHYSICAL_ADDRESS, BOOLEAN, ULONG); NTSTATUS (NTAPI *AllocateAdapterChannelEx)(struct _DMA_ADAPTER *, PDEVICE_OBJECT, PVOID, ULONG, ULONG, PDRIVER_CONTROL, PVOID, PVOID *); NTSTATUS (NTAPI *ConfigureAdapterChannel)(struct _DMA_ADAPTER *, ULONG, PVOID); BOOLEAN (NTAPI *CancelAdapterChannel)(struct _DMA_ADAPTER *, PDEVICE_OBJECT, PVOID); NTSTATUS (NTAPI *MapTransferEx)(struct _DMA_ADAPTER *, PMDL, PVOID, ULONGLONG, ULONG, PULONG, BOOLEAN, PSCATTER_GATHER_LIST, ULONG, void (NTAPI *)(struct _DMA_ADAPTER *, PDEVICE_OBJECT, PVOID, DMA_COMPLETION_STATUS), PVOID); NTSTATUS (NTAPI *GetScatterGatherListEx)(struct _DMA_ADAPTER *, PDEVICE_OBJECT, PVOID, PMDL, ULONGLONG, ULONG, ULONG, PDRIVER_LIST_CONTROL, PVOID, BOOLEAN, void (NTAPI *)(struct _DMA_ADAPTER *, PDEVICE_OBJECT, PVOID, DMA_COMPLETION_STATUS), PVOID, PSCATTER_GATHER_LIST *); NTSTATUS (NTAPI *BuildScatterGatherListEx)(struct _DMA_ADAPTER *, PDEVICE_OBJECT, PVOID, PMDL, ULONGLONG, ULONG, ULONG, PDRIVER_LIST_CONTROL, PVOID, BOOLEAN, PVOID, ULONG, void (NTAPI *)(struct _DMA_ADAPTER *, PDEVICE_OBJECT, PVOID, DMA_COMPLETION_STATUS), PVOID, PVOID); NTSTATUS (NTAPI *FlushAdapterBuffersEx)(struct _DMA_ADAPTER *, PMDL, PVOID, ULONGLONG, ULONG, BOOLEAN); VOID (NTAPI *FreeAdapterObject)(struct _DMA_ADAPTER *, IO_ALLOCATION_ACTION); NTSTATUS (NTAPI *CancelMappedTransfer)(struct _DMA_ADAPTER *, PVOID); NTSTATUS (NTAPI *AllocateDomainCommonBuffer)(struct _DMA_ADAPTER *, HANDLE, PPHYSICAL_ADDRESS, ULONG, ULONG, MEMORY_CACHING_TYPE *, ULONG, PPHYSICAL_ADDRESS, PVOID *); NTSTATUS (NTAPI *FlushDmaBuffer)(struct _DMA_ADAPTER *, PMDL, BOOLEAN); NTSTATUS (NTAPI *JoinDmaDomain)(struct _DMA_ADAPTER *, HANDLE); NTSTATUS (NTAPI *LeaveDmaDomain)(struct _DMA_ADAPTER *); HANDLE (NTAPI *GetDmaDomain)(struct _DMA_ADAPTER *); PVOID (NTAPI *AllocateCommonBufferWithBounds)(struct _DMA_ADAPTER *, PPHYSICAL_ADDRESS, PPHYSICAL_ADDRESS, ULONG, ULONG, MEMORY_CACHING_TYPE *, ULONG, PPHYSICAL_ADDRESS); NTSTATUS (NTAPI *AllocateCommonBufferVector)(struct _DMA_ADAPTER *, PHYSICAL_ADDRESS, PHYSICAL_ADDRESS, MEMORY_CACHING_TYPE, ULONG, ULONG, ULONG, ULONGLONG, struct _DMA_COMMON_BUFFER_VECTOR **); VOID (NTAPI *GetCommonBufferFromVectorByIndex)(struct _DMA_ADAPTER *, struct _DMA_COMMON_BUFFER_VECTOR *, ULONG, PVOID *, PPHYSICAL_ADDRESS); VOID (NTAPI *FreeCommonBufferFromVector)(struct _DMA_ADAPTER *, struct _DMA_COMMON_BUFFER_VECTOR *, ULONG); VOID (NTAPI *FreeCommonBufferVector)(struct _DMA_ADAPTER *, struct _DMA_COMMON_BUFFER_VECTOR *); NTSTATUS (NTAPI *CreateCommonBufferFromMdl)(struct _DMA_ADAPTER *, PMDL, struct _DMA_COMMON_BUFFER_EXTENDED_CONFIGURATION *, ULONG, PPHYSICAL_ADDRESS)
#define DevicePrivate DevicePrivate; struct { ULONG Channel; ULONG RequestLine; UCHAR TransferWidth; UCHAR Reserved1; UCHAR Reserved2; UCHAR Reserved3; } DmaV3; struct { UCHAR Class; UCHAR Type; UCHAR Reserved1; UCHAR Reserved2; ULONG IdLowPart; ULONG IdHighPart; } Connection
#define DmaPort DmaPort; ULONG DmaAddressWidth; ULONG DmaControllerInstance; ULONG DmaRequestLine; PHYSICAL_ADDRESS DeviceAddress
#define MaximumVector MaximumVector; __extension__ union { IRQ_DEVICE_POLICY AffinityPolicy; struct { USHORT AffinityPolicyOfGroup; USHORT Group; }; }; IRQ_PRIORITY PriorityPolicy; KAFFINITY TargetedProcessors
#define ExAllocateFromLookasideListEx dxl_hidden_ExAllocateFromLookasideListEx
#define ExAllocateFromNPagedLookasideList dxl_hidden_ExAllocateFromNPagedLookasideList
#define ExAllocateFromPagedLookasideList dxl_hidden_ExAllocateFromPagedLookasideList
#define ExFreePool dxl_hidden_ExFreePool
#define ExFreeToLookasideListEx dxl_hidden_ExFreeToLookasideListEx
#define ExFreeToNPagedLookasideList dxl_hidden_ExFreeToNPagedLookasideList
#define ExFreeToPagedLookasideList dxl_hidden_ExFreeToPagedLookasideList
#define ExInterlockedFlushSList dxl_hidden_ExInterlockedFlushSList
#define ExInterlockedPopEntrySList dxl_hidden_ExInterlockedPopEntrySList
#define ExInterlockedPushEntrySList dxl_hidden_ExInterlockedPushEntrySList
#define ExNotifyCallback dxl_hidden_ExNotifyCallback
#define IoAcquireRemoveLock dxl_hidden_IoAcquireRemoveLock
#define IoCallDriver dxl_hidden_IoCallDriver
#define IoInitializeRemoveLock dxl_hidden_IoInitializeRemoveLock
#define IoReleaseRemoveLock dxl_hidden_IoReleaseRemoveLock
#define IoReleaseRemoveLockAndWait dxl_hidden_IoReleaseRemoveLockAndWait
#define IoRequestDpc dxl_hidden_IoRequestDpc
#define IoWMIAllocateInstanceIds dxl_hidden_IoWMIAllocateInstanceIds
#define IoWMIOpenBlock dxl_hidden_IoWMIOpenBlock
#define KeAcquireSpinLock dxl_hidden_KeAcquireSpinLock
#define KeFlushIoBuffers dxl_hidden_KeFlushIoBuffers
#define KeGetCurrentIrql dxl_hidden_KeGetCurrentIrql
#define KeLowerIrql dxl_hidden_KeLowerIrql
#define KeQueryInterruptTime dxl_hidden_KeQueryInterruptTime
#define KeQuerySystemTime dxl_hidden_KeQuerySystemTime
#define KeQueryTickCount dxl_hidden_KeQueryTickCount
#define KeRaiseIrql dxl_hidden_KeRaiseIrql
#define KeRaiseIrqlToDpcLevel dxl_hidden_KeRaiseIrqlToDpcLevel
#define MmGetSystemAddressForMdl dxl_hidden_MmGetSystemAddressForMdl
#define MmGetSystemAddressForMdlSafe dxl_hidden_MmGetSystemAddressForMdlSafe
#define MmLockPagableCodeSection dxl_hidden_MmLockPagableCodeSection
#define MmMapLockedPagesSpecifyCache dxl_hidden_MmMapLockedPagesSpecifyCache
#define ObDereferenceObject dxl_hidden_ObDereferenceObject
#define ObDereferenceObjectWithTag dxl_hidden_ObDereferenceObjectWithTag
#define ObReferenceObject dxl_hidden_ObReferenceObject
#define ObReferenceObjectWithTag dxl_hidden_ObReferenceObjectWithTag
#define ProbeForRead dxl_hidden_ProbeForRead
#define ProbeForWrite dxl_hidden_ProbeForWrite
#define PsGetCurrentThread dxl_hidden_PsGetCurrentThread
#define READ_REGISTER_BUFFER_UCHAR dxl_hidden_READ_REGISTER_BUFFER_UCHAR
#define READ_REGISTER_BUFFER_ULONG dxl_hidden_READ_REGISTER_BUFFER_ULONG
#define READ_REGISTER_BUFFER_USHORT dxl_hidden_READ_REGISTER_BUFFER_USHORT
#define RtlGUIDFromString dxl_hidden_RtlGUIDFromString
#define WRITE_REGISTER_BUFFER_UCHAR dxl_hidden_WRITE_REGISTER_BUFFER_UCHAR
#define WRITE_REGISTER_BUFFER_ULONG dxl_hidden_WRITE_REGISTER_BUFFER_ULONG
#define WRITE_REGISTER_BUFFER_USHORT dxl_hidden_WRITE_REGISTER_BUFFER_USHORT
