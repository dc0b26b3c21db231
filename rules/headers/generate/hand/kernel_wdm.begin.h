/* Words of the interfaces of COM that the headers of streams and of keyboards are written with. */
#ifndef DECLSPEC_NOVTABLE
#define DECLSPEC_NOVTABLE __declspec(novtable)
#endif
#ifndef DECLSPEC_NOTHROW
#define DECLSPEC_NOTHROW __declspec(nothrow)
#endif
#ifndef DECLSPEC_UUID
#define DECLSPEC_UUID(x) __declspec(uuid(x))
#endif
#ifndef STDAPICALLTYPE
#define STDAPICALLTYPE __stdcall
#endif
/* Opaque or simple types that pages name and no page describes. */
typedef struct _EJOB *PEJOB;
typedef struct _EJOB *PESILO;
typedef struct _SILO_MONITOR *PSILO_MONITOR;
typedef struct _KTRANSACTION *PKTRANSACTION;
typedef struct _KENLISTMENT *PKENLISTMENT;
typedef struct _KRESOURCEMANAGER *PKRESOURCEMANAGER;
typedef struct _KTM *PKTM;
/* 32 bits: https://learn.microsoft.com/windows-hardware/drivers/ddi/wdm/nf-wdm-exacquirespinlockexclusive */
typedef volatile LONG EX_SPIN_LOCK, *PEX_SPIN_LOCK;
typedef struct _KAFFINITY_EX *PKAFFINITY_EX;
typedef struct _AFFINITY_TOKEN *PAFFINITY_TOKEN;
typedef struct _KE_SRCU *PKE_SRCU;
typedef struct _PCW_INSTANCE *PPCW_INSTANCE;
typedef struct _PCW_REGISTRATION *PPCW_REGISTRATION;
typedef struct _PCW_BUFFER *PPCW_BUFFER;
typedef ULONG PCW_REGISTRATION_FLAGS;
/* https://learn.microsoft.com/windows-hardware/drivers/ddi/ntpoapi/ns-ntpoapi-power_limit_attributes */
/* Assumed: the numbered names are those before them; no page states values. */
typedef enum _POWER_LIMIT_TYPES {
  PowerLimitContinuous,
  PowerLimitType1 = PowerLimitContinuous,
  PowerLimitBurst,
  PowerLimitType2 = PowerLimitBurst,
  PowerLimitRapid,
  PowerLimitType3 = PowerLimitRapid,
  PowerLimitPreemptive,
  PowerLimitType4 = PowerLimitPreemptive,
  PowerLimitPreemptiveOffset,
  PowerLimitTypeMax
} POWER_LIMIT_TYPES, *PPOWER_LIMIT_TYPES;
typedef struct _POWER_LIMIT_ATTRIBUTES {
  POWER_LIMIT_TYPES Type;
  ULONG DomainId;
  ULONG MaxValue;
  ULONG MinValue;
  ULONG MinTimeParameter;
  ULONG MaxTimeParameter;
  ULONG DefaultACValue;
  ULONG DefaultDCValue;
  union {
    struct {
      ULONG SupportTimeParameter : 1;
      ULONG Reserved : 31;
    };
    ULONG AsUlong;
  } Flags;
} POWER_LIMIT_ATTRIBUTES, *PPOWER_LIMIT_ATTRIBUTES;
typedef struct _POWER_LIMIT_VALUE {
  POWER_LIMIT_TYPES Type;
  ULONG DomainId;
  ULONG TargetValue;
  ULONG TimeParameter;
} POWER_LIMIT_VALUE, *PPOWER_LIMIT_VALUE;
typedef struct _PO_EPM_HANDLE *PO_EPM_HANDLE;
typedef struct _DRIVER_PROXY_EXTENSION *PDRIVER_PROXY_EXTENSION;
typedef ULONG DRIVER_PROXY_ENDPOINT_FUNCTION_ID;
typedef struct _PS_AVAILABLE_CPUS_CHANGE_REGISTRATION *PS_AVAILABLE_CPUS_CHANGE_REGISTRATION;
typedef struct _IOMMU_DMA_DOMAIN *PIOMMU_DMA_DOMAIN;
typedef struct _IOMMU_DMA_DEVICE *PIOMMU_DMA_DEVICE;
typedef struct _IOMMU_DMA_PASID_DEVICE *PIOMMU_DMA_PASID_DEVICE;
typedef ULONGLONG IOMMU_DMA_LOGICAL_ADDRESS, *PIOMMU_DMA_LOGICAL_ADDRESS;
typedef struct _DMA_COMMON_BUFFER_VECTOR *PDMA_COMMON_BUFFER_VECTOR;
typedef VOID (NTAPI *PDEVICE_RESET_COMPLETION)(NTSTATUS, PVOID);
typedef NTSTATUS (NTAPI *PPCI_SET_ATS)(PVOID, BOOLEAN);
typedef NTSTATUS (NTAPI *PPCI_SET_ACS2)(PVOID, BOOLEAN);
typedef ULONG64 TRACELOGGER_HANDLE, *PTRACELOGGER_HANDLE;
typedef ULONG64 POOL_FLAGS;
typedef ULONG POOL_NODE_REQUIREMENT;
#define MEM_EXTENDED_PARAMETER_TYPE_BITS 8
#define RTL_CORRELATION_VECTOR_STRING_LENGTH 129
typedef enum _FIRMWARE_TYPE {
  FirmwareTypeUnknown,
  FirmwareTypeBios,
  FirmwareTypeUefi,
  FirmwareTypeMax
} FIRMWARE_TYPE, *PFIRMWARE_TYPE;

/* https://learn.microsoft.com/windows-hardware/drivers/kernel/pool_flags */
#define POOL_FLAG_REQUIRED_START 0x0000000000000001ULL
#define POOL_FLAG_USE_QUOTA 0x0000000000000001ULL
#define POOL_FLAG_UNINITIALIZED 0x0000000000000002ULL
#define POOL_FLAG_SESSION 0x0000000000000004ULL
#define POOL_FLAG_CACHE_ALIGNED 0x0000000000000008ULL
#define POOL_FLAG_RESERVED1 0x0000000000000010ULL
#define POOL_FLAG_RAISE_ON_FAILURE 0x0000000000000020ULL
#define POOL_FLAG_NON_PAGED 0x0000000000000040ULL
#define POOL_FLAG_NON_PAGED_EXECUTE 0x0000000000000080ULL
#define POOL_FLAG_PAGED 0x0000000000000100ULL
#define POOL_FLAG_RESERVED2 0x0000000000000200ULL
#define POOL_FLAG_RESERVED3 0x0000000000000400ULL
#define POOL_FLAG_LAST_KNOWN_REQUIRED 0x0000000000000400ULL
#define POOL_FLAG_REQUIRED_END 0x0000000080000000ULL
#define POOL_FLAG_OPTIONAL_START 0x0000000100000000ULL
#define POOL_FLAG_SPECIAL_POOL 0x0000000100000000ULL
#define POOL_FLAG_OPTIONAL_END 0x8000000000000000ULL
#define POOL_EXTENDED_PARAMETER_TYPE_BITS 8
#define POOL_EXTENDED_PARAMETER_REQUIRED_FIELD_BITS 1
#define POOL_EXTENDED_PARAMETER_RESERVED_BITS 55
typedef ULONG_PTR EX_PUSH_LOCK, *PEX_PUSH_LOCK;
