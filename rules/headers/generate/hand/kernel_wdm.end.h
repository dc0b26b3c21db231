typedef const POOL_EXTENDED_PARAMETER *PCPOOL_EXTENDED_PARAMETER;
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI PVOID NTAPI ExAllocatePool3(POOL_FLAGS Flags, SIZE_T NumberOfBytes, ULONG Tag, PCPOOL_EXTENDED_PARAMETER ExtendedParameters, ULONG ExtendedParametersCount);
_IRQL_requires_max_(DISPATCH_LEVEL) NTKERNELAPI VOID NTAPI ExFreePool2(PVOID P, ULONG Tag, PCPOOL_EXTENDED_PARAMETER ExtendedParameters, ULONG ExtendedParametersCount);

/* The version that PO_FX_DEVICE names follows the target: https://learn.microsoft.com/windows-hardware/drivers/ddi/wdm/ns-wdm-_po_fx_device_v1 */
#define PO_FX_VERSION_V1 0x00000001
#define PO_FX_VERSION_V2 0x00000002
#define PO_FX_VERSION_V3 0x00000003
#if NTDDI_VERSION >= 0x0A000004
#define PO_FX_VERSION PO_FX_VERSION_V3
typedef PO_FX_DEVICE_V3 PO_FX_DEVICE, *PPO_FX_DEVICE;
#else
#define PO_FX_VERSION PO_FX_VERSION_V1
typedef PO_FX_DEVICE_V1 PO_FX_DEVICE, *PPO_FX_DEVICE;
#endif
NTKERNELAPI NTSTATUS NTAPI PoFxRegisterDevice(PDEVICE_OBJECT Pdo, PPO_FX_DEVICE Device, POHANDLE *Handle);
#define PO_FX_UNKNOWN_POWER 0xFFFFFFFF
#define PO_FX_UNKNOWN_TIME 0xFFFFFFFFFFFFFFFFULL
#define PO_FX_FLAG_BLOCKING 0x1
#define PO_FX_FLAG_ASYNC_ONLY 0x2
#define PO_FX_FLAG_PERF_PEP_OPTIONAL 0x1
#define PO_FX_FLAG_PERF_QUERY_ON_F0 0x2
#define PO_FX_FLAG_PERF_QUERY_ON_ALL_IDLE_STATES 0x4
union _FILE_SEGMENT_ELEMENT;
_IRQL_requires_max_(APC_LEVEL) NTKERNELAPI VOID NTAPI MmProbeAndLockSelectedPages(PMDL MemoryDescriptorList, union _FILE_SEGMENT_ELEMENT *SegmentArray, KPROCESSOR_MODE AccessMode, LOCK_OPERATION Operation);
struct _EX_RUNDOWN_REF_CACHE_AWARE;
NTKERNELAPI VOID NTAPI ExInitializeRundownProtectionCacheAwareEx(struct _EX_RUNDOWN_REF_CACHE_AWARE *RunRefCacheAware, ULONG Flags);
/* Reads and writes with an order: https://learn.microsoft.com/windows-hardware/drivers/ddi/wdm/nf-wdm-readnofence and its neighbours.
 * As what they do to memory: nothing else of them shows. */
#define ReadNoFence(Source) (*(LONG const volatile *)(Source))
#define ReadAcquire(Source) (*(LONG const volatile *)(Source))
#define ReadRaw(Source) (*(LONG const volatile *)(Source))
#define WriteNoFence(Destination, Value) ((void)(*(LONG volatile *)(Destination) = (Value)))
#define WriteRelease(Destination, Value) ((void)(*(LONG volatile *)(Destination) = (Value)))
#define WriteRaw(Destination, Value) ((void)(*(LONG volatile *)(Destination) = (Value)))
#define ReadNoFence64(Source) (*(LONG64 const volatile *)(Source))
#define ReadAcquire64(Source) (*(LONG64 const volatile *)(Source))
#define ReadRaw64(Source) (*(LONG64 const volatile *)(Source))
#define WriteNoFence64(Destination, Value) ((void)(*(LONG64 volatile *)(Destination) = (Value)))
#define WriteRelease64(Destination, Value) ((void)(*(LONG64 volatile *)(Destination) = (Value)))
#define WriteRaw64(Destination, Value) ((void)(*(LONG64 volatile *)(Destination) = (Value)))
#define ReadPointerNoFence(Source) (*(PVOID const volatile *)(Source))
#define ReadPointerAcquire(Source) (*(PVOID const volatile *)(Source))
#define ReadPointerRaw(Source) (*(PVOID const volatile *)(Source))
#define WritePointerNoFence(Destination, Value) ((void)(*(PVOID volatile *)(Destination) = (Value)))
#define WritePointerRelease(Destination, Value) ((void)(*(PVOID volatile *)(Destination) = (Value)))
#define WritePointerRaw(Destination, Value) ((void)(*(PVOID volatile *)(Destination) = (Value)))
#define ReadULongNoFence(Source) (*(ULONG const volatile *)(Source))
#define ReadULongAcquire(Source) (*(ULONG const volatile *)(Source))
#define ReadULongRaw(Source) (*(ULONG const volatile *)(Source))
#define WriteULongNoFence(Destination, Value) ((void)(*(ULONG volatile *)(Destination) = (Value)))
#define WriteULongRelease(Destination, Value) ((void)(*(ULONG volatile *)(Destination) = (Value)))
#define WriteULongRaw(Destination, Value) ((void)(*(ULONG volatile *)(Destination) = (Value)))
#define ReadULong64NoFence(Source) (*(ULONG64 const volatile *)(Source))
#define ReadULong64Acquire(Source) (*(ULONG64 const volatile *)(Source))
#define ReadULong64Raw(Source) (*(ULONG64 const volatile *)(Source))
#define WriteULong64NoFence(Destination, Value) ((void)(*(ULONG64 volatile *)(Destination) = (Value)))
#define WriteULong64Release(Destination, Value) ((void)(*(ULONG64 volatile *)(Destination) = (Value)))
#define WriteULong64Raw(Destination, Value) ((void)(*(ULONG64 volatile *)(Destination) = (Value)))
#define ReadUShortNoFence(Source) (*(USHORT const volatile *)(Source))
#define ReadUShortAcquire(Source) (*(USHORT const volatile *)(Source))
#define ReadUShortRaw(Source) (*(USHORT const volatile *)(Source))
#define WriteUShortNoFence(Destination, Value) ((void)(*(USHORT volatile *)(Destination) = (Value)))
#define WriteUShortRelease(Destination, Value) ((void)(*(USHORT volatile *)(Destination) = (Value)))
#define WriteUShortRaw(Destination, Value) ((void)(*(USHORT volatile *)(Destination) = (Value)))
#define ReadUCharNoFence(Source) (*(UCHAR const volatile *)(Source))
#define ReadUCharAcquire(Source) (*(UCHAR const volatile *)(Source))
#define ReadUCharRaw(Source) (*(UCHAR const volatile *)(Source))
#define WriteUCharNoFence(Destination, Value) ((void)(*(UCHAR volatile *)(Destination) = (Value)))
#define WriteUCharRelease(Destination, Value) ((void)(*(UCHAR volatile *)(Destination) = (Value)))
#define WriteUCharRaw(Destination, Value) ((void)(*(UCHAR volatile *)(Destination) = (Value)))
#define ReadBooleanNoFence(Source) (*(BOOLEAN const volatile *)(Source))
#define ReadBooleanAcquire(Source) (*(BOOLEAN const volatile *)(Source))
#define ReadBooleanRaw(Source) (*(BOOLEAN const volatile *)(Source))
#define WriteBooleanNoFence(Destination, Value) ((void)(*(BOOLEAN volatile *)(Destination) = (Value)))
#define WriteBooleanRelease(Destination, Value) ((void)(*(BOOLEAN volatile *)(Destination) = (Value)))
#define WriteBooleanRaw(Destination, Value) ((void)(*(BOOLEAN volatile *)(Destination) = (Value)))
#define ReadNoFence8(Source) (*(CHAR const volatile *)(Source))
#define ReadAcquire8(Source) (*(CHAR const volatile *)(Source))
#define ReadRaw8(Source) (*(CHAR const volatile *)(Source))
#define WriteNoFence8(Destination, Value) ((void)(*(CHAR volatile *)(Destination) = (Value)))
#define WriteRelease8(Destination, Value) ((void)(*(CHAR volatile *)(Destination) = (Value)))
#define WriteRaw8(Destination, Value) ((void)(*(CHAR volatile *)(Destination) = (Value)))
#define ReadNoFence16(Source) (*(SHORT const volatile *)(Source))
#define ReadAcquire16(Source) (*(SHORT const volatile *)(Source))
#define ReadRaw16(Source) (*(SHORT const volatile *)(Source))
#define WriteNoFence16(Destination, Value) ((void)(*(SHORT volatile *)(Destination) = (Value)))
#define WriteRelease16(Destination, Value) ((void)(*(SHORT volatile *)(Destination) = (Value)))
#define WriteRaw16(Destination, Value) ((void)(*(SHORT volatile *)(Destination) = (Value)))
#define ReadUInt32NoFence(Source) (*(UINT32 const volatile *)(Source))
#define ReadUInt32Acquire(Source) (*(UINT32 const volatile *)(Source))
#define ReadUInt32Raw(Source) (*(UINT32 const volatile *)(Source))
#define WriteUInt32NoFence(Destination, Value) ((void)(*(UINT32 volatile *)(Destination) = (Value)))
#define WriteUInt32Release(Destination, Value) ((void)(*(UINT32 volatile *)(Destination) = (Value)))
#define WriteUInt32Raw(Destination, Value) ((void)(*(UINT32 volatile *)(Destination) = (Value)))
#define ReadInt32NoFence(Source) (*(INT32 const volatile *)(Source))
#define ReadInt32Acquire(Source) (*(INT32 const volatile *)(Source))
#define ReadInt32Raw(Source) (*(INT32 const volatile *)(Source))
#define WriteInt32NoFence(Destination, Value) ((void)(*(INT32 volatile *)(Destination) = (Value)))
#define WriteInt32Release(Destination, Value) ((void)(*(INT32 volatile *)(Destination) = (Value)))
#define WriteInt32Raw(Destination, Value) ((void)(*(INT32 volatile *)(Destination) = (Value)))
/* An exchange with a weaker order is the exchange. */
#ifndef InterlockedIncrementNoFence
#define InterlockedIncrementNoFence InterlockedIncrement
#endif
#ifndef InterlockedIncrementAcquire
#define InterlockedIncrementAcquire InterlockedIncrement
#endif
#ifndef InterlockedIncrementRelease
#define InterlockedIncrementRelease InterlockedIncrement
#endif
#ifndef InterlockedIncrementNoFence64
#define InterlockedIncrementNoFence64 InterlockedIncrement64
#endif
#ifndef InterlockedIncrementAcquire64
#define InterlockedIncrementAcquire64 InterlockedIncrement64
#endif
#ifndef InterlockedIncrementRelease64
#define InterlockedIncrementRelease64 InterlockedIncrement64
#endif
#ifndef InterlockedDecrementNoFence
#define InterlockedDecrementNoFence InterlockedDecrement
#endif
#ifndef InterlockedDecrementAcquire
#define InterlockedDecrementAcquire InterlockedDecrement
#endif
#ifndef InterlockedDecrementRelease
#define InterlockedDecrementRelease InterlockedDecrement
#endif
#ifndef InterlockedDecrementNoFence64
#define InterlockedDecrementNoFence64 InterlockedDecrement64
#endif
#ifndef InterlockedDecrementAcquire64
#define InterlockedDecrementAcquire64 InterlockedDecrement64
#endif
#ifndef InterlockedDecrementRelease64
#define InterlockedDecrementRelease64 InterlockedDecrement64
#endif
#ifndef InterlockedExchangeNoFence
#define InterlockedExchangeNoFence InterlockedExchange
#endif
#ifndef InterlockedExchangeAcquire
#define InterlockedExchangeAcquire InterlockedExchange
#endif
#ifndef InterlockedExchangeRelease
#define InterlockedExchangeRelease InterlockedExchange
#endif
#ifndef InterlockedExchangeNoFence64
#define InterlockedExchangeNoFence64 InterlockedExchange64
#endif
#ifndef InterlockedExchangeAcquire64
#define InterlockedExchangeAcquire64 InterlockedExchange64
#endif
#ifndef InterlockedExchangeRelease64
#define InterlockedExchangeRelease64 InterlockedExchange64
#endif
#ifndef InterlockedExchangeAddNoFence
#define InterlockedExchangeAddNoFence InterlockedExchangeAdd
#endif
#ifndef InterlockedExchangeAddAcquire
#define InterlockedExchangeAddAcquire InterlockedExchangeAdd
#endif
#ifndef InterlockedExchangeAddRelease
#define InterlockedExchangeAddRelease InterlockedExchangeAdd
#endif
#ifndef InterlockedExchangeAddNoFence64
#define InterlockedExchangeAddNoFence64 InterlockedExchangeAdd64
#endif
#ifndef InterlockedExchangeAddAcquire64
#define InterlockedExchangeAddAcquire64 InterlockedExchangeAdd64
#endif
#ifndef InterlockedExchangeAddRelease64
#define InterlockedExchangeAddRelease64 InterlockedExchangeAdd64
#endif
#ifndef InterlockedCompareExchangeNoFence
#define InterlockedCompareExchangeNoFence InterlockedCompareExchange
#endif
#ifndef InterlockedCompareExchangeAcquire
#define InterlockedCompareExchangeAcquire InterlockedCompareExchange
#endif
#ifndef InterlockedCompareExchangeRelease
#define InterlockedCompareExchangeRelease InterlockedCompareExchange
#endif
#ifndef InterlockedCompareExchangeNoFence64
#define InterlockedCompareExchangeNoFence64 InterlockedCompareExchange64
#endif
#ifndef InterlockedCompareExchangeAcquire64
#define InterlockedCompareExchangeAcquire64 InterlockedCompareExchange64
#endif
#ifndef InterlockedCompareExchangeRelease64
#define InterlockedCompareExchangeRelease64 InterlockedCompareExchange64
#endif
#ifndef InterlockedAndNoFence
#define InterlockedAndNoFence InterlockedAnd
#endif
#ifndef InterlockedAndAcquire
#define InterlockedAndAcquire InterlockedAnd
#endif
#ifndef InterlockedAndRelease
#define InterlockedAndRelease InterlockedAnd
#endif
#ifndef InterlockedAndNoFence64
#define InterlockedAndNoFence64 InterlockedAnd64
#endif
#ifndef InterlockedAndAcquire64
#define InterlockedAndAcquire64 InterlockedAnd64
#endif
#ifndef InterlockedAndRelease64
#define InterlockedAndRelease64 InterlockedAnd64
#endif
#ifndef InterlockedOrNoFence
#define InterlockedOrNoFence InterlockedOr
#endif
#ifndef InterlockedOrAcquire
#define InterlockedOrAcquire InterlockedOr
#endif
#ifndef InterlockedOrRelease
#define InterlockedOrRelease InterlockedOr
#endif
#ifndef InterlockedOrNoFence64
#define InterlockedOrNoFence64 InterlockedOr64
#endif
#ifndef InterlockedOrAcquire64
#define InterlockedOrAcquire64 InterlockedOr64
#endif
#ifndef InterlockedOrRelease64
#define InterlockedOrRelease64 InterlockedOr64
#endif
#ifndef InterlockedXorNoFence
#define InterlockedXorNoFence InterlockedXor
#endif
#ifndef InterlockedXorAcquire
#define InterlockedXorAcquire InterlockedXor
#endif
#ifndef InterlockedXorRelease
#define InterlockedXorRelease InterlockedXor
#endif
#ifndef InterlockedXorNoFence64
#define InterlockedXorNoFence64 InterlockedXor64
#endif
#ifndef InterlockedXorAcquire64
#define InterlockedXorAcquire64 InterlockedXor64
#endif
#ifndef InterlockedXorRelease64
#define InterlockedXorRelease64 InterlockedXor64
#endif
#ifndef InterlockedAddNoFence
#define InterlockedAddNoFence InterlockedAdd
#endif
#ifndef InterlockedAddAcquire
#define InterlockedAddAcquire InterlockedAdd
#endif
#ifndef InterlockedAddRelease
#define InterlockedAddRelease InterlockedAdd
#endif
#ifndef InterlockedAddNoFence64
#define InterlockedAddNoFence64 InterlockedAdd64
#endif
#ifndef InterlockedAddAcquire64
#define InterlockedAddAcquire64 InterlockedAdd64
#endif
#ifndef InterlockedAddRelease64
#define InterlockedAddRelease64 InterlockedAdd64
#endif
#ifndef InterlockedExchangePointerNoFence
#define InterlockedExchangePointerNoFence InterlockedExchangePointer
#endif
#ifndef InterlockedExchangePointerAcquire
#define InterlockedExchangePointerAcquire InterlockedExchangePointer
#endif
#ifndef InterlockedExchangePointerRelease
#define InterlockedExchangePointerRelease InterlockedExchangePointer
#endif
#ifndef InterlockedCompareExchangePointerNoFence
#define InterlockedCompareExchangePointerNoFence InterlockedCompareExchangePointer
#endif
#ifndef InterlockedCompareExchangePointerAcquire
#define InterlockedCompareExchangePointerAcquire InterlockedCompareExchangePointer
#endif
#ifndef InterlockedCompareExchangePointerRelease
#define InterlockedCompareExchangePointerRelease InterlockedCompareExchangePointer
#endif
#ifndef InterlockedIncrement16
#define InterlockedIncrement16 _InterlockedIncrement16
#endif
#ifndef InterlockedDecrement16
#define InterlockedDecrement16 _InterlockedDecrement16
#endif
#ifndef InterlockedExchange16
#define InterlockedExchange16 _InterlockedExchange16
#endif
#ifndef InterlockedCompareExchange16
#define InterlockedCompareExchange16 _InterlockedCompareExchange16
#endif
#ifndef InterlockedAnd16
#define InterlockedAnd16 _InterlockedAnd16
#endif
#ifndef InterlockedOr16
#define InterlockedOr16 _InterlockedOr16
#endif
#ifndef InterlockedXor16
#define InterlockedXor16 _InterlockedXor16
#endif
/* https://learn.microsoft.com/windows-hardware/drivers/ddi/wdm/nf-wdm-mmallocatepagesformdlex */
#ifndef MM_ALLOCATE_AND_HOT_REMOVE
/* The page names these flags and no page states their values. */
#ifdef __cplusplus
extern "C" {
#endif
extern const ULONG dxl_MM_ALLOCATE_FAST_LARGE_PAGES, dxl_MM_ALLOCATE_TRIM_IF_NECESSARY, dxl_MM_ALLOCATE_AND_HOT_REMOVE;
#ifdef __cplusplus
}
#endif
#define MM_ALLOCATE_FAST_LARGE_PAGES dxl_MM_ALLOCATE_FAST_LARGE_PAGES
#define MM_ALLOCATE_TRIM_IF_NECESSARY dxl_MM_ALLOCATE_TRIM_IF_NECESSARY
#define MM_ALLOCATE_AND_HOT_REMOVE dxl_MM_ALLOCATE_AND_HOT_REMOVE
#endif
#ifndef DRIVER_DISPATCH_PAGED_DEFINED
#define DRIVER_DISPATCH_PAGED_DEFINED
typedef DRIVER_DISPATCH DRIVER_DISPATCH_PAGED;
#endif
/* https://learn.microsoft.com/windows-hardware/drivers/ddi/wdm/ns-wdm-_kbugcheck_triage_dump_data */
/* Assumed: what an address range is made of, which has no page. */
typedef struct _KADDRESS_RANGE {
  PUCHAR Address;
  ULONG_PTR Size;
} KADDRESS_RANGE, *PKADDRESS_RANGE;
typedef struct _KTRIAGE_DUMP_DATA_ARRAY {
  LIST_ENTRY List;
  ULONG NumBlocksUsed;
  ULONG NumBlocksTotal;
  ULONG DataSize;
  ULONG MaxDataSize;
  ULONG ComponentNameBufferLength;
  PUCHAR ComponentName;
  KADDRESS_RANGE Blocks[ANYSIZE_ARRAY];
} KTRIAGE_DUMP_DATA_ARRAY, *PKTRIAGE_DUMP_DATA_ARRAY;
typedef struct _KBUGCHECK_TRIAGE_DUMP_DATA {
  PKTRIAGE_DUMP_DATA_ARRAY DataArray;
  ULONG Flags;
  ULONG MaxVirtMemSize;
  ULONG BugCheckCode;
  ULONG_PTR BugCheckParameter1;
  ULONG_PTR BugCheckParameter2;
  ULONG_PTR BugCheckParameter3;
  ULONG_PTR BugCheckParameter4;
} KBUGCHECK_TRIAGE_DUMP_DATA, *PKBUGCHECK_TRIAGE_DUMP_DATA;
